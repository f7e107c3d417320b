//! The tables of imports: what came in together, and who else reports the same.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::reports_of;
use crate::{
    kit::{
        Result,
        auth::Reach,
        db::{Conn, JsonText},
        graphql::page::Page,
        scope::{OperationId, OrganisationId, UserId},
        text::LocalizedText,
    },
    monitoring::{
        batches::{Batch, ImportBatchId},
        input::{ImportMode, ReportFilter},
        model::{PeriodId, ReportId, RowFacts},
    },
    places::{AdminAreaId, SiteId},
    plans::{ActivityId, PlanId},
    schema::{admin_areas, files, import_batches, reports, response_plans, sites},
};

/// A batch as it is written.
#[derive(Debug, Insertable)]
#[diesel(table_name = import_batches)]
pub(in crate::monitoring) struct NewBatch {
    pub(in crate::monitoring) id: ImportBatchId,
    pub(in crate::monitoring) operation_id: OperationId,
    pub(in crate::monitoring) report_id: ReportId,
    pub(in crate::monitoring) file_id: Option<Uuid>,
    pub(in crate::monitoring) rows_total: i32,
    pub(in crate::monitoring) rows_added: i32,
    pub(in crate::monitoring) rows_changed: i32,
    pub(in crate::monitoring) rows_unchanged: i32,
    pub(in crate::monitoring) created_at: DateTime<Utc>,
    pub(in crate::monitoring) workbook_id: Option<Uuid>,
    pub(in crate::monitoring) content: Vec<u8>,
    pub(in crate::monitoring) run_id: Option<Uuid>,
    pub(in crate::monitoring) created_by: Option<UserId>,
    pub(in crate::monitoring) mode: ImportMode,
    pub(in crate::monitoring) rows_removed: i32,
    pub(in crate::monitoring) rows_refused: i32,
    pub(in crate::monitoring) rows_before: JsonText,
    pub(in crate::monitoring) rows_made: Vec<Uuid>,
}

pub(in crate::monitoring) async fn insert(mut conn: Conn<'_>, batch: &NewBatch) -> Result<()> {
    diesel::insert_into(import_batches::table).values(batch).execute(&mut conn).await?;
    Ok(())
}

/// What it takes to undo a batch.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = import_batches, check_for_backend(diesel::pg::Pg))]
pub(in crate::monitoring) struct KeptBatch {
    pub(in crate::monitoring) id: ImportBatchId,
    pub(in crate::monitoring) report_id: Option<ReportId>,
    pub(in crate::monitoring) run_id: Option<Uuid>,
    pub(in crate::monitoring) content: Option<Vec<u8>>,
    pub(in crate::monitoring) rows_before: Option<JsonText>,
    pub(in crate::monitoring) rows_made: Option<Vec<Option<Uuid>>>,
    pub(in crate::monitoring) undone_at: Option<DateTime<Utc>>,
}

/// A batch, held until the transaction ends.
pub(in crate::monitoring) async fn lock(mut conn: Conn<'_>, id: ImportBatchId) -> Result<Option<KeptBatch>> {
    let query = import_batches::table.find(id).select(KeptBatch::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// All batches of an import, held until the transaction ends.
pub(in crate::monitoring) async fn lock_run(mut conn: Conn<'_>, run: Uuid) -> Result<Vec<KeptBatch>> {
    let query = import_batches::table.filter(import_batches::run_id.eq(run)).order(import_batches::report_id);
    Ok(query.select(KeptBatch::as_select()).for_update().load(&mut conn).await?)
}

pub(in crate::monitoring) async fn set_undone(
    mut conn: Conn<'_>,
    id: ImportBatchId,
    at: DateTime<Utc>,
    by: Option<UserId>,
) -> Result<()> {
    diesel::update(import_batches::table.find(id))
        .set((import_batches::undone_at.eq(at), import_batches::undone_by.eq(by)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

type Told = (
    (ImportBatchId, Option<ReportId>, Option<Uuid>, Option<String>, Option<Uuid>, Option<UserId>, DateTime<Utc>),
    (Option<ImportMode>, i32, i32, i32, i32, Option<i32>, Option<i32>),
    (Option<DateTime<Utc>>, Option<UserId>),
);

fn batch(((id, report_id, file_id, file_name, run_id, created_by, created_at), rows, undone): Told) -> Batch {
    let (mode, rows_total, rows_added, rows_changed, rows_unchanged, removed, refused) = rows;
    Batch {
        id,
        report_id,
        file_id: file_id.map(crate::kit::files::FileId::from_uuid),
        file_name,
        run_id,
        created_by,
        created_at,
        mode: mode.unwrap_or_default(),
        rows_total,
        rows_added,
        rows_changed,
        rows_unchanged,
        rows_removed: removed.unwrap_or(0),
        rows_refused: refused.unwrap_or(0),
        undone_at: undone.0,
        undone_by: undone.1,
    }
}

/// Which batches to list.
#[derive(Debug, Default)]
pub(in crate::monitoring) struct BatchFilter<'a> {
    pub(in crate::monitoring) report: Option<ReportId>,
    pub(in crate::monitoring) ids: Option<&'a [ImportBatchId]>,
    pub(in crate::monitoring) run: Option<Uuid>,
}

/// The batches of a plan's reports that the viewer may read, the latest first.
pub(in crate::monitoring) async fn batches(
    mut conn: Conn<'_>,
    plan: PlanId,
    reach: &Reach,
    filter: &BatchFilter<'_>,
    page: Option<&Page>,
) -> Result<Vec<Batch>> {
    let seen = reports_of(plan, reach, &ReportFilter::default()).select(reports::id.nullable());
    let mut query = import_batches::table
        .left_join(files::table)
        .filter(import_batches::report_id.eq_any(seen))
        .order(import_batches::id.desc())
        .into_boxed();
    if let Some(report) = filter.report {
        query = query.filter(import_batches::report_id.eq(report));
    }
    if let Some(ids) = filter.ids {
        query = query.filter(import_batches::id.eq_any(ids.to_vec()));
    }
    if let Some(run) = filter.run {
        query = query.filter(import_batches::run_id.eq(run));
    }
    if let Some((id,)) = page.map(Page::after_key::<(ImportBatchId,)>).transpose()?.flatten() {
        query = query.filter(import_batches::id.lt(id));
    }
    if let Some(page) = page {
        query = query.limit(page.limit());
    }
    use import_batches::dsl as b;
    let told: Vec<Told> = query
        .select((
            (b::id, b::report_id, b::file_id, files::name.nullable(), b::run_id, b::created_by, b::created_at),
            (
                b::mode,
                b::rows_total,
                b::rows_added,
                b::rows_changed,
                b::rows_unchanged,
                b::rows_removed,
                b::rows_refused,
            ),
            (b::undone_at, b::undone_by),
        ))
        .load(&mut conn)
        .await?;
    Ok(told.into_iter().map(batch).collect())
}

/// The plan of a batch's report.
pub(in crate::monitoring) async fn plan_of(mut conn: Conn<'_>, id: ImportBatchId) -> Result<Option<PlanId>> {
    let query =
        import_batches::table.inner_join(reports::table.on(reports::id.nullable().eq(import_batches::report_id)));
    Ok(query.filter(import_batches::id.eq(id)).select(reports::plan_id).first(&mut conn).await.optional()?)
}

/// What a row is told by that another organisation may have reported, too: activity, place, population group.
pub(in crate::monitoring) type Deed = (ActivityId, Uuid, String);

/// What a row is told by.
pub(in crate::monitoring) fn deed(facts: &RowFacts) -> Deed {
    (facts.activity_id, facts.place(), facts.population_group.clone())
}

/// Which of these deeds other organisations reported for the same period.
pub(in crate::monitoring) async fn reported_by_others(
    mut conn: Conn<'_>,
    (plan, period): (PlanId, PeriodId),
    organisation: OrganisationId,
    deeds: &HashSet<Deed>,
) -> Result<HashSet<Deed>> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = sql_types::Uuid)]
        activity: ActivityId,
        #[diesel(sql_type = sql_types::Uuid)]
        place: Uuid,
        #[diesel(sql_type = sql_types::Text)]
        population_group: String,
    }
    let sql = "select distinct w.activity_id as activity, coalesce(w.site_id, w.area_id) as place, w.population_group
        from reports r
        join report_rows w on w.report_id = r.id and not w.nil
        join unnest($4, $5, $6) said (activity, place, population_group)
            on said.activity = w.activity_id and said.place = coalesce(w.site_id, w.area_id) and said.population_group = w.population_group
        where r.plan_id = $1 and r.period_id = $2 and r.organisation_id <> $3 and r.status in ('SUBMITTED', 'ACCEPTED')";
    let found: Vec<Found> = sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Uuid, _>(period)
        .bind::<sql_types::Uuid, _>(organisation)
        .bind::<super::Ids, _>(deeds.iter().map(|deed| deed.0).collect::<Vec<_>>())
        .bind::<super::Ids, _>(deeds.iter().map(|deed| deed.1).collect::<Vec<_>>())
        .bind::<sql_types::Array<sql_types::Text>, _>(deeds.iter().map(|deed| deed.2.as_str()).collect::<Vec<_>>())
        .load(&mut conn)
        .await?;
    Ok(found.into_iter().map(|found| (found.activity, found.place, found.population_group)).collect())
}

/// An area that is valid no more.
#[derive(Debug, Clone)]
pub(in crate::monitoring) struct Retired {
    pub(in crate::monitoring) on: NaiveDate,
    /// P-code of the area that took its place.
    pub(in crate::monitoring) successor: Option<String>,
}

/// Which of these P-codes stood for areas that are valid no more.
pub(in crate::monitoring) async fn retired_areas(
    mut conn: Conn<'_>,
    country: &str,
    pcodes: &[String],
) -> Result<HashMap<String, Retired>> {
    let next = diesel::alias!(admin_areas as successors);
    let found: Vec<(String, Option<NaiveDate>, Option<String>)> = admin_areas::table
        .left_join(next.on(admin_areas::replaced_by_id.eq(next.field(admin_areas::id).nullable())))
        .filter(admin_areas::country_iso3.eq(country))
        .filter(admin_areas::pcode.eq_any(pcodes))
        .filter(admin_areas::valid_to.is_not_null())
        .order(admin_areas::valid_to)
        .select((admin_areas::pcode, admin_areas::valid_to, next.field(admin_areas::pcode).nullable()))
        .load(&mut conn)
        .await?;
    let retired = found.into_iter().filter_map(|(pcode, on, successor)| Some((pcode, Retired { on: on?, successor })));
    Ok(retired.collect())
}

/// A site, as it is looked up by its code or name.
#[derive(Debug, Clone, Queryable)]
pub(in crate::monitoring) struct SiteName {
    pub(in crate::monitoring) id: SiteId,
    pub(in crate::monitoring) area: AdminAreaId,
    pub(in crate::monitoring) code: String,
    pub(in crate::monitoring) names: LocalizedText,
}

/// The sites of an operation.
pub(in crate::monitoring) async fn sites_of(mut conn: Conn<'_>, operation: OperationId) -> Result<Vec<SiteName>> {
    let query = sites::table.filter(sites::operation_id.eq(operation)).order(sites::code);
    Ok(query.select((sites::id, sites::area_id, sites::code, sites::names)).load(&mut conn).await?)
}

/// The plans with this code, of all operations: codes are told apart by their operation.
pub(in crate::monitoring) async fn plans_of_code(mut conn: Conn<'_>, code: &str) -> Result<Vec<PlanId>> {
    let query = response_plans::table.filter(response_plans::code.eq(code)).order(response_plans::id).limit(50);
    Ok(query.select(response_plans::id).load(&mut conn).await?)
}
