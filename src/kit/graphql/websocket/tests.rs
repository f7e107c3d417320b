//! The socket on a small schema: what happens when resolvers break, nobody answers, or the program stops.

use actix_web::{App, HttpServer, dev::ServerHandle};
use chrono::DateTime;
use futures::{SinkExt, StreamExt};
use serde_json::{Value as Json, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Message, client::IntoClientRequest},
};
use uuid::Uuid;

use super::*;
use crate::kit::{
    auth::Viewer,
    events::{Event, Topic},
    graphql::{
        document::Limits,
        toy::{BROKEN, CURSED, FORBIDDEN, HIDDEN, RIVERS, Toy, ToyContext, schema},
    },
    http::RateLimit,
};

const ROSE: &str = "subscription { riverRose(name: \"Nile\") { name } }";

/// A server of the toy schema.
struct Server {
    address: String,
    sockets: Sockets,
    handle: ServerHandle,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
    }
}

/// Whoever comes as `Bearer ...` is one user; `Bearer wrong` is nobody's token.
async fn context(asked: Asked) -> Result<ToyContext> {
    let viewer = match asked.authorization.as_deref() {
        None => Viewer::default(),
        Some("Bearer wrong") => return Err(Error::unauthenticated()),
        Some(_) => Viewer { user: Some(UserId::from_uuid(Uuid::from_u128(7))), ..Viewer::default() },
    };
    Ok(ToyContext { viewer, listening: asked.listening })
}

impl Server {
    fn start(bounds: Bounds) -> Self {
        let clock = Clock::held_at(DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time"), 1);
        let many = 10_000.try_into().expect("not zero");
        let limiter = Arc::new(RateLimiter::new(RateLimit { per_second: many, burst: many, behind_proxy: false }));
        let devices = (Bus::of_this_process(), clock, Stop::default());
        let sockets = Sockets::new(devices, limiter, "http://toy.test", bounds);
        let times = (Duration::from_secs(2), Duration::from_secs(2));
        let endpoint = Endpoint::<Toy>::new(schema(), Limits::default()).with_time_limits(times.0, times.1);
        let endpoint = web::Data::new(endpoint);
        let served = sockets.clone();
        let server = HttpServer::new(move || {
            let (sockets, endpoint) = (served.clone(), endpoint.clone());
            App::new().default_service(web::to(move |request: HttpRequest, payload: web::Payload| {
                let (sockets, endpoint) = (sockets.clone(), endpoint.clone());
                async move { sockets.open(&request, payload, endpoint, context) }
            }))
        });
        let server = server.workers(1).disable_signals().bind("127.0.0.1:0").expect("a port");
        let address = server.addrs()[0].to_string();
        let server = server.run();
        let handle = server.handle();
        actix_web::rt::spawn(server);
        Self { address, sockets, handle }
    }

    /// A client that is acknowledged.
    async fn client(&self, token: Option<&str>) -> Client {
        let mut client = Client::of(&self.address).await;
        let payload = token.map_or_else(|| json!({}), |token| json!({ "Authorization": format!("Bearer {token}") }));
        client.send(json!({ "type": "connection_init", "payload": payload })).await;
        assert_eq!(client.hear().await, Ok(json!({ "type": "connection_ack" })));
        client
    }

    /// A client that listens for rivers.
    async fn listener(&self) -> Client {
        let mut client = self.client(None).await;
        client.ask("s", ROSE).await;
        client.ask("q", "{ __typename }").await;
        assert_eq!(client.hear().await.map(|message| message["id"].clone()), Ok(json!("q")));
        assert_eq!(client.hear().await, Ok(json!({ "type": "complete", "id": "q" })));
        client
    }

    fn tell(&self, id: Uuid) {
        self.sockets.bus.deliver(&Event { topic: RIVERS, id });
    }

    async fn until_open(&self, sockets: u32) {
        let all = async {
            while self.sockets.open_now() != sockets {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(Duration::from_secs(10), all).await.expect("the sockets end in time");
    }
}

struct Client(WebSocketStream<TcpStream>);

impl Client {
    async fn of(address: &str) -> Self {
        let mut request = format!("ws://{address}/").into_client_request().expect("a request");
        request.headers_mut().insert("sec-websocket-protocol", NAME.parse().expect("text"));
        let stream = TcpStream::connect(address).await.expect("it listens");
        Self(client_async(request, stream).await.expect("a socket").0)
    }

    async fn send(&mut self, message: Json) {
        self.0.send(Message::text(message.to_string())).await.expect("it is open");
    }

    async fn ask(&mut self, id: &str, query: &str) {
        self.send(json!({ "type": "subscribe", "id": id, "payload": { "query": query } })).await;
    }

    /// The next message, or the code of the close.
    async fn hear(&mut self) -> Result<Json, u16> {
        loop {
            let next = timeout(Duration::from_secs(10), self.0.next()).await.expect("something comes in time");
            match next.expect("not without a word").expect("frames") {
                Message::Text(text) => return Ok(serde_json::from_str(&text).expect("JSON")),
                Message::Close(frame) => return Err(frame.map_or(0, |frame| frame.code.into())),
                _ => {}
            }
        }
    }
}

fn bounds() -> Bounds {
    Bounds::of_an_address(50)
}

#[actix_web::test]
async fn news_are_told_to_whom_they_are_for_and_hidden_ones_leave_no_trace() {
    let server = Server::start(bounds());
    let mut client = server.listener().await;
    server.tell(HIDDEN);
    server.sockets.bus.deliver(&Event { topic: Topic::new("river-fell", Uuid::nil()), id: Uuid::from_u128(9) });
    server.tell(Uuid::from_u128(9));
    let told = json!({ "type": "next", "id": "s", "payload": { "data": { "riverRose": { "name": "Nile" } } } });
    assert_eq!(client.hear().await, Ok(told), "and nothing before it");
}

#[actix_web::test]
async fn news_that_cannot_be_told_close_the_socket_and_say_nothing_of_what_happened() {
    let server = Server::start(bounds());
    for (id, code) in [(BROKEN, 1013), (CURSED, 1013), (FORBIDDEN, 4403)] {
        let mut client = server.listener().await;
        server.tell(id);
        assert_eq!(client.hear().await, Err(code));
    }
    server.until_open(0).await;
}

#[actix_web::test]
async fn a_resolver_that_panics_breaks_or_never_ends_costs_its_operation_and_not_the_socket() {
    let server = Server::start(bounds());
    let mut client = server.client(None).await;
    for (query, code) in
        [("{ panics }", "INTERNAL"), ("{ never }", "TIMED_OUT"), ("{ long(letters: 9000000) }", "TOO_LARGE")]
    {
        client.ask("1", query).await;
        let error = client.hear().await.expect("no close");
        assert_eq!(
            (&error["type"], &error["payload"][0]["extensions"]["code"]),
            (&json!("error"), &json!(code)),
            "{error}"
        );
    }
    client.ask("1", "{ leaks double(number: 4) }").await;
    let answer = client.hear().await.expect("no close");
    assert_eq!(answer["payload"]["data"], json!({ "leaks": null, "double": 8 }));
    assert!(!answer.to_string().contains("hunter2"), "{answer}");
    assert_eq!(client.hear().await, Ok(json!({ "type": "complete", "id": "1" })));
    client.ask("1", "subscription { riverRose(name: \"\") { name } }").await;
    let error = client.hear().await.expect("no close");
    assert_eq!(error["payload"][0]["extensions"]["key"], "river-name", "{error}");
}

#[actix_web::test]
async fn who_completes_an_operation_hears_no_more_of_it() {
    let server = Server::start(bounds());
    let mut client = server.listener().await;
    client.ask("slow", "mutation { idleSlowly(millis: 200) }").await;
    client.send(json!({ "type": "complete", "id": "slow" })).await;
    client.send(json!({ "type": "complete", "id": "s" })).await;
    client.ask("slow", "mutation { idleSlowly(millis: 300) }").await;
    client.send(json!({ "type": "ping" })).await;
    assert_eq!(client.hear().await, Ok(json!({ "type": "pong" })));
    server.tell(Uuid::from_u128(9));
    assert_eq!(client.hear().await.map(|message| message["type"].clone()), Ok(json!("next")));
    assert_eq!(client.hear().await, Ok(json!({ "type": "complete", "id": "slow" })), "the second one, and once");
    client.ask("q", "{ __typename }").await;
    assert_eq!(client.hear().await.map(|message| message["id"].clone()), Ok(json!("q")));
}

#[actix_web::test]
async fn a_program_that_stops_answers_what_is_under_way_and_takes_nothing_new() {
    let server = Server::start(bounds());
    let mut client = server.listener().await;
    client.ask("slow", "mutation { idleSlowly(millis: 300) }").await;
    client.send(json!({ "type": "ping" })).await;
    assert_eq!(client.hear().await, Ok(json!({ "type": "pong" })), "it has begun");
    server.sockets.stop.order();
    let answer = json!({ "type": "next", "id": "slow", "payload": { "data": { "idleSlowly": true } } });
    assert_eq!(client.hear().await, Ok(answer));
    assert_eq!(client.hear().await, Ok(json!({ "type": "complete", "id": "slow" })));
    assert_eq!(client.hear().await, Err(1001));
    let mut request = format!("ws://{}/", server.address).into_client_request().expect("a request");
    request.headers_mut().insert("sec-websocket-protocol", NAME.parse().expect("text"));
    let stream = TcpStream::connect(&server.address).await.expect("it listens");
    let refused = client_async(request, stream).await.expect_err("refused").to_string();
    assert!(refused.contains("503"), "{refused}");
}

#[actix_web::test]
async fn who_gives_no_sign_of_life_is_let_go() {
    let server = Server::start(Bounds { silence: Duration::from_millis(200), ..bounds() });
    // A client that is not polled answers no ping.
    let silent = server.client(Some("x")).await;
    let mut alive = server.client(None).await;
    let listening = tokio::spawn(async move { while alive.0.next().await.is_some_and(|next| next.is_ok()) {} });
    server.until_open(1).await;
    assert!(!listening.is_finished(), "the one that answers pings stays");
    listening.abort();
    server.until_open(0).await;
    drop(silent);
}

#[actix_web::test]
async fn the_room_for_what_waits_to_be_read_is_shared_by_all_sockets() {
    let server = Server::start(bounds());
    let small = server.sockets.hold(SMALL);
    assert!(matches!(small, Ok(None)), "small messages need no room");
    let all = server.sockets.hold((MOST_UNREAD - 1) * 1024).expect("there is room");
    assert!(server.sockets.hold(SMALL + 1).is_err());
    let mut client = server.client(None).await;
    client.ask("1", "{ long(letters: 100000) }").await;
    assert_eq!(client.hear().await, Err(1013));
    drop(all);
    let mut client = server.client(None).await;
    client.ask("1", "{ long(letters: 100000) }").await;
    assert_eq!(client.hear().await.map(|answer| answer["type"].clone()), Ok(json!("next")));
}

#[actix_web::test]
async fn a_token_that_is_not_good_is_refused() {
    let server = Server::start(bounds());
    let mut client = Client::of(&server.address).await;
    client.send(json!({ "type": "connection_init", "payload": { "Authorization": "Bearer wrong" } })).await;
    assert_eq!(client.hear().await, Err(4401));
}
