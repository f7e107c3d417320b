//! The steps of a report: written, submitted, returned, accepted, reopened.

use std::collections::HashSet;

use futures::{FutureExt, future::BoxFuture};
use juniper::ID;
use serde::{Deserialize, Serialize};

use super::{
    cycle,
    input::{ReturnReportInput, ReturnedRowInput, SubmitReportInput},
    maintain,
    model::{Period, PeriodState, Report, ReportId, ReportRow, ReportStatus, RowId, RowStatus, Step},
    policy, review, store, telling,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Transaction},
        sheet::{Issue, Issues},
    },
};

/// What became of a report that was sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) enum Outcome {
    /// It was taken over; the issues are warnings.
    Saved { report: Report, issues: Issues },
    /// It was based on another version than the stored one.
    Conflict { report: Report },
    /// It may not be written now; there is no report when none was begun in time.
    Locked { report: Option<Report>, reason: String },
    /// Something is wrong with it, and nothing was written.
    Invalid { issues: Issues },
}

/// The same record after a change at this moment, by this viewer.
pub(super) fn changed(transaction: &Transaction, report: &Report) -> Report {
    Report {
        version: report.version.saturating_add(1),
        updated_at: transaction.now(),
        updated_by: transaction.viewer().user,
        ..report.clone()
    }
}

/// Writes a step into the table and the history.
pub(super) async fn keep(
    transaction: &Transaction,
    action: &'static str,
    before: &Report,
    after: &Report,
) -> Result<()> {
    store::update_report(transaction.conn(), after).await?;
    let change = audit::Change::new(action, after.id).in_operation(after.operation_id).from(before)?.to(after)?;
    audit::record(transaction, change).await?;
    telling::changed(transaction, after).await
}

/// The period of a report, which a foreign key keeps there.
pub(super) async fn period_of(conn: Conn<'_>, report: &Report) -> Result<Period> {
    store::period(conn, report.period_id).await?.ok_or_else(|| Error::bug("a report without its period"))
}

/// Submits a report: complete, and from its opening until the period is closed.
pub(super) async fn submit(transaction: &mut Transaction, input: SubmitReportInput) -> Result<Outcome> {
    let id = ReportId::parse(&input.report_id, "reportId")?;
    let report = policy::load_for_edit(transaction, Action::SubmitReport, id).await?;
    let period = period_of(transaction.conn(), &report).await?;
    let now = transaction.now();
    if let Some(reason) = policy::locked(transaction.viewer(), &report, &period, now) {
        return Ok(Outcome::Locked { report: Some(report), reason });
    }
    if report.version != input.base_version {
        return Ok(Outcome::Conflict { report });
    }
    if period.state_at(now) == PeriodState::Pending {
        let message = format!("the period opens at {}; until then the report stays a draft", period.opens_at);
        return Err(Error::conflict("period-pending", message).at("reportId"));
    }
    let issues = completeness(transaction.conn(), &report).await?;
    if issues.has_errors() {
        return Ok(Outcome::Invalid { issues });
    }
    let after = Report {
        status: report.status.after(Step::Submit)?,
        first_submitted_at: report.first_submitted_at.or(Some(now)),
        submitted_at: Some(now),
        submitted_by: transaction.viewer().user,
        ..changed(transaction, &report)
    };
    keep(transaction, "submit", &report, &after).await?;
    cycle::submitted(transaction, &after).await?;
    Ok(Outcome::Saved { report: after, issues })
}

/// What keeps a report from being submitted: rows that say nothing, and work that went on last time and is not told of.
async fn completeness(conn: Conn<'_>, report: &Report) -> Result<Issues> {
    let mut issues = Issues::default();
    if report.nil {
        return Ok(issues);
    }
    let rows = store::rows(conn, report.id).await?;
    let with_cells: HashSet<RowId> = store::cells(conn, report.id).await?.iter().map(|cell| cell.row_id).collect();
    if rows.is_empty() {
        let mend = "enter what was done, or mark the report as nil";
        issues.push(Issue::error("report-empty", "the report has no rows", mend));
    }
    let says_nothing = |row: &&ReportRow| {
        let told = row.facts.nil || row.facts.units.is_some() || with_cells.contains(&row.id);
        !told && matches!(row.facts.status, RowStatus::Ongoing | RowStatus::Completed)
    };
    for row in rows.iter().filter(says_nothing) {
        let mend = "enter figures, or mark the row as nil";
        let issue = Issue::error("report-row-empty", "the row has no figures", mend);
        issues.push(issue.on_row(u32::try_from(row.position).unwrap_or(0).saturating_add(1)));
    }
    for (activity, place) in store::missing_work(conn, report).await? {
        let reason = format!("{activity} in {place} was ongoing in your last report and is not told of");
        issues.push(Issue::error("report-place-missing", reason, "add a row for it; a nil row if nothing was done"));
    }
    Ok(issues)
}

/// What a reviewer is told of an area that is reported beside a place inside it.
pub(super) fn overlap(coarse: &str, fine: &str) -> Issue {
    let reason = format!("people of {coarse} as a whole and of {fine} inside it would both count");
    Issue::warning("report-place-overlap", reason, "report either the area or the places in it")
}

/// Gives a submitted report back to the partner.
pub(super) fn give_back(transaction: &mut Transaction, input: ReturnReportInput) -> BoxFuture<'_, Result<Report>> {
    send_back(transaction, Step::Return, input).boxed()
}

/// Opens an accepted report again: it counts no more.
pub(super) fn reopen(transaction: &mut Transaction, input: ReturnReportInput) -> BoxFuture<'_, Result<Report>> {
    send_back(transaction, Step::Reopen, input).boxed()
}

async fn send_back(transaction: &mut Transaction, step: Step, input: ReturnReportInput) -> Result<Report> {
    let rows = input.rows.unwrap_or_default();
    decide(transaction, &input.report_id, input.base_version, (step, Some(input.note), rows)).await
}

/// Takes a step with a report that is not the partner's. Accepted, it counts from now on; sent back for some rows, only these may be changed.
pub(super) async fn decide(
    transaction: &mut Transaction,
    id: &ID,
    base_version: i32,
    (step, note, rows): (Step, Option<String>, Vec<ReturnedRowInput>),
) -> Result<Report> {
    let id = ReportId::parse(id, "reportId")?;
    let note = note.map(|note| note.trim().to_owned());
    if note.as_ref().is_some_and(|note| !(1..=2_000).contains(&note.chars().count())) {
        let message = "say why, in 1 to 2000 characters: the partner reads it";
        return Err(Error::invalid("note", "report-note", message));
    }
    let report = policy::load_for_edit(transaction, Action::DecideReport, id).await?;
    let status = report.status.after(step).map_err(|error| error.at("reportId"))?;
    transaction.check_version(report.version, base_version)?;
    let accepts = i32::from(step == Step::Accept);
    let after = Report {
        status,
        note,
        decided_at: Some(transaction.now()),
        times_accepted: report.times_accepted.saturating_add(accepts),
        ..changed(transaction, &report)
    };
    let action = match step {
        Step::Submit => "submit",
        Step::Return => "return",
        Step::Accept => "accept",
        Step::Reopen => "reopen",
    };
    let returned = review::send_back(transaction, step, &report, rows).await?;
    keep(transaction, action, &report, &after).await?;
    if ReportStatus::Accepted == report.status || ReportStatus::Accepted == status {
        // Held until the end, so that figures of one period are computed one after the other.
        store::lock_period(transaction.conn(), report.period_id).await?;
        let touched =
            maintain::touched_by(transaction.conn(), report.plan_id, vec![report.period_id], &[report.id]).await?;
        maintain::recompute(transaction.conn(), &touched).await?;
    }
    let period = period_of(transaction.conn(), &after).await?;
    telling::decided(transaction, &report, &after, (&period, returned)).await?;
    Ok(after)
}
