//! Entering plans and changing them as a whole.

use std::collections::BTreeSet;

use juniper::ID;

use super::{
    inputs::{self, CreatePlanInput, UpdatePlanInput},
    model::{Plan, PlanId, PlanStatus},
    policy, store,
};
use crate::{
    audit, clusters,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        ids::{Id, Kind},
        scope::{ClusterId, OperationId, Scope},
        text::LocalizedText,
    },
    needs::{self, NeedsRoundId},
    places::AdminAreaId,
};

/// The most clusters that a plan can have.
const MOST_CLUSTERS: usize = 50;
/// The most areas that a plan can name.
const MOST_AREAS: usize = 1_000;

/// Enters a plan as a draft.
///
/// # Errors
/// When the viewer may not, an input cannot be taken, or the code is used already.
pub async fn create_plan(transaction: &mut Transaction, input: CreatePlanInput) -> Result<Plan> {
    let operation_id = OperationId::parse(&input.operation_id, "operationId")?;
    transaction.viewer().require(Action::ReadShared, &Scope::operation(operation_id), "operationId")?;
    let clusters = parse_clusters(&input.cluster_ids)?;
    policy::may_change_clusters(transaction.viewer(), operation_id, &[], &clusters)?;
    inputs::check_days(input.starts_on, input.ends_on)?;
    let plan = Plan {
        id: chosen_id(transaction, input.id),
        operation_id,
        code: inputs::plan_code(&input.code)?,
        kind: input.kind,
        names: LocalizedText::new(input.language, inputs::text(&input.name, 200, "name")?),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        currency: inputs::currency(&input.currency)?,
        needs_round_id: needs_round(transaction, operation_id, input.needs_round_id.as_ref()).await?,
        status: PlanStatus::Draft,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
        clusters,
        areas: parse_areas(&input.area_ids)?,
    };
    if !store::insert_plan(transaction.conn(), &plan).await? {
        let message = "the operation has a plan with this code already; choose another";
        return Err(Error::invalid("code", "plan-code-taken", message));
    }
    set_clusters(transaction, &plan).await?;
    set_areas(transaction, &plan).await?;
    audit::record(transaction, audit::Change::new("create", plan.id).in_operation(operation_id).to(&plan)?).await?;
    Ok(plan)
}

/// Changes a plan itself; ends it, or opens it again.
///
/// # Errors
/// When the viewer may not, someone changed it meanwhile, or an input cannot be taken.
pub async fn update_plan(transaction: &mut Transaction, input: UpdatePlanInput) -> Result<Plan> {
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let before = policy::lock(transaction, Action::EditPlan, id, "planId").await?;
    transaction.check_version(before.version, input.base_version)?;
    if input.closed {
        policy::require_open(&before)?;
    }
    let operation = before.operation_id;
    let clusters = parse_clusters(&input.cluster_ids)?;
    policy::may_change_clusters(transaction.viewer(), operation, &before.clusters, &clusters)?;
    inputs::check_days(input.starts_on, input.ends_on)?;
    let areas = input.area_ids.as_deref().map(parse_areas).transpose()?;
    let plan = Plan {
        kind: input.kind,
        names: before.names.clone().with(input.language, inputs::text(&input.name, 200, "name")?),
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        currency: inputs::currency(&input.currency)?,
        needs_round_id: needs_round(transaction, operation, input.needs_round_id.as_ref()).await?,
        status: status(transaction, id, input.closed).await?,
        version: before.version + 1,
        updated_at: transaction.now(),
        clusters,
        areas: areas.unwrap_or_else(|| before.areas.clone()),
        ..before.clone()
    };
    store::update_plan(transaction.conn(), &plan).await?;
    set_clusters(transaction, &plan).await?;
    set_areas(transaction, &plan).await?;
    let change = audit::Change::new("update", id).in_operation(operation).from(&before)?.to(&plan)?;
    audit::record(transaction, change).await?;
    Ok(plan)
}

/// Counts a change inside a plan, so that whoever edits beside it notices.
pub(super) async fn touch(transaction: &Transaction, plan: &Plan) -> Result<()> {
    store::touch_plan(transaction.conn(), plan.id, plan.version + 1, transaction.now()).await
}

/// The id that the client made, or a new one.
pub(super) fn chosen_id<K: Kind>(transaction: &Transaction, id: Option<uuid::Uuid>) -> Id<K> {
    id.map_or_else(|| transaction.new_id(), Id::from_uuid)
}

async fn status(transaction: &Transaction, id: PlanId, closed: bool) -> Result<PlanStatus> {
    if closed {
        return Ok(PlanStatus::Closed);
    }
    let published = store::latest_version(transaction.conn(), id).await?;
    Ok(if published.is_some() { PlanStatus::Published } else { PlanStatus::Draft })
}

fn parse_clusters(ids: &[ID]) -> Result<Vec<ClusterId>> {
    let clusters: BTreeSet<_> = ids.iter().map(|id| ClusterId::parse(id, "clusterIds")).collect::<Result<_>>()?;
    if (1..=MOST_CLUSTERS).contains(&clusters.len()) {
        return Ok(clusters.into_iter().collect());
    }
    let message = format!("name the clusters that carry the plan: 1 to {MOST_CLUSTERS}");
    Err(Error::invalid("clusterIds", "plan-clusters", message))
}

async fn set_clusters(transaction: &Transaction, plan: &Plan) -> Result<()> {
    if store::set_clusters(transaction.conn(), plan).await? {
        return Ok(());
    }
    let message = "one of these is no cluster of the plan's operation; choose among the operation's clusters";
    Err(Error::invalid("clusterIds", "cluster-of-another-operation", message))
}

fn parse_areas(ids: &[ID]) -> Result<Vec<AdminAreaId>> {
    if ids.len() > MOST_AREAS {
        let message = format!("name at most {MOST_AREAS} areas; larger ones hold those within them");
        return Err(Error::invalid("areaIds", "plan-areas", message));
    }
    let areas: BTreeSet<_> = ids.iter().map(|id| AdminAreaId::parse(id, "areaIds")).collect::<Result<_>>()?;
    Ok(areas.into_iter().collect())
}

async fn set_areas(transaction: &Transaction, plan: &Plan) -> Result<()> {
    require_areas(transaction, plan.operation_id, plan.areas.iter().copied().collect(), "areaIds").await?;
    store::areas::set_areas(transaction.conn(), plan).await
}

/// Refuses areas that are not in the operation's country.
pub(super) async fn require_areas(
    transaction: &Transaction,
    operation: OperationId,
    areas: BTreeSet<AdminAreaId>,
    field: &str,
) -> Result<()> {
    if areas.is_empty() {
        return Ok(());
    }
    let operation = clusters::operation(transaction.conn(), operation).await?;
    let country = operation.and_then(|operation| operation.country_iso3);
    if store::areas::count_areas(transaction.conn(), country.as_deref(), &areas).await? == areas.len() {
        return Ok(());
    }
    let message = "one of the areas is no place of the operation; choose among the areas of its country";
    Err(Error::invalid(field, "area-of-another-operation", message))
}

async fn needs_round(
    transaction: &Transaction,
    operation: OperationId,
    id: Option<&ID>,
) -> Result<Option<NeedsRoundId>> {
    let Some(id) = NeedsRoundId::parse_optional(id, "needsRoundId")? else { return Ok(None) };
    let round = needs::needs_round(transaction.conn(), id).await?;
    if round.is_some_and(|round| round.operation_id == operation) {
        return Ok(Some(id));
    }
    let message = "this is no needs round of the plan's operation; choose among the operation's rounds";
    Err(Error::invalid("needsRoundId", "needs-round-of-another-operation", message))
}
