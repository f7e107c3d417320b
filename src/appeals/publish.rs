//! Publishes editions: gathers, freezes, numbers and hashes what an appeal says on a day, and lets those know who follow it.

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    figures::{ChangeOfFigure, EditionFigures, PublicCount},
    gather::gather,
    jobs::AnnounceEdition,
    model::{self, Appeal, AppealId, Edition, PublishEditionInput},
    policy, service, store,
};
use crate::{
    audit, clusters,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        events::{self, Topic},
        jobs,
    },
};

/// Publishes the next edition of an appeal.
///
/// # Errors
/// When the viewer may not, the appeal is archived, its plan or the needs that it answers are not published, or the day is to come or before that
/// of the last edition.
pub async fn publish(transaction: &mut Transaction, input: PublishEditionInput) -> Result<Edition> {
    let appeal = policy::load_for_edit(transaction, Action::Publish, &input.appeal_id, "appealId").await?;
    let published_by = transaction.viewer().require_user()?;
    let last = store::edition_of(transaction.conn(), appeal.id, None).await?;
    check_day(transaction, &appeal, last.as_ref(), input.as_of).await?;
    let status = appeal.status.after_edition(was_revised(transaction, &appeal, input.as_of).await?)?;
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    let note = input.note.map(|note| model::reason(&note, "note")).transpose()?;
    let mut figures = gather(transaction, &appeal, number, input.as_of).await?;
    figures.note.clone_from(&note);
    if let Some(last) = last {
        let before = read(last.figures)?;
        figures.previous = Some(last.number);
        figures.changes = changes(&before, &figures);
    }
    let edition = Edition {
        id: transaction.new_id(),
        operation_id: appeal.operation_id,
        appeal_id: appeal.id,
        number,
        as_of: input.as_of,
        published_at: transaction.now(),
        published_by,
        hash: figures.hash()?,
        figures: figures.to_json()?,
        note,
    };
    store::insert_edition(transaction.conn(), &edition).await?;
    let what = serde_json::json!({ "appeal": appeal.code, "number": number, "sha256": hex::encode(&edition.hash) });
    let change = audit::Change::new("publish", edition.id).in_operation(appeal.operation_id).to(&what)?;
    audit::record(transaction, change).await?;
    if status != appeal.status {
        service::save(transaction, "publish", &appeal, Appeal { status, ..appeal.clone() }).await?;
    }
    jobs::enqueue(transaction, &AnnounceEdition { edition_id: edition.id }).await?;
    events::tell(transaction, &publications_of(appeal.id), edition.id.uuid()).await?;
    Ok(edition)
}

/// The topic of an appeal's editions.
pub(super) fn publications_of(appeal: AppealId) -> Topic {
    Topic::new("edition-published", appeal.uuid())
}

/// The figures of a stored edition.
pub(super) fn read(figures: Value) -> Result<EditionFigures> {
    serde_json::from_value(figures).map_err(Error::internal)
}

/// An edition speaks of a day that has come where the operation works, and not of an earlier one than the edition before.
async fn check_day(transaction: &Transaction, appeal: &Appeal, last: Option<&Edition>, as_of: NaiveDate) -> Result<()> {
    let operation = clusters::operation(transaction.conn(), appeal.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("an appeal without its operation"))?;
    if as_of > operation.day(transaction.now())? {
        let message = "an edition cannot speak of a day to come; choose today or an earlier day";
        return Err(Error::invalid("asOf", "edition-as-of-future", message));
    }
    match last {
        Some(last) if as_of < last.as_of => {
            let message = format!("edition {} speaks of {}; choose that day or a later one", last.number, last.as_of);
            Err(Error::invalid("asOf", "edition-as-of-earlier", message))
        }
        _ => Ok(()),
    }
}

/// Whether the requirement that holds on the day was stated after the first edition.
async fn was_revised(transaction: &Transaction, appeal: &Appeal, as_of: NaiveDate) -> Result<bool> {
    let Some(first) = store::first_edition(transaction.conn(), appeal.id).await? else { return Ok(false) };
    let holds = store::revision_on(transaction.conn(), appeal.id, as_of).await?;
    Ok(holds.is_some_and(|revision| revision.created_at > first.published_at))
}

/// The headline figures that differ from those of the edition before.
fn changes(before: &EditionFigures, after: &EditionFigures) -> Vec<ChangeOfFigure> {
    let headline = |figures: &EditionFigures| -> [(&str, PublicCount); 6] {
        let (people, money) = (&figures.people, &figures.money);
        [
            ("people.inNeed", people.in_need.into()),
            ("people.targeted", people.targeted.into()),
            ("people.reached", people.reached),
            ("money.requirement", money.requirement.into()),
            ("money.funded", money.funded.into()),
            ("money.pledged", money.pledged.into()),
        ]
    };
    let pairs = headline(before).into_iter().zip(headline(after));
    let differing = pairs.filter(|((_, before), (_, after))| before != after);
    differing
        .map(|((figure, before), (_, after))| ChangeOfFigure { figure: figure.to_owned(), before, after })
        .collect()
}
