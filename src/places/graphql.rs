//! Places in the graph.

use std::sync::Arc;

use chrono::NaiveDate;
use futures::FutureExt;
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

use super::{
    AdminArea, AdminAreaId, AncestorsOf, AreaById, Country, ImportCountriesInput, ImportPlacesInput, LocationPrecision,
    PlacesImport, Site, SiteKind, import_countries, import_places,
    model::{CreateSiteInput, RetireAdminAreaInput, UpdateSiteInput},
    service, store,
};
use crate::{
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            issues::ImportIssue,
            lazy::{Later, Lazy},
            page::Page,
        },
        scope::{OperationId, Scope, Scoped},
        text::Language,
    },
};

#[graphql_object(context = Context, description = "A country or territory.")]
impl Country {
    /// ISO 3166-1 alpha-3 code.
    fn iso3(&self) -> &str {
        &self.iso3
    }

    /// ISO 3166-1 alpha-2 code.
    fn iso2(&self) -> Option<&str> {
        self.iso2.as_deref()
    }

    /// Its name in your language, else in English.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }
}

connection!(Country as "CountryConnection", "CountryEdge");

#[graphql_object(context = Context, description = "An administrative area. Level 0 is the country itself.")]
impl AdminArea {
    /// The area's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// ISO 3166-1 alpha-3 code of the country.
    fn country_iso3(&self) -> &str {
        &self.country_iso3
    }

    /// 0 the country, 1 the largest areas, up to 5.
    fn level(&self) -> i32 {
        self.level
    }

    /// The P-code; the ISO code at level 0.
    fn pcode(&self) -> &str {
        &self.pcode
    }

    /// Its name in your language, else in English, else in any.
    #[graphql(name = "name")]
    fn name_in_language(&self, context: &Context) -> &str {
        self.name(context.language)
    }

    /// First day of validity; null when not known.
    fn valid_from(&self) -> Option<NaiveDate> {
        self.valid_from
    }

    /// First day on which it is no longer valid; null while it is.
    fn valid_to(&self) -> Option<NaiveDate> {
        self.valid_to
    }

    /// The area that took its place; null while it is valid, and where none did.
    fn replaced_by(&self) -> Lazy<AreaById> {
        Lazy::new(self.replaced_by_id)
    }

    /// The area that it lies in; null for a country.
    fn parent(&self) -> Lazy<AreaById> {
        Lazy::new(self.parent_id)
    }

    /// The areas above it, the country first.
    fn ancestors<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<AdminArea>>> {
        Later::all(context.loaders.load::<AncestorsOf>(self.id))
    }
}

connection!(AdminArea as "AdminAreaConnection", "AdminAreaEdge");

#[graphql_object(context = Context, description = "A school, learning space, camp or community that work happens at.")]
impl Site {
    /// The site's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// What it is.
    fn kind(&self) -> SiteKind {
        self.kind
    }

    /// Its code: the EMIS code of a school, else a local one.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its name in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// The area that it lies in.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Degrees north; null when not known, and for those who do not keep the operation's sites.
    fn latitude(&self, context: &Context) -> Option<Decimal> {
        self.latitude.filter(|_| keeps(context, self))
    }

    /// Degrees east; null as the latitude is.
    fn longitude(&self, context: &Context) -> Option<Decimal> {
        self.longitude.filter(|_| keeps(context, self))
    }

    /// How exactly files and maps may show its position, as far as the operation lets them.
    fn location_precision(&self) -> LocationPrecision {
        self.location_precision
    }

    /// Counts changes.
    fn version(&self) -> i32 {
        self.version
    }
}

/// Whether the viewer keeps the sites of its operation.
fn keeps(context: &Context, site: &Site) -> bool {
    context.viewer.may(Action::ManageCluster, &site.scope())
}

connection!(Site as "SiteConnection", "SiteEdge");

#[graphql_object(context = Context, description = "What reading places in did.")]
impl PlacesImport {
    /// False: there are errors, and nothing was written.
    fn applied(&self) -> bool {
        self.applied
    }

    /// Places that were new.
    fn added(&self) -> i32 {
        saturated(self.added)
    }

    /// Places with another name than before.
    fn renamed(&self) -> i32 {
        saturated(self.renamed)
    }

    /// Places with another parent than before.
    fn moved(&self) -> i32 {
        saturated(self.moved)
    }

    /// Places at another level than before.
    fn relevelled(&self) -> i32 {
        saturated(self.relevelled)
    }

    /// Places with another first day of validity than before.
    fn dated(&self) -> i32 {
        saturated(self.dated)
    }

    /// Places that were known just so.
    fn unchanged(&self) -> i32 {
        saturated(self.unchanged)
    }

    /// What is wrong with the file, all of it.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }
}

fn saturated(count: i64) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The places' root fields.
#[derive(Default)]
pub struct PlaceQueries;

#[graphql_object(context = Context)]
impl PlaceQueries {
    /// Countries and territories by code.
    async fn countries(
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Country>> {
        let page = Page::new("countries by code", first, after.as_deref())?;
        let rows = store::countries(context.db.conn().await?, &page).await?;
        Connection::from_rows(&page, rows, |country| (country.iso3.clone(),))
    }

    /// Administrative areas of a country by P-code: all, of one level, or the parts of one area.
    async fn admin_areas(
        context: &Context,
        #[graphql(description = "ISO 3166-1 alpha-3 code of the country.")] country_iso3: String,
        #[graphql(description = "Only areas of this level, 0 to 5.")] level: Option<i32>,
        #[graphql(description = "Only the direct parts of this area.")] parent_id: Option<ID>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<AdminArea>> {
        let page = Page::new("admin areas by P-code", first, after.as_deref())?;
        let parent = AdminAreaId::parse_optional(parent_id.as_ref(), "parentId")?;
        let rows = store::areas(context.db.conn().await?, &country_iso3, level, parent, &page).await?;
        Connection::from_rows(&page, rows, |area| (area.pcode.clone(), area.id))
    }

    /// The area of a country that has a P-code today; null when there is none.
    async fn admin_area(
        context: &Context,
        #[graphql(description = "ISO 3166-1 alpha-3 code of the country.")] country_iso3: String,
        #[graphql(description = "The P-code; the ISO code for the country itself.")] pcode: String,
    ) -> Result<Option<AdminArea>> {
        let mut found =
            store::areas_by_pcode(context.db.conn().await?, &country_iso3, std::slice::from_ref(&pcode), None).await?;
        Ok(found.remove(&pcode))
    }

    /// The sites of an operation by code.
    async fn sites(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Site>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        context.viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")?;
        let page = Page::new("sites by code", first, after.as_deref())?;
        let rows = store::sites(context.db.conn().await?, operation, &page).await?;
        Connection::from_rows(&page, rows, |site| (site.code.clone(),))
    }
}

/// The places' mutations.
#[derive(Default)]
pub struct PlaceMutations;

#[graphql_object(context = Context)]
impl PlaceMutations {
    /// Reads P-codes in and tells what changed; the same file again changes nothing.
    async fn import_places(context: &Context, input: ImportPlacesInput) -> Result<PlacesImport> {
        import_places(context, input).await
    }

    /// Reads a list of countries in: codes and names.
    async fn import_countries(context: &Context, input: ImportCountriesInput) -> Result<PlacesImport> {
        import_countries(context, input).await
    }

    /// Retires an area. What was reported there stays, and its sites lie in its successor from then on.
    async fn retire_admin_area(context: &Context, input: RetireAdminAreaInput) -> Result<AdminArea> {
        context
            .write("retireAdminArea", input, |transaction, input| service::retire_area(transaction, input).boxed())
            .await
    }

    /// Enters a site of an operation.
    async fn create_site(context: &Context, input: CreateSiteInput) -> Result<Site> {
        context.write("createSite", input, |transaction, input| service::create_site(transaction, input).boxed()).await
    }

    /// Mends a site of an operation.
    async fn update_site(context: &Context, input: UpdateSiteInput) -> Result<Site> {
        context.write("updateSite", input, |transaction, input| service::update_site(transaction, input).boxed()).await
    }
}
