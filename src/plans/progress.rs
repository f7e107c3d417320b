//! How far an indicator has come, by the rules that the field's reporting tools share.

use rust_decimal::Decimal;

/// How much of the way from the baseline to the target was done: 1 is all of it, more than 1 is shown and not clamped.
///
/// None when a figure is not known, and when the target is the baseline: then there is no way to have come.
pub fn progress(achieved: Option<Decimal>, baseline: Option<Decimal>, target: Option<Decimal>) -> Option<Decimal> {
    let (achieved, baseline, target) = (achieved?, baseline?, target?);
    share(achieved.checked_sub(baseline), target.checked_sub(baseline))
}

/// A figure as a share of another, such as achieved of in need. None when either is not known or the whole is zero.
pub fn share(part: Option<Decimal>, whole: Option<Decimal>) -> Option<Decimal> {
    part?.checked_div(whole?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::dec;

    #[test]
    fn progress_is_the_part_of_the_way_from_baseline_to_target() {
        assert_eq!(progress(Some(dec("65")), Some(dec("40")), Some(dec("90"))), Some(dec("0.5")));
        assert_eq!(
            progress(Some(dec("120")), Some(dec("0")), Some(dec("100"))),
            Some(dec("1.2")),
            "above 100 % is shown"
        );
        assert_eq!(
            progress(Some(dec("30")), Some(dec("40")), Some(dec("90"))),
            Some(dec("-0.2")),
            "a step back is shown"
        );
        assert_eq!(progress(Some(dec("20")), Some(dec("50")), Some(dec("10"))), Some(dec("0.75")), "down is a way too");
    }

    #[test]
    fn a_target_that_is_the_baseline_has_no_progress() {
        assert_eq!(progress(Some(dec("40")), Some(dec("40")), Some(dec("40"))), None);
    }

    #[test]
    fn an_unknown_baseline_is_not_zero() {
        assert_eq!(progress(Some(dec("40")), None, Some(dec("80"))), None);
        assert_eq!(share(Some(dec("40")), Some(dec("80"))), Some(dec("0.5")));
    }

    #[test]
    fn a_share_of_nothing_is_not_known() {
        assert_eq!(share(Some(dec("0")), Some(dec("0"))), None);
        assert_eq!(share(Some(dec("1")), None), None);
    }

    #[test]
    fn figures_at_the_edge_of_what_decimals_hold_give_no_answer_instead_of_a_panic() {
        assert_eq!(progress(Some(Decimal::MAX), Some(Decimal::MIN), Some(dec("1"))), None);
        assert_eq!(share(Some(Decimal::MAX), Some(dec("0.1"))), None);
    }
}
