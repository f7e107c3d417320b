//! How the root field of a subscription is asked: once when it begins, and once for each piece of news.
//!
//! Each time it is a request of its own, with a context of its own: who listens is found out anew, with the roles of that moment, and no connection
//! is held in between. So a subscription needs no second way to check rights, load records, limit time or catch panics.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use uuid::Uuid;

use crate::kit::{
    Code, Error, Result,
    events::{Event, Topic},
};

/// The moment at which a root field is asked. Clones are the same moment: one goes into the context, and the edge looks at its own afterwards.
#[derive(Clone)]
pub struct Listening(Arc<Moment>);

struct Moment {
    /// What happened; none when the subscription begins.
    event: Option<Event>,
    topics: Mutex<Vec<Topic>>,
    told: AtomicBool,
    silent: AtomicBool,
}

impl Listening {
    /// The subscription begins.
    pub fn beginning() -> Self {
        Self::at(None)
    }

    /// Something happened.
    pub fn on(event: Event) -> Self {
        Self::at(Some(event))
    }

    fn at(event: Option<Event>) -> Self {
        let (told, silent) = (AtomicBool::new(false), AtomicBool::new(false));
        Self(Arc::new(Moment { event, topics: Mutex::default(), told, silent }))
    }

    /// What is listened for, when the subscription begins well.
    pub fn topics(&self) -> Vec<Topic> {
        self.0.topics.lock().expect("no panic while holding the lock").clone()
    }

    /// Whether there was something to tell.
    pub fn has_told(&self) -> bool {
        self.0.told.load(Ordering::Relaxed)
    }

    /// Whether the news is not for this viewer: then nothing at all leaves.
    pub fn is_silent(&self) -> bool {
        self.0.silent.load(Ordering::Relaxed)
    }

    /// Answers a root field: when the subscription begins, notes that it listens for `topic`; on news, tells of what `find` gives for the record's
    /// id. What the viewer may not see is nothing, and of nothing nobody is told.
    ///
    /// # Errors
    /// Those of `find`; and one that nobody sees where there is nothing to tell.
    pub async fn answer<T, F>(&self, topic: Topic, find: impl FnOnce(Uuid) -> F) -> Result<T>
    where
        F: Future<Output = Result<Option<T>>>,
    {
        let found = match &self.0.event {
            None => {
                self.0.topics.lock().expect("no panic while holding the lock").push(topic);
                None
            }
            Some(event) if event.topic == topic => find(event.id).await?,
            Some(_) => None,
        };
        let told = if found.is_some() { &self.0.told } else { &self.0.silent };
        told.store(true, Ordering::Relaxed);
        found.ok_or_else(|| Error::new(Code::NotFound, "nothing-to-tell", "there is nothing to tell"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(of: u128) -> Topic {
        Topic::new("river-rose", Uuid::from_u128(of))
    }

    #[tokio::test]
    async fn a_beginning_notes_its_topic_and_loads_nothing() {
        let listening = Listening::beginning();
        let answer = listening.answer(topic(1), async |_| -> Result<Option<i32>> { unreachable!("nothing happened") });
        assert!(answer.await.is_err());
        assert_eq!(listening.topics(), [topic(1)]);
        assert!(!listening.has_told());
    }

    #[tokio::test]
    async fn news_are_told_when_they_are_for_this_viewer_and_of_this_topic() {
        let news = |of| Listening::on(Event { topic: topic(of), id: Uuid::from_u128(9) });
        for (of, found, told) in [(1, Some(9), true), (1, None, false), (2, Some(9), false)] {
            let listening = news(of);
            let answer = listening.answer(topic(1), async |id| {
                assert_eq!(id, Uuid::from_u128(9));
                Ok(found)
            });
            assert_eq!(answer.await.ok(), found.filter(|_| told));
            assert_eq!((listening.has_told(), listening.is_silent()), (told, !told));
        }
        let listening = news(1);
        let answer = listening.answer(topic(1), async |_| Err::<Option<i32>, _>(Error::not_found("riverId")));
        assert_eq!(answer.await.expect_err("it failed").key(), "not-found");
        assert!(!listening.has_told() && !listening.is_silent(), "a failure is neither");
    }
}
