//! How far a period's reports can be relied on: who reports, how many rows say the same twice, in how many places partners overlap.
//!
//! Rows are duplicates that tell of the same organisation, activity, indicator, place, period and group; the first of them is none.

use super::sql::{BASE, DONE, share};
use crate::{kit::data::Column, monitoring::sql::expected};

pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::number("period", "#meta+period"),
        Column::day("reference_period_start", "#date+start"),
        Column::day("reference_period_end", "#date+end"),
        Column::number("partners_expected", "#meta+partners+expected"),
        Column::number("partners_reporting", "#meta+partners+reporting"),
        Column::number("partners_reporting_share", "#meta+partners+share"),
        Column::number("rows", "#meta+rows"),
        Column::number("duplicate_rows", "#meta+rows+duplicate"),
        Column::number("duplicate_rate", "#meta+rows+duplicate+share"),
        Column::number("places_served", "#meta+places"),
        Column::number("places_overlapping", "#meta+places+overlapping"),
        Column::number("overlap", "#meta+places+overlapping+share"),
    ]
}

pub(super) fn sql() -> String {
    format!(
        "with {BASE}, {DONE}, {expected},
        keyed as (
            select period_id, organisation_id, activity_id, indicator_id, place_id, population_group, count(*) as rows
            from done group by period_id, organisation_id, activity_id, indicator_id, place_id, population_group
        ),
        twice as (select period_id, sum(rows) as rows, sum(rows - 1) as duplicates from keyed group by period_id),
        by_group as (
            select period_id, place_id, count(distinct organisation_id) as organisations
            from keyed group by period_id, activity_id, population_group, place_id
        ),
        served as (
            select period_id, count(distinct place_id) as places, count(distinct place_id) filter (where organisations > 1) as overlapping
            from by_group group by period_id
        ),
        owing as (select period_id, count(distinct organisation_id) as organisations from expected group by period_id),
        reporting as (
            select r.period_id, count(distinct coalesce(o.merged_into_id, o.id)) as organisations
            from reports r
            join organisations o on o.id = r.organisation_id
            join expected e on e.cluster_id = r.cluster_id and e.period_id = r.period_id and e.organisation_id = coalesce(o.merged_into_id, o.id)
            where r.plan_id = any($1) and r.period_id = any($2) and r.status = 'ACCEPTED'
            group by r.period_id
        )
        select null::uuid as area_id, array[p.number::text, p.starts_on::text, (p.ends_on - 1)::text,
            coalesce(w.organisations, 0)::text, coalesce(r.organisations, 0)::text, {reporting_share},
            coalesce(t.rows, 0)::text, coalesce(t.duplicates, 0)::text, {duplicate_rate},
            coalesce(s.places, 0)::text, coalesce(s.overlapping, 0)::text, {overlap}] as cells
        from reporting_periods p
        left join owing w on w.period_id = p.id
        left join reporting r on r.period_id = p.id
        left join twice t on t.period_id = p.id
        left join served s on s.period_id = p.id
        where p.id = any($2)
        order by p.number",
        expected = expected(),
        reporting_share = share("coalesce(r.organisations, 0)", "w.organisations"),
        duplicate_rate = share("t.duplicates", "t.rows"),
        overlap = share("s.overlapping", "s.places"),
    )
}
