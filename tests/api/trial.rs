//! `darasa serve --demo` on an embedded database, as `make demo` runs it: the real program, started, stopped and killed at any moment.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command},
    time::{Duration, Instant},
};

use darasa::kit::db::embedded::process::signal;
use tempfile::TempDir;

use super::{
    embedded::{eventually, is_alive, open_folder, postmaster},
    support::{
        database::TestDatabase,
        migrate,
        served::{self, Served},
    },
};

fn demo(data: &Path) -> Command {
    let mut command = served::command("", data, &["serve", "--demo"]);
    command.env_remove("DATABASE_URL").env_remove("DARASA_MAIL_DIR").env_remove("DARASA_DB_CONNECTIONS");
    command
}

/// Starts the demo and comes back when it has said a line that begins so.
fn begin(mut command: Command, until: &str) -> Child {
    let mut process = command.spawn().expect("the program starts");
    let lines = BufReader::new(process.stdout.as_mut().expect("piped")).lines().map_while(Result::ok);
    assert!(lines.into_iter().any(|line| line.starts_with(until)), "it never said {until:?}");
    process
}

async fn status(url: &str) -> u16 {
    reqwest::get(url).await.expect("an answer").status().as_u16()
}

fn gone(server: u32) {
    eventually("the server is gone", || !is_alive(server));
}

/// The demo is loaded once, in this process' time; all that can happen before and after is tried on the same folder.
#[actix_web::test]
async fn the_demo_survives_every_interruption_and_is_loaded_once() {
    let data: TempDir = open_folder();
    let mut broken_off = begin(demo(data.path()), "  places");
    let server = postmaster(data.path());
    broken_off.kill().and_then(|()| broken_off.wait()).expect("our child");
    gone(server);

    let mut interrupted = begin(demo(data.path()), "  accounts");
    let server = postmaster(data.path());
    signal(interrupted.id(), libc::SIGINT);
    assert_eq!(interrupted.wait().expect("our child").code(), Some(0));
    assert!(!is_alive(server), "Ctrl-C stops the database before the program ends");

    let program = Served::of(&mut demo(data.path()));
    let server = postmaster(data.path());
    for words in ["Loading the demo:", &format!("for everyone: {}/a/EDU-XE-", program.url), "coordinator@demo.example"]
    {
        assert!(program.said.contains(words), "{words:?} is missing in {}", program.said);
    }
    assert_eq!(status(&format!("{}/ready", program.url)).await, 200);
    program.interrupt();
    assert_eq!(program.ended(), Some(0));
    assert!(!is_alive(server));

    let began = Instant::now();
    let program = Served::of(&mut demo(data.path()));
    assert!(program.said.starts_with("The demo is there already."), "{}", program.said);
    assert!(program.said.contains("coordinator@demo.example"), "{}", program.said);
    assert!(began.elapsed() < Duration::from_secs(20), "a second start takes seconds: {:?}", began.elapsed());
    let server = postmaster(data.path());
    program.kill();
    gone(server);

    let program = Served::of(&mut demo(data.path()));
    assert!(program.said.starts_with("The demo is there already."), "{}", program.said);
    assert_eq!(status(&format!("{}/ready", program.url)).await, 200);
    program.terminate();
    assert_eq!(program.ended(), Some(0));
}

#[test]
fn a_demo_that_was_broken_off_in_a_database_of_ones_own_is_named_with_the_mend() {
    // Before the operation is made, and after it.
    for until in ["  accounts", "  figures of need"] {
        let (database, folder) = (TestDatabase::create(migrate), tempfile::tempdir().expect("a folder"));
        let name = database.url.split(['/', '?']).nth(3).expect("a name");
        let command = || served::command(&database.url, folder.path(), &["serve", "--demo"]);
        let mut broken_off = begin(command(), until);
        broken_off.kill().and_then(|()| broken_off.wait()).expect("our child");
        let output = command().output().expect("it starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(78), "{said}");
        for words in [name, "cannot be loaded into the database", "dropdb", "DATABASE_URL", "without --demo"] {
            assert!(said.contains(words), "{words:?} is missing in {said}");
        }
    }
}
