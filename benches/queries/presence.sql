-- The answer to presence.graphql by one statement.
with periods as (
    select id, starts_on, ends_on from reporting_periods where plan_id = :plan and opens_at <= now() and number between :from and :until
),
at_places as (
    select r.organisation_id, r.cluster_id, w.activity_id, w.area_id, w.site_id,
        count(*) filter (where w.status = 'ONGOING') as ongoing, count(*) filter (where w.status = 'COMPLETED') as completed
    from reports r join report_rows w on w.report_id = r.id
    where r.plan_id = :plan and r.period_id = any (array(select id from periods)) and r.status = 'ACCEPTED' and not w.nil
        and w.status in ('ONGOING', 'COMPLETED')
    group by r.organisation_id, r.cluster_id, w.activity_id, w.area_id, w.site_id
),
present as (
    select coalesce(o.merged_into_id, o.id) as organisation_id, k.sector_code, p.activity_id, coalesce(up.ancestor_id, p.area_id) as area_id,
        count(distinct coalesce(p.site_id, p.area_id)) as places, sum(p.ongoing) as ongoing, sum(p.completed) as completed
    from at_places p
    join organisations o on o.id = p.organisation_id
    join clusters k on k.id = p.cluster_id
    left join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = 2
    group by 1, 2, 3, 4
),
records as (
    select row_number() over (order by a1.pcode, a2.pcode, o.name, o.id, y.ref_code, p.sector_code) as place,
        o.name, o.acronym, o.kind, p.sector_code, y.ref_code, y.names ->> 'en' as activity,
        a1.pcode as code1, a1.names ->> 'en' as name1, a2.pcode as code2, a2.names ->> 'en' as name2, p.places, p.ongoing, p.completed
    from present p
    join organisations o on o.id = p.organisation_id
    join activities y on y.id = p.activity_id
    join admin_areas a2 on a2.id = p.area_id
    join admin_areas a1 on a1.id = a2.parent_id
)
select json_build_object('planTable', json_build_object('rows', json_build_object(
    'totalCount', (select count(*) from records),
    'edges', (
        select json_agg(json_build_object('node', json_build_object('cells', json_build_array(name, acronym, kind, sector_code, ref_code, activity,
            code1, name1, code2, name2, null, null, places, ongoing, completed, days.first, days.last))) order by place)
        from records, (select min(starts_on) as first, max(ends_on) - 1 as last from periods) days
        where place <= 100))));
