//! How the public pages write figures: in the reader's language, exact, and with a dash for what nobody knows.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::figures::PublicCount;
use crate::kit::text::{FluentValue, InLanguage, Language, LocalizedText};

/// Stands for what is not known. It is never zero.
pub(super) const DASH: &str = "—";

/// The reader's language, and the one of the appeal for names that lack the reader's.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) say: InLanguage<'a>,
    pub(super) fallback: Language,
}

/// A figure for a headline: the number, and the smaller word behind it.
pub(super) struct Hero {
    pub(super) number: String,
    pub(super) unit: String,
}

impl<'a> Words<'a> {
    /// A text of the catalogue.
    pub(super) fn text(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.say.text(key, args)
    }

    /// A name in the reader's language, as far as there is one.
    pub(super) fn name(self, names: &LocalizedText) -> &str {
        names.get(self.say.language(), self.fallback)
    }

    /// A text of the appeal with the language that it is in; none when it was left empty.
    pub(super) fn text_of(self, texts: &LocalizedText) -> Option<(Language, &str)> {
        texts.pick(self.say.language(), self.fallback).filter(|(_, text)| !text.is_empty())
    }

    /// People, in whole numbers.
    pub(super) fn people(self, count: Option<Decimal>) -> String {
        count.map_or_else(|| DASH.to_owned(), |count| self.say.number(whole(count)))
    }

    /// People as the public may read them.
    pub(super) fn public(self, count: PublicCount) -> String {
        match count {
            PublicCount::Suppressed => self.text("appeal-suppressed", &[]),
            PublicCount::Known(_) | PublicCount::NotReported => self.people(count.known()),
        }
    }

    /// Any number, with the decimals that it has.
    pub(super) fn number(self, value: Option<Decimal>) -> String {
        value.map_or_else(|| DASH.to_owned(), |value| self.say.number(value.normalize()))
    }

    /// Any number as the public may read it.
    pub(super) fn figure(self, value: PublicCount) -> String {
        match value {
            PublicCount::Suppressed => self.text("appeal-suppressed", &[]),
            PublicCount::Known(_) | PublicCount::NotReported => self.number(value.known()),
        }
    }

    /// An exact amount without its currency.
    pub(super) fn amount(self, amount: Option<Decimal>) -> String {
        amount.map_or_else(|| DASH.to_owned(), |amount| self.say.amount(amount))
    }

    /// A share; none where a part is not known.
    pub(super) fn share(self, part: Option<Decimal>, whole: Option<Decimal>) -> Option<String> {
        self.say.percent(part?, whole?)
    }

    /// An amount for a headline, taken apart behind its digits. The marks between digits are no blanks, except in French, where a narrow one
    /// that must not break stands between them.
    pub(super) fn hero(self, amount: Option<Decimal>, currency: &str) -> Hero {
        let Some(amount) = amount else { return Hero { number: DASH.to_owned(), unit: String::new() } };
        let text = self.say.money_headline(amount, currency);
        let digits = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(0);
        let is_gap = |letter: char| letter.is_whitespace() && letter != '\u{202F}';
        let end = text[digits..].find(is_gap).map_or(text.len(), |end| digits + end);
        Hero { number: text[..end].to_owned(), unit: text[end..].to_owned() }
    }

    /// Names in a row, as a sentence has them.
    pub(super) fn list(self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [only] => (*only).to_owned(),
            [rest @ .., last] => {
                let comma = if self.say.language() == Language::Ar { "، " } else { ", " };
                let rest: Vec<_> = rest.iter().map(|name| self.say.language().isolated(name)).collect();
                self.text("appeal-list", &[("rest", rest.join(comma).into()), ("last", (*last).into())])
            }
        }
    }
}

fn whole(count: Decimal) -> Decimal {
    count.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// The same text with a capital at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::Texts;

    #[test]
    fn a_hero_is_taken_apart_behind_its_digits_in_every_language() {
        let texts = Texts::load().expect("the catalogues are good");
        let hero = |language, amount: i64| {
            let words = Words { say: texts.in_language(language), fallback: Language::En };
            let hero = words.hero(Some(amount.into()), "USD");
            (hero.number.replace(['\u{2068}', '\u{2069}'], ""), hero.unit.replace(['\u{2068}', '\u{2069}'], ""))
        };
        let parts = |number: &str, unit: &str| (number.to_owned(), unit.to_owned());
        assert_eq!(hero(Language::En, 48_600_000), parts("$48.6", " million"));
        assert_eq!(hero(Language::En, 950), parts("$950", ""));
        assert_eq!(hero(Language::Fr, 48_600_000), parts("48,6", "\u{A0}millions de dollars"));
        assert_eq!(hero(Language::Fr, 48_600).0, "48\u{202F}600");
        assert_eq!(hero(Language::Ar, 48_600_000).0, "48.6");
    }

    #[test]
    fn what_is_not_known_is_a_dash_and_zero_is_zero() {
        let texts = Texts::load().expect("the catalogues are good");
        let words = Words { say: texts.in_language(Language::En), fallback: Language::En };
        assert_eq!(words.people(None), "—");
        assert_eq!(words.people(Some(Decimal::ZERO)), "0");
        assert_eq!(words.people(Some(Decimal::new(123_456, 2))), "1,235");
        assert_eq!(words.public(PublicCount::NotReported), "—");
        assert_eq!(words.public(PublicCount::Suppressed), "hidden");
        let share = |part: i64| {
            words
                .share(Some(part.into()), Some(48_600_000.into()))
                .map(|share| share.replace(['\u{2068}', '\u{2069}'], ""))
        };
        assert_eq!(share(20).as_deref(), Some("under 0.1%"), "a little is not nothing");
        assert_eq!(share(48_599_999).as_deref(), Some("over 99.9%"), "almost all is not all");
        assert_eq!(words.share(Some(Decimal::ONE), None), None);
        assert_eq!(words.share(Some(Decimal::ONE), Some(Decimal::ZERO)), None);
        assert_eq!(words.list(&["Belqor", "Orash", "Daruna"]), "Belqor, Orash and Daruna");
        assert_eq!(words.list(&["Belqor"]), "Belqor");
    }
}
