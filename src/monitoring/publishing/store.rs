//! The tables of publications, links and calendars.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

use super::model::{
    CalendarFeed, Content, Counted, LateChange, LateChangeKind, Publication, PublicationId, ShareLink, ShareLinkId,
};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, Db},
        graphql::{loaders::Batch, page::Page},
        scope::{OperationId, UserId},
    },
    monitoring::model::{Period, PeriodId, ReportId, ReportStatus},
    plans::PlanId,
    schema::{calendar_feeds, operations, period_publications, reporting_periods, response_plans, share_links},
};

pub(super) async fn insert(
    mut conn: Conn<'_>,
    publication: &Publication,
    content: &Value,
    reports: &[Counted],
) -> Result<()> {
    let reports = serde_json::to_value(reports).map_err(Error::internal)?;
    diesel::insert_into(period_publications::table)
        .values((publication, period_publications::content.eq(content), period_publications::reports.eq(reports)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// The last publication of a period.
pub(super) async fn last_of_period(mut conn: Conn<'_>, period: PeriodId) -> Result<Option<Publication>> {
    let query = period_publications::table
        .filter(period_publications::period_id.eq(period))
        .order(period_publications::number.desc());
    Ok(query.select(Publication::as_select()).first(&mut conn).await.optional()?)
}

/// What holds of a plan: the last publication of the latest period that has one.
pub(super) async fn holding(mut conn: Conn<'_>, plan: PlanId) -> Result<Option<Publication>> {
    let query = period_publications::table
        .inner_join(reporting_periods::table.on(reporting_periods::id.eq(period_publications::period_id)))
        .filter(period_publications::plan_id.eq(plan))
        .order((reporting_periods::number.desc(), period_publications::number.desc()));
    Ok(query.select(Publication::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn publication(mut conn: Conn<'_>, id: PublicationId) -> Result<Option<Publication>> {
    let query = period_publications::table.find(id).select(Publication::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

/// The publications of a plan, the earliest first.
pub(super) async fn publications(mut conn: Conn<'_>, plan: PlanId, page: &Page) -> Result<Vec<Publication>> {
    let mut query = period_publications::table.filter(period_publications::plan_id.eq(plan)).into_boxed();
    if let Some((at, id)) = page.after_key::<(DateTime<Utc>, PublicationId)>()? {
        let later = period_publications::published_at.gt(at);
        let same = period_publications::published_at.eq(at).and(period_publications::id.gt(id));
        query = query.filter(later.or(same));
    }
    let query = query.order((period_publications::published_at, period_publications::id)).limit(page.limit());
    Ok(query.select(Publication::as_select()).load(&mut conn).await?)
}

/// What a publication holds.
pub(super) async fn content(mut conn: Conn<'_>, id: PublicationId) -> Result<Content> {
    let content = period_publications::table.find(id).select(period_publications::content).first(&mut conn).await?;
    serde_json::from_value(content).map_err(Error::internal)
}

#[derive(QueryableByName)]
struct CountedRow {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Integer)]
    version: i32,
}

/// The accepted reports of these periods, each with its version.
pub(super) async fn counted(mut conn: Conn<'_>, plan: PlanId, periods: &[PeriodId]) -> Result<Vec<Counted>> {
    let sql = "select id, version from reports
        where plan_id = $1 and period_id = any($2) and status = 'ACCEPTED' order by id";
    let rows: Vec<CountedRow> = sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(periods)
        .load(&mut conn)
        .await?;
    Ok(rows.into_iter().map(|row| Counted { id: row.id, version: row.version }).collect())
}

#[derive(QueryableByName)]
struct LateRow {
    #[diesel(sql_type = sql_types::BigInt)]
    asked: i64,
    #[diesel(sql_type = sql_types::Uuid)]
    report: ReportId,
    #[diesel(sql_type = sql_types::Text)]
    kind: LateChangeKind,
    #[diesel(sql_type = sql_types::Text)]
    status: ReportStatus,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Timestamptz>)]
    decided_at: Option<DateTime<Utc>>,
}

/// What publications hold, as it was written.
pub(super) struct ContentOf;

impl Batch<Db> for ContentOf {
    type Key = PublicationId;
    type Value = Arc<Value>;

    async fn load(db: &Db, keys: Vec<PublicationId>) -> Result<HashMap<PublicationId, Self::Value>> {
        let query = period_publications::table.filter(period_publications::id.eq_any(keys));
        let query = query.select((period_publications::id, period_publications::content));
        let found: Vec<(PublicationId, Value)> = query.load(&mut db.conn().await?).await?;
        Ok(found.into_iter().map(|(id, content)| (id, Arc::new(content))).collect())
    }
}

/// A page of what is otherwise now than in a publication, by report: the publication, the report behind which the page begins, how many at most.
pub(super) struct PageOfLateChanges;

/// What such a page is asked for by.
pub(super) type LateAsked = (PublicationId, Option<ReportId>, i64);

impl Batch<Db> for PageOfLateChanges {
    type Key = LateAsked;
    type Value = Arc<Vec<LateChange>>;

    async fn load(db: &Db, keys: Vec<LateAsked>) -> Result<HashMap<LateAsked, Self::Value>> {
        let sql = "select asked.number as asked, late.*
            from unnest($1, $2, $3) with ordinality as asked (publication, after, most, number)
            cross join lateral (
                select r.id as report, r.status, r.decided_at,
                    case when published.id is null then 'ACCEPTED' when r.status <> 'ACCEPTED' then 'REOPENED' else 'CHANGED' end as kind
                from period_publications p
                join reporting_periods last on last.id = p.period_id
                join reporting_periods each on each.plan_id = p.plan_id and each.number <= last.number
                join reports r on r.period_id = each.id
                left join jsonb_to_recordset(p.reports) as published (id uuid, version integer) on published.id = r.id
                where p.id = asked.publication and (asked.after is null or r.id > asked.after)
                    and (published.id is null and r.status = 'ACCEPTED' or published.version <> r.version)
                order by r.id limit asked.most) late
            order by asked.number, late.report";
        let rows: Vec<LateRow> = sql_query(sql)
            .bind::<sql_types::Array<sql_types::Uuid>, _>(keys.iter().map(|key| key.0).collect::<Vec<_>>())
            .bind::<sql_types::Array<sql_types::Nullable<sql_types::Uuid>>, _>(
                keys.iter().map(|key| key.1).collect::<Vec<_>>(),
            )
            .bind::<sql_types::Array<sql_types::BigInt>, _>(keys.iter().map(|key| key.2).collect::<Vec<_>>())
            .load(&mut db.conn().await?)
            .await?;
        let mut changes: Vec<Vec<LateChange>> = vec![Vec::new(); keys.len()];
        for row in rows {
            let place = usize::try_from(row.asked).map_err(Error::internal)?.saturating_sub(1);
            if let Some(changes) = changes.get_mut(place) {
                let LateRow { report, kind, status, decided_at, .. } = row;
                changes.push(LateChange { report, kind, status, decided_at });
            }
        }
        Ok(keys.into_iter().zip(changes.into_iter().map(Arc::new)).collect())
    }
}

pub(super) async fn insert_link(mut conn: Conn<'_>, link: &ShareLink, token_hash: &[u8]) -> Result<()> {
    diesel::insert_into(share_links::table)
        .values((link, share_links::token_hash.eq(token_hash)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// A link, held until the transaction ends.
pub(super) async fn lock_link(mut conn: Conn<'_>, id: ShareLinkId) -> Result<Option<ShareLink>> {
    Ok(share_links::table.find(id).select(ShareLink::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// Takes a link back; one that was, stays as it was.
pub(super) async fn revoke_link(mut conn: Conn<'_>, id: ShareLinkId, now: DateTime<Utc>) -> Result<()> {
    diesel::update(share_links::table.find(id).filter(share_links::revoked_at.is_null()))
        .set(share_links::revoked_at.eq(now))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// The link with this secret, while it leads somewhere.
pub(super) async fn link_by_secret(
    mut conn: Conn<'_>,
    token_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<ShareLink>> {
    let query = share_links::table
        .filter(share_links::token_hash.eq(token_hash))
        .filter(share_links::revoked_at.is_null())
        .filter(share_links::expires_at.gt(now));
    Ok(query.select(ShareLink::as_select()).first(&mut conn).await.optional()?)
}

/// The links of a plan, the earliest first.
pub(super) async fn links(mut conn: Conn<'_>, plan: PlanId, page: &Page) -> Result<Vec<ShareLink>> {
    let mut query = share_links::table.filter(share_links::plan_id.eq(plan)).into_boxed();
    if let Some((at, id)) = page.after_key::<(DateTime<Utc>, ShareLinkId)>()? {
        let same = share_links::created_at.eq(at).and(share_links::id.gt(id));
        query = query.filter(share_links::created_at.gt(at).or(same));
    }
    let query = query.order((share_links::created_at, share_links::id)).limit(page.limit());
    Ok(query.select(ShareLink::as_select()).load(&mut conn).await?)
}

/// Takes back the calendar of a user.
pub(super) async fn revoke_calendar(mut conn: Conn<'_>, user: UserId, now: DateTime<Utc>) -> Result<usize> {
    let own = calendar_feeds::user_id.eq(user).and(calendar_feeds::revoked_at.is_null());
    let update = diesel::update(calendar_feeds::table.filter(own)).set(calendar_feeds::revoked_at.eq(now));
    Ok(update.execute(&mut conn).await?)
}

pub(super) async fn insert_calendar(mut conn: Conn<'_>, feed: &CalendarFeed, token_hash: &[u8]) -> Result<()> {
    diesel::insert_into(calendar_feeds::table)
        .values((feed, calendar_feeds::token_hash.eq(token_hash)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Whose calendar has this secret.
pub(super) async fn user_of_calendar(mut conn: Conn<'_>, token_hash: &[u8]) -> Result<Option<UserId>> {
    let query = calendar_feeds::table
        .filter(calendar_feeds::token_hash.eq(token_hash))
        .filter(calendar_feeds::revoked_at.is_null());
    Ok(query.select(calendar_feeds::user_id).first(&mut conn).await.optional()?)
}

/// Every period, with the time zone of its operation: a calendar shows those whose plan its reader may know of.
pub(super) async fn periods_since(
    mut conn: Conn<'_>,
    since: DateTime<Utc>,
    wanted: Option<&[OperationId]>,
) -> Result<Vec<(Period, String)>> {
    let mut query = reporting_periods::table
        .inner_join(response_plans::table.on(response_plans::id.eq(reporting_periods::plan_id)))
        .inner_join(operations::table.on(operations::id.eq(response_plans::operation_id)))
        .filter(reporting_periods::due_at.gt(since))
        .into_boxed();
    if let Some(wanted) = wanted {
        query = query.filter(response_plans::operation_id.eq_any(wanted.to_vec()));
    }
    let query = query.order((reporting_periods::due_at, reporting_periods::id));
    Ok(query.select((Period::as_select(), operations::time_zone)).load(&mut conn).await?)
}
