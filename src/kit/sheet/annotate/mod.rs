//! Marks beside the cells of a partner's own workbook, in place: whatever else is in it (formats, formulas, lists, other sheets) stays as it
//! came, byte by byte. Runs in the reading process only.
//!
//! A marked cell gets a colour by a conditional format, so that its own format is not touched and the next marking can take the colour away
//! again; a note; and its row a message in a column to the right. A sheet before the others sums up. Marking a workbook that was marked before
//! replaces the old marks.

mod notes;
mod page;
mod parts;

use std::io::{Cursor, Read, Write};

use serde::{Deserialize, Serialize};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use self::{notes::Notes, parts::Package};
use super::{Limits, Severity, archive, refusal::Refusal, workbook::Format};

/// The word by which marks are known again: in the rule of a colour and at the beginning of a note.
const SIGNATURE: &str = "Darasa";

/// What is to be marked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// The sheet.
    pub sheet: String,
    /// The cells, no one twice.
    pub cells: Vec<Mark>,
    /// The messages beside the rows.
    pub messages: MessageColumn,
    /// The sheet before the others.
    pub summary: Summary,
}

/// A cell to be marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The row, from 1.
    pub row: u32,
    /// The column, from 0.
    pub column: usize,
    /// Which colour it gets.
    pub severity: Severity,
    /// The note at the cell.
    pub text: String,
}

/// A column of messages. It stands behind all others, or where it stood when the workbook was marked before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageColumn {
    /// The column, from 0.
    pub column: usize,
    /// What stands in which row, the headings included; whatever else stood in the column goes.
    pub texts: Vec<(u32, String)>,
}

/// A sheet that sums up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its name; where a sheet has it already, with a number behind it.
    pub name: String,
    /// Names by which the sheet of an earlier marking is known, which is replaced; none where nothing was marked before.
    pub known_as: Vec<String>,
    /// Whether it runs from right to left.
    pub right_to_left: bool,
    /// Its rows, cell by cell.
    pub rows: Vec<Vec<String>>,
}

/// Why a workbook was not marked.
#[derive(Debug)]
pub(super) enum Unmarked {
    /// It is not acceptable at all.
    Refused(Refusal),
    /// It is of a kind that cannot be marked in place; why, for the log.
    Other(String),
}

impl From<Refusal> for Unmarked {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Whatever a library finds wrong with a part means that this workbook is not marked in place.
impl<E: std::error::Error> From<E> for Unmarked {
    fn from(cause: E) -> Self {
        Self::Other(cause.to_string())
    }
}

fn other(why: &str) -> Unmarked {
    Unmarked::Other(why.to_owned())
}

type File<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Marks a workbook.
pub(super) fn annotate(bytes: &[u8], marks: &Marks, limits: &Limits) -> Result<Vec<u8>, Unmarked> {
    if archive::inspect(bytes, limits)? != Format::Xlsx {
        return Err(other("only workbooks of today's Excel format are marked in place"));
    }
    let mut file = ZipArchive::new(Cursor::new(bytes))?;
    let mut package = Package::read(&mut file, &marks.sheet)?;
    let colours = package.add_colours()?;
    let notes = Notes::plan(&mut file, &mut package, marks)?;
    package.add_summary(&marks.summary)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (name, content) in &package.changed {
        out.start_file(name.as_str(), options)?;
        out.write_all(content.as_bytes())?;
    }
    out.start_file(package.page.as_str(), options)?;
    let page = std::io::BufReader::new(file.by_name(&package.page)?);
    page::Editor::new(&mut out, marks, colours, notes.and_then(|notes| notes.link)).run(page)?;
    for index in 0..file.len() {
        let part = file.by_index_raw(index)?;
        let name = part.name()?.into_owned();
        if name != package.page && !package.changed.contains_key(&name) {
            out.raw_copy_file(part)?;
        }
    }
    Ok(out.finish()?.into_inner())
}

/// A part as text; none where there is no such part.
fn text_of(file: &mut File<'_>, name: &str) -> Result<Option<String>, Unmarked> {
    if file.index_for_name(name).is_none() {
        return Ok(None);
    }
    let mut text = String::new();
    file.by_name(name)?.read_to_string(&mut text)?;
    Ok(Some(text))
}

/// Text as it may stand between tags and in attributes: characters that XML has no way to write are left out.
fn escaped(text: &str) -> String {
    let may_stand = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let text: String =
        text.chars().filter(may_stand).filter(|letter| !matches!(letter, '\u{FFFE}' | '\u{FFFF}')).collect();
    quick_xml::escape::escape(&text).into_owned()
}

#[cfg(test)]
mod tests;
