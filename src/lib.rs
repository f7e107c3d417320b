//! Darasa: the open platform that coordinates education in emergencies, as one graph from need to money.
//!
//! Three tiers, and imports go one way only: `kit` (no word of the domain) <- the areas, each to the right of those it may use <- `app`
//! (the only place that knows every area). Inside an area: `model` <- `store` <- `policy` <- `service` <- `graphql`, `jobs`, `page`.
//! Other areas are reached through their `mod.rs`, never through their files; `tests/api/architecture.rs` checks it.

pub mod kit;
mod schema;

// rustfmt sorts modules that stand together; the areas are in the order in which they may use each other.
pub mod audit; // who changed what and when

pub mod places; // countries, areas, sites

pub mod accounts; // people, grants, sessions

pub mod partners; // organisations

pub mod notices; // who asked to be told

pub mod clusters; // operations, clusters, memberships

pub mod dimensions; // what people are counted by

pub mod needs; // assessments, needs rounds

pub mod standards; // standards, checklists, improvement actions

pub mod plans; // response plans

pub mod monitoring; // periods, reports, reach

pub mod appeals; // appeals, flows, editions

pub mod app;
pub mod demo;
