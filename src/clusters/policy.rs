//! Who may read and keep operations and clusters.

use super::{
    model::{Cluster, ClusterLevel, Membership, MembershipId, Operation},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{ClusterId, OperationId, Scope, Scoped},
};

/// Whether the viewer may read what an operation shares: whoever holds any role in it.
pub(super) fn may_read(viewer: &Viewer, record: &impl Scoped) -> bool {
    viewer.may(Action::ReadShared, &record.scope())
}

/// The operation, held until the transaction ends, for who may change how it works. Its settings decide what the public sees, so they
/// take the right to publish; the keeper of the installation may mend them, too.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_operation_for_edit(transaction: &Transaction, id: OperationId) -> Result<Operation> {
    const FIELD: &str = "operationId";
    let operation = store::lock_operation(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let viewer = transaction.viewer();
    if !viewer.may(Action::ManageReference, &operation.scope()) {
        viewer.require(Action::Publish, &operation.scope(), FIELD)?;
    }
    Ok(operation)
}

/// Lets pass who may add to an operation as a whole.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn require_operation(transaction: &Transaction, id: OperationId) -> Result<Operation> {
    const FIELD: &str = "operationId";
    transaction.viewer().require(Action::ManageCluster, &Scope::operation(id), FIELD)?;
    store::operation(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))
}

/// The national cluster that a new one goes below, for who may add one there: a sub-national cluster takes the right in its national one.
/// Any other takes the right in the operation as a whole.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`; `INVALID` when level and parent do not go together.
pub(super) async fn require_place_of_cluster(
    transaction: &Transaction,
    operation: OperationId,
    level: ClusterLevel,
    parent: Option<ClusterId>,
) -> Result<Option<Cluster>> {
    const FIELD: &str = "parentId";
    match (level, parent) {
        (ClusterLevel::Subnational, Some(parent)) => {
            transaction.viewer().require(Action::ManageCluster, &Scope::cluster(operation, parent), FIELD)?;
            let parent = store::cluster(transaction.conn(), parent)
                .await?
                .filter(|parent| parent.operation_id == operation)
                .ok_or_else(|| Error::not_found(FIELD))?;
            if parent.level == ClusterLevel::National {
                return Ok(Some(parent));
            }
            let message = "a sub-national cluster goes below a national one; name that";
            Err(Error::invalid(FIELD, "cluster-parent-level", message))
        }
        (ClusterLevel::Subnational, None) => {
            let message = "name the national cluster that it goes below";
            Err(Error::invalid(FIELD, "cluster-parent-missing", message))
        }
        (_, Some(_)) => {
            let message = format!("a cluster of level {level} goes below no other; leave the parent out");
            Err(Error::invalid(FIELD, "cluster-parent-level", message))
        }
        (_, None) => {
            require_operation(transaction, operation).await?;
            Ok(None)
        }
    }
}

/// The cluster, held until the transaction ends, for who may keep it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_cluster_for_edit(transaction: &Transaction, id: ClusterId) -> Result<Cluster> {
    const FIELD: &str = "clusterId";
    let cluster = store::lock_cluster(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    transaction.viewer().require(Action::ManageCluster, &cluster.scope(), FIELD)?;
    Ok(cluster)
}

/// The membership, held until the transaction ends, for who may keep its cluster.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_membership_for_edit(transaction: &Transaction, id: MembershipId) -> Result<Membership> {
    const FIELD: &str = "membershipId";
    let membership = store::lock_membership(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let cluster = Scope::cluster(membership.operation_id, membership.cluster_id);
    transaction.viewer().require(Action::ManageCluster, &cluster, FIELD)?;
    Ok(membership)
}
