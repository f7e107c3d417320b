//! Tokens that were forged, taken back, or sent in somebody's name by a foreign page.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::TimeDelta;
use ed25519_dalek::{Signer, SigningKey, pkcs8::DecodePrivateKey};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::header::{AUTHORIZATION, COOKIE, HeaderValue, SET_COOKIE};
use serde_json::{Value, json};

use super::support::{PASSWORD, TestApp};

const ME: &str = "{ viewer { user { email } } }";

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn read(part: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("a part of a token")).expect("JSON")
}

/// A good token of a program, taken to pieces and put together in other ways.
struct Forge {
    key: SigningKey,
    header: Value,
    claims: Value,
}

impl Forge {
    fn of(app: &TestApp, token: &str) -> Self {
        let parts: Vec<&str> = token.split('.').collect();
        let key = SigningKey::from_pkcs8_pem(&app.signing_key).expect("the program's key");
        Self { key, header: read(parts[0]), claims: read(parts[1]) }
    }

    /// A token that differs in these entries of header and claims; null takes an entry out.
    fn token(&self, header: Value, claims: Value) -> String {
        self.signed(&self.key, header, claims)
    }

    fn signed(&self, key: &SigningKey, header: Value, claims: Value) -> String {
        let text = format!("{}.{}", part(&changed(&self.header, header)), part(&changed(&self.claims, claims)));
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(key.sign(text.as_bytes()).to_bytes()))
    }

    /// The claims, signed by a secret that everybody knows.
    fn with_secret(&self, secret: &[u8]) -> String {
        let mut header = Header::new(Algorithm::HS256);
        header.kid = self.header["kid"].as_str().map(str::to_owned);
        header.typ = self.header["typ"].as_str().map(str::to_owned);
        jsonwebtoken::encode(&header, &self.claims, &EncodingKey::from_secret(secret)).expect("a token")
    }
}

fn changed(before: &Value, changes: Value) -> Value {
    let mut after = before.clone();
    for (name, value) in changes.as_object().expect("an object") {
        after[name] = value.clone();
    }
    after.as_object_mut().expect("an object").retain(|_, value| !value.is_null());
    after
}

#[actix_web::test]
async fn a_forged_token_opens_nothing() {
    let app = TestApp::start().await;
    let good = app.administrator().await;
    let forge = Forge::of(&app, &good);
    let (same, now) = (json!({}), app.clock.now().timestamp());
    let again = forge.token(same.clone(), same.clone());
    assert_eq!(app.ok(&again, ME, json!({})).await["viewer"]["user"]["email"], "admin@example.org", "the forge works");
    let public = forge.key.verifying_key();
    let stranger = SigningKey::from_bytes(&[7; 32]);
    let (head, rest) = good.split_once('.').expect("three parts");
    let unsigned = rest.split_once('.').expect("three parts").0;
    let none = part(&changed(&forge.header, json!({ "alg": "none" })));
    let cases = [
        ("no signature", format!("{none}.{unsigned}.")),
        ("an empty signature", format!("{head}.{unsigned}.")),
        ("the public key as a secret", forge.with_secret(public.as_bytes())),
        ("the public key's text as a secret", forge.with_secret(URL_SAFE_NO_PAD.encode(public.as_bytes()).as_bytes())),
        ("another algorithm's name", forge.token(json!({ "alg": "ES256" }), same.clone())),
        ("an unknown key's name", forge.token(json!({ "kid": "0000000000000000" }), same.clone())),
        ("no key's name", forge.token(json!({ "kid": null }), same.clone())),
        ("another kind of token", forge.token(json!({ "typ": "JWT" }), same.clone())),
        ("no kind of token", forge.token(json!({ "typ": null }), same.clone())),
        ("a stranger's key under our key's name", forge.signed(&stranger, same.clone(), same.clone())),
        ("another audience", forge.token(same.clone(), json!({ "aud": "another-api" }))),
        ("no audience", forge.token(same.clone(), json!({ "aud": null }))),
        ("another issuer", forge.token(same.clone(), json!({ "iss": "another" }))),
        ("expired", forge.token(same.clone(), json!({ "exp": now - 6 }))),
        ("from the future", forge.token(same.clone(), json!({ "iat": now + 60 }))),
        ("no end", forge.token(same.clone(), json!({ "exp": null }))),
        ("an end in words", forge.token(same.clone(), json!({ "exp": "never" }))),
        ("an older epoch", forge.token(same.clone(), json!({ "epoch": -1 }))),
        (
            "a user that is not there",
            forge.token(same.clone(), json!({ "sub": "019a0000-0000-7000-8000-000000000001" })),
        ),
        (
            "other claims under the same signature",
            good.replace(unsigned, &part(&changed(&forge.claims, json!({ "exp": now + 9_999 })))),
        ),
    ];
    for (what, token) in cases {
        let answer = app.graphql(Some(&token), ME, json!({})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{what}: {answer}");
    }
    app.advance(TimeDelta::minutes(11));
    assert_eq!(app.refused(&good, ME, json!({})).await.code, "UNAUTHENTICATED", "our own, too old");
}

#[actix_web::test]
async fn a_header_that_is_no_token_is_refused_and_not_taken_for_a_visitor() {
    let app = TestApp::start().await;
    let headers =
        ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b c", "Bearer ...", "Bearer darasa_", "Bearer darasa_\u{1}x"];
    let long = format!("Bearer {}", "x".repeat(20_000));
    let bytes =
        headers.iter().map(|text| text.as_bytes().to_vec()).chain([long.into_bytes(), b"Bearer \xff\xfe".to_vec()]);
    for header in bytes {
        let Ok(value) = HeaderValue::from_bytes(&header) else { continue };
        let request = app.client().post(format!("{}/graphql", app.url)).header(AUTHORIZATION, value);
        let response = request.json(&json!({ "query": ME })).send().await.expect("an answer");
        assert_eq!(response.status().as_u16(), 401, "{}", String::from_utf8_lossy(&header));
    }
}

#[actix_web::test]
async fn an_api_token_is_dead_when_it_is_taken_back_and_never_opens_a_session() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id } } }";
    let made = app.ok(&admin, create, json!({ "input": { "name": "a", "readOnly": false, "validDays": 1 } })).await;
    let secret = made["createApiToken"]["secret"].as_str().expect("a secret").to_owned();
    app.ok(&secret, ME, json!({})).await;
    let refresh = "mutation($token: String) { refreshSession(refreshToken: $token) { accessToken } }";
    assert_eq!(app.refused("", refresh, json!({ "token": secret })).await.code, "UNAUTHENTICATED");
    let revoke = "mutation($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { revokedAt } }";
    app.ok(&admin, revoke, json!({ "input": { "apiTokenId": made["createApiToken"]["apiToken"]["id"] } })).await;
    assert_eq!(app.refused(&secret, ME, json!({})).await.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn a_foreign_page_cannot_use_the_cookie_and_a_stolen_one_ends_the_sign_in() {
    const REFRESH: &str = "mutation { refreshSession { accessToken } }";
    let app = TestApp::start().await;
    app.administrator().await;
    let url = format!("{}/graphql", app.url);
    let sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }";
    let input = json!({ "email": "admin@example.org", "password": PASSWORD, "cookie": true });
    let request = app.client().post(&url).json(&json!({ "query": sign_in, "variables": { "input": input } }));
    let response = request.send().await.expect("an answer");
    let cookie = response.headers()[SET_COOKIE].to_str().expect("text").to_owned();
    for attribute in ["HttpOnly", "SameSite=Strict", "Path=/graphql"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let body: Value = response.json().await.expect("JSON");
    assert_eq!(body["data"]["signIn"]["refreshToken"], Value::Null, "what a cookie holds, no script may read");
    let pair = cookie.split(';').next().expect("a pair").to_owned();
    let refresh = async |ours: bool| {
        let request = app.client().post(&url).header(COOKIE, &pair).json(&json!({ "query": REFRESH }));
        let request = if ours { request.header("X-Darasa-Client", "web") } else { request };
        request.send().await.expect("an answer").json::<Value>().await.expect("JSON")
    };
    assert_eq!(refresh(false).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    let fresh = refresh(true).await["data"]["refreshSession"]["accessToken"].as_str().expect("a token").to_owned();
    app.ok(&fresh, ME, json!({})).await;
    app.advance(TimeDelta::minutes(1));
    assert_eq!(refresh(true).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "the same again, late");
    assert_eq!(app.refused(&fresh, ME, json!({})).await.code, "UNAUTHENTICATED", "the whole sign-in has ended");
}

#[actix_web::test]
async fn one_id_of_a_request_stands_in_the_answer_and_in_the_history() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } } }";
    let input = json!({ "name": "a", "readOnly": true, "validDays": 1 });
    for (sent, number) in [(Some("proxy-7.a_b"), "1"), (None, "2"), (Some("not fit for a log"), "3")] {
        let request = app.client().post(format!("{}/graphql", app.url)).bearer_auth(&admin);
        let request = sent.iter().fold(request, |request, id| request.header("X-Request-Id", *id));
        let body = json!({ "query": create, "variables": { "input": input } });
        let response = request.json(&body).send().await.expect("an answer");
        let answered = response.headers()["x-request-id"].to_str().expect("text").to_owned();
        assert_eq!(answered == "proxy-7.a_b", number == "1");
        let made = app.sql(&format!("select entity from audit_events where request_id = '{answered}'"));
        assert_eq!(made, ["ApiToken"]);
    }
}
