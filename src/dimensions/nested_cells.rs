//! Which counts of nested places must be hidden, so that neither a total nor the places of another level tell a small one.
//!
//! Every place is the sum of the places in it and of what was told of itself alone. What is hidden is decided once for all levels: whoever reads
//! several of them reads one pattern, and behind every small count there may still be any number from one up to the threshold. What a place has
//! beyond the places in it is never shown, but anyone can reckon it: it is one more count among theirs.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// A place with its counts, each in a column of its own: people reached, services and so on.
#[derive(Debug, Clone)]
pub struct Nested<const COLUMNS: usize> {
    /// In which of the places before it this one lies; none for the whole.
    pub parent: Option<usize>,
    /// How many; zero is nobody, or nobody known of.
    pub people: [Decimal; COLUMNS],
}

/// Whether each of these places, which stand behind those that they lie in, must be hidden with all its counts. Hidden are those with a small
/// count; as many of the next smallest in the same place as it takes; where there are not enough, that place itself, and so on up to the whole.
pub fn hide_nested<const COLUMNS: usize>(places: &[Nested<COLUMNS>], threshold: Decimal) -> Vec<bool> {
    let mut nest = Nest::new(places, threshold);
    for place in (0..places.len()).rev() {
        nest.settle(place);
    }
    nest.hidden
}

/// What a reader cannot tell inside a hidden count, by column.
#[derive(Debug, Clone, Copy)]
struct Unknown<const COLUMNS: usize> {
    /// In how many pieces it is; each holds somebody.
    pieces: [usize; COLUMNS],
    /// What the pieces hold beyond one each: any of them may hold so much more, as far as a reader knows.
    slack: [Decimal; COLUMNS],
}

impl<const COLUMNS: usize> Unknown<COLUMNS> {
    const NOTHING: Self = Self { pieces: [0; COLUMNS], slack: [Decimal::ZERO; COLUMNS] };

    fn piece(people: &[Decimal; COLUMNS]) -> Self {
        let somebody = |people: Decimal| people > Decimal::ZERO;
        Self {
            pieces: people.map(|people| usize::from(somebody(people))),
            slack: people.map(|people| (people - Decimal::ONE).max(Decimal::ZERO)),
        }
    }

    fn add(&mut self, other: &Self) {
        for column in 0..COLUMNS {
            self.pieces[column] += other.pieces[column];
            self.slack[column] += other.slack[column];
        }
    }
}

struct Nest<'p, const COLUMNS: usize> {
    places: &'p [Nested<COLUMNS>],
    inside: Vec<Vec<usize>>,
    /// What places have beyond the places in them.
    rest: Vec<[Decimal; COLUMNS]>,
    hidden: Vec<bool>,
    unknown: Vec<Unknown<COLUMNS>>,
    threshold: Decimal,
}

impl<'p, const COLUMNS: usize> Nest<'p, COLUMNS> {
    fn new(places: &'p [Nested<COLUMNS>], threshold: Decimal) -> Self {
        let mut inside = vec![Vec::new(); places.len()];
        let mut rest: Vec<[Decimal; COLUMNS]> = places.iter().map(|place| place.people).collect();
        for (number, place) in places.iter().enumerate() {
            let Some(parent) = place.parent.filter(|parent| *parent < number) else { continue };
            inside[parent].push(number);
            for (rest, people) in rest[parent].iter_mut().zip(place.people) {
                *rest = (*rest - people).max(Decimal::ZERO);
            }
        }
        let small = |people: &Decimal| *people > Decimal::ZERO && *people < threshold;
        let hidden = places.iter().map(|place| place.people.iter().any(small)).collect();
        Self { places, inside, rest, hidden, unknown: vec![Unknown::NOTHING; places.len()], threshold }
    }

    /// Hides in a place what it takes, the places in it being settled.
    fn settle(&mut self, place: usize) {
        if self.hidden[place] {
            return self.open(place);
        }
        while !self.keeps_secrets(place) {
            match self.smallest_shown(place, |people| people.iter().any(|people| *people > Decimal::ZERO)) {
                Some(other) => self.hide(other),
                None => {
                    self.hidden[place] = true;
                    break;
                }
            }
        }
        self.look_into(place);
    }

    fn hide(&mut self, place: usize) {
        self.hidden[place] = true;
        self.open(place);
    }

    /// Sees to it that a hidden place cannot be added up from the places in it.
    fn open(&mut self, place: usize) {
        self.look_into(place);
        for column in 0..COLUMNS {
            let told = self.unknown[place].pieces[column] == 0 && self.places[place].people[column] > Decimal::ZERO;
            if told && let Some(other) = self.smallest_shown(place, |people| people[column] > Decimal::ZERO) {
                self.hide(other);
                self.look_into(place);
            }
        }
    }

    fn look_into(&mut self, place: usize) {
        let mut unknown = Unknown::NOTHING;
        for inner in self.inside[place].iter().filter(|inner| self.hidden[**inner]) {
            unknown.add(&self.unknown[*inner]);
        }
        unknown.add(&Unknown::piece(&self.rest[place]));
        self.unknown[place] = unknown;
    }

    /// Whether a place may be shown: a reader who takes what is shown in it from its count learns nothing of what is hidden there.
    fn keeps_secrets(&self, place: usize) -> bool {
        (0..COLUMNS).all(|column| {
            let hidden: Vec<usize> = self.inside[place]
                .iter()
                .copied()
                .filter(|inner| self.hidden[*inner] && self.places[*inner].people[column] > Decimal::ZERO)
                .collect();
            let rest = self.rest[place][column];
            let is_rest_small = rest > Decimal::ZERO && rest < self.threshold && !self.inside[place].is_empty();
            if hidden.is_empty() && !is_rest_small {
                return true;
            }
            let others = hidden.len() + usize::from(rest > Decimal::ZERO);
            let slack: Decimal = hidden.iter().map(|inner| self.unknown[*inner].slack[column]).sum();
            let slack = slack + (rest - Decimal::ONE).max(Decimal::ZERO);
            others > 1 && slack >= self.threshold - Decimal::TWO
        })
    }

    fn smallest_shown(&self, place: usize, counts: impl Fn(&[Decimal; COLUMNS]) -> bool) -> Option<usize> {
        let ascending = |one: &usize, other: &usize| -> Ordering {
            self.places[*one].people.cmp(&self.places[*other].people).then(one.cmp(other))
        };
        let shown = self.inside[place].iter().copied().filter(|inner| !self.hidden[*inner]);
        shown.filter(|inner| counts(&self.places[*inner].people)).min_by(ascending)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn hidden(places: &[(Option<usize>, i64)], threshold: i64) -> Vec<bool> {
        let places: Vec<Nested<1>> = places
            .iter()
            .map(|(parent, people)| Nested { parent: *parent, people: [Decimal::from(*people)] })
            .collect();
        hide_nested(&places, Decimal::from(threshold))
    }

    #[test]
    fn a_small_district_takes_its_neighbour_with_it_and_not_a_district_of_another_province() {
        let places = [(None, 7475), (Some(0), 5003), (Some(0), 2472), (Some(1), 3), (Some(1), 5000), (Some(2), 2472)];
        assert_eq!(hidden(&places, 5), [false, false, false, true, true, false]);
    }

    #[test]
    fn an_only_district_hides_its_province_and_that_another_one_with_a_district_in_it() {
        let places =
            [(None, 107), (Some(0), 7), (Some(0), 100), (Some(1), 3), (Some(1), 4), (Some(2), 60), (Some(2), 40)];
        assert_eq!(hidden(&places, 5), [false, false, false, true, true, false, false], "3 and 4 may be 1 and 6");
        let places = [(None, 103), (Some(0), 3), (Some(0), 100), (Some(1), 3), (Some(2), 60), (Some(2), 40)];
        assert_eq!(hidden(&places, 5), [false, true, true, true, false, true], "the districts would add up to the 100");
        let places = [(None, 5), (Some(0), 5), (Some(1), 1), (Some(1), 1), (Some(1), 3)];
        assert_eq!(hidden(&places, 5), [true; 5], "each of three would be one to three, and nothing else is left");
    }

    #[test]
    fn few_people_told_of_a_province_alone_are_hidden_as_those_of_a_district_are() {
        let places = [(None, 203), (Some(0), 103), (Some(0), 100), (Some(1), 60), (Some(1), 40), (Some(2), 100)];
        assert_eq!(hidden(&places, 5), [false, false, false, false, true, false], "103 - 100 = 3 of the province");
        let places = [(None, 200), (Some(0), 103), (Some(0), 97), (Some(1), 3), (Some(2), 97)];
        assert_eq!(hidden(&places, 5), [false, false, false, true, false], "3 of 103: the rest is of no district");
    }

    #[test]
    fn a_column_that_is_small_hides_the_others_and_each_keeps_its_secret() {
        let place = |parent, reached: i64, services: i64| Nested {
            parent,
            people: [Decimal::from(reached), Decimal::from(services)],
        };
        let places = [place(None, 150, 300), place(Some(0), 3, 60), place(Some(0), 47, 40), place(Some(0), 100, 200)];
        assert_eq!(hide_nested(&places, Decimal::from(5)), [false, true, true, false]);
        assert_eq!(hide_nested(&places, Decimal::ZERO), [false; 4], "a threshold of zero hides nothing");
    }

    /// A place as a solver sees it: what it lies in, its true count, whether it is shown.
    #[derive(Debug, Clone, Copy)]
    struct Seen {
        parent: Option<usize>,
        people: i64,
        shown: bool,
    }

    /// The counts that a place can have as far as a reader can tell, from least to most (none: without end), while one of all is fixed to a number;
    /// none where the two cannot be.
    fn possible(seen: &[Seen], place: usize, fixed: (usize, i64)) -> Option<(i64, Option<i64>)> {
        let inner: Vec<usize> = (0..seen.len()).filter(|inner| seen[*inner].parent == Some(place)).collect();
        let (mut least, mut most) = (i64::from(seen[place].people > 0), None);
        if !inner.is_empty() {
            (least, most) = (0, Some(0));
            for inner in inner {
                let (from, to) = possible(seen, inner, fixed)?;
                least += from;
                most = most.zip(to).map(|(most, to)| most + to);
            }
        }
        let meet = |(least, most): (i64, Option<i64>), number: i64| {
            (least <= number && most.is_none_or(|most| number <= most)).then_some((number, Some(number)))
        };
        let mut range = (least, most);
        if seen[place].shown {
            range = meet(range, seen[place].people)?;
        }
        if fixed.0 == place {
            range = meet(range, fixed.1)?;
        }
        Some(range)
    }

    /// Districts by province, each list with what was told of the province alone; and what was told of the country alone.
    fn country() -> impl Strategy<Value = (Vec<(Vec<i64>, i64)>, i64)> {
        let people = || prop_oneof![0_i64..8, 0_i64..60];
        let rest = || prop_oneof![Just(0_i64), Just(0), 0_i64..9];
        (proptest::collection::vec((proptest::collection::vec(people(), 0..5), rest()), 1..5), rest())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]
        #[test]
        fn whoever_reads_every_level_and_the_total_can_tell_no_hidden_small_count((provinces, rest) in country(), threshold in 2_i64..8) {
            let of_province = |(districts, rest): &(Vec<i64>, i64)| districts.iter().sum::<i64>() + rest;
            let mut places = vec![(None, provinces.iter().map(of_province).sum::<i64>() + rest)];
            places.extend(provinces.iter().map(|province| (Some(0), of_province(province))));
            for (province, (districts, _)) in provinces.iter().enumerate() {
                places.extend(districts.iter().map(|people| (Some(province + 1), *people)));
            }
            let told = hidden(&places, threshold);
            let mut seen: Vec<Seen> = places.iter().zip(&told)
                .map(|((parent, people), hidden)| Seen { parent: *parent, people: *people, shown: !hidden }).collect();
            // What was told of a place alone is never shown, and is there to be reckoned where there are places in it.
            let rests = provinces.iter().enumerate().map(|(province, (districts, rest))| (province + 1, *rest, !districts.is_empty()));
            for (parent, people, _) in rests.chain([(0, rest, true)]).filter(|(_, people, has_inner)| *people > 0 && *has_inner) {
                seen.push(Seen { parent: Some(parent), people, shown: false });
            }
            let is_small = |seen: &Seen| seen.people > 0 && seen.people < threshold;
            if !seen.iter().any(is_small) {
                prop_assert!(told.iter().all(|hidden| !hidden), "nothing is small, and something is hidden: {seen:?}");
            }
            for (place, one) in seen.iter().enumerate().filter(|(_, one)| is_small(one)) {
                prop_assert!(!one.shown, "{place} is shown: {seen:?}");
                let pieces = possible(&seen, place, (usize::MAX, 0)).map_or(1, |(least, _)| least);
                for people in pieces..threshold {
                    prop_assert!(possible(&seen, 0, (place, people)).is_some(), "{place} is never {people}: {seen:?}");
                }
            }
        }
    }
}
