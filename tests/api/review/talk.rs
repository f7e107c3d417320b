//! Comments, rows that go back alone, and what became of what was accepted.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::{read, row_id, sent};
use crate::monitoring::world::{
    EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, SUPPORT, X, Y, category, cluster, decide,
    organisation, partner, period, plan, report, row, save, start, submit, with_note,
};

fn version(report: &Value) -> i32 {
    i32::try_from(report["version"].as_i64().expect("a number")).expect("small")
}

const ADD: &str =
    "mutation($input: AddReportCommentInput!) { addReportComment(input: $input) { id rowKey text author field } }";
const ANSWER: &str =
    "mutation($input: AnswerReportCommentInput!) { answerReportComment(input: $input) { id answersId text } }";
const RESOLVE: &str =
    "mutation($input: ResolveReportCommentInput!) { resolveReportComment(input: $input) { resolvedAt } }";

#[actix_web::test]
async fn a_comment_on_a_cell_is_answered_settled_and_stays_when_the_row_is_written_anew() {
    let (app, imo) = start().await;
    let editor = partner(&app, "editor@example.org", Role::PartnerEditor, P).await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let other = partner(&app, "other@example.org", Role::PartnerFocalPoint, Q).await;
    let submitted = sent(&app, &focal, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    let rows = read(&app, &imo, &submitted).await;
    let about = json!({ "reportId": submitted["id"], "rowId": row_id(&rows, 0), "field": "PEOPLE", "categoryId": category(GIRLS), "text": "Since when?" });
    let said = app.ok(&imo, ADD, json!({ "input": about })).await["addReportComment"].take();
    assert_eq!((&said["author"], &said["field"]), (&json!("imo@example.org"), &json!("PEOPLE")));
    assert_eq!(said["rowKey"], rows["rows"]["edges"][0]["node"]["rowKey"]);
    assert_eq!(app.refused(&editor, ADD, json!({ "input": about })).await.code, "FORBIDDEN", "reviewers begin");
    let answer = json!({ "input": { "commentId": said["id"], "text": "Since October" } });
    assert_eq!(
        app.refused(&other, ANSWER, answer.clone()).await.code,
        "NOT_FOUND",
        "another partner's looks like none"
    );
    let answered = app.ok(&editor, ANSWER, answer).await["answerReportComment"].take();
    assert_eq!(answered["answersId"], said["id"]);
    app.advance(chrono::TimeDelta::seconds(1));
    let deeper = json!({ "input": { "commentId": answered["id"], "text": "Thank you" } });
    assert_eq!(app.ok(&imo, ANSWER, deeper).await["answerReportComment"]["answersId"], said["id"]);
    let settle = |id: &Value| json!({ "input": { "commentId": id } });
    assert_eq!(app.refused(&editor, RESOLVE, settle(&said["id"])).await.code, "FORBIDDEN");
    assert_eq!(app.refused(&imo, RESOLVE, settle(&answered["id"])).await.code, "CONFLICT");
    assert!(app.ok(&imo, RESOLVE, settle(&said["id"])).await["resolveReportComment"]["resolvedAt"].is_string());
    let returned = decide(&app, &imo, "returnReport", &submitted, Some("see comments")).await;
    save(&app, &editor, report(P, JANUARY, version(&returned), json!([row(FEEDING, X, &[(GIRLS, 12, 0)])]))).await;
    let seen = read(&app, &editor, &submitted).await;
    let texts: Vec<&Value> = seen["rows"]["edges"][0]["node"]["comments"]
        .as_array()
        .expect("comments")
        .iter()
        .map(|one| &one["text"])
        .collect();
    assert_eq!(texts, [&json!("Since when?"), &json!("Since October"), &json!("Thank you")]);
    for (input, field) in [
        (json!({ "reportId": submitted["id"], "text": " " }), "text"),
        (json!({ "reportId": submitted["id"], "text": "x", "field": "PEOPLE" }), "rowId"),
        (json!({ "reportId": submitted["id"], "text": "x", "rowId": submitted["id"] }), "rowId"),
        (
            json!({ "reportId": submitted["id"], "text": "x", "rowId": row_id(&rows, 0), "categoryId": plan() }),
            "categoryId",
        ),
    ] {
        assert_eq!(app.refused(&imo, ADD, json!({ "input": input })).await.field.as_deref(), Some(field), "{input}");
    }
}

#[actix_web::test]
async fn a_report_that_is_returned_for_some_rows_is_changed_in_these_alone() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let rows = || {
        [row(FEEDING, X, &[(GIRLS, 10, 0)]), row(MATERIALS, X, &[(GIRLS, 20, 0)]), row(SUPPORT, Y, &[(GIRLS, 30, 0)])]
    };
    let submitted = sent(&app, &focal, P, JANUARY, json!(rows())).await;
    let known = read(&app, &imo, &submitted).await;
    let mutation = "mutation($input: ReturnReportInput!) { returnReport(input: $input) { id status version returnedRows { note } } }";
    let mut input = with_note(&submitted, Some("One row is wrong"));
    input["rows"] = json!([{ "rowId": row_id(&known, 1), "note": "" }]);
    assert_eq!(app.refused(&imo, mutation, json!({ "input": input })).await.field.as_deref(), Some("rows[0].note"));
    input["rows"] = json!([{ "rowId": period(JANUARY), "note": "x" }]);
    assert_eq!(app.refused(&imo, mutation, json!({ "input": input })).await.field.as_deref(), Some("rows[0].rowId"));
    input["rows"] = json!([{ "rowId": row_id(&known, 1), "note": "Twice as many as in December" }]);
    let returned = app.ok(&imo, mutation, json!({ "input": input })).await["returnReport"].take();
    assert_eq!(returned["returnedRows"], json!([{ "note": "Twice as many as in December" }]));
    app.work().await;
    let mail = app.mails().remove(0).replace("=\r\n", "").replace("\r\n", " ");
    for words in ["Rows to mend", "CA1", "SCH-X", "Twice as many as in December", "Only these rows can be changed"] {
        assert!(mail.contains(words), "{words} is missing in {mail}");
    }
    assert!(!mail.contains("CA2"), "{mail}");
    let mut changed = rows();
    changed[2] = row(SUPPORT, Y, &[(GIRLS, 31, 0)]);
    let refused = save(&app, &focal, report(P, JANUARY, version(&returned), json!(changed))).await;
    assert_eq!(refused["issues"][0]["key"], "report-row-locked", "{refused:#}");
    assert_eq!((&refused["issues"][0]["row"], refused["issues"].as_array().map(Vec::len)), (&json!(3), Some(1)));
    let refused = save(&app, &focal, report(P, JANUARY, version(&returned), json!(rows()[..2]))).await;
    assert!(refused["issues"][0]["reason"].as_str().expect("a reason").contains("would be taken out"), "{refused:#}");
    let csv = "period,activity,indicator,site,status,new_people\n2026-01,CA2,CA2/I1,SCH-Y,COMPLETED,99\n";
    let file = app.upload(&focal, "report.csv", csv).await.expect("taken");
    let import = "mutation($input: ImportReportInput!) { importReport(input: $input) { applied issues { key } } }";
    let input = json!({ "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P), "fileId": file });
    let outcome = app.graphql(Some(&focal), import, json!({ "input": input })).await;
    assert_ne!(outcome["data"]["importReport"]["applied"], true, "a sheet is no way round: {outcome:#}");
    let mut mended = rows().to_vec();
    mended[1] = row(MATERIALS, X, &[(GIRLS, 11, 0)]);
    mended.push(row(MATERIALS, Y, &[(GIRLS, 9, 0)]));
    let saved = save(&app, &focal, report(P, JANUARY, version(&returned), json!(mended))).await;
    assert_eq!(saved["__typename"], "ReportSaved", "the row that was returned, and one more: {saved:#}");
    let again = submit(&app, &focal, &saved).await;
    let whole = decide(&app, &imo, "returnReport", &again, Some("all of it")).await;
    let saved = save(&app, &focal, report(P, JANUARY, version(&whole), json!(rows()))).await;
    assert_eq!(saved["__typename"], "ReportSaved", "returned as a whole, all of it may be changed: {saved:#}");
}

#[actix_web::test]
async fn what_became_of_accepted_rows_is_told_row_by_row() {
    let (app, imo) = start().await;
    let rows = json!([
        row(FEEDING, X, &[(GIRLS, 10, 0)]),
        row(MATERIALS, X, &[(GIRLS, 20, 0)]),
        row(SUPPORT, X, &[(GIRLS, 30, 0)])
    ]);
    let submitted = sent(&app, &imo, P, JANUARY, rows).await;
    let query = "query($id: ID!) { report(id: $id) { changesSinceAccepted { more rows { kind activity place
        values { name before after category } } } } }";
    let changes = async |report: &Value| {
        app.ok(&imo, query, json!({ "id": report["id"] })).await["report"]["changesSinceAccepted"].take()
    };
    let accepted = decide(&app, &imo, "acceptReport", &submitted, None).await;
    assert_eq!(changes(&accepted).await, Value::Null, "it was never opened again");
    let reopened = decide(&app, &imo, "reopenReport", &accepted, Some("a school was left out")).await;
    assert_eq!(changes(&reopened).await, json!({ "more": 0, "rows": [] }));
    let mut more = row(FEEDING, X, &[(GIRLS, 10, 3), (EVERYONE, 13, 0)]);
    more["remarks"] = json!("counted again");
    let rows = json!([more, row(MATERIALS, X, &[(GIRLS, 20, 0)]), row(SUPPORT, Y, &[(GIRLS, 30, 0)])]);
    save(&app, &imo, report(P, JANUARY, version(&reopened), rows)).await;
    let mut told = changes(&reopened).await;
    let rows = told["rows"].as_array_mut().expect("rows");
    rows.sort_by_key(|row| row["kind"].to_string());
    let value = |name: &str, before: Value, after: Value, of: Value| json!({ "name": name, "before": before, "after": after, "category": of });
    let girls = json!("age_band=6-11;sex=f");
    assert_eq!(rows[0], json!({ "kind": "ADDED", "activity": "CA2", "place": "SCH-Y", "values": [] }));
    assert_eq!(rows[1]["kind"], "CHANGED");
    assert_eq!(
        rows[1]["values"],
        json!([
            value("newPeople", Value::Null, json!("13"), json!("")),
            value("repeatPeople", Value::Null, json!("0"), json!("")),
            value("repeatPeople", json!("0"), json!("3"), girls),
            value("remarks", Value::Null, json!("counted again"), Value::Null),
        ])
    );
    assert_eq!(rows[2], json!({ "kind": "REMOVED", "activity": "CA2", "place": "SCH-X", "values": [] }));
}

#[actix_web::test]
async fn nothing_to_report_is_one_action_that_takes_no_rows_away_unseen() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let editor = partner(&app, "editor@example.org", Role::PartnerEditor, P).await;
    let mutation = "mutation($input: ReportNothingInput!) { reportNothing(input: $input) {
        __typename ... on ReportSaved { report { status nil version } } ... on ReportConflict { serverVersion }
        ... on ReportLocked { reason } } }";
    let input = |of: u128, base: Value| {
        json!({ "input": { "planId": plan(), "periodId": period(of), "clusterId": cluster(),
        "organisationId": organisation(P), "baseVersion": base } })
    };
    let refused = app.refused(&editor, mutation, input(FEBRUARY, Value::Null)).await;
    assert_eq!(refused.code, "FORBIDDEN");
    assert_eq!(app.sql("select count(*) from reports"), ["0"], "not submitted, not saved");
    let done = app.ok(&focal, mutation, input(FEBRUARY, Value::Null)).await["reportNothing"].take();
    assert_eq!(
        done,
        json!({ "__typename": "ReportSaved", "report": { "status": "SUBMITTED", "nil": true, "version": 2 } })
    );
    let again = app.ok(&focal, mutation, input(FEBRUARY, Value::Null)).await["reportNothing"].take();
    assert_eq!(again["__typename"], "ReportLocked");
    save(&app, &focal, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]))).await;
    let rows = app.ok(&focal, mutation, input(JANUARY, Value::Null)).await["reportNothing"].take();
    assert_eq!(rows, json!({ "__typename": "ReportConflict", "serverVersion": 1 }));
    let meant = app.ok(&focal, mutation, input(JANUARY, json!(1))).await["reportNothing"].take();
    assert_eq!(meant["report"]["status"], "SUBMITTED");
    assert_eq!(app.sql("select count(*) from report_rows"), ["0"]);
    assert_eq!(
        app.ok(&imo, "query($id: ID!) { reports(planId: $id, first: 5) { totalCount } }", json!({ "id": plan() }))
            .await["reports"]["totalCount"],
        2
    );
}
