//! Why the embedded database cannot be used, told to the person at the terminal: what happened, why, and what to do next, on one screen.

use std::{fmt::Write, path::PathBuf};

use super::{find, tools};

/// Why the embedded database cannot be used. `Display` is the whole text for the operator.
#[derive(Debug, thiserror::Error)]
pub enum EmbeddedError {
    /// The machine has no Postgres programs that we can use.
    #[error(
        "No usable PostgreSQL programs (version {} to {}) were found.\n\nLooked in:\n{}\n\
         Do one of these, then start again:\n  - run `make setup`, which gets them;\n  - install the package `postgresql` of your system;\n  \
         - name their folder in DARASA_PG_BIN;\n  - use a server of your own: set DATABASE_URL=postgres://...",
        find::OLDEST,
        find::NEWEST,
        bullets(looked_in)
    )]
    NoPrograms {
        /// The folders that were tried, each with the reason it did not serve where there is one.
        looked_in: Vec<String>,
    },

    /// The data folder was made by another major version than the programs at hand.
    #[error(
        "The database in {} was made by PostgreSQL {made_by}, and the programs found are of version {found}.\n\n\
         PostgreSQL cannot open the files of another major version, and Darasa never converts them by itself.\n\nDo one of these:\n  \
         - install PostgreSQL {made_by} (or name its folder in DARASA_PG_BIN) and start again;\n  \
         - or move the data: with PostgreSQL {made_by} run `darasa backup FILE`, move the folder away, then with the new version run \
         `darasa restore FILE`.",
        folder.display()
    )]
    WrongMajor {
        /// The database folder.
        folder: PathBuf,
        /// The major version that made it.
        made_by: u32,
        /// The versions at hand, in words.
        found: String,
    },

    /// A folder on the way is closed to the account that Postgres runs as.
    #[error(
        "The account `{account}` cannot use {}.\n\n\
         The embedded PostgreSQL runs as `{account}` (it refuses to run as root) and must be able to enter every folder down to its data \
         and to write there.\n\nDo one of these:\n  - choose an open place: DARASA_DATA_DIR=/var/lib/darasa (or another folder);\n  \
         - or open this one to `{account}`.",
        folder.display()
    )]
    Closed {
        /// The first folder that is closed.
        folder: PathBuf,
        /// The account that needs to pass.
        account: String,
    },

    /// There is no account that Postgres could run as.
    #[error(
        "There is no account that PostgreSQL could run as: {reason}.\n\nPostgreSQL refuses to run as root and needs an account with a line in \
         the system's list of users.\n\nAdd one (for example `useradd --system postgres`), or set DATABASE_URL to use a server of your own."
    )]
    NoAccount {
        /// What was looked for.
        reason: String,
    },

    /// Nothing says where the data should be kept.
    #[error(
        "There is no place for the data: neither DARASA_DATA_DIR nor HOME is set.\n\nSet DARASA_DATA_DIR to a folder that may be written, or \
         DATABASE_URL to use a server of your own."
    )]
    NoPlace,

    /// The data folder holds something, and it is not a database.
    #[error(
        "{} is not a database: it has files in it, and no readable PG_VERSION among them.\n\nDarasa does not touch files that it does not \
         know.\n\nMove that folder away, restore it from a backup, or set DARASA_DATA_DIR to another place.",
        folder.display()
    )]
    NotADatabase {
        /// The folder.
        folder: PathBuf,
    },

    /// Another instance uses the data folder.
    #[error(
        "The data in {} is already in use by process {pid}.\n\nOne data folder serves one instance of Darasa at a time.\n\nStop the other \
         instance (`kill {pid}`), or give this one its own folder with DARASA_DATA_DIR.",
        folder.display()
    )]
    InUse {
        /// The data folder.
        folder: PathBuf,
        /// The process id of the other instance.
        pid: String,
    },

    /// `postmaster.pid` names a living process that is not our Postgres.
    #[error(
        "{} says that process {pid} runs this database, but that process is `{command}`.\n\nThe file is probably left over from before a \
         restart of the machine or container, and the number now belongs to another program. Darasa never deletes it by itself, because it \
         also protects the data against two servers at once.\n\nMake sure that no PostgreSQL runs on this folder, then delete the file and \
         start again.",
        file.display()
    )]
    ForeignProcess {
        /// The pid file.
        file: PathBuf,
        /// The process id in it.
        pid: u32,
        /// What that process is.
        command: String,
    },

    /// The disk is full, read-only or broken.
    #[error(
        "Darasa cannot write to {}: {cause}.\n\nFree space there: {free} bytes.\n\nFree some space or make the disk writable, or choose another \
         place (for the data: DARASA_DATA_DIR).",
        folder.display()
    )]
    Storage {
        /// The folder.
        folder: PathBuf,
        /// Bytes that are free there.
        free: u64,
        /// What the system said.
        cause: String,
    },

    /// A Postgres program failed.
    #[error("{what}.\n\nThe last lines of its log ({}):\n{}\nMend what they say and start again, or set DATABASE_URL to use a server of your own.",
        log.display(), bullets(lines))]
    Failed {
        /// What failed, as a sentence without its full stop.
        what: String,
        /// At most the last 20 lines of its log.
        lines: Vec<String>,
        /// The log.
        log: PathBuf,
    },

    /// A client program (pg_dump, pg_restore, psql) is missing.
    #[error(
        "The program `{tool}` was not found in {}, nor in PATH.\n\nIt belongs to PostgreSQL's client programs, which some slim packages of the \
         server leave out.\n\nInstall the package `postgresql-client` of your system, or name a folder that has it in DARASA_PG_BIN.",
        folder.display()
    )]
    ToolMissing {
        /// Its name.
        tool: &'static str,
        /// The folder of the programs in use.
        folder: PathBuf,
    },

    /// A client program ran and failed; its own words are on the terminal above.
    #[error(
        "`{tool}` failed ({status}); what it said stands above.\n\nNothing was changed. Mend what it says and run the command again."
    )]
    ToolFailed {
        /// Its name.
        tool: &'static str,
        /// How it ended.
        status: String,
    },

    /// `DATABASE_URL` is no URL of Postgres. The text is not repeated, because it may hold a password.
    #[error(
        "DATABASE_URL is not a URL that Darasa understands.\n\nIt must have the form postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special \
         characters in the password percent-encoded; behind a `?` may follow options such as sslmode (disable, prefer, require, verify-ca, \
         verify-full) and sslrootcert (a file, or `system` with verify-full).\n\nCorrect it, or leave it unset to use the embedded database."
    )]
    BadUrl,

    /// The server behind `DATABASE_URL` does not answer or refuses TLS.
    #[error(
        "The database server at {server} cannot be used: {cause}.\n\nDarasa was told to use it by DATABASE_URL.\n\nCheck that it runs and accepts \
         connections from this machine, and that `sslmode` in the URL fits it; or leave DATABASE_URL unset to use the embedded database."
    )]
    Unreachable {
        /// Host and port, never more.
        server: String,
        /// What went wrong.
        cause: String,
    },
}

impl EmbeddedError {
    /// The exit code for the process, as in `sysexits.h`: 78 where the set-up must change, 69 where something is unavailable now.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoPrograms { .. }
            | Self::WrongMajor { .. }
            | Self::Closed { .. }
            | Self::NoAccount { .. }
            | Self::NoPlace
            | Self::NotADatabase { .. }
            | Self::ToolMissing { .. }
            | Self::BadUrl => 78,
            Self::InUse { .. }
            | Self::ForeignProcess { .. }
            | Self::Storage { .. }
            | Self::Failed { .. }
            | Self::ToolFailed { .. }
            | Self::Unreachable { .. } => 69,
        }
    }

    /// The screen for a server of the operator's own that cannot be used. Names its host and port, never the password.
    pub fn unreachable(database_url: &str, cause: impl std::fmt::Display) -> Self {
        match tools::Address::parse(database_url) {
            // A driver may repeat the URL it was given, so the password is blotted out of its words too.
            Ok(address) => {
                Self::Unreachable { server: address.server(), cause: address.without_password(&cause.to_string()) }
            }
            Err(bad) => bad,
        }
    }
}

fn bullets(lines: &[String]) -> String {
    lines.iter().fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "  {line}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_programs_lists_where_it_looked_and_the_ways_out() {
        let error =
            EmbeddedError::NoPrograms { looked_in: vec!["/opt/pg/bin".into(), "/usr/lib/13/bin (version 13)".into()] };
        let text = error.to_string();
        for part in ["14 to 18", "  /opt/pg/bin\n", "(version 13)", "`make setup`", "`postgresql`", "DATABASE_URL"] {
            assert!(text.contains(part), "{part:?} is missing in {text}");
        }
        assert_eq!(error.exit_code(), 78);
    }

    #[test]
    fn an_unreachable_server_is_named_by_host_and_port_and_never_by_password() {
        let url = "postgres://darasa:s%40cret@db.example.org:6432/darasa?sslmode=require";
        let error = EmbeddedError::unreachable(url, format!("refused for {url} with s@cret"));
        let text = error.to_string();
        assert!(text.contains("db.example.org:6432"), "{text}");
        assert!(!text.contains("s@cret") && !text.contains("s%40cret"), "{text}");
        assert_eq!(error.exit_code(), 69);
    }

    #[test]
    fn a_url_that_cannot_be_read_is_not_repeated() {
        let text = EmbeddedError::unreachable("mysql://u:hunter2@h/d", "hunter2").to_string();
        assert!(text.contains("postgres://USER:PASSWORD@HOST") && !text.contains("hunter2"), "{text}");
    }

    #[test]
    fn every_screen_fits_a_terminal() {
        let lines = vec!["a line".to_owned(); 20];
        let error =
            EmbeddedError::Failed { what: "PostgreSQL did not start".into(), lines, log: "/x/postgres.log".into() };
        assert!(error.to_string().lines().count() <= 25);
    }
}
