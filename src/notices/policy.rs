//! Who may see how many follow.

use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    scope::OperationId,
};

/// Lets pass who coordinates in an operation, be it one cluster of it: counts are shared among them. Nobody sees addresses.
///
/// # Errors
/// `UNAUTHENTICATED` for visitors, else `NOT_FOUND`.
pub(super) fn may_count(viewer: &Viewer, operation: OperationId) -> Result<()> {
    let reach = viewer.reach(Action::ReadContent);
    let here = |grant: &crate::kit::auth::Grant| {
        grant.operation == Some(operation) && grant.role.row().may.contains(&Action::ReadContent)
    };
    if reach.everywhere || viewer.grants.iter().any(here) {
        return Ok(());
    }
    viewer.require_user()?;
    Err(Error::not_found("operationId"))
}
