//! Reminders: only those who are late or about to be, only of what is theirs, one mail a day, and none once all is sent.

use std::collections::HashSet;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{
    inputs::RemindInput,
    mail::{LateReport, ReportsDue},
    model::{Addressee, Due},
    opening::{addressees, zone_of_plan},
    settings,
    store::{self, NewReminder, Waiting},
};
use crate::{
    accounts,
    kit::{
        Error, Result,
        auth::Action,
        db::{Sight, Transaction},
        mail::outbox,
        scope::{ClusterId, OrganisationId},
    },
    monitoring::{
        model::{Period, PeriodId, PeriodState, Report},
        periods::{day_of, last_day},
        policy,
        store::{
            self as monitoring_store,
            names::{Names, names},
        },
    },
    notices::{self, Nudge, Nudging},
    plans::{self, Plan},
};

/// What reminding by hand did.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(super) struct Reminded {
    /// People who get a mail now.
    pub(super) reminded: i32,
    /// People who got theirs today already.
    pub(super) already: i32,
    /// Reports that nobody can be reminded of.
    pub(super) unreachable: i32,
}

/// Who is asked, where it is not everybody.
#[derive(Debug, Clone, Default)]
pub(super) struct Only {
    /// Clusters that the asker decides in; none: all.
    pub(super) clusters: Option<Vec<ClusterId>>,
    /// Organisations that were named; none: all.
    pub(super) organisations: Option<Vec<OrganisationId>>,
}

impl Only {
    fn takes(&self, due: &Due) -> bool {
        self.clusters.as_ref().is_none_or(|clusters| clusters.contains(&due.cluster_id))
            && self.organisations.as_ref().is_none_or(|all| all.contains(&due.organisation_id))
    }
}

/// Reminds those whose reports of a period were not sent, because somebody says so.
pub(super) async fn remind(transaction: &mut Transaction, input: RemindInput) -> Result<Reminded> {
    let id = PeriodId::parse(&input.period_id, "periodId")?;
    let period = monitoring_store::period(transaction.conn(), id).await?;
    let period = period.ok_or_else(|| Error::not_found("periodId"))?;
    let viewer = std::sync::Arc::clone(transaction.viewer());
    let plan = policy::plan(transaction.conn(), &viewer, Action::DecideReport, period.plan_id, "periodId").await?;
    if period.state_at(transaction.now()) != PeriodState::Open {
        let message = "the period is not open: nobody could send a report";
        return Err(Error::conflict("period-state", message).at("periodId"));
    }
    if !settings::of_plan(transaction.conn(), plan.id).await?.reminders {
        let message = "reminders of this plan are switched off; switch them on by `setReportingSettings` first";
        return Err(Error::conflict("reminders-off", message).at("periodId"));
    }
    let mut organisations = None;
    if let Some(ids) = &input.organisation_ids {
        let read =
            ids.iter().enumerate().map(|(index, id)| OrganisationId::parse(id, &format!("organisationIds[{index}]")));
        organisations = Some(read.collect::<Result<Vec<_>>>()?);
    }
    let reach = viewer.reach(Action::DecideReport);
    let everywhere = reach.everywhere || reach.operations.contains(&plan.operation_id);
    let only = Only { clusters: (!everywhere).then_some(reach.clusters), organisations };
    let _program = transaction.look_as(Sight::Program);
    remind_of(transaction, &plan, &[period.id], Some(only)).await
}

/// Leaves a mail to each of those who still have to send a report of these periods.
pub(super) async fn remind_of(
    transaction: &Transaction,
    plan: &Plan,
    periods: &[PeriodId],
    only: Option<Only>,
) -> Result<Reminded> {
    let (conn, now) = (transaction.conn(), transaction.now());
    let zone = zone_of_plan(conn, plan).await?;
    let day = day_of(now, zone);
    let mut due = store::all_due(conn, plan.id, periods).await?;
    due.retain(|due| due.is_open() && only.as_ref().is_none_or(|only| only.takes(due)));
    let count = due.len();
    let people = addressees(conn, plan, due, now).await?;
    let reached: HashSet<_> = people
        .iter()
        .flat_map(|one| one.due.iter().map(|due| (due.period_id, due.cluster_id, due.organisation_id)))
        .collect();
    let already: HashSet<_> = store::reminded_on(conn, plan.id, day).await?.into_iter().collect();
    let (known, new): (Vec<_>, Vec<_>) = people.into_iter().partition(|one| already.contains(&one.user.id));
    let new = post(transaction, plan, (day, zone), new, "").await?;
    let by = only.and(transaction.viewer().user);
    store::insert_reminders(conn, (plan.operation_id, plan.id, day), by, &new, now).await?;
    let count_of = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
    Ok(Reminded {
        reminded: count_of(new.len()),
        already: count_of(known.len()),
        unreachable: count_of(count.saturating_sub(reached.len())),
    })
}

/// Writes the mails; who stopped reminders gets none.
async fn post(
    transaction: &Transaction,
    plan: &Plan,
    (day, zone): (NaiveDate, Tz),
    people: Vec<Addressee>,
    again: &str,
) -> Result<Vec<NewReminder>> {
    let all: Vec<Due> = people.iter().flat_map(|one| one.due.iter().cloned()).collect();
    let names = names(transaction.conn(), all.iter().map(Due::pair)).await?;
    let ids: Vec<PeriodId> = all.iter().map(|due| due.period_id).collect();
    let periods = store::periods(transaction.conn(), &ids).await?;
    let nudges = people.iter().map(|one| Nudge {
        email: one.user.email.clone(),
        language: one.user.language,
        content: ReportsDue {
            plan: plan.names.clone(),
            day,
            time_zone: zone.name().to_owned(),
            reports: one.due.iter().filter_map(|due| late(due, &periods, &names, zone)).collect(),
        },
        once_key: format!("reminder:{}:{day}:{}{again}", plan.id.uuid(), one.user.id.uuid()),
    });
    let nudges: Vec<_> = nudges.collect();
    let about = Nudging { plan: plan.id.uuid(), operation: plan.operation_id, title: plan.names.clone() };
    let messages = notices::nudge(transaction, &about, &nudges).await?;
    let new = people.into_iter().zip(messages).filter_map(|(one, message)| {
        Some(NewReminder { id: transaction.new_id(), user: one.user.id, message: message?, due: one.due })
    });
    Ok(new.collect())
}

fn late(due: &Due, periods: &[Period], names: &Names, zone: Tz) -> Option<LateReport> {
    let period = periods.iter().find(|period| period.id == due.period_id)?;
    Some(LateReport {
        organisation: names.organisation(due.organisation_id),
        cluster: names.cluster(due.cluster_id),
        starts_on: period.starts_on,
        ends_on: period.ends_on,
        due_on: last_day(period.due_at, zone),
    })
}

/// A report was sent: reminders of it that wait in the outbox go no more. Where others were told of in the same mail, these alone go.
pub(in crate::monitoring) async fn submitted(transaction: &Transaction, report: &Report) -> Result<()> {
    let _program = transaction.look_as(Sight::Program);
    let key = (report.period_id, report.cluster_id, report.organisation_id);
    let waiting = store::waiting_about(transaction.conn(), key).await?;
    if waiting.is_empty() {
        return Ok(());
    }
    let messages: Vec<_> = waiting.iter().map(|one| one.message_id).collect();
    outbox::withdraw(transaction, &messages, "what it was about has been sent").await?;
    let plan = plans::plan(transaction.conn(), report.plan_id).await?;
    let plan = plan.ok_or_else(|| Error::bug("a report without its plan"))?;
    for one in waiting {
        tell_the_rest(transaction, &plan, one).await?;
    }
    Ok(())
}

async fn tell_the_rest(transaction: &Transaction, plan: &Plan, waiting: Waiting) -> Result<()> {
    let conn = transaction.conn();
    let zone = zone_of_plan(conn, plan).await?;
    let items = store::items_of(conn, &[waiting.id]).await?;
    let due: Vec<Due> = items.into_iter().map(|item| item.due).filter(Due::is_open).collect();
    let mut message = None;
    if !due.is_empty() {
        let user = accounts::user(conn, waiting.user_id).await?;
        let again = format!(":{}", waiting.message_id);
        let new = post(transaction, plan, (waiting.day, zone), vec![Addressee { user, due }], &again).await?;
        message = new.first().map(|one| one.message);
    }
    store::replace_message(conn, waiting.id, message).await
}
