//! A fresh database for every test, in about 40 ms: one throw-away Postgres per test run, migrated once, cloned for each test.
//!
//! A run is named by the process that started the tests (`cargo`, or `cargo-nextest`, which starts one process per test), so that processes and
//! threads alike share its server. Nothing is dropped one by one; when the runner is gone, a guard process throws all of it away. With
//! `TEST_DATABASE_URL` that server is used instead, and the guard drops what the run made there.

use std::{
    collections::hash_map::DefaultHasher,
    env,
    fs::{self, File},
    hash::{Hash, Hasher},
    os::unix::process::{CommandExt, parent_id},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        OnceLock,
        atomic::{AtomicU32, Ordering},
    },
    thread,
    time::Duration,
};

use darasa::kit::db::embedded::{
    cluster::{Cluster, Purpose},
    find::Programs,
    identity::Account,
    process::{Process, signal},
};
use tokio_postgres::{NoTls, SimpleQueryMessage};

/// Tells a process of this binary that it is the guard, and of which folder.
const GUARD_OF: &str = "DARASA_TEST_GUARD";
/// The process whose end the guard waits for: id, blank, beginning.
const GUARD_UNTIL: &str = "DARASA_TEST_GUARD_UNTIL";

/// A database of the test's own. It needs no clean-up.
pub struct TestDatabase {
    /// Its URL, for `DATABASE_URL` or a pool.
    pub url: String,
}

impl TestDatabase {
    /// Makes a migrated one; may be called inside or outside a runtime. `migrate` (the same for all tests) gets the URL of an empty database once per
    /// run, on a thread without a runtime, and must have closed its connections when it returns.
    pub fn create(migrate: fn(&str)) -> Self {
        static MIGRATED: OnceLock<()> = OnceLock::new();
        let server = Server::of_this_run();
        MIGRATED.get_or_init(|| server.make_template(migrate));
        Self::copy_of(&server.template())
    }

    /// Makes one without any tables, for what needs to begin at nothing.
    pub fn empty() -> Self {
        Self::copy_of("template1")
    }

    fn copy_of(template: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let server = Server::of_this_run();
        let name = format!("{}_{}_{}", server.run.prefix(), std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        // With fsync off, copying files is three times as quick as the write-ahead log; Postgres 14 knows no other way.
        let strategy = if server.version >= 150_000 { " strategy file_copy" } else { "" };
        execute(&server.url, &[&format!("create database {name} template {template}{strategy}")]);
        Self { url: with_database(&server.url, &name) }
    }
}

/// The server of this run.
struct Server {
    run: Run,
    /// A database of it that is never a template.
    url: String,
    /// As in `server_version_num`.
    version: u32,
}

impl Server {
    fn of_this_run() -> &'static Self {
        static SERVER: OnceLock<Server> = OnceLock::new();
        SERVER.get_or_init(|| {
            let run = Run::ours();
            let _lock = run.lock();
            let url_file = run.folder.join("url");
            if !url_file.exists() {
                run.start_guard();
                let url = env::var("TEST_DATABASE_URL").unwrap_or_else(|_| start_cluster(&run.folder));
                fs::write(&url_file, url).expect("our folder takes a file");
            }
            let url = fs::read_to_string(&url_file).expect("written above");
            let version = execute(&url, &["show server_version_num"]).first().and_then(|version| version.parse().ok());
            Self { run, url, version: version.expect("a server knows its version") }
        })
    }

    /// Makes the migrated database that others are copied from, unless another process of this run has.
    fn make_template(&self, migrate: fn(&str)) {
        let _lock = self.run.lock();
        let ready = self.run.folder.join("ready");
        if ready.exists() {
            return;
        }
        let template = self.template();
        // The first half of an earlier attempt may be there.
        execute(&self.url, &[&format!("drop database if exists {template}"), &format!("create database {template}")]);
        let url = with_database(&self.url, &template);
        thread::spawn(move || migrate(&url)).join().expect("the migrations run through");
        fs::write(&ready, "").expect("our folder takes a file");
    }

    fn template(&self) -> String {
        format!("{}_template", self.run.prefix())
    }
}

/// One run of the tests.
struct Run {
    folder: PathBuf,
    /// The process that started the tests: id and beginning.
    runner: (u32, String),
}

impl Run {
    fn ours() -> Self {
        let pid = parent_id();
        let runner = Process::look(pid).expect("the runner waits for us");
        let mut hasher = DefaultHasher::new();
        runner.began.hash(&mut hasher);
        // A shell may start many builds of the tests, each with migrations of its own.
        let binary = env::current_exe().and_then(fs::metadata).expect("this program is a file");
        binary.modified().expect("files have times").hash(&mut hasher);
        // In /tmp: open to the account that Postgres runs as, and short enough for the path of a socket.
        let folder = PathBuf::from(format!("/tmp/darasa-test-{pid}-{:08x}", hasher.finish() as u32));
        Self { folder, runner: (pid, runner.began) }
    }

    /// Keeps the other processes and threads of this run out until it is dropped.
    fn lock(&self) -> File {
        fs::create_dir_all(&self.folder).expect("/tmp takes a folder");
        let lock = File::create(self.folder.join("lock")).expect("our folder takes a file");
        lock.lock().expect("the lock can be had");
        lock
    }

    /// What the names of this run's databases begin with.
    fn prefix(&self) -> String {
        let name = self.folder.file_name().expect("it has a name").to_string_lossy();
        name.replace('-', "_")
    }

    /// Starts this binary again as the guard, with no tie to us that a runner could take for a leak.
    #[expect(clippy::zombie_processes, reason = "the guard outlives us by design")]
    fn start_guard(&self) {
        let test = format!("{}::guard", module_path!().split_once("::").expect("a module in a crate").1);
        let mut guard = Command::new(env::current_exe().expect("this program is a file"));
        guard.args(["--exact", &test, "--ignored"]).env(GUARD_OF, &self.folder);
        guard.env(GUARD_UNTIL, format!("{} {}", self.runner.0, self.runner.1)).current_dir("/").process_group(0);
        guard.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the guard starts");
    }
}

/// Not a test: the guard of a run, started by [`Run::start_guard`].
#[test]
#[ignore = "the guard process of a test run; it does nothing when called by hand"]
fn guard() {
    let (Some(folder), Ok(until)) = (env::var_os(GUARD_OF).map(PathBuf::from), env::var(GUARD_UNTIL)) else { return };
    let (pid, began) = until.split_once(' ').expect("id and beginning");
    let pid = pid.parse().expect("an id");
    while Process::look(pid).is_some_and(|runner| runner.began == began && !runner.zombie) {
        thread::sleep(Duration::from_millis(200));
    }
    let run = Run { folder, runner: (pid, began.to_owned()) };
    match fs::read_to_string(run.folder.join("cluster/postmaster.pid")) {
        Ok(file) => {
            let server = file.lines().next().and_then(|line| line.parse().ok()).expect("a pid file begins with the id");
            signal(server, libc::SIGQUIT);
            while Process::look(server).is_some_and(|process| !process.zombie) {
                thread::sleep(Duration::from_millis(50));
            }
        }
        Err(_) => drop_databases(&run),
    }
    fs::remove_dir_all(&run.folder).expect("our folder may be removed");
}

/// Drops what the run made on a server that is not ours.
fn drop_databases(run: &Run) {
    let Ok(url) = fs::read_to_string(run.folder.join("url")) else { return };
    let prefix = run.prefix();
    for name in execute(&url, &[&format!("select datname from pg_database where starts_with(datname, '{prefix}')")]) {
        execute(&url, &[&format!("drop database if exists {name} with (force)")]);
    }
}

fn start_cluster(folder: &Path) -> String {
    let database = folder.join("cluster");
    let account = Account::for_folder(&database).expect("an account for Postgres");
    let named = env::var_os("DARASA_PG_BIN").map(PathBuf::from);
    let programs = Programs::choose(named.as_deref(), &account, &database, None);
    let programs = programs.unwrap_or_else(|error| {
        eprintln!("{error}");
        std::process::exit(error.exit_code().into())
    });
    let (socket, log) = (folder.join("socket"), folder.join("log"));
    account.make_private_folder(&socket).expect("our folder takes a folder");
    let cluster = Cluster { programs, account, folder: database, socket, log, purpose: Purpose::Disposable };
    if !cluster.folder.exists() {
        cluster.create().expect("initdb works");
    }
    let mut server = cluster.spawn().expect("postgres starts");
    cluster.wait_until_ready(&mut server).expect("postgres accepts connections");
    cluster.url("postgres")
}

/// Runs statements one by one on a connection of their own and gives the first column of the rows. On a thread of its own, because a test may be
/// inside a runtime, which must not be blocked.
pub fn execute(url: &str, statements: &[&str]) -> Vec<String> {
    let run = async {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await.expect("the test server answers");
        tokio::spawn(connection);
        let mut values = Vec::new();
        for statement in statements {
            let messages = client.simple_query(statement).await.expect("the statement works");
            let rows = messages.iter().filter_map(|message| match message {
                SimpleQueryMessage::Row(row) => row.get(0).map(str::to_owned),
                _ => None,
            });
            values.extend(rows);
        }
        values
    };
    let on_a_thread = || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(run)
    };
    thread::scope(|scope| scope.spawn(on_a_thread).join().expect("no panic on the way"))
}

/// The URL of another database of the same server.
fn with_database(url: &str, name: &str) -> String {
    let authority = url.find("://").expect("a URL") + 3;
    let end = url[authority..].find(['/', '?']).map_or(url.len(), |at| authority + at);
    let options = url[end..].find('?').map_or("", |at| &url[end + at..]);
    format!("{}/{name}{options}", &url[..end])
}

#[test]
fn the_name_of_the_database_is_the_only_part_of_a_url_that_changes() {
    assert_eq!(with_database("postgres:///postgres?host=/tmp&user=u", "t"), "postgres:///t?host=/tmp&user=u");
    assert_eq!(with_database("postgres://u:p@h:5433/a", "t"), "postgres://u:p@h:5433/t");
    assert_eq!(with_database("postgres://h?sslmode=disable", "t"), "postgres://h/t?sslmode=disable");
}

#[test]
fn a_test_database_belongs_to_one_test_alone() {
    let databases: Vec<_> = thread::scope(|scope| {
        let makers: Vec<_> = (0..8).map(|_| scope.spawn(TestDatabase::empty)).collect();
        makers.into_iter().map(|maker| maker.join().expect("made")).collect()
    });
    for database in &databases {
        let left_over = "select count(*) from pg_class where relname = 'left_by_another'";
        assert_eq!(execute(&database.url, &[left_over]), ["0"]);
        execute(&database.url, &["create table left_by_another (id int)"]);
    }
}
