//! Partners report, the cluster decides, and what counts is people and not rows.

mod asked;
mod figures;
mod history;
mod import;
mod long;
mod mails;
mod properties;
mod published;
mod reports;

pub mod world;
