//! Organisations and the people to reach there.
//!
//! One register serves every operation: a partner works in several, and a donor reads about all of them. Anyone may come upon the same
//! organisation under another name, so organisations are merged, never deleted: what points to a duplicate is answered with its survivor.
//! Contacts are staff only, and each of them says who may see them.

pub mod graphql;
mod model;
mod policy;
mod service;
mod store;

pub use model::{ContactConsent, Organisation, OrganisationKind};
pub use store::{OrganisationById, organisation, organisations, organisations_by_name};
