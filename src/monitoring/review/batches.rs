//! What hangs on reports and rows, loaded for many at once.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use super::{
    model::{CleanCell, Comment, ReturnedRow, SinceReport, ValueSince},
    store,
};
use crate::{
    kit::{Result, db::Db, graphql::loaders::Batch},
    monitoring::model::{ReportId, RowId},
};

/// How many rows of a report are told as changed.
const MOST: usize = 1_000;

fn group<K: Eq + Hash, V>(values: Vec<V>, key: impl Fn(&V) -> K) -> HashMap<K, Arc<Vec<V>>> {
    let mut groups: HashMap<K, Vec<V>> = HashMap::new();
    for value in values {
        groups.entry(key(&value)).or_default().push(value);
    }
    groups.into_iter().map(|(key, values)| (key, Arc::new(values))).collect()
}

/// What is said about reports.
pub(in crate::monitoring) struct CommentsOfReport;

impl Batch<Db> for CommentsOfReport {
    type Key = ReportId;
    type Value = Arc<Vec<Comment>>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        Ok(group(store::comments_of(db.conn().await?, &keys).await?, |comment| comment.report_id))
    }
}

/// The rows that reports were returned for.
pub(in crate::monitoring) struct ReturnedOfReport;

impl Batch<Db> for ReturnedOfReport {
    type Key = ReportId;
    type Value = Arc<Vec<ReturnedRow>>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        Ok(group(store::returned_of(db.conn().await?, &keys).await?, |row| row.report_id))
    }
}

/// The corrections in rows.
pub(in crate::monitoring) struct CleanOfRow;

impl Batch<Db> for CleanOfRow {
    type Key = RowId;
    type Value = Arc<Vec<CleanCell>>;

    async fn load(db: &Db, keys: Vec<RowId>) -> Result<HashMap<RowId, Self::Value>> {
        Ok(group(store::clean_of_rows(db.conn().await?, &keys).await?, |cell| cell.row_id))
    }
}

/// What reports say that they did not say when they were accepted.
pub(in crate::monitoring) struct SinceAccepted;

impl Batch<Db> for SinceAccepted {
    type Key = ReportId;
    type Value = Arc<SinceReport>;

    async fn load(db: &Db, keys: Vec<ReportId>) -> Result<HashMap<ReportId, Self::Value>> {
        let conn = db.conn().await?;
        let rows = store::since::rows(conn, &keys).await?;
        let mut values: HashMap<(ReportId, String), Vec<ValueSince>> = HashMap::new();
        for value in store::since::values(conn, &keys).await? {
            values.entry((value.report_id, value.row_key.clone())).or_default().push(value);
        }
        let mut reports: HashMap<ReportId, SinceReport> = HashMap::new();
        for row in rows {
            let report = reports.entry(row.report_id).or_default();
            if report.rows.len() == MOST {
                report.more = report.more.saturating_add(1);
                continue;
            }
            let of_row = values.remove(&(row.report_id, row.row_key.clone())).unwrap_or_default();
            report.rows.push((row, of_row));
        }
        Ok(reports.into_iter().map(|(id, report)| (id, Arc::new(report))).collect())
    }
}
