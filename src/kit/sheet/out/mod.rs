//! Workbooks out: typed cells, text as text and never as a formula, headings that stay in sight, lists to choose from in templates.

mod lists;
mod long;
mod plain;
mod rules;
mod write;

pub use lists::{Below, OutList, OutLists};
pub use long::OutRows;
pub use plain::write_plain;
pub use rules::{Refused, Rule};
pub use write::write_xlsx;

use super::Cell;

/// A workbook to be written.
#[derive(Debug, Clone, Default)]
pub struct OutBook {
    /// Its sheets.
    pub sheets: Vec<OutSheet>,
    /// What may be chosen, on a sheet of its own behind the others.
    pub lists: Option<OutLists>,
    /// Whether its sheets run from right to left.
    pub right_to_left: bool,
}

/// A sheet to be written.
#[derive(Debug, Clone, Default)]
pub struct OutSheet {
    /// The name on the tab: 1 to 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// The columns.
    pub columns: Vec<OutColumn>,
    /// The rows below the headings; cells beyond the columns are written, too.
    pub rows: Vec<Vec<Cell>>,
    /// Whether only the columns of [`Look::Entry`] can be written. There is no password: it keeps from slips, not from people.
    pub protected: bool,
    /// Whether it is for programs, so that no menu shows it.
    pub hidden: bool,
}

/// A column of a sheet to be written.
#[derive(Debug, Clone, Default)]
pub struct OutColumn {
    /// The heading.
    pub heading: String,
    /// The HXL tag below the heading; empty for none. The row of tags is left out where no column has one.
    pub tag: String,
    /// What may be entered.
    pub rule: Rule,
    /// What a program says when something else is entered.
    pub refused: Refused,
    /// How it looks.
    pub look: Look,
}

/// How a column looks, and whether it can be written where its sheet is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As wide as its heading.
    #[default]
    Plain,
    /// Wide, on several lines.
    Text,
    /// To be filled with text, which no program makes a number or a date of.
    TextEntry,
    /// To be filled with long text.
    LongEntry,
    /// To be filled with numbers.
    NumberEntry,
    /// Grey: to be looked at while the others are filled.
    Aside,
}

impl Look {
    fn is_entry(self) -> bool {
        matches!(self, Self::TextEntry | Self::LongEntry | Self::NumberEntry)
    }
}
