//! Workbooks out: typed cells, text as text and never as a formula, headings that stay in sight, lists to choose from in templates.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_decimal::Decimal;

use super::{Cell, column_letters};
use crate::kit::{Error, Result};

/// The hidden sheet that holds what may be chosen. Lists inside a rule may not be longer than 255 characters; a sheet may.
const LISTS: &str = "lists";

/// The last row that a list to choose from is offered in.
const LAST_CHOICE_ROW: u32 = 199_999;

/// The most characters that a cell of a workbook can hold.
const CELL_CHARACTERS: usize = 32_767;

/// A sheet to be written.
#[derive(Debug, Clone, Default)]
pub struct OutSheet {
    /// The name on the tab: 1 to 31 characters, none of `[ ] : * ? / \`.
    pub name: String,
    /// The columns.
    pub columns: Vec<OutColumn>,
    /// The rows below the headings; cells beyond the columns are written, too.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a sheet to be written.
#[derive(Debug, Clone, Default)]
pub struct OutColumn {
    /// The heading.
    pub heading: String,
    /// The HXL tag below the heading; empty for none. The row of tags is left out where no column has one.
    pub tag: String,
    /// What may be chosen in this column; empty for anything.
    pub choices: Vec<String>,
}

/// Writes a workbook.
///
/// # Errors
///
/// A sheet's name that a spreadsheet program would not accept is an error on the field `name`; all else is a fault of ours.
pub fn write_xlsx(sheets: &[OutSheet]) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    let mut lists: Vec<&[String]> = Vec::new();
    for sheet in sheets {
        let page = book.add_worksheet_with_constant_memory().map_err(refuse)?;
        write_sheet(page, sheet, &looks, &mut lists).map_err(refuse)?;
    }
    if !lists.is_empty() {
        let page = book.add_worksheet_with_constant_memory().map_err(refuse)?;
        write_lists(page, &lists).map_err(refuse)?;
    }
    book.save_to_buffer().map_err(refuse)
}

fn refuse(cause: XlsxError) -> Error {
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

struct Looks {
    heading: Format,
    tag: Format,
    day: Format,
    moment: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color("E6EEF5")
                .set_border_bottom(FormatBorder::Thin),
            tag: Format::new().set_italic().set_font_color("5B6770"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        }
    }
}

fn write_sheet<'s>(
    page: &mut Worksheet,
    sheet: &'s OutSheet,
    looks: &Looks,
    lists: &mut Vec<&'s [String]>,
) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    let has_tags = sheet.columns.iter().any(|column| !column.tag.is_empty());
    let first = if has_tags { 2 } else { 1 };
    page.set_freeze_panes(first, 0)?;
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        let width = u16::try_from(column.heading.chars().count()).unwrap_or(u16::MAX).saturating_add(2);
        page.set_column_width(index, width.clamp(12, 40))?;
        if !column.choices.is_empty() {
            page.add_data_validation(
                first,
                index,
                LAST_CHOICE_ROW,
                index,
                &choice(lists.len(), column.choices.len())?,
            )?;
            lists.push(&column.choices);
        }
    }
    for (index, column) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(0, index, fitting(&column.heading), &looks.heading)?;
    }
    for (index, column) in (0_u16..).zip(&sheet.columns).filter(|(_, column)| !column.tag.is_empty()) {
        page.write_string_with_format(1, index, fitting(&column.tag), &looks.tag)?;
    }
    for (row, cells) in (first..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(page, row, column, cell, looks)?;
        }
    }
    Ok(())
}

fn write_cell(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &Looks) -> Result<(), XlsxError> {
    let text = match cell {
        Cell::Empty => return Ok(()),
        Cell::Number(number) => match stored(*number) {
            Some(number) => return page.write_number(row, column, number).map(|_| ()),
            None => cell.to_text(),
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
    page.write_string(row, column, text).map(|_| ())
}

/// What of a text fits into a cell. Nothing of ours is longer; free text from elsewhere might be.
fn fitting(text: &str) -> &str {
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

/// The rule that only lets one of a list be entered.
fn choice(list: usize, length: usize) -> Result<DataValidation, XlsxError> {
    let letters = column_letters(list);
    DataValidation::new()
        .allow_list_formula(Formula::new(format!("={LISTS}!${letters}$1:${letters}${length}")))
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title("Not in the list")?
        .set_error_message("Choose one of the entries of the list.")
}

fn write_lists(page: &mut Worksheet, lists: &[&[String]]) -> Result<(), XlsxError> {
    page.set_name(LISTS)?.set_hidden(true);
    let longest = lists.iter().map(|list| list.len()).max().unwrap_or(0);
    for (row, index) in (0_u32..).zip(0..longest) {
        for (column, list) in (0_u16..).zip(lists) {
            if let Some(entry) = list.get(index) {
                page.write_string(row, column, fitting(entry))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        super::{Limits, worker::tests::read_here},
        *,
    };

    fn sheet(rows: Vec<Vec<Cell>>) -> OutSheet {
        let column = OutColumn { heading: "One".into(), ..OutColumn::default() };
        OutSheet { name: "Data".into(), columns: vec![column.clone(), column], rows }
    }

    fn read_back(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
        let bytes = write_xlsx(&[sheet(rows)]).expect("a workbook");
        let book = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
        book.sheets[0].rows.iter().skip(1).map(|row| row.cells.clone()).collect()
    }

    #[test]
    fn every_kind_of_cell_reads_back_as_the_same_kind() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29);
        let cells = vec![
            Cell::from("=1+1"),
            Cell::from("'quoted"),
            Cell::from(0_i64),
            Cell::Number(Decimal::new(7_522_290, 2).normalize()),
            Cell::Number(Decimal::new(-1, 9)),
            Cell::from(day),
            Cell::from(day.and_then(|day| day.and_hms_opt(13, 45, 59))),
            Cell::Boolean(false),
        ];
        assert_eq!(read_back(vec![cells.clone()]), vec![cells]);
    }

    #[test]
    fn a_number_too_long_for_a_workbook_keeps_its_digits_as_text() {
        let long = Decimal::from_i128_with_scale(1_234_567_890_123_456_789, 2);
        assert_eq!(read_back(vec![vec![Cell::Number(long)]]), vec![vec![Cell::from("12345678901234567.89")]]);
    }

    #[test]
    fn a_template_offers_its_choices_from_a_hidden_sheet_and_tags_stand_in_row_two() {
        let mut template = sheet(Vec::new());
        template.columns[1] = OutColumn {
            heading: "Status".into(),
            tag: "#status".into(),
            choices: vec!["planned".into(), "ongoing".into()],
        };
        let bytes = write_xlsx(&[template]).expect("a workbook");
        let book = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
        assert_eq!(book.sheets[0].rows[1].cells, [Cell::Empty, Cell::from("#status")]);
        assert_eq!((book.sheets[1].name.as_str(), book.sheets[1].hidden), ("lists", true));
        assert_eq!(book.sheets[1].rows[1].cells, [Cell::from("ongoing")]);
    }

    #[test]
    fn a_name_that_no_program_accepts_is_refused_by_field() {
        for name in ["", "a/b", "a name that is longer than thirty-one characters"] {
            let refused =
                write_xlsx(&[OutSheet { name: name.into(), ..OutSheet::default() }]).expect_err("no name for a sheet");
            assert_eq!((refused.field(), refused.key()), (Some("name"), "sheet-name-refused"), "{name}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn text_and_numbers_that_were_written_read_back_the_same(
            text in "['=+@-]{0,2}[^\0\u{1}-\u{1F}\u{FFFE}\u{FFFF}]{1,8}",
            mantissa in -999_999_999_999_999_i64..=999_999_999_999_999,
            scale in 0_u32..10,
        ) {
            let row = vec![Cell::Text(text), Cell::Number(Decimal::new(mantissa, scale).normalize())];
            prop_assert_eq!(read_back(vec![row.clone()]), vec![row]);
        }
    }
}
