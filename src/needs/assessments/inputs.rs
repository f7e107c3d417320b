//! What clients send.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use super::terms::{
    AffectedGroup, AssessmentConfidentiality, AssessmentCoordination, AssessmentDocumentKind, AssessmentFamily,
    AssessmentFigure, AssessmentFocus, AssessmentFrequency, AssessmentKind, AssessmentStatus, AssessmentUnit,
    CollectionTechnique, DataProximity, SamplingApproach,
};
use crate::{kit::graphql::localized::TextInLanguageInput, write_inputs};

/// What is told of an assessment.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AssessmentDetailsInput {
    /// Its title.
    pub names: Vec<TextInLanguageInput>,
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
    /// First day of collecting data.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// Where it is made, 1 to 500 areas; the country itself for a national one.
    pub area_ids: Vec<ID>,
    /// The organisations that lead it, 1 to 20.
    pub lead_organisation_ids: Vec<ID>,
    /// The organisations that take part, up to 100.
    pub participant_organisation_ids: Option<Vec<ID>>,
    /// Whom it asks, at least one group.
    pub affected_groups: Vec<AffectedGroup>,
    /// The sectors, by HPC code; education, `EDU`, when they are left out.
    pub sectors: Option<Vec<String>>,
    /// What it looks into.
    pub focuses: Option<Vec<AssessmentFocus>>,
    /// How data are collected.
    pub techniques: Option<Vec<CollectionTechnique>>,
    /// What it gives figures of.
    pub figures: Option<Vec<AssessmentFigure>>,
    /// What it is about, in words: up to 20 of at most 100 characters.
    pub topics: Option<Vec<String>>,
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
    /// How good it is; left out where nobody judged it.
    pub quality: Option<AssessmentQualityInput>,
}

/// How good an assessment is, by four pillars of 1 (poor) to 5 (very good); left out where nobody judged.
#[derive(Debug, Clone, Copy, Default, Serialize, GraphQLInputObject)]
pub struct AssessmentQualityInput {
    /// Does it serve its purpose?
    pub fit_for_purpose: Option<i32>,
    /// Can its data be trusted?
    pub trustworthiness: Option<i32>,
    /// Is its analysis sound?
    pub analytical_rigour: Option<i32>,
    /// Is it well written?
    pub analytical_writing: Option<i32>,
}

/// An assessment to enter.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateAssessmentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// The cluster that keeps it; left out, the operation as a whole.
    pub cluster_id: Option<ID>,
    /// How far it is: PLANNED when it is left out, else ONGOING or FINALISED.
    pub status: Option<AssessmentStatus>,
    /// What is told of it.
    pub assessment: AssessmentDetailsInput,
}

/// What is told of an assessment from now on.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateAssessmentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The assessment.
    pub assessment_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// How far it is; left out, as before. From PLANNED to ONGOING; it is finalised and withdrawn by mutations of their own.
    pub status: Option<AssessmentStatus>,
    /// Everything that is told of it; what is left out is no longer told.
    pub assessment: AssessmentDetailsInput,
}

/// An assessment whose results are there.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct FinaliseAssessmentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The assessment.
    pub assessment_id: ID,
    /// The version that the step is based on.
    pub base_version: i32,
    /// How good it is; left out, as before.
    pub quality: Option<AssessmentQualityInput>,
}

/// An assessment that is not made, or whose results do not hold.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct WithdrawAssessmentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The assessment.
    pub assessment_id: ID,
    /// The version that the step is based on.
    pub base_version: i32,
    /// Why.
    pub reason: String,
}

/// A document of an assessment.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddAssessmentDocumentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The assessment.
    pub assessment_id: ID,
    /// What it is.
    pub kind: AssessmentDocumentKind,
    /// What it is called.
    pub title: String,
    /// Where it lies, if elsewhere. An address or a file.
    pub url: Option<String>,
    /// The file, as `PUT /files` named it, if it lies here. Those who coordinate may get it.
    pub file_id: Option<ID>,
}

/// A document to take out.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveAssessmentDocumentInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The document.
    pub document_id: ID,
}

write_inputs!(
    CreateAssessmentInput,
    UpdateAssessmentInput,
    FinaliseAssessmentInput,
    WithdrawAssessmentInput,
    AddAssessmentDocumentInput,
    RemoveAssessmentDocumentInput,
);

/// Which assessments to list.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct AssessmentFilterInput {
    /// Those that stand so.
    pub statuses: Option<Vec<AssessmentStatus>>,
    /// Those that look at this area, at a part of it, or at what it lies in.
    pub area_id: Option<ID>,
    /// Those that this organisation leads or takes part in.
    pub organisation_id: Option<ID>,
    /// Those that collect data in the month of this day.
    pub month_of: Option<NaiveDate>,
}
