//! Two states of a plan side by side, in the graph.

use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

use crate::{
    connection,
    dimensions::CategoryById,
    kit::{
        Result,
        graphql::{Context, Count, connection::Connection, lazy::Lazy, page::Page},
    },
    places::AreaById,
    plans::{
        comparing::{self, PlanDifference},
        difference::{FieldChange, PlanChange, PlanChangeKind, PlanPart},
        model::{PlanId, PlanVersion},
        store::batches::PlanById,
    },
};

#[graphql_object(context = Context, description = "What changed between two versions of a plan, or between a version and the plan as it is worked on.")]
impl PlanDifference {
    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan)
    }

    /// The earlier version.
    fn earlier(&self) -> &PlanVersion {
        &self.from
    }

    /// The later version; null for the plan as it is worked on.
    fn later(&self) -> Option<&PlanVersion> {
        self.to.as_ref()
    }

    /// What the plan cost in the earlier version, in its currency of then; null when nothing could be costed.
    fn requirement_before(&self) -> Option<Decimal> {
        self.requirement.0
    }

    /// What it costs in the later state.
    fn requirement_after(&self) -> Option<Decimal> {
        self.requirement.1
    }

    /// How many learners it targeted in the earlier version, everyone once; null without a target.
    fn people_targeted_before(&self) -> Option<Count> {
        self.people.0.and_then(Count::rounded)
    }

    /// How many learners it targets in the later state.
    fn people_targeted_after(&self) -> Option<Count> {
        self.people.1.and_then(Count::rounded)
    }

    /// Why this takes a MAJOR version: what changed beyond texts, costs and targets. Empty where a MINOR one would do.
    fn beyond_minor(&self) -> &[String] {
        &self.beyond_minor
    }

    /// What changed, part by part, by reference.
    fn changes(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<PlanChange>> {
        let page = Page::new("changes of a plan", first, after.as_deref())?;
        let behind = page.after_key::<(usize,)>()?.map_or(0, |(place,)| place.saturating_add(1));
        let limit = usize::try_from(page.limit()).unwrap_or_default();
        let rows = self.changes.iter().cloned().enumerate().skip(behind).take(limit).collect();
        Ok(Connection::from_rows(&page, rows, |(place, _): &(usize, PlanChange)| (*place,))?.map(|(_, change)| change))
    }
}

#[graphql_object(context = Context, description = "What became of one part of a plan.")]
impl PlanChange {
    /// Which part.
    fn part(&self) -> PlanPart {
        self.part
    }

    /// What became of it.
    fn kind(&self) -> PlanChangeKind {
        self.kind
    }

    /// Its reference; of costs their activity's, of targets their indicator's. Empty for locations.
    fn reference(&self) -> &str {
        &self.reference
    }

    /// The place that it is about, of locations, costs and targets.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area)
    }

    /// Whom it counts, of targets.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.category)
    }

    /// What is not the same, field by field.
    fn fields(&self) -> &[FieldChange] {
        &self.fields
    }
}

#[graphql_object(context = Context, name = "PlanFieldChange", description = "One field of a part of a plan, before and after.")]
impl FieldChange {
    /// The field, by its name in the graph; of texts with the language behind it, such as `name.fr`.
    fn field(&self) -> &str {
        &self.field
    }

    /// What it was; null where it was not said.
    fn before(&self) -> Option<&str> {
        self.before.as_deref()
    }

    /// What it is; null where it is not said.
    fn after(&self) -> Option<&str> {
        self.after.as_deref()
    }
}

connection!(PlanChange as "PlanChangeConnection", "PlanChangeEdge");

/// The query of differences.
#[derive(Default)]
pub struct DifferenceQueries;

#[graphql_object(context = Context)]
impl DifferenceQueries {
    /// What changed between two published versions of a plan; without `to`, between a version and the plan as it is worked on, for those who work on it.
    async fn plan_difference(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Number of the earlier version.")] from: i32,
        #[graphql(description = "Number of the later version; left out for the plan as it is worked on.")] to: Option<
            i32,
        >,
    ) -> Result<PlanDifference> {
        comparing::plan_difference(context, PlanId::parse(&plan_id, "planId")?, from, to).await
    }
}
