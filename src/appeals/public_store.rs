//! What the public may read: published editions, and nothing else.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use serde_json::Value;

use super::{figures::EditionFigures, model::AppealId};
use crate::{
    kit::{Error, Result, db::Conn},
    schema::{appeals, editions},
};

/// An edition with all of its figures.
#[derive(Queryable)]
pub(super) struct PublishedEdition {
    pub(super) appeal_id: AppealId,
    pub(super) figures: Value,
}

impl PublishedEdition {
    /// The figures, read.
    pub(super) fn figures(&self) -> Result<EditionFigures> {
        serde_json::from_value(self.figures.clone()).map_err(Error::internal)
    }
}

/// An edition in the history of its appeal.
#[derive(Queryable)]
pub(super) struct EditionOfAppeal {
    pub(super) code: String,
    pub(super) number: i32,
    pub(super) published_at: DateTime<Utc>,
    pub(super) note: Option<String>,
}

/// The latest edition of every appeal, the latest first.
pub(super) async fn latest_editions(mut conn: Conn<'_>) -> Result<Vec<PublishedEdition>> {
    let mut found: Vec<(DateTime<Utc>, AppealId, Value)> = editions::table
        .distinct_on(editions::appeal_id)
        .order((editions::appeal_id, editions::number.desc()))
        .select((editions::published_at, editions::appeal_id, editions::figures))
        .load(&mut conn)
        .await?;
    found.sort_by_key(|(published_at, ..)| std::cmp::Reverse(*published_at));
    Ok(found.into_iter().map(|(_, appeal_id, figures)| PublishedEdition { appeal_id, figures }).collect())
}

/// One edition of the appeal with this code.
pub(super) async fn edition(mut conn: Conn<'_>, code: &str, number: i32) -> Result<Option<PublishedEdition>> {
    Ok(editions::table
        .inner_join(appeals::table)
        .filter(appeals::code.eq(code).and(editions::number.eq(number)))
        .select((editions::appeal_id, editions::figures))
        .first(&mut conn)
        .await
        .optional()?)
}

/// The history of the appeal with this code, the latest first.
pub(super) async fn editions_of(mut conn: Conn<'_>, code: &str) -> Result<Vec<EditionOfAppeal>> {
    Ok(editions::table
        .inner_join(appeals::table)
        .filter(appeals::code.eq(code))
        .order(editions::number.desc())
        .select((appeals::code, editions::number, editions::published_at, editions::note))
        .load(&mut conn)
        .await?)
}
