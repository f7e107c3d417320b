//! The role that the program works as. It owns no table and stands above no rule, so that the tables' own rules (`sight.rs`) hold for it.
//!
//! It cannot sign in: a connection of the operator's user becomes it. Where that user may not, the program works as the user itself, and the rules
//! hold as long as the user is not above them; what holds is told at every start.

use diesel::{ConnectionError, ConnectionResult, prelude::*, sql_query, sql_types};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use super::connect;
use crate::kit::{Error, Result};

/// The role's name, one for all databases of a server.
pub const ROLE: &str = "darasa_app";

/// Makes the role and lets it use the tables.
pub(super) const PREPARE: &str = include_str!("role.sql");

/// Has a connection work as the role, where there is one that its user may become.
pub(super) async fn take(connection: &mut AsyncPgConnection) -> ConnectionResult<()> {
    connection.batch_execute(&statement()).await.map_err(ConnectionError::CouldntSetupConfiguration)
}

/// The statement that does so.
pub(super) fn statement() -> String {
    format!(
        "select set_config('role', rolname, false) from pg_roles where rolname = '{ROLE}' and pg_has_role(session_user, oid, \
         case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end)"
    )
}

/// How far the tables' own rules hold for this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guarded {
    /// It works as the role.
    ByRole,
    /// It works as the operator's user, for whom the rules hold too.
    AsUser(String),
    /// It works as a user who stands above all rules.
    Not(String),
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = sql_types::Text)]
    name: String,
    #[diesel(sql_type = sql_types::Bool)]
    holds: bool,
}

/// How far the rules hold for connections to the database at `url`.
///
/// # Errors
/// When the database cannot be reached.
pub async fn guarded(url: &str) -> Result<Guarded> {
    let mut connection = connect(url).await.map_err(Error::unavailable)?;
    take(&mut connection).await.map_err(Error::unavailable)?;
    let found = "select current_user::text as name, coalesce(bool_and(row_security_active(oid)), false) as holds \
        from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity";
    let Found { name, holds } = sql_query(found).get_result(&mut connection).await?;
    Ok(match (holds, name == ROLE) {
        (true, true) => Guarded::ByRole,
        (true, false) => Guarded::AsUser(name),
        (false, _) => Guarded::Not(name),
    })
}
