//! Hides counts of people that are so small that someone could be recognised by them.
//!
//! A zero is shown: it names nobody, and that nobody was reached is what a donor has to see. A reader therefore knows that behind a hidden
//! count there is somebody, and may never learn more than that: with the rows that are shown and the total, every hidden count can still be any
//! number from one up to the threshold.

use rust_decimal::Decimal;

use super::figures::PublicCount;

/// Hides every count of a column that is above zero and below `threshold`, and as many of the next smallest as it takes to keep the total from
/// telling. Where a column has no others left to hide, its total is as small as its counts and no rule for rows can help.
pub(super) fn hide<'a>(column: impl IntoIterator<Item = &'a mut PublicCount>, threshold: Decimal) {
    let is_someone = |count: &&'a mut PublicCount| count.known().is_some_and(|people| people > Decimal::ZERO);
    let mut someone: Vec<&mut PublicCount> = column.into_iter().filter(is_someone).collect();
    someone.sort_by_key(|count| count.known());
    let ascending: Vec<Decimal> = someone.iter().filter_map(|count| count.known()).collect();
    for count in someone.into_iter().take(how_many(&ascending, threshold)) {
        *count = PublicCount::Suppressed;
    }
}

/// How many counts have to go, the smallest first.
fn how_many(ascending: &[Decimal], threshold: Decimal) -> usize {
    let small = ascending.iter().take_while(|people| **people < threshold).count();
    if small == 0 {
        return 0;
    }
    (small..ascending.len()).find(|hidden| leaves_open(&ascending[..*hidden], threshold)).unwrap_or(ascending.len())
}

/// Whether the sum of the hidden counts, which anyone can reckon from the total, lets each be anything from one up to the threshold: it must
/// leave at least one for each of the others, and there must be others.
fn leaves_open(hidden: &[Decimal], threshold: Decimal) -> bool {
    let others = Decimal::from(hidden.len()) - Decimal::ONE;
    others > Decimal::ZERO && hidden.iter().sum::<Decimal>() >= (threshold - Decimal::ONE) + others
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    fn two_hidden_counts_whose_sum_gives_them_away_take_another_with_them() {
        assert_eq!(hidden(vec![known(1), known(40), known(1), known(50)], 5)[1], Suppressed, "1 + 1 = 2 tells both");
        assert_eq!(hidden(vec![known(3), known(40), known(2)], 5)[1], known(40), "3 + 2 may be 1 + 4 too");
    }

    #[test]
    fn a_threshold_of_zero_hides_nothing() {
        assert_eq!(hidden(vec![known(1), known(2)], 0), [known(1), known(2)]);
    }

    /// Whether so many hidden counts, none of them zero, can have this sum.
    fn can_be(cells: usize, sum: i64) -> bool {
        match cells {
            0 => sum == 0,
            _ => (1..=sum).any(|one| can_be(cells - 1, sum - one)),
        }
    }

    proptest! {
        #[test]
        fn from_the_rows_and_the_total_no_hidden_count_can_be_told(
            rows in proptest::collection::vec(prop_oneof![0_i64..8, 0_i64..60], 1..7),
            threshold in 0_i64..8,
        ) {
            let published = hidden(rows.iter().copied().map(known).collect(), threshold);
            let shown = |(count, _): &(&PublicCount, &i64)| count.known().is_some();
            let (seen, unseen): (Vec<_>, Vec<_>) = published.iter().zip(&rows).partition(shown);
            prop_assert!(seen.iter().all(|(_, people)| **people == 0 || **people >= threshold), "a small count is shown");
            // When nothing else is left, the total itself is that small.
            if !unseen.is_empty() && seen.iter().any(|(_, people)| **people > 0) {
                let sum = rows.iter().sum::<i64>() - seen.iter().map(|(_, people)| **people).sum::<i64>();
                for people in 1..threshold {
                    prop_assert!(can_be(unseen.len() - 1, sum - people), "no count can be {people}: {published:?}");
                }
            }
        }
    }
}
