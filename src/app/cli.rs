//! The commands.

use std::{ffi::OsString, io::BufRead, path::PathBuf, process::ExitCode, time::Duration};

use clap::{Parser, Subcommand};

use super::{
    Application,
    config::{Config, DatabaseSettings, ServerSettings},
    graphql, program_call,
};
use crate::{
    accounts, audit, demo,
    kit::{
        Clock, Error, Result, db,
        db::embedded::{Embedded, EmbeddedError, data_root, tools::Reach},
        telemetry::start_log,
    },
    monitoring,
};

/// The open platform that coordinates education in emergencies.
#[derive(Parser)]
#[command(name = "darasa", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Starts the server.
    Serve {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        server: Box<ServerSettings>,
        /// Loads a fictional country to try everything with, unless it is there, and tells who can sign in.
        #[arg(long)]
        demo: bool,
    },
    /// Prints the GraphQL schema.
    Schema,
    /// Brings the database to the tables of this program and ends.
    Migrate {
        #[command(flatten)]
        database: DatabaseSettings,
    },
    /// Keeps the installation.
    #[command(subcommand)]
    Admin(Admin),
    /// Looks after the history of changes.
    #[command(subcommand)]
    Audit(Audit),
    /// Proves figures that are kept.
    #[command(subcommand)]
    Verify(Verify),
    /// Backs the database up, restores it, opens it.
    #[command(subcommand)]
    Db(Database),
}

#[derive(Subcommand)]
enum Admin {
    /// Makes the first administrator; the password is read from standard input.
    Create {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        server: Box<ServerSettings>,
        /// The address to sign in with.
        #[arg(long)]
        email: String,
        /// How they are called.
        #[arg(long)]
        name: String,
    },
}

#[derive(Subcommand)]
enum Audit {
    /// Recomputes the chain of the history; exit code 1 when it is broken.
    Verify {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        server: Box<ServerSettings>,
    },
}

#[derive(Subcommand)]
enum Verify {
    /// Reckons people reached and indicator totals anew from the accepted reports; exit code 1 when a kept figure differs.
    Figures {
        #[command(flatten)]
        database: DatabaseSettings,
        #[command(flatten)]
        server: Box<ServerSettings>,
    },
}

#[derive(Subcommand)]
enum Database {
    /// Writes everything into one file.
    Backup {
        #[command(flatten)]
        database: DatabaseSettings,
        /// The file.
        file: PathBuf,
    },
    /// Reads everything back from one file, into an empty database.
    Restore {
        #[command(flatten)]
        database: DatabaseSettings,
        /// The file.
        file: PathBuf,
    },
    /// Prints the database's URL.
    Url {
        #[command(flatten)]
        database: DatabaseSettings,
    },
    /// Opens psql on the database.
    Psql {
        #[command(flatten)]
        database: DatabaseSettings,
        /// Arguments for psql.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
}

/// Why a command ended badly: what to say, and the exit code.
struct Failure(String, u8);

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error.to_string(), 1)
    }
}

impl From<EmbeddedError> for Failure {
    fn from(error: EmbeddedError) -> Self {
        Self(error.to_string(), error.exit_code())
    }
}

/// Runs the command of the arguments.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(code) => code,
        Err(Failure(text, code)) => {
            eprintln!("{text}");
            ExitCode::from(code)
        }
    }
}

fn dispatch(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Serve { database, server, demo } => serve(&database, &server, demo)?,
        Command::Schema => print!("{}", graphql::sdl()),
        Command::Migrate { database } => {
            let reach = open(&database)?;
            println!("{} migrations were run", db::migrate(reach.url())?);
        }
        Command::Admin(Admin::Create { database, server, email, name }) => {
            create_administrator(&database, &server, &email, &name)?
        }
        Command::Audit(Audit::Verify { database, server }) => return verify_audit(&database, &server),
        Command::Verify(Verify::Figures { database, server }) => return verify_figures(&database, &server),
        Command::Db(command) => return keep_database(command),
    }
    Ok(ExitCode::SUCCESS)
}

/// The database of the settings, for a command that uses it and ends.
fn open(settings: &DatabaseSettings) -> Result<Reach, Failure> {
    start_log(settings.log_format, "warn")?;
    Ok(Reach::open(settings.database_url.as_deref(), &settings.embedded())?)
}

fn config_of(settings: &DatabaseSettings, server: &ServerSettings, url: &str) -> Result<Config, Failure> {
    Ok(Config::new(server, url.to_owned(), &data_root(&settings.embedded())?)?)
}

/// Runs `work` on a runtime of its own.
fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
    runtime.block_on(work)
}

fn serve(settings: &DatabaseSettings, server: &ServerSettings, with_demo: bool) -> Result<(), Failure> {
    start_log(settings.log_format, &settings.log)?;
    let mut embedded = match &settings.database_url {
        Some(_) => None,
        None => Some(Embedded::start(&settings.embedded())?),
    };
    let url = settings
        .database_url
        .clone()
        .or_else(|| embedded.as_ref().map(|embedded| embedded.url().to_owned()))
        .unwrap_or_default();
    let config = config_of(settings, server, &url)?;
    let drain = Duration::from_secs(server.drain_seconds);
    let outcome: Result<(), Failure> = actix_web::rt::System::new().block_on(async {
        if with_demo {
            print!("{}", demo::load(&config, Clock::system().now()).await?);
        }
        let application = Application::build(&config).await.map_err(|error| unreachable_database(settings, error))?;
        println!("Darasa listens at {}", application.state().tools.public_url);
        let failed = async {
            match &mut embedded {
                Some(embedded) => embedded.failed().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            outcome = application.run_until_stopped(drain) => Ok(outcome?),
            failure = failed => Err(failure.into()),
        }
    });
    if let Some(embedded) = embedded {
        embedded.stop();
    }
    outcome
}

/// A database of the operator's own that cannot be reached has a text of its own.
fn unreachable_database(settings: &DatabaseSettings, error: Error) -> Failure {
    match &settings.database_url {
        Some(url) if error.code() == crate::kit::Code::Unavailable => {
            EmbeddedError::unreachable(url, error.to_string()).into()
        }
        _ => error.into(),
    }
}

fn create_administrator(
    settings: &DatabaseSettings,
    server: &ServerSettings,
    email: &str,
    name: &str,
) -> Result<(), Failure> {
    let reach = open(settings)?;
    db::migrate(reach.url())?;
    let config = config_of(settings, server, reach.url())?;
    eprintln!("Type the password (at least 10 characters) and press Enter:");
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password).map_err(Error::internal)?;
    let password = password.trim_end_matches(['\r', '\n']);
    let user =
        block_on(async { accounts::create_first_administrator(&program_call(&config)?, email, name, password).await })?;
    println!("{} may sign in and invite others", user.email);
    Ok(())
}

fn verify_audit(settings: &DatabaseSettings, server: &ServerSettings) -> Result<ExitCode, Failure> {
    let reach = open(settings)?;
    let config = config_of(settings, server, reach.url())?;
    match block_on(async { audit::verify(&program_call(&config)?).await })? {
        audit::Verdict::Whole { events, head, unsealed } => {
            println!("the history is whole: {events} events, head {head}; {unsealed} later events are not sealed yet");
            Ok(ExitCode::SUCCESS)
        }
        audit::Verdict::Broken { at } => {
            println!("the history is broken at event {at}: it, or one before it, was changed, removed or put in");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn verify_figures(settings: &DatabaseSettings, server: &ServerSettings) -> Result<ExitCode, Failure> {
    let reach = open(settings)?;
    let config = config_of(settings, server, reach.url())?;
    let differences = block_on(async { monitoring::verify_figures(&program_call(&config)?).await })?;
    for difference in &differences {
        println!("{difference:?}");
    }
    println!("{} kept figures differ from the accepted reports", differences.len());
    Ok(if differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn keep_database(command: Database) -> Result<ExitCode, Failure> {
    match command {
        Database::Backup { database, file } => open(&database)?.backup(&file)?,
        Database::Restore { database, file } => open(&database)?.restore(&file)?,
        Database::Url { database } => println!("{}", open(&database)?.url()),
        Database::Psql { database, arguments } => {
            let status = open(&database)?.psql(&arguments)?;
            return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
    Ok(ExitCode::SUCCESS)
}
