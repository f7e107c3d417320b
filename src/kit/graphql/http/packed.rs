//! Bodies that come packed: a report of many rows weighs a tenth of itself, which counts on a thin line.

use std::io::Read;

use actix_web::{
    HttpRequest,
    http::{StatusCode, header},
};
use bytes::Bytes;
use flate2::read::GzDecoder;

use super::{MAX_BODY_BYTES, too_large};
use crate::kit::{Code, Error, graphql::request::Refused};

/// The encoding that bodies may come in. Every answer says so (RFC 9110, 12.5.3), because a client cannot know it beforehand.
pub(super) const ENCODING: &str = "gzip";

/// The body as it was before it was packed. It is unpacked up to the limit and no further, however much a small body claims to hold.
pub(super) fn unpack(request: &HttpRequest, body: Bytes) -> Result<Bytes, Refused> {
    let encoding =
        request.headers().get(header::CONTENT_ENCODING).map(|encoding| encoding.to_str().unwrap_or_default());
    match encoding.map(str::trim) {
        None | Some("" | "identity") => Ok(body),
        Some(encoding) if encoding.eq_ignore_ascii_case(ENCODING) => {
            let mut unpacked = Vec::new();
            let most = u64::try_from(MAX_BODY_BYTES).unwrap_or(u64::MAX).saturating_add(1);
            let read = GzDecoder::new(body.as_ref()).take(most).read_to_end(&mut unpacked);
            match read {
                Ok(_) if unpacked.len() > MAX_BODY_BYTES => Err(too_large()),
                Ok(_) => Ok(unpacked.into()),
                Err(_) => {
                    Err(Error::new(Code::Invalid, "graphql-body", "the body is no sound gzip; pack it anew").into())
                }
            }
        }
        Some(_) => {
            let message =
                "the body is in an encoding that is not read here; send it as it is, or with `Content-Encoding: gzip`";
            let error = Error::new(Code::Invalid, "graphql-content-encoding", message);
            Err(Refused { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, ..error.into() })
        }
    }
}
