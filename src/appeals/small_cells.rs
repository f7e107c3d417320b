//! Hides numbers of people that are so small that someone could be recognised by them.

use rust_decimal::Decimal;

use super::edition::People;

/// Hides every number of a column that is above zero and below `threshold`. Where that hides one number alone, the smallest other is hidden with
/// it, because the column's total would tell it. Zero says that there is nobody and stays.
pub(super) fn hide<'a>(column: impl IntoIterator<Item = &'a mut People>, threshold: Decimal) {
    let mut known: Vec<&mut People> =
        column.into_iter().filter(|people| people.value.is_some_and(|value| value > Decimal::ZERO)).collect();
    known.sort_by_key(|people| people.value);
    let small = known.iter().filter(|people| people.value.is_some_and(|value| value < threshold)).count();
    let hidden = if small == 1 { 2 } else { small };
    for people in known.into_iter().take(hidden) {
        *people = People { value: None, suppressed: true };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(values: &[Option<i64>], threshold: i64) -> Vec<Option<i64>> {
        let mut column: Vec<People> = values.iter().map(|value| value.map(Decimal::from).into()).collect();
        hide(&mut column, Decimal::from(threshold));
        column.iter().map(|people| if people.suppressed { Some(-1) } else { people.value.map(as_whole) }).collect()
    }

    fn as_whole(value: Decimal) -> i64 {
        value.to_string().parse().expect("a whole number")
    }

    #[test]
    fn small_numbers_are_hidden_and_zero_and_unknown_are_not() {
        assert_eq!(
            hidden(&[Some(3), Some(4), Some(0), None, Some(5), Some(90)], 5),
            [Some(-1), Some(-1), Some(0), None, Some(5), Some(90)]
        );
    }

    #[test]
    fn a_single_hidden_number_takes_the_smallest_other_with_it() {
        assert_eq!(hidden(&[Some(900), Some(3), Some(40)], 5), [Some(900), Some(-1), Some(-1)]);
    }

    #[test]
    fn a_threshold_of_zero_hides_nothing() {
        assert_eq!(hidden(&[Some(1), Some(2)], 0), [Some(1), Some(2)]);
    }
}
