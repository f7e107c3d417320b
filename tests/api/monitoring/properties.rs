//! What must hold of figures whatever is reported: by properties over random reports, and the worked examples that need several of them.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::world::{
    BOYS, DISABLED, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MARCH, MATERIALS, P, Q, TEACHERS, WOMEN, X, Y,
    accepted, decide, plan, report, row, save, start, submit,
};
use crate::support::TestApp;

/// A report: who, when, and rows of activity, school and (category, new, repeated) people.
type Sent = ((u128, u128), Vec<((u128, u128), Vec<(u128, i64, i64)>)>);

fn reports() -> impl Strategy<Value = Vec<Sent>> {
    let (by, of) = (prop_oneof![Just(P), Just(Q)], prop_oneof![Just(JANUARY), Just(FEBRUARY)]);
    let (what, school) = (prop_oneof![Just(MATERIALS), Just(FEEDING)], prop_oneof![Just(X), Just(Y)]);
    let category = prop_oneof![Just(EVERYONE), Just(GIRLS), Just(BOYS), Just(WOMEN), Just(DISABLED), Just(TEACHERS)];
    let cells = proptest::collection::btree_map(category, (0_i64..50, 0_i64..50), 1..5);
    // One row splits people in one way: by sex alone, or by sex and age.
    let one_way = |cells: &BTreeMap<u128, (i64, i64)>, of: u128| {
        of != WOMEN || !(cells.contains_key(&GIRLS) || cells.contains_key(&BOYS))
    };
    let cells = cells.prop_map(move |cells| {
        let told = cells.iter().filter(|(of, _)| one_way(&cells, **of));
        told.map(|(of, (new, repeat))| (*of, *new, *repeat)).collect()
    });
    let rows = proptest::collection::btree_map((what, school), cells, 1..4).prop_map(|rows| rows.into_iter().collect());
    proptest::collection::btree_map((by, of), rows, 1..5).prop_map(|reports| reports.into_iter().collect())
}

const FIGURES: &str = "query($plan: ID!) { planFigures(planId: $plan) { reached { value } services { value } upperBound { value }
    areas(level: 1, first: 10) { edges { node { area { pcode } reached { value } services { value } } } }
    categories(first: 50) { edges { node { category { key } reached { value } services { value } notSplit { value } } } }
    indicators(first: 10) { edges { node { indicator { refCode } value { numerator denominator } } } } } }";

async fn figures(app: &TestApp, token: &str) -> Value {
    app.ok(token, FIGURES, json!({ "plan": plan() })).await["planFigures"].take()
}

/// Parts that are told apart alike never exceed the whole, and what they leave is told as not split.
fn parts_hold(figures: &Value) -> Result<(), TestCaseError> {
    let number = |value: &Value| value["value"].as_i64();
    let whole = number(&figures["reached"]).unwrap_or_default();
    let mut parts: BTreeMap<String, (i64, Vec<Option<i64>>)> = BTreeMap::new();
    for edge in figures["categories"]["edges"].as_array().expect("a list") {
        let node = &edge["node"];
        let key = node["category"]["key"].as_str().expect("a key");
        if key.is_empty() || key.contains("disability") || key.contains("staff") {
            prop_assert_eq!(&node["notSplit"]["value"], &Value::Null, "{}", key);
            continue;
        }
        let split: Vec<&str> = key.split(';').filter_map(|part| part.split('=').next()).collect();
        let (sum, told) = parts.entry(split.join(";")).or_default();
        *sum += number(&node["reached"]).unwrap_or_default();
        told.push(number(&node["notSplit"]));
        prop_assert!(number(&node["reached"]) <= number(&node["services"]), "{}", node);
    }
    for (split, (sum, told)) in parts {
        prop_assert!(sum <= whole, "{split}: {sum} of {whole}");
        prop_assert!(told.iter().all(|left| *left == Some(whole - sum)), "{split}: {told:?} is not {}", whole - sum);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, max_shrink_iters: 30, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn order_does_not_matter_nil_changes_nothing_and_reach_never_exceeds_services(reports in reports()) {
        actix_web::rt::System::new().block_on(async {
            let (app, imo) = start().await;
            let mut kept = Vec::new();
            for ((by, of), rows) in &reports {
                let rows: Vec<Value> = rows.iter().map(|((what, school), cells)| row(*what, *school, cells)).collect();
                kept.push(accepted(&app, &imo, *by, *of, json!(rows)).await);
            }
            let told = figures(&app, &imo).await;
            let value = |name: &str| told[name]["value"].as_i64();
            prop_assert!(value("reached") <= value("services"), "{}", told);
            prop_assert!(value("upperBound") <= value("services"), "{}", told);
            for edge in told["areas"]["edges"].as_array().expect("a list") {
                prop_assert!(edge["node"]["reached"]["value"].as_i64() <= edge["node"]["services"]["value"].as_i64());
            }
            parts_hold(&told)?;
            let mut nil = report(Q, MARCH, 0, json!([]));
            nil["nil"] = json!(true);
            let saved = save(&app, &imo, nil).await;
            let sent = submit(&app, &imo, &saved).await;
            decide(&app, &imo, "acceptReport", &sent, None).await;
            prop_assert_eq!(&figures(&app, &imo).await, &told, "a nil report changes nothing");
            let mut opened = Vec::new();
            for report in &kept {
                opened.push(decide(&app, &imo, "reopenReport", report, Some("again")).await);
            }
            prop_assert_eq!(&figures(&app, &imo).await["reached"]["value"], &Value::Null);
            for report in opened.iter().rev() {
                let sent = submit(&app, &imo, report).await;
                decide(&app, &imo, "acceptReport", &sent, None).await;
            }
            prop_assert_eq!(figures(&app, &imo).await, told, "the other way round it is the same");
            Ok(())
        })?;
    }
}

#[actix_web::test]
async fn places_are_summed_inside_then_across_and_then_over_time_by_the_indicator_s_own_rule() {
    let (app, imo) = start().await;
    super::world::publish(&app).await;
    for (of, x, y) in [(JANUARY, 10, 30), (FEBRUARY, 20, 55)] {
        accepted(&app, &imo, P, of, json!([row(MATERIALS, X, &[(GIRLS, x, 0)]), row(MATERIALS, Y, &[(GIRLS, y, 0)])]))
            .await;
    }
    let mut told = Vec::new();
    for (places, periods) in
        [("SUM", "SUM"), ("SUM", "MAX"), ("SUM", "AVERAGE"), ("SUM", "LATEST"), ("MAX", "SUM"), ("AVERAGE", "MAX")]
    {
        app.sql(&format!(
            "update indicators set across_places = '{places}', across_periods = '{periods}' where id = number(601)"
        ));
        super::world::publish(&app).await;
        let query = "query($plan: ID!) { planFigures(planId: $plan) { indicators(first: 10) { edges { node {
            indicator { refCode } value { value } } } } } }";
        let found = app.ok(&imo, query, json!({ "plan": plan() })).await["planFigures"]["indicators"]["edges"].take();
        let of = found.as_array().expect("a list").iter().find(|edge| edge["node"]["indicator"]["refCode"] == "CA1/I1");
        let value = of.expect("it is there")["node"]["value"]["value"].as_str().expect("a number").to_owned();
        told.push(value.parse::<Decimal>().expect("a number").normalize().to_string());
    }
    assert_eq!(told, ["115", "75", "57.5", "75", "85", "37.5"]);
}
