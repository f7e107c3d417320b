//! News of what was written, from its transaction to whoever listens, in every process on the database.
//!
//! An event says "this record changed", and no more: who hears of it reads the record anew, as they may see it then. It travels by Postgres' NOTIFY out
//! of the transaction itself, so that it comes after the commit or never, and in the order of the commits. Each process has one connection that
//! listens ([`Bus`]), and nobody asks the database whether there is news.

mod bus;
mod store;

use std::borrow::Cow;

use uuid::Uuid;

pub use bus::{Bus, Inbox, News};

use super::{Result, db::Transaction};

/// What can be listened for: a kind of news, of one record.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Topic {
    kind: Cow<'static, str>,
    of: Uuid,
}

impl Topic {
    /// News of `kind` (small letters and dashes) about the record `of`.
    pub const fn new(kind: &'static str, of: Uuid) -> Self {
        Self { kind: Cow::Borrowed(kind), of }
    }
}

/// A piece of news: under this topic, the record `id` changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What was listened for.
    pub topic: Topic,
    /// The record that changed.
    pub id: Uuid,
}

/// Tells everyone who listens for `topic` that the record `id` changed, once the transaction is committed.
///
/// # Errors
/// When the connection is lost.
pub async fn tell(transaction: &Transaction, topic: &Topic, id: Uuid) -> Result<()> {
    store::notify(transaction.conn(), &written(topic, id)).await
}

/// The same of many records, by one statement.
///
/// # Errors
/// When the connection is lost.
pub async fn tell_of_all(transaction: &Transaction, topic: &Topic, ids: &[Uuid]) -> Result<()> {
    let payloads: Vec<String> = ids.iter().map(|id| written(topic, *id)).collect();
    store::notify_all(transaction.conn(), &payloads).await
}

fn written(topic: &Topic, id: Uuid) -> String {
    format!("{}:{}:{id}", topic.kind, topic.of)
}

/// The event of a notification; none for what another version of the program may say.
fn read(payload: &str) -> Option<Event> {
    let mut parts = payload.split(':');
    let (kind, of, id) = (parts.next()?, parts.next()?, parts.next()?);
    let topic = Topic { kind: Cow::Owned(kind.to_owned()), of: of.parse().ok()? };
    Some(Event { topic, id: id.parse().ok()? }).filter(|_| parts.next().is_none())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_told_is_read_again() {
        let (of, id) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let topic = Topic::new("river-rose", of);
        assert_eq!(read(&written(&topic, id)), Some(Event { topic, id }));
    }

    proptest! {
        #[test]
        fn no_notification_of_others_confuses_us(payload in ".{0,120}") {
            if let Some(event) = read(&payload) {
                prop_assert_eq!(written(&event.topic, event.id).to_lowercase(), payload.to_lowercase());
            }
        }
    }
}
