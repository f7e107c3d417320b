//! Who changes the history behind the program's back is found out.

use darasa::{
    audit::{self, Verdict},
    kit::{auth::Role, text::Language},
};
use serde_json::json;

use super::support::{TestApp, served};

/// A history of five sealed events: accounts and their roles.
async fn history() -> TestApp {
    let app = TestApp::start().await;
    app.administrator().await;
    for name in ["a", "b", "c"] {
        app.someone(&format!("{name}@example.org"), Role::Viewer, json!({})).await;
    }
    // What runs in other databases of the same server keeps events from being sealed for a moment.
    while app.sql("select count(*) from audit_events where sequence is null") != ["0"] {
        audit::seal(&app.program()).await.expect("sealed");
    }
    let sealed: i64 =
        app.sql("select count(*) from audit_events where sequence is not null")[0].parse().expect("a count");
    assert!(sealed >= 5, "{sealed}");
    app
}

/// What only the owner of the database can do: take the guards of the history away first.
fn as_owner(app: &TestApp, statements: &str) {
    app.sql(&format!(
        "alter table audit_events disable trigger user; {statements}; alter table audit_events enable trigger user"
    ));
}

async fn verdict(app: &TestApp) -> Verdict {
    audit::verify(&app.program()).await.expect("a verdict")
}

#[actix_web::test]
async fn a_whole_history_says_how_many_events_nothing_vouches_for_yet() {
    let app = history().await;
    let sealed: i64 = app.sql("select max(sequence) from audit_events")[0].parse().expect("a number");
    let head = app.sql("select encode(hash, 'hex') from audit_events order by sequence desc limit 1")[0].clone();
    assert_eq!(verdict(&app).await, Verdict::Whole { events: sealed, head: head.clone(), unsealed: 0 });
    darasa::accounts::create_user(&app.program(), "late@example.org", "Late", Language::En, "a long password")
        .await
        .expect("made");
    let Verdict::Whole { events, unsealed, .. } = verdict(&app).await else { unreachable!("it is whole") };
    let waiting: i64 = app.sql("select count(*) from audit_events where sequence is null")[0].parse().expect("a count");
    assert_eq!((events, unsealed), (sealed, waiting));
    assert!(unsealed > 0);
}

#[actix_web::test]
async fn an_event_that_was_changed_removed_or_put_in_breaks_the_chain_at_its_place() {
    let changes = [
        ("update audit_events set after = jsonb_build_object('name', 'another') where sequence = 3", 3),
        ("update audit_events set actor = gen_random_uuid() where sequence = 1", 1),
        ("update audit_events set at = at + interval '1 microsecond' where sequence = 5", 5),
        ("update audit_events set hash = sha256('x') where sequence = 2", 2),
        ("delete from audit_events where sequence = 2", 2),
        ("delete from audit_events where sequence = 1", 1),
        // One in the middle: the others make room for it.
        (
            "update audit_events set sequence = sequence + 1000 where sequence > 2; update audit_events set sequence = sequence - 999 where sequence > 1000;
             insert into audit_events (id, at, request_id, entity, entity_id, action, sequence, hash)
             select gen_random_uuid(), at, request_id, entity, entity_id, 'forged', 3, hash from audit_events where sequence = 2",
            3,
        ),
        // Two that change places.
        ("update audit_events set sequence = 999 where sequence = 4; update audit_events set sequence = 4 where sequence = 5; update audit_events set sequence = 5 where sequence = 999", 4),
    ];
    for (statements, at) in changes {
        let app = history().await;
        as_owner(&app, statements);
        assert_eq!(verdict(&app).await, Verdict::Broken { at }, "{statements}");
    }
    let app = history().await;
    as_owner(
        &app,
        "insert into audit_events (id, at, request_id, entity, entity_id, action, sequence, hash)
         select gen_random_uuid(), at, request_id, entity, entity_id, 'forged', sequence + 1, hash from audit_events order by sequence desc limit 1",
    );
    let last: i64 = app.sql("select max(sequence) from audit_events")[0].parse().expect("a number");
    assert_eq!(verdict(&app).await, Verdict::Broken { at: last }, "one at the end");
}

#[actix_web::test]
async fn the_command_tells_where_the_history_is_broken_and_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = history().await;
    as_owner(&app, "delete from audit_events where sequence = 2");
    let verified = served::run(&app.database_url, folder.path(), &["audit", "verify"]);
    let said = String::from_utf8_lossy(&verified.stdout);
    assert!(!verified.status.success() && said.starts_with("the history is broken at event 2"), "{said}");
}

#[actix_web::test]
async fn the_history_is_asked_by_what_was_done_by_whom_and_when_and_tells_names() {
    const ASK: &str = "query($filter: AuditEventFilter) { auditEvents(first: 20, filter: $filter) { edges { node { entity action actor at } } } }";
    const GRANT: &str = "mutation($input: GrantRoleInput!) { grantRole(input: $input) { id } }";
    let app = TestApp::start().await;
    app.administrator().await;
    app.someone("a@example.org", Role::Viewer, json!({})).await;
    app.advance(chrono::TimeDelta::days(1));
    let since = app
        .sql("select to_char(max(at) + interval '1 hour', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from audit_events")[0]
        .clone();
    // The administrator's session of yesterday has ended.
    let administrator = app.sign_in("admin@example.org").await;
    darasa::accounts::create_user(&app.program(), "b@example.org", "B", Language::En, "a long password")
        .await
        .expect("made");
    app.ok(&administrator, GRANT, json!({ "input": { "email": "b@example.org", "role": "VIEWER" } })).await;
    let asked = async |filter: serde_json::Value| {
        let answer = app.ok(&administrator, ASK, json!({ "filter": filter })).await;
        let edges = answer["auditEvents"]["edges"].as_array().expect("a list").clone();
        edges.into_iter().map(|edge| edge["node"].clone()).collect::<Vec<_>>()
    };
    let told = |events: &[serde_json::Value]| -> Vec<String> {
        let told = |event: &serde_json::Value| {
            format!("{} {} {}", event["entity"], event["action"], event["actor"]).replace('"', "")
        };
        events.iter().map(told).collect()
    };
    assert_eq!(told(&asked(json!({ "entity": "Grant", "from": since })).await), ["Grant grant Administrator"]);
    let grants = asked(json!({ "entity": "Grant" })).await;
    assert_eq!(told(&grants), ["Grant grant Administrator", "Grant grant null", "Grant grant null"]);
    assert_eq!(
        told(&asked(json!({ "entity": "Grant", "before": since })).await),
        ["Grant grant null", "Grant grant null"]
    );
    assert_eq!(asked(json!({ "action": "revoke" })).await.len(), 0);
    let me = app.ok(&administrator, "{ viewer { user { id } } }", json!({})).await["viewer"]["user"]["id"].clone();
    assert_eq!(told(&asked(json!({ "actorId": me })).await), ["Grant grant Administrator"]);
    let refused = app.refused(&administrator, ASK, json!({ "filter": { "actorId": "nobody" } })).await;
    assert_eq!(refused.field.as_deref(), Some("filter.actorId"));
}
