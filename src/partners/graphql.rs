//! Organisations and contacts in the graph.

use chrono::NaiveDate;
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use super::{
    model::{
        AddContactInput, Contact, ContactConsent, CreateOrganisationInput, ExternalReference, MergeOrganisationsInput,
        Organisation, OrganisationKind, RemoveContactInput, UpdateContactInput, UpdateOrganisationInput,
        VerifyOrganisationInput,
    },
    policy, service,
    store::{self, ContactsOfOrganisation, OrganisationById, ReferencesOfOrganisation},
};
use crate::{
    clusters::{Membership, MembershipsOfOrganisation},
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        scope::{OrganisationId, Scope, Scoped},
    },
};

#[graphql_object(context = Context, description = "An organisation: a partner, a donor, a ministry. Known to every operation.")]
impl Organisation {
    /// The organisation's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its name.
    fn name(&self) -> &str {
        &self.name
    }

    /// Its name in its own language.
    fn native_name(&self) -> Option<&str> {
        self.native_name.as_deref()
    }

    /// Its short name.
    fn acronym(&self) -> Option<&str> {
        self.acronym.as_deref()
    }

    /// What it is.
    fn kind(&self) -> OrganisationKind {
        self.kind
    }

    /// The organisation that it is part of.
    fn parent(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.parent_id)
    }

    /// The country where it is at home, by ISO 3166 code of three letters; null when international or not known.
    fn country_iso3(&self) -> Option<&str> {
        self.country_iso3.as_deref()
    }

    /// Whether a coordinator confirmed that it exists.
    fn verified(&self) -> bool {
        self.verified
    }

    /// What other systems call it.
    fn external_references<'a>(&self, context: &'a Context) -> Later<'a, Vec<ExternalReference>> {
        Later::all(context.loaders.load::<ReferencesOfOrganisation>(self.id))
    }

    /// The people to reach there, as far as they agreed that you see them.
    fn contacts<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Contact>> {
        Later::new(async move {
            let (contacts, memberships) = futures::try_join!(
                context.loaders.load::<ContactsOfOrganisation>(self.id),
                context.loaders.load::<MembershipsOfOrganisation>(self.id),
            )?;
            let (contacts, memberships) = (contacts.unwrap_or_default(), memberships.unwrap_or_default());
            let today = context.tools.clock.now().date_naive();
            let held = memberships.iter().filter(|membership| membership.holds_on(today));
            let places: Vec<Scope> = held.map(Scoped::scope).collect();
            Ok(contacts.into_iter().filter(|contact| policy::may_see(&context.viewer, contact, &places)).collect())
        })
    }

    /// The clusters that it takes or took part in, as far as you may read their operations.
    fn memberships<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Membership>> {
        Later::new(async move {
            let memberships = context.loaders.load::<MembershipsOfOrganisation>(self.id).await?.unwrap_or_default();
            let readable = |membership: &&Membership| context.viewer.may(Action::ReadShared, &membership.scope());
            Ok(memberships.iter().filter(readable).cloned().collect())
        })
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(Organisation as "OrganisationConnection", "OrganisationEdge");

#[graphql_object(context = Context, description = "Someone to reach at an organisation. Staff only.")]
impl Contact {
    /// The contact's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// How they are called.
    fn name(&self) -> &str {
        &self.name
    }

    /// Their function.
    fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Their e-mail address.
    fn email(&self) -> Option<&str> {
        self.email.as_deref()
    }

    /// Their telephone number.
    fn phone(&self) -> Option<&str> {
        self.phone.as_deref()
    }

    /// Who may see them, as they agreed.
    fn consent(&self) -> ContactConsent {
        self.consent
    }

    /// When they last said that this is right.
    fn confirmed_on(&self) -> Option<NaiveDate> {
        self.confirmed_on
    }
}

/// The answer to a contact that was forgotten.
#[derive(GraphQLObject)]
#[graphql(description = "A contact was forgotten.")]
pub struct RemoveContactPayload {
    /// The organisation that it belonged to.
    organisation_id: ID,
}

/// The partners' root fields.
#[derive(Default)]
pub struct PartnerQueries;

#[graphql_object(context = Context)]
impl PartnerQueries {
    /// Organisations by name; duplicates that were merged are left out. For everyone who holds a role.
    async fn organisations(
        context: &Context,
        #[graphql(
            description = "Only those with this in one of their names or in the acronym; capitals and accents do not matter."
        )]
        search: Option<String>,
        #[graphql(description = "Only those of this kind.")] kind: Option<OrganisationKind>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Organisation>> {
        policy::require_directory(&context.viewer)?;
        let page = Page::new("organisations by name", first, after.as_deref())?;
        let rows = store::list(context.db.conn().await?, search.as_deref(), kind, &page).await?;
        Connection::from_rows(&page, rows, |organisation| (organisation.name.clone(), organisation.id))
    }

    /// An organisation. The id of a duplicate gives the one that it was merged into.
    async fn organisation(
        context: &Context,
        #[graphql(description = "The organisation.")] id: ID,
    ) -> Result<Option<Organisation>> {
        let id = OrganisationId::parse(&id, "id")?;
        if !policy::may_read(&context.viewer) {
            return Ok(None);
        }
        store::organisation(context.db.conn().await?, id).await
    }
}

/// The partners' mutations.
#[derive(Default)]
pub struct PartnerMutations;

#[graphql_object(context = Context)]
impl PartnerMutations {
    /// Enters an organisation.
    async fn create_organisation(context: &Context, input: CreateOrganisationInput) -> Result<Organisation> {
        context
            .write("createOrganisation", input, |transaction, input| service::create(transaction, input).boxed())
            .await
    }

    /// Replaces what is said of an organisation.
    async fn update_organisation(context: &Context, input: UpdateOrganisationInput) -> Result<Organisation> {
        context
            .write("updateOrganisation", input, |transaction, input| service::update(transaction, input).boxed())
            .await
    }

    /// Notes whether an organisation is known to exist.
    async fn verify_organisation(context: &Context, input: VerifyOrganisationInput) -> Result<Organisation> {
        context
            .write("verifyOrganisation", input, |transaction, input| service::verify(transaction, input).boxed())
            .await
    }

    /// Makes one organisation of two: from now on the duplicate's id, names and references lead to the survivor, which is answered.
    async fn merge_organisations(context: &Context, input: MergeOrganisationsInput) -> Result<Organisation> {
        context
            .write("mergeOrganisations", input, |transaction, input| service::merge(transaction, input).boxed())
            .await
    }

    /// Adds someone to reach at an organisation. Staff only.
    async fn add_contact(context: &Context, input: AddContactInput) -> Result<Contact> {
        context.write("addContact", input, |transaction, input| service::add_contact(transaction, input).boxed()).await
    }

    /// Replaces what is said of a contact.
    async fn update_contact(context: &Context, input: UpdateContactInput) -> Result<Contact> {
        context
            .write("updateContact", input, |transaction, input| service::update_contact(transaction, input).boxed())
            .await
    }

    /// Forgets a contact.
    async fn remove_contact(context: &Context, input: RemoveContactInput) -> Result<RemoveContactPayload> {
        let organisation = context
            .write("removeContact", input, |transaction, input| service::remove_contact(transaction, input).boxed())
            .await?;
        Ok(RemoveContactPayload { organisation_id: organisation.global() })
    }
}
