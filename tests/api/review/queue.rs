//! Submitted reports, those first that most is to be looked at in.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::sent;
use crate::{
    monitoring::world::{
        BOYS, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, SUPPORT, X, Y, Z, accepted, activity, area,
        partner, period, plan, publish, row, site, start,
    },
    support::TestApp,
};

async fn queue(app: &TestApp, token: &str, of: Option<u128>) -> Value {
    let query = "query($plan: ID!, $period: ID) { reviewQueue(planId: $plan, periodId: $period, first: 10) { totalCount edges { node {
        score moreRisks report { organisation { name } }
        risks { kind weight figure compared row { activity { refCode } site { code } } indicator { refCode } area { pcode } organisation { name } } } } } }";
    app.ok(token, query, json!({ "plan": plan(), "period": of.map(period) })).await["reviewQueue"].take()
}

/// The findings in the report of an organisation, a line each: kind, activity, place, figure against what, the other one.
fn found(queue: &Value, by: &str) -> Vec<String> {
    let mut edges = queue["edges"].as_array().expect("edges").iter();
    let edge = edges.find(|edge| edge["node"]["report"]["organisation"]["name"] == by).expect("a report of theirs");
    let risks = edge["node"]["risks"].as_array().expect("risks");
    let line = |risk: &Value| {
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        format!(
            "{} {} {} {}/{} {}",
            text(&risk["kind"]),
            text(&risk["row"]["activity"]["refCode"]),
            text(&risk["row"]["site"]["code"]),
            text(&risk["figure"]),
            text(&risk["compared"]),
            text(&risk["organisation"]["name"]),
        )
    };
    risks.iter().map(line).collect()
}

#[actix_web::test]
async fn each_kind_of_risk_is_found_with_its_row_its_figure_and_what_it_was_compared_with() {
    let (app, imo) = start().await;
    app.sql(
        "insert into indicator_dimensions (indicator_id, dimension_id) select number(602), id from dimensions where code = 'sex' and operation_id is null;
         insert into targets (indicator_id, area_id, category_id, target, in_need) values (number(603), number(101), number(700), 400, 900)",
    );
    publish(&app).await;
    accepted(
        &app,
        &imo,
        P,
        JANUARY,
        json!([row(FEEDING, X, &[(GIRLS, 200, 0)]), row(MATERIALS, Z, &[(GIRLS, 40, 0)])]),
    )
    .await;
    let mut coarse = row(MATERIALS, X, &[(GIRLS, 60, 0)]);
    (coarse["siteId"], coarse["areaId"]) = (Value::Null, json!(area(111)));
    sent(&app, &imo, Q, FEBRUARY, json!([row(FEEDING, X, &[(GIRLS, 120, 0)]), coarse])).await;
    let rows = json!([
        // 500 after 200; with those of the other partner in the same place the larger counts: 500 in XE01, of whom 400 were to be reached.
        row(FEEDING, X, &[(GIRLS, 250, 50), (BOYS, 200, 0)]),
        // Only a total, where the indicator is told apart by sex.
        row(SUPPORT, Z, &[(EVERYONE, 30, 0)]),
        // A total below its parts, and 90 after 40: far in share, and too few to be a jump.
        row(MATERIALS, Z, &[(EVERYONE, 80, 0), (GIRLS, 50, 0), (BOYS, 40, 0)]),
    ]);
    sent(&app, &imo, P, FEBRUARY, rows).await;
    let queue = queue(&app, &imo, None).await;
    assert_eq!(queue["totalCount"], 2);
    assert_eq!(queue["edges"][0]["node"]["report"]["organisation"]["name"], "Partner P", "{queue:#}");
    let expected = [
        "WRONG_TOTAL CA1 SCH-Z 80/90 -",
        "ABOVE_TARGET CA3 SCH-X 500/400 -",
        "JUMP CA3 SCH-X 500/200 -",
        "DUPLICATE CA3 SCH-X 500/120 Partner Q",
        "OVERLAP CA3 SCH-X 500/60 -",
        "MISSING_SPLITS CA2 SCH-Z 30/- -",
    ];
    assert_eq!(found(&queue, "Partner P"), expected);
    assert_eq!(queue["edges"][0]["node"]["score"], 8 + 5 + 5 + 5 + 3 + 2);
    assert_eq!(queue["edges"][0]["node"]["risks"][1]["area"]["pcode"], "XE01", "the area that the target is of");
    let of_q = found(&queue, "Partner Q");
    let expected = [
        "ABOVE_TARGET CA3 SCH-X 500/400 -",
        "DUPLICATE CA3 SCH-X 120/500 Partner P",
        "OVERLAP CA1 - 60/500 -",
        "OVERLAP CA3 SCH-X 120/60 -",
    ];
    let mut sorted = of_q.clone();
    sorted.sort();
    assert_eq!(sorted, expected, "{of_q:?}");
}

#[actix_web::test]
async fn what_was_reached_before_counts_towards_the_target_and_rounding_makes_no_wrong_total() {
    let (app, imo) = start().await;
    app.sql("insert into targets (indicator_id, area_id, category_id, target) values (number(603), number(101), number(700), 1000)");
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 800, 0)])])).await;
    let of = |girls: i64| {
        json!([
            row(FEEDING, X, &[(GIRLS, 500, 0)]),
            row(FEEDING, Y, &[(GIRLS, girls, 0)]),
            // Each of two parts may have been rounded by one.
            row(MATERIALS, Z, &[(EVERYONE, 88, 0), (GIRLS, 50, 0), (BOYS, 40, 0)]),
        ])
    };
    sent(&app, &imo, P, FEBRUARY, of(700)).await;
    sent(&app, &imo, Q, FEBRUARY, json!([row(MATERIALS, Z, &[(EVERYONE, 87, 0), (GIRLS, 50, 0), (BOYS, 40, 0)])]))
        .await;
    let queue = queue(&app, &imo, None).await;
    let of_p: Vec<String> =
        found(&queue, "Partner P").into_iter().filter(|line| !line.starts_with("DUPLICATE")).collect();
    // 800 in January in the one school, though 500 now, and 700 in the other.
    assert!(
        of_p.len() == 1 && of_p[0].starts_with("ABOVE_TARGET CA3 ") && of_p[0].ends_with(" 1500/1000 -"),
        "{of_p:?}"
    );
    assert!(found(&queue, "Partner Q").contains(&"WRONG_TOTAL CA1 SCH-Z 87/90 -".to_owned()));
}

#[actix_web::test]
async fn declared_caseloads_are_no_duplicates_and_corrections_are_what_is_looked_at() {
    let (app, imo) = start().await;
    app.sql("insert into targets (indicator_id, area_id, category_id, in_need) values (number(603), number(101), number(700), 100)");
    publish(&app).await;
    let declare = "mutation($input: DeclareCaseloadsInput!) { declareCaseloads(input: $input) { activityId } }";
    let both = [P, Q].map(crate::monitoring::world::organisation);
    let input =
        json!({ "planId": plan(), "activityId": activity(FEEDING), "siteId": site(X), "organisationIds": both });
    sent(&app, &imo, Q, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 20, 0)])])).await;
    let mine = sent(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 600, 0)])])).await;
    let before = queue(&app, &imo, Some(JANUARY)).await;
    assert_eq!(
        found(&before, "Partner Q"),
        ["ABOVE_IN_NEED CA3 SCH-X 600/100 -", "DUPLICATE CA3 SCH-X 20/600 Partner P"]
    );
    app.ok(&imo, declare, json!({ "input": input })).await;
    let rows = super::read(&app, &imo, &mine).await;
    let clean = "mutation($input: CleanCellsInput!) { cleanCells(input: $input) { __typename } }";
    let cell = json!({ "rowId": super::row_id(&rows, 0), "categoryId": crate::monitoring::world::category(GIRLS), "newPeople": 60, "why": "a zero too many" });
    app.ok(
        &imo,
        clean,
        json!({ "input": { "reportId": mine["id"], "baseVersion": mine["version"], "cells": [cell] } }),
    )
    .await;
    let after = queue(&app, &imo, Some(JANUARY)).await;
    assert_eq!((found(&after, "Partner P"), found(&after, "Partner Q")), (vec![], vec![]), "{after:#}");
    assert_eq!(queue(&app, &imo, Some(FEBRUARY)).await["totalCount"], 0);
}

#[actix_web::test]
async fn the_plan_says_what_a_jump_is_and_the_queue_goes_on_page_by_page() {
    let (app, imo) = start().await;
    for by in [P, Q] {
        accepted(&app, &imo, by, JANUARY, json!([row(FEEDING, if by == P { X } else { Y }, &[(GIRLS, 200, 0)])])).await;
        sent(
            &app,
            &imo,
            by,
            FEBRUARY,
            json!([row(FEEDING, if by == P { X } else { Y }, &[(GIRLS, if by == P { 290 } else { 400 }, 0)])]),
        )
        .await;
    }
    let first = queue(&app, &imo, None).await;
    assert_eq!(
        (found(&first, "Partner Q"), found(&first, "Partner P")),
        (vec!["JUMP CA3 SCH-Y 400/200 -".to_owned()], vec![])
    );
    let coordinator = crate::monitoring::world::coordinator(&app).await;
    let set = "mutation($input: ReportingSettingsInput!) { setReportingSettings(input: $input) { version } }";
    let input = json!({ "planId": plan(), "baseVersion": 0, "jumpPercent": "40", "jumpPeople": "50" });
    app.ok(&coordinator, set, json!({ "input": input })).await;
    let second = queue(&app, &imo, None).await;
    assert_eq!(found(&second, "Partner P"), ["JUMP CA3 SCH-X 290/200 -"]);
    let page = "query($plan: ID!, $after: String) { reviewQueue(planId: $plan, first: 1, after: $after) {
        edges { node { report { organisation { name } } } } pageInfo { hasNextPage endCursor } } }";
    let one = app.ok(&imo, page, json!({ "plan": plan() })).await["reviewQueue"].take();
    let two = app.ok(&imo, page, json!({ "plan": plan(), "after": one["pageInfo"]["endCursor"] })).await["reviewQueue"]
        .take();
    let name = |page: &Value| page["edges"][0]["node"]["report"]["organisation"]["name"].clone();
    assert_eq!(
        (one["pageInfo"]["hasNextPage"].clone(), two["pageInfo"]["hasNextPage"].clone()),
        (json!(true), json!(false))
    );
    assert_ne!(name(&one), name(&two));
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    assert_eq!(app.refused(&focal, page, json!({ "plan": plan() })).await.code, "FORBIDDEN");
}
