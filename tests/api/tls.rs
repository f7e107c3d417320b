//! A Postgres of the operator's own, over TLS: `sslmode` means what it means everywhere, and the password stays a secret.

use std::{
    fs,
    net::TcpListener,
    os::unix::{
        fs::{PermissionsExt, chown},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use darasa::kit::db::{
    connect,
    embedded::{
        cluster::{Cluster, Purpose},
        find::Programs,
        identity::Account,
        process::signal,
    },
};
use diesel_async::SimpleAsyncConnection;
use tempfile::TempDir;

use super::support::served;

const PASSWORD: &str = "s3cret-w0rd";

/// A server that takes connections over TCP, with a certificate for `localhost` of an authority of its own.
struct Server {
    process: Child,
    port: u16,
    folder: TempDir,
}

fn run(program: &str, folder: &Path, arguments: &str) {
    let output = Command::new(program).args(arguments.split(' ')).current_dir(folder).output();
    let output = output.unwrap_or_else(|cause| unreachable!("{program} is needed for this test: {cause}"));
    assert!(output.status.success(), "{program} {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// An authority, and a certificate of it for `localhost`.
fn make_certificates(folder: &Path) {
    const KEY: &str = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    fs::write(folder.join("names"), "subjectAltName=DNS:localhost\nbasicConstraints=CA:FALSE\n").expect("our folder");
    for authority in ["ours", "other"] {
        run(
            "openssl",
            folder,
            &format!("req -x509 {KEY} -keyout {authority}.key -out {authority}.pem -subj /CN={authority} -days 2"),
        );
    }
    run("openssl", folder, &format!("req {KEY} -keyout server.key -out server.csr -subj /CN=localhost"));
    run(
        "openssl",
        folder,
        "x509 -req -in server.csr -CA ours.pem -CAkey ours.key -CAcreateserial -out server.pem -days 2 -extfile names",
    );
}

impl Server {
    fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("darasa-tls-")
            .permissions(fs::Permissions::from_mode(0o755))
            .tempdir_in("/tmp")
            .expect("a folder");
        let path = folder.path();
        make_certificates(path);
        let database = path.join("cluster");
        let account = Account::for_folder(&database).expect("an account for Postgres");
        let named = std::env::var_os("DARASA_PG_BIN").map(PathBuf::from);
        let programs = Programs::choose(named.as_deref(), &account, &database, None).expect("programs of Postgres");
        let (socket, log) = (path.join("socket"), path.join("log"));
        account.make_private_folder(&socket).expect("our folder");
        let purpose = Purpose::Disposable;
        let cluster = Cluster { programs, account, folder: database, socket, log, purpose };
        cluster.create().expect("initdb works");
        fs::write(cluster.folder.join("pg_hba.conf"), "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n")
            .expect("our folder");
        for file in ["server.key", "server.pem"] {
            fs::set_permissions(path.join(file), fs::Permissions::from_mode(0o600)).expect("our file");
            // Only root may give files away, and only root needs to.
            let _ = chown(path.join(file), Some(cluster.account.uid), Some(cluster.account.gid));
        }
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let process = Self::spawn(&cluster, path, port);
        let server = Self { process, port, folder };
        server.set_password(&cluster.socket);
        server
    }

    fn spawn(cluster: &Cluster, path: &Path, port: u16) -> Child {
        let mut command = Command::new(cluster.programs.program("postgres"));
        command.arg("-D").arg(&cluster.folder).arg("-k").arg(&cluster.socket).args(["-p", &port.to_string()]);
        let file = |name: &str| path.join(name).display().to_string();
        let (certificate, key) =
            (format!("ssl_cert_file={}", file("server.pem")), format!("ssl_key_file={}", file("server.key")));
        for setting in ["listen_addresses=127.0.0.1", "ssl=on", &certificate, &key, "fsync=off"] {
            command.args(["-c", setting]);
        }
        cluster.account.lend_to(&mut command);
        // SAFETY: prctl only tells the kernel to end the server with the thread that started it; it touches no memory.
        unsafe {
            command.pre_exec(|| match libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGQUIT) {
                0 => Ok(()),
                _ => Err(std::io::Error::last_os_error()),
            });
        }
        command.current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("postgres starts")
    }

    fn set_password(&self, socket: &Path) {
        let url = format!("postgres:///postgres?host={}&port={}&user=darasa", socket.display(), self.port);
        let deadline = Instant::now() + Duration::from_secs(30);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let client = loop {
                match tokio_postgres::connect(&url, tokio_postgres::NoTls).await {
                    Ok((client, connection)) => {
                        tokio::spawn(connection);
                        break client;
                    }
                    Err(cause) => assert!(Instant::now() < deadline, "postgres does not answer: {cause}"),
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            };
            client.batch_execute(&format!("alter role darasa password '{PASSWORD}'")).await.expect("it is ours");
        });
    }

    fn url(&self, host: &str, password: &str, options: &str) -> String {
        format!("postgres://darasa:{password}@{host}:{}/darasa?{options}", self.port)
    }

    fn authority(&self, name: &str) -> String {
        format!("sslrootcert={}", self.folder.path().join(name).display())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        signal(self.process.id(), libc::SIGQUIT);
        let _ = self.process.wait();
    }
}

/// Whether a connection can be made and is encrypted, or what was said instead.
fn encrypted(url: &str) -> Result<bool, String> {
    let ask =
        |of: &str| format!("do $$ begin assert {of}(select ssl from pg_stat_ssl where pid = pg_backend_pid()); end $$");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let mut connection = connect(url).await.map_err(|error| error.to_string())?;
        match connection.batch_execute(&ask("")).await {
            Ok(()) => Ok(true),
            Err(_) => connection.batch_execute(&ask("not ")).await.map(|()| false).map_err(|error| error.to_string()),
        }
    })
}

#[test]
fn each_sslmode_keeps_its_promise_and_no_word_tells_the_password() {
    let server = Server::start();
    let (ours, other) = (server.authority("ours.pem"), server.authority("other.pem"));
    let try_it = |host: &str, options: &str| encrypted(&server.url(host, PASSWORD, options));
    assert_eq!(try_it("localhost", &format!("sslmode=verify-full&{ours}")), Ok(true));
    assert_eq!(try_it("localhost", "sslmode=require"), Ok(true));
    assert_eq!(try_it("localhost", "sslmode=disable"), Ok(false));
    assert_eq!(try_it("127.0.0.1", "sslmode=require"), Ok(true), "require does not ask for the name");
    for mode in ["require", "verify-ca"] {
        let with_authority = try_it("127.0.0.1", &format!("sslmode={mode}&{ours}"));
        assert_eq!(with_authority, Ok(true), "{mode} with an authority asks for it, and not for the name");
    }
    let escaped = ours.replace('/', "%2f").replace('.', "%2E");
    assert_eq!(try_it("localhost", &format!("{escaped}&sslmode=verify%2Dfull")), Ok(true), "{escaped}");
    let refused = [
        ("another authority", "localhost", format!("sslmode=verify-full&{other}"), "UnknownIssuer"),
        ("the system's authorities", "localhost", "sslmode=verify-full".to_owned(), "certificate"),
        ("the system's authorities, asked for", "localhost", "sslrootcert=system".to_owned(), "certificate"),
        ("require with another authority", "localhost", format!("sslmode=require&{other}"), "UnknownIssuer"),
        ("verify-ca with another authority", "localhost", format!("sslmode=verify-ca&{other}"), "UnknownIssuer"),
        ("another name", "127.0.0.1", format!("sslmode=verify-full&{ours}"), "not valid for"),
        ("no such file", "localhost", "sslmode=verify-full&sslrootcert=/nonexistent".to_owned(), "/nonexistent"),
    ];
    for (what, host, options, why) in refused {
        let said = try_it(host, &options).expect_err(what);
        assert!(said.contains(why) && !said.contains(PASSWORD), "{what}: {said}");
    }
    let said = encrypted(&server.url("localhost", "wr0ng-w0rd", "sslmode=require")).expect_err("a wrong password");
    assert!(said.contains("password authentication failed") && !said.contains("wr0ng-w0rd"), "{said}");
}

#[test]
fn the_program_runs_over_tls_and_says_why_it_cannot_without_the_password() {
    let server = Server::start();
    let folder = tempfile::tempdir().expect("a folder");
    let migrate = |options: &str| {
        let output = served::run(&server.url("localhost", PASSWORD, options), folder.path(), &["migrate"]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    };
    let (works, said) = migrate(&format!("sslmode=verify-full&{}", server.authority("ours.pem")));
    assert!(works && said.contains("migrations were run"), "{said}");
    let (works, said) = migrate(&format!("sslmode=verify-full&{}", server.authority("other.pem")));
    assert!(!works && said.contains("UnknownIssuer"), "{said}");
    assert!(!said.contains(PASSWORD), "{said}");
    for options in ["sslmode=nonsense", "sslmode=require&sslrootcert=system"] {
        let (works, said) = migrate(options);
        assert!(!works && said.contains("is not a URL") && !said.contains(PASSWORD), "{said}");
    }
}
