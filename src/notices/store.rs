//! The tables of subscriptions and of who was told.

use chrono::{DateTime, Utc};
use diesel::{pg::Pg, prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Subject, SubjectKind, SubscriberCount, Subscription, SubscriptionId, SubscriptionStatus};
use crate::{
    kit::{
        Result,
        db::Conn,
        graphql::page::Page,
        scope::OperationId,
        text::{Language, LocalizedText},
    },
    schema::{deliveries, subscriptions::dsl},
};

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = sql_types::Uuid)]
    operation_id: OperationId,
    #[diesel(sql_type = sql_types::Jsonb)]
    title: LocalizedText,
}

/// Something that the public may follow: an operation that is at work, or an appeal that was published.
pub(super) async fn subject(mut conn: Conn<'_>, kind: SubjectKind, id: Uuid) -> Result<Option<Subject>> {
    let query = match kind {
        // Nobody asks for reminders: they come with the work.
        SubjectKind::Reminders => return Ok(None),
        SubjectKind::Operation => {
            "select id as operation_id, names as title from operations where id = $1 and status = 'ACTIVE'"
        }
        SubjectKind::Appeal => {
            "select operation_id, names as title from appeals where id = $1 and status in ('PUBLISHED', 'REVISED')"
        }
    };
    let found: Option<Found> =
        sql_query(query).bind::<sql_types::Uuid, _>(id).get_result(&mut conn).await.optional()?;
    Ok(found.map(|found| Subject { kind, id, operation_id: found.operation_id, title: found.title }))
}

/// Enters a subscription, or wakes the one that the address had: one that was stopped is asked again, one that was confirmed stays so.
pub(super) async fn enter(mut conn: Conn<'_>, new: &Subscription) -> Result<Subscription> {
    let asked_again = diesel::dsl::case_when(
        dsl::status.eq(SubscriptionStatus::Stopped),
        diesel::dsl::sql::<sql_types::Text>("'PENDING'"),
    )
    .otherwise(dsl::status);
    Ok(diesel::insert_into(dsl::subscriptions)
        .values(new)
        .on_conflict((dsl::subject, dsl::subject_id, dsl::email))
        .do_update()
        .set((dsl::status.eq(asked_again), dsl::title.eq(&new.title)))
        .returning(Subscription::as_returning())
        .get_result(&mut conn)
        .await?)
}

/// The subscriptions of addresses to one subject: those that there were, as they stand, and new ones.
pub(super) async fn enrol(mut conn: Conn<'_>, wanted: &[Subscription]) -> Result<Vec<Subscription>> {
    Ok(diesel::insert_into(dsl::subscriptions)
        .values(wanted)
        .on_conflict((dsl::subject, dsl::subject_id, dsl::email))
        .do_update()
        .set(dsl::title.eq(diesel::upsert::excluded(dsl::title)))
        .returning(Subscription::as_returning())
        .get_results(&mut conn)
        .await?)
}

pub(super) async fn by_token(mut conn: Conn<'_>, token: &str) -> Result<Option<Subscription>> {
    let query = dsl::subscriptions.filter(dsl::token.eq(token)).select(Subscription::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

/// The same, held until the transaction ends.
pub(super) async fn lock_by_token(mut conn: Conn<'_>, token: &str) -> Result<Option<Subscription>> {
    let query = dsl::subscriptions.filter(dsl::token.eq(token)).select(Subscription::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// Every subscription of an address.
pub(super) async fn of_address(mut conn: Conn<'_>, email: &str) -> Result<Vec<Subscription>> {
    let query = dsl::subscriptions.filter(dsl::email.eq(email)).order(dsl::id).select(Subscription::as_select());
    Ok(query.load(&mut conn).await?)
}

/// The same, held until the transaction ends.
pub(super) async fn lock_of_address(mut conn: Conn<'_>, email: &str) -> Result<Vec<Subscription>> {
    let query = dsl::subscriptions.filter(dsl::email.eq(email)).order(dsl::id).select(Subscription::as_select());
    Ok(query.for_update().load(&mut conn).await?)
}

pub(super) async fn confirm(mut conn: Conn<'_>, ids: &[SubscriptionId], now: DateTime<Utc>) -> Result<()> {
    diesel::update(dsl::subscriptions.filter(dsl::id.eq_any(ids)))
        .set((
            dsl::status.eq(SubscriptionStatus::Confirmed),
            dsl::confirmed_at.eq(now),
            dsl::stopped_at.eq(None::<DateTime<Utc>>),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Stops subscriptions and gives the mails that were left for them.
pub(super) async fn stop(mut conn: Conn<'_>, ids: &[SubscriptionId], now: DateTime<Utc>) -> Result<Vec<Uuid>> {
    diesel::update(dsl::subscriptions.filter(dsl::id.eq_any(ids)))
        .set((dsl::status.eq(SubscriptionStatus::Stopped), dsl::stopped_at.eq(now)))
        .execute(&mut conn)
        .await?;
    let query = deliveries::table.filter(deliveries::subscription_id.eq_any(ids)).select(deliveries::message_id);
    Ok(query.load(&mut conn).await?)
}

pub(super) async fn set_language(mut conn: Conn<'_>, email: &str, language: Language) -> Result<()> {
    diesel::update(dsl::subscriptions.filter(dsl::email.eq(email)))
        .set(dsl::language.eq(language))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Who is to be told of news of these subjects. Nobody can stop while the mails are being written: a stop that comes now waits, and then takes
/// them back.
pub(super) async fn to_be_told(
    mut conn: Conn<'_>,
    event: Uuid,
    subjects: &[(SubjectKind, Uuid)],
) -> Result<Vec<Subscription>> {
    let told = deliveries::table
        .filter(deliveries::event_id.eq(event).and(deliveries::subscription_id.eq(dsl::id)))
        .select(deliveries::subscription_id);
    let mut of_subjects: Box<dyn BoxableExpression<dsl::subscriptions, Pg, SqlType = sql_types::Bool>> =
        Box::new(false.into_sql::<sql_types::Bool>());
    for (kind, id) in subjects {
        of_subjects = Box::new(of_subjects.or(dsl::subject.eq(*kind).and(dsl::subject_id.eq(*id))));
    }
    Ok(dsl::subscriptions
        .filter(of_subjects)
        .filter(dsl::status.eq(SubscriptionStatus::Confirmed))
        .filter(diesel::dsl::not(diesel::dsl::exists(told)))
        .select(Subscription::as_select())
        .for_share()
        .load(&mut conn)
        .await?)
}

/// Notes who was told by which mail.
pub(super) async fn note_told(
    mut conn: Conn<'_>,
    event: Uuid,
    told: (Vec<SubscriptionId>, Vec<Uuid>),
    now: DateTime<Utc>,
) -> Result<()> {
    let insert = "insert into deliveries (event_id, subscription_id, message_id, created_at) \
        select $1, subscription_id, message_id, $2 from unnest($3, $4) as told (subscription_id, message_id) \
        on conflict do nothing";
    sql_query(insert)
        .bind::<sql_types::Uuid, _>(event)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(told.0)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(told.1)
        .execute(&mut conn)
        .await?;
    Ok(())
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = sql_types::Text)]
    subject: SubjectKind,
    #[diesel(sql_type = sql_types::Uuid)]
    subject_id: Uuid,
    #[diesel(sql_type = sql_types::Jsonb)]
    title: LocalizedText,
    #[diesel(sql_type = sql_types::BigInt)]
    confirmed: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pending: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    undeliverable: i64,
}

/// How many follow what of an operation. Subjects that nobody follows any more are left out.
pub(super) async fn counts(mut conn: Conn<'_>, operation: OperationId, page: &Page) -> Result<Vec<SubscriberCount>> {
    let query = "select subject, subject_id, (array_agg(title order by created_at desc))[1] as title, \
            count(*) filter (where status = 'CONFIRMED') as confirmed, count(*) filter (where status = 'PENDING') as pending, \
            count(*) filter (where status = 'CONFIRMED' and email in (select address from mail_suppressions)) as undeliverable \
        from subscriptions where operation_id = $1 and status <> 'STOPPED' and subject <> 'REMINDERS' and subject_id > $2 \
        group by subject, subject_id order by subject_id limit $3";
    let after = page.after_key::<(Uuid,)>()?.map_or(Uuid::nil(), |(id,)| id);
    let counted: Vec<Counted> = sql_query(query)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Uuid, _>(after)
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?;
    let count = |row: Counted| SubscriberCount {
        subject: row.subject,
        subject_id: row.subject_id,
        title: row.title,
        confirmed: row.confirmed,
        pending: row.pending,
        undeliverable: row.undeliverable,
    };
    Ok(counted.into_iter().map(count).collect())
}
