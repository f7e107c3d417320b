//! Which reporting period a row of a foreign sheet tells of.

use chrono::NaiveDate;

use super::super::model::{Period, PeriodId};
use crate::kit::sheet::{Cell, DateOrder, MonthText, parse_date, parse_month, serial_date};

/// What a cell says of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Day(NaiveDate),
    Month(MonthText),
}

/// Reads a cell: a day in the declared order, a month, a day number. Nothing where it is none, or not certainly one.
pub(super) fn time(cell: &Cell, order: DateOrder, from_1904: bool) -> Option<Time> {
    match cell {
        Cell::Date(day) => Some(Time::Day(*day)),
        Cell::DateTime(moment) => Some(Time::Day(moment.date())),
        Cell::Number(number) => serial_date(*number, from_1904).map(Time::Day),
        Cell::Text(text) => {
            let text = text.trim();
            let is_serial = text.len() == 5 && text.bytes().all(|digit| digit.is_ascii_digit());
            let serial = || text.parse().ok().filter(|_| is_serial).and_then(|number| serial_date(number, from_1904));
            let day = parse_date(text, order).or_else(serial).map(Time::Day);
            day.or_else(|| parse_month(text).map(Time::Month))
        }
        _ => None,
    }
}

/// The periods that are meant. One is a good answer; several need a choice.
pub(super) fn meant(periods: &[Period], time: Time, year: Option<i32>) -> Vec<PeriodId> {
    let found = match time {
        Time::Day(day) => holding(periods, day),
        Time::Month(MonthText { year: said, month }) => {
            let years: Vec<i32> = match said.or(year) {
                Some(year) => vec![year],
                None => years(periods),
            };
            let days = years.into_iter().filter_map(|year| NaiveDate::from_ymd_opt(year, month, 1));
            days.flat_map(|first| within_month(periods, first)).collect()
        }
    };
    let mut ids: Vec<PeriodId> = found.into_iter().map(|period| period.id).collect();
    ids.dedup();
    ids
}

fn holding(periods: &[Period], day: NaiveDate) -> Vec<&Period> {
    periods.iter().filter(|period| (period.starts_on..period.ends_on).contains(&day)).collect()
}

/// The periods that touch a month: one where plans are reported by months or longer, several where by weeks.
fn within_month(periods: &[Period], first: NaiveDate) -> Vec<&Period> {
    let Some(next) = first.checked_add_months(chrono::Months::new(1)) else { return Vec::new() };
    periods.iter().filter(|period| period.starts_on < next && period.ends_on > first).collect()
}

fn years(periods: &[Period]) -> Vec<i32> {
    use chrono::Datelike;
    let mut years: Vec<i32> =
        periods.iter().flat_map(|period| [period.starts_on.year(), period.ends_on.year()]).collect();
    years.sort_unstable();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn periods(dates: &[(&str, &str)]) -> Vec<Period> {
        let opens_at = "2020-01-01T00:00:00Z".parse().expect("a moment");
        let period = |(number, (from, to)): (i32, &(&str, &str))| Period {
            id: PeriodId::from_uuid(Uuid::from_u128(u128::from(number.unsigned_abs()))),
            plan_id: crate::plans::PlanId::from_uuid(Uuid::nil()),
            number,
            starts_on: day(from),
            ends_on: day(to),
            opens_at,
            due_at: opens_at,
            closed_at: None,
            announced_at: None,
        };
        (1..).zip(dates).map(period).collect()
    }

    fn found(periods: &[Period], text: &str, year: Option<i32>) -> Vec<u128> {
        let time = time(&Cell::from(text), DateOrder::DayMonthYear, false).expect("a time");
        meant(periods, time, year).into_iter().map(|id| id.uuid().as_u128()).collect()
    }

    #[test]
    fn months_days_and_day_numbers_find_their_period() {
        let year = periods(&[("2023-01-01", "2023-02-01"), ("2023-02-01", "2023-03-01"), ("2024-01-01", "2024-02-01")]);
        for (text, said, expected) in [
            ("2023-02", None, vec![2]),
            ("02.February", None, vec![2]),
            ("January", None, vec![1, 3]),
            ("January", Some(2024), vec![3]),
            ("Enero 2023", None, vec![1]),
            ("15/02/2023", None, vec![2]),
            ("44927", None, vec![1]),
            ("March 2025", None, vec![]),
        ] {
            assert_eq!(found(&year, text, said), expected, "{text}");
        }
        assert_eq!(time(&Cell::from(44_927_i64), DateOrder::IsoOnly, false), Some(Time::Day(day("2023-01-01"))));
        assert_eq!(time(&Cell::from("Q1 2021"), DateOrder::IsoOnly, false), None);
        assert_eq!(time(&Cell::from("04/05/2018"), DateOrder::IsoOnly, false), None);
    }

    #[test]
    fn a_month_of_weeks_needs_a_choice_and_a_quarter_holds_its_months() {
        let weeks = periods(&[("2023-01-02", "2023-01-09"), ("2023-01-09", "2023-01-16")]);
        assert_eq!(found(&weeks, "2023-01", None), [1, 2]);
        let quarters = periods(&[("2023-01-01", "2023-04-01"), ("2023-04-01", "2023-07-01")]);
        assert_eq!(found(&quarters, "2023-05", None), [2]);
    }
}
