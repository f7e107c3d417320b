//! Who may do what, field by field: a matrix made from the schema and from a table of its own, in both directions. Whoever may is not refused; to
//! whoever may not, what is there looks like what is not.

mod askers;
mod comparing;
mod deeper;
mod doors;
mod reading;
mod reads;
mod running;
mod table;
mod watching;
pub mod world;
mod writes;
mod writing;
