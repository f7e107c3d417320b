//! What the totals of a plan's projects are made of.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;

use crate::{
    dimensions::CategoryId,
    kit::{
        Result,
        db::{Conn, Db},
        graphql::loaders::Batch,
    },
    places::AdminAreaId,
    plans::{
        model::{Activity, ActivityId, PlanId},
        projects::{
            learners::learners,
            model::{Project, ProjectId, ProjectStatus},
            store,
        },
        store::difference::nearest_above,
    },
    schema::{activities, admin_area_ancestors, categories, projects},
};

/// The projects of a plan that count, by code.
pub(in crate::plans::projects) async fn counted(mut conn: Conn<'_>, plan: PlanId) -> Result<Vec<Project>> {
    let query = projects::table.filter(projects::plan_id.eq(plan).and(projects::status.eq_any(ProjectStatus::COUNTED)));
    Ok(query.order(projects::code).select(Project::as_select()).load(&mut conn).await?)
}

/// Of each of these areas itself and all areas above it.
pub(in crate::plans::projects) async fn lies_in(
    mut conn: Conn<'_>,
    areas: &[AdminAreaId],
) -> Result<HashMap<AdminAreaId, HashSet<AdminAreaId>>> {
    let rows: Vec<(AdminAreaId, AdminAreaId)> = admin_area_ancestors::table
        .filter(admin_area_ancestors::area_id.eq_any(areas))
        .select((admin_area_ancestors::area_id, admin_area_ancestors::ancestor_id))
        .load(&mut conn)
        .await?;
    let mut all: HashMap<AdminAreaId, HashSet<AdminAreaId>> = HashMap::new();
    for (area, above) in rows {
        all.entry(area).or_default().insert(above);
    }
    Ok(all)
}

/// The keys of those of these categories that may be added to others.
pub(in crate::plans::projects) async fn adding_categories(
    mut conn: Conn<'_>,
    ids: &[CategoryId],
) -> Result<HashMap<CategoryId, String>> {
    let query = categories::table.filter(categories::id.eq_any(ids).and(categories::kind.ne("OF_WHICH")));
    let rows: Vec<(CategoryId, String)> = query.select((categories::id, categories::key)).load(&mut conn).await?;
    Ok(rows.into_iter().collect())
}

/// Loads how many learners projects target.
pub(in crate::plans::projects) struct PeopleOfProject;

impl Batch<Db> for PeopleOfProject {
    type Key = ProjectId;
    type Value = Decimal;

    async fn load(db: &Db, keys: Vec<ProjectId>) -> Result<HashMap<ProjectId, Decimal>> {
        let conn = db.conn().await?;
        let contents = store::contents(conn, &keys).await?;
        let targets = || contents.values().flat_map(|content| &content.targets);
        let areas: BTreeSet<AdminAreaId> = targets().map(|target| target.area_id).collect();
        let areas: Vec<AdminAreaId> = areas.into_iter().collect();
        let ids: BTreeSet<ActivityId> = targets().map(|target| target.activity_id).collect();
        let query = activities::table.filter(activities::id.eq_any(ids)).select(Activity::as_select());
        let activities: Vec<Activity> = query.load(&mut { conn }).await?;
        let above = nearest_above(conn, &areas).await?;
        let people = contents.iter().map(|(id, content)| (*id, learners(&activities, &content.targets, &above)));
        Ok(people.filter_map(|(id, people)| Some((id, people?))).collect())
    }
}
