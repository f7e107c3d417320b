//! A small world to report in, and short ways to write in it.

use darasa::{
    dimensions::CategoryId,
    kit::{
        auth::Role,
        scope::{ClusterId, OperationId, OrganisationId},
    },
    monitoring::PeriodId,
    places::{AdminAreaId, SiteId},
    plans::{ActivityId, IndicatorId, PlanId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::TestApp;

pub const OPERATION: u128 = 1;
pub const CLUSTER: u128 = 10;
pub const PLAN: u128 = 400;
/// Organisations: two members, and one that is none.
pub const P: u128 = 301;
pub const Q: u128 = 302;
pub const STRANGER: u128 = 303;
/// Schools: X and Y in XE0101, Z in XE0201.
pub const X: u128 = 201;
pub const Y: u128 = 202;
pub const Z: u128 = 203;
/// Activities, each with an indicator that counts people; the indicators' numbers are 100 more.
pub const MATERIALS: u128 = 501;
pub const SUPPORT: u128 = 502;
pub const FEEDING: u128 = 503;
/// A ratio of an objective.
pub const RATIO: u128 = 604;
/// Periods in the order of time; the last one was due long ago.
pub const JANUARY: u128 = 801;
pub const FEBRUARY: u128 = 802;
pub const MARCH: u128 = 803;
/// Categories.
pub const EVERYONE: u128 = 700;
pub const GIRLS: u128 = 701;
pub const BOYS: u128 = 702;
pub const DISABLED: u128 = 703;
pub const TEACHERS: u128 = 704;
pub const WOMEN: u128 = 705;

pub fn plan() -> String {
    PlanId::from_uuid(Uuid::from_u128(PLAN)).global().to_string()
}

pub fn period(number: u128) -> String {
    PeriodId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn cluster() -> String {
    ClusterId::from_uuid(Uuid::from_u128(CLUSTER)).global().to_string()
}

pub fn organisation(number: u128) -> String {
    OrganisationId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn activity(number: u128) -> String {
    ActivityId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn indicator(number: u128) -> String {
    IndicatorId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn site(number: u128) -> String {
    SiteId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn area(number: u128) -> String {
    AdminAreaId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn category(number: u128) -> String {
    CategoryId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

const PLACES: &str = "
    insert into countries (iso3, names) values ('XEA', '{}');
    insert into admin_areas (id, country_iso3, level, pcode, parent_id, names)
        select number(n), 'XEA', level, pcode, number(parent), '{}' from (values
            (100, 0, 'XEA', null), (101, 1, 'XE01', 100), (102, 1, 'XE02', 100),
            (111, 2, 'XE0101', 101), (112, 2, 'XE0102', 101), (121, 2, 'XE0201', 102)) area (n, level, pcode, parent);
    insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level)
        with recursive up as (
            select id as area_id, id as ancestor_id, level, parent_id from admin_areas
            union all select up.area_id, a.id, a.level, a.parent_id from up join admin_areas a on a.id = up.parent_id)
        select area_id, ancestor_id, level from up;";

const PARTNERS: &str = "
    insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
        values (number(1), 'OP-ONE', '{}', 'XEA', 'en', 'Asia/Kabul', '2020-01-01', '2020-01-01');
    insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at)
        values (number(10), number(1), 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01');
    insert into organisations (id, name, name_keys, kind, created_at, updated_at)
        select number(n), name, array[lower(name)], 'NNGO', '2020-01-01', '2020-01-01'
        from (values (301, 'Partner P'), (302, 'Partner Q'), (303, 'Stranger')) organisation (n, name);
    insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from)
        select number(n + 50), number(1), number(10), number(n), 'PARTNER', '2020-01-01'
        from (values (301), (302)) member (n);
    insert into sites (id, operation_id, area_id, kind, names, code)
        select number(n), number(1), number(area), 'SCHOOL', '{}', code
        from (values (201, 111, 'SCH-X'), (202, 111, 'SCH-Y'), (203, 121, 'SCH-Z')) site (n, area, code);
    insert into categories (id, operation_id, key, kind, counts, labels)
        select number(n), number(1), key, kind, counts, '{}' from (values
            (700, '', 'TOTAL', 'LEARNERS'), (701, 'age_band=6-11;sex=f', 'PART', 'LEARNERS'),
            (702, 'age_band=6-11;sex=m', 'PART', 'LEARNERS'), (703, 'disability=with', 'OF_WHICH', 'LEARNERS'),
            (704, 'sex=f;staff_kind=teacher', 'PART', 'PERSONNEL'), (705, 'sex=f', 'PART', 'LEARNERS')) category (n, key, kind, counts);";

/// Dimensions that all operations share.
const COUNTED_BY: &str = "
    insert into dimensions (id, code, labels)
        select gen_random_uuid(), code, '{}' from (values ('sex'), ('age_band'), ('population_group'), ('disability'), ('staff_kind')) d (code)
        on conflict do nothing;
    insert into dimension_values (id, dimension_id, code, labels, position)
        select gen_random_uuid(), d.id, v.code, '{}', v.position
        from dimensions d join (values
            ('sex', 'f', 1), ('sex', 'm', 2), ('age_band', '3-5', 1), ('age_band', '6-11', 2), ('age_band', '12-14', 3),
            ('age_band', '15-17', 4), ('age_band', '18+', 5), ('population_group', 'host', 1), ('population_group', 'idp', 2),
            ('disability', 'with', 1), ('staff_kind', 'teacher', 1)) v (dimension, code, position)
            on v.dimension = d.code and d.operation_id is null
        on conflict do nothing;";

const PLANNED: &str = "
    insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at)
        values (number(400), number(1), 'HXEA', 'HRP', '{}', '2020-01-01', '2100-01-01', 'USD', 'PUBLISHED', '2020-01-01', '2020-01-01');
    insert into plan_clusters (plan_id, cluster_id) values (number(400), number(10));
    insert into objectives (id, plan_id, level, ref_code, names) values (number(450), number(400), 'CLUSTER', 'CO1', '{}');
    insert into activities (id, plan_id, objective_id, ref_code, names, unit)
        select number(n), number(400), number(450), code, '{}', 'CHILDREN'
        from (values (501, 'CA1'), (502, 'CA2'), (503, 'CA3')) activity (n, code);
    insert into indicators (id, plan_id, activity_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        select number(n + 100), number(400), number(n), code || '/I1', '{}', 'children', 'NUMBER', 'SUM', 'MAX', true
        from (values (501, 'CA1'), (502, 'CA2'), (503, 'CA3')) activity (n, code);
    insert into indicators (id, plan_id, objective_id, ref_code, names, unit, kind, across_places, across_periods, counts_people)
        values (number(604), number(400), number(450), 'CO1/R1', '{}', 'schools', 'RATIO', 'SUM', 'LATEST', false);
    insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at) values
        (number(801), number(400), 1, '2026-01-01', '2026-02-01', '2020-01-01', '2099-01-01'),
        (number(802), number(400), 2, '2026-02-01', '2026-03-01', '2020-01-01', '2099-01-01'),
        (number(803), number(400), 3, '2026-03-01', '2026-04-01', '2020-01-01', '2020-02-01');";

const NUMBER: &str = "create function number(n integer) returns uuid language sql immutable as $$ select lpad(to_hex(n), 32, '0')::uuid $$";

/// What makes the world, statement by statement.
pub const WORLD: [&str; 5] = [NUMBER, PLACES, PARTNERS, COUNTED_BY, PLANNED];

/// A plan that two partners report on, and an information management officer.
pub async fn start() -> (TestApp, String) {
    let app = TestApp::start().await;
    for statements in WORLD {
        app.sql(statements);
    }
    let token = app.someone("imo@example.org", Role::Imo, scope()).await;
    (app, token)
}

/// The cluster, as the scope of a role.
pub fn scope() -> Value {
    let operation = OperationId::from_uuid(Uuid::from_u128(OPERATION)).global().to_string();
    json!({ "operationId": operation, "clusterId": cluster() })
}

/// Someone of a partner, signed in.
pub async fn partner(app: &TestApp, email: &str, role: Role, number: u128) -> String {
    let mut scope = scope();
    scope["organisationId"] = json!(organisation(number));
    app.someone(email, role, scope).await
}

/// A row at a school: its activity, and (category, new, repeated) people.
pub fn row(what: u128, school: u128, cells: &[(u128, i64, i64)]) -> Value {
    let cell = |(of, new, repeat): &(u128, i64, i64)| json!({ "categoryId": category(*of), "newPeople": new, "repeatPeople": repeat });
    let cells: Vec<Value> = cells.iter().map(cell).collect();
    json!({
        "activityId": activity(what), "indicatorId": indicator(what + 100), "siteId": site(school),
        "status": "COMPLETED", "cells": cells,
    })
}

/// A report's header and rows.
pub fn report(by: u128, of: u128, base_version: i32, rows: Value) -> Value {
    json!({
        "planId": plan(), "periodId": period(of), "clusterId": cluster(), "organisationId": organisation(by),
        "baseVersion": base_version, "rows": rows,
    })
}

/// What is asked of every outcome of a report.
const OUTCOME: &str = "__typename
    ... on ReportSaved { report { id uuid status version } warnings { row column key } }
    ... on ReportConflict { serverVersion changedById server { id status version } }
    ... on ReportLocked { reason current { status } }
    ... on ReportInvalid { issues { row column key reason mend severity } more }";

pub async fn save(app: &TestApp, token: &str, input: Value) -> Value {
    let mutation = format!("mutation($input: SaveReportInput!) {{ saveReport(input: $input) {{ {OUTCOME} }} }}");
    app.ok(token, &mutation, json!({ "input": input })).await["saveReport"].take()
}

pub async fn submit(app: &TestApp, token: &str, saved: &Value) -> Value {
    let mutation = format!("mutation($input: SubmitReportInput!) {{ submitReport(input: $input) {{ {OUTCOME} }} }}");
    app.ok(token, &mutation, json!({ "input": meant(saved) })).await["submitReport"].take()
}

/// A report at its version.
pub fn meant(report: &Value) -> Value {
    let report = if report["report"].is_object() { &report["report"] } else { report };
    json!({ "reportId": report["id"], "baseVersion": report["version"] })
}

/// `acceptReport`, or with a note `returnReport` and `reopenReport`.
pub async fn decide(app: &TestApp, token: &str, field: &str, report: &Value, note: Option<&str>) -> Value {
    app.ok(token, &decision(field), json!({ "input": with_note(report, note) })).await[field].take()
}

pub fn decision(field: &str) -> String {
    let input = if field == "acceptReport" { "AcceptReportInput" } else { "ReturnReportInput" };
    format!("mutation($input: {input}!) {{ {field}(input: $input) {{ id status version note changedSinceAccepted }} }}")
}

pub fn with_note(report: &Value, note: Option<&str>) -> Value {
    let mut input = meant(report);
    if let Some(note) = note {
        input["note"] = json!(note);
    }
    input
}

/// Saves, submits and accepts a report: it counts.
pub async fn accepted(app: &TestApp, token: &str, by: u128, of: u128, rows: Value) -> Value {
    let saved = save(app, token, report(by, of, 0, rows)).await;
    assert_eq!(saved["__typename"], "ReportSaved", "{saved:#}");
    let submitted = submit(app, token, &saved).await;
    assert_eq!(submitted["__typename"], "ReportSaved", "{submitted:#}");
    decide(app, token, "acceptReport", &submitted, None).await
}

/// People reached, services delivered and upper bound, by the end of a period or of all that have opened.
pub async fn reached(app: &TestApp, token: &str, up_to: Option<u128>) -> (Value, Value, Value) {
    let query = "query($plan: ID!, $period: ID) { planFigures(planId: $plan, upToPeriodId: $period) {
        reached { value } services { value } upperBound { value } } }";
    let variables = json!({ "plan": plan(), "period": up_to.map(period) });
    let mut figures = app.ok(token, query, variables).await["planFigures"].take();
    let mut value = |name: &str| figures[name]["value"].take();
    (value("reached"), value("services"), value("upperBound"))
}

/// Someone who coordinates the cluster, signed in.
pub async fn coordinator(app: &TestApp) -> String {
    const EMAIL: &str = "coordinator@example.org";
    if app.sql(&format!("select email from users where email = '{EMAIL}'")).is_empty() {
        return app.someone(EMAIL, Role::Coordinator, scope()).await;
    }
    app.sign_in(EMAIL).await
}

/// Publishes the plan as it stands.
pub async fn publish(app: &TestApp) {
    let token = coordinator(app).await;
    // What tests write past the program counts as a change, too.
    app.sql("update response_plans set updated_at = '2090-01-01' where id = number(400)");
    let version = app.sql("select version from response_plans where id = number(400)");
    let version: i32 = version[0].parse().expect("a number");
    let publish = "mutation($input: PublishPlanInput!) { publishPlan(input: $input) { number } }";
    app.ok(&token, publish, json!({ "input": { "planId": plan(), "baseVersion": version } })).await;
}
