//! `acceptReports`: many decisions in one step, all or none, with the figures computed once.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{inputs::AcceptReportsInput, store::accepting};
use crate::{
    audit,
    kit::{Error, Result, auth::Action, db::Transaction, scope::Scoped},
    monitoring::{
        maintain,
        model::{PeriodId, Report, ReportId, ReportStatus},
        telling,
    },
    text_enum,
};

/// How many reports are accepted at once.
const MOST: usize = 500;

text_enum! {
    /// What became of a report among several that were to be accepted.
    AcceptOutcome {
        /// It is accepted.
        Accepted = "ACCEPTED",
        /// It could be, and is not, because another one could not.
        Possible = "POSSIBLE",
        /// It was changed since it was looked at.
        Changed = "CHANGED",
        /// It does not wait for a decision.
        NotSubmitted = "NOT_SUBMITTED",
    }
}

/// A report among those that were to be accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Tried {
    pub(super) outcome: AcceptOutcome,
    pub(super) report: Report,
}

/// Accepts reports of a plan, all or none.
pub(super) async fn accept(transaction: &mut Transaction, input: AcceptReportsInput) -> Result<Vec<Tried>> {
    if !(1..=MOST).contains(&input.reports.len()) {
        return Err(Error::invalid("reports", "accept-reports", format!("give 1 to {MOST} reports")));
    }
    let mut ids = Vec::new();
    let mut seen = BTreeSet::new();
    for (index, given) in input.reports.iter().enumerate() {
        let field = format!("reports[{index}].reportId");
        let id = ReportId::parse(&given.report_id, &field)?;
        if !seen.insert(id.uuid()) {
            return Err(Error::invalid(field, "report-twice", "this report is here twice"));
        }
        ids.push(id);
    }
    let found = accepting::lock_reports(transaction.conn(), &ids).await?;
    let mut tried = Vec::new();
    for (index, (id, given)) in ids.iter().zip(&input.reports).enumerate() {
        let field = format!("reports[{index}].reportId");
        let report = found.iter().find(|report| report.id == *id).ok_or_else(|| Error::not_found(field.as_str()))?;
        transaction.viewer().require(Action::DecideReport, &report.scope(), &field)?;
        if found.iter().any(|other| other.plan_id != report.plan_id) {
            return Err(Error::invalid(field, "reports-of-plans", "give reports of one plan"));
        }
        let outcome = match report.status {
            ReportStatus::Submitted if report.version == given.base_version => AcceptOutcome::Possible,
            ReportStatus::Submitted => AcceptOutcome::Changed,
            _ => AcceptOutcome::NotSubmitted,
        };
        tried.push(Tried { outcome, report: report.clone() });
    }
    if tried.iter().any(|one| one.outcome != AcceptOutcome::Possible) {
        return Ok(tried);
    }
    write(transaction, tried).await
}

async fn write(transaction: &Transaction, tried: Vec<Tried>) -> Result<Vec<Tried>> {
    let (conn, now, by) = (transaction.conn(), transaction.now(), transaction.viewer().user);
    let ids: Vec<ReportId> = tried.iter().map(|one| one.report.id).collect();
    accepting::accept(conn, &ids, by, now).await?;
    let accepted = |report: &Report| Report {
        status: ReportStatus::Accepted,
        note: None,
        decided_at: Some(now),
        times_accepted: report.times_accepted.saturating_add(1),
        version: report.version.saturating_add(1),
        updated_at: now,
        updated_by: by,
        ..report.clone()
    };
    let after: Vec<Report> = tried.iter().map(|one| accepted(&one.report)).collect();
    let changes = tried.iter().zip(&after).map(|(before, after)| {
        let change = audit::Change::new("accept", after.id).in_operation(after.operation_id);
        change.from(&before.report)?.to(after)
    });
    audit::record_all(transaction, changes.collect::<Result<Vec<_>>>()?).await?;
    let Some(plan) = after.first().map(|report| report.plan_id) else { return Ok(Vec::new()) };
    let periods: Vec<PeriodId> =
        after.iter().map(|report| report.period_id).collect::<BTreeSet<_>>().into_iter().collect();
    // Held until the end, so that figures of one period are computed one after the other.
    let periods = accepting::lock_periods(conn, &periods).await?;
    let ids_of_periods: Vec<PeriodId> = periods.iter().map(|period| period.id).collect();
    let touched = maintain::touched_by(conn, plan, ids_of_periods, &ids).await?;
    maintain::recompute(conn, &touched).await?;
    let before: Vec<Report> = tried.into_iter().map(|one| one.report).collect();
    telling::all_accepted(transaction, &before, &after, &periods).await?;
    Ok(after.into_iter().map(|report| Tried { outcome: AcceptOutcome::Accepted, report }).collect())
}
