//! What is measured of a plan: indicators, their own or by the codes of the registry.

use std::collections::BTreeSet;

use super::{
    inputs::{self, AddIndicatorInput, IndicatorMeasureInput, UpdateIndicatorInput},
    model::{ActivityId, Indicator, IndicatorId, IndicatorKind, ObjectiveId, Plan, PlanId},
    policy,
    registry::{self, RegistryIndicator},
    service::chosen_id,
    splits::Splits,
    store,
    structure::{LONGEST_TITLE, changed, objective_of, of_another_plan, ref_code, taken},
};
use crate::{
    audit,
    kit::{
        Error, Result,
        db::Transaction,
        text::{Language, LocalizedText},
    },
};

/// The most combinations of dimensions that an indicator can allow.
const MOST_SPLITS: usize = 20;

/// Adds an indicator to an activity or an objective of a plan.
///
/// # Errors
/// When the viewer may not, or an input cannot be taken.
pub async fn add_indicator(transaction: &mut Transaction, input: AddIndicatorInput) -> Result<Indicator> {
    let plan = policy::load_for_edit(transaction, PlanId::parse(&input.plan_id, "planId")?, "planId").await?;
    let registered = registered(transaction, &input.measure).await?;
    let measured = Measured::read(&input.measure, registered.as_ref(), None)?;
    let indicator = Indicator {
        id: chosen_id(transaction, input.id),
        plan_id: plan.id,
        activity_id: ActivityId::parse_optional(input.activity_id.as_ref(), "activityId")?,
        objective_id: ObjectiveId::parse_optional(input.objective_id.as_ref(), "objectiveId")?,
        ref_code: ref_code(&input.ref_code)?,
        registry_code: registered.map(|registered| registered.code),
        names: measured.names,
        unit: measured.unit,
        kind: measured.kind,
        across_places: input.measure.across_places,
        across_periods: input.measure.across_periods,
        counts_people: input.measure.counts_people,
        frequency: input.measure.frequency,
        numerator_label: measured.numerator_label,
        denominator_label: measured.denominator_label,
        splits: splits(&input.measure, &Splits::default())?,
    };
    indicator.check()?;
    if let Some(activity) = indicator.activity_id {
        let activity = store::activity(transaction.conn(), activity).await?;
        if activity.is_none_or(|activity| activity.plan_id != plan.id) {
            return Err(of_another_plan("activityId"));
        }
    }
    if let Some(objective) = indicator.objective_id {
        objective_of(transaction, &plan, objective, "objectiveId").await?;
    }
    if !store::insert_indicator(transaction.conn(), &indicator).await? {
        return Err(taken("an indicator"));
    }
    set_dimensions(transaction, &plan, indicator.id, input.measure.dimensions).await?;
    changed(transaction, &plan, audit::Change::new("create", indicator.id), None::<&Indicator>, &indicator).await?;
    Ok(indicator)
}

/// Changes what an indicator measures, and how.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, or an input cannot be taken.
pub async fn update_indicator(transaction: &mut Transaction, input: UpdateIndicatorInput) -> Result<Indicator> {
    let (plan, before) = indicator_for_edit(transaction, &input.indicator_id, input.base_version).await?;
    let registered = registered(transaction, &input.measure).await?;
    let measured = Measured::read(&input.measure, registered.as_ref(), Some(&before))?;
    let indicator = Indicator {
        registry_code: registered.map(|registered| registered.code),
        names: measured.names,
        unit: measured.unit,
        kind: measured.kind,
        across_places: input.measure.across_places,
        across_periods: input.measure.across_periods,
        counts_people: input.measure.counts_people,
        frequency: input.measure.frequency,
        numerator_label: measured.numerator_label,
        denominator_label: measured.denominator_label,
        splits: splits(&input.measure, &before.splits)?,
        ..before.clone()
    };
    indicator.check()?;
    store::update_indicator(transaction.conn(), &indicator).await?;
    set_dimensions(transaction, &plan, before.id, input.measure.dimensions).await?;
    changed(transaction, &plan, audit::Change::new("update", before.id), Some(&before), &indicator).await?;
    Ok(indicator)
}

/// The indicator and its plan, held, for those who may write the plan.
pub(super) async fn indicator_for_edit(
    transaction: &Transaction,
    id: &juniper::ID,
    base: i32,
) -> Result<(Plan, Indicator)> {
    let id = IndicatorId::parse(id, "indicatorId")?;
    let found = store::indicator(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("indicatorId"))?;
    let plan = policy::load_for_edit(transaction, found.plan_id, "indicatorId").await?;
    transaction.check_version(plan.version, base)?;
    // Read again, now that nobody else can change it.
    let indicator = store::indicator(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("indicatorId"))?;
    Ok((plan, indicator))
}

/// What the registry has under the code that a measure names.
async fn registered(transaction: &Transaction, measure: &IndicatorMeasureInput) -> Result<Option<RegistryIndicator>> {
    let Some(code) = &measure.registry_code else { return Ok(None) };
    let code = inputs::text(code, 40, "measure.registryCode")?.to_uppercase();
    let found = registry::indicator(transaction.conn(), &code).await?;
    found.map(Some).ok_or_else(|| {
        let message = format!("the registry has no indicator {code}; leave it out for one of your own");
        Error::invalid("measure.registryCode", "registry-code-unknown", message)
    })
}

/// The parts of a measure that may be left out: what was given, else what the indicator has, else what the registry says.
struct Measured {
    names: LocalizedText,
    unit: String,
    kind: IndicatorKind,
    numerator_label: Option<LocalizedText>,
    denominator_label: Option<LocalizedText>,
}

impl Measured {
    fn read(
        measure: &IndicatorMeasureInput,
        registered: Option<&RegistryIndicator>,
        before: Option<&Indicator>,
    ) -> Result<Self> {
        let language = measure.language.unwrap_or(Language::En);
        let said = |text: &Option<String>, longest: usize, field: &str| {
            text.as_deref().map(|text| inputs::text(text, longest, field)).transpose()
        };
        let label = |text: &Option<String>, kept: Option<LocalizedText>, field: &str| {
            let Some(text) = said(text, LONGEST_LABEL, field)? else { return Ok::<_, Error>(kept) };
            Ok(Some(kept.unwrap_or_default().with(language, text)))
        };
        let names = before.map(|before| before.names.clone());
        let names = match said(&measure.name, LONGEST_TITLE, "measure.name")? {
            Some(name) => Some(names.unwrap_or_default().with(language, name)),
            None => names.or_else(|| registered.map(|registered| registered.names.clone())),
        };
        let unit = said(&measure.unit, 100, "measure.unit")?;
        let unit = unit.or_else(|| before.map(|before| before.unit.clone()));
        let kind = measure.kind.or(before.map(|before| before.kind)).or(registered.and_then(|one| one.kind));
        let kind = kind.ok_or_else(|| missing("measure.kind", "say whether it is a NUMBER or a RATIO"))?;
        // Labels are of ratios: a number keeps none, neither of before nor of the registry.
        let ratio = kind == IndicatorKind::Ratio;
        let kept = |of: fn(&Indicator) -> &Option<LocalizedText>,
                    or: fn(&RegistryIndicator) -> &Option<LocalizedText>| {
            before.and_then(|before| of(before).clone()).or_else(|| or(registered?).clone()).filter(|_| ratio)
        };
        let (numerator, denominator) = (
            kept(|one| &one.numerator_label, |one| &one.numerator_label),
            kept(|one| &one.denominator_label, |one| &one.denominator_label),
        );
        Ok(Self {
            names: names.ok_or_else(|| missing("measure.name", "give it a title"))?,
            unit: unit
                .or_else(|| registered.map(|registered| registered.unit.clone()))
                .ok_or_else(|| missing("measure.unit", "say what it counts"))?,
            kind,
            numerator_label: label(&measure.numerator_label, numerator, "measure.numeratorLabel")?,
            denominator_label: label(&measure.denominator_label, denominator, "measure.denominatorLabel")?,
        })
    }
}

/// The longest label of a numerator or denominator.
const LONGEST_LABEL: usize = 200;

fn missing(field: &str, what: &str) -> Error {
    let message = format!("{what}: the registry has none that could stand in for it here");
    Error::invalid(field, "indicator-incomplete", message)
}

/// The combinations that a measure allows, which name no dimension but its own.
fn splits(measure: &IndicatorMeasureInput, before: &Splits) -> Result<Splits> {
    let given = measure.splits.as_ref().filter(|splits| splits.len() <= MOST_SPLITS);
    if measure.splits.is_some() && given.is_none() {
        let message = format!("allow at most {MOST_SPLITS} combinations, or none for any");
        return Err(Error::invalid("measure.splits", "indicator-splits", message));
    }
    let splits = given.map_or_else(|| before.clone(), |splits| Splits::new(splits.iter().cloned()));
    let unknown =
        splits.dimensions().into_iter().find(|dimension| !measure.dimensions.iter().any(|own| own == dimension));
    let Some(unknown) = unknown else { return Ok(splits) };
    let message =
        format!("{unknown} is none of the indicator's dimensions; add it there, or leave it out of the splits");
    Err(Error::invalid("measure.splits", "indicator-splits", message))
}

async fn set_dimensions(transaction: &Transaction, plan: &Plan, id: IndicatorId, codes: Vec<String>) -> Result<()> {
    let codes: Vec<String> = codes.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let unknown = store::set_indicator_dimensions(transaction.conn(), plan.operation_id, id, &codes).await?;
    if unknown.is_empty() {
        return Ok(());
    }
    let message = format!("the operation has no dimension {}; use its codes, such as sex", unknown.join(", "));
    Err(Error::invalid("measure.dimensions", "dimension-unknown", message))
}
