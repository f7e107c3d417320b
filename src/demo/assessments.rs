//! Who assesses what: the survey that the needs rest on, and two partners who plan to ask the same people in the same month.

use chrono::{Days, Months};
use serde_json::json;

use super::{calendar::Calendar, country::ISO3, known::Known, setting::in_languages, stage::Actor};
use crate::kit::{Error, Result};

/// An assessment that is to come: the partners of one place speak of the same month.
struct Plan {
    names: [&'static str; 2],
    cluster: &'static str,
    lead: &'static str,
    pcode: &'static str,
    group: &'static str,
    technique: &'static str,
}

const PLANNED: [Plan; 3] = [
    Plan {
        names: ["Learning needs of displaced children", "Besoins d’apprentissage des enfants déplacés"],
        cluster: "Belqor",
        lead: "DSI",
        pcode: "XE02",
        group: "IDPS",
        technique: "HOUSEHOLDS",
    },
    Plan {
        names: ["Schools and shelters in Belqor", "Écoles et abris à Belqor"],
        cluster: "Belqor",
        lead: "BYLC",
        pcode: "XE02",
        group: "DISPLACED",
        technique: "KEY_INFORMANTS",
    },
    Plan {
        names: ["Flooded schools of the delta", "Écoles inondées du delta"],
        cluster: "Sulwa",
        lead: "SDR",
        pcode: "XE07",
        group: "AFFECTED",
        technique: "OBSERVATION",
    },
];

/// Enters the survey that the needs rest on, with what came of it.
pub(super) async fn survey(imo: &Actor<'_>, calendar: &Calendar, known: &Known) -> Result<()> {
    let begun = calendar.start.checked_sub_months(Months::new(1)).unwrap_or(calendar.start);
    let survey = json!({
        "operationId": known.operation, "status": "FINALISED",
        "assessment": {
            "names": in_languages("Joint needs assessment", "Évaluation conjointe des besoins"),
            "kind": "IN_DEPTH", "family": "MSNA", "coordination": "JOINT", "frequency": "REGULAR",
            "confidentiality": "UNPROTECTED", "startsOn": begun, "endsOn": calendar.start,
            "areaIds": [imo.area(ISO3).await?], "leadOrganisationIds": [known.organisation("DEA")?],
            "participantOrganisationIds": [known.organisation("DCA")?, known.organisation("MOE")?],
            "affectedGroups": ["ALL"], "sectors": ["EDU"], "focuses": ["HUMANITARIAN_CONDITIONS", "PRIORITIES"],
            "techniques": ["HOUSEHOLDS", "KEY_INFORMANTS"], "figures": ["POPULATION", "IN_NEED"], "sampling": "RANDOM",
            "sampleSize": 4800, "proximity": "FACE_TO_FACE", "unitOfAnalysis": "HOUSEHOLD", "unitOfReporting": "DISTRICT",
            "quality": { "fitForPurpose": 4, "trustworthiness": 4, "analyticalRigour": 3, "analyticalWriting": 4 },
        },
    });
    let made = imo.write("createAssessment", "id", survey).await?;
    let documents = [("REPORT", "Report", "report.pdf"), ("QUESTIONNAIRE", "Questionnaire", "questionnaire.pdf")];
    for (kind, title, file) in documents {
        let url = format!("https://demo.example/library/needs/{file}");
        let document = json!({ "assessmentId": made["id"], "kind": kind, "title": title, "url": url });
        imo.write("addAssessmentDocument", "id", document).await?;
    }
    Ok(())
}

/// Enters what partners plan for the month after the story: the second of them is warned of the first.
pub(super) async fn plans(imo: &Actor<'_>, calendar: &Calendar, known: &Known) -> Result<()> {
    let first_day = calendar.month(7);
    let mut warnings = 0;
    for (at, plan) in (0..).zip(&PLANNED) {
        let day = |days: u64| {
            let told = first_day.checked_add_days(Days::new(days + 7 * at));
            told.ok_or_else(|| Error::bug("the demo's calendar ends"))
        };
        let assessment = json!({
            "operationId": known.operation, "clusterId": known.cluster(plan.cluster)?,
            "assessment": {
                "names": in_languages(plan.names[0], plan.names[1]), "kind": "RAPID", "family": "OTHER",
                "coordination": "UNCOORDINATED", "frequency": "ONE_OFF", "confidentiality": "UNPROTECTED",
                "startsOn": day(3)?, "endsOn": day(9)?, "areaIds": [imo.area(plan.pcode).await?],
                "leadOrganisationIds": [known.organisation(plan.lead)?], "affectedGroups": [plan.group],
                "techniques": [plan.technique],
            },
        });
        let made = imo.write("createAssessment", "overlaps { message }", assessment).await?;
        warnings += made["overlaps"].as_array().map_or(0, Vec::len);
    }
    println!("  assessments: {}, warnings: {warnings}", 1 + PLANNED.len());
    Ok(())
}
