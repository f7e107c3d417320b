//! The tables of contextualisations.

use std::{collections::HashMap, sync::Arc};

use diesel::{prelude::*, upsert::excluded};
use diesel_async::RunQueryDsl;

use super::model::{ContextualItem, Contextualisation, ContextualisationId};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::OperationId,
    },
    schema::{contextual_items, contextualisations},
};

pub(super) async fn insert(mut conn: Conn<'_>, contextualisation: &Contextualisation) -> Result<()> {
    let inserted = diesel::insert_into(contextualisations::table).values(contextualisation).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| match constraint {
        "contextualisations_operation_id_framework_id_key" => {
            let message = "this edition is being made to fit already; go on with that";
            Some(Error::conflict("contextualisation-exists", message).at("frameworkId"))
        }
        "contextualisations_pkey" => {
            Some(Error::invalid("id", "id-taken", "there is one with this id; make a new one"))
        }
        _ => None,
    })?;
    Ok(())
}

pub(super) async fn lock(mut conn: Conn<'_>, id: ContextualisationId) -> Result<Option<Contextualisation>> {
    let query = contextualisations::table.find(id).select(Contextualisation::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn update(mut conn: Conn<'_>, contextualisation: &Contextualisation) -> Result<()> {
    let row = contextualisations::table.find(contextualisation.id);
    diesel::update(row).set(contextualisation).execute(&mut conn).await?;
    Ok(())
}

/// The contextualisations of an operation, as they were begun.
pub(super) async fn contextualisations(
    mut conn: Conn<'_>,
    operation: OperationId,
    page: &Page,
) -> Result<Vec<Contextualisation>> {
    let mut query = contextualisations::table
        .filter(contextualisations::operation_id.eq(operation))
        .select(Contextualisation::as_select())
        .into_boxed();
    if let Some((id,)) = page.after_key::<(ContextualisationId,)>()? {
        query = query.filter(contextualisations::id.gt(id));
    }
    Ok(query.order(contextualisations::id).limit(page.limit()).load(&mut conn).await?)
}

/// Keeps what is said of codes, each in the place of what was said before.
pub(super) async fn set_items(mut conn: Conn<'_>, items: &[ContextualItem]) -> Result<()> {
    diesel::insert_into(contextual_items::table)
        .values(items)
        .on_conflict((contextual_items::contextualisation_id, contextual_items::code))
        .do_update()
        .set((
            contextual_items::texts.eq(excluded(contextual_items::texts)),
            contextual_items::threshold.eq(excluded(contextual_items::threshold)),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// What standards mean in contextualisations, by code.
pub(super) struct ItemsOfContextualisation;

impl Batch<Db> for ItemsOfContextualisation {
    type Key = ContextualisationId;
    type Value = Arc<Vec<ContextualItem>>;

    async fn load(
        db: &Db,
        keys: Vec<ContextualisationId>,
    ) -> Result<HashMap<ContextualisationId, Arc<Vec<ContextualItem>>>> {
        let query = contextual_items::table.filter(contextual_items::contextualisation_id.eq_any(keys));
        let query = query.order(contextual_items::code).select(ContextualItem::as_select());
        let rows: Vec<ContextualItem> = query.load(&mut db.conn().await?).await?;
        let mut grouped: HashMap<ContextualisationId, Vec<ContextualItem>> = HashMap::new();
        for row in rows {
            grouped.entry(row.contextualisation_id).or_default().push(row);
        }
        Ok(grouped.into_iter().map(|(id, rows)| (id, Arc::new(rows))).collect())
    }
}
