//! Long work: how far it is, and a way to stop it. Known to this process alone and only while it goes on; what came of it is the answer of the
//! request that began it.

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, Weak,
        atomic::{AtomicBool, Ordering},
    },
};

use juniper::GraphQLEnum;
use uuid::Uuid;

use super::{Error, Result};

/// What long work is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, GraphQLEnum)]
pub enum WorkStage {
    /// The file is read.
    #[default]
    Reading,
    /// What it says is checked, row by row.
    Checking,
    /// It is compared with what is there.
    Comparing,
    /// It is written. Nothing of it is kept before all is.
    Writing,
}

/// How far long work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// What it is at.
    pub stage: WorkStage,
    /// Rows of this stage that are done.
    pub done: usize,
    /// Rows that the stage has; none while that is not known.
    pub rows: Option<usize>,
}

/// Who began it, and the `clientMutationId` that they gave it.
type Key = (Uuid, Uuid);

/// All work that goes on.
#[derive(Debug, Default)]
pub struct Works(Mutex<HashMap<Key, Weak<Work>>>);

/// Work that goes on, until the last that holds it lets go.
#[derive(Debug)]
pub struct Work {
    key: Key,
    works: Arc<Works>,
    progress: Mutex<Progress>,
    stopped: AtomicBool,
}

impl Works {
    /// Begins work, or joins what goes on under the same key.
    pub fn begin(self: &Arc<Self>, actor: Uuid, key: Uuid) -> Arc<Work> {
        let key = (actor, key);
        let mut works = self.0.lock().expect("no panic while holding the lock");
        if let Some(work) = works.get(&key).and_then(Weak::upgrade) {
            return work;
        }
        let (progress, stopped) = (Mutex::default(), AtomicBool::default());
        let work = Arc::new(Work { key, works: Arc::clone(self), progress, stopped });
        works.insert(key, Arc::downgrade(&work));
        work
    }

    /// How far it is; none where nothing goes on under this key.
    pub fn progress(&self, actor: Uuid, key: Uuid) -> Option<Progress> {
        self.find(actor, key).map(|work| *work.progress.lock().expect("no panic while holding the lock"))
    }

    /// Asks it to stop, and says whether there was anything to stop.
    pub fn stop(&self, actor: Uuid, key: Uuid) -> bool {
        let work = self.find(actor, key);
        work.inspect(|work| work.stopped.store(true, Ordering::Relaxed)).is_some()
    }

    fn find(&self, actor: Uuid, key: Uuid) -> Option<Arc<Work>> {
        self.0.lock().expect("no panic while holding the lock").get(&(actor, key)).and_then(Weak::upgrade)
    }
}

impl Work {
    /// Tells how far it is.
    ///
    /// # Errors
    /// `CONFLICT` when it was asked to stop: whoever works gives this back, so that nothing is kept.
    pub fn at(&self, stage: WorkStage, done: usize, rows: Option<usize>) -> Result<()> {
        *self.progress.lock().expect("no panic while holding the lock") = Progress { stage, done, rows };
        if self.stopped.load(Ordering::Relaxed) {
            let message = "this was stopped, as you asked; nothing of it was kept. Send it again to begin anew";
            return Err(Error::conflict("work-stopped", message));
        }
        Ok(())
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let mut works = self.works.0.lock().expect("no panic while holding the lock");
        // Another may have begun under the same key since nobody held this one.
        if works.get(&self.key).is_some_and(|work| work.strong_count() == 0) {
            works.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANNA: Uuid = Uuid::from_u128(1);
    const BEN: Uuid = Uuid::from_u128(2);
    const KEY: Uuid = Uuid::from_u128(3);

    #[test]
    fn work_is_known_to_who_began_it_and_only_while_it_goes_on() {
        let works = Arc::new(Works::default());
        assert_eq!(works.progress(ANNA, KEY), None);
        let work = works.begin(ANNA, KEY);
        let same = works.begin(ANNA, KEY);
        work.at(WorkStage::Checking, 7, Some(9)).expect("not stopped");
        let told = Progress { stage: WorkStage::Checking, done: 7, rows: Some(9) };
        assert_eq!((works.progress(ANNA, KEY), works.progress(BEN, KEY)), (Some(told), None));
        drop(work);
        assert_eq!(works.progress(ANNA, KEY), Some(told));
        drop(same);
        assert_eq!(works.progress(ANNA, KEY), None);
        assert!(works.0.lock().expect("a lock").is_empty());
    }

    #[test]
    fn work_that_was_stopped_says_so_and_the_next_begins_anew() {
        let works = Arc::new(Works::default());
        let work = works.begin(ANNA, KEY);
        assert!(!works.stop(BEN, KEY), "another's");
        assert!(work.at(WorkStage::Writing, 1, None).is_ok());
        assert!(works.stop(ANNA, KEY));
        assert_eq!(work.at(WorkStage::Writing, 2, None).expect_err("stopped").key(), "work-stopped");
        drop(work);
        assert!(!works.stop(ANNA, KEY), "nothing goes on");
        assert!(works.begin(ANNA, KEY).at(WorkStage::Reading, 0, None).is_ok());
    }
}
