//! Relations, loaded for many records at once.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Db, graphql::loaders::Batch},
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

/// The rows of reports, each report's in their order.
pub struct RowsOfReport;

impl Batch<Db> for RowsOfReport {
    type Key = ReportId;
    type Value = Arc<Vec<ReportRow>>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        let query = report_rows::table.filter(report_rows::report_id.eq_any(keys));
        let query = query.order((report_rows::position, report_rows::id)).select(ReportRow::as_select());
        Ok(group(query.load(&mut db.conn().await?).await?, |row: &ReportRow| row.report_id))
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
