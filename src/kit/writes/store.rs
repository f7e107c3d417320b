//! The table of answers.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    kit::{
        Error, Result,
        db::{Conn, Transaction},
    },
    schema::idempotency_keys::dsl,
};

/// Takes the key for this write; false when it was taken before.
pub(super) async fn claim(
    mut conn: Conn<'_>,
    actor: Uuid,
    key: Uuid,
    operation: &str,
    request_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<bool> {
    let inserted = diesel::insert_into(dsl::idempotency_keys)
        .values((
            dsl::actor.eq(actor),
            dsl::key.eq(key),
            dsl::operation.eq(operation),
            dsl::request_hash.eq(request_hash),
            dsl::created_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(&mut conn)
        .await?;
    Ok(inserted == 1)
}

/// Keeps the answer beside the key.
pub(super) async fn keep_answer(
    transaction: &Transaction,
    actor: Uuid,
    key: Uuid,
    answer: &impl Serialize,
) -> Result<()> {
    let answer = serde_json::to_value(answer).map_err(Error::internal)?;
    diesel::update(dsl::idempotency_keys.find((actor, key)))
        .set(dsl::response.eq(answer))
        .execute(&mut transaction.conn())
        .await?;
    Ok(())
}

/// The request's hash and the answer that a key has.
pub(super) async fn answer(mut conn: Conn<'_>, actor: Uuid, key: Uuid) -> Result<(Vec<u8>, Value)> {
    Ok(dsl::idempotency_keys.find((actor, key)).select((dsl::request_hash, dsl::response)).first(&mut conn).await?)
}

/// Forgets the answers of writes before a moment.
pub(super) async fn forget(mut conn: Conn<'_>, before: DateTime<Utc>) -> Result<usize> {
    Ok(diesel::delete(dsl::idempotency_keys.filter(dsl::created_at.lt(before))).execute(&mut conn).await?)
}
