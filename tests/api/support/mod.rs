//! What the integration tests share.

mod app;
pub mod database;
pub mod generate;
pub mod reading;
pub mod samples;
pub mod served;
pub mod smtp;

pub use app::{PASSWORD, TestApp, cases, migrate};
