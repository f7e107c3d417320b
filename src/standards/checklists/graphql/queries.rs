//! The checklists' queries.

use juniper::{ID, graphql_object};

use super::comparison::ComparisonNode;
use crate::{
    clusters::OperationById,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{Context, connection::Connection, page::Page},
        scope::{OperationId, OrganisationId},
    },
    standards::{
        checklists::{
            model::{
                Checklist, ChecklistFilterInput, ChecklistId, ImprovementAction, ImprovementActionFilterInput,
                SubjectId,
            },
            policy, service,
            store::{self, Wanted, WantedActions},
        },
        frameworks::FrameworkId,
    },
};

/// The checklists' queries.
#[derive(Default)]
pub struct ChecklistQueries;

#[graphql_object(context = Context)]
impl ChecklistQueries {
    /// The checklists of an operation that you may read, the last day first. What was submitted of the operation and its clusters is shared; drafts, and
    /// those of organisations, sites and appeals, are for those who coordinate and for the organisation itself.
    async fn checklists(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "Only those.")] filter: Option<ChecklistFilterInput>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Checklist>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        let filter = filter.unwrap_or_default();
        let subject = filter.subject_id.as_ref().map(|id| SubjectId::parse(id, "filter.subjectId")).transpose()?;
        let framework = FrameworkId::parse_optional(filter.framework_id.as_ref(), "filter.frameworkId")?;
        policy::require_reader(&context.viewer, operation)?;
        let page = Page::new("checklists by day", first, after.as_deref())?;
        let wanted = Wanted { subject, status: filter.status, framework };
        let reach = context.viewer.reach(Action::ReadContent);
        let rows = store::checklists(context.db.conn().await?, operation, &reach, &wanted, &page).await?;
        Connection::from_rows(&page, rows, |checklist| (checklist.assessed_on, checklist.id))
    }

    /// A checklist; null when there is none that you may read.
    async fn checklist(
        context: &Context,
        #[graphql(description = "The checklist.")] id: ID,
    ) -> Result<Option<Checklist>> {
        let id = ChecklistId::parse(&id, "id")?;
        let found = store::checklist(context.db.conn().await?, id).await?;
        Ok(found.filter(|checklist| policy::may_read(&context.viewer, checklist)))
    }

    /// Two submitted rounds of the same subject side by side: per standard before, after and change, and what cannot be compared and why. Across editions
    /// standards are paired by the crosswalk.
    async fn checklist_comparison(
        context: &Context,
        #[graphql(description = "The earlier round.")] before_id: ID,
        #[graphql(description = "The later round.")] after_id: ID,
    ) -> Result<ComparisonNode> {
        let before = ChecklistId::parse(&before_id, "beforeId")?;
        let after = ChecklistId::parse(&after_id, "afterId")?;
        let (before, after, comparison) = service::compare(context, before, after).await?;
        Ok(ComparisonNode { before, after, comparison })
    }

    /// What is done about gaps in an operation, the first due first: where you read everything, and what your own organisation answers for.
    async fn improvement_actions(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "Only those.")] filter: Option<ImprovementActionFilterInput>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ImprovementAction>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        let filter = filter.unwrap_or_default();
        let organisation = OrganisationId::parse_optional(filter.organisation_id.as_ref(), "filter.organisationId")?;
        policy::require_reader(&context.viewer, operation)?;
        let page = Page::new("improvement actions by last day", first, after.as_deref())?;
        let found = context.loaders.load::<OperationById>(operation).await?;
        let found = found.ok_or_else(|| Error::not_found("operationId"))?;
        let today = found.day(context.tools.clock.now())?;
        let overdue = filter.overdue.map(|overdue| (overdue, today));
        let wanted = WantedActions { statuses: filter.statuses, organisation, overdue };
        let reach = context.viewer.reach(Action::ReadContent);
        let rows = store::actions(context.db.conn().await?, operation, &reach, wanted, &page).await?;
        Connection::from_rows(&page, rows, |action| (action.due_on, action.id))
    }
}
