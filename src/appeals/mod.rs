//! Appeals for funds: what is asked for, who gave what, and the editions in which donors read it.
//!
//! What an appeal asks for is kept in revisions, and what was given in flows, so that both keep their story. An edition freezes every figure of
//! a day with its method and source; it is numbered, hashed and never changes. Money counts for an appeal when its destination names the plan's
//! code (or the appeal's, where it has no plan) and, where the appeal is for one cluster, its sector.

mod balance;
mod export;
pub mod figures;
mod flows;
pub mod funding;
mod gather;
pub mod graphql;
mod groups;
pub mod jobs;
pub mod mail;
mod model;
mod money;
pub mod page;
mod policy;
mod publish;
mod requirements;
mod service;
mod small_cells;
mod standards;
mod store;

pub use balance::{Balance, balance};
pub use flows::{
    Contributed, FlowsImport, Given, ImportFlowsInput, RecordFlowInput, Recorded, WithdrawFlowInput, import_flows,
    record_flow, withdraw_flow,
};
pub use model::{
    Appeal, AppealId, AppealKind, AppealStatus, Edition, EditionId, RequirementLine, Revision, requirement,
};
pub use policy::load as load_appeal;
pub use publish::publish;
pub use requirements::{RequirementsImport, Revised, import_requirements};
pub use store::{AppealById, appeal, appeal_by_code, edition, edition_of, editions};
