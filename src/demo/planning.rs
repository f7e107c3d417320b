//! The second chapter: what is needed, and what the cluster sets out to do about it.

use serde_json::{Value, json};

use super::{
    calendar::Calendar,
    country::{self, District, ISO3, PROVINCES, Province},
    known::Known,
    setting::in_languages,
    stage::{Actor, applied, text},
};
use crate::kit::{Error, Result};

/// What children get: in whole, in part, or in the places where schools were lost.
pub(super) const MATERIALS: &str = "CA5";
/// Spaces to learn in.
pub(super) const SPACES: &str = "CA2";
/// Teachers.
pub(super) const TEACHERS: &str = "CA1";
/// Psychosocial support.
pub(super) const SUPPORT: &str = "CA4";
/// Catch-up classes.
pub(super) const CATCH_UP: &str = "CA3";
/// Coordination and data.
pub(super) const COORDINATION: &str = "CA6";

/// An activity of the plan: code, title, unit, units at first and after the floods, cost of a unit in US dollars.
struct Work {
    code: &'static str,
    title: &'static str,
    unit: &'static str,
    units: i64,
    units_after_floods: i64,
    cost: i64,
    modality: &'static str,
}

const fn work(code: &'static str, title: &'static str, unit: &'static str, units: i64, cost: i64) -> Work {
    Work { code, title, unit, units, units_after_floods: units, cost, modality: "SERVICE" }
}

/// The activities: 41.2 million US dollars at first, 48.6 million after the floods.
const ACTIVITIES: [Work; 6] = [
    Work { modality: "CASH", ..work(TEACHERS, "Teacher incentives and training", "TEACHERS", 6_400, 2_100) },
    Work {
        units_after_floods: 1_140,
        ..work(SPACES, "Temporary learning spaces and repairs", "LEARNING_SPACES", 640, 13_000)
    },
    Work { units_after_floods: 47_000, ..work(CATCH_UP, "Catch-up classes", "CHILDREN", 39_500, 120) },
    work(SUPPORT, "Psychosocial support and protection", "CHILDREN", 90_000, 70),
    Work { modality: "IN_KIND", ..work(MATERIALS, "Learning materials", "CHILDREN", 400_000, 18) },
    work(COORDINATION, "Coordination and data", "OTHER", 1, 1_200_000),
];

/// An indicator: its activity, code, title, what it counts, whether that is people, how periods are put together.
type Measure = (&'static str, &'static str, &'static str, &'static str, bool, &'static str);

/// The indicators. People are counted by the month, and the fullest month stands; spaces add up.
const INDICATORS: [Measure; 6] = [
    (MATERIALS, "I1", "Children with a full set of materials", "children", true, "MAX"),
    (SPACES, "I2", "Children learning in temporary or repaired spaces", "children", true, "MAX"),
    (SPACES, "I3", "Learning spaces set up or repaired", "learning spaces", false, "SUM"),
    (TEACHERS, "I4", "Teachers receiving an incentive", "teachers", true, "MAX"),
    (SUPPORT, "I5", "Children with trained support at school", "children", true, "MAX"),
    (CATCH_UP, "I6", "Children in catch-up classes", "children", true, "MAX"),
];

/// Reads the needs in, and lets them pass through the hands that they pass through.
pub(super) async fn state_needs(
    imo: &Actor<'_>,
    coordinator: &Actor<'_>,
    calendar: &Calendar,
    known: &mut Known,
) -> Result<()> {
    let file = imo.upload("needs.csv", country::needs()).await?;
    let input = json!({
        "operationId": known.operation, "fileId": file, "names": in_languages("Education needs", "Besoins en éducation"),
        "method": "JIAF", "methodVersion": "2.0", "source": "Education Cluster Taluna, joint needs assessment",
        "referenceFrom": calendar.start, "referenceTo": calendar.end,
    });
    let import = imo
        .write("importNeeds", "outcome figures round { id version } issues { row column reason severity }", input)
        .await?;
    if import["outcome"] != "IMPORTED" {
        return Err(Error::bug(format!("the demo's needs were refused: {}", import["issues"])));
    }
    let mut round = import["round"].clone();
    for (actor, step) in [(imo, "validateNeedsRound"), (coordinator, "publishNeedsRound")] {
        let input = json!({ "roundId": round["id"], "baseVersion": round["version"] });
        round = actor.write_as(step, "NeedsRoundStepInput", "id version", input).await?;
    }
    known.needs_round = text(&round["id"])?;
    println!("  figures of need: {}", import["figures"]);
    Ok(())
}

/// Writes the plan and publishes its first version.
pub(super) async fn plan(coordinator: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let clusters: Vec<&String> = known.clusters.values().collect();
    let plan = json!({
        "operationId": known.operation, "code": plan_code(calendar), "kind": "HRP",
        "name": format!("Education in the humanitarian response plan, Taluna {}", calendar.year()), "language": "en",
        "startsOn": calendar.start, "endsOn": calendar.end, "currency": "USD", "needsRoundId": known.needs_round,
        "clusterIds": clusters,
    });
    known.plan = text(&coordinator.write("createPlan", "id", plan).await?["id"])?;
    let objective = json!({
        "planId": known.plan, "level": "CLUSTER", "refCode": "CO1", "language": "en",
        "name": "Children in crisis learn in safety, with teachers and materials",
    });
    let objective = text(&coordinator.write("addObjective", "id", objective).await?["id"])?;
    for work in &ACTIVITIES {
        let activity = json!({
            "objectiveId": objective, "refCode": work.code, "name": work.title, "language": "en", "unit": work.unit,
            "unitTarget": work.units.to_string(),
        });
        let id = text(&coordinator.write("addActivity", "id", activity).await?["id"])?;
        let costs = json!({
            "activityId": id, "baseVersion": version(coordinator, known).await?,
            "costs": [{ "modality": work.modality, "unitCost": work.cost.to_string() }],
        });
        coordinator.write("setActivityCosts", "id", costs).await?;
        known.activities.insert(work.code, id);
    }
    add_indicators(coordinator, known).await?;
    set_targets(coordinator, known).await?;
    publish(coordinator, known).await?;
    println!("  plan: {} activities, {} indicators", ACTIVITIES.len(), INDICATORS.len());
    Ok(())
}

async fn add_indicators(coordinator: &Actor<'_>, known: &Known) -> Result<()> {
    for (activity, code, title, unit, counts_people, across_periods) in INDICATORS {
        let dimensions: &[&str] = if counts_people { &["sex", "age_band"] } else { &[] };
        let indicator = json!({
            "planId": known.plan, "activityId": known.activity(activity)?, "refCode": code,
            "measure": {
                "name": title, "language": "en", "unit": unit, "kind": "NUMBER", "acrossPlaces": "SUM",
                "acrossPeriods": across_periods, "countsPeople": counts_people, "frequency": "EVERY_PERIOD",
                "dimensions": dimensions,
            },
        });
        coordinator.write("addIndicator", "id", indicator).await?;
    }
    Ok(())
}

/// Targets by district: all children get materials, one in ten a space to learn in, and teachers are counted apart.
async fn set_targets(coordinator: &Actor<'_>, known: &Known) -> Result<()> {
    let districts: Vec<District> = PROVINCES.iter().flat_map(Province::districts).collect();
    let of_district = |district: &District| -> Vec<Value> {
        let target = |indicator: &str, category: Value, people: i64| {
            json!({
                "indicator": indicator, "pcode": district.pcode, "category": category, "baseline": "0",
                "inNeed": district.in_need.to_string(), "target": people.to_string(),
            })
        };
        vec![target("I1", json!([]), district.target), target("I2", json!([]), district.target / 10)]
    };
    let mut targets: Vec<Value> = districts.iter().flat_map(of_district).collect();
    let teachers = json!([{ "dimension": "staff_kind", "value": "teacher" }]);
    let of_country =
        [("I3", json!([]), 640), ("I4", teachers, 6_400), ("I5", json!([]), 90_000), ("I6", json!([]), 39_500)];
    targets.extend(of_country.map(|(indicator, category, target)| {
        json!({ "indicator": indicator, "pcode": ISO3, "category": category, "baseline": "0", "target": target.to_string() })
    }));
    let input = json!({ "planId": known.plan, "baseVersion": version(coordinator, known).await?, "targets": targets });
    let outcome = coordinator.write("setTargets", "applied issues { row column reason }", input).await?;
    applied(&outcome, "targets")
}

/// After the floods more spaces and classes are needed: the second version of the plan.
pub(super) async fn revise(coordinator: &Actor<'_>, known: &Known) -> Result<()> {
    let document = "query($id: ID!) { responsePlan(id: $id) { objectives { id } } }";
    let plan = coordinator.read("read the plan", document, json!({ "id": known.plan })).await?;
    let objective = &plan["responsePlan"]["objectives"][0]["id"];
    for work in ACTIVITIES.iter().filter(|work| work.units != work.units_after_floods) {
        let activity = json!({
            "activityId": known.activity(work.code)?, "baseVersion": version(coordinator, known).await?,
            "objectiveId": objective, "name": work.title, "language": "en", "unit": work.unit,
            "unitTarget": work.units_after_floods.to_string(),
        });
        coordinator.write("updateActivity", "id", activity).await?;
    }
    publish(coordinator, known).await
}

async fn publish(coordinator: &Actor<'_>, known: &Known) -> Result<()> {
    let input = json!({ "planId": known.plan, "baseVersion": version(coordinator, known).await? });
    coordinator.write("publishPlan", "id", input).await?;
    Ok(())
}

/// The plan's version, which every change inside it moves on.
pub(super) async fn version(actor: &Actor<'_>, known: &Known) -> Result<Value> {
    let document = "query($id: ID!) { responsePlan(id: $id) { version } }";
    let mut data = actor.read("read the plan", document, json!({ "id": known.plan })).await?;
    Ok(data["responsePlan"]["version"].take())
}

/// The plan's code.
fn plan_code(calendar: &Calendar) -> String {
    format!("HXEA{:02}", calendar.year().rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_costs_41_2_million_and_after_the_floods_48_6_million() {
        let total = |units: fn(&Work) -> i64| ACTIVITIES.iter().map(|work| units(work) * work.cost).sum::<i64>();
        assert_eq!(total(|work| work.units), 41_200_000);
        assert_eq!(total(|work| work.units_after_floods), 48_600_000);
    }
}
