//! What was given for a plan: the pure engine behind every figure of funding.
//!
//! A pledge is shown and never counted; a commitment or a payment is. Money that first came to the plan as a whole and was allotted later
//! (an internal flow) counts for its cluster and not a second time for the plan. What several clusters share is never added to each. Null is
//! not zero: where no flow is known, nothing was reported.

use std::{collections::BTreeMap, ops::RangeInclusive};

use rust_decimal::{Decimal, RoundingStrategy};

use super::flows::{Boundary, Contribution, FlowStatus, FlowType};

/// The method's name, told with every figure of funding.
pub const METHOD: &str = "FTS_COMMITTED_AND_PAID";
/// The method's version.
pub const METHOD_VERSION: &str = "1";

/// What the engine must know of a flow as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowFact {
    /// How firm it is.
    pub status: FlowStatus,
    /// Into the plan, inside it, or out of it.
    pub boundary: Boundary,
    /// One sum for several plans.
    pub shared_between_plans: bool,
    /// False when it was withdrawn.
    pub active: bool,
    /// US dollars, null when not stated.
    pub usd: Option<Decimal>,
    /// Its type.
    pub flow_type: FlowType,
    /// Money or goods.
    pub contribution: Contribution,
    /// The years in which it may be used, as its destination says.
    pub usage_years: Vec<i32>,
    /// Its yearly parts, where they are known.
    pub portions: Vec<(i32, Decimal)>,
    /// The clusters that it is for, by sector code, else by name.
    pub clusters: Vec<String>,
}

impl FlowFact {
    /// US dollars that count in these years: its parts of the years, else all of it.
    ///
    /// A parked flow over several years is only the parent of others that carry each year's part, so it counts nothing itself.
    pub fn usd_in(&self, years: &RangeInclusive<i32>) -> Option<Decimal> {
        if !self.portions.is_empty() {
            return total(self.portions.iter().filter(|(year, _)| years.contains(year)).map(|(_, usd)| Some(*usd)));
        }
        let is_parent = self.flow_type == FlowType::Parked && self.usage_years.len() > 1;
        if is_parent { None } else { self.usd }
    }
}

/// Sums of flows by how firm they are. Each is null where no such flow is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Transferred.
    pub paid: Option<Decimal>,
    /// Signed for, not yet transferred.
    pub committed: Option<Decimal>,
    /// Announced; never counted.
    pub pledged: Option<Decimal>,
    /// The part of what is paid and committed that comes as goods.
    pub in_kind: Option<Decimal>,
}

impl Tally {
    fn add(&mut self, fact: &FlowFact, usd: Decimal) {
        let sum = match fact.status {
            FlowStatus::Pledge => &mut self.pledged,
            FlowStatus::Commitment => &mut self.committed,
            FlowStatus::Paid => &mut self.paid,
        };
        *sum = total([*sum, Some(usd)]);
        if fact.status != FlowStatus::Pledge && fact.contribution == Contribution::InKind {
            self.in_kind = total([self.in_kind, Some(usd)]);
        }
    }

    /// What counts as given: paid and committed.
    pub fn funded(&self) -> Option<Decimal> {
        total([self.paid, self.committed])
    }

    /// How much of what counts was transferred, as a fraction.
    pub fn paid_ratio(&self) -> Option<Decimal> {
        let funded = self.funded()?;
        share(self.paid.or(Some(Decimal::ZERO)), Some(funded))
    }
}

/// The funding of a plan, as a whole and by cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanFunding {
    /// Flows into the plan.
    pub plan: Tally,
    /// Flows for one cluster alone, those inside the plan included, by sector code or name.
    pub clusters: BTreeMap<String, Tally>,
    /// Flows that several clusters share.
    pub shared: Tally,
    /// The same by each cluster that has a part in it. The same money stands under several: never add these up.
    pub shared_by: BTreeMap<String, Tally>,
    /// What came to the plan without a cluster and was not allotted to one since. Below zero when more was allotted than is known to have come.
    pub not_specified: Option<Decimal>,
    /// Flows that other plans have a share in. Nobody knows how much is this plan's, so they are not counted.
    pub shared_with_other_plans: Tally,
}

impl PlanFunding {
    /// Reckons the funding in these years out of the flows whose destination names the plan.
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a FlowFact>, years: &RangeInclusive<i32>) -> Self {
        let mut funding = Self::default();
        let mut allotted = Decimal::ZERO;
        for fact in facts {
            let Some(usd) = fact.usd_in(years).filter(|_| fact.active && fact.boundary != Boundary::Outgoing) else {
                continue;
            };
            if fact.shared_between_plans {
                funding.shared_with_other_plans.add(fact, usd);
                continue;
            }
            let counts = fact.status != FlowStatus::Pledge;
            if fact.boundary == Boundary::Incoming {
                funding.plan.add(fact, usd);
            }
            match (&fact.clusters[..], fact.boundary) {
                ([], Boundary::Incoming) if counts => {
                    funding.not_specified = total([funding.not_specified, Some(usd)]);
                }
                ([], _) => {}
                (clusters, boundary) => {
                    funding.line(clusters).add(fact, usd);
                    for cluster in clusters.iter().filter(|_| clusters.len() > 1) {
                        funding.shared_by.entry(cluster.clone()).or_default().add(fact, usd);
                    }
                    if boundary == Boundary::Internal && counts {
                        allotted += usd;
                    }
                }
            }
        }
        funding.not_specified = funding.not_specified.map(|usd| usd - allotted);
        funding
    }

    fn line(&mut self, clusters: &[String]) -> &mut Tally {
        match clusters {
            [cluster] => self.clusters.entry(cluster.clone()).or_default(),
            _ => &mut self.shared,
        }
    }

    /// The funding of an appeal: of its sector where it asks for one, else of the whole plan.
    pub fn of_appeal(&self, sector: Option<&str>) -> Tally {
        match sector {
            Some(sector) => self.clusters.get(sector).cloned().unwrap_or_default(),
            None => self.plan.clone(),
        }
    }
}

/// What is asked for beside what was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Position {
    /// What is asked for; null when nobody said.
    pub requirement: Option<Decimal>,
    /// What was given; null when nobody reported.
    pub funded: Option<Decimal>,
}

impl Position {
    /// What was given as a fraction of what is asked for. Above one when more was given.
    pub fn coverage(&self) -> Option<Decimal> {
        share(self.funded, self.requirement)
    }

    /// What is still missing: all of it where nothing was reported, never below zero.
    pub fn unmet(&self) -> Option<Decimal> {
        let missing = self.requirement? - self.funded.unwrap_or_default();
        Some(missing.max(Decimal::ZERO))
    }

    /// What was given beyond what is asked for.
    pub fn over_funding(&self) -> Option<Decimal> {
        Some((self.funded? - self.requirement?).max(Decimal::ZERO))
    }
}

/// US dollars of an amount: divided by the rate (units of the currency for one dollar), to the whole dollar, halves up.
pub fn to_usd(amount: Decimal, rate: Decimal) -> Option<Decimal> {
    let usd = amount.checked_div(rate)?;
    Some(usd.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
}

/// A fraction; null when either part is not known or the whole is zero.
pub fn share(part: Option<Decimal>, whole: Option<Decimal>) -> Option<Decimal> {
    part?.checked_div(whole?)
}

/// A fraction as a percentage for display, halves away from zero.
pub fn percent(fraction: Decimal, digits: u32) -> Decimal {
    (fraction * Decimal::ONE_HUNDRED).round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero)
}

/// The sum of what is known; null when nothing is.
pub fn total(amounts: impl IntoIterator<Item = Option<Decimal>>) -> Option<Decimal> {
    amounts.into_iter().flatten().reduce(|sum, amount| sum + amount)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn flow(status: FlowStatus, usd: &str, clusters: &[&str]) -> FlowFact {
        FlowFact {
            status,
            boundary: Boundary::Incoming,
            shared_between_plans: false,
            active: true,
            usd: Some(dec(usd)),
            flow_type: FlowType::Standard,
            contribution: Contribution::Financial,
            usage_years: vec![2020],
            portions: vec![],
            clusters: clusters.iter().map(|cluster| (*cluster).to_owned()).collect(),
        }
    }

    fn of(facts: &[FlowFact]) -> PlanFunding {
        PlanFunding::of(facts, &(2020..=2020))
    }

    #[test]
    fn an_amount_is_divided_by_its_rate_and_rounded_half_up_to_the_dollar() {
        let cases = [
            ("500000", "0.824", "606796"),
            ("362500", "0.837", "433094"),
            ("5000000", "8.706", "574317"),
            ("200000", "0.957", "208986"),
            ("25000000", "104.5002", "239234"),
            ("2553500", "0.884", "2888575"),
        ];
        for (amount, rate, usd) in cases {
            assert_eq!(to_usd(dec(amount), dec(rate)), Some(dec(usd)), "{amount} / {rate}");
        }
        assert_eq!(to_usd(dec("1"), dec("2")), Some(dec("1")), "a half goes up");
        assert_eq!(to_usd(dec("1"), dec("0")), None);
    }

    #[test]
    fn coverage_and_unmet_follow_the_published_table() {
        let cases = [
            (Some("47281253"), Some("7281473"), Some(("15.40", "15")), Some("39999780")),
            (Some("20823000"), Some("355645"), Some(("1.71", "2")), Some("20467355")),
            (Some("68104253"), Some("7637118"), Some(("11.21", "11")), Some("60467135")),
            (Some("15331696"), Some("7762276"), Some(("50.63", "51")), Some("7569420")),
            (Some("7120698"), Some("668896"), Some(("9.39", "9")), Some("6451802")),
            (Some("32600000"), Some("5542000"), Some(("17.00", "17")), Some("27058000")),
            (Some("600000"), None, None, Some("600000")),
            (None, Some("3000000"), None, None),
            (Some("0"), Some("5"), None, Some("0")),
        ];
        for (requirement, funded, coverage, unmet) in cases {
            let position = Position { requirement: requirement.map(dec), funded: funded.map(dec) };
            let shown = position.coverage().map(|share| (percent(share, 2), percent(share, 0)));
            assert_eq!(shown, coverage.map(|(fine, whole)| (dec(fine), dec(whole))), "{requirement:?} {funded:?}");
            assert_eq!(position.unmet(), unmet.map(dec), "{requirement:?} {funded:?}");
        }
    }

    #[test]
    fn more_than_was_asked_for_is_shown_and_not_clamped() {
        let position = Position { requirement: Some(dec("100")), funded: Some(dec("130")) };
        assert_eq!(position.coverage(), Some(dec("1.3")));
        assert_eq!((position.unmet(), position.over_funding()), (Some(dec("0")), Some(dec("30"))));
    }

    #[test]
    fn a_pledge_is_shown_and_never_counted() {
        let funding = of(&[flow(FlowStatus::Pledge, "5000000", &["EDU"])]);
        assert_eq!(funding.plan.pledged, Some(dec("5000000")));
        assert_eq!(funding.plan.funded(), None, "nothing firm was reported, which is not zero");
        assert_eq!(funding.not_specified, None);
    }

    #[test]
    fn a_cluster_has_what_came_for_it_alone_and_what_the_plan_allotted_to_it() {
        let internal = FlowFact { boundary: Boundary::Internal, ..flow(FlowStatus::Paid, "1455763", &["EDU"]) };
        let funding = of(&[
            flow(FlowStatus::Commitment, "4882222", &["EDU"]),
            flow(FlowStatus::Paid, "1299133", &["EDU"]),
            internal,
            flow(FlowStatus::Commitment, "961538", &["EDU", "PRO"]),
            flow(FlowStatus::Paid, "2000000", &[]),
        ]);
        let education = funding.of_appeal(Some("EDU"));
        assert_eq!(education.funded(), Some(dec("7637118")));
        assert_eq!(education.committed, Some(dec("4882222")));
        assert_eq!(education.paid, Some(dec("2754896")));
        assert_eq!(funding.shared.funded(), Some(dec("961538")), "a line of its own");
        assert_eq!(funding.of_appeal(None).funded(), Some(dec("9142893")), "the internal flow is in it already");
        assert_eq!(funding.not_specified, Some(dec("544237")), "two million less what was allotted");
        assert_eq!(funding.of_appeal(Some("WSH")), Tally::default());
    }

    #[test]
    fn every_dollar_of_the_plan_stands_on_exactly_one_line() {
        let funding = of(&[
            flow(FlowStatus::Paid, "100", &["EDU"]),
            flow(FlowStatus::Paid, "50", &["EDU", "PRO"]),
            flow(FlowStatus::Commitment, "30", &[]),
            FlowFact { boundary: Boundary::Internal, ..flow(FlowStatus::Paid, "20", &["PRO"]) },
            FlowFact { boundary: Boundary::Internal, ..flow(FlowStatus::Paid, "5", &["EDU", "PRO"]) },
        ]);
        let lines =
            funding.clusters.values().map(Tally::funded).chain([funding.shared.funded(), funding.not_specified]);
        assert_eq!(total(lines), Some(dec("180")));
        assert_eq!(funding.plan.funded(), Some(dec("180")));
    }

    #[test]
    fn withdrawn_outgoing_and_parked_parent_flows_count_nothing() {
        let funding = of(&[
            FlowFact { active: false, ..flow(FlowStatus::Paid, "7", &[]) },
            FlowFact { boundary: Boundary::Outgoing, ..flow(FlowStatus::Paid, "7", &[]) },
            FlowFact {
                flow_type: FlowType::Parked,
                usage_years: vec![2020, 2021, 2022],
                ..flow(FlowStatus::Commitment, "900000", &["EDU"])
            },
            FlowFact { usd: None, ..flow(FlowStatus::Paid, "7", &[]) },
        ]);
        assert_eq!(funding, PlanFunding::default());
    }

    #[test]
    fn a_flow_over_several_years_counts_its_part_of_the_years_asked_for() {
        let several = FlowFact {
            portions: vec![(2020, dec("208986")), (2021, dec("300000")), (2022, dec("431459"))],
            ..flow(FlowStatus::Commitment, "940445", &["EDU"])
        };
        assert_eq!(of(std::slice::from_ref(&several)).plan.funded(), Some(dec("208986")));
        assert_eq!(PlanFunding::of([&several], &(2021..=2022)).plan.funded(), Some(dec("731459")));
        assert_eq!(PlanFunding::of([&several], &(2023..=2023)).plan.funded(), None);
    }

    #[test]
    fn what_other_plans_have_a_share_in_stands_apart() {
        let funding = of(&[FlowFact { shared_between_plans: true, ..flow(FlowStatus::Paid, "900", &["EDU"]) }]);
        assert_eq!((funding.plan.funded(), funding.shared_with_other_plans.funded()), (None, Some(dec("900"))));
        assert!(funding.clusters.is_empty());
    }

    #[test]
    fn goods_are_counted_and_also_shown_apart() {
        let goods = FlowFact { contribution: Contribution::InKind, ..flow(FlowStatus::Paid, "40", &["EDU"]) };
        let tally = of(&[goods, flow(FlowStatus::Commitment, "60", &["EDU"])]).plan;
        assert_eq!((tally.funded(), tally.in_kind), (Some(dec("100")), Some(dec("40"))));
        assert_eq!(tally.paid_ratio(), Some(dec("0.4")));
        assert_eq!(Tally { committed: Some(dec("9")), ..Tally::default() }.paid_ratio(), Some(dec("0")));
        assert_eq!(Tally::default().paid_ratio(), None);
    }
}
