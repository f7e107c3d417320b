//! One call to the program, whichever door it came through: who asks, what they read through, and how they write.

use std::sync::Arc;

use futures::future::BoxFuture;
use serde::{Serialize, de::DeserializeOwned};

use super::{
    Result, Toolbox,
    auth::Viewer,
    db::{Db, Pools, Sight, Transaction},
    telemetry::RequestId,
    text::Language,
    work::Work,
    writes::{self, WriteInput},
};

/// Who asks, and through what.
#[derive(Clone)]
pub struct Call {
    /// Reads of this call.
    pub db: Db,
    /// Who asks.
    pub viewer: Arc<Viewer>,
    /// The program's devices.
    pub tools: Arc<Toolbox>,
    /// The call's id, in the log, the history and every answer.
    pub request_id: RequestId,
    /// The language to answer in.
    pub language: Language,
}

impl Call {
    /// A call of the program itself: jobs, set-up.
    pub fn of_program(pools: Arc<Pools>, tools: Arc<Toolbox>) -> Self {
        let request_id = RequestId::new(&tools.clock);
        let db = Db::new(pools, Sight::Program);
        Self { db, viewer: Viewer::program(), tools, request_id, language: Language::En }
    }

    /// The same way in, for another viewer.
    #[must_use]
    pub fn as_viewer(&self, viewer: Arc<Viewer>) -> Self {
        let db = Db::new(Arc::clone(self.db.pools()), Sight::of(&viewer));
        Self { viewer, db, ..self.clone() }
    }

    /// Runs `work` in one transaction that is kept only when it succeeds.
    ///
    /// # Errors
    /// The work's error, or the database's.
    pub async fn transact<I, T, F>(&self, input: I, work: F) -> Result<T>
    where
        F: for<'t> FnOnce(&'t mut Transaction, I) -> BoxFuture<'t, Result<T>> + Send,
    {
        let mut transaction = Transaction::begin(self).await?;
        match work(&mut transaction, input).await {
            Ok(value) => transaction.commit().await.map(|()| value),
            Err(error) => {
                // The error that matters is the work's; a connection that cannot roll back is dropped by the pool.
                transaction.roll_back().await.ok();
                Err(error)
            }
        }
    }

    /// Begins long work, so that its sender can ask how far it is, and stop it: while the guard is held, and in the write of the same input. None where
    /// the sender gave it no key to ask by.
    pub fn begin_work(&self, input: &impl WriteInput) -> Option<Arc<Work>> {
        input.client_mutation_id().map(|key| self.tools.works.begin(writes::actor(self), key))
    }

    /// Runs a write once: with a `clientMutationId` that was seen before it gives the answer of then, and the effect stays one.
    ///
    /// # Errors
    /// The work's error; `IDEMPOTENCY_MISMATCH` when the key came with another request before.
    pub async fn write<I, T, F>(&self, operation: &'static str, input: I, work: F) -> Result<T>
    where
        I: WriteInput,
        T: Serialize + DeserializeOwned + Send,
        F: for<'t> FnOnce(&'t mut Transaction, I) -> BoxFuture<'t, Result<T>> + Send,
    {
        writes::once(self, operation, input, work).await
    }
}
