//! Which row holds the headings, which column is which, and what is said where that is not certain.

use super::super::{Limits, Severity, warn_personal_columns, worker::tests::read_here};
use super::*;

const CODE: Column = Column {
    name: "Place code",
    synonyms: &["admin3Pcode", "ADM2_PCODE"],
    hxl: &["#adm3+code", "#adm2+code"],
    required: true,
};
const IN_NEED: Column = Column { name: "In need", synonyms: &["Affected", "PiN"], hxl: &["#inneed"], required: true };
const TARGET: Column = Column { name: "Target", synonyms: &["Ciblé"], hxl: &["#targeted"], required: false };
const COLUMNS: [Column; 3] = [CODE, IN_NEED, TARGET];

fn sheet(text: &str) -> Sheet {
    read_here(text.as_bytes(), &Limits::default()).expect("a text file").sheets.remove(0)
}

/// What is found in a text file: the values of the three columns row by row, and the issues in words.
fn find(text: &str) -> (Option<Vec<[String; 3]>>, Vec<String>) {
    let sheet = sheet(text);
    let mut issues = Issues::default();
    let rows = Table::find(&sheet, &COLUMNS, &mut issues).map(|table| {
        let values = |row: Record<'_>| [CODE, IN_NEED, TARGET].map(|column| row.cell(&column).to_text());
        table.rows().map(values).collect()
    });
    (rows, issues.kept().iter().map(|issue| format!("{}: {issue}", issue.key)).collect())
}

fn values(rows: &[[&str; 3]]) -> Option<Vec<[String; 3]>> {
    Some(rows.iter().map(|row| row.map(str::to_owned)).collect())
}

#[test]
fn headings_are_found_below_titles_and_whatever_their_spelling() {
    let text =
        "Needs 2024,,\n,,\nTotal,10,\n\"PLACE  code\",in_need,\"Ciblé\nTarget\"\nAF01,1,2\n,,\n-,-,NA\nAF02,3,\n";
    assert_eq!(find(text), (values(&[["AF01", "1", "2"], ["AF02", "3", ""]]), vec![]));
}

#[test]
fn tags_name_columns_whose_headings_are_unknown() {
    let text = "Région,Besoin,Rest\n#ADM3 +Code,#inneed,\nAF01,1,x\n";
    let (rows, issues) = find(text);
    assert_eq!(rows, values(&[["AF01", "1", ""]]));
    assert_eq!(
        issues,
        [
            "sheet-columns-not-read: these columns are not read: `Rest`; nothing to do if that is meant; else name them as in the template"
        ]
    );
    assert_eq!(find("#adm3+code,#inneed\nAF01,1\n").0, values(&[["AF01", "1", ""]]), "tags without headings");
}

#[test]
fn a_tag_decides_between_headings_of_the_same_name() {
    let text = "Place code,Affected,Affected\n#adm3+code,#inneed,#affected\nAF01,1,2\n";
    assert_eq!(find(text), (values(&[["AF01", "1", ""]]), vec![]));
}

#[test]
fn a_heading_and_a_tag_that_contradict_each_other_are_an_error() {
    let text = "Place code,In need,Other\n#adm3+code,#other,#inneed\nAF01,1,2\n";
    let (_, issues) = find(text);
    assert_eq!(
        issues,
        [
            "sheet-tag-disagrees: row 1, `In need` is column B by its heading and column C by its HXL tag; correct the heading or the tag"
        ]
    );
}

#[test]
fn a_missing_column_is_said_with_what_was_found_and_what_is_also_read() {
    let (rows, issues) = find("Place code,Target,Remarks\nAF01,5,x\n");
    assert_eq!(rows, values(&[["AF01", "", "5"]]), "the other columns can still be checked");
    assert_eq!(
        issues[0],
        "sheet-column-missing: row 1, there is no column `In need`; found: `Place code`, `Target`, `Remarks`; \
         add a column `In need` (also read: `Affected`, `PiN`, `#inneed`)"
    );
}

#[test]
fn a_sheet_without_headings_says_what_is_expected() {
    let (rows, issues) = find("1,2,3\n4,5,6\n");
    assert_eq!(rows, None);
    assert_eq!(
        issues,
        ["sheet-no-headings: none of the first 25 rows holds the headings; found in row 1: `1`, `2`, `3`; \
          put one row of headings above the data: `Place code`, `In need`, `Target`"]
    );
    assert_eq!(find(&format!("{}Place code,In need\n", "x,y\n".repeat(25))).0, None, "row 26 is too far down");
}

#[test]
fn two_rows_of_headings_that_disagree_are_refused() {
    let (rows, issues) = find("Place code,In need,Target\nPlace code,Target,In need\nAF01,1,2\n");
    assert_eq!(rows, None);
    assert!(issues[0].contains("rows 1 and 2 both look like headings"), "{issues:?}");
}

#[test]
fn doubled_columns_are_an_error_that_names_their_groups() {
    let text = "WHERE,HEALTH,,EDUCATION,\nPlace code,Affected,Target,Affected,Target\nAF01,1,2,3,4\n";
    let (rows, issues) = find(text);
    assert_eq!(rows, values(&[["AF01", "", ""]]), "none of the doubled columns is picked");
    assert_eq!(issues.len(), 2);
    assert!(issues[0].starts_with(
        "sheet-column-doubled: row 2, `In need` stands in 2 columns: `B (under HEALTH)`, `D (under EDUCATION)`; keep one"
    ));
}

#[test]
fn one_heading_cannot_be_two_columns() {
    let both = Column { synonyms: &["Affected"], name: "Reached", ..TARGET };
    let sheet = sheet("Place code,Affected\nAF01,1\n");
    let mut issues = Issues::default();
    let table = Table::find(&sheet, &[CODE, IN_NEED, both], &mut issues).expect("headings");
    assert!(table.has(&IN_NEED) && !table.has(&both));
    assert_eq!(issues.kept()[0].key, "sheet-column-ambiguous");
}

#[test]
fn columns_that_look_like_data_of_single_learners_are_warned_of() {
    let mut text = "Place code,In need,Student's Name,Nom de l'élève,Kontakt,Partner Full Name,اسم الطالب\n".to_owned();
    for row in 0..6 {
        text.push_str(&format!("AF0{row},9,A,B,+93 70 123 456{row},10,C\n"));
    }
    let sheet = sheet(&text);
    let mut issues = Issues::default();
    let table = Table::find(&sheet, &COLUMNS, &mut issues).expect("headings");
    assert!(!issues.has_errors());
    let mut personal = Issues::default();
    warn_personal_columns(&table, &mut personal);
    let columns: Vec<&str> = personal.kept().iter().filter_map(|issue| issue.column.as_deref()).collect();
    assert_eq!(columns, ["Student's Name", "Nom de l'élève", "Kontakt", "اسم الطالب"]);
    assert!(personal.kept().iter().all(|issue| issue.severity == Severity::Warning));
}
