//! A Postgres of the operator's own, over TLS: `sslmode` means what it means everywhere, and the password stays a secret.

use std::{
    fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
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
use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream, UnixStream},
    runtime::Runtime,
};
use tokio_rustls::TlsAcceptor;

use super::support::served;

const PASSWORD: &str = "s3cret-w0rd";

/// What a client sends first to ask for TLS: the length of its message, and a number that is no version of the protocol.
const TLS_ASKED_FOR: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];

/// A server that takes connections over TCP, with a certificate for `localhost` of an authority of its own. The TLS is ours, because not every
/// build of Postgres knows it; all behind it is Postgres.
struct Server {
    process: Child,
    front: Runtime,
    port: u16,
    /// Whether the last connection was encrypted.
    encrypted: Arc<AtomicBool>,
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
        fs::write(cluster.folder.join("pg_hba.conf"), "local postgres all trust\nlocal all all scram-sha-256\n")
            .expect("our folder");
        let process = Self::spawn(&cluster);
        let front =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let encrypted = Arc::new(AtomicBool::new(false));
        let listener = front.block_on(TcpListener::bind("127.0.0.1:0")).expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        front.spawn(stand_before(listener, acceptor(path), cluster.socket.join(".s.PGSQL.5432"), encrypted.clone()));
        let server = Self { process, front, port, encrypted, folder };
        server.set_password(&cluster.socket);
        server
    }

    fn spawn(cluster: &Cluster) -> Child {
        let mut command = Command::new(cluster.programs.program("postgres"));
        command.arg("-D").arg(&cluster.folder).arg("-k").arg(&cluster.socket).args(["-p", "5432"]);
        command.args(["-c", "listen_addresses=", "-c", "fsync=off"]);
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
        let url = format!("postgres:///postgres?host={}&user=darasa", socket.display());
        let deadline = Instant::now() + Duration::from_secs(30);
        self.front.block_on(async {
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

    /// Whether a connection can be made and is encrypted, or what was said instead.
    fn connect(&self, url: &str) -> Result<bool, String> {
        self.front.block_on(async {
            let mut connection = connect(url).await.map_err(|error| error.to_string())?;
            connection.batch_execute("select 1").await.map_err(|error| error.to_string())?;
            Ok(self.encrypted.load(Ordering::SeqCst))
        })
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

fn acceptor(folder: &Path) -> TlsAcceptor {
    let certificate = CertificateDer::from_pem_file(folder.join("server.pem")).expect("openssl wrote it");
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key")).expect("openssl wrote it");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("ring's");
    let config = versions.with_no_client_auth().with_single_cert(vec![certificate], key).expect("they belong together");
    TlsAcceptor::from(Arc::new(config))
}

/// Takes connections for the Postgres at `socket`, encrypted for those who ask, as Postgres would.
async fn stand_before(listener: TcpListener, acceptor: TlsAcceptor, socket: PathBuf, encrypted: Arc<AtomicBool>) {
    while let Ok((client, _)) = listener.accept().await {
        let (acceptor, socket, encrypted) = (acceptor.clone(), socket.clone(), encrypted.clone());
        tokio::spawn(async move {
            // An end in the middle is the client's matter: some of the cases are refusals.
            let _ = forward(client, &acceptor, &socket, &encrypted).await;
        });
    }
}

async fn forward(
    mut client: TcpStream,
    acceptor: &TlsAcceptor,
    socket: &Path,
    encrypted: &AtomicBool,
) -> std::io::Result<()> {
    let mut first = [0; TLS_ASKED_FOR.len()];
    client.read_exact(&mut first).await?;
    let mut postgres = UnixStream::connect(socket).await?;
    if first == TLS_ASKED_FOR {
        client.write_all(b"S").await?;
        let mut client = acceptor.accept(client).await?;
        encrypted.store(true, Ordering::SeqCst);
        copy_bidirectional(&mut client, &mut postgres).await?;
    } else {
        encrypted.store(false, Ordering::SeqCst);
        postgres.write_all(&first).await?;
        copy_bidirectional(&mut client, &mut postgres).await?;
    }
    Ok(())
}

#[test]
fn each_sslmode_keeps_its_promise_and_no_word_tells_the_password() {
    let server = Server::start();
    let (ours, other) = (server.authority("ours.pem"), server.authority("other.pem"));
    let try_it = |host: &str, options: &str| server.connect(&server.url(host, PASSWORD, options));
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
    let said = server.connect(&server.url("localhost", "wr0ng-w0rd", "sslmode=require")).expect_err("a wrong password");
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
