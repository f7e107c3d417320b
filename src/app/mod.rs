//! The top: the only place that knows every area, and the door through which the program and its tests come in.

pub mod cli;
pub mod config;
pub mod fields;
pub mod graphql;
mod http;
pub mod jobs;
mod metrics;

use std::{
    net::{SocketAddr, TcpListener},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::{Server, ServerHandle},
    middleware::{Compress, from_fn},
    web::Data,
};

use self::config::{Config, Mail};
use crate::{
    accounts,
    kit::{
        Call, Clock, Error, Result, Toolbox,
        auth::{passwords::Passwords, tokens::Keyring},
        db::{self, Db, Pools},
        door::Door,
        http::{RateLimiter, secure, survive},
        mail::transport::Transport,
        sheet::{Limits, Reader},
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
    ready: AtomicBool,
}

impl Application {
    /// Migrates the database, makes the devices, and takes the port. Call it inside an actix system.
    ///
    /// # Errors
    /// When the database cannot be reached or migrated, the port is taken, or a setting is unusable.
    pub async fn build(config: &Config) -> Result<Self> {
        db::migrate(&config.database_url)?;
        let listener = TcpListener::bind(config.listen).map_err(|cause| {
            Error::bug(format!(
                "{} cannot be listened at ({cause}); set DARASA_LISTEN to a free address",
                config.listen
            ))
        })?;
        let address = listener.local_addr().map_err(Error::internal)?;
        // With port 0 the system chose one, and links must lead there.
        let config = &Config { listen: address, ..config.clone() };
        let tools = Arc::new(toolbox(config)?);
        let transport = transport(&config.mail)?;
        let state = Arc::new(State::new(tools, transport));
        let server = serve(config, &state, listener)?;
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

    /// Serves until it is told to stop by SIGTERM, SIGINT or its handle. Then it says that it is not ready, lets what runs finish, and stops the
    /// jobs.
    ///
    /// # Errors
    /// When the server breaks.
    pub async fn run_until_stopped(self, drain: Duration) -> Result<()> {
        let (handle, state) = (self.server.handle(), Arc::clone(&self.state));
        let signals = actix_web::rt::spawn(async move {
            wait_for_signal().await;
            tracing::info!("stopping");
            state.ready.store(false, Ordering::Relaxed);
            // A proxy needs a moment to see that no new requests should come.
            tokio::time::sleep(drain).await;
            handle.stop(true).await;
        });
        let outcome = self.server.await.map_err(Error::internal);
        signals.abort();
        if let Some(worker) = self.worker {
            worker.stop();
        }
        outcome
    }
}

async fn wait_for_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    match (signal(SignalKind::terminate()), signal(SignalKind::interrupt())) {
        (Ok(mut terminate), Ok(mut interrupt)) => {
            tokio::select! { _ = terminate.recv() => {}, _ = interrupt.recv() => {} }
        }
        // Without signals the program can only be killed; it keeps nothing that a kill could lose.
        _ => std::future::pending().await,
    }
}

/// The devices of a program with this configuration.
///
/// # Errors
/// When a setting is unusable.
pub fn toolbox(config: &Config) -> Result<Toolbox> {
    let clock = config.clock.clone().unwrap_or_else(Clock::system);
    let keyring = match &config.signing_keys {
        Some(pems) => Keyring::from_pems(pems.iter().map(String::as_str))?,
        None => Keyring::from_file_or_new(&config.data_dir.join("signing-key.pem"), &clock)?,
    };
    let (memory, passes) = config.password_cost;
    let public_url = config.public_url.clone().unwrap_or_else(|| format!("http://{}", config.listen));
    Ok(Toolbox {
        passwords: Passwords::with_cost(memory, passes, &clock)?,
        keyring,
        texts: Texts::load()?,
        sheets: Reader::new(worker_program(config)?, Limits::default()),
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
pub fn transport(mail: &Mail) -> Result<Transport> {
    match mail {
        Mail::Smtp { url, from } => Transport::smtp(url, from),
        Mail::Files { folder, from } => Transport::files(folder, from),
        Mail::Memory { from } => Transport::memory(from),
    }
}

/// A call of the program itself, outside the server: commands and set-up.
///
/// # Errors
/// When a setting is unusable.
pub fn program_call(config: &Config) -> Result<Call> {
    Ok(Call::of_program(Arc::new(Pools::new(&config.database_url, 4)?), Arc::new(toolbox(config)?)))
}

fn serve(config: &Config, state: &Arc<State>, listener: TcpListener) -> Result<Server> {
    let telemetry = Data::new(Telemetry::new(state.tools.clock.clone())?);
    let readers = Data::new(metrics::Readers::of(config.metrics_token.as_deref()));
    let limiter = Arc::new(RateLimiter::new(config.rate_limit));
    let endpoint = graphql::endpoint();
    let (url, pool_size, shared) = (config.database_url.clone(), config.pool_size, Arc::clone(state));
    // Each worker has pools of its own: a connection lives on the thread that opened it. Their settings were tried here first.
    Pools::new(&url, pool_size)?;
    let server = HttpServer::new(move || {
        let pools = Arc::new(Pools::new(&url, pool_size).expect("the same settings made pools a moment ago"));
        let door = Door::new(pools, Arc::clone(&shared.tools), authenticate);
        let limiter = Arc::clone(&limiter);
        App::new()
            .app_data(telemetry.clone())
            .app_data(readers.clone())
            .app_data(Data::new(door))
            .app_data(Data::from(Arc::clone(&shared)))
            .app_data(endpoint.clone())
            .wrap(from_fn(survive))
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
        .workers(config.workers)
        .shutdown_timeout(25)
        .disable_signals()
        .listen(listener)
        .map_err(Error::internal)?
        .run())
}

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
        Self { tools, transport, ready: AtomicBool::new(true) }
    }

    /// Whether new requests should come here.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }
}
