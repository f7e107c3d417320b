//! How many learners projects target, everyone once in a place.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;

use super::model::ProjectTarget;
use crate::{
    places::AdminAreaId,
    plans::{
        model::{Activity, ActivityId, ActivityUnit},
        targeted::{self, TargetedCell},
    },
};

/// How many learners rows target, everyone once in a place: projects add up, of several activities in a place the largest stands, and a place counts
/// as the larger of itself and the places in it. Teachers are no learners.
pub(super) fn learners(
    activities: &[Activity],
    targets: &[ProjectTarget],
    above: &HashMap<AdminAreaId, AdminAreaId>,
) -> Option<Decimal> {
    let teachers: HashSet<ActivityId> =
        activities.iter().filter(|one| one.unit == ActivityUnit::Teachers).map(|one| one.id).collect();
    let mut people: BTreeMap<(AdminAreaId, ActivityId), Decimal> = BTreeMap::new();
    for row in targets.iter().filter(|row| !teachers.contains(&row.activity_id)) {
        let Some(number) = row.people else { continue };
        *people.entry((row.area_id, row.activity_id)).or_default() += number;
    }
    let mut largest: BTreeMap<AdminAreaId, Decimal> = BTreeMap::new();
    for ((area, _), people) in people {
        let so_far = largest.entry(area).or_default();
        *so_far = people.max(*so_far);
    }
    let cell = |(area, people): (AdminAreaId, Decimal)| TargetedCell { area, category: String::new(), people };
    let cells: Vec<TargetedCell> = largest.into_iter().map(cell).collect();
    let own: HashSet<AdminAreaId> = cells.iter().map(|cell| cell.area).collect();
    let nearest = own.iter().filter_map(|area| Some((*area, nearest_of(above, &own, *area)?))).collect();
    targeted::people_targeted(&cells, &nearest)
}

/// The nearest place above that is one of `own`.
fn nearest_of(
    above: &HashMap<AdminAreaId, AdminAreaId>,
    own: &HashSet<AdminAreaId>,
    area: AdminAreaId,
) -> Option<AdminAreaId> {
    let mut next = above.get(&area)?;
    while !own.contains(next) {
        next = above.get(next)?;
    }
    Some(*next)
}
