//! What a shared link shows of a publication: counts of few people hidden, with what would tell them, and partners without names unless the link
//! names them.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;
use uuid::Uuid;

use super::model::{Content, LEVELS, PublishedTable, ShareLink, key};
use crate::{
    dimensions::hide_nested,
    kit::data::{self, Column},
    monitoring::{small_areas::nested, tables::TableKind},
};

/// The tables that are shared. The others tell of single organisations what is theirs.
pub(super) const TABLES: [TableKind; 6] = [
    TableKind::Gaps,
    TableKind::Presence,
    TableKind::OperationalPresence,
    TableKind::Uncovered,
    TableKind::CompletenessByArea,
    TableKind::Quality,
];

/// What of a record goes with a hidden count of people reached, because it would tell it.
const WITH_REACHED: [&str; 6] =
    ["reached", "services_delivered", "gap_to_target", "gap_to_need", "severity_weighted_gap", "rank"];
/// Columns that name partners.
const NAMES: [&str; 2] = ["org_name", "org_acronym"];

/// A publication as the public may read it.
pub(super) struct Shown {
    pub(super) content: Content,
    /// The level of its areas.
    pub(super) level: i32,
    /// Whether any count is hidden.
    pub(super) hides: bool,
    /// Whether the counts of the whole plan are.
    pub(super) hides_whole: bool,
}

impl Shown {
    /// A table, if it is shared.
    pub(super) fn table(&self, kind: TableKind) -> Option<&PublishedTable> {
        let level = if kind.has_areas() { self.level } else { LEVELS[0] };
        if TABLES.contains(&kind) { self.content.table(kind, level) } else { None }
    }
}

/// What a link shows. Which counts are hidden is the same for links of every level: two of them together tell no more than one.
pub(super) fn shown(mut content: Content, link: &ShareLink) -> Shown {
    let threshold = Decimal::from(content.small_cell_threshold);
    let (is_small, hidden) = pattern(&content, threshold);
    let here = hidden.get(&link.level).cloned().unwrap_or_default();
    if let Some(ranks) = content.tables.get_mut(&key(TableKind::Gaps, link.level)).map(|gaps| hide(gaps, &here))
        && let Some(uncovered) = content.tables.get_mut(&key(TableKind::Uncovered, link.level))
    {
        rank_anew(uncovered, &ranks);
    }
    let figures = &mut content.figures;
    let few = |people: Option<Decimal>| people.is_some_and(|people| people > Decimal::ZERO && people < threshold);
    let hides_whole = is_small || few(figures.upper_bound);
    if hides_whole {
        (figures.reached, figures.services, figures.upper_bound) = (None, None, None);
    }
    if !link.names_partners {
        content.tables.values_mut().for_each(forget_names);
    }
    Shown { content, level: link.level, hides: hides_whole || here.contains(&true), hides_whole }
}

/// Whether the counts of the whole plan are hidden, and by level those of which records.
fn pattern(content: &Content, threshold: Decimal) -> (bool, BTreeMap<i32, Vec<bool>>) {
    let mut places = vec![nested(None, content.figures.reached, content.figures.services)];
    let mut by_code: HashMap<(i32, &str), usize> = HashMap::new();
    let mut first_of_level = BTreeMap::new();
    for level in LEVELS {
        let Some(gaps) = content.table(TableKind::Gaps, level) else { continue };
        first_of_level.insert(level, (places.len(), gaps.filled.records.len()));
        for record in &gaps.filled.records {
            let cell = |name: &str| at(&gaps.columns, name).and_then(|at| record[at].as_deref());
            let number = |name: &str| cell(name).and_then(|text| text.parse().ok());
            let code = |level: i32| cell(&format!("admin{level}_code"));
            let lies_in = |level: i32| by_code.get(&(level, code(level)?)).copied();
            let parent = (1..level).rev().find_map(lies_in).unwrap_or_default();
            if let Some(code) = code(level) {
                by_code.entry((level, code)).or_insert(places.len());
            }
            places.push(nested(Some(parent), number("reached"), number("services_delivered")));
        }
    }
    let hidden = hide_nested(&places, threshold);
    let of_level = |(level, (first, count)): (i32, (usize, usize))| (level, hidden[first..first + count].to_vec());
    (hidden[0], first_of_level.into_iter().map(of_level).collect())
}

fn at(columns: &[Column], name: &str) -> Option<usize> {
    columns.iter().position(|column| column.name == name)
}

/// The ranks of areas.
type Ranks = HashMap<Uuid, String>;

/// Hides what is told of people reached in these records, and says of each record whether it is known. What is shown is ranked among itself: the
/// place of a hidden area would tell about how much is missing there.
fn hide(table: &mut PublishedTable, hidden: &[bool]) -> Ranks {
    let columns = table.columns.clone();
    let Some(reached) = at(&columns, "reached") else { return Ranks::new() };
    let is_hidden = |place: usize| hidden.get(place).copied().unwrap_or_default();
    for (place, record) in table.filled.records.iter_mut().enumerate() {
        let status = match (is_hidden(place), record[reached].is_some()) {
            (true, _) => "HIDDEN",
            (false, true) => "KNOWN",
            (false, false) => "NOT_REPORTED",
        };
        if is_hidden(place) {
            WITH_REACHED.iter().filter_map(|name| at(&columns, name)).for_each(|cell| record[cell] = None);
        }
        record.push(Some(status.to_owned()));
    }
    table.columns.push(Column::text("reached_status", "#meta+reached+status"));
    let ranks = ranks(table);
    rank_anew(table, &ranks);
    ranks
}

/// The ranks of the areas whose weighted gap is shown: the largest first, those that are alike in one place.
fn ranks(table: &PublishedTable) -> Ranks {
    let Some(weighted) = at(&table.columns, "severity_weighted_gap") else { return Ranks::new() };
    let records = table.filled.records.iter().zip(&table.filled.areas);
    let gap = |(record, area): (&data::Record, &Option<Uuid>)| {
        Some(((*area)?, record[weighted].as_deref()?.parse::<Decimal>().ok()?))
    };
    let gaps: Vec<(Uuid, Decimal)> = records.filter_map(gap).collect();
    let mut descending: Vec<Decimal> = gaps.iter().map(|(_, gap)| *gap).collect();
    descending.sort_by(|one, other| other.cmp(one));
    let rank = |gap: Decimal| descending.partition_point(|other| *other > gap) + 1;
    gaps.iter().map(|(area, gap)| (*area, rank(*gap).to_string())).collect()
}

fn rank_anew(table: &mut PublishedTable, ranks: &Ranks) {
    let Some(rank) = at(&table.columns, "rank") else { return };
    for (record, area) in table.filled.records.iter_mut().zip(&table.filled.areas) {
        record[rank] = area.and_then(|area| ranks.get(&area).cloned());
    }
}

fn forget_names(table: &mut PublishedTable) {
    for cell in NAMES.iter().filter_map(|name| at(&table.columns, name)) {
        for record in &mut table.filled.records {
            record[cell] = None;
        }
    }
}
