//! Who may read contextualisations and work on them. They are worked on together, so that everybody in the operation reads them.

use super::{
    model::{Contextualisation, ContextualisationId},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, Scope, Scoped},
};

/// Lets pass who may read the contextualisations of an operation.
///
/// # Errors
/// `UNAUTHENTICATED` or `NOT_FOUND`.
pub(super) fn require_reader(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

/// Lets pass who may begin one.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) fn may_start(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::EditChecklist, &Scope::operation(operation), "operationId")
}

/// The contextualisation, held until the transaction ends, for who may work on it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_edit(transaction: &Transaction, id: ContextualisationId) -> Result<Contextualisation> {
    const FIELD: &str = "contextualisationId";
    let found = store::lock(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    transaction.viewer().require(Action::EditChecklist, &found.scope(), FIELD)?;
    Ok(found)
}
