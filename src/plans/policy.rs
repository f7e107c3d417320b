//! Who may read and write plans.

use std::collections::{BTreeSet, HashMap};

use super::{
    model::{Plan, PlanId, PlanStatus},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::{Conn, Transaction},
    scope::{ClusterId, OperationId, Scope, Scoped},
};

/// The plan, for those who may read it: plans are shared in their operation, drafts with those who work on them.
///
/// # Errors
/// `NOT_FOUND` at `field` for everybody else.
pub async fn load_for_read(conn: Conn<'_>, viewer: &Viewer, id: PlanId, field: &str) -> Result<Plan> {
    let plan = store::plan(conn, id).await?.ok_or_else(|| Error::not_found(field))?;
    viewer.require(Action::ReadShared, &plan.scope(), field)?;
    if is_known(conn, viewer, &plan).await? { Ok(plan) } else { Err(Error::not_found(field)) }
}

/// Those of these plans that the viewer may read: as [`load_for_read`] has it, for many at once.
///
/// # Errors
/// When the database cannot be reached.
pub async fn readable(conn: Conn<'_>, viewer: &Viewer, ids: &[PlanId]) -> Result<HashMap<PlanId, Plan>> {
    let found = store::batches::plans_with_versions(conn, ids).await?;
    let may = |(plan, was_published): &(Plan, bool)| {
        viewer.may(Action::ReadShared, &plan.scope()) && (*was_published || may_read_drafts(viewer, plan.operation_id))
    };
    Ok(found.into_iter().filter(may).map(|(plan, _)| (plan.id, plan)).collect())
}

/// Whether the viewer may know of the plan: who works on it, and once it was published, whoever reads what its operation shares.
async fn is_known(conn: Conn<'_>, viewer: &Viewer, plan: &Plan) -> Result<bool> {
    Ok(may_read_drafts(viewer, plan.operation_id)
        || (viewer.may(Action::ReadShared, &plan.scope()) && store::latest_version(conn, plan.id).await?.is_some()))
}

/// Whether the viewer may read plans of an operation that were never published.
pub(super) fn may_read_drafts(viewer: &Viewer, operation: OperationId) -> bool {
    viewer.may(Action::ReadDrafts, &Scope::operation(operation))
}

/// Lets pass who may read what a plan is made of as it is worked on.
///
/// # Errors
/// `FORBIDDEN` that says where to read what is published.
pub(super) fn require_drafts(viewer: &Viewer, plan: &Plan) -> Result<()> {
    if may_read_drafts(viewer, plan.operation_id) {
        return Ok(());
    }
    let message = "this is the plan as it is worked on; read what is published: `versions { snapshot }`";
    Err(Error::forbidden(message))
}

/// The plan, held until the transaction ends, for those who may do `action` to it.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN` at `field`.
pub(super) async fn lock(transaction: &Transaction, action: Action, id: PlanId, field: &str) -> Result<Plan> {
    let plan = store::lock_plan(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(field))?;
    let (conn, viewer) = (transaction.conn(), transaction.viewer());
    match viewer.require(action, &plan.scope(), field) {
        Ok(()) => Ok(plan),
        // Who is told that they may not is told that it is there.
        Err(error) if is_known(conn, viewer, &plan).await? => Err(error),
        Err(_) => Err(Error::not_found(field)),
    }
}

/// The plan, held until the transaction ends, for those who may write it, while it may be written.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN` at `field`; `CONFLICT` when the plan is closed.
pub(super) async fn load_for_edit(transaction: &Transaction, id: PlanId, field: &str) -> Result<Plan> {
    let plan = lock(transaction, Action::EditPlan, id, field).await?;
    require_open(&plan)?;
    Ok(plan)
}

/// Lets pass while a plan is not closed.
///
/// # Errors
/// `CONFLICT` when it is.
pub(super) fn require_open(plan: &Plan) -> Result<()> {
    if plan.status == PlanStatus::Closed {
        let message = "this plan is closed: nothing of it changes; reopen it first";
        return Err(Error::conflict("plan-closed", message));
    }
    Ok(())
}

/// Lets pass who may write the plans of each cluster that comes or goes: a plan gives its clusters' coordinators rights over it.
///
/// # Errors
/// `FORBIDDEN` or `NOT_FOUND` at `clusterIds`.
pub(super) fn may_change_clusters(
    viewer: &Viewer,
    operation: OperationId,
    before: &[ClusterId],
    after: &[ClusterId],
) -> Result<()> {
    let (before, after): (BTreeSet<_>, BTreeSet<_>) = (before.iter().collect(), after.iter().collect());
    let mut changed = before.symmetric_difference(&after);
    changed.try_for_each(|cluster| {
        viewer
            .require(Action::EditPlan, &Scope::cluster(operation, **cluster), "clusterIds")
            .map_err(|error| error.at("clusterIds"))
    })
}
