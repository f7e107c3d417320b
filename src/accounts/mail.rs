//! Mails of accounts.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::kit::{
    Result,
    auth::Role,
    mail::{MailTemplate, Rendered},
    text::{Language, Texts},
};

/// An invitation.
#[derive(Serialize, Deserialize)]
pub struct Invitation {
    /// Whom.
    pub name: String,
    /// Who invites.
    pub inviter: String,
    /// For what.
    pub role: Role,
    /// The link.
    pub url: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}
/// A password reset.
#[derive(Serialize, Deserialize)]
pub struct PasswordReset {
    /// Whom.
    pub name: String,
    /// The link.
    pub url: String,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}
impl MailTemplate for Invitation {
    const NAME: &'static str = "invitation";
    fn render(&self, _: &Texts, _: Language) -> Result<Rendered> {
        Ok(Rendered { subject: String::new(), text: self.url.clone(), html: String::new() })
    }
    fn samples() -> Vec<Self> {
        vec![]
    }
}
impl MailTemplate for PasswordReset {
    const NAME: &'static str = "password-reset";
    fn render(&self, _: &Texts, _: Language) -> Result<Rendered> {
        Ok(Rendered { subject: String::new(), text: self.url.clone(), html: String::new() })
    }
    fn samples() -> Vec<Self> {
        vec![]
    }
}
