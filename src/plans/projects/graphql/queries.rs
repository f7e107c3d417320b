//! The projects' queries.

use juniper::{GraphQLInputObject, ID, graphql_object};

use super::totals::PlanProjects;
use crate::{
    kit::{
        Result,
        graphql::{Context, connection::Connection, page::Page},
        scope::OrganisationId,
    },
    plans::{
        model::PlanId,
        policy as plan_policy,
        projects::{
            model::{Project, ProjectId, ProjectStatus},
            policy,
            store::{self, Wanted},
            totals,
        },
    },
};

/// Which projects are wanted.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct ProjectFilterInput {
    /// Only those that stand here.
    pub statuses: Option<Vec<ProjectStatus>>,
    /// Only those that this organisation leads.
    pub organisation_id: Option<ID>,
}

/// The projects' queries.
#[derive(Default)]
pub struct ProjectQueries;

#[graphql_object(context = Context)]
impl ProjectQueries {
    /// The projects of a plan that you may know of, by code: what was approved, your own, those that you were asked to review; all for those who
    /// coordinate.
    async fn projects(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Only those.")] filter: Option<ProjectFilterInput>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Project>> {
        let plan = PlanId::parse(&plan_id, "planId")?;
        let filter = filter.unwrap_or_default();
        let organisation = OrganisationId::parse_optional(filter.organisation_id.as_ref(), "filter.organisationId")?;
        let page = Page::new("projects by code", first, after.as_deref())?;
        let conn = context.db.conn().await?;
        plan_policy::load_for_read(conn, &context.viewer, plan, "planId").await?;
        let wanted = Wanted { statuses: filter.statuses, organisation };
        let rows = store::projects(conn, plan, &policy::reader(&context.viewer), &wanted, &page).await?;
        Connection::from_rows(&page, rows, |project| (project.code.clone(),))
    }

    /// A project.
    async fn project(context: &Context, #[graphql(description = "The project.")] id: ID) -> Result<Project> {
        policy::load_for_read(context, ProjectId::parse(&id, "id")?, "id").await
    }

    /// What the approved projects of a plan come to, beside the plan's published version; beside the plan as it is worked on while it was never
    /// published.
    async fn plan_projects(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
    ) -> Result<PlanProjects> {
        let (plan, totals) = totals::totals(context, PlanId::parse(&plan_id, "planId")?).await?;
        Ok(PlanProjects { plan, totals })
    }
}
