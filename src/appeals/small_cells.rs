//! Hides counts of people that are so small that someone could be recognised by them.
//!
//! A zero is shown: it names nobody, and that nobody was reached is what a donor has to see. A reader therefore knows that behind a hidden
//! count there is somebody, and may never learn more than that: with the rows that are shown and the total, every hidden count can still be any
//! number from one up to the threshold.

use rust_decimal::Decimal;

use super::{
    figures::{
        EditionFigures, IndicatorFigures,
        PublicCount::{self, Suppressed},
    },
    groups,
};
use crate::{
    dimensions::{how_many_to_hide, leaves_open},
    monitoring::HiddenAreas,
};

/// Hides what is small in an edition, and what would tell it. Of areas that is what is hidden of them wherever the plan's figures are public,
/// because smaller areas are told elsewhere. Groups and indicators are each a column whose total may be one of the headline figures. Where a
/// column cannot keep its secret beside its total, everything that counts people goes.
pub(super) fn hide(figures: &mut EditionFigures, hidden: &HiddenAreas) {
    let threshold = Decimal::from(figures.small_cell_threshold);
    let areas = figures.areas.iter_mut().filter(|area| hidden.pcodes.contains(&area.pcode));
    areas.map(|area| &mut area.reached).filter(|count| is_someone(**count)).for_each(|count| *count = Suppressed);
    let people = &mut figures.people;
    let totals = [people.reached, people.services, people.upper_bound];
    let mut is_told = hidden.whole || is_small(people.reached, threshold);
    let mut hide = |column: Vec<&mut PublicCount>| {
        let sum = column.iter().filter_map(|count| count.known()).sum();
        is_told |= !hide_column(column, threshold) && totals.contains(&PublicCount::Known(sum));
    };
    for dimension in groups::by_dimension(&mut figures.groups) {
        hide(dimension.iter_mut().map(|group| &mut group.reached).collect());
    }
    let (numbers, ratios): (Vec<_>, Vec<_>) =
        figures.indicators.iter_mut().filter(|one| one.counts_people).partition(|one| one.denominator.is_none());
    hide(numbers.into_iter().map(|indicator| &mut indicator.value).collect());
    ratios.into_iter().for_each(|ratio| hide_ratio(ratio, threshold));
    for total in
        [&mut people.services, &mut people.upper_bound].into_iter().filter(|total| is_small(**total, threshold))
    {
        *total = Suppressed;
    }
    if is_told {
        hide_all(figures);
    }
}

fn is_someone(count: PublicCount) -> bool {
    count.known().is_some_and(|people| people > Decimal::ZERO)
}

fn is_small(count: PublicCount, threshold: Decimal) -> bool {
    is_someone(count) && count.known().is_some_and(|people| people < threshold)
}

/// A share of few, or few of a share, tells them either way.
fn hide_ratio(ratio: &mut IndicatorFigures, threshold: Decimal) {
    let few = |count: Option<PublicCount>| count.is_some_and(|count| is_small(count, threshold));
    if few(Some(ratio.value)) || few(ratio.denominator) {
        ratio.value = Suppressed;
        ratio.denominator = ratio.denominator.map(|_| Suppressed);
    }
}

fn hide_all(figures: &mut EditionFigures) {
    let people = &mut figures.people;
    let indicators = figures.indicators.iter_mut().filter(|indicator| indicator.counts_people);
    let all = [&mut people.reached, &mut people.services, &mut people.upper_bound]
        .into_iter()
        .chain(figures.areas.iter_mut().map(|area| &mut area.reached))
        .chain(figures.groups.iter_mut().map(|group| &mut group.reached))
        .chain(indicators.flat_map(|indicator| [&mut indicator.value].into_iter().chain(&mut indicator.denominator)));
    for count in all.filter(|count| is_someone(**count)) {
        *count = Suppressed;
    }
}

/// Hides every count of a column that is above zero and below `threshold`, and as many of the next smallest as it takes to keep the total from
/// telling. False where a column has no others left to hide: then its total is as small as its counts, and must not be told.
fn hide_column(column: Vec<&mut PublicCount>, threshold: Decimal) -> bool {
    let mut someone: Vec<&mut PublicCount> = column.into_iter().filter(|count| is_someone(**count)).collect();
    someone.sort_by_key(|count| count.known());
    let ascending: Vec<Decimal> = someone.iter().filter_map(|count| count.known()).collect();
    let hidden = how_many_to_hide(&ascending, threshold);
    for count in someone.into_iter().take(hidden) {
        *count = Suppressed;
    }
    hidden == 0 || leaves_open(&ascending[..hidden], threshold)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dimensions::{Nested, hide_nested};
    use PublicCount::NotReported;

    fn known(people: i64) -> PublicCount {
        PublicCount::Known(Decimal::from(people))
    }

    fn hidden(mut column: Vec<PublicCount>, threshold: i64) -> Vec<PublicCount> {
        hide_column(column.iter_mut().collect(), Decimal::from(threshold));
        column
    }

    /// The sample with these numbers of people: the total, its areas, its indicators that count people; services and upper bound as the total.
    fn edition(reached: i64, areas: &[i64], indicators: &[i64]) -> EditionFigures {
        let mut figures = super::super::page::sample();
        figures.people.reached = known(reached);
        figures.people.services = known(reached);
        figures.people.upper_bound = known(reached);
        figures.areas.truncate(areas.len());
        for (area, people) in figures.areas.iter_mut().zip(areas) {
            area.reached = known(*people);
        }
        figures.groups.clear();
        figures.indicators.truncate(indicators.len());
        for (indicator, people) in figures.indicators.iter_mut().zip(indicators) {
            (indicator.counts_people, indicator.value, indicator.denominator) = (true, known(*people), None);
        }
        let hidden = hidden_of(reached, areas, figures.small_cell_threshold);
        let pcodes = hidden.1.iter().map(|place| figures.areas[*place].pcode.clone()).collect();
        hide(&mut figures, &HiddenAreas { pcodes, whole: hidden.0 });
        figures
    }

    /// Whether the whole is hidden, and which of its areas.
    fn hidden_of(reached: i64, areas: &[i64], threshold: i32) -> (bool, Vec<usize>) {
        let place = |parent, people: i64| Nested { parent, people: [Decimal::from(people)] };
        let mut places = vec![place(None, reached)];
        places.extend(areas.iter().map(|people| place(Some(0), *people)));
        let hidden = hide_nested(&places, Decimal::from(threshold));
        (hidden[0], (0..areas.len()).filter(|area| hidden[area + 1]).collect())
    }

    /// Total, areas, indicators.
    fn shown(figures: &EditionFigures) -> (PublicCount, Vec<PublicCount>, Vec<PublicCount>) {
        let areas = figures.areas.iter().map(|area| area.reached).collect();
        (figures.people.reached, areas, figures.indicators.iter().map(|indicator| indicator.value).collect())
    }

    #[test]
    fn a_small_total_goes_with_all_that_is_made_of_it() {
        let few = edition(4, &[4, 0], &[4]);
        assert_eq!(shown(&few), (Suppressed, vec![Suppressed, known(0)], vec![Suppressed]));
        assert_eq!((few.people.services, few.people.upper_bound), (Suppressed, Suppressed));
        let enough = edition(12, &[12, 0], &[12]);
        assert_eq!(shown(&enough), (known(12), vec![known(12), known(0)], vec![known(12)]));
    }

    #[test]
    fn an_area_that_would_tell_smaller_ones_is_hidden_though_it_is_not_small() {
        let mut figures = super::super::page::sample();
        figures.areas.truncate(2);
        figures.groups.clear();
        figures.indicators.clear();
        for area in &mut figures.areas {
            area.reached = known(500);
        }
        let pcodes = [figures.areas[1].pcode.clone()].into();
        hide(&mut figures, &HiddenAreas { whole: false, pcodes });
        assert_eq!([figures.areas[0].reached, figures.areas[1].reached], [known(500), Suppressed]);
    }

    #[test]
    fn a_total_that_would_tell_its_areas_goes() {
        assert_eq!(shown(&edition(5, &[1, 1, 3], &[5])).0, Suppressed, "each of three was one to three");
        assert_eq!(shown(&edition(43, &[3, 40], &[43])).0, known(43), "either may be anything from 1 up");
    }

    #[test]
    fn an_indicator_does_not_tell_what_its_area_hides() {
        let figures = edition(43, &[3, 40], &[3, 40]);
        assert_eq!(shown(&figures), (known(43), vec![Suppressed; 2], vec![Suppressed; 2]));
    }

    #[test]
    fn few_of_many_and_many_of_few_are_hidden_in_ratios_of_people_and_in_no_others() {
        let ratio = |people: bool, part: i64, whole: i64| {
            let mut figures = super::super::page::sample();
            figures.indicators.truncate(1);
            let indicator = &mut figures.indicators[0];
            (indicator.counts_people, indicator.value, indicator.denominator) =
                (people, known(part), Some(known(whole)));
            hide(&mut figures, &HiddenAreas::default());
            (figures.indicators[0].value, figures.indicators[0].denominator)
        };
        assert_eq!(ratio(true, 3, 90), (Suppressed, Some(Suppressed)));
        assert_eq!(ratio(true, 0, 4), (Suppressed, Some(Suppressed)));
        assert_eq!(ratio(true, 50, 90), (known(50), Some(known(90))));
        assert_eq!(ratio(false, 3, 4), (known(3), Some(known(4))), "schools are nobody");
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
