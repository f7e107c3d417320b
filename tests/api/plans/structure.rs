//! Where plans hold and when, where objectives stand, and what is taken back.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{
    CLUSTER, OPERATION, add_activity, add_indicator, area, cluster, operation, plan_input, plan_with_objective,
    refused, start, target, text, version, write,
};
use crate::support::TestApp;

fn update(plan: &str, base: Value, areas: Option<Value>) -> Value {
    let mut input = json!({ "planId": plan, "baseVersion": base, "kind": "HRP", "name": "Response plan", "language": "en",
        "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "USD", "clusterIds": [cluster(CLUSTER)], "closed": false });
    if let Some(areas) = areas {
        input["areaIds"] = areas;
    }
    input
}

#[actix_web::test]
async fn a_plan_holds_in_its_areas_and_years() {
    let (app, token) = start().await;
    let mut input = plan_input("HXEA26");
    input["areaIds"] = json!([area(102), area(101), area(102)]);
    input["endsOn"] = json!("2027-07-01");
    let fields = "id years areas { pcode }";
    let plan = write(&app, &token, "createPlan", fields, input.clone()).await;
    assert_eq!(plan["years"], json!([2026, 2027]));
    assert_eq!(plan["areas"], json!([{ "pcode": "XE01" }, { "pcode": "XE02" }]));
    let plan = text(&plan["id"]);
    let base = version(&app, &token, &plan).await;
    let kept = write(&app, &token, "updatePlan", fields, update(&plan, base, None)).await;
    assert_eq!(kept["areas"].as_array().map(Vec::len), Some(2), "left out, they stay");
    assert_eq!(kept["years"], json!([2026]), "the day after the last is no part of it");
    let base = version(&app, &token, &plan).await;
    let one = write(&app, &token, "updatePlan", fields, update(&plan, base, Some(json!([area(101)])))).await;
    assert_eq!(one["areas"], json!([{ "pcode": "XE01" }]));
    let base = version(&app, &token, &plan).await;
    let elsewhere = update(&plan, base, Some(json!([area(999)])));
    assert_eq!(refused(&app, &token, "updatePlan", elsewhere).await, "INVALID areaIds");
    input["code"] = json!("HXEA27");
    input["areaIds"] = json!([plan]);
    assert_eq!(refused(&app, &token, "createPlan", input).await, "INVALID areaIds", "no area at all");
    let whole = write(&app, &token, "createPlan", "areas { pcode }", plan_input("HXEA28")).await;
    assert_eq!(whole["areas"], json!([]), "the whole operation");
}

#[actix_web::test]
async fn plans_are_found_by_year_and_kind() {
    let (app, token) = start().await;
    for (code, kind, from, to) in [
        ("HRP25", "HRP", "2025-01-01", "2026-01-01"),
        ("FA25", "FLASH_APPEAL", "2025-10-01", "2026-04-01"),
        ("HRP26", "HRP", "2026-01-01", "2027-01-01"),
    ] {
        let mut input = plan_input(code);
        for (field, value) in [("kind", kind), ("startsOn", from), ("endsOn", to)] {
            input[field] = json!(value);
        }
        write(&app, &token, "createPlan", "id", input).await;
    }
    let query = "query($id: ID!, $year: Int, $kind: PlanKind) {
        responsePlans(operationId: $id, year: $year, kind: $kind, first: 10) { edges { node { code } } } }";
    let found = async |year: Value, kind: Value| -> Vec<String> {
        let variables = json!({ "id": operation(OPERATION), "year": year, "kind": kind });
        let found = app.ok(&token, query, variables).await["responsePlans"]["edges"].take();
        found.as_array().expect("plans").iter().map(|edge| text(&edge["node"]["code"])).collect()
    };
    assert_eq!(found(json!(2025), Value::Null).await, ["FA25", "HRP25"]);
    assert_eq!(found(json!(2026), Value::Null).await, ["HRP26", "FA25"], "the appeal goes on into 2026");
    assert_eq!(found(json!(2026), json!("FLASH_APPEAL")).await, ["FA25"]);
    assert_eq!(found(json!(2027), Value::Null).await, Vec::<String>::new());
    assert_eq!(found(Value::Null, json!("HRP")).await, ["HRP26", "HRP25"]);
    for year in [0, 9999, i32::MAX, i32::MIN] {
        let variables = json!({ "id": operation(OPERATION), "year": year });
        assert_eq!(app.refused(&token, query, variables).await.code, "INVALID", "{year}");
    }
}

async fn add_objective(app: &TestApp, token: &str, plan: &str, level: &str, code: &str, parent: Value) -> Value {
    let input =
        json!({ "planId": plan, "level": level, "refCode": code, "name": code, "language": "en", "parentId": parent });
    write(app, token, "addObjective", "id parent { refCode }", input).await["id"].take()
}

#[actix_web::test]
async fn objectives_stand_where_their_level_says_and_are_renamed_and_moved() {
    let (app, token) = start().await;
    let plan = text(&write(&app, &token, "createPlan", "id", plan_input("HXEA26")).await["id"]);
    let strategic = add_objective(&app, &token, &plan, "STRATEGIC", "SO1", Value::Null).await;
    let specific = add_objective(&app, &token, &plan, "SPECIFIC", "2.1", strategic.clone()).await;
    let own = add_objective(&app, &token, &plan, "CLUSTER", "CO1", specific.clone()).await;
    let another = |level: &str, parent: &Value| json!({ "planId": plan, "level": level, "refCode": "X", "name": "x", "language": "en", "parentId": parent });
    for (level, parent) in [
        ("STRATEGIC", &strategic),
        ("SPECIFIC", &Value::Null),
        ("SPECIFIC", &specific),
        ("SPECIFIC", &own),
        ("CLUSTER", &own),
    ] {
        assert_eq!(refused(&app, &token, "addObjective", another(level, parent)).await, "INVALID parentId", "{level}");
    }
    let update = async |id: &Value, parent: &Value| json!({ "objectiveId": id, "baseVersion": version(&app, &token, &plan).await, "parentId": parent, "name": "Accès", "language": "fr" });
    let moved = write(&app, &token, "updateObjective", "name parent { refCode }", update(&own, &strategic).await).await;
    assert_eq!(moved, json!({ "name": "CO1", "parent": { "refCode": "SO1" } }), "the English title stays");
    assert_eq!(
        refused(&app, &token, "updateObjective", update(&specific, &Value::Null).await).await,
        "INVALID parentId"
    );
    assert_eq!(refused(&app, &token, "updateObjective", update(&own, &own).await).await, "INVALID parentId", "itself");
    let mut stale = update(&own, &Value::Null).await;
    stale["baseVersion"] = json!(1);
    assert_eq!(refused(&app, &token, "updateObjective", stale).await, "CONFLICT baseVersion");
}

#[actix_web::test]
async fn a_mistake_is_taken_back_while_nothing_holds_on_to_it() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CA1", Some("10")).await;
    let mistaken = add_activity(&app, &token, &objective, "CA9", Some("10")).await;
    let indicator = text(&add_indicator(&app, &token, &plan, &mistaken, "I9").await["id"]);
    let costs = json!({ "activityId": mistaken, "baseVersion": version(&app, &token, &plan).await, "costs": [{ "modality": "CASH", "unitCost": "1" }] });
    write(&app, &token, "setActivityCosts", "id", costs).await;
    let rows = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "targets": [target("I9", "XE01", None, "2", "1")] });
    write(&app, &token, "setTargets", "applied", rows).await;
    let remove = async |field: &str, id: &str| json!({ field: id, "baseVersion": version(&app, &token, &plan).await });
    assert_eq!(
        refused(&app, &token, "removeObjective", remove("objectiveId", &objective).await).await,
        "CONFLICT objectiveId",
        "activities serve it"
    );
    assert_eq!(
        refused(&app, &token, "removeActivity", remove("activityId", &mistaken).await).await,
        "CONFLICT activityId",
        "an indicator measures it"
    );
    let before = version(&app, &token, &plan).await;
    let removed = write(&app, &token, "removeIndicator", "version", remove("indicatorId", &indicator).await).await;
    assert_eq!(removed["version"], json!(before.as_i64().expect("a number") + 1));
    write(&app, &token, "removeActivity", "version", remove("activityId", &mistaken).await).await;
    assert_eq!(app.sql("select ref_code from activities"), ["CA1"]);
    assert_eq!(app.sql("select count(*) from targets union all select count(*) from activity_costs"), ["0", "0"]);
    assert_eq!(app.sql("select count(*) from audit_events where action = 'remove'"), ["2"]);
    let publish = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await });
    write(&app, &token, "publishPlan", "number", publish).await;
    assert_eq!(
        refused(&app, &token, "removeActivity", remove("activityId", &activity).await).await,
        "CONFLICT activityId",
        "it was published"
    );
    assert_eq!(
        refused(&app, &token, "removeActivity", remove("activityId", &mistaken).await).await,
        "NOT_FOUND activityId"
    );
    let one = json!({ "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER) });
    let reader = app.someone("reader@example.org", Role::Government, one).await;
    let later = add_activity(&app, &token, &objective, "CA10", None).await;
    assert_eq!(refused(&app, &reader, "removeActivity", remove("activityId", &later).await).await, "FORBIDDEN");
}
