//! Projects: what an organisation sets out to do of a plan, where, for how many and with which money; and what peers say of it.
//!
//! A partner drafts and submits, peers score by the plan's criteria, coordinators decide. What was approved is part of the plan and shared in the
//! operation. Which step may follow which, and whose it is, stands in one table ([`steps`]).

mod content;
mod criteria;
mod export;
pub(super) mod graphql;
mod inputs;
mod learners;
pub(super) mod mail;
mod model;
mod policy;
mod reviews;
mod score;
mod service;
mod steps;
mod store;
mod telling;
mod totals;

pub use export::{Kind as ProjectSheet, export_projects};
pub(super) use model::ReviewCriterion;
pub use model::{BudgetSource, Project, ProjectId, ProjectStatus};
pub use store::{ProjectById, project_codes, projects_of, reportable_projects};
