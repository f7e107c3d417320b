//! What the reader of flows makes of good, odd and hostile rows.

use proptest::prelude::*;

use super::*;
use crate::kit::sheet::{Cell, Row};

const HEADS: [&str; 16] = [
    "id",
    "date",
    "amountUSD",
    "srcOrganization",
    "destPlan",
    "destPlanCode",
    "destOrganization",
    "destGlobalClusters",
    "destUsageYearStart",
    "destUsageYearEnd",
    "flowType",
    "boundary",
    "status",
    "originalAmount",
    "originalCurrency",
    "exchangeRate",
];

const GOOD: [&str; 16] = [
    "228238",
    "2021-02-25",
    "606796",
    "Luxembourg, Government of",
    "Afghanistan 2020",
    "HAFG20",
    "Org A",
    "Education",
    "2020",
    "2020",
    "Standard",
    "incoming",
    "commitment",
    "500000",
    "EUR",
    "0.824",
];

fn with(changes: &[(&str, &'static str)]) -> [&'static str; 16] {
    let mut row = GOOD;
    for (head, cell) in changes {
        row[HEADS.iter().position(|known| known == head).expect("a heading")] = cell;
    }
    row
}

fn read(rows: &[[&str; 16]]) -> (BTreeMap<String, Statement>, Issues) {
    let row = |(number, cells): (u32, &[&str; 16])| Row { number, cells: cells.map(Cell::from).to_vec().into() };
    let rows = (1..).zip(std::iter::once(&HEADS).chain(rows)).map(row).collect();
    let sheet = Sheet { name: String::new(), hidden: false, dates_from_1904: false, rows };
    let mut issues = Issues::default();
    let statements = read_sheet(&sheet, Boundary::Incoming, &mut issues);
    (statements, issues)
}

fn names(statement: &Statement, kind: PartyKind) -> Vec<(&str, Option<&str>, Behaviour)> {
    let of_kind = statement.parties.iter().filter(|party| party.kind == kind);
    of_kind.map(|party| (party.name.as_str(), party.code.as_deref(), party.behaviour)).collect()
}

#[test]
fn a_row_becomes_a_flow_with_its_ends() {
    let (statements, issues) = read(&[GOOD]);
    assert!(!issues.has_errors(), "{issues:?}");
    let flow = &statements["228238"];
    assert_eq!(flow.terms.usd, Some(Decimal::from(606_796)));
    assert_eq!((flow.terms.status, flow.terms.flow_type), (FlowStatus::Commitment, FlowType::Standard));
    assert_eq!(flow.terms.rate, Some(Decimal::new(824, 3)));
    assert_eq!(names(flow, PartyKind::Plan), [("Afghanistan 2020", Some("HAFG20"), Behaviour::Single)]);
    assert_eq!(names(flow, PartyKind::GlobalCluster), [("Education", Some("EDU"), Behaviour::Single)]);
    let organisations = names(flow, PartyKind::Organisation);
    assert_eq!(organisations[0], ("Luxembourg, Government of", None, Behaviour::Single));
}

#[test]
fn several_clusters_share_the_sum_and_a_comma_in_a_name_divides_nothing() {
    let (statements, _) = read(&[with(&[("destGlobalClusters", "Housing, Land and Property,Protection")])]);
    let shared = names(&statements["228238"], PartyKind::GlobalCluster);
    let expected = [
        ("Housing, Land and Property", Some("PRO-HLP"), Behaviour::Shared),
        ("Protection", Some("PRO"), Behaviour::Shared),
    ];
    assert_eq!(shared, expected);
}

#[test]
fn a_flow_over_several_years_names_each() {
    let (statements, _) = read(&[with(&[("flowType", "Parked"), ("destUsageYearEnd", "2022"), ("amountUSD", "0")])]);
    let flow = &statements["228238"];
    let years: Vec<_> = names(flow, PartyKind::UsageYear).into_iter().map(|(year, ..)| year).collect();
    assert_eq!(years, ["2020", "2021", "2022"]);
    assert_eq!(flow.terms.usd, Some(Decimal::ZERO));
}

#[test]
fn an_amount_that_is_not_stated_stays_unknown() {
    let (statements, issues) = read(&[with(&[("amountUSD", ""), ("originalAmount", ""), ("status", "pledge")])]);
    assert!(!issues.has_errors());
    assert_eq!(statements["228238"].terms.usd, None);
}

#[test]
fn all_errors_of_a_row_are_told_beside_their_cells() {
    let wrong = with(&[
        ("date", "yesterday"),
        ("amountUSD", "-5"),
        ("destUsageYearStart", "20"),
        ("boundary", "internal"),
        ("status", "promised"),
        ("originalCurrency", "Euro"),
        ("exchangeRate", "0"),
    ]);
    let (_, issues) = read(&[wrong]);
    let mut cells: Vec<_> = issues.kept().iter().filter_map(|issue| issue.cell.as_deref()).collect();
    cells.sort_unstable();
    assert_eq!(cells, ["B2", "C2", "I2", "L2", "M2", "O2", "P2"]);
    let status = issues.kept().iter().find(|issue| issue.cell.as_deref() == Some("M2")).expect("told");
    assert_eq!(status.mend, "write one of PLEDGE, COMMITMENT, PAID");
}

#[test]
fn the_same_flow_twice_in_one_file_is_refused() {
    let (_, issues) = read(&[GOOD, GOOD]);
    assert_eq!(issues.kept().iter().map(|issue| issue.key.as_ref()).collect::<Vec<_>>(), ["flow-twice"]);
}

#[test]
fn a_flow_without_a_plan_is_kept_and_is_no_plans() {
    let (statements, issues) = read(&[with(&[("destPlan", ""), ("destPlanCode", "")])]);
    assert!(!issues.has_errors());
    assert!(names(&statements["228238"], PartyKind::Plan).is_empty());
}

proptest! {
    #[test]
    fn no_cell_makes_the_reader_panic(cells in proptest::collection::vec("\\PC{0,12}|[-0-9.,e]{0,24}", 16)) {
        let cells: [&str; 16] = std::array::from_fn(|index| cells[index].as_str());
        let _any = read(&[cells]);
    }

    #[test]
    fn what_is_joined_without_blanks_is_split_again(names in proptest::collection::vec("[A-Za-z]{1,8}(, [A-Za-z]{1,8})?", 1..5)) {
        let joined = names.join(",");
        prop_assert_eq!(split(&joined), names);
    }
}
