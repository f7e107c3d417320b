//! A partner's sheet goes in and out: every error at once, nothing doubled, nothing lost.

use darasa::monitoring::{ReportId, export_report, report_template};
use serde_json::{Value, json};

use super::world::{
    DISABLED, FEEDING, GIRLS, JANUARY, MATERIALS, P, WOMEN, X, cluster, organisation, period, plan, report, row, save,
    start, submit,
};
use crate::support::TestApp;

const IMPORT: &str = "mutation($input: ImportReportInput!) { importReport(input: $input) {
    applied added changed unchanged report { id version status } receipt { rows newPeople repeatPeople amount }
    issues { cell key reason mend severity } more } }";

async fn import(app: &TestApp, token: &str, sheet: impl Into<Vec<u8>>, dry_run: bool) -> Value {
    let file = app.upload(token, "report.csv", sheet).await.expect("kept");
    let input = json!({
        "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P),
        "fileId": file, "dryRun": dry_run,
    });
    app.ok(token, IMPORT, json!({ "input": input })).await["importReport"].take()
}

const SHEET: &str = "\
activity_code,indicator_code,status,modality,adm1_pcode,adm2_pcode,site_code,population_group,girls_6_11,girls_6_11_repeat,boys_6_11,new_people,with_disability,amount_spent,currency,nil,remarks\r
CA1,CA1/I1,completed,in-kind,XE01,XE0101,SCH-X,,100,20,90,190,7,1200.50,USD,,\r
ca3,ca3/i1,Ongoing,,XE02,,,IDP,0,,,,,,,,\"none, yet\"\r
CA2,CA2/I1,ongoing,,,,SCH-Z,,,,,,,,,yes,\r
";

#[actix_web::test]
async fn a_sheet_goes_in_once_however_often_it_is_sent() {
    let (app, imo) = start().await;
    let dry = import(&app, &imo, SHEET, true).await;
    assert_eq!((&dry["applied"], &dry["added"], &dry["report"]), (&json!(false), &json!(3), &Value::Null), "{dry:#}");
    assert_eq!(
        app.sql("select count(*) from reports union all select count(*) from categories where key like '%group%'"),
        ["0", "0"]
    );
    let first = import(&app, &imo, SHEET, false).await;
    assert_eq!(
        (&first["applied"], &first["added"], &first["issues"]),
        (&json!(true), &json!(3), &json!([])),
        "{first:#}"
    );
    let receipt = json!({ "rows": 3, "newPeople": 190, "repeatPeople": 20, "amount": "1200.50" });
    assert_eq!(first["receipt"], receipt);
    let again = import(&app, &imo, SHEET, false).await;
    assert_eq!((&again["added"], &again["changed"], &again["unchanged"]), (&json!(0), &json!(0), &json!(3)));
    assert_eq!(again["report"]["version"], 1, "nothing changed");
    let one =
        "activity_code,indicator_code,status,modality,site_code,girls_6_11\nCA1,CA1/I1,completed,in-kind,SCH-X,101\n";
    let third = import(&app, &imo, one, false).await;
    assert_eq!((&third["added"], &third["changed"], &third["unchanged"]), (&json!(0), &json!(1), &json!(0)));
    assert_eq!(app.sql("select count(*) from report_rows"), ["3"], "rows that a sheet leaves out stay");
    let cells =
        "select k.key || ' ' || c.new_people from report_cells c join categories k on k.id = c.category_id order by 1";
    assert_eq!(app.sql(cells), ["age_band=6-11;population_group=idp;sex=f 0", "age_band=6-11;sex=f 101"]);
    assert_eq!(
        app.sql("select rows_added || '/' || rows_changed || '/' || rows_unchanged from import_batches order by 1"),
        ["0/0/3", "0/1/0", "3/0/0"]
    );
}

/// The errors by their cells.
fn errors(outcome: &Value) -> Vec<String> {
    let issues = outcome["issues"].as_array().expect("a list").iter().filter(|issue| issue["severity"] == "ERROR");
    let text = |issue: &Value, name: &str| issue[name].as_str().unwrap_or("-").to_owned();
    let mut told: Vec<String> = issues.map(|issue| format!("{} {}", text(issue, "cell"), text(issue, "key"))).collect();
    told.sort();
    told
}

#[actix_web::test]
async fn a_wrong_code_or_number_hides_no_other_error_of_its_row() {
    let (app, imo) = start().await;
    let sheet = "\
activity_code,indicator_code,status,adm1_pcode,adm2_pcode,site_code,population_group,girls_6_11,boys_6_11,new_people,value,amount_spent,currency,nil
CA9,CA1/I1,ongoing,XE01,,,,x,,,,12,,
CA1,CO1/R1,done,XE01,,,,,,,x,,,
CA1,CA1/I1,ongoing,XE01,XE0201,SCH-NONE,,1,,,,,,
CA2,CA2/I1,done,XE01,,,,x,,,,,,
CA2,CA2/I1,ongoing,XE01,,,,x,,,,many,,
CA3,CA3/I1,ongoing,XE02,,,,x,,,,,,yes
";
    let outcome = import(&app, &imo, sheet, false).await;
    let expected = [
        "A2 report-activity",
        "A6 report-row-twice",
        "C3 report-status",
        "C5 report-status",
        "D4 report-place-differs",
        "F4 report-site",
        "H2 sheet-no-number",
        "H5 sheet-no-number",
        "H6 sheet-no-number",
        "H7 sheet-no-number",
        "K3 report-ratio-half",
        "K3 sheet-no-number",
        "L6 sheet-no-number",
        "M2 report-currency-missing",
        "M6 report-currency-missing",
        "N7 report-nil-with-figures",
    ];
    assert_eq!(errors(&outcome), expected, "{outcome:#}");
}

#[actix_web::test]
async fn every_error_of_a_sheet_is_told_at_once_beside_its_cell_and_nothing_is_written() {
    let (app, imo) = start().await;
    let sheet = "\
activity_code,indicator_code,status,adm1_pcode,adm2_pcode,site_code,population_group,girls_6_11,boys_6_11,new_people,value,amount_spent,currency,nil,Phone number
CA9,CA1/I1,done,XE01,XE0201,,,1.5,-3,,,,,,0700
CA1,CA2/I1,ongoing,,XE0101,SCH-Z,martians,x,,,,12,,maybe,0700
,CA1/I1,ongoing,XE0101,,,,1,,,,,,,0700
CA1,CA1/I1,planned,,,,,1,,,,,,,0700
CA1,CA1/I1,planned,XE01,,,,1,1,99,5,1,usdollar,,0700
CA1,CA1/I1,ongoing,XE01,,,,2,,,,,,,0700
CA3,CA3/I1,ongoing,,,SCH-X,,2,,,,,,,0700
CA3,CA3/I1,ongoing,,,SCH-X,,3,,,,,,yes,0700
";
    let outcome = import(&app, &imo, sheet, false).await;
    assert_eq!((&outcome["applied"], &outcome["report"], &outcome["more"]), (&json!(false), &Value::Null, &json!(0)));
    let issues = outcome["issues"].as_array().expect("a list");
    let expected = [
        "A2 report-activity",
        "A4 sheet-value-missing",
        "A7 report-row-twice",
        "A9 report-row-twice",
        "B3 report-indicator-elsewhere",
        "C2 report-status",
        "C5 report-planned-with-figures",
        "C6 report-planned-with-figures",
        "D2 report-place-differs",
        "D4 report-area",
        "D5 report-place-missing",
        "E3 report-place-differs",
        "G3 report-group",
        "H2 sheet-no-whole-number",
        "H3 sheet-no-number",
        "I2 sheet-negative",
        "K6 report-people-as-value",
        "M3 report-currency-missing",
        "M6 report-currency",
        "N3 sheet-no-yes-or-no",
        "N9 report-nil-with-figures",
    ];
    assert_eq!(errors(&outcome), expected, "{outcome:#}");
    assert!(issues.iter().all(|issue| !issue["mend"].as_str().unwrap_or_default().is_empty()));
    let personal = issues.iter().any(|issue| issue["key"] == "sheet-personal-data" && issue["severity"] == "WARNING");
    assert!(personal, "data of persons is warned of: {outcome:#}");
    let counts = "select count(*) from reports union all select count(*) from report_rows union all select count(*) from import_batches";
    assert_eq!(app.sql(counts), ["0", "0", "0"]);
}

fn report_id(text: &Value) -> ReportId {
    ReportId::parse(&juniper::ID::new(text.as_str().expect("an id").to_owned()), "id").expect("a report's id")
}

#[actix_web::test]
async fn an_exported_report_reads_back_in_unchanged() {
    let (app, imo) = start().await;
    let first = import(&app, &imo, SHEET, false).await;
    let exported = export_report(&app.program(), report_id(&first["report"]["id"])).await.expect("exported");
    let text = String::from_utf8(exported.clone()).expect("text");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[1].starts_with("#activity+code,#indicator+code,#modality,#status,#adm1+code+v_pcode"), "{text}");
    assert!(lines[2].starts_with("CA1,CA1/I1,in_kind,completed,XE01,XE0101,,SCH-X,,190,,"), "{text}");
    let again = import(&app, &imo, exported, false).await;
    assert_eq!(
        (&again["added"], &again["changed"], &again["unchanged"]),
        (&json!(0), &json!(0), &json!(3)),
        "{again:#}"
    );
}

#[actix_web::test]
async fn a_report_that_the_sheet_cannot_hold_is_not_exported_in_part() {
    let (app, imo) = start().await;
    let rows = json!([row(MATERIALS, X, &[(WOMEN, 3, 0), (DISABLED, 1, 0)])]);
    let saved = save(&app, &imo, report(P, JANUARY, 0, rows)).await;
    let refused = export_report(&app.program(), report_id(&saved["report"]["id"])).await.expect_err("no column for it");
    assert_eq!(refused.key(), "report-sheet");
    let visitor = app.program().as_viewer(darasa::kit::auth::Viewer::anonymous());
    let unseen = export_report(&visitor, report_id(&saved["report"]["id"])).await.expect_err("not theirs");
    assert_eq!(unseen.field(), Some("reportId"));
}

#[actix_web::test]
async fn the_empty_template_has_headings_and_tags_and_a_sent_report_takes_no_sheet() {
    let (app, imo) = start().await;
    let template = String::from_utf8(report_template().expect("written")).expect("text");
    assert_eq!(template.lines().count(), 2);
    let saved = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]))).await;
    submit(&app, &imo, &saved).await;
    let file = app.upload(&imo, "report.csv", SHEET).await.expect("kept");
    let input = json!({
        "planId": super::world::plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(P), "fileId": file,
    });
    let refused = app.refused(&imo, IMPORT, json!({ "input": input })).await;
    assert_eq!(refused.code, "CONFLICT", "nobody edits a submitted report");
}

#[actix_web::test]
async fn a_file_of_one_organisations_report_is_not_taken_for_another_and_columns_that_are_not_read_are_named() {
    let (app, imo) = start().await;
    let more: Vec<String> = (1..=20).map(|number| format!("donor {number}")).collect();
    let sheet = format!(
        "activity_code,indicator_code,status,site_code,girls_6_11,{},\nCA1,CA1/I1,completed,SCH-X,100{}lost\n",
        more.join(","),
        ",".repeat(21)
    );
    let file = app.upload(&imo, "report.csv", sheet).await.expect("kept");
    let input = |by: u128| {
        json!({ "input": {
            "planId": plan(), "periodId": period(JANUARY), "clusterId": cluster(), "organisationId": organisation(by), "fileId": file,
        } })
    };
    let first = app.ok(&imo, IMPORT, input(P)).await["importReport"].take();
    assert_eq!(first["applied"], true, "{first:#}");
    let reasons: Vec<&str> =
        first["issues"].as_array().expect("a list").iter().filter_map(|issue| issue["reason"].as_str()).collect();
    assert!(more.iter().all(|name| reasons.iter().any(|reason| reason.contains(&format!("`{name}`")))), "{reasons:#?}");
    assert!(reasons.iter().any(|reason| reason.contains("column Z")), "a column without a heading: {reasons:#?}");
    let refused = app.refused(&imo, IMPORT, input(super::world::Q)).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("fileId")));
    assert_eq!(app.sql("select count(*) from reports"), ["1"]);
    assert_eq!(app.ok(&imo, IMPORT, input(P)).await["importReport"]["unchanged"], 1, "the same again is the same");
}
