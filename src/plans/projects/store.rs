//! The tables of projects.

pub mod batches;
pub mod reviews;
pub mod totals;

use std::{collections::HashMap, sync::Arc};

use diesel::{pg::Pg, prelude::*, sql_types};
use diesel_async::RunQueryDsl;

use super::model::{BudgetLine, Content, Project, ProjectId, ProjectStatus, ProjectTarget};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::{OperationId, OrganisationId, UserId},
    },
    plans::model::PlanId,
    schema::{project_budget_lines, project_organisations, project_reviewers, project_targets, projects},
};

/// Who reads: the policy says so, and everything below reads by it.
#[derive(Debug, Clone, Default)]
pub(super) struct Reader {
    /// Where they read what is shared.
    pub(super) shared: Reach,
    /// Where they read everything.
    pub(super) content: Reach,
    /// The organisations whose part in projects of others they read, by operation.
    pub(super) implementing: Vec<(OperationId, OrganisationId)>,
    /// Who they are: those who were asked to review a project read it.
    pub(super) user: Option<UserId>,
}

type Condition = Box<dyn BoxableExpression<projects::table, Pg, SqlType = sql_types::Bool>>;

fn always(yes: bool) -> diesel::expression::SqlLiteral<sql_types::Bool> {
    diesel::dsl::sql::<sql_types::Bool>(if yes { "true" } else { "false" })
}

/// What the policy lets a reader know of.
fn readable(reader: &Reader) -> Condition {
    let within = || projects::operation_id.eq_any(reader.shared.operations.clone());
    let shared = projects::status.eq_any(ProjectStatus::SHARED).and(within().or(always(reader.shared.everywhere)));
    let content = projects::operation_id
        .eq_any(reader.content.operations.clone())
        .or(projects::cluster_id.eq_any(reader.content.clusters.clone()))
        .or(always(reader.content.everywhere));
    let asked = project_reviewers::table
        .filter(project_reviewers::user_id.eq_any(reader.user))
        .select(project_reviewers::project_id);
    let mut seen: Condition = Box::new(shared.or(content).or(projects::id.eq_any(asked).and(within())));
    for (cluster, organisation) in &reader.content.organisations {
        let own = projects::cluster_id.eq(*cluster).and(projects::organisation_id.eq(*organisation));
        seen = Box::new(seen.or(own));
    }
    for (operation, organisation) in &reader.implementing {
        let implemented = project_organisations::table
            .filter(project_organisations::organisation_id.eq(*organisation))
            .select(project_organisations::project_id);
        seen = Box::new(seen.or(projects::operation_id.eq(*operation).and(projects::id.eq_any(implemented))));
    }
    seen
}

/// The project of an id, if the reader may know of it.
pub(super) async fn project(mut conn: Conn<'_>, id: ProjectId, reader: &Reader) -> Result<Option<Project>> {
    let query = projects::table.filter(projects::id.eq(id)).filter(readable(reader)).select(Project::as_select());
    Ok(query.load(&mut conn).await?.pop())
}

/// The same, held until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: ProjectId, reader: &Reader) -> Result<Option<Project>> {
    let held: Vec<ProjectId> = projects::table.find(id).select(projects::id).for_update().load(&mut conn).await?;
    if held.is_empty() { Ok(None) } else { project(conn, id, reader).await }
}

/// Which projects are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) statuses: Option<Vec<ProjectStatus>>,
    pub(super) organisation: Option<OrganisationId>,
}

/// The projects of a plan that the reader may know of, by code.
pub(super) async fn projects(
    mut conn: Conn<'_>,
    plan: PlanId,
    reader: &Reader,
    wanted: &Wanted,
    page: &Page,
) -> Result<Vec<Project>> {
    let mut query = projects::table
        .filter(projects::plan_id.eq(plan))
        .select(Project::as_select())
        .into_boxed()
        .filter(readable(reader));
    if let Some(statuses) = &wanted.statuses {
        query = query.filter(projects::status.eq_any(statuses.clone()));
    }
    if let Some(organisation) = wanted.organisation {
        query = query.filter(projects::organisation_id.eq(organisation));
    }
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(projects::code.gt(code));
    }
    Ok(query.order(projects::code).limit(page.limit()).load(&mut conn).await?)
}

/// All projects of a plan that the reader may know of, by code: for files.
pub(super) async fn all_of_plan(mut conn: Conn<'_>, plan: PlanId, reader: &Reader) -> Result<Vec<Project>> {
    let query = projects::table.filter(projects::plan_id.eq(plan)).filter(readable(reader));
    Ok(query.order(projects::code).select(Project::as_select()).load(&mut conn).await?)
}

/// The projects of a plan that an organisation leads or implements and that can be reported on: those that were approved, by code.
///
/// # Errors
/// When the database cannot answer.
pub async fn projects_of(mut conn: Conn<'_>, plan: PlanId, organisation: OrganisationId) -> Result<Vec<Project>> {
    let implemented = project_organisations::table
        .filter(project_organisations::organisation_id.eq(organisation))
        .select(project_organisations::project_id);
    Ok(projects::table
        .filter(projects::plan_id.eq(plan).and(projects::status.eq_any(ProjectStatus::SHARED)))
        .filter(projects::organisation_id.eq(organisation).or(projects::id.eq_any(implemented)))
        .order(projects::code)
        .select(Project::as_select())
        .load(&mut conn)
        .await?)
}

/// The projects of a plan that can be reported on, by each organisation that leads or implements them and their code in small letters.
///
/// # Errors
/// When the database cannot answer.
pub async fn reportable_projects(
    mut conn: Conn<'_>,
    plan: PlanId,
) -> Result<HashMap<(OrganisationId, String), ProjectId>> {
    let of_plan = projects::plan_id.eq(plan).and(projects::status.eq_any(ProjectStatus::SHARED));
    let led: Vec<(OrganisationId, String, ProjectId)> = projects::table
        .filter(of_plan)
        .select((projects::organisation_id, projects::code, projects::id))
        .load(&mut conn)
        .await?;
    let ids: Vec<ProjectId> = led.iter().map(|(.., id)| *id).collect();
    let implemented: Vec<(OrganisationId, String, ProjectId)> = project_organisations::table
        .inner_join(projects::table.on(projects::id.eq(project_organisations::project_id)))
        .filter(project_organisations::project_id.eq_any(ids))
        .select((project_organisations::organisation_id, projects::code, projects::id))
        .load(&mut conn)
        .await?;
    let all = led.into_iter().chain(implemented);
    Ok(all.map(|(organisation, code, id)| ((organisation, code.to_lowercase()), id)).collect())
}

/// The codes of projects.
///
/// # Errors
/// When the database cannot answer.
pub async fn project_codes(mut conn: Conn<'_>, ids: &[ProjectId]) -> Result<HashMap<ProjectId, String>> {
    let query = projects::table.filter(projects::id.eq_any(ids)).select((projects::id, projects::code));
    Ok(query.load::<(ProjectId, String)>(&mut conn).await?.into_iter().collect())
}

/// Makes a project. False when its code is taken in the operation, or its id.
pub(super) async fn insert(mut conn: Conn<'_>, project: &Project) -> Result<bool> {
    let inserted =
        diesel::insert_into(projects::table).values(project).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(inserted == 1)
}

pub(super) async fn update(mut conn: Conn<'_>, project: &Project) -> Result<()> {
    diesel::update(projects::table.find(project.id)).set(project).execute(&mut conn).await?;
    Ok(())
}

/// Puts what a project consists of in the place of what it had.
pub(super) async fn set_content(mut conn: Conn<'_>, id: ProjectId, content: &Content) -> Result<()> {
    use diesel::{delete, insert_into};
    let organisations = project_organisations::table.filter(project_organisations::project_id.eq(id));
    delete(organisations).execute(&mut conn).await?;
    delete(project_targets::table.filter(project_targets::project_id.eq(id))).execute(&mut conn).await?;
    delete(project_budget_lines::table.filter(project_budget_lines::project_id.eq(id))).execute(&mut conn).await?;
    let row = |organisation: &OrganisationId| {
        (project_organisations::project_id.eq(id), project_organisations::organisation_id.eq(*organisation))
    };
    let organisations: Vec<_> = content.organisations.iter().map(row).collect();
    insert_into(project_organisations::table).values(organisations).execute(&mut conn).await?;
    let targets = insert_into(project_targets::table).values(&content.targets).execute(&mut conn).await;
    explain_constraint(targets, of_another_plan)?;
    let budget = insert_into(project_budget_lines::table).values(&content.budget).execute(&mut conn).await;
    explain_constraint(budget, of_another_plan)?;
    Ok(())
}

/// The tables hold targets and lines to the activities of the project's own plan.
fn of_another_plan(constraint: &str) -> Option<Error> {
    let field = match constraint {
        "project_targets_activity_id_plan_id_fkey" => "content.targets",
        "project_budget_lines_activity_id_plan_id_fkey" => "content.budget",
        _ => return None,
    };
    let message = "this names an activity that is gone or of another plan; choose among those of this plan";
    Some(Error::invalid(field, "record-of-another-plan", message))
}

/// What projects consist of.
pub(super) async fn contents(mut conn: Conn<'_>, ids: &[ProjectId]) -> Result<HashMap<ProjectId, Content>> {
    let organisations: Vec<(ProjectId, OrganisationId)> = project_organisations::table
        .filter(project_organisations::project_id.eq_any(ids))
        .order((project_organisations::project_id, project_organisations::organisation_id))
        .select((project_organisations::project_id, project_organisations::organisation_id))
        .load(&mut conn)
        .await?;
    let targets: Vec<ProjectTarget> = project_targets::table
        .filter(project_targets::project_id.eq_any(ids))
        .order((project_targets::project_id, project_targets::activity_id, project_targets::area_id))
        .select(ProjectTarget::as_select())
        .load(&mut conn)
        .await?;
    let budget: Vec<BudgetLine> = project_budget_lines::table
        .filter(project_budget_lines::project_id.eq_any(ids))
        .order((project_budget_lines::project_id, project_budget_lines::position))
        .select(BudgetLine::as_select())
        .load(&mut conn)
        .await?;
    let empty = || Content { organisations: Vec::new(), targets: Vec::new(), budget: Vec::new() };
    let mut contents: HashMap<ProjectId, Content> = ids.iter().map(|id| (*id, empty())).collect();
    for (project, organisation) in organisations {
        contents.entry(project).or_insert_with(empty).organisations.push(organisation);
    }
    for target in targets {
        contents.entry(target.project_id).or_insert_with(empty).targets.push(target);
    }
    for line in budget {
        contents.entry(line.project_id).or_insert_with(empty).budget.push(line);
    }
    Ok(contents)
}

/// Loads projects by id, whoever may read them beyond what their tables say.
pub struct ProjectById;

impl Batch<Db> for ProjectById {
    type Key = ProjectId;
    type Value = Arc<Project>;

    async fn load(db: &Db, keys: Vec<ProjectId>) -> Result<HashMap<ProjectId, Arc<Project>>> {
        let query = projects::table.filter(projects::id.eq_any(keys)).select(Project::as_select());
        let found: Vec<Project> = query.load(&mut db.conn().await?).await?;
        Ok(found.into_iter().map(|project| (project.id, Arc::new(project))).collect())
    }
}
