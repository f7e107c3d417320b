//! Writing a report: its header and rows as one aggregate, whether they come from a form or from a sheet.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{
    checks::{Entry, Frame, Values, count_group},
    model::{Figures, Line, Period, PeriodId, Report, ReportCell, ReportId, ReportRow, ReportStatus, RowId},
    policy, service, store,
};
use crate::{
    audit,
    clusters::{self, Operation},
    dimensions,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Transaction},
        scope::{ClusterId, OrganisationId, Scope},
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
        let conn = transaction.conn();
        let cluster = ClusterId::parse(ids.cluster, "clusterId")?;
        let organisation = OrganisationId::parse(ids.organisation, "organisationId")?;
        let plan = PlanId::parse(ids.plan, "planId")?;
        let plan = plans::load_for_read(conn, transaction.viewer(), plan, "planId").await?;
        let scope = Scope::cluster(plan.operation_id, cluster).owned_by(organisation);
        transaction.viewer().require(Action::EditReport, &scope, "organisationId")?;
        if !plan.clusters.contains(&cluster) {
            return Err(Error::invalid("clusterId", "cluster-elsewhere", "this cluster does not carry the plan"));
        }
        let period = store::period(conn, PeriodId::parse(ids.period, "periodId")?).await?;
        let period = period.filter(|period| period.plan_id == plan.id);
        let no_period = || Error::invalid("periodId", "period-elsewhere", "this is no period of the plan");
        let period = period.ok_or_else(no_period)?;
        let members = clusters::reporting_members(conn, &[cluster], period.starts_on, period.ends_on).await?;
        if !members.contains(&(cluster, organisation)) {
            let message =
                "the organisation is no reporting member of the cluster in this period; enter its membership first";
            return Err(Error::invalid("organisationId", "organisation-no-member", message));
        }
        let operation = clusters::operation(conn, plan.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
        Ok(Self { plan, operation, period, cluster, organisation })
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
        let activities = plans::activities(conn, self.plan.id).await?;
        let indicators = plans::indicators(conn, self.plan.id).await?;
        Ok(Frame {
            activities: activities.into_iter().map(|activity| (activity.id, activity)).collect(),
            indicators: indicators.into_iter().map(|indicator| (indicator.id, indicator)).collect(),
            population_groups: store::population_groups(conn, self.plan.operation_id).await?,
            vocabulary: dimensions::vocabulary(conn, self.plan.operation_id).await?,
            categories: HashMap::new(),
        })
    }
}

/// Finds the categories of all cells, and makes those that nobody counted before: they are words, no figures.
pub(super) async fn find_categories(
    transaction: &mut Transaction,
    header: &Header,
    frame: &mut Frame,
    entries: &mut [Entry],
) -> Result<()> {
    entries.iter_mut().for_each(count_group);
    let mut wanted: Vec<Values> =
        entries.iter().flat_map(|entry| entry.cells.iter().filter_map(|cell| cell.values.clone())).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let pairs: Vec<Vec<(String, String)>> = wanted.iter().map(|values| values.clone().into_iter().collect()).collect();
    let found = dimensions::ensure_categories(transaction, header.plan.operation_id, &pairs).await?;
    frame.categories = wanted.into_iter().zip(found).collect();
    Ok(())
}

/// Checked rows as they are kept.
///
/// # Errors
/// When one of them was not understood; then there are findings, and nobody keeps rows.
pub(super) fn lines(frame: &Frame, entries: &[Entry]) -> Result<Vec<Line>> {
    let line = |entry: &Entry| entry.line(frame).ok_or_else(|| Error::bug("a checked row that is not understood"));
    entries.iter().map(line).collect()
}

/// What writing rows did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Changes {
    pub(super) added: i32,
    pub(super) changed: i32,
    pub(super) unchanged: i32,
    pub(super) removed: i32,
}

impl Changes {
    fn any(self) -> bool {
        self.added + self.changed + self.removed > 0
    }
}

/// How the rows of a report become others.
#[derive(Debug)]
pub(super) struct Rewriting {
    pub(super) changes: Changes,
    remove: Vec<RowId>,
    rows: Vec<ReportRow>,
    cells: Vec<ReportCell>,
}

/// Compares rows with those of a report, by row key. Rows that say the same stay as they are; with `merge` those not told of stay, too.
pub(super) async fn compare(
    transaction: &Transaction,
    report: ReportId,
    lines: Vec<Line>,
    merge: bool,
) -> Result<Rewriting> {
    let mut stored = stored_lines(transaction.conn(), report).await?;
    let behind = if merge { stored.values().map(|(row, _)| row.position + 1).max().unwrap_or(0) } else { 0 };
    let mut new = Rewriting { changes: Changes::default(), remove: Vec::new(), rows: Vec::new(), cells: Vec::new() };
    for (line, index) in lines.into_iter().zip(0..) {
        let key = line.facts.key();
        let before = stored.remove(&key);
        let position = before.as_ref().filter(|_| merge).map_or(behind + index, |(row, _)| row.position);
        match &before {
            None => new.changes.added += 1,
            Some((row, cells)) if row.facts == line.facts && *cells == line.cells => {
                new.changes.unchanged += 1;
                if row.position == position {
                    continue;
                }
            }
            Some(_) => new.changes.changed += 1,
        }
        new.remove.extend(before.as_ref().map(|(row, _)| row.id));
        let id = before.map_or_else(|| transaction.new_id(), |(row, _)| row.id);
        new.cells.extend(line.cells.into_iter().map(|(category_id, figures)| ReportCell {
            row_id: id,
            category_id,
            figures,
        }));
        new.rows.push(ReportRow { id, report_id: report, row_key: key, position, facts: line.facts });
    }
    if !merge {
        new.changes.removed = i32::try_from(stored.len()).map_err(Error::internal)?;
        new.remove.extend(stored.into_values().map(|(row, _)| row.id));
    }
    Ok(new)
}

type StoredLine = (ReportRow, BTreeMap<dimensions::CategoryId, Figures>);

/// The rows of a report with their cells, by row key.
async fn stored_lines(conn: Conn<'_>, report: ReportId) -> Result<HashMap<String, StoredLine>> {
    let mut cells: HashMap<RowId, BTreeMap<_, _>> = HashMap::new();
    for cell in store::cells(conn, report).await? {
        cells.entry(cell.row_id).or_default().insert(cell.category_id, cell.figures);
    }
    let rows = store::rows(conn, report).await?;
    let line = |row: ReportRow| (row.row_key.clone(), (cells.remove(&row.id).unwrap_or_default(), row));
    Ok(rows.into_iter().map(line).map(|(key, (cells, row))| (key, (row, cells))).collect())
}

/// Writes a report and its rows. A report that says the same again keeps its version.
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
    store::delete_rows(transaction.conn(), &rewriting.remove).await?;
    store::insert_rows(transaction.conn(), &rewriting.rows, &rewriting.cells).await?;
    let after =
        if is_new { Report { nil, ..report.clone() } } else { Report { nil, ..service::changed(transaction, report) } };
    store::update_report(transaction.conn(), &after).await?;
    let mut change =
        audit::Change::new(if is_new { "create" } else { "save" }, after.id).in_operation(after.operation_id);
    if !is_new {
        change = change.from(report)?;
    }
    // The history keeps the rows that were written, with their figures.
    let content = serde_json::json!({ "report": after, "rows": rewriting.rows, "cells": rewriting.cells, "removed": rewriting.remove });
    audit::record(transaction, change.to(&content)?).await?;
    Ok(after)
}

/// Why a stored report cannot be written now.
pub(super) fn locked(transaction: &Transaction, header: &Header, report: &Report) -> Option<String> {
    policy::locked(transaction.viewer(), report, &header.period, transaction.now())
}
