//! Standards: editions, checklists with evidence and improvement actions, comparison of rounds, contextualisation.

mod actions;
mod checklists;
mod editions;
mod rights;
pub mod world;
