//! The table of mapping profiles.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{MappingProfile, MappingProfileId};
use crate::{
    kit::{
        Result,
        db::Conn,
        graphql::page::Page,
        scope::{OperationId, OrganisationId},
    },
    schema::mapping_profiles::{self, dsl},
};

/// The profiles of an operation: those for all, and those of these organisations; of every organisation where none are named. By id.
pub(super) async fn profiles(
    mut conn: Conn<'_>,
    operation: OperationId,
    organisations: Option<&[OrganisationId]>,
    page: Option<&Page>,
) -> Result<Vec<MappingProfile>> {
    let mut query = dsl::mapping_profiles.filter(dsl::operation_id.eq(operation)).order(dsl::id).into_boxed();
    if let Some(organisations) = organisations {
        let own = dsl::organisation_id.eq_any(organisations.to_vec()).assume_not_null();
        query = query.filter(dsl::organisation_id.is_null().or(own));
    }
    if let Some((id,)) = page.map(Page::after_key::<(MappingProfileId,)>).transpose()?.flatten() {
        query = query.filter(dsl::id.gt(id));
    }
    if let Some(page) = page {
        query = query.limit(page.limit());
    }
    Ok(query.select(MappingProfile::as_select()).load(&mut conn).await?)
}

/// A profile, held until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: MappingProfileId) -> Result<Option<MappingProfile>> {
    let query = dsl::mapping_profiles.find(id).select(MappingProfile::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// The profile of a name, held until the transaction ends.
pub(super) async fn lock_named(
    mut conn: Conn<'_>,
    operation: OperationId,
    organisation: Option<OrganisationId>,
    name: &str,
) -> Result<Option<MappingProfile>> {
    let query = dsl::mapping_profiles
        .filter(dsl::operation_id.eq(operation))
        .filter(dsl::organisation_id.is_not_distinct_from(organisation))
        .filter(dsl::name.eq(name))
        .select(MappingProfile::as_select())
        .for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// Writes a profile, new or changed. False where another one has its name.
pub(super) async fn put(mut conn: Conn<'_>, profile: &MappingProfile) -> Result<bool> {
    let written = diesel::insert_into(mapping_profiles::table)
        .values(profile)
        .on_conflict(dsl::id)
        .do_update()
        .set((
            dsl::name.eq(&profile.name),
            dsl::headings.eq(&profile.headings),
            dsl::mapping.eq(&profile.mapping),
            dsl::version.eq(profile.version),
            dsl::updated_at.eq(profile.updated_at),
            dsl::updated_by.eq(profile.updated_by),
        ))
        .execute(&mut conn)
        .await;
    match written {
        Ok(_) => Ok(true),
        Err(diesel::result::Error::DatabaseError(diesel::result::DatabaseErrorKind::UniqueViolation, _)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub(super) async fn remove(mut conn: Conn<'_>, id: MappingProfileId) -> Result<()> {
    diesel::delete(dsl::mapping_profiles.find(id)).execute(&mut conn).await?;
    Ok(())
}
