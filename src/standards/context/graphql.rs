//! Contextualisations in the graph.

use std::sync::Arc;

use chrono::NaiveDate;
use futures::FutureExt;
use juniper::{ID, graphql_object};

use super::{
    model::{
        ContextualItem, Contextualisation, ContextualisationStep, SetContextualItemsInput, StartContextualisationInput,
        UpdateContextualisationInput,
    },
    policy, service,
    store::{self, ItemsOfContextualisation},
};
use crate::{
    clusters::OperationById,
    connection,
    kit::{
        Result,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        ids::Id,
        scope::OperationId,
        text::Language,
    },
    standards::frameworks::FrameworkById,
};

#[graphql_object(context = Context, description = "An edition of the standards made to fit a country, in seven steps.")]
impl Contextualisation {
    /// The contextualisation's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The operation; its country is the one that the standards are made to fit.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The edition.
    fn framework(&self) -> Lazy<FrameworkById> {
        Lazy::new(self.framework_id)
    }

    /// Which step it is in.
    fn step(&self) -> ContextualisationStep {
        self.step
    }

    /// When it was adopted; null until then.
    fn adopted_on(&self) -> Option<NaiveDate> {
        self.adopted_on
    }

    /// Where its document lies, if elsewhere.
    fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Its document, if it lies here: `GET /files/{id}`, for those who coordinate.
    fn file_id(&self) -> Option<ID> {
        self.file_id.map(Id::global)
    }

    /// What standards and key actions mean here, by code.
    fn items<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<ContextualItem>>> {
        Later::all(context.loaders.load::<ItemsOfContextualisation>(self.id))
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(Contextualisation as "ContextualisationConnection", "ContextualisationEdge");

#[graphql_object(context = Context, description = "What a standard or key action means in a country.")]
impl ContextualItem {
    /// The code of the standard or key action.
    fn code(&self) -> &str {
        &self.code
    }

    /// What it means here, in your language, else in English, else in any.
    fn text(&self, context: &Context) -> &str {
        self.texts.get(context.language, Language::En)
    }

    /// What it means here, in every language that it was said in.
    fn texts(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.texts)
    }

    /// By what is measured that it is met.
    fn threshold(&self) -> Option<&str> {
        self.threshold.as_deref()
    }
}

/// The contextualisations' queries.
#[derive(Default)]
pub struct ContextQueries;

#[graphql_object(context = Context)]
impl ContextQueries {
    /// The editions that are being made to fit an operation's country, as they were begun.
    async fn contextualisations(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Contextualisation>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::require_reader(&context.viewer, operation)?;
        let page = Page::new("contextualisations by id", first, after.as_deref())?;
        let rows = store::contextualisations(context.db.conn().await?, operation, &page).await?;
        Connection::from_rows(&page, rows, |contextualisation| (contextualisation.id,))
    }
}

/// The contextualisations' mutations.
#[derive(Default)]
pub struct ContextMutations;

#[graphql_object(context = Context)]
impl ContextMutations {
    /// Begins to make an edition fit an operation's country, at the first of seven steps.
    async fn start_contextualisation(
        context: &Context,
        input: StartContextualisationInput,
    ) -> Result<Contextualisation> {
        context
            .write("startContextualisation", input, |transaction, input| service::start(transaction, input).boxed())
            .await
    }

    /// Changes how far a contextualisation is: its step, its document, and when it was adopted.
    async fn update_contextualisation(
        context: &Context,
        input: UpdateContextualisationInput,
    ) -> Result<Contextualisation> {
        context
            .write("updateContextualisation", input, |transaction, input| service::update(transaction, input).boxed())
            .await
    }

    /// Says what standards and key actions mean here, and by what is measured that they are met.
    async fn set_contextual_items(context: &Context, input: SetContextualItemsInput) -> Result<Contextualisation> {
        context
            .write("setContextualItems", input, |transaction, input| service::set_items(transaction, input).boxed())
            .await
    }
}
