//! Which figure is asked about, and the numbers that it was made of.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use super::Behind;
use crate::{
    kit::{Error, Result, db::Conn},
    monitoring::{
        calculation::{Share, gap, left_by_phase},
        figures::{
            METHOD, METHOD_VERSION, PlanFigures, SOURCE, category_figures, indicator_values, plan_figures, reporting_in,
        },
        model::PeriodId,
        severity::{ALLOTTED, phases},
    },
    places,
    plans::PlanId,
    text_enum,
};

text_enum! {
    /// A figure that can be explained.
    FigureKind {
        /// People reached.
        Reached = "REACHED",
        /// Services delivered.
        Services = "SERVICES",
        /// The sum of new people.
        UpperBound = "UPPER_BOUND",
        /// People to be reached.
        Target = "TARGET",
        /// People in need.
        InNeed = "IN_NEED",
        /// People reached of those to be reached.
        Progress = "PROGRESS",
        /// People still to be reached.
        GapToTarget = "GAP_TO_TARGET",
        /// People in need who were not reached.
        GapToNeed = "GAP_TO_NEED",
        /// Accepted reports of expected ones.
        Completeness = "COMPLETENESS",
        /// Reports in time of expected ones.
        Timeliness = "TIMELINESS",
        /// Organisations that reported of those expected to.
        PartnersReporting = "PARTNERS_REPORTING",
        /// The value of an indicator.
        Indicator = "INDICATOR",
        /// What is missing in an area, weighted by severity.
        SeverityWeightedGap = "SEVERITY_WEIGHTED_GAP",
    }
}

text_enum! {
    /// A number that a figure is made of.
    InputName {
        /// Places that count.
        Places = "PLACES",
        /// People reached.
        Reached = "REACHED",
        /// People to be reached.
        Target = "TARGET",
        /// People in need.
        InNeed = "IN_NEED",
        /// The published version of the plan that target and need are of.
        PlanVersion = "PLAN_VERSION",
        /// The part of a share.
        Numerator = "NUMERATOR",
        /// The whole of a share.
        Denominator = "DENOMINATOR",
        /// People in need in phase 3.
        InNeedPhase3 = "IN_NEED_PHASE_3",
        /// People in need in phase 4.
        InNeedPhase4 = "IN_NEED_PHASE_4",
        /// People in need in phase 5.
        InNeedPhase5 = "IN_NEED_PHASE_5",
        /// What reach leaves of phase 3.
        LeftPhase3 = "LEFT_PHASE_3",
        /// What reach leaves of phase 4.
        LeftPhase4 = "LEFT_PHASE_4",
        /// What reach leaves of phase 5.
        LeftPhase5 = "LEFT_PHASE_5",
    }
}

/// A named number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// What it is.
    pub name: InputName,
    /// The number; none where it is not known.
    pub value: Option<Decimal>,
}

/// How a figure came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Which figure.
    pub kind: FigureKind,
    /// Its value; none where it is not known.
    pub value: Option<Decimal>,
    /// How it was made.
    pub method: &'static str,
    /// The method's version.
    pub method_version: &'static str,
    /// When a report that it holds was last accepted.
    pub as_of: Option<DateTime<Utc>>,
    /// What it was made from.
    pub source: &'static str,
    /// The numbers that it was made of.
    pub inputs: Vec<Input>,
}

/// What a plan, or an area of it, has come to, as far as figures are made of it.
struct Basis {
    reached: Option<Decimal>,
    services: Option<Decimal>,
    upper_bound: Option<Decimal>,
    target: Option<Decimal>,
    in_need: Option<Decimal>,
    completeness: Share,
    timeliness: Share,
    partners: Share,
}

impl From<&PlanFigures> for Basis {
    fn from(figures: &PlanFigures) -> Self {
        Self {
            reached: figures.reached,
            services: figures.services,
            upper_bound: figures.upper_bound,
            target: figures.target,
            in_need: figures.in_need,
            completeness: figures.completeness,
            timeliness: figures.timeliness,
            partners: figures.partners_reporting,
        }
    }
}

/// Lets pass what can be asked: a category or an indicator only of figures that are told by it.
fn check(kind: FigureKind, behind: Behind) -> Result<()> {
    let by_category = matches!(kind, FigureKind::Reached | FigureKind::Services | FigureKind::UpperBound);
    if behind.category.is_some() && (!by_category || behind.area.is_some()) {
        let message = "only people reached, services and the upper bound are told by category, for the plan as a whole";
        return Err(Error::invalid("categoryId", "figure-without-category", message));
    }
    if (kind == FigureKind::Indicator) != behind.indicator.is_some() {
        let message = "say which indicator with the kind INDICATOR, and with no other";
        return Err(Error::invalid("indicatorId", "figure-indicator", message));
    }
    if kind == FigureKind::SeverityWeightedGap && behind.area.is_none() {
        let message = "severity is told by area: say which";
        return Err(Error::invalid("areaId", "figure-area", message));
    }
    Ok(())
}

/// Explains a figure of a plan in these periods, the last of which is `up_to`.
pub async fn explain(
    conn: Conn<'_>,
    kind: FigureKind,
    behind: Behind,
    (plan, up_to, periods): (PlanId, Option<PeriodId>, &[PeriodId]),
    now: DateTime<Utc>,
) -> Result<Explained> {
    check(kind, behind)?;
    let figures = plan_figures(conn, plan, up_to, now).await?;
    let version = figures.plan_version;
    let mut explained = match kind {
        FigureKind::Indicator => indicator(conn, behind, plan, up_to, now).await?,
        FigureKind::SeverityWeightedGap => severity(conn, behind, plan, periods).await?,
        _ => {
            let mut basis = match behind.area {
                Some(_) => basis_of_area(conn, behind, plan, periods).await?,
                None => Basis::from(&figures),
            };
            if let Some(category) = behind.category {
                let all = category_figures(conn, plan, up_to, now).await?;
                let of = all.into_iter().find(|reach| reach.category_id == category);
                basis.reached = of.as_ref().map(|reach| reach.reached);
                basis.services = of.as_ref().map(|reach| reach.services);
                basis.upper_bound = of.as_ref().map(|reach| reach.upper_bound);
            }
            of_people(kind, &basis)
        }
    };
    if matches!(kind, FigureKind::Reached | FigureKind::Services | FigureKind::UpperBound) {
        let places = places_behind(conn, behind, plan, periods).await?;
        explained.inputs.insert(0, Input { name: InputName::Places, value: Some(Decimal::from(places)) });
    }
    let by_plan = [InputName::Target, InputName::InNeed, InputName::InNeedPhase3];
    if explained.inputs.iter().any(|input| by_plan.contains(&input.name)) {
        explained.inputs.push(Input { name: InputName::PlanVersion, value: version.map(Decimal::from) });
    }
    let by_plan_alone = matches!(kind, FigureKind::Target | FigureKind::InNeed);
    explained.as_of = if by_plan_alone { None } else { figures.as_of };
    Ok(explained)
}

fn explained(
    kind: FigureKind,
    value: Option<Decimal>,
    method: &'static str,
    source: &'static str,
    inputs: &[(InputName, Option<Decimal>)],
) -> Explained {
    let inputs = inputs.iter().map(|(name, value)| Input { name: *name, value: *value }).collect();
    Explained { kind, value, method, method_version: METHOD_VERSION, as_of: None, source, inputs }
}

/// The source of figures that need the published plan.
const PLAN: &str = "the plan's published version";
const PLAN_AND_REPORTS: &str = "the plan's published version, and accepted partner reports";

fn of_people(kind: FigureKind, basis: &Basis) -> Explained {
    use FigureKind as Kind;
    use InputName as Name;
    let share = |share: Share, method, source| {
        let inputs = [(Name::Numerator, share.numerator), (Name::Denominator, share.denominator)];
        explained(kind, share.value(), method, source, &inputs)
    };
    let (reached, target, in_need) = (basis.reached, basis.target, basis.in_need);
    match kind {
        Kind::Services => explained(kind, basis.services, "SUM_OF_ROWS", SOURCE, &[]),
        Kind::UpperBound => explained(kind, basis.upper_bound, "SUM_OF_NEW_PEOPLE", SOURCE, &[]),
        Kind::Target => explained(kind, target, "LARGEST_TARGET", PLAN, &[(Name::Target, target)]),
        Kind::InNeed => explained(kind, in_need, "NEEDS_ROUND", PLAN, &[(Name::InNeed, in_need)]),
        Kind::Progress => {
            let inputs = [(Name::Reached, reached), (Name::Target, target)];
            explained(kind, Share::new(reached, target).value(), "REACHED_OF_TARGET", PLAN_AND_REPORTS, &inputs)
        }
        Kind::GapToTarget => {
            let inputs = [(Name::Target, target), (Name::Reached, reached)];
            explained(kind, gap(target, reached), "TARGET_LESS_REACHED", PLAN_AND_REPORTS, &inputs)
        }
        Kind::GapToNeed => {
            let inputs = [(Name::InNeed, in_need), (Name::Reached, reached)];
            explained(kind, gap(in_need, reached), "NEED_LESS_REACHED", PLAN_AND_REPORTS, &inputs)
        }
        Kind::Completeness => share(basis.completeness, "ACCEPTED_OF_EXPECTED", SOURCE),
        Kind::Timeliness => share(basis.timeliness, "IN_TIME_OF_EXPECTED", "partner reports"),
        Kind::PartnersReporting => share(basis.partners, "REPORTING_OF_EXPECTED", SOURCE),
        Kind::Reached | Kind::Indicator | Kind::SeverityWeightedGap => explained(kind, reached, METHOD, SOURCE, &[]),
    }
}

/// The level of the area that is asked about.
async fn level(conn: Conn<'_>, behind: Behind) -> Result<i32> {
    let missing = || Error::not_found("areaId");
    let area = behind.area.ok_or_else(missing)?;
    Ok(places::area(conn, area).await?.ok_or_else(missing)?.level)
}

async fn basis_of_area(conn: Conn<'_>, behind: Behind, plan: PlanId, periods: &[PeriodId]) -> Result<Basis> {
    let level = level(conn, behind).await?;
    let all = reporting_in(conn, plan, level, periods).await?;
    let found = all.into_iter().find(|area| Some(area.reach.area_id) == behind.area);
    let area = found.ok_or_else(|| Error::not_found("areaId"))?;
    let reach = &area.reach;
    let of = |part: i64, whole: i64| Share::new(Decimal::from(part), Decimal::from(whole));
    Ok(Basis {
        reached: reach.reached,
        services: reach.services,
        upper_bound: reach.upper_bound,
        target: reach.target,
        in_need: reach.in_need,
        completeness: of(area.reports_accepted, area.reports_expected),
        timeliness: of(area.reports_in_time, area.reports_expected),
        partners: of(reach.organisations_reporting, area.organisations_expected),
    })
}

async fn indicator(
    conn: Conn<'_>,
    behind: Behind,
    plan: PlanId,
    up_to: Option<PeriodId>,
    now: DateTime<Utc>,
) -> Result<Explained> {
    let all = indicator_values(conn, plan, behind.area, up_to, now).await?;
    let found = all.into_iter().find(|value| Some(value.indicator_id) == behind.indicator);
    let share = found.ok_or_else(|| Error::not_found("indicatorId"))?.value;
    let inputs = [(InputName::Numerator, share.numerator), (InputName::Denominator, share.denominator)];
    Ok(explained(FigureKind::Indicator, share.value(), "INDICATOR_RULE", SOURCE, &inputs))
}

async fn severity(conn: Conn<'_>, behind: Behind, plan: PlanId, periods: &[PeriodId]) -> Result<Explained> {
    use InputName as Name;
    let basis = basis_of_area(conn, behind, plan, periods).await?;
    let mut all = phases(conn, plan, level(conn, behind).await?).await?;
    let phases = behind.area.and_then(|area| all.remove(&area));
    let reached = basis.reached.unwrap_or_default();
    let left = phases.as_ref().map(|phases| left_by_phase(phases.in_need.map(Option::unwrap_or_default), reached));
    let in_need = |index: usize| phases.as_ref().and_then(|phases| phases.in_need[index]);
    let left_of = |index: usize| left.map(|left| left[index]);
    let value = phases.as_ref().map(|phases| phases.weighted_gap(reached));
    let inputs = [
        (Name::InNeedPhase3, in_need(0)),
        (Name::InNeedPhase4, in_need(1)),
        (Name::InNeedPhase5, in_need(2)),
        (Name::Reached, basis.reached),
        (Name::LeftPhase3, left_of(0)),
        (Name::LeftPhase4, left_of(1)),
        (Name::LeftPhase5, left_of(2)),
    ];
    Ok(explained(FigureKind::SeverityWeightedGap, value, ALLOTTED, PLAN_AND_REPORTS, &inputs))
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = sql_types::BigInt)]
    number: i64,
}

/// How many places a figure is made of.
async fn places_behind(mut conn: Conn<'_>, behind: Behind, plan: PlanId, periods: &[PeriodId]) -> Result<i64> {
    type Id = sql_types::Nullable<sql_types::Uuid>;
    let sql = "select count(distinct r.place_id) as number
        from reach_cells r join categories k on k.id = r.category_id
        where r.plan_id = $1 and r.period_id = any($2)
            and case when $4 is null then k.kind <> 'OF_WHICH' and k.counts = 'LEARNERS' else r.category_id = $4 end
            and ($3 is null or exists (select from admin_area_ancestors a where a.area_id = r.area_id and a.ancestor_id = $3))";
    let found: Number = sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(periods)
        .bind::<Id, _>(behind.area)
        .bind::<Id, _>(behind.category)
        .get_result(&mut conn)
        .await?;
    Ok(found.number)
}
