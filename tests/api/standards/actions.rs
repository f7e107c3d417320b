//! What is done about gaps: by whom, until when, and who may say that it is done.

use chrono::{Datelike, TimeDelta};
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{ORGANISATION, OTHER_ORGANISATION, draft, frameworks, organisation, someone, start};
use crate::{
    plans::world::{CLUSTER, OPERATION, OTHER_OPERATION, cluster, operation, refused, write},
    support::{TestApp, generate::global_id},
};

fn action(checklist: &str, more: Value) -> Value {
    let mut input = json!({
        "checklistId": checklist, "code": "INEE-2024-03", "gap": "No calendar", "action": "Agree on one", "priority": "HIGH",
    });
    input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
    input
}

async fn listed(app: &TestApp, token: &str, filter: Value) -> Vec<String> {
    let query = "query($id: ID!, $filter: ImprovementActionFilterInput) {
        improvementActions(operationId: $id, filter: $filter, first: 10) { edges { node { gap } } } }";
    let found = app.ok(token, query, json!({ "id": operation(OPERATION), "filter": filter })).await;
    let edges = found["improvementActions"]["edges"].as_array().expect("a page").clone();
    edges.iter().map(|edge| edge["node"]["gap"].as_str().expect("a text").to_owned()).collect()
}

#[actix_web::test]
async fn an_action_is_overdue_by_the_calendar_and_not_by_a_note_of_somebody() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    let today = app.clock.now().date_naive();
    let mine = organisation(ORGANISATION);
    for (gap, due) in [("today", Some(today)), ("later", Some(today + TimeDelta::days(3))), ("some day", None)] {
        let input = action(&id, json!({ "gap": gap, "dueOn": due, "organisationId": mine }));
        let made = write(&app, &coordinator, "addImprovementAction", "overdue status", input).await;
        assert_eq!((&made["overdue"], &made["status"]), (&json!(false), &json!("OPEN")), "{gap}");
    }
    assert_eq!(listed(&app, &coordinator, json!({})).await, ["today", "later", "some day"], "the first due first");
    assert!(listed(&app, &coordinator, json!({ "overdue": true })).await.is_empty());
    app.advance(TimeDelta::days(1));
    let coordinator = app.sign_in("coordinator@example.org").await;
    assert_eq!(listed(&app, &coordinator, json!({ "overdue": true })).await, ["today"]);
    assert_eq!(listed(&app, &coordinator, json!({ "overdue": false })).await, ["later", "some day"]);
    assert_eq!(app.sql("select count(*) from information_schema.columns where table_name = 'improvement_actions' and column_name like '%overdue%'"), ["0"]);
    let first = app.sql("select id from improvement_actions where gap = 'today'");
    let done = json!({ "actionId": global_id("ImprovementAction", &first[0]), "baseVersion": 1, "status": "DONE" });
    let done = write(&app, &coordinator, "updateImprovementAction", "overdue status dueOn version", done).await;
    assert_eq!(done, json!({ "overdue": false, "status": "DONE", "dueOn": today.to_string(), "version": 2 }));
    assert!(today.year() >= 2024, "the clock of the tests starts at the machine's time");
    assert_eq!(listed(&app, &coordinator, json!({ "statuses": ["OPEN"] })).await, ["later", "some day"]);
}

#[actix_web::test]
async fn who_answers_for_an_action_sees_it_and_says_how_far_it_is_and_nothing_else() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    let given = action(&id, json!({ "organisationId": organisation(ORGANISATION) }));
    let made = write(&app, &coordinator, "addImprovementAction", "id checklist { id }", given).await;
    let editor = someone(&app, "editor", Role::PartnerEditor, Some(ORGANISATION)).await;
    let other = someone(&app, "other", Role::PartnerFocalPoint, Some(OTHER_ORGANISATION)).await;
    let government = someone(&app, "government", Role::Government, None).await;
    assert_eq!(listed(&app, &editor, json!({})).await, ["No calendar"]);
    assert!(listed(&app, &other, json!({})).await.is_empty());
    assert_eq!(listed(&app, &government, json!({})).await, ["No calendar"]);
    let query =
        "query($id: ID!) { improvementActions(operationId: $id, first: 1) { edges { node { checklist { id } } } } }";
    let seen = app.ok(&editor, query, json!({ "id": operation(OPERATION) })).await;
    assert_eq!(seen["improvementActions"]["edges"][0]["node"]["checklist"], Value::Null, "the draft is not theirs");
    let change = |version: i64, more: Value| {
        let mut input = json!({ "actionId": made["id"], "baseVersion": version });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let refuse = async |token: &str, input| refused(&app, token, "updateImprovementAction", input).await;
    let begun = json!({ "status": "IN_PROGRESS" });
    assert_eq!(refuse(&other, change(1, begun.clone())).await, "NOT_FOUND actionId");
    assert_eq!(refuse(&government, change(1, begun.clone())).await, "FORBIDDEN");
    assert_eq!(refuse(&editor, change(1, json!({ "gap": "None" }))).await, "FORBIDDEN");
    assert_eq!(refuse(&editor, change(1, json!({ "dueOn": "2030-01-01", "status": "DONE" }))).await, "FORBIDDEN");
    let after = write(&app, &editor, "updateImprovementAction", "status version", change(1, begun)).await;
    assert_eq!(after, json!({ "status": "IN_PROGRESS", "version": 2 }));
    assert_eq!(refuse(&editor, change(1, json!({ "status": "DONE" }))).await, "CONFLICT baseVersion");
    let rewritten = change(2, json!({ "gap": "No shared calendar", "priority": "LOW" }));
    let rewritten = write(&app, &coordinator, "updateImprovementAction", "gap priority action", rewritten).await;
    assert_eq!(rewritten, json!({ "gap": "No shared calendar", "priority": "LOW", "action": "Agree on one" }));
}

#[actix_web::test]
async fn an_action_names_who_answers_for_it_and_only_somebody_who_works_there() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    let refuse = async |more: Value| refused(&app, &coordinator, "addImprovementAction", action(&id, more)).await;
    assert_eq!(refuse(json!({})).await, "INVALID organisationId");
    let nobody = global_id("User", "019a0000-0000-7000-8000-000000000001");
    assert_eq!(refuse(json!({ "personId": nobody })).await, "NOT_FOUND personId");
    app.someone("elsewhere@example.org", Role::Imo, json!({ "operationId": operation(OTHER_OPERATION) })).await;
    let user = |email: &str| {
        let id = app.sql(&format!("select id from users where email = '{email}'"));
        global_id("User", &id[0])
    };
    assert_eq!(refuse(json!({ "personId": user("elsewhere@example.org") })).await, "NOT_FOUND personId");
    let mine = json!({ "personId": user("coordinator@example.org") });
    let made =
        write(&app, &coordinator, "addImprovementAction", "personName organisation { id }", action(&id, mine.clone()))
            .await;
    assert_eq!(made, json!({ "personName": "coordinator@example.org", "organisation": null }));
    for (field, value) in [("code", json!("INEE-2010-1.1")), ("gap", json!("")), ("action", json!("x".repeat(1001)))] {
        let mut more = mine.clone();
        more[field] = value;
        assert_eq!(refuse(more).await, format!("INVALID {field}"));
    }
}
