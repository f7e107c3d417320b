//! Hides counts of people that are so small that someone could be recognised by them.

use rust_decimal::Decimal;

use super::figures::PublicCount;

/// Hides every count of a column that is above zero and below `threshold`. Where that hides one count alone, the smallest other is hidden with
/// it, because the column's total would tell it. Zero says that there is nobody and stays.
pub(super) fn hide<'a>(column: impl IntoIterator<Item = &'a mut PublicCount>, threshold: Decimal) {
    let is_someone = |count: &&'a mut PublicCount| count.known().is_some_and(|people| people > Decimal::ZERO);
    let mut someone: Vec<&mut PublicCount> = column.into_iter().filter(is_someone).collect();
    someone.sort_by_key(|count| count.known());
    let small = someone.iter().filter(|count| count.known().is_some_and(|people| people < threshold)).count();
    let hidden = if small == 1 { 2 } else { small };
    for count in someone.into_iter().take(hidden) {
        *count = PublicCount::Suppressed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PublicCount::{NotReported, Suppressed};

    fn known(people: i64) -> PublicCount {
        PublicCount::Known(Decimal::from(people))
    }

    fn hidden(mut column: Vec<PublicCount>, threshold: i64) -> Vec<PublicCount> {
        hide(&mut column, Decimal::from(threshold));
        column
    }

    #[test]
    fn small_counts_are_hidden_and_zero_and_not_reported_are_not() {
        let column = vec![known(3), known(4), known(0), NotReported, known(5), known(90)];
        let expected = [Suppressed, Suppressed, known(0), NotReported, known(5), known(90)];
        assert_eq!(hidden(column, 5), expected);
    }

    #[test]
    fn a_single_hidden_count_takes_the_smallest_other_with_it() {
        assert_eq!(hidden(vec![known(900), known(3), known(40)], 5), [known(900), Suppressed, Suppressed]);
    }

    #[test]
    fn a_threshold_of_zero_hides_nothing() {
        assert_eq!(hidden(vec![known(1), known(2)], 0), [known(1), known(2)]);
    }
}
