//! Why a command ends badly, told to the person at the terminal: what happened, why, and the mend, on one screen.

use std::{
    io,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use crate::kit::{
    Code, Error,
    db::{
        check_url,
        embedded::{EmbeddedError, storage_fault},
    },
};

/// Why a command ends badly. `Display` is the whole text for the operator.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The address is taken, or is not ours.
    #[error(
        "Darasa cannot listen at {address}: {cause}.\n\nMost often another program listens there, perhaps another Darasa.\n\n\
         Stop it, or give this one a free address: DARASA_LISTEN=127.0.0.1:8081 (with port 0 the system chooses one)."
    )]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        cause: io::Error,
    },
    /// A setting cannot be used.
    #[error("The setting {variable} cannot be used: {cause}.\n\n{mend}")]
    Setting {
        /// Its environment variable.
        variable: &'static str,
        /// What is wrong with it.
        cause: String,
        /// What to do.
        mend: &'static str,
    },
    /// The demo found work, or the remains of a demo, in a database of the operator's own.
    #[error(
        "The demo cannot be loaded into the database {database}: {cause}.\n\nIt needs a database in which nobody has worked yet, and a demo that \
         was broken off cannot be continued.\n\nMake an empty database (`dropdb NAME && createdb NAME`, if nothing in it matters) and start \
         again, name another one in DATABASE_URL, or start without --demo."
    )]
    Demo {
        /// Host, port and name of the database.
        database: String,
        /// What was found.
        cause: Error,
    },
    /// A file that is no whole backup.
    #[error("{} is no whole backup of Darasa: {cause}.\n\nNothing was changed. Take another backup.", file.display())]
    DamagedBackup {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        cause: String,
    },
    /// A backup of a program that is newer than this one.
    #[error(
        "{} was made by Darasa {program}, which keeps more than this version knows.\n\nNothing was changed. Restore it with that version or a later one.",
        file.display()
    )]
    NewerBackup {
        /// The file.
        file: PathBuf,
        /// The version that made it.
        program: String,
    },
    /// A database in which something is must not be overwritten.
    #[error(
        "The database {database} is not empty: it has {tables} tables.\n\nA backup is restored into an empty database, so that nothing of anybody's is \
         overwritten. Nothing was changed.\n\nDo one of these:\n  - with the embedded database: stop the server, move the data folder away (or name \
         another one in DARASA_DATA_DIR) and restore again;\n  - with your own: `createdb NAME`, name it in DATABASE_URL, and restore again."
    )]
    NotEmpty {
        /// Host, port and name of the database.
        database: String,
        /// How many tables it has.
        tables: usize,
    },
    /// What was restored is not what the backup says.
    #[error(
        "{} was restored, and is not what it says: {difference}.\n\nDo not work with this database. Drop it, and restore another backup.",
        file.display()
    )]
    RestoredOtherwise {
        /// The file.
        file: PathBuf,
        /// The first difference.
        difference: String,
    },
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] EmbeddedError),
    /// Anything else.
    #[error(transparent)]
    Error(#[from] Error),
}

impl Failure {
    /// The failure of a setting.
    pub fn setting(variable: &'static str, cause: impl ToString, mend: &'static str) -> Self {
        Self::Setting { variable, cause: cause.to_string(), mend }
    }

    /// A file with signing keys that cannot be used.
    pub fn key_file(path: &Path, cause: impl ToString) -> Self {
        const MEND: &str = "It must name a file with one or more Ed25519 private keys in PKCS#8 PEM (`openssl genpkey -algorithm ed25519`), which \
            this account may read. Without it a key is made in the data folder.";
        Self::setting("DARASA_SIGNING_KEY_FILE", format!("{}: {}", path.display(), cause.to_string()), MEND)
    }

    /// A file that cannot be read or written.
    pub fn storage(file: &Path, cause: &io::Error) -> Self {
        Self::Database(storage_fault(file, &cause.to_string()))
    }

    /// A file that is no whole backup.
    pub fn damaged(file: &Path, cause: &dyn std::fmt::Display) -> Self {
        Self::DamagedBackup { file: file.to_owned(), cause: cause.to_string() }
    }

    /// A backup that was restored and turned out otherwise.
    pub fn differs(file: &Path, difference: String) -> Self {
        Self::RestoredOtherwise { file: file.to_owned(), difference }
    }

    /// What it means for a command on the operator's own database at `url`: a server that cannot be reached has a screen of its own.
    #[must_use]
    pub fn on_own_database(self, url: &str) -> Self {
        match self {
            Self::Error(error) if error.code() == Code::Unavailable => {
                Self::Database(check_url(url).err().unwrap_or_else(|| EmbeddedError::unreachable(url, error)))
            }
            other => other,
        }
    }

    /// The exit code, as in `sysexits.h`: 78 where the set-up must change, 69 where something is unavailable now, 65 for a file that is not what it
    /// should be.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Listen { .. } => 69,
            Self::Setting { .. } | Self::Demo { .. } | Self::NewerBackup { .. } | Self::NotEmpty { .. } => 78,
            Self::DamagedBackup { .. } | Self::RestoredOtherwise { .. } => 65,
            Self::Database(error) => error.exit_code(),
            Self::Error(error) if error.code() == Code::Unavailable => 69,
            Self::Error(_) => 1,
        }
    }
}
