//! What an appeal asks for: by hand, from the costs of its plan, or from a file of the Financial Tracking Service.
//!
//! Each is a new revision with a day from which it holds and a reason, so that a reader sees how the ask grew and why.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use futures::FutureExt;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    funding,
    model::{
        self, Appeal, ImportRequirementsInput, RequirementFromPlanInput, RequirementLine, RequirementLineInput,
        ReviseAppealInput, Revision, RevisionId,
    },
    money, policy, service, store,
};
use crate::{
    audit,
    kit::{
        Call, Error, Result,
        auth::Action,
        db::{Conn, Transaction},
        files::{self, FileId},
        graphql::localized,
        scope::Scoped,
        sheet::{Column, Issue, Issues, Record, Sheet, Table},
        text::LocalizedText,
    },
    places::AdminAreaId,
    plans::{self, ActivityId, Plan},
};

/// The most lines that a requirement entered by hand may have.
const MOST_LINES: usize = 500;

/// A revision with what it asks for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Revised {
    /// The appeal after the revision.
    pub appeal: Appeal,
    /// The revision.
    pub revision: Revision,
    /// Its lines.
    pub lines: Vec<RequirementLine>,
}

/// What reading requirements in did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct RequirementsImport {
    /// The new revision; none when there are errors, or when the file says what the last revision says.
    pub revised: Option<Revised>,
    /// False: there are errors, and nothing was written.
    pub applied: bool,
    /// What the file asks for.
    pub requirement: Option<Decimal>,
    /// What the file says was given.
    pub reported_funding: Option<Decimal>,
    /// What is wrong with the file.
    pub issues: Issues,
}

/// When a revision holds from, and why it is made.
struct Ground {
    valid_from: NaiveDate,
    reason: String,
}

/// A line before it is one of a revision.
#[derive(Debug, Clone, Default, PartialEq)]
struct Ask {
    activity: Option<ActivityId>,
    cluster_name: Option<String>,
    area: Option<AdminAreaId>,
    year: Option<i32>,
    label: LocalizedText,
    amount: Option<Decimal>,
    reported_funding: Option<Decimal>,
}

/// Enters a requirement by hand.
pub(super) async fn revise(transaction: &mut Transaction, input: ReviseAppealInput) -> Result<Revised> {
    let appeal = load(transaction, &input.appeal_id, input.base_version).await?;
    if !(1..=MOST_LINES).contains(&input.lines.len()) {
        return Err(Error::invalid("lines", "requirement-lines", format!("give 1 to {MOST_LINES} lines")));
    }
    let asks = read_lines(&input.lines)?;
    check_activities(transaction.conn(), &appeal, &asks).await?;
    let ground = Ground { valid_from: input.valid_from, reason: input.reason };
    add_revision(transaction, &appeal, ground, asks).await
}

async fn load(transaction: &Transaction, id: &juniper::ID, base_version: i32) -> Result<Appeal> {
    let appeal = policy::load_for_edit(transaction, Action::EditAppeal, id, "appealId").await?;
    transaction.check_version(appeal.version, base_version)?;
    appeal.status.check_open()?;
    Ok(appeal)
}

fn read_lines(inputs: &[RequirementLineInput]) -> Result<Vec<Ask>> {
    let read = |(index, input): (usize, &RequirementLineInput)| {
        let at = |field: &str| format!("lines.{index}.{field}");
        if input.year.is_some_and(|year| !(2000..=2100).contains(&year)) {
            return Err(Error::invalid(at("year"), "requirement-year", "a year is 2000 to 2100"));
        }
        let label = match &input.label[..] {
            [] => LocalizedText::default(),
            texts => localized::read(texts, &at("label"))?,
        };
        if input.activity_id.is_none() && input.label.is_empty() {
            let message = "say what the line is for: by an activity, or in words";
            return Err(Error::invalid(at("label"), "requirement-label", message));
        }
        Ok(Ask {
            activity: ActivityId::parse_optional(input.activity_id.as_ref(), &at("activityId"))?,
            area: AdminAreaId::parse_optional(input.area_id.as_ref(), &at("areaId"))?,
            year: input.year,
            label,
            amount: input.amount.map(|amount| money::amount(amount, Decimal::ZERO, &at("amount"))).transpose()?,
            ..Ask::default()
        })
    };
    inputs.iter().enumerate().map(read).collect()
}

/// Activities must be of the appeal's plan.
async fn check_activities(conn: Conn<'_>, appeal: &Appeal, asks: &[Ask]) -> Result<()> {
    let known: HashSet<ActivityId> = match appeal.plan_id {
        Some(plan) => plans::activities(conn, plan).await?.into_iter().map(|activity| activity.id).collect(),
        None => HashSet::new(),
    };
    let stranger = |ask: &Ask| ask.activity.is_some_and(|activity| !known.contains(&activity));
    match asks.iter().position(stranger) {
        None => Ok(()),
        Some(index) => {
            let message = "there is no such activity in the appeal's plan";
            Err(Error::invalid(format!("lines.{index}.activityId"), "requirement-activity", message))
        }
    }
}

/// Takes the requirement from the costs of the appeal's plan: one line for each activity, without an amount where it is not costed.
pub(super) async fn from_plan(transaction: &mut Transaction, input: RequirementFromPlanInput) -> Result<Revised> {
    let appeal = load(transaction, &input.appeal_id, input.base_version).await?;
    let plan = plan_of(transaction.conn(), &appeal).await?;
    if plan.currency != appeal.currency {
        let message = format!("the plan is costed in {} and the appeal asks for {}", plan.currency, appeal.currency);
        return Err(Error::conflict("requirement-currency", message));
    }
    let costed = plans::requirement(transaction.conn(), plan.id).await?;
    if costed.total.is_none() {
        let message = "no activity of the plan is costed yet; enter costs, or the requirement by hand";
        return Err(Error::conflict("requirement-not-costed", message));
    }
    let ask = |(activity, amount)| Ask { activity: Some(activity), amount, ..Ask::default() };
    let asks = costed.by_activity.into_iter().map(ask).collect();
    let ground = Ground { valid_from: input.valid_from, reason: input.reason };
    add_revision(transaction, &appeal, ground, asks).await
}

async fn plan_of(conn: Conn<'_>, appeal: &Appeal) -> Result<Plan> {
    let missing = || Error::conflict("appeal-without-plan", "this appeal has no plan").at("appealId");
    plans::plan(conn, appeal.plan_id.ok_or_else(missing)?).await?.ok_or_else(missing)
}

/// Keeps the next revision. It holds from a day between the last one's and today, so that the last revision is always the one that holds.
async fn add_revision(
    transaction: &mut Transaction,
    appeal: &Appeal,
    ground: Ground,
    asks: Vec<Ask>,
) -> Result<Revised> {
    let last = store::last_revision(transaction.conn(), appeal.id).await?;
    let today = transaction.now().date_naive();
    if ground.valid_from > today || last.as_ref().is_some_and(|last| ground.valid_from < last.valid_from) {
        let message = "a revision holds from a day that is not in the future and not before the last revision";
        return Err(Error::invalid("validFrom", "revision-valid-from", message));
    }
    let revision = Revision {
        id: transaction.new_id(),
        appeal_id: appeal.id,
        number: last.map_or(1, |last| last.number + 1),
        valid_from: ground.valid_from,
        reason: model::reason(&ground.reason, "reason")?,
        created_at: transaction.now(),
    };
    let lines: Vec<RequirementLine> = asks.into_iter().map(|ask| line(transaction, revision.id, ask)).collect();
    store::insert_revision(transaction.conn(), &revision, &lines).await?;
    let change =
        audit::Change::new("revise", revision.id).in_operation(appeal.operation_id).to(&(&revision, &lines))?;
    audit::record(transaction, change).await?;
    let appeal = service::save(transaction, "revise", appeal, appeal.clone()).await?;
    Ok(Revised { appeal, revision, lines })
}

fn line(transaction: &Transaction, revision_id: RevisionId, ask: Ask) -> RequirementLine {
    RequirementLine {
        id: transaction.new_id(),
        revision_id,
        activity_id: ask.activity,
        cluster_name: ask.cluster_name,
        area_id: ask.area,
        year: ask.year,
        label: ask.label,
        amount: ask.amount,
        reported_funding: ask.reported_funding,
    }
}

const fn column(name: &'static str, hxl: &'static [&'static str], required: bool) -> Column {
    Column { name, synonyms: &[], hxl, required }
}

const PLAN_CODE: Column = column("code", &["#activity+appeal+id+external"], true);
const YEAR: Column = column("year", &["#date+year"], false);
const CLUSTER: Column = column("cluster", &["#sector+cluster+name"], true);
const REQUIREMENTS: Column = column("requirements", &["#value+funding+required+usd"], true);
const FUNDING: Column = column("funding", &["#value+funding+total+usd"], false);

/// Reads requirements by cluster in, as a new revision. With an error nothing is written; the same figures again are no new revision.
///
/// # Errors
/// When the viewer may not, or the file cannot be read as a table at all.
pub async fn import_requirements(call: &Call, input: ImportRequirementsInput) -> Result<RequirementsImport> {
    let appeal = policy::load(call.db.conn().await?, &call.viewer, &input.appeal_id, "appealId").await?;
    call.viewer.require(Action::EditAppeal, &appeal.scope(), "appealId")?;
    if appeal.currency != "USD" {
        return Err(Error::conflict("requirement-currency", "FTS tells US dollars, and the appeal asks for another"));
    }
    let plan = plan_of(call.db.conn().await?, &appeal).await?;
    let _under_way = call.begin_work(&input);
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let mut issues = Issues::default();
    let sheet = files::first_sheet(&workbook, "fileId")?;
    let asks = read_sheet(sheet, &plan.code, input.cluster_names.as_deref(), &mut issues);
    if issues.has_errors() {
        return Ok(RequirementsImport { issues, ..RequirementsImport::default() });
    }
    call.write("importRequirements", input, move |transaction, input| {
        async move { take_over(transaction, input, file.id, asks, issues).await }.boxed()
    })
    .await
}

async fn take_over(
    transaction: &mut Transaction,
    input: ImportRequirementsInput,
    file: FileId,
    asks: Vec<Ask>,
    issues: Issues,
) -> Result<RequirementsImport> {
    let appeal = load(transaction, &input.appeal_id, input.base_version).await?;
    files::assign(transaction, file, &appeal.scope()).await?;
    let requirement = funding::total(asks.iter().map(|ask| ask.amount));
    let reported_funding = funding::total(asks.iter().map(|ask| ask.reported_funding));
    let revised = if says_the_same(transaction.conn(), &appeal, &asks).await? {
        None
    } else {
        let ground = Ground { valid_from: input.valid_from, reason: input.reason };
        Some(add_revision(transaction, &appeal, ground, asks).await?)
    };
    Ok(RequirementsImport { revised, applied: true, requirement, reported_funding, issues })
}

/// Whether the last revision asks for just this, cluster by cluster.
async fn says_the_same(conn: Conn<'_>, appeal: &Appeal, asks: &[Ask]) -> Result<bool> {
    let Some(last) = store::last_revision(conn, appeal.id).await? else { return Ok(false) };
    let lines = store::lines(conn, last.id).await?;
    let key = |name: &Option<String>, year, amount, given| (name.clone(), year, amount, given);
    let mut before: HashMap<_, usize> = HashMap::new();
    for line in &lines {
        *before.entry(key(&line.cluster_name, line.year, line.amount, line.reported_funding)).or_default() += 1;
    }
    let mut after: HashMap<_, usize> = HashMap::new();
    for ask in asks {
        *after.entry(key(&ask.cluster_name, ask.year, ask.amount, ask.reported_funding)).or_default() += 1;
    }
    Ok(before == after)
}

fn read_sheet(sheet: &Sheet, plan_code: &str, clusters: Option<&[String]>, issues: &mut Issues) -> Vec<Ask> {
    let wanted = [PLAN_CODE, YEAR, CLUSTER, REQUIREMENTS, FUNDING];
    let Some(table) = Table::find(sheet, &wanted, issues) else { return Vec::new() };
    let mut asks = Vec::new();
    let mut seen = HashSet::new();
    for record in table.rows() {
        let Some(ask) = read_row(&record, plan_code, issues) else { continue };
        let name = ask.cluster_name.clone().unwrap_or_default();
        if clusters.is_some_and(|clusters| !clusters.contains(&name)) {
            continue;
        }
        if !seen.insert((name.clone(), ask.year)) {
            let reason = format!("{name} stands twice for the same year");
            let issue = Issue::error("requirement-cluster-twice", reason, "keep one of the rows");
            issues.push(record.issue(&CLUSTER, issue));
        }
        asks.push(ask);
    }
    if asks.is_empty() && !issues.has_errors() {
        let reason = format!("no row is of the plan {plan_code} and of the clusters asked for");
        let issue = Issue::error("requirement-no-row", reason, "check the plan's code and the names of the clusters");
        issues.push(issue.in_sheet(&sheet.name));
    }
    asks
}

/// A row of the appeal's plan; rows of other plans are left out.
fn read_row(record: &Record<'_>, plan_code: &str, issues: &mut Issues) -> Option<Ask> {
    record.code(&PLAN_CODE, issues).filter(|code| code == plan_code)?;
    record.require(&CLUSTER, issues);
    let cluster_name = record.text(&CLUSTER, issues);
    let mut not_negative = |column: &Column| {
        let amount = record.money(column, issues)?;
        money::amount(amount, Decimal::ZERO, column.name)
            .map_err(|error| {
                let issue = Issue::error("requirement-amount", error.message(), "check the amount");
                issues.push(record.issue(column, issue));
            })
            .ok()
    };
    let (amount, reported_funding) = (not_negative(&REQUIREMENTS), not_negative(&FUNDING));
    let year = record.count(&YEAR, issues);
    let year = year.and_then(|year| {
        let fits = i32::try_from(year).ok().filter(|year| (2000..=2100).contains(year));
        if fits.is_none() {
            let issue = Issue::error("requirement-year", format!("{year} is no year of ours"), "write 2000 to 2100");
            issues.push(record.issue(&YEAR, issue));
        }
        fits
    });
    Some(Ask { cluster_name: Some(cluster_name?), year, amount, reported_funding, ..Ask::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::sheet::{Cell, Row};

    fn sheet(rows: &[[&str; 5]]) -> Sheet {
        let heads = ["code", "year", "cluster", "requirements", "funding"];
        let row = |(number, cells): (u32, &[&str; 5])| Row { number, cells: cells.map(Cell::from).to_vec().into() };
        let rows = (1..).zip(std::iter::once(&heads).chain(rows)).map(row).collect();
        Sheet { name: String::new(), hidden: false, dates_from_1904: false, rows }
    }

    fn dec(text: &str) -> Option<Decimal> {
        Some(text.parse().expect("a number"))
    }

    #[test]
    fn rows_of_the_plan_become_lines_and_an_empty_cell_is_no_zero() {
        let sheet = sheet(&[
            ["HAFG20", "2020", "Education in Emergencies", "47281253", "7281473"],
            ["HAFG20", "2020", "Aviation COVID-19", "", "3000000"],
            ["OTHER20", "2020", "Education", "5", "5"],
        ]);
        let mut issues = Issues::default();
        let asks = read_sheet(&sheet, "HAFG20", None, &mut issues);
        assert_eq!(issues.errors(), 0, "{issues:?}");
        let read: Vec<_> = asks.iter().map(|ask| (ask.amount, ask.reported_funding)).collect();
        assert_eq!(read, [(dec("47281253"), dec("7281473")), (None, dec("3000000"))]);
        let one = read_sheet(&sheet, "HAFG20", Some(&["Aviation COVID-19".to_owned()]), &mut issues);
        assert_eq!(one.len(), 1);
    }

    #[test]
    fn every_error_of_the_file_is_told_with_its_cell() {
        let sheet = sheet(&[
            ["HAFG20", "1850", "Education", "abc", "1"],
            ["HAFG20", "2020", "Health", "-5", "1"],
            ["HAFG20", "2020", "", "5", "99999999999999999999"],
            ["HAFG20", "2020", "Nutrition", "5", "1"],
            ["HAFG20", "2020", "Nutrition", "6", "1"],
        ]);
        let mut issues = Issues::default();
        read_sheet(&sheet, "HAFG20", None, &mut issues);
        let cells: Vec<_> = issues.kept().iter().filter_map(|issue| issue.cell.as_deref()).collect();
        assert_eq!(cells, ["D2", "B2", "D3", "C4", "E4", "C6"]);
    }

    #[test]
    fn a_file_without_a_row_of_the_plan_says_so() {
        let mut issues = Issues::default();
        read_sheet(&sheet(&[["OTHER20", "2020", "Education", "5", "5"]]), "HAFG20", None, &mut issues);
        assert_eq!(issues.kept()[0].key, "requirement-no-row");
    }
}
