//! Who is expected to report to a cluster.

use std::collections::{HashMap, HashSet};

use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::{
    kit::{
        Result,
        db::Conn,
        scope::{ClusterId, OrganisationId},
    },
    monitoring::{model::PeriodId, sql::expected},
    plans::PlanId,
};

type Ids = sql_types::Array<sql_types::Uuid>;

/// Whether an organisation is expected to report to a cluster in a period.
pub(in crate::monitoring) async fn is_expected(
    mut conn: Conn<'_>,
    (plan, period): (PlanId, PeriodId),
    cluster: ClusterId,
    organisation: OrganisationId,
) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = sql_types::Bool)]
        is_expected: bool,
    }
    let sql = format!(
        "with {} select exists (select from expected where cluster_id = $3 and organisation_id = $4) as is_expected",
        expected()
    );
    let row: Row = sql_query(sql)
        .bind::<Ids, _>(vec![plan])
        .bind::<Ids, _>(vec![period])
        .bind::<sql_types::Uuid, _>(cluster)
        .bind::<sql_types::Uuid, _>(organisation)
        .get_result(&mut conn)
        .await?;
    Ok(row.is_expected)
}

/// Who is expected to report to a cluster, by period.
pub(in crate::monitoring) async fn in_periods(
    mut conn: Conn<'_>,
    plan: PlanId,
    periods: &[PeriodId],
    cluster: ClusterId,
) -> Result<HashMap<PeriodId, HashSet<OrganisationId>>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = sql_types::Uuid)]
        period_id: PeriodId,
        #[diesel(sql_type = sql_types::Uuid)]
        organisation_id: OrganisationId,
    }
    let sql = format!("with {} select period_id, organisation_id from expected where cluster_id = $3", expected());
    let rows: Vec<Row> = sql_query(sql)
        .bind::<Ids, _>(vec![plan])
        .bind::<Ids, _>(periods)
        .bind::<sql_types::Uuid, _>(cluster)
        .load(&mut conn)
        .await?;
    let mut found: HashMap<PeriodId, HashSet<OrganisationId>> = HashMap::new();
    for row in rows {
        found.entry(row.period_id).or_default().insert(row.organisation_id);
    }
    Ok(found)
}
