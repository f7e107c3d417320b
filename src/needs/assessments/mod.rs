//! The registry of assessments: who assesses what, where, when, by which method, and what came of it.
//!
//! Planned ones stand in it, so that two do not ask the same people of a place in the same month: where they would, both say so. That is a
//! warning and hinders nobody.

pub(super) mod graphql;
mod inputs;
mod model;
mod policy;
mod service;
mod store;
mod terms;
