//! Following, confirming, choosing, stopping, and telling.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{
    mail::{Confirmation, Links, Notice},
    model::{SubjectKind, SubscribeInput, Subscription, SubscriptionId, SubscriptionStatus, Trace},
    store,
};
use crate::{
    accounts, audit,
    kit::{
        Error, Result,
        allowance::{self, Rule, Taken},
        db::{Sight, Transaction},
        mail::{
            MailTemplate,
            outbox::{self, Letter},
        },
        scope::OperationId,
        text::{Language, LocalizedText},
    },
};

/// How many questions one address gets, whatever it is asked about.
const QUESTIONS: Rule = Rule { kind: "subscription-question", most: 3, within: TimeDelta::hours(1) };
/// How many mails are written by one statement.
const CHUNK: usize = 500;
/// What the outbox keeps of a mail whose reader said stop before it went.
const STOPPED: &str = "the reader stopped these mails";

/// News of something that can be followed.
pub struct Event<'a, T> {
    /// The event: told again under the same id, nobody gets it twice.
    pub id: Uuid,
    /// What it is news of. Who follows several of them gets one mail, as a follower of the first.
    pub subjects: &'a [(SubjectKind, Uuid)],
    /// What there is to say.
    pub content: &'a T,
}

/// What the address behind a link wants from now on.
pub(super) struct Choice {
    pub(super) token: String,
    /// What it wants to go on following; the rest is stopped.
    pub(super) keep: Vec<SubscriptionId>,
    /// The language of its mails; none: as before.
    pub(super) language: Option<Language>,
}

/// Asks an address whether it wants to follow something. Whoever asks gets the same answer whether the address is new or known.
///
/// # Errors
/// When there is no such thing to follow, or the address is none.
pub(super) async fn subscribe(transaction: &mut Transaction, input: SubscribeInput) -> Result<bool> {
    let _keys = transaction.look_as(Sight::Keys);
    let (kind, id) = SubjectKind::of_id(&input.subject_id, "subjectId")?;
    let email = accounts::email(&input.email, "email")?;
    let subject = store::subject(transaction.conn(), kind, id).await?.ok_or_else(|| Error::not_found("subjectId"))?;
    let wanted = Subscription {
        id: transaction.new_id(),
        subject: subject.kind,
        subject_id: subject.id,
        operation_id: subject.operation_id,
        title: subject.title,
        email,
        language: input.language,
        token: transaction.tools().clock.secret(),
        status: SubscriptionStatus::Pending,
        created_at: transaction.now(),
    };
    let subscription = store::enter(transaction.conn(), &wanted).await?;
    if subscription.status == SubscriptionStatus::Pending {
        ask(transaction, &subscription, input.language).await?;
    }
    if subscription.id == wanted.id {
        record(transaction, "subscribe", &subscription, SubscriptionStatus::Pending).await?;
    }
    Ok(true)
}

/// Mails the question, at most once a day, and a few an hour to one address: otherwise anybody could fill a stranger's mailbox.
async fn ask(transaction: &Transaction, subscription: &Subscription, language: Language) -> Result<()> {
    let taken = allowance::take(transaction.conn(), QUESTIONS, &subscription.email, transaction.now()).await?;
    if taken != Taken::Granted {
        return Ok(());
    }
    let url = format!("{}/s/{}", transaction.tools().public_url, subscription.token);
    let template = Confirmation { title: subscription.title.clone(), url };
    let letter = Letter {
        recipient: &subscription.email,
        language,
        template: &template,
        unsubscribe_url: None,
        once_key: Some(format!("confirm:{}:{}", subscription.id, transaction.now().date_naive())),
    };
    outbox::post(transaction, letter).await?;
    Ok(())
}

/// The subscription behind a link.
pub(super) async fn behind(transaction: &mut Transaction, token: String) -> Result<Option<Subscription>> {
    let _keys = transaction.look_as(Sight::Keys);
    store::by_token(transaction.conn(), &token).await
}

/// Everything that the address behind a link follows.
pub(super) async fn followed(transaction: &mut Transaction, email: String) -> Result<Vec<Subscription>> {
    let _keys = transaction.look_as(Sight::Keys);
    store::of_address(transaction.conn(), &email).await
}

/// Says yes by the link of the mail. Gives the subscription as it is then: one that was stopped stays so, because an old mail must not undo it.
pub(super) async fn confirm(transaction: &mut Transaction, token: String) -> Result<Option<Subscription>> {
    let _keys = transaction.look_as(Sight::Keys);
    let Some(mut subscription) = store::lock_by_token(transaction.conn(), &token).await? else { return Ok(None) };
    if subscription.status == SubscriptionStatus::Pending {
        store::confirm(transaction.conn(), &[subscription.id], transaction.now()).await?;
        record(transaction, "confirm", &subscription, SubscriptionStatus::Confirmed).await?;
        subscription.status = SubscriptionStatus::Confirmed;
    }
    Ok(Some(subscription))
}

/// Says yes by the link of the mail, and tells whether there is such a link. For readers who are no browser.
///
/// # Errors
/// When it cannot be written.
pub async fn confirm_by_link(transaction: &mut Transaction, token: String) -> Result<bool> {
    Ok(confirm(transaction, token).await?.is_some())
}

/// Says stop by the link of a mail. What waits in the outbox is taken back.
pub(super) async fn stop(transaction: &mut Transaction, token: String) -> Result<Option<Subscription>> {
    let _keys = transaction.look_as(Sight::Keys);
    let Some(mut subscription) = store::lock_by_token(transaction.conn(), &token).await? else { return Ok(None) };
    if subscription.status != SubscriptionStatus::Stopped {
        stop_all(transaction, &[&subscription]).await?;
        subscription.status = SubscriptionStatus::Stopped;
    }
    Ok(Some(subscription))
}

/// Keeps, wakes and stops what an address follows, and sets its language. Holding a link proves that one reads the address's mail.
pub(super) async fn choose(transaction: &mut Transaction, choice: Choice) -> Result<Option<Subscription>> {
    let _keys = transaction.look_as(Sight::Keys);
    let Some(by) = store::by_token(transaction.conn(), &choice.token).await? else { return Ok(None) };
    let all = store::lock_of_address(transaction.conn(), &by.email).await?;
    let (kept, dropped): (Vec<_>, Vec<_>) = all.iter().partition(|one| choice.keep.contains(&one.id));
    let woken: Vec<_> = kept.into_iter().filter(|one| one.status != SubscriptionStatus::Confirmed).collect();
    let dropped: Vec<_> = dropped.into_iter().filter(|one| one.status != SubscriptionStatus::Stopped).collect();
    if !woken.is_empty() {
        let ids: Vec<_> = woken.iter().map(|subscription| subscription.id).collect();
        store::confirm(transaction.conn(), &ids, transaction.now()).await?;
        for subscription in woken {
            record(transaction, "confirm", subscription, SubscriptionStatus::Confirmed).await?;
        }
    }
    if !dropped.is_empty() {
        stop_all(transaction, &dropped).await?;
    }
    if let Some(language) = choice.language {
        store::set_language(transaction.conn(), &by.email, language).await?;
    }
    store::by_token(transaction.conn(), &choice.token).await
}

async fn stop_all(transaction: &Transaction, subscriptions: &[&Subscription]) -> Result<()> {
    let ids: Vec<_> = subscriptions.iter().map(|subscription| subscription.id).collect();
    let waiting = store::stop(transaction.conn(), &ids, transaction.now()).await?;
    outbox::withdraw(transaction, &waiting, STOPPED).await?;
    for subscription in subscriptions {
        record(transaction, "stop", subscription, SubscriptionStatus::Stopped).await?;
    }
    Ok(())
}

async fn record(
    transaction: &Transaction,
    action: &'static str,
    subscription: &Subscription,
    status: SubscriptionStatus,
) -> Result<()> {
    let change = audit::Change::new(action, subscription.id)
        .in_operation(subscription.operation_id)
        .to(&Trace { status, ..Trace::from(subscription) })?;
    audit::record(transaction, change).await
}

/// Tells everyone who follows something of an event: one mail per address that said yes, in its language, once. Says how many mails that were.
///
/// # Errors
/// When the mails cannot be written; then none is, and the event itself should not last either.
pub async fn tell<T: MailTemplate + Clone>(transaction: &mut Transaction, event: Event<'_, T>) -> Result<usize> {
    let mut readers = store::to_be_told(transaction.conn(), event.id, event.subjects).await?;
    let place = |reader: &Subscription| {
        event.subjects.iter().position(|subject| *subject == (reader.subject, reader.subject_id))
    };
    readers.sort_by(|one, other| one.email.cmp(&other.email).then_with(|| place(one).cmp(&place(other))));
    readers.dedup_by(|later, earlier| later.email == earlier.email);
    let mut told = (Vec::new(), Vec::new());
    for readers in readers.chunks(CHUNK) {
        let notices: Vec<_> = readers.iter().map(|reader| notice(transaction, &event, reader)).collect();
        let letters: Vec<_> =
            readers.iter().zip(&notices).map(|(reader, notice)| letter(&event, reader, notice)).collect();
        let messages = outbox::post_many(transaction, &letters).await?;
        let posted = readers.iter().zip(messages).filter_map(|(reader, message)| Some((reader.id, message?)));
        told.extend(posted);
    }
    let count = told.0.len();
    store::note_told(transaction.conn(), event.id, told, transaction.now()).await?;
    Ok(count)
}

/// A reminder to somebody who has to do with something.
pub struct Nudge<T> {
    /// The address.
    pub email: String,
    /// The reader's language.
    pub language: Language,
    /// What there is to say.
    pub content: T,
    /// At most one mail goes out per value.
    pub once_key: String,
}

/// What reminders are of.
pub struct Nudging {
    /// The plan.
    pub plan: Uuid,
    /// Its operation.
    pub operation: OperationId,
    /// What it is called.
    pub title: LocalizedText,
}

/// Reminds people, each with a link by which they stop it; who stopped it gets nothing, and neither does one with the same `once_key` twice. Gives
/// the mail of each, in their order.
///
/// # Errors
/// When the mails cannot be written; then none is.
pub async fn nudge<T: MailTemplate + Clone>(
    transaction: &Transaction,
    about: &Nudging,
    nudges: &[Nudge<T>],
) -> Result<Vec<Option<Uuid>>> {
    if nudges.is_empty() {
        return Ok(Vec::new());
    }
    let _program = transaction.look_as(Sight::Program);
    let wanted = nudges.iter().map(|nudge| Subscription {
        id: transaction.new_id(),
        subject: SubjectKind::Reminders,
        subject_id: about.plan,
        operation_id: about.operation,
        title: about.title.clone(),
        email: nudge.email.to_lowercase(),
        language: nudge.language,
        token: transaction.tools().clock.secret(),
        status: SubscriptionStatus::Confirmed,
        created_at: transaction.now(),
    });
    let wanted: Vec<_> = wanted.collect();
    let found = store::enrol(transaction.conn(), &wanted).await?;
    let of = |nudge: &Nudge<T>| {
        let email = nudge.email.to_lowercase();
        found.iter().find(move |one| one.email == email && one.status == SubscriptionStatus::Confirmed)
    };
    let going: Vec<_> = nudges.iter().filter_map(|nudge| Some((nudge, of(nudge)?))).collect();
    let event = transaction.new_uuid();
    let notices: Vec<_> = going
        .iter()
        .map(|(nudge, reader)| {
            notice(transaction, &Event { id: event, subjects: &[], content: &nudge.content }, reader)
        })
        .collect();
    let letters: Vec<_> = going
        .iter()
        .zip(&notices)
        .map(|((nudge, _), notice)| Letter {
            recipient: &nudge.email,
            language: nudge.language,
            template: notice,
            unsubscribe_url: Some(notice.links.stop.clone()),
            once_key: Some(nudge.once_key.clone()),
        })
        .collect();
    let messages = outbox::post_many(transaction, &letters).await?;
    let told = going.iter().zip(&messages).filter_map(|((_, reader), message)| Some((reader.id, (*message)?)));
    store::note_told(transaction.conn(), event, told.unzip(), transaction.now()).await?;
    let mut messages = messages.into_iter();
    Ok(nudges.iter().map(|nudge| of(nudge).and_then(|_| messages.next().flatten())).collect())
}

fn notice<T: Clone>(transaction: &Transaction, event: &Event<'_, T>, reader: &Subscription) -> Notice<T> {
    let base = &transaction.tools().public_url;
    let links = Links { stop: format!("{base}/u/{}", reader.token), choose: format!("{base}/n/{}", reader.token) };
    Notice { content: event.content.clone(), title: reader.title.clone(), links }
}

fn letter<'a, T>(event: &Event<'_, T>, reader: &'a Subscription, notice: &'a Notice<T>) -> Letter<'a, Notice<T>> {
    Letter {
        recipient: &reader.email,
        language: reader.language,
        template: notice,
        unsubscribe_url: Some(notice.links.stop.clone()),
        once_key: Some(format!("{}:{}", event.id, reader.email)),
    }
}
