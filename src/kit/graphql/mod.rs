//! The GraphQL edge: everything between an HTTP request and the areas' resolvers.
//!
//! A request is read ([`http`], [`websocket`]), its document is measured before anything runs ([`document`]) and remembered once it is known to be
//! sound ([`cache`]). Subscriptions are asked anew for each piece of news ([`listening`]). The areas own their root fields ([`merged`]), answer lists
//! as Relay connections ([`connection`], [`page`]) and load relations ([`lazy`]) in batches ([`loaders`]), a list in as many passes as its relations
//! are deep ([`eager`]).

pub mod cache;
pub mod connection;
pub mod context;
mod defaults;
pub mod document;
pub mod eager;
pub mod http;
pub mod issues;
pub mod lazy;
pub mod listening;
pub mod loaders;
pub mod localized;
pub mod merged;
pub mod page;
mod passes;
mod request;
pub mod roots;
mod run;
pub mod scalars;
mod text;
pub mod websocket;

#[cfg(test)]
mod toy;

pub use context::Context;
pub use scalars::Count;
