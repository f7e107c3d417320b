//! Following an operation or an appeal by mail: nobody is written to who did not say yes, and whoever says stop hears nothing more.

use chrono::{NaiveDate, TimeDelta};
use darasa::{
    appeals::mail::{EditionMoney, EditionPublished},
    kit::{
        auth::Role,
        scope::OperationId,
        text::{Language, LocalizedText},
    },
    notices::{self, SubjectKind},
};
use futures::FutureExt;
use serde_json::{Value, json};
use uuid::Uuid;

use super::support::TestApp;

const SUBSCRIBE: &str = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
const COUNTS: &str = "query($id: ID!) { subscriberCounts(operationId: $id, first: 10) \
    { edges { node { subject subjectId title confirmed pending } } } }";
const OPERATION: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0001);
const APPEAL: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0002);
const DRAFT: Uuid = Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0003);

fn operation() -> String {
    OperationId::from_uuid(OPERATION).global().to_string()
}

fn appeal(id: Uuid) -> String {
    use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
    URL_SAFE_NO_PAD.encode(format!("Appeal:{}", id.simple()))
}

/// An operation with a published appeal and one in preparation.
async fn start() -> TestApp {
    let app = TestApp::start().await;
    app.sql(&format!(
        "insert into operations (id, code, names, default_language, time_zone, location_precision, small_cell_threshold, status, created_at, updated_at) \
         values ('{OPERATION}', 'TAL', '{{\"en\": \"Taluna\"}}', 'en', 'UTC', 'AREA', 5, 'ACTIVE', now(), now())"
    ));
    for (id, code, status) in [(APPEAL, "EDU-XE-2026", "PUBLISHED"), (DRAFT, "EDU-XE-2027", "DRAFT")] {
        app.sql(&format!(
            "insert into appeals (id, operation_id, code, kind, names, starts_on, ends_on, status, created_at, updated_at) values \
             ('{id}', '{OPERATION}', '{code}', 'FLASH_APPEAL', '{{\"en\": \"Taluna education appeal\", \"fr\": \"Appel éducation\"}}', \
              '2026-01-01', '2027-01-01', '{status}', now(), now())"
        ));
    }
    app
}

fn input(subject: &str, email: &str, language: &str) -> Value {
    json!({ "input": { "subjectId": subject, "email": email, "language": language } })
}

/// The secret in the link to `path` in the last mail to an address, as the outbox keeps it.
fn token(app: &TestApp, email: &str) -> String {
    app.sql(&format!("select token from subscriptions where email = '{email}' order by id desc limit 1")).remove(0)
}

/// Follows something and says yes.
async fn follow(app: &TestApp, subject: &str, email: &str, language: &str) -> String {
    app.ok("", SUBSCRIBE, input(subject, email, language)).await;
    let token = token(app, email);
    assert_eq!(app.submit_form(&format!("/s/{token}"), "").await.0, 200);
    token
}

async fn publish(app: &TestApp, event: Uuid) -> usize {
    let content = EditionPublished {
        sender: LocalizedText::new(Language::En, "Education Cluster Taluna"),
        title: LocalizedText::new(Language::En, "Taluna education appeal"),
        code: "EDU-XE-2026".to_owned(),
        number: 4,
        as_of: NaiveDate::from_ymd_opt(2026, 10, 31).expect("a date"),
        money: EditionMoney {
            currency: "USD".to_owned(),
            asked: None,
            required: Some(48_600_000.into()),
            received: Some(17_925_000.into()),
            paid: Some(10_575_000.into()),
            committed: Some(7_350_000.into()),
            pledged: None,
            missing: Some(30_675_000.into()),
        },
        target: None,
        reached: None,
        previous: None,
        largest_gap: None,
        without_partner: None,
        not_reported: None,
        reporting: None,
        url: "http://darasa.test/a/EDU-XE-2026/4".to_owned(),
    };
    let program = app.program();
    let told = program.transact(content, move |transaction, content| {
        async move {
            let subjects = [(SubjectKind::Appeal, APPEAL), (SubjectKind::Operation, OPERATION)];
            notices::tell(transaction, notices::Event { id: event, subjects: &subjects, content: &content }).await
        }
        .boxed()
    });
    told.await.expect("they are told")
}

#[actix_web::test]
async fn nobody_is_written_to_before_they_said_yes_by_a_button() {
    let app = start().await;
    app.ok("", SUBSCRIBE, input(&appeal(APPEAL), "Ines@Example.org", "fr")).await;
    app.work().await;
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].contains("To: ines@example.org"), "{}", mails[0]);
    assert!(mails[0].contains("Content-Language: fr"));
    assert!(!mails[0].contains("List-Unsubscribe"), "the question is no mail of a list");
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 0, "not yet");
    let token = token(&app, "ines@example.org");
    let (status, headers, page) = app.get(&format!("/s/{token}"), &[]).await;
    assert_eq!(status, 200);
    assert!(page.contains("<html lang=\"fr\" dir=\"ltr\">") && page.contains("Appel éducation"), "{page}");
    assert!(page.contains("<form class=\"flow\" method=\"post\">"), "{page}");
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["referrer-policy"], "no-referrer");
    assert!(headers["content-security-policy"].to_str().expect("text").starts_with("default-src 'self'"));
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 0, "a scanner that opens the link says nothing");
    assert_eq!(app.submit_form(&format!("/s/{token}"), "").await.0, 200);
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 1);
}

#[actix_web::test]
async fn a_new_a_known_and_a_stopped_address_get_the_same_answer() {
    let app = start().await;
    let follower = follow(&app, &appeal(APPEAL), "known@example.org", "en").await;
    app.work().await;
    let first = app.mails().len();
    for email in ["known@example.org", "new@example.org"] {
        let answer = app.ok("", SUBSCRIBE, input(&appeal(APPEAL), email, "en")).await;
        assert_eq!(answer, json!({ "subscribe": true }));
    }
    app.work().await;
    assert_eq!(app.mails().len(), first + 1, "who said yes is not asked again");
    for _ in 0..5 {
        app.ok("", SUBSCRIBE, input(&appeal(APPEAL), "new@example.org", "en")).await;
    }
    app.work().await;
    assert_eq!(app.mails().len(), first + 1, "nobody can fill a stranger's mailbox");
    app.advance(TimeDelta::days(1));
    app.ok("", SUBSCRIBE, input(&appeal(APPEAL), "new@example.org", "en")).await;
    app.submit_form(&format!("/u/{follower}"), "").await;
    app.ok("", SUBSCRIBE, input(&appeal(APPEAL), "known@example.org", "en")).await;
    app.work().await;
    assert_eq!(app.mails().len(), first + 3, "the next day both are asked");
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 0, "asked again is not yes");
}

#[actix_web::test]
async fn what_is_not_public_or_no_address_cannot_be_followed() {
    let app = start().await;
    for (subject, email, code, field) in [
        (appeal(DRAFT), "a@example.org", "NOT_FOUND", "subjectId"),
        (appeal(Uuid::from_u128(9)), "a@example.org", "NOT_FOUND", "subjectId"),
        ("nonsense".to_owned(), "a@example.org", "INVALID", "subjectId"),
        (appeal(APPEAL), "no address", "INVALID", "email"),
        (appeal(APPEAL), "a@example.org\r\nBcc: b@example.org", "INVALID", "email"),
    ] {
        let refused = app.refused("", SUBSCRIBE, input(&subject, email, "en")).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), (code, Some(field)), "{subject} {email}");
    }
}

#[actix_web::test]
async fn an_event_is_told_once_per_address_in_its_own_language_with_one_click_to_stop() {
    let app = start().await;
    let token = follow(&app, &appeal(APPEAL), "amal@example.org", "ar").await;
    follow(&app, &operation(), "amal@example.org", "ar").await;
    follow(&app, &operation(), "joao@example.org", "pt").await;
    app.work().await;
    let before = app.mails().len();
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 2, "who follows both gets one");
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 0, "told again, nobody gets it twice");
    app.work().await;
    let mails = app.mails().split_off(before);
    let to = |address: &str| {
        let mine: Vec<_> = mails.iter().filter(|mail| mail.contains(&format!("To: {address}"))).collect();
        assert_eq!(mine.len(), 1, "{address}");
        mine[0].clone()
    };
    let arabic = to("amal@example.org");
    assert!(arabic.contains("Content-Language: ar"));
    let unfolded = arabic.replace("\r\n ", " ");
    assert!(unfolded.contains(&format!("List-Unsubscribe: <http://darasa.test/u/{token}>")), "{unfolded}");
    assert!(unfolded.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert!(to("joao@example.org").contains("Content-Language: pt"));
    assert_eq!(publish(&app, Uuid::from_u128(2)).await, 2, "another event is told");
}

#[actix_web::test]
async fn who_says_stop_gets_nothing_more_not_even_what_waits() {
    let app = start().await;
    let token = follow(&app, &appeal(APPEAL), "ines@example.org", "en").await;
    follow(&app, &appeal(APPEAL), "other@example.org", "en").await;
    app.work().await;
    let before = app.mails().len();
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 2);
    let (status, _, page) = app.get(&format!("/u/{token}"), &[]).await;
    assert!(status == 200 && page.contains("method=\"post\""), "a GET only asks");
    let (status, page) = app.submit_form(&format!("/u/{token}"), "List-Unsubscribe=One-Click").await;
    assert_eq!(status, 200);
    assert!(page.contains("No more mails about Taluna education appeal"), "{page}");
    app.work().await;
    let mails = app.mails().split_off(before);
    assert_eq!(mails.len(), 1, "the mail that waited was taken back");
    assert!(mails[0].contains("To: other@example.org"));
    assert_eq!(publish(&app, Uuid::from_u128(2)).await, 1);
    assert_eq!(app.submit_form(&format!("/u/{token}"), "").await.0, 200, "twice is once");
    let (_, page) = app.submit_form(&format!("/s/{token}"), "").await;
    assert!(page.contains("No more mails"), "an old mail does not undo it");
    assert_eq!(publish(&app, Uuid::from_u128(3)).await, 1);
}

#[actix_web::test]
async fn a_mail_that_a_dead_or_failing_worker_held_does_not_go_out_after_its_reader_stopped() {
    let app = start().await;
    let mut stops = Vec::new();
    for (name, lease) in [("dead", "-1 minute"), ("failing", "1 minute")] {
        let email = format!("{name}@example.org");
        let stop = follow(&app, &appeal(APPEAL), &email, "en").await;
        stops.push((stop, email, lease));
    }
    app.work().await;
    let before = app.mails().len();
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 2);
    for (stop, email, lease) in &stops {
        app.sql(&format!(
            "update outbox_messages set state = 'sending', attempts = 1, next_attempt_at = now() + interval '{lease}' \
             where recipient = '{email}' and state = 'queued'"
        ));
        assert_eq!(app.submit_form(&format!("/u/{stop}"), "").await.0, 200);
    }
    // The worker whose attempt failed puts its mail back.
    app.sql("update outbox_messages set state = 'queued', next_attempt_at = now() - interval '1 minute' where recipient = 'failing@example.org' and state = 'sending'");
    app.work().await;
    assert_eq!(app.mails().len(), before, "both stopped");
    let states = app
        .sql("select recipient || ' ' || state || ' ' || last_error from outbox_messages where withdrawn order by 1");
    assert_eq!(states.len(), 2, "{states:?}");
    assert!(states.iter().all(|state| state.contains(" suppressed ")), "{states:?}");
}

#[actix_web::test]
async fn the_choosing_page_keeps_stops_and_wakes_what_the_address_follows() {
    let app = start().await;
    let token = follow(&app, &appeal(APPEAL), "ines@example.org", "en").await;
    follow(&app, &operation(), "ines@example.org", "en").await;
    let stranger = follow(&app, &operation(), "stranger@example.org", "en").await;
    let (status, _, page) = app.get(&format!("/n/{token}"), &[]).await;
    assert_eq!(status, 200);
    assert_eq!(page.matches(" checked").count(), 2, "{page}");
    assert!(page.contains("ines@example.org") && !page.contains("stranger"));
    let (status, page) = app.submit_form(&format!("/n/{token}"), "language=fr").await;
    assert_eq!(status, 200);
    assert!(page.contains("lang=\"fr\"") && page.contains("Votre choix est enregistré"), "{page}");
    assert_eq!(page.matches(" checked").count(), 0);
    assert_eq!(publish(&app, Uuid::from_u128(1)).await, 1, "the stranger only");
    let kept = page.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a box").to_owned();
    let body: &'static str = Box::leak(format!("keep={kept}").into_boxed_str());
    let (_, page) = app.submit_form(&format!("/n/{token}"), body).await;
    assert_eq!(page.matches(" checked").count(), 1, "{page}");
    assert!(page.contains("lang=\"fr\""), "the language stays");
    let (_, page) = app.submit_form(&format!("/n/{stranger}"), body).await;
    assert_eq!(page.matches(" checked").count(), 0, "another's box is not in reach");
    assert_eq!(publish(&app, Uuid::from_u128(2)).await, 1, "and stays as it was");
    for (path, body, expected) in
        [("/n/unknown", "keep=x", 400), ("/n/unknown", "", 404), ("/u/unknown", "", 404), ("/s/unknown", "", 404)]
    {
        let (status, page) = app.submit_form(path, body).await;
        assert_eq!(status, expected, "{path} {body}");
        assert!(page.contains("<!doctype html>"), "{page}");
    }
}

#[actix_web::test]
async fn those_who_coordinate_see_how_many_follow_and_nobody_sees_who() {
    let app = start().await;
    follow(&app, &appeal(APPEAL), "a@example.org", "en").await;
    follow(&app, &appeal(APPEAL), "b@example.org", "en").await;
    app.ok("", SUBSCRIBE, input(&appeal(APPEAL), "c@example.org", "en")).await;
    let stopped = follow(&app, &operation(), "d@example.org", "en").await;
    app.submit_form(&format!("/u/{stopped}"), "").await;
    let scope = json!({ "operationId": operation() });
    let coordinator = app.someone("coordinator@example.org", Role::Coordinator, scope.clone()).await;
    let counts = app.ok(&coordinator, COUNTS, json!({ "id": operation() })).await;
    let expected = json!([{ "node": { "subject": "APPEAL", "subjectId": appeal(APPEAL), "title": "Taluna education appeal",
        "confirmed": 2, "pending": 1 } }]);
    assert_eq!(counts["subscriberCounts"]["edges"], expected);
    let reader = app.someone("reader@example.org", Role::Viewer, scope).await;
    assert_eq!(app.refused(&reader, COUNTS, json!({ "id": operation() })).await.code, "FORBIDDEN");
    assert_eq!(app.refused("", COUNTS, json!({ "id": operation() })).await.code, "UNAUTHENTICATED");
    let other = OperationId::from_uuid(Uuid::from_u128(8)).global();
    assert_eq!(app.refused(&coordinator, COUNTS, json!({ "id": other.to_string() })).await.code, "NOT_FOUND");
    let kept = app.sql("select coalesce(after::text, '') from audit_events where entity = 'Subscription'").join("");
    assert!(kept.contains("CONFIRMED") && !kept.contains('@'), "the history keeps no address: {kept}");
}
