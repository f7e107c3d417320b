//! Enters, changes and closes appeals.

use super::{
    model::{
        self, Appeal, AppealStatus, CreateAppealInput, SetAppealStatusInput, UpdateAppealInput, check_dates, code,
    },
    money, policy, store,
};
use crate::{
    audit, clusters,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Transaction},
        graphql::localized::{self, TextInLanguageInput},
        scope::{ClusterId, OperationId, Scope, Scoped},
        text::{Language, LocalizedText},
    },
    plans::{self, PlanId},
};

/// Enters an appeal, as a draft.
pub(super) async fn create(transaction: &mut Transaction, input: CreateAppealInput) -> Result<Appeal> {
    let operation_id = OperationId::parse(&input.operation_id, "operationId")?;
    let plan_id = PlanId::parse_optional(input.plan_id.as_ref(), "planId")?;
    let cluster_id = ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?;
    let scope = Scope::operation(operation_id).shared_by(cluster_id);
    transaction.viewer().require(Action::EditAppeal, &scope, "operationId")?;
    check_dates(input.starts_on, input.ends_on)?;
    let appeal = Appeal {
        id: input.id.map_or_else(|| transaction.new_id(), model::AppealId::from_uuid),
        operation_id,
        plan_id,
        cluster_id,
        code: code(&input.code)?,
        kind: input.kind,
        names: localized::read(&input.names, "names")?,
        summary: summary(&input.summary)?,
        currency: money::currency(&input.currency, "currency")?,
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        status: AppealStatus::Draft,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    check_relations(transaction.conn(), &appeal).await?;
    if !store::insert(transaction.conn(), &appeal).await? {
        return Err(store::code_taken());
    }
    audit::record(transaction, audit::Change::new("create", appeal.id).in_operation(operation_id).to(&appeal)?).await?;
    Ok(appeal)
}

/// The plan and the cluster must be of the appeal's operation.
async fn check_relations(conn: Conn<'_>, appeal: &Appeal) -> Result<()> {
    if clusters::operation(conn, appeal.operation_id).await?.is_none() {
        return Err(Error::not_found("operationId"));
    }
    if let Some(id) = appeal.plan_id {
        let plan = plans::plan(conn, id).await?.filter(|plan| plan.operation_id == appeal.operation_id);
        let elsewhere = "there is no such plan in the appeal's operation";
        plan.ok_or_else(|| Error::invalid("planId", "appeal-plan-elsewhere", elsewhere))?;
    }
    if let Some(id) = appeal.cluster_id {
        let cluster = clusters::cluster(conn, id).await?.filter(|cluster| cluster.operation_id == appeal.operation_id);
        let elsewhere = "there is no such cluster in the appeal's operation";
        cluster.ok_or_else(|| Error::invalid("clusterId", "appeal-cluster-elsewhere", elsewhere))?;
    }
    Ok(())
}

/// A summary may be missing, unlike a title.
fn summary(inputs: &[TextInLanguageInput]) -> Result<LocalizedText> {
    if inputs.is_empty() { Ok(LocalizedText::default()) } else { localized::read(inputs, "summary") }
}

/// Changes what an appeal says of itself. Its code, plan, cluster and currency stay: they decide which money is its own.
pub(super) async fn update(transaction: &mut Transaction, input: UpdateAppealInput) -> Result<Appeal> {
    let before = policy::load_for_edit(transaction, Action::EditAppeal, &input.appeal_id, "appealId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.status.check_open()?;
    let mut after = before.clone();
    after.kind = input.kind.unwrap_or(after.kind);
    if let Some(names) = &input.names {
        after.names = localized::read(names, "names")?;
    }
    if let Some(texts) = &input.summary {
        after.summary = summary(texts)?;
    }
    after.starts_on = input.starts_on.unwrap_or(after.starts_on);
    after.ends_on = input.ends_on.unwrap_or(after.ends_on);
    check_dates(after.starts_on, after.ends_on)?;
    save(transaction, "update", &before, after).await
}

/// Closes, opens again or archives an appeal.
pub(super) async fn set_status(transaction: &mut Transaction, input: SetAppealStatusInput) -> Result<Appeal> {
    let before = policy::load_for_edit(transaction, Action::EditAppeal, &input.appeal_id, "appealId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.status.check_step(input.status)?;
    let after = Appeal { status: input.status, ..before.clone() };
    save(transaction, "set-status", &before, after).await
}

/// Keeps a changed appeal as its next version.
pub(super) async fn save(
    transaction: &mut Transaction,
    action: &'static str,
    before: &Appeal,
    after: Appeal,
) -> Result<Appeal> {
    let after = Appeal { version: before.version + 1, updated_at: transaction.now(), ..after };
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new(action, after.id).in_operation(after.scope().operation).from(before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// What money must name to be an appeal's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Destination {
    /// The plan's code; the appeal's own where it has no plan.
    pub(super) code: String,
    /// What it is called.
    pub(super) name: String,
    /// The sector, where the appeal is for one cluster; none: the whole plan.
    pub(super) sector: Option<String>,
}

/// What money must name to be this appeal's.
pub(super) async fn destination(conn: Conn<'_>, appeal: &Appeal) -> Result<Destination> {
    let plan = match appeal.plan_id {
        Some(id) => plans::plan(conn, id).await?,
        None => None,
    };
    let sector = match appeal.cluster_id {
        Some(id) => clusters::cluster(conn, id).await?.map(|cluster| cluster.sector_code),
        None => None,
    };
    let (code, names) =
        plan.map_or_else(|| (appeal.code.clone(), appeal.names.clone()), |plan| (plan.code, plan.names));
    Ok(Destination { code, name: names.get(Language::En, Language::En).to_owned(), sector })
}
