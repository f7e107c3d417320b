//! A workbook with one sheet, written row by row into a file on disk.

use super::{Column, Holds, Record, cell};
use crate::kit::{
    Code, Error, Result,
    sheet::{Look, OutColumn, OutRows},
};

/// The most records of a workbook: as many as come back in. More are taken as text.
pub const MOST_ROWS: u64 = 200_000;

pub(super) struct Book {
    sheet: OutRows,
    holds: Vec<Holds>,
    rows: u64,
}

impl Book {
    pub(super) fn new(name: &str, columns: &[Column]) -> Result<Self> {
        let out = |column: &Column| OutColumn {
            heading: column.name.clone(),
            tag: column.tag.clone(),
            look: Look::Plain,
            ..OutColumn::default()
        };
        let columns_out: Vec<OutColumn> = columns.iter().map(out).collect();
        let sheet = OutRows::new(name, &columns_out)?;
        Ok(Self { sheet, holds: columns.iter().map(|column| column.holds).collect(), rows: 0 })
    }

    pub(super) fn row(&mut self, record: &Record) -> Result<()> {
        self.rows += 1;
        fits(self.rows)?;
        let cells: Vec<_> = self.holds.iter().zip(record).map(|(holds, text)| cell(*holds, text.as_deref())).collect();
        self.sheet.row(&cells)
    }

    pub(super) fn finish(self) -> Result<Vec<u8>> {
        self.sheet.finish()
    }
}

/// Lets pass as many records as a workbook holds.
pub(super) fn fits(rows: u64) -> Result<()> {
    if rows <= MOST_ROWS {
        return Ok(());
    }
    let message = format!("a workbook holds {MOST_ROWS} records of this table at most; take it as .csv or .json");
    Err(Error::new(Code::TooLarge, "too-many-for-a-workbook", message).at("format"))
}
