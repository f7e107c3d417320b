//! Which operation, cluster and organisation a record belongs to: the one domain notion that `kit` knows, because every right is a role in a scope.

use crate::ids;

ids! {
    /// A user's id.
    UserId of UserKind as "User";
    /// An operation's id.
    OperationId of OperationKind as "Operation";
    /// A cluster's id.
    ClusterId of ClusterKind as "Cluster";
    /// An organisation's id.
    OrganisationId of OrganisationKind as "Organisation";
}

/// What a record belongs to. Guards look at nothing else of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The operation; none for what belongs to the whole installation.
    pub operation: Option<OperationId>,
    /// The clusters that share it (a plan has several); empty when it belongs to the whole operation.
    pub clusters: Vec<ClusterId>,
    /// The organisation whose own it is.
    pub organisation: Option<OrganisationId>,
}

impl Scope {
    /// What belongs to the whole installation.
    pub fn installation() -> Self {
        Self::default()
    }

    /// What belongs to an operation.
    pub fn operation(operation: OperationId) -> Self {
        Self { operation: Some(operation), ..Self::default() }
    }

    /// What belongs to a cluster of an operation.
    pub fn cluster(operation: OperationId, cluster: ClusterId) -> Self {
        Self { operation: Some(operation), clusters: vec![cluster], organisation: None }
    }

    /// The cluster that keeps it, the first where several share it.
    pub fn keeper(&self) -> Option<ClusterId> {
        self.clusters.first().copied()
    }

    /// The same, shared by these clusters.
    #[must_use]
    pub fn shared_by(mut self, clusters: impl IntoIterator<Item = ClusterId>) -> Self {
        self.clusters.extend(clusters);
        self
    }

    /// The same, and an organisation's own.
    #[must_use]
    pub fn owned_by(mut self, organisation: OrganisationId) -> Self {
        self.organisation = Some(organisation);
        self
    }
}

/// A record that knows what it belongs to.
pub trait Scoped {
    /// What it belongs to.
    fn scope(&self) -> Scope;
}
