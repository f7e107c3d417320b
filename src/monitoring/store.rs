//! The tables of monitoring.

pub mod batches;
pub(super) mod caseloads;
pub(super) mod expected;
pub(super) mod imports;
pub(super) mod names;

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::{pg::Pg, prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    input::ReportFilter,
    model::{Figures, Period, PeriodId, Report, ReportCell, ReportId, ReportRow, ReportStatus, RowId},
};
use crate::{
    dimensions::CategoryId,
    kit::{
        Result,
        auth::Reach,
        db::{Conn, JsonText},
        graphql::page::Page,
        scope::{ClusterId, OperationId, OrganisationId},
        text::LocalizedText,
    },
    places::{AdminArea, AdminAreaId, SiteId},
    plans::PlanId,
    schema::{
        admin_area_ancestors, admin_areas, dimension_values, dimensions, import_batches, report_cells, report_rows,
        reporting_periods, reports, sites,
    },
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// The periods of a plan in the order of time.
///
/// # Errors
/// When the database cannot be reached.
pub async fn periods_of_plan(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Period>> {
    let query = reporting_periods::table.filter(reporting_periods::plan_id.eq(plan)).order(reporting_periods::number);
    Ok(query.select(Period::as_select()).load(&mut conn).await?)
}

/// The same, held until the transaction ends.
pub(super) async fn lock_periods_of_plan(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Period>> {
    let query = reporting_periods::table.filter(reporting_periods::plan_id.eq(plan)).order(reporting_periods::number);
    Ok(query.select(Period::as_select()).for_update().load(&mut conn).await?)
}

pub(super) async fn period(mut conn: Conn<'_>, id: PeriodId) -> Result<Option<Period>> {
    Ok(reporting_periods::table.find(id).select(Period::as_select()).first(&mut conn).await.optional()?)
}

/// A period, held until the transaction ends.
pub(super) async fn lock_period(mut conn: Conn<'_>, id: PeriodId) -> Result<Option<Period>> {
    let query = reporting_periods::table.find(id).select(Period::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn insert_periods(mut conn: Conn<'_>, periods: &[Period]) -> Result<()> {
    diesel::insert_into(reporting_periods::table).values(periods).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn set_closed(mut conn: Conn<'_>, id: PeriodId, at: Option<DateTime<Utc>>) -> Result<()> {
    diesel::update(reporting_periods::table.find(id))
        .set(reporting_periods::closed_at.eq(at))
        .execute(&mut conn)
        .await?;
    Ok(())
}

pub(super) async fn report(mut conn: Conn<'_>, id: ReportId) -> Result<Option<Report>> {
    Ok(reports::table.find(id).select(Report::as_select()).first(&mut conn).await.optional()?)
}

/// A report, held until the transaction ends.
pub(super) async fn lock_report(mut conn: Conn<'_>, id: ReportId) -> Result<Option<Report>> {
    Ok(reports::table.find(id).select(Report::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// The report of an organisation to a cluster for a period, held until the transaction ends.
pub(super) async fn lock_report_of(
    mut conn: Conn<'_>,
    period: PeriodId,
    cluster: ClusterId,
    organisation: OrganisationId,
) -> Result<Option<Report>> {
    let query = reports::table
        .filter(reports::period_id.eq(period))
        .filter(reports::cluster_id.eq(cluster))
        .filter(reports::organisation_id.eq(organisation));
    Ok(query.select(Report::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// The report of an organisation to a cluster for a period.
pub(super) async fn report_of(
    mut conn: Conn<'_>,
    period: PeriodId,
    cluster: ClusterId,
    organisation: OrganisationId,
) -> Result<Option<Report>> {
    let query = reports::table
        .filter(reports::period_id.eq(period))
        .filter(reports::cluster_id.eq(cluster))
        .filter(reports::organisation_id.eq(organisation));
    Ok(query.select(Report::as_select()).first(&mut conn).await.optional()?)
}

/// Adds a report unless there is one with its id or for its period, cluster and organisation.
pub(super) async fn insert_report(mut conn: Conn<'_>, report: &Report) -> Result<bool> {
    let query = diesel::insert_into(reports::table).values(report).on_conflict_do_nothing();
    Ok(query.execute(&mut conn).await? == 1)
}

pub(super) async fn update_report(mut conn: Conn<'_>, report: &Report) -> Result<()> {
    diesel::update(reports::table.find(report.id))
        .set((
            reports::status.eq(report.status),
            reports::nil.eq(report.nil),
            reports::note.eq(&report.note),
            reports::first_submitted_at.eq(report.first_submitted_at),
            reports::submitted_at.eq(report.submitted_at),
            reports::submitted_by.eq(report.submitted_by),
            reports::decided_at.eq(report.decided_at),
            reports::times_accepted.eq(report.times_accepted),
            reports::version.eq(report.version),
            reports::updated_at.eq(report.updated_at),
            reports::updated_by.eq(report.updated_by),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// The reports of a plan that the viewer may read, in the order in which they were begun.
pub(super) async fn reports(
    mut conn: Conn<'_>,
    plan: PlanId,
    reach: &Reach,
    filter: &ReportFilter,
    page: &Page,
) -> Result<Vec<Report>> {
    let mut query = reports_of(plan, reach, filter);
    if let Some((id,)) = page.after_key::<(ReportId,)>()? {
        query = query.filter(reports::id.gt(id));
    }
    Ok(query.select(Report::as_select()).order(reports::id).limit(page.limit()).load(&mut conn).await?)
}

/// How many reports [`reports`] would give over all pages.
pub(super) async fn count_reports(
    mut conn: Conn<'_>,
    plan: PlanId,
    reach: &Reach,
    filter: &ReportFilter,
) -> Result<i64> {
    Ok(reports_of(plan, reach, filter).count().get_result(&mut conn).await?)
}

fn reports_of(plan: PlanId, reach: &Reach, filter: &ReportFilter) -> reports::BoxedQuery<'static, Pg> {
    let mut query = reports::table.into_boxed().filter(reports::plan_id.eq(plan));
    if !reach.everywhere {
        let mut seen: Box<dyn BoxableExpression<reports::table, Pg, SqlType = sql_types::Bool>> = Box::new(
            reports::operation_id
                .eq_any(reach.operations.clone())
                .or(reports::cluster_id.eq_any(reach.clusters.clone())),
        );
        for (cluster, organisation) in &reach.organisations {
            let own = reports::cluster_id.eq(*cluster).and(reports::organisation_id.eq(*organisation));
            seen = Box::new(seen.or(own));
        }
        query = query.filter(seen);
    }
    if let Some(statuses) = &filter.statuses {
        query = query.filter(reports::status.eq_any(statuses.clone()));
    }
    if let Some(period) = filter.period {
        query = query.filter(reports::period_id.eq(period));
    }
    if let Some(cluster) = filter.cluster {
        query = query.filter(reports::cluster_id.eq(cluster));
    }
    if let Some(organisation) = filter.organisation {
        query = query.filter(reports::organisation_id.eq(organisation));
    }
    query
}

/// A report's rows in their order.
pub(super) async fn rows(mut conn: Conn<'_>, report: ReportId) -> Result<Vec<ReportRow>> {
    let query = report_rows::table.filter(report_rows::report_id.eq(report));
    Ok(query.order((report_rows::position, report_rows::id)).select(ReportRow::as_select()).load(&mut conn).await?)
}

/// The cells of a report's rows.
pub(super) async fn cells(mut conn: Conn<'_>, report: ReportId) -> Result<Vec<ReportCell>> {
    let query = report_cells::table.inner_join(report_rows::table).filter(report_rows::report_id.eq(report));
    Ok(query.select(ReportCell::as_select()).load(&mut conn).await?)
}

/// Rows of a report in the order of their keys, behind a key.
pub(super) async fn rows_after(
    mut conn: Conn<'_>,
    report: ReportId,
    after: Option<&str>,
    most: usize,
) -> Result<Vec<ReportRow>> {
    let mut query = report_rows::table.filter(report_rows::report_id.eq(report)).into_boxed();
    if let Some(after) = after {
        query = query.filter(report_rows::row_key.gt(after));
    }
    let query = query.order(report_rows::row_key).limit(i64::try_from(most).unwrap_or(i64::MAX));
    Ok(query.select(ReportRow::as_select()).load(&mut conn).await?)
}

/// The cells of these rows.
pub(super) async fn cells_of_rows(mut conn: Conn<'_>, rows: &[RowId]) -> Result<Vec<ReportCell>> {
    let query = report_cells::table.filter(report_cells::row_id.eq_any(rows));
    Ok(query.select(ReportCell::as_select()).load(&mut conn).await?)
}

pub(super) async fn delete_rows(mut conn: Conn<'_>, ids: &[RowId]) -> Result<()> {
    diesel::delete(report_rows::table.filter(report_rows::id.eq_any(ids))).execute(&mut conn).await?;
    Ok(())
}

/// A report has many times more cells than rows, so that they go in column by column, which Postgres takes faster than records.
async fn insert_cells(mut conn: Conn<'_>, cells: &[ReportCell]) -> Result<()> {
    type Numbers = sql_types::Array<sql_types::Nullable<sql_types::Numeric>>;
    let rows: Vec<RowId> = cells.iter().map(|cell| cell.row_id).collect();
    let categories: Vec<CategoryId> = cells.iter().map(|cell| cell.category_id).collect();
    let numbers = |of: fn(&Figures) -> Option<Decimal>| -> Vec<Option<Decimal>> {
        cells.iter().map(|cell| of(&cell.figures)).collect()
    };
    sql_query(
        "insert into report_cells (row_id, category_id, new_people, repeat_people, value, denominator)
        select * from unnest($1, $2, $3, $4, $5, $6)",
    )
    .bind::<Ids, _>(rows)
    .bind::<Ids, _>(categories)
    .bind::<Numbers, _>(numbers(|figures| figures.new_people))
    .bind::<Numbers, _>(numbers(|figures| figures.repeat_people))
    .bind::<Numbers, _>(numbers(|figures| figures.value))
    .bind::<Numbers, _>(numbers(|figures| figures.denominator))
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Writes rows by one statement and one bind, because their JSON has the table's columns, and their cells.
pub(super) async fn insert_rows(mut conn: Conn<'_>, rows: &[ReportRow], cells: &[ReportCell]) -> Result<()> {
    // A row has its report's operation, which is no part of what is said in it.
    let with_operation = "insert into report_rows select * from jsonb_populate_recordset( \
        (select jsonb_populate_record(null::report_rows, jsonb_build_object('operation_id', operation_id)) \
            from reports where id = $2), $1)";
    if let Some(first) = rows.first() {
        sql_query(with_operation)
            .bind::<sql_types::Jsonb, _>(JsonText::of(rows)?)
            .bind::<sql_types::Uuid, _>(first.report_id)
            .execute(&mut conn)
            .await?;
    }
    insert_cells(conn, cells).await
}

/// These rows, in the order of the ids.
pub(super) async fn rows_of_ids(mut conn: Conn<'_>, ids: &[RowId]) -> Result<Vec<ReportRow>> {
    let query = report_rows::table.filter(report_rows::id.eq_any(ids)).select(ReportRow::as_select());
    let mut rows: HashMap<RowId, ReportRow> =
        query.load(&mut conn).await?.into_iter().map(|row: ReportRow| (row.id, row)).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}

/// The reports `r` that are in reach, as SQL: nothing but ids of ours stands in it.
pub(super) fn readable(reach: &Reach) -> String {
    if reach.everywhere {
        return "true".to_owned();
    }
    let array = |ids: &mut dyn Iterator<Item = Uuid>| ids.map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    let operations = array(&mut reach.operations.iter().map(|id| id.uuid()));
    let clusters = array(&mut reach.clusters.iter().map(|id| id.uuid()));
    let own = reach.organisations.iter().map(|(cluster, organisation)| {
        format!(" or (r.cluster_id = '{}' and r.organisation_id = '{}')", cluster.uuid(), organisation.uuid())
    });
    let own: String = own.collect();
    format!("(r.operation_id = any ('{{{operations}}}'::uuid[]) or r.cluster_id = any ('{{{clusters}}}'::uuid[]){own})")
}

/// The plans of a code: one in each operation.
pub(super) async fn plans_by_code(mut conn: Conn<'_>, code: &str) -> Result<Vec<PlanId>> {
    use crate::schema::response_plans;
    let query = response_plans::table.filter(response_plans::code.eq(code)).order(response_plans::id);
    Ok(query.select(response_plans::id).load(&mut conn).await?)
}

/// Remembers how everything is now, so that an attempt leaves nothing behind.
pub(super) async fn mark(mut conn: Conn<'_>) -> Result<()> {
    sql_query("savepoint attempt").execute(&mut conn).await?;
    Ok(())
}

/// Makes everything as it was at the mark.
pub(super) async fn back_to_mark(mut conn: Conn<'_>) -> Result<()> {
    sql_query("rollback to savepoint attempt").execute(&mut conn).await?;
    Ok(())
}

/// The areas of an operation's sites among these ids.
pub(super) async fn site_areas(
    mut conn: Conn<'_>,
    operation: OperationId,
    ids: &[SiteId],
) -> Result<HashMap<SiteId, AdminAreaId>> {
    let query = sites::table.filter(sites::id.eq_any(ids)).filter(sites::operation_id.eq(operation));
    let found: Vec<(SiteId, AdminAreaId)> = query.select((sites::id, sites::area_id)).load(&mut conn).await?;
    Ok(found.into_iter().collect())
}

/// These areas, each with itself and every area above it.
pub(super) async fn ancestors(mut conn: Conn<'_>, ids: &[AdminAreaId]) -> Result<HashSet<(AdminAreaId, AdminAreaId)>> {
    let query = admin_area_ancestors::table.filter(admin_area_ancestors::area_id.eq_any(ids));
    let found: Vec<(AdminAreaId, AdminAreaId)> =
        query.select((admin_area_ancestors::area_id, admin_area_ancestors::ancestor_id)).load(&mut conn).await?;
    Ok(found.into_iter().collect())
}

/// These areas and all that lie in them.
pub(super) async fn areas_below(mut conn: Conn<'_>, ids: &[AdminAreaId]) -> Result<HashSet<AdminAreaId>> {
    let query = admin_area_ancestors::table.filter(admin_area_ancestors::ancestor_id.eq_any(ids));
    let found: Vec<AdminAreaId> = query.select(admin_area_ancestors::area_id).load(&mut conn).await?;
    Ok(found.into_iter().collect())
}

/// The P-codes of areas and of those above them, by level.
pub(super) async fn pcodes_above(
    mut conn: Conn<'_>,
    ids: &[AdminAreaId],
) -> Result<HashMap<AdminAreaId, BTreeMap<i32, String>>> {
    let found: Vec<(AdminAreaId, i32, String)> = admin_area_ancestors::table
        .inner_join(admin_areas::table.on(admin_areas::id.eq(admin_area_ancestors::ancestor_id)))
        .filter(admin_area_ancestors::area_id.eq_any(ids))
        .select((admin_area_ancestors::area_id, admin_areas::level, admin_areas::pcode))
        .load(&mut conn)
        .await?;
    let mut codes: HashMap<AdminAreaId, BTreeMap<i32, String>> = HashMap::new();
    for (area, level, pcode) in found {
        codes.entry(area).or_default().insert(level, pcode);
    }
    Ok(codes)
}

/// The codes of sites.
pub(super) async fn site_codes(mut conn: Conn<'_>, ids: &[SiteId]) -> Result<HashMap<SiteId, String>> {
    let query = sites::table.filter(sites::id.eq_any(ids)).select((sites::id, sites::code));
    Ok(query.load::<(SiteId, String)>(&mut conn).await?.into_iter().collect())
}

/// The codes of the population groups of an operation, with what people call them.
pub(super) async fn population_groups(
    mut conn: Conn<'_>,
    operation: OperationId,
) -> Result<Vec<(String, LocalizedText)>> {
    let here = dimensions::operation_id.is_null().or(dimensions::operation_id.eq(operation).assume_not_null());
    Ok(dimension_values::table
        .inner_join(dimensions::table)
        .filter(dimensions::code.eq("population_group"))
        .filter(here)
        .order(dimension_values::position)
        .select((dimension_values::code, dimension_values::labels))
        .load(&mut conn)
        .await?)
}

#[derive(QueryableByName)]
struct OpenWork {
    #[diesel(sql_type = sql_types::Text)]
    activity: String,
    #[diesel(sql_type = sql_types::Text)]
    place: String,
}

/// What the partner's latest earlier report to the same cluster calls ongoing and this one does not tell of: activity and place. In an area that
/// ended before the period nobody can be, and what is measured every quarter or year is asked for in the period in which one is full.
pub(super) async fn missing_work(mut conn: Conn<'_>, report: &Report) -> Result<Vec<(String, String)>> {
    let sql = "with this as (select starts_on, ends_on, number from reporting_periods where id = $2),
        earlier as (
            select r.id, row_number() over (order by p.number desc) as back
            from reports r join reporting_periods p on p.id = r.period_id cross join this
            where r.plan_id = $1 and r.cluster_id = $3 and r.organisation_id = $4
                and r.status in ('SUBMITTED', 'ACCEPTED') and p.number < this.number
        ),
        said as (
            select distinct on (w.activity_id, w.indicator_id, coalesce(w.site_id, w.area_id)) w.*, i.frequency
            from earlier e
            join report_rows w on w.report_id = e.id
            join indicators i on i.id = w.indicator_id and (e.back = 1 or i.frequency <> 'EVERY_PERIOD')
            order by w.activity_id, w.indicator_id, coalesce(w.site_id, w.area_id), e.back
        )
        select distinct a.ref_code as activity, coalesce(s.code, area.pcode) as place
        from said w
        cross join this
        join activities a on a.id = w.activity_id
        join response_plans p on p.id = a.plan_id
        join admin_areas area on area.id = w.area_id
        left join sites s on s.id = w.site_id
        cross join lateral (
            select case w.frequency when 'QUARTERLY' then 3 when 'YEARLY' then 12 end as months,
                age(this.starts_on, p.starts_on) as before, age(this.ends_on, p.starts_on) as after
        ) often
        where w.status = 'ONGOING'
            and (w.site_id is not null or area.valid_to is null or area.valid_to > this.starts_on)
            and (often.months is null
                or (extract(year from often.after) * 12 + extract(month from often.after))::integer / often.months
                    > (extract(year from often.before) * 12 + extract(month from often.before))::integer / often.months)
            and not exists (
                select from report_rows now where now.report_id = $5 and now.activity_id = w.activity_id
                    and coalesce(now.site_id, now.area_id) = coalesce(w.site_id, w.area_id))
        order by 1, 2";
    let found: Vec<OpenWork> = sql_query(sql)
        .bind::<sql_types::Uuid, _>(report.plan_id)
        .bind::<sql_types::Uuid, _>(report.period_id)
        .bind::<sql_types::Uuid, _>(report.cluster_id)
        .bind::<sql_types::Uuid, _>(report.organisation_id)
        .bind::<sql_types::Uuid, _>(report.id)
        .load(&mut conn)
        .await?;
    Ok(found.into_iter().map(|work| (work.activity, work.place)).collect())
}

/// What a report said after a workbook was last read into it.
pub(super) async fn content_left_by(mut conn: Conn<'_>, report: ReportId, workbook: Uuid) -> Result<Option<Vec<u8>>> {
    let query = import_batches::table
        .filter(import_batches::report_id.eq(report))
        .filter(import_batches::workbook_id.eq(workbook))
        .order((import_batches::created_at.desc(), import_batches::id.desc()))
        .select(import_batches::content);
    Ok(query.first::<Option<Vec<u8>>>(&mut conn).await.optional()?.flatten())
}

/// The partner's latest earlier report on the same plan to the same cluster that was sent.
pub(super) async fn earlier_report(
    mut conn: Conn<'_>,
    period: &Period,
    cluster: ClusterId,
    organisation: OrganisationId,
) -> Result<Option<ReportId>> {
    let query = reports::table
        .inner_join(reporting_periods::table.on(reporting_periods::id.eq(reports::period_id)))
        .filter(reports::plan_id.eq(period.plan_id))
        .filter(reports::cluster_id.eq(cluster))
        .filter(reports::organisation_id.eq(organisation))
        .filter(reports::status.eq_any([ReportStatus::Submitted, ReportStatus::Accepted]))
        .filter(reporting_periods::number.lt(period.number))
        .order(reporting_periods::number.desc());
    Ok(query.select(reports::id).first(&mut conn).await.optional()?)
}

/// The areas that a report's rows name, whether they are valid today or not: what was reported there stays.
pub(super) async fn areas_of_report(mut conn: Conn<'_>, report: ReportId) -> Result<Vec<AdminArea>> {
    let named = report_rows::table.filter(report_rows::report_id.eq(report)).select(report_rows::area_id);
    let above = admin_area_ancestors::table
        .filter(admin_area_ancestors::area_id.eq_any(named))
        .select(admin_area_ancestors::ancestor_id);
    let query = admin_areas::table.filter(admin_areas::id.eq_any(above)).select(AdminArea::as_select());
    Ok(query.load(&mut conn).await?)
}

/// Whether a report has no rows.
pub(super) async fn is_empty(mut conn: Conn<'_>, report: ReportId) -> Result<bool> {
    let any = report_rows::table.filter(report_rows::report_id.eq(report));
    Ok(!diesel::select(diesel::dsl::exists(any)).get_result::<bool>(&mut conn).await?)
}
