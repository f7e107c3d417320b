//! The arithmetic of figures: shares, gaps, and indicators across places and periods. Exact decimals; null is not zero; nothing is clamped.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::plans::{AcrossPeriods, AcrossPlaces, IndicatorKind};

/// A part of a whole, both kept until the share is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The part.
    pub numerator: Option<Decimal>,
    /// The whole.
    pub denominator: Option<Decimal>,
}

impl Share {
    /// `numerator` of `denominator`.
    pub fn new(numerator: impl Into<Option<Decimal>>, denominator: impl Into<Option<Decimal>>) -> Self {
        Self { numerator: numerator.into(), denominator: denominator.into() }
    }

    /// The share itself, without trailing zeros: 1 is all of it, and there may be more than all. None when either number is not known or the
    /// whole is zero.
    pub fn value(&self) -> Option<Decimal> {
        self.numerator?.checked_div(self.denominator?).map(|share| share.normalize())
    }
}

/// What is left to do; below zero there is a surplus. None when either is not known.
pub fn gap(wanted: Option<Decimal>, done: Option<Decimal>) -> Option<Decimal> {
    wanted?.checked_sub(done?)
}

/// What reach leaves of people in need in the phases 3, 4 and 5. Reach is allotted from the most severe phase down; none is left below zero.
pub fn left_by_phase(in_need: [Decimal; 3], reached: Decimal) -> [Decimal; 3] {
    let mut reached = reached.max(Decimal::ZERO);
    let mut left = in_need;
    for people in left.iter_mut().rev() {
        let here = reached.min(*people);
        *people -= here;
        reached -= here;
    }
    left
}

/// The sum of what is left, the phases 3, 4 and 5 weighted by 1, 2 and 3: which area comes first.
pub fn weigh(left: [Decimal; 3]) -> Decimal {
    let [three, four, five] = left;
    three + four * Decimal::TWO + five * (Decimal::TWO + Decimal::ONE)
}

/// [`weigh`] of [`left_by_phase`].
pub fn severity_weighted_gap(in_need: [Decimal; 3], reached: Decimal) -> Decimal {
    weigh(left_by_phase(in_need, reached))
}

/// From which share of its population on an area is in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeverityRule {
    /// The share that has to be in the phase or in a worse one.
    pub threshold: Decimal,
    /// Whether the share itself is enough; otherwise it takes more.
    pub inclusive: bool,
}

impl Default for SeverityRule {
    /// At least a fifth.
    fn default() -> Self {
        Self { threshold: Decimal::new(20, 2), inclusive: true }
    }
}

impl SeverityRule {
    /// The rule in a word: `AREA_PHASE_AT_LEAST_0.2`, `AREA_PHASE_MORE_THAN_0.2`.
    pub fn method(&self) -> String {
        let how = if self.inclusive { "AT_LEAST" } else { "MORE_THAN" };
        format!("AREA_PHASE_{how}_{}", self.threshold.normalize())
    }
}

/// The phase of an area: the highest that by this rule enough of its population is in, or in a worse one; 2 where that is none of 3, 4 and 5.
/// None without population.
pub fn severity_of_area(in_need: [Decimal; 3], population: Decimal, rule: SeverityRule) -> Option<u8> {
    if population <= Decimal::ZERO {
        return None;
    }
    let [three, four, five] = in_need;
    let at_least = [(5, five), (4, four + five), (3, three + four + five)];
    let enough = rule.threshold.checked_mul(population)?;
    let reaches = |people: Decimal| people > enough || rule.inclusive && people == enough;
    Some(at_least.into_iter().find(|(_, people)| reaches(*people)).map_or(2, |(phase, _)| phase))
}

/// What the places of one period make of an indicator, before either axis is applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InPeriod {
    /// The sum of the places' values (or numerators).
    pub sum: Option<Decimal>,
    /// The largest of the places' values.
    pub largest: Option<Decimal>,
    /// How many places have a value.
    pub places: i64,
    /// The sum of the places' denominators.
    pub denominator: Option<Decimal>,
}

/// How an indicator is added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// A number, or numerator and denominator.
    pub kind: IndicatorKind,
    /// How places make a larger place.
    pub across_places: AcrossPlaces,
    /// How periods make a longer time.
    pub across_periods: AcrossPeriods,
}

impl Rule {
    /// The indicator over these periods, the earliest first. A number has the denominator one.
    ///
    /// Places are put together within each period, then the periods. A ratio is the sum of numerators by the sum of denominators of the latest
    /// period that has any: 0 of 0 says nothing and is passed over.
    pub fn across(&self, periods: &[InPeriod]) -> Share {
        if self.kind == IndicatorKind::Ratio {
            let latest = periods.iter().rev().find(|period| {
                period.sum.is_some() && period.denominator.is_some_and(|denominator| !denominator.is_zero())
            });
            return Share::new(latest.and_then(|period| period.sum), latest.and_then(|period| period.denominator));
        }
        let values: Vec<Decimal> = periods.iter().filter_map(|period| self.in_period(period)).collect();
        let value = match self.across_periods {
            AcrossPeriods::Sum => sum(&values),
            AcrossPeriods::Max => values.iter().max().copied(),
            AcrossPeriods::Average => Share::new(sum(&values), Decimal::from(values.len())).value(),
            AcrossPeriods::Latest => values.last().copied(),
        };
        Share::new(value, Decimal::ONE)
    }

    fn in_period(&self, period: &InPeriod) -> Option<Decimal> {
        match self.across_places {
            AcrossPlaces::Sum => period.sum,
            AcrossPlaces::Max => period.largest,
            AcrossPlaces::Average => Share::new(period.sum, Decimal::from(period.places)).value(),
        }
    }
}

fn sum(values: &[Decimal]) -> Option<Decimal> {
    let (first, rest) = values.split_first()?;
    rest.iter().try_fold(*first, |sum, value| sum.checked_add(*value))
}

#[cfg(test)]
mod tests {
    use rust_decimal::RoundingStrategy;

    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    /// Per cent with one digit, as people read it.
    fn percent(numerator: &str, denominator: &str) -> Option<String> {
        let share = Share::new(number(numerator), number(denominator)).value()?;
        let percent = share.checked_mul(Decimal::ONE_HUNDRED)?;
        let mut percent = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        percent.rescale(1);
        Some(percent.to_string())
    }

    #[test]
    fn coverage_targeting_completeness_and_timeliness_are_the_published_ones() {
        let cases = [
            ("553769", "1350000", Some("41.0")),
            ("422750", "4204068", Some("10.1")),
            ("897791", "1400000", Some("64.1")),
            ("1350000", "8030371", Some("16.8")),
            ("4204068", "9142737", Some("46.0")),
            ("1400000", "5400000", Some("25.9")),
            ("45", "60", Some("75.0")),
            ("0", "12", Some("0.0")),
            ("0", "0", None),
            ("39", "60", Some("65.0")),
            ("12", "12", Some("100.0")),
            ("7", "8", Some("87.5")),
            ("18", "24", Some("75.0")),
            ("3", "7", Some("42.9")),
            ("24", "24", Some("100.0")),
            ("6", "240", Some("2.5")),
            ("0", "100", Some("0.0")),
            ("50", "1050", Some("4.8")),
            ("14", "80", Some("17.5")),
            ("9", "30", Some("30.0")),
            ("150", "100", Some("150.0")),
            // Single indicators of a published plan: above the target is shown.
            ("193", "100", Some("193.0")),
            ("418", "100", Some("418.0")),
        ];
        for (numerator, denominator, expected) in cases {
            assert_eq!(percent(numerator, denominator).as_deref(), expected, "{numerator} of {denominator}");
        }
    }

    #[test]
    fn what_is_not_known_has_no_share_and_no_gap() {
        assert_eq!(Share::new(None, number("5")).value(), None);
        assert_eq!(Share::new(number("5"), None).value(), None);
        assert_eq!(gap(None, Some(number("5"))), None);
        assert_eq!(gap(Some(number("5")), None), None);
    }

    #[test]
    fn gaps_are_the_published_ones_and_a_surplus_is_below_zero() {
        let cases = [
            ("1350000", "553769", "796231"),
            ("4204068", "422750", "3781318"),
            ("1400000", "897791", "502209"),
            ("8030371", "553769", "7476602"),
            ("9142737", "422750", "8719987"),
            ("5400000", "897791", "4502209"),
            ("100", "130", "-30"),
        ];
        for (wanted, done, expected) in cases {
            assert_eq!(gap(Some(number(wanted)), Some(number(done))), Some(number(expected)));
        }
    }

    fn phases(three: &str, four: &str, five: &str) -> [Decimal; 3] {
        [three, four, five].map(number)
    }

    #[test]
    fn the_ranking_weighs_what_is_left_in_each_phase_and_is_the_published_one() {
        // Left in the phases 3, 4 and 5: 13,040 + 2 x 7,960 + 3 x 2,800, and so on.
        let cases = [
            (phases("13040", "7960", "2800"), "37360"),
            (phases("2910", "1390", "400"), "6890"),
            (phases("6660", "4920", "5520"), "33060"),
        ];
        for (left, expected) in cases {
            assert_eq!(weigh(left), number(expected));
            assert_eq!(severity_weighted_gap(left, Decimal::ZERO), number(expected), "nobody reached leaves all");
        }
    }

    #[test]
    fn reach_is_allotted_from_the_most_severe_phase_down_and_no_phase_falls_below_zero() {
        let in_need = phases("100", "50", "20");
        for (reached, left) in [
            ("0", ["100", "50", "20"]),
            ("15", ["100", "50", "5"]),
            ("30", ["100", "40", "0"]),
            ("120", ["50", "0", "0"]),
            ("170", ["0", "0", "0"]),
            ("999", ["0", "0", "0"]),
        ] {
            assert_eq!(left_by_phase(in_need, number(reached)), left.map(number), "{reached}");
        }
    }

    #[test]
    fn the_phase_of_an_area_is_the_highest_that_a_fifth_or_more_than_a_fifth_is_in_or_worse() {
        let inclusive = SeverityRule::default();
        let strict = SeverityRule { inclusive: false, ..inclusive };
        for (three, four, five, more_than, at_least) in [
            ("0.25", "0.12", "0.08", 3, 4),
            ("0.20", "0.18", "0.12", 4, 4),
            ("0.28", "0.20", "0.22", 5, 5),
            ("0.10", "0.05", "0.03", 2, 2),
            ("0.10", "0.06", "0.04", 2, 3),
            ("0.20", "0.15", "0.05", 3, 4),
        ] {
            let told = [strict, inclusive].map(|rule| severity_of_area(phases(three, four, five), Decimal::ONE, rule));
            assert_eq!(told, [Some(more_than), Some(at_least)], "{three} {four} {five}");
        }
        let quarter = SeverityRule { threshold: number("0.25"), inclusive: true };
        assert_eq!(severity_of_area(phases("0.10", "0.10", "0.04"), Decimal::ONE, quarter), Some(2));
        assert_eq!(severity_of_area(phases("1", "1", "1"), Decimal::ZERO, inclusive), None);
        let words = [strict, inclusive, quarter].map(|rule| rule.method());
        assert_eq!(words, ["AREA_PHASE_MORE_THAN_0.2", "AREA_PHASE_AT_LEAST_0.2", "AREA_PHASE_AT_LEAST_0.25"]);
    }

    fn places(values: &[&str]) -> InPeriod {
        let values: Vec<Decimal> = values.iter().map(|value| number(value)).collect();
        InPeriod {
            sum: sum(&values),
            largest: values.iter().max().copied(),
            places: i64::try_from(values.len()).expect("few"),
            denominator: None,
        }
    }

    #[test]
    fn an_indicator_follows_its_rule_across_places_and_then_across_periods() {
        use AcrossPeriods as Periods;
        use AcrossPlaces as Places;
        let periods = [places(&["10", "30"]), places(&["20", "50", "5"]), places(&[])];
        let cases = [
            (Places::Sum, Periods::Sum, "115"),
            (Places::Sum, Periods::Max, "75"),
            (Places::Sum, Periods::Average, "57.5"),
            (Places::Sum, Periods::Latest, "75"),
            (Places::Max, Periods::Sum, "80"),
            (Places::Max, Periods::Latest, "50"),
            (Places::Average, Periods::Sum, "45"),
            (Places::Average, Periods::Average, "22.5"),
        ];
        for (across_places, across_periods, expected) in cases {
            let rule = Rule { kind: IndicatorKind::Number, across_places, across_periods };
            assert_eq!(rule.across(&periods).value(), Some(number(expected)), "{across_places} {across_periods}");
        }
    }

    #[test]
    fn a_ratio_is_that_of_the_latest_period_and_nothing_of_nothing_is_passed_over() {
        let ratio = |numerator, denominator| InPeriod {
            sum: Some(number(numerator)),
            largest: None,
            places: 1,
            denominator: Some(number(denominator)),
        };
        let rule = Rule {
            kind: IndicatorKind::Ratio,
            across_places: AcrossPlaces::Sum,
            across_periods: AcrossPeriods::Latest,
        };
        let outcome = rule.across(&[ratio("10", "40"), ratio("30", "50"), ratio("0", "0"), places(&[])]);
        assert_eq!(outcome, Share::new(number("30"), number("50")));
        assert_eq!(rule.across(&[ratio("0", "0")]).value(), None);
        assert_eq!(rule.across(&[]).value(), None);
    }

    #[test]
    fn an_indicator_without_any_value_is_not_known_and_zero_is_zero() {
        let rule =
            Rule { kind: IndicatorKind::Number, across_places: AcrossPlaces::Sum, across_periods: AcrossPeriods::Sum };
        assert_eq!(rule.across(&[places(&[])]).value(), None);
        assert_eq!(rule.across(&[places(&["0"])]).value(), Some(Decimal::ZERO));
    }
}
