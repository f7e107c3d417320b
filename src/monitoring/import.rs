//! `importReport`: a partner's sheet into its report. Every error at once, beside its cell; with one, nothing is written.

use std::{collections::HashSet, sync::Arc};

use futures::FutureExt;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    batches::{self, Source},
    checks::{self, Entry, Field, Finding, Frame, MOST_SHEET_ROWS, Seen},
    columns::{self, BESIDE, KEYS},
    comparing::{Changes, Comparison, Rewriting},
    differences::{self, Noted, RowChanges},
    headings::Words,
    input::{ImportMode, ImportReportInput},
    made::Made,
    marking::{self, Checked},
    model::Report,
    packed::BLOCK,
    reading::{Codes, Known, Reading},
    saving::{self, Header, HeaderIds},
    store::{
        self,
        imports::{self, Deed},
    },
};
use crate::kit::{
    Call, Error, Result,
    db::Transaction,
    files::{self, FileId},
    scope::Scoped,
    sheet::{
        Column, Issue, Issues, Record, Severity, Sheet, Table, Wanted, Workbook, column_letters, warn_personal_columns,
    },
    work::WorkStage,
};

/// How long reading a report in may take, in seconds.
const IMPORT_SECONDS: u32 = 60;

/// After how many rows it is said how far the work is.
const ROWS_BETWEEN: usize = 500;

/// What reading a sheet did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Imported {
    /// False: there are errors or it was a dry run, and nothing was written.
    pub(super) applied: bool,
    pub(super) report: Option<Report>,
    pub(super) changes: Changes,
    /// Row by row, of a dry run.
    pub(super) rows: RowChanges,
    pub(super) receipt: Receipt,
    /// Rows that something is wrong with.
    pub(super) refused: i32,
    pub(super) issues: Issues,
    /// The sheet with the issues beside its cells.
    #[serde(skip)]
    pub(super) checked: Option<Checked>,
}

/// What was in the sheet, to compare with one's own sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Receipt {
    pub(super) rows: i32,
    pub(super) new_people: Decimal,
    pub(super) repeat_people: Decimal,
    pub(super) amount: Decimal,
}

impl Receipt {
    /// Both together.
    pub(super) fn plus(&self, other: &Self) -> Result<Self> {
        let add = |one: Decimal, more: Decimal| one.checked_add(more).ok_or_else(too_large);
        Ok(Self {
            rows: self.rows + other.rows,
            new_people: add(self.new_people, other.new_people)?,
            repeat_people: add(self.repeat_people, other.repeat_people)?,
            amount: add(self.amount, other.amount)?,
        })
    }
}

fn too_large() -> Error {
    Error::invalid("fileId", "report-sums", "the sheet's sums are too large; check its numbers")
}

/// A sheet that was sent, and how to understand it.
pub(super) struct Sent {
    pub(super) file: FileId,
    pub(super) workbook: Workbook,
    /// What the workbook says of itself, where it was made for a report.
    pub(super) made: Option<Made>,
    pub(super) words: Words,
}

impl Sent {
    /// What is looked for in a sheet.
    pub(super) fn find<'s>(&self, sheet: &'s Sheet, issues: &mut Issues) -> Option<Table<'s>> {
        let columns = columns::all();
        let wanted = Wanted { columns: &columns, beside: BESIDE, names: &self.words.headings };
        Table::find_wanted(sheet, &wanted, issues)
    }

    /// The place of the sheet that holds the rows: the one that the workbook was made with; else, of those in sight that hold anything, the one
    /// with the most tags and headings.
    pub(super) fn sheet(&self) -> Result<usize> {
        let is_own =
            |sheet: &Sheet| self.made.as_ref().is_some_and(|made| made.page == sheet.name) && !sheet.rows.is_empty();
        if let Some(place) = self.workbook.sheets.iter().position(is_own) {
            return Ok(place);
        }
        let columns = columns::all();
        let wanted = Wanted { columns: &columns, beside: &[], names: &self.words.headings };
        let sheets =
            self.workbook.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden && !sheet.rows.is_empty());
        // Of equals the first is taken, therefore backwards.
        let best = sheets.rev().max_by_key(|(_, sheet)| wanted.found_in(sheet)).map(|(place, _)| place);
        match best {
            Some(place) => Ok(place),
            None => files::first_sheet(&self.workbook, "fileId").map(|_| 0),
        }
    }
}

/// Reads a sheet into the report of an organisation: rows are told by their row key, and those not in the sheet stay unless it replaces them.
pub(super) async fn import(call: &Call, input: ImportReportInput) -> Result<Imported> {
    let _under_way = call.begin_work(&input);
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let made = Made::read(&workbook);
    let sent = Arc::new(Sent { file: file.id, workbook, made, words: Words::load(&call.tools.texts) });
    let reading = Arc::clone(&sent);
    let mut imported = call
        .write("importReport", input, move |transaction, input| {
            async move { take_over(transaction, &input, &reading).await }.boxed()
        })
        .await?;
    if imported.issues.has_errors() || imported.issues.warnings() > 0 {
        imported.checked = marking::mark(call, file, &sent, &imported.issues).await;
    }
    Ok(imported)
}

async fn take_over(transaction: &mut Transaction, input: &ImportReportInput, sent: &Sent) -> Result<Imported> {
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    let made = sent.made.as_ref();
    let header = header(transaction, input, made).await?;
    let stored = header.stored(transaction.conn()).await?;
    let report = stored.clone().unwrap_or_else(|| header.draft(transaction, transaction.new_id()));
    if let Some(reason) = saving::locked(transaction, &header, &report) {
        return Err(Error::conflict("report-locked", reason).at("periodId"));
    }
    check_base(transaction, input, stored.as_ref())?;
    if let Some(issue) = made.and_then(|made| made.mismatch(&header)) {
        let mut issues = Issues::default();
        issues.push(issue);
        return Ok(Imported { issues, ..Imported::default() });
    }
    let mode = mode(input)?;
    store::mark(transaction.conn()).await?;
    let comparison = Comparison::begin(transaction, report.id, !input.replace).await?;
    let read = read(transaction, &header, sent, stored.as_ref(), (comparison, input.dry_run)).await?;
    let Read { comparison, noted, receipt, mut issues, refused, whole } = read;
    if issues.has_errors() && (mode == ImportMode::All || !whole || receipt.rows == 0) {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(Imported { issues, refused, ..Imported::default() });
    }
    transaction.at(WorkStage::Comparing, 0, None)?;
    let rewriting = comparison.end(transaction).await?;
    if input.dry_run {
        let rows = differences::row_by_row(transaction, &header, noted, &rewriting).await?;
        if let Some(issue) = conflict(transaction, input, sent, &report, &rewriting).await? {
            issues.push(issue);
        }
        store::back_to_mark(transaction.conn()).await?;
        let changes = rewriting.changes;
        return Ok(Imported { report: stored, changes, rows, receipt, issues, refused, ..Imported::default() });
    }
    let (report, changes) = write(transaction, input, sent, (stored, report), rewriting, (receipt, refused)).await?;
    Ok(Imported { applied: true, report: Some(report), changes, receipt, issues, refused, ..Imported::default() })
}

/// Refuses what is based on another version than the stored one.
fn check_base(transaction: &Transaction, input: &ImportReportInput, stored: Option<&Report>) -> Result<()> {
    let Some(base) = input.base_version else { return Ok(()) };
    if base == 0 && stored.is_some_and(Report::is_as_opened) {
        return Ok(());
    }
    transaction.check_version(stored.map_or(0, |report| report.version), base)
}

/// What becomes of the good rows where others are wrong.
fn mode(input: &ImportReportInput) -> Result<ImportMode> {
    let mode = input.mode.unwrap_or_default();
    if input.replace && mode == ImportMode::GoodRows {
        let message =
            "a sheet that replaces the report must be good as a whole: send it with mode ALL, or without replace";
        return Err(Error::invalid("mode", "report-mode", message));
    }
    Ok(mode)
}

/// Writes the rows, and remembers what stood there and where they came from.
async fn write(
    transaction: &Transaction,
    input: &ImportReportInput,
    sent: &Sent,
    (stored, report): (Option<Report>, Report),
    mut rewriting: Rewriting,
    (receipt, refused): (Receipt, i32),
) -> Result<(Report, Changes)> {
    let begun = stored.is_some() || store::insert_report(transaction.conn(), &report).await?;
    if !begun {
        return Err(Error::conflict("report-begun", "someone began this report at this moment; send the file again"));
    }
    if let Some(issue) = conflict(transaction, input, sent, &report, &rewriting).await? {
        let message = format!("{}; {}", issue.reason, issue.mend);
        return Err(Error::conflict("report-changed-since", message).at("baseVersion"));
    }
    // Rows came in, so that it is no nil report any more.
    let nil = report.nil && receipt.rows == 0;
    rewriting.before.nil = report.nil;
    let report = saving::write(transaction, &report, nil, stored.is_none(), &rewriting).await?;
    let source = Source {
        file: Some(sent.file),
        workbook: sent.made.as_ref().map(|made| made.workbook),
        run: None,
        mode: input.mode.unwrap_or_default(),
        refused,
    };
    batches::remember(transaction, source, &report, &rewriting, receipt).await?;
    files::assign(transaction, sent.file, &report.scope()).await?;
    Ok((report, rewriting.changes))
}

/// What the sheet is of: as the call says, else as the workbook says itself.
async fn header(transaction: &Transaction, input: &ImportReportInput, made: Option<&Made>) -> Result<Header> {
    let said = |id: &Option<juniper::ID>, by_workbook: Option<&String>, field: &'static str| {
        let id = id.clone().or_else(|| by_workbook.map(|id| juniper::ID::new(id.clone())));
        let message = "say what the sheet is of, or send a workbook that was made for the report";
        id.ok_or_else(|| Error::invalid(field, "report-unsaid", message))
    };
    let organisation = made.and_then(|made| made.organisation.as_ref());
    let ids = HeaderIds {
        plan: &said(&input.plan_id, made.map(|made| &made.plan), "planId")?,
        period: &said(&input.period_id, made.and_then(|made| made.period.as_ref()), "periodId")?,
        cluster: &said(&input.cluster_id, made.and_then(|made| made.cluster.as_ref()), "clusterId")?,
        organisation: &said(&input.organisation_id, organisation, "organisationId")?,
    };
    Header::load(transaction, &ids).await
}

/// What is to be said where a workbook would change a report that others changed since the workbook was made or last read in. Who names a
/// version knows what they write over.
async fn conflict(
    transaction: &Transaction,
    input: &ImportReportInput,
    sent: &Sent,
    report: &Report,
    rewriting: &Rewriting,
) -> Result<Option<Issue>> {
    let Some(made) = sent.made.as_ref().filter(|_| input.base_version.is_none() && rewriting.changes.any()) else {
        return Ok(None);
    };
    let Some(base) = made.content.as_ref() else { return Ok(None) };
    let (now, _) = &rewriting.contents;
    if base == now || store::content_left_by(transaction.conn(), report.id, made.workbook).await?.as_ref() == Some(now)
    {
        return Ok(None);
    }
    let reason = format!(
        "the report was changed after this workbook was made (it was version {} then and is version {} now, of {} UTC)",
        made.version,
        report.version,
        report.updated_at.format("%Y-%m-%d %H:%M")
    );
    let mend = format!(
        "download the workbook anew and enter your changes there, or send this one with baseVersion {} to write it over what is there",
        report.version
    );
    Ok(Some(Issue::warning("report-changed-since", reason, mend)))
}

/// Sums of the sheet: of a row that gives a total and parts, the larger counts.
pub(super) fn receipt(frame: &Frame, entries: &[Entry]) -> Result<Receipt> {
    let mut receipt = Receipt::default();
    let add = |sum: Decimal, more: Decimal| sum.checked_add(more).ok_or_else(too_large);
    for entry in entries {
        receipt.rows += 1;
        receipt.new_people = add(receipt.new_people, checks::row_sum(frame, entry, |figures| figures.new_people))?;
        receipt.repeat_people =
            add(receipt.repeat_people, checks::row_sum(frame, entry, |figures| figures.repeat_people))?;
        receipt.amount = add(receipt.amount, entry.amount.unwrap_or_default())?;
    }
    Ok(receipt)
}

/// What was read of a sheet.
struct Read {
    /// The rows that nothing is wrong with, beside those of the report.
    comparison: Comparison,
    /// What they do, of a dry run.
    noted: Noted,
    receipt: Receipt,
    issues: Issues,
    /// How many rows there are beside those.
    refused: i32,
    /// Whether only rows are wrong, and not the sheet itself.
    whole: bool,
}

/// Reads the rows of a sheet with everything that is wrong, some at a time: only what is to be written of them stays.
async fn read(
    transaction: &mut Transaction,
    header: &Header,
    sent: &Sent,
    stored: Option<&Report>,
    (comparison, dry_run): (Comparison, bool),
) -> Result<Read> {
    let mut read = Read {
        comparison,
        noted: Noted::default(),
        receipt: Receipt::default(),
        issues: Issues::default(),
        refused: 0,
        whole: false,
    };
    let place = sent.sheet()?;
    let Some(table) = sent.find(&sent.workbook.sheets[place], &mut read.issues) else { return Ok(read) };
    warn_personal_columns(&table, &mut read.issues);
    warn_of_formulas(&sent.workbook, place, &mut read.issues);
    let records = touched(&table, sent, &mut read.issues);
    if records.len() > MOST_SHEET_ROWS {
        let reason = format!("the sheet has {} rows, and at most {MOST_SHEET_ROWS} are taken", records.len());
        read.issues.push(Issue::error("report-rows", reason, "split the sheet by period or organisation"));
        return Ok(read);
    }
    read.whole = !read.issues.has_errors();
    let frame = header.frame(transaction.conn()).await?;
    let known = Known::load(transaction, header, &records, stored.map(|report| report.id)).await?;
    let codes = Codes::of(&frame);
    let mut checking = Checking { header, words: &sent.words, frame, known, codes, seen: Seen::default() };
    for (at, block) in records.chunks(BLOCK).enumerate() {
        let (done, all) = (at * BLOCK, records.len());
        let good = checking.entries(transaction, block, (done, all), &mut read).await?;
        read.receipt = read.receipt.plus(&receipt(&checking.frame, &good)?)?;
        let lines = saving::lines(&checking.frame, &good)?;
        let told = if dry_run { lines.clone() } else { Vec::new() };
        let kinds = read.comparison.take(transaction, lines)?;
        for ((kind, entry), line) in kinds.into_iter().zip(&good).zip(told) {
            read.noted.note(kind, entry.number, line);
        }
    }
    Ok(read)
}

/// The rows of a sheet; of a workbook that was made for a report only those in which something was entered.
fn touched<'t>(table: &'t Table<'_>, sent: &Sent, issues: &mut Issues) -> Vec<Record<'t>> {
    let mut records: Vec<Record<'_>> = table.rows().collect();
    if sent.made.is_some() {
        let further = further_columns();
        records.retain(|record| {
            let untouched = further.iter().all(|column| record.is_null(column));
            if untouched {
                let mend = "enter figures, or write yes where nothing was done; to leave it out, do nothing";
                let issue = Issue::warning("report-row-untouched", "the row is not filled in and not taken over", mend);
                issues.push(record.issue(&columns::STATUS, issue));
            }
            !untouched
        });
    }
    records
}

/// What the rows of a sheet are read and checked by.
struct Checking<'a> {
    header: &'a Header,
    words: &'a Words,
    frame: Frame,
    known: Known,
    codes: Codes,
    seen: Seen,
}

impl Checking<'_> {
    /// The entries of some rows that nothing is wrong with; what is wrong with the others is told. `done` of `all` rows were read before.
    async fn entries(
        &mut self,
        transaction: &mut Transaction,
        records: &[Record<'_>],
        (done, all): (usize, usize),
        read: &mut Read,
    ) -> Result<Vec<Entry>> {
        let Self { header, words, frame, known, codes, seen } = self;
        let issues = &mut read.issues;
        let mut entries = Vec::with_capacity(records.len());
        let mut bad: HashSet<usize> = HashSet::new();
        for (at, record) in records.iter().enumerate() {
            if at % ROWS_BETWEEN == 0 {
                transaction.at(WorkStage::Checking, done + at, Some(all))?;
            }
            let before = issues.errors();
            let organisation = header.organisation;
            entries.push(Reading { record, frame, codes, known, words, organisation, issues, whole: true }.entry());
            if issues.errors() > before {
                bad.insert(at);
            }
        }
        saving::find_categories(transaction, header.plan.operation_id, frame, &mut entries).await?;
        let mut findings = checks::check(frame, &entries, seen);
        findings.extend(reported_elsewhere(transaction, header, &entries).await?);
        for Finding { row, field, issue } in findings {
            if issue.severity == Severity::Error {
                bad.insert(row);
            }
            issues.push(records[row].issue(&columns::of(&field), issue));
        }
        read.refused = read.refused.saturating_add(i32::try_from(bad.len()).unwrap_or(i32::MAX));
        Ok(entries.into_iter().enumerate().filter(|(at, _)| !bad.contains(at)).map(|(_, entry)| entry).collect())
    }
}

/// Rows that another organisation reports, too: the same activity in the same place for the same group in this period. Who that is is told to nobody.
pub(super) async fn reported_elsewhere(
    transaction: &Transaction,
    header: &Header,
    entries: &[Entry],
) -> Result<Vec<Finding>> {
    let deeds = entries.iter().map(|entry| entry.facts().filter(|facts| !facts.nil).as_ref().map(imports::deed));
    let deeds: Vec<Option<Deed>> = deeds.collect();
    let asked: HashSet<Deed> = deeds.iter().flatten().cloned().collect();
    let at = (header.plan.id, header.period.id);
    let found = imports::reported_by_others(transaction.conn(), at, header.organisation, &asked).await?;
    let is_found = |(_, deed): &(usize, Option<Deed>)| deed.as_ref().is_some_and(|deed| found.contains(deed));
    let told = deeds.into_iter().enumerate().filter(is_found).map(|(row, _)| {
        let reason =
            "another organisation reports the same activity in the same place for the same group in this period";
        let mend =
            "talk to the cluster: people served by both are counted once, unless different caseloads are declared";
        Finding { row, field: Field::Activity, issue: Issue::warning("report-also-by-another", reason, mend) }
    });
    Ok(told.collect())
}

/// The columns that say more than what a row would be about. The rows that a workbook is made with have nothing in them.
fn further_columns() -> Vec<Column> {
    let is_key = |column: &Column| KEYS.iter().any(|key| key.name == column.name);
    columns::all().into_iter().filter(|column| !is_key(column)).collect()
}

/// Formulas are never run here: what counts is the value that the sender's program last showed.
fn warn_of_formulas(workbook: &Workbook, place: usize, issues: &mut Issues) {
    let Some(formulas) = workbook.formulas.iter().find(|formulas| formulas.sheet == place) else { return };
    let cells: Vec<String> =
        formulas.first.iter().map(|(row, column)| format!("{}{row}", column_letters(*column))).collect();
    let more = if formulas.count > u64::try_from(cells.len()).unwrap_or(u64::MAX) { " ..." } else { "" };
    let cells = cells.join(", ");
    let reason = match formulas.count {
        1 => format!("1 cell holds a formula, and its last value is taken: {cells}"),
        count => format!("{count} cells hold formulas, and their last values are taken: {cells}{more}"),
    };
    let issue = Issue::warning("sheet-formulas", reason, "nothing to do if the values shown are right");
    issues.push(issue.in_sheet(&workbook.sheets[place].name));
}
