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

#[cfg(test)]
mod tests {
    use super::{super::worker::tests::rows_of, *};

    fn row(number: u32, cells: &[&str]) -> (u32, Vec<String>) {
        (number, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn the_separator_is_told_from_the_rows_and_not_from_the_file_name() {
        for text in ["a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "a|b\r1|2", "\u{FEFF}a,b\r\n1,2"] {
            assert_eq!(rows_of(text), Ok(vec![row(1, &["a", "b"]), row(2, &["1", "2"])]), "{text:?}");
        }
        assert_eq!(
            rows_of("a;b\n1,5;2,5\n3,5;4,5\n"),
            Ok(vec![row(1, &["a", "b"]), row(2, &["1,5", "2,5"]), row(3, &["3,5", "4,5"])])
        );
        assert_eq!(rows_of("only\none\n"), Ok(vec![row(1, &["only"]), row(2, &["one"])]));
    }

    #[test]
    fn rows_are_numbered_as_the_user_sees_them_whatever_the_line_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "", "\"two", "lines\",x", "", "c,d"].join(end);
            let expected = vec![row(1, &["a", "b"]), row(4, &[&format!("two{end}lines"), "x"]), row(6, &["c", "d"])];
            assert_eq!(rows_of(&text), Ok(expected), "{end:?}");
        }
        assert_eq!(rows_of("\n\na,b\n,\n,c\n"), Ok(vec![row(3, &["a", "b"]), row(5, &["", "c"])]));
    }

    #[test]
    fn letters_survive_every_common_encoding() {
        let expected = Ok(vec![row(1, &["País", "Niñas"]), row(2, &["Panamá", "é à ü"])]);
        let text = "País,Niñas\nPanamá,é à ü\n";
        assert_eq!(rows_of(text), expected);
        let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect();
        assert_eq!(rows_of(latin), expected);
        let wide: Vec<u8> = "\u{FEFF}"
            .chars()
            .chain(text.chars())
            .collect::<String>()
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(rows_of(wide), expected);
        let arabic = encoding_rs::WINDOWS_1256.encode("المحافظة,البنات\nحلب,عدد البنات في المدارس\n").0.into_owned();
        assert_eq!(rows_of(arabic).expect("Arabic")[1], row(2, &["حلب", "عدد البنات في المدارس"]));
    }

    #[test]
    fn an_open_quotation_mark_is_refused_with_its_row_and_does_not_swallow_the_rest() {
        assert_eq!(rows_of("a,b\n1,\"x\n2,y\n3,z\n"), Err(Refusal::OpenQuote { row: 2 }));
        assert_eq!(rows_of("a,b\n1,\"x\"\n"), Ok(vec![row(1, &["a", "b"]), row(2, &["1", "x"])]));
        assert_eq!(rows_of("a,b\n1,5\" pipe\n"), Ok(vec![row(1, &["a", "b"]), row(2, &["1", "5\" pipe"])]));
    }

    #[test]
    fn other_kinds_of_files_are_refused_by_what_they_are() {
        let kinds = [
            ("<?xml version='1.0'?><a/>", "a web page or XML"),
            (" <html>", "a web page or XML"),
            ("{\"a\": 1}", "JSON"),
            ("[ [1, 2] ]", "JSON"),
            ("%PDF-1.7", "a PDF document"),
            ("\u{89}PNG\0\0", "a picture, a program or another binary file"),
        ];
        for (text, looks_like) in kinds {
            assert_eq!(rows_of(text), Err(Refusal::UnknownFormat { looks_like: looks_like.into() }), "{text:?}");
        }
        assert_eq!(rows_of(" \n \n"), Err(Refusal::Empty));
        assert_eq!(rows_of("PK\x05\x06empty archive"), Err(Refusal::PlainArchive));
    }
}
