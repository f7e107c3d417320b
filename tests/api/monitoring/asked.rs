//! What a report is asked to tell of, and in which places: districts that end, plans for some areas, what is measured every quarter.

use chrono::NaiveDate;
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{
    FEBRUARY, FEEDING, GIRLS, JANUARY, MARCH, MATERIALS, P, X, accepted, area, organisation, partner, period, plan,
    report, row, save, start, submit,
};

/// A row of the area alone.
fn in_area(number: u128, girls: i64) -> Value {
    let mut row = row(FEEDING, X, &[(GIRLS, girls, 0)]);
    (row["siteId"], row["areaId"], row["status"]) = (Value::Null, json!(area(number)), json!("ONGOING"));
    row
}

const SEND: &str = "mutation($input: SendRowsInput!) { sendRows(input: $input) { applied issues { key reason } } }";

#[actix_web::test]
async fn ongoing_work_in_an_area_that_ended_before_the_month_is_not_missed() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([in_area(112, 10)])).await;
    app.sql("update admin_areas set valid_to = '2026-02-01', replaced_by_id = number(111) where pcode = 'XE0102'");
    let refused = save(&app, &imo, report(P, FEBRUARY, 0, json!([in_area(112, 5)]))).await;
    assert_eq!(refused["issues"][0]["key"], "report-area-retired", "{refused:#}");
    let saved = save(&app, &imo, report(P, FEBRUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 3, 0)])]))).await;
    let sent = submit(&app, &imo, &saved).await;
    assert_eq!(sent["__typename"], "ReportSaved", "nothing is asked for in XE0102: {sent:#}");
}

#[actix_web::test]
async fn a_month_in_which_the_area_was_there_is_reported_late_by_codes_and_by_every_sheet() {
    let (app, _) = start().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let ended = NaiveDate::from_ymd_opt(2026, 2, 1).expect("a day");
    app.sql(&format!(
        "update admin_areas set valid_to = '{ended}', replaced_by_id = number(111) where pcode = 'XE0102'"
    ));
    let send = async |of: u128| {
        let people = json!([{ "category": "age_band=6-11;sex=f", "newPeople": 7 }]);
        let rows = json!([{ "activity": "CA3", "place": "XE0102", "people": people }]);
        let input = json!({ "planId": plan(), "periodId": period(of), "rows": rows });
        app.ok(&token, SEND, json!({ "input": input })).await["sendRows"].take()
    };
    assert_eq!(send(JANUARY).await, json!({ "applied": true, "issues": [] }));
    let february = send(FEBRUARY).await;
    assert_eq!((&february["applied"], &february["issues"][0]["key"]), (&json!(false), &json!("report-area-retired")));
    let import =
        "mutation($input: ImportReportInput!) { importReport(input: $input) { applied changed issues { key } } }";
    let sheet = "mutation($input: ImportSheetInput!) { importSheet(input: $input) { applied rows { taken refused } } }";
    for (of, taken) in [(JANUARY, true), (FEBRUARY, false)] {
        let file = app
            .upload(
                &token,
                "late.csv",
                "activity_code,indicator_code,status,adm1_pcode,adm2_pcode,girls_6_11\nCA3,CA3/I1,completed,XE01,XE0102,8\n",
            )
            .await
            .expect("kept");
        let input = json!({
            "planId": plan(), "periodId": period(of), "organisationId": organisation(P), "fileId": file,
            "clusterId": darasa::kit::scope::ClusterId::from_uuid(uuid::Uuid::from_u128(10)).global().to_string(),
        });
        let done = app.ok(&token, import, json!({ "input": input })).await["importReport"].take();
        assert_eq!(done["applied"], taken, "{done:#}");
        let file = app.upload(&token, "own.csv", "P-code,Activity,Girls 6-11\nXE0102,CA3,9\n").await.expect("kept");
        let input = json!({ "planId": plan(), "periodId": period(of), "fileId": file, "mode": "GOOD_ROWS" });
        let done = app.ok(&token, sheet, json!({ "input": input })).await["importSheet"].take();
        assert_eq!(done["applied"], taken, "{done:#}");
    }
}

#[actix_web::test]
async fn a_row_outside_the_areas_of_the_plan_is_taken_with_a_warning() {
    let (app, imo) = start().await;
    app.sql("insert into plan_areas (plan_id, area_id) values (number(400), number(102))");
    let saved = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 3, 0)])]))).await;
    assert_eq!(saved["__typename"], "ReportSaved", "{saved:#}");
    assert_eq!(saved["warnings"][0]["key"], "report-area-outside-plan", "{saved:#}");
    app.sql("insert into plan_areas (plan_id, area_id) values (number(400), number(101))");
    let mut again = report(P, JANUARY, 1, json!([row(FEEDING, X, &[(GIRLS, 4, 0)])]));
    again["baseVersion"] = saved["report"]["version"].clone();
    let saved = save(&app, &imo, again).await;
    assert_eq!((&saved["__typename"], &saved["warnings"]), (&json!("ReportSaved"), &json!([])), "X lies in XE01");
}

#[actix_web::test]
async fn what_is_measured_every_quarter_is_asked_for_in_the_month_in_which_one_is_full() {
    let (app, imo) = start().await;
    app.sql("update response_plans set starts_on = '2026-01-01' where id = number(400)");
    app.sql("update indicators set frequency = 'QUARTERLY' where id = number(603)");
    let ongoing = |what: u128, girls: i64| {
        let mut row = row(what, X, &[(GIRLS, girls, 0)]);
        row["status"] = json!("ONGOING");
        row
    };
    accepted(&app, &imo, P, JANUARY, json!([ongoing(FEEDING, 10), ongoing(MATERIALS, 10)])).await;
    // February fills no quarter: only what is measured every month is asked for.
    accepted(&app, &imo, P, FEBRUARY, json!([ongoing(MATERIALS, 4)])).await;
    let saved = save(&app, &imo, report(P, MARCH, 0, json!([ongoing(MATERIALS, 5)]))).await;
    let sent = submit(&app, &imo, &saved).await;
    assert_eq!(
        sent["issues"][0]["reason"], "CA3 in SCH-X was ongoing in your last report and is not told of",
        "{sent:#}"
    );
}
