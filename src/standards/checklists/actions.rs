//! What is done about gaps: improvement actions, by whom and until when. They outlive the checklist that found the gap.

use super::{
    model::{
        self, AddImprovementActionInput, ChecklistId, ImprovementAction, ImprovementActionId, ImprovementStatus,
        UpdateImprovementActionInput,
    },
    policy::{self, MayChange},
    store,
};
use crate::{
    accounts, audit,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        scope::{OperationId, OrganisationId, UserId},
    },
    partners,
    standards::frameworks,
};

/// How many improvement actions one checklist may have.
const MOST_ACTIONS: i64 = 500;
/// The longest text of a gap or an action.
const LONGEST: usize = 1000;

/// Adds an improvement action.
pub(super) async fn add(transaction: &mut Transaction, input: AddImprovementActionInput) -> Result<ImprovementAction> {
    let id = ChecklistId::parse(&input.checklist_id, "checklistId")?;
    let organisation = OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?;
    let person = UserId::parse_optional(input.person_id.as_ref(), "personId")?;
    let checklist = policy::load_for(transaction, Action::EditChecklist, id, "checklistId").await?;
    if store::actions_of(transaction.conn(), id).await? >= MOST_ACTIONS {
        let message = format!("a checklist has at most {MOST_ACTIONS} improvement actions; put some together");
        return Err(Error::conflict("improvement-action-count", message).at("checklistId"));
    }
    if organisation.is_none() && person.is_none() {
        let message = "say who answers for it: an organisation, a person, or both";
        return Err(Error::invalid("organisationId", "improvement-action-whose", message));
    }
    let code = input.code.trim();
    if !frameworks::knows_code(transaction.conn(), checklist.framework_id, code).await? {
        let message = "the edition has no such standard or key action; take a code from the checklist";
        return Err(Error::invalid("code", "standard-code-unknown", message));
    }
    let action = ImprovementAction {
        id: input.id.map_or_else(|| transaction.new_id(), ImprovementActionId::from_uuid),
        operation_id: checklist.operation_id,
        cluster_id: checklist.cluster_id,
        owner_id: checklist.organisation_id,
        checklist_id: id,
        code: code.to_owned(),
        gap: model::said(&input.gap, LONGEST, "gap")?,
        action: model::said(&input.action, LONGEST, "action")?,
        priority: input.priority,
        organisation_id: organisation_of(transaction, organisation).await?,
        user_id: person_of(transaction, checklist.operation_id, person).await?,
        due_on: input.due_on,
        status: ImprovementStatus::Open,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    store::insert_action(transaction.conn(), &action).await?;
    let change = audit::Change::new("create", action.id).in_operation(action.operation_id).to(&action)?;
    audit::record(transaction, change).await?;
    Ok(action)
}

async fn organisation_of(transaction: &Transaction, id: Option<OrganisationId>) -> Result<Option<OrganisationId>> {
    let Some(id) = id else { return Ok(None) };
    let found = partners::organisation(transaction.conn(), id).await?;
    Ok(Some(found.ok_or_else(|| Error::not_found("organisationId"))?.id))
}

/// Someone with a role in the operation; others look as if they were not there.
async fn person_of(transaction: &Transaction, operation: OperationId, id: Option<UserId>) -> Result<Option<UserId>> {
    let Some(id) = id else { return Ok(None) };
    let now = transaction.now();
    if accounts::works_in(transaction.conn(), id, operation, now).await? {
        return Ok(Some(id));
    }
    Err(Error::not_found("personId"))
}

/// Changes an improvement action.
pub(super) async fn update(
    transaction: &mut Transaction,
    input: UpdateImprovementActionInput,
) -> Result<ImprovementAction> {
    let id = ImprovementActionId::parse(&input.action_id, "actionId")?;
    let organisation = OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?;
    let person = UserId::parse_optional(input.person_id.as_ref(), "personId")?;
    let (before, may_change) = policy::load_action(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    let more = [input.gap.is_some(), input.action.is_some(), input.priority.is_some(), input.due_on.is_some()];
    let changes_more = more.contains(&true) || organisation.is_some() || person.is_some();
    if may_change == MayChange::Status && changes_more {
        return Err(Error::forbidden(
            "who answers for an action may change its status; the rest is for who asked for it",
        ));
    }
    let text = |new: Option<&str>, old: &str, field: &str| match new {
        Some(new) => model::said(new, LONGEST, field),
        None => Ok(old.to_owned()),
    };
    let after = ImprovementAction {
        gap: text(input.gap.as_deref(), &before.gap, "gap")?,
        action: text(input.action.as_deref(), &before.action, "action")?,
        priority: input.priority.unwrap_or(before.priority),
        organisation_id: organisation_of(transaction, organisation).await?.or(before.organisation_id),
        user_id: person_of(transaction, before.operation_id, person).await?.or(before.user_id),
        due_on: input.due_on.or(before.due_on),
        status: input.status.unwrap_or(before.status),
        version: before.version + 1,
        updated_at: transaction.now(),
        ..before.clone()
    };
    store::update_action(transaction.conn(), &after).await?;
    let change = audit::Change::new("update", id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}
