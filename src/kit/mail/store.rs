//! The table of outgoing mails.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    kit::{Result, db::Conn, text::Language},
    schema::{outbox_messages, outbox_messages::dsl},
};

#[derive(Insertable)]
#[diesel(table_name = outbox_messages)]
pub(super) struct NewMessage {
    pub(super) id: Uuid,
    pub(super) recipient: String,
    pub(super) language: Language,
    pub(super) template: &'static str,
    pub(super) payload: Value,
    pub(super) unsubscribe_url: Option<String>,
    pub(super) once_key: Option<String>,
    pub(super) next_attempt_at: DateTime<Utc>,
    pub(super) created_at: DateTime<Utc>,
}

/// A message that this worker holds.
#[derive(QueryableByName)]
pub(super) struct Claimed {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) recipient: String,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) language: Language,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) template: String,
    #[diesel(sql_type = sql_types::Jsonb)]
    pub(super) payload: Value,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub(super) unsubscribe_url: Option<String>,
    #[diesel(sql_type = sql_types::Integer)]
    pub(super) attempts: i32,
    #[diesel(sql_type = sql_types::Timestamptz)]
    pub(super) created_at: DateTime<Utc>,
    #[diesel(sql_type = sql_types::Bool)]
    pub(super) suppressed: bool,
}

/// What became of an attempt.
pub(super) enum Outcome {
    Sent(DateTime<Utc>),
    Again { at: DateTime<Utc>, reason: String, unknown: bool },
    Failed(String),
    Suppressed,
}

pub(super) async fn insert(mut conn: Conn<'_>, message: &NewMessage) -> Result<Option<Uuid>> {
    Ok(diesel::insert_into(dsl::outbox_messages)
        .values(message)
        .on_conflict(dsl::once_key)
        .do_nothing()
        .returning(dsl::id)
        .get_result(&mut conn)
        .await
        .optional()?)
}

/// Takes up to `limit` mails that are due and that no worker holds. They are marked before they are handed to a relay, so that a program
/// that dies in between leaves them to be sent again.
pub(super) async fn claim(
    mut conn: Conn<'_>,
    now: DateTime<Utc>,
    lease: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Claimed>> {
    let claim = "update outbox_messages set state = 'sending', next_attempt_at = $2, attempts = attempts + 1 where id in ( \
            select id from outbox_messages where state in ('queued', 'sending', 'unknown') and next_attempt_at <= $1 \
            order by next_attempt_at limit $3 for update skip locked) \
        returning id, recipient, language, template, payload, unsubscribe_url, attempts, created_at, \
            exists (select from mail_suppressions where address = recipient) as suppressed";
    Ok(sql_query(claim)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Timestamptz, _>(lease)
        .bind::<sql_types::BigInt, _>(limit)
        .load(&mut conn)
        .await?)
}

/// Notes what became of an attempt. The attempt is the fence: who lost the lease notes nothing.
pub(super) async fn record(mut conn: Conn<'_>, id: Uuid, attempt: i32, outcome: &Outcome) -> Result<()> {
    let held = dsl::outbox_messages.find(id).filter(dsl::attempts.eq(attempt).and(dsl::state.eq("sending")));
    let (state, error, at, sent_at) = match outcome {
        Outcome::Sent(at) => ("sent", None, None, Some(*at)),
        Outcome::Again { at, reason, unknown } => {
            (if *unknown { "unknown" } else { "queued" }, Some(reason), Some(*at), None)
        }
        Outcome::Failed(reason) => ("failed", Some(reason), None, None),
        Outcome::Suppressed => ("suppressed", None, None, None),
    };
    diesel::update(held)
        .set((
            dsl::state.eq(state),
            dsl::last_error.eq(error),
            at.map(|at| dsl::next_attempt_at.eq(at)),
            dsl::sent_at.eq(sent_at),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}
