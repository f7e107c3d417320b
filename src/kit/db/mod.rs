//! Postgres: where it comes from, connections, transactions.

pub mod embedded;
