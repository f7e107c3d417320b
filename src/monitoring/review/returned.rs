//! Rows that a report was returned for: the partner mends these, and all others stay as they are. Rows may be added, because a row that was told of
//! the wrong place is mended by another one.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    model::{NamedRow, ReturnedRow},
    store,
};
use crate::{
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        scope::Scoped,
        sheet::{Issue, Issues},
    },
    monitoring::{
        comparing::Rewriting,
        input::ReturnedRowInput,
        mail::RowToMend,
        model::{Report, RowId, Step},
    },
};

/// How many rows are given back one by one.
const MOST: usize = 1_000;

/// Notes what a decision gives back, and what was accepted before a report is opened again. Gives the rows as the mail names them.
pub(in crate::monitoring) async fn send_back(
    transaction: &Transaction,
    step: Step,
    report: &Report,
    rows: Vec<ReturnedRowInput>,
) -> Result<Vec<RowToMend>> {
    if step == Step::Reopen {
        store::remember_accepted(transaction.conn(), report.id).await?;
    }
    if !matches!(step, Step::Return | Step::Reopen) {
        return Ok(Vec::new());
    }
    if rows.len() > MOST {
        return Err(Error::invalid("rows", "returned-rows", format!("name at most {MOST} rows, or none for all")));
    }
    let mut notes: BTreeMap<RowId, String> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let id = RowId::parse(&row.row_id, &format!("rows[{index}].rowId"))?;
        let note = row.note.trim().to_owned();
        if !(1..=2_000).contains(&note.chars().count()) {
            let message = "say what is to be mended, in 1 to 2000 characters";
            return Err(Error::invalid(format!("rows[{index}].note"), "report-note", message));
        }
        if notes.insert(id, note).is_some() {
            return Err(Error::invalid(format!("rows[{index}].rowId"), "row-twice", "this row is here twice"));
        }
    }
    let ids: Vec<RowId> = notes.keys().copied().collect();
    let known = store::rows_by_id(transaction.conn(), report.id, &ids).await?;
    if let Some(index) = rows.iter().position(|row| !known.iter().any(|one| is(one, row))) {
        return Err(Error::invalid(format!("rows[{index}].rowId"), "row-elsewhere", "this is no row of the report"));
    }
    let note = |one: &NamedRow| notes.get(&RowId::from_uuid(one.id)).cloned().unwrap_or_default();
    let new: Vec<ReturnedRow> = known
        .iter()
        .map(|one| ReturnedRow {
            report_id: report.id,
            operation_id: report.operation_id,
            row_key: one.row_key.clone(),
            note: note(one),
        })
        .collect();
    store::replace_returned(transaction.conn(), report.id, &new).await?;
    let told =
        known.iter().map(|one| RowToMend { activity: one.activity.clone(), place: one.place.clone(), note: note(one) });
    Ok(told.collect())
}

fn is(known: &NamedRow, given: &ReturnedRowInput) -> bool {
    RowId::parse(&given.row_id, "rowId").is_ok_and(|id| id.uuid() == known.id)
}

/// The rows that would change and may not: the report was returned for others. Who decides on reports may change all.
async fn locked(
    transaction: &Transaction,
    report: &Report,
    rewriting: &Rewriting,
) -> Result<Vec<(NamedRow, Option<usize>)>> {
    let free = rewriting.touched.is_empty() || transaction.viewer().may(Action::DecideReport, &report.scope());
    if free || report.status.is_editable() && report.decided_at.is_none() {
        return Ok(Vec::new());
    }
    let returned = store::returned_of(transaction.conn(), &[report.id]).await?;
    if returned.is_empty() {
        return Ok(Vec::new());
    }
    let open: BTreeSet<&str> = returned.iter().map(|row| row.row_key.as_str()).collect();
    let shut = rewriting.touched.iter().filter(|(key, _)| !open.contains(key.as_str()));
    let shut: BTreeMap<&str, Option<usize>> = shut.map(|(key, at)| (key.as_str(), *at)).collect();
    let keys: Vec<&str> = shut.keys().copied().collect();
    let named = store::rows_by_key(transaction.conn(), report.id, &keys).await?;
    Ok(named
        .into_iter()
        .map(|row| (shut.get(row.row_key.as_str()).copied().flatten(), row))
        .map(|(at, row)| (row, at))
        .collect())
}

/// What is to be said where rows would change that may not.
pub(in crate::monitoring) async fn locked_rows(
    transaction: &Transaction,
    report: &Report,
    rewriting: &Rewriting,
) -> Result<Option<Issues>> {
    let locked = locked(transaction, report, rewriting).await?;
    if locked.is_empty() {
        return Ok(None);
    }
    let mut issues = Issues::default();
    for (row, at) in locked {
        let what = if at.is_some() { "changed" } else { "taken out" };
        let reason =
            format!("{} in {} would be {what}, and the report was returned for other rows", row.activity, row.place);
        let mend = "leave it as it was, or ask the cluster to return this row, too";
        let issue = Issue::error("report-row-locked", reason, mend);
        issues.push(match at {
            Some(at) => issue.on_row(u32::try_from(at).unwrap_or(u32::MAX).saturating_add(1)),
            None => issue,
        });
    }
    Ok(Some(issues))
}

/// Refuses to write where rows would change that may not, whichever way they come in.
pub(in crate::monitoring) async fn refuse_locked(
    transaction: &Transaction,
    report: &Report,
    rewriting: &Rewriting,
) -> Result<()> {
    let locked = locked(transaction, report, rewriting).await?;
    let Some((row, _)) = locked.first() else { return Ok(()) };
    let message = format!(
        "{} in {} would change, and {} such rows in all, but the report was returned for other rows: leave these as they were",
        row.activity,
        row.place,
        locked.len()
    );
    Err(Error::conflict("report-row-locked", message))
}
