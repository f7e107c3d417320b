//! Names that people read in several languages.

use std::collections::BTreeMap;

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Jsonb};
use serde::{Deserialize, Serialize};

use super::Language;
use crate::as_jsonb;

/// Language > text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct LocalizedText(BTreeMap<Language, String>);

impl LocalizedText {
    /// A text in one language.
    pub fn new(language: Language, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language, text.into())]))
    }

    /// The same with a text in another language.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.0.insert(language, text.into());
        self
    }

    /// The text in the language asked for, else in the fallback, else in English, else in any; empty when there is none.
    pub fn get(&self, asked: Language, fallback: Language) -> &str {
        self.pick(asked, fallback).map_or("", |(_, text)| text)
    }

    /// The same with the language that it is in, for pages that must mark it; none when there is no text.
    pub fn pick(&self, asked: Language, fallback: Language) -> Option<(Language, &str)> {
        [asked, fallback, Language::En]
            .iter()
            .find_map(|language| self.0.get_key_value(language))
            .or_else(|| self.0.first_key_value())
            .map(|(language, text)| (*language, text.as_str()))
    }

    /// The texts by language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }
}

as_jsonb!(LocalizedText);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_asked_for_comes_before_the_fallback_english_and_any() {
        let names = LocalizedText::new(Language::Es, "Escuela").with(Language::Fr, "École");
        assert_eq!(names.get(Language::Es, Language::Fr), "Escuela");
        assert_eq!(names.get(Language::Ar, Language::Fr), "École");
        assert_eq!(names.get(Language::Ar, Language::Pt), "École", "any: the first of ours");
        assert_eq!(names.clone().with(Language::En, "School").get(Language::Ar, Language::Pt), "School");
        assert_eq!(LocalizedText::default().get(Language::En, Language::En), "");
    }
}
