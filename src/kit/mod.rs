//! The bottom tier: devices that every area uses and that know nothing of the domain.

pub mod auth;
pub mod clock;
pub mod db;
pub mod enums;
pub mod error;
pub mod ids;
pub mod scope;

pub use clock::Clock;
pub use error::{Code, Error, Result};
