//! Periods, partners' reports with their rows and cells, and the steps that a report may take.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    dimensions::CategoryId,
    ids,
    kit::{
        Error, Result,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped, UserId},
    },
    places::{AdminAreaId, SiteId},
    plans::{ActivityId, IndicatorId, Modality, PlanId, ProjectId},
    schema::{report_cells, report_rows, reporting_periods, reports},
    text_enum,
};

ids! {
    /// The id of a reporting period.
    PeriodId of PeriodKind as "ReportingPeriod";
    /// The id of a report.
    ReportId of ReportKind as "Report";
    /// The id of a report's row.
    RowId of RowKind as "ReportRow";
}

text_enum! {
    /// Where a report stands.
    ReportStatus {
        /// The partner writes it.
        Draft = "DRAFT",
        /// It waits for the cluster. Nobody edits it.
        Submitted = "SUBMITTED",
        /// The cluster asks for changes; the partner writes again.
        Returned = "RETURNED",
        /// It counts. Nobody edits it.
        Accepted = "ACCEPTED",
    }
}

/// What can be done to a report besides writing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Submit,
    Return,
    Accept,
    Reopen,
}

impl ReportStatus {
    /// Whether the report's rows may be written.
    pub fn is_editable(self) -> bool {
        matches!(self, Self::Draft | Self::Returned)
    }

    /// Where the report stands after a step.
    pub(super) fn after(self, step: Step) -> Result<Self> {
        match (self, step) {
            (Self::Draft | Self::Returned, Step::Submit) => Ok(Self::Submitted),
            (Self::Submitted, Step::Return) | (Self::Accepted, Step::Reopen) => Ok(Self::Returned),
            (Self::Submitted, Step::Accept) => Ok(Self::Accepted),
            (_, Step::Submit) => Err(refused(self, "only a draft or a returned report can be submitted")),
            (_, Step::Return | Step::Accept) => Err(refused(self, "only a submitted report can be decided on")),
            (_, Step::Reopen) => Err(refused(self, "only an accepted report can be reopened")),
        }
    }
}

fn refused(status: ReportStatus, rule: &str) -> Error {
    Error::conflict("report-status", format!("the report is {status}, and {rule}"))
}

text_enum! {
    /// How far what a row tells of is.
    RowStatus {
        /// Not begun: it has no results yet.
        Planned = "PLANNED",
        /// Going on.
        Ongoing = "ONGOING",
        /// Done.
        Completed = "COMPLETED",
        /// Stopped for a time.
        Suspended = "SUSPENDED",
        /// Given up.
        Cancelled = "CANCELLED",
    }
}

text_enum! {
    /// Whether reports of a period can be submitted.
    PeriodState {
        /// Not yet.
        Pending = "PENDING",
        /// Yes.
        Open = "OPEN",
        /// No more, except by the cluster's information management officer.
        Closed = "CLOSED",
    }
}

text_enum! {
    /// How urgent a report is that was not submitted.
    Urgency {
        /// Its period has not opened.
        NotYetDue = "NOT_YET_DUE",
        /// It can be sent in time.
        Due = "DUE",
        /// Its deadline has passed.
        Overdue = "OVERDUE",
    }
}

/// A month or week that a plan is reported by.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = reporting_periods, check_for_backend(diesel::pg::Pg))]
pub struct Period {
    /// The period.
    pub id: PeriodId,
    /// The plan.
    pub plan_id: PlanId,
    /// Counts the plan's periods in the order of time.
    pub number: i32,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// From when reports can be submitted.
    pub opens_at: DateTime<Utc>,
    /// When they are due, as it stood when the period was made.
    pub due_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When partners were told that it is open, once.
    #[serde(default)]
    pub announced_at: Option<DateTime<Utc>>,
}

impl Period {
    /// Whether reports can be submitted at a moment.
    pub fn state_at(&self, now: DateTime<Utc>) -> PeriodState {
        if self.closed_at.is_some() {
            PeriodState::Closed
        } else if now < self.opens_at {
            PeriodState::Pending
        } else {
            PeriodState::Open
        }
    }

    /// How urgent a report of this period is that was not submitted.
    pub fn urgency_at(&self, now: DateTime<Utc>) -> Urgency {
        if now < self.opens_at {
            Urgency::NotYetDue
        } else if now <= self.due_at {
            Urgency::Due
        } else {
            Urgency::Overdue
        }
    }
}

/// One partner's report of one period to one cluster.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = reports, check_for_backend(diesel::pg::Pg))]
pub struct Report {
    /// The report.
    pub id: ReportId,
    /// The operation.
    pub operation_id: OperationId,
    /// The plan.
    pub plan_id: PlanId,
    /// The period.
    pub period_id: PeriodId,
    /// The cluster that accepts it.
    pub cluster_id: ClusterId,
    /// The organisation that reports.
    pub organisation_id: OrganisationId,
    /// Where it stands.
    pub status: ReportStatus,
    /// True: the partner says that it has nothing to report.
    pub nil: bool,
    /// Why it was returned or reopened.
    pub note: Option<String>,
    /// When it was first submitted: that is what counts as in time or late.
    pub first_submitted_at: Option<DateTime<Utc>>,
    /// When it was last submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Who submitted it last; none for the program itself.
    #[serde(default)]
    pub submitted_by: Option<UserId>,
    /// When it was last returned, accepted or reopened.
    pub decided_at: Option<DateTime<Utc>>,
    /// How often it was accepted.
    pub times_accepted: i32,
    /// Counts changes.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last; none for the program itself.
    pub updated_by: Option<UserId>,
}

impl Scoped for Report {
    fn scope(&self) -> Scope {
        Scope::cluster(self.operation_id, self.cluster_id).owned_by(self.organisation_id)
    }
}

impl Report {
    /// Whether it may be as it was begun by the opening of its period, before anybody wrote in it: then whoever begins it begins this one.
    pub(super) fn is_as_opened(&self) -> bool {
        self.status == ReportStatus::Draft && self.version == 1 && self.updated_by.is_none() && !self.nil
    }

    /// Whether anything may differ from what was accepted first.
    pub fn is_changed_since_accepted(&self) -> bool {
        self.times_accepted > 1 || (self.times_accepted == 1 && self.status != ReportStatus::Accepted)
    }
}

/// What a row says, its figures left aside.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = report_rows, check_for_backend(diesel::pg::Pg))]
pub struct RowFacts {
    /// The activity.
    pub activity_id: ActivityId,
    /// The indicator.
    pub indicator_id: IndicatorId,
    /// Where: the area.
    pub area_id: AdminAreaId,
    /// Where exactly, if at a site of that area.
    pub site_id: Option<SiteId>,
    /// Code of the population group that the whole row is about, empty when it is not said.
    pub population_group: String,
    /// How it was delivered.
    pub modality: Modality,
    /// How far it is.
    pub status: RowStatus,
    /// True: nothing was done here in this period.
    pub nil: bool,
    /// Units delivered; none when not said.
    pub units: Option<Decimal>,
    /// Spent; none when not said.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// What else is to be said.
    pub remarks: Option<String>,
    /// The project that it is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project_id: Option<ProjectId>,
}

impl RowFacts {
    /// The site, or the area where no site is given: the place that people are counted in.
    pub fn place(&self) -> Uuid {
        self.site_id.map_or(self.area_id.uuid(), |site| site.uuid())
    }

    /// The natural key: rows of one report with the same key are the same row.
    pub fn key(&self) -> String {
        let place = self.place();
        format!("{}/{}/{place}/{}/{}", self.activity_id, self.indicator_id, self.population_group, self.modality)
    }
}

/// A row of a report, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = report_rows, check_for_backend(diesel::pg::Pg))]
pub struct ReportRow {
    /// The row.
    pub id: RowId,
    /// The report.
    pub report_id: ReportId,
    /// The natural key.
    pub row_key: String,
    /// Its place in the report.
    pub position: i32,
    /// What it says.
    #[diesel(embed)]
    #[serde(flatten)]
    pub facts: RowFacts,
}

/// The figures of a row for one category. None is "not said", which is not zero.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = report_cells, check_for_backend(diesel::pg::Pg))]
pub struct Figures {
    /// People counted for the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub new_people: Option<Decimal>,
    /// People counted before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_people: Option<Decimal>,
    /// The value, or the numerator of a ratio, where it is no count of people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The denominator of a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<Decimal>,
}

impl Figures {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// New and repeated people; none when neither is said.
    pub fn people(&self) -> Option<Decimal> {
        match (self.new_people, self.repeat_people) {
            (None, None) => None,
            (new, repeat) => Some(new.unwrap_or_default() + repeat.unwrap_or_default()),
        }
    }
}

/// A cell of a row, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = report_cells, check_for_backend(diesel::pg::Pg))]
pub struct ReportCell {
    /// The row.
    pub row_id: RowId,
    /// Whom it counts.
    pub category_id: CategoryId,
    /// So many.
    #[diesel(embed)]
    #[serde(flatten)]
    pub figures: Figures,
}

/// What a report says in one row, with its figures: two equal lines say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) facts: RowFacts,
    pub(super) cells: Cells,
}

/// The figures of a row by category, in the order of categories, each once. A list and no tree: a tree takes as much memory for one figure as for
/// eleven.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cells(Box<[(CategoryId, Figures)]>);

impl Cells {
    pub(super) fn iter(&self) -> impl Iterator<Item = &(CategoryId, Figures)> {
        self.0.iter()
    }
}

impl FromIterator<(CategoryId, Figures)> for Cells {
    /// Of a category that comes twice the last figures are taken.
    fn from_iter<I: IntoIterator<Item = (CategoryId, Figures)>>(cells: I) -> Self {
        let mut cells: Vec<_> = cells.into_iter().collect();
        cells.reverse();
        cells.sort_by_key(|(category, _)| *category);
        cells.dedup_by_key(|(category, _)| *category);
        Self(cells.into_boxed_slice())
    }
}

impl IntoIterator for Cells {
    type Item = (CategoryId, Figures);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_vec().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_by_category_and_the_last_figures_of_each_count() {
        let category = |number| CategoryId::from_uuid(Uuid::from_u128(number));
        let people = |number| Figures { new_people: Some(Decimal::from(number)), ..Figures::default() };
        let said = [(category(2), people(5)), (category(1), people(7)), (category(2), people(6))];
        let cells: Cells = said.into_iter().collect();
        assert_eq!(cells, [(category(1), people(7)), (category(2), people(6))].into_iter().collect());
        assert_eq!(cells.into_iter().collect::<Vec<_>>(), [(category(1), people(7)), (category(2), people(6))]);
    }

    #[test]
    fn a_report_takes_the_steps_of_the_field_and_no_others() {
        use ReportStatus::{Accepted, Draft, Returned, Submitted};
        let allowed = [
            (Draft, Step::Submit, Submitted),
            (Returned, Step::Submit, Submitted),
            (Submitted, Step::Return, Returned),
            (Submitted, Step::Accept, Accepted),
            (Accepted, Step::Reopen, Returned),
        ];
        for status in ReportStatus::ALL {
            for step in [Step::Submit, Step::Return, Step::Accept, Step::Reopen] {
                let expected = allowed.iter().find(|(from, by, _)| from == status && *by == step).map(|(.., to)| *to);
                assert_eq!(status.after(step).ok(), expected, "{status} {step:?}");
            }
        }
    }

    #[test]
    fn only_drafts_and_returned_reports_are_written() {
        let editable: Vec<_> = ReportStatus::ALL.iter().filter(|status| status.is_editable()).collect();
        assert_eq!(editable, [&ReportStatus::Draft, &ReportStatus::Returned]);
    }

    #[test]
    fn a_period_is_pending_then_open_then_closed_and_its_reports_due_then_overdue() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        let mut period = Period {
            id: PeriodId::from_uuid(Uuid::nil()),
            plan_id: PlanId::from_uuid(Uuid::nil()),
            number: 1,
            starts_on: NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"),
            ends_on: NaiveDate::from_ymd_opt(2026, 2, 1).expect("a day"),
            opens_at: at("2026-01-01T00:00:00Z"),
            due_at: at("2026-02-11T00:00:00Z"),
            closed_at: None,
            announced_at: None,
        };
        let seen = |period: &Period, moment| (period.state_at(at(moment)), period.urgency_at(at(moment)));
        assert_eq!(seen(&period, "2025-12-31T23:59:59Z"), (PeriodState::Pending, Urgency::NotYetDue));
        assert_eq!(seen(&period, "2026-02-11T00:00:00Z"), (PeriodState::Open, Urgency::Due));
        assert_eq!(seen(&period, "2026-02-11T00:00:01Z"), (PeriodState::Open, Urgency::Overdue));
        period.closed_at = Some(at("2026-02-12T00:00:00Z"));
        assert_eq!(seen(&period, "2026-02-13T00:00:00Z"), (PeriodState::Closed, Urgency::Overdue));
    }

    #[test]
    fn nothing_said_is_not_zero_people() {
        let zero = Figures { new_people: Some(Decimal::ZERO), ..Figures::default() };
        assert_eq!(zero.people(), Some(Decimal::ZERO));
        assert_eq!(Figures::default().people(), None);
        assert!(!zero.is_empty() && Figures::default().is_empty());
    }
}
