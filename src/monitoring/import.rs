//! `importReport`: a partner's sheet into its report. Every error at once, beside its cell; with one, nothing is written.

use std::collections::{HashMap, HashSet};

use futures::FutureExt;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    checks::{self, Cell, Entry, Finding, Frame, MOST_ROWS},
    columns::{self, PEOPLE},
    input::ImportReportInput,
    model::{Figures, Report, RowStatus},
    saving::{self, Changes, Header, HeaderIds},
    store,
};
use crate::{
    kit::{
        Call, Error, Result,
        db::Transaction,
        files::{self, FileId},
        scope::Scoped,
        sheet::{Column, Issue, Issues, Record, Table, Workbook, warn_personal_columns},
    },
    places::{self, AdminArea, AdminAreaId, Site, SiteId},
    plans::{ActivityId, IndicatorId, Modality},
};

/// How long reading a report in may take, in seconds.
const IMPORT_SECONDS: u32 = 60;

/// What reading a sheet did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Imported {
    /// False: there are errors or it was a dry run, and nothing was written.
    pub(super) applied: bool,
    pub(super) report: Option<Report>,
    pub(super) changes: Changes,
    pub(super) receipt: Receipt,
    pub(super) issues: Issues,
}

/// What was in the sheet, to compare with one's own sums.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Receipt {
    pub(super) rows: i32,
    pub(super) new_people: Decimal,
    pub(super) repeat_people: Decimal,
    pub(super) amount: Decimal,
}

/// Reads a sheet into the report of an organisation: rows are told by their row key, those not in the sheet stay.
pub(super) async fn import(call: &Call, input: ImportReportInput) -> Result<Imported> {
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    call.write("importReport", input, move |transaction, input| {
        async move { take_over(transaction, &input, file.id, &workbook).await }.boxed()
    })
    .await
}

async fn take_over(
    transaction: &mut Transaction,
    input: &ImportReportInput,
    file: FileId,
    workbook: &Workbook,
) -> Result<Imported> {
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    let ids = HeaderIds {
        plan: &input.plan_id,
        period: &input.period_id,
        cluster: &input.cluster_id,
        organisation: &input.organisation_id,
    };
    let header = Header::load(transaction, &ids).await?;
    let stored = header.stored(transaction.conn()).await?;
    let report = stored.clone().unwrap_or_else(|| header.draft(transaction, transaction.new_id()));
    if let Some(reason) = saving::locked(transaction, &header, &report) {
        return Err(Error::conflict("report-locked", reason).at("periodId"));
    }
    store::mark(transaction.conn()).await?;
    let (frame, entries, issues) = read(transaction, &header, workbook).await?;
    if issues.has_errors() {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(Imported { issues, ..Imported::default() });
    }
    let receipt = receipt(&frame, &entries)?;
    if !input.dry_run && stored.is_none() && !store::insert_report(transaction.conn(), &report).await? {
        return Err(Error::conflict("report-begun", "someone began this report at this moment; send the file again"));
    }
    let rewriting = saving::compare(transaction, report.id, saving::lines(&frame, &entries)?, true).await?;
    let changes = rewriting.changes;
    if input.dry_run {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(Imported { applied: false, report: stored, changes, receipt, issues });
    }
    // Rows came in, so that it is no nil report any more.
    let nil = report.nil && receipt.rows == 0;
    let report = saving::write(transaction, &report, nil, stored.is_none(), &rewriting).await?;
    let batch = store::ImportBatch {
        id: transaction.new_uuid(),
        operation_id: report.operation_id,
        report_id: Some(report.id),
        file_id: file.uuid(),
        rows_total: receipt.rows,
        rows_added: changes.added,
        rows_changed: changes.changed,
        rows_unchanged: changes.unchanged,
        created_at: transaction.now(),
    };
    store::insert_import_batch(transaction.conn(), &batch).await?;
    files::assign(transaction, file, &report.scope()).await?;
    Ok(Imported { applied: true, report: Some(report), changes, receipt, issues })
}

/// Sums of the sheet: of a row that gives a total and parts, the larger counts.
fn receipt(frame: &Frame, entries: &[Entry]) -> Result<Receipt> {
    let too_large = || Error::invalid("fileId", "report-sums", "the sheet's sums are too large; check its numbers");
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

/// The rows of a sheet as entries, with everything that is wrong.
async fn read(
    transaction: &mut Transaction,
    header: &Header,
    workbook: &Workbook,
) -> Result<(Frame, Vec<Entry>, Issues)> {
    let mut issues = Issues::default();
    let mut frame = header.frame(transaction.conn()).await?;
    let sheet = files::first_sheet(workbook, "fileId")?;
    let Some(table) = Table::find(sheet, &columns::all(), &mut issues) else { return Ok((frame, Vec::new(), issues)) };
    warn_personal_columns(&table, &mut issues);
    let records: Vec<Record<'_>> = table.rows().collect();
    if records.len() > MOST_ROWS {
        let reason = format!("the sheet has {} rows, and a report at most {MOST_ROWS}", records.len());
        issues.push(Issue::error("report-rows", reason, "split the sheet by period or organisation"));
        return Ok((frame, Vec::new(), issues));
    }
    let known = Known::load(transaction, header, &records).await?;
    let codes = Codes::of(&frame);
    let mut entries = Vec::new();
    for record in &records {
        let (frame, codes, known) = (&frame, &codes, &known);
        entries.push(Reading { record, frame, codes, known, issues: &mut issues, whole: true }.entry());
    }
    saving::find_categories(transaction, header, &mut frame, &mut entries).await?;
    for Finding { row, field, issue } in checks::check(&frame, &entries) {
        issues.push(records[row].issue(&columns::of(&field), issue));
    }
    Ok((frame, entries, issues))
}

/// Codes of the plan, without capitals.
struct Codes {
    activities: HashMap<String, ActivityId>,
    indicators: HashMap<String, IndicatorId>,
}

impl Codes {
    fn of(frame: &Frame) -> Self {
        let activities = frame.activities.values().map(|activity| (activity.ref_code.to_lowercase(), activity.id));
        let indicators = frame.indicators.values().map(|indicator| (indicator.ref_code.to_lowercase(), indicator.id));
        Self { activities: activities.collect(), indicators: indicators.collect() }
    }
}

/// The places that a sheet names, loaded at once.
struct Known {
    areas: HashMap<String, AdminArea>,
    sites: HashMap<String, Site>,
    ancestors: HashSet<(AdminAreaId, AdminAreaId)>,
}

impl Known {
    async fn load(transaction: &Transaction, header: &Header, records: &[Record<'_>]) -> Result<Self> {
        let conn = transaction.conn();
        let texts = |columns: &[Column]| -> Vec<String> {
            // What cannot be read as a code is told when its row is read.
            let mut silent = Issues::keeping(0);
            let cells = records.iter().flat_map(|record| columns.iter().map(move |column| (record, column)));
            cells.filter_map(|(record, column)| record.code(column, &mut silent)).collect()
        };
        let areas = match &header.operation.country_iso3 {
            Some(country) => {
                places::areas_by_pcode(conn, country, &texts(&[columns::ADM1, columns::ADM2, columns::ADM3])).await?
            }
            None => HashMap::new(),
        };
        let sites = places::sites_by_code(conn, header.plan.operation_id, &texts(&[columns::SITE])).await?;
        let named: Vec<AdminAreaId> =
            areas.values().map(|area| area.id).chain(sites.values().map(|site| site.area_id)).collect();
        Ok(Self { ancestors: store::ancestors(conn, &named).await?, areas, sites })
    }
}

/// One row of the sheet on its way to an entry.
struct Reading<'a> {
    record: &'a Record<'a>,
    frame: &'a Frame,
    codes: &'a Codes,
    known: &'a Known,
    issues: &'a mut Issues,
    /// Whether everything so far could be read.
    whole: bool,
}

impl<'a> Reading<'a> {
    fn refuse<T>(&mut self, column: &Column, key: &'static str, what: &str, mend: &str) -> Option<T> {
        self.issues.push(self.record.issue(column, Issue::error(key, what, mend)));
        None
    }

    /// What stands in a cell. Where it cannot be read that is told, and something stands in for it, so that the checks know that the cell is not empty.
    fn cell<T>(
        &mut self,
        column: &Column,
        read: impl Fn(&Record<'a>, &Column, &mut Issues) -> Option<T>,
        stand_in: T,
    ) -> Option<T> {
        let before = self.issues.errors();
        let value = read(self.record, column, self.issues);
        if self.issues.errors() == before {
            return value;
        }
        self.whole = false;
        Some(stand_in)
    }

    fn number(&mut self, column: &Column) -> Option<Decimal> {
        self.cell(column, Record::decimal, Decimal::ZERO)
    }

    fn people(&mut self, column: &Column) -> Option<Decimal> {
        self.cell(column, Record::count, 0).map(Decimal::from)
    }

    /// Reads every cell and gives nothing up, so that one look shows all errors of the row.
    fn entry(mut self) -> Entry {
        let (activity, indicator) = (self.activity(), self.indicator());
        let (modality, status) = (self.modality(), self.status());
        let (place, population_group) = (self.place(), self.population_group());
        let cells = self.cells();
        let units = self.number(&columns::UNITS);
        let amount = self.cell(&columns::AMOUNT, Record::money, Decimal::ZERO);
        let currency = self.cell(&columns::CURRENCY, Record::text, "XXX".to_owned()).map(|code| code.to_uppercase());
        let nil = self.cell(&columns::NIL, Record::boolean, false).unwrap_or(false);
        let remarks = self.cell(&columns::REMARKS, Record::text, String::new());
        Entry {
            number: self.record.number(),
            activity,
            indicator,
            place,
            population_group,
            modality,
            status,
            nil,
            units,
            amount,
            currency,
            remarks,
            cells,
            whole: self.whole,
        }
    }

    fn activity(&mut self) -> Option<ActivityId> {
        self.record.require(&columns::ACTIVITY, self.issues);
        let code = self.record.code(&columns::ACTIVITY, self.issues)?;
        self.codes.activities.get(&code.to_lowercase()).copied().or_else(|| {
            let what = format!("{code:?} is no activity of the plan");
            self.refuse(&columns::ACTIVITY, "report-activity", &what, "write the activity's code in the plan")
        })
    }

    fn indicator(&mut self) -> Option<IndicatorId> {
        self.record.require(&columns::INDICATOR, self.issues);
        let code = self.record.code(&columns::INDICATOR, self.issues)?;
        self.codes.indicators.get(&code.to_lowercase()).copied().or_else(|| {
            let what = format!("{code:?} is no indicator of the plan");
            self.refuse(&columns::INDICATOR, "report-indicator", &what, "write the indicator's code in the plan")
        })
    }

    fn modality(&mut self) -> Option<Modality> {
        let Some(text) = self.record.text(&columns::MODALITY, self.issues) else { return Some(Modality::Service) };
        Modality::parse(&text).or_else(|| {
            let mend = "write in-kind, service, cash or voucher, or leave it empty for a service";
            self.refuse(&columns::MODALITY, "report-modality", &format!("{text:?} is no modality"), mend)
        })
    }

    fn status(&mut self) -> Option<RowStatus> {
        self.record.require(&columns::STATUS, self.issues);
        let text = self.record.text(&columns::STATUS, self.issues)?;
        RowStatus::parse(&text).or_else(|| {
            let mend = "write planned, ongoing, completed, suspended or cancelled";
            self.refuse(&columns::STATUS, "report-status", &format!("{text:?} is no status"), mend)
        })
    }

    fn population_group(&mut self) -> Option<String> {
        let Some(text) = self.record.text(&columns::GROUP, self.issues) else { return Some(String::new()) };
        self.frame.population_group(&text).or_else(|| {
            let mend = format!("write one of {}, or leave it empty", self.frame.population_groups.join(", "));
            self.refuse(&columns::GROUP, "report-group", &format!("{text:?} is no population group"), &mend)
        })
    }

    /// The place: the site, else the deepest area; everything that is named must contain it. One wrong code keeps no other from being looked at.
    fn place(&mut self) -> Option<(AdminAreaId, Option<SiteId>)> {
        let before = self.issues.errors();
        let named = self.named_areas();
        let site = self.site();
        let deepest = site.as_ref().map(|site| site.area_id).or_else(|| named.last().map(|(_, area)| area.id));
        let Some(place) = deepest else {
            if self.issues.errors() == before {
                let mend = "write a P-code or a site code";
                return self.refuse(&columns::ADM1, "report-place-missing", "the row says no place", mend);
            }
            return None;
        };
        for (column, area) in &named {
            if !self.known.ancestors.contains(&(place, area.id)) {
                let what = format!("the row's place does not lie in {}", area.pcode);
                self.refuse::<()>(column, "report-place-differs", &what, "check the codes of the row");
            }
        }
        (self.issues.errors() == before).then_some((place, site.map(|site| site.id)))
    }

    /// The areas that the row names, the largest first.
    fn named_areas(&mut self) -> Vec<(Column, AdminArea)> {
        let mut named = Vec::new();
        for (level, column) in (1..).zip([columns::ADM1, columns::ADM2, columns::ADM3]) {
            let Some(code) = self.record.code(&column, self.issues) else { continue };
            match self.known.areas.get(&code).filter(|area| area.level == level) {
                Some(area) => named.push((column, area.clone())),
                None => {
                    let what = format!("{code:?} is no P-code of level {level} in the operation's country");
                    self.refuse::<()>(&column, "report-area", &what, "look it up in the list of areas");
                }
            }
        }
        named
    }

    fn site(&mut self) -> Option<Site> {
        let code = self.record.code(&columns::SITE, self.issues)?;
        self.known.sites.get(&code).cloned().or_else(|| {
            let what = format!("{code:?} is no site of the operation");
            self.refuse(&columns::SITE, "report-site", &what, "enter the site first, or leave it empty")
        })
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (at, people) in PEOPLE.iter().enumerate() {
            let mut figures = Figures {
                new_people: self.people(&people.new),
                repeat_people: self.people(&people.repeat),
                ..Figures::default()
            };
            let values = people.values();
            if values.is_empty() {
                figures.value = self.number(&columns::VALUE);
                figures.denominator = self.number(&columns::DENOMINATOR);
            }
            if !figures.is_empty() {
                cells.push(Cell { at, values: Some(values), figures });
            }
        }
        cells
    }
}
