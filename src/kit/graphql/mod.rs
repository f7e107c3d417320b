//! The GraphQL edge: everything between an HTTP request and the areas' resolvers.
//!
//! The areas own their root fields ([`merged`]), answer lists as Relay connections ([`connection`], [`page`]) and load relations in batches
//! ([`loaders`]). What a client sends is measured before anything runs ([`document`]) and remembered once it is known to be sound ([`cache`]), and
//! answered by the rules of GraphQL over HTTP ([`http`]).

pub mod cache;
pub mod connection;
pub mod document;
pub mod http;
pub mod loaders;
pub mod merged;
pub mod page;
mod request;
pub mod roots;

#[cfg(test)]
mod toy;
