//! What a mail says.
use std::collections::HashMap;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::kit::{
    Error, Result,
    text::{Language, Texts},
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

/// A kind of mail.
pub trait MailTemplate: Serialize + DeserializeOwned {
    /// Its name in the outbox.
    const NAME: &'static str;
    /// Writes it.
    ///
    /// # Errors
    /// When a text is missing.
    fn render(&self, texts: &Texts, language: Language) -> Result<Rendered>;
    /// Examples.
    fn samples() -> Vec<Self>;
}

type Render = fn(&Value, &Texts, Language) -> Result<Rendered>;

/// The kinds of mail that the program can write.
#[derive(Default)]
pub struct Templates(HashMap<&'static str, Render>);

impl Templates {
    /// Learns a kind of mail.
    #[must_use]
    pub fn with<T: MailTemplate>(mut self) -> Self {
        self.0.insert(T::NAME, |payload, texts, language| {
            let mail: T = serde_json::from_value(payload.clone()).map_err(Error::internal)?;
            mail.render(texts, language)
        });
        self
    }

    /// Writes a mail.
    ///
    /// # Errors
    /// When the template is not known.
    pub fn render(&self, name: &str, payload: &Value, texts: &Texts, language: Language) -> Result<Rendered> {
        let render = self.0.get(name).ok_or_else(|| Error::bug(format!("no mail is called {name}")))?;
        render(payload, texts, language)
    }
}
