//! Who changed what and when: an append-only history, written in the transaction of the change and hash-chained a moment later.
//!
//! The chain is not written with the change, because a chain makes every writer wait for every other. A sealer appends rows that no running
//! transaction can come before, so that no late commit slips in under the chain.

pub mod graphql;
mod model;
mod seal;
mod service;
mod store;

pub use model::{AuditEvent, Change};
pub use seal::{Verdict, end_of_chain, seal, verify};
pub use service::{record, record_all};
