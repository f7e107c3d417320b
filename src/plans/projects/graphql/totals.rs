//! What a plan's projects come to, in the graph.

use std::sync::Arc;

use juniper::graphql_object;
use rust_decimal::Decimal;

use crate::{
    connection,
    kit::{
        Result,
        graphql::{
            Context, Count,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
    },
    places::{AdminAreaId, AreaById},
    plans::{
        costing,
        model::{Activity, ActivityId, Plan},
        projects::{
            model::Project,
            store::ProjectById,
            totals::{ActivityTotal, Duplicate, METHOD, METHOD_VERSION, OverTarget, Totals},
        },
        shown,
        store::batches::PlanById,
    },
};

/// What a plan's projects come to.
pub struct PlanProjects {
    pub(super) plan: Plan,
    pub(super) totals: Totals,
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A page out of rows that are all there.
fn page_of<T: Clone>(
    list: &'static str,
    all: &[T],
    first: i32,
    after: Option<&str>,
    key: impl Fn(&T) -> (ActivityId, AdminAreaId),
) -> Result<Connection<T>> {
    let page = Page::new(list, first, after)?;
    let behind = page.after_key::<(ActivityId, AdminAreaId)>()?;
    let rows = all.iter().filter(|row| behind.is_none_or(|behind| key(row) > behind));
    let limit = usize::try_from(page.limit()).unwrap_or_default();
    Connection::from_rows(&page, rows.take(limit).cloned().collect(), key)
}

#[graphql_object(
    context = Context,
    description = "What the projects of a plan come to: those that were approved, are under way or done. Money is in the plan's currency."
)]
impl PlanProjects {
    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan.id)
    }

    /// ISO 4217 code of the amounts.
    fn currency(&self) -> &str {
        &self.plan.currency
    }

    /// How many projects count.
    fn projects(&self) -> i32 {
        count(self.totals.projects)
    }

    /// How many of them have a budget in another currency, since the plan's changed: none of their money is in the sums.
    fn projects_in_other_currency(&self) -> i32 {
        count(self.totals.other_currency)
    }

    /// What they cost.
    fn budget(&self) -> Decimal {
        self.totals.budget
    }

    /// What of that is there already.
    fn funded(&self) -> Decimal {
        self.totals.funded
    }

    /// What of the cost their budgets do not tell by activity.
    fn budget_without_activity(&self) -> Decimal {
        self.totals.budget_without_activity
    }

    /// What the plan costs; null when nothing could be costed.
    fn requirement(&self) -> Option<Decimal> {
        self.totals.requirement
    }

    /// How many learners they target: projects add up, of several activities in a place the largest figure counts. Null when none is said.
    fn people_targeted(&self) -> Option<Count> {
        self.totals.people.and_then(Count::rounded)
    }

    /// The budget divided by the learners targeted, in cents; null when nobody is.
    fn cost_per_child(&self) -> Option<Decimal> {
        costing::cost_per_person(Some(self.totals.budget), self.totals.people)
    }

    /// Activity by activity, in the plan's order.
    fn activities(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ActivityTotal>> {
        let page = Page::new("activities of projects", first, after.as_deref())?;
        let behind = page.after_key::<(usize,)>()?.map_or(0, |(place,)| place.saturating_add(1));
        let limit = usize::try_from(page.limit()).unwrap_or_default();
        let rows = self.totals.activities.iter().cloned().enumerate().skip(behind).take(limit).collect();
        let page = Connection::from_rows(&page, rows, |(place, _): &(usize, ActivityTotal)| (*place,))?;
        Ok(page.map(|(_, total)| total))
    }

    /// Where projects target more people of an activity than the plan does.
    fn over_target(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<OverTarget>> {
        let rows = &self.totals.over_target;
        page_of("places over target", rows, first, after.as_deref(), |row| (row.activity, row.area))
    }

    /// Where several projects do the same.
    fn duplicates(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Duplicate>> {
        let rows = &self.totals.duplicates;
        page_of("projects of the same", rows, first, after.as_deref(), |row| (row.activity, row.area))
    }

    /// How the totals were reckoned.
    fn method(&self) -> &str {
        METHOD
    }

    /// The method's version.
    fn method_version(&self) -> &str {
        METHOD_VERSION
    }
}

#[graphql_object(context = Context, name = "ProjectsOfActivity", description = "What projects do of one activity, beside what the plan says.")]
impl ActivityTotal {
    /// The activity: as it is worked on to those who work on the plan, else as it was published.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::new(shown::shown_activity(context, self.activity))
    }

    /// How many projects do it.
    fn projects(&self) -> i32 {
        count(self.projects)
    }

    /// How many people they target, added up; null when none of them says.
    fn people(&self) -> Option<Decimal> {
        self.people
    }

    /// How many units they set out to do, in the activity's unit; null when none of them says.
    fn units(&self) -> Option<Decimal> {
        self.units
    }

    /// How many units the plan sets out to do; null when not decided.
    fn units_planned(&self) -> Option<Decimal> {
        self.units_planned
    }

    /// Whether they set out to do more units than the plan does; null when either is not known.
    fn over_target(&self) -> Option<bool> {
        Some(self.units? > self.units_planned?)
    }

    /// What they cost, as far as their budgets tell it by activity.
    fn budget(&self) -> Decimal {
        self.budget
    }

    /// What of that is there already.
    fn funded(&self) -> Decimal {
        self.funded
    }

    /// What the plan says that it costs; null when it could not be costed.
    fn requirement(&self) -> Option<Decimal> {
        self.requirement
    }
}

#[graphql_object(context = Context, name = "ProjectsOverTarget", description = "A place where projects target more people of an activity than the plan does.")]
impl OverTarget {
    /// The activity.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::new(shown::shown_activity(context, self.activity))
    }

    /// The place.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area)
    }

    /// How many people the projects target there, and in the places in it.
    fn people(&self) -> Decimal {
        self.people
    }

    /// How many the plan does.
    fn planned(&self) -> Decimal {
        self.planned
    }
}

#[graphql_object(context = Context, name = "ProjectDuplicate", description = "Several projects that do the same activity in one place.")]
impl Duplicate {
    /// The activity.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::new(shown::shown_activity(context, self.activity))
    }

    /// The place.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area)
    }

    /// The projects.
    fn projects<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Arc<Project>>> {
        Later::new(async move {
            let all = self.projects.iter().map(|project| context.loaders.load::<ProjectById>(*project));
            Ok(futures::future::try_join_all(all).await?.into_iter().flatten().collect())
        })
    }
}

connection!(ActivityTotal as "ProjectsOfActivityConnection", "ProjectsOfActivityEdge");
connection!(OverTarget as "ProjectsOverTargetConnection", "ProjectsOverTargetEdge");
connection!(Duplicate as "ProjectDuplicateConnection", "ProjectDuplicateEdge");
