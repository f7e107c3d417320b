//! Reads a needs table as the humanitarian programme cycle publishes it: a row per place, cluster and category.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::model::{Metric, Parameters};
use crate::kit::sheet::{Column, Issue, Issues, Record, Sheet, Table, warn_personal_columns, words};

const fn optional(name: &'static str, synonyms: &'static [&'static str]) -> Column {
    Column { name, synonyms, hxl: &[], required: false }
}

const fn required(name: &'static str, synonyms: &'static [&'static str]) -> Column {
    Column { required: true, ..optional(name, synonyms) }
}

/// The P-codes by level, from 1.
const PCODES: [Column; 5] = [
    optional("Admin 1 PCode", &["Admin1 PCode", "admin1Pcode", "adm1_pcode", "admin1_code"]),
    optional("Admin 2 PCode", &["Admin2 PCode", "admin2Pcode", "adm2_pcode", "admin2_code"]),
    optional("Admin 3 PCode", &["Admin3 PCode", "admin3Pcode", "adm3_pcode", "admin3_code"]),
    optional("Admin 4 PCode", &["Admin4 PCode", "admin4Pcode", "adm4_pcode", "admin4_code"]),
    optional("Admin 5 PCode", &["Admin5 PCode", "admin5Pcode", "adm5_pcode", "admin5_code"]),
];
/// The names beside them: known, so that nobody is told that they are not read. The code decides.
const NAMES: [Column; 5] = [
    optional("Admin 1 Name", &["admin1_name", "adm1_name"]),
    optional("Admin 2 Name", &["admin2_name", "adm2_name"]),
    optional("Admin 3 Name", &["admin3_name", "adm3_name"]),
    optional("Admin 4 Name", &["admin4_name", "adm4_name"]),
    optional("Admin 5 Name", &["admin5_name", "adm5_name"]),
];
const DESCRIPTION: Column = optional("Description", &["Caseload", "caseload_description"]);
const CLUSTER: Column = required("Cluster", &["Cluster code", "Sector", "sector_code"]);
const CATEGORY: Column = required("Category", &["Population group"]);
/// The columns of figures, by what they count.
const METRICS: [(Metric, Column); 5] = [
    (Metric::Population, optional("Population", &["Total population"])),
    (Metric::Affected, optional("Affected", &["Affected people", "AFF"])),
    (Metric::InNeed, required("In Need", &["People in need", "PiN", "INN"])),
    (Metric::Targeted, optional("Targeted", &["Target", "People targeted", "TGT"])),
    (Metric::ExpectedReach, optional("Reached", &["Expected reach", "People reached", "REA"])),
];

/// A row of the wanted cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The row as the user sees it.
    pub(super) row: u32,
    /// The deepest P-code of the row and its level; none for the country itself.
    pub(super) place: Option<(i32, String)>,
    /// Whom it counts, as the file says it; empty for everyone.
    pub(super) category: String,
    /// The caseload, as the file says it.
    pub(super) description: String,
    /// What it says; a blank cell says nothing.
    pub(super) values: Vec<(Metric, Decimal)>,
    /// A figure or the category stands there and could not be read.
    pub(super) unread: bool,
}

/// The rows of one cluster and caseload. With an error among the issues they are only to be looked at for more that is wrong.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) rows: Vec<Line>,
    /// Whether rows of one place and category must agree: not where they are of several caseloads, or no column tells the category.
    pub(super) comparable: bool,
}

/// Reads the rows of one cluster and caseload.
pub(super) fn read(sheet: &Sheet, wanted: &Parameters, issues: &mut Issues) -> Lines {
    let figures = METRICS.map(|(_, column)| column);
    let columns: Vec<Column> =
        PCODES.into_iter().chain(NAMES).chain([DESCRIPTION, CLUSTER, CATEGORY]).chain(figures).collect();
    let Some(table) = Table::find(sheet, &columns, issues) else { return Lines::default() };
    warn_personal_columns(&table, issues);
    let mut others = BTreeSet::new();
    let mut lines = Vec::new();
    for record in table.rows() {
        record.require(&CLUSTER, issues);
        let Some(cluster) = record.code(&CLUSTER, issues) else { continue };
        if cluster.eq_ignore_ascii_case(&wanted.sector_code) {
            lines.push(line(&record, issues));
        } else {
            others.insert(cluster);
        }
    }
    if lines.is_empty() && table.has(&CLUSTER) {
        let reason = format!("no row is of the cluster {}; found: {}", wanted.sector_code, listed(&others));
        issues.push(Issue::error("needs-no-rows", reason, "check the file, or name the cluster by `sectorCode`"));
    }
    // A row without any figure states nothing that could be read wrongly.
    lines.retain(|line| line.unread || !line.values.is_empty());
    let (rows, one_caseload) = one_caseload(lines, wanted, issues);
    Lines { rows, comparable: one_caseload && table.has(&CATEGORY) }
}

fn line(record: &Record<'_>, issues: &mut Issues) -> Line {
    let places = (1..).zip(&PCODES).filter_map(|(level, column)| Some((level, record.code(column, issues)?)));
    let place = places.last();
    let (mut values, before) = (Vec::new(), issues.errors());
    for (metric, column) in &METRICS {
        let Some(value) = record.decimal(column, issues) else { continue };
        if value < Decimal::ZERO {
            let issue = Issue::error("sheet-negative", format!("{value} is below zero"), "write 0 or more");
            issues.push(record.issue(column, issue));
        }
        values.push((*metric, value));
    }
    let category = record.text(&CATEGORY, issues).unwrap_or_default();
    let unread = issues.errors() > before;
    Line {
        row: record.number(),
        place: place.filter(|(_, code)| !code.is_empty()),
        category,
        description: record.text(&DESCRIPTION, issues).unwrap_or_default(),
        values,
        unread,
    }
}

/// The rows of the one caseload, and whether it is one. Two caseloads of a cluster count some people twice, and no rule says which is meant: the sender does.
fn one_caseload(mut lines: Vec<Line>, wanted: &Parameters, issues: &mut Issues) -> (Vec<Line>, bool) {
    let mut one = true;
    let found: BTreeSet<String> = lines.iter().map(|line| line.description.clone()).collect();
    match &wanted.caseload {
        Some(caseload) => {
            lines.retain(|line| words(&line.description) == words(caseload));
            if lines.is_empty() && !found.is_empty() {
                let reason = format!("no caseload is called `{caseload}`; found: {}", listed(&found));
                issues.push(Issue::error("needs-caseload-unknown", reason, "name one of these by `caseload`"));
            }
        }
        None if found.len() > 1 => {
            one = false;
            let reason = format!("the cluster {} has several caseloads: {}", wanted.sector_code, listed(&found));
            issues.push(Issue::error("needs-several-caseloads", reason, "say by `caseload` which one is meant"));
        }
        None => {}
    }
    (lines, one)
}

fn listed(texts: &BTreeSet<String>) -> String {
    if texts.is_empty() {
        return "none".to_owned();
    }
    texts.iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kit::sheet::{Cell, Row};

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let row = |(number, cells): (u32, &&[&str])| Row {
            number,
            cells: cells.iter().map(|text| Cell::from(*text)).collect(),
        };
        Sheet { name: String::new(), hidden: false, dates_from_1904: false, rows: (1..).zip(rows).map(row).collect() }
    }

    const HEADINGS: &[&str] =
        &["Admin 1 PCode", "Admin 2 PCode", "Description", "Cluster", "Category", "Population", "In Need", "Targeted"];

    fn education(caseload: Option<&str>) -> Parameters {
        Parameters {
            sector_code: "EDU".to_owned(),
            caseload: caseload.map(str::to_owned),
            severity_threshold: None,
            severity_inclusive: None,
        }
    }

    fn keys(issues: &Issues) -> Vec<&str> {
        issues.kept().iter().map(|issue| issue.key.as_ref()).collect()
    }

    #[test]
    fn the_rows_of_one_cluster_are_read_with_the_deepest_place_of_each() {
        let mut issues = Issues::default();
        let rows = sheet(&[
            HEADINGS,
            &["", "", "Final HNRP Caseload", "ALL", "", "44532600", "23666389", "17327995"],
            &["", "", "Education", "EDU", "", "", "8030371", "1350000"],
            &["AF01", "", "Education", "edu", "total", "", "1 173 752", "-"],
            &["AF01", "AF0101", "Education", "EDU", "Children - Female", "", "400156", "67271"],
        ]);
        let lines = read(&rows, &education(None), &mut issues).rows;
        assert!(!issues.has_errors(), "{:?}", issues.kept());
        let places: Vec<_> = lines.iter().map(|line| line.place.clone()).collect();
        assert_eq!(places, [None, Some((1, "AF01".to_owned())), Some((2, "AF0101".to_owned()))]);
        assert_eq!(lines[0].values, [(Metric::InNeed, 8_030_371.into()), (Metric::Targeted, 1_350_000.into())]);
        assert_eq!(
            lines[1].values,
            [(Metric::InNeed, 1_173_752.into())],
            "a dash says nothing, and nothing is not zero"
        );
    }

    #[test]
    fn several_caseloads_of_a_cluster_are_never_added_or_chosen_for_the_sender() {
        let rows = sheet(&[
            HEADINGS,
            &["", "", "General Protection", "PRO", "", "", "14809904", "2973716"],
            &["", "", "Protection (overall)", "PRO", "", "", "20806009", "5962816"],
            &["", "", "Nothing yet", "PRO", "", "", "", ""],
        ]);
        let wanted = |caseload: Option<&str>| Parameters { sector_code: "PRO".to_owned(), ..education(caseload) };
        let mut issues = Issues::default();
        read(&rows, &wanted(None), &mut issues);
        assert_eq!(keys(&issues), ["needs-several-caseloads"]);
        assert_eq!(
            issues.kept()[0].reason,
            "the cluster PRO has several caseloads: `General Protection`, `Protection (overall)`"
        );
        let mut issues = Issues::default();
        let lines = read(&rows, &wanted(Some("protection overall")), &mut issues).rows;
        assert!(!issues.has_errors());
        assert_eq!(lines[0].values[0], (Metric::InNeed, 20_806_009.into()));
        let mut issues = Issues::default();
        assert!(read(&rows, &wanted(Some("Mine Action")), &mut issues).rows.is_empty());
        assert_eq!(keys(&issues), ["needs-caseload-unknown"]);
    }

    #[test]
    fn a_file_without_the_cluster_says_which_it_has() {
        let mut issues = Issues::default();
        read(&sheet(&[HEADINGS, &["", "", "Health", "HEA", "", "", "17936233", ""]]), &education(None), &mut issues);
        assert_eq!(issues.kept()[0].reason, "no row is of the cluster EDU; found: `HEA`");
    }

    #[test]
    fn figures_that_are_none_are_all_told_at_once() {
        let mut issues = Issues::default();
        let rows = sheet(&[HEADINGS, &["", "", "Education", "EDU", "", "many", "-5", "1.2.3"]]);
        read(&rows, &education(None), &mut issues);
        assert_eq!(keys(&issues), ["sheet-no-number", "sheet-negative", "sheet-no-number"]);
    }

    proptest! {
        #[test]
        fn no_table_makes_the_reader_panic(cells in proptest::collection::vec(proptest::collection::vec("EDU|PRO|total|-?[0-9]{0,12}|\\PC{0,8}", 0..9), 0..8)) {
            let mut rows: Vec<Vec<&str>> = vec![HEADINGS.to_vec()];
            rows.extend(cells.iter().map(|row| row.iter().map(String::as_str).collect()));
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            let mut issues = Issues::default();
            for line in read(&sheet(&rows), &education(None), &mut issues).rows {
                prop_assert!(line.unread || !line.values.is_empty());
            }
        }
    }
}
