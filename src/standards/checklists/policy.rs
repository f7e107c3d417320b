//! Who may read and write checklists: one place for lists, records, files and changes.

use super::{
    model::{Checklist, ChecklistId, ImprovementAction, ImprovementActionId},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, Scope, Scoped},
};

/// Whether the viewer may read a checklist: everybody in the operation what is shared, else who reads everything there or whose own it is.
pub(super) fn may_read(viewer: &Viewer, checklist: &Checklist) -> bool {
    reads_content(viewer, checklist) || (checklist.is_shared() && viewer.may(Action::ReadShared, &checklist.place()))
}

/// Whether the viewer may read evidence and notes: they may speak of single schools and people, so that sharing the score does not share them.
pub(super) fn reads_content(viewer: &Viewer, checklist: &Checklist) -> bool {
    viewer.may(Action::ReadContent, &checklist.scope())
}

/// Whether the viewer may read an improvement action: with its checklist, or because the own organisation answers for it there.
fn may_read_action(viewer: &Viewer, action: &ImprovementAction) -> bool {
    viewer.may(Action::ReadContent, &action.scope()) || answers_for(viewer, Action::ReadContent, action)
}

/// Whether the viewer may do `what` to what is the own organisation's, and that organisation answers for the action.
fn answers_for(viewer: &Viewer, what: Action, action: &ImprovementAction) -> bool {
    action.organisation_id.is_some_and(|organisation| viewer.may(what, &action.place().owned_by(organisation)))
}

/// Lets pass who may look for checklists in an operation at all.
///
/// # Errors
/// `UNAUTHENTICATED` or `NOT_FOUND`.
pub(super) fn require_reader(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

/// The checklist, held until the transaction ends, for who may do `what` to it. What the viewer may not read does not exist.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for(
    transaction: &Transaction,
    what: Action,
    id: ChecklistId,
    field: &str,
) -> Result<Checklist> {
    let checklist = store::lock(transaction.conn(), id).await?;
    let checklist = checklist.filter(|checklist| may_read(transaction.viewer(), checklist));
    let checklist = checklist.ok_or_else(|| Error::not_found(field))?;
    transaction.viewer().require(what, &checklist.scope(), field)?;
    Ok(checklist)
}

/// What the viewer may change of an improvement action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MayChange {
    /// All of it: who keeps the checklist.
    Everything,
    /// How far it is: who answers for it.
    Status,
}

/// The improvement action, held until the transaction ends, and what the viewer may change of it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_action(
    transaction: &Transaction,
    id: ImprovementActionId,
) -> Result<(ImprovementAction, MayChange)> {
    const FIELD: &str = "actionId";
    let viewer = transaction.viewer();
    let action = store::lock_action(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    if !may_read_action(viewer, &action) {
        return Err(Error::not_found(FIELD));
    }
    if viewer.may(Action::EditChecklist, &action.scope()) {
        return Ok((action, MayChange::Everything));
    }
    if answers_for(viewer, Action::EditChecklist, &action) {
        return Ok((action, MayChange::Status));
    }
    viewer.require_writer()?;
    Err(Error::forbidden("your role does not allow this here"))
}
