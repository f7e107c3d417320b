//! Checklists, ratings, evidence and improvement actions.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::ID;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::inputs::{
    AddEvidenceInput, AddImprovementActionInput, ChecklistFilterInput, ChecklistRatingInput, CreateChecklistInput,
    ImprovementActionFilterInput, RateChecklistInput, RemoveEvidenceInput, SubmitChecklistInput, UpdateChecklistInput,
    UpdateImprovementActionInput,
};
use crate::{
    ids,
    kit::{
        Error, Result,
        files::FileId,
        ids::{Kind, parse_global},
        scope::{
            ClusterId, ClusterKind, OperationId, OperationKind, OrganisationId, OrganisationKind, Scope, Scoped, UserId,
        },
    },
    places::SiteId,
    schema::{checklist_ratings, checklists, evidence_items, improvement_actions},
    standards::{
        frameworks::{FrameworkId, StandardId},
        score::Rating,
    },
    text_enum,
};

ids! {
    /// The id of a checklist.
    ChecklistId of ChecklistKind as "Checklist";
    /// The id of a piece of evidence.
    EvidenceId of EvidenceKindOfId as "Evidence";
    /// The id of an improvement action.
    ImprovementActionId of ImprovementActionKind as "ImprovementAction";
    /// The id of an appeal that is looked at. Appeals are an area that may use this one, so that their own type of id is out of reach here.
    AssessedAppealId of AssessedAppealKind as "Appeal";
}

text_enum! {
    /// What kind of thing a checklist looks at.
    ChecklistSubjectKind {
        /// An operation.
        Operation = "OPERATION",
        /// A cluster.
        Cluster = "CLUSTER",
        /// An organisation, in a cluster.
        Organisation = "ORGANISATION",
        /// A site: a school, learning space or camp.
        Site = "SITE",
        /// An appeal.
        Appeal = "APPEAL",
    }
}

/// Short within this area; clients know it under its full name.
pub type SubjectKind = ChecklistSubjectKind;

/// The id of something that a checklist can look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectId {
    /// An operation.
    Operation(OperationId),
    /// A cluster.
    Cluster(ClusterId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A site.
    Site(SiteId),
    /// An appeal, of an area further on.
    Appeal(Uuid),
}

impl SubjectId {
    /// Reads the id of something that a checklist can look at.
    ///
    /// # Errors
    /// When it is no id, or of something else.
    pub(super) fn parse(id: &ID, field: &str) -> Result<Self> {
        const SITE: &str = "Site";
        match parse_global(id, field)?.0.as_str() {
            OperationKind::NAME => OperationId::parse(id, field).map(Self::Operation),
            ClusterKind::NAME => ClusterId::parse(id, field).map(Self::Cluster),
            OrganisationKind::NAME => OrganisationId::parse(id, field).map(Self::Organisation),
            SITE => SiteId::parse(id, field).map(Self::Site),
            AssessedAppealKind::NAME => AssessedAppealId::parse(id, field).map(|id| Self::Appeal(id.uuid())),
            _ => {
                let message = "give the id of an operation, cluster, organisation, site or appeal";
                Err(Error::invalid(field, "id-wrong-kind", message))
            }
        }
    }

    /// What a stored subject is.
    pub(super) fn of(kind: SubjectKind, id: Uuid) -> Self {
        match kind {
            SubjectKind::Operation => Self::Operation(OperationId::from_uuid(id)),
            SubjectKind::Cluster => Self::Cluster(ClusterId::from_uuid(id)),
            SubjectKind::Organisation => Self::Organisation(OrganisationId::from_uuid(id)),
            SubjectKind::Site => Self::Site(SiteId::from_uuid(id)),
            SubjectKind::Appeal => Self::Appeal(id),
        }
    }

    /// What kind of thing it is of.
    pub fn kind(self) -> SubjectKind {
        match self {
            Self::Operation(_) => SubjectKind::Operation,
            Self::Cluster(_) => SubjectKind::Cluster,
            Self::Organisation(_) => SubjectKind::Organisation,
            Self::Site(_) => SubjectKind::Site,
            Self::Appeal(_) => SubjectKind::Appeal,
        }
    }

    /// The id as the database keeps it.
    pub fn uuid(self) -> Uuid {
        match self {
            Self::Operation(id) => id.uuid(),
            Self::Cluster(id) => id.uuid(),
            Self::Organisation(id) => id.uuid(),
            Self::Site(id) => id.uuid(),
            Self::Appeal(id) => id,
        }
    }

    /// The id as clients see it.
    pub(super) fn global(self) -> ID {
        match self {
            Self::Operation(id) => id.global(),
            Self::Cluster(id) => id.global(),
            Self::Organisation(id) => id.global(),
            Self::Site(id) => id.global(),
            Self::Appeal(id) => AssessedAppealId::from_uuid(id).global(),
        }
    }
}

/// Something that a checklist can look at, and what it belongs to: whoever knows the subject's area says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub id: SubjectId,
    /// What it belongs to.
    pub scope: Scope,
}

text_enum! {
    /// How far a checklist is.
    ChecklistStatus {
        /// Being filled in.
        Draft = "DRAFT",
        /// Frozen: what was rated and its score stay as they are.
        Submitted = "SUBMITTED",
    }
}

text_enum! {
    /// What a piece of evidence is.
    EvidenceKind {
        /// A document.
        Document = "DOCUMENT",
        /// A photo.
        Photo = "PHOTO",
        /// What somebody saw.
        Observation = "OBSERVATION",
        /// What somebody was told.
        Interview = "INTERVIEW",
        /// A link to a dataset.
        DatasetLink = "DATASET_LINK",
    }
}

impl EvidenceKind {
    /// Whether it is a thing that lies somewhere, and so wants a file or an address.
    pub(super) fn lies_somewhere(self) -> bool {
        matches!(self, Self::Document | Self::Photo | Self::DatasetLink)
    }
}

text_enum! {
    /// How pressing an improvement action is.
    ActionPriority {
        /// First.
        High = "HIGH",
        /// Then.
        Medium = "MEDIUM",
        /// When there is time.
        Low = "LOW",
    }
}

text_enum! {
    /// How far an improvement action is.
    ImprovementStatus {
        /// Not begun.
        Open = "OPEN",
        /// Under way.
        InProgress = "IN_PROGRESS",
        /// Done.
        Done = "DONE",
        /// Given up.
        Cancelled = "CANCELLED",
    }
}

impl ImprovementStatus {
    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::InProgress)
    }
}

/// How far something meets an edition of the standards, as somebody found on a day.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = checklists, check_for_backend(diesel::pg::Pg))]
pub struct Checklist {
    /// The checklist's id.
    pub id: ChecklistId,
    /// The operation.
    pub operation_id: OperationId,
    /// The cluster that it is made in; none for the operation as a whole.
    pub cluster_id: Option<ClusterId>,
    /// The organisation whose own it is; none for those of the coordination.
    pub organisation_id: Option<OrganisationId>,
    /// What kind of thing it looks at.
    pub subject_kind: SubjectKind,
    /// What it looks at.
    pub subject_id: Uuid,
    /// The edition.
    pub framework_id: FrameworkId,
    /// Counts the checklists of the subject that were made there by them.
    pub round: i32,
    /// How far it is.
    pub status: ChecklistStatus,
    /// The day that it speaks of.
    pub assessed_on: NaiveDate,
    /// What is said of it as a whole.
    pub note: Option<String>,
    /// When it was submitted.
    pub submitted_at: Option<DateTime<Utc>>,
    /// By whom.
    pub submitted_by: Option<UserId>,
    /// Counts changes.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Checklist {
    fn scope(&self) -> Scope {
        Scope { organisation: self.organisation_id, ..self.place() }
    }
}

impl Checklist {
    /// Where it belongs, whoever's own it is.
    pub(super) fn place(&self) -> Scope {
        Scope::operation(self.operation_id).shared_by(self.cluster_id)
    }

    /// What it looks at.
    pub fn subject(&self) -> SubjectId {
        SubjectId::of(self.subject_kind, self.subject_id)
    }

    /// Whether everybody with a role in the operation may read it: what was submitted of the operation and its clusters. What is said of a partner or a
    /// school is for those whom it concerns, and of an appeal its editions tell.
    pub(super) fn is_shared(&self) -> bool {
        self.status == ChecklistStatus::Submitted && SHARED_SUBJECTS.contains(&self.subject_kind)
    }

    /// Lets pass a checklist that is still being filled in.
    ///
    /// # Errors
    /// `CONFLICT` when it was submitted.
    pub(super) fn require_draft(&self, field: &str) -> Result<()> {
        match self.status {
            ChecklistStatus::Draft => Ok(()),
            ChecklistStatus::Submitted => {
                let message = "this checklist was submitted and stays as it is; begin the next round";
                Err(Error::conflict("checklist-submitted", message).at(field))
            }
        }
    }
}

/// The subjects whose submitted checklists are shared.
pub(super) const SHARED_SUBJECTS: [SubjectKind; 2] = [SubjectKind::Operation, SubjectKind::Cluster];

/// How a key action, or a standard without any, was found.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = checklist_ratings, check_for_backend(diesel::pg::Pg))]
pub(super) struct RatingRow {
    /// The checklist.
    pub(super) checklist_id: ChecklistId,
    /// The code of what is rated.
    pub(super) code: String,
    /// The standard that it is, or is of.
    pub(super) standard_id: StandardId,
    /// How it was found.
    pub(super) rating: Rating,
    /// Why it is not applicable.
    pub(super) reason: Option<String>,
    /// What was seen.
    pub(super) note: Option<String>,
}

/// What a rating stands on.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = evidence_items, check_for_backend(diesel::pg::Pg))]
pub struct Evidence {
    /// The piece of evidence.
    pub id: EvidenceId,
    /// The checklist.
    pub checklist_id: ChecklistId,
    /// The code of what it speaks of.
    pub code: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it lies, if elsewhere.
    pub url: Option<String>,
    /// The file, if it lies here.
    pub file_id: Option<FileId>,
    /// When it was collected.
    pub collected_on: NaiveDate,
    /// By which role or organisation.
    pub collected_by: String,
    /// What it shows.
    pub note: Option<String>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// What is to be done about a gap.
#[derive(
    Debug, Clone, PartialEq, Eq, Queryable, QueryableByName, Selectable, Insertable, AsChangeset, Serialize, Deserialize,
)]
#[diesel(table_name = improvement_actions, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct ImprovementAction {
    /// The action.
    pub id: ImprovementActionId,
    /// The operation.
    pub operation_id: OperationId,
    /// The cluster of the checklist.
    pub cluster_id: Option<ClusterId>,
    /// The organisation whose own the checklist is; none for those of the coordination.
    pub owner_id: Option<OrganisationId>,
    /// The checklist that found the gap.
    pub checklist_id: ChecklistId,
    /// The code of what it is about.
    pub code: String,
    /// What is missing.
    pub gap: String,
    /// What is to be done.
    pub action: String,
    /// How pressing it is.
    pub priority: ActionPriority,
    /// The organisation that answers for it.
    pub organisation_id: Option<OrganisationId>,
    /// The person that answers for it.
    pub user_id: Option<UserId>,
    /// The last day for it.
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    pub status: ImprovementStatus,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for ImprovementAction {
    fn scope(&self) -> Scope {
        Scope { organisation: self.owner_id, ..self.place() }
    }
}

impl ImprovementAction {
    /// Where it belongs, whoever's own its checklist is.
    pub(super) fn place(&self) -> Scope {
        Scope::operation(self.operation_id).shared_by(self.cluster_id)
    }

    /// Whether its last day has passed and something is still to be done.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.status.is_open() && self.due_on.is_some_and(|due| due < today)
    }
}

/// A text of 1 to `longest` characters.
///
/// # Errors
/// When it is empty or too long.
pub(in crate::standards) fn said(text: &str, longest: usize, field: impl Into<String>) -> Result<String> {
    let text = text.trim();
    if (1..=longest).contains(&text.chars().count()) {
        Ok(text.to_owned())
    } else {
        Err(Error::invalid(field, "text-length", format!("write 1 to {longest} characters")))
    }
}

/// The same where nothing needs to be said: a blank text says nothing.
///
/// # Errors
/// When it is too long.
pub(in crate::standards) fn said_optional(
    text: Option<&str>,
    longest: usize,
    field: impl Into<String>,
) -> Result<Option<String>> {
    text.filter(|text| !text.trim().is_empty()).map(|text| said(text, longest, field)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_overdue_from_the_day_after_its_last_until_it_is_done_or_given_up() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let action = |status, due: Option<&str>| ImprovementAction {
            id: ImprovementActionId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            cluster_id: None,
            owner_id: None,
            checklist_id: ChecklistId::from_uuid(Uuid::nil()),
            code: "INEE-2024-03".to_owned(),
            gap: "No calendar".to_owned(),
            action: "Agree on one".to_owned(),
            priority: ActionPriority::High,
            organisation_id: None,
            user_id: None,
            due_on: due.map(day),
            status,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        };
        let open = action(ImprovementStatus::Open, Some("2026-06-30"));
        let days = ["2026-06-29", "2026-06-30", "2026-07-01"];
        assert_eq!(days.map(|today| open.is_overdue(day(today))), [false, false, true]);
        assert!(action(ImprovementStatus::InProgress, Some("2026-06-30")).is_overdue(day("2026-07-01")));
        for status in [ImprovementStatus::Done, ImprovementStatus::Cancelled] {
            assert!(!action(status, Some("2026-06-30")).is_overdue(day("2026-07-01")), "{status}");
        }
        assert!(!action(ImprovementStatus::Open, None).is_overdue(day("2099-01-01")));
    }

    #[test]
    fn a_subject_is_read_as_what_it_is_and_nothing_else_is_one() {
        let uuid = Uuid::from_u128(7);
        for kind in SubjectKind::ALL {
            let subject = SubjectId::of(*kind, uuid);
            assert_eq!(SubjectId::parse(&subject.global(), "subjectId").expect("its own id"), subject);
            assert_eq!((subject.kind(), subject.uuid()), (*kind, uuid));
        }
        let user = UserId::from_uuid(uuid).global();
        assert_eq!(SubjectId::parse(&user, "subjectId").expect_err("a person").key(), "id-wrong-kind");
    }
}
