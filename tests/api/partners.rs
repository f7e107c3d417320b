//! Organisations: entered once, found under any of their names, merged and never lost; contacts seen by those they agreed to.

use darasa::{kit::auth::Role, partners};
use serde_json::{Value, json};

use super::{
    clusters::{cluster, operation, organisation},
    support::TestApp,
};

const CREATE: &str = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id version } }";
const MERGE: &str = "mutation($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) { id name } }";
const LIST: &str = "query($search: String, $after: String) { organisations(search: $search, first: 2, after: $after) { \
                    edges { node { name } } pageInfo { hasNextPage endCursor } } }";

fn listed(answer: &Value) -> Vec<&str> {
    let edges = answer["organisations"]["edges"].as_array().expect("edges");
    edges.iter().map(|edge| edge["node"]["name"].as_str().expect("a name")).collect()
}

async fn coordinator(app: &TestApp) -> (String, String) {
    let admin = app.administrator().await;
    let operation = operation(app, &admin, "AFG-2026", None).await;
    let token = app.someone("co@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    (token, operation)
}

fn details(name: &str, acronym: Option<&str>, reference: Option<&str>) -> Value {
    let references: Vec<Value> = reference.iter().map(|id| json!({ "system": "fts", "externalId": id })).collect();
    json!({ "name": name, "acronym": acronym, "kind": "INGO", "externalReferences": references })
}

#[actix_web::test]
async fn organisations_are_found_by_any_part_of_a_name_page_by_page() {
    let app = TestApp::start().await;
    let (token, _) = coordinator(&app).await;
    for (name, acronym) in [("Éducation pour Tous", "EPT"), ("Save Schools", "SS"), ("Schools for All", "SFA")] {
        let input = json!({ "organisation": details(name, Some(acronym), None) });
        app.ok(&token, CREATE, json!({ "input": input })).await;
    }
    assert_eq!(listed(&app.ok(&token, LIST, json!({ "search": "EDUCATION pour" })).await), ["Éducation pour Tous"]);
    assert_eq!(listed(&app.ok(&token, LIST, json!({ "search": "sfa" })).await), ["Schools for All"]);
    assert_eq!(
        listed(&app.ok(&token, LIST, json!({ "search": "schools" })).await),
        ["Save Schools", "Schools for All"]
    );
    assert_eq!(listed(&app.ok(&token, LIST, json!({ "search": "%' or 1=1 --" })).await), [""; 0]);
    let first = app.ok(&token, LIST, json!({})).await;
    assert_eq!(first["organisations"]["pageInfo"]["hasNextPage"], true);
    let after = json!({ "after": first["organisations"]["pageInfo"]["endCursor"] });
    assert_eq!(listed(&app.ok(&token, LIST, after).await).len(), 1);
    let twice = json!({ "input": { "organisation": details("SAVE SCHOOLS", None, None) } });
    let twice = app.refused(&token, CREATE, twice).await;
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("INVALID", Some("organisation.name")));
    assert_eq!(app.refused("", LIST, json!({})).await.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn a_merged_organisation_is_found_through_its_survivor() {
    let app = TestApp::start().await;
    let (token, operation) = coordinator(&app).await;
    let mut ids = Vec::new();
    for (name, reference) in [("Schools for All", "1"), ("Schools 4 All", "2"), ("S4A International", "3")] {
        let input = json!({ "organisation": details(name, None, Some(reference)) });
        ids.push(app.ok(&token, CREATE, json!({ "input": input })).await["createOrganisation"]["id"].clone());
    }
    let cluster = cluster(&app, &token, &operation).await;
    let add = "mutation($input: AddMembershipInput!) { addMembership(input: $input) { id } }";
    let part = json!({ "clusterId": cluster, "organisationId": ids[2], "role": "PARTNER", "validFrom": "2026-01-01" });
    app.ok(&token, add, json!({ "input": part })).await;
    let merge = |duplicate: &Value, survivor: &Value| json!({ "input": { "duplicateId": duplicate, "baseVersion": 1, "survivorId": survivor } });
    assert_eq!(app.refused(&token, MERGE, merge(&ids[1], &ids[1])).await.field.as_deref(), Some("survivorId"));
    // A chain: the third into the second, then the second into the first.
    app.ok(&token, MERGE, merge(&ids[2], &ids[1])).await;
    let merged = app.ok(&token, MERGE, merge(&ids[1], &ids[0])).await;
    assert_eq!(merged["mergeOrganisations"]["name"], "Schools for All");
    let again = app.refused(&token, MERGE, merge(&ids[2], &ids[0])).await;
    assert_eq!(again.code, "CONFLICT", "a duplicate is a name and no organisation any more");
    let one = "query($id: ID!) { organisation(id: $id) { name externalReferences { system externalId } } }";
    let found = app.ok(&token, one, json!({ "id": ids[2] })).await;
    assert_eq!(found["organisation"]["name"], "Schools for All");
    let references: Vec<&Value> = found["organisation"]["externalReferences"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|r| &r["externalId"])
        .collect();
    assert_eq!(references, ["1", "2", "3"]);
    assert_eq!(listed(&app.ok(&token, LIST, json!({})).await), ["Schools for All"]);
    let members =
        "query($id: ID!) { cluster(id: $id) { memberships(first: 5) { edges { node { organisation { name } } } } } }";
    let members = app.ok(&token, members, json!({ "id": cluster })).await;
    let expected = json!([{ "node": { "organisation": { "name": "Schools for All" } } }]);
    assert_eq!(members["cluster"]["memberships"]["edges"], expected);
    let call = app.program();
    let asked = ["s4a  INTERNATIONAL", "Schools-4-All", "Nobody"].map(str::to_owned);
    let by_name = partners::organisations_by_name(call.db.conn().await.expect("a connection"), &asked).await;
    let by_name = by_name.expect("an answer");
    assert_eq!(by_name["s4a  INTERNATIONAL"].name, "Schools for All");
    assert_eq!(by_name["Schools-4-All"].name, "Schools for All");
    assert!(!by_name.contains_key("Nobody"));
}

#[actix_web::test]
async fn an_acronym_that_two_organisations_share_names_neither() {
    let app = TestApp::start().await;
    let (token, _) = coordinator(&app).await;
    for (name, acronym) in [("Action for Children", "AC"), ("Area Council", "AC"), ("SC", "SC"), ("Save the Ch.", "SC")]
    {
        app.ok(&token, CREATE, json!({ "input": { "organisation": details(name, Some(acronym), None) } })).await;
    }
    let call = app.program();
    let asked = ["ac", "sc"].map(str::to_owned);
    let by_name = partners::organisations_by_name(call.db.conn().await.expect("a connection"), &asked).await;
    let by_name = by_name.expect("an answer");
    assert!(!by_name.contains_key("ac"), "it is not guessed which of the two is meant");
    assert_eq!(by_name["sc"].name, "SC", "a full name is certain");
}

#[actix_web::test]
async fn an_organisation_cannot_be_part_of_its_own_part() {
    let app = TestApp::start().await;
    let (token, _) = coordinator(&app).await;
    let parent = organisation(&app, &token, "Parent").await;
    let mut child = details("Child", None, None);
    child["parentId"] = json!(parent);
    let child = app.ok(&token, CREATE, json!({ "input": { "organisation": child } })).await;
    let mut circle = details("Parent", None, None);
    circle["parentId"] = child["createOrganisation"]["id"].clone();
    let update = "mutation($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { version } }";
    let input = json!({ "input": { "organisationId": parent, "baseVersion": 1, "organisation": circle } });
    assert_eq!(app.refused(&token, update, input).await.field.as_deref(), Some("organisation.parentId"));
    let verify =
        "mutation($input: VerifyOrganisationInput!) { verifyOrganisation(input: $input) { verified version } }";
    let input = json!({ "input": { "organisationId": parent, "baseVersion": 1, "verified": true } });
    let verified = app.ok(&token, verify, input.clone()).await;
    assert_eq!(verified["verifyOrganisation"], json!({ "verified": true, "version": 2 }));
    assert_eq!(app.refused(&token, verify, input).await.field.as_deref(), Some("baseVersion"));
}

#[actix_web::test]
async fn contacts_are_seen_by_those_they_agreed_to_and_can_be_forgotten() {
    let app = TestApp::start().await;
    let (token, here) = coordinator(&app).await;
    let partner = organisation(&app, &token, "Schools for All").await;
    let cluster = cluster(&app, &token, &here).await;
    let add = "mutation($input: AddMembershipInput!) { addMembership(input: $input) { id } }";
    let part = json!({ "clusterId": cluster, "organisationId": partner, "role": "PARTNER", "validFrom": "2026-01-01" });
    app.ok(&token, add, json!({ "input": part })).await;
    let scope = json!({ "operationId": here, "clusterId": cluster, "organisationId": partner });
    let focal_point = app.someone("focal@example.org", Role::PartnerFocalPoint, scope).await;
    let add = "mutation($input: AddContactInput!) { addContact(input: $input) { id } }";
    let mut last = Value::Null;
    for consent in ["PUBLIC", "CLUSTER", "TEAM"] {
        let contact = json!({ "name": consent, "email": "someone@example.org", "consent": consent });
        let input = json!({ "organisationId": partner, "contact": contact });
        last = app.ok(&focal_point, add, json!({ "input": input })).await["addContact"]["id"].clone();
    }
    let query = "query($id: ID!) { organisation(id: $id) { contacts { name } } }";
    let seen =
        async |token: &str| app.ok(token, query, json!({ "id": partner })).await["organisation"]["contacts"].clone();
    let all = json!([{ "name": "CLUSTER" }, { "name": "PUBLIC" }, { "name": "TEAM" }]);
    assert_eq!(seen(&token).await, all);
    assert_eq!(seen(&focal_point).await, all);
    let donor = organisation(&app, &token, "Donor").await;
    let scope = json!({ "operationId": here, "organisationId": donor });
    let donor = app.someone("donor@example.org", Role::Donor, scope).await;
    assert_eq!(seen(&donor).await, json!([{ "name": "CLUSTER" }, { "name": "PUBLIC" }]));
    let admin = app.sign_in("admin@example.org").await;
    let there = operation(&app, &admin, "SDN-2026", None).await;
    let elsewhere = app.someone("imo@example.org", Role::Imo, json!({ "operationId": there })).await;
    assert_eq!(seen(&elsewhere).await, json!([{ "name": "PUBLIC" }]));
    let remove = "mutation($input: RemoveContactInput!) { removeContact(input: $input) { organisationId } }";
    let input = json!({ "input": { "contactId": last } });
    assert_eq!(app.refused(&donor, remove, input.clone()).await.code, "FORBIDDEN");
    app.ok(&focal_point, remove, input).await;
    assert_eq!(seen(&token).await, json!([{ "name": "CLUSTER" }, { "name": "PUBLIC" }]));
    let kept = app.sql("select count(*) from audit_events where after::text like '%someone@example.org%'");
    assert_eq!(kept, ["0"], "the history keeps no particulars of a person");
}
