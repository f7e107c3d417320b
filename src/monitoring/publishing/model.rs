//! Publications, links to them, calendars.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        data::Column,
        scope::{OperationId, Scope, Scoped, UserId},
        text::{Language, LocalizedText},
    },
    monitoring::{
        calculation::Share,
        figures::PlanFigures,
        model::{PeriodId, ReportId, ReportStatus},
        tables::{Filled, TableKind},
    },
    plans::PlanId,
    schema::{calendar_feeds, period_publications, share_links},
    text_enum,
};

ids! {
    /// The id of a publication.
    PublicationId of PublicationKind as "PeriodPublication";
    /// The id of a shared link.
    ShareLinkId of ShareLinkKind as "ShareLink";
    /// The id of a calendar.
    CalendarId of CalendarKind as "CalendarFeed";
}

/// The layout of [`Content`]; a reader of old ones tells by it how to read them.
pub const FORMAT: u32 = 1;
/// The levels of areas that a publication has tables of.
pub const LEVELS: [i32; 3] = [1, 2, 3];

/// What was published of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = period_publications, check_for_backend(diesel::pg::Pg))]
pub struct Publication {
    /// The publication's id.
    pub id: PublicationId,
    /// The operation.
    pub operation_id: OperationId,
    /// The plan.
    pub plan_id: PlanId,
    /// The period.
    pub period_id: PeriodId,
    /// Counts the publications of the period.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: UserId,
    /// When a report that counts in it was last accepted.
    pub as_of: Option<DateTime<Utc>>,
    /// SHA-256 of its content.
    pub hash: Vec<u8>,
}

/// A table that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedTable {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its records.
    #[serde(flatten)]
    pub filled: Filled,
}

/// What a plan is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The plan's code.
    pub code: String,
    /// Its names.
    pub names: LocalizedText,
    /// The operation's names.
    pub operation: LocalizedText,
    /// The language that names fall back to.
    pub language: Language,
}

/// What a publication holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The layout of this record.
    pub format: u32,
    /// What it is of.
    pub plan: Named,
    /// First day of the period.
    pub starts_on: chrono::NaiveDate,
    /// Last day of the period.
    pub ends_on: chrono::NaiveDate,
    /// Counts below it are hidden from the public.
    pub small_cell_threshold: i32,
    /// The plan's figures.
    pub figures: Headline,
    /// Its tables by level and kind: `1/GAPS`.
    pub tables: BTreeMap<String, PublishedTable>,
}

impl Content {
    /// A table of areas of a level.
    pub fn table(&self, kind: TableKind, level: i32) -> Option<&PublishedTable> {
        self.tables.get(&key(kind, level))
    }
}

/// Under what a table stands in a content.
pub fn key(kind: TableKind, level: i32) -> String {
    format!("{level}/{kind}")
}

/// The figures of a plan as they were published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headline {
    /// People reached.
    pub reached: Option<Decimal>,
    /// Services delivered.
    pub services: Option<Decimal>,
    /// The sum of new people.
    pub upper_bound: Option<Decimal>,
    /// People to be reached.
    pub target: Option<Decimal>,
    /// People in need.
    pub in_need: Option<Decimal>,
    /// Accepted reports of expected ones.
    pub completeness: Share,
    /// Reports in time of expected ones.
    pub timeliness: Share,
    /// Organisations that reported, of those expected to.
    pub partners_reporting: Share,
    /// The plan's version that target and need are of.
    pub plan_version: Option<i32>,
    /// How people reached are counted.
    pub method: String,
    /// The method's version.
    pub method_version: String,
    /// What the figures are made from.
    pub source: String,
}

impl From<&PlanFigures> for Headline {
    fn from(figures: &PlanFigures) -> Self {
        Self {
            reached: figures.reached,
            services: figures.services,
            upper_bound: figures.upper_bound,
            target: figures.target,
            in_need: figures.in_need,
            completeness: figures.completeness,
            timeliness: figures.timeliness,
            partners_reporting: figures.partners_reporting,
            plan_version: figures.plan_version,
            method: crate::monitoring::figures::METHOD.to_owned(),
            method_version: crate::monitoring::figures::METHOD_VERSION.to_owned(),
            source: crate::monitoring::figures::SOURCE.to_owned(),
        }
    }
}

text_enum! {
    /// What became of a report after a publication.
    LateChangeKind {
        /// It was accepted and is not in the publication.
        Accepted = "ACCEPTED",
        /// It is in the publication and was opened again: it does not count now.
        Reopened = "REOPENED",
        /// It is in the publication and was changed and accepted again.
        Changed = "CHANGED",
    }
}

/// A change that waits for the next publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateChange {
    /// The report.
    pub report: ReportId,
    /// What became of it.
    pub kind: LateChangeKind,
    /// Where it stands now.
    pub status: ReportStatus,
    /// When that was decided.
    pub decided_at: Option<DateTime<Utc>>,
}

/// A link that shows what was published of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = share_links, check_for_backend(diesel::pg::Pg))]
pub struct ShareLink {
    /// The link's id.
    pub id: ShareLinkId,
    /// The operation.
    pub operation_id: OperationId,
    /// The plan.
    pub plan_id: PlanId,
    /// For whom it is.
    pub name: String,
    /// The level of the areas that it shows.
    pub level: i32,
    /// Whether it names partners.
    pub names_partners: bool,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// By whom.
    pub created_by: UserId,
    /// From when it leads nowhere.
    pub expires_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl Scoped for ShareLink {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

/// A calendar of deadlines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = calendar_feeds, check_for_backend(diesel::pg::Pg))]
pub struct CalendarFeed {
    /// The calendar's id.
    pub id: CalendarId,
    /// Whose it is.
    pub user_id: UserId,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it was taken back.
    pub revoked_at: Option<DateTime<Utc>>,
}

/// The uuid of a report in the list of a publication, and its version then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The report.
    pub id: Uuid,
    /// Its version.
    pub version: i32,
}
