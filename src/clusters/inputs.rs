//! What clients send to keep operations, clusters and memberships.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use super::{
    lifecycle::ClusterStatus,
    model::{ClusterKind, ClusterLevel, MembershipRole, OperationStatus},
};
use crate::{
    kit::{graphql::localized::TextInLanguageInput, text::Language},
    places::LocationPrecision,
    write_inputs,
};

/// How an operation works.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct OperationSettingsInput {
    /// Its name, in one or more languages.
    pub names: Vec<TextInLanguageInput>,
    /// The language of its work.
    pub default_language: Language,
    /// The IANA time zone that its deadlines are read in, such as `Africa/Nairobi`.
    pub time_zone: String,
    /// How exactly positions of sites may be shown; by area when it is left out.
    pub location_precision: Option<LocationPrecision>,
    /// Public tables hide counts below it, 0 to 100; 5 when it is left out.
    pub small_cell_threshold: Option<i32>,
}

/// A new operation.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateOperationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Its id, when the client makes ids itself (UUIDv7).
    pub id: Option<Uuid>,
    /// Its short code: 2 to 20 capitals, digits and hyphens, such as `AFG-2026`.
    pub code: String,
    /// The country by ISO 3166 code of three letters; leave it out for a region.
    pub country_iso3: Option<String>,
    /// How it works.
    pub settings: OperationSettingsInput,
}

/// How an operation works from now on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateOperationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// How it works: all of it, for it replaces what held before.
    pub settings: OperationSettingsInput,
    /// Whether work goes on.
    pub status: OperationStatus,
}

/// An emergency that an operation answers.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddEmergencyInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// Its GLIDE number, such as `EQ-2023-000184-AFG`; leave it out when none was given.
    pub glide: Option<String>,
    /// Its name, in one or more languages.
    pub names: Vec<TextInLanguageInput>,
    /// When it began.
    pub started_on: NaiveDate,
}

/// What a cluster is called and covers.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ClusterDetailsInput {
    /// Its kind.
    pub kind: ClusterKind,
    /// The sector it coordinates, by HPC code; education, `EDU`, when it is left out.
    pub sector_code: Option<String>,
    /// Its name, in one or more languages.
    pub names: Vec<TextInLanguageInput>,
    /// The area that a sub-national cluster covers.
    pub area_id: Option<ID>,
}

/// A new cluster.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateClusterInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Its id, when the client makes ids itself (UUIDv7).
    pub id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// The national cluster that a sub-national one is below.
    pub parent_id: Option<ID>,
    /// Its level.
    pub level: ClusterLevel,
    /// What it is called and covers.
    pub cluster: ClusterDetailsInput,
    /// Where it stands at the start: PREPAREDNESS, PROPOSED, or ACTIVE for one that was activated before it is entered here.
    pub status: ClusterStatus,
    /// When that was decided.
    pub decided_on: NaiveDate,
    /// Which body decided.
    pub decided_by: String,
}

/// What a cluster is called and covers from now on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateClusterInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The cluster.
    pub cluster_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// What it is called and covers: all of it, for it replaces what was said before.
    pub cluster: ClusterDetailsInput,
}

/// A step in a cluster's life.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct TransitionClusterInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The cluster.
    pub cluster_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// Where it goes.
    pub to: ClusterStatus,
    /// When it was decided.
    pub decided_on: NaiveDate,
    /// Which body decided.
    pub decided_by: String,
    /// The reason or the document.
    pub note: Option<String>,
}

/// An organisation that takes part in a cluster.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddMembershipInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Its id, when the client makes ids itself (UUIDv7).
    pub id: Option<Uuid>,
    /// The cluster.
    pub cluster_id: ID,
    /// The organisation.
    pub organisation_id: ID,
    /// What it is there.
    pub role: MembershipRole,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day on which it is no longer a member, if that is known.
    pub valid_to: Option<NaiveDate>,
}

/// A membership that ends.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct EndMembershipInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The membership.
    pub membership_id: ID,
    /// First day on which it is no longer a member.
    pub valid_to: NaiveDate,
}

write_inputs!(
    CreateOperationInput,
    UpdateOperationInput,
    AddEmergencyInput,
    CreateClusterInput,
    UpdateClusterInput,
    TransitionClusterInput,
    AddMembershipInput,
    EndMembershipInput,
);
