//! Anyone's spreadsheet: which column is what is guessed, chosen and remembered; every cell gets a verdict, every row is accounted for, and
//! what can be read becomes the rows of reports by the same checks as everything else.

mod counting;
mod dating;
pub mod fields;
mod grouping;
mod guess;
pub(super) mod import;
pub(super) mod input;
pub(super) mod inspect;
pub(super) mod lists;
pub(super) mod model;
pub(super) mod outcome;
mod people;
mod periods;
pub(super) mod places;
mod placing;
pub(super) mod profiles;
mod reading;
mod rejected;
pub(super) mod setting;
mod store;
mod synonyms;
pub(super) mod understanding;

pub(super) use people::{is_known, key, parse_key};
