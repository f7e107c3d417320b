//! Who may draft, submit and read which checklist: both directions.

use darasa::kit::auth::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use super::world::{
    FOREIGN_SITE, ORGANISATION, OTHER_ORGANISATION, SITE, draft, frameworks, organisation, rate, seen, site, someone,
    start, submit, version,
};
use crate::{
    plans::world::{
        CLUSTER, FOREIGN_CLUSTER, OPERATION, OTHER_CLUSTER, OTHER_OPERATION, cluster, operation, refused, write,
    },
    support::TestApp,
};

const ONE: &str = "query($id: ID!) { checklist(id: $id) { status note evidence(first: 5) { edges { node { kind } } }
    improvementActions(first: 5) { edges { node { gap } } } scores { overall { score } evidenceCount } standards { items { note } } } }";

async fn one(app: &TestApp, token: &str, id: &str) -> Value {
    app.ok(token, ONE, json!({ "id": id })).await["checklist"].take()
}

/// The rounds that someone finds in the list of the operation.
async fn listed(app: &TestApp, token: &str) -> Vec<String> {
    let query = "query($id: ID!) { checklists(operationId: $id, first: 20) { edges { node { id } } } }";
    let found = app.ok(token, query, json!({ "id": operation(OPERATION) })).await;
    let edges = found["checklists"]["edges"].as_array().expect("a page").clone();
    edges.iter().map(|edge| edge["node"]["id"].as_str().expect("an id").to_owned()).collect()
}

fn input(subject: &str, framework: &str, cluster: Option<String>, organisation: Option<String>) -> Value {
    json!({
        "subjectId": subject, "frameworkId": framework, "assessedOn": "2026-03-01", "clusterId": cluster,
        "organisationId": organisation,
    })
}

#[actix_web::test]
async fn an_editor_drafts_for_the_own_organisation_and_the_focal_point_submits() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let editor = someone(&app, "editor", Role::PartnerEditor, Some(ORGANISATION)).await;
    let focal_point = someone(&app, "focal", Role::PartnerFocalPoint, Some(ORGANISATION)).await;
    let other = someone(&app, "other", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let here = json!({ "clusterId": cluster(CLUSTER), "note": "Our own view" });
    let id = draft(&app, &editor, &organisation(ORGANISATION), &new, here).await;
    rate(&app, &editor, &id, &[("INEE-2024-09", "PARTIAL")]).await;
    write(&app, &editor, "addEvidence", "id", seen(&id, "INEE-2024-09")).await;
    let now = json!({ "checklistId": id, "baseVersion": version(&app, &editor, &id).await });
    assert_eq!(refused(&app, &editor, "submitChecklist", now.clone()).await, "FORBIDDEN");
    assert_eq!(refused(&app, &other, "submitChecklist", now).await, "NOT_FOUND checklistId");
    assert_eq!(one(&app, &other, &id).await, Value::Null);
    submit(&app, &focal_point, &id).await;
    // It is of a partner: not for others there, however far it is.
    let viewer = someone(&app, "viewer", Role::Viewer, None).await;
    for token in [&other, &viewer] {
        assert_eq!((one(&app, token, &id).await, listed(&app, token).await), (Value::Null, vec![]));
    }
    for token in [&editor, &focal_point, &coordinator] {
        assert_eq!(one(&app, token, &id).await["note"], "Our own view");
        assert_eq!(listed(&app, token).await, std::slice::from_ref(&id));
    }
    let elsewhere = app.someone(
        "elsewhere@example.org",
        Role::Imo,
        json!({ "operationId": operation(OPERATION), "clusterId": cluster(OTHER_CLUSTER) }),
    );
    let elsewhere = elsewhere.await;
    assert_eq!((one(&app, &elsewhere, &id).await, listed(&app, &elsewhere).await), (Value::Null, vec![]));

    let theirs = organisation(OTHER_ORGANISATION);
    let begin = async |token: &str, input| refused(&app, token, "createChecklist", input).await;
    assert_eq!(begin(&editor, input(&theirs, &new, Some(cluster(CLUSTER)), None)).await, "NOT_FOUND subjectId");
    let own = organisation(ORGANISATION);
    assert_eq!(begin(&editor, input(&own, &new, Some(cluster(OTHER_CLUSTER)), None)).await, "NOT_FOUND subjectId");
    assert_eq!(begin(&editor, input(&own, &new, Some(cluster(FOREIGN_CLUSTER)), None)).await, "NOT_FOUND clusterId");
    assert_eq!(begin(&editor, input(&cluster(CLUSTER), &new, None, None)).await, "FORBIDDEN");
    assert_eq!(begin(&viewer, input(&cluster(CLUSTER), &new, None, None)).await, "FORBIDDEN");
}

#[actix_web::test]
async fn scores_of_a_cluster_are_shared_once_submitted_and_what_stands_behind_them_is_not() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let viewer = someone(&app, "viewer", Role::Viewer, None).await;
    let editor = someone(&app, "editor", Role::PartnerEditor, Some(ORGANISATION)).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({ "note": "For the team" })).await;
    rate(&app, &coordinator, &id, &[("INEE-2024-09", "PARTIAL")]).await;
    let file = app.upload(&coordinator, "minutes.pdf", "%PDF-1.7 minutes").await.expect("kept");
    let document = json!({
        "checklistId": id, "code": "INEE-2024-09", "kind": "DOCUMENT", "fileId": file, "collectedOn": "2026-02-20",
        "collectedBy": "Cluster team",
    });
    write(&app, &coordinator, "addEvidence", "id", document).await;
    for token in [&viewer, &editor] {
        assert_eq!((one(&app, token, &id).await, listed(&app, token).await), (Value::Null, vec![]), "a draft");
        let rating = json!({ "checklistId": id, "baseVersion": 3, "ratings": [] });
        let expected = if *token == viewer { "FORBIDDEN" } else { "NOT_FOUND checklistId" };
        assert_eq!(refused(&app, token, "rateChecklist", rating).await, expected);
    }
    submit(&app, &coordinator, &id).await;
    for token in [&viewer, &editor] {
        let seen = one(&app, token, &id).await;
        assert_eq!((&seen["scores"]["overall"]["score"], &seen["scores"]["evidenceCount"]), (&json!("0.5"), &json!(1)));
        let behind = ["note", "evidence", "improvementActions"].map(|field| seen[field].clone());
        assert_eq!(behind, [Value::Null, Value::Null, Value::Null]);
        assert_eq!(listed(&app, token).await, std::slice::from_ref(&id));
        let path = format!("/files/{file}");
        let bearer = format!("Bearer {token}");
        assert_eq!(app.get(&path, &[("authorization", &bearer)]).await.0, 404, "nor the file");
    }
    let government = someone(&app, "government", Role::Government, None).await;
    assert_eq!(one(&app, &government, &id).await["evidence"]["edges"][0]["node"]["kind"], "DOCUMENT");
    let bearer = format!("Bearer {government}");
    assert_eq!(app.get(&format!("/files/{file}"), &[("authorization", &bearer)]).await.0, 200);
    let stranger =
        app.someone("stranger@example.org", Role::Coordinator, json!({ "operationId": operation(OTHER_OPERATION) }));
    let stranger = stranger.await;
    assert_eq!(one(&app, &stranger, &id).await, Value::Null);
    let query = "query($id: ID!) { checklists(operationId: $id, first: 5) { edges { node { id } } } }";
    assert_eq!(app.refused(&stranger, query, json!({ "id": operation(OPERATION) })).await.code, "NOT_FOUND");
    let compare = "query($id: ID!) { checklistComparison(beforeId: $id, afterId: $id) { comparable } }";
    let refusal = app.refused(&stranger, compare, json!({ "id": id })).await;
    assert_eq!((refusal.code.as_str(), refusal.field.as_deref()), ("NOT_FOUND", Some("beforeId")));
    assert_eq!(app.refused("", ONE, json!({ "id": id })).await.code, "UNAUTHENTICATED");
    app.work().await;
}

#[actix_web::test]
async fn each_subject_says_where_a_checklist_of_it_belongs() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let begin = async |input| refused(&app, &coordinator, "createChecklist", input).await;
    let (here, own) = (Some(cluster(CLUSTER)), Some(organisation(ORGANISATION)));
    let (theirs, school) = (organisation(ORGANISATION), site(SITE));
    assert_eq!(begin(input(&theirs, &new, None, None)).await, "INVALID clusterId");
    assert_eq!(begin(input(&theirs, &new, here.clone(), own.clone())).await, "INVALID organisationId");
    assert_eq!(begin(input(&cluster(CLUSTER), &new, here.clone(), None)).await, "INVALID clusterId");
    assert_eq!(begin(input(&cluster(CLUSTER), &new, None, own.clone())).await, "INVALID organisationId");
    assert_eq!(begin(input(&school, &new, None, own.clone())).await, "INVALID clusterId");
    assert_eq!(begin(input(&site(FOREIGN_SITE), &new, here.clone(), None)).await, "NOT_FOUND subjectId");
    assert_eq!(begin(input(&school, &new, Some(cluster(FOREIGN_CLUSTER)), None)).await, "NOT_FOUND clusterId");
    assert_eq!(begin(input(&operation(OPERATION), &new, None, None)).await, "FORBIDDEN", "of the operation as a whole");
    assert_eq!(begin(input(&operation(OTHER_OPERATION), &new, None, None)).await, "NOT_FOUND subjectId");
    assert_eq!(begin(input(&school, &new, None, None)).await, "FORBIDDEN", "a site outside the own cluster");
    let nothing = crate::support::generate::global_id("Cluster", "019a0000-0000-7000-8000-000000000001");
    assert_eq!(begin(input(&nothing, &new, None, None)).await, "NOT_FOUND subjectId");
    assert_eq!(begin(input(&new, &new, None, None)).await, "INVALID subjectId", "an edition is no subject");

    let editor = someone(&app, "editor", Role::PartnerEditor, Some(ORGANISATION)).await;
    let at_school = draft(&app, &editor, &school, &new, json!({ "clusterId": here, "organisationId": own })).await;
    let query =
        "query($id: ID!) { checklist(id: $id) { subjectKind subjectId round cluster { id } organisation { id } } }";
    let found = app.ok(&editor, query, json!({ "id": at_school })).await;
    let expected = json!({
        "subjectKind": "SITE", "subjectId": school, "round": 1, "cluster": { "id": cluster(CLUSTER) },
        "organisation": { "id": organisation(ORGANISATION) },
    });
    assert_eq!(found["checklist"], expected);
}

#[actix_web::test]
async fn an_appeal_that_is_a_draft_is_no_subject_for_who_may_not_know_of_it() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let appeal = json!({
        "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER), "code": "EDU-2026", "kind": "HRP",
        "names": [{ "language": "en", "text": "Appeal" }], "startsOn": "2026-01-01", "endsOn": "2027-01-01",
    });
    let appeal = write(&app, &coordinator, "createAppeal", "id", appeal).await["id"].clone();
    let appeal = appeal.as_str().expect("an id");
    let focal_point = someone(&app, "focal", Role::PartnerFocalPoint, Some(ORGANISATION)).await;
    assert_eq!(
        refused(&app, &focal_point, "createChecklist", input(appeal, &new, None, None)).await,
        "NOT_FOUND subjectId"
    );
    let id = draft(&app, &coordinator, appeal, &new, json!({})).await;
    rate(&app, &coordinator, &id, &[("INEE-2024-01", "MET")]).await;
    submit(&app, &coordinator, &id).await;
    assert_eq!(one(&app, &focal_point, &id).await, Value::Null, "its editions tell of it");
    let stored = app.sql("select subject_kind || ' ' || operation_id || ' ' || cluster_id from checklists");
    assert_eq!(stored, [format!("APPEAL {} {}", Uuid::from_u128(OPERATION), Uuid::from_u128(CLUSTER))]);
}

#[actix_web::test]
async fn every_step_is_in_the_history_of_the_operation_and_texts_of_the_publisher_are_not() {
    let (app, coordinator) = start().await;
    let admin = app.administrator().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let file = app
        .upload(&admin, "k.csv", "Standard,Key action,Text\nINEE-2024-09,1,Words of the publisher\n")
        .await
        .expect("kept");
    write(&app, &admin, "importKeyActions", "added", json!({ "frameworkId": new, "language": "en", "fileId": file }))
        .await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    rate(&app, &coordinator, &id, &[("INEE-2024-09.1", "PARTIAL")]).await;
    write(&app, &coordinator, "addEvidence", "id", seen(&id, "INEE-2024-09.1")).await;
    submit(&app, &coordinator, &id).await;
    let events = format!(
        "select entity || ' ' || action from audit_events where operation_id = '{}' and entity <> 'Grant' order by 1",
        Uuid::from_u128(OPERATION)
    );
    assert_eq!(app.sql(&events), ["Checklist create", "Checklist rate", "Checklist submit", "Evidence create"]);
    let told = "select count(*) from audit_events where coalesce(before::text, '') || coalesce(after::text, '') like '%of the publisher%'";
    assert_eq!(app.sql(told), ["0"]);
    app.work().await;
}
