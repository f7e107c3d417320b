//! How a column writes its numbers and days, told from all its cells at once: what is told from one cell alone gives one column two meanings.

use chrono::NaiveDate;

use super::{
    date::{DateOrder, parse_date},
    number::{NumberFormat, parse_number},
};

/// What the cells of a column say of how it writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Habit<T> {
    /// Every cell means the same either way.
    Any,
    /// Some cells can be read in this way only, and none contradicts them.
    One(T),
    /// Some cells could mean two things, and no other cell tells which: such a cell.
    Unclear(String),
    /// Two cells that cannot be read in one way.
    Contradiction(String, String),
}

impl<T: Copy> Habit<T> {
    /// How to read the column, where its cells leave no doubt.
    pub fn told(&self) -> Option<T> {
        match self {
            Self::One(way) => Some(*way),
            _ => None,
        }
    }

    /// Whether somebody has to say how it is meant.
    pub fn needs_choice(&self) -> bool {
        matches!(self, Self::Unclear(_) | Self::Contradiction(..))
    }
}

/// How numbers are written. Texts that are no numbers say nothing.
pub fn number_habit<'t>(texts: impl IntoIterator<Item = &'t str>) -> Habit<NumberFormat> {
    use NumberFormat::{Continental, Plain};
    let read = |text: &str| (parse_number(text, Plain), parse_number(text, Continental));
    habit(texts, |text| match read(text) {
        (None, None) => Sign::None,
        (plain, continental) if plain != continental => Sign::Either,
        _ => decimal_mark(text).map_or(Sign::None, Sign::One),
    })
}

/// How days are written. Texts that are no days, and those of ISO, say nothing.
pub fn date_habit<'t>(texts: impl IntoIterator<Item = &'t str>) -> Habit<DateOrder> {
    use DateOrder::{DayMonthYear, MonthDayYear};
    let read = |text: &str, order| -> Option<NaiveDate> { parse_date(text, order) };
    habit(texts, |text| match (read(text, DayMonthYear), read(text, MonthDayYear)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => Sign::Either,
        (Some(_), None) => Sign::One(DayMonthYear),
        (None, Some(_)) => Sign::One(MonthDayYear),
        _ => Sign::None,
    })
}

/// What one cell says.
enum Sign<T> {
    None,
    Either,
    One(T),
}

fn habit<'t, T: Copy + PartialEq>(
    texts: impl IntoIterator<Item = &'t str>,
    sign: impl Fn(&str) -> Sign<T>,
) -> Habit<T> {
    let (mut told, mut unclear): (Option<(T, &str)>, Option<&str>) = (None, None);
    for text in texts {
        match (sign(text), told) {
            (Sign::None, _) => {}
            (Sign::Either, _) => unclear = unclear.or(Some(text)),
            (Sign::One(way), None) => told = Some((way, text)),
            (Sign::One(way), Some((before, _))) if way == before => {}
            (Sign::One(_), Some((_, other))) => return Habit::Contradiction(other.to_owned(), text.to_owned()),
        }
    }
    match (told, unclear) {
        (Some((way, _)), _) => Habit::One(way),
        (None, Some(text)) => Habit::Unclear(text.to_owned()),
        (None, None) => Habit::Any,
    }
}

/// What the marks of a number that means one thing say of the others: the last of two kinds is the decimal mark, one that stands twice is none.
fn decimal_mark(text: &str) -> Option<NumberFormat> {
    let marks: Vec<char> = text.chars().filter(|letter| matches!(letter, '.' | ',')).collect();
    let decimal = match (marks.first()?, marks.last()?) {
        (first, last) if first != last => *last,
        ('.', _) if marks.len() > 1 => ',',
        (_, _) if marks.len() > 1 => '.',
        (only, _) => *only,
    };
    Some(if decimal == '.' { NumberFormat::Plain } else { NumberFormat::Continental })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_that_is_certain_tells_how_the_others_are_meant() {
        use NumberFormat::{Continental, Plain};
        assert_eq!(number_habit(["1,234", "80", "12.5"]), Habit::One(Plain));
        assert_eq!(number_habit(["1.234", "1.234.567"]), Habit::One(Continental));
        assert_eq!(number_habit(["1.234,50", "3"]), Habit::One(Continental));
        assert_eq!(number_habit(["80 418", "7'000", "٣٤", "-", "n/a"]), Habit::Any);
        assert_eq!(number_habit(["1,234", "80"]), Habit::Unclear("1,234".to_owned()));
        assert_eq!(number_habit(["12.5", "12,5"]), Habit::Contradiction("12.5".to_owned(), "12,5".to_owned()));
    }

    #[test]
    fn one_day_that_is_certain_tells_how_the_others_are_meant() {
        assert_eq!(date_habit(["04/05/2018", "03/16/2017"]), Habit::One(DateOrder::MonthDayYear));
        assert_eq!(date_habit(["04/05/2018", "16/03/2017", "2024-01-01"]), Habit::One(DateOrder::DayMonthYear));
        assert_eq!(date_habit(["04/05/2018"]), Habit::Unclear("04/05/2018".to_owned()));
        assert_eq!(date_habit(["2024-01-01", "05/05/2018", "soon"]), Habit::Any);
        let both = Habit::Contradiction("16/03/2017".to_owned(), "03/16/2017".to_owned());
        assert_eq!(date_habit(["16/03/2017", "03/16/2017"]), both);
        assert!(both.needs_choice() && both.told().is_none());
    }
}
