//! Long reads: exports of any length. Each has a connection of its own, so that it keeps no request waiting, and one look at the database, so that
//! what is counted first is what comes after it. Rows come as text while they are found, no faster than they are taken.

use std::{collections::VecDeque, pin::Pin, sync::Arc, time::Duration};

use bytes::{Bytes, BytesMut};
use futures::StreamExt;
use tokio::{sync::OwnedSemaphorePermit, task::JoinHandle, time::timeout};
use tokio_postgres::{Client, CopyOutStream, SimpleQueryMessage};

use super::{connect, pool::Pools, role, sight::Sight};
use crate::kit::{Code, Error, Result};

/// How many long reads a worker thread has under way at most.
pub(super) const AT_ONCE: usize = 2;
/// How long one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(5);
/// Ends after half an hour, and within a second when the reader has gone.
const OPTIONS: &str = "-c statement_timeout=1800000 -c idle_in_transaction_session_timeout=1800000 -c client_connection_check_interval=1000 \
     -c work_mem=32MB -c jit=off -c timezone=UTC";
/// How much text is handed on at once.
const CHUNK: usize = 1 << 16;

/// A connection for one long read.
pub struct LongRead {
    client: Client,
    connection: JoinHandle<()>,
    _turn: OwnedSemaphorePermit,
}

impl LongRead {
    /// Opens one that sees as far as `sight` reaches.
    ///
    /// # Errors
    /// `RATE_LIMITED` when too many are under way; `UNAVAILABLE` when the database cannot be reached.
    pub async fn open(pools: &Pools, sight: &Sight) -> Result<Self> {
        let turn = timeout(PATIENCE, Arc::clone(&pools.long).acquire_owned()).await;
        let busy = || Error::new(Code::RateLimited, "too-many-exports", "other exports are under way; try again soon");
        let turn = turn.map_err(|_| busy().retry_after(chrono::TimeDelta::seconds(30)))?.map_err(Error::internal)?;
        let (client, connection) = connect::plain(&pools.url, OPTIONS).await.map_err(Error::unavailable)?;
        let read = Self { client, connection: tokio::spawn(connection), _turn: turn };
        let who = format!("{}; {}", role::statement(), sight.statement(false));
        read.client.batch_execute(&who).await.map_err(Error::unavailable)?;
        let begin = "begin isolation level repeatable read read only";
        read.client.batch_execute(begin).await.map_err(Error::unavailable)?;
        Ok(read)
    }

    /// The cells of some rows as text: to find out what is to be read.
    ///
    /// # Errors
    /// When the statement fails.
    pub async fn texts(&self, sql: &str) -> Result<Vec<Vec<Option<String>>>> {
        let answer = self.client.simple_query(sql).await.map_err(Error::internal)?;
        let rows = answer.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => Some(row),
            _ => None,
        });
        Ok(rows.map(|row| (0..row.len()).map(|at| row.get(at).map(str::to_owned)).collect()).collect())
    }

    /// The rows of queries, one after the other, as lines of comma-separated values. Nothing can be bound to them: the caller writes only ids and
    /// words of ours into them.
    pub fn lines(self, queries: Vec<String>) -> Lines {
        Lines { queries: queries.into(), copy: None, read: self }
    }
}

impl Drop for LongRead {
    /// Who goes away in the middle leaves no statement running: the server finds the connection closed.
    fn drop(&mut self) {
        self.connection.abort();
    }
}

/// Lines that come while they are found.
pub struct Lines {
    queries: VecDeque<String>,
    copy: Option<Pin<Box<CopyOutStream>>>,
    read: LongRead,
}

impl Lines {
    /// The next whole lines, each ended by a line feed, and how many they are; nothing at the end.
    ///
    /// # Errors
    /// When the connection is lost or a query fails.
    pub async fn next(&mut self) -> Result<Option<(Bytes, u64)>> {
        let (mut text, mut lines) = (BytesMut::with_capacity(CHUNK + (CHUNK >> 2)), 0);
        while text.len() < CHUNK {
            let copy = match self.copy.as_mut() {
                Some(copy) => copy,
                None => {
                    let Some(query) = self.queries.pop_front() else { break };
                    let copy = format!("copy ({query}) to stdout (format csv)");
                    let copy = self.read.client.copy_out(&copy).await.map_err(Error::internal)?;
                    self.copy.insert(Box::pin(copy))
                }
            };
            match copy.next().await {
                Some(line) => {
                    text.extend_from_slice(&line.map_err(Error::internal)?);
                    lines += 1;
                }
                None => self.copy = None,
            }
        }
        Ok((lines > 0).then(|| (text.freeze(), lines)))
    }
}
