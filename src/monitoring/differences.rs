//! What a sheet would change, row by row: column by column what stands in the report and what would stand there.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    columns,
    comparing::{Rewriting, RowChangeKind, StoredLine},
    export::{Names, sheet_row},
    model::{Line, RowFacts},
    saving::Header,
};
use crate::kit::{Result, db::Transaction, sheet::Cell};

/// The most rows that are told.
const MOST: usize = 1_000;

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

/// Rows that came in and what they do, as far as they are told.
#[derive(Debug, Default)]
pub(super) struct Noted {
    changing: Vec<(RowChangeKind, u32, Line)>,
    unchanged: Vec<(RowChangeKind, u32, Line)>,
    count: usize,
}

impl Noted {
    /// Notes the next row of the sheet.
    pub(super) fn note(&mut self, kind: RowChangeKind, row: u32, line: Line) {
        self.count += 1;
        let list = if kind == RowChangeKind::Unchanged { &mut self.unchanged } else { &mut self.changing };
        if list.len() < MOST {
            list.push((kind, row, line));
        }
    }
}

/// What rows would do to a report. Those that change something are told before those that say the same.
pub(super) async fn row_by_row(
    transaction: &Transaction,
    header: &Header,
    noted: Noted,
    rewriting: &Rewriting,
) -> Result<RowChanges> {
    let line = |(row, cells): StoredLine| (row.row_key, Line { facts: row.facts, cells });
    let before: HashMap<String, Line> = rewriting.before.lines().map(line).collect();
    let gone = rewriting.touched.iter().filter(|(_, at)| at.is_none()).filter_map(|(key, _)| before.get(key));
    let more = (noted.count + gone.clone().count()).saturating_sub(MOST);
    let changing = noted.changing.iter().map(|(kind, row, line)| {
        let before = (*kind == RowChangeKind::Changed).then(|| before.get(&line.facts.key())).flatten();
        (*kind, Some(*row), before, Some(line))
    });
    let gone = gone.map(|line| (RowChangeKind::Removed, None, Some(line), None));
    let unchanged = noted.unchanged.iter().map(|(kind, row, line)| (*kind, Some(*row), Some(line), Some(line)));
    let all: Vec<_> = changing.chain(gone).chain(unchanged).take(MOST).collect();
    let facts: Vec<&RowFacts> =
        all.iter().flat_map(|(.., before, after)| before.iter().chain(after)).map(|line| &line.facts).collect();
    let names = Names::load(transaction.conn(), &header.plan, facts.iter().copied()).await?;
    Ok(RowChanges {
        told: all.into_iter().map(|(kind, row, before, after)| told(&names, kind, row, before, after)).collect(),
        more,
    })
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
