//! What the integration tests share.

mod app;
pub mod database;

pub use app::{TestApp, cases};
