//! The one error type. What a client may know is in it by name; what went wrong inside is kept for the log and never sent.
//!
//! Every error has a [`Code`] out of a closed set (clients branch on it), a `key` (clients translate by it), an English `message`, and where
//! one input is to blame the path of its `field`. Causes from inside are logged once, at the edge, under the request's id.

use std::{any::Any, fmt, sync::Arc};

use chrono::TimeDelta;
use juniper::{FieldError, IntoFieldError, Object, ScalarValue, Value};

/// What went wrong, as clients see it in `extensions.code`. The set is closed: a new code is a change of the public API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// An input cannot be accepted; `field` names it and the message says how to mend it.
    Invalid,
    /// Nobody is signed in, or the token is no longer good.
    Unauthenticated,
    /// The viewer is known, may know of the thing, and may not do this.
    Forbidden,
    /// There is no such thing, or the viewer may not know of it.
    NotFound,
    /// Someone else changed the record meanwhile, or the state does not allow the step.
    Conflict,
    /// A `clientMutationId` came again with another request.
    IdempotencyMismatch,
    /// A body or file is larger than the limit.
    TooLarge,
    /// A GraphQL document is above a limit (depth, aliases, cost ...).
    TooComplex,
    /// Too many requests; try again later.
    RateLimited,
    /// The database or another part cannot be reached now; the same request may succeed later.
    Unavailable,
    /// The request took longer than it may.
    TimedOut,
    /// A fault of ours. The request id finds it in the log.
    Internal,
}

impl Code {
    /// The code as clients read it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "INVALID",
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::Conflict => "CONFLICT",
            Self::IdempotencyMismatch => "IDEMPOTENCY_MISMATCH",
            Self::TooLarge => "TOO_LARGE",
            Self::TooComplex => "TOO_COMPLEX",
            Self::RateLimited => "RATE_LIMITED",
            Self::Unavailable => "UNAVAILABLE",
            Self::TimedOut => "TIMED_OUT",
            Self::Internal => "INTERNAL",
        }
    }

    /// The HTTP status of the same meaning, for routes outside GraphQL.
    pub fn http_status(self) -> u16 {
        match self {
            Self::Invalid | Self::TooComplex => 400,
            Self::Unauthenticated => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Conflict | Self::IdempotencyMismatch => 409,
            Self::TooLarge => 413,
            Self::RateLimited => 429,
            Self::Internal => 500,
            Self::Unavailable => 503,
            Self::TimedOut => 504,
        }
    }
}

/// An error that may reach a client. Cheap to clone, so that a batch load can give it to everyone who waited.
#[derive(Debug, Clone)]
pub struct Error {
    code: Code,
    key: &'static str,
    message: String,
    field: Option<String>,
    retry_after: Option<u32>,
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

/// A result whose error may reach a client.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// An error of `code`, with a translation `key` (`area-what-is-wrong`) and an English message that says what to do.
    pub fn new(code: Code, key: &'static str, message: impl Into<String>) -> Self {
        Self { code, key, message: message.into(), field: None, retry_after: None, cause: None }
    }

    /// An input that cannot be accepted: which `field`, what is wrong, and how to mend it.
    pub fn invalid(field: impl Into<String>, key: &'static str, message: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..Self::new(Code::Invalid, key, message) }
    }

    /// There is no such thing for this viewer. `field` names the input that pointed to it.
    pub fn not_found(field: impl Into<String>) -> Self {
        Self {
            field: Some(field.into()),
            ..Self::new(Code::NotFound, "not-found", "there is no such record, or you may not see it")
        }
    }

    /// The viewer may know of the thing but may not do this.
    pub fn forbidden(message: impl Into<String>) -> Self {
        Self::new(Code::Forbidden, "forbidden", message)
    }

    /// Nobody is signed in, and this needs someone.
    pub fn unauthenticated() -> Self {
        Self::new(Code::Unauthenticated, "unauthenticated", "sign in first: send `Authorization: Bearer <token>`")
    }

    /// The record's state or version does not allow the step.
    pub fn conflict(key: &'static str, message: impl Into<String>) -> Self {
        Self::new(Code::Conflict, key, message)
    }

    /// A fault of ours; the cause is for the log only.
    pub fn internal(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::masked(
            Code::Internal,
            "internal",
            "something went wrong on our side; it has been logged",
            Some(Arc::new(cause)),
        )
    }

    /// A fault of ours that has no error behind it, told in words for the log only.
    pub fn bug(what: impl Into<String>) -> Self {
        Self::internal(Bug(what.into()))
    }

    /// A fault of ours that ended `what` in a panic; its words are for the log only.
    pub fn panicked(what: &str, panic: &(dyn Any + Send)) -> Self {
        let words = panic.downcast_ref::<&str>().copied();
        let words = words.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Self::bug(format!("{what} panicked: {}", words.unwrap_or("it did not say why")))
    }

    /// A part we need cannot be reached now; the cause is for the log only.
    pub fn unavailable(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::masked(
            Code::Unavailable,
            "unavailable",
            "the service cannot answer now; try again in a moment",
            Some(Arc::new(cause)),
        )
    }

    /// The database has no room to write; the cause is for the log, where those who run it find it.
    fn storage_full(cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        let message =
            "the server's disk is full and nothing was written; whoever runs it must make room, then try again";
        Self::masked(Code::Unavailable, "storage-full", message, Some(Arc::new(cause)))
    }

    /// Someone else holds what this call needs.
    fn busy() -> Self {
        Self::conflict("busy", "someone else changed the same record at this moment; try again")
    }

    /// What an error of Postgres means for whoever sent the request. Diesel hides the SQLSTATE of these, so their words must do.
    fn told_by_postgres(message: &str) -> Option<Self> {
        let says = |words: &str| message.contains(words);
        if says("statement timeout") {
            return Some(Self::new(Code::TimedOut, "timed-out", "the request took too long; ask for less"));
        }
        if says("lock timeout") || says("deadlock detected") {
            return Some(Self::busy());
        }
        if says("out of range") || says("numeric field overflow") {
            let text = "a number or a date is larger or smaller than can be kept; look at the largest ones";
            return Some(Self::new(Code::Invalid, "value-out-of-range", text));
        }
        None
    }

    fn masked(
        code: Code,
        key: &'static str,
        message: &str,
        cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self { cause, ..Self::new(code, key, message) }
    }

    /// The same error, blamed on `field`.
    #[must_use]
    pub fn at(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The same error, with how long to wait before another try.
    #[must_use]
    pub fn retry_after(mut self, wait: TimeDelta) -> Self {
        // The rest of a second counts as a whole one, so that who waits that long is let in.
        let seconds = (wait.num_milliseconds().max(0) + 999) / 1000;
        self.retry_after = Some(u32::try_from(seconds).unwrap_or(u32::MAX));
        self
    }

    /// What kind of error it is.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The translation key.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// The English message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The path of the input to blame, if one is.
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// How many seconds to wait before another try, where waiting helps.
    pub fn seconds_to_wait(&self) -> Option<u32> {
        self.retry_after
    }

    /// Writes the cause to the log. Called once, where the error leaves the program.
    pub fn log(&self) {
        if let Some(cause) = &self.cause {
            tracing::error!(error.code = self.code.as_str(), error.cause = ?cause, "a request failed: {cause}");
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(f, "{field}: {}", self.message),
            None => f.write_str(&self.message),
        }?;
        if let Some(cause) = &self.cause {
            write!(f, " ({cause})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[derive(Debug)]
struct Bug(String);

impl fmt::Display for Bug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Bug {}

/// What keeps the database from doing anything for anybody.
enum Trouble {
    /// It ends, starts, or the line to it broke.
    Away,
    /// Its disk is full.
    Full,
}

/// Whether an error's words tell of trouble that no request is to blame for. `lost`: the words are the client library's, because no answer came.
fn trouble(message: &str, lost: bool) -> Option<Trouble> {
    const FULL: [&str; 2] = ["No space left on device", "Disk quota exceeded"];
    const AWAY: [&str; 4] =
        ["terminating connection", "the database system is", "Input/output error", "too many clients already"];
    const LOST: [&str; 3] =
        ["connection closed", "error communicating with the server", "unexpected message from server"];
    let says = |words: &[&str]| words.iter().any(|words| message.contains(words));
    if says(&FULL) {
        return Some(Trouble::Full);
    }
    (says(&AWAY) || (lost && says(&LOST))).then_some(Trouble::Away)
}

impl From<diesel::result::Error> for Error {
    fn from(cause: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        match &cause {
            Diesel::NotFound => {
                Self::new(Code::NotFound, "not-found", "there is no such record, or you may not see it")
            }
            Diesel::DatabaseError(DatabaseErrorKind::ClosedConnection, _) | Diesel::BrokenTransactionManager => {
                Self::unavailable(cause)
            }
            Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Self::busy(),
            Diesel::DatabaseError(
                kind @ (DatabaseErrorKind::Unknown | DatabaseErrorKind::UnableToSendCommand),
                detail,
            ) => {
                let lost = matches!(kind, DatabaseErrorKind::UnableToSendCommand);
                match trouble(detail.message(), lost) {
                    Some(Trouble::Away) => Self::unavailable(cause),
                    Some(Trouble::Full) => Self::storage_full(cause),
                    None => Self::told_by_postgres(detail.message()).unwrap_or_else(|| Self::internal(cause)),
                }
            }
            _ => Self::internal(cause),
        }
    }
}

impl From<Arc<Error>> for Error {
    fn from(shared: Arc<Error>) -> Self {
        (*shared).clone()
    }
}

impl<S: ScalarValue> IntoFieldError<S> for Error {
    fn into_field_error(self) -> FieldError<S> {
        self.log();
        let mut extensions = Object::with_capacity(4);
        extensions.add_field("code", Value::scalar(self.code.as_str().to_owned()));
        extensions.add_field("key", Value::scalar(self.key.to_owned()));
        if let Some(field) = self.field {
            extensions.add_field("field", Value::scalar(field));
        }
        if let Some(seconds) = self.retry_after {
            extensions.add_field("retryAfter", Value::scalar(i32::try_from(seconds).unwrap_or(i32::MAX)));
        }
        FieldError::new(self.message, Value::Object(extensions))
    }
}

#[cfg(test)]
mod tests {
    use diesel::result::{DatabaseErrorKind, Error as Diesel};

    use super::*;

    #[test]
    fn what_postgres_refuses_for_the_senders_sake_is_not_a_fault_of_ours() {
        let code_and_key = |message: &str| {
            let refused = Diesel::DatabaseError(DatabaseErrorKind::Unknown, Box::new(message.to_owned()));
            let error = Error::from(refused);
            (error.code(), error.key())
        };
        assert_eq!(code_and_key("canceling statement due to statement timeout"), (Code::TimedOut, "timed-out"));
        assert_eq!(code_and_key("canceling statement due to lock timeout"), (Code::Conflict, "busy"));
        assert_eq!(code_and_key("deadlock detected"), (Code::Conflict, "busy"));
        assert_eq!(code_and_key("numeric field overflow"), (Code::Invalid, "value-out-of-range"));
        assert_eq!(code_and_key("date out of range: \"99999999-01-01\""), (Code::Invalid, "value-out-of-range"));
        assert_eq!(code_and_key("relation \"x\" does not exist"), (Code::Internal, "internal"));
    }

    #[test]
    fn a_database_that_went_away_is_no_fault_of_ours_and_its_words_stay_inside() {
        let of = |kind, message: &str| Error::from(Diesel::DatabaseError(kind, Box::new(message.to_owned())));
        for (kind, message) in [
            (DatabaseErrorKind::UnableToSendCommand, "connection closed"),
            (
                DatabaseErrorKind::UnableToSendCommand,
                "error communicating with the server: Connection reset by peer (os error 104)",
            ),
            (DatabaseErrorKind::Unknown, "terminating connection due to administrator command"),
            (DatabaseErrorKind::Unknown, "terminating connection because of crash of another server process"),
            (DatabaseErrorKind::Unknown, "the database system is in recovery mode"),
        ] {
            let error = of(kind, message);
            assert_eq!((error.code(), error.key()), (Code::Unavailable, "unavailable"), "{message}");
            assert!(!error.message().contains(message));
        }
        let full = of(DatabaseErrorKind::Unknown, "could not extend file \"base/5/1259\": No space left on device");
        assert_eq!((full.code(), full.key()), (Code::Unavailable, "storage-full"));
        assert!(full.message().contains("disk is full") && !full.message().contains("base/"), "{full}");
        let ours = of(DatabaseErrorKind::UnableToSendCommand, "error serializing parameter 3");
        assert_eq!(ours.code(), Code::Internal, "what we sent wrongly is our fault");
    }

    #[test]
    fn a_panic_is_a_fault_of_ours_that_keeps_its_words_for_the_log() {
        let caught =
            std::panic::catch_unwind(|| std::panic::resume_unwind(Box::new("the secret inside"))).expect_err("a panic");
        let error = Error::panicked("a job", &*caught);
        assert_eq!(error.message(), "something went wrong on our side; it has been logged");
        assert!(error.to_string().contains("a job panicked: the secret inside"), "{error}");
    }
}
