//! The bottom tier: devices that every area uses and that know nothing of the domain, but for the scope ids.

pub mod allowance;
pub mod auth;
pub mod call;
pub mod clock;
pub mod data;
pub mod db;
pub mod door;
pub mod enums;
pub mod error;
pub mod events;
pub mod files;
pub mod graphql;
pub mod http;
pub mod ids;
pub mod jobs;
pub mod mail;
pub mod page;
pub mod scope;
pub mod sheet;
pub mod shelf;
pub mod stop;
pub mod telemetry;
pub mod text;
pub mod toolbox;
pub mod work;
pub mod writes;

pub use call::Call;
pub use clock::Clock;
pub use error::{Code, Error, Result};
pub use toolbox::Toolbox;
