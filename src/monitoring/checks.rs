//! What must hold for the rows of a report, whichever way they came in. Every finding is collected: people see all errors at once.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use rust_decimal::Decimal;

use super::{
    comparing::{RowHash, hash},
    model::{Figures, Line, RowFacts, RowStatus},
};
use crate::{
    dimensions::{
        Category, CategoryKind, Counts, Vocabulary, recognise,
        sums::{Comparison, compare},
    },
    kit::{scope::OrganisationId, sheet::Issue},
    places::{AdminAreaId, SiteId},
    plans::{self, Activity, ActivityId, Indicator, IndicatorId, IndicatorKind, Modality, ProjectId},
};

/// The most rows that a report may be sent with in one request.
pub(super) const MOST_ROWS: usize = 10_000;
/// The most rows of a file.
pub(super) const MOST_SHEET_ROWS: usize = 100_000;
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
    Project,
    /// The people of a category, by the place that the sender gave its cell.
    Cell(usize),
    /// The value or denominator of such a cell.
    Value(usize),
}

/// One thing that is wrong with a row, by its place among the rows.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) row: usize,
    pub(super) field: Field,
    pub(super) issue: Issue,
}

/// What a document calls those inputs of a row that are called otherwise elsewhere.
pub(super) struct Inputs {
    pub(super) activity: &'static str,
    pub(super) indicator: &'static str,
    pub(super) area: &'static str,
    pub(super) site: &'static str,
    pub(super) project: &'static str,
    pub(super) cells: &'static str,
}

impl Finding {
    /// The issue at its row, counted from 1, and its input.
    pub(super) fn placed(self, inputs: &Inputs) -> Issue {
        let column = match self.field {
            Field::Activity => inputs.activity.to_owned(),
            Field::Indicator => inputs.indicator.to_owned(),
            Field::Area => inputs.area.to_owned(),
            Field::Site => inputs.site.to_owned(),
            Field::PopulationGroup => "populationGroup".to_owned(),
            Field::Status => "status".to_owned(),
            Field::Nil => "nil".to_owned(),
            Field::Units => "units".to_owned(),
            Field::Amount => "amount".to_owned(),
            Field::Currency => "currency".to_owned(),
            Field::Remarks => "remarks".to_owned(),
            Field::Project => inputs.project.to_owned(),
            Field::Cell(at) => format!("{}[{at}]", inputs.cells),
            Field::Value(at) => format!("{}[{at}].value", inputs.cells),
        };
        let row = u32::try_from(self.row).unwrap_or(u32::MAX).saturating_add(1);
        Issue { column: Some(column), ..self.issue.on_row(row) }
    }
}

/// A row as far as it was understood. What is none was told by whoever read the row; everything else is still checked, so that people see all
/// errors of a row at once.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The row's number as the sender counts.
    pub(super) number: u32,
    pub(super) activity: Option<ActivityId>,
    pub(super) indicator: Option<IndicatorId>,
    pub(super) place: Option<(AdminAreaId, Option<SiteId>)>,
    /// Empty where the row tells of no group.
    pub(super) population_group: Option<String>,
    pub(super) modality: Option<Modality>,
    pub(super) status: Option<RowStatus>,
    pub(super) nil: bool,
    pub(super) units: Option<Decimal>,
    pub(super) amount: Option<Decimal>,
    pub(super) currency: Option<String>,
    pub(super) remarks: Option<String>,
    pub(super) project: Option<ProjectId>,
    pub(super) cells: Vec<Cell>,
    /// False: something that stands there could not be read. What stands in for it says only that something is there.
    pub(super) whole: bool,
}

impl Entry {
    /// What the row says; none where a part is not understood.
    pub(super) fn facts(&self) -> Option<RowFacts> {
        Some(RowFacts { status: self.status?, ..self.facts_without_status()? })
    }

    fn facts_without_status(&self) -> Option<RowFacts> {
        let (area_id, site_id) = self.place?;
        Some(RowFacts {
            activity_id: self.activity?,
            indicator_id: self.indicator?,
            area_id,
            site_id,
            population_group: self.population_group.clone()?,
            modality: self.modality?,
            status: self.status.unwrap_or(RowStatus::Ongoing),
            nil: self.nil,
            units: self.units,
            amount: self.amount,
            currency: self.currency.clone(),
            remarks: self.remarks.clone(),
            project_id: self.project,
        })
    }

    /// The row's natural key, which needs no status.
    fn key(&self) -> Option<String> {
        self.facts_without_status().map(|facts| facts.key())
    }

    /// Code of the population group that the whole row is about; empty where there is none.
    fn group(&self) -> &str {
        self.population_group.as_deref().unwrap_or_default()
    }

    /// The row as it is kept; none where a part is not understood.
    pub(super) fn line(&self, frame: &Frame) -> Option<Line> {
        let facts = self.facts().filter(|_| self.whole)?;
        let cell = |cell: &Cell| Some((frame.categories.get(cell.values.as_deref()?)?.id, cell.figures));
        Some(Line { facts, cells: self.cells.iter().map(cell).collect::<Option<_>>()? })
    }
}

/// The figures of a row for one category.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Where the sender wrote it: the place among the row's cells, or among the columns of people.
    pub(super) at: usize,
    /// None: the category is not known.
    pub(super) values: Option<Arc<Values>>,
    pub(super) figures: Figures,
}

/// What rows are checked against.
pub(super) struct Frame {
    /// The projects that can be reported on, by organisation and code in small letters.
    pub(super) projects: HashMap<(OrganisationId, String), ProjectId>,
    pub(super) activities: HashMap<ActivityId, Activity>,
    pub(super) indicators: HashMap<IndicatorId, Indicator>,
    /// The codes of population groups.
    pub(super) population_groups: Vec<String>,
    /// What words mean in the operation.
    pub(super) vocabulary: Vocabulary,
    /// The categories that the rows count.
    pub(super) categories: HashMap<Values, Category>,
    /// The plan's areas with all that lie in them; none where it is for the whole operation.
    pub(super) inside: Option<HashSet<AdminAreaId>>,
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
    let Some(group) = entry.population_group.clone().filter(|group| !group.is_empty()) else { return };
    for values in entry.cells.iter_mut().filter_map(|cell| cell.values.as_mut()) {
        // A cell of another group stays as it is, for the check to find.
        if !values.contains_key(POPULATION_GROUP) {
            Arc::make_mut(values).insert(POPULATION_GROUP.to_owned(), group.clone());
        }
    }
}

/// The rows of one report that were checked so far, by their natural keys: of a long sheet some at a time are.
#[derive(Debug, Default)]
pub(super) struct Seen(HashMap<RowHash, u32>);

/// Everything that is wrong with rows, beside what could not be understood: whoever read them has said that.
pub(super) fn check(frame: &Frame, entries: &[Entry], Seen(seen): &mut Seen) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (row, entry) in entries.iter().enumerate() {
        let mut push = |field, issue| findings.push(Finding { row, field, issue });
        let key = entry.key().map(|key| hash(&key));
        if let Some(first) = key.as_ref().and_then(|key| seen.get(key)) {
            let reason = format!(
                "row {} tells of the same activity, indicator, place, population group and modality as row {first}",
                entry.number
            );
            push(Field::Activity, Issue::error("report-row-twice", reason, "put the two rows together"));
        } else if let Some(key) = key {
            seen.insert(key, entry.number);
        }
        check_facts(frame, entry, &mut push);
        check_cells(frame, entry, &mut push);
    }
    findings
}

fn check_facts(frame: &Frame, entry: &Entry, push: &mut impl FnMut(Field, Issue)) {
    let measured = entry.indicator.and_then(|id| frame.indicators.get(&id)).and_then(|indicator| indicator.activity_id);
    if measured.zip(entry.activity).is_some_and(|(measured, activity)| measured != activity) {
        let mend = "choose an indicator of the row's activity, or of an objective";
        push(Field::Indicator, Issue::error("report-indicator-elsewhere", "it measures another activity", mend));
    }
    if let (Some((area, _)), Some(inside)) = (entry.place, &frame.inside)
        && !inside.contains(&area)
    {
        let mend = "check the place, or ask the cluster to take it into the plan";
        push(Field::Area, Issue::warning("report-area-outside-plan", "the plan is not for this area", mend));
    }
    let has_results = entry.units.is_some() || !entry.cells.is_empty();
    if entry.nil && (has_results || entry.amount.is_some()) {
        let mend = "leave the figures empty, or do not mark the row as nil";
        push(Field::Nil, Issue::error("report-nil-with-figures", "the row is marked as nil and has figures", mend));
    } else if entry.status == Some(RowStatus::Planned) && has_results {
        let mend = "leave the figures empty, or say that it is ongoing or completed";
        push(Field::Status, Issue::error("report-planned-with-figures", "what is planned has no results yet", mend));
    }
    if entry.amount.is_some() && entry.currency.is_none() {
        push(Field::Currency, Issue::error("report-currency-missing", "the amount has no currency", "write it as USD"));
    }
    if entry
        .currency
        .as_ref()
        .is_some_and(|code| code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_uppercase()))
    {
        let mend = "write the three letters of ISO 4217, such as USD";
        push(Field::Currency, Issue::error("report-currency", "this is no code of a currency", mend));
    }
    if entry.remarks.as_ref().is_some_and(|remarks| remarks.chars().count() > 2_000) {
        push(
            Field::Remarks,
            Issue::error("report-remarks", "the remarks are too long", "write at most 2000 characters"),
        );
    }
    for (field, number) in [(Field::Units, entry.units), (Field::Amount, entry.amount)] {
        if number.is_some_and(is_out_of_range) {
            push(field, out_of_range());
        }
    }
    if entry.amount.is_some_and(|amount| amount.normalize().scale() > 2) {
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
    for cell in &entry.cells {
        let at = Field::Cell(cell.at);
        let Figures { new_people, repeat_people, value, denominator } = cell.figures;
        if [new_people, repeat_people].into_iter().flatten().any(is_out_of_range) {
            push(at.clone(), out_of_range());
        }
        if [value, denominator].into_iter().flatten().any(is_out_of_range) {
            push(Field::Value(cell.at), out_of_range());
        }
        if let Some(indicator) = entry.indicator.and_then(|id| frame.indicators.get(&id)) {
            check_kind(indicator, &cell.figures, &mut |issue| push(Field::Value(cell.at), issue));
            check_split(indicator, cell, entry.group(), &mut |issue| push(at.clone(), issue));
        }
        let Some(values) = cell.values.as_deref() else { continue };
        if !seen.insert(values) {
            let reason = "this category has two cells in the row";
            push(at.clone(), Issue::error("report-category-twice", reason, "put them together"));
        }
        let group = entry.group();
        if !group.is_empty() && values.get(POPULATION_GROUP).is_none_or(|counted| counted != group) {
            let reason = "the cell counts another population group than the row tells of";
            let mend = "leave the row's group empty or use its categories";
            push(at.clone(), Issue::error("report-group-differs", reason, mend));
        }
        if let Some(counts) = frame.part(values).filter(|_| !is_row_total(values, group)) {
            let by: BTreeSet<&str> = values.keys().map(String::as_str).collect();
            let first = split.entry(counts).or_insert_with(|| by.clone());
            if *first != by {
                let reason = "one row splits people in two ways, so they cannot be added";
                let mend = "split all people of a row by the same dimensions";
                push(at, Issue::error("report-split-twice", reason, mend));
            }
        }
    }
    if entry.whole {
        warn_of_remainder(frame, entry, push);
    }
}

/// The indicator's own combinations of dimensions. A group that the whole row is about splits nothing.
fn check_split(indicator: &Indicator, cell: &Cell, group: &str, push: &mut impl FnMut(Issue)) {
    let Some(values) = &cell.values else { return };
    let by = values.keys().map(String::as_str).filter(|dimension| group.is_empty() || *dimension != POPULATION_GROUP);
    if let Err(allowed) = plans::allowed_split(indicator, by) {
        let reason = "the indicator is not split in this way";
        push(Issue::error(
            "report-split-not-allowed",
            reason,
            format!("split it by {allowed}, or give the total alone"),
        ));
    }
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
    let total = row_total(entry).and_then(|cell| column(&cell.figures));
    let is_part =
        |values: &Values| frame.part(values) == Some(Counts::Learners) && !is_row_total(values, entry.group());
    let parts = entry.cells.iter().filter(|cell| cell.values.as_deref().is_some_and(is_part));
    (total, parts.filter_map(|cell| column(&cell.figures)).collect())
}

/// The cell of a row's total.
fn row_total(entry: &Entry) -> Option<&Cell> {
    entry.cells.iter().find(|cell| cell.values.as_deref().is_some_and(|values| is_row_total(values, entry.group())))
}

/// Parts that make more or less than the stated total, beyond what rounding explains. New and repeated people each have a total of their own.
fn warn_of_remainder(frame: &Frame, entry: &Entry, push: &mut impl FnMut(Field, Issue)) {
    let columns: [fn(&Figures) -> Option<Decimal>; 2] = [|figures| figures.new_people, |figures| figures.repeat_people];
    for column in columns {
        let (Some(total), parts) = total_and_parts(frame, entry, column) else { continue };
        let explained = matches!(compare(total, &parts), Comparison::Exact | Comparison::Rounding(_));
        if parts.is_empty() || explained {
            continue;
        }
        let at = row_total(entry).map_or(0, |cell| cell.at);
        let sum: Decimal = parts.iter().sum();
        let reason = format!("the parts make {sum} people and the total says {total}");
        push(Field::Cell(at), Issue::warning("report-parts-differ", reason, "check the total and its parts"));
    }
}

/// Whether a cell is the total of its row: everyone, or everyone of the group that the row is about.
fn is_row_total(values: &Values, group: &str) -> bool {
    values.keys().all(|dimension| dimension == POPULATION_GROUP)
        && values.get(POPULATION_GROUP).map_or("", String::as_str) == group
}
