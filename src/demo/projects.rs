//! Partners' projects: one that peers reviewed and the cluster approved, one under review, one that is still written.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{
    calendar::Calendar,
    known::Known,
    planning::{CATCH_UP, MATERIALS, SPACES, version},
    reporting::Desk,
    stage::{Actor, text},
};
use crate::kit::Result;

/// What a project does in a place: activity, P-code, people, units.
type Aim = (&'static str, &'static str, Option<i64>, Option<i64>);
/// What it costs: activity, source, whether the money is there, US dollars.
type Cost = (&'static str, &'static str, bool, i64);

struct Project {
    code: &'static str,
    title: &'static str,
    organisation: &'static str,
    cluster: &'static str,
    aims: &'static [Aim],
    costs: &'static [Cost],
}

const APPROVED: Project = Project {
    code: "ATA-1",
    title: "Materials and safe spaces in Amsar",
    organisation: "ATA",
    cluster: "national",
    aims: &[(MATERIALS, "XE0101", Some(14_000), None), (SPACES, "XE0102", Some(1_200), Some(24))],
    costs: &[(MATERIALS, "CERF", true, 252_000), (SPACES, "UNICEF", true, 200_000), (SPACES, "CBPF", false, 112_000)],
};
const REVIEWED: Project = Project {
    code: "BYLC-1",
    title: "Catch-up classes of the youth centre",
    organisation: "BYLC",
    cluster: "Belqor",
    aims: &[(CATCH_UP, "XE0203", Some(900), None), (CATCH_UP, "XE0204", Some(600), None)],
    costs: &[(CATCH_UP, "CBPF", false, 180_000)],
};
const WRITTEN: Project = Project {
    code: "ATA-2",
    title: "Catch-up classes in Amsar",
    organisation: "ATA",
    cluster: "national",
    aims: &[(CATCH_UP, "XE0101", Some(400), None)],
    costs: &[(CATCH_UP, "INTERNAL", true, 12_000), (CATCH_UP, "BILATERAL", false, 36_000)],
};

/// Partners write, peers score, the cluster decides.
pub(super) async fn write(desk: &Desk<'_>, calendar: &Calendar, known: &Known) -> Result<()> {
    let input = json!({ "planId": known.plan, "baseVersion": version(&desk.coordinator, known).await? });
    desk.coordinator.write("setReviewCriteria", "id", input).await?;
    let span = (calendar.first_month, calendar.end);
    let project = draft(&desk.editor, known, &APPROVED, span).await?;
    let project = step(&desk.focal_point, "moveProject", &project, "SUBMITTED").await?;
    let peers = json!([user(&desk.imo).await?, user(&desk.youth_centre).await?]);
    let input = json!({ "projectId": project["id"], "baseVersion": project["version"], "userIds": peers });
    let project = desk.coordinator.write("setProjectReviewers", "id version", input).await?;
    review(&desk.imo, known, &project, 4, "Costs of materials are those of the plan.").await?;
    review(&desk.youth_centre, known, &project, 5, "The association knows these schools.").await?;
    let project = step(&desk.coordinator, "decideProject", &project, "APPROVED").await?;
    step(&desk.focal_point, "moveProject", &project, "ACTIVE").await?;

    let project = draft(&desk.youth_centre, known, &REVIEWED, span).await?;
    let project = step(&desk.youth_centre, "moveProject", &project, "SUBMITTED").await?;
    let project = step(&desk.coordinator, "decideProject", &project, "UNDER_REVIEW").await?;
    review(&desk.imo, known, &project, 3, "Say who pays the teachers after the project.").await?;

    draft(&desk.editor, known, &WRITTEN, span).await?;
    println!("  projects: 3, of which one is under way");
    Ok(())
}

async fn draft(writer: &Actor<'_>, known: &Known, project: &Project, span: (NaiveDate, NaiveDate)) -> Result<Value> {
    let mut targets = Vec::new();
    for (activity, pcode, people, units) in project.aims {
        let number = |number: &Option<i64>| number.map(|number| number.to_string());
        targets.push(json!({
            "activityId": known.activity(activity)?, "areaId": writer.area(pcode).await?, "people": number(people), "units": number(units),
        }));
    }
    let budget: Result<Vec<Value>> = project
        .costs
        .iter()
        .map(|(activity, source, funded, amount)| {
            Ok(json!({
                "activityId": known.activity(activity)?, "sourceKind": source, "funded": funded, "amount": amount.to_string(),
            }))
        })
        .collect();
    let content = json!({
        "name": project.title, "language": "en", "startsOn": span.0, "endsOn": span.1, "currency": "USD",
        "targets": targets, "budget": budget?,
    });
    let input = json!({
        "planId": known.plan, "clusterId": known.cluster(project.cluster)?,
        "organisationId": known.organisation(project.organisation)?, "code": project.code, "content": content,
    });
    writer.write("createProject", "id version", input).await
}

async fn step(actor: &Actor<'_>, mutation: &str, project: &Value, to: &str) -> Result<Value> {
    let input = json!({ "projectId": project["id"], "baseVersion": project["version"], "to": to });
    actor.write(mutation, "id version", input).await
}

/// Scores every criterion alike.
async fn review(peer: &Actor<'_>, known: &Known, project: &Value, score: i32, comment: &str) -> Result<()> {
    let document = "query($id: ID!) { responsePlan(id: $id) { reviewCriteria { code } } }";
    let plan = peer.read("read the criteria", document, json!({ "id": known.plan })).await?;
    let criteria = plan["responsePlan"]["reviewCriteria"].as_array().into_iter().flatten();
    let scores: Vec<Value> =
        criteria.map(|criterion| json!({ "criterion": criterion["code"], "score": score.to_string() })).collect();
    let recommendation = if score > 3 { "APPROVE" } else { "APPROVE_WITH_CHANGES" };
    let input = json!({
        "projectId": project["id"], "recommendation": recommendation, "comment": comment, "scores": scores, "submit": true,
    });
    peer.write("reviewProject", "id", input).await?;
    Ok(())
}

async fn user(actor: &Actor<'_>) -> Result<String> {
    text(&actor.read("who it is", "{ viewer { user { id } } }", json!({})).await?["viewer"]["user"]["id"])
}
