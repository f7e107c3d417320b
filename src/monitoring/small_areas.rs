//! Which areas are not told of in public, because their counts, or those of areas in them, are of few people. It is decided once for all levels:
//! whoever shows figures of one of them shows the same pattern as all others.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::figures::{AreaReach, PlanFigures};
use crate::{
    dimensions::{Nested, hide_nested},
    places::AdminAreaId,
};

/// What has to be hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HiddenAreas {
    /// Whether the figures of the plan as a whole have to be.
    pub whole: bool,
    /// The P-codes of the largest areas that have to be.
    pub pcodes: BTreeSet<String>,
}

/// A plan or an area with people reached and services delivered, which are hidden together.
pub(super) fn nested(parent: Option<usize>, reached: Option<Decimal>, services: Option<Decimal>) -> Nested<2> {
    Nested { parent, people: [reached, services].map(Option::unwrap_or_default) }
}

/// What has to be hidden of a plan and its areas, told level by level from the largest down.
pub fn hidden_areas(plan: &PlanFigures, levels: &[Vec<AreaReach>], threshold: i32) -> HiddenAreas {
    let mut places = vec![nested(None, plan.reached, plan.services)];
    let mut numbers: HashMap<AdminAreaId, usize> = HashMap::new();
    for area in levels.iter().flatten() {
        let parent = area.parent_id.and_then(|parent| numbers.get(&parent).copied()).unwrap_or_default();
        numbers.insert(area.area_id, places.len());
        places.push(nested(Some(parent), area.reached, area.services));
    }
    let hidden = hide_nested(&places, Decimal::from(threshold));
    let is_hidden = |area: &&AreaReach| numbers.get(&area.area_id).is_some_and(|number| hidden[*number]);
    let largest = levels.first().map(Vec::as_slice).unwrap_or_default();
    let pcodes = largest.iter().filter(is_hidden).map(|area| area.pcode.clone()).collect();
    HiddenAreas { whole: hidden[0], pcodes }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::monitoring::calculation::Share;

    fn plan(people: i64) -> PlanFigures {
        let people = Some(Decimal::from(people));
        let none = Share { numerator: None, denominator: None };
        PlanFigures {
            reached: people,
            reached_submitted: None,
            services: people,
            upper_bound: people,
            target: None,
            in_need: None,
            completeness: none,
            timeliness: none,
            partners_reporting: none,
            as_of: None,
            plan_version: None,
        }
    }

    /// The area of a number in the area of another, with as many people.
    fn area(number: u128, parent: u128, people: i64) -> AreaReach {
        let id = |number| AdminAreaId::from_uuid(Uuid::from_u128(number));
        let people = Some(Decimal::from(people));
        AreaReach {
            area_id: id(number),
            parent_id: Some(id(parent)),
            pcode: format!("XE{number}"),
            reached: people,
            services: people,
            upper_bound: people,
            target: None,
            in_need: None,
            organisations_reporting: 0,
        }
    }

    #[test]
    fn a_province_is_hidden_with_districts_that_it_would_tell_and_another_one_with_it() {
        let provinces = vec![area(1, 100, 5), area(2, 100, 80), area(3, 100, 90)];
        let few = vec![area(11, 1, 1), area(12, 1, 1), area(13, 1, 3), area(21, 2, 80), area(31, 3, 90)];
        let hidden = hidden_areas(&plan(175), &[provinces.clone(), few], 5);
        assert!(!hidden.whole);
        assert_eq!(hidden.pcodes, BTreeSet::from(["XE1", "XE2"].map(str::to_owned)));
        let enough = vec![area(11, 1, 5), area(21, 2, 80), area(31, 3, 90)];
        assert_eq!(hidden_areas(&plan(175), &[provinces.clone(), enough], 5), HiddenAreas::default());
        // 178 less all provinces would be 3 people, who were told of the country alone.
        let alone = hidden_areas(&plan(178), &[provinces], 5);
        assert_eq!(alone.pcodes, BTreeSet::from(["XE1".to_owned()]));
        assert_eq!(hidden_areas(&plan(0), &[], 5), HiddenAreas::default());
    }
}
