//! The protocol `graphql-transport-ws` as a machine: what is to be done about a message, and nothing else. No socket, no time, no waiting.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::kit::{
    Code, Error,
    graphql::{request::Parameters, run::Answer},
};

/// The name that both sides agree on.
pub(super) const NAME: &str = "graphql-transport-ws";
/// How many operations may be under way on one socket.
pub(super) const MOST_OPERATIONS: usize = 20;
/// The longest id of an operation, in bytes. Clients number them, or send a UUID.
const LONGEST_ID: usize = 128;
/// The longest reason that fits into a closing frame, in bytes.
const LONGEST_REASON: usize = 123;

/// Why the socket is closed, as the other side is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Closing {
    pub code: u16,
    pub reason: String,
}

impl Closing {
    fn new(code: u16, reason: impl Into<String>) -> Self {
        let mut reason = reason.into();
        let end = (0..=LONGEST_REASON.min(reason.len())).rev().find(|end| reason.is_char_boundary(*end));
        reason.truncate(end.unwrap_or(0));
        Self { code, reason }
    }

    /// The other side has closed it, or ended.
    pub fn normal() -> Self {
        Self::new(1000, "")
    }

    /// This process ends; another one, or its successor, will serve.
    pub fn stopping() -> Self {
        Self::new(1001, "This process is stopping; connect again")
    }

    /// The bytes are no frames.
    pub fn broken(what: &str) -> Self {
        Self::new(1002, what)
    }

    /// Something may have been missed, or cannot be done now.
    pub fn again(why: &str) -> Self {
        Self::new(1013, format!("Try again later: {why}"))
    }

    /// A message that the protocol does not know.
    pub fn bad(what: &str) -> Self {
        Self::new(4400, format!("Invalid message: {what}"))
    }

    pub fn unauthorized() -> Self {
        Self::new(4401, "Unauthorized")
    }

    /// What the other side came with is over, or was taken back.
    pub fn forbidden() -> Self {
        Self::new(4403, "Forbidden")
    }

    pub fn subprotocol() -> Self {
        Self::new(4406, format!("Subprotocol not acceptable: speak {NAME}"))
    }

    pub fn too_late() -> Self {
        Self::new(4408, "Connection initialisation timeout")
    }

    fn already_exists(id: &str) -> Self {
        Self::new(4409, format!("Subscriber for {id} already exists"))
    }

    fn too_many_initialisations() -> Self {
        Self::new(4429, "Too many initialisation requests")
    }
}

/// What is to be done about a message.
#[derive(Debug, PartialEq)]
pub(super) enum Step {
    Nothing,
    /// Find out who is there, by this `Authorization`, and say [`Said::ConnectionAck`] after [`Conversation::open`].
    Admit(Option<String>),
    /// Say this.
    Say(String),
    /// Begin an operation.
    Begin {
        id: String,
        parameters: Parameters,
    },
    /// Tell that the operation cannot begin, by [`too_many`]; its id is free.
    Refuse(String),
    /// End an operation that is under way, without a word.
    End(String),
    Close(Closing),
}

/// What we say.
#[derive(Debug, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(super) enum Said<'a> {
    ConnectionAck,
    Pong {
        #[serde(skip_serializing_if = "Option::is_none")]
        payload: Option<Json>,
    },
    Next {
        id: &'a str,
        payload: &'a Answer,
    },
    Error {
        id: &'a str,
        payload: &'a [Json],
    },
    Complete {
        id: &'a str,
    },
}

impl Said<'_> {
    /// The message as it is sent.
    pub fn text(&self) -> Result<String, Error> {
        serde_json::to_string(self).map_err(Error::internal)
    }
}

/// Why an operation cannot begin when too many are under way.
pub(super) fn too_many() -> Error {
    let message =
        format!("{MOST_OPERATIONS} operations are under way on this socket; wait until one of them has ended");
    Error::new(Code::RateLimited, "socket-too-many-operations", message)
}

/// A message as it came.
#[derive(Deserialize)]
struct Written {
    #[serde(rename = "type")]
    kind: String,
    id: Option<String>,
    payload: Option<Json>,
}

/// How far the conversation is.
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Nobody has said who they are.
    New,
    /// They did, and we are finding out.
    Asked,
    Open,
}

/// One socket's conversation.
#[derive(Debug)]
pub(super) struct Conversation {
    state: State,
    under_way: HashSet<String>,
}

impl Conversation {
    pub fn new() -> Self {
        Self { state: State::New, under_way: HashSet::new() }
    }

    /// What is to be done about a message.
    pub fn hear(&mut self, text: &str) -> Step {
        let Ok(Written { kind, id, payload }) = serde_json::from_str(text) else {
            return Step::Close(Closing::bad("send a JSON object with `type`, and `id` as text where there is one"));
        };
        match kind.as_str() {
            "connection_init" => self.initialise(payload),
            "ping" | "pong" if !matches!(payload, None | Some(Json::Object(_))) => {
                Step::Close(Closing::bad("`payload` of a ping or pong must be an object"))
            }
            "ping" => match (Said::Pong { payload }).text() {
                Ok(text) => Step::Say(text),
                Err(_) => Step::Close(Closing::bad("`payload` cannot be sent back")),
            },
            "pong" => Step::Nothing,
            "subscribe" if self.state != State::Open => Step::Close(Closing::unauthorized()),
            "subscribe" => self.subscribe(id, payload),
            "complete" => match id {
                Some(id) if self.under_way.remove(&id) => Step::End(id),
                // It ended at the same moment, and our word of it is under way.
                Some(_) => Step::Nothing,
                None => Step::Close(Closing::bad("`complete` needs the `id` of an operation")),
            },
            _ => Step::Close(Closing::bad("`type` must be connection_init, subscribe, complete, ping or pong")),
        }
    }

    fn initialise(&mut self, payload: Option<Json>) -> Step {
        if self.state != State::New {
            return Step::Close(Closing::too_many_initialisations());
        }
        let authorization = match payload {
            None => None,
            Some(Json::Object(entries)) => {
                let named = entries.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
                match named.map(|(_, value)| value) {
                    None | Some(Json::Null) => None,
                    Some(Json::String(text)) => Some(text),
                    Some(_) => return Step::Close(Closing::bad("`payload.Authorization` must be text")),
                }
            }
            Some(_) => return Step::Close(Closing::bad("`payload` of connection_init must be an object")),
        };
        self.state = State::Asked;
        Step::Admit(authorization)
    }

    fn subscribe(&mut self, id: Option<String>, payload: Option<Json>) -> Step {
        let Some(id) = id.filter(|id| (1..=LONGEST_ID).contains(&id.len())) else {
            return Step::Close(Closing::bad("`subscribe` needs an `id` of 1 to 128 bytes"));
        };
        if self.under_way.contains(&id) {
            return Step::Close(Closing::already_exists(&id));
        }
        let Some(parameters) = payload.and_then(Parameters::of_value) else {
            return Step::Close(Closing::bad(
                "`payload` needs `query` as text; `variables` and `extensions` are objects",
            ));
        };
        if self.under_way.len() == MOST_OPERATIONS {
            return Step::Refuse(id);
        }
        self.under_way.insert(id.clone());
        Step::Begin { id, parameters }
    }

    /// It is known who is there.
    pub fn open(&mut self) {
        self.state = State::Open;
    }

    /// An operation has come to its end by itself: whether the other side still waits to hear so.
    pub fn finish(&mut self, id: &str) -> bool {
        self.under_way.remove(id)
    }
}

#[cfg(test)]
#[path = "protocol_tests.rs"]
mod tests;
