//! Flows: who gives how much to what, kept as versions of one identity.
//!
//! A pledge that becomes a commitment and then a payment is one flow in three versions, so no step doubles the money. Flows come by hand (from
//! the donor or the cluster) or from files of the Financial Tracking Service; the latter are changed there and imported again.

pub(super) mod graphql;
mod import;
mod model;
mod rules;
pub(super) mod sectors;
mod service;
mod store;

pub use import::{FlowsImport, import_flows};
pub(super) use model::FlowSight;
pub use model::{
    Boundary, Contribution, Flow, FlowStatus, FlowType, ImportFlowsInput, RecordFlowInput, WithdrawFlowInput,
};
pub use service::{Recorded, record as record_flow, withdraw as withdraw_flow};
pub use store::{Contributed, Given};
pub(super) use store::{given_to, list};
