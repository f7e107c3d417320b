//! Gathers what an edition says from needs, plan, monitoring and funding, each figure with how it came about.
//!
//! Figures come from the engine that owns them and are not reckoned again here, so an edition can never disagree with the screens.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    balance::{self, Balance},
    figures::{
        ActivityFigures, AppealFacts, AreaFigures, ContributionFigures, EditionFigures, IndicatorFigures, MoneyFigures,
        PeopleFigures, Provenance, Reporting,
    },
    flows::{Contributed, FlowStatus},
    funding, groups,
    model::Appeal,
    small_cells, store,
};
use crate::{
    clusters::{self, Operation},
    dimensions::{self, CategoryId},
    kit::{
        Error, Result,
        db::{Conn, Transaction},
    },
    monitoring::{self, PeriodId, PlanFigures},
    needs,
    places::{self, AdminArea, AdminAreaId},
    plans::{self, ActivityId, IndicatorId, Plan},
};

/// The level of areas that an edition tells: the largest parts of the country.
const AREA_LEVEL: i32 = 1;
/// The currency that an edition tells money in.
const CURRENCY: &str = "USD";

/// Everything that the next edition says, except for what changed since the one before.
pub(super) async fn gather(
    transaction: &mut Transaction,
    appeal: &Appeal,
    number: i32,
    as_of: NaiveDate,
) -> Result<EditionFigures> {
    let conn = transaction.conn();
    let operation = clusters::operation(conn, appeal.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("an appeal without its operation"))?;
    let balance = balance::balance(conn, appeal, as_of).await?;
    let (received, announced) = contributions(&balance);
    let mut figures = EditionFigures {
        appeal: facts(conn, appeal, &operation).await?,
        number,
        as_of,
        published_at: transaction.now(),
        note: None,
        previous: None,
        changes: Vec::new(),
        money: money(&balance),
        people: PeopleFigures::default(),
        reporting: Reporting::default(),
        areas: Vec::new(),
        activities: Vec::new(),
        contributions: received,
        pledges: announced,
        indicators: Vec::new(),
        groups: Vec::new(),
        small_cell_threshold: operation.small_cell_threshold,
        provenance: BTreeMap::from([("money".to_owned(), funding_provenance(as_of))]),
    };
    if let Some(id) = appeal.plan_id {
        let plan = plans::plan(conn, id).await?.ok_or_else(|| Error::bug("an appeal without its plan"))?;
        figures.activities = activities(conn, &plan, &balance).await?;
        add_people(transaction, &mut figures, &operation, &plan).await?;
    }
    Ok(figures)
}

async fn facts(conn: Conn<'_>, appeal: &Appeal, operation: &Operation) -> Result<AppealFacts> {
    let country = match &operation.country_iso3 {
        Some(iso3) => places::country_names(conn, iso3).await?,
        None => None,
    };
    Ok(AppealFacts {
        code: appeal.code.clone(),
        kind: appeal.kind.to_string(),
        names: appeal.names.clone(),
        summary: appeal.summary.clone(),
        operation: operation.names.clone(),
        default_language: operation.default_language,
        // A region is called as its operation.
        country: country.unwrap_or_else(|| operation.names.clone()),
        currency: CURRENCY.to_owned(),
        starts_on: appeal.starts_on,
        ends_on: appeal.ends_on,
    })
}

fn money(balance: &Balance) -> MoneyFigures {
    let shared = balance.own().filter(|own| counts(own) && is_shared(balance, own));
    MoneyFigures {
        requirement: balance.position.requirement,
        paid: balance.given.paid,
        committed: balance.given.committed,
        funded: balance.given.funded(),
        unmet: balance.position.unmet(),
        over_funding: balance.position.over_funding(),
        pledged: balance.given.pledged,
        shared: funding::total(shared.map(|own| own.fact.usd_in(&balance.years))),
    }
}

fn counts(given: &Contributed) -> bool {
    given.fact.active && given.fact.status != FlowStatus::Pledge
}

/// Whether others have a part in it, so that it is not counted for this appeal.
fn is_shared(balance: &Balance, given: &Contributed) -> bool {
    given.fact.shared_between_plans || (balance.sector.is_some() && given.fact.clusters.len() > 1)
}

fn funding_provenance(as_of: NaiveDate) -> Provenance {
    Provenance {
        method: funding::METHOD.to_owned(),
        method_version: funding::METHOD_VERSION.to_owned(),
        as_of,
        source: "contributions told by donors, the cluster and FTS".to_owned(),
    }
}

/// What was received and what was announced, each the largest first: just what the sums of money are made of.
fn contributions(balance: &Balance) -> (Vec<ContributionFigures>, Vec<ContributionFigures>) {
    let counted = balance.own().filter(|own| {
        // For a whole plan an internal flow only says where money went that came in before.
        balance.is_counted(own) && !is_shared(balance, own)
    });
    let mut lines: Vec<ContributionFigures> = counted.map(|own| contribution(balance, own)).collect();
    lines.sort_by(|one, other| other.usd.cmp(&one.usd).then_with(|| one.donor.cmp(&other.donor)));
    lines.into_iter().partition(|line| line.status != FlowStatus::Pledge.as_str())
}

fn contribution(balance: &Balance, own: &Contributed) -> ContributionFigures {
    let foreign = own.given.currency.as_deref().is_some_and(|currency| currency != CURRENCY);
    ContributionFigures {
        donor: own.given.donors.join("; "),
        status: own.fact.status.to_string(),
        amount: own.given.amount.filter(|_| foreign),
        currency: own.given.currency.clone().filter(|_| foreign),
        rate: own.given.rate.filter(|_| foreign),
        usd: own.fact.usd_in(&balance.years),
    }
}

/// What each activity asks for and what was given for it alone. A giver that named no activity says nothing of any.
async fn activities(conn: Conn<'_>, plan: &Plan, balance: &Balance) -> Result<Vec<ActivityFigures>> {
    let mut funded: HashMap<ActivityId, Decimal> = HashMap::new();
    for own in balance.own().filter(|own| counts(own) && balance.is_counted(own) && !is_shared(balance, own)) {
        if let ([activity], Some(usd)) = (&own.given.activities[..], own.fact.usd_in(&balance.years)) {
            *funded.entry(ActivityId::from_uuid(*activity)).or_default() += usd;
        }
    }
    let mut required: HashMap<ActivityId, Decimal> = HashMap::new();
    for line in balance.lines.iter().filter(|_| balance.position.requirement.is_some()) {
        if let (Some(activity), Some(amount)) = (line.activity_id, line.amount) {
            *required.entry(activity).or_default() += amount;
        }
    }
    let figures = |activity: plans::Activity| ActivityFigures {
        required: required.get(&activity.id).copied(),
        funded: funded.get(&activity.id).copied(),
        ref_code: activity.ref_code,
        names: activity.names,
        unit: activity.unit.to_string(),
        unit_target: activity.unit_target,
    };
    Ok(plans::activities(conn, plan.id).await?.into_iter().map(figures).collect())
}

/// People in need, to be reached and reached, up to the last period that had ended on the day.
async fn add_people(
    transaction: &mut Transaction,
    figures: &mut EditionFigures,
    operation: &Operation,
    plan: &Plan,
) -> Result<()> {
    let conn = transaction.conn();
    let up_to = store::last_period_ended(conn, plan.id, figures.as_of).await?;
    let reached = monitoring::plan_figures(conn, plan.id, up_to, transaction.now()).await?;
    headline(figures, &reached, up_to.is_some());
    figures.areas = areas(conn, operation, plan, up_to).await?;
    figures.indicators = indicators(conn, plan, up_to).await?;
    if let Some(up_to) = up_to {
        let provenance = Provenance {
            method: monitoring::METHOD.to_owned(),
            method_version: monitoring::METHOD_VERSION.to_owned(),
            as_of: figures.as_of,
            source: monitoring::SOURCE.to_owned(),
        };
        figures.provenance.insert("people.reached".to_owned(), provenance);
        add_groups(transaction, figures, plan, up_to).await?;
    }
    if let Some(round) = plan.needs_round_id {
        let round = needs::needs_round(transaction.conn(), round).await?;
        let round = round.ok_or_else(|| Error::bug("a plan without its needs round"))?;
        let provenance = Provenance {
            method: round.method,
            method_version: round.method_version,
            as_of: round.reference_to.pred_opt().unwrap_or(round.reference_to),
            source: round.source,
        };
        figures.provenance.insert("people.inNeed".to_owned(), provenance);
    }
    let threshold = Decimal::from(operation.small_cell_threshold);
    small_cells::hide(figures.areas.iter_mut().map(|area| &mut area.reached), threshold);
    for dimension in groups::by_dimension(&mut figures.groups) {
        small_cells::hide(dimension.iter_mut().map(|group| &mut group.reached), threshold);
    }
    Ok(())
}

fn headline(figures: &mut EditionFigures, plan: &PlanFigures, any_period_ended: bool) {
    figures.people = PeopleFigures { in_need: plan.in_need, targeted: plan.target, ..PeopleFigures::default() };
    // Before the first period has ended nothing was to be reported yet.
    if any_period_ended {
        figures.people.reached = plan.reached;
        figures.people.services = plan.services;
        figures.people.upper_bound = plan.upper_bound;
        let whole = |number: Option<Decimal>| number.and_then(|number| i64::try_from(number).ok()).unwrap_or(0);
        figures.reporting = Reporting {
            reported: whole(plan.partners_reporting.numerator),
            expected: whole(plan.partners_reporting.denominator),
        };
    }
}

async fn areas(
    conn: Conn<'_>,
    operation: &Operation,
    plan: &Plan,
    up_to: Option<PeriodId>,
) -> Result<Vec<AreaFigures>> {
    let Some(country) = &operation.country_iso3 else { return Ok(Vec::new()) };
    let (known, figures) = futures::try_join!(
        places::areas_at_level(conn, country, AREA_LEVEL),
        monitoring::area_figures(conn, plan.id, AREA_LEVEL, up_to),
    )?;
    let mut known: HashMap<AdminAreaId, AdminArea> = known.into_iter().map(|area| (area.id, area)).collect();
    let says =
        figures.into_iter().filter(|area| area.in_need.is_some() || area.target.is_some() || area.reached.is_some());
    Ok(says
        .map(|area| {
            let (names, outline) =
                known.remove(&area.area_id).map(|known| (known.names, known.geometry)).unwrap_or_default();
            AreaFigures {
                pcode: area.pcode,
                names,
                in_need: area.in_need,
                targeted: area.target,
                reached: area.reached.filter(|_| up_to.is_some()).into(),
                reporting: Reporting { reported: area.organisations_reporting, expected: area.organisations_expected },
                outline,
            }
        })
        .collect())
}

async fn indicators(conn: Conn<'_>, plan: &Plan, up_to: Option<PeriodId>) -> Result<Vec<IndicatorFigures>> {
    let (known, wanted) =
        futures::try_join!(plans::indicators(conn, plan.id), store::wanted_of_indicators(conn, plan.id))?;
    let values: HashMap<IndicatorId, monitoring::Share> = match up_to {
        Some(_) => monitoring::indicator_values(conn, plan.id, None, up_to)
            .await?
            .into_iter()
            .map(|value| (value.indicator_id, value.value))
            .collect(),
        None => HashMap::new(),
    };
    let figures = |indicator: plans::Indicator| {
        let (baseline, target) = wanted.get(&indicator.id).copied().unwrap_or_default();
        let value = values.get(&indicator.id);
        let is_ratio = indicator.kind == plans::IndicatorKind::Ratio;
        IndicatorFigures {
            ref_code: indicator.ref_code,
            names: indicator.names,
            unit: indicator.unit,
            baseline,
            target,
            value: value.and_then(|value| value.numerator),
            denominator: value.and_then(|value| value.denominator).filter(|_| is_ratio),
        }
    };
    Ok(known.into_iter().map(figures).collect())
}

/// Who was reached, by each dimension that the reports split by.
async fn add_groups(
    transaction: &mut Transaction,
    figures: &mut EditionFigures,
    plan: &Plan,
    up_to: PeriodId,
) -> Result<()> {
    let conn = transaction.conn();
    let (known, reached) = futures::try_join!(
        dimensions::categories(conn, plan.operation_id),
        monitoring::category_figures(conn, plan.id, Some(up_to)),
    )?;
    let reached: HashMap<CategoryId, Decimal> =
        reached.into_iter().map(|figure| (figure.category_id, figure.reached)).collect();
    let cuts = groups::cuts(known.iter().filter_map(|category| Some((category, *reached.get(&category.id)?))));
    // The labels of a value are those of the category that it makes alone.
    let values: Vec<Vec<(String, String)>> = cuts.keys().map(|value| vec![value.clone()]).collect();
    let labelled = dimensions::ensure_categories(transaction, plan.operation_id, &values).await?;
    figures.groups = groups::figures(cuts, labelled);
    Ok(())
}
