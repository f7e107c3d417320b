//! Dates as people type them. ISO is always read; `3/4/2024` only in the order that is declared, because guessing cell by cell gives one
//! column two meanings.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

/// What `3/4/2024` means in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum DateOrder {
    /// Nothing: only `2024-04-03` is a date.
    #[default]
    IsoOnly,
    /// 3 April 2024.
    DayMonthYear,
    /// March 4, 2024.
    MonthDayYear,
}

/// The day that a text means, or nothing where it is no day or not certainly one.
///
/// Always read: `2024-04-03`, with or without a time behind it. Read in the declared order: three numbers divided by `/`, `.` or `-`,
/// the year with four digits and last.
pub fn parse_date(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let text = text.trim();
    parse_iso(text).or_else(|| parse_ordered(text, order))
}

fn parse_iso(text: &str) -> Option<NaiveDate> {
    // The library accepts signs and unpadded numbers in places; a date is exactly ten characters here.
    let day: NaiveDate =
        text.get(..10).filter(|day| day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-')?.parse().ok()?;
    let is_moment = || {
        let moment = text.replacen(' ', "T", 1);
        moment.parse::<NaiveDateTime>().is_ok() || DateTime::parse_from_rfc3339(&moment).is_ok()
    };
    (text.len() == 10 || is_moment()).then_some(day)
}

fn parse_ordered(text: &str, order: DateOrder) -> Option<NaiveDate> {
    let mark = text.chars().find(|letter| matches!(letter, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let [first, second, year] = parts[..] else { return None };
    if year.len() != 4 || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let number = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit()).then(|| part.parse::<u32>().ok())?;
    let (first, second, year) = (number(first)?, number(second)?, i32::try_from(number(year)?).ok()?);
    match order {
        DateOrder::IsoOnly => None,
        DateOrder::DayMonthYear => NaiveDate::from_ymd_opt(year, second, first),
        DateOrder::MonthDayYear => NaiveDate::from_ymd_opt(year, first, second),
    }
}

/// The day that a spreadsheet's bare day number means. Only whole numbers between 1970 and 2100 are days: a smaller number in a column of
/// dates is a year or a mistake.
pub fn serial_date(serial: Decimal, from_1904: bool) -> Option<NaiveDate> {
    let epoch = if from_1904 { NaiveDate::from_ymd_opt(1904, 1, 1) } else { NaiveDate::from_ymd_opt(1899, 12, 30) };
    let days = serial.is_integer().then(|| serial.to_u64())??;
    let earliest = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    let latest = NaiveDate::from_ymd_opt(2100, 12, 31)?;
    epoch?.checked_add_days(Days::new(days)).filter(|day| (earliest..=latest).contains(day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| text.parse().expect("a day"))
    }

    #[test]
    fn iso_days_are_read_in_every_order_and_others_in_the_declared_one_only() {
        let cases = [
            ("2024-04-03", "2024-04-03", "2024-04-03", "2024-04-03"),
            (" 2024-04-03 ", "2024-04-03", "2024-04-03", "2024-04-03"),
            ("2024-04-03T10:00:00Z", "2024-04-03", "2024-04-03", "2024-04-03"),
            ("2024-04-03T23:30:00+04:30", "2024-04-03", "2024-04-03", "2024-04-03"),
            ("2024-04-03 10:00:00.5", "2024-04-03", "2024-04-03", "2024-04-03"),
            ("3/4/2024", "", "2024-04-03", "2024-03-04"),
            ("03.04.2024", "", "2024-04-03", "2024-03-04"),
            ("07/05/2016", "", "2016-05-07", "2016-07-05"),
            ("03/16/2017", "", "", "2017-03-16"),
            ("16-03-2017", "", "2017-03-16", ""),
        ];
        for (text, iso, day_first, month_first) in cases {
            assert_eq!(parse_date(text, DateOrder::IsoOnly), day(iso), "{text}");
            assert_eq!(parse_date(text, DateOrder::DayMonthYear), day(day_first), "{text}");
            assert_eq!(parse_date(text, DateOrder::MonthDayYear), day(month_first), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_bent_into_one() {
        let cases = [
            "",
            "2021",
            "2021-01",
            "2018Q3",
            "02.February",
            "January",
            "March 2024",
            "2024-13-01",
            "2023-02-29",
            "31/31/2024",
            "1/2/24",
            "+1/2/2024",
            "1/2/2024/3",
            "1.234,5",
            "44927",
            "2024-04-03 foo",
            "0٣/04/2024",
            "٢٠٢٤-٠٤-٠٣",
        ];
        for text in cases {
            assert_eq!(parse_date(text, DateOrder::DayMonthYear), None, "{text}");
        }
    }

    #[test]
    fn bare_day_numbers_are_days_of_our_time_only() {
        let cases = [
            ("44927", "2023-01-01"),
            ("43343", "2018-08-31"),
            ("25569", "1970-01-01"),
            ("2021", ""),
            ("44927.5", ""),
            ("-5", ""),
        ];
        for (serial, expected) in cases {
            assert_eq!(serial_date(serial.parse().expect("a number"), false), day(expected), "{serial}");
        }
        assert_eq!(serial_date(Decimal::from(43_465), true), day("2023-01-01"));
        assert_eq!(serial_date(Decimal::MAX, false), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,14}|[0-9/.:TZ+ -]{0,26}") {
            for order in [DateOrder::IsoOnly, DateOrder::DayMonthYear, DateOrder::MonthDayYear] {
                let _any = parse_date(&text, order);
            }
        }
    }
}
