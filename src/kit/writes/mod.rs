//! Writes that may be sent twice: the key, a hash of the request and the answer are kept in the transaction of the effect.

mod store;

use chrono::TimeDelta;
use futures::future::BoxFuture;
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Code, Error, Result, call::Call, db::Transaction, work::WorkStage};

/// The input of a write.
pub trait WriteInput: Serialize + Send {
    /// The client's key of this write, if it gave one.
    fn client_mutation_id(&self) -> Option<Uuid>;
}

/// Makes input types of writes: `write_inputs!(CreateOperationInput, ...)`. Each has a field `client_mutation_id: Option<Uuid>`.
#[macro_export]
macro_rules! write_inputs {
    ($($input:ty),+ $(,)?) => {$(
        impl $crate::kit::writes::WriteInput for $input {
            fn client_mutation_id(&self) -> Option<uuid::Uuid> {
                self.client_mutation_id
            }
        }
    )+};
}

/// Runs `work` once per key. See [`Call::write`].
pub(super) async fn once<I, T, F>(call: &Call, operation: &'static str, input: I, work: F) -> Result<T>
where
    I: WriteInput,
    T: Serialize + DeserializeOwned + Send,
    F: for<'t> FnOnce(&'t mut Transaction, I) -> BoxFuture<'t, Result<T>> + Send,
{
    let Some(key) = input.client_mutation_id() else { return call.transact(input, work).await };
    let actor = actor(call);
    let hash = request_hash(operation, &input)?;
    let work_of_key = call.tools.works.begin(actor, key);
    let mut transaction = Transaction::begin(call).await?;
    transaction.tell_progress(work_of_key);
    // Whoever comes second waits here until the first has committed, and then finds its answer.
    let first = store::claim(transaction.conn(), actor, key, operation, &hash, transaction.now()).await;
    let outcome = match first {
        Ok(true) => taken(&mut transaction, (actor, key), input, work).await,
        Ok(false) => replay(&transaction, actor, key, &hash).await,
        Err(error) => Err(error),
    };
    match outcome {
        Ok(value) => transaction.commit().await.map(|()| value),
        Err(error) => {
            // The error that matters is the work's; a connection that cannot roll back is dropped by the pool.
            transaction.roll_back().await.ok();
            Err(error)
        }
    }
}

/// Does the work of a key that was not taken before, and keeps its answer, unless it is asked to stop before all is done.
async fn taken<I, T, F>(transaction: &mut Transaction, (actor, key): (Uuid, Uuid), input: I, work: F) -> Result<T>
where
    T: Serialize,
    F: for<'t> FnOnce(&'t mut Transaction, I) -> BoxFuture<'t, Result<T>>,
{
    transaction.at(WorkStage::Checking, 0, None)?;
    let value = work(transaction, input).await?;
    store::keep_answer(transaction, actor, key, &value).await?;
    transaction.at(WorkStage::Writing, 0, None)?;
    Ok(value)
}

/// By whom keys are told apart: the program itself is nobody.
pub(super) fn actor(call: &Call) -> Uuid {
    call.viewer.user.map_or(Uuid::nil(), |user| user.uuid())
}

async fn replay<T: DeserializeOwned>(transaction: &Transaction, actor: Uuid, key: Uuid, hash: &[u8]) -> Result<T> {
    let (stored, answer) = store::answer(transaction.conn(), actor, key).await?;
    if stored != hash {
        let message = "this clientMutationId was used for another request; make a new one for each write";
        return Err(Error::new(Code::IdempotencyMismatch, "idempotency-mismatch", message).at("clientMutationId"));
    }
    serde_json::from_value(answer).map_err(Error::internal)
}

fn request_hash(operation: &str, input: &impl Serialize) -> Result<Vec<u8>> {
    let mut hash = Sha256::new();
    hash.update(operation.as_bytes());
    hash.update([0]);
    hash.update(serde_json::to_vec(input).map_err(Error::internal)?);
    Ok(hash.finalize().to_vec())
}

/// How long the same request is known again: a week is enough for a laptop that was without a line.
const REMEMBERED: TimeDelta = TimeDelta::days(7);

/// Forgets the answers of writes that nobody will send again, and says how many they were.
///
/// # Errors
/// When the database cannot be reached.
pub async fn forget_old_answers(call: &Call) -> Result<usize> {
    store::forget(call.db.conn().await?, call.tools.clock.now() - REMEMBERED).await
}
