//! The chain: every sealed event carries a number and SHA-256(previous hash, the event's canonical text).
//!
//! The canonical text is made by Postgres itself (`jsonb` has one spelling per value), so that anyone with SQL and SHA-256 can check the chain.

use diesel::{QueryableByName, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::store;
use crate::kit::{Call, Result, db::Conn};

/// How many events are sealed or verified at a time.
const BATCH: i64 = 1000;
/// Who seals holds this lock: the chain has one end.
const LOCK: i64 = 0x5EA1;

/// The columns of an event as one text. Instants are counted in microseconds, so that no time zone can change the text.
const CANONICAL: &str = "concat_ws(E'\\x1f', id, (extract(epoch from at) * 1000000)::bigint, coalesce(actor::text, '-'), request_id, \
     coalesce(operation_id::text, '-'), entity, entity_id, action, coalesce(before::text, '-'), coalesce(after::text, '-'))";

#[derive(QueryableByName)]
struct Sealable {
    #[diesel(sql_type = sql_types::Uuid)]
    id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    canonical: String,
}

#[derive(QueryableByName)]
struct Sealed {
    #[diesel(sql_type = sql_types::BigInt)]
    sequence: i64,
    #[diesel(sql_type = sql_types::Binary)]
    hash: Vec<u8>,
    #[diesel(sql_type = sql_types::Text)]
    canonical: String,
}

#[derive(QueryableByName)]
struct End {
    #[diesel(sql_type = sql_types::BigInt)]
    sequence: i64,
    #[diesel(sql_type = sql_types::Binary)]
    hash: Vec<u8>,
}

fn link(previous: &[u8], canonical: &str) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(previous);
    hash.update(canonical.as_bytes());
    hash.finalize().to_vec()
}

/// Appends the events that are ready to the chain and says how many they were.
///
/// # Errors
/// When the database cannot be reached.
pub async fn seal(call: &Call) -> Result<usize> {
    use futures::FutureExt;
    call.transact((), |transaction, ()| async move { seal_batch(transaction.conn()).await }.boxed()).await
}

async fn seal_batch(mut conn: Conn<'_>) -> Result<usize> {
    sql_query(format!("select pg_advisory_xact_lock({LOCK})")).execute(&mut conn).await?;
    // Only events whose transaction is older than every running one: nothing can commit below them any more. One that is still to come here was
    // written in another cluster, and came with a backup.
    let ready = format!(
        "select id, {CANONICAL} as canonical from audit_events \
         where sequence is null and (transaction_id < pg_snapshot_xmin(pg_current_snapshot()) \
            or transaction_id >= pg_snapshot_xmax(pg_current_snapshot())) order by at, id limit {BATCH}"
    );
    let ready: Vec<Sealable> = sql_query(ready).load(&mut conn).await?;
    let mut end = end(conn).await?;
    let (mut ids, mut sequences, mut hashes) = (Vec::new(), Vec::new(), Vec::new());
    for event in ready {
        end = End { sequence: end.sequence + 1, hash: link(&end.hash, &event.canonical) };
        ids.push(event.id);
        sequences.push(end.sequence);
        hashes.push(end.hash.clone());
    }
    let sealed = sql_query(
        "update audit_events set sequence = new.sequence, hash = new.hash \
         from unnest($1::uuid[], $2::bigint[], $3::bytea[]) as new (id, sequence, hash) where audit_events.id = new.id",
    )
    .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
    .bind::<sql_types::Array<sql_types::BigInt>, _>(sequences)
    .bind::<sql_types::Array<sql_types::Binary>, _>(hashes)
    .execute(&mut conn)
    .await?;
    Ok(sealed)
}

async fn end(mut conn: Conn<'_>) -> Result<End> {
    let last = "select sequence, hash from audit_events where sequence is not null order by sequence desc limit 1";
    let last: Vec<End> = sql_query(last).load(&mut conn).await?;
    Ok(last.into_iter().next().unwrap_or(End { sequence: 0, hash: Vec::new() }))
}

/// The end of the chain: how many events are sealed, and the hash of the last in hexadecimal.
///
/// # Errors
/// When the database cannot be reached.
pub async fn end_of_chain(conn: Conn<'_>) -> Result<(i64, String)> {
    let End { sequence, hash } = end(conn).await?;
    Ok((sequence, hex::encode(hash)))
}

/// What a look along the chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Every link holds: so many events, and the hash of the last in hexadecimal.
    Whole {
        /// How many events are sealed.
        events: i64,
        /// The hash of the last one: write it down elsewhere, and nobody can cut the chain's end unseen.
        head: String,
        /// How many later events wait to be sealed: nothing vouches for them yet.
        unsealed: i64,
    },
    /// The chain breaks at this number: the event there, or one before it, was changed, removed or put in.
    Broken {
        /// The first number whose link does not hold.
        at: i64,
    },
}

/// Recomputes the whole chain.
///
/// # Errors
/// When the database cannot be reached.
pub async fn verify(call: &Call) -> Result<Verdict> {
    let mut conn = call.db.conn().await?;
    let mut end = End { sequence: 0, hash: Vec::new() };
    loop {
        let next = format!(
            "select sequence, hash, {CANONICAL} as canonical from audit_events where sequence > {} order by sequence limit {BATCH}",
            end.sequence
        );
        let next: Vec<Sealed> = sql_query(next).load(&mut conn).await?;
        if next.is_empty() {
            let unsealed = store::count_unsealed(conn).await?;
            return Ok(Verdict::Whole { events: end.sequence, head: hex::encode(end.hash), unsealed });
        }
        for event in next {
            let expected = End { sequence: end.sequence + 1, hash: link(&end.hash, &event.canonical) };
            if (event.sequence, &event.hash) != (expected.sequence, &expected.hash) {
                return Ok(Verdict::Broken { at: expected.sequence });
            }
            end = expected;
        }
    }
}
