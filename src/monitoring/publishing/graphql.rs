//! Publications, links and calendars in the graph.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use super::{
    inputs::{
        CreateCalendarFeedInput, CreateShareLinkInput, PublishPeriodInput, RevokeCalendarFeedInput,
        RevokeShareLinkInput,
    },
    model::{LateChange, LateChangeKind, Publication, PublicationId, ShareLink},
    policy, service, store,
};
use crate::{
    connection,
    kit::{
        Error, Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        scope::Scoped,
    },
    monitoring::{
        model::{Report, ReportId, ReportStatus},
        policy::plan,
        store::batches::{PeriodById, ReportById},
    },
    plans::{PlanById, PlanId},
};

#[graphql_object(
    context = Context,
    name = "PeriodPublication",
    description = "What a plan had come to by the end of a period, as it was published. It never changes; a correction is the next number."
)]
impl Publication {
    /// The publication's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// The period up to which its figures are.
    fn period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.period_id)
    }

    /// Counts the publications of the period; the last one holds.
    fn number(&self) -> i32 {
        self.number
    }

    /// When it was published.
    fn published_at(&self) -> DateTime<Utc> {
        self.published_at
    }

    /// Who published it.
    fn published_by_id(&self) -> ID {
        self.published_by.global()
    }

    /// When a report that counts in it was last accepted; null when there is none.
    fn as_of(&self) -> Option<DateTime<Utc>> {
        self.as_of
    }

    /// SHA-256 of the content's bytes, in hexadecimal.
    fn hash(&self) -> String {
        hex::encode(&self.hash)
    }

    /// Its figures and tables, as canonical JSON: keys sorted, no blanks.
    fn content<'a>(&'a self, context: &'a Context) -> Later<'a, String> {
        Later::new(async move {
            let content = context.loaders.load::<store::ContentOf>(self.id).await?;
            Ok(content.ok_or_else(|| Error::not_found("content"))?.to_string())
        })
    }

    /// Reports that are otherwise now than in it: they wait for the next publication.
    fn late_changes<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<LateChange>> {
        Later::new(async move {
            let page = Page::new("late changes by report", first, after.as_deref())?;
            let after = page.after_key::<(ReportId,)>()?.map(|(id,)| id);
            let asked = (self.id, after, page.limit());
            let rows = context.loaders.load::<store::PageOfLateChanges>(asked).await?;
            let rows = rows.map_or_else(Vec::new, |rows| rows.as_ref().clone());
            Connection::from_rows(&page, rows, |change: &LateChange| (change.report,))
        })
    }
}

connection!(Publication as "PeriodPublicationConnection", "PeriodPublicationEdge");

#[graphql_object(context = Context, description = "A report that is otherwise now than in a publication.")]
impl LateChange {
    /// The report; null to those who may not read it.
    fn report<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Report>>> {
        Later::new(async move {
            let report = context.loaders.load::<ReportById>(self.report).await?;
            let may = |report: &Arc<Report>| context.viewer.may(Action::ReadContent, &report.scope());
            Ok(report.filter(may))
        })
    }

    /// What became of it.
    fn kind(&self) -> LateChangeKind {
        self.kind
    }

    /// Where it stands now.
    fn status(&self) -> ReportStatus {
        self.status
    }

    /// When that was decided.
    fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.decided_at
    }
}

connection!(LateChange as "LateChangeConnection", "LateChangeEdge");

#[graphql_object(context = Context, description = "A link that shows what was published of a plan to whoever holds it.")]
impl ShareLink {
    /// The link's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan_id)
    }

    /// For whom it is.
    fn name(&self) -> &str {
        &self.name
    }

    /// The level of the areas that it shows.
    fn level(&self) -> i32 {
        self.level
    }

    /// Whether it names partners.
    fn names_partners(&self) -> bool {
        self.names_partners
    }

    /// When it was made.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }

    /// From when it leads nowhere.
    fn expires_at(&self) -> DateTime<Utc> {
        self.expires_at
    }

    /// When it was taken back; null while it was not.
    fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.revoked_at
    }
}

connection!(ShareLink as "ShareLinkConnection", "ShareLinkEdge");

/// A link that was made.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A link that was made.")]
pub struct ShareLinkPayload {
    /// The link.
    share_link: ShareLink,
    /// Where it leads. It is told once: null when the same `clientMutationId` came before.
    url: Option<String>,
}

/// A calendar that was made.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A calendar that was made.")]
pub struct CalendarFeedPayload {
    /// Since when there is one.
    created_at: DateTime<Utc>,
    /// Its address, for a calendar program. It is told once: null when the same `clientMutationId` came before.
    url: Option<String>,
}

/// The root fields of publications.
#[derive(Default)]
pub struct PublishingQueries;

#[graphql_object(context = Context)]
impl PublishingQueries {
    /// What was published of a plan, the earliest first.
    async fn publications(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Publication>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let page = Page::new("publications in the order of time", first, after.as_deref())?;
        let rows = store::publications(conn, plan.id, &page).await?;
        Connection::from_rows(&page, rows, |publication: &Publication| (publication.published_at, publication.id))
    }

    /// A publication; null when there is none that you may read.
    async fn publication(
        context: &Context,
        #[graphql(description = "The publication.")] id: ID,
    ) -> Result<Option<Publication>> {
        let id = PublicationId::parse(&id, "id")?;
        policy::readable(context.db.conn().await?, &context.viewer, id).await
    }

    /// The links to what was published of a plan, the earliest first, for those who may publish it.
    async fn share_links(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<ShareLink>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = plan(conn, &context.viewer, Action::Publish, id, "planId").await?;
        let page = Page::new("shared links in the order of time", first, after.as_deref())?;
        let rows = store::links(conn, plan.id, &page).await?;
        Connection::from_rows(&page, rows, |link: &ShareLink| (link.created_at, link.id))
    }
}

/// What can be changed of publications.
#[derive(Default)]
pub struct PublishingMutations;

#[graphql_object(context = Context)]
impl PublishingMutations {
    /// Publishes what a plan has come to by the end of a period: figures and tables that never change. What changes later waits for the next.
    async fn publish_period(
        context: &Context,
        #[graphql(description = "The period.")] input: PublishPeriodInput,
    ) -> Result<Publication> {
        context.write("publishPeriod", input, |transaction, input| service::publish(transaction, input).boxed()).await
    }

    /// Makes a link that shows what was published of a plan to whoever holds it, without an account: counts of few people hidden, and partners
    /// without names unless you say so. Not for API tokens: sign in yourself.
    async fn create_share_link(
        context: &Context,
        #[graphql(description = "The link.")] input: CreateShareLinkInput,
    ) -> Result<ShareLinkPayload> {
        let made = context
            .write("createShareLink", input, |transaction, input| service::share(transaction, input).boxed())
            .await?;
        Ok(ShareLinkPayload { share_link: made.link, url: made.url })
    }

    /// Takes a link back: from then on it leads nowhere.
    async fn revoke_share_link(
        context: &Context,
        #[graphql(description = "The link.")] input: RevokeShareLinkInput,
    ) -> Result<ShareLink> {
        context
            .write("revokeShareLink", input, |transaction, input| service::withdraw(transaction, input).boxed())
            .await
    }

    /// Makes your calendar of deadlines, in place of the one before: an address for a calendar program, which needs no password. Not for API tokens:
    /// sign in yourself.
    async fn create_calendar_feed(
        context: &Context,
        #[graphql(description = "The calendar.")] input: CreateCalendarFeedInput,
    ) -> Result<CalendarFeedPayload> {
        let made = context
            .write("createCalendarFeed", input, |transaction, input| service::subscribe(transaction, input).boxed())
            .await?;
        Ok(CalendarFeedPayload { created_at: made.feed.created_at, url: made.url })
    }

    /// Takes your calendar of deadlines back. True: there was one. Not for API tokens: sign in yourself.
    async fn revoke_calendar_feed(
        context: &Context,
        #[graphql(description = "The calendar.")] input: RevokeCalendarFeedInput,
    ) -> Result<bool> {
        context
            .write("revokeCalendarFeed", input, |transaction, input| service::unsubscribe(transaction, input).boxed())
            .await
    }
}
