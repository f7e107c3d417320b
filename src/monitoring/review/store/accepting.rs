//! Many reports accepted at once.

use chrono::{DateTime, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;

use crate::{
    kit::{Result, db::Conn, scope::UserId},
    monitoring::model::{Period, PeriodId, Report, ReportId},
    schema::{reporting_periods, reports},
};

/// Reports, held until the transaction ends: always in the order of their ids, so that nobody waits for one who waits for them.
pub(in crate::monitoring::review) async fn lock_reports(mut conn: Conn<'_>, ids: &[ReportId]) -> Result<Vec<Report>> {
    let query = reports::table.filter(reports::id.eq_any(ids)).order(reports::id).select(Report::as_select());
    Ok(query.for_update().load(&mut conn).await?)
}

/// Periods, held until the transaction ends, in the order of their ids.
pub(in crate::monitoring::review) async fn lock_periods(mut conn: Conn<'_>, ids: &[PeriodId]) -> Result<Vec<Period>> {
    let query = reporting_periods::table.filter(reporting_periods::id.eq_any(ids)).order(reporting_periods::id);
    Ok(query.select(Period::as_select()).for_update().load(&mut conn).await?)
}

/// Accepts reports that were submitted.
pub(in crate::monitoring::review) async fn accept(
    mut conn: Conn<'_>,
    ids: &[ReportId],
    by: Option<UserId>,
    now: DateTime<Utc>,
) -> Result<()> {
    let sql =
        "update reports set status = 'ACCEPTED', note = null, decided_at = $2, times_accepted = times_accepted + 1,
            version = version + 1, updated_at = $2, updated_by = $3
        where id = any($1)";
    sql_query(sql)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
        .bind::<sql_types::Timestamptz, _>(now)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(by)
        .execute(&mut conn)
        .await?;
    Ok(())
}
