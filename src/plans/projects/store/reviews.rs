//! The tables of reviews.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::{
    kit::{
        Result,
        db::Conn,
        scope::{OperationId, OrganisationId, UserId},
    },
    plans::{
        model::PlanId,
        projects::model::{Project, ProjectId, Review, ReviewCriterion, ReviewId, Score},
    },
    schema::{project_reviewers, project_reviews, review_criteria, review_scores},
};

/// The criteria of plans, in their order.
pub(in crate::plans::projects) async fn criteria(mut conn: Conn<'_>, plans: &[PlanId]) -> Result<Vec<ReviewCriterion>> {
    let query = review_criteria::table.filter(review_criteria::plan_id.eq_any(plans));
    let query = query.order((review_criteria::plan_id, review_criteria::position));
    Ok(query.select(ReviewCriterion::as_select()).load(&mut conn).await?)
}

/// Puts criteria in the place of those that a plan has.
pub(in crate::plans::projects) async fn set_criteria(
    mut conn: Conn<'_>,
    plan: PlanId,
    criteria: &[ReviewCriterion],
) -> Result<()> {
    diesel::delete(review_criteria::table.filter(review_criteria::plan_id.eq(plan))).execute(&mut conn).await?;
    diesel::insert_into(review_criteria::table).values(criteria).execute(&mut conn).await?;
    Ok(())
}

/// Whether any review of the plan's projects was begun.
pub(in crate::plans::projects) async fn has_reviews(mut conn: Conn<'_>, plan: PlanId) -> Result<bool> {
    let any = project_reviews::table.filter(project_reviews::plan_id.eq(plan));
    Ok(diesel::select(diesel::dsl::exists(any)).get_result(&mut conn).await?)
}

/// Who is asked to review a project.
pub(in crate::plans::projects) async fn reviewers(mut conn: Conn<'_>, project: ProjectId) -> Result<Vec<UserId>> {
    let query = project_reviewers::table.filter(project_reviewers::project_id.eq(project));
    Ok(query.select(project_reviewers::user_id).order(project_reviewers::user_id).load(&mut conn).await?)
}

/// Who is asked to review projects: (project, user).
pub(in crate::plans::projects) async fn all_reviewers(
    mut conn: Conn<'_>,
    projects: &[ProjectId],
) -> Result<Vec<(ProjectId, UserId)>> {
    let query = project_reviewers::table.filter(project_reviewers::project_id.eq_any(projects));
    let query = query.select((project_reviewers::project_id, project_reviewers::user_id));
    Ok(query.order((project_reviewers::project_id, project_reviewers::user_id)).load(&mut conn).await?)
}

/// Makes these the people who are asked to review a project; who was asked before stays so.
pub(in crate::plans::projects) async fn set_reviewers(
    mut conn: Conn<'_>,
    project: &Project,
    users: &[UserId],
    by: UserId,
    now: DateTime<Utc>,
) -> Result<()> {
    let others = project_reviewers::project_id.eq(project.id).and(project_reviewers::user_id.ne_all(users));
    diesel::delete(project_reviewers::table.filter(others)).execute(&mut conn).await?;
    let row = |user: &UserId| {
        (
            project_reviewers::project_id.eq(project.id),
            project_reviewers::operation_id.eq(project.operation_id),
            project_reviewers::cluster_id.eq(project.cluster_id),
            project_reviewers::user_id.eq(*user),
            project_reviewers::invited_by.eq(by),
            project_reviewers::invited_at.eq(now),
        )
    };
    let rows: Vec<_> = users.iter().map(row).collect();
    diesel::insert_into(project_reviewers::table).values(rows).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(())
}

/// Somebody with a role in an operation, and the organisation that they hold it for.
#[derive(QueryableByName)]
pub(in crate::plans::projects) struct Peer {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in crate::plans::projects) user_id: UserId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub(in crate::plans::projects) organisation_id: Option<OrganisationId>,
}

/// Those of these people who have a role in an operation at this moment, once for each organisation that they are of anywhere.
pub(in crate::plans::projects) async fn peers(
    mut conn: Conn<'_>,
    users: &[UserId],
    operation: OperationId,
    now: DateTime<Utc>,
) -> Result<Vec<Peer>> {
    Ok(sql_query(
        "with held as ( \
             select g.user_id, g.organisation_id, g.operation_id is null or g.operation_id = $2 as here \
             from grants g join users u on u.id = g.user_id and u.active \
             where g.user_id = any($1) and g.revoked_at is null and (g.valid_until is null or g.valid_until > $3)) \
         select distinct user_id, organisation_id from held \
         where user_id in (select user_id from held where here)",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(users)
    .bind::<sql_types::Uuid, _>(operation)
    .bind::<sql_types::Timestamptz, _>(now)
    .load(&mut conn)
    .await?)
}

/// The reviews of projects, the latest round first.
pub(in crate::plans::projects) async fn of_projects(mut conn: Conn<'_>, ids: &[ProjectId]) -> Result<Vec<Review>> {
    let query = project_reviews::table.filter(project_reviews::project_id.eq_any(ids));
    let query = query.order((project_reviews::round.desc(), project_reviews::created_at, project_reviews::id));
    Ok(query.select(Review::as_select()).load(&mut conn).await?)
}

/// Somebody's review of a project in a round.
pub(in crate::plans::projects) async fn review_of(
    mut conn: Conn<'_>,
    project: &Project,
    user: UserId,
) -> Result<Option<Review>> {
    let own = project_reviews::project_id
        .eq(project.id)
        .and(project_reviews::round.eq(project.round))
        .and(project_reviews::reviewer_id.eq(user));
    Ok(project_reviews::table.filter(own).select(Review::as_select()).load(&mut conn).await?.pop())
}

/// Keeps a review with its scores, in the place of what it said before.
pub(in crate::plans::projects) async fn save(mut conn: Conn<'_>, review: &Review, scores: &[Score]) -> Result<()> {
    diesel::insert_into(project_reviews::table)
        .values(review)
        .on_conflict(project_reviews::id)
        .do_update()
        .set((
            project_reviews::recommendation.eq(review.recommendation),
            project_reviews::comment.eq(&review.comment),
            project_reviews::submitted_at.eq(review.submitted_at),
            project_reviews::updated_at.eq(review.updated_at),
        ))
        .execute(&mut conn)
        .await?;
    diesel::delete(review_scores::table.filter(review_scores::review_id.eq(review.id))).execute(&mut conn).await?;
    diesel::insert_into(review_scores::table).values(scores).execute(&mut conn).await?;
    Ok(())
}

/// The scores of reviews.
pub(in crate::plans::projects) async fn scores(mut conn: Conn<'_>, reviews: &[ReviewId]) -> Result<Vec<Score>> {
    let query = review_scores::table.filter(review_scores::review_id.eq_any(reviews));
    Ok(query
        .order((review_scores::review_id, review_scores::criterion_id))
        .select(Score::as_select())
        .load(&mut conn)
        .await?)
}
