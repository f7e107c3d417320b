//! The pools of a worker thread, and the handle through which one request reads.

use std::{
    ops::Deref,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel_async::{
    AsyncPgConnection, SimpleAsyncConnection,
    pooled_connection::{
        AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod,
        deadpool::{Object, Pool},
    },
};
use futures::FutureExt;
use tokio::sync::{OnceCell, Semaphore};

use super::{
    connect,
    long::AT_ONCE,
    role,
    sight::{BLIND, Sight},
};
use crate::kit::{Error, Result};

/// A connection as stores take it: shared, so that queries of one request can be sent without waiting for each other.
pub type Conn<'a> = &'a AsyncPgConnection;

/// The pools of one worker thread.
pub struct Pools {
    read: Pool<AsyncPgConnection>,
    write: Pool<AsyncPgConnection>,
    pub(super) url: String,
    pub(super) long: Arc<Semaphore>,
}

impl Pools {
    /// Pools of at most `size` connections each to the database at `url`. Nothing is opened yet.
    ///
    /// # Errors
    /// When the pools cannot be set up.
    pub fn new(url: &str, size: usize) -> Result<Self> {
        let long = Arc::new(Semaphore::new(AT_ONCE));
        Ok(Self { read: pool(url, size)?, write: pool(url, size)?, url: url.to_owned(), long })
    }

    /// A connection for a transaction.
    pub(super) async fn for_transaction(&self) -> Result<Object<AsyncPgConnection>> {
        self.write.get().await.map_err(Error::unavailable)
    }

    /// Connections that are open, and those that wait for one: (open, waiting), over both pools.
    pub fn gauges(&self) -> (usize, usize) {
        let (read, write) = (self.read.status(), self.write.status());
        (read.size + write.size, read.waiting + write.waiting)
    }
}

fn pool(url: &str, size: usize) -> Result<Pool<AsyncPgConnection>> {
    let mut config = ManagerConfig::default();
    config.custom_setup = Box::new(|url| {
        async move {
            use diesel_async::AsyncConnection;
            let mut connection = connect(url).await?;
            role::take(&mut connection).await?;
            connection.set_instrumentation(Counter);
            Ok(connection)
        }
        .boxed()
    });
    config.recycling_method = RecyclingMethod::Fast;
    let manager = AsyncDieselConnectionManager::<AsyncPgConnection>::new_with_config(url, config);
    Pool::builder(manager)
        .max_size(size)
        .wait_timeout(Some(Duration::from_secs(5)))
        .create_timeout(Some(Duration::from_secs(5)))
        .runtime(deadpool_runtime())
        .build()
        .map_err(Error::internal)
}

fn deadpool_runtime() -> deadpool::Runtime {
    deadpool::Runtime::Tokio1
}

/// Reads of one request, as far as who asks may see. The first read takes a connection, all others share it, and it goes back with the last clone.
#[derive(Clone)]
pub struct Db(Arc<Held>);

struct Held {
    pools: Arc<Pools>,
    sight: Mutex<Sight>,
    connection: OnceCell<Object<AsyncPgConnection>>,
}

impl Db {
    /// Reads through `pools`, as far as `sight` reaches.
    pub fn new(pools: Arc<Pools>, sight: Sight) -> Self {
        Self(Arc::new(Held { pools, sight: Mutex::new(sight), connection: OnceCell::new() }))
    }

    /// The request's connection.
    ///
    /// # Errors
    /// `UNAVAILABLE` when the database cannot be reached or all connections are busy for too long.
    pub async fn conn(&self) -> Result<Conn<'_>> {
        let held = &self.0;
        let taken = held.connection.get_or_try_init(|| async {
            let object = held.pools.read.get().await.map_err(Error::unavailable)?;
            // There is no other way out of the pool, so no connection reads as whoever had it before.
            send_ahead(&object, &held.sight.lock().expect("no panic while holding the lock").statement(false));
            Ok::<_, Error>(object)
        });
        Ok(taken.await?.deref())
    }

    /// Reads as another from now on: once it is known who asks.
    pub fn look_as(&self, sight: Sight) {
        let mut held = self.0.sight.lock().expect("no panic while holding the lock");
        if let Some(connection) = self.0.connection.get() {
            send_ahead(connection, &sight.statement(false));
        }
        *held = sight;
    }

    /// The pools behind it.
    pub fn pools(&self) -> &Arc<Pools> {
        &self.0.pools
    }
}

impl Drop for Held {
    /// A connection that lies in the pool sees nothing.
    fn drop(&mut self) {
        if let Some(connection) = self.connection.get() {
            send_ahead(connection, BLIND);
        }
    }
}

/// Sends a statement before whatever comes next on the connection, and does not wait for its answer: that costs no way to the server and back.
/// Should the connection be lost, whatever comes next says so.
pub(super) fn send_ahead(mut conn: Conn<'_>, statement: &str) {
    // What is said on the way is no query of a request's own.
    QUERIES.sync_scope(Arc::default(), || drop(conn.batch_execute(statement).now_or_never()));
}

tokio::task_local! {
    static QUERIES: Arc<AtomicU64>;
}

/// Runs `work` and counts the statements that it sends.
pub async fn count_queries<T>(work: impl Future<Output = T>) -> (T, u64) {
    let counter = Arc::new(AtomicU64::new(0));
    let outcome = QUERIES.scope(Arc::clone(&counter), work).await;
    (outcome, counter.load(Ordering::Relaxed))
}

struct Counter;

impl Instrumentation for Counter {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { .. } = event {
            // Outside a counted request there is nobody to count for.
            QUERIES.try_with(|counter| counter.fetch_add(1, Ordering::Relaxed)).ok();
        }
    }
}
