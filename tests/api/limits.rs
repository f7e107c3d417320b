//! How often is too often: for one account, one mailbox, one document.

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use futures::future::join_all;
use serde_json::{Value, json};

use super::{
    plans::world::{self, CLUSTER, OPERATION, cluster, operation},
    support::{PASSWORD, TestApp, generate::global_id},
};

const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }";

/// What came of an attempt to sign in: the code of the refusal, and how long to wait.
async fn attempt(app: &TestApp, email: &str, password: &str) -> (String, Value) {
    let input = json!({ "input": { "email": email, "password": password } });
    let answer = app.graphql(None, SIGN_IN, input).await;
    let extensions = &answer["errors"][0]["extensions"];
    (extensions["code"].as_str().unwrap_or("signed in").to_owned(), extensions["retryAfter"].clone())
}

fn wrong() -> (String, Value) {
    ("UNAUTHENTICATED".to_owned(), Value::Null)
}

fn wait(seconds: u32) -> (String, Value) {
    ("RATE_LIMITED".to_owned(), json!(seconds))
}

fn signed_in() -> (String, Value) {
    ("signed in".to_owned(), Value::Null)
}

#[actix_web::test]
async fn an_account_is_tried_ten_times_in_a_quarter_of_an_hour_whether_it_exists_or_not() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.someone("other@example.org", Role::Viewer, json!({})).await;
    let admin = "admin@example.org";
    let input = json!({ "input": { "email": admin, "password": PASSWORD } });
    let before = app.ok("", SIGN_IN, input).await;
    for address in [admin, "Nobody@example.org"] {
        for _ in 0..10 {
            assert_eq!(attempt(&app, address, "not the password").await, wrong());
        }
        // Another spelling of the address is the same account.
        assert_eq!(attempt(&app, &address.to_uppercase(), PASSWORD).await, wait(900));
    }
    assert_eq!(attempt(&app, "other@example.org", PASSWORD).await, signed_in(), "others are let in");
    let refresh = "mutation($token: String) { refreshSession(refreshToken: $token) { accessToken } }";
    app.ok("", refresh, json!({ "token": before["signIn"]["refreshToken"] })).await;
    app.advance(TimeDelta::seconds(899));
    assert_eq!(attempt(&app, admin, PASSWORD).await, wait(1), "what is refused is not counted");
    app.advance(TimeDelta::seconds(1));
    assert_eq!(attempt(&app, admin, PASSWORD).await, signed_in());
}

#[actix_web::test]
async fn attempts_count_where_they_were_and_who_knows_the_password_starts_anew() {
    let app = TestApp::start().await;
    app.administrator().await;
    let admin = "admin@example.org";
    for _ in 0..9 {
        assert_eq!(attempt(&app, admin, "not the password").await, wrong());
    }
    assert_eq!(attempt(&app, admin, PASSWORD).await, signed_in());
    for _ in 0..4 {
        assert_eq!(attempt(&app, admin, "not the password").await, wrong());
    }
    app.advance(TimeDelta::minutes(10));
    for _ in 0..6 {
        assert_eq!(attempt(&app, admin, "not the password").await, wrong());
    }
    assert_eq!(attempt(&app, admin, PASSWORD).await, wait(300), "the four of ten minutes ago still count");
    app.advance(TimeDelta::minutes(5));
    for _ in 0..4 {
        assert_eq!(attempt(&app, admin, "not the password").await, wrong());
    }
    assert_eq!(attempt(&app, admin, PASSWORD).await, wait(600), "and now the six");
}

#[actix_web::test]
async fn of_many_attempts_at_the_same_moment_ten_are_looked_at() {
    let app = TestApp::start().await;
    app.administrator().await;
    let attempts = (0..30).map(|_| attempt(&app, "admin@example.org", "not the password"));
    let outcomes = join_all(attempts).await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == wrong()).count(), 10);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == wait(900)).count(), 20);
}

#[actix_web::test]
async fn a_mailbox_gets_three_reset_links_an_hour_and_nobody_is_told() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.someone("other@example.org", Role::Viewer, json!({})).await;
    let ask = async |email: &str| {
        let mutation = "mutation($email: String!) { requestPasswordReset(email: $email) }";
        let answer = app.ok("", mutation, json!({ "email": email })).await;
        assert_eq!(answer["requestPasswordReset"], true);
        app.work().await;
        app.mails().len()
    };
    let mut sent = Vec::new();
    for _ in 0..5 {
        sent.push(ask("Admin@example.org").await);
    }
    assert_eq!(sent, [1, 2, 3, 3, 3]);
    assert_eq!(ask("other@example.org").await, 4, "another mailbox has its own three");
    app.advance(TimeDelta::seconds(3599));
    assert_eq!(ask("admin@example.org").await, 4);
    app.advance(TimeDelta::seconds(1));
    assert_eq!(ask("admin@example.org").await, 5);
}

#[actix_web::test]
async fn a_mailbox_gets_three_questions_an_hour_whatever_it_is_asked_about() {
    let app = TestApp::start().await;
    let subjects: Vec<_> = (1..=5_u128).map(|number| {
        let id = uuid::Uuid::from_u128(number).to_string();
        app.sql(&format!(
            "insert into operations (id, code, names, default_language, time_zone, location_precision, small_cell_threshold, status, created_at, updated_at) \
             values ('{id}', 'OP{number}', '{{\"en\": \"Operation\"}}', 'en', 'UTC', 'AREA', 5, 'ACTIVE', now(), now())"
        ));
        global_id("Operation", &id)
    }).collect();
    let ask = async |subject: &str, email: &str| {
        let mutation = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
        let input = json!({ "subjectId": subject, "email": email, "language": "en" });
        assert_eq!(app.ok("", mutation, json!({ "input": input })).await["subscribe"], true);
        app.work().await;
        app.mails().len()
    };
    let mut sent = Vec::new();
    for subject in &subjects {
        sent.push(ask(subject, "victim@example.org").await);
    }
    assert_eq!(sent, [1, 2, 3, 3, 3]);
    assert_eq!(ask(&subjects[4], "reader@example.org").await, 4);
    app.advance(TimeDelta::hours(1));
    assert_eq!(ask(&subjects[4], "victim@example.org").await, 5, "who really wants it asks again");
}

#[actix_web::test]
async fn counts_that_mean_nothing_any_more_are_forgotten_by_those_that_come() {
    let app = TestApp::start().await;
    for number in 0..6 {
        attempt(&app, &format!("nobody{number}@example.org"), "not the password").await;
    }
    app.advance(TimeDelta::minutes(16));
    for number in 6..9 {
        attempt(&app, &format!("nobody{number}@example.org"), "not the password").await;
    }
    assert_eq!(app.sql("select count(*)::text from allowances"), ["3"], "each took two of the six away");
}

/// 100 organisations with ten contacts each, by estimate: 1,100 records.
const WITH_CONTACTS: &str = "organisations(first: 100) { edges { node { contacts { name } } } }";
/// 100 operations with ten clusters each, which have ten names each: 11,100 records.
const WITH_CLUSTERS: &str = "operations(first: 100) { edges { node { clusters { names { text } } } } }";
/// 100 records.
const PLAIN: &str = "organisations(first: 100) { edges { node { name } } }";
/// One record.
const ONE: &str = "organisations(first: 1) { edges { node { name } } }";

/// A document of each of these fields so many times.
fn document(fields: &[(usize, &str)]) -> String {
    let fields = fields.iter().flat_map(|(times, field)| std::iter::repeat_n(*field, *times)).enumerate();
    format!("{{ {} }}", fields.map(|(number, field)| format!("f{number}: {field} ")).collect::<String>())
}

#[actix_web::test]
async fn partners_ask_for_ten_thousand_records_at_once_and_coordination_for_fifty_thousand() {
    let (app, coordinator) = world::start().await;
    app.sql(
        "insert into organisations (id, name, name_keys, kind, created_at, updated_at) \
         values ('019a0000-0000-7000-8000-000000000001', 'Org', array['org'], 'NNGO', now(), now())",
    );
    let organisation = global_id("Organisation", "019a0000-0000-7000-8000-000000000001");
    let place =
        json!({ "operationId": operation(OPERATION), "clusterId": cluster(CLUSTER), "organisationId": organisation });
    let partner = app.someone("partner@example.org", Role::PartnerFocalPoint, place).await;
    let government =
        app.someone("ministry@example.org", Role::Government, json!({ "operationId": operation(OPERATION) })).await;
    let officer = app.someone("officer@example.org", Role::Imo, json!({ "operationId": operation(OPERATION) })).await;
    let (ten_thousand, fifty_thousand) =
        (vec![(9, WITH_CONTACTS), (1, PLAIN)], vec![(4, WITH_CLUSTERS), (5, WITH_CONTACTS), (1, PLAIN)]);
    for (token, most, end) in [
        (&partner, &ten_thousand, "10001, and the limit is 10000"),
        (&government, &ten_thousand, "10001, and the limit is 10000"),
        (&coordinator, &fifty_thousand, "50001, and the limit is 50000"),
        (&officer, &fifty_thousand, "50001, and the limit is 50000"),
    ] {
        app.ok(token, &document(most), json!({})).await;
        let refused = app.refused(token, &document(&[most.as_slice(), &[(1, ONE)]].concat()), json!({})).await;
        assert_eq!(refused.code, "TOO_COMPLEX");
        assert!(refused.message.ends_with(end), "{}", refused.message);
    }
}

#[actix_web::test]
async fn a_token_spends_five_thousand_points_an_hour_and_its_owner_none() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }";
    let mut secrets = Vec::new();
    for name in ["sheets", "dashboard"] {
        let made =
            app.ok(&admin, create, json!({ "input": { "name": name, "readOnly": true, "validDays": 30 } })).await;
        secrets.push(made["createApiToken"]["secret"].as_str().expect("a secret").to_owned());
    }
    // 95 operations with their ten clusters each are 1,045 records: ten points, and one for the request.
    let query = "{ operations(first: 95) { edges { node { clusters { id } } } } }";
    app.ok(&secrets[0], query, json!({})).await;
    assert_eq!(app.sql("select points_spent::text from api_tokens order by name desc"), ["11", "0"]);
    app.sql("update api_tokens set points_spent = 4990 where points_spent = 11");
    let ask = async |bearer: &str| {
        let request = app.client().post(format!("{}/graphql", app.url)).bearer_auth(bearer);
        let response = request.json(&json!({ "query": query })).send().await.expect("an answer");
        let wait = response.headers().get("retry-after").map(|wait| wait.to_str().expect("digits").to_owned());
        (response.status().as_u16(), wait.is_some_and(|wait| (1..=3600).contains(&wait.parse().expect("seconds"))))
    };
    assert_eq!(ask(&secrets[0]).await, (429, true));
    app.ok(&secrets[0], "{ viewer { user { email } } }", json!({})).await;
    assert_eq!(
        app.sql("select points_spent::text from api_tokens order by name desc"),
        ["4991", "0"],
        "what is refused is not spent"
    );
    assert_eq!(ask(&secrets[1]).await, (200, false), "every token has its own");
    assert_eq!(ask(&admin).await, (200, false), "people have no such account");
    app.advance(TimeDelta::hours(1));
    assert_eq!(ask(&secrets[0]).await, (200, false));
}
