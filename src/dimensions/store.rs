//! The tables of dimensions.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{Category, CategoryId, Dimension, DimensionId, DimensionValue, DimensionValueId};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::OperationId,
    },
    schema::{categories, category_values, dimension_values, dimensions},
};

/// The dimensions that an operation may use: its own and the shared ones, by code.
pub(super) async fn dimensions(mut conn: Conn<'_>, operation: OperationId, page: &Page) -> Result<Vec<Dimension>> {
    let usable = dimensions::operation_id.is_null().or(dimensions::operation_id.eq(operation)).assume_not_null();
    let mut query = dimensions::table.filter(usable).select(Dimension::as_select()).into_boxed();
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(dimensions::code.gt(code));
    }
    Ok(query.order(dimensions::code).limit(page.limit()).load(&mut conn).await?)
}

/// Every value that an operation may use, with its dimension.
pub(super) async fn usable_values(
    mut conn: Conn<'_>,
    operation: OperationId,
) -> Result<Vec<(Dimension, DimensionValue)>> {
    let usable = dimensions::operation_id.is_null().or(dimensions::operation_id.eq(operation)).assume_not_null();
    Ok(dimensions::table
        .inner_join(dimension_values::table)
        .filter(usable)
        .order((dimensions::code, dimension_values::position))
        .select((Dimension::as_select(), DimensionValue::as_select()))
        .load(&mut conn)
        .await?)
}

pub(super) async fn lock_dimension(mut conn: Conn<'_>, id: DimensionId) -> Result<Option<Dimension>> {
    let query = dimensions::table.find(id).select(Dimension::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// Whether an operation may use a dimension of this code already.
pub(super) async fn code_is_taken(mut conn: Conn<'_>, operation: OperationId, code: &str) -> Result<bool> {
    let usable = dimensions::operation_id.is_null().or(dimensions::operation_id.eq(operation)).assume_not_null();
    let taken = dimensions::table.filter(dimensions::code.eq(code)).filter(usable);
    Ok(diesel::select(diesel::dsl::exists(taken)).get_result(&mut conn).await?)
}

pub(super) async fn insert_dimension(mut conn: Conn<'_>, dimension: &Dimension) -> Result<()> {
    let inserted = diesel::insert_into(dimensions::table).values(dimension).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        let message = "there is a dimension of this code already; use that one";
        (constraint == "dimensions_operation_id_code_key").then(|| Error::invalid("code", "dimension-exists", message))
    })?;
    Ok(())
}

pub(super) async fn insert_values(mut conn: Conn<'_>, values: &[DimensionValue]) -> Result<()> {
    diesel::insert_into(dimension_values::table).values(values).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn values_of(mut conn: Conn<'_>, dimension: DimensionId) -> Result<Vec<DimensionValue>> {
    Ok(dimension_values::table
        .filter(dimension_values::dimension_id.eq(dimension))
        .order(dimension_values::position)
        .select(DimensionValue::as_select())
        .load(&mut conn)
        .await?)
}

/// The categories of an operation, by key: everyone first.
///
/// # Errors
/// When the database cannot answer.
pub async fn categories(mut conn: Conn<'_>, operation: OperationId) -> Result<Vec<Category>> {
    Ok(categories::table
        .filter(categories::operation_id.eq(operation))
        .order(categories::key)
        .select(Category::as_select())
        .load(&mut conn)
        .await?)
}

pub(super) async fn page_of_categories(
    mut conn: Conn<'_>,
    operation: OperationId,
    page: &Page,
) -> Result<Vec<Category>> {
    let mut query =
        categories::table.filter(categories::operation_id.eq(operation)).select(Category::as_select()).into_boxed();
    if let Some((key,)) = page.after_key::<(String,)>()? {
        query = query.filter(categories::key.gt(key));
    }
    Ok(query.order(categories::key).limit(page.limit()).load(&mut conn).await?)
}

/// Makes the categories that are missing, each with its values. Two who make the same one at the same moment get one.
pub(super) async fn insert_categories(
    mut conn: Conn<'_>,
    categories: &[(Category, Vec<DimensionValueId>)],
) -> Result<()> {
    let rows: Vec<&Category> = categories.iter().map(|(category, _)| category).collect();
    let made: Vec<CategoryId> = diesel::insert_into(categories::table)
        .values(rows)
        .on_conflict((categories::operation_id, categories::key))
        .do_nothing()
        .returning(categories::id)
        .get_results(&mut conn)
        .await?;
    let (mut of, mut values): (Vec<CategoryId>, Vec<DimensionValueId>) = (Vec::new(), Vec::new());
    for (category, its_values) in categories.iter().filter(|(category, _)| made.contains(&category.id)) {
        of.extend(its_values.iter().map(|_| category.id));
        values.extend(its_values);
    }
    sql_query(
        "insert into category_values (category_id, dimension_value_id) select * from unnest($1::uuid[], $2::uuid[])",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(of)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(values)
    .execute(&mut conn)
    .await?;
    Ok(())
}

/// Categories by id.
pub struct CategoryById;

impl Batch<Db> for CategoryById {
    type Key = CategoryId;
    type Value = Arc<Category>;

    async fn load(db: &Db, keys: Vec<CategoryId>) -> Result<HashMap<CategoryId, Arc<Category>>> {
        let query = categories::table.filter(categories::id.eq_any(keys)).select(Category::as_select());
        let rows: Vec<Category> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|category| (category.id, Arc::new(category))).collect())
    }
}

/// The dimensions of values.
pub(super) struct DimensionById;

impl Batch<Db> for DimensionById {
    type Key = DimensionId;
    type Value = Arc<Dimension>;

    async fn load(db: &Db, keys: Vec<DimensionId>) -> Result<HashMap<DimensionId, Arc<Dimension>>> {
        let query = dimensions::table.filter(dimensions::id.eq_any(keys)).select(Dimension::as_select());
        let rows: Vec<Dimension> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|dimension| (dimension.id, Arc::new(dimension))).collect())
    }
}

/// The values of dimensions, in order.
pub(super) struct ValuesOfDimension;

impl Batch<Db> for ValuesOfDimension {
    type Key = DimensionId;
    type Value = Arc<Vec<DimensionValue>>;

    async fn load(db: &Db, keys: Vec<DimensionId>) -> Result<HashMap<DimensionId, Arc<Vec<DimensionValue>>>> {
        let rows: Vec<DimensionValue> = dimension_values::table
            .filter(dimension_values::dimension_id.eq_any(keys))
            .order((dimension_values::dimension_id, dimension_values::position))
            .select(DimensionValue::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows.into_iter().map(|value| (value.dimension_id, value))))
    }
}

/// The values that make categories, by the code of their dimension.
pub(super) struct ValuesOfCategory;

impl Batch<Db> for ValuesOfCategory {
    type Key = CategoryId;
    type Value = Arc<Vec<DimensionValue>>;

    async fn load(db: &Db, keys: Vec<CategoryId>) -> Result<HashMap<CategoryId, Arc<Vec<DimensionValue>>>> {
        let ids: Vec<Uuid> = keys.into_iter().map(CategoryId::uuid).collect();
        let rows: Vec<(CategoryId, DimensionValue)> = category_values::table
            .inner_join(dimension_values::table.inner_join(dimensions::table))
            .filter(category_values::category_id.eq_any(ids))
            .order(dimensions::code)
            .select((category_values::category_id, DimensionValue::as_select()))
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows))
    }
}

fn grouped<K: Eq + Hash, T>(rows: impl IntoIterator<Item = (K, T)>) -> HashMap<K, Arc<Vec<T>>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for (key, row) in rows {
        groups.entry(key).or_default().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}
