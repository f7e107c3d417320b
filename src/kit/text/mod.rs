//! Languages, texts, and how numbers and dates are written in each.
//!
//! One Fluent catalogue per language serves mails, public pages and the client. Figures are written by our own code, because Fluent's numbers
//! are floats and no float may touch a figure.

mod catalogue;
#[cfg(test)]
mod catalogue_tests;
mod date;
mod language;
mod link;
mod localized;
mod number;
mod plural;
#[cfg(test)]
mod plural_tests;

pub use catalogue::{InLanguage, Texts, sources};
pub use fluent_bundle::FluentValue;
pub use language::Language;
pub use link::web_address;
pub use localized::LocalizedText;
pub use number::{ArabicDigits, Figure};
