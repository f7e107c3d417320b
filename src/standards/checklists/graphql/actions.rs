//! Improvement actions in the graph.

use chrono::NaiveDate;
use juniper::{ID, graphql_object};

use crate::{
    accounts::NameOfUser,
    clusters::OperationById,
    connection,
    kit::{Error, Result, graphql::Context, ids::Id},
    partners::{Organisation, OrganisationById},
    standards::checklists::{
        model::{ActionPriority, Checklist, ImprovementAction, ImprovementStatus},
        policy,
        store::ChecklistById,
    },
};

#[graphql_object(context = Context, description = "What is to be done about a gap, by whom and until when.")]
impl ImprovementAction {
    /// The improvement action's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The checklist that found the gap; null when you may not read it.
    async fn checklist(&self, context: &Context) -> Result<Option<Checklist>> {
        let found = context.loaders.load::<ChecklistById>(self.checklist_id).await?;
        Ok(found.filter(|found| policy::may_read(&context.viewer, found)).map(|found| (*found).clone()))
    }

    /// The code of the key action or standard.
    fn code(&self) -> &str {
        &self.code
    }

    /// What is missing.
    fn gap(&self) -> &str {
        &self.gap
    }

    /// What is to be done.
    fn action(&self) -> &str {
        &self.action
    }

    /// How pressing it is.
    fn priority(&self) -> ActionPriority {
        self.priority
    }

    /// The organisation that answers for it.
    async fn organisation(&self, context: &Context) -> Result<Option<Organisation>> {
        let Some(organisation) = self.organisation_id else { return Ok(None) };
        Ok(context.loaders.load::<OrganisationById>(organisation).await?.map(|found| (*found).clone()))
    }

    /// The account of the person who answers for it.
    fn person_id(&self) -> Option<ID> {
        self.user_id.map(Id::global)
    }

    /// What the person who answers for it is called.
    async fn person_name(&self, context: &Context) -> Result<Option<String>> {
        let Some(user) = self.user_id else { return Ok(None) };
        context.loaders.load::<NameOfUser>(user).await
    }

    /// The last day for it.
    fn due_on(&self) -> Option<NaiveDate> {
        self.due_on
    }

    /// How far it is.
    fn status(&self) -> ImprovementStatus {
        self.status
    }

    /// Whether its last day has passed where the operation works, and something is still to be done.
    async fn overdue(&self, context: &Context) -> Result<bool> {
        let operation = context.loaders.load::<OperationById>(self.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("an improvement action without its operation"))?;
        Ok(self.is_overdue(operation.day(context.tools.clock.now())?))
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(ImprovementAction as "ImprovementActionConnection", "ImprovementActionEdge");
