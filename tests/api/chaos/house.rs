//! An installation that is kept running, as a service manager keeps it: a program that ends is started again.

use std::{
    fs::{self, File},
    io::Write,
    net::TcpListener,
    path::Path,
    process::{Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use darasa::kit::db::embedded::process::{Process, signal};
use tempfile::TempDir;

use crate::{
    embedded::{eventually, open_folder},
    support::{PASSWORD, database::execute, served},
};

/// An installation with the embedded database.
pub(super) struct House {
    /// Its data folder.
    pub(super) folder: TempDir,
    /// Where the program listens, whenever it runs.
    pub(super) url: String,
    keeping: Arc<Keeping>,
    keeper: Option<JoinHandle<()>>,
}

struct Keeping {
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    /// The program, while it runs.
    pid: Option<u32>,
    /// How it ended, each time.
    endings: Vec<ExitStatus>,
    /// True: it is not started again.
    stopping: bool,
}

impl Keeping {
    fn now(&self) -> std::sync::MutexGuard<'_, Now> {
        self.now.lock().expect("no panic while holding the lock")
    }

    /// Starts the program again and again, with a short rest in between, as `RestartSec=` has it.
    fn keep_running(&self, mut serve: Command) {
        loop {
            let mut program = {
                let mut now = self.now();
                if now.stopping {
                    return;
                }
                let program = serve.spawn().expect("the program starts");
                now.pid = Some(program.id());
                program
            };
            let ending = program.wait().expect("our child");
            let mut now = self.now();
            now.pid = None;
            now.endings.push(ending);
            drop(now);
            thread::sleep(Duration::from_millis(100));
        }
    }
}

/// A command of the program on the embedded database of a folder.
pub(super) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = served::command("", folder, arguments);
    command.env_remove("DATABASE_URL");
    command
}

/// Makes the first administrator of the installation in `folder`.
pub(super) fn create_administrator(folder: &Path) {
    let arguments = ["admin", "create", "--email", "admin@example.org", "--name", "Administrator"];
    let mut create = command(folder, &arguments).stdin(Stdio::piped()).spawn().expect("the program starts");
    create.stdin.take().expect("piped").write_all(format!("{PASSWORD}\n").as_bytes()).expect("it listens");
    let made = create.wait_with_output().expect("our child");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

impl House {
    /// A new one in `folder`, with an administrator; `settings` are environment variables of the program.
    pub(super) fn found(settings: &[(&str, &str)]) -> Self {
        let folder = open_folder();
        create_administrator(folder.path());
        Self::keep(folder, settings)
    }

    /// Keeps the one in `folder` running.
    pub(super) fn keep(folder: TempDir, settings: &[(&str, &str)]) -> Self {
        let log = File::options().create(true).append(true).open(folder.path().join("program.log")).expect("a log");
        Self::keep_with_log(folder, settings, log)
    }

    /// The same with another place for the program's log.
    pub(super) fn keep_with_log(folder: TempDir, settings: &[(&str, &str)], log: File) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its own").to_string();
        let mut serve = command(folder.path(), &["serve"]);
        serve.env("DARASA_LISTEN", &address).env("DARASA_LOG", "warn").envs(settings.iter().copied());
        serve.stdout(Stdio::null()).stderr(log);
        let keeping = Arc::new(Keeping { now: Mutex::default() });
        let ours = Arc::clone(&keeping);
        let keeper = thread::spawn(move || ours.keep_running(serve));
        Self { folder, url: format!("http://{address}"), keeping, keeper: Some(keeper) }
    }

    /// The URL of its database.
    pub(super) fn database_url(&self) -> String {
        format!("postgres:///darasa?host={}&user=darasa", self.folder.path().join("socket").display())
    }

    /// The first column of the rows of statements.
    pub(super) fn sql(&self, statements: &[&str]) -> Vec<String> {
        execute(&self.database_url(), statements)
    }

    /// Runs statements that may fail, as they do on a full disk.
    pub(super) async fn try_sql(&self, statements: &str) {
        let connected = tokio_postgres::connect(&self.database_url(), tokio_postgres::NoTls).await;
        if let Ok((client, connection)) = connected {
            tokio::spawn(connection);
            // Whether it worked is seen elsewhere.
            let _refused = client.batch_execute(statements).await;
        }
    }

    /// The program, if it runs.
    pub(super) fn program(&self) -> Option<u32> {
        self.keeping.now().pid
    }

    /// Its database server, if it runs.
    pub(super) fn postmaster(&self) -> Option<u32> {
        let file = fs::read_to_string(self.folder.path().join("database/postmaster.pid")).ok()?;
        let pid = file.lines().next()?.parse().ok()?;
        Process::look(pid).filter(|process| !process.zombie).map(|_| pid)
    }

    /// The processes of the database server that serve connections of the program.
    pub(super) fn backends(&self) -> Vec<u32> {
        let of = self.postmaster().map(crate::crash::children).unwrap_or_default();
        let serves =
            |pid: &u32| Process::look(*pid).is_some_and(|it| it.command.starts_with("postgres: darasa darasa"));
        of.into_iter().filter(serves).collect()
    }

    /// How the program ended so far.
    pub(super) fn endings(&self) -> Vec<ExitStatus> {
        self.keeping.now().endings.clone()
    }

    /// What the program wrote into its log.
    pub(super) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("program.log")).unwrap_or_default()
    }

    /// Waits until the program says that it is ready; how long that took.
    pub(super) async fn ready(&self) -> Duration {
        let (client, began) = (reqwest::Client::new(), Instant::now());
        loop {
            let asked = client.get(format!("{}/ready", self.url)).timeout(Duration::from_secs(5)).send().await;
            if asked.is_ok_and(|answer| answer.status().as_u16() == 200) {
                return began.elapsed();
            }
            assert!(began.elapsed() < Duration::from_secs(90), "it is not ready after 90 s:\n{}", self.log());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Stops the program in order: its last exit code.
    pub(super) fn stop(&mut self) -> Option<i32> {
        self.end(libc::SIGTERM);
        self.endings().last().and_then(ExitStatus::code)
    }

    fn end(&mut self, how: i32) {
        {
            let mut now = self.keeping.now();
            now.stopping = true;
            if let Some(pid) = now.pid {
                signal(pid, how);
            }
        }
        if let Some(keeper) = self.keeper.take() {
            let _ = keeper.join();
        }
    }
}

impl Drop for House {
    /// A test that fails leaves no program and no database behind.
    fn drop(&mut self) {
        self.end(libc::SIGKILL);
        if !thread::panicking() {
            eventually("its database has ended", || self.postmaster().is_none());
        }
    }
}
