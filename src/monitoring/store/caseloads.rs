//! The table of declared caseloads.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use super::Ids;
use crate::{
    kit::{Result, db::Conn, graphql::page::Page, scope::OrganisationId},
    places::{AdminAreaId, SiteId},
    plans::{ActivityId, PlanId},
    schema::caseload_declarations,
};

/// Organisations that serve different people by an activity in a place.
#[derive(Debug, Clone, QueryableByName)]
pub(in crate::monitoring) struct Caseload {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in crate::monitoring) activity_id: ActivityId,
    /// The site, or the area itself.
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in crate::monitoring) place_id: Uuid,
    #[diesel(sql_type = sql_types::Uuid)]
    pub(in crate::monitoring) area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Uuid>)]
    pub(in crate::monitoring) site_id: Option<SiteId>,
    #[diesel(sql_type = sql_types::Array<sql_types::Uuid>)]
    pub(in crate::monitoring) organisations: Vec<OrganisationId>,
    #[diesel(sql_type = sql_types::Timestamptz)]
    pub(in crate::monitoring) declared_at: DateTime<Utc>,
}

/// What stands declared of a plan, by activity and place.
pub(in crate::monitoring) async fn of_plan(mut conn: Conn<'_>, plan: PlanId, page: &Page) -> Result<Vec<Caseload>> {
    let sql = "select d.activity_id, d.place_id, coalesce(s.area_id, d.place_id) as area_id, s.id as site_id,
            array_agg(d.organisation_id order by d.organisation_id) as organisations, max(d.declared_at) as declared_at
        from caseload_declarations d left join sites s on s.id = d.place_id
        where d.plan_id = $1 and (d.activity_id, d.place_id) > ($2, $3)
        group by d.activity_id, d.place_id, s.id
        order by d.activity_id, d.place_id limit $4";
    let (activity, place) = page.after_key::<(Uuid, Uuid)>()?.unwrap_or_default();
    Ok(sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Uuid, _>(activity)
        .bind::<sql_types::Uuid, _>(place)
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?)
}

/// Says anew which organisations serve different people by an activity in a place. Gives those of before.
pub(in crate::monitoring) async fn replace(
    mut conn: Conn<'_>,
    (plan, activity, place): (PlanId, ActivityId, Uuid),
    organisations: &[OrganisationId],
    now: DateTime<Utc>,
) -> Result<Vec<OrganisationId>> {
    use caseload_declarations::dsl;
    let here = dsl::plan_id.eq(plan).and(dsl::activity_id.eq(activity)).and(dsl::place_id.eq(place));
    let before = diesel::delete(dsl::caseload_declarations.filter(here))
        .returning(dsl::organisation_id)
        .get_results(&mut conn)
        .await?;
    sql_query("insert into caseload_declarations select $1, $2, $3, unnest($4), $5")
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Uuid, _>(activity)
        .bind::<sql_types::Uuid, _>(place)
        .bind::<Ids, _>(organisations)
        .bind::<sql_types::Timestamptz, _>(now)
        .execute(&mut conn)
        .await?;
    Ok(before)
}
