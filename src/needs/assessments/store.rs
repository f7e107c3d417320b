//! The tables of assessments.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use chrono::NaiveDate;
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::model::{
    AffectedGroup, AreaOf, Assessment, AssessmentDocument, AssessmentDocumentId, AssessmentId, AssessmentStatus,
    OrganisationOf, Overlap, Parts, Tag,
};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::{OperationId, OrganisationId},
    },
    places::AdminAreaId,
    schema::{assessment_areas, assessment_documents, assessment_organisations, assessment_tags, assessments},
};

pub(super) async fn insert(mut conn: Conn<'_>, assessment: &Assessment) -> Result<()> {
    let inserted = diesel::insert_into(assessments::table).values(assessment).execute(&mut conn).await;
    explain_constraint(inserted, |constraint| {
        let message = "there is an assessment with this id; make a new one";
        (constraint == "assessments_pkey").then(|| Error::invalid("id", "id-taken", message))
    })?;
    Ok(())
}

pub(super) async fn update(mut conn: Conn<'_>, assessment: &Assessment) -> Result<()> {
    diesel::update(assessments::table.find(assessment.id)).set(assessment).execute(&mut conn).await?;
    Ok(())
}

/// Puts the parts of an assessment in the place of those it had.
pub(super) async fn set_parts(mut conn: Conn<'_>, id: AssessmentId, parts: &Parts) -> Result<()> {
    use diesel::{delete, insert_into};
    delete(assessment_areas::table.filter(assessment_areas::assessment_id.eq(id))).execute(&mut conn).await?;
    let organisations = assessment_organisations::table.filter(assessment_organisations::assessment_id.eq(id));
    delete(organisations).execute(&mut conn).await?;
    delete(assessment_tags::table.filter(assessment_tags::assessment_id.eq(id))).execute(&mut conn).await?;
    insert_into(assessment_areas::table).values(&parts.areas).execute(&mut conn).await?;
    insert_into(assessment_organisations::table).values(&parts.organisations).execute(&mut conn).await?;
    insert_into(assessment_tags::table).values(&parts.tags).execute(&mut conn).await?;
    Ok(())
}

/// The parts of an assessment, in order.
pub(super) async fn parts(mut conn: Conn<'_>, id: AssessmentId) -> Result<Parts> {
    Ok(Parts {
        areas: assessment_areas::table
            .filter(assessment_areas::assessment_id.eq(id))
            .order(assessment_areas::area_id)
            .select(AreaOf::as_select())
            .load(&mut conn)
            .await?,
        organisations: assessment_organisations::table
            .filter(assessment_organisations::assessment_id.eq(id))
            .order(assessment_organisations::organisation_id)
            .select(OrganisationOf::as_select())
            .load(&mut conn)
            .await?,
        tags: assessment_tags::table
            .filter(assessment_tags::assessment_id.eq(id))
            .order((assessment_tags::kind, assessment_tags::value))
            .select(Tag::as_select())
            .load(&mut conn)
            .await?,
    })
}

/// The assessment of an id.
pub(super) async fn assessment(mut conn: Conn<'_>, id: AssessmentId) -> Result<Option<Assessment>> {
    Ok(assessments::table.find(id).select(Assessment::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn lock(mut conn: Conn<'_>, id: AssessmentId) -> Result<Option<Assessment>> {
    Ok(assessments::table.find(id).select(Assessment::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// The organisations that make an assessment.
pub(super) async fn organisations_of(mut conn: Conn<'_>, id: AssessmentId) -> Result<Vec<OrganisationId>> {
    let of = assessment_organisations::table.filter(assessment_organisations::assessment_id.eq(id));
    Ok(of.select(assessment_organisations::organisation_id).load(&mut conn).await?)
}

/// Which assessments are wanted.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    pub(super) statuses: Option<Vec<AssessmentStatus>>,
    pub(super) area: Option<AdminAreaId>,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) month_of: Option<NaiveDate>,
}

/// The assessments of an operation that the viewer may know of, the latest first: what is confidential only within `reach`, and where one of the
/// `own` organisations makes it.
pub(super) async fn assessments(
    mut conn: Conn<'_>,
    operation: OperationId,
    reach: &Reach,
    own: &[OrganisationId],
    wanted: Wanted,
    page: &Page,
) -> Result<Vec<Assessment>> {
    let after = page.after_key::<(NaiveDate, AssessmentId)>()?;
    let statement = "select a.* from assessments a where a.operation_id = $1 \
        and (a.confidentiality = 'UNPROTECTED' or $2 or a.operation_id = any($3) or coalesce(a.cluster_id = any($4), false) \
            or exists (select from assessment_organisations o where o.assessment_id = a.id and o.organisation_id = any($5))) \
        and ($6::text[] is null or a.status = any($6)) \
        and ($7::uuid is null or exists (select from assessment_areas w \
            join admin_area_ancestors x on (x.area_id, x.ancestor_id) in ((w.area_id, $7), ($7, w.area_id)) \
            where w.assessment_id = a.id)) \
        and ($8::uuid is null or exists (select from assessment_organisations o \
            where o.assessment_id = a.id and o.organisation_id = $8)) \
        and ($9::date is null or (a.starts_on < (date_trunc('month', $9::timestamp) + interval '1 month')::date \
            and a.ends_on > date_trunc('month', $9::timestamp)::date)) \
        and ($10::uuid is null or (a.starts_on, a.id) < ($11::date, $10)) \
        order by a.starts_on desc, a.id desc limit $12";
    Ok(sql_query(statement)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Bool, _>(reach.everywhere)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&reach.operations)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(&reach.clusters)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(own)
        .bind::<sql_types::Nullable<sql_types::Array<sql_types::Text>>, _>(wanted.statuses)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.area)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(wanted.organisation)
        .bind::<sql_types::Nullable<sql_types::Date>, _>(wanted.month_of)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(after.map(|(_, id)| id))
        .bind::<sql_types::Nullable<sql_types::Date>, _>(after.map(|(day, _)| day))
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?)
}

/// How many documents an assessment has.
pub(super) async fn documents_of(mut conn: Conn<'_>, id: AssessmentId) -> Result<i64> {
    let of = assessment_documents::table.filter(assessment_documents::assessment_id.eq(id));
    Ok(of.count().get_result(&mut conn).await?)
}

pub(super) async fn insert_document(mut conn: Conn<'_>, document: &AssessmentDocument) -> Result<()> {
    diesel::insert_into(assessment_documents::table).values(document).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn document(mut conn: Conn<'_>, id: AssessmentDocumentId) -> Result<Option<AssessmentDocument>> {
    let query = assessment_documents::table.find(id).select(AssessmentDocument::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn remove_document(mut conn: Conn<'_>, id: AssessmentDocumentId) -> Result<bool> {
    Ok(diesel::delete(assessment_documents::table.find(id)).execute(&mut conn).await? == 1)
}

/// A row of [`overlaps`].
#[derive(QueryableByName)]
struct OverlapRow {
    #[diesel(sql_type = sql_types::Uuid)]
    id: AssessmentId,
    #[diesel(sql_type = sql_types::Uuid)]
    other_id: AssessmentId,
    #[diesel(sql_type = sql_types::Array<sql_types::Uuid>)]
    areas: Vec<Uuid>,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    groups: Vec<AffectedGroup>,
    #[diesel(sql_type = sql_types::Date)]
    from_month: NaiveDate,
    #[diesel(sql_type = sql_types::Date)]
    to_month: NaiveDate,
}

/// Which of these assessments, planned or under way, ask the same people of a place in the same month as another one of their operation: of a
/// place, when one area lies in the other; the same people, when one group is part of the other.
async fn overlaps(mut conn: Conn<'_>, of: &[AssessmentId]) -> Result<Vec<Overlap>> {
    let (ones, others): (Vec<AffectedGroup>, Vec<AffectedGroup>) = AffectedGroup::meeting().unzip();
    let statement = "with open as ( \
            select id, operation_id, starts_on, date_trunc('month', starts_on::timestamp)::date as first_month, \
                date_trunc('month', (ends_on - 1)::timestamp)::date as last_month \
            from assessments where status in ('PLANNED', 'ONGOING')), \
        pairs as ( \
            select m.id, o.id as other_id, o.starts_on as other_starts_on, greatest(m.first_month, o.first_month) as from_month, \
                least(m.last_month, o.last_month) as to_month \
            from open m join open o on o.operation_id = m.operation_id and o.id <> m.id \
                and o.first_month <= m.last_month and m.first_month <= o.last_month \
            where m.id = any($1)), \
        places as ( \
            select p.id, p.other_id, array_agg(distinct m.area_id) as areas \
            from pairs p join assessment_areas m on m.assessment_id = p.id \
                join assessment_areas o on o.assessment_id = p.other_id \
                join admin_area_ancestors x on (x.area_id, x.ancestor_id) in ((m.area_id, o.area_id), (o.area_id, m.area_id)) \
            group by p.id, p.other_id), \
        people as ( \
            select p.id, p.other_id, array_agg(distinct m.value) as groups \
            from pairs p join assessment_tags m on m.assessment_id = p.id and m.kind = 'AFFECTED_GROUP' \
                join assessment_tags o on o.assessment_id = p.other_id and o.kind = 'AFFECTED_GROUP' \
                join unnest($2::text[], $3::text[]) as meeting (one, other) on meeting.one = m.value and meeting.other = o.value \
            group by p.id, p.other_id) \
        select id, other_id, areas, groups, from_month, to_month \
        from pairs join places using (id, other_id) join people using (id, other_id) \
        order by id, other_starts_on, other_id";
    let rows: Vec<OverlapRow> = sql_query(statement)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(of)
        .bind::<sql_types::Array<sql_types::Text>, _>(ones)
        .bind::<sql_types::Array<sql_types::Text>, _>(others)
        .load(&mut conn)
        .await?;
    let overlap = |row: OverlapRow| Overlap {
        id: row.id,
        other_id: row.other_id,
        areas: row.areas.into_iter().map(AdminAreaId::from_uuid).collect(),
        groups: row.groups,
        from_month: row.from_month,
        to_month: row.to_month,
    };
    Ok(rows.into_iter().map(overlap).collect())
}

fn grouped<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Arc<Vec<T>>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}

/// Assessments by id, whoever may know of them: ask the policy.
pub(super) struct AssessmentById;

impl Batch<Db> for AssessmentById {
    type Key = AssessmentId;
    type Value = Arc<Assessment>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Assessment>>> {
        let query = assessments::table.filter(assessments::id.eq_any(keys)).select(Assessment::as_select());
        let rows: Vec<Assessment> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|assessment| (assessment.id, Arc::new(assessment))).collect())
    }
}

/// Where assessments are made, by area.
pub(super) struct AreasOfAssessment;

impl Batch<Db> for AreasOfAssessment {
    type Key = AssessmentId;
    type Value = Arc<Vec<AreaOf>>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Vec<AreaOf>>>> {
        let query = assessment_areas::table.filter(assessment_areas::assessment_id.eq_any(keys));
        let query = query.order(assessment_areas::area_id).select(AreaOf::as_select());
        let rows: Vec<AreaOf> = query.load(&mut db.conn().await?).await?;
        Ok(grouped(rows, |row| row.assessment_id))
    }
}

/// Who makes assessments, by organisation.
pub(super) struct OrganisationsOfAssessment;

impl Batch<Db> for OrganisationsOfAssessment {
    type Key = AssessmentId;
    type Value = Arc<Vec<OrganisationOf>>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Vec<OrganisationOf>>>> {
        let query = assessment_organisations::table.filter(assessment_organisations::assessment_id.eq_any(keys));
        let query = query.order(assessment_organisations::organisation_id).select(OrganisationOf::as_select());
        let rows: Vec<OrganisationOf> = query.load(&mut db.conn().await?).await?;
        Ok(grouped(rows, |row| row.assessment_id))
    }
}

/// What is told of assessments, by kind and value.
pub(super) struct TagsOfAssessment;

impl Batch<Db> for TagsOfAssessment {
    type Key = AssessmentId;
    type Value = Arc<Vec<Tag>>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Vec<Tag>>>> {
        let query = assessment_tags::table.filter(assessment_tags::assessment_id.eq_any(keys));
        let query = query.order((assessment_tags::kind, assessment_tags::value)).select(Tag::as_select());
        let rows: Vec<Tag> = query.load(&mut db.conn().await?).await?;
        Ok(grouped(rows, |row| row.assessment_id))
    }
}

/// The documents of assessments, as they were entered.
pub(super) struct DocumentsOfAssessment;

impl Batch<Db> for DocumentsOfAssessment {
    type Key = AssessmentId;
    type Value = Arc<Vec<AssessmentDocument>>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Vec<AssessmentDocument>>>> {
        let query = assessment_documents::table.filter(assessment_documents::assessment_id.eq_any(keys));
        let query = query.order((assessment_documents::created_at, assessment_documents::id));
        let rows: Vec<AssessmentDocument> =
            query.select(AssessmentDocument::as_select()).load(&mut db.conn().await?).await?;
        Ok(grouped(rows, |row| row.assessment_id))
    }
}

/// Where assessments ask the same people of a place in the same month as others.
pub(super) struct OverlapsOfAssessment;

impl Batch<Db> for OverlapsOfAssessment {
    type Key = AssessmentId;
    type Value = Arc<Vec<Overlap>>;

    async fn load(db: &Db, keys: Vec<AssessmentId>) -> Result<HashMap<AssessmentId, Arc<Vec<Overlap>>>> {
        Ok(grouped(overlaps(db.conn().await?, &keys).await?, |row| row.id))
    }
}
