//! Spreadsheets in and out: a partner's own sheet is a first-class client, and a hostile one must not hurt the server.
//!
//! *In*: [`Reader`] hands the bytes to a process of its own with hard limits and gets plain rows back ([`Workbook`]). [`Table`] finds the
//! header row and the wanted [`Column`]s, and a [`Record`] turns cells into typed values. What cannot be read becomes an [`Issue`] that
//! names its cell and the mend, so that everyone sees every error at once, as data and ([`Reader::mark`]) in the partner's own workbook beside
//! the cell. *Out*: [`CsvWriter`] and [`write_xlsx`] never write a formula into a cell, and what they wrote reads back the same.

mod annotate;
mod archive;
mod cells;
mod csv_writer;
mod date;
mod delimited;
mod guard;
mod habits;
mod header;
mod issue;
mod layout;
mod limits;
mod month;
mod number;
mod out;
mod personal;
mod reader;
mod record;
mod refusal;
mod table;
mod wire;
mod workbook;
mod worker;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use annotate::{Mark, Marks, MessageColumn, Summary};
pub use cells::Cells;
pub use csv_writer::CsvWriter;
pub use date::{DateOrder, parse_date, serial_date};
pub use habits::{Habit, date_habit, number_habit};
pub use header::{Tag, words};
pub use issue::{Issue, Issues, Severity};
pub use layout::{Caption, Layout};
pub use limits::Limits;
pub use month::{MonthText, parse_month};
pub use number::{NumberFormat, parse_number};
pub use out::{
    Below, Look, OutBook, OutColumn, OutList, OutLists, OutRows, OutSheet, Refused, Rule, write_plain, write_xlsx,
};
pub use personal::warn_personal_columns;
pub use reader::Reader;
pub use record::{Record, says_nothing, yes_or_no};
pub use table::{Column, Names, Table, Wanted};
pub use worker::{WORKER_ARGUMENT, worker_main};

/// Everything that was in a file: one sheet for text files, one or more for workbooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets in the order of the file, hidden ones included.
    pub sheets: Vec<Sheet>,
    /// The sheets that hold formulas. Their cells tell the value that the user last saw.
    pub formulas: Vec<Formulas>,
}

/// The formulas of a sheet. Only workbooks of today's Excel format are looked through for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formulas {
    /// The sheet, by its place in the workbook.
    pub sheet: usize,
    /// How many cells hold one.
    pub count: u64,
    /// The first of them: row from 1, column from 0.
    pub first: Vec<(u32, usize)>,
}

/// One sheet and its rows that hold anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The name on the tab; empty for text files.
    pub name: String,
    /// Whether the sheet is hidden from the user, as lookup lists often are.
    pub hidden: bool,
    /// Whether bare day numbers count from 1904 (old Macintosh workbooks) instead of 1900.
    pub dates_from_1904: bool,
    /// The rows that hold anything, from top to bottom. Empty rows are left out; the numbers of the others stay.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The number that the user sees beside the row, from 1.
    pub number: u32,
    /// The cells from column A on, without empty ones at the end.
    pub cells: Cells,
}

/// What is in a cell. Of a formula it is the value that the user last saw.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing. This is not zero.
    #[default]
    #[serde(rename = "e")]
    Empty,
    /// Text as typed.
    #[serde(rename = "t")]
    Text(String),
    /// A number, exact to the 15 digits that spreadsheets keep.
    #[serde(rename = "n")]
    Number(Decimal),
    /// A day.
    #[serde(rename = "d")]
    Date(NaiveDate),
    /// A day and a time, without a zone (spreadsheets know none).
    #[serde(rename = "s")]
    DateTime(NaiveDateTime),
    /// True or false.
    #[serde(rename = "b")]
    Boolean(bool),
    /// A formula that failed, as the user sees it (`#N/A`, `#REF!`).
    #[serde(rename = "x")]
    Error(String),
}

impl Cell {
    /// The cell as one piece of plain text, the way the exports write it. Empty gives empty text.
    pub fn to_text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
            Self::DateTime(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
            Self::Boolean(yes) => yes.to_string(),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Decimal> for Cell {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<NaiveDate> for Cell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<NaiveDateTime> for Cell {
    fn from(moment: NaiveDateTime) -> Self {
        Self::DateTime(moment)
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::Boolean(yes)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// The letters of a column as the user sees them: 0 is A, 26 is AA.
pub fn column_letters(index: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = index;
    loop {
        letters.push(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 26]);
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702, 16_383].into_iter().map(column_letters).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }

    #[test]
    fn nothing_and_empty_text_are_an_empty_cell_and_zero_is_not() {
        assert_eq!(Cell::from(""), Cell::Empty);
        assert_eq!(Cell::from(None::<i64>), Cell::Empty);
        assert_eq!(Cell::from(Some(0_i64)), Cell::Number(Decimal::ZERO));
    }
}
