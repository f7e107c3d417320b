//! Languages and texts.

mod language;
mod localized;

pub use language::Language;
pub use localized::LocalizedText;

/// The catalogues.
pub struct Texts;

impl Texts {
    /// Loads them.
    pub fn load() -> Self {
        Self
    }
}
