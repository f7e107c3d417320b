//! The third chapter: months of reports, from the sheets that partners fill to the decisions of the clusters.

use serde_json::{Value, json};

use super::{
    calendar::{Calendar, REPORTED_MONTHS},
    known::Known,
    planning::MATERIALS,
    sheets::{Fate, PARTNERS, Partner, SHARED_DISTRICT},
    stage::{Actor, Stage, applied, text},
};
use crate::kit::{Error, Result};

/// How many days after a month partners report, and the clusters decide.
const REPORT_DAYS: i64 = 6;
pub(super) const DECISION_DAYS: i64 = 12;
/// By which day of the next month reports are due.
const DUE_DAYS: i32 = 10;
/// The month in which a report is given back, mended and then accepted.
const MENDED: (&str, u32) = ("ATA", 1);

/// Who writes, sends and decides.
pub(super) struct Desk<'s> {
    /// Coordinates the operation.
    pub(super) coordinator: Actor<'s>,
    /// Enters the sheets that partners send by mail.
    pub(super) imo: Actor<'s>,
    /// Decides in Belqor.
    pub(super) belqor: Actor<'s>,
    /// Writes for the teachers' association.
    pub(super) editor: Actor<'s>,
    /// Sends for the teachers' association.
    pub(super) focal_point: Actor<'s>,
    /// Writes and sends for the youth centre.
    pub(super) youth_centre: Actor<'s>,
    /// Gives, in the name of the development agency.
    pub(super) donor: Actor<'s>,
}

impl<'s> Desk<'s> {
    /// Who writes a partner's report, and who sends it.
    fn of(&self, partner: &Partner) -> (&Actor<'s>, &Actor<'s>) {
        match partner.acronym {
            "ATA" => (&self.editor, &self.focal_point),
            "BYLC" => (&self.youth_centre, &self.youth_centre),
            _ => (&self.imo, &self.imo),
        }
    }

    /// Everyone leaves: the story is over.
    pub(super) async fn close(self) -> Result<()> {
        let actors =
            [self.coordinator, self.imo, self.belqor, self.editor, self.focal_point, self.youth_centre, self.donor];
        for actor in actors {
            actor.leave().await?;
        }
        Ok(())
    }

    /// Who decides on the reports to a cluster.
    fn decider(&self, partner: &Partner) -> &Actor<'s> {
        if partner.cluster == "Belqor" { &self.belqor } else { &self.coordinator }
    }
}

/// Makes the months, and says where two partners serve different children.
pub(super) async fn open(coordinator: &Actor<'_>, calendar: &Calendar, known: &mut Known) -> Result<()> {
    let months = json!({ "firstMonth": calendar.first_month, "months": 10, "dueDays": DUE_DAYS });
    let input = json!({ "planId": known.plan, "monthly": months });
    let made = coordinator.write("createReportingPeriods", "id", input).await?;
    let periods = made.as_array().into_iter().flatten();
    known.periods = periods.map(|period| text(&period["id"])).collect::<Result<_>>()?;
    let (pcode, partners) = SHARED_DISTRICT;
    let organisations = partners.iter().map(|acronym| known.organisation(acronym)).collect::<Result<Vec<_>>>()?;
    let input = json!({
        "planId": known.plan, "activityId": known.activity(MATERIALS)?, "areaId": coordinator.area(pcode).await?,
        "organisationIds": organisations,
    });
    coordinator.write("declareCaseloads", "activityId", input).await?;
    Ok(())
}

/// One month: partners report, then the clusters decide.
pub(super) async fn month(
    stage: &Stage,
    desk: &Desk<'_>,
    calendar: &Calendar,
    known: &Known,
    month: u32,
) -> Result<()> {
    stage.move_to(calendar.after_month_began(month + 1, REPORT_DAYS));
    let mut waiting = Vec::new();
    for partner in &PARTNERS {
        if let Some(report) = report(desk, known, partner, month).await? {
            waiting.push((partner, report));
        }
    }
    stage.move_to(calendar.after_month_began(month + 1, DECISION_DAYS));
    let mut accepted = 0;
    for (partner, report) in waiting {
        accepted += u32::from(decide(desk, partner, month, report).await?);
    }
    let begins = calendar.month(month).format("%B %Y");
    println!("  {begins}: {accepted} reports accepted");
    if !last(month) {
        let input = json!({ "periodId": period(known, month) });
        desk.coordinator.write("publishPeriod", "id", input).await?;
    }
    Ok(())
}

fn period(known: &Known, month: u32) -> Option<&String> {
    usize::try_from(month).ok().and_then(|month| known.periods.get(month))
}

fn heading(known: &Known, partner: &Partner, month: u32) -> Result<Value> {
    Ok(json!({
        "planId": known.plan, "periodId": period(known, month), "clusterId": known.cluster(partner.cluster)?,
        "organisationId": known.organisation(partner.acronym)?,
    }))
}

/// A partner's report of a month, up to its submission; none while nobody has to decide on it.
async fn report(desk: &Desk<'_>, known: &Known, partner: &Partner, month: u32) -> Result<Option<Value>> {
    let (writer, sender) = desk.of(partner);
    let mut input = heading(known, partner, month)?;
    let written = if partner.nil_month == Some(month) {
        input["nil"] = true.into();
        input["baseVersion"] = 0.into();
        input["rows"] = json!([]);
        saved(&writer.write("saveReport", RESULT, input).await?)?
    } else if partner.reports_in(month) {
        let name = format!("{}-{}.csv", partner.acronym, month + 1);
        input["fileId"] = writer.upload(&name, partner.sheet(month)).await?.into();
        let selection = "applied report { id version } issues { row column severity reason }";
        let import = writer.write("importReport", selection, input).await?;
        applied(&import, &name)?;
        import["report"].clone()
    } else {
        return Ok(None);
    };
    if last(month) && partner.fate == Fate::Draft {
        return Ok(None);
    }
    submit(sender, &written).await.map(Some)
}

/// What a report that was sent becomes.
const RESULT: &str = "__typename ... on ReportSaved { report { id version } } ... on ReportLocked { reason } \
                      ... on ReportInvalid { issues { row column reason } }";

fn saved(result: &Value) -> Result<Value> {
    if result["__typename"] == "ReportSaved" {
        return Ok(result["report"].clone());
    }
    Err(Error::bug(format!("a report of the demo was not taken over: {result}")))
}

async fn submit(sender: &Actor<'_>, report: &Value) -> Result<Value> {
    saved(&sender.write("submitReport", RESULT, of(report)).await?)
}

/// The decision on a report; says whether it was accepted.
async fn decide(desk: &Desk<'_>, partner: &Partner, month: u32, report: Value) -> Result<bool> {
    let decider = desk.decider(partner);
    let give_back = async |report: &Value, note: &str| {
        let mut input = of(report);
        input["note"] = note.into();
        decider.write("returnReport", "id version", input).await
    };
    if last(month) && partner.fate == Fate::Submitted {
        return Ok(false);
    }
    if last(month) && partner.fate == Fate::Returned {
        let document = "query($id: ID!) { report(id: $id) { rows(first: 1) { edges { node { id } } } } }";
        let rows = decider.read("read the rows", document, json!({ "id": report["id"] })).await?;
        let input = json!({
            "reportId": report["id"], "rowId": rows["report"]["rows"]["edges"][0]["node"]["id"],
            "text": "The census counts fewer girls here than this row.",
        });
        decider.write("addReportComment", "id", input).await?;
        give_back(&report, "Faled tells of more children than the school census. Is a school counted twice?").await?;
        return Ok(false);
    }
    let report = if MENDED == (partner.acronym, month) {
        let returned =
            give_back(&report, "The sheet of last month came again. Please send that of this month.").await?;
        submit(desk.of(partner).1, &returned).await?
    } else {
        report
    };
    decider.write("acceptReport", "id", of(&report)).await?;
    Ok(true)
}

fn last(month: u32) -> bool {
    month + 1 == REPORTED_MONTHS
}

fn of(report: &Value) -> Value {
    json!({ "reportId": report["id"], "baseVersion": report["version"] })
}
