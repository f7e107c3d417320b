//! Publishes editions: gathers, freezes, numbers and hashes what an appeal says on a day, and lets those know who follow it.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    edition::EditionInputs,
    gather::gather,
    jobs::AnnounceEdition,
    model::{self, Appeal, Edition, PublishEditionInput},
    policy, service, store,
};
use crate::{
    audit,
    kit::{Error, Result, auth::Action, db::Transaction, jobs},
};

/// What the figures of an edition hold: what it says, and what of it differs from the edition before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Everything that it says.
    #[serde(flatten)]
    pub says: EditionInputs,
    /// What differs from the edition before; empty for the first.
    pub changes: Vec<HeadlineChange>,
}

/// A headline figure that differs from the edition before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadlineChange {
    /// Which figure.
    pub figure: String,
    /// What the edition before said.
    pub before: Option<Decimal>,
    /// What this one says.
    pub after: Option<Decimal>,
}

/// Publishes the next edition of an appeal.
pub(super) async fn publish(transaction: &mut Transaction, input: PublishEditionInput) -> Result<Edition> {
    let appeal = policy::load_for_edit(transaction, Action::Publish, &input.appeal_id, "appealId").await?;
    let published_by = transaction.viewer().require_user()?;
    let last = store::edition_of(transaction.conn(), appeal.id, None).await?;
    check_day(transaction, last.as_ref(), input.as_of)?;
    let revised = requirement_was_revised(transaction, &appeal, input.as_of).await?;
    let status = appeal.status.after_edition(revised)?;
    let number = last.as_ref().map_or(1, |last| last.number + 1);
    let says = gather(transaction.conn(), &appeal, number, input.as_of, transaction.now()).await?;
    let before: Option<Figures> =
        last.map(|last| serde_json::from_value(last.figures)).transpose().map_err(Error::internal)?;
    let changes = before.map(|before| changes(&before.says, &says)).unwrap_or_default();
    let figures = serde_json::to_value(Figures { says, changes }).map_err(Error::internal)?;
    let note = input.note.map(|note| model::reason(&note, "note")).transpose()?;
    let edition = Edition {
        id: transaction.new_id(),
        operation_id: appeal.operation_id,
        appeal_id: appeal.id,
        number,
        as_of: input.as_of,
        published_at: transaction.now(),
        published_by,
        hash: hash(&figures)?,
        figures,
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
    Ok(edition)
}

/// An edition speaks of a day that has come, and not of an earlier one than the edition before.
fn check_day(transaction: &Transaction, last: Option<&Edition>, as_of: NaiveDate) -> Result<()> {
    if as_of > transaction.now().date_naive() {
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

/// Whether the requirement that holds on the day is another than that of the first edition.
async fn requirement_was_revised(transaction: &Transaction, appeal: &Appeal, as_of: NaiveDate) -> Result<bool> {
    let conn = transaction.conn();
    let Some(first) = store::first_edition(conn, appeal.id).await? else { return Ok(false) };
    let first: Figures = serde_json::from_value(first.figures).map_err(Error::internal)?;
    let holds = store::revision_on(conn, appeal.id, as_of).await?.map(|revision| revision.number);
    Ok(holds != first.says.money.revision)
}

/// The headline figures that differ.
fn changes(before: &EditionInputs, after: &EditionInputs) -> Vec<HeadlineChange> {
    let headline = |says: &EditionInputs| {
        [
            ("inNeed", says.in_need),
            ("target", says.target),
            ("reached", says.reached),
            ("requirement", says.money.requirement),
            ("funded", says.money.funded),
            ("pledged", says.money.pledged),
        ]
    };
    let pairs = headline(before).into_iter().zip(headline(after));
    pairs
        .filter(|((_, before), (_, after))| before != after)
        .map(|((figure, before), (_, after))| HeadlineChange { figure: figure.to_owned(), before, after })
        .collect()
}

/// SHA-256 of figures in canonical form: without blanks, the names of every object in order of their bytes.
///
/// # Errors
/// When they cannot be written.
pub fn hash(figures: &serde_json::Value) -> Result<Vec<u8>> {
    // The map of `serde_json` is sorted by name, so what it writes is canonical; a test holds it to that.
    Ok(Sha256::digest(serde_json::to_vec(figures).map_err(Error::internal)?).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_does_not_depend_on_the_order_in_which_names_were_written() {
        let one: serde_json::Value = serde_json::from_str(r#"{"b":[{"d":"1.50","c":null}],"a":1}"#).expect("JSON");
        let other: serde_json::Value =
            serde_json::from_str(r#"{ "a": 1, "b": [ {"c": null, "d": "1.50"} ] }"#).expect("JSON");
        assert_eq!(one.to_string(), r#"{"a":1,"b":[{"c":null,"d":"1.50"}]}"#);
        assert_eq!(hash(&one).expect("a hash"), hash(&other).expect("a hash"));
    }
}
