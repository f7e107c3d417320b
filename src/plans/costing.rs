//! What a plan costs: units to be done times the cost of one, activity by activity.
//!
//! Whatever cannot be reckoned is left out and named, never taken for zero: a requirement that silently lacks an activity looks complete.

use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::model::{Activity, ActivityCost, ActivityId};
use crate::text_enum;

/// How a requirement is reckoned.
pub const METHOD: &str = "ACTIVITY_COSTING";
/// The version of [`METHOD`].
pub const METHOD_VERSION: &str = "1";

text_enum! {
    /// Why an activity has no requirement.
    NotCosted {
        /// It is not decided how many units are to be done.
        NoUnitTarget = "NO_UNIT_TARGET",
        /// It has no cost.
        NoCost = "NO_COST",
        /// Its costs are for fewer units than are to be done, and none takes the rest.
        RestWithoutCost = "REST_WITHOUT_COST",
        /// Its costs are for more units than are to be done.
        MoreUnitsThanTarget = "MORE_UNITS_THAN_TARGET",
    }
}

/// An amount with the ends of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Reckoned with the lower ends of the unit costs.
    pub low: Decimal,
    /// Reckoned with the unit costs.
    pub expected: Decimal,
    /// Reckoned with the upper ends of the unit costs.
    pub high: Decimal,
}

/// What a plan costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The sum over the activities that could be costed; none when none could.
    pub total: Option<Decimal>,
    /// The same with the lower ends of the unit costs.
    pub low: Option<Decimal>,
    /// The same with the upper ends of the unit costs.
    pub high: Option<Decimal>,
    /// What each activity costs; none when it could not be costed.
    pub by_activity: Vec<(ActivityId, Option<Decimal>)>,
    /// The activities that could not be costed, and why.
    pub not_costed: Vec<(ActivityId, NotCosted)>,
}

/// What one activity costs: the units that have a cost of their own (a place, a modality) at that, the rest at the general cost.
///
/// Each amount is rounded to cents here, so that a total is the sum of the parts that people see.
///
/// # Errors
/// Why it cannot be reckoned.
pub fn activity_amount(unit_target: Option<Decimal>, costs: &[ActivityCost]) -> Result<Amount, NotCosted> {
    let units = unit_target.ok_or(NotCosted::NoUnitTarget)?;
    if costs.is_empty() {
        return Err(NotCosted::NoCost);
    }
    let with_own_cost: Decimal = costs.iter().filter_map(|cost| cost.unit_target).sum();
    let rest = units - with_own_cost;
    if rest < Decimal::ZERO {
        return Err(NotCosted::MoreUnitsThanTarget);
    }
    if rest > Decimal::ZERO && costs.iter().all(|cost| cost.unit_target.is_some()) {
        return Err(NotCosted::RestWithoutCost);
    }
    let sum = |unit_cost: fn(&ActivityCost) -> Decimal| {
        let amount: Decimal = costs.iter().map(|cost| cost.unit_target.unwrap_or(rest) * unit_cost(cost)).sum();
        cents(amount)
    };
    Ok(Amount {
        low: sum(|cost| cost.low.unwrap_or(cost.unit_cost)),
        expected: sum(|cost| cost.unit_cost),
        high: sum(|cost| cost.high.unwrap_or(cost.unit_cost)),
    })
}

/// What a plan costs, from its activities and all their costs.
pub fn requirement<'a>(activities: &[Activity], costs: impl IntoIterator<Item = &'a ActivityCost>) -> Requirement {
    let mut costs_of: HashMap<ActivityId, Vec<ActivityCost>> = HashMap::new();
    for cost in costs {
        costs_of.entry(cost.activity_id).or_default().push(cost.clone());
    }
    let mut amounts = Vec::new();
    let (mut by_activity, mut not_costed) = (Vec::new(), Vec::new());
    for activity in activities {
        let costs = costs_of.get(&activity.id).map_or(&[][..], Vec::as_slice);
        let amount = activity_amount(activity.unit_target, costs);
        by_activity.push((activity.id, amount.ok().map(|amount| amount.expected)));
        match amount {
            Ok(amount) => amounts.push(amount),
            Err(why) => not_costed.push((activity.id, why)),
        }
    }
    let total = |part: fn(&Amount) -> Decimal| (!amounts.is_empty()).then(|| amounts.iter().map(part).sum());
    Requirement {
        total: total(|amount| amount.expected),
        low: total(|amount| amount.low),
        high: total(|amount| amount.high),
        by_activity,
        not_costed,
    }
}

/// What one person costs, in cents; none when either figure is not known or nobody is targeted.
pub fn cost_per_person(requirement: Option<Decimal>, people: Option<Decimal>) -> Option<Decimal> {
    requirement?.checked_div(people?).map(cents)
}

fn cents(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        kit::{
            ids::{Id, Kind},
            text::LocalizedText,
        },
        plans::{
            dec,
            model::{ActivityUnit, Modality},
        },
    };

    fn id<K: Kind>(number: u128) -> Id<K> {
        Id::from_uuid(Uuid::from_u128(number))
    }

    fn activity(number: u128, unit_target: Option<Decimal>) -> Activity {
        Activity {
            id: id(number),
            plan_id: id(1),
            objective_id: id(1),
            ref_code: format!("CLEDU/CA{number}"),
            names: LocalizedText::default(),
            unit: ActivityUnit::Children,
            unit_target,
        }
    }

    fn cost(activity: u128, unit_target: Option<Decimal>, unit_cost: Decimal) -> ActivityCost {
        ActivityCost {
            id: id(unit_cost.mantissa().unsigned_abs()),
            activity_id: id(activity),
            modality: Modality::InKind,
            area_id: None,
            unit_target,
            low: None,
            unit_cost,
            high: None,
        }
    }

    #[test]
    fn the_worked_example_adds_up_to_12_581_272_and_7_86_per_child() {
        let activities =
            [activity(1, Some(dec("1471400"))), activity(2, Some(dec("321606"))), activity(3, Some(dec("420")))];
        let costs = [cost(1, None, dec("5.00")), cost(2, None, dec("12.00")), cost(3, None, dec("3250.00"))];
        let requirement = requirement(&activities, &costs);
        let expected = [(id(1), Some(dec("7357000"))), (id(2), Some(dec("3859272"))), (id(3), Some(dec("1365000")))];
        assert_eq!(requirement.by_activity, expected);
        assert_eq!(requirement.total, Some(dec("12581272")));
        assert_eq!(requirement.not_costed, []);
        assert_eq!(cost_per_person(requirement.total, Some(dec("1600000"))), Some(dec("7.86")));
    }

    #[test]
    fn units_with_a_cost_of_their_own_come_first_and_the_rest_has_the_general_cost() {
        let costs =
            [cost(1, None, dec("10")), cost(1, Some(dec("40")), dec("25")), cost(1, Some(dec("10")), dec("100"))];
        let amount = activity_amount(Some(dec("200")), &costs).expect("costed");
        assert_eq!(amount.expected, dec("3500"), "40 x 25 + 10 x 100 + 150 x 10");
    }

    #[test]
    fn a_general_cost_that_is_left_nothing_adds_nothing() {
        let costs = [cost(1, None, dec("10")), cost(1, Some(dec("40")), dec("25"))];
        assert_eq!(activity_amount(Some(dec("40")), &costs).expect("costed").expected, dec("1000"));
    }

    #[test]
    fn the_range_takes_the_unit_cost_where_an_end_is_not_known() {
        let costs = [
            ActivityCost { low: Some(dec("8")), high: Some(dec("12.50")), ..cost(1, Some(dec("100")), dec("10")) },
            cost(1, None, dec("3")),
        ];
        let amount = activity_amount(Some(dec("110")), &costs).expect("costed");
        assert_eq!(amount, Amount { low: dec("830"), expected: dec("1030"), high: dec("1280") });
    }

    #[test]
    fn what_is_not_known_is_left_out_and_named_never_taken_for_zero() {
        let activities = [
            activity(1, None),
            activity(2, Some(dec("10"))),
            activity(3, Some(dec("10"))),
            activity(4, Some(dec("10"))),
            activity(5, Some(dec("10"))),
        ];
        let costs = [
            cost(1, None, dec("5")),
            cost(3, Some(dec("9")), dec("5")),
            cost(4, Some(dec("11")), dec("5")),
            cost(5, None, dec("0")),
        ];
        let requirement = requirement(&activities, &costs);
        let left_out = [
            (id(1), NotCosted::NoUnitTarget),
            (id(2), NotCosted::NoCost),
            (id(3), NotCosted::RestWithoutCost),
            (id(4), NotCosted::MoreUnitsThanTarget),
        ];
        assert_eq!(requirement.not_costed, left_out);
        assert_eq!(requirement.by_activity[3], (id(4), None));
        assert_eq!(requirement.total, Some(dec("0")), "a cost of zero is a statement");
    }

    #[test]
    fn a_plan_without_a_costed_activity_has_no_requirement_and_no_cost_per_person() {
        let requirement = requirement(&[activity(1, None)], &[]);
        assert_eq!((requirement.total, requirement.low, requirement.high), (None, None, None));
        assert_eq!(cost_per_person(requirement.total, Some(dec("10"))), None);
    }

    #[test]
    fn a_cost_per_person_needs_people() {
        assert_eq!(cost_per_person(Some(dec("10")), None), None);
        assert_eq!(cost_per_person(Some(dec("10")), Some(dec("0"))), None);
        assert_eq!(cost_per_person(Some(dec("1")), Some(dec("8"))), Some(dec("0.13")), "half a cent away from zero");
        assert_eq!(cost_per_person(Some(dec("101600000")), Some(dec("3000000"))), Some(dec("33.87")), "Ethiopia 2024");
    }
}
