//! The tables of appeals and editions.

pub(super) mod public;

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use super::model::{Appeal, AppealId, AppealStatus, Edition, EditionId, RequirementLine, Revision, RevisionId};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::OperationId,
    },
    monitoring::PeriodId,
    plans::PlanId,
    schema::{appeal_revisions, appeals, editions, requirement_lines},
};

/// How many lines go in at once: well below the number of values that a statement may carry.
const LINES_AT_ONCE: usize = 1_000;

/// Enters an appeal; false when the code is taken.
pub(super) async fn insert(mut conn: Conn<'_>, appeal: &Appeal) -> Result<bool> {
    let statement = diesel::insert_into(appeals::table).values(appeal).on_conflict(appeals::code).do_nothing();
    Ok(statement.execute(&mut conn).await? == 1)
}

pub(super) async fn update(mut conn: Conn<'_>, appeal: &Appeal) -> Result<()> {
    diesel::update(appeals::table.find(appeal.id)).set(appeal).execute(&mut conn).await?;
    Ok(())
}

/// An appeal.
///
/// # Errors
/// When it cannot be read.
pub async fn appeal(mut conn: Conn<'_>, id: AppealId) -> Result<Option<Appeal>> {
    Ok(appeals::table.find(id).select(Appeal::as_select()).first(&mut conn).await.optional()?)
}

/// The appeal with a public code.
///
/// # Errors
/// When it cannot be read.
pub async fn appeal_by_code(mut conn: Conn<'_>, code: &str) -> Result<Option<Appeal>> {
    let query = appeals::table.filter(appeals::code.eq(code)).select(Appeal::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

/// An appeal, held until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: AppealId) -> Result<Option<Appeal>> {
    Ok(appeals::table.find(id).select(Appeal::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// The appeals of an operation, drafts only where the viewer reads everything.
pub(super) async fn list(
    mut conn: Conn<'_>,
    operation: OperationId,
    drafts: &Reach,
    page: &Page,
) -> Result<Vec<Appeal>> {
    let mut query = appeals::table.filter(appeals::operation_id.eq(operation)).select(Appeal::as_select()).into_boxed();
    if !drafts.everywhere && !drafts.operations.contains(&operation) {
        let theirs = appeals::cluster_id.eq_any(drafts.clusters.clone()).assume_not_null();
        query = query.filter(appeals::status.ne(AppealStatus::Draft).or(theirs));
    }
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(appeals::code.gt(code));
    }
    Ok(query.order(appeals::code).limit(page.limit()).load(&mut conn).await?)
}

pub(super) async fn insert_revision(mut conn: Conn<'_>, revision: &Revision, lines: &[RequirementLine]) -> Result<()> {
    diesel::insert_into(appeal_revisions::table).values(revision).execute(&mut conn).await?;
    for some in lines.chunks(LINES_AT_ONCE) {
        let inserted = diesel::insert_into(requirement_lines::table).values(some).execute(&mut conn).await;
        explain_constraint(inserted, |name| {
            (name == "requirement_lines_area_id_fkey").then(|| Error::not_found("lines.areaId"))
        })?;
    }
    Ok(())
}

/// The revision that held on a day.
pub(super) async fn revision_on(mut conn: Conn<'_>, appeal: AppealId, day: NaiveDate) -> Result<Option<Revision>> {
    Ok(appeal_revisions::table
        .filter(appeal_revisions::appeal_id.eq(appeal).and(appeal_revisions::valid_from.le(day)))
        .select(Revision::as_select())
        .order(appeal_revisions::number.desc())
        .first(&mut conn)
        .await
        .optional()?)
}

/// The last revision.
pub(super) async fn last_revision(mut conn: Conn<'_>, appeal: AppealId) -> Result<Option<Revision>> {
    Ok(appeal_revisions::table
        .filter(appeal_revisions::appeal_id.eq(appeal))
        .select(Revision::as_select())
        .order(appeal_revisions::number.desc())
        .first(&mut conn)
        .await
        .optional()?)
}

/// The revisions of an appeal, the last first.
pub(super) async fn revisions(mut conn: Conn<'_>, appeal: AppealId, page: &Page) -> Result<Vec<Revision>> {
    let mut query = appeal_revisions::table
        .filter(appeal_revisions::appeal_id.eq(appeal))
        .select(Revision::as_select())
        .into_boxed();
    if let Some((number,)) = page.after_key::<(i32,)>()? {
        query = query.filter(appeal_revisions::number.lt(number));
    }
    Ok(query.order(appeal_revisions::number.desc()).limit(page.limit()).load(&mut conn).await?)
}

/// The lines of a revision.
pub(super) async fn lines(mut conn: Conn<'_>, revision: RevisionId) -> Result<Vec<RequirementLine>> {
    Ok(requirement_lines::table
        .filter(requirement_lines::revision_id.eq(revision))
        .select(RequirementLine::as_select())
        .order(requirement_lines::id)
        .load(&mut conn)
        .await?)
}

/// The lines of revisions, by revision.
pub(super) struct LinesOfRevision;

impl Batch<Db> for LinesOfRevision {
    type Key = RevisionId;
    type Value = Arc<Vec<RequirementLine>>;

    async fn load(db: &Db, keys: Vec<RevisionId>) -> Result<HashMap<RevisionId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<RequirementLine> = requirement_lines::table
            .filter(requirement_lines::revision_id.eq_any(&keys))
            .select(RequirementLine::as_select())
            .order(requirement_lines::id)
            .load(&mut conn)
            .await?;
        let mut found: HashMap<RevisionId, Vec<RequirementLine>> = HashMap::new();
        for row in rows {
            found.entry(row.revision_id).or_default().push(row);
        }
        Ok(found.into_iter().map(|(revision, lines)| (revision, Arc::new(lines))).collect())
    }
}

/// The last revision of appeals, by appeal.
pub(super) struct LastRevisionOf;

impl Batch<Db> for LastRevisionOf {
    type Key = AppealId;
    type Value = Arc<Revision>;

    async fn load(db: &Db, keys: Vec<AppealId>) -> Result<HashMap<AppealId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<Revision> = appeal_revisions::table
            .filter(appeal_revisions::appeal_id.eq_any(&keys))
            .select(Revision::as_select())
            .distinct_on(appeal_revisions::appeal_id)
            .order((appeal_revisions::appeal_id, appeal_revisions::number.desc()))
            .load(&mut conn)
            .await?;
        Ok(rows.into_iter().map(|revision| (revision.appeal_id, Arc::new(revision))).collect())
    }
}

/// Appeals by id.
pub struct AppealById;

impl Batch<Db> for AppealById {
    type Key = AppealId;
    type Value = Arc<Appeal>;

    async fn load(db: &Db, keys: Vec<AppealId>) -> Result<HashMap<AppealId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<Appeal> =
            appeals::table.filter(appeals::id.eq_any(&keys)).select(Appeal::as_select()).load(&mut conn).await?;
        Ok(rows.into_iter().map(|appeal| (appeal.id, Arc::new(appeal))).collect())
    }
}

pub(super) async fn insert_edition(mut conn: Conn<'_>, edition: &Edition) -> Result<()> {
    diesel::insert_into(editions::table).values(edition).execute(&mut conn).await?;
    Ok(())
}

/// An edition.
///
/// # Errors
/// When it cannot be read.
pub async fn edition(mut conn: Conn<'_>, id: EditionId) -> Result<Option<Edition>> {
    Ok(editions::table.find(id).select(Edition::as_select()).first(&mut conn).await.optional()?)
}

/// An edition by its number; the last one without a number.
///
/// # Errors
/// When it cannot be read.
pub async fn edition_of(mut conn: Conn<'_>, appeal: AppealId, number: Option<i32>) -> Result<Option<Edition>> {
    let mut query = editions::table.filter(editions::appeal_id.eq(appeal)).select(Edition::as_select()).into_boxed();
    if let Some(number) = number {
        query = query.filter(editions::number.eq(number));
    }
    Ok(query.order(editions::number.desc()).first(&mut conn).await.optional()?)
}

/// The editions of an appeal, the last first.
///
/// # Errors
/// When they cannot be read.
pub async fn editions(mut conn: Conn<'_>, appeal: AppealId, page: &Page) -> Result<Vec<Edition>> {
    let mut query = editions::table.filter(editions::appeal_id.eq(appeal)).select(Edition::as_select()).into_boxed();
    if let Some((number,)) = page.after_key::<(i32,)>()? {
        query = query.filter(editions::number.lt(number));
    }
    Ok(query.order(editions::number.desc()).limit(page.limit()).load(&mut conn).await?)
}

/// The first edition of an appeal.
pub(super) async fn first_edition(mut conn: Conn<'_>, appeal: AppealId) -> Result<Option<Edition>> {
    Ok(editions::table
        .filter(editions::appeal_id.eq(appeal))
        .select(Edition::as_select())
        .order(editions::number)
        .first(&mut conn)
        .await
        .optional()?)
}

/// The last period of a plan that had ended on a day.
pub(super) async fn last_period_ended(mut conn: Conn<'_>, plan: PlanId, day: NaiveDate) -> Result<Option<PeriodId>> {
    #[derive(QueryableByName)]
    struct Ended {
        #[diesel(sql_type = sql_types::Uuid)]
        id: PeriodId,
    }
    // The end of a period is the first day after it.
    let query = sql_query(
        "select id from reporting_periods where plan_id = $1 and ends_on <= $2 + 1 order by number desc limit 1",
    );
    let query = query.bind::<sql_types::Uuid, _>(plan).bind::<sql_types::Date, _>(day);
    Ok(query.get_result::<Ended>(&mut conn).await.optional()?.map(|period| period.id))
}

/// An error that says a code is taken.
pub(super) fn code_taken() -> Error {
    Error::invalid("code", "appeal-code-taken", "there is an appeal with this code already; choose another")
}
