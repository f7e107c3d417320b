//! `importSheet`: a foreign sheet into the reports that its rows are of, by the same checks and the same writing as everything else.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use futures::FutureExt;
use uuid::Uuid;

use super::{
    fields::{CellVerdict, RowOutcome, SheetField},
    grouping::{self, Fate, Group, Rows},
    guess::Guesser,
    input::ImportSheetInput,
    inspect::header_row,
    model::{Mapping, MappingProfileId},
    outcome::{FilledReport, RowCounts, SheetImported, ShownCell, ShownRow},
    people::is_known,
    places::Places,
    profiles,
    reading::Page,
    rejected,
    setting::{Asked, Setting},
    understanding::{Understood, Way},
};
use crate::{
    kit::{
        Call, Error, Result,
        db::Transaction,
        files::{self, FileId},
        scope::OrganisationId,
        sheet::{Issue, Issues, Severity, Workbook, column_letters},
        work::WorkStage,
    },
    monitoring::{
        batches::{self, Source},
        checks::{self, Field, Finding, MOST_SHEET_ROWS, Seen},
        comparing::{self, Rewriting, RowChangeKind},
        headings::Words,
        import::{Receipt, receipt, reported_elsewhere},
        input::ImportMode,
        model::{PeriodId, Report},
        saving::{self, Header},
        store,
    },
};

/// How long reading a sheet in may take, in seconds.
const IMPORT_SECONDS: u32 = 300;
/// The most reports that one sheet may fill.
const MOST_REPORTS: usize = 500;

/// A sheet that was sent.
struct SentSheet {
    file: FileId,
    workbook: Workbook,
    header_row: Option<u32>,
}

/// Reads a foreign sheet into reports.
pub(in crate::monitoring) async fn import(call: &Call, input: ImportSheetInput) -> Result<SheetImported> {
    let header_row = header_row(input.header_row)?;
    let _under_way = call.begin_work(&input);
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let sent = Arc::new(SentSheet { file: file.id, workbook, header_row });
    let reading = Arc::clone(&sent);
    let write = call.write("importSheet", input, move |transaction, input| {
        async move { take_over(transaction, input, &reading).await }.boxed()
    });
    let mut imported = write.await?;
    if let Some(rejected) = imported.rejected.take() {
        imported.rejected_file = rejected::keep(call, &file.name, rejected).await;
    }
    Ok(imported)
}

async fn take_over(transaction: &mut Transaction, input: ImportSheetInput, sent: &SentSheet) -> Result<SheetImported> {
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    let asked = Asked {
        plan: &input.plan_id,
        cluster: input.cluster_id.as_ref(),
        organisation: input.organisation_id.as_ref(),
        period: input.period_id.as_ref(),
    };
    let texts = &transaction.tools().texts;
    let mut setting = Setting::load(transaction.conn(), transaction.viewer(), texts, &asked).await?;
    let guesser_words = Words::load(texts);
    let vocabulary = setting.frame.vocabulary.clone();
    let guesser = Guesser::new(&guesser_words, &vocabulary);
    let understood = Understood::find(&sent.workbook, &guesser, (input.sheet.as_deref(), sent.header_row))?;
    refuse_too_many(understood.rows().len())?;
    let way = way(transaction, &setting, &understood, &input).await?;
    let places = places(transaction, &setting, &understood, &way.mapping).await?;
    transaction.at(WorkStage::Checking, 0, Some(understood.rows().len()))?;
    let mut rows = grouping::read(&understood.page(&setting, &way, &places), understood.rows(), &understood.sheet.name);
    note_columns(&understood, &way, &mut rows.issues);

    transaction.at(WorkStage::Comparing, 0, None)?;
    store::mark(transaction.conn()).await?;
    let mut entries: Vec<_> = rows.groups.values_mut().flat_map(|group| std::mem::take(&mut group.entries)).collect();
    saving::find_categories(transaction, setting.plan.operation_id, &mut setting.frame, &mut entries).await?;
    let mut entries = entries.into_iter();
    for group in rows.groups.values_mut() {
        group.entries = entries.by_ref().take(group.of.len()).collect();
    }
    let page = understood.page(&setting, &way, &places);
    let reports = prepare(transaction, &setting, &page, &mut rows, &understood.sheet.name).await?;
    let mode = input.mode.unwrap_or_default();
    let is_bad = |fate: &Fate| matches!(fate.outcome, RowOutcome::Refused | RowOutcome::NeedsChoice);
    let blocked = mode == ImportMode::All && rows.fates.iter().any(is_bad);
    let applied = !input.dry_run && !blocked && !reports.is_empty();
    let run = applied.then(|| transaction.new_uuid());
    let mut told = begun(&setting, &understood, &way, (run, &rows));
    told.receipt = sums(&reports)?;
    if !applied {
        store::back_to_mark(transaction.conn()).await?;
    }
    let refused = i32::try_from(rows.fates.iter().filter(|fate| is_bad(fate)).count()).unwrap_or(i32::MAX);
    told.reports = finish(transaction, &setting, sent.file, reports, (run, mode, refused)).await?;
    if let Some(name) = input.save_as.as_ref().filter(|_| !input.dry_run) {
        told.profile = Some(profiles::save(transaction, &setting, name, &way.mapping).await?);
    }
    preview(&page, &understood, &rows, &input, &mut told)?;
    count(&understood, &rows, &mut told);
    told.choices = rows.choices.listed();
    told.issues = rows.issues;
    Ok(told)
}

/// What is said of a sheet before its rows are counted.
fn begun(
    setting: &Setting,
    understood: &Understood<'_>,
    way: &Way,
    (run, rows): (Option<Uuid>, &Rows),
) -> SheetImported {
    SheetImported {
        applied: run.is_some(),
        plan: setting.plan.id,
        run,
        sheet: understood.sheet.name.clone(),
        profile: way.profile.as_ref().map(|profile| profile.id),
        rows: RowCounts::default(),
        cells: rows.cells,
        reports: Vec::new(),
        receipt: Receipt::default(),
        choices: Vec::new(),
        preview: Vec::new(),
        preview_ends: None,
        issues: Issues::default(),
        rejected: None,
        rejected_file: None,
        mapping: way.mapping.clone(),
    }
}

fn refuse_too_many(rows: usize) -> Result<()> {
    if rows <= MOST_SHEET_ROWS {
        return Ok(());
    }
    let message = format!(
        "the sheet has {rows} rows, and at most {MOST_SHEET_ROWS} are taken: split it by period or organisation"
    );
    Err(Error::invalid("fileId", "report-rows", message))
}

/// How the sheet is read: as the call says, else by the profile, else by the one that fits, else as it seems to be meant.
async fn way(
    transaction: &Transaction,
    setting: &Setting,
    understood: &Understood<'_>,
    input: &ImportSheetInput,
) -> Result<Way> {
    let all = profiles::usable(transaction.conn(), transaction.viewer(), setting).await?;
    if let Some(mapping) = &input.mapping {
        let mapping = mapping.clone().read()?;
        let vocabulary = &setting.frame.vocabulary;
        if let Some(at) = mapping.columns.iter().position(|column| !is_known(vocabulary, &column.category)) {
            let message = "the operation knows no such category; write it as sex=f;age_band=6-11";
            return Err(Error::invalid(format!("mapping.columns[{at}].category"), "mapping-category", message));
        }
        return Ok(Way { mapping, profile: None, guessed: false });
    }
    if let Some(id) = &input.profile_id {
        let id = MappingProfileId::parse(id, "profileId")?;
        let profile = all.into_iter().find(|profile| profile.id == id).ok_or_else(|| Error::not_found("profileId"))?;
        let mapping = serde_json::from_value(profile.mapping.clone()).map_err(Error::internal)?;
        return Ok(Way { mapping, profile: Some(profile), guessed: false });
    }
    Ok(match understood.fitting(&all) {
        Some((profile, mapping)) => Way { mapping, profile: Some(profile.clone()), guessed: false },
        None => Way { mapping: understood.guessed(), profile: None, guessed: true },
    })
}

/// The places that the sheet may name.
async fn places(
    transaction: &Transaction,
    setting: &Setting,
    understood: &Understood<'_>,
    mapping: &Mapping,
) -> Result<Places> {
    let conn = transaction.conn();
    let country = setting.operation.country_iso3.as_deref();
    let mut places = Places::load(conn, country, setting.first_day()).await?;
    if mapping.has(SheetField::Site) {
        places = places.with_sites(conn, setting.plan.operation_id).await?;
    }
    let (columns, _) = understood.read_by(mapping);
    let texts = understood.texts_of(&columns, SheetField::is_area);
    places.with_retired(conn, country, &texts).await
}

/// Columns that the mapping reads and the sheet does not have, and those that hold something and are not read.
fn note_columns(understood: &Understood<'_>, way: &Way, issues: &mut Issues) {
    let unread = understood.unread(way);
    if !unread.is_empty() {
        let reason = format!("these columns are not read: {}", unread.join(", "));
        let mend = "nothing to do if that is meant; else say in the mapping what they are";
        issues.push(Issue::warning("sheet-columns-not-read", reason, mend).in_sheet(&understood.sheet.name));
    }
    let (_, missing) = understood.read_by(&way.mapping);
    if !missing.is_empty() {
        let reason = format!("the sheet has no such columns: {}", missing.join(", "));
        let issue = Issue::warning(
            "sheet-columns-gone",
            reason,
            "nothing to do if that is meant; else choose the columns anew",
        );
        issues.push(issue.in_sheet(&understood.sheet.name));
    }
}

/// A report that rows go into, and what they do to it.
struct Filling {
    header: Header,
    report: Report,
    is_new: bool,
    rewriting: Rewriting,
    receipt: Receipt,
}

/// Checks the rows of each report, and compares them with what it says.
async fn prepare(
    transaction: &Transaction,
    setting: &Setting,
    page: &Page<'_>,
    rows: &mut Rows,
    sheet: &str,
) -> Result<Vec<Filling>> {
    if rows.groups.len() > MOST_REPORTS {
        let message =
            format!("the sheet fills {} reports, and at most {MOST_REPORTS} at once: split it", rows.groups.len());
        return Err(Error::invalid("fileId", "sheet-reports", message));
    }
    let periods: HashSet<PeriodId> = rows.groups.keys().map(|(period, _)| *period).collect();
    let members = setting.members_in(transaction.conn(), &periods).await?;
    let mut fillings = Vec::new();
    let groups = std::mem::take(&mut rows.groups);
    for (at, group) in groups {
        if let Some(filling) = fill(transaction, setting, page, rows, (at, group, &members), sheet).await? {
            fillings.push(filling);
        }
    }
    Ok(fillings)
}

type Members = HashMap<PeriodId, HashSet<OrganisationId>>;

async fn fill(
    transaction: &Transaction,
    setting: &Setting,
    page: &Page<'_>,
    rows: &mut Rows,
    (at, group, members): ((PeriodId, OrganisationId), Group, &Members),
    sheet: &str,
) -> Result<Option<Filling>> {
    let header = match setting.header(transaction.viewer(), members, at) {
        Ok(header) => header,
        Err(why) => {
            refuse_all(rows, &group, why, sheet);
            return Ok(None);
        }
    };
    let stored = header.stored(transaction.conn()).await?;
    let is_new = stored.is_none();
    let report = stored.unwrap_or_else(|| header.draft(transaction, transaction.new_id()));
    if let Some(why) = saving::locked(transaction, &header, &report) {
        refuse_all(rows, &group, &why, sheet);
        return Ok(None);
    }
    let mut findings = checks::check(&setting.frame, &group.entries, &mut Seen::default());
    findings.extend(reported_elsewhere(transaction, &header, &group.entries).await?);
    let bad = tell(page, rows, &group, findings, sheet);
    let good: Vec<usize> = (0..group.entries.len()).filter(|at| !bad.contains(at)).collect();
    let entries: Vec<_> = good.iter().map(|at| group.entries[*at].clone()).collect();
    if entries.is_empty() {
        return Ok(None);
    }
    let receipt = receipt(&setting.frame, &entries)?;
    let lines = saving::lines(&setting.frame, &entries)?;
    let (mut rewriting, kinds) = comparing::compare(transaction, report.id, lines, true).await?;
    rewriting.before.nil = report.nil;
    for (entry, kind) in good.iter().zip(kinds) {
        if kind == RowChangeKind::Unchanged {
            group.of[*entry].iter().for_each(|row| rows.fates[*row].outcome = RowOutcome::Same);
        }
    }
    Ok(Some(Filling { header, report, is_new, rewriting, receipt }))
}

/// No row of a report can be taken.
fn refuse_all(rows: &mut Rows, group: &Group, why: &str, sheet: &str) {
    for row in group.of.iter().flatten() {
        let fate = &mut rows.fates[*row];
        fate.outcome = RowOutcome::Refused;
        fate.notes.push(why.to_owned());
        let issue = Issue::error("sheet-row-refused", why, "send the row to where it belongs").in_sheet(sheet);
        rows.issues.push(issue.on_row(fate.number));
    }
}

/// Says what the checks found, at the cells that it is about. Gives the entries that cannot be taken.
fn tell(page: &Page<'_>, rows: &mut Rows, group: &Group, findings: Vec<Finding>, sheet: &str) -> HashSet<usize> {
    let mut bad = HashSet::new();
    for Finding { row, field, issue } in findings {
        let is_error = issue.severity == Severity::Error;
        if is_error {
            bad.insert(row);
        }
        let column = column_of(page, &field);
        for place in &group.of[row] {
            let fate = &mut rows.fates[*place];
            fate.notes.push(format!("{}; {}", issue.reason, issue.mend));
            if is_error {
                fate.outcome = RowOutcome::Refused;
                fate.worst = CellVerdict::Refused;
            }
        }
        let number = group.entries[row].number;
        let mut issue = issue.in_sheet(sheet).on_row(number);
        issue.column = column.map(|column| column.heading.clone());
        issue.cell = column.map(|column| format!("{}{number}", column_letters(column.at)));
        rows.issues.push(issue);
    }
    bad
}

/// The column that a finding is shown at.
fn column_of<'p>(page: &'p Page<'_>, field: &Field) -> Option<&'p super::reading::ReadColumn> {
    let of = |field: SheetField| page.columns_of(field).next();
    match field {
        Field::Activity => of(SheetField::Activity),
        Field::Indicator => of(SheetField::Indicator).or_else(|| of(SheetField::Activity)),
        Field::Area => of(SheetField::Adm1).or_else(|| of(SheetField::Adm2)).or_else(|| of(SheetField::Area)),
        Field::Site => of(SheetField::Site),
        Field::PopulationGroup => of(SheetField::PopulationGroup),
        Field::Status => of(SheetField::Status),
        Field::Nil => of(SheetField::Nil),
        Field::Units => of(SheetField::Units),
        Field::Amount => of(SheetField::Amount),
        Field::Currency => of(SheetField::Currency),
        Field::Remarks => of(SheetField::Remarks),
        Field::Project => of(SheetField::Project),
        Field::Cell(at) | Field::Value(at) => page.columns.iter().find(|column| column.at == *at),
    }
}

/// What the rows that are taken come to.
fn sums(fillings: &[Filling]) -> Result<Receipt> {
    let mut all = Receipt::default();
    for filling in fillings {
        all = all.plus(&filling.receipt)?;
    }
    Ok(all)
}

/// Writes what is to be written, and says which reports there are.
async fn finish(
    transaction: &Transaction,
    setting: &Setting,
    file: FileId,
    fillings: Vec<Filling>,
    (run, mode, refused): (Option<Uuid>, ImportMode, i32),
) -> Result<Vec<FilledReport>> {
    let mut told = Vec::new();
    let mut written: Vec<Report> = Vec::new();
    for filling in fillings {
        let Filling { header, report, is_new, rewriting, receipt } = filling;
        let changes = rewriting.changes;
        let mut kept = Some(report.id).filter(|_| !is_new);
        if run.is_some() && (changes.any() || is_new) {
            if is_new && !store::insert_report(transaction.conn(), &report).await? {
                return Err(Error::conflict(
                    "report-begun",
                    "someone began one of the reports at this moment; send the file again",
                ));
            }
            let after = saving::write(transaction, &report, false, is_new, &rewriting).await?;
            let source = Source { file: Some(file), workbook: None, run, mode, refused };
            batches::remember(transaction, source, &after, &rewriting, receipt).await?;
            kept = Some(after.id);
            written.push(after);
        }
        told.push(FilledReport {
            period: header.period.id,
            cluster: setting.cluster,
            organisation: header.organisation,
            report: kept,
            changes,
        });
    }
    batches::assign(transaction, file, &written).await?;
    Ok(told)
}

/// The rows that are shown, read once more with all that is said of them.
fn preview(
    page: &Page<'_>,
    understood: &Understood<'_>,
    rows: &Rows,
    input: &ImportSheetInput,
    told: &mut SheetImported,
) -> Result<()> {
    let most = input.preview_rows.unwrap_or(20);
    let most = usize::try_from(most).ok().filter(|most| *most <= 100);
    let most = most.ok_or_else(|| Error::invalid("previewRows", "preview-rows", "show 0 to 100 rows"))?;
    let after = input.preview_after.and_then(|row| u32::try_from(row).ok()).unwrap_or(0);
    let is_wanted = |fate: &Fate| input.preview_of.as_ref().is_none_or(|wanted| wanted.contains(&fate.worst));
    let shown = rows.fates.iter().zip(understood.rows());
    let mut shown =
        shown.filter(|(fate, _)| fate.number > after && fate.outcome != RowOutcome::Empty && is_wanted(fate));
    let pair = |entry: &super::lists::Entry| (entry.code.clone(), entry.label.clone());
    for (fate, row) in shown.by_ref().take(most) {
        let cells = page.read(row).cells.into_iter().map(|cell| ShownCell {
            cell: cell.at.map(|at| format!("{}{}", column_letters(at), row.number)),
            field: cell.field,
            verdict: cell.verdict,
            text: cell.text,
            meaning: cell.meaning,
            why: cell.why,
            options: cell.options.iter().map(pair).collect(),
        });
        told.preview.push(ShownRow {
            number: row.number,
            outcome: fate.outcome,
            cells: cells.collect(),
            notes: fate.notes.clone(),
        });
    }
    if shown.next().is_some() {
        told.preview_ends = told.preview.last().map(|row| row.number).or(Some(after));
    }
    Ok(())
}

/// Accounts for every row of the sheet, down to the last that holds anything.
fn count(understood: &Understood<'_>, rows: &Rows, told: &mut SheetImported) {
    let number = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
    let all = &understood.sheet.rows;
    let last = all.last().map_or(0, |row| row.number);
    told.rows.add(RowOutcome::Heading, number(understood.layout.first));
    told.rows.add(RowOutcome::Empty, i32::try_from(last).unwrap_or(i32::MAX) - number(all.len()));
    let mut rejected: Vec<(u32, String)> = Vec::new();
    for fate in &rows.fates {
        told.rows.add(fate.outcome, 1);
        if matches!(fate.outcome, RowOutcome::Refused | RowOutcome::NeedsChoice) {
            rejected.push((fate.number, fate.notes.join("\n")));
        }
    }
    told.rejected =
        Some(rejected).filter(|rejected| !rejected.is_empty()).map(|rejected| rejected::sheet(understood, &rejected));
}
