//! What the public reads: pages and data files of editions, without an account.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    publish, start,
    world::{CLUSTER, appeal, contribution, with, write},
};
use crate::support::TestApp;

const CODE: &str = "EDU-AFG-2020";

/// A program with one published edition.
async fn published() -> (TestApp, String, Value) {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, CODE, Some(CLUSTER)).await;
    let pledge =
        with(contribution(&education, "PLEDGE"), json!({ "decisionDate": "2020-02-25", "flowDate": "2020-03-01" }));
    write(&app, &coordinator, "recordFlow", "id", pledge).await;
    let edition = publish(&app, &coordinator, &education).await;
    app.work().await;
    (app, coordinator, json!({ "appeal": education, "edition": edition }))
}

fn header<'a>(headers: &'a reqwest::header::HeaderMap, name: &str) -> &'a str {
    headers.get(name).map_or("", |value| value.to_str().expect("text"))
}

#[actix_web::test]
async fn the_first_page_lists_what_is_published_and_nothing_else() {
    let (app, coordinator) = start().await;
    let (status, _, empty) = app.get("/", &[]).await;
    assert_eq!(status, 200);
    assert!(empty.contains("No appeal has been published yet."), "{empty}");
    let education = appeal(&app, &coordinator, CODE, Some(CLUSTER)).await;
    appeal(&app, &coordinator, "DRAFT-2020", Some(CLUSTER)).await;
    publish(&app, &coordinator, &education).await;
    app.work().await;
    let (_, headers, listed) = app.get("/", &[("accept-language", "fr")]).await;
    assert!(listed.contains("/a/EDU-AFG-2020/1?lang=fr") && listed.contains("Appels pour l’éducation"), "{listed}");
    assert!(!listed.contains("DRAFT-2020"));
    assert!(header(&headers, "vary").contains("Accept-Language"));
    let (_, _, behind) = app.get("/?after=EDU-AFG-2020", &[]).await;
    assert!(!behind.contains("/a/EDU-AFG-2020"), "the next page begins behind it");
}

#[actix_web::test]
async fn an_edition_is_a_page_in_the_readers_language_and_is_sent_once() {
    let (app, coordinator, world) = published().await;
    let (status, headers, page) = app.get("/a/EDU-AFG-2020/1", &[("accept-language", "ar, en;q=0.5")]).await;
    assert_eq!(status, 200);
    assert!(page.contains(r#"<html lang="ar" dir="rtl">"#));
    assert_eq!(header(&headers, "content-language"), "ar");
    assert_eq!(header(&headers, "cache-control"), "public, max-age=300, stale-if-error=86400");
    assert!(header(&headers, "content-security-policy").starts_with("default-src 'self'"));
    let tag = header(&headers, "etag").to_owned();
    let again = |language: &'static str| [("accept-language", language), ("if-none-match", tag.as_str())];
    assert_eq!(app.get("/a/EDU-AFG-2020/1", &again("ar")).await.0, 304);
    assert_eq!(app.get("/a/EDU-AFG-2020/1", &again("en")).await.0, 200, "another language is another page");
    let (_, headers, chosen) = app.get("/a/EDU-AFG-2020/1?lang=es&lang=fr", &[("accept-language", "ar")]).await;
    assert!(chosen.contains(r#"<html lang="fr" dir="ltr">"#), "the reader's choice counts");
    assert!(!header(&headers, "vary").contains("Accept-Language"), "and no wish of the browser");
    publish(&app, &coordinator, world["appeal"].as_str().expect("an id")).await;
    app.work().await;
    let (status, _, page) = app.get("/a/EDU-AFG-2020/1", &again("ar")).await;
    assert_eq!(status, 200, "its list of editions grew");
    assert!(page.contains(r#"<a href="2?lang=ar">2</a>"#));
}

#[actix_web::test]
async fn the_bare_code_leads_to_the_last_edition_and_no_cache_keeps_that() {
    let (app, coordinator, world) = published().await;
    publish(&app, &coordinator, world["appeal"].as_str().expect("an id")).await;
    app.work().await;
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("a client");
    let response = client.get(format!("{}/a/EDU-AFG-2020?lang=pt", app.url)).send().await.expect("an answer");
    assert_eq!(response.status().as_u16(), 302);
    assert_eq!(header(response.headers(), "location"), "/a/EDU-AFG-2020/2?lang=pt");
    assert_eq!(header(response.headers(), "cache-control"), "private, no-cache");
}

#[actix_web::test]
async fn the_data_are_the_document_that_was_hashed_and_open_to_all() {
    let (app, _, world) = published().await;
    let (status, headers, json) = app.get("/a/EDU-AFG-2020/1.json", &[]).await;
    assert_eq!(status, 200);
    assert_eq!(header(&headers, "access-control-allow-origin"), "*");
    assert_eq!(header(&headers, "content-type"), "application/json");
    assert_eq!(hex::encode(Sha256::digest(&json)), world["edition"]["sha256"]);
    let tag = header(&headers, "etag").to_owned();
    assert_eq!(app.get("/a/EDU-AFG-2020/1.json", &[("if-none-match", &tag)]).await.0, 304);
    let (status, headers, csv) = app.get("/a/EDU-AFG-2020/1/money.csv", &[]).await;
    assert_eq!(status, 200);
    assert_eq!(header(&headers, "content-type"), "text/csv; charset=utf-8");
    assert_eq!(header(&headers, "content-disposition"), "attachment; filename=\"EDU-AFG-2020-1-money.csv\"");
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[1].starts_with("#response+appeal+code,"), "{csv}");
    assert!(rows[2].starts_with("EDU-AFG-2020,1,2020-10-31,Donor A,PLEDGE,false,500000,EUR,0.824,606796,"), "{csv}");
}

#[actix_web::test]
async fn what_is_not_published_has_no_page() {
    let (app, coordinator, _) = published().await;
    appeal(&app, &coordinator, "DRAFT-2020", Some(CLUSTER)).await;
    for path in [
        "/a/DRAFT-2020",
        "/a/DRAFT-2020/1",
        "/a/NOTHING",
        "/a/EDU-AFG-2020/2",
        "/a/EDU-AFG-2020/0",
        "/a/EDU-AFG-2020/01",
        "/a/EDU-AFG-2020/1.xml",
        "/a/EDU-AFG-2020/1/people.csv",
        "/a/EDU-AFG-2020/2/areas.csv",
        "/elsewhere",
        "/a/%00/1",
        "/a/%00",
        "/a/EDU-AFG-2020%27/1",
    ] {
        let (status, headers, page) = app.get(path, &[]).await;
        assert_eq!(status, 404, "{path}");
        assert!(page.contains("There is no such page") && page.contains("href=\"/?lang=en\""), "{path}: {page}");
        assert_eq!(header(&headers, "cache-control"), "no-store", "{path}");
    }
    assert_eq!(app.get("/?after=%00&lang=%FF", &[]).await.0, 200, "nonsense is passed over");
}

#[actix_web::test]
async fn the_form_of_the_page_asks_the_address_by_mail() {
    let (app, _, world) = published().await;
    let (_, _, page) = app.get("/a/EDU-AFG-2020/1?lang=fr", &[]).await;
    let subject = world["appeal"].as_str().expect("an id");
    assert!(page.contains(&format!(r#"name="subject" value="{subject}""#)), "{page}");
    let send = async |email: &str| {
        let form = format!("subject={subject}&language=fr&email={email}");
        let request = app.client().post(format!("{}/subscribe", app.url)).body(form);
        let response =
            request.header("content-type", "application/x-www-form-urlencoded").send().await.expect("an answer");
        (response.status().as_u16(), response.text().await.expect("a body"))
    };
    let (status, asked) = send("ines%40example.org").await;
    assert_eq!(status, 200);
    assert!(asked.contains("Consultez votre messagerie"), "{asked}");
    assert_eq!(send("nobody").await.0, 400);
    app.work().await;
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("To: ines@example.org") && mails[0].contains("Content-Language: fr"), "{}", mails[0]);
}
