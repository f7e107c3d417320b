//! Operations and clusters in the graph.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use futures::FutureExt;
use juniper::{ID, graphql_object};

use super::{
    model::{
        AddEmergencyInput, AddMembershipInput, Cluster, ClusterKind, ClusterLevel, ClusterStatus, ClusterTransition,
        CreateClusterInput, CreateOperationInput, Emergency, EndMembershipInput, Membership, MembershipRole, Operation,
        OperationStatus, TransitionClusterInput, UpdateClusterInput, UpdateOperationInput,
    },
    policy, service,
    store::{
        self, ClusterById, ClustersOfOperation, EmergenciesOfOperation, MembershipsOfCluster, OperationById,
        TransitionsOfCluster,
    },
};
use crate::{
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            localized::{self, TextInLanguage},
            page::Page,
        },
        scope::{ClusterId, OperationId},
        text::Language,
    },
    partners::OrganisationById,
    places::{AreaById, LocationPrecision},
};

#[graphql_object(context = Context, description = "A response: a country or region in a crisis.")]
impl Operation {
    /// The operation's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its short code.
    fn code(&self) -> &str {
        &self.code
    }

    /// Its name in your language, else in that of its work.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, self.default_language)
    }

    /// Its name in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// The country by ISO 3166 code of three letters; null for a region.
    fn country_iso3(&self) -> Option<&str> {
        self.country_iso3.as_deref()
    }

    /// The language of its work.
    fn default_language(&self) -> Language {
        self.default_language
    }

    /// The IANA time zone that its deadlines are read in.
    fn time_zone(&self) -> &str {
        &self.time_zone
    }

    /// How exactly positions of sites may be shown.
    fn location_precision(&self) -> LocationPrecision {
        self.location_precision
    }

    /// Public tables hide counts below it.
    fn small_cell_threshold(&self) -> i32 {
        self.small_cell_threshold
    }

    /// Whether work goes on.
    fn status(&self) -> OperationStatus {
        self.status
    }

    /// What it answers, the newest first.
    fn emergencies<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Emergency>>> {
        Later::all(context.loaders.load::<EmergenciesOfOperation>(self.id))
    }

    /// Its clusters, sectors and working groups.
    fn clusters<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<Cluster>>> {
        Later::all(context.loaders.load::<ClustersOfOperation>(self.id))
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

connection!(Operation as "OperationConnection", "OperationEdge");

#[graphql_object(context = Context, description = "What happened: an operation answers one or more.")]
impl Emergency {
    /// The emergency's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its GLIDE number; null when none was given.
    fn glide(&self) -> Option<&str> {
        self.glide.as_deref()
    }

    /// Its name in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its name in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// When it began.
    fn started_on(&self) -> NaiveDate {
        self.started_on
    }
}

#[graphql_object(context = Context, description = "An education cluster, sector or working group of an operation.")]
impl Cluster {
    /// The cluster's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Its name in your language, else in English, else in any.
    fn name(&self, context: &Context) -> &str {
        self.names.get(context.language, Language::En)
    }

    /// Its name in every language that it has one in.
    fn names(&self) -> Vec<TextInLanguage> {
        localized::shown(&self.names)
    }

    /// The operation.
    fn operation(&self) -> Lazy<OperationById> {
        Lazy::new(self.operation_id)
    }

    /// The national cluster of a sub-national one.
    fn parent(&self) -> Lazy<ClusterById> {
        Lazy::new(self.parent_id)
    }

    /// Its level.
    fn level(&self) -> ClusterLevel {
        self.level
    }

    /// Its kind.
    fn kind(&self) -> ClusterKind {
        self.kind
    }

    /// The sector it coordinates, by HPC code; education is `EDU`.
    fn sector_code(&self) -> &str {
        &self.sector_code
    }

    /// The area that a sub-national cluster covers.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// Where it stands in its life.
    fn status(&self) -> ClusterStatus {
        self.status
    }

    /// The steps that may follow.
    fn next_statuses(&self) -> Vec<ClusterStatus> {
        self.status.next().to_vec()
    }

    /// The steps of its life so far, in order.
    fn transitions<'a>(&self, context: &'a Context) -> Later<'a, Arc<Vec<ClusterTransition>>> {
        Later::all(context.loaders.load::<TransitionsOfCluster>(self.id))
    }

    /// Which organisations take part, by first day.
    fn memberships<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "Only those that hold on this day.")] holding_on: Option<NaiveDate>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<Membership>> {
        Later::new(async move {
            let page = Page::new("memberships by first day", first, after.as_deref())?;
            let behind = page.after_key()?;
            let found = context.loaders.load::<MembershipsOfCluster>(self.id).await?.unwrap_or_default();
            let wanted = |membership: &&Membership| {
                holding_on.is_none_or(|day| membership.holds_on(day))
                    && behind.is_none_or(|key| (membership.valid_from, membership.id) > key)
            };
            let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
            let rows = found.iter().filter(wanted).take(limit).cloned().collect();
            Connection::from_rows(&page, rows, |membership: &Membership| (membership.valid_from, membership.id))
        })
    }

    /// Counts changes: send it as `baseVersion` of a change.
    fn version(&self) -> i32 {
        self.version
    }
}

#[graphql_object(context = Context, description = "A step in a cluster's life.")]
impl ClusterTransition {
    /// The step's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// Where the cluster stood; null at the start.
    #[graphql(name = "fromStatus")]
    fn earlier_status(&self) -> Option<ClusterStatus> {
        self.from_status
    }

    /// Where it went.
    fn to_status(&self) -> ClusterStatus {
        self.to_status
    }

    /// When it was decided.
    fn decided_on(&self) -> NaiveDate {
        self.decided_on
    }

    /// Which body decided.
    fn decided_by(&self) -> &str {
        &self.decided_by
    }

    /// The reason or the document.
    fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// When it was entered.
    fn created_at(&self) -> DateTime<Utc> {
        self.created_at
    }
}

#[graphql_object(context = Context, description = "An organisation's part in a cluster. It says who is expected to report, and grants no rights.")]
impl Membership {
    /// The membership's id.
    fn id(&self) -> ID {
        self.id.global()
    }

    /// The cluster.
    fn cluster(&self) -> Lazy<ClusterById> {
        Lazy::new(self.cluster_id)
    }

    /// The organisation.
    fn organisation(&self) -> Lazy<OrganisationById> {
        Lazy::new(self.organisation_id)
    }

    /// What it is there.
    fn role(&self) -> MembershipRole {
        self.role
    }

    /// First day.
    fn valid_from(&self) -> NaiveDate {
        self.valid_from
    }

    /// First day on which it is no longer a member; null while no end is known.
    fn valid_to(&self) -> Option<NaiveDate> {
        self.valid_to
    }
}

connection!(Membership as "MembershipConnection", "MembershipEdge");

/// The clusters' root fields.
#[derive(Default)]
pub struct ClusterQueries;

#[graphql_object(context = Context)]
impl ClusterQueries {
    /// The operations that you hold a role in, by code.
    async fn operations(
        context: &Context,
        #[graphql(description = "Only those that stand so.")] status: Option<OperationStatus>,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Operation>> {
        let page = Page::new("operations by code", first, after.as_deref())?;
        let reach = context.viewer.reach(Action::ReadShared);
        let rows = store::operations(context.db.conn().await?, &reach, status, &page).await?;
        Connection::from_rows(&page, rows, |operation| (operation.code.clone(),))
    }

    /// An operation; null when there is none that you may read.
    async fn operation(
        context: &Context,
        #[graphql(description = "The operation.")] id: ID,
    ) -> Result<Option<Operation>> {
        let id = OperationId::parse(&id, "id")?;
        let found = store::operation(context.db.conn().await?, id).await?;
        Ok(found.filter(|operation| policy::may_read(&context.viewer, operation)))
    }

    /// A cluster; null when there is none that you may read.
    async fn cluster(context: &Context, #[graphql(description = "The cluster.")] id: ID) -> Result<Option<Cluster>> {
        let id = ClusterId::parse(&id, "id")?;
        let found = store::cluster(context.db.conn().await?, id).await?;
        Ok(found.filter(|cluster| policy::may_read(&context.viewer, cluster)))
    }
}

/// The clusters' mutations.
#[derive(Default)]
pub struct ClusterMutations;

#[graphql_object(context = Context)]
impl ClusterMutations {
    /// Opens an operation. For those who keep the installation.
    async fn create_operation(context: &Context, input: CreateOperationInput) -> Result<Operation> {
        context
            .write("createOperation", input, |transaction, input| service::create_operation(transaction, input).boxed())
            .await
    }

    /// Changes how an operation works.
    async fn update_operation(context: &Context, input: UpdateOperationInput) -> Result<Operation> {
        context
            .write("updateOperation", input, |transaction, input| service::update_operation(transaction, input).boxed())
            .await
    }

    /// Adds an emergency that an operation answers.
    async fn add_emergency(context: &Context, input: AddEmergencyInput) -> Result<Emergency> {
        context
            .write("addEmergency", input, |transaction, input| service::add_emergency(transaction, input).boxed())
            .await
    }

    /// Enters a cluster, with the first step of its life.
    async fn create_cluster(context: &Context, input: CreateClusterInput) -> Result<Cluster> {
        context
            .write("createCluster", input, |transaction, input| service::create_cluster(transaction, input).boxed())
            .await
    }

    /// Changes what a cluster is called and covers.
    async fn update_cluster(context: &Context, input: UpdateClusterInput) -> Result<Cluster> {
        context
            .write("updateCluster", input, |transaction, input| service::update_cluster(transaction, input).boxed())
            .await
    }

    /// Takes a step in a cluster's life. A step that may not follow is refused with those that may.
    async fn transition_cluster(context: &Context, input: TransitionClusterInput) -> Result<Cluster> {
        context
            .write("transitionCluster", input, |transaction, input| {
                service::transition_cluster(transaction, input).boxed()
            })
            .await
    }

    /// Adds an organisation to a cluster.
    async fn add_membership(context: &Context, input: AddMembershipInput) -> Result<Membership> {
        context
            .write("addMembership", input, |transaction, input| service::add_membership(transaction, input).boxed())
            .await
    }

    /// Ends a membership.
    async fn end_membership(context: &Context, input: EndMembershipInput) -> Result<Membership> {
        context
            .write("endMembership", input, |transaction, input| service::end_membership(transaction, input).boxed())
            .await
    }
}
