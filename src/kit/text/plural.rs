//! Which form a noun takes beside a number, by the rules of CLDR.
//!
//! Texts choose among forms by an argument that ends in `-form` (see [`super::Texts::text`]), never by the number itself: the rules that Fluent
//! brings along take the whole number where Arabic asks for its last two digits, and have no form for a million in French, Spanish and Portuguese.

use fixed_decimal::UnsignedDecimal;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralOperands, PluralRules};

use super::Language;

/// What the name of an argument ends in that says the form of a noun.
pub(super) const FORM: &str = "-form";

impl Language {
    /// The language as its texts are written: Portuguese is that of Portugal and Africa, where none and one and a half are many.
    fn locale(self) -> Locale {
        match self {
            Self::En => locale!("en"),
            Self::Fr => locale!("fr"),
            Self::Es => locale!("es"),
            Self::Pt => locale!("pt-PT"),
            Self::Ar => locale!("ar"),
        }
    }

    fn plural_rules(self) -> Option<PluralRules> {
        PluralRules::try_new_cardinal((&self.locale()).into()).ok()
    }

    /// The form that a noun takes beside a number: `one`, `few`. `number` is written with a point and without groups, and its decimals count;
    /// `zeros` is how many zeros a word behind it stands for, six for a million.
    pub(super) fn plural_form(self, number: &str, zeros: u8) -> &'static str {
        let digits = UnsignedDecimal::try_from_str(number.trim_start_matches('-'));
        let category = digits
            .ok()
            .zip(self.plural_rules())
            .map(|(digits, rules)| rules.category_for(PluralOperands::from_significand_and_exponent(&digits, zeros)));
        name(category.unwrap_or(PluralCategory::Other))
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[cfg(test)]
impl Language {
    /// The forms that the language has.
    pub(super) fn plural_forms(self) -> impl Iterator<Item = &'static str> {
        let rules = self.plural_rules().expect("the rules are compiled in");
        rules.categories().map(name).collect::<Vec<_>>().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_takes_its_form_by_the_rules_of_its_language() {
        for (language, expected) in [
            (Language::En, ["other", "one", "other", "other", "other", "other", "other", "other", "other"]),
            (Language::Fr, ["one", "one", "other", "other", "other", "other", "other", "other", "many"]),
            (Language::Es, ["other", "one", "other", "other", "other", "other", "other", "other", "many"]),
            (Language::Pt, ["other", "one", "other", "other", "other", "other", "other", "other", "many"]),
            (Language::Ar, ["zero", "one", "two", "few", "many", "other", "few", "many", "other"]),
        ] {
            let numbers = ["0", "1", "2", "3", "11", "100", "103", "54791", "1000000"];
            assert_eq!(numbers.map(|number| language.plural_form(number, 0)), expected, "{language}");
        }
    }

    #[test]
    fn decimals_and_the_word_behind_a_number_count() {
        assert_eq!(Language::Fr.plural_form("1.5", 0), "one", "1,5 million");
        assert_eq!(Language::Pt.plural_form("1.5", 0), "other", "1,5 milhões");
        assert_eq!(Language::Ar.plural_form("9.96", 0), "other");
        assert_eq!(Language::Fr.plural_form("30.7", 6), "many", "30,7 millions d’enfants");
        assert_eq!(Language::Es.plural_form("1", 6), "many", "1 millón de niños y niñas");
        assert_eq!(Language::Ar.plural_form("3", 6), "other", "three million of a child");
        assert_eq!(Language::En.plural_form("-1", 0), "one");
        assert_eq!(Language::En.plural_form("not a number", 0), "other");
    }
}
