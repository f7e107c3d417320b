//! The plans' mutations.

use futures::FutureExt;
use juniper::graphql_object;

use crate::{
    kit::{Result, graphql::Context},
    plans::{
        inputs::{
            AddActivityInput, AddIndicatorInput, AddObjectiveInput, CreatePlanInput, PublishPlanInput,
            RemoveActivityInput, RemoveIndicatorInput, RemoveObjectiveInput, SetActivityCostsInput, SetTargetsInput,
            UpdateActivityInput, UpdateIndicatorInput, UpdateObjectiveInput, UpdatePlanInput,
        },
        measures,
        model::{Activity, Indicator, Objective, Plan, PlanVersion},
        removal, service, structure,
        targets::{self, TargetsOutcome},
        versions,
    },
};

/// The plans' mutations.
#[derive(Default)]
pub struct PlanMutations;

#[graphql_object(context = Context)]
impl PlanMutations {
    /// Enters a response plan as a draft.
    async fn create_plan(context: &Context, input: CreatePlanInput) -> Result<Plan> {
        context.write("createPlan", input, |transaction, input| service::create_plan(transaction, input).boxed()).await
    }

    /// Changes a plan itself; ends it, or opens it again.
    async fn update_plan(context: &Context, input: UpdatePlanInput) -> Result<Plan> {
        context.write("updatePlan", input, |transaction, input| service::update_plan(transaction, input).boxed()).await
    }

    /// Adds an objective to a plan.
    async fn add_objective(context: &Context, input: AddObjectiveInput) -> Result<Objective> {
        context
            .write("addObjective", input, |transaction, input| structure::add_objective(transaction, input).boxed())
            .await
    }

    /// Gives an objective another title or another parent.
    async fn update_objective(context: &Context, input: UpdateObjectiveInput) -> Result<Objective> {
        context
            .write("updateObjective", input, |transaction, input| {
                structure::update_objective(transaction, input).boxed()
            })
            .await
    }

    /// Removes an objective that was entered by mistake.
    async fn remove_objective(context: &Context, input: RemoveObjectiveInput) -> Result<Plan> {
        context
            .write("removeObjective", input, |transaction, input| removal::remove_objective(transaction, input).boxed())
            .await
    }

    /// Removes an activity that was entered by mistake, with its costs.
    async fn remove_activity(context: &Context, input: RemoveActivityInput) -> Result<Plan> {
        context
            .write("removeActivity", input, |transaction, input| removal::remove_activity(transaction, input).boxed())
            .await
    }

    /// Removes an indicator that was entered by mistake, with its targets.
    async fn remove_indicator(context: &Context, input: RemoveIndicatorInput) -> Result<Plan> {
        context
            .write("removeIndicator", input, |transaction, input| removal::remove_indicator(transaction, input).boxed())
            .await
    }

    /// Adds an activity to the plan of its objective.
    async fn add_activity(context: &Context, input: AddActivityInput) -> Result<Activity> {
        context
            .write("addActivity", input, |transaction, input| structure::add_activity(transaction, input).boxed())
            .await
    }

    /// Changes an activity.
    async fn update_activity(context: &Context, input: UpdateActivityInput) -> Result<Activity> {
        context
            .write("updateActivity", input, |transaction, input| structure::update_activity(transaction, input).boxed())
            .await
    }

    /// Gives an activity its costs, in place of those it had.
    async fn set_activity_costs(context: &Context, input: SetActivityCostsInput) -> Result<Activity> {
        context
            .write("setActivityCosts", input, |transaction, input| {
                structure::set_activity_costs(transaction, input).boxed()
            })
            .await
    }

    /// Adds an indicator to an activity or to an objective.
    async fn add_indicator(context: &Context, input: AddIndicatorInput) -> Result<Indicator> {
        context
            .write("addIndicator", input, |transaction, input| measures::add_indicator(transaction, input).boxed())
            .await
    }

    /// Changes what an indicator measures, and how.
    async fn update_indicator(context: &Context, input: UpdateIndicatorInput) -> Result<Indicator> {
        context
            .write("updateIndicator", input, |transaction, input| {
                measures::update_indicator(transaction, input).boxed()
            })
            .await
    }

    /// Writes targets by indicator, place and category. All errors are told at once, and with one of them nothing is written.
    async fn set_targets(context: &Context, input: SetTargetsInput) -> Result<TargetsOutcome> {
        context.write("setTargets", input, |transaction, input| targets::set_targets(transaction, input).boxed()).await
    }

    /// Publishes a plan as it stands, as its next version.
    async fn publish_plan(context: &Context, input: PublishPlanInput) -> Result<PlanVersion> {
        context
            .write("publishPlan", input, |transaction, input| versions::publish_plan(transaction, input).boxed())
            .await
    }
}
