//! What a foreign sheet is read into: a plan, a cluster, its periods and members, and the lists of values.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::lists::Lists;
use crate::{
    clusters::{self, Operation},
    kit::{
        Error, Result,
        auth::{Action, Viewer},
        db::Conn,
        scope::{ClusterId, OrganisationId, Scope},
        text::Texts,
    },
    monitoring::{
        checks::Frame,
        headings::Words,
        model::{Period, PeriodId},
        policy,
        saving::{self, Header},
        store::{self, expected},
    },
    partners::{self, Organisation},
    plans::{Plan, PlanId},
};

/// What a sheet is read into, as clients say it.
pub(in crate::monitoring) struct Asked<'a> {
    pub(in crate::monitoring) plan: &'a juniper::ID,
    pub(in crate::monitoring) cluster: Option<&'a juniper::ID>,
    pub(in crate::monitoring) organisation: Option<&'a juniper::ID>,
    pub(in crate::monitoring) period: Option<&'a juniper::ID>,
}

/// What a sheet is read into.
pub(in crate::monitoring) struct Setting {
    pub(in crate::monitoring) plan: Plan,
    pub(in crate::monitoring) operation: Operation,
    pub(in crate::monitoring) cluster: ClusterId,
    pub(in crate::monitoring) periods: Vec<Period>,
    /// Whose rows they are where the sheet does not say.
    pub(in crate::monitoring) organisation: Option<OrganisationId>,
    /// Of when they are where the sheet does not say.
    pub(in crate::monitoring) period: Option<PeriodId>,
    pub(in crate::monitoring) frame: Frame,
    pub(in crate::monitoring) lists: Lists,
    pub(in crate::monitoring) words: Words,
}

impl Setting {
    /// The first day of the period that is said beside the sheet.
    pub(in crate::monitoring) fn first_day(&self) -> Option<NaiveDate> {
        self.periods.iter().find(|period| Some(period.id) == self.period).map(|period| period.starts_on)
    }

    /// Reads what a sheet goes into. Whoever may write no report there learns no more than who may not read the plan.
    pub(in crate::monitoring) async fn load(
        conn: Conn<'_>,
        viewer: &Viewer,
        texts: &Texts,
        asked: &Asked<'_>,
    ) -> Result<Self> {
        let plan = PlanId::parse(asked.plan, "planId")?;
        let plan = policy::plan(conn, viewer, Action::ReadShared, plan, "planId").await?;
        let cluster = cluster(&plan, asked.cluster)?;
        let organisation = organisation(viewer, &plan, cluster, asked.organisation)?;
        let periods = store::periods_of_plan(conn, plan.id).await?;
        let period = PeriodId::parse_optional(asked.period, "periodId")?;
        if period.is_some_and(|id| periods.iter().all(|period| period.id != id)) {
            return Err(Error::invalid("periodId", "period-elsewhere", "this is no period of the plan"));
        }
        let operation = clusters::operation(conn, plan.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
        let all: Vec<PeriodId> = periods.iter().map(|period| period.id).collect();
        let ids: HashSet<OrganisationId> =
            expected::in_periods(conn, plan.id, &all, cluster).await?.into_values().flatten().collect();
        let ids: Vec<OrganisationId> = ids.into_iter().collect();
        let mut members: Vec<Organisation> = partners::organisations(conn, &ids).await?.into_values().collect();
        members.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        let names = clusters::cluster(conn, cluster).await?.map(|cluster| cluster.names).unwrap_or_default();
        let sector: Vec<String> = names.iter().map(|(_, name)| name.to_owned()).collect();
        let frame = saving::frame(conn, &plan).await?;
        let words = Words::load(texts);
        let lists = Lists::of(&frame, &members, &sector, &words);
        Ok(Self { plan, operation, cluster, periods, organisation, period, frame, lists, words })
    }

    /// Where a report of this cluster belongs.
    pub(in crate::monitoring) fn scope(&self, organisation: OrganisationId) -> Scope {
        Scope::cluster(self.plan.operation_id, self.cluster).owned_by(organisation)
    }

    /// The header of a report, if it may be written: else why not.
    pub(in crate::monitoring) fn header(
        &self,
        viewer: &Viewer,
        members: &HashMap<PeriodId, HashSet<OrganisationId>>,
        (period, organisation): (PeriodId, OrganisationId),
    ) -> Result<Header, &'static str> {
        if !viewer.may(Action::EditReport, &self.scope(organisation)) {
            return Err("the row is another organisation's: its own people or the cluster can send it");
        }
        if !members.get(&period).is_some_and(|members| members.contains(&organisation)) {
            return Err(
                "the organisation is no reporting member of the cluster in this period and has no approved project there",
            );
        }
        let period = self.periods.iter().find(|known| known.id == period).ok_or("this is no period of the plan")?;
        Ok(Header {
            plan: self.plan.clone(),
            operation: self.operation.clone(),
            period: period.clone(),
            cluster: self.cluster,
            organisation,
        })
    }

    /// Who is expected to report in each of these periods.
    pub(in crate::monitoring) async fn members_in(
        &self,
        conn: Conn<'_>,
        periods: &HashSet<PeriodId>,
    ) -> Result<HashMap<PeriodId, HashSet<OrganisationId>>> {
        let periods: Vec<PeriodId> = periods.iter().copied().collect();
        expected::in_periods(conn, self.plan.id, &periods, self.cluster).await
    }
}

/// The cluster that is asked for, or the only one that carries the plan.
fn cluster(plan: &Plan, asked: Option<&juniper::ID>) -> Result<ClusterId> {
    match (ClusterId::parse_optional(asked, "clusterId")?, &plan.clusters[..]) {
        (Some(cluster), all) if all.contains(&cluster) => Ok(cluster),
        (Some(_), _) => Err(Error::invalid("clusterId", "cluster-elsewhere", "this cluster does not carry the plan")),
        (None, [only]) => Ok(*only),
        (None, _) => Err(Error::invalid("clusterId", "cluster-unsaid", "several clusters carry the plan: say which")),
    }
}

/// The organisation that is asked for, or the only one that the viewer writes for.
fn organisation(
    viewer: &Viewer,
    plan: &Plan,
    cluster: ClusterId,
    asked: Option<&juniper::ID>,
) -> Result<Option<OrganisationId>> {
    let scope = Scope::cluster(plan.operation_id, cluster);
    if let Some(organisation) = OrganisationId::parse_optional(asked, "organisationId")? {
        viewer.require(Action::EditReport, &scope.owned_by(organisation), "organisationId")?;
        return Ok(Some(organisation));
    }
    let reach = viewer.reach(Action::EditReport);
    let writes_for_all =
        reach.everywhere || reach.operations.contains(&plan.operation_id) || reach.clusters.contains(&cluster);
    let own: Vec<OrganisationId> =
        reach.organisations.iter().filter(|(of, _)| *of == cluster).map(|(_, organisation)| *organisation).collect();
    match own[..] {
        _ if writes_for_all => Ok(None),
        [only] => Ok(Some(only)),
        [] => {
            // Says that it is forbidden, or that there is no such plan, as everywhere.
            viewer.require(Action::EditReport, &scope, "planId")?;
            Ok(None)
        }
        _ => Ok(None),
    }
}
