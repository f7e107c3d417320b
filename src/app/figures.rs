//! The figures of the work inside: connections, jobs, mails. Those of requests are kept by `kit::telemetry`.

use std::{
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use tokio::time::timeout;

use crate::kit::{
    Error, Result,
    clock::Clock,
    db::{Db, Pools, Sight},
    jobs,
    mail::outbox,
    shelf::Shelf,
    telemetry::Telemetry,
};

/// How long the database may take to count what waits in it.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is read when the figures are asked for. One for the whole program; workers share it.
pub(super) struct Figures {
    pools: Arc<Mutex<Vec<Weak<Pools>>>>,
    jobs: Arc<AtomicU32>,
    mails: Arc<AtomicU32>,
}

impl Figures {
    /// Adds the figures to those of `telemetry`.
    pub(super) fn new(telemetry: &Telemetry, shelf: &Arc<Shelf>) -> Result<Self> {
        let this = Self { pools: Arc::default(), jobs: Arc::default(), mails: Arc::default() };
        let sum = |of: fn((usize, usize)) -> usize| {
            let pools = Arc::clone(&this.pools);
            move || {
                let pools = pools.lock().expect("no panic while holding the lock");
                let total: usize = pools.iter().filter_map(Weak::upgrade).map(|pools| of(pools.gauges())).sum();
                u32::try_from(total).unwrap_or(u32::MAX)
            }
        };
        telemetry.gauge(
            "darasa_db_connections",
            "Connections to the database that are open.",
            sum(|(open, _)| open),
        )?;
        telemetry.gauge("darasa_db_waiting", "Requests that wait for a connection.", sum(|(_, waiting)| waiting))?;
        let read = |number: &Arc<AtomicU32>| {
            let number = Arc::clone(number);
            move || number.load(Ordering::Relaxed)
        };
        telemetry.gauge("darasa_jobs_waiting", "Jobs that are due and not done.", read(&this.jobs))?;
        telemetry.gauge("darasa_outbox_waiting", "Mails that have not been sent or given up.", read(&this.mails))?;
        let kept = |of: fn((usize, u32)) -> u32| {
            let shelf = Arc::clone(shelf);
            move || of(shelf.gauges())
        };
        let bytes = kept(|(bytes, _)| u32::try_from(bytes).unwrap_or(u32::MAX));
        telemetry.gauge("darasa_kept_bytes", "Bytes kept in memory for the time when the database is away.", bytes)?;
        let help = "Reads of public pages that memory answered because the database was away.";
        telemetry.gauge("darasa_kept_answers", help, kept(|(_, answers)| answers))?;
        Ok(this)
    }

    /// Counts the connections of a worker's pools, too, and gives the worker its way to count what waits.
    pub(super) fn watch(&self, pools: &Arc<Pools>, clock: Clock) -> Watch {
        self.pools.lock().expect("no panic while holding the lock").push(Arc::downgrade(pools));
        Watch { pools: Arc::clone(pools), clock, jobs: Arc::clone(&self.jobs), mails: Arc::clone(&self.mails) }
    }
}

/// One worker's way to count what waits in the database.
pub(super) struct Watch {
    pools: Arc<Pools>,
    clock: Clock,
    jobs: Arc<AtomicU32>,
    mails: Arc<AtomicU32>,
}

impl Watch {
    /// Counts anew. Where the database does not answer, the numbers stay as they were: the other figures are wanted most then.
    pub(super) async fn refresh(&self) {
        let counted = timeout(PATIENCE, self.count()).await;
        if let Err(error) = counted.unwrap_or_else(|cause| Err(Error::unavailable(cause))) {
            tracing::warn!("what waits in the database could not be counted: {error}");
        }
    }

    async fn count(&self) -> Result<()> {
        let db = Db::new(Arc::clone(&self.pools), Sight::Program);
        let conn = db.conn().await?;
        self.jobs.store(jobs::waiting(conn, self.clock.now()).await?, Ordering::Relaxed);
        self.mails.store(outbox::waiting(conn).await?, Ordering::Relaxed);
        Ok(())
    }
}
