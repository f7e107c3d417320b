//! Tells people by mail that a project waits for them, or what became of theirs, in the transaction of the step.

use super::{
    mail::{ProjectApproved, ProjectFacts, ProjectReturned, ProjectSubmitted},
    model::{Project, ProjectStatus},
    steps::Party,
};
use crate::{
    accounts::{self, User},
    clusters,
    kit::{
        Error, Result,
        auth::Role,
        db::Transaction,
        mail::MailTemplate,
        scope::{Scope, Scoped},
    },
    partners,
    plans::store as plans,
};

/// Those who decide on projects.
const DECIDERS: &[Role] = &[Role::Coordinator, Role::CoCoordinator, Role::SubnationalCoordinator];
/// Those who write a partner's projects.
const WRITERS: &[Role] = &[Role::PartnerFocalPoint, Role::PartnerEditor];

/// Leaves the mails of a step: what was submitted to those who decide, what was returned or approved to the partner's people. Whoever took the step
/// knows already.
pub(super) async fn moved(transaction: &Transaction, project: &Project, party: Party) -> Result<()> {
    match (party, project.status) {
        (Party::Partner, ProjectStatus::Submitted) => {
            let template = ProjectSubmitted { project: facts(transaction, project).await?, again: project.round > 1 };
            let deciders = readers(transaction, DECIDERS, &project.place()).await?;
            post(transaction, project, &deciders, &template).await
        }
        (Party::Coordination, ProjectStatus::Returned) => {
            let facts = facts(transaction, project).await?;
            let template = ProjectReturned { project: facts, note: project.note.clone().unwrap_or_default() };
            let writers = readers(transaction, WRITERS, &project.scope()).await?;
            post(transaction, project, &writers, &template).await
        }
        (Party::Coordination, ProjectStatus::Approved) => {
            let template = ProjectApproved { project: facts(transaction, project).await?, note: project.note.clone() };
            let writers = readers(transaction, WRITERS, &project.scope()).await?;
            post(transaction, project, &writers, &template).await
        }
        _ => Ok(()),
    }
}

async fn readers(transaction: &Transaction, roles: &[Role], scope: &Scope) -> Result<Vec<User>> {
    let mut people = accounts::people_with_role(transaction.conn(), roles, scope, None, transaction.now()).await?;
    people.retain(|person| Some(person.id) != transaction.viewer().user);
    Ok(people)
}

async fn facts(transaction: &Transaction, project: &Project) -> Result<ProjectFacts> {
    let conn = transaction.conn();
    let (cluster, plan, organisation) = futures::try_join!(
        clusters::cluster(conn, project.cluster_id),
        plans::plan(conn, project.plan_id),
        partners::organisation(conn, project.organisation_id),
    )?;
    let (Some(cluster), Some(plan), Some(organisation)) = (cluster, plan, organisation) else {
        return Err(Error::bug("a project without its cluster, plan or organisation"));
    };
    Ok(ProjectFacts {
        cluster: cluster.names,
        plan: plan.names,
        organisation: organisation.name,
        code: project.code.clone(),
        names: project.names.clone(),
    })
}

/// One mail to each reader, in their language, once per step.
async fn post<T: MailTemplate>(
    transaction: &Transaction,
    project: &Project,
    readers: &[User],
    template: &T,
) -> Result<()> {
    let step = format!("{}:{}:{}", T::NAME, project.id.uuid(), project.version);
    accounts::post(transaction, readers, template, &step).await
}
