//! The routes.

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
    web::{self, Data, ServiceConfig},
};
use bytes::{Bytes, BytesMut};
use diesel_async::SimpleAsyncConnection;
use futures::{FutureExt, StreamExt};
use serde::Deserialize;
use serde_json::json;
use tokio::time::timeout;

use super::{State, graphql, metrics};
use crate::{
    accounts, appeals,
    kit::{
        Code, Error, Result,
        db::Db,
        door::Door,
        files::{self, FileId, NewFile},
        http::error_response,
        page::assets,
    },
    notices,
};

/// How long a sender may be silent in the middle of a file: long for slow lines, and no way to hold memory for good.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);

/// Every route of the program.
pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/graphql").to(graphql::handle))
        .service(web::resource("/files").route(web::method(Method::PUT).to(put_file)))
        .service(web::resource("/files/{id}").route(web::get().to(get_file)))
        .service(web::resource("/health").route(web::get().to(health)))
        .service(web::resource("/ready").route(web::get().to(ready)))
        .service(web::resource("/metrics").route(web::get().to(metrics::metrics)))
        .configure(assets::configure)
        .configure(accounts::page::configure)
        .configure(notices::page::configure)
        .configure(appeals::page::configure);
}

/// The process lives.
async fn health() -> HttpResponse {
    HttpResponse::Ok().json(json!({ "status": "alive" }))
}

/// The process can answer: it is not stopping, and its database answers.
async fn ready(request: HttpRequest, state: Data<State>, door: Data<Door>) -> HttpResponse {
    let outcome = async {
        if !state.is_ready() {
            return Err(Error::new(Code::Unavailable, "stopping", "this process is stopping"));
        }
        let db = Db::new(door.pools().clone());
        let mut conn = db.conn().await?;
        conn.batch_execute("select 1").await?;
        Ok(())
    };
    match outcome.await {
        Ok(()) => HttpResponse::Ok().json(json!({ "status": "ready" })),
        Err(error) => error_response(&Error::new(Code::Unavailable, "not-ready", error.message()), &request),
    }
}

#[derive(Deserialize)]
struct FileName {
    #[serde(default)]
    name: String,
}

/// `PUT /files?name=...`: keeps a file for the viewer; a mutation then names it.
async fn put_file(
    request: HttpRequest,
    door: Data<Door>,
    query: Result<web::Query<FileName>, actix_web::Error>,
    payload: web::Payload,
) -> HttpResponse {
    let kept = async {
        let call = door.call(&request).await?;
        call.viewer.require_user()?;
        let name = query.map(|query| query.into_inner().name).unwrap_or_default();
        let content = whole_body(&request, payload).await?;
        let file = NewFile { name, content };
        call.transact(file, |transaction, file| files::keep(transaction, file).boxed()).await
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
async fn get_file(request: HttpRequest, door: Data<Door>, id: web::Path<String>) -> HttpResponse {
    let file = async {
        let call = door.call(&request).await?;
        let id = FileId::parse(&juniper::ID::new(id.into_inner()), "id")?;
        files::load_file(call.db.conn().await?, &call.viewer, id, "id").await
    };
    match file.await {
        Ok(file) => {
            let plain: String = file
                .name
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' })
                .collect();
            HttpResponse::Ok()
                .content_type(file.media_type)
                .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")))
                .insert_header((header::CACHE_CONTROL, "private, no-store"))
                .body(file.content)
        }
        Err(error) => error_response(&error, &request),
    }
}
