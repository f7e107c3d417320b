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
    let known = |amount: &str| json!({ "status": "known", "value": amount });
    let change = json!({ "figure": "money.funded", "before": known("10000.00"), "after": known("15000.00") });
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
async fn what_was_published_recorded_or_sealed_stays_even_in_the_database() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    write(&app, &coordinator, "recordFlow", "id", contribution(&education, "PLEDGE")).await;
    publish(&app, &coordinator, &education).await;
    app.advance(chrono::TimeDelta::minutes(1));
    app.work().await;
    let everything =
        |table: &str| app.sql(&format!("select md5(string_agg(t::text, ',' order by t::text)) from {table} t"));
    for (table, change) in [
        ("editions", "number = 9"),
        ("plan_versions", "number = 9"),
        ("flow_versions", "usd = 9"),
        ("audit_events", "action = 'nothing'"),
        ("audit_events", "hash = null, sequence = null"),
    ] {
        let before = everything(table);
        for tamper in [
            format!("update {table} set {change}"),
            format!("delete from {table}"),
            format!("truncate {table} cascade"),
        ] {
            let refused = format!(
                "do $$ begin {tamper}; raise 'it changed'; exception when raise_exception then \
                 if sqlerrm = 'it changed' then raise; end if; end $$"
            );
            app.sql(&refused);
            assert_eq!(everything(table), before, "{tamper}");
        }
    }
}

#[actix_web::test]
async fn a_requirement_in_another_currency_is_shown_in_it_and_nothing_is_reckoned_of_it() {
    let (app, coordinator) = start().await;
    let create = json!({
        "operationId": operation(), "planId": world::plan(), "clusterId": world::cluster(CLUSTER), "code": "EDU-AFG-EUR",
        "kind": "HRP", "names": [{ "language": "en", "text": "Education" }], "currency": "EUR",
        "startsOn": "2020-01-01", "endsOn": "2021-01-01",
    });
    let euros = write(&app, &coordinator, "createAppeal", "id", create).await["id"].clone();
    let euros = world::text(&euros);
    let line = json!({ "label": [{ "language": "en", "text": "All" }], "amount": "45100000" });
    let ask = json!({
        "appealId": euros, "baseVersion": 1, "validFrom": "2020-01-01", "reason": "Agreed", "lines": [line],
    });
    write(&app, &coordinator, "reviseAppeal", "id", ask).await;
    let goods = json!({
        "amount": "10000", "currency": "USD", "rate": null, "flowDate": "2020-10-01", "contribution": "IN_KIND",
    });
    write(&app, &coordinator, "recordFlow", "id", with(contribution(&euros, "PAID"), goods)).await;
    let money = json!({ "amount": "30000", "currency": "USD", "rate": null, "flowDate": "2020-10-01" });
    write(&app, &coordinator, "recordFlow", "id", with(contribution(&euros, "COMMITMENT"), money)).await;
    let said = figures(&publish(&app, &coordinator, &euros).await);
    let money = &said["money"];
    assert_eq!(money["asked"], json!({ "amount": "45100000.00", "currency": "EUR" }));
    assert_eq!((&money["requirement"], &money["unmet"]), (&Value::Null, &Value::Null));
    assert_eq!((&money["funded"], &money["inKind"]), (&json!("40000.00"), &json!("10000.00")));
    let (_, _, page) = app.get("/a/EDU-AFG-EUR/1?lang=en", &[]).await;
    for text in ["€45.1", "No rate was fixed", "Paid: 25.0% of what was received", "as goods: $10,000"] {
        assert!(page.contains(text), "{text}: {page}");
    }
    app.work().await;
}
