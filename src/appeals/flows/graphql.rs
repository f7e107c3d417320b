//! Flows in the graph.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};
use rust_decimal::Decimal;

use super::{
    import::{self, FlowsImport},
    model::{
        Behaviour, Boundary, Contribution, Direction, Earmarking, Flow, FlowStatus, FlowType, FlowVersion,
        ImportFlowsInput, OnBoundary, Party, PartyKind, RecordFlowInput, WithdrawFlowInput,
    },
    service,
    store::{PartiesOfVersion, PortionsOfVersion, VersionsOfFlow},
};
use crate::{
    connection,
    kit::{
        Error, Result,
        graphql::{
            Context,
            issues::ImportIssue,
            lazy::{Later, Lazy},
        },
    },
    partners::OrganisationById,
};

#[graphql_object(
    context = Context,
    description = "A contribution. Pledge, commitment and payment are versions of one flow, so that no step doubles the money."
)]
impl Flow {
    /// The flow's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Where it was recorded: DARASA, or FTS for the Financial Tracking Service.
    fn system(&self) -> &str {
        &self.system
    }

    /// Its id there.
    fn external_id(&self) -> &str {
        &self.external_id
    }

    /// The version that holds.
    fn version<'a>(&'a self, context: &'a Context) -> Later<'a, FlowVersion> {
        Later::new(async move {
            let versions = context.loaders.load::<VersionsOfFlow>(self.id).await?;
            let last = versions.and_then(|versions| versions.first().cloned());
            last.ok_or_else(|| Error::bug("a flow without a version"))
        })
    }

    /// All versions, the last first.
    fn versions<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<FlowVersion>>> {
        Later::all(context.loaders.load::<VersionsOfFlow>(self.id))
    }
}

connection!(Flow as "FlowConnection", "FlowEdge");

#[graphql_object(context = Context, description = "A flow as it stood at one moment.")]
impl FlowVersion {
    /// Counts the versions of the flow; send it as `baseVersion` of the next.
    fn number(&self) -> i32 {
        self.number
    }

    /// How firm it is.
    fn status(&self) -> FlowStatus {
        self.terms.status
    }

    /// Into the plan, inside it, or out of it.
    fn boundary(&self) -> Boundary {
        self.terms.boundary
    }

    /// Whether it is one sum for several destinations.
    fn shared(&self) -> bool {
        self.terms.on_boundary == OnBoundary::Shared
    }

    /// US dollars; null when not stated.
    fn usd(&self) -> Option<Decimal> {
        self.terms.usd
    }

    /// In the currency given.
    fn amount(&self) -> Option<Decimal> {
        self.terms.amount
    }

    /// ISO 4217 code of the amount.
    fn currency(&self) -> Option<&str> {
        self.terms.currency.as_deref()
    }

    /// Units of the currency for one US dollar, fixed at the decision.
    fn rate(&self) -> Option<Decimal> {
        self.terms.rate
    }

    /// When the giver decided.
    fn decision_date(&self) -> Option<NaiveDate> {
        self.terms.decision_date
    }

    /// When this was reported.
    fn flow_date(&self) -> Option<NaiveDate> {
        self.terms.flow_date
    }

    /// The year that it was budgeted for.
    fn budget_year(&self) -> Option<i32> {
        self.terms.budget_year
    }

    /// Money or goods.
    fn contribution(&self) -> Contribution {
        self.terms.contribution
    }

    /// Its type.
    fn flow_type(&self) -> FlowType {
        self.terms.flow_type
    }

    /// How it is given, as the source says it.
    fn method(&self) -> Option<&str> {
        self.terms.method.as_deref()
    }

    /// How tightly it is bound; null when not known.
    fn earmarking(&self) -> Option<Earmarking> {
        self.terms.earmarking
    }

    /// False: withdrawn, counts no more.
    fn active(&self) -> bool {
        self.terms.active
    }

    /// What the giver says of it; of a withdrawn one, why.
    fn description(&self) -> &str {
        &self.terms.description
    }

    /// When this version was entered.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// From whom and to what.
    fn parties<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Party>>> {
        Later::all(context.loaders.load::<PartiesOfVersion>(self.id))
    }

    /// Its yearly parts, where it is for several years and they are known.
    fn portions<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<FlowPortion>> {
        Later::new(async move {
            let portions = context.loaders.load::<PortionsOfVersion>(self.id).await?.unwrap_or_default();
            Ok(portions.iter().map(|portion| FlowPortion { year: portion.year, usd: portion.usd }).collect())
        })
    }
}

#[graphql_object(context = Context, name = "FlowParty", description = "Who or what stands at an end of a flow.")]
impl Party {
    /// From or to.
    fn direction(&self) -> Direction {
        self.direction
    }

    /// What it is.
    fn kind(&self) -> PartyKind {
        self.kind
    }

    /// Its code, if it has one.
    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// What it is called there.
    fn name(&self) -> &str {
        &self.name
    }

    /// Alone, or with others that share the sum.
    fn behaviour(&self) -> Behaviour {
        self.behaviour
    }

    /// The organisation in the register, when it is known.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }
}

/// A year's part of a contribution.
#[derive(GraphQLObject)]
#[graphql(description = "A year's part of a contribution.")]
pub struct FlowPortion {
    /// The year.
    year: i32,
    /// US dollars of that year.
    usd: Decimal,
}

#[graphql_object(context = Context, description = "What reading flows in did.")]
impl FlowsImport {
    /// False: there are errors, and nothing was written.
    fn applied(&self) -> bool {
        self.applied
    }

    /// Flows that were new.
    fn added(&self) -> i32 {
        saturated(self.taken_over.added)
    }

    /// Flows that say something else than before: they have a new version.
    fn changed(&self) -> i32 {
        saturated(self.taken_over.changed)
    }

    /// Flows that say what they said.
    fn unchanged(&self) -> i32 {
        saturated(self.taken_over.unchanged)
    }

    /// What is wrong with the file.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }
}

fn saturated(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The flows' mutations.
#[derive(Default)]
pub struct FlowMutations;

#[graphql_object(context = Context)]
impl FlowMutations {
    /// Records a contribution, or its next step as a new version. The cluster may for everyone, a donor for its own organisation.
    async fn record_flow(
        context: &Context,
        #[graphql(description = "The contribution.")] input: RecordFlowInput,
    ) -> Result<Flow> {
        let recorded = context
            .write("recordFlow", input, |transaction, input| service::record(transaction, input).boxed())
            .await?;
        Ok(recorded.flow)
    }

    /// Takes a contribution back: it stays in the history and counts no more.
    async fn withdraw_flow(
        context: &Context,
        #[graphql(description = "The contribution, and why it is taken back.")] input: WithdrawFlowInput,
    ) -> Result<Flow> {
        let recorded = context
            .write("withdrawFlow", input, |transaction, input| service::withdraw(transaction, input).boxed())
            .await?;
        Ok(recorded.flow)
    }

    /// Reads a file of flows in. The same file again changes nothing.
    async fn import_flows(
        context: &Context,
        #[graphql(description = "The file.")] input: ImportFlowsInput,
    ) -> Result<FlowsImport> {
        import::import_flows(context, input).await
    }
}
