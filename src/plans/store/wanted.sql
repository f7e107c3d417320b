-- Baseline, need and target of the indicators of plan $1 in its published version, over all places.
with facts as (
    select
        indicator.id, indicator.kind = 'NUMBER' and indicator.across_places = 'SUM' as adds_up,
        admin_areas.level, target.area_id, categories.key = '' as is_total,
        regexp_replace(categories.key, '=[^;]+', '', 'g') as split, target.baseline, target.in_need, target.target
    from published_targets as target
    join published_indicators as indicator on indicator.plan_id = target.plan_id and indicator.id = target.indicator_id
    join admin_areas on admin_areas.id = target.area_id
    join categories on categories.id = target.category_id
    where target.plan_id = $1 and categories.kind <> 'OF_WHICH'
),
by_split as (
    select id, adds_up, level, area_id, is_total, split, sum(baseline) as baseline, sum(in_need) as in_need, sum(target) as target, count(*) as cells
    from facts
    group by id, adds_up, level, area_id, is_total, split
),
by_place as (
    select
        id, adds_up, level, area_id, max(cells) as cells,
        coalesce(max(baseline) filter (where is_total), max(baseline)) as baseline,
        coalesce(max(in_need) filter (where is_total), max(in_need)) as in_need,
        coalesce(max(target) filter (where is_total), max(target)) as target
    from by_split
    group by id, adds_up, level, area_id
),
by_level as (
    select id, adds_up, level, count(*) as places, max(cells) as cells, sum(baseline) as baseline, sum(in_need) as in_need, sum(target) as target
    from by_place
    group by id, adds_up, level
)
select distinct on (id) id, baseline, in_need, target
from by_level
where adds_up or (places = 1 and cells = 1)
order by id, target desc nulls last, level
