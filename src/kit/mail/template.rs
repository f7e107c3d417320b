//! The kinds of mail, by the name that they have in the outbox.

use std::collections::BTreeMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::Document;
use crate::kit::{
    Error, Result,
    text::{InLanguage, Language, Texts},
};

/// A written mail.
pub struct Rendered {
    /// Its subject.
    pub subject: String,
    /// Its text part.
    pub text: String,
    /// Its HTML part.
    pub html: String,
}

/// A kind of mail: the fields wait in the outbox, and are written out in the reader's language when it goes.
pub trait MailTemplate: Serialize + DeserializeOwned {
    /// Its name in the outbox.
    const NAME: &'static str;

    /// What it says.
    fn document(&self, say: InLanguage<'_>) -> Document;

    /// Examples, which a test writes out in every language.
    fn samples() -> Vec<Self>;
}

struct Kind {
    render: fn(&Value, InLanguage<'_>) -> Result<Rendered>,
    samples: fn() -> Result<Vec<Value>>,
}

/// The kinds of mail that the program can write.
#[derive(Default)]
pub struct Templates(BTreeMap<&'static str, Kind>);

impl Templates {
    /// Learns a kind of mail.
    #[must_use]
    pub fn with<T: MailTemplate>(mut self) -> Self {
        let render = |payload: &Value, say: InLanguage<'_>| {
            let mail: T = serde_json::from_value(payload.clone()).map_err(Error::internal)?;
            mail.document(say).render(say.language())
        };
        let samples = || T::samples().iter().map(|mail| serde_json::to_value(mail).map_err(Error::internal)).collect();
        self.0.insert(T::NAME, Kind { render, samples });
        self
    }

    /// Writes a mail.
    ///
    /// # Errors
    /// When no kind has this name, or the payload is not of this kind.
    pub fn render(&self, name: &str, payload: &Value, texts: &Texts, language: Language) -> Result<Rendered> {
        let kind = self.0.get(name).ok_or_else(|| Error::bug(format!("no mail is called {name}")))?;
        (kind.render)(payload, texts.in_language(language))
    }

    /// An example or more of every kind, by its name.
    ///
    /// # Errors
    /// When one cannot be put into the outbox.
    pub fn samples(&self) -> Result<Vec<(&'static str, Vec<Value>)>> {
        self.0.iter().map(|(name, kind)| Ok((*name, (kind.samples)()?))).collect()
    }
}
