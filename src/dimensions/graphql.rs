//! Dimensions and categories in the graph.

use std::sync::Arc;

use futures::FutureExt;
use juniper::{ID, graphql_object};

use super::{
    model::{AddDimensionValuesInput, Category, CategoryKind, Counts, CreateDimensionInput, Dimension, DimensionValue},
    policy, service,
    store::{self, DimensionById, ValuesOfCategory, ValuesOfDimension},
};
use crate::{
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
        scope::OperationId,
        text::Language,
    },
};

#[graphql_object(context = Context, description = "What people can be told apart by: sex, age band, population group ...")]
impl Dimension {
    /// The dimension's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its code.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its label in your language, else in English, else in any.
    fn label(&self, context: &Context) -> &str {
        self.labels.get(context.language, Language::En)
    }

    /// Its label in every language that it has one in.
    fn labels(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.labels)
    }

    /// Whether every operation shares it.
    fn shared(&self) -> bool {
        self.operation_id.is_none()
    }

    /// Its values, in order.
    fn values<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<DimensionValue>>> {
        Later::all(context.loaders.load::<ValuesOfDimension>(self.id))
    }
}

connection!(Dimension as "DimensionConnection", "DimensionEdge");

#[graphql_object(context = Context, description = "A value of a dimension.")]
impl DimensionValue {
    /// The value's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its code, unique in the dimension.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its label in your language, else in English, else in any.
    fn label(&self, context: &Context) -> &str {
        self.labels.get(context.language, Language::En)
    }

    /// Its label in every language that it has one in.
    fn labels(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.labels)
    }

    /// The HXL attributes that it is tagged with.
    fn hxl(&self) -> Vec<&str> {
        self.hxl.iter().flatten().map(String::as_str).collect()
    }

    /// What files call it, beside its labels.
    fn synonyms(&self) -> Vec<&str> {
        self.synonyms.iter().flatten().map(String::as_str).collect()
    }

    /// Its dimension.
    fn dimension(&self) -> Lazy<DimensionById> {
        Lazy::new(self.dimension_id)
    }
}

#[graphql_object(context = Context, description = "A combination of values, at most one of each dimension: whom a figure counts.")]
impl Category {
    /// The category's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its values as sorted `dimension=value` texts joined by `;`, empty for everyone.
    fn key(&self) -> &str {
        &self.key
    }

    /// Its label in your language, else in English, else in any.
    fn label(&self, context: &Context) -> &str {
        self.labels.get(context.language, Language::En)
    }

    /// How it relates to the others: only parts may be added.
    fn kind(&self) -> CategoryKind {
        self.kind
    }

    /// Whom it counts: learners and personnel are never added together.
    fn counts(&self) -> Counts {
        self.counts
    }

    /// The values that make it; empty for everyone.
    #[graphql(name = "values")]
    fn values_of_it<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<DimensionValue>>> {
        Later::all(context.loaders.load::<ValuesOfCategory>(self.id))
    }
}

connection!(Category as "CategoryConnection", "CategoryEdge");

/// The dimensions' root fields.
#[derive(Default)]
pub struct DimensionQueries;

#[graphql_object(context = Context)]
impl DimensionQueries {
    /// What an operation may tell people apart by, its own and what all share, by code.
    async fn dimensions(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Dimension>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::may_read(&context.viewer, operation)?;
        let page = Page::new("dimensions by code", first, after.as_deref())?;
        let rows = store::dimensions(context.db.conn().await?, operation, &page).await?;
        Connection::from_rows(&page, rows, |dimension| (dimension.code.clone(),))
    }

    /// The categories that figures of an operation use, by key: everyone first.
    async fn categories(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Category>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::may_read(&context.viewer, operation)?;
        let page = Page::new("categories by key", first, after.as_deref())?;
        let rows = store::page_of_categories(context.db.conn().await?, operation, &page).await?;
        Connection::from_rows(&page, rows, |category| (category.key.clone(),))
    }
}

/// The dimensions' mutations.
#[derive(Default)]
pub struct DimensionMutations;

#[graphql_object(context = Context)]
impl DimensionMutations {
    /// Defines a dimension of an operation's own.
    async fn create_dimension(context: &Context, input: CreateDimensionInput) -> Result<Dimension> {
        context.write("createDimension", input, |transaction, input| service::create(transaction, input).boxed()).await
    }

    /// Adds values to a dimension: of an operation by its coordination, of the shared ones by who keeps the installation.
    async fn add_dimension_values(context: &Context, input: AddDimensionValuesInput) -> Result<Dimension> {
        context
            .write("addDimensionValues", input, |transaction, input| service::add_values(transaction, input).boxed())
            .await
    }
}
