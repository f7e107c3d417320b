//! Places where several organisations told of the same activity and population group in the same period: to be looked at, not all are faults.

use super::sql::{BASE, DONE, LEVELS, PUBLISHED, level_columns, levels, name};
use crate::kit::data::Column;

pub(super) fn columns() -> Vec<Column> {
    let place = vec![Column::text("site_code", "#loc+code"), Column::text("site_name", "#loc+name")];
    let what = vec![
        Column::text("activity_code", "#activity+code"),
        Column::text("activity_name", "#activity+name"),
        Column::text("population_group", "#beneficiary+type"),
        Column::number("organisations", "#meta+organisations"),
        Column::text("org_names", "#org+impl+list"),
        Column::day("reference_period_start", "#date+start"),
        Column::day("reference_period_end", "#date+end"),
    ];
    [level_columns(), place, what].concat()
}

pub(super) fn sql() -> String {
    format!(
        "with {BASE}, {DONE}, {PUBLISHED},
        told as (
            select distinct period_id, activity_id, population_group, place_id, area_id, organisation_id from done
        ),
        shared as (
            select t.period_id, t.activity_id, t.population_group, t.place_id, min(t.area_id::text)::uuid as area_id,
                count(distinct t.organisation_id) as organisations, string_agg(distinct o.name, '; ' order by o.name) as names
            from told t join organisations o on o.id = t.organisation_id
            group by t.period_id, t.activity_id, t.population_group, t.place_id
            having count(distinct t.organisation_id) > 1
        )
        select s.area_id, array[{LEVELS}, site.code, {site}, y.ref_code, {activity}, nullif(s.population_group, ''),
            s.organisations::text, s.names, days.starts_on::text, (days.ends_on - 1)::text] as cells
        from shared s
        cross join plan
        join reporting_periods days on days.id = s.period_id
        left join published y on y.id = s.activity_id
        left join sites site on site.id = s.place_id
        {levels}
        order by days.number, at.code1, at.code2, at.code3, site.code, y.ref_code, s.population_group, s.place_id",
        site = name("site.names"),
        activity = name("y.names"),
        levels = levels("shared", "s.area_id"),
    )
}
