//! The pages behind the links of account mails.

use chrono::TimeDelta;
use serde_json::json;

use super::support::TestApp;

const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";

async fn invite(app: &TestApp) -> String {
    let admin = app.administrator().await;
    let invite = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { email } }";
    let input = json!({ "email": "ines@example.org", "name": "Inès <b>", "language": "fr", "role": "VIEWER" });
    app.ok(&admin, invite, json!({ "input": input })).await;
    app.work().await;
    app.secret_in_last_mail("/i/")
}

#[actix_web::test]
async fn an_invitation_is_accepted_on_a_page_without_any_script() {
    let app = TestApp::start().await;
    let path = format!("/i/{}", invite(&app).await);
    let (status, _, page) = app.get(&path, &[("accept-language", "es")]).await;
    assert_eq!(status, 200);
    assert!(page.contains("lang=\"fr\"") && page.contains("Bienvenue, Inès &#60;b&#62;"), "{page}");
    assert!(!page.contains("<script") && !page.contains(" style="), "{page}");
    let (status, page) = app.submit_form(&path, "password=short").await;
    assert_eq!(status, 400);
    assert!(page.contains("role=\"alert\"") && page.contains("aria-invalid=\"true\""), "{page}");
    assert!(!page.contains("short"), "a password is never sent back");
    let (status, page) = app.submit_form(&path, "password=long+enough+now").await;
    assert_eq!(status, 200, "{page}");
    let input = json!({ "input": { "email": "ines@example.org", "password": "long enough now" } });
    assert!(app.ok("", SIGN_IN, input).await["signIn"]["accessToken"].is_string());
    let (status, page) = app.submit_form(&path, "password=long+enough+now").await;
    assert_eq!(status, 404, "a link works once");
    assert!(page.contains("This link is not good any more"), "{page}");
    assert_eq!(app.get(&path, &[]).await.0, 404);
}

#[actix_web::test]
async fn an_invitation_that_is_over_says_so_in_the_reader_s_language() {
    let app = TestApp::start().await;
    let path = format!("/i/{}", invite(&app).await);
    app.advance(TimeDelta::hours(73));
    let (status, _, page) = app.get(&path, &[("accept-language", "ar-SY")]).await;
    assert_eq!(status, 404);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
}

#[actix_web::test]
async fn a_new_password_is_set_on_a_page_and_the_old_one_is_dead() {
    let app = TestApp::start().await;
    app.administrator().await;
    app.ok("", "mutation { requestPasswordReset(email: \"admin@example.org\") }", json!({})).await;
    app.work().await;
    let path = format!("/r/{}", app.secret_in_last_mail("/r/"));
    let (status, _, page) = app.get(&path, &[]).await;
    assert!(status == 200 && page.contains("admin@example.org"), "{page}");
    assert_eq!(app.submit_form(&path, "password=another+long+one").await.0, 200);
    let sign_in = |password: &str| json!({ "input": { "email": "admin@example.org", "password": password } });
    assert_eq!(app.refused("", SIGN_IN, sign_in("a password for tests")).await.code, "UNAUTHENTICATED");
    app.ok("", SIGN_IN, sign_in("another long one")).await;
    assert_eq!(app.get(&path, &[]).await.0, 404);
    assert_eq!(app.get("/r/nonsense", &[]).await.0, 404);
    assert_eq!(app.submit_form("/r/nonsense", "").await.0, 400, "a form without its field");
}

#[actix_web::test]
async fn pages_find_their_style_sheets() {
    let app = TestApp::start().await;
    let (_, _, page) = app.get("/i/nonsense", &[]).await;
    let sheets: Vec<_> = page.split("<link rel=\"stylesheet\" href=\"").skip(1).collect();
    assert_eq!(sheets.len(), 2);
    for sheet in sheets {
        let (status, headers, _) = app.get(sheet.split('"').next().expect("an address"), &[]).await;
        assert_eq!(status, 200);
        assert_eq!(headers["content-type"], "text/css; charset=utf-8");
    }
}

#[actix_web::test]
async fn the_explorer_runs_its_own_script_and_no_other_and_is_fetched_once() {
    let app = TestApp::start().await;
    let (status, headers, page) = app.get("/explorer", &[]).await;
    assert_eq!(status, 200);
    let policy = headers["content-security-policy"].to_str().expect("text");
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
    assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
    assert!(!page.contains("://") && !page.contains(" style=") && !page.contains("onload"), "{page}");
    for path in ["/assets/explorer/explorer.js", "/assets/explorer/explorer.css", "/assets/explorer/licences.txt"] {
        let (status, headers, _) = app.get(path, &[]).await;
        assert_eq!(status, 200, "{path}");
        let tag = headers["etag"].to_str().expect("text").to_owned();
        assert_eq!(app.get(path, &[("If-None-Match", &tag)]).await.0, 304, "{path}");
    }
}
