//! Work for later, kept in Postgres: enqueued in the transaction that calls for it, run at least once, retried with growing pauses.

mod store;

use std::{collections::HashMap, panic::AssertUnwindSafe, sync::Arc, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use self::store::Claimed;
use super::{
    Error, Result, Toolbox,
    call::Call,
    db::{Conn, Pools, Transaction},
    stop::Stop,
};

/// How long a worker may be silent before another takes its job.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How often a worker says that it is still at its job.
const HEARTBEAT: Duration = Duration::from_secs(40);
/// The longest pause between two attempts.
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// A kind of work. It may run twice (a worker can die after the work), so its effect must bear repetition.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Its name in the table. A renamed job loses those that wait.
    const KIND: &'static str;
    /// After so many attempts it is given up and shown to the operator.
    const MAX_ATTEMPTS: i32 = 10;

    /// Does the work.
    fn run(self, call: Call) -> impl Future<Output = Result<()>> + Send;
}

/// Leaves `job` to be run once the transaction has committed.
///
/// # Errors
/// When it cannot be written.
pub async fn enqueue<J: Job>(transaction: &Transaction, job: &J) -> Result<()> {
    enqueue_at(transaction, job, transaction.now()).await
}

/// Leaves `job` to be run at a moment to come.
///
/// # Errors
/// When it cannot be written.
pub async fn enqueue_at<J: Job>(transaction: &Transaction, job: &J, at: DateTime<Utc>) -> Result<()> {
    let payload = serde_json::to_value(job).map_err(Error::internal)?;
    store::insert(transaction, J::KIND, payload, at).await
}

/// How many jobs are due and not done.
///
/// # Errors
/// When the table cannot be read.
pub async fn waiting(conn: Conn<'_>, now: DateTime<Utc>) -> Result<u32> {
    store::waiting(conn, now).await
}

type Handler = Box<dyn Fn(Value, Call) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// Runs the jobs of the kinds that it knows.
#[derive(Default)]
pub struct Runner {
    handlers: HashMap<&'static str, (i32, Handler)>,
}

impl Runner {
    /// Learns a kind of job.
    #[must_use]
    pub fn with<J: Job>(mut self) -> Self {
        let handler: Handler = Box::new(|payload, call| {
            async move {
                let job: J = serde_json::from_value(payload).map_err(Error::internal)?;
                job.run(call).await
            }
            .boxed()
        });
        self.handlers.insert(J::KIND, (J::MAX_ATTEMPTS, handler));
        self
    }

    /// Runs every job that is due and says how many there were. After the order to stop it begins none, and puts back the one that does not end in
    /// time.
    ///
    /// # Errors
    /// When the table cannot be read or written. A job's own error is kept with the job.
    pub async fn run_due(&self, pools: &Arc<Pools>, tools: &Arc<Toolbox>, stop: &Stop) -> Result<usize> {
        let mut ran = 0;
        while !stop.is_ordered() {
            let call = Call::of_program(Arc::clone(pools), Arc::clone(tools));
            let now = tools.clock.now();
            let Some(job) = store::claim(call.db.conn().await?, now, now + LEASE).await? else { break };
            ran += 1;
            // On a connection of its own: a job that holds up its own must not look dead.
            let keeper = Call::of_program(Arc::clone(pools), Arc::clone(tools));
            tokio::select! {
                outcome = self.attempt(&job, &call) => self.note(&call, &job, outcome).await?,
                Err(error) = keep_lease(&keeper, &job) => return Err(error),
                () = stop.overdue() => {
                    tracing::warn!(job.kind = job.kind, "a job did not end in time and is put back");
                    store::release(keeper.db.conn().await?, &job, tools.clock.now()).await?;
                }
            }
        }
        Ok(ran)
    }

    async fn attempt(&self, job: &Claimed, call: &Call) -> Result<()> {
        let Some((_, handler)) = self.handlers.get(job.kind.as_str()) else {
            return Err(Error::bug(format!("no worker here knows jobs of kind {}", job.kind)));
        };
        // A job that panics costs its own attempt, and not the worker.
        let work = AssertUnwindSafe(handler(job.payload.clone(), call.clone())).catch_unwind();
        work.await.unwrap_or_else(|panic| Err(Error::panicked("a job", &*panic)))
    }

    async fn note(&self, call: &Call, job: &Claimed, outcome: Result<()>) -> Result<()> {
        let Err(error) = outcome else { return store::finish(call.db.conn().await?, job).await };
        tracing::warn!(job.kind = job.kind, job.attempts = job.attempts, "a job failed: {error}");
        let limit = self.handlers.get(job.kind.as_str()).map_or(i32::MAX, |(limit, _)| *limit);
        let (now, given_up) = (call.tools.clock.now(), job.attempts >= limit);
        let conn = call.db.conn().await?;
        store::put_back(conn, job, &error.to_string(), now, pause(job.attempts), given_up).await
    }
}

/// Says again and again that somebody is at the job; ends only when that cannot be said.
async fn keep_lease(keeper: &Call, job: &Claimed) -> Result<Never> {
    loop {
        tokio::time::sleep(HEARTBEAT).await;
        store::renew(keeper.db.conn().await?, job, keeper.tools.clock.now() + LEASE).await?;
    }
}

/// What is never there.
enum Never {}

/// The pause after so many attempts: 10 s, 20 s, 40 s ... up to [`LONGEST_PAUSE`].
pub fn pause(attempts: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(20);
    TimeDelta::seconds(10 * i64::from(2_u32.pow(doublings))).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour() {
        let seconds: Vec<i64> =
            [1, 2, 3, 9, 10, 1000].into_iter().map(|attempts| pause(attempts).num_seconds()).collect();
        assert_eq!(seconds, [10, 20, 40, 2560, 3600, 3600]);
    }
}
