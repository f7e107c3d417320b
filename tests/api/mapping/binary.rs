//! A small workbook in Excel's binary format, which no library here writes.

use crate::sheets::packed;

const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
    Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;

// The kinds of records, as [MS-XLSB] numbers them.
const ROW: u32 = 0x00;
const REAL: u32 = 0x05;
const TEXT: u32 = 0x06;
const BEGIN_SHEET: u32 = 0x81;
const END_SHEET: u32 = 0x82;
const BEGIN_BOOK: u32 = 0x83;
const END_BOOK: u32 = 0x84;
const BEGIN_SHEETS: u32 = 0x8F;
const END_SHEETS: u32 = 0x90;
const BEGIN_DATA: u32 = 0x91;
const END_DATA: u32 = 0x92;
const DIMENSIONS: u32 = 0x94;
const SHEET: u32 = 0x9C;

/// The workbook of these rows. What is a number becomes one.
pub fn xlsb(rows: &[&[&str]]) -> Vec<u8> {
    let sheet = [numbers(&[0, 1]), wide("rId1"), wide("Data")].concat();
    let book = [
        record(BEGIN_BOOK, &[]),
        record(BEGIN_SHEETS, &[]),
        record(SHEET, &sheet),
        record(END_SHEETS, &[]),
        record(END_BOOK, &[]),
    ]
    .concat();
    let width = rows.iter().map(|row| row.len()).max().unwrap_or(1);
    let last = [size(rows.len().saturating_sub(1)), size(width.saturating_sub(1))];
    let mut page =
        [record(BEGIN_SHEET, &[]), record(DIMENSIONS, &numbers(&[0, last[0], 0, last[1]])), record(BEGIN_DATA, &[])]
            .concat();
    for (at, row) in rows.iter().enumerate() {
        page.extend(record(ROW, &[numbers(&[size(at)]), vec![0; 21]].concat()));
        for (column, text) in row.iter().enumerate() {
            let place = numbers(&[size(column), 0]);
            page.extend(match text.parse::<f64>() {
                Ok(number) => record(REAL, &[place, number.to_le_bytes().to_vec()].concat()),
                Err(_) => record(TEXT, &[place, wide(text)].concat()),
            });
        }
    }
    page.extend([record(END_DATA, &[]), record(END_SHEET, &[])].concat());
    packed(&[
        ("xl/workbook.bin", book.as_slice()),
        ("xl/_rels/workbook.bin.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.bin", page.as_slice()),
    ])
}

fn size(number: usize) -> u32 {
    u32::try_from(number).expect("a small workbook")
}

/// A record: its kind, how long it is, what it holds.
fn record(kind: u32, body: &[u8]) -> Vec<u8> {
    [in_sevens(kind), in_sevens(size(body.len())), body.to_vec()].concat()
}

/// A number in bytes of seven bits, the lowest first; the highest bit says that another follows.
fn in_sevens(number: u32) -> Vec<u8> {
    let low = u8::try_from(number & 0x7F).expect("seven bits");
    match number >> 7 {
        0 => vec![low],
        rest => [vec![low | 0x80], in_sevens(rest)].concat(),
    }
}

fn numbers(all: &[u32]) -> Vec<u8> {
    all.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = numbers(&[size(letters.len())]);
    bytes.extend(letters.into_iter().flat_map(u16::to_le_bytes));
    bytes
}
