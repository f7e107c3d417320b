//! Contextualisation: an edition made to fit a country, in the seven steps of its publisher, with what each standard means there.

pub(super) mod graphql;
mod model;
mod policy;
mod service;
mod store;
