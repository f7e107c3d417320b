//! Asking peers for reviews, and writing them.

use std::collections::{BTreeSet, HashMap};

use super::{
    inputs::{ReviewProjectInput, ReviewScoreInput, SetProjectReviewersInput},
    model::{Project, ProjectId, ProjectStatus, Review, ReviewCriterion, Score},
    policy, store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::{Sight, Transaction},
        scope::{OrganisationId, UserId},
    },
    plans::inputs,
};

/// The most people who are asked.
const MOST_REVIEWERS: usize = 20;
/// The longest comment on the whole.
const LONGEST_COMMENT: usize = 4_000;
/// The longest comment on a criterion.
const LONGEST_REASON: usize = 2_000;

/// Makes these the people who are asked to review a project.
///
/// # Errors
/// When the viewer may not, someone changed the project meanwhile, or one of them cannot review it.
pub(super) async fn set_reviewers(transaction: &mut Transaction, input: SetProjectReviewersInput) -> Result<Project> {
    const FIELD: &str = "userIds";
    let id = ProjectId::parse(&input.project_id, "projectId")?;
    let before = policy::load_for(transaction, Action::DecideProject, id, "projectId").await?;
    transaction.check_version(before.version, input.base_version)?;
    let by = transaction.viewer().require_user()?;
    let users: BTreeSet<UserId> =
        input.user_ids.iter().map(|user| UserId::parse(user, FIELD)).collect::<Result<_>>()?;
    if users.len() > MOST_REVIEWERS {
        return Err(Error::invalid(FIELD, "reviewers-too-many", format!("ask at most {MOST_REVIEWERS} people")));
    }
    let users: Vec<UserId> = users.into_iter().collect();
    check_peers(transaction, &before, &users).await?;
    let asked = store::reviews::reviewers(transaction.conn(), id).await?;
    let after = Project { version: before.version + 1, updated_at: transaction.now(), ..before };
    store::reviews::set_reviewers(transaction.conn(), &after, &users, by, transaction.now()).await?;
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new("set-reviewers", id).in_operation(after.operation_id).from(&asked)?.to(&users)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Refuses people without a role in the operation, and those of the project's own organisations.
async fn check_peers(transaction: &Transaction, project: &Project, users: &[UserId]) -> Result<()> {
    let peers = {
        // People hold roles in other operations, too, for the organisation that the project is of.
        let _program = transaction.look_as(Sight::Program);
        store::reviews::peers(transaction.conn(), users, project.operation_id, transaction.now()).await?
    };
    let known: BTreeSet<UserId> = peers.iter().map(|peer| peer.user_id).collect();
    if users.iter().any(|user| !known.contains(user)) {
        let message = "one of these people has no role in this operation; ask people who work in it";
        return Err(Error::invalid("userIds", "reviewer-elsewhere", message));
    }
    let content = store::contents(transaction.conn(), &[project.id]).await?.remove(&project.id);
    let content = content.ok_or_else(|| Error::bug("a project without content"))?;
    let organisations: Vec<OrganisationId> = peers.iter().filter_map(|peer| peer.organisation_id).collect();
    if policy::carried_by(project, &content, &organisations) {
        let message = "one of these people is of an organisation that carries the project; ask people of others";
        return Err(Error::invalid("userIds", "reviewer-of-own-organisation", message));
    }
    Ok(())
}

/// Keeps the viewer's review of a project as it was last submitted, and submits it when that is said.
///
/// # Errors
/// When the viewer may not, the project is not being reviewed, the review was submitted already, or an input cannot be taken.
pub(super) async fn save(transaction: &mut Transaction, input: ReviewProjectInput) -> Result<Review> {
    let project = policy::load_for_review(transaction, ProjectId::parse(&input.project_id, "projectId")?).await?;
    if !ProjectStatus::REVIEWED.contains(&project.status) {
        let message =
            format!("this project is {}, and only a SUBMITTED or UNDER_REVIEW one is reviewed", project.status);
        return Err(Error::conflict("project-not-reviewed", message).at("projectId"));
    }
    let reviewer_id = transaction.viewer().require_user()?;
    let before = store::reviews::review_of(transaction.conn(), &project, reviewer_id).await?;
    if before.as_ref().is_some_and(|before| before.submitted_at.is_some()) {
        let message = "you submitted your review of this round, so it stays as it is";
        return Err(Error::conflict("review-submitted", message).at("projectId"));
    }
    let now = transaction.now();
    let review = Review {
        id: before.as_ref().map_or_else(|| transaction.new_id(), |before| before.id),
        project_id: project.id,
        plan_id: project.plan_id,
        operation_id: project.operation_id,
        cluster_id: project.cluster_id,
        round: project.round,
        reviewer_id,
        recommendation: input.recommendation,
        comment: said(input.comment.as_deref(), LONGEST_COMMENT, "comment")?,
        submitted_at: input.submit.then_some(now),
        created_at: before.as_ref().map_or(now, |before| before.created_at),
        updated_at: now,
    };
    let criteria = store::reviews::criteria(transaction.conn(), &[project.plan_id]).await?;
    let scores = read_scores(&review, &criteria, &input.scores)?;
    if input.submit {
        require_all(&criteria, &scores)?;
    }
    store::reviews::save(transaction.conn(), &review, &scores).await?;
    let action = if input.submit { "submit" } else { "save" };
    let change = audit::Change::new(action, review.id).in_operation(review.operation_id);
    let change = change.to(&(&review, &scores))?;
    audit::record(transaction, if let Some(before) = &before { change.from(before)? } else { change }).await?;
    Ok(review)
}

fn said(text: Option<&str>, longest: usize, field: &str) -> Result<Option<String>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > longest) {
        return Err(Error::invalid(field, "text-length", format!("write at most {longest} characters")));
    }
    Ok(text.map(str::to_owned))
}

fn read_scores(review: &Review, criteria: &[ReviewCriterion], given: &[ReviewScoreInput]) -> Result<Vec<Score>> {
    let mut open: HashMap<&str, &ReviewCriterion> = criteria.iter().map(|one| (one.code.as_str(), one)).collect();
    let score = |(row, input): (usize, &ReviewScoreInput)| {
        let at = |field: &str| format!("scores.{row}.{field}");
        let criterion = open.remove(input.criterion.trim()).ok_or_else(|| {
            let message = "the plan has no criterion with this code that you did not score already; use each once";
            Error::invalid(at("criterion"), "review-criterion", message)
        })?;
        let score = input.score.map(|score| inputs::money(score, &at("score"))).transpose()?;
        if score.is_some_and(|score| score > criterion.max_score.into()) {
            let message = format!("give a score from 0 to {}", criterion.max_score);
            return Err(Error::invalid(at("score"), "review-score", message));
        }
        Ok(Score {
            review_id: review.id,
            plan_id: review.plan_id,
            criterion_id: criterion.id,
            score,
            comment: said(input.comment.as_deref(), LONGEST_REASON, &at("comment"))?,
        })
    };
    given.iter().enumerate().map(score).collect()
}

/// A submitted review has a score for every criterion: one without the heaviest would look better or worse than it is.
fn require_all(criteria: &[ReviewCriterion], scores: &[Score]) -> Result<()> {
    let is_scored =
        |one: &&ReviewCriterion| scores.iter().any(|score| score.criterion_id == one.id && score.score.is_some());
    let missing: Vec<&str> = criteria.iter().filter(|one| !is_scored(one)).map(|one| one.code.as_str()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("score these before you submit: {}", missing.join(", "));
    Err(Error::invalid("scores", "review-incomplete", message))
}
