//! The database goes away, comes back, is slow, breaks off and falls silent: what readers, writers and machines are told meanwhile.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::kills::CODE;
use crate::{
    appeals,
    support::{
        TestApp,
        proxy::{Line, Proxy},
        served::Served,
    },
};

/// A program whose line to its database is ours to break, with two published editions.
struct Outage {
    program: Served,
    proxy: Proxy,
    client: reqwest::Client,
    token: String,
    appeal: String,
    _folder: tempfile::TempDir,
    /// Whose database it is; another program of the same house.
    app: TestApp,
}

/// What an answer was, and how long it took.
#[derive(Debug)]
struct Answer {
    status: u16,
    took: Duration,
    body: String,
    headers: reqwest::header::HeaderMap,
}

impl Outage {
    async fn prepare() -> Self {
        let (app, coordinator) = appeals::world::start().await;
        let appeal = appeals::world::appeal(&app, &coordinator, CODE, Some(appeals::world::CLUSTER)).await;
        for _ in 0..2 {
            appeals::publish(&app, &coordinator, &appeal).await;
        }
        app.work().await;
        let (proxy, folder) = (Proxy::to(&app.database_url), tempfile::tempdir().expect("a folder"));
        let program = Served::start(&proxy.url, folder.path(), &[("DARASA_SIGNING_KEY", app.signing_key.as_str())]);
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("a client");
        Self { program, proxy, client, token: coordinator, appeal, _folder: folder, app }
    }

    async fn send(&self, request: reqwest::RequestBuilder) -> Answer {
        let began = Instant::now();
        let response = request.send().await.expect("there is always an answer");
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.text().await.expect("a body");
        Answer { status, took: began.elapsed(), body, headers }
    }

    async fn get(&self, path: &str) -> Answer {
        self.send(self.client.get(format!("{}{path}", self.program.url))).await
    }

    async fn ask(&self, token: Option<&str>, query: &str, variables: Value) -> Answer {
        let mut request = self.client.post(format!("{}/graphql", self.program.url));
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        self.send(request.json(&json!({ "query": query, "variables": variables }))).await
    }

    /// What needs the database, by every door.
    async fn needy(&self) -> Vec<(&'static str, Answer)> {
        let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
        let input = json!({ "input": { "organisation": { "name": "Late Aid", "kind": "NNGO" } } });
        let subscribe = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
        let wish = json!({ "input": { "subjectId": self.appeal, "email": "late@example.org", "language": "en" } });
        let form = format!("subject={}&language=en&email=late%40example.org", self.appeal);
        let url = &self.program.url;
        let post = self.client.post(format!("{url}/subscribe")).body(form);
        let post = post.header("content-type", "application/x-www-form-urlencoded");
        let put = self.client.put(format!("{url}/files?name=a.csv")).bearer_auth(&self.token).body("a,b\n1,2\n");
        let countries = "{ countries(first: 1) { edges { node { iso3 } } } }";
        vec![
            ("/ready", self.get("/ready").await),
            ("a visitor's query", self.ask(None, countries, json!({})).await),
            ("a query", self.ask(Some(&self.token), "{ viewer { user { email } } }", json!({})).await),
            ("a mutation", self.ask(Some(&self.token), create, input).await),
            ("a visitor's mutation", self.ask(None, subscribe, wish).await),
            ("a form", self.send(post).await),
            ("an upload", self.send(put).await),
            ("a link of a mail", self.get("/s/no-such-token").await),
            ("an edition that nobody read", self.get("/a/NEVER-READ/1").await),
        ]
    }

    /// Waits until everything answers again; how long that took.
    async fn recovered(&self) -> Duration {
        let began = Instant::now();
        loop {
            let answers = self.needy().await;
            let failed: Vec<_> = answers.iter().filter(|(_, answer)| answer.status >= 500).collect();
            if failed.is_empty() {
                return began.elapsed();
            }
            assert!(began.elapsed() < Duration::from_secs(5), "after 5 s still: {failed:#?}");
        }
    }
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().expect("text"))
}

/// What of an edition is read, and by what its answer is known.
const PUBLISHED: [(&str, &str); 8] = [
    ("/a/EDU-XE-2026/2", "<html lang=\"en\""),
    ("/a/EDU-XE-2026/2?lang=ar", "dir=\"rtl\""),
    ("/a/EDU-XE-2026/1?lang=fr", "<html lang=\"fr\""),
    ("/a/EDU-XE-2026/2.json", "\"number\":2"),
    ("/a/EDU-XE-2026/2/money.csv", "appeal_code,edition"),
    ("/a/EDU-XE-2026", ""),
    ("/", "/a/EDU-XE-2026/2"),
    ("/?lang=es", "/a/EDU-XE-2026/2?lang=es"),
];

#[actix_web::test]
async fn while_the_database_is_cut_off_everything_says_503_at_once_and_published_editions_are_served() {
    let outage = Outage::prepare().await;
    // Read once, each edition in one form: the others are made of the same figures.
    for path in ["/a/EDU-XE-2026/1", "/a/EDU-XE-2026/2", "/a/EDU-XE-2026", "/"] {
        assert!(outage.get(path).await.status < 400, "{path}");
    }
    let before = outage.get("/a/EDU-XE-2026/2").await;
    assert!(outage.needy().await.iter().all(|(_, answer)| answer.status < 500));
    outage.proxy.set(Line::Cut);
    for round in 0..5 {
        for (what, answer) in outage.needy().await {
            assert_eq!(answer.status, 503, "round {round}, {what}: {answer:#?}");
            assert!(answer.took < Duration::from_secs(1), "round {round}, {what} took {:?}", answer.took);
            let says = answer.body.contains("UNAVAILABLE") || answer.body.contains("<html");
            assert!(says && !answer.body.contains("connect"), "{what}: {}", answer.body);
        }
        for (path, mark) in PUBLISHED {
            let answer = outage.get(path).await;
            assert!([200, 302].contains(&answer.status) && answer.body.contains(mark), "{path}: {answer:#?}");
            assert!(answer.took < Duration::from_secs(1), "{path} took {:?}", answer.took);
        }
        assert_eq!(outage.get("/health").await.status, 200);
    }
    let meanwhile = outage.get("/a/EDU-XE-2026/2").await;
    assert_eq!((&meanwhile.body, header(&meanwhile, "etag")), (&before.body, header(&before, "etag")));
    assert_eq!(header(&meanwhile, "cache-control"), "public, max-age=300, stale-if-error=86400");
    let known = outage.client.get(format!("{}/a/EDU-XE-2026/2", outage.program.url));
    let known = outage.send(known.header("if-none-match", header(&before, "etag"))).await;
    assert_eq!(known.status, 304);
    outage.proxy.set(Line::Open);
    let figures = outage.get("/metrics").await.body;
    let kept = figures.lines().find_map(|line| line.strip_prefix("darasa_kept_answers ")?.parse::<u32>().ok());
    // The lists and the way to the last edition, in each round at least; an edition that was asked for a moment ago needs no database.
    assert!(kept.is_some_and(|answers| answers >= 15), "{figures}");
    println!("everything answers {:.1?} after the line is back", outage.recovered().await);
}

#[actix_web::test]
async fn what_is_published_is_served_though_nobody_read_it_before_the_database_went() {
    let outage = Outage::prepare().await;
    // A program lays in what is published without being asked, the figures last; the second edition is the last one.
    crate::support::served::eventually("it keeps the last edition", async || {
        let figures = outage.get("/metrics").await.body;
        figures.lines().any(|line| line.strip_prefix("darasa_kept_bytes ").is_some_and(|bytes| bytes.len() > 3))
    })
    .await;
    outage.proxy.set(Line::Cut);
    for (path, mark) in PUBLISHED.into_iter().filter(|(path, _)| !path.contains("/1")) {
        let answer = outage.get(path).await;
        assert!([200, 302].contains(&answer.status) && answer.body.contains(mark), "{path}: {answer:#?}");
    }
}

#[actix_web::test]
async fn an_appeal_that_is_put_away_is_no_longer_listed_when_the_database_goes() {
    let outage = Outage::prepare().await;
    assert!(outage.get("/").await.body.contains("/a/EDU-XE-2026/2"));
    outage.app.sql("update appeals set status = 'ARCHIVED'");
    assert!(!outage.get("/").await.body.contains("/a/EDU-XE-2026/2"));
    outage.proxy.set(Line::Cut);
    let listed = outage.get("/").await;
    assert_eq!(listed.status, 200);
    assert!(!listed.body.contains("/a/EDU-XE-2026/2"), "what was kept before is not told again");
}

#[actix_web::test]
async fn connections_that_break_cost_a_503_at_most_and_no_write_is_doubled() {
    let outage = Outage::prepare().await;
    let mut statuses: BTreeMap<u16, u32> = BTreeMap::new();
    for number in 0..60 {
        if number % 3 == 0 {
            outage.proxy.reset();
        }
        let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
        let key = uuid::Uuid::from_u128(number + 1);
        let organisation = json!({ "name": format!("Organisation {number}"), "kind": "NNGO" });
        let input = json!({ "input": { "clientMutationId": key, "organisation": organisation } });
        let write = outage.ask(Some(&outage.token), create, input.clone());
        let read = outage.get("/ready");
        let break_off = async {
            if number % 2 == 0 {
                tokio::time::sleep(Duration::from_millis(u64::try_from(number % 9).expect("small"))).await;
                outage.proxy.reset();
            }
        };
        let (mut write, read, ()) = futures::join!(write, read, break_off);
        for answer in [&write, &read] {
            *statuses.entry(answer.status).or_default() += 1;
            assert!([200, 503].contains(&answer.status), "{answer:#?}");
        }
        while write.status == 503 {
            write = outage.ask(Some(&outage.token), create, input.clone()).await;
        }
        assert!(write.body.contains("\"data\"") && !write.body.contains("errors"), "{}", write.body);
    }
    println!("answers: {statuses:?}");
    let counts = "select count(*) || ' ' || count(distinct name) from organisations where name like 'Organisation %'";
    assert_eq!(outage.app.sql(counts), ["60 60"]);
    assert!(outage.recovered().await < Duration::from_secs(5));
}

#[actix_web::test]
async fn over_a_slow_line_everything_is_answered() {
    let outage = Outage::prepare().await;
    outage.proxy.set(Line::Slow(Duration::from_millis(40)));
    for (what, answer) in outage.needy().await {
        assert!(answer.status < 500, "{what}: {answer:#?}");
    }
    let page = outage.get("/a/EDU-XE-2026/1").await;
    assert_eq!(page.status, 200);
}

#[actix_web::test]
async fn a_database_that_falls_silent_holds_nobody_longer_than_a_request_may_take() {
    let outage = Outage::prepare().await;
    assert_eq!(outage.get("/a/EDU-XE-2026/2").await.status, 200);
    outage.proxy.set(Line::Silent);
    let began = Instant::now();
    let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
    let input = json!({ "input": { "organisation": { "name": "Silent Aid", "kind": "NNGO" } } });
    let (ready, query, mutation, link, page, health) = futures::join!(
        outage.get("/ready"),
        outage.ask(None, "{ countries(first: 1) { edges { node { iso3 } } } }", json!({})),
        outage.ask(Some(&outage.token), create, input),
        outage.get("/s/no-such-token"),
        outage.get("/a/EDU-XE-2026/2"),
        outage.get("/health"),
    );
    for (what, answer) in [("/ready", &ready), ("a query", &query), ("a mutation", &mutation), ("a link", &link)] {
        assert_eq!(answer.status, 503, "{what}: {answer:#?}");
    }
    assert!(began.elapsed() < Duration::from_secs(14), "{:?}", began.elapsed());
    assert!(ready.took < Duration::from_secs(3), "who asks whether it is ready has no patience: {:?}", ready.took);
    assert_eq!((page.status, health.status), (200, 200), "{page:#?}");
    assert!(page.took < Duration::from_secs(4), "{:?}", page.took);
    outage.proxy.set(Line::Open);
    println!("everything answers {:.1?} after the line speaks again", outage.recovered().await);
}
