//! When reminders go by themselves: each day once, in the morning where the operation is, for as long as any report can still be reminded of.

use chrono::{Days, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use futures::FutureExt;
use serde::{Deserialize, Serialize};

use super::{model::ReportingSettings, opening::zone_of_plan, reminders, settings, store};
use crate::{
    kit::{
        Call, Result,
        db::{Sight, Transaction},
        jobs::{self, Job},
    },
    monitoring::{
        model::{Period, PeriodId},
        periods::{day_of, last_day, start_of_day},
        store as monitoring_store,
    },
    plans::{self, Plan, PlanId, PlanStatus},
};

/// The hour of the day.
const MORNING: TimeDelta = TimeDelta::hours(6);

/// Reminds those who are late with reports on a plan, or about to be, on one day.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemindOfPlan {
    plan: PlanId,
    day: NaiveDate,
}

impl Job for RemindOfPlan {
    const KIND: &'static str = "remind-of-plan";

    async fn run(self, call: Call) -> Result<()> {
        call.transact(self, |transaction, job| round(transaction, job).boxed()).await
    }
}

/// Sees to it that somebody looks tomorrow, unless somebody will anyway.
pub(super) async fn begin(transaction: &Transaction, plan: &Plan) -> Result<()> {
    let zone = zone_of_plan(transaction.conn(), plan).await?;
    let today = day_of(transaction.now(), zone);
    look_on(transaction, plan.id, today.checked_add_days(Days::new(1)), zone).await
}

async fn look_on(transaction: &Transaction, plan: PlanId, day: Option<NaiveDate>, zone: Tz) -> Result<()> {
    let Some(day) = day else { return Ok(()) };
    if store::take_round(transaction.conn(), plan, day).await? {
        jobs::enqueue_at(transaction, &RemindOfPlan { plan, day }, start_of_day(day, zone) + MORNING).await?;
    }
    Ok(())
}

async fn round(transaction: &mut Transaction, RemindOfPlan { plan, day }: RemindOfPlan) -> Result<()> {
    let _program = transaction.look_as(Sight::Program);
    let Some(plan) = plans::plan(transaction.conn(), plan).await? else { return Ok(()) };
    let zone = zone_of_plan(transaction.conn(), &plan).await?;
    let settings = settings::of_plan(transaction.conn(), plan.id).await?;
    let periods = monitoring_store::periods_of_plan(transaction.conn(), plan.id).await?;
    let running: Vec<&Period> = periods.iter().filter(|period| is_running(period, day, zone, &settings)).collect();
    if running.is_empty() || plan.status != PlanStatus::Published {
        return Ok(());
    }
    let today: Vec<PeriodId> =
        running.iter().filter(|period| is_day_of(period, day, zone, &settings)).map(|period| period.id).collect();
    // After a day without the program what is due then is told by the next, and not by both.
    let is_today = day == day_of(transaction.now(), zone);
    if settings.reminders && is_today && !today.is_empty() {
        reminders::remind_of(transaction, &plan, &today, None).await?;
    }
    let next = day.max(day_of(transaction.now(), zone).pred_opt().unwrap_or(day)).checked_add_days(Days::new(1));
    look_on(transaction, plan.id, next, zone).await
}

fn distance(period: &Period, day: NaiveDate, zone: Tz) -> i64 {
    (day - last_day(period.due_at, zone)).num_days()
}

/// Whether a period's reports are reminded of on this day.
fn is_day_of(period: &Period, day: NaiveDate, zone: Tz, settings: &ReportingSettings) -> bool {
    settings.days().iter().any(|days| i64::from(*days) == distance(period, day, zone))
}

/// Whether there is still a day to come on which a period's reports are reminded of, or this is one.
fn is_running(period: &Period, day: NaiveDate, zone: Tz, settings: &ReportingSettings) -> bool {
    let last = settings.days().last().copied().unwrap_or_default();
    period.announced_at.is_some() && period.closed_at.is_none() && distance(period, day, zone) <= i64::from(last)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, Utc};
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn days_are_counted_from_the_last_day_to_submit_where_the_operation_is() {
        let moment = |text: &str| text.parse::<DateTime<Utc>>().expect("a moment");
        let settings = ReportingSettings::usual(PlanId::from_uuid(Uuid::nil()));
        let period = Period {
            id: PeriodId::from_uuid(Uuid::nil()),
            plan_id: PlanId::from_uuid(Uuid::nil()),
            number: 1,
            starts_on: day("2026-01-01"),
            ends_on: day("2026-02-01"),
            opens_at: moment("2025-12-31T19:30:00Z"),
            due_at: moment("2026-02-10T19:30:00Z"),
            closed_at: None,
            announced_at: Some(moment("2025-12-31T19:30:00Z")),
        };
        let kabul = chrono_tz::Asia::Kabul;
        assert_eq!(last_day(period.due_at, kabul), day("2026-02-10"));
        let told: Vec<&str> = ["2026-02-06", "2026-02-07", "2026-02-10", "2026-02-11", "2026-02-12", "2026-02-17"]
            .into_iter()
            .filter(|text| is_day_of(&period, day(text), kabul, &settings))
            .collect();
        assert_eq!(told, ["2026-02-07", "2026-02-11", "2026-02-17"]);
        assert!(is_running(&period, day("2026-02-17"), kabul, &settings));
        assert!(!is_running(&period, day("2026-02-18"), kabul, &settings));
        let closed = Period { closed_at: Some(period.due_at), ..period.clone() };
        assert!(!is_running(&closed, day("2026-02-11"), kabul, &settings));
        assert!(!is_running(&Period { announced_at: None, ..period }, day("2026-02-11"), kabul, &settings));
    }
}
