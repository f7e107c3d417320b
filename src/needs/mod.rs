//! Needs: the registry of assessments, and needs rounds, which say how many people there are, are affected, are in need and are targeted, by
//! place and category.
//!
//! A round is one statement of needs with its method, source and period. It is read from the table that the humanitarian programme cycle
//! publishes, validated, and published; it is never edited in place, and a correction is a new round that supersedes it. What looks odd in a
//! table is said and taken over; what cannot be understood keeps the whole table out.

mod assessments;
mod checks;
pub mod graphql;
mod import;
mod model;
mod policy;
mod service;
mod store;

pub use model::{AreaPeople, Metric, NeedsRound, NeedsRoundId, NeedsRoundStatus};
pub use store::{NeedsRoundById, figures, needs_round};
