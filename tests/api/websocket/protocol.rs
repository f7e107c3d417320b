//! Message by message.

use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_tungstenite::tungstenite::{
    Message,
    protocol::frame::{
        Frame,
        coding::{Data, OpCode},
    },
};

use super::until_open;
use crate::support::{PASSWORD, TestApp, socket::Socket};

const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

fn subscribe(id: &str) -> Value {
    json!({ "type": "subscribe", "id": id, "payload": { "query": "{ __typename }" } })
}

#[actix_web::test]
async fn what_is_asked_over_the_socket_is_answered_as_over_http() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let mut socket = Socket::open(&app.url, &admin).await;
    let deep = format!("{{ {} __typename {} }}", "viewer { user {".repeat(9), "} }".repeat(9));
    let wide = "{ operations(first: 100) { edges { node { clusters(first: 100) { edges { node { id } } } } } } }";
    for (query, variables) in [
        ("{ viewer { user { email } grants { role } } }", json!({})),
        ("query($first: Int!) { users(first: $first) { edges { node { email } } } }", json!({ "first": 5 })),
        ("query($first: Int!) { users(first: $first) { edges { node { email } } } }", json!({ "first": "five" })),
        ("{ users(first: 101) { edges { node { email } } } }", json!({})),
        ("{ cluster(id: \"bm9uc2Vuc2U\") { id } }", json!({})),
        ("{ nonsense }", json!({})),
        ("{ viewer {", json!({})),
        ("", json!({})),
        (&deep, json!({})),
        (wide, json!({})),
        ("mutation { revokeApiToken(input: { apiTokenId: \"bm9uc2Vuc2U\" }) { id } }", json!({})),
        ("subscription { __typename }", json!({})),
        ("subscription { editionPublished(appealCode: \"A\\u0000\") { id } }", json!({})),
    ] {
        let over_http = app.graphql(Some(&admin), query, variables.clone()).await;
        let over_socket = socket.ask(query, variables).await;
        let expected = if over_http.get("data").is_some() { over_http } else { over_http["errors"].clone() };
        assert_eq!(over_socket, expected, "{query}");
    }
    let mut visitor = Socket::open(&app.url, "").await;
    let input = json!({ "input": { "email": "admin@example.org", "password": PASSWORD } });
    let signed_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
    let token = visitor.ask(signed_in, input).await["data"]["signIn"]["accessToken"].take();
    let mut second = Socket::open(&app.url, token.as_str().expect("a token")).await;
    let viewer = second.ask("{ viewer { user { email } } }", json!({})).await;
    assert_eq!(viewer, json!({ "data": { "viewer": { "user": { "email": "admin@example.org" } } } }));
    // A program may send its token with the request instead.
    let bearer = format!("Bearer {admin}");
    let (mut third, _) = Socket::with(&app.url, &[PROTOCOL, ("authorization", &bearer)]).await.expect("a socket");
    third.initialise("").await;
    assert_eq!(third.hear().await, json!({ "type": "connection_ack" }));
    assert_eq!(third.ask("{ viewer { user { email } } }", json!({})).await, viewer);
}

#[actix_web::test]
async fn who_breaks_the_protocol_is_told_how_by_a_code() {
    let app = TestApp::start().await;
    let text = |value: Value| vec![Message::text(value.to_string())];
    let init = || Message::text(json!({ "type": "connection_init" }).to_string());
    let after = |message: Message| vec![init(), message];
    let frame = |content: Vec<u8>, code, last| Message::Frame(Frame::message(content, OpCode::Data(code), last));
    for (messages, code, reason) in [
        (text(json!("garbage")), 4400, "Invalid message: "),
        (vec![Message::text("{\"type\":")], 4400, "Invalid message: send a JSON object"),
        (
            vec![Message::text(format!("{{\"type\":\"ping\",\"payload\":{}}}", "[".repeat(100_000)))],
            4400,
            "Invalid message: ",
        ),
        (vec![Message::binary(vec![0_u8, 159, 146, 150])], 4400, "Invalid message: send text, not binary"),
        (vec![frame(vec![0xff, 0xfe], Data::Text, true)], 4400, "Invalid message: send text in UTF-8"),
        (after(Message::text("x".repeat(256 * 1024 + 1))), 4400, "Invalid message: it is larger than 256 kB"),
        (after(Message::text("x".repeat(2 * 1024 * 1024))), 4400, "Invalid message: it is larger than 256 kB"),
        (
            vec![frame(vec![b' '; 200_000], Data::Text, false), frame(vec![b' '; 100_000], Data::Continue, true)],
            4400,
            "Invalid message: it is larger than 256 kB",
        ),
        (vec![frame(b"x".to_vec(), Data::Continue, true)], 1002, "the frames are out of order"),
        (
            after(Message::text(json!({ "type": "start", "id": "1" }).to_string())),
            4400,
            "Invalid message: `type` must be",
        ),
        (text(subscribe("1")), 4401, "Unauthorized"),
        (
            text(json!({ "type": "connection_init", "payload": { "Authorization": "Bearer nonsense" } })),
            4401,
            "Unauthorized",
        ),
        (
            text(json!({ "type": "connection_init", "payload": { "Authorization": "Basic YTpi" } })),
            4401,
            "Unauthorized",
        ),
        (text(json!({ "type": "connection_init", "payload": { "Authorization": "darasa_x" } })), 4401, "Unauthorized"),
        (text(json!({ "type": "connection_init", "payload": { "Authorization": 5 } })), 4400, "Invalid message: "),
        (after(init()), 4429, "Too many initialisation requests"),
        (
            vec![init(), Message::text(subscribe("7").to_string()), Message::text(subscribe("7").to_string())],
            4409,
            "Subscriber for 7 already exists",
        ),
    ] {
        let mut socket = Socket::silent(&app.url).await;
        let (first, rest) = messages.split_first().expect("a message");
        socket.raw(first.clone()).await;
        if *first == init() && !rest.is_empty() {
            assert_eq!(socket.hear().await["type"], "connection_ack");
        }
        socket.together(rest).await;
        let (closed, told) = socket.closed().await;
        assert_eq!(closed, code, "{told}: {:.80}", format!("{messages:?}"));
        assert!(told.starts_with(reason), "{told}");
    }
    until_open(&app, 0).await;
}

#[actix_web::test]
async fn who_says_nothing_is_closed_after_ten_seconds() {
    let app = TestApp::start().await;
    let (mut late, mut in_time) = (Socket::silent(&app.url).await, Socket::open(&app.url, "").await);
    app.advance(TimeDelta::seconds(9));
    late.send(&json!({ "type": "ping" })).await;
    assert_eq!(late.hear().await, json!({ "type": "pong" }));
    app.advance(TimeDelta::seconds(1));
    assert_eq!(late.closed().await, (4408, "Connection initialisation timeout".to_owned()));
    in_time.send(&json!({ "type": "ping", "payload": { "n": [1] } })).await;
    assert_eq!(in_time.hear().await, json!({ "type": "pong", "payload": { "n": [1] } }));
}

#[actix_web::test]
async fn a_message_in_many_frames_and_a_frame_of_the_largest_size_are_read() {
    let app = TestApp::start().await;
    let mut socket = Socket::open(&app.url, "").await;
    let message = subscribe("1").to_string();
    let letters = message.len();
    for (index, byte) in message.bytes().enumerate() {
        let code = if index == 0 { Data::Text } else { Data::Continue };
        socket.raw(Message::Frame(Frame::message(vec![byte], OpCode::Data(code), index + 1 == letters))).await;
        if index == 7 {
            socket.raw(Message::Ping("between".into())).await;
        }
    }
    assert_eq!(socket.hear().await["payload"]["data"]["__typename"], "Query");
    assert_eq!(socket.hear().await["type"], "complete");
    socket.raw(Message::text(format!("{message}{}", " ".repeat(256 * 1024 - letters)))).await;
    assert_eq!(socket.hear().await["payload"]["data"]["__typename"], "Query");
    assert_eq!(socket.hear().await["type"], "complete");
}

#[actix_web::test]
async fn who_speaks_another_protocol_hears_so_even_when_it_insists_on_its_own() {
    let app = TestApp::start().await;
    for offered in [vec![], vec![("sec-websocket-protocol", "graphql-ws")], vec![("sec-websocket-protocol", "a, b")]] {
        let (mut socket, headers) = Socket::with(&app.url, &offered).await.expect("a socket");
        let taken = headers.iter().find(|(name, _)| name == "sec-websocket-protocol").map(|(_, value)| value.as_str());
        assert_eq!(taken, offered.first().and_then(|(_, names)| names.split(',').next()));
        assert_eq!(socket.closed().await, (4406, "Subprotocol not acceptable: speak graphql-transport-ws".to_owned()));
    }
    let several = [("sec-websocket-protocol", "graphql-ws, graphql-transport-ws")];
    let (mut socket, headers) = Socket::with(&app.url, &several).await.expect("a socket");
    assert!(headers.contains(&("sec-websocket-protocol".to_owned(), "graphql-transport-ws".to_owned())));
    socket.initialise("").await;
    assert_eq!(socket.hear().await["type"], "connection_ack");
}

#[actix_web::test]
async fn a_page_of_another_site_opens_no_socket() {
    let app = TestApp::start().await;
    let host = app.url.strip_prefix("http://").expect("plain HTTP");
    for origin in [app.url.clone(), "http://darasa.test".to_owned(), format!("https://{host}")] {
        assert!(Socket::with(&app.url, &[PROTOCOL, ("origin", &origin)]).await.is_ok(), "{origin}");
    }
    for origin in [
        "http://evil.example",
        "null",
        "http://darasa.test.evil.example",
        "darasa.test",
        &format!("http://{host}.evil.example"),
    ] {
        assert_eq!(Socket::with(&app.url, &[PROTOCOL, ("origin", origin)]).await.err(), Some(403), "{origin}");
    }
}

/// The head of the answer to a handshake that is written by hand.
async fn handshake(app: &TestApp, headers: &str) -> String {
    let mut stream = TcpStream::connect(app.url.trim_start_matches("http://")).await.expect("it listens");
    let request =
        format!("GET /graphql HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).await.expect("it reads");
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.expect("a head"));
    }
    String::from_utf8(head).expect("text")
}

#[actix_web::test]
async fn the_handshake_writes_its_headers_as_clients_look_for_them_and_refuses_what_is_none() {
    let app = TestApp::start().await;
    let key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    let head = handshake(&app, &format!("{key}Sec-WebSocket-Protocol: graphql-transport-ws\r\n")).await;
    assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
    for line in [
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
        "Sec-WebSocket-Protocol: graphql-transport-ws",
    ] {
        assert!(head.lines().any(|there| there.eq_ignore_ascii_case(line)), "{line} in {head}");
    }
    let exactly = "\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n";
    assert!(head.contains(exactly) && head.to_lowercase().matches("sec-websocket-protocol").count() == 1, "{head}");
    let old = handshake(&app, &key.replace("13", "8")).await;
    assert!(
        old.starts_with("HTTP/1.1 426 ") && old.to_lowercase().contains("\r\nsec-websocket-version: 13\r\n"),
        "{old}"
    );
    for headers in ["", "Sec-WebSocket-Version: 13\r\n", "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n"] {
        let head = handshake(&app, headers).await;
        assert!(head.starts_with("HTTP/1.1 400 "), "{headers}: {head}");
    }
}
