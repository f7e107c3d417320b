//! The table of counts.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use super::Rule;
use crate::{
    kit::{Result, db::Conn},
    schema::allowances,
};

/// Counts one more, unless the moments that still count are as many as the rule allows. One statement, so that two at once cannot both be the last.
pub(super) async fn count(mut conn: Conn<'_>, rule: Rule, subject: &[u8], now: DateTime<Utc>) -> Result<bool> {
    let count = "insert into allowances as held (kind, subject, taken, forget_at) values ($1, $2, array[$3], $4) \
        on conflict (kind, subject) do update set forget_at = excluded.forget_at, \
            taken = array(select moment from unnest(held.taken) as moment where moment > $5 order by moment) || excluded.taken \
        where (select count(*) from unnest(held.taken) as moment where moment > $5) < $6";
    let counted = sql_query(count)
        .bind::<sql_types::Text, _>(rule.kind)
        .bind::<sql_types::Binary, _>(subject)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Timestamptz, _>(now + rule.within)
        .bind::<sql_types::Timestamptz, _>(now - rule.within)
        .bind::<sql_types::BigInt, _>(rule.most)
        .execute(&mut conn)
        .await?;
    Ok(counted == 1)
}

/// The oldest moment that still counts.
pub(super) async fn oldest(
    mut conn: Conn<'_>,
    rule: Rule,
    subject: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let moments: Option<Vec<Option<DateTime<Utc>>>> =
        allowances::table.find((rule.kind, subject)).select(allowances::taken).first(&mut conn).await.optional()?;
    Ok(moments.into_iter().flatten().flatten().filter(|moment| *moment > now - rule.within).min())
}

/// Removes a few rows that mean nothing any more: each that comes takes more away than it adds, so the table stays small without anybody's care.
/// Nobody waits for a row that another holds.
pub(super) async fn forget_some(mut conn: Conn<'_>, now: DateTime<Utc>) -> Result<()> {
    let forget = "delete from allowances where (kind, subject) in ( \
        select kind, subject from allowances where forget_at <= $1 order by forget_at limit 2 for update skip locked)";
    sql_query(forget).bind::<sql_types::Timestamptz, _>(now).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn forget(mut conn: Conn<'_>, rule: Rule, subject: &[u8]) -> Result<()> {
    diesel::delete(allowances::table.find((rule.kind, subject))).execute(&mut conn).await?;
    Ok(())
}
