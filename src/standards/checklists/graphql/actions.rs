//! Improvement actions in the graph.

use chrono::NaiveDate;
use juniper::{ID, graphql_object};

use crate::{
    accounts::NameOfUser,
    clusters::OperationById,
    connection,
    kit::{
        Error,
        graphql::{
            Context,
            lazy::{Later, Lazy},
        },
        ids::Id,
    },
    partners::OrganisationById,
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
    fn checklist<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Checklist>> {
        Later::new(async move {
            let found = context.loaders.load::<ChecklistById>(self.checklist_id).await?;
            Ok(found.filter(|found| policy::may_read(&context.viewer, found)).map(|found| (*found).clone()))
        })
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
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// The account of the person who answers for it.
    fn person_id(&self) -> Option<ID> {
        self.user_id.map(Id::global)
    }

    /// What the person who answers for it is called.
    fn person_name<'a>(&'a self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(self.user_id, |user| context.loaders.load::<NameOfUser>(user))
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
    fn overdue<'a>(&'a self, context: &'a Context) -> Later<'a, bool> {
        Later::new(async move {
            let operation = context.loaders.load::<OperationById>(self.operation_id).await?;
            let operation = operation.ok_or_else(|| Error::bug("an improvement action without its operation"))?;
            Ok(self.is_overdue(operation.day(context.tools.clock.now())?))
        })
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(ImprovementAction as "ImprovementActionConnection", "ImprovementActionEdge");
