//! What people are counted by, and the one shape of every disaggregated fact.
//!
//! Needs, targets and results all say: in this place, of this category, so many. A category is a combination of values, at most one of each
//! dimension; the empty one is everyone. What may be added, and how far a total may stand from its parts, is decided here once ([`sums`]).

pub mod graphql;
mod model;
mod nested_cells;
mod policy;
mod service;
mod small_cells;
mod store;
pub mod sums;
mod vocabulary;

pub use model::{Category, CategoryId, CategoryKind, Counts, Dimension, DimensionId, DimensionValue, DimensionValueId};
pub use nested_cells::{Nested, hide_nested};
pub use service::{ensure_categories, vocabulary};
pub use small_cells::{how_many_to_hide, leaves_open};
pub use store::{CategoryById, categories};
pub use vocabulary::{Vocabulary, recognise};
