//! Reporting periods: made once, with the deadline as it stands then; closed and opened again.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{
    cycle,
    input::{
        CreateReportingPeriodsInput, MonthlyPeriodsInput, PeriodDatesInput, QuarterlyPeriodsInput,
        ReportingPeriodInput, WeeklyPeriodsInput,
    },
    model::{Period, PeriodId, PeriodState},
    policy, store,
};
use crate::{
    audit,
    clusters::{self, Operation},
    kit::{Error, Result, auth::Action, db::Transaction},
    plans::{Plan, PlanId, PlanStatus},
};

/// The most periods that are made at once.
const MOST: usize = 366;

/// Periods that were made or changed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Periods {
    pub(super) periods: Vec<Period>,
}

/// Makes the periods of a plan, behind those it has.
pub(super) async fn create(transaction: &mut Transaction, input: CreateReportingPeriodsInput) -> Result<Periods> {
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let plan = policy::plan(transaction.conn(), transaction.viewer(), Action::ManagePeriods, id, "planId").await?;
    let dates = match (input.weekly, input.monthly, input.quarterly, input.periods) {
        (Some(weekly), None, None, None) => weeks(&weekly)?,
        (None, Some(monthly), None, None) => months(&monthly)?,
        (None, None, Some(quarterly), None) => quarters(&quarterly)?,
        (None, None, None, Some(periods)) => periods,
        _ => {
            let message = "give one of `weekly`, `monthly`, `quarterly` and `periods`";
            return Err(Error::invalid("monthly", "periods-which", message));
        }
    };
    let operation = clusters::operation(transaction.conn(), plan.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
    let zone = zone_of(&operation)?;
    let before = store::lock_periods_of_plan(transaction.conn(), plan.id).await?;
    check(&dates, &plan, before.last())?;
    let number = before.last().map_or(0, |period| period.number);
    let periods: Vec<Period> =
        (number + 1..).zip(&dates).map(|(number, dates)| period(transaction, &plan, number, dates, zone)).collect();
    store::insert_periods(transaction.conn(), &periods).await?;
    let change = audit::Change::new("create-periods", plan.id).in_operation(plan.operation_id).to(&periods)?;
    audit::record(transaction, change).await?;
    cycle::plan_openings(transaction, &periods).await?;
    Ok(Periods { periods })
}

fn period(transaction: &Transaction, plan: &Plan, number: i32, dates: &PeriodDatesInput, zone: Tz) -> Period {
    Period {
        id: transaction.new_id(),
        plan_id: plan.id,
        number,
        starts_on: dates.starts_on,
        ends_on: dates.ends_on,
        opens_at: start_of_day(dates.opens_on.unwrap_or(dates.starts_on), zone),
        due_at: start_of_day(dates.due_on.succ_opt().unwrap_or(dates.due_on), zone),
        closed_at: None,
        announced_at: None,
    }
}

/// The zone that an operation's days are counted in.
pub(super) fn zone_of(operation: &Operation) -> Result<Tz> {
    operation.time_zone.parse().map_err(Error::internal)
}

/// The day that a moment is in.
pub(super) fn day_of(moment: DateTime<Utc>, zone: Tz) -> NaiveDate {
    moment.with_timezone(&zone).date_naive()
}

/// The last day to submit in time, where the operation is.
pub(super) fn last_day(due_at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    day_of(due_at - TimeDelta::seconds(1), zone)
}

/// Whole calendar months.
fn months(input: &MonthlyPeriodsInput) -> Result<Vec<PeriodDatesInput>> {
    let out_of_range = |field: &str, message: &str| Error::invalid(field, "periods-range", message);
    let months = u32::try_from(input.months).ok().filter(|months| (1..=36).contains(months));
    let months = months.ok_or_else(|| out_of_range("monthly.months", "make 1 to 36 months at once"))?;
    let due_days = u64::try_from(input.due_days).ok().filter(|days| (1..=90).contains(days));
    let due_days = due_days.ok_or_else(|| out_of_range("monthly.dueDays", "reports are due 1 to 90 days after"))?;
    let no_day = || out_of_range("monthly.firstMonth", "this is no month that a plan can have");
    let first = chrono::Datelike::with_day(&input.first_month, 1).ok_or_else(no_day)?;
    let month = |index: u32| {
        let starts_on = first.checked_add_months(Months::new(index))?;
        let ends_on = starts_on.checked_add_months(Months::new(1))?;
        let due_on = ends_on.checked_add_days(Days::new(due_days))?.pred_opt()?;
        Some(PeriodDatesInput { starts_on, ends_on, opens_on: None, due_on })
    };
    (0..months).map(month).collect::<Option<Vec<_>>>().ok_or_else(no_day)
}

/// How many, in a range.
fn number(given: i32, (least, most): (u32, u32), field: &str, message: &str) -> Result<u32> {
    let number = u32::try_from(given).ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| Error::invalid(field, "periods-range", message))
}

/// Weeks of seven days.
fn weeks(input: &WeeklyPeriodsInput) -> Result<Vec<PeriodDatesInput>> {
    let weeks = number(input.weeks, (1, 106), "weekly.weeks", "make 1 to 106 weeks at once")?;
    let due = number(input.due_days, (1, 90), "weekly.dueDays", "reports are due 1 to 90 days after")?;
    let week = |index: u32| {
        let starts_on = input.first_day.checked_add_days(Days::new(u64::from(index) * 7))?;
        let ends_on = starts_on.checked_add_days(Days::new(7))?;
        let due_on = ends_on.checked_add_days(Days::new(u64::from(due)))?.pred_opt()?;
        Some(PeriodDatesInput { starts_on, ends_on, opens_on: None, due_on })
    };
    let no_day = || Error::invalid("weekly.firstDay", "periods-range", "this is no day that a plan can have");
    (0..weeks).map(week).collect::<Option<Vec<_>>>().ok_or_else(no_day)
}

/// Quarters of the calendar year.
fn quarters(input: &QuarterlyPeriodsInput) -> Result<Vec<PeriodDatesInput>> {
    let quarters = number(input.quarters, (1, 12), "quarterly.quarters", "make 1 to 12 quarters at once")?;
    let due = number(input.due_days, (1, 90), "quarterly.dueDays", "reports are due 1 to 90 days after")?;
    let no_day = || Error::invalid("quarterly.firstQuarter", "periods-range", "this is no day that a plan can have");
    let first = input.first_quarter;
    let first = NaiveDate::from_ymd_opt(first.year(), (first.month0() / 3) * 3 + 1, 1).ok_or_else(no_day)?;
    let quarter = |index: u32| {
        let starts_on = first.checked_add_months(Months::new(index * 3))?;
        let ends_on = starts_on.checked_add_months(Months::new(3))?;
        let due_on = ends_on.checked_add_days(Days::new(u64::from(due)))?.pred_opt()?;
        Some(PeriodDatesInput { starts_on, ends_on, opens_on: None, due_on })
    };
    (0..quarters).map(quarter).collect::<Option<Vec<_>>>().ok_or_else(no_day)
}

/// Periods follow each other, inside the plan, and are due after they open.
fn check(dates: &[PeriodDatesInput], plan: &Plan, before: Option<&Period>) -> Result<()> {
    let wrong = |index: usize, field: &str, message: &str| {
        Err(Error::invalid(format!("periods[{index}].{field}"), "period-dates", message))
    };
    if dates.is_empty() || dates.len() > MOST {
        return Err(Error::invalid("periods", "periods-range", format!("give 1 to {MOST} periods")));
    }
    let mut earliest = before.map_or(plan.starts_on, |period| period.ends_on);
    for (index, dates) in dates.iter().enumerate() {
        if dates.ends_on <= dates.starts_on {
            return wrong(index, "endsOn", "a period ends after it starts: this is the first day after it");
        }
        if dates.starts_on < earliest {
            return wrong(index, "startsOn", "a period starts inside the plan, when the one before it has ended");
        }
        if dates.ends_on > plan.ends_on {
            return wrong(index, "endsOn", "a period ends inside the plan");
        }
        if dates.due_on < dates.opens_on.unwrap_or(dates.starts_on) {
            return wrong(index, "dueOn", "reports are due after they can be submitted");
        }
        earliest = dates.ends_on;
    }
    Ok(())
}

/// The first moment of a day where the operation is. Where the clocks skip midnight, the day begins at the first hour it has.
pub(super) fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    let hours = (0..24).map(|hour| midnight + TimeDelta::hours(hour));
    let first = hours.filter_map(|hour| zone.from_local_datetime(&hour).earliest()).next();
    first.map_or_else(|| midnight.and_utc(), |moment| moment.with_timezone(&Utc))
}

/// Opens a period: one that was closed again, as it was; one that is to come now, and then, as one that opened unnoticed, it is announced.
pub(super) async fn open(transaction: &mut Transaction, input: ReportingPeriodInput) -> Result<Periods> {
    let (period, plan) = load(transaction, &input).await?;
    match period.state_at(transaction.now()) {
        PeriodState::Closed => {
            return Ok(Periods { periods: vec![set_closed(transaction, &period, &plan, None).await?] });
        }
        PeriodState::Open if period.announced_at.is_some() => {
            return Err(Error::conflict("period-state", "the period is open, and partners know").at("periodId"));
        }
        PeriodState::Open | PeriodState::Pending => {}
    }
    if plan.status != PlanStatus::Published {
        let message = "the plan is not published: nobody is asked to report on it; publish it first";
        return Err(Error::conflict("period-state", message).at("periodId"));
    }
    Ok(Periods { periods: vec![cycle::announce(transaction, &plan, &period).await?] })
}

/// Closes a period: from now on only those who decide on reports may still enter and submit them.
pub(super) async fn close(transaction: &mut Transaction, input: ReportingPeriodInput) -> Result<Periods> {
    let (period, plan) = load(transaction, &input).await?;
    if period.state_at(transaction.now()) == PeriodState::Closed {
        return Err(Error::conflict("period-state", "the period is closed already").at("periodId"));
    }
    Ok(Periods { periods: vec![set_closed(transaction, &period, &plan, Some(transaction.now())).await?] })
}

/// A period that the viewer may open and close, held until the transaction ends, and its plan.
async fn load(transaction: &Transaction, input: &ReportingPeriodInput) -> Result<(Period, Plan)> {
    let id = PeriodId::parse(&input.period_id, "periodId")?;
    let period = store::lock_period(transaction.conn(), id).await?.ok_or_else(|| Error::not_found("periodId"))?;
    let (conn, viewer) = (transaction.conn(), transaction.viewer());
    let plan = policy::plan(conn, viewer, Action::ManagePeriods, period.plan_id, "periodId").await?;
    Ok((period, plan))
}

async fn set_closed(
    transaction: &Transaction,
    period: &Period,
    plan: &Plan,
    at: Option<DateTime<Utc>>,
) -> Result<Period> {
    let after = Period { closed_at: at, ..period.clone() };
    store::set_closed(transaction.conn(), period.id, at).await?;
    let action = if at.is_some() { "close" } else { "open" };
    let change = audit::Change::new(action, period.id).in_operation(plan.operation_id).from(period)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn months_are_whole_and_due_by_the_end_of_the_day_said() {
        let input = MonthlyPeriodsInput { first_month: day("2027-12-15"), months: 3, due_days: 10 };
        let dates = months(&input).expect("months");
        let shown: Vec<String> =
            dates.iter().map(|dates| format!("{} {} {}", dates.starts_on, dates.ends_on, dates.due_on)).collect();
        assert_eq!(
            shown,
            [
                "2027-12-01 2028-01-01 2028-01-10",
                "2028-01-01 2028-02-01 2028-02-10",
                "2028-02-01 2028-03-01 2028-03-10"
            ]
        );
        for (months_wanted, due_days) in [(0, 10), (37, 10), (-1, 10), (1, 0), (1, 91), (i32::MAX, i32::MIN)] {
            assert!(months(&MonthlyPeriodsInput { months: months_wanted, due_days, ..input.clone() }).is_err());
        }
        let last = MonthlyPeriodsInput { first_month: NaiveDate::MAX, months: 1, due_days: 10 };
        assert!(months(&last).is_err(), "the calendar ends");
    }

    #[test]
    fn weeks_and_quarters_follow_each_other() {
        let shown = |dates: Result<Vec<PeriodDatesInput>>| -> Vec<String> {
            let dates = dates.expect("periods");
            dates.iter().map(|dates| format!("{} {} {}", dates.starts_on, dates.ends_on, dates.due_on)).collect()
        };
        let weekly = WeeklyPeriodsInput { first_day: day("2026-12-24"), weeks: 2, due_days: 3 };
        assert_eq!(shown(weeks(&weekly)), ["2026-12-24 2026-12-31 2027-01-02", "2026-12-31 2027-01-07 2027-01-09"]);
        let quarterly = QuarterlyPeriodsInput { first_quarter: day("2026-11-30"), quarters: 2, due_days: 15 };
        let expected = ["2026-10-01 2027-01-01 2027-01-15", "2027-01-01 2027-04-01 2027-04-15"];
        assert_eq!(shown(quarters(&quarterly)), expected);
        for (count, due_days) in [(0, 10), (107, 10), (-1, 10), (1, 0), (1, 91), (i32::MAX, i32::MIN)] {
            assert!(weeks(&WeeklyPeriodsInput { weeks: count, due_days, ..weekly.clone() }).is_err());
            assert!(quarters(&QuarterlyPeriodsInput { quarters: count, due_days, ..quarterly.clone() }).is_err());
        }
        assert!(weeks(&WeeklyPeriodsInput { first_day: NaiveDate::MAX, ..weekly }).is_err(), "the calendar ends");
        assert!(quarters(&QuarterlyPeriodsInput { first_quarter: NaiveDate::MAX, ..quarterly }).is_err());
    }

    #[test]
    fn a_deadline_is_the_end_of_the_day_where_the_operation_is() {
        let due = |day_due: &str, zone: Tz| start_of_day(day(day_due), zone).to_rfc3339();
        assert_eq!(due("2026-02-11", chrono_tz::Asia::Kabul), "2026-02-10T19:30:00+00:00");
        assert_eq!(due("2026-02-11", chrono_tz::America::Lima), "2026-02-11T05:00:00+00:00");
        assert_eq!(due("2026-03-29", chrono_tz::Asia::Beirut), "2026-03-28T22:00:00+00:00", "no midnight that day");
    }
}
