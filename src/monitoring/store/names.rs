//! What clusters and organisations are called, for mails about many of them.

use std::collections::HashMap;

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::kit::{
    Result,
    db::Conn,
    scope::{ClusterId, OrganisationId},
    text::LocalizedText,
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// What clusters and organisations are called.
pub(in crate::monitoring) struct Names {
    clusters: HashMap<ClusterId, LocalizedText>,
    organisations: HashMap<OrganisationId, String>,
}

#[derive(QueryableByName)]
struct ClusterName {
    #[diesel(sql_type = sql_types::Uuid)]
    id: ClusterId,
    #[diesel(sql_type = sql_types::Jsonb)]
    names: LocalizedText,
}

#[derive(QueryableByName)]
struct OrganisationName {
    #[diesel(sql_type = sql_types::Uuid)]
    id: OrganisationId,
    #[diesel(sql_type = sql_types::Text)]
    name: String,
}

/// The names of these.
pub(in crate::monitoring) async fn names(
    mut conn: Conn<'_>,
    pairs: impl IntoIterator<Item = (ClusterId, OrganisationId)>,
) -> Result<Names> {
    let (clusters, organisations): (Vec<ClusterId>, Vec<OrganisationId>) = pairs.into_iter().unzip();
    let clusters: Vec<ClusterName> =
        sql_query("select id, names from clusters where id = any($1)").bind::<Ids, _>(clusters).load(&mut conn).await?;
    let organisations: Vec<OrganisationName> = sql_query("select id, name from organisations where id = any($1)")
        .bind::<Ids, _>(organisations)
        .load(&mut conn)
        .await?;
    Ok(Names {
        clusters: clusters.into_iter().map(|row| (row.id, row.names)).collect(),
        organisations: organisations.into_iter().map(|row| (row.id, row.name)).collect(),
    })
}

impl Names {
    /// What a cluster is called.
    pub(in crate::monitoring) fn cluster(&self, id: ClusterId) -> LocalizedText {
        self.clusters.get(&id).cloned().unwrap_or_default()
    }

    /// What an organisation is called.
    pub(in crate::monitoring) fn organisation(&self, id: OrganisationId) -> String {
        self.organisations.get(&id).cloned().unwrap_or_default()
    }
}
