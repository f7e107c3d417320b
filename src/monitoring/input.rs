//! What clients send.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use super::model::{PeriodId, ReportStatus, RowStatus};
use crate::{
    kit::{
        Result,
        graphql::Count,
        scope::{ClusterId, OrganisationId},
    },
    plans::Modality,
    text_enum, write_inputs,
};

/// The days of a reporting period.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct PeriodDatesInput {
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// From the beginning of which day reports can be submitted; the first day of the period when left out.
    pub opens_on: Option<NaiveDate>,
    /// The last day to submit in time: the deadline is its end in the operation's time zone.
    pub due_on: NaiveDate,
}

/// Calendar months as reporting periods.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct MonthlyPeriodsInput {
    /// Any day of the first month.
    pub first_month: NaiveDate,
    /// How many months, 1 to 36.
    pub months: i32,
    /// How many days after the month reports are due, 1 to 90: 10 means by the end of the 10th.
    pub due_days: i32,
}

/// Weeks as reporting periods.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct WeeklyPeriodsInput {
    /// The first day of the first week.
    pub first_day: NaiveDate,
    /// How many weeks, 1 to 106.
    pub weeks: i32,
    /// How many days after the week reports are due, 1 to 90.
    pub due_days: i32,
}

/// Quarters of the calendar year as reporting periods.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct QuarterlyPeriodsInput {
    /// Any day of the first quarter.
    pub first_quarter: NaiveDate,
    /// How many quarters, 1 to 12.
    pub quarters: i32,
    /// How many days after the quarter reports are due, 1 to 90.
    pub due_days: i32,
}

/// Reporting periods to make: weeks, calendar months, quarters, or days as listed; one of them.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateReportingPeriodsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// Weeks of seven days.
    pub weekly: Option<WeeklyPeriodsInput>,
    /// Calendar months.
    pub monthly: Option<MonthlyPeriodsInput>,
    /// Quarters of the calendar year.
    pub quarterly: Option<QuarterlyPeriodsInput>,
    /// Days as listed, in the order of time.
    pub periods: Option<Vec<PeriodDatesInput>>,
}

/// A reporting period to close, or to open.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReportingPeriodInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The period.
    pub period_id: ID,
}

/// The figures of a row for one category. What is left out is not said, which is not zero.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReportCellInput {
    /// Whom it counts.
    pub category_id: ID,
    /// People counted for the first time.
    pub new_people: Option<Count>,
    /// People counted before.
    pub repeat_people: Option<Count>,
    /// The value, or the numerator of a ratio, where it is no count of people.
    pub value: Option<Decimal>,
    /// The denominator of a ratio.
    pub denominator: Option<Decimal>,
}

/// A row of a report: one activity, measured by one indicator, in one place.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReportRowInput {
    /// The activity.
    pub activity_id: ID,
    /// The indicator.
    pub indicator_id: ID,
    /// The area; may be left out where a site is given.
    pub area_id: Option<ID>,
    /// The site, if it was at one.
    pub site_id: Option<ID>,
    /// Code of the population group that the whole row is about.
    pub population_group: Option<String>,
    /// How it was delivered; SERVICE when left out.
    pub modality: Option<Modality>,
    /// How far it is.
    pub status: RowStatus,
    /// True: nothing was done here in this period. Such a row has no figures.
    #[graphql(default)]
    pub nil: bool,
    /// Units delivered, in the activity's unit.
    pub units: Option<Decimal>,
    /// Spent.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// What else is to be said, up to 2000 characters.
    pub remarks: Option<String>,
    /// The project that it is part of: one that was approved and that the organisation leads or implements.
    pub project_id: Option<ID>,
    /// The figures, one cell for each category.
    pub cells: Vec<ReportCellInput>,
}

/// A whole report: what it holds after this is what is sent here.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SaveReportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report's `uuid`: made by the client, or left out to let the server make one. Needed to change a report.
    pub id: Option<Uuid>,
    /// The version that the change is based on; 0 begins a report.
    pub base_version: i32,
    /// The plan.
    pub plan_id: ID,
    /// The period.
    pub period_id: ID,
    /// The cluster that will accept it.
    pub cluster_id: ID,
    /// The organisation that reports.
    pub organisation_id: ID,
    /// True: there is nothing to report for this period. Such a report has no rows.
    #[graphql(default)]
    pub nil: bool,
    /// All rows, at most 10000.
    pub rows: Vec<ReportRowInput>,
}

/// A report to submit.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SubmitReportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The version that is meant.
    pub base_version: i32,
}

/// A report to accept.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AcceptReportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The version that was looked at.
    pub base_version: i32,
}

/// A report to give back to the partner.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReturnReportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The report.
    pub report_id: ID,
    /// The version that was looked at.
    pub base_version: i32,
    /// What is to be changed, or why it is opened again.
    pub note: String,
    /// The rows that are to be mended. Where some are named, the partner changes only these, and may add rows; all when left out.
    pub rows: Option<Vec<ReturnedRowInput>>,
}

/// A row that is given back.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ReturnedRowInput {
    /// The row.
    pub row_id: ID,
    /// What is to be mended in it, up to 2000 characters.
    pub note: String,
}

/// A report with nothing in it, saved and submitted at once.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ReportNothingInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The period.
    pub period_id: ID,
    /// The cluster that will accept it.
    pub cluster_id: ID,
    /// The organisation that reports.
    pub organisation_id: ID,
    /// The version that is meant. Needed where rows were entered, which go.
    pub base_version: Option<i32>,
}

text_enum! {
    /// What becomes of the good rows of a file that has bad ones.
    #[derive(Default)]
    ImportMode {
        /// Nothing is taken while anything is wrong.
        #[default]
        All = "ALL",
        /// They are taken; the others are told, to be mended and sent again.
        GoodRows = "GOOD_ROWS",
    }
}

/// A partner's sheet to read into a report.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ImportReportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan. This and the next three may be left out where the file is a workbook that was made for the report: it says them itself.
    pub plan_id: Option<ID>,
    /// The period.
    pub period_id: Option<ID>,
    /// The cluster that will accept the report.
    pub cluster_id: Option<ID>,
    /// The organisation that reports.
    pub organisation_id: Option<ID>,
    /// The file, as `PUT /files` named it. Its columns are those of the template.
    pub file_id: ID,
    /// True: say what would happen, row by row, and write nothing.
    #[graphql(default)]
    pub dry_run: bool,
    /// True: the sheet is the whole report, and rows that it does not have are taken out. Without it they stay.
    #[graphql(default)]
    pub replace: bool,
    /// The version of the report that the sheet is based on, 0 for none: with another one nothing is written. Without it a workbook that was
    /// made for the report says itself what it is based on, and other files are taken as they are.
    pub base_version: Option<i32>,
    /// What becomes of the good rows where others are wrong; ALL when left out: then nothing is taken. GOOD_ROWS does not go with `replace`.
    pub mode: Option<ImportMode>,
}

/// An import to take back.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UndoImportInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The batch.
    pub batch_id: ID,
    /// True: take back all that came with the same file, in every report, or nothing.
    #[graphql(default)]
    pub whole_file: bool,
}

/// Whom a row counts, and how many.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct CodedPeopleInput {
    /// The key of the category, such as `sex=f;age_band=6-11`; left out for everyone.
    pub category: Option<String>,
    /// People counted for the first time.
    pub new_people: Option<Count>,
    /// People counted before.
    pub repeat_people: Option<Count>,
    /// The value, or the numerator of a ratio, where it is no count of people.
    pub value: Option<Decimal>,
    /// The denominator of a ratio.
    pub denominator: Option<Decimal>,
}

/// A row by codes: one activity, measured by one indicator, in one place.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct CodedRowInput {
    /// The activity's code in the plan.
    pub activity: String,
    /// The indicator's code in the plan; may be left out where the activity has one that counts people.
    pub indicator: Option<String>,
    /// P-code of the area, or code of the site.
    pub place: String,
    /// Population group that the whole row is about: code or name.
    pub population_group: Option<String>,
    /// How it was delivered; SERVICE when left out.
    pub modality: Option<Modality>,
    /// How far it is; ONGOING when left out.
    pub status: Option<RowStatus>,
    /// True: nothing was done here in this period. Such a row has no figures.
    #[graphql(default)]
    pub nil: bool,
    /// Units delivered, in the activity's unit.
    pub units: Option<Decimal>,
    /// Spent.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// What else is to be said, up to 2000 characters.
    pub remarks: Option<String>,
    /// Code of the project that it is part of.
    pub project: Option<String>,
    /// The people, one entry for each category.
    pub people: Option<Vec<CodedPeopleInput>>,
}

/// Rows of a report from a partner's own system.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SendRowsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan, or
    pub plan_id: Option<ID>,
    /// its code.
    pub plan_code: Option<String>,
    /// The period, or
    pub period_id: Option<ID>,
    /// its number in the plan.
    pub period_number: Option<i32>,
    /// The cluster that will accept the report; may be left out where only one carries the plan.
    pub cluster_id: Option<ID>,
    /// The organisation that reports, or
    pub organisation_id: Option<ID>,
    /// its name or acronym; both may be left out by who reports for one organisation.
    pub organisation: Option<String>,
    /// What becomes of the good rows where others are wrong; ALL when left out: then nothing is taken.
    pub mode: Option<ImportMode>,
    /// True: say what would happen, and write nothing.
    #[graphql(default)]
    pub dry_run: bool,
    /// The rows, at most 10000. Rows that the report has and that are not here stay.
    pub rows: Vec<CodedRowInput>,
}

/// Which organisations serve different people by an activity in a place, so that their figures are added there.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct DeclareCaseloadsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The activity.
    pub activity_id: ID,
    /// The place: a site, or
    pub site_id: Option<ID>,
    /// the area itself, for rows that name no site.
    pub area_id: Option<ID>,
    /// All organisations with a caseload of their own there: two or more, or none to take the declaration back.
    pub organisation_ids: Vec<ID>,
}

write_inputs!(
    CreateReportingPeriodsInput,
    ReportingPeriodInput,
    SaveReportInput,
    SubmitReportInput,
    AcceptReportInput,
    ReturnReportInput,
    ReportNothingInput,
    ImportReportInput,
    UndoImportInput,
    SendRowsInput,
    DeclareCaseloadsInput
);

/// Which reports to list.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct ReportFilterInput {
    /// Those that stand so.
    pub statuses: Option<Vec<ReportStatus>>,
    /// Those of this period.
    pub period_id: Option<ID>,
    /// Those to this cluster.
    pub cluster_id: Option<ID>,
    /// Those of this organisation.
    pub organisation_id: Option<ID>,
}

/// The same, read.
#[derive(Debug, Default)]
pub(super) struct ReportFilter {
    pub(super) statuses: Option<Vec<ReportStatus>>,
    pub(super) period: Option<PeriodId>,
    pub(super) cluster: Option<ClusterId>,
    pub(super) organisation: Option<OrganisationId>,
}

impl ReportFilterInput {
    pub(super) fn read(self) -> Result<ReportFilter> {
        Ok(ReportFilter {
            statuses: self.statuses,
            period: PeriodId::parse_optional(self.period_id.as_ref(), "filter.periodId")?,
            cluster: ClusterId::parse_optional(self.cluster_id.as_ref(), "filter.clusterId")?,
            organisation: OrganisationId::parse_optional(self.organisation_id.as_ref(), "filter.organisationId")?,
        })
    }
}
