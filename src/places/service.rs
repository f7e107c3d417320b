//! Reading places in, and entering sites.

use futures::FutureExt;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::{
    import,
    model::{
        AdminArea, AdminAreaId, CreateSiteInput, LocationPrecision, RetireAdminAreaInput, Site, SiteId, UpdateSiteInput,
    },
    store::{self, GazetteerColumns},
};
use crate::{
    audit,
    kit::{
        Call, Error, Result,
        auth::Action,
        db::Transaction,
        files,
        scope::{OperationId, Scope, Scoped, UserId},
        sheet::{Issue, Issues},
        text::LocalizedText,
    },
    write_inputs,
};

/// How long reading a world's worth of places may take, in seconds.
const IMPORT_SECONDS: u32 = 120;

/// A file of P-codes to read in.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportPlacesInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The file, as `PUT /files` named it: columns Location, Admin Level, P-Code, Name, Parent P-Code, Valid from date.
    pub file_id: ID,
}

/// A file of countries to read in.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ImportCountriesInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The file, as `PUT /files` named it: ISO codes and short names.
    pub file_id: ID,
}

write_inputs!(ImportPlacesInput, ImportCountriesInput);

/// What reading places in did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PlacesImport {
    /// False: there are errors, and nothing was written.
    pub applied: bool,
    /// Places that were new.
    pub added: i64,
    /// Places with another name than before.
    pub renamed: i64,
    /// Places with another parent than before.
    pub moved: i64,
    /// Places at another level than before.
    #[serde(default)]
    pub relevelled: i64,
    /// Places with another first day of validity than before.
    pub dated: i64,
    /// Places that were known just so.
    pub unchanged: i64,
    /// What is wrong with the file.
    pub issues: Issues,
}

/// Reads P-codes in: adds what is new, renames and moves what changed, and leaves the rest as it is. With an error nothing is written.
///
/// # Errors
/// When the viewer may not, or the file cannot be read as a table at all.
pub async fn import_places(call: &Call, input: ImportPlacesInput) -> Result<PlacesImport> {
    call.viewer.require(Action::ManageReference, &Scope::installation(), "fileId")?;
    let _under_way = call.begin_work(&input);
    let (_, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let mut issues = Issues::default();
    let rows = import::gazetteer(files::first_sheet(&workbook, "fileId")?, &call.tools.clock, &mut issues);
    if issues.has_errors() {
        return Ok(PlacesImport { issues, ..PlacesImport::default() });
    }
    call.write("importPlaces", input, move |transaction, _| {
        async move { take_over(transaction, rows, issues).await }.boxed()
    })
    .await
}

async fn take_over(transaction: &mut Transaction, rows: GazetteerColumns, mut issues: Issues) -> Result<PlacesImport> {
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    store::stage(transaction.conn(), rows).await?;
    for misplaced in store::misplaced(transaction.conn()).await? {
        issues.push(misplaced_issue(&misplaced));
    }
    if issues.has_errors() {
        return Ok(PlacesImport { issues, ..PlacesImport::default() });
    }
    let changes = store::take_over(transaction.conn()).await?;
    let import = PlacesImport {
        applied: true,
        added: changes.added,
        renamed: changes.renamed,
        moved: changes.moved,
        relevelled: changes.relevelled,
        dated: changes.dated,
        unchanged: changes.unchanged,
        issues,
    };
    if import.added + import.renamed + import.moved + import.relevelled + import.dated > 0 {
        store::rebuild_ancestors(transaction.conn()).await?;
        // The record of an import of the whole world is what it did, not the world.
        let actor = transaction.viewer().user.unwrap_or(UserId::from_uuid(Uuid::nil()));
        let counts = serde_json::json!({
            "added": import.added, "renamed": import.renamed, "moved": import.moved, "relevelled": import.relevelled,
            "dated": import.dated,
        });
        audit::record(transaction, audit::Change::new("import-places", actor).to(&counts)?).await?;
    }
    Ok(import)
}

fn misplaced_issue(misplaced: &store::Misplaced) -> Issue {
    let store::Misplaced { pcode, level, parent, .. } = misplaced;
    let issue = match misplaced.parent_level {
        None => {
            let reason = format!("{pcode} lies in {parent:?}, which is neither in this file nor known");
            Issue::error("places-parent-unknown", reason, "add the parent to the file, above its parts")
        }
        Some(above) => {
            let reason = format!("{pcode} of level {level} would lie in {parent} of level {above}");
            Issue::error(
                "places-parent-level",
                reason,
                "a place lies in one of a lower level number: correct one of the two",
            )
        }
    };
    match u32::try_from(misplaced.line) {
        Ok(row @ 1..) => issue.on_row(row),
        _ => issue,
    }
}

/// Reads a list of countries in: codes and names.
///
/// # Errors
/// When the viewer may not, or the file cannot be read as a table at all.
pub async fn import_countries(call: &Call, input: ImportCountriesInput) -> Result<PlacesImport> {
    call.viewer.require(Action::ManageReference, &Scope::installation(), "fileId")?;
    let _under_way = call.begin_work(&input);
    let (_, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let mut issues = Issues::default();
    let rows = import::countries(files::first_sheet(&workbook, "fileId")?, &mut issues);
    if issues.has_errors() {
        return Ok(PlacesImport { issues, ..PlacesImport::default() });
    }
    let total = i64::try_from(rows.iso3.len()).map_err(Error::internal)?;
    call.write("importCountries", input, move |transaction, _| {
        async move {
            let changed = store::upsert_countries(transaction.conn(), rows.iso3, rows.iso2, rows.names).await?;
            let changed = i64::try_from(changed).map_err(Error::internal)?;
            Ok(PlacesImport {
                applied: true,
                added: changed,
                unchanged: total - changed,
                issues,
                ..PlacesImport::default()
            })
        }
        .boxed()
    })
    .await
}

/// Sets the simplified outlines of a country's areas by P-code and says how many changed.
///
/// # Errors
/// When the viewer may not.
pub async fn import_outlines(
    transaction: &mut Transaction,
    country: &str,
    outlines: Vec<(String, Value)>,
) -> Result<usize> {
    transaction.viewer().require(Action::ManageReference, &Scope::installation(), "country")?;
    let (pcodes, shapes) = outlines.into_iter().unzip();
    store::set_outlines(transaction.conn(), country, pcodes, shapes).await
}

/// Enters a site of an operation.
pub(super) async fn create_site(transaction: &mut Transaction, input: CreateSiteInput) -> Result<Site> {
    let operation_id = OperationId::parse(&input.operation_id, "operationId")?;
    transaction.viewer().require(Action::ManageCluster, &Scope::operation(operation_id), "operationId")?;
    let site = Site {
        id: transaction.new_id(),
        operation_id,
        area_id: AdminAreaId::parse(&input.area_id, "areaId")?,
        kind: input.kind,
        names: LocalizedText::new(input.language, input.name.trim()),
        code: input.code.trim().to_owned(),
        latitude: input.latitude,
        longitude: input.longitude,
        location_precision: input.location_precision.unwrap_or(LocationPrecision::Area),
        version: 1,
    };
    check_site(transaction, &site, &input.name).await?;
    if !store::insert_site(transaction.conn(), &site).await? {
        return Err(store::code_taken());
    }
    audit::record(transaction, audit::Change::new("create", site.id).in_operation(operation_id).to(&site)?).await?;
    Ok(site)
}

/// Mends a site.
pub(super) async fn update_site(transaction: &mut Transaction, input: UpdateSiteInput) -> Result<Site> {
    let id = SiteId::parse(&input.site_id, "siteId")?;
    let before = store::lock_site(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("siteId"))?;
    transaction.viewer().require(Action::ManageCluster, &before.scope(), "siteId")?;
    transaction.check_version(before.version, input.base_version)?;
    let after = Site {
        area_id: AdminAreaId::parse(&input.area_id, "areaId")?,
        kind: input.kind,
        names: before.names.clone().with(input.language, input.name.trim()),
        code: input.code.trim().to_owned(),
        latitude: input.latitude,
        longitude: input.longitude,
        location_precision: input.location_precision.unwrap_or(LocationPrecision::Area),
        version: before.version + 1,
        ..before.clone()
    };
    check_site(transaction, &after, &input.name).await?;
    store::update_site(transaction.conn(), &after).await?;
    let change = audit::Change::new("update", id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Refuses a site that lies elsewhere than its operation or nowhere, or that has no code or name.
async fn check_site(transaction: &Transaction, site: &Site, name: &str) -> Result<()> {
    let area = store::area(transaction.conn(), site.area_id).await?.ok_or_else(|| Error::not_found("areaId"))?;
    let country = store::country_of(transaction.conn(), site.operation_id).await?;
    if country.is_some_and(|country| country != area.country_iso3) {
        let message = "this area lies in another country than the operation; choose one of the operation's country";
        return Err(Error::invalid("areaId", "site-area-elsewhere", message));
    }
    let within = |value: Option<Decimal>, limit: i64| value.is_none_or(|value| value.abs() <= limit.into());
    let has_both = site.latitude.is_some() == site.longitude.is_some();
    if !has_both || !within(site.latitude, 90) || !within(site.longitude, 180) {
        let message = "give both latitude, -90 to 90 degrees, and longitude, -180 to 180, or neither";
        return Err(Error::invalid("latitude", "site-position", message));
    }
    if !(1..=60).contains(&site.code.chars().count()) || name.trim().is_empty() {
        return Err(Error::invalid("code", "site-code", "give the site a name and a code of 1 to 60 characters"));
    }
    Ok(())
}

/// Retires an area: what was reported there stays, its sites lie in its successor from now on, and nobody can report there for later days.
pub(super) async fn retire_area(transaction: &mut Transaction, input: RetireAdminAreaInput) -> Result<AdminArea> {
    transaction.viewer().require(Action::ManageReference, &Scope::installation(), "areaId")?;
    let id = AdminAreaId::parse(&input.area_id, "areaId")?;
    let before = store::lock_area(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("areaId"))?;
    if before.valid_to.is_some() || before.level == 0 {
        let message = "only an area below its country that is still valid can be retired";
        return Err(Error::conflict("area-not-valid", message).at("areaId"));
    }
    if before.valid_from.is_some_and(|from| input.valid_to <= from) {
        return Err(Error::invalid("validTo", "area-dates", "an area is retired after it became valid"));
    }
    if store::valid_parts(transaction.conn(), id).await? > 0 {
        let message = "areas inside it are still valid: retire them first";
        return Err(Error::conflict("area-has-parts", message).at("areaId"));
    }
    let replaced_by_id = AdminAreaId::parse_optional(input.replaced_by_id.as_ref(), "replacedById")?;
    if let Some(successor) = replaced_by_id {
        let found = store::area(transaction.conn(), successor).await?;
        let fits = |area: &AdminArea| {
            area.id != id
                && area.valid_to.is_none()
                && (area.country_iso3.as_str(), area.level) == (before.country_iso3.as_str(), before.level)
        };
        if !found.is_some_and(|area| fits(&area)) {
            let message = "choose another area of the same country and level that is valid";
            return Err(Error::invalid("replacedById", "area-successor", message));
        }
    }
    let after = AdminArea { valid_to: Some(input.valid_to), replaced_by_id, ..before.clone() };
    store::retire(transaction.conn(), &after).await?;
    audit::record(transaction, audit::Change::new("retire", id).from(&before)?.to(&after)?).await?;
    Ok(after)
}
