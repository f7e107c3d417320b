//! Beginning, changing and submitting checklists.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    compare::{self, Comparison},
    found::Found,
    model::{
        self, Checklist, ChecklistId, ChecklistStatus, CreateChecklistInput, Subject, SubjectId, SubmitChecklistInput,
        UpdateChecklistInput,
    },
    policy, store,
};
use crate::{
    audit, clusters,
    kit::{
        Call, Error, Result,
        auth::Action,
        db::Transaction,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped},
    },
    partners,
    standards::{
        frameworks::{self, FrameworkId, StandardId},
        score::Rating,
    },
};

/// The longest remark.
pub(super) const LONGEST_NOTE: usize = 2000;

/// What a new checklist is asked to be, read before anything is looked up, so that an id of another kind is told as such.
pub(super) struct NewChecklist {
    /// What it looks at.
    pub(super) subject: SubjectId,
    cluster: Option<ClusterId>,
    organisation: Option<OrganisationId>,
    framework: FrameworkId,
    input: CreateChecklistInput,
}

impl NewChecklist {
    /// Reads what a client sent.
    ///
    /// # Errors
    /// When an id is none, or of another kind.
    pub(super) fn read(input: CreateChecklistInput) -> Result<Self> {
        Ok(Self {
            subject: SubjectId::parse(&input.subject_id, "subjectId")?,
            cluster: ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?,
            organisation: OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?,
            framework: FrameworkId::parse(&input.framework_id, "frameworkId")?,
            input,
        })
    }
}

/// Begins a checklist of `subject`, which whoever knows its area has found for this viewer.
pub(super) async fn create(transaction: &mut Transaction, new: NewChecklist, subject: Subject) -> Result<Checklist> {
    let scope = scope_of(transaction, &new, &subject).await?;
    transaction.viewer().require(Action::EditChecklist, &scope, "subjectId")?;
    let operation = scope.operation.ok_or_else(|| Error::bug("a checklist outside any operation"))?;
    let framework = frameworks::framework(transaction.conn(), new.framework).await?;
    let framework = framework.ok_or_else(|| Error::not_found("frameworkId"))?;
    check_day(transaction, operation, new.input.assessed_on, "assessedOn").await?;
    let checklist = Checklist {
        id: new.input.id.map_or_else(|| transaction.new_id(), ChecklistId::from_uuid),
        operation_id: operation,
        cluster_id: scope.keeper(),
        organisation_id: scope.organisation,
        subject_kind: subject.id.kind(),
        subject_id: subject.id.uuid(),
        framework_id: framework.id,
        round: store::next_round(transaction.conn(), &scope, subject.id).await?,
        status: ChecklistStatus::Draft,
        assessed_on: new.input.assessed_on,
        note: model::said_optional(new.input.note.as_deref(), LONGEST_NOTE, "note")?,
        submitted_at: None,
        submitted_by: None,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    store::insert(transaction.conn(), &checklist).await?;
    let change = audit::Change::new("create", checklist.id).in_operation(operation).to(&checklist)?;
    audit::record(transaction, change).await?;
    Ok(checklist)
}

/// What a new checklist belongs to. One of an organisation is made in a cluster and is that organisation's own; one of a site may be an
/// organisation's; all others are of whatever their subject is of.
async fn scope_of(transaction: &Transaction, new: &NewChecklist, subject: &Subject) -> Result<Scope> {
    let (cluster, organisation) = (new.cluster, new.organisation);
    let refuse = |field: &'static str, key, message: &str| Err(Error::invalid(field, key, message));
    match (subject.id, cluster, organisation) {
        (SubjectId::Organisation(_), None, _) => {
            refuse("clusterId", "checklist-cluster-missing", "say in which cluster the organisation is looked at")
        }
        (SubjectId::Organisation(_), Some(_), Some(_)) => {
            let message = "the organisation is what is looked at already; leave this out";
            refuse("organisationId", "checklist-organisation", message)
        }
        (SubjectId::Organisation(id), Some(cluster), None) => Ok(place(transaction, cluster, None).await?.owned_by(id)),
        (SubjectId::Site(_), None, Some(_)) => {
            let message = "say in which cluster the organisation looks at the site";
            refuse("clusterId", "checklist-cluster-missing", message)
        }
        (SubjectId::Site(_), None, None) => Ok(subject.scope.clone()),
        (SubjectId::Site(_), Some(cluster), organisation) => {
            let place = place(transaction, cluster, subject.scope.operation).await?;
            let Some(id) = organisation else { return Ok(place) };
            let found = partners::organisation(transaction.conn(), id).await?;
            Ok(place.owned_by(found.ok_or_else(|| Error::not_found("organisationId"))?.id))
        }
        (_, Some(_), _) => {
            let message = "the cluster follows from what is looked at; leave this out";
            refuse("clusterId", "checklist-cluster", message)
        }
        (_, None, Some(_)) => {
            let message = "only a site is looked at by an organisation; leave this out";
            refuse("organisationId", "checklist-organisation", message)
        }
        (_, None, None) => Ok(subject.scope.clone()),
    }
}

/// A cluster that the viewer may know of, of the operation where it must be of one.
async fn place(transaction: &Transaction, cluster: ClusterId, operation: Option<OperationId>) -> Result<Scope> {
    let found = clusters::cluster(transaction.conn(), cluster).await?;
    let known = found.filter(|cluster| {
        transaction.viewer().may(Action::ReadShared, &cluster.scope())
            && operation.is_none_or(|operation| operation == cluster.operation_id)
    });
    Ok(known.ok_or_else(|| Error::not_found("clusterId"))?.scope())
}

/// A day that has come where the operation works.
pub(super) async fn check_day(
    transaction: &Transaction,
    operation: OperationId,
    day: NaiveDate,
    field: &str,
) -> Result<()> {
    if day <= today(transaction, operation).await? {
        return Ok(());
    }
    Err(Error::invalid(field, "day-to-come", "this day is to come; give today or an earlier day"))
}

/// The day that it is where the operation works.
async fn today(transaction: &Transaction, operation: OperationId) -> Result<NaiveDate> {
    let operation = clusters::operation(transaction.conn(), operation).await?;
    operation.ok_or_else(|| Error::bug("a checklist without its operation"))?.day(transaction.now())
}

/// Changes what is said of a draft.
pub(super) async fn update(transaction: &mut Transaction, input: UpdateChecklistInput) -> Result<Checklist> {
    let id = ChecklistId::parse(&input.checklist_id, "checklistId")?;
    let before = policy::load_for(transaction, Action::EditChecklist, id, "checklistId").await?;
    before.require_draft("checklistId")?;
    transaction.check_version(before.version, input.base_version)?;
    if let Some(day) = input.assessed_on {
        check_day(transaction, before.operation_id, day, "assessedOn").await?;
    }
    let note = match input.note.as_deref() {
        Some(note) => model::said_optional(Some(note), LONGEST_NOTE, "note")?,
        None => before.note.clone(),
    };
    let after = Checklist { assessed_on: input.assessed_on.unwrap_or(before.assessed_on), note, ..before.clone() };
    save(transaction, "update", &before, after).await
}

/// Keeps a changed draft as its next version, with the change in the history.
async fn save(
    transaction: &Transaction,
    action: &'static str,
    before: &Checklist,
    changed: Checklist,
) -> Result<Checklist> {
    let after = Checklist { version: before.version + 1, updated_at: transaction.now(), ..changed };
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new(action, after.id).in_operation(after.operation_id).from(before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Submits a draft: what was rated, by which weights and with how much evidence stays as it is from here on.
pub(super) async fn submit(transaction: &mut Transaction, input: SubmitChecklistInput) -> Result<Checklist> {
    let id = ChecklistId::parse(&input.checklist_id, "checklistId")?;
    let before = policy::load_for(transaction, Action::SubmitChecklist, id, "checklistId").await?;
    before.require_draft("checklistId")?;
    transaction.check_version(before.version, input.base_version)?;
    let by = transaction.viewer().require_user()?;
    let found = store::found(transaction.conn(), &[id]).await?.pop();
    let found = found.ok_or_else(|| Error::bug("a checklist that found nothing"))?.1.frozen();
    if found.items().all(|item| item.rating == Rating::NotAssessed) {
        let message = "nothing was rated yet; rate at least one standard before you submit";
        return Err(Error::conflict("checklist-empty", message).at("checklistId"));
    }
    let snapshot = serde_json::to_value(&found).map_err(Error::internal)?;
    let after = store::submit(transaction.conn(), id, snapshot, by, transaction.now()).await?;
    let change = audit::Change::new("submit", id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Counts a change inside a draft.
pub(super) async fn count_change(transaction: &Transaction, before: Checklist) -> Result<Checklist> {
    let after = Checklist { version: before.version + 1, updated_at: transaction.now(), ..before };
    store::update(transaction.conn(), &after).await?;
    Ok(after)
}

/// Lays two submitted rounds of one subject side by side, for who may read both.
pub(super) async fn compare(
    call: &Call,
    before: ChecklistId,
    after: ChecklistId,
) -> Result<(Checklist, Checklist, Comparison)> {
    let conn = call.db.conn().await?;
    let before = readable(call, store::checklist(conn, before).await?, "beforeId")?;
    let after = readable(call, store::checklist(conn, after).await?, "afterId")?;
    if (before.operation_id, before.subject()) != (after.operation_id, after.subject()) {
        let message = "these are rounds of different subjects; compare two of the same";
        return Err(Error::invalid("afterId", "checklist-other-subject", message));
    }
    if (before.assessed_on, before.round) >= (after.assessed_on, after.round) {
        let message = "the later round comes second; exchange the two";
        return Err(Error::invalid("afterId", "checklist-order", message));
    }
    let mut found: HashMap<ChecklistId, Found> =
        store::found(conn, &[before.id, after.id]).await?.into_iter().collect();
    let mut take = |id| found.remove(&id).ok_or_else(|| Error::bug("a submitted checklist that found nothing"));
    let (was, is) = (take(before.id)?, take(after.id)?);
    let standards: Vec<StandardId> = is.standards.iter().map(|standard| standard.id).collect();
    let crosswalk = frameworks::counterparts(conn, &standards).await?;
    let comparison = compare::compare(&was, &is, before.framework_id == after.framework_id, &crosswalk);
    Ok((before, after, comparison))
}

/// A checklist that the viewer may read and that was submitted.
fn readable(call: &Call, checklist: Option<Checklist>, field: &str) -> Result<Checklist> {
    let checklist = checklist.filter(|checklist| policy::may_read(&call.viewer, checklist));
    let checklist = checklist.ok_or_else(|| Error::not_found(field))?;
    match checklist.status {
        ChecklistStatus::Submitted => Ok(checklist),
        ChecklistStatus::Draft => {
            let message = format!("round {} is a draft; submit it before you compare it", checklist.round);
            Err(Error::conflict("checklist-draft", message).at(field))
        }
    }
}
