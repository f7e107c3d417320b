//! Reading tables of needs in, and the steps of a round.

use std::collections::{HashMap, HashSet};

use futures::FutureExt;

use super::{
    checks::{self, Statement, Statements},
    import::{self, Line, Lines},
    model::{
        self, ImportNeedsInput, NeedsImport, NeedsImportOutcome, NeedsRound, NeedsRoundId, NeedsRoundStatus,
        NeedsRoundStepInput, Parameters,
    },
    policy,
    store::{self, FigureColumns},
};
use crate::{
    audit,
    clusters::{self, Operation},
    dimensions::{self, Category},
    kit::{
        Call, Error, Result,
        db::Transaction,
        files::{self, StoredFile},
        graphql::localized,
        scope::{OperationId, Scope},
        sheet::{Issue, Issues},
        text::LocalizedText,
    },
    places::{self, AdminArea},
};

/// How long taking over a table of a whole country may take, in seconds.
const IMPORT_SECONDS: u32 = 60;

/// Reads a table of needs in as a new round. With an error nothing is written; the same table again gives the round that is there.
pub(super) async fn import(call: &Call, input: ImportNeedsInput) -> Result<NeedsImport> {
    let operation = OperationId::parse(&input.operation_id, "operationId")?;
    policy::may_import(&call.viewer, operation)?;
    let _under_way = call.begin_work(&input);
    let (file, workbook) = files::read_workbook(call, &input.file_id, "fileId").await?;
    let parameters = Parameters::of(&input)?;
    let mut issues = Issues::default();
    let lines = import::read(files::first_sheet(&workbook, "fileId")?, &parameters, &mut issues);
    call.write("importNeeds", input, move |transaction, input| {
        async move {
            let operation = clusters::operation(transaction.conn(), operation)
                .await?
                .ok_or_else(|| Error::not_found("operationId"))?;
            let round = new_round(transaction, &operation, &input, &parameters, &file).await?;
            take_over(transaction, &operation, round, &file, &lines, issues).await
        }
        .boxed()
    })
    .await
}

/// The round that an import makes, if it makes one.
async fn new_round(
    transaction: &Transaction,
    operation: &Operation,
    input: &ImportNeedsInput,
    parameters: &Parameters,
    file: &StoredFile,
) -> Result<NeedsRound> {
    if input.reference_to <= input.reference_from {
        let message = "the end is the first day after the period, so it comes after the first day";
        return Err(Error::invalid("referenceTo", "needs-period", message));
    }
    let source = model::said(&input.source, "source")?;
    let names = match &input.names {
        Some(names) => localized::read(names, "names")?,
        None => LocalizedText::new(operation.default_language, source.clone()),
    };
    Ok(NeedsRound {
        id: transaction.new_id(),
        operation_id: operation.id,
        number: store::next_number(transaction.conn(), operation.id).await?,
        names,
        method: model::said(&input.method, "method")?,
        method_version: model::said(&input.method_version, "methodVersion")?,
        source,
        parameters: serde_json::to_value(parameters).map_err(Error::internal)?,
        reference_from: input.reference_from,
        reference_to: input.reference_to,
        status: NeedsRoundStatus::Draft,
        supersedes_id: corrected(transaction, operation.id, input).await?,
        file_id: Some(file.id),
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    })
}

/// The round that an import corrects: a published one of the same operation.
async fn corrected(
    transaction: &Transaction,
    operation: OperationId,
    input: &ImportNeedsInput,
) -> Result<Option<NeedsRoundId>> {
    const FIELD: &str = "supersedesId";
    let Some(id) = NeedsRoundId::parse_optional(input.supersedes_id.as_ref(), FIELD)? else { return Ok(None) };
    let round = store::needs_round(transaction.conn(), id)
        .await?
        .filter(|round| round.operation_id == operation)
        .ok_or_else(|| Error::not_found(FIELD))?;
    if round.status == NeedsRoundStatus::Published {
        return Ok(Some(id));
    }
    let message = format!("round {} is {}; only a published round is corrected by another", round.number, round.status);
    Err(Error::invalid(FIELD, "needs-round-not-published", message))
}

async fn take_over(
    transaction: &mut Transaction,
    operation: &Operation,
    round: NeedsRound,
    file: &StoredFile,
    lines: &Lines,
    mut issues: Issues,
) -> Result<NeedsImport> {
    if let Some(same) = store::same_round(transaction.conn(), &round, &file.sha256).await? {
        let outcome = NeedsImportOutcome::Unchanged;
        return Ok(NeedsImport { outcome, round_id: Some(same), figures: 0, issues });
    }
    transaction.allow_seconds(IMPORT_SECONDS).await?;
    // A table whose figures cannot all be read is looked through to the end, so that everything is told at once.
    let areas = areas(transaction, operation, &lines.rows, &mut issues).await?;
    let statements = statements(transaction, operation, lines, &areas, &mut issues).await?;
    if statements.kept.is_empty() && !issues.has_errors() {
        let reason = "no row is left that could be read";
        issues.push(Issue::error("needs-no-rows", reason, "see the other issues, or whether it is the right file"));
    }
    if issues.has_errors() {
        return Ok(NeedsImport::refused(issues));
    }
    let combinations: Vec<_> = statements.kept.iter().map(|said| said.combination.clone()).collect();
    let categories = dimensions::ensure_categories(transaction, operation.id, &combinations).await?;
    warn(&statements, &categories, &areas, &mut issues);
    store::insert(transaction.conn(), &round).await?;
    let figures = store::insert_figures(transaction.conn(), round.id, columns(&statements, &categories)).await?;
    files::assign(transaction, file.id, &Scope::operation(operation.id)).await?;
    let change = audit::Change::new("import", round.id).in_operation(operation.id).to(&round)?;
    audit::record(transaction, change).await?;
    Ok(NeedsImport { outcome: NeedsImportOutcome::Imported, round_id: Some(round.id), figures, issues })
}

/// What the rows say, by place and category.
async fn statements(
    transaction: &Transaction,
    operation: &Operation,
    lines: &Lines,
    areas: &HashMap<u32, AdminArea>,
    issues: &mut Issues,
) -> Result<Statements> {
    let vocabulary = dimensions::vocabulary(transaction.conn(), operation.id).await?;
    let mut statements = Statements::default();
    let mut unknown = HashSet::new();
    for line in &lines.rows {
        let meaning = if line.category.is_empty() {
            Some(Vec::new())
        } else {
            dimensions::recognise(&vocabulary, &line.category)
        };
        match (meaning, areas.get(&line.row)) {
            (Some(values), Some(area)) if lines.comparable => statements.add(area.id, values, line, issues),
            (None, _) if unknown.insert(&line.category) => issues.push(category_left_out(line, &lines.rows)),
            _ => {}
        }
    }
    Ok(statements)
}

/// A category that nobody taught us: its rows are left out, and it is said once with how many there are.
fn category_left_out(line: &Line, lines: &[Line]) -> Issue {
    let rows = lines.iter().filter(|other| other.category == line.category).count();
    let reason = format!("`{}` is no category that is known; its {rows} rows are left out", line.category);
    let mend = "nothing to do if that is right; else add a value with this synonym to a dimension and import again";
    Issue::warning("needs-category-unknown", reason, mend).on_row(line.row)
}

/// The area of each row, by the row's number. A code that is not known, or of another level, is said once.
async fn areas(
    transaction: &Transaction,
    operation: &Operation,
    lines: &[Line],
    issues: &mut Issues,
) -> Result<HashMap<u32, AdminArea>> {
    let Some(country) = operation.country_iso3.as_deref() else {
        let message =
            "this operation is of a region; P-codes are a country's, so import into an operation of a country";
        return Err(Error::invalid("operationId", "needs-no-country", message));
    };
    let place = |line: &Line| line.place.clone().unwrap_or_else(|| (0, country.to_owned()));
    let pcodes: HashSet<String> = lines.iter().map(|line| place(line).1).collect();
    let pcodes: Vec<String> = pcodes.into_iter().collect();
    let known = places::areas_by_pcode(transaction.conn(), country, &pcodes, None).await?;
    let mut said = HashSet::new();
    let mut found = HashMap::new();
    for line in lines {
        let (level, pcode) = place(line);
        let (key, reason, mend) = match known.get(&pcode) {
            Some(area) if area.level == level => {
                found.insert(line.row, area.clone());
                continue;
            }
            Some(area) => (
                "needs-place-level",
                format!("{pcode} stands in the column of level {level} and is of level {}", area.level),
                "put the code into the column of its level",
            ),
            None => (
                "needs-place-unknown",
                format!("{country} has no place with the P-code {pcode}"),
                "correct the code, or read the country's P-codes in first",
            ),
        };
        if said.insert((level, pcode)) {
            issues.push(Issue::error(key, reason, mend).on_row(line.row));
        }
    }
    Ok(found)
}

fn warn(statements: &Statements, categories: &[Category], areas: &HashMap<u32, AdminArea>, issues: &mut Issues) {
    let statements: Vec<Statement<'_>> = statements
        .kept
        .iter()
        .zip(categories)
        .filter_map(|(said, category)| {
            let place = &areas.get(&said.row)?.pcode;
            Some(Statement { place, category, row: said.row, values: &said.values })
        })
        .collect();
    checks::warn(&statements, issues);
}

fn columns(statements: &Statements, categories: &[Category]) -> FigureColumns {
    let mut columns = FigureColumns::default();
    for (said, category) in statements.kept.iter().zip(categories) {
        for (metric, value) in &said.values {
            columns.areas.push(said.area);
            columns.categories.push(category.id);
            columns.metrics.push(*metric);
            columns.values.push(*value);
        }
    }
    columns
}

/// Notes that the coordination team checked a round.
pub(super) async fn validate(transaction: &mut Transaction, input: NeedsRoundStepInput) -> Result<NeedsRound> {
    step(transaction, &input, NeedsRoundStatus::Validated, "validate").await
}

/// Publishes a round; the one that it corrects is superseded from that moment.
pub(super) async fn publish(transaction: &mut Transaction, input: NeedsRoundStepInput) -> Result<NeedsRound> {
    let round = step(transaction, &input, NeedsRoundStatus::Published, "publish").await?;
    if let Some(corrected) = round.supersedes_id {
        let before = policy::load_for_edit(transaction, corrected, "roundId").await?;
        if before.status != NeedsRoundStatus::Published {
            let message =
                format!("round {}, which this one corrects, was corrected by another meanwhile", before.number);
            return Err(Error::conflict("needs-round-superseded", message).at("roundId"));
        }
        let after =
            store::set_status(transaction.conn(), corrected, NeedsRoundStatus::Superseded, transaction.now()).await?;
        let change = audit::Change::new("supersede", corrected).in_operation(after.operation_id);
        audit::record(transaction, change.from(&before)?.to(&after)?).await?;
    }
    Ok(round)
}

async fn step(
    transaction: &mut Transaction,
    input: &NeedsRoundStepInput,
    to: NeedsRoundStatus,
    action: &'static str,
) -> Result<NeedsRound> {
    let id = NeedsRoundId::parse(&input.round_id, "roundId")?;
    let before = policy::load_for_edit(transaction, id, "roundId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.check_step(to)?;
    let after = store::set_status(transaction.conn(), id, to, transaction.now()).await?;
    let change = audit::Change::new(action, id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}
