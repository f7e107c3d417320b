//! One row of a table, cell by cell as typed values. Every accessor gives the value, or nothing and (where something stands there that
//! cannot be read) an issue, and goes on: the partner sees all errors at once.

use chrono::NaiveDate;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{Cell, Column, Issue, Issues, Row, Table, column_letters, date, header::shown, parse_date, parse_number};

static EMPTY: Cell = Cell::Empty;

/// One row of a [`Table`].
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    table: &'a Table<'a>,
    row: &'a Row,
}

impl<'a> Record<'a> {
    pub(super) fn new(table: &'a Table<'a>, row: &'a Row) -> Self {
        Self { table, row }
    }

    /// The row's number as the user sees it.
    pub fn number(&self) -> u32 {
        self.row.number
    }

    /// The cell of a column as it was read; empty where the sheet has no such column.
    pub fn cell(&self, column: &Column) -> &'a Cell {
        self.table.place(column).and_then(|index| self.row.cells.get(index)).unwrap_or(&EMPTY)
    }

    /// Whether a cell holds no value: empty, a lone dash, `NA`, `N/A`, `#N/A` or `No Data`. Zero is a value.
    pub fn is_null(&self, column: &Column) -> bool {
        says_nothing(self.cell(column))
    }

    pub(super) fn is_blank(&self) -> bool {
        self.row.cells.iter().enumerate().all(|(index, cell)| says_nothing(cell) || self.table.is_beside(index))
    }

    /// Demands a value. Where the whole column is missing, that was said once and is not repeated for every row.
    pub fn require(&self, column: &Column, issues: &mut Issues) -> bool {
        let given = !self.is_null(column);
        if !given && self.table.has(column) {
            issues.push(self.issue(column, Issue::error("sheet-value-missing", "nothing is entered", "enter a value")));
        }
        given
    }

    /// Places an issue at this row's cell of a column, for checks that only the caller can make.
    pub fn issue(&self, column: &Column, issue: Issue) -> Issue {
        let mut issue = issue.in_sheet(&self.table.sheet().name).on_row(self.row.number);
        issue.column = Some(column.name.to_owned());
        if let Some(index) = self.table.place(column) {
            issue.column = Some(self.table.caption(index).to_owned());
            issue.cell = Some(format!("{}{}", column_letters(index), self.row.number));
        }
        issue
    }

    /// Text without blanks around it. Numbers and dates are given as text, too.
    pub fn text(&self, column: &Column, issues: &mut Issues) -> Option<String> {
        let cell = self.value(column, issues)?;
        Some(cell.to_text().trim().to_owned())
    }

    /// Text exactly as it stands there; only an empty cell is none. For what people say in words of their own, where a dash may be meant.
    pub fn verbatim(&self, column: &Column) -> Option<String> {
        let cell = self.cell(column);
        (*cell != Cell::Empty).then(|| cell.to_text())
    }

    /// A code such as a place code or a partner's number. A spreadsheet may have made a number of it: 573 is `573`, not `573.0`. Unlike
    /// elsewhere `NA` is a value here, because it is Namibia's code.
    pub fn code(&self, column: &Column, issues: &mut Issues) -> Option<String> {
        match self.cell(column) {
            Cell::Text(text) if text.trim().eq_ignore_ascii_case("na") => return Some(text.trim().to_owned()),
            Cell::Date(_) | Cell::DateTime(_) | Cell::Boolean(_) => {}
            Cell::Number(number) if !number.is_integer() => {}
            _ => return self.text(column, issues),
        }
        self.wrong(column, issues, "sheet-no-code", "is no code", "write the code as text")
    }

    /// A whole number of things or people, not below zero.
    pub fn count(&self, column: &Column, issues: &mut Issues) -> Option<i64> {
        let number = self.decimal(column, issues)?;
        let wrong = |issues: &mut Issues, key, what, mend| self.wrong(column, issues, key, what, mend);
        if !number.is_integer() {
            let mend = "write a whole number, without digits behind the decimal mark; for thousands write 1234";
            return wrong(issues, "sheet-no-whole-number", "is no whole number", mend);
        }
        if number < Decimal::ZERO {
            return wrong(issues, "sheet-negative", "is below zero", "write 0 or more, or leave the cell empty");
        }
        number.to_i64().or_else(|| wrong(issues, "sheet-number-too-large", "is too large a number", "check the number"))
    }

    /// A number with or without a fraction, with any sign.
    pub fn decimal(&self, column: &Column, issues: &mut Issues) -> Option<Decimal> {
        let read = match self.value(column, issues)? {
            Cell::Number(number) => Some(*number),
            Cell::Text(text) => parse_number(text, self.table.formats().0),
            _ => None,
        };
        read.or_else(|| {
            self.wrong(
                column,
                issues,
                "sheet-no-number",
                "is no number",
                "write digits only, such as 80418 or 80418.5, or leave the cell empty",
            )
        })
    }

    /// An amount of money, to the cent. Smaller fractions are rounded, and a warning says so.
    pub fn money(&self, column: &Column, issues: &mut Issues) -> Option<Decimal> {
        let exact = self.decimal(column, issues)?;
        let cents = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        if cents != exact {
            let issue = Issue::warning(
                "sheet-money-rounded",
                format!("{exact} has parts of a cent and is taken as {cents}"),
                "nothing to do if that is right",
            );
            issues.push(self.issue(column, issue));
        }
        Some(cents)
    }

    /// A day: a date cell, an ISO date, a spreadsheet's bare day number, or a date in the declared order.
    pub fn date(&self, column: &Column, issues: &mut Issues) -> Option<NaiveDate> {
        let serial = |number: Decimal| date::serial_date(number, self.table.sheet().dates_from_1904);
        let read = match self.value(column, issues)? {
            Cell::Date(day) => Some(*day),
            Cell::DateTime(moment) => Some(moment.date()),
            Cell::Number(number) => serial(*number),
            // Text files have no number cells; five bare digits are what a day number becomes there.
            Cell::Text(text) if is_day_number(text.trim()) => text.trim().parse().ok().and_then(serial),
            Cell::Text(text) => parse_date(text, self.table.formats().1),
            _ => None,
        };
        read.or_else(|| {
            self.wrong(
                column,
                issues,
                "sheet-no-date",
                "is no date, or could be two",
                "write year, month and day, such as 2024-04-03",
            )
        })
    }

    /// Yes or no, in any of our languages.
    pub fn boolean(&self, column: &Column, issues: &mut Issues) -> Option<bool> {
        let read = match self.value(column, issues)? {
            Cell::Boolean(yes) => Some(*yes),
            Cell::Number(number) if *number == Decimal::ONE => Some(true),
            Cell::Number(number) if *number == Decimal::ZERO => Some(false),
            Cell::Text(text) => yes_or_no(text),
            _ => None,
        };
        read.or_else(|| {
            self.wrong(
                column,
                issues,
                "sheet-no-yes-or-no",
                "is neither yes nor no",
                "write yes or no, or leave the cell empty",
            )
        })
    }

    /// The cell, if it holds a value. A formula that failed is an issue; `#N/A` says that there is nothing and is only worth a warning.
    fn value(&self, column: &Column, issues: &mut Issues) -> Option<&'a Cell> {
        let cell = self.cell(column);
        let (Cell::Text(text) | Cell::Error(text)) = cell else { return (!says_nothing(cell)).then_some(cell) };
        if text.trim() == "#N/A" {
            let issue = Issue::warning(
                "sheet-not-available",
                "`#N/A` is taken as nothing entered",
                "nothing to do if that is meant",
            );
            issues.push(self.issue(column, issue));
            return None;
        }
        if matches!(cell, Cell::Error(_)) {
            return self.wrong(
                column,
                issues,
                "sheet-formula-failed",
                "is a formula that failed",
                "mend the formula or write the value",
            );
        }
        (!says_nothing(cell)).then_some(cell)
    }

    fn wrong<T>(&self, column: &Column, issues: &mut Issues, key: &'static str, what: &str, mend: &str) -> Option<T> {
        let reason = format!("`{}` {what}", shown(&self.cell(column).to_text()));
        issues.push(self.issue(column, Issue::error(key, reason, mend)));
        None
    }
}

/// Whether a cell holds no value: empty, a lone dash, `NA`, `N/A`, `#N/A` or `No Data`. Zero is a value.
pub fn says_nothing(cell: &Cell) -> bool {
    const NOTHING: [&str; 10] = ["", "-", "–", "—", "na", "n/a", "#n/a", "n.a.", "no data", "nodata"];
    match cell {
        Cell::Empty => true,
        Cell::Text(text) | Cell::Error(text) => NOTHING.contains(&text.trim().to_lowercase().as_str()),
        _ => false,
    }
}

fn is_day_number(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit())
}

/// Yes or no, in any of our languages.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "oui" | "vrai" | "sí" | "si" | "sim" | "verdadero" | "verdadeiro" | "نعم" => {
            Some(true)
        }
        "no" | "n" | "false" | "0" | "non" | "faux" | "não" | "nao" | "falso" | "لا" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{DateOrder, NumberFormat, Sheet},
        *,
    };

    const VALUE: Column = Column { name: "Value", synonyms: &[], hxl: &[], required: true };
    const ABSENT: Column = Column { name: "Absent", synonyms: &[], hxl: &[], required: false };

    /// Reads one cell by `read` and gives what it gave, with the keys of the issues.
    fn at<T>(cell: impl Into<Cell>, read: impl Fn(&Record<'_>, &mut Issues) -> T) -> (T, Vec<String>) {
        let row = |number, cell| Row { number, cells: vec![cell, Cell::Boolean(true)].into() };
        let rows = vec![row(3, "Value".into()), row(9, cell.into())];
        let sheet = Sheet { name: "Data".into(), hidden: false, dates_from_1904: false, rows };
        let mut issues = Issues::default();
        let table = Table::find(&sheet, &[VALUE, ABSENT], &mut Issues::default()).expect("the headings stand in row 3");
        let table = table.with_formats(NumberFormat::Plain, DateOrder::DayMonthYear);
        let value = read(&table.rows().next().expect("one row"), &mut issues);
        (value, issues.kept().iter().map(|issue| issue.key.to_string()).collect())
    }

    fn number(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    fn fails<T>(key: &str) -> (Option<T>, Vec<String>) {
        (None, vec![key.to_owned()])
    }

    fn gives<T>(value: T) -> (Option<T>, Vec<String>) {
        (Some(value), Vec::new())
    }

    #[test]
    fn nothing_entered_is_null_and_zero_is_zero() {
        for nothing in ["", " ", "-", "–", "NA", "n/a", "N/A", "No Data"] {
            assert_eq!(at(nothing, |row, issues| row.count(&VALUE, issues)), (None, vec![]), "{nothing}");
        }
        assert_eq!(at("0", |row, issues| row.count(&VALUE, issues)), gives(0));
        assert_eq!(at(0_i64, |row, issues| row.count(&VALUE, issues)), gives(0));
        assert_eq!(at(0_i64, |row, issues| row.count(&ABSENT, issues)), (None, vec![]));
    }

    #[test]
    fn a_failed_formula_is_an_issue_and_not_available_is_nothing_with_a_warning() {
        assert_eq!(
            at(Cell::Error("#REF!".into()), |row, issues| row.count(&VALUE, issues)),
            fails("sheet-formula-failed")
        );
        for cell in [Cell::Error("#N/A".into()), Cell::Text("#N/A".into())] {
            assert_eq!(at(cell, |row, issues| row.text(&VALUE, issues)), fails("sheet-not-available"));
        }
    }

    #[test]
    fn a_count_is_whole_and_not_below_zero() {
        let count = |cell: Cell| at(cell, |row, issues| row.count(&VALUE, issues));
        assert_eq!(count("1 424 212".into()), gives(1_424_212));
        assert_eq!(count(number("8030371").into()), gives(8_030_371));
        assert_eq!(count("7538.38".into()), fails("sheet-no-whole-number"));
        assert_eq!(count("-3".into()), fails("sheet-negative"));
        assert_eq!(count("1-5%".into()), fails("sheet-no-number"));
        assert_eq!(count(Cell::Boolean(true)), fails("sheet-no-number"));
        assert_eq!(count(number("9223372036854775808").into()), fails("sheet-number-too-large"));
        assert_eq!(at("7538.38", |row, issues| row.decimal(&VALUE, issues)), gives(number("7538.38")));
    }

    #[test]
    fn money_is_kept_to_the_cent_and_rounding_is_said() {
        let money = |cell: &str| at(cell, |row, issues| row.money(&VALUE, issues));
        assert_eq!(money("47,281,253.5"), gives(number("47281253.5")));
        assert_eq!(money("0.125"), (Some(number("0.13")), vec!["sheet-money-rounded".to_owned()]));
        assert_eq!(money("USD 5"), fails("sheet-no-number"));
    }

    #[test]
    fn a_code_is_text_even_where_the_program_made_a_number_of_it() {
        let code = |cell: Cell| at(cell, |row, issues| row.code(&VALUE, issues));
        assert_eq!(code(number("573").into()), gives("573".to_owned()));
        assert_eq!(code(" AF01 ".into()), gives("AF01".to_owned()));
        assert_eq!(code("NA".into()), gives("NA".to_owned()));
        assert_eq!(code("N/A".into()), (None, vec![]));
        assert_eq!(code(number("5.3").into()), fails("sheet-no-code"));
        assert_eq!(code(Cell::Boolean(true)), fails("sheet-no-code"));
    }

    #[test]
    fn a_day_is_never_guessed() {
        let date = |cell: Cell| at(cell, |row, issues| row.date(&VALUE, issues));
        let day = |text: &str| gives(text.parse::<NaiveDate>().expect("a day"));
        assert_eq!(date(number("43343").into()), day("2018-08-31"));
        assert_eq!(date("43343".into()), day("2018-08-31"));
        assert_eq!(date("07/05/2016".into()), day("2016-05-07"));
        assert_eq!(date(number("2021").into()), fails("sheet-no-date"));
        for wrong in ["2021", "03/16/2017", "02.February", "March 2024"] {
            assert_eq!(date(wrong.into()), fails("sheet-no-date"), "{wrong}");
        }
    }

    #[test]
    fn yes_and_no_are_read_in_all_our_languages() {
        let boolean = |cell: Cell| at(cell, |row, issues| row.boolean(&VALUE, issues));
        for yes in ["Yes", "OUI", "sí", "sim", "نعم", "1"] {
            assert_eq!(boolean(yes.into()), gives(true), "{yes}");
        }
        for no in ["no", "Non", "NÃO", "لا", "0"] {
            assert_eq!(boolean(no.into()), gives(false), "{no}");
        }
        assert_eq!(boolean(Cell::Boolean(false)), gives(false));
        assert_eq!(boolean("perhaps".into()), fails("sheet-no-yes-or-no"));
    }

    #[test]
    fn an_issue_names_the_cell_the_user_must_mend() {
        let (issue, _) = at("abc", |row, issues| {
            row.count(&VALUE, issues);
            issues.kept()[0].clone()
        });
        assert_eq!(
            issue.to_string(),
            "sheet `Data`, cell A9, column `Value`: `abc` is no number; write digits only, such as 80418 or 80418.5, or leave the cell empty"
        );
    }

    #[test]
    fn a_demanded_value_is_missed_in_a_column_that_is_there() {
        assert_eq!(at("-", |row, issues| row.require(&VALUE, issues)), (false, vec!["sheet-value-missing".to_owned()]));
        assert_eq!(at("-", |row, issues| row.require(&ABSENT, issues)), (false, vec![]));
        assert_eq!(at("0", |row, issues| row.require(&VALUE, issues)), (true, vec![]));
        let not_available = at(Cell::Error("#N/A".into()), |row, issues| row.require(&VALUE, issues));
        assert_eq!(not_available, (false, vec!["sheet-value-missing".to_owned()]));
    }
}
