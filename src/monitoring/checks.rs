//! What must hold for the rows of a report, whichever way they came in. Every finding is collected: people see all errors at once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rust_decimal::Decimal;

use super::model::{Figures, RowFacts, RowStatus};
use crate::{
    dimensions::{Category, CategoryKind, Counts, Vocabulary, recognise},
    kit::sheet::Issue,
    plans::{Activity, ActivityId, Indicator, IndicatorId, IndicatorKind},
};

/// The most rows that a report may have.
pub(super) const MOST_ROWS: usize = 5_000;
/// The largest figure: beyond it there is a mistake, and sums of smaller ones never overflow.
const LARGEST: i64 = 1_000_000_000_000_000;
/// The dimension that a whole row may be about.
pub(super) const POPULATION_GROUP: &str = "population_group";

/// A category by its values: dimension > value.
pub(super) type Values = BTreeMap<String, String>;

/// The values of a category.
pub(super) fn values(category: &Category) -> Values {
    category.values().map(|(dimension, value)| (dimension.to_owned(), value.to_owned())).collect()
}

/// What a finding is about. Whoever places findings knows which column or input that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Activity,
    Indicator,
    Area,
    Site,
    PopulationGroup,
    Status,
    Nil,
    Units,
    Amount,
    Currency,
    Remarks,
    /// The figures of a category, by its place among the row's cells.
    Cell(usize),
}

/// One thing that is wrong with a row, by its place among the rows.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) row: usize,
    pub(super) field: Field,
    pub(super) issue: Issue,
}

/// A row whose references are resolved.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The row's number as the sender counts.
    pub(super) number: u32,
    pub(super) facts: RowFacts,
    pub(super) cells: Vec<Cell>,
}

/// The figures of a row for one category.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) values: Values,
    pub(super) figures: Figures,
}

/// What rows are checked against.
pub(super) struct Frame {
    pub(super) activities: HashMap<ActivityId, Activity>,
    pub(super) indicators: HashMap<IndicatorId, Indicator>,
    /// The codes of population groups.
    pub(super) population_groups: Vec<String>,
    /// What words mean in the operation.
    pub(super) vocabulary: Vocabulary,
    /// The categories that the rows count.
    pub(super) categories: HashMap<Values, Category>,
}

impl Frame {
    /// The code of a population group that is given by its code or in words.
    pub(super) fn population_group(&self, text: &str) -> Option<String> {
        let text = text.trim().to_lowercase();
        if self.population_groups.contains(&text) {
            return Some(text);
        }
        match recognise(&self.vocabulary, &text)?.as_slice() {
            [(dimension, value)] if dimension == POPULATION_GROUP => Some(value.clone()),
            _ => None,
        }
    }

    /// Whom a part counts; none for totals and for what cuts across.
    fn part(&self, values: &Values) -> Option<Counts> {
        self.categories
            .get(values)
            .filter(|category| category.kind == CategoryKind::Part)
            .map(|category| category.counts)
    }
}

/// A row that tells of one population group counts that group in every cell.
pub(super) fn count_group(entry: &mut Entry) {
    if entry.facts.population_group.is_empty() {
        return;
    }
    for cell in &mut entry.cells {
        // A cell of another group stays as it is, for the check to find.
        cell.values.entry(POPULATION_GROUP.to_owned()).or_insert_with(|| entry.facts.population_group.clone());
    }
}

/// Everything that is wrong with rows. A row whose references could not be resolved is left out by the caller, who has said so.
pub(super) fn check(frame: &Frame, entries: &[Option<Entry>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: HashMap<String, u32> = HashMap::new();
    for (row, entry) in entries.iter().enumerate() {
        let Some(entry) = entry else { continue };
        let mut push = |field, issue| findings.push(Finding { row, field, issue });
        if let Some(first) = seen.get(&entry.facts.key()) {
            let reason = format!(
                "row {} tells of the same activity, indicator, place, population group and modality as row {first}",
                entry.number
            );
            push(Field::Activity, Issue::error("report-row-twice", reason, "put the two rows together"));
        } else {
            seen.insert(entry.facts.key(), entry.number);
        }
        check_facts(frame, entry, &mut push);
        check_cells(frame, entry, &mut push);
    }
    findings
}

fn check_facts(frame: &Frame, entry: &Entry, push: &mut impl FnMut(Field, Issue)) {
    let facts = &entry.facts;
    let indicator = frame.indicators.get(&facts.indicator_id);
    if indicator.and_then(|indicator| indicator.activity_id).is_some_and(|activity| activity != facts.activity_id) {
        let mend = "choose an indicator of the row's activity, or of an objective";
        push(Field::Indicator, Issue::error("report-indicator-elsewhere", "it measures another activity", mend));
    }
    let has_results = facts.units.is_some() || !entry.cells.is_empty();
    if facts.nil && (has_results || facts.amount.is_some()) {
        let mend = "leave the figures empty, or do not mark the row as nil";
        push(Field::Nil, Issue::error("report-nil-with-figures", "the row is marked as nil and has figures", mend));
    } else if facts.status == RowStatus::Planned && has_results {
        let mend = "leave the figures empty, or say that it is ongoing or completed";
        push(Field::Status, Issue::error("report-planned-with-figures", "what is planned has no results yet", mend));
    }
    if facts.amount.is_some() && facts.currency.is_none() {
        push(Field::Currency, Issue::error("report-currency-missing", "the amount has no currency", "write it as USD"));
    }
    if facts
        .currency
        .as_ref()
        .is_some_and(|code| code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        let mend = "write the three letters of ISO 4217, such as USD";
        push(Field::Currency, Issue::error("report-currency", "this is no code of a currency", mend));
    }
    if facts.remarks.as_ref().is_some_and(|remarks| remarks.chars().count() > 2_000) {
        push(
            Field::Remarks,
            Issue::error("report-remarks", "the remarks are too long", "write at most 2000 characters"),
        );
    }
    for (field, number) in [(Field::Units, facts.units), (Field::Amount, facts.amount)] {
        if number.is_some_and(is_out_of_range) {
            push(field, out_of_range());
        }
    }
    if facts.amount.is_some_and(|amount| amount.normalize().scale() > 2) {
        push(Field::Amount, Issue::error("report-amount", "the amount has parts of a cent", "round it to two digits"));
    }
}

fn is_out_of_range(number: Decimal) -> bool {
    number < Decimal::ZERO || number >= Decimal::from(LARGEST) || number.normalize().scale() > 9
}

fn out_of_range() -> Issue {
    let reason = "the number is below zero, above a million billions, or has more than nine digits behind the point";
    Issue::error("report-number-range", reason, "check the number")
}

fn check_cells(frame: &Frame, entry: &Entry, push: &mut impl FnMut(Field, Issue)) {
    let mut seen = BTreeSet::new();
    let mut split: HashMap<Counts, BTreeSet<&str>> = HashMap::new();
    let group = &entry.facts.population_group;
    for (index, cell) in entry.cells.iter().enumerate() {
        let mut push = |issue| push(Field::Cell(index), issue);
        if !seen.insert(&cell.values) {
            push(Issue::error("report-category-twice", "this category has two cells in the row", "put them together"));
        }
        let figures = &cell.figures;
        let numbers = [figures.new_people, figures.repeat_people, figures.value, figures.denominator];
        if numbers.into_iter().flatten().any(is_out_of_range) {
            push(out_of_range());
        }
        if let Some(indicator) = frame.indicators.get(&entry.facts.indicator_id) {
            check_kind(indicator, figures, &mut push);
        }
        if !group.is_empty() && cell.values.get(POPULATION_GROUP) != Some(group) {
            let reason = "the cell counts another population group than the row tells of";
            push(Issue::error("report-group-differs", reason, "leave the row's group empty or use its categories"));
        }
        if let Some(counts) = frame.part(&cell.values).filter(|_| !is_row_total(&cell.values, group)) {
            let by: BTreeSet<&str> = cell.values.keys().map(String::as_str).collect();
            let first = split.entry(counts).or_insert_with(|| by.clone());
            if *first != by {
                let reason = "one row splits people in two ways, so they cannot be added";
                push(Issue::error("report-split-twice", reason, "split all people of a row by the same dimensions"));
            }
        }
    }
    warn_of_remainder(frame, entry, push);
}

fn check_kind(indicator: &Indicator, figures: &Figures, push: &mut impl FnMut(Issue)) {
    match indicator.kind {
        IndicatorKind::Ratio if figures.value.is_some() != figures.denominator.is_some() => {
            let mend = "write value and denominator, or neither";
            push(Issue::error("report-ratio-half", "the indicator is a ratio, and half of it is missing", mend));
        }
        IndicatorKind::Number if figures.denominator.is_some() => {
            let mend = "leave the denominator empty";
            push(Issue::error("report-no-ratio", "the indicator is a number and has no denominator", mend));
        }
        IndicatorKind::Number if indicator.counts_people && figures.value.is_some() => {
            let mend = "write people as new or repeated and leave the value empty";
            push(Issue::error("report-people-as-value", "the indicator counts people", mend));
        }
        _ => {}
    }
}

/// The people of a row by one column: the sum of its parts or its total, whichever is larger.
pub(super) fn row_sum(frame: &Frame, entry: &Entry, column: impl Fn(&Figures) -> Option<Decimal>) -> Decimal {
    let (total, parts) = total_and_parts(frame, entry, column);
    let sum: Decimal = parts.iter().sum();
    total.unwrap_or_default().max(sum)
}

/// The stated total of a row's learners, and its parts.
fn total_and_parts(
    frame: &Frame,
    entry: &Entry,
    column: impl Fn(&Figures) -> Option<Decimal>,
) -> (Option<Decimal>, Vec<Decimal>) {
    let is_total = |cell: &&Cell| is_row_total(&cell.values, &entry.facts.population_group);
    let total = entry.cells.iter().find(is_total).and_then(|cell| column(&cell.figures));
    let parts = entry.cells.iter().filter(|cell| frame.part(&cell.values) == Some(Counts::Learners) && !is_total(cell));
    (total, parts.filter_map(|cell| column(&cell.figures)).collect())
}

/// Parts that make more or less than the stated total, beyond what rounding explains: one person for each part.
fn warn_of_remainder(frame: &Frame, entry: &Entry, push: &mut impl FnMut(Field, Issue)) {
    let (Some(total), parts) = total_and_parts(frame, entry, Figures::people) else { return };
    let sum: Decimal = parts.iter().sum();
    if parts.is_empty() || (total - sum).abs() <= Decimal::from(parts.len()) {
        return;
    }
    let group = &entry.facts.population_group;
    let index = entry.cells.iter().position(|cell| is_row_total(&cell.values, group)).unwrap_or_default();
    let reason = format!("the parts make {sum} people and the total says {total}");
    push(Field::Cell(index), Issue::warning("report-parts-differ", reason, "check the total and its parts"));
}

/// Whether a cell is the total of its row: everyone, or everyone of the group that the row is about.
fn is_row_total(values: &Values, group: &str) -> bool {
    values.keys().all(|dimension| dimension == POPULATION_GROUP)
        && values.get(POPULATION_GROUP).map_or("", String::as_str) == group
}
