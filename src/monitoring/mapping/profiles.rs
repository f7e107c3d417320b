//! Mappings that are remembered: one for each way in which an organisation writes its sheets, or for all of an operation.

use super::{
    input::{RemoveMappingProfileInput, RenameMappingProfileInput},
    model::{Mapping, MappingProfile, MappingProfileId},
    setting::Setting,
    store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::{Action, Grant, Viewer},
        db::{Conn, Transaction},
        graphql::page::Page,
        scope::{OperationId, OrganisationId, Scope},
    },
};

/// Whether the viewer writes reports of every organisation somewhere in the operation.
fn writes_for_all(viewer: &Viewer, operation: OperationId) -> bool {
    let here = |grant: &Grant| grant.operation.is_none_or(|of| of == operation);
    viewer.program
        || viewer.grants.iter().any(|grant| here(grant) && grant.role.row().may.contains(&Action::EditReport))
}

/// The organisations that the viewer writes reports of in the operation.
fn own(viewer: &Viewer, operation: OperationId) -> Vec<OrganisationId> {
    let writes = |grant: &&Grant| {
        grant.operation.is_none_or(|of| of == operation) && grant.role.row().may_own.contains(&Action::EditReport)
    };
    viewer.grants.iter().filter(writes).filter_map(|grant| grant.organisation).collect()
}

/// Whether the viewer may know of a profile, and use it: one for all as everybody who reports, one of an organisation as who writes for it.
fn readable(viewer: &Viewer, profile: &MappingProfile) -> bool {
    let operation = profile.operation_id;
    let own = own(viewer, operation);
    writes_for_all(viewer, operation)
        || profile.organisation_id.map_or(!own.is_empty(), |organisation| own.contains(&organisation))
}

/// The profiles of an operation that the viewer may use.
pub(in crate::monitoring) async fn list(
    conn: Conn<'_>,
    viewer: &Viewer,
    operation: OperationId,
    page: Option<&Page>,
) -> Result<Vec<MappingProfile>> {
    let known = (!writes_for_all(viewer, operation)).then(|| own(viewer, operation));
    store::profiles(conn, operation, known.as_deref(), page).await
}

/// The profiles that a sheet may be read by.
pub(super) async fn usable(conn: Conn<'_>, viewer: &Viewer, setting: &Setting) -> Result<Vec<MappingProfile>> {
    let mut all = list(conn, viewer, setting.plan.operation_id, None).await?;
    all.retain(|profile| {
        profile.organisation_id.is_none_or(|own| setting.organisation.is_none_or(|organisation| organisation == own))
    });
    Ok(all)
}

/// Whoever may change a profile: of an organisation who writes its reports, of all who writes those of all.
fn require_keeper(viewer: &Viewer, setting: &Setting, organisation: Option<OrganisationId>, field: &str) -> Result<()> {
    let scope = Scope::cluster(setting.plan.operation_id, setting.cluster);
    let scope = match organisation {
        Some(organisation) => scope.owned_by(organisation),
        None => scope,
    };
    viewer.require(Action::EditReport, &scope, field)
}

/// Keeps a mapping under a name. One that says the same stays as it is.
pub(super) async fn save(
    transaction: &Transaction,
    setting: &Setting,
    name: &str,
    mapping: &Mapping,
) -> Result<MappingProfileId> {
    let name = checked_name(name, "saveAs")?;
    let organisation = setting.organisation;
    require_keeper(transaction.viewer(), setting, organisation, "saveAs")?;
    let conn = transaction.conn();
    let stored = store::lock_named(conn, setting.plan.operation_id, organisation, &name).await?;
    let content = serde_json::to_value(mapping).map_err(Error::internal)?;
    if let Some(stored) = stored.as_ref().filter(|stored| stored.mapping == content) {
        return Ok(stored.id);
    }
    let profile = MappingProfile {
        id: stored.as_ref().map_or_else(|| transaction.new_id(), |stored| stored.id),
        operation_id: setting.plan.operation_id,
        organisation_id: organisation,
        name,
        headings: mapping.signature().into_iter().map(Some).collect(),
        mapping: content,
        version: stored.as_ref().map_or(1, |stored| stored.version.saturating_add(1)),
        created_at: stored.as_ref().map_or_else(|| transaction.now(), |stored| stored.created_at),
        updated_at: transaction.now(),
        updated_by: transaction.viewer().user,
    };
    write(transaction, stored.as_ref(), &profile, "saveAs").await?;
    Ok(profile.id)
}

async fn write(
    transaction: &Transaction,
    before: Option<&MappingProfile>,
    after: &MappingProfile,
    field: &str,
) -> Result<()> {
    if !store::put(transaction.conn(), after).await? {
        return Err(
            Error::conflict("profile-name-taken", "another profile has this name; choose another one").at(field)
        );
    }
    let mut change =
        audit::Change::new(if before.is_some() { "save" } else { "create" }, after.id).in_operation(after.operation_id);
    if let Some(before) = before {
        change = change.from(before)?;
    }
    audit::record(transaction, change.to(after)?).await
}

fn checked_name(name: &str, field: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if !(1..=200).contains(&name.chars().count()) {
        return Err(Error::invalid(field, "profile-name", "give the profile a name of 1 to 200 characters"));
    }
    Ok(name)
}

/// A profile that the viewer may change, held until the transaction ends.
async fn load_for_edit(transaction: &Transaction, id: &juniper::ID) -> Result<MappingProfile> {
    let id = MappingProfileId::parse(id, "profileId")?;
    let not_found = || Error::not_found("profileId");
    let viewer = transaction.viewer();
    let profile =
        store::lock(transaction.conn(), id).await?.filter(|profile| readable(viewer, profile)).ok_or_else(not_found)?;
    if profile.organisation_id.is_none() && !writes_for_all(viewer, profile.operation_id) {
        return Err(Error::forbidden("a profile for all is kept by those who coordinate"));
    }
    Ok(profile)
}

/// Gives a profile another name.
pub(in crate::monitoring) async fn rename(
    transaction: &mut Transaction,
    input: RenameMappingProfileInput,
) -> Result<MappingProfile> {
    let before = load_for_edit(transaction, &input.profile_id).await?;
    let after = MappingProfile {
        name: checked_name(&input.name, "name")?,
        version: before.version.saturating_add(1),
        updated_at: transaction.now(),
        updated_by: transaction.viewer().user,
        ..before.clone()
    };
    write(transaction, Some(&before), &after, "name").await?;
    Ok(after)
}

/// Removes a profile. What was imported by it stays.
pub(in crate::monitoring) async fn remove(
    transaction: &mut Transaction,
    input: RemoveMappingProfileInput,
) -> Result<MappingProfileId> {
    let profile = load_for_edit(transaction, &input.profile_id).await?;
    store::remove(transaction.conn(), profile.id).await?;
    let change = audit::Change::new("remove", profile.id).in_operation(profile.operation_id).from(&profile)?;
    audit::record(transaction, change).await?;
    Ok(profile.id)
}
