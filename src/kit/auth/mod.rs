//! Who asks and what they may do: the viewer, the role table, the guards; passwords and tokens.

pub mod passwords;
pub mod roles;
pub mod tokens;
mod viewer;

pub use roles::{Action, Role};
pub use viewer::{Grant, Reach, Viewer};
