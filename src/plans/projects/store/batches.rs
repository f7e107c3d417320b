//! Batch loads of what projects consist of.

use std::{collections::HashMap, sync::Arc};

use crate::{
    kit::{Result, db::Db, graphql::loaders::Batch, scope::UserId},
    plans::{
        model::PlanId,
        projects::{
            model::{Content, ProjectId, Review, ReviewCriterion, ReviewId, Score},
            store::{self, reviews},
        },
    },
};

/// Loads what projects consist of.
pub(in crate::plans::projects) struct ContentOfProject;

impl Batch<Db> for ContentOfProject {
    type Key = ProjectId;
    type Value = Arc<Content>;

    async fn load(db: &Db, keys: Vec<ProjectId>) -> Result<HashMap<ProjectId, Arc<Content>>> {
        let found = store::contents(db.conn().await?, &keys).await?;
        Ok(found.into_iter().map(|(project, content)| (project, Arc::new(content))).collect())
    }
}

/// Loads the reviews of projects, the latest round first. Their table tells which of them the viewer may see.
pub(in crate::plans::projects) struct ReviewsOfProject;

impl Batch<Db> for ReviewsOfProject {
    type Key = ProjectId;
    type Value = Arc<Vec<Review>>;

    async fn load(db: &Db, keys: Vec<ProjectId>) -> Result<HashMap<ProjectId, Self::Value>> {
        let mut of: HashMap<ProjectId, Vec<Review>> = HashMap::new();
        for review in reviews::of_projects(db.conn().await?, &keys).await? {
            of.entry(review.project_id).or_default().push(review);
        }
        Ok(of.into_iter().map(|(project, reviews)| (project, Arc::new(reviews))).collect())
    }
}

/// Loads the scores of reviews.
pub(in crate::plans::projects) struct ScoresOfReview;

impl Batch<Db> for ScoresOfReview {
    type Key = ReviewId;
    type Value = Arc<Vec<Score>>;

    async fn load(db: &Db, keys: Vec<ReviewId>) -> Result<HashMap<ReviewId, Self::Value>> {
        let mut of: HashMap<ReviewId, Vec<Score>> = HashMap::new();
        for score in reviews::scores(db.conn().await?, &keys).await? {
            of.entry(score.review_id).or_default().push(score);
        }
        Ok(of.into_iter().map(|(review, scores)| (review, Arc::new(scores))).collect())
    }
}

/// Loads the criteria of plans, in their order.
pub(in crate::plans::projects) struct CriteriaOfPlan;

impl Batch<Db> for CriteriaOfPlan {
    type Key = PlanId;
    type Value = Arc<Vec<ReviewCriterion>>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Self::Value>> {
        let mut of: HashMap<PlanId, Vec<ReviewCriterion>> = HashMap::new();
        for criterion in reviews::criteria(db.conn().await?, &keys).await? {
            of.entry(criterion.plan_id).or_default().push(criterion);
        }
        Ok(of.into_iter().map(|(plan, criteria)| (plan, Arc::new(criteria))).collect())
    }
}

/// Loads who was asked to review projects.
pub(in crate::plans::projects) struct ReviewersOfProject;

impl Batch<Db> for ReviewersOfProject {
    type Key = ProjectId;
    type Value = Arc<Vec<UserId>>;

    async fn load(db: &Db, keys: Vec<ProjectId>) -> Result<HashMap<ProjectId, Self::Value>> {
        let mut of: HashMap<ProjectId, Vec<UserId>> = HashMap::new();
        for (project, user) in reviews::all_reviewers(db.conn().await?, &keys).await? {
            of.entry(project).or_default().push(user);
        }
        Ok(of.into_iter().map(|(project, users)| (project, Arc::new(users))).collect())
    }
}
