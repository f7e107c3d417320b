-- The answer to progress.graphql by one statement. Targets stand on one level of areas and are not split, so that they add up to the plan's.
with periods as (
    select id, number, starts_on, ends_on from reporting_periods where plan_id = :plan and opens_at <= now() and number between :from and :until
),
kinds as (
    select id, substring(key from '(?:^|;)population_group=([^;]+)') as population_group,
        ltrim(regexp_replace(regexp_replace(key, '(^|;)population_group=[^;]+', ''), '=[^;]+', '', 'g'), ';') as split
    from categories where kind <> 'OF_WHICH' and counts = 'LEARNERS'
),
best as (
    select c.place_id, c.area_id, c.category_id, max(c.people) as people, sum(c.services) as services, sum(c.new_people) as new_people
    from reach_cells c where c.plan_id = :plan and c.period_id = any (array(select id from periods))
    group by c.place_id, c.area_id, c.category_id
),
by_split as (
    select b.place_id, b.area_id, k.population_group, k.split, sum(b.people) as people, sum(b.services) as services, sum(b.new_people) as new_people
    from best b join kinds k on k.id = b.category_id group by 1, 2, 3, 4
),
by_group as (
    select place_id, area_id, population_group, max(people) as people, sum(services) as services, sum(new_people) as new_people
    from by_split group by 1, 2, 3
),
places as (
    select place_id, area_id, greatest(sum(people) filter (where population_group is not null), max(people) filter (where population_group is null)) as people,
        sum(services) as services, sum(new_people) as new_people
    from by_group group by 1, 2
),
reached as (select sum(people) as people, sum(services) as services, sum(new_people) as new_people from places),
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
    select w.what, w.area_id, a.level,
        coalesce(max(value) filter (where population_group is null), sum(value) filter (where population_group is not null)) as value
    from wanted_by_group w join admin_areas a on a.id = w.area_id group by 1, 2, 3
),
in_all as (
    select max(value) filter (where what = 'TARGET') as target, max(value) filter (where what = 'IN_NEED') as in_need
    from (select what, sum(value) as value from wanted group by what, level) by_level
),
wanted_here as (
    select area_id, max(value) filter (where what = 'TARGET') as target, max(value) filter (where what = 'IN_NEED') as in_need
    from (select up.ancestor_id as area_id, w.what, sum(w.value) as value
        from wanted w join admin_area_ancestors up on up.area_id = w.area_id and up.ancestor_level = 1
        group by up.ancestor_id, w.what, w.level) by_level
    group by 1
),
reached_here as (
    select up.ancestor_id as area_id, sum(p.people) as people
    from places p join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = 1 group by 1
),
expected as (
    select distinct m.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, q.id as period_id
    from plan_clusters pc
    join memberships m on m.cluster_id = pc.cluster_id and m.role in ('LEAD', 'CO_LEAD', 'PARTNER')
    join organisations o on o.id = m.organisation_id
    join periods q on m.valid_from < q.ends_on and (m.valid_to is null or m.valid_to > q.starts_on)
    where pc.plan_id = :plan
),
accepted as (
    select distinct r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id, r.period_id
    from reports r join organisations o on o.id = r.organisation_id
    where r.plan_id = :plan and r.period_id = any (array(select id from periods)) and r.status = 'ACCEPTED'
),
by_place as (
    select t.indicator_id, t.period_id,
        coalesce(sum(t.value) filter (where k.counts = 'LEARNERS'), sum(t.value) filter (where k.counts <> 'LEARNERS')) as value,
        coalesce(sum(t.denominator) filter (where k.counts = 'LEARNERS'), sum(t.denominator) filter (where k.counts <> 'LEARNERS')) as denominator
    from indicator_totals t join categories k on k.id = t.category_id
    where t.plan_id = :plan and t.period_id = any (array(select id from periods)) and k.kind <> 'OF_WHICH'
    group by t.indicator_id, t.period_id, t.place_id
),
by_period as (
    select i.id, i.kind, i.across_periods, q.number, sum(b.denominator) as denominator,
        case when i.kind = 'RATIO' or i.across_places = 'SUM' then sum(b.value) when i.across_places = 'MAX' then max(b.value) else avg(b.value) end as value
    from by_place b
    join indicators i on i.id = b.indicator_id
    join periods q on q.id = b.period_id
    group by i.id, q.number
),
by_indicator as (
    select id,
        case
            when kind = 'RATIO' then (array_agg(value order by number desc) filter (where value is not null and denominator <> 0))[1]
            when across_periods = 'SUM' then sum(value)
            when across_periods = 'MAX' then max(value)
            when across_periods = 'AVERAGE' then avg(value)
            else (array_agg(value order by number desc) filter (where value is not null))[1] end as numerator,
        case when kind = 'RATIO' then (array_agg(denominator order by number desc) filter (where value is not null and denominator <> 0))[1]
            else 1 end as denominator
    from by_period group by id, kind, across_periods
)
select json_build_object('planFigures', json_build_object(
    'reached', json_build_object('value', r.people),
    'services', json_build_object('value', r.services),
    'upperBound', json_build_object('value', r.new_people),
    'target', json_build_object('value', w.target),
    'inNeed', json_build_object('value', w.in_need),
    'progress', json_build_object('numerator', r.people, 'denominator', w.target),
    'completeness', json_build_object('numerator', (select count(*) from accepted), 'denominator', (select count(*) from expected)),
    'partnersReporting', json_build_object('numerator', (select count(distinct organisation_id) from accepted),
        'denominator', (select count(distinct organisation_id) from expected)),
    'areas', json_build_object('edges', (
        select json_agg(json_build_object('node', json_build_object(
            'area', json_build_object('pcode', a.pcode, 'name', a.names ->> 'en'),
            'reached', json_build_object('value', h.people),
            'target', json_build_object('value', n.target),
            'inNeed', json_build_object('value', n.in_need),
            'gapToTarget', json_build_object('value', n.target - h.people))) order by a.pcode)
        from admin_areas a
        left join reached_here h on h.area_id = a.id
        left join wanted_here n on n.area_id = a.id
        where a.level = 1 and a.valid_to is null and a.country_iso3 in (
            select o.country_iso3 from response_plans p join operations o on o.id = p.operation_id where p.id = :plan))),
    'indicators', json_build_object('edges', (
        select json_agg(json_build_object('node', json_build_object(
            'indicator', json_build_object('refCode', i.ref_code, 'name', i.names ->> 'en'),
            'value', json_build_object('numerator', b.numerator, 'denominator', b.denominator))) order by i.id)
        from published_indicators p join indicators i on i.id = p.id left join by_indicator b on b.id = i.id
        where p.plan_id = :plan))))
from reached r, in_all w;
