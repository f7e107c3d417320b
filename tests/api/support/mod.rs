//! What the integration tests share.

mod app;
pub mod database;
pub mod generate;
pub mod proxy;
pub mod reading;
pub mod samples;
pub mod served;
pub mod smtp;
pub mod socket;

pub use app::{PASSWORD, Refusal, TestApp, cases, migrate};
