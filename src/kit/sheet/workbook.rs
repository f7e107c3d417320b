//! Workbooks of the spreadsheet programs, by calamine. Runs in the reading process only.
//!
//! Where the library can hand out one cell at a time it is asked to: a sheet may claim seventeen billion cells and fill two. The old
//! binary format and OpenDocument come as whole ranges; there the memory limit of the process is the guard.

use std::io::{Cursor, Write};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx,
    XlsxError,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use rust_decimal::Decimal;

use super::{
    Cell,
    refusal::Refusal,
    wire::{Sink, Stop},
};

/// The formats of the spreadsheet programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

/// Reads a workbook whose container was inspected before.
pub(super) fn read<W: Write>(bytes: &[u8], format: Format, sink: &mut Sink<W>) -> Result<(), Stop> {
    let file = Cursor::new(bytes);
    match format {
        Format::Xlsx => {
            let mut book = Xlsx::new(file).map_err(refuse)?;
            let from_1904 = book.has_1904_epoch();
            for sheet in worksheets(book.sheets_metadata())? {
                sink.sheet(&sheet.name, sheet.visible != SheetVisible::Visible, from_1904)?;
                let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
                let mut formulas = (0_u64, Vec::new());
                copy_cells(
                    || {
                        let Some(next) = cells.next_cell_with_formula_metadata()? else {
                            return Ok::<_, XlsxError>(None);
                        };
                        if next.formula.is_some() {
                            note_formula(&mut formulas, next.pos);
                        }
                        Ok(Some(calamine::Cell::new(next.pos, next.value)))
                    },
                    sink,
                )?;
                sink.formulas(formulas.0, formulas.1)?;
            }
        }
        Format::Xlsb => {
            let mut book = Xlsb::new(file).map_err(refuse)?;
            let from_1904 = book.has_1904_epoch();
            for sheet in worksheets(book.sheets_metadata())? {
                sink.sheet(&sheet.name, sheet.visible != SheetVisible::Visible, from_1904)?;
                let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(refuse)?;
                copy_cells(|| cells.next_cell(), sink)?;
            }
        }
        Format::Xls => {
            let mut book = Xls::new(file).map_err(refuse)?;
            let from_1904 = book.has_1904_epoch();
            copy_ranges(&mut book, from_1904, sink)?;
        }
        Format::Ods => copy_ranges(&mut Ods::new(file).map_err(refuse)?, false, sink)?,
    }
    Ok(())
}

/// The sheets that hold data. Charts and dialogs are passed over; sheets of macros are refused.
fn worksheets(all: &[calamine::Sheet]) -> Result<Vec<calamine::Sheet>, Refusal> {
    if all.iter().any(|sheet| matches!(sheet.typ, SheetType::MacroSheet | SheetType::Vba)) {
        return Err(Refusal::Macros);
    }
    Ok(all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect())
}

/// How many cells with formulas are told by their place.
const FORMULAS: usize = 20;

fn note_formula((count, first): &mut (u64, Vec<(u32, usize)>), (row, column): (u32, u32)) {
    *count += 1;
    if first.len() < FORMULAS {
        first.push((row.saturating_add(1), usize::try_from(column).unwrap_or(usize::MAX)));
    }
}

/// Copies cells that come one by one, row after row.
fn copy_cells<'a, W: Write, E: Into<Fault>>(
    mut next: impl FnMut() -> Result<Option<calamine::Cell<DataRef<'a>>>, E>,
    sink: &mut Sink<W>,
) -> Result<(), Stop> {
    let mut row = 0;
    let mut cells: Vec<Cell> = Vec::new();
    while let Some(next_cell) = next().map_err(refuse)? {
        let (row_index, column) = next_cell.get_position();
        let value = cell(next_cell.get_value().clone().into());
        if value == Cell::Empty {
            continue;
        }
        let number = row_index.saturating_add(1);
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        sink.check_place(number, column)?;
        if number != row {
            sink.row(row, std::mem::take(&mut cells))?;
            row = number;
        }
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = value;
    }
    sink.row(row, cells)
}

/// Copies sheets that only come whole.
fn copy_ranges<'a, W, B>(book: &mut B, from_1904: bool, sink: &mut Sink<W>) -> Result<(), Stop>
where
    W: Write,
    B: Reader<Cursor<&'a [u8]>>,
    B::Error: Into<Fault>,
{
    for sheet in worksheets(book.sheets_metadata())? {
        sink.sheet(&sheet.name, sheet.visible != SheetVisible::Visible, from_1904)?;
        let range = book.worksheet_range(&sheet.name).map_err(refuse)?;
        let Some((first_row, first_column)) = range.start() else { continue };
        let left = usize::try_from(first_column).unwrap_or(usize::MAX);
        for (number, row) in (first_row.saturating_add(1)..).zip(range.rows()) {
            let Some(last) = row.iter().rposition(|data| *data != Data::Empty) else { continue };
            sink.check_place(number, left.saturating_add(last))?;
            let gap = std::iter::repeat_n(Cell::Empty, left);
            sink.row(number, gap.chain(row[..=last].iter().cloned().map(cell)).collect())?;
        }
    }
    Ok(())
}

fn cell(data: Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => text.into(),
        Data::Int(number) => number.into(),
        Data::Float(number) => decimal(number),
        Data::Bool(yes) => Cell::Boolean(yes),
        Data::Error(error) => Cell::Error(error.to_string()),
        Data::DateTime(moment) => date_time(moment),
        Data::DateTimeIso(text) => iso(text),
    }
}

/// A stored number, exactly as the user sees it. Spreadsheet programs show and keep 15 digits; digits beyond those are the noise of
/// binary fractions (0.1 + 0.2 is stored as 0.30000000000000004) and are rounded away.
fn decimal(number: f64) -> Cell {
    if !number.is_finite() {
        return Cell::Error("#NUM!".into());
    }
    let seen: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let plain = seen.to_string();
    plain.parse::<Decimal>().map_or(Cell::Text(plain), |exact| Cell::Number(exact.normalize()))
}

fn date_time(stored: ExcelDateTime) -> Cell {
    let serial = stored.as_f64();
    // Durations, the day zero and what lies outside the calendar are shown as numbers: they are no days.
    if stored.is_duration() || !(serial > 0.0 && serial < 2_958_466.0) {
        return decimal(serial);
    }
    let (year, month, day, hour, minute, second, milli) = stored.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    let time = NaiveTime::from_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into());
    match (date, time) {
        (_, Some(time)) if serial < 1.0 => Cell::Text(time.to_string()),
        (Some(date), Some(NaiveTime::MIN)) => Cell::Date(date),
        (Some(date), Some(time)) => Cell::DateTime(date.and_time(time)),
        _ => decimal(serial),
    }
}

fn iso(text: String) -> Cell {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return Cell::Date(date);
    }
    match text.parse::<NaiveDateTime>() {
        Ok(moment) if moment.time() == NaiveTime::MIN => Cell::Date(moment.date()),
        Ok(moment) => Cell::DateTime(moment),
        Err(_) => text.into(),
    }
}

/// The fault of whichever format, reduced to what the user can act on.
enum Fault {
    Password,
    TooManyCells,
    Other(String),
}

fn refuse(fault: impl Into<Fault>) -> Refusal {
    match fault.into() {
        Fault::Password => Refusal::Encrypted,
        Fault::TooManyCells => Refusal::TooHeavy,
        Fault::Other(detail) => Refusal::Damaged { detail },
    }
}

impl From<XlsxError> for Fault {
    fn from(cause: XlsxError) -> Self {
        if matches!(cause, XlsxError::Password) { Self::Password } else { Self::Other(cause.to_string()) }
    }
}

impl From<XlsbError> for Fault {
    fn from(cause: XlsbError) -> Self {
        if matches!(cause, XlsbError::Password) { Self::Password } else { Self::Other(cause.to_string()) }
    }
}

impl From<XlsError> for Fault {
    fn from(cause: XlsError) -> Self {
        if matches!(cause, XlsError::Password) { Self::Password } else { Self::Other(cause.to_string()) }
    }
}

impl From<OdsError> for Fault {
    fn from(cause: OdsError) -> Self {
        match cause {
            OdsError::Password => Self::Password,
            OdsError::CellLimitExceeded { .. } => Self::TooManyCells,
            cause => Self::Other(cause.to_string()),
        }
    }
}
