//! What a file did can be taken back, as long as nobody worked on top of it.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{again, import, kept, named, with};
use crate::{
    monitoring::world::{
        GIRLS, JANUARY, MATERIALS, P, Q, X, cluster, organisation, partner, period, plan, report, row, save, submit,
    },
    support::TestApp,
};

const IMPORT: &str = "mutation($input: ImportReportInput!) { importReport(input: $input) {
    applied added changed unchanged removed refused report { id version status } issues { row key severity } checkedFile { id } } }";
const UNDO: &str =
    "mutation($input: UndoImportInput!) { undoImport(input: $input) { id undoneAt undoneById report { version } } }";
const BATCHES: &str = "query($plan: ID!) { importBatches(planId: $plan, first: 10) { edges { node {
    id fileName mode rows added changed unchanged removed refused undoneAt createdById report { organisation { name } } } } } }";

async fn template(app: &TestApp, token: &str, sheet: &str, more: Value) -> Value {
    let file = app.upload(token, "template.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P), "fileId": file });
    app.ok(token, IMPORT, json!({ "input": with(input, more) })).await["importReport"].take()
}

async fn batches(app: &TestApp, token: &str) -> Vec<Value> {
    let mut listed = app.ok(token, BATCHES, json!({ "plan": plan() })).await["importBatches"].take();
    listed["edges"].as_array_mut().expect("edges").iter_mut().map(|edge| edge["node"].take()).collect()
}

fn undo(batch: &Value) -> Value {
    json!({ "input": { "batchId": batch["id"] } })
}

const FIRST: &str = "activity_code,indicator_code,status,site_code,girls_6_11\nCA1,CA1/I1,completed,SCH-X,100\nCA2,CA2/I1,completed,SCH-Y,50\n";
const SECOND: &str = "activity_code,indicator_code,status,site_code,girls_6_11\nCA1,CA1/I1,completed,SCH-X,120\nCA3,CA3/I1,completed,SCH-Z,7\n";

#[actix_web::test]
async fn batches_are_undone_one_after_the_other_and_every_row_says_what_it_said() {
    let (app, imo) = named().await;
    template(&app, &imo, FIRST, json!({})).await;
    let before = kept(&app);
    app.advance(chrono::TimeDelta::seconds(1));
    template(&app, &imo, SECOND, json!({ "replace": true })).await;
    assert_eq!(kept(&app), ["SCH-X CA1 age_band=6-11;sex=f 120 -", "SCH-Z CA3 age_band=6-11;sex=f 7 -"]);
    let listed = batches(&app, &imo).await;
    let counts: Vec<Value> =
        listed.iter().map(|one| json!([one["added"], one["changed"], one["removed"], one["fileName"]])).collect();
    assert_eq!(counts, [json!([1, 1, 1, "template.csv"]), json!([2, 0, 0, "template.csv"])]);
    let early = app.refused(&imo, UNDO, undo(&listed[1])).await;
    assert!(early.code == "CONFLICT" && early.message.contains("changed after this import"), "{early:?}");
    app.ok(&imo, UNDO, undo(&listed[0])).await;
    assert_eq!(kept(&app), before, "the changed row, the row that went, and the new one");
    let twice = app.refused(&imo, UNDO, undo(&listed[0])).await;
    assert!(twice.message.contains("undone already"), "{twice:?}");
    app.ok(&imo, UNDO, undo(&listed[1])).await;
    assert_eq!(
        (kept(&app), app.sql("select count(*) from reports")),
        (vec![], vec!["1".to_owned()]),
        "an empty draft is left"
    );
    assert!(batches(&app, &imo).await.iter().all(|one| one["undoneAt"].is_string()));
}

#[actix_web::test]
async fn what_was_sent_or_changed_since_is_not_undone() {
    let (app, imo) = named().await;
    let imported = template(&app, &imo, FIRST, json!({})).await;
    let batch = batches(&app, &imo).await.remove(0);
    let submitted = submit(&app, &imo, &imported).await;
    let refused = app.refused(&imo, UNDO, undo(&batch)).await;
    assert!(refused.code == "CONFLICT" && refused.message.contains("SUBMITTED"), "{refused:?}");
    assert_eq!(submitted["__typename"], "ReportSaved");
    let by_q = save(&app, &imo, report(Q, JANUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 3, 0)])]))).await;
    assert_eq!(by_q["__typename"], "ReportSaved");
    let stranger = partner(&app, "q@example.org", Role::PartnerFocalPoint, Q).await;
    assert_eq!(app.refused(&stranger, UNDO, undo(&batch)).await.code, "NOT_FOUND");
    assert!(batches(&app, &stranger).await.is_empty());
    let viewer = app.someone("viewer@example.org", Role::Government, crate::monitoring::world::scope()).await;
    assert_eq!(batches(&app, &viewer).await.len(), 1);
    assert_eq!(app.refused(&viewer, UNDO, undo(&batch)).await.code, "FORBIDDEN");
}

#[actix_web::test]
async fn a_file_that_filled_many_reports_is_undone_as_a_whole_or_not_at_all() {
    let (app, imo) = named().await;
    let sheet = "Partner,P-code,Activity,Girls 6-11\nPartner P,XE0101,CA1,5\nPartner Q,XE0101,CA1,7\n";
    let mapping = json!({ "columns": [{ "heading": "Partner", "field": "ORGANISATION" }, { "heading": "P-code", "field": "ADM2" },
        { "heading": "Activity", "field": "ACTIVITY" }, { "heading": "Girls 6-11", "field": "PEOPLE", "category": "sex=f;age_band=6-11" }] });
    let file = app.upload(&imo, "all.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "fileId": file, "periodId": period(JANUARY), "mapping": mapping });
    let imported = again(&app, &imo, input.clone()).await;
    let of_q = imported["reports"]
        .as_array()
        .expect("reports")
        .iter()
        .find(|one| one["organisation"]["name"] == "Partner Q")
        .expect("of Q")["report"]
        .clone();
    let undo = json!({ "input": { "batchId": imported["batches"][0]["id"], "wholeFile": true } });
    let sent = submit(&app, &imo, &of_q).await;
    assert_eq!(app.refused(&imo, UNDO, undo.clone()).await.code, "CONFLICT");
    assert_eq!(kept(&app).len(), 2, "not the one report either that could be");
    crate::monitoring::world::decide(&app, &imo, "returnReport", &sent, Some("again")).await;
    let undone = app.ok(&imo, UNDO, undo).await["undoImport"].take();
    assert_eq!((undone.as_array().map(Vec::len), kept(&app)), (Some(2), vec![]));
    assert_eq!(again(&app, &imo, input).await["rows"]["taken"], 2, "and may come again");
}

#[actix_web::test]
async fn good_rows_are_taken_where_that_is_asked_for_and_the_others_are_told() {
    let (app, imo) = named().await;
    let sheet = "activity_code,indicator_code,status,site_code,girls_6_11\nCA1,CA1/I1,completed,SCH-X,100\nCA9,CA1/I1,completed,SCH-X,1\n\
        CA2,CA2/I1,completed,SCH-Y,many\nCA1,CA1/I1,completed,SCH-X,3\nCA3,CA3/I1,completed,SCH-Z,7\n";
    let all = template(&app, &imo, sheet, json!({})).await;
    assert_eq!((&all["applied"], &all["refused"], kept(&app).len()), (&json!(false), &json!(3), 0), "{all:#}");
    let good = template(&app, &imo, sheet, json!({ "mode": "GOOD_ROWS" })).await;
    assert_eq!((&good["applied"], &good["added"], &good["refused"]), (&json!(true), &json!(2), &json!(3)), "{good:#}");
    assert!(good["checkedFile"]["id"].is_string(), "the others can be downloaded, mended and sent again");
    assert_eq!(kept(&app), ["SCH-X CA1 age_band=6-11;sex=f 100 -", "SCH-Z CA3 age_band=6-11;sex=f 7 -"]);
    let batch = batches(&app, &imo).await.remove(0);
    assert_eq!((&batch["mode"], &batch["refused"]), (&json!("GOOD_ROWS"), &json!(3)));
    let file = app.upload(&imo, "template.csv", sheet).await.expect("kept");
    let both = json!({ "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P), "fileId": file, "mode": "GOOD_ROWS", "replace": true });
    let refused = app.refused(&imo, IMPORT, json!({ "input": both })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("mode")));
    let columns = template(&app, &imo, "activity_code,girls_6_11\nCA1,1\n", json!({ "mode": "GOOD_ROWS" })).await;
    assert_eq!(columns["applied"], false, "a sheet without its columns has no good rows: {columns:#}");
}

#[actix_web::test]
async fn what_another_organisation_reports_too_is_told_without_its_name_once_it_was_sent() {
    let (app, imo) = named().await;
    let by_q = save(&app, &imo, report(Q, JANUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 3, 0)])]))).await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let keys = |imported: &Value| -> Vec<String> {
        imported["issues"]
            .as_array()
            .expect("issues")
            .iter()
            .map(|one| format!("{} {}", one["row"], one["key"].as_str().unwrap_or_default()))
            .collect()
    };
    let dry = template(&app, &token, FIRST, json!({ "dryRun": true })).await;
    assert!(keys(&dry).is_empty(), "a draft is nobody's business: {dry:#}");
    submit(&app, &imo, &by_q).await;
    let told = template(&app, &token, FIRST, json!({})).await;
    assert_eq!((keys(&told), &told["applied"]), (vec!["2 report-also-by-another".to_owned()], &json!(true)));
    let sheet =
        import(&app, &token, "School code,Activity,Girls 6-11\nSCH-X,CA1,100\n", json!({ "dryRun": true })).await;
    assert!(
        sheet.to_string().contains("report-also-by-another") && !told.to_string().contains("Partner Q"),
        "{sheet:#}"
    );
}
