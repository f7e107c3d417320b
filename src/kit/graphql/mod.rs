//! The GraphQL edge: everything between an HTTP request and the areas' resolvers.
//!
//! The areas own their root fields ([`merged`]), answer lists as Relay connections ([`connection`], [`page`]) and load relations in batches
//! ([`loaders`]). What a client sends is measured before anything runs ([`document`]) and remembered once it is known to be sound ([`cache`]).

pub mod cache;
pub mod connection;
pub mod context;
pub mod document;
pub mod loaders;
pub mod localized;
pub mod merged;
pub mod page;
pub mod roots;
pub mod scalars;

#[cfg(test)]
mod toy;

pub use context::Context;
pub use scalars::Count;
