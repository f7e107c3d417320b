//! What a month had come to, published: figures and tables that never change, links that show them, and a calendar of when they are due.

mod calendar;
pub mod graphql;
mod inputs;
pub(super) mod model;
pub(super) mod page;
mod policy;
mod report;
mod service;
mod shared;
mod store;
