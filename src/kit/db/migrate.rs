//! Brings a database to the tables of this program, one program at a time.

use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connect;
use crate::kit::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();
/// Any number, the same in every version of the program: who holds it may migrate.
const LOCK: i64 = 0x00DA_7A5A;

/// Runs the migrations that are missing and says how many were.
///
/// # Errors
/// When the database cannot be reached or a migration fails; what was migrated before it stays.
pub fn migrate(url: &str) -> Result<usize> {
    locked(url, |harness| Ok(harness.run_pending_migrations(MIGRATIONS)?.len()))
}

/// Takes every migration back, the last first. For the test that each can be taken back.
///
/// # Errors
/// When the database cannot be reached or a migration cannot be taken back.
pub fn revert_all(url: &str) -> Result<usize> {
    locked(url, |harness| Ok(harness.revert_all_migrations(MIGRATIONS)?.len()))
}

type Harness = AsyncMigrationHarness<AsyncPgConnection>;
type Outcome = std::result::Result<usize, Box<dyn std::error::Error + Send + Sync>>;

/// Works on a thread and a runtime of its own: the harness blocks, which a worker's single-threaded runtime must not.
fn locked(url: &str, work: impl FnOnce(&mut Harness) -> Outcome + Send) -> Result<usize> {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| -> Result<usize> {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .map_err(Error::internal)?;
            runtime.block_on(async {
                let mut connection = connect(url).await.map_err(Error::unavailable)?;
                // Migrations may take long, and so may the other program that holds the lock.
                let prepare =
                    format!("set statement_timeout = 0; set lock_timeout = 0; select pg_advisory_lock({LOCK})");
                connection.batch_execute(&prepare).await?;
                let mut harness = Harness::new(connection);
                work(&mut harness).map_err(|cause| Error::bug(format!("a migration failed: {cause}")))
            })
        });
        thread.join().map_err(|_| Error::bug("the migration thread panicked"))?
    })
}
