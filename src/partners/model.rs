//! Organisations, contacts, and what other systems call them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, GraphQLObject, ID};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        Error, Result,
        scope::{OrganisationId, Scope, Scoped},
        sheet::words,
    },
    schema::{external_references, organisation_contacts, organisations},
    text_enum, write_inputs,
};

ids! {
    /// The id of a contact.
    ContactId of ContactKind as "Contact";
}

text_enum! {
    /// What an organisation is.
    OrganisationKind {
        /// An agency of the United Nations.
        Un = "UN",
        /// An international non-governmental organisation.
        Ingo = "INGO",
        /// A national non-governmental organisation.
        Nngo = "NNGO",
        /// A community-based organisation.
        Cbo = "CBO",
        /// Part of the Red Cross and Red Crescent Movement.
        Rcrc = "RCRC",
        /// A ministry or another authority.
        Government = "GOVERNMENT",
        /// A university or research body.
        Academic = "ACADEMIC",
        /// A company or private foundation.
        Private = "PRIVATE",
        /// A donor.
        Donor = "DONOR",
        /// A pooled fund.
        PooledFund = "POOLED_FUND",
    }
}

text_enum! {
    /// Who may see a contact, as the person agreed.
    ContactConsent {
        /// Everyone who reads the directory.
        Public = "PUBLIC",
        /// Who works in an operation that the organisation takes part in.
        Cluster = "CLUSTER",
        /// The coordination team of a cluster that the organisation takes part in, and the organisation itself.
        Team = "TEAM",
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = organisations, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Organisation {
    /// The organisation's id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its name in its own language.
    pub native_name: Option<String>,
    /// Its short name.
    pub acronym: Option<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// The organisation that it is part of.
    pub parent_id: Option<OrganisationId>,
    /// Where it is at home; none when international or not known.
    pub country_iso3: Option<String>,
    /// Whether a coordinator confirmed that it exists.
    pub verified: bool,
    /// The organisation that it proved to be.
    pub merged_into_id: Option<OrganisationId>,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Organisation {
    fn scope(&self) -> Scope {
        Scope::installation().owned_by(self.id)
    }
}

impl Organisation {
    /// What it is found by: its names as they are compared.
    pub(super) fn name_keys(&self) -> Vec<Option<String>> {
        let names = [Some(&self.name), self.native_name.as_ref(), self.acronym.as_ref()];
        let mut keys: Vec<String> = names.into_iter().flatten().map(|name| words(name)).collect();
        keys.retain(|key| !key.is_empty());
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().map(Some).collect()
    }
}

/// Someone to reach at an organisation.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = organisation_contacts, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Contact {
    /// The contact's id.
    pub id: ContactId,
    /// Their organisation.
    pub organisation_id: OrganisationId,
    /// How they are called.
    pub name: String,
    /// Their function.
    pub title: Option<String>,
    /// Their address, in lower case.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Who may see them.
    pub consent: ContactConsent,
    /// When they last said that this is right.
    pub confirmed_on: Option<NaiveDate>,
}

/// What another system calls a record.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize, GraphQLObject)]
#[diesel(table_name = external_references, check_for_backend(diesel::pg::Pg))]
#[graphql(description = "What another system calls this organisation.")]
pub struct ExternalReference {
    /// The other system: FTS, HPC, IATI ...
    pub system: String,
    /// Its id there.
    pub external_id: String,
}

/// What another system calls an organisation.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ExternalReferenceInput {
    /// The other system, in capitals: FTS, HPC, IATI ...
    pub system: String,
    /// Its id there.
    pub external_id: String,
}

/// What is said of an organisation.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct OrganisationInput {
    /// Its name.
    pub name: String,
    /// Its name in its own language.
    pub native_name: Option<String>,
    /// Its short name.
    pub acronym: Option<String>,
    /// What it is.
    pub kind: OrganisationKind,
    /// The organisation that it is part of.
    pub parent_id: Option<ID>,
    /// The country where it is at home, by ISO 3166 code of three letters; leave it out when international or not known.
    pub country_iso3: Option<String>,
    /// What other systems call it; none when it is left out.
    pub external_references: Option<Vec<ExternalReferenceInput>>,
}

/// A new organisation.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateOrganisationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Its id, when the client makes ids itself (UUIDv7).
    pub id: Option<Uuid>,
    /// What is said of it.
    pub organisation: OrganisationInput,
}

/// What is said of an organisation from now on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateOrganisationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The organisation.
    pub organisation_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// What is said of it: all of it, for it replaces what was said before.
    pub organisation: OrganisationInput,
}

/// Whether an organisation is known to exist.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct VerifyOrganisationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The organisation.
    pub organisation_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// True once someone made sure that it exists.
    pub verified: bool,
}

/// Two organisations that are one.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct MergeOrganisationsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The organisation that is no other than the survivor. It stays as a name for it.
    pub duplicate_id: ID,
    /// The version of the duplicate that the change is based on.
    pub base_version: i32,
    /// The organisation that stays.
    pub survivor_id: ID,
}

/// What is said of a contact.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ContactInput {
    /// How they are called.
    pub name: String,
    /// Their function.
    pub title: Option<String>,
    /// Their e-mail address.
    pub email: Option<String>,
    /// Their telephone number.
    pub phone: Option<String>,
    /// Who may see them, as they agreed.
    pub consent: ContactConsent,
    /// When they last said that this is right.
    pub confirmed_on: Option<NaiveDate>,
}

/// A new contact of an organisation. Staff only.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddContactInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// Their organisation.
    pub organisation_id: ID,
    /// What is said of them.
    pub contact: ContactInput,
}

/// What is said of a contact from now on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateContactInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The contact.
    pub contact_id: ID,
    /// What is said of them: all of it, for it replaces what was said before.
    pub contact: ContactInput,
}

/// A contact to forget.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveContactInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The contact.
    pub contact_id: ID,
}

write_inputs!(
    CreateOrganisationInput,
    UpdateOrganisationInput,
    VerifyOrganisationInput,
    MergeOrganisationsInput,
    AddContactInput,
    UpdateContactInput,
    RemoveContactInput,
);

/// A text of at most `longest` characters, without blanks around it; none when nothing is left.
///
/// # Errors
/// When it is too long.
pub(super) fn short_text(text: Option<&str>, longest: usize, field: &str) -> Result<Option<String>> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.chars().count() > longest) {
        let message = format!("give at most {longest} characters");
        return Err(Error::invalid(field, "text-too-long", message));
    }
    Ok(text.map(str::to_owned))
}

/// A text of 1 to `longest` characters.
///
/// # Errors
/// When it is empty or too long.
pub(super) fn some_text(text: &str, longest: usize, field: &str) -> Result<String> {
    short_text(Some(text), longest, field)?
        .ok_or_else(|| Error::invalid(field, "text-missing", format!("give a text of 1 to {longest} characters")))
}

/// The references as they are kept: systems in capitals, none twice.
///
/// # Errors
/// When one is empty, too long or given twice.
pub(super) fn references(inputs: &[ExternalReferenceInput]) -> Result<Vec<ExternalReference>> {
    const FIELD: &str = "organisation.externalReferences";
    let mut references: Vec<ExternalReference> = Vec::with_capacity(inputs.len());
    for input in inputs {
        let reference = ExternalReference {
            system: some_text(&input.system, 40, FIELD)?.to_uppercase(),
            external_id: some_text(&input.external_id, 200, FIELD)?,
        };
        if references.contains(&reference) {
            let message = format!("{} {} is given twice; keep one", reference.system, reference.external_id);
            return Err(Error::invalid(FIELD, "organisation-reference-twice", message));
        }
        references.push(reference);
    }
    Ok(references)
}

/// A contact's particulars.
///
/// # Errors
/// When there is no name, no way to reach them, or a text is too long.
pub(super) fn contact(id: ContactId, organisation_id: OrganisationId, input: &ContactInput) -> Result<Contact> {
    let email = short_text(input.email.as_deref(), 254, "contact.email")?.map(|email| email.to_lowercase());
    if email.as_ref().is_some_and(|email| email.parse::<lettre::Address>().is_err()) {
        return Err(Error::invalid("contact.email", "email-malformed", "this is no e-mail address"));
    }
    let phone = short_text(input.phone.as_deref(), 40, "contact.phone")?;
    if email.is_none() && phone.is_none() {
        let message = "give an e-mail address or a telephone number, or there is no way to reach them";
        return Err(Error::invalid("contact.email", "contact-unreachable", message));
    }
    Ok(Contact {
        id,
        organisation_id,
        name: some_text(&input.name, 200, "contact.name")?,
        title: short_text(input.title.as_deref(), 200, "contact.title")?,
        email,
        phone,
        consent: input.consent,
        confirmed_on: input.confirmed_on,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> ContactInput {
        ContactInput {
            name: " A. Person ".to_owned(),
            title: None,
            email: Some("Someone@Example.org".to_owned()),
            phone: None,
            consent: ContactConsent::Team,
            confirmed_on: None,
        }
    }

    fn made(input: &ContactInput) -> Result<Contact> {
        contact(ContactId::from_uuid(Uuid::from_u128(1)), OrganisationId::from_uuid(Uuid::from_u128(2)), input)
    }

    #[test]
    fn a_contact_has_a_name_and_a_way_to_be_reached() {
        let contact = made(&input()).expect("a name and an address");
        assert_eq!((contact.name.as_str(), contact.email.as_deref()), ("A. Person", Some("someone@example.org")));
        let error = made(&ContactInput { email: None, ..input() }).expect_err("no way to reach them");
        assert_eq!(error.key(), "contact-unreachable");
        let error = made(&ContactInput { email: Some("nobody".to_owned()), ..input() }).expect_err("no address");
        assert_eq!((error.field(), error.key()), (Some("contact.email"), "email-malformed"));
        let error = made(&ContactInput { name: " ".to_owned(), ..input() }).expect_err("no name");
        assert_eq!((error.field(), error.key()), (Some("contact.name"), "text-missing"));
    }

    #[test]
    fn a_reference_is_kept_in_capitals_and_once() {
        let reference =
            |system: &str, id: &str| ExternalReferenceInput { system: system.to_owned(), external_id: id.to_owned() };
        let kept = references(&[reference("fts", " 2917 "), reference("IATI", "2917")]).expect("two systems");
        assert_eq!((kept[0].system.as_str(), kept[0].external_id.as_str()), ("FTS", "2917"));
        let error = references(&[reference("fts", "1"), reference("FTS", "1")]).expect_err("twice the same");
        assert_eq!(error.key(), "organisation-reference-twice");
    }
}
