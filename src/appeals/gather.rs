//! Gathers what an edition says from needs, plan, monitoring and funding, each figure with its method.
//!
//! Figures come from the engine that owns them and are not reckoned again here, so an edition can never disagree with the screens.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;

use super::{
    balance::{self, Balance},
    edition::{
        About, ActivityLine, AreaLine, CategoryLine, ContributionLine, EditionInputs, IndicatorLine, Method, Money,
        PartOfWhole,
    },
    flows::FlowStatus,
    funding,
    model::Appeal,
    small_cells,
};
use crate::{
    clusters::{self, Operation},
    dimensions::{self, CategoryId},
    kit::{Error, Result, db::Conn, scope::ClusterId, text::LocalizedText},
    monitoring::{self, AreaReach, PeriodId, PlanFigures},
    needs,
    places::{self, AdminAreaId},
    plans::{self, ActivityId, IndicatorId, Plan, PlanId},
};

/// The level of areas that an edition tells: the parts of the country.
const AREA_LEVEL: i32 = 1;

/// Gathers what an edition says.
pub(super) async fn gather(
    conn: Conn<'_>,
    appeal: &Appeal,
    number: i32,
    as_of: NaiveDate,
    now: DateTime<Utc>,
) -> Result<EditionInputs> {
    let operation = clusters::operation(conn, appeal.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("an appeal without its operation"))?;
    let balance = balance::balance(conn, appeal, as_of).await?;
    let plan = match appeal.plan_id {
        Some(id) => plans::plan(conn, id).await?,
        None => None,
    };
    let mut inputs = EditionInputs {
        number,
        as_of,
        published_at: now,
        about: about(appeal, &operation, plan.as_ref(), cluster_names(conn, appeal.cluster_id).await?),
        money: money(appeal, &balance),
        in_need: None,
        target: None,
        reached: None,
        partners_reporting: PartOfWhole::default(),
        completeness: PartOfWhole::default(),
        areas: Vec::new(),
        categories: Vec::new(),
        indicators: Vec::new(),
        activities: Vec::new(),
        contributions: contributions(&balance),
        small_cell_threshold: operation.small_cell_threshold,
        methods: vec![funding_method(as_of)],
    };
    if let Some(plan) = plan {
        inputs.activities = activities(conn, plan.id, &balance).await?;
        add_people(conn, &mut inputs, &operation, &plan, now).await?;
    }
    Ok(inputs)
}

async fn cluster_names(conn: Conn<'_>, cluster: Option<ClusterId>) -> Result<Option<LocalizedText>> {
    match cluster {
        Some(id) => Ok(clusters::cluster(conn, id).await?.map(|cluster| cluster.names)),
        None => Ok(None),
    }
}

fn about(appeal: &Appeal, operation: &Operation, plan: Option<&Plan>, cluster_names: Option<LocalizedText>) -> About {
    About {
        code: appeal.code.clone(),
        kind: appeal.kind,
        names: appeal.names.clone(),
        summary: appeal.summary.clone(),
        starts_on: appeal.starts_on,
        ends_on: appeal.ends_on,
        operation_code: operation.code.clone(),
        operation_names: operation.names.clone(),
        country_iso3: operation.country_iso3.clone(),
        cluster_names,
        plan_code: plan.map(|plan| plan.code.clone()),
    }
}

fn money(appeal: &Appeal, balance: &Balance) -> Money {
    Money {
        currency: appeal.currency.clone(),
        requirement: balance.requirement,
        revision: balance.revision.as_ref().map(|revision| revision.number),
        funded: balance.given.funded(),
        paid: balance.given.paid,
        committed: balance.given.committed,
        pledged: balance.given.pledged,
        in_kind: balance.given.in_kind,
        coverage: balance.position.coverage(),
        unmet: balance.position.unmet(),
        over_funding: balance.position.over_funding(),
    }
}

/// The contributions to this appeal that stand, the largest first.
fn contributions(balance: &Balance) -> Vec<ContributionLine> {
    let mut lines: Vec<ContributionLine> = balance
        .own()
        .filter(|own| own.fact.active)
        .map(|own| ContributionLine {
            donors: own.given.donors.clone(),
            status: own.fact.status,
            amount: own.given.amount,
            currency: own.given.currency.clone(),
            rate: own.given.rate,
            usd: own.fact.usd_in(&balance.years),
            decision_date: own.given.decision_date,
            contribution: own.fact.contribution,
            earmarking: own.given.earmarking,
            shared: own.fact.shared_between_plans || (balance.sector.is_some() && own.fact.clusters.len() > 1),
        })
        .collect();
    lines.sort_by(|one, other| other.usd.cmp(&one.usd).then_with(|| one.donors.cmp(&other.donors)));
    lines
}

fn funding_method(as_of: NaiveDate) -> Method {
    Method {
        figures: "FUNDING".to_owned(),
        method: funding::METHOD.to_owned(),
        version: funding::METHOD_VERSION.to_owned(),
        source: "contributions recorded by donors and the cluster, and by FTS".to_owned(),
        as_of,
    }
}

/// What each activity asks for and what was given for it alone. A giver that named no activity says nothing of any.
async fn activities(conn: Conn<'_>, plan: PlanId, balance: &Balance) -> Result<Vec<ActivityLine>> {
    let mut funded: HashMap<ActivityId, Decimal> = HashMap::new();
    for own in balance.own().filter(|own| own.fact.active && own.fact.status != FlowStatus::Pledge) {
        if let ([activity], Some(usd)) = (&own.given.activities[..], own.fact.usd_in(&balance.years)) {
            *funded.entry(ActivityId::from_uuid(*activity)).or_default() += usd;
        }
    }
    let mut asked: HashMap<ActivityId, Decimal> = HashMap::new();
    for line in &balance.lines {
        if let (Some(activity), Some(amount)) = (line.activity_id, line.amount) {
            *asked.entry(activity).or_default() += amount;
        }
    }
    let line = |activity: plans::Activity| ActivityLine {
        requirement: asked.get(&activity.id).copied(),
        funded: funded.get(&activity.id).copied(),
        ref_code: activity.ref_code,
        names: activity.names,
    };
    Ok(plans::activities(conn, plan).await?.into_iter().map(line).collect())
}

/// People in need, to be reached and reached, up to the last period that had ended on the day.
async fn add_people(
    conn: Conn<'_>,
    inputs: &mut EditionInputs,
    operation: &Operation,
    plan: &Plan,
    now: DateTime<Utc>,
) -> Result<()> {
    let periods = monitoring::periods_of_plan(conn, plan.id).await?;
    let ended = periods.iter().filter(|period| period.ends_on.pred_opt().is_some_and(|last| last <= inputs.as_of));
    let up_to = ended.max_by_key(|period| period.number).map(|period| period.id);
    let figures = monitoring::plan_figures(conn, plan.id, up_to, now).await?;
    let threshold = Decimal::from(operation.small_cell_threshold);
    inputs.areas = areas(conn, operation, plan.id, up_to, threshold).await?;
    headline(inputs, &figures, up_to);
    if let Some(up_to) = up_to {
        inputs.categories = categories(conn, plan, up_to, threshold).await?;
        inputs.indicators = indicators(conn, plan.id, up_to).await?;
        inputs.methods.push(Method {
            figures: "REACH".to_owned(),
            method: monitoring::METHOD.to_owned(),
            version: monitoring::METHOD_VERSION.to_owned(),
            source: monitoring::SOURCE.to_owned(),
            as_of: inputs.as_of,
        });
    }
    if let Some(round) = plan.needs_round_id {
        let round = needs::round(conn, round).await?.ok_or_else(|| Error::bug("a plan without its needs round"))?;
        inputs.methods.push(Method {
            figures: "NEEDS".to_owned(),
            method: round.method,
            version: round.method_version,
            source: round.source,
            as_of: round.reference_to,
        });
    }
    Ok(())
}

fn headline(inputs: &mut EditionInputs, figures: &PlanFigures, up_to: Option<PeriodId>) {
    inputs.in_need = figures.in_need;
    inputs.target = figures.target;
    // Before the first period has ended nothing was to be reported yet.
    if up_to.is_some() {
        inputs.reached = figures.reached;
        inputs.partners_reporting = figures.partners_reporting.into();
        inputs.completeness = figures.completeness.into();
    }
}

async fn areas(
    conn: Conn<'_>,
    operation: &Operation,
    plan: PlanId,
    up_to: Option<PeriodId>,
    threshold: Decimal,
) -> Result<Vec<AreaLine>> {
    let Some(country) = &operation.country_iso3 else { return Ok(Vec::new()) };
    let (known, figures) = futures::try_join!(
        places::areas_at_level(conn, country, AREA_LEVEL),
        monitoring::area_figures(conn, plan, AREA_LEVEL, up_to),
    )?;
    let mut names: HashMap<AdminAreaId, LocalizedText> = known.into_iter().map(|area| (area.id, area.names)).collect();
    let says = |area: &AreaReach| area.in_need.is_some() || area.target.is_some() || area.reached.is_some();
    let mut lines: Vec<AreaLine> = figures
        .into_iter()
        .filter(says)
        .map(|area| AreaLine {
            names: names.remove(&area.area_id).unwrap_or_default(),
            pcode: area.pcode,
            in_need: area.in_need.into(),
            target: area.target.into(),
            reached: area.reached.filter(|_| up_to.is_some()).into(),
            organisations_reporting: area.organisations_reporting,
            organisations_expected: area.organisations_expected,
        })
        .collect();
    small_cells::hide(lines.iter_mut().map(|line| &mut line.in_need), threshold);
    small_cells::hide(lines.iter_mut().map(|line| &mut line.target), threshold);
    small_cells::hide(lines.iter_mut().map(|line| &mut line.reached), threshold);
    Ok(lines)
}

async fn categories(conn: Conn<'_>, plan: &Plan, up_to: PeriodId, threshold: Decimal) -> Result<Vec<CategoryLine>> {
    let (known, figures) = futures::try_join!(
        dimensions::categories(conn, plan.operation_id),
        monitoring::category_figures(conn, plan.id, Some(up_to)),
    )?;
    let reached: HashMap<CategoryId, Decimal> =
        figures.into_iter().map(|figure| (figure.category_id, figure.reached)).collect();
    let mut lines: Vec<CategoryLine> = known
        .into_iter()
        .filter_map(|category| {
            let reached = Some(*reached.get(&category.id)?).into();
            Some(CategoryLine { key: category.key, kind: category.kind, labels: category.labels, reached })
        })
        .collect();
    small_cells::hide(lines.iter_mut().map(|line| &mut line.reached), threshold);
    Ok(lines)
}

async fn indicators(conn: Conn<'_>, plan: PlanId, up_to: PeriodId) -> Result<Vec<IndicatorLine>> {
    let (known, values) = futures::try_join!(
        plans::indicators(conn, plan),
        monitoring::indicator_values(conn, plan, None, Some(up_to)),
    )?;
    let values: HashMap<IndicatorId, PartOfWhole> =
        values.into_iter().map(|value| (value.indicator_id, value.value.into())).collect();
    let line = |indicator: plans::Indicator| IndicatorLine {
        achieved: values.get(&indicator.id).copied().unwrap_or_default(),
        ref_code: indicator.ref_code,
        names: indicator.names,
        unit: indicator.unit,
    };
    Ok(known.into_iter().map(line).collect())
}
