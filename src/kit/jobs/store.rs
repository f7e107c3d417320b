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

pub(super) async fn insert(transaction: &Transaction, kind: &str, payload: Value) -> Result<()> {
    diesel::insert_into(dsl::jobs)
        .values((
            dsl::id.eq(transaction.new_uuid()),
            dsl::kind.eq(kind),
            dsl::payload.eq(payload),
            dsl::run_at.eq(transaction.now()),
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
