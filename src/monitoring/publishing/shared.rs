//! What a shared link shows of a publication: counts of few people hidden, with what would tell them, and partners without names unless the link
//! names them.

use rust_decimal::Decimal;

use super::model::{Content, PublishedTable, ShareLink};
use crate::{
    dimensions::{how_many_to_hide, leaves_open},
    kit::data::Column,
    monitoring::tables::TableKind,
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
        let level = if kind.has_areas() { self.level } else { super::model::LEVELS[0] };
        if TABLES.contains(&kind) { self.content.table(kind, level) } else { None }
    }
}

/// What a link shows.
pub(super) fn shown(mut content: Content, link: &ShareLink) -> Shown {
    let threshold = Decimal::from(content.small_cell_threshold);
    let key = super::model::key(TableKind::Gaps, link.level);
    let (mut hides, mut hides_whole) = (false, false);
    if let Some(gaps) = content.tables.get_mut(&key) {
        (hides, hides_whole) = hide(gaps, threshold);
    }
    let whole = content.figures.reached.unwrap_or_default();
    if hides_whole || (whole > Decimal::ZERO && whole < threshold) {
        let figures = &mut content.figures;
        (figures.reached, figures.services, figures.upper_bound) = (None, None, None);
        (hides, hides_whole) = (true, true);
    }
    if !link.names_partners {
        content.tables.values_mut().for_each(forget_names);
    }
    Shown { content, level: link.level, hides, hides_whole }
}

fn at(columns: &[Column], name: &str) -> Option<usize> {
    columns.iter().position(|column| column.name == name)
}

/// Hides small counts of people reached and says of each record whether it is known. Gives whether any is hidden, and whether the total of all has
/// to go with them.
fn hide(table: &mut PublishedTable, threshold: Decimal) -> (bool, bool) {
    let columns = table.columns.clone();
    let Some(reached) = at(&columns, "reached") else { return (false, false) };
    let records = &mut table.filled.records;
    let count = |record: &[Option<String>]| record[reached].as_deref().and_then(|text| text.parse::<Decimal>().ok());
    let mut someone: Vec<(Decimal, usize)> = records
        .iter()
        .enumerate()
        .filter_map(|(place, record)| Some((count(record)?, place)))
        .filter(|(people, _)| *people > Decimal::ZERO)
        .collect();
    someone.sort_unstable();
    let ascending: Vec<Decimal> = someone.iter().map(|(people, _)| *people).collect();
    let hidden = how_many_to_hide(&ascending, threshold);
    for record in records.iter_mut() {
        let status = if record[reached].is_some() { "KNOWN" } else { "NOT_REPORTED" };
        record.push(Some(status.to_owned()));
    }
    for (_, place) in &someone[..hidden] {
        for cell in WITH_REACHED.iter().filter_map(|name| at(&columns, name)) {
            records[*place][cell] = None;
        }
        records[*place][columns.len()] = Some("HIDDEN".to_owned());
    }
    table.columns.push(Column::text("reached_status", "#meta+reached+status"));
    (hidden > 0, hidden > 0 && !leaves_open(&ascending[..hidden], threshold))
}

fn forget_names(table: &mut PublishedTable) {
    for cell in NAMES.iter().filter_map(|name| at(&table.columns, name)) {
        for record in &mut table.filled.records {
            record[cell] = None;
        }
    }
}
