//! Bars: solid is what there is, outlined is what is missing, hatched is what nobody reported.
//!
//! Their numbers are attributes in percent, because pages carry no `style` attribute; the figures stand beside them in words.

use askama::Template;
use rust_decimal::{Decimal, RoundingStrategy};

use super::super::figures::{MoneyFigures, PublicCount};

/// A bar.
#[derive(Template)]
#[template(path = "appeals/templates/bar.html")]
pub(super) struct Bar {
    height: u32,
    segments: Vec<Segment>,
    mark: Option<Decimal>,
}

struct Segment {
    class: &'static str,
    from: Decimal,
    width: Decimal,
    /// How much lower than the bar it is, above and below.
    inset: u32,
}

impl Segment {
    fn new(class: &'static str, from: Decimal, width: Decimal) -> Self {
        Self { class, from, width, inset: 0 }
    }
}

/// The bar of a table's row: what was done of a target. Where more was done, a mark stands at the target.
pub(super) fn progress(done: PublicCount, target: Option<Decimal>, scale: Decimal) -> Bar {
    const HEIGHT: u32 = 12;
    let target = target.unwrap_or_default().max(Decimal::ZERO);
    let on_scale = |value| percent(value, scale);
    let (segments, mark) = match done {
        PublicCount::NotReported | PublicCount::Suppressed => {
            (vec![Segment::new("f-none", Decimal::ZERO, on_scale(target))], None)
        }
        PublicCount::Known(done) if done > target => {
            let mark = (target > Decimal::ZERO).then(|| on_scale(target));
            (vec![Segment::new("f-have", Decimal::ZERO, on_scale(done))], mark)
        }
        PublicCount::Known(done) => {
            let have = on_scale(done);
            let parts =
                [Segment::new("f-have", Decimal::ZERO, have), Segment::new("f-gap", have, on_scale(target) - have)];
            (parts.into_iter().filter(|part| !part.width.is_zero()).collect(), None)
        }
    };
    Bar { height: HEIGHT, segments, mark }
}

/// One figure of several on the same scale.
pub(super) fn single(class: &'static str, value: Option<Decimal>, scale: Decimal) -> Bar {
    let segment = match value {
        Some(value) => Segment::new(class, Decimal::ZERO, percent(value, scale)),
        None => Segment::new("f-none", Decimal::ZERO, Decimal::ONE_HUNDRED),
    };
    Bar { height: 16, segments: vec![segment], mark: None }
}

/// What is asked for, and how much of it was paid, committed and announced; none where nobody said what is asked for.
pub(super) fn money(money: &MoneyFigures) -> Option<Bar> {
    const HEIGHT: u32 = 28;
    const PLEDGE_INSET: u32 = 4;
    let required = money.requirement.filter(|required| *required > Decimal::ZERO)?;
    let scale = required.max(money.funded.unwrap_or_default());
    let Some(funded) = money.funded else {
        let segments = vec![Segment::new("f-none", Decimal::ZERO, Decimal::ONE_HUNDRED)];
        return Some(Bar { height: HEIGHT, segments, mark: None });
    };
    let (paid, all) = (percent(money.paid.unwrap_or_default(), scale), percent(funded, scale));
    let mut segments = vec![
        Segment::new("f-have", Decimal::ZERO, paid),
        Segment::new("f-part", paid, all - paid),
        Segment::new("f-gap", all, percent(required, scale) - all),
    ];
    if let Some(pledged) = money.pledged {
        let width = percent(pledged, scale).min(Decimal::ONE_HUNDRED - all);
        segments.push(Segment { inset: PLEDGE_INSET, ..Segment::new("f-pledge", all, width) });
    }
    segments.retain(|segment| segment.width > Decimal::ZERO);
    Some(Bar { height: HEIGHT, segments, mark: (funded > required).then(|| percent(required, scale)) })
}

/// A length in percent of the scale, which stays between nothing and all of it whatever the figures say.
fn percent(value: Decimal, scale: Decimal) -> Decimal {
    let percent = value.checked_mul(Decimal::ONE_HUNDRED).and_then(|value| value.checked_div(scale));
    let percent = percent.unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(people: i64) -> PublicCount {
        PublicCount::Known(people.into())
    }

    fn drawn(done: PublicCount, target: Option<i64>) -> String {
        progress(done, target.map(Decimal::from), Decimal::from(96_000)).render().expect("a bar")
    }

    #[test]
    fn a_bar_is_solid_to_what_was_done_and_outlined_to_the_target() {
        let expected = r#"<svg class="bar" width="100%" height="12" aria-hidden="true"><rect class="f-have" x="0%" width="41.53%" height="12"/><rect class="f-gap" x="41.53%" width="43.89%" height="12"/></svg>"#;
        assert_eq!(drawn(known(39_870), Some(82_000)), expected);
    }

    #[test]
    fn above_the_target_a_mark_stands_where_it_was_and_nothing_is_cut_off() {
        let bar = drawn(known(24_318), Some(22_500));
        assert!(bar.contains(r#"<rect class="f-have" x="0%" width="25.33%" height="12"/>"#), "{bar}");
        assert!(bar.contains(r#"<rect class="f-mark" x="23.44%" y="-3" width="2" height="18"/>"#), "{bar}");
    }

    #[test]
    fn nothing_reported_is_hatched_and_zero_reported_is_outlined() {
        assert!(drawn(PublicCount::NotReported, Some(21_000)).contains(r#"class="f-none" x="0%" width="21.88%""#));
        let zero = drawn(known(0), Some(38_500));
        assert!(zero.contains(r#"class="f-gap" x="0%" width="40.1%""#) && !zero.contains("f-have"), "{zero}");
    }

    #[test]
    fn a_pledge_is_drawn_inside_what_is_missing() {
        let figures = |funded: Option<i64>| MoneyFigures {
            requirement: Some(48_600_000.into()),
            paid: Some(10_575_000.into()),
            funded: funded.map(Decimal::from),
            pledged: Some(5_000_000.into()),
            ..MoneyFigures::default()
        };
        let bar = money(&figures(Some(17_925_000))).expect("a bar").render().expect("a bar");
        assert!(bar.contains(r#"<rect class="f-gap" x="36.88%" width="63.12%" height="28"/>"#), "{bar}");
        assert!(bar.contains(r#"<rect class="f-pledge" x="36.88%" y="4" width="10.29%" height="20"/>"#), "{bar}");
        let unknown = money(&figures(None)).expect("a bar").render().expect("a bar");
        assert!(unknown.contains("f-none") && !unknown.contains("f-gap"), "not reported is not missing: {unknown}");
        assert!(money(&MoneyFigures::default()).is_none());
    }

    #[test]
    fn figures_beyond_all_measure_do_not_stop_a_page() {
        assert_eq!(percent(Decimal::MAX, Decimal::ONE), Decimal::ZERO);
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO), Decimal::ZERO);
        assert_eq!(percent(Decimal::from(-5), Decimal::TEN), Decimal::ZERO);
    }
}
