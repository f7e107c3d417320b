//! The routes.

use actix_web::{
    HttpRequest, HttpResponse,
    http::Method,
    web::{self, Data, ServiceConfig},
};
use serde_json::json;

use super::{State, client, downloads, explorer, files, graphql, metrics};
use crate::{
    accounts, appeals,
    kit::{Code, Error, door::Door, http::error_response, page::assets},
    monitoring, notices,
};

/// Every route of the program.
pub(super) fn configure(routes: &mut ServiceConfig) {
    routes
        .service(web::resource("/graphql").to(graphql::handle))
        .service(web::resource("/files").route(web::method(Method::PUT).to(files::put)))
        .service(web::resource("/files/{id}").route(web::get().to(files::get)))
        .service(web::resource("/reports/template.{kind}").route(web::get().to(downloads::report_template)))
        .service(web::resource("/projects/{plan}.{kind:csv|xlsx}").route(web::get().to(downloads::projects)))
        .service(web::resource("/reports/{id}.{kind:csv|xlsx}").route(web::get().to(downloads::report_sheet)))
        .service(web::resource("/health").route(web::get().to(health)))
        .service(web::resource("/ready").route(web::get().to(ready)))
        .service(web::resource("/metrics").route(web::get().to(metrics::metrics)))
        .configure(assets::configure)
        .configure(explorer::configure)
        .configure(client::configure)
        .configure(accounts::page::configure)
        .configure(notices::page::configure)
        .configure(monitoring::page::configure)
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
        door.feel_pulse().await
    };
    match outcome.await {
        Ok(()) => HttpResponse::Ok().json(json!({ "status": "ready" })),
        Err(error) => error_response(&Error::new(Code::Unavailable, "not-ready", error.message()), &request),
    }
}
