//! Taking back what was entered into a plan by mistake: only what nobody reports on, nothing else points to, and no published version has.

use super::{
    inputs::{RemoveActivityInput, RemoveIndicatorInput, RemoveObjectiveInput},
    measures::indicator_for_edit,
    model::Plan,
    service::touch,
    store::parts::{self, Part},
    structure::{activity_for_edit, objective_for_edit},
};
use crate::{
    audit,
    kit::{Error, Result, db::Transaction},
};

/// Removes an objective.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or something holds on to it.
pub async fn remove_objective(transaction: &mut Transaction, input: RemoveObjectiveInput) -> Result<Plan> {
    let (plan, objective) = objective_for_edit(transaction, &input.objective_id, input.base_version).await?;
    let change = audit::Change::new("remove", objective.id).from(&objective)?;
    remove(transaction, plan, Part::Objective(objective.id), change, "objectiveId").await
}

/// Removes an activity with its costs.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or something holds on to it.
pub async fn remove_activity(transaction: &mut Transaction, input: RemoveActivityInput) -> Result<Plan> {
    let (plan, activity) = activity_for_edit(transaction, &input.activity_id, input.base_version).await?;
    let change = audit::Change::new("remove", activity.id).from(&activity)?;
    remove(transaction, plan, Part::Activity(activity.id), change, "activityId").await
}

/// Removes an indicator with its targets.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or something holds on to it.
pub async fn remove_indicator(transaction: &mut Transaction, input: RemoveIndicatorInput) -> Result<Plan> {
    let (plan, indicator) = indicator_for_edit(transaction, &input.indicator_id, input.base_version).await?;
    let change = audit::Change::new("remove", indicator.id).from(&indicator)?;
    remove(transaction, plan, Part::Indicator(indicator.id), change, "indicatorId").await
}

async fn remove(
    transaction: &Transaction,
    plan: Plan,
    part: Part,
    change: audit::Change,
    field: &'static str,
) -> Result<Plan> {
    if parts::was_published(transaction.conn(), plan.id, part).await? {
        let message =
            "a published version of the plan has it, so it stays; the figures made of it must keep their names";
        return Err(Error::conflict("plan-part-published", message).at(field));
    }
    parts::remove(transaction.conn(), part).await.map_err(|error| error.at(field))?;
    touch(transaction, &plan).await?;
    audit::record(transaction, change.in_operation(plan.operation_id)).await?;
    Ok(Plan { version: plan.version + 1, updated_at: transaction.now(), ..plan })
}
