//! The routes of files: they do not fit GraphQL, and take the same tokens and rules.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{self, Data},
};
use bytes::{Bytes, BytesMut};
use futures::{FutureExt, StreamExt};
use serde::Deserialize;
use serde_json::json;
use tokio::time::timeout;

use super::{State, downloads::download};
use crate::kit::{
    Code, Error, Result,
    door::Door,
    files::{self, FileId, NewFile},
    http::error_response,
    scope::UserId,
};

/// How long a sender may be silent in the middle of a file: long for slow lines, and no way to hold memory for good.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);
/// How long a file may take in all: the largest one comes in over a line of 300 kbit/s.
const LONGEST_UPLOAD: Duration = Duration::from_mins(10);
/// How long the database may take over a file: longer than any statement of ours may.
const LONGEST_WRITE: Duration = Duration::from_secs(20);
/// How many files one user may send at the same time.
const AT_ONCE: usize = 4;

/// Who sends how many files at this moment.
#[derive(Default)]
pub(super) struct Uploads(Arc<Mutex<HashMap<UserId, usize>>>);

/// One upload; it counts until it is dropped.
struct Upload {
    by: UserId,
    counts: Arc<Mutex<HashMap<UserId, usize>>>,
}

impl Uploads {
    /// Counts one more upload.
    ///
    /// # Errors
    /// `RATE_LIMITED` when the user sends as many as they may.
    fn begin(&self, by: UserId) -> Result<Upload> {
        let mut counts = self.0.lock().expect("no panic while holding the lock");
        let count = counts.entry(by).or_default();
        if *count >= AT_ONCE {
            let message = format!("you may send {AT_ONCE} files at the same time; wait for one of them to end");
            return Err(Error::new(Code::RateLimited, "too-many-uploads", message));
        }
        *count += 1;
        Ok(Upload { by, counts: Arc::clone(&self.0) })
    }
}

impl Drop for Upload {
    fn drop(&mut self) {
        let mut counts = self.counts.lock().expect("no panic while holding the lock");
        if let Some(count) = counts.get_mut(&self.by) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.by);
            }
        }
    }
}

/// The query of an upload.
#[derive(Deserialize)]
pub(super) struct FileName {
    #[serde(default)]
    name: String,
}

/// `PUT /files?name=...`: keeps a file for the viewer, to be named by a mutation.
pub(super) async fn put(
    request: HttpRequest,
    state: Data<State>,
    door: Data<Door>,
    query: Result<web::Query<FileName>, actix_web::Error>,
    payload: web::Payload,
) -> HttpResponse {
    let kept = async {
        // A call of the same viewer that has read nothing: no connection is held while the file comes in.
        let call = {
            let asked = door.call(&request).await?;
            asked.as_viewer(Arc::clone(&asked.viewer))
        };
        let _upload = state.uploads.begin(call.viewer.require_user()?)?;
        let name = query.map(|query| query.into_inner().name).unwrap_or_default();
        let content = timeout(LONGEST_UPLOAD, whole_body(&request, payload)).await.map_err(|_| too_slow())??;
        let file = NewFile { name, content };
        let keep = call.transact(file, |transaction, file| files::keep(transaction, file).boxed());
        timeout(LONGEST_WRITE, keep).await.unwrap_or_else(|cause| Err(Error::unavailable(cause)))
    };
    match kept.await {
        Ok(file) => HttpResponse::Created().json(json!({
            "id": file.id.global(),
            "name": file.name,
            "mediaType": file.media_type,
            "sizeBytes": file.size_bytes,
            "sha256": hex::encode(file.sha256),
        })),
        Err(error) => error_response(&error, &request),
    }
}

fn too_slow() -> Error {
    let message = format!("the file took longer than {} minutes to come in; split it", LONGEST_UPLOAD.as_secs() / 60);
    Error::new(Code::TimedOut, "file-too-slow", message).at("file")
}

/// The body, refused as soon as it is known to be too large.
async fn whole_body(request: &HttpRequest, mut payload: web::Payload) -> Result<Bytes> {
    let too_large =
        || Error::new(Code::TooLarge, "file-too-large", "a file may have at most 20 MB; split it").at("file");
    let announced =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if announced.is_some_and(|length| length > files::MAX_BYTES) {
        return Err(too_large());
    }
    let interrupted = || Error::invalid("file", "file-interrupted", "the file did not come in whole; send it again");
    let mut body = BytesMut::new();
    while let Some(chunk) = timeout(LONGEST_SILENCE, payload.next()).await.map_err(|_| interrupted())? {
        let chunk = chunk.map_err(|_| interrupted())?;
        if body.len() + chunk.len() > files::MAX_BYTES {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}

/// `GET /files/{id}`: a file that the viewer may read, as it came.
pub(super) async fn get(request: HttpRequest, door: Data<Door>, id: web::Path<String>) -> HttpResponse {
    let file = async {
        let call = door.call(&request).await?;
        let id = FileId::parse(&juniper::ID::new(id.into_inner()), "id")?;
        files::load_file(call.db.conn().await?, &call.viewer, id, "id").await
    };
    match file.await {
        Ok(file) => download(&file.name, &file.media_type, file.content),
        Err(error) => error_response(&error, &request),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn one_user_sends_four_files_at_once_and_does_not_hinder_another() {
        let (uploads, one, other) =
            (Uploads::default(), UserId::from_uuid(Uuid::from_u128(1)), UserId::from_uuid(Uuid::from_u128(2)));
        let mut under_way: Vec<Upload> = (0..4).map(|_| uploads.begin(one).expect("within the limit")).collect();
        let refused = uploads.begin(one).err().expect("a fifth");
        assert_eq!((refused.code(), refused.key()), (Code::RateLimited, "too-many-uploads"));
        assert!(uploads.begin(other).is_ok());
        under_way.pop();
        assert!(uploads.begin(one).is_ok());
        drop(under_way);
        assert!(uploads.0.lock().expect("no panic").is_empty(), "who sends nothing takes no memory");
    }
}
