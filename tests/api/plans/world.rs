//! A small world to plan in, and short ways to write in it.

use darasa::{
    kit::{
        auth::Role,
        scope::{ClusterId, OperationId},
    },
    places::AdminAreaId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::TestApp;

pub const OPERATION: u128 = 1;
pub const OTHER_OPERATION: u128 = 2;
pub const CLUSTER: u128 = 10;
pub const OTHER_CLUSTER: u128 = 11;
pub const FOREIGN_CLUSTER: u128 = 20;

pub fn operation(number: u128) -> String {
    OperationId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn cluster(number: u128) -> String {
    ClusterId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn area(number: u128) -> String {
    AdminAreaId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

/// Two operations in a country of two districts, and a coordinator of one cluster.
pub async fn start() -> (TestApp, String) {
    let app = TestApp::start().await;
    let id = Uuid::from_u128;
    app.sql("insert into countries (iso3, names) values ('XEA', '{\"en\": \"Example\"}')");
    for (number, level, pcode, parent) in
        [(100, 0, "XEA", None), (101, 1, "XE01", Some(100)), (102, 1, "XE02", Some(100))]
    {
        let parent = parent.map_or_else(|| "null".to_owned(), |parent| format!("'{}'", id(parent)));
        app.sql(&format!(
            "insert into admin_areas (id, country_iso3, level, pcode, parent_id, names) \
             values ('{}', 'XEA', {level}, '{pcode}', {parent}, '{{\"en\": \"{pcode}\"}}')",
            id(number)
        ));
    }
    app.sql(
        "insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level) select id, id, level from admin_areas \
         union all select id, parent_id, 0 from admin_areas where level = 1",
    );
    for (number, code) in [(OPERATION, "OP-ONE"), (OTHER_OPERATION, "OP-TWO")] {
        app.sql(&format!(
            "insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at) \
             values ('{}', '{code}', '{{}}', 'XEA', 'en', 'UTC', now(), now())",
            id(number)
        ));
    }
    for (number, operation) in [(CLUSTER, OPERATION), (OTHER_CLUSTER, OPERATION), (FOREIGN_CLUSTER, OTHER_OPERATION)] {
        app.sql(&format!(
            "insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at) \
             values ('{}', '{}', 'NATIONAL', 'CLUSTER', '{{}}', 'ACTIVE', now(), now())",
            id(number),
            id(operation)
        ));
    }
    let scope = json!({ "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER) });
    let token = app.someone("coordinator@example.org", Role::Coordinator, scope).await;
    (app, token)
}

/// Runs a mutation of one field and gives that field's answer.
pub async fn write(app: &TestApp, token: &str, field: &str, fields: &str, input: Value) -> Value {
    app.ok(token, &mutation(field, fields), json!({ "input": input })).await[field].take()
}

/// The code of a refusal, and the field that it blames.
pub async fn refused(app: &TestApp, token: &str, field: &str, input: Value) -> String {
    let refusal = app.refused(token, &mutation(field, "__typename"), json!({ "input": input })).await;
    format!("{} {}", refusal.code, refusal.field.unwrap_or_default()).trim_end().to_owned()
}

pub fn mutation(field: &str, fields: &str) -> String {
    let mut name = field.to_owned();
    name[..1].make_ascii_uppercase();
    format!("mutation($input: {name}Input!) {{ {field}(input: $input) {{ {fields} }} }}")
}

pub fn plan_input(code: &str) -> Value {
    json!({
        "operationId": operation(OPERATION), "code": code, "kind": "HRP", "name": "Response plan", "language": "en",
        "startsOn": "2026-01-01", "endsOn": "2027-01-01", "currency": "usd", "clusterIds": [cluster(CLUSTER)],
    })
}

/// A plan with an objective: their ids.
pub async fn plan_with_objective(app: &TestApp, token: &str, code: &str) -> (String, String) {
    let plan = text(&write(app, token, "createPlan", "id", plan_input(code)).await["id"]);
    let objective =
        json!({ "planId": plan, "level": "CLUSTER", "refCode": "CLEDU/CO1", "name": "Access", "language": "en" });
    let objective = text(&write(app, token, "addObjective", "id", objective).await["id"]);
    (plan, objective)
}

pub async fn add_activity(app: &TestApp, token: &str, objective: &str, code: &str, units: Option<&str>) -> String {
    let input = json!({ "objectiveId": objective, "refCode": code, "name": "Materials", "language": "en", "unit": "CHILDREN", "unitTarget": units });
    text(&write(app, token, "addActivity", "id", input).await["id"])
}

pub async fn add_indicator(app: &TestApp, token: &str, plan: &str, activity: &str, code: &str) -> Value {
    let input = json!({ "planId": plan, "activityId": activity, "refCode": code, "measure": measure() });
    write(app, token, "addIndicator", "id dimensions activity { id } objective { id }", input).await
}

pub fn measure() -> Value {
    json!({
        "name": "Children with materials", "language": "en", "unit": "children", "kind": "NUMBER", "acrossPlaces": "SUM",
        "acrossPeriods": "MAX", "countsPeople": true, "frequency": "EVERY_PERIOD", "dimensions": ["sex"],
    })
}

pub async fn version(app: &TestApp, token: &str, plan: &str) -> Value {
    app.ok(token, "query($id: ID!) { responsePlan(id: $id) { version } }", json!({ "id": plan })).await["responsePlan"]
        ["version"]
        .take()
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

pub fn target(indicator: &str, pcode: &str, sex: Option<&str>, in_need: &str, target: &str) -> Value {
    let category: Vec<Value> = sex.map(|sex| json!({ "dimension": "sex", "value": sex })).into_iter().collect();
    json!({ "indicator": indicator, "pcode": pcode, "category": category, "inNeed": in_need, "target": target })
}
