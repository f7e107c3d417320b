//! Records for tests of pure rules.

use chrono::{DateTime, NaiveDate};
use uuid::Uuid;

use super::{
    dec,
    model::{
        AcrossPeriods, AcrossPlaces, Activity, ActivityCost, ActivityUnit, Frequency, Indicator, IndicatorKind,
        Modality, Objective, ObjectiveLevel, Plan, PlanKind, PlanStatus, Target,
    },
    splits::Splits,
    versions::Snapshot,
};
use crate::kit::{
    ids::{Id, Kind},
    text::{Language, LocalizedText},
};

pub(super) fn id<K: Kind>(number: u128) -> Id<K> {
    Id::from_uuid(Uuid::from_u128(number))
}

pub(super) fn name(text: &str) -> LocalizedText {
    LocalizedText::new(Language::En, text)
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).expect("a day")
}

pub(super) fn plan() -> Plan {
    Plan {
        id: id(1),
        operation_id: id(1),
        code: "HXEA26".to_owned(),
        kind: PlanKind::Hrp,
        names: name("Plan"),
        starts_on: day(2026),
        ends_on: day(2027),
        currency: "USD".to_owned(),
        needs_round_id: None,
        status: PlanStatus::Published,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
        clusters: vec![id(10)],
        areas: Vec::new(),
    }
}

pub(super) fn objective(number: u128) -> Objective {
    Objective {
        id: id(number),
        plan_id: id(1),
        parent_id: None,
        level: ObjectiveLevel::Cluster,
        ref_code: format!("CO{number}"),
        names: name("Access"),
    }
}

pub(super) fn activity(number: u128) -> Activity {
    Activity {
        id: id(number),
        plan_id: id(1),
        objective_id: id(1),
        ref_code: format!("CA{number}"),
        names: name("Materials"),
        unit: ActivityUnit::Children,
        unit_target: Some(dec("100")),
    }
}

pub(super) fn cost(activity: u128, unit_cost: &str) -> ActivityCost {
    ActivityCost {
        id: id(activity),
        activity_id: id(activity),
        modality: Modality::InKind,
        area_id: None,
        unit_target: None,
        low: None,
        unit_cost: dec(unit_cost),
        high: None,
    }
}

pub(super) fn indicator(number: u128) -> Indicator {
    Indicator {
        id: id(number),
        plan_id: id(1),
        activity_id: Some(id(1)),
        objective_id: None,
        ref_code: format!("I{number}"),
        registry_code: None,
        names: name("Children with materials"),
        unit: "children".to_owned(),
        kind: IndicatorKind::Number,
        across_places: AcrossPlaces::Sum,
        across_periods: AcrossPeriods::Max,
        counts_people: true,
        frequency: Frequency::EveryPeriod,
        numerator_label: None,
        denominator_label: None,
        splits: Splits::default(),
    }
}

pub(super) fn target(indicator: u128, area: u128, people: &str) -> Target {
    Target {
        indicator_id: id(indicator),
        area_id: id(area),
        category_id: id(1),
        baseline: None,
        in_need: None,
        target: Some(dec(people)),
    }
}

/// A plan of one objective, one activity with a cost, one indicator and one target.
pub(super) fn snapshot() -> Snapshot {
    Snapshot {
        format: 2,
        plan: plan(),
        objectives: vec![objective(1)],
        activities: vec![activity(1)],
        costs: vec![cost(1, "5")],
        indicators: vec![indicator(1)],
        targets: vec![target(1, 101, "60")],
        requirement: Some(dec("500")),
        dimensions: Some([(id(1), vec!["sex".to_owned()])].into()),
    }
}
