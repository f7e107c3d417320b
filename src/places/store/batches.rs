//! Relations, loaded for many records at once.

use std::{collections::HashMap, sync::Arc};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Db, graphql::loaders::Batch},
    places::model::{AdminArea, AdminAreaId, Site, SiteId},
    schema::{admin_area_ancestors, admin_areas, sites},
};

/// Loads areas by id.
pub struct AreaById;

impl Batch<Db> for AreaById {
    type Key = AdminAreaId;
    type Value = Arc<AdminArea>;

    async fn load(db: &Db, keys: Vec<AdminAreaId>) -> Result<HashMap<AdminAreaId, Arc<AdminArea>>> {
        let mut conn = db.conn().await?;
        let found: Vec<AdminArea> = admin_areas::table
            .filter(admin_areas::id.eq_any(keys))
            .select(AdminArea::as_select())
            .load(&mut conn)
            .await?;
        Ok(found.into_iter().map(|area| (area.id, Arc::new(area))).collect())
    }
}

/// Loads sites by id.
pub struct SiteById;

impl Batch<Db> for SiteById {
    type Key = SiteId;
    type Value = Arc<Site>;

    async fn load(db: &Db, keys: Vec<SiteId>) -> Result<HashMap<SiteId, Arc<Site>>> {
        let mut conn = db.conn().await?;
        let found: Vec<Site> =
            sites::table.filter(sites::id.eq_any(keys)).select(Site::as_select()).load(&mut conn).await?;
        Ok(found.into_iter().map(|site| (site.id, Arc::new(site))).collect())
    }
}

/// Loads the areas above an area, the largest first, the area itself left out.
pub struct AncestorsOf;

impl Batch<Db> for AncestorsOf {
    type Key = AdminAreaId;
    type Value = Arc<Vec<AdminArea>>;

    async fn load(db: &Db, keys: Vec<AdminAreaId>) -> Result<HashMap<AdminAreaId, Arc<Vec<AdminArea>>>> {
        let mut conn = db.conn().await?;
        let found: Vec<(AdminAreaId, AdminArea)> = admin_area_ancestors::table
            .inner_join(admin_areas::table.on(admin_areas::id.eq(admin_area_ancestors::ancestor_id)))
            .filter(admin_area_ancestors::area_id.eq_any(keys))
            .filter(admin_area_ancestors::ancestor_id.ne(admin_area_ancestors::area_id))
            .order(admin_area_ancestors::ancestor_level)
            .select((admin_area_ancestors::area_id, AdminArea::as_select()))
            .load(&mut conn)
            .await?;
        let mut above: HashMap<AdminAreaId, Vec<AdminArea>> = HashMap::new();
        for (area, ancestor) in found {
            above.entry(area).or_default().push(ancestor);
        }
        Ok(above.into_iter().map(|(area, above)| (area, Arc::new(above))).collect())
    }
}
