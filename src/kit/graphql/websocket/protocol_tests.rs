//! Every message in every state, and sequences that nobody would send.

use proptest::{prelude::*, sample::select};
use serde_json::json;

use super::*;

fn hear(conversation: &mut Conversation, message: &Json) -> Step {
    conversation.hear(&message.to_string())
}

fn opened() -> Conversation {
    let mut conversation = Conversation::new();
    assert_eq!(hear(&mut conversation, &json!({ "type": "connection_init" })), Step::Admit(None));
    conversation.open();
    conversation
}

fn subscribe(id: &str) -> Json {
    json!({ "type": "subscribe", "id": id, "payload": { "query": "{ river { name } }" } })
}

fn code(step: &Step) -> Option<u16> {
    match step {
        Step::Close(closing) => Some(closing.code),
        _ => None,
    }
}

#[test]
fn an_operation_begins_once_the_connection_is_open_and_its_id_is_free_again_when_it_ends() {
    let mut conversation = opened();
    let began = hear(&mut conversation, &subscribe("1"));
    assert!(matches!(&began, Step::Begin { id, parameters } if id == "1" && parameters.query == "{ river { name } }"));
    assert_eq!(
        hear(&mut conversation, &subscribe("1")),
        Step::Close(Closing { code: 4409, reason: "Subscriber for 1 already exists".to_owned() })
    );
    let complete = json!({ "type": "complete", "id": "1" });
    assert_eq!(hear(&mut conversation, &complete), Step::End("1".to_owned()));
    assert_eq!(hear(&mut conversation, &complete), Step::Nothing, "it has ended already");
    assert!(matches!(hear(&mut conversation, &subscribe("1")), Step::Begin { .. }));
    assert!(conversation.finish("1"));
    assert!(!conversation.finish("1"));
    assert!(matches!(hear(&mut conversation, &subscribe("1")), Step::Begin { .. }));
}

#[test]
fn nothing_begins_before_it_is_known_who_is_there() {
    let mut conversation = Conversation::new();
    assert_eq!(code(&hear(&mut conversation, &subscribe("1"))), Some(4401));
    let init = json!({ "type": "connection_init", "payload": { "authorization": "Bearer x" } });
    assert_eq!(hear(&mut conversation, &init), Step::Admit(Some("Bearer x".to_owned())));
    assert_eq!(code(&hear(&mut conversation, &subscribe("1"))), Some(4401), "it was asked, and is not known yet");
    assert_eq!(code(&hear(&mut conversation, &init)), Some(4429));
    conversation.open();
    assert_eq!(code(&hear(&mut conversation, &init)), Some(4429));
}

#[test]
fn the_twenty_first_operation_is_refused_and_the_socket_lives() {
    let mut conversation = opened();
    for id in 0..20 {
        assert!(matches!(hear(&mut conversation, &subscribe(&id.to_string())), Step::Begin { .. }));
    }
    assert_eq!(hear(&mut conversation, &subscribe("20")), Step::Refuse("20".to_owned()));
    assert!(conversation.finish("7"));
    assert!(matches!(hear(&mut conversation, &subscribe("20")), Step::Begin { .. }));
}

#[test]
fn a_ping_is_answered_in_every_state_with_what_it_brought() {
    let mut conversation = Conversation::new();
    let ping = json!({ "type": "ping", "payload": { "n": 1 } });
    for _ in 0..2 {
        assert_eq!(hear(&mut conversation, &json!({ "type": "ping" })), Step::Say(r#"{"type":"pong"}"#.to_owned()));
        assert_eq!(hear(&mut conversation, &ping), Step::Say(r#"{"type":"pong","payload":{"n":1}}"#.to_owned()));
        assert_eq!(hear(&mut conversation, &json!({ "type": "pong" })), Step::Nothing);
        conversation.open();
    }
}

#[test]
fn a_message_of_another_form_closes_with_what_to_mend_and_never_with_what_a_parser_said() {
    for message in [
        "",
        "null",
        "[]",
        "{",
        "\"ping\"",
        "{}",
        r#"{"type":5}"#,
        r#"{"type":"start"}"#,
        r#"{"type":"next","id":"1","payload":{}}"#,
        r#"{"type":"connection_ack"}"#,
        r#"{"type":"ping","payload":[]}"#,
        r#"{"type":"pong","payload":5}"#,
        r#"{"type":"complete"}"#,
        r#"{"type":"complete","id":7}"#,
        r#"{"type":"subscribe","payload":{"query":"{ a }"}}"#,
        r#"{"type":"subscribe","id":"","payload":{"query":"{ a }"}}"#,
        r#"{"type":"subscribe","id":"1"}"#,
        r#"{"type":"subscribe","id":"1","payload":null}"#,
        r#"{"type":"subscribe","id":"1","payload":"{ a }"}"#,
        r#"{"type":"subscribe","id":"1","payload":{}}"#,
        r#"{"type":"subscribe","id":"1","payload":{"query":5}}"#,
        r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":[]}}"#,
        r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }","extensions":"x"}}"#,
        r#"{"type":"subscribe","id":"1","payload":{"query":"{ a }","operationName":{}}}"#,
        &format!(r#"{{"type":"subscribe","id":"{}","payload":{{"query":"{{ a }}"}}}}"#, "x".repeat(129)),
        &format!(r#"{{"type":"ping","payload":{}}}"#, "[".repeat(100_000)),
    ] {
        match opened().hear(message) {
            Step::Close(Closing { code: 4400, reason }) => {
                assert!(reason.starts_with("Invalid message: ") && reason.len() <= 123, "{reason}");
                assert!(!reason.contains("line 1") && !reason.contains("expected"), "{reason}");
            }
            other => unreachable!("{message}: {other:?}"),
        }
    }
    for payload in [json!(5), json!("x"), json!([]), json!({ "Authorization": 5 }), json!({ "authorization": {} })] {
        let init = json!({ "type": "connection_init", "payload": payload });
        assert_eq!(code(&hear(&mut Conversation::new(), &init)), Some(4400), "{init}");
    }
    for payload in [json!(null), json!({}), json!({ "Authorization": null }), json!({ "token": "x" })] {
        let init = json!({ "type": "connection_init", "payload": payload });
        assert_eq!(hear(&mut Conversation::new(), &init), Step::Admit(None), "{init}");
    }
}

#[test]
fn every_reason_fits_into_a_closing_frame() {
    let reasons = [
        Closing::already_exists(&"ü".repeat(64)),
        Closing::again(&"x".repeat(500)),
        Closing::bad(&"ü".repeat(500)),
        Closing::subprotocol(),
        Closing::stopping(),
    ];
    for Closing { reason, .. } in reasons {
        assert!(reason.len() <= 123, "{reason}");
    }
}

/// Messages that mean something, broken ones, and noise.
fn message() -> impl Strategy<Value = String> {
    let id = select(vec!["1", "2", "3", "", "ü"]);
    let kind = select(vec!["connection_init", "subscribe", "complete", "ping", "pong", "next", "error", "start"]);
    let payload = select(vec![
        json!(null),
        json!({}),
        json!({ "query": "{ a }" }),
        json!({ "query": "{ a }", "variables": { "n": [1, { "m": 2.5 }] } }),
        json!({ "Authorization": "Bearer x" }),
        json!({ "query": 1 }),
        json!([1]),
        json!("x"),
    ]);
    let whole = (kind, id, payload)
        .prop_map(|(kind, id, payload)| json!({ "type": kind, "id": id, "payload": payload }).to_string());
    let cut = (whole.clone(), 0..60usize).prop_map(|(text, at)| text.chars().take(at).collect());
    prop_oneof![6 => whole, 1 => cut, 1 => ".{0,40}"]
}

proptest! {
    #[test]
    fn no_sequence_of_messages_breaks_a_rule(messages in prop::collection::vec((message(), any::<bool>()), 0..60)) {
        let mut conversation = Conversation::new();
        let mut asked = false;
        let mut open = false;
        let mut under_way = HashSet::new();
        for (message, admit) in messages {
            match conversation.hear(&message) {
                Step::Admit(_) => {
                    prop_assert!(!asked, "only once");
                    asked = true;
                }
                Step::Begin { id, .. } => {
                    prop_assert!(open, "nothing begins before the connection is open");
                    prop_assert!(under_way.insert(id), "no id is given twice");
                    prop_assert!(under_way.len() <= MOST_OPERATIONS);
                }
                Step::End(id) => prop_assert!(under_way.remove(&id), "only what is under way ends"),
                Step::Refuse(_) => prop_assert_eq!(under_way.len(), MOST_OPERATIONS),
                Step::Say(text) => prop_assert!(text.contains("pong"), "{}", text),
                Step::Nothing => {}
                Step::Close(Closing { code, reason }) => {
                    prop_assert!([4400, 4401, 4409, 4429].contains(&code));
                    prop_assert!(reason.len() <= 123);
                    break;
                }
            }
            if asked && admit && !open {
                conversation.open();
                open = true;
            }
        }
    }
}
