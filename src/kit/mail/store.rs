//! The table of outgoing mails.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

use super::outbox::Attachment;
use crate::{
    kit::{Result, db::Conn, text::Language},
    schema::{mail_suppressions, outbox_attachments, outbox_messages::dsl},
};

/// Messages of one kind to be written, by column.
#[derive(Default)]
pub(super) struct NewMessages {
    pub(super) ids: Vec<Uuid>,
    pub(super) recipients: Vec<String>,
    pub(super) languages: Vec<Language>,
    pub(super) payloads: Vec<Value>,
    pub(super) unsubscribe_urls: Vec<Option<String>>,
    pub(super) once_keys: Vec<Option<String>>,
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
    #[diesel(sql_type = sql_types::Bool)]
    pub(super) has_files: bool,
}

/// What became of an attempt.
pub(super) enum Outcome {
    Sent(DateTime<Utc>),
    Again {
        at: DateTime<Utc>,
        reason: String,
        unknown: bool,
    },
    Failed(String),
    /// The relay knows no such address, now and later.
    Bounced {
        at: DateTime<Utc>,
        reason: String,
    },
    Suppressed,
}

/// Writes messages whose `once_key` is new and gives their ids.
pub(super) async fn insert(
    mut conn: Conn<'_>,
    template: &str,
    messages: NewMessages,
    now: DateTime<Utc>,
) -> Result<HashSet<Uuid>> {
    let insert = "insert into outbox_messages \
            (id, recipient, language, template, payload, unsubscribe_url, once_key, next_attempt_at, created_at) \
        select id, recipient, language, $1, payload, unsubscribe_url, once_key, $2, $2 \
        from unnest($3, $4, $5, $6, $7, $8) as new (id, recipient, language, payload, unsubscribe_url, once_key) \
        on conflict (once_key) do nothing returning id";
    let written: Vec<Written> = sql_query(insert)
        .bind::<sql_types::Text, _>(template)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(messages.ids)
        .bind::<sql_types::Array<sql_types::Text>, _>(messages.recipients)
        .bind::<sql_types::Array<sql_types::Text>, _>(messages.languages)
        .bind::<sql_types::Array<sql_types::Jsonb>, _>(messages.payloads)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Text>>, _>(messages.unsubscribe_urls)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Text>>, _>(messages.once_keys)
        .load(&mut conn)
        .await?;
    Ok(written.into_iter().map(|written| written.id).collect())
}

#[derive(QueryableByName)]
struct Written {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
}

/// What is left of the fields of a mail that goes no more. They hold links that open doors, and names; only a mail that may go again needs them.
fn nothing() -> Value {
    Value::Object(serde_json::Map::new())
}

/// Ends messages that wait. One that a worker holds may be at a relay at this moment and cannot be taken back; it gets no other attempt, whether
/// that one fails or its worker dies.
pub(super) async fn withdraw(mut conn: Conn<'_>, ids: &[Uuid], why: &str) -> Result<()> {
    diesel::update(dsl::outbox_messages)
        .filter(dsl::id.eq_any(ids).and(dsl::state.eq_any(["queued", "unknown"])))
        .set((dsl::state.eq("suppressed"), dsl::last_error.eq(why), dsl::payload.eq(nothing())))
        .execute(&mut conn)
        .await?;
    forget_files(conn, ids).await?;
    diesel::update(dsl::outbox_messages)
        .filter(dsl::id.eq_any(ids).and(dsl::state.eq("sending")))
        .set((dsl::withdrawn.eq(true), dsl::last_error.eq(why)))
        .execute(&mut conn)
        .await?;
    Ok(())
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
            (withdrawn or exists (select from mail_suppressions where address = recipient)) as suppressed, \
            exists (select from outbox_attachments where message_id = id) as has_files";
    Ok(sql_query(claim)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Timestamptz, _>(lease)
        .bind::<sql_types::BigInt, _>(limit)
        .load(&mut conn)
        .await?)
}

/// Holds mails for longer: the given ones, as far as this worker still holds them.
pub(super) async fn renew(mut conn: Conn<'_>, held: &[Claimed], lease: DateTime<Utc>) -> Result<()> {
    let renew = "update outbox_messages set next_attempt_at = $3 from unnest($1, $2) as held (held_id, attempt) \
        where id = held_id and attempts = attempt and state = 'sending'";
    let (ids, attempts) = names(held);
    sql_query(renew)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
        .bind::<sql_types::Array<sql_types::Integer>, _>(attempts)
        .bind::<sql_types::Timestamptz, _>(lease)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Gives mails back that were not handed to a relay: they are due at once, for whoever comes next.
pub(super) async fn release(mut conn: Conn<'_>, held: &[Claimed], now: DateTime<Utc>) -> Result<()> {
    let release = "update outbox_messages set state = 'queued', next_attempt_at = $3 \
        from unnest($1, $2) as held (held_id, attempt) \
        where id = held_id and attempts = attempt and state = 'sending'";
    let (ids, attempts) = names(held);
    sql_query(release)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
        .bind::<sql_types::Array<sql_types::Integer>, _>(attempts)
        .bind::<sql_types::Timestamptz, _>(now)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// What names the attempts that this worker holds.
fn names(held: &[Claimed]) -> (Vec<Uuid>, Vec<i32>) {
    held.iter().map(|message| (message.id, message.attempts)).unzip()
}

/// How many mails have neither been sent nor given up.
pub(super) async fn waiting(mut conn: Conn<'_>) -> Result<u32> {
    let waiting = dsl::outbox_messages.filter(dsl::state.eq_any(["queued", "sending", "unknown"]));
    let count: i64 = waiting.count().get_result(&mut conn).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Notes what became of attempts, by one statement. The attempt is the fence: who lost the lease notes nothing. A mail that is at its end loses
/// its content in the same statement; until then it can be sent again as it was.
pub(super) async fn record(mut conn: Conn<'_>, ended: &[(&Claimed, Outcome)]) -> Result<()> {
    suppress(conn, ended).await?;
    let (mut ids, mut attempts, mut states) = (Vec::new(), Vec::new(), Vec::new());
    let (mut errors, mut next, mut sent) = (Vec::new(), Vec::new(), Vec::new());
    for (message, outcome) in ended {
        let (state, error, at, sent_at) = match outcome {
            Outcome::Sent(at) => ("sent", None, None, Some(*at)),
            Outcome::Again { at, reason, unknown: true } => ("unknown", Some(reason.as_str()), Some(*at), None),
            Outcome::Again { at, reason, unknown: false } => ("queued", Some(reason.as_str()), Some(*at), None),
            Outcome::Failed(reason) | Outcome::Bounced { reason, .. } => ("failed", Some(reason.as_str()), None, None),
            Outcome::Suppressed => ("suppressed", None, None, None),
        };
        ids.push(message.id);
        attempts.push(message.attempts);
        states.push(state);
        errors.push(error);
        next.push(at);
        sent.push(sent_at);
    }
    // A mail that was taken back says why already.
    let note = "update outbox_messages set state = ended.to, sent_at = ended.sent_at, \
            payload = case when ended.to in ('queued', 'unknown') then payload else $7 end, \
            last_error = case when ended.to = 'suppressed' then last_error else ended.error end, \
            next_attempt_at = coalesce(ended.next, next_attempt_at) \
        from unnest($1, $2, $3, $4, $5, $6) as ended (message, attempt, \"to\", error, next, sent_at) \
        where id = ended.message and attempts = ended.attempt and state = 'sending'";
    sql_query(note)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
        .bind::<sql_types::Array<sql_types::Integer>, _>(attempts)
        .bind::<sql_types::Array<sql_types::Text>, _>(states)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Text>>, _>(errors)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Timestamptz>>, _>(next)
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Timestamptz>>, _>(sent)
        .bind::<sql_types::Jsonb, _>(nothing())
        .execute(&mut conn)
        .await?;
    let with_files: Vec<Uuid> =
        ended.iter().filter(|(message, _)| message.has_files).map(|(message, _)| message.id).collect();
    if with_files.is_empty() { Ok(()) } else { forget_files(conn, &with_files).await }
}

/// Keeps addresses that the relay does not know from getting any more mail.
async fn suppress(mut conn: Conn<'_>, ended: &[(&Claimed, Outcome)]) -> Result<()> {
    let bounced = ended.iter().filter_map(|(message, outcome)| match outcome {
        Outcome::Bounced { at, reason } => Some((
            mail_suppressions::address.eq(&message.recipient),
            mail_suppressions::reason.eq(reason),
            mail_suppressions::created_at.eq(*at),
        )),
        _ => None,
    });
    let bounced: Vec<_> = bounced.collect();
    if !bounced.is_empty() {
        let insert = diesel::insert_into(mail_suppressions::table).values(bounced).on_conflict_do_nothing();
        insert.execute(&mut conn).await?;
    }
    Ok(())
}

/// Writes the files of a mail.
pub(super) async fn attach(mut conn: Conn<'_>, message: Uuid, files: Vec<Attachment>) -> Result<()> {
    let rows: Vec<_> = (0..)
        .zip(files)
        .map(|(position, file)| {
            (
                outbox_attachments::message_id.eq(message),
                outbox_attachments::position.eq(position),
                outbox_attachments::name.eq(file.name),
                outbox_attachments::media_type.eq(file.media_type),
                outbox_attachments::content.eq(file.content),
            )
        })
        .collect();
    diesel::insert_into(outbox_attachments::table).values(rows).execute(&mut conn).await?;
    Ok(())
}

/// The files of a mail, in their order.
pub(super) async fn attached(mut conn: Conn<'_>, message: Uuid) -> Result<Vec<Attachment>> {
    let query = outbox_attachments::table
        .filter(outbox_attachments::message_id.eq(message))
        .order(outbox_attachments::position)
        .select((outbox_attachments::name, outbox_attachments::media_type, outbox_attachments::content));
    let found: Vec<(String, String, Vec<u8>)> = query.load(&mut conn).await?;
    let file = |(name, media_type, content)| Attachment { name, media_type, content };
    Ok(found.into_iter().map(file).collect())
}

/// Removes the files of mails that go no more; those that may go again keep theirs.
async fn forget_files(mut conn: Conn<'_>, ids: &[Uuid]) -> Result<()> {
    let gone = dsl::outbox_messages
        .filter(dsl::id.eq_any(ids).and(dsl::state.eq_any(["sent", "failed", "suppressed"])))
        .select(dsl::id);
    diesel::delete(outbox_attachments::table.filter(outbox_attachments::message_id.eq_any(gone)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// How mails stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, QueryableByName)]
pub struct Tally {
    /// The relay took them.
    #[diesel(sql_type = sql_types::BigInt)]
    pub sent: i64,
    /// They wait, or are tried again.
    #[diesel(sql_type = sql_types::BigInt)]
    pub queued: i64,
    /// They were given up.
    #[diesel(sql_type = sql_types::BigInt)]
    pub failed: i64,
    /// They were taken back, or their address gets no mail.
    #[diesel(sql_type = sql_types::BigInt)]
    pub suppressed: i64,
}

/// How these mails stand.
pub(super) async fn tally(mut conn: Conn<'_>, ids: &[Uuid]) -> Result<Tally> {
    let sql = "select count(*) filter (where state = 'sent') as sent, \
            count(*) filter (where state in ('queued', 'sending', 'unknown')) as queued, \
            count(*) filter (where state = 'failed') as failed, count(*) filter (where state = 'suppressed') as suppressed \
        from outbox_messages where id = any($1)";
    Ok(sql_query(sql).bind::<sql_types::Array<sql_types::Uuid>, _>(ids).get_result(&mut conn).await?)
}
