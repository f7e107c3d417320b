//! The projects' mutations.

use futures::FutureExt;
use juniper::graphql_object;

use super::reviews::ReviewNode;
use crate::{
    kit::{Result, graphql::Context},
    plans::{
        model::Plan,
        projects::{
            criteria,
            inputs::{
                CreateProjectInput, DecideProjectInput, MoveProjectInput, ReviewProjectInput, SetProjectReviewersInput,
                SetReviewCriteriaInput, UpdateProjectInput,
            },
            model::Project,
            reviews, service,
        },
    },
};

/// The projects' mutations.
#[derive(Default)]
pub struct ProjectMutations;

#[graphql_object(context = Context)]
impl ProjectMutations {
    /// Enters a project as a draft.
    async fn create_project(context: &Context, input: CreateProjectInput) -> Result<Project> {
        context.write("createProject", input, |transaction, input| service::create(transaction, input).boxed()).await
    }

    /// Changes what a draft or returned project is and consists of.
    async fn update_project(context: &Context, input: UpdateProjectInput) -> Result<Project> {
        context.write("updateProject", input, |transaction, input| service::update(transaction, input).boxed()).await
    }

    /// Takes the next step of an own project: submits it, takes it back, says that the work begins or is done.
    async fn move_project(context: &Context, input: MoveProjectInput) -> Result<Project> {
        context.write("moveProject", input, |transaction, input| service::move_on(transaction, input).boxed()).await
    }

    /// Decides on a project: puts it under review, returns, approves, suspends or ends it.
    async fn decide_project(context: &Context, input: DecideProjectInput) -> Result<Project> {
        context.write("decideProject", input, |transaction, input| service::decide(transaction, input).boxed()).await
    }

    /// Says who is asked to review a project.
    async fn set_project_reviewers(context: &Context, input: SetProjectReviewersInput) -> Result<Project> {
        context
            .write("setProjectReviewers", input, |transaction, input| {
                reviews::set_reviewers(transaction, input).boxed()
            })
            .await
    }

    /// Says what the projects of a plan are scored by, until the first review is begun.
    async fn set_review_criteria(context: &Context, input: SetReviewCriteriaInput) -> Result<Plan> {
        context.write("setReviewCriteria", input, |transaction, input| criteria::set(transaction, input).boxed()).await
    }

    /// Writes or submits your review of a project.
    async fn review_project(context: &Context, input: ReviewProjectInput) -> Result<ReviewNode> {
        let written =
            context.write("reviewProject", input, |transaction, input| reviews::save(transaction, input).boxed()).await;
        written.map(ReviewNode::own)
    }
}
