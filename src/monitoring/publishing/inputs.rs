//! What clients send.

use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use crate::write_inputs;

/// A period to publish.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct PublishPeriodInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The period up to which figures are published.
    pub period_id: ID,
}

/// A link to make.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateShareLinkInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan whose published months it shows.
    pub plan_id: ID,
    /// For whom it is, in words: 1 to 200 characters.
    pub name: String,
    /// For how many days it leads somewhere: 1 to 366.
    pub valid_days: i32,
    /// The level of the areas that it shows: 1 to 3. One alone, because two levels would tell together what is hidden in each.
    #[graphql(default = 1)]
    pub level: i32,
    /// Whether it names partners. Where naming them puts people at risk, leave it out.
    #[graphql(default = false)]
    pub names_partners: bool,
}

/// A link to take back.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RevokeShareLinkInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The link.
    pub share_link_id: ID,
}

/// A calendar to make, in place of the one before.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateCalendarFeedInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
}

/// Takes the own calendar back.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RevokeCalendarFeedInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
}

write_inputs!(
    PublishPeriodInput,
    CreateShareLinkInput,
    RevokeShareLinkInput,
    CreateCalendarFeedInput,
    RevokeCalendarFeedInput,
);
