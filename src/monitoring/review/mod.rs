//! The coordinator's half of a report: what is to be looked at first, what is said about it, what is corrected beside the partner's figures, which
//! rows go back, and decisions on many reports at once.

mod batches;
mod bulk;
mod clean;
mod comments;
mod graphql;
mod inputs;
mod model;
mod queue;
mod returned;
mod risk;
mod store;

pub(super) use batches::{CleanOfRow, CommentsOfReport, ReturnedOfReport, SinceAccepted};
pub(super) use clean::forget_corrections;
pub(super) use graphql::Correction;
pub use graphql::{ReviewMutations, ReviewQueries};
pub(super) use model::{Comment, ReturnedRow, SinceReport};
pub(super) use returned::{locked_rows, refuse_locked, send_back};
