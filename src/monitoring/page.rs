//! The doors of monitoring beside the graph: tables as files, shared links, calendars.

use actix_web::web::ServiceConfig;

use super::{publishing, tables};

/// The routes.
pub fn configure(routes: &mut ServiceConfig) {
    tables::page::configure(routes);
    publishing::page::configure(routes);
}
