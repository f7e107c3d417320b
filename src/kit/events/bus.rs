//! From the one connection that listens to everyone in this process who wants to know.
//!
//! Nobody misses an event without learning it. When the connection is lost, every inbox of that moment says so ([`News::Lost`]), because
//! Postgres keeps nothing for those who are away; so does an inbox whose owner lets too much pile up. Who gets that reads everything anew.

use std::{
    collections::{HashMap, VecDeque},
    pin::pin,
    sync::{Arc, Mutex},
    time::Duration,
};

use diesel_async::AsyncPgConnection;
use futures::StreamExt;
use tokio::{
    sync::{Notify, watch},
    time::{sleep, timeout},
};

use super::{Event, Topic, read, store};
use crate::kit::{Error, Result, db, stop::Stop};

/// How many different records may wait in one inbox. The same record again is one: an event says that it changed, and the newest is enough.
const MOST_WAITING: usize = 256;
/// How long after a lost connection the next is tried; twice as long each time, up to the longest.
const SHORTEST_WAIT: Duration = Duration::from_millis(100);
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// After how much silence the other end is asked whether it still lives, and how long it may take to say so.
const SILENCE: Duration = Duration::from_secs(15);
const PATIENCE: Duration = Duration::from_secs(5);

/// Hands out what the connection hears. One for the whole program; clones are the same.
#[derive(Clone, Default)]
pub struct Bus(Arc<Shared>);

#[derive(Default)]
struct Shared {
    inboxes: Mutex<HashMap<Topic, Vec<Arc<Waiting>>>>,
    listening: watch::Sender<bool>,
    /// Given once somebody wants to know anything: before that no connection is opened.
    wanted: Notify,
}

/// What came for one listener and was not taken.
#[derive(Default)]
struct Waiting {
    held: Mutex<Held>,
    wake: Notify,
}

#[derive(Default)]
struct Held {
    events: VecDeque<Event>,
    lost: bool,
}

impl Waiting {
    fn push(&self, event: &Event) {
        let mut held = self.held.lock().expect("no panic while holding the lock");
        if held.lost || held.events.contains(event) {
            return;
        }
        if held.events.len() == MOST_WAITING {
            *held = Held { events: VecDeque::new(), lost: true };
        } else {
            held.events.push_back(event.clone());
        }
        self.wake.notify_one();
    }

    fn lose(&self) {
        *self.held.lock().expect("no panic while holding the lock") = Held { events: VecDeque::new(), lost: true };
        self.wake.notify_one();
    }

    fn take(&self) -> Option<News> {
        let mut held = self.held.lock().expect("no panic while holding the lock");
        if held.lost { Some(News::Lost) } else { held.events.pop_front().map(News::Event) }
    }
}

/// What an inbox gives.
#[derive(Debug, PartialEq, Eq)]
pub enum News {
    /// Something changed.
    Event(Event),
    /// Something may have changed that nobody heard of. Nothing comes after it.
    Lost,
}

/// Where events of some topics come in, until it is dropped.
pub struct Inbox {
    bus: Bus,
    topics: Vec<Topic>,
    waiting: Arc<Waiting>,
}

impl Inbox {
    /// The next piece of news. May be dropped while it waits, and nothing is lost.
    pub async fn next(&self) -> News {
        loop {
            if let Some(news) = self.waiting.take() {
                return news;
            }
            self.waiting.wake.notified().await;
        }
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        let mut inboxes = self.bus.0.inboxes.lock().expect("no panic while holding the lock");
        for topic in &self.topics {
            if let Some(waiting) = inboxes.get_mut(topic) {
                waiting.retain(|other| !Arc::ptr_eq(other, &self.waiting));
                if waiting.is_empty() {
                    inboxes.remove(topic);
                }
            }
        }
    }
}

impl Bus {
    /// An inbox for events of `topics`. It is sure to get them once [`Bus::listening`] has come back after this.
    pub fn inbox(&self, topics: Vec<Topic>) -> Inbox {
        let waiting = Arc::new(Waiting::default());
        let mut inboxes = self.0.inboxes.lock().expect("no panic while holding the lock");
        for topic in &topics {
            inboxes.entry(topic.clone()).or_default().push(Arc::clone(&waiting));
        }
        drop(inboxes);
        self.0.wanted.notify_one();
        Inbox { bus: self.clone(), topics, waiting }
    }

    /// Waits until the connection listens.
    pub async fn listening(&self) {
        // The sender lives as long as we do, so that the wait can end in no other way.
        self.0.listening.subscribe().wait_for(|listening| *listening).await.ok();
    }

    /// Keeps a connection that listens, from when somebody first wants to know until the order to stop.
    pub async fn run(self, database_url: String, stop: Stop) {
        tokio::select! { () = self.listen_for_good(&database_url) => {}, () = stop.ordered() => {} }
    }

    async fn listen_for_good(&self, database_url: &str) {
        self.0.wanted.notified().await;
        let mut wait = SHORTEST_WAIT;
        loop {
            match self.connect(database_url).await {
                Ok(mut conn) => {
                    wait = SHORTEST_WAIT;
                    self.0.listening.send_replace(true);
                    let error = self.hear(&mut conn).await;
                    self.0.listening.send_replace(false);
                    self.lose();
                    tracing::warn!("the connection that listens for events was lost: {error}");
                }
                Err(error) => tracing::warn!("events cannot be listened for: {error}"),
            }
            sleep(wait).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    async fn connect(&self, database_url: &str) -> Result<AsyncPgConnection> {
        let mut conn = db::connect(database_url).await.map_err(Error::unavailable)?;
        store::listen(&mut conn).await?;
        Ok(conn)
    }

    /// Hands out what comes, until the connection is lost: why.
    async fn hear(&self, conn: &mut AsyncPgConnection) -> Error {
        loop {
            let heard = {
                let mut notifications = pin!(conn.notifications_stream());
                timeout(SILENCE, notifications.next()).await
            };
            match heard {
                Ok(Some(Ok(notification))) => {
                    if let Some(event) = read(&notification.payload) {
                        self.deliver(&event);
                    }
                }
                Ok(Some(Err(error))) => return error.into(),
                Ok(None) => return Error::bug("the server closed the connection that listens"),
                Err(_) => match timeout(PATIENCE, store::listen(conn)).await {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => return error,
                    Err(silence) => return Error::unavailable(silence),
                },
            }
        }
    }

    /// A bus that listens to nobody but this process. For tests without a database.
    #[cfg(test)]
    pub fn of_this_process() -> Self {
        let bus = Self::default();
        bus.0.listening.send_replace(true);
        bus
    }

    /// Puts an event into the inboxes of this process.
    pub(in crate::kit) fn deliver(&self, event: &Event) {
        let inboxes = self.0.inboxes.lock().expect("no panic while holding the lock");
        for waiting in inboxes.get(&event.topic).into_iter().flatten() {
            waiting.push(event);
        }
    }

    fn lose(&self) {
        let inboxes = self.0.inboxes.lock().expect("no panic while holding the lock");
        inboxes.values().flatten().for_each(|waiting| waiting.lose());
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn topic(of: u128) -> Topic {
        Topic::new("river-rose", Uuid::from_u128(of))
    }

    fn event(of: u128, id: u128) -> Event {
        Event { topic: topic(of), id: Uuid::from_u128(id) }
    }

    #[tokio::test]
    async fn an_inbox_gets_what_it_is_for_once_each_and_in_order() {
        let bus = Bus::default();
        let inbox = bus.inbox(vec![topic(1), topic(2)]);
        for (of, id) in [(1, 10), (3, 30), (2, 20), (1, 10), (1, 11)] {
            bus.deliver(&event(of, id));
        }
        for (of, id) in [(1, 10), (2, 20), (1, 11)] {
            assert_eq!(inbox.next().await, News::Event(event(of, id)));
        }
        bus.deliver(&event(1, 10));
        assert_eq!(inbox.next().await, News::Event(event(1, 10)), "changed again after it was taken");
        assert!(futures::poll!(pin!(inbox.next())).is_pending());
    }

    #[tokio::test]
    async fn who_takes_nothing_holds_no_more_than_a_bounded_number_and_is_told_that_it_lost_some() {
        let bus = Bus::default();
        let (slow, quick) = (bus.inbox(vec![topic(1)]), bus.inbox(vec![topic(1)]));
        for id in 0..=256 {
            bus.deliver(&event(1, id));
            if id < 256 {
                assert_eq!(quick.next().await, News::Event(event(1, id)));
            }
        }
        assert!(slow.waiting.held.lock().expect("not poisoned").events.is_empty());
        assert_eq!(slow.next().await, News::Lost);
        bus.deliver(&event(1, 999));
        assert_eq!(slow.next().await, News::Lost, "nothing comes after it");
        assert_eq!(quick.next().await, News::Event(event(1, 256)));
    }

    #[tokio::test]
    async fn a_lost_connection_is_told_to_those_of_its_time_and_not_to_who_comes_later() {
        let bus = Bus::default();
        let before = bus.inbox(vec![topic(1)]);
        bus.deliver(&event(1, 10));
        bus.lose();
        assert_eq!(before.next().await, News::Lost);
        let after = bus.inbox(vec![topic(1)]);
        bus.deliver(&event(1, 11));
        assert_eq!(after.next().await, News::Event(event(1, 11)));
    }

    #[test]
    fn who_stops_listening_leaves_nothing_behind() {
        let bus = Bus::default();
        let (one, other) = (bus.inbox(vec![topic(1), topic(2)]), bus.inbox(vec![topic(1)]));
        drop(one);
        assert_eq!(bus.0.inboxes.lock().expect("not poisoned").keys().collect::<Vec<_>>(), [&topic(1)]);
        drop(other);
        assert!(bus.0.inboxes.lock().expect("not poisoned").is_empty());
    }
}
