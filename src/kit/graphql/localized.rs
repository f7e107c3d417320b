//! Names in several languages, at the edge: a list of texts, each with its language.

use juniper::{GraphQLInputObject, GraphQLObject};
use serde::{Deserialize, Serialize};

use crate::kit::{
    Error, Result,
    text::{Language, LocalizedText},
};

/// The longest text that a name may be.
const LONGEST: usize = 500;

/// A text in one language.
#[derive(Debug, Clone, PartialEq, Eq, GraphQLObject)]
pub struct TextInLanguage {
    /// The language.
    pub language: Language,
    /// The text.
    pub text: String,
}

/// A text in one language, to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, GraphQLInputObject)]
pub struct TextInLanguageInput {
    /// The language.
    pub language: Language,
    /// The text, at most 500 characters.
    pub text: String,
}

/// The texts by language, as clients see them.
pub fn shown(texts: &LocalizedText) -> Vec<TextInLanguage> {
    texts.iter().map(|(language, text)| TextInLanguage { language, text: text.to_owned() }).collect()
}

/// Reads the texts that a client gave in `field`: at least one, each in a language of its own.
///
/// # Errors
/// When there is none, one is empty or too long, or two are in the same language.
pub fn read(inputs: &[TextInLanguageInput], field: &str) -> Result<LocalizedText> {
    let mut texts = LocalizedText::default();
    for input in inputs {
        let text = input.text.trim();
        if !(1..=LONGEST).contains(&text.chars().count()) {
            let message = format!("give a text of 1 to {LONGEST} characters in each language that you name");
            return Err(Error::invalid(field, "text-length", message));
        }
        if texts.iter().any(|(language, _)| language == input.language) {
            let message = format!("there are two texts in the language `{}`; keep one", input.language);
            return Err(Error::invalid(field, "text-language-twice", message));
        }
        texts = texts.with(input.language, text);
    }
    if inputs.is_empty() {
        return Err(Error::invalid(field, "text-missing", "give the text in at least one language"));
    }
    Ok(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Language, text: &str) -> TextInLanguageInput {
        TextInLanguageInput { language, text: text.to_owned() }
    }

    #[test]
    fn a_name_needs_at_least_one_language_and_none_twice() {
        let both = read(&[text(Language::Fr, " Éducation "), text(Language::En, "Education")], "names");
        assert_eq!(both.expect("two languages").get(Language::Fr, Language::En), "Éducation");
        assert_eq!(read(&[], "names").expect_err("nothing").key(), "text-missing");
        let twice = read(&[text(Language::En, "a"), text(Language::En, "b")], "names");
        assert_eq!(twice.expect_err("twice").key(), "text-language-twice");
        for wrong in ["", "  ", &"x".repeat(501)] {
            let error = read(&[text(Language::En, wrong)], "names").expect_err("empty or endless");
            assert_eq!((error.key(), error.field()), ("text-length", Some("names")));
        }
    }
}
