//! What came into reports together, in the graph.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use super::mutations::{more, shown};
use crate::{
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{Context, connection::Connection, issues::ImportIssue, lazy::Lazy, page::Page},
        ids,
    },
    monitoring::{
        batches::{self, Batch},
        bulk::{self, SentRows},
        input::{ImportMode, SendRowsInput, UndoImportInput},
        model::{Report, ReportId},
        policy,
        store::{
            batches::ReportById,
            imports::{self, BatchFilter},
        },
    },
    plans::PlanId,
};

#[graphql_object(context = Context, name = "ImportBatch", description = "Rows that came into a report together: by a file, or by another program in one request.")]
impl Batch {
    /// The batch's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The report that they came into.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.report_id)
    }

    /// The file that they came from, as it was sent; null where another program sent them.
    fn file_id(&self) -> Option<ID> {
        self.file_id.map(ids::Id::global)
    }

    /// The file's name; null where there is none that you may read.
    fn file_name(&self) -> Option<&str> {
        self.file_name.as_deref()
    }

    /// Who sent them; null for the program itself.
    fn created_by_id(&self) -> Option<ID> {
        self.created_by.map(ids::Id::global)
    }

    /// When they came.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// Whether rows with errors kept the others from being taken.
    fn mode(&self) -> ImportMode {
        self.mode
    }

    /// Rows that were read for this report.
    fn rows(&self) -> i32 {
        self.rows_total
    }

    /// Rows that were new.
    fn added(&self) -> i32 {
        self.rows_added
    }

    /// Rows that changed.
    fn changed(&self) -> i32 {
        self.rows_changed
    }

    /// Rows that said the same again.
    fn unchanged(&self) -> i32 {
        self.rows_unchanged
    }

    /// Rows that went, because the file did not have them.
    fn removed(&self) -> i32 {
        self.rows_removed
    }

    /// Rows that something was wrong with, so that they were not taken.
    fn refused(&self) -> i32 {
        self.rows_refused
    }

    /// When it was undone; null while it was not.
    fn undone_at(&self) -> Option<DateTime<Utc>> {
        self.undone_at
    }

    /// Who undid it.
    fn undone_by_id(&self) -> Option<ID> {
        self.undone_by.map(ids::Id::global)
    }
}

connection!(Batch as "ImportBatchConnection", "ImportBatchEdge");

/// What sending rows did.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What sending rows did.")]
pub struct RowsSent {
    /// False: rows are wrong and none was to be taken, or it was a dry run; and nothing was written.
    applied: bool,
    /// The report that they went into; null when there is none yet.
    report: Option<Report>,
    /// Rows that were new.
    added: i32,
    /// Rows that changed.
    changed: i32,
    /// Rows that said the same again.
    unchanged: i32,
    /// Rows that something is wrong with.
    refused: i32,
    /// What is wrong, by row (from 1) and input.
    issues: Vec<ImportIssue>,
    /// How many issues there are beyond those.
    more: i32,
}

impl From<SentRows> for RowsSent {
    fn from(sent: SentRows) -> Self {
        Self {
            applied: sent.applied,
            report: sent.report,
            added: sent.changes.added,
            changed: sent.changes.changed,
            unchanged: sent.changes.unchanged,
            refused: sent.refused,
            issues: shown(&sent.issues),
            more: more(&sent.issues),
        }
    }
}

/// What can be read of imports.
#[derive(Default)]
pub struct BatchQueries;

#[graphql_object(context = Context)]
impl BatchQueries {
    /// What came into the reports of a plan that you may read, the latest first.
    async fn import_batches(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Only what came into this report.")] report_id: Option<ID>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Batch>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let page = Page::new("import batches, the latest first", first, after.as_deref())?;
        let report = ReportId::parse_optional(report_id.as_ref(), "reportId")?;
        let reach = context.viewer.reach(Action::ReadContent);
        let filter = BatchFilter { report, ..BatchFilter::default() };
        let rows = imports::batches(conn, plan.id, &reach, &filter, Some(&page)).await?;
        Connection::from_rows(&page, rows, |batch| (batch.id,))
    }
}

/// What can be done to imports.
#[derive(Default)]
pub struct BatchMutations;

#[graphql_object(context = Context)]
impl BatchMutations {
    /// Takes an import back: its reports say again what they said before. Refused once a report was changed since, sent or accepted.
    async fn undo_import(
        context: &Context,
        #[graphql(description = "The batch.")] input: UndoImportInput,
    ) -> Result<Vec<Batch>> {
        let undone =
            context.write("undoImport", input, |transaction, input| batches::undo(transaction, input).boxed()).await?;
        let conn = context.db.conn().await?;
        let first = undone.first().ok_or_else(|| Error::bug("an import without a batch"))?;
        let plan = imports::plan_of(conn, *first).await?.ok_or_else(|| Error::not_found("batchId"))?;
        let reach = context.viewer.reach(Action::ReadContent);
        let filter = BatchFilter { ids: Some(&undone), ..BatchFilter::default() };
        imports::batches(conn, plan, &reach, &filter, None).await
    }

    /// Takes rows from a partner's own system into its report, by codes. A row that is there already is changed, others stay; the same request again
    /// changes nothing.
    async fn send_rows(
        context: &Context,
        #[graphql(description = "The rows, and what they are of.")] input: SendRowsInput,
    ) -> Result<RowsSent> {
        let sent =
            context.write("sendRows", input, |transaction, input| bulk::send(transaction, input).boxed()).await?;
        Ok(sent.into())
    }
}
