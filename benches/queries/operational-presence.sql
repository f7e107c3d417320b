-- The records of /plans/{plan}/tables/operational-presence.json at level 2 by one statement, without the headings and tags above them.
with periods as (
    select id from reporting_periods where plan_id = :plan and opens_at <= now() and number between :from and :until
),
at_areas as (
    select distinct w.report_id, w.area_id
    from reports r join report_rows w on w.report_id = r.id
    where r.plan_id = :plan and r.period_id = any (array(select id from periods)) and r.status = 'ACCEPTED' and not w.nil
        and w.status in ('ONGOING', 'COMPLETED')
),
present as (
    select distinct coalesce(o.merged_into_id, o.id) as organisation_id, k.sector_code, r.period_id, coalesce(up.ancestor_id, p.area_id) as area_id
    from at_areas p
    join reports r on r.id = p.report_id
    join organisations o on o.id = r.organisation_id
    join clusters k on k.id = r.cluster_id
    left join admin_area_ancestors up on up.area_id = p.area_id and up.ancestor_level = 2
),
kinds (kind, code, words) as (values
    ('UN', '447', 'United Nations'), ('INGO', '437', 'International NGO'), ('NNGO', '441', 'National NGO'), ('CBO', '441', 'National NGO'),
    ('RCRC', '445', 'Red Cross / Red Crescent'), ('GOVERNMENT', '435', 'Government'), ('ACADEMIC', '431', 'Academic / Research'),
    ('PRIVATE', '444', 'Private sector'), ('DONOR', '433', 'Donor'), ('POOLED_FUND', '433', 'Donor'))
select json_agg(json_build_array(a2.country_iso3, case plan.kind when 'HRP' then 'True' else 'False' end, null, a1.names ->> 'en', a2.names ->> 'en',
    a1.pcode, a1.names ->> 'en', a2.pcode, a2.names ->> 'en', a2.level, coalesce(o.acronym, o.name), o.name, k.code, k.words,
    p.sector_code, case p.sector_code when 'EDU' then 'Education' end, q.starts_on, q.ends_on - 1, null, null, null, null)
    order by q.number, a1.pcode, a2.pcode, o.name, o.id, p.sector_code)
from present p
join response_plans plan on plan.id = :plan
join reporting_periods q on q.id = p.period_id
join organisations o on o.id = p.organisation_id
join admin_areas a2 on a2.id = p.area_id
join admin_areas a1 on a1.id = a2.parent_id
left join kinds k on k.kind = o.kind;
