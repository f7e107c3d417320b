//! What reviews come to: the mean of their weighted scores, each between 0 and 1.

use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::model::{CriterionId, ReviewCriterion, Score};

/// How a project's score is reckoned.
pub(super) const METHOD: &str = "MEAN_OF_WEIGHTED_SCORES";
/// The version of [`METHOD`].
pub(super) const METHOD_VERSION: &str = "1";
/// Digits behind the point of what is shown.
const DIGITS: u32 = 4;

/// One review's score: each criterion's as a part of its best, by weight. None unless every criterion was scored: a review without a score for
/// the heaviest one would look better or worse than it is.
pub(super) fn of_review(criteria: &[ReviewCriterion], scores: &[Score]) -> Option<Decimal> {
    let given: HashMap<CriterionId, Decimal> =
        scores.iter().filter_map(|score| Some((score.criterion_id, score.score?))).collect();
    let weights: Decimal = criteria.iter().map(|criterion| criterion.weight).sum();
    let weighted = criteria.iter().map(|criterion| {
        (criterion.weight * given.get(&criterion.id)?).checked_div(Decimal::from(criterion.max_score))
    });
    weighted.sum::<Option<Decimal>>()?.checked_div(weights)
}

/// The mean of several reviews' scores, to four digits; none without any.
pub(super) fn mean(scores: &[Decimal]) -> Option<Decimal> {
    let sum: Decimal = scores.iter().sum();
    sum.checked_div(Decimal::from(scores.len())).map(shown)
}

/// A score as it is shown.
pub(super) fn shown(score: Decimal) -> Decimal {
    score.round_dp_with_strategy(DIGITS, RoundingStrategy::MidpointAwayFromZero).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        kit::text::LocalizedText,
        plans::{dec, samples::id},
    };

    fn criterion(number: u128, weight: &str, max_score: i32) -> ReviewCriterion {
        ReviewCriterion {
            id: id(number),
            plan_id: id(1),
            code: format!("C{number}"),
            names: LocalizedText::default(),
            weight: dec(weight),
            max_score,
            position: 0,
        }
    }

    fn score(criterion: u128, score: Option<&str>) -> Score {
        Score { review_id: id(1), plan_id: id(1), criterion_id: id(criterion), score: score.map(dec), comment: None }
    }

    #[test]
    fn a_review_is_the_weighted_mean_of_parts_of_the_best() {
        let criteria = [criterion(1, "3", 5), criterion(2, "1", 10)];
        let scores = [score(1, Some("4")), score(2, Some("5"))];
        assert_eq!(of_review(&criteria, &scores), Some(dec("0.725")), "(3 x 4/5 + 1 x 5/10) / 4");
        assert_eq!(of_review(&criteria, &[score(1, Some("5")), score(2, Some("10"))]), Some(dec("1")));
        assert_eq!(of_review(&criteria, &[score(1, Some("0")), score(2, Some("0"))]), Some(dec("0")));
    }

    #[test]
    fn what_was_not_scored_is_not_zero() {
        let criteria = [criterion(1, "3", 5), criterion(2, "1", 10)];
        assert_eq!(of_review(&criteria, &[score(1, Some("4"))]), None);
        assert_eq!(of_review(&criteria, &[score(1, Some("4")), score(2, None)]), None);
        assert_eq!(of_review(&[], &[]), None, "no criteria, no score");
    }

    #[test]
    fn several_reviews_make_their_mean() {
        assert_eq!(mean(&[dec("0.725"), dec("0.5")]), Some(dec("0.6125")));
        assert_eq!(mean(&[dec("1"), dec("0"), dec("0")]), Some(dec("0.3333")));
        assert_eq!(mean(&[]), None);
    }
}
