//! Who does what where: one record for an organisation, an area of the level, and an activity. What was reported of larger areas stands there.

use super::sql::{
    BASE, LEVELS, ORGANISATION, PUBLISHED, level_columns, levels, name, organisation_columns, reference_columns,
};
use crate::kit::data::Column;

pub(super) fn columns() -> Vec<Column> {
    let own = vec![
        Column::text("sector_code", "#sector+code+v_hpc"),
        Column::text("activity_code", "#activity+code"),
        Column::text("activity_name", "#activity+name"),
    ];
    let counts = vec![
        Column::number("places", "#meta+places"),
        Column::number("rows_ongoing", "#meta+rows+ongoing"),
        Column::number("rows_completed", "#meta+rows+completed"),
    ];
    [organisation_columns(), own, level_columns(), counts, reference_columns()].concat()
}

pub(super) fn sql() -> String {
    format!(
        "with {BASE}, {PUBLISHED},
        at_places as (
            select organisation_id, cluster_id, activity_id, area_id, place_id,
                count(*) filter (where status = 'ONGOING') as ongoing, count(*) filter (where status = 'COMPLETED') as completed
            from said where status in ('ONGOING', 'COMPLETED')
            group by organisation_id, cluster_id, activity_id, area_id, place_id
        ),
        present as (
            select coalesce(o.merged_into_id, o.id) as organisation_id, c.sector_code, p.activity_id,
                coalesce(up.ancestor_id, p.area_id) as area_id,
                count(distinct p.place_id) as places, sum(p.ongoing) as ongoing, sum(p.completed) as completed
            from at_places p
            join organisations o on o.id = p.organisation_id
            join clusters c on c.id = p.cluster_id
            left join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = $3
            group by 1, 2, 3, 4
        )
        select p.area_id, array[{ORGANISATION}, p.sector_code, y.ref_code, {activity}, {LEVELS},
            p.places::text, p.ongoing::text, p.completed::text, days.first::text, days.last::text] as cells
        from present p
        cross join plan
        cross join days
        join organisations o on o.id = p.organisation_id
        left join published y on y.id = p.activity_id
        {levels}
        order by at.code1, at.code2, at.code3, o.name, o.id, y.ref_code, p.sector_code, p.area_id",
        activity = name("y.names"),
        levels = levels("present", "p.area_id"),
    )
}
