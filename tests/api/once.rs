//! A write that is sent many times, because lines are bad and people press twice, has one effect and one answer.

use futures::future::join_all;
use serde_json::{Value, json};

use super::support::TestApp;

const CREATE: &str =
    "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id name version } }";

fn input(key: &str, name: &str) -> Value {
    json!({ "input": { "clientMutationId": key, "organisation": { "name": name, "kind": "NNGO" } } })
}

#[actix_web::test]
async fn the_same_write_a_hundred_times_at_once_has_one_effect_and_one_answer() {
    const KEY: &str = "019a0000-0000-7000-8000-00000000000a";
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let answers = join_all((0..100).map(|_| app.graphql(Some(&admin), CREATE, input(KEY, "Amsar Aid")))).await;
    assert!(answers[0]["data"]["createOrganisation"]["id"].is_string(), "{}", answers[0]);
    let other = answers.iter().find(|answer| **answer != answers[0]);
    assert!(other.is_none(), "{} and {}", answers[0], other.unwrap_or(&Value::Null));
    assert_eq!(app.sql("select name from organisations"), ["Amsar Aid"]);
    assert_eq!(app.sql("select count(*) from audit_events where entity = 'Organisation'"), ["1"]);
}

#[actix_web::test]
async fn a_key_that_comes_with_another_request_is_refused() {
    const KEY: &str = "019a0000-0000-7000-8000-00000000000b";
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let first = app.ok(&admin, CREATE, input(KEY, "Amsar Aid")).await;
    let refused = app.refused(&admin, CREATE, input(KEY, "Belqor Aid")).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("IDEMPOTENCY_MISMATCH", Some("clientMutationId")));
    let operation = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret } }";
    app.ok(&admin, operation, json!({ "input": { "name": "a", "readOnly": true, "validDays": 1 } })).await;
    assert_eq!(app.ok(&admin, CREATE, input(KEY, "Amsar Aid")).await, first, "the answer of then");
    assert_eq!(app.sql("select name from organisations"), ["Amsar Aid"]);
}

#[actix_web::test]
async fn a_write_that_was_refused_can_be_mended_and_sent_under_the_same_key() {
    const KEY: &str = "019a0000-0000-7000-8000-00000000000c";
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    assert_eq!(app.refused(&admin, CREATE, input(KEY, " ")).await.code, "INVALID");
    let made = app.ok(&admin, CREATE, input(KEY, "Amsar Aid")).await;
    assert_eq!(made["createOrganisation"]["name"], "Amsar Aid");
}

#[actix_web::test]
async fn answers_are_remembered_for_a_week_and_ended_sessions_for_ninety_days() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.sql(
        "insert into idempotency_keys (actor, key, operation, request_hash, created_at)
        select gen_random_uuid(), gen_random_uuid(), name, '', now() - age from (values
            ('young', interval '6 days'), ('old', interval '8 days')) write (name, age)",
    );
    app.sql("insert into sessions (id, user_id, family_id, token_hash, epoch, created_at, expires_at, used_at, revoked_at)
        select gen_random_uuid(), u.id, gen_random_uuid(), sha256(session.name::bytea), u.session_epoch, now() - interval '1 year', now() + ends, now() - used, now() - revoked
        from users u, (values
            ('open', interval '1 day', null::interval, null::interval), ('ended', interval '-89 days', null, null),
            ('long-ended', interval '-91 days', null, null), ('used', interval '1 day', interval '91 days', null),
            ('revoked', interval '1 day', null, interval '91 days')) session (name, ends, used, revoked)");
    app.sql(
        "insert into password_resets (id, user_id, token_hash, created_at, expires_at)
        select gen_random_uuid(), u.id, sha256(reset.name::bytea), now() - interval '1 year', now() - age
        from users u, (values ('lately', interval '1 day'), ('long-ago', interval '91 days')) reset (name, age)",
    );
    assert_eq!(app.tidy().await, 5);
    assert_eq!(app.tidy().await, 0, "what is forgotten is forgotten");
    assert_eq!(app.sql("select operation from idempotency_keys"), ["young"]);
    let left = "select count(*) from sessions where token_hash in (sha256('open'), sha256('ended'))
        union all select count(*) from sessions union all select count(*) from password_resets";
    assert_eq!(app.sql(left), ["2", "3", "1"], "and the administrator's own session");
}
