//! The table of the registry.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::RegistryIndicator;
use crate::{
    kit::{Result, db::Conn, graphql::page::Page},
    schema::indicator_registry,
};

/// The indicator that has this code.
pub(in crate::plans) async fn indicator(mut conn: Conn<'_>, code: &str) -> Result<Option<RegistryIndicator>> {
    let query = indicator_registry::table.find(code).select(RegistryIndicator::as_select());
    Ok(query.first(&mut conn).await.optional()?)
}

/// The indicators of the registry, by code; only those of a sub-domain where one is named.
pub(in crate::plans) async fn indicators(
    mut conn: Conn<'_>,
    sub_domain: Option<&str>,
    page: &Page,
) -> Result<Vec<RegistryIndicator>> {
    let mut query = indicator_registry::table.select(RegistryIndicator::as_select()).into_boxed();
    if let Some(sub_domain) = sub_domain {
        query = query.filter(indicator_registry::sub_domain_code.eq(sub_domain.to_owned()));
    }
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(indicator_registry::code.gt(code));
    }
    Ok(query.order(indicator_registry::code).limit(page.limit()).load(&mut conn).await?)
}
