//! Turns a constraint that refused a row into what it means for the person who sent it.
//!
//! Some rules only the database can check without a race: two people enter the same name at the same moment. The store that wrote the row
//! knows which constraint stands for which rule.

use diesel::{QueryResult, result::Error as Diesel};

use crate::kit::{Error, Result};

/// The outcome of a statement; where a constraint refused it, `meaning` may tell by the constraint's name what that means.
///
/// # Errors
/// What the constraint means, else the database's error.
pub fn explain_constraint<T>(outcome: QueryResult<T>, meaning: impl FnOnce(&str) -> Option<Error>) -> Result<T> {
    outcome.map_err(|error| {
        let meant = match &error {
            Diesel::DatabaseError(_, detail) => detail.constraint_name().and_then(meaning),
            _ => None,
        };
        meant.unwrap_or_else(|| error.into())
    })
}
