//! Reviews in the graph.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::future::try_join_all;
use juniper::{GraphQLObject, ID, graphql_object};
use rust_decimal::Decimal;

use super::{content, criteria};
use crate::{
    accounts::NameOfUser,
    kit::{
        Result,
        graphql::{Context, lazy::Later},
        scope::UserId,
        text::Language,
    },
    plans::projects::{
        model::{Project, Review, ReviewCriterion, ReviewRecommendation, Score},
        policy, score,
        store::batches::{ReviewersOfProject, ReviewsOfProject, ScoresOfReview},
    },
};

#[graphql_object(context = Context, description = "What peers score the projects of a plan by.")]
impl ReviewCriterion {
    /// Its code: send it with a score.
    fn code(&self) -> &str {
        &self.code
    }

    /// What is asked, in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// How much it weighs beside the others.
    fn weight(&self) -> Decimal {
        self.weight
    }

    /// The best score; the least is 0.
    fn max_score(&self) -> i32 {
        self.max_score
    }
}

/// Somebody who was asked to review a project.
pub struct ProjectReviewer {
    user: UserId,
}

#[graphql_object(context = Context, description = "Somebody who was asked to review a project.")]
impl ProjectReviewer {
    /// Their user's id.
    fn user_id(&self) -> ID {
        self.user.global()
    }

    /// How they are called.
    fn name<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::new(context.loaders.load::<NameOfUser>(self.user))
    }
}

/// Who was asked, for those who may know it.
pub(super) async fn reviewers(context: &Context, project: &Project) -> Result<Vec<ProjectReviewer>> {
    if !policy::sees_reviewers(&context.viewer, project) {
        return Ok(Vec::new());
    }
    let users = context.loaders.load::<ReviewersOfProject>(project.id).await?.unwrap_or_default();
    Ok(users.iter().map(|user| ProjectReviewer { user: *user }).collect())
}

/// A review as the viewer may read it.
pub struct ReviewNode {
    review: Review,
    /// Whether the viewer may know whose it is.
    named: bool,
}

impl ReviewNode {
    /// A review of one's own.
    pub(super) fn own(review: Review) -> Self {
        Self { review, named: true }
    }
}

/// The reviews of a project that the viewer may read.
pub(super) async fn reviews(context: &Context, project: &Project) -> Result<Vec<ReviewNode>> {
    let content = content(context, project).await?;
    let all = context.loaders.load::<ReviewsOfProject>(project.id).await?.unwrap_or_default();
    let viewer = &context.viewer;
    let readable = all.iter().filter(|review| policy::may_read_review(viewer, project, &content, review));
    let node = |review: &Review| ReviewNode {
        named: policy::sees_reviewers(viewer, project) || viewer.user == Some(review.reviewer_id),
        review: review.clone(),
    };
    Ok(readable.map(node).collect())
}

/// What the submitted reviews of a project's last round come to.
pub(super) async fn summary(context: &Context, project: &Project) -> Result<Option<ReviewSummary>> {
    let content = content(context, project).await?;
    if project.round == 0 || !policy::may_read_summary(&context.viewer, project, &content) {
        return Ok(None);
    }
    let all = context.loaders.load::<ReviewsOfProject>(project.id).await?.unwrap_or_default();
    let of_round = all.iter().filter(|review| review.round == project.round && review.submitted_at.is_some());
    let of_round: Vec<&Review> = of_round.collect();
    let scores = try_join_all(of_round.iter().map(|review| review_score(context, review))).await?;
    let scores: Vec<Decimal> = scores.into_iter().flatten().collect();
    let recommended = |wanted: ReviewRecommendation| {
        let those = of_round.iter().filter(|review| review.recommendation == wanted);
        i32::try_from(those.count()).unwrap_or(i32::MAX)
    };
    Ok(Some(ReviewSummary {
        round: project.round,
        reviews: i32::try_from(of_round.len()).unwrap_or(i32::MAX),
        mean_score: score::mean(&scores),
        recommending_approval: recommended(ReviewRecommendation::Approve),
        recommending_changes: recommended(ReviewRecommendation::ApproveWithChanges),
        recommending_return: recommended(ReviewRecommendation::Return),
        recommending_rejection: recommended(ReviewRecommendation::Reject),
        method: score::METHOD,
        method_version: score::METHOD_VERSION,
    }))
}

async fn review_score(context: &Context, review: &Review) -> Result<Option<Decimal>> {
    let scores = context.loaders.load::<ScoresOfReview>(review.id);
    let (scores, criteria) = futures::try_join!(scores, criteria(context, review.plan_id))?;
    Ok(score::of_review(&criteria, &scores.unwrap_or_default()))
}

/// What the reviews of a round come to.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What the submitted reviews of a project's last round come to.")]
pub struct ReviewSummary {
    /// The round.
    round: i32,
    /// How many reviews were submitted.
    reviews: i32,
    /// The mean of their scores from 0 to 1, each weighted by the criteria; null without any.
    mean_score: Option<Decimal>,
    /// How many recommend to approve it as it is.
    recommending_approval: i32,
    /// How many recommend to approve it with changes.
    recommending_changes: i32,
    /// How many recommend to return it.
    recommending_return: i32,
    /// How many recommend to reject it.
    recommending_rejection: i32,
    /// How the mean was reckoned.
    method: &'static str,
    /// The method's version.
    method_version: &'static str,
}

#[graphql_object(context = Context, name = "ProjectReview", description = "What one peer says of a project as it was submitted in one round.")]
impl ReviewNode {
    /// The review's id.
    fn id(&self) -> ID {
        self.review.id.global()
    }

    /// Which submission it is of.
    fn round(&self) -> i32 {
        self.review.round
    }

    /// Who wrote it; null for those whose project it is.
    fn reviewer<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        let named = self.named.then_some(self.review.reviewer_id);
        Later::of(named, |user| context.loaders.load::<NameOfUser>(user))
    }

    /// What the reviewer recommends.
    fn recommendation(&self) -> ReviewRecommendation {
        self.review.recommendation
    }

    /// What the reviewer says of the whole.
    fn comment(&self) -> Option<&str> {
        self.review.comment.as_deref()
    }

    /// When it was submitted; null while it is written.
    fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.review.submitted_at
    }

    /// What it comes to, from 0 to 1; null unless every criterion was scored.
    fn score<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Decimal>> {
        Later::new(async move { Ok(review_score(context, &self.review).await?.map(score::shown)) })
    }

    /// Criterion by criterion, in their order.
    fn scores<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<ScoreNode>> {
        Later::new(async move {
            let scores = context.loaders.load::<ScoresOfReview>(self.review.id);
            let (scores, criteria) = futures::try_join!(scores, criteria(context, self.review.plan_id))?;
            let scores: Arc<Vec<Score>> = scores.unwrap_or_default();
            let node = |criterion: &ReviewCriterion| {
                let score = scores.iter().find(|score| score.criterion_id == criterion.id)?;
                Some(ScoreNode { criterion: criterion.clone(), score: score.clone() })
            };
            Ok(criteria.iter().filter_map(node).collect())
        })
    }
}

/// What a review gives for a criterion.
pub struct ScoreNode {
    criterion: ReviewCriterion,
    score: Score,
}

#[graphql_object(context = Context, name = "ReviewScore", description = "What a review gives for a criterion.")]
impl ScoreNode {
    /// The criterion.
    fn criterion(&self) -> &ReviewCriterion {
        &self.criterion
    }

    /// How well, from 0 to the criterion's best; null while it is not scored.
    fn score(&self) -> Option<Decimal> {
        self.score.score
    }

    /// Why.
    fn comment(&self) -> Option<&str> {
        self.score.comment.as_deref()
    }
}
