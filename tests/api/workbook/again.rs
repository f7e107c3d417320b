//! The same workbook again, another's workbook, and what others changed meanwhile.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{IMPORT, answer, column, counts, download, filled, ids, import, path_for, rows, told};
use crate::monitoring::world::{
    FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, SUPPORT, X, Y, accepted, decide, period, report, row, save,
    start, submit,
};

fn one_row(book: &[u8], girls: i64) -> Vec<u8> {
    let cells = [
        (3, "#activity+code", json!("CA1")),
        (3, "#indicator+code", json!("CA1/I1")),
        (3, "#status", json!("Ongoing")),
        (3, "#loc+code", json!("SCH-X")),
        (3, "#reached+f+age6_11+new", json!(girls)),
    ];
    filled(book, "Report", &cells)
}

/// How much the program remembers of what was done.
const TRACES: &str = "select count(*) from audit_events union all select count(*) from outbox_messages
    union all select sum(version) from reports";

#[actix_web::test]
async fn the_same_file_twice_changes_nothing_and_leaves_no_trace() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let sent = one_row(&book, 10);
    let first = import(&app, &imo, "a.xlsx", sent.clone(), json!({})).await;
    assert_eq!((counts(&first), &first["report"]["version"]), ([1, 0, 0, 0], &json!(1)));
    let traces = app.sql(TRACES);
    let again = import(&app, &imo, "a.xlsx", sent.clone(), json!({})).await;
    assert_eq!((counts(&again), &again["report"]["version"], &again["issues"]), ([0, 0, 1, 0], &json!(1), &json!([])));
    assert_eq!(app.sql(TRACES), traces);
    // The same request again is the same request.
    let file = app.upload(&imo, "b.xlsx", one_row(&book, 11)).await.expect("kept");
    let input = json!({ "input": { "clientMutationId": Uuid::from_u128(9), "fileId": file } });
    let once = app.ok(&imo, IMPORT, input.clone()).await;
    assert_eq!(once["importReport"]["changed"], 1);
    assert_eq!(app.ok(&imo, IMPORT, input).await, once);
    assert_eq!(app.sql("select version from reports"), ["2"]);
}

#[actix_web::test]
async fn a_workbook_goes_on_after_the_report_was_returned_but_does_not_write_over_what_others_changed() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let first = import(&app, &imo, "a.xlsx", one_row(&book, 10), json!({})).await;
    let submitted = submit(&app, &imo, &first["report"]).await;
    decide(&app, &imo, "returnReport", &submitted, Some("please look again")).await;
    let second = import(&app, &imo, "a.xlsx", one_row(&book, 12), json!({})).await;
    assert_eq!(counts(&second), [0, 1, 0, 0], "steps of the report are no changes of its rows");

    let version = second["report"]["version"].clone();
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 77, 0)])]);
    let mut by_form = report(P, JANUARY, 0, rows);
    by_form["baseVersion"] = version;
    let saved = save(&app, &imo, by_form).await;
    assert_eq!(saved["__typename"], "ReportSaved", "{saved:#}");
    let dry = import(&app, &imo, "a.xlsx", one_row(&book, 13), json!({ "dryRun": true })).await;
    assert_eq!((counts(&dry), told(&dry, "WARNING")), ([0, 1, 0, 0], vec!["- report-changed-since".to_owned()]));
    let refused = answer(&app, &imo, "a.xlsx", one_row(&book, 13), json!({})).await;
    let error = &refused["errors"][0];
    assert_eq!(
        (&error["extensions"]["code"], &error["extensions"]["field"]),
        (&json!("CONFLICT"), &json!("baseVersion"))
    );
    let stands = saved["report"]["version"].as_i64().expect("a version");
    let message = error["message"].as_str().expect("a message");
    assert!(
        message.contains(&format!("is version {stands} now")) && message.contains("download the workbook anew"),
        "{message}"
    );
    assert_eq!(app.sql("select new_people from report_cells"), ["77"]);
    let wrong = answer(&app, &imo, "a.xlsx", one_row(&book, 13), json!({ "baseVersion": stands - 1 })).await;
    assert_eq!(wrong["errors"][0]["extensions"]["key"], "version-conflict");
    let meant = import(&app, &imo, "a.xlsx", one_row(&book, 13), json!({ "baseVersion": stands })).await;
    assert_eq!((counts(&meant), app.sql("select new_people from report_cells")), ([0, 1, 0, 0], vec!["13".to_owned()]));
    let anew = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let at = column(&anew, "Report", "#reached+f+age6_11+new");
    assert_eq!(rows_of(&anew)[2][at], "13");
    let fresh = import(&app, &imo, "a.xlsx", one_row(&anew, 14), json!({})).await;
    assert_eq!(counts(&fresh), [0, 1, 0, 0]);
}

fn rows_of(book: &[u8]) -> Vec<Vec<String>> {
    rows(book, "Report")
}

#[actix_web::test]
async fn a_workbook_of_another_report_is_refused_and_says_which_it_is_of() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(Q, FEBRUARY, "en")).await;
    let outcome = import(&app, &imo, "a.xlsx", one_row(&book, 10), ids()).await;
    assert_eq!(
        (told(&outcome, "ERROR"), &outcome["applied"]),
        (vec!["- report-workbook-of-another".to_owned()], &json!(false))
    );
    let reason = outcome["issues"][0]["reason"].as_str().expect("a reason");
    assert!(reason.contains("another period and organisation: HXEA, 1 February 2026 to 28 February 2026"), "{reason}");
    assert!(reason.contains("Partner Q"), "{reason}");
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
    // Without ids it goes where it was made for.
    let own = import(&app, &imo, "a.xlsx", one_row(&book, 10), json!({})).await;
    assert_eq!(own["applied"], true);
    let february = period(FEBRUARY);
    let report = app
        .ok(
            &imo,
            "query($id: ID!) { report(id: $id) { period { id } organisation { name } } }",
            json!({ "id": own["report"]["id"] }),
        )
        .await;
    assert_eq!(report["report"], json!({ "period": { "id": february }, "organisation": { "name": "Partner Q" } }));
    // A file that does not say what it is of needs to be told.
    let sheet = "activity_code,indicator_code,status\nCA1,CA1/I1,ongoing\n";
    let unsaid = answer(&app, &imo, "a.csv", sheet, json!({})).await;
    let error = &unsaid["errors"][0]["extensions"];
    assert_eq!((&error["code"], &error["field"]), (&json!("INVALID"), &json!("planId")));
}

#[actix_web::test]
async fn last_month_s_rows_that_stay_empty_are_not_taken_over_and_said_so() {
    let (app, imo) = start().await;
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 100, 0)]), row(SUPPORT, Y, &[(GIRLS, 5, 5)])]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    let book = download(&app, &imo, &path_for(P, FEBRUARY, "en")).await;
    let sent = filled(&book, "Report", &[(4, "#status", json!("Ongoing")), (4, "#reached+f+age6_11+new", json!(9))]);
    let outcome = import(&app, &imo, "february.xlsx", sent, json!({})).await;
    assert_eq!(
        (counts(&outcome), told(&outcome, "WARNING")),
        ([1, 0, 0, 0], vec!["D3 report-row-untouched".to_owned()])
    );
    assert_eq!(app.sql("select a.ref_code from report_rows w join reports r on r.id = w.report_id join activities a on a.id = w.activity_id where r.period_id = number(802)"), ["CA2"]);
}

#[actix_web::test]
async fn a_dry_run_tells_row_by_row_what_would_become_of_the_report() {
    let (app, imo) = start().await;
    let stored = json!([
        row(MATERIALS, X, &[(GIRLS, 10, 0)]),
        row(SUPPORT, X, &[(GIRLS, 20, 0)]),
        row(FEEDING, Y, &[(GIRLS, 30, 0)]),
    ]);
    save(&app, &imo, report(P, JANUARY, 0, stored)).await;
    let sheet = "activity_code,indicator_code,status,site_code,girls_6_11,girls_6_11_repeat,remarks\nCA1,CA1/I1,completed,SCH-X,10,0,\nCA2,CA2/I1,ongoing,SCH-X,21,,later\nCA3,CA3/I1,ongoing,SCH-Z,1,,\n";
    let mut input = ids();
    input["dryRun"] = json!(true);
    let merged = import(&app, &imo, "a.csv", sheet, input.clone()).await;
    let kinds = |outcome: &Value| -> Vec<String> {
        let rows = outcome["rows"].as_array().expect("a list").iter();
        rows.map(|row| format!("{} {} {}", row["kind"].as_str().unwrap_or_default(), row["row"], row["place"]))
            .collect()
    };
    let expected = ["CHANGED 3 \"SCH-X\"", "ADDED 4 \"SCH-Z\"", "UNCHANGED 2 \"SCH-X\""];
    assert_eq!((counts(&merged), kinds(&merged)), ([1, 1, 1, 0], expected.map(str::to_owned).to_vec()), "{merged:#}");
    assert_eq!(
        merged["rows"][0]["columns"],
        json!([
            { "column": "status", "before": "completed", "after": "ongoing" },
            { "column": "girls_6_11", "before": "20", "after": "21" },
            { "column": "girls_6_11_repeat", "before": "0", "after": null },
            { "column": "remarks", "before": null, "after": "later" },
        ])
    );
    input["replace"] = json!(true);
    let replaced = import(&app, &imo, "a.csv", sheet, input.clone()).await;
    assert_eq!(counts(&replaced), [1, 1, 1, 1], "{replaced:#}");
    assert!(kinds(&replaced).contains(&"REMOVED null \"SCH-Y\"".to_owned()), "{replaced:#}");
    assert_eq!(app.sql("select version from reports"), ["1"], "nothing was written");
    input["dryRun"] = json!(false);
    let done = import(&app, &imo, "a.csv", sheet, input).await;
    assert_eq!((counts(&done), &done["rows"]), ([1, 1, 1, 1], &json!([])));
    assert_eq!(app.sql("select count(*) from report_rows"), ["3"]);
}
