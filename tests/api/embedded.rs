//! The embedded database through everything that happens to it in the field: power cuts, kills, moved folders, missing and other programs.
//!
//! The app under test is this binary, started again (see [`app`]), because it has to be a process that can be killed.

use std::{
    env, fs,
    io::{BufRead, BufReader, Read},
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use darasa::kit::db::embedded::{
    Embedded, EmbeddedError, Options,
    cluster::{Cluster, Purpose, stop},
    find::Programs,
    identity::Account,
    process::{Process, signal},
    tools::Reach,
};
use tempfile::TempDir;
use tokio::signal::unix::{SignalKind, signal as on_signal};

use crate::support::database::execute;

/// Tells a process of this binary that it is the app, and where its data is.
const APP_DATA: &str = "DARASA_TEST_APP_DATA";

/// Not a test: the app under test. It says `ready` and the URL, runs until SIGTERM or until the database has failed for good, and exits as a server
/// should.
#[test]
#[ignore = "the app that the tests here start and kill; it does nothing when called by hand"]
fn app() {
    let Some(data_dir) = env::var_os(APP_DATA).map(PathBuf::from) else { return };
    fn leave(error: &EmbeddedError) -> ! {
        eprintln!("{error}");
        std::process::exit(error.exit_code().into())
    }
    let mut embedded = Embedded::start(&options(&data_dir)).unwrap_or_else(|error| leave(&error));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut asked = on_signal(SignalKind::terminate()).expect("a handler");
        println!("\nready {}", embedded.url());
        tokio::select! {
            _ = asked.recv() => {}
            error = embedded.failed() => leave(&error),
        }
    });
    embedded.stop();
    std::process::exit(0);
}

/// A running app.
pub(super) struct App {
    pub(super) process: Child,
    pub(super) url: String,
}

impl App {
    pub(super) fn start(data: &Path) -> Self {
        Self::started(Self::command(data)).unwrap_or_else(|(code, text)| unreachable!("exit code {code:?}: {text}"))
    }

    /// The app, or how it ended and what it said.
    pub(super) fn started(mut command: Command) -> Result<Self, (Option<i32>, String)> {
        let mut process = command.spawn().expect("this program starts");
        let lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        let url = lines.map_while(Result::ok).find_map(|line| line.strip_prefix("ready ").map(str::to_owned));
        match url {
            Some(url) => Ok(Self { process, url }),
            None => Err(end_of(&mut process)),
        }
    }

    pub(super) fn command(data: &Path) -> Command {
        let binary = env::current_exe().expect("this program is a file");
        let mut command = Command::new(binary);
        command.args(["--exact", "embedded::app", "--ignored", "--nocapture"]).env(APP_DATA, data).current_dir("/");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(super) fn kill(mut self) {
        self.process.kill().expect("it lives");
        self.process.wait().expect("our child");
    }

    pub(super) fn stop(mut self) -> Option<i32> {
        signal(self.process.id(), libc::SIGTERM);
        self.process.wait().expect("our child").code()
    }
}

impl Drop for App {
    /// A test that fails must not leave a server behind; killing is enough, for the system then stops the database.
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn end_of(process: &mut Child) -> (Option<i32>, String) {
    let mut said = String::new();
    process.stderr.take().expect("piped").read_to_string(&mut said).expect("text");
    (process.wait().expect("our child").code(), said)
}

/// A folder that the account of Postgres can enter, too.
pub(super) fn open_folder() -> TempDir {
    let builder = &mut tempfile::Builder::new();
    builder.prefix("darasa-").permissions(fs::Permissions::from_mode(0o755)).tempdir_in("/tmp").expect("a folder")
}

/// With the programs of `DARASA_PG_BIN`, so that all of this can be run on another version of Postgres.
pub(super) fn options(data: &Path) -> Options {
    let programs = env::var_os("DARASA_PG_BIN").map(PathBuf::from);
    Options { data_dir: Some(data.to_owned()), programs, ..Options::default() }
}

pub(super) fn postmaster(data: &Path) -> u32 {
    let file = fs::read_to_string(data.join("database/postmaster.pid")).expect("a server runs");
    file.lines().next().expect("a first line").parse().expect("an id")
}

pub(super) fn is_alive(pid: u32) -> bool {
    Process::look(pid).is_some_and(|process| !process.zombie)
}

pub(super) fn eventually(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(90);
    while !holds() {
        assert!(Instant::now() < deadline, "after 90 s still not: {what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

const COMPLAINT: &str = "initdb: error: the moon is in the wrong house";

/// A folder of programs that only look like Postgres: they say their version, and initdb fails.
fn fake_programs(version: &str) -> TempDir {
    let folder = open_folder();
    let scripts = [
        ("postgres", format!("#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")),
        (
            "initdb",
            format!(
                "#!/bin/sh\necho 'initdb (PostgreSQL) {version}'\n[ \"$1\" = --version ] || {{ echo '{COMPLAINT}'; exit 1; }}\n"
            ),
        ),
    ];
    for (name, text) in scripts {
        fs::write(folder.path().join(name), text).expect("written");
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o755)).expect("own file");
    }
    folder
}

pub(super) fn refusal(options: &Options) -> (u8, String) {
    let error = Embedded::start(options).expect_err("it cannot start");
    (error.exit_code(), error.to_string())
}

#[track_caller]
pub(super) fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is missing in:\n{text}");
    }
}

const FILL: &str = "create table kept as select generate_series(1, 1000) as number";
const COUNT: &str = "select count(*) from kept";

#[test]
fn the_first_start_makes_a_database_and_the_second_finds_it() {
    let data = open_folder();
    // As an initdb that was interrupted leaves it.
    fs::create_dir_all(data.path().join("database.init/base")).expect("a folder");
    let app = App::start(data.path());
    execute(&app.url, &[FILL]);
    assert_eq!(app.stop(), Some(0));
    assert!(!data.path().join("database/postmaster.pid").exists(), "stopped in order");
    let app = App::start(data.path());
    assert_eq!(execute(&app.url, &[COUNT]), ["1000"]);
}

#[test]
fn the_database_is_durable_closed_to_the_network_and_sorts_the_same_everywhere() {
    let data = open_folder();
    let embedded = Embedded::start(&options(data.path())).expect("it starts");
    let settings =
        ["show fsync", "show full_page_writes", "show data_checksums", "show listen_addresses", "show server_encoding"];
    assert_eq!(execute(embedded.url(), &settings), ["on", "on", "on", "", "UTF8"]);
    assert_eq!(execute(embedded.url(), &["select current_database()", "select 'a' < 'B'"]), ["darasa", "f"]);
    let socket = fs::metadata(data.path().join("socket")).expect("a folder");
    assert_eq!(socket.permissions().mode() & 0o777, 0o700);
}

#[test]
fn killing_the_app_stops_its_postgres_in_order() {
    let data = open_folder();
    let app = App::start(data.path());
    let server = postmaster(data.path());
    app.kill();
    eventually("the server is gone", || !is_alive(server));
    let log = fs::read_to_string(data.path().join("postgres.log")).expect("a log");
    assert!(log.contains("database system is shut down"), "{log}");
}

#[test]
fn killing_the_app_and_its_postgres_loses_nothing() {
    let data = open_folder();
    let app = App::start(data.path());
    execute(&app.url, &[FILL]);
    let server = postmaster(data.path());
    signal(server, libc::SIGKILL);
    app.kill();
    let app = App::start(data.path());
    assert_eq!(execute(&app.url, &[COUNT]), ["1000"]);
}

#[test]
fn a_postgres_that_dies_is_started_again_under_the_same_app() {
    let data = open_folder();
    let mut app = App::start(data.path());
    execute(&app.url, &[FILL]);
    let first = postmaster(data.path());
    signal(first, libc::SIGKILL);
    let ready = || {
        let file = fs::read_to_string(data.path().join("database/postmaster.pid")).unwrap_or_default();
        !file.starts_with(&format!("{first}\n")) && file.lines().nth(7).is_some_and(|state| state.trim() == "ready")
    };
    eventually("another server is ready", ready);
    assert_eq!(execute(&app.url, &[COUNT]), ["1000"]);
    assert!(matches!(app.process.try_wait(), Ok(None)), "the app has not noticed");
}

#[test]
fn a_postgres_that_cannot_be_kept_alive_ends_the_app_with_the_reason() {
    let data = open_folder();
    let mut app = App::start(data.path());
    fs::write(data.path().join("database/postgresql.conf"), "this is no setting\n").expect("written");
    signal(postmaster(data.path()), libc::SIGKILL);
    let (code, said) = end_of(&mut app.process);
    assert_eq!(code, Some(69), "{said}");
    assert_says(&said, &["did not start", "syntax error in file", &data.path().join("postgres.log").to_string_lossy()]);
}

#[test]
fn a_second_instance_on_the_same_folder_is_refused_with_the_id_of_the_first() {
    let data = open_folder();
    let app = App::start(data.path());
    let (code, text) = refusal(&options(data.path()));
    assert_eq!(code, 69);
    assert_says(
        &text,
        &[
            "already in use",
            &format!("process {}", app.process.id()),
            &data.path().to_string_lossy(),
            "DARASA_DATA_DIR",
        ],
    );
}

#[test]
fn a_stale_pid_file_is_no_obstacle() {
    let data = open_folder();
    assert_eq!(App::start(data.path()).stop(), Some(0));
    let mut gone = Command::new("true").spawn().expect("a process");
    gone.wait().expect("our child");
    let text = format!(
        "{}\n{}\n1700000000\n5432\n/nowhere\n\n  1 1\nready\n",
        gone.id(),
        data.path().join("database").display()
    );
    fs::write(data.path().join("database/postmaster.pid"), text).expect("written");
    App::start(data.path());
}

#[test]
fn a_pid_file_that_names_a_stranger_is_an_error_and_is_not_deleted() {
    let data = open_folder();
    assert_eq!(App::start(data.path()).stop(), Some(0));
    let account = Account::for_folder(&data.path().join("database")).expect("an account");
    let mut stranger = Command::new("sleep");
    account.lend_to(stranger.arg("300"));
    let mut stranger = stranger.spawn().expect("sleep is everywhere");
    let file = data.path().join("database/postmaster.pid");
    fs::write(&file, format!("{}\n/elsewhere\n1700000000\n5432\n\n\n  1 1\nready\n", stranger.id())).expect("written");
    let (code, text) = refusal(&options(data.path()));
    stranger.kill().and_then(|()| stranger.wait()).expect("our child");
    assert_eq!(code, 69);
    assert_says(
        &text,
        &[&format!("process {}", stranger.id()), "sleep 300", &file.to_string_lossy(), "delete the file"],
    );
    assert!(file.exists());
}

#[test]
fn a_postgres_that_outlived_its_app_is_stopped_and_replaced() {
    let data = open_folder();
    assert_eq!(App::start(data.path()).stop(), Some(0));
    let folder = data.path().join("database");
    let account = Account::for_folder(&folder).expect("an account");
    let programs =
        Programs::choose(options(data.path()).programs.as_deref(), &account, &folder, None).expect("programs");
    let (socket, log) = (data.path().join("socket"), data.path().join("other.log"));
    let orphan = Cluster { programs, account, folder, socket, log, purpose: Purpose::Disposable };
    let mut left_over = orphan.spawn().expect("it starts");
    orphan.wait_until_ready(&mut left_over).expect("ready");
    let app = App::start(data.path());
    assert_ne!(postmaster(data.path()), left_over.id());
    assert_eq!(execute(&app.url, &["show fsync"]), ["on"]);
    stop(&mut left_over);
}

#[test]
fn a_folder_of_another_major_version_is_left_alone_and_the_way_out_told() {
    let (data, programs) = (open_folder(), fake_programs("16.4"));
    fs::create_dir(data.path().join("database")).expect("a folder");
    fs::write(data.path().join("database/PG_VERSION"), "15\n").expect("written");
    let (code, text) = refusal(&Options { programs: Some(programs.path().to_owned()), ..options(data.path()) });
    assert_eq!(code, 78);
    assert_says(
        &text,
        &[
            "made by PostgreSQL 15",
            "found are of version 16",
            "darasa backup",
            "darasa restore",
            "install PostgreSQL 15",
        ],
    );
    assert_eq!(fs::read_dir(data.path().join("database")).expect("a folder").count(), 1);
}

#[test]
fn a_folder_of_other_files_is_left_alone() {
    let data = open_folder();
    fs::create_dir(data.path().join("database")).expect("a folder");
    fs::write(data.path().join("database/thesis.odt"), "years of work").expect("written");
    let (code, text) = refusal(&options(data.path()));
    assert_eq!(code, 78);
    assert_says(&text, &["database is not a database", "PG_VERSION", "DARASA_DATA_DIR"]);
    assert_eq!(fs::read_dir(data.path().join("database")).expect("a folder").count(), 1);
}

#[test]
fn without_programs_it_says_where_it_looked_and_how_to_get_them() {
    let (data, empty) = (open_folder(), open_folder());
    let (code, text) = refusal(&Options { programs: Some(empty.path().to_owned()), ..options(data.path()) });
    assert_eq!(code, 78);
    assert_says(&text, &[&empty.path().to_string_lossy(), "make setup", "postgresql", "DATABASE_URL"]);
    let old = fake_programs("13.9");
    let (_, text) = refusal(&Options { programs: Some(old.path().to_owned()), ..options(data.path()) });
    assert_says(&text, &["(version 13)", "14 to 18"]);
    let lame = fake_programs("15.1");
    fs::write(
        lame.path().join("initdb"),
        "#!/bin/sh\necho 'libpq.so.5: cannot open shared object file' >&2\nexit 127\n",
    )
    .expect("written");
    let (_, text) = refusal(&Options { programs: Some(lame.path().to_owned()), ..options(data.path()) });
    assert_says(&text, &["(does not run: libpq.so.5: cannot open shared object file)"]);
}

#[test]
fn an_initdb_that_fails_is_quoted_and_leaves_no_database() {
    let (data, programs) = (open_folder(), fake_programs("15.1"));
    let (code, text) = refusal(&Options { programs: Some(programs.path().to_owned()), ..options(data.path()) });
    assert_eq!(code, 69);
    assert_says(&text, &["initdb failed", COMPLAINT, &data.path().join("postgres.log").to_string_lossy()]);
    assert!(!data.path().join("database").exists());
    App::start(data.path());
}

#[test]
fn a_folder_closed_to_the_account_of_postgres_is_named() {
    let data = open_folder();
    let closed = data.path().join("closed");
    fs::create_dir(&closed)
        .and_then(|()| fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)))
        .expect("a folder");
    let (code, text) = refusal(&options(&closed.join("below/data")));
    let account = Account::for_folder(data.path()).expect("an account");
    assert_eq!(code, 78);
    assert_says(&text, &[&format!("`{}` cannot use {}.", account.name, closed.display()), "DARASA_DATA_DIR"]);
}

#[test]
fn a_place_where_nothing_can_be_written_is_named_with_its_free_space() {
    let data = open_folder();
    let file = data.path().join("a-file");
    fs::write(&file, "").expect("written");
    let (code, text) = refusal(&options(&file.join("data")));
    assert_eq!(code, 69);
    assert_says(&text, &[&format!("cannot write to {}/data", file.display()), "Free space there: ", "DARASA_DATA_DIR"]);
}

/// The app as an ordinary user: the one who runs the tests or, where root does, `nobody`.
fn as_ordinary_user(data: &Path) -> Command {
    let mut command = App::command(data);
    let account = Account::for_folder(Path::new("/proc/1")).expect("an account");
    if fs::metadata("/proc/self").is_ok_and(|us| std::os::unix::fs::MetadataExt::uid(&us) == 0) {
        // The link reaches this binary even where its folder is closed to others.
        let mut exe = Command::new("/proc/self/exe");
        exe.args(command.get_args()).env(APP_DATA, data).current_dir("/").uid(account.uid).gid(account.gid);
        exe.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command = exe;
        chown(data, Some(account.uid), Some(account.gid)).expect("root may");
    }
    command
}

#[test]
fn an_ordinary_user_needs_no_root() {
    let data = open_folder();
    let app =
        App::started(as_ordinary_user(data.path())).unwrap_or_else(|(code, text)| unreachable!("{code:?}: {text}"));
    execute(&app.url, &[FILL]);
    assert_eq!(app.stop(), Some(0));
}

#[test]
fn a_folder_that_an_ordinary_user_may_not_write_is_named() {
    let data = open_folder();
    let command = as_ordinary_user(data.path());
    fs::set_permissions(data.path(), fs::Permissions::from_mode(0o555)).expect("own folder");
    let Err((code, text)) = App::started(command) else { unreachable!("the folder is closed") };
    assert_eq!(code, Some(78), "{text}");
    assert_says(&text, &["cannot use", &data.path().to_string_lossy(), "DARASA_DATA_DIR"]);
}

#[test]
fn a_strict_umask_does_not_close_the_folders_we_make() {
    let data = open_folder();
    let app = App::command(&data.path().join("not/there/yet"));
    let mut strict = Command::new("sh");
    strict.args(["-c", "umask 077 && exec \"$0\" \"$@\""]).arg(app.get_program()).args(app.get_args());
    strict
        .env(APP_DATA, data.path().join("not/there/yet"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let app = App::started(strict).unwrap_or_else(|(code, text)| unreachable!("{code:?}: {text}"));
    assert_eq!(app.stop(), Some(0));
}

#[test]
fn a_path_too_long_for_a_socket_is_no_obstacle() {
    let data = open_folder();
    let app = App::start(&data.path().join("x".repeat(120)));
    assert_eq!(execute(&app.url, &["select 1"]), ["1"]);
    let socket = app.url.split(['=', '&']).nth(1).map(PathBuf::from).expect("the host is a folder");
    assert!(socket.starts_with("/tmp") && !socket.starts_with(data.path()), "{socket:?}");
    assert_eq!(app.stop(), Some(0));
    fs::remove_dir(socket).expect("nothing is left in it");
}

#[test]
fn a_command_beside_a_running_app_uses_the_same_database() {
    let data = open_folder();
    let app = App::start(data.path());
    let reach = Reach::open(None, &options(data.path())).expect("found");
    assert_eq!(reach.url(), app.url);
    let status = reach.psql(&["-c".into(), "create table made_by_psql ()".into()]).expect("psql runs");
    assert!(status.success());
    assert_eq!(execute(&app.url, &["select count(*) from made_by_psql"]), ["0"]);
}
