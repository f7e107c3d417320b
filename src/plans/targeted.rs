//! How many people a plan targets, everyone once.
//!
//! A child who gets materials and goes to a learning space is in the targets of two activities, and a district's target is in its province's too.
//! So within a place and category the largest target of the indicators that count people stands, a place counts as the larger of its own figure
//! and the sum of the places below it, and categories that cut across ("of which") are never added.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use crate::places::AdminAreaId;

/// The largest target of a plan's people-counting indicators in one place and category of learners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TargetedCell {
    /// The place.
    pub(super) area: AdminAreaId,
    /// The category's key: `dimension=value` texts joined by `;`, empty for everyone.
    pub(super) category: String,
    /// How many people.
    pub(super) people: Decimal,
}

/// How many people are targeted in all; none when no target is decided. `nearest_above` tells of places in the cells which of the others lies
/// nearest above them.
pub(super) fn people_targeted(
    cells: &[TargetedCell],
    nearest_above: &HashMap<AdminAreaId, AdminAreaId>,
) -> Option<Decimal> {
    let own = by_place(cells);
    let mut below: HashMap<AdminAreaId, Vec<AdminAreaId>> = HashMap::new();
    let mut roots = Vec::new();
    for area in own.keys() {
        match nearest_above.get(area) {
            Some(above) => below.entry(*above).or_default().push(*area),
            None => roots.push(*area),
        }
    }
    let total = roots.iter().map(|area| with_below(*area, &own, &below)).sum();
    (!own.is_empty()).then_some(total)
}

/// A place's own figure: split by sex and age, by population group or not at all, it is the same people, so the fullest split stands.
pub(super) fn by_place(cells: &[TargetedCell]) -> BTreeMap<AdminAreaId, Decimal> {
    let mut splits: BTreeMap<(AdminAreaId, Vec<&str>), Decimal> = BTreeMap::new();
    for cell in cells {
        let dimensions = cell.category.split(';').filter_map(|value| value.split_once('=')).map(|(name, _)| name);
        *splits.entry((cell.area, dimensions.collect())).or_default() += cell.people;
    }
    let mut own = BTreeMap::new();
    for ((area, _), people) in splits {
        let largest: &mut Decimal = own.entry(area).or_default();
        *largest = people.max(*largest);
    }
    own
}

fn with_below(
    area: AdminAreaId,
    own: &BTreeMap<AdminAreaId, Decimal>,
    below: &HashMap<AdminAreaId, Vec<AdminAreaId>>,
) -> Decimal {
    let parts: Decimal = below.get(&area).into_iter().flatten().map(|part| with_below(*part, own, below)).sum();
    own.get(&area).copied().unwrap_or_default().max(parts)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::plans::dec;

    fn area(number: u128) -> AdminAreaId {
        AdminAreaId::from_uuid(Uuid::from_u128(number))
    }

    fn cell(number: u128, category: &str, people: Decimal) -> TargetedCell {
        TargetedCell { area: area(number), category: category.to_owned(), people }
    }

    #[test]
    fn places_that_lie_apart_add_up() {
        let cells = [cell(1, "", dec("4200")), cell(2, "", dec("600"))];
        assert_eq!(people_targeted(&cells, &HashMap::new()), Some(dec("4800")));
    }

    #[test]
    fn a_split_and_an_unsplit_target_of_a_place_are_the_same_people() {
        let cells = [
            cell(1, "", dec("1000")),
            cell(1, "age_band=6-11;sex=f", dec("700")),
            cell(1, "age_band=6-11;sex=m", dec("500")),
            cell(1, "population_group=idp", dec("900")),
        ];
        assert_eq!(people_targeted(&cells, &HashMap::new()), Some(dec("1200")));
    }

    #[test]
    fn a_place_counts_as_the_larger_of_itself_and_the_places_below_it() {
        let above = HashMap::from([(area(11), area(1)), (area(12), area(1)), (area(21), area(2))]);
        let cells = [
            cell(1, "", dec("1000")),
            cell(11, "", dec("700")),
            cell(12, "", dec("500")),
            cell(2, "", dec("900")),
            cell(21, "", dec("100")),
        ];
        assert_eq!(people_targeted(&cells, &above), Some(dec("2100")), "1,200 below the first, 900 in the second");
    }

    #[test]
    fn no_target_is_not_a_target_of_nobody() {
        assert_eq!(people_targeted(&[], &HashMap::new()), None);
        assert_eq!(people_targeted(&[cell(1, "", dec("0"))], &HashMap::new()), Some(dec("0")));
    }
}
