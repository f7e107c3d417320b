//! What is done with dimensions, and how categories come to be.

use std::collections::{HashMap, HashSet};

use super::{
    model::{
        self, AddDimensionValuesInput, Category, CreateDimensionInput, Dimension, DimensionId, DimensionValue,
        DimensionValueId,
    },
    policy, store,
    vocabulary::Vocabulary,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        db::{Conn, Transaction},
        graphql::localized,
        scope::OperationId,
    },
};

/// What the words of files mean in an operation.
///
/// # Errors
/// When the database cannot answer.
pub async fn vocabulary(conn: Conn<'_>, operation: OperationId) -> Result<Vocabulary> {
    Ok(Vocabulary::new(store::usable_values(conn, operation).await?))
}

/// The categories of these combinations of (dimension code, value code), in the same order; those that are missing are made. The empty
/// combination is everyone. Who may write what the categories are for is for the caller to check.
///
/// # Errors
/// When a combination has a value that the operation does not know, or two of one dimension.
pub async fn ensure_categories(
    transaction: &mut Transaction,
    operation: OperationId,
    combinations: &[Vec<(String, String)>],
) -> Result<Vec<Category>> {
    let keys = combinations.iter().map(|values| model::key(values)).collect::<Result<Vec<_>>>()?;
    let known = by_key(store::categories(transaction.conn(), operation).await?);
    let missing: Vec<(&String, &Vec<(String, String)>)> = {
        let mut seen = HashSet::new();
        keys.iter().zip(combinations).filter(|(key, _)| !known.contains_key(*key) && seen.insert(*key)).collect()
    };
    let known = if missing.is_empty() {
        known
    } else {
        let vocabulary = vocabulary(transaction.conn(), operation).await?;
        let new = missing
            .into_iter()
            .map(|(key, values)| new_category(transaction, &vocabulary, operation, key, values))
            .collect::<Result<Vec<_>>>()?;
        store::insert_categories(transaction.conn(), &new).await?;
        by_key(store::categories(transaction.conn(), operation).await?)
    };
    keys.iter()
        .map(|key| known.get(key).cloned().ok_or_else(|| Error::bug("a category that was just made is not there")))
        .collect()
}

fn by_key(categories: Vec<Category>) -> HashMap<String, Category> {
    categories.into_iter().map(|category| (category.key.clone(), category)).collect()
}

fn new_category(
    transaction: &Transaction,
    vocabulary: &Vocabulary,
    operation_id: OperationId,
    key: &str,
    values: &[(String, String)],
) -> Result<(Category, Vec<DimensionValueId>)> {
    let mut found: Vec<&(Dimension, DimensionValue)> = values
        .iter()
        .map(|(dimension, value)| {
            vocabulary.find(dimension, value).ok_or_else(|| {
                let message = format!("the operation knows no value {value} of {dimension}; define it first");
                Error::invalid("category", "category-value-unknown", message)
            })
        })
        .collect::<Result<_>>()?;
    found.sort_by(|one, other| one.0.code.cmp(&other.0.code));
    found.dedup();
    let dimensions: Vec<&str> = found.iter().map(|(dimension, _)| dimension.code.as_str()).collect();
    let labels: Vec<_> = found.iter().map(|(_, value)| &value.labels).collect();
    let category = Category {
        id: transaction.new_id(),
        operation_id,
        key: key.to_owned(),
        kind: model::kind(&dimensions),
        counts: model::counts(&dimensions),
        labels: model::label(&labels),
    };
    Ok((category, found.iter().map(|(_, value)| value.id).collect()))
}

/// Defines a dimension of an operation's own.
pub(super) async fn create(transaction: &mut Transaction, input: CreateDimensionInput) -> Result<Dimension> {
    let operation = OperationId::parse(&input.operation_id, "operationId")?;
    policy::may_define(transaction.viewer(), operation)?;
    let code = model::dimension_code(&input.code)?;
    if store::code_is_taken(transaction.conn(), operation, &code).await? {
        let message = "there is a dimension of this code already; use that one";
        return Err(Error::invalid("code", "dimension-exists", message));
    }
    let dimension = Dimension {
        id: input.id.map_or_else(|| transaction.new_id(), DimensionId::from_uuid),
        operation_id: Some(operation),
        code,
        labels: localized::read(&input.labels, "labels")?,
    };
    let values = model::values(dimension.id, &input.values, &[], || transaction.new_id())?;
    store::insert_dimension(transaction.conn(), &dimension).await?;
    store::insert_values(transaction.conn(), &values).await?;
    let change = audit::Change::new("create", dimension.id).in_operation(operation).to(&(&dimension, &values))?;
    audit::record(transaction, change).await?;
    Ok(dimension)
}

/// Adds values to a dimension.
pub(super) async fn add_values(transaction: &mut Transaction, input: AddDimensionValuesInput) -> Result<Dimension> {
    let id = DimensionId::parse(&input.dimension_id, "dimensionId")?;
    let dimension = policy::load_for_edit(transaction, id).await?;
    let before = store::values_of(transaction.conn(), id).await?;
    let values = model::values(id, &input.values, &before, || transaction.new_id())?;
    store::insert_values(transaction.conn(), &values).await?;
    let change = audit::Change::new("add-values", id).in_operation(dimension.operation_id).to(&values)?;
    audit::record(transaction, change).await?;
    Ok(dimension)
}
