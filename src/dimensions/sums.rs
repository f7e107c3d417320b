//! What may be added, and how far a total may stand from its parts.
//!
//! Only parts are added, and only parts that tell people apart by the same dimensions: girls and boys make everyone, girls and displaced people
//! do not. A published total and its parts may differ by rounding, one person for each part. What the parts leave unexplained is shown as "not
//! split", never spread over them. Learners and personnel are never added together.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::model::{Category, CategoryKind, Counts};

/// How a total stands to the sum of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// They are the same.
    Exact,
    /// They differ by rounding: total less sum.
    Rounding(Decimal),
    /// The parts leave some people out.
    NotSplit(Decimal),
    /// The parts are more than the total.
    Excess(Decimal),
}

/// Compares a total with its parts. The tolerance is the number of parts: each may have been rounded by up to one.
pub fn compare(total: Decimal, parts: &[Decimal]) -> Comparison {
    let difference = total - parts.iter().sum::<Decimal>();
    if difference.is_zero() {
        Comparison::Exact
    } else if difference.abs() <= Decimal::from(parts.len()) {
        Comparison::Rounding(difference)
    } else if difference > Decimal::ZERO {
        Comparison::NotSplit(difference)
    } else {
        Comparison::Excess(-difference)
    }
}

/// The figures of one place and kind, arranged for adding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arranged {
    /// The figure of everyone, if it is given.
    pub total: Option<Decimal>,
    /// By the dimensions that they tell people apart by: the parts.
    pub splits: BTreeMap<Vec<String>, Vec<Decimal>>,
}

impl Arranged {
    /// How the total stands to each way of splitting it. Nothing where no total is given.
    pub fn comparisons(&self) -> impl Iterator<Item = (&[String], Comparison)> {
        let compared =
            |total| self.splits.iter().map(move |(dimensions, parts)| (dimensions.as_slice(), compare(total, parts)));
        self.total.into_iter().flat_map(compared)
    }
}

/// Arranges the figures of learners: what cuts across them, and personnel, are left out because they are never added to them.
pub fn arrange_learners<'a>(figures: impl IntoIterator<Item = (&'a Category, Decimal)>) -> Arranged {
    let mut arranged = Arranged::default();
    for (category, value) in figures.into_iter().filter(|(category, _)| category.counts == Counts::Learners) {
        match category.kind {
            CategoryKind::Total => arranged.total = Some(value),
            CategoryKind::Part => {
                let dimensions = category.dimensions().into_iter().map(str::to_owned).collect();
                arranged.splits.entry(dimensions).or_default().push(value);
            }
            CategoryKind::OfWhich => {}
        }
    }
    arranged
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{
        super::model::{self, CategoryId},
        *,
    };
    use crate::kit::{scope::OperationId, text::LocalizedText};

    fn category(key: &str) -> Category {
        let dimensions: Vec<&str> = key.split(';').filter_map(|pair| pair.split('=').next()).collect();
        let dimensions = if key.is_empty() { Vec::new() } else { dimensions };
        Category {
            id: CategoryId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            key: key.to_owned(),
            kind: model::kind(&dimensions),
            counts: model::counts(&dimensions),
            labels: LocalizedText::default(),
        }
    }

    fn numbers(values: &[i64]) -> Vec<Decimal> {
        values.iter().copied().map(Decimal::from).collect()
    }

    #[test]
    fn girls_and_boys_of_kabul_differ_from_the_total_by_rounding() {
        let outcome = compare(1_173_752.into(), &numbers(&[585_583, 588_168]));
        assert_eq!(outcome, Comparison::Rounding(Decimal::ONE));
        assert_eq!(compare(197_321.into(), &numbers(&[98_443, 98_878])), Comparison::Exact);
    }

    #[test]
    fn each_part_may_be_rounded_by_one_and_no_more() {
        assert_eq!(compare(102.into(), &numbers(&[50, 50])), Comparison::Rounding(2.into()));
        assert_eq!(compare(103.into(), &numbers(&[50, 50])), Comparison::NotSplit(3.into()));
        assert_eq!(compare(98.into(), &numbers(&[50, 50])), Comparison::Rounding((-2).into()));
        assert_eq!(compare(97.into(), &numbers(&[50, 50])), Comparison::Excess(3.into()));
    }

    #[test]
    fn a_remainder_is_shown_and_not_spread() {
        // Area A of the worked example, with its host community not told apart.
        assert_eq!(compare(23_800.into(), &numbers(&[7_800, 4_000])), Comparison::NotSplit(12_000.into()));
    }

    #[test]
    fn only_parts_of_the_same_dimensions_are_added() {
        let keys = ["", "sex=f", "sex=m", "population_group=idp", "disability=with", "sex=f;staff_kind=teacher"];
        let categories = keys.map(category);
        let values = numbers(&[23_800, 11_543, 12_257, 7_800, 2_380, 700]);
        let arranged = arrange_learners(categories.iter().zip(values));
        let outcomes: Vec<_> = arranged.comparisons().collect();
        let (group, sex) = (["population_group".to_owned()], ["sex".to_owned()]);
        let expected: [(&[String], Comparison); 2] =
            [(&group, Comparison::NotSplit(16_000.into())), (&sex, Comparison::Exact)];
        assert_eq!(outcomes, expected, "neither disability nor teachers are among the parts");
    }

    #[test]
    fn without_a_total_there_is_nothing_to_compare() {
        let girls = category("sex=f");
        let arranged = arrange_learners([(&girls, Decimal::TEN)]);
        assert_eq!(arranged.comparisons().count(), 0);
    }
}
