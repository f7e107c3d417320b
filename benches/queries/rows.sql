-- The answer to rows.graphql by one statement, with what the server looks at: accepted reports of periods that have opened, places in the country.
select json_build_object(
    'responsePlan', (select json_build_object('code', p.code, 'name', p.names ->> 'en', 'startsOn', p.starts_on, 'endsOn', p.ends_on)
        from response_plans p where p.id = :plan),
    'rowsBehindFigures', (
        select json_build_object(
            'edges', json_agg(json_build_object('node', node) order by id) filter (where number <= 50),
            'pageInfo', json_build_object('hasNextPage', count(*) > 50))
        from (
            select w.id, row_number() over (order by w.id) as number, json_build_object(
                'activity', json_build_object('refCode', a.ref_code, 'name', a.names ->> 'en', 'unit', a.unit),
                'indicator', json_build_object('refCode', i.ref_code, 'name', i.names ->> 'en', 'unit', i.unit),
                'report', json_build_object(
                    'organisation', json_build_object('name', o.name, 'acronym', o.acronym),
                    'period', json_build_object('number', q.number, 'startsOn', q.starts_on)),
                'area', json_build_object('pcode', d.pcode, 'name', d.names ->> 'en'),
                'modality', w.modality, 'status', w.status, 'units', w.units,
                'cells', (select json_agg(json_build_object('category', json_build_object('key', c.key),
                        'newPeople', l.new_people, 'repeatPeople', l.repeat_people) order by l.category_id)
                    from report_cells l join categories c on c.id = l.category_id where l.row_id = w.id)) as node
            from (
                select w.* from report_rows w
                where w.report_id in (select r.id from reports r join reporting_periods q on q.id = r.period_id
                        where r.plan_id = :plan and r.status = 'ACCEPTED' and q.opens_at <= now())
                    and w.area_id in (select area_id from admin_area_ancestors where ancestor_id = :area)
                order by w.id limit 51) w
            join reports r on r.id = w.report_id
            join reporting_periods q on q.id = r.period_id
            join organisations o on o.id = r.organisation_id
            join activities a on a.id = w.activity_id
            join indicators i on i.id = w.indicator_id
            join admin_areas d on d.id = w.area_id) found));
