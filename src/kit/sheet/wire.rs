//! What the reading process tells the server: one JSON value per line, so that either side holds one row at a time.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::{Cell, Limits, refusal::Refusal};

/// One line. A file that was read ends with `End`; lines that just stop mean that the process died.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Line {
    #[serde(rename = "s")]
    Sheet { name: String, hidden: bool, dates_from_1904: bool },
    #[serde(rename = "r")]
    Row(u32, Vec<Cell>),
    /// How many cells of the sheet hold formulas, and where the first ones stand: rows from 1, columns from 0.
    #[serde(rename = "f")]
    Formulas(u64, Vec<(u32, usize)>),
    #[serde(rename = "x")]
    Refused(Refusal),
    /// So many bytes follow: the marked workbook.
    #[serde(rename = "b")]
    Marked(usize),
    /// The workbook is of a kind that cannot be marked in place.
    #[serde(rename = "u")]
    Unmarked(String),
    #[serde(rename = "end")]
    End,
}

/// Why reading stopped early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file is not acceptable.
    Refused(Refusal),
    /// Nobody listens any more.
    Pipe(io::Error),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<io::Error> for Stop {
    fn from(cause: io::Error) -> Self {
        Self::Pipe(cause)
    }
}

/// Takes sheets and rows from whichever format, keeps the limits and writes the lines.
pub(super) struct Sink<W> {
    out: W,
    limits: Limits,
    sheet: String,
    last_row: u32,
    cells: u64,
    text_bytes: u64,
}

impl<W: Write> Sink<W> {
    pub(super) fn new(out: W, limits: Limits) -> Self {
        Self { out, limits, sheet: String::new(), last_row: 0, cells: 0, text_bytes: 0 }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Begins a sheet; the rows that follow are its rows.
    pub(super) fn sheet(&mut self, name: &str, hidden: bool, dates_from_1904: bool) -> Result<(), Stop> {
        self.sheet = name.replace('\0', "");
        self.last_row = 0;
        self.count_cell(0)?;
        self.line(&Line::Sheet { name: self.sheet.clone(), hidden, dates_from_1904 })
    }

    /// Refuses a filled cell that lies outside the limits (column from 0), before anything is made room for.
    pub(super) fn check_place(&self, row: u32, column: usize) -> Result<(), Refusal> {
        let sheet = || self.sheet.clone();
        if row > self.limits.rows {
            return Err(Refusal::TooManyRows { sheet: sheet(), row, limit: self.limits.rows });
        }
        if column >= self.limits.columns {
            return Err(Refusal::TooManyColumns { sheet: sheet(), row, column, limit: self.limits.columns });
        }
        Ok(())
    }

    /// Takes one row. Rows come from top to bottom; a row without anything in it is left out.
    pub(super) fn row(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<(), Stop> {
        while cells.last() == Some(&Cell::Empty) {
            cells.pop();
        }
        let Some(last) = cells.len().checked_sub(1) else { return Ok(()) };
        self.check_place(number, last)?;
        if number <= self.last_row {
            return Err(Refusal::RowsOutOfOrder { sheet: self.sheet.clone(), row: number }.into());
        }
        self.last_row = number;
        for (column, cell) in cells.iter_mut().enumerate() {
            // A workbook can spell U+0000 (`_x0000_`), which means nothing to anybody and which Postgres cannot keep.
            if let Cell::Text(text) | Cell::Error(text) = cell {
                text.retain(|character| character != '\0');
            }
            self.count(number, column, cell)?;
        }
        self.line(&Line::Row(number, cells))
    }

    /// Tells of the formulas of the sheet; nothing where there are none.
    pub(super) fn formulas(&mut self, count: u64, first: Vec<(u32, usize)>) -> Result<(), Stop> {
        if count == 0 { Ok(()) } else { self.line(&Line::Formulas(count, first)) }
    }

    fn count(&mut self, row: u32, column: usize, cell: &Cell) -> Result<(), Refusal> {
        self.count_cell(row)?;
        let sheet = || self.sheet.clone();
        let (Cell::Text(text) | Cell::Error(text)) = cell else { return Ok(()) };
        let limit = self.limits.cell_characters;
        if text.len() > limit && text.chars().count() > limit {
            return Err(Refusal::CellTooLong { sheet: sheet(), row, column, limit });
        }
        self.text_bytes = self.text_bytes.saturating_add(u64::try_from(text.len()).unwrap_or(u64::MAX));
        if self.text_bytes > self.limits.text_bytes {
            return Err(Refusal::TooMuchText { sheet: sheet(), row });
        }
        Ok(())
    }

    /// Gaps count as cells, and a sheet as one, because the server holds them too.
    fn count_cell(&mut self, row: u32) -> Result<(), Refusal> {
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(Refusal::TooManyCells { sheet: self.sheet.clone(), row, limit: self.limits.cells });
        }
        Ok(())
    }

    /// Writes the last line, which tells the server that nothing is missing.
    pub(super) fn finish(mut self, outcome: Result<(), Stop>) -> io::Result<()> {
        let last = match outcome {
            Ok(()) => Line::End,
            Err(Stop::Refused(refusal)) => Line::Refused(refusal),
            Err(Stop::Pipe(cause)) => return Err(cause),
        };
        match self.line(&last) {
            Err(Stop::Pipe(cause)) => Err(cause),
            _ => self.out.flush(),
        }
    }

    fn line(&mut self, line: &Line) -> Result<(), Stop> {
        serde_json::to_writer(&mut self.out, line).map_err(io::Error::from)?;
        Ok(self.out.write_all(b"\n")?)
    }
}
