//! Who may see, write and publish appeals, and record what was given.

use super::{
    flows::FlowSight,
    model::{Appeal, AppealId, AppealStatus},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::{Conn, Transaction},
    scope::{OperationId, OrganisationId, Scope, Scoped},
};

/// Loads an appeal that the viewer may do `action` to, and holds it until the transaction ends. `field` is the input that pointed to it.
pub(super) async fn load_for_edit(
    transaction: &Transaction,
    action: Action,
    id: &juniper::ID,
    field: &str,
) -> Result<Appeal> {
    let id = AppealId::parse(id, field)?;
    let appeal = visible(transaction.viewer(), store::lock(transaction.conn(), id).await?, field)?;
    transaction.viewer().require(action, &appeal.scope(), field)?;
    Ok(appeal)
}

/// Loads an appeal that the viewer may know of.
///
/// # Errors
/// `NOT_FOUND` when there is none for this viewer.
pub async fn load(conn: Conn<'_>, viewer: &Viewer, id: &juniper::ID, field: &str) -> Result<Appeal> {
    visible(viewer, by_id(conn, id, field).await?, field)
}

/// The appeal of an id, for another rule to look at.
pub(super) async fn by_id(conn: Conn<'_>, id: &juniper::ID, field: &str) -> Result<Option<Appeal>> {
    store::appeal(conn, AppealId::parse(id, field)?).await
}

/// Lets pass who may wait for editions of `appeal`: who may know of it, and everybody once it has one, as on its page. One without editions looks like
/// none at all to all others.
pub(super) async fn with_editions(
    conn: Conn<'_>,
    viewer: &Viewer,
    appeal: Option<Appeal>,
    field: &str,
) -> Result<Appeal> {
    let appeal = appeal.ok_or_else(|| Error::not_found(field))?;
    if may_see(viewer, &appeal) || store::first_edition(conn, appeal.id).await?.is_some() {
        return Ok(appeal);
    }
    Err(Error::not_found(field))
}

fn visible(viewer: &Viewer, appeal: Option<Appeal>, field: &str) -> Result<Appeal> {
    appeal.filter(|appeal| may_see(viewer, appeal)).ok_or_else(|| Error::not_found(field))
}

/// Whether the viewer may know of an appeal: drafts are for those who work on it.
pub(super) fn may_see(viewer: &Viewer, appeal: &Appeal) -> bool {
    let scope = appeal.scope();
    viewer.may(Action::ReadContent, &scope)
        || (appeal.status != AppealStatus::Draft && viewer.may(Action::ReadShared, &scope))
}

/// Who reads everything of an appeal sees all of its flows; a donor sees its own organisation's.
pub(in crate::appeals) fn flow_sight(viewer: &Viewer, scope: &Scope) -> FlowSight {
    if viewer.may(Action::ReadContent, scope) {
        return FlowSight::All;
    }
    let may_record =
        |organisation: &OrganisationId| viewer.may(Action::RecordFunding, &scope.clone().owned_by(*organisation));
    FlowSight::Of(viewer.grants.iter().filter_map(|grant| grant.organisation).filter(may_record).collect())
}

/// Lets pass who may record that `source` gives to an appeal: the cluster for everyone, a donor for itself.
pub(in crate::appeals) fn may_record(viewer: &Viewer, appeal: &Appeal, source: OrganisationId) -> Result<()> {
    if viewer.may(Action::RecordFunding, &appeal.scope().owned_by(source)) {
        return Ok(());
    }
    if viewer.user.is_some() && viewer.may_somewhere(Action::RecordFunding) && !viewer.read_only {
        let message = "you may record contributions of your own organisation only";
        return Err(Error::forbidden(message).at("sourceOrganisationId"));
    }
    viewer.require(Action::RecordFunding, &appeal.scope().owned_by(source), "appealId")
}

/// Lets pass who may know of the operation at all.
pub(super) fn may_list(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::kit::{
        auth::{Grant, Role},
        ids::{Id, Kind},
    };

    fn id<K: Kind>(number: u128) -> Id<K> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn viewer(role: Role, organisation: Option<u128>) -> Viewer {
        let grant = Grant {
            id: Uuid::nil(),
            role,
            operation: Some(id(1)),
            clusters: vec![],
            organisation: organisation.map(id),
        };
        Viewer { user: Some(id(99)), grants: vec![grant], ..Viewer::default() }
    }

    #[test]
    fn a_donor_sees_the_flows_of_its_own_organisation_and_the_cluster_sees_all() {
        let scope = Scope::operation(id(1));
        assert_eq!(flow_sight(&viewer(Role::Donor, Some(5)), &scope), FlowSight::Of(vec![id(5)]));
        assert_eq!(flow_sight(&viewer(Role::Imo, None), &scope), FlowSight::All);
        assert_eq!(flow_sight(&viewer(Role::Viewer, None), &scope), FlowSight::Of(vec![]));
        assert_eq!(flow_sight(&viewer(Role::Donor, Some(5)), &Scope::operation(id(2))), FlowSight::Of(vec![]));
    }
}
