use super::*;
use crate::plans::{
    dec,
    model::ActivityUnit,
    samples::{activity, cost, id, indicator, name, objective, snapshot, target},
};

/// What is told of a change, on one line.
fn lines(changes: &[PlanChange]) -> Vec<String> {
    let field = |change: &FieldChange| {
        let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
        format!("{}: {} > {}", change.field, said(&change.before), said(&change.after))
    };
    let line = |change: &PlanChange| {
        let fields: Vec<String> = change.fields.iter().map(field).collect();
        format!("{} {} {} [{}]", change.part, change.kind, change.reference, fields.join("; "))
    };
    changes.iter().map(line).collect()
}

#[test]
fn a_state_beside_itself_shows_nothing() {
    assert_eq!(compare(&snapshot(), &snapshot()), []);
}

#[test]
fn what_is_written_anew_with_the_same_figures_did_not_change() {
    let mut after = snapshot();
    after.costs[0].id = id(77);
    after.costs[0].unit_cost = dec("5.00");
    after.plan.version = 9;
    assert_eq!(compare(&snapshot(), &after), []);
}

#[test]
fn every_part_is_told_with_what_it_was_and_is() {
    let (before, mut after) = (snapshot(), snapshot());
    after.plan.areas = vec![id(101)];
    after.objectives[0].names = name("Safe access");
    after.activities[0].unit_target = Some(dec("250"));
    after.activities.push(activity(2));
    after.costs = vec![cost(1, "6.5"), cost(2, "3")];
    after.indicators[0].counts_people = false;
    after.indicators[0].unit = "kits".to_owned();
    after.targets = vec![target(1, 101, "80"), target(1, 102, "10")];
    let changes = compare(&before, &after);
    let expected = [
        "LOCATION ADDED  []",
        "OBJECTIVE CHANGED CO1 [name.en: Access > Safe access]",
        "ACTIVITY CHANGED CA1 [unitTarget: 100 > 250]",
        "ACTIVITY ADDED CA2 [name.en: - > Materials; objective: - > CO1; unit: - > CHILDREN; unitTarget: - > 100]",
        "COST CHANGED CA1 [unitCost: 5 > 6.5]",
        "COST ADDED CA2 [modality: - > IN_KIND; unitCost: - > 3]",
        "INDICATOR CHANGED I1 [countsPeople: true > false; unit: children > kits]",
        "TARGET CHANGED I1 [target: 60 > 80]",
        "TARGET ADDED I1 [target: - > 10]",
    ];
    assert_eq!(lines(&changes), expected);
    assert_eq!(changes.last().map(|change| (change.area, change.category)), Some((Some(id(102)), Some(id(1)))));
    let back: Vec<String> = lines(&compare(&after, &before));
    assert!(back.contains(&"ACTIVITY REMOVED CA2 [name.en: Materials > -; objective: CO1 > -; unit: CHILDREN > -; unitTarget: 100 > -]".to_owned()), "{back:#?}");
}

#[test]
fn dimensions_are_compared_where_both_states_say_them() {
    let mut after = snapshot();
    after.dimensions = Some([(id(1), vec!["age_band".to_owned(), "sex".to_owned()])].into());
    assert_eq!(lines(&compare(&snapshot(), &after)), ["INDICATOR CHANGED I1 [dimensions: sex > age_band, sex]"]);
    let mut old = snapshot();
    old.dimensions = None;
    assert_eq!(compare(&old, &after), [], "a version of an older layout");
}

#[test]
fn a_minor_version_changes_texts_costs_and_targets() {
    let mut after = snapshot();
    after.plan.names = name("Revised plan");
    after.objectives[0].names = name("Safe access");
    after.activities[0].unit_target = None;
    after.costs = vec![cost(1, "6")];
    after.indicators[0].names = name("Children with a set");
    after.targets = vec![target(1, 102, "1")];
    let changes = compare(&snapshot(), &after);
    assert_eq!(changes.len(), 7, "{:#?}", lines(&changes));
    assert_eq!(beyond_minor(&changes), Vec::<String>::new());
}

#[test]
fn what_a_plan_consists_of_and_measures_takes_a_major_version() {
    let mut after = snapshot();
    after.plan.areas = vec![id(101)];
    after.objectives.push(objective(2));
    after.activities[0].unit = ActivityUnit::Kits;
    after.indicators = vec![indicator(2)];
    let beyond = beyond_minor(&compare(&snapshot(), &after));
    let expected = [
        "location (added)",
        "objective CO2 (added)",
        "activity CA1 (unit)",
        "indicator I1 (removed)",
        "indicator I2 (added)",
    ];
    assert_eq!(beyond, expected);
}
