use chrono::{DateTime, NaiveDate};

use super::*;
use crate::plans::{
    dec,
    model::ActivityUnit,
    projects::model::{BudgetSource, ProjectStatus},
    samples::{activity, cost, id, name, plan},
};

fn project(number: u128) -> Project {
    Project {
        id: id(number),
        operation_id: id(1),
        plan_id: id(1),
        cluster_id: id(10),
        organisation_id: id(number),
        code: format!("P{number}"),
        names: name("Project"),
        description: None,
        starts_on: NaiveDate::MIN,
        ends_on: NaiveDate::MAX,
        currency: "USD".to_owned(),
        status: ProjectStatus::Approved,
        round: 1,
        note: None,
        submitted_at: None,
        decided_at: None,
        version: 1,
        created_at: DateTime::UNIX_EPOCH,
        updated_at: DateTime::UNIX_EPOCH,
    }
}

fn target(project: u128, activity: u128, area: u128, people: Option<&str>) -> ProjectTarget {
    ProjectTarget {
        project_id: id(project),
        plan_id: id(1),
        activity_id: id(activity),
        area_id: id(area),
        people: people.map(dec),
        units: None,
    }
}

fn line(project: u128, activity: Option<u128>, funded: bool, amount: &str) -> BudgetLine {
    BudgetLine {
        id: id(1),
        project_id: id(project),
        plan_id: id(1),
        activity_id: activity.map(id),
        source_kind: BudgetSource::Cerf,
        donor_id: None,
        funded,
        amount: dec(amount),
        position: 0,
    }
}

/// The totals of projects in a province 100 with the districts 101 and 102, where the plan targets these people by activity and place.
fn totals(
    projects: &[Project],
    targets: &[ProjectTarget],
    budget: &[BudgetLine],
    planned: &[(u128, u128, &str)],
) -> Totals {
    let activities = [activity(1), Activity { unit: ActivityUnit::Teachers, ..activity(2) }];
    reckon(&Parts {
        plan: &plan(),
        activities: &activities,
        requirement: &costing::requirement(&activities, &[cost(1, "5")]),
        projects,
        targets,
        budget,
        planned: &planned.iter().map(|(activity, area, people)| ((id(*activity), id(*area)), dec(people))).collect(),
        lies_in: &[101, 102].map(|area| (id(area), HashSet::from([id(area), id(100)]))).into(),
        above: &[101, 102].map(|area| (id(area), id(100))).into(),
    })
}

#[test]
fn people_and_money_add_up_beside_what_the_plan_says() {
    let targets = [target(1, 1, 101, Some("60")), target(2, 1, 102, Some("25.5")), target(2, 2, 102, Some("9"))];
    let budget = [line(1, Some(1), true, "400"), line(1, None, false, "50.25"), line(2, Some(2), false, "90")];
    let totals = totals(&[project(1), project(2)], &targets, &budget, &[]);
    assert_eq!((totals.projects, totals.other_currency), (2, 0));
    assert_eq!(
        (totals.budget, totals.funded, totals.budget_without_activity),
        (dec("540.25"), dec("400"), dec("50.25"))
    );
    assert_eq!(totals.requirement, Some(dec("500")), "100 units of 5");
    assert_eq!(totals.people, Some(dec("85.5")), "teachers are no learners");
    let first = ActivityTotal {
        activity: id(1),
        projects: 2,
        people: Some(dec("85.5")),
        units: Some(dec("85.5")),
        units_planned: Some(dec("100")),
        budget: dec("400"),
        funded: dec("400"),
        requirement: Some(dec("500")),
    };
    assert_eq!(totals.activities[0], first);
    assert_eq!((totals.activities[1].people, totals.activities[1].requirement), (Some(dec("9")), None));
}

#[test]
fn what_is_not_said_is_not_zero_and_nobody_counts_twice_in_a_place() {
    let activities = [activity(1), activity(3)];
    let above = [(id(101), id(100))].into();
    assert_eq!(learners(&activities, &[target(1, 1, 101, None)], &above), None);
    let same_children = [target(1, 1, 101, Some("60")), target(1, 3, 101, Some("40"))];
    assert_eq!(learners(&activities, &same_children, &above), Some(dec("60")), "the largest activity of a place");
    let in_both = [target(1, 1, 101, Some("60")), target(2, 1, 100, Some("50"))];
    assert_eq!(learners(&activities, &in_both, &above), Some(dec("60")), "a district is part of its province");
    let two_projects = [target(1, 1, 101, Some("60")), target(2, 1, 101, Some("30"))];
    assert_eq!(learners(&activities, &two_projects, &above), Some(dec("90")), "two projects serve different children");
}

#[test]
fn more_people_than_planned_are_told_with_the_places_in_them() {
    let targets = [target(1, 1, 101, Some("60")), target(2, 1, 102, Some("50"))];
    let planned = [(1, 100, "100"), (1, 101, "60"), (1, 102, "49.5"), (2, 100, "1")];
    let over = totals(&[project(1), project(2)], &targets, &[], &planned).over_target;
    let told = |area: u128, people: &str, planned: &str| OverTarget {
        activity: id(1),
        area: id(area),
        people: dec(people),
        planned: dec(planned),
    };
    assert_eq!(over, [told(100, "110", "100"), told(102, "50", "49.5")], "just as many is not more");
}

#[test]
fn the_same_activity_in_the_same_place_is_told_once_with_all_who_do_it() {
    let targets =
        [target(3, 1, 101, None), target(1, 1, 101, Some("1")), target(1, 1, 102, None), target(2, 2, 101, None)];
    let found = totals(&[project(1), project(2), project(3)], &targets, &[], &[]).duplicates;
    assert_eq!(found, [Duplicate { activity: id(1), area: id(101), projects: vec![id(1), id(3)] }]);
}

#[test]
fn money_in_another_currency_is_left_out_and_told() {
    let foreign = Project { currency: "EUR".to_owned(), ..project(2) };
    let budget = [line(1, None, true, "10"), line(2, None, true, "99")];
    let totals = totals(&[project(1), foreign], &[], &budget, &[]);
    assert_eq!((totals.budget, totals.other_currency, totals.people), (dec("10"), 1, None));
}
