//! Who may know of projects, write them, review them and decide on them.

use super::{
    model::{Content, Project, ProjectId, Review},
    store::{self, Reader},
};
use crate::kit::{
    Call, Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, OrganisationId, Scoped},
};

/// How a viewer reads projects: what was approved with everybody in the operation, all else with those who read the content of the cluster, with
/// the organisations that carry it, and with those who were asked to review it.
pub(super) fn reader(viewer: &Viewer) -> Reader {
    let of_partners = viewer.grants.iter().filter(|grant| grant.role.row().may_own.contains(&Action::ReadContent));
    Reader {
        shared: viewer.reach(Action::ReadShared),
        content: viewer.reach(Action::ReadContent),
        implementing: of_partners.filter_map(|grant| grant.operation.zip(grant.organisation)).collect(),
        user: viewer.user,
    }
}

/// The project, for those who may know of it.
///
/// # Errors
/// `NOT_FOUND` at `field` for everybody else.
pub(super) async fn load_for_read(call: &Call, id: ProjectId, field: &str) -> Result<Project> {
    let found = store::project(call.db.conn().await?, id, &reader(&call.viewer)).await?;
    found.ok_or_else(|| Error::not_found(field))
}

/// The project, held until the transaction ends, for who may do `action` to it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN` at `field`.
pub(super) async fn load_for(transaction: &Transaction, action: Action, id: ProjectId, field: &str) -> Result<Project> {
    let viewer = transaction.viewer();
    viewer.require_user()?;
    let project = load(transaction, id, field).await?;
    if viewer.may(action, &project.scope()) {
        return Ok(project);
    }
    // Who knows of it is told that they may not.
    viewer.require_writer()?;
    Err(Error::forbidden("your role does not allow this here"))
}

async fn load(transaction: &Transaction, id: ProjectId, field: &str) -> Result<Project> {
    let found = store::lock(transaction.conn(), id, &reader(transaction.viewer())).await?;
    found.ok_or_else(|| Error::not_found(field))
}

/// The project, held until the transaction ends, for who reviews it: by role there, or because they were asked to; never one of their own
/// organisation.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_review(transaction: &Transaction, id: ProjectId) -> Result<Project> {
    const FIELD: &str = "projectId";
    let viewer = transaction.viewer();
    let user = viewer.require_user()?;
    let project = load(transaction, id, FIELD).await?;
    viewer.require_writer()?;
    let asked = store::reviews::reviewers(transaction.conn(), id).await?.contains(&user);
    if !asked && !viewer.may(Action::ReviewProject, &project.place()) {
        return Err(Error::forbidden(
            "you were not asked to review this project; the cluster's coordinator can ask you",
        ));
    }
    let content = store::contents(transaction.conn(), &[id]).await?.remove(&id);
    let content = content.ok_or_else(|| Error::bug("a project without content"))?;
    if carried_by(&project, &content, &organisations(viewer)) {
        return Err(Error::forbidden("this is a project of your own organisation; others review it"));
    }
    Ok(project)
}

/// The organisations that somebody acts for anywhere.
fn organisations(viewer: &Viewer) -> Vec<OrganisationId> {
    viewer.grants.iter().filter_map(|grant| grant.organisation).collect()
}

/// Whether one of these organisations leads or implements a project.
pub(super) fn carried_by(project: &Project, content: &Content, organisations: &[OrganisationId]) -> bool {
    organisations.iter().any(|one| *one == project.organisation_id || content.organisations.contains(one))
}

/// Whether the viewer sees who reviews, and every review: those who read everything of the cluster, whoever's project it is.
pub(super) fn sees_reviewers(viewer: &Viewer, project: &Project) -> bool {
    viewer.may(Action::ReadContent, &project.place())
}

/// Whether the viewer reads all of a project but who reviews it: with the content of its cluster, or for an organisation that carries it.
pub(super) fn reads_own(viewer: &Viewer, project: &Project, content: &Content) -> bool {
    let implements = |(operation, organisation): &(OperationId, OrganisationId)| {
        *operation == project.operation_id && content.organisations.contains(organisation)
    };
    viewer.may(Action::ReadContent, &project.scope()) || reader(viewer).implementing.iter().any(implements)
}

/// Whether the viewer may read a review of a project that they know of: their own, with those who see all, and once it was decided with those whose
/// project it is.
pub(super) fn may_read_review(viewer: &Viewer, project: &Project, content: &Content, review: &Review) -> bool {
    let own = viewer.user == Some(review.reviewer_id);
    let told = review.submitted_at.is_some() && project.is_decided(review.round) && reads_own(viewer, project, content);
    own || told || sees_reviewers(viewer, project)
}

/// Whether the viewer may know what the reviews of the last round come to.
pub(super) fn may_read_summary(viewer: &Viewer, project: &Project, content: &Content) -> bool {
    let told = project.is_decided(project.round) && reads_own(viewer, project, content);
    told || sees_reviewers(viewer, project)
}
