//! A second database that takes the place of the first once it is whole: what was begun and broken off leaves nothing that
//! the next start would take for the work of somebody.

use diesel_async::SimpleAsyncConnection;

use super::cluster::{Cluster, NAME};
use crate::kit::{Error, Result, db::connect};

/// The database that is being filled.
const DRAFT: &str = "darasa_draft";
/// The one whose place it took.
const REPLACED: &str = "darasa_replaced";

/// The draft of an embedded database.
#[derive(Debug, Clone)]
pub struct Draft {
    url: String,
    maintenance: String,
}

impl Draft {
    pub(super) fn of(cluster: &Cluster) -> Self {
        Self { url: cluster.url(DRAFT), maintenance: cluster.url("postgres") }
    }

    /// Its URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Begins it: empty, whatever an earlier one left.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn begin(&self) -> Result<()> {
        self.run(&[
            &format!("drop database if exists {DRAFT} with (force)"),
            &format!("drop database if exists {REPLACED} with (force)"),
            &format!("create database {DRAFT}"),
        ])
        .await
    }

    /// Puts it in the place of the embedded database, which is dropped with all that is in it. Both change their names in one transaction, so that at
    /// every moment one of them has the place.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses; then the draft has not taken the place.
    pub async fn take_place(&self) -> Result<()> {
        let leave = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('{NAME}', '{DRAFT}') \
             and pid <> pg_backend_pid()"
        );
        let swap = format!(
            "begin; alter database {NAME} rename to {REPLACED}; alter database {DRAFT} rename to {NAME}; commit"
        );
        self.run(&[&leave, &swap, &format!("drop database if exists {REPLACED} with (force)")]).await
    }

    async fn run(&self, statements: &[&str]) -> Result<()> {
        let mut connection = connect(&self.maintenance).await.map_err(Error::unavailable)?;
        // Making a database copies files; a slow disk takes its time.
        connection.batch_execute("set statement_timeout = 0").await?;
        for statement in statements {
            connection.batch_execute(statement).await?;
        }
        Ok(())
    }
}
