//! Where plans hold.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Conn},
    places::AdminAreaId,
    plans::model::Plan,
    schema::{admin_areas, plan_areas},
};

/// Makes a plan's areas what the record says.
pub(in crate::plans) async fn set_areas(mut conn: Conn<'_>, plan: &Plan) -> Result<()> {
    let others = plan_areas::plan_id.eq(plan.id).and(plan_areas::area_id.ne_all(&plan.areas));
    diesel::delete(plan_areas::table.filter(others)).execute(&mut conn).await?;
    let rows: Vec<_> =
        plan.areas.iter().map(|area| (plan_areas::plan_id.eq(plan.id), plan_areas::area_id.eq(*area))).collect();
    diesel::insert_into(plan_areas::table).values(rows).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(())
}

/// How many of these areas there are, in a country or anywhere.
pub(in crate::plans) async fn count_areas(
    mut conn: Conn<'_>,
    country: Option<&str>,
    ids: &BTreeSet<AdminAreaId>,
) -> Result<usize> {
    let mut query = admin_areas::table.filter(admin_areas::id.eq_any(ids)).into_boxed();
    if let Some(country) = country {
        query = query.filter(admin_areas::country_iso3.eq(country.to_owned()));
    }
    let found: i64 = query.count().get_result(&mut conn).await?;
    Ok(usize::try_from(found).unwrap_or_default())
}
