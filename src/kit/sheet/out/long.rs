//! A sheet of any length that is written while its rows come.

use rust_xlsxwriter::Workbook;

use super::{
    OutColumn, OutSheet,
    write::{Looks, refuse, write_cell, write_sheet},
};
use crate::kit::{Error, Result, sheet::Cell};

/// A workbook with one sheet, which keeps its rows on disk until it is finished.
pub struct OutRows {
    file: Workbook,
    looks: Looks,
    next: u32,
}

impl OutRows {
    /// Begins one with its headings and tags.
    ///
    /// # Errors
    /// As [`write_xlsx`](super::write_xlsx).
    pub fn new(name: &str, columns: &[OutColumn]) -> Result<Self> {
        let mut file = Workbook::new();
        let looks = Looks::new();
        let page = file.add_worksheet_with_constant_memory().map_err(refuse)?;
        let sheet = OutSheet { name: name.to_owned(), columns: columns.to_vec(), ..OutSheet::default() };
        write_sheet(page, &sheet, &looks).map_err(refuse)?;
        let next = if columns.iter().any(|column| !column.tag.is_empty()) { 2 } else { 1 };
        Ok(Self { file, looks, next })
    }

    /// Writes the next row.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn row(&mut self, cells: &[Cell]) -> Result<()> {
        let page = self.file.worksheet_from_index(0).map_err(refuse)?;
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(page, (self.next, column), cell, None, &self.looks).map_err(refuse)?;
        }
        self.next = self.next.checked_add(1).ok_or_else(|| Error::bug("a sheet has fewer rows"))?;
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// A fault of ours.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.file.save_to_buffer().map_err(refuse)
    }
}
