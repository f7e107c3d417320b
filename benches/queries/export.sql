-- The answer to /plans/{plan}/rows.csv by one statement, to be put into `copy (...) to stdout`: the plan's accepted rows with everything that they
-- name, and the figures of each in columns.
select w.id, p.code, q.number, q.starts_on, q.ends_on - 1, r.submitted_at::date, o.name, o.acronym, o.kind, k.sector_code,
    a.ref_code, a.names ->> 'en', i.ref_code, w.modality, 'XEA', a1.pcode, a1.names ->> 'en', a2.pcode, a2.names ->> 'en', null, null,
    s.code, s.names ->> 'en', s.latitude, s.longitude, nullif(w.population_group, ''), w.status, case when w.nil then 'yes' end,
    w.units, w.amount, w.currency, w.remarks, c.*
from response_plans p
join reports r on r.plan_id = p.id and r.status = 'ACCEPTED'
join reporting_periods q on q.id = r.period_id and q.opens_at <= now()
join organisations o on o.id = r.organisation_id
join clusters k on k.id = r.cluster_id
join report_rows w on w.report_id = r.id
join activities a on a.id = w.activity_id
join indicators i on i.id = w.indicator_id
join admin_areas a2 on a2.id = w.area_id
join admin_areas a1 on a1.id = a2.parent_id
left join sites s on s.id = w.site_id
left join lateral (
    select
        max(new_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=12-14;sex=f')),
        max(repeat_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=12-14;sex=f')),
        max(new_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=12-14;sex=m')),
        max(repeat_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=12-14;sex=m')),
        max(new_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=6-11;sex=f')),
        max(repeat_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=6-11;sex=f')),
        max(new_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=6-11;sex=m')),
        max(repeat_people) filter (where category_id = (select id from categories where counts = 'LEARNERS' and key = 'age_band=6-11;sex=m'))
    from report_cells where row_id = w.id
) c on true
where p.id = :plan
