//! The work beside the requests: jobs, the outbox, the seal of the history.

use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::JoinHandle,
    time::Duration,
};

use futures::FutureExt;

use super::State;
use crate::{
    accounts, appeals, audit,
    kit::{
        Call, Error, Result,
        db::Pools,
        jobs::Runner,
        mail::{Templates, outbox},
        writes,
    },
    monitoring, notices,
};

/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_millis(500);
/// How long after tidying up it is done again.
const TIDY: Duration = Duration::from_hours(24);

/// Every kind of job.
fn runner() -> Runner {
    Runner::default().with::<appeals::jobs::AnnounceEdition>()
}

/// Every kind of mail.
pub fn templates() -> Templates {
    Templates::default()
        .with::<accounts::mail::Invitation>()
        .with::<accounts::mail::PasswordReset>()
        .with::<notices::mail::Confirmation>()
        .with::<monitoring::mail::ReportReturned>()
        .with::<monitoring::mail::ReportAccepted>()
        .with::<notices::Notice<appeals::mail::EditionPublished>>()
}

/// Does what is due once: jobs, then the mails that they left, then the seal. Says how much there was to do.
///
/// # Errors
/// When the database cannot be reached.
pub async fn work_once(pools: &Arc<Pools>, state: &State) -> Result<usize> {
    let jobs = runner().run_due(pools, &state.tools).await?;
    let call = Call::of_program(Arc::clone(pools), Arc::clone(&state.tools));
    let mails = outbox::dispatch(&call, &templates(), &state.transport).await?;
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

/// The thread that works beside the requests.
pub struct Background {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Background {
    /// Starts it.
    ///
    /// # Errors
    /// When its runtime or its pools cannot be made.
    pub fn start(database_url: &str, state: &Arc<State>) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
        let pools = Arc::new(Pools::new(database_url, 2)?);
        let (stop, state) = (Arc::new(AtomicBool::new(false)), Arc::clone(state));
        let stopped = Arc::clone(&stop);
        let work = move || {
            runtime.block_on(async {
                let mut tidied: Option<std::time::Instant> = None;
                while !stopped.load(Ordering::Relaxed) {
                    // A panic costs this round, and not the thread: mails must go on.
                    let round = AssertUnwindSafe(work_once(&pools, &state)).catch_unwind().await;
                    match round.unwrap_or_else(|panic| Err(Error::panicked("the work beside the requests", &*panic))) {
                        Ok(0) if tidied.is_none_or(|last| last.elapsed() > TIDY) => {
                            tidied = Some(std::time::Instant::now());
                            if let Err(error) = tidy_once(&pools, &state).await {
                                tracing::warn!("nothing could be tidied up: {error}");
                            }
                        }
                        Ok(0) => tokio::time::sleep(REST).await,
                        Ok(_) => {}
                        Err(error) => {
                            tracing::warn!("the work beside the requests is held up: {error}");
                            tokio::time::sleep(REST * 4).await;
                        }
                    }
                }
            });
        };
        let thread = std::thread::Builder::new().name("background".into()).spawn(work).map_err(Error::internal)?;
        Ok(Self { stop, thread })
    }

    /// Lets it finish what it does and stops it.
    pub fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        if self.thread.join().is_err() {
            tracing::error!("the thread that works beside the requests had panicked");
        }
    }
}
