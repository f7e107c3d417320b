//! Entering projects, changing them, and moving them on.

use super::{
    content,
    inputs::{CreateProjectInput, DecideProjectInput, MoveProjectInput, ProjectContentInput, UpdateProjectInput},
    model::{Content, Project, ProjectId, ProjectStatus},
    policy,
    steps::{self, Party},
    store, telling,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        scope::{ClusterId, OrganisationId, Scope},
        text::LocalizedText,
    },
    partners,
    plans::{
        inputs,
        model::{Plan, PlanId},
        policy as plan_policy, store as plan_store,
    },
};

/// The longest title.
const LONGEST_TITLE: usize = 300;
/// The longest description.
const LONGEST_DESCRIPTION: usize = 4_000;
/// The longest note of a decision.
const LONGEST_NOTE: usize = 2_000;

/// Enters a project as a draft.
///
/// # Errors
/// When the viewer may not, an input cannot be taken, or the code is used already.
pub(super) async fn create(transaction: &mut Transaction, input: CreateProjectInput) -> Result<Project> {
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let cluster = ClusterId::parse(&input.cluster_id, "clusterId")?;
    let organisation = OrganisationId::parse(&input.organisation_id, "organisationId")?;
    let plan = plan_policy::load_for_read(transaction.conn(), transaction.viewer(), id, "planId").await?;
    let scope = Scope::cluster(plan.operation_id, cluster).owned_by(organisation);
    transaction.viewer().require(Action::EditProject, &scope, "organisationId")?;
    let organisation = partners::organisation(transaction.conn(), organisation).await?;
    let organisation = organisation.ok_or_else(|| Error::not_found("organisationId"))?;
    if !plan.clusters.contains(&cluster) {
        let message = "this cluster does not carry the plan; choose one that does";
        return Err(Error::invalid("clusterId", "project-cluster", message));
    }
    plan_policy::require_open(&plan)?;
    let project = Project {
        id: input.id.map_or_else(|| transaction.new_id(), ProjectId::from_uuid),
        operation_id: plan.operation_id,
        plan_id: id,
        cluster_id: cluster,
        organisation_id: organisation.id,
        code: inputs::text(&input.code, 60, "code")?,
        names: LocalizedText::default(),
        description: None,
        starts_on: input.content.starts_on,
        ends_on: input.content.ends_on,
        currency: plan.currency.clone(),
        status: ProjectStatus::Draft,
        round: 0,
        note: None,
        submitted_at: None,
        decided_at: None,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    let (project, content) = with_content(transaction, &plan, project, &input.content).await?;
    if !store::insert(transaction.conn(), &project).await? {
        let message = "the operation has a project with this code already; choose another";
        return Err(Error::invalid("code", "project-code-taken", message));
    }
    store::set_content(transaction.conn(), project.id, &content).await?;
    let change = audit::Change::new("create", project.id).in_operation(project.operation_id);
    audit::record(transaction, change.to(&(&project, &content))?).await?;
    Ok(project)
}

/// Changes what a draft or returned project is and consists of.
///
/// # Errors
/// When the viewer may not, someone changed it meanwhile, it was submitted, or an input cannot be taken.
pub(super) async fn update(transaction: &mut Transaction, input: UpdateProjectInput) -> Result<Project> {
    let id = ProjectId::parse(&input.project_id, "projectId")?;
    let before = policy::load_for(transaction, Action::EditProject, id, "projectId").await?;
    transaction.check_version(before.version, input.base_version)?;
    if !before.status.is_written() {
        let message = format!(
            "this project is {}, and only a DRAFT or RETURNED one is written; take it back, or ask the cluster to return it",
            before.status
        );
        return Err(Error::conflict("project-not-written", message).at("projectId"));
    }
    let plan = plan_of(transaction, &before).await?;
    plan_policy::require_open(&plan)?;
    let had = content_of(transaction, id).await?;
    let next = Project { version: before.version + 1, updated_at: transaction.now(), ..before.clone() };
    let (after, content) = with_content(transaction, &plan, next, &input.content).await?;
    store::update(transaction.conn(), &after).await?;
    store::set_content(transaction.conn(), id, &content).await?;
    let change = audit::Change::new("update", id).in_operation(after.operation_id);
    audit::record(transaction, change.from(&(&before, &had))?.to(&(&after, &content))?).await?;
    Ok(after)
}

async fn plan_of(transaction: &Transaction, project: &Project) -> Result<Plan> {
    let plan = plan_store::plan(transaction.conn(), project.plan_id).await?;
    plan.ok_or_else(|| Error::bug("a project without its plan"))
}

async fn content_of(transaction: &Transaction, id: ProjectId) -> Result<Content> {
    let content = store::contents(transaction.conn(), &[id]).await?.remove(&id);
    content.ok_or_else(|| Error::bug("a project without content"))
}

/// The project with what the input says of it.
async fn with_content(
    transaction: &Transaction,
    plan: &Plan,
    project: Project,
    input: &ProjectContentInput,
) -> Result<(Project, Content)> {
    inputs::check_days(input.starts_on, input.ends_on).map_err(|error| error.at("content.endsOn"))?;
    if input.ends_on <= plan.starts_on || input.starts_on >= plan.ends_on {
        let message =
            format!("the plan lasts from {} to before {}; give days within that", plan.starts_on, plan.ends_on);
        return Err(Error::invalid("content.startsOn", "project-outside-plan", message));
    }
    let currency = inputs::currency(&input.currency).map_err(|error| error.at("content.currency"))?;
    if currency != plan.currency {
        let message =
            format!("the plan is in {}, and projects are added up in it; give the budget in it", plan.currency);
        return Err(Error::invalid("content.currency", "project-currency", message));
    }
    let description = input.description.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if description.is_some_and(|text| text.chars().count() > LONGEST_DESCRIPTION) {
        let message = format!("write at most {LONGEST_DESCRIPTION} characters");
        return Err(Error::invalid("content.description", "text-length", message));
    }
    let name = inputs::text(&input.name, LONGEST_TITLE, "content.name")?;
    let content = content::read(transaction, plan, &project, input).await?;
    let project = Project {
        names: project.names.with(input.language, name),
        description: description.map(str::to_owned),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        currency,
        ..project
    };
    Ok((project, content))
}

/// Takes the next step of an own project.
///
/// # Errors
/// When the viewer may not, someone changed it meanwhile, or the step is none of theirs.
pub(super) async fn move_on(transaction: &mut Transaction, input: MoveProjectInput) -> Result<Project> {
    let id = ProjectId::parse(&input.project_id, "projectId")?;
    let before = policy::load_for(transaction, Action::SubmitProject, id, "projectId").await?;
    transaction.check_version(before.version, input.base_version)?;
    step(transaction, before, input.to, input.note.as_deref(), Party::Partner).await
}

/// Decides on a project.
///
/// # Errors
/// When the viewer may not, someone changed it meanwhile, or the step is none of theirs.
pub(super) async fn decide(transaction: &mut Transaction, input: DecideProjectInput) -> Result<Project> {
    let id = ProjectId::parse(&input.project_id, "projectId")?;
    let before = policy::load_for(transaction, Action::DecideProject, id, "projectId").await?;
    transaction.check_version(before.version, input.base_version)?;
    step(transaction, before, input.to, input.note.as_deref(), Party::Coordination).await
}

async fn step(
    transaction: &Transaction,
    before: Project,
    to: ProjectStatus,
    note: Option<&str>,
    party: Party,
) -> Result<Project> {
    steps::check(before.status, to, party)?;
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    if note.is_none() && steps::wants_note(to) {
        let message = format!("say why it is {to}, so that its organisation knows what to do");
        return Err(Error::invalid("note", "project-note-missing", message));
    }
    if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
        return Err(Error::invalid("note", "text-length", format!("write at most {LONGEST_NOTE} characters")));
    }
    let now = transaction.now();
    let mut after = Project { status: to, version: before.version + 1, updated_at: now, ..before.clone() };
    if to == ProjectStatus::Submitted {
        require_substance(&content_of(transaction, before.id).await?)?;
        plan_policy::require_open(&plan_of(transaction, &before).await?)?;
        after.round += 1;
        after.submitted_at = Some(now);
    } else {
        after.note = note.map(str::to_owned);
    }
    if party == Party::Coordination {
        after.decided_at = Some(now);
    }
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new("move", after.id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    telling::moved(transaction, &after, party).await?;
    Ok(after)
}

/// Nobody can review a project that says neither what it does nor what it costs.
fn require_substance(content: &Content) -> Result<()> {
    let message = if content.targets.is_empty() {
        "this project says no activity and place yet; add what it does where"
    } else if content.budget.is_empty() {
        "this project has no budget yet; add what it costs"
    } else {
        return Ok(());
    };
    Err(Error::conflict("project-empty", message).at("projectId"))
}
