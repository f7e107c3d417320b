//! Relations, loaded for many records at once.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::{
    kit::{
        Result,
        db::{Db, Keep},
        graphql::loaders::Batch,
    },
    monitoring::model::{Period, PeriodId, Report, ReportCell, ReportId, ReportRow, RowId},
    schema::{report_cells, report_rows, reporting_periods, reports},
};

fn group<K: Eq + Hash, V>(values: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, Arc<Vec<V>>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for value in values {
        groups.entry(key(&value)).or_default().push(value);
    }
    groups.into_iter().map(|(key, values)| (key, Arc::new(values))).collect()
}

/// Periods by their ids.
pub struct PeriodById;

impl Batch<Db> for PeriodById {
    type Key = PeriodId;
    type Value = Arc<Period>;

    async fn load(db: &Db, keys: Vec<PeriodId>) -> Result<HashMap<PeriodId, Self::Value>> {
        let query = reporting_periods::table.filter(reporting_periods::id.eq_any(keys)).select(Period::as_select());
        let found: Vec<Period> = query.load(&mut db.conn().await?).await?;
        Ok(found.into_iter().map(|period| (period.id, Arc::new(period))).collect())
    }
}

/// Reports by their ids. Whoever asks for one has read a record of it.
pub struct ReportById;

impl Batch<Db> for ReportById {
    type Key = ReportId;
    type Value = Arc<Report>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        let query = reports::table.filter(reports::id.eq_any(keys)).select(Report::as_select());
        let found: Vec<Report> = query.load(&mut db.conn().await?).await?;
        Ok(found.into_iter().map(|report| (report.id, Arc::new(report))).collect())
    }
}

/// Rows by their ids. Whoever asks for one has read what names it.
pub struct RowById;

impl Batch<Db> for RowById {
    type Key = RowId;
    type Value = Arc<ReportRow>;

    async fn load(db: &Db, keys: Vec<RowId>) -> Result<HashMap<RowId, Self::Value>> {
        let query = report_rows::table.filter(report_rows::id.eq_any(keys)).select(ReportRow::as_select());
        let found: Vec<ReportRow> = query.load(&mut db.conn().await?).await?;
        Ok(found.into_iter().map(|row| (row.id, Arc::new(row))).collect())
    }
}

/// A page of a report's rows, in their order, and how many rows it has: the report, the position behind which the page begins, and how many rows at most.
pub struct PageOfRows;

/// What a page of rows is asked for by.
pub type RowsAsked = (ReportId, i32, i64);

#[derive(QueryableByName)]
struct Placed {
    #[diesel(sql_type = sql_types::BigInt)]
    asked: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    total: i64,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    row: Option<RowId>,
}

impl Batch<Db> for PageOfRows {
    type Key = RowsAsked;
    type Value = Arc<(Vec<ReportRow>, i64)>;

    async fn load(db: &Db, keys: Vec<RowsAsked>) -> Result<HashMap<RowsAsked, Self::Value>> {
        let mut conn = db.conn().await?;
        let sql = "select asked.number as asked, page.id as row,
                (select count(*) from report_rows w where w.report_id = asked.report) as total
            from unnest($1, $2, $3) with ordinality as asked (report, behind, most, number)
            left join lateral (
                select id from report_rows w where w.report_id = asked.report and w.position > asked.behind
                order by w.position, w.id limit asked.most) page on true";
        let placed: Vec<Placed> = sql_query(sql)
            .bind::<sql_types::Array<sql_types::Uuid>, _>(keys.iter().map(|key| key.0).collect::<Vec<_>>())
            .bind::<sql_types::Array<sql_types::Integer>, _>(keys.iter().map(|key| key.1).collect::<Vec<_>>())
            .bind::<sql_types::Array<sql_types::BigInt>, _>(keys.iter().map(|key| key.2).collect::<Vec<_>>())
            .kept()
            .load(&mut conn)
            .await?;
        let ids: Vec<RowId> = placed.iter().filter_map(|placed| placed.row).collect();
        let found: Vec<ReportRow> = report_rows::table
            .filter(report_rows::id.eq_any(ids))
            .select(ReportRow::as_select())
            .load(&mut conn)
            .await?;
        let found: HashMap<RowId, ReportRow> = found.into_iter().map(|row| (row.id, row)).collect();
        let mut pages: HashMap<RowsAsked, (Vec<ReportRow>, i64)> = HashMap::new();
        for Placed { asked, total, row } in placed {
            let key = usize::try_from(asked - 1).ok().and_then(|index| keys.get(index));
            let Some(key) = key else { continue };
            let page = pages.entry(*key).or_insert((Vec::new(), total));
            page.0.extend(row.and_then(|row| found.get(&row)).cloned());
        }
        for (rows, _) in pages.values_mut() {
            rows.sort_by_key(|row| (row.position, row.id));
        }
        Ok(pages.into_iter().map(|(key, page)| (key, Arc::new(page))).collect())
    }
}

/// Areas that a report gives people for although its period has people for places inside them, and the other way round: both would count. Told as
/// (the area, the place inside it), a hundred of each report at most.
pub struct OverlapsOfReport;

#[derive(QueryableByName)]
struct Overlap {
    #[diesel(sql_type = sql_types::Uuid)]
    report: ReportId,
    #[diesel(sql_type = sql_types::Text)]
    coarse: String,
    #[diesel(sql_type = sql_types::Text)]
    fine: String,
}

impl Batch<Db> for OverlapsOfReport {
    type Key = ReportId;
    type Value = Arc<Vec<(String, String)>>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        // Whether a row counts for everyone or only beside the report that it stands in, decides who sees it.
        let sql = "with all_rows as (
                select r.plan_id, r.period_id, w.report_id, r.status in ('SUBMITTED', 'ACCEPTED') as counts,
                    w.area_id, w.site_id, coalesce(s.code, area.pcode) as place
                from reports r join report_rows w on w.report_id = r.id and not w.nil
                join indicators i on i.id = w.indicator_id and i.counts_people
                join admin_areas area on area.id = w.area_id
                left join sites s on s.id = w.site_id
                where (r.plan_id, r.period_id) in (select plan_id, period_id from reports where id = any($1))
                    and (r.id = any($1) or r.status in ('SUBMITTED', 'ACCEPTED'))
            ), found as (
                select distinct asked.report, coarse.place as coarse, fine.place as fine
                from all_rows coarse
                join admin_area_ancestors a on a.ancestor_id = coarse.area_id
                join all_rows fine on fine.area_id = a.area_id and (fine.plan_id, fine.period_id) = (coarse.plan_id, coarse.period_id)
                cross join lateral (values (coarse.report_id), (fine.report_id)) asked (report)
                where coarse.site_id is null and (fine.site_id is not null or fine.area_id <> coarse.area_id)
                    and asked.report = any($1)
                    and (coarse.counts or coarse.report_id = asked.report) and (fine.counts or fine.report_id = asked.report)
            ), numbered as (
                select *, row_number() over (partition by report order by coarse, fine) as number from found
            )
            select report, coarse, fine from numbered where number <= 100 order by report, number";
        let found: Vec<Overlap> =
            sql_query(sql).bind::<sql_types::Array<sql_types::Uuid>, _>(keys).load(&mut db.conn().await?).await?;
        let mut overlaps: HashMap<ReportId, Vec<(String, String)>> = HashMap::new();
        for Overlap { report, coarse, fine } in found {
            overlaps.entry(report).or_default().push((coarse, fine));
        }
        Ok(overlaps.into_iter().map(|(report, overlaps)| (report, Arc::new(overlaps))).collect())
    }
}

/// The cells of rows.
pub struct CellsOfRow;

impl Batch<Db> for CellsOfRow {
    type Key = RowId;
    type Value = Arc<Vec<ReportCell>>;

    async fn load(db: &Db, keys: Vec<RowId>) -> Result<HashMap<RowId, Self::Value>> {
        let query = report_cells::table.filter(report_cells::row_id.eq_any(keys));
        let query = query.order(report_cells::category_id).select(ReportCell::as_select());
        Ok(group(query.load(&mut db.conn().await?).await?, |cell: &ReportCell| cell.row_id))
    }
}
