//! What may be entered in a column, as rules that spreadsheet programs keep while people type.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, DataValidationRule, Formula, XlsxError};

use super::{super::column_letters, lists::OutList};

/// What may be entered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Rule {
    /// Anything.
    #[default]
    Anything,
    /// One entry of a list.
    OneOf(&'static str),
    /// An entry of `list` that belongs to what the row says in the first of `columns` that is filled; of the whole list where none is.
    OneBelow {
        /// The list.
        list: &'static str,
        /// The list of what those columns hold.
        of: &'static str,
        /// Columns from 0, that which counts first standing first.
        columns: Vec<usize>,
    },
    /// A whole number, not below zero.
    Whole,
    /// A number, not below zero.
    Number,
    /// Text of this many characters.
    Length(u32, u32),
    /// Nothing: the column is to be looked at.
    Nothing,
}

/// What a program says when something else is entered. Programs cut a title at 32 characters and a message at 255.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refused {
    /// A few words.
    pub title: String,
    /// What to do.
    pub message: String,
}

/// The rule of a column whose first cell to be filled stands in `row` (from 1); none where anything may be entered.
pub(super) fn validation(rule: &Rule, refused: &Refused, row: u32) -> Result<Option<DataValidation>, XlsxError> {
    let plain = DataValidation::new();
    let validation = match rule {
        Rule::Anything => return Ok(None),
        Rule::OneOf(list) => plain.allow_list_formula(Formula::new(format!("={}", OutList::name_of(list)))),
        Rule::OneBelow { list, of, columns } => {
            plain.allow_list_formula(Formula::new(one_below(&OutList::name_of(list), of, columns, row)))
        }
        Rule::Whole => plain.allow_whole_number(DataValidationRule::Between(0, 1_000_000_000)),
        Rule::Number => {
            let zero = DataValidationRule::GreaterThanOrEqualTo(Formula::new("0"));
            plain.allow_decimal_number_formula(zero)
        }
        Rule::Length(least, most) => plain.allow_text_length(DataValidationRule::Between(*least, *most)),
        Rule::Nothing => plain.allow_custom(Formula::new("=FALSE")),
    };
    let validation = validation
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(cut(&refused.title, 32))?
        .set_error_message(cut(&refused.message, 255))?;
    Ok(Some(validation))
}

/// The part of a list that belongs to another cell of the row. `OFFSET` is what both Excel and LibreOffice follow in a rule.
fn one_below(list: &str, of: &str, columns: &[usize], row: u32) -> String {
    let cells: Vec<String> = columns.iter().map(|column| format!("${}{row}", column_letters(*column))).collect();
    let mut filled = cells.last().cloned().unwrap_or_default();
    for cell in cells.iter().rev().skip(1) {
        filled = format!("IF({cell}<>\"\",{cell},{filled})");
    }
    let (from, rows) = OutList::names_below(of);
    let place = format!("MATCH({filled},{},0)", OutList::name_of(of));
    format!("=IF({}=\"\",{list},OFFSET({list},INDEX({from},{place}),0,INDEX({rows},{place}),1))", cells.join("&"))
}

/// The text as far as programs show it, which count in units of UTF-16.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |letter: &char| {
        units += letter.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_entries_below_are_those_of_the_first_cell_that_is_filled() {
        assert_eq!(
            one_below("list_b", "a", &[1], 3),
            r#"=IF($B3="",list_b,OFFSET(list_b,INDEX(list_a_from,MATCH($B3,list_a,0)),0,INDEX(list_a_rows,MATCH($B3,list_a,0)),1))"#
        );
        let deep = one_below("list_sites", "places", &[6, 5, 4], 3);
        assert!(deep.contains(r#"IF($G3&$F3&$E3="",list_sites,"#), "{deep}");
        assert!(deep.contains(r#"MATCH(IF($G3<>"",$G3,IF($F3<>"",$F3,$E3)),list_places,0)"#), "{deep}");
        assert!(deep.len() <= 255, "Excel takes no longer rule: {}", deep.len());
    }

    #[test]
    fn a_message_is_cut_where_programs_would_refuse_it() {
        assert_eq!(cut("ab😀c", 3), "ab");
        assert_eq!(cut("ab😀c", 4), "ab😀");
    }
}
