//! Those who follow: addresses of donors that ask for mails, say yes by the link of the mail, and are told of editions.

use futures::FutureExt;
use serde_json::json;

use super::{known::Known, stage::Stage};
use crate::{
    app::{State, jobs},
    kit::{Error, Result, auth::Viewer, mail::transport::Transport},
    notices,
};

/// An address, the language it reads, and whether it says yes.
const FOLLOWERS: [(&str, &str, bool); 5] = [
    ("learning.fund@demo.example", "en", true),
    ("agency@demo.example", "fr", true),
    ("pool@demo.example", "es", true),
    ("foundation@demo.example", "ar", true),
    ("cooperative@demo.example", "pt", false),
];

/// How many are told of each edition.
pub(super) const CONFIRMED: usize = 4;

/// Lets the donors ask for mails and answer the question that comes.
pub(super) async fn follow(stage: &Stage, known: &Known) -> Result<()> {
    let document = "mutation($input: SubscribeInput!) { subscribe(input: $input) }";
    for (email, language, _) in FOLLOWERS {
        let input = json!({ "subjectId": known.operation, "email": email, "language": language });
        stage.ask(Viewer::anonymous(), "subscribe", document, json!({ "input": input })).await?;
    }
    // The questions stay in here: their links are followed at once.
    let post = State::new(stage.program.tools.clone(), Transport::memory("Darasa <darasa@demo.example>")?);
    jobs::work_once(stage.program.db.pools(), &post).await?;
    let mails = post.transport.sent();
    for (email, ..) in FOLLOWERS.iter().filter(|(.., says_yes)| *says_yes) {
        let token = mails
            .iter()
            .find_map(|mail| link_in(mail, email))
            .ok_or_else(|| Error::bug(format!("the demo found no link in the mail to {email}")))?;
        let visitor = stage.program.as_viewer(Viewer::anonymous());
        if !visitor.transact(token, |transaction, token| notices::confirm_by_link(transaction, token).boxed()).await? {
            return Err(Error::bug(format!("the link in the mail to {email} was not good")));
        }
    }
    println!("  followers: {} of {} confirmed", CONFIRMED, FOLLOWERS.len());
    Ok(())
}

/// The secret of the link by which the reader of a raw mail says yes, if the mail is to this address.
fn link_in(mail: &str, email: &str) -> Option<String> {
    let (head, body) = mail.split_once("\r\n\r\n")?;
    let to = head.lines().find(|line| line.to_ascii_lowercase().starts_with("to:"))?;
    if !to.contains(email) {
        return None;
    }
    // Quoted-printable breaks long lines.
    let body = body.replace("=\r\n", "");
    let (_, behind) = body.split_once("/s/")?;
    let token: String = behind.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    (!token.is_empty()).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_is_read_out_of_the_mail_to_the_address_and_no_other() {
        let mail = "From: a@b.example\r\nTo: pool@demo.example\r\n\r\nFollow?\r\nhttp://127.0.0.1:8080/s/2Yw8sVQZr0mB4=\r\nnXf-Lq_1\r\n";
        assert_eq!(link_in(mail, "pool@demo.example").as_deref(), Some("2Yw8sVQZr0mB4nXf-Lq_1"));
        assert_eq!(link_in(mail, "agency@demo.example"), None);
        assert_eq!(link_in("no mail", "pool@demo.example"), None);
    }

    #[test]
    fn as_many_are_told_as_said_yes() {
        assert_eq!(FOLLOWERS.iter().filter(|(.., says_yes)| *says_yes).count(), CONFIRMED);
    }
}
