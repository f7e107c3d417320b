//! The program's devices, made once when it starts and shared by every call.

use std::sync::Arc;

use crate::kit::{
    Clock,
    auth::{passwords::Passwords, tokens::Keyring},
    sheet::Reader,
    shelf::Shelf,
    text::Texts,
    work::Works,
};

/// What every call may use.
pub struct Toolbox {
    /// Time, ids and secrets.
    pub clock: Clock,
    /// The texts in five languages.
    pub texts: Texts,
    /// Hashes and checks passwords.
    pub passwords: Passwords,
    /// Signs and verifies access tokens.
    pub keyring: Keyring,
    /// Reads spreadsheets in a process of their own.
    pub sheets: Reader,
    /// Copies of what everyone may read, for the time when the database is away.
    pub shelf: Arc<Shelf>,
    /// Long work that goes on.
    pub works: Arc<Works>,
    /// Where the world reaches this installation, without a slash at the end: links in mails are made of it.
    pub public_url: String,
}
