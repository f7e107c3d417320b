//! Postgres: where it comes from, connections, transactions.
//!
//! Each worker thread has two small pools, one for reads and one for transactions: a connection lives on the thread that opened it, and a
//! request that reads while it writes can never wait for a connection that only it could give back. Each works as a role that owns nothing, and
//! says as whom it reads before anything is read. An export of any length takes a connection of its own ([`LongRead`]).

mod connect;
mod constraint;
pub mod contents;
pub mod embedded;
pub mod jsonb;
mod kept;
mod long;
mod migrate;
mod pool;
mod role;
mod sight;
mod transaction;

pub use connect::{check as check_url, connect, describe as describe_url};
pub use constraint::explain_constraint;
pub use jsonb::JsonText;
pub use kept::{Keep, Kept};
pub use long::{Lines, LongRead};
pub use migrate::{known_migrations, migrate, revert_all};
pub use pool::{Conn, Db, Pools, count_queries};
pub use role::{Guarded, ROLE, guarded};
pub use sight::Sight;
pub use transaction::{Looking, Transaction};
