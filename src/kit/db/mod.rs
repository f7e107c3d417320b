//! Postgres: where it comes from, connections, transactions.
//!
//! Each worker thread has two small pools, one for reads and one for transactions: a connection lives on the thread that opened it, and a
//! request that reads while it writes can never wait for a connection that only it could give back.

mod connect;
mod constraint;
pub mod embedded;
mod kept;
mod migrate;
mod pool;
mod transaction;

pub use connect::{check as check_url, connect, describe as describe_url};
pub use constraint::explain_constraint;
pub use kept::{Keep, Kept};
pub use migrate::{migrate, revert_all};
pub use pool::{Conn, Db, Pools, count_queries};
pub use transaction::Transaction;
