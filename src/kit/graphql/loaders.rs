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
    sync::{Arc, Mutex, MutexGuard, Weak},
};

use futures::{
    FutureExt,
    future::{BoxFuture, Shared},
};

use super::passes::Pass;
use crate::kit::Result;

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

/// A query that serves all who wait for it. Whoever of them is left drives it on: juniper drops resolvers where another's error makes their parent null.
type Loading<B, D> = Shared<BoxFuture<'static, Loaded<B, D>>>;

/// The keys that wait for the next query, and that query.
struct Waiting<B: Batch<D>, D> {
    keys: Vec<B::Key>,
    loading: Option<Loading<B, D>>,
}

impl<B: Batch<D>, D> Default for Waiting<B, D> {
    fn default() -> Self {
        Self { keys: Vec::new(), loading: None }
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

impl<D: Clone + Send + Sync + 'static> Loaders<D> {
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
                let loaded = self.load_all::<B>(&[key]).await;
                outcome::<B, D>(&loaded, key)
            }
        }
    }

    /// What `keys` come to, in the query that serves all who ask in the same turn.
    pub(super) async fn load_all<B: Batch<D>>(&self, keys: &[B::Key]) -> Loaded<B, D> {
        let queue = self.queue::<B>();
        let loading = {
            let mut waiting = queue.lock().expect("no panic while holding the lock");
            waiting.keys.extend_from_slice(keys);
            let next = || next_query(self.db.clone(), Arc::downgrade(&queue)).boxed().shared();
            waiting.loading.get_or_insert_with(next).clone()
        };
        loading.await
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

/// Waits for all who ask, and loads what they ask for. The queue holds this query: were it held in turn, neither would go when a request is given up,
/// nor would the connection.
async fn next_query<B: Batch<D>, D>(db: D, queue: Weak<Mutex<Waiting<B, D>>>) -> Loaded<B, D> {
    // Whoever is woken by the answer of another batch may come a turn later: wait as long as more are coming.
    let mut known = 0;
    let mut keys = loop {
        let Some(queue) = queue.upgrade() else { return Arc::new(Ok(HashMap::new())) };
        {
            let mut waiting = queue.lock().expect("no panic while holding the lock");
            if waiting.keys.len() == known {
                waiting.loading = None;
                break std::mem::take(&mut waiting.keys);
            }
            known = waiting.keys.len();
        }
        drop(queue);
        tokio::task::yield_now().await;
    };
    keys.sort_unstable();
    keys.dedup();
    Arc::new(B::load(&db, keys).await)
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
    use crate::kit::{Code, Error};

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
    async fn who_waits_is_answered_though_the_one_who_asked_first_goes_away() {
        let queries = Arc::new(Queries::default());
        let loaders = Loaders::new(queries.clone());
        let (mut first, mut second) = (loaders.load::<Doubles>(2).boxed(), loaders.load::<Doubles>(4).boxed());
        assert!(futures::poll!(&mut first).is_pending() && futures::poll!(&mut second).is_pending());
        drop(first);
        assert_eq!(second.await.expect("no error"), Some(8));
        assert_eq!(*queries.lock().expect("not poisoned"), [vec![2, 4]]);
    }

    #[tokio::test]
    async fn nothing_stays_of_a_request_that_is_given_up() {
        let queries = Arc::new(Queries::default());
        let loaders = Loaders::new(queries.clone());
        let mut asked = loaders.load::<Doubles>(2).boxed();
        assert!(futures::poll!(&mut asked).is_pending());
        drop(asked);
        drop(loaders);
        assert_eq!(Arc::strong_count(&queries), 1);
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
