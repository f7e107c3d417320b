//! Projects, what they consist of, and reviews of them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    ids,
    kit::{
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped, UserId},
        text::LocalizedText,
    },
    places::AdminAreaId,
    plans::model::{ActivityId, PlanId},
    schema::{project_budget_lines, project_reviews, project_targets, projects, review_criteria, review_scores},
    text_enum,
};

ids! {
    /// The id of a project.
    ProjectId of ProjectKind as "Project";
    /// The id of a line of a project's budget.
    BudgetLineId of BudgetLineKind as "ProjectBudgetLine";
    /// The id of a criterion of reviews.
    CriterionId of CriterionKind as "ReviewCriterion";
    /// The id of a review of a project.
    ReviewId of ReviewKind as "ProjectReview";
}

text_enum! {
    /// Where a project stands.
    ProjectStatus {
        /// Being written.
        Draft = "DRAFT",
        /// Sent to the cluster.
        Submitted = "SUBMITTED",
        /// Peers review it.
        UnderReview = "UNDER_REVIEW",
        /// Sent back to be changed.
        Returned = "RETURNED",
        /// Part of the plan.
        Approved = "APPROVED",
        /// Under way.
        Active = "ACTIVE",
        /// Done.
        Completed = "COMPLETED",
        /// Under way, and held up.
        Suspended = "SUSPENDED",
        /// Rejected, or given up.
        Terminated = "TERMINATED",
    }
}

impl ProjectStatus {
    /// Those in which everybody in the operation may know of a project.
    pub(super) const SHARED: &'static [Self] = &[Self::Approved, Self::Active, Self::Completed, Self::Suspended];
    /// Those that count as what the plan's partners set out to do.
    pub const COUNTED: &'static [Self] = &[Self::Approved, Self::Active, Self::Completed];
    /// Those in which peers review a project.
    pub(super) const REVIEWED: &'static [Self] = &[Self::Submitted, Self::UnderReview];

    /// Whether what a project consists of may change.
    pub(super) fn is_written(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }
}

text_enum! {
    /// Where the money of a project comes from, or is hoped to come from.
    BudgetSource {
        /// The organisation's own.
        Internal = "INTERNAL",
        /// Central Emergency Response Fund.
        Cerf = "CERF",
        /// A country-based pooled fund.
        Cbpf = "CBPF",
        /// A donor's, given directly.
        Bilateral = "BILATERAL",
        /// UNICEF.
        Unicef = "UNICEF",
        /// World Food Programme.
        Wfp = "WFP",
        /// Any other.
        Other = "OTHER",
    }
}

text_enum! {
    /// What a reviewer recommends.
    ReviewRecommendation {
        /// As it is.
        Approve = "APPROVE",
        /// With small changes, which need no other review.
        ApproveWithChanges = "APPROVE_WITH_CHANGES",
        /// To be written anew in part.
        Return = "RETURN",
        /// Not part of the plan.
        Reject = "REJECT",
    }
}

/// What an organisation sets out to do of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = projects, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Project {
    /// The project's id.
    pub id: ProjectId,
    /// The operation.
    pub operation_id: OperationId,
    /// The plan that it is part of.
    pub plan_id: PlanId,
    /// The cluster that decides on it.
    pub cluster_id: ClusterId,
    /// The organisation that leads it.
    pub organisation_id: OrganisationId,
    /// Its code: opaque, unique in the operation.
    pub code: String,
    /// Language > title.
    pub names: LocalizedText,
    /// What it is about.
    pub description: Option<String>,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// ISO 4217 code of its budget.
    pub currency: String,
    /// Where it stands.
    pub status: ProjectStatus,
    /// Counts how often it was submitted: reviews are of one round.
    pub round: i32,
    /// What was said with the last decision.
    pub note: Option<String>,
    /// When it was last submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was last decided on.
    pub decided_at: Option<DateTime<Utc>>,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Project {
    fn scope(&self) -> Scope {
        self.place().owned_by(self.organisation_id)
    }
}

impl Project {
    /// Where it belongs, whoever's own it is.
    pub(super) fn place(&self) -> Scope {
        Scope::cluster(self.operation_id, self.cluster_id)
    }

    /// Whether a round of reviews is over: it was decided, or a later one began.
    pub(super) fn is_decided(&self, round: i32) -> bool {
        round < self.round || !ProjectStatus::REVIEWED.contains(&self.status)
    }
}

/// What a project does where.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = project_targets, check_for_backend(diesel::pg::Pg))]
pub struct ProjectTarget {
    /// The project.
    pub project_id: ProjectId,
    /// Its plan.
    pub plan_id: PlanId,
    /// The activity.
    pub activity_id: ActivityId,
    /// The place.
    pub area_id: AdminAreaId,
    /// How many people; none when not known.
    pub people: Option<Decimal>,
    /// How many units, where the activity is not counted in people; none when not known.
    pub units: Option<Decimal>,
}

/// A line of a project's budget.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = project_budget_lines, check_for_backend(diesel::pg::Pg))]
pub struct BudgetLine {
    /// The line's id.
    pub id: BudgetLineId,
    /// The project.
    pub project_id: ProjectId,
    /// Its plan.
    pub plan_id: PlanId,
    /// The activity that it is for; none for the project as a whole.
    pub activity_id: Option<ActivityId>,
    /// Where the money comes from.
    pub source_kind: BudgetSource,
    /// Who gives it, where that is said.
    pub donor_id: Option<OrganisationId>,
    /// True: the money is there. False: it is asked for.
    pub funded: bool,
    /// How much, in the project's currency.
    pub amount: Decimal,
    /// Its place in the budget.
    pub position: i32,
}

/// What a project consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) organisations: Vec<OrganisationId>,
    pub(super) targets: Vec<ProjectTarget>,
    pub(super) budget: Vec<BudgetLine>,
}

/// What peers score the projects of a plan by.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = review_criteria, check_for_backend(diesel::pg::Pg))]
pub struct ReviewCriterion {
    /// The criterion's id.
    pub id: CriterionId,
    /// The plan.
    pub plan_id: PlanId,
    /// Its code.
    pub code: String,
    /// Language > what is asked.
    pub names: LocalizedText,
    /// How much it weighs beside the others.
    pub weight: Decimal,
    /// The best score; the least is 0.
    pub max_score: i32,
    /// Its place in the list.
    pub position: i32,
}

/// What one peer says of a project as it was submitted in one round.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = project_reviews, check_for_backend(diesel::pg::Pg))]
pub struct Review {
    /// The review's id.
    pub id: ReviewId,
    /// The project.
    pub project_id: ProjectId,
    /// Its plan.
    pub plan_id: PlanId,
    /// Its operation.
    pub operation_id: OperationId,
    /// Its cluster.
    pub cluster_id: ClusterId,
    /// Which submission it is of.
    pub round: i32,
    /// Whose it is.
    pub reviewer_id: UserId,
    /// What the reviewer recommends.
    pub recommendation: ReviewRecommendation,
    /// What the reviewer says of the whole.
    pub comment: Option<String>,
    /// When it was submitted; none while it is written.
    pub submitted_at: Option<DateTime<Utc>>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

/// What a review gives for a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = review_scores, check_for_backend(diesel::pg::Pg))]
pub struct Score {
    /// The review.
    pub review_id: ReviewId,
    /// The plan that both are of.
    pub plan_id: PlanId,
    /// The criterion.
    pub criterion_id: CriterionId,
    /// How well, from 0 to the criterion's best; none when not scored.
    pub score: Option<Decimal>,
    /// Why.
    pub comment: Option<String>,
}
