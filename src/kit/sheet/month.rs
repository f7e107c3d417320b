//! Months as people write them: `02.February`, `Enero 2023`, `2021-01`, `03/2022`, in our five languages.

use super::header::words;

/// A month as far as a text tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthText {
    /// The year, if it is said.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
}

/// The names of the months, without accents, from January to December.
const NAMES: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "enero", "ene", "janeiro", "يناير", "كانون الثاني"],
    &["february", "feb", "fevrier", "fevr", "febrero", "fevereiro", "fev", "فبراير", "شباط"],
    &["march", "mar", "mars", "marzo", "marco", "مارس", "اذار"],
    &["april", "apr", "avril", "avr", "abril", "abr", "ابريل", "نيسان"],
    &["may", "mai", "mayo", "maio", "مايو", "ايار"],
    &["june", "jun", "juin", "junio", "junho", "يونيو", "حزيران"],
    &["july", "jul", "juillet", "juil", "julio", "julho", "يوليو", "تموز"],
    &["august", "aug", "aout", "agosto", "ago", "اغسطس", "اب"],
    &["september", "sep", "sept", "septembre", "septiembre", "setembro", "set", "سبتمبر", "ايلول"],
    &["october", "oct", "octobre", "octubre", "outubro", "out", "اكتوبر", "تشرين الاول"],
    &["november", "nov", "novembre", "noviembre", "novembro", "نوفمبر", "تشرين الثاني"],
    &["december", "dec", "decembre", "diciembre", "dic", "dezembro", "dez", "ديسمبر", "كانون الاول"],
];

/// The month that a text means, or nothing where it means none or not certainly one.
pub fn parse_month(text: &str) -> Option<MonthText> {
    let text = words(text);
    let parts: Vec<&str> = text.split(' ').collect();
    let is_number = |part: &&str| part.bytes().all(|digit| digit.is_ascii_digit()) && !part.is_empty();
    let (numbers, names): (Vec<&str>, Vec<&str>) = parts.iter().partition(|part| is_number(part));
    let mut year = None;
    let mut small = None;
    for number in numbers {
        let known = if number.len() == 4 { &mut year } else { &mut small };
        // Two years, or two small numbers, would be a day or no date at all.
        if known.replace(number.parse::<u32>().ok()?).is_some() {
            return None;
        }
    }
    let name = names.join(" ");
    let named = NAMES.iter().zip(1..).find(|(known, _)| known.contains(&name.as_str())).map(|(_, month)| month);
    let month = match (name.is_empty(), named, small) {
        (false, Some(named), None) => named,
        // `02.February`: the number says the same. With a year it may be a day.
        (false, Some(named), Some(number)) if named == number || year.is_some() && (1..=31).contains(&number) => named,
        (true, _, Some(number)) if year.is_some() => number,
        _ => return None,
    };
    let year = year.map(i32::try_from).transpose().ok()?;
    let in_range = (1..=12).contains(&month) && year.is_none_or(|year| (1970..=2100).contains(&year));
    in_range.then_some(MonthText { year, month })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn months_are_read_in_five_languages_with_and_without_a_year() {
        let cases = [
            ("02.February", None, 2),
            ("January", None, 1),
            ("2021-01", Some(2021), 1),
            ("03/2022", Some(2022), 3),
            ("Enero 2023", Some(2023), 1),
            ("août 2024", Some(2024), 8),
            ("Março", None, 3),
            ("أغسطس", None, 8),
            ("Sept. 2024", Some(2024), 9),
            ("1 March 2015", Some(2015), 3),
        ];
        for (text, year, month) in cases {
            assert_eq!(parse_month(text), Some(MonthText { year, month }), "{text}");
        }
        for wrong in ["", "13/2022", "03.February", "2022", "7", "01/02/2022", "soon", "Q1 2021", "2021 2022 March"] {
            assert_eq!(parse_month(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn no_name_means_two_months() {
        let all: Vec<&&str> = NAMES.iter().copied().flatten().collect();
        let different: std::collections::HashSet<String> = all.iter().map(|name| words(name)).collect();
        assert_eq!(different.len(), all.len());
        assert!(all.iter().all(|name| words(name) == ***name), "they are written as they are compared");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[0-9./ -]{0,12}") {
            let _any = parse_month(&text);
        }
    }
}
