//! The GraphQL edge: everything between an HTTP request and the areas' resolvers.
//!
//! The areas own their root fields ([`merged`]), answer lists as Relay connections ([`connection`], [`page`]) and load relations in batches
//! ([`loaders`]).

pub mod connection;
pub mod loaders;
pub mod merged;
pub mod page;
