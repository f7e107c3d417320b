//! The table of events.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{AuditEvent, Wanted};
use crate::{
    kit::{Result, auth::Reach, db::Conn, graphql::page::Page},
    schema::audit_events::dsl,
};

pub(super) async fn insert(mut conn: Conn<'_>, event: &AuditEvent) -> Result<()> {
    diesel::insert_into(dsl::audit_events).values(event).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn insert_all(mut conn: Conn<'_>, events: &[AuditEvent]) -> Result<()> {
    // A statement holds 65535 values at most.
    for events in events.chunks(1_000) {
        diesel::insert_into(dsl::audit_events).values(events).execute(&mut conn).await?;
    }
    Ok(())
}

/// The history of what the viewer may see, the latest first.
pub(super) async fn list(mut conn: Conn<'_>, reach: &Reach, wanted: Wanted, page: &Page) -> Result<Vec<AuditEvent>> {
    let mut query = dsl::audit_events.select(AuditEvent::as_select()).into_boxed();
    if !reach.everywhere {
        query = query.filter(dsl::operation_id.eq_any(reach.operations.clone()));
    }
    if let Some(id) = wanted.entity_id {
        query = query.filter(dsl::entity_id.eq(id));
    }
    if let Some(entity) = wanted.entity {
        query = query.filter(dsl::entity.eq(entity));
    }
    if let Some(action) = wanted.action {
        query = query.filter(dsl::action.eq(action));
    }
    if let Some(actor) = wanted.actor {
        query = query.filter(dsl::actor.eq(actor));
    }
    if let Some(from) = wanted.from {
        query = query.filter(dsl::at.ge(from));
    }
    if let Some(before) = wanted.before {
        query = query.filter(dsl::at.lt(before));
    }
    if let Some((at, id)) = page.after_key::<(DateTime<Utc>, Uuid)>()? {
        query = query.filter(dsl::at.lt(at).or(dsl::at.eq(at).and(dsl::id.lt(id))));
    }
    Ok(query.order((dsl::at.desc(), dsl::id.desc())).limit(page.limit()).load(&mut conn).await?)
}

/// Whether the history has an event of this kind of record.
pub(super) async fn knows(mut conn: Conn<'_>, entity: &str) -> Result<bool> {
    let events = dsl::audit_events.filter(dsl::entity.eq(entity));
    Ok(diesel::select(diesel::dsl::exists(events)).get_result(&mut conn).await?)
}

/// How many events no chain vouches for yet.
pub(super) async fn count_unsealed(mut conn: Conn<'_>) -> Result<i64> {
    Ok(dsl::audit_events.filter(dsl::sequence.is_null()).count().get_result(&mut conn).await?)
}
