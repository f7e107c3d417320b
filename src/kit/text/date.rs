//! Dates as each language writes them. The names of the months are texts like others.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{InLanguage, number::Marks};

impl InLanguage<'_> {
    /// A date in full: `31 October 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        let year = self.in_its_digits(&date.year().to_string(), Marks::Date);
        let month = self.text("month", &[("number", date.month().into())]);
        let args = [("day", date.day().into()), ("month", month.into()), ("year", year.into())];
        self.text("date", &args)
    }

    /// A moment to the minute: `31 October 2026, 14:05 UTC`.
    pub fn moment(self, moment: DateTime<Utc>) -> String {
        let time = self.in_its_digits(&moment.format("%H:%M").to_string(), Marks::Date);
        self.text("moment", &[("date", self.date(moment.date_naive()).into()), ("time", time.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::{Language, Texts};

    #[test]
    fn dates_are_long_and_in_the_reader_s_language() {
        let texts = Texts::load().expect("the catalogues are good");
        let date = NaiveDate::from_ymd_opt(2026, 8, 1).expect("a date");
        for (language, expected) in [
            (Language::En, "1 August 2026"),
            (Language::Fr, "1er août 2026"),
            (Language::Es, "1 de agosto de 2026"),
            (Language::Pt, "1 de agosto de 2026"),
            (Language::Ar, "\u{200F}1 أغسطس 2026"),
        ] {
            let text = texts.in_language(language).date(date);
            let plain: String = text.chars().filter(|letter| !matches!(letter, '\u{2068}' | '\u{2069}')).collect();
            assert_eq!(plain, expected);
        }
        let moment = DateTime::from_timestamp(1_793_455_500, 0).expect("a moment");
        assert_eq!(texts.in_language(Language::En).moment(moment), "31 October 2026, 14:05 UTC");
    }
}
