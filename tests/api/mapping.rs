//! Anyone's spreadsheet, and rows from anyone's program: guessed, chosen, remembered, every row accounted for, and taken back.

mod bad;
mod batches;
mod binary;
mod cases;
mod meaning;
mod profiles;
mod reading;
mod rows;
mod ugly;
mod world;
