//! The tables of flows.

use std::{collections::HashMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use diesel::{prelude::*, sql_query, sql_types};
use diesel_async::RunQueryDsl;
use rust_decimal::Decimal;
use serde::Serialize;
use uuid::Uuid;

use super::model::{
    Boundary, Contribution, Earmarking, Flow, FlowId, FlowSight, FlowStatus, FlowType, FlowVersion, FlowVersionId,
    OnBoundary, Party, PartyRow, Portion, PortionRow,
};
use crate::{
    appeals::funding::FlowFact,
    kit::{
        Error, Result,
        db::{Conn, Db, Keep},
        graphql::{loaders::Batch, page::Page},
        scope::{OperationId, OrganisationId},
    },
    schema::{flow_parties, flow_portions, flow_versions, flows},
};

/// How a flow stands before an import.
#[derive(QueryableByName)]
pub(super) struct Standing {
    #[diesel(sql_type = sql_types::Uuid)]
    pub(super) id: FlowId,
    #[diesel(sql_type = sql_types::Text)]
    pub(super) external_id: String,
    #[diesel(sql_type = sql_types::Integer)]
    pub(super) number: i32,
    #[diesel(sql_type = sql_types::Binary)]
    pub(super) content_hash: Vec<u8>,
}

/// Enters the flows of a source that are not known yet.
pub(super) async fn add_flows(
    mut conn: Conn<'_>,
    operation: OperationId,
    system: &str,
    ids: Vec<Uuid>,
    external_ids: &[&str],
    now: DateTime<Utc>,
) -> Result<()> {
    let add = "insert into flows (id, operation_id, system, external_id, created_at) \
        select new.id, $1, $2, new.external_id, $5 from unnest($3, $4) as new (id, external_id) \
        on conflict (operation_id, system, external_id) do nothing";
    sql_query(add)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Text, _>(system)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(ids)
        .bind::<sql_types::Array<sql_types::Text>, _>(external_ids)
        .bind::<sql_types::Timestamptz, _>(now)
        .execute(&mut conn)
        .await?;
    Ok(())
}

/// How these flows stand, held until the transaction ends: number 0 where there is no version yet.
pub(super) async fn standing(
    mut conn: Conn<'_>,
    operation: OperationId,
    system: &str,
    external_ids: &[&str],
) -> Result<Vec<Standing>> {
    // Held in one order by everyone, so that two imports of the same flows wait for each other and never lock each other out.
    let hold =
        "select id from flows where operation_id = $1 and system = $2 and external_id = any($3) order by id for update";
    sql_query(hold)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Text, _>(system)
        .bind::<sql_types::Array<sql_types::Text>, _>(external_ids)
        .execute(&mut conn)
        .await?;
    let read = "select flows.id, flows.external_id, coalesce(last.number, 0) as number, \
            coalesce(last.content_hash, ''::bytea) as content_hash \
        from flows left join lateral ( \
            select number, content_hash from flow_versions where flow_id = flows.id order by number desc limit 1) last on true \
        where operation_id = $1 and system = $2 and external_id = any($3)";
    Ok(sql_query(read)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Text, _>(system)
        .bind::<sql_types::Array<sql_types::Text>, _>(external_ids)
        .load(&mut conn)
        .await?)
}

/// Keeps versions with their parties and portions, however many, in three statements.
pub(super) async fn add_versions(
    conn: Conn<'_>,
    versions: &[FlowVersion],
    parties: &[PartyRow],
    portions: &[PortionRow],
) -> Result<()> {
    insert_rows(
        conn,
        "insert into flow_versions select * from jsonb_populate_recordset(null::flow_versions, $1)",
        versions,
    )
    .await?;
    insert_rows(
        conn,
        "insert into flow_parties select * from jsonb_populate_recordset(null::flow_parties, $1)",
        parties,
    )
    .await?;
    insert_rows(
        conn,
        "insert into flow_portions select * from jsonb_populate_recordset(null::flow_portions, $1)",
        portions,
    )
    .await
}

/// Decimals are text in JSON, so every amount arrives exact; the table's own column types do the rest.
async fn insert_rows(mut conn: Conn<'_>, insert: &str, rows: &[impl Serialize]) -> Result<()> {
    if !rows.is_empty() {
        let rows = serde_json::to_value(rows).map_err(Error::internal)?;
        sql_query(insert).bind::<sql_types::Jsonb, _>(rows).execute(&mut conn).await?;
    }
    Ok(())
}

/// A flow, held until the transaction ends.
pub(super) async fn lock(mut conn: Conn<'_>, id: FlowId) -> Result<Option<Flow>> {
    Ok(flows::table.find(id).select(Flow::as_select()).for_update().first(&mut conn).await.optional()?)
}

/// The last version of a flow.
pub(super) async fn last_version(mut conn: Conn<'_>, flow: FlowId) -> Result<Option<FlowVersion>> {
    Ok(flow_versions::table
        .filter(flow_versions::flow_id.eq(flow))
        .select(FlowVersion::as_select())
        .order(flow_versions::number.desc())
        .first(&mut conn)
        .await
        .optional()?)
}

/// From whom and to what a version flows.
pub(super) async fn parties(mut conn: Conn<'_>, version: FlowVersionId) -> Result<Vec<Party>> {
    Ok(flow_parties::table
        .filter(flow_parties::version_id.eq(version))
        .select(Party::as_select())
        .order(flow_parties::id)
        .load(&mut conn)
        .await?)
}

/// The yearly parts of a version.
pub(super) async fn portions(mut conn: Conn<'_>, version: FlowVersionId) -> Result<Vec<Portion>> {
    Ok(flow_portions::table
        .filter(flow_portions::version_id.eq(version))
        .select(Portion::as_select())
        .order(flow_portions::year)
        .load(&mut conn)
        .await?)
}

/// The flows whose last version goes to a plan, the latest entered first; only those of some givers where the viewer sees no others.
pub(in crate::appeals) async fn list(
    mut conn: Conn<'_>,
    operation: OperationId,
    plan_code: &str,
    sight: &FlowSight,
    page: &Page,
) -> Result<Vec<Flow>> {
    let (all, givers) = match sight {
        FlowSight::All => (true, Vec::new()),
        FlowSight::Of(givers) => (false, givers.clone()),
    };
    let after = page.after_key::<(FlowId,)>()?.map(|(id,)| id);
    let list = "select flows.id, flows.operation_id, flows.system, flows.external_id, flows.created_at from flows \
        join lateral (select id from flow_versions where flow_id = flows.id order by number desc limit 1) last on true \
        where flows.operation_id = $1 and ($5::uuid is null or flows.id < $5) \
            and exists (select from flow_parties where version_id = last.id \
                and direction = 'DESTINATION' and kind = 'PLAN' and code = $2) \
            and ($3 or exists (select from flow_parties where version_id = last.id \
                and direction = 'SOURCE' and organisation_id = any($4))) \
        order by flows.id desc limit $6";
    Ok(sql_query(list)
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Text, _>(plan_code)
        .bind::<sql_types::Bool, _>(all)
        .bind::<sql_types::Array<sql_types::Uuid>, _>(givers)
        .bind::<sql_types::Nullable<sql_types::Uuid>, _>(after)
        .bind::<sql_types::BigInt, _>(page.limit())
        .load(&mut conn)
        .await?)
}

/// The versions of flows, the last first, by flow.
pub(super) struct VersionsOfFlow;

impl Batch<Db> for VersionsOfFlow {
    type Key = FlowId;
    type Value = Arc<Vec<FlowVersion>>;

    async fn load(db: &Db, keys: Vec<FlowId>) -> Result<HashMap<FlowId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<FlowVersion> = flow_versions::table
            .filter(flow_versions::flow_id.eq_any(&keys))
            .select(FlowVersion::as_select())
            .order(flow_versions::number.desc())
            .load(&mut conn)
            .await?;
        let mut found: HashMap<FlowId, Vec<FlowVersion>> = HashMap::new();
        for row in rows {
            found.entry(row.flow_id).or_default().push(row);
        }
        Ok(found.into_iter().map(|(flow, versions)| (flow, Arc::new(versions))).collect())
    }
}

/// From whom and to what versions flow, by version.
pub(super) struct PartiesOfVersion;

impl Batch<Db> for PartiesOfVersion {
    type Key = FlowVersionId;
    type Value = Arc<Vec<Party>>;

    async fn load(db: &Db, keys: Vec<FlowVersionId>) -> Result<HashMap<FlowVersionId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<(FlowVersionId, Party)> = flow_parties::table
            .filter(flow_parties::version_id.eq_any(&keys))
            .select((flow_parties::version_id, Party::as_select()))
            .order(flow_parties::id)
            .load(&mut conn)
            .await?;
        let mut found: HashMap<FlowVersionId, Vec<Party>> = HashMap::new();
        for (version, party) in rows {
            found.entry(version).or_default().push(party);
        }
        Ok(found.into_iter().map(|(version, parties)| (version, Arc::new(parties))).collect())
    }
}

/// The yearly parts of versions, by version.
pub(super) struct PortionsOfVersion;

impl Batch<Db> for PortionsOfVersion {
    type Key = FlowVersionId;
    type Value = Arc<Vec<Portion>>;

    async fn load(db: &Db, keys: Vec<FlowVersionId>) -> Result<HashMap<FlowVersionId, Self::Value>> {
        let mut conn = db.conn().await?;
        let rows: Vec<(FlowVersionId, Portion)> = flow_portions::table
            .filter(flow_portions::version_id.eq_any(&keys))
            .select((flow_portions::version_id, Portion::as_select()))
            .order(flow_portions::year)
            .load(&mut conn)
            .await?;
        let mut found: HashMap<FlowVersionId, Vec<Portion>> = HashMap::new();
        for (version, portion) in rows {
            found.entry(version).or_default().push(portion);
        }
        Ok(found.into_iter().map(|(version, portions)| (version, Arc::new(portions))).collect())
    }
}

/// A contribution to a plan as it stood on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributed {
    /// The flow.
    pub flow_id: FlowId,
    /// What the engine of funding needs of it.
    pub fact: FlowFact,
    /// Who gives and who receives.
    pub given: Given,
}

/// The ends and the original terms of a contribution, for people to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Who gives, by name.
    pub donors: Vec<String>,
    /// Who receives: the organisations that are known here.
    pub recipients: Vec<OrganisationId>,
    /// The activities that it is for, when the giver named any.
    pub activities: Vec<Uuid>,
    /// In the currency given.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// Units of the currency for one US dollar.
    pub rate: Option<Decimal>,
    /// When the giver decided.
    pub decision_date: Option<NaiveDate>,
    /// How tightly it is bound.
    pub earmarking: Option<Earmarking>,
}

#[derive(QueryableByName)]
#[diesel(check_for_backend(diesel::pg::Pg))]
struct ContributedRow {
    #[diesel(sql_type = sql_types::Uuid)]
    flow_id: FlowId,
    #[diesel(sql_type = sql_types::Text)]
    status: FlowStatus,
    #[diesel(sql_type = sql_types::Text)]
    boundary: Boundary,
    #[diesel(sql_type = sql_types::Text)]
    on_boundary: OnBoundary,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    usd: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    amount: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    currency: Option<String>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Numeric>)]
    rate: Option<Decimal>,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Date>)]
    decision_date: Option<NaiveDate>,
    #[diesel(sql_type = sql_types::Text)]
    flow_type: FlowType,
    #[diesel(sql_type = sql_types::Text)]
    contribution: Contribution,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Text>)]
    earmarking: Option<Earmarking>,
    #[diesel(sql_type = sql_types::Bool)]
    active: bool,
    #[diesel(sql_type = sql_types::BigInt)]
    plans: i64,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    clusters: Vec<String>,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    usage_years: Vec<String>,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    activities: Vec<String>,
    #[diesel(sql_type = sql_types::Array<sql_types::Text>)]
    donors: Vec<String>,
    #[diesel(sql_type = sql_types::Array<sql_types::Uuid>)]
    recipients: Vec<OrganisationId>,
    #[diesel(sql_type = sql_types::Array<sql_types::Integer>)]
    portion_years: Vec<i32>,
    #[diesel(sql_type = sql_types::Array<sql_types::Numeric>)]
    portion_usd: Vec<Decimal>,
}

/// The contributions whose destination names a plan, each by the last version that was reported up to a day.
///
/// # Errors
/// When they cannot be read.
pub(in crate::appeals) async fn given_to(
    mut conn: Conn<'_>,
    operation: OperationId,
    plan_code: &str,
    as_of: NaiveDate,
) -> Result<Vec<Contributed>> {
    let rows: Vec<ContributedRow> = sql_query(include_str!("given_to.sql"))
        .bind::<sql_types::Uuid, _>(operation)
        .bind::<sql_types::Text, _>(plan_code)
        .bind::<sql_types::Date, _>(as_of)
        // To plan it takes longer than to run it.
        .kept()
        .load(&mut conn)
        .await?;
    Ok(rows.into_iter().map(Contributed::from).collect())
}

impl From<ContributedRow> for Contributed {
    fn from(row: ContributedRow) -> Self {
        let fact = FlowFact {
            status: row.status,
            boundary: row.boundary,
            shared_between_plans: row.plans > 1 || row.on_boundary == OnBoundary::Shared,
            active: row.active,
            usd: row.usd,
            flow_type: row.flow_type,
            contribution: row.contribution,
            usage_years: row.usage_years.iter().filter_map(|year| year.parse().ok()).collect(),
            portions: row.portion_years.into_iter().zip(row.portion_usd).collect(),
            clusters: row.clusters,
        };
        let given = Given {
            donors: row.donors,
            recipients: row.recipients,
            activities: row.activities.iter().filter_map(|id| id.parse().ok()).collect(),
            amount: row.amount,
            currency: row.currency,
            rate: row.rate,
            decision_date: row.decision_date,
            earmarking: row.earmarking,
        };
        Self { flow_id: row.flow_id, fact, given }
    }
}
