//! The tables of partners.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use diesel::{dsl::sql, prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Contact, ContactId, ExternalReference, Organisation, OrganisationKind};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        ids::Kind,
        scope::{OrganisationId, OrganisationKind as OrganisationIds},
        sheet::words,
    },
    schema::{external_references, organisation_contacts, organisations},
};

/// What `external_references.entity` says for organisations.
const ENTITY: &str = OrganisationIds::NAME;

fn explained<T>(outcome: QueryResult<T>) -> Result<T> {
    explain_constraint(outcome, |constraint| match constraint {
        "organisations_name" => Some(Error::invalid(
            "organisation.name",
            "organisation-exists",
            "there is an organisation of this name already; use that one",
        )),
        "organisations_country_iso3_fkey" => Some(Error::invalid(
            "organisation.countryIso3",
            "country-unknown",
            "there is no such country; write its ISO code of three capitals",
        )),
        _ => None,
    })
}

pub(super) async fn insert(mut conn: Conn<'_>, organisation: &Organisation) -> Result<()> {
    let row = (organisation, organisations::name_keys.eq(organisation.name_keys()));
    explained(diesel::insert_into(organisations::table).values(row).execute(&mut conn).await)?;
    Ok(())
}

pub(super) async fn update(mut conn: Conn<'_>, organisation: &Organisation) -> Result<()> {
    let row = (organisation, organisations::name_keys.eq(organisation.name_keys()));
    explained(diesel::update(organisations::table.find(organisation.id)).set(row).execute(&mut conn).await)?;
    Ok(())
}

/// The organisation itself, merged or not, held until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: OrganisationId) -> Result<Option<Organisation>> {
    let query = organisations::table.find(id).select(Organisation::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// The organisation that `id` names: itself, or the one that it was merged into.
///
/// # Errors
/// When the database cannot answer.
pub async fn organisation(conn: Conn<'_>, id: OrganisationId) -> Result<Option<Organisation>> {
    Ok(organisations(conn, &[id]).await?.remove(&id))
}

/// By each id the organisation that it names: itself, or the one that it was merged into. Merges never chain, so one step is enough.
///
/// # Errors
/// When the database cannot answer.
pub async fn organisations(
    mut conn: Conn<'_>,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Organisation>> {
    let survivor = diesel::alias!(organisations as survivor);
    let named =
        organisations::table.filter(organisations::id.eq_any(ids)).inner_join(survivor.on(
            survivor.field(organisations::id).nullable().eq(organisations::merged_into_id).or(
                organisations::merged_into_id.is_null().and(survivor.field(organisations::id).eq(organisations::id)),
            ),
        ));
    let rows: Vec<(OrganisationId, Organisation)> = named
        .select((
            organisations::id,
            survivor.fields(<Organisation as Selectable<diesel::pg::Pg>>::construct_selection()),
        ))
        .load(&mut conn)
        .await?;
    Ok(rows.into_iter().collect())
}

/// By each name, as asked, the organisation that goes by it: by name, name in its own language or acronym, whatever the capitals, accents,
/// blanks and punctuation. A duplicate gives its survivor. A name that several organisations go by gives none of them, unless it is the full
/// name of one.
///
/// # Errors
/// When the database cannot answer.
pub async fn organisations_by_name(mut conn: Conn<'_>, names: &[String]) -> Result<HashMap<String, Organisation>> {
    let keys: Vec<Option<String>> = names.iter().map(|name| Some(words(name))).collect();
    let named: Vec<Organisation> = organisations::table
        .filter(organisations::name_keys.overlaps_with(keys))
        .select(Organisation::as_select())
        .load(&mut conn)
        .await?;
    let ids: Vec<OrganisationId> = named.iter().map(|organisation| organisation.id).collect();
    let survivors = organisations(conn, &ids).await?;
    let mut found = HashMap::new();
    for name in names {
        let key = words(name);
        let going_by_it = named.iter().filter(|one| !key.is_empty() && one.name_keys().contains(&Some(key.clone())));
        let mut those: Vec<(&Organisation, &Organisation)> =
            going_by_it.filter_map(|one| Some((one, survivors.get(&one.id)?))).collect();
        if those.iter().any(|(one, _)| words(&one.name) == key) {
            those.retain(|(one, _)| words(&one.name) == key);
        }
        if let [(_, first), rest @ ..] = those.as_slice()
            && rest.iter().all(|(_, other)| other.id == first.id)
        {
            found.insert(name.clone(), (*first).clone());
        }
    }
    Ok(found)
}

/// Organisations by name, without those that were merged into others. `search` is part of any of their names.
pub(super) async fn list(
    mut conn: Conn<'_>,
    search: Option<&str>,
    kind: Option<OrganisationKind>,
    page: &Page,
) -> Result<Vec<Organisation>> {
    let mut query = organisations::table
        .filter(organisations::merged_into_id.is_null())
        .select(Organisation::as_select())
        .into_boxed();
    if let Some(search) = search.map(words).filter(|search| !search.is_empty()) {
        let part_of_a_name = sql::<sql_types::Bool>("exists (select from unnest(name_keys) as key where strpos(key, ")
            .bind::<sql_types::Text, _>(search)
            .sql(") > 0)");
        query = query.filter(part_of_a_name);
    }
    if let Some(kind) = kind {
        query = query.filter(organisations::kind.eq(kind));
    }
    if let Some((name, id)) = page.after_key::<(String, OrganisationId)>()? {
        let behind =
            organisations::name.gt(name.clone()).or(organisations::name.eq(name).and(organisations::id.gt(id)));
        query = query.filter(behind);
    }
    Ok(query.order((organisations::name, organisations::id)).limit(page.limit()).load(&mut conn).await?)
}

/// Makes the duplicate, and whatever was merged into it before, a name of the survivor, with its references and contacts.
pub(super) async fn merge(
    mut conn: Conn<'_>,
    duplicate: OrganisationId,
    survivor: OrganisationId,
    now: DateTime<Utc>,
) -> Result<()> {
    let names =
        organisations::table.filter(organisations::id.eq(duplicate).or(organisations::merged_into_id.eq(duplicate)));
    diesel::update(names)
        .set((
            organisations::merged_into_id.eq(survivor),
            organisations::version.eq(organisations::version + 1),
            organisations::updated_at.eq(now),
        ))
        .execute(&mut conn)
        .await?;
    diesel::update(organisations::table.filter(organisations::parent_id.eq(duplicate)))
        .set(organisations::parent_id.eq(survivor))
        .execute(&mut conn)
        .await?;
    let references = external_references::table
        .filter(external_references::entity.eq(ENTITY).and(external_references::entity_id.eq(duplicate.uuid())));
    diesel::update(references).set(external_references::entity_id.eq(survivor.uuid())).execute(&mut conn).await?;
    diesel::update(organisation_contacts::table.filter(organisation_contacts::organisation_id.eq(duplicate)))
        .set(organisation_contacts::organisation_id.eq(survivor))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Whether `above` is `id` or is part of it, through any number of organisations.
pub(super) async fn is_part_of(mut conn: Conn<'_>, above: OrganisationId, id: OrganisationId) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = sql_types::Bool)]
        found: bool,
    }
    let query = "with recursive chain (id) as ( \
            select $1::uuid union \
            select organisations.parent_id from organisations join chain on organisations.id = chain.id \
            where organisations.parent_id is not null) \
        select exists (select from chain where id = $2) as found";
    let answer: Answer =
        sql_query(query).bind::<sql_types::Uuid, _>(above).bind::<sql_types::Uuid, _>(id).get_result(&mut conn).await?;
    Ok(answer.found)
}

/// Puts these references in the place of those that the organisation has.
pub(super) async fn set_references(
    mut conn: Conn<'_>,
    id: OrganisationId,
    references: &[ExternalReference],
) -> Result<()> {
    let of_it = external_references::entity.eq(ENTITY).and(external_references::entity_id.eq(id.uuid()));
    diesel::delete(external_references::table.filter(of_it)).execute(&mut conn).await?;
    let rows: Vec<_> = references
        .iter()
        .map(|reference| {
            (reference, external_references::entity.eq(ENTITY), external_references::entity_id.eq(id.uuid()))
        })
        .collect();
    let inserted = diesel::insert_into(external_references::table).values(rows).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        let message = "another organisation has one of these references; merge the two if they are one";
        (constraint == "external_references_pkey")
            .then(|| Error::invalid("organisation.externalReferences", "organisation-reference-taken", message))
    })?;
    Ok(())
}

pub(super) async fn insert_contact(mut conn: Conn<'_>, contact: &Contact) -> Result<()> {
    diesel::insert_into(organisation_contacts::table).values(contact).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn lock_contact(mut conn: Conn<'_>, id: ContactId) -> Result<Option<Contact>> {
    let query = organisation_contacts::table.find(id).select(Contact::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn update_contact(mut conn: Conn<'_>, contact: &Contact) -> Result<()> {
    diesel::update(organisation_contacts::table.find(contact.id)).set(contact).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn delete_contact(mut conn: Conn<'_>, id: ContactId) -> Result<()> {
    diesel::delete(organisation_contacts::table.find(id)).execute(&mut conn).await?;
    Ok(())
}

/// Organisations by id; a duplicate's id gives its survivor.
pub struct OrganisationById;

impl Batch<Db> for OrganisationById {
    type Key = OrganisationId;
    type Value = Arc<Organisation>;

    async fn load(db: &Db, keys: Vec<OrganisationId>) -> Result<HashMap<OrganisationId, Arc<Organisation>>> {
        let found = organisations(db.conn().await?, &keys).await?;
        Ok(found.into_iter().map(|(id, organisation)| (id, Arc::new(organisation))).collect())
    }
}

/// What other systems call organisations.
pub(super) struct ReferencesOfOrganisation;

impl Batch<Db> for ReferencesOfOrganisation {
    type Key = OrganisationId;
    type Value = Vec<ExternalReference>;

    async fn load(db: &Db, keys: Vec<OrganisationId>) -> Result<HashMap<OrganisationId, Vec<ExternalReference>>> {
        let ids: Vec<Uuid> = keys.into_iter().map(OrganisationId::uuid).collect();
        let rows: Vec<(OrganisationId, ExternalReference)> = external_references::table
            .filter(external_references::entity.eq(ENTITY).and(external_references::entity_id.eq_any(ids)))
            .select((external_references::entity_id, ExternalReference::as_select()))
            .order((external_references::system, external_references::external_id))
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows))
    }
}

/// The contacts of organisations, whoever may see them: ask the policy.
pub(super) struct ContactsOfOrganisation;

impl Batch<Db> for ContactsOfOrganisation {
    type Key = OrganisationId;
    type Value = Vec<Contact>;

    async fn load(db: &Db, keys: Vec<OrganisationId>) -> Result<HashMap<OrganisationId, Vec<Contact>>> {
        let rows: Vec<Contact> = organisation_contacts::table
            .filter(organisation_contacts::organisation_id.eq_any(keys))
            .select(Contact::as_select())
            .order((organisation_contacts::name, organisation_contacts::id))
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows.into_iter().map(|contact| (contact.organisation_id, contact))))
    }
}

fn grouped<T>(rows: impl IntoIterator<Item = (OrganisationId, T)>) -> HashMap<OrganisationId, Vec<T>> {
    let mut groups: HashMap<OrganisationId, Vec<T>> = HashMap::new();
    for (id, row) in rows {
        groups.entry(id).or_default().push(row);
    }
    groups
}
