//! What peers score the projects of a plan by.

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::{
    inputs::{ReviewCriterionInput, SetReviewCriteriaInput},
    model::ReviewCriterion,
    store::reviews,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        db::Transaction,
        text::{Language, LocalizedText},
    },
    plans::{
        inputs,
        model::{Plan, PlanId},
        policy, service,
    },
};

/// The most criteria of a plan.
const MOST: usize = 20;
/// A common set to begin with: code, key of its text, weight. Each is scored from 0 to [`BEST`].
const COMMON: [(&str, &str, i64); 6] = [
    ("RELEVANCE", "criterion-relevance", 3),
    ("APPROACH", "criterion-approach", 2),
    ("CAPACITY", "criterion-capacity", 2),
    ("ACCOUNTABILITY", "criterion-accountability", 1),
    ("COST", "criterion-cost", 2),
    ("COORDINATION", "criterion-coordination", 1),
];
/// The best score of the common criteria.
const BEST: i32 = 5;

/// Gives a plan its criteria, in place of those it had.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, reviews were begun, or an input cannot be taken.
pub(super) async fn set(transaction: &mut Transaction, input: SetReviewCriteriaInput) -> Result<Plan> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    transaction.check_version(plan.version, input.base_version)?;
    if reviews::has_reviews(transaction.conn(), plan.id).await? {
        let message = "projects of this plan are being scored by its criteria, so they stay; scores of others could not be laid beside them";
        return Err(Error::conflict("criteria-scored", message).at("planId"));
    }
    let criteria = match &input.criteria {
        Some(criteria) => read(transaction, plan.id, criteria)?,
        None => common(transaction, plan.id),
    };
    let before = reviews::criteria(transaction.conn(), &[plan.id]).await?;
    reviews::set_criteria(transaction.conn(), plan.id, &criteria).await?;
    service::touch(transaction, &plan).await?;
    let change = audit::Change::new("set-review-criteria", plan.id).in_operation(plan.operation_id);
    audit::record(transaction, change.from(&before)?.to(&criteria)?).await?;
    Ok(Plan { version: plan.version + 1, updated_at: transaction.now(), ..plan })
}

/// The common set, in every language that we have.
fn common(transaction: &Transaction, plan: PlanId) -> Vec<ReviewCriterion> {
    let texts = &transaction.tools().texts;
    let named = |key: &str| {
        let said = Language::ALL.iter().map(|language| (*language, texts.text(*language, key, &[])));
        said.fold(LocalizedText::default(), |names, (language, text)| names.with(language, text))
    };
    let criterion = |(position, (code, key, weight)): (i32, (&str, &str, i64))| ReviewCriterion {
        id: transaction.new_id(),
        plan_id: plan,
        code: code.to_owned(),
        names: named(key),
        weight: Decimal::from(weight),
        max_score: BEST,
        position,
    };
    (0..).zip(COMMON).map(criterion).collect()
}

fn read(transaction: &Transaction, plan: PlanId, given: &[ReviewCriterionInput]) -> Result<Vec<ReviewCriterion>> {
    if given.len() > MOST {
        return Err(Error::invalid("criteria", "criteria-too-many", format!("give at most {MOST} criteria")));
    }
    let mut seen = HashSet::new();
    let criterion = |(row, input): (i32, &ReviewCriterionInput)| {
        let at = |field: &str| format!("criteria.{row}.{field}");
        let code = input.code.trim();
        let fits = (1..=40).contains(&code.len())
            && code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        if !fits || !seen.insert(code.to_owned()) {
            let message = "use up to 40 capitals, digits and underscores, each code once, such as RELEVANCE";
            return Err(Error::invalid(at("code"), "criterion-code", message));
        }
        let weight = inputs::quantity(input.weight, &at("weight"))?;
        if weight.is_zero() {
            let message = "a criterion without weight counts for nothing; give one above 0, or leave it out";
            return Err(Error::invalid(at("weight"), "criterion-weight", message));
        }
        if !(1..=100).contains(&input.max_score) {
            return Err(Error::invalid(at("maxScore"), "criterion-best", "give a best score from 1 to 100"));
        }
        Ok(ReviewCriterion {
            id: transaction.new_id(),
            plan_id: plan,
            code: code.to_owned(),
            names: LocalizedText::new(input.language, inputs::text(&input.name, 500, &at("name"))?),
            weight,
            max_score: input.max_score,
            position: row,
        })
    };
    (0..).zip(given).map(criterion).collect()
}
