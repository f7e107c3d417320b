//! Bars as SVG rectangles. Widths are attributes in percent (no style may stand in a page), reckoned in exact decimals.

use rust_decimal::{Decimal, RoundingStrategy};

/// A rectangle of a bar.
pub(super) struct Rect {
    pub(super) class: &'static str,
    pub(super) x: String,
    pub(super) width: String,
}

/// A bar: what there is, what is missing, and where a target was passed.
#[derive(Default)]
pub(super) struct Bar {
    pub(super) rects: Vec<Rect>,
    /// Where the target stands, when it was passed.
    pub(super) mark: Option<String>,
}

/// A share of the bar's whole length, as an attribute.
fn percent(part: Decimal, whole: Decimal) -> String {
    let share = part.checked_mul(Decimal::ONE_HUNDRED).and_then(|part| part.checked_div(whole)).unwrap_or_default();
    format!(
        "{}%",
        share
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
            .clamp(Decimal::ZERO, Decimal::ONE_HUNDRED)
    )
}

impl Bar {
    /// Adds a part behind what is there already; `whole` is the length of the bar.
    pub(super) fn part(mut self, class: &'static str, from: Decimal, length: Decimal, whole: Decimal) -> Self {
        if length > Decimal::ZERO && whole > Decimal::ZERO {
            self.rects.push(Rect { class, x: percent(from, whole), width: percent(length, whole) });
        }
        self
    }

    /// What was reached of a target: solid, the rest outlined, hatched when nobody reported, and a tick where the target was passed.
    pub(super) fn progress(reached: Option<Decimal>, target: Option<Decimal>, whole: Decimal) -> Self {
        let target = target.unwrap_or_default();
        let Some(reached) = reached else { return Self::default().part("f-none", Decimal::ZERO, target, whole) };
        let mut bar = Self::default().part("f-have", Decimal::ZERO, reached, whole).part(
            "f-gap",
            reached,
            target - reached,
            whole,
        );
        if reached > target && target > Decimal::ZERO {
            bar.mark = Some(percent(target, whole));
        }
        bar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(bar: &Bar) -> Vec<(&str, &str, &str)> {
        bar.rects.iter().map(|rect| (rect.class, rect.x.as_str(), rect.width.as_str())).collect()
    }

    #[test]
    fn a_bar_is_solid_for_what_is_there_and_outlined_for_what_is_missing() {
        let bar = Bar::progress(Some(Decimal::from(39_870)), Some(Decimal::from(82_000)), Decimal::from(96_000));
        assert_eq!(shape(&bar), [("f-have", "0%", "41.53%"), ("f-gap", "41.53%", "43.89%")]);
    }

    #[test]
    fn what_nobody_reported_is_hatched_and_what_passed_its_target_has_a_tick() {
        let silent = Bar::progress(None, Some(Decimal::from(21_000)), Decimal::from(96_000));
        assert_eq!(shape(&silent), [("f-none", "0%", "21.88%")]);
        let over = Bar::progress(Some(Decimal::from(24_318)), Some(Decimal::from(22_500)), Decimal::from(96_000));
        assert_eq!(shape(&over), [("f-have", "0%", "25.33%")]);
        assert_eq!(over.mark.as_deref(), Some("23.44%"));
    }
}
