//! Who may know of assessments and keep them.

use super::{
    model::{Assessment, AssessmentConfidentiality, AssessmentId},
    store,
};
use crate::kit::{
    Error, Result,
    auth::{Action, Viewer},
    db::Transaction,
    scope::{OperationId, OrganisationId, Scope, Scoped},
};

/// Whether the viewer may know of an assessment that these organisations make: of one that is confidential who reads everything there, and
/// the organisations themselves; of all others everybody in the operation.
pub(super) fn may_read(viewer: &Viewer, assessment: &Assessment, organisations: &[OrganisationId]) -> bool {
    match assessment.confidentiality {
        AssessmentConfidentiality::Unprotected => viewer.may(Action::ReadShared, &assessment.scope()),
        AssessmentConfidentiality::Confidential => {
            let own = own_organisations(viewer, assessment.operation_id);
            viewer.may(Action::ReadContent, &assessment.scope()) || organisations.iter().any(|one| own.contains(one))
        }
    }
}

/// The organisations whose own things the viewer reads in an operation.
pub(super) fn own_organisations(viewer: &Viewer, operation: OperationId) -> Vec<OrganisationId> {
    let here = viewer
        .grants
        .iter()
        .filter(|grant| grant.operation == Some(operation) && grant.role.row().may_own.contains(&Action::ReadContent));
    here.filter_map(|grant| grant.organisation).collect()
}

/// Lets pass who may look into the registry of an operation at all.
///
/// # Errors
/// `UNAUTHENTICATED` or `NOT_FOUND`.
pub(super) fn require_reader(viewer: &Viewer, operation: OperationId) -> Result<()> {
    viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")
}

/// Lets pass who may enter an assessment there.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) fn may_enter(viewer: &Viewer, scope: &Scope) -> Result<()> {
    viewer.require(Action::ManageNeeds, scope, "operationId")
}

/// The assessment, held until the transaction ends, for who may keep it. What the viewer may not know of does not exist.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN`.
pub(super) async fn load_for_edit(transaction: &Transaction, id: AssessmentId, field: &str) -> Result<Assessment> {
    let viewer = transaction.viewer();
    let assessment = store::lock(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(field))?;
    let organisations = store::organisations_of(transaction.conn(), id).await?;
    if !may_read(viewer, &assessment, &organisations) {
        return Err(Error::not_found(field));
    }
    viewer.require(Action::ManageNeeds, &assessment.scope(), field)?;
    Ok(assessment)
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

    #[test]
    fn an_organisation_reads_its_own_where_it_holds_the_role_and_nowhere_else() {
        let grant = |role, operation, organisation| Grant {
            id: Uuid::nil(),
            role,
            operation: Some(id(operation)),
            clusters: vec![id(10)],
            organisation: Some(id(organisation)),
        };
        let grants = vec![
            grant(Role::PartnerEditor, 1, 5),
            grant(Role::PartnerFocalPoint, 2, 6),
            grant(Role::Donor, 1, 7),
            grant(Role::Viewer, 1, 8),
        ];
        let viewer = Viewer { user: Some(id(99)), grants, ..Viewer::default() };
        assert_eq!(own_organisations(&viewer, id(1)), [id(5)]);
        assert_eq!(own_organisations(&viewer, id(2)), [id(6)]);
        assert!(own_organisations(&viewer, id(3)).is_empty());
    }
}
