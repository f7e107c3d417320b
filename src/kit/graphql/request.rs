//! The parameters of a GraphQL request, out of a URL or a body, and the ways in which a request can be wrong before its document is looked at.

use actix_web::{HttpMessage, HttpRequest, http::StatusCode, mime, web};
use juniper::{InputValue, Variables};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value as Json;

use crate::kit::{Code, Error};

/// A request that is not answered with data, and how HTTP says so.
pub(super) struct Refused {
    pub status: StatusCode,
    pub error: Error,
    /// The methods that would do, when this one does not.
    pub allow: Option<&'static str>,
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let status = StatusCode::from_u16(error.code().http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, error, allow: None }
    }
}

impl Refused {
    /// The method does not do; those in `allowed` would.
    pub fn method(error: Error, allowed: &'static str) -> Self {
        Self { status: StatusCode::METHOD_NOT_ALLOWED, error, allow: Some(allowed) }
    }

    /// The client accepts none of our media types.
    pub fn not_acceptable() -> Self {
        let message = "accept `application/graphql-response+json` or `application/json`";
        Self {
            status: StatusCode::NOT_ACCEPTABLE,
            ..Error::new(Code::Invalid, "graphql-not-acceptable", message).into()
        }
    }
}

/// The parameters of a request.
#[derive(Debug, PartialEq)]
pub(super) struct Parameters {
    pub query: String,
    pub operation_name: Option<String>,
    pub variables: Variables,
}

/// As they are written; `extensions` are checked for their form and not used.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written<V> {
    query: Option<String>,
    operation_name: Option<String>,
    variables: Option<V>,
    extensions: Option<V>,
}

impl Parameters {
    /// Only JSON in UTF-8 is read: a form could be sent by any page of the web in the reader's name.
    pub fn check_content_type(request: &HttpRequest) -> Result<(), Refused> {
        let json = request.mime_type().ok().flatten().is_some_and(|mime| {
            let utf8 = mime.get_param(mime::CHARSET).is_none_or(|charset| charset == mime::UTF_8);
            mime.essence_str() == mime::APPLICATION_JSON.essence_str() && utf8
        });
        if json {
            return Ok(());
        }
        let error =
            Error::new(Code::Invalid, "graphql-content-type", "send JSON, with `Content-Type: application/json`");
        Err(Refused { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, ..error.into() })
    }

    pub fn of_body(body: &[u8]) -> Result<Self, Refused> {
        match body.trim_ascii_start().first() {
            Some(b'{') => Self::checked(read::<Written<InputValue>>(body, "the body")?),
            Some(b'[') => Err(wrong("send one operation per request: a list of requests is not accepted")),
            _ => Err(wrong("the body must be a JSON object with the document in `query`")),
        }
    }

    pub fn of_url(query_string: &str) -> Result<Self, Refused> {
        let written = web::Query::<Written<String>>::from_query(query_string);
        let written =
            written.map_err(|error| wrong(format!("the URL's parameters cannot be read: {error}")))?.into_inner();
        let object =
            |name: &str, text: Option<String>| text.map(|text| read(text.as_bytes(), &format!("`{name}`"))).transpose();
        Self::checked(Written::<InputValue> {
            query: written.query,
            operation_name: written.operation_name,
            variables: object("variables", written.variables)?,
            extensions: object("extensions", written.extensions)?,
        })
    }

    /// The parameters in the payload of a message; none when it has another form.
    pub fn of_value(payload: Json) -> Option<Self> {
        Self::checked(Written::<InputValue>::deserialize(payload).ok()?).ok()
    }

    fn checked(written: Written<InputValue>) -> Result<Self, Refused> {
        let query = written.query.ok_or_else(|| wrong("the document is missing: send it in `query`"))?;
        if !matches!(written.extensions, None | Some(InputValue::Null | InputValue::Object(_))) {
            return Err(wrong("`extensions` must be an object"));
        }
        let variables = match written.variables {
            None | Some(InputValue::Null) => Variables::new(),
            Some(InputValue::Object(entries)) => {
                entries.into_iter().map(|(name, value)| (name.item, value.item)).collect()
            }
            Some(_) => return Err(wrong("`variables` must be an object")),
        };
        Ok(Self { query, operation_name: written.operation_name, variables })
    }
}

fn read<T: DeserializeOwned>(json: &[u8], what: &str) -> Result<T, Refused> {
    serde_json::from_slice(json).map_err(|error| wrong(format!("{what} cannot be read: {error}")))
}

fn wrong(message: impl Into<String>) -> Refused {
    Error::new(Code::Invalid, "graphql-request", message).into()
}
