//! Runs an operation, whichever door it came through: HTTP or the websocket.
//!
//! A resolver that panics or never ends costs its own operation and no other. No error leaves without a code; what is a fault of ours leaves without
//! its words.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use futures::FutureExt as _;
use juniper::{DefaultScalarValue, ExecutionError, GraphQLError, OperationType, Value, Variables};
use serde::Serialize;
use serde_json::{Value as Json, json};
use tokio::time::timeout;

use super::{
    cache::{Admitted, Documents, Refusal},
    document::Limits,
    request::Parameters,
    roots::{RequestContext, Roots, Schema},
    text,
};
use crate::kit::{Code, Error, Result, http::shown, telemetry::RequestId};

/// The most errors that the answer to a document which cannot run holds, and the most places of one error.
const MOST_DOCUMENT_ERRORS: usize = 20;

/// How long a request may take to be answered.
const TIME_LIMIT: Duration = Duration::from_secs(10);

/// The same for operations that may take long ([`Limits::long`]): above what their statements are allowed.
const LONG_TIME_LIMIT: Duration = Duration::from_secs(130);

/// Runs operations. One for the whole program; workers share it.
pub(super) struct Runner<R: Roots> {
    documents: Documents<R>,
    time_limit: Duration,
    long_time_limit: Duration,
}

/// An operation that is known to be sound, with its variables.
pub(super) struct Operation<R: Roots> {
    admitted: Arc<Admitted<R>>,
    variables: Variables,
}

/// What is said in answer to an operation, on every door.
#[derive(Debug, Serialize)]
pub(super) struct Answer {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Json>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Value>,
}

impl Answer {
    /// An answer that is an error of ours.
    pub fn error(error: &Error, id: Option<&RequestId>) -> Self {
        Self { errors: vec![shown(error, id)], data: None }
    }
}

/// An operation that ran; some of its fields may have failed.
pub(super) struct Ran<C> {
    pub answer: Answer,
    pub context: C,
}

/// Why an operation did not run.
pub(super) enum NotRun {
    /// Its document cannot run: it does not parse, does not fit, is too large.
    CannotRun(Answer),
    /// It failed for a reason outside its document.
    Failed(Error),
}

impl From<Error> for NotRun {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// When the caller pays for an operation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Charge {
    /// Before it runs.
    Before,
    /// By [`Runner::charge`], if at all: what comes of it decides.
    Later,
}

impl<R: Roots> Operation<R> {
    /// Whether it reads, writes or listens.
    pub fn kind(&self) -> OperationType {
        self.admitted.operation_type()
    }
}

impl<R: Roots> Runner<R> {
    /// A runner for `schema`, which stays in memory for good: call it once per program.
    pub fn new(schema: Schema<R>, limits: Limits) -> Self {
        let documents = Documents::new(schema, limits);
        Self { documents, time_limit: TIME_LIMIT, long_time_limit: LONG_TIME_LIMIT }
    }

    /// The same runner, with another time for an operation to run, and for one that may take long. For tests, which cannot wait.
    #[cfg(test)]
    pub fn with_time_limits(self, time_limit: Duration, long_time_limit: Duration) -> Self {
        Self { time_limit, long_time_limit, ..self }
    }

    /// The schema that is served.
    pub fn schema(&self) -> &'static Schema<R> {
        self.documents.schema()
    }

    /// Looks whether a document can run. Nothing is loaded for it, and nobody is asked who sends it.
    pub fn prepare(&self, parameters: Parameters, id: Option<&RequestId>) -> Result<Operation<R>, NotRun> {
        // A panic of the parser leaves nothing half-changed: what it made is dropped with it.
        let admitted = catch_unwind(AssertUnwindSafe(|| {
            self.documents.admit(&parameters.query, parameters.operation_name.as_deref())
        }));
        let refused = |error: &Error| NotRun::CannotRun(Answer::error(error, id));
        let admitted = match admitted {
            Ok(Ok(admitted)) => admitted,
            Ok(Err(Refusal::TooComplex(error))) => return Err(refused(&error)),
            Ok(Err(Refusal::Invalid(error))) => return Err(NotRun::CannotRun(explained(&error))),
            Err(panic) => return Err(Error::panicked("the parser", &*panic).into()),
        };
        let mut variables = parameters.variables;
        for (name, value) in &variables {
            text::check(name, value).map_err(|error| refused(&error))?;
        }
        admitted.complete(self.schema(), &mut variables);
        Ok(Operation { admitted, variables })
    }

    /// Runs an operation. `make_context` finds out who asks.
    pub async fn run(
        &self,
        operation: &Operation<R>,
        id: Option<&RequestId>,
        charge: Charge,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> Result<Ran<R::Context>, NotRun> {
        let limit = if operation.admitted.takes_long() { self.long_time_limit } else { self.time_limit };
        let executed = timeout(limit, Self::execute(operation, id, charge, make_context));
        // The context is made inside and given out only whole, so nothing half-changed by a panic is seen again.
        match AssertUnwindSafe(executed).catch_unwind().await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_)) => Err(timed_out(limit).into()),
            Err(panic) => Err(Error::panicked("a resolver", &*panic).into()),
        }
    }

    async fn execute(
        operation: &Operation<R>,
        id: Option<&RequestId>,
        charge: Charge,
        make_context: impl AsyncFnOnce() -> Result<R::Context>,
    ) -> Result<Ran<R::Context>, NotRun> {
        let Operation { admitted, variables } = operation;
        let context = make_context().await?;
        if let Err(error) = admitted.size().check(variables, context.budget()) {
            return Err(NotRun::CannotRun(Answer::error(&error, id)));
        }
        if charge == Charge::Before {
            Self::charge(operation, &context).await?;
        }
        match admitted.execute(variables, &context).await {
            Ok((data, errors)) => {
                let errors = errors.iter().map(|error| masked(error, id)).collect();
                Ok(Ran { answer: Answer { errors, data: Some(data) }, context })
            }
            Err(error) => Err(NotRun::CannotRun(explained(&error))),
        }
    }

    /// Takes what the operation costs from what its caller may spend.
    ///
    /// # Errors
    /// `RATE_LIMITED` when that is spent.
    pub async fn charge(operation: &Operation<R>, context: &R::Context) -> Result<()> {
        context.spend(operation.admitted.size().nodes(&operation.variables)).await
    }
}

fn timed_out(limit: Duration) -> Error {
    let message = format!("the request took longer than {} s and was stopped; ask for less at once", limit.as_secs());
    Error::new(Code::TimedOut, "timed-out", message)
}

/// juniper's errors of parsing and validation, with our code. The same mistake at many places is one error that names the places, and there is an
/// end to both: an answer must not grow with how often a document repeats itself.
fn explained(error: &GraphQLError) -> Answer {
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
    Answer { errors, data: None }
}

/// A field's error as the client may see it: our own as it is, a fault of ours without its words.
fn masked(error: &ExecutionError<DefaultScalarValue>, id: Option<&RequestId>) -> Json {
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
    let shown = shown(&Error::bug("masked"), id);
    written["message"] = shown["message"].clone();
    written["extensions"] = shown["extensions"].clone();
    written
}
