//! The kept figures: recomputed from accepted rows, set-based, in the transaction that accepts or reopens a report, for the places it touches.
//!
//! The tables are sums, largest values and lists over rows of a place in a period, so what a step touches is the report's period and places, all
//! categories of them. Whoever recomputes holds the period's row, so that two acceptances of one period never overlook each other.

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde::Serialize;
use uuid::Uuid;

use super::model::{PeriodId, ReportId, ReportStatus};
use crate::{
    kit::{Call, Error, Result, db::Conn},
    places::AdminAreaId,
    plans::PlanId,
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// What counts of the cells of the reports of plans `$1` in periods `$2` (the cluster's corrections before what partners said), each with what it
/// adds to sums (`net_*`).
///
/// A row may give a total beside its parts. In sums such a total stands only for what the parts leave, so that adding all cells of a row counts
/// everyone once; as a number of people by itself (`people`) it stays whole. The total of a row about one population group is that group's.
/// The materialized list keeps the planner, which cannot know how few rows a place has, from reading all reports first.
fn cells(status: ReportStatus, narrowed: bool) -> String {
    let narrow = if narrowed { "and coalesce(w.site_id, w.area_id) = any($3) and w.area_id = any($4)" } else { "" };
    format!(
        "said as (
            select r.plan_id, r.period_id, r.organisation_id, w.id as row_id, w.activity_id, w.indicator_id,
                coalesce(w.site_id, w.area_id) as place_id, w.area_id, i.counts_people, c.category_id,
                c.new_people, c.repeat_people, c.denominator,
                case when c.new_people is null and c.repeat_people is null then null
                    else coalesce(c.new_people, 0) + coalesce(c.repeat_people, 0) end as people,
                coalesce(c.value, case when c.new_people is null and c.repeat_people is null then null
                    else coalesce(c.new_people, 0) + coalesce(c.repeat_people, 0) end) as value,
                k.key = case w.population_group when '' then '' else 'population_group=' || w.population_group end as is_total,
                k.kind = 'PART' and k.counts = 'LEARNERS' as is_split
            from reports r
            join report_rows w on w.report_id = r.id
            join counted_cells c on c.row_id = w.id
            join categories k on k.id = c.category_id
            join indicators i on i.id = w.indicator_id
            where r.status = '{status}' and r.plan_id = any($1) and r.period_id = any($2) {narrow}
        ),
        cells as (
            select *,
                {} as net_new, {} as net_people, {} as net_value, {} as net_denominator
            from said
            window in_row as (partition by row_id)
        )",
        net("new_people"),
        net("people"),
        net("value"),
        net("denominator"),
    )
}

fn net(column: &str) -> String {
    let parts = format!("coalesce(sum({column}) filter (where is_split and not is_total) over in_row, 0)");
    format!("case when is_total and {column} is not null then greatest({column} - {parts}, 0) else {column} end")
}

/// What `reach_cells` must hold. Declared caseloads of an activity in a place are added first; then the largest counts.
pub(super) fn reach_source(status: ReportStatus, narrowed: bool) -> String {
    let cells = cells(status, narrowed);
    format!(
        "with {cells},
        by_organisation as (
            select plan_id, period_id, place_id, category_id, activity_id, organisation_id, max(people) as people
            from cells where counts_people and people is not null
            group by plan_id, period_id, place_id, category_id, activity_id, organisation_id
        ),
        with_caseloads as (
            select plan_id, period_id, place_id, category_id, sum(people) as people
            from by_organisation o left join caseload_declarations d using (plan_id, activity_id, place_id, organisation_id)
            group by plan_id, period_id, place_id, category_id, activity_id,
                case when d.declared_at is null then organisation_id end
        ),
        -- Not two lists that are joined: nobody can tell beforehand how long they are, and many places would be looked up one by one.
        gathered as (
            select plan_id, period_id, place_id, null::text as area, category_id, people,
                null::numeric as net_new, null::numeric as net_people
            from with_caseloads
            union all
            select plan_id, period_id, place_id, area_id::text, category_id, null, net_new, net_people
            from cells where counts_people and people is not null
        )
        select plan_id, period_id, place_id, min(area)::uuid as area_id, category_id, max(people) as people,
            coalesce(sum(net_new), 0) as new_people, sum(net_people) as services
        from gathered group by plan_id, period_id, place_id, category_id"
    )
}

/// What `indicator_totals` must hold.
fn totals_source(narrowed: bool) -> String {
    let cells = cells(ReportStatus::Accepted, narrowed);
    format!(
        "with {cells}
        select plan_id, indicator_id, period_id, place_id, min(area_id::text)::uuid as area_id, category_id,
            sum(net_value) as value, sum(net_denominator) as denominator
        from cells where value is not null or denominator is not null
        group by plan_id, indicator_id, period_id, place_id, category_id"
    )
}

/// What `reported_places` must hold.
fn reported_places(narrowed: bool) -> String {
    let narrow = if narrowed { "and coalesce(w.site_id, w.area_id) = any($3) and w.area_id = any($4)" } else { "" };
    format!(
        "select distinct r.operation_id, r.plan_id, r.period_id, coalesce(w.site_id, w.area_id) as place_id, w.area_id, r.id as report_id
        from reports r
        join report_rows w on w.report_id = r.id
        where r.status = '{accepted}' and r.plan_id = any($1) and r.period_id = any($2) and not w.nil {narrow}",
        accepted = ReportStatus::Accepted,
    )
}

/// A table of kept figures.
struct Kept {
    table: &'static str,
    /// The columns that tell its rows apart.
    key: &'static str,
    /// The statement of what it must hold, for plans `$1` and periods `$2`; narrowed, for places `$3` in areas `$4`.
    source: fn(narrowed: bool) -> String,
}

const KEPT: [Kept; 3] = [
    Kept {
        table: "reach_cells",
        key: "plan_id, period_id, place_id, category_id",
        source: |narrowed| reach_source(ReportStatus::Accepted, narrowed),
    },
    Kept {
        table: "indicator_totals",
        key: "plan_id, period_id, place_id, indicator_id, category_id",
        source: totals_source,
    },
    Kept { table: "reported_places", key: "plan_id, period_id, place_id, area_id, report_id", source: reported_places },
];

/// Places of a period whose figures may have changed.
#[derive(Debug)]
pub(super) struct Touched {
    pub(super) plan: PlanId,
    pub(super) periods: Vec<PeriodId>,
    pub(super) places: Vec<Uuid>,
    pub(super) areas: Vec<AdminAreaId>,
}

#[derive(QueryableByName)]
struct TouchedPlace {
    #[diesel(sql_type = sql_types::Uuid)]
    place_id: Uuid,
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
}

/// What the rows of reports touch.
pub(super) async fn touched_by(
    mut conn: Conn<'_>,
    plan: PlanId,
    periods: Vec<PeriodId>,
    reports: &[ReportId],
) -> Result<Touched> {
    let sql =
        "select distinct coalesce(site_id, area_id) as place_id, area_id from report_rows where report_id = any($1)";
    let found: Vec<TouchedPlace> = sql_query(sql).bind::<Ids, _>(reports).load(&mut conn).await?;
    let (places, areas) = found.into_iter().map(|place| (place.place_id, place.area_id)).unzip();
    Ok(Touched { plan, periods, places, areas })
}

/// What a declaration about a place touches: the rows there, whatever area they were reported in.
pub(super) async fn touched_at(
    mut conn: Conn<'_>,
    plan: PlanId,
    periods: Vec<PeriodId>,
    place: Uuid,
) -> Result<Touched> {
    let sql = "select distinct coalesce(w.site_id, w.area_id) as place_id, w.area_id
        from report_rows w join reports r on r.id = w.report_id
        where r.plan_id = $1 and coalesce(w.site_id, w.area_id) = $2";
    let found: Vec<TouchedPlace> =
        sql_query(sql).bind::<sql_types::Uuid, _>(plan).bind::<sql_types::Uuid, _>(place).load(&mut conn).await?;
    let (places, areas) = found.into_iter().map(|place| (place.place_id, place.area_id)).unzip();
    Ok(Touched { plan, periods, places, areas })
}

/// Computes the kept figures of these places anew.
pub(super) async fn recompute(mut conn: Conn<'_>, touched: &Touched) -> Result<()> {
    if touched.places.is_empty() {
        return Ok(());
    }
    for Kept { table, .. } in KEPT {
        sql_query(format!("delete from {table} where plan_id = $1 and period_id = any($2) and place_id = any($3)"))
            .bind::<sql_types::Uuid, _>(touched.plan)
            .bind::<Ids, _>(&touched.periods)
            .bind::<Ids, _>(&touched.places)
            .execute(&mut conn)
            .await?;
    }
    for Kept { table, source, .. } in KEPT {
        sql_query(format!("insert into {table} {}", source(true)))
            .bind::<Ids, _>(vec![touched.plan])
            .bind::<Ids, _>(&touched.periods)
            .bind::<Ids, _>(&touched.places)
            .bind::<Ids, _>(&touched.areas)
            .execute(&mut conn)
            .await?;
    }
    Ok(())
}

/// A kept figure that is not what the rows say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, QueryableByName)]
pub struct Difference {
    /// The table.
    #[diesel(sql_type = sql_types::Text)]
    pub table: String,
    /// The kept row as JSON; none where it is missing.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub kept: Option<String>,
    /// The row that should be there; none where nothing should.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    pub computed: Option<String>,
}

#[derive(QueryableByName)]
struct PlanPeriod {
    #[diesel(sql_type = sql_types::Uuid)]
    plan_id: PlanId,
    #[diesel(sql_type = sql_types::Uuid)]
    period_id: PeriodId,
}

/// All plans with periods, and all periods.
async fn everything(mut conn: Conn<'_>) -> Result<(Vec<PlanId>, Vec<PeriodId>)> {
    let all: Vec<PlanPeriod> =
        sql_query("select plan_id, id as period_id from reporting_periods order by id").load(&mut conn).await?;
    let (mut plans, periods): (Vec<_>, Vec<_>) = all.into_iter().map(|row| (row.plan_id, row.period_id)).unzip();
    plans.sort_unstable();
    plans.dedup();
    Ok((plans, periods))
}

/// Computes every kept figure from the rows and tells where what is kept differs. Reads only.
///
/// # Errors
/// When the database cannot be read.
pub async fn verify_figures(call: &Call) -> Result<Vec<Difference>> {
    let mut conn = call.db.conn().await?;
    let (plans, periods) = everything(conn).await?;
    let mut differences = Vec::new();
    for Kept { table, key, source } in KEPT {
        let sql = format!(
            "select '{table}' as \"table\", to_json(kept)::text as kept, to_json(computed)::text as computed
            from {table} kept full join ({}) computed using ({key})
            where kept is distinct from computed::text::{table}
            order by 2, 3",
            source(false)
        );
        let found: Vec<Difference> =
            sql_query(sql).bind::<Ids, _>(&plans).bind::<Ids, _>(&periods).load(&mut conn).await?;
        differences.extend(found);
    }
    Ok(differences)
}

/// Computes every kept figure anew.
///
/// # Errors
/// `FORBIDDEN` for everyone but the program itself; when the database refuses.
pub async fn rebuild(call: &Call) -> Result<()> {
    if !call.viewer.program {
        return Err(Error::forbidden("figures are rebuilt by the program itself"));
    }
    use futures::FutureExt;
    call.transact((), |transaction, ()| {
        async move {
            transaction.allow_seconds(3_600).await?;
            let mut conn = transaction.conn();
            sql_query("select id from reporting_periods order by id for update").execute(&mut conn).await?;
            let (plans, periods) = everything(conn).await?;
            for Kept { table, source, .. } in KEPT {
                sql_query(format!("delete from {table}")).execute(&mut conn).await?;
                sql_query(format!("insert into {table} {}", source(false)))
                    .bind::<Ids, _>(&plans)
                    .bind::<Ids, _>(&periods)
                    .execute(&mut conn)
                    .await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await
}
