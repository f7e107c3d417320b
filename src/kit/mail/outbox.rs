//! The outbox: mails are written in the transaction of their event and handed to a relay afterwards.
//!
//! SMTP cannot be exactly-once. What is promised: no mail is lost, and a mail that goes twice (the relay went silent after the data, or the
//! program died before it could note the success) goes under the same Message-ID both times.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::{StreamExt, stream::FuturesUnordered};
use tokio::time::timeout;
use uuid::Uuid;

pub use super::store::Tally;
use super::{
    MailTemplate, Templates,
    store::{self, Claimed, NewMessages, Outcome},
    transport::{Delivery, Envelope, Transport},
};
use crate::kit::{
    Call, Error, Result,
    db::{Conn, Db, Sight, Transaction},
    jobs,
    stop::Stop,
    text::Language,
};

/// A mail that is given up after this long.
const GIVE_UP_AFTER: TimeDelta = TimeDelta::hours(72);
/// How long a worker may be silent before another sends its mails again.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// A lease that has less than this left is renewed before the next mail: longer than one mail can take.
const RENEW_BELOW: TimeDelta = TimeDelta::seconds(60);
/// How long handing over one mail may take from end to end; a relay has 20 s for each step of it.
const DELIVER_WITHIN: Duration = Duration::from_secs(45);
/// How many mails are claimed at once.
const BATCH: i64 = 200;
/// How many mails may be with the relay and not noted yet: so many go twice, under the same Message-ID, when the program dies in between.
const UNNOTED: usize = 50;
/// How many mails are at the relay at once. Relays take a few connections from one sender, and most of a mail's time is waiting for answers.
const AT_ONCE: usize = 8;

/// A mail to one recipient.
pub struct Letter<'a, T> {
    /// The address.
    pub recipient: &'a str,
    /// The reader's language.
    pub language: Language,
    /// What it says.
    pub template: &'a T,
    /// Where one click stops such mails, for mails of a subscription.
    pub unsubscribe_url: Option<String>,
    /// At most one mail goes out per value: the event and the recipient.
    pub once_key: Option<String>,
}

/// A file that goes with a mail.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Its name, in plain letters.
    pub name: String,
    /// Its type.
    pub media_type: String,
    /// The content.
    pub content: Vec<u8>,
}

/// How much may go with one mail: relays refuse mails of more than 10 MB, and the way through them makes a third more of it.
pub const MOST_ATTACHED: usize = 6 << 20;

/// Puts files to a mail that was left in the outbox in this transaction.
///
/// # Errors
/// When they are too much for a mail ([`MOST_ATTACHED`]), or cannot be written.
pub async fn attach(transaction: &Transaction, message: Uuid, files: Vec<Attachment>) -> Result<()> {
    if files.iter().map(|file| file.content.len()).sum::<usize>() > MOST_ATTACHED {
        return Err(Error::bug("more was to be attached to a mail than a relay takes"));
    }
    if files.is_empty() {
        return Ok(());
    }
    let _program = transaction.look_as(Sight::Program);
    store::attach(transaction.conn(), message, files).await
}

/// How these mails stand.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn tally(call: &Call, ids: &[Uuid]) -> Result<Tally> {
    // Numbers, and none of the addresses or texts; the caller has asked the policy.
    let db = Db::new(std::sync::Arc::clone(call.db.pools()), Sight::Program);
    store::tally(db.conn().await?, ids).await
}

/// Leaves a mail in the outbox and gives its id, or none when the same `once_key` was there before.
///
/// # Errors
/// When it cannot be written.
pub async fn post<T: MailTemplate>(transaction: &Transaction, letter: Letter<'_, T>) -> Result<Option<Uuid>> {
    Ok(post_many(transaction, &[letter]).await?.pop().flatten())
}

/// Leaves many mails in the outbox, by one statement. Gives the id of each in the order of `letters`, or none where the same `once_key` was
/// there before.
///
/// # Errors
/// When they cannot be written; then none is.
pub async fn post_many<T: MailTemplate>(
    transaction: &Transaction,
    letters: &[Letter<'_, T>],
) -> Result<Vec<Option<Uuid>>> {
    let mut columns = NewMessages::default();
    for letter in letters {
        columns.ids.push(transaction.new_uuid());
        columns.recipients.push(letter.recipient.to_lowercase());
        columns.languages.push(letter.language);
        columns.payloads.push(serde_json::to_value(letter.template).map_err(Error::internal)?);
        columns.unsubscribe_urls.push(letter.unsubscribe_url.clone());
        columns.once_keys.push(letter.once_key.clone());
    }
    let ids = columns.ids.clone();
    // Whoever brings a mail about does not see what lies in the outbox.
    let _program = transaction.look_as(Sight::Program);
    let written = store::insert(transaction.conn(), T::NAME, columns, transaction.now()).await?;
    Ok(ids.into_iter().map(|id| written.contains(&id).then_some(id)).collect())
}

/// Takes mails back that have not been handed to a relay yet.
///
/// # Errors
/// When the outbox cannot be written.
pub async fn withdraw(transaction: &Transaction, ids: &[Uuid], why: &str) -> Result<()> {
    let _program = transaction.look_as(Sight::Program);
    store::withdraw(transaction.conn(), ids, why).await
}

/// How many mails have neither been sent nor given up.
///
/// # Errors
/// When the outbox cannot be read.
pub async fn waiting(conn: Conn<'_>) -> Result<u32> {
    store::waiting(conn).await
}

/// Sends what is due and says how many mails were tried. After the order to stop it begins none, and gives back what it holds.
///
/// # Errors
/// When the outbox cannot be read or written. A relay's refusal is kept with the mail.
pub async fn dispatch(call: &Call, templates: &Templates, transport: &Transport, stop: &Stop) -> Result<usize> {
    let mut tried = 0;
    while !stop.is_ordered() {
        let now = call.tools.clock.now();
        let mut claimed = store::claim(call.db.conn().await?, now, now + LEASE, BATCH).await?;
        if claimed.is_empty() {
            break;
        }
        // In the order in which they were written: an update gives its rows in any.
        claimed.sort_by_key(|message| (message.created_at, message.id));
        tried += send_batch(call, templates, transport, stop, claimed, now + LEASE).await?;
    }
    Ok(tried)
}

/// Sends the mails of a batch, a few at a time, and keeps the lease on those that were not noted yet. What the relay says while the database
/// notes what it said before is noted together, so that a mail does not cost a commit, and no relay waits for one.
async fn send_batch(
    call: &Call,
    templates: &Templates,
    transport: &Transport,
    stop: &Stop,
    batch: Vec<Claimed>,
    mut lease: DateTime<Utc>,
) -> Result<usize> {
    let (mut begun, mut ended) = (0, Vec::new());
    let (mut at_relay, mut noting) = (FuturesUnordered::new(), FuturesUnordered::new());
    loop {
        while begun < batch.len() && at_relay.len() < AT_ONCE && ended.len() < UNNOTED && !stop.is_ordered() {
            let now = call.tools.clock.now();
            if lease - now < RENEW_BELOW {
                lease = now + LEASE;
                store::renew(call.db.conn().await?, &batch, lease).await?;
            }
            let message = &batch[begun];
            at_relay.push(async move { (message, try_to_send(call, templates, transport, stop, message).await) });
            begun += 1;
        }
        tokio::select! {
            Some(one) = at_relay.next() => ended.push(one),
            Some(noted) = noting.next() => noted?,
            else => break,
        }
        if noting.is_empty() && !ended.is_empty() {
            let ended = std::mem::take(&mut ended);
            noting.push(async move { store::record(call.db.conn().await?, &ended).await });
        }
    }
    if begun < batch.len() {
        store::release(call.db.conn().await?, &batch[begun..], call.tools.clock.now()).await?;
    }
    Ok(begun)
}

/// What becomes of a mail at the relay, or that it may have it, when the program must end before the relay has spoken.
async fn try_to_send(
    call: &Call,
    templates: &Templates,
    transport: &Transport,
    stop: &Stop,
    message: &Claimed,
) -> Outcome {
    let reason = || "the program was stopped while the relay had the mail".to_owned();
    tokio::select! {
        outcome = send(call, templates, transport, message) => outcome,
        () = stop.overdue() => Outcome::Again { at: call.tools.clock.now(), reason: reason(), unknown: true },
    }
}

async fn send(call: &Call, templates: &Templates, transport: &Transport, message: &Claimed) -> Outcome {
    let now = call.tools.clock.now();
    if message.suppressed {
        return Outcome::Suppressed;
    }
    let rendered = match templates.render(&message.template, &message.payload, &call.tools.texts, message.language) {
        Ok(rendered) => rendered,
        Err(error) => return Outcome::Failed(format!("the mail could not be written: {error}")),
    };
    let attached = match files_of(call, message).await {
        Ok(attached) => attached,
        Err(error) => {
            let at = now + jobs::pause(message.attempts);
            return Outcome::Again {
                at,
                reason: format!("what goes with it could not be read: {error}"),
                unknown: false,
            };
        }
    };
    let envelope = Envelope {
        id: message.id,
        recipient: &message.recipient,
        language: message.language,
        date: message.created_at,
        unsubscribe_url: message.unsubscribe_url.as_deref(),
        rendered: &rendered,
        attached: &attached,
    };
    let late = now - message.created_at > GIVE_UP_AFTER;
    let again = now + jobs::pause(message.attempts);
    let slow = |_| Delivery::Unknown("the relay took too long".to_owned());
    match timeout(DELIVER_WITHIN, transport.deliver(&envelope)).await.unwrap_or_else(slow) {
        Delivery::Taken => Outcome::Sent(call.tools.clock.now()),
        Delivery::Refused(reason) => Outcome::Failed(reason),
        Delivery::NoSuchAddress(reason) => Outcome::Bounced { at: now, reason },
        Delivery::Later(reason) | Delivery::Unknown(reason) if late => Outcome::Failed(reason),
        Delivery::Later(reason) => Outcome::Again { at: again, reason, unknown: false },
        Delivery::Unknown(reason) => Outcome::Again { at: again, reason, unknown: true },
    }
}

async fn files_of(call: &Call, message: &Claimed) -> Result<Vec<Attachment>> {
    if !message.has_files {
        return Ok(Vec::new());
    }
    store::attached(call.db.conn().await?, message.id).await
}
