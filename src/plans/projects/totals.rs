//! What a plan's projects come to beside what the plan sets out to do.
//!
//! Only projects that were approved and not stopped count. Two projects that do the same in one place are taken to serve different people, and are
//! listed, so that somebody can look whether they do.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;

use super::{
    learners::learners,
    model::{BudgetLine, Project, ProjectId, ProjectTarget},
    store,
};
use crate::{
    kit::{Call, Result, db::Conn},
    places::AdminAreaId,
    plans::{
        costing,
        model::{Activity, ActivityId, Plan, PlanId},
        policy, store as plan_store,
        targeted::{self, TargetedCell},
        versions::{self, Snapshot},
    },
};

/// How the totals are reckoned.
pub(super) const METHOD: &str = "SUM_OF_PROJECTS";
/// The version of [`METHOD`].
pub(super) const METHOD_VERSION: &str = "1";

/// What projects do of one activity, beside what the plan says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityTotal {
    /// The activity.
    pub activity: ActivityId,
    /// How many projects do it.
    pub projects: usize,
    /// How many people they target; none when none of them says.
    pub people: Option<Decimal>,
    /// How many units they set out to do, in the activity's unit; none when none of them says.
    pub units: Option<Decimal>,
    /// How many units the plan sets out to do.
    pub units_planned: Option<Decimal>,
    /// What they cost, as far as their budgets tell it by activity.
    pub budget: Decimal,
    /// What of that is funded.
    pub funded: Decimal,
    /// What the plan says it costs; none when it could not be costed.
    pub requirement: Option<Decimal>,
}

/// A place where projects target more people of an activity than the plan does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverTarget {
    /// The activity.
    pub activity: ActivityId,
    /// The place.
    pub area: AdminAreaId,
    /// How many people the projects target there, and in the places in it.
    pub people: Decimal,
    /// How many the plan does.
    pub planned: Decimal,
}

/// Several projects that do the same in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The activity.
    pub activity: ActivityId,
    /// The place.
    pub area: AdminAreaId,
    /// The projects.
    pub projects: Vec<ProjectId>,
}

/// What a plan's projects come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// How many projects count.
    pub projects: usize,
    /// Those whose budget is in another currency than the plan's: none of their money is in the sums.
    pub other_currency: usize,
    /// What they cost.
    pub budget: Decimal,
    /// What of that is funded.
    pub funded: Decimal,
    /// What of the cost is not told by activity.
    pub budget_without_activity: Decimal,
    /// What the plan costs.
    pub requirement: Option<Decimal>,
    /// How many learners they target, everyone once in a place; none when none of them says.
    pub people: Option<Decimal>,
    /// Activity by activity, in the plan's order.
    pub activities: Vec<ActivityTotal>,
    /// Where more people are targeted than planned.
    pub over_target: Vec<OverTarget>,
    /// Where several projects do the same.
    pub duplicates: Vec<Duplicate>,
}

/// Everything that totals are made of.
pub(super) struct Parts<'p> {
    pub(super) plan: &'p Plan,
    pub(super) activities: &'p [Activity],
    pub(super) requirement: &'p costing::Requirement,
    pub(super) projects: &'p [Project],
    pub(super) targets: &'p [ProjectTarget],
    pub(super) budget: &'p [BudgetLine],
    /// How many people the plan targets by an activity in a place.
    pub(super) planned: &'p BTreeMap<(ActivityId, AdminAreaId), Decimal>,
    /// Of each place of a project itself and all places above it.
    pub(super) lies_in: &'p HashMap<AdminAreaId, HashSet<AdminAreaId>>,
    /// Of each place of a project the nearest of the others above it.
    pub(super) above: &'p HashMap<AdminAreaId, AdminAreaId>,
}

/// What projects come to.
pub(super) fn reckon(parts: &Parts<'_>) -> Totals {
    let other: HashSet<ProjectId> =
        parts.projects.iter().filter(|one| one.currency != parts.plan.currency).map(|one| one.id).collect();
    let budget: Vec<&BudgetLine> = parts.budget.iter().filter(|line| !other.contains(&line.project_id)).collect();
    let sum = |wanted: &dyn Fn(&BudgetLine) -> bool| -> Decimal {
        budget.iter().filter(|line| wanted(line)).map(|line| line.amount).sum()
    };
    let activity = |activity: &Activity| {
        let rows: Vec<&ProjectTarget> = parts.targets.iter().filter(|row| row.activity_id == activity.id).collect();
        let people = known_sum(rows.iter().map(|row| row.people));
        let units = if activity.unit.is_people() { people } else { known_sum(rows.iter().map(|row| row.units)) };
        let costed = parts.requirement.by_activity.iter().find(|(id, _)| *id == activity.id);
        ActivityTotal {
            activity: activity.id,
            projects: rows.iter().map(|row| row.project_id).collect::<BTreeSet<_>>().len(),
            people,
            units,
            units_planned: activity.unit_target,
            budget: sum(&|line| line.activity_id == Some(activity.id)),
            funded: sum(&|line| line.activity_id == Some(activity.id) && line.funded),
            requirement: costed.and_then(|(_, amount)| *amount),
        }
    };
    Totals {
        projects: parts.projects.len(),
        other_currency: other.len(),
        budget: sum(&|_| true),
        funded: sum(&|line| line.funded),
        budget_without_activity: sum(&|line| line.activity_id.is_none()),
        requirement: parts.requirement.total,
        people: learners(parts.activities, parts.targets, parts.above),
        activities: parts.activities.iter().map(activity).collect(),
        over_target: over_target(parts),
        duplicates: duplicates(parts.targets),
    }
}

/// A sum of what is known; none when nothing is.
fn known_sum(values: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    values.flatten().fold(None, |sum, value| Some(sum.unwrap_or_default() + value))
}

fn over_target(parts: &Parts<'_>) -> Vec<OverTarget> {
    let over = |((activity, area), planned): (&(ActivityId, AdminAreaId), &Decimal)| {
        let inside = |row: &&ProjectTarget| {
            row.activity_id == *activity
                && (row.area_id == *area || parts.lies_in.get(&row.area_id).is_some_and(|all| all.contains(area)))
        };
        let people: Decimal = parts.targets.iter().filter(inside).filter_map(|row| row.people).sum();
        (people > *planned).then_some(OverTarget { activity: *activity, area: *area, people, planned: *planned })
    };
    parts.planned.iter().filter_map(over).collect()
}

fn duplicates(targets: &[ProjectTarget]) -> Vec<Duplicate> {
    let mut of: BTreeMap<(ActivityId, AdminAreaId), BTreeSet<ProjectId>> = BTreeMap::new();
    for row in targets {
        of.entry((row.activity_id, row.area_id)).or_default().insert(row.project_id);
    }
    let several = of.into_iter().filter(|(_, projects)| projects.len() > 1);
    several
        .map(|((activity, area), projects)| Duplicate { activity, area, projects: projects.into_iter().collect() })
        .collect()
}

/// What the projects of a plan come to, beside its published version; beside the plan as it is worked on while it was never published.
///
/// # Errors
/// When the viewer may not know of the plan.
pub(super) async fn totals(call: &Call, plan: PlanId) -> Result<(Plan, Totals)> {
    let conn = call.db.conn().await?;
    let plan = policy::load_for_read(conn, &call.viewer, plan, "planId").await?;
    let snapshot = match versions::published(conn, plan.id).await? {
        Some(published) => published.snapshot,
        None => versions::snapshot(conn, plan.clone()).await?,
    };
    let projects = store::totals::counted(conn, plan.id).await?;
    let ids: Vec<ProjectId> = projects.iter().map(|project| project.id).collect();
    let contents = store::contents(conn, &ids).await?;
    let targets: Vec<ProjectTarget> = contents.values().flat_map(|content| content.targets.clone()).collect();
    let budget: Vec<BudgetLine> = contents.values().flat_map(|content| content.budget.clone()).collect();
    let areas: BTreeSet<AdminAreaId> = targets.iter().map(|target| target.area_id).collect();
    let areas: Vec<AdminAreaId> = areas.into_iter().collect();
    let totals = reckon(&Parts {
        plan: &snapshot.plan,
        activities: &snapshot.activities,
        requirement: &costing::requirement(&snapshot.activities, &snapshot.costs),
        projects: &projects,
        targets: &targets,
        budget: &budget,
        planned: &planned(conn, &snapshot).await?,
        lies_in: &store::totals::lies_in(conn, &areas).await?,
        above: &plan_store::difference::nearest_above(conn, &areas).await?,
    });
    Ok((plan, totals))
}

/// How many people a plan targets by an activity in a place: of its indicators that count people the largest figure of a category, and the fullest
/// split.
async fn planned(conn: Conn<'_>, snapshot: &Snapshot) -> Result<BTreeMap<(ActivityId, AdminAreaId), Decimal>> {
    let counting = snapshot.indicators.iter().filter(|indicator| indicator.counts_people);
    let activity_of: HashMap<_, _> = counting.filter_map(|one| Some((one.id, one.activity_id?))).collect();
    let ids: Vec<_> = snapshot.targets.iter().map(|target| target.category_id).collect();
    let keys = store::totals::adding_categories(conn, &ids).await?;
    let mut cells: BTreeMap<(ActivityId, AdminAreaId, &str), Decimal> = BTreeMap::new();
    for target in &snapshot.targets {
        let of = (activity_of.get(&target.indicator_id), keys.get(&target.category_id), target.target);
        let (Some(activity), Some(key), Some(people)) = of else { continue };
        let largest = cells.entry((*activity, target.area_id, key.as_str())).or_default();
        *largest = people.max(*largest);
    }
    let mut by_activity: BTreeMap<ActivityId, Vec<TargetedCell>> = BTreeMap::new();
    for ((activity, area, key), people) in cells {
        by_activity.entry(activity).or_default().push(TargetedCell { area, category: key.to_owned(), people });
    }
    let places = by_activity.into_iter().flat_map(|(activity, cells)| {
        targeted::by_place(&cells).into_iter().map(move |(area, people)| ((activity, area), people))
    });
    Ok(places.collect())
}

#[cfg(test)]
#[path = "totals_tests.rs"]
mod tests;
