//! Why a file is refused, in words for the person who sent it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::column_letters;
use crate::kit::{Code, Error};

/// Why a file was not read. It crosses from the reading process to the server as data, and becomes words only there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Refusal {
    Empty,
    FileTooLarge { megabytes: u64 },
    UnknownFormat { looks_like: String },
    PlainArchive,
    NestedArchive { part: String },
    TooManyParts { limit: usize },
    UnpacksTooFar { megabytes: u64 },
    Entities { part: String },
    Encrypted,
    Macros,
    Undecodable,
    OpenQuote { row: u32 },
    TooManyRows { sheet: String, row: u32, limit: u32 },
    TooManyColumns { sheet: String, row: u32, column: usize, limit: usize },
    TooManyCells { sheet: String, row: u32, limit: u64 },
    TooMuchText { sheet: String, row: u32 },
    CellTooLong { sheet: String, row: u32, column: usize, limit: usize },
    RowsOutOfOrder { sheet: String, row: u32 },
    Damaged { detail: String },
    TooHeavy,
    TooSlow,
}

impl Refusal {
    /// The translation key.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::Empty => "sheet-empty",
            Self::FileTooLarge { .. } => "sheet-file-too-large",
            Self::UnknownFormat { .. } => "sheet-unknown-format",
            Self::PlainArchive => "sheet-plain-archive",
            Self::NestedArchive { .. } => "sheet-nested-archive",
            Self::TooManyParts { .. } => "sheet-too-many-parts",
            Self::UnpacksTooFar { .. } => "sheet-unpacks-too-far",
            Self::Entities { .. } => "sheet-entities",
            Self::Encrypted => "sheet-encrypted",
            Self::Macros => "sheet-macros",
            Self::Undecodable => "sheet-undecodable",
            Self::OpenQuote { .. } => "sheet-open-quote",
            Self::TooManyRows { .. } => "sheet-too-many-rows",
            Self::TooManyColumns { .. } => "sheet-too-many-columns",
            Self::TooManyCells { .. } => "sheet-too-many-cells",
            Self::TooMuchText { .. } => "sheet-too-much-text",
            Self::CellTooLong { .. } => "sheet-cell-too-long",
            Self::RowsOutOfOrder { .. } => "sheet-rows-out-of-order",
            Self::Damaged { .. } => "sheet-damaged",
            Self::TooHeavy => "sheet-too-heavy",
            Self::TooSlow => "sheet-too-slow",
        }
    }

    /// The error for the client, about the file that the user calls `file_name`. The caller may blame another field by [`Error::at`].
    pub(super) fn into_error(self, file_name: &str) -> Error {
        let code = match self {
            Self::FileTooLarge { .. } => Code::TooLarge,
            Self::TooSlow => Code::TimedOut,
            _ => Code::Invalid,
        };
        Error::new(code, self.key(), format!("`{file_name}` cannot be read: {self}")).at("file")
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it is empty; fill in the sheet and send it again"),
            Self::FileTooLarge { megabytes } => {
                write!(f, "it is larger than {megabytes} MB; send fewer rows at a time, or leave pictures out")
            }
            Self::UnknownFormat { looks_like } => write!(
                f,
                "it is no spreadsheet but looks like {looks_like}; save it as Excel workbook (.xlsx), OpenDocument sheet (.ods) or CSV UTF-8"
            ),
            Self::PlainArchive => f.write_str("it is a zip archive; unpack it and send the sheet that is inside"),
            Self::NestedArchive { part } => {
                write!(f, "its part `{part}` is an archive again; remove embedded files and save it anew")
            }
            Self::TooManyParts { limit } => {
                write!(f, "it consists of more than {limit} parts; copy the data into a new workbook")
            }
            Self::UnpacksTooFar { megabytes } => write!(
                f,
                "it unpacks to far more than its size promises (the limit is {megabytes} MB); copy the data into a new workbook"
            ),
            Self::Entities { part } => {
                write!(
                    f,
                    "its part `{part}` declares entities, which no spreadsheet program writes; save it anew in one"
                )
            }
            Self::Encrypted => f.write_str("it is protected by a password; save a copy without one"),
            Self::Macros => {
                f.write_str("it holds macros, which are never run here; save it as a workbook without macros (.xlsx)")
            }
            Self::Undecodable => f.write_str("its letters cannot be told from their bytes; save it as CSV UTF-8"),
            Self::OpenQuote { row } => write!(
                f,
                "row {row} opens a quotation mark that is never closed, so that all rows after it would be taken for one cell; close or remove it"
            ),
            Self::Damaged { detail } => {
                write!(f, "it is damaged ({detail}); open it in a spreadsheet program and save it anew")
            }
            Self::TooHeavy => f.write_str(
                "reading it needs more memory or breaks off; copy the data into a new workbook and send that",
            ),
            Self::TooSlow => f.write_str("reading it takes too long; send fewer rows at a time"),
            _ => self.describe_place(f),
        }
    }
}

impl Refusal {
    fn describe_place(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyRows { sheet, row, limit } => write!(
                f,
                "{}row {row} is filled, and only the first {limit} rows are read; send fewer rows at a time, or delete what stands so far below",
                Place(sheet)
            ),
            Self::TooManyColumns { sheet, row, column, limit } => write!(
                f,
                "{}row {row} is filled at column {}, and only the first {limit} columns are read; delete what stands so far to the right",
                Place(sheet),
                column_letters(*column)
            ),
            Self::TooManyCells { sheet, row, limit } => {
                write!(f, "{}row {row} goes over {limit} cells; send fewer rows at a time", Place(sheet))
            }
            Self::TooMuchText { sheet, row } => {
                write!(
                    f,
                    "{}row {row} goes over the text that one file may hold; send fewer rows at a time",
                    Place(sheet)
                )
            }
            Self::CellTooLong { sheet, row, column, limit } => write!(
                f,
                "{}the cell {}{row} holds more than {limit} characters; shorten it",
                Place(sheet),
                column_letters(*column)
            ),
            Self::RowsOutOfOrder { sheet, row } => write!(
                f,
                "{}row {row} stands after a later row; open the file in a spreadsheet program and save it anew",
                Place(sheet)
            ),
            _ => Ok(()),
        }
    }
}

/// "sheet `X`, " where the sheet has a name, nothing where it has none.
struct Place<'a>(&'a str);

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() { Ok(()) } else { write!(f, "sheet `{}`, ", self.0) }
    }
}
