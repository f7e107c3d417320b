//! What a plan is made of: objectives, activities with their costs, indicators.

use std::collections::{BTreeSet, HashSet};

use serde::Serialize;

use super::{
    costing::{self, NotCosted},
    inputs::{
        self, ActivityCostInput, AddActivityInput, AddIndicatorInput, AddObjectiveInput, IndicatorMeasureInput,
        SetActivityCostsInput, UpdateActivityInput, UpdateIndicatorInput,
    },
    model::{
        Activity, ActivityCost, ActivityId, Indicator, IndicatorId, Objective, ObjectiveId, ObjectiveLevel, Plan,
        PlanId,
    },
    policy,
    service::{chosen_id, touch},
    store,
};
use crate::{
    audit, clusters,
    kit::{Error, Result, db::Transaction, text::LocalizedText},
    places::AdminAreaId,
};

/// The longest title of an objective, activity or indicator.
const LONGEST_TITLE: usize = 500;
/// The most costs that an activity can have.
const MOST_COSTS: usize = 500;

/// Adds an objective to a plan.
///
/// # Errors
/// When the viewer may not, or an input cannot be taken.
pub async fn add_objective(transaction: &mut Transaction, input: AddObjectiveInput) -> Result<Objective> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    let parent_id = ObjectiveId::parse_optional(input.parent_id.as_ref(), "parentId")?;
    if let Some(parent) = parent_id {
        let parent = objective_of(transaction, &plan, parent, "parentId").await?;
        check_levels(parent.level, input.level)?;
    }
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

/// An objective serves one of a higher level; which levels lie between is the plan's own choice.
fn check_levels(parent: ObjectiveLevel, level: ObjectiveLevel) -> Result<()> {
    if parent < level {
        return Ok(());
    }
    let message = format!("a {level} objective cannot serve a {parent} one; choose a parent of a higher level");
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
    require_areas(transaction, &plan, &costs).await?;
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

/// Refuses areas that are not in the operation's country.
async fn require_areas(transaction: &Transaction, plan: &Plan, costs: &[ActivityCost]) -> Result<()> {
    let areas: BTreeSet<AdminAreaId> = costs.iter().filter_map(|cost| cost.area_id).collect();
    if areas.is_empty() {
        return Ok(());
    }
    let operation = clusters::operation(transaction.conn(), plan.operation_id).await?;
    let country = operation.and_then(|operation| operation.country_iso3);
    if store::count_areas(transaction.conn(), country.as_deref(), &areas).await? == areas.len() {
        return Ok(());
    }
    let message = "one of the areas is no place of the operation; choose among the areas of its country";
    Err(Error::invalid("costs", "area-of-another-operation", message))
}

/// Refuses costs for more units than are to be done.
fn check_units(activity: &Activity, costs: &[ActivityCost], field: &str) -> Result<()> {
    if costing::activity_amount(activity.unit_target, costs) == Err(NotCosted::MoreUnitsThanTarget) {
        let message = "the costs are for more units than the activity sets out to do; lower them or raise its target";
        return Err(Error::invalid(field, "cost-units-above-target", message));
    }
    Ok(())
}

/// Adds an indicator to an activity or an objective of a plan.
///
/// # Errors
/// When the viewer may not, or an input cannot be taken.
pub async fn add_indicator(transaction: &mut Transaction, input: AddIndicatorInput) -> Result<Indicator> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    let measure = input.measure;
    let indicator = Indicator {
        id: chosen_id(transaction, input.id),
        plan_id: plan.id,
        activity_id: ActivityId::parse_optional(input.activity_id.as_ref(), "activityId")?,
        objective_id: ObjectiveId::parse_optional(input.objective_id.as_ref(), "objectiveId")?,
        ref_code: ref_code(&input.ref_code)?,
        registry_code: registry_code(&measure)?,
        names: LocalizedText::new(measure.language, title(&measure)?),
        unit: unit(&measure)?,
        kind: measure.kind,
        across_places: measure.across_places,
        across_periods: measure.across_periods,
        counts_people: measure.counts_people,
        frequency: measure.frequency,
    };
    indicator.check()?;
    if let Some(activity) = indicator.activity_id {
        let activity = store::activity(transaction.conn(), activity).await?;
        if activity.is_none_or(|activity| activity.plan_id != plan.id) {
            return Err(of_another_plan("activityId"));
        }
    }
    if let Some(objective) = indicator.objective_id {
        objective_of(transaction, &plan, objective, "objectiveId").await?;
    }
    if !store::insert_indicator(transaction.conn(), &indicator).await? {
        return Err(taken("an indicator"));
    }
    set_dimensions(transaction, &plan, indicator.id, measure.dimensions).await?;
    changed(transaction, &plan, audit::Change::new("create", indicator.id), None::<&Indicator>, &indicator).await?;
    Ok(indicator)
}

/// Changes what an indicator measures, and how.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or an input cannot be taken.
pub async fn update_indicator(transaction: &mut Transaction, input: UpdateIndicatorInput) -> Result<Indicator> {
    let id = IndicatorId::parse(&input.indicator_id, "indicatorId")?;
    let found = store::indicator(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("indicatorId"))?;
    let plan = policy::load_for_edit(transaction, found.plan_id, "indicatorId").await?;
    transaction.check_version(plan.version, input.base_version)?;
    // Read again, now that nobody else can change it.
    let before = store::indicator(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("indicatorId"))?;
    let measure = input.measure;
    let indicator = Indicator {
        registry_code: registry_code(&measure)?,
        names: before.names.clone().with(measure.language, title(&measure)?),
        unit: unit(&measure)?,
        kind: measure.kind,
        across_places: measure.across_places,
        across_periods: measure.across_periods,
        counts_people: measure.counts_people,
        frequency: measure.frequency,
        ..before.clone()
    };
    indicator.check()?;
    store::update_indicator(transaction.conn(), &indicator).await?;
    set_dimensions(transaction, &plan, id, measure.dimensions).await?;
    changed(transaction, &plan, audit::Change::new("update", id), Some(&before), &indicator).await?;
    Ok(indicator)
}

async fn set_dimensions(transaction: &Transaction, plan: &Plan, id: IndicatorId, codes: Vec<String>) -> Result<()> {
    let codes: Vec<String> = codes.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let unknown = store::set_indicator_dimensions(transaction.conn(), plan.operation_id, id, &codes).await?;
    if unknown.is_empty() {
        return Ok(());
    }
    let message = format!("the operation has no dimension {}; use its codes, such as sex", unknown.join(", "));
    Err(Error::invalid("measure.dimensions", "dimension-unknown", message))
}

/// The activity and its plan, held, for those who may write the plan.
async fn activity_for_edit(transaction: &Transaction, id: &juniper::ID, base: i32) -> Result<(Plan, Activity)> {
    let id = ActivityId::parse(id, "activityId")?;
    let found = store::activity(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("activityId"))?;
    let plan = policy::load_for_edit(transaction, found.plan_id, "activityId").await?;
    transaction.check_version(plan.version, base)?;
    // Read again, now that nobody else can change it.
    let activity = store::activity(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("activityId"))?;
    Ok((plan, activity))
}

/// The objective, if it is of the plan.
async fn objective_of(transaction: &Transaction, plan: &Plan, id: ObjectiveId, field: &str) -> Result<Objective> {
    let objective = store::objective(transaction.conn(), id).await?;
    objective.filter(|objective| objective.plan_id == plan.id).ok_or_else(|| of_another_plan(field))
}

fn of_another_plan(field: &str) -> Error {
    Error::invalid(field, "record-of-another-plan", "this belongs to another plan; choose among those of this plan")
}

fn taken(what: &str) -> Error {
    let message = format!("the plan has {what} with this reference already; choose another");
    Error::invalid("refCode", "ref-code-taken", message)
}

fn ref_code(value: &str) -> Result<String> {
    inputs::text(value, 40, "refCode")
}

fn registry_code(measure: &IndicatorMeasureInput) -> Result<Option<String>> {
    let code = measure.registry_code.as_deref().map(|code| inputs::text(code, 40, "measure.registryCode"));
    code.transpose()
}

fn title(measure: &IndicatorMeasureInput) -> Result<String> {
    inputs::text(&measure.name, LONGEST_TITLE, "measure.name")
}

fn unit(measure: &IndicatorMeasureInput) -> Result<String> {
    inputs::text(&measure.unit, 100, "measure.unit")
}

/// Counts the change in the plan and records it.
async fn changed<T: Serialize>(
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
