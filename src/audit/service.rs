//! Writes the history.

use super::{
    model::{AuditEvent, Change},
    store,
};
use crate::kit::{
    Result,
    db::{Sight, Transaction},
};

/// Records a change in the transaction that makes it.
///
/// # Errors
/// When it cannot be written; then the change must not last either.
pub async fn record(transaction: &Transaction, change: Change) -> Result<()> {
    store::insert(transaction.conn(), &event(transaction, change)).await
}

/// Records changes in the transaction that makes them, by one statement.
///
/// # Errors
/// When they cannot be written; then the changes must not last either.
pub async fn record_all(transaction: &Transaction, changes: Vec<Change>) -> Result<()> {
    let events: Vec<AuditEvent> = changes.into_iter().map(|change| event(transaction, change)).collect();
    store::insert_all(transaction.conn(), &events).await
}

fn event(transaction: &Transaction, change: Change) -> AuditEvent {
    AuditEvent {
        id: transaction.new_id(),
        at: transaction.now(),
        actor: transaction.viewer().user,
        request_id: transaction.request_id().as_str().to_owned(),
        operation_id: change.operation,
        entity: change.entity.to_owned(),
        entity_id: change.entity_id,
        action: change.action.to_owned(),
        before: change.before,
        after: change.after,
    }
}

/// Whether the history has an event of this kind of record, whoever may see it: that a kind is none, is no secret.
pub(super) async fn knows(transaction: &mut Transaction, entity: String) -> Result<bool> {
    let _program = transaction.look_as(Sight::Program);
    store::knows(transaction.conn(), &entity).await
}
