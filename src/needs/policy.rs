//! Who may read and keep needs rounds.

use super::{
    model::{NeedsRound, NeedsRoundId},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, Scope, Scoped},
};

/// Whether the viewer reads rounds that are not published.
pub(super) fn reads_drafts(viewer: &Viewer, operation: OperationId) -> bool {
    viewer.may(Action::ReadContent, &Scope::operation(operation))
}

/// Whether the viewer may read a round: published ones with any role in the operation, others as part of its content.
pub(super) fn may_read(viewer: &Viewer, round: &NeedsRound) -> bool {
    if round.is_public() {
        viewer.may(Action::ReadShared, &round.scope())
    } else {
        reads_drafts(viewer, round.operation_id)
    }
}

/// Lets pass who may read the rounds of an operation at all.
///
/// # Errors
/// `UNAUTHENTICATED` or `NOT_FOUND`.
pub(super) fn require_reader(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

/// Lets pass who may read tables in for an operation.
///
/// # Errors
/// `UNAUTHENTICATED`, `NOT_FOUND` or `FORBIDDEN`.
pub(super) fn may_import(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ManageNeeds, &Scope::operation(operation), "operationId")
}

/// The round, held until the transaction ends, for who may keep the rounds of its operation.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_edit(transaction: &Transaction, id: NeedsRoundId, field: &str) -> Result<NeedsRound> {
    let round = store::lock(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(field))?;
    let viewer = transaction.viewer();
    // Who is told that they may not is told that it is there.
    let hidden = |error| if may_read(viewer, &round) { error } else { Error::not_found(field) };
    viewer.require(Action::ManageNeeds, &round.scope(), field).map_err(hidden)?;
    Ok(round)
}
