//! Who asks and what they may do: the viewer, the role table, the guards; passwords and tokens.

pub mod passwords;
pub mod roles;
pub mod tokens;
mod viewer;

pub use roles::{Action, Role};
pub use viewer::{Grant, Reach, Viewer};

use super::{
    Result,
    db::Transaction,
    events::{self, Topic},
    scope::UserId,
};

/// The topic of what is taken from a user: roles, sessions, API tokens.
pub fn withdrawals(user: UserId) -> Topic {
    Topic::new("withdrawal", user.uuid())
}

/// Says that something was taken from a user, so that whoever is still connected by it is asked again who they are.
///
/// # Errors
/// When the database cannot be reached.
pub async fn withdrawn(transaction: &Transaction, user: UserId) -> Result<()> {
    events::tell(transaction, &withdrawals(user), user.uuid()).await
}
