//! Areas with people in need where nobody is active. Of areas whose severity is not known, those with people in need are told, too; areas below
//! phase 3 are not.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    Asked, Filled, areas,
    gaps::{Gap, gaps},
    lines,
    sql::{BASE, level_columns},
};
use crate::{
    kit::{Result, data::Column, db::Conn},
    monitoring::severity::Phases,
};

pub(super) fn columns() -> Vec<Column> {
    let own = vec![
        Column::number("in_need", "#inneed"),
        Column::number("targeted", "#targeted"),
        Column::number("severity", "#severity+num"),
        Column::number("rank", "#meta+rank"),
    ];
    [level_columns(), own].concat()
}

/// The areas of the level where somebody is active.
fn active() -> String {
    format!(
        "with {BASE}, at_areas as (select distinct area_id from said where status in ('ONGOING', 'COMPLETED'))
        select distinct up.ancestor_id as area_id, array[]::text[] as cells
        from at_areas w join admin_area_ancestors up on up.area_id = w.area_id and up.ancestor_level = $3"
    )
}

pub(super) async fn fill(conn: Conn<'_>, asked: &Asked) -> Result<Filled> {
    let active: BTreeSet<Uuid> = lines(conn, &active(), asked).await?.areas.into_iter().flatten().collect();
    let severity = |gap: &Gap| gap.phases.as_ref().and_then(Phases::severity);
    let mut uncovered = gaps(conn, asked).await?;
    uncovered.retain(|gap| {
        gap.reach.in_need.is_some_and(|people| people > Decimal::ZERO)
            && severity(gap).is_none_or(|severity| severity >= 3)
            && !active.contains(&gap.reach.area_id.uuid())
    });
    let names = lines(conn, &areas::sql(), asked).await?;
    Ok(areas::join(
        &uncovered,
        |gap: &Gap| gap.reach.area_id.uuid(),
        &names,
        |gap| {
            let text = |number: Option<Decimal>| number.map(|number| number.normalize().to_string());
            vec![
                text(gap.reach.in_need),
                text(gap.reach.target),
                severity(gap).map(|severity| severity.to_string()),
                gap.rank.map(|rank| rank.to_string()),
            ]
        },
    ))
}
