//! What clients send to write projects and reviews.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use super::model::{BudgetSource, ProjectStatus, ReviewRecommendation};
use crate::{kit::text::Language, write_inputs};

/// What a project does where.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ProjectTargetInput {
    /// The activity, of the project's plan.
    pub activity_id: ID,
    /// The place; not also one that lies in it.
    pub area_id: ID,
    /// How many people; null when not known.
    pub people: Option<Decimal>,
    /// How many units, where the activity is not counted in people; null when not known.
    pub units: Option<Decimal>,
}

/// A line of a project's budget.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ProjectBudgetLineInput {
    /// The activity that it is for; null for the project as a whole.
    pub activity_id: Option<ID>,
    /// Where the money comes from, or is hoped to come from.
    pub source_kind: BudgetSource,
    /// The organisation that gives it, where that is said.
    pub donor_id: Option<ID>,
    /// True: the money is there. False: it is asked for.
    pub funded: bool,
    /// How much, in the project's currency.
    pub amount: Decimal,
}

/// What a project is and consists of.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ProjectContentInput {
    /// Its title.
    pub name: String,
    /// The language of the title.
    pub language: Language,
    /// What it is about: up to 4,000 characters.
    pub description: Option<String>,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// ISO 4217 code of its budget: the plan's currency, which it is added up in.
    pub currency: String,
    /// The organisations that implement it beside the one that leads it.
    #[graphql(default)]
    pub organisation_ids: Vec<ID>,
    /// What it does where: one line for each activity and place.
    pub targets: Vec<ProjectTargetInput>,
    /// What it costs.
    pub budget: Vec<ProjectBudgetLineInput>,
}

/// A project to enter. It begins as a draft.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateProjectInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The new project's id, if the client made one (UUIDv7).
    pub id: Option<Uuid>,
    /// The plan that it is part of.
    pub plan_id: ID,
    /// The cluster that decides on it, one of the plan's.
    pub cluster_id: ID,
    /// The organisation that leads it.
    pub organisation_id: ID,
    /// Its code: up to 60 characters as they are, unique in the operation.
    pub code: String,
    /// What it is and consists of.
    pub content: ProjectContentInput,
}

/// A draft or returned project as it shall be; its code, plan, cluster and lead stay.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateProjectInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The project.
    pub project_id: ID,
    /// The version of the project that the change is based on.
    pub base_version: i32,
    /// What it is and consists of, all of it.
    pub content: ProjectContentInput,
}

/// The next step of an own project.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct MoveProjectInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The project.
    pub project_id: ID,
    /// The version of the project that you saw.
    pub base_version: i32,
    /// Where it goes, such as SUBMITTED.
    pub to: ProjectStatus,
    /// Why, where it is suspended or terminated.
    pub note: Option<String>,
}

/// A decision on a project.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct DecideProjectInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The project.
    pub project_id: ID,
    /// The version of the project that you saw.
    pub base_version: i32,
    /// What is decided, such as APPROVED.
    pub to: ProjectStatus,
    /// What is said with it: what to change where it is RETURNED, why where it is SUSPENDED or TERMINATED.
    pub note: Option<String>,
}

/// Who is asked to review a project.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetProjectReviewersInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The project.
    pub project_id: ID,
    /// The version of the project that the change is based on.
    pub base_version: i32,
    /// All who are asked: people with a role in the operation who are of none of the project's organisations. At most 20.
    pub user_ids: Vec<ID>,
}

/// What peers score by.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReviewCriterionInput {
    /// Its code: up to 40 capitals, digits and underscores, unique in the plan.
    pub code: String,
    /// What is asked.
    pub name: String,
    /// The language of the question.
    pub language: Language,
    /// How much it weighs beside the others: above 0.
    pub weight: Decimal,
    /// The best score, 1 to 100; the least is 0.
    pub max_score: i32,
}

/// The criteria that the projects of a plan are scored by.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetReviewCriteriaInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// The criteria in their order, at most 20; null for a common set to begin with.
    pub criteria: Option<Vec<ReviewCriterionInput>>,
}

/// What a review gives for a criterion.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReviewScoreInput {
    /// The criterion's code.
    pub criterion: String,
    /// How well, from 0 to the criterion's best, with at most two decimals; null while it is not scored.
    pub score: Option<Decimal>,
    /// Why: up to 2,000 characters.
    pub comment: Option<String>,
}

/// Your review of a project as it was last submitted.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReviewProjectInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The project.
    pub project_id: ID,
    /// What you recommend.
    pub recommendation: ReviewRecommendation,
    /// What you say of the whole: up to 4,000 characters.
    pub comment: Option<String>,
    /// Your scores, all of them: they take the place of those you gave.
    pub scores: Vec<ReviewScoreInput>,
    /// True submits it: every criterion is scored then, and nothing of it changes any more.
    pub submit: bool,
}

write_inputs!(
    CreateProjectInput,
    UpdateProjectInput,
    MoveProjectInput,
    DecideProjectInput,
    SetProjectReviewersInput,
    SetReviewCriteriaInput,
    ReviewProjectInput,
);
