//! What is published stays published.

use darasa::kit::auth::Role;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    publish, read, refused, start,
    world::{self, CLUSTER, appeal, contribution, operation, version, with, write},
};

fn figures(edition: &Value) -> Value {
    serde_json::from_str(edition["figures"].as_str().expect("a text")).expect("JSON")
}

#[actix_web::test]
async fn an_edition_freezes_its_figures_and_the_next_one_tells_what_changed() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let ask = json!({ "appealId": education, "baseVersion": 1, "validFrom": "2020-01-01", "reason": "Costed" });
    write(&app, &coordinator, "requirementFromPlan", "id", ask).await;
    let named = json!({
        "amount": "10000", "currency": "USD", "rate": null, "activityIds": [world::activity(1)], "flowDate": "2020-10-01",
    });
    write(&app, &coordinator, "recordFlow", "id", with(contribution(&education, "PAID"), named.clone())).await;
    let first = publish(&app, &coordinator, &education).await;
    assert_eq!(first["number"], 1);
    let hash = hex::encode(Sha256::digest(first["figures"].as_str().expect("a text")));
    assert_eq!(first["sha256"], hash, "what is read is what was hashed");
    let said = figures(&first);
    assert_eq!(
        (&said["money"]["requirement"], &said["money"]["funded"], &said["money"]["unmet"]),
        (&json!("37500.00"), &json!("10000.00"), &json!("27500.00"))
    );
    let activities = said["activities"].as_array().expect("a list");
    assert_eq!(activities[0]["funded"], "10000.00");
    assert_eq!(activities[1]["funded"], Value::Null, "no giver named it, which is not zero");
    assert_eq!(said["provenance"]["money"]["method"], "FTS_COMMITTED_AND_PAID");
    assert_eq!(read(&app, &coordinator, &education, "status").await["status"], "PUBLISHED");

    // Money that came after the day is for the next edition.
    let late = with(named, json!({ "amount": "5000", "flowDate": "2020-11-02" }));
    write(&app, &coordinator, "recordFlow", "id", with(contribution(&education, "COMMITMENT"), late)).await;
    let same_day = json!({ "appealId": education, "asOf": "2020-10-31", "note": "A correction" });
    let second = write(&app, &coordinator, "publishEdition", "number note figures", same_day).await;
    assert_eq!((&second["number"], &second["note"]), (&json!(2), &json!("A correction")));
    assert_eq!(figures(&second)["changes"], json!([]));
    let later = json!({ "appealId": education, "asOf": "2020-11-05" });
    let third = figures(&write(&app, &coordinator, "publishEdition", "figures", later).await);
    let change = json!({ "figure": "money.funded", "before": "10000.00", "after": "15000.00" });
    assert_eq!((&third["changes"], &third["previous"]), (&json!([change]), &json!(2)));

    let public = "{ publishedEditions(appealCode: \"EDU-AFG-2020\", first: 10) { edges { node { number sha256 figures appealCode } } } }";
    let editions = app.ok("", public, json!({})).await["publishedEditions"]["edges"].take();
    let numbers: Vec<i64> =
        editions.as_array().expect("a list").iter().filter_map(|edge| edge["node"]["number"].as_i64()).collect();
    assert_eq!(numbers, [3, 2, 1]);
    assert_eq!(editions[2]["node"]["figures"], first["figures"], "the first edition says what it said");
    app.work().await;
}

#[actix_web::test]
async fn a_requirement_stated_after_the_first_edition_makes_the_appeal_revised() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    publish(&app, &coordinator, &education).await;
    app.advance(chrono::TimeDelta::minutes(1));
    let ask = json!({
        "appealId": education, "baseVersion": version(&app, &coordinator, &education).await, "validFrom": "2020-01-01",
        "reason": "Costed",
    });
    write(&app, &coordinator, "requirementFromPlan", "id", ask).await;
    publish(&app, &coordinator, &education).await;
    assert_eq!(read(&app, &coordinator, &education, "status").await["status"], "REVISED");

    let step = async |status: &str| {
        let base = version(&app, &coordinator, &education).await;
        json!({ "appealId": education, "baseVersion": base, "status": status })
    };
    assert_eq!(refused(&app, &coordinator, "setAppealStatus", step("ARCHIVED").await).await, "CONFLICT status");
    write(&app, &coordinator, "setAppealStatus", "status", step("CLOSED").await).await;
    publish(&app, &coordinator, &education).await;
    write(&app, &coordinator, "setAppealStatus", "status", step("ARCHIVED").await).await;
    let publish = json!({ "appealId": education, "asOf": "2020-10-31" });
    assert_eq!(refused(&app, &coordinator, "publishEdition", publish).await, "CONFLICT");
    app.work().await;
}

#[actix_web::test]
async fn an_edition_speaks_of_no_day_to_come_and_of_none_before_the_last() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    publish(&app, &coordinator, &education).await;
    for day in ["2020-10-30", "2100-01-01"] {
        let input = json!({ "appealId": education, "asOf": day });
        assert_eq!(refused(&app, &coordinator, "publishEdition", input).await, "INVALID asOf", "{day}");
    }
    app.work().await;
}

#[actix_web::test]
async fn who_reads_only_publishes_nothing_and_a_draft_has_no_public_trace() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let reader = app.someone("reader@example.org", Role::Viewer, json!({ "operationId": operation() })).await;
    let input = json!({ "appealId": education, "asOf": "2020-10-31" });
    assert_eq!(refused(&app, &reader, "publishEdition", input.clone()).await, "FORBIDDEN");
    let imo = app.someone("imo@example.org", Role::Imo, json!({ "operationId": operation() })).await;
    assert_eq!(refused(&app, &imo, "publishEdition", input).await, "FORBIDDEN");
    let public = "{ publishedEditions(appealCode: \"EDU-AFG-2020\", first: 10) { edges { node { number } } } }";
    assert_eq!(app.ok("", public, json!({})).await["publishedEditions"]["edges"], json!([]));
}

#[actix_web::test]
async fn a_published_edition_cannot_be_changed_or_removed_even_in_the_database() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    publish(&app, &coordinator, &education).await;
    let tamper = "do $$ begin update editions set number = 9; raise 'it changed'; exception \
                  when raise_exception then if sqlerrm = 'it changed' then raise; end if; end $$";
    app.sql(tamper);
    assert_eq!(app.sql("select number from editions"), ["1"]);
    app.work().await;
}
