//! What may be chosen: lists on a sheet that people can read, and the names by which the rules of other sheets find them.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::{
    super::column_letters,
    write::{Looks, fitting},
};

/// The sheet of lists.
#[derive(Debug, Clone, Default)]
pub struct OutLists {
    /// The name on the tab.
    pub name: String,
    /// The lists, each in columns of its own.
    pub lists: Vec<OutList>,
}

/// What may be chosen in a column.
#[derive(Debug, Clone, Default)]
pub struct OutList {
    /// What rules call it: letters only.
    pub key: &'static str,
    /// Its heading.
    pub heading: String,
    /// What may be chosen.
    pub entries: Vec<String>,
    /// Which entries of another list belong to each entry.
    pub below: Option<Below>,
}

/// Entries of another list that belong to those of this one. They stand together there.
#[derive(Debug, Clone, Default)]
pub struct Below {
    /// For each entry: how many entries of the other list stand before its own, and how many are its own.
    pub spans: Vec<(usize, usize)>,
}

/// The columns that a list takes: what may be chosen, and two for programs where other entries belong to it.
const WIDTH: u16 = 3;

impl OutList {
    /// The name that stands for the list in a rule. The word before it keeps it from looking like a cell (`ADM1`).
    pub(super) fn name_of(key: &str) -> String {
        format!("list_{key}")
    }

    /// The names that stand for where the entries below each entry begin, and how many they are.
    pub(super) fn names_below(key: &str) -> (String, String) {
        (format!("list_{key}_from"), format!("list_{key}_rows"))
    }
}

/// Writes the sheet and names its columns.
pub(super) fn write_lists(book: &mut Workbook, sheet: &OutLists, rtl: bool, looks: &Looks) -> Result<(), XlsxError> {
    let page = book.add_worksheet_with_constant_memory()?;
    page.set_name(&sheet.name)?.set_right_to_left(rtl).protect_with_options(&super::write::protection());
    page.set_freeze_panes(1, 0)?;
    let mut names = Vec::new();
    for (first, list) in (0_u16..).step_by(usize::from(WIDTH)).zip(&sheet.lists) {
        let longest = list.entries.iter().map(|entry| entry.chars().count()).max().unwrap_or(0);
        page.set_column_width(first, u16::try_from(longest).unwrap_or(u16::MAX).clamp(14, 50))?;
        page.set_column_hidden(first + 1)?.set_column_hidden(first + 2)?;
        let range = |column: u16| {
            let letters = column_letters(usize::from(column));
            format!("='{}'!${letters}$2:${letters}${}", sheet.name, list.entries.len() + 1)
        };
        names.push((OutList::name_of(list.key), range(first)));
        if list.below.is_some() {
            let (from, rows) = OutList::names_below(list.key);
            names.extend([(from, range(first + 1)), (rows, range(first + 2))]);
        }
    }
    for (first, list) in (0_u16..).step_by(usize::from(WIDTH)).zip(&sheet.lists) {
        page.write_string_with_format(0, first, fitting(&list.heading), &looks.heading)?;
    }
    let longest = sheet.lists.iter().map(|list| list.entries.len()).max().unwrap_or(0);
    for (row, index) in (1_u32..).zip(0..longest) {
        for (first, list) in (0_u16..).step_by(usize::from(WIDTH)).zip(&sheet.lists) {
            let Some(entry) = list.entries.get(index) else { continue };
            page.write_string(row, first, fitting(entry))?;
            if let Some((from, rows)) = list.below.as_ref().and_then(|below| below.spans.get(index)) {
                page.write_number(row, first + 1, u32::try_from(*from).unwrap_or(u32::MAX))?;
                page.write_number(row, first + 2, u32::try_from(*rows).unwrap_or(u32::MAX))?;
            }
        }
    }
    for (name, range) in names {
        book.define_name(name, &range)?;
    }
    Ok(())
}
