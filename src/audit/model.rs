//! What is kept of a change.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::Serialize;
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Result,
        db::JsonText,
        ids::{Id, Kind},
        scope::{OperationId, Scope, Scoped, UserId},
    },
    schema::audit_events,
};

ids! {
    /// The id of an event of the history.
    AuditEventId of AuditEventKind as "AuditEvent";
}

/// A change to be recorded.
pub struct Change {
    pub(super) entity: &'static str,
    pub(super) entity_id: Uuid,
    pub(super) action: &'static str,
    pub(super) operation: Option<OperationId>,
    pub(super) before: Option<JsonText>,
    pub(super) after: Option<JsonText>,
}

impl Change {
    /// `action` was done to the record `id`.
    pub fn new<K: Kind>(action: &'static str, id: Id<K>) -> Self {
        Self { entity: K::NAME, entity_id: id.uuid(), action, operation: None, before: None, after: None }
    }

    /// The operation that the record belongs to.
    #[must_use]
    pub fn in_operation(mut self, operation: impl Into<Option<OperationId>>) -> Self {
        self.operation = operation.into();
        self
    }

    /// How the record was.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn from(mut self, before: &impl Serialize) -> Result<Self> {
        self.before = Some(JsonText::of(before)?);
        Ok(self)
    }

    /// How the record is now.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn to(mut self, after: &impl Serialize) -> Result<Self> {
        self.after = Some(JsonText::of(after)?);
        Ok(self)
    }
}

/// An event of the history.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = audit_events, check_for_backend(diesel::pg::Pg))]
pub struct AuditEvent {
    /// The event.
    pub id: AuditEventId,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// The user who did it; none for the program itself.
    pub actor: Option<UserId>,
    /// The request that it was part of: our id, or the one that a proxy gave it.
    pub request_id: String,
    /// The operation that the record belongs to.
    pub operation_id: Option<OperationId>,
    /// What kind of record changed.
    pub entity: String,
    /// Which record changed.
    pub entity_id: Uuid,
    /// What was done to it.
    pub action: String,
    /// The record before.
    pub before: Option<JsonText>,
    /// The record after.
    pub after: Option<JsonText>,
}

impl Scoped for AuditEvent {
    fn scope(&self) -> Scope {
        self.operation_id.map_or_else(Scope::installation, Scope::operation)
    }
}

/// Which events are asked for: those that everything said holds for.
pub(super) struct Wanted {
    pub(super) entity_id: Option<Uuid>,
    pub(super) entity: Option<String>,
    pub(super) action: Option<String>,
    pub(super) actor: Option<UserId>,
    pub(super) from: Option<DateTime<Utc>>,
    pub(super) before: Option<DateTime<Utc>>,
}
