//! GraphQL over HTTP: from a request to an answer, by the specification of that name, and whatever the client sends.
//!
//! A query may come by GET or POST, a mutation by POST only; bodies are JSON, one operation each. The media type that the client accepts decides
//! whether a document that cannot run is answered 400 (`application/graphql-response+json`) or 200 (`application/json`).

mod packed;

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{self, Accept, Header as _, HeaderMap},
    },
    web,
};
use juniper::{OperationType, Value};
use tokio::time::timeout;

use super::{
    document::Limits,
    request::{Parameters, Refused},
    roots::{RequestContext, Roots, Schema},
    run::{Answer, Charge, NotRun, Ran, Runner},
};
use crate::kit::{Code, Error, Result, http::error_response, telemetry::RequestId};

/// The largest body of a request.
pub const MAX_BODY_BYTES: usize = 1024 * 1024;

/// How long a body may take to come in: much longer than the answer, because offices in the field send over slow lines.
const BODY_TIME_LIMIT: Duration = Duration::from_secs(60);

/// Answers GraphQL requests. One for the whole program; workers share it.
pub struct Endpoint<R: Roots> {
    runner: Runner<R>,
}

/// What a request came to, before the media type decides how it is said.
enum Outcome {
    /// The operation ran; some of its fields may have failed.
    Ran { answer: Answer, headers: HeaderMap },
    /// The document cannot run: it does not parse, does not fit, is too large.
    CannotRun(Answer),
    /// The request failed for a reason outside its document.
    Failed(Refused),
}

impl From<NotRun> for Outcome {
    fn from(not_run: NotRun) -> Self {
        match not_run {
            NotRun::CannotRun(answer) => Self::CannotRun(answer),
            NotRun::Failed(error) => Self::Failed(error.into()),
        }
    }
}

impl<R: Roots> Endpoint<R> {
    /// An endpoint for `schema`, which stays in memory for good: call it once per program.
    pub fn new(schema: Schema<R>, limits: Limits) -> Self {
        Self { runner: Runner::new(schema, limits) }
    }

    /// The same endpoint, with another time for an operation to run, and for one that may take long. For tests, which cannot wait.
    #[cfg(test)]
    pub(super) fn with_time_limits(self, time_limit: Duration, long_time_limit: Duration) -> Self {
        Self { runner: self.runner.with_time_limits(time_limit, long_time_limit) }
    }

    /// The schema that is served.
    pub fn schema(&self) -> &'static Schema<R> {
        self.runner.schema()
    }

    /// What runs its operations, for other doors.
    pub(super) fn runner(&self) -> &Runner<R> {
        &self.runner
    }

    /// Answers a request. `make_context` finds out who asks; it is called when the document is known to be sound.
    pub async fn handle(
        &self,
        request: &HttpRequest,
        payload: web::Payload,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> HttpResponse {
        let (media, outcome) = match Media::of(request) {
            Ok(media) => (media, self.outcome(request, payload, make_context).await),
            Err(refused) => (Media::Json, Outcome::Failed(refused)),
        };
        respond(request, media, outcome)
    }

    async fn outcome(
        &self,
        request: &HttpRequest,
        payload: web::Payload,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> Outcome {
        let parameters = match parameters(request, payload).await {
            Ok(parameters) => parameters,
            Err(refused) => return Outcome::Failed(refused),
        };
        let id = RequestId::of(request);
        let operation = match self.runner.prepare(parameters, id.as_ref()) {
            Ok(operation) => operation,
            Err(not_run) => return not_run.into(),
        };
        match operation.kind() {
            OperationType::Mutation if request.method() == Method::GET => {
                let message = "a mutation changes data and so needs a POST request";
                let error = Error::new(Code::Invalid, "graphql-mutation-by-get", message);
                return Outcome::Failed(Refused::method(error, "POST"));
            }
            OperationType::Subscription => {
                let message = "subscriptions are served over the websocket, with the protocol `graphql-transport-ws`";
                let error = Error::new(Code::Invalid, "graphql-subscription", message);
                return Outcome::CannotRun(Answer::error(&error, id.as_ref()));
            }
            OperationType::Query | OperationType::Mutation => {}
        }
        match self.runner.run(&operation, id.as_ref(), Charge::Before, make_context).await {
            Ok(Ran { answer, context }) => {
                let mut headers = HeaderMap::new();
                context.add_headers(&mut headers);
                Outcome::Ran { answer, headers }
            }
            Err(not_run) => not_run.into(),
        }
    }
}

async fn parameters(request: &HttpRequest, payload: web::Payload) -> Result<Parameters, Refused> {
    match *request.method() {
        Method::GET => Parameters::of_url(request.query_string()),
        Method::POST => {
            Parameters::check_content_type(request)?;
            let read = timeout(BODY_TIME_LIMIT, payload.to_bytes_limited(MAX_BODY_BYTES)).await;
            match read {
                Ok(Ok(Ok(body))) => Parameters::of_body(&packed::unpack(request, body)?),
                Ok(Ok(Err(_))) => Err(Error::new(Code::Invalid, "graphql-body", "the body broke off").into()),
                Ok(Err(_)) => Err(too_large()),
                Err(_) => {
                    Err(Error::new(Code::TimedOut, "graphql-body-too-slow", "the body took too long to come in").into())
                }
            }
        }
        _ => {
            let message = "GraphQL is served by GET and POST";
            Err(Refused::method(Error::new(Code::Invalid, "graphql-method", message), "GET, POST"))
        }
    }
}

fn too_large() -> Refused {
    let message = format!("the body is larger than {MAX_BODY_BYTES} bytes; send files to /files and name them here");
    Error::new(Code::TooLarge, "graphql-body-too-large", message).into()
}

/// The two media types of an answer.
#[derive(Clone, Copy, PartialEq)]
enum Media {
    /// `application/json`, which old clients want: the status tells only of HTTP.
    Json,
    /// `application/graphql-response+json`: the status tells of the document too.
    Response,
}

impl Media {
    /// The media type that the client likes best.
    fn of(request: &HttpRequest) -> Result<Self, Refused> {
        if !request.headers().contains_key(header::ACCEPT) {
            return Ok(Self::Json);
        }
        let mut accepted = Accept::parse(request).map_err(|_| Refused::not_acceptable())?;
        accepted.0.retain(|item| item.quality > header::Quality::ZERO);
        let known = |mime: &actix_web::mime::Mime| match mime.essence_str() {
            "application/graphql-response+json" => Some(Self::Response),
            "application/json" | "application/*" | "*/*" => Some(Self::Json),
            _ => None,
        };
        accepted.ranked().iter().find_map(known).ok_or_else(Refused::not_acceptable)
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Response => "application/graphql-response+json; charset=utf-8",
        }
    }
}

fn respond(request: &HttpRequest, media: Media, outcome: Outcome) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.content_type(media.content_type());
    response.insert_header((header::CACHE_CONTROL, "no-store")).insert_header((header::VARY, "accept"));
    response.insert_header((header::ACCEPT_ENCODING, packed::ENCODING));
    let body = match outcome {
        Outcome::Ran { answer, headers } => {
            for header in &headers {
                response.append_header(header);
            }
            if answer.data.as_ref().is_none_or(nothing_was_read) && answer.errors.iter().any(is_unavailable) {
                // Proxies and clients know from the status alone that the same request may succeed later.
                response.status(StatusCode::SERVICE_UNAVAILABLE).insert_header((header::RETRY_AFTER, 1));
            }
            answer
        }
        Outcome::CannotRun(answer) => {
            response.status(if media == Media::Json { StatusCode::OK } else { StatusCode::BAD_REQUEST });
            answer
        }
        Outcome::Failed(Refused { status, error, allow }) => {
            error.log();
            response.status(status);
            if let Some(seconds) = error.seconds_to_wait() {
                response.insert_header((header::RETRY_AFTER, seconds));
            }
            if let Some(allow) = allow {
                response.insert_header((header::ALLOW, allow));
            }
            Answer::error(&error, RequestId::of(request).as_ref())
        }
    };
    match serde_json::to_vec(&body) {
        Ok(body) => response.body(body),
        Err(cause) => error_response(&Error::internal(cause), request),
    }
}

/// Whether an answer has nothing but errors in it.
fn nothing_was_read(data: &Value) -> bool {
    match data {
        Value::Null => true,
        Value::Object(fields) => fields.iter().all(|(_, value)| value.is_null()),
        Value::Scalar(_) | Value::List(_) => false,
    }
}

fn is_unavailable(error: &serde_json::Value) -> bool {
    error["extensions"]["code"] == Code::Unavailable.as_str()
}

#[cfg(test)]
mod tests;
