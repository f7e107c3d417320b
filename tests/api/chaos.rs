//! What befalls an installation in a bad week: its parts are killed under load, its database goes away, its disk fills up, and it is restored elsewhere.
//!
//! `cargo test` runs a short version of everything; `make chaos` sets `DARASA_CHAOS_KILLS` for the long one. Every run prints its seed, which
//! `DARASA_CHAOS_SEED` takes again: the same parts are then killed in the same order.

mod disk;
mod drill;
mod house;
mod kills;
mod ledger;
mod load;
mod outage;
mod relay;
