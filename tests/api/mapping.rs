//! Anyone's spreadsheet, and rows from anyone's program: guessed, chosen, remembered, every row accounted for, and taken back.

mod batches;
mod profiles;
mod reading;
mod rows;
mod world;
