//! Corrections: what the cluster knows better stands beside what the partner said, which nobody overwrites, and counts in its place.

use std::collections::{BTreeSet, HashMap};

use juniper::ID;
use rust_decimal::Decimal;

use super::{
    inputs::{CleanCellInput, CleanCellsInput, RestoreCellsInput},
    model::CleanCell,
    store,
};
use crate::{
    audit,
    dimensions::CategoryId,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        graphql::Count,
        sheet::{Issue, Issues},
    },
    monitoring::{
        maintain,
        model::{Figures, Report, ReportCell, ReportId, ReportStatus, RowId},
        policy,
        service::{self, Outcome},
        store as monitoring_store, telling,
    },
};

/// How many cells are corrected at once.
const MOST: usize = 1_000;
/// The largest figure, as in reports.
const LARGEST: i64 = 1_000_000_000_000_000;

/// The cells of a report, by row and category.
type Known = HashMap<(RowId, CategoryId), Figures>;

/// A report whose figures may be corrected now, or what came of trying.
async fn load(
    transaction: &Transaction,
    id: &ID,
    base: i32,
    count: usize,
) -> Result<std::result::Result<Report, Outcome>> {
    let id = ReportId::parse(id, "reportId")?;
    let report = policy::load_for_edit(transaction, Action::DecideReport, id).await?;
    if !matches!(report.status, ReportStatus::Submitted | ReportStatus::Accepted) {
        let reason = format!("the report is {}: what a partner still writes is the partner's", report.status);
        return Ok(Err(Outcome::Locked { report: Some(report), reason }));
    }
    if report.version != base {
        return Ok(Err(Outcome::Conflict { report }));
    }
    if !(1..=MOST).contains(&count) {
        return Err(Error::invalid("cells", "clean-cells", format!("give 1 to {MOST} cells")));
    }
    Ok(Ok(report))
}

/// Corrects figures.
pub(super) async fn clean(transaction: &mut Transaction, input: CleanCellsInput) -> Result<Outcome> {
    let report = match load(transaction, &input.report_id, input.base_version, input.cells.len()).await? {
        Ok(report) => report,
        Err(outcome) => return Ok(outcome),
    };
    let known = known(monitoring_store::cells(transaction.conn(), report.id).await?);
    let mut issues = Issues::default();
    let mut seen = BTreeSet::new();
    let mut cells = Vec::new();
    for (index, given) in input.cells.iter().enumerate() {
        match read(transaction, &report, &known, given) {
            Ok(cell) if !seen.insert((cell.row_id.uuid(), cell.category_id.uuid())) => {
                let mend = "say each cell once";
                issues.push(at(index, "rowId", Issue::error("clean-cell-twice", "this cell is here twice", mend)));
            }
            Ok(cell) => cells.push(cell),
            Err(wrong) => {
                let (column, issue) = *wrong;
                issues.push(at(index, column, issue));
            }
        }
    }
    if issues.has_errors() {
        return Ok(Outcome::Invalid { issues });
    }
    store::save_clean(transaction.conn(), &cells).await?;
    keep(transaction, "clean", &report, serde_json::to_value(&cells).map_err(Error::internal)?).await
}

/// Takes corrections back.
pub(super) async fn restore(transaction: &mut Transaction, input: RestoreCellsInput) -> Result<Outcome> {
    let report = match load(transaction, &input.report_id, input.base_version, input.cells.len()).await? {
        Ok(report) => report,
        Err(outcome) => return Ok(outcome),
    };
    let known = store::clean_of_report(transaction.conn(), report.id).await?;
    let mut issues = Issues::default();
    let mut cells = Vec::new();
    for (index, given) in input.cells.iter().enumerate() {
        let row = RowId::parse(&given.row_id, "rowId").ok();
        let category = CategoryId::parse(&given.category_id, "categoryId").ok();
        match known.iter().find(|cell| Some(cell.row_id) == row && Some(cell.category_id) == category) {
            Some(cell) => cells.push((cell.row_id, cell.category_id)),
            None => {
                let mend = "name a cell of the report that was corrected";
                issues.push(at(index, "rowId", Issue::error("clean-cell-none", "this cell was not corrected", mend)));
            }
        }
    }
    if issues.has_errors() {
        return Ok(Outcome::Invalid { issues });
    }
    store::delete_clean(transaction.conn(), &cells).await?;
    keep(transaction, "restore", &report, serde_json::to_value(&cells).map_err(Error::internal)?).await
}

fn at(index: usize, column: &str, issue: Issue) -> Issue {
    let issue = issue.on_row(u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1));
    Issue { column: Some(format!("cells[{index}].{column}")), ..issue }
}

fn known(cells: Vec<ReportCell>) -> Known {
    cells.into_iter().map(|cell| ((cell.row_id, cell.category_id), cell.figures)).collect()
}

/// What is wrong with a cell, and in which input.
type Wrong = Box<(&'static str, Issue)>;

/// One cell, or what is wrong with it and where.
fn read(
    transaction: &Transaction,
    report: &Report,
    known: &Known,
    given: &CleanCellInput,
) -> std::result::Result<CleanCell, Wrong> {
    let unknown = || {
        let mend = "only what was said can be corrected; return the row to have more said";
        let reason = "the report says nothing of this row and category";
        Box::new(("rowId", Issue::error("clean-cell-unknown", reason, mend)))
    };
    let row = RowId::parse(&given.row_id, "rowId").map_err(|_| unknown())?;
    let category = CategoryId::parse(&given.category_id, "categoryId").map_err(|_| unknown())?;
    let raw = known.get(&(row, category)).ok_or_else(unknown)?;
    let why = given.why.trim().to_owned();
    if !(1..=2_000).contains(&why.chars().count()) {
        let mend = "say why, in 1 to 2000 characters: the partner reads it";
        return Err(Box::new(("why", Issue::error("clean-why", "it is not said why", mend))));
    }
    let figures = Figures {
        new_people: given.new_people.map(Count::decimal),
        repeat_people: given.repeat_people.map(Count::decimal),
        value: given.value,
        denominator: given.denominator,
    };
    check(&figures, raw)?;
    Ok(CleanCell {
        row_id: row,
        category_id: category,
        operation_id: report.operation_id,
        new_people: figures.new_people,
        repeat_people: figures.repeat_people,
        value: figures.value,
        denominator: figures.denominator,
        raw_new_people: raw.new_people,
        raw_repeat_people: raw.repeat_people,
        raw_value: raw.value,
        raw_denominator: raw.denominator,
        why,
        cleaned_by: transaction.viewer().user,
        cleaned_at: transaction.now(),
    })
}

/// Figures are in range, and of the kind that the partner's are: a ratio stays a ratio, and people stay people.
fn check(figures: &Figures, raw: &Figures) -> std::result::Result<(), Wrong> {
    let all = [
        ("newPeople", figures.new_people, raw.new_people),
        ("repeatPeople", figures.repeat_people, raw.repeat_people),
        ("value", figures.value, raw.value),
        ("denominator", figures.denominator, raw.denominator),
    ];
    for (column, number, said) in all {
        let Some(number) = number else { continue };
        if number < Decimal::ZERO || number > Decimal::from(LARGEST) {
            let mend = "give a number from 0 to 10^15";
            return Err(Box::new((column, Issue::error("report-number-range", "the figure is out of range", mend))));
        }
        let beside = raw.people().is_some() && ["newPeople", "repeatPeople"].contains(&column);
        if said.is_none() && !beside {
            let mend = "correct the numbers that the cell has; return the row for others";
            return Err(Box::new((
                column,
                Issue::error("clean-kind", "the partner's figure is of another kind", mend),
            )));
        }
    }
    Ok(())
}

/// Notes the change, and computes the figures anew where the report counts already.
async fn keep(
    transaction: &Transaction,
    action: &'static str,
    report: &Report,
    cells: serde_json::Value,
) -> Result<Outcome> {
    let after = service::changed(transaction, report);
    monitoring_store::update_report(transaction.conn(), &after).await?;
    let content = serde_json::json!({ "report": after, "cells": cells });
    let change = audit::Change::new(action, after.id).in_operation(after.operation_id).from(report)?.to(&content)?;
    audit::record(transaction, change).await?;
    telling::changed(transaction, &after).await?;
    if after.status == ReportStatus::Accepted {
        // Held until the end, as when reports are decided on.
        monitoring_store::lock_period(transaction.conn(), after.period_id).await?;
        let touched =
            maintain::touched_by(transaction.conn(), after.plan_id, vec![after.period_id], &[after.id]).await?;
        maintain::recompute(transaction.conn(), &touched).await?;
    }
    Ok(Outcome::Saved { report: after, issues: Issues::default() })
}

/// Forgets corrections of rows that were taken out of their report for good.
pub(in crate::monitoring) async fn forget_corrections(transaction: &Transaction, rows: &[RowId]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    store::forget_clean(transaction.conn(), rows).await
}
