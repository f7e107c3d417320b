//! What rows that were sent do to a report: which are new, which become others, which go. A sheet may have a hundred thousand of them, so that of what
//! stands there no more than a hash of each row is held, and what is to be written is kept packed.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    model::{Cells, Figures, Line, ReportCell, ReportId, ReportRow, RowFacts, RowId},
    packed::{BLOCK, Packed},
    store,
};
use crate::{
    kit::{
        Error, Result,
        db::{Conn, Transaction},
    },
    text_enum,
};

/// A row of a report with its figures.
pub(super) type StoredLine = (ReportRow, Cells);

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

/// What writing rows did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Changes {
    pub(super) added: i32,
    pub(super) changed: i32,
    pub(super) unchanged: i32,
    pub(super) removed: i32,
}

impl Changes {
    /// Whether anything is not as it was.
    pub(super) fn any(self) -> bool {
        self.added + self.changed + self.removed > 0
    }
}

/// What the rows said that become others or go.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Before {
    /// Whether the partner said that there was nothing to report.
    #[serde(default)]
    pub(super) nil: bool,
    rows: Vec<ReportRow>,
    cells: Vec<ReportCell>,
}

impl Before {
    /// The rows with their figures.
    pub(super) fn lines(&self) -> impl Iterator<Item = StoredLine> {
        let mut cells = by_row(&self.cells);
        self.rows.iter().map(move |row| (row.clone(), cells.remove(&row.id).unwrap_or_default()))
    }
}

/// How the rows of a report become others.
#[derive(Debug, Default)]
pub(super) struct Rewriting {
    pub(super) changes: Changes,
    /// What the report said before and says then, as hashes.
    pub(super) contents: (Vec<u8>, Vec<u8>),
    /// What stood there, to take it back.
    pub(super) before: Before,
    /// The rows that are new.
    pub(super) made: Vec<RowId>,
    /// The rows that were there and are another or gone then, by row key, each with its place among the rows that were sent.
    pub(super) touched: Vec<(String, Option<usize>)>,
    /// The rows that are written anew, in whichever way they differ, and those that go.
    pub(super) remove: Vec<RowId>,
    /// The rows that are written.
    pub(super) rows: Packed<StoredLine>,
}

impl Rewriting {
    /// The way back: rows say what they said, and those that were new go.
    pub(super) fn back(before: &Before, made: &[Option<Uuid>]) -> Result<Self> {
        let made: Vec<RowId> = made.iter().flatten().map(|id| RowId::from_uuid(*id)).collect();
        let count = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
        let mut back = Self {
            changes: Changes { changed: count(before.rows.len()), removed: count(made.len()), ..Changes::default() },
            touched: before.rows.iter().map(|row| (row.row_key.clone(), None)).collect(),
            remove: before.rows.iter().map(|row| row.id).chain(made).collect(),
            ..Self::default()
        };
        before.lines().try_for_each(|line| back.rows.push(line))?;
        Ok(back)
    }
}

/// A row, or its key, as a hash.
pub(super) type RowHash = [u8; 32];

/// What is known of a row that stands in the report.
#[derive(Debug)]
struct Standing {
    id: RowId,
    position: i32,
    says: RowHash,
}

/// Rows that are compared with those of a report as they come, by row key. Rows that say the same stay as they are; where it merges, those not told
/// of stay, too.
#[derive(Debug)]
pub(super) struct Comparison {
    report: ReportId,
    merge: bool,
    /// The rows of the report that were not told of so far, by their key.
    standing: HashMap<RowHash, Standing>,
    /// What the report says then, row by row.
    says: Vec<RowHash>,
    /// The place of the next new row.
    next: i32,
    /// How many rows came.
    seen: usize,
    /// The rows that become others, each with its place among the rows that were sent.
    changed: Vec<(RowId, usize)>,
    rewriting: Rewriting,
}

impl Comparison {
    /// Begins with what stands in a report.
    pub(super) async fn begin(transaction: &Transaction, report: ReportId, merge: bool) -> Result<Self> {
        let mut standing = HashMap::new();
        let mut before = Vec::new();
        let mut next = 0;
        let mut pages = Pages::of(report);
        while let Some(lines) = pages.next(transaction.conn()).await? {
            for (row, cells) in lines {
                let says = says(&row.facts, &cells)?;
                before.push(says);
                next = next.max(row.position + 1);
                standing.insert(hash(&row.row_key), Standing { id: row.id, position: row.position, says });
            }
        }
        let rewriting = Rewriting { contents: (content(before), Vec::new()), ..Rewriting::default() };
        let next = if merge { next } else { 0 };
        Ok(Self { report, merge, standing, says: Vec::new(), next, seen: 0, changed: Vec::new(), rewriting })
    }

    /// Compares the next rows. What each of them does is in their order.
    pub(super) fn take(&mut self, transaction: &Transaction, lines: Vec<Line>) -> Result<Vec<RowChangeKind>> {
        lines.into_iter().map(|line| self.line(transaction, line)).collect()
    }

    fn line(&mut self, transaction: &Transaction, line: Line) -> Result<RowChangeKind> {
        let (at, next) = (self.seen, self.next);
        (self.seen, self.next) = (at + 1, next + 1);
        let row_key = line.facts.key();
        let says = says(&line.facts, &line.cells)?;
        self.says.push(says);
        let new = &mut self.rewriting;
        let (id, position, kind) = match self.standing.remove(&hash(&row_key)) {
            None => {
                new.changes.added += 1;
                let id = transaction.new_id();
                new.made.push(id);
                (id, next, RowChangeKind::Added)
            }
            Some(Standing { id, position: before, says: said }) => {
                let position = if self.merge { before } else { next };
                let same = said == says;
                if same {
                    new.changes.unchanged += 1;
                } else {
                    new.changes.changed += 1;
                    self.changed.push((id, at));
                }
                if same && position == before {
                    return Ok(RowChangeKind::Unchanged);
                }
                new.remove.push(id);
                (id, position, if same { RowChangeKind::Unchanged } else { RowChangeKind::Changed })
            }
        };
        let row = ReportRow { id, report_id: self.report, row_key, position, facts: line.facts };
        new.rows.push((row, line.cells))?;
        Ok(kind)
    }

    /// What all rows together do.
    pub(super) async fn end(self, transaction: &Transaction) -> Result<Rewriting> {
        let Self { merge, standing, mut says, changed, rewriting: mut new, .. } = self;
        let mut left: Vec<Standing> = standing.into_values().collect();
        let mut gone = Vec::new();
        if merge {
            says.extend(left.iter().map(|row| row.says));
        } else {
            left.sort_by_key(|row| (row.position, row.id));
            gone.extend(left.iter().map(|row| row.id));
            new.changes.removed = i32::try_from(gone.len()).map_err(Error::internal)?;
            new.remove.extend(&gone);
        }
        new.contents.1 = content(says);
        let places: HashMap<RowId, usize> = changed.iter().copied().collect();
        let ids: Vec<RowId> = changed.into_iter().map(|(id, _)| id).chain(gone).collect();
        if !ids.is_empty() {
            new.before.rows = store::rows_of_ids(transaction.conn(), &ids).await?;
            new.before.cells = store::cells_of_rows(transaction.conn(), &ids).await?;
        }
        let touched = |row: &ReportRow| (row.row_key.clone(), places.get(&row.id).copied());
        new.touched = new.before.rows.iter().map(touched).collect();
        Ok(new)
    }
}

/// Compares rows that came all at once.
pub(super) async fn compare(
    transaction: &Transaction,
    report: ReportId,
    lines: Vec<Line>,
    merge: bool,
) -> Result<(Rewriting, Vec<RowChangeKind>)> {
    let mut comparison = Comparison::begin(transaction, report, merge).await?;
    let kinds = comparison.take(transaction, lines)?;
    Ok((comparison.end(transaction).await?, kinds))
}

/// What a report says, as a hash: two equal ones say the same.
pub(super) async fn stored_content(conn: Conn<'_>, report: ReportId) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    let mut pages = Pages::of(report);
    while let Some(lines) = pages.next(conn).await? {
        for (row, cells) in &lines {
            all.push(says(&row.facts, cells)?);
        }
    }
    Ok(content(all))
}

/// A row as a hash. A number is the same however many zeros it is written with.
fn says(facts: &RowFacts, cells: &Cells) -> Result<RowHash> {
    let plain = |number: Option<Decimal>| number.map(|number| number.normalize());
    let facts = RowFacts { units: plain(facts.units), amount: plain(facts.amount), ..facts.clone() };
    let figures =
        |figures: &Figures| [figures.new_people, figures.repeat_people, figures.value, figures.denominator].map(plain);
    let cells: Vec<_> = cells.iter().map(|(category, of)| (category, figures(of))).collect();
    Ok(hash(&serde_json::to_string(&(facts, cells)).map_err(Error::internal)?))
}

pub(super) fn hash(text: &str) -> RowHash {
    Sha256::digest(text).into()
}

/// Rows in whichever order they stand.
fn content(mut rows: Vec<RowHash>) -> Vec<u8> {
    rows.sort_unstable();
    let mut all = Sha256::new();
    rows.iter().for_each(|row| all.update(row));
    all.finalize().to_vec()
}

/// The rows of a report, read some at a time.
struct Pages {
    report: ReportId,
    /// The key of the last row that was read.
    after: Option<String>,
    over: bool,
}

impl Pages {
    fn of(report: ReportId) -> Self {
        Self { report, after: None, over: false }
    }

    async fn next(&mut self, conn: Conn<'_>) -> Result<Option<Vec<StoredLine>>> {
        if self.over {
            return Ok(None);
        }
        let rows = store::rows_after(conn, self.report, self.after.as_deref(), BLOCK).await?;
        self.over = rows.len() < BLOCK;
        self.after = rows.last().map(|row| row.row_key.clone());
        Ok(Some(with_cells(conn, rows).await?))
    }
}

/// Rows with their figures, in the order of the rows.
pub(super) async fn with_cells(conn: Conn<'_>, rows: Vec<ReportRow>) -> Result<Vec<StoredLine>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
    let mut cells = by_row(&store::cells_of_rows(conn, &ids).await?);
    let line = |row: ReportRow| {
        let cells = cells.remove(&row.id).unwrap_or_default();
        (row, cells)
    };
    Ok(rows.into_iter().map(line).collect())
}

fn by_row(cells: &[ReportCell]) -> HashMap<RowId, Cells> {
    let mut rows: HashMap<RowId, Vec<_>> = HashMap::new();
    for cell in cells {
        rows.entry(cell.row_id).or_default().push((cell.category_id, cell.figures));
    }
    rows.into_iter().map(|(row, cells)| (row, cells.into_iter().collect())).collect()
}
