//! Gathers what an edition says from needs, plan, monitoring and funding, each figure with how it came about.
//!
//! Figures come from the engine that owns them and are not reckoned again here, so an edition can never disagree with the screens.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    balance::{self, Balance},
    figures::{
        ActivityFigures, Amount, AppealFacts, AreaFigures, ContributionFigures, EditionFigures, IndicatorFigures,
        MoneyFigures, PeopleFigures, Provenance, Reporting,
    },
    flows::{Contributed, FlowStatus},
    funding, groups,
    model::Appeal,
    small_cells, standards, store,
};
use crate::{
    clusters::{self, Operation},
    dimensions::{self, CategoryId},
    kit::{
        Error, Result,
        db::{Conn, Transaction},
    },
    monitoring::{self, AreaReporting, HiddenAreas, PeriodId, PlanFigures},
    needs,
    places::{self, AdminArea, AdminAreaId},
    plans::{self, ActivityId, IndicatorId, Plan, PlanId, Published, Snapshot, Wanted},
};

/// The level of areas that an edition tells: the largest parts of the country.
const AREA_LEVEL: i32 = 1;
/// The currency that an edition tells money in.
const CURRENCY: &str = "USD";
/// Where an edition has its money from.
pub(super) const MONEY_SOURCE: &str = "contributions told by donors, the cluster and FTS";
/// How people to be reached are counted: by the targets of the plan's published version, whose number is the method's version.
const PLAN_TARGETS: &str = "PLAN_TARGETS";

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
        money: money(appeal, &balance),
        people: PeopleFigures::default(),
        reporting: Reporting::default(),
        areas: Vec::new(),
        activities: Vec::new(),
        contributions: received,
        pledges: announced,
        indicators: Vec::new(),
        groups: Vec::new(),
        standards: None,
        small_cell_threshold: operation.small_cell_threshold,
        provenance: BTreeMap::from([("money".to_owned(), funding_provenance(as_of))]),
    };
    let mut hidden = HiddenAreas::default();
    if let Some(id) = appeal.plan_id {
        let plan = published(conn, id).await?;
        figures.activities = activities(&plan, &balance);
        hidden = add_people(transaction, &mut figures, &operation, &plan).await?;
    }
    standards::add(transaction.conn(), appeal, &mut figures).await?;
    small_cells::hide(&mut figures, &hidden);
    Ok(figures)
}

/// The published version of the appeal's plan. What is only drafted is for nobody's eyes, and no edition speaks of it.
async fn published(conn: Conn<'_>, plan: PlanId) -> Result<Published> {
    plans::published(conn, plan).await?.ok_or_else(|| {
        let message =
            "the appeal's plan was never published, and an edition tells what is published; publish the plan first";
        Error::conflict("appeal-plan-unpublished", message).at("appealId")
    })
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

fn money(appeal: &Appeal, balance: &Balance) -> MoneyFigures {
    let shared = balance.own().filter(|own| counts(own) && is_shared(balance, own));
    MoneyFigures {
        requirement: balance.position.requirement,
        asked: asked(balance, &appeal.currency),
        paid: balance.given.paid,
        committed: balance.given.committed,
        funded: balance.given.funded(),
        in_kind: balance.given.in_kind,
        unmet: balance.position.unmet(),
        over_funding: balance.position.over_funding(),
        pledged: balance.given.pledged,
        shared: funding::total(shared.map(|own| own.fact.usd_in(&balance.years))),
    }
}

/// The requirement in the appeal's own currency, where that is another than funding is told in.
fn asked(balance: &Balance, currency: &str) -> Option<Amount> {
    let amount = balance.requirement.filter(|_| currency != CURRENCY)?;
    Some(Amount { amount, currency: currency.to_owned() })
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
        source: MONEY_SOURCE.to_owned(),
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
fn activities(plan: &Published, balance: &Balance) -> Vec<ActivityFigures> {
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
    let figures = |activity: &plans::Activity| ActivityFigures {
        required: required.get(&activity.id).copied(),
        funded: funded.get(&activity.id).copied(),
        ref_code: activity.ref_code.clone(),
        names: activity.names.clone(),
        unit: activity.unit.to_string(),
        unit_target: activity.unit_target,
    };
    plan.snapshot.activities.iter().map(figures).collect()
}

/// People in need, to be reached and reached, up to the last period that had ended on the day; gives what of them has to be hidden.
async fn add_people(
    transaction: &mut Transaction,
    figures: &mut EditionFigures,
    operation: &Operation,
    published: &Published,
) -> Result<HiddenAreas> {
    let (conn, plan) = (transaction.conn(), &published.snapshot.plan);
    let up_to = store::last_period_ended(conn, plan.id, figures.as_of).await?;
    let reached = monitoring::plan_figures(conn, plan.id, up_to, transaction.now()).await?;
    headline(figures, &reached, up_to.is_some());
    // Smaller areas are not told here, but wherever the plan's months are shared: a count that they would tell is hidden here, too.
    let of_level = |level| monitoring::area_reach(conn, plan.id, level, up_to, transaction.now());
    let largest = monitoring::area_reporting(conn, plan.id, AREA_LEVEL, up_to, transaction.now()).await?;
    let of_largest = largest.iter().map(|area| area.reach.clone()).collect();
    let levels = [of_largest, of_level(AREA_LEVEL + 1).await?, of_level(AREA_LEVEL + 2).await?];
    let hidden = monitoring::hidden_areas(&reached, &levels, operation.small_cell_threshold);
    figures.areas = areas(transaction, operation, largest, up_to).await?;
    figures.indicators = indicators(transaction, &published.snapshot, up_to).await?;
    if let Some(up_to) = up_to {
        // A report of an ended period may be accepted after the day that the edition speaks of: the figure is of the last acceptance.
        let as_of = reached.as_of.map_or(Ok(figures.as_of), |accepted| operation.day(accepted))?;
        tell(figures, "people.reached", [monitoring::METHOD, monitoring::METHOD_VERSION, monitoring::SOURCE], as_of);
        add_groups(transaction, figures, plan, up_to).await?;
    }
    if figures.people.targeted.is_some() {
        let day = operation.day(published.published_at)?;
        tell(figures, "people.targeted", [PLAN_TARGETS, &published.number.to_string(), &plan.code], day);
    }
    if let Some(round) = plan.needs_round_id {
        let round = needs::needs_round(transaction.conn(), round).await?;
        let round = round.ok_or_else(|| Error::bug("a plan without its needs round"))?;
        round.require_published("appealId")?;
        let day = round.reference_to.pred_opt().unwrap_or(round.reference_to);
        tell(figures, "people.inNeed", [&round.method, &round.method_version, &round.source], day);
    }
    // Before the first period has ended nothing is told that could be hidden.
    Ok(if up_to.is_some() { hidden } else { HiddenAreas::default() })
}

/// Says of a figure how it came about: by which method and version, and from where.
fn tell(figures: &mut EditionFigures, figure: &str, [method, version, source]: [&str; 3], as_of: NaiveDate) {
    let provenance =
        Provenance { method: method.to_owned(), method_version: version.to_owned(), as_of, source: source.to_owned() };
    figures.provenance.insert(figure.to_owned(), provenance);
}

fn headline(figures: &mut EditionFigures, plan: &PlanFigures, any_period_ended: bool) {
    figures.people = PeopleFigures { in_need: plan.in_need, targeted: plan.target, ..PeopleFigures::default() };
    // Before the first period has ended nothing was to be reported yet.
    if any_period_ended {
        figures.people.reached = plan.reached.into();
        figures.people.services = plan.services.into();
        figures.people.upper_bound = plan.upper_bound.into();
        let whole = |number: Option<Decimal>| number.and_then(|number| i64::try_from(number).ok()).unwrap_or(0);
        figures.reporting = Reporting {
            reported: whole(plan.partners_reporting.numerator),
            expected: whole(plan.partners_reporting.denominator),
        };
    }
}

async fn areas(
    transaction: &Transaction,
    operation: &Operation,
    figures: Vec<AreaReporting>,
    up_to: Option<PeriodId>,
) -> Result<Vec<AreaFigures>> {
    let Some(country) = &operation.country_iso3 else { return Ok(Vec::new()) };
    let known = places::areas_at_level(transaction.conn(), country, AREA_LEVEL).await?;
    let mut known: HashMap<AdminAreaId, AdminArea> = known.into_iter().map(|area| (area.id, area)).collect();
    let says = |area: &AreaReporting| {
        let reach = &area.reach;
        reach.in_need.is_some() || reach.target.is_some() || reach.reached.is_some()
    };
    Ok(figures
        .into_iter()
        .filter(says)
        .map(|AreaReporting { reach: area, organisations_expected: expected, .. }| {
            let (names, outline) =
                known.remove(&area.area_id).map(|known| (known.names, known.geometry)).unwrap_or_default();
            AreaFigures {
                pcode: area.pcode,
                names,
                in_need: area.in_need,
                targeted: area.target,
                reached: area.reached.filter(|_| up_to.is_some()).into(),
                reporting: Reporting { reported: area.organisations_reporting, expected },
                outline,
            }
        })
        .collect())
}

async fn indicators(
    transaction: &Transaction,
    plan: &Snapshot,
    up_to: Option<PeriodId>,
) -> Result<Vec<IndicatorFigures>> {
    let conn = transaction.conn();
    let wanted = plans::wanted_of_indicators(conn, plan.plan.id).await?;
    let values: HashMap<IndicatorId, monitoring::Share> = match up_to {
        Some(_) => monitoring::indicator_values(conn, plan.plan.id, None, up_to, transaction.now())
            .await?
            .into_iter()
            .map(|value| (value.indicator_id, value.value))
            .collect(),
        None => HashMap::new(),
    };
    let of_people: HashSet<ActivityId> =
        plan.activities.iter().filter(|activity| activity.unit.is_people()).map(|activity| activity.id).collect();
    let figures = |indicator: &plans::Indicator| {
        let Wanted { baseline, target, .. } = wanted.get(&indicator.id).copied().unwrap_or_default();
        let value = values.get(&indicator.id);
        let is_ratio = indicator.kind == plans::IndicatorKind::Ratio;
        // A ratio counts nobody towards people reached, but its parts are people where its activity is for people.
        let is_share_of_people = is_ratio && indicator.activity_id.is_none_or(|activity| of_people.contains(&activity));
        IndicatorFigures {
            ref_code: indicator.ref_code.clone(),
            names: indicator.names.clone(),
            unit: indicator.unit.clone(),
            counts_people: indicator.counts_people || is_share_of_people,
            baseline,
            target,
            value: value.and_then(|value| value.numerator).into(),
            denominator: is_ratio.then(|| value.and_then(|value| value.denominator).into()),
        }
    };
    Ok(plan.indicators.iter().map(figures).collect())
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
        monitoring::category_figures(conn, plan.id, Some(up_to), transaction.now()),
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
