//! The fourth chapter: the appeal, who gave what, and the editions that donors read.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::{
    calendar::Calendar,
    known::Known,
    planning::{COORDINATION, MATERIALS, SPACES, SUPPORT, TEACHERS},
    stage::{Actor, text},
};
use crate::kit::Result;

/// A contribution, as it stands at one moment.
struct Gift {
    from: &'static str,
    to: &'static str,
    status: &'static str,
    amount: &'static str,
    currency: &'static str,
    /// Units of the currency for one US dollar.
    rate: Option<&'static str>,
    /// The activity that it is for.
    activity: Option<&'static str>,
    /// The sectors that share it; none: education alone.
    sectors: Option<&'static [&'static str]>,
    description: &'static str,
}

const fn gift(from: &'static str, to: &'static str, status: &'static str, amount: &'static str) -> Gift {
    Gift { from, to, status, amount, currency: "USD", rate: None, activity: None, sectors: None, description: "" }
}

/// What came before the first edition: 9,963,135 US dollars paid, and two pledges.
const FIRST: [Gift; 4] = [
    Gift { activity: Some(MATERIALS), ..gift("Org A", "DEA", "PAID", "6204180") },
    Gift { activity: Some(SPACES), ..gift("Org D", "DCA", "PAID", "2460315") },
    Gift { activity: Some(TEACHERS), ..gift("Org C", "TLC", "PAID", "1298640") },
    Gift { description: "Announced at the donors' conference", ..gift("Donor F", "DEA", "PLEDGE", "5000000") },
];

/// What came after it.
const SECOND: [Gift; 4] = [
    Gift { activity: Some(TEACHERS), ..gift("Org G", "ATA", "PAID", "400000") },
    Gift { activity: Some(COORDINATION), ..gift("Org H", "HWE", "PAID", "211865") },
    Gift {
        currency: "EUR",
        rate: Some("0.875"),
        activity: Some(SPACES),
        ..gift("Donor E", "DRS", "COMMITMENT", "2800000")
    },
    Gift {
        sectors: Some(&["EDU", "PRO"]),
        description: "For education and child protection together",
        ..gift("Org I", "DCA", "COMMITMENT", "1500000")
    },
];

/// What the agency pledges, and commits later: its own desk records that.
const AGENCY: Gift = Gift { activity: Some(SUPPORT), ..gift("Org B", "DEA", "PLEDGE", "4150000") };

/// What the appeal is called, by language.
const NAMES: [(&str, &str); 5] = [
    ("en", "Education appeal for Taluna"),
    ("fr", "Appel pour l’éducation au Taluna"),
    ("es", "Llamamiento para la educación en Taluna"),
    ("pt", "Apelo para a educação em Taluna"),
    ("ar", "نداء من أجل التعليم في تالونا"),
];

/// What it is about, by language.
const SUMMARY: [(&str, &str); 5] = [
    (
        "en",
        "Fighting and floods have closed or damaged a third of the country's schools. Partners of the Education Cluster run learning spaces, \
         pay teachers and bring children back in six of eight provinces.",
    ),
    (
        "fr",
        "Les combats et les inondations ont fermé ou endommagé un tiers des écoles du pays. Les partenaires du Cluster Éducation ouvrent des \
         espaces d’apprentissage, paient les enseignants et ramènent les enfants à l’école dans six provinces sur huit.",
    ),
    (
        "es",
        "Los combates y las inundaciones han cerrado o dañado un tercio de las escuelas del país. Los socios del Clúster de Educación abren \
         espacios de aprendizaje, pagan a docentes y llevan a los niños de vuelta a clase en seis de ocho provincias.",
    ),
    (
        "pt",
        "Os combates e as inundações fecharam ou danificaram um terço das escolas do país. Os parceiros do Cluster de Educação abrem espaços \
         de aprendizagem, pagam professores e trazem as crianças de volta à escola em seis de oito províncias.",
    ),
    (
        "ar",
        "أغلق القتال والفيضانات ثلث مدارس البلاد أو ألحقا بها أضراراً. يدير شركاء مجموعة التعليم مساحات للتعلم، ويدفعون للمعلمين، ويعيدون الأطفال \
         إلى الدراسة في ست من ثماني مقاطعات.",
    ),
];

fn texts(by_language: &[(&str, &str)]) -> Value {
    by_language.iter().map(|(language, text)| json!({ "language": language, "text": text })).collect()
}

/// Enters the appeal and asks for what the plan costs.
pub(super) async fn appeal(coordinator: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let appeal = json!({
        "operationId": known.operation, "planId": known.plan, "clusterId": known.cluster("national")?,
        "code": code(calendar), "kind": "HRP",
        "names": texts(&NAMES), "summary": texts(&SUMMARY), "currency": "USD",
        "startsOn": calendar.start, "endsOn": calendar.end,
    });
    known.appeal = text(&coordinator.write("createAppeal", "id", appeal).await?["id"])?;
    ask_for_costs(coordinator, known, calendar.start, "The plan as it was first published").await
}

/// The appeal's public code.
pub(super) fn code(calendar: &Calendar) -> String {
    format!("EDU-XE-{}", calendar.year())
}

/// Asks for what the plan costs now.
pub(super) async fn ask_for_costs(coordinator: &Actor<'_>, known: &Known, from: NaiveDate, reason: &str) -> Result<()> {
    let document = "query($id: ID!) { appeal(id: $id) { version } }";
    let appeal = coordinator.read("read the appeal", document, json!({ "id": known.appeal })).await?;
    let input = json!({
        "appealId": known.appeal, "baseVersion": appeal["appeal"]["version"], "validFrom": from, "reason": reason,
    });
    coordinator.write("requirementFromPlan", "id", input).await?;
    Ok(())
}

/// Records what came before the first edition.
pub(super) async fn first_gifts(imo: &Actor<'_>, known: &mut Known, day: NaiveDate) -> Result<()> {
    for gift in &FIRST {
        record(imo, known, gift, day).await?;
    }
    known.pledge = Some(record(imo, known, &AGENCY, day).await?);
    println!("  contributions: {}", FIRST.len() + 1);
    Ok(())
}

/// Records what came after it; the agency's pledge becomes a commitment.
pub(super) async fn second_gifts(imo: &Actor<'_>, donor: &Actor<'_>, known: &Known, day: NaiveDate) -> Result<()> {
    for gift in &SECOND {
        record(imo, known, gift, day).await?;
    }
    let pledge = known.pledge.clone().unwrap_or_default();
    let mut input = contribution(known, &Gift { status: "COMMITMENT", ..AGENCY }, day)?;
    input["flowId"] = pledge["id"].clone();
    input["baseVersion"] = pledge["version"]["number"].clone();
    donor.write("recordFlow", FLOW, input).await?;
    println!("  contributions: {}", FIRST.len() + 1 + SECOND.len());
    Ok(())
}

const FLOW: &str = "id version { number }";

async fn record(actor: &Actor<'_>, known: &Known, gift: &Gift, day: NaiveDate) -> Result<Value> {
    actor.write("recordFlow", FLOW, contribution(known, gift, day)?).await
}

fn contribution(known: &Known, gift: &Gift, day: NaiveDate) -> Result<Value> {
    let activities = gift.activity.map(|activity| known.activity(activity)).transpose()?;
    let mut input = json!({
        "appealId": known.appeal, "status": gift.status, "sourceOrganisationId": known.organisation(gift.from)?,
        "recipientOrganisationId": known.organisation(gift.to)?, "amount": gift.amount, "currency": gift.currency,
        "decisionDate": day, "activityIds": activities.as_slice(), "description": gift.description,
    });
    if let Some(rate) = gift.rate {
        input["rate"] = rate.into();
    }
    if let Some(sectors) = gift.sectors {
        input["sectors"] = json!(sectors);
    }
    Ok(input)
}

/// Publishes an edition that speaks of the last day before `day`.
pub(super) async fn publish(coordinator: &Actor<'_>, known: &Known, day: NaiveDate, note: &str) -> Result<()> {
    let as_of = day.checked_sub_days(Days::new(1)).unwrap_or(day);
    let input = json!({ "appealId": known.appeal, "asOf": as_of, "note": note });
    let edition = coordinator.write("publishEdition", "number asOf", input).await?;
    println!("  edition {} of the appeal, as of {as_of}", edition["number"]);
    Ok(())
}
