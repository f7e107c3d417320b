//! The pools of a worker thread, and the handle through which one request reads.

use std::{
    ops::Deref,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel_async::{
    AsyncPgConnection,
    pooled_connection::{
        AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod,
        deadpool::{Object, Pool},
    },
};
use futures::FutureExt;
use tokio::sync::OnceCell;

use super::connect;
use crate::kit::{Error, Result};

/// A connection as stores take it: shared, so that queries of one request can be sent without waiting for each other.
pub type Conn<'a> = &'a AsyncPgConnection;

/// The pools of one worker thread.
pub struct Pools {
    read: Pool<AsyncPgConnection>,
    write: Pool<AsyncPgConnection>,
}

impl Pools {
    /// Pools of at most `size` connections each to the database at `url`. Nothing is opened yet.
    ///
    /// # Errors
    /// When the pools cannot be set up.
    pub fn new(url: &str, size: usize) -> Result<Self> {
        Ok(Self { read: pool(url, size)?, write: pool(url, size)? })
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

/// Reads of one request. The first read takes a connection, all others share it, and it goes back with the last clone.
#[derive(Clone)]
pub struct Db(Arc<Held>);

struct Held {
    pools: Arc<Pools>,
    connection: OnceCell<Object<AsyncPgConnection>>,
}

impl Db {
    /// Reads through `pools`.
    pub fn new(pools: Arc<Pools>) -> Self {
        Self(Arc::new(Held { pools, connection: OnceCell::new() }))
    }

    /// The request's connection.
    ///
    /// # Errors
    /// `UNAVAILABLE` when the database cannot be reached or all connections are busy for too long.
    pub async fn conn(&self) -> Result<Conn<'_>> {
        let held = &self.0;
        let object = held
            .connection
            .get_or_try_init(|| async { held.pools.read.get().await.map_err(Error::unavailable) })
            .await?;
        Ok(object.deref())
    }

    /// The pools behind it.
    pub fn pools(&self) -> &Arc<Pools> {
        &self.0.pools
    }
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
