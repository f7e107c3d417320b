//! The work beside the requests: jobs, the outbox, the seal of the history.

use std::{
    panic::AssertUnwindSafe,
    sync::{Arc, mpsc},
    time::{Duration, Instant},
};

use futures::FutureExt;

use super::{State, config::BACKGROUND_CONNECTIONS};
use crate::{
    accounts, appeals, audit,
    kit::{
        Call, Error, Result,
        db::Pools,
        files::RemoveUnused,
        jobs::Runner,
        mail::{Templates, outbox},
        writes,
    },
    monitoring, notices, plans,
};

/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_millis(500);
/// How long after what is published was laid in it is done again: so old is what a reader may get while the database is away.
const STOCK: Duration = Duration::from_secs(10);
/// How long after tidying up it is done again.
const TIDY: Duration = Duration::from_hours(24);

/// Every kind of job.
fn runner() -> Runner {
    Runner::default()
        .with::<appeals::jobs::AnnounceEdition>()
        .with::<RemoveUnused>()
        .with::<monitoring::OpenPeriod>()
        .with::<monitoring::TellPeriod>()
        .with::<monitoring::RemindOfPlan>()
}

/// Every kind of mail.
pub fn templates() -> Templates {
    Templates::default()
        .with::<accounts::mail::Invitation>()
        .with::<accounts::mail::PasswordReset>()
        .with::<notices::mail::Confirmation>()
        .with::<monitoring::mail::ReportReturned>()
        .with::<monitoring::mail::ReportAccepted>()
        .with::<plans::mail::ProjectSubmitted>()
        .with::<plans::mail::ProjectReturned>()
        .with::<plans::mail::ProjectApproved>()
        .with::<monitoring::PeriodOpened>()
        .with::<notices::Notice<monitoring::ReportsDue>>()
        .with::<notices::Notice<appeals::mail::EditionPublished>>()
}

/// Does what is due once: jobs, then the mails that they left, then the seal. Says how much there was to do.
///
/// # Errors
/// When the database cannot be reached.
pub async fn work_once(pools: &Arc<Pools>, state: &State) -> Result<usize> {
    let jobs = runner().run_due(pools, &state.tools, &state.stop).await?;
    let call = Call::of_program(Arc::clone(pools), Arc::clone(&state.tools));
    let mails = outbox::dispatch(&call, &templates(), &state.transport, &state.stop).await?;
    let sealed = audit::seal(&call).await?;
    Ok(jobs + mails + sealed)
}

/// Forgets what nobody needs any more. Says how many records that were.
///
/// # Errors
/// When the database cannot be reached.
pub async fn tidy_once(pools: &Arc<Pools>, state: &State) -> Result<usize> {
    let call = Call::of_program(Arc::clone(pools), Arc::clone(&state.tools));
    let forgotten = writes::forget_old_answers(&call).await? + accounts::forget_ended_sessions(&call).await?;
    tracing::info!(tidy.forgotten = forgotten, "old answers of writes, ended sessions and resets were forgotten");
    Ok(forgotten)
}

/// The thread that works beside the requests, until the order to stop.
pub struct Background {
    /// Closed by the thread's end.
    ended: mpsc::Receiver<()>,
}

impl Background {
    /// Starts it.
    ///
    /// # Errors
    /// When its runtime or its pools cannot be made.
    pub fn start(database_url: &str, state: &Arc<State>) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
        let pools = Arc::new(Pools::new(database_url, BACKGROUND_CONNECTIONS / 2)?);
        let (alive, ended) = mpsc::channel();
        let state = Arc::clone(state);
        let work = move || {
            let _alive: mpsc::Sender<()> = alive;
            // A panic costs a rest, and not the thread: mails must go on.
            while runtime.block_on(AssertUnwindSafe(work_until_stopped(&pools, &state)).catch_unwind()).is_err() {
                std::thread::sleep(REST);
            }
        };
        std::thread::Builder::new().name("background".into()).spawn(work).map_err(Error::internal)?;
        Ok(Self { ended })
    }

    /// Waits for its end, and not for longer than this: what it still does then is done again by the next program.
    pub fn end_within(self, time: Duration) {
        if self.ended.recv_timeout(time) == Err(mpsc::RecvTimeoutError::Timeout) {
            tracing::error!("the work beside the requests did not end in time; the next start takes it up again");
        }
    }
}

async fn work_until_stopped(pools: &Arc<Pools>, state: &State) {
    let (mut tidied, mut stocked): (Option<Instant>, Option<Instant>) = (None, None);
    while !state.stop.is_ordered() {
        if tidied.is_none_or(|last| last.elapsed() > TIDY) {
            tidied = Some(Instant::now());
            if let Err(error) = tidy_once(pools, state).await {
                tracing::warn!("nothing could be tidied up: {error}");
            }
        }
        if stocked.is_none_or(|last| last.elapsed() > STOCK) {
            stocked = Some(Instant::now());
            let call = Call::of_program(Arc::clone(pools), Arc::clone(&state.tools));
            if let Err(error) = appeals::page::stock(&call).await {
                tracing::warn!("what is published could not be laid in: {error}");
            }
        }
        // One that panics is told as a fault of ours.
        let round = AssertUnwindSafe(work_once(pools, state)).catch_unwind().await;
        let rest = match round.unwrap_or_else(|panic| Err(Error::panicked("the work beside the requests", &*panic))) {
            Ok(0) => REST,
            Ok(_) => continue,
            Err(error) => {
                tracing::warn!("the work beside the requests is held up: {error}");
                REST * 4
            }
        };
        tokio::select! { () = tokio::time::sleep(rest) => {}, () = state.stop.ordered() => {} }
    }
}
