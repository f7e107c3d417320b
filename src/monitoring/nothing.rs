//! `reportNothing`: a report that says that there is nothing to report, saved and submitted in one action.

use super::{
    form,
    input::{ReportNothingInput, SaveReportInput, SubmitReportInput},
    saving::{Header, HeaderIds},
    service::{self, Outcome},
    store,
};
use crate::kit::{Result, auth::Action, db::Transaction};

/// Saves and submits it, or neither.
pub(super) async fn report(transaction: &mut Transaction, input: ReportNothingInput) -> Result<Outcome> {
    let ids = HeaderIds {
        plan: &input.plan_id,
        period: &input.period_id,
        cluster: &input.cluster_id,
        organisation: &input.organisation_id,
    };
    let header = Header::find(transaction.conn(), transaction.viewer(), Action::SubmitReport, &ids).await?;
    let stored = header.stored(transaction.conn()).await?;
    let base_version = match (&stored, input.base_version) {
        (_, Some(version)) => version,
        (None, None) => 0,
        (Some(report), None) if store::is_empty(transaction.conn(), report.id).await? => report.version,
        // Rows were entered: whoever says that there is nothing has not seen them.
        (Some(report), None) => return Ok(Outcome::Conflict { report: report.clone() }),
    };
    let empty = SaveReportInput {
        client_mutation_id: None,
        id: None,
        base_version,
        plan_id: input.plan_id,
        period_id: input.period_id,
        cluster_id: input.cluster_id,
        organisation_id: input.organisation_id,
        nil: true,
        rows: Vec::new(),
    };
    let saved = form::save(transaction, empty).await?;
    let Outcome::Saved { report, .. } = saved else { return Ok(saved) };
    let submission =
        SubmitReportInput { client_mutation_id: None, report_id: report.id.global(), base_version: report.version };
    let submitted = service::submit(transaction, submission).await?;
    if !matches!(submitted, Outcome::Saved { .. }) {
        store::back_to_mark(transaction.conn()).await?;
    }
    Ok(submitted)
}
