//! Rows that came into reports together, by a file or by another program, and how they are taken back.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    comparing::{self, Before, Rewriting},
    import::Receipt,
    input::{ImportMode, UndoImportInput},
    model::{Report, ReportId},
    policy, saving, service,
    store::imports,
};
use crate::{
    ids,
    kit::{
        Error, Result,
        auth::Action,
        db::{JsonText, Transaction},
        files::{self, FileId},
        scope::{Scoped, UserId},
    },
};

ids! {
    /// The id of an import batch.
    ImportBatchId of ImportBatchKind as "ImportBatch";
}

/// Rows that came into a report together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Batch {
    /// The batch.
    pub id: ImportBatchId,
    /// The report that they came into.
    pub report_id: Option<ReportId>,
    /// The file; none where another program sent them.
    pub file_id: Option<FileId>,
    /// Its name; none where the viewer may not read it.
    pub file_name: Option<String>,
    /// Batches of one import have the same.
    pub run_id: Option<Uuid>,
    /// Who sent them.
    pub created_by: Option<UserId>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Whether rows with errors kept the others from being taken.
    pub mode: ImportMode,
    /// Rows read.
    pub rows_total: i32,
    /// Rows that were new.
    pub rows_added: i32,
    /// Rows that changed.
    pub rows_changed: i32,
    /// Rows that said the same again.
    pub rows_unchanged: i32,
    /// Rows that went.
    pub rows_removed: i32,
    /// Rows that were not taken.
    pub rows_refused: i32,
    /// When it was undone.
    pub undone_at: Option<DateTime<Utc>>,
    /// Who undid it.
    pub undone_by: Option<UserId>,
}

/// Where rows came from.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Source {
    pub(super) file: Option<FileId>,
    /// Which workbook it was, where it was made for the report.
    pub(super) workbook: Option<Uuid>,
    /// The import, where it may fill several reports.
    pub(super) run: Option<Uuid>,
    pub(super) mode: ImportMode,
    pub(super) refused: i32,
}

/// Keeps that rows came in, what stood there before, and whose the file is.
pub(super) async fn remember(
    transaction: &Transaction,
    source: Source,
    report: &Report,
    rewriting: &Rewriting,
    receipt: Receipt,
) -> Result<()> {
    let changes = rewriting.changes;
    let batch = imports::NewBatch {
        id: transaction.new_id(),
        operation_id: report.operation_id,
        report_id: report.id,
        file_id: source.file.map(FileId::uuid),
        rows_total: receipt.rows,
        rows_added: changes.added,
        rows_changed: changes.changed,
        rows_unchanged: changes.unchanged,
        created_at: transaction.now(),
        workbook_id: source.workbook,
        content: rewriting.contents.1.clone(),
        run_id: source.run,
        created_by: transaction.viewer().user,
        mode: source.mode,
        rows_removed: changes.removed,
        rows_refused: source.refused,
        rows_before: JsonText::of(&rewriting.before)?,
        rows_made: rewriting.made.iter().map(|row| row.uuid()).collect(),
    };
    imports::insert(transaction.conn(), &batch).await
}

/// Says whose a file is from which rows of several reports came: of one organisation's report where there is only that, else of the cluster.
pub(super) async fn assign(transaction: &Transaction, file: FileId, reports: &[Report]) -> Result<()> {
    let Some(first) = reports.first() else { return Ok(()) };
    let scope = match reports.iter().all(|report| report.organisation_id == first.organisation_id) {
        true => first.scope(),
        false => crate::kit::scope::Scope::cluster(first.operation_id, first.cluster_id),
    };
    files::assign(transaction, file, &scope).await
}

/// Takes a batch back, or all that one file brought: each report says again what it said before.
pub(super) async fn undo(transaction: &mut Transaction, input: UndoImportInput) -> Result<Vec<ImportBatchId>> {
    let id = ImportBatchId::parse(&input.batch_id, "batchId")?;
    let batch = imports::lock(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("batchId"))?;
    // Who may not know the report may not know the batch; the rest is told below.
    let wanted = match batch.run_id.filter(|_| input.whole_file) {
        Some(run) => imports::lock_run(transaction.conn(), run).await?,
        None => vec![batch],
    };
    let mut undone = Vec::new();
    for batch in wanted.iter().filter(|batch| batch.id == id || batch.undone_at.is_none()) {
        undo_one(transaction, batch).await?;
        undone.push(batch.id);
    }
    Ok(undone)
}

async fn undo_one(transaction: &Transaction, batch: &imports::KeptBatch) -> Result<()> {
    let conflict = |key: &'static str, message: String| Err(Error::conflict(key, message).at("batchId"));
    let report = batch.report_id.ok_or_else(|| Error::not_found("batchId"))?;
    let report = policy::load_for_edit(transaction, Action::EditReport, report).await;
    let report = report.map_err(|error| error.at("batchId"))?;
    if let Some(at) = batch.undone_at {
        return conflict("import-undone", format!("it was undone already, at {} UTC", at.format("%Y-%m-%d %H:%M")));
    }
    let period = service::period_of(transaction.conn(), &report).await?;
    if let Some(reason) = policy::locked(transaction.viewer(), &report, &period, transaction.now()) {
        return conflict("report-locked", reason);
    }
    let (Some(before), Some(made)) = (&batch.rows_before, &batch.rows_made) else {
        return conflict("import-not-kept", "what the report said before was not kept; change it by hand".to_owned());
    };
    let now = comparing::stored_content(transaction.conn(), report.id).await?;
    if batch.content.as_ref() != Some(&now) {
        let message = "the report was changed after this import: undo what came later first, or change it by hand";
        return conflict("report-changed-since", message.to_owned());
    }
    let before: Before = before.read()?;
    let back = Rewriting::back(&before, made)?;
    let after = saving::write(transaction, &report, before.nil, false, &back).await?;
    imports::set_undone(transaction.conn(), batch.id, transaction.now(), after.updated_by).await
}
