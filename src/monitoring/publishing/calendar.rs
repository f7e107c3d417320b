//! The calendar of a user: when periods open and when reports are due, of every plan that they may know of.
//!
//! An event keeps its identity for good, so that a deadline that moves moves in every calendar; the event of a closed period stays.

use std::collections::HashMap;

use chrono::{DateTime, Months, NaiveDate, Utc};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, EventLike};

use super::store;
use crate::{
    accounts,
    kit::{Call, Error, Result, auth::Action, db::Sight, scope::UserId},
    monitoring::{
        model::{Period, PeriodState},
        periods::{day_of, last_day},
    },
    plans::{self, Plan, PlanId},
};

/// How many months back a calendar goes.
const MONTHS: u32 = 12;

/// The calendar of a user as text; nothing for one who may no longer sign in.
pub(super) async fn of_user(call: &Call, user: UserId) -> Result<Option<String>> {
    let now = call.tools.clock.now();
    let Some(viewer) = accounts::viewer_of(call.db.conn().await?, user, now).await? else { return Ok(None) };
    let viewer = std::sync::Arc::new(viewer);
    call.db.look_as(Sight::of(&viewer));
    let conn = call.db.conn().await?;
    let reach = viewer.reach(Action::ReadShared);
    let operations = (!reach.everywhere).then_some(reach.operations.as_slice());
    let since = now.checked_sub_months(Months::new(MONTHS)).unwrap_or(now);
    let mut calendar = Calendar::new();
    calendar.name("Darasa");
    calendar.append_property(("X-PUBLISHED-TTL", "PT6H"));
    let mut periods = store::periods_since(conn, since, operations).await?;
    periods.sort_by_key(|(period, _)| (period.plan_id, period.due_at, period.id));
    let mut ids: Vec<PlanId> = periods.iter().map(|(period, _)| period.plan_id).collect();
    ids.dedup();
    let known: HashMap<PlanId, Plan> = plans::readable(conn, &viewer, &ids).await?;
    for (period, zone) in &periods {
        let Some(plan) = known.get(&period.plan_id) else { continue };
        let zone: Tz = zone.parse().map_err(Error::internal)?;
        for event in events(call, plan, period, (now, zone)) {
            calendar.push(event);
        }
    }
    Ok(Some(calendar.done().to_string()))
}

/// When a period opens, and when its reports are due: days where the operation is, as mails and workbooks tell them. A moment would be shown on
/// another day wherever another time is kept.
fn events(call: &Call, plan: &Plan, period: &Period, (now, zone): (DateTime<Utc>, Tz)) -> [Event; 2] {
    let say = call.tools.texts.in_language(call.language);
    let last = period.ends_on.pred_opt().unwrap_or(period.ends_on);
    let about = [
        ("plan", plan.code.clone().into()),
        ("from", say.date(period.starts_on).into()),
        ("to", say.date(last).into()),
    ];
    let closed = period.state_at(now) == PeriodState::Closed;
    let event = |what: &str, summary: &str, day: NaiveDate| {
        let mut event = Event::new();
        event.uid(&format!("{}-{what}@darasa", period.id.uuid()));
        event.timestamp(period.closed_at.unwrap_or(period.opens_at));
        event.starts(day);
        event.summary(summary);
        if closed {
            event.description(&say.text("calendar-closed", &[]));
        }
        event.done()
    };
    let (opens, due) = (say.text("calendar-opens", &about), say.text("calendar-due", &about));
    [event("opens", &opens, day_of(period.opens_at, zone)), event("due", &due, last_day(period.due_at, zone))]
}
