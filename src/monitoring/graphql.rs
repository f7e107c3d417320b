//! Monitoring in the graph.

mod batches;
pub mod caseloads;
mod explain;
mod figures;
mod inspection;
mod mutations;
mod reading;
mod sheets;
mod subscriptions;
mod tables;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use juniper::{Executor, ID, ScalarValue, graphql_object};
use rust_decimal::Decimal;
use uuid::Uuid;

pub use super::{
    cycle::{CycleMutations, CycleQueries},
    publishing::graphql::{PublishingMutations, PublishingQueries},
    review::{ReviewMutations, ReviewQueries},
};
pub use batches::{BatchMutations, BatchQueries};
pub use explain::ExplainQueries;
pub use figures::PlanFiguresNode;
pub use mutations::{MonitoringMutations, ReportResult};
pub use sheets::{SheetMutations, SheetQueries};
pub use subscriptions::MonitoringSubscriptions;
pub use tables::TableQueries;

use self::explain::place;
use super::{
    explain::{Behind, rows_behind},
    figures::{periods_up_to, plan_figures},
    input::ReportFilterInput,
    model::{Period, PeriodId, PeriodState, Report, ReportCell, ReportId, ReportRow, ReportStatus, RowStatus, Urgency},
    policy,
    review::{
        CleanOfRow, Comment, CommentsOfReport, Correction, ReturnedOfReport, ReturnedRow, SinceAccepted, SinceReport,
    },
    service,
    store::{
        self,
        batches::{CellsOfRow, OverlapsOfReport, PageOfRows, PeriodById, ReportById},
    },
};
use crate::{
    accounts::NameOfUser,
    clusters::ClusterById,
    connection,
    dimensions::CategoryById,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{
            Context, Count,
            connection::{Connection, wants_total},
            issues::ImportIssue,
            lazy::{Later, Lazy},
            page::Page,
        },
        ids,
    },
    partners::OrganisationById,
    places::{AdminAreaId, AreaById, SiteById},
    plans::{ActivityById, IndicatorById, Modality, PlanById, PlanId, ProjectById},
};

#[graphql_object(context = Context, name = "ReportingPeriod", description = "A month or week that a plan is reported by.")]
impl Period {
    /// The period's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// Counts the plan's periods in the order of time.
    fn number(&self) -> i32 {
        self.number
    }

    /// First day.
    fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// First day after.
    fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    /// From when reports can be submitted.
    fn opens_at(&self) -> DateTime<Utc> {
        self.opens_at
    }

    /// When reports are due, as it stood when the period was made.
    fn due_at(&self) -> DateTime<Utc> {
        self.due_at
    }

    /// When it was closed; null while it is not.
    fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.closed_at
    }

    /// When partners were told that it is open and their reports were begun; null before.
    fn announced_at(&self) -> Option<DateTime<Utc>> {
        self.announced_at
    }

    /// Whether reports can be submitted now.
    fn state(&self, context: &Context) -> PeriodState {
        self.state_at(context.tools.clock.now())
    }

    /// How urgent a report is now that was not submitted.
    fn urgency(&self, context: &Context) -> Urgency {
        self.urgency_at(context.tools.clock.now())
    }
}

connection!(Period as "ReportingPeriodConnection", "ReportingPeriodEdge");

#[graphql_object(context = Context, description = "One partner's report of one period to one cluster.")]
impl Report {
    /// The report's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The id as clients make it: send it as `id` of `saveReport`.
    fn uuid(&self) -> Uuid {
        self.id.uuid()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// The period.
    fn period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.period_id)
    }

    /// The cluster that accepts it.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// The organisation that reports.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// Where it stands.
    fn status(&self) -> ReportStatus {
        self.status
    }

    /// True: the partner says that it has nothing to report.
    fn nil(&self) -> bool {
        self.nil
    }

    /// Why it was returned or reopened.
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// When it was first submitted: that is what counts as in time or late.
    fn first_submitted_at(&self) -> Option<DateTime<Utc>> {
        self.first_submitted_at
    }

    /// When it was last submitted.
    fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.submitted_at
    }

    /// When it was last returned, accepted or reopened.
    fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.decided_at
    }

    /// True: it was accepted before, and may differ from what was accepted then.
    fn changed_since_accepted(&self) -> bool {
        self.is_changed_since_accepted()
    }

    /// Counts changes: send it as `baseVersion`.
    fn version(&self) -> i32 {
        self.version
    }

    /// When it was begun.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// When it last changed.
    fn updated_at(&self) -> DateTime<Utc> {
        self.updated_at
    }

    /// Who changed it last; null for the program itself.
    fn updated_by_id(&self) -> Option<ID> {
        self.updated_by.map(ids::Id::global)
    }

    /// Who changed it last, by name; null for the program itself.
    fn updated_by<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(self.updated_by, |user| context.loaders.load::<NameOfUser>(user))
    }

    /// Its rows, in their order.
    fn rows<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<ReportRow>> {
        Later::new(async move {
            let page = Page::new("rows of a report in their order", first, after.as_deref())?;
            let after = page.after_key::<(i32,)>()?.map_or(-1, |(position,)| position);
            let found = context.loaders.load::<PageOfRows>((self.id, after, page.limit())).await?;
            let (rows, total) = found.map_or_else(Default::default, |found| found.as_ref().clone());
            Ok(Connection::from_rows(&page, rows, |row| (row.position,))?.with_total(Some(total)))
        })
    }

    /// What is said about it, the oldest first; answers stand behind what they answer.
    fn comments<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<Comment>>> {
        Later::all(context.loaders.load::<CommentsOfReport>(self.id))
    }

    /// The rows that it was returned for, while it is: only these may be changed, and rows be added. Empty: all may be.
    fn returned_rows<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<ReturnedRow>>> {
        Later::new(async move {
            if self.status != ReportStatus::Returned {
                return Ok(Arc::default());
            }
            Ok(context.loaders.load::<ReturnedOfReport>(self.id).await?.unwrap_or_default())
        })
    }

    /// What it says now and did not say when it was accepted, before it was last opened again; null where it never was.
    fn changes_since_accepted<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<SinceReport>>> {
        Later::new(async move {
            if !self.is_changed_since_accepted() {
                return Ok(None);
            }
            Ok(Some(context.loaders.load::<SinceAccepted>(self.id).await?.unwrap_or_default()))
        })
    }

    /// What a reviewer should look at before accepting it.
    fn warnings<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<ImportIssue>> {
        Later::new(async move {
            let overlaps = context.loaders.load::<OverlapsOfReport>(self.id).await?.unwrap_or_default();
            Ok(overlaps.iter().map(|(coarse, fine)| ImportIssue(service::overlap(coarse, fine))).collect())
        })
    }
}

connection!(Report as "ReportConnection", "ReportEdge");

#[graphql_object(context = Context, description = "What was done: one activity, measured by one indicator, in one place.")]
impl ReportRow {
    /// The row's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The report.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.report_id)
    }

    /// The activity.
    fn activity(&self) -> Lazy<ActivityById> {
        Lazy::new(self.facts.activity_id)
    }

    /// The indicator.
    fn indicator(&self) -> Lazy<IndicatorById> {
        Lazy::new(self.facts.indicator_id)
    }

    /// Where: the area.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.facts.area_id)
    }

    /// Where exactly, if at a site of that area.
    fn site(&self) -> Lazy<SiteById> {
        Lazy::new(self.facts.site_id)
    }

    /// Code of the population group that the whole row is about; null when it is not said.
    fn population_group(&self) -> Option<&str> {
        Some(self.facts.population_group.as_str()).filter(|group| !group.is_empty())
    }

    /// How it was delivered.
    fn modality(&self) -> Modality {
        self.facts.modality
    }

    /// How far it is.
    fn status(&self) -> RowStatus {
        self.facts.status
    }

    /// True: nothing was done here in this period.
    fn nil(&self) -> bool {
        self.facts.nil
    }

    /// Units delivered, in the activity's unit; null when not said.
    fn units(&self) -> Option<Decimal> {
        self.facts.units
    }

    /// Spent; null when not said.
    fn amount(&self) -> Option<Decimal> {
        self.facts.amount
    }

    /// ISO 4217 code of the amount.
    fn currency(&self) -> Option<&str> {
        self.facts.currency.as_deref()
    }

    /// The project that it is part of; null when it is not said.
    fn project(&self) -> Lazy<ProjectById> {
        Lazy::new(self.facts.project_id)
    }

    /// What else is to be said.
    fn remarks(&self) -> Option<&str> {
        self.facts.remarks.as_deref()
    }

    /// The natural key: rows of one report with the same key are the same row, however often it is written.
    fn row_key(&self) -> &str {
        &self.row_key
    }

    /// What is said about it.
    fn comments<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Comment>> {
        Later::new(async move {
            let all = context.loaders.load::<CommentsOfReport>(self.report_id).await?.unwrap_or_default();
            Ok(all.iter().filter(|comment| comment.row_key.as_ref() == Some(&self.row_key)).cloned().collect())
        })
    }

    /// The figures, one cell for each category that something is said of.
    fn cells<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<ReportCell>>> {
        Later::all(context.loaders.load::<CellsOfRow>(self.id))
    }
}

connection!(ReportRow as "ReportRowConnection", "ReportRowEdge");

#[graphql_object(context = Context, description = "The figures of a row for one category. Null is not said, which is not zero.")]
impl ReportCell {
    /// Whom it counts.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.category_id)
    }

    /// People counted for the first time.
    fn new_people(&self) -> Option<Count> {
        self.figures.new_people.and_then(Count::rounded)
    }

    /// People counted before.
    fn repeat_people(&self) -> Option<Count> {
        self.figures.repeat_people.and_then(Count::rounded)
    }

    /// The value, or the numerator of a ratio, where it is no count of people.
    fn value(&self) -> Option<Decimal> {
        self.figures.value
    }

    /// The denominator of a ratio.
    fn denominator(&self) -> Option<Decimal> {
        self.figures.denominator
    }

    /// What the cluster says in its place; null where it corrected nothing. What the partner said stands in the other fields.
    fn clean<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Correction>> {
        Later::new(async move {
            let all = context.loaders.load::<CleanOfRow>(self.row_id).await?.unwrap_or_default();
            let found = all.iter().find(|cell| cell.category_id == self.category_id);
            Ok(found.map(|cell| Correction { stale: cell.is_stale(&self.figures), cell: cell.clone() }))
        })
    }
}

/// The root fields of monitoring.
#[derive(Default)]
pub struct MonitoringQueries;

#[graphql_object(context = Context, scalar = S: ScalarValue)]
impl MonitoringQueries {
    /// The reporting periods of a plan in the order of time.
    async fn reporting_periods(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Period>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let page = Page::new("reporting periods in the order of time", first, after.as_deref())?;
        let after = page.after_key::<(i32,)>()?.map_or(0, |(number,)| number);
        let behind = store::periods_of_plan(conn, plan.id).await?.into_iter().filter(|period| period.number > after);
        let rows = behind.take(usize::try_from(page.limit()).map_err(Error::internal)?).collect();
        Connection::from_rows(&page, rows, |period| (period.number,))
    }

    /// The reports of a plan that you may read, in the order in which they were begun.
    async fn reports<S: ScalarValue>(
        executor: &Executor<'_, '_, Context, S>,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Only some of them.")] filter: Option<ReportFilterInput>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Report>> {
        let context = executor.context();
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let filter = filter.unwrap_or_default().read()?;
        let page = Page::new("reports by id", first, after.as_deref())?;
        let reach = context.viewer.reach(Action::ReadContent);
        let rows = store::reports(conn, plan.id, &reach, &filter, &page).await?;
        let total = match wants_total(executor) {
            true => Some(store::count_reports(conn, plan.id, &reach, &filter).await?),
            false => None,
        };
        Ok(Connection::from_rows(&page, rows, |report| (report.id,))?.with_total(total))
    }

    /// A report; null when there is none that you may read.
    async fn report(context: &Context, #[graphql(description = "The report.")] id: ID) -> Result<Option<Report>> {
        let id = ReportId::parse(&id, "id")?;
        policy::readable(context.db.conn().await?, &context.viewer, id).await
    }

    /// What a plan has come to: people reached, services, completeness, by area, category and indicator. Only accepted reports count.
    async fn plan_figures(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "By the end of this period; without it by the latest that has opened.")]
        up_to_period_id: Option<ID>,
    ) -> Result<PlanFiguresNode> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let up_to = PeriodId::parse_optional(up_to_period_id.as_ref(), "upToPeriodId")?;
        let figures = plan_figures(conn, plan.id, up_to, context.tools.clock.now()).await?;
        Ok(PlanFiguresNode { plan: plan.id, up_to, figures })
    }

    /// The rows that the figures of an area are made of: of accepted reports that you may read.
    async fn rows_behind_figures(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "The area; rows of the areas and sites in it are told, too.")] area_id: ID,
        #[graphql(description = "By the end of this period; without it of all periods.")] up_to_period_id: Option<ID>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ReportRow>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let area = AdminAreaId::parse(&area_id, "areaId")?;
        let up_to = PeriodId::parse_optional(up_to_period_id.as_ref(), "upToPeriodId")?;
        let page = Page::new("rows behind figures by report and place in it", first, after.as_deref())?;
        let periods: Vec<PeriodId> =
            periods_up_to(conn, plan.id, up_to).await?.iter().map(|period| period.id).collect();
        let reach = context.viewer.reach(Action::ReadContent);
        let behind = Behind { area: Some(area), ..Behind::default() };
        let rows = rows_behind(conn, (plan.id, &periods), behind, &reach, &page).await?;
        Connection::from_rows(&page, rows, place)
    }
}
