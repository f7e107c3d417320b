//! The catalogues: every text that people read, in five languages, compiled in.

use std::{collections::BTreeMap, str::FromStr};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use rust_decimal::Decimal;
use unic_langid::LanguageIdentifier;

use super::{
    ArabicDigits, Language,
    number::{Marks, in_digits},
    plural::FORM,
};
use crate::kit::{Error, Result};

/// Makes `sources_of`, which gives the catalogues of a language out of files that are there in every language.
macro_rules! sources {
    (@in $language:literal: $($file:literal),+) => {
        &[$(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/locales/", $language, "/", $file))),+]
    };
    ($($file:literal),+) => {
        fn sources_of(language: Language) -> &'static [&'static str] {
            match language {
                Language::En => sources!(@in "en": $($file),+),
                Language::Fr => sources!(@in "fr": $($file),+),
                Language::Es => sources!(@in "es": $($file),+),
                Language::Pt => sources!(@in "pt": $($file),+),
                Language::Ar => sources!(@in "ar": $($file),+),
            }
        }
    };
}

sources!(
    "base.ftl",
    "accounts.ftl",
    "notices.ftl",
    "monitoring.ftl",
    "cycle.ftl",
    "explain.ftl",
    "shared.ftl",
    "workbook.ftl",
    "projects.ftl",
    "appeals.ftl",
    "appeal-page.ftl"
);

/// The catalogues as they are compiled in, for those who must know when a text changes.
pub fn sources() -> impl Iterator<Item = &'static str> {
    Language::ALL.iter().flat_map(|language| sources_of(*language)).copied()
}

/// The texts in five languages.
pub struct Texts {
    catalogues: BTreeMap<Language, FluentBundle<FluentResource>>,
    arabic_digits: ArabicDigits,
}

/// The texts in one language, and how it writes numbers and dates.
#[derive(Clone, Copy)]
pub struct InLanguage<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Texts {
    /// Reads the catalogues that are compiled in.
    ///
    /// # Errors
    /// When one of them is broken.
    pub fn load() -> Result<Self> {
        Self::with_arabic_digits(ArabicDigits::Latin)
    }

    /// The same, with the digits that Arabic is written with.
    ///
    /// # Errors
    /// When a catalogue is broken.
    pub fn with_arabic_digits(arabic_digits: ArabicDigits) -> Result<Self> {
        let bundle = |language: &Language| Ok((*language, bundle(*language, sources_of(*language), arabic_digits)?));
        Ok(Self { catalogues: Language::ALL.iter().map(bundle).collect::<Result<_>>()?, arabic_digits })
    }

    /// The digits that Arabic is written with.
    pub fn arabic_digits(&self) -> ArabicDigits {
        self.arabic_digits
    }

    /// The text behind `key` in a language, else in English. Numbers among the arguments are written as the language writes them, and each brings
    /// the form of a noun beside it: `$count` comes with `$count-form`, by which a text chooses.
    ///
    /// A text that is missing altogether is a fault of ours: it is logged, and the key stands for it, because a reader is better off with
    /// the rest of a page than with none.
    pub fn text(&self, language: Language, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let found = [language, Language::En].into_iter().find_map(|language| self.find(language, key, args));
        found.unwrap_or_else(|| {
            tracing::error!(text.key = key, text.language = language.as_str(), "a text is missing");
            format!("⟦{key}⟧")
        })
    }

    /// The texts in one language.
    pub fn in_language(&self, language: Language) -> InLanguage<'_> {
        InLanguage { texts: self, language }
    }

    fn find(&self, language: Language, key: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let bundle = self.catalogues.get(&language)?;
        let pattern = bundle.get_message(key)?.value()?;
        let args = with_forms(language, args);
        let mut faults = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned();
        for fault in faults {
            tracing::error!(text.key = key, text.language = language.as_str(), "a text cannot be filled in: {fault}");
        }
        Some(text)
    }
}

impl<'a> InLanguage<'a> {
    /// The language.
    pub fn language(self) -> Language {
        self.language
    }

    /// A text that was written with Latin digits, in those of the language.
    pub(super) fn in_its_digits(self, text: &str, marks: Marks) -> String {
        match self.language {
            Language::Ar => in_digits(self.texts.arabic_digits, text, marks),
            _ => text.to_owned(),
        }
    }

    /// The text behind `key` in this very language; none where it has none.
    pub fn find(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> Option<String> {
        self.texts.find(self.language, key, args)
    }

    /// The text behind `key`. See [`Texts::text`].
    pub fn text(self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.texts.text(self.language, key, args)
    }
}

pub(super) fn bundle(
    language: Language,
    sources: &[&str],
    arabic_digits: ArabicDigits,
) -> Result<FluentBundle<FluentResource>> {
    let broken = |what: String| Error::bug(format!("the catalogue of {language} is broken: {what}"));
    let id = LanguageIdentifier::from_str(language.as_str()).map_err(Error::internal)?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Marks around what is filled in keep a name or code of the other direction in its place; left-to-right texts do without, because some
    // mail programs draw them as boxes.
    bundle.set_use_isolating(language.direction() == "rtl");
    // A formatter is a bare function: one for each way to write.
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| written(Language::En, value),
        Language::Fr => |value, _| written(Language::Fr, value),
        Language::Es => |value, _| written(Language::Es, value),
        Language::Pt => |value, _| written(Language::Pt, value),
        Language::Ar if arabic_digits == ArabicDigits::ArabicIndic => |value, _| {
            written(Language::Ar, value).map(|text| in_digits(ArabicDigits::ArabicIndic, &text, Marks::Number))
        },
        Language::Ar => |value, _| written(Language::Ar, value),
    }));
    for source in sources {
        let resource =
            FluentResource::try_new((*source).to_owned()).map_err(|(_, errors)| broken(format!("{errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| broken(format!("{errors:?}")))?;
    }
    Ok(bundle)
}

fn with_forms<'a>(language: Language, args: &[(&'a str, FluentValue<'a>)]) -> FluentArgs<'a> {
    let mut all = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        if let FluentValue::Number(number) = value {
            all.set(format!("{name}{FORM}"), language.plural_form(&number.as_string(), 0));
        }
        all.set(*name, value.clone());
    }
    all
}

/// A number among the arguments as the language writes it. Fluent keeps it as a double, which holds whole numbers exactly up to 2^53, where a
/// count ends; money never comes as a number but as a text that is written already.
fn written(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Decimal::from_str(&number.as_string()).ok().map(|value| language.number(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_lacks_is_said_in_english_and_what_all_lack_by_its_key() {
        let bundle =
            |language, source| (language, bundle(language, &[source], ArabicDigits::Latin).expect("a good catalogue"));
        let catalogues = BTreeMap::from([
            bundle(Language::En, "greeting = Hello { $name }\nfarewell = Bye\n"),
            bundle(Language::Fr, "greeting = Bonjour { $name }\n"),
        ]);
        let texts = Texts { catalogues, arabic_digits: ArabicDigits::Latin };
        assert_eq!(texts.text(Language::Fr, "greeting", &[("name", "Awa".into())]), "Bonjour Awa");
        assert_eq!(texts.text(Language::Fr, "farewell", &[]), "Bye");
        assert_eq!(texts.text(Language::Fr, "thanks", &[]), "⟦thanks⟧");
        assert_eq!(texts.text(Language::En, "greeting", &[]), "Hello {$name}", "never a crash");
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does_and_choose_its_plural() {
        let count = |language, source: &str, count: i64| {
            let bundle = bundle(language, &[source], ArabicDigits::Latin).expect("a good catalogue");
            let texts = Texts { catalogues: BTreeMap::from([(language, bundle)]), arabic_digits: ArabicDigits::Latin };
            texts.text(language, "children", &[("count", count.into())])
        };
        let french = "children =\n    { $count-form ->\n        [one] { $count } enfant\n        [many] { $count } d’enfants\n       *[other] { $count } enfants\n    }\n";
        assert_eq!(count(Language::Fr, french, 1_000_000), "1\u{202F}000\u{202F}000 d’enfants");
        assert_eq!(count(Language::Fr, french, 206_295), "206\u{202F}295 enfants");
        assert_eq!(count(Language::Fr, french, 1), "1 enfant");
        assert_eq!(
            count(Language::Fr, french, 9_007_199_254_740_992),
            "9\u{202F}007\u{202F}199\u{202F}254\u{202F}740\u{202F}992 enfants"
        );
    }

    #[test]
    fn a_broken_catalogue_is_an_error() {
        assert!(bundle(Language::En, &["= nothing"], ArabicDigits::Latin).is_err());
        assert!(bundle(Language::En, &["twice = a\ntwice = b\n"], ArabicDigits::Latin).is_err());
    }
}
