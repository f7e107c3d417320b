//! Checklists: how far something meets the standards, on what evidence, and what is done about the gaps.

mod actions;
mod compare;
mod found;
pub(super) mod graphql;
mod inputs;
mod model;
mod policy;
mod ratings;
mod service;
mod store;

pub use found::Found;
pub use model::{Checklist, ChecklistId, Subject, SubjectId};
pub use store::{LatestChecklist, latest_submitted};
