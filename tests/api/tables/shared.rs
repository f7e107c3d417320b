//! Links and calendars that need no account: they show what was published, hide what would tell of single people, and lead nowhere once they are taken
//! back.

use chrono::{DateTime, TimeDelta, Utc};
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::{
    publications::PUBLISH,
    world::{areas_with_names, by_name, needs, start},
};
use crate::{
    monitoring::world::{
        BOYS, FEBRUARY, GIRLS, JANUARY, MATERIALS, P, Q, X, Z, accepted, area, coordinator, partner, period, plan,
        publish, row,
    },
    support::TestApp,
};

const SHARE: &str = "mutation($input: CreateShareLinkInput!) { createShareLink(input: $input) { url shareLink { id name level namesPartners } } }";

async fn link(app: &TestApp, token: &str, beside: Value) -> (String, String) {
    let mut input = json!({ "planId": plan(), "name": "Donors", "validDays": 30 });
    for (key, value) in beside.as_object().expect("inputs") {
        input[key] = value.clone();
    }
    let made = app.ok(token, SHARE, json!({ "input": input })).await["createShareLink"].take();
    let url = made["url"].as_str().expect("told once");
    let path = url.strip_prefix("http://darasa.test").expect("an address of ours").to_owned();
    (path, made["shareLink"]["id"].as_str().expect("an id").to_owned())
}

/// A month with 100 people in the north and 3 in the south, published.
async fn published() -> (TestApp, String, String) {
    let (app, imo) = start().await;
    areas_with_names(&app);
    needs(&app);
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 60, 0), (BOYS, 40, 0)])])).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, Z, &[(GIRLS, 3, 0)])])).await;
    let coordinator = coordinator(&app).await;
    app.ok(&coordinator, PUBLISH, json!({ "input": { "periodId": period(JANUARY) } })).await;
    (app, imo, coordinator)
}

#[actix_web::test]
async fn a_link_shows_what_was_published_hides_few_people_and_names_no_partner() {
    let (app, imo, coordinator) = published().await;
    let (path, _) = link(&app, &coordinator, json!({})).await;
    let (status, head, page) = app.get(&path, &[]).await;
    assert_eq!(status, 200, "{page}");
    assert_eq!(head["referrer-policy"], "no-referrer");
    assert!(page.contains("North") && page.contains("hidden"), "{page}");
    assert!(!page.contains("Partner P") && !page.contains("Partner Q"));
    let file = async |name: &str| app.get(&format!("{path}/{name}"), &[]).await;
    let (status, head, gaps) = file("gaps.json").await;
    assert_eq!((status, head["access-control-allow-origin"].to_str().expect("text")), (200, "*"));
    let asked = "query($plan: ID!) { publications(planId: $plan, first: 1) { edges { node { publishedAt } } } }";
    let publications = app.ok(&imo, asked, json!({ "plan": plan() })).await["publications"].take();
    let at = publications["edges"][0]["node"]["publishedAt"].as_str().expect("a moment");
    let at = at.parse::<DateTime<Utc>>().expect("a moment").format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    assert_eq!(head["last-modified"].to_str().expect("text"), at);
    let told: Vec<Value> = by_name(&gaps)
        .iter()
        .map(|gap| json!([gap["admin1_code"], gap["reached"], gap["services_delivered"], gap["reached_status"]]))
        .collect();
    assert_eq!(
        told,
        [json!(["XE01", null, null, "HIDDEN"]), json!(["XE02", null, null, "HIDDEN"])],
        "the total would tell the small one, so the other goes, too"
    );
    let presence = file("presence.csv").await.2;
    assert!(presence.contains("NNGO") && !presence.contains("Partner"), "{presence}");
    assert!(file("operational-presence.csv").await.2.contains(",National NGO,"));
    for absent in ["completeness.csv", "overlaps.csv", "rows.csv", "nothing.csv"] {
        assert_eq!(file(absent).await.0, 404, "{absent}");
    }
    accepted(&app, &imo, Q, FEBRUARY, json!([row(MATERIALS, Z, &[(GIRLS, 300, 0)])])).await;
    assert_eq!(file("gaps.json").await.2, gaps, "what was not published is not shown");
    let tag = file("gaps.json").await.1["etag"].to_str().expect("text").to_owned();
    let again = app.get(&format!("{path}/gaps.json"), &[("if-none-match", tag.as_str())]).await;
    assert_eq!(again.0, 304);
    app.ok(&coordinator, PUBLISH, json!({ "input": { "periodId": period(FEBRUARY) } })).await;
    let gaps = by_name(&file("gaps.json").await.2);
    assert_eq!(gaps.iter().map(|gap| gap["reached"].clone()).collect::<Vec<_>>(), [json!(100), json!(300)]);
    let (named, _) = link(&app, &coordinator, json!({ "namesPartners": true })).await;
    assert!(app.get(&named, &[]).await.2.contains("Partner P"));
    assert!(app.get(&format!("{named}/presence.csv"), &[]).await.2.contains("Partner P"));
    let geo: Value = serde_json::from_str(&file("gaps.geojson").await.2).expect("JSON");
    assert_eq!(geo["features"][0]["geometry"]["type"], "Polygon");
    assert_eq!(geo["features"][0]["properties"]["reached_status"], "KNOWN");
}

/// What a link tells of the areas of its level: P-code, people, whether they are known.
async fn areas_of(app: &TestApp, token: &str, level: i32) -> Vec<(String, Value, String)> {
    let (path, _) = link(app, token, json!({ "level": level })).await;
    let (_, _, page) = app.get(&path, &[]).await;
    assert!(page.contains("7,475"), "the total is shown: {page}");
    assert_eq!(page.contains("5,003"), level == 1, "{page}");
    assert!(!page.contains("5,000"), "{page}");
    for ending in ["csv", "geojson"] {
        let (status, _, file) = app.get(&format!("{path}/gaps.{ending}"), &[]).await;
        assert_eq!((status, file.contains("5000"), file.contains("HIDDEN")), (200, false, level == 2), "{file}");
    }
    let (_, _, gaps) = app.get(&format!("{path}/gaps.json"), &[]).await;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let told = by_name(&gaps).into_iter().map(|gap| {
        if gap["reached_status"] == "HIDDEN" {
            for name in ["services_delivered", "gap_to_target", "gap_to_need", "severity_weighted_gap", "rank"] {
                assert_eq!(gap[name], Value::Null, "{name} would tell it: {gap}");
            }
        }
        (text(&gap[format!("admin{level}_code")]), gap["reached"].clone(), text(&gap["reached_status"]))
    });
    told.collect()
}

#[actix_web::test]
async fn links_of_several_levels_together_tell_no_small_count() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    app.sql(
        "insert into targets (indicator_id, area_id, category_id, target) values
            (number(601), number(111), number(701), 40), (number(601), number(112), number(701), 6000)",
    );
    publish(&app).await;
    let mut in_area = row(MATERIALS, X, &[(GIRLS, 5000, 0)]);
    (in_area["siteId"], in_area["areaId"]) = (Value::Null, json!(area(112)));
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 3, 0)]), in_area])).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, Z, &[(GIRLS, 2472, 0)])])).await;
    let coordinator = coordinator(&app).await;
    app.ok(&coordinator, PUBLISH, json!({ "input": { "periodId": period(JANUARY) } })).await;
    let line = |code: &str, people: Value, status: &str| (code.to_owned(), people, status.to_owned());
    let provinces = areas_of(&app, &coordinator, 1).await;
    assert_eq!(provinces, [line("XE01", json!(5003), "KNOWN"), line("XE02", json!(2472), "KNOWN")]);
    let districts = areas_of(&app, &coordinator, 2).await;
    let hidden = |code| line(code, Value::Null, "HIDDEN");
    assert_eq!(districts, [hidden("XE0101"), hidden("XE0102"), line("XE0201", json!(2472), "KNOWN")]);
    // Whatever is added to and taken from each other of all that is shown, the total among it.
    let shown: Vec<i64> =
        provinces.iter().chain(&districts).filter_map(|(_, people, _)| people.as_i64()).chain([7475]).collect();
    let signs = u32::try_from(shown.len()).expect("few");
    for choice in 0..3_usize.pow(signs) {
        let sign = |place: usize| {
            i64::try_from(choice / 3_usize.pow(u32::try_from(place).expect("few")) % 3).expect("0 to 2") - 1
        };
        let sum: i64 = shown.iter().enumerate().map(|(place, people)| sign(place) * people).sum();
        assert_ne!(sum, 3, "{shown:?}");
    }
}

#[actix_web::test]
async fn every_language_reads_the_page_and_arabic_from_the_right() {
    let (app, _, coordinator) = published().await;
    let (path, _) = link(&app, &coordinator, json!({})).await;
    for (language, word) in [
        ("en", "Who is where"),
        ("fr", "Qui est où"),
        ("es", "Quién está dónde"),
        ("pt", "Quem está onde"),
        ("ar", "من يعمل وأين"),
    ] {
        let (status, _, page) = app.get(&format!("{path}?lang={language}"), &[]).await;
        assert_eq!(status, 200);
        assert!(page.contains(word), "{language}: {page}");
        assert!(!page.contains('⟦'), "a text is missing in {language}");
        assert_eq!(page.contains("dir=\"rtl\""), language == "ar");
        if let Some(folder) = std::env::var_os("DARASA_KEEP_PAGES") {
            let file = std::path::Path::new(&folder).join(format!("shared-{language}.html"));
            std::fs::write(file, &page).expect("the folder takes files");
        }
    }
}

#[actix_web::test]
async fn a_link_that_ended_was_taken_back_or_never_was_leads_to_one_and_the_same_page() {
    let (app, imo, coordinator) = published().await;
    let (unknown_status, _, unknown) = app.get("/share/never-was", &[]).await;
    assert_eq!(unknown_status, 404);
    let (path, id) = link(&app, &coordinator, json!({})).await;
    let (other, _) = link(&app, &coordinator, json!({ "validDays": 1 })).await;
    assert_eq!(app.get(&path, &[]).await.0, 200);
    let revoke = "mutation($input: RevokeShareLinkInput!) { revokeShareLink(input: $input) { revokedAt } }";
    let input = json!({ "input": { "shareLinkId": id } });
    let refused = app.refused(&imo, revoke, input.clone()).await;
    assert!(["NOT_FOUND", "FORBIDDEN"].contains(&refused.code.as_str()), "{refused:?}");
    app.ok(&coordinator, revoke, input).await;
    for path in [path.clone(), format!("{path}/gaps.csv"), format!("{path}/nonsense.csv")] {
        let (status, _, page) = app.get(&path, &[]).await;
        assert_eq!((status, &page), (404, &unknown), "{path}");
    }
    assert_eq!(app.get(&other, &[]).await.0, 200);
    app.advance(TimeDelta::days(2));
    assert_eq!(app.get(&other, &[]).await.2, unknown);
    assert_eq!(app.sql("select count(*)::text from share_links where token_hash is not null"), ["2"]);
    let coordinator = app.sign_in("coordinator@example.org").await;
    let list = "query($plan: ID!) { shareLinks(planId: $plan, first: 10) { edges { node { name expiresAt } } } }";
    let links = app.ok(&coordinator, list, json!({ "plan": plan() })).await;
    assert_eq!(links["shareLinks"]["edges"].as_array().expect("a list").len(), 2);
}

#[actix_web::test]
async fn what_is_asked_wrongly_of_a_link_is_told_and_nothing_published_is_said() {
    let (app, imo) = start().await;
    let coordinator = coordinator(&app).await;
    for (key, value) in [("name", json!(" ")), ("validDays", json!(0)), ("validDays", json!(367)), ("level", json!(4))]
    {
        let mut input = json!({ "planId": plan(), "name": "x", "validDays": 1 });
        input[key] = value;
        let refused = app.refused(&coordinator, SHARE, json!({ "input": input })).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some(key)));
    }
    let input = json!({ "input": { "planId": plan(), "name": "x", "validDays": 1 } });
    assert_eq!(app.refused(&imo, SHARE, input).await.code, "FORBIDDEN");
    let (path, _) = link(&app, &coordinator, json!({})).await;
    let (status, _, page) = app.get(&path, &[]).await;
    assert_eq!(status, 200);
    assert!(page.contains("Nothing has been published yet"), "{page}");
    assert_eq!(app.get(&format!("{path}/gaps.csv"), &[]).await.0, 404);
}

const FEED: &str = "mutation { createCalendarFeed(input: {}) { url } }";

async fn feed(app: &TestApp, token: &str) -> String {
    let made = app.ok(token, FEED, json!({})).await["createCalendarFeed"].take();
    let url = made["url"].as_str().expect("told once").to_owned();
    url.strip_prefix("http://darasa.test").expect("an address of ours").to_owned()
}

#[actix_web::test]
async fn a_calendar_has_the_deadlines_that_its_reader_may_know_of_with_lasting_identities() {
    let (app, _) = start().await;
    app.sql(
        "update reporting_periods set opens_at = '2026-12-31 19:30+00', due_at = '2027-02-10 19:30+00' where id = number(801);
         update reporting_periods set due_at = '2027-03-10 19:30+00' where id = number(802)",
    );
    publish(&app).await;
    let own = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let path = feed(&app, &own).await;
    let (status, head, text) = app.get(&path, &[]).await;
    assert_eq!((status, head["content-type"].to_str().expect("text")), (200, "text/calendar; charset=utf-8"));
    let uid = "UID:00000000-0000-0000-0000-000000000321-due@darasa";
    assert!(text.contains(uid) && text.contains("DTSTART;VALUE=DATE:20270210\r\n"), "the last day where it is: {text}");
    assert!(text.contains("DTSTART;VALUE=DATE:20270101\r\n") && !text.contains("DTSTART:"), "the day it opens: {text}");
    assert!(
        text.replace("\r\n ", "").contains("SUMMARY:Reports for HXEA are due: 1 January 2026 to 31 January 2026"),
        "{text}"
    );
    let events = text.matches("BEGIN:VEVENT").count();
    assert_eq!(events % 2, 0);
    app.sql(
        "update reporting_periods set due_at = '2027-02-12 19:30+00', closed_at = '2026-12-31' where id = number(801)",
    );
    let moved = app.get(&path, &[]).await.2;
    assert!(
        moved.contains(uid) && moved.contains("DTSTART;VALUE=DATE:20270212") && moved.contains("The period is closed."),
        "{moved}"
    );
    assert_eq!(moved.matches("BEGIN:VEVENT").count(), events, "a closed period stays");
    let operation =
        "insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
        values (number(2), 'OP-TWO', '{}', 'XEA', 'en', 'UTC', '2020-01-01', '2020-01-01')";
    app.sql(operation);
    let elsewhere = darasa::kit::scope::OperationId::from_uuid(uuid::Uuid::from_u128(2)).global().to_string();
    let stranger = app.someone("far@example.org", Role::Coordinator, json!({ "operationId": elsewhere })).await;
    let theirs = feed(&app, &stranger).await;
    let (status, _, text) = app.get(&theirs, &[]).await;
    assert_eq!((status, text.contains("VEVENT")), (200, false), "{text}");
    let again = feed(&app, &own).await;
    assert_eq!(app.get(&path, &[]).await.0, 404, "a new one takes the place of the one before");
    assert_eq!(app.get(&again, &[]).await.0, 200);
    app.ok(&own, "mutation { revokeCalendarFeed(input: {}) }", json!({})).await;
    assert_eq!(app.get(&again, &[]).await.0, 404);
    app.sql("update users set active = false where email = 'far@example.org'");
    assert_eq!(app.get(&theirs, &[]).await.0, 404, "nobody who may not sign in reads by a calendar");
}
