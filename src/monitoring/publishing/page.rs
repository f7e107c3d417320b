//! Shared links and calendars.

use actix_web::web::ServiceConfig;

pub(in crate::monitoring) fn configure(_: &mut ServiceConfig) {}
