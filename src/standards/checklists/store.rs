//! The tables of checklists.

mod batches;

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{pg::Pg, prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use serde_json::Value;
use uuid::Uuid;

pub(super) use batches::{ActionsOfChecklist, ChecklistById, EvidenceOfChecklist, FoundOfChecklist};

use super::{
    found::{Entered, Found},
    model::{
        Checklist, ChecklistId, ChecklistStatus, Evidence, EvidenceId, ImprovementAction, ImprovementActionId,
        ImprovementStatus, RatingRow, SHARED_SUBJECTS, SubjectId, SubjectKind,
    },
};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        db::{Conn, explain_constraint},
        graphql::page::Page,
        scope::{OperationId, OrganisationId, Scope, UserId},
    },
    schema::{checklist_ratings, checklists, evidence_items, improvement_actions},
    standards::frameworks::{self, Framework, FrameworkId},
};

/// The number of a subject's next round, among those that were made in the same place by the same organisation, or by the coordination: whoever makes
/// one sees them all, and a number tells nobody of what others found.
pub(super) async fn next_round(mut conn: Conn<'_>, scope: &Scope, subject: SubjectId) -> Result<i32> {
    let rounds = checklists::table
        .filter(checklists::operation_id.eq_any(scope.operation))
        .filter(checklists::cluster_id.is_not_distinct_from(scope.keeper()))
        .filter(checklists::organisation_id.is_not_distinct_from(scope.organisation))
        .filter(checklists::subject_kind.eq(subject.kind()).and(checklists::subject_id.eq(subject.uuid())));
    let last: Option<i32> = rounds.select(diesel::dsl::max(checklists::round)).first(&mut conn).await?;
    Ok(last.unwrap_or(0) + 1)
}

pub(super) async fn insert(mut conn: Conn<'_>, checklist: &Checklist) -> Result<()> {
    let inserted = diesel::insert_into(checklists::table).values(checklist).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| match constraint {
        "checklists_by_round" => {
            Some(Error::conflict("busy", "another checklist of it was begun at this moment; try again"))
        }
        "checklists_pkey" => {
            Some(Error::invalid("id", "id-taken", "there is a checklist with this id; make a new one"))
        }
        _ => None,
    })?;
    Ok(())
}

/// The checklist of an id.
pub(super) async fn checklist(mut conn: Conn<'_>, id: ChecklistId) -> Result<Option<Checklist>> {
    Ok(checklists::table.find(id).select(Checklist::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn lock(mut conn: Conn<'_>, id: ChecklistId) -> Result<Option<Checklist>> {
    Ok(checklists::table.find(id).select(Checklist::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// Says what changed of a draft.
pub(super) async fn update(mut conn: Conn<'_>, checklist: &Checklist) -> Result<()> {
    diesel::update(checklists::table.find(checklist.id))
        .set((
            checklists::assessed_on.eq(checklist.assessed_on),
            checklists::note.eq(&checklist.note),
            checklists::version.eq(checklist.version),
            checklists::updated_at.eq(checklist.updated_at),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Freezes a checklist with what it found.
pub(super) async fn submit(
    mut conn: Conn<'_>,
    id: ChecklistId,
    snapshot: Value,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<Checklist> {
    Ok(diesel::update(checklists::table.find(id))
        .set((
            checklists::status.eq(ChecklistStatus::Submitted),
            checklists::snapshot.eq(Some(snapshot)),
            checklists::submitted_at.eq(Some(now)),
            checklists::submitted_by.eq(Some(by)),
            checklists::version.eq(checklists::version + 1),
            checklists::updated_at.eq(now),
        ))
        .returning(Checklist::as_returning())
        .get_result(&mut conn)
        .await?)
}

/// Which checklists are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) subject: Option<SubjectId>,
    pub(super) status: Option<ChecklistStatus>,
    pub(super) framework: Option<FrameworkId>,
}

/// The checklists of an operation that a viewer who reads everything within `reach` may read, the last day first.
pub(super) async fn checklists(
    mut conn: Conn<'_>,
    operation: OperationId,
    reach: &Reach,
    wanted: &Wanted,
    page: &Page,
) -> Result<Vec<Checklist>> {
    let mut query = checklists::table
        .filter(checklists::operation_id.eq(operation))
        .select(Checklist::as_select())
        .into_boxed()
        .filter(readable(reach));
    if let Some(subject) = wanted.subject {
        query =
            query.filter(checklists::subject_kind.eq(subject.kind()).and(checklists::subject_id.eq(subject.uuid())));
    }
    if let Some(status) = wanted.status {
        query = query.filter(checklists::status.eq(status));
    }
    if let Some(framework) = wanted.framework {
        query = query.filter(checklists::framework_id.eq(framework));
    }
    if let Some((day, id)) = page.after_key::<(NaiveDate, ChecklistId)>()? {
        let same_day = checklists::assessed_on.eq(day).and(checklists::id.lt(id));
        query = query.filter(checklists::assessed_on.lt(day).or(same_day));
    }
    let order = (checklists::assessed_on.desc(), checklists::id.desc());
    Ok(query.order(order).limit(page.limit()).load(&mut conn).await?)
}

type Condition = Box<dyn BoxableExpression<checklists::table, Pg, SqlType = sql_types::Bool>>;

/// What the policy says of one checklist, for a list of them.
fn readable(reach: &Reach) -> Condition {
    let shared =
        checklists::status.eq(ChecklistStatus::Submitted).and(checklists::subject_kind.eq_any(SHARED_SUBJECTS));
    let within = checklists::operation_id
        .eq_any(reach.operations.clone())
        .or(checklists::cluster_id.eq_any(reach.clusters.clone()).assume_not_null())
        .or(diesel::dsl::sql::<sql_types::Bool>(if reach.everywhere { "true" } else { "false" }));
    let mut seen: Condition = Box::new(shared.or(within));
    for (cluster, organisation) in &reach.organisations {
        let own =
            checklists::cluster_id.eq(*cluster).and(checklists::organisation_id.eq(*organisation)).assume_not_null();
        seen = Box::new(seen.or(own));
    }
    seen
}

/// What checklists found: those that were submitted as they were kept, drafts put together from their editions.
pub(super) async fn found(conn: Conn<'_>, of: &[ChecklistId]) -> Result<Vec<(ChecklistId, Found)>> {
    let rows: Vec<(ChecklistId, FrameworkId, Option<Value>)> = checklists::table
        .filter(checklists::id.eq_any(of))
        .select((checklists::id, checklists::framework_id, checklists::snapshot))
        .load(&mut { conn })
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    let mut drafts = Vec::new();
    for (id, framework, snapshot) in rows {
        match snapshot {
            Some(snapshot) => all.push((id, serde_json::from_value(snapshot).map_err(Error::internal)?)),
            None => drafts.push((id, framework)),
        }
    }
    if !drafts.is_empty() {
        let (ids, mut editions): (Vec<ChecklistId>, Vec<FrameworkId>) = drafts.iter().copied().unzip();
        editions.sort_unstable();
        editions.dedup();
        let parts = frameworks::parts(conn, &editions).await?;
        let mut entered = Entered::new(ratings(conn, &ids).await?, evidence_counts(conn, &ids).await?);
        all.extend(drafts.into_iter().map(|(id, framework)| (id, entered.found(id, framework, &parts))));
    }
    Ok(all)
}

async fn ratings(mut conn: Conn<'_>, of: &[ChecklistId]) -> Result<Vec<RatingRow>> {
    let query = checklist_ratings::table.filter(checklist_ratings::checklist_id.eq_any(of));
    Ok(query.select(RatingRow::as_select()).load(&mut conn).await?)
}

async fn evidence_counts(mut conn: Conn<'_>, of: &[ChecklistId]) -> Result<Vec<(ChecklistId, String, i64)>> {
    Ok(evidence_items::table
        .filter(evidence_items::checklist_id.eq_any(of))
        .group_by((evidence_items::checklist_id, evidence_items::code))
        .select((evidence_items::checklist_id, evidence_items::code, diesel::dsl::count_star()))
        .load(&mut conn)
        .await?)
}

/// Keeps ratings, each in the place of the one before.
pub(super) async fn rate(mut conn: Conn<'_>, rows: &[RatingRow]) -> Result<()> {
    use diesel::upsert::excluded;
    diesel::insert_into(checklist_ratings::table)
        .values(rows)
        .on_conflict((checklist_ratings::checklist_id, checklist_ratings::code))
        .do_update()
        .set((
            checklist_ratings::rating.eq(excluded(checklist_ratings::rating)),
            checklist_ratings::reason.eq(excluded(checklist_ratings::reason)),
            checklist_ratings::note.eq(excluded(checklist_ratings::note)),
        ))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// How many pieces of evidence a checklist has.
pub(super) async fn evidence_of(mut conn: Conn<'_>, checklist: ChecklistId) -> Result<i64> {
    Ok(evidence_items::table.filter(evidence_items::checklist_id.eq(checklist)).count().get_result(&mut conn).await?)
}

pub(super) async fn insert_evidence(mut conn: Conn<'_>, evidence: &Evidence) -> Result<()> {
    let inserted = diesel::insert_into(evidence_items::table).values(evidence).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        let message = "there is a piece of evidence with this id; make a new one";
        (constraint == "evidence_items_pkey").then(|| Error::invalid("id", "id-taken", message))
    })?;
    Ok(())
}

pub(super) async fn evidence(mut conn: Conn<'_>, id: EvidenceId) -> Result<Option<Evidence>> {
    Ok(evidence_items::table.find(id).select(Evidence::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn remove_evidence(mut conn: Conn<'_>, id: EvidenceId) -> Result<bool> {
    Ok(diesel::delete(evidence_items::table.find(id)).execute(&mut conn).await? == 1)
}

/// How many improvement actions a checklist has.
pub(super) async fn actions_of(mut conn: Conn<'_>, checklist: ChecklistId) -> Result<i64> {
    let of = improvement_actions::table.filter(improvement_actions::checklist_id.eq(checklist));
    Ok(of.count().get_result(&mut conn).await?)
}

pub(super) async fn insert_action(mut conn: Conn<'_>, action: &ImprovementAction) -> Result<()> {
    let inserted = diesel::insert_into(improvement_actions::table).values(action).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        let message = "there is an improvement action with this id; make a new one";
        (constraint == "improvement_actions_pkey").then(|| Error::invalid("id", "id-taken", message))
    })?;
    Ok(())
}

pub(super) async fn lock_action(mut conn: Conn<'_>, id: ImprovementActionId) -> Result<Option<ImprovementAction>> {
    let query = improvement_actions::table.find(id).select(ImprovementAction::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn update_action(mut conn: Conn<'_>, action: &ImprovementAction) -> Result<()> {
    diesel::update(improvement_actions::table.find(action.id)).set(action).execute(&mut conn).await?;
    Ok(())
}

/// Which improvement actions are wanted.
#[derive(Debug, Default)]
pub(super) struct WantedActions {
    pub(super) statuses: Option<Vec<ImprovementStatus>>,
    pub(super) organisation: Option<OrganisationId>,
    /// Overdue on this day, or not.
    pub(super) overdue: Option<(bool, NaiveDate)>,
}

/// The improvement actions of an operation that a viewer who reads everything within `reach` may read, the first due first.
pub(super) async fn actions(
    mut conn: Conn<'_>,
    operation: OperationId,
    reach: &Reach,
    wanted: WantedActions,
    page: &Page,
) -> Result<Vec<ImprovementAction>> {
    let (clusters, organisations): (Vec<_>, Vec<_>) = reach.organisations.iter().copied().unzip();
    let after = page.after_key::<(Option<NaiveDate>, ImprovementActionId)>()?;
    let statement = "select a.* from improvement_actions a where a.operation_id = $1 \
        and ($2 or a.operation_id = any($3) or coalesce(a.cluster_id = any($4), false) or exists ( \
            select from unnest($5::uuid[], $6::uuid[]) as own (cluster_id, organisation_id) \
            where own.cluster_id = a.cluster_id and own.organisation_id in (a.owner_id, a.organisation_id))) \
        and ($7::text[] is null or a.status = any($7)) \
        and ($8::uuid is null or a.organisation_id = $8) \
        and ($9::boolean is null or (a.status in ('OPEN', 'IN_PROGRESS') and coalesce(a.due_on < $10, false)) = $9) \
        and ($11::uuid is null or (coalesce(a.due_on, 'infinity'), a.id) > (coalesce($12, 'infinity'::date), $11)) \
        order by coalesce(a.due_on, 'infinity'), a.id limit $13";
    Ok(sql_query(statement)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Bool, _>(reach.everywhere)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&reach.operations)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&reach.clusters)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(clusters)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(organisations)
        .bind::<sql_types::Nullable<sql_types::Array<sql_types::Text>>, _>(wanted.statuses)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.organisation)
        .bind::<sql_types::Nullable<sql_types::Bool>, _>(wanted.overdue.map(|(overdue, _)| overdue))
        .bind::<sql_types::Nullable<sql_types::Date>, _>(wanted.overdue.map(|(_, today)| today))
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(after.map(|(_, id)| id))
        .bind::<sql_types::Nullable<sql_types::Date>, _>(after.and_then(|(due, _)| due))
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?)
}

/// The last submitted checklist of something, and the one before it.
#[derive(Debug, Clone)]
pub struct LatestChecklist {
    /// The checklist.
    pub checklist: Checklist,
    /// The edition that it is held against.
    pub framework: Framework,
    /// What it found.
    pub found: Found,
    /// The submitted round before it against the same edition, and what that found.
    pub previous: Option<(Checklist, Found)>,
}

/// The last checklist of the coordination that was submitted and speaks of `as_of` or an earlier day, of the first of these subjects that has one.
///
/// # Errors
/// When the database cannot answer.
pub async fn latest_submitted(
    conn: Conn<'_>,
    operation: OperationId,
    subjects: &[SubjectId],
    as_of: NaiveDate,
) -> Result<Option<LatestChecklist>> {
    let ids: Vec<Uuid> = subjects.iter().map(|subject| subject.uuid()).collect();
    let kinds: Vec<SubjectKind> = subjects.iter().map(|subject| subject.kind()).collect();
    let rows: Vec<Checklist> = checklists::table
        .filter(checklists::operation_id.eq(operation).and(checklists::organisation_id.is_null()))
        .filter(checklists::subject_id.eq_any(ids).and(checklists::subject_kind.eq_any(kinds)))
        .filter(checklists::status.eq(ChecklistStatus::Submitted).and(checklists::assessed_on.le(as_of)))
        .order((checklists::assessed_on.desc(), checklists::round.desc()))
        .select(Checklist::as_select())
        .load(&mut { conn })
        .await?;
    let of = |subject: &SubjectId| rows.iter().find(|row| row.subject() == *subject);
    let Some(latest) = subjects.iter().find_map(of) else { return Ok(None) };
    let is_before = |row: &&Checklist| {
        row.subject() == latest.subject()
            && row.framework_id == latest.framework_id
            && (row.assessed_on, row.round) < (latest.assessed_on, latest.round)
    };
    let previous = rows.iter().find(is_before);
    let ids: Vec<ChecklistId> = [Some(latest), previous].into_iter().flatten().map(|row| row.id).collect();
    let mut found: std::collections::HashMap<ChecklistId, Found> = self::found(conn, &ids).await?.into_iter().collect();
    let mut take = |row: &Checklist| Some((row.clone(), found.remove(&row.id)?));
    let latest = take(latest).ok_or_else(|| Error::bug("a submitted checklist that found nothing"))?;
    let framework = frameworks::framework(conn, latest.0.framework_id).await?;
    let framework = framework.ok_or_else(|| Error::bug("a checklist without its edition"))?;
    Ok(Some(LatestChecklist { checklist: latest.0, framework, found: latest.1, previous: previous.and_then(take) }))
}
