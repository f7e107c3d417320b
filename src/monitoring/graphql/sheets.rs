//! Partners' own sheets in the graph: looked at, mapped, read in.

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use super::{
    inspection::{SheetInspection, SheetOption, options},
    mutations::{CheckedFile, ReportReceipt, more, shown},
    reading::SheetMapping,
};
use crate::{
    clusters::ClusterById,
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{Context, connection::Connection, issues::ImportIssue, lazy::Lazy, page::Page},
        ids,
    },
    monitoring::{
        batches::Batch,
        mapping::{
            fields::{CellVerdict, RowOutcome, SheetField},
            import,
            input::{ImportSheetInput, InspectSheetInput, RemoveMappingProfileInput, RenameMappingProfileInput},
            inspect,
            model::{Mapping, MappingProfile},
            outcome::{FilledReport, OpenChoice, RowCounts, SheetImported, ShownCell, ShownRow},
            profiles,
        },
        policy,
        store::{
            batches::{PeriodById, ReportById},
            imports::{self, BatchFilter},
        },
    },
    partners::OrganisationById,
    plans::PlanId,
};

#[graphql_object(context = Context, description = "How to read a sheet that people made themselves, remembered.")]
impl MappingProfile {
    /// The profile's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Whose sheet it is; null: for all of the operation.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// What people call it.
    fn name(&self) -> &str {
        &self.name
    }

    /// The mapping.
    fn mapping(&self) -> Result<SheetMapping> {
        let mapping: Mapping = serde_json::from_value(self.mapping.clone()).map_err(Error::internal)?;
        Ok(mapping.into())
    }

    /// Counts changes.
    fn version(&self) -> i32 {
        self.version
    }

    /// When it was made.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// When it last changed.
    fn updated_at(&self) -> DateTime<Utc> {
        self.updated_at
    }

    /// Who changed it last; null for the program itself.
    fn updated_by_id(&self) -> Option<ID> {
        self.updated_by.map(ids::Id::global)
    }
}

connection!(MappingProfile as "MappingProfileConnection", "MappingProfileEdge");

/// How many rows became what.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What became of the rows of a sheet. Together they are all rows down to the last that holds anything.")]
pub struct SheetRowCounts {
    /// All rows.
    total: i32,
    /// Those that are new or change what a report says.
    taken: i32,
    /// Those that a report says already, or another row of the sheet.
    same: i32,
    /// Those that something is wrong with.
    refused: i32,
    /// Those in which somebody has to choose what something means.
    needs_choice: i32,
    /// Those that somebody chose to leave out.
    left_out: i32,
    /// Titles, headings and tags.
    headings: i32,
    /// Those in which nothing stands.
    empty: i32,
}

impl From<RowCounts> for SheetRowCounts {
    fn from(rows: RowCounts) -> Self {
        let RowCounts { total, taken, same, refused, needs_choice, left_out, headings, empty } = rows;
        Self { total, taken, same, refused, needs_choice, left_out, headings, empty }
    }
}

/// How many cells were read how.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "How the cells of a sheet were read.")]
pub struct SheetCellCounts {
    /// Taken as they stand.
    fine: i32,
    /// Taken as something else.
    fixed: i32,
    /// Somebody has to choose what they mean.
    needs_choice: i32,
    /// They cannot be taken.
    refused: i32,
}

/// A report that rows are of.
pub struct SheetReport(FilledReport);

#[graphql_object(context = Context, description = "A report that rows of a sheet are of, and what they do to it.")]
impl SheetReport {
    /// The period.
    fn period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.0.period)
    }

    /// The cluster.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.0.cluster)
    }

    /// The organisation.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.0.organisation)
    }

    /// The report; null while there is none.
    fn report(&self) -> Lazy<ReportById> {
        Lazy::new(self.0.report)
    }

    /// Rows of the report that are new.
    fn added(&self) -> i32 {
        self.0.changes.added
    }

    /// Rows of the report that change.
    fn changed(&self) -> i32 {
        self.0.changes.changed
    }

    /// Rows of the report that the sheet says again.
    fn unchanged(&self) -> i32 {
        self.0.changes.unchanged
    }
}

/// A text that somebody has to choose the meaning of.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A text of a sheet that somebody has to choose the meaning of, in `values` of the mapping.")]
pub struct SheetChoice {
    /// What its column is.
    field: SheetField,
    /// The text.
    text: String,
    /// How many rows wait for it.
    rows: i32,
    /// What is unclear.
    why: String,
    /// What it may mean.
    options: Vec<SheetOption>,
}

impl From<OpenChoice> for SheetChoice {
    fn from(open: OpenChoice) -> Self {
        Self { field: open.field, text: open.text, rows: open.rows, why: open.why, options: options(open.options) }
    }
}

/// A row as it was read.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A row of a sheet as it was read.")]
pub struct SheetRow {
    /// Its number in the sheet.
    row: i32,
    /// What becomes of it.
    outcome: RowOutcome,
    /// Its cells that are read.
    cells: Vec<SheetCell>,
    /// What is wrong with the row, or worth a look.
    notes: Vec<String>,
}

/// A cell as it was read.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A cell of a sheet as it was read.")]
pub struct SheetCell {
    /// Such as I14; null for what the sheet leaves unsaid.
    cell: Option<String>,
    /// What its column is.
    field: SheetField,
    /// What became of it.
    verdict: CellVerdict,
    /// What stands there.
    text: String,
    /// What it is taken as.
    meaning: Option<String>,
    /// Why it is not taken as it stands.
    why: Option<String>,
    /// What it may mean.
    options: Vec<SheetOption>,
}

impl From<ShownCell> for SheetCell {
    fn from(cell: ShownCell) -> Self {
        let ShownCell { cell, field, verdict, text, meaning, why, options: pairs } = cell;
        Self { cell, field, verdict, text, meaning, why, options: options(pairs) }
    }
}

impl From<ShownRow> for SheetRow {
    fn from(row: ShownRow) -> Self {
        Self {
            row: i32::try_from(row.number).unwrap_or(i32::MAX),
            outcome: row.outcome,
            cells: row.cells.into_iter().map(SheetCell::from).collect(),
            notes: row.notes,
        }
    }
}

/// What reading a sheet did.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What reading somebody's own sheet did.")]
pub struct SheetImport {
    /// False: it was a dry run, rows are wrong and none was to be taken, or nothing could be; and nothing was written.
    applied: bool,
    /// What becomes of its rows; of a dry run, what would.
    rows: SheetRowCounts,
    /// How its cells were read.
    cells: SheetCellCounts,
    /// The reports that its rows are of.
    reports: Vec<SheetReport>,
    /// What came in, to undo it.
    batches: Vec<Batch>,
    /// What was in the rows that are taken.
    receipt: ReportReceipt,
    /// The texts that somebody has to choose the meaning of: those that most rows wait for, 500 at most.
    choices: Vec<SheetChoice>,
    /// Rows as they were read.
    preview: Vec<SheetRow>,
    /// The row behind which the preview goes on; null where it does not.
    preview_after: Option<i32>,
    /// What is wrong, cell by cell.
    issues: Vec<ImportIssue>,
    /// How many issues there are beyond those.
    more: i32,
    /// The rows that were not taken, each with the reason and its number, to be mended and sent again; null where there is none.
    rejected_file: Option<CheckedFile>,
    /// How it was read.
    mapping: SheetMapping,
    /// The profile that it was read by, or under which the mapping is kept now.
    profile_id: Option<ID>,
}

async fn told(context: &Context, imported: SheetImported) -> Result<SheetImport> {
    let batches = match imported.run {
        Some(run) => {
            let reach = context.viewer.reach(Action::ReadContent);
            let filter = BatchFilter { run: Some(run), ..BatchFilter::default() };
            imports::batches(context.db.conn().await?, imported.plan, &reach, &filter, None).await?
        }
        None => Vec::new(),
    };
    let cells = imported.cells;
    Ok(SheetImport {
        applied: imported.applied,
        rows: imported.rows.into(),
        cells: SheetCellCounts {
            fine: cells.fine,
            fixed: cells.fixed,
            needs_choice: cells.needs_choice,
            refused: cells.refused,
        },
        reports: imported.reports.into_iter().map(SheetReport).collect(),
        batches,
        receipt: imported.receipt.into(),
        choices: imported.choices.into_iter().map(SheetChoice::from).collect(),
        preview: imported.preview.into_iter().map(SheetRow::from).collect(),
        preview_after: imported.preview_ends.and_then(|row| i32::try_from(row).ok()),
        issues: shown(&imported.issues),
        more: more(&imported.issues),
        rejected_file: imported.rejected_file.map(CheckedFile::from),
        mapping: imported.mapping.into(),
        profile_id: imported.profile.map(ids::Id::global),
    })
}

/// What can be read of foreign sheets.
#[derive(Default)]
pub struct SheetQueries;

#[graphql_object(context = Context)]
impl SheetQueries {
    /// Looks at a file with rows: its sheets, headings and columns, what they seem to be, and what its words mean. Nothing is written.
    async fn inspect_sheet(
        context: &Context,
        #[graphql(description = "The file, and what it is of.")] input: InspectSheetInput,
    ) -> Result<SheetInspection> {
        Ok(inspect::inspect(context, input).await?.into())
    }

    /// How sheets of people's own are read: the mapping profiles of an operation that you may use.
    async fn mapping_profiles(
        context: &Context,
        #[graphql(description = "A plan of the operation.")] plan_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<MappingProfile>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let page = Page::new("mapping profiles by id", first, after.as_deref())?;
        let rows = profiles::list(conn, &context.viewer, plan.operation_id, Some(&page)).await?;
        Connection::from_rows(&page, rows, |profile| (profile.id,))
    }
}

/// What can be done with foreign sheets.
#[derive(Default)]
pub struct SheetMutations;

#[graphql_object(context = Context)]
impl SheetMutations {
    /// Reads a sheet that people made themselves into the reports that its rows are of. Every row is accounted for, every cell has a verdict.
    async fn import_sheet(
        context: &Context,
        #[graphql(description = "The sheet, and how it is read.")] input: ImportSheetInput,
    ) -> Result<SheetImport> {
        told(context, import::import(context, input).await?).await
    }

    /// Gives a mapping profile another name.
    async fn rename_mapping_profile(
        context: &Context,
        #[graphql(description = "The profile and its name.")] input: RenameMappingProfileInput,
    ) -> Result<MappingProfile> {
        context
            .write("renameMappingProfile", input, |transaction, input| profiles::rename(transaction, input).boxed())
            .await
    }

    /// Removes a mapping profile. What was imported by it stays. Gives its id.
    async fn remove_mapping_profile(
        context: &Context,
        #[graphql(description = "The profile.")] input: RemoveMappingProfileInput,
    ) -> Result<ID> {
        let removed = context
            .write("removeMappingProfile", input, |transaction, input| profiles::remove(transaction, input).boxed())
            .await?;
        Ok(removed.global())
    }
}
