//! A line to the database that can be cut, slowed down, held and broken.

use std::{
    io,
    str::FromStr,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream, UnixStream},
    sync::watch,
};
use tokio_postgres::config::Host;

/// How the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// As a line should be.
    Open,
    /// What was open is broken, and whoever comes is turned away.
    Cut,
    /// Every piece of data takes this long, either way.
    Slow(Duration),
    /// Nothing comes through, and nobody is told.
    Silent,
}

#[derive(Debug, Clone, Copy)]
struct State {
    line: Line,
    /// Connections of an earlier generation are broken.
    generation: u64,
}

/// The line. It ends with its thread, which ends with this.
pub struct Proxy {
    /// The URL of the database through it.
    pub url: String,
    state: watch::Sender<State>,
}

impl Proxy {
    /// A line to the database at `url`.
    pub fn to(url: &str) -> Self {
        let config = tokio_postgres::Config::from_str(url).expect("a URL");
        let (state, seen) = watch::channel(State { line: Line::Open, generation: 0 });
        let (tell, port) = mpsc::channel();
        let database = config.clone();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(listen(Arc::new(database), seen, &tell));
        });
        let port: u16 = port.recv().expect("it listens");
        let password = config.get_password().map(|word| format!(":{}", String::from_utf8_lossy(word)));
        let (user, name) = (config.get_user().expect("named"), config.get_dbname().expect("named"));
        let url = format!("postgres://{user}{}@127.0.0.1:{port}/{name}?sslmode=disable", password.unwrap_or_default());
        Self { url, state }
    }

    /// Makes the line so.
    pub fn set(&self, line: Line) {
        self.state.send_modify(|state| state.line = line);
    }

    /// Breaks every connection there is; new ones are fine.
    pub fn reset(&self) {
        self.state.send_modify(|state| state.generation += 1);
    }
}

async fn listen(database: Arc<tokio_postgres::Config>, mut state: watch::Receiver<State>, tell: &mpsc::Sender<u16>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    tell.send(listener.local_addr().expect("its own").port()).expect("somebody waits");
    loop {
        let client = tokio::select! {
            client = listener.accept() => client.expect("a connection").0,
            gone = until_gone(&mut state) => return gone,
        };
        let now = *state.borrow();
        if now.line == Line::Cut {
            client.set_zero_linger().expect("a socket");
            continue;
        }
        let (database, state) = (Arc::clone(&database), state.clone());
        tokio::spawn(async move {
            // A line that breaks is what this is for.
            let _broken = carry(client, &database, state, now.generation).await;
        });
    }
}

async fn until_gone(state: &mut watch::Receiver<State>) {
    while state.changed().await.is_ok() {}
}

async fn carry(
    client: TcpStream,
    database: &tokio_postgres::Config,
    state: watch::Receiver<State>,
    generation: u64,
) -> io::Result<()> {
    client.set_nodelay(true)?;
    // Whatever ends the line ends it roughly, as a broken line does.
    client.set_zero_linger()?;
    let port = database.get_ports().first().copied().unwrap_or(5432);
    match database.get_hosts().first() {
        Some(Host::Unix(folder)) => {
            let (read, write) = UnixStream::connect(folder.join(format!(".s.PGSQL.{port}"))).await?.into_split();
            both_ways(client, (read, write), state, generation).await
        }
        Some(Host::Tcp(name)) => {
            let (read, write) = TcpStream::connect((name.as_str(), port)).await?.into_split();
            both_ways(client, (read, write), state, generation).await
        }
        None => Err(io::ErrorKind::AddrNotAvailable.into()),
    }
}

async fn both_ways(
    client: TcpStream,
    (from_server, to_server): (impl AsyncRead + Unpin, impl AsyncWrite + Unpin),
    state: watch::Receiver<State>,
    generation: u64,
) -> io::Result<()> {
    let (from_client, to_client) = client.into_split();
    tokio::select! {
        end = pump(from_client, to_server, state.clone()) => end,
        end = pump(from_server, to_client, state.clone()) => end,
        () = broken(state, generation) => Err(io::ErrorKind::ConnectionReset.into()),
    }
}

/// Waits until the line is cut or this connection is one of those that were broken.
async fn broken(mut state: watch::Receiver<State>, generation: u64) {
    let hit = |state: &State| state.line == Line::Cut || state.generation != generation;
    state.wait_for(hit).await.ok();
}

async fn pump(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    mut state: watch::Receiver<State>,
) -> io::Result<()> {
    let mut piece = vec![0; 16 * 1024];
    loop {
        let length = from.read(&mut piece).await?;
        if length == 0 {
            return Ok(());
        }
        let line = state.borrow().line;
        if let Line::Slow(pause) = line {
            tokio::time::sleep(pause).await;
        }
        state.wait_for(|state| state.line != Line::Silent).await.map_err(io::Error::other)?;
        to.write_all(&piece[..length]).await?;
    }
}
