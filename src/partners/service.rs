//! What is done with organisations and contacts.

use super::{
    model::{
        self, AddContactInput, Contact, CreateOrganisationInput, ExternalReference, MergeOrganisationsInput,
        Organisation, OrganisationInput, RemoveContactInput, UpdateContactInput, UpdateOrganisationInput,
        VerifyOrganisationInput,
    },
    policy, store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        db::{Sight, Transaction},
        scope::OrganisationId,
    },
};

/// Enters an organisation.
pub(super) async fn create(transaction: &mut Transaction, input: CreateOrganisationInput) -> Result<Organisation> {
    policy::may_manage(transaction.viewer())?;
    let id = input.id.map_or_else(|| transaction.new_id(), OrganisationId::from_uuid);
    let fresh = Organisation {
        id,
        name: String::new(),
        native_name: None,
        acronym: None,
        kind: input.organisation.kind,
        parent_id: None,
        country_iso3: None,
        verified: false,
        merged_into_id: None,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    let (organisation, references) = filled_in(transaction, fresh, &input.organisation).await?;
    store::insert(transaction.conn(), &organisation).await?;
    store::set_references(transaction.conn(), id, &references).await?;
    audit::record(transaction, audit::Change::new("create", id).to(&(&organisation, &references))?).await?;
    Ok(organisation)
}

/// Replaces what is said of an organisation.
pub(super) async fn update(transaction: &mut Transaction, input: UpdateOrganisationInput) -> Result<Organisation> {
    let id = OrganisationId::parse(&input.organisation_id, "organisationId")?;
    let before = policy::load_for_edit(transaction, id, "organisationId").await?;
    transaction.check_version(before.version, input.base_version)?;
    let changed = Organisation { version: before.version + 1, updated_at: transaction.now(), ..before.clone() };
    let (after, references) = filled_in(transaction, changed, &input.organisation).await?;
    store::update(transaction.conn(), &after).await?;
    store::set_references(transaction.conn(), id, &references).await?;
    audit::record(transaction, audit::Change::new("update", id).from(&before)?.to(&(&after, &references))?).await?;
    Ok(after)
}

/// The organisation with what the input says of it.
async fn filled_in(
    transaction: &Transaction,
    organisation: Organisation,
    input: &OrganisationInput,
) -> Result<(Organisation, Vec<ExternalReference>)> {
    let parent = OrganisationId::parse_optional(input.parent_id.as_ref(), "organisation.parentId")?;
    let filled = Organisation {
        name: model::some_text(&input.name, 200, "organisation.name")?,
        native_name: model::short_text(input.native_name.as_deref(), 200, "organisation.nativeName")?,
        acronym: model::short_text(input.acronym.as_deref(), 40, "organisation.acronym")?,
        kind: input.kind,
        parent_id: parent_of(transaction, organisation.id, parent).await?,
        country_iso3: model::short_text(input.country_iso3.as_deref(), 3, "organisation.countryIso3")?,
        ..organisation
    };
    Ok((filled, model::references(input.external_references.as_deref().unwrap_or_default())?))
}

/// Checks that a parent exists and does not itself belong to the child.
async fn parent_of(
    transaction: &Transaction,
    child: OrganisationId,
    parent: Option<OrganisationId>,
) -> Result<Option<OrganisationId>> {
    const FIELD: &str = "organisation.parentId";
    let Some(parent) = parent else { return Ok(None) };
    let parent = store::organisation(transaction.conn(), parent).await?.ok_or_else(|| Error::not_found(FIELD))?.id;
    if store::is_part_of(transaction.conn(), parent, child).await? {
        let message = "this organisation is itself part of the one that you change; choose another parent";
        return Err(Error::invalid(FIELD, "organisation-parent-circle", message));
    }
    Ok(Some(parent))
}

/// Notes whether an organisation is known to exist.
pub(super) async fn verify(transaction: &mut Transaction, input: VerifyOrganisationInput) -> Result<Organisation> {
    let id = OrganisationId::parse(&input.organisation_id, "organisationId")?;
    let before = policy::load_for_edit(transaction, id, "organisationId").await?;
    transaction.check_version(before.version, input.base_version)?;
    let after = Organisation {
        verified: input.verified,
        version: before.version + 1,
        updated_at: transaction.now(),
        ..before.clone()
    };
    store::update(transaction.conn(), &after).await?;
    let action = if input.verified { "verify" } else { "unverify" };
    audit::record(transaction, audit::Change::new(action, id).from(&before)?.to(&after)?).await?;
    Ok(after)
}

/// Makes one organisation of two, and gives the one that stays.
pub(super) async fn merge(transaction: &mut Transaction, input: MergeOrganisationsInput) -> Result<Organisation> {
    let duplicate = OrganisationId::parse(&input.duplicate_id, "duplicateId")?;
    let survivor = OrganisationId::parse(&input.survivor_id, "survivorId")?;
    if duplicate == survivor {
        let message = "an organisation cannot be merged into itself; name two";
        return Err(Error::invalid("survivorId", "organisation-merge-itself", message));
    }
    // Locked in the order of ids, so that two merges of the same pair cannot wait for each other.
    let (first, second) = (duplicate.min(survivor), duplicate.max(survivor));
    let field_of = |id| if id == duplicate { "duplicateId" } else { "survivorId" };
    let first = policy::load_for_edit(transaction, first, field_of(first)).await?;
    let second = policy::load_for_edit(transaction, second, field_of(second)).await?;
    let (before, survivor) = if first.id == duplicate { (first, second) } else { (second, first) };
    transaction.check_version(before.version, input.base_version)?;
    if store::is_part_of(transaction.conn(), survivor.id, duplicate).await? {
        let message = "the survivor is part of the duplicate; give it another parent first";
        return Err(Error::invalid("survivorId", "organisation-parent-circle", message));
    }
    // Whoever keeps the register merges all of an organisation: contacts, too, who agreed that others see them.
    let program = transaction.look_as(Sight::Program);
    store::merge(transaction.conn(), duplicate, survivor.id, transaction.now()).await?;
    drop(program);
    let after = Organisation {
        merged_into_id: Some(survivor.id),
        version: before.version + 1,
        updated_at: transaction.now(),
        ..before.clone()
    };
    audit::record(transaction, audit::Change::new("merge", duplicate).from(&before)?.to(&after)?).await?;
    Ok(survivor)
}

/// Adds a contact. The history keeps that it happened and not who it was: a person may ask to be forgotten.
pub(super) async fn add_contact(transaction: &mut Transaction, input: AddContactInput) -> Result<Contact> {
    let organisation = OrganisationId::parse(&input.organisation_id, "organisationId")?;
    policy::may_keep_contacts(transaction.viewer(), organisation)?;
    let organisation = store::organisation(transaction.conn(), organisation)
        .await?
        .ok_or_else(|| Error::not_found("organisationId"))?;
    let contact = model::contact(transaction.new_id(), organisation.id, &input.contact)?;
    let _program = transaction.look_as(Sight::Program);
    store::insert_contact(transaction.conn(), &contact).await?;
    audit::record(transaction, audit::Change::new("create", contact.id).to(&contact.consent)?).await?;
    Ok(contact)
}

/// Replaces what is said of a contact.
pub(super) async fn update_contact(transaction: &mut Transaction, input: UpdateContactInput) -> Result<Contact> {
    let id = model::ContactId::parse(&input.contact_id, "contactId")?;
    let before = policy::load_contact_for_edit(transaction, id).await?;
    let after = model::contact(id, before.organisation_id, &input.contact)?;
    let _program = transaction.look_as(Sight::Program);
    store::update_contact(transaction.conn(), &after).await?;
    let change = audit::Change::new("update", id).from(&before.consent)?.to(&after.consent)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Forgets a contact, and gives the organisation that it belonged to.
pub(super) async fn remove_contact(transaction: &mut Transaction, input: RemoveContactInput) -> Result<OrganisationId> {
    let id = model::ContactId::parse(&input.contact_id, "contactId")?;
    let contact = policy::load_contact_for_edit(transaction, id).await?;
    let _program = transaction.look_as(Sight::Program);
    store::delete_contact(transaction.conn(), id).await?;
    audit::record(transaction, audit::Change::new("remove", id).from(&contact.consent)?).await?;
    Ok(contact.organisation_id)
}
