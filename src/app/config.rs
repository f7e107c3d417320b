//! The settings: environment variables and the options of `darasa serve`, read once.

use std::{
    env, fs,
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::kit::{Clock, Error, Result, db::embedded, http::RateLimit, telemetry::LogFormat};

/// Settings of every command that uses the database.
#[derive(Debug, Clone, Args)]
pub struct DatabaseSettings {
    /// Your own Postgres (`postgres://user:password@host/name?sslmode=verify-full`). Without it a private one is kept in the data folder.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// Where the program keeps its database, keys and mails. Default: /var/lib/darasa for root, else the user's data folder.
    #[arg(long, env = "DARASA_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The folder of the Postgres programs, for the private database. Default: they are looked for.
    #[arg(long, env = "DARASA_PG_BIN")]
    pub pg_bin: Option<PathBuf>,
    /// Which log lines are written, in the form of RUST_LOG.
    #[arg(long, env = "DARASA_LOG", default_value = "info")]
    pub log: String,
    /// Log lines for people or for machines.
    #[arg(long, env = "DARASA_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
}

impl DatabaseSettings {
    /// How the private database is kept.
    pub fn embedded(&self) -> embedded::Options {
        embedded::Options { data_dir: self.data_dir.clone(), programs: self.pg_bin.clone() }
    }
}

/// Settings of the server.
#[derive(Debug, Clone, Args)]
pub struct ServerSettings {
    /// Where to listen.
    #[arg(long, env = "DARASA_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the world reaches it: links in mails begin so. Default: http:// and the address listened at.
    #[arg(long, env = "DARASA_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Threads that answer requests. Default: one per processor.
    #[arg(long, env = "DARASA_WORKERS")]
    pub workers: Option<usize>,
    /// Connections per thread, for reads and for transactions each.
    #[arg(long, env = "DARASA_POOL_SIZE", default_value_t = 4)]
    pub pool_size: usize,
    /// The mail relay (`smtp://user:password@host:587?tls=required`). Without it mails are files in the data folder.
    #[arg(long, env = "DARASA_SMTP_URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// The sender of mails.
    #[arg(long, env = "DARASA_MAIL_FROM", default_value = "Darasa <darasa@localhost.localdomain>")]
    pub mail_from: String,
    /// Where mails are put as files when there is no relay. Default: `mail` in the data folder.
    #[arg(long, env = "DARASA_MAIL_DIR")]
    pub mail_dir: Option<PathBuf>,
    /// A file with the private Ed25519 keys (PKCS#8 PEM, the first signs) of access tokens. Default: one is made in the data folder.
    #[arg(long, env = "DARASA_SIGNING_KEY_FILE")]
    pub signing_key_file: Option<PathBuf>,
    /// Requests per second that one address may send for long.
    #[arg(long, env = "DARASA_RATE_PER_SECOND", default_value = "50")]
    pub rate_per_second: NonZeroU32,
    /// Requests that one address may send at once.
    #[arg(long, env = "DARASA_RATE_BURST", default_value = "300")]
    pub rate_burst: NonZeroU32,
    /// True behind a proxy of yours: the client is the last address of X-Forwarded-For.
    #[arg(long, env = "DARASA_BEHIND_PROXY", default_value_t = false, action = clap::ArgAction::Set)]
    pub behind_proxy: bool,
    /// The secret that a monitoring system sends to `/metrics` as a bearer token. Without it only programs on this machine may read the
    /// figures, and no proxy: one that adds no X-Forwarded-For cannot be told from them, so set a secret behind such a one.
    #[arg(long, env = "DARASA_METRICS_TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Seconds between saying "not ready" and stopping, for a proxy to notice.
    #[arg(long, env = "DARASA_DRAIN_SECONDS", default_value_t = 0)]
    pub drain_seconds: u64,
}

/// How mails leave.
#[derive(Debug, Clone)]
pub enum Mail {
    /// Through a relay.
    Smtp {
        /// Its address.
        url: String,
        /// The sender.
        from: String,
    },
    /// As readable files.
    Files {
        /// The folder.
        folder: PathBuf,
        /// The sender.
        from: String,
    },
    /// Into memory, for tests.
    Memory {
        /// The sender.
        from: String,
    },
}

/// What a program is built from: settings, after the database was found.
#[derive(Clone)]
pub struct Config {
    /// The database.
    pub database_url: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where the world reaches it; none: at the address listened at.
    pub public_url: Option<String>,
    /// Where keys and mails are kept.
    pub data_dir: PathBuf,
    /// Threads that answer requests.
    pub workers: usize,
    /// Connections per thread, for reads and for transactions each.
    pub pool_size: usize,
    /// How mails leave.
    pub mail: Mail,
    /// Private keys of access tokens as PEM; none: a file in the data folder.
    pub signing_keys: Option<Vec<String>>,
    /// How often one address may ask.
    pub rate_limit: RateLimit,
    /// The secret for `/metrics`; none: only this machine may read it.
    pub metrics_token: Option<String>,
    /// Cost of a password hash: memory in KiB, passes.
    pub password_cost: (u32, u32),
    /// Whether jobs and mails are worked on beside the requests.
    pub background: bool,
    /// The program that reads spreadsheets; none: this one.
    pub worker_program: Option<PathBuf>,
    /// The clock; none: the machine's.
    pub clock: Option<Clock>,
}

impl Config {
    /// The configuration for a database that was found.
    ///
    /// # Errors
    /// When a key file cannot be read or the data folder cannot be made.
    pub fn new(server: &ServerSettings, database_url: String, data_dir: &Path) -> Result<Self> {
        let unusable = |path: &Path, cause: &std::io::Error| Error::bug(format!("{}: {cause}", path.display()));
        fs::create_dir_all(data_dir).map_err(|cause| unusable(data_dir, &cause))?;
        let from = server.mail_from.clone();
        let folder = server.mail_dir.clone().unwrap_or_else(|| data_dir.join("mail"));
        let signing_keys = match (&server.signing_key_file, env::var("DARASA_SIGNING_KEY")) {
            (Some(path), _) => Some(pems(&fs::read_to_string(path).map_err(|cause| unusable(path, &cause))?)),
            (None, Ok(text)) => Some(pems(&text)),
            (None, Err(_)) => None,
        };
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self {
            database_url,
            listen: server.listen,
            public_url: server.public_url.clone(),
            data_dir: data_dir.to_owned(),
            workers: server.workers.unwrap_or(processors).clamp(1, 64),
            pool_size: server.pool_size.clamp(1, 64),
            mail: match &server.smtp_url {
                Some(url) => Mail::Smtp { url: url.clone(), from },
                None => Mail::Files { folder, from },
            },
            signing_keys,
            rate_limit: RateLimit {
                per_second: server.rate_per_second,
                burst: server.rate_burst,
                behind_proxy: server.behind_proxy,
            },
            metrics_token: server.metrics_token.clone(),
            password_cost: (64 * 1024, 3),
            background: true,
            worker_program: None,
            clock: None,
        })
    }
}

/// The keys of a text with one or more PEM blocks.
fn pems(text: &str) -> Vec<String> {
    const END: &str = "-----END PRIVATE KEY-----";
    text.split_inclusive(END).map(str::trim).filter(|block| block.ends_with(END)).map(str::to_owned).collect()
}
