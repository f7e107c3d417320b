//! Numbers as people type them: grouped by blanks, commas, dots or apostrophes, in Latin, Arabic or Persian digits.
//!
//! The rule is to read what can only mean one thing, to follow the declared [`NumberFormat`] where it could mean two, and to refuse the
//! rest. Nothing is guessed from neighbouring cells: a file that mixes formats would silently be read wrong by a factor of a thousand.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What `1.234` and `1,234` mean in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum NumberFormat {
    /// The dot is the decimal mark, the comma groups: `1,234.5`.
    #[default]
    Plain,
    /// The comma is the decimal mark, the dot groups: `1.234,5`.
    Continental,
}

/// The number that a text means, or nothing where it is no number or not certainly one.
///
/// `80 418` (any kind of blank), `80'418`, `80,418.50`, `80.418,50`, `1.234.567` and `12,34,567` mean the same everywhere; `1,234` and
/// `1.234` mean what `format` says. Percentages, ranges, exponents and units are no numbers.
pub fn parse_number(text: &str, format: NumberFormat) -> Option<Decimal> {
    let plain: String = text.trim_matches(is_blank).chars().map(simplify).collect();
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start_matches(' ')),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let (whole, fraction) = split(digits, format)?;
    let whole = ungroup(whole)?;
    let is_fraction = |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    match fraction {
        None => format!("{sign}{whole}").parse().ok(),
        // A fraction beyond what a decimal can hold is refused, not rounded.
        Some(fraction) if is_fraction(fraction) => Decimal::from_str_exact(&format!("{sign}{whole}.{fraction}")).ok(),
        Some(_) => None,
    }
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}' | '\u{2060}')
}

/// One spelling for each sign: every blank is a blank, every apostrophe an apostrophe, every digit a Latin one.
fn simplify(letter: char) -> char {
    match letter {
        '\u{2019}' | '\u{02BC}' => '\'',
        '\u{2212}' | '\u{2013}' | '\u{FE63}' | '\u{FF0D}' => '-',
        // The Arabic marks mean one thing only, which no Latin mark does; see `split`.
        '\u{0660}'..='\u{0669}' => latin_digit(letter, 0x0660),
        '\u{06F0}'..='\u{06F9}' => latin_digit(letter, 0x06F0),
        blank if blank.is_whitespace() => ' ',
        other => other,
    }
}

fn latin_digit(letter: char, zero: u32) -> char {
    char::from_digit(u32::from(letter).saturating_sub(zero), 10).unwrap_or(letter)
}

/// Cuts at the decimal mark, if there is one.
fn split(digits: &str, format: NumberFormat) -> Option<(&str, Option<&str>)> {
    if let Some((whole, fraction)) = digits.split_once('\u{066B}') {
        return Some((whole, Some(fraction)));
    }
    let marks: Vec<(usize, char)> = digits.char_indices().filter(|(_, letter)| matches!(letter, '.' | ',')).collect();
    let at = |index: usize| Some((&digits[..index], Some(&digits[index + 1..])));
    match marks[..] {
        [] => Some((digits, None)),
        [(index, mark)] if could_group(digits, index) => match (mark, format) {
            ('.', NumberFormat::Plain) | (',', NumberFormat::Continental) => at(index),
            _ => Some((digits, None)),
        },
        [(index, _)] => at(index),
        [(_, first), .., (index, last)] if first != last => at(index),
        _ => Some((digits, None)),
    }
}

/// Whether the only mark of a number could group thousands: up to three digits before it, no leading zero, and three digits after it.
fn could_group(digits: &str, index: usize) -> bool {
    let (before, after) = (&digits[..index], &digits[index + 1..]);
    (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3 && !before.contains([' ', '\''])
}

/// Takes the grouping marks out of a whole number. All must be the same, and the groups must have the right sizes.
fn ungroup(whole: &str) -> Option<String> {
    let mut marks = whole.chars().filter(|letter| !letter.is_ascii_digit());
    let Some(mark) = marks.next() else {
        return (!whole.is_empty()).then(|| whole.to_owned());
    };
    if !matches!(mark, ' ' | '\'' | '.' | ',' | '\u{066C}') || marks.any(|other| other != mark) {
        return None;
    }
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, middle, last) = match groups[..] {
        [first, ref middle @ .., last] => (first, middle, last),
        _ => return None,
    };
    let sizes_are = |size: usize| (1..=size).contains(&first.len()) && middle.iter().all(|group| group.len() == size);
    // South Asia groups by lakh and crore: 12,34,567.
    let right = last.len() == 3 && (sizes_are(3) || mark == ',' && sizes_are(2));
    right.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, format: NumberFormat) -> Option<String> {
        parse_number(text, format).map(|number| number.to_string())
    }

    #[test]
    fn a_number_that_can_mean_one_thing_only_is_read_in_every_format() {
        let cases = [
            ("0", "0"),
            ("007", "7"),
            ("80418", "80418"),
            ("80 418", "80418"),
            ("80\u{A0}418", "80418"),
            ("80\u{2009}418", "80418"),
            ("1\u{202F}424\u{202F}212", "1424212"),
            ("80'418", "80418"),
            ("80\u{2019}418", "80418"),
            ("80,418.50", "80418.50"),
            ("80.418,50", "80418.50"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("12,34,567", "1234567"),
            ("7 538.38", "7538.38"),
            ("7 538,38", "7538.38"),
            ("75222.90", "75222.90"),
            ("80,5", "80.5"),
            ("0.123", "0.123"),
            ("0,123", "0.123"),
            ("1234.567", "1234.567"),
            ("1 234.567", "1234.567"),
            ("-5", "-5"),
            ("\u{2212}1 234,5", "-1234.5"),
            ("+12", "12"),
            ("  100 ", "100"),
            ("\u{200F}100", "100"),
            ("٨٠٤١٨", "80418"),
            ("٨٠٬٤١٨٫٥", "80418.5"),
            ("۱۲۳", "123"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, NumberFormat::Plain).as_deref(), Some(expected), "{text} in plain format");
            assert_eq!(
                read(text, NumberFormat::Continental).as_deref(),
                Some(expected),
                "{text} in continental format"
            );
        }
    }

    #[test]
    fn a_number_that_can_mean_two_things_means_what_is_declared() {
        for (text, plain, continental) in
            [("1,234", "1234", "1.234"), ("1.234", "1.234", "1234"), ("-80.418", "-80.418", "-80418")]
        {
            assert_eq!(read(text, NumberFormat::Plain).as_deref(), Some(plain));
            assert_eq!(read(text, NumberFormat::Continental).as_deref(), Some(continental));
        }
    }

    #[test]
    fn what_is_no_number_is_not_bent_into_one() {
        let cases = [
            "",
            "-",
            "abc",
            "15%",
            "1-5%",
            "1e5",
            "1.2E+09",
            "12 34",
            "1 2345",
            "1,23,45",
            "1.23.456",
            "1,234,56",
            "1,234.567,8",
            "1.234,567.8",
            "80,418 ",
            "5.",
            ".5",
            "--5",
            "- - 5",
            "1'234,567'8",
            "USD 5",
            "5 schools",
            "٪5",
            "1\n2",
            "99999999999999999999999999999999999",
        ];
        for text in cases {
            let expected = (text == "80,418 ").then_some("80418");
            assert_eq!(read(text, NumberFormat::Plain).as_deref(), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}|[-+0-9., '\u{A0}\u{66B}\u{66C}٠-٩]{0,20}") {
            let _any = (parse_number(&text, NumberFormat::Plain), parse_number(&text, NumberFormat::Continental));
        }

        #[test]
        fn what_we_write_reads_back_the_same(mantissa in any::<i64>(), scale in 0_u32..6) {
            let number = Decimal::new(mantissa, scale);
            prop_assert_eq!(parse_number(&number.to_string(), NumberFormat::Plain), Some(number));
        }
    }
}
