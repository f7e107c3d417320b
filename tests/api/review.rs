//! The coordinator's half of a report: corrections, comments, rows that go back, decisions on many, and what to look at first.

mod bulk;
mod clean;
mod queue;
mod talk;

use serde_json::{Value, json};

use super::monitoring::world::{report, save, submit};
use crate::support::TestApp;

/// Saves and submits a report.
pub async fn sent(app: &TestApp, token: &str, by: u128, of: u128, rows: Value) -> Value {
    let saved = save(app, token, report(by, of, 0, rows)).await;
    assert_eq!(saved["__typename"], "ReportSaved", "{saved:#}");
    let submitted = submit(app, token, &saved).await;
    assert_eq!(submitted["__typename"], "ReportSaved", "{submitted:#}");
    submitted["report"].clone()
}

/// A report with its rows: ids, keys, cells with their corrections.
pub async fn read(app: &TestApp, token: &str, report: &Value) -> Value {
    let query = "query($id: ID!) { report(id: $id) { id status version changedSinceAccepted
        returnedRows { rowKey note }
        rows(first: 50) { edges { node { id rowKey activity { refCode } site { code } comments { text }
            cells { newPeople repeatPeople category { id key } clean { newPeople repeatPeople value why by stale } } } } } } }";
    app.ok(token, query, json!({ "id": report["id"] })).await["report"].take()
}

/// The id of the n-th row.
pub fn row_id(read: &Value, at: usize) -> Value {
    read["rows"]["edges"][at]["node"]["id"].clone()
}
