//! Counts of people that are so small that someone could be recognised by them, and what else must go so that a total does not tell them.
//!
//! Behind a hidden count there is somebody; a reader may never learn more than that: with what is shown and the total, every hidden count can still
//! be any number from one up to the threshold.

use rust_decimal::Decimal;

/// How many counts of a column have to be hidden, the smallest first, out of those above zero in ascending order.
pub fn how_many_to_hide(ascending: &[Decimal], threshold: Decimal) -> usize {
    let small = ascending.iter().take_while(|people| **people < threshold).count();
    if small == 0 {
        return 0;
    }
    (small..ascending.len()).find(|hidden| leaves_open(&ascending[..*hidden], threshold)).unwrap_or(ascending.len())
}

/// Whether the sum of the hidden counts, which anyone can reckon from the total, lets each be anything from one up to the threshold: it must
/// leave at least one for each of the others, and there must be others.
pub fn leaves_open(hidden: &[Decimal], threshold: Decimal) -> bool {
    let others = Decimal::from(hidden.len()) - Decimal::ONE;
    others > Decimal::ZERO && hidden.iter().sum::<Decimal>() >= (threshold - Decimal::ONE) + others
}
