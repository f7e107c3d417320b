//! Making an edition fit a country.

use std::collections::HashSet;

use super::{
    model::{
        ContextualItem, Contextualisation, ContextualisationId, ContextualisationStep, SetContextualItemsInput,
        StartContextualisationInput, UpdateContextualisationInput,
    },
    policy, store,
};
use crate::{
    audit, clusters,
    kit::{
        Error, Result,
        db::Transaction,
        files::{self, FileId},
        graphql::localized,
        scope::{OperationId, Scoped},
        text::web_address,
    },
    standards::frameworks::{self, FrameworkId},
};

/// How much one request may say.
const MOST_ITEMS: usize = 500;
/// The longest threshold.
const LONGEST_THRESHOLD: usize = 500;

/// Begins a contextualisation at its first step.
pub(super) async fn start(
    transaction: &mut Transaction,
    input: StartContextualisationInput,
) -> Result<Contextualisation> {
    let operation = OperationId::parse(&input.operation_id, "operationId")?;
    let framework = FrameworkId::parse(&input.framework_id, "frameworkId")?;
    policy::may_start(transaction.viewer(), operation)?;
    clusters::operation(transaction.conn(), operation).await?.ok_or_else(|| Error::not_found("operationId"))?;
    let framework = frameworks::framework(transaction.conn(), framework).await?;
    let contextualisation = Contextualisation {
        id: input.id.map_or_else(|| transaction.new_id(), ContextualisationId::from_uuid),
        operation_id: operation,
        framework_id: framework.ok_or_else(|| Error::not_found("frameworkId"))?.id,
        step: ContextualisationStep::Mapping,
        adopted_on: None,
        url: None,
        file_id: None,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    store::insert(transaction.conn(), &contextualisation).await?;
    let change = audit::Change::new("create", contextualisation.id).in_operation(operation).to(&contextualisation)?;
    audit::record(transaction, change).await?;
    Ok(contextualisation)
}

/// Changes how far a contextualisation is.
pub(super) async fn update(
    transaction: &mut Transaction,
    input: UpdateContextualisationInput,
) -> Result<Contextualisation> {
    let id = ContextualisationId::parse(&input.contextualisation_id, "contextualisationId")?;
    let file = FileId::parse_optional(input.file_id.as_ref(), "fileId")?;
    let before = policy::load_for_edit(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    let url = input.url.as_deref().map(|url| web_address(url, "url")).transpose()?;
    let (url, file_id) = match (url, file) {
        (Some(_), Some(_)) => {
            return Err(Error::invalid("fileId", "document-two-places", "give an address or a file, not both"));
        }
        (None, None) => (before.url.clone(), before.file_id),
        given => given,
    };
    if let Some(file) = file {
        files::load_file(transaction.conn(), transaction.viewer(), file, "fileId").await?;
        files::assign(transaction, file, &before.scope()).await?;
    }
    let after = Contextualisation {
        step: input.step.unwrap_or(before.step),
        adopted_on: input.adopted_on.or(before.adopted_on),
        url,
        file_id,
        ..before.clone()
    };
    check_adoption(transaction, &after).await?;
    save(transaction, "update", &before, after).await
}

/// What is adopted is a document, and was adopted on a day that has come.
async fn check_adoption(transaction: &Transaction, contextualisation: &Contextualisation) -> Result<()> {
    let Some(day) = contextualisation.adopted_on else { return Ok(()) };
    let operation = clusters::operation(transaction.conn(), contextualisation.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("a contextualisation without its operation"))?;
    if day > operation.day(transaction.now())? {
        let message = "this day is to come; give today or an earlier day";
        return Err(Error::invalid("adoptedOn", "day-to-come", message));
    }
    if contextualisation.step < ContextualisationStep::Synthesis {
        let message = "only what was put together into one document is adopted: SYNTHESIS comes first";
        return Err(Error::invalid("adoptedOn", "contextualisation-step", message));
    }
    Ok(())
}

/// Says what standards mean here.
pub(super) async fn set_items(
    transaction: &mut Transaction,
    input: SetContextualItemsInput,
) -> Result<Contextualisation> {
    let id = ContextualisationId::parse(&input.contextualisation_id, "contextualisationId")?;
    let before = policy::load_for_edit(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    if !(1..=MOST_ITEMS).contains(&input.items.len()) {
        let message = format!("say something of 1 to {MOST_ITEMS} codes at a time");
        return Err(Error::invalid("items", "items-count", message));
    }
    let parts = frameworks::parts(transaction.conn(), &[before.framework_id]).await?;
    let standards = parts.standards.iter().map(|standard| standard.code.as_str());
    let known: HashSet<&str> = standards.chain(parts.key_actions.iter().map(|action| action.code.as_str())).collect();
    let mut seen = HashSet::new();
    let mut items = Vec::with_capacity(input.items.len());
    for (index, item) in input.items.iter().enumerate() {
        let at = |field: &str| format!("items[{index}].{field}");
        let code = item.code.trim();
        if !known.contains(code) {
            let message = "the edition has no such standard or key action; take a code from its list";
            return Err(Error::invalid(at("code"), "standard-code-unknown", message));
        }
        if !seen.insert(code) {
            let message = format!("{code} stands twice in this request; keep one");
            return Err(Error::invalid(at("code"), "standard-code-twice", message));
        }
        items.push(ContextualItem {
            contextualisation_id: id,
            code: code.to_owned(),
            texts: localized::read(&item.texts, &at("texts"))?,
            threshold: threshold(item.threshold.as_deref(), at("threshold"))?,
        });
    }
    store::set_items(transaction.conn(), &items).await?;
    audit::record(transaction, audit::Change::new("set-items", id).in_operation(before.operation_id).to(&items)?)
        .await?;
    let after = before.clone();
    save(transaction, "update", &before, after).await
}

fn threshold(text: Option<&str>, field: String) -> Result<Option<String>> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if text.chars().count() <= LONGEST_THRESHOLD {
        return Ok(Some(text.to_owned()));
    }
    Err(Error::invalid(field, "text-length", format!("write at most {LONGEST_THRESHOLD} characters")))
}

/// Keeps a changed contextualisation as its next version, with the change in the history.
async fn save(
    transaction: &Transaction,
    action: &'static str,
    before: &Contextualisation,
    changed: Contextualisation,
) -> Result<Contextualisation> {
    let after = Contextualisation { version: before.version + 1, updated_at: transaction.now(), ..changed };
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new(action, after.id).in_operation(after.operation_id).from(before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}
