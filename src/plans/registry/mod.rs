//! Indicators that the field has codes for, so that a plan need not write them out and figures of different plans can be laid side by side.

mod model;
mod store;

pub use model::RegistryIndicator;
pub(super) use store::{indicator, indicators};
