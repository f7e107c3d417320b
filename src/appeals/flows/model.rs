//! Flows, their versions, and the rules of a step from one version to the next.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Error, Result,
        scope::{OperationId, OrganisationId},
    },
    schema::{flow_parties, flow_portions, flow_versions, flows},
    text_enum, write_inputs,
};

ids! {
    /// The id of a flow.
    FlowId of FlowKind as "Flow";
    /// The id of a version of a flow.
    FlowVersionId of FlowVersionKind as "FlowVersion";
}

text_enum! {
    /// How firm a contribution is. It only becomes firmer.
    FlowStatus {
        /// Announced, not binding: shown and never counted.
        Pledge = "PLEDGE",
        /// Signed for: counted.
        Commitment = "COMMITMENT",
        /// Transferred: counted.
        Paid = "PAID",
    }
}

text_enum! {
    /// Where a flow crosses the border of what is looked at.
    Boundary {
        /// Into it from outside.
        Incoming = "INCOMING",
        /// Inside it: money that came in before and is allotted now.
        Internal = "INTERNAL",
        /// Out of it.
        Outgoing = "OUTGOING",
    }
}

text_enum! {
    /// Whether a flow is for one destination alone.
    OnBoundary {
        /// For one.
        Single = "SINGLE",
        /// One sum for several, never added to each.
        Shared = "SHARED",
    }
}

text_enum! {
    /// Money or goods.
    Contribution {
        /// Money.
        Financial = "FINANCIAL",
        /// Goods and services, at their value.
        InKind = "IN_KIND",
    }
}

text_enum! {
    /// The type of a flow.
    FlowType {
        /// The usual one.
        Standard = "STANDARD",
        /// Carried over from an earlier year.
        Carryover = "CARRYOVER",
        /// Passed on at once to another organisation.
        PassThrough = "PASS_THROUGH",
        /// Given without saying yet to what, or for several years: others carry its parts.
        Parked = "PARKED",
    }
}

text_enum! {
    /// How tightly a contribution is bound, by the categories of IATI.
    Earmarking {
        /// To nothing, or to a region or operation as a whole.
        Unearmarked = "UNEARMARKED",
        /// To a country, sector or plan, loosely.
        Softly = "SOFTLY",
        /// To a programme or an organisation's project.
        Earmarked = "EARMARKED",
        /// To a place, group, item or single project.
        Tightly = "TIGHTLY",
    }
}

text_enum! {
    /// Which end of a flow.
    Direction {
        /// From whom.
        Source = "SOURCE",
        /// To whom and for what.
        Destination = "DESTINATION",
    }
}

text_enum! {
    /// What stands at an end of a flow.
    PartyKind {
        /// An organisation.
        Organisation = "ORGANISATION",
        /// A plan, by its code; an appeal without a plan is one.
        Plan = "PLAN",
        /// A cluster of the operation, by its sector.
        Cluster = "CLUSTER",
        /// A global cluster, by its sector.
        GlobalCluster = "GLOBAL_CLUSTER",
        /// A country or area.
        Location = "LOCATION",
        /// A project.
        Project = "PROJECT",
        /// An activity of a plan.
        Activity = "ACTIVITY",
        /// An emergency.
        Emergency = "EMERGENCY",
        /// A year in which it may be used.
        UsageYear = "USAGE_YEAR",
    }
}

text_enum! {
    /// How a party takes part in a flow.
    Behaviour {
        /// Alone.
        Single = "SINGLE",
        /// With others of its kind; nobody says how much is whose.
        Shared = "SHARED",
        /// Also counted elsewhere.
        Overlap = "OVERLAP",
    }
}

/// A contribution by its identity at the source; its versions tell its story.
#[derive(Debug, Clone, Queryable, Selectable, QueryableByName, Serialize, Deserialize)]
#[diesel(table_name = flows, check_for_backend(diesel::pg::Pg))]
pub struct Flow {
    /// The flow.
    pub id: FlowId,
    /// The operation.
    pub operation_id: OperationId,
    /// Where it was recorded.
    pub system: String,
    /// Its id there.
    pub external_id: String,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// What a flow says at one moment.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = flow_versions, check_for_backend(diesel::pg::Pg))]
pub struct Terms {
    /// How firm it is.
    pub status: FlowStatus,
    /// Into the plan, inside it, or out of it.
    pub boundary: Boundary,
    /// For one destination or several.
    pub on_boundary: OnBoundary,
    /// US dollars, null when not stated.
    pub usd: Option<Decimal>,
    /// In the currency given.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// Units of the currency for one US dollar, fixed at the decision.
    pub rate: Option<Decimal>,
    /// When the giver decided.
    pub decision_date: Option<NaiveDate>,
    /// When this was reported.
    pub flow_date: Option<NaiveDate>,
    /// The year that it was budgeted for.
    pub budget_year: Option<i32>,
    /// Money or goods.
    pub contribution: Contribution,
    /// Its type.
    pub flow_type: FlowType,
    /// How it is given, as the source says it.
    pub method: Option<String>,
    /// How tightly it is bound, null when not known.
    pub earmarking: Option<Earmarking>,
    /// False: withdrawn.
    pub active: bool,
    /// What the giver says of it.
    pub description: String,
}

/// A version of a flow.
#[derive(Debug, Clone, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = flow_versions, check_for_backend(diesel::pg::Pg))]
pub struct FlowVersion {
    /// The version.
    pub id: FlowVersionId,
    /// The flow.
    pub flow_id: FlowId,
    /// Counts the versions; the last one holds.
    pub number: i32,
    /// What it says.
    #[diesel(embed)]
    #[serde(flatten)]
    pub terms: Terms,
    /// The hash of what it says, with its parties and yearly parts.
    #[serde(with = "hex_bytes")]
    pub content_hash: Vec<u8>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// Who or what stands at an end of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = flow_parties, check_for_backend(diesel::pg::Pg))]
pub struct Party {
    /// From or to.
    pub direction: Direction,
    /// What it is.
    pub kind: PartyKind,
    /// Its code, if it has one.
    pub code: Option<String>,
    /// What it is called there.
    pub name: String,
    /// The organisation here, when it is known.
    pub organisation_id: Option<OrganisationId>,
    /// Alone or with others.
    pub behaviour: Behaviour,
}

impl Party {
    /// A party that stands alone and is called `name`.
    pub fn new(direction: Direction, kind: PartyKind, name: impl Into<String>) -> Self {
        Self { direction, kind, code: None, name: name.into(), organisation_id: None, behaviour: Behaviour::Single }
    }

    /// The same with a code.
    #[must_use]
    pub fn coded(self, code: Option<String>) -> Self {
        Self { code, ..self }
    }
}

/// A year's part of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = flow_portions, check_for_backend(diesel::pg::Pg))]
pub struct Portion {
    /// The year.
    pub year: i32,
    /// US dollars of that year.
    pub usd: Decimal,
}

/// What the viewer may see of the flows of an appeal.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::appeals) enum FlowSight {
    /// All of them.
    All,
    /// Those that these organisations give.
    Of(Vec<OrganisationId>),
}

/// A party as it is kept.
#[derive(Serialize)]
pub(super) struct PartyRow {
    pub(super) id: Uuid,
    pub(super) version_id: FlowVersionId,
    #[serde(flatten)]
    pub(super) party: Party,
}

/// A year's part as it is kept.
#[derive(Serialize)]
pub(super) struct PortionRow {
    pub(super) version_id: FlowVersionId,
    #[serde(flatten)]
    pub(super) portion: Portion,
}

/// Everything that a version of a flow says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Statement {
    pub(super) terms: Terms,
    pub(super) parties: Vec<Party>,
    pub(super) portions: Vec<Portion>,
}

impl Statement {
    /// SHA-256 of the statement: the same statement again is no new version.
    ///
    /// What we found out about a party (which organisation it is here) is left out: a directory that grew does not make a flow another.
    pub(super) fn hash(&self) -> Result<Vec<u8>> {
        let mut said = self.clone();
        for party in &mut said.parties {
            party.organisation_id = None;
        }
        for amount in [&mut said.terms.usd, &mut said.terms.amount, &mut said.terms.rate] {
            *amount = amount.map(|amount| amount.normalize());
        }
        let json = serde_json::to_vec(&said).map_err(Error::internal)?;
        Ok(Sha256::digest(json).to_vec())
    }
}

mod hex_bytes {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    /// As Postgres reads and writes bytes in JSON.
    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("\\x{}", hex::encode(bytes)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(deserializer)?;
        hex::decode(text.trim_start_matches("\\x")).map_err(D::Error::custom)
    }
}

/// A contribution to record.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RecordFlowInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal that it is for.
    pub appeal_id: ID,
    /// The flow that this is a new version of; leave it out for a new contribution.
    pub flow_id: Option<ID>,
    /// The id that a new contribution shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The version that a new version is based on.
    pub base_version: Option<i32>,
    /// How firm it is.
    pub status: FlowStatus,
    /// INCOMING when left out, or INTERNAL for money that came before without a cluster and is allotted now.
    pub boundary: Option<Boundary>,
    /// The organisation that gives.
    pub source_organisation_id: ID,
    /// The organisation that receives.
    pub recipient_organisation_id: ID,
    /// The sectors that it is for, by HPC code such as EDU; several share the sum, and an empty list is the plan as a whole.
    /// Left out, it is for the appeal's own sector.
    pub sectors: Option<Vec<String>>,
    /// The activities that it is for, if the giver named any.
    #[graphql(default)]
    pub activity_ids: Vec<ID>,
    /// How much, in the currency of the decision.
    pub amount: Decimal,
    /// ISO 4217 code of the amount.
    pub currency: String,
    /// Units of the currency for one US dollar at the decision; not needed for US dollars, nor again once it is fixed.
    pub rate: Option<Decimal>,
    /// When the giver decided.
    pub decision_date: Option<NaiveDate>,
    /// When this was reported; today when left out.
    pub flow_date: Option<NaiveDate>,
    /// The yearly parts, for a contribution over several years. They add up to its US dollars.
    #[graphql(default)]
    pub portions: Vec<PortionInput>,
    /// Money or goods; FINANCIAL when left out.
    pub contribution: Option<Contribution>,
    /// How tightly it is bound, when known.
    pub earmarking: Option<Earmarking>,
    /// What the giver says of it.
    #[graphql(default)]
    pub description: String,
}

/// A year's part of a contribution.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct PortionInput {
    /// The year.
    pub year: i32,
    /// US dollars of that year.
    pub usd: Decimal,
}

/// A contribution to withdraw.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct WithdrawFlowInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal that it is for.
    pub appeal_id: ID,
    /// The flow.
    pub flow_id: ID,
    /// The version that this is based on.
    pub base_version: i32,
    /// Why.
    pub reason: String,
}

/// A file of flows from the Financial Tracking Service.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportFlowsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The appeal whose operation the flows belong to. Flows for other plans and clusters are kept, too, and count for those.
    pub appeal_id: ID,
    /// The file: a CSV of flows as FTS gives it, or a workbook with the same columns.
    pub file_id: ID,
    /// What the file holds, as FTS calls it.
    pub boundary: Boundary,
}

write_inputs!(RecordFlowInput, WithdrawFlowInput, ImportFlowsInput);

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A commitment of EUR 500,000.
    pub(in crate::appeals::flows) fn euros() -> Terms {
        Terms {
            status: FlowStatus::Commitment,
            boundary: Boundary::Incoming,
            on_boundary: OnBoundary::Single,
            usd: Some(Decimal::from(606_796)),
            amount: Some(Decimal::from(500_000)),
            currency: Some("EUR".into()),
            rate: Some(Decimal::new(824, 3)),
            decision_date: NaiveDate::from_ymd_opt(2021, 2, 25),
            flow_date: None,
            budget_year: None,
            contribution: Contribution::Financial,
            flow_type: FlowType::Standard,
            method: None,
            earmarking: None,
            active: true,
            description: String::new(),
        }
    }

    #[test]
    fn what_we_find_out_about_a_party_does_not_make_a_flow_another() {
        let party = Party::new(Direction::Source, PartyKind::Organisation, "Org A");
        let known = Party { organisation_id: Some(OrganisationId::from_uuid(Uuid::from_u128(7))), ..party.clone() };
        let statement = |party| Statement { terms: euros(), parties: vec![party], portions: vec![] };
        assert_eq!(statement(party.clone()).hash().expect("a hash"), statement(known).hash().expect("a hash"));
        let paid = Statement { terms: Terms { status: FlowStatus::Paid, ..euros() }, ..statement(party.clone()) };
        assert_ne!(statement(party).hash().expect("a hash"), paid.hash().expect("a hash"));
    }
}
