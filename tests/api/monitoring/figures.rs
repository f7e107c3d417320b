//! The worked examples: a plain sum is never people reached.

use darasa::{kit::auth::Role, monitoring::verify_figures};
use serde_json::{Value, json};

use super::world::{
    BOYS, DISABLED, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MARCH, MATERIALS, P, Q, RATIO, SUPPORT, TEACHERS, X,
    Y, Z, accepted, activity, area, decide, indicator, organisation, partner, plan, publish, reached, report, row,
    save, scope, site, start, submit,
};
use crate::support::TestApp;

fn three(reached: i64, services: i64, upper_bound: i64) -> (Value, Value, Value) {
    (json!(reached), json!(services), json!(upper_bound))
}

#[actix_web::test]
async fn a_child_in_three_activities_of_a_school_is_one_child() {
    let (app, imo) = start().await;
    assert_eq!(
        reached(&app, &imo, None).await,
        (Value::Null, Value::Null, Value::Null),
        "nothing accepted is not zero"
    );
    let rows = json!([
        row(MATERIALS, X, &[(GIRLS, 4_200, 0)]),
        row(SUPPORT, X, &[(GIRLS, 3_100, 0)]),
        row(FEEDING, X, &[(GIRLS, 900, 0)]),
    ]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    assert_eq!(reached(&app, &imo, None).await, three(4_200, 8_200, 8_200));
}

#[actix_web::test]
async fn a_class_that_comes_every_month_is_its_largest_month() {
    let (app, imo) = start().await;
    for (period, new, repeat) in [(JANUARY, 300, 0), (FEBRUARY, 50, 300), (MARCH, 0, 320)] {
        accepted(&app, &imo, P, period, json!([row(FEEDING, X, &[(GIRLS, new, repeat)])])).await;
    }
    assert_eq!(reached(&app, &imo, Some(JANUARY)).await, three(300, 300, 300));
    assert_eq!(reached(&app, &imo, Some(MARCH)).await, three(350, 970, 350));
}

#[actix_web::test]
async fn different_schools_add_up() {
    let (app, imo) = start().await;
    let rows = json!([
        row(MATERIALS, X, &[(GIRLS, 4_200, 0)]),
        row(MATERIALS, Y, &[(GIRLS, 150, 0)]),
        row(SUPPORT, Y, &[(GIRLS, 600, 0)]),
    ]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    assert_eq!(reached(&app, &imo, None).await, three(4_800, 4_950, 4_950));
}

const DECLARE: &str =
    "mutation($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { organisationIds } }";

#[actix_web::test]
async fn two_partners_in_a_school_count_as_the_larger_unless_they_declare_different_children() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 200, 0)])])).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 180, 0)])])).await;
    assert_eq!(reached(&app, &imo, None).await, three(200, 380, 380));
    let declare = |organisations: Vec<String>| {
        json!({ "input": {
        "planId": plan(), "activityId": activity(FEEDING), "siteId": site(X), "organisationIds": organisations,
    } })
    };
    app.ok(&imo, DECLARE, declare(vec![organisation(P), organisation(Q)])).await;
    assert_eq!(reached(&app, &imo, None).await, three(380, 380, 380));
    let standing = async || {
        let query = "query($plan: ID!) { caseloads(planId: $plan, first: 10) { edges { node {
            activity { refCode } site { code } area { pcode } organisations { name } } } } }";
        app.ok(&imo, query, json!({ "plan": plan() })).await["caseloads"]["edges"].clone()
    };
    let expected = json!([{ "node": {
        "activity": { "refCode": "CA3" }, "site": { "code": "SCH-X" }, "area": { "pcode": "XE0101" },
        "organisations": [{ "name": "Partner P" }, { "name": "Partner Q" }],
    } }]);
    assert_eq!(standing().await, expected);
    let alone = app.refused(&imo, DECLARE, declare(vec![organisation(P)])).await;
    assert_eq!((alone.code.as_str(), alone.field.as_deref()), ("INVALID", Some("organisationIds")));
    app.ok(&imo, DECLARE, declare(vec![])).await;
    assert_eq!(reached(&app, &imo, None).await, three(200, 380, 380), "taken back");
    assert_eq!(standing().await, json!([]));
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
}

#[actix_web::test]
async fn a_school_that_some_split_and_others_total_is_the_larger_and_of_which_and_teachers_are_never_added() {
    let (app, imo) = start().await;
    let split =
        row(MATERIALS, X, &[(GIRLS, 60, 0), (BOYS, 50, 0), (EVERYONE, 111, 0), (DISABLED, 9, 0), (TEACHERS, 4, 0)]);
    accepted(&app, &imo, P, JANUARY, json!([split])).await;
    assert_eq!(reached(&app, &imo, None).await, three(111, 111, 111), "one person of the total is not split");
    accepted(&app, &imo, Q, JANUARY, json!([row(SUPPORT, X, &[(EVERYONE, 100, 0)])])).await;
    assert_eq!(reached(&app, &imo, None).await, three(111, 211, 211));
    accepted(&app, &imo, Q, FEBRUARY, json!([row(SUPPORT, X, &[(EVERYONE, 20, 100)])])).await;
    assert_eq!(reached(&app, &imo, None).await, three(120, 331, 231));
}

#[actix_web::test]
async fn groups_of_a_school_add_up_and_a_row_of_one_group_counts_that_group() {
    let (app, imo) = start().await;
    let of_group = |group: &str, people: i64| {
        let mut row = row(FEEDING, X, &[(GIRLS, people, 0)]);
        row["populationGroup"] = json!(group);
        row
    };
    accepted(&app, &imo, P, JANUARY, json!([of_group("idp", 30), of_group("HOST", 70)])).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(SUPPORT, X, &[(GIRLS, 80, 0)])])).await;
    assert_eq!(reached(&app, &imo, None).await, three(100, 180, 180));
    let keys = app.sql("select key from categories where key like '%population_group%' order by key");
    assert_eq!(keys, ["age_band=6-11;population_group=host;sex=f", "age_band=6-11;population_group=idp;sex=f"]);
}

async fn areas(app: &TestApp, token: &str, level: i32) -> Vec<String> {
    let query = "query($plan: ID!, $level: Int!) { planFigures(planId: $plan) { areas(level: $level, first: 10) { edges { node {
        area { pcode } reached { value } target { value } gapToTarget { value } partnersReporting { numerator denominator } } } } } }";
    let figures = app.ok(token, query, json!({ "plan": plan(), "level": level })).await;
    let line = |edge: &Value| {
        let node = &edge["node"];
        let (by, of) = (&node["partnersReporting"]["numerator"], &node["partnersReporting"]["denominator"]);
        let number = |name: &str| node[name]["value"].to_string();
        let text = |value: &Value| value.as_str().unwrap_or("null").to_owned();
        format!(
            "{} {} {} {} {}/{}",
            text(&node["area"]["pcode"]),
            number("reached"),
            number("target"),
            number("gapToTarget"),
            text(by),
            text(of)
        )
    };
    figures["planFigures"]["areas"]["edges"].as_array().expect("a list").iter().map(line).collect()
}

#[actix_web::test]
async fn an_area_is_the_sum_of_the_places_in_it_and_says_how_many_partners_report() {
    let (app, imo) = start().await;
    app.sql(
        "insert into targets (indicator_id, area_id, category_id, target)
         values (number(601), number(101), number(701), 1000), (number(602), number(101), number(701), 400),
            (number(601), number(102), number(700), 20)",
    );
    publish(&app).await;
    let mut in_area = row(FEEDING, X, &[(GIRLS, 40, 0)]);
    in_area["siteId"] = Value::Null;
    in_area["areaId"] = json!(area(112));
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 100, 0)]), row(MATERIALS, Y, &[(GIRLS, 10, 0)]), in_area]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, Z, &[(GIRLS, 25, 0)])])).await;
    assert_eq!(areas(&app, &imo, 1).await, ["XE01 150 1000 850 1/2", "XE02 25 20 -5 1/2"]);
    let below = ["XE0101 110 null null 1/2", "XE0102 40 null null 1/2", "XE0201 25 null null 1/2"];
    assert_eq!(areas(&app, &imo, 2).await, below);
    let explained =
        "query($plan: ID!, $area: ID!) { rowsBehindFigures(planId: $plan, areaId: $area, first: 10) { edges { node {
        site { code } report { organisation { name } } cells { newPeople } } } } }";
    let rows = app.ok(&imo, explained, json!({ "plan": plan(), "area": area(102) })).await;
    let node = json!({ "site": { "code": "SCH-Z" }, "report": { "organisation": { "name": "Partner Q" } }, "cells": [{ "newPeople": 25 }] });
    assert_eq!(rows["rowsBehindFigures"]["edges"], json!([{ "node": node }]));
}

#[actix_web::test]
async fn completeness_and_timeliness_are_of_what_members_owe_and_submitted_reports_stand_apart() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    let late = accepted(&app, &imo, Q, MARCH, json!([row(FEEDING, X, &[(GIRLS, 20, 0)])])).await;
    let waiting = save(&app, &imo, report(P, FEBRUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 500, 0)])]))).await;
    submit(&app, &imo, &waiting).await;
    let query = "query($plan: ID!) { planFigures(planId: $plan) {
        reached { value method methodVersion source } reachedSubmitted { value }
        completeness { value numerator denominator } timeliness { value numerator denominator }
        partnersReporting { numerator denominator } progress { value } gapToNeed { value } } }";
    let figures = app.ok(&imo, query, json!({ "plan": plan() })).await["planFigures"].take();
    let expected = json!({
        "reached": { "value": 20, "method": "PLACE_CELL_MAX", "methodVersion": "1", "source": "accepted partner reports" },
        "reachedSubmitted": { "value": 500 },
        "completeness": { "value": "0.3333333333333333333333333333", "numerator": "2", "denominator": "6" },
        "timeliness": { "value": "0.3333333333333333333333333333", "numerator": "2", "denominator": "6" },
        "partnersReporting": { "numerator": "2", "denominator": "2" },
        "progress": { "value": null }, "gapToNeed": { "value": null },
    });
    assert_eq!(figures, expected);
    decide(&app, &imo, "reopenReport", &late, Some("count again")).await;
    assert_eq!(reached(&app, &imo, None).await, three(10, 10, 10));
    assert_eq!(verify_figures(&app.program()).await.expect("read"), []);
}

#[actix_web::test]
async fn a_ratio_is_the_latest_periods_sums_and_nothing_of_nothing_is_passed_over() {
    let (app, imo) = start().await;
    publish(&app).await;
    let ratio = |school: u128, value: &str, denominator: &str| {
        let mut row = row(MATERIALS, school, &[]);
        row["indicatorId"] = json!(indicator(RATIO));
        row["cells"] =
            json!([{ "categoryId": super::world::category(EVERYONE), "value": value, "denominator": denominator }]);
        row
    };
    accepted(&app, &imo, P, JANUARY, json!([ratio(X, "1", "10"), ratio(Y, "1", "10")])).await;
    accepted(&app, &imo, P, FEBRUARY, json!([ratio(X, "3", "10"), ratio(Y, "4", "4"), ratio(Z, "0", "0")])).await;
    accepted(&app, &imo, P, MARCH, json!([ratio(Z, "0", "0")])).await;
    let query = "query($plan: ID!) { planFigures(planId: $plan) { indicators(first: 10) { edges { node {
        indicator { refCode } value { value numerator denominator } } } } } }";
    let figures = app.ok(&imo, query, json!({ "plan": plan() })).await["planFigures"].take();
    let nodes = figures["indicators"]["edges"].as_array().expect("a list");
    let of = |code: &str| nodes.iter().find(|edge| edge["node"]["indicator"]["refCode"] == code).expect("it is there");
    let expected = json!({ "value": "0.5", "numerator": "7", "denominator": "14" });
    assert_eq!(of("CO1/R1")["node"]["value"], expected);
    assert_eq!(of("CA1/I1")["node"]["value"]["value"], Value::Null);
    assert_eq!(reached(&app, &imo, None).await, (Value::Null, Value::Null, Value::Null), "schools are no people");
}

#[actix_web::test]
async fn an_indicator_stands_by_the_way_from_its_baseline_and_the_time_that_has_gone() {
    let (app, imo) = start().await;
    app.sql("update response_plans set starts_on = '2026-01-01', ends_on = '2026-05-01' where id = number(400)");
    app.sql(
        "insert into targets (indicator_id, area_id, category_id, baseline, in_need, target) values
            (number(601), number(101), number(700), 35, 100, 80),
            (number(601), number(111), number(700), 10, 60, 50), (number(601), number(112), number(700), 30, null, 40)",
    );
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 65, 0)])])).await;
    let query = "query($plan: ID!, $period: ID) { planFigures(planId: $plan, upToPeriodId: $period) {
        indicators(first: 10) { edges { node { indicator { refCode } baseline inNeed target progress { value numerator denominator method } status } } } } }";
    let at = async |of: u128| {
        let variables = json!({ "plan": plan(), "period": super::world::period(of) });
        let figures = app.ok(&imo, query, variables).await["planFigures"].take();
        let nodes = figures["indicators"]["edges"].as_array().expect("a list").clone();
        let of =
            |code: &str| nodes.iter().find(|edge| edge["node"]["indicator"]["refCode"] == code).expect("it is there");
        (of("CA1/I1")["node"].clone(), of("CO1/R1")["node"].clone())
    };
    let (february, ratio) = at(FEBRUARY).await;
    let half =
        json!({ "value": "0.5", "numerator": "25", "denominator": "50", "method": "WAY_FROM_BASELINE_TO_TARGET" });
    // Districts make 90, which is more than their province says.
    let expected = json!({ "indicator": { "refCode": "CA1/I1" }, "baseline": "40", "inNeed": "60", "target": "90", "progress": half, "status": "ON_TRACK" });
    assert_eq!(february, expected, "59 of 120 days have gone");
    assert_eq!((&ratio["progress"]["value"], &ratio["status"]), (&Value::Null, &json!("NO_STATUS")));
    assert_eq!(at(MARCH).await.0["status"], "CONSTRAINED", "90 of 120 days have gone");
}

#[actix_web::test]
async fn shared_figures_are_read_by_every_partner_and_rows_by_their_own() {
    let (app, imo) = start().await;
    accepted(&app, &imo, Q, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    let editor = partner(&app, "p@example.org", Role::PartnerEditor, P).await;
    assert_eq!(reached(&app, &editor, None).await, three(10, 10, 10));
    let explained = "query($plan: ID!, $area: ID!) { rowsBehindFigures(planId: $plan, areaId: $area, first: 10) { edges { cursor } } }";
    let rows = app.ok(&editor, explained, json!({ "plan": plan(), "area": area(100) })).await;
    assert_eq!(rows["rowsBehindFigures"]["edges"], json!([]), "not another partner's rows");
    // A viewer knows plans from the day that they are published.
    let donor = app.someone("donor@example.org", Role::Viewer, scope()).await;
    publish(&app).await;
    assert_eq!(reached(&app, &donor, None).await, three(10, 10, 10));
}

#[actix_web::test]
async fn what_rows_only_totalled_is_shown_as_not_split_and_parts_never_exceed_the_whole() {
    let (app, imo) = start().await;
    let rows = json!([
        row(MATERIALS, X, &[(GIRLS, 60, 0), (BOYS, 50, 0), (EVERYONE, 111, 0), (DISABLED, 9, 0), (TEACHERS, 4, 0)]),
        row(MATERIALS, Y, &[(EVERYONE, 30, 0)]),
    ]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    let query =
        "query($plan: ID!) { planFigures(planId: $plan) { reached { value } categories(first: 10) { edges { node {
        category { key } reached { value } notSplit { value method } } } } } }";
    let figures = app.ok(&imo, query, json!({ "plan": plan() })).await["planFigures"].take();
    assert_eq!(figures["reached"]["value"], 141);
    let line = |edge: &Value| {
        let node = &edge["node"];
        format!(
            "{} {} {}",
            node["category"]["key"].as_str().expect("a key"),
            node["reached"]["value"],
            node["notSplit"]["value"]
        )
    };
    let told: Vec<String> = figures["categories"]["edges"].as_array().expect("a list").iter().map(line).collect();
    let expected = [
        " 141 null",
        "age_band=6-11;sex=f 60 31",
        "age_band=6-11;sex=m 50 31",
        "disability=with 9 null",
        "sex=f;staff_kind=teacher 4 null",
    ];
    assert_eq!(told, expected);
}
