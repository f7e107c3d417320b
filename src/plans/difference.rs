//! What changed between two states of a plan, and whether that is more than texts, costs and targets.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::{
    model::{Activity, ActivityCost, ActivityId, Indicator, IndicatorId, Objective, ObjectiveId, Plan, Target},
    versions::Snapshot,
};
use crate::{dimensions::CategoryId, kit::text::LocalizedText, places::AdminAreaId, text_enum};

text_enum! {
    /// Which part of a plan changed.
    PlanPart {
        /// The plan itself.
        Plan = "PLAN",
        /// An area that it is for.
        Location = "LOCATION",
        /// An objective.
        Objective = "OBJECTIVE",
        /// An activity.
        Activity = "ACTIVITY",
        /// What an activity costs.
        Cost = "COST",
        /// An indicator.
        Indicator = "INDICATOR",
        /// A target.
        Target = "TARGET",
    }
}

text_enum! {
    /// What became of a part of a plan.
    PlanChangeKind {
        /// It is new.
        Added = "ADDED",
        /// It is gone.
        Removed = "REMOVED",
        /// It is there in both, and not the same.
        Changed = "CHANGED",
    }
}

/// What became of one part of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanChange {
    /// Which part.
    pub part: PlanPart,
    /// What became of it.
    pub kind: PlanChangeKind,
    /// Its reference; of costs their activity's, of targets their indicator's.
    pub reference: String,
    /// The place that it is about, of locations, costs and targets.
    pub area: Option<AdminAreaId>,
    /// Whom it counts, of targets.
    pub category: Option<CategoryId>,
    /// What is not the same.
    pub fields: Vec<FieldChange>,
}

/// One field of a part, before and after; none where it is not said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The field, by its name in the graph; of texts with the language behind it, such as `name.fr`.
    pub field: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is.
    pub after: Option<String>,
}

/// The fields of a part by name, those that say nothing left out.
type Fields = BTreeMap<String, String>;

/// How a part is told to people: its reference, place and category.
struct Told {
    reference: String,
    area: Option<AdminAreaId>,
    category: Option<CategoryId>,
}

impl Told {
    fn by(reference: impl Into<String>) -> Self {
        Self { reference: reference.into(), area: None, category: None }
    }
}

/// What the ids of a plan's parts stand for. A code never changes, so either state may tell it.
struct Codes {
    objectives: HashMap<ObjectiveId, String>,
    activities: HashMap<ActivityId, String>,
    indicators: HashMap<IndicatorId, String>,
    dimensions: [Option<BTreeMap<IndicatorId, Vec<String>>>; 2],
}

impl Codes {
    fn of(before: &Snapshot, after: &Snapshot) -> Self {
        let both = [before, after];
        let objectives = both.iter().flat_map(|one| &one.objectives).map(|one| (one.id, one.ref_code.clone()));
        let activities = both.iter().flat_map(|one| &one.activities).map(|one| (one.id, one.ref_code.clone()));
        let indicators = both.iter().flat_map(|one| &one.indicators).map(|one| (one.id, one.ref_code.clone()));
        // Versions of an older layout do not say them: what is not known did not change.
        let known = both.iter().all(|one| one.dimensions.is_some());
        Self {
            objectives: objectives.collect(),
            activities: activities.collect(),
            indicators: indicators.collect(),
            dimensions: both.map(|one| one.dimensions.clone().filter(|_| known)),
        }
    }
}

/// Everything that is not the same in two states of a plan, part by part.
pub fn compare(before: &Snapshot, after: &Snapshot) -> Vec<PlanChange> {
    let codes = Codes::of(before, after);
    let mut changes = Vec::new();
    let plans = [std::slice::from_ref(&before.plan), std::slice::from_ref(&after.plan)];
    let told = |plan: &Plan| Told::by(plan.code.clone());
    lay_beside(PlanPart::Plan, plans, |plan| plan.id, told, |plan, _| of_plan(plan), &mut changes);
    let areas = [&before.plan.areas[..], &after.plan.areas[..]];
    let told = |area: &AdminAreaId| Told { area: Some(*area), ..Told::by("") };
    lay_beside(PlanPart::Location, areas, |area| *area, told, |_, _| Fields::new(), &mut changes);
    let objectives = [&before.objectives[..], &after.objectives[..]];
    let told = |one: &Objective| Told::by(one.ref_code.clone());
    lay_beside(PlanPart::Objective, objectives, |one| one.id, told, |one, _| of_objective(one, &codes), &mut changes);
    let activities = [&before.activities[..], &after.activities[..]];
    let told = |one: &Activity| Told::by(one.ref_code.clone());
    lay_beside(PlanPart::Activity, activities, |one| one.id, told, |one, _| of_activity(one, &codes), &mut changes);
    let costs = [&before.costs[..], &after.costs[..]];
    let told = |cost: &ActivityCost| Told {
        area: cost.area_id,
        ..Told::by(codes.activities.get(&cost.activity_id).cloned().unwrap_or_default())
    };
    // Costs are written anew with every change, so that their ids tell nothing.
    let key = |cost: &ActivityCost| (cost.activity_id, cost.modality, cost.area_id);
    lay_beside(PlanPart::Cost, costs, key, told, |cost, _| of_cost(cost), &mut changes);
    let indicators = [&before.indicators[..], &after.indicators[..]];
    let told = |one: &Indicator| Told::by(one.ref_code.clone());
    let fields = |one: &Indicator, side| of_indicator(one, &codes, side);
    lay_beside(PlanPart::Indicator, indicators, |one| one.id, told, fields, &mut changes);
    let targets = [&before.targets[..], &after.targets[..]];
    let told = |target: &Target| Told {
        area: Some(target.area_id),
        category: Some(target.category_id),
        ..Told::by(codes.indicators.get(&target.indicator_id).cloned().unwrap_or_default())
    };
    let key = |target: &Target| (target.indicator_id, target.area_id, target.category_id);
    lay_beside(PlanPart::Target, targets, key, told, |target, _| of_target(target), &mut changes);
    changes
}

/// Which state of the plan a record is of: 0 before, 1 after.
type Side = usize;

fn lay_beside<T, K: Ord>(
    part: PlanPart,
    [before, after]: [&[T]; 2],
    key: impl Fn(&T) -> K,
    told: impl Fn(&T) -> Told,
    fields: impl Fn(&T, Side) -> Fields,
    changes: &mut Vec<PlanChange>,
) {
    let was: BTreeMap<K, &T> = before.iter().map(|one| (key(one), one)).collect();
    let is: BTreeMap<K, &T> = after.iter().map(|one| (key(one), one)).collect();
    let mut found = Vec::new();
    for key in was.keys().chain(is.keys()).collect::<BTreeSet<_>>() {
        let (was, is) = (was.get(key), is.get(key));
        let (kind, shown) = match (was, is) {
            (None, Some(is)) => (PlanChangeKind::Added, is),
            (Some(was), None) => (PlanChangeKind::Removed, was),
            (_, Some(is)) => (PlanChangeKind::Changed, is),
            (None, None) => continue,
        };
        let said = |one: Option<&&T>, side| one.map(|one| fields(one, side)).unwrap_or_default();
        let fields = changed_fields(&said(was, 0), &said(is, 1));
        if kind == PlanChangeKind::Changed && fields.is_empty() {
            continue;
        }
        let Told { reference, area, category } = told(shown);
        found.push(PlanChange { part, kind, reference, area, category, fields });
    }
    found.sort_by(|one, other| {
        (&one.reference, one.area, one.category).cmp(&(&other.reference, other.area, other.category))
    });
    changes.append(&mut found);
}

fn changed_fields(was: &Fields, is: &Fields) -> Vec<FieldChange> {
    let names: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let change = |field: &String| FieldChange {
        field: field.clone(),
        before: was.get(field).cloned(),
        after: is.get(field).cloned(),
    };
    names.into_iter().filter(|field| was.get(*field) != is.get(*field)).map(change).collect()
}

/// Fields as they are gathered.
#[derive(Default)]
struct Gathered(Fields);

impl Gathered {
    fn say(mut self, field: &str, value: impl Into<Option<String>>) -> Self {
        if let Some(value) = value.into() {
            self.0.insert(field.to_owned(), value);
        }
        self
    }

    fn number(self, field: &str, value: Option<Decimal>) -> Self {
        // 5.00 is no other cost than 5.
        self.say(field, value.map(|value| value.normalize().to_string()))
    }

    fn texts(mut self, field: &str, texts: &LocalizedText) -> Self {
        let said = texts.iter().map(|(language, text)| (format!("{field}.{language}"), text.to_owned()));
        self.0.extend(said);
        self
    }
}

fn of_plan(plan: &Plan) -> Fields {
    let clusters: Vec<String> = plan.clusters.iter().map(|cluster| cluster.global().to_string()).collect();
    Gathered::default()
        .texts("name", &plan.names)
        .say("kind", plan.kind.to_string())
        .say("startsOn", plan.starts_on.to_string())
        .say("endsOn", plan.ends_on.to_string())
        .say("currency", plan.currency.clone())
        .say("needsRoundId", plan.needs_round_id.map(|round| round.global().to_string()))
        .say("clusters", clusters.join(", "))
        .0
}

fn of_objective(objective: &Objective, codes: &Codes) -> Fields {
    let parent = objective.parent_id.and_then(|parent| codes.objectives.get(&parent).cloned());
    Gathered::default()
        .texts("name", &objective.names)
        .say("level", objective.level.to_string())
        .say("parent", parent)
        .0
}

fn of_activity(activity: &Activity, codes: &Codes) -> Fields {
    Gathered::default()
        .texts("name", &activity.names)
        .say("objective", codes.objectives.get(&activity.objective_id).cloned())
        .say("unit", activity.unit.to_string())
        .number("unitTarget", activity.unit_target)
        .0
}

fn of_cost(cost: &ActivityCost) -> Fields {
    Gathered::default()
        .say("modality", cost.modality.to_string())
        .number("unitTarget", cost.unit_target)
        .number("low", cost.low)
        .number("unitCost", Some(cost.unit_cost))
        .number("high", cost.high)
        .0
}

fn of_indicator(indicator: &Indicator, codes: &Codes, side: Side) -> Fields {
    let joined = |codes: &Vec<String>| (!codes.is_empty()).then(|| codes.join(", "));
    let dimensions = codes.dimensions.get(side).and_then(Option::as_ref).and_then(|all| all.get(&indicator.id));
    let splits: Vec<String> = indicator.splits.combinations().iter().map(|one| one.join(" + ")).collect();
    let gathered = Gathered::default()
        .texts("name", &indicator.names)
        .say("activity", indicator.activity_id.and_then(|id| codes.activities.get(&id).cloned()))
        .say("objective", indicator.objective_id.and_then(|id| codes.objectives.get(&id).cloned()))
        .say("registryCode", indicator.registry_code.clone())
        .say("unit", indicator.unit.clone())
        .say("kind", indicator.kind.to_string())
        .say("acrossPlaces", indicator.across_places.to_string())
        .say("acrossPeriods", indicator.across_periods.to_string())
        .say("countsPeople", indicator.counts_people.to_string())
        .say("frequency", indicator.frequency.to_string())
        .say("dimensions", dimensions.and_then(joined))
        .say("splits", joined(&splits));
    let labels = [("numeratorLabel", &indicator.numerator_label), ("denominatorLabel", &indicator.denominator_label)];
    let said = labels.into_iter().filter_map(|(field, label)| label.as_ref().map(|label| (field, label)));
    said.fold(gathered, |gathered, (field, label)| gathered.texts(field, label)).0
}

fn of_target(target: &Target) -> Fields {
    Gathered::default()
        .number("baseline", target.baseline)
        .number("inNeed", target.in_need)
        .number("target", target.target)
        .0
}

/// The fields that a minor version may change, beside costs and targets: texts, and how many units are to be done.
fn is_minor(field: &str) -> bool {
    field == "unitTarget"
        || ["name.", "numeratorLabel.", "denominatorLabel."].iter().any(|text| field.starts_with(text))
}

/// What of these changes is more than a minor version may change, in words; nothing where all is.
pub fn beyond_minor(changes: &[PlanChange]) -> Vec<String> {
    let beyond = |change: &PlanChange| {
        if matches!(change.part, PlanPart::Cost | PlanPart::Target) {
            return None;
        }
        let what = match change.kind {
            PlanChangeKind::Added => "added".to_owned(),
            PlanChangeKind::Removed => "removed".to_owned(),
            PlanChangeKind::Changed => {
                let fields = change.fields.iter().map(|field| field.field.as_str()).filter(|field| !is_minor(field));
                fields.collect::<Vec<_>>().join(", ")
            }
        };
        let name = format!("{} {}", change.part.as_str().to_lowercase(), change.reference);
        (!what.is_empty()).then(|| format!("{} ({what})", name.trim_end()))
    };
    changes.iter().filter_map(beyond).collect()
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
