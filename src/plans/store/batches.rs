//! Batch loads of what plans are made of.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::{
    dimensions::CategoryId,
    kit::{
        Result,
        db::{Conn, Db, Keep},
        graphql::loaders::Batch,
    },
    places::AdminAreaId,
    plans::{
        model::{
            Activity, ActivityCost, ActivityId, Indicator, IndicatorId, Objective, ObjectiveId, Plan, PlanId,
            PlanVersion, PlanVersionId, Target,
        },
        store::{self, Targets},
    },
    schema::{
        activities, activity_costs, dimensions, indicator_dimensions, indicators, objectives, plan_versions,
        response_plans,
    },
};

/// Children by the parent that `key` finds in them, their order kept.
fn by_parent<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Arc<Vec<T>>> {
    let mut grouped: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        grouped.entry(key(&row)).or_default().push(row);
    }
    grouped.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}

/// Loads plans by id.
pub struct PlanById;

impl Batch<Db> for PlanById {
    type Key = PlanId;
    type Value = Arc<Plan>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Arc<Plan>>> {
        let mut conn = db.conn().await?;
        let query = response_plans::table.filter(response_plans::id.eq_any(keys)).select(Plan::as_select());
        let found: Vec<Plan> = query.load(&mut conn).await?;
        Ok(found.into_iter().map(|plan| (plan.id, Arc::new(plan))).collect())
    }
}

/// These plans, and of each whether it was ever published.
pub(in crate::plans) async fn plans_with_versions(mut conn: Conn<'_>, ids: &[PlanId]) -> Result<Vec<(Plan, bool)>> {
    let published = diesel::dsl::exists(plan_versions::table.filter(plan_versions::plan_id.eq(response_plans::id)));
    let query = response_plans::table.filter(response_plans::id.eq_any(ids)).select((Plan::as_select(), published));
    Ok(query.load(&mut conn).await?)
}

/// Loads activities by id.
pub struct ActivityById;

impl Batch<Db> for ActivityById {
    type Key = ActivityId;
    type Value = Arc<Activity>;

    async fn load(db: &Db, keys: Vec<ActivityId>) -> Result<HashMap<ActivityId, Arc<Activity>>> {
        let mut conn = db.conn().await?;
        let query = activities::table.filter(activities::id.eq_any(keys)).select(Activity::as_select());
        let found: Vec<Activity> = query.load(&mut conn).await?;
        Ok(found.into_iter().map(|activity| (activity.id, Arc::new(activity))).collect())
    }
}

/// Loads indicators by id.
pub struct IndicatorById;

impl Batch<Db> for IndicatorById {
    type Key = IndicatorId;
    type Value = Arc<Indicator>;

    async fn load(db: &Db, keys: Vec<IndicatorId>) -> Result<HashMap<IndicatorId, Arc<Indicator>>> {
        let mut conn = db.conn().await?;
        let query = indicators::table.filter(indicators::id.eq_any(keys)).select(Indicator::as_select());
        let found: Vec<Indicator> = query.load(&mut conn).await?;
        Ok(found.into_iter().map(|indicator| (indicator.id, Arc::new(indicator))).collect())
    }
}

/// Loads objectives by id.
pub struct ObjectiveById;

impl Batch<Db> for ObjectiveById {
    type Key = ObjectiveId;
    type Value = Arc<Objective>;

    async fn load(db: &Db, keys: Vec<ObjectiveId>) -> Result<HashMap<ObjectiveId, Arc<Objective>>> {
        let mut conn = db.conn().await?;
        let query = objectives::table.filter(objectives::id.eq_any(keys)).select(Objective::as_select());
        let found: Vec<Objective> = query.load(&mut conn).await?;
        Ok(found.into_iter().map(|objective| (objective.id, Arc::new(objective))).collect())
    }
}

/// Loads the objectives of plans, by reference.
pub(in crate::plans) struct ObjectivesOfPlan;

impl Batch<Db> for ObjectivesOfPlan {
    type Key = PlanId;
    type Value = Arc<Vec<Objective>>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Self::Value>> {
        let mut conn = db.conn().await?;
        let query = objectives::table.filter(objectives::plan_id.eq_any(keys)).select(Objective::as_select());
        let found = query.order(objectives::ref_code).load(&mut conn).await?;
        Ok(by_parent(found, |objective| objective.plan_id))
    }
}

/// Loads the activities of plans, by reference.
pub(in crate::plans) struct ActivitiesOfPlan;

impl Batch<Db> for ActivitiesOfPlan {
    type Key = PlanId;
    type Value = Arc<Vec<Activity>>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Self::Value>> {
        let mut conn = db.conn().await?;
        let query = activities::table.filter(activities::plan_id.eq_any(keys)).select(Activity::as_select());
        let found = query.order(activities::ref_code).load(&mut conn).await?;
        Ok(by_parent(found, |activity| activity.plan_id))
    }
}

/// Loads the costs of activities.
pub(in crate::plans) struct CostsOfActivity;

impl Batch<Db> for CostsOfActivity {
    type Key = ActivityId;
    type Value = Arc<Vec<ActivityCost>>;

    async fn load(db: &Db, keys: Vec<ActivityId>) -> Result<HashMap<ActivityId, Self::Value>> {
        let mut conn = db.conn().await?;
        let query =
            activity_costs::table.filter(activity_costs::activity_id.eq_any(keys)).select(ActivityCost::as_select());
        let found = query.order(activity_costs::id).load(&mut conn).await?;
        Ok(by_parent(found, |cost| cost.activity_id))
    }
}

/// Loads the indicators that measure activities, by reference.
pub(in crate::plans) struct IndicatorsOfActivity;

impl Batch<Db> for IndicatorsOfActivity {
    type Key = ActivityId;
    type Value = Arc<Vec<Indicator>>;

    async fn load(db: &Db, keys: Vec<ActivityId>) -> Result<HashMap<ActivityId, Self::Value>> {
        let mut conn = db.conn().await?;
        let found: Vec<(Option<ActivityId>, Indicator)> = indicators::table
            .filter(indicators::activity_id.eq_any(keys))
            .select((indicators::activity_id, Indicator::as_select()))
            .order(indicators::ref_code)
            .load(&mut conn)
            .await?;
        Ok(of_known_parent(found))
    }
}

/// Loads the indicators that measure objectives, by reference.
pub(in crate::plans) struct IndicatorsOfObjective;

impl Batch<Db> for IndicatorsOfObjective {
    type Key = ObjectiveId;
    type Value = Arc<Vec<Indicator>>;

    async fn load(db: &Db, keys: Vec<ObjectiveId>) -> Result<HashMap<ObjectiveId, Self::Value>> {
        let mut conn = db.conn().await?;
        let found: Vec<(Option<ObjectiveId>, Indicator)> = indicators::table
            .filter(indicators::objective_id.eq_any(keys))
            .select((indicators::objective_id, Indicator::as_select()))
            .order(indicators::ref_code)
            .load(&mut conn)
            .await?;
        Ok(of_known_parent(found))
    }
}

/// Children by a parent that the table lets be absent.
fn of_known_parent<K: Eq + Hash, T>(rows: Vec<(Option<K>, T)>) -> HashMap<K, Arc<Vec<T>>> {
    let mut grouped: HashMap<K, Vec<T>> = HashMap::new();
    for (key, row) in rows {
        if let Some(key) = key {
            grouped.entry(key).or_default().push(row);
        }
    }
    grouped.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}

/// Loads the codes of the dimensions that indicators are told apart by.
pub(in crate::plans) struct DimensionsOfIndicator;

impl Batch<Db> for DimensionsOfIndicator {
    type Key = IndicatorId;
    type Value = Arc<Vec<String>>;

    async fn load(db: &Db, keys: Vec<IndicatorId>) -> Result<HashMap<IndicatorId, Self::Value>> {
        let mut conn = db.conn().await?;
        let found: Vec<(IndicatorId, String)> = indicator_dimensions::table
            .inner_join(dimensions::table)
            .filter(indicator_dimensions::indicator_id.eq_any(keys))
            .select((indicator_dimensions::indicator_id, dimensions::code))
            .order(dimensions::code)
            .load(&mut conn)
            .await?;
        Ok(of_known_parent(found.into_iter().map(|(indicator, code)| (Some(indicator), code)).collect()))
    }
}

/// Loads the published versions of plans, the latest first.
pub(in crate::plans) struct VersionsOfPlan;

impl Batch<Db> for VersionsOfPlan {
    type Key = PlanId;
    type Value = Arc<Vec<PlanVersion>>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Self::Value>> {
        let mut conn = db.conn().await?;
        let query = plan_versions::table.filter(plan_versions::plan_id.eq_any(keys)).select(PlanVersion::as_select());
        let found = query.order(plan_versions::number.desc()).load(&mut conn).await?;
        Ok(by_parent(found, |version| version.plan_id))
    }
}

/// Loads what published versions froze.
pub(in crate::plans) struct SnapshotOfVersion;

impl Batch<Db> for SnapshotOfVersion {
    type Key = PlanVersionId;
    type Value = Arc<Value>;

    async fn load(db: &Db, keys: Vec<PlanVersionId>) -> Result<HashMap<PlanVersionId, Arc<Value>>> {
        let mut conn = db.conn().await?;
        let query = plan_versions::table.filter(plan_versions::id.eq_any(keys));
        let found: Vec<(PlanVersionId, Value)> =
            query.select((plan_versions::id, plan_versions::snapshot)).load(&mut conn).await?;
        Ok(found.into_iter().map(|(version, snapshot)| (version, Arc::new(snapshot))).collect())
    }
}

/// Loads how many people plans target, as they are worked on.
pub(in crate::plans) struct PeopleTargeted;

impl Batch<Db> for PeopleTargeted {
    type Key = PlanId;
    type Value = Decimal;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Decimal>> {
        store::people_targeted(db.conn().await?, &keys, Targets::Working).await
    }
}

/// A page of an indicator's targets: behind which one, and how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::plans) struct TargetPage {
    pub(in crate::plans) indicator: IndicatorId,
    pub(in crate::plans) after: Option<(AdminAreaId, CategoryId)>,
    pub(in crate::plans) limit: i64,
}

#[derive(QueryableByName)]
struct TargetOfPage {
    #[diesel(sql_type = sql_types::BigInt)]
    page: i64,
    #[diesel(sql_type = sql_types::Uuid)]
    indicator_id: IndicatorId,
    #[diesel(sql_type = sql_types::Uuid)]
    area_id: AdminAreaId,
    #[diesel(sql_type = sql_types::Uuid)]
    category_id: CategoryId,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    baseline: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    in_need: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    target: Option<Decimal>,
}

/// Loads pages of targets: an indicator can have thousands, so that loading all of them to show ten would not do.
pub(in crate::plans) struct TargetsOfIndicator;

impl Batch<Db> for TargetsOfIndicator {
    type Key = TargetPage;
    type Value = Arc<Vec<Target>>;

    async fn load(db: &Db, keys: Vec<TargetPage>) -> Result<HashMap<TargetPage, Self::Value>> {
        let mut conn = db.conn().await?;
        let found: Vec<TargetOfPage> = sql_query(
            "select page, found.* from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) \
                 with ordinality as pages (indicator, after_area, after_category, length, page) \
             cross join lateral ( \
                 select * from targets where indicator_id = indicator \
                     and (after_area is null or (area_id, category_id) > (after_area, after_category)) \
                 order by area_id, category_id limit length) as found \
             order by page, area_id, category_id",
        )
        .bind::<sql_types::Array<sql_types::Uuid>, _>(keys.iter().map(|key| key.indicator).collect::<Vec<_>>())
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Uuid>>, _>(
            keys.iter().map(|key| key.after.map(|(area, _)| area)).collect::<Vec<_>>(),
        )
        .bind::<sql_types::Array<sql_types::Nullable<sql_types::Uuid>>, _>(
            keys.iter().map(|key| key.after.map(|(_, category)| category)).collect::<Vec<_>>(),
        )
        .bind::<sql_types::Array<sql_types::BigInt>, _>(keys.iter().map(|key| key.limit).collect::<Vec<_>>())
        .kept()
        .load(&mut conn)
        .await?;
        let page_of = |row: &TargetOfPage| {
            // SQL counts the pages from 1, in the order of the keys.
            usize::try_from(row.page - 1).ok().and_then(|page| keys.get(page).copied())
        };
        let rows = found.into_iter().map(|row| (page_of(&row), row.into_target())).collect();
        Ok(of_known_parent(rows))
    }
}

impl TargetOfPage {
    fn into_target(self) -> Target {
        Target {
            indicator_id: self.indicator_id,
            area_id: self.area_id,
            category_id: self.category_id,
            baseline: self.baseline,
            in_need: self.in_need,
            target: self.target,
        }
    }
}
