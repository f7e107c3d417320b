//! Sheets into a file, row by row: a sheet of any length needs the memory of one row beside its own.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ExcelDateTime, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::{Look, OutBook, OutColumn, OutSheet, lists::write_lists, rules::validation};
use crate::kit::{Error, Result, sheet::Cell};

/// The last row that a rule holds in.
const LAST_RULED_ROW: u32 = 199_999;

/// The most characters that a cell of a workbook can hold.
const CELL_CHARACTERS: usize = 32_767;

/// Writes a workbook.
///
/// # Errors
///
/// A sheet's name that a spreadsheet program would not accept is an error on the field `name`; all else is a fault of ours.
pub fn write_xlsx(book: &OutBook) -> Result<Vec<u8>> {
    let mut file = Workbook::new();
    let looks = Looks::new();
    for sheet in &book.sheets {
        let page = file.add_worksheet_with_constant_memory().map_err(refuse)?;
        page.set_right_to_left(book.right_to_left);
        write_sheet(page, sheet, &looks).map_err(refuse)?;
    }
    if let Some(lists) = &book.lists {
        write_lists(&mut file, lists, book.right_to_left, &looks).map_err(refuse)?;
    }
    file.save_to_buffer().map_err(refuse)
}

pub(super) fn refuse(cause: XlsxError) -> Error {
    match cause {
        XlsxError::SheetnameCannotBeBlank(_)
        | XlsxError::SheetnameLengthExceeded(_)
        | XlsxError::SheetnameContainsInvalidCharacter(_)
        | XlsxError::SheetnameStartsOrEndsWithApostrophe(_)
        | XlsxError::SheetnameReused(_) => {
            let mend = "use 1 to 31 characters without [ ] : * ? / \\, once per workbook";
            Error::invalid("name", "sheet-name-refused", format!("this is no name for a sheet; {mend}"))
        }
        cause => Error::internal(cause),
    }
}

/// The formats of cells.
pub(super) struct Looks {
    pub(super) heading: Format,
    tag: Format,
    day: Format,
    moment: Format,
    text: Format,
    text_entry: Format,
    long_entry: Format,
    number_entry: Format,
    aside: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let entry = Format::new().set_unlocked();
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_font_color("11201F")
                .set_background_color("E5F0F2")
                .set_border_bottom(FormatBorder::Thin),
            tag: Format::new().set_italic().set_font_color("6D7D7B").set_font_size(8),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            text: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            text_entry: entry.clone().set_num_format("@"),
            long_entry: entry.clone().set_num_format("@").set_text_wrap(),
            number_entry: entry,
            aside: Format::new().set_font_color("6D7D7B").set_background_color("F4F6F5").set_unlocked(),
        }
    }

    fn of(&self, look: Look) -> Option<&Format> {
        match look {
            Look::Plain => None,
            Look::Text => Some(&self.text),
            Look::TextEntry => Some(&self.text_entry),
            Look::LongEntry => Some(&self.long_entry),
            Look::NumberEntry => Some(&self.number_entry),
            Look::Aside => Some(&self.aside),
        }
    }
}

/// What may be done to a protected sheet beside writing its open cells: whole rows come and go, and columns are made wider.
pub(super) fn protection() -> ProtectionOptions {
    ProtectionOptions {
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::new()
    }
}

pub(super) fn write_sheet(page: &mut Worksheet, sheet: &OutSheet, looks: &Looks) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    if sheet.hidden {
        page.set_very_hidden(true);
    }
    if sheet.protected {
        page.protect_with_options(&protection());
    }
    let has_tags = sheet.columns.iter().any(|column| !column.tag.is_empty());
    let first = if has_tags { 2 } else { 1 };
    let is_filled = sheet.columns.iter().any(|column| column.look.is_entry());
    // Who fills a wide sheet sees what the row is about all the way.
    page.set_freeze_panes(first, if is_filled { 2 } else { 0 })?;
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(index, width(column))?;
        if let Some(look) = looks.of(column.look) {
            page.set_column_format(index, look)?;
        }
        if let Some(validation) = validation(&column.rule, &column.refused, first + 1)? {
            page.add_data_validation(first, index, LAST_RULED_ROW, index, &validation)?;
        }
    }
    if is_filled {
        page.set_row_height(0, 48)?;
        page.set_landscape().set_repeat_rows(0, first - 1)?;
    }
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, index, fitting(&column.heading), &looks.heading)?;
    }
    if has_tags {
        // Every cell of the row, so that none of them is open to writing.
        for (index, column) in (0_u16..).zip(&sheet.columns) {
            page.write_string_with_format(1, index, fitting(&column.tag), &looks.tag)?;
        }
    }
    for (row, cells) in (first..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            let look = sheet.columns.get(usize::from(column)).and_then(|column| looks.of(column.look));
            write_cell(page, (row, column), cell, look, looks)?;
        }
    }
    Ok(())
}

fn width(column: &OutColumn) -> u16 {
    let heading = u16::try_from(column.heading.chars().count()).unwrap_or(u16::MAX).saturating_add(2);
    match column.look {
        Look::Plain => heading.clamp(12, 40),
        Look::Text => heading.clamp(28, 90),
        Look::TextEntry => 26,
        Look::LongEntry => 40,
        Look::NumberEntry | Look::Aside => 12,
    }
}

pub(super) fn write_cell(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    look: Option<&Format>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    let text = match cell {
        Cell::Empty => return Ok(()),
        Cell::Number(number) => match (stored(*number), look) {
            (Some(number), None) => return page.write_number(row, column, number).map(|_| ()),
            (Some(number), Some(look)) => {
                return page.write_number_with_format(row, column, number, look).map(|_| ());
            }
            (None, _) => cell.to_text(),
        },
        Cell::Boolean(yes) => return page.write_boolean(row, column, *yes).map(|_| ()),
        Cell::Date(day) => match excel_day(*day) {
            Some(day) => return page.write_datetime_with_format(row, column, day, &looks.day).map(|_| ()),
            None => cell.to_text(),
        },
        Cell::DateTime(moment) => match excel_moment(*moment) {
            Some(moment) => return page.write_datetime_with_format(row, column, moment, &looks.moment).map(|_| ()),
            None => cell.to_text(),
        },
        Cell::Text(text) | Cell::Error(text) => fitting(text).to_owned(),
    };
    match look {
        Some(look) => page.write_string_with_format(row, column, text, look).map(|_| ()),
        None => page.write_string(row, column, text).map(|_| ()),
    }
}

/// What of a text fits into a cell. Nothing of ours is longer; free text from elsewhere might be.
pub(super) fn fitting(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL_CHARACTERS
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// The number as workbooks store it, if that keeps every digit: they keep 15. A longer number is written as text rather than changed.
fn stored(number: Decimal) -> Option<f64> {
    let digits = number.normalize().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
    if digits > 15 { None } else { number.to_string().parse().ok() }
}

fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn excel_moment(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let part = |number: u32| u8::try_from(number).ok();
    let (hour, minute, second) = (u16::try_from(moment.hour()).ok()?, part(moment.minute())?, part(moment.second())?);
    excel_day(moment.date())?.and_hms_milli(hour, minute, second, 0).ok()
}

#[cfg(test)]
#[path = "write_tests.rs"]
mod tests;
