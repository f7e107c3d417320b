//! Appeals in the graph.

mod money;
mod subscriptions;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;
use uuid::Uuid;

pub use self::subscriptions::AppealSubscriptions;
pub use super::flows::graphql::FlowMutations;
use super::{
    balance::{self, Balance},
    flows::{self, Flow},
    model::{
        self, Appeal, AppealId, AppealKind, AppealStatus, CreateAppealInput, Edition, ImportRequirementsInput,
        PublishEditionInput, RequirementFromPlanInput, RequirementLine, ReviseAppealInput, Revision,
        SetAppealStatusInput, UpdateAppealInput,
    },
    policy, publish,
    requirements::{self, RequirementsImport},
    service,
    store::{self, AppealById, LastRevisionOf, LinesOfRevision},
};
use crate::{
    clusters::{ClusterById, OperationById},
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            issues::ImportIssue,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        scope::{OperationId, Scoped},
        text::Language,
    },
    places::AreaById,
    plans::{Activity, Plan, shown_activity, shown_plan},
};

#[graphql_object(context = Context, description = "An appeal for funds.")]
impl Appeal {
    /// The appeal's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its public code.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its kind.
    fn kind(&self) -> AppealKind {
        self.kind
    }

    /// Its title in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its title in every language that it has.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// What it is about, in every language that it has.
    fn summary(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.summary)
    }

    /// ISO 4217 code of its requirement.
    fn currency(&self) -> &str {
        &self.currency
    }

    /// First day.
    fn starts_on(&self) -> NaiveDate {
        self.starts_on
    }

    /// First day after.
    fn ends_on(&self) -> NaiveDate {
        self.ends_on
    }

    /// How far it is.
    fn status(&self) -> AppealStatus {
        self.status
    }

    /// Counts changes; send it as `baseVersion`.
    fn version(&self) -> i32 {
        self.version
    }

    /// When it last changed.
    fn updated_at(&self) -> DateTime<Utc> {
        self.updated_at
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The plan that it funds, if one that you may know of.
    fn plan<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Plan>>> {
        Later::of(self.plan_id, |id| shown_plan(context, id))
    }

    /// The cluster that it is for; null when it asks for all.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// What it asks for now; null when nothing was stated yet.
    fn revision(&self) -> Lazy<LastRevisionOf> {
        Lazy::new(self.id)
    }

    /// How what it asks for changed, the last first.
    async fn revisions(
        &self,
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Revision>> {
        let page = Page::new("revisions, the last first", first, after.as_deref())?;
        let rows = store::revisions(context.db.conn().await?, self.id, &page).await?;
        Connection::from_rows(&page, rows, |revision| (revision.number,))
    }

    /// The contributions that you may see: all if you work on the appeal, your own organisation's if you are a donor.
    async fn flows(
        &self,
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Flow>> {
        let page = Page::new("flows, the last entered first", first, after.as_deref())?;
        let conn = context.db.conn().await?;
        let sight = policy::flow_sight(&context.viewer, &self.scope());
        let code = service::destination(conn, self).await?.code;
        let rows = flows::list(conn, self.operation_id, &code, &sight, &page).await?;
        Connection::from_rows(&page, rows, |flow| (flow.id,))
    }

    /// What was given for it beside what it asks for. Reads every contribution: ask for it of one appeal at a time.
    async fn funding(
        &self,
        context: &Context,
        #[graphql(description = "As it stood on this day; today when left out.")] as_of: Option<NaiveDate>,
    ) -> Result<Balance> {
        let as_of = as_of.unwrap_or_else(|| context.tools.clock.now().date_naive());
        balance::balance(context.db.conn().await?, self, as_of).await
    }

    /// Its published editions, the last first.
    async fn editions(
        &self,
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Edition>> {
        editions(context, self.id, first, after.as_deref()).await
    }
}

connection!(Appeal as "AppealConnection", "AppealEdge");

async fn editions(context: &Context, appeal: AppealId, first: i32, after: Option<&str>) -> Result<Connection<Edition>> {
    let page = Page::new("editions, the last first", first, after)?;
    let rows = store::editions(context.db.conn().await?, appeal, &page).await?;
    Connection::from_rows(&page, rows, |edition| (edition.number,))
}

#[graphql_object(context = Context, name = "AppealRevision", description = "A statement of what an appeal asks for; the last one holds.")]
impl Revision {
    /// The revision's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Counts the revisions.
    fn number(&self) -> i32 {
        self.number
    }

    /// From when it holds.
    fn valid_from(&self) -> NaiveDate {
        self.valid_from
    }

    /// Why it was made.
    fn reason(&self) -> &str {
        &self.reason
    }

    /// What its lines ask for together, in the appeal's currency; null when none states an amount.
    fn requirement<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Decimal>> {
        Later::new(async move {
            let lines = context.loaders.load::<LinesOfRevision>(self.id).await?.unwrap_or_default();
            Ok(model::requirement(&lines))
        })
    }

    /// Its lines.
    fn lines<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<RequirementLine>>> {
        Later::all(context.loaders.load::<LinesOfRevision>(self.id))
    }
}

connection!(Revision as "AppealRevisionConnection", "AppealRevisionEdge");

#[graphql_object(context = Context, description = "A line of what an appeal asks for.")]
impl RequirementLine {
    /// The line's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The activity that it pays for, if one.
    fn activity<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Activity>>> {
        Later::of(self.activity_id, |id| shown_activity(context, id))
    }

    /// The cluster as the source of an imported line names it.
    fn cluster_name(&self) -> Option<&str> {
        self.cluster_name.as_deref()
    }

    /// Where, if it is for one area.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Which year, if it is for one.
    fn year(&self) -> Option<i32> {
        self.year
    }

    /// What it is, in every language that it has, where no activity says it.
    fn label(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.label)
    }

    /// How much, in the appeal's currency; null when not stated.
    fn amount(&self) -> Option<Decimal> {
        self.amount
    }

    /// What the source of an imported line says was given for it; null when not stated.
    fn reported_funding(&self) -> Option<Decimal> {
        self.reported_funding
    }
}

#[graphql_object(context = Context, description = "A published report of an appeal: numbered and immutable. A correction is a new edition.")]
impl Edition {
    /// The edition's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Counts the editions of the appeal.
    fn number(&self) -> i32 {
        self.number
    }

    /// The day that its figures speak of.
    fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// When it was published.
    fn published_at(&self) -> DateTime<Utc> {
        self.published_at
    }

    /// What the publisher says of the changes.
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Everything that it shows, as JSON in the canonical form that is hashed.
    fn figures(&self) -> String {
        self.figures.to_string()
    }

    /// SHA-256 of the figures, in hexadecimal digits.
    fn sha256(&self) -> String {
        hex::encode(&self.hash)
    }

    /// The appeal's public code.
    fn appeal_code<'a>(&'a self, context: &'a Context) -> Later<'a, String> {
        Later::new(async move {
            let appeal = context.loaders.load::<AppealById>(self.appeal_id).await?;
            Ok(appeal.map(|appeal| appeal.code.clone()).unwrap_or_default())
        })
    }
}

connection!(Edition as "EditionConnection", "EditionEdge");

#[graphql_object(context = Context, description = "What reading requirements in did.")]
impl RequirementsImport {
    /// False: there are errors, and nothing was written.
    fn applied(&self) -> bool {
        self.applied
    }

    /// The new revision; null when there are errors, or when the file says what the last revision says.
    fn revision(&self) -> Option<&Revision> {
        self.revised.as_ref().map(|revised| &revised.revision)
    }

    /// What the rows taken ask for together.
    fn requirement(&self) -> Option<Decimal> {
        self.requirement
    }

    /// What the rows taken say was given, together.
    fn reported_funding(&self) -> Option<Decimal> {
        self.reported_funding
    }

    /// What is wrong with the file.
    fn issues(&self) -> Vec<ImportIssue> {
        self.issues.kept().iter().cloned().map(ImportIssue).collect()
    }

    /// How many issues there are beyond those listed.
    fn more_issues(&self) -> i32 {
        i32::try_from(self.issues.more()).unwrap_or(i32::MAX)
    }
}

/// The appeals' root fields.
#[derive(Default)]
pub struct AppealQueries;

#[graphql_object(context = Context)]
impl AppealQueries {
    /// The appeals of an operation by code. Drafts are for those who work on them.
    async fn appeals(
        context: &Context,
        #[graphql(description = "The operation.")] operation_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Appeal>> {
        let operation = OperationId::parse(&operation_id, "operationId")?;
        policy::may_list(&context.viewer, operation)?;
        let page = Page::new("appeals by code", first, after.as_deref())?;
        let drafts = context.viewer.reach(Action::ReadContent);
        let rows = store::list(context.db.conn().await?, operation, &drafts, &page).await?;
        Connection::from_rows(&page, rows, |appeal| (appeal.code.clone(),))
    }

    /// An appeal.
    async fn appeal(context: &Context, #[graphql(description = "The appeal.")] id: ID) -> Result<Appeal> {
        policy::load(context.db.conn().await?, &context.viewer, &id, "id").await
    }

    /// The published editions of an appeal, the last first. Everyone may read them, without an account.
    async fn published_editions(
        context: &Context,
        #[graphql(description = "The appeal's public code.")] appeal_code: String,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Edition>> {
        let appeal = store::appeal_by_code(context.db.conn().await?, &appeal_code).await?;
        // An appeal without an edition looks like none at all: a draft's code tells nothing.
        editions(
            context,
            appeal.map_or_else(|| AppealId::from_uuid(Uuid::nil()), |appeal| appeal.id),
            first,
            after.as_deref(),
        )
        .await
    }
}

/// The appeals' mutations.
#[derive(Default)]
pub struct AppealMutations;

#[graphql_object(context = Context)]
impl AppealMutations {
    /// Enters an appeal, as a draft.
    async fn create_appeal(
        context: &Context,
        #[graphql(description = "The appeal.")] input: CreateAppealInput,
    ) -> Result<Appeal> {
        context.write("createAppeal", input, |transaction, input| service::create(transaction, input).boxed()).await
    }

    /// Changes what an appeal says of itself.
    async fn update_appeal(
        context: &Context,
        #[graphql(description = "What changes.")] input: UpdateAppealInput,
    ) -> Result<Appeal> {
        context.write("updateAppeal", input, |transaction, input| service::update(transaction, input).boxed()).await
    }

    /// Closes an appeal, opens it again or archives it.
    async fn set_appeal_status(
        context: &Context,
        #[graphql(description = "The step.")] input: SetAppealStatusInput,
    ) -> Result<Appeal> {
        context
            .write("setAppealStatus", input, |transaction, input| service::set_status(transaction, input).boxed())
            .await
    }

    /// States anew what an appeal asks for, by hand.
    async fn revise_appeal(
        context: &Context,
        #[graphql(description = "The revision with all its lines.")] input: ReviseAppealInput,
    ) -> Result<Appeal> {
        let revised = context
            .write("reviseAppeal", input, |transaction, input| requirements::revise(transaction, input).boxed())
            .await?;
        Ok(revised.appeal)
    }

    /// States anew what an appeal asks for, from the costs of its plan.
    async fn requirement_from_plan(
        context: &Context,
        #[graphql(description = "The revision.")] input: RequirementFromPlanInput,
    ) -> Result<Appeal> {
        let revised = context
            .write("requirementFromPlan", input, |transaction, input| {
                requirements::from_plan(transaction, input).boxed()
            })
            .await?;
        Ok(revised.appeal)
    }

    /// States anew what an appeal asks for, from a file of requirements by cluster. The same figures again are no new revision.
    async fn import_requirements(
        context: &Context,
        #[graphql(description = "The file.")] input: ImportRequirementsInput,
    ) -> Result<RequirementsImport> {
        requirements::import_requirements(context, input).await
    }

    /// Publishes an edition: gathers every figure of a day, freezes it, and tells who follows the appeal.
    async fn publish_edition(
        context: &Context,
        #[graphql(description = "The edition.")] input: PublishEditionInput,
    ) -> Result<Edition> {
        let edition = context
            .write("publishEdition", input, |transaction, input| publish::publish(transaction, input).boxed())
            .await?;
        // Whoever reads the page now is told of it.
        context.tools.shelf.outdate();
        Ok(edition)
    }
}
