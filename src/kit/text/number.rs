//! Exact numbers as each language writes them.
//!
//! Digits are Latin in every language; Arabic has those of its deployment, which are Latin too (the field's practice) where nothing else is
//! set. Whole numbers are always grouped, so that a figure looks the same in a sentence, a table and a mail.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{FluentValue, InLanguage, Language};
use crate::text_enum;

text_enum! {
    /// The digits that this deployment writes Arabic with. Every other language is written with Latin ones, and both are read everywhere.
    ArabicDigits {
        /// `1,234.5`.
        Latin = "LATIN",
        /// `١٬٢٣٤٫٥`.
        ArabicIndic = "ARABIC_INDIC",
    }
}

/// Keeps a sign or mark of a number on its left in a text that runs from right to left.
const LEFT_TO_RIGHT_MARK: &str = "\u{200E}";

/// A number for a headline: three significant digits, and the word for thousands of thousands that belongs to it.
#[derive(Debug, PartialEq, Eq)]
struct Headline {
    figure: Decimal,
    scale: Scale,
}

/// A figure as it is written, and the form of the noun beside it, for a text that takes both: `$reached` and `$reached-form`.
pub struct Figure {
    /// How it is written.
    pub text: String,
    /// The form, such as `one`.
    pub form: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scale {
    Ones,
    Millions,
    Billions,
}

impl Language {
    /// The marks between groups of three digits and before the decimals.
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::En | Self::Ar => (",", "."),
            Self::Fr => ("\u{202F}", ","),
            Self::Es | Self::Pt => (".", ","),
        }
    }

    /// A number with all of its digits: `30,675,000`, `30 675 000`, `30.675.000`. Zeros behind the decimal mark stay as they are.
    pub(super) fn number(self, value: Decimal) -> String {
        let digits = value.abs().to_string();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let (group, point) = self.marks();
        let mut text = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            text.push_str(if self == Self::Ar { LEFT_TO_RIGHT_MARK } else { "" });
            text.push('-');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push_str(group);
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push_str(point);
            text.push_str(fraction);
        }
        text
    }
}

/// A text that was written with Latin digits, with those that Arabic is written with, and their marks if it is a number.
pub(super) fn in_digits(digits: ArabicDigits, text: &str, marks: Marks) -> String {
    if digits == ArabicDigits::Latin {
        return text.to_owned();
    }
    let written = |letter: char| match (letter, marks) {
        ('0'..='9', _) => {
            letter.to_digit(10).and_then(|digit| char::from_u32('\u{660}' as u32 + digit)).unwrap_or(letter)
        }
        (',', Marks::Number) => '\u{66C}',
        ('.', Marks::Number) => '\u{66B}',
        ('%', Marks::Number) => '\u{66A}',
        _ => letter,
    };
    text.chars().map(written).collect()
}

/// What the marks between digits are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Those of a number: between its groups, before its decimals, behind a share.
    Number,
    /// Those of a date or a time, which stay.
    Date,
}

impl InLanguage<'_> {
    /// A number with all of its digits: `30,675,000`, `30 675 000`, `30.675.000`. Zeros behind the decimal mark stay as they are.
    pub fn number(self, value: Decimal) -> String {
        self.in_its_digits(&self.language().number(value), Marks::Number)
    }

    /// A number of percents with one decimal, rounded half away from zero: `36.9%`.
    fn percents(self, percents: Decimal) -> String {
        let mut percents = percents.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        percents.rescale(1);
        let mark = match self.language() {
            Language::En | Language::Pt | Language::Ar => "%",
            Language::Fr => "\u{202F}%",
            Language::Es => "\u{A0}%",
        };
        self.in_its_digits(&format!("{}{mark}", self.language().number(percents)), Marks::Number)
    }

    /// A number of percents without decimals, as a scale has them: `25%`.
    pub fn whole_percents(self, percents: i64) -> String {
        self.in_its_digits(&format!("{percents}%"), Marks::Number)
    }

    /// A share in percent with one decimal, rounded half away from zero: `36.9%`. A little is never told as nothing, nor almost all as all:
    /// `under 0.1%`, `over 99.9%`. None when there is nothing to be a share of.
    pub fn percent(self, numerator: Decimal, denominator: Decimal) -> Option<String> {
        let percents = numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(denominator)?;
        let (least, most) = (Decimal::new(1, 1), Decimal::new(999, 1));
        let say = |key, bound| self.text(key, &[("share", self.percents(bound).into())]);
        Some(if percents > Decimal::ZERO && percents < least {
            say("share-under", least)
        } else if percents > most && percents < Decimal::ONE_HUNDRED {
            say("share-over", most)
        } else {
            self.percents(percents)
        })
    }

    /// A number for a headline, to three significant digits: `206,000`, `30.7 million`. The exact one must stand near.
    pub fn headline(self, value: Decimal) -> Figure {
        let Headline { figure, scale } = headline(value);
        let digits = figure.to_string();
        let (text, zeros) = match scale {
            Scale::Ones => (self.number(figure), 0),
            Scale::Millions => (self.text("number-millions", &[("count", FluentValue::try_number(&digits))]), 6),
            Scale::Billions => (self.text("number-billions", &[("count", FluentValue::try_number(&digits))]), 9),
        };
        Figure { text, form: self.language().plural_form(&digits, zeros) }
    }

    /// An amount for a headline, to three significant digits: `$30.7 million`. The exact one must stand near.
    pub fn money_headline(self, amount: Decimal, currency: &str) -> String {
        self.money_figure(self.headline(amount), currency)
    }

    /// An exact amount, without decimals where it has none: `$30,675,000`.
    pub fn money(self, amount: Decimal, currency: &str) -> String {
        let form = self.language().plural_form(&amount.normalize().to_string(), 0);
        self.money_figure(Figure { text: self.amount(amount), form }, currency)
    }

    fn money_figure(self, Figure { text, form }: Figure, currency: &str) -> String {
        let args = [("amount", text.into()), ("amount-form", form.into()), ("currency", currency.into())];
        self.text("money", &args)
    }

    /// An exact amount without its currency, for where that is said apart: `30,675,000` or `30,675,000.50`.
    pub fn amount(self, amount: Decimal) -> String {
        let mut exact = amount.normalize();
        if exact.scale() == 1 {
            exact.rescale(2);
        }
        self.number(exact)
    }

    /// A currency in words, for the units of a table: `US dollars`. Currencies that we have no words for keep their code.
    pub fn currency(self, currency: &str) -> String {
        self.text("currency", &[("currency", currency.into())])
    }
}

fn headline(value: Decimal) -> Headline {
    let rounded = value.round_sf_with_strategy(3, RoundingStrategy::MidpointAwayFromZero).unwrap_or(value);
    let (million, billion) = (Decimal::from(1_000_000), Decimal::from(1_000_000_000));
    let (unit, scale) = match rounded.abs() {
        size if size >= billion => (billion, Scale::Billions),
        size if size >= million => (million, Scale::Millions),
        _ => (Decimal::ONE, Scale::Ones),
    };
    Headline { figure: (rounded / unit).normalize(), scale }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kit::text::Texts;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn every_language_groups_by_three_in_latin_digits() {
        for (language, expected) in [
            (Language::En, "30,675,000.50"),
            (Language::Fr, "30\u{202F}675\u{202F}000,50"),
            (Language::Es, "30.675.000,50"),
            (Language::Pt, "30.675.000,50"),
            (Language::Ar, "30,675,000.50"),
        ] {
            assert_eq!(language.number(decimal("30675000.50")), expected);
        }
        assert_eq!(Language::Es.number(decimal("1234")), "1.234", "four digits too");
        assert_eq!(Language::En.number(decimal("999")), "999");
        assert_eq!(Language::En.number(decimal("-1234")), "-1,234");
        assert_eq!(Language::Ar.number(decimal("-12")), "\u{200E}-12");
        assert_eq!(Language::En.number(decimal("-0")), "0");
        assert_eq!(Language::En.number(Decimal::MAX), "79,228,162,514,264,337,593,543,950,335");
    }

    #[test]
    fn arabic_is_written_with_the_digits_of_its_deployment_and_no_other_language_is() {
        let texts = Texts::with_arabic_digits(ArabicDigits::ArabicIndic).expect("the catalogues are good");
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}', '\u{200E}'], "");
        let (arabic, english) = (texts.in_language(Language::Ar), texts.in_language(Language::En));
        assert_eq!(arabic.number(decimal("30675000.50")), "٣٠٬٦٧٥٬٠٠٠٫٥٠");
        assert_eq!(arabic.percent(decimal("738"), decimal("2000")).map(plain).as_deref(), Some("٣٦٫٩٪"));
        assert_eq!(arabic.whole_percents(25), "٢٥٪");
        assert_eq!(plain(arabic.headline(decimal("30675000")).text), "٣٠٫٧\u{A0}مليون");
        assert!(arabic.money(decimal("1250"), "USD").contains("١٬٢٥٠"));
        let date = chrono::NaiveDate::from_ymd_opt(2026, 8, 1).expect("a date");
        assert_eq!(plain(arabic.date(date)), "\u{200F}١ أغسطس ٢٠٢٦");
        assert_eq!(english.number(decimal("30675000.50")), "30,675,000.50");
        assert_eq!(english.date(date), "1 August 2026");
    }

    /// A share as a language tells it, without the marks that keep directions apart.
    fn percent(language: Language, numerator: &str, denominator: &str) -> Option<String> {
        let texts = Texts::load().expect("the catalogues are good");
        let told = texts.in_language(language).percent(decimal(numerator), decimal(denominator))?;
        Some(told.replace(['\u{2068}', '\u{2069}'], ""))
    }

    #[test]
    fn shares_have_one_decimal_half_away_from_zero_and_none_of_nothing() {
        for (language, numerator, denominator, expected) in [
            (Language::En, "17925000", "48600000", "36.9%"),
            (Language::En, "1.5", "1000", "0.2%"),
            (Language::En, "-0.5", "1000", "-0.1%"),
            (Language::Fr, "37", "100", "37,0\u{202F}%"),
            (Language::Es, "3", "2", "150,0\u{A0}%"),
            (Language::Pt, "1", "3", "33,3%"),
            (Language::Ar, "1", "3", "33.3%"),
        ] {
            assert_eq!(percent(language, numerator, denominator).as_deref(), Some(expected), "never clamped");
        }
        assert_eq!(percent(Language::En, "1", "0"), None);
        assert_eq!(percent(Language::En, "79228162514264337593543950335", "1"), None, "out of range is no crash");
    }

    #[test]
    fn a_little_is_not_nothing_and_almost_all_is_not_all() {
        for (numerator, expected) in [
            ("0", "0.0%"),
            ("0.01", "under 0.1%"),
            ("48599.99", "under 0.1%"),
            ("48600", "0.1%"),
            ("48551400", "99.9%"),
            ("48551400.01", "over 99.9%"),
            ("48599999.99", "over 99.9%"),
            ("48600000", "100.0%"),
            ("48600000.01", "100.0%"),
        ] {
            assert_eq!(percent(Language::En, numerator, "48600000").as_deref(), Some(expected), "{numerator}");
        }
        for (language, under, over) in [
            (Language::Fr, "moins de 0,1\u{202F}%", "plus de 99,9\u{202F}%"),
            (Language::Es, "menos de 0,1\u{A0}%", "más de 99,9\u{A0}%"),
            (Language::Pt, "menos de 0,1%", "mais de 99,9%"),
            (Language::Ar, "أقل من 0.1%", "أكثر من 99.9%"),
        ] {
            assert_eq!(percent(language, "1", "1000000").as_deref(), Some(under));
            assert_eq!(percent(language, "999999", "1000000").as_deref(), Some(over));
        }
    }

    #[test]
    fn headlines_say_three_significant_digits_in_the_words_of_the_language() {
        let texts = Texts::load().expect("the catalogues are good");
        for (language, expected) in [
            (Language::En, "$30.7 million"),
            (Language::Fr, "30,7\u{A0}millions de dollars"),
            (Language::Es, "30,7\u{A0}millones de dólares"),
            (Language::Pt, "30,7\u{A0}milhões de dólares"),
            (Language::Ar, "30.7\u{A0}مليون دولار"),
        ] {
            let text = texts.in_language(language).money_headline(decimal("30675000"), "USD");
            let plain: String = text.chars().filter(|letter| !matches!(letter, '\u{2068}' | '\u{2069}')).collect();
            assert_eq!(plain, expected);
        }
        let english = texts.in_language(Language::En);
        for (value, expected) in [
            ("206295", "206,000"),
            ("999500", "1 million"),
            ("999499", "999,000"),
            ("48600000", "48.6 million"),
            ("1234567890", "1.23 billion"),
            ("0", "0"),
            ("7", "7"),
        ] {
            assert_eq!(english.headline(decimal(value)).text, expected);
        }
        assert_eq!(english.money_headline(decimal("30675000"), "CHF"), "CHF 30.7 million");
        assert_eq!(english.money(decimal("30675000.00"), "USD"), "$30,675,000");
        assert_eq!(english.money(decimal("0.5"), "EUR"), "€0.50");
        assert_eq!(english.currency("USD"), "US dollars");
    }

    proptest! {
        #[test]
        fn a_written_number_is_the_number(mantissa in any::<i64>(), scale in 0u32..18) {
            let value = Decimal::new(mantissa, scale);
            for language in Language::ALL {
                let (group, point) = language.marks();
                let text = language.number(value).replace(group, "").replace(point, ".").replace(LEFT_TO_RIGHT_MARK, "");
                prop_assert_eq!(text.parse::<Decimal>().expect("a number"), value);
            }
        }
    }
}
