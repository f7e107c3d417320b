//! The tables of plans.

pub mod areas;
pub mod batches;
pub mod difference;
pub mod parts;
pub mod wanted;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use super::{
    costing::{self, Requirement},
    model::{
        Activity, ActivityCost, ActivityId, Indicator, IndicatorId, Objective, ObjectiveId, Plan, PlanId, PlanKind,
        PlanVersion, Target,
    },
    targeted::{self, TargetedCell},
};
use crate::{
    dimensions::CategoryId,
    kit::{
        Error, Result,
        db::{Conn, explain_constraint},
        graphql::page::Page,
        scope::OperationId,
    },
    places::AdminAreaId,
    schema::{
        activities, activity_costs, clusters, indicator_dimensions, indicators, objectives, plan_clusters,
        plan_versions, response_plans, targets,
    },
};

/// The plan of an id.
///
/// # Errors
/// When the database cannot be reached.
pub async fn plan(mut conn: Conn<'_>, id: PlanId) -> Result<Option<Plan>> {
    Ok(response_plans::table.find(id).select(Plan::as_select()).first(&mut conn).await.optional()?)
}

/// The plan of an id, held until the transaction ends.
pub(super) async fn lock_plan(mut conn: Conn<'_>, id: PlanId) -> Result<Option<Plan>> {
    let query = response_plans::table.find(id).select(Plan::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// Which plans are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wanted {
    /// First day of the wanted time, and the first day after it.
    pub(super) within: Option<(NaiveDate, NaiveDate)>,
    pub(super) kind: Option<PlanKind>,
    /// Those that were never published, too.
    pub(super) with_drafts: bool,
}

/// The plans of an operation, the latest first.
pub(super) async fn plans(
    mut conn: Conn<'_>,
    operation: OperationId,
    wanted: Wanted,
    page: &Page,
) -> Result<Vec<Plan>> {
    let mut query =
        response_plans::table.filter(response_plans::operation_id.eq(operation)).select(Plan::as_select()).into_boxed();
    if let Some((first, after)) = wanted.within {
        query = query.filter(response_plans::starts_on.lt(after).and(response_plans::ends_on.gt(first)));
    }
    if let Some(kind) = wanted.kind {
        query = query.filter(response_plans::kind.eq(kind));
    }
    if !wanted.with_drafts {
        query = query.filter(response_plans::id.eq_any(plan_versions::table.select(plan_versions::plan_id)));
    }
    if let Some((starts_on, code)) = page.after_key::<(NaiveDate, String)>()? {
        let later = response_plans::starts_on.eq(starts_on).and(response_plans::code.gt(code));
        query = query.filter(response_plans::starts_on.lt(starts_on).or(later));
    }
    let order = (response_plans::starts_on.desc(), response_plans::code);
    Ok(query.order(order).limit(page.limit()).load(&mut conn).await?)
}

/// Makes a plan. False when its code is taken in the operation, or its id.
pub(super) async fn insert_plan(mut conn: Conn<'_>, plan: &Plan) -> Result<bool> {
    let inserted =
        diesel::insert_into(response_plans::table).values(plan).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(inserted == 1)
}

/// Writes what may change of a plan itself.
pub(super) async fn update_plan(mut conn: Conn<'_>, plan: &Plan) -> Result<()> {
    let updated = diesel::update(response_plans::table.find(plan.id))
        .set((
            response_plans::kind.eq(plan.kind),
            response_plans::names.eq(&plan.names),
            response_plans::starts_on.eq(plan.starts_on),
            response_plans::ends_on.eq(plan.ends_on),
            response_plans::currency.eq(&plan.currency),
            response_plans::needs_round_id.eq(plan.needs_round_id),
            response_plans::status.eq(plan.status),
            response_plans::version.eq(plan.version),
            response_plans::updated_at.eq(plan.updated_at),
        ))
        .execute(&mut conn)
        .await;
    explain_constraint(updated, held_by_reporting)?;
    Ok(())
}

/// What reporting holds on to cannot be taken from its plan: the database says so, because plans know nothing of reports.
fn held_by_reporting(constraint: &str) -> Option<Error> {
    let (field, key, message) = match constraint {
        "plan_starts_with_its_periods" => {
            ("startsOn", "plan-periods", "a reporting period of the plan starts before this day; choose an earlier one")
        }
        "plan_ends_with_its_periods" => {
            ("endsOn", "plan-periods", "a reporting period of the plan ends after this day; choose a later one")
        }
        "reports_to_a_cluster_of_the_plan" => {
            ("clusterIds", "plan-cluster-reported", "there are reports to a cluster that you leave out; keep it")
        }
        _ => return None,
    };
    Some(Error::invalid(field, key, message))
}

/// Counts a change inside a plan.
pub(super) async fn touch_plan(mut conn: Conn<'_>, id: PlanId, version: i32, now: DateTime<Utc>) -> Result<()> {
    diesel::update(response_plans::table.find(id))
        .set((response_plans::version.eq(version), response_plans::updated_at.eq(now)))
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// Makes a plan's clusters what the record says. False when one of them is no cluster of the plan's operation.
pub(super) async fn set_clusters(mut conn: Conn<'_>, plan: &Plan) -> Result<bool> {
    let others = plan_clusters::plan_id.eq(plan.id).and(plan_clusters::cluster_id.ne_all(&plan.clusters));
    let left_out = diesel::delete(plan_clusters::table.filter(others)).execute(&mut conn).await;
    explain_constraint(left_out, held_by_reporting)?;
    let of_operation = clusters::table
        .filter(clusters::operation_id.eq(plan.operation_id).and(clusters::id.eq_any(&plan.clusters)))
        .select((plan.id.into_sql::<sql_types::Uuid>(), clusters::id));
    diesel::insert_into(plan_clusters::table)
        .values(of_operation)
        .into_columns((plan_clusters::plan_id, plan_clusters::cluster_id))
        .on_conflict_do_nothing()
        .execute(&mut conn)
        .await?;
    let kept: i64 =
        plan_clusters::table.filter(plan_clusters::plan_id.eq(plan.id)).count().get_result(&mut conn).await?;
    Ok(usize::try_from(kept).is_ok_and(|kept| kept == plan.clusters.len()))
}

/// The objectives of a plan, by reference.
pub(super) async fn objectives(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Objective>> {
    let query = objectives::table.filter(objectives::plan_id.eq(plan)).select(Objective::as_select());
    Ok(query.order(objectives::ref_code).load(&mut conn).await?)
}

pub(super) async fn objective(mut conn: Conn<'_>, id: ObjectiveId) -> Result<Option<Objective>> {
    Ok(objectives::table.find(id).select(Objective::as_select()).first(&mut conn).await.optional()?)
}

/// Makes an objective. False when its reference is taken in the plan, or its id.
pub(super) async fn insert_objective(mut conn: Conn<'_>, objective: &Objective) -> Result<bool> {
    let inserted =
        diesel::insert_into(objectives::table).values(objective).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(inserted == 1)
}

/// The activities of a plan, by reference.
///
/// # Errors
/// When the database cannot be reached.
pub async fn activities(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Activity>> {
    let query = activities::table.filter(activities::plan_id.eq(plan)).select(Activity::as_select());
    Ok(query.order(activities::ref_code).load(&mut conn).await?)
}

pub(super) async fn activity(mut conn: Conn<'_>, id: ActivityId) -> Result<Option<Activity>> {
    Ok(activities::table.find(id).select(Activity::as_select()).first(&mut conn).await.optional()?)
}

/// Makes an activity. False when its reference is taken in the plan, or its id.
pub(super) async fn insert_activity(mut conn: Conn<'_>, activity: &Activity) -> Result<bool> {
    let inserted =
        diesel::insert_into(activities::table).values(activity).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(inserted == 1)
}

pub(super) async fn update_activity(mut conn: Conn<'_>, activity: &Activity) -> Result<()> {
    diesel::update(activities::table.find(activity.id)).set(activity).execute(&mut conn).await?;
    Ok(())
}

/// The costs of all activities of a plan.
pub(super) async fn costs(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<ActivityCost>> {
    Ok(activity_costs::table
        .inner_join(activities::table)
        .filter(activities::plan_id.eq(plan))
        .select(ActivityCost::as_select())
        .order(activity_costs::id)
        .load(&mut conn)
        .await?)
}

/// What a plan costs.
///
/// # Errors
/// When the database cannot be reached.
pub async fn requirement(conn: Conn<'_>, plan: PlanId) -> Result<Requirement> {
    let (activities, costs) = futures::try_join!(activities(conn, plan), costs(conn, plan))?;
    Ok(costing::requirement(&activities, &costs))
}

pub(super) async fn costs_of_activity(mut conn: Conn<'_>, activity: ActivityId) -> Result<Vec<ActivityCost>> {
    let query =
        activity_costs::table.filter(activity_costs::activity_id.eq(activity)).select(ActivityCost::as_select());
    Ok(query.order(activity_costs::id).load(&mut conn).await?)
}

/// Makes these the costs of an activity.
pub(super) async fn set_costs(mut conn: Conn<'_>, activity: ActivityId, costs: &[ActivityCost]) -> Result<()> {
    diesel::delete(activity_costs::table.filter(activity_costs::activity_id.eq(activity))).execute(&mut conn).await?;
    diesel::insert_into(activity_costs::table).values(costs).execute(&mut conn).await?;
    Ok(())
}

/// The indicators of a plan, by reference.
///
/// # Errors
/// When the database cannot be reached.
pub async fn indicators(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Indicator>> {
    let query = indicators::table.filter(indicators::plan_id.eq(plan)).select(Indicator::as_select());
    Ok(query.order(indicators::ref_code).load(&mut conn).await?)
}

pub(super) async fn indicator(mut conn: Conn<'_>, id: IndicatorId) -> Result<Option<Indicator>> {
    Ok(indicators::table.find(id).select(Indicator::as_select()).first(&mut conn).await.optional()?)
}

/// Makes an indicator. False when its reference is taken in the plan, or its id.
pub(super) async fn insert_indicator(mut conn: Conn<'_>, indicator: &Indicator) -> Result<bool> {
    let inserted =
        diesel::insert_into(indicators::table).values(indicator).on_conflict_do_nothing().execute(&mut conn).await?;
    Ok(inserted == 1)
}

/// Writes what may change of an indicator. What it counts stays once reports have rows of it: the database sees to that.
pub(super) async fn update_indicator(mut conn: Conn<'_>, indicator: &Indicator) -> Result<()> {
    let updated = diesel::update(indicators::table.find(indicator.id)).set(indicator).execute(&mut conn).await;
    explain_constraint(updated, |constraint| {
        let field = match constraint {
            "indicators_kind_reported" => "measure.kind",
            "indicators_people_reported" => "measure.countsPeople",
            _ => return None,
        };
        let message = "partners report on this indicator, so what it counts stays; add another indicator instead";
        Some(Error::conflict("indicator-reported", message).at(field))
    })?;
    Ok(())
}

#[derive(QueryableByName)]
struct KnownDimension {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    code: String,
}

/// Makes these the dimensions that an indicator is told apart by, and gives the codes that the operation does not know.
pub(super) async fn set_indicator_dimensions(
    mut conn: Conn<'_>,
    operation: OperationId,
    indicator: IndicatorId,
    codes: &[String],
) -> Result<Vec<String>> {
    let known: Vec<KnownDimension> = sql_query(
        "select distinct on (code) id, code from dimensions \
         where code = any($1) and (operation_id is null or operation_id = $2) order by code, operation_id nulls last",
    )
    .bind::<sql_types::Array<sql_types::Text>, _>(codes)
    .bind::<sql_types::Uuid, _>(operation)
    .load(&mut conn)
    .await?;
    let of_indicator = indicator_dimensions::indicator_id.eq(indicator);
    diesel::delete(indicator_dimensions::table.filter(of_indicator)).execute(&mut conn).await?;
    let rows: Vec<_> =
        known.iter().map(|dimension| (of_indicator, indicator_dimensions::dimension_id.eq(dimension.id))).collect();
    diesel::insert_into(indicator_dimensions::table).values(rows).execute(&mut conn).await?;
    let is_known = |code: &&String| known.iter().any(|dimension| dimension.code == **code);
    Ok(codes.iter().filter(|code| !is_known(code)).cloned().collect())
}

/// Which of these (dimension, value) codes an operation does not have.
pub(super) async fn unknown_values(
    mut conn: Conn<'_>,
    operation: OperationId,
    values: BTreeSet<(String, String)>,
) -> Result<HashSet<(String, String)>> {
    #[derive(QueryableByName)]
    struct Unknown {
        #[diesel(sql_type = sql_types::Text)]
        dimension: String,
        #[diesel(sql_type = sql_types::Text)]
        value: String,
    }
    let (dimensions, values): (Vec<String>, Vec<String>) = values.into_iter().unzip();
    let unknown: Vec<Unknown> = sql_query(
        "select dimension, value from unnest($1::text[], $2::text[]) as asked (dimension, value) where not exists ( \
             select from dimensions d join dimension_values v on v.dimension_id = d.id \
             where d.code = dimension and v.code = value and (d.operation_id is null or d.operation_id = $3))",
    )
    .bind::<sql_types::Array<sql_types::Text>, _>(dimensions)
    .bind::<sql_types::Array<sql_types::Text>, _>(values)
    .bind::<sql_types::Uuid, _>(operation)
    .load(&mut conn)
    .await?;
    Ok(unknown.into_iter().map(|unknown| (unknown.dimension, unknown.value)).collect())
}

/// The targets of a plan.
///
/// # Errors
/// When the database cannot be reached.
pub async fn targets(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Target>> {
    Ok(targets::table
        .inner_join(indicators::table)
        .filter(indicators::plan_id.eq(plan))
        .select(Target::as_select())
        .order((targets::indicator_id, targets::area_id, targets::category_id))
        .load(&mut conn)
        .await?)
}

#[derive(QueryableByName)]
struct CellOfPlan {
    #[diesel(sql_type = sql_types::Uuid)]
    plan_id: PlanId,
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Text)]
    category: String,
    #[diesel(sql_type = sql_types::Numeric)]
    people: Decimal,
}

#[derive(QueryableByName)]
struct AreaAbove {
    #[diesel(sql_type = sql_types::Uuid)]
    plan_id: PlanId,
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Uuid)]
    ancestor_id: AdminAreaId,
}

/// Which targets of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Targets {
    /// Those that are worked on.
    Working,
    /// Those of its latest published version.
    Published,
}

/// How many people plans target, everyone once; a plan without a target is left out.
///
/// # Errors
/// When the database cannot be reached.
pub async fn people_targeted(conn: Conn<'_>, plans: &[PlanId], targets: Targets) -> Result<HashMap<PlanId, Decimal>> {
    let (cells, areas_above) =
        futures::try_join!(targeted_cells(conn, plans, targets), areas_above(conn, plans, targets))?;
    let mut above: HashMap<PlanId, HashMap<AdminAreaId, AdminAreaId>> = HashMap::new();
    for row in areas_above {
        above.entry(row.plan_id).or_default().insert(row.area_id, row.ancestor_id);
    }
    let mut cells_of: BTreeMap<PlanId, Vec<TargetedCell>> = BTreeMap::new();
    for row in cells {
        let cell = TargetedCell { area: row.area_id, category: row.category, people: row.people };
        cells_of.entry(row.plan_id).or_default().push(cell);
    }
    let nothing_above = HashMap::new();
    let people = |plan, cells: &[TargetedCell]| {
        targeted::people_targeted(cells, above.get(&plan).unwrap_or(&nothing_above)).map(|people| (plan, people))
    };
    Ok(cells_of.iter().filter_map(|(plan, cells)| people(*plan, cells)).collect())
}

/// The targets that say how many learners: of people-counting indicators, the largest per place and category.
fn targeted(targets: Targets) -> String {
    let (indicators, targets) = match targets {
        Targets::Working => ("indicators", "targets t on t.indicator_id = i.id"),
        Targets::Published => {
            // Asked of both lists, so that no other plan's version is unfolded.
            let of_plan =
                "published_targets t on t.plan_id = i.plan_id and t.indicator_id = i.id and t.plan_id = any($1)";
            ("published_indicators", of_plan)
        }
    };
    format!(
        "with targeted as ( \
             select i.plan_id, t.area_id, c.key as category, max(t.target) as people from {indicators} i \
             join {targets} join categories c on c.id = t.category_id \
             where i.plan_id = any($1) and i.counts_people and t.target is not null \
                 and c.kind <> 'OF_WHICH' and c.counts = 'LEARNERS' group by 1, 2, 3) "
    )
}

async fn targeted_cells(mut conn: Conn<'_>, plans: &[PlanId], targets: Targets) -> Result<Vec<CellOfPlan>> {
    let query = sql_query(format!("{} select * from targeted", targeted(targets)));
    Ok(query.bind::<sql_types::Array<sql_types::Uuid>, _>(plans).load(&mut conn).await?)
}

/// Of every place with a target, the nearest place above it that has one too.
async fn areas_above(mut conn: Conn<'_>, plans: &[PlanId], targets: Targets) -> Result<Vec<AreaAbove>> {
    let query = sql_query(format!(
        "{} select distinct on (below.plan_id, below.area_id) below.plan_id, below.area_id, a.ancestor_id \
         from targeted below join admin_area_ancestors a on a.area_id = below.area_id and a.ancestor_id <> a.area_id \
         join targeted above on above.plan_id = below.plan_id and above.area_id = a.ancestor_id \
         order by below.plan_id, below.area_id, a.ancestor_level desc",
        targeted(targets)
    ));
    Ok(query.bind::<sql_types::Array<sql_types::Uuid>, _>(plans).load(&mut conn).await?)
}

/// What writing targets did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub(super) struct TargetChanges {
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) added: i64,
    #[diesel(sql_type = sql_types::BigInt)]
    pub(super) changed: i64,
}

/// Writes targets in one statement; one that stands already as it is given is left alone.
pub(super) async fn upsert_targets(mut conn: Conn<'_>, rows: &[Target]) -> Result<TargetChanges> {
    let column = |value: fn(&Target) -> Option<Decimal>| rows.iter().map(value).collect::<Vec<_>>();
    let indicators: Vec<IndicatorId> = rows.iter().map(|row| row.indicator_id).collect();
    let areas: Vec<AdminAreaId> = rows.iter().map(|row| row.area_id).collect();
    let categories: Vec<CategoryId> = rows.iter().map(|row| row.category_id).collect();
    Ok(sql_query(
        "with written as ( \
             insert into targets (indicator_id, area_id, category_id, baseline, in_need, target) \
             select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[]) \
             on conflict (indicator_id, area_id, category_id) do update set \
                 baseline = excluded.baseline, in_need = excluded.in_need, target = excluded.target \
             where (targets.baseline, targets.in_need, targets.target) \
                 is distinct from (excluded.baseline, excluded.in_need, excluded.target) \
             returning xmax = 0 as is_new) \
         select count(*) filter (where is_new) as added, count(*) filter (where not is_new) as changed from written",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(indicators)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(areas)
    .bind::<sql_types::Array<sql_types::Uuid>, _>(categories)
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Numeric>>, _>(column(|row| row.baseline))
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Numeric>>, _>(column(|row| row.in_need))
    .bind::<sql_types::Array<sql_types::Nullable<sql_types::Numeric>>, _>(column(|row| row.target))
    .get_result(&mut conn)
    .await?)
}

/// The latest published version of a plan.
pub(super) async fn latest_version(mut conn: Conn<'_>, plan: PlanId) -> Result<Option<PlanVersion>> {
    let query = plan_versions::table.filter(plan_versions::plan_id.eq(plan)).select(PlanVersion::as_select());
    Ok(query.order(plan_versions::number.desc()).first(&mut conn).await.optional()?)
}

/// The latest published version of a plan, with what it froze.
pub(super) async fn latest_snapshot(mut conn: Conn<'_>, plan: PlanId) -> Result<Option<(PlanVersion, Value)>> {
    let query = plan_versions::table
        .filter(plan_versions::plan_id.eq(plan))
        .select((PlanVersion::as_select(), plan_versions::snapshot));
    Ok(query.order(plan_versions::number.desc()).first(&mut conn).await.optional()?)
}

/// What the latest published versions of plans froze.
pub(super) async fn latest_snapshots(mut conn: Conn<'_>, plans: &[PlanId]) -> Result<Vec<(PlanId, Value)>> {
    let query = plan_versions::table
        .filter(plan_versions::plan_id.eq_any(plans))
        .distinct_on(plan_versions::plan_id)
        .order((plan_versions::plan_id, plan_versions::number.desc()));
    Ok(query.select((plan_versions::plan_id, plan_versions::snapshot)).load(&mut conn).await?)
}

pub(super) async fn insert_version(mut conn: Conn<'_>, version: &PlanVersion, snapshot: &Value) -> Result<()> {
    let row = (version, plan_versions::snapshot.eq(snapshot));
    diesel::insert_into(plan_versions::table).values(row).execute(&mut conn).await?;
    Ok(())
}
