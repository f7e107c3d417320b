//! GraphQL over HTTP: from a request to an answer, by the specification of that name, and whatever the client sends.
//!
//! A query may come by GET or POST, a mutation by POST only; bodies are JSON, one operation each. The media type that the client accepts decides
//! whether a document that cannot run is answered 400 (`application/graphql-response+json`) or 200 (`application/json`). A resolver that panics or
//! never ends costs its own request and no other. No error leaves without a code; what is a fault of ours leaves without its words.

use std::{panic::AssertUnwindSafe, time::Duration};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{self, Accept, Header as _, HeaderMap},
    },
    web,
};
use futures::FutureExt as _;
use juniper::{DefaultScalarValue, ExecutionError, GraphQLError, OperationType, Value, Variables};
use serde::Serialize;
use serde_json::{Value as Json, json};
use tokio::time::timeout;

use super::{
    cache::{Admitted, Documents, Refusal},
    document::Limits,
    request::{Parameters, Refused},
    roots::{RequestContext, Roots, Schema},
    text,
};
use crate::kit::{
    Code, Error, Result,
    http::{error_response, error_value},
};

/// The largest body of a request.
pub const MAX_BODY_BYTES: usize = 1024 * 1024;

/// The most errors that the answer to a document which cannot run holds, and the most places of one error.
const MOST_DOCUMENT_ERRORS: usize = 20;

/// How long a request may take to be answered.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// The same for operations that may take long ([`Limits::long`]): above what their statements are allowed.
const LONG_TIME_LIMIT: Duration = Duration::from_secs(130);

/// How long a body may take to come in: much longer than the answer, because offices in the field send over slow lines.
const BODY_TIME_LIMIT: Duration = Duration::from_secs(60);

/// Answers GraphQL requests. One for the whole program; workers share it.
pub struct Endpoint<R: Roots> {
    documents: Documents<R>,
    time_limit: Duration,
    long_time_limit: Duration,
}

/// What a request came to, before the media type decides how it is said.
enum Outcome {
    /// The operation ran; some of its fields may have failed.
    Ran { data: Value, errors: Vec<ExecutionError<DefaultScalarValue>>, headers: HeaderMap },
    /// The document cannot run: it does not parse, does not fit, is too large.
    CannotRun(Vec<Json>),
    /// The request failed for a reason outside its document.
    Failed(Refused),
}

impl<R: Roots> Endpoint<R> {
    /// An endpoint for `schema`, which stays in memory for good: call it once per program.
    pub fn new(schema: Schema<R>, limits: Limits) -> Self {
        let documents = Documents::new(schema, limits);
        Self { documents, time_limit: TIME_LIMIT, long_time_limit: LONG_TIME_LIMIT }
    }

    /// The same endpoint, with another time for an operation to run, and for one that may take long. For tests, which cannot wait.
    #[cfg(test)]
    fn with_time_limits(self, time_limit: Duration, long_time_limit: Duration) -> Self {
        Self { time_limit, long_time_limit, ..self }
    }

    /// The schema that is served.
    pub fn schema(&self) -> &'static Schema<R> {
        self.documents.schema()
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
        // The context is made and dropped inside, so nothing half-changed by a panic is seen again.
        let run = AssertUnwindSafe(self.run(request, parameters, make_context)).catch_unwind();
        match run.await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(refused)) => Outcome::Failed(refused),
            Err(panic) => Outcome::Failed(Error::panicked("a resolver", &*panic).into()),
        }
    }

    async fn run(
        &self,
        request: &HttpRequest,
        parameters: Parameters,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> Result<Outcome, Refused> {
        let refused = |error: Error| Ok(Outcome::CannotRun(vec![error_value(&error, request)]));
        let Parameters { query, operation_name, mut variables } = parameters;
        let admitted = match self.documents.admit(&query, operation_name.as_deref()) {
            Ok(admitted) => admitted,
            Err(Refusal::TooComplex(error)) => return refused(error),
            Err(Refusal::Invalid(error)) => return Ok(Outcome::CannotRun(explained(&error))),
        };
        match admitted.operation_type() {
            OperationType::Mutation if request.method() == Method::GET => {
                let message = "a mutation changes data and so needs a POST request";
                return Err(Refused::method(Error::new(Code::Invalid, "graphql-mutation-by-get", message), "POST"));
            }
            OperationType::Subscription => {
                let message = "subscriptions are served over the websocket, with the protocol `graphql-transport-ws`";
                return refused(Error::new(Code::Invalid, "graphql-subscription", message));
            }
            OperationType::Query | OperationType::Mutation => {}
        }
        for (name, value) in &variables {
            if let Err(error) = text::check(name, value) {
                return refused(error);
            }
        }
        admitted.complete(self.schema(), &mut variables);
        let limit = if admitted.takes_long() { self.long_time_limit } else { self.time_limit };
        let executed = timeout(limit, Self::execute(request, &admitted, &variables, make_context)).await;
        executed.unwrap_or_else(|_| Err(timed_out(limit).into()))
    }

    /// Runs an operation that was admitted.
    async fn execute(
        request: &HttpRequest,
        admitted: &Admitted<R>,
        variables: &Variables,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> Result<Outcome, Refused> {
        let context = make_context().await?;
        if let Err(error) = admitted.size().check(variables, context.budget()) {
            return Ok(Outcome::CannotRun(vec![error_value(&error, request)]));
        }
        context.spend(admitted.size().nodes(variables)).await?;
        match admitted.execute(variables, &context).await {
            Ok((data, errors)) => {
                let mut headers = HeaderMap::new();
                context.add_headers(&mut headers);
                Ok(Outcome::Ran { data, errors, headers })
            }
            Err(error) => Ok(Outcome::CannotRun(explained(&error))),
        }
    }
}

fn timed_out(limit: Duration) -> Error {
    let message = format!("the request took longer than {} s and was stopped; ask for less at once", limit.as_secs());
    Error::new(Code::TimedOut, "timed-out", message)
}

async fn parameters(request: &HttpRequest, payload: web::Payload) -> Result<Parameters, Refused> {
    match *request.method() {
        Method::GET => Parameters::of_url(request.query_string()),
        Method::POST => {
            Parameters::check_content_type(request)?;
            let read = timeout(BODY_TIME_LIMIT, payload.to_bytes_limited(MAX_BODY_BYTES)).await;
            match read {
                Ok(Ok(Ok(body))) => Parameters::of_body(&body),
                Ok(Ok(Err(_))) => Err(Error::new(Code::Invalid, "graphql-body", "the body broke off").into()),
                Ok(Err(_)) => {
                    let message = format!(
                        "the body is larger than {MAX_BODY_BYTES} bytes; send files to /files and name them here"
                    );
                    Err(Error::new(Code::TooLarge, "graphql-body-too-large", message).into())
                }
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

#[derive(Serialize)]
struct Body {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<Value>,
}

fn respond(request: &HttpRequest, media: Media, outcome: Outcome) -> HttpResponse {
    let mut response = HttpResponse::Ok();
    response.content_type(media.content_type());
    response.insert_header((header::CACHE_CONTROL, "no-store")).insert_header((header::VARY, "accept"));
    let body = match outcome {
        Outcome::Ran { data, errors, headers } => {
            for header in &headers {
                response.append_header(header);
            }
            Body { errors: errors.iter().map(|error| masked(error, request)).collect(), data: Some(data) }
        }
        Outcome::CannotRun(errors) => {
            response.status(if media == Media::Json { StatusCode::OK } else { StatusCode::BAD_REQUEST });
            Body { errors, data: None }
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
            Body { errors: vec![error_value(&error, request)], data: None }
        }
    };
    match serde_json::to_vec(&body) {
        Ok(body) => response.body(body),
        Err(cause) => error_response(&Error::internal(cause), request),
    }
}

/// juniper's errors of parsing and validation, with our code. The same mistake at many places is one error that names the places, and there is an
/// end to both: an answer must not grow with how often a document repeats itself.
fn explained(error: &GraphQLError) -> Vec<Json> {
    let written = match serde_json::to_value(error).unwrap_or_default() {
        Json::Array(errors) => errors,
        _ => vec![json!({ "message": error.to_string() })],
    };
    let mut errors: Vec<Json> = Vec::new();
    for mut one in written {
        let said = |known: &Json| known["message"] == one["message"];
        if let Some(at) = errors.iter().position(said) {
            let places = errors[at].get_mut("locations").and_then(Json::as_array_mut);
            if let (Some(places), Some(more)) = (places, one["locations"].as_array_mut()) {
                more.truncate(MOST_DOCUMENT_ERRORS.saturating_sub(places.len()));
                places.append(more);
            }
        } else if errors.len() < MOST_DOCUMENT_ERRORS {
            one["extensions"] = json!({ "code": Code::Invalid.as_str(), "key": "graphql-invalid" });
            errors.push(one);
        }
    }
    errors
}

/// A field's error as the client may see it: our own as it is, a fault of ours without its words.
fn masked(error: &ExecutionError<DefaultScalarValue>, request: &HttpRequest) -> Json {
    let mut written = serde_json::to_value(error).unwrap_or_default();
    let code = written["extensions"]["code"].as_str().map(str::to_owned);
    if code.as_deref().is_some_and(|code| code != Code::Internal.as_str()) {
        return written;
    }
    if code.is_none() {
        // Ours were logged where they were made.
        let (path, message) = (error.path().join("."), error.error().message());
        tracing::error!(graphql.path = path, error.cause = message, "a resolver failed at {path}: {message}");
    }
    let shown = error_value(&Error::bug("masked"), request);
    written["message"] = shown["message"].clone();
    written["extensions"] = shown["extensions"].clone();
    written
}

#[cfg(test)]
mod tests;
