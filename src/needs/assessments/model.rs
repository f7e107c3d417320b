//! Assessments and what is told of them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use super::{
    inputs::{
        AddAssessmentDocumentInput, AssessmentDetailsInput, AssessmentFilterInput, AssessmentQualityInput,
        CreateAssessmentInput, FinaliseAssessmentInput, RemoveAssessmentDocumentInput, UpdateAssessmentInput,
        WithdrawAssessmentInput,
    },
    terms::{
        AffectedGroup, AssessmentConfidentiality, AssessmentCoordination, AssessmentDocumentKind, AssessmentFamily,
        AssessmentFigure, AssessmentFocus, AssessmentFrequency, AssessmentKind, AssessmentRole, AssessmentStatus,
        AssessmentUnit, CollectionTechnique, DataProximity, SamplingApproach,
    },
};
use crate::{
    ids,
    kit::{
        Error, Result,
        files::FileId,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped},
        text::LocalizedText,
    },
    places::AdminAreaId,
    schema::{assessment_areas, assessment_documents, assessment_organisations, assessment_tags, assessments},
    text_enum,
};

ids! {
    /// The id of an assessment.
    AssessmentId of AssessmentKindOfId as "Assessment";
    /// The id of a document of an assessment.
    AssessmentDocumentId of AssessmentDocumentKindOfId as "AssessmentDocument";
}

/// An assessment, planned, under way or finalised.
#[derive(
    Debug, Clone, PartialEq, Eq, Queryable, QueryableByName, Selectable, Insertable, AsChangeset, Serialize, Deserialize,
)]
#[diesel(table_name = assessments, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Assessment {
    /// The assessment's id.
    pub id: AssessmentId,
    /// The operation.
    pub operation_id: OperationId,
    /// The cluster that keeps it; none for the operation as a whole.
    pub cluster_id: Option<ClusterId>,
    /// Language > title.
    pub names: LocalizedText,
    /// How far it is.
    pub status: AssessmentStatus,
    /// What type it is.
    pub kind: AssessmentKind,
    /// Which family it belongs to.
    pub family: AssessmentFamily,
    /// How it goes together with those of others.
    pub coordination: AssessmentCoordination,
    /// Whether it is repeated.
    pub frequency: AssessmentFrequency,
    /// Who may know of it.
    pub confidentiality: AssessmentConfidentiality,
    /// How those who are asked are chosen.
    pub sampling: Option<SamplingApproach>,
    /// How many are asked.
    pub sample_size: Option<i32>,
    /// Whether they are met.
    pub proximity: Option<DataProximity>,
    /// What is looked at.
    pub unit_of_analysis: Option<AssessmentUnit>,
    /// What is told of.
    pub unit_of_reporting: Option<AssessmentUnit>,
    /// First day of collecting data.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// Quality: does it serve its purpose, 1 to 5.
    pub fit_for_purpose: Option<i32>,
    /// Quality: can its data be trusted, 1 to 5.
    pub trustworthiness: Option<i32>,
    /// Quality: is its analysis sound, 1 to 5.
    pub analytical_rigour: Option<i32>,
    /// Quality: is it well written, 1 to 5.
    pub analytical_writing: Option<i32>,
    /// Why it was withdrawn.
    pub withdrawn_because: Option<String>,
    /// Counts changes.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Assessment {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id).shared_by(self.cluster_id)
    }
}

impl Assessment {
    /// Lets pass an assessment that was not withdrawn.
    ///
    /// # Errors
    /// `CONFLICT` when it was.
    pub(super) fn require_standing(&self) -> Result<()> {
        match self.status {
            AssessmentStatus::Withdrawn => {
                let message = "this assessment was withdrawn and stays as it is; enter a new one";
                Err(Error::conflict("assessment-withdrawn", message).at("assessmentId"))
            }
            AssessmentStatus::Planned | AssessmentStatus::Ongoing | AssessmentStatus::Finalised => Ok(()),
        }
    }

    /// Lets an assessment take a step: from planned to ongoing to finalised, and never back; staying is no step.
    ///
    /// # Errors
    /// `CONFLICT` at `field` that says what may follow.
    pub(super) fn check_step(&self, to: AssessmentStatus, field: &str) -> Result<()> {
        use AssessmentStatus::{Finalised, Ongoing, Planned};
        match (self.status, to) {
            (from, to) if from == to => Ok(()),
            (Planned, Ongoing) | (Planned | Ongoing, Finalised) => Ok(()),
            (from, to) => {
                let message = format!("an assessment that is {from} does not become {to}");
                Err(Error::conflict("assessment-step", message).at(field))
            }
        }
    }
}

/// Where an assessment is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = assessment_areas, check_for_backend(diesel::pg::Pg))]
pub(super) struct AreaOf {
    pub(super) assessment_id: AssessmentId,
    pub(super) area_id: AdminAreaId,
}

/// Who makes an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = assessment_organisations, check_for_backend(diesel::pg::Pg))]
pub(super) struct OrganisationOf {
    pub(super) assessment_id: AssessmentId,
    pub(super) organisation_id: OrganisationId,
    pub(super) role: AssessmentRole,
}

text_enum! {
    /// What is told of an assessment several times.
    TagKind {
        /// What it looks into.
        Focus = "FOCUS",
        /// Which sector.
        Sector = "SECTOR",
        /// Whom it asks.
        AffectedGroup = "AFFECTED_GROUP",
        /// How data are collected.
        Technique = "TECHNIQUE",
        /// What it gives figures of.
        Figure = "FIGURE",
        /// What it is about, in words.
        Topic = "TOPIC",
    }
}

/// Something that is told of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = assessment_tags, check_for_backend(diesel::pg::Pg))]
pub(super) struct Tag {
    pub(super) assessment_id: AssessmentId,
    pub(super) kind: TagKind,
    pub(super) value: String,
}

/// A document of an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = assessment_documents, check_for_backend(diesel::pg::Pg))]
pub struct AssessmentDocument {
    /// The document's id.
    pub id: AssessmentDocumentId,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// What it is.
    pub kind: AssessmentDocumentKind,
    /// What it is called.
    pub title: String,
    /// Where it lies, if elsewhere.
    pub url: Option<String>,
    /// The file, if it lies here.
    pub file_id: Option<FileId>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// That another assessment asks the same people of a place in the same month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The assessment that it is told of.
    pub(super) id: AssessmentId,
    /// The other.
    pub(super) other_id: AssessmentId,
    /// Its own areas that the other looks at, too, wholly or in part.
    pub(super) areas: Vec<AdminAreaId>,
    /// Its own groups that the other asks, too, all of them or some.
    pub(super) groups: Vec<AffectedGroup>,
    /// The first day of the first month that they share.
    pub(super) from_month: NaiveDate,
    /// The first day of the last month that they share.
    pub(super) to_month: NaiveDate,
}

/// The parts of an assessment that are several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Parts {
    pub(super) areas: Vec<AreaOf>,
    pub(super) organisations: Vec<OrganisationOf>,
    pub(super) tags: Vec<Tag>,
}

impl Parts {
    /// The values of a kind that are a code, in order.
    pub(super) fn of<T>(tags: &[Tag], kind: TagKind, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        tags.iter().filter(|tag| tag.kind == kind).filter_map(|tag| parse(&tag.value)).collect()
    }
}

/// What stands for an assessment in the history: the record and its parts.
#[derive(Serialize)]
pub(super) struct Whole<'a> {
    #[serde(flatten)]
    pub(super) assessment: &'a Assessment,
    #[serde(flatten)]
    pub(super) parts: &'a Parts,
}

/// An id that the client made, else a new one.
pub(super) fn id_or<K: crate::kit::ids::Kind>(
    given: Option<Uuid>,
    new: impl FnOnce() -> crate::kit::ids::Id<K>,
) -> crate::kit::ids::Id<K> {
    given.map_or_else(new, crate::kit::ids::Id::from_uuid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assessment(status: AssessmentStatus) -> Assessment {
        Assessment {
            id: AssessmentId::from_uuid(Uuid::nil()),
            operation_id: OperationId::from_uuid(Uuid::nil()),
            cluster_id: None,
            names: LocalizedText::default(),
            status,
            kind: AssessmentKind::Rapid,
            family: AssessmentFamily::Mira,
            coordination: AssessmentCoordination::Joint,
            frequency: AssessmentFrequency::OneOff,
            confidentiality: AssessmentConfidentiality::Unprotected,
            sampling: None,
            sample_size: None,
            proximity: None,
            unit_of_analysis: None,
            unit_of_reporting: None,
            starts_on: NaiveDate::MIN,
            ends_on: NaiveDate::MAX,
            fit_for_purpose: None,
            trustworthiness: None,
            analytical_rigour: None,
            analytical_writing: None,
            withdrawn_because: None,
            version: 1,
            created_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
        }
    }

    #[test]
    fn an_assessment_goes_from_planned_to_ongoing_to_finalised_and_never_back() {
        use AssessmentStatus::{Finalised, Ongoing, Planned, Withdrawn};
        let steps = [(Planned, Ongoing), (Planned, Finalised), (Ongoing, Finalised)];
        for from in AssessmentStatus::ALL {
            for to in AssessmentStatus::ALL {
                let allowed = from == to || steps.contains(&(*from, *to));
                assert_eq!(assessment(*from).check_step(*to, "status").is_ok(), allowed, "{from} {to}");
            }
        }
        assert!(assessment(Finalised).require_standing().is_ok());
        assert_eq!(assessment(Withdrawn).require_standing().expect_err("withdrawn").key(), "assessment-withdrawn");
    }
}
