//! The table of jobs.

use chrono::{DateTime, TimeDelta, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    kit::{
        Result,
        db::{Conn, Transaction},
    },
    schema::jobs::dsl,
};

/// A job that this worker holds.
#[derive(QueryableByName)]
pub(super) struct Claimed {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) kind: String,
    #[diesel(sql_type = sql_types::Jsonb)]
    pub(super) payload: Value,
    #[diesel(sql_type = sql_types::Integer)]
    pub(super) attempts: i32,
}

pub(super) async fn insert(transaction: &Transaction, kind: &str, payload: Value, run_at: DateTime<Utc>) -> Result<()> {
    diesel::insert_into(dsl::jobs)
        .values((
            dsl::id.eq(transaction.new_uuid()),
            dsl::kind.eq(kind),
            dsl::payload.eq(payload),
            dsl::run_at.eq(run_at),
            dsl::created_at.eq(transaction.now()),
        ))
        .execute(&mut transaction.conn())
        .await?;
    Ok(())
}

/// Takes the job that is due longest and that nobody holds.
pub(super) async fn claim(mut conn: Conn<'_>, now: DateTime<Utc>, lease: DateTime<Utc>) -> Result<Option<Claimed>> {
    let claim = "update jobs set leased_until = $2, attempts = attempts + 1 where id = ( \
            select id from jobs where failed_at is null and run_at <= $1 and (leased_until is null or leased_until < $1) \
            order by run_at limit 1 for update skip locked) \
        returning id, kind, payload, attempts";
    Ok(sql_query(claim)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Timestamptz, _>(lease)
        .get_result(&mut conn)
        .await
        .optional()?)
}

/// Removes a job that is done. The attempt is the fence: who lost the lease removes nothing.
pub(super) async fn finish(mut conn: Conn<'_>, job: &Claimed) -> Result<()> {
    diesel::delete(dsl::jobs.find(job.id).filter(dsl::attempts.eq(job.attempts))).execute(&mut conn).await?;
    Ok(())
}

/// Holds a job for longer. Who lost the lease holds nothing.
pub(super) async fn renew(mut conn: Conn<'_>, job: &Claimed, lease: DateTime<Utc>) -> Result<()> {
    let held = dsl::jobs.find(job.id).filter(dsl::attempts.eq(job.attempts));
    diesel::update(held).set(dsl::leased_until.eq(Some(lease))).execute(&mut conn).await?;
    Ok(())
}

/// Puts a job back for whoever comes next.
pub(super) async fn release(mut conn: Conn<'_>, job: &Claimed, now: DateTime<Utc>) -> Result<()> {
    diesel::update(dsl::jobs.find(job.id).filter(dsl::attempts.eq(job.attempts)))
        .set((dsl::run_at.eq(now), dsl::leased_until.eq(None::<DateTime<Utc>>)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// How many jobs are due and not given up.
pub(super) async fn waiting(mut conn: Conn<'_>, now: DateTime<Utc>) -> Result<u32> {
    let due = dsl::jobs.filter(dsl::failed_at.is_null().and(dsl::run_at.le(now)));
    let count: i64 = due.count().get_result(&mut conn).await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Puts a job back after a failure, or gives it up.
pub(super) async fn put_back(
    mut conn: Conn<'_>,
    job: &Claimed,
    error: &str,
    now: DateTime<Utc>,
    pause: TimeDelta,
    given_up: bool,
) -> Result<()> {
    diesel::update(dsl::jobs.find(job.id).filter(dsl::attempts.eq(job.attempts)))
        .set((
            dsl::run_at.eq(now + pause),
            dsl::leased_until.eq(None::<DateTime<Utc>>),
            dsl::last_error.eq(error),
            dsl::failed_at.eq(given_up.then_some(now)),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}
