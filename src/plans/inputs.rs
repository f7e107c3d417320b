//! What clients send to write plans, and the checks of single values.

use chrono::NaiveDate;
use juniper::{GraphQLInputObject, ID};
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use super::model::{
    AcrossPeriods, AcrossPlaces, ActivityUnit, Frequency, IndicatorKind, Modality, ObjectiveLevel, PlanKind,
    VersionLevel,
};
use crate::{
    kit::{Error, Result, text::Language},
    write_inputs,
};

/// A response plan to enter. It begins as a draft.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct CreatePlanInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The new plan's id, if the client made one (UUIDv7).
    pub id: Option<Uuid>,
    /// The operation.
    pub operation_id: ID,
    /// Its code, as in HPC where it has one: 2 to 30 letters, digits and hyphens, unique in the operation.
    pub code: String,
    /// What kind of plan it is.
    pub kind: PlanKind,
    /// Its name.
    pub name: String,
    /// The language of the name.
    pub language: Language,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// ISO 4217 code of its costs, such as USD.
    pub currency: String,
    /// The needs round that it answers.
    pub needs_round_id: Option<ID>,
    /// The clusters that carry it, at least one; you must coordinate each of them.
    pub cluster_ids: Vec<ID>,
    /// Where it holds: areas of the operation's country. Empty for the whole operation.
    #[graphql(default)]
    pub area_ids: Vec<ID>,
}

/// A response plan as it shall be; its code and operation stay.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdatePlanInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// What kind of plan it is.
    pub kind: PlanKind,
    /// Its name; names in other languages stay.
    pub name: String,
    /// The language of the name.
    pub language: Language,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// ISO 4217 code of its costs, such as USD.
    pub currency: String,
    /// The needs round that it answers; null for none.
    pub needs_round_id: Option<ID>,
    /// The clusters that carry it, at least one; you must coordinate those that come or go.
    pub cluster_ids: Vec<ID>,
    /// Where it holds: areas of the operation's country, empty for the whole operation. Left out, it stays.
    pub area_ids: Option<Vec<ID>>,
    /// True ends the plan: nothing of it changes until this is false again.
    pub closed: bool,
}

/// An objective to add to a plan.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddObjectiveInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The new objective's id, if the client made one (UUIDv7).
    pub id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The objective that it serves, of the same plan: a STRATEGIC one has none, a SPECIFIC one stands under a STRATEGIC one, a CLUSTER one under
    /// either or on its own.
    pub parent_id: Option<ID>,
    /// Where it stands.
    pub level: ObjectiveLevel,
    /// Its reference, such as CLEDU/CO1: up to 40 characters, unique in the plan.
    pub ref_code: String,
    /// Its title.
    pub name: String,
    /// The language of the title.
    pub language: Language,
}

/// An objective as it shall be; its reference and level stay.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateObjectiveInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The objective.
    pub objective_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// The objective that it serves, by the same rule as when it was added.
    pub parent_id: Option<ID>,
    /// Its title; titles in other languages stay.
    pub name: String,
    /// The language of the title.
    pub language: Language,
}

/// An objective that was entered by mistake: nothing stands below it, and it is in no published version.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveObjectiveInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The objective.
    pub objective_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
}

/// An activity that was entered by mistake: nothing measures it or reports on it, and it is in no published version.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveActivityInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The activity.
    pub activity_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
}

/// An indicator that was entered by mistake: nobody reports on it, and it is in no published version. Its targets go with it.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct RemoveIndicatorInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The indicator.
    pub indicator_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
}

/// An activity to add to a plan.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddActivityInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The new activity's id, if the client made one (UUIDv7).
    pub id: Option<Uuid>,
    /// The objective that it serves; the activity belongs to the same plan.
    pub objective_id: ID,
    /// Its reference, such as CLEDU/CA1: up to 40 characters, unique in the plan.
    pub ref_code: String,
    /// Its title.
    pub name: String,
    /// The language of the title.
    pub language: Language,
    /// What it is counted in.
    pub unit: ActivityUnit,
    /// How many units the plan sets out to do; null when not decided.
    pub unit_target: Option<Decimal>,
}

/// An activity as it shall be; its reference stays.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateActivityInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The activity.
    pub activity_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// The objective that it serves, of the same plan.
    pub objective_id: ID,
    /// Its title; titles in other languages stay.
    pub name: String,
    /// The language of the title.
    pub language: Language,
    /// What it is counted in.
    pub unit: ActivityUnit,
    /// How many units the plan sets out to do; null when not decided.
    pub unit_target: Option<Decimal>,
}

/// What one unit of an activity costs.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct ActivityCostInput {
    /// How it is delivered.
    pub modality: Modality,
    /// Where it holds; null for the whole operation.
    pub area_id: Option<ID>,
    /// Units to be done at this cost. One cost of an activity may leave it null: it takes the rest.
    pub unit_target: Option<Decimal>,
    /// Lower end of the range.
    pub low: Option<Decimal>,
    /// The cost that the requirement is reckoned with, in the plan's currency.
    pub unit_cost: Decimal,
    /// Upper end of the range.
    pub high: Option<Decimal>,
}

/// The costs of an activity, all of them: they take the place of those it had.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetActivityCostsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The activity.
    pub activity_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// The costs: at most one per modality and place.
    pub costs: Vec<ActivityCostInput>,
}

/// What an indicator measures, and how its values are added up. With a code of the registry, title, unit, kind and labels that are left out are the
/// registry's.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct IndicatorMeasureInput {
    /// Its code in the IASC indicator registry, such as E-1-04: one of `registryIndicators`. Left out for one of your own.
    pub registry_code: Option<String>,
    /// Its title.
    pub name: Option<String>,
    /// The language of the title and of the labels; English when left out.
    pub language: Option<Language>,
    /// What it counts, in words.
    pub unit: Option<String>,
    /// A number, or numerator and denominator.
    pub kind: Option<IndicatorKind>,
    /// What a ratio's numerator counts, such as children who attend.
    pub numerator_label: Option<String>,
    /// What a ratio's denominator counts, such as children of school age.
    pub denominator_label: Option<String>,
    /// How places make a larger place. A ratio takes SUM.
    pub across_places: AcrossPlaces,
    /// How periods make a longer time. A ratio takes LATEST.
    pub across_periods: AcrossPeriods,
    /// True: its values are people, so that they count towards people reached. Not for ratios.
    pub counts_people: bool,
    /// How often it is reported.
    pub frequency: Frequency,
    /// Codes of the dimensions that its values are told apart by, such as sex and age_band.
    pub dimensions: Vec<String>,
    /// The combinations of these that its values may be split by, such as `[["sex", "age_band"], ["disability"]]`; empty for any. Left out, they stay.
    /// Totals are always allowed, and so is every split of a ratio.
    pub splits: Option<Vec<Vec<String>>>,
}

/// An indicator to add to an activity or to an objective.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct AddIndicatorInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The new indicator's id, if the client made one (UUIDv7).
    pub id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The activity that it measures, or
    pub activity_id: Option<ID>,
    /// the objective that it measures: one of the two.
    pub objective_id: Option<ID>,
    /// Its code in the plan: up to 40 characters, unique there.
    pub ref_code: String,
    /// What it measures, and how.
    pub measure: IndicatorMeasureInput,
}

/// An indicator as it shall be; its code and what it belongs to stay.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct UpdateIndicatorInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The indicator.
    pub indicator_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// What it measures, and how.
    pub measure: IndicatorMeasureInput,
}

/// One value of a category: a dimension and one of its values.
#[derive(Debug, Clone, Serialize, GraphQLInputObject)]
pub struct CategoryValueInput {
    /// The dimension's code, such as sex.
    pub dimension: String,
    /// The value's code, such as f.
    pub value: String,
}

/// What is to be reached by an indicator in one place, of one category.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct TargetInput {
    /// The indicator's code in the plan.
    pub indicator: String,
    /// The place's P-code; the country's ISO code for the whole country.
    pub pcode: String,
    /// The country of the P-code (ISO 3166-1 alpha-3); needed only in operations over several countries.
    pub country: Option<String>,
    /// Whom it counts: at most one value of each dimension. Empty for everyone.
    pub category: Vec<CategoryValueInput>,
    /// Where it started; null when not known.
    pub baseline: Option<Decimal>,
    /// How many need it; null when not known.
    pub in_need: Option<Decimal>,
    /// How many are to be reached; null when not decided.
    pub target: Option<Decimal>,
}

/// Targets to write. Those that the plan has beside them stay.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct SetTargetsInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The version of the plan that the change is based on.
    pub base_version: i32,
    /// The targets, at most 10,000 at a time.
    pub targets: Vec<TargetInput>,
}

/// A plan to publish as it stands.
#[derive(Debug, Serialize, GraphQLInputObject)]
pub struct PublishPlanInput {
    /// The same id again is the same request: it has one effect and one answer.
    pub client_mutation_id: Option<Uuid>,
    /// The plan.
    pub plan_id: ID,
    /// The version of the plan that you saw: nothing else is published.
    pub base_version: i32,
    /// MAJOR when left out. A MINOR version may not change which objectives, activities and indicators there are, nor what they measure: only texts,
    /// costs and targets. The first version is MAJOR.
    pub level: Option<VersionLevel>,
}

write_inputs!(
    CreatePlanInput,
    UpdatePlanInput,
    AddObjectiveInput,
    UpdateObjectiveInput,
    RemoveObjectiveInput,
    RemoveActivityInput,
    RemoveIndicatorInput,
    AddActivityInput,
    UpdateActivityInput,
    SetActivityCostsInput,
    AddIndicatorInput,
    UpdateIndicatorInput,
    SetTargetsInput,
    PublishPlanInput,
);

/// The largest figure that a plan may hold. More than there are people, and small enough that no product or sum of a plan leaves what exact
/// decimals hold.
pub(super) const LARGEST: i64 = 10_000_000_000;

/// A number of units or people: not negative, at most [`LARGEST`], with at most four decimals.
pub(super) fn quantity(value: Decimal, field: &str) -> Result<Decimal> {
    within(value, 4, field)
}

/// An amount of money: as a quantity, with at most two decimals.
pub(super) fn money(value: Decimal, field: &str) -> Result<Decimal> {
    within(value, 2, field)
}

fn within(value: Decimal, decimals: u32, field: &str) -> Result<Decimal> {
    let value = value.normalize();
    if value >= Decimal::ZERO && value <= Decimal::from(LARGEST) && value.scale() <= decimals {
        return Ok(value);
    }
    let message = format!("give a number from 0 to {LARGEST} with at most {decimals} decimals");
    Err(Error::invalid(field, "plan-number-out-of-range", message))
}

/// A text without blanks around it, of 1 to `longest` characters.
pub(super) fn text(value: &str, longest: usize, field: &str) -> Result<String> {
    let value = value.trim();
    if (1..=longest).contains(&value.chars().count()) && !value.contains(char::is_control) {
        return Ok(value.to_owned());
    }
    Err(Error::invalid(field, "text-length", format!("write 1 to {longest} characters on one line")))
}

/// A plan's code.
pub(super) fn plan_code(value: &str) -> Result<String> {
    let value = value.trim();
    let fits = (2..=30).contains(&value.len()) && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if fits {
        return Ok(value.to_owned());
    }
    Err(Error::invalid("code", "plan-code", "use 2 to 30 letters, digits and hyphens, such as HSDN24"))
}

/// A currency's code.
pub(super) fn currency(value: &str) -> Result<String> {
    let value = value.trim().to_ascii_uppercase();
    if value.len() == 3 && value.chars().all(|c| c.is_ascii_uppercase()) {
        return Ok(value);
    }
    Err(Error::invalid("currency", "currency-code", "use the three letters of ISO 4217, such as USD"))
}

/// The days of a plan, which must not be empty.
pub(super) fn check_days(starts_on: NaiveDate, ends_on: NaiveDate) -> Result<()> {
    if ends_on > starts_on {
        return Ok(());
    }
    Err(Error::invalid("endsOn", "plan-days", "give the first day after the plan: it comes after the first day"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plans::dec;

    #[test]
    fn a_quantity_is_not_negative_not_absurd_and_not_finer_than_four_decimals() {
        assert_eq!(quantity(dec("0.1250"), "unitTarget").expect("in range"), dec("0.125"));
        assert_eq!(quantity(dec("10000000000"), "unitTarget").expect("the largest"), dec("10000000000"));
        for wrong in [dec("-1"), dec("10000000000.1"), dec("0.00001"), Decimal::MAX, Decimal::MIN] {
            let error = quantity(wrong, "unitTarget").expect_err("out of range");
            assert_eq!((error.field(), error.key()), (Some("unitTarget"), "plan-number-out-of-range"));
        }
        assert!(money(dec("1.005"), "unitCost").is_err(), "no cost below a cent");
    }

    #[test]
    fn a_plan_lasts_at_least_a_day() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).expect("a day");
        assert!(check_days(day(1), day(2)).is_ok());
        assert_eq!(check_days(day(2), day(2)).expect_err("no day").field(), Some("endsOn"));
    }

    proptest! {
        #[test]
        fn what_passes_as_a_plan_code_is_what_the_table_takes(value in ".{0,40}") {
            if let Ok(code) = plan_code(&value) {
                prop_assert!((2..=30).contains(&code.len()));
                prop_assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
            }
        }

        #[test]
        fn what_passes_as_a_currency_is_three_capitals(value in ".{0,5}") {
            if let Ok(code) = currency(&value) {
                prop_assert!(code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
            }
        }
    }
}
