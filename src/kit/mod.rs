//! The bottom tier: devices that every area uses and that know nothing of the domain.

pub mod clock;
pub mod db;
pub mod error;
pub mod graphql;
pub mod http;
pub mod telemetry;

pub use error::{Code, Error, Result};
