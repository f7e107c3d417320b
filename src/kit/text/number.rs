//! Exact numbers as each language writes them.
//!
//! Digits are Latin in every language, Arabic too (the field's practice), and whole numbers are always grouped, so that a figure looks the
//! same in a sentence, a table and a mail.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{InLanguage, Language};

/// Keeps a sign or mark of a number on its left in a text that runs from right to left.
const LEFT_TO_RIGHT_MARK: &str = "\u{200E}";

/// A number for a headline: three significant digits, and the word for thousands of thousands that belongs to it.
#[derive(Debug, PartialEq, Eq)]
struct Headline {
    figure: Decimal,
    scale: Scale,
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
    pub fn number(self, value: Decimal) -> String {
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

    /// A share in percent with one decimal, rounded half away from zero: `36.9%`. None when there is nothing to be a share of.
    pub fn percent(self, numerator: Decimal, denominator: Decimal) -> Option<String> {
        let percent = numerator.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(denominator)?;
        let mut percent = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
        percent.rescale(1);
        let mark = match self {
            Self::En | Self::Pt | Self::Ar => "%",
            Self::Fr => "\u{202F}%",
            Self::Es => "\u{A0}%",
        };
        Some(format!("{}{mark}", self.number(percent)))
    }
}

impl InLanguage<'_> {
    /// A number for a headline, to three significant digits: `206,000`, `30.7 million`. The exact one must stand near.
    pub fn headline(self, value: Decimal) -> String {
        let Headline { figure, scale } = headline(value);
        let figure_text = figure.to_string();
        match scale {
            Scale::Ones => self.language().number(figure),
            Scale::Millions => self.text("number-millions", &[("count", number_value(&figure_text))]),
            Scale::Billions => self.text("number-billions", &[("count", number_value(&figure_text))]),
        }
    }

    /// An amount for a headline, to three significant digits: `$30.7 million`. The exact one must stand near.
    pub fn money_headline(self, amount: Decimal, currency: &str) -> String {
        let key = if headline(amount).scale == Scale::Ones { "money" } else { "money-scaled" };
        self.text(key, &[("amount", self.headline(amount).into()), ("currency", currency.into())])
    }

    /// An exact amount, without decimals where it has none: `$30,675,000`.
    pub fn money(self, amount: Decimal, currency: &str) -> String {
        self.text("money", &[("amount", self.amount(amount).into()), ("currency", currency.into())])
    }

    /// An exact amount without its currency, for where that is said apart: `30,675,000` or `30,675,000.50`.
    pub fn amount(self, amount: Decimal) -> String {
        let mut exact = amount.normalize();
        if exact.scale() == 1 {
            exact.rescale(2);
        }
        self.language().number(exact)
    }

    /// A currency in words, for the units of a table: `US dollars`. Currencies that we have no words for keep their code.
    pub fn currency(self, currency: &str) -> String {
        self.text("currency", &[("currency", currency.into())])
    }
}

/// A figure as Fluent takes it, with its decimals: the word behind it depends on them in some languages.
fn number_value(figure: &str) -> fluent_bundle::FluentValue<'_> {
    fluent_bundle::FluentValue::try_number(figure)
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
    fn shares_have_one_decimal_half_away_from_zero_and_none_of_nothing() {
        assert_eq!(Language::En.percent(decimal("17925000"), decimal("48600000")).as_deref(), Some("36.9%"));
        assert_eq!(Language::En.percent(decimal("0.25"), decimal("1000")).as_deref(), Some("0.0%"));
        assert_eq!(Language::En.percent(decimal("0.5"), decimal("1000")).as_deref(), Some("0.1%"));
        assert_eq!(Language::En.percent(decimal("-0.5"), decimal("1000")).as_deref(), Some("-0.1%"));
        assert_eq!(Language::Fr.percent(decimal("37"), decimal("100")).as_deref(), Some("37,0\u{202F}%"));
        assert_eq!(Language::Es.percent(decimal("3"), decimal("2")).as_deref(), Some("150,0\u{A0}%"), "never clamped");
        assert_eq!(Language::Pt.percent(decimal("1"), decimal("3")).as_deref(), Some("33,3%"));
        assert_eq!(Language::Ar.percent(decimal("1"), decimal("3")).as_deref(), Some("33.3%"));
        assert_eq!(Language::En.percent(decimal("1"), decimal("0")), None);
        assert_eq!(Language::En.percent(Decimal::MAX, decimal("1")), None, "out of range is no crash");
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
            assert_eq!(english.headline(decimal(value)), expected);
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
