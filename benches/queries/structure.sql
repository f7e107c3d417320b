-- The answer to structure.graphql by one statement.
select json_build_object('responsePlan', json_build_object(
    'code', p.code, 'name', p.names ->> 'en', 'startsOn', p.starts_on, 'endsOn', p.ends_on,
    'activities', json_build_object('edges', (
        select json_agg(json_build_object('node', json_build_object(
            'refCode', a.ref_code, 'name', a.names ->> 'en', 'unit', a.unit, 'unitTarget', a.unit_target,
            'objective', json_build_object('refCode', o.ref_code, 'name', o.names ->> 'en'),
            'costs', (select json_agg(json_build_object('modality', c.modality, 'low', c.low, 'unitCost', c.unit_cost, 'high', c.high)
                order by c.id) from activity_costs c where c.activity_id = a.id),
            'indicators', (select json_agg(json_build_object('refCode', i.ref_code, 'name', i.names ->> 'en', 'unit', i.unit,
                    'targets', json_build_object('edges', (
                        select json_agg(json_build_object('node', json_build_object(
                            'area', json_build_object('pcode', t.pcode, 'name', t.name),
                            'baseline', t.baseline, 'inNeed', t.in_need, 'target', t.target)) order by t.area_id, t.category_id)
                        from (select t.*, d.pcode, d.names ->> 'en' as name from targets t join admin_areas d on d.id = t.area_id
                            where t.indicator_id = i.id order by t.area_id, t.category_id limit 8) t)))
                order by i.ref_code) from indicators i where i.activity_id = a.id))) order by a.ref_code)
        from (select * from activities where plan_id = p.id order by ref_code limit 50) a
        join objectives o on o.id = a.objective_id))))
from response_plans p where p.id = :plan;
