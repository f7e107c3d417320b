//! Plans in the graph.

mod difference;
mod mutations;
mod parts;
mod registry;

use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

pub use self::{difference::DifferenceQueries, mutations::PlanMutations, registry::RegistryQueries};
pub use super::projects::graphql::{ProjectMutations, ProjectQueries};
use super::{
    costing::{self, NotCosted, Requirement},
    model::{Activity, ActivityId, Objective, Plan, PlanId, PlanKind, PlanStatus, PlanVersion},
    policy,
    projects::{self, ReviewCriterion},
    store::{
        self, Wanted,
        batches::{
            ActivitiesOfPlan, ActivityById, CostsOfActivity, ObjectivesOfPlan, PeopleTargeted, PlanById,
            SnapshotOfVersion, VersionsOfPlan,
        },
    },
    targets::TargetsOutcome,
};
use crate::{
    clusters::{Cluster, ClusterById, OperationById},
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{
            Context, Count,
            connection::Connection,
            issues::ImportIssue,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        ids,
        scope::{OperationId, Scope},
        text::Language,
    },
    places::{AdminArea, AreaById},
};

#[graphql_object(
    context = Context,
    name = "ResponsePlan",
    description = "What clusters set out to do for a year or less: for whom, where, and what it costs."
)]
impl Plan {
    /// The plan's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// Its code, as in HPC where it has one.
    fn code(&self) -> &str {
        &self.code
    }

    /// What kind of plan it is.
    fn kind(&self) -> PlanKind {
        self.kind
    }

    /// Its name in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its name in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// First day.
    fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// First day after.
    fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    /// The calendar years that it lasts in.
    fn years(&self) -> Vec<i32> {
        let last = self.ends_on.pred_opt().unwrap_or(self.ends_on);
        (self.starts_on.year()..=last.year()).collect()
    }

    /// ISO 4217 code of its costs.
    fn currency(&self) -> &str {
        &self.currency
    }

    /// The needs round that it answers.
    fn needs_round_id(&self) -> Option<ID> {
        self.needs_round_id.map(ids::Id::global)
    }

    /// How far it is.
    fn status(&self) -> PlanStatus {
        self.status
    }

    /// Counts changes of the plan and of everything in it: send it as `baseVersion`.
    fn version(&self) -> i32 {
        self.version
    }

    /// When it or anything in it last changed.
    fn updated_at(&self) -> DateTime<Utc> {
        self.updated_at
    }

    /// The clusters that carry it.
    fn clusters<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Arc<Cluster>>> {
        Later::new(async move {
            let clusters = self.clusters.iter().map(|cluster| context.loaders.load::<ClusterById>(*cluster));
            Ok(futures::future::try_join_all(clusters).await?.into_iter().flatten().collect())
        })
    }

    /// Where it holds; none for the whole operation.
    fn areas<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Arc<AdminArea>>> {
        Later::new(async move {
            let areas = self.areas.iter().map(|area| context.loaders.load::<AreaById>(*area));
            Ok(futures::future::try_join_all(areas).await?.into_iter().flatten().collect())
        })
    }

    /// Its objectives as they are worked on, by reference. Donors and viewers read `versions`.
    fn objectives<'a>(&'a self, context: &'a Context) -> Later<'a, Arc<Vec<Objective>>> {
        Later::new(async move {
            policy::require_drafts(&context.viewer, self)?;
            Ok(context.loaders.load::<ObjectivesOfPlan>(self.id).await?.unwrap_or_default())
        })
    }

    /// Its activities as they are worked on, by reference. Donors and viewers read `versions`.
    fn activities<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<Activity>> {
        Later::new(async move {
            policy::require_drafts(&context.viewer, self)?;
            let page = Page::new("activities of a plan by reference", first, after.as_deref())?;
            let after = page.after_key::<(String,)>()?.map(|(reference,)| reference);
            let all = context.loaders.load::<ActivitiesOfPlan>(self.id).await?.unwrap_or_default();
            let behind = all.iter().filter(|activity| after.as_ref().is_none_or(|after| activity.ref_code > *after));
            let rows = behind.take(usize::try_from(page.limit()).unwrap_or_default()).cloned().collect();
            Connection::from_rows(&page, rows, |activity| (activity.ref_code.clone(),))
        })
    }

    /// What it costs, from its activities and their costs as they stand now. Donors and viewers read `versions`.
    fn requirement<'a>(&'a self, context: &'a Context) -> Later<'a, PlanRequirement> {
        Later::new(async move {
            policy::require_drafts(&context.viewer, self)?;
            let requirement = requirement(context, self.id).await?;
            Ok(PlanRequirement { plan: self.id, currency: self.currency.clone(), as_of: self.updated_at, requirement })
        })
    }

    /// What peers score its projects by, in their order.
    fn review_criteria<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<ReviewCriterion>>> {
        Later::new(projects::graphql::criteria(context, self.id))
    }

    /// Its published versions, the latest first.
    fn versions<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<PlanVersion>>> {
        Later::all(context.loaders.load::<VersionsOfPlan>(self.id))
    }
}

connection!(Plan as "ResponsePlanConnection", "ResponsePlanEdge");
connection!(Activity as "ActivityConnection", "ActivityEdge");

/// Lets pass who may read what this plan is made of as it is worked on.
async fn require_drafts(context: &Context, plan: PlanId) -> Result<()> {
    let plan = context.loaders.load::<PlanById>(plan).await?.ok_or_else(|| Error::not_found("plan"))?;
    policy::require_drafts(&context.viewer, &plan)
}

/// What a plan costs, through the loaders, so that a list of plans asks once.
async fn requirement(context: &Context, plan: PlanId) -> Result<Requirement> {
    let activities = context.loaders.load::<ActivitiesOfPlan>(plan).await?.unwrap_or_default();
    let costs = activities.iter().map(|activity| context.loaders.load::<CostsOfActivity>(activity.id));
    let costs = futures::future::try_join_all(costs).await?;
    Ok(costing::requirement(&activities, costs.iter().flatten().flat_map(|costs| costs.iter())))
}

/// A plan's requirement, with what it is said of.
pub struct PlanRequirement {
    plan: PlanId,
    currency: String,
    as_of: DateTime<Utc>,
    requirement: Requirement,
}

#[graphql_object(
    context = Context,
    description = "What a plan costs: units to be done times unit cost, over its activities. What could not be costed is left out and listed."
)]
impl PlanRequirement {
    /// ISO 4217 code of the amounts.
    fn currency(&self) -> &str {
        &self.currency
    }

    /// The sum over the activities that could be costed; null when none could.
    fn total(&self) -> Option<Decimal> {
        self.requirement.total
    }

    /// The same with the lower ends of the unit costs.
    fn low(&self) -> Option<Decimal> {
        self.requirement.low
    }

    /// The same with the upper ends of the unit costs.
    fn high(&self) -> Option<Decimal> {
        self.requirement.high
    }

    /// The activities that are not in the total, and why.
    fn not_costed(&self) -> Vec<ActivityNotCosted> {
        let rows = self.requirement.not_costed.iter();
        rows.map(|(activity, reason)| ActivityNotCosted { activity: *activity, reason: *reason }).collect()
    }

    /// How many learners the plan targets, everyone once: the largest target per place and category, added over places.
    fn people_targeted<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Count>> {
        Later::new(async move { Ok(context.loaders.load::<PeopleTargeted>(self.plan).await?.and_then(Count::rounded)) })
    }

    /// The total divided by the people targeted, in cents; null when either is not known.
    fn cost_per_person<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Decimal>> {
        Later::new(async move {
            let people = context.loaders.load::<PeopleTargeted>(self.plan).await?;
            Ok(costing::cost_per_person(self.requirement.total, people))
        })
    }

    /// How the total was reckoned.
    fn method(&self) -> &str {
        costing::METHOD
    }

    /// The version of the method.
    fn method_version(&self) -> &str {
        costing::METHOD_VERSION
    }

    /// When the plan last changed: the figures are of that moment.
    fn as_of(&self) -> DateTime<Utc> {
        self.as_of
    }
}

/// An activity that is not in a requirement.
pub struct ActivityNotCosted {
    activity: ActivityId,
    reason: NotCosted,
}

#[graphql_object(context = Context, description = "An activity that is not in a requirement, and why.")]
impl ActivityNotCosted {
    /// The activity.
    fn activity(&self) -> Lazy<ActivityById> {
        Lazy::new(self.activity)
    }

    /// Why it could not be costed.
    fn reason(&self) -> NotCosted {
        self.reason
    }
}

#[graphql_object(context = Context, description = "A published version of a plan, frozen with a hash.")]
impl PlanVersion {
    /// The version's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Counts the versions of the plan, from 1.
    fn number(&self) -> i32 {
        self.number
    }

    /// What people call it, such as 2.1: behind the point count those that changed only texts, costs and targets.
    fn label(&self) -> String {
        format!("{}.{}", self.major, self.minor)
    }

    /// Counts the versions that changed what the plan consists of or measures, from 1.
    fn major(&self) -> i32 {
        self.major
    }

    /// Counts the versions since then that changed only texts, costs and targets, from 0.
    fn minor(&self) -> i32 {
        self.minor
    }

    /// When it was published.
    fn published_at(&self) -> DateTime<Utc> {
        self.published_at
    }

    /// Who published it.
    fn published_by_id(&self) -> ID {
        self.published_by.global()
    }

    /// SHA-256 of the snapshot's bytes, in hexadecimal.
    fn hash(&self) -> String {
        hex::encode(&self.hash)
    }

    /// The plan as it stood, as canonical JSON: keys sorted, no blanks.
    fn snapshot<'a>(&'a self, context: &'a Context) -> Later<'a, String> {
        Later::new(async move {
            let snapshot = context.loaders.load::<SnapshotOfVersion>(self.id).await?;
            Ok(snapshot.ok_or_else(|| Error::not_found("snapshot"))?.to_string())
        })
    }
}

#[graphql_object(context = Context, description = "What writing targets did, or what keeps them from being written.")]
impl TargetsOutcome {
    /// False: there are errors, and nothing was written.
    fn applied(&self) -> bool {
        self.applied
    }

    /// Targets that were new.
    fn added(&self) -> i32 {
        i32::try_from(self.added).unwrap_or(i32::MAX)
    }

    /// Targets that changed.
    fn changed(&self) -> i32 {
        i32::try_from(self.changed).unwrap_or(i32::MAX)
    }

    /// Targets that were just so already.
    fn unchanged(&self) -> i32 {
        i32::try_from(self.unchanged).unwrap_or(i32::MAX)
    }

    /// What is wrong: errors keep everything from being written, warnings do not. A row is the place in the list, from 1.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }
}

/// The first day of a calendar year, and the first day after it.
fn days_of_year(year: i32) -> Result<(NaiveDate, NaiveDate)> {
    let first = |year| NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| (1900..=2201).contains(&year));
    let next = year.checked_add(1).and_then(first);
    first(year).zip(next).ok_or_else(|| Error::invalid("year", "year-out-of-range", "give a year from 1900 to 2200"))
}

/// The plans' root fields.
#[derive(Default)]
pub struct PlanQueries;

#[graphql_object(context = Context)]
impl PlanQueries {
    /// The response plans of an operation, the latest first; drafts for those who work on them.
    async fn response_plans(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "Only those that last in this calendar year.")] year: Option<i32>,
        #[graphql(description = "Only those of this kind.")] kind: Option<PlanKind>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Plan>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        context.viewer.require(Action::ReadShared, &Scope::operation(operation), "operationId")?;
        let page = Page::new("response plans, latest first", first, after.as_deref())?;
        let wanted = Wanted {
            within: year.map(days_of_year).transpose()?,
            kind,
            with_drafts: policy::may_read_drafts(&context.viewer, operation),
        };
        let rows = store::plans(context.db.conn().await?, operation, wanted, &page).await?;
        Connection::from_rows(&page, rows, |plan| (plan.starts_on, plan.code.clone()))
    }

    /// A response plan.
    async fn response_plan(context: &Context, #[graphql(description = "The plan.")] id: ID) -> Result<Plan> {
        let id = PlanId::parse(&id, "id")?;
        policy::load_for_read(context.db.conn().await?, &context.viewer, id, "id").await
    }
}
