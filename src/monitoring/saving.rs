//! Writing a report: its header and rows as one aggregate, whether they come from a form or from a sheet.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use serde::Serialize;

use super::{
    checks::{Entry, Frame, Values, count_group},
    comparing::{Rewriting, StoredLine},
    model::{Line, Period, PeriodId, Report, ReportCell, ReportId, ReportRow, ReportStatus, RowId},
    policy, review, service, store, telling,
};
use crate::{
    audit,
    clusters::{self, Operation},
    dimensions,
    kit::{
        Error, Result,
        auth::{Action, Viewer},
        db::{Conn, Transaction},
        scope::{ClusterId, OperationId, OrganisationId, Scope},
        work::WorkStage,
    },
    plans::{self, Plan, PlanId},
};

/// What a report is of and by whom: one report for each.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) plan: Plan,
    pub(super) operation: Operation,
    pub(super) period: Period,
    pub(super) cluster: ClusterId,
    pub(super) organisation: OrganisationId,
}

/// The ids of a header as clients give them.
pub(super) struct HeaderIds<'a> {
    pub(super) plan: &'a juniper::ID,
    pub(super) period: &'a juniper::ID,
    pub(super) cluster: &'a juniper::ID,
    pub(super) organisation: &'a juniper::ID,
}

impl Header {
    /// Reads and checks a header: the viewer may write for the organisation, and everything belongs together.
    pub(super) async fn load(transaction: &Transaction, ids: &HeaderIds<'_>) -> Result<Self> {
        Self::find(transaction.conn(), transaction.viewer(), Action::EditReport, ids).await
    }

    /// Reads and checks a header that the viewer may do `action` to.
    pub(super) async fn find(conn: Conn<'_>, viewer: &Viewer, action: Action, ids: &HeaderIds<'_>) -> Result<Self> {
        let cluster = ClusterId::parse(ids.cluster, "clusterId")?;
        let organisation = OrganisationId::parse(ids.organisation, "organisationId")?;
        let plan = PlanId::parse(ids.plan, "planId")?;
        let plan = plans::load_for_read(conn, viewer, plan, "planId").await?;
        let scope = Scope::cluster(plan.operation_id, cluster).owned_by(organisation);
        viewer.require(action, &scope, "organisationId")?;
        if !plan.clusters.contains(&cluster) {
            return Err(Error::invalid("clusterId", "cluster-elsewhere", "this cluster does not carry the plan"));
        }
        let period = store::period(conn, PeriodId::parse(ids.period, "periodId")?).await?;
        let period = period.filter(|period| period.plan_id == plan.id);
        let no_period = || Error::invalid("periodId", "period-elsewhere", "this is no period of the plan");
        let period = period.ok_or_else(no_period)?;
        if !store::expected::is_expected(conn, (plan.id, period.id), cluster, organisation).await? {
            let message = "the organisation is no reporting member of the cluster in this period and has no approved project \
                           there; enter its membership first";
            return Err(Error::invalid("organisationId", "organisation-no-member", message));
        }
        let operation = clusters::operation(conn, plan.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
        Ok(Self { plan, operation, period, cluster, organisation })
    }

    /// The header of a report that the viewer may read.
    pub(super) async fn of_report(conn: Conn<'_>, report: &Report) -> Result<Self> {
        let part = |what: &str| Error::bug(format!("a report without its {what}"));
        let (plan, operation, period) = futures::try_join!(
            plans::plan(conn, report.plan_id),
            clusters::operation(conn, report.operation_id),
            store::period(conn, report.period_id),
        )?;
        Ok(Self {
            plan: plan.ok_or_else(|| part("plan"))?,
            operation: operation.ok_or_else(|| part("operation"))?,
            period: period.ok_or_else(|| part("period"))?,
            cluster: report.cluster_id,
            organisation: report.organisation_id,
        })
    }

    /// A new draft under this header.
    pub(super) fn draft(&self, transaction: &Transaction, id: ReportId) -> Report {
        Report {
            id,
            operation_id: self.plan.operation_id,
            plan_id: self.plan.id,
            period_id: self.period.id,
            cluster_id: self.cluster,
            organisation_id: self.organisation,
            status: ReportStatus::Draft,
            nil: false,
            note: None,
            first_submitted_at: None,
            submitted_at: None,
            submitted_by: None,
            decided_at: None,
            times_accepted: 0,
            version: 1,
            created_at: transaction.now(),
            updated_at: transaction.now(),
            updated_by: transaction.viewer().user,
        }
    }

    /// The stored report of this header, held until the transaction ends.
    pub(super) async fn stored(&self, conn: Conn<'_>) -> Result<Option<Report>> {
        store::lock_report_of(conn, self.period.id, self.cluster, self.organisation).await
    }

    /// What rows of this report are checked against.
    pub(super) async fn frame(&self, conn: Conn<'_>) -> Result<Frame> {
        frame(conn, &self.plan).await
    }
}

/// What rows of a plan's reports are checked against.
pub(super) async fn frame(conn: Conn<'_>, plan: &Plan) -> Result<Frame> {
    let activities = plans::activities(conn, plan.id).await?;
    let indicators = plans::indicators(conn, plan.id).await?;
    let groups = store::population_groups(conn, plan.operation_id).await?;
    Ok(Frame {
        projects: plans::reportable_projects(conn, plan.id).await?,
        activities: activities.into_iter().map(|activity| (activity.id, activity)).collect(),
        indicators: indicators.into_iter().map(|indicator| (indicator.id, indicator)).collect(),
        population_groups: groups.into_iter().map(|(code, _)| code).collect(),
        vocabulary: dimensions::vocabulary(conn, plan.operation_id).await?,
        categories: HashMap::new(),
        inside: if plan.areas.is_empty() { None } else { Some(store::areas_below(conn, &plan.areas).await?) },
    })
}

/// Finds the categories of all cells beside those that the frame knows, and makes those that nobody counted before: they are words, no figures.
pub(super) async fn find_categories(
    transaction: &mut Transaction,
    operation: OperationId,
    frame: &mut Frame,
    entries: &mut [Entry],
) -> Result<()> {
    // Few categories stand in many cells, which share them: by themselves they would take more than all else that a large sheet says.
    let mut wanted: BTreeSet<Arc<Values>> = BTreeSet::new();
    for entry in entries {
        count_group(entry);
        for values in entry.cells.iter_mut().filter_map(|cell| cell.values.as_mut()) {
            match wanted.get(values) {
                Some(same) => *values = Arc::clone(same),
                None => _ = wanted.insert(Arc::clone(values)),
            }
        }
    }
    wanted.retain(|values| !frame.categories.contains_key(values.as_ref()));
    if wanted.is_empty() {
        return Ok(());
    }
    let pairs: Vec<Vec<(String, String)>> =
        wanted.iter().map(|values| (**values).clone().into_iter().collect()).collect();
    let found = dimensions::ensure_categories(transaction, operation, &pairs).await?;
    frame.categories.extend(wanted.iter().map(|values| (**values).clone()).zip(found));
    Ok(())
}

/// Checked rows as they are kept.
///
/// # Errors
/// When one of them was not understood; then there are findings, and nobody keeps rows.
pub(super) fn lines(frame: &Frame, entries: &[Entry]) -> Result<Vec<Line>> {
    let not_understood = || Error::bug("a checked row that is not understood");
    entries.iter().map(|entry| entry.line(frame).ok_or_else(not_understood)).collect()
}

/// What the history keeps of a report that was written.
#[derive(Serialize)]
struct Written<'a> {
    report: &'a Report,
    rows: &'a [ReportRow],
    cells: &'a [ReportCell],
    removed: &'a [RowId],
}

/// Writes a report and its rows, and keeps them in the history: many rows in several statements and events, one behind the other. A report that
/// says the same again keeps its version.
pub(super) async fn write(
    transaction: &Transaction,
    report: &Report,
    nil: bool,
    is_new: bool,
    rewriting: &Rewriting,
) -> Result<Report> {
    if !is_new && nil == report.nil && !rewriting.changes.any() && rewriting.rows.is_empty() {
        return Ok(report.clone());
    }
    review::refuse_locked(transaction, report, rewriting).await?;
    let after =
        if is_new { Report { nil, ..report.clone() } } else { Report { nil, ..service::changed(transaction, report) } };
    store::update_report(transaction.conn(), &after).await?;
    store::delete_rows(transaction.conn(), &rewriting.remove).await?;
    let change = |action| audit::Change::new(action, after.id).in_operation(after.operation_id);
    let mut first = Some(if is_new { change("create") } else { change("save").from(report)? });
    let mut done = 0;
    for block in rewriting.rows.blocks() {
        transaction.at(WorkStage::Writing, done, Some(rewriting.rows.len()))?;
        let (rows, cells) = apart(block?.into_owned());
        store::insert_rows(transaction.conn(), &rows, &cells).await?;
        done += rows.len();
        let removed: &[RowId] = if first.is_some() { &rewriting.remove } else { &[] };
        let event = first.take().unwrap_or_else(|| change("save"));
        audit::record(transaction, event.to(&Written { report: &after, rows: &rows, cells: &cells, removed })?).await?;
    }
    if let Some(event) = first {
        let only = Written { report: &after, rows: &[], cells: &[], removed: &rewriting.remove };
        audit::record(transaction, event.to(&only)?).await?;
    }
    review::forget_corrections(transaction, &rewriting.remove).await?;
    telling::changed(transaction, &after).await?;
    Ok(after)
}

/// Rows and their cells, as their tables have them.
fn apart(lines: Vec<StoredLine>) -> (Vec<ReportRow>, Vec<ReportCell>) {
    let mut cells = Vec::new();
    let rows = lines.into_iter().map(|(row, figures)| {
        let cell = |(category_id, figures)| ReportCell { row_id: row.id, category_id, figures };
        cells.extend(figures.into_iter().map(cell));
        row
    });
    (rows.collect(), cells)
}

/// Why a stored report cannot be written now.
pub(super) fn locked(transaction: &Transaction, header: &Header, report: &Report) -> Option<String> {
    policy::locked(transaction.viewer(), report, &header.period, transaction.now())
}
