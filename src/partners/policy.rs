//! Who may keep the register, and who may see whom.

use super::{
    model::{Contact, ContactConsent, ContactId, Organisation},
    store,
};
use crate::kit::{
    Code, Error, Result,
    auth::{Action, Viewer},
    db::{Sight, Transaction},
    scope::{OrganisationId, Scope},
};

/// Whether the viewer may read the directory: whoever holds any role. Visitors read published pages only.
pub(super) fn may_read(viewer: &Viewer) -> bool {
    viewer.may_somewhere(Action::ReadShared)
}

/// Lets pass who may read the directory.
///
/// # Errors
/// `UNAUTHENTICATED` or `FORBIDDEN`.
pub(super) fn require_directory(viewer: &Viewer) -> Result<()> {
    if may_read(viewer) {
        Ok(())
    } else if viewer.user.is_none() {
        Err(Error::unauthenticated())
    } else {
        Err(Error::forbidden("the directory is for those who hold a role"))
    }
}

/// Lets pass who may enter, verify and merge organisations. The register belongs to no operation, so the right somewhere is the right.
///
/// # Errors
/// `UNAUTHENTICATED` or `FORBIDDEN`.
pub(super) fn may_manage(viewer: &Viewer) -> Result<()> {
    if viewer.user.is_none() && !viewer.program {
        return Err(Error::unauthenticated());
    }
    viewer.require_writer()?;
    if viewer.may_somewhere(Action::ManagePartners) {
        Ok(())
    } else {
        Err(Error::forbidden("your role does not allow to keep the register of organisations"))
    }
}

/// Lets pass who may keep the contacts of an organisation: who keeps the register, and who answers for the organisation.
///
/// # Errors
/// `UNAUTHENTICATED` or `FORBIDDEN`.
pub(super) fn may_keep_contacts(viewer: &Viewer, organisation: OrganisationId) -> Result<()> {
    let answers_for_it =
        || viewer.reach(Action::Grant).organisations.iter().any(|(_, answered_for)| *answered_for == organisation);
    if !viewer.read_only && answers_for_it() { Ok(()) } else { may_manage(viewer) }
}

/// Whether the viewer may see a contact. `places` are the scopes in which the contact's organisation takes part today.
pub(super) fn may_see(viewer: &Viewer, contact: &Contact, places: &[Scope]) -> bool {
    let anywhere = |action| places.iter().any(|place| viewer.may(action, place));
    let content = viewer.reach(Action::ReadContent);
    let own = content.organisations.iter().any(|(_, organisation)| *organisation == contact.organisation_id);
    match contact.consent {
        ContactConsent::Public => may_read(viewer),
        ContactConsent::Cluster => own || anywhere(Action::ReadShared),
        ContactConsent::Team => own || anywhere(Action::ReadContent),
    }
}

/// The organisation, held until the transaction ends, for who may change it.
///
/// # Errors
/// As [`may_manage`]; `NOT_FOUND`; `CONFLICT` when it was merged into another.
pub(super) async fn load_for_edit(transaction: &Transaction, id: OrganisationId, field: &str) -> Result<Organisation> {
    may_manage(transaction.viewer())?;
    let organisation = store::lock(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(field))?;
    if organisation.merged_into_id.is_some() {
        let message = format!("{} was merged into another organisation; change that one", organisation.name);
        return Err(Error::conflict("organisation-merged", message).at(field));
    }
    Ok(organisation)
}

/// The contact, held until the transaction ends, for who may change it.
///
/// # Errors
/// `NOT_FOUND`, or as [`may_keep_contacts`].
pub(super) async fn load_contact_for_edit(transaction: &Transaction, id: ContactId) -> Result<Contact> {
    // Who keeps contacts may have entered one whom they do not see.
    let _program = transaction.look_as(Sight::Program);
    let contact = store::lock_contact(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("contactId"))?;
    // Who may not keep them need not know that they are there.
    let outcome = may_keep_contacts(transaction.viewer(), contact.organisation_id);
    outcome.map_err(|error| if error.code() == Code::Forbidden { Error::not_found("contactId") } else { error })?;
    Ok(contact)
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

    fn viewer(role: Role, operation: u128, organisation: Option<u128>) -> Viewer {
        let grant = Grant {
            id: Uuid::nil(),
            role,
            operation: Some(id(operation)),
            clusters: vec![id(10)],
            organisation: organisation.map(id),
        };
        Viewer { user: Some(id(99)), grants: vec![grant], ..Viewer::default() }
    }

    fn contact(consent: ContactConsent) -> Contact {
        let (name, email) = ("A. Person".to_owned(), Some("a@example.org".to_owned()));
        Contact {
            id: id(1),
            organisation_id: id(5),
            name,
            title: None,
            email,
            phone: None,
            consent,
            confirmed_on: None,
        }
    }

    #[test]
    fn a_contact_is_seen_by_those_it_agreed_to_and_nobody_else() {
        let places = [Scope::cluster(id(1), id(10)).owned_by(id(5))];
        let own = viewer(Role::PartnerEditor, 1, Some(5));
        let other_partner = viewer(Role::PartnerEditor, 1, Some(6));
        let imo = viewer(Role::Imo, 1, None);
        let elsewhere = viewer(Role::Coordinator, 2, None);
        let visitor = Viewer::default();
        let who = [&own, &other_partner, &imo, &elsewhere, &visitor];
        let seen = |consent| who.map(|viewer| may_see(viewer, &contact(consent), &places));
        assert_eq!(seen(ContactConsent::Public), [true, true, true, true, false]);
        assert_eq!(seen(ContactConsent::Cluster), [true, true, true, false, false]);
        assert_eq!(seen(ContactConsent::Team), [true, false, true, false, false]);
    }

    #[test]
    fn a_partner_keeps_its_own_contacts_and_not_the_register() {
        let focal_point = viewer(Role::PartnerFocalPoint, 1, Some(5));
        assert!(may_keep_contacts(&focal_point, id(5)).is_ok());
        assert!(may_keep_contacts(&focal_point, id(6)).is_err());
        assert!(may_manage(&focal_point).is_err());
        assert!(may_manage(&viewer(Role::Imo, 1, None)).is_ok());
        let token = Viewer { read_only: true, ..viewer(Role::PartnerFocalPoint, 1, Some(5)) };
        assert!(may_keep_contacts(&token, id(5)).is_err(), "a token that may only read");
    }
}
