//! The marked sheet itself: it passes through, tag by tag, and marks are put in where they belong. However long the sheet is, one row of it
//! is held at a time.

use std::{
    collections::HashMap,
    io::{BufRead, Write},
};

use quick_xml::{
    Reader, Writer,
    events::{BytesStart, Event},
};

use super::{
    super::{Severity, column_letters},
    Marks, SIGNATURE, Unmarked,
    parts::{attribute, page_cell, prefix_of, with_attribute},
};

/// What may stand behind the conditional formats of a sheet, in the order of the format's definition.
const BEHIND_COLOURS: &[&str] = &[
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
];
/// What may stand behind the link to the notes' drawing.
const BEHIND_NOTES: &[&str] = &[
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// How many cells one conditional format covers.
const CELLS_PER_FORMAT: usize = 50;

/// Where the first conditional format of ours stands among all: behind those of the partner.
const PRIORITY: usize = 100_000;

/// Rewrites a sheet.
pub(super) struct Editor<'m, W: Write> {
    out: Writer<W>,
    marks: &'m Marks,
    messages: HashMap<u32, &'m str>,
    colours: [usize; 2],
    /// The id of the link to the notes' drawing, where the sheet has none yet.
    link: Option<String>,
    prefix: String,
    depth: usize,
    row: u32,
    column: usize,
    /// The message of this row, until it is written.
    pending: Option<&'m str>,
    colours_done: bool,
}

impl<'m, W: Write> Editor<'m, W> {
    pub(super) fn new(out: W, marks: &'m Marks, colours: [usize; 2], link: Option<String>) -> Self {
        let messages = marks.messages.texts.iter().map(|(row, text)| (*row, text.as_str())).collect();
        Self {
            out: Writer::new(out),
            marks,
            messages,
            colours,
            link,
            prefix: String::new(),
            depth: 0,
            row: 0,
            column: 0,
            pending: None,
            colours_done: false,
        }
    }

    pub(super) fn run(mut self, page: impl BufRead) -> Result<(), Unmarked> {
        let mut reader = Reader::from_reader(page);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer)? {
                Event::Eof => return Ok(()),
                Event::Start(tag) => {
                    let tag = tag.into_owned();
                    self.start(&mut reader, &tag)?;
                }
                Event::Empty(tag) => self.empty(&tag)?,
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    match (self.depth, tag.local_name().as_ref()) {
                        (0, _) => {
                            self.write_colours()?;
                            self.write_link()?;
                        }
                        (2, "row") => self.write_message()?,
                        _ => {}
                    }
                    self.out.write_event(Event::End(tag))?;
                }
                event => self.out.write_event(event)?,
            }
        }
    }

    fn start<R: BufRead>(&mut self, reader: &mut Reader<R>, tag: &BytesStart<'static>) -> Result<(), Unmarked> {
        let name = tag.local_name();
        match (self.depth, name.as_ref()) {
            (0, _) => self.prefix = prefix_of(tag),
            (1, "dimension") => return pass_over(reader, tag),
            (1, "conditionalFormatting") => return self.keep_unless_ours(reader, tag),
            (1, name) => self.before(name)?,
            (2, "row") => {
                self.begin_row(tag)?;
                self.depth += 1;
                return Ok(self.out.write_event(Event::Start(with_attribute(tag, "spans", None)?))?);
            }
            (3, "c") if !self.begin_cell(tag)? => return pass_over(reader, tag),
            _ => {}
        }
        self.depth += 1;
        Ok(self.out.write_event(Event::Start(tag.borrow()))?)
    }

    fn empty(&mut self, tag: &BytesStart<'_>) -> Result<(), Unmarked> {
        let name = tag.local_name();
        match (self.depth, name.as_ref()) {
            (1, "dimension") => return Ok(()),
            (1, name) => self.before(name)?,
            (2, "row") => {
                self.begin_row(tag)?;
                if self.pending.is_some() {
                    let tag = with_attribute(tag, "spans", None)?;
                    self.out.write_event(Event::Start(tag.borrow()))?;
                    self.write_message()?;
                    return Ok(self.out.write_event(Event::End(tag.to_end()))?);
                }
            }
            (3, "c") if !self.begin_cell(tag)? => return Ok(()),
            _ => {}
        }
        Ok(self.out.write_event(Event::Empty(tag.borrow()))?)
    }

    /// Puts in what stands before an element of the sheet.
    fn before(&mut self, name: &str) -> Result<(), Unmarked> {
        if BEHIND_COLOURS.contains(&name) || BEHIND_NOTES.contains(&name) {
            self.write_colours()?;
        }
        if BEHIND_NOTES.contains(&name) {
            self.write_link()?;
        }
        Ok(())
    }

    fn begin_row(&mut self, tag: &BytesStart<'_>) -> Result<(), Unmarked> {
        let number = attribute(tag, "r")?.and_then(|row| row.trim().parse().ok());
        self.row = number.unwrap_or_else(|| self.row.saturating_add(1));
        self.column = 0;
        self.pending = self.messages.get(&self.row).copied();
        Ok(())
    }

    /// Whether a cell stays: what stood in the column of messages goes.
    fn begin_cell(&mut self, tag: &BytesStart<'_>) -> Result<bool, Unmarked> {
        if let Some(place) = attribute(tag, "r")? {
            self.column = column_of(&place).unwrap_or(self.column);
        }
        let (column, messages) = (self.column, self.marks.messages.column);
        self.column += 1;
        if column > messages {
            self.write_message()?;
        }
        Ok(column != messages)
    }

    fn write_message(&mut self) -> Result<(), Unmarked> {
        let Some(text) = self.pending.take() else { return Ok(()) };
        let place = format!("{}{}", column_letters(self.marks.messages.column), self.row);
        let cell = page_cell(&self.prefix, Some(&place), text);
        Ok(self.out.get_mut().write_all(cell.as_bytes())?)
    }

    /// A conditional format passes through, unless an earlier marking made it.
    fn keep_unless_ours<R: BufRead>(&mut self, reader: &mut Reader<R>, tag: &BytesStart<'_>) -> Result<(), Unmarked> {
        let (mut held, mut depth, mut ours) = (vec![Event::Start(tag.to_owned())], 1_usize, false);
        let mut buffer = Vec::new();
        while depth > 0 {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer)?.into_owned();
            match &event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Text(text) => ours |= text.xml10_content().contains(SIGNATURE),
                Event::Eof => return Err(super::other("a conditional format without an end")),
                _ => {}
            }
            held.push(event);
        }
        if !ours {
            for event in held {
                self.out.write_event(event)?;
            }
        }
        Ok(())
    }

    fn write_colours(&mut self) -> Result<(), Unmarked> {
        if std::mem::replace(&mut self.colours_done, true) {
            return Ok(());
        }
        let (prefix, mut priority) = (&self.prefix, PRIORITY);
        for (severity, colour) in [Severity::Error, Severity::Warning].into_iter().zip(self.colours) {
            let cells: Vec<String> =
                self.marks.cells.iter().filter(|mark| mark.severity == severity).map(place).collect();
            for cells in cells.chunks(CELLS_PER_FORMAT) {
                priority += 1;
                let cells = cells.join(" ");
                let format = format!(
                    "<{prefix}conditionalFormatting sqref=\"{cells}\"><{prefix}cfRule type=\"expression\" dxfId=\"{colour}\" \
                     priority=\"{priority}\"><{prefix}formula>LEN(\"{SIGNATURE}\")&gt;0</{prefix}formula></{prefix}cfRule></{prefix}conditionalFormatting>"
                );
                self.out.get_mut().write_all(format.as_bytes())?;
            }
        }
        Ok(())
    }

    fn write_link(&mut self) -> Result<(), Unmarked> {
        let Some(link) = self.link.take() else { return Ok(()) };
        let prefix = &self.prefix;
        let tag = format!(
            "<{prefix}legacyDrawing xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"{link}\"/>"
        );
        Ok(self.out.get_mut().write_all(tag.as_bytes())?)
    }
}

/// Reads an element to its end and forgets it.
fn pass_over<R: BufRead>(reader: &mut Reader<R>, tag: &BytesStart<'_>) -> Result<(), Unmarked> {
    reader.read_to_end_into(tag.name(), &mut Vec::new())?;
    Ok(())
}

/// A cell as the user sees it.
pub(super) fn place(mark: &super::Mark) -> String {
    format!("{}{}", column_letters(mark.column), mark.row)
}

/// The column of a place such as `AA12`, from 0.
pub(super) fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let number = letters.fold(0_usize, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    number.checked_sub(1)
}
