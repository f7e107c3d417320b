//! GraphQL over websockets: the protocol `graphql-transport-ws`, at the same address as over HTTP.
//!
//! Queries, mutations and subscriptions run through [`run`](super::run) as they do over HTTP: the same limits, budget, rights, time limit and
//! masks. Who is there is said in `connection_init`, and asked anew for every operation and every piece of news, so that nothing outlives a right.
//!
//! Why not `juniper_graphql_ws`: 0.6 knows neither the time limit for `connection_init` (4408) nor the second one (4429), repeats its parser's words in
//! closing frames, bounds nothing by itself, and keeps one context for all that a socket ever asks. juniper's streams, which it drives, lose the errors of
//! every field below the root. Why not `actix-ws`: it collects a frame of any announced length before it looks whether that is allowed, holds 32
//! answers of any size for a client that does not read, and ends the connection with its closing frame, so that who was still sending sees a reset.
//! actix' own parser of frames is used, and what bounds it stands in [`frames`].

mod frames;
mod protocol;
mod session;
mod work;

use std::{
    collections::HashMap,
    net::IpAddr,
    rc::Rc,
    sync::{Arc, Mutex},
    time::Duration,
};

use actix_http::ws::{HandshakeError, hash_key, verify_handshake};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{
            AUTHORIZATION, HOST, HeaderValue, ORIGIN, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_PROTOCOL,
            SEC_WEBSOCKET_VERSION, UPGRADE,
        },
    },
    web::{self, Bytes},
};
use chrono::TimeDelta;
use futures::stream;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, TryAcquireError, mpsc};

use self::{
    frames::{Incoming, Outgoing},
    protocol::NAME,
    session::Session,
};
use super::{http::Endpoint, listening::Listening, roots::Roots};
use crate::kit::{
    Clock, Code, Error, Result,
    events::Bus,
    http::{RateLimiter, error_response},
    scope::UserId,
    stop::Stop,
    telemetry::RequestId,
};

/// The end of the status line, and the header of the protocol. Python's `gql` finds that header only when each of its letters is as in the standard, and
/// actix would write `Sec-Websocket-Protocol`; the words of the status are written as they are.
const AGREED: &str = "Switching Protocols\r\nSec-WebSocket-Protocol: graphql-transport-ws";

/// How many sockets one user may have, on all devices and by all API tokens together.
const MOST_OF_A_USER: usize = 20;

/// How much may wait to be read on all sockets together, in kB; and how much a message may be that waits beside that.
const MOST_UNREAD: usize = 128 * 1024;
const SMALL: usize = 16 * 1024;

/// What a socket asks for an operation, or for one piece of news.
pub struct Asked {
    /// What was sent as `Authorization`: with `connection_init`, else with the request that opened the socket.
    pub authorization: Option<String>,
    /// The id under which the operation stands in the log and in the history.
    pub request_id: RequestId,
    /// The moment of a subscription.
    pub listening: Option<Listening>,
}

/// How many sockets there may be, and how long the other side of one may take.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Sockets of one address at the same time.
    pub of_an_address: usize,
    /// For `connection_init`.
    pub opening: TimeDelta,
    /// To read a piece of what was sent.
    pub reading: Duration,
    /// Between signs of life; it is asked for one twice in this time.
    pub silence: Duration,
}

impl Bounds {
    /// The usual times, and so many sockets of one address.
    pub fn of_an_address(sockets: usize) -> Self {
        Self {
            of_an_address: sockets,
            opening: TimeDelta::seconds(10),
            reading: Duration::from_secs(20),
            silence: Duration::from_secs(60),
        }
    }
}

/// The sockets of the program. One for the whole program; workers share it.
#[derive(Clone)]
pub struct Sockets {
    bus: Bus,
    clock: Clock,
    stop: Stop,
    limiter: Arc<RateLimiter>,
    /// Pages of this origin may open sockets, beside those of the host that is asked.
    origin: String,
    bounds: Bounds,
    places: Arc<Mutex<HashMap<Holder, usize>>>,
    unread: Arc<Semaphore>,
}

/// Who holds a socket.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Holder {
    Address(IpAddr),
    User(UserId),
}

/// One of the sockets that a holder may have; free again when it is dropped.
struct Place {
    holder: Holder,
    places: Arc<Mutex<HashMap<Holder, usize>>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut places = self.places.lock().expect("no panic while holding the lock");
        if let Some(held) = places.get_mut(&self.holder) {
            *held -= 1;
            if *held == 0 {
                places.remove(&self.holder);
            }
        }
    }
}

impl Sockets {
    /// No sockets yet. Pages at `public_url` may open some.
    pub fn new(
        (bus, clock, stop): (Bus, Clock, Stop),
        limiter: Arc<RateLimiter>,
        public_url: &str,
        bounds: Bounds,
    ) -> Self {
        let origin = public_url.split('/').take(3).collect::<Vec<_>>().join("/");
        let unread = Arc::new(Semaphore::new(MOST_UNREAD));
        Self { bus, clock, stop, limiter, origin, bounds, places: Arc::default(), unread }
    }

    /// How many sockets are open.
    pub fn open_now(&self) -> u32 {
        let places = self.places.lock().expect("no panic while holding the lock");
        let open: usize = places.iter().filter(|(of, _)| matches!(of, Holder::Address(_))).map(|(_, held)| held).sum();
        u32::try_from(open).unwrap_or(u32::MAX)
    }

    /// Room for a message of so many bytes, as long as it waits; none is needed for a small one.
    ///
    /// # Errors
    /// When those who do not read have taken all of it.
    fn hold(&self, bytes: usize) -> Result<Option<OwnedSemaphorePermit>, TryAcquireError> {
        if bytes <= SMALL {
            return Ok(None);
        }
        let needed = u32::try_from(bytes / 1024 + 1).unwrap_or(u32::MAX);
        Arc::clone(&self.unread).try_acquire_many_owned(needed).map(Some)
    }

    fn place(&self, holder: Holder) -> Option<Place> {
        let most = match holder {
            Holder::Address(_) => self.bounds.of_an_address,
            Holder::User(_) => MOST_OF_A_USER,
        };
        let mut places = self.places.lock().expect("no panic while holding the lock");
        let held = places.entry(holder.clone()).or_default();
        (*held < most).then(|| {
            *held += 1;
            Place { holder, places: Arc::clone(&self.places) }
        })
    }

    /// Answers a request that [`wants_socket`]: opens the socket, and serves it beside the requests. `make_context` finds out who asks.
    pub fn open<R: Roots, F>(
        &self,
        request: &HttpRequest,
        payload: web::Payload,
        endpoint: web::Data<Endpoint<R>>,
        make_context: F,
    ) -> HttpResponse
    where
        F: AsyncFn(Asked) -> Result<R::Context> + 'static,
    {
        match self.admit(request) {
            Ok((place, address)) => {
                let (outgoing, pieces) = Outgoing::new(self.bounds.reading);
                let (response, agreed) = switch(request, pieces);
                let authorization = request.headers().get(AUTHORIZATION);
                let session = Session {
                    sockets: self.clone(),
                    endpoint,
                    make_context,
                    address,
                    // What is no text is no token either.
                    authorization: authorization.map(|value| value.to_str().unwrap_or_default().to_owned()),
                    _place: place,
                };
                actix_web::rt::spawn(Rc::new(session).serve(Incoming::new(payload), outgoing, agreed));
                response
            }
            Err((status, error)) => {
                let mut response = error_response(&error, request);
                *response.status_mut() = status;
                if status == StatusCode::UPGRADE_REQUIRED {
                    response.headers_mut().insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
                }
                response
            }
        }
    }

    fn admit(&self, request: &HttpRequest) -> Result<(Place, IpAddr), (StatusCode, Error)> {
        verify_handshake(request.head()).map_err(|refused| {
            let status = match refused {
                HandshakeError::GetMethodRequired => StatusCode::METHOD_NOT_ALLOWED,
                HandshakeError::UnsupportedVersion => StatusCode::UPGRADE_REQUIRED,
                _ => StatusCode::BAD_REQUEST,
            };
            (status, Error::new(Code::Invalid, "websocket-handshake", format!("no websocket can be opened: {refused}")))
        })?;
        if !self.is_ours(request) {
            let message = "a page of another site may not open sockets here";
            return Err((StatusCode::FORBIDDEN, Error::forbidden(message)));
        }
        if self.stop.is_ordered() {
            let error = Error::new(Code::Unavailable, "stopping", "this process is stopping");
            return Err((StatusCode::SERVICE_UNAVAILABLE, error));
        }
        let address = self.limiter.address_of(request);
        let place = self.place(Holder::Address(address)).ok_or_else(|| {
            let message = format!("there are {} sockets from your address; close one first", self.bounds.of_an_address);
            (StatusCode::TOO_MANY_REQUESTS, Error::new(Code::RateLimited, "websocket-too-many", message))
        })?;
        Ok((place, address))
    }

    /// Whether no page of another site asks: a browser says which one does, and lets it, whatever we think of it.
    fn is_ours(&self, request: &HttpRequest) -> bool {
        let Some(origin) = request.headers().get(ORIGIN) else { return true };
        let Ok(origin) = origin.to_str() else { return false };
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
        let asked = origin.split_once("://").map(|(_, host)| host);
        origin.eq_ignore_ascii_case(&self.origin)
            || asked.zip(host).is_some_and(|(asked, host)| asked.eq_ignore_ascii_case(host))
    }
}

/// Whether a request asks for a websocket.
pub fn wants_socket(request: &HttpRequest) -> bool {
    let upgrade = request.headers().get(UPGRADE).and_then(|value| value.to_str().ok());
    request.method() == Method::GET && upgrade.is_some_and(|upgrade| upgrade.to_ascii_lowercase().contains("websocket"))
}

/// The answer that turns the connection into a websocket, and whether both sides speak the same protocol.
fn switch(request: &HttpRequest, pieces: mpsc::Receiver<Bytes>) -> (HttpResponse, bool) {
    let offered: Vec<&str> = request
        .headers()
        .get_all(SEC_WEBSOCKET_PROTOCOL)
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect();
    let agreed = offered.contains(&NAME);
    let key = request.headers().get(SEC_WEBSOCKET_KEY).map_or(&[][..], HeaderValue::as_bytes);
    let mut response = HttpResponse::build(StatusCode::SWITCHING_PROTOCOLS);
    response.upgrade("websocket").insert_header((SEC_WEBSOCKET_ACCEPT, &hash_key(key)[..]));
    // Most clients hang up unseen where none of their protocols is taken, and would never hear that it is not acceptable.
    if let Some(first) = offered.first().filter(|_| !agreed) {
        response.insert_header((SEC_WEBSOCKET_PROTOCOL, *first));
    }
    let pieces = stream::unfold(pieces, async |mut pieces| {
        let piece = pieces.recv().await?;
        Some((Ok::<_, Error>(piece), pieces))
    });
    let mut response = response.streaming(pieces);
    // Some clients look for the headers of the handshake by their usual letters.
    response.head_mut().set_camel_case_headers(true);
    if agreed {
        response.head_mut().reason = Some(AGREED);
    }
    (response, agreed)
}

#[cfg(test)]
mod tests;
