//! Operations, the emergencies that they answer, their clusters, and which organisations take part.
//!
//! An operation is the wall around everything that belongs to one response. A cluster's life is a state machine: each step keeps who decided it
//! and when, and a step that the field does not know is refused. A membership says who is expected to report; it never grants rights.

pub mod graphql;
mod inputs;
mod lifecycle;
mod model;
mod policy;
mod service;
mod store;

pub use model::{
    Cluster, ClusterKind, ClusterLevel, ClusterStatus, Emergency, Membership, MembershipRole, Operation,
    OperationStatus,
};
pub use store::{ClusterById, ClustersOfOperation, MembershipsOfOrganisation, OperationById, cluster, operation};
