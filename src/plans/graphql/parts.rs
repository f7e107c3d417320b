//! What plans are made of, in the graph.

use std::sync::Arc;

use juniper::{GraphQLObject, ID, graphql_object};
use rust_decimal::Decimal;

use crate::{
    connection,
    dimensions::{CategoryById, CategoryId},
    kit::{
        Result,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        text::Language,
    },
    places::{AdminAreaId, AreaById},
    plans::{
        costing::{self, NotCosted},
        model::{
            AcrossPeriods, AcrossPlaces, Activity, ActivityCost, ActivityUnit, Frequency, Indicator, IndicatorKind,
            Modality, Objective, ObjectiveLevel, PlanId, Target,
        },
        shown,
        store::batches::{CostsOfActivity, DimensionsOfIndicator, PlanById, TargetPage, TargetsOfIndicator},
    },
};

#[graphql_object(context = Context, description = "A strategic, specific or cluster objective of a plan.")]
impl Objective {
    /// The objective's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// The objective that it serves.
    fn parent<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Objective>>> {
        Later::of(self.parent_id, |parent| shown::objective(context, self.plan_id, parent))
    }

    /// Where it stands.
    fn level(&self) -> ObjectiveLevel {
        self.level
    }

    /// Its reference, such as CLEDU/CO1.
    fn ref_code(&self) -> &str {
        &self.ref_code
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// The indicators that measure the objective itself, by code.
    fn indicators<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<Indicator>>> {
        Later::new(shown::indicators_of_objective(context, self))
    }
}

/// What one activity costs.
#[derive(GraphQLObject)]
#[graphql(description = "What one activity costs: units with a cost of their own first, the rest at the general cost.")]
pub struct ActivityRequirement {
    /// Units times unit cost, in the plan's currency; null when it could not be costed.
    amount: Option<Decimal>,
    /// The same with the lower ends of the unit costs.
    low: Option<Decimal>,
    /// The same with the upper ends of the unit costs.
    high: Option<Decimal>,
    /// Why it could not be costed; null when it could.
    not_costed: Option<NotCosted>,
}

#[graphql_object(context = Context, description = "What is done: an activity of a plan with the unit that it is counted in.")]
impl Activity {
    /// The activity's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// The objective that it serves.
    fn objective<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Objective>>> {
        Later::new(shown::objective(context, self.plan_id, self.objective_id))
    }

    /// Its reference, such as CLEDU/CA1.
    fn ref_code(&self) -> &str {
        &self.ref_code
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// What it is counted in.
    fn unit(&self) -> ActivityUnit {
        self.unit
    }

    /// How many units the plan sets out to do; null when not decided.
    fn unit_target(&self) -> Option<Decimal> {
        self.unit_target
    }

    /// What one unit costs, by modality and place, as it is worked on.
    fn costs<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<ActivityCost>>> {
        Later::new(self.working_costs(context))
    }

    /// What it costs in all, as it is worked on.
    fn requirement<'a>(&'a self, context: &'a Context) -> Later<'a, ActivityRequirement> {
        Later::new(async move {
            let costs = self.working_costs(context).await?;
            let amount = costing::activity_amount(self.unit_target, &costs);
            Ok(ActivityRequirement {
                amount: amount.ok().map(|amount| amount.expected),
                low: amount.ok().map(|amount| amount.low),
                high: amount.ok().map(|amount| amount.high),
                not_costed: amount.err(),
            })
        })
    }

    /// The indicators that measure it, by code.
    fn indicators<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<Indicator>>> {
        Later::new(shown::indicators_of_activity(context, self))
    }
}

#[graphql_object(context = Context, description = "What one unit of an activity costs, in the plan's currency.")]
impl ActivityCost {
    /// The cost's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// How it is delivered.
    fn modality(&self) -> Modality {
        self.modality
    }

    /// Where it holds; null for the whole operation.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Units to be done at this cost; null: what the other costs of the activity leave.
    fn unit_target(&self) -> Option<Decimal> {
        self.unit_target
    }

    /// Lower end of the range.
    fn low(&self) -> Option<Decimal> {
        self.low
    }

    /// The cost that the requirement is reckoned with.
    fn unit_cost(&self) -> Decimal {
        self.unit_cost
    }

    /// Upper end of the range.
    fn high(&self) -> Option<Decimal> {
        self.high
    }
}

#[graphql_object(
    context = Context,
    description = "What is measured of an activity or an objective, and how its values are added up over places and periods."
)]
impl Indicator {
    /// The indicator's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// The activity that it measures; null when it measures an objective.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::of(self.activity_id, |activity| shown::shown_activity(context, activity))
    }

    /// The objective that it measures; null when it measures an activity.
    fn objective<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Objective>>> {
        Later::of(self.objective_id, |objective| shown::objective(context, self.plan_id, objective))
    }

    /// Its code in the plan.
    fn ref_code(&self) -> &str {
        &self.ref_code
    }

    /// Its code in the IASC indicator registry, if it is there.
    fn registry_code(&self) -> Option<&str> {
        self.registry_code.as_deref()
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// What it counts, in words.
    fn unit(&self) -> &str {
        &self.unit
    }

    /// A number, or numerator and denominator.
    fn kind(&self) -> IndicatorKind {
        self.kind
    }

    /// How places make a larger place.
    fn across_places(&self) -> AcrossPlaces {
        self.across_places
    }

    /// How periods make a longer time.
    fn across_periods(&self) -> AcrossPeriods {
        self.across_periods
    }

    /// True: its values are people, so that they count towards people reached.
    fn counts_people(&self) -> bool {
        self.counts_people
    }

    /// How often it is reported.
    fn frequency(&self) -> Frequency {
        self.frequency
    }

    /// What a ratio's numerator counts, in your language, else in English, else in any; null of numbers, and where it is not said.
    fn numerator_label(&self, context: &Context) -> Option<&str> {
        self.numerator_label.as_ref().map(|label| label.get(context.language, Language::En))
    }

    /// What a ratio's denominator counts.
    fn denominator_label(&self, context: &Context) -> Option<&str> {
        self.denominator_label.as_ref().map(|label| label.get(context.language, Language::En))
    }

    /// The combinations of its dimensions that its values may be split by; empty for any. Totals are always allowed, and every split of a ratio.
    fn splits(&self) -> &[Vec<String>] {
        self.splits.combinations()
    }

    /// Codes of the dimensions that its values are told apart by.
    fn dimensions<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<String>>> {
        Later::all(context.loaders.load::<DimensionsOfIndicator>(self.id))
    }

    /// Its targets by place and category as they are worked on, in an order that stays the same.
    fn targets<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<Target>> {
        Later::new(async move {
            let page = Page::new("targets by place and category", first, after.as_deref())?;
            let after = page.after_key::<(AdminAreaId, CategoryId)>()?;
            let key = TargetPage { indicator: self.id, after, limit: page.limit() };
            let rows = as_worked_on(context, self.plan_id, context.loaders.load::<TargetsOfIndicator>(key)).await?;
            Connection::from_rows(&page, rows.unwrap_or_default().to_vec(), |target| {
                (target.area_id, target.category_id)
            })
        })
    }
}

impl Activity {
    async fn working_costs(&self, context: &Context) -> Result<Arc<Vec<ActivityCost>>> {
        let costs = context.loaders.load::<CostsOfActivity>(self.id);
        Ok(as_worked_on(context, self.plan_id, costs).await?.unwrap_or_default())
    }
}

/// What is loaded, for those who may read the plan as it is worked on. Both are asked for at the same moment, so that lists share their queries.
async fn as_worked_on<T>(context: &Context, plan: PlanId, load: impl Future<Output = Result<T>>) -> Result<T> {
    let (loaded, ()) = futures::try_join!(load, super::require_drafts(context, plan))?;
    Ok(loaded)
}

#[graphql_object(context = Context, description = "What is to be reached by an indicator: in this place, of this category, so many.")]
impl Target {
    /// The place.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Whom it counts.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.category_id)
    }

    /// Where it started; null when not known.
    fn baseline(&self) -> Option<Decimal> {
        self.baseline
    }

    /// How many need it; null when not known.
    fn in_need(&self) -> Option<Decimal> {
        self.in_need
    }

    /// How many are to be reached; null when not decided.
    fn target(&self) -> Option<Decimal> {
        self.target
    }
}

connection!(Target as "TargetConnection", "TargetEdge");
