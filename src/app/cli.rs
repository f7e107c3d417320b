//! The commands.

use std::{
    ffi::OsString,
    io::{BufRead, Write},
    path::PathBuf,
    process::ExitCode,
};

use clap::{Parser, Subcommand};

use super::{
    Failure, backup, command_call,
    config::{DatabaseSettings, ServerSettings},
    graphql, serve, settings,
};
use crate::{
    accounts, audit,
    kit::{Error, Result, db, db::embedded::tools::Reach},
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
    /// Prints the reference of all settings.
    Settings {
        /// As a file of environment variables, each with its default.
        #[arg(long)]
        env: bool,
    },
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
    /// Writes everything into one file, as of one moment, while the server runs.
    Backup {
        #[command(flatten)]
        database: DatabaseSettings,
        /// The file, or a folder in which one named after the moment is made.
        target: PathBuf,
    },
    /// Reads a backup into an empty database, and proves that everything is there.
    Restore {
        #[command(flatten)]
        database: DatabaseSettings,
        /// The file.
        file: PathBuf,
    },
    /// Tells where the database is, or opens it.
    #[command(subcommand)]
    Db(Database),
}

#[derive(Subcommand)]
enum Admin {
    /// Makes the first administrator; the password is read from standard input.
    Create {
        #[command(flatten)]
        database: DatabaseSettings,
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
    },
}

#[derive(Subcommand)]
enum Verify {
    /// Reckons people reached and indicator totals anew from the accepted reports; exit code 1 when a kept figure differs.
    Figures {
        #[command(flatten)]
        database: DatabaseSettings,
        /// Computes them anew where they differ.
        #[arg(long)]
        mend: bool,
    },
}

#[derive(Subcommand)]
enum Database {
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

impl Command {
    /// The settings of the database that the command uses.
    fn database(&mut self) -> Option<&mut DatabaseSettings> {
        match self {
            Self::Serve { database, .. }
            | Self::Migrate { database }
            | Self::Admin(Admin::Create { database, .. })
            | Self::Audit(Audit::Verify { database })
            | Self::Verify(Verify::Figures { database, .. })
            | Self::Backup { database, .. }
            | Self::Restore { database, .. }
            | Self::Db(Database::Url { database } | Database::Psql { database, .. }) => Some(database),
            Self::Schema | Self::Settings { .. } => None,
        }
    }
}

/// Runs the command of the arguments.
pub fn run() -> ExitCode {
    let mut command = Arguments::parse().command;
    let read = command.database().map_or(Ok(()), DatabaseSettings::read_files);
    let own = command.database().and_then(|database| database.own()).map(str::to_owned);
    read.and_then(|()| dispatch(command)).unwrap_or_else(|failure| {
        let failure = match &own {
            Some(url) => failure.on_own_database(url),
            None => failure,
        };
        // Nobody may be there to hear it; the code says enough then.
        let _ = writeln!(std::io::stderr(), "{failure}");
        ExitCode::from(failure.exit_code())
    })
}

fn dispatch(command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Serve { database, server, demo } => serve::serve(&database, &server, demo)?,
        Command::Schema => print!("{}", graphql::sdl()),
        Command::Settings { env: false } => print!("{}", settings::markdown()),
        Command::Settings { env: true } => print!("{}", settings::env_example()),
        Command::Migrate { database } => {
            println!("{} migrations were run", db::migrate(open(&database)?.url())?);
        }
        Command::Admin(Admin::Create { database, email, name }) => create_administrator(&database, &email, &name)?,
        Command::Audit(Audit::Verify { database }) => return verify_audit(&database),
        Command::Verify(Verify::Figures { database, mend }) => return verify_figures(&database, mend),
        Command::Backup { database, target } => println!("{}", backup::backup(&open(&database)?, &target)?),
        Command::Restore { database, file } => println!("{}", backup::restore(&open(&database)?, &file)?),
        Command::Db(command) => return show_database(command),
    }
    Ok(ExitCode::SUCCESS)
}

/// The database of the settings, for a command that uses it and ends.
fn open(settings: &DatabaseSettings) -> Result<Reach, Failure> {
    settings.begin("warn")?;
    Ok(Reach::open(settings.own(), &settings.embedded())?)
}

/// Runs `work` on a runtime of its own.
fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Error::internal)?;
    runtime.block_on(work)
}

fn create_administrator(settings: &DatabaseSettings, email: &str, name: &str) -> Result<(), Failure> {
    let reach = open(settings)?;
    db::migrate(reach.url())?;
    eprintln!("Type the password (at least 10 characters) and press Enter:");
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password).map_err(Error::internal)?;
    let password = password.trim_end_matches(['\r', '\n']);
    let create =
        async { accounts::create_first_administrator(&command_call(reach.url())?, email, name, password).await };
    println!("{} may sign in and invite others", block_on(create)?.email);
    Ok(())
}

fn verify_audit(settings: &DatabaseSettings) -> Result<ExitCode, Failure> {
    let reach = open(settings)?;
    match block_on(async { audit::verify(&command_call(reach.url())?).await })? {
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

fn verify_figures(settings: &DatabaseSettings, mend: bool) -> Result<ExitCode, Failure> {
    let reach = open(settings)?;
    let differences = block_on(async { monitoring::verify_figures(&command_call(reach.url())?).await })?;
    for difference in &differences {
        println!("{difference:?}");
    }
    println!("{} kept figures differ from the accepted reports", differences.len());
    if mend && !differences.is_empty() {
        block_on(async { monitoring::rebuild(&command_call(reach.url())?).await })?;
        println!("they were computed anew");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(if differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn show_database(command: Database) -> Result<ExitCode, Failure> {
    match command {
        Database::Url { database } => println!("{}", open(&database)?.url()),
        Database::Psql { database, arguments } => {
            let status = open(&database)?.psql(&arguments)?;
            return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
    }
    Ok(ExitCode::SUCCESS)
}
