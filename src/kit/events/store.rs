//! NOTIFY and LISTEN.

use diesel::{sql_query, sql_types};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::kit::{Result, db::Conn};

/// Leaves a notification that goes out with the commit. The same one twice in a transaction goes out once.
pub(super) async fn notify(mut conn: Conn<'_>, payload: &str) -> Result<()> {
    let notify = sql_query("select pg_notify('darasa_events', $1)").bind::<sql_types::Text, _>(payload);
    notify.execute(&mut conn).await?;
    Ok(())
}

/// Leaves notifications that go out with the commit.
pub(super) async fn notify_all(mut conn: Conn<'_>, payloads: &[String]) -> Result<()> {
    let notify = sql_query("select pg_notify('darasa_events', payload) from unnest($1) payload");
    notify.bind::<sql_types::Array<sql_types::Text>, _>(payloads).execute(&mut conn).await?;
    Ok(())
}

/// From now on the connection hears every notification. Said again it changes nothing, and tells whether the other end still lives.
pub(super) async fn listen(conn: &mut AsyncPgConnection) -> Result<()> {
    Ok(conn.batch_execute("listen darasa_events").await?)
}
