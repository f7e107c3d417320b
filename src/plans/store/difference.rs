//! What versions froze, and what is reckoned of it.

use std::collections::{BTreeMap, HashMap};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    dimensions::CategoryId,
    kit::{Result, db::Conn},
    places::AdminAreaId,
    plans::{
        model::{IndicatorId, PlanId, PlanVersion, PlanVersionId},
        targeted::{self, TargetedCell},
    },
    schema::{categories, dimensions, indicator_dimensions, indicators, plan_versions},
};

/// The version of a plan that has this number.
pub(in crate::plans) async fn version(mut conn: Conn<'_>, plan: PlanId, number: i32) -> Result<Option<PlanVersion>> {
    let query = plan_versions::table.filter(plan_versions::plan_id.eq(plan).and(plan_versions::number.eq(number)));
    Ok(query.select(PlanVersion::as_select()).first(&mut conn).await.optional()?)
}

/// What a version froze.
pub(in crate::plans) async fn snapshot(mut conn: Conn<'_>, version: PlanVersionId) -> Result<Value> {
    Ok(plan_versions::table.find(version).select(plan_versions::snapshot).first(&mut conn).await?)
}

/// Codes of the dimensions that a plan's indicators are told apart by.
pub(in crate::plans) async fn dimensions(
    mut conn: Conn<'_>,
    plan: PlanId,
) -> Result<BTreeMap<IndicatorId, Vec<String>>> {
    let found: Vec<(IndicatorId, String)> = indicator_dimensions::table
        .inner_join(dimensions::table)
        .inner_join(indicators::table)
        .filter(indicators::plan_id.eq(plan))
        .select((indicator_dimensions::indicator_id, dimensions::code))
        .order(dimensions::code)
        .load(&mut conn)
        .await?;
    let mut of: BTreeMap<IndicatorId, Vec<String>> = BTreeMap::new();
    for (indicator, code) in found {
        of.entry(indicator).or_default().push(code);
    }
    Ok(of)
}

#[derive(QueryableByName)]
struct Above {
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Uuid)]
    ancestor_id: AdminAreaId,
}

/// How many learners these targets are for, everyone once; none without any.
pub(in crate::plans) async fn people_targeted(
    mut conn: Conn<'_>,
    targets: &BTreeMap<(AdminAreaId, CategoryId), Decimal>,
) -> Result<Option<Decimal>> {
    let ids: Vec<CategoryId> = targets.keys().map(|(_, category)| *category).collect();
    let learners = categories::table
        .filter(categories::id.eq_any(ids).and(categories::kind.ne("OF_WHICH")).and(categories::counts.eq("LEARNERS")))
        .select((categories::id, categories::key));
    let keys: HashMap<CategoryId, String> =
        learners.load::<(CategoryId, String)>(&mut conn).await?.into_iter().collect();
    let cell = |((area, category), people): (&(AdminAreaId, CategoryId), &Decimal)| {
        Some(TargetedCell { area: *area, category: keys.get(category)?.clone(), people: *people })
    };
    let cells: Vec<TargetedCell> = targets.iter().filter_map(cell).collect();
    let above = nearest_above(conn, &cells.iter().map(|cell| cell.area).collect::<Vec<_>>()).await?;
    Ok(targeted::people_targeted(&cells, &above))
}

/// Of each of these areas, the nearest of the others above it.
pub(in crate::plans) async fn nearest_above(
    mut conn: Conn<'_>,
    areas: &[AdminAreaId],
) -> Result<HashMap<AdminAreaId, AdminAreaId>> {
    let found: Vec<Above> = sql_query(
        "select distinct on (a.area_id) a.area_id, a.ancestor_id from admin_area_ancestors a \
         where a.area_id = any($1) and a.ancestor_id = any($1) and a.ancestor_id <> a.area_id \
         order by a.area_id, a.ancestor_level desc",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(areas)
    .load(&mut conn)
    .await?;
    Ok(found.into_iter().map(|row| (row.area_id, row.ancestor_id)).collect())
}
