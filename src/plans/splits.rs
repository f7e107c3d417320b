//! What the values of an indicator may be split by: combinations of its dimensions.

use std::collections::BTreeSet;

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Jsonb};
use serde::{Deserialize, Serialize};

use super::model::Indicator;
use crate::as_jsonb;

/// Combinations of dimension codes, each sorted. None at all is any combination.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct Splits(Vec<Vec<String>>);

impl Splits {
    /// These combinations: each once, and in an order that does not depend on how they were written.
    pub fn new(combinations: impl IntoIterator<Item = Vec<String>>) -> Self {
        let sorted = |combination: Vec<String>| combination.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let all: BTreeSet<Vec<String>> = combinations.into_iter().map(sorted).collect();
        Self(all.into_iter().filter(|combination| !combination.is_empty()).collect())
    }

    /// The combinations.
    pub fn combinations(&self) -> &[Vec<String>] {
        &self.0
    }

    /// Every dimension that one of them names.
    pub fn dimensions(&self) -> BTreeSet<&str> {
        self.0.iter().flatten().map(String::as_str).collect()
    }

    /// The combinations in words, for people who used another.
    fn in_words(&self) -> String {
        self.0.iter().map(|combination| combination.join(" with ")).collect::<Vec<_>>().join(", or ")
    }
}

/// Whether an indicator's values may be split by these dimensions together. A total is always allowed, and a ratio is given in all splits that its
/// sender has: its parts are not added. Else the answer names what is allowed.
///
/// # Errors
/// The combinations that are allowed, in words.
pub fn allowed_split<'d>(
    indicator: &Indicator,
    dimensions: impl IntoIterator<Item = &'d str>,
) -> std::result::Result<(), String> {
    let by: BTreeSet<&str> = dimensions.into_iter().collect();
    let is_one = |combination: &Vec<String>| combination.iter().map(String::as_str).eq(by.iter().copied());
    let free = indicator.splits.0.is_empty() || by.is_empty() || indicator.kind == super::IndicatorKind::Ratio;
    if free || indicator.splits.0.iter().any(is_one) { Ok(()) } else { Err(indicator.splits.in_words()) }
}

as_jsonb!(Splits);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{IndicatorKind, samples};

    fn splits(combinations: &[&[&str]]) -> Splits {
        Splits::new(combinations.iter().map(|one| one.iter().map(|code| (*code).to_owned()).collect()))
    }

    #[test]
    fn without_splits_any_combination_is_allowed() {
        assert_eq!(allowed_split(&samples::indicator(1), ["sex", "age_band"]), Ok(()));
    }

    #[test]
    fn only_whole_combinations_are_allowed_and_the_others_are_told_which() {
        let indicator = Indicator { splits: splits(&[&["sex", "age_band"], &["disability"]]), ..samples::indicator(1) };
        assert_eq!(allowed_split(&indicator, ["age_band", "sex"]), Ok(()), "the order means nothing");
        assert_eq!(allowed_split(&indicator, ["disability"]), Ok(()));
        let told = Err("age_band with sex, or disability".to_owned());
        assert_eq!(allowed_split(&indicator, ["sex"]), told, "half of a combination");
        assert_eq!(allowed_split(&indicator, ["sex", "age_band", "disability"]), told, "two at once");
    }

    #[test]
    fn totals_and_ratios_are_always_allowed() {
        let limited = Indicator { splits: splits(&[&["sex"]]), ..samples::indicator(1) };
        assert_eq!(allowed_split(&limited, []), Ok(()));
        let ratio = Indicator { kind: IndicatorKind::Ratio, ..limited };
        assert_eq!(allowed_split(&ratio, ["age_band"]), Ok(()));
    }

    #[test]
    fn combinations_are_kept_once_and_sorted() {
        let kept = splits(&[&["sex", "age_band"], &["age_band", "sex", "sex"], &[]]);
        assert_eq!(kept.combinations(), [["age_band", "sex"]]);
        let read: Splits = serde_json::from_value(serde_json::to_value(&kept).expect("JSON")).expect("the same");
        assert_eq!(read, kept);
    }
}
