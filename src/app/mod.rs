//! The top: the only place that knows every area, and the door through which the program and its tests come in.

mod backup;
pub mod cli;
mod client;
pub mod config;
mod deployment;
mod downloads;
mod explorer;
mod failure;
pub mod fields;
mod figures;
mod files;
pub mod graphql;
mod http;
pub mod jobs;
mod metrics;
pub mod relations;
mod serve;
pub mod settings;
pub mod work;

use std::{
    any::Any,
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServerHandle},
    middleware::{Compress, from_fn},
    web::Data,
};
use tokio::signal::unix::{Signal, SignalKind, signal};

pub use self::failure::Failure;
use self::{
    config::{Config, Mail},
    figures::Figures,
    files::Uploads,
};
use crate::{
    accounts,
    kit::{
        Call, Clock, Error, Result, Toolbox,
        auth::{
            passwords::{self, Passwords},
            tokens::Keyring,
        },
        db::{self, Db, Guarded, Pools, ROLE},
        door::Door,
        events::Bus,
        graphql::websocket::Sockets,
        http::{RateLimiter, in_time, secure, survive},
        mail::transport::Transport,
        sheet::{Limits, Reader},
        shelf::Shelf,
        stop::Stop,
        telemetry::{Telemetry, observe},
        text::Texts,
    },
};

/// A program that is ready to serve: its database is migrated and its port is taken.
pub struct Application {
    server: Server,
    address: SocketAddr,
    worker: Option<jobs::Background>,
    state: Arc<State>,
}

/// What all workers share beside the devices.
pub struct State {
    /// The program's devices.
    pub tools: Arc<Toolbox>,
    /// The way out for mails.
    pub transport: Transport,
    /// The order to stop: from then on nothing new is begun.
    pub stop: Stop,
    /// Hands out what other processes and this one tell of their writes.
    pub bus: Bus,
    uploads: Uploads,
}

/// Takes the address. The first thing of all, because it fails most often, and nothing should have been done by then.
///
/// # Errors
/// When another program has it, or it is not ours.
pub fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).map_err(|cause| Failure::Listen { address, cause })
}

impl Application {
    /// Takes the port, migrates the database and makes the devices. Call it inside an actix system.
    ///
    /// # Errors
    /// When the port is taken, the database cannot be reached or migrated, or a setting is unusable.
    pub async fn build(config: &Config) -> Result<Self, Failure> {
        Self::on(listen(config.listen)?, config).await
    }

    /// The same, on a port that was taken.
    ///
    /// # Errors
    /// When the database cannot be reached or migrated, or a setting is unusable.
    pub async fn on(listener: TcpListener, config: &Config) -> Result<Self, Failure> {
        db::migrate(&config.database_url)?;
        tell_guard(&db::guarded(&config.database_url).await?);
        let address = listener.local_addr().map_err(Error::internal)?;
        // With port 0 the system chose one, and links must lead there.
        let config = &Config { listen: address, ..config.clone() };
        let clock = clock(config);
        let tools = Arc::new(toolbox(config, keyring(config, &clock)?, clock)?);
        let state = Arc::new(State::new(tools, transport(&config.mail)?));
        let server = serve(config, &state, listener)?;
        actix_web::rt::spawn(state.bus.clone().run(config.database_url.clone(), state.stop.clone()));
        let worker =
            if config.background { Some(jobs::Background::start(&config.database_url, &state)?) } else { None };
        Ok(Self { server, address, worker, state })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What all workers share.
    pub fn state(&self) -> &Arc<State> {
        &self.state
    }

    /// A handle that stops it.
    pub fn handle(&self) -> ServerHandle {
        self.server.handle()
    }

    /// Serves until it is told to stop by SIGTERM, SIGINT or its handle. From that moment it says that it is not ready and begins no job and no mail;
    /// after SIGTERM it still takes requests while a proxy notices (`drain`). What is under way has up to 25 s to finish.
    ///
    /// # Errors
    /// When the server breaks.
    pub async fn run_until_stopped(self, drain: Duration, mut signals: Signals) -> Result<()> {
        let (handle, state) = (self.server.handle(), Arc::clone(&self.state));
        let signals = actix_web::rt::spawn(async move {
            let told = signals.next().await;
            tracing::info!("stopping");
            state.stop.order();
            if told == Told::ByTheSystem {
                // Whoever cannot wait asks a second time.
                tokio::select! { () = tokio::time::sleep(drain) => {}, _ = signals.next() => {} }
            }
            handle.stop(true).await;
        });
        let outcome = self.server.await.map_err(Error::internal);
        signals.abort();
        self.state.stop.order();
        if let Some(worker) = self.worker {
            worker.end_within(FINISH_WITHIN);
        }
        outcome
    }
}

/// Says how far the second wall stands. It is the operator's to mend, and nothing that a user would notice.
fn tell_guard(guarded: &Guarded) {
    match guarded {
        Guarded::ByRole => {}
        Guarded::AsUser(user) => tracing::info!(
            database.user = user,
            "works in the database as its own user, who may not become the role {ROLE}; row-level security holds, and this user could lift it \
             (docs/ARCHITECTURE.md, Two walls)"
        ),
        Guarded::Not(user) => tracing::warn!(
            database.user = user,
            "row-level security does not hold: the database's user stands above it and may not become the role {ROLE}. Have an administrator of \
             the database run `create role {ROLE} nologin; grant {ROLE} to \"{user}\"` and start again (docs/ARCHITECTURE.md, Two walls)"
        ),
    }
}

/// How long requests, jobs and mails that are under way have to finish, once the program stops.
const FINISH_WITHIN: Duration = Duration::from_secs(25);

/// Who wants the program to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// SIGTERM: whatever looks after services here. There may be a proxy that still sends requests.
    ByTheSystem,
    /// SIGINT: somebody at the terminal, who waits.
    ByHand,
}

/// What is told to the program from outside, from the moment on at which this was made: before, a signal ends it at once.
#[derive(Debug)]
pub struct Signals(Option<(Signal, Signal)>);

impl Signals {
    /// Begins to listen. Without signals the program can only be killed; it keeps nothing that a kill could lose.
    pub fn listen() -> Self {
        Self(
            signal(SignalKind::terminate())
                .and_then(|terminate| Ok((terminate, signal(SignalKind::interrupt())?)))
                .ok(),
        )
    }

    async fn next(&mut self) -> Told {
        match &mut self.0 {
            Some((terminate, interrupt)) => {
                tokio::select! { _ = terminate.recv() => Told::ByTheSystem, _ = interrupt.recv() => Told::ByHand }
            }
            None => std::future::pending().await,
        }
    }
}

fn clock(config: &Config) -> Clock {
    config.clock.clone().unwrap_or_else(Clock::system)
}

/// The keys of a server: the operator's, else those of the file in the data folder, which is made at the first start.
fn keyring(config: &Config, clock: &Clock) -> Result<Keyring, Failure> {
    match &config.signing_keys {
        Some(pems) => Ok(Keyring::from_pems(pems.iter().map(String::as_str))?),
        None => {
            let file = config.data_dir.join("signing-key.pem");
            Keyring::from_file_or_new(&file, clock).map_err(|cause| Failure::key_file(&file, cause))
        }
    }
}

fn toolbox(config: &Config, keyring: Keyring, clock: Clock) -> Result<Toolbox> {
    let (memory, passes) = config.password_cost;
    let public_url = config.public_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    Ok(Toolbox {
        passwords: Passwords::with_cost(memory, passes, &clock)?,
        keyring,
        texts: Texts::with_arabic_digits(config.arabic_digits)?,
        sheets: Reader::new(worker_program(config)?, Limits::default()),
        shelf: Arc::new(Shelf::new(config.kept_bytes)),
        works: Arc::default(),
        public_url: public_url.trim_end_matches('/').to_owned(),
        clock,
    })
}

fn worker_program(config: &Config) -> Result<PathBuf> {
    config.worker_program.clone().map_or_else(|| std::env::current_exe().map_err(Error::internal), Ok)
}

/// The way out for mails of these settings.
///
/// # Errors
/// When a setting is unusable.
pub fn transport(mail: &Mail) -> Result<Transport, Failure> {
    const SENDER: &str = "It has the form `Name <address@example.org>`.";
    let from = match mail {
        Mail::Smtp { from, .. } | Mail::Files { from, .. } | Mail::Memory { from } => from,
    };
    Transport::memory(from).map_err(|error| Failure::setting("DARASA_MAIL_FROM", error.message(), SENDER))?;
    match mail {
        Mail::Smtp { url, from } => Transport::smtp(url, from).map_err(|error| {
            const MEND: &str =
                "It has the form smtp://USER:PASSWORD@HOST:587?tls=required, or smtps://USER:PASSWORD@HOST.";
            Failure::setting("DARASA_SMTP_URL", error, MEND)
        }),
        Mail::Files { folder, from } => Transport::files(folder, from).map_err(|error| {
            const MEND: &str = "Name a folder that this account may write to, or a relay in DARASA_SMTP_URL.";
            Failure::setting("DARASA_MAIL_DIR", format!("{}: {error}", folder.display()), MEND)
        }),
        Mail::Memory { from } => Ok(Transport::memory(from)?),
    }
}

/// A call of the program itself on the database of a configuration, outside the server: the demo. Without a key of its own it has one that nobody
/// keeps.
///
/// # Errors
/// When a setting is unusable.
pub fn program_call(config: &Config) -> Result<Call> {
    let clock = clock(config);
    let keyring = match &config.signing_keys {
        Some(pems) => Keyring::from_pems(pems.iter().map(String::as_str))?,
        None => passing_keyring()?,
    };
    Ok(Call::of_program(Arc::new(Pools::new(&config.database_url, 4)?), Arc::new(toolbox(config, keyring, clock)?)))
}

/// A call of a command: it signs nothing and listens nowhere, and so needs neither a key nor a data folder.
///
/// # Errors
/// When a device cannot be made.
fn command_call(database_url: &str) -> Result<Call> {
    let clock = Clock::system();
    let (memory, passes) = passwords::STRONG;
    let tools = Toolbox {
        passwords: Passwords::with_cost(memory, passes, &clock)?,
        keyring: passing_keyring()?,
        texts: Texts::load()?,
        sheets: Reader::new(std::env::current_exe().map_err(Error::internal)?, Limits::default()),
        shelf: Arc::new(Shelf::new(0)),
        works: Arc::default(),
        public_url: String::new(),
        clock,
    };
    Ok(Call::of_program(Arc::new(Pools::new(database_url, 2)?), Arc::new(tools)))
}

/// Keys that end with the process.
fn passing_keyring() -> Result<Keyring> {
    Keyring::from_pems([Keyring::new_pem(&Clock::system())?.as_str()])
}

fn serve(config: &Config, state: &Arc<State>, listener: TcpListener) -> Result<Server> {
    let telemetry = Data::new(Telemetry::new(state.tools.clock.clone())?);
    let figures = Data::new(Figures::new(&telemetry, &state.tools.shelf)?);
    let readers = Data::new(metrics::Readers::of(config.metrics_token.as_deref()));
    let limiter = Arc::new(RateLimiter::new(config.rate_limit));
    let devices = (state.bus.clone(), state.tools.clock.clone(), state.stop.clone());
    let sockets = Data::new(Sockets::new(devices, Arc::clone(&limiter), &state.tools.public_url, config.sockets));
    let open = Arc::clone(&sockets);
    telemetry.gauge("darasa_websockets", "Websockets that are open.", move || open.open_now())?;
    let endpoint = graphql::endpoint();
    let (url, pool_size, shared) = (config.database_url.clone(), config.pool_size, Arc::clone(state));
    // Each worker has pools of its own: a connection lives on the thread that opened it. Their settings were tried here first.
    Pools::new(&url, pool_size)?;
    let server = HttpServer::new(move || {
        let pools = Arc::new(Pools::new(&url, pool_size).expect("the same settings made pools a moment ago"));
        let watch = Data::new(figures.watch(&pools, shared.tools.clock.clone()));
        let door = Door::new(pools, Arc::clone(&shared.tools), authenticate);
        let limiter = Arc::clone(&limiter);
        App::new()
            .app_data(telemetry.clone())
            .app_data(watch)
            .app_data(readers.clone())
            .app_data(Data::new(door))
            .app_data(Data::from(Arc::clone(&shared)))
            .app_data(endpoint.clone())
            .app_data(sockets.clone())
            .wrap(from_fn(survive))
            .wrap(from_fn(in_time))
            .wrap(from_fn(move |request, next| {
                let limiter = Arc::clone(&limiter);
                async move { limiter.guard(request, next).await }
            }))
            .wrap(Compress::default())
            .wrap(from_fn(secure))
            .wrap(from_fn(observe))
            .configure(http::configure)
    });
    Ok(server
        .on_connect(|stream, _| give_up_on_who_reads_nothing(stream))
        .workers(config.workers)
        .shutdown_timeout(FINISH_WITHIN.as_secs())
        .disable_signals()
        .listen(listener)
        .map_err(Error::internal)?
        .run())
}

/// A connection whose other side takes nothing for this long is ended by the system: no answer waits in memory for a reader who never comes.
fn give_up_on_who_reads_nothing(stream: &dyn Any) {
    if let Some(stream) = stream.downcast_ref::<actix_web::rt::net::TcpStream>() {
        // Where the system knows no such thing, the connection ends with its other side.
        socket2::SockRef::from(stream).set_tcp_user_timeout(Some(UNREAD_FOR)).ok();
    }
}

/// Longer than lines in the field are away.
const UNREAD_FOR: Duration = Duration::from_secs(120);

fn authenticate(
    db: Db,
    tools: Arc<Toolbox>,
    bearer: String,
) -> futures::future::BoxFuture<'static, Result<Arc<crate::kit::auth::Viewer>>> {
    Box::pin(async move { accounts::authenticate::viewer(&db, &tools.clock, &tools.keyring, &bearer).await })
}

impl State {
    /// The state of a program that is ready.
    pub fn new(tools: Arc<Toolbox>, transport: Transport) -> Self {
        Self { tools, transport, stop: Stop::default(), bus: Bus::default(), uploads: Uploads::default() }
    }

    /// Whether new requests should come here.
    pub fn is_ready(&self) -> bool {
        !self.stop.is_ordered()
    }
}
