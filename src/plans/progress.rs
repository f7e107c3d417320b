//! How far an indicator has come, by the rules that the field's reporting tools share.

use rust_decimal::Decimal;

use crate::text_enum;

text_enum! {
    /// How an indicator stands against its target.
    OverallStatus {
        /// The target is reached.
        Met = "MET",
        /// As much of the way is done as of the time has gone.
        OnTrack = "ON_TRACK",
        /// Nothing of the way is done, or it went back.
        NoProgress = "NO_PROGRESS",
        /// Something is done, and less than the time would have it.
        Constrained = "CONSTRAINED",
        /// Not known: a figure is missing.
        NoStatus = "NO_STATUS",
    }
}

/// How an indicator stands: the way done beside the share of the time gone (0 at the plan's first day, 1 at its end).
///
/// Where the target is the baseline, what is aimed at is to hold it: it is met while it is held, and constrained below.
pub fn status(
    achieved: Option<Decimal>,
    baseline: Option<Decimal>,
    target: Option<Decimal>,
    time_gone: Decimal,
) -> OverallStatus {
    let (Some(now), Some(start), Some(aim)) = (achieved, baseline, target) else { return OverallStatus::NoStatus };
    if start == aim {
        return if now >= aim { OverallStatus::Met } else { OverallStatus::Constrained };
    }
    match progress(achieved, baseline, target) {
        None => OverallStatus::NoStatus,
        Some(done) if done >= Decimal::ONE => OverallStatus::Met,
        Some(done) if done <= Decimal::ZERO => OverallStatus::NoProgress,
        Some(done) if done >= time_gone => OverallStatus::OnTrack,
        Some(_) => OverallStatus::Constrained,
    }
}

/// How much of the way from the baseline to the target was done: 1 is all of it, more than 1 is shown and not clamped.
///
/// None when a figure is not known, and when the target is the baseline: then there is no way to have come.
fn progress(achieved: Option<Decimal>, baseline: Option<Decimal>, target: Option<Decimal>) -> Option<Decimal> {
    let (achieved, baseline, target) = (achieved?, baseline?, target?);
    share(achieved.checked_sub(baseline), target.checked_sub(baseline))
}

/// A figure as a share of another, such as achieved of in need. None when either is not known or the whole is zero.
fn share(part: Option<Decimal>, whole: Option<Decimal>) -> Option<Decimal> {
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
    fn an_indicator_stands_by_the_way_done_and_the_time_gone() {
        use OverallStatus::{Constrained, Met, NoProgress, NoStatus, OnTrack};
        let half_time = |achieved: &str, baseline: &str, target: &str| {
            status(Some(dec(achieved)), Some(dec(baseline)), Some(dec(target)), dec("0.5"))
        };
        assert_eq!(half_time("90", "40", "90"), Met);
        assert_eq!(half_time("120", "0", "100"), Met);
        assert_eq!(half_time("65", "40", "90"), OnTrack, "half of the way in half of the time");
        assert_eq!(half_time("64", "40", "90"), Constrained);
        assert_eq!(half_time("40", "40", "90"), NoProgress);
        assert_eq!(half_time("30", "40", "90"), NoProgress, "a step back");
        assert_eq!(half_time("20", "50", "10"), OnTrack, "down is a way too");
        assert_eq!(half_time("10", "50", "10"), Met);
        assert_eq!(half_time("40", "40", "40"), Met, "held");
        assert_eq!(half_time("39", "40", "40"), Constrained, "not held");
        assert_eq!(status(None, Some(dec("0")), Some(dec("1")), dec("0.5")), NoStatus, "nothing reported is not zero");
        assert_eq!(status(Some(dec("1")), None, Some(dec("1")), dec("0.5")), NoStatus);
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
