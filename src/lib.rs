//! Darasa: the open platform that coordinates education in emergencies, as one graph from need to money.
//!
//! Three tiers, and imports go one way only: `kit` (no word of the domain) <- the areas, each to the right of those it may use <- `app`
//! (the only place that knows every area). Inside an area: `model` <- `store` <- `policy` <- `service` <- `graphql`, `jobs`, `page`.
//! Other areas are reached through their `mod.rs`, never through their files; `tests/api/architecture.rs` checks it.

pub mod kit;

pub mod audit;
mod schema;

pub mod accounts;
pub mod app;
pub mod places;
