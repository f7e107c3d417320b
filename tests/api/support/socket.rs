//! A client of the websocket, as strict as the protocol: what comes out of turn is a failure.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest,
        http::{HeaderName, HeaderValue, Request},
    },
};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// An open socket.
#[derive(Debug)]
pub struct Socket(WebSocketStream<TcpStream>);

impl Socket {
    /// Opens a socket at a program's address, with these headers beside those of the handshake; else the status of the refusal.
    pub async fn with(url: &str, headers: &[(&str, &str)]) -> Result<(Self, Vec<(String, String)>), u16> {
        let host = url.strip_prefix("http://").expect("plain HTTP");
        let mut request: Request<()> = format!("ws://{host}/graphql").into_client_request().expect("a request");
        for (name, value) in headers {
            let name = HeaderName::try_from(*name).expect("a name");
            request.headers_mut().append(name, HeaderValue::from_str(value).expect("a value"));
        }
        let stream = TcpStream::connect(host).await.expect("it listens");
        match timeout(PATIENCE, client_async(request, stream)).await.expect("an answer") {
            Ok((socket, response)) => {
                let text = |value: &HeaderValue| value.to_str().expect("text").to_owned();
                let headers = response.headers().iter().map(|(name, value)| (name.to_string(), text(value)));
                Ok((Self(socket), headers.collect()))
            }
            Err(Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => unreachable!("no handshake: {error}"),
        }
    }

    /// Opens a socket and says nothing yet.
    pub async fn silent(url: &str) -> Self {
        let protocol = [("sec-websocket-protocol", "graphql-transport-ws")];
        Self::with(url, &protocol).await.map_err(|status| format!("refused: {status}")).expect("a socket").0
    }

    /// Opens a socket for who comes with this token, or for a visitor.
    pub async fn open(url: &str, token: &str) -> Self {
        let mut socket = Self::silent(url).await;
        socket.initialise(token).await;
        assert_eq!(socket.hear().await, json!({ "type": "connection_ack" }));
        socket
    }

    /// Says who is there.
    pub async fn initialise(&mut self, token: &str) {
        let payload = if token.is_empty() { json!({}) } else { json!({ "Authorization": format!("Bearer {token}") }) };
        self.send(&json!({ "type": "connection_init", "payload": payload })).await;
    }

    /// Sends a message of the protocol.
    pub async fn send(&mut self, message: &Value) {
        self.raw(Message::text(message.to_string())).await;
    }

    /// Sends whatever it is. That the other side has closed already is for the reader to find.
    pub async fn raw(&mut self, message: Message) {
        self.0.send(message).await.ok();
    }

    /// Sends several messages in one piece, so that they arrive together.
    pub async fn together(&mut self, messages: &[Message]) {
        for message in messages {
            self.0.feed(message.clone()).await.ok();
        }
        self.0.flush().await.ok();
    }

    /// What comes next, with its frame.
    async fn next(&mut self) -> Option<Message> {
        loop {
            match timeout(PATIENCE, self.0.next()).await.expect("something comes in time") {
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                Some(Ok(message)) => return Some(message),
                Some(Err(_)) | None => return None,
            }
        }
    }

    /// The next message of the protocol.
    pub async fn hear(&mut self) -> Value {
        match self.next().await {
            Some(Message::Text(text)) => serde_json::from_str(&text).expect("JSON"),
            other => unreachable!("a message was to come, and not {other:?}"),
        }
    }

    /// Why the other side closes, as the next that comes.
    pub async fn closed(&mut self) -> (u16, String) {
        match self.next().await {
            Some(Message::Close(Some(frame))) => (frame.code.into(), frame.reason.to_string()),
            other => unreachable!("a close was to come, and not {other:?}"),
        }
    }

    /// Begins an operation.
    pub async fn subscribe(&mut self, id: &str, query: &str, variables: Value) {
        let payload = json!({ "query": query, "variables": variables });
        self.send(&json!({ "type": "subscribe", "id": id, "payload": payload })).await;
    }

    /// Begins an operation that answers once: its answer.
    pub async fn ask(&mut self, query: &str, variables: Value) -> Value {
        self.subscribe("asked", query, variables).await;
        let mut answer = self.hear().await;
        assert_eq!(answer["id"], "asked", "{answer:#}");
        if answer["type"] == "next" {
            assert_eq!(self.hear().await, json!({ "type": "complete", "id": "asked" }));
        }
        answer["payload"].take()
    }

    /// Begins to listen, and comes back when that is in force: what is asked behind it is answered behind it.
    pub async fn listen(&mut self, id: &str, query: &str, variables: Value) {
        self.subscribe(id, query, variables).await;
        assert_eq!(self.ask("{ __typename }", json!({})).await, json!({ "data": { "__typename": "Query" } }));
    }

    /// The next piece of news, for the subscription `id`.
    pub async fn news(&mut self, id: &str) -> Value {
        let mut message = self.hear().await;
        assert_eq!((&message["type"], &message["id"]), (&json!("next"), &json!(id)), "{message:#}");
        assert!(message["payload"].get("errors").is_none(), "{message:#}");
        message["payload"]["data"].take()
    }
}
