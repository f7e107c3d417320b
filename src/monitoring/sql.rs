//! The pieces of SQL that figures are read with: set-based, over the kept figures.

use crate::{clusters::MembershipRole, needs::NeedsRoundStatus, plans::ProjectStatus};

/// The population group of a category's key `k.key`, and the other dimensions that it is split by.
pub(super) const GROUP_AND_SPLIT: &str = "substring(k.key from '(?:^|;)population_group=([^;]+)') as population_group,
    ltrim(regexp_replace(regexp_replace(k.key, '(^|;)population_group=[^;]+', ''), '=[^;]+', '', 'g'), ';') as split";

/// The categories of learners that the plans `$1` may count, but for those that cut across: of each its group and split, found once and not once
/// for each place.
fn kinds() -> String {
    format!(
        "kinds as materialized (
            select k.id, k.key, {GROUP_AND_SPLIT}
            from categories k
            where k.kind <> 'OF_WHICH' and k.counts = 'LEARNERS'
                and k.operation_id in (select operation_id from response_plans where id = any($1))
        )"
    )
}

/// The kept figures of plans `$1` in periods `$2`.
pub(super) const KEPT: &str = "select * from reach_cells where plan_id = any($1) and period_id = any($2)";

/// People by place, out of cells like those of `reach_cells`.
pub(super) fn places(source: &str) -> String {
    format!(
        "reach as ({source}),
        -- First by what the rows are told apart by, so that few of them are joined and their keys taken to pieces.
        by_cell as (
            select place_id, area_id, category_id, max(people) as people, sum(services) as services, sum(new_people) as new_people
            from reach group by place_id, area_id, category_id
        ),
        {kinds},
        best as (
            select c.place_id, min(c.area_id::text) as area_id, k.population_group, k.split, max(c.people) as people
            from by_cell c join kinds k on k.id = c.category_id
            group by c.place_id, k.key, k.population_group, k.split
        ),
        by_split as (
            select place_id, min(area_id) as area_id, population_group, split, sum(people) as people
            from best group by place_id, population_group, split
        ),
        by_group as (
            select place_id, min(area_id) as area_id, population_group, max(people) as people
            from by_split group by place_id, population_group
        ),
        places as (
            select place_id, min(area_id)::uuid as area_id, greatest(
                sum(people) filter (where population_group is not null),
                max(people) filter (where population_group is null)) as people
            from by_group group by place_id
        ),
        added as (
            select c.area_id, sum(c.services) as services, sum(c.new_people) as upper_bound
            from by_cell c join kinds k on k.id = c.category_id
            group by c.area_id
        )",
        kinds = kinds(),
    )
}

/// What is wanted, by area, as the plan's published version says it: targets of indicators that count people (the largest of them) and people in
/// need of its needs round, while that is published. A stated total holds; where there is none, the parts are added. It stands behind [`places`].
fn wanted() -> String {
    format!(
        "facts as (
            select 'TARGET' as what, t.area_id, t.category_id, max(t.target) as value
            from published_targets t join published_indicators i on i.plan_id = t.plan_id and i.id = t.indicator_id
            -- Asked of both lists, so that no other plan's version is unfolded.
            where t.plan_id = any($1) and i.plan_id = any($1) and i.counts_people and t.target is not null
            group by t.area_id, t.category_id
            union all
            select 'IN_NEED', f.area_id, f.category_id, f.value
            from published_plans p
            join needs_rounds n on n.id = p.needs_round_id and n.status = '{published}'
            join need_figures f on f.round_id = n.id
            where p.plan_id = any($1) and f.metric = 'IN_NEED' and f.value is not null
        ),
        wanted_by_split as (
            select what, area_id, population_group, split, sum(value) as value
            from facts f join kinds k on k.id = f.category_id
            group by what, area_id, population_group, split
        ),
        wanted_by_group as (
            select what, area_id, population_group,
                coalesce(max(value) filter (where split = ''), max(value)) as value
            from wanted_by_split group by what, area_id, population_group
        ),
        wanted as (
            select what, area_id, coalesce(
                max(value) filter (where population_group is null),
                sum(value) filter (where population_group is not null)) as value
            from wanted_by_group group by what, area_id
        )",
        published = NeedsRoundStatus::Published,
    )
}

/// Who is expected to report: every reporting member of the plan's clusters, in every period of `$2` that it was a member on some day of, and
/// every organisation that leads or implements a project of the plan that was approved and has some day in the period, to the cluster of the
/// project. A merged organisation is told as its survivor.
pub(super) fn expected() -> String {
    let roles: Vec<String> = MembershipRole::REPORTING.iter().map(|role| format!("'{role}'")).collect();
    let carried: Vec<String> = ProjectStatus::COUNTED.iter().map(|status| format!("'{status}'")).collect();
    format!(
        "expected as (
            select distinct owing.cluster_id, c.area_id, coalesce(o.merged_into_id, o.id) as organisation_id, owing.period_id
            from (
                select m.cluster_id, m.organisation_id, p.id as period_id
                from plan_clusters pc
                join memberships m on m.cluster_id = pc.cluster_id and m.role in ({roles})
                join reporting_periods p on m.valid_from < p.ends_on and (m.valid_to is null or m.valid_to > p.starts_on)
                where pc.plan_id = any($1) and p.id = any($2)
                union all
                select j.cluster_id, carrier.organisation_id, p.id
                from projects j
                join reporting_periods p on p.plan_id = j.plan_id and j.starts_on < p.ends_on and j.ends_on > p.starts_on
                cross join lateral (
                    select j.organisation_id
                    union all
                    select i.organisation_id from project_organisations i where i.project_id = j.id) carrier
                where j.plan_id = any($1) and p.id = any($2) and j.status in ({carried})
            ) owing
            join clusters c on c.id = owing.cluster_id
            join organisations o on o.id = owing.organisation_id)",
        roles = roles.join(", "),
        carried = carried.join(", "),
    )
}

/// The figures of plans `$1` as a whole, in periods `$2`. What nobody owed counts towards people, and not among reports that are expected.
pub(super) fn plan_figures() -> String {
    format!(
        "with {}, {}, {},
        sent as (
            select r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, r.period_id, r.status, r.decided_at,
                r.first_submitted_at <= p.due_at as in_time
            from reports r
            join reporting_periods p on p.id = r.period_id
            join organisations o on o.id = r.organisation_id
            where r.plan_id = any($1) and r.period_id = any($2)
        ),
        owed as (select sent.* from sent join expected using (cluster_id, organisation_id, period_id)),
        in_need_by_level as (
            select sum(w.value) as value from wanted w join admin_areas a on a.id = w.area_id
            where w.what = 'IN_NEED' group by a.level
        )
        select (select sum(people) from places) as reached,
            (select sum(services) from added) as services,
            (select sum(upper_bound) from added) as upper_bound,
            (select max(value) from in_need_by_level) as in_need,
            (select count(distinct (cluster_id, organisation_id, period_id)) from owed where status = 'ACCEPTED') as accepted,
            (select count(distinct (cluster_id, organisation_id, period_id)) from owed where in_time) as in_time,
            (select count(*) from expected) as expected,
            (select count(distinct organisation_id) from owed where status = 'ACCEPTED') as organisations_reporting,
            (select count(distinct organisation_id) from expected) as organisations_expected,
            (select max(decided_at) from sent where status = 'ACCEPTED') as as_of,
            (select max(number) from published_plans where plan_id = any($1)) as plan_version",
        places(KEPT),
        wanted(),
        expected(),
    )
}

/// What was reached and wanted in areas, each with the areas below it: lists that [`area_reach`] joins.
const BY_AREA: &str = "reached as (
        select a.ancestor_id as area_id, sum(p.people) as reached
        from places p join admin_area_ancestors a on a.area_id = p.area_id and a.ancestor_level = $3
        group by a.ancestor_id
    ),
    sums as (
        select a.ancestor_id as area_id, sum(s.services) as services, sum(s.upper_bound) as upper_bound
        from added s join admin_area_ancestors a on a.area_id = s.area_id and a.ancestor_level = $3
        group by a.ancestor_id
    ),
    wanted_here as (
        select area_id, max(value) filter (where what = 'TARGET') as target,
            max(value) filter (where what = 'IN_NEED') as in_need
        from (select a.ancestor_id as area_id, w.what, sum(w.value) as value
            from wanted w
            join admin_area_ancestors a on a.area_id = w.area_id and a.ancestor_level = $3
            join admin_areas here on here.id = w.area_id
            group by a.ancestor_id, w.what, here.level) by_level
        group by area_id
    ),
    sent_by as materialized (
        select r.id, r.period_id, r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id
        from reports r join organisations o on o.id = r.organisation_id
        where r.plan_id = any($1) and r.period_id = any($2)
    ),
    -- Apart, because Postgres takes the reports that were expected for one, and would look them up after the places.
    counted as materialized (select s.* from sent_by s join expected using (cluster_id, organisation_id, period_id)),
    reporting as (
        select a.ancestor_id as area_id, count(distinct told.organisation_id) as organisations
        -- Reports are many, organisations in an area few: only these are joined and sorted.
        from (
            select distinct here.area_id, counted.organisation_id
            from counted join reported_places here on here.report_id = counted.id
        ) told
        join admin_area_ancestors a on a.area_id = told.area_id and a.ancestor_level = $3
        group by a.ancestor_id
    ),
    areas as (
        select a.id, a.pcode, a.parent_id from admin_areas a
        where a.level = $3 and (
            a.id in (select area_id from reached) or a.id in (select area_id from wanted_here)
            or a.valid_to is null and a.country_iso3 in (
                select o.country_iso3 from response_plans p join operations o on o.id = p.operation_id where p.id = any($1)))
    )";

/// Who was expected to report on areas, and which of their reports came: lists that [`area_reporting`] joins.
const OWED_BY_AREA: &str = ",
    covered as (
        select areas.id as area_id, c.cluster_id
        from areas join (select distinct area_id, cluster_id from expected) c
            on c.area_id is null or exists (select from admin_area_ancestors a
                where (a.area_id = areas.id and a.ancestor_id = c.area_id)
                    or (a.area_id = c.area_id and a.ancestor_id = areas.id))
    ),
    members as (
        select c.area_id, count(distinct e.organisation_id) as organisations
        from covered c join (select distinct cluster_id, organisation_id from expected) e using (cluster_id)
        group by c.area_id
    ),
    sent as (
        select r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, r.period_id,
            bool_or(r.status = 'ACCEPTED') as accepted, bool_or(r.first_submitted_at <= p.due_at) as in_time
        from reports r
        join reporting_periods p on p.id = r.period_id
        join organisations o on o.id = r.organisation_id
        where r.plan_id = any($1) and r.period_id = any($2)
        group by 1, 2, 3
    ),
    owed as (
        select c.area_id, sum(e.reports)::bigint as reports, sum(e.accepted)::bigint as accepted, sum(e.in_time)::bigint as in_time
        from covered c join (
            select e.cluster_id, count(*) as reports, count(*) filter (where s.accepted) as accepted,
                count(*) filter (where s.in_time) as in_time
            from expected e left join sent s using (cluster_id, organisation_id, period_id)
            group by e.cluster_id) e using (cluster_id)
        group by c.area_id
    )";

/// What was reached and wanted in areas of level `$3`, for plans `$1` in periods `$2`.
pub(super) fn area_reach() -> String {
    of_areas("", "", "")
}

/// The same, with who was expected to report on them and which of their reports came.
pub(super) fn area_reporting() -> String {
    of_areas(
        OWED_BY_AREA,
        ", coalesce(members.organisations, 0) as organisations_expected, coalesce(owed.accepted, 0) as reports_accepted,
            coalesce(owed.in_time, 0) as reports_in_time, coalesce(owed.reports, 0) as reports_expected",
        "left join members on members.area_id = areas.id
        left join owed on owed.area_id = areas.id",
    )
}

fn of_areas(lists: &str, columns: &str, joins: &str) -> String {
    format!(
        "with {}, {}, {}, {BY_AREA}{lists}
        select areas.id as area_id, areas.parent_id, areas.pcode, reached.reached, sums.services, sums.upper_bound,
            wanted_here.target, wanted_here.in_need, coalesce(reporting.organisations, 0) as organisations_reporting{columns}
        from areas
        left join reached on reached.area_id = areas.id
        left join sums on sums.area_id = areas.id
        left join wanted_here on wanted_here.area_id = areas.id
        left join reporting on reporting.area_id = areas.id
        {joins}
        order by areas.pcode, areas.id",
        places(KEPT),
        wanted(),
        expected(),
    )
}
