//! Who may do what to periods, reports and figures. What one may not see looks as if it were not there.

use chrono::{DateTime, Utc};

use super::{
    model::{Period, PeriodState, Report, ReportId},
    store,
};
use crate::{
    kit::{
        Error, Result,
        auth::{Action, Viewer},
        db::{Conn, Transaction},
        scope::Scoped,
    },
    plans::{self, Plan, PlanId},
};

/// A plan that the viewer may do `action` to. `field` names the input that pointed to it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn plan(conn: Conn<'_>, viewer: &Viewer, action: Action, id: PlanId, field: &str) -> Result<Plan> {
    let plan = plans::load_for_read(conn, viewer, id, field).await?;
    viewer.require(action, &plan.scope(), field)?;
    Ok(plan)
}

/// A plan of which the viewer may read what is there for those who do `action` to it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn plan_run(conn: Conn<'_>, viewer: &Viewer, action: Action, id: PlanId, field: &str) -> Result<Plan> {
    let plan = plans::load_for_read(conn, viewer, id, field).await?;
    viewer.require_to_read(action, &plan.scope(), field)?;
    Ok(plan)
}

/// A report that the viewer may do `action` to, held until the transaction ends.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_edit(transaction: &Transaction, action: Action, id: ReportId) -> Result<Report> {
    let report = store::lock_report(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("reportId"))?;
    transaction.viewer().require(action, &report.scope(), "reportId")?;
    Ok(report)
}

/// A report that the viewer may read, or nothing.
pub(super) async fn readable(conn: Conn<'_>, viewer: &Viewer, id: ReportId) -> Result<Option<Report>> {
    let report = store::report(conn, id).await?;
    Ok(report.filter(|report| viewer.may(Action::ReadContent, &report.scope())))
}

/// Why a report can no longer be written or submitted, if it cannot: only those who decide on it may still send after the period was closed.
pub(super) fn locked(viewer: &Viewer, report: &Report, period: &Period, now: DateTime<Utc>) -> Option<String> {
    if !report.status.is_editable() {
        return Some(format!("the report is {}: nobody edits it before it is returned or reopened", report.status));
    }
    let late = period.state_at(now) == PeriodState::Closed && !viewer.may(Action::DecideReport, &report.scope());
    late.then(|| "the period is closed: ask the cluster's information management officer to enter it".to_owned())
}
