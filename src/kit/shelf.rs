//! Copies of what everyone may read, for the time when the database is away.
//!
//! Every read goes to the database first, and what it gives takes the place of the copy; only when there is no answer the copy is given. What the
//! database says is gone is gone from here, too. The shelf holds a limited number of bytes and drops what was used longest ago.

use std::{
    collections::HashMap,
    sync::{
        Mutex, MutexGuard,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use serde::{Serialize, de::DeserializeOwned};
use tokio::time::timeout;

use super::{Code, Error, Result};

/// How long a reader waits for the database where there is a copy to be had.
const PATIENCE: Duration = Duration::from_secs(3);

/// The copies. One for the whole program.
pub struct Shelf {
    copies: Mutex<Copies>,
    most: usize,
    patience: Duration,
    answers: AtomicU32,
}

#[derive(Default)]
struct Copies {
    by_key: HashMap<String, Written>,
    bytes: usize,
    /// Until when nobody waits for the database again, because it was silent a moment ago.
    silent_until: Option<Instant>,
    /// Grows with every use, so that it tells what was used longest ago.
    uses: u64,
}

struct Written {
    text: Vec<u8>,
    used: u64,
}

impl Shelf {
    /// An empty one that holds this many bytes at most.
    pub fn new(most: usize) -> Self {
        Self { copies: Mutex::default(), most, patience: PATIENCE, answers: AtomicU32::new(0) }
    }

    /// What `fresh` reads; while the database is away, what it read last time.
    ///
    /// # Errors
    /// Those of `fresh`; `UNAVAILABLE` only where there is no copy.
    pub async fn read<T>(&self, key: &str, fresh: impl Future<Output = Result<Option<T>>>) -> Result<Option<T>>
    where
        T: Serialize + DeserializeOwned,
    {
        let fresh = async {
            let (has_copy, silent) = {
                let copies = self.copies();
                (copies.by_key.contains_key(key), copies.silent_until.is_some_and(|until| Instant::now() < until))
            };
            if !has_copy {
                return fresh.await;
            }
            let patience = if silent { Duration::ZERO } else { self.patience };
            let answer = timeout(patience, fresh).await;
            if !silent {
                // One reader in a while waits; the others are served at once.
                self.copies().silent_until = answer.is_err().then(|| Instant::now() + self.patience);
            }
            answer.unwrap_or_else(|cause| Err(Error::unavailable(cause)))
        };
        match fresh.await {
            Ok(Some(value)) => {
                self.keep(key, &value)?;
                Ok(Some(value))
            }
            Ok(None) => {
                self.copies().take(key);
                Ok(None)
            }
            Err(error) if matches!(error.code(), Code::Unavailable | Code::TimedOut) => match self.copy(key)? {
                Some(value) => {
                    self.answers.fetch_add(1, Ordering::Relaxed);
                    Ok(Some(value))
                }
                None => Err(error),
            },
            Err(error) => Err(error),
        }
    }

    /// What never changes: the copy, where there is one.
    ///
    /// # Errors
    /// Those of `fresh`.
    pub async fn read_once<T>(&self, key: &str, fresh: impl Future<Output = Result<Option<T>>>) -> Result<Option<T>>
    where
        T: Serialize + DeserializeOwned,
    {
        match self.copy(key)? {
            Some(value) => Ok(Some(value)),
            None => self.read(key, fresh).await,
        }
    }

    /// Whether it may hold anything at all.
    pub fn has_room(&self) -> bool {
        self.most > 0
    }

    /// Whether there is a copy.
    pub fn has(&self, key: &str) -> bool {
        self.copies().by_key.contains_key(key)
    }

    /// Puts a copy of what was just read there.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn keep(&self, key: &str, value: &impl Serialize) -> Result<()> {
        let text = serde_json::to_vec(value).map_err(Error::internal)?;
        self.copies().put(key, text, self.most);
        Ok(())
    }

    /// How many bytes it holds, and how many reads it answered in the database's place.
    pub fn gauges(&self) -> (usize, u32) {
        (self.copies().bytes, self.answers.load(Ordering::Relaxed))
    }

    fn copy<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>> {
        let text = self.copies().touch(key);
        text.map(|text| serde_json::from_slice(&text)).transpose().map_err(Error::internal)
    }

    fn copies(&self) -> MutexGuard<'_, Copies> {
        self.copies.lock().expect("no panic while holding the lock")
    }
}

impl Copies {
    fn put(&mut self, key: &str, text: Vec<u8>, most: usize) {
        self.take(key);
        if text.len() > most {
            return;
        }
        while self.bytes + text.len() > most {
            let oldest = self.by_key.iter().min_by_key(|(_, copy)| copy.used).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { break };
            self.take(&oldest);
        }
        self.uses += 1;
        self.bytes += text.len();
        self.by_key.insert(key.to_owned(), Written { text, used: self.uses });
    }

    fn take(&mut self, key: &str) {
        if let Some(copy) = self.by_key.remove(key) {
            self.bytes -= copy.text.len();
        }
    }

    fn touch(&mut self, key: &str) -> Option<Vec<u8>> {
        self.uses += 1;
        let copy = self.by_key.get_mut(key)?;
        copy.used = self.uses;
        Some(copy.text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn away() -> Error {
        Error::new(Code::Unavailable, "unavailable", "away")
    }

    #[tokio::test]
    async fn a_copy_is_given_only_while_the_database_is_away_and_forgotten_when_it_says_no() {
        let shelf = Shelf::new(1_000);
        assert!(shelf.read::<i32>("a", async { Err(away()) }).await.is_err());
        assert_eq!(shelf.read("a", async { Ok(Some(1)) }).await.expect("read"), Some(1));
        assert_eq!(shelf.read("a", async { Ok(Some(2)) }).await.expect("read"), Some(2), "the database comes first");
        assert_eq!(shelf.read::<i32>("a", async { Err(away()) }).await.expect("kept"), Some(2));
        let other = Error::invalid("x", "y", "z");
        let refused = shelf.read::<i32>("a", async { Err(other) }).await.expect_err("its own error");
        assert_eq!(refused.code(), Code::Invalid);
        assert_eq!(shelf.read::<i32>("a", async { Ok(None) }).await.expect("read"), None);
        assert!(shelf.read::<i32>("a", async { Err(away()) }).await.is_err(), "what is gone is not told again");
        assert_eq!(shelf.gauges(), (0, 1));
    }

    #[tokio::test]
    async fn a_database_that_is_silent_is_waited_for_no_longer_than_a_reader_waits() {
        let shelf = Shelf { patience: Duration::from_millis(10), ..Shelf::new(1_000) };
        shelf.keep("a", &7).expect("kept");
        for _ in 0..2 {
            let silent = std::future::pending::<Result<Option<i32>>>();
            assert_eq!(shelf.read("a", silent).await.expect("the copy"), Some(7));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert_eq!(shelf.read("a", async { Ok(Some(8)) }).await.expect("it is asked again"), Some(8));
    }

    #[tokio::test]
    async fn what_never_changes_is_read_once() {
        let shelf = Shelf::new(1_000);
        for expected in [3, 3] {
            let read = shelf.read_once("a", async { Ok(Some(3)) }).await;
            assert_eq!(read.expect("read"), Some(expected));
        }
        let kept = shelf.read_once::<i32>("a", async { unreachable!("it is there") }).await;
        assert_eq!(kept.expect("kept"), Some(3));
    }

    #[test]
    fn it_holds_no_more_than_it_may_and_drops_what_was_used_longest_ago() {
        let shelf = Shelf::new(10);
        for key in ["a", "b"] {
            shelf.keep(key, &1_234).expect("kept");
        }
        assert_eq!(shelf.copy::<i32>("a").expect("read"), Some(1_234));
        shelf.keep("c", &5_678).expect("kept");
        assert!(shelf.has("a") && !shelf.has("b") && shelf.has("c"));
        assert_eq!(shelf.gauges().0, 8);
        shelf.keep("a", &"longer than all of it").expect("no error");
        assert!(!shelf.has("a") && shelf.has("c"), "what is too large displaces nothing but itself");
        assert_eq!(shelf.gauges().0, 4);
    }
}
