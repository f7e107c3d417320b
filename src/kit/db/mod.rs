//! Postgres: where it comes from, connections, transactions.
