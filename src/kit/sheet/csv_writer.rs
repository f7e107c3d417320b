//! Delimited text out, by RFC 4180: UTF-8 without a byte order mark, commas, `\r\n`. Tools of HXL read it as it is.

use std::io::Write;

use super::{Cell, guard};
use crate::kit::{Error, Result};

/// Writes a text file row by row, so that an export of any size needs the memory of one row.
pub struct CsvWriter<W: Write> {
    csv: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    /// Begins a file with its headings and, where any column has one, the row of HXL tags below them. `tags` is empty or as long as
    /// `headings`, with empty text for columns without a tag.
    ///
    /// # Errors
    ///
    /// Fails where writing to `out` does.
    pub fn new(out: W, headings: &[&str], tags: &[&str]) -> Result<Self> {
        let csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
        let mut writer = Self { csv };
        writer.text_row(headings)?;
        if tags.iter().any(|tag| !tag.is_empty()) {
            writer.text_row(tags)?;
        }
        Ok(writer)
    }

    /// Writes a row. Text that a spreadsheet program might run as a formula is guarded by a leading quote; numbers stay numbers.
    ///
    /// # Errors
    ///
    /// Fails where writing does.
    pub fn row(&mut self, cells: &[Cell]) -> Result<()> {
        for cell in cells {
            let text = cell.to_text();
            match cell {
                Cell::Text(_) | Cell::Error(_) => self.csv.write_field(guard::guarded(&text).as_bytes()),
                _ => self.csv.write_field(text),
            }
            .map_err(Error::internal)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(Error::internal)
    }

    /// Ends the file and gives back what was written to.
    ///
    /// # Errors
    ///
    /// Fails where writing the last rows does.
    pub fn finish(self) -> Result<W> {
        self.csv.into_inner().map_err(|cause| Error::internal(cause.into_error()))
    }

    fn text_row(&mut self, texts: &[&str]) -> Result<()> {
        let cells: Vec<Cell> = texts.iter().map(|&text| Cell::from(text)).collect();
        self.row(&cells)
    }
}
