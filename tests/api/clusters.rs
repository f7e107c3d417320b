//! Operations, the life of clusters, and who takes part.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::support::TestApp;

const CREATE_CLUSTER: &str =
    "mutation($input: CreateClusterInput!) { createCluster(input: $input) { id status version } }";
const TRANSITION: &str =
    "mutation($input: TransitionClusterInput!) { transitionCluster(input: $input) { status version nextStatuses } }";
const ADD_MEMBERSHIP: &str = "mutation($input: AddMembershipInput!) { addMembership(input: $input) { id } }";
const CREATE_OPERATION: &str =
    "mutation($input: CreateOperationInput!) { createOperation(input: $input) { id version } }";

fn names(text: &str) -> Value {
    json!([{ "language": "en", "text": text }])
}

fn settings() -> Value {
    json!({ "names": names("Response"), "defaultLanguage": "en", "timeZone": "Asia/Kabul" })
}

/// A country with two provinces and a district, as P-code lists have them.
pub async fn places(app: &TestApp, admin: &str) {
    let table = "Location,Admin Level,P-Code,Name,Parent P-Code\n\
                 AFG,1,AF01,Kabul,AFG\nAFG,1,AF02,Kapisa,AFG\nAFG,2,AF0101,Kabul,AF01\n";
    let file = app.upload(admin, "places.csv", table).await.expect("kept");
    let import = "mutation($input: ImportPlacesInput!) { importPlaces(input: $input) { applied } }";
    let done = app.ok(admin, import, json!({ "input": { "fileId": file } })).await;
    assert_eq!(done["importPlaces"]["applied"], true);
}

/// An operation: its id.
pub async fn operation(app: &TestApp, admin: &str, code: &str, country: Option<&str>) -> String {
    let input = json!({ "code": code, "countryIso3": country, "settings": settings() });
    let made = app.ok(admin, CREATE_OPERATION, json!({ "input": input })).await;
    made["createOperation"]["id"].as_str().expect("an id").to_owned()
}

/// An active national cluster: its id.
pub async fn cluster(app: &TestApp, coordinator: &str, operation: &str) -> String {
    let made = app.ok(coordinator, CREATE_CLUSTER, json!({ "input": national(operation, "ACTIVE") })).await;
    made["createCluster"]["id"].as_str().expect("an id").to_owned()
}

/// An organisation: its id.
pub async fn organisation(app: &TestApp, token: &str, name: &str) -> String {
    let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
    let input = json!({ "organisation": { "name": name, "kind": "INGO" } });
    let made = app.ok(token, create, json!({ "input": input })).await;
    made["createOrganisation"]["id"].as_str().expect("an id").to_owned()
}

fn national(operation: &str, status: &str) -> Value {
    json!({
        "operationId": operation, "level": "NATIONAL", "status": status, "decidedOn": "2026-01-10", "decidedBy": "IASC",
        "cluster": { "kind": "CLUSTER", "names": names("Education") },
    })
}

fn step(cluster: &str, version: i32, to: &str, on: &str) -> Value {
    json!({ "input": { "clusterId": cluster, "baseVersion": version, "to": to, "decidedOn": on, "decidedBy": "HCT" } })
}

#[actix_web::test]
async fn a_cluster_lives_step_by_step_and_an_illegal_step_names_the_legal_ones() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let operation = operation(&app, &admin, "AFG-2026", None).await;
    let coordinator = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    let made = app.ok(&coordinator, CREATE_CLUSTER, json!({ "input": national(&operation, "PROPOSED") })).await;
    let cluster = made["createCluster"]["id"].as_str().expect("an id");
    let early = app.refused(&coordinator, TRANSITION, step(cluster, 1, "TRANSITION", "2026-01-12")).await;
    assert_eq!(early.code, "CONFLICT");
    assert_eq!(early.message, "from PROPOSED a cluster goes to ACTIVE or REJECTED, not to TRANSITION");
    let older = app.refused(&coordinator, TRANSITION, step(cluster, 1, "ACTIVE", "2026-01-09")).await;
    assert_eq!(older.field.as_deref(), Some("decidedOn"));
    let active = app.ok(&coordinator, TRANSITION, step(cluster, 1, "ACTIVE", "2026-01-12")).await;
    assert_eq!(
        active["transitionCluster"],
        json!({ "status": "ACTIVE", "version": 2, "nextStatuses": ["UNDER_REVIEW"] })
    );
    let stale = app.refused(&coordinator, TRANSITION, step(cluster, 1, "UNDER_REVIEW", "2026-04-12")).await;
    assert_eq!((stale.code.as_str(), stale.field.as_deref()), ("CONFLICT", Some("baseVersion")));
    let life =
        "query($id: ID!) { cluster(id: $id) { status transitions { fromStatus toStatus decidedOn decidedBy } } }";
    let life = app.ok(&coordinator, life, json!({ "id": cluster })).await;
    let expected = json!([
        { "fromStatus": null, "toStatus": "PROPOSED", "decidedOn": "2026-01-10", "decidedBy": "IASC" },
        { "fromStatus": "PROPOSED", "toStatus": "ACTIVE", "decidedOn": "2026-01-12", "decidedBy": "HCT" },
    ]);
    assert_eq!(life["cluster"]["transitions"], expected);
}

#[actix_web::test]
async fn an_operation_is_read_by_those_who_work_in_it_and_absent_for_all_others() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let here = operation(&app, &admin, "AFG-2026", None).await;
    let there = operation(&app, &admin, "SDN-2026", None).await;
    let imo = app.someone("imo@example.org", Role::Imo, json!({ "operationId": here })).await;
    let list = "{ operations(first: 10) { edges { node { code } } } }";
    let seen = app.ok(&imo, list, json!({})).await;
    assert_eq!(seen["operations"]["edges"], json!([{ "node": { "code": "AFG-2026" } }]));
    let one = "query($id: ID!) { operation(id: $id) { code } }";
    assert_eq!(app.ok(&imo, one, json!({ "id": there })).await["operation"], json!(null));
    assert_eq!(app.ok(&imo, one, json!({ "id": here })).await["operation"]["code"], "AFG-2026");
    assert_eq!(app.refused("", list, json!({})).await.code, "UNAUTHENTICATED");
    let foreign = app.refused(&imo, CREATE_CLUSTER, json!({ "input": national(&there, "ACTIVE") })).await;
    assert_eq!(foreign.code, "NOT_FOUND", "what one may not see looks absent");
    let update = "mutation($input: UpdateOperationInput!) { updateOperation(input: $input) { version } }";
    let input = json!({ "operationId": here, "baseVersion": 1, "status": "ACTIVE", "settings": settings() });
    assert_eq!(app.refused(&imo, update, json!({ "input": input })).await.code, "FORBIDDEN");
    let coordinator = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": here })).await;
    assert_eq!(app.ok(&coordinator, update, json!({ "input": input })).await["updateOperation"]["version"], 2);
}

#[actix_web::test]
async fn a_write_that_is_sent_twice_has_one_effect_and_one_answer() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let key = "0192f3a0-0000-7000-8000-000000000001";
    let input = json!({ "clientMutationId": key, "code": "AFG-2026", "settings": settings() });
    let first = app.ok(&admin, CREATE_OPERATION, json!({ "input": input })).await;
    let second = app.ok(&admin, CREATE_OPERATION, json!({ "input": input })).await;
    assert_eq!(first, second);
    assert_eq!(app.sql("select count(*) from operations"), ["1"]);
    let taken = json!({ "code": "AFG-2026", "settings": settings() });
    let taken = app.refused(&admin, CREATE_OPERATION, json!({ "input": taken })).await;
    assert_eq!((taken.code.as_str(), taken.field.as_deref()), ("INVALID", Some("code")));
    let nowhere = json!({ "code": "XXX-1", "countryIso3": "XXX", "settings": settings() });
    let nowhere = app.refused(&admin, CREATE_OPERATION, json!({ "input": nowhere })).await;
    assert_eq!(nowhere.field.as_deref(), Some("countryIso3"));
}

#[actix_web::test]
async fn a_subnational_cluster_lies_below_a_national_one_and_inside_the_country() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    places(&app, &admin).await;
    let operation = operation(&app, &admin, "AFG-2026", Some("AFG")).await;
    let coordinator = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    let national_one = cluster(&app, &coordinator, &operation).await;
    let area = app.ok("", "{ adminArea(countryIso3: \"AFG\", pcode: \"AF01\") { id } }", json!({})).await;
    let mut hub = national(&operation, "ACTIVE");
    hub["level"] = json!("SUBNATIONAL");
    let orphan = app.refused(&coordinator, CREATE_CLUSTER, json!({ "input": hub })).await;
    assert_eq!(orphan.field.as_deref(), Some("parentId"));
    hub["parentId"] = json!(national_one);
    hub["cluster"]["areaId"] = area["adminArea"]["id"].clone();
    let made = app.ok(&coordinator, CREATE_CLUSTER, json!({ "input": hub })).await;
    let read = "query($id: ID!) { cluster(id: $id) { parent { name } area { pcode } operation { code } } }";
    let read = app.ok(&coordinator, read, json!({ "id": made["createCluster"]["id"] })).await;
    assert_eq!(
        read["cluster"],
        json!({ "parent": { "name": "Education" }, "area": { "pcode": "AF01" }, "operation": { "code": "AFG-2026" } })
    );
    hub["parentId"] = made["createCluster"]["id"].clone();
    let below = app.refused(&coordinator, CREATE_CLUSTER, json!({ "input": hub })).await;
    assert_eq!(below.field.as_deref(), Some("parentId"), "two levels, no more");
}

#[actix_web::test]
async fn an_organisation_has_one_part_in_a_cluster_at_a_time() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let operation = operation(&app, &admin, "AFG-2026", None).await;
    let coordinator = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    let cluster = cluster(&app, &coordinator, &operation).await;
    let partner = organisation(&app, &coordinator, "Schools for All").await;
    let part = |role: &str, from: &str, to: Option<&str>| {
        json!({ "input": {
            "clusterId": cluster, "organisationId": partner, "role": role, "validFrom": from, "validTo": to,
        } })
    };
    let made = app.ok(&coordinator, ADD_MEMBERSHIP, part("OBSERVER", "2026-01-01", None)).await;
    let twice = app.refused(&coordinator, ADD_MEMBERSHIP, part("PARTNER", "2026-06-01", None)).await;
    assert_eq!(twice.field.as_deref(), Some("organisationId"));
    let before = app.ok(&coordinator, ADD_MEMBERSHIP, part("PARTNER", "2025-01-01", Some("2026-01-01"))).await;
    assert_ne!(before["addMembership"]["id"], made["addMembership"]["id"]);
    let end = "mutation($input: EndMembershipInput!) { endMembership(input: $input) { validTo } }";
    let ending = |to: &str| json!({ "input": { "membershipId": made["addMembership"]["id"], "validTo": to } });
    assert_eq!(app.refused(&coordinator, end, ending("2026-01-01")).await.field.as_deref(), Some("validTo"));
    app.ok(&coordinator, end, ending("2026-06-01")).await;
    app.ok(&coordinator, ADD_MEMBERSHIP, part("PARTNER", "2026-06-01", None)).await;
    let members = "query($id: ID!, $day: LocalDate, $after: String) { cluster(id: $id) { memberships(holdingOn: $day, first: 2, after: $after) { \
                   edges { node { role organisation { name } } } pageInfo { hasNextPage endCursor } } } }";
    let first = app.ok(&coordinator, members, json!({ "id": cluster })).await["cluster"]["memberships"].clone();
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let after = json!({ "id": cluster, "after": first["pageInfo"]["endCursor"] });
    let second = app.ok(&coordinator, members, after).await["cluster"]["memberships"].clone();
    assert_eq!(
        second["edges"],
        json!([{ "node": { "role": "PARTNER", "organisation": { "name": "Schools for All" } } }])
    );
    let in_may = app.ok(&coordinator, members, json!({ "id": cluster, "day": "2026-05-31" })).await;
    let in_may = &in_may["cluster"]["memberships"]["edges"];
    assert_eq!(*in_may, json!([{ "node": { "role": "OBSERVER", "organisation": { "name": "Schools for All" } } }]));
}

#[actix_web::test]
async fn partners_and_leads_of_any_day_of_a_period_are_expected_to_report() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let operation = operation(&app, &admin, "AFG-2026", None).await;
    let coordinator = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    let cluster = cluster(&app, &coordinator, &operation).await;
    let mut expected = Vec::new();
    for (name, role, from, to, reports) in [
        ("Lead", "LEAD", "2026-01-01", None, true),
        ("Left on the first day", "PARTNER", "2026-01-01", Some("2026-03-01"), false),
        ("Left on the second day", "PARTNER", "2026-01-01", Some("2026-03-02"), true),
        ("Came on the last day", "CO_LEAD", "2026-03-31", None, true),
        ("Came the day after", "PARTNER", "2026-04-01", None, false),
        ("Observer", "OBSERVER", "2026-01-01", None, false),
        ("Donor", "DONOR", "2026-01-01", None, false),
    ] {
        let id = organisation(&app, &coordinator, name).await;
        let part =
            json!({ "clusterId": cluster, "organisationId": id, "role": role, "validFrom": from, "validTo": to });
        app.ok(&coordinator, ADD_MEMBERSHIP, json!({ "input": part })).await;
        if reports {
            expected.push(name);
        }
    }
    app.sql(
        "insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at)
            select id, id, 'PLAN', 'HRP', '{}', '2026-01-01', '2027-01-01', 'USD', 'PUBLISHED', now(), now() from operations;
        insert into plan_clusters (plan_id, cluster_id) select operation_id, id from clusters;
        insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at)
            select id, id, 1, '2026-03-01', '2026-04-01', '2026-03-01', '2026-04-10' from operations",
    );
    let period = app.sql("select id from reporting_periods")[0].parse().expect("an id");
    let period = darasa::monitoring::PeriodId::from_uuid(period).global().to_string();
    let query = "query($id: ID!) { dueReports(periodId: $id, first: 20) { edges { node { organisation { name } } } } }";
    let found = app.ok(&coordinator, query, json!({ "id": period })).await["dueReports"]["edges"].take();
    let name = |edge: &Value| edge["node"]["organisation"]["name"].as_str().expect("a name").to_owned();
    let mut found: Vec<String> = found.as_array().expect("a list").iter().map(name).collect();
    found.sort();
    expected.sort_unstable();
    assert_eq!(found, expected);
}
