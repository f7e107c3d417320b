//! Why a command ends badly, told to the person at the terminal: what happened, why, and the mend, on one screen.

use std::{io, net::SocketAddr, path::Path};

use crate::kit::{
    Code, Error,
    db::{check_url, embedded::EmbeddedError},
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

    /// The exit code, as in `sysexits.h`: 78 where the set-up must change, 69 where something is unavailable now.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Listen { .. } => 69,
            Self::Setting { .. } | Self::Demo { .. } => 78,
            Self::Database(error) => error.exit_code(),
            Self::Error(_) => 1,
        }
    }
}
