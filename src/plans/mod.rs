//! Response plans: what a cluster sets out to do, for whom, where, and what it costs.
//!
//! A plan has objectives, activities with costs, indicators with two rules of adding up (over places, over periods) and targets by place and
//! category. The plan is what people edit at the same time, so its version counts every change inside it. Publishing freezes the plan as it
//! stands into a numbered version with a hash; what donors and public pages show comes from there. The requirement, the people targeted and
//! progress are pure calculations over exact decimals. Partners' projects, and what their peers say of them, are in `projects`.

mod comparing;
mod costing;
mod difference;
pub mod graphql;
mod inputs;
mod measures;
mod model;
mod policy;
mod progress;
mod projects;
mod registry;
mod removal;
#[cfg(test)]
mod samples;
mod service;
mod shown;
mod splits;
mod store;
mod structure;
mod targeted;
mod targets;
mod versions;

pub use costing::{NotCosted, Requirement, cost_per_person};
pub use model::{
    AcrossPeriods, AcrossPlaces, Activity, ActivityCost, ActivityCostId, ActivityId, ActivityUnit, Frequency,
    Indicator, IndicatorId, IndicatorKind, Modality, Objective, ObjectiveId, ObjectiveLevel, Plan, PlanId, PlanKind,
    PlanStatus, PlanVersion, PlanVersionId, Target, VersionLevel,
};
pub use policy::{load_for_read, readable};
pub use progress::{OverallStatus, status};
pub use projects::{
    BudgetSource, Project, ProjectById, ProjectId, ProjectSheet, ProjectStatus, export_projects, project_codes,
    projects_of, reportable_projects,
};
pub use shown::{shown_activity, shown_indicator, shown_plan};
pub use splits::{Splits, allowed_split};
pub use store::{
    Targets, activities,
    batches::{ActivityById, IndicatorById, ObjectiveById, PlanById},
    indicators, people_targeted, plan, requirement, targets,
    wanted::{Wanted, wanted_of_indicators},
};
pub use versions::{Published, Snapshot, canonical_hash, published};

/// The mails of projects.
pub mod mail {
    pub use super::projects::mail::{ProjectApproved, ProjectReturned, ProjectSubmitted};
}

/// An exact number of a test.
#[cfg(test)]
fn dec(number: &str) -> rust_decimal::Decimal {
    rust_decimal::Decimal::from_str_exact(number).expect("the test writes a number")
}
