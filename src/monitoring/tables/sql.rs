//! What the statements of tables have in common. All are over plans `$1`, periods `$2` and the level `$3`.

use crate::kit::data::Column;

/// The plan with its operation, the days of the periods, and the rows of accepted reports that tell of something, `said` by who reported them.
pub(super) const BASE: &str = "
    asked as (select $1::uuid[] as plans, $2::uuid[] as periods, $3::integer as level),
    plan as (
        select p.kind, o.country_iso3, o.default_language as language
        from response_plans p join operations o on o.id = p.operation_id where p.id = any($1)
    ),
    days as (select min(starts_on) as first, max(ends_on) - 1 as last from reporting_periods where id = any($2)),
    said as (
        select r.id as report_id, r.period_id, r.cluster_id, r.organisation_id, w.activity_id, w.indicator_id, w.area_id,
            coalesce(w.site_id, w.area_id) as place_id, w.population_group, w.status
        from reports r
        join report_rows w on w.report_id = r.id
        where r.plan_id = any($1) and r.period_id = any($2) and r.status = 'ACCEPTED' and not w.nil
    )";

/// The activities as the last published version of the plan tells of them: what is only worked on is not told to all who read
/// tables. A plan that was never published is read by those who work on it, as it stands.
pub(super) const PUBLISHED: &str = "
    published as (
        select (part ->> 'id')::uuid as id, part ->> 'ref_code' as ref_code, part -> 'names' as names
        from published_plans p cross join lateral jsonb_array_elements(p.snapshot -> 'activities') part
        where p.plan_id = any($1)
        union all
        select y.id, y.ref_code, y.names from activities y
        where y.plan_id = any($1) and not exists (select from published_plans p where p.plan_id = any($1))
    )";

/// The same rows by who did it: a merged organisation is told as its survivor. A statement that makes few records of many rows asks for the
/// survivor afterwards, which takes a tenth less time, and groups by columns whose values the planner can number.
pub(super) const DONE: &str = "
    done as (
        select s.period_id, coalesce(o.merged_into_id, o.id) as organisation_id, s.activity_id, s.indicator_id, s.area_id,
            s.place_id, s.population_group
        from said s join organisations o on o.id = s.organisation_id
    )";

/// What people call it that has its names in `names`, in the language of the operation.
pub(super) fn name(names: &str) -> String {
    format!(
        "coalesce(nullif({names} ->> plan.language, ''), nullif({names} ->> 'en', ''), (select min(value) from jsonb_each_text({names})))"
    )
}

/// P-codes and names of the areas of a list and of those above them, down to the third level: joined as `at` by the id of an area. They are looked
/// up once for each area, not for each record.
pub(super) fn levels(list: &str, area: &str) -> String {
    let level = |level: u8| {
        format!(
            "max(a.pcode) filter (where a.level = {level}) as code{level}, max({}) filter (where a.level = {level}) as name{level}",
            name("a.names")
        )
    };
    format!(
        "left join (
            select own.area_id, {}, {}, {}
            from (select distinct area_id from {list}) own
            cross join plan
            join admin_area_ancestors up on up.area_id = own.area_id
            join admin_areas a on a.id = up.ancestor_id
            group by own.area_id
        ) at on at.area_id = {area}",
        level(1),
        level(2),
        level(3),
    )
}

/// The cells of [`levels`].
pub(super) const LEVELS: &str = "at.code1, at.name1, at.code2, at.name2, at.code3, at.name3";

/// Their columns.
pub(super) fn level_columns() -> Vec<Column> {
    let columns = |level: u8| {
        [
            Column::text(format!("admin{level}_code"), format!("#adm{level}+code+v_pcode")),
            Column::text(format!("admin{level}_name"), format!("#adm{level}+name")),
        ]
    };
    [1, 2, 3].into_iter().flat_map(columns).collect()
}

/// What an organisation is called, and which kind it is.
pub(super) const ORGANISATION: &str = "o.name, o.acronym, o.kind";

/// Its columns.
pub(super) fn organisation_columns() -> Vec<Column> {
    vec![
        Column::text("org_name", "#org+impl+name"),
        Column::text("org_acronym", "#org+impl+acronym"),
        Column::text("org_type_code", "#org+impl+type+code"),
    ]
}

/// From when to when a record is.
pub(super) fn reference_columns() -> Vec<Column> {
    vec![Column::day("reference_period_start", "#date+start"), Column::day("reference_period_end", "#date+end")]
}

/// A share with six digits behind the point; none of nothing.
pub(super) fn share(part: &str, whole: &str) -> String {
    format!("trim_scale(round({part}::numeric / nullif({whole}, 0), 6))::text")
}
