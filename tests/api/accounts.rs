//! Who may come in, and what ends a stay.

use chrono::TimeDelta;
use darasa::kit::auth::Role;
use serde_json::json;

use super::support::TestApp;

const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }";
const REFRESH: &str = "mutation($token: String) { refreshSession(refreshToken: $token) { accessToken refreshToken } }";
const ME: &str = "{ viewer { user { email } roles { role } } }";

#[actix_web::test]
async fn an_invitation_makes_an_account_once_and_with_the_role_it_was_for() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
    let input = json!({ "email": "Ines@Example.org", "name": "Ines", "language": "pt", "role": "VIEWER" });
    app.ok(&admin, invite, json!({ "input": input })).await;
    app.work().await;
    let token = app.secret_in_last_mail("/i/");
    let accept = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }";
    let weak = app.refused("", accept, json!({ "input": { "token": token, "password": "short" } })).await;
    assert_eq!((weak.code.as_str(), weak.field.as_deref()), ("INVALID", Some("password")));
    let accepted = app.ok("", accept, json!({ "input": { "token": token, "password": "long enough now" } })).await;
    assert_eq!(accepted["acceptInvitation"]["email"], "ines@example.org");
    let again = app.refused("", accept, json!({ "input": { "token": token, "password": "long enough now" } })).await;
    assert_eq!(again.field.as_deref(), Some("token"), "a link works once");
    let session =
        app.ok("", SIGN_IN, json!({ "input": { "email": "ines@example.org", "password": "long enough now" } })).await;
    let me = app.ok(session["signIn"]["accessToken"].as_str().expect("a token"), ME, json!({})).await;
    assert_eq!(me["viewer"]["roles"], json!([{ "role": "VIEWER" }]));
}

#[actix_web::test]
async fn an_invitation_is_over_after_three_days() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
    let input = json!({ "email": "late@example.org", "name": "Late", "language": "en", "role": "VIEWER" });
    app.ok(&admin, invite, json!({ "input": input })).await;
    app.work().await;
    app.advance(TimeDelta::hours(73));
    let accept = "mutation($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { email } }";
    let input = json!({ "token": app.secret_in_last_mail("/i/"), "password": "long enough now" });
    assert_eq!(app.refused("", accept, json!({ "input": input })).await.code, "INVALID");
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_are_told_apart_by_nobody() {
    let app = TestApp::start().await;
    app.administrator().await;
    let wrong = app
        .refused("", SIGN_IN, json!({ "input": { "email": "admin@example.org", "password": "wrong password" } }))
        .await;
    let unknown = app
        .refused("", SIGN_IN, json!({ "input": { "email": "nobody@example.org", "password": "wrong password" } }))
        .await;
    assert_eq!(wrong, unknown);
    assert_eq!(wrong.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn a_refresh_token_that_comes_back_late_ends_the_whole_family() {
    let app = TestApp::start().await;
    app.administrator().await;
    let input = json!({ "email": "admin@example.org", "password": "a password for tests" });
    let first = app.ok("", SIGN_IN, json!({ "input": input })).await;
    let stolen = first["signIn"]["refreshToken"].clone();
    let second = app.ok("", REFRESH, json!({ "token": stolen })).await;
    app.advance(TimeDelta::seconds(31));
    assert_eq!(app.refused("", REFRESH, json!({ "token": stolen })).await.code, "UNAUTHENTICATED");
    let heir = second["refreshSession"]["refreshToken"].clone();
    assert_eq!(app.refused("", REFRESH, json!({ "token": heir })).await.code, "UNAUTHENTICATED");
    let access = second["refreshSession"]["accessToken"].as_str().expect("a token");
    assert_eq!(app.refused(access, ME, json!({})).await.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn fifty_tabs_that_refresh_within_half_a_minute_have_one_heir() {
    let app = TestApp::start().await;
    app.administrator().await;
    let input = json!({ "email": "admin@example.org", "password": "a password for tests" });
    let first = app.ok("", SIGN_IN, json!({ "input": input })).await["signIn"]["refreshToken"].take();
    let tabs = (0..50).map(|_| app.ok("", REFRESH, json!({ "token": first })));
    let mut heirs: Vec<_> = futures::future::join_all(tabs).await;
    app.advance(TimeDelta::seconds(30));
    heirs.push(app.ok("", REFRESH, json!({ "token": first })).await);
    let heir = heirs[0]["refreshSession"]["refreshToken"].clone();
    assert_ne!(heir, first);
    for one in &heirs {
        assert_eq!(one["refreshSession"]["refreshToken"], heir);
        let access = one["refreshSession"]["accessToken"].as_str().expect("a token");
        app.ok(access, ME, json!({})).await;
    }
    let families = app.sql("select count(*)::text from sessions group by family_id order by 1");
    assert_eq!(families, ["1", "2"], "another sign-in; this one, and its one heir");
    let next = app.ok("", REFRESH, json!({ "token": heir })).await;
    assert_ne!(next["refreshSession"]["refreshToken"], heir);
    app.advance(TimeDelta::seconds(1));
    assert_eq!(app.refused("", REFRESH, json!({ "token": first })).await.code, "UNAUTHENTICATED", "that is a replay");
    let last = next["refreshSession"]["refreshToken"].clone();
    assert_eq!(app.refused("", REFRESH, json!({ "token": last })).await.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn a_sign_in_that_a_new_password_overtook_does_not_last() {
    let app = TestApp::start().await;
    app.administrator().await;
    let input = json!({ "email": "admin@example.org", "password": "a password for tests" });
    let session = app.ok("", SIGN_IN, json!({ "input": input })).await["signIn"].take();
    let kept = app.ok("", REFRESH, json!({ "token": session["refreshToken"] })).await["refreshSession"].take();
    // What is left when the old password was verified before the reset, and the session written after it: nothing revoked, an older epoch.
    app.sql("update users set session_epoch = session_epoch + 1");
    assert_eq!(app.refused("", REFRESH, json!({ "token": kept["refreshToken"] })).await.code, "UNAUTHENTICATED");
    assert_eq!(app.refused("", REFRESH, json!({ "token": session["refreshToken"] })).await.code, "UNAUTHENTICATED");
    let access = kept["accessToken"].as_str().expect("a token");
    assert_eq!(app.refused(access, ME, json!({})).await.code, "UNAUTHENTICATED");
}

/// Where a secret lies in clear: the tables that have a row with it.
fn kept_in_clear(app: &TestApp, secret: &str) -> Vec<String> {
    let tables = app.sql(
        "select table_name::text from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    let of = |table: &String| format!("select '{table}' from {table} t where strpos(t::text, '{secret}') > 0");
    app.sql(&tables.iter().map(of).collect::<Vec<_>>().join(" union "))
}

#[actix_web::test]
async fn a_link_is_kept_in_clear_until_its_mail_is_sent_and_then_nowhere() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
    let input = json!({ "email": "ines@example.org", "name": "Ines", "language": "pt", "role": "VIEWER" });
    app.ok(&admin, invite, json!({ "input": input })).await;
    app.ok("", "mutation { requestPasswordReset(email: \"admin@example.org\") }", json!({})).await;
    // A worker took them and died: they are sent again as they were, under the same ids.
    app.sql(
        "update outbox_messages set state = 'sending', attempts = 1, next_attempt_at = now() + interval '2 minutes'",
    );
    app.work().await;
    assert!(app.mails().is_empty(), "another worker may be at it");
    app.advance(TimeDelta::minutes(3));
    app.work().await;
    let ids = app.sql("select id::text from outbox_messages where state = 'sent'");
    assert_eq!(ids.len(), 2);
    let mails = app.mails();
    assert!(ids.iter().all(|id| mails.iter().any(|mail| mail.contains(id))), "the Message-ID is made of the id");
    for path in ["/i/", "/r/"] {
        let mail = mails.iter().map(|mail| mail.replace("=\r\n", "")).find(|mail| mail.contains(path)).expect("a mail");
        let start = mail.find(path).expect("a link") + path.len();
        let secret: String = mail[start..]
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter))
            .collect();
        assert_eq!(secret.len(), 43, "{secret}");
        assert_eq!(kept_in_clear(&app, &secret), Vec::<String>::new());
        assert_eq!(app.get(&format!("{path}{secret}"), &[]).await.0, 200, "the link works");
    }
}

#[actix_web::test]
async fn a_revoked_grant_is_dead_at_once() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let reader = app.someone("reader@example.org", Role::Viewer, json!({})).await;
    let roles = app.ok(&reader, ME, json!({})).await;
    assert_eq!(roles["viewer"]["roles"].as_array().map(Vec::len), Some(1));
    let uuid = app.sql("select id from grants where role = 'VIEWER'").remove(0);
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    let grant = URL_SAFE_NO_PAD.encode(format!("Grant:{}", uuid.replace('-', "")));
    let revoke = "mutation($input: RevokeGrantInput!) { revokeGrant(input: $input) { role } }";
    app.ok(&admin, revoke, json!({ "input": { "grantId": grant } })).await;
    let roles = app.ok(&reader, ME, json!({})).await;
    assert_eq!(roles["viewer"]["roles"], json!([]));
}

#[actix_web::test]
async fn a_new_password_ends_every_session() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    app.ok("", "mutation { requestPasswordReset(email: \"nobody@example.org\") }", json!({})).await;
    app.ok("", "mutation { requestPasswordReset(email: \"admin@example.org\") }", json!({})).await;
    app.work().await;
    assert_eq!(app.mails().len(), 1, "nobody gets nothing");
    let reset = "mutation($input: ResetPasswordInput!) { resetPassword(input: $input) }";
    app.ok("", reset, json!({ "input": { "token": app.secret_in_last_mail("/r/"), "password": "another long one" } }))
        .await;
    assert_eq!(app.refused(&admin, ME, json!({})).await.code, "UNAUTHENTICATED");
    let input = json!({ "email": "admin@example.org", "password": "another long one" });
    assert!(app.ok("", SIGN_IN, json!({ "input": input })).await["signIn"]["accessToken"].is_string());
}

#[actix_web::test]
async fn a_read_only_api_token_reads_and_does_not_write() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create =
        "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { prefix } } }";
    let input = json!({ "name": "our script", "readOnly": true, "validDays": 30 });
    let made = app.ok(&admin, create, json!({ "input": input })).await;
    let secret = made["createApiToken"]["secret"].as_str().expect("a secret").to_owned();
    assert!(secret.starts_with(made["createApiToken"]["apiToken"]["prefix"].as_str().expect("a prefix")));
    assert_eq!(app.ok(&secret, ME, json!({})).await["viewer"]["user"]["email"], "admin@example.org");
    let grant = "mutation($input: GrantRoleInput!) { grantRole(input: $input) { role } }";
    let refused =
        app.refused(&secret, grant, json!({ "input": { "email": "admin@example.org", "role": "VIEWER" } })).await;
    assert_eq!(refused.code, "FORBIDDEN");
    app.advance(TimeDelta::days(31));
    assert_eq!(app.refused(&secret, ME, json!({})).await.code, "UNAUTHENTICATED");
}

#[actix_web::test]
async fn a_token_that_is_asked_for_twice_is_one_and_its_secret_is_told_once_and_kept_nowhere() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create = "mutation($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret apiToken { id } } }";
    let key = "019a0000-0000-7000-8000-00000000000a";
    let input = json!({ "clientMutationId": key, "name": "our script", "readOnly": true, "validDays": 30 });
    let first = app.ok(&admin, create, json!({ "input": input })).await;
    let again = app.ok(&admin, create, json!({ "input": input })).await;
    let secret = first["createApiToken"]["secret"].as_str().expect("a secret");
    assert_eq!(again["createApiToken"]["secret"], json!(null));
    assert_eq!(again["createApiToken"]["apiToken"], first["createApiToken"]["apiToken"]);
    assert_eq!(app.sql("select name from api_tokens"), ["our script"]);
    assert_eq!(app.sql("select key::text from idempotency_keys where operation = 'createApiToken'"), [key]);
    let kept = app.sql(&format!(
        "select response::text from idempotency_keys where response::text like '%{secret}%' \
         union all select after::text from audit_events where after::text like '%{secret}%'"
    ));
    assert!(kept.is_empty(), "{kept:?}");
}
