//! Reads files of flows of the Financial Tracking Service (FTS): one row a flow, all of them or an update of some.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt::Display,
};

use futures::FutureExt;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    model::{
        Behaviour, Boundary, Contribution, Direction, FlowStatus, FlowType, ImportFlowsInput, OnBoundary, Party,
        PartyKind, Statement, Terms,
    },
    sectors,
    service::{self, TakenOver},
};
use crate::{
    appeals::{AppealId, money, policy},
    audit,
    kit::{
        Call, Result,
        auth::Action,
        db::Transaction,
        files::{self, FileId},
        scope::{OperationId, Scope, Scoped},
        sheet::{Column, Issue, Issues, Record, Sheet, Table},
    },
    partners,
};

/// The system that the flows of these files belong to.
const FTS: &str = "FTS";
/// How long taking over a file may take, in seconds.
const IMPORT_SECONDS: u32 = 120;

/// What reading flows in did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct FlowsImport {
    /// False: there are errors, and nothing was written.
    pub applied: bool,
    /// What became of the flows.
    pub taken_over: TakenOver,
    /// What is wrong with the file.
    pub issues: Issues,
}

const fn column(name: &'static str, required: bool) -> Column {
    Column { name, synonyms: &[], hxl: &[], required }
}

const DATE: Column = column("date", true);
const BUDGET_YEAR: Column = column("budgetYear", false);
const DESCRIPTION: Column = column("description", false);
const USD: Column = column("amountUSD", true);
const SOURCE: Column = column("srcOrganization", true);
const SOURCE_PLACES: Column = column("srcLocations", false);
const SOURCE_FROM: Column = column("srcUsageYearStart", false);
const SOURCE_TO: Column = column("srcUsageYearEnd", false);
const PLAN: Column = column("destPlan", false);
const PLAN_CODE: Column = column("destPlanCode", true);
const RECIPIENT: Column = column("destOrganization", true);
const CLUSTERS: Column = column("destGlobalClusters", true);
const PLACES: Column = column("destLocations", false);
const PROJECT: Column = column("destProject", false);
const PROJECT_CODE: Column = column("destProjectCode", false);
const EMERGENCY: Column = column("destEmergency", false);
const USAGE_FROM: Column = column("destUsageYearStart", false);
const USAGE_TO: Column = column("destUsageYearEnd", false);
const CONTRIBUTION: Column = column("contributionType", false);
const FLOW_TYPE: Column = column("flowType", false);
const METHOD: Column = column("method", false);
const BOUNDARY: Column = column("boundary", true);
const ON_BOUNDARY: Column = column("onBoundary", false);
const STATUS: Column = column("status", true);
const DECISION_DATE: Column = column("decisionDate", false);
const AMOUNT: Column = column("originalAmount", false);
const CURRENCY: Column = column("originalCurrency", false);
const RATE: Column = column("exchangeRate", false);
const ID: Column = column("id", true);

const COLUMNS: &[Column] = &[
    DATE,
    BUDGET_YEAR,
    DESCRIPTION,
    USD,
    SOURCE,
    SOURCE_PLACES,
    SOURCE_FROM,
    SOURCE_TO,
    PLAN,
    PLAN_CODE,
    RECIPIENT,
    CLUSTERS,
    PLACES,
    PROJECT,
    PROJECT_CODE,
    EMERGENCY,
    USAGE_FROM,
    USAGE_TO,
    CONTRIBUTION,
    FLOW_TYPE,
    METHOD,
    BOUNDARY,
    ON_BOUNDARY,
    STATUS,
    DECISION_DATE,
    AMOUNT,
    CURRENCY,
    RATE,
    ID,
];

/// Reads flows in: new ones are added, those that say something else get a new version, the others stay. With an error nothing is written.
///
/// # Errors
/// When the viewer may not, or the file cannot be read as a table at all.
pub async fn import_flows(call: &Call, input: ImportFlowsInput) -> Result<FlowsImport> {
    let appeal = policy::load(call.db.conn().await?, &call.viewer, &input.appeal_id, "appealId").await?;
    call.viewer.require(Action::RecordFunding, &appeal.scope(), "appealId")?;
    let _under_way = call.begin_work(&input);
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let mut issues = Issues::default();
    let statements = read_sheet(files::first_sheet(&workbook, "fileId")?, input.boundary, &mut issues);
    if issues.has_errors() {
        return Ok(FlowsImport { issues, ..FlowsImport::default() });
    }
    let target = Target { appeal: appeal.id, operation: appeal.operation_id, scope: appeal.scope(), file: file.id };
    call.write("importFlows", input, move |transaction, _| {
        async move { take_over(transaction, target, statements, issues).await }.boxed()
    })
    .await
}

/// Where the flows of a file go.
struct Target {
    appeal: AppealId,
    operation: OperationId,
    scope: Scope,
    file: FileId,
}

async fn take_over(
    transaction: &mut Transaction,
    target: Target,
    mut statements: BTreeMap<String, Statement>,
    issues: Issues,
) -> Result<FlowsImport> {
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    recognise(transaction, &mut statements).await?;
    let taken_over = service::take_over(transaction, target.operation, FTS, statements).await?;
    files::assign(transaction, target.file, &target.scope).await?;
    if taken_over.added + taken_over.changed > 0 {
        // Each version is a record of its own; the history keeps who brought them and from which file.
        let what = serde_json::json!({ "file": target.file, "flows": taken_over });
        let change = audit::Change::new("import-flows", target.appeal).in_operation(target.operation).to(&what)?;
        audit::record(transaction, change).await?;
    }
    Ok(FlowsImport { applied: true, taken_over, issues })
}

/// Finds the organisations that the register knows by the names of the file.
async fn recognise(transaction: &Transaction, statements: &mut BTreeMap<String, Statement>) -> Result<()> {
    let named = |party: &&mut Party| party.kind == PartyKind::Organisation;
    let parties = |statements: &BTreeMap<String, Statement>| -> HashSet<String> {
        let all = statements.values().flat_map(|statement| &statement.parties);
        all.filter(|party| party.kind == PartyKind::Organisation).map(|party| party.name.clone()).collect()
    };
    let names: Vec<String> = parties(statements).into_iter().collect();
    let known: HashMap<String, _> = partners::organisations_by_name(transaction.conn(), &names).await?;
    for party in statements.values_mut().flat_map(|statement| &mut statement.parties).filter(named) {
        party.organisation_id = known.get(&party.name).map(|organisation| organisation.id);
    }
    Ok(())
}

fn read_sheet(sheet: &Sheet, boundary: Boundary, issues: &mut Issues) -> BTreeMap<String, Statement> {
    let mut statements = BTreeMap::new();
    let Some(table) = Table::find(sheet, COLUMNS, issues) else { return statements };
    for record in table.rows() {
        let mut row = Reading { record, issues };
        let Some((id, statement)) = row.flow(boundary) else { continue };
        if statements.insert(id.clone(), statement).is_some() {
            row.refuse(&ID, "flow-twice", format!("the flow {id} stands twice in this file"), "keep one of the rows");
        }
    }
    statements
}

/// A row that is being read, and where its issues go.
struct Reading<'a> {
    record: Record<'a>,
    issues: &'a mut Issues,
}

impl Reading<'_> {
    fn refuse(&mut self, column: &Column, key: &'static str, reason: impl Into<String>, mend: &str) {
        self.issues.push(self.record.issue(column, Issue::error(key, reason, mend)));
    }

    /// The flow of the row. Everything is read before anything is missing, so that all issues of the row are told.
    fn flow(&mut self, boundary: Boundary) -> Option<(String, Statement)> {
        self.record.require(&ID, self.issues);
        let id = self.record.code(&ID, self.issues);
        if id.as_ref().is_some_and(|id| id.len() > 60) {
            self.refuse(&ID, "flow-id", "this is too long for the id of a flow", "write the id as FTS gives it");
        }
        let terms = self.terms(boundary);
        let mut parties = self.source();
        parties.extend(self.destination());
        Some((id?, Statement { terms: terms?, parties, portions: Vec::new() }))
    }

    fn terms(&mut self, boundary: Boundary) -> Option<Terms> {
        let status = self.value(&STATUS, FlowStatus::parse, FlowStatus::ALL, None);
        let said = self.value(&BOUNDARY, Boundary::parse, Boundary::ALL, None);
        if let Some(other) = said.filter(|said| *said != boundary) {
            let reason = format!("this flow is {other}, and the file was sent as {boundary}");
            self.refuse(&BOUNDARY, "flow-boundary", reason, "send the flows of each boundary in a file of their own");
        }
        let single = Some(OnBoundary::Single);
        let on_boundary = self.value(&ON_BOUNDARY, OnBoundary::parse, OnBoundary::ALL, single);
        let financial = Some(Contribution::Financial);
        let contribution = self.value(&CONTRIBUTION, Contribution::parse, Contribution::ALL, financial);
        let flow_type = self.value(&FLOW_TYPE, FlowType::parse, FlowType::ALL, Some(FlowType::Standard));
        let (usd, amount) = (self.amount(&USD), self.amount(&AMOUNT));
        let (currency, rate) = (self.currency(), self.rate());
        let decision_date = self.record.date(&DECISION_DATE, self.issues);
        let flow_date = self.record.date(&DATE, self.issues);
        let budget_year = self.year(&BUDGET_YEAR);
        Some(Terms {
            status: status?,
            boundary: said?,
            on_boundary: on_boundary?,
            usd,
            amount,
            currency,
            rate,
            decision_date,
            flow_date,
            budget_year,
            contribution: contribution?,
            flow_type: flow_type?,
            method: self.text(&METHOD),
            earmarking: None,
            active: true,
            description: self.text(&DESCRIPTION).unwrap_or_default(),
        })
    }

    /// A value of an enumeration; `absent` where nothing is entered. `Coronavirus` is no status, and the issue lists those that are.
    fn value<T: Copy + Display>(
        &mut self,
        column: &Column,
        parse: fn(&str) -> Option<T>,
        all: &[T],
        absent: Option<T>,
    ) -> Option<T> {
        if absent.is_none() {
            self.record.require(column, self.issues);
        }
        let Some(text) = self.record.text(column, self.issues) else { return absent };
        let value = parse(&text);
        if value.is_none() {
            let known: Vec<String> = all.iter().map(ToString::to_string).collect();
            let mend = format!("write one of {}", known.join(", "));
            self.refuse(column, "flow-value-unknown", format!("`{text}` is not known here"), &mend);
        }
        value
    }

    /// An amount of zero or more; a parked flow that others carry the parts of has zero.
    fn amount(&mut self, column: &Column) -> Option<Decimal> {
        let amount = self.record.money(column, self.issues)?;
        money::amount(amount, Decimal::ZERO, column.name)
            .map_err(|error| self.refuse(column, "flow-amount", error.message(), "check the amount"))
            .ok()
    }

    fn currency(&mut self) -> Option<String> {
        let text = self.record.text(&CURRENCY, self.issues)?;
        money::currency(&text, CURRENCY.name)
            .map_err(|error| self.refuse(&CURRENCY, "currency-code", error.message(), "write the three letters"))
            .ok()
    }

    fn rate(&mut self) -> Option<Decimal> {
        let rate = self.record.decimal(&RATE, self.issues)?.round_dp(6);
        let fits = rate > Decimal::ZERO && rate < Decimal::from(1_000_000_000_000_i64);
        if !fits {
            self.refuse(&RATE, "flow-rate-range", "a rate is above zero", "write units of the currency for 1 USD");
        }
        fits.then_some(rate)
    }

    fn year(&mut self, column: &Column) -> Option<i32> {
        let year = self.record.count(column, self.issues)?;
        let year = i32::try_from(year).ok().filter(|year| (1990..=2100).contains(year));
        if year.is_none() {
            self.refuse(column, "flow-year", "this is no year between 1990 and 2100", "write the year in four digits");
        }
        year
    }

    fn text(&mut self, column: &Column) -> Option<String> {
        self.record.text(column, self.issues).map(|text| text.chars().take(10_000).collect())
    }

    fn source(&mut self) -> Vec<Party> {
        let mut parties = self.named(Direction::Source, PartyKind::Organisation, &SOURCE);
        parties.extend(self.coded(Direction::Source, PartyKind::Location, &SOURCE_PLACES));
        parties.extend(self.usage_years(Direction::Source, &SOURCE_FROM, &SOURCE_TO));
        parties
    }

    fn destination(&mut self) -> Vec<Party> {
        let mut parties = self.named(Direction::Destination, PartyKind::Organisation, &RECIPIENT);
        parties.extend(self.with_code(PartyKind::Plan, &PLAN, &PLAN_CODE));
        let sectors = self.named(Direction::Destination, PartyKind::GlobalCluster, &CLUSTERS);
        parties.extend(sectors.into_iter().map(|sector| {
            let code = sectors::code(&sector.name).map(str::to_owned);
            sector.coded(code)
        }));
        parties.extend(self.coded(Direction::Destination, PartyKind::Location, &PLACES));
        parties.extend(self.with_code(PartyKind::Project, &PROJECT, &PROJECT_CODE));
        parties.extend(self.named(Direction::Destination, PartyKind::Emergency, &EMERGENCY));
        parties.extend(self.usage_years(Direction::Destination, &USAGE_FROM, &USAGE_TO));
        parties
    }

    /// The names of a cell. Several share the sum.
    fn named(&mut self, direction: Direction, kind: PartyKind, column: &Column) -> Vec<Party> {
        let Some(text) = self.text(column) else { return Vec::new() };
        let names = split(&text);
        let behaviour = if names.len() > 1 { Behaviour::Shared } else { Behaviour::Single };
        names.into_iter().map(|name| Party { behaviour, ..Party::new(direction, kind, name) }).collect()
    }

    /// Codes that are also names, such as those of countries.
    fn coded(&mut self, direction: Direction, kind: PartyKind, column: &Column) -> Vec<Party> {
        let parties = self.named(direction, kind, column).into_iter();
        parties.map(|party| Party { code: Some(party.name.clone()), ..party }).collect()
    }

    /// A thing with a name in one column and a code in another; either may be missing.
    fn with_code(&mut self, kind: PartyKind, name: &Column, code: &Column) -> Option<Party> {
        let code = self.record.code(code, self.issues);
        let name = self.text(name).or_else(|| code.clone())?;
        Some(Party::new(Direction::Destination, kind, name).coded(code))
    }

    fn usage_years(&mut self, direction: Direction, from: &Column, to: &Column) -> Vec<Party> {
        let (from, to) = (self.year(from), self.year(to));
        let Some((first, last)) = from.or(to).zip(to.or(from)) else { return Vec::new() };
        (first..=last).map(|year| Party::new(direction, PartyKind::UsageYear, year.to_string())).collect()
    }
}

/// The names of a cell that holds several, joined by commas without a blank; a comma with a blank is part of a name ("Norway, Government of").
fn split(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(',') {
        if text[at + 1..].chars().next().is_some_and(|next| !next.is_whitespace()) {
            names.push(text[start..at].trim());
            start = at + 1;
        }
    }
    names.push(text[start..].trim());
    names.retain(|name| !name.is_empty());
    names
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
