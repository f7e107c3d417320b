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
    monitoring::{self, ReportId},
    notices,
    plans::PlanId,
};

/// The media type of a workbook.
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How long a sender may be silent in the middle of a file: long for slow lines, and no way to hold memory for good.
const LONGEST_SILENCE: Duration = Duration::from_secs(30);

/// Every route of the program.
pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/graphql").to(graphql::handle))
        .service(web::resource("/files").route(web::method(Method::PUT).to(put_file)))
        .service(web::resource("/files/{id}").route(web::get().to(get_file)))
        .service(web::resource("/reports/template.{kind}").route(web::get().to(report_template)))
        .service(web::resource("/reports/{id}.csv").route(web::get().to(report_sheet)))
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
        Ok(file) => download(&file.name, &file.media_type, file.content),
        Err(error) => error_response(&error, &request),
    }
}

/// A file to keep, for this reader alone.
fn download(name: &str, media_type: &str, content: Vec<u8>) -> HttpResponse {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    let plain: String = name.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{plain}\"")))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .body(content)
}

#[derive(Deserialize)]
struct OfPlan {
    plan: Option<String>,
}

/// `GET /reports/template.csv` and `GET /reports/template.xlsx?plan={id}`: the empty sheet of a report; the workbook with the plan's codes to choose
/// from.
async fn report_template(
    request: HttpRequest,
    door: Data<Door>,
    kind: web::Path<String>,
    query: web::Query<OfPlan>,
) -> HttpResponse {
    let kind = kind.into_inner();
    let sheet = async {
        let call = door.call(&request).await?;
        call.viewer.require_user()?;
        match (kind.as_str(), &query.plan) {
            ("csv", _) => monitoring::report_template(),
            ("xlsx", Some(plan)) => {
                let plan = PlanId::parse(&juniper::ID::new(plan.clone()), "plan")?;
                monitoring::report_template_workbook(&call, plan).await
            }
            ("xlsx", None) => {
                Err(Error::invalid("plan", "template-plan", "say whose codes: `template.xlsx?plan={id}`"))
            }
            _ => Err(Error::not_found("template")),
        }
    };
    match sheet.await {
        Ok(content) if kind == "xlsx" => download("report.xlsx", WORKBOOK, content),
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}

/// `GET /reports/{id}.csv`: a report as a sheet that reads back in.
async fn report_sheet(request: HttpRequest, door: Data<Door>, id: web::Path<String>) -> HttpResponse {
    let sheet = async {
        let call = door.call(&request).await?;
        let id = ReportId::parse(&juniper::ID::new(id.into_inner()), "id")?;
        monitoring::export_report(&call, id).await
    };
    match sheet.await {
        Ok(content) => download("report.csv", "text/csv; charset=utf-8", content),
        Err(error) => error_response(&error, &request),
    }
}
