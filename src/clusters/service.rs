//! What is done with operations, clusters and memberships.

use chrono::NaiveDate;
use juniper::ID;

use super::{
    model::{
        self, AddEmergencyInput, AddMembershipInput, Cluster, ClusterDetailsInput, ClusterStatus, ClusterTransition,
        CreateClusterInput, CreateOperationInput, Emergency, EndMembershipInput, Membership, MembershipId, Operation,
        OperationSettingsInput, OperationStatus, TransitionClusterInput, UpdateClusterInput, UpdateOperationInput,
    },
    policy, store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        graphql::localized,
        scope::{ClusterId, OperationId, OrganisationId, Scope},
    },
    partners,
    places::{self, AdminAreaId, LocationPrecision},
};

/// Opens an operation.
pub(super) async fn create_operation(transaction: &mut Transaction, input: CreateOperationInput) -> Result<Operation> {
    transaction.viewer().require(Action::ManageReference, &Scope::installation(), "code")?;
    let fresh = Operation {
        id: input.id.map_or_else(|| transaction.new_id(), OperationId::from_uuid),
        code: model::operation_code(&input.code)?,
        names: localized::read(&input.settings.names, "settings.names")?,
        country_iso3: input.country_iso3,
        default_language: input.settings.default_language,
        time_zone: String::new(),
        location_precision: LocationPrecision::Area,
        small_cell_threshold: 0,
        status: OperationStatus::Active,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    let operation = with_settings(fresh, &input.settings)?;
    store::insert_operation(transaction.conn(), &operation).await?;
    let change = audit::Change::new("create", operation.id).in_operation(operation.id).to(&operation)?;
    audit::record(transaction, change).await?;
    Ok(operation)
}

/// Changes how an operation works.
pub(super) async fn update_operation(transaction: &mut Transaction, input: UpdateOperationInput) -> Result<Operation> {
    let id = OperationId::parse(&input.operation_id, "operationId")?;
    let before = policy::load_operation_for_edit(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    let changed = Operation {
        status: input.status,
        version: before.version + 1,
        updated_at: transaction.now(),
        ..before.clone()
    };
    let after = with_settings(changed, &input.settings)?;
    store::update_operation(transaction.conn(), &after).await?;
    let change = audit::Change::new("update", id).in_operation(id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

fn with_settings(operation: Operation, settings: &OperationSettingsInput) -> Result<Operation> {
    Ok(Operation {
        names: localized::read(&settings.names, "settings.names")?,
        default_language: settings.default_language,
        time_zone: model::time_zone(&settings.time_zone)?,
        location_precision: settings.location_precision.unwrap_or(LocationPrecision::Area),
        small_cell_threshold: model::small_cell_threshold(settings.small_cell_threshold)?,
        ..operation
    })
}

/// Adds an emergency that an operation answers.
pub(super) async fn add_emergency(transaction: &mut Transaction, input: AddEmergencyInput) -> Result<Emergency> {
    let operation = OperationId::parse(&input.operation_id, "operationId")?;
    policy::require_operation(transaction, operation).await?;
    let emergency = Emergency {
        id: transaction.new_id(),
        operation_id: operation,
        glide: input.glide.as_deref().map(model::glide).transpose()?,
        names: localized::read(&input.names, "names")?,
        started_on: input.started_on,
    };
    store::insert_emergency(transaction.conn(), &emergency).await?;
    let change = audit::Change::new("create", emergency.id).in_operation(operation).to(&emergency)?;
    audit::record(transaction, change).await?;
    Ok(emergency)
}

/// Enters a cluster, with the first step of its life.
pub(super) async fn create_cluster(transaction: &mut Transaction, input: CreateClusterInput) -> Result<Cluster> {
    let operation_id = OperationId::parse(&input.operation_id, "operationId")?;
    let parent = ClusterId::parse_optional(input.parent_id.as_ref(), "parentId")?;
    policy::require_place_of_cluster(transaction, operation_id, input.level, parent).await?;
    input.status.check_first()?;
    let fresh = Cluster {
        id: input.id.map_or_else(|| transaction.new_id(), ClusterId::from_uuid),
        operation_id,
        parent_id: parent,
        level: input.level,
        kind: input.cluster.kind,
        sector_code: String::new(),
        names: localized::read(&input.cluster.names, "cluster.names")?,
        area_id: None,
        status: input.status,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    let cluster = with_details(transaction, fresh, &input.cluster).await?;
    store::insert_cluster(transaction.conn(), &cluster).await?;
    let step = step(transaction, &cluster, None, input.decided_on, &input.decided_by, None)?;
    store::insert_transition(transaction.conn(), &step).await?;
    let change = audit::Change::new("create", cluster.id).in_operation(operation_id).to(&(&cluster, &step))?;
    audit::record(transaction, change).await?;
    Ok(cluster)
}

/// Changes what a cluster is called and covers.
pub(super) async fn update_cluster(transaction: &mut Transaction, input: UpdateClusterInput) -> Result<Cluster> {
    let id = ClusterId::parse(&input.cluster_id, "clusterId")?;
    let before = policy::load_cluster_for_edit(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    let changed = Cluster { version: before.version + 1, updated_at: transaction.now(), ..before.clone() };
    let after = with_details(transaction, changed, &input.cluster).await?;
    store::update_cluster(transaction.conn(), &after).await?;
    let change = audit::Change::new("update", id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

async fn with_details(transaction: &Transaction, cluster: Cluster, input: &ClusterDetailsInput) -> Result<Cluster> {
    Ok(Cluster {
        kind: input.kind,
        sector_code: model::sector_code(input.sector_code.as_deref())?,
        names: localized::read(&input.names, "cluster.names")?,
        area_id: covered_area(transaction, cluster.operation_id, input.area_id.as_ref()).await?,
        ..cluster
    })
}

/// The area that a cluster covers: it must lie in the operation's country, where the operation has one.
async fn covered_area(
    transaction: &Transaction,
    operation: OperationId,
    area: Option<&ID>,
) -> Result<Option<AdminAreaId>> {
    const FIELD: &str = "cluster.areaId";
    let Some(id) = AdminAreaId::parse_optional(area, FIELD)? else { return Ok(None) };
    let area = places::area(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let operation = store::operation(transaction.conn(), operation).await?;
    let country = operation.and_then(|operation| operation.country_iso3);
    if country.is_some_and(|country| country != area.country_iso3) {
        let message = format!("{} lies in {}, outside the operation's country", area.pcode, area.country_iso3);
        return Err(Error::invalid(FIELD, "cluster-area-elsewhere", message));
    }
    Ok(Some(id))
}

/// Takes a step in a cluster's life.
pub(super) async fn transition_cluster(
    transaction: &mut Transaction,
    input: TransitionClusterInput,
) -> Result<Cluster> {
    let id = ClusterId::parse(&input.cluster_id, "clusterId")?;
    let before = policy::load_cluster_for_edit(transaction, id).await?;
    transaction.check_version(before.version, input.base_version)?;
    before.status.check_step(input.to)?;
    let last = store::last_decision(transaction.conn(), id).await?;
    if last.is_some_and(|last| input.decided_on < last) {
        let message = format!("the step before was decided on {}; this one cannot be older", last.unwrap_or_default());
        return Err(Error::invalid("decidedOn", "cluster-step-date", message));
    }
    let after =
        Cluster { status: input.to, version: before.version + 1, updated_at: transaction.now(), ..before.clone() };
    let note = input.note.as_deref().map(|note| model::decision_text(note, "note")).transpose()?;
    let step = step(transaction, &after, Some(before.status), input.decided_on, &input.decided_by, note)?;
    store::update_cluster(transaction.conn(), &after).await?;
    store::insert_transition(transaction.conn(), &step).await?;
    let change =
        audit::Change::new("transition", id).in_operation(after.operation_id).from(&before)?.to(&(&after, &step))?;
    audit::record(transaction, change).await?;
    Ok(after)
}

fn step(
    transaction: &Transaction,
    cluster: &Cluster,
    from_status: Option<ClusterStatus>,
    decided_on: NaiveDate,
    decided_by: &str,
    note: Option<String>,
) -> Result<ClusterTransition> {
    Ok(ClusterTransition {
        id: transaction.new_id(),
        cluster_id: cluster.id,
        from_status,
        to_status: cluster.status,
        decided_on,
        decided_by: model::decision_text(decided_by, "decidedBy")?,
        note,
        created_at: transaction.now(),
    })
}

/// Adds an organisation to a cluster.
pub(super) async fn add_membership(transaction: &mut Transaction, input: AddMembershipInput) -> Result<Membership> {
    let id = ClusterId::parse(&input.cluster_id, "clusterId")?;
    // Locks the cluster, so that the same organisation cannot be added twice at the same moment.
    let cluster = policy::load_cluster_for_edit(transaction, id).await?;
    let organisation = OrganisationId::parse(&input.organisation_id, "organisationId")?;
    let organisation = partners::organisation(transaction.conn(), organisation)
        .await?
        .ok_or_else(|| Error::not_found("organisationId"))?;
    if input.valid_to.is_some_and(|end| end <= input.valid_from) {
        let message = "the end is the first day after the membership, so it comes after the first day";
        return Err(Error::invalid("validTo", "membership-dates", message));
    }
    let membership = Membership {
        id: input.id.map_or_else(|| transaction.new_id(), MembershipId::from_uuid),
        operation_id: cluster.operation_id,
        cluster_id: cluster.id,
        organisation_id: organisation.id,
        role: input.role,
        valid_from: input.valid_from,
        valid_to: input.valid_to,
    };
    if store::takes_part(transaction.conn(), &membership).await? {
        let message =
            format!("{} has a part in this cluster at that time already; end that one first", organisation.name);
        return Err(Error::invalid("organisationId", "membership-exists", message));
    }
    store::insert_membership(transaction.conn(), &membership).await?;
    let change = audit::Change::new("create", membership.id).in_operation(cluster.operation_id).to(&membership)?;
    audit::record(transaction, change).await?;
    Ok(membership)
}

/// Ends a membership.
pub(super) async fn end_membership(transaction: &mut Transaction, input: EndMembershipInput) -> Result<Membership> {
    let id = MembershipId::parse(&input.membership_id, "membershipId")?;
    let before = policy::load_membership_for_edit(transaction, id).await?;
    if input.valid_to <= before.valid_from {
        let message = format!("it began on {}; it cannot end before it began", before.valid_from);
        return Err(Error::invalid("validTo", "membership-dates", message));
    }
    if before.valid_to.is_some_and(|end| end < input.valid_to) {
        let message = "it ended earlier; add the organisation anew instead of stretching the past";
        return Err(Error::conflict("membership-ended", message).at("validTo"));
    }
    let after = Membership { valid_to: Some(input.valid_to), ..before.clone() };
    store::end_membership(transaction.conn(), id, input.valid_to).await?;
    let change = audit::Change::new("end", id).in_operation(after.operation_id).from(&before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}
