//! Lays two states of a plan side by side, for who may read both.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    difference::{self, PlanChange},
    model::{IndicatorKind, PlanId, PlanVersion},
    policy, store,
    versions::{self, Snapshot},
};
use crate::{
    dimensions::CategoryId,
    kit::{Call, Error, Result, db::Conn},
    places::AdminAreaId,
};

/// What changed between two states of a plan.
pub struct PlanDifference {
    /// The plan.
    pub plan: PlanId,
    /// The earlier version.
    pub from: PlanVersion,
    /// The later version; none for the plan as it is worked on.
    pub to: Option<PlanVersion>,
    /// What it cost before and costs after.
    pub requirement: (Option<Decimal>, Option<Decimal>),
    /// How many learners it targeted before and targets after.
    pub people: (Option<Decimal>, Option<Decimal>),
    /// What of the changes takes a major version.
    pub beyond_minor: Vec<String>,
    /// What changed.
    pub changes: Vec<PlanChange>,
}

/// What changed from a version of a plan to another one, or to the plan as it is worked on.
///
/// # Errors
/// When the viewer may not read a state, or there is no such version.
pub async fn plan_difference(call: &Call, id: PlanId, from: i32, to: Option<i32>) -> Result<PlanDifference> {
    let conn = call.db.conn().await?;
    let plan = policy::load_for_read(conn, &call.viewer, id, "planId").await?;
    if to.is_none() {
        policy::require_drafts(&call.viewer, &plan)?;
    }
    if to.is_some_and(|to| to <= from) {
        let message = "the later version comes second; exchange the two";
        return Err(Error::invalid("to", "plan-version-order", message));
    }
    let from = version(conn, id, from, "from").await?;
    let before = versions::read(store::difference::snapshot(conn, from.id).await?)?;
    let to = match to {
        Some(to) => Some(version(conn, id, to, "to").await?),
        None => None,
    };
    let after = match &to {
        Some(to) => versions::read(store::difference::snapshot(conn, to.id).await?)?,
        None => versions::snapshot(conn, plan).await?,
    };
    let changes = difference::compare(&before, &after);
    Ok(PlanDifference {
        plan: id,
        from,
        to,
        requirement: (before.requirement, after.requirement),
        people: (people_targeted(conn, &before).await?, people_targeted(conn, &after).await?),
        beyond_minor: difference::beyond_minor(&changes),
        changes,
    })
}

async fn version(conn: Conn<'_>, plan: PlanId, number: i32, field: &'static str) -> Result<PlanVersion> {
    store::difference::version(conn, plan, number).await?.ok_or_else(|| Error::not_found(field))
}

/// How many learners a state of a plan targets, everyone once.
async fn people_targeted(conn: Conn<'_>, snapshot: &Snapshot) -> Result<Option<Decimal>> {
    let counts_people = |id| {
        let found = snapshot.indicators.iter().find(|indicator| indicator.id == id);
        found.is_some_and(|indicator| indicator.counts_people && indicator.kind == IndicatorKind::Number)
    };
    let mut cells: BTreeMap<(AdminAreaId, CategoryId), Decimal> = BTreeMap::new();
    for target in snapshot.targets.iter().filter(|target| counts_people(target.indicator_id)) {
        let Some(people) = target.target else { continue };
        let largest = cells.entry((target.area_id, target.category_id)).or_default();
        *largest = people.max(*largest);
    }
    store::difference::people_targeted(conn, &cells).await
}
