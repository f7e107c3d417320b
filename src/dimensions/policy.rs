//! Who may define what people are counted by.

use super::{
    model::{Dimension, DimensionId},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, Scope, Scoped},
};

/// Lets pass who may read what an operation counts by: whoever holds a role in it.
///
/// # Errors
/// `UNAUTHENTICATED` or `NOT_FOUND`.
pub(super) fn may_read(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

/// Lets pass who may define dimensions of an operation.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` or `FORBIDDEN`.
pub(super) fn may_define(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ManageCluster, &Scope::operation(operation), "operationId")
}

/// The dimension, held until the transaction ends, for who may add to it: an operation's own by its coordination, a shared one by who keeps the
/// installation.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_edit(transaction: &Transaction, id: DimensionId) -> Result<Dimension> {
    const FIELD: &str = "dimensionId";
    let dimension = store::lock_dimension(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let action = if dimension.operation_id.is_some() { Action::ManageCluster } else { Action::ManageReference };
    transaction.viewer().require(action, &dimension.scope(), FIELD)?;
    Ok(dimension)
}
