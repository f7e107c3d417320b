//! When things happen in the story: counted back from the moment at which the demo is loaded, so that it always ends in the present.

use chrono::Datelike;
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};

use crate::kit::{Error, Result};

/// How many months partners have reported when the demo is loaded.
pub(super) const REPORTED_MONTHS: u32 = 6;
/// How many months the plan is ahead of the first report.
const MONTHS_BEFORE_REPORTS: u32 = 2;
/// By which day of the next month a month's reports are decided on.
const REVIEW_DAYS: u64 = 14;

/// The months of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Calendar {
    /// First day of the plan.
    pub(super) start: NaiveDate,
    /// First day of the first month that partners report on.
    pub(super) first_month: NaiveDate,
    /// First day after the plan.
    pub(super) end: NaiveDate,
}

impl Calendar {
    /// The story that ends at `now`: the last month that is reported on is the last whose reports can have been decided on by then.
    ///
    /// # Errors
    /// When `now` lies outside the years that a calendar can tell.
    pub(super) fn ending_at(now: DateTime<Utc>) -> Result<Self> {
        let told = |day: Option<NaiveDate>| day.ok_or_else(|| Error::bug("the demo's calendar has no such day"));
        let settled = told(now.date_naive().checked_sub_days(Days::new(REVIEW_DAYS + 1)))?;
        // The month of `settled` has begun, so the one before it is over and was decided on.
        let after_last = told(settled.with_day(1))?;
        let first_month = told(after_last.checked_sub_months(Months::new(REPORTED_MONTHS)))?;
        let start = told(first_month.checked_sub_months(Months::new(MONTHS_BEFORE_REPORTS)))?;
        Ok(Self { start, first_month, end: told(start.checked_add_months(Months::new(12)))? })
    }

    /// First day of a reported month, counted from 0.
    pub(super) fn month(&self, number: u32) -> NaiveDate {
        self.first_month.checked_add_months(Months::new(number)).unwrap_or(self.first_month)
    }

    /// The morning of a day so many days after the first of a reported month.
    pub(super) fn after_month_began(&self, number: u32, days: i64) -> DateTime<Utc> {
        morning(self.month(number)) + TimeDelta::days(days)
    }

    /// The morning of a day so many days after the plan's first.
    pub(super) fn after_start(&self, days: i64) -> DateTime<Utc> {
        morning(self.start) + TimeDelta::days(days)
    }

    /// The plan's year, as codes have it.
    pub(super) fn year(&self) -> i32 {
        self.start.year()
    }
}

fn morning(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ending(text: &str) -> Calendar {
        Calendar::ending_at(text.parse().expect("a moment")).expect("a calendar")
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn in_late_november_the_last_month_reported_is_october() {
        let calendar = ending("2026-11-22T10:00:00Z");
        assert_eq!(calendar.month(REPORTED_MONTHS - 1), day("2026-10-01"));
        assert_eq!((calendar.start, calendar.end, calendar.year()), (day("2026-03-01"), day("2027-03-01"), 2026));
    }

    #[test]
    fn before_the_reports_of_a_month_can_be_decided_on_the_month_before_is_the_last() {
        assert_eq!(ending("2026-11-15T10:00:00Z").month(5), day("2026-09-01"));
        assert_eq!(ending("2026-11-16T10:00:00Z").month(5), day("2026-10-01"));
        assert_eq!(ending("2027-01-03T10:00:00Z").start, day("2026-04-01"));
    }

    #[test]
    fn nothing_of_the_story_lies_in_the_future() {
        for text in ["2026-11-16T00:00:00Z", "2026-12-15T23:59:59Z", "2027-03-01T00:00:00Z", "2028-02-29T12:00:00Z"] {
            let now: DateTime<Utc> = text.parse().expect("a moment");
            let last = ending(text).after_month_began(REPORTED_MONTHS, 14);
            assert!(last <= now, "{last} is after {now}");
        }
    }
}
