//! An operation with an education cluster, a plan that the FTS files speak of, and organisations that give and receive.

use darasa::{
    kit::{
        auth::Role,
        scope::{ClusterId, OperationId, OrganisationId},
    },
    plans::{ActivityId, PlanId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::TestApp;

pub const CLUSTER: u128 = 10;
pub const OTHER_CLUSTER: u128 = 11;
pub const DONOR: u128 = 30;
pub const OTHER_DONOR: u128 = 31;
pub const RECIPIENT: u128 = 32;
const OPERATION: u128 = 1;
const OTHER_OPERATION: u128 = 2;
const PLAN: u128 = 40;
const OTHER_PLAN: u128 = 41;

pub fn operation() -> String {
    OperationId::from_uuid(Uuid::from_u128(OPERATION)).global().to_string()
}

pub fn cluster(number: u128) -> String {
    ClusterId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn organisation(number: u128) -> String {
    OrganisationId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn plan() -> String {
    PlanId::from_uuid(Uuid::from_u128(PLAN)).global().to_string()
}

pub fn plan_of_another_operation() -> String {
    PlanId::from_uuid(Uuid::from_u128(OTHER_PLAN)).global().to_string()
}

/// The activities of the plan: the first is costed at 3,000 times 12.50, the second is not.
pub fn activity(number: u128) -> String {
    ActivityId::from_uuid(Uuid::from_u128(50 + number)).global().to_string()
}

/// The program with that world, and a coordinator of the operation.
pub async fn start() -> (TestApp, String) {
    let app = TestApp::start().await;
    let id = Uuid::from_u128;
    let rows = |table: &str, columns: &str, values: String| format!("insert into {table} ({columns}) values {values}");
    let operation =
        |number, code| format!("('{}', '{code}', '{{\"en\": \"{code}\"}}', 'en', 'UTC', now(), now())", id(number));
    let cluster = |number, sector| {
        format!(
            "('{}', '{}', 'NATIONAL', 'CLUSTER', '{sector}', '{{}}', 'ACTIVE', now(), now())",
            id(number),
            id(OPERATION)
        )
    };
    let organisation =
        |number, name, kind| format!("('{}', '{name}', array[lower('{name}')], '{kind}', now(), now())", id(number));
    let plan = |number, of, code| {
        format!(
            "('{}', '{}', '{code}', 'HRP', '{{\"en\": \"Afghanistan 2020\"}}', '2020-01-01', '2021-01-01', 'USD', 'DRAFT', now(), now())",
            id(number),
            id(of)
        )
    };
    let activity = |number: u128, code, target: &str| {
        format!(
            "('{}', '{}', '{}', '{code}', '{{\"en\": \"Kits\"}}', 'KITS', {target})",
            id(50 + number),
            id(PLAN),
            id(49)
        )
    };
    let join = |values: [String; 2]| values.join(", ");
    for statement in [
        rows(
            "operations",
            "id, code, names, default_language, time_zone, created_at, updated_at",
            join([operation(OPERATION, "AFG-2020"), operation(OTHER_OPERATION, "SDN-2020")]),
        ),
        rows(
            "clusters",
            "id, operation_id, level, kind, sector_code, names, status, created_at, updated_at",
            join([cluster(CLUSTER, "EDU"), cluster(OTHER_CLUSTER, "PRO")]),
        ),
        rows(
            "organisations",
            "id, name, name_keys, kind, created_at, updated_at",
            [
                organisation(DONOR, "Donor A", "DONOR"),
                organisation(OTHER_DONOR, "Donor B", "DONOR"),
                organisation(RECIPIENT, "Partner C", "INGO"),
            ]
            .join(", "),
        ),
        rows(
            "response_plans",
            "id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at",
            join([plan(PLAN, OPERATION, "HAFG20"), plan(OTHER_PLAN, OTHER_OPERATION, "HSDN20")]),
        ),
        format!(
            "insert into objectives (id, plan_id, level, ref_code, names) values ('{}', '{}', 'CLUSTER', 'CO1', '{{}}')",
            id(49),
            id(PLAN)
        ),
        rows(
            "activities",
            "id, plan_id, objective_id, ref_code, names, unit, unit_target",
            join([activity(1, "CA1", "3000"), activity(2, "CA2", "null")]),
        ),
        format!("insert into activity_costs (id, activity_id, unit_cost) values ('{}', '{}', 12.50)", id(60), id(51)),
    ] {
        app.sql(&statement);
    }
    let coordinator =
        app.someone("coordinator@example.org", Role::Coordinator, json!({ "operationId": self::operation() })).await;
    let publish = json!({ "planId": self::plan(), "baseVersion": 1 });
    write(&app, &coordinator, "publishPlan", "number", publish).await;
    (app, coordinator)
}

/// An appeal of the plan: its id.
pub async fn appeal(app: &TestApp, token: &str, code: &str, of_cluster: Option<u128>) -> String {
    let input = json!({
        "operationId": operation(), "planId": plan(), "clusterId": of_cluster.map(cluster), "code": code, "kind": "HRP",
        "names": [{ "language": "en", "text": "Education for children of Afghanistan" }],
        "startsOn": "2020-01-01", "endsOn": "2021-01-01",
    });
    text(&write(app, token, "createAppeal", "id", input).await["id"])
}

/// A contribution to record: EUR 500,000 at 0.824, decided on 25 February 2021.
pub fn contribution(appeal: &str, status: &str) -> Value {
    json!({
        "appealId": appeal, "status": status, "sourceOrganisationId": organisation(DONOR),
        "recipientOrganisationId": organisation(RECIPIENT), "amount": "500000", "currency": "EUR", "rate": "0.824",
        "decisionDate": "2021-02-25",
    })
}

/// The same input with some fields changed.
pub fn with(mut input: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().expect("an object") {
        input[name] = value.clone();
    }
    input
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

fn mutation(field: &str, fields: &str) -> String {
    let mut name = field.to_owned();
    name[..1].make_ascii_uppercase();
    format!("mutation($input: {name}Input!) {{ {field}(input: $input) {{ {fields} }} }}")
}

/// The fields of an appeal.
pub async fn read(app: &TestApp, token: &str, appeal: &str, fields: &str) -> Value {
    let query = format!("query($id: ID!) {{ appeal(id: $id) {{ {fields} }} }}");
    app.ok(token, &query, json!({ "id": appeal })).await["appeal"].take()
}

/// The version of an appeal, as the next change needs it.
pub async fn version(app: &TestApp, token: &str, appeal: &str) -> Value {
    read(app, token, appeal, "version").await["version"].take()
}

pub fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}
