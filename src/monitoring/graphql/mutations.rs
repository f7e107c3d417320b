//! What can be changed of periods and reports.

use futures::FutureExt;
use juniper::{GraphQLObject, GraphQLUnion, ID, graphql_object};
use rust_decimal::Decimal;

use crate::{
    kit::{
        Result,
        graphql::{Context, Count, issues::ImportIssue},
        ids,
        sheet::Issues,
    },
    monitoring::{
        comparing::RowChangeKind,
        differences::{ColumnChange, RowChange},
        form,
        import::{self, Receipt},
        input::{
            AcceptReportInput, CreateReportingPeriodsInput, ImportReportInput, ReportNothingInput,
            ReportingPeriodInput, ReturnReportInput, SaveReportInput, SubmitReportInput,
        },
        marking::Checked,
        model::{Period, Report, Step},
        nothing, periods,
        service::{self, Outcome},
    },
};

/// The report was taken over.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "The report was taken over.")]
pub struct ReportSaved {
    /// The report as it now stands.
    report: Report,
    /// What someone should look at.
    warnings: Vec<ImportIssue>,
}

/// The change was based on another version.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "The change was based on another version than the stored one, and nothing was written.")]
pub struct ReportConflict {
    /// The report as it stands.
    server: Report,
    /// Its version: base your change on this one.
    server_version: i32,
    /// Who changed it last; null for the program itself.
    changed_by_id: Option<ID>,
    /// When it last changed.
    changed_at: chrono::DateTime<chrono::Utc>,
}

/// The report may not be written now.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "The report may not be written now, and nothing was written.")]
pub struct ReportLocked {
    /// The report as it stands; null when none was begun in time.
    current: Option<Report>,
    /// Why, and what to do.
    reason: String,
}

/// Something is wrong with the report.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "Something is wrong with the report, and nothing was written.")]
pub struct ReportInvalid {
    /// Everything that is wrong, by row (from 1) and input.
    issues: Vec<ImportIssue>,
    /// How many issues there are beyond those.
    more: i32,
}

/// What became of a report that was sent.
#[derive(GraphQLUnion)]
#[graphql(context = Context, name = "ReportResult", description = "What became of a report that was sent.")]
pub enum ReportResult {
    /// It was taken over.
    Saved(ReportSaved),
    /// It was based on another version.
    Conflict(ReportConflict),
    /// It may not be written now.
    Locked(ReportLocked),
    /// Something is wrong with it.
    Invalid(ReportInvalid),
}

impl From<Outcome> for ReportResult {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Saved { report, issues } => Self::Saved(ReportSaved { report, warnings: shown(&issues) }),
            Outcome::Conflict { report } => Self::Conflict(ReportConflict {
                server_version: report.version,
                changed_by_id: report.updated_by.map(ids::Id::global),
                changed_at: report.updated_at,
                server: report,
            }),
            Outcome::Locked { report, reason } => Self::Locked(ReportLocked { current: report, reason }),
            Outcome::Invalid { issues } => Self::Invalid(ReportInvalid { issues: shown(&issues), more: more(&issues) }),
        }
    }
}

pub(super) fn shown(issues: &Issues) -> Vec<ImportIssue> {
    issues.kept().iter().cloned().map(ImportIssue).collect()
}

pub(super) fn more(issues: &Issues) -> i32 {
    i32::try_from(issues.more()).unwrap_or(i32::MAX)
}

/// What was in a sheet.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What was in a sheet: compare it with your own sums.")]
pub struct ReportReceipt {
    /// Rows.
    rows: i32,
    /// People counted for the first time: of a row with a total and parts, the larger.
    new_people: Option<Count>,
    /// People counted before, in the same way.
    repeat_people: Option<Count>,
    /// Money spent, whatever the currency.
    amount: Decimal,
}

impl From<Receipt> for ReportReceipt {
    fn from(receipt: Receipt) -> Self {
        Self {
            rows: receipt.rows,
            new_people: Count::rounded(receipt.new_people),
            repeat_people: Count::rounded(receipt.repeat_people),
            amount: receipt.amount,
        }
    }
}

/// What reading a sheet did.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What reading a sheet did.")]
pub struct ReportImport {
    /// False: there are errors or it was a dry run, and nothing was written.
    applied: bool,
    /// The report that it went into; null when there is none yet.
    report: Option<Report>,
    /// Rows that were new.
    added: i32,
    /// Rows that changed.
    changed: i32,
    /// Rows that said the same again.
    unchanged: i32,
    /// Rows that the sheet does not have and that went; none unless it replaces the report.
    removed: i32,
    /// Rows that something is wrong with, so that they were not taken.
    refused: i32,
    /// Of a dry run: what would become of each row, those that something changes in first.
    rows: Vec<ReportRowChange>,
    /// How many rows there are beyond those.
    more_rows: i32,
    /// What was in the sheet.
    receipt: ReportReceipt,
    /// What is wrong with the sheet, cell by cell.
    issues: Vec<ImportIssue>,
    /// How many issues there are beyond those.
    more: i32,
    /// The sheet that was sent, with every issue beside its cell; null where there is none to tell of, or the sheet is too large to be given back.
    checked_file: Option<CheckedFile>,
}

/// A sheet with marks.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "The sheet that was sent, with marks: colours and notes at the cells, messages beside the rows, a summary in front.")]
pub struct CheckedFile {
    /// The file. It is yours alone, and gone after a week.
    id: ID,
    /// Its name.
    name: String,
    /// Where it is downloaded.
    path: String,
}

impl From<Checked> for CheckedFile {
    fn from(checked: Checked) -> Self {
        let id = checked.file.global();
        Self { path: format!("/files/{id}"), id, name: checked.name }
    }
}

/// What would become of a row.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What a sheet would do to a row of a report.")]
pub struct ReportRowChange {
    /// What.
    kind: RowChangeKind,
    /// The row in the sheet, from 1; null for a row that the sheet does not have.
    row: Option<i32>,
    /// Code of the activity.
    activity: String,
    /// Code of the indicator.
    indicator: String,
    /// Code of the site, or of the area where no site is given.
    place: String,
    /// Code of the population group that the whole row is about; null when it is not said.
    population_group: Option<String>,
    /// Of a row that changes: the columns that do.
    columns: Vec<ReportColumnChange>,
}

/// What would become of a column of a row.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A column of a row that a sheet would change.")]
pub struct ReportColumnChange {
    /// The column, as the template names it.
    column: String,
    /// What stands there; null for nothing.
    before: Option<String>,
    /// What would stand there; null for nothing.
    after: Option<String>,
}

impl From<RowChange> for ReportRowChange {
    fn from(change: RowChange) -> Self {
        let column = |ColumnChange { column, before, after }| ReportColumnChange { column, before, after };
        Self {
            kind: change.kind,
            row: change.row.and_then(|row| i32::try_from(row).ok()),
            activity: change.activity,
            indicator: change.indicator,
            place: change.place,
            population_group: change.population_group,
            columns: change.columns.into_iter().map(column).collect(),
        }
    }
}

/// The mutations of monitoring.
#[derive(Default)]
pub struct MonitoringMutations;

#[graphql_object(context = Context)]
impl MonitoringMutations {
    /// Makes reporting periods of a plan, behind those that it has.
    async fn create_reporting_periods(
        context: &Context,
        #[graphql(description = "The periods.")] input: CreateReportingPeriodsInput,
    ) -> Result<Vec<Period>> {
        let made = context
            .write("createReportingPeriods", input, |transaction, input| periods::create(transaction, input).boxed())
            .await?;
        Ok(made.periods)
    }

    /// Closes a reporting period: only those who decide on reports may still enter and submit them.
    async fn close_reporting_period(
        context: &Context,
        #[graphql(description = "The period.")] input: ReportingPeriodInput,
    ) -> Result<Vec<Period>> {
        let closed = context
            .write("closeReportingPeriod", input, |transaction, input| periods::close(transaction, input).boxed())
            .await?;
        Ok(closed.periods)
    }

    /// Opens a reporting period: one that was closed again, as it was; one that is still to come now. That, as one that has opened and that
    /// nobody was told of, is announced: reports are begun for all that is due, and those who write them are mailed their own list with workbooks.
    async fn open_reporting_period(
        context: &Context,
        #[graphql(description = "The period.")] input: ReportingPeriodInput,
    ) -> Result<Vec<Period>> {
        let opened = context
            .write("openReportingPeriod", input, |transaction, input| periods::open(transaction, input).boxed())
            .await?;
        Ok(opened.periods)
    }

    /// Begins a report (`baseVersion` 0) or replaces all that it holds.
    async fn save_report(
        context: &Context,
        #[graphql(description = "The whole report.")] input: SaveReportInput,
    ) -> Result<ReportResult> {
        let outcome =
            context.write("saveReport", input, |transaction, input| form::save(transaction, input).boxed()).await?;
        Ok(outcome.into())
    }

    /// Says that there is nothing to report, and submits it, in one action.
    async fn report_nothing(
        context: &Context,
        #[graphql(description = "Whose report, of which period.")] input: ReportNothingInput,
    ) -> Result<ReportResult> {
        let outcome = context
            .write("reportNothing", input, |transaction, input| nothing::report(transaction, input).boxed())
            .await?;
        Ok(outcome.into())
    }

    /// Submits a report: from then on nobody edits it until the cluster has decided.
    async fn submit_report(
        context: &Context,
        #[graphql(description = "The report.")] input: SubmitReportInput,
    ) -> Result<ReportResult> {
        let outcome = context
            .write("submitReport", input, |transaction, input| service::submit(transaction, input).boxed())
            .await?;
        Ok(outcome.into())
    }

    /// Gives a submitted report back to the partner, with a note.
    async fn return_report(
        context: &Context,
        #[graphql(description = "The report, and what is to be changed.")] input: ReturnReportInput,
    ) -> Result<Report> {
        context.write("returnReport", input, service::give_back).await
    }

    /// Accepts a submitted report: from then on it counts.
    async fn accept_report(
        context: &Context,
        #[graphql(description = "The report.")] input: AcceptReportInput,
    ) -> Result<Report> {
        let accept = context.write("acceptReport", input, |transaction, input| {
            async move {
                let accept = (Step::Accept, None, Vec::new());
                service::decide(transaction, &input.report_id, input.base_version, accept).await
            }
            .boxed()
        });
        accept.await
    }

    /// Opens an accepted report again, with a reason: it counts no more, and the partner may write it.
    async fn reopen_report(
        context: &Context,
        #[graphql(description = "The report, and why.")] input: ReturnReportInput,
    ) -> Result<Report> {
        context.write("reopenReport", input, service::reopen).await
    }

    /// Reads a partner's sheet into its report. With an error nothing is written unless only the good rows are asked for; all errors are told at once.
    async fn import_report(
        context: &Context,
        #[graphql(description = "The sheet, and what it is of.")] input: ImportReportInput,
    ) -> Result<ReportImport> {
        let imported = import::import(context, input).await?;
        Ok(ReportImport {
            applied: imported.applied,
            report: imported.report,
            added: imported.changes.added,
            changed: imported.changes.changed,
            unchanged: imported.changes.unchanged,
            removed: imported.changes.removed,
            refused: imported.refused,
            rows: imported.rows.told.into_iter().map(ReportRowChange::from).collect(),
            more_rows: i32::try_from(imported.rows.more).unwrap_or(i32::MAX),
            receipt: imported.receipt.into(),
            issues: shown(&imported.issues),
            more: more(&imported.issues),
            checked_file: imported.checked.map(CheckedFile::from),
        })
    }
}
