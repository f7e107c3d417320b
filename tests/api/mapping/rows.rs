//! Rows from a partner's own program: by codes, in bulk, and the same request again changes nothing.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{kept, named, with};
use crate::{
    monitoring::world::{JANUARY, P, Q, organisation, partner, period, plan, submit},
    support::TestApp,
};

const SEND: &str = "mutation($input: SendRowsInput!) { sendRows(input: $input) {
    applied report { id version status } added changed unchanged refused issues { row column key severity } more } }";

async fn send(app: &TestApp, token: &str, more: Value) -> Value {
    let input = with(json!({ "planCode": "HXEA", "periodNumber": 1, "rows": rows() }), more);
    app.ok(token, SEND, json!({ "input": input })).await["sendRows"].take()
}

fn rows() -> Value {
    json!([
        { "activity": "CA1", "indicator": "ca1/i1", "place": "SCH-X", "status": "COMPLETED", "people": [
            { "category": "sex=f;age_band=6-11", "newPeople": 100, "repeatPeople": 5 }, { "category": "age_band=6-11;sex=m", "newPeople": 90 }] },
        { "activity": "ca3", "place": "xe0201", "populationGroup": "IDPs", "people": [{ "newPeople": 40 }] },
        { "activity": "CA2", "place": "XE0102", "nil": true },
    ])
}

#[actix_web::test]
async fn rows_by_codes_go_in_once_however_often_they_are_sent() {
    let (app, _) = named().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let dry = send(&app, &token, json!({ "dryRun": true })).await;
    assert_eq!((&dry["applied"], &dry["added"], &dry["report"]), (&json!(false), &json!(3), &Value::Null), "{dry:#}");
    let first = send(&app, &token, json!({})).await;
    assert_eq!(
        (&first["applied"], &first["added"], &first["report"]["version"]),
        (&json!(true), &json!(3), &json!(1)),
        "{first:#}"
    );
    let said = [
        "SCH-X CA1 age_band=6-11;sex=f 100 5",
        "SCH-X CA1 age_band=6-11;sex=m 90 -",
        "XE0102 CA2 nobody - -",
        "XE0201 CA3 population_group=idp 40 -",
    ];
    assert_eq!(kept(&app), said);
    let again = send(&app, &token, json!({ "organisation": "partner p" })).await;
    assert_eq!((&again["unchanged"], &again["report"]["version"]), (&json!(3), &json!(1)));
    let one = json!([{ "activity": "CA1", "place": "SCH-X", "status": "COMPLETED", "people": [{ "category": "sex=f;age_band=6-11", "newPeople": 101 }] }]);
    let changed = send(&app, &token, json!({ "rows": one })).await;
    assert_eq!(
        (&changed["changed"], &changed["added"], &changed["report"]["version"]),
        (&json!(1), &json!(0), &json!(2))
    );
    assert_eq!(app.sql("select count(*) from report_rows"), ["3"], "the others stay");
    assert_eq!(app.sql("select count(*) from import_batches where file_id is null"), ["2"]);
    submit(&app, &token, &changed).await;
    let input = with(json!({ "planCode": "HXEA", "periodNumber": 1 }), json!({ "rows": rows() }));
    let locked = app.refused(&token, SEND, json!({ "input": input })).await;
    assert_eq!((locked.code.as_str(), locked.field.as_deref()), ("CONFLICT", Some("periodNumber")));
}

#[actix_web::test]
async fn every_wrong_row_is_told_with_its_input_and_the_good_ones_go_in_where_that_is_asked_for() {
    let (app, imo) = named().await;
    let wrong = json!([
        { "activity": "CA9", "place": "SCH-X" },
        { "activity": "CA1", "place": "nowhere", "populationGroup": "martians", "amount": "3" },
        { "activity": "CA1", "place": "SCH-Y", "people": [{ "category": "sex", "newPeople": 1 }] },
        { "activity": "CA1", "place": "XE0101", "people": [{ "category": "sex=x", "newPeople": 1 }] },
        { "activity": "CA1", "place": "SCH-Z", "people": [{ "newPeople": 4 }] },
        { "activity": "CA1", "place": "SCH-Z", "people": [{ "newPeople": 5 }] },
    ]);
    let input = |mode: &str| json!({ "organisation": "Partner P", "rows": wrong, "mode": mode });
    let all = send(&app, &imo, input("ALL")).await;
    let told: Vec<String> = all["issues"]
        .as_array()
        .expect("issues")
        .iter()
        .map(|one| format!("{} {}", one["row"], one["column"].as_str().unwrap_or_default()))
        .collect();
    let expected =
        ["1 activity", "2 place", "2 populationGroup", "2 currency", "3 people[0]", "4 people[0]", "6 activity"];
    assert_eq!(
        (told, &all["applied"], &all["refused"]),
        (expected.map(str::to_owned).to_vec(), &json!(false), &json!(5)),
        "{all:#}"
    );
    let good = send(&app, &imo, input("GOOD_ROWS")).await;
    assert_eq!(
        (&good["applied"], &good["added"], kept(&app)),
        (&json!(true), &json!(1), vec!["SCH-Z CA1  4 -".to_owned()]),
        "{good:#}"
    );
}

#[actix_web::test]
async fn rows_are_for_those_who_may_write_them_and_at_most_ten_thousand() {
    let (app, imo) = named().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let of =
        |more: Value| json!({ "input": with(json!({ "planCode": "HXEA", "periodNumber": 1, "rows": rows() }), more) });
    let field = |refusal: crate::support::Refusal| (refusal.code, refusal.field.unwrap_or_default());
    let told = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(
        field(app.refused(&token, SEND, of(json!({ "organisationId": organisation(Q) }))).await),
        told("NOT_FOUND", "organisationId")
    );
    assert_eq!(
        field(app.refused(&token, SEND, of(json!({ "organisation": "Partner Q" }))).await),
        told("NOT_FOUND", "organisationId")
    );
    assert_eq!(field(app.refused(&imo, SEND, of(json!({}))).await), told("INVALID", "organisation"));
    assert_eq!(
        field(app.refused(&imo, SEND, of(json!({ "organisation": "Stranger" }))).await),
        told("INVALID", "organisation")
    );
    assert_eq!(
        field(app.refused(&token, SEND, of(json!({ "planCode": "HXEB" }))).await),
        told("NOT_FOUND", "planCode")
    );
    assert_eq!(field(app.refused(&token, SEND, of(json!({ "planId": plan() }))).await), told("INVALID", "planCode"));
    assert_eq!(
        field(app.refused(&token, SEND, of(json!({ "periodNumber": 99 }))).await),
        told("INVALID", "periodNumber")
    );
    assert_eq!(
        field(app.refused(&token, SEND, of(json!({ "periodId": period(JANUARY) }))).await),
        told("INVALID", "periodNumber")
    );
    let many: Vec<Value> = (0..10_001).map(|_| json!({ "activity": "CA1", "place": "SCH-X" })).collect();
    assert_eq!(field(app.refused(&token, SEND, of(json!({ "rows": many }))).await), told("INVALID", "rows"));
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
}

const PROJECT: &str = "
    insert into projects (id, operation_id, plan_id, cluster_id, organisation_id, code, names, starts_on, ends_on, currency, status, round, version, created_at, updated_at)
        values (number(960), number(1), number(400), number(10), number(301), 'HXEA-P1', '{}', '2026-01-01', '2026-12-31', 'USD', 'APPROVED', 1, 1, now(), now());";

#[actix_web::test]
async fn rows_name_a_project_of_their_organisation_by_its_code_whichever_way_they_come() {
    let (app, imo) = named().await;
    app.sql(PROJECT);
    let row = |project: &str, place: &str| json!({ "activity": "CA1", "place": place, "project": project });
    let sent = send(&app, &imo, json!({ "organisation": "Partner P", "rows": [row("hxea-p1", "SCH-X")] })).await;
    assert_eq!((&sent["added"], sent["issues"].as_array().map(Vec::len)), (&json!(1), Some(0)), "{sent:#}");
    let theirs = send(&app, &imo, json!({ "organisation": "PQR", "rows": [row("HXEA-P1", "SCH-X")] })).await;
    assert_eq!(
        (&theirs["issues"][0]["column"], &theirs["issues"][0]["key"]),
        (&json!("project"), &json!("report-project")),
        "{theirs:#}"
    );
    let sheet = "P-code,Activity,Girls 6-11,Project code\nXE0101,CA1,3,HXEA-P1\nXE0102,CA1,4,HXEA-P9\n";
    let imported = super::world::import(&app, &imo, sheet, json!({ "mode": "GOOD_ROWS" })).await;
    assert_eq!((&imported["rows"]["taken"], &imported["rows"]["refused"]), (&json!(1), &json!(1)), "{imported:#}");
    assert_eq!(
        app.sql("select count(*) from report_rows w join projects p on p.id = w.project_id where p.code = 'HXEA-P1'"),
        ["2"]
    );
    let asked = "query($id: ID!) { report(id: $id) { rows(first: 5) { edges { node { project { code } } } } } }";
    let report = app.ok(&imo, asked, json!({ "id": sent["report"]["id"] })).await;
    assert_eq!(report["report"]["rows"]["edges"][0]["node"]["project"]["code"], "HXEA-P1");
    let id = sent["report"]["id"].as_str().expect("an id");
    let (_, _, csv) = app.get(&format!("/reports/{id}.csv"), &[("authorization", &format!("Bearer {imo}"))]).await;
    assert!(
        csv.lines().nth(1).is_some_and(|tags| tags.ends_with("#activity+project")) && csv.contains(",HXEA-P1"),
        "{csv}"
    );
}
