//! The calendar of a user: when periods open and when reports are due, of every plan that they may know of.
//!
//! An event keeps its identity for good, so that a deadline that moves moves in every calendar; the event of a closed period stays.

use chrono::{DateTime, Months, Utc};
use icalendar::{Calendar, Component, Event, EventLike};

use super::store;
use crate::{
    accounts,
    kit::{
        Call, Result,
        auth::{Action, Viewer},
        db::Sight,
        scope::UserId,
    },
    monitoring::model::{Period, PeriodState},
    plans::{self, Plan},
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
    let mut known: Option<(plans::PlanId, Option<Plan>)> = None;
    let mut periods = store::periods_since(conn, since, operations).await?;
    periods.sort_by_key(|period| (period.plan_id, period.due_at, period.id));
    for period in periods {
        if known.as_ref().is_none_or(|(id, _)| *id != period.plan_id) {
            known = Some((period.plan_id, readable(conn, &viewer, &period).await));
        }
        if let Some((_, Some(plan))) = &known {
            for event in events(call, plan, &period, now) {
                calendar.push(event);
            }
        }
    }
    Ok(Some(calendar.done().to_string()))
}

async fn readable(conn: crate::kit::db::Conn<'_>, viewer: &Viewer, period: &Period) -> Option<Plan> {
    plans::load_for_read(conn, viewer, period.plan_id, "planId").await.ok()
}

/// When a period opens, and when its reports are due: the deadline is a moment, told in universal time, which each calendar shows in its own zone.
fn events(call: &Call, plan: &Plan, period: &Period, now: DateTime<Utc>) -> [Event; 2] {
    let say = call.tools.texts.in_language(call.language);
    let last = period.ends_on.pred_opt().unwrap_or(period.ends_on);
    let about = [
        ("plan", plan.code.clone().into()),
        ("from", say.date(period.starts_on).into()),
        ("to", say.date(last).into()),
    ];
    let closed = period.state_at(now) == PeriodState::Closed;
    let event = |what: &str, at: DateTime<Utc>| {
        let mut event = Event::new();
        event.uid(&format!("{}-{what}@darasa", period.id.uuid()));
        event.timestamp(period.closed_at.unwrap_or(period.opens_at));
        event.starts(at).ends(at);
        event.summary(&say.text(&format!("calendar-{what}"), &about));
        if closed {
            event.description(&say.text("calendar-closed", &[]));
        }
        event.done()
    };
    [event("opens", period.opens_at), event("due", period.due_at)]
}
