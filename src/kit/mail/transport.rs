//! How a mail leaves: by SMTP, as a readable file, or into memory for tests.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use chrono::{DateTime, Utc};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Attachment as Part, Mailbox, MultiPart,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};
use tokio::io::AsyncWriteExt;
use uuid::Uuid;

use super::{Rendered, outbox::Attachment};
use crate::kit::{Error, Result, text::Language};

/// A mail ready to go.
pub struct Envelope<'a> {
    /// The outbox message's id: the Message-ID is made of it.
    pub id: Uuid,
    /// The address.
    pub recipient: &'a str,
    /// The language that it is written in.
    pub language: Language,
    /// When it was written.
    pub date: DateTime<Utc>,
    /// Where one click stops such mails.
    pub unsubscribe_url: Option<&'a str>,
    /// Subject and both parts.
    pub rendered: &'a Rendered,
    /// What goes with it.
    pub attached: &'a [Attachment],
}

/// What a relay made of a mail.
#[derive(Debug)]
pub enum Delivery {
    /// It is the relay's now.
    Taken,
    /// Not now; try again.
    Later(String),
    /// The relay went silent after the data: it may have it or not.
    Unknown(String),
    /// Never.
    Refused(String),
    /// Never, and no other mail to this address either.
    NoSuchAddress(String),
}

/// A way out for mails.
#[derive(Clone)]
pub struct Transport {
    from: Mailbox,
    way: Way,
}

#[derive(Clone)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf),
    Memory(Arc<Mutex<Vec<Vec<u8>>>>),
}

impl Transport {
    /// Through the relay at `url` (`smtp://user:password@host:587?tls=required`, `smtps://`, or plain `smtp://` on a trusted network).
    ///
    /// # Errors
    /// When the URL or the sender's address cannot be read.
    pub fn smtp(url: &str, from: &str) -> Result<Self> {
        let relay = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| Error::bug("the SMTP address is not an smtp:// or smtps:// URL"))?
            .timeout(Some(Duration::from_secs(20)))
            .build::<Tokio1Executor>();
        // lettre closes its connections by a task when the last handle goes, and panics where no runtime is left to take it, as at the end of the
        // program. One handle stays, so that they end with the process.
        std::mem::forget(relay.clone());
        Ok(Self { from: mailbox(from)?, way: Way::Smtp(relay) })
    }

    /// As `.eml` files in `folder`, for trial and the demo.
    ///
    /// # Errors
    /// When the folder cannot be made or the sender's address cannot be read.
    pub fn files(folder: &Path, from: &str) -> Result<Self> {
        std::fs::create_dir_all(folder).map_err(Error::internal)?;
        Ok(Self { from: mailbox(from)?, way: Way::Files(folder.to_owned()) })
    }

    /// Into memory; [`Transport::sent`] gives them back.
    ///
    /// # Errors
    /// When the sender's address cannot be read.
    pub fn memory(from: &str) -> Result<Self> {
        Ok(Self { from: mailbox(from)?, way: Way::Memory(Arc::default()) })
    }

    /// What a memory transport was given, as raw mails.
    pub fn sent(&self) -> Vec<String> {
        match &self.way {
            Way::Memory(sent) => sent
                .lock()
                .expect("no panic while holding the lock")
                .iter()
                .map(|mail| String::from_utf8_lossy(mail).into_owned())
                .collect(),
            Way::Smtp(_) | Way::Files(_) => Vec::new(),
        }
    }

    /// Hands over one mail.
    pub async fn deliver(&self, envelope: &Envelope<'_>) -> Delivery {
        let message = match self.message(envelope) {
            Ok(message) => message,
            Err(error) => return Delivery::Refused(error.to_string()),
        };
        match &self.way {
            Way::Smtp(relay) => match hand_over(relay.clone(), message).await {
                Ok(Ok(())) => Delivery::Taken,
                Ok(Err(error)) if error.is_permanent() => refusal(error.to_string(), envelope.recipient),
                // A relay that goes silent may have the mail; one that says 4xx or cannot be reached has not.
                Ok(Err(error)) if error.is_timeout() || error.is_response() => Delivery::Unknown(error.to_string()),
                Ok(Err(error)) => Delivery::Later(error.to_string()),
                Err(panic) => Delivery::Unknown(panic.to_string()),
            },
            Way::Files(folder) => match write_file(folder, envelope, &message.formatted()).await {
                Ok(()) => Delivery::Taken,
                Err(error) => Delivery::Later(error.to_string()),
            },
            Way::Memory(sent) => {
                sent.lock().expect("no panic while holding the lock").push(message.formatted());
                Delivery::Taken
            }
        }
    }

    fn message(&self, envelope: &Envelope<'_>) -> Result<Message> {
        let to = mailbox(envelope.recipient)?;
        let date = SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(envelope.date.timestamp()).unwrap_or(0));
        let mut builder = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&envelope.rendered.subject)
            .date(date)
            .message_id(Some(format!("<{}@{}>", envelope.id, self.from.email.domain())))
            .header(ContentLanguage(envelope.language.as_str().to_owned()));
        if let Some(url) = envelope.unsubscribe_url {
            builder = builder
                .header(ListUnsubscribe(format!("<{url}>")))
                .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()));
        } else {
            builder = builder.header(AutoSubmitted("auto-generated".to_owned()));
        }
        let parts = MultiPart::alternative()
            .singlepart(
                lettre::message::SinglePart::builder()
                    .header(ContentType::TEXT_PLAIN)
                    .body(envelope.rendered.text.clone()),
            )
            .singlepart(
                lettre::message::SinglePart::builder()
                    .header(ContentType::TEXT_HTML)
                    .body(envelope.rendered.html.clone()),
            );
        if envelope.attached.is_empty() {
            return builder.multipart(parts).map_err(Error::internal);
        }
        let mut whole = MultiPart::mixed().multipart(parts);
        for file in envelope.attached {
            let media_type = ContentType::parse(&file.media_type).map_err(Error::internal)?;
            whole = whole.singlepart(Part::new(file.name.clone()).body(file.content.clone(), media_type));
        }
        builder.multipart(whole).map_err(Error::internal)
    }
}

/// Hands a mail to a relay by a task of its own, which goes on to its end when nobody waits for it any more: a conversation that breaks off would go
/// back to the connections that are kept, and what the relay says of its mail would be taken for what it says of the next.
async fn hand_over(
    relay: AsyncSmtpTransport<Tokio1Executor>,
    message: Message,
) -> std::result::Result<std::result::Result<(), lettre::transport::smtp::Error>, tokio::task::JoinError> {
    tokio::spawn(async move { relay.send(message).await.map(drop) }).await
}

/// Whether it is the address that a relay refuses for good, or only this mail. The library does not say which command was refused: RFC 3463 has codes
/// for a destination that is none, and a relay without them names the address. A refused sender or content must put nobody on the list.
fn refusal(words: String, recipient: &str) -> Delivery {
    const NO_SUCH_DESTINATION: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];
    let (reply, text) = words.split_once("): ").unwrap_or((&words, ""));
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_enhanced = first.starts_with("5.") && first.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let about_a_mailbox = ["550", "551", "553"].iter().any(|code| reply.ends_with(code));
    let names_it = text.to_lowercase().contains(&recipient.to_lowercase());
    if if is_enhanced { NO_SUCH_DESTINATION.contains(&first) } else { about_a_mailbox && names_it } {
        Delivery::NoSuchAddress(words)
    } else {
        Delivery::Refused(words)
    }
}

/// Written beside, flushed to disk and renamed, so that nobody ever reads half a mail and a power cut takes none that counts as sent. The name is
/// made of the id: the same mail again is the same file.
async fn write_file(folder: &Path, envelope: &Envelope<'_>, bytes: &[u8]) -> std::io::Result<()> {
    let name = format!("{}-{}.eml", envelope.date.format("%Y%m%dT%H%M%S"), envelope.id);
    let unfinished = folder.join(format!(".{name}"));
    let mut file = tokio::fs::File::create(&unfinished).await?;
    file.write_all(bytes).await?;
    // What was written is only begun; whether it went in (a disk may be full) is told by this, and by nothing after it.
    file.flush().await?;
    file.sync_all().await?;
    tokio::fs::rename(unfinished, folder.join(name)).await?;
    tokio::fs::File::open(folder).await?.sync_all().await
}

fn mailbox(address: &str) -> Result<Mailbox> {
    address.parse().map_err(|_| Error::invalid("email", "mail-address", "this is no e-mail address"))
}

macro_rules! text_headers {
    ($($(#[$doc:meta])* $name:ident = $header:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($header)
            }

            fn parse(text: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    )+};
}

text_headers! {
    /// The language of the mail (RFC 3282).
    ContentLanguage = "Content-Language";
    /// Where to unsubscribe (RFC 2369).
    ListUnsubscribe = "List-Unsubscribe";
    /// That one POST there unsubscribes (RFC 8058).
    ListUnsubscribePost = "List-Unsubscribe-Post";
    /// That no person wrote it (RFC 3834).
    AutoSubmitted = "Auto-Submitted";
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use tokio::{
        io::{AsyncBufReadExt, BufReader},
        sync::Notify,
    };

    use super::*;

    #[test]
    fn a_way_out_by_smtp_may_outlive_its_runtime() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let transport = runtime.block_on(async { Transport::smtp("smtp://127.0.0.1:1", "Darasa <d@darasa.test>") });
        drop(runtime);
        drop(transport.expect("a relay"));
    }

    /// A relay that takes every mail after the first one back: `452`. It answers the first `MAIL` when it is let.
    async fn reluctant(listener: tokio::net::TcpListener, asked: Arc<Notify>, let_go: Arc<Notify>) {
        let mails = Arc::new(AtomicU32::new(0));
        while let Ok((stream, _)) = listener.accept().await {
            let (asked, let_go, mails) = (asked.clone(), let_go.clone(), mails.clone());
            tokio::spawn(async move {
                let (reader, mut writer) = stream.into_split();
                let mut lines = BufReader::new(reader).lines();
                writer.write_all(b"220 here\r\n").await.expect("written");
                let (mut in_mail, mut is_first) = (false, false);
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer = match line.get(..4).unwrap_or_default() {
                        _ if in_mail && line != "." => continue,
                        "MAIL" => {
                            is_first = mails.fetch_add(1, Ordering::Relaxed) == 0;
                            if is_first {
                                asked.notify_one();
                                let_go.notified().await;
                            }
                            "250 fine"
                        }
                        "DATA" => "354 go on",
                        _ if in_mail && !is_first => "452 4.3.1 no room",
                        _ => "250 fine",
                    };
                    in_mail = answer.starts_with("354");
                    writer.write_all(format!("{answer}\r\n").as_bytes()).await.expect("written");
                }
            });
        }
    }

    #[tokio::test]
    async fn what_a_relay_says_of_a_mail_that_was_given_up_is_not_taken_for_what_it_says_of_the_next() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("its own"));
        let (asked, let_go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        tokio::spawn(reluctant(listener, asked.clone(), let_go.clone()));
        let transport = Transport::smtp(&url, "Darasa <d@darasa.test>").expect("a relay");
        let rendered = Rendered { subject: "S".to_owned(), text: "T".to_owned(), html: "H".to_owned() };
        let envelope = |id| Envelope {
            id: Uuid::from_u128(id),
            recipient: "reader@example.org",
            language: Language::En,
            date: DateTime::UNIX_EPOCH,
            unsubscribe_url: None,
            rendered: &rendered,
            attached: &[],
        };
        let given_up = envelope(1);
        tokio::select! {
            early = transport.deliver(&given_up) => unreachable!("the relay has not spoken: {early:?}"),
            () = asked.notified() => {}
        }
        let_go.notify_one();
        for id in 2..6 {
            let delivery = transport.deliver(&envelope(id)).await;
            assert!(matches!(&delivery, Delivery::Later(words) if words.contains("no room")), "{id}: {delivery:?}");
        }
    }

    #[test]
    fn only_a_destination_that_is_none_is_refused_for_every_mail() {
        let about_the_address = |words: &str| {
            let delivery = refusal(format!("permanent error {words}"), "gone@example.org");
            matches!(delivery, Delivery::NoSuchAddress(_))
        };
        for words in [
            "(550): 5.1.1 <gone@example.org>: Recipient address rejected: User unknown",
            "(550): 5.1.10 no such domain",
            "(550): 5.2.1 the mailbox is disabled",
            "(550): <Gone@Example.org>: no such user here",
            "(553): gone@example.org is not known",
        ] {
            assert!(about_the_address(words), "{words}");
        }
        for words in [
            "(550): 5.7.1 gone@example.org: rejected as spam",
            "(550): 5.1.8 <darasa@darasa.test>: Sender address rejected",
            "(550): you may not send here",
            "(554): <gone@example.org>: transaction failed",
            "(535): 5.7.8 authentication failed",
            "(550)",
        ] {
            assert!(!about_the_address(words), "{words}");
        }
    }
}
