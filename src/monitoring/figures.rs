//! What the kept figures say: people reached, services, upper bound, completeness, by plan, area, category and indicator.
//!
//! People reached to a period: per place and category the largest over the periods up to it, then summed over categories and places; an area is
//! the sum of the places below it. Parts that were split differently are never added to each other: per place and population group the largest
//! of the splits counts (an unsplit total is one of them), and groups add up unless an ungrouped figure is larger. `OF_WHICH` categories and
//! personnel are never added.

use chrono::{DateTime, Utc};
use diesel::{pg::Pg, prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde::Serialize;

use super::{
    calculation::{InPeriod, Rule, Share, gap},
    maintain::reach_source,
    model::{Period, PeriodId, ReportStatus},
    sql, store,
};
use crate::{
    dimensions::CategoryId,
    kit::{
        Error, Result,
        db::{Conn, Keep},
    },
    places::AdminAreaId,
    plans::{self, IndicatorId, PlanId, Targets},
};

/// The method of every figure of people reached.
pub const METHOD: &str = "PLACE_CELL_MAX";
/// Its version.
pub const METHOD_VERSION: &str = "1";
/// Where the figures come from.
pub const SOURCE: &str = "accepted partner reports";

type Ids = sql_types::Array<sql_types::Uuid>;
type Number = sql_types::Nullable<sql_types::Numeric>;

/// What a plan has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanFigures {
    /// People reached; none while nothing was accepted.
    pub reached: Option<Decimal>,
    /// What people reached would be of reports that wait for a decision alone. It is no part of `reached`.
    pub reached_submitted: Option<Decimal>,
    /// Services delivered: a plain sum, which are not people.
    pub services: Option<Decimal>,
    /// The sum of new people: more cannot have been reached.
    pub upper_bound: Option<Decimal>,
    /// People to be reached.
    pub target: Option<Decimal>,
    /// People in need.
    pub in_need: Option<Decimal>,
    /// Accepted reports of expected ones.
    pub completeness: Share,
    /// Reports that were first submitted in time, of expected ones.
    pub timeliness: Share,
    /// Organisations with an accepted report that was expected of them, of those expected to report.
    pub partners_reporting: Share,
    /// When a report was last accepted: the figures are as of then.
    pub as_of: Option<DateTime<Utc>>,
    /// The published version of the plan that target and need are of; none, and no target or need, while none is published.
    pub plan_version: Option<i32>,
}

impl PlanFigures {
    /// People reached of those to be reached.
    pub fn progress(&self) -> Share {
        Share::new(self.reached, self.target)
    }

    /// People still to be reached; below zero more were reached than planned.
    pub fn gap_to_target(&self) -> Option<Decimal> {
        gap(self.target, self.reached)
    }

    /// People in need who were not reached.
    pub fn gap_to_need(&self) -> Option<Decimal> {
        gap(self.in_need, self.reached)
    }
}

#[derive(QueryableByName)]
struct PlanRow {
    #[diesel(sql_type = Number)]
    reached: Option<Decimal>,
    #[diesel(sql_type = Number)]
    services: Option<Decimal>,
    #[diesel(sql_type = Number)]
    upper_bound: Option<Decimal>,
    #[diesel(sql_type = Number)]
    in_need: Option<Decimal>,
    #[diesel(sql_type = sql_types::BigInt)]
    accepted: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    in_time: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    expected: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    organisations_reporting: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    organisations_expected: i64,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Timestamptz>)]
    as_of: Option<DateTime<Utc>>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Integer>)]
    plan_version: Option<i32>,
}

#[derive(QueryableByName)]
struct Reached {
    #[diesel(sql_type = Number)]
    reached: Option<Decimal>,
}

#[derive(QueryableByName)]
struct Gone {
    #[diesel(sql_type = Number)]
    gone: Option<Decimal>,
}

/// The share of a plan's time that has gone by the end of a period, from 0 to 1; without one by that of the latest that had opened at `now`. None
/// while none had.
///
/// # Errors
/// When the period is not one of the plan.
pub(super) async fn time_gone(
    mut conn: Conn<'_>,
    plan: PlanId,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Option<Decimal>> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    let sql = "select least(1, greatest(0, (max(d.ends_on) - p.starts_on)::numeric / nullif(p.ends_on - p.starts_on, 0))) as gone
        from response_plans p left join reporting_periods d on d.plan_id = p.id and d.id = any($2)
        where p.id = any($1) group by p.id";
    let found: Gone = sql_query(sql).bind::<Ids, _>(vec![plan]).bind::<Ids, _>(&periods).get_result(&mut conn).await?;
    Ok(found.gone)
}

/// What a plan has come to by the end of a period; without one by the latest period that had opened at `now`.
///
/// # Errors
/// When the period is not one of the plan.
pub async fn plan_figures(
    mut conn: Conn<'_>,
    plan: PlanId,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<PlanFigures> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    let row: PlanRow = sql_query(sql::plan_figures())
        .bind::<Ids, _>(vec![plan])
        .bind::<Ids, _>(&periods)
        .kept()
        .get_result(&mut conn)
        .await?;
    let waiting = format!(
        "with {} select sum(people) as reached from places",
        sql::places(&reach_source(ReportStatus::Submitted, false))
    );
    let waiting: Reached =
        sql_query(waiting).bind::<Ids, _>(vec![plan]).bind::<Ids, _>(&periods).kept().get_result(&mut conn).await?;
    let target = plans::people_targeted(conn, &[plan], Targets::Published).await?.get(&plan).copied();
    Ok(PlanFigures {
        reached: row.reached,
        reached_submitted: waiting.reached,
        services: row.services,
        upper_bound: row.upper_bound,
        target,
        in_need: row.in_need,
        completeness: Share::new(Decimal::from(row.accepted), Decimal::from(row.expected)),
        timeliness: Share::new(Decimal::from(row.in_time), Decimal::from(row.expected)),
        partners_reporting: Share::new(
            Decimal::from(row.organisations_reporting),
            Decimal::from(row.organisations_expected),
        ),
        as_of: row.as_of,
        plan_version: row.plan_version,
    })
}

/// The periods that figures are of: up to one of them; without one up to the latest that had opened at `now`.
pub(super) async fn counted_periods(
    conn: Conn<'_>,
    plan: PlanId,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Vec<PeriodId>> {
    let mut periods = periods_up_to(conn, plan, up_to).await?;
    periods.retain(|period| up_to.is_some() || period.opens_at <= now);
    Ok(periods.iter().map(|period| period.id).collect())
}

/// The periods of a plan up to one of them; all without one.
pub(super) async fn periods_up_to(conn: Conn<'_>, plan: PlanId, up_to: Option<PeriodId>) -> Result<Vec<Period>> {
    let mut periods = store::periods_of_plan(conn, plan).await?;
    if let Some(up_to) = up_to {
        let foreign = || Error::invalid("upToPeriodId", "period-of-another-plan", "this is no period of the plan");
        let last = periods.iter().position(|period| period.id == up_to).ok_or_else(foreign)?;
        periods.truncate(last + 1);
    }
    Ok(periods)
}

/// What was reached in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, QueryableByName)]
pub struct AreaReach {
    /// The area.
    #[diesel(sql_type = sql_types::Uuid)]
    pub area_id: AdminAreaId,
    /// The area that it lies in.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub parent_id: Option<AdminAreaId>,
    /// Its P-code; areas come in the order of it.
    #[diesel(sql_type = sql_types::Text)]
    pub pcode: String,
    /// People reached; none while nothing was accepted.
    #[diesel(sql_type = Number)]
    pub reached: Option<Decimal>,
    /// Services delivered: a plain sum, which are not people.
    #[diesel(sql_type = Number)]
    pub services: Option<Decimal>,
    /// The sum of new people.
    #[diesel(sql_type = Number)]
    pub upper_bound: Option<Decimal>,
    /// People to be reached.
    #[diesel(sql_type = Number)]
    pub target: Option<Decimal>,
    /// People in need.
    #[diesel(sql_type = Number)]
    pub in_need: Option<Decimal>,
    /// Organisations with an accepted row here in a report that was expected of them.
    #[diesel(sql_type = sql_types::BigInt)]
    pub organisations_reporting: i64,
}

/// What was reached in an area, and how those did who are expected to report on it.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct AreaReporting {
    /// What was reached.
    #[diesel(embed)]
    pub reach: AreaReach,
    /// Organisations that are expected to report to a cluster that covers the area.
    #[diesel(sql_type = sql_types::BigInt)]
    pub organisations_expected: i64,
    /// Reports to clusters that cover the area that were accepted, of those expected.
    #[diesel(sql_type = sql_types::BigInt)]
    pub reports_accepted: i64,
    /// Reports to them that were first submitted in time.
    #[diesel(sql_type = sql_types::BigInt)]
    pub reports_in_time: i64,
    /// Reports that are expected by clusters that cover the area.
    #[diesel(sql_type = sql_types::BigInt)]
    pub reports_expected: i64,
}

/// What was reached by area of a level, to a period; without one to the latest that had opened at `now`. Every present area of the operation's country is told, and
/// those of the past where something was reached or is wanted.
///
/// # Errors
/// When the period is not one of the plan.
pub async fn area_reach(
    conn: Conn<'_>,
    plan: PlanId,
    level: i32,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Vec<AreaReach>> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    reach_in(conn, plan, level, &periods).await
}

/// The same in these periods.
pub(super) async fn reach_in(conn: Conn<'_>, plan: PlanId, level: i32, periods: &[PeriodId]) -> Result<Vec<AreaReach>> {
    of_areas(conn, sql::area_reach(), plan, level, periods).await
}

/// The same as [`area_reach`], with how those did who are expected to report on the areas.
///
/// # Errors
/// When the period is not one of the plan.
pub async fn area_reporting(
    conn: Conn<'_>,
    plan: PlanId,
    level: i32,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Vec<AreaReporting>> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    reporting_in(conn, plan, level, &periods).await
}

/// The same in these periods.
pub(super) async fn reporting_in(
    conn: Conn<'_>,
    plan: PlanId,
    level: i32,
    periods: &[PeriodId],
) -> Result<Vec<AreaReporting>> {
    of_areas(conn, sql::area_reporting(), plan, level, periods).await
}

async fn of_areas<Row: QueryableByName<Pg> + Send + 'static>(
    mut conn: Conn<'_>,
    statement: String,
    plan: PlanId,
    level: i32,
    periods: &[PeriodId],
) -> Result<Vec<Row>> {
    // Not kept prepared: Postgres would soon take one plan for all values, which takes several times as long as one for these.
    Ok(sql_query(statement)
        .bind::<Ids, _>(vec![plan])
        .bind::<Ids, _>(periods)
        .bind::<sql_types::Integer, _>(level)
        .load(&mut conn)
        .await?)
}

/// What was reached of a category, over all places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, QueryableByName)]
pub struct CategoryReach {
    /// Whom it counts.
    #[diesel(sql_type = sql_types::Uuid)]
    pub category_id: CategoryId,
    /// People reached: per place the largest over the periods, then summed over places.
    #[diesel(sql_type = sql_types::Numeric)]
    pub reached: Decimal,
    /// Services delivered. Of a total that was given beside its parts, only what the parts leave.
    #[diesel(sql_type = sql_types::Numeric)]
    pub services: Decimal,
    /// The sum of new people, in the same way.
    #[diesel(sql_type = sql_types::Numeric)]
    pub upper_bound: Decimal,
    /// Of a part: people reached who are in none of the parts that are told apart as this one is, because rows only totalled them or told them apart
    /// otherwise.
    #[diesel(sql_type = Number)]
    pub not_split: Option<Decimal>,
}

/// What was reached by category, to a period; without one to the latest that had opened at `now`. Categories cut across each other: do not add them up.
///
/// # Errors
/// When the period is not one of the plan.
pub async fn category_figures(
    mut conn: Conn<'_>,
    plan: PlanId,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Vec<CategoryReach>> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    let sql = format!(
        "with {},
        told as (
            select place_id, category_id, max(people) as people, sum(services) as services, sum(new_people) as new_people
            from reach group by place_id, category_id
        ),
        figures as (
            select t.category_id, k.key, k.kind = 'PART' and k.counts = 'LEARNERS' as is_part,
                regexp_replace(k.key, '=[^;]+', '', 'g') as dimensions,
                sum(t.people) as reached, sum(t.services) as services, sum(t.new_people) as upper_bound
            from told t join categories k on k.id = t.category_id
            group by t.category_id, k.key, k.kind, k.counts
        )
        select category_id, reached, services, upper_bound, case when is_part then
            (select sum(people) from places) - sum(reached) over (partition by is_part, dimensions) end as not_split
        from figures order by key",
        sql::places(sql::KEPT),
    );
    Ok(sql_query(sql).bind::<Ids, _>(vec![plan]).bind::<Ids, _>(&periods).kept().load(&mut conn).await?)
}

/// What an indicator has come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorValue {
    /// The indicator.
    pub indicator_id: IndicatorId,
    /// Its value: of a number the denominator is one.
    pub value: Share,
}

#[derive(QueryableByName)]
struct IndicatorInPeriod {
    #[diesel(sql_type = sql_types::Uuid)]
    indicator_id: IndicatorId,
    #[diesel(sql_type = Number)]
    sum: Option<Decimal>,
    #[diesel(sql_type = Number)]
    largest: Option<Decimal>,
    #[diesel(sql_type = sql_types::BigInt)]
    places: i64,
    #[diesel(sql_type = Number)]
    denominator: Option<Decimal>,
}

/// What the indicators of a plan's published version have come to by the end of a period, each by its own rule across places and periods; with
/// `area` in that area alone. Learners count; of an indicator that has only personnel, personnel do.
///
/// # Errors
/// When the period is not one of the plan.
pub async fn indicator_values(
    mut conn: Conn<'_>,
    plan: PlanId,
    area: Option<AdminAreaId>,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Vec<IndicatorValue>> {
    let periods = counted_periods(conn, plan, up_to, now).await?;
    let sql = "with places as (
            select t.indicator_id, t.period_id,
                coalesce(sum(t.value) filter (where k.counts = 'LEARNERS'),
                    sum(t.value) filter (where k.counts <> 'LEARNERS')) as value,
                coalesce(sum(t.denominator) filter (where k.counts = 'LEARNERS'),
                    sum(t.denominator) filter (where k.counts <> 'LEARNERS')) as denominator
            from indicator_totals t join categories k on k.id = t.category_id
            where t.plan_id = $1 and t.period_id = any($2) and k.kind <> 'OF_WHICH'
                and ($3 is null or exists (select from admin_area_ancestors a
                    where a.area_id = t.area_id and a.ancestor_id = $3))
            group by t.period_id, t.place_id, t.indicator_id
        )
        select i.indicator_id, sum(i.value) as sum, max(i.value) as largest, count(i.value) as places,
            sum(i.denominator) as denominator
        from places i join reporting_periods p on p.id = i.period_id
        group by i.indicator_id, p.number
        order by i.indicator_id, p.number";
    // Not kept prepared, as the figures of areas are not: one plan for a month and for a year takes as long as the worse of them.
    let rows: Vec<IndicatorInPeriod> = sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<Ids, _>(&periods)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(area)
        .load(&mut conn)
        .await?;
    let value = |indicator: plans::Indicator| {
        let periods: Vec<InPeriod> = rows
            .iter()
            .filter(|row| row.indicator_id == indicator.id)
            .map(|row| InPeriod {
                sum: row.sum,
                largest: row.largest,
                places: row.places,
                denominator: row.denominator,
            })
            .collect();
        let rule = Rule {
            kind: indicator.kind,
            across_places: indicator.across_places,
            across_periods: indicator.across_periods,
        };
        IndicatorValue { indicator_id: indicator.id, value: rule.across(&periods) }
    };
    let published = plans::published(conn, plan).await?;
    Ok(published.map(|published| published.snapshot.indicators).unwrap_or_default().into_iter().map(value).collect())
}
