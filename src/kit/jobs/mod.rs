//! Work for later, kept in Postgres: enqueued in the transaction that calls for it, run at least once, retried with growing pauses.

mod store;

use std::{collections::HashMap, panic::AssertUnwindSafe, sync::Arc};

use chrono::TimeDelta;
use futures::{FutureExt, future::BoxFuture};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    Error, Result, Toolbox,
    call::Call,
    db::{Pools, Transaction},
};

/// How long a worker may be silent before another takes its job.
const LEASE: TimeDelta = TimeDelta::minutes(2);
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
    let payload = serde_json::to_value(job).map_err(Error::internal)?;
    store::insert(transaction, J::KIND, payload).await
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

    /// Runs every job that is due and says how many there were.
    ///
    /// # Errors
    /// When the table cannot be read or written. A job's own error is kept with the job.
    pub async fn run_due(&self, pools: &Arc<Pools>, tools: &Arc<Toolbox>) -> Result<usize> {
        let mut ran = 0;
        loop {
            let call = Call::of_program(Arc::clone(pools), Arc::clone(tools));
            let now = tools.clock.now();
            let Some(claimed) = store::claim(call.db.conn().await?, now, now + LEASE).await? else { return Ok(ran) };
            ran += 1;
            let outcome = match self.handlers.get(claimed.kind.as_str()) {
                // A job that panics costs its own attempt, and not the worker.
                Some((_, handler)) => AssertUnwindSafe(handler(claimed.payload.clone(), call.clone()))
                    .catch_unwind()
                    .await
                    .unwrap_or_else(|panic| Err(Error::panicked("a job", &*panic))),
                None => Err(Error::bug(format!("no worker here knows jobs of kind {}", claimed.kind))),
            };
            match outcome {
                Ok(()) => store::finish(call.db.conn().await?, &claimed).await?,
                Err(error) => {
                    tracing::warn!(job.kind = claimed.kind, job.attempts = claimed.attempts, "a job failed: {error}");
                    let limit = self.handlers.get(claimed.kind.as_str()).map_or(i32::MAX, |(limit, _)| *limit);
                    let given_up = claimed.attempts >= limit;
                    store::put_back(
                        call.db.conn().await?,
                        &claimed,
                        &error.to_string(),
                        now,
                        pause(claimed.attempts),
                        given_up,
                    )
                    .await?;
                }
            }
        }
    }
}

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
