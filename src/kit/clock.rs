//! Time and randomness, as arguments. Nothing else in the crate may ask the machine for either (`clippy.toml` bans it), so that a test can
//! hold time still and repeat an id.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use rand::{Rng, SeedableRng, rngs::StdRng};
use uuid::Uuid;

/// Gives the time, new ids and secrets. Cheap to clone; clones share their state.
#[derive(Clone)]
pub struct Clock(Arc<Inner>);

struct Inner {
    time: Time,
    random: Mutex<StdRng>,
}

enum Time {
    System,
    Held(Mutex<DateTime<Utc>>),
}

impl Clock {
    /// The machine's clock and its source of randomness.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn system() -> Self {
        Self(Arc::new(Inner { time: Time::System, random: Mutex::new(StdRng::from_rng(&mut rand::rng())) }))
    }

    /// A clock that stands at `now` until it is moved, with randomness from `seed`. For tests and the demo data.
    pub fn held_at(now: DateTime<Utc>, seed: u64) -> Self {
        Self(Arc::new(Inner { time: Time::Held(Mutex::new(now)), random: Mutex::new(StdRng::seed_from_u64(seed)) }))
    }

    /// The present moment, to the microsecond (what Postgres keeps).
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn now(&self) -> DateTime<Utc> {
        let now = match &self.0.time {
            Time::System => Utc::now(),
            Time::Held(at) => *at.lock().expect("no panic while holding the lock"),
        };
        DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
    }

    /// Moves a held clock; the machine's clock does not move.
    pub fn advance(&self, by: TimeDelta) {
        if let Time::Held(at) = &self.0.time {
            *at.lock().expect("no panic while holding the lock") += by;
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
}
