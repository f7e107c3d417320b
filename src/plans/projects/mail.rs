//! Mails of projects, to those who decide on them and to those whose they are.

use serde::{Deserialize, Serialize};

use crate::kit::{
    mail::{Block, Document, MailTemplate},
    text::{FluentValue, InLanguage, Language, LocalizedText},
};

/// Which project a mail is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProjectFacts {
    /// The cluster that decides on it.
    pub cluster: LocalizedText,
    /// The plan that it is part of.
    pub plan: LocalizedText,
    /// The organisation that leads it.
    pub organisation: String,
    /// Its code.
    pub code: String,
    /// Its title.
    pub names: LocalizedText,
}

/// Asks those who decide to look at a project.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProjectSubmitted {
    /// Which project.
    pub project: ProjectFacts,
    /// True: it had been returned or taken back before.
    pub again: bool,
}

/// Asks a partner to change a project.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProjectReturned {
    /// Which project.
    pub project: ProjectFacts,
    /// What is to be changed, in the words of who decided.
    pub note: String,
}

/// Tells a partner that a project was approved.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ProjectApproved {
    /// Which project.
    pub project: ProjectFacts,
    /// What was said with it.
    pub note: Option<String>,
}

impl ProjectFacts {
    fn document(&self, say: InLanguage<'_>, title: &str, reason: &str, blocks: Vec<Block>) -> Document {
        let args: [(&str, FluentValue<'_>); 2] =
            [("code", self.code.as_str().into()), ("organisation", self.organisation.as_str().into())];
        let title = say.text(title, &args);
        Document {
            subject: title.clone(),
            preview: name(&self.names, say).to_owned(),
            sender: name(&self.cluster, say).to_owned(),
            kicker: name(&self.plan, say).to_owned(),
            heading: title,
            blocks,
            reason: say.text(reason, &args[1..]),
            links: Vec::new(),
        }
    }

    fn sample() -> Self {
        Self {
            cluster: LocalizedText::new(Language::En, "Education Cluster Taluna")
                .with(Language::Fr, "Cluster éducation de Taluna"),
            plan: LocalizedText::new(Language::En, "Taluna education response 2026"),
            organisation: "Books & Boards".to_owned(),
            code: "TAL-26-EDU-0147".to_owned(),
            names: LocalizedText::new(Language::En, "Learning spaces and materials in the flooded districts"),
        }
    }
}

/// A name in the reader's language, as far as there is one.
fn name<'a>(names: &'a LocalizedText, say: InLanguage<'_>) -> &'a str {
    names.get(say.language(), Language::En)
}

impl MailTemplate for ProjectSubmitted {
    const NAME: &'static str = "project-submitted";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let text = if self.again { "project-submitted-again" } else { "project-submitted-text" };
        let args = [
            ("title", name(&self.project.names, say).into()),
            ("organisation", self.project.organisation.as_str().into()),
        ];
        let blocks =
            vec![Block::Paragraph(say.text(text, &args)), Block::Paragraph(say.text("project-submitted-next", &[]))];
        self.project.document(say, "project-submitted-title", "project-decide-reason", blocks)
    }

    fn samples() -> Vec<Self> {
        [false, true].map(|again| Self { project: ProjectFacts::sample(), again }).into()
    }
}

impl MailTemplate for ProjectReturned {
    const NAME: &'static str = "project-returned";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let args = [("title", name(&self.project.names, say).into())];
        let blocks = vec![
            Block::Paragraph(say.text("project-returned-text", &args)),
            Block::Quote { heading: say.text("project-returned-note", &[]), text: self.note.clone() },
            Block::Paragraph(say.text("project-returned-next", &[])),
        ];
        self.project.document(say, "project-returned-title", "project-write-reason", blocks)
    }

    fn samples() -> Vec<Self> {
        let note = "Please say how many of the children in the two camps are in the targets already.\nThe cost of a \
                    learning space is above the range of the plan."
            .to_owned();
        vec![Self { project: ProjectFacts::sample(), note }]
    }
}

impl MailTemplate for ProjectApproved {
    const NAME: &'static str = "project-approved";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let args = [("title", name(&self.project.names, say).into())];
        let mut blocks = vec![Block::Paragraph(say.text("project-approved-text", &args))];
        if let Some(note) = &self.note {
            blocks.push(Block::Quote { heading: say.text("project-approved-note", &[]), text: note.clone() });
        }
        self.project.document(say, "project-approved-title", "project-write-reason", blocks)
    }

    fn samples() -> Vec<Self> {
        let note = Some("The reviewers liked the plan for teachers.".to_owned());
        [None, note].map(|note| Self { project: ProjectFacts::sample(), note }).into()
    }
}
