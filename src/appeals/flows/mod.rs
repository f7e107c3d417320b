//! Flows: who gives how much to what, kept as versions of one identity.
//!
//! A pledge that becomes a commitment and then a payment is one flow in three versions, so no step doubles the money. Flows come by hand (from
//! the donor or the cluster) or from files of the Financial Tracking Service; the latter are changed there and imported again.

pub mod graphql;
mod import;
mod model;
mod rules;
mod service;
mod store;

pub use model::{
    Behaviour, Boundary, Contribution, Direction, Earmarking, FlowId, FlowStatus, FlowType, FlowVersion, Party,
    PartyKind, Terms,
};
pub use store::{Contributed, Given};
pub(super) use store::given_to;
