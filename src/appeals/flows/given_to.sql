-- Contributions of operation $1 to the plan with code $2, each by the last version that was reported up to day $3.
with held as (
    select distinct on (flow_versions.flow_id) flow_versions.*
    from flow_versions
    where flow_versions.flow_id in (
            select named.flow_id
            from flow_parties
            join flow_versions named on named.id = flow_parties.version_id
            join flows on flows.id = named.flow_id
            where flow_parties.kind = 'PLAN' and flow_parties.code = $2 and flows.operation_id = $1
        )
        and coalesce(flow_date, decision_date, (created_at at time zone 'utc')::date) <= $3
    order by flow_versions.flow_id, number desc
)
select
    held.flow_id, held.status, held.boundary, held.on_boundary, held.usd, held.amount, held.currency, held.rate,
    held.decision_date, held.flow_type, held.contribution, held.earmarking, held.active,
    ends.plans,
    coalesce(ends.clusters, '{}') as clusters,
    coalesce(ends.usage_years, '{}') as usage_years,
    coalesce(ends.activities, '{}') as activities,
    coalesce(ends.donors, '{}') as donors,
    coalesce(ends.recipients, '{}') as recipients,
    coalesce(parts.years, '{}') as portion_years,
    coalesce(parts.usd, '{}') as portion_usd
from held
cross join lateral (
    select
        count(*) filter (where direction = 'DESTINATION' and kind = 'PLAN') as plans,
        bool_or(direction = 'DESTINATION' and kind = 'PLAN' and code = $2) as to_this_plan,
        array_agg(distinct coalesce(code, name))
            filter (where direction = 'DESTINATION' and kind in ('CLUSTER', 'GLOBAL_CLUSTER')) as clusters,
        array_agg(distinct name) filter (where direction = 'DESTINATION' and kind = 'USAGE_YEAR') as usage_years,
        array_agg(distinct code)
            filter (where direction = 'DESTINATION' and kind = 'ACTIVITY' and code is not null) as activities,
        array_agg(distinct name) filter (where direction = 'SOURCE' and kind = 'ORGANISATION') as donors,
        array_agg(distinct organisation_id)
            filter (where direction = 'DESTINATION' and organisation_id is not null) as recipients
    from flow_parties
    where version_id = held.id
) ends
cross join lateral (
    select array_agg(year order by year) as years, array_agg(usd order by year) as usd
    from flow_portions
    where version_id = held.id
) parts
where ends.to_this_plan
order by held.flow_id
