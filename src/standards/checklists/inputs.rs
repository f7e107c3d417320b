//! What clients send.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use serde::Serialize;
use uuid::Uuid;

use super::model::{ActionPriority, ChecklistStatus, EvidenceKind, ImprovementStatus};
use crate::{standards::score::Rating, write_inputs};

/// A checklist to begin.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreateChecklistInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// What is looked at: an operation, cluster, organisation, site or appeal.
    pub subject_id: ID,
    /// The cluster that it is made in: for an organisation always, for a site where an organisation looks at it, else left out.
    pub cluster_id: Option<ID>,
    /// The organisation that looks at a site, whose own the checklist is; left out, it is the coordination's.
    pub organisation_id: Option<ID>,
    /// The edition of the standards.
    pub framework_id: ID,
    /// The day that it speaks of, not one to come.
    pub assessed_on: NaiveDate,
    /// What is said of it as a whole.
    pub note: Option<String>,
}

/// What changes of a draft. What is left out stays as it is.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateChecklistInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The checklist.
    pub checklist_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// The day that it speaks of, not one to come.
    pub assessed_on: Option<NaiveDate>,
    /// What is said of it as a whole; an empty text takes it back.
    pub note: Option<String>,
}

/// Ratings of a draft.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RateChecklistInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The checklist.
    pub checklist_id: ID,
    /// The version that the ratings are based on.
    pub base_version: i32,
    /// How what was looked at was found, 1 to 500; what is not among them stays as it is.
    pub ratings: Vec<ChecklistRatingInput>,
}

/// How a key action, or a standard without any, was found.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ChecklistRatingInput {
    /// The code of the key action; of the standard itself where no key actions were read in.
    pub code: String,
    /// How it was found.
    pub rating: Rating,
    /// Why it is not applicable; only then, and then always.
    pub reason: Option<String>,
    /// What was seen.
    pub note: Option<String>,
}

/// A draft to submit.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SubmitChecklistInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The checklist.
    pub checklist_id: ID,
    /// The version that is submitted.
    pub base_version: i32,
}

/// A piece of evidence for a draft.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddEvidenceInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The checklist.
    pub checklist_id: ID,
    /// The code of the key action or standard that it speaks of.
    pub code: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it lies, if elsewhere. A document, photo or dataset has an address or a file; what was seen or told may have neither, and then a note.
    pub url: Option<String>,
    /// The file, as `PUT /files` named it, if it lies here.
    pub file_id: Option<ID>,
    /// When it was collected, not on a day to come.
    pub collected_on: NaiveDate,
    /// By which role or organisation; never the name of a person.
    pub collected_by: String,
    /// What it shows, without names of persons.
    pub note: Option<String>,
}

/// A piece of evidence to take out of a draft.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveEvidenceInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The piece of evidence.
    pub evidence_id: ID,
}

/// Something to be done about a gap.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddImprovementActionInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The checklist that found the gap, submitted or not.
    pub checklist_id: ID,
    /// The code of the key action or standard.
    pub code: String,
    /// What is missing.
    pub gap: String,
    /// What is to be done.
    pub action: String,
    /// How pressing it is.
    pub priority: ActionPriority,
    /// The organisation that answers for it. An organisation, a person, or both.
    pub organisation_id: Option<ID>,
    /// The account of the person who answers for it: someone with a role in the operation.
    pub person_id: Option<ID>,
    /// The last day for it.
    pub due_on: Option<NaiveDate>,
}

/// What changes of an improvement action. What is left out stays as it is. Who answers for it without keeping the checklist may change its status.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateImprovementActionInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The improvement action.
    pub action_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// What is missing.
    pub gap: Option<String>,
    /// What is to be done.
    pub action: Option<String>,
    /// How pressing it is.
    pub priority: Option<ActionPriority>,
    /// The organisation that answers for it.
    pub organisation_id: Option<ID>,
    /// The account of the person who answers for it.
    pub person_id: Option<ID>,
    /// The last day for it.
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    pub status: Option<ImprovementStatus>,
}

write_inputs!(
    CreateChecklistInput,
    UpdateChecklistInput,
    RateChecklistInput,
    SubmitChecklistInput,
    AddEvidenceInput,
    RemoveEvidenceInput,
    AddImprovementActionInput,
    UpdateImprovementActionInput,
);

/// Which checklists to list.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct ChecklistFilterInput {
    /// Those of this operation, cluster, organisation, site or appeal.
    pub subject_id: Option<ID>,
    /// Those that stand so.
    pub status: Option<ChecklistStatus>,
    /// Those against this edition.
    pub framework_id: Option<ID>,
}

/// Which improvement actions to list.
#[derive(Debug, Default, GraphQLInputObject)]
pub struct ImprovementActionFilterInput {
    /// Those that stand so.
    pub statuses: Option<Vec<ImprovementStatus>>,
    /// Those that this organisation answers for.
    pub organisation_id: Option<ID>,
    /// True: those whose last day has passed and that are not done. False: the others.
    pub overdue: Option<bool>,
}
