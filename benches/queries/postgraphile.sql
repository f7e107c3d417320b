-- What PostGraphile needs to answer rows.postgraphile.graphql, in the way that its documentation gives for a plan's derived rows.
create or replace function response_plans_accepted_rows(plan response_plans) returns setof report_rows language sql stable as $$
    select w.* from report_rows w
    where w.report_id in (select r.id from reports r join reporting_periods q on q.id = r.period_id
        where r.plan_id = plan.id and r.status = 'ACCEPTED' and q.opens_at <= now())
    order by w.id
$$;
