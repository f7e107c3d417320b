//! The tables of places.

pub(super) mod batches;

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::{
    pg::Pg,
    prelude::*,
    sql_query,
    sql_types::{self, Bool, Nullable},
};
use diesel_async::RunQueryDsl;
use serde_json::Value;

use super::model::{AdminArea, AdminAreaId, Country, Site, SiteId};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, explain_constraint},
        graphql::page::Page,
        scope::OperationId,
        text::LocalizedText,
    },
    schema::{admin_area_ancestors, admin_areas, countries, operations, sites},
};

/// The area of an id.
///
/// # Errors
/// When the database cannot be reached.
pub async fn area(mut conn: Conn<'_>, id: AdminAreaId) -> Result<Option<AdminArea>> {
    Ok(admin_areas::table.find(id).select(AdminArea::as_select()).first(&mut conn).await.optional()?)
}

/// The areas of these ids, as far as there are any.
///
/// # Errors
/// When the database cannot be reached.
pub async fn areas_by_id(mut conn: Conn<'_>, ids: &[AdminAreaId]) -> Result<Vec<AdminArea>> {
    let query = admin_areas::table.filter(admin_areas::id.eq_any(ids)).order(admin_areas::pcode);
    Ok(query.select(AdminArea::as_select()).load(&mut conn).await?)
}

/// That an area is valid: on a day, or without one today.
fn valid(on: Option<NaiveDate>) -> Box<dyn BoxableExpression<admin_areas::table, Pg, SqlType = Nullable<Bool>>> {
    match on {
        Some(day) => Box::new(admin_areas::valid_to.is_null().or(admin_areas::valid_to.gt(day))),
        None => Box::new(admin_areas::valid_to.is_null().nullable()),
    }
}

/// The areas of a country that have these P-codes on a day, or without one today. The country itself has its ISO code.
///
/// # Errors
/// When the database cannot be reached.
pub async fn areas_by_pcode(
    mut conn: Conn<'_>,
    country_iso3: &str,
    pcodes: &[String],
    on: Option<NaiveDate>,
) -> Result<HashMap<String, AdminArea>> {
    let found: Vec<AdminArea> = admin_areas::table
        .filter(admin_areas::country_iso3.eq(country_iso3))
        .filter(valid(on))
        .filter(admin_areas::pcode.eq_any(pcodes))
        .select(AdminArea::as_select())
        .order(admin_areas::valid_to.desc().nulls_first())
        .load(&mut conn)
        .await?;
    // Of several with the code, that which ended first stands: it was there on the day.
    Ok(found.into_iter().map(|area| (area.pcode.clone(), area)).collect())
}

/// The areas of a country at one level that are valid today, by P-code.
///
/// # Errors
/// When the database cannot be reached.
pub async fn areas_at_level(mut conn: Conn<'_>, country_iso3: &str, level: i32) -> Result<Vec<AdminArea>> {
    Ok(admin_areas::table
        .filter(
            admin_areas::country_iso3
                .eq(country_iso3)
                .and(admin_areas::level.eq(level))
                .and(admin_areas::valid_to.is_null()),
        )
        .order(admin_areas::pcode)
        .select(AdminArea::as_select())
        .load(&mut conn)
        .await?)
}

/// An area by its code and name, without what maps need.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct AreaName {
    /// The area's id.
    pub id: AdminAreaId,
    /// 0 the country, 1 the largest areas, up to 5.
    pub level: i32,
    /// The P-code.
    pub pcode: String,
    /// The area that it lies in.
    pub parent_id: Option<AdminAreaId>,
    /// Language > name.
    pub names: LocalizedText,
}

/// The areas of a country from level 1 to `deepest` that are valid on a day, or without one today, by level and P-code.
///
/// # Errors
/// When the database cannot be reached.
pub async fn area_names(
    mut conn: Conn<'_>,
    country_iso3: &str,
    deepest: i32,
    on: Option<NaiveDate>,
) -> Result<Vec<AreaName>> {
    Ok(admin_areas::table
        .filter(admin_areas::country_iso3.eq(country_iso3))
        .filter(valid(on))
        .filter(admin_areas::level.between(1, deepest))
        .order((admin_areas::level, admin_areas::pcode, admin_areas::valid_to.desc().nulls_first()))
        .select((admin_areas::id, admin_areas::level, admin_areas::pcode, admin_areas::parent_id, admin_areas::names))
        .load(&mut conn)
        .await?)
}

/// The names of a country.
///
/// # Errors
/// When the database cannot be reached.
pub async fn country_names(mut conn: Conn<'_>, iso3: &str) -> Result<Option<LocalizedText>> {
    Ok(countries::table.find(iso3).select(countries::names).first(&mut conn).await.optional()?)
}

pub(super) async fn countries(mut conn: Conn<'_>, page: &Page) -> Result<Vec<Country>> {
    let mut query = countries::table.select(Country::as_select()).into_boxed();
    if let Some((iso3,)) = page.after_key::<(String,)>()? {
        query = query.filter(countries::iso3.gt(iso3));
    }
    Ok(query.order(countries::iso3).limit(page.limit()).load(&mut conn).await?)
}

/// Areas of a country, of one level or below one area, by P-code.
pub(super) async fn areas(
    mut conn: Conn<'_>,
    country_iso3: &str,
    level: Option<i32>,
    parent: Option<AdminAreaId>,
    page: &Page,
) -> Result<Vec<AdminArea>> {
    let mut query = admin_areas::table
        .filter(admin_areas::country_iso3.eq(country_iso3).and(admin_areas::valid_to.is_null()))
        .select(AdminArea::as_select())
        .into_boxed();
    if let Some(level) = level {
        query = query.filter(admin_areas::level.eq(level));
    }
    if let Some(parent) = parent {
        query = query.filter(admin_areas::parent_id.eq(parent));
    }
    if let Some((pcode, id)) = page.after_key::<(String, AdminAreaId)>()? {
        query = query
            .filter(admin_areas::pcode.gt(pcode.clone()).or(admin_areas::pcode.eq(pcode).and(admin_areas::id.gt(id))));
    }
    Ok(query.order((admin_areas::pcode, admin_areas::id)).limit(page.limit()).load(&mut conn).await?)
}

/// The site of an id.
///
/// # Errors
/// When the database cannot be reached.
pub async fn site(mut conn: Conn<'_>, id: SiteId) -> Result<Option<Site>> {
    Ok(sites::table.find(id).select(Site::as_select()).first(&mut conn).await.optional()?)
}

/// The sites of an operation that have these codes.
///
/// # Errors
/// When the database cannot be reached.
pub async fn sites_by_code(
    mut conn: Conn<'_>,
    operation: OperationId,
    codes: &[String],
) -> Result<HashMap<String, Site>> {
    let found: Vec<Site> = sites::table
        .filter(sites::operation_id.eq(operation).and(sites::code.eq_any(codes)))
        .select(Site::as_select())
        .load(&mut conn)
        .await?;
    Ok(found.into_iter().map(|site| (site.code.clone(), site)).collect())
}

/// The sites of an operation by code: code, names, and the areas that each lies in.
///
/// # Errors
/// When the database cannot be reached.
pub async fn site_names(
    mut conn: Conn<'_>,
    operation: OperationId,
) -> Result<Vec<(String, LocalizedText, Vec<AdminAreaId>)>> {
    let rows: Vec<(String, LocalizedText, AdminAreaId)> = sites::table
        .inner_join(admin_area_ancestors::table.on(admin_area_ancestors::area_id.eq(sites::area_id)))
        .filter(sites::operation_id.eq(operation))
        .order((sites::code, admin_area_ancestors::ancestor_level))
        .select((sites::code, sites::names, admin_area_ancestors::ancestor_id))
        .load(&mut conn)
        .await?;
    let mut found: Vec<(String, LocalizedText, Vec<AdminAreaId>)> = Vec::new();
    for (code, names, area) in rows {
        match found.last_mut().filter(|(known, ..)| *known == code) {
            Some((.., areas)) => areas.push(area),
            None => found.push((code, names, vec![area])),
        }
    }
    Ok(found)
}

pub(super) async fn sites(mut conn: Conn<'_>, operation: OperationId, page: &Page) -> Result<Vec<Site>> {
    let mut query = sites::table.filter(sites::operation_id.eq(operation)).select(Site::as_select()).into_boxed();
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(sites::code.gt(code));
    }
    Ok(query.order(sites::code).limit(page.limit()).load(&mut conn).await?)
}

/// The country of an operation; none where it is of a region.
pub(super) async fn country_of(mut conn: Conn<'_>, operation: OperationId) -> Result<Option<String>> {
    let country = operations::table.find(operation).select(operations::country_iso3);
    Ok(country.first::<Option<String>>(&mut conn).await.optional()?.flatten())
}

pub(super) async fn insert_site(mut conn: Conn<'_>, site: &Site) -> Result<bool> {
    let inserted = diesel::insert_into(sites::table)
        .values(site)
        .on_conflict((sites::operation_id, sites::code))
        .do_nothing()
        .execute(&mut conn)
        .await?;
    Ok(inserted == 1)
}

/// The site, held until the transaction ends.
pub(super) async fn lock_site(mut conn: Conn<'_>, id: SiteId) -> Result<Option<Site>> {
    Ok(sites::table.find(id).select(Site::as_select()).for_update().first(&mut conn).await.optional()?)
}

pub(super) async fn update_site(mut conn: Conn<'_>, site: &Site) -> Result<()> {
    let updated = diesel::update(sites::table.find(site.id)).set(site).execute(&mut conn).await;
    explain_constraint(updated, |constraint| (constraint == "sites_operation_id_code_key").then(code_taken))?;
    Ok(())
}

/// What is said where another site has the code.
pub(super) fn code_taken() -> Error {
    Error::invalid("code", "site-code-taken", "this operation has a site with this code already")
}

/// The areas directly inside an area that are still valid: how many.
pub(super) async fn valid_parts(mut conn: Conn<'_>, id: AdminAreaId) -> Result<i64> {
    let parts = admin_areas::table.filter(admin_areas::parent_id.eq(id).and(admin_areas::valid_to.is_null()));
    Ok(parts.count().get_result(&mut conn).await?)
}

/// The area, held until the transaction ends.
pub(super) async fn lock_area(mut conn: Conn<'_>, id: AdminAreaId) -> Result<Option<AdminArea>> {
    Ok(admin_areas::table.find(id).select(AdminArea::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// Ends an area's validity and lets its sites lie in the one that took its place.
pub(super) async fn retire(mut conn: Conn<'_>, area: &AdminArea) -> Result<()> {
    let ended = (admin_areas::valid_to.eq(area.valid_to), admin_areas::replaced_by_id.eq(area.replaced_by_id));
    diesel::update(admin_areas::table.find(area.id)).set(ended).execute(&mut conn).await?;
    if let Some(successor) = area.replaced_by_id {
        let here = sites::table.filter(sites::area_id.eq(area.id));
        diesel::update(here).set(sites::area_id.eq(successor)).execute(&mut conn).await?;
    }
    Ok(())
}

/// Rows of a gazetteer as columns, for one statement over all of them.
#[derive(Default)]
pub(super) struct GazetteerColumns {
    /// The row as the sender counts; 0 for the country itself, which has none.
    pub(super) lines: Vec<i32>,
    pub(super) ids: Vec<uuid::Uuid>,
    pub(super) countries: Vec<String>,
    pub(super) levels: Vec<i32>,
    pub(super) pcodes: Vec<String>,
    pub(super) names: Vec<Value>,
    pub(super) parents: Vec<Option<String>>,
    pub(super) valid_from: Vec<Option<chrono::NaiveDate>>,
}

/// What an import did to the areas.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub(super) struct Changes {
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) added: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) renamed: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) moved: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) relevelled: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) dated: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) unchanged: i64,
}

/// Puts the rows into a table of this transaction, to be compared with what is known.
pub(super) async fn stage(mut conn: Conn<'_>, rows: GazetteerColumns) -> Result<()> {
    sql_query(
        "create temporary table incoming_areas (line integer, id uuid, country text, level integer, pcode text, names jsonb, parent text, \
         valid_from date) on commit drop",
    )
    .execute(&mut conn)
    .await?;
    sql_query(
        "insert into incoming_areas select * from unnest($1::integer[], $2::uuid[], $3::text[], $4::integer[], $5::text[], \
         $6::jsonb[], $7::text[], $8::date[])",
    )
    .bind::<sql_types::Array<sql_types::Integer>, _>(rows.lines)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(rows.ids)
    .bind::<sql_types::Array<sql_types::Text>, _>(rows.countries)
    .bind::<sql_types::Array<sql_types::Integer>, _>(rows.levels)
    .bind::<sql_types::Array<sql_types::Text>, _>(rows.pcodes)
    .bind::<sql_types::Array<sql_types::Jsonb>, _>(rows.names)
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Text>>, _>(rows.parents)
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Date>>, _>(rows.valid_from)
    .execute(&mut conn)
    .await?;
    sql_query("analyze incoming_areas").execute(&mut conn).await?;
    Ok(())
}

/// An area that would not lie in a larger one.
#[derive(QueryableByName)]
pub(super) struct Misplaced {
    /// The row that says so: the area's own, or the one that changes its parent.
    #[diesel(sql_type = sql_types::Integer)]
    pub(super) line: i32,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) pcode: String,
    #[diesel(sql_type = sql_types::Integer)]
    pub(super) level: i32,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) parent: String,
    /// None when nobody knows the parent.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Integer>)]
    pub(super) parent_level: Option<i32>,
}

/// The areas whose parent would be unknown or not of a higher level, once the staged rows are taken over. Areas that are not staged are looked at,
/// too: their parent may be. Levels that always rise towards the country leave no way in a circle.
pub(super) async fn misplaced(mut conn: Conn<'_>) -> Result<Vec<Misplaced>> {
    Ok(sql_query(
        "with known as ( \
             select k.country_iso3 as country, k.pcode, k.level, p.pcode as parent from admin_areas k \
             left join admin_areas p on p.id = k.parent_id \
             where k.valid_to is null and k.country_iso3 in (select country from incoming_areas)), \
         after as ( \
             select line, country, pcode, level, parent from incoming_areas \
             union all \
             select null, country, pcode, level, parent from known k \
             where not exists (select from incoming_areas i where i.country = k.country and i.pcode = k.pcode)) \
         select coalesce(a.line, p.line) as line, a.pcode, a.level, coalesce(a.parent, '') as parent, p.level as parent_level \
         from after a left join after p on p.country = a.country and p.pcode = a.parent \
         where a.level > 0 and (p.pcode is null or p.level >= a.level) and (a.line is not null or p.line is not null) \
         order by line, a.pcode",
    )
    .load(&mut conn)
    .await?)
}

/// Takes the staged rows over and says what changed. Countries that are not known yet are made, named by their code.
pub(super) async fn take_over(mut conn: Conn<'_>) -> Result<Changes> {
    sql_query(
        "insert into countries (iso3, names) select distinct country, jsonb_build_object('en', country) from incoming_areas \
         on conflict do nothing",
    )
    .execute(&mut conn)
    .await?;
    let changes = sql_query(
        "select count(*) filter (where k.id is null) as added, \
             count(*) filter (where not k.names @> i.names) as renamed, \
             count(*) filter (where k.level > 0 and p.pcode is distinct from i.parent) as moved, \
             count(*) filter (where k.level <> i.level) as relevelled, \
             count(*) filter (where i.valid_from is distinct from k.valid_from and k.id is not null and i.valid_from is not null) as dated, \
             count(*) filter (where k.id is not null and k.names @> i.names and k.level = i.level and (k.level = 0 or p.pcode is not distinct from i.parent) \
                 and (i.valid_from is null or i.valid_from is not distinct from k.valid_from)) as unchanged \
         from incoming_areas i \
         left join admin_areas k on k.country_iso3 = i.country and k.pcode = i.pcode and k.valid_to is null \
         left join admin_areas p on p.id = k.parent_id",
    )
    .get_result(&mut conn)
    .await?;
    for level in 0..=5 {
        sql_query(
            "insert into admin_areas (id, country_iso3, level, pcode, parent_id, names, valid_from) \
             select i.id, i.country, i.level, i.pcode, p.id, i.names, i.valid_from from incoming_areas i \
             left join admin_areas p on p.country_iso3 = i.country and p.pcode = i.parent and p.valid_to is null and i.level > 0 \
             where i.level = $1 \
             on conflict (country_iso3, pcode) where valid_to is null do update set \
                 level = excluded.level, names = admin_areas.names || excluded.names, parent_id = excluded.parent_id, \
                 valid_from = coalesce(excluded.valid_from, admin_areas.valid_from) \
             where not admin_areas.names @> excluded.names \
                 or admin_areas.level <> excluded.level or admin_areas.parent_id is distinct from excluded.parent_id \
                 or (excluded.valid_from is not null and admin_areas.valid_from is distinct from excluded.valid_from)",
        )
        .bind::<sql_types::Integer, _>(level)
        .execute(&mut conn)
        .await?;
    }
    Ok(changes)
}

/// Finds the areas above each area anew, for the staged countries.
pub(super) async fn rebuild_ancestors(mut conn: Conn<'_>) -> Result<()> {
    sql_query(
        "delete from admin_area_ancestors using admin_areas a \
         where a.id = area_id and a.country_iso3 in (select country from incoming_areas)",
    )
    .execute(&mut conn)
    .await?;
    sql_query(
        "insert into admin_area_ancestors (area_id, ancestor_id, ancestor_level) \
         with recursive above as ( \
             select id as area_id, id as ancestor_id, level, parent_id from admin_areas \
             where country_iso3 in (select country from incoming_areas) \
             union \
             select above.area_id, p.id, p.level, p.parent_id from above join admin_areas p on p.id = above.parent_id) \
         select area_id, ancestor_id, level from above",
    )
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Sets names and codes of countries; the level-0 areas take the names over.
pub(super) async fn upsert_countries(
    mut conn: Conn<'_>,
    iso3: Vec<String>,
    iso2: Vec<Option<String>>,
    names: Vec<Value>,
) -> Result<usize> {
    let changed = sql_query(
        "insert into countries (iso3, iso2, names) select * from unnest($1::text[], $2::text[], $3::jsonb[]) \
         on conflict (iso3) do update set iso2 = excluded.iso2, names = excluded.names \
         where (countries.iso2, countries.names) is distinct from (excluded.iso2, excluded.names)",
    )
    .bind::<sql_types::Array<sql_types::Text>, _>(iso3)
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Text>>, _>(iso2)
    .bind::<sql_types::Array<sql_types::Jsonb>, _>(names)
    .execute(&mut conn)
    .await?;
    sql_query(
        "update admin_areas set names = countries.names from countries \
         where level = 0 and countries.iso3 = country_iso3 and admin_areas.names <> countries.names",
    )
    .execute(&mut conn)
    .await?;
    Ok(changed)
}

/// Sets the outlines of areas by P-code and says how many changed.
pub(super) async fn set_outlines(
    mut conn: Conn<'_>,
    country: &str,
    pcodes: Vec<String>,
    outlines: Vec<Value>,
) -> Result<usize> {
    Ok(sql_query(
        "update admin_areas set geometry = new.outline from unnest($2::text[], $3::jsonb[]) as new (pcode, outline) \
         where country_iso3 = $1 and admin_areas.pcode = new.pcode and valid_to is null and geometry is distinct from new.outline",
    )
    .bind::<sql_types::Text, _>(country)
    .bind::<sql_types::Array<sql_types::Text>, _>(pcodes)
    .bind::<sql_types::Array<sql_types::Jsonb>, _>(outlines)
    .execute(&mut conn)
    .await?)
}
