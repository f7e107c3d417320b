//! Writing targets, many at a time: all that is wrong is told at once, and with an error nothing is written.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    inputs::{self, SetTargetsInput, TargetInput},
    model::{Indicator, IndicatorId, Plan, PlanId, Target},
    policy,
    service::touch,
    splits::allowed_split,
    store,
};
use crate::{
    audit, clusters,
    dimensions::{self, CategoryId},
    kit::{
        Error, Result,
        db::Transaction,
        sheet::{Issue, Issues},
    },
    places::{self, AdminArea, AdminAreaId},
};

/// The most targets that one request can write.
const MOST_TARGETS: usize = 10_000;

/// The dimension and value codes of a category, sorted.
type CategoryValues = Vec<(String, String)>;

/// What writing targets did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TargetsOutcome {
    /// The plan.
    pub plan_id: PlanId,
    /// False: there are errors, and nothing was written.
    pub applied: bool,
    /// Targets that were new.
    pub added: i64,
    /// Targets that changed.
    pub changed: i64,
    /// Targets that were just so already.
    pub unchanged: i64,
    /// What is wrong, row by row.
    pub issues: Issues,
}

/// What target rows may point to.
struct Known {
    country: Option<String>,
    indicators: HashMap<String, Indicator>,
    /// Country > P-code > area.
    areas: HashMap<String, HashMap<String, AdminArea>>,
    /// Pairs of a dimension and a value that the operation does not have.
    unknown_values: HashSet<(String, String)>,
}

/// A row whose parts were all found; its category is still to be found.
struct Row {
    indicator: IndicatorId,
    area: AdminAreaId,
    category: CategoryValues,
    baseline: Option<Decimal>,
    in_need: Option<Decimal>,
    target: Option<Decimal>,
}

/// Writes targets by indicator, place and category; those that the plan has beside them stay.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or there are too many rows. What is wrong with rows is in the answer.
pub async fn set_targets(transaction: &mut Transaction, input: SetTargetsInput) -> Result<TargetsOutcome> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    transaction.check_version(plan.version, input.base_version)?;
    if input.targets.len() > MOST_TARGETS {
        let message = format!("write at most {MOST_TARGETS} targets at a time; send the rest in another request");
        return Err(Error::invalid("targets", "targets-too-many", message));
    }
    let known = known(transaction, &plan, &input.targets).await?;
    let mut issues = Issues::default();
    let rows = read_rows(&input.targets, &known, &mut issues);
    let mut outcome = TargetsOutcome { plan_id: plan.id, applied: false, added: 0, changed: 0, unchanged: 0, issues };
    if outcome.issues.has_errors() {
        return Ok(outcome);
    }
    let categories = categories_of(transaction, &plan, &rows).await?;
    let targets: Vec<Target> = rows.into_iter().filter_map(|row| row.into_target(&categories)).collect();
    let changes = store::upsert_targets(transaction.conn(), &targets).await?;
    outcome.applied = true;
    outcome.added = changes.added;
    outcome.changed = changes.changed;
    outcome.unchanged = i64::try_from(targets.len()).unwrap_or(i64::MAX) - changes.added - changes.changed;
    if changes.added + changes.changed > 0 {
        touch(transaction, &plan).await?;
        let change = audit::Change::new("set-targets", plan.id).in_operation(plan.operation_id).to(&targets)?;
        audit::record(transaction, change).await?;
    }
    Ok(outcome)
}

async fn known(transaction: &Transaction, plan: &Plan, rows: &[TargetInput]) -> Result<Known> {
    let operation = clusters::operation(transaction.conn(), plan.operation_id).await?;
    let country = operation.and_then(|operation| operation.country_iso3);
    let indicators = store::indicators(transaction.conn(), plan.id).await?;
    let mut pcodes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in rows {
        if let Some(country) = country_of(row, country.as_deref()) {
            pcodes.entry(country).or_default().insert(row.pcode.trim().to_owned());
        }
    }
    let pcodes: Vec<(String, Vec<String>)> =
        pcodes.into_iter().map(|(country, pcodes)| (country, pcodes.into_iter().collect())).collect();
    let areas =
        pcodes.iter().map(|(country, pcodes)| places::areas_by_pcode(transaction.conn(), country, pcodes, None));
    let values: BTreeSet<(String, String)> = rows.iter().flat_map(values_of).collect();
    let (areas, unknown_values) = futures::try_join!(
        futures::future::try_join_all(areas),
        store::unknown_values(transaction.conn(), plan.operation_id, values),
    )?;
    Ok(Known {
        country,
        indicators: indicators.into_iter().map(|indicator| (indicator.ref_code.clone(), indicator)).collect(),
        areas: pcodes.into_iter().map(|(country, _)| country).zip(areas).collect(),
        unknown_values,
    })
}

/// The country that a row's P-code is of: the operation's, or in operations over several countries the one that the row names.
fn country_of(row: &TargetInput, of_operation: Option<&str>) -> Option<String> {
    of_operation.map(str::to_owned).or_else(|| row.country.as_deref().map(|code| code.trim().to_uppercase()))
}

/// Reads the rows and collects everything that is wrong with them.
fn read_rows(inputs: &[TargetInput], known: &Known, issues: &mut Issues) -> Vec<Row> {
    let mut seen = HashSet::new();
    let mut rows = Vec::new();
    for (number, input) in (1..).zip(inputs) {
        let mut found = Vec::new();
        if let Some(row) = read_row(input, known, &mut found) {
            if !seen.insert((row.indicator, row.area, row.category.clone())) {
                let mend = "keep one row for each indicator, place and category";
                found.push(Issue::error("target-twice", "an earlier row has the same target", mend));
            }
            if let (Some(target), Some(in_need)) = (row.target, row.in_need)
                && target > in_need
            {
                let reason = format!("the target {target} is above the {in_need} in need");
                found.push(in_column("target", Issue::warning("target-above-need", reason, "check the two figures")));
            }
            rows.push(row);
        }
        found.into_iter().for_each(|issue| issues.push(issue.on_row(number)));
    }
    rows
}

fn read_row(input: &TargetInput, known: &Known, found: &mut Vec<Issue>) -> Option<Row> {
    let code = input.indicator.trim();
    let indicator = known.indicators.get(code);
    if indicator.is_none() {
        let reason = format!("the plan has no indicator `{code}`");
        found.push(in_column(
            "indicator",
            Issue::error("target-indicator", reason, "use an indicator's code in this plan"),
        ));
    }
    let area = read_area(input, known, found);
    let category = read_category(input, known, indicator, found);
    let mut number = |column: &'static str, value: Option<Decimal>| -> Option<Option<Decimal>> {
        let checked = value.map(|value| inputs::quantity(value, column)).transpose();
        let told = |error: Error| {
            let issue = Issue::error("target-number", "this figure cannot be taken", error.message());
            found.push(in_column(column, issue));
        };
        checked.map_err(told).ok()
    };
    let baseline = number("baseline", input.baseline);
    let in_need = number("inNeed", input.in_need);
    let target = number("target", input.target);
    Some(Row {
        indicator: indicator?.id,
        area: area?,
        category: category?,
        baseline: baseline?,
        in_need: in_need?,
        target: target?,
    })
}

fn read_area(input: &TargetInput, known: &Known, found: &mut Vec<Issue>) -> Option<AdminAreaId> {
    let pcode = input.pcode.trim();
    let Some(country) = country_of(input, known.country.as_deref()) else {
        let reason = "the operation is over several countries, and this row names none";
        let issue = Issue::error("target-country", reason, "give the country's ISO code of three letters");
        found.push(in_column("country", issue));
        return None;
    };
    let area = known.areas.get(&country).and_then(|areas| areas.get(pcode));
    if area.is_none() {
        let reason = format!("there is no place `{pcode}` in {country}");
        found.push(in_column("pcode", Issue::error("target-place", reason, "use a P-code that is valid today")));
    }
    area.map(|area| area.id)
}

fn read_category(
    input: &TargetInput,
    known: &Known,
    indicator: Option<&Indicator>,
    found: &mut Vec<Issue>,
) -> Option<CategoryValues> {
    let mut values: CategoryValues = values_of(input).collect();
    values.sort();
    let mut reasons = Vec::new();
    for (dimension, value) in values.iter().filter(|value| known.unknown_values.contains(value)) {
        reasons.push(format!("the operation has no value `{value}` of a dimension `{dimension}`"));
    }
    for pair in values.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        reasons.push(format!("the category names `{}` twice", pair[0].0));
    }
    let by = values.iter().map(|(dimension, _)| dimension.as_str());
    if let Some(Err(allowed)) = indicator.map(|indicator| allowed_split(indicator, by)) {
        reasons.push(format!("the indicator is split by {allowed}, or given as a total"));
    }
    let mend = "give one value of each dimension, by the operation's codes";
    let fits = reasons.is_empty();
    found
        .extend(reasons.into_iter().map(|reason| in_column("category", Issue::error("target-category", reason, mend))));
    fits.then_some(values)
}

/// The (dimension, value) codes of a row's category.
fn values_of(input: &TargetInput) -> impl Iterator<Item = (String, String)> {
    input.category.iter().map(|part| (part.dimension.trim().to_owned(), part.value.trim().to_owned()))
}

/// The categories of the rows; those that are new are made.
async fn categories_of(
    transaction: &mut Transaction,
    plan: &Plan,
    rows: &[Row],
) -> Result<HashMap<CategoryValues, CategoryId>> {
    let wanted: BTreeSet<CategoryValues> = rows.iter().map(|row| row.category.clone()).collect();
    let wanted: Vec<CategoryValues> = wanted.into_iter().collect();
    let found = dimensions::ensure_categories(transaction, plan.operation_id, &wanted).await?;
    Ok(wanted.into_iter().zip(found.into_iter().map(|category| category.id)).collect())
}

impl Row {
    fn into_target(self, categories: &HashMap<CategoryValues, CategoryId>) -> Option<Target> {
        Some(Target {
            indicator_id: self.indicator,
            area_id: self.area,
            category_id: *categories.get(&self.category)?,
            baseline: self.baseline,
            in_need: self.in_need,
            target: self.target,
        })
    }
}

fn in_column(column: &str, issue: Issue) -> Issue {
    Issue { column: Some(column.to_owned()), ..issue }
}
