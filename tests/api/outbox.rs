//! What becomes of mails that a relay refuses, and of addresses that are none.

use chrono::TimeDelta;
use darasa::{
    accounts,
    app::jobs,
    kit::{
        mail::{outbox, transport::Transport},
        stop::Stop,
        text::Language,
    },
};
use serde_json::json;

use super::support::{PASSWORD, TestApp, smtp::Relay};

/// Asks for a link and sends what waits; the clock goes on.
async fn ask(app: &TestApp, relay: &Relay, email: &str) {
    app.advance(TimeDelta::hours(2));
    let reset = "mutation($email: String!) { requestPasswordReset(email: $email) }";
    app.ok("", reset, json!({ "email": email })).await;
    let transport = Transport::smtp(&relay.url, "Darasa <darasa@darasa.test>").expect("a relay");
    outbox::dispatch(&app.program(), &jobs::templates(), &transport, &Stop::default())
        .await
        .expect("the outbox is open");
}

#[actix_web::test]
async fn an_address_that_a_relay_does_not_know_gets_no_second_mail_and_others_do() {
    let app = TestApp::start().await;
    let relay = Relay::start(|address| match address {
        "gone@example.org" => "550 5.1.1 <gone@example.org>: user unknown".to_owned(),
        "spam@example.org" => "550 5.7.1 not wanted here".to_owned(),
        "busy@example.org" => "451 4.7.1 try again later".to_owned(),
        _ => "250 2.1.5 ok".to_owned(),
    })
    .await;
    for name in ["gone", "spam", "busy", "fine"] {
        let email = format!("{name}@example.org");
        accounts::create_user(&app.program(), &email, name, Language::En, PASSWORD).await.expect("an account");
        ask(&app, &relay, &email).await;
    }
    let states = || app.sql("select recipient || ' ' || state from outbox_messages order by created_at, recipient");
    let tried =
        ["gone@example.org failed", "spam@example.org failed", "busy@example.org queued", "fine@example.org sent"];
    assert_eq!(states(), tried);
    let listed = app.sql("select address || ': ' || reason from mail_suppressions");
    assert_eq!(listed.len(), 1, "{listed:?}");
    assert!(listed[0].starts_with("gone@example.org: ") && listed[0].contains("5.1.1"), "{listed:?}");
    let before = relay.asked().iter().filter(|address| *address == "gone@example.org").count();
    for name in ["gone", "spam"] {
        ask(&app, &relay, &format!("{name}@example.org")).await;
    }
    let after = relay.asked().iter().filter(|address| *address == "gone@example.org").count();
    assert_eq!((before, after), (1, 1), "nobody is asked again about an address that is none");
    assert_eq!(states()[4..], ["gone@example.org suppressed", "spam@example.org failed"]);
    assert_eq!(app.sql("select count(*) from mail_suppressions"), ["1"]);
}
