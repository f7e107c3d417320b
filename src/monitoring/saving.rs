//! Writing a report: its header and rows as one aggregate, whether they come from a form or from a sheet.

use std::{
    borrow::Borrow,
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    checks::{Entry, Frame, Values, count_group},
    model::{
        Cells, Figures, Line, Period, PeriodId, Report, ReportCell, ReportId, ReportRow, ReportStatus, RowFacts, RowId,
    },
    policy, review, service, store, telling,
};
use crate::{
    audit,
    clusters::{self, Operation},
    dimensions,
    kit::{
        Error, Result,
        auth::{Action, Viewer},
        db::{Conn, Transaction},
        scope::{ClusterId, OperationId, OrganisationId, Scope},
        work::WorkStage,
    },
    plans::{self, Plan, PlanId},
};

/// What a report is of and by whom: one report for each.
#[derive(Debug, Clone)]
pub(super) struct Header {
    pub(super) plan: Plan,
    pub(super) operation: Operation,
    pub(super) period: Period,
    pub(super) cluster: ClusterId,
    pub(super) organisation: OrganisationId,
}

/// The ids of a header as clients give them.
pub(super) struct HeaderIds<'a> {
    pub(super) plan: &'a juniper::ID,
    pub(super) period: &'a juniper::ID,
    pub(super) cluster: &'a juniper::ID,
    pub(super) organisation: &'a juniper::ID,
}

impl Header {
    /// Reads and checks a header: the viewer may write for the organisation, and everything belongs together.
    pub(super) async fn load(transaction: &Transaction, ids: &HeaderIds<'_>) -> Result<Self> {
        Self::find(transaction.conn(), transaction.viewer(), Action::EditReport, ids).await
    }

    /// Reads and checks a header that the viewer may do `action` to.
    pub(super) async fn find(conn: Conn<'_>, viewer: &Viewer, action: Action, ids: &HeaderIds<'_>) -> Result<Self> {
        let cluster = ClusterId::parse(ids.cluster, "clusterId")?;
        let organisation = OrganisationId::parse(ids.organisation, "organisationId")?;
        let plan = PlanId::parse(ids.plan, "planId")?;
        let plan = plans::load_for_read(conn, viewer, plan, "planId").await?;
        let scope = Scope::cluster(plan.operation_id, cluster).owned_by(organisation);
        viewer.require(action, &scope, "organisationId")?;
        if !plan.clusters.contains(&cluster) {
            return Err(Error::invalid("clusterId", "cluster-elsewhere", "this cluster does not carry the plan"));
        }
        let period = store::period(conn, PeriodId::parse(ids.period, "periodId")?).await?;
        let period = period.filter(|period| period.plan_id == plan.id);
        let no_period = || Error::invalid("periodId", "period-elsewhere", "this is no period of the plan");
        let period = period.ok_or_else(no_period)?;
        if !store::expected::is_expected(conn, (plan.id, period.id), cluster, organisation).await? {
            let message = "the organisation is no reporting member of the cluster in this period and has no approved project \
                           there; enter its membership first";
            return Err(Error::invalid("organisationId", "organisation-no-member", message));
        }
        let operation = clusters::operation(conn, plan.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
        Ok(Self { plan, operation, period, cluster, organisation })
    }

    /// The header of a report that the viewer may read.
    pub(super) async fn of_report(conn: Conn<'_>, report: &Report) -> Result<Self> {
        let part = |what: &str| Error::bug(format!("a report without its {what}"));
        let (plan, operation, period) = futures::try_join!(
            plans::plan(conn, report.plan_id),
            clusters::operation(conn, report.operation_id),
            store::period(conn, report.period_id),
        )?;
        Ok(Self {
            plan: plan.ok_or_else(|| part("plan"))?,
            operation: operation.ok_or_else(|| part("operation"))?,
            period: period.ok_or_else(|| part("period"))?,
            cluster: report.cluster_id,
            organisation: report.organisation_id,
        })
    }

    /// A new draft under this header.
    pub(super) fn draft(&self, transaction: &Transaction, id: ReportId) -> Report {
        Report {
            id,
            operation_id: self.plan.operation_id,
            plan_id: self.plan.id,
            period_id: self.period.id,
            cluster_id: self.cluster,
            organisation_id: self.organisation,
            status: ReportStatus::Draft,
            nil: false,
            note: None,
            first_submitted_at: None,
            submitted_at: None,
            submitted_by: None,
            decided_at: None,
            times_accepted: 0,
            version: 1,
            created_at: transaction.now(),
            updated_at: transaction.now(),
            updated_by: transaction.viewer().user,
        }
    }

    /// The stored report of this header, held until the transaction ends.
    pub(super) async fn stored(&self, conn: Conn<'_>) -> Result<Option<Report>> {
        store::lock_report_of(conn, self.period.id, self.cluster, self.organisation).await
    }

    /// What rows of this report are checked against.
    pub(super) async fn frame(&self, conn: Conn<'_>) -> Result<Frame> {
        frame(conn, &self.plan).await
    }
}

/// What rows of a plan's reports are checked against.
pub(super) async fn frame(conn: Conn<'_>, plan: &Plan) -> Result<Frame> {
    let activities = plans::activities(conn, plan.id).await?;
    let indicators = plans::indicators(conn, plan.id).await?;
    let groups = store::population_groups(conn, plan.operation_id).await?;
    Ok(Frame {
        projects: plans::reportable_projects(conn, plan.id).await?,
        activities: activities.into_iter().map(|activity| (activity.id, activity)).collect(),
        indicators: indicators.into_iter().map(|indicator| (indicator.id, indicator)).collect(),
        population_groups: groups.into_iter().map(|(code, _)| code).collect(),
        vocabulary: dimensions::vocabulary(conn, plan.operation_id).await?,
        categories: HashMap::new(),
        inside: if plan.areas.is_empty() { None } else { Some(store::areas_below(conn, &plan.areas).await?) },
    })
}

/// Finds the categories of all cells, and makes those that nobody counted before: they are words, no figures.
pub(super) async fn find_categories(
    transaction: &mut Transaction,
    operation: OperationId,
    frame: &mut Frame,
    entries: &mut [Entry],
) -> Result<()> {
    // Few categories stand in many cells, which share them: by themselves they would take more than all else that a large sheet says.
    let mut wanted: BTreeSet<Arc<Values>> = BTreeSet::new();
    for entry in entries {
        count_group(entry);
        for values in entry.cells.iter_mut().filter_map(|cell| cell.values.as_mut()) {
            match wanted.get(values) {
                Some(same) => *values = Arc::clone(same),
                None => _ = wanted.insert(Arc::clone(values)),
            }
        }
    }
    let pairs: Vec<Vec<(String, String)>> =
        wanted.iter().map(|values| (**values).clone().into_iter().collect()).collect();
    let found = dimensions::ensure_categories(transaction, operation, &pairs).await?;
    frame.categories = wanted.iter().map(|values| (**values).clone()).zip(found).collect();
    Ok(())
}

/// Checked rows as they are kept. Those that are handed over go one by one: of a large sheet, rows and lines together would be twice as much.
///
/// # Errors
/// When one of them was not understood; then there are findings, and nobody keeps rows.
pub(super) fn lines<E: Borrow<Entry>>(frame: &Frame, entries: impl IntoIterator<Item = E>) -> Result<Vec<Line>> {
    let not_understood = || Error::bug("a checked row that is not understood");
    let line = |entry: E| entry.borrow().line(frame).ok_or_else(not_understood);
    entries.into_iter().map(line).collect()
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

/// How many rows are written by one statement, and kept in one event of the history.
const ROWS_AT_ONCE: usize = 5_000;

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
    fn keep(&mut self, row: &ReportRow, cells: &Cells) {
        self.rows.push(row.clone());
        let of_row = |(category_id, figures): &(dimensions::CategoryId, Figures)| ReportCell {
            row_id: row.id,
            category_id: *category_id,
            figures: *figures,
        };
        self.cells.extend(cells.iter().map(of_row));
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
    remove: Vec<RowId>,
    rows: Vec<ReportRow>,
    cells: Vec<ReportCell>,
}

impl Rewriting {
    /// The rows that are written with their cells, as many at a time as fit into memory beside everything else.
    fn slices(&self) -> impl Iterator<Item = (&[ReportRow], &[ReportCell])> {
        let mut cells = self.cells.as_slice();
        self.rows.chunks(ROWS_AT_ONCE).map(move |rows| {
            // The cells stand in the order of their rows.
            let ids: HashSet<RowId> = rows.iter().map(|row| row.id).collect();
            let theirs = cells.iter().take_while(|cell| ids.contains(&cell.row_id)).count();
            let (these, others) = cells.split_at(theirs);
            cells = others;
            (rows, these)
        })
    }

    /// The keys of the rows that are written.
    pub(super) fn keys(&self) -> HashSet<&str> {
        self.rows.iter().map(|row| row.row_key.as_str()).collect()
    }

    /// The way back: rows say what they said, and those that were new go.
    pub(super) fn back(before: Before, made: &[Option<Uuid>]) -> Self {
        let made: Vec<RowId> = made.iter().flatten().map(|id| RowId::from_uuid(*id)).collect();
        let count = |rows: usize| i32::try_from(rows).unwrap_or(i32::MAX);
        Self {
            changes: Changes { changed: count(before.rows.len()), removed: count(made.len()), ..Changes::default() },
            contents: (Vec::new(), Vec::new()),
            before: Before::default(),
            touched: before.rows.iter().map(|row| (row.row_key.clone(), None)).collect(),
            remove: before.rows.iter().map(|row| row.id).chain(made).collect(),
            made: Vec::new(),
            rows: before.rows,
            cells: before.cells,
        }
    }
}

/// Compares rows with those of a report, by row key. Rows that say the same stay as they are; with `merge` those not told of stay, too.
pub(super) async fn compare(
    transaction: &Transaction,
    report: ReportId,
    lines: Vec<Line>,
    merge: bool,
) -> Result<Rewriting> {
    let mut stored = stored_lines(transaction.conn(), report).await?;
    let behind = if merge { stored.values().map(|(row, _)| row.position + 1).max().unwrap_or(0) } else { 0 };
    let mut digests = digests(&stored)?;
    let before = content(&digests);
    let mut new = Rewriting { contents: (before, Vec::new()), ..Rewriting::default() };
    for (at, (line, index)) in lines.into_iter().zip(0..).enumerate() {
        let key = line.facts.key();
        let before = stored.remove(&key);
        let position = before.as_ref().filter(|_| merge).map_or(behind + index, |(row, _)| row.position);
        match &before {
            None => new.changes.added += 1,
            Some((row, cells)) if row.facts == line.facts && *cells == line.cells => {
                new.changes.unchanged += 1;
                if row.position == position {
                    continue;
                }
            }
            Some((row, cells)) => {
                new.changes.changed += 1;
                new.before.keep(row, cells);
                new.touched.push((key.clone(), Some(at)));
            }
        }
        digests.insert(key.clone(), digest(&line.facts, &line.cells)?);
        new.remove.extend(before.as_ref().map(|(row, _)| row.id));
        let id = before.as_ref().map_or_else(|| transaction.new_id(), |(row, _)| row.id);
        if before.is_none() {
            new.made.push(id);
        }
        new.cells.extend(line.cells.into_iter().map(|(category_id, figures)| ReportCell {
            row_id: id,
            category_id,
            figures,
        }));
        new.rows.push(ReportRow { id, report_id: report, row_key: key, position, facts: line.facts });
    }
    if !merge {
        new.changes.removed = i32::try_from(stored.len()).map_err(Error::internal)?;
        digests.retain(|key, _| !stored.contains_key(key));
        stored.values().for_each(|(row, cells)| new.before.keep(row, cells));
        new.touched.extend(stored.keys().map(|key| (key.clone(), None)));
        new.remove.extend(stored.into_values().map(|(row, _)| row.id));
    }
    new.contents.1 = content(&digests);
    Ok(new)
}

/// What a report says, as a hash: two equal ones say the same.
pub(super) async fn stored_content(conn: Conn<'_>, report: ReportId) -> Result<Vec<u8>> {
    Ok(content(&digests(&stored_lines(conn, report).await?)?))
}

/// A row as a hash.
type RowHash = [u8; 32];

fn digests(stored: &HashMap<String, StoredLine>) -> Result<BTreeMap<String, RowHash>> {
    let of = |(key, (row, cells)): (&String, &StoredLine)| Ok((key.clone(), digest(&row.facts, cells)?));
    stored.iter().map(of).collect()
}

/// A row as a hash. A number is the same however many zeros it is written with.
fn digest(facts: &RowFacts, cells: &Cells) -> Result<RowHash> {
    let plain = |number: Option<Decimal>| number.map(|number| number.normalize());
    let facts = RowFacts { units: plain(facts.units), amount: plain(facts.amount), ..facts.clone() };
    let figures =
        |figures: &Figures| [figures.new_people, figures.repeat_people, figures.value, figures.denominator].map(plain);
    let cells: Vec<_> = cells.iter().map(|(category, of)| (category, figures(of))).collect();
    Ok(Sha256::digest(serde_json::to_vec(&(facts, cells)).map_err(Error::internal)?).into())
}

fn content(digests: &BTreeMap<String, RowHash>) -> Vec<u8> {
    let mut hash = Sha256::new();
    for (key, digest) in digests {
        hash.update(key.as_bytes());
        hash.update(digest);
    }
    hash.finalize().to_vec()
}

pub(super) type StoredLine = (ReportRow, Cells);

/// The rows of a report with their cells, by row key.
pub(super) async fn stored_lines(conn: Conn<'_>, report: ReportId) -> Result<HashMap<String, StoredLine>> {
    let mut cells: HashMap<RowId, Vec<_>> = HashMap::new();
    for cell in store::cells(conn, report).await? {
        cells.entry(cell.row_id).or_default().push((cell.category_id, cell.figures));
    }
    let rows = store::rows(conn, report).await?;
    let mut line = |row: ReportRow| {
        let cells = cells.remove(&row.id).unwrap_or_default().into_iter().collect();
        (row.row_key.clone(), (row, cells))
    };
    Ok(rows.into_iter().map(&mut line).collect())
}

/// What the history keeps of a report that was written.
#[derive(Serialize)]
struct Written<'a> {
    report: &'a Report,
    rows: &'a [ReportRow],
    cells: &'a [ReportCell],
    removed: &'a [RowId],
}

/// Writes a report and its rows. A report that says the same again keeps its version.
pub(super) async fn write(
    transaction: &Transaction,
    report: &Report,
    nil: bool,
    is_new: bool,
    rewriting: &Rewriting,
) -> Result<Report> {
    if !is_new && nil == report.nil && !rewriting.changes.any() && rewriting.rows.is_empty() {
        return Ok(report.clone());
    }
    review::refuse_locked(transaction, report, rewriting).await?;
    store::delete_rows(transaction.conn(), &rewriting.remove).await?;
    let mut done = 0;
    for (rows, cells) in rewriting.slices() {
        transaction.at(WorkStage::Writing, done, Some(rewriting.rows.len()))?;
        store::insert_rows(transaction.conn(), rows, cells).await?;
        done += rows.len();
    }
    review::forget_corrections(transaction, &rewriting.remove).await?;
    let after =
        if is_new { Report { nil, ..report.clone() } } else { Report { nil, ..service::changed(transaction, report) } };
    store::update_report(transaction.conn(), &after).await?;
    keep_history(transaction, (report, &after), is_new, rewriting).await?;
    telling::changed(transaction, &after).await?;
    Ok(after)
}

/// Keeps the rows that were written, with their figures, in the history: of many rows in several events, one behind the other.
async fn keep_history(
    transaction: &Transaction,
    (before, after): (&Report, &Report),
    is_new: bool,
    rewriting: &Rewriting,
) -> Result<()> {
    let change = |action| audit::Change::new(action, after.id).in_operation(after.operation_id);
    let mut slices = rewriting.slices();
    let (rows, cells) = slices.next().unwrap_or_default();
    let first = Written { report: after, rows, cells, removed: &rewriting.remove };
    let first = if is_new { change("create") } else { change("save").from(before)? }.to(&first)?;
    audit::record(transaction, first).await?;
    for (rows, cells) in slices {
        let more = change("save").to(&Written { report: after, rows, cells, removed: &[] })?;
        audit::record(transaction, more).await?;
    }
    Ok(())
}

/// Why a stored report cannot be written now.
pub(super) fn locked(transaction: &Transaction, header: &Header, report: &Report) -> Option<String> {
    policy::locked(transaction.viewer(), report, &header.period, transaction.now())
}
