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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::worker::tests::rows_of, *};

    #[test]
    fn a_file_has_headings_tags_and_guarded_text_but_plain_numbers() {
        let mut writer = CsvWriter::new(Vec::new(), &["Org", "Reached", "Date"], &["#org", "#reached", ""])
            .expect("a vector takes all");
        let day = chrono::NaiveDate::from_ymd_opt(2024, 4, 3);
        let number = rust_decimal::Decimal::new(-15, 1);
        writer.row(&["=HYPERLINK(\"x\")".into(), number.into(), day.into()]).expect("a vector takes all");
        writer.row(&["a, \"b\"\r\nc".into(), Cell::Empty, Cell::Boolean(true)]).expect("a vector takes all");
        let text = String::from_utf8(writer.finish().expect("a vector takes all")).expect("UTF-8");
        let expected = "Org,Reached,Date\r\n#org,#reached,\r\n\"'=HYPERLINK(\"\"x\"\")\",-1.5,2024-04-03\r\n\"a, \"\"b\"\"\r\nc\",,true\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_file_without_tags_has_no_row_for_them() {
        let writer = CsvWriter::new(Vec::new(), &["a"], &[]).expect("a vector takes all");
        assert_eq!(writer.finish().expect("a vector takes all"), b"a\r\n");
    }

    proptest! {
        #[test]
        fn text_that_was_written_reads_back_the_same(
            rows in proptest::collection::vec(proptest::collection::vec("['=+@\t\r\n\";,-]{0,3}[^\0\u{1F}]{0,6}", 2), 1..6)
        ) {
            let mut writer = CsvWriter::new(Vec::new(), &["one", "two"], &[]).expect("a vector takes all");
            for row in &rows {
                writer.row(&[row[0].as_str().into(), row[1].as_str().into()]).expect("a vector takes all");
            }
            let read = rows_of(writer.finish().expect("a vector takes all")).expect("a file of ours");
            let mut expected: Vec<Vec<String>> = rows;
            for row in &mut expected {
                while row.last().is_some_and(String::is_empty) {
                    row.pop();
                }
            }
            let expected: Vec<(u32, Vec<String>)> = (2..).zip(expected).filter(|(_, row)| !row.is_empty()).collect();
            prop_assert_eq!(&read[1..], &expected[..]);
        }
    }
}
