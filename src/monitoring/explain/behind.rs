//! The rows behind a figure, and which of their cells counted.

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use crate::{
    dimensions::CategoryId,
    kit::{Result, auth::Reach, db::Conn, graphql::page::Page},
    monitoring::{
        model::{PeriodId, ReportId, ReportRow, RowId},
        sql::GROUP_AND_SPLIT,
        store::{readable, rows_of_ids},
    },
    places::AdminAreaId,
    plans::{IndicatorId, PlanId},
};

/// Which rows are behind a figure: all of accepted reports of the plan and periods, or only some of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Behind {
    /// Only rows of this area and those below it.
    pub area: Option<AdminAreaId>,
    /// Only rows that tell of this category.
    pub category: Option<CategoryId>,
    /// Only rows of this indicator.
    pub indicator: Option<IndicatorId>,
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = sql_types::Uuid)]
    id: RowId,
}

/// The rows behind a figure that are in reach, by report and in their order there. The reports of the plan are walked one by one until the page is
/// full, so that neither their number nor the rows of other plans cost anything.
pub async fn rows_behind(
    mut conn: Conn<'_>,
    (plan, periods): (PlanId, &[PeriodId]),
    behind: Behind,
    reach: &Reach,
    page: &Page,
) -> Result<Vec<ReportRow>> {
    let after = page.after_key::<(ReportId, i32, RowId)>()?;
    let sql = format!(
        "select w.id
        from (
            select r.id from reports r
            where r.plan_id = $1 and r.period_id = any($2) and r.status = 'ACCEPTED' and {readable} and ($3 is null or r.id >= $3)
            order by r.id
        ) r
        cross join lateral (
            select w.id, w.position from report_rows w
            where w.report_id = r.id
                and ($6 is null or exists (select from admin_area_ancestors a where a.area_id = w.area_id and a.ancestor_id = $6))
                and ($7 is null or exists (select from report_cells c where c.row_id = w.id and c.category_id = $7))
                and ($8 is null or w.indicator_id = $8)
                and ($3 is null or (w.report_id, w.position, w.id) > ($3, $4, $5))
        ) w
        order by r.id, w.position, w.id limit $9",
        readable = readable(reach),
    );
    type Id = sql_types::Nullable<sql_types::Uuid>;
    let found: Vec<Place> = sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(periods)
        .bind::<Id, _>(after.map(|(report, ..)| report))
        .bind::<sql_types::Nullable<sql_types::Integer>, _>(after.map(|(_, position, _)| position))
        .bind::<Id, _>(after.map(|(.., row)| row))
        .bind::<Id, _>(behind.area)
        .bind::<Id, _>(behind.category)
        .bind::<Id, _>(behind.indicator)
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?;
    let ids: Vec<RowId> = found.into_iter().map(|place| place.id).collect();
    rows_of_ids(conn, &ids).await
}

/// A cell of a row, and whether it is one of those that people reached are made of.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct CountedCell {
    /// The row.
    #[diesel(sql_type = sql_types::Uuid)]
    pub row_id: RowId,
    /// Whom it counts.
    #[diesel(sql_type = sql_types::Uuid)]
    pub category_id: CategoryId,
    /// New and repeated people; none where neither was told.
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    pub people: Option<Decimal>,
    /// Whether it counts.
    #[diesel(sql_type = sql_types::Bool)]
    pub counts: bool,
}

/// The cells of these rows. Where several are alike, each of them counts as the one.
pub async fn counted_cells(
    mut conn: Conn<'_>,
    (plan, periods): (PlanId, &[PeriodId]),
    rows: &[RowId],
) -> Result<Vec<CountedCell>> {
    let sql = format!(
        "with picked as (
            select w.id, coalesce(w.site_id, w.area_id) as place_id, w.activity_id, w.indicator_id, r.organisation_id, r.period_id
            from report_rows w join reports r on r.id = w.report_id where w.id = any($3)
        ),
        kept as (
            select * from reach_cells
            where plan_id = $1 and period_id = any($2) and place_id in (select place_id from picked)
        ),
        best as (
            select r.place_id, r.category_id, {GROUP_AND_SPLIT}, max(r.people) as people
            from kept r join categories k on k.id = r.category_id
            where k.kind <> 'OF_WHICH' and k.counts = 'LEARNERS'
            group by r.place_id, r.category_id, k.key
        ),
        by_split as (
            select place_id, population_group, split, sum(people) as people from best group by place_id, population_group, split
        ),
        winning as (
            select distinct on (place_id, population_group) place_id, population_group, split, people
            from by_split order by place_id, population_group, people desc, split desc
        ),
        whole as (
            select place_id, coalesce(sum(people) filter (where population_group is not null), -1) as grouped,
                coalesce(max(people) filter (where population_group is null), -1) as ungrouped
            from winning group by place_id
        )
        select p.id as row_id, c.category_id, c.people, coalesce(i.counts_people and kept.people = b.people
            and (c.people = kept.people or d.declared_at is not null)
            and w.split is not null
            and case when b.population_group is null then whole.ungrouped > whole.grouped else whole.grouped >= whole.ungrouped end, false)
            as counts
        from picked p
        join indicators i on i.id = p.indicator_id
        join lateral (
            select c.category_id, case when c.new_people is null and c.repeat_people is null then null
                else coalesce(c.new_people, 0) + coalesce(c.repeat_people, 0) end as people
            from counted_cells c where c.row_id = p.id
        ) c on true
        left join kept on kept.place_id = p.place_id and kept.period_id = p.period_id and kept.category_id = c.category_id
        left join best b on b.place_id = p.place_id and b.category_id = c.category_id
        left join winning w on w.place_id = b.place_id and w.population_group is not distinct from b.population_group and w.split = b.split
        left join whole on whole.place_id = p.place_id
        left join caseload_declarations d on d.plan_id = $1 and d.activity_id = p.activity_id and d.place_id = p.place_id
            and d.organisation_id = p.organisation_id
        join categories k on k.id = c.category_id
        order by p.id, k.key, c.category_id"
    );
    Ok(sql_query(sql)
        .bind::<sql_types::Uuid, _>(plan)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(periods)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(rows)
        .load(&mut conn)
        .await?)
}
