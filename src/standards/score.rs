//! How ratings become a score. The publisher of the standards has no rule for it: this is Darasa's own, and every figure says so.
//!
//! `score = (met + partial / 2) / (met + partial + not met)`, `strict = met / (met + partial + not met)`, and `completeness` is what was assessed
//! of all that is applicable. A standard of which nothing is applicable has no score, which is neither 0 nor 1. A domain is the mean of its
//! standards that have a score; the whole is the mean over all of them, by their weights. Fractions are kept whole until the end and divided once.

use num_rational::BigRational;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::text_enum;

/// The method's code.
pub const METHOD: &str = "DARASA_STANDARDS_SCORE";
/// Which edition of the method.
pub const METHOD_VERSION: &str = "1";

/// Digits behind the point of a share that was divided out.
const DIGITS: u32 = 28;

text_enum! {
    /// How a key action, or a standard without any, was found.
    Rating {
        /// It is done as the standard asks.
        Met = "MET",
        /// It is done in part, or not everywhere: counts half.
        Partial = "PARTIAL",
        /// It is not done.
        NotMet = "NOT_MET",
        /// It does not apply here. It counts for nothing, and says why.
        NotApplicable = "NOT_APPLICABLE",
        /// Nobody has looked yet. It counts for nothing and lowers the completeness.
        NotAssessed = "NOT_ASSESSED",
    }
}

impl Rating {
    /// Whether it says that something is done, which wants evidence.
    pub fn wants_evidence(self) -> bool {
        matches!(self, Self::Met | Self::Partial)
    }
}

/// How many were found how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Done.
    pub met: u32,
    /// Done in part.
    pub partial: u32,
    /// Not done.
    pub not_met: u32,
    /// Not applicable.
    pub not_applicable: u32,
    /// Not looked at.
    pub not_assessed: u32,
}

impl Tally {
    fn assessed(&self) -> u32 {
        self.met + self.partial + self.not_met
    }

    fn add(&mut self, rating: Rating) {
        let count = match rating {
            Rating::Met => &mut self.met,
            Rating::Partial => &mut self.partial,
            Rating::NotMet => &mut self.not_met,
            Rating::NotApplicable => &mut self.not_applicable,
            Rating::NotAssessed => &mut self.not_assessed,
        };
        *count += 1;
    }

    fn together(tallies: impl Iterator<Item = Self>) -> Self {
        tallies.fold(Self::default(), |sum, one| Self {
            met: sum.met + one.met,
            partial: sum.partial + one.partial,
            not_met: sum.not_met + one.not_met,
            not_applicable: sum.not_applicable + one.not_applicable,
            not_assessed: sum.not_assessed + one.not_assessed,
        })
    }
}

/// What ratings come to: of a standard, a domain, or the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// How many were found how.
    pub tally: Tally,
    score: Option<BigRational>,
    strict: Option<BigRational>,
}

impl Figures {
    /// The figures of a standard, by the ratings of its key actions.
    pub fn of_standard(ratings: impl IntoIterator<Item = Rating>) -> Self {
        let mut tally = Tally::default();
        ratings.into_iter().for_each(|rating| tally.add(rating));
        let of = tally.assessed();
        Self { tally, score: share(2 * tally.met + tally.partial, 2 * of), strict: share(tally.met, of) }
    }

    /// The figures of a domain: the mean of its standards that have a score.
    pub fn of_domain<'f>(standards: impl IntoIterator<Item = &'f Self>) -> Self {
        Self::mean(standards.into_iter().map(|standard| (Decimal::ONE, standard)))
    }

    /// The mean of standards that have a score, by their weights.
    pub fn mean<'f>(standards: impl IntoIterator<Item = (Decimal, &'f Self)>) -> Self {
        let standards: Vec<(BigRational, &Self)> =
            standards.into_iter().map(|(weight, standard)| (exact(weight), standard)).collect();
        let of = |figure: fn(&Self) -> Option<&BigRational>| {
            mean(standards.iter().filter_map(|(weight, standard)| Some((weight, figure(standard)?))))
        };
        Self {
            tally: Tally::together(standards.iter().map(|(_, standard)| standard.tally)),
            score: of(|standard| standard.score.as_ref()),
            strict: of(|standard| standard.strict.as_ref()),
        }
    }

    /// The score, 0 to 1; none when nothing that is applicable was assessed.
    pub fn score(&self) -> Option<Decimal> {
        self.score.as_ref().and_then(divided)
    }

    /// The score when what is done in part counts as not done; none when nothing that is applicable was assessed.
    pub fn strict(&self) -> Option<Decimal> {
        self.strict.as_ref().and_then(divided)
    }

    /// The part that was assessed of what is applicable; none when nothing is.
    pub fn completeness(&self) -> Option<Decimal> {
        let assessed = self.tally.assessed();
        share(assessed, assessed + self.tally.not_assessed).as_ref().and_then(divided)
    }
}

/// How much one score differs from an earlier one; none where either is not known. Reckoned from the fractions, so that equal ones differ by zero.
pub fn change(before: &Figures, after: &Figures) -> Option<Decimal> {
    divided(&(after.score.as_ref()? - before.score.as_ref()?))
}

fn share(part: u32, whole: u32) -> Option<BigRational> {
    (whole > 0).then(|| BigRational::new(part.into(), whole.into()))
}

fn exact(number: Decimal) -> BigRational {
    BigRational::new(number.mantissa().into(), 10_i128.pow(number.scale()).into())
}

fn mean<'r>(values: impl Iterator<Item = (&'r BigRational, &'r BigRational)>) -> Option<BigRational> {
    let none = || BigRational::from_integer(0.into());
    let (sum, weights) =
        values.fold((none(), none()), |(sum, weights), (weight, value)| (sum + weight * value, weights + weight));
    (weights > none()).then(|| sum / weights)
}

/// The fraction as a decimal of 28 digits, the last rounded half away from zero. None is never met: the fractions here are from -1 to 1.
fn divided(fraction: &BigRational) -> Option<Decimal> {
    let scaled = (fraction * BigRational::from_integer(10_i128.pow(DIGITS).into())).round();
    let decimal = Decimal::try_from_i128_with_scale(scaled.to_integer().to_i128()?, DIGITS).ok()?;
    Some(decimal.normalize())
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::select};

    use super::*;

    fn of(met: usize, partial: usize, not_met: usize, not_applicable: usize, not_assessed: usize) -> Figures {
        use Rating::{Met, NotApplicable, NotAssessed, NotMet, Partial};
        let counts = [met, partial, not_met, not_applicable, not_assessed];
        let ratings = [Met, Partial, NotMet, NotApplicable, NotAssessed].into_iter().zip(counts);
        Figures::of_standard(ratings.flat_map(|(rating, count)| std::iter::repeat_n(rating, count)))
    }

    /// Score, strict and completeness in percent of two digits.
    fn percent(figures: &Figures) -> [Option<String>; 3] {
        [figures.score(), figures.strict(), figures.completeness()]
            .map(|share| Some(format!("{:.2}", (share? * Decimal::ONE_HUNDRED).round_dp(2))))
    }

    fn texts(expected: [&str; 3]) -> [Option<String>; 3] {
        expected.map(|text| Some(text.to_owned()))
    }

    #[test]
    fn the_five_worked_examples() {
        assert_eq!(percent(&of(4, 2, 1, 0, 0)), texts(["71.43", "57.14", "100.00"]));
        assert_eq!(percent(&of(3, 1, 0, 3, 0)), texts(["87.50", "75.00", "100.00"]));
        assert_eq!(percent(&of(0, 2, 5, 0, 0)), texts(["14.29", "0.00", "100.00"]));
        assert_eq!(percent(&of(5, 5, 1, 0, 2)), texts(["68.18", "45.45", "84.62"]));
        assert_eq!(percent(&of(0, 0, 0, 4, 0)), [None, None, None]);
    }

    #[test]
    fn a_share_has_28_digits_and_is_rounded_once() {
        let score = of(4, 2, 1, 0, 0).score().expect("assessed");
        assert_eq!(score.to_string(), "0.7142857142857142857142857143");
        assert_eq!(of(2, 0, 1, 0, 0).strict().expect("assessed").to_string(), "0.6666666666666666666666666667");
    }

    #[test]
    fn what_nobody_looked_at_has_no_score_and_a_completeness_of_zero() {
        assert_eq!(percent(&of(0, 0, 0, 1, 3)), [None, None, Some("0.00".to_owned())]);
    }

    #[test]
    fn means_leave_out_what_has_no_score_and_weights_count_only_over_the_whole() {
        let standards = [of(1, 0, 0, 0, 0), of(0, 0, 1, 0, 0), of(0, 0, 0, 2, 0), of(0, 1, 0, 0, 1)];
        // (1 + 0 + 1/2) / 3 = 1/2; strict (1 + 0 + 0) / 3; assessed 3 of 4.
        assert_eq!(percent(&Figures::of_domain(&standards)), texts(["50.00", "33.33", "75.00"]));
        let weights = [3, 1, 5, 1].map(Decimal::from);
        // (3 * 1 + 1 * 0 + 1 * 1/2) / (3 + 1 + 1) = 0.7; the weight of what has no score counts for nothing.
        assert_eq!(percent(&Figures::mean(weights.into_iter().zip(&standards))), texts(["70.00", "60.00", "75.00"]));
        assert_eq!(percent(&Figures::of_domain([])), [None, None, None]);
    }

    #[test]
    fn thirds_that_make_a_whole_make_exactly_one() {
        let thirds = [of(1, 0, 2, 0, 0), of(2, 0, 1, 0, 0)];
        let half = Figures::of_domain(&thirds).score().expect("assessed");
        assert_eq!(half.to_string(), "0.5", "1/3 and 2/3 are not divided before they are added");
        assert_eq!(change(&thirds[1], &thirds[0]).expect("both").to_string(), "-0.3333333333333333333333333333");
        assert_eq!(change(&thirds[0], &of(0, 0, 0, 1, 0)), None);
    }

    fn rating() -> impl Strategy<Value = Rating> {
        select(Rating::ALL)
    }

    fn figures(ratings: &[Rating]) -> [Option<Decimal>; 3] {
        let figures = Figures::of_standard(ratings.iter().copied());
        [figures.score(), figures.strict(), figures.completeness()]
    }

    proptest! {
        #[test]
        fn the_order_of_ratings_does_not_matter(ratings in vec(rating(), 0..40), seed in any::<usize>()) {
            let mut turned = ratings.clone();
            turned.rotate_left(seed % ratings.len().max(1));
            turned.reverse();
            prop_assert_eq!(figures(&ratings), figures(&turned));
        }

        #[test]
        fn the_order_of_standards_does_not_matter(standards in vec((vec(rating(), 0..9), 1..50_i64), 0..20), by in 0..20_usize) {
            let weighed: Vec<(Decimal, Figures)> = standards
                .into_iter()
                .map(|(ratings, weight)| (Decimal::new(weight, 1), Figures::of_standard(ratings)))
                .collect();
            let mut turned = weighed.clone();
            turned.rotate_left(by % weighed.len().max(1));
            let mean = |of: &[(Decimal, Figures)]| Figures::mean(of.iter().map(|(weight, figures)| (*weight, figures)));
            prop_assert_eq!(mean(&weighed), mean(&turned));
        }

        #[test]
        fn not_applicable_changes_nothing(mut ratings in vec(rating(), 0..40)) {
            let before = figures(&ratings);
            ratings.push(Rating::NotApplicable);
            prop_assert_eq!(figures(&ratings), before);
        }

        #[test]
        fn not_assessed_changes_the_completeness_alone(mut ratings in vec(rating(), 0..40)) {
            let [score, strict, completeness] = figures(&ratings);
            ratings.push(Rating::NotAssessed);
            let after = figures(&ratings);
            prop_assert_eq!([after[0], after[1]], [score, strict]);
            prop_assert!(after[2] < Some(Decimal::ONE));
            prop_assert!(completeness.is_none_or(|before| after[2] <= Some(before)));
        }

        #[test]
        fn the_score_lies_between_strict_and_one_and_is_the_mean_of_points(ratings in vec(rating(), 0..40)) {
            let points: Vec<Decimal> = ratings
                .iter()
                .filter_map(|rating| match rating {
                    Rating::Met => Some(Decimal::ONE),
                    Rating::Partial => Some(Decimal::new(5, 1)),
                    Rating::NotMet => Some(Decimal::ZERO),
                    Rating::NotApplicable | Rating::NotAssessed => None,
                })
                .collect();
            match figures(&ratings) {
                [Some(score), Some(strict), Some(_)] => {
                    prop_assert!(strict <= score && score <= Decimal::ONE && strict >= Decimal::ZERO);
                    let mean = points.iter().sum::<Decimal>() / Decimal::from(points.len());
                    prop_assert!((mean - score).abs() <= Decimal::new(1, 27));
                }
                [score, strict, _] => {
                    prop_assert_eq!([score, strict], [None, None]);
                    prop_assert!(points.is_empty());
                }
            }
        }

        #[test]
        fn a_mean_lies_between_the_least_and_the_most(standards in vec(vec(rating(), 0..9), 1..20)) {
            let standards: Vec<Figures> = standards.into_iter().map(Figures::of_standard).collect();
            let scores: Vec<Decimal> = standards.iter().filter_map(Figures::score).collect();
            match Figures::of_domain(&standards).score() {
                Some(mean) => prop_assert!(scores.iter().min() <= Some(&mean) && Some(&mean) <= scores.iter().max()),
                None => prop_assert!(scores.is_empty()),
            }
        }
    }
}
