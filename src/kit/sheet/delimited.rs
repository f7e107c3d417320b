//! Text files of rows: commas, semicolons or tabs, in whichever encoding the partner's program wrote. Runs in the reading process only.

use std::io::Write;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8};

use super::{
    Cell, guard,
    refusal::Refusal,
    wire::{Sink, Stop},
};

/// How many records the separator is judged by.
const SAMPLE: usize = 50;

/// Stands behind the last row. Where it does not come back as a row of its own, an open quotation mark has swallowed it.
const END_MARK: &str = "\u{1F}";

/// Reads delimited text into one sheet without a name.
pub(super) fn read<W: Write>(bytes: &[u8], sink: &mut Sink<W>) -> Result<(), Stop> {
    let text = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Refusal::Empty.into());
    }
    refuse_other_formats(&text)?;
    sink.sheet("", false, false)?;
    let delimiter = delimiter(&text);
    let marked = format!("{text}\n{END_MARK}");
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(marked.as_bytes());
    let mut record = StringRecord::new();
    let mut number = 0_u32;
    loop {
        if !reader.read_record(&mut record).map_err(|cause| Refusal::Damaged { detail: cause.to_string() })? {
            return Err(Refusal::OpenQuote { row: number }.into());
        }
        let start = record.position().map_or(0, csv::Position::byte);
        number = number.saturating_add(1).saturating_add(empty_lines_at(marked.as_bytes(), start));
        if &record == [END_MARK].as_slice() {
            return Ok(());
        }
        if record.iter().next_back().is_some_and(|field| field.ends_with(END_MARK)) {
            return Err(Refusal::OpenQuote { row: number }.into());
        }
        sink.row(number, record.iter().map(|field| Cell::from(guard::unguarded(field))).collect())?;
    }
}

/// The text behind the bytes: what the byte order mark says, else UTF-8 if it is valid, else what the letters suggest.
fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strictly(encoding, &bytes[mark..]);
    }
    // No text without a byte order mark holds zero bytes; pictures, documents and programs do.
    if bytes.contains(&0) {
        return Err(Refusal::UnknownFormat { looks_like: "a picture, a program or another binary file".into() });
    }
    strictly(UTF_8, bytes).or_else(|_| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        strictly(detector.guess(None, Utf8Detection::Deny), bytes)
    })
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Refusal> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Refusal::Undecodable)?;
    Ok(text.into_owned())
}

fn refuse_other_formats(text: &str) -> Result<(), Refusal> {
    let start = text.trim_start();
    let looks_like = match start.as_bytes() {
        [b'<', ..] => "a web page or XML",
        [b'{', ..] => "JSON",
        [b'[', rest @ ..] if rest.trim_ascii_start().starts_with(b"{") || rest.trim_ascii_start().starts_with(b"[") => {
            "JSON"
        }
        [b'%', b'P', b'D', b'F', ..] => "a PDF document",
        _ => return Ok(()),
    };
    Err(Refusal::UnknownFormat { looks_like: looks_like.into() })
}

/// The separator that cuts most of the first records into the same number of cells, and of those the one that cuts into most cells.
fn delimiter(text: &str) -> u8 {
    // The earlier one wins a tie; `max_by_key` takes the last, therefore backwards.
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|&candidate| regularity(text, candidate)).unwrap_or(b',')
}

fn regularity(text: &str, delimiter: u8) -> (usize, usize) {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let widths: Vec<usize> = reader
        .records()
        .take(SAMPLE)
        .filter_map(Result::ok)
        .map(|record| record.len())
        .filter(|&width| width > 1)
        .collect();
    widths.iter().map(|width| (widths.iter().filter(|&other| other == width).count(), *width)).max().unwrap_or((0, 0))
}

/// How many empty lines stand at this byte. The CSV reader passes over them, but the user's row numbers count them.
fn empty_lines_at(text: &[u8], byte: u64) -> u32 {
    let start = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    let mut rest = &text[start..];
    // The record before may have ended between the two characters of one line end.
    if start > 0 && text[start - 1] == b'\r' {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    while let Some(after) = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).or(rest.strip_prefix(b"\r")) {
        lines += 1;
        rest = after;
    }
    lines
}
