//! Submitted reports, those first that most is to be looked at in.

use std::collections::HashMap;

use juniper::ID;
use uuid::Uuid;

use super::{
    risk::{self, Jump, Risk},
    store::risks,
};
use crate::{
    kit::{Call, Result, auth::Action, graphql::page::Page, scope::ClusterId},
    monitoring::{
        cycle,
        model::{PeriodId, ReportId},
        policy,
    },
    plans::PlanId,
};

/// A report that waits for a decision.
#[derive(Debug, Clone)]
pub(super) struct Queued {
    pub(super) report: ReportId,
    pub(super) score: i32,
    pub(super) submitted_at: chrono::DateTime<chrono::Utc>,
    pub(super) risks: Vec<Risk>,
}

/// The place of a report in the queue: the highest score first, then what waits longest.
pub(super) type Place = (i32, chrono::DateTime<chrono::Utc>, Uuid);

impl Queued {
    pub(super) fn place(&self) -> Place {
        (-self.score, self.submitted_at, self.report.uuid())
    }
}

/// Which reports of a plan.
pub(super) struct Asked {
    plan: PlanId,
    period: Option<PeriodId>,
    cluster: Option<ClusterId>,
}

impl Asked {
    pub(super) fn read(plan: &ID, period: Option<&ID>, cluster: Option<&ID>) -> Result<Self> {
        Ok(Self {
            plan: PlanId::parse(plan, "planId")?,
            period: PeriodId::parse_optional(period, "periodId")?,
            cluster: ClusterId::parse_optional(cluster, "clusterId")?,
        })
    }
}

/// A page of the queue, and how many reports wait in all.
pub(super) async fn queue(call: &Call, asked: Asked, page: &Page) -> Result<(Vec<Queued>, i64)> {
    let conn = call.db.conn().await?;
    let Asked { plan, period, cluster } = asked;
    let plan = policy::plan_run(conn, &call.viewer, Action::DecideReport, plan, "planId").await?;
    let reach = call.viewer.reach(Action::DecideReport);
    let everywhere = reach.everywhere || reach.operations.contains(&plan.operation_id);
    let clusters = (!everywhere).then_some(reach.clusters);
    let waiting = risks::queued(conn, plan.id, period, cluster, clusters.as_deref()).await?;
    let settings = cycle::settings_of_plan(conn, plan.id).await?;
    let jump = Jump { percent: settings.jump_percent, people: settings.jump_people };
    let ids: Vec<ReportId> = waiting.iter().map(|(id, _)| *id).collect();
    let mut found: HashMap<ReportId, Vec<Risk>> = HashMap::new();
    for risk in risks::found(conn, plan.id, &ids).await?.into_iter().filter(|risk| risk::counts(risk, jump)) {
        found.entry(risk.report).or_default().push(risk);
    }
    let total = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
    let queued = waiting.into_iter().map(|(report, submitted_at)| {
        let mut risks = found.remove(&report).unwrap_or_default();
        risks.sort_by_key(|risk| (-risk.kind.weight(), risk.kind, risk.row.uuid()));
        Queued { report, score: risk::score(&risks), submitted_at, risks }
    });
    let mut queued: Vec<Queued> = queued.collect();
    queued.sort_by_key(Queued::place);
    if let Some(after) = page.after_key::<Place>()? {
        queued.retain(|one| one.place() > after);
    }
    queued.truncate(usize::try_from(page.limit()).unwrap_or(usize::MAX));
    Ok((queued, total))
}
