//! What a plan is made of: objectives, activities with their costs.

use std::collections::HashSet;

use serde::Serialize;

use super::{
    costing::{self, NotCosted},
    inputs::{
        self, ActivityCostInput, AddActivityInput, AddObjectiveInput, SetActivityCostsInput, UpdateActivityInput,
        UpdateObjectiveInput,
    },
    model::{Activity, ActivityCost, ActivityId, Objective, ObjectiveId, ObjectiveLevel, Plan, PlanId},
    policy,
    service::{chosen_id, require_areas, touch},
    store,
};
use crate::{
    audit,
    kit::{Error, Result, db::Transaction, text::LocalizedText},
    places::AdminAreaId,
};

/// The longest title of an objective, activity or indicator.
pub(super) const LONGEST_TITLE: usize = 500;
/// The most costs that an activity can have.
const MOST_COSTS: usize = 500;

/// Adds an objective to a plan.
///
/// # Errors
/// When the viewer may not, or an input cannot be taken.
pub async fn add_objective(transaction: &mut Transaction, input: AddObjectiveInput) -> Result<Objective> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    let parent_id = parent_of(transaction, &plan, input.level, input.parent_id.as_ref()).await?;
    let objective = Objective {
        id: chosen_id(transaction, input.id),
        plan_id: plan.id,
        parent_id,
        level: input.level,
        ref_code: ref_code(&input.ref_code)?,
        names: LocalizedText::new(input.language, inputs::text(&input.name, LONGEST_TITLE, "name")?),
    };
    if !store::insert_objective(transaction.conn(), &objective).await? {
        return Err(taken("an objective"));
    }
    changed(transaction, &plan, audit::Change::new("create", objective.id), None::<&Objective>, &objective).await?;
    Ok(objective)
}

/// Gives an objective another title or another parent.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or an input cannot be taken.
pub async fn update_objective(transaction: &mut Transaction, input: UpdateObjectiveInput) -> Result<Objective> {
    let (plan, before) = objective_for_edit(transaction, &input.objective_id, input.base_version).await?;
    let objective = Objective {
        parent_id: parent_of(transaction, &plan, before.level, input.parent_id.as_ref()).await?,
        names: before.names.clone().with(input.language, inputs::text(&input.name, LONGEST_TITLE, "name")?),
        ..before.clone()
    };
    store::parts::update_objective(transaction.conn(), &objective).await?;
    changed(transaction, &plan, audit::Change::new("update", objective.id), Some(&before), &objective).await?;
    Ok(objective)
}

/// The objective that one of a level serves, if it may.
async fn parent_of(
    transaction: &Transaction,
    plan: &Plan,
    level: ObjectiveLevel,
    id: Option<&juniper::ID>,
) -> Result<Option<ObjectiveId>> {
    let id = ObjectiveId::parse_optional(id, "parentId")?;
    let parent = match id {
        Some(id) => Some(objective_of(transaction, plan, id, "parentId").await?.level),
        None => None,
    };
    check_levels(parent, level)?;
    Ok(id)
}

/// Where objectives stand: strategic ones at the top, specific ones under them, the cluster's own under either or on their own. So none can serve
/// itself, whichever way round.
fn check_levels(parent: Option<ObjectiveLevel>, level: ObjectiveLevel) -> Result<()> {
    let message = match (level, parent) {
        (ObjectiveLevel::Strategic, Some(_)) => "a STRATEGIC objective serves no other; leave the parent out",
        (ObjectiveLevel::Specific, parent) if parent != Some(ObjectiveLevel::Strategic) => {
            "a SPECIFIC objective stands under a STRATEGIC one; give that as its parent"
        }
        (ObjectiveLevel::Cluster, Some(ObjectiveLevel::Cluster)) => {
            "a CLUSTER objective stands under a STRATEGIC or SPECIFIC one, or on its own; choose another parent or none"
        }
        _ => return Ok(()),
    };
    Err(Error::invalid("parentId", "objective-level", message))
}

/// Adds an activity to the plan of its objective.
///
/// # Errors
/// When the viewer may not, or an input cannot be taken.
pub async fn add_activity(transaction: &mut Transaction, input: AddActivityInput) -> Result<Activity> {
    let objective_id = ObjectiveId::parse(&input.objective_id, "objectiveId")?;
    let objective = store::objective(transaction.conn(), objective_id).await?;
    let objective = objective.ok_or_else(|| Error::not_found("objectiveId"))?;
    let plan = policy::load_for_edit(transaction, objective.plan_id, "objectiveId").await?;
    let activity = Activity {
        id: chosen_id(transaction, input.id),
        plan_id: plan.id,
        objective_id,
        ref_code: ref_code(&input.ref_code)?,
        names: LocalizedText::new(input.language, inputs::text(&input.name, LONGEST_TITLE, "name")?),
        unit: input.unit,
        unit_target: input.unit_target.map(|units| inputs::quantity(units, "unitTarget")).transpose()?,
    };
    if !store::insert_activity(transaction.conn(), &activity).await? {
        return Err(taken("an activity"));
    }
    changed(transaction, &plan, audit::Change::new("create", activity.id), None::<&Activity>, &activity).await?;
    Ok(activity)
}

/// Changes an activity.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or an input cannot be taken.
pub async fn update_activity(transaction: &mut Transaction, input: UpdateActivityInput) -> Result<Activity> {
    let (plan, before) = activity_for_edit(transaction, &input.activity_id, input.base_version).await?;
    let objective_id = ObjectiveId::parse(&input.objective_id, "objectiveId")?;
    objective_of(transaction, &plan, objective_id, "objectiveId").await?;
    let activity = Activity {
        objective_id,
        names: before.names.clone().with(input.language, inputs::text(&input.name, LONGEST_TITLE, "name")?),
        unit: input.unit,
        unit_target: input.unit_target.map(|units| inputs::quantity(units, "unitTarget")).transpose()?,
        ..before.clone()
    };
    let costs = store::costs_of_activity(transaction.conn(), activity.id).await?;
    check_units(&activity, &costs, "unitTarget")?;
    store::update_activity(transaction.conn(), &activity).await?;
    changed(transaction, &plan, audit::Change::new("update", activity.id), Some(&before), &activity).await?;
    Ok(activity)
}

/// Gives an activity its costs, in place of those it had.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or the costs do not fit together.
pub async fn set_activity_costs(transaction: &mut Transaction, input: SetActivityCostsInput) -> Result<Activity> {
    let (plan, activity) = activity_for_edit(transaction, &input.activity_id, input.base_version).await?;
    if input.costs.len() > MOST_COSTS {
        return Err(Error::invalid("costs", "costs-too-many", format!("give at most {MOST_COSTS} costs")));
    }
    let parse = |(row, cost)| cost_of(transaction, &activity, row, cost);
    let costs: Vec<_> = input.costs.iter().enumerate().map(parse).collect::<Result<_>>()?;
    check_costs(&costs)?;
    check_units(&activity, &costs, "costs")?;
    let areas = costs.iter().filter_map(|cost| cost.area_id).collect();
    require_areas(transaction, plan.operation_id, areas, "costs").await?;
    let before = store::costs_of_activity(transaction.conn(), activity.id).await?;
    store::set_costs(transaction.conn(), activity.id, &costs).await?;
    changed(transaction, &plan, audit::Change::new("set-costs", activity.id), Some(&before), &costs).await?;
    Ok(activity)
}

fn cost_of(
    transaction: &Transaction,
    activity: &Activity,
    row: usize,
    cost: &ActivityCostInput,
) -> Result<ActivityCost> {
    let at = |field: &str| format!("costs.{row}.{field}");
    let cost = ActivityCost {
        id: transaction.new_id(),
        activity_id: activity.id,
        modality: cost.modality,
        area_id: AdminAreaId::parse_optional(cost.area_id.as_ref(), &at("areaId"))?,
        unit_target: cost.unit_target.map(|units| inputs::quantity(units, &at("unitTarget"))).transpose()?,
        low: cost.low.map(|low| inputs::money(low, &at("low"))).transpose()?,
        unit_cost: inputs::money(cost.unit_cost, &at("unitCost"))?,
        high: cost.high.map(|high| inputs::money(high, &at("high"))).transpose()?,
    };
    if cost.low.is_some_and(|low| low > cost.unit_cost) {
        return Err(Error::invalid(at("low"), "cost-range", "the lower end is not above the unit cost"));
    }
    if cost.high.is_some_and(|high| high < cost.unit_cost) {
        return Err(Error::invalid(at("high"), "cost-range", "the upper end is not below the unit cost"));
    }
    Ok(cost)
}

/// Every cost has its own modality and place, and only one takes what the others leave.
fn check_costs(costs: &[ActivityCost]) -> Result<()> {
    let mut seen = HashSet::new();
    if let Some(row) = costs.iter().position(|cost| !seen.insert((cost.modality, cost.area_id))) {
        let message = "there is a cost for this modality and place already; put the two together";
        return Err(Error::invalid(format!("costs.{row}.modality"), "cost-twice", message));
    }
    if let Some((row, _)) = costs.iter().enumerate().filter(|(_, cost)| cost.unit_target.is_none()).nth(1) {
        let message = "another cost takes the rest of the units already; say how many units this one is for";
        return Err(Error::invalid(format!("costs.{row}.unitTarget"), "cost-rest-twice", message));
    }
    Ok(())
}

/// Refuses costs for more units than are to be done.
fn check_units(activity: &Activity, costs: &[ActivityCost], field: &str) -> Result<()> {
    if costing::activity_amount(activity.unit_target, costs) == Err(NotCosted::MoreUnitsThanTarget) {
        let message = "the costs are for more units than the activity sets out to do; lower them or raise its target";
        return Err(Error::invalid(field, "cost-units-above-target", message));
    }
    Ok(())
}

/// The activity and its plan, held, for those who may write the plan.
pub(super) async fn activity_for_edit(
    transaction: &Transaction,
    id: &juniper::ID,
    base: i32,
) -> Result<(Plan, Activity)> {
    let id = ActivityId::parse(id, "activityId")?;
    let found = store::activity(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("activityId"))?;
    let plan = policy::load_for_edit(transaction, found.plan_id, "activityId").await?;
    transaction.check_version(plan.version, base)?;
    // Read again, now that nobody else can change it.
    let activity = store::activity(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("activityId"))?;
    Ok((plan, activity))
}

/// The objective and its plan, held, for those who may write the plan.
pub(super) async fn objective_for_edit(
    transaction: &Transaction,
    id: &juniper::ID,
    base: i32,
) -> Result<(Plan, Objective)> {
    let id = ObjectiveId::parse(id, "objectiveId")?;
    let found = store::objective(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("objectiveId"))?;
    let plan = policy::load_for_edit(transaction, found.plan_id, "objectiveId").await?;
    transaction.check_version(plan.version, base)?;
    // Read again, now that nobody else can change it.
    let objective = store::objective(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("objectiveId"))?;
    Ok((plan, objective))
}

/// The objective, if it is of the plan.
pub(super) async fn objective_of(
    transaction: &Transaction,
    plan: &Plan,
    id: ObjectiveId,
    field: &str,
) -> Result<Objective> {
    let objective = store::objective(transaction.conn(), id).await?;
    objective.filter(|objective| objective.plan_id == plan.id).ok_or_else(|| of_another_plan(field))
}

pub(super) fn of_another_plan(field: &str) -> Error {
    Error::invalid(field, "record-of-another-plan", "this belongs to another plan; choose among those of this plan")
}

pub(super) fn taken(what: &str) -> Error {
    let message = format!("the plan has {what} with this reference already; choose another");
    Error::invalid("refCode", "ref-code-taken", message)
}

pub(super) fn ref_code(value: &str) -> Result<String> {
    inputs::text(value, 40, "refCode")
}

/// Counts the change in the plan and records it.
pub(super) async fn changed<T: Serialize>(
    transaction: &Transaction,
    plan: &Plan,
    change: audit::Change,
    before: Option<&T>,
    after: &T,
) -> Result<()> {
    touch(transaction, plan).await?;
    let change = change.in_operation(plan.operation_id).to(after)?;
    audit::record(transaction, if let Some(before) = before { change.from(before)? } else { change }).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objectives_stand_where_their_level_says() {
        use ObjectiveLevel::{Cluster, Specific, Strategic};
        let allowed = |level: ObjectiveLevel| -> Vec<Option<ObjectiveLevel>> {
            let parents = [None, Some(Strategic), Some(Specific), Some(Cluster)];
            parents.into_iter().filter(|parent| check_levels(*parent, level).is_ok()).collect()
        };
        assert_eq!(allowed(Strategic), [None]);
        assert_eq!(allowed(Specific), [Some(Strategic)]);
        assert_eq!(allowed(Cluster), [None, Some(Strategic), Some(Specific)]);
        let error = check_levels(None, Specific).expect_err("on its own");
        assert_eq!((error.field(), error.key()), (Some("parentId"), "objective-level"));
        assert!(error.message().contains("under a STRATEGIC one"), "{}", error.message());
    }
}
