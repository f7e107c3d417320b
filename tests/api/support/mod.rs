//! What the integration tests share.

mod app;
pub mod database;
pub mod generate;
pub mod served;

pub use app::{PASSWORD, TestApp, cases, migrate};
