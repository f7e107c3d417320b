//! Keeps one embedded cluster alive and alone: one instance per data folder, left-over servers stopped, a server that dies started again.

use std::{
    convert::Infallible,
    fs::{File, TryLockError},
    io::{Read, Write},
    os::unix::fs::OpenOptionsExt,
    path::Path,
    process::Child,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender},
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use super::{
    EmbeddedError,
    cluster::{Cluster, stop, wait_until},
    identity::Account,
    process::{Process, signal},
    storage_error,
};

/// How long to try again while the remains of a killed server go away.
const CLEAR_WITHIN: Duration = Duration::from_secs(60);
/// How often the guard looks at its server.
const TICK: Duration = Duration::from_millis(200);
/// The pauses before a dead server is started again; after the last one we give up.
const BACK_OFF: [Duration; 3] = [Duration::from_millis(200), Duration::from_secs(1), Duration::from_secs(5)];
/// A server that ran this long counts as sound again.
const SOUND_AFTER: Duration = Duration::from_mins(2);

/// The sign that a data folder is taken. The system takes it back when the process ends, however it ends.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "held, never read: the lock lasts as long as the open file")] File);

impl Lock {
    pub(super) fn take(root: &Path, account: &Account) -> Result<Self, EmbeddedError> {
        let path = root.join("lock");
        let broken = |error| storage_error(account, &path, &error);
        let mut file = File::options().create(true).read(true).append(true).mode(0o600).open(&path).map_err(broken)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut pid = String::new();
                let _ = file.read_to_string(&mut pid);
                return Err(EmbeddedError::InUse { folder: root.to_owned(), pid: pid.trim().to_owned() });
            }
            Err(TryLockError::Error(error)) => return Err(broken(error)),
        }
        file.set_len(0).and_then(|()| writeln!(file, "{}", std::process::id())).map_err(broken)?;
        Ok(Self(file))
    }
}

/// Starts the server, tells `first` how that went, and keeps it running until the other end of `orders` is dropped. When it cannot be kept running,
/// `failure` is told why. The thread that calls this is the server's parent in the eyes of the system, so it must do all of it.
pub(super) fn keep_running(
    cluster: &Cluster,
    orders: &Receiver<Infallible>,
    first: &SyncSender<Result<(), EmbeddedError>>,
    failure: oneshot::Sender<EmbeddedError>,
) {
    let launched = launch(cluster);
    let mut child = match launched {
        Ok(child) => child,
        Err(error) => {
            let _ = first.send(Err(error));
            return;
        }
    };
    let _ = first.send(Ok(()));
    let mut restarts = 0;
    let mut started = Instant::now();
    loop {
        if told_to_stop(orders, TICK) {
            stop(&mut child);
            return;
        }
        cluster.rotate_log();
        let Ok(Some(status)) = child.try_wait() else { continue };
        tracing::error!(%status, database.log = %cluster.log.display(), "the embedded database ended by itself; starting it again");
        if started.elapsed() > SOUND_AFTER {
            restarts = 0;
        }
        match restart(cluster, orders, &mut restarts) {
            Restart::Done(again) => child = again,
            Restart::Stop => return,
            Restart::GaveUp(error) => {
                let _ = failure.send(error);
                return;
            }
        }
        started = Instant::now();
    }
}

enum Restart {
    Done(Child),
    Stop,
    GaveUp(EmbeddedError),
}

fn restart(cluster: &Cluster, orders: &Receiver<Infallible>, restarts: &mut usize) -> Restart {
    let mut last = None;
    while let Some(pause) = BACK_OFF.get(*restarts) {
        *restarts += 1;
        if told_to_stop(orders, *pause) {
            return Restart::Stop;
        }
        match launch(cluster) {
            Ok(child) => {
                tracing::info!("the embedded database runs again");
                return Restart::Done(child);
            }
            Err(error) => last = Some(error),
        }
    }
    Restart::GaveUp(
        last.unwrap_or_else(|| cluster.failed("The embedded PostgreSQL keeps ending by itself", &cluster.log_since(0))),
    )
}

fn told_to_stop(orders: &Receiver<Infallible>, within: Duration) -> bool {
    matches!(orders.recv_timeout(within), Err(RecvTimeoutError::Disconnected))
}

/// Starts the server and waits until it accepts connections. After a `kill -9` of everything the remains of the old server (an unreaped process,
/// backends at their last query) stand in the way for a while; so it tries again, and leaves the judgement whether the data is free to Postgres.
fn launch(cluster: &Cluster) -> Result<Child, EmbeddedError> {
    const NOT_STARTED: &str = "The embedded PostgreSQL did not start";
    let deadline = Instant::now() + CLEAR_WITHIN;
    loop {
        stop_left_over(cluster);
        cluster.rotate_log();
        let mark = cluster.log_length();
        let mut child = cluster.spawn().map_err(|error| cluster.failed(NOT_STARTED, &error.to_string()))?;
        let Err(status) = cluster.wait_until_ready(&mut child) else { return Ok(child) };
        let said = cluster.log_since(mark);
        if status.is_none() {
            stop(&mut child);
            return Err(cluster.failed("The embedded PostgreSQL did not get ready in time", &said));
        }
        let in_the_way = said.contains("already exists") && said.contains("lock file")
            || said.contains("pre-existing shared memory block");
        if !in_the_way {
            return Err(cluster.failed(NOT_STARTED, &said));
        }
        match owner(cluster) {
            Owner::Foreign { pid, command } => {
                return Err(EmbeddedError::ForeignProcess {
                    file: cluster.folder.join("postmaster.pid"),
                    pid,
                    command,
                });
            }
            Owner::None | Owner::Ours(_) if Instant::now() < deadline => {
                tracing::info!("the remains of an earlier database server are in the way; waiting for them to go");
                std::thread::sleep(Duration::from_millis(300));
            }
            Owner::None | Owner::Ours(_) => return Err(cluster.failed(NOT_STARTED, &said)),
        }
    }
}

enum Owner {
    None,
    Ours(u32),
    Foreign { pid: u32, command: String },
}

/// Whose process the pid file names.
fn owner(cluster: &Cluster) -> Owner {
    let seen = cluster.recorded_pid().and_then(|pid| Some((pid, Process::look(pid)?)));
    match seen {
        Some((pid, process)) if !process.zombie => {
            let ours = process.command.contains(&*cluster.folder.to_string_lossy());
            if ours { Owner::Ours(pid) } else { Owner::Foreign { pid, command: process.command } }
        }
        _ => Owner::None,
    }
}

/// Stops a server that outlived the instance that started it. We hold the lock of the data folder, so no living instance needs it; and it is
/// stopped rather than adopted, because only a parent learns of a child's end.
fn stop_left_over(cluster: &Cluster) {
    for how in [libc::SIGINT, libc::SIGQUIT] {
        let Owner::Ours(pid) = owner(cluster) else { return };
        tracing::info!(pid, "stopping a database server that an earlier run left behind");
        signal(pid, how);
        wait_until(Duration::from_secs(30), || !matches!(owner(cluster), Owner::Ours(_)));
    }
}
