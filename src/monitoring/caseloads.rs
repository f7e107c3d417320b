//! Which organisations serve different people by an activity in a place: only there are their figures added.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    input::DeclareCaseloadsInput,
    maintain,
    model::PeriodId,
    policy,
    store::{self, caseloads},
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        scope::{OperationId, OrganisationId},
    },
    places::{self, AdminAreaId, SiteId},
    plans::{self, ActivityId, PlanId},
};

/// A declaration as it now stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Caseloads {
    pub(super) plan: PlanId,
    pub(super) activity: ActivityId,
    pub(super) place: Uuid,
    pub(super) organisations: Vec<OrganisationId>,
}

/// Declares which organisations serve different people by an activity in a place, and computes the figures there anew.
pub(super) async fn declare(transaction: &mut Transaction, input: DeclareCaseloadsInput) -> Result<Caseloads> {
    let plan = PlanId::parse(&input.plan_id, "planId")?;
    let plan = policy::plan(transaction.conn(), transaction.viewer(), Action::DecideReport, plan, "planId").await?;
    let activity = ActivityId::parse(&input.activity_id, "activityId")?;
    if !plans::activities(transaction.conn(), plan.id).await?.iter().any(|known| known.id == activity) {
        return Err(Error::invalid("activityId", "activity-elsewhere", "this is no activity of the plan"));
    }
    let place = declared_place(transaction, &input, plan.operation_id).await?;
    let mut organisations = Vec::new();
    for (index, id) in input.organisation_ids.iter().enumerate() {
        organisations.push(OrganisationId::parse(id, &format!("organisationIds[{index}]"))?);
    }
    organisations.sort_unstable();
    organisations.dedup();
    if organisations.len() == 1 {
        let message = "name two organisations or more with people of their own, or none";
        return Err(Error::invalid("organisationIds", "caseloads-alone", message));
    }
    let periods: Vec<PeriodId> =
        store::lock_periods_of_plan(transaction.conn(), plan.id).await?.iter().map(|period| period.id).collect();
    let key = (plan.id, activity, place);
    let before = caseloads::replace(transaction.conn(), key, &organisations, transaction.now()).await?;
    let touched = maintain::touched_at(transaction.conn(), plan.id, periods, place).await?;
    maintain::recompute(transaction.conn(), &touched).await?;
    let after = Caseloads { plan: plan.id, activity, place, organisations };
    let before = Caseloads { organisations: before, ..after.clone() };
    let change =
        audit::Change::new("declare-caseloads", activity).in_operation(plan.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

async fn declared_place(
    transaction: &Transaction,
    input: &DeclareCaseloadsInput,
    operation: OperationId,
) -> Result<Uuid> {
    let site = SiteId::parse_optional(input.site_id.as_ref(), "siteId")?;
    let area = AdminAreaId::parse_optional(input.area_id.as_ref(), "areaId")?;
    let conn = transaction.conn();
    match (site, area) {
        (Some(site), None) if store::site_areas(conn, operation, &[site]).await?.contains_key(&site) => Ok(site.uuid()),
        (None, Some(area)) if places::area(conn, area).await?.is_some() => Ok(area.uuid()),
        (Some(_), None) => Err(Error::invalid("siteId", "site-elsewhere", "this is no site of the operation")),
        (None, Some(_)) => Err(Error::invalid("areaId", "area-unknown", "there is no such area")),
        _ => Err(Error::invalid("siteId", "caseloads-place", "give either a site or an area")),
    }
}
