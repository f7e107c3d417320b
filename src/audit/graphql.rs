//! The history in the graph.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLInputObject, ID, graphql_object};
use uuid::Uuid;

use super::{AuditEvent, model::Wanted, service, store};
use crate::{
    accounts::NameOfUser,
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{Context, connection::Connection, lazy::Later, page::Page},
        ids,
        scope::UserId,
    },
};

#[graphql_object(context = Context, description = "A change that someone made, as the history keeps it.")]
impl AuditEvent {
    /// The event's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// When it happened.
    fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// The user who did it; null for the program itself.
    fn actor_id(&self) -> Option<ID> {
        self.actor.map(ids::Id::global)
    }

    /// Who did it, by name; null for the program itself.
    fn actor<'a>(&self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::of(self.actor, |user| context.loaders.load::<NameOfUser>(user))
    }

    /// The request that it was part of: the log has the same id.
    fn request_id(&self) -> &str {
        &self.request_id
    }

    /// What kind of record changed.
    fn entity(&self) -> &str {
        &self.entity
    }

    /// What was done to it.
    fn action(&self) -> &str {
        &self.action
    }

    /// The record before, as JSON text; null when it is new.
    fn before(&self) -> Option<String> {
        self.before.as_ref().map(|before| before.text().to_owned())
    }

    /// The record after, as JSON text; null when it is gone.
    fn after(&self) -> Option<String> {
        self.after.as_ref().map(|after| after.text().to_owned())
    }
}

connection!(AuditEvent as "AuditEventConnection", "AuditEventEdge");

/// Which events are wanted: those that everything said here holds for.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct AuditEventFilter {
    /// The kind of record, such as `Report`.
    entity: Option<String>,
    /// What was done, such as `accept`.
    action: Option<String>,
    /// Who did it.
    actor_id: Option<ID>,
    /// Not before this moment.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    before: Option<DateTime<Utc>>,
}

impl AuditEventFilter {
    fn wanted(self, entity_id: Option<Uuid>) -> Result<Wanted> {
        let actor = UserId::parse_optional(self.actor_id.as_ref(), "filter.actorId")?;
        let Self { entity, action, from, before, .. } = self;
        Ok(Wanted { entity_id, entity, action, actor, from, before })
    }
}

/// The history's root fields.
#[derive(Default)]
pub struct AuditQueries;

#[graphql_object(context = Context)]
impl AuditQueries {
    /// The history of changes, the latest first: of everything that you may see, or of one record.
    async fn audit_events(
        context: &Context,
        #[graphql(description = "Only changes of this record.")] entity_id: Option<ID>,
        #[graphql(description = "Only changes that all of this holds for.")] filter: Option<AuditEventFilter>,
        #[graphql(description = "How many events, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<AuditEvent>> {
        let page = Page::new("audit events by time", first, after.as_deref())?;
        let entity = entity_id.map(|id| ids::parse_global(&id, "entityId")).transpose()?;
        let reach = context.viewer.reach(Action::ReadAudit);
        let wanted = filter.unwrap_or_default().wanted(entity.as_ref().map(|(_, uuid)| *uuid))?;
        let rows = store::list(context.db.conn().await?, &reach, wanted, &page).await?;
        if let Some((kind, _)) = entity.filter(|_| rows.is_empty())
            && !context.transact(kind, |transaction, kind| service::knows(transaction, kind).boxed()).await?
        {
            return Err(Error::invalid("entityId", "audit-kind", "the history keeps nothing of this kind of record"));
        }
        Connection::from_rows(&page, rows, |event| (event.at, event.id))
    }
}
