//! What can be listened for in monitoring.

use juniper::{ID, graphql_object};

use super::super::{
    model::{Report, ReportId},
    policy, telling,
};
use crate::{
    kit::{Error, Result, auth::Action, graphql::Context, scope::ClusterId},
    plans::PlanId,
};

/// The subscriptions of monitoring.
#[derive(Default)]
pub struct MonitoringSubscriptions;

#[graphql_object(context = Context)]
impl MonitoringSubscriptions {
    /// A report changed: it was begun, saved, read in, submitted, returned, accepted or reopened. Told as it stands then, and only if you may read
    /// it. Of changes that come quickly one after the other the last may be told alone.
    async fn report_changed(
        context: &Context,
        #[graphql(description = "Reports of this plan.")] plan_id: ID,
        #[graphql(description = "Only those to this cluster.")] cluster_id: Option<ID>,
    ) -> Result<Report> {
        let (conn, viewer) = (context.db.conn().await?, &context.viewer);
        let plan = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, viewer, Action::ReadShared, plan, "planId").await?;
        let cluster = ClusterId::parse_optional(cluster_id.as_ref(), "clusterId")?;
        if cluster.is_some_and(|cluster| !plan.clusters.contains(&cluster)) {
            return Err(Error::invalid("clusterId", "cluster-elsewhere", "this cluster does not carry the plan"));
        }
        let find = async |id| {
            let report = policy::readable(conn, viewer, ReportId::from_uuid(id)).await?;
            Ok(report.filter(|report| cluster.is_none_or(|cluster| report.cluster_id == cluster)))
        };
        context.listening()?.answer(telling::changes_of(plan.id), find).await
    }
}
