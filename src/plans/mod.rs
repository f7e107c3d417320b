//! Response plans: what a cluster sets out to do, for whom, where, and what it costs.

mod model;
mod store;

pub use model::{
    AcrossPeriods, AcrossPlaces, Activity, ActivityCost, ActivityCostId, ActivityId, ActivityUnit, Frequency,
    Indicator, IndicatorId, IndicatorKind, Modality, Objective, ObjectiveId, ObjectiveLevel, Plan, PlanId, PlanKind,
    PlanStatus, PlanVersion, PlanVersionId, Target,
};
pub use store::{
    activities,
    batches::{ActivityById, IndicatorById, ObjectiveById, PlanById},
    indicators, plan, targets,
};
