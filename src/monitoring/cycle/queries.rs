//! Who gets what when a period opens, what is due of whom, and who was reminded: for those who coordinate, and each partner its own.

use std::collections::HashMap;

use juniper::ID;

use super::{
    model::{Addressee, Due, Reminder, ReminderId, ReminderItem, Told},
    opening::addressees,
    store::{self, DueFilter},
};
use crate::{
    kit::{
        Call, Error, Result,
        auth::Action,
        db::{Db, Sight},
        graphql::page::Page,
        mail::outbox::{self, Tally},
    },
    monitoring::{
        model::{Period, PeriodId, Urgency},
        policy, store as monitoring_store,
    },
    plans::{Plan, PlanId},
};

/// A period and all that is due in it, with the people who are told.
pub(super) struct Opening {
    pub(super) period: Period,
    pub(super) items: Vec<OpeningItem>,
    pub(super) people: i32,
    pub(super) without_people: i32,
    pub(super) deliveries: Tally,
}

/// A report that is expected, and who is told of it.
#[derive(Debug, Clone)]
pub(super) struct OpeningItem {
    pub(super) due: Due,
    pub(super) people: Vec<(crate::accounts::User, Option<Told>)>,
}

/// A period and its plan that the viewer may do `action` to.
async fn period_and_plan(call: &Call, id: &ID, action: Action) -> Result<(Period, Plan)> {
    let conn = call.db.conn().await?;
    let id = PeriodId::parse(id, "periodId")?;
    let period = monitoring_store::period(conn, id).await?.ok_or_else(|| Error::not_found("periodId"))?;
    let plan = policy::plan_run(conn, &call.viewer, action, period.plan_id, "periodId").await?;
    Ok((period, plan))
}

/// Who gets what when a period opens, or got it.
pub(super) async fn opening(call: &Call, period: &ID) -> Result<Opening> {
    let (period, plan) = period_and_plan(call, period, Action::ManagePeriods).await?;
    // Reports of partners in clusters that share the plan are begun by the same step.
    let db = Db::new(std::sync::Arc::clone(call.db.pools()), Sight::Program);
    let conn = db.conn().await?;
    let due = store::all_due(conn, plan.id, &[period.id]).await?;
    let people = addressees(conn, &plan, due.clone(), call.tools.clock.now()).await?;
    let told = store::told(conn, period.id).await?;
    let messages: Vec<_> = told.iter().filter_map(|told| told.message_id).collect();
    let deliveries = outbox::tally(call, &messages).await?;
    let items: Vec<OpeningItem> = due.into_iter().map(|due| item(due, &people, &told)).collect();
    let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let without = items.iter().filter(|item| item.people.is_empty()).count();
    Ok(Opening { period, people: number(people.len()), without_people: number(without), items, deliveries })
}

fn item(due: Due, people: &[Addressee], told: &[Told]) -> OpeningItem {
    let theirs = people.iter().filter(|one| one.due.contains(&due));
    let of = |one: &Addressee| told.iter().find(|told| told.user_id == one.user.id).cloned();
    OpeningItem { people: theirs.map(|one| (one.user.clone(), of(one))).collect(), due }
}

/// A page of what is due, and how urgent what was not sent is in this period.
pub(super) async fn due(
    call: &Call,
    period: &ID,
    urgency: Option<Urgency>,
    page: &Page,
) -> Result<(Vec<Due>, Urgency)> {
    let conn = call.db.conn().await?;
    let (period, plan) = period_and_plan(call, period, Action::ReadShared).await?;
    let now = period.urgency_at(call.tools.clock.now());
    if urgency.is_some_and(|wanted| wanted != now) {
        return Ok((Vec::new(), now));
    }
    let reach = call.viewer.reach(Action::ReadContent);
    let filter = DueFilter { open: urgency.is_some(), reach, operation: plan.operation_id };
    Ok((store::due_page(conn, (plan.id, period.id), &filter, page).await?, now))
}

/// A page of a plan's reminders with what they were about.
pub(super) async fn reminders(
    call: &Call,
    (plan, period): (&ID, Option<&ID>),
    page: &Page,
) -> Result<Vec<(Reminder, Vec<ReminderItem>)>> {
    let conn = call.db.conn().await?;
    let id = PlanId::parse(plan, "planId")?;
    let plan = policy::plan_run(conn, &call.viewer, Action::DecideReport, id, "planId").await?;
    let period = PeriodId::parse_optional(period, "periodId")?;
    let reach = call.viewer.reach(Action::DecideReport);
    let everywhere = reach.everywhere || reach.operations.contains(&plan.operation_id);
    let clusters = (!everywhere).then_some(reach.clusters);
    let found = store::reminders(conn, plan.id, period, clusters.as_deref(), page).await?;
    let ids: Vec<ReminderId> = found.iter().map(|reminder| reminder.id).collect();
    let mut items: HashMap<ReminderId, Vec<ReminderItem>> = HashMap::new();
    let is_seen =
        |item: &ReminderItem| clusters.as_ref().is_none_or(|clusters| clusters.contains(&item.due.cluster_id));
    for item in store::items_of(conn, &ids).await?.into_iter().filter(is_seen) {
        items.entry(item.reminder_id).or_default().push(item);
    }
    Ok(found
        .into_iter()
        .map(|reminder| (items.remove(&reminder.id).unwrap_or_default(), reminder))
        .map(|(items, one)| (one, items))
        .collect())
}
