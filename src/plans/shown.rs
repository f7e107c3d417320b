//! What of a plan a reader is shown: to those who work on it as it stands, to all others as its last version was published.

use std::sync::Arc;

use super::{
    model::{Activity, ActivityId, Indicator, IndicatorId, Objective, ObjectiveId, Plan, PlanId},
    policy,
    store::batches::{
        ActivityById, IndicatorById, IndicatorsOfActivity, IndicatorsOfObjective, ObjectiveById, PlanById,
        VersionsOfPlan,
    },
    versions::{PublishedOfPlan, Snapshot},
};
use crate::kit::{
    Result,
    auth::{Action, Viewer},
    graphql::Context,
};

/// How a plan is shown.
enum Shown {
    AsWorkedOn,
    /// None when it never was.
    AsPublished(Option<Arc<Snapshot>>),
}

/// Whether every role that the viewer holds reads drafts: then they do wherever they read anything, and nothing needs to be looked up.
fn works_on_all(viewer: &Viewer) -> bool {
    viewer.program || viewer.grants.iter().all(|grant| grant.role.row().may.contains(&Action::ReadDrafts))
}

async fn shown(context: &Context, plan: PlanId) -> Result<Shown> {
    if works_on_all(&context.viewer) {
        return Ok(Shown::AsWorkedOn);
    }
    let operation = context.loaders.load::<PlanById>(plan).await?.map(|plan| plan.operation_id);
    if operation.is_some_and(|operation| policy::may_read_drafts(&context.viewer, operation)) {
        return Ok(Shown::AsWorkedOn);
    }
    Ok(Shown::AsPublished(context.loaders.load::<PublishedOfPlan>(plan).await?))
}

/// A plan that something else speaks of, if the viewer may know of it.
///
/// # Errors
/// When the database cannot answer.
pub async fn shown_plan(context: &Context, id: PlanId) -> Result<Option<Arc<Plan>>> {
    let plan = context.loaders.load::<PlanById>(id).await?;
    let Some(plan) = plan else { return Ok(None) };
    if policy::may_read_drafts(&context.viewer, plan.operation_id) {
        return Ok(Some(plan));
    }
    let versions = context.loaders.load::<VersionsOfPlan>(id).await?;
    Ok(versions.is_some_and(|versions| !versions.is_empty()).then_some(plan))
}

/// An activity that something else speaks of.
///
/// # Errors
/// When the database cannot answer.
pub async fn shown_activity(context: &Context, id: ActivityId) -> Result<Option<Arc<Activity>>> {
    let Some(activity) = context.loaders.load::<ActivityById>(id).await? else { return Ok(None) };
    Ok(match shown(context, activity.plan_id).await? {
        Shown::AsWorkedOn => Some(activity),
        Shown::AsPublished(snapshot) => {
            snapshot.and_then(|snapshot| one(&snapshot.activities, |activity| activity.id == id))
        }
    })
}

/// An indicator that something else speaks of.
///
/// # Errors
/// When the database cannot answer.
pub async fn shown_indicator(context: &Context, id: IndicatorId) -> Result<Option<Arc<Indicator>>> {
    let Some(indicator) = context.loaders.load::<IndicatorById>(id).await? else { return Ok(None) };
    Ok(match shown(context, indicator.plan_id).await? {
        Shown::AsWorkedOn => Some(indicator),
        Shown::AsPublished(snapshot) => {
            snapshot.and_then(|snapshot| one(&snapshot.indicators, |indicator| indicator.id == id))
        }
    })
}

/// An objective of a plan.
pub(super) async fn objective(context: &Context, plan: PlanId, id: ObjectiveId) -> Result<Option<Arc<Objective>>> {
    match shown(context, plan).await? {
        Shown::AsWorkedOn => context.loaders.load::<ObjectiveById>(id).await,
        Shown::AsPublished(snapshot) => {
            Ok(snapshot.and_then(|snapshot| one(&snapshot.objectives, |objective| objective.id == id)))
        }
    }
}

/// The indicators of an activity, by code.
pub(super) async fn indicators_of_activity(context: &Context, of: &Activity) -> Result<Arc<Vec<Indicator>>> {
    Ok(match shown(context, of.plan_id).await? {
        Shown::AsWorkedOn => context.loaders.load::<IndicatorsOfActivity>(of.id).await?.unwrap_or_default(),
        Shown::AsPublished(snapshot) => all(snapshot, |indicator| indicator.activity_id == Some(of.id)),
    })
}

/// The indicators that measure an objective itself, by code.
pub(super) async fn indicators_of_objective(context: &Context, of: &Objective) -> Result<Arc<Vec<Indicator>>> {
    Ok(match shown(context, of.plan_id).await? {
        Shown::AsWorkedOn => context.loaders.load::<IndicatorsOfObjective>(of.id).await?.unwrap_or_default(),
        Shown::AsPublished(snapshot) => all(snapshot, |indicator| indicator.objective_id == Some(of.id)),
    })
}

fn one<T: Clone>(all: &[T], is_it: impl Fn(&T) -> bool) -> Option<Arc<T>> {
    all.iter().find(|one| is_it(one)).cloned().map(Arc::new)
}

fn all(snapshot: Option<Arc<Snapshot>>, is_one: impl Fn(&Indicator) -> bool) -> Arc<Vec<Indicator>> {
    let found = snapshot.iter().flat_map(|snapshot| snapshot.indicators.iter()).filter(|one| is_one(one));
    let mut found: Vec<Indicator> = found.cloned().collect();
    found.sort_by(|one, other| one.ref_code.cmp(&other.ref_code));
    Arc::new(found)
}
