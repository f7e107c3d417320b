//! Any figure answers with its method, the numbers it was made of, and the rows behind it, the cells that counted among them.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{needs, start};
use crate::{
    monitoring::world::{
        BOYS, DISABLED, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, SUPPORT, X, Y, Z, accepted, area,
        category, indicator, partner, plan, publish, row,
    },
    support::TestApp,
};

const EXPLAIN: &str = "query($planId: ID!, $kind: FigureKind!, $upToPeriodId: ID, $areaId: ID, $categoryId: ID, $indicatorId: ID, $first: Int!, $after: String) {
    explain(planId: $planId, kind: $kind, upToPeriodId: $upToPeriodId, areaId: $areaId, categoryId: $categoryId, indicatorId: $indicatorId) {
    kind value method methodVersion formula source asOf inputs { name value }
    rows(first: $first, after: $after) { pageInfo { hasNextPage endCursor }
        edges { node { row { site { code } activity { refCode } } cells { category { key } people counts } } } } } }";

async fn explain(app: &TestApp, token: &str, kind: &str, beside: Value) -> Value {
    let mut figure = json!({ "planId": plan(), "kind": kind, "first": 100 });
    for (key, value) in beside.as_object().expect("inputs") {
        figure[key] = value.clone();
    }
    app.ok(token, EXPLAIN, figure).await["explain"].take()
}

fn inputs(explained: &Value) -> Vec<String> {
    let line = |input: &Value| format!("{} {}", input["name"], input["value"]).replace('"', "");
    explained["inputs"].as_array().expect("a list").iter().map(line).collect()
}

fn rows(explained: &Value) -> Vec<String> {
    let line = |edge: &Value| {
        let node = &edge["node"];
        let cell = |cell: &Value| {
            let mark = if cell["counts"] == true { "*" } else { "" };
            format!("{}={}{mark}", cell["category"]["key"].as_str().expect("a key"), cell["people"])
        };
        let cells: Vec<String> = node["cells"].as_array().expect("a list").iter().map(cell).collect();
        format!("{} {} {}", node["row"]["site"]["code"], node["row"]["activity"]["refCode"], cells.join(" "))
            .replace('"', "")
    };
    let mut rows: Vec<String> = explained["rows"]["edges"].as_array().expect("a list").iter().map(line).collect();
    rows.sort();
    rows
}

#[actix_web::test]
async fn people_reached_are_explained_by_the_cells_that_counted() {
    let (app, imo) = start().await;
    let first = json!([
        row(MATERIALS, X, &[(GIRLS, 60, 0), (BOYS, 50, 0), (DISABLED, 9, 0)]),
        row(SUPPORT, X, &[(EVERYONE, 100, 0)])
    ]);
    accepted(&app, &imo, P, JANUARY, first).await;
    accepted(
        &app,
        &imo,
        Q,
        FEBRUARY,
        json!([row(FEEDING, X, &[(GIRLS, 70, 0)]), row(FEEDING, Z, &[(EVERYONE, 5, 0)])]),
    )
    .await;
    let explained = explain(&app, &imo, "REACHED", json!({})).await;
    assert_eq!(
        (&explained["value"], &explained["method"], &explained["methodVersion"]),
        (&json!("125"), &json!("PLACE_CELL_MAX"), &json!("1"))
    );
    assert!(explained["formula"].as_str().expect("words").starts_with("In each place and category the largest number"));
    assert!(explained["asOf"].is_string());
    assert_eq!(inputs(&explained), ["PLACES 2"]);
    assert_eq!(
        rows(&explained),
        [
            "SCH-X CA1 age_band=6-11;sex=f=60 age_band=6-11;sex=m=50* disability=with=9",
            "SCH-X CA2 =100",
            "SCH-X CA3 age_band=6-11;sex=f=70*",
            "SCH-Z CA3 =5*",
        ]
    );
    let girls = explain(&app, &imo, "REACHED", json!({ "categoryId": category(GIRLS) })).await;
    assert_eq!((&girls["value"], inputs(&girls), rows(&girls).len()), (&json!("70"), vec!["PLACES 1".to_owned()], 2));
    let south = explain(&app, &imo, "SERVICES", json!({ "areaId": area(102) })).await;
    assert_eq!((&south["value"], rows(&south).len()), (&json!("5"), 1));
    let bearer_language =
        app.client().post(format!("{}/graphql", app.url)).bearer_auth(&imo).header("accept-language", "ar");
    let asked = json!({ "query": "query($plan: ID!) { explain(planId: $plan, kind: REACHED) { formula } }", "variables": { "plan": plan() } });
    let answer: Value = bearer_language.json(&asked).send().await.expect("an answer").json().await.expect("JSON");
    assert!(answer["data"]["explain"]["formula"].as_str().expect("words").starts_with("في كل مكان"), "{answer}");
}

#[actix_web::test]
async fn shares_gaps_indicators_and_severity_are_explained_by_their_numbers() {
    let (app, imo) = start().await;
    needs(&app);
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    let ask = async |kind: &str, beside: Value| {
        let explained = explain(&app, &imo, kind, beside).await;
        (explained["value"].as_str().unwrap_or("null").to_owned(), inputs(&explained).join(", "))
    };
    let told = |value: &str, inputs: &str| (value.to_owned(), inputs.to_owned());
    assert_eq!(ask("GAP_TO_TARGET", json!({})).await, told("200", "TARGET 300, REACHED 100, PLAN_VERSION 1"));
    assert_eq!(ask("GAP_TO_NEED", json!({})).await, told("400", "IN_NEED 500, REACHED 100, PLAN_VERSION 1"));
    assert_eq!(ask("PROGRESS", json!({})).await.1, "REACHED 100, TARGET 300, PLAN_VERSION 1");
    assert_eq!(ask("TARGET", json!({ "areaId": area(101) })).await, told("300", "TARGET 300, PLAN_VERSION 1"));
    assert_eq!(ask("COMPLETENESS", json!({})).await.1, "NUMERATOR 1, DENOMINATOR 6");
    assert_eq!(
        ask("SEVERITY_WEIGHTED_GAP", json!({ "areaId": area(101) })).await,
        told(
            "400",
            "IN_NEED_PHASE_3 200, IN_NEED_PHASE_4 150, IN_NEED_PHASE_5 50, REACHED 100, LEFT_PHASE_3 200, LEFT_PHASE_4 100, LEFT_PHASE_5 0, PLAN_VERSION 1"
        )
    );
    assert_eq!(
        ask("INDICATOR", json!({ "indicatorId": indicator(MATERIALS + 100) })).await,
        told("100", "NUMERATOR 100, DENOMINATOR 1")
    );
    for (kind, beside, field) in [
        ("PROGRESS", json!({ "categoryId": category(GIRLS) }), "categoryId"),
        ("INDICATOR", json!({}), "indicatorId"),
        ("REACHED", json!({ "indicatorId": indicator(MATERIALS + 100) }), "indicatorId"),
        ("SEVERITY_WEIGHTED_GAP", json!({}), "areaId"),
        ("REACHED", json!({ "upToPeriodId": crate::monitoring::world::period(999) }), "upToPeriodId"),
    ] {
        let mut figure = json!({ "planId": plan(), "kind": kind, "first": 100 });
        figure[beside.as_object().and_then(|beside| beside.keys().next()).map_or("areaId", String::as_str)] =
            beside.as_object().and_then(|beside| beside.values().next()).cloned().unwrap_or_default();
        let refused = app.refused(&imo, EXPLAIN, figure).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some(field)), "{kind}");
    }
}

#[actix_web::test]
async fn rows_behind_a_figure_come_page_by_page_and_only_as_far_as_one_may_read() {
    let (app, imo) = start().await;
    publish(&app).await;
    accepted(
        &app,
        &imo,
        P,
        JANUARY,
        json!([
            row(MATERIALS, X, &[(GIRLS, 1, 0)]),
            row(MATERIALS, Y, &[(GIRLS, 2, 0)]),
            row(SUPPORT, Z, &[(GIRLS, 3, 0)])
        ]),
    )
    .await;
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 4, 0)]), row(SUPPORT, X, &[(GIRLS, 5, 0)])]))
        .await;
    let (mut found, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({ "planId": plan(), "kind": "REACHED", "first": 2, "after": after });
        let mut page = app.ok(&imo, EXPLAIN, asked).await["explain"].take();
        found.extend(rows(&page));
        assert!(page["rows"]["edges"].as_array().expect("a list").len() <= 2);
        after = page["rows"]["pageInfo"]["endCursor"].take();
        if page["rows"]["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    found.sort();
    assert_eq!(
        found,
        [
            "SCH-X CA1 age_band=6-11;sex=f=1",
            "SCH-X CA1 age_band=6-11;sex=f=4",
            "SCH-X CA2 age_band=6-11;sex=f=5*",
            "SCH-Y CA1 age_band=6-11;sex=f=2*",
            "SCH-Z CA2 age_band=6-11;sex=f=3*",
        ]
    );
    let own = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let theirs = explain(&app, &own, "REACHED", json!({})).await;
    assert_eq!(
        (&theirs["value"], rows(&theirs).len()),
        (&json!("10"), 3),
        "the figure is shared, the rows are their own"
    );
}
