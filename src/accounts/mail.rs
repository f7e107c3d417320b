//! Mails of accounts: invitations, and links to set a new password.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::kit::{
    auth::Role,
    mail::{Block, Document, Link, MailTemplate},
    text::InLanguage,
};

/// Invites someone for a role.
#[derive(Serialize, Deserialize)]
pub struct Invitation {
    /// How they are called.
    pub name: String,
    /// Who invites.
    pub inviter: String,
    /// The role.
    pub role: Role,
    /// The link to accept it by.
    pub url: String,
    /// Until when the link works.
    pub expires_at: DateTime<Utc>,
}

/// Gives someone a link to set a new password.
#[derive(Serialize, Deserialize)]
pub struct PasswordReset {
    /// How they are called.
    pub name: String,
    /// The link.
    pub url: String,
    /// Until when the link works.
    pub expires_at: DateTime<Utc>,
}

impl MailTemplate for Invitation {
    const NAME: &'static str = "invitation";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let inviter = [("inviter", self.inviter.as_str().into())];
        let title = say.text("invitation-title", &inviter);
        let role = say.text("role", &[("role", self.role.as_str().into())]);
        let validity = validity(say, self.expires_at);
        Document {
            subject: title.clone(),
            preview: validity.clone(),
            sender: say.text("tagline", &[]),
            kicker: String::new(),
            heading: title,
            blocks: vec![
                Block::Paragraph(say.text("greeting", &[("name", self.name.as_str().into())])),
                Block::Paragraph(say.text("invitation-text", &[("role", role.into())])),
                Block::Button(Link { label: say.text("invitation-button", &[]), url: self.url.clone() }),
                Block::Note(validity),
            ],
            reason: say.text("invitation-reason", &inviter),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        let sample = |role: &Role| Self {
            name: "Inès Traoré".to_owned(),
            inviter: "Awa <Diop>".to_owned(),
            role: *role,
            url: "https://darasa.example/i/2Yw8sVQZr0mB4nXfLq1KtJ7hGdC5uEoA9pRiT3vMxyk".to_owned(),
            expires_at: DateTime::from_timestamp(1_793_455_500, 0).unwrap_or_default(),
        };
        Role::ALL.iter().map(sample).collect()
    }
}

impl MailTemplate for PasswordReset {
    const NAME: &'static str = "password-reset";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let title = say.text("password-title", &[]);
        let validity = validity(say, self.expires_at);
        Document {
            subject: title.clone(),
            preview: validity.clone(),
            sender: say.text("tagline", &[]),
            kicker: String::new(),
            heading: title.clone(),
            blocks: vec![
                Block::Paragraph(say.text("greeting", &[("name", self.name.as_str().into())])),
                Block::Paragraph(say.text("password-text", &[])),
                Block::Button(Link { label: title, url: self.url.clone() }),
                Block::Note(validity),
            ],
            reason: say.text("password-reason", &[]),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        vec![Self {
            name: "خالد & Söhne".to_owned(),
            url: "https://darasa.example/r/2Yw8sVQZr0mB4nXfLq1KtJ7hGdC5uEoA9pRiT3vMxyk".to_owned(),
            expires_at: DateTime::from_timestamp(1_793_455_500, 0).unwrap_or_default(),
        }]
    }
}

fn validity(say: InLanguage<'_>, until: DateTime<Utc>) -> String {
    say.text("link-validity", &[("moment", say.moment(until).into())])
}
