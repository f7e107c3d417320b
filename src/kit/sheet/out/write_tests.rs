//! What is written reads back the same.

use proptest::prelude::*;

use super::{
    super::{
        super::{Limits, worker::tests::read_here},
        Below, OutList, OutLists, Refused, Rule,
    },
    *,
};

fn sheet(rows: Vec<Vec<Cell>>) -> OutSheet {
    let column = OutColumn { heading: "One".into(), ..OutColumn::default() };
    OutSheet { name: "Data".into(), columns: vec![column.clone(), column], rows, ..OutSheet::default() }
}

fn written(sheet: OutSheet) -> Result<Vec<u8>> {
    write_xlsx(&OutBook { sheets: vec![sheet], ..OutBook::default() })
}

fn read_back(rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let bytes = written(sheet(rows)).expect("a workbook");
    let book = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
    book.sheets[0].rows.iter().skip(1).map(|row| row.cells.iter().cloned().collect()).collect()
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
fn a_template_has_tags_in_row_two_rules_that_name_lists_and_headings_that_nobody_overwrites() {
    let column = |heading: &str, rule, look| OutColumn {
        heading: heading.into(),
        tag: format!("#{}", heading.to_lowercase()),
        rule,
        refused: Refused { title: "No".into(), message: "Choose one.".into() },
        look,
    };
    let template = OutSheet {
        name: "Report".into(),
        columns: vec![
            column("One", Rule::OneOf("ones"), Look::TextEntry),
            column("Two", Rule::OneBelow { list: "twos", of: "ones", columns: vec![0] }, Look::TextEntry),
        ],
        protected: true,
        ..OutSheet::default()
    };
    let list = |key, entries: &[&str]| OutList {
        key,
        heading: key.to_owned(),
        entries: entries.iter().map(|&entry| entry.to_owned()).collect(),
        below: None,
    };
    let ones = OutList { below: Some(Below { spans: vec![(0, 2), (2, 1)] }), ..list("ones", &["a", "b"]) };
    let lists = OutLists { name: "Codes".into(), lists: vec![ones, list("twos", &["a1", "a2", "b1"])] };
    let bytes = write_xlsx(&OutBook { sheets: vec![template], lists: Some(lists), right_to_left: true });
    let bytes = bytes.expect("a workbook");
    let book = read_here(&bytes, &Limits::default()).expect("a workbook of ours");
    assert_eq!(book.sheets[0].rows[1].cells, vec![Cell::from("#one"), Cell::from("#two")].into());
    let numbers = |row: usize| book.sheets[1].rows[row].cells.iter().take(4).cloned().collect::<Vec<_>>();
    assert_eq!(numbers(2), [Cell::from("b"), Cell::from(2_i64), Cell::from(1_i64), Cell::from("a2")]);
    let part = |name: &str| super::super::super::archive::part_of(&bytes, name).expect("a part");
    let sheet = part("xl/worksheets/sheet1.xml");
    for expected in [
        r#"rightToLeft="1""#,
        "<sheetProtection",
        "<formula1>list_ones</formula1>",
        "OFFSET(list_twos,INDEX(list_ones_from,MATCH($A3,list_ones,0)),0,INDEX(list_ones_rows,MATCH($A3,list_ones,0)),1)",
        r#"error="Choose one.""#,
    ] {
        assert!(sheet.contains(expected), "{expected} in {sheet}");
    }
    assert!(part("xl/workbook.xml").contains("<definedName name=\"list_twos\">'Codes'!$D$2:$D$4</definedName>"));
}

#[test]
fn a_name_that_no_program_accepts_is_refused_by_field() {
    for name in ["", "a/b", "a name that is longer than thirty-one characters"] {
        let refused = written(OutSheet { name: name.into(), ..OutSheet::default() }).expect_err("no name for a sheet");
        assert_eq!((refused.field(), refused.key()), (Some("name"), "sheet-name-refused"), "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn text_and_numbers_that_were_written_read_back_the_same(
        text in "['=+@-]{0,2}[^\0\u{FFFE}\u{FFFF}]{1,8}|[\t\r\n=+@-]{1,3}[^\0\u{FFFE}\u{FFFF}]{1,8}|_x000[Dd]_",
        mantissa in -999_999_999_999_999_i64..=999_999_999_999_999,
        scale in 0_u32..10,
    ) {
        let row = vec![Cell::Text(text), Cell::Number(Decimal::new(mantissa, scale).normalize())];
        prop_assert_eq!(read_back(vec![row.clone()]), vec![row]);
    }
}
