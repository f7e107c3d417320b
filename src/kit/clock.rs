//! Time and randomness, as arguments. Nothing else in the crate may ask the machine for either (`clippy.toml` bans it), so that a test can
//! hold time still and repeat an id.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use rand::{Rng, SeedableRng, rngs::StdRng};
use tokio::sync::watch;
use uuid::Uuid;

/// How long a wait for a moment goes on before the machine's clock is asked again: it may have been set, or have slept.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// Gives the time, new ids and secrets. Cheap to clone; clones share their state.
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    time: Time,
    random: Mutex<StdRng>,
}

enum Time {
    System,
    Held(watch::Sender<DateTime<Utc>>),
}

impl Clock {
    /// The machine's clock and its source of randomness.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn system() -> Self {
        Self(Arc::new(Inner { time: Time::System, random: Mutex::new(StdRng::from_rng(&mut rand::rng())) }))
    }

    /// A clock that stands at `now` until it is moved, with randomness from `seed`. For tests and the demo data.
    pub fn held_at(now: DateTime<Utc>, seed: u64) -> Self {
        Self(Arc::new(Inner {
            time: Time::Held(watch::Sender::new(now)),
            random: Mutex::new(StdRng::seed_from_u64(seed)),
        }))
    }

    /// The present moment, to the microsecond (what Postgres keeps).
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.0.time {
            Time::System => Utc::now(),
            Time::Held(at) => *at.borrow(),
        };
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Moves a held clock; the machine's clock does not move.
    pub fn advance(&self, by: TimeDelta) {
        if let Time::Held(at) = &self.0.time {
            at.send_modify(|now| *now += by);
        }
    }

    /// Waits until `moment` has come.
    pub async fn reached(&self, moment: DateTime<Utc>) {
        match &self.0.time {
            Time::System => {
                while let Some(rest) = (moment - self.now()).to_std().ok().filter(|rest| !rest.is_zero()) {
                    tokio::time::sleep(rest.min(LOOK_AGAIN)).await;
                }
            }
            Time::Held(at) => {
                // The sender lives as long as we do, so that the wait can end in no other way.
                at.subscribe().wait_for(|now| *now >= moment).await.ok();
            }
        }
    }

    /// A new UUIDv7: sortable by time, unique by randomness.
    pub fn new_uuid(&self) -> Uuid {
        let millis = u64::try_from(self.now().timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }

    /// `N` unpredictable bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.random.lock().expect("no panic while holding the lock").fill_bytes(&mut bytes);
        bytes
    }

    /// A secret of 256 bits as 43 characters that are safe in a URL.
    pub fn secret(&self) -> String {
        use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
        URL_SAFE_NO_PAD.encode(self.bytes::<32>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_clock_moves_only_when_told_and_ids_follow_it() {
        let start = DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time");
        let clock = Clock::held_at(start, 7);
        let first = clock.new_uuid();
        assert_eq!(clock.now(), start);
        clock.advance(TimeDelta::seconds(1));
        assert!(clock.new_uuid() > first);
        assert_ne!(clock.secret(), clock.secret());
        assert_eq!(Clock::held_at(start, 7).new_uuid(), first, "the same seed gives the same id");
    }

    #[tokio::test]
    async fn a_moment_is_waited_for_by_either_clock() {
        let start = DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time");
        let clock = Clock::held_at(start, 7);
        let mut wait = Box::pin(clock.reached(start + TimeDelta::seconds(10)));
        clock.advance(TimeDelta::seconds(9));
        assert!(futures::poll!(wait.as_mut()).is_pending());
        clock.advance(TimeDelta::seconds(1));
        wait.await;
        let machine = Clock::system();
        let moment = machine.now() + TimeDelta::milliseconds(20);
        machine.reached(moment).await;
        assert!(machine.now() >= moment);
        machine.reached(moment - TimeDelta::days(1)).await;
    }
}
