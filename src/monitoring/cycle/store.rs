//! The tables of openings and reminders.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Due, Reminder, ReminderId, ReminderItem, ReportingSettings, Told};
use crate::{
    kit::{
        Result,
        auth::Reach,
        db::Conn,
        graphql::page::Page,
        scope::{ClusterId, OperationId, OrganisationId, UserId},
    },
    monitoring::{
        model::{Period, PeriodId, ReportId},
        sql,
    },
    plans::PlanId,
    schema::{reporting_periods, reporting_settings},
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// What is expected of plan `$1` in periods `$2`, with the report where one was begun: of an organisation that was merged the latest.
fn due() -> String {
    format!(
        "{},
        begun as (
            select distinct on (r.period_id, r.cluster_id, coalesce(o.merged_into_id, o.id))
                r.id as report_id, r.period_id, r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, r.status, r.submitted_at
            from reports r join organisations o on o.id = r.organisation_id
            where r.plan_id = any($1) and r.period_id = any($2)
            order by r.period_id, r.cluster_id, coalesce(o.merged_into_id, o.id), r.submitted_at desc nulls last, r.id desc
        ),
        due as (
            select e.period_id, e.cluster_id, e.organisation_id, b.report_id, b.status, b.submitted_at
            from expected e left join begun b using (period_id, cluster_id, organisation_id)
        )",
        sql::expected()
    )
}

/// Everything that is expected in these periods.
pub(super) async fn all_due(mut conn: Conn<'_>, plan: PlanId, periods: &[PeriodId]) -> Result<Vec<Due>> {
    let sql = format!("with {} select * from due order by period_id, cluster_id, organisation_id", due());
    let query = sql_query(sql).bind::<Ids, _>(vec![plan]).bind::<Ids, _>(periods);
    Ok(query.load(&mut conn).await?)
}

/// Which of what is expected to list.
pub(super) struct DueFilter {
    /// Only what was not sent.
    pub(super) open: bool,
    pub(super) reach: Reach,
    pub(super) operation: OperationId,
}

const SEEN: &str = "($3 or $4 or cluster_id = any($5)
    or exists (select from unnest($6, $7) own (c, o) where own.c = cluster_id and own.o = organisation_id))
    and (not $8 or status is null or status not in ('SUBMITTED', 'ACCEPTED'))";

/// A page of what is expected in a period, as far as the viewer may know of the reports, by cluster and organisation.
pub(super) async fn due_page(
    mut conn: Conn<'_>,
    (plan, period): (PlanId, PeriodId),
    filter: &DueFilter,
    page: &Page,
) -> Result<Vec<Due>> {
    let sql = format!(
        "with {} select * from due where {SEEN} and (cluster_id, organisation_id) > ($9, $10)
        order by cluster_id, organisation_id limit $11",
        due()
    );
    let (cluster, organisation) = page.after_key::<(Uuid, Uuid)>()?.unwrap_or_default();
    let (clusters, organisations): (Vec<ClusterId>, Vec<OrganisationId>) =
        filter.reach.organisations.iter().copied().unzip();
    let query = sql_query(sql)
        .bind::<Ids, _>(vec![plan])
        .bind::<Ids, _>(vec![period])
        .bind::<sql_types::Bool, _>(filter.reach.everywhere)
        .bind::<sql_types::Bool, _>(filter.reach.operations.contains(&filter.operation))
        .bind::<Ids, _>(&filter.reach.clusters)
        .bind::<Ids, _>(clusters)
        .bind::<Ids, _>(organisations)
        .bind::<sql_types::Bool, _>(filter.open)
        .bind::<sql_types::Uuid, _>(cluster)
        .bind::<sql_types::Uuid, _>(organisation)
        .bind::<sql_types::BigInt, _>(page.limit());
    Ok(query.load(&mut conn).await?)
}

/// Begins reports, without rows, where none was begun: their ids, and whose they are.
pub(super) async fn begin_reports(
    mut conn: Conn<'_>,
    (operation, period): (OperationId, &Period),
    ids: &[ReportId],
    due: &[&Due],
    now: DateTime<Utc>,
) -> Result<()> {
    let sql = "insert into reports
            (id, operation_id, plan_id, period_id, cluster_id, organisation_id, status, created_at, updated_at)
        select new.id, $1, $2, $3, new.cluster_id, new.organisation_id, 'DRAFT', $4, $4
        from unnest($5, $6, $7) new (id, cluster_id, organisation_id)
        on conflict do nothing";
    sql_query(sql)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Uuid, _>(period.plan_id)
        .bind::<sql_types::Uuid, _>(period.id)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<Ids, _>(ids)
        .bind::<Ids, _>(due.iter().map(|due| due.cluster_id).collect::<Vec<_>>())
        .bind::<Ids, _>(due.iter().map(|due| due.organisation_id).collect::<Vec<_>>())
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Notes from when a period is open and that it was announced.
pub(super) async fn set_announced(mut conn: Conn<'_>, period: &Period) -> Result<()> {
    diesel::update(reporting_periods::table.find(period.id))
        .set((reporting_periods::opens_at.eq(period.opens_at), reporting_periods::announced_at.eq(period.announced_at)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Who was told that a period is open.
pub(super) async fn told(mut conn: Conn<'_>, period: PeriodId) -> Result<Vec<Told>> {
    let sql = "select user_id, message_id, created_at from opening_mails where period_id = $1";
    Ok(sql_query(sql).bind::<sql_types::Uuid, _>(period).load(&mut conn).await?)
}

/// Notes that somebody was told. False when that was noted before.
pub(super) async fn note_told(
    mut conn: Conn<'_>,
    (operation, period): (OperationId, PeriodId),
    user: UserId,
    message: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<bool> {
    let sql = "insert into opening_mails (period_id, user_id, operation_id, message_id, created_at)
        values ($1, $2, $3, $4, $5) on conflict do nothing";
    let noted = sql_query(sql)
        .bind::<sql_types::Uuid, _>(period)
        .bind::<sql_types::Uuid, _>(user)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(message)
        .bind::<sql_types::Timestamptz, _>(now)
        .execute(&mut conn)
        .await?;
    Ok(noted == 1)
}

pub(super) async fn settings(mut conn: Conn<'_>, plan: PlanId) -> Result<Option<ReportingSettings>> {
    let query = reporting_settings::table.find(plan).select(ReportingSettings::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn save_settings(mut conn: Conn<'_>, settings: &ReportingSettings) -> Result<()> {
    diesel::insert_into(reporting_settings::table)
        .values(settings)
        .on_conflict(reporting_settings::plan_id)
        .do_update()
        .set(settings)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Takes a day of a plan. False when somebody took it before.
pub(super) async fn take_round(mut conn: Conn<'_>, plan: PlanId, day: NaiveDate) -> Result<bool> {
    let sql = "insert into reminder_rounds (plan_id, day) values ($1, $2) on conflict do nothing";
    let query = sql_query(sql).bind::<sql_types::Uuid, _>(plan).bind::<sql_types::Date, _>(day);
    Ok(query.execute(&mut conn).await? == 1)
}

/// Those who were reminded of a plan on a day.
pub(super) async fn reminded_on(mut conn: Conn<'_>, plan: PlanId, day: NaiveDate) -> Result<Vec<UserId>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = sql_types::Uuid)]
        user_id: UserId,
    }
    let sql = "select user_id from reminders where plan_id = $1 and day = $2 order by user_id";
    let found: Vec<Row> =
        sql_query(sql).bind::<sql_types::Uuid, _>(plan).bind::<sql_types::Date, _>(day).load(&mut conn).await?;
    Ok(found.into_iter().map(|row| row.user_id).collect())
}

/// A reminder to be noted.
pub(super) struct NewReminder {
    pub(super) id: ReminderId,
    pub(super) user: UserId,
    pub(super) message: Uuid,
    pub(super) due: Vec<Due>,
}

/// Notes reminders and what they were about.
pub(super) async fn insert_reminders(
    mut conn: Conn<'_>,
    (operation, plan, day): (OperationId, PlanId, NaiveDate),
    by: Option<UserId>,
    new: &[NewReminder],
    now: DateTime<Utc>,
) -> Result<()> {
    sql_query(
        "insert into reminders (id, operation_id, plan_id, user_id, day, message_id, reminded_by, created_at)
        select new.id, $1, $2, new.user_id, $3, new.message_id, $4, $5 from unnest($6, $7, $8) new (id, user_id, message_id)",
    )
    .bind::<sql_types::Uuid, _>(operation)
    .bind::<sql_types::Uuid, _>(plan)
    .bind::<sql_types::Date, _>(day)
    .bind::<sql_types::Nullable<sql_types::Uuid>, _>(by)
    .bind::<sql_types::Timestamptz, _>(now)
    .bind::<Ids, _>(new.iter().map(|one| one.id).collect::<Vec<_>>())
    .bind::<Ids, _>(new.iter().map(|one| one.user).collect::<Vec<_>>())
    .bind::<Ids, _>(new.iter().map(|one| one.message).collect::<Vec<_>>())
    .execute(&mut conn)
    .await?;
    let items: Vec<(ReminderId, &Due)> =
        new.iter().flat_map(|one| one.due.iter().map(move |due| (one.id, due))).collect();
    sql_query("insert into reminder_items (reminder_id, period_id, cluster_id, organisation_id) select * from unnest($1, $2, $3, $4)")
        .bind::<Ids, _>(items.iter().map(|(id, _)| *id).collect::<Vec<_>>())
        .bind::<Ids, _>(items.iter().map(|(_, due)| due.period_id).collect::<Vec<_>>())
        .bind::<Ids, _>(items.iter().map(|(_, due)| due.cluster_id).collect::<Vec<_>>())
        .bind::<Ids, _>(items.iter().map(|(_, due)| due.organisation_id).collect::<Vec<_>>())
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// A reminder that may still wait in the outbox.
#[derive(Debug, QueryableByName)]
pub(super) struct Waiting {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: ReminderId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) user_id: UserId,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) message_id: Uuid,
    #[diesel(sql_type = sql_types::Date)]
    pub(super) day: NaiveDate,
}

/// The reminders about a report whose mails have not gone yet.
pub(super) async fn waiting_about(
    mut conn: Conn<'_>,
    (period, cluster, organisation): (PeriodId, ClusterId, OrganisationId),
) -> Result<Vec<Waiting>> {
    let sql = "select r.id, r.user_id, r.message_id, r.day
        from reminder_items i join reminders r on r.id = i.reminder_id
        join outbox_messages m on m.id = r.message_id and m.state in ('queued', 'sending', 'unknown')
        where i.period_id = $1 and i.cluster_id = $2
            and i.organisation_id = (select coalesce(merged_into_id, id) from organisations where id = $3)";
    Ok(sql_query(sql)
        .bind::<sql_types::Uuid, _>(period)
        .bind::<sql_types::Uuid, _>(cluster)
        .bind::<sql_types::Uuid, _>(organisation)
        .load(&mut conn)
        .await?)
}

/// The reminders of a plan whose mails have not gone yet.
pub(super) async fn waiting_of_plan(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Waiting>> {
    let sql = "select r.id, r.user_id, r.message_id, r.day from reminders r
        join outbox_messages m on m.id = r.message_id and m.state in ('queued', 'sending', 'unknown')
        where r.plan_id = $1";
    Ok(sql_query(sql).bind::<sql_types::Uuid, _>(plan).load(&mut conn).await?)
}

/// Another mail, or none, in the place of the one that a reminder went by.
pub(super) async fn replace_message(mut conn: Conn<'_>, id: ReminderId, message: Option<Uuid>) -> Result<()> {
    let query = sql_query("update reminders set message_id = $2 where id = $1");
    query
        .bind::<sql_types::Uuid, _>(id)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(message)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// A page of a plan's reminders, the latest first, of what lies in these clusters or in any.
pub(super) async fn reminders(
    mut conn: Conn<'_>,
    plan: PlanId,
    period: Option<PeriodId>,
    clusters: Option<&[ClusterId]>,
    page: &Page,
) -> Result<Vec<Reminder>> {
    let sql = "select r.id, r.user_id, r.day, r.reminded_by, r.created_at from reminders r
        where r.plan_id = $1 and ($5::uuid is null or r.id < $5) and exists (
            select from reminder_items i where i.reminder_id = r.id
                and ($2::uuid is null or i.period_id = $2) and ($3::uuid[] is null or i.cluster_id = any($3)))
        order by r.id desc limit $4";
    let after = page.after_key::<(Uuid,)>()?.map(|(id,)| id);
    Ok(sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(period)
        .bind::<sql_types::Nullable<Ids>, _>(clusters)
        .bind::<sql_types::BigInt, _>(page.limit())
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(after)
        .load(&mut conn)
        .await?)
}

/// What reminders were about, as it is now.
pub(super) async fn items_of(mut conn: Conn<'_>, reminders: &[ReminderId]) -> Result<Vec<ReminderItem>> {
    let sql = "select distinct on (i.reminder_id, i.period_id, i.cluster_id, i.organisation_id)
            i.reminder_id, m.created_at as reminded_at, i.period_id, i.cluster_id, i.organisation_id,
            r.id as report_id, r.status, r.submitted_at
        from reminder_items i
        join reminders m on m.id = i.reminder_id
        left join (reports r join organisations o on o.id = r.organisation_id)
            on r.period_id = i.period_id and r.cluster_id = i.cluster_id and coalesce(o.merged_into_id, o.id) = i.organisation_id
        where i.reminder_id = any($1)
        order by i.reminder_id, i.period_id, i.cluster_id, i.organisation_id, r.submitted_at desc nulls last";
    Ok(sql_query(sql).bind::<Ids, _>(reminders).load(&mut conn).await?)
}

/// These periods, in the order of time.
pub(super) async fn periods(mut conn: Conn<'_>, ids: &[PeriodId]) -> Result<Vec<Period>> {
    let query = reporting_periods::table.filter(reporting_periods::id.eq_any(ids)).order(reporting_periods::number);
    Ok(query.select(Period::as_select()).load(&mut conn).await?)
}
