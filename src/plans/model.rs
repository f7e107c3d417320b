//! Plans and what they are made of.

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{
    dsl::sql,
    expression::SqlLiteral,
    prelude::*,
    sql_types::{Array, Uuid as SqlUuid},
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    dimensions::CategoryId,
    ids,
    kit::{
        Error, Result,
        scope::{ClusterId, OperationId, Scope, Scoped, UserId},
        text::LocalizedText,
    },
    needs::NeedsRoundId,
    places::AdminAreaId,
    plans::splits::Splits,
    schema::{activities, activity_costs, indicators, objectives, plan_versions, response_plans, targets},
    text_enum,
};

ids! {
    /// The id of a response plan.
    PlanId of PlanKindOfId as "ResponsePlan";
    /// The id of a published version of a plan.
    PlanVersionId of PlanVersionKind as "PlanVersion";
    /// The id of an objective.
    ObjectiveId of ObjectiveKind as "Objective";
    /// The id of an activity.
    ActivityId of ActivityKind as "Activity";
    /// The id of a cost of an activity.
    ActivityCostId of ActivityCostKind as "ActivityCost";
    /// The id of an indicator.
    IndicatorId of IndicatorKindOfId as "Indicator";
}

text_enum! {
    /// What kind of plan it is.
    PlanKind {
        /// Humanitarian response plan of a year.
        Hrp = "HRP",
        /// The first months after a sudden disaster.
        FlashAppeal = "FLASH_APPEAL",
        /// The response to refugees, over several countries.
        RefugeeResponsePlan = "REFUGEE_RESPONSE_PLAN",
        /// Transitional and other plans.
        Other = "OTHER",
    }
}

text_enum! {
    /// How far a plan is.
    PlanStatus {
        /// Being written; nothing was published yet.
        Draft = "DRAFT",
        /// There is a published version. The plan may still be edited towards the next one.
        Published = "PUBLISHED",
        /// Over: nothing of it changes any more.
        Closed = "CLOSED",
    }
}

text_enum! {
    /// Where an objective stands.
    ObjectiveLevel {
        /// Of the whole response, such as SO1.
        Strategic = "STRATEGIC",
        /// Below a strategic objective, such as 2.1.
        Specific = "SPECIFIC",
        /// The cluster's own, such as CLEDU/CO1.
        Cluster = "CLUSTER",
    }
}

text_enum! {
    /// What an activity is counted in.
    ActivityUnit {
        /// Children.
        Children = "CHILDREN",
        /// People of any age.
        People = "PEOPLE",
        /// Teachers.
        Teachers = "TEACHERS",
        /// Temporary learning spaces.
        LearningSpaces = "LEARNING_SPACES",
        /// Classrooms.
        Classrooms = "CLASSROOMS",
        /// Latrines.
        Latrines = "LATRINES",
        /// Kits.
        Kits = "KITS",
        /// Schools.
        Schools = "SCHOOLS",
        /// Anything else; the activity's title says what.
        Other = "OTHER",
    }
}

impl ActivityUnit {
    /// Whether an activity with this unit is counted in people.
    pub fn is_people(self) -> bool {
        matches!(self, Self::Children | Self::People | Self::Teachers)
    }
}

text_enum! {
    /// How help is delivered.
    Modality {
        /// Goods.
        InKind = "IN_KIND",
        /// A service.
        Service = "SERVICE",
        /// Cash.
        Cash = "CASH",
        /// Vouchers.
        Voucher = "VOUCHER",
    }
}

text_enum! {
    /// What an indicator's values are.
    IndicatorKind {
        /// One number.
        Number = "NUMBER",
        /// A numerator and a denominator.
        Ratio = "RATIO",
    }
}

text_enum! {
    /// How the values of places make the value of a larger place.
    AcrossPlaces {
        /// Their sum; of a ratio, numerators and denominators each on their own.
        Sum = "SUM",
        /// The largest.
        Max = "MAX",
        /// Their mean.
        Average = "AVERAGE",
    }
}

text_enum! {
    /// How the values of periods make the value of a longer time.
    AcrossPeriods {
        /// Their sum.
        Sum = "SUM",
        /// The largest.
        Max = "MAX",
        /// Their mean.
        Average = "AVERAGE",
        /// The latest that was reported.
        Latest = "LATEST",
    }
}

text_enum! {
    /// How often an indicator is reported.
    Frequency {
        /// In every reporting period.
        EveryPeriod = "EVERY_PERIOD",
        /// Every three months.
        Quarterly = "QUARTERLY",
        /// Once a year.
        Yearly = "YEARLY",
    }
}

/// The clusters of a plan are read with its row: no guard can be asked without them.
type ClustersOfPlan = SqlLiteral<Array<SqlUuid>>;

fn clusters_of_plan() -> ClustersOfPlan {
    sql("array(select cluster_id from plan_clusters where plan_id = response_plans.id order by cluster_id)")
}

/// So are the areas that it is for.
type AreasOfPlan = SqlLiteral<Array<SqlUuid>>;

fn areas_of_plan() -> AreasOfPlan {
    sql("array(select area_id from plan_areas where plan_id = response_plans.id order by area_id)")
}

/// A response plan.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = response_plans, check_for_backend(diesel::pg::Pg))]
pub struct Plan {
    /// The plan's id.
    pub id: PlanId,
    /// The operation.
    pub operation_id: OperationId,
    /// Its code, as in HPC where it has one.
    pub code: String,
    /// What kind of plan it is.
    pub kind: PlanKind,
    /// Language > name.
    pub names: LocalizedText,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// ISO 4217 code of its costs.
    pub currency: String,
    /// The needs that it answers.
    pub needs_round_id: Option<NeedsRoundId>,
    /// How far it is.
    pub status: PlanStatus,
    /// Counts changes of the plan and of everything in it.
    pub version: i32,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// When it or anything in it last changed.
    pub updated_at: DateTime<Utc>,
    /// The clusters that carry it, at least one.
    #[diesel(select_expression = clusters_of_plan(), select_expression_type = ClustersOfPlan, skip_insertion)]
    pub clusters: Vec<ClusterId>,
    /// Where it holds; none for the whole operation.
    #[serde(default)]
    #[diesel(select_expression = areas_of_plan(), select_expression_type = AreasOfPlan, skip_insertion)]
    pub areas: Vec<AdminAreaId>,
}

impl Scoped for Plan {
    fn scope(&self) -> Scope {
        Scope::operation(self.operation_id).shared_by(self.clusters.iter().copied())
    }
}

text_enum! {
    /// How much a published version changes.
    VersionLevel {
        /// What the plan consists of: its objectives, activities and indicators, and what they measure.
        Major = "MAJOR",
        /// Texts, costs and targets only.
        Minor = "MINOR",
    }
}

/// A published version of a plan: frozen. What it froze is read on its own, because it is large.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = plan_versions, check_for_backend(diesel::pg::Pg))]
pub struct PlanVersion {
    /// The version's id.
    pub id: PlanVersionId,
    /// The plan.
    pub plan_id: PlanId,
    /// Counts the versions of the plan, from 1.
    pub number: i32,
    /// Counts those that changed what the plan consists of, from 1.
    pub major: i32,
    /// Counts those since then that changed only texts, costs and targets, from 0.
    pub minor: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Who published it.
    pub published_by: UserId,
    /// SHA-256 of what was frozen, as canonical JSON.
    pub hash: Vec<u8>,
}

/// A strategic, specific or cluster objective.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = objectives, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Objective {
    /// The objective's id.
    pub id: ObjectiveId,
    /// The plan.
    pub plan_id: PlanId,
    /// The objective that it serves.
    pub parent_id: Option<ObjectiveId>,
    /// Where it stands.
    pub level: ObjectiveLevel,
    /// Its reference, such as CLEDU/CO1.
    pub ref_code: String,
    /// Language > title.
    pub names: LocalizedText,
}

/// What is done: a cluster activity.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = activities, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Activity {
    /// The activity's id.
    pub id: ActivityId,
    /// The plan.
    pub plan_id: PlanId,
    /// The objective that it serves.
    pub objective_id: ObjectiveId,
    /// Its reference, such as CLEDU/CA1.
    pub ref_code: String,
    /// Language > title.
    pub names: LocalizedText,
    /// What it is counted in.
    pub unit: ActivityUnit,
    /// How many units the plan sets out to do; none when not decided.
    pub unit_target: Option<Decimal>,
}

/// What one unit of an activity costs.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = activity_costs, check_for_backend(diesel::pg::Pg))]
pub struct ActivityCost {
    /// The cost's id.
    pub id: ActivityCostId,
    /// The activity.
    pub activity_id: ActivityId,
    /// How it is delivered.
    pub modality: Modality,
    /// Where it holds; none for the whole operation.
    pub area_id: Option<AdminAreaId>,
    /// Units to be done at this cost; none: what the other costs of the activity leave.
    pub unit_target: Option<Decimal>,
    /// Lower end of the range.
    pub low: Option<Decimal>,
    /// The cost that the requirement is reckoned with, in the plan's currency.
    pub unit_cost: Decimal,
    /// Upper end of the range.
    pub high: Option<Decimal>,
}

/// What is measured of an activity or objective, and how it is added up.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = indicators, check_for_backend(diesel::pg::Pg), treat_none_as_null = true)]
pub struct Indicator {
    /// The indicator's id.
    pub id: IndicatorId,
    /// The plan.
    pub plan_id: PlanId,
    /// The activity that it measures, or
    pub activity_id: Option<ActivityId>,
    /// the objective that it measures.
    pub objective_id: Option<ObjectiveId>,
    /// Its code in the plan.
    pub ref_code: String,
    /// Its code in the IASC indicator registry, if it is there.
    pub registry_code: Option<String>,
    /// Language > title.
    pub names: LocalizedText,
    /// What it counts, in words.
    pub unit: String,
    /// A number, or numerator and denominator.
    pub kind: IndicatorKind,
    /// How places make a larger place.
    pub across_places: AcrossPlaces,
    /// How periods make a longer time.
    pub across_periods: AcrossPeriods,
    /// True: its values are people, so that they count towards people reached.
    pub counts_people: bool,
    /// How often it is reported.
    pub frequency: Frequency,
    /// What a ratio's numerator counts.
    #[serde(default)]
    pub numerator_label: Option<LocalizedText>,
    /// What a ratio's denominator counts.
    #[serde(default)]
    pub denominator_label: Option<LocalizedText>,
    /// What its values may be split by; none for any combination of its dimensions.
    #[serde(default)]
    pub splits: Splits,
}

/// What is to be reached by an indicator: in this place, of this category, so many.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
#[diesel(table_name = targets, check_for_backend(diesel::pg::Pg))]
pub struct Target {
    /// The indicator.
    pub indicator_id: IndicatorId,
    /// The place.
    pub area_id: AdminAreaId,
    /// Whom it counts.
    pub category_id: CategoryId,
    /// Where it started; none when not known.
    pub baseline: Option<Decimal>,
    /// How many need it; none when not known.
    pub in_need: Option<Decimal>,
    /// How many are to be reached; none when not decided.
    pub target: Option<Decimal>,
}

impl Indicator {
    /// What holds of every indicator. The table has the first two checks too.
    ///
    /// # Errors
    /// Names the input that breaks a rule.
    pub fn check(&self) -> Result<()> {
        if self.activity_id.is_some() == self.objective_id.is_some() {
            let message = "an indicator measures either an activity or an objective: give one of the two ids";
            return Err(Error::invalid("activityId", "indicator-measures-one-thing", message));
        }
        if self.kind == IndicatorKind::Number {
            let label = [
                ("measure.numeratorLabel", &self.numerator_label),
                ("measure.denominatorLabel", &self.denominator_label),
            ];
            let given = label.into_iter().find(|(_, label)| label.is_some());
            return given.map_or(Ok(()), |(field, _)| {
                let message = "a number has no numerator and denominator: leave this out, or make it a RATIO";
                Err(Error::invalid(field, "indicator-label-of-number", message))
            });
        }
        if self.across_places != AcrossPlaces::Sum {
            let message = "of a ratio, numerators and denominators are summed over places: use SUM";
            return Err(Error::invalid("measure.acrossPlaces", "indicator-ratio-places", message));
        }
        if self.across_periods != AcrossPeriods::Latest {
            let message = "a ratio stands for the latest period: use LATEST";
            return Err(Error::invalid("measure.acrossPeriods", "indicator-ratio-periods", message));
        }
        if self.counts_people {
            let message = "a ratio is no number of people: only a NUMBER can count people";
            return Err(Error::invalid("measure.countsPeople", "indicator-ratio-people", message));
        }
        Ok(())
    }
}
