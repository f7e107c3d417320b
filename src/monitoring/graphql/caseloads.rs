//! Declared caseloads in the graph.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::FutureExt;
use juniper::{GraphQLObject, ID, graphql_object};

use crate::{
    connection,
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
        ids,
    },
    monitoring::{
        caseloads,
        input::DeclareCaseloadsInput,
        policy,
        store::caseloads::{Caseload, of_plan},
    },
    partners::{Organisation, OrganisationById},
    places::{AreaById, SiteById},
    plans::{ActivityById, PlanId},
};

#[graphql_object(context = Context, description = "Organisations that serve different people by an activity in a place, so that their figures are added there.")]
impl Caseload {
    /// The activity.
    fn activity(&self) -> Lazy<ActivityById> {
        Lazy::new(self.activity_id)
    }

    /// The area; of a site, the one that it lies in.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area_id)
    }

    /// The site; null where it holds for rows that name none.
    fn site(&self) -> Lazy<SiteById> {
        Lazy::new(self.site_id)
    }

    /// The organisations.
    fn organisations<'a>(&'a self, context: &'a Context) -> Later<'a, Vec<Arc<Organisation>>> {
        Later::new(async move {
            let all = self.organisations.iter().map(|one| context.loaders.load::<OrganisationById>(*one));
            Ok(futures::future::try_join_all(all).await?.into_iter().flatten().collect())
        })
    }

    /// When it was declared.
    fn declared_at(&self) -> DateTime<Utc> {
        self.declared_at
    }
}

connection!(Caseload as "CaseloadConnection", "CaseloadEdge");

/// A declaration of caseloads as it now stands.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "Which organisations serve different people by an activity in a place.")]
pub struct CaseloadsPayload {
    /// The activity.
    activity_id: ID,
    /// The organisations whose figures are added there; empty when none are.
    organisation_ids: Vec<ID>,
}

/// What can be read of caseloads.
#[derive(Default)]
pub struct CaseloadQueries;

#[graphql_object(context = Context)]
impl CaseloadQueries {
    /// Which organisations serve different people by an activity in a place, as it stands declared: for those who work on the plan.
    async fn caseloads(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<Caseload>> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadDrafts, id, "planId").await?;
        let page = Page::new("caseloads by activity and place", first, after.as_deref())?;
        let rows = of_plan(conn, plan.id, &page).await?;
        Connection::from_rows(&page, rows, |caseload| (caseload.activity_id, caseload.place_id))
    }
}

/// What can be done to caseloads.
#[derive(Default)]
pub struct CaseloadMutations;

#[graphql_object(context = Context)]
impl CaseloadMutations {
    /// Declares which organisations serve different people by an activity in a place, so that their figures are added there.
    async fn declare_caseloads(
        context: &Context,
        #[graphql(description = "The organisations, the activity and the place.")] input: DeclareCaseloadsInput,
    ) -> Result<CaseloadsPayload> {
        let declared = context
            .write("declareCaseloads", input, |transaction, input| caseloads::declare(transaction, input).boxed())
            .await?;
        Ok(CaseloadsPayload {
            activity_id: declared.activity.global(),
            organisation_ids: declared.organisations.into_iter().map(ids::Id::global).collect(),
        })
    }
}
