//! The tables of needs.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use super::model::{AreaPeople, Metric, NeedsRound, NeedsRoundId, NeedsRoundStatus};
use crate::{
    dimensions::CategoryId,
    kit::{
        Error, Result,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::OperationId,
    },
    places::AdminAreaId,
    schema::{files, need_figures, needs_rounds},
};

/// The number of an operation's next round.
pub(super) async fn next_number(mut conn: Conn<'_>, operation: OperationId) -> Result<i32> {
    let rounds = needs_rounds::table.filter(needs_rounds::operation_id.eq(operation));
    let last: Option<i32> = rounds.select(diesel::dsl::max(needs_rounds::number)).first(&mut conn).await?;
    Ok(last.unwrap_or(0) + 1)
}

pub(super) async fn insert(mut conn: Conn<'_>, round: &NeedsRound) -> Result<()> {
    let inserted = diesel::insert_into(needs_rounds::table).values(round).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        (constraint == "needs_rounds_operation_id_number_key")
            .then(|| Error::conflict("busy", "another round was made at this moment; try again"))
    })?;
    Ok(())
}

/// Figures as columns, for one statement over all of them.
#[derive(Default)]
pub(super) struct FigureColumns {
    pub(super) areas: Vec<AdminAreaId>,
    pub(super) categories: Vec<CategoryId>,
    pub(super) metrics: Vec<Metric>,
    pub(super) values: Vec<Decimal>,
}

pub(super) async fn insert_figures(mut conn: Conn<'_>, round: NeedsRoundId, figures: FigureColumns) -> Result<usize> {
    let statement = "insert into need_figures (round_id, area_id, category_id, metric, value) \
        select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[])";
    Ok(sql_query(statement)
        .bind::<sql_types::Uuid, _>(round)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(figures.areas)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(figures.categories)
        .bind::<sql_types::Array<sql_types::Text>, _>(figures.metrics)
        .bind::<sql_types::Array<sql_types::Numeric>, _>(figures.values)
        .execute(&mut conn)
        .await?)
}

/// A round that stands and says the same: of a file with the same content, read in the same way.
pub(super) async fn same_round(mut conn: Conn<'_>, round: &NeedsRound, sha256: &[u8]) -> Result<Option<NeedsRoundId>> {
    let as_this = needs_rounds::operation_id
        .eq(round.operation_id)
        .and(needs_rounds::status.ne(NeedsRoundStatus::Superseded))
        .and(needs_rounds::method.eq(&round.method))
        .and(needs_rounds::method_version.eq(&round.method_version))
        .and(needs_rounds::source.eq(&round.source))
        .and(needs_rounds::parameters.eq(&round.parameters))
        .and(needs_rounds::reference_from.eq(round.reference_from))
        .and(needs_rounds::reference_to.eq(round.reference_to));
    Ok(needs_rounds::table
        .inner_join(files::table)
        .filter(files::sha256.eq(sha256))
        .filter(as_this)
        .order(needs_rounds::number.desc())
        .select(needs_rounds::id)
        .first(&mut conn)
        .await
        .optional()?)
}

/// The round of an id, however far it is.
///
/// # Errors
/// When the database cannot answer.
pub async fn needs_round(mut conn: Conn<'_>, id: NeedsRoundId) -> Result<Option<NeedsRound>> {
    Ok(needs_rounds::table.find(id).select(NeedsRound::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn lock(mut conn: Conn<'_>, id: NeedsRoundId) -> Result<Option<NeedsRound>> {
    let query = needs_rounds::table.find(id).select(NeedsRound::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn set_status(
    mut conn: Conn<'_>,
    id: NeedsRoundId,
    status: NeedsRoundStatus,
    now: DateTime<Utc>,
) -> Result<NeedsRound> {
    Ok(diesel::update(needs_rounds::table.find(id))
        .set((
            needs_rounds::status.eq(status),
            needs_rounds::version.eq(needs_rounds::version + 1),
            needs_rounds::updated_at.eq(now),
        ))
        .returning(NeedsRound::as_returning())
        .get_result(&mut conn)
        .await?)
}

/// The rounds of an operation, the newest first.
pub(super) async fn rounds(
    mut conn: Conn<'_>,
    operation: OperationId,
    with_drafts: bool,
    page: &Page,
) -> Result<Vec<NeedsRound>> {
    let mut query = needs_rounds::table
        .filter(needs_rounds::operation_id.eq(operation))
        .select(NeedsRound::as_select())
        .into_boxed();
    if !with_drafts {
        let public = [NeedsRoundStatus::Published, NeedsRoundStatus::Superseded];
        query = query.filter(needs_rounds::status.eq_any(public));
    }
    if let Some((number,)) = page.after_key::<(i32,)>()? {
        query = query.filter(needs_rounds::number.lt(number));
    }
    Ok(query.order(needs_rounds::number.desc()).limit(page.limit()).load(&mut conn).await?)
}

pub(super) async fn page_of_figures(
    mut conn: Conn<'_>,
    round: NeedsRoundId,
    area: Option<AdminAreaId>,
    metric: Option<Metric>,
    page: &Page,
) -> Result<Vec<AreaPeople>> {
    let mut query =
        need_figures::table.filter(need_figures::round_id.eq(round)).select(AreaPeople::as_select()).into_boxed();
    if let Some(area) = area {
        query = query.filter(need_figures::area_id.eq(area));
    }
    if let Some(metric) = metric {
        query = query.filter(need_figures::metric.eq(metric));
    }
    if let Some((area, category, metric)) = page.after_key::<(AdminAreaId, CategoryId, Metric)>()? {
        let same_area = need_figures::area_id.eq(area);
        let same_category = need_figures::category_id.eq(category);
        let behind = need_figures::area_id
            .gt(area)
            .or(same_area.and(need_figures::category_id.gt(category)))
            .or(same_area.and(same_category).and(need_figures::metric.gt(metric)));
        query = query.filter(behind);
    }
    let order = (need_figures::area_id, need_figures::category_id, need_figures::metric);
    Ok(query.order(order).limit(page.limit()).load(&mut conn).await?)
}

/// Every figure of a round, whatever it counts.
///
/// # Errors
/// When the database cannot answer.
pub async fn figures(mut conn: Conn<'_>, round: NeedsRoundId) -> Result<Vec<AreaPeople>> {
    Ok(need_figures::table
        .filter(need_figures::round_id.eq(round))
        .order((need_figures::area_id, need_figures::category_id, need_figures::metric))
        .select(AreaPeople::as_select())
        .load(&mut conn)
        .await?)
}

/// Rounds by id, however far they are.
pub struct NeedsRoundById;

impl Batch<Db> for NeedsRoundById {
    type Key = NeedsRoundId;
    type Value = Arc<NeedsRound>;

    async fn load(db: &Db, keys: Vec<NeedsRoundId>) -> Result<HashMap<NeedsRoundId, Arc<NeedsRound>>> {
        let query = needs_rounds::table.filter(needs_rounds::id.eq_any(keys)).select(NeedsRound::as_select());
        let rows: Vec<NeedsRound> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|round| (round.id, Arc::new(round))).collect())
    }
}
