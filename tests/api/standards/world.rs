//! Two organisations, a site, and who works with them; and short ways to write.

use darasa::{
    kit::{auth::Role, scope::OrganisationId},
    places::SiteId,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    plans::world::{self, CLUSTER, OPERATION, cluster, operation},
    support::TestApp,
};

pub const ORGANISATION: u128 = 30;
pub const OTHER_ORGANISATION: u128 = 31;
pub const SITE: u128 = 40;
pub const FOREIGN_SITE: u128 = 41;

pub fn organisation(number: u128) -> String {
    OrganisationId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

pub fn site(number: u128) -> String {
    SiteId::from_uuid(Uuid::from_u128(number)).global().to_string()
}

/// The editions' ids by code.
pub async fn frameworks(app: &TestApp, token: &str) -> [String; 2] {
    let found = app.ok(token, "{ frameworks(first: 5) { edges { node { id code } } } }", json!({})).await;
    let edges = found["frameworks"]["edges"].as_array().expect("editions").clone();
    let id = |at: usize, code: &str| {
        assert_eq!(edges[at]["node"]["code"], code);
        world::text(&edges[at]["node"]["id"])
    };
    [id(0, "INEE-2010"), id(1, "INEE-2024")]
}

/// The world of plans with two organisations and a site in each operation, and the coordinator of a cluster.
pub async fn start() -> (TestApp, String) {
    let (app, coordinator) = world::start().await;
    for (number, name) in [(ORGANISATION, "Org A"), (OTHER_ORGANISATION, "Org B")] {
        app.sql(&format!(
            "insert into organisations (id, name, name_keys, kind, created_at, updated_at) \
             values ('{}', '{name}', array[lower('{name}')], 'NNGO', now(), now())",
            Uuid::from_u128(number)
        ));
    }
    for (number, of) in [(SITE, OPERATION), (FOREIGN_SITE, world::OTHER_OPERATION)] {
        app.sql(&format!(
            "insert into sites (id, operation_id, area_id, kind, names, code, location_precision) \
             values ('{}', '{}', '{}', 'SCHOOL', '{{\"en\": \"School\"}}', 'S{number}', 'AREA')",
            Uuid::from_u128(number),
            Uuid::from_u128(of),
            Uuid::from_u128(101)
        ));
    }
    (app, coordinator)
}

/// Someone with a role in the cluster, of an organisation where the role is of one.
pub async fn someone(app: &TestApp, name: &str, role: Role, of: Option<u128>) -> String {
    let organisation = of.map(organisation);
    let scope =
        json!({ "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER), "organisationId": organisation });
    app.someone(&format!("{name}@example.org"), role, scope).await
}

/// A draft of a subject against an edition: its id.
pub async fn draft(app: &TestApp, token: &str, subject: &str, framework: &str, more: Value) -> String {
    let mut input = json!({ "subjectId": subject, "frameworkId": framework, "assessedOn": "2026-03-01" });
    for (name, value) in more.as_object().into_iter().flatten() {
        input[name] = value.clone();
    }
    world::text(&world::write(app, token, "createChecklist", "id", input).await["id"])
}

/// A rating.
pub fn rating(code: &str, rating: &str) -> Value {
    let reason = (rating == "NOT_APPLICABLE").then_some("There is no such service here");
    json!({ "code": code, "rating": rating, "reason": reason })
}

/// Rates, and gives the new version.
pub async fn rate(app: &TestApp, token: &str, checklist: &str, ratings: &[(&str, &str)]) -> Value {
    let ratings: Vec<Value> = ratings.iter().map(|(code, found)| rating(code, found)).collect();
    let input =
        json!({ "checklistId": checklist, "baseVersion": version(app, token, checklist).await, "ratings": ratings });
    world::write(app, token, "rateChecklist", "version", input).await["version"].take()
}

pub async fn version(app: &TestApp, token: &str, checklist: &str) -> Value {
    let query = "query($id: ID!) { checklist(id: $id) { version } }";
    app.ok(token, query, json!({ "id": checklist })).await["checklist"]["version"].take()
}

/// Submits a draft.
pub async fn submit(app: &TestApp, token: &str, checklist: &str) {
    let input = json!({ "checklistId": checklist, "baseVersion": version(app, token, checklist).await });
    let done = world::write(app, token, "submitChecklist", "status", input).await;
    assert_eq!(done["status"], "SUBMITTED");
}

/// A piece of evidence: what somebody saw.
pub fn seen(checklist: &str, code: &str) -> Value {
    json!({
        "checklistId": checklist, "code": code, "kind": "OBSERVATION", "collectedOn": "2026-02-20",
        "collectedBy": "Cluster team", "note": "The calendar hangs in the office",
    })
}

/// What a checklist comes to: score, strict and completeness of the whole, evidence and unsupported.
pub async fn scores(app: &TestApp, token: &str, checklist: &str) -> Value {
    let query = "query($id: ID!) { checklist(id: $id) { scores {
        overall { score strict completeness } evidenceCount unsupportedCount } } }";
    let found = app.ok(token, query, json!({ "id": checklist })).await;
    let scores = &found["checklist"]["scores"];
    let overall = &scores["overall"];
    json!([
        overall["score"],
        overall["strict"],
        overall["completeness"],
        scores["evidenceCount"],
        scores["unsupportedCount"]
    ])
}
