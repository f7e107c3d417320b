//! Rating what a draft looks at, and the evidence for it.

use std::collections::HashSet;

use super::{
    found::Found,
    model::{
        self, AddEvidenceInput, Checklist, ChecklistId, ChecklistRatingInput, Evidence, EvidenceId, RateChecklistInput,
        RatingRow, RemoveEvidenceInput,
    },
    policy,
    service::{self, LONGEST_NOTE},
    store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        files::{self, FileId},
        scope::Scoped,
        text::web_address,
    },
    standards::score::Rating,
};

/// How many ratings one request may hold.
const MOST_RATINGS: usize = 500;
/// How many pieces of evidence one checklist may have.
const MOST_EVIDENCE: i64 = 500;
/// The longest name of a role or organisation.
const LONGEST_ROLE: usize = 200;

/// Rates what a draft looks at.
pub(super) async fn rate(transaction: &mut Transaction, input: RateChecklistInput) -> Result<Checklist> {
    let id = ChecklistId::parse(&input.checklist_id, "checklistId")?;
    let checklist = policy::load_for(transaction, Action::EditChecklist, id, "checklistId").await?;
    checklist.require_draft("checklistId")?;
    transaction.check_version(checklist.version, input.base_version)?;
    if !(1..=MOST_RATINGS).contains(&input.ratings.len()) {
        let message = format!("send 1 to {MOST_RATINGS} ratings at a time");
        return Err(Error::invalid("ratings", "ratings-count", message));
    }
    let found = found(transaction, id).await?;
    let mut seen = HashSet::new();
    let mut rows = Vec::with_capacity(input.ratings.len());
    for (index, rating) in input.ratings.iter().enumerate() {
        let row = row(id, &found, rating, index)?;
        if !seen.insert(row.code.clone()) {
            let message = format!("{} is rated twice in this request; keep one", row.code);
            return Err(Error::invalid(format!("ratings[{index}].code"), "rating-twice", message));
        }
        rows.push(row);
    }
    store::rate(transaction.conn(), &rows).await?;
    let before: Vec<_> = rows.iter().filter_map(|row| found.item(&row.code)).map(|(_, item)| rated(item)).collect();
    let change = audit::Change::new("rate", id).in_operation(checklist.operation_id).from(&before)?.to(&rows)?;
    audit::record(transaction, change).await?;
    service::count_change(transaction, checklist).await
}

/// How an item was rated, without its text: that is its publisher's and stays in one place.
fn rated(item: &super::found::FoundItem) -> serde_json::Value {
    serde_json::json!({ "code": item.code, "rating": item.rating, "reason": item.reason, "note": item.note })
}

async fn found(transaction: &Transaction, id: ChecklistId) -> Result<Found> {
    let found = store::found(transaction.conn(), &[id]).await?.pop();
    Ok(found.ok_or_else(|| Error::bug("a checklist that found nothing"))?.1)
}

fn row(id: ChecklistId, found: &Found, input: &ChecklistRatingInput, index: usize) -> Result<RatingRow> {
    let at = |field: &str| format!("ratings[{index}].{field}");
    let (standard, item) = find(found, &input.code, at("code"))?;
    let reason = model::said_optional(input.reason.as_deref(), LONGEST_NOTE, at("reason"))?;
    match (input.rating, &reason) {
        (Rating::NotApplicable, None) => {
            let message = format!("say why {} is not applicable", item.code);
            return Err(Error::invalid(at("reason"), "rating-reason-missing", message));
        }
        (Rating::NotApplicable, Some(_)) | (_, None) => {}
        (_, Some(_)) => {
            let message = "a reason is for what is not applicable; write what was seen as a note";
            return Err(Error::invalid(at("reason"), "rating-reason", message));
        }
    }
    Ok(RatingRow {
        checklist_id: id,
        code: item.code.clone(),
        standard_id: standard.id,
        rating: input.rating,
        reason,
        note: model::said_optional(input.note.as_deref(), LONGEST_NOTE, at("note"))?,
    })
}

/// What is rated under a code.
fn find<'f>(
    found: &'f Found,
    code: &str,
    field: String,
) -> Result<(&'f super::found::FoundStandard, &'f super::found::FoundItem)> {
    let code = code.trim();
    if let Some(found) = found.item(code) {
        return Ok(found);
    }
    if let Some(standard) = found.standards.iter().find(|standard| standard.code == code) {
        let first = standard.items.first().map_or("", |item| item.code.as_str());
        let message = format!("the key actions of {code} were read in; rate each of them, from {first} on");
        return Err(Error::invalid(field, "rating-by-key-action", message));
    }
    let message = "this code is not rated in this checklist; take one from its `standards { items { code } }`";
    Err(Error::invalid(field, "rating-code-unknown", message))
}

/// Adds a piece of evidence to a draft.
pub(super) async fn add_evidence(transaction: &mut Transaction, input: AddEvidenceInput) -> Result<Evidence> {
    let id = ChecklistId::parse(&input.checklist_id, "checklistId")?;
    let file = FileId::parse_optional(input.file_id.as_ref(), "fileId")?;
    let checklist = policy::load_for(transaction, Action::EditChecklist, id, "checklistId").await?;
    checklist.require_draft("checklistId")?;
    if store::evidence_of(transaction.conn(), id).await? >= MOST_EVIDENCE {
        let message = format!("a checklist has at most {MOST_EVIDENCE} pieces of evidence; put some together");
        return Err(Error::conflict("evidence-count", message).at("checklistId"));
    }
    let found = found(transaction, id).await?;
    let evidence = Evidence {
        id: input.id.map_or_else(|| transaction.new_id(), EvidenceId::from_uuid),
        checklist_id: id,
        code: find(&found, &input.code, "code".to_owned())?.1.code.clone(),
        kind: input.kind,
        url: input.url.as_deref().map(|url| web_address(url, "url")).transpose()?,
        file_id: file,
        collected_on: input.collected_on,
        collected_by: model::said(&input.collected_by, LONGEST_ROLE, "collectedBy")?,
        note: model::said_optional(input.note.as_deref(), LONGEST_NOTE, "note")?,
        created_at: transaction.now(),
    };
    check_evidence(&evidence)?;
    service::check_day(transaction, checklist.operation_id, evidence.collected_on, "collectedOn").await?;
    if let Some(file) = file {
        files::load_file(transaction.conn(), transaction.viewer(), file, "fileId").await?;
        files::assign(transaction, file, &checklist.scope()).await?;
    }
    store::insert_evidence(transaction.conn(), &evidence).await?;
    let change = audit::Change::new("create", evidence.id).in_operation(checklist.operation_id).to(&evidence)?;
    audit::record(transaction, change).await?;
    service::count_change(transaction, checklist).await?;
    Ok(evidence)
}

/// A thing lies somewhere, and only there; what was seen or told is at least written down.
fn check_evidence(evidence: &Evidence) -> Result<()> {
    match (&evidence.url, evidence.file_id) {
        (Some(_), Some(_)) => {
            let message = "give an address or a file, not both";
            Err(Error::invalid("fileId", "evidence-two-places", message))
        }
        (None, None) if evidence.kind.lies_somewhere() => {
            let message = format!("a {} lies somewhere: give its address, or send it and give the file", evidence.kind);
            Err(Error::invalid("url", "evidence-place-missing", message))
        }
        (None, None) if evidence.note.is_none() => {
            Err(Error::invalid("note", "evidence-note-missing", "write down what was seen or told"))
        }
        _ => Ok(()),
    }
}

/// Takes a piece of evidence out of a draft.
pub(super) async fn remove_evidence(transaction: &mut Transaction, input: RemoveEvidenceInput) -> Result<Checklist> {
    const FIELD: &str = "evidenceId";
    let id = EvidenceId::parse(&input.evidence_id, FIELD)?;
    let evidence = store::evidence(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let checklist = policy::load_for(transaction, Action::EditChecklist, evidence.checklist_id, FIELD).await?;
    checklist.require_draft(FIELD)?;
    if !store::remove_evidence(transaction.conn(), id).await? {
        return Err(Error::not_found(FIELD));
    }
    let change = audit::Change::new("remove", id).in_operation(checklist.operation_id).from(&evidence)?;
    audit::record(transaction, change).await?;
    service::count_change(transaction, checklist).await
}
