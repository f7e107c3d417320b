//! Mails to people who have an account.

use super::model::User;
use crate::kit::{
    Result,
    db::Transaction,
    mail::{
        MailTemplate,
        outbox::{self, Letter},
    },
};

/// Leaves one mail for each of these people, in their language; once for each `occasion`, however often it is told.
///
/// # Errors
/// When the mails cannot be kept.
pub async fn post<T: MailTemplate>(
    transaction: &Transaction,
    people: &[User],
    template: &T,
    occasion: &str,
) -> Result<()> {
    let letters = people.iter().map(|person| Letter {
        recipient: &person.email,
        language: person.language,
        template,
        unsubscribe_url: None,
        once_key: Some(format!("{occasion}:{}", person.id.uuid())),
    });
    let letters: Vec<_> = letters.collect();
    outbox::post_many(transaction, &letters).await?;
    Ok(())
}
