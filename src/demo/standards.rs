//! How far the response meets the minimum standards: the cluster looks twice, and a partner at itself. Key actions are not shipped, so that the
//! standards themselves are rated.

use chrono::Days;
use serde_json::{Value, json};

use super::{
    calendar::Calendar,
    known::Known,
    stage::{Actor, text},
};
use crate::kit::{Error, Result};

/// How the standards of INEE-2024 were found, in order, with what shows it.
type Round = [(&'static str, &'static [&'static str]); 19];

const MET: &str = "MET";
const PARTIAL: &str = "PARTIAL";
const NOT_MET: &str = "NOT_MET";
const NOT_APPLICABLE: &str = "NOT_APPLICABLE";
const NOT_ASSESSED: &str = "NOT_ASSESSED";
/// Why the standard of laws and policies is left out.
const WITH_THE_MINISTRY: &str = "The ministry revises the education law in a process of its own";

/// 7 of 17 points: 3.5 of 7, 0.5 of 3, 1 of 2, 1.5 of 4, and 0.5 of 1 by domain.
const FIRST: Round = [
    (MET, &["DOCUMENT"]),
    (PARTIAL, &["INTERVIEW"]),
    (PARTIAL, &[]),
    (MET, &["DATASET_LINK"]),
    (NOT_MET, &[]),
    (PARTIAL, &[]),
    (NOT_MET, &[]),
    (NOT_MET, &[]),
    (PARTIAL, &[]),
    (NOT_MET, &[]),
    (PARTIAL, &[]),
    (PARTIAL, &[]),
    (NOT_ASSESSED, &[]),
    (PARTIAL, &[]),
    (MET, &["DOCUMENT"]),
    (NOT_MET, &[]),
    (NOT_MET, &[]),
    (NOT_APPLICABLE, &[]),
    (PARTIAL, &[]),
];

/// 11 of 18 points: 5 of 7, 1.5 of 3, 1.5 of 3, 2.5 of 4, and 0.5 of 1 by domain.
const SECOND: Round = [
    (MET, &["DOCUMENT"]),
    (PARTIAL, &["INTERVIEW"]),
    (MET, &["DOCUMENT"]),
    (MET, &["DATASET_LINK"]),
    (PARTIAL, &[]),
    (MET, &["DATASET_LINK"]),
    (NOT_MET, &[]),
    (PARTIAL, &[]),
    (MET, &["OBSERVATION"]),
    (NOT_MET, &[]),
    (PARTIAL, &[]),
    (PARTIAL, &[]),
    (PARTIAL, &[]),
    (MET, &["DOCUMENT"]),
    (MET, &["DOCUMENT"]),
    (PARTIAL, &["INTERVIEW"]),
    (NOT_MET, &[]),
    (NOT_APPLICABLE, &[]),
    (PARTIAL, &[]),
];

/// What the partner says of its own classrooms: 1.5 of 3 points.
const OWN: [(&str, &str, &[&str]); 3] =
    [("INEE-2024-09", MET, &["OBSERVATION"]), ("INEE-2024-10", NOT_MET, &[]), ("INEE-2024-14", PARTIAL, &["DOCUMENT"])];

/// Gap, action, priority, who answers for it, and after how many days it is due: the first is done, the second under way, the third late.
const ACTIONS: [(&str, &str, &str, &str, &str, u64); 3] = [
    (
        "INEE-2024-03",
        "Partners plan the same districts twice",
        "Agree on one calendar of activities",
        "HIGH",
        "DEA",
        45,
    ),
    (
        "INEE-2024-07",
        "No evaluation is planned",
        "Write terms of reference for a joint evaluation",
        "MEDIUM",
        "DCA",
        400,
    ),
    (
        "INEE-2024-10",
        "Learning spaces lack water and latrines",
        "Survey the spaces with the partners for water",
        "HIGH",
        "DRS",
        60,
    ),
];

/// The id of the edition that the response is held against.
async fn framework(actor: &Actor<'_>) -> Result<Value> {
    let document = "{ frameworks(first: 10) { edges { node { id code } } } }";
    let found = actor.read("find the standards", document, json!({})).await?;
    let mut nodes = found["frameworks"]["edges"].as_array().into_iter().flatten().map(|edge| &edge["node"]);
    let wanted = nodes.find(|node| node["code"] == "INEE-2024").map(|node| node["id"].clone());
    wanted.ok_or_else(|| Error::bug("the demo finds no edition INEE-2024"))
}

/// A piece of evidence of a kind.
fn evidence(checklist: &Value, code: &str, kind: &str, day: &Value) -> Value {
    let url = match kind {
        "DOCUMENT" => Some(format!("https://demo.example/library/{code}.pdf")),
        "DATASET_LINK" => Some(format!("https://demo.example/data/{code}")),
        _ => None,
    };
    json!({
        "checklistId": checklist, "code": code, "kind": kind, "url": url, "collectedOn": day,
        "collectedBy": "Education Cluster team", "note": "Seen and noted at the review",
    })
}

/// Fills a draft in; gives its id and its version.
async fn fill(actor: &Actor<'_>, draft: Value, found: &[(String, &str, &[&str])]) -> Result<(Value, Value)> {
    let day = draft["assessedOn"].clone();
    let made = actor.write("createChecklist", "id version", draft).await?;
    let rating = |(code, rating, _): &(String, &str, &[&str])| {
        let reason = (*rating == NOT_APPLICABLE).then_some(WITH_THE_MINISTRY);
        json!({ "code": code, "rating": rating, "reason": reason })
    };
    let ratings: Vec<Value> = found.iter().map(rating).collect();
    let rated = json!({ "checklistId": made["id"], "baseVersion": made["version"], "ratings": ratings });
    actor.write("rateChecklist", "id", rated).await?;
    for (code, _, kinds) in found {
        for kind in *kinds {
            actor.write("addEvidence", "id", evidence(&made["id"], code, kind, &day)).await?;
        }
    }
    let document = "query($id: ID!) { checklist(id: $id) { version } }";
    let now = actor.read("read the checklist", document, json!({ "id": made["id"] })).await?;
    Ok((made["id"].clone(), now["checklist"]["version"].clone()))
}

/// A round of the cluster, submitted: the checklist's id.
async fn round(imo: &Actor<'_>, known: &Known, day: chrono::NaiveDate, round: &Round) -> Result<Value> {
    let draft = json!({
        "subjectId": known.cluster("national")?, "frameworkId": framework(imo).await?, "assessedOn": day,
    });
    let found: Vec<(String, &str, &[&str])> =
        (1..).zip(round).map(|(number, (rating, shown))| (format!("INEE-2024-{number:02}"), *rating, *shown)).collect();
    let (id, version) = fill(imo, draft, &found).await?;
    imo.write("submitChecklist", "id", json!({ "checklistId": id, "baseVersion": version })).await?;
    Ok(id)
}

/// The cluster looks for the first time, and agrees on what to do about the gaps.
pub(super) async fn first_round(imo: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let day = calendar.month(1);
    let id = round(imo, known, day, &FIRST).await?;
    for (code, gap, action, priority, organisation, days) in ACTIONS {
        let due = day.checked_add_days(Days::new(days));
        let action = json!({
            "checklistId": id, "code": code, "gap": gap, "action": action, "priority": priority,
            "organisationId": known.organisation(organisation)?, "dueOn": due,
        });
        known.actions.push(imo.write("addImprovementAction", "id version", action).await?);
    }
    println!("  improvement actions: {}", known.actions.len());
    Ok(())
}

/// The cluster looks again, and says what became of the actions.
pub(super) async fn second_round(imo: &Actor<'_>, calendar: &Calendar, known: &Known) -> Result<()> {
    for (action, status) in known.actions.iter().zip(["DONE", "IN_PROGRESS"]) {
        let step = json!({ "actionId": action["id"], "baseVersion": action["version"], "status": status });
        imo.write("updateImprovementAction", "id", step).await?;
    }
    round(imo, known, calendar.month(5), &SECOND).await?;
    println!("  checklists of the cluster: 2");
    Ok(())
}

/// A partner looks at itself: the editor drafts, the focal point submits.
pub(super) async fn of_a_partner(
    editor: &Actor<'_>,
    focal_point: &Actor<'_>,
    calendar: &Calendar,
    known: &Known,
) -> Result<()> {
    let draft = json!({
        "subjectId": known.organisation("ATA")?, "clusterId": known.cluster("national")?,
        "frameworkId": framework(editor).await?, "assessedOn": calendar.month(5),
    });
    let found: Vec<(String, &str, &[&str])> =
        OWN.iter().map(|(code, rating, shown)| ((*code).to_owned(), *rating, *shown)).collect();
    let (id, version) = fill(editor, draft, &found).await?;
    let submitted = json!({ "checklistId": text(&id)?, "baseVersion": version });
    focal_point.write("submitChecklist", "id", submitted).await?;
    println!("  checklists of partners: 1");
    Ok(())
}
