//! Names that people read in several languages.

use std::{collections::BTreeMap, io::Write};

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    pg::{Pg, PgValue},
    serialize::{self, Output, ToSql},
    sql_types::Jsonb,
};
use juniper::{GraphQLInputObject, GraphQLObject};
use serde::{Deserialize, Serialize};

use super::Language;
use crate::kit::{Error, Result};

/// The longest text in one language, in characters.
const LONGEST: usize = 500;

/// Language > text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, AsExpression, FromSqlRow)]
#[diesel(sql_type = Jsonb)]
#[serde(transparent)]
pub struct LocalizedText(BTreeMap<Language, String>);

/// A text in one of its languages.
#[derive(Debug, Clone, PartialEq, Eq, GraphQLObject)]
pub struct Translation {
    /// The language.
    pub language: Language,
    /// The text in this language.
    pub text: String,
}

/// A text in one language. A list of them is one text in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, GraphQLInputObject)]
pub struct LocalizedTextInput {
    /// The language.
    pub language: Language,
    /// The text in this language, 1 to 500 characters.
    pub text: String,
}

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

    /// Reads a text as a client gives it; `field` is the input that it came in.
    ///
    /// # Errors
    /// When there is none, one is empty or longer than 500 characters, or a language comes twice. The error names the entry.
    pub fn from_inputs(inputs: &[LocalizedTextInput], field: &str) -> Result<Self> {
        let mut texts = BTreeMap::new();
        for (at, LocalizedTextInput { language, text }) in inputs.iter().enumerate() {
            let text = text.trim();
            if !(1..=LONGEST).contains(&text.chars().count()) {
                let message = format!("give a text of 1 to {LONGEST} characters, or leave the language out");
                return Err(Error::invalid(format!("{field}[{at}].text"), "text-length", message));
            }
            if texts.insert(*language, text.to_owned()).is_some() {
                let message = format!("there are two texts for the language {language}; keep one of them");
                return Err(Error::invalid(format!("{field}[{at}].language"), "text-language-twice", message));
            }
        }
        if texts.is_empty() {
            return Err(Error::invalid(field, "text-missing", "give the text in at least one language"));
        }
        Ok(Self(texts))
    }

    /// The text in the language asked for, else in the fallback, else in English, else in any; empty when there is none.
    pub fn get(&self, asked: Language, fallback: Language) -> &str {
        [asked, fallback, Language::En]
            .iter()
            .find_map(|language| self.0.get(language))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The texts by language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// The texts by language, for the graph.
    pub fn translations(&self) -> Vec<Translation> {
        self.iter().map(|(language, text)| Translation { language, text: text.to_owned() }).collect()
    }
}

impl ToSql<Jsonb, Pg> for LocalizedText {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[1])?;
        serde_json::to_writer(out, &self.0)?;
        Ok(serialize::IsNull::No)
    }
}

impl FromSql<Jsonb, Pg> for LocalizedText {
    fn from_sql(value: PgValue<'_>) -> deserialize::Result<Self> {
        let value = <serde_json::Value as FromSql<Jsonb, Pg>>::from_sql(value)?;
        Ok(Self(serde_json::from_value(value)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(language: Language, text: &str) -> LocalizedTextInput {
        LocalizedTextInput { language, text: text.to_owned() }
    }

    #[test]
    fn the_language_asked_for_comes_before_the_fallback_english_and_any() {
        let names = LocalizedText::new(Language::Es, "Escuela").with(Language::Fr, "École");
        assert_eq!(names.get(Language::Es, Language::Fr), "Escuela");
        assert_eq!(names.get(Language::Ar, Language::Fr), "École");
        assert_eq!(names.get(Language::Ar, Language::Pt), "École", "any: the first of ours");
        assert_eq!(names.clone().with(Language::En, "School").get(Language::Ar, Language::Pt), "School");
        assert_eq!(LocalizedText::default().get(Language::En, Language::En), "");
    }

    #[test]
    fn a_text_of_a_client_is_trimmed_and_kept_by_language() {
        let inputs = [input(Language::Fr, " École "), input(Language::En, "School")];
        let expected = LocalizedText::new(Language::En, "School").with(Language::Fr, "École");
        assert_eq!(LocalizedText::from_inputs(&inputs, "names").expect("both are good"), expected);
        assert_eq!(expected.translations()[1], Translation { language: Language::Fr, text: "École".to_owned() });
    }

    #[test]
    fn an_unusable_text_is_refused_by_the_name_of_its_entry() {
        let long = "é".repeat(501);
        for (inputs, field) in [
            (vec![], "names"),
            (vec![input(Language::En, "School"), input(Language::Fr, " \t")], "names[1].text"),
            (vec![input(Language::En, &long)], "names[0].text"),
            (vec![input(Language::En, "School"), input(Language::En, "Class")], "names[1].language"),
        ] {
            let error = LocalizedText::from_inputs(&inputs, "names").expect_err(field);
            assert_eq!(error.field(), Some(field));
        }
        assert!(LocalizedText::from_inputs(&[input(Language::En, &long[2..])], "names").is_ok(), "500 characters");
    }
}
