//! A published month never changes; what comes later waits for the next one and is told.

use serde_json::{Value, json};

use super::world::{areas_with_names, start};
use crate::monitoring::world::{
    FEBRUARY, GIRLS, JANUARY, MATERIALS, P, Q, X, Y, accepted, coordinator, decide, meant, organisation, period, plan,
    report, row, save, submit,
};

pub const PUBLISH: &str = "mutation($input: PublishPeriodInput!) { publishPeriod(input: $input) { id number hash asOf content period { number } } }";

const LATE: &str =
    "query($plan: ID!) { publications(planId: $plan, first: 10) { edges { node { number period { number }
    lateChanges(first: 10) { edges { node { kind status report { organisation { id } } } } } } } } }";

#[actix_web::test]
async fn a_month_is_published_as_it_stands_and_late_changes_are_listed_until_the_next() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    let coordinator = coordinator(&app).await;
    let first = accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    let input = json!({ "input": { "periodId": period(JANUARY) } });
    let refused = app.refused(&imo, PUBLISH, input.clone()).await;
    assert_eq!(refused.code, "FORBIDDEN", "{}", refused.message);
    let one = app.ok(&coordinator, PUBLISH, input.clone()).await["publishPeriod"].take();
    assert_eq!((&one["number"], &one["period"]["number"]), (&json!(1), &json!(1)));
    let content: Value = serde_json::from_str(one["content"].as_str().expect("a text")).expect("JSON");
    assert_eq!(content["figures"]["reached"], "100");
    assert_eq!(content["tables"]["1/GAPS"]["records"].as_array().expect("records").len(), 2);
    let again = app.refused(&coordinator, PUBLISH, input.clone()).await;
    assert_eq!((again.code.as_str(), again.field.as_deref()), ("CONFLICT", Some("periodId")));
    assert_eq!(late(&app, &coordinator).await, json!([[1, 1, []]]));
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, Y, &[(GIRLS, 7, 0)])])).await;
    accepted(&app, &imo, Q, FEBRUARY, json!([row(MATERIALS, Y, &[(GIRLS, 9, 0)])])).await;
    let reopened = decide(&app, &imo, "reopenReport", &first, Some("count again")).await;
    let p_and_q = json!([["REOPENED", "RETURNED", organisation(P)], ["ACCEPTED", "ACCEPTED", organisation(Q)]]);
    assert_eq!(
        sorted(late(&app, &coordinator).await[0][2].clone()),
        sorted(p_and_q),
        "February waits for its own month"
    );
    let mut anew = report(P, JANUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 50, 0)])]));
    anew["baseVersion"] = meant(&reopened)["baseVersion"].clone();
    let saved = save(&app, &imo, anew).await;
    let sent = submit(&app, &imo, &saved).await;
    decide(&app, &imo, "acceptReport", &sent, None).await;
    let changed = json!([["CHANGED", "ACCEPTED", organisation(P)], ["ACCEPTED", "ACCEPTED", organisation(Q)]]);
    assert_eq!(sorted(late(&app, &coordinator).await[0][2].clone()), sorted(changed));
    let two = app.ok(&coordinator, PUBLISH, input).await["publishPeriod"].take();
    assert_eq!(two["number"], 2);
    let content: Value = serde_json::from_str(two["content"].as_str().expect("a text")).expect("JSON");
    assert_eq!(content["figures"]["reached"], "57");
    assert_eq!(late(&app, &coordinator).await[1], json!([2, 1, []]));
    let ids = json!({ "id": one["id"] });
    let kept = app.ok(&coordinator, "query($id: ID!) { publication(id: $id) { content } }", ids).await;
    assert_eq!(kept["publication"]["content"], one["content"], "the first is as it was");
    let pending = "update reporting_periods set opens_at = '2098-01-01', due_at = '2098-02-10' where id = number(803)";
    app.sql(pending);
    let march = json!({ "input": { "periodId": period(crate::monitoring::world::MARCH) } });
    let refused = app.refused(&coordinator, PUBLISH, march).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("periodId")));
}

async fn late(app: &crate::support::TestApp, token: &str) -> Value {
    let found = app.ok(token, LATE, json!({ "plan": plan() })).await["publications"]["edges"].take();
    let change = |edge: &Value| {
        let node = &edge["node"];
        json!([node["kind"], node["status"], node["report"]["organisation"]["id"]])
    };
    let one = |edge: &Value| {
        let node = &edge["node"];
        let changes: Vec<Value> = node["lateChanges"]["edges"].as_array().expect("a list").iter().map(change).collect();
        json!([node["number"], node["period"]["number"], changes])
    };
    found.as_array().expect("a list").iter().map(one).collect()
}

fn sorted(changes: Value) -> Vec<String> {
    let mut changes: Vec<String> = changes.as_array().expect("a list").iter().map(ToString::to_string).collect();
    changes.sort();
    changes
}

#[actix_web::test]
async fn nothing_of_a_publication_is_ever_rewritten() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    app.ok(&coordinator(&app).await, PUBLISH, json!({ "input": { "periodId": period(JANUARY) } })).await;
    for statement in ["update period_publications set number = 2", "delete from period_publications"] {
        let mut refused = false;
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| app.sql(statement))).map_err(|_| refused = true).ok();
        assert!(refused, "{statement}");
    }
    assert_eq!(app.sql("select number::text from period_publications"), ["1"]);
}
