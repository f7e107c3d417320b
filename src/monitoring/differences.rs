//! What a sheet would change, row by row: column by column what stands in the report and what would stand there.

use serde::{Deserialize, Serialize};

use super::{
    checks::Entry,
    columns,
    export::{Names, sheet_row},
    model::{Line, ReportId},
    saving::{self, Header},
};
use crate::{
    kit::{Result, db::Transaction, sheet::Cell},
    text_enum,
};

/// The most rows that are told.
const MOST: usize = 1_000;

text_enum! {
    /// What a sheet would do to a row of a report.
    RowChangeKind {
        /// The report has no such row yet.
        Added = "ADDED",
        /// Something in it becomes another.
        Changed = "CHANGED",
        /// It says the same.
        Unchanged = "UNCHANGED",
        /// The sheet does not have it, and it goes.
        Removed = "REMOVED",
    }
}

/// A row of a report that a sheet would write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RowChange {
    pub(super) kind: RowChangeKind,
    /// The row in the sheet, from 1; none for rows that it does not have.
    pub(super) row: Option<u32>,
    pub(super) activity: String,
    pub(super) indicator: String,
    pub(super) place: String,
    pub(super) population_group: Option<String>,
    pub(super) columns: Vec<ColumnChange>,
}

/// What becomes of a column of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ColumnChange {
    pub(super) column: String,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// The rows that are told, and how many there are beyond.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RowChanges {
    pub(super) told: Vec<RowChange>,
    pub(super) more: usize,
}

/// What rows would do to a report. Those that change something are told before those that say the same.
pub(super) async fn row_by_row(
    transaction: &Transaction,
    header: &Header,
    report: ReportId,
    (entries, lines): (&[Entry], &[Line]),
    replace: bool,
) -> Result<RowChanges> {
    let conn = transaction.conn();
    let mut stored = saving::stored_lines(conn, report).await?;
    let facts = lines.iter().map(|line| &line.facts).chain(stored.values().map(|(row, _)| &row.facts));
    let names = Names::load(conn, &header.plan, facts).await?;
    let mut changes = Vec::new();
    for (entry, line) in entries.iter().zip(lines) {
        let key = line.facts.key();
        let before = stored.remove(&key);
        let kind = match &before {
            None => RowChangeKind::Added,
            Some((row, cells)) if row.facts == line.facts && *cells == line.cells => RowChangeKind::Unchanged,
            Some(_) => RowChangeKind::Changed,
        };
        changes.push((kind, Some(entry.number), before, Some(line)));
    }
    if replace {
        let mut gone: Vec<_> = stored.into_values().collect();
        gone.sort_by_key(|(row, _)| row.position);
        changes.extend(gone.into_iter().map(|before| (RowChangeKind::Removed, None, Some(before), None)));
    }
    changes.sort_by_key(|(kind, ..)| *kind == RowChangeKind::Unchanged);
    let more = changes.len().saturating_sub(MOST);
    let told = changes.into_iter().take(MOST).map(|(kind, row, before, after)| {
        let before = before.map(|(row, cells)| (row.facts, cells)).map(|(facts, cells)| Line { facts, cells });
        told(&names, kind, row, before.as_ref(), after)
    });
    Ok(RowChanges { told: told.collect(), more })
}

fn told(
    names: &Names,
    kind: RowChangeKind,
    row: Option<u32>,
    before: Option<&Line>,
    after: Option<&Line>,
) -> RowChange {
    let (old, new) = (before.and_then(|line| cells(names, line)), after.and_then(|line| cells(names, line)));
    let text = |cells: &Option<Vec<Cell>>, at: usize| {
        cells.as_ref().and_then(|cells| cells.get(at)).filter(|cell| **cell != Cell::Empty).map(Cell::to_text)
    };
    let all = columns::all();
    let either = |at: usize| text(&new, at).or_else(|| text(&old, at));
    let at = |column: &crate::kit::sheet::Column| all.iter().position(|known| known.name == column.name).unwrap_or(0);
    let place =
        [columns::SITE, columns::ADM3, columns::ADM2, columns::ADM1].iter().find_map(|column| either(at(column)));
    let differs = |at: usize| (text(&old, at), text(&new, at));
    let columns = all.iter().enumerate().map(|(at, column)| (column, differs(at)));
    let changed = columns.filter(|(_, (before, after))| kind == RowChangeKind::Changed && before != after);
    RowChange {
        kind,
        row,
        activity: either(at(&columns::ACTIVITY)).unwrap_or_default(),
        indicator: either(at(&columns::INDICATOR)).unwrap_or_default(),
        place: place.unwrap_or_default(),
        population_group: either(at(&columns::GROUP)),
        columns: changed
            .map(|(column, (before, after))| ColumnChange { column: column.name.to_owned(), before, after })
            .collect(),
    }
}

/// The row as the sheet has it; none where the sheet has no column for what it says.
fn cells(names: &Names, line: &Line) -> Option<Vec<Cell>> {
    sheet_row(names, &line.facts, &line.cells).ok()
}
