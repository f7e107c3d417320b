//! A transaction that knows who writes and when, so that whatever is done in it can be recorded with it.

use std::{
    ops::Deref,
    sync::{Arc, Mutex},
};

use chrono::{DateTime, Utc};
use diesel_async::{
    AnsiTransactionManager, AsyncPgConnection, SimpleAsyncConnection, TransactionManager,
    pooled_connection::deadpool::Object,
};
use uuid::Uuid;

use super::{Conn, pool::send_ahead, sight::Sight};
use crate::kit::{
    Error, Result, Toolbox,
    auth::Viewer,
    call::Call,
    ids,
    telemetry::RequestId,
    work::{Work, WorkStage},
};

/// An open transaction. Dropped without [`Transaction::commit`], nothing of it stays.
pub struct Transaction {
    connection: Object<AsyncPgConnection>,
    sight: Mutex<Sight>,
    viewer: Arc<Viewer>,
    tools: Arc<Toolbox>,
    request_id: RequestId,
    now: DateTime<Utc>,
    work: Option<Arc<Work>>,
}

impl Transaction {
    /// Opens a transaction for a call.
    ///
    /// # Errors
    /// `UNAVAILABLE` when there is no connection.
    pub async fn begin(call: &Call) -> Result<Self> {
        let mut connection = call.db.pools().for_transaction().await?;
        AnsiTransactionManager::begin_transaction(&mut *connection).await?;
        let sight = Sight::of(&call.viewer);
        send_ahead(&connection, &sight.statement(true));
        Ok(Self {
            connection,
            sight: Mutex::new(sight),
            viewer: Arc::clone(&call.viewer),
            tools: Arc::clone(&call.tools),
            request_id: call.request_id.clone(),
            now: call.tools.clock.now(),
            work: None,
        })
    }

    /// Makes everything done in it last.
    ///
    /// # Errors
    /// When the database refuses; then nothing stays.
    pub async fn commit(mut self) -> Result<()> {
        Ok(AnsiTransactionManager::commit_transaction(&mut *self.connection).await?)
    }

    /// Takes everything back.
    ///
    /// # Errors
    /// When the connection is lost; nothing stays either way.
    pub async fn roll_back(mut self) -> Result<()> {
        Ok(AnsiTransactionManager::rollback_transaction(&mut *self.connection).await?)
    }

    /// Lets statements of this transaction take up to `seconds`: for imports of many rows.
    ///
    /// # Errors
    /// When the connection is lost.
    pub async fn allow_seconds(&self, seconds: u32) -> Result<()> {
        let statement = format!("set local statement_timeout = {}", u64::from(seconds) * 1000);
        Ok((&mut self.conn()).batch_execute(&statement).await?)
    }

    /// Tells how far the work in it is from now on, to whoever asks for it by its key.
    pub fn tell_progress(&mut self, work: Arc<Work>) {
        self.work = Some(work);
    }

    /// Says how far the work is: at a stage, and of so many of its rows.
    ///
    /// # Errors
    /// `CONFLICT` when it was asked to stop.
    pub fn at(&self, stage: WorkStage, done: usize, rows: Option<usize>) -> Result<()> {
        self.work.as_ref().map_or(Ok(()), |work| work.at(stage, done, rows))
    }

    /// Sees as another until the guard is dropped: for the few statements about what the viewer may bring about and not see, as the mail that a
    /// decision leaves in the outbox. The caller has asked the policy.
    #[must_use = "dropped at once it changes nothing"]
    pub fn look_as(&self, sight: Sight) -> Looking<'_> {
        Looking { transaction: self, before: self.swap_sight(sight) }
    }

    fn swap_sight(&self, sight: Sight) -> Sight {
        send_ahead(self.conn(), &sight.statement(true));
        std::mem::replace(&mut *self.sight.lock().expect("no panic while holding the lock"), sight)
    }

    /// The connection, for stores.
    pub fn conn(&self) -> Conn<'_> {
        self.connection.deref()
    }

    /// Who writes.
    pub fn viewer(&self) -> &Arc<Viewer> {
        &self.viewer
    }

    /// The program's devices.
    pub fn tools(&self) -> &Arc<Toolbox> {
        &self.tools
    }

    /// The request that it is part of.
    pub fn request_id(&self) -> &RequestId {
        &self.request_id
    }

    /// When it began: the moment of everything written in it.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// A new id.
    pub fn new_id<K: ids::Kind>(&self) -> ids::Id<K> {
        ids::Id::new(&self.tools.clock)
    }

    /// A new id that is not a record's: of a job, an event, a message.
    pub fn new_uuid(&self) -> Uuid {
        self.tools.clock.new_uuid()
    }

    /// Refuses an update that was based on another version than the stored one.
    ///
    /// # Errors
    /// `CONFLICT` that tells the stored version.
    pub fn check_version(&self, stored: i32, base: i32) -> Result<()> {
        if stored == base {
            return Ok(());
        }
        let message = format!(
            "someone else changed this meanwhile: you based your change on version {base}, and it is now {stored}"
        );
        Err(Error::conflict("version-conflict", message).at("baseVersion"))
    }
}

/// A transaction that sees as another than its viewer.
pub struct Looking<'t> {
    transaction: &'t Transaction,
    before: Sight,
}

impl Drop for Looking<'_> {
    fn drop(&mut self) {
        self.transaction.swap_sight(self.before.clone());
    }
}
