//! What figures are measured by is what was published: of plans, of needs, of what indicators count.

use chrono::{NaiveTime, TimeDelta};
use darasa::{kit::auth::Role, monitoring::verify_figures};
use serde_json::{Value, json};

use super::world::{
    FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, X, Z, accepted, coordinator, indicator, partner, plan, publish, report,
    row, save, scope, start,
};
use crate::support::TestApp;

const FIGURES: &str =
    "query($plan: ID!) { planFigures(planId: $plan) { planVersion target { value source } inNeed { value }
    indicators(first: 10) { edges { node { indicator { refCode } value { value } } } } } }";

/// The version that the figures are measured by, the target, people in need, and the first indicator's value.
async fn measured(app: &TestApp, token: &str) -> Value {
    let figures = app.ok(token, FIGURES, json!({ "plan": plan() })).await["planFigures"].take();
    let first = &figures["indicators"]["edges"][0]["node"]["value"]["value"];
    json!([figures["planVersion"], figures["target"]["value"], figures["inNeed"]["value"], first])
}

#[actix_web::test]
async fn an_edit_of_the_plan_after_publishing_changes_no_figure_until_the_next_version() {
    let (app, imo) = start().await;
    app.sql("insert into targets (indicator_id, area_id, category_id, target) values (number(601), number(101), number(701), 1000)");
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    let unknown = json!([null, null, null, null]);
    assert_eq!(measured(&app, &imo).await, unknown, "a draft is no promise");
    publish(&app).await;
    assert_eq!(measured(&app, &imo).await, json!([1, 1_000, null, "100"]));
    app.sql("update targets set target = 2000");
    app.sql("insert into targets (indicator_id, area_id, category_id, target) values (number(601), number(102), number(701), 50)");
    app.sql("update indicators set across_places = 'AVERAGE' where id = number(601)");
    assert_eq!(measured(&app, &imo).await, json!([1, 1_000, null, "100"]));
    publish(&app).await;
    assert_eq!(measured(&app, &imo).await, json!([2, 2_050, null, "100"]));
}

#[actix_web::test]
async fn people_in_need_are_those_of_a_published_round_and_no_plan_or_edition_is_published_on_another() {
    let (app, imo) = start().await;
    app.sql(
        "insert into needs_rounds (id, operation_id, number, names, method, method_version, source, reference_from, reference_to,
             status, created_at, updated_at)
         values (number(900), number(1), 1, '{}', 'PIN', '1', 'Assessment', '2026-01-01', '2027-01-01', 'DRAFT', now(), now());
         insert into need_figures (round_id, area_id, category_id, metric, value)
         values (number(900), number(100), number(700), 'IN_NEED', 5000);
         update response_plans set needs_round_id = number(900)",
    );
    let planner = coordinator(&app).await;
    let draft = json!({ "input": { "planId": plan(), "baseVersion": 1 } });
    let mutation = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { number } }";
    let refused = app.refused(&planner, mutation, draft).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("planId")), "{}", refused.message);
    app.sql("update needs_rounds set status = 'PUBLISHED'");
    publish(&app).await;
    assert_eq!(measured(&app, &imo).await[2], 5_000);
    let appeal = appeal(&app, "EDU-XEA").await;
    edition(&app, &appeal, "2026-03-31").await;
    app.sql("update needs_rounds set status = 'SUPERSEDED'");
    assert_eq!(measured(&app, &imo).await[2], Value::Null, "what was corrected is nobody's need");
    let again = json!({ "input": { "appealId": appeal, "asOf": "2026-03-31" } });
    let refused = app.refused(&planner, PUBLISH, again).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("appealId")));
    assert!(refused.message.contains("SUPERSEDED"), "{}", refused.message);
    app.work().await;
}

const PUBLISH: &str = "mutation($input: PublishEditionInput!) { publishEdition(input: $input) { figures } }";

/// An appeal of the plan: its id.
async fn appeal(app: &TestApp, code: &str) -> String {
    let create = "mutation($input: CreateAppealInput!) { createAppeal(input: $input) { id } }";
    let input = json!({
        "operationId": scope()["operationId"], "planId": plan(), "clusterId": scope()["clusterId"], "code": code, "kind": "HRP",
        "names": [{ "language": "en", "text": "Education" }], "startsOn": "2026-01-01", "endsOn": "2027-01-01",
    });
    let made = app.ok(&coordinator(app).await, create, json!({ "input": input })).await;
    made["createAppeal"]["id"].as_str().expect("an id").to_owned()
}

/// The figures of the next edition.
async fn edition(app: &TestApp, appeal: &str, as_of: &str) -> Value {
    let input = json!({ "appealId": appeal, "asOf": as_of });
    let made = app.ok(&coordinator(app).await, PUBLISH, json!({ "input": input })).await;
    serde_json::from_str(made["publishEdition"]["figures"].as_str().expect("a text")).expect("JSON")
}

#[actix_web::test]
async fn an_edition_tells_the_published_plan_and_the_day_of_the_last_acceptance() {
    let (app, imo) = start().await;
    app.sql("insert into targets (indicator_id, area_id, category_id, target) values (number(601), number(101), number(701), 1000)");
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    // The evening of the fifth in UTC is the sixth in Kabul.
    app.sql("update reports set decided_at = '2026-04-05 20:00+00'");
    let appeal = appeal(&app, "EDU-XEA").await;
    let unpublished = json!({ "input": { "appealId": appeal, "asOf": "2026-03-31" } });
    let refused = app.refused(&coordinator(&app).await, PUBLISH, unpublished).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("appealId")));
    publish(&app).await;
    let first = edition(&app, &appeal, "2026-03-31").await;
    let reached = &first["provenance"]["people.reached"];
    assert_eq!((&reached["asOf"], &reached["method"]), (&json!("2026-04-06"), &json!("PLACE_CELL_MAX")));
    let targeted = &first["provenance"]["people.targeted"];
    assert_eq!((&targeted["method"], &targeted["methodVersion"]), (&json!("PLAN_TARGETS"), &json!("1")));
    app.sql(
        "update targets set target = 7; update activities set unit_target = 99; update indicators set unit = 'goats'",
    );
    let second = edition(&app, &appeal, "2026-03-31").await;
    for part in ["people", "areas", "activities", "indicators", "changes"] {
        let before = if part == "changes" { &json!([]) } else { &first[part] };
        assert_eq!(&second[part], before, "{part}");
    }
    publish(&app).await;
    let third = edition(&app, &appeal, "2026-03-31").await;
    assert_eq!((&third["people"]["targeted"], &third["activities"][0]["unitTarget"]), (&json!("7"), &json!("99")));
    assert_eq!(third["provenance"]["people.targeted"]["methodVersion"], "2");
    app.work().await;
}

#[actix_web::test]
async fn an_edition_speaks_of_the_day_where_the_operation_works() {
    let (app, _) = start().await;
    publish(&app).await;
    let appeal = appeal(&app, "EDU-XEA").await;
    // Ten in the evening in UTC is the next morning in Kabul.
    let now = app.clock.now();
    let evening = now.date_naive().and_time(NaiveTime::from_hms_opt(22, 0, 0).expect("a time")).and_utc();
    app.advance(evening - now + TimeDelta::days(1));
    let tomorrow = evening.date_naive() + TimeDelta::days(2);
    assert_eq!(edition(&app, &appeal, &tomorrow.to_string()).await["asOf"], tomorrow.to_string());
    let after = json!({ "input": { "appealId": appeal, "asOf": (tomorrow + TimeDelta::days(1)).to_string() } });
    assert_eq!(app.refused(&coordinator(&app).await, PUBLISH, after).await.field.as_deref(), Some("asOf"));
    app.work().await;
}

#[actix_web::test]
async fn few_people_are_hidden_wherever_an_edition_tells_of_them() {
    let (app, imo) = start().await;
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 40, 0)]), row(FEEDING, Z, &[(GIRLS, 3, 0)])]);
    let report = accepted(&app, &imo, P, JANUARY, rows).await;
    publish(&app).await;
    let appeal = appeal(&app, "EDU-XEA").await;
    let hidden = json!({ "status": "suppressed" });
    let known = |people: &str| json!({ "status": "known", "value": people });
    let told = |edition: &Value| {
        let areas = edition["areas"].as_array().expect("a list").iter().map(|area| area["reached"].clone());
        let indicators = edition["indicators"].as_array().expect("a list").iter().map(|one| one["value"].clone());
        let people = &edition["people"];
        let totals = json!([people["reached"], people["services"], people["upperBound"]]);
        json!([totals, areas.collect::<Vec<_>>(), indicators.collect::<Vec<_>>()])
    };
    let first = edition(&app, &appeal, "2026-03-31").await;
    let none = json!({ "status": "notReported" });
    let of_two = json!([[known("43"), known("43"), known("43")], [hidden, hidden], [hidden, none, hidden, none]]);
    assert_eq!(told(&first), of_two, "3 of 43 would tell 40, and 40 of 43 would tell 3");
    super::world::decide(&app, &imo, "reopenReport", &report, Some("only three")).await;
    let version = app.sql("select version from reports")[0].parse().expect("a number");
    let corrected = super::world::report(P, JANUARY, version, json!([row(FEEDING, Z, &[(GIRLS, 3, 0)])]));
    let saved = save(&app, &imo, corrected).await;
    let submitted = super::world::submit(&app, &imo, &saved).await;
    super::world::decide(&app, &imo, "acceptReport", &submitted, None).await;
    let second = edition(&app, &appeal, "2026-03-31").await;
    let of_three = json!([[hidden, hidden, hidden], [hidden], [none, none, hidden, none]]);
    assert_eq!(told(&second), of_three);
    assert_eq!(second["changes"], json!([{ "figure": "people.reached", "before": known("43"), "after": hidden }]));
    let (_, _, page) = app.get("/a/EDU-XEA/2?lang=en", &[]).await;
    assert!(page.contains(">Reached: 43 → hidden<"), "{page}");
    assert!(!page.contains("<b>3</b>") && !page.contains(">3<"), "{page}");
    let (_, _, csv) = app.get("/a/EDU-XEA/2/areas.csv", &[]).await;
    assert!(csv.contains(",XE02,") && csv.contains(",HIDDEN,") && !csv.contains(",3,KNOWN"), "{csv}");
    app.work().await;
}

#[actix_web::test]
async fn what_an_indicator_counts_stays_once_partners_report_on_it() {
    let (app, imo) = start().await;
    let planner = coordinator(&app).await;
    let measure = |kind: &str, people: bool| {
        let across = if kind == "RATIO" { "LATEST" } else { "MAX" };
        json!({
            "name": "Children", "language": "en", "unit": "girls and boys", "kind": kind, "acrossPlaces": "SUM",
            "acrossPeriods": across, "countsPeople": people, "frequency": "EVERY_PERIOD", "dimensions": [],
        })
    };
    let update = |version: i32, measure: Value| json!({ "input": { "indicatorId": indicator(MATERIALS + 100), "baseVersion": version, "measure": measure } });
    let mutation = "mutation($input: UpdateIndicatorInput!) { updateIndicator(input: $input) { countsPeople unit } }";
    app.ok(&planner, mutation, update(1, measure("RATIO", false))).await;
    app.ok(&planner, mutation, update(2, measure("NUMBER", true))).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    for (wrong, field) in
        [(measure("RATIO", false), "measure.kind"), (measure("NUMBER", false), "measure.countsPeople")]
    {
        let refused = app.refused(&planner, mutation, update(3, wrong)).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some(field)));
    }
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
    let told = app.ok(&planner, mutation, update(3, measure("NUMBER", true))).await;
    assert_eq!(told["updateIndicator"]["unit"], "girls and boys", "what it is called may change");
}

#[actix_web::test]
async fn merged_partners_owe_one_report_and_their_people_speak_for_the_survivor() {
    let (app, imo) = start().await;
    let people_of_p = partner(&app, "p@example.org", Role::PartnerEditor, P).await;
    for by in [P, Q] {
        accepted(&app, &imo, by, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    }
    let completeness = async || {
        let query = "query($plan: ID!) { planFigures(planId: $plan) { completeness { numerator denominator }
            areas(level: 1, first: 1) { edges { node { completeness { numerator denominator } } } } } }";
        let figures = app.ok(&imo, query, json!({ "plan": plan() })).await["planFigures"].take();
        let whole = figures["completeness"].clone();
        assert_eq!(figures["areas"]["edges"][0]["node"]["completeness"], whole, "the cluster covers every area");
        format!(
            "{}/{}",
            whole["numerator"].as_str().expect("a number"),
            whole["denominator"].as_str().expect("a number")
        )
    };
    assert_eq!(completeness().await, "2/6");
    app.sql(
        "insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at) values
        (number(804), number(400), 4, '2089-01-01', '2089-02-01', '2089-01-01', '2089-03-01')",
    );
    assert_eq!(completeness().await, "2/6", "what has not opened is not owed");
    let others = report(Q, super::world::FEBRUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]));
    let mutation = "mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename } }";
    assert_eq!(app.refused(&people_of_p, mutation, json!({ "input": others.clone() })).await.code, "NOT_FOUND");
    app.sql("update organisations set merged_into_id = number(302) where id = number(301)");
    assert_eq!(completeness().await, "1/3");
    assert_eq!(save(&app, &people_of_p, others).await["__typename"], "ReportSaved");
}

#[actix_web::test]
async fn the_empty_sheet_and_a_report_are_downloads_for_those_who_may_read_them() {
    let (app, imo) = start().await;
    let saved = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 12, 0)])]))).await;
    let stranger = partner(&app, "q@example.org", Role::PartnerEditor, Q).await;
    let get = async |path: &str, token: &str| {
        let bearer = format!("Bearer {token}");
        let (status, headers, body) = app.get(path, &[("authorization", &bearer)]).await;
        (status, headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default().to_owned(), body)
    };
    let (status, kind, template) = get("/reports/template.csv", &imo).await;
    assert_eq!((status, kind.as_str(), template.lines().count()), (200, "text/csv; charset=utf-8", 2));
    let path = format!("/reports/{}.csv", saved["report"]["id"].as_str().expect("an id"));
    let (status, _, sheet) = get(&path, &imo).await;
    assert!(status == 200 && sheet.contains("12"), "{sheet}");
    assert_eq!(get(&path, &stranger).await.0, 404);
    assert_eq!(get("/reports/template.xlsx", &imo).await.0, 400);
    assert_eq!(get("/reports/template.pdf", &imo).await.0, 404);
    assert_eq!(app.get("/reports/template.csv", &[]).await.0, 401);
}
