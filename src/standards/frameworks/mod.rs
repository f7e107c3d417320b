//! Editions of the standards, their crosswalk, and the texts of key actions that a deployment reads in.

pub(super) mod graphql;
mod import;
mod model;
mod service;
mod store;

pub use model::{Framework, FrameworkId};
pub(super) use model::{KeyAction, StandardId};
pub(super) use store::{FrameworkById, Parts, counterparts, framework, knows_code, parts};
