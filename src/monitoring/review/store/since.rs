//! What reports say that they did not say when they were accepted.

use diesel::{sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Conn},
    monitoring::{
        model::ReportId,
        review::model::{RowSince, ValueSince},
    },
};

/// What a row `w` says, as text in JSON: a number is the same however many zeros it is written with.
pub(super) const FACTS: &str = "jsonb_build_object(
    'activity_id', w.activity_id, 'indicator_id', w.indicator_id, 'area_id', w.area_id, 'site_id', w.site_id,
    'status', w.status, 'nil', w.nil::text, 'units', trim_scale(w.units)::text, 'amount', trim_scale(w.amount)::text,
    'currency', w.currency, 'remarks', w.remarks)";

/// What a cell `c` says.
pub(super) const FIGURES: &str = "jsonb_build_object(
    'newPeople', trim_scale(c.new_people)::text, 'repeatPeople', trim_scale(c.repeat_people)::text,
    'value', trim_scale(c.value)::text, 'denominator', trim_scale(c.denominator)::text)";

/// What both queries look at: the rows of then and of now, of reports `$1` that were accepted before and opened again since.
fn both() -> String {
    format!(
        "known as (select distinct report_id from accepted_rows where report_id = any($1)),
        old as (select report_id, row_key, facts, cells from accepted_rows where report_id = any($1)),
        now as (
            select w.report_id, w.row_key, {FACTS} as facts, coalesce((
                select jsonb_object_agg(c.category_id, {FIGURES}) from report_cells c where c.row_id = w.id), '{{}}') as cells
            from report_rows w join known using (report_id)
        )"
    )
}

/// The rows that are others.
pub(in crate::monitoring::review) async fn rows(mut conn: Conn<'_>, reports: &[ReportId]) -> Result<Vec<RowSince>> {
    let sql = format!(
        "with {}
        select report_id, row_key,
            case when old.facts is null then 'ADDED' when now.facts is null then 'REMOVED' else 'CHANGED' end as kind,
            a.ref_code as activity, i.ref_code as indicator, coalesce(s.code, area.pcode) as place
        from old full join now using (report_id, row_key)
        join activities a on a.id = (coalesce(now.facts, old.facts) ->> 'activity_id')::uuid
        join indicators i on i.id = (coalesce(now.facts, old.facts) ->> 'indicator_id')::uuid
        join admin_areas area on area.id = (coalesce(now.facts, old.facts) ->> 'area_id')::uuid
        left join sites s on s.id = (coalesce(now.facts, old.facts) ->> 'site_id')::uuid
        where old.facts is distinct from now.facts or old.cells is distinct from now.cells
        order by report_id, row_key",
        both()
    );
    Ok(sql_query(sql).bind::<sql_types::Array<sql_types::Uuid>, _>(reports).load(&mut conn).await?)
}

/// The values that are others, in rows that were there then and are now.
pub(in crate::monitoring::review) async fn values(mut conn: Conn<'_>, reports: &[ReportId]) -> Result<Vec<ValueSince>> {
    let spread = |of: &str| {
        format!(
            "select report_id, row_key, null::uuid as category_id, f.key as name, f.value
            from {of} cross join lateral jsonb_each_text(facts) f
            union all
            select report_id, row_key, c.key::uuid, v.key, v.value
            from {of} cross join lateral jsonb_each(cells) c cross join lateral jsonb_each_text(c.value) v"
        )
    };
    let sql = format!(
        "with {}, before as ({}), after as ({})
        select report_id, row_key, (select k.key from categories k where k.id = nullif(category, '')::uuid) as category, name,
            max(value) filter (where is_old) as before, max(value) filter (where not is_old) as after
        from (
            select report_id, row_key, coalesce(category_id::text, '') as category, name, value, true as is_old from before
            union all
            select report_id, row_key, coalesce(category_id::text, ''), name, value, false from after) told
        join (select report_id, row_key from old intersect select report_id, row_key from now) kept using (report_id, row_key)
        group by report_id, row_key, category, name
        having max(value) filter (where is_old) is distinct from max(value) filter (where not is_old)
        order by report_id, row_key, category, name",
        both(),
        spread("old"),
        spread("now"),
    );
    Ok(sql_query(sql).bind::<sql_types::Array<sql_types::Uuid>, _>(reports).load(&mut conn).await?)
}
