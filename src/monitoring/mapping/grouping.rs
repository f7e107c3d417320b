//! The rows of a foreign sheet, put together by report: a row for each sex or age becomes one row with a cell for each.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    fields::{CellVerdict, RowOutcome, SheetField},
    outcome::{CellCounts, OpenChoices},
    reading::{Page, ReadCell, ReadRow},
    understanding::named,
};
use crate::{
    kit::{
        scope::OrganisationId,
        sheet::{Issue, Issues, Row, column_letters, says_nothing},
    },
    monitoring::{checks::Entry, model::PeriodId},
};

/// What becomes of a row of the sheet.
#[derive(Debug, Clone)]
pub(in crate::monitoring) struct Fate {
    pub(in crate::monitoring) number: u32,
    pub(in crate::monitoring) outcome: RowOutcome,
    /// Why it is not taken, and what is worth a look.
    pub(in crate::monitoring) notes: Vec<String>,
    /// The worst that is said of one of its cells.
    pub(in crate::monitoring) worst: CellVerdict,
}

/// Rows of one report.
#[derive(Debug, Default)]
pub(in crate::monitoring) struct Group {
    pub(in crate::monitoring) entries: Vec<Entry>,
    /// For each entry the rows that it was made of, by their place among the fates.
    pub(in crate::monitoring) of: Vec<Vec<usize>>,
}

/// The rows of a sheet, read.
#[derive(Default)]
pub(in crate::monitoring) struct Rows {
    pub(in crate::monitoring) fates: Vec<Fate>,
    pub(in crate::monitoring) groups: BTreeMap<(PeriodId, OrganisationId), Group>,
    pub(in crate::monitoring) cells: CellCounts,
    pub(in crate::monitoring) choices: OpenChoices,
    pub(in crate::monitoring) issues: Issues,
    /// What was told of the whole sheet.
    told: HashSet<(SheetField, String)>,
}

/// Reads all rows.
pub(in crate::monitoring) fn read(page: &Page<'_>, rows: &[Row], sheet: &str) -> Rows {
    let mut all = Rows { fates: Vec::with_capacity(rows.len()), ..Rows::default() };
    tell_open(page, sheet, &mut all.issues);
    let is_long =
        [SheetField::Whom, SheetField::CountedBefore].iter().any(|field| page.columns_of(*field).next().is_some());
    let mut known: HashMap<(PeriodId, OrganisationId, String), usize> = HashMap::new();
    for row in rows {
        let mut fate =
            Fate { number: row.number, outcome: RowOutcome::Empty, notes: Vec::new(), worst: CellVerdict::Fine };
        if row.cells.iter().all(says_nothing) {
            all.fates.push(fate);
            continue;
        }
        let read = page.read(row);
        read.cells.iter().for_each(|cell| all.cells.add(cell.verdict));
        fate.worst = read.cells.iter().map(|cell| cell.verdict).max().unwrap_or(CellVerdict::Fine);
        fate.outcome = outcome(&read);
        if matches!(fate.outcome, RowOutcome::Refused | RowOutcome::NeedsChoice) {
            read.cells.iter().for_each(|cell| all.choices.add(cell));
            tell(page, &read, &mut fate, sheet, &mut all);
        }
        let place = all.fates.len();
        if let (RowOutcome::Taken, Some(period), Some(organisation)) = (fate.outcome, read.period, read.organisation) {
            let key = read.entry.facts().map(|facts| (period, organisation, facts.key()));
            let group = all.groups.entry((period, organisation)).or_default();
            let before = key.as_ref().and_then(|key| known.get(key)).copied();
            match before.map(|at| join(&mut group.entries[at], &read.entry, is_long).map(|same| (at, same))) {
                Some(Some((at, true))) => {
                    fate.outcome = RowOutcome::Same;
                    fate.notes.push(format!("row {} says the same", group.entries[at].number));
                }
                Some(Some((at, false))) => group.of[at].push(place),
                Some(None) | None => {
                    if let (Some(key), None) = (key, before) {
                        known.insert(key, group.entries.len());
                    }
                    group.entries.push(read.entry);
                    group.of.push(vec![place]);
                }
            }
        }
        all.fates.push(fate);
    }
    all
}

fn outcome(read: &ReadRow) -> RowOutcome {
    if read.left_out {
        RowOutcome::LeftOut
    } else if read.has(CellVerdict::Refused) {
        RowOutcome::Refused
    } else if read.has(CellVerdict::NeedsChoice) {
        RowOutcome::NeedsChoice
    } else {
        RowOutcome::Taken
    }
}

/// Says which columns somebody has to choose of.
fn tell_open(page: &Page<'_>, sheet: &str, issues: &mut Issues) {
    if page.open.is_empty() {
        return;
    }
    let columns: Vec<String> = page.open.iter().map(|(column, _)| named(&column.heading, column.at)).collect();
    let reason = format!(
        "these columns seem to count people, and it is not certain whom, or which of them counts: {}",
        columns.join(", ")
    );
    let mend = "choose in the mapping what each of them is; one without a field is not read";
    issues.push(Issue::error("sheet-columns-open", reason, mend).in_sheet(sheet));
}

/// Says what is wrong with a row's cells. What holds for the whole sheet is told once, and noted at each row.
fn tell(page: &Page<'_>, read: &ReadRow, fate: &mut Fate, sheet: &str, all: &mut Rows) {
    for cell in read.cells.iter().filter(|cell| matches!(cell.verdict, CellVerdict::Refused | CellVerdict::NeedsChoice))
    {
        let mut columns = page.columns.iter().chain(page.open.iter().map(|(column, _)| column));
        let heading = cell.at.and_then(|at| columns.find(|column| column.at == at)).map(|column| &column.heading);
        let why = cell.why.as_deref().unwrap_or_default();
        let what = if cell.text.is_empty() { why.to_owned() } else { format!("{:?}: {why}", cell.text) };
        let name = heading.cloned().unwrap_or_else(|| cell.field.to_string());
        fate.notes.push(format!("{name}: {what}"));
        if cell.of_sheet {
            tell_of_sheet(page, cell, sheet, all);
            continue;
        }
        let (key, mend) = match cell.verdict {
            CellVerdict::NeedsChoice => {
                ("sheet-cell-choice", "choose what it means in the mapping, or write a value of the list")
            }
            _ => ("sheet-cell-refused", "mend the cell and send the row again"),
        };
        let mut issue = Issue::error(key, what, mend).in_sheet(sheet).on_row(fate.number);
        issue.column = heading.cloned();
        issue.cell = cell.at.map(|at| format!("{}{}", column_letters(at), fate.number));
        all.issues.push(issue);
    }
}

/// Says what the sheet leaves unsaid: once, for one choice mends it in every row. Columns that wait for a choice were told before.
fn tell_of_sheet(page: &Page<'_>, cell: &ReadCell, sheet: &str, all: &mut Rows) {
    let why = cell.why.clone().unwrap_or_default();
    if cell.at.is_some() || !all.told.insert((cell.field, why.clone())) {
        return;
    }
    let mend = match page.mapping.constant(cell.field) {
        Some(_) => "mend what the mapping says for all rows",
        None => "choose it for the whole sheet, in the call or in the mapping, or add a column that says it",
    };
    all.issues.push(Issue::error("sheet-unsaid", why, mend).in_sheet(sheet));
}

/// Puts a row to one that tells of the same: true where it says nothing else, false where it counts others of the same people's row. None where
/// the two contradict each other.
fn join(before: &mut Entry, row: &Entry, is_long: bool) -> Option<bool> {
    if before.facts() != row.facts() {
        return None;
    }
    let same = |one: &crate::monitoring::checks::Cell, other: &crate::monitoring::checks::Cell| {
        one.values == other.values && one.figures == other.figures
    };
    if row.cells.iter().all(|cell| before.cells.iter().any(|known| same(known, cell)))
        && (is_long || row.cells.len() == before.cells.len())
    {
        return Some(true);
    }
    if !is_long {
        return None;
    }
    let mut cells = before.cells.clone();
    let mut says_more = false;
    for cell in &row.cells {
        match cells.iter_mut().find(|known| known.values == cell.values) {
            None => {
                cells.push(cell.clone());
                says_more = true;
            }
            Some(known) => {
                let figures = &mut known.figures;
                for (mine, theirs) in [
                    (&mut figures.new_people, cell.figures.new_people),
                    (&mut figures.repeat_people, cell.figures.repeat_people),
                    (&mut figures.value, cell.figures.value),
                    (&mut figures.denominator, cell.figures.denominator),
                ] {
                    match (*mine, theirs) {
                        (Some(mine), Some(theirs)) if mine != theirs => return None,
                        (None, Some(theirs)) => {
                            *mine = Some(theirs);
                            says_more = true;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    before.cells = cells;
    Some(!says_more)
}
