//! What else befalls a program in the field: disks that are full or read-only, logs that grow, a database that cannot live, statements that never end.

use std::{fs, io::Write, path::Path, process::Command, time::Instant};

use darasa::kit::{
    Code, Error,
    db::{
        connect,
        embedded::{Embedded, Options, process::signal},
    },
};
use diesel_async::SimpleAsyncConnection;
use serde_json::Value;

use super::{
    embedded::{App, assert_says, end_of, eventually, open_folder, options, postmaster, refusal},
    support::{
        TestApp,
        database::{TestDatabase, execute},
        migrate,
        served::Served,
    },
};

/// A small disk of its own, as long as it lives.
pub(super) struct Disk<'a>(&'a Path);

impl<'a> Disk<'a> {
    /// Nothing (and a word about it) where this process may not mount one.
    pub(super) fn mount(folder: &'a Path, settings: &str) -> Option<Self> {
        let status = Command::new("mount").args(["-t", "tmpfs", "-o", settings, "tmpfs"]).arg(folder).status();
        if status.is_ok_and(|status| status.success()) {
            return Some(Self(folder));
        }
        eprintln!("skipped: no disk can be mounted here, which takes root and the right to mount");
        None
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_and_a_read_only_one_are_told_with_the_folder_and_what_is_free() {
    let data = open_folder();
    let Some(full) = Disk::mount(data.path(), "size=8m,mode=755") else { return };
    let (code, text) = refusal(&options(data.path()));
    assert_eq!(code, 69, "{text}");
    assert_says(
        &text,
        &["cannot write to", &data.path().to_string_lossy(), "No space left on device", "Free space there"],
    );
    drop(full);
    let Some(_read_only) = Disk::mount(data.path(), "ro,size=8m,mode=755") else { return };
    let (code, text) = refusal(&options(data.path()));
    assert_eq!(code, 69, "{text}");
    assert_says(&text, &["cannot write to", "Read-only file system", "make the disk writable"]);
}

/// Makes the log too large, and waits until it begins anew: the app looks after it only while it has a running server under its eyes.
fn wait_for_a_new_log(data: &Path) {
    let log = data.join("postgres.log");
    let mut grown = fs::OpenOptions::new().append(true).open(&log).expect("root, or the app's own");
    grown.write_all(&vec![b'x'; 9 << 20]).expect("there is room");
    eventually("the log is short again", || fs::metadata(&log).expect("a log").len() < 1 << 20);
}

#[test]
fn the_log_of_the_database_begins_anew_when_it_has_grown_large() {
    let data = open_folder();
    let app = App::start(data.path());
    wait_for_a_new_log(data.path());
    assert!(fs::metadata(data.path().join("postgres.log.1")).expect("the one before").len() > 9 << 20);
    assert_eq!(app.stop(), Some(0));
}

#[test]
fn a_database_that_keeps_ending_is_given_up_after_three_restarts() {
    let data = open_folder();
    let mut app = App::start(data.path());
    let mut seen = Vec::new();
    for _ in 0..4 {
        eventually("a server is ready that was not seen", || {
            let file = fs::read_to_string(data.path().join("database/postmaster.pid")).unwrap_or_default();
            let pid = file.lines().next().and_then(|pid| pid.parse::<u32>().ok());
            pid.is_some_and(|pid| !seen.contains(&pid))
                && file.lines().nth(7).is_some_and(|state| state.trim() == "ready")
        });
        // The app must have seen it, too, or it counts as one that did not start.
        wait_for_a_new_log(data.path());
        let server = postmaster(data.path());
        signal(server, libc::SIGKILL);
        seen.push(server);
    }
    let (code, said) = end_of(&mut app.process);
    assert_eq!(code, Some(69), "{said}");
    assert_says(&said, &["keeps ending by itself", "postgres.log"]);
}

#[test]
fn an_embedded_server_takes_as_many_connections_as_the_program_needs() {
    let data = open_folder();
    let wanted = Options { connections: Some(64), ..options(data.path()) };
    let embedded = Embedded::start(&wanted).expect("it starts");
    assert_eq!(execute(embedded.url(), &["show max_connections"]), ["64"]);
}

#[actix_web::test]
async fn a_statement_that_never_ends_is_ended_after_five_seconds() {
    let database = TestDatabase::create(migrate);
    let mut connection = connect(&database.url).await.expect("the test server answers");
    let began = Instant::now();
    let error: Error = connection.batch_execute("select pg_sleep(60)").await.expect_err("it may not sleep").into();
    assert_eq!(error.code(), Code::TimedOut);
    assert!((5..20).contains(&began.elapsed().as_secs()), "{:?}", began.elapsed());
}

#[actix_web::test]
async fn a_program_says_that_it_lives_and_logs_each_request_as_one_object() {
    let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
    let settings = [("DARASA_LOG", "info"), ("DARASA_LOG_FORMAT", "json")];
    let mut program = Served::start(&database.url, folder.path(), &settings);
    let lines = program.log();
    let request = reqwest::Client::new().get(format!("{}/health", program.url)).header("x-request-id", "proxy-7");
    let answer = request.send().await.expect("an answer");
    assert_eq!(answer.status().as_u16(), 200);
    assert_eq!(answer.json::<Value>().await.expect("JSON"), serde_json::json!({ "status": "alive" }));
    program.terminate();
    assert_eq!(program.ended(), Some(0));
    let logged: Vec<Value> = lines.map(|line| serde_json::from_str(&line).expect("each line is an object")).collect();
    let line = logged.iter().find(|line| line["http.route"] == "/health").expect("the request was logged");
    assert_eq!(line["level"], "INFO");
    assert_eq!(line["http.status"], 200);
    assert_eq!(line["span"]["request.id"], "proxy-7");
    assert!(logged.iter().any(|line| line["message"] == "stopping"), "{logged:?}");
}

#[actix_web::test]
async fn the_figures_tell_of_connections_jobs_and_mails_that_wait() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.ok("", "mutation { requestPasswordReset(email: \"admin@example.org\") }", serde_json::json!({})).await;
    let (status, _, figures) = app.get("/metrics", &[]).await;
    assert_eq!(status, 200);
    let figure = |name: &str| figures.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u32>().ok());
    assert_eq!(figure("darasa_outbox_waiting "), Some(1), "{figures}");
    assert_eq!((figure("darasa_jobs_waiting "), figure("darasa_db_waiting ")), (Some(0), Some(0)));
    assert!(figure("darasa_db_connections ").is_some_and(|open| (1..=8).contains(&open)), "{figures}");
    app.work().await;
    let (_, _, figures) = app.get("/metrics", &[]).await;
    assert!(figures.contains("\ndarasa_outbox_waiting 0\n"), "{figures}");
}
