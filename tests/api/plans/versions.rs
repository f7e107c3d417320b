//! Major and minor versions of a plan, and what lies between two.

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{
    OPERATION, add_activity, add_indicator, area, operation, plan_with_objective, refused, start, target, text,
    version, write,
};
use crate::support::TestApp;

async fn publish(app: &TestApp, token: &str, plan: &str, level: Value) -> Value {
    app.advance(TimeDelta::seconds(1));
    let input = json!({ "planId": plan, "baseVersion": version(app, token, plan).await, "level": level });
    write(app, token, "publishPlan", "number label major minor", input).await
}

async fn set_target(app: &TestApp, token: &str, plan: &str, rows: Value) {
    let input = json!({ "planId": plan, "baseVersion": version(app, token, plan).await, "targets": rows });
    assert_eq!(write(app, token, "setTargets", "applied", input).await["applied"], true);
}

async fn set_cost(app: &TestApp, token: &str, plan: &str, activity: &str, cost: &str) {
    let base = version(app, token, plan).await;
    let costs =
        json!({ "activityId": activity, "baseVersion": base, "costs": [{ "modality": "IN_KIND", "unitCost": cost }] });
    write(app, token, "setActivityCosts", "id", costs).await;
}

const DIFFERENCE: &str = "query($id: ID!, $from: Int!, $to: Int) { planDifference(planId: $id, from: $from, to: $to) {
    earlier { label } later { label } requirementBefore requirementAfter peopleTargetedBefore peopleTargetedAfter beyondMinor
    changes(first: 20) { edges { node { part kind reference area { pcode } category { label } fields { field before after } } } } } }";

#[actix_web::test]
async fn a_minor_version_changes_costs_and_targets_and_a_major_one_anything() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CA1", Some("100")).await;
    add_indicator(&app, &token, &plan, &activity, "I1").await;
    set_cost(&app, &token, &plan, &activity, "5").await;
    set_target(&app, &token, &plan, json!([target("I1", "XE01", None, "90", "60")])).await;
    let first = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "level": "MINOR" });
    assert_eq!(refused(&app, &token, "publishPlan", first).await, "INVALID level", "the first is major");
    let label = |version: &Value| text(&version["label"]);
    assert_eq!(label(&publish(&app, &token, &plan, Value::Null).await), "1.0");
    app.advance(TimeDelta::seconds(1));
    set_cost(&app, &token, &plan, &activity, "6.5").await;
    set_target(
        &app,
        &token,
        &plan,
        json!([target("I1", "XE01", None, "90", "80"), target("I1", "XE02", Some("f"), "9", "7")]),
    )
    .await;
    let minor = publish(&app, &token, &plan, json!("MINOR")).await;
    assert_eq!(minor, json!({ "number": 2, "label": "1.1", "major": 1, "minor": 1 }));
    app.advance(TimeDelta::seconds(1));
    add_activity(&app, &token, &objective, "CA2", None).await;
    let beyond = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "level": "MINOR" });
    let mutation = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { number } }";
    let refusal = app.refused(&token, mutation, json!({ "input": beyond })).await;
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("INVALID", Some("level")));
    assert!(refusal.message.contains("activity CA2 (added)"), "{}", refusal.message);
    let third = publish(&app, &token, &plan, json!("MAJOR")).await;
    assert_eq!(third, json!({ "number": 3, "label": "2.0", "major": 2, "minor": 0 }));
    assert_eq!(
        app.sql("select number || ' ' || major || '.' || minor from plan_versions order by number"),
        ["1 1.0", "2 1.1", "3 2.0"]
    );
}

#[actix_web::test]
async fn what_lies_between_two_versions_is_told_part_by_part() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CA1", Some("100")).await;
    add_indicator(&app, &token, &plan, &activity, "I1").await;
    set_cost(&app, &token, &plan, &activity, "5").await;
    set_target(&app, &token, &plan, json!([target("I1", "XE01", None, "90", "60")])).await;
    publish(&app, &token, &plan, Value::Null).await;
    app.advance(TimeDelta::seconds(1));
    set_cost(&app, &token, &plan, &activity, "6.5").await;
    set_target(
        &app,
        &token,
        &plan,
        json!([target("I1", "XE01", None, "90", "80"), target("I1", "XE02", None, "9", "7")]),
    )
    .await;
    publish(&app, &token, &plan, json!("MINOR")).await;
    let told = app.ok(&token, DIFFERENCE, json!({ "id": plan, "from": 1, "to": 2 })).await["planDifference"].take();
    let change = |part: &str, kind: &str, reference: &str, pcode: Value, fields: Value| {
        let category = (part == "TARGET").then(|| json!({ "label": "Total" }));
        let area = (!pcode.is_null()).then(|| json!({ "pcode": pcode }));
        json!({ "node": { "part": part, "kind": kind, "reference": reference, "area": area, "category": category, "fields": fields } })
    };
    let labels: Vec<&Value> =
        told["changes"]["edges"].as_array().expect("changes").iter().map(|edge| &edge["node"]["category"]).collect();
    let total = labels.iter().find(|label| !label.is_null()).copied().cloned().expect("targets are of everyone");
    let mut expected = json!([
        change("COST", "CHANGED", "CA1", Value::Null, json!([{ "field": "unitCost", "before": "5", "after": "6.5" }])),
        change("TARGET", "CHANGED", "I1", json!("XE01"), json!([{ "field": "target", "before": "60", "after": "80" }])),
        change(
            "TARGET",
            "ADDED",
            "I1",
            json!("XE02"),
            json!([
            { "field": "inNeed", "before": null, "after": "9" }, { "field": "target", "before": null, "after": "7" }])
        ),
    ]);
    for at in [1, 2] {
        expected[at]["node"]["category"] = total.clone();
    }
    assert_eq!(told["changes"]["edges"], expected);
    assert_eq!((&told["earlier"]["label"], &told["later"]["label"]), (&json!("1.0"), &json!("1.1")));
    assert_eq!((&told["requirementBefore"], &told["requirementAfter"]), (&json!("500.00"), &json!("650.00")));
    assert_eq!((&told["peopleTargetedBefore"], &told["peopleTargetedAfter"]), (&json!(60), &json!(87)));
    assert_eq!(told["beyondMinor"], json!([]));
    app.advance(TimeDelta::seconds(1));
    let base = version(&app, &token, &plan).await;
    let moved = json!({ "planId": plan, "baseVersion": base, "kind": "HRP", "name": "Response plan", "language": "en", "startsOn": "2026-01-01",
        "endsOn": "2027-01-01", "currency": "USD", "clusterIds": [super::world::cluster(super::world::CLUSTER)], "areaIds": [area(101)], "closed": false });
    write(&app, &token, "updatePlan", "id", moved).await;
    let working = app.ok(&token, DIFFERENCE, json!({ "id": plan, "from": 2 })).await["planDifference"].take();
    assert_eq!(working["later"], Value::Null);
    assert_eq!(working["beyondMinor"], json!(["location (added)"]));
    let location = json!({ "part": "LOCATION", "kind": "ADDED", "reference": "", "area": { "pcode": "XE01" }, "category": null, "fields": [] });
    assert_eq!(working["changes"]["edges"], json!([{ "node": location }]));
}

#[actix_web::test]
async fn differences_are_for_those_who_may_read_both_states() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    add_activity(&app, &token, &objective, "CA1", Some("100")).await;
    for name in ["Second", "Third"] {
        publish(&app, &token, &plan, Value::Null).await;
        app.advance(TimeDelta::seconds(1));
        let objective = json!({ "planId": plan, "level": "CLUSTER", "refCode": name, "name": name, "language": "en" });
        write(&app, &token, "addObjective", "id", objective).await;
    }
    let viewer = app.someone("viewer@example.org", Role::Viewer, json!({ "operationId": operation(OPERATION) })).await;
    let read = app.ok(&viewer, DIFFERENCE, json!({ "id": plan, "from": 1, "to": 2 })).await;
    assert_eq!(read["planDifference"]["beyondMinor"], json!(["objective Second (added)"]));
    assert_eq!(app.refused(&viewer, DIFFERENCE, json!({ "id": plan, "from": 2 })).await.code, "FORBIDDEN");
    let refused = async |from: i32, to: Value| {
        let refusal = app.refused(&token, DIFFERENCE, json!({ "id": plan, "from": from, "to": to })).await;
        format!("{} {}", refusal.code, refusal.field.unwrap_or_default())
    };
    assert_eq!(refused(2, json!(1)).await, "INVALID to");
    assert_eq!(refused(2, json!(2)).await, "INVALID to");
    assert_eq!(refused(1, json!(9)).await, "NOT_FOUND to");
    assert_eq!(refused(-1, json!(1)).await, "NOT_FOUND from");
}
