//! What is taken from somebody is taken from their sockets, too.

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use crate::{
    monitoring::world::{self, GIRLS, JANUARY, MATERIALS, P, X, plan, report, row, save},
    support::{PASSWORD, TestApp, generate::global_id, served::eventually, socket::Socket},
};

const REPORTS: &str = "subscription($plan: ID!) { reportChanged(planId: $plan) { version } }";

fn forbidden() -> (u16, String) {
    (4403, "Forbidden".to_owned())
}

async fn listening(app: &TestApp, token: &str) -> Socket {
    let mut socket = Socket::open(&app.url, token).await;
    socket.listen("s", REPORTS, json!({ "plan": plan() })).await;
    socket
}

#[actix_web::test]
async fn a_role_that_is_taken_back_closes_its_holders_sockets_and_no_others() {
    let (app, officer) = world::start().await;
    let coordinator = world::coordinator(&app).await;
    let editor = world::partner(&app, "editor@p.example", Role::PartnerEditor, P).await;
    let (mut theirs, mut others) = (listening(&app, &editor).await, listening(&app, &officer).await);
    let mut visitor = Socket::open(&app.url, "").await;
    let grant =
        app.sql("select g.id::text from grants g join users u on u.id = g.user_id where u.email = 'editor@p.example'");
    let id = global_id("Grant", &grant[0]);
    let revoke = "mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { id } }";
    app.ok(&coordinator, revoke, json!({ "input": { "grantId": id } })).await;
    assert_eq!(theirs.closed().await, forbidden());
    save(&app, &officer, report(P, JANUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 1, 0)])]))).await;
    assert_eq!(others.news("s").await["reportChanged"]["version"], 1);
    assert_eq!(visitor.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    // Without the role the socket opens, for they are still somebody; there is nothing to listen for.
    let mut again = Socket::open(&app.url, &editor).await;
    assert_eq!(again.ask(REPORTS, json!({ "plan": plan() })).await[0]["extensions"]["code"], "FORBIDDEN");
}

#[actix_web::test]
async fn a_role_that_ends_on_a_day_closes_its_holders_sockets_on_that_day() {
    let (app, officer) = world::start().await;
    let token = api_token(&app, &officer).await;
    let mut socket = listening(&app, &token["secret"]).await;
    drop(socket);
    app.sql("update grants set valid_until = now() + interval '1 day' where user_id = (select id from users where email = 'imo@example.org')");
    socket = listening(&app, &token["secret"]).await;
    app.advance(TimeDelta::hours(23));
    assert_eq!(socket.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    app.advance(TimeDelta::hours(2));
    assert_eq!(socket.closed().await, forbidden());
}

#[actix_web::test]
async fn an_access_token_ends_its_sockets_with_it() {
    let (app, officer) = world::start().await;
    let mut socket = listening(&app, &officer).await;
    app.advance(TimeDelta::minutes(10));
    assert_eq!(socket.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query", "five seconds of grace");
    app.advance(TimeDelta::seconds(5));
    assert_eq!(socket.closed().await, forbidden());
    let mut again = Socket::silent(&app.url).await;
    again.initialise(&officer).await;
    assert_eq!(again.closed().await, (4401, "Unauthorized".to_owned()));
}

/// A new API token of whoever signs in with this address: id and secret.
async fn api_token(app: &TestApp, token: &str) -> std::collections::HashMap<&'static str, String> {
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id } } }";
    let input = json!({ "input": { "name": "mine", "validDays": 30, "readOnly": true } });
    let made = app.ok(token, create, input).await["createApiToken"].take();
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    [("secret", text(&made["secret"])), ("id", text(&made["apiToken"]["id"]))].into()
}

#[actix_web::test]
async fn an_api_token_that_is_taken_back_and_one_that_is_over_end_their_sockets() {
    let (app, officer) = world::start().await;
    let (one, other) = (api_token(&app, &officer).await, api_token(&app, &officer).await);
    let (mut first, mut second) = (listening(&app, &one["secret"]).await, listening(&app, &other["secret"]).await);
    let revoke = "mutation($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { id } }";
    app.ok(&officer, revoke, json!({ "input": { "apiTokenId": one["id"] } })).await;
    assert_eq!(first.closed().await, forbidden());
    assert_eq!(second.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    app.advance(TimeDelta::days(30));
    assert_eq!(second.closed().await, forbidden());
}

#[actix_web::test]
async fn signing_out_and_a_new_password_end_the_sockets_of_those_sign_ins() {
    let (app, officer) = world::start().await;
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }";
    let input = json!({ "input": { "email": "imo@example.org", "password": PASSWORD } });
    let session = app.ok("", sign_in, input).await["signIn"].take();
    let mut here = listening(&app, &officer).await;
    let mut there = listening(&app, session["accessToken"].as_str().expect("a token")).await;
    let sign_out = "mutation($token: String) { signOut(refreshToken: $token) }";
    app.ok("", sign_out, json!({ "token": session["refreshToken"] })).await;
    assert_eq!(there.closed().await, forbidden());
    assert_eq!(here.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query", "another sign-in");
    app.ok("", "mutation { requestPasswordReset(email: \"imo@example.org\") }", json!({})).await;
    app.work().await;
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) }";
    let secret = app.secret_in_last_mail("/r/");
    app.ok("", reset, json!({ "input": { "token": secret, "password": "another long password" } })).await;
    assert_eq!(here.closed().await, forbidden());
}

#[actix_web::test]
async fn a_spent_token_is_refused_an_operation_and_keeps_its_socket() {
    let (app, officer) = world::start().await;
    let token = api_token(&app, &officer).await;
    let mut socket = listening(&app, &token["secret"]).await;
    app.sql("update api_tokens set points_spent = 4999");
    assert_eq!(socket.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    let refused = socket.ask("{ __typename }", json!({})).await;
    assert_eq!(refused[0]["extensions"]["key"], "token-points-spent", "{refused:#}");
    assert!(refused[0]["extensions"]["retryAfter"].is_number());
    save(&app, &officer, report(P, JANUARY, 0, json!([row(MATERIALS, X, &[(GIRLS, 1, 0)])]))).await;
    let (code, _) = socket.closed().await;
    assert_eq!(code, 1013, "what could not be told is not passed over in silence");
    eventually("it is closed", async || super::open_sockets(&app).await == 0).await;
}
