//! The settings: environment variables and the options of `darasa serve`, read once.

use std::{
    fs,
    net::SocketAddr,
    num::NonZeroU32,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum, builder::PossibleValue};

use super::Failure;
use crate::kit::{
    Clock, Result,
    auth::{passwords, tokens::Keyring},
    db::{check_url, embedded},
    graphql::websocket::Bounds,
    http::RateLimit,
    telemetry::{LogFormat, start_log},
    text::ArabicDigits,
};

/// Connections to the database that the program may hold, where nothing else is said: well below the 100 of an ordinary Postgres.
const CONNECTIONS: usize = 40;
/// Those of them that the work beside the requests holds.
pub const BACKGROUND_CONNECTIONS: usize = 4;
/// The one that listens for events.
const LISTENING_CONNECTIONS: usize = 1;
/// The fewest connections of a pool: one that waits must not hold up everybody.
const SMALLEST_POOL: usize = 2;
/// What an embedded server has beyond the program's: commands beside it, a backup, Postgres' own reserve.
const SPARE_CONNECTIONS: usize = 20;

/// Settings of every command that uses the database.
#[derive(Debug, Clone, Args)]
pub struct DatabaseSettings {
    /// Your own Postgres (`postgres://user:password@host/name?sslmode=verify-full`). Without it a private one is kept in the data folder.
    #[arg(long, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// A file with that URL, for those who keep secrets in files.
    #[arg(long, env = "DATABASE_URL_FILE", value_name = "FILE")]
    pub database_url_file: Option<PathBuf>,
    /// Where the program keeps its database, keys and mails. Default: /var/lib/darasa for root, else the user's data folder.
    #[arg(long, env = "DARASA_DATA_DIR", value_name = "FOLDER")]
    pub data_dir: Option<PathBuf>,
    /// The folder of the Postgres programs, for the private database. Default: they are looked for.
    #[arg(long, env = "DARASA_PG_BIN", value_name = "FOLDER")]
    pub pg_bin: Option<PathBuf>,
    /// Which log lines are written, in the form of RUST_LOG.
    #[arg(long, env = "DARASA_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,
    /// Log lines for people or for machines.
    #[arg(long, env = "DARASA_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
}

impl DatabaseSettings {
    /// The operator's own database, if there is one. An empty variable counts as none.
    pub fn own(&self) -> Option<&str> {
        self.database_url.as_deref().filter(|url| !url.is_empty())
    }

    /// Takes over what stands in files.
    ///
    /// # Errors
    /// When a file cannot be read, or the setting is given twice.
    pub fn read_files(&mut self) -> Result<(), Failure> {
        let url = secret(self.own(), self.database_url_file.as_deref(), "DATABASE_URL", "DATABASE_URL_FILE")?;
        self.database_url = url;
        Ok(())
    }

    /// How the private database is kept.
    pub fn embedded(&self) -> embedded::Options {
        embedded::Options { data_dir: self.data_dir.clone(), programs: self.pg_bin.clone(), ..Default::default() }
    }

    /// Starts the log, and looks at the URL of the operator's own database: what can be said before anything is opened is said first.
    ///
    /// # Errors
    /// When the filter of the log or the URL cannot be read.
    pub fn begin(&self, filter: &str) -> Result<(), Failure> {
        const MEND: &str = "It has the form of RUST_LOG, for example `info` or `warn,darasa=debug`.";
        start_log(self.log_format, filter).map_err(|error| Failure::setting("DARASA_LOG", error.message(), MEND))?;
        self.own().map_or(Ok(()), check_url).map_err(Failure::from)
    }
}

/// Settings of the server.
#[derive(Debug, Clone, Args)]
pub struct ServerSettings {
    /// Where to listen.
    #[arg(long, env = "DARASA_LISTEN", value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the world reaches it: links in mails begin so. Default: http:// and the address listened at.
    #[arg(long, env = "DARASA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
    /// Threads that answer requests. Default: one per processor, as far as the connections go.
    #[arg(long, env = "DARASA_WORKERS", value_name = "THREADS")]
    pub workers: Option<usize>,
    /// Connections to the database that the program may hold, shared out among its threads.
    #[arg(long, env = "DARASA_DB_CONNECTIONS", value_name = "CONNECTIONS", default_value_t = CONNECTIONS)]
    pub db_connections: usize,
    /// The mail relay (`smtp://user:password@host:587?tls=required`). Without it mails are files in the data folder.
    #[arg(long, env = "DARASA_SMTP_URL", value_name = "URL", hide_env_values = true)]
    pub smtp_url: Option<String>,
    /// A file with that address.
    #[arg(long, env = "DARASA_SMTP_URL_FILE", value_name = "FILE")]
    pub smtp_url_file: Option<PathBuf>,
    /// The sender of mails.
    #[arg(
        long,
        env = "DARASA_MAIL_FROM",
        value_name = "SENDER",
        default_value = "Darasa <darasa@localhost.localdomain>"
    )]
    pub mail_from: String,
    /// Where mails are put as files when there is no relay. Default: `mail` in the data folder.
    #[arg(long, env = "DARASA_MAIL_DIR", value_name = "FOLDER")]
    pub mail_dir: Option<PathBuf>,
    /// A file with the private Ed25519 keys (PKCS#8 PEM, the first signs) of access tokens. Default: one is made in the data folder.
    #[arg(long, env = "DARASA_SIGNING_KEY_FILE", value_name = "FILE")]
    pub signing_key_file: Option<PathBuf>,
    /// Those keys themselves, where there is no file.
    #[arg(long, env = "DARASA_SIGNING_KEY", value_name = "PEM", hide_env_values = true)]
    pub signing_key: Option<String>,
    /// Requests per second that one address may send for long.
    #[arg(long, env = "DARASA_RATE_PER_SECOND", value_name = "REQUESTS_PER_SECOND", default_value = "50")]
    pub rate_per_second: NonZeroU32,
    /// Requests that one address may send at once.
    #[arg(long, env = "DARASA_RATE_BURST", value_name = "REQUESTS", default_value = "300")]
    pub rate_burst: NonZeroU32,
    /// Websockets that one address may have open at the same time: those of a whole office behind one line.
    #[arg(long, env = "DARASA_SOCKETS_PER_ADDRESS", value_name = "SOCKETS", default_value_t = 200)]
    pub sockets_per_address: usize,
    /// True behind a proxy of yours: the client is the last address of X-Forwarded-For.
    #[arg(long, env = "DARASA_BEHIND_PROXY", default_value_t = false, action = clap::ArgAction::Set)]
    pub behind_proxy: bool,
    /// The secret that a monitoring system sends to `/metrics` as a bearer token. Without it only programs on this machine may read the
    /// figures, and no proxy: one that adds no X-Forwarded-For cannot be told from them, so set a secret behind such a one.
    #[arg(long, env = "DARASA_METRICS_TOKEN", value_name = "SECRET", hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// A file with that secret.
    #[arg(long, env = "DARASA_METRICS_TOKEN_FILE", value_name = "FILE")]
    pub metrics_token_file: Option<PathBuf>,
    /// Memory for what published editions are made of, so that they are served while the database is away. With 0 they are not.
    #[arg(long, env = "DARASA_KEPT_MEGABYTES", value_name = "MEGABYTES", default_value_t = 64)]
    pub kept_megabytes: usize,
    /// The digits that Arabic is written with, on screens, pages and in mails; every other language has Latin ones.
    #[arg(long, env = "DARASA_ARABIC_DIGITS", value_name = "DIGITS", default_value = "latin")]
    pub arabic_digits: ArabicDigits,
    /// Seconds between saying "not ready" at SIGTERM and stopping, for a proxy to notice. Ctrl-C does not wait.
    #[arg(long, env = "DARASA_DRAIN_SECONDS", value_name = "SECONDS", default_value_t = 5)]
    pub drain_seconds: u64,
}

impl ValueEnum for ArabicDigits {
    fn value_variants<'a>() -> &'a [Self] {
        Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Latin => "latin",
            Self::ArabicIndic => "arabic-indic",
        }))
    }
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
    /// How many bytes of published pages are kept in memory for the time when the database is away.
    pub kept_bytes: usize,
    /// The digits that Arabic is written with.
    pub arabic_digits: ArabicDigits,
    /// How many websockets there may be, and how patient they are.
    pub sockets: Bounds,
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
    /// The configuration of a server. The data folder is used, and made, only for what has no place of its own: the operator who names a key file and
    /// a relay needs none.
    ///
    /// # Errors
    /// When a key cannot be used, or the data folder is needed and there is none.
    pub fn new(settings: &DatabaseSettings, server: &ServerSettings) -> Result<Self, Failure> {
        let signing_keys = signing_keys(server)?;
        let smtp_url = server.smtp_url.as_deref();
        let smtp_url = secret(smtp_url, server.smtp_url_file.as_deref(), "DARASA_SMTP_URL", "DARASA_SMTP_URL_FILE")?;
        let (token, file) = (server.metrics_token.as_deref(), server.metrics_token_file.as_deref());
        let metrics_token = secret(token, file, "DARASA_METRICS_TOKEN", "DARASA_METRICS_TOKEN_FILE")?;
        let needs_folder = signing_keys.is_none() || (smtp_url.is_none() && server.mail_dir.is_none());
        let data_dir = if needs_folder { data_folder(settings)? } else { PathBuf::new() };
        let processors = std::thread::available_parallelism().map_or(2, usize::from);
        let (workers, pool_size) = share_out(server.db_connections, server.workers, processors);
        Ok(Self {
            database_url: settings.own().unwrap_or_default().to_owned(),
            listen: server.listen,
            public_url: server.public_url.clone(),
            workers,
            pool_size,
            mail: server.mail(smtp_url, &data_dir),
            data_dir,
            signing_keys,
            rate_limit: RateLimit {
                per_second: server.rate_per_second,
                burst: server.rate_burst,
                behind_proxy: server.behind_proxy,
            },
            kept_bytes: server.kept_megabytes.saturating_mul(1 << 20),
            arabic_digits: server.arabic_digits,
            sockets: Bounds::of_an_address(server.sockets_per_address),
            metrics_token,
            password_cost: passwords::STRONG,
            background: true,
            worker_program: None,
            clock: None,
        })
    }

    /// How many connections an embedded server must take: the program's, and some to spare.
    pub fn connections_of_server(&self) -> usize {
        self.workers * 2 * self.pool_size + BACKGROUND_CONNECTIONS + LISTENING_CONNECTIONS + SPARE_CONNECTIONS
    }
}

impl ServerSettings {
    fn mail(&self, smtp_url: Option<String>, data_dir: &Path) -> Mail {
        let from = self.mail_from.clone();
        match (smtp_url, &self.mail_dir) {
            (Some(url), _) => Mail::Smtp { url, from },
            (None, Some(folder)) => Mail::Files { folder: folder.clone(), from },
            (None, None) => Mail::Files { folder: data_dir.join("mail"), from },
        }
    }
}

/// Shares `total` connections out: the threads that answer requests, and the size of each of their two pools. Where nobody says how many threads
/// there shall be, there are not more than the connections go round for.
fn share_out(total: usize, workers: Option<usize>, processors: usize) -> (usize, usize) {
    let for_requests = total.saturating_sub(BACKGROUND_CONNECTIONS + LISTENING_CONNECTIONS);
    let fed = (for_requests / (2 * SMALLEST_POOL)).max(1);
    let workers = workers.unwrap_or_else(|| processors.min(fed)).clamp(1, 64);
    (workers, (for_requests / (2 * workers)).clamp(SMALLEST_POOL, 64))
}

fn data_folder(settings: &DatabaseSettings) -> Result<PathBuf, Failure> {
    let folder = embedded::data_root(&settings.embedded())?;
    // The embedded database makes its folder itself, open to the account that it runs as.
    if settings.own().is_some() {
        const MEND: &str = "Name a folder that this account may write to.";
        let unusable = |cause| Failure::setting("DARASA_DATA_DIR", format!("{}: {cause}", folder.display()), MEND);
        fs::create_dir_all(&folder).map_err(unusable)?;
    }
    Ok(folder)
}

/// The keys that the operator gave, tried out.
fn signing_keys(server: &ServerSettings) -> Result<Option<Vec<String>>, Failure> {
    let usable = |text: &str| {
        let keys = pems(text);
        Keyring::from_pems(keys.iter().map(String::as_str)).map(|_| Some(keys))
    };
    match (&server.signing_key_file, &server.signing_key) {
        (Some(path), _) => {
            let text = fs::read_to_string(path).map_err(|cause| Failure::key_file(path, cause))?;
            usable(&text).map_err(|cause| Failure::key_file(path, cause))
        }
        (None, Some(text)) if !text.is_empty() => usable(text).map_err(|cause| {
            Failure::setting("DARASA_SIGNING_KEY", cause, "It must hold Ed25519 private keys in PKCS#8 PEM.")
        }),
        _ => Ok(None),
    }
}

/// A secret as it was given, or as it stands in a file. An empty variable counts as none.
fn secret(
    given: Option<&str>,
    file: Option<&Path>,
    variable: &'static str,
    file_variable: &'static str,
) -> Result<Option<String>, Failure> {
    let given = given.filter(|text| !text.is_empty());
    match (given, file.filter(|file| !file.as_os_str().is_empty())) {
        (given, None) => Ok(given.map(str::to_owned)),
        (Some(_), Some(_)) => {
            let mend = "Give the setting itself or the file that it stands in, and not both.";
            Err(Failure::setting(file_variable, format!("{variable} is given, too"), mend))
        }
        (None, Some(file)) => {
            const MEND: &str = "Name a file that this account may read, with the setting and nothing else in it.";
            let unusable = |cause: &dyn std::fmt::Display| {
                Failure::setting(file_variable, format!("{}: {cause}", file.display()), MEND)
            };
            let text = fs::read_to_string(file).map_err(|cause| unusable(&cause))?;
            let text = text.trim();
            if text.is_empty() { Err(unusable(&"it is empty")) } else { Ok(Some(text.to_owned())) }
        }
    }
}

/// The keys of a text with one or more PEM blocks.
fn pems(text: &str) -> Vec<String> {
    const END: &str = "-----END PRIVATE KEY-----";
    text.split_inclusive(END).map(str::trim).filter(|block| block.ends_with(END)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_shared_out_and_their_total_is_kept() {
        // total, threads asked for, processors; threads, connections per pool: all pools and the 5 beside the requests stay within the total.
        for (total, asked, processors, threads, pool) in [
            (40, None, 1, 1, 17),
            (40, None, 2, 2, 8),
            (40, None, 4, 4, 4),
            (40, None, 8, 8, 2),
            (40, None, 64, 8, 2),
            (200, None, 64, 48, 2),
            (400, None, 64, 64, 3),
            (9, None, 16, 1, 2),
        ] {
            assert_eq!(share_out(total, asked, processors), (threads, pool), "{total} for {processors}");
            assert!(threads * 2 * pool + 5 <= total);
        }
    }

    #[test]
    fn who_asks_for_more_threads_than_the_connections_feed_gets_the_smallest_pools() {
        assert_eq!(share_out(40, Some(32), 2), (32, 2));
        assert_eq!(share_out(0, None, 2), (1, 2));
        assert_eq!(share_out(40, Some(0), 2), (1, 17));
    }
}
