-- The answer to gaps.graphql by one statement. The plan's needs tell nothing by severity, so that there are no phases to be ranked by.
with periods as (
    select id from reporting_periods where plan_id = :plan and opens_at <= now() and number between :from and :until
),
kinds as (
    select id, substring(key from '(?:^|;)population_group=([^;]+)') as population_group,
        ltrim(regexp_replace(regexp_replace(key, '(^|;)population_group=[^;]+', ''), '=[^;]+', '', 'g'), ';') as split
    from categories where kind <> 'OF_WHICH' and counts = 'LEARNERS'
),
best as (
    select c.place_id, c.area_id, c.category_id, max(c.people) as people, sum(c.services) as services
    from reach_cells c where c.plan_id = :plan and c.period_id = any (array(select id from periods))
    group by c.place_id, c.area_id, c.category_id
),
by_split as (
    select b.place_id, b.area_id, k.population_group, k.split, sum(b.people) as people, sum(b.services) as services
    from best b join kinds k on k.id = b.category_id group by 1, 2, 3, 4
),
by_group as (
    select place_id, area_id, population_group, max(people) as people, sum(services) as services from by_split group by 1, 2, 3
),
places as (
    select place_id, area_id, greatest(sum(people) filter (where population_group is not null), max(people) filter (where population_group is null)) as people,
        sum(services) as services
    from by_group group by 1, 2
),
reached as (
    select up.ancestor_id as area_id, sum(p.people) as reached, sum(p.services) as services
    from places p join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = 2 group by 1
),
facts as (
    select 'TARGET' as what, t.area_id, t.category_id, max(t.target) as value
    from published_targets t join published_indicators i on i.plan_id = t.plan_id and i.id = t.indicator_id
    where t.plan_id = :plan and i.counts_people group by 2, 3
    union all
    select 'IN_NEED', f.area_id, f.category_id, f.value
    from published_plans p
    join needs_rounds n on n.id = p.needs_round_id and n.status = 'PUBLISHED'
    join need_figures f on f.round_id = n.id and f.metric = 'IN_NEED'
    where p.plan_id = :plan
),
wanted_by_group as (
    select what, area_id, population_group, coalesce(max(value) filter (where split = ''), max(value)) as value
    from (select f.what, f.area_id, k.population_group, k.split, sum(f.value) as value
        from facts f join kinds k on k.id = f.category_id group by 1, 2, 3, 4) by_split
    group by 1, 2, 3
),
wanted as (
    select what, area_id, coalesce(max(value) filter (where population_group is null), sum(value) filter (where population_group is not null)) as value
    from wanted_by_group group by 1, 2
),
wanted_here as (
    select area_id, max(value) filter (where what = 'TARGET') as target, max(value) filter (where what = 'IN_NEED') as in_need
    from (select up.ancestor_id as area_id, w.what, sum(w.value) as value
        from wanted w
        join admin_area_ancestors up on up.area_id = w.area_id and up.ancestor_level = 2
        join admin_areas own on own.id = w.area_id
        group by up.ancestor_id, w.what, own.level) by_level
    group by 1
),
reporting as (
    select up.ancestor_id as area_id, count(distinct coalesce(o.merged_into_id, o.id)) as organisations
    from (select distinct r.organisation_id, w.area_id
        from reported_places w join reports r on r.id = w.report_id
        where w.plan_id = :plan and w.period_id = any (array(select id from periods))) w
    join organisations o on o.id = w.organisation_id
    join admin_area_ancestors up on up.area_id = w.area_id and up.ancestor_level = 2
    group by 1
)
select json_build_object('planTable', json_build_object('rows', json_build_object(
    'totalCount', count(*),
    'edges', json_agg(json_build_object('node', json_build_object('cells', json_build_array(a1.pcode, a1.names ->> 'en', a2.pcode, a2.names ->> 'en',
        null, null, h.in_need, h.target, r.reached, r.services, h.target - r.reached, h.in_need - r.reached, null, null, null, null, null, null,
        coalesce(o.organisations, 0), 'PLACE_CELL_MAX', 1, null))) order by a2.pcode))))
from admin_areas a2
join admin_areas a1 on a1.id = a2.parent_id
left join reached r on r.area_id = a2.id
left join wanted_here h on h.area_id = a2.id
left join reporting o on o.area_id = a2.id
where a2.level = 2 and a2.valid_to is null and a2.country_iso3 in (
    select o.country_iso3 from response_plans p join operations o on o.id = p.operation_id where p.id = :plan);
