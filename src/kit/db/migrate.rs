//! Brings a database to the tables of this program, one program at a time.
//!
//! A migration that waits for a table holds up everyone who comes to it later, readers too. So it gives up soon, lets them pass, and tries again.

use std::{thread, time::Duration};

use diesel::{
    migration::{Migration, MigrationSource},
    pg::Pg,
    prelude::*,
    sql_query, sql_types,
};
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{connect, role};
use crate::kit::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!();
/// Any number, the same in every version of the program: who holds it may migrate.
const LOCK: i64 = 0x00DA_7A5A;

/// How long a migration waits for a table that others use.
const LONGEST_WAIT: &str = "2s";
/// How long those behind it may pass before it tries again.
const PAUSE: Duration = Duration::from_secs(1);
/// How often it tries, a minute in all.
const ATTEMPTS: u32 = 20;

/// Runs the migrations that are missing, lets the program's role use the tables, and says how many migrations were run.
///
/// # Errors
/// When the database cannot be reached, a migration fails, or a table that it needs stays in use; what was migrated before it stays.
pub fn migrate(url: &str) -> Result<usize> {
    locked(url, async |mut connection| {
        // Even to look, diesel makes a table of its own, which a user who only works here may not.
        let done = if is_current(&mut connection).await? {
            0
        } else {
            let mut harness = Harness::new(connection);
            let done = one_by_one(&mut harness, run_next)?;
            connection = harness.into_inner();
            done
        };
        connection.batch_execute(role::PREPARE).await?;
        Ok(done)
    })
}

/// The versions of the migrations of this program.
///
/// # Errors
/// When they cannot be listed.
pub fn known_migrations() -> Result<Vec<String>> {
    let unlisted =
        |cause: Box<dyn std::error::Error + Send + Sync>| Error::bug(format!("no list of migrations: {cause}"));
    let migrations: Vec<Box<dyn Migration<Pg>>> = MIGRATIONS.migrations().map_err(unlisted)?;
    Ok(migrations.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Takes every migration back, the last first. For the test that each can be taken back.
///
/// # Errors
/// When the database cannot be reached, a migration cannot be taken back, or a table that it needs stays in use.
pub fn revert_all(url: &str) -> Result<usize> {
    locked(url, async |connection| one_by_one(&mut Harness::new(connection), revert_last))
}

fn run_next(harness: &mut Harness) -> Outcome<bool> {
    let missing = harness.has_pending_migration(MIGRATIONS)?;
    if missing {
        harness.run_next_migration(MIGRATIONS)?;
    }
    Ok(missing)
}

fn revert_last(harness: &mut Harness) -> Outcome<bool> {
    let applied = !harness.applied_migrations()?.is_empty();
    if applied {
        harness.revert_last_migration(MIGRATIONS)?;
    }
    Ok(applied)
}

type Harness = AsyncMigrationHarness<AsyncPgConnection>;
type Outcome<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Takes steps until one finds nothing more to do. A step that waited too long for a table is taken again.
fn one_by_one(harness: &mut Harness, step: impl Fn(&mut Harness) -> Outcome<bool>) -> Outcome<usize> {
    let (mut done, mut failed) = (0, 0);
    loop {
        match step(harness) {
            Ok(false) => return Ok(done),
            Ok(true) => (done, failed) = (done + 1, 0),
            Err(cause) if waited(cause.as_ref()) && failed + 1 < ATTEMPTS => {
                tracing::warn!("a migration waits for a table that is in use, and tries again: {cause}");
                failed += 1;
                thread::sleep(PAUSE);
            }
            Err(cause) => return Err(cause),
        }
    }
}

/// Whether a migration found a table in use. Diesel hides the SQLSTATE, so the words must do.
fn waited(cause: &dyn std::error::Error) -> bool {
    cause.to_string().contains("lock timeout")
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = sql_types::Text)]
    version: String,
}

/// Whether every migration of this program was run.
async fn is_current(connection: &mut AsyncPgConnection) -> Outcome<bool> {
    let kept =
        "select relname::text as version from pg_class where oid = to_regclass('public.__diesel_schema_migrations')";
    if sql_query(kept).load::<Applied>(connection).await?.is_empty() {
        return Ok(false);
    }
    let applied = sql_query("select version::text from __diesel_schema_migrations").load::<Applied>(connection).await?;
    Ok(known_migrations()?.iter().all(|known| applied.iter().any(|run| run.version == *known)))
}

/// Works on a thread and a runtime of its own: the harness blocks, which a worker's single-threaded runtime must not.
fn locked(url: &str, work: impl AsyncFnOnce(AsyncPgConnection) -> Outcome<usize> + Send) -> Result<usize> {
    std::thread::scope(|scope| {
        let thread = scope.spawn(|| -> Result<usize> {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(1)
                .enable_all()
                .build()
                .map_err(Error::internal)?;
            runtime.block_on(async {
                let mut connection = connect(url).await.map_err(Error::unavailable)?;
                // Migrations may take long, and so may the other program that holds the lock; a table is another matter. They are the program's
                // own work, so that the rules of tables hide no row from them.
                let prepare = format!(
                    "set statement_timeout = 0; set lock_timeout = 0; select pg_advisory_lock({LOCK}); \
                     set lock_timeout = '{LONGEST_WAIT}'; set darasa.viewer = 'program'"
                );
                connection.batch_execute(&prepare).await?;
                work(connection).await.map_err(|cause| Error::bug(format!("a migration failed: {cause}")))
            })
        });
        thread.join().map_err(|_| Error::bug("the migration thread panicked"))?
    })
}
