//! Who may give which role, to whom, where.

use super::model::{GrantRecord, RoleInScope};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    scope::{Scope, Scoped},
};

/// Lets pass who may give a role in a scope: of a lower rank than their own, inside their own scope.
///
/// # Errors
/// `FORBIDDEN` that says why.
pub(super) fn may_give(viewer: &Viewer, wanted: &RoleInScope) -> Result<()> {
    if viewer.may_grant(wanted.role, &wanted.scope()) {
        return Ok(());
    }
    viewer.require_person()?;
    let message = format!(
        "you may give roles of a lower rank than your own, inside your own scope (a focal point: editors and viewers of \
         the own organisation); {} here is not one",
        wanted.role
    );
    Err(Error::forbidden(message).at("role"))
}

/// Lets pass who may take a grant back: who may give it, and its holder.
///
/// # Errors
/// `NOT_FOUND` for everybody else, API tokens among them.
pub(super) fn may_revoke(viewer: &Viewer, grant: &GrantRecord) -> Result<()> {
    let holds = viewer.token.is_none() && viewer.user == Some(grant.user_id);
    if holds || viewer.may_grant(grant.role, &grant.scope()) { Ok(()) } else { Err(Error::not_found("grantId")) }
}

/// Lets pass who may see who holds which role in a scope.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) fn may_list(viewer: &Viewer, scope: &Scope) -> Result<()> {
    if viewer.may(Action::ManageUsers, scope) { Ok(()) } else { viewer.require(Action::Grant, scope, "operationId") }
}
