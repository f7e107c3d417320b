//! The tables of clusters.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use super::model::{Cluster, ClusterTransition, Emergency, Membership, MembershipId, Operation, OperationStatus};
use crate::{
    kit::{
        Error, Result,
        auth::Reach,
        db::{Conn, Db, explain_constraint},
        graphql::{loaders::Batch, page::Page},
        scope::{ClusterId, OperationId, OrganisationId},
    },
    schema::{cluster_transitions, clusters, emergencies, memberships, operations},
};

fn explained<T>(outcome: QueryResult<T>) -> Result<T> {
    explain_constraint(outcome, |constraint| match constraint {
        "operations_code_key" => {
            Some(Error::invalid("code", "operation-code-taken", "there is an operation with this code; choose another"))
        }
        "operations_country_iso3_fkey" => Some(Error::invalid(
            "countryIso3",
            "country-unknown",
            "there is no such country; write its ISO code of three capitals",
        )),
        _ => None,
    })
}

pub(super) async fn insert_operation(mut conn: Conn<'_>, operation: &Operation) -> Result<()> {
    explained(diesel::insert_into(operations::table).values(operation).execute(&mut conn).await)?;
    Ok(())
}

pub(super) async fn update_operation(mut conn: Conn<'_>, operation: &Operation) -> Result<()> {
    explained(diesel::update(operations::table.find(operation.id)).set(operation).execute(&mut conn).await)?;
    Ok(())
}

/// The operation of an id.
///
/// # Errors
/// When the database cannot answer.
pub async fn operation(mut conn: Conn<'_>, id: OperationId) -> Result<Option<Operation>> {
    Ok(operations::table.find(id).select(Operation::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn lock_operation(mut conn: Conn<'_>, id: OperationId) -> Result<Option<Operation>> {
    let query = operations::table.find(id).select(Operation::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

/// The operations within reach, by code.
pub(super) async fn operations(
    mut conn: Conn<'_>,
    reach: &Reach,
    status: Option<OperationStatus>,
    page: &Page,
) -> Result<Vec<Operation>> {
    let mut query = operations::table.select(Operation::as_select()).into_boxed();
    if !reach.everywhere {
        query = query.filter(operations::id.eq_any(&reach.operations));
    }
    if let Some(status) = status {
        query = query.filter(operations::status.eq(status));
    }
    if let Some((code,)) = page.after_key::<(String,)>()? {
        query = query.filter(operations::code.gt(code));
    }
    Ok(query.order(operations::code).limit(page.limit()).load(&mut conn).await?)
}

pub(super) async fn insert_emergency(mut conn: Conn<'_>, emergency: &Emergency) -> Result<()> {
    diesel::insert_into(emergencies::table).values(emergency).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn insert_cluster(mut conn: Conn<'_>, cluster: &Cluster) -> Result<()> {
    diesel::insert_into(clusters::table).values(cluster).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn update_cluster(mut conn: Conn<'_>, cluster: &Cluster) -> Result<()> {
    diesel::update(clusters::table.find(cluster.id)).set(cluster).execute(&mut conn).await?;
    Ok(())
}

/// The cluster of an id.
///
/// # Errors
/// When the database cannot answer.
pub async fn cluster(mut conn: Conn<'_>, id: ClusterId) -> Result<Option<Cluster>> {
    Ok(clusters::table.find(id).select(Cluster::as_select()).first(&mut conn).await.optional()?)
}

pub(super) async fn lock_cluster(mut conn: Conn<'_>, id: ClusterId) -> Result<Option<Cluster>> {
    let query = clusters::table.find(id).select(Cluster::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn insert_transition(mut conn: Conn<'_>, transition: &ClusterTransition) -> Result<()> {
    diesel::insert_into(cluster_transitions::table).values(transition).execute(&mut conn).await?;
    Ok(())
}

/// The day of the last step in a cluster's life.
pub(super) async fn last_decision(mut conn: Conn<'_>, id: ClusterId) -> Result<Option<NaiveDate>> {
    let steps = cluster_transitions::table.filter(cluster_transitions::cluster_id.eq(id));
    Ok(steps.select(diesel::dsl::max(cluster_transitions::decided_on)).first(&mut conn).await?)
}

pub(super) async fn insert_membership(mut conn: Conn<'_>, membership: &Membership) -> Result<()> {
    diesel::insert_into(memberships::table).values(membership).execute(&mut conn).await?;
    Ok(())
}

pub(super) async fn lock_membership(mut conn: Conn<'_>, id: MembershipId) -> Result<Option<Membership>> {
    let query = memberships::table.find(id).select(Membership::as_select()).for_update();
    Ok(query.first(&mut conn).await.optional()?)
}

pub(super) async fn end_membership(mut conn: Conn<'_>, id: MembershipId, valid_to: NaiveDate) -> Result<()> {
    diesel::update(memberships::table.find(id)).set(memberships::valid_to.eq(valid_to)).execute(&mut conn).await?;
    Ok(())
}

/// Whether an organisation has a part in a cluster at any day of a time. Call it with the cluster locked.
pub(super) async fn takes_part(mut conn: Conn<'_>, membership: &Membership) -> Result<bool> {
    let same = memberships::cluster_id
        .eq(membership.cluster_id)
        .and(memberships::organisation_id.eq(membership.organisation_id))
        .and(memberships::valid_to.is_null().or(memberships::valid_to.gt(membership.valid_from)).assume_not_null());
    let mut overlapping = memberships::table.filter(same).select(memberships::id).into_boxed();
    if let Some(end) = membership.valid_to {
        overlapping = overlapping.filter(memberships::valid_from.lt(end));
    }
    Ok(overlapping.first::<MembershipId>(&mut conn).await.optional()?.is_some())
}

/// Operations by id.
pub struct OperationById;

impl Batch<Db> for OperationById {
    type Key = OperationId;
    type Value = Arc<Operation>;

    async fn load(db: &Db, keys: Vec<OperationId>) -> Result<HashMap<OperationId, Arc<Operation>>> {
        let query = operations::table.filter(operations::id.eq_any(keys)).select(Operation::as_select());
        let rows: Vec<Operation> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|operation| (operation.id, Arc::new(operation))).collect())
    }
}

/// Clusters by id.
pub struct ClusterById;

impl Batch<Db> for ClusterById {
    type Key = ClusterId;
    type Value = Arc<Cluster>;

    async fn load(db: &Db, keys: Vec<ClusterId>) -> Result<HashMap<ClusterId, Arc<Cluster>>> {
        let query = clusters::table.filter(clusters::id.eq_any(keys)).select(Cluster::as_select());
        let rows: Vec<Cluster> = query.load(&mut db.conn().await?).await?;
        Ok(rows.into_iter().map(|cluster| (cluster.id, Arc::new(cluster))).collect())
    }
}

/// The clusters of operations, in the order they were entered.
pub struct ClustersOfOperation;

impl Batch<Db> for ClustersOfOperation {
    type Key = OperationId;
    type Value = Arc<Vec<Cluster>>;

    async fn load(db: &Db, keys: Vec<OperationId>) -> Result<HashMap<OperationId, Arc<Vec<Cluster>>>> {
        let rows: Vec<Cluster> = clusters::table
            .filter(clusters::operation_id.eq_any(keys))
            .order(clusters::id)
            .select(Cluster::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |cluster| cluster.operation_id))
    }
}

/// The emergencies of operations, the newest first.
pub(super) struct EmergenciesOfOperation;

impl Batch<Db> for EmergenciesOfOperation {
    type Key = OperationId;
    type Value = Arc<Vec<Emergency>>;

    async fn load(db: &Db, keys: Vec<OperationId>) -> Result<HashMap<OperationId, Arc<Vec<Emergency>>>> {
        let rows: Vec<Emergency> = emergencies::table
            .filter(emergencies::operation_id.eq_any(keys))
            .order((emergencies::started_on.desc(), emergencies::id))
            .select(Emergency::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |emergency| emergency.operation_id))
    }
}

/// The steps in the lives of clusters, in order.
pub(super) struct TransitionsOfCluster;

impl Batch<Db> for TransitionsOfCluster {
    type Key = ClusterId;
    type Value = Arc<Vec<ClusterTransition>>;

    async fn load(db: &Db, keys: Vec<ClusterId>) -> Result<HashMap<ClusterId, Arc<Vec<ClusterTransition>>>> {
        let rows: Vec<ClusterTransition> = cluster_transitions::table
            .filter(cluster_transitions::cluster_id.eq_any(keys))
            .order((cluster_transitions::decided_on, cluster_transitions::id))
            .select(ClusterTransition::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |transition| transition.cluster_id))
    }
}

/// The memberships of clusters, past ones included, by first day.
pub(super) struct MembershipsOfCluster;

impl Batch<Db> for MembershipsOfCluster {
    type Key = ClusterId;
    type Value = Arc<Vec<Membership>>;

    async fn load(db: &Db, keys: Vec<ClusterId>) -> Result<HashMap<ClusterId, Arc<Vec<Membership>>>> {
        let rows: Vec<Membership> = memberships::table
            .filter(memberships::cluster_id.eq_any(keys))
            .order((memberships::valid_from, memberships::id))
            .select(Membership::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |membership| membership.cluster_id))
    }
}

/// The memberships of organisations, past ones included, by first day.
pub struct MembershipsOfOrganisation;

impl Batch<Db> for MembershipsOfOrganisation {
    type Key = OrganisationId;
    type Value = Arc<Vec<Membership>>;

    async fn load(db: &Db, keys: Vec<OrganisationId>) -> Result<HashMap<OrganisationId, Arc<Vec<Membership>>>> {
        let rows: Vec<Membership> = memberships::table
            .filter(memberships::organisation_id.eq_any(keys))
            .order((memberships::valid_from, memberships::id))
            .select(Membership::as_select())
            .load(&mut db.conn().await?)
            .await?;
        Ok(grouped(rows, |membership| membership.organisation_id))
    }
}

fn grouped<K: Eq + Hash, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Arc<Vec<T>>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups.into_iter().map(|(key, rows)| (key, Arc::new(rows))).collect()
}
