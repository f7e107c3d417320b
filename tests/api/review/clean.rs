//! Corrections stand beside what the partner said, and count in its place.

use darasa::{kit::auth::Role, monitoring::verify_figures};
use serde_json::{Value, json};

use super::{read, row_id, sent};
use crate::{
    monitoring::world::{
        BOYS, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, X, Y, category, decide, partner, reached, report, row, save,
        start, submit,
    },
    support::TestApp,
};

const OUTCOME: &str = "__typename ... on ReportSaved { report { id status version } }
    ... on ReportConflict { serverVersion } ... on ReportLocked { reason }
    ... on ReportInvalid { issues { row column key } }";

fn clean_mutation() -> String {
    format!("mutation($input: CleanCellsInput!) {{ cleanCells(input: $input) {{ {OUTCOME} }} }}")
}

async fn clean(app: &TestApp, token: &str, report: &Value, cells: Value) -> Value {
    let input = json!({ "reportId": report["id"], "baseVersion": report["version"], "cells": cells });
    app.ok(token, &clean_mutation(), json!({ "input": input })).await["cleanCells"].take()
}

async fn restore(app: &TestApp, token: &str, report: &Value, cells: Value) -> Value {
    let mutation = format!("mutation($input: RestoreCellsInput!) {{ restoreCells(input: $input) {{ {OUTCOME} }} }}");
    let input = json!({ "reportId": report["id"], "baseVersion": report["version"], "cells": cells });
    app.ok(token, &mutation, json!({ "input": input })).await["restoreCells"].take()
}

fn keys(outcome: &Value) -> Vec<String> {
    let line = |issue: &Value| {
        format!("{} {}", issue["column"].as_str().unwrap_or_default(), issue["key"].as_str().unwrap_or_default())
    };
    outcome["issues"].as_array().expect("something is wrong").iter().map(line).collect()
}

#[actix_web::test]
async fn what_the_cluster_corrects_counts_and_what_the_partner_said_stays() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let submitted = sent(&app, &focal, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 100, 20), (BOYS, 30, 0)])])).await;
    let rows = read(&app, &imo, &submitted).await;
    let cell = json!({ "rowId": row_id(&rows, 0), "categoryId": category(GIRLS), "newPeople": 10, "repeatPeople": 2, "why": "a zero too many" });
    let cleaned = clean(&app, &imo, &submitted, json!([cell])).await;
    assert_eq!((&cleaned["__typename"], &cleaned["report"]["status"]), (&json!("ReportSaved"), &json!("SUBMITTED")));
    let accepted = decide(&app, &imo, "acceptReport", &cleaned, None).await;
    // Of 12 girls and 30 boys, 40 for the first time.
    assert_eq!(reached(&app, &imo, None).await, (json!(42), json!(42), json!(40)));
    app.work().await;
    let told = app.mails().iter().filter(|mail| mail.contains("To: focal@example.org")).count();
    assert_eq!(told, 1, "the focal point who submitted is told, and not the officer who corrected");
    let seen = read(&app, &focal, &accepted).await;
    let girls = seen["rows"]["edges"][0]["node"]["cells"]
        .as_array()
        .expect("cells")
        .iter()
        .find(|cell| cell["category"]["id"] == category(GIRLS))
        .expect("girls")
        .clone();
    let clean_girls = json!({ "newPeople": 10, "repeatPeople": 2, "value": null, "why": "a zero too many", "by": "imo@example.org", "stale": false });
    assert_eq!((&girls["newPeople"], &girls["repeatPeople"], &girls["clean"]), (&json!(100), &json!(20), &clean_girls));
    // Corrected again after it was accepted, and struck out: the figures follow in the same step.
    let boys = json!({ "rowId": row_id(&rows, 0), "categoryId": category(BOYS), "why": "counted elsewhere" });
    let again = clean(&app, &imo, &accepted, json!([boys])).await;
    assert_eq!(again["report"]["status"], "ACCEPTED");
    assert_eq!(reached(&app, &imo, None).await, (json!(12), json!(12), json!(10)));
    let back = json!([{ "rowId": row_id(&rows, 0), "categoryId": category(GIRLS) }, { "rowId": row_id(&rows, 0), "categoryId": category(BOYS) }]);
    let restored = restore(&app, &imo, &again["report"], back.clone()).await;
    assert_eq!(restored["__typename"], "ReportSaved");
    assert_eq!(reached(&app, &imo, None).await, (json!(150), json!(150), json!(130)));
    assert_eq!(verify_figures(&app.program()).await.expect("read"), vec![]);
    let nothing = restore(&app, &imo, &restored["report"], back).await;
    assert_eq!(keys(&nothing), ["cells[0].rowId clean-cell-none", "cells[1].rowId clean-cell-none"]);
    let actions = app.sql("select action from audit_events where entity = 'Report' order by 1");
    assert_eq!(actions, ["accept", "clean", "clean", "create", "restore", "submit"]);
}

#[actix_web::test]
async fn a_correction_counts_no_more_once_the_partner_says_something_else() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let two = json!([row(FEEDING, X, &[(GIRLS, 100, 0)]), row(FEEDING, Y, &[(GIRLS, 50, 0)])]);
    let submitted = sent(&app, &focal, P, JANUARY, two).await;
    let rows = read(&app, &imo, &submitted).await;
    let cell = |at: usize, people: i32| json!({ "rowId": row_id(&rows, at), "categoryId": category(GIRLS), "newPeople": people, "why": "checked" });
    let cleaned = clean(&app, &imo, &submitted, json!([cell(0, 10), cell(1, 5)])).await;
    let returned = decide(&app, &imo, "returnReport", &cleaned, Some("look again")).await;
    let locked = clean(&app, &imo, &returned, json!([cell(0, 11)])).await;
    assert_eq!(locked["__typename"], "ReportLocked", "what a partner still writes is the partner's");
    // Another row first: the rows change their places and are written anew.
    let version = i32::try_from(returned["version"].as_i64().expect("a number")).expect("small");
    let rows_now = json!([
        row(MATERIALS, X, &[(GIRLS, 1, 0)]),
        row(FEEDING, X, &[(GIRLS, 120, 0)]),
        row(FEEDING, Y, &[(GIRLS, 50, 0)])
    ]);
    let saved = save(&app, &focal, report(P, JANUARY, version, rows_now)).await;
    let again = submit(&app, &focal, &saved).await;
    let seen = read(&app, &imo, &again["report"]).await;
    let stale: Vec<&Value> = seen["rows"]["edges"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|edge| &edge["node"]["cells"][0]["clean"]["stale"])
        .collect();
    assert_eq!(stale, [&Value::Null, &json!(true), &json!(false)]);
    let accepted = decide(&app, &imo, "acceptReport", &again, None).await;
    assert_eq!(reached(&app, &imo, None).await.0, json!(125), "120 as the partner says now, 5 as the cluster says");
    assert_eq!(verify_figures(&app.program()).await.expect("read"), vec![]);
    let reopened = decide(&app, &imo, "reopenReport", &accepted, Some("once more")).await;
    let version = i32::try_from(reopened["version"].as_i64().expect("a number")).expect("small");
    save(&app, &focal, report(P, JANUARY, version, json!([row(FEEDING, X, &[(GIRLS, 120, 0)])]))).await;
    assert_eq!(app.sql("select count(*) from clean_cells"), ["1"], "a row that is gone takes its corrections along");
}

#[actix_web::test]
async fn what_is_wrong_with_corrections_is_told_cell_by_cell_and_nothing_is_written() {
    let (app, imo) = start().await;
    let submitted = sent(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 100, 0)])])).await;
    let id = row_id(&read(&app, &imo, &submitted).await, 0);
    let cells = json!([
        { "rowId": id, "categoryId": category(GIRLS), "newPeople": 1, "why": " " },
        { "rowId": id, "categoryId": category(BOYS), "newPeople": 1, "why": "x" },
        { "rowId": category(GIRLS), "categoryId": category(GIRLS), "newPeople": 1, "why": "x" },
        { "rowId": id, "categoryId": category(GIRLS), "newPeople": 1, "value": "3", "why": "x" },
        { "rowId": id, "categoryId": category(GIRLS), "value": "-3", "why": "x" },
        { "rowId": id, "categoryId": category(GIRLS), "newPeople": 1, "why": "x" },
        { "rowId": id, "categoryId": category(GIRLS), "newPeople": 2, "why": "x" },
    ]);
    let outcome = clean(&app, &imo, &submitted, cells).await;
    let expected = [
        "cells[0].why clean-why",
        "cells[1].rowId clean-cell-unknown",
        "cells[2].rowId clean-cell-unknown",
        "cells[3].value clean-kind",
        "cells[4].value report-number-range",
        "cells[6].rowId clean-cell-twice",
    ];
    assert_eq!(keys(&outcome), expected);
    assert_eq!(app.sql("select count(*) from clean_cells"), ["0"]);
    let none = json!({ "input": { "reportId": submitted["id"], "baseVersion": submitted["version"], "cells": [] } });
    let refused = app.refused(&imo, &clean_mutation(), none).await;
    assert_eq!(refused.field.as_deref(), Some("cells"));
    let fractional = json!([{ "rowId": id, "categoryId": category(GIRLS), "newPeople": 1.5, "why": "x" }]);
    let input =
        json!({ "input": { "reportId": submitted["id"], "baseVersion": submitted["version"], "cells": fractional } });
    assert!(app.graphql(Some(&imo), &clean_mutation(), input).await["errors"][0].is_object(), "half a child is none");
    let good = json!([{ "rowId": id, "categoryId": category(GIRLS), "newPeople": 7, "why": "x" }]);
    assert_eq!(clean(&app, &imo, &submitted, good.clone()).await["__typename"], "ReportSaved");
    let conflict = clean(&app, &imo, &submitted, good).await;
    assert_eq!(
        (&conflict["__typename"], &conflict["serverVersion"]),
        (&json!("ReportConflict"), &json!(3)),
        "two at once"
    );
}

#[actix_web::test]
async fn who_does_not_decide_corrects_nothing_and_what_one_may_not_see_looks_like_none() {
    let (app, imo) = start().await;
    let own = partner(&app, "own@example.org", Role::PartnerFocalPoint, P).await;
    let other = partner(&app, "other@example.org", Role::PartnerFocalPoint, Q).await;
    let submitted = sent(&app, &own, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 100, 0)])])).await;
    let id = row_id(&read(&app, &imo, &submitted).await, 0);
    let input = json!({ "input": { "reportId": submitted["id"], "baseVersion": 2,
        "cells": [{ "rowId": id, "categoryId": category(GIRLS), "newPeople": 1, "why": "x" }] } });
    assert_eq!(app.refused(&own, &clean_mutation(), input.clone()).await.code, "FORBIDDEN");
    assert_eq!(
        app.refused(&other, &clean_mutation(), input).await.code,
        "FORBIDDEN",
        "no role that they hold may, anywhere"
    );
    assert_eq!(read(&app, &other, &submitted).await, Value::Null);
}
