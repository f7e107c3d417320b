//! Sheets that are read in several pieces: what holds in one holds across them.

use std::fmt::Write;

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::world::{JANUARY, P, cluster, organisation, period, plan, start};
use crate::support::TestApp;

/// More than are read at once.
const ROWS: usize = 5_003;

const IMPORT: &str = "mutation($input: ImportReportInput!) { importReport(input: $input) {
    applied added changed unchanged removed receipt { rows newPeople } rows { kind row } moreRows issues { cell key reason } } }";

/// One row at each of these schools, with so many girls.
fn sheet(rows: impl Iterator<Item = (usize, usize)>) -> String {
    let mut sheet = "activity_code,indicator_code,status,site_code,girls_6_11\n".to_owned();
    rows.for_each(|(school, girls)| writeln!(sheet, "CA1,CA1/I1,ongoing,LONG-{school},{girls}").expect("text"));
    sheet
}

/// Each a second after the one before it, so that the newest is listed first.
async fn import(app: &TestApp, token: &str, sheet: String, how: Value) -> Value {
    app.advance(TimeDelta::seconds(1));
    let file = app.upload(token, "report.csv", sheet).await.expect("kept");
    let mut input = json!({
        "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P), "fileId": file,
    });
    input.as_object_mut().expect("an object").extend(how.as_object().expect("an object").clone());
    app.ok(token, IMPORT, json!({ "input": input })).await["importReport"].take()
}

fn counts(outcome: &Value) -> [i64; 4] {
    ["added", "changed", "unchanged", "removed"].map(|name| outcome[name].as_i64().unwrap_or(-1))
}

#[actix_web::test]
async fn a_sheet_of_more_rows_than_are_read_at_once_is_one_sheet() {
    let (app, imo) = start().await;
    app.sql(
        "insert into sites (id, operation_id, area_id, kind, names, code)
        select gen_random_uuid(), number(1), number(111), 'SCHOOL', '{}', 'LONG-' || n from generate_series(1, 5003) n",
    );
    let all = || (1..=ROWS).map(|school| (school, 1));
    let twice = import(&app, &imo, sheet(all().chain([(1, 7)])), json!({})).await;
    assert_eq!((&twice["applied"], &twice["issues"][0]["cell"]), (&json!(false), &json!("A5005")), "{twice:#}");
    let reason = twice["issues"][0]["reason"].as_str().unwrap_or_default();
    assert!(reason.starts_with("row 5005 ") && reason.ends_with(" as row 2"), "{reason}");
    assert_eq!(app.sql("select count(*) from report_rows"), ["0"]);

    let first = import(&app, &imo, sheet(all()), json!({})).await;
    assert_eq!((counts(&first), &first["receipt"]), ([5003, 0, 0, 0], &json!({ "rows": 5003, "newPeople": 5003 })));
    let events = "select action || ' ' || jsonb_array_length(after -> 'rows') from audit_events where entity = 'Report' order by action";
    assert_eq!(app.sql(events), ["create 5000", "save 3"], "the history keeps every row once");
    assert_eq!(app.sql("select min(position) || ' ' || max(position) from report_rows"), ["0 5002"]);
    assert_eq!(counts(&import(&app, &imo, sheet(all()), json!({})).await), [0, 0, 5003, 0]);

    // The last row is read with the second piece and stood in the first.
    let some = || [(5003, 1), (1, 2), (5002, 2)].into_iter();
    let dry = import(&app, &imo, sheet(some()), json!({ "dryRun": true, "replace": true })).await;
    assert_eq!((counts(&dry), &dry["moreRows"]), ([0, 2, 1, 5000], &json!(4003)), "{:#}", dry["issues"]);
    let told: Vec<String> = dry["rows"].as_array().expect("rows").iter().map(|row| row["kind"].to_string()).collect();
    assert_eq!(told[..3], [r#""CHANGED""#, r#""CHANGED""#, r#""REMOVED""#]);
    assert_eq!((told.len(), &dry["rows"][0]["row"], &dry["rows"][1]["row"]), (1000, &json!(3), &json!(4)));
    let content = "select md5(string_agg(w.row_key || c.new_people, ',' order by w.row_key)) from report_rows w join report_cells c on c.row_id = w.id";
    let before = app.sql(content);
    let replaced = import(&app, &imo, sheet(some()), json!({ "replace": true })).await;
    assert_eq!(
        (counts(&replaced), app.sql("select count(*) from report_rows")),
        ([0, 2, 1, 5000], vec!["3".to_owned()])
    );

    let batches = "query($plan: ID!) { importBatches(planId: $plan, first: 1) { edges { node { id } } } }";
    let batch =
        app.ok(&imo, batches, json!({ "plan": plan() })).await["importBatches"]["edges"][0]["node"]["id"].take();
    let undo = "mutation($input: UndoImportInput!) { undoImport(input: $input) { id } }";
    app.ok(&imo, undo, json!({ "input": { "batchId": batch } })).await;
    assert_eq!(app.sql(content), before, "each row is there again");
}
