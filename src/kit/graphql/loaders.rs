//! Type-keyed batch loaders of one request: the first key waits until a turn of the executor brings no more, then one query
//! serves every key asked for.
//!
//! Resolving a relation row by row is a query per row. The request's context names no area, so a new loader touches only its area; and an error
//! reaches every resolver that waited for it. While a list is resolved in passes ([`super::eager`]), what was loaded is looked up at once, and what
//! is missing is only noted: nothing can wait there.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    future::{Future, pending},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard},
};

use tokio::sync::oneshot;

use super::passes::Pass;
use crate::kit::{Error, Result};

/// Fetches many values by key in one query. Implemented in an area's `store.rs`, next to the query.
pub trait Batch<D>: Send + Sync + 'static {
    /// What a value is found by.
    type Key: Copy + Eq + Hash + Ord + Send + Sync + 'static;
    /// What is found; cheap to clone (`Arc<T>`, or `Arc<Vec<T>>` for children).
    type Value: Clone + Send + Sync + 'static;

    /// Loads the values of `keys`, sorted and without repetition; a key without a value is left out.
    fn load(db: &D, keys: Vec<Self::Key>) -> impl Future<Output = Result<HashMap<Self::Key, Self::Value>>> + Send;
}

/// What a key came to.
pub(super) type Outcome<B, D> = Result<Option<<B as Batch<D>>::Value>>;
/// What all keys of a batch came to.
type Loaded<B, D> = Arc<Result<HashMap<<B as Batch<D>>::Key, <B as Batch<D>>::Value>>>;

/// The keys that wait for the next query, and who asked for them.
struct Waiting<B: Batch<D>, D> {
    keys: Vec<B::Key>,
    askers: Vec<oneshot::Sender<Loaded<B, D>>>,
}

impl<B: Batch<D>, D> Default for Waiting<B, D> {
    fn default() -> Self {
        Self { keys: Vec::new(), askers: Vec::new() }
    }
}

/// The loaders of one request, made on first use. They read through a database handle of type `D`.
pub struct Loaders<D> {
    db: D,
    waiting: Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
    pass: Mutex<Option<Pass<D>>>,
    /// Whether a selection may be resolved in passes, by its address: the document stays where it is as long as the request.
    passable: Mutex<HashMap<usize, bool>>,
}

impl<D: Send + Sync + 'static> Loaders<D> {
    /// Loaders that read through `db`.
    pub fn new(db: D) -> Self {
        Self { db, waiting: Mutex::default(), pass: Mutex::default(), passable: Mutex::default() }
    }

    /// The value of `key`, fetched together with every other key of the same batch that is asked for in the same turn.
    ///
    /// # Errors
    /// The batch's error, given to all who waited for it.
    pub async fn load<B: Batch<D>>(&self, key: B::Key) -> Outcome<B, D> {
        let known = self.in_pass(|pass| pass.find::<B>(key));
        match known {
            Some(Some(outcome)) => outcome,
            Some(None) => pending().await,
            None => {
                let loaded = self.load_all::<B>(&[key]).await?;
                outcome::<B, D>(&loaded, key)
            }
        }
    }

    /// What `keys` come to, in the query that serves all who ask in the same turn.
    pub(super) async fn load_all<B: Batch<D>>(&self, keys: &[B::Key]) -> Result<Loaded<B, D>> {
        let queue = self.queue::<B>();
        let (sender, receiver) = oneshot::channel();
        let leads = {
            let mut waiting = queue.lock().expect("no panic while holding the lock");
            waiting.keys.extend_from_slice(keys);
            waiting.askers.push(sender);
            waiting.askers.len() == 1
        };
        if leads {
            // Whoever is woken by the answer of another batch may come a turn later: wait as long as more are coming.
            let askers = || queue.lock().expect("no panic while holding the lock").askers.len();
            let mut known = 0;
            while known < askers() {
                known = askers();
                tokio::task::yield_now().await;
            }
            let Waiting { mut keys, askers } =
                std::mem::take(&mut *queue.lock().expect("no panic while holding the lock"));
            keys.sort_unstable();
            keys.dedup();
            let loaded: Loaded<B, D> = Arc::new(B::load(&self.db, keys).await);
            for asker in askers {
                // A resolver that was dropped meanwhile wants no answer.
                drop(asker.send(Arc::clone(&loaded)));
            }
        }
        receiver.await.map_err(|_| Error::bug("the resolver that led a batch was dropped before it answered"))
    }

    fn queue<B: Batch<D>>(&self) -> Arc<Mutex<Waiting<B, D>>> {
        let mut all = self.waiting.lock().expect("no panic while holding the lock");
        let any =
            all.entry(TypeId::of::<B>()).or_insert_with(|| Arc::new(Mutex::new(Waiting::<B, D>::default()))).clone();
        any.downcast().expect("stored under its own type")
    }

    fn pass(&self) -> MutexGuard<'_, Option<Pass<D>>> {
        self.pass.lock().expect("no panic while holding the lock")
    }

    /// Does `work`, which cannot wait, with what a pass has loaded. Gives the pass back.
    pub(super) fn during<T>(&self, pass: Pass<D>, work: impl FnOnce() -> T) -> (T, Pass<D>) {
        *self.pass() = Some(pass);
        let done = work();
        (done, self.pass().take().unwrap_or_else(Pass::new))
    }

    /// Asks the pass that runs; none outside of passes.
    pub(super) fn in_pass<T>(&self, ask: impl FnOnce(&mut Pass<D>) -> T) -> Option<T> {
        self.pass().as_mut().map(ask)
    }

    /// What `decide` said of the selection at `place`, asked once a request.
    pub(super) fn passable(&self, place: usize, decide: impl FnOnce() -> bool) -> bool {
        let mut known = self.passable.lock().expect("no panic while holding the lock");
        *known.entry(place).or_insert_with(decide)
    }
}

/// What `key` came to in its batch.
pub(super) fn outcome<B: Batch<D>, D>(loaded: &Loaded<B, D>, key: B::Key) -> Outcome<B, D> {
    match &**loaded {
        Ok(values) => Ok(values.get(&key).cloned()),
        Err(error) => Err(error.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::Code;

    /// Stands for the database: keeps the keys of every query.
    type Queries = Mutex<Vec<Vec<i32>>>;

    struct Doubles;

    impl Batch<Arc<Queries>> for Doubles {
        type Key = i32;
        type Value = i32;

        async fn load(db: &Arc<Queries>, keys: Vec<i32>) -> Result<HashMap<i32, i32>> {
            let even = keys.iter().filter(|key| *key % 2 == 0).map(|key| (*key, key * 2)).collect();
            db.lock().expect("no panic while holding the lock").push(keys);
            Ok(even)
        }
    }

    struct Broken;

    impl Batch<Arc<Queries>> for Broken {
        type Key = i32;
        type Value = i32;

        async fn load(_: &Arc<Queries>, _: Vec<i32>) -> Result<HashMap<i32, i32>> {
            Err(Error::bug("the query does not parse"))
        }
    }

    #[tokio::test]
    async fn keys_asked_for_in_one_turn_make_one_query_sorted_and_without_repetition() {
        let queries = Arc::new(Queries::default());
        let loaders = Loaders::new(queries.clone());
        let found = futures::future::try_join_all([4, 3, 4, 2].map(|key| loaders.load::<Doubles>(key))).await;
        assert_eq!(found.expect("no error"), [Some(8), None, Some(8), Some(4)]);
        assert_eq!(loaders.load::<Doubles>(6).await.expect("no error"), Some(12));
        assert_eq!(*queries.lock().expect("not poisoned"), [vec![2, 3, 4], vec![6]]);
    }

    #[tokio::test]
    async fn the_error_of_a_batch_reaches_everyone_who_waited() {
        let loaders = Loaders::new(Arc::new(Queries::default()));
        let outcomes = futures::future::join_all([1, 2].map(|key| loaders.load::<Broken>(key))).await;
        assert_eq!(outcomes.len(), 2);
        for outcome in outcomes {
            assert_eq!(outcome.expect_err("the batch failed").code(), Code::Internal);
        }
    }
}
