//! Who is where, with the columns of the Humanitarian API: one record for an organisation, an area, a sector and a period.

use super::sql::{BASE, levels};
use crate::kit::data::Column;

pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::text("location_code", "#country+code+v_iso3"),
        Column::text("has_hrp", "#meta+has_hrp"),
        Column::text("in_gho", "#meta+in_gho"),
        Column::text("provider_admin1_name", "#adm1+name+provider"),
        Column::text("provider_admin2_name", "#adm2+name+provider"),
        Column::text("admin1_code", "#adm1+code+v_pcode"),
        Column::text("admin1_name", "#adm1+name"),
        Column::text("admin2_code", "#adm2+code+v_pcode"),
        Column::text("admin2_name", "#adm2+name"),
        Column::number("admin_level", "#meta+admin_level"),
        Column::text("org_acronym", "#org+impl+acronym"),
        Column::text("org_name", "#org+impl+name"),
        Column::text("org_type_code", "#org+impl+type+code"),
        Column::text("org_type_description", "#org+impl+type+name"),
        Column::text("sector_code", "#sector+code+v_hpc"),
        Column::text("sector_name", "#sector+name"),
        Column::day("reference_period_start", "#date+start"),
        Column::day("reference_period_end", "#date+end"),
        Column::text("dataset_hdx_id", "#meta+dataset"),
        Column::text("resource_hdx_id", "#meta+resource"),
        Column::text("warning", "#meta+warning"),
        Column::text("error", "#meta+error"),
    ]
}

/// The kinds of organisations as the Humanitarian Data Exchange has them: ours, its code, its words.
const KINDS: &str = "kinds (kind, code, words) as (values
    ('UN', '447', 'United Nations'), ('INGO', '437', 'International NGO'), ('NNGO', '441', 'National NGO'), ('CBO', '441', 'National NGO'),
    ('RCRC', '445', 'Red Cross / Red Crescent'), ('GOVERNMENT', '435', 'Government'), ('ACADEMIC', '431', 'Academic / Research'),
    ('PRIVATE', '444', 'Private sector'), ('DONOR', '433', 'Donor'), ('POOLED_FUND', '433', 'Donor'))";

/// The second level is the deepest that the Humanitarian API knows; an appeal's own overview is no question that we can answer.
pub(super) fn sql() -> String {
    format!(
        "with {BASE}, {KINDS},
        at_areas as (
            select distinct report_id, area_id from said where status in ('ONGOING', 'COMPLETED')
        ),
        present as (
            select distinct coalesce(o.merged_into_id, o.id) as organisation_id, c.sector_code, r.period_id,
                coalesce(up.ancestor_id, p.area_id) as area_id
            from at_areas p
            join reports r on r.id = p.report_id
            join organisations o on o.id = r.organisation_id
            join clusters c on c.id = r.cluster_id
            left join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = least($3, 2)
        )
        select p.area_id, array[plan.country_iso3, case when plan.kind = 'HRP' then 'True' else 'False' end, null, at.name1, at.name2,
            at.code1, at.name1, at.code2, at.name2, least(here.level, 2)::text, coalesce(o.acronym, o.name), o.name, k.code, k.words,
            p.sector_code, case p.sector_code when 'EDU' then 'Education' end,
            days.starts_on::text, (days.ends_on - 1)::text, null, null, null, null] as cells
        from present p
        cross join plan
        join admin_areas here on here.id = p.area_id
        join reporting_periods days on days.id = p.period_id
        join organisations o on o.id = p.organisation_id
        left join kinds k on k.kind = o.kind
        {levels}
        order by days.number, at.code1, at.code2, o.name, o.id, p.sector_code, p.area_id",
        levels = levels("present", "p.area_id"),
    )
}
