//! What is found in submitted reports, by one statement over the rows of their periods.

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use crate::{
    kit::{
        Result,
        db::Conn,
        scope::{ClusterId, OrganisationId},
    },
    monitoring::{
        model::{PeriodId, ReportId, RowId},
        review::risk::{Risk, RiskKind},
    },
    needs::NeedsRoundStatus,
    places::AdminAreaId,
    plans::{IndicatorId, PlanId},
    schema::reports,
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// A report that waits.
pub(in crate::monitoring::review) type Queued = (ReportId, chrono::DateTime<chrono::Utc>);

/// The submitted reports of a plan, in these clusters or in all, with when they were submitted.
pub(in crate::monitoring::review) async fn queued(
    mut conn: Conn<'_>,
    plan: PlanId,
    period: Option<PeriodId>,
    cluster: Option<ClusterId>,
    clusters: Option<&[ClusterId]>,
) -> Result<Vec<Queued>> {
    let mut query =
        reports::table.filter(reports::plan_id.eq(plan)).filter(reports::status.eq("SUBMITTED")).into_boxed();
    if let Some(period) = period {
        query = query.filter(reports::period_id.eq(period));
    }
    if let Some(cluster) = cluster {
        query = query.filter(reports::cluster_id.eq(cluster));
    }
    if let Some(clusters) = clusters {
        query = query.filter(reports::cluster_id.eq_any(clusters.to_vec()));
    }
    let sent = diesel::dsl::sql::<sql_types::Timestamptz>("coalesce(submitted_at, updated_at)");
    Ok(query.select((reports::id, sent)).load(&mut conn).await?)
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = sql_types::Uuid)]
    report_id: ReportId,
    #[diesel(sql_type = sql_types::Text)]
    kind: RiskKind,
    #[diesel(sql_type = sql_types::Uuid)]
    row_id: RowId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    indicator_id: Option<IndicatorId>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    area_id: Option<AdminAreaId>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    figure: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    compared: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    other_id: Option<OrganisationId>,
}

/// Rows of the periods of reports `$2` of plan `$1`, as far as they were submitted or accepted, and of the reports before: with the people of each,
/// as its total says, as its parts say, and the larger.
const ROWS: &str = "queued as (
        select r.id, r.period_id, r.cluster_id, r.organisation_id, p.number
        from reports r join reporting_periods p on p.id = r.period_id where r.id = any($2)
    ),
    earlier as (
        select q.id as queued_id, e.id
        from queued q cross join lateral (
            select r.id from reports r join reporting_periods p on p.id = r.period_id
            where r.plan_id = $1 and r.cluster_id = q.cluster_id and r.organisation_id = q.organisation_id
                and r.status in ('SUBMITTED', 'ACCEPTED') and p.number < q.number
            order by p.number desc limit 1) e
    ),
    looked_at as (
        select r.id, r.period_id, r.cluster_id, coalesce(o.merged_into_id, o.id) as organisation_id
        from reports r join organisations o on o.id = r.organisation_id
        where r.plan_id = $1 and r.status in ('SUBMITTED', 'ACCEPTED')
            and (r.period_id in (select period_id from queued) or r.id in (select id from earlier))
    ),
    said as materialized (
        select r.id as report_id, r.period_id, r.organisation_id, w.id as row_id, w.row_key, w.activity_id, w.indicator_id,
            w.area_id, w.site_id, coalesce(w.site_id, w.area_id) as place_id, w.population_group, i.counts_people,
            max(people) filter (where is_total) as total, sum(people) filter (where is_part) as parts,
            count(people) filter (where is_part) as part_count,
            greatest(max(people) filter (where is_total), sum(people) filter (where is_part)) as people
        from looked_at r
        join report_rows w on w.report_id = r.id and not w.nil
        join indicators i on i.id = w.indicator_id
        left join lateral (
            select case when c.new_people is null and c.repeat_people is null then c.value
                    else coalesce(c.new_people, 0) + coalesce(c.repeat_people, 0) end as people,
                k.key = case w.population_group when '' then '' else 'population_group=' || w.population_group end as is_total,
                k.kind = 'PART' and k.key <> case w.population_group when '' then '' else 'population_group=' || w.population_group end as is_part
            from counted_cells c join categories k on k.id = c.category_id
            where c.row_id = w.id and k.counts = 'LEARNERS' and k.kind <> 'OF_WHICH') cell on true
        group by r.id, r.period_id, r.organisation_id, w.id, i.counts_people
    ),
    mine as (select s.* from said s where s.report_id in (select id from queued)),
    of_period as (select s.* from said s where s.period_id in (select period_id from queued))";

/// What is wanted by the published plan and its needs round, by indicator (none: all that count people) and area: the fullest split holds.
fn wanted() -> String {
    format!(
        "facts as (
            select 'ABOVE_TARGET' as kind, t.indicator_id, t.area_id, t.category_id, t.target as value
            from published_targets t where t.plan_id = $1 and t.target is not null
            union all
            select 'ABOVE_IN_NEED', t.indicator_id, t.area_id, t.category_id, t.in_need
            from published_targets t where t.plan_id = $1 and t.in_need is not null
            union all
            select 'ABOVE_IN_NEED', null, f.area_id, f.category_id, f.value
            from published_plans p
            join needs_rounds n on n.id = p.needs_round_id and n.status = '{}'
            join need_figures f on f.round_id = n.id and f.metric = 'IN_NEED' and f.value is not null
            where p.plan_id = $1
        ),
        by_split as (
            select f.kind, f.indicator_id, f.area_id, sum(f.value) as value
            from facts f join categories k on k.id = f.category_id and k.kind <> 'OF_WHICH' and k.counts = 'LEARNERS'
            group by f.kind, f.indicator_id, f.area_id, regexp_replace(k.key, '=[^;]+', '', 'g')
        ),
        wanted as (
            select kind, indicator_id, area_id, max(value) as value from by_split group by kind, indicator_id, area_id
        ),
        so_far as (
            select period_id, indicator_id, place_id, area_id, people from of_period where counts_people and people is not null
            union all
            select q.period_id, t.indicator_id, t.place_id, min(t.area_id::text)::uuid,
                greatest(max(t.value) filter (where k.kind = 'TOTAL'), sum(t.value) filter (where k.kind = 'PART'))
            from (select distinct period_id, number from queued) q
            join reporting_periods e on e.plan_id = $1 and e.number < q.number
            join indicator_totals t on t.plan_id = $1 and t.period_id = e.id
            join indicators i on i.id = t.indicator_id and i.counts_people
            join categories k on k.id = t.category_id and k.counts = 'LEARNERS' and k.kind <> 'OF_WHICH'
            group by q.period_id, e.id, t.indicator_id, t.place_id
        ),
        best as (
            select period_id, indicator_id, place_id, min(area_id::text)::uuid as area_id, max(people) as people
            from so_far group by period_id, indicator_id, place_id
            union all
            select period_id, null, place_id, min(area_id::text)::uuid, max(people) from so_far group by period_id, place_id
        ),
        above as (
            select b.period_id, w.kind, w.indicator_id, w.area_id, sum(b.people) as figure, w.value as compared
            from wanted w
            join admin_area_ancestors a on a.ancestor_id = w.area_id
            join best b on b.area_id = a.area_id
                and coalesce(b.indicator_id, '00000000-0000-0000-0000-000000000000')
                    = coalesce(w.indicator_id, '00000000-0000-0000-0000-000000000000')
            group by b.period_id, w.kind, w.indicator_id, w.area_id, w.value
            having sum(b.people) > w.value
        )",
        NeedsRoundStatus::Published
    )
}

/// What is looked for, kind by kind.
const FINDINGS: [&str; 6] = [
    "select m.report_id, 'JUMP' as kind, m.row_id, m.indicator_id, m.area_id, m.people as figure, b.people as compared,
        null::uuid as other_id
    from mine m join earlier e on e.queued_id = m.report_id join said b on b.report_id = e.id and b.row_key = m.row_key
    where m.people <> b.people",
    "select distinct on (m.report_id, v.kind, v.indicator_id, v.area_id)
        m.report_id, v.kind, m.row_id, m.indicator_id, v.area_id, v.figure, v.compared, null::uuid
    from above v
    join admin_area_ancestors a on a.ancestor_id = v.area_id
    join mine m on m.area_id = a.area_id and m.period_id = v.period_id and m.counts_people and m.people > 0
        and (v.indicator_id is null or m.indicator_id = v.indicator_id)",
    "select m.report_id, 'MISSING_SPLITS', m.row_id, m.indicator_id, m.area_id, m.total, null::numeric, null::uuid
    from mine m
    where m.total > 0 and m.parts is null and exists (
        select from indicator_dimensions d join dimensions x on x.id = d.dimension_id
        where d.indicator_id = m.indicator_id and x.code <> 'population_group')",
    "select distinct on (m.row_id, o.organisation_id)
        m.report_id, 'DUPLICATE', m.row_id, m.indicator_id, m.area_id, m.people, o.people, o.organisation_id
    from mine m
    join of_period o on o.period_id = m.period_id and o.place_id = m.place_id and o.activity_id = m.activity_id
        and o.indicator_id = m.indicator_id and o.population_group = m.population_group and o.organisation_id <> m.organisation_id
    where m.people > 0 and o.people > 0 and (
        select count(*) from caseload_declarations d
        where d.plan_id = $1 and d.activity_id = m.activity_id and d.place_id = m.place_id
            and d.organisation_id in (m.organisation_id, o.organisation_id)) < 2",
    "select m.report_id, 'WRONG_TOTAL', m.row_id, m.indicator_id, m.area_id, m.total, m.parts, null::uuid
    from mine m where m.total < m.parts - m.part_count",
    "select distinct on (m.row_id) m.report_id, 'OVERLAP', m.row_id, m.indicator_id, m.area_id, m.people, o.people, null::uuid
    from mine m
    join admin_area_ancestors a on (m.site_id is null and a.ancestor_id = m.area_id) or a.area_id = m.area_id
    join of_period o on o.period_id = m.period_id and o.counts_people and o.people > 0 and o.row_id <> m.row_id
        and ((m.site_id is null and a.ancestor_id = m.area_id and o.area_id = a.area_id
                and (o.site_id is not null or o.area_id <> m.area_id))
            or (o.site_id is null and a.area_id = m.area_id and o.area_id = a.ancestor_id
                and (m.site_id is not null or o.area_id <> m.area_id)))
    where m.counts_people and m.people > 0",
];

/// What may be worth a look in these reports of a plan.
pub(in crate::monitoring::review) async fn found(
    mut conn: Conn<'_>,
    plan: PlanId,
    reports: &[ReportId],
) -> Result<Vec<Risk>> {
    let findings = FINDINGS.map(|one| format!("({one})")).join(" union all ");
    let sql = format!("with {ROWS}, {} select * from ({findings}) found order by report_id, kind, row_id", wanted());
    let found: Vec<Found> =
        sql_query(sql).bind::<sql_types::Uuid, _>(plan).bind::<Ids, _>(reports).load(&mut conn).await?;
    let risk = |found: Found| Risk {
        report: found.report_id,
        kind: found.kind,
        row: found.row_id,
        indicator: found.indicator_id,
        area: found.area_id,
        figure: found.figure,
        compared: found.compared,
        other: found.other_id,
    };
    Ok(found.into_iter().map(risk).collect())
}
