//! A workbook that was read, written again with its values alone: for files in a format that cannot be marked in place.

use std::collections::HashSet;

use rust_xlsxwriter::Workbook as OutFile;

use super::write::{Looks, refuse, write_cell};
use crate::kit::{Result, sheet::Workbook};

/// The most characters of a sheet's name.
const NAME: usize = 31;

/// Writes every sheet with every value at its place, and gives the names that the sheets have there.
///
/// # Errors
/// A fault of ours.
pub fn write_plain(book: &Workbook) -> Result<(Vec<u8>, Vec<String>)> {
    let mut file = OutFile::new();
    let looks = Looks::new();
    let mut names: Vec<String> = Vec::new();
    let mut taken = HashSet::new();
    for sheet in &book.sheets {
        let name = free_name(&sheet.name, &mut taken);
        let page = file.add_worksheet_with_constant_memory().map_err(refuse)?;
        page.set_name(&name).map_err(refuse)?;
        // A workbook needs one sheet in sight.
        page.set_hidden(sheet.hidden && book.sheets.iter().any(|sheet| !sheet.hidden));
        for row in &sheet.rows {
            for (column, cell) in (0_u16..).zip(row.cells.iter()) {
                write_cell(page, (row.number.saturating_sub(1), column), cell, None, &looks).map_err(refuse)?;
            }
        }
        names.push(name);
    }
    Ok((file.save_to_buffer().map_err(refuse)?, names))
}

/// The name without what programs refuse in one, and no name twice: capitals tell no two apart.
fn free_name(name: &str, taken: &mut HashSet<String>) -> String {
    let allowed = |letter: &char| !"[]:*?/\\".contains(*letter) && !letter.is_control();
    let short = |name: &str, most: usize| -> String {
        let mut units = 0;
        let fits = |letter: &char| {
            units += letter.len_utf16();
            units <= most
        };
        name.chars().filter(allowed).take_while(fits).collect::<String>().trim_matches(['\'', ' ']).to_owned()
    };
    let name = Some(short(name, NAME)).filter(|name| !name.is_empty()).unwrap_or_else(|| "Sheet".to_owned());
    let mut candidates =
        std::iter::once(name.clone()).chain((2_u32..).map(|number| format!("{} {number}", short(&name, NAME - 6))));
    let free = candidates.find(|candidate| taken.insert(candidate.to_lowercase()));
    free.unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::sheet::{Cell, Limits, Row, Sheet, worker::tests::read_here};

    #[test]
    fn every_value_stands_where_it_stood_and_no_two_sheets_share_a_name() {
        let sheet = |name: &str, hidden: bool, number: u32| Sheet {
            name: name.into(),
            hidden,
            dates_from_1904: false,
            rows: vec![Row { number, cells: vec![Cell::Empty, "=1+1".into(), 7_i64.into()].into() }],
        };
        let book = Workbook {
            sheets: vec![sheet("", false, 3), sheet("a/b", true, 1), sheet("AB", false, 9)],
            formulas: Vec::new(),
        };
        let (bytes, names) = write_plain(&book).expect("written");
        assert_eq!(names, ["Sheet", "ab", "AB 2"]);
        let read = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
        for ((read, meant), name) in read.sheets.iter().zip(&book.sheets).zip(&names) {
            assert_eq!((&read.rows, read.hidden, &read.name), (&meant.rows, meant.hidden, name));
        }
    }
}
