//! What a list that is resolved in passes has loaded so far, and what it still misses.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Arc,
};

use futures::{
    FutureExt,
    future::{BoxFuture, join_all},
};
use juniper::Value;

use super::loaders::{Batch, Loaders, Outcome, outcome};

/// What a pass is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It follows relations to learn which records to load; what it answers is thrown away.
    Look,
    /// It makes the answer; what is the same at the same place of the document is made once.
    Answer,
    /// It makes the answer with all of its errors, each where it happens.
    Tell,
}

/// How a value stands in the answer; none in a pass that only looks.
pub(super) type Shown = Option<Arc<Value>>;

/// What a pass knows of a key.
pub(super) enum Glance<B: Batch<D>, D> {
    /// It was loaded.
    Loaded(Outcome<B, D>),
    /// It was shown at this place before.
    Shown(Shown),
    /// It is not loaded; it will be before the next pass.
    Missing,
}

/// The state of a list between its passes.
pub(super) struct Pass<D> {
    batches: Vec<(TypeId, Box<dyn Found<D>>)>,
    kind: Kind,
    missed: usize,
    deeper: bool,
}

impl<D: Clone + Send + Sync + 'static> Pass<D> {
    /// Nothing is known yet.
    pub(super) fn new() -> Self {
        Self { batches: Vec::new(), kind: Kind::Look, missed: 0, deeper: false }
    }

    /// The next pass, with what was loaded so far.
    pub(super) fn next(mut self, kind: Kind) -> Self {
        self.batches.iter_mut().for_each(|(_, found)| found.begin());
        Self { batches: self.batches, kind, missed: 0, deeper: false }
    }

    /// How often something was asked for that was not loaded.
    pub(super) fn missed(&self) -> usize {
        self.missed
    }

    /// Notes that what is missing here may have relations below it, so that looking again is worth its while.
    pub(super) fn note_deeper(&mut self) {
        self.deeper = true;
    }

    /// Whether looking again may find more.
    pub(super) fn goes_deeper(&self) -> bool {
        self.deeper
    }

    /// What `key` came to; none when it is not loaded, which is noted.
    pub(super) fn find<B: Batch<D>>(&mut self, key: B::Key) -> Option<Outcome<B, D>> {
        let records = self.records::<B>();
        let found = records.found.get(&key).cloned();
        if found.is_none() {
            records.wanted.push(key);
            self.missed += 1;
        }
        found
    }

    /// The same, for a value that is shown at `place`.
    pub(super) fn glance<B: Batch<D>>(&mut self, key: B::Key, place: usize) -> Glance<B, D> {
        if self.kind != Kind::Tell
            && let Some(shown) = self.records::<B>().shown.get(&(key, place))
        {
            return Glance::Shown(shown.clone());
        }
        self.find::<B>(key).map_or(Glance::Missing, Glance::Loaded)
    }

    /// Keeps how the value of `key` was shown at `place`, unless something below it was missing, which `missed` before it tells.
    pub(super) fn keep<B: Batch<D>>(
        &mut self,
        key: B::Key,
        place: usize,
        missed: usize,
        shown: impl FnOnce() -> Value,
    ) {
        let shown = match self.kind {
            Kind::Look => None,
            Kind::Answer => Some(Arc::new(shown())),
            Kind::Tell => return,
        };
        if self.missed == missed {
            self.records::<B>().shown.insert((key, place), shown);
        }
    }

    /// Loads everything that was missing, all batches at once.
    pub(super) async fn fetch(&mut self, loaders: &Loaders<D>) {
        join_all(self.batches.iter_mut().map(|(_, found)| found.fetch(loaders))).await;
    }

    fn records<B: Batch<D>>(&mut self) -> &mut Records<B, D> {
        let id = TypeId::of::<B>();
        let index = self.batches.iter().position(|(of, _)| *of == id).unwrap_or_else(|| {
            self.batches.push((id, Box::new(Records::<B, D>::default())));
            self.batches.len() - 1
        });
        self.batches[index].1.any().downcast_mut().expect("stored under its own type")
    }
}

/// What was loaded of one batch.
struct Records<B: Batch<D>, D> {
    found: HashMap<B::Key, Outcome<B, D>>,
    wanted: Vec<B::Key>,
    shown: HashMap<(B::Key, usize), Shown>,
}

impl<B: Batch<D>, D> Default for Records<B, D> {
    fn default() -> Self {
        Self { found: HashMap::new(), wanted: Vec::new(), shown: HashMap::new() }
    }
}

/// The same, whatever the batch.
trait Found<D>: Send {
    fn any(&mut self) -> &mut dyn Any;
    fn begin(&mut self);
    fn fetch<'l>(&'l mut self, loaders: &'l Loaders<D>) -> BoxFuture<'l, ()>;
}

impl<B: Batch<D>, D: Clone + Send + Sync + 'static> Found<D> for Records<B, D> {
    fn any(&mut self) -> &mut dyn Any {
        self
    }

    fn begin(&mut self) {
        self.shown.clear();
    }

    fn fetch<'l>(&'l mut self, loaders: &'l Loaders<D>) -> BoxFuture<'l, ()> {
        async move {
            let mut keys = std::mem::take(&mut self.wanted);
            if keys.is_empty() {
                return;
            }
            keys.sort_unstable();
            keys.dedup();
            let loaded = loaders.load_all::<B>(&keys).await;
            for key in keys {
                self.found.insert(key, outcome::<B, D>(&loaded, key));
            }
        }
        .boxed()
    }
}
