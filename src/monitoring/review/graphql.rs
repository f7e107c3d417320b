//! Review in the graph.

mod mutations;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use juniper::{GraphQLObject, ID, graphql_object};
use rust_decimal::Decimal;

pub use mutations::ReviewMutations;

use super::{
    model::{CleanCell, Comment, ReturnedRow, RowField, RowSince, RowSinceKind, SinceReport, ValueSince},
    queue::{self, Asked, Queued},
    risk::{Risk, RiskKind},
};
use crate::{
    accounts::NameOfUser,
    connection,
    kit::{
        Result,
        graphql::{
            Context, Count,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        ids,
    },
    monitoring::store::batches::{ReportById, RowById},
    partners::OrganisationById,
    places::AreaById,
    plans::IndicatorById,
};

/// How many findings of a report are told.
const MOST_RISKS: usize = 100;

#[graphql_object(context = Context, name = "ReportComment", description = "What is said about a report, a row of it or a cell.")]
impl Comment {
    /// The comment's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The comment that it answers; null for one that begins a conversation.
    fn answers_id(&self) -> Option<ID> {
        self.answers_id.map(ids::Id::global)
    }

    /// The natural key of the row that it is about; null for the report as a whole. The row may be gone.
    fn row_key(&self) -> Option<&str> {
        self.row_key.as_deref()
    }

    /// What of the row.
    fn field(&self) -> Option<RowField> {
        self.field
    }

    /// The cell of this category.
    fn category_id(&self) -> Option<ID> {
        self.category_id.map(ids::Id::global)
    }

    /// What is said.
    fn text(&self) -> &str {
        &self.text
    }

    /// Who says it; null for the program itself.
    fn author<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(self.author, |user| context.loaders.load::<NameOfUser>(user))
    }

    /// When.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// When a reviewer called it settled; null while it is open.
    fn resolved_at(&self) -> Option<DateTime<Utc>> {
        self.resolved_at
    }
}

#[graphql_object(context = Context, name = "ReturnedRow", description = "A row that a report was returned for.")]
impl ReturnedRow {
    /// The natural key of the row.
    fn row_key(&self) -> &str {
        &self.row_key
    }

    /// What is to be mended in it.
    fn note(&self) -> &str {
        &self.note
    }
}

/// A figure that the cluster corrected, and whether the partner has said something else since.
#[derive(Debug, Clone)]
pub struct Correction {
    pub(in crate::monitoring) cell: CleanCell,
    pub(in crate::monitoring) stale: bool,
}

#[graphql_object(context = Context, name = "CleanCell", description = "What the cluster says in the place of a partner's figure. Null is not known, which is not zero.")]
impl Correction {
    /// People counted for the first time.
    fn new_people(&self) -> Option<Count> {
        self.cell.new_people.and_then(Count::rounded)
    }

    /// People counted before.
    fn repeat_people(&self) -> Option<Count> {
        self.cell.repeat_people.and_then(Count::rounded)
    }

    /// The value, or the numerator of a ratio, where it is no count of people.
    fn value(&self) -> Option<Decimal> {
        self.cell.value
    }

    /// The denominator of a ratio.
    fn denominator(&self) -> Option<Decimal> {
        self.cell.denominator
    }

    /// Why.
    fn why(&self) -> &str {
        &self.cell.why
    }

    /// Who corrected it; null for the program itself.
    fn by<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(self.cell.cleaned_by, |user| context.loaders.load::<NameOfUser>(user))
    }

    /// When.
    fn at(&self) -> DateTime<Utc> {
        self.cell.cleaned_at
    }

    /// True: the partner has said something else since, so that the partner's figure counts. Look whether the correction still holds.
    fn stale(&self) -> bool {
        self.stale
    }
}

#[graphql_object(context = Context, name = "ChangesSinceAccepted", description = "What a report says now and did not say when it was accepted.")]
impl SinceReport {
    /// The rows that are others, at most 1000.
    fn rows(&self) -> Vec<RowChanged> {
        self.rows.iter().map(|(row, values)| RowChanged { row: row.clone(), values: values.clone() }).collect()
    }

    /// How many rows there are beyond those.
    fn more(&self) -> i32 {
        self.more
    }
}

/// A row that is another.
pub struct RowChanged {
    row: RowSince,
    values: Vec<ValueSince>,
}

#[graphql_object(context = Context, name = "RowSinceAccepted", description = "A row that is another than when its report was accepted.")]
impl RowChanged {
    /// What became of it.
    fn kind(&self) -> RowSinceKind {
        self.row.kind
    }

    /// The natural key of the row.
    fn row_key(&self) -> &str {
        &self.row.row_key
    }

    /// Code of the activity.
    fn activity(&self) -> &str {
        &self.row.activity
    }

    /// Code of the indicator.
    fn indicator(&self) -> &str {
        &self.row.indicator
    }

    /// Code of the site, or of the area where no site is given.
    fn place(&self) -> &str {
        &self.row.place
    }

    /// Of a row that says something else: what.
    fn values(&self) -> Vec<ValueChanged> {
        self.values.iter().cloned().map(ValueChanged).collect()
    }
}

/// A value that is another.
#[derive(Clone)]
pub struct ValueChanged(ValueSince);

#[graphql_object(context = Context, name = "ValueSinceAccepted", description = "A value in a row that is another.")]
impl ValueChanged {
    /// The key of the category that it counts; null for what is said of the row as a whole.
    fn category(&self) -> Option<&str> {
        self.0.category.as_deref()
    }

    /// What it is called: newPeople, repeatPeople, value, denominator; status, nil, units, amount, currency, remarks.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// What it was; null when it was not said.
    fn before(&self) -> Option<&str> {
        self.0.before.as_deref()
    }

    /// What it is; null when it is not said.
    fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }
}

/// Something that was found in a report.
#[derive(Clone)]
pub struct RiskNode(Risk);

#[graphql_object(context = Context, name = "ReviewRisk", description = "Something to look at before a report is accepted.")]
impl RiskNode {
    /// What.
    fn kind(&self) -> RiskKind {
        self.0.kind
    }

    /// How much it counts in the score.
    fn weight(&self) -> i32 {
        self.0.kind.weight()
    }

    /// The row.
    fn row(&self) -> Lazy<RowById> {
        Lazy::new(self.0.row)
    }

    /// The indicator; null where all that count people are meant together.
    fn indicator(&self) -> Lazy<IndicatorById> {
        Lazy::new(self.0.indicator)
    }

    /// The area that the figures are of.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.0.area)
    }

    /// The figure. Above a target or the people in need: of all who report in the area in this period.
    fn figure(&self) -> Option<Decimal> {
        self.0.figure
    }

    /// What it was compared with: the figure of the report before, the target, the people in need, the sum of the parts, what the other one says.
    fn compared(&self) -> Option<Decimal> {
        self.0.compared
    }

    /// The organisation that reports the same, of duplicates.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.0.other)
    }
}

/// A report that waits for a decision.
#[derive(Clone)]
pub struct QueuedReport(Arc<Queued>);

#[graphql_object(context = Context, name = "QueuedReport", description = "A report that waits for a decision, with what is to be looked at in it.")]
impl QueuedReport {
    /// The report.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.0.report)
    }

    /// The sum of the weights of what was found, of each kind ten at most. It orders the queue and means nothing else.
    fn score(&self) -> i32 {
        self.0.score
    }

    /// What was found, the weightiest first, at most 100.
    fn risks(&self) -> Vec<RiskNode> {
        self.0.risks.iter().take(MOST_RISKS).cloned().map(RiskNode).collect()
    }

    /// How many findings there are beyond those.
    fn more_risks(&self) -> i32 {
        i32::try_from(self.0.risks.len().saturating_sub(MOST_RISKS)).unwrap_or(i32::MAX)
    }
}

connection!(QueuedReport as "QueuedReportConnection", "QueuedReportEdge");

/// A correction that nobody can make: an answer of `acceptReports`.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What became of a report among those that were to be accepted.")]
pub struct AcceptedReport {
    /// What became of it.
    outcome: super::bulk::AcceptOutcome,
    /// The report as it stands.
    report: crate::monitoring::model::Report,
}

/// What became of reports that were to be accepted.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What became of reports that were to be accepted: all of them are, or none.")]
pub struct AcceptReportsPayload {
    /// Whether all are accepted.
    accepted: bool,
    /// Each, in the order that was sent.
    reports: Vec<AcceptedReport>,
}

/// The root queries of review.
#[derive(Default)]
pub struct ReviewQueries;

#[graphql_object(context = Context)]
impl ReviewQueries {
    /// The submitted reports of a plan that you decide on, those first that most is to be looked at in; of equals what waits longest.
    async fn review_queue(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Only this period.")] period_id: Option<ID>,
        #[graphql(description = "Only reports to this cluster.")] cluster_id: Option<ID>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<QueuedReport>> {
        let asked = Asked::read(&plan_id, period_id.as_ref(), cluster_id.as_ref())?;
        let page = Page::new("submitted reports by risk", first, after.as_deref())?;
        let (rows, total) = queue::queue(context, asked, &page).await?;
        let rows = rows.into_iter().map(|row| QueuedReport(Arc::new(row))).collect();
        Ok(Connection::from_rows(&page, rows, |row: &QueuedReport| row.0.place())?.with_total(Some(total)))
    }
}
