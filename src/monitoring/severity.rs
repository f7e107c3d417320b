//! How severe it is where: people in need by phase of the published needs round, and what reach leaves of them.

use std::collections::HashMap;

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use super::calculation::{SeverityRule, severity_of_area, severity_weighted_gap};
use crate::{
    kit::{
        Result,
        db::{Conn, Keep},
    },
    needs::NeedsRoundStatus,
    places::AdminAreaId,
    plans::PlanId,
};

/// How reach is told apart by severity, which nobody observes of those who were reached.
pub(super) const ALLOTTED: &str = "REACH_ALLOTTED_FROM_MOST_SEVERE";

/// People of an area by phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phases {
    /// People in need in the phases 3, 4 and 5.
    pub(super) in_need: [Option<Decimal>; 3],
    /// Everyone, those in no need among them.
    pub(super) population: Option<Decimal>,
    /// From which share of the population on the area is in a phase, as the needs round says it.
    pub(super) rule: SeverityRule,
}

impl Phases {
    /// What reach leaves of each phase, weighted.
    pub(super) fn weighted_gap(&self, reached: Decimal) -> Decimal {
        severity_weighted_gap(self.in_need.map(Option::unwrap_or_default), reached)
    }

    /// The area's own phase; none where the population is not known.
    pub(super) fn severity(&self) -> Option<u8> {
        severity_of_area(self.in_need.map(Option::unwrap_or_default), self.population?, self.rule)
    }

    /// How reach was told apart by phase, and by which rule the area is in its own, where it is known.
    pub(super) fn method(&self) -> String {
        if self.severity().is_some() { format!("{ALLOTTED};{}", self.rule.method()) } else { ALLOTTED.to_owned() }
    }
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    three: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    four: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    five: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    population: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    threshold: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Bool>)]
    inclusive: Option<bool>,
}

/// The phases of areas of a level, as the needs round of the plan's published version tells them by categories of the dimension `severity`. What
/// is told of several levels below an area is taken from one of them: that which tells of most people. The round's parameters
/// `severity_threshold` and `severity_inclusive` say from which share of its population on an area is in a phase.
fn sql() -> String {
    format!(
        "with facts as (
            select f.area_id, f.metric, f.value, k.key, substring(k.key from 'severity=(?:phase_?)?([1-5])$')::integer as phase
            from published_plans p
            join needs_rounds n on n.id = p.needs_round_id and n.status = '{published}'
            join need_figures f on f.round_id = n.id
            join categories k on k.id = f.category_id
            where p.plan_id = $1 and f.value is not null and f.metric in ('IN_NEED', 'POPULATION')
                and k.kind <> 'OF_WHICH' and k.counts = 'LEARNERS'
                and (k.key = '' or k.key ~ '^(population_group=[^;]+;)?severity=(phase_?)?[1-5]$')
        ),
        by_phase as (
            select area_id, metric, phase, coalesce(max(value) filter (where key !~ '^population_group'), sum(value)) as people
            from facts where phase is not null or metric = 'POPULATION'
            group by area_id, metric, phase
        ),
        here as (
            select area_id,
                coalesce(max(people) filter (where phase = 3 and metric = 'IN_NEED'), max(people) filter (where phase = 3)) as three,
                coalesce(max(people) filter (where phase = 4 and metric = 'IN_NEED'), max(people) filter (where phase = 4)) as four,
                coalesce(max(people) filter (where phase = 5 and metric = 'IN_NEED'), max(people) filter (where phase = 5)) as five,
                max(people) filter (where phase is null) as population
            from by_phase group by area_id
        ),
        by_level as (
            select up.ancestor_id as area_id, own.level, sum(h.three) as three, sum(h.four) as four, sum(h.five) as five,
                sum(h.population) as population
            from here h
            join admin_areas own on own.id = h.area_id
            join admin_area_ancestors up on up.area_id = h.area_id and up.ancestor_level = $2
            group by up.ancestor_id, own.level
        )
        select distinct on (area_id) area_id, three, four, five, population, rule.threshold, rule.inclusive
        from by_level
        left join (
            select case when given.threshold ~ '^(0([.][0-9]{{1,20}})?|1([.]0{{1,20}})?)$'
                    then round(given.threshold::numeric, 6) end as threshold,
                given.inclusive
            from published_plans p
            join needs_rounds n on n.id = p.needs_round_id
            cross join lateral (
                select n.parameters ->> 'severity_threshold' as threshold,
                    case jsonb_typeof(n.parameters -> 'severity_inclusive')
                        when 'boolean' then (n.parameters ->> 'severity_inclusive')::boolean end as inclusive) given
            where p.plan_id = $1
        ) rule on true
        where three is not null or four is not null or five is not null
        order by area_id, coalesce(three, 0) + coalesce(four, 0) + coalesce(five, 0) desc, level",
        published = NeedsRoundStatus::Published,
    )
}

/// The phases of the areas of a level of which they are known.
pub(super) async fn phases(mut conn: Conn<'_>, plan: PlanId, level: i32) -> Result<HashMap<AdminAreaId, Phases>> {
    let rows: Vec<Row> = sql_query(sql())
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Integer, _>(level)
        .kept()
        .load(&mut conn)
        .await?;
    let usual = SeverityRule::default();
    let phases = |row: Row| {
        let rule = SeverityRule {
            threshold: row.threshold.unwrap_or(usual.threshold),
            inclusive: row.inclusive.unwrap_or(usual.inclusive),
        };
        (row.area_id, Phases { in_need: [row.three, row.four, row.five], population: row.population, rule })
    };
    Ok(rows.into_iter().map(phases).collect())
}
