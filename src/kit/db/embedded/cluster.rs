//! One Postgres cluster on disk: made by initdb, started as a child, asked whether it is ready, stopped. Who keeps it alive is `guard`'s matter.

use std::{
    collections::hash_map::DefaultHasher,
    ffi::OsStr,
    fs::{self, File},
    hash::{Hash, Hasher},
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::{ffi::OsStrExt, fs::OpenOptionsExt, net::UnixStream, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::{EmbeddedError, failure, find::Programs, identity::Account, process::signal, storage_error, tools};

/// The superuser of an embedded cluster, and the name of its database.
pub const NAME: &str = "darasa";
/// How long a cluster may take to accept connections; replaying a long log after a crash takes its time.
const READY_WITHIN: Duration = Duration::from_mins(5);
/// How long Postgres has to close files in order before it is told to drop everything.
const STOP_WITHIN: Duration = Duration::from_secs(30);
/// How often we look whether a process has come to the next state.
const GLANCE: Duration = Duration::from_millis(20);
/// A log above this size begins anew; the one before is kept beside it.
const LOG_LIMIT: u64 = 8 * 1024 * 1024;

/// What a cluster is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It keeps data: everything is flushed to disk, and it ends with the process that started it.
    Lasting {
        /// How many connections it takes; none: as many as its own settings say.
        connections: Option<usize>,
    },
    /// It serves tests: nothing is flushed, many connections, and it outlives the process that started it.
    Disposable,
}

/// A cluster: its programs, the account it runs as and its places.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// The programs that made it and run it.
    pub programs: Programs,
    /// The account it runs as.
    pub account: Account,
    /// The data folder (PGDATA).
    pub folder: PathBuf,
    /// The folder of its socket, closed to all but the account: whoever gets in is trusted.
    pub socket: PathBuf,
    /// Its log.
    pub log: PathBuf,
    /// What it is for.
    pub purpose: Purpose,
}

impl Cluster {
    /// The cluster that keeps the app's data below `root`.
    pub(super) fn lasting(root: &Path, programs: Programs, account: Account, connections: Option<usize>) -> Self {
        let socket = socket_folder(root, &account);
        let (folder, log) = (root.join("database"), root.join("postgres.log"));
        Self { programs, account, folder, socket, log, purpose: Purpose::Lasting { connections } }
    }

    /// Makes the cluster and an empty database named [`NAME`] in it. The work is done in a folder beside, renamed at the end: what is in place is
    /// whole.
    ///
    /// # Errors
    /// When a folder cannot be written or initdb fails; the error carries its last words.
    pub fn create(&self) -> Result<(), EmbeddedError> {
        let mut unfinished = self.folder.clone().into_os_string();
        unfinished.push(".init");
        let unfinished = PathBuf::from(unfinished);
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished).map_err(|error| storage_error(&self.account, &unfinished, &error))?;
        }
        self.account.make_private_folder(&unfinished)?;
        self.initialise(&unfinished)?;
        let mut single = self.command("postgres");
        single.arg("--single").arg("-D").arg(&unfinished).args(["-c", "exit_on_error=on", "postgres"]);
        self.run(single, &format!("create database {NAME}\n"))
            .map_err(|said| self.failed("The database could not be created", &said))?;
        let moved = fs::rename(&unfinished, &self.folder).and_then(|()| File::open(parent(&self.folder))?.sync_all());
        moved.map_err(|error| storage_error(&self.account, &self.folder, &error))
    }

    fn initialise(&self, folder: &Path) -> Result<(), EmbeddedError> {
        let mut said = String::new();
        for locale in locales(self.programs.major) {
            let mut command = self.command("initdb");
            command.arg("--pgdata").arg(folder).args([
                "--username",
                NAME,
                "--auth",
                "trust",
                "--encoding",
                "UTF8",
                "--data-checksums",
            ]);
            command.args(*locale);
            if self.purpose == Purpose::Disposable {
                command.arg("--no-sync");
            }
            match self.run(command, "") {
                Ok(()) => return Ok(()),
                Err(words) => said = words,
            }
            // A libc without that locale; the next choice asks for less.
            if !said.contains("invalid locale") {
                break;
            }
        }
        Err(self.failed("The database could not be set up (initdb failed)", &said))
    }

    /// Runs a program to its end, with `input`, and logs what it says; what it said is the error.
    fn run(&self, mut command: Command, input: &str) -> Result<(), String> {
        tie_to_us(&mut command);
        let mut run = || {
            let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
            if let Some(mut stdin) = child.stdin.take() {
                stdin.write_all(input.as_bytes())?;
            }
            child.wait_with_output()
        };
        let output = run().map_err(|error| error.to_string())?;
        let said = [String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)].concat();
        if let Ok(mut log) = self.open_log() {
            let _ = log.write_all(said.as_bytes());
        }
        if output.status.success() { Ok(()) } else { Err(said) }
    }

    /// Starts the server and returns at once. It must be called from a thread that lives as long as the server should: on Linux a
    /// [`Purpose::Lasting`] server is told to stop when that thread ends, however it ends.
    ///
    /// # Errors
    /// When the program cannot be started or the log not be opened.
    pub fn spawn(&self) -> io::Result<Child> {
        let log = self.open_log()?;
        let mut command = self.command("postgres");
        command.arg("-D").arg(&self.folder).arg("-k").arg(&self.socket).args(["-p", "5432"]);
        let settings: &[&str] = match self.purpose {
            Purpose::Lasting { .. } => &["logging_collector=off"],
            Purpose::Disposable => &[
                "fsync=off",
                "full_page_writes=off",
                "synchronous_commit=off",
                "autovacuum=off",
                "max_connections=200",
            ],
        };
        for setting in ["listen_addresses=", "unix_socket_permissions=0700"].iter().chain(settings) {
            command.args(["-c", setting]);
        }
        if let Purpose::Lasting { connections: Some(connections) } = self.purpose {
            command.arg("-c").arg(format!("max_connections={connections}"));
        }
        match self.purpose {
            // Its own process group, so that Ctrl-C reaches the app alone, which then stops it in order.
            Purpose::Lasting { .. } => tie_to_us(command.process_group(0)),
            Purpose::Disposable => detach(&mut command),
        }
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()
    }

    /// Waits until the server accepts connections; if it ends before, its exit status is the error.
    ///
    /// # Errors
    /// The exit status of a server that ended, nothing for one that took too long.
    pub fn wait_until_ready(&self, child: &mut Child) -> Result<(), Option<ExitStatus>> {
        let deadline = Instant::now() + READY_WITHIN;
        while Instant::now() < deadline {
            if let Ok(Some(status)) = child.try_wait() {
                return Err(Some(status));
            }
            let pid_file = self.pid_file();
            if pid_file.get(7).is_some_and(|state| state.trim() == "ready")
                && self.recorded_pid() == Some(child.id())
                && self.answers()
            {
                return Ok(());
            }
            thread::sleep(GLANCE);
        }
        Err(None)
    }

    /// The process id that the pid file names.
    pub fn recorded_pid(&self) -> Option<u32> {
        self.pid_file().first()?.trim().parse().ok()
    }

    fn pid_file(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.join("postmaster.pid")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }

    /// One question to the socket that needs no login: "do you speak TLS?". Any answer means that somebody listens.
    fn answers(&self) -> bool {
        const TLS_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];
        let ask = || {
            let mut socket = UnixStream::connect(self.socket.join(".s.PGSQL.5432"))?;
            socket.set_read_timeout(Some(Duration::from_secs(5)))?;
            socket.write_all(&TLS_REQUEST)?;
            socket.read_exact(&mut [0])
        };
        ask().is_ok()
    }

    /// The URL of one of its databases.
    pub fn url(&self, database: &str) -> String {
        format!("postgres:///{database}?host={}&user={NAME}", tools::percent_encoded(self.socket.as_os_str()))
    }

    /// The error for something that failed with `said` as its last words.
    pub(super) fn failed(&self, what: &str, said: &str) -> EmbeddedError {
        failure(what, said, &self.folder, &self.log)
    }

    /// How long the log is now; see [`Cluster::log_since`].
    pub(super) fn log_length(&self) -> u64 {
        fs::metadata(&self.log).map_or(0, |metadata| metadata.len())
    }

    /// What the log says from `start` on, at most the last 64 KiB of it.
    pub(super) fn log_since(&self, start: u64) -> String {
        let read = || {
            let mut file = File::open(&self.log)?;
            let length = file.metadata()?.len();
            file.seek(SeekFrom::Start(start.max(length.saturating_sub(64 * 1024))))?;
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            io::Result::Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        read().unwrap_or_default()
    }

    /// Begins the log anew when it has grown large. Copied and emptied rather than renamed, because Postgres keeps it open (for appending).
    pub(super) fn rotate_log(&self) {
        if self.log_length() > LOG_LIMIT {
            let rotated = fs::copy(&self.log, self.log.with_extension("log.1"))
                .and_then(|_| File::options().write(true).open(&self.log)?.set_len(0));
            if let Err(error) = rotated {
                tracing::warn!(%error, "the log of the embedded database could not be rotated");
            }
        }
    }

    fn open_log(&self) -> io::Result<File> {
        File::options().append(true).create(true).mode(0o600).open(&self.log)
    }

    /// One of its programs, as its account and free of the caller's environment: a PGDATA or PGPORT of the operator's is not meant for it.
    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.program(program));
        for (name, _) in std::env::vars_os().filter(|(name, _)| is_about_postgres(name)) {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").current_dir("/");
        self.account.lend_to(&mut command);
        command
    }
}

/// The folder of the socket: with the data, or, where that path is too long for a socket's address, a short one in `/tmp`.
fn socket_folder(root: &Path, account: &Account) -> PathBuf {
    /// The smallest limit among our systems is 104 bytes with the closing zero; the socket's name takes 14.
    const LONGEST: usize = 103 - "/.s.PGSQL.5432".len();
    let folder = root.join("socket");
    if folder.as_os_str().len() <= LONGEST {
        return folder;
    }
    let mut hasher = DefaultHasher::new();
    root.as_os_str().as_bytes().hash(&mut hasher);
    PathBuf::from(format!("/tmp/darasa-{}-{:016x}", account.uid, hasher.finish()))
}

/// systemd's socket counts too: a Postgres built for it would report readiness in the app's name.
fn is_about_postgres(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b"PG") || name == "NOTIFY_SOCKET"
}

/// The choices of locale for initdb, best first. The order of texts must not depend on how Postgres was built, so no ICU; from 17 on Postgres
/// brings a C.UTF-8 of its own.
fn locales(major: u32) -> &'static [&'static [&'static str]] {
    match major {
        17.. => &[&["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]],
        _ => &[&["--locale=C.UTF-8"], &["--locale=C"]],
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// Stops a server: in order, and if that takes too long, at once (it then recovers at the next start).
pub fn stop(child: &mut Child) {
    for (how, within) in [(libc::SIGINT, STOP_WITHIN), (libc::SIGQUIT, STOP_WITHIN), (libc::SIGKILL, STOP_WITHIN)] {
        signal(child.id(), how);
        if wait_until(within, || !matches!(child.try_wait(), Ok(None))) {
            return;
        }
    }
}

/// Looks again and again until `done` or the time is over; says which.
pub(super) fn wait_until(within: Duration, mut done: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + within;
    while !done() {
        if Instant::now() >= deadline {
            return false;
        }
        thread::sleep(GLANCE);
    }
    true
}

/// Has the system stop the child (in order) when the thread that starts it ends, even by `kill -9`. Only Linux can; elsewhere the next start
/// finds what was left over.
fn tie_to_us(command: &mut Command) {
    #[cfg(target_os = "linux")]
    {
        let us = std::process::id();
        let tie = move || {
            // SAFETY: both calls are safe between fork and exec; they touch no memory. The change of user has been made by then, which
            // matters because it would undo the tie.
            let tied = unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGINT) == 0 };
            // SAFETY: as above.
            let parent = unsafe { libc::getppid() };
            // We may have died between fork and tie; then nobody would ever stop the child.
            if tied && u32::try_from(parent) == Ok(us) {
                Ok(())
            } else {
                Err(io::Error::from_raw_os_error(libc::ESRCH))
            }
        };
        // SAFETY: the closure allocates nothing and takes no lock.
        unsafe { command.pre_exec(tie) };
    }
    #[cfg(not(target_os = "linux"))]
    let _ = command;
}

/// Gives the child a session of its own, so that it outlives its parent.
fn detach(command: &mut Command) {
    // SAFETY: setsid is safe between fork and exec and touches no memory.
    let leave = || if unsafe { libc::setsid() } >= 0 { Ok(()) } else { Err(io::Error::last_os_error()) };
    // SAFETY: the closure allocates nothing and takes no lock.
    unsafe { command.pre_exec(leave) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_of_the_operator_does_not_reach_postgres() {
        assert!(is_about_postgres(OsStr::new("PGDATA")));
        assert!(is_about_postgres(OsStr::new("PGPASSWORD")));
        assert!(is_about_postgres(OsStr::new("NOTIFY_SOCKET")));
        assert!(!is_about_postgres(OsStr::new("PATH")));
        assert!(!is_about_postgres(OsStr::new("MYPGDATA")));
    }

    #[test]
    fn a_path_too_long_for_a_socket_gets_a_short_one() {
        let account = Account::for_folder(Path::new("/nowhere")).expect("this machine has an account");
        assert_eq!(socket_folder(Path::new("/var/lib/darasa"), &account), Path::new("/var/lib/darasa/socket"));
        let long = PathBuf::from(format!("/{}", "x".repeat(120)));
        let short = socket_folder(&long, &account);
        assert!(short.as_os_str().len() < 60 && short.starts_with("/tmp"), "{short:?}");
        assert_ne!(short, socket_folder(&long.join("other"), &account));
    }

    #[test]
    fn the_order_of_texts_never_comes_from_icu() {
        for major in 14..=18 {
            for choice in locales(major) {
                assert!(choice.iter().all(|argument| !argument.contains("icu")), "{choice:?}");
            }
        }
        assert_eq!(locales(16), [["--locale=C.UTF-8"], ["--locale=C"]]);
        assert_eq!(locales(17)[0][0], "--locale-provider=builtin");
    }
}
