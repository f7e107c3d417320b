//! The real program as a process of its own, which can be killed as a power cut kills it.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, ChildStdout, Command, Output, Stdio},
    time::{Duration, Instant},
};

use darasa::kit::db::embedded::process::signal;
use serde_json::{Value, json};

/// A running program.
pub struct Served {
    process: Child,
    /// Held open, because a program whose words nobody hears may not end for it.
    _words: BufReader<ChildStdout>,
    /// Where it listens.
    pub url: String,
    /// What it said before it listened.
    pub said: String,
}

/// The program with a database and a folder of its own, and a command to do.
pub fn command(database_url: &str, folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_darasa"));
    command.args(arguments).env("DATABASE_URL", database_url).env("DARASA_DATA_DIR", folder).env("DARASA_LOG", "error");
    command.env("DARASA_LISTEN", "127.0.0.1:0").env("DARASA_WORKERS", "2").env("DARASA_DB_CONNECTIONS", "12");
    command.env("DARASA_RATE_BURST", "100000").env("DARASA_MAIL_DIR", folder.join("mail"));
    command.env("DARASA_DRAIN_SECONDS", "0");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

impl Served {
    /// Starts `darasa serve` and waits until it listens.
    ///
    /// # Panics
    /// With what the program said, when it ends instead.
    pub fn start(database_url: &str, folder: &Path, settings: &[(&str, &str)]) -> Self {
        let mut command = command(database_url, folder, &["serve"]);
        Self::of(command.envs(settings.iter().copied()))
    }

    /// The same with the demo.
    pub fn start_demo(database_url: &str, folder: &Path) -> Self {
        Self::of(&mut command(database_url, folder, &["serve", "--demo"]))
    }

    /// Starts a command that serves, and waits until it listens.
    ///
    /// # Panics
    /// With what the program said, when it ends instead.
    pub fn of(command: &mut Command) -> Self {
        let mut process = command.spawn().expect("the program starts");
        let mut words = BufReader::new(process.stdout.take().expect("piped"));
        let mut said = String::new();
        loop {
            let mut line = String::new();
            if words.read_line(&mut line).expect("text") == 0 {
                let mut errors = String::new();
                process.stderr.take().expect("piped").read_to_string(&mut errors).expect("text");
                unreachable!("the program ended with {:?}: {said}{errors}", process.wait());
            }
            if let Some(url) = line.trim().strip_prefix("Darasa listens at ") {
                return Self { url: url.to_owned(), process, _words: words, said };
            }
            said.push_str(&line);
        }
    }

    /// Asks it to stop, as Ctrl-C does.
    pub fn interrupt(&self) {
        signal(self.pid(), libc::SIGINT);
    }

    /// What it writes into its log, line by line.
    pub fn log(&mut self) -> impl Iterator<Item = String> + use<> {
        BufReader::new(self.process.stderr.take().expect("piped")).lines().map_while(Result::ok)
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Asks it to stop.
    pub fn terminate(&self) {
        signal(self.pid(), libc::SIGTERM);
    }

    /// Waits for its end: the exit code.
    pub fn ended(mut self) -> Option<i32> {
        self.process.wait().expect("our child").code()
    }

    /// Kills it, as a power cut does.
    pub fn kill(mut self) {
        self.process.kill().expect("it lives");
        self.process.wait().expect("our child");
    }

    /// The most memory that it ever held, in KiB.
    pub fn peak_memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("Linux tells");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a peak");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }
}

impl Drop for Served {
    /// A test that fails must not leave a server behind.
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a command of the program to its end.
pub fn run(database_url: &str, folder: &Path, arguments: &[&str]) -> Output {
    command(database_url, folder, arguments).output().expect("the program starts")
}

/// The data of a GraphQL request that must work.
pub async fn ok(client: &reqwest::Client, url: &str, token: &str, query: &str, variables: Value) -> Value {
    let mut request = client.post(format!("{url}/graphql"));
    if !token.is_empty() {
        request = request.bearer_auth(token);
    }
    let response = request.json(&json!({ "query": query, "variables": variables })).send().await.expect("an answer");
    let mut body: Value = response.json().await.expect("JSON");
    assert!(body.get("errors").is_none(), "{query}\n{:#}", body["errors"]);
    body["data"].take()
}

/// Waits until `holds`, and not longer than 30 s.
pub async fn eventually(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(30);
    while !holds().await {
        assert!(Instant::now() < deadline, "it never came to this: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
