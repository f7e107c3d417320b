//! Contextualisations and what standards mean in them.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use juniper::{GraphQLInputObject, ID};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    ids,
    kit::{
        files::FileId,
        graphql::localized::TextInLanguageInput,
        scope::{OperationId, Scope, Scoped},
        text::LocalizedText,
    },
    schema::{contextual_items, contextualisations},
    standards::frameworks::FrameworkId,
    text_enum, write_inputs,
};

ids! {
    /// The id of a contextualisation.
    ContextualisationId of ContextualisationKind as "Contextualisation";
}

text_enum! {
    /// The seven steps in which an edition is made to fit a country.
    ContextualisationStep {
        /// 1: who provides education is mapped.
        Mapping = "MAPPING",
        /// 2: workshops introduce the standards.
        Orientation = "ORIENTATION",
        /// 3: a working group across sectors is formed.
        WorkingGroup = "WORKING_GROUP",
        /// 4: somebody leads the discussions.
        Facilitation = "FACILITATION",
        /// 5: what each standard means in the context is defined.
        Definition = "DEFINITION",
        /// 6: it is put together into one document.
        Synthesis = "SYNTHESIS",
        /// 7: it is presented to everyone concerned.
        Presentation = "PRESENTATION",
    }
}

/// An edition made to fit a country.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = contextualisations, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Contextualisation {
    /// The contextualisation's id.
    pub id: ContextualisationId,
    /// The operation.
    pub operation_id: OperationId,
    /// The edition.
    pub framework_id: FrameworkId,
    /// Which step it is in.
    pub step: ContextualisationStep,
    /// When it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// Where its document lies, if elsewhere.
    pub url: Option<String>,
    /// Its document, if it lies here.
    pub file_id: Option<FileId>,
    /// Counts changes.
    pub version: i32,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl Scoped for Contextualisation {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id)
    }
}

/// What a standard or key action means in a country.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = contextual_items, check_for_backend(diesel::pg::Pg))]
pub struct ContextualItem {
    /// The contextualisation.
    pub contextualisation_id: ContextualisationId,
    /// The code of the standard or key action.
    pub code: String,
    /// Language > what it means here.
    pub texts: LocalizedText,
    /// By what is measured that it is met.
    pub threshold: Option<String>,
}

/// A contextualisation to begin.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct StartContextualisationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The id that it shall have, made by the client; left out, one is made.
    pub id: Option<Uuid>,
    /// The operation, of a country or a region.
    pub operation_id: ID,
    /// The edition.
    pub framework_id: ID,
}

/// What changes of a contextualisation. What is left out stays as it is.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateContextualisationInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The contextualisation.
    pub contextualisation_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// Which step it is in; a step may be taken back.
    pub step: Option<ContextualisationStep>,
    /// When it was adopted, not on a day to come. Only what was put together into one document is adopted.
    pub adopted_on: Option<NaiveDate>,
    /// Where its document lies, if elsewhere; it takes the place of a file.
    pub url: Option<String>,
    /// Its document, as `PUT /files` named it; it takes the place of an address.
    pub file_id: Option<ID>,
}

/// What standards mean in a country.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetContextualItemsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The contextualisation.
    pub contextualisation_id: ID,
    /// The version that the change is based on.
    pub base_version: i32,
    /// What is said, 1 to 500; each takes the place of what was said of its code before.
    pub items: Vec<ContextualItemInput>,
}

/// What a standard or key action means in a country.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct ContextualItemInput {
    /// The code of the standard or key action.
    pub code: String,
    /// What it means here.
    pub texts: Vec<TextInLanguageInput>,
    /// By what is measured that it is met, such as 40 learners to a teacher.
    pub threshold: Option<String>,
}

write_inputs!(StartContextualisationInput, UpdateContextualisationInput, SetContextualItemsInput);
