//! Mails to those who follow something: the question whether they want to, and the frame of every notice.

use serde::{Deserialize, Serialize};

use crate::kit::{
    mail::{Block, Document, Link, MailTemplate},
    text::{InLanguage, Language, LocalizedText},
};

/// Asks an address whether it wants to follow something.
#[derive(Serialize, Deserialize)]
pub struct Confirmation {
    /// What that is called.
    pub title: LocalizedText,
    /// The link to say yes by.
    pub url: String,
}

/// Where the reader of a notice can stop such mails, and choose among them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Links {
    /// One click stops them.
    pub stop: String,
    /// Everything that the address follows.
    pub choose: String,
}

/// A notice as one subscriber gets it: what it says, why it comes (in the place of the content's own reason), and that subscriber's links.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Notice<T> {
    /// What it says.
    pub content: T,
    /// What the subscriber follows.
    pub title: LocalizedText,
    /// The subscriber's links.
    pub links: Links,
}

impl MailTemplate for Confirmation {
    const NAME: &'static str = "subscription-confirmation";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let title = self.title.get(say.language(), Language::En);
        let heading = say.text("subscription-title", &[("title", title.into())]);
        Document {
            subject: heading.clone(),
            preview: say.text("subscription-preview", &[]),
            sender: say.text("tagline", &[]),
            kicker: String::new(),
            heading,
            blocks: vec![
                Block::Paragraph(say.text("subscription-text", &[("title", title.into())])),
                Block::Button(Link { label: say.text("subscription-button", &[]), url: self.url.clone() }),
            ],
            reason: say.text("subscription-reason", &[]),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        vec![Self {
            title: LocalizedText::new(Language::En, "Taluna education appeal")
                .with(Language::Ar, "نداء تالونا للتعليم"),
            url: "https://darasa.example/s/2Yw8sVQZr0mB4nXfLq1KtJ7hGdC5uEoA9pRiT3vMxyk".to_owned(),
        }]
    }
}

impl<T: MailTemplate> MailTemplate for Notice<T> {
    const NAME: &'static str = T::NAME;

    fn document(&self, say: InLanguage<'_>) -> Document {
        let title = self.title.get(say.language(), Language::En);
        let mut document = self.content.document(say);
        document.reason = say.text("notice-reason", &[("title", title.into())]);
        document.links.extend([
            Link { label: say.text("notice-stop", &[]), url: self.links.stop.clone() },
            Link { label: say.text("notice-choose", &[]), url: self.links.choose.clone() },
        ]);
        document
    }

    fn samples() -> Vec<Self> {
        let links = Links {
            stop: "https://darasa.example/u/2Yw8sVQZr0mB4nXfLq1KtJ7hGdC5uEoA9pRiT3vMxyk".to_owned(),
            choose: "https://darasa.example/n/2Yw8sVQZr0mB4nXfLq1KtJ7hGdC5uEoA9pRiT3vMxyk".to_owned(),
        };
        let title = LocalizedText::new(Language::En, "Taluna education appeal");
        let notice = |content| Self { content, title: title.clone(), links: links.clone() };
        T::samples().into_iter().map(notice).collect()
    }
}
