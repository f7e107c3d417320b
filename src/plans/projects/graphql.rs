//! Projects in the graph.

mod mutations;
mod queries;
mod reviews;
mod totals;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

use self::reviews::{ProjectReviewer, ReviewNode, ReviewSummary};
pub use self::{mutations::ProjectMutations, queries::ProjectQueries};
use super::{
    model::{BudgetLine, BudgetSource, Content, Project, ProjectStatus, ProjectTarget, ReviewCriterion},
    policy,
    steps::{self, Party},
    store::batches::{ContentOfProject, CriteriaOfPlan},
    store::totals::PeopleOfProject,
};
use crate::{
    clusters::{ClusterById, OperationById},
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{
            Context, Count,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        scope::Scoped,
        text::Language,
    },
    partners::{Organisation, OrganisationById},
    places::{AdminAreaId, AreaById},
    plans::{
        costing,
        model::{Activity, ActivityId, Plan, PlanId},
        shown,
    },
};

/// What a project consists of.
async fn content(context: &Context, project: &Project) -> Result<Arc<Content>> {
    let content = context.loaders.load::<ContentOfProject>(project.id).await?;
    content.ok_or_else(|| Error::bug("a project without content"))
}

/// The criteria of a plan, in their order.
pub(in crate::plans) async fn criteria(context: &Context, plan: PlanId) -> Result<Arc<Vec<ReviewCriterion>>> {
    Ok(context.loaders.load::<CriteriaOfPlan>(plan).await?.unwrap_or_default())
}

#[graphql_object(context = Context, description = "What an organisation sets out to do of a plan: where, for how many, and with which money.")]
impl Project {
    /// The project's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The plan that it is part of; null where you may not know of it, or not yet.
    fn plan<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Plan>>> {
        Later::new(shown::shown_plan(context, self.plan_id))
    }

    /// The cluster that decides on it.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// The organisation that leads it.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// The organisations that implement it beside that one.
    fn implementing_organisations<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Arc<Organisation>>> {
        Later::new(async move {
            let content = content(context, self).await?;
            let all = content.organisations.iter().map(|one| context.loaders.load::<OrganisationById>(*one));
            Ok(futures::future::try_join_all(all).await?.into_iter().flatten().collect())
        })
    }

    /// Its code: opaque, unique in the operation.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// What it is about.
    fn description(&self) -> Option<&str> {
        self.description.as_deref()
    }

    /// First day.
    fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// First day after.
    fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    /// ISO 4217 code of its budget.
    fn currency(&self) -> &str {
        &self.currency
    }

    /// Where it stands.
    fn status(&self) -> ProjectStatus {
        self.status
    }

    /// Where you can take it now: by `moveProject` for its organisation, by `decideProject` for those who decide.
    fn next_steps(&self, context: &Context) -> Vec<ProjectStatus> {
        let parties = [(Action::SubmitProject, Party::Partner), (Action::DecideProject, Party::Coordination)];
        let own = parties.into_iter().filter(|(action, _)| context.viewer.may(*action, &self.scope()));
        let mut all: Vec<_> = own.flat_map(|(_, party)| steps::next(self.status, party)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Counts how often it was submitted: reviews are of one round.
    fn round(&self) -> i32 {
        self.round
    }

    /// What was said with the last decision; null for those whose project it is not and who read no more than what is shared.
    fn note<'a>(&'a self, context: &'a Context) -> Later<'a, Option<String>> {
        Later::new(async move {
            let content = content(context, self).await?;
            Ok(self.note.clone().filter(|_| policy::reads_own(&context.viewer, self, &content)))
        })
    }

    /// When it was last submitted; null while it never was.
    fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.submitted_at
    }

    /// When it was last decided on.
    fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.decided_at
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }

    /// What it does where, in an order that stays the same.
    fn targets<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<ProjectTarget>> {
        Later::new(async move {
            let page = Page::new("targets of a project", first, after.as_deref())?;
            let behind = page.after_key::<(ActivityId, AdminAreaId)>()?;
            let content = content(context, self).await?;
            let key = |target: &ProjectTarget| (target.activity_id, target.area_id);
            let rows = content.targets.iter().filter(|target| behind.is_none_or(|behind| key(target) > behind));
            let limit = usize::try_from(page.limit()).unwrap_or_default();
            Connection::from_rows(&page, rows.take(limit).cloned().collect(), key)
        })
    }

    /// What it costs, line by line.
    fn budget<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<BudgetLine>> {
        Later::new(async move { Ok(content(context, self).await?.budget.clone()) })
    }

    /// What it costs in all; zero without a budget yet.
    fn budget_total<'a>(&'a self, context: &'a Context) -> Later<'a, Decimal> {
        Later::new(async move { Ok(content(context, self).await?.budget.iter().map(|line| line.amount).sum()) })
    }

    /// What of that is there already.
    fn funded_total<'a>(&'a self, context: &'a Context) -> Later<'a, Decimal> {
        Later::new(async move {
            let content = content(context, self).await?;
            Ok(content.budget.iter().filter(|line| line.funded).map(|line| line.amount).sum())
        })
    }

    /// How many learners it targets, everyone once in a place: of several activities there the largest figure counts. Null when none is said.
    fn people_targeted<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Count>> {
        Later::new(async move { Ok(context.loaders.load::<PeopleOfProject>(self.id).await?.and_then(Count::rounded)) })
    }

    /// The budget divided by the learners targeted, in cents; null when nobody is.
    fn cost_per_child<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Decimal>> {
        Later::new(async move {
            let people = context.loaders.load::<PeopleOfProject>(self.id).await?;
            let budget = content(context, self).await?.budget.iter().map(|line| line.amount).sum();
            Ok(costing::cost_per_person(Some(budget), people))
        })
    }

    /// Who was asked to review it; for those who read everything of the cluster, else empty.
    fn reviewers<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<ProjectReviewer>> {
        Later::new(reviews::reviewers(context, self))
    }

    /// The reviews that you may read, the latest round first: your own, all for those who read everything of the cluster, and once it was decided what
    /// was submitted, without names, for those whose project it is.
    fn reviews<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<ReviewNode>> {
        Later::new(reviews::reviews(context, self))
    }

    /// What the reviews of the last round come to; null for those who may not know it, or not yet.
    fn review_summary<'a>(&'a self, context: &'a Context) -> Later<'a, Option<ReviewSummary>> {
        Later::new(reviews::summary(context, self))
    }
}

connection!(Project as "ProjectConnection", "ProjectEdge");

#[graphql_object(context = Context, description = "What a project does where: this activity, in this place, for so many.")]
impl ProjectTarget {
    /// The activity: as it is worked on to those who work on the plan, else as it was published.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::new(shown::shown_activity(context, self.activity_id))
    }

    /// The place.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// How many people; null when not known.
    fn people(&self) -> Option<Decimal> {
        self.people
    }

    /// How many units, where the activity is not counted in people; null when not known.
    fn units(&self) -> Option<Decimal> {
        self.units
    }
}

connection!(ProjectTarget as "ProjectTargetConnection", "ProjectTargetEdge");

#[graphql_object(context = Context, name = "ProjectBudgetLine", description = "A line of a project's budget, in the project's currency.")]
impl BudgetLine {
    /// The activity that it is for; null for the project as a whole.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::of(self.activity_id, |activity| shown::shown_activity(context, activity))
    }

    /// Where the money comes from, or is hoped to come from.
    fn source_kind(&self) -> BudgetSource {
        self.source_kind
    }

    /// Who gives it, where that is said.
    fn donor(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.donor_id)
    }

    /// True: the money is there. False: it is asked for.
    fn funded(&self) -> bool {
        self.funded
    }

    /// How much.
    fn amount(&self) -> Decimal {
        self.amount
    }
}
