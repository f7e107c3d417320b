//! How often something may be done for one address: sign-ins tried, mails sent to it. Whoever asks, from wherever: the counts are in the database.

mod store;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Result, auth::tokens::secret_hash, db::Conn};

/// How often one thing may be done.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// What is counted.
    pub kind: &'static str,
    /// How often it may be done.
    pub most: i64,
    /// Within which time, wherever that begins.
    pub within: TimeDelta,
}

/// Whether it may be done once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It may, and was counted.
    Granted,
    /// It may not, and was not counted.
    Refused {
        /// From this moment it may.
        until: DateTime<Utc>,
    },
}

/// Counts one more for `address`, unless that would be too many. Of many at the same moment just as many are granted as the rule allows: who comes
/// second waits until the transaction of the first has ended. The address need not be one of ours, and is kept as a hash.
///
/// # Errors
/// When the database cannot be reached.
pub async fn take(conn: Conn<'_>, rule: Rule, address: &str, now: DateTime<Utc>) -> Result<Taken> {
    let subject = secret_hash(address);
    let taken = if store::count(conn, rule, &subject, now).await? {
        Taken::Granted
    } else {
        let oldest = store::oldest(conn, rule, &subject, now).await?;
        Taken::Refused { until: oldest.unwrap_or(now) + rule.within }
    };
    store::forget_some(conn, now).await?;
    Ok(taken)
}

/// Takes back what was counted for `address`.
///
/// # Errors
/// When the database cannot be reached.
pub async fn give_back(conn: Conn<'_>, rule: Rule, address: &str) -> Result<()> {
    store::forget(conn, rule, &secret_hash(address)).await
}
