//! Needs rounds in the graph.

use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

pub use super::assessments::graphql::{AssessmentMutations, AssessmentQueries};
use super::{
    model::{
        AreaPeople, ImportNeedsInput, Metric, NeedsImport, NeedsImportOutcome, NeedsRound, NeedsRoundId,
        NeedsRoundStatus, NeedsRoundStepInput,
    },
    policy, service,
    store::{self, NeedsRoundById},
};
use crate::{
    connection,
    dimensions::CategoryById,
    kit::{
        Result,
        graphql::{
            Context, Count,
            connection::Connection,
            issues::ImportIssue,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        scope::OperationId,
        text::Language,
    },
    places::{AdminAreaId, AreaById},
};

#[graphql_object(context = Context, description = "One statement of needs for an operation, with method and source. Never edited: a correction is a new round.")]
impl NeedsRound {
    /// The round's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Counts the rounds of the operation.
    fn number(&self) -> i32 {
        self.number
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// How the figures were made.
    fn method(&self) -> &str {
        &self.method
    }

    /// Which edition of the method.
    fn method_version(&self) -> &str {
        &self.method_version
    }

    /// Who published the figures, and where.
    fn source(&self) -> &str {
        &self.source
    }

    /// The cluster that the figures are of, by HPC code.
    fn sector_code(&self) -> Option<&str> {
        self.parameters.get("sector_code").and_then(|code| code.as_str())
    }

    /// From which share of its population on an area is in a phase of severity; null when the import did not say it, then it is 0.2.
    fn severity_threshold(&self) -> Option<Decimal> {
        self.parameters()?.severity_threshold
    }

    /// Whether that share itself is enough; null when the import did not say it, then it is.
    fn severity_inclusive(&self) -> Option<bool> {
        self.parameters()?.severity_inclusive
    }

    /// First day the figures speak of.
    fn reference_from(&self) -> NaiveDate {
        self.reference_from
    }

    /// First day after.
    fn reference_to(&self) -> NaiveDate {
        self.reference_to
    }

    /// How far it is.
    fn status(&self) -> NeedsRoundStatus {
        self.status
    }

    /// The round that it corrects, if you may read it.
    fn supersedes<'a>(&'a self, context: &'a Context) -> Later<'a, Option<NeedsRound>> {
        Later::new(async move {
            let Some(corrected) = self.supersedes_id else { return Ok(None) };
            let found = context.loaders.load::<NeedsRoundById>(corrected).await?;
            Ok(found.filter(|round| policy::may_read(&context.viewer, round)).map(|round| (*round).clone()))
        })
    }

    /// Its figures, by place and category.
    async fn figures(
        &self,
        context: &Context,
        #[graphql(description = "Only those of this place.")] area_id: Option<ID>,
        #[graphql(description = "Only those that count this.")] metric: Option<Metric>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<AreaPeople>> {
        let area = AdminAreaId::parse_optional(area_id.as_ref(), "areaId")?;
        let page = Page::new("need figures by place and category", first, after.as_deref())?;
        let rows = store::page_of_figures(context.db.conn().await?, self.id, area, metric, &page).await?;
        Connection::from_rows(&page, rows, |figure| (figure.area_id, figure.category_id, figure.metric))
    }

    /// When it was read in.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// Counts changes: send it as `baseVersion` of a step.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(NeedsRound as "NeedsRoundConnection", "NeedsRoundEdge");

#[graphql_object(context = Context, name = "NeedFigure", description = "A figure of a needs round: in this place, of this category, so many.")]
impl AreaPeople {
    /// The place; the country itself for national figures.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Whom it counts.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.category_id)
    }

    /// What it counts.
    fn metric(&self) -> Metric {
        self.metric
    }

    /// People; null when the source leaves it open, which is not zero.
    fn value(&self) -> Option<Count> {
        self.value.and_then(Count::rounded)
    }
}

connection!(AreaPeople as "NeedFigureConnection", "NeedFigureEdge");

#[graphql_object(context = Context, description = "What reading a table of needs in did.")]
impl NeedsImport {
    /// What it came to.
    fn outcome(&self) -> NeedsImportOutcome {
        self.outcome
    }

    /// The round that was made, or that was there already; null when the table was refused.
    fn round(&self) -> Lazy<NeedsRoundById> {
        Lazy::new(self.round_id)
    }

    /// How many figures were written.
    fn figures(&self) -> i32 {
        i32::try_from(self.figures).unwrap_or(i32::MAX)
    }

    /// What is wrong or odd with the table, all of it.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }
}

/// The needs' root fields.
#[derive(Default)]
pub struct NeedsQueries;

#[graphql_object(context = Context)]
impl NeedsQueries {
    /// The needs rounds of an operation, the newest first. Rounds that are not published are for those who coordinate.
    async fn needs_rounds(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<NeedsRound>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::require_reader(&context.viewer, operation)?;
        let page = Page::new("needs rounds, newest first", first, after.as_deref())?;
        let with_drafts = policy::reads_drafts(&context.viewer, operation);
        let rows = store::rounds(context.db.conn().await?, operation, with_drafts, &page).await?;
        Connection::from_rows(&page, rows, |round| (round.number,))
    }

    /// A needs round; null when there is none that you may read.
    async fn needs_round(
        context: &Context,
        #[graphql(description = "The round.")] id: ID,
    ) -> Result<Option<NeedsRound>> {
        let id = NeedsRoundId::parse(&id, "id")?;
        let found = store::needs_round(context.db.conn().await?, id).await?;
        Ok(found.filter(|round| policy::may_read(&context.viewer, round)))
    }
}

/// The needs' mutations.
#[derive(Default)]
pub struct NeedsMutations;

#[graphql_object(context = Context)]
impl NeedsMutations {
    /// Reads a table of needs in as a new round. With an error nothing is written; the same table again changes nothing.
    async fn import_needs(context: &Context, input: ImportNeedsInput) -> Result<NeedsImport> {
        service::import(context, input).await
    }

    /// Notes that the coordination team checked a round.
    async fn validate_needs_round(context: &Context, input: NeedsRoundStepInput) -> Result<NeedsRound> {
        context
            .write("validateNeedsRound", input, |transaction, input| service::validate(transaction, input).boxed())
            .await
    }

    /// Publishes a validated round; one that it corrects is superseded from that moment.
    async fn publish_needs_round(context: &Context, input: NeedsRoundStepInput) -> Result<NeedsRound> {
        context
            .write("publishNeedsRound", input, |transaction, input| service::publish(transaction, input).boxed())
            .await
    }
}
