//! Subscriptions.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Error, Result,
        ids::{Kind, parse_global},
        scope::{OperationId, OperationKind},
        text::{Language, LocalizedText},
    },
    schema::subscriptions,
    text_enum, write_inputs,
};

ids! {
    /// The id of a subscription.
    SubscriptionId of SubscriptionKind as "Subscription";
    /// The id of an appeal that is followed. Appeals are an area that may use this one, so that their own type of id is out of reach here.
    FollowedAppealId of FollowedAppealKind as "Appeal";
    /// The id of a plan whose reminders somebody gets.
    RemindedPlanId of RemindedPlanKind as "ResponsePlan";
}

text_enum! {
    /// What can be followed.
    SubjectKind {
        /// An operation.
        Operation = "OPERATION",
        /// A published appeal.
        Appeal = "APPEAL",
        /// Reminders of reports on a plan: for those who answer for them, until they say stop.
        Reminders = "REMINDERS",
    }
}

text_enum! {
    /// How far a subscription is.
    SubscriptionStatus {
        /// It was asked for, and the address has not said yes.
        Pending = "PENDING",
        /// The address said yes.
        Confirmed = "CONFIRMED",
        /// The address said stop.
        Stopped = "STOPPED",
    }
}

impl SubjectKind {
    /// Reads the id of something that can be followed.
    ///
    /// # Errors
    /// When it is no id, or of something else.
    pub(super) fn of_id(id: &ID, field: &str) -> Result<(Self, Uuid)> {
        match parse_global(id, field)?.0.as_str() {
            OperationKind::NAME => Ok((Self::Operation, OperationId::parse(id, field)?.uuid())),
            FollowedAppealKind::NAME => Ok((Self::Appeal, FollowedAppealId::parse(id, field)?.uuid())),
            _ => Err(Error::invalid(field, "id-wrong-kind", "give the id of an operation or an appeal")),
        }
    }

    /// The id of one of this kind, as clients see it.
    pub(super) fn global(self, id: Uuid) -> ID {
        match self {
            Self::Operation => OperationId::from_uuid(id).global(),
            Self::Appeal => FollowedAppealId::from_uuid(id).global(),
            Self::Reminders => RemindedPlanId::from_uuid(id).global(),
        }
    }
}

/// What is followed: of which operation, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) kind: SubjectKind,
    pub(super) id: Uuid,
    pub(super) operation_id: OperationId,
    pub(super) title: LocalizedText,
}

/// An address that follows something.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = subscriptions, check_for_backend(diesel::pg::Pg))]
pub(super) struct Subscription {
    pub(super) id: SubscriptionId,
    pub(super) subject: SubjectKind,
    pub(super) subject_id: Uuid,
    pub(super) operation_id: OperationId,
    pub(super) title: LocalizedText,
    pub(super) email: String,
    pub(super) language: Language,
    pub(super) token: String,
    pub(super) status: SubscriptionStatus,
    pub(super) created_at: DateTime<Utc>,
}

impl Subscription {
    /// What its subject is called, in its own language.
    pub(super) fn title(&self) -> &str {
        self.title.get(self.language, Language::En)
    }
}

/// What the history keeps of a subscription: never the address, because the history cannot be deleted from.
#[derive(Serialize)]
pub(super) struct Trace {
    pub(super) subject: SubjectKind,
    pub(super) subject_id: Uuid,
    pub(super) status: SubscriptionStatus,
}

impl From<&Subscription> for Trace {
    fn from(subscription: &Subscription) -> Self {
        Self { subject: subscription.subject, subject_id: subscription.subject_id, status: subscription.status }
    }
}

/// How many follow something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubscriberCount {
    /// What kind of thing.
    pub subject: SubjectKind,
    /// Which one.
    pub subject_id: Uuid,
    /// What it is called.
    pub title: LocalizedText,
    /// Addresses that said yes.
    pub confirmed: i64,
    /// Addresses that have not answered yet.
    pub pending: i64,
    /// Those that said yes and get nothing, because their mail server refuses them.
    pub undeliverable: i64,
}

/// What to follow, and where to write.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SubscribeInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The operation or published appeal to follow.
    pub subject_id: ID,
    /// Where to write. Nothing but a question comes until its reader says yes.
    pub email: String,
    /// The language to write in.
    pub language: Language,
}

write_inputs!(SubscribeInput);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_operations_and_appeals_can_be_followed() {
        let operation = OperationId::from_uuid(Uuid::from_u128(7)).global();
        assert_eq!(
            SubjectKind::of_id(&operation, "subjectId").expect("an operation"),
            (SubjectKind::Operation, Uuid::from_u128(7))
        );
        let user = crate::kit::scope::UserId::from_uuid(Uuid::from_u128(7)).global();
        let error = SubjectKind::of_id(&user, "subjectId").expect_err("nobody follows a user");
        assert_eq!((error.field(), error.key()), (Some("subjectId"), "id-wrong-kind"));
        assert!(SubjectKind::of_id(&ID::new("APPEAL".to_owned()), "subjectId").is_err());
    }
}
