//! Publishing a plan: it is frozen as it stands, with a hash that shows whether anything was touched since.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    costing, difference,
    inputs::PublishPlanInput,
    model::{
        Activity, ActivityCost, Indicator, IndicatorId, Objective, Plan, PlanId, PlanStatus, PlanVersion, Target,
        VersionLevel,
    },
    policy, store,
};
use crate::{
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Db, Transaction},
        graphql::loaders::Batch,
    },
    needs,
};

/// The layout of [`Snapshot`]; a reader of old versions tells by it how to read them.
const FORMAT: u32 = 2;
/// How many changes an error names.
const NAMED: usize = 5;

/// What is frozen of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The layout of this record.
    pub format: u32,
    /// The plan itself.
    pub plan: Plan,
    /// Its objectives.
    pub objectives: Vec<Objective>,
    /// Its activities.
    pub activities: Vec<Activity>,
    /// The costs of its activities.
    pub costs: Vec<ActivityCost>,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
    /// The targets of its indicators.
    pub targets: Vec<Target>,
    /// What it costs in all; none when nothing could be costed.
    pub requirement: Option<rust_decimal::Decimal>,
    /// Codes of the dimensions that its indicators are told apart by; none in layouts before 2, which did not say them.
    #[serde(default)]
    pub dimensions: Option<BTreeMap<IndicatorId, Vec<String>>>,
}

/// Publishes a plan as it stands, as the next version.
///
/// # Errors
/// When the viewer may not, someone changed the plan meanwhile, it is empty, it answers a needs round that is not published, nothing changed
/// since the last version, or more than a minor version may change.
pub async fn publish_plan(transaction: &mut Transaction, input: PublishPlanInput) -> Result<PlanVersion> {
    let published_by = transaction.viewer().require_user()?;
    let id = PlanId::parse(&input.plan_id, "planId")?;
    let before = policy::lock(transaction, Action::Publish, id, "planId").await?;
    policy::require_open(&before)?;
    transaction.check_version(before.version, input.base_version)?;
    check_needs_round(transaction, &before).await?;
    let last = store::latest_version(transaction.conn(), id).await?;
    if last.as_ref().is_some_and(|last| last.published_at >= before.updated_at) {
        return Err(Error::conflict("plan-unchanged", "nothing changed since the last published version"));
    }
    // Published and changed at the same moment: nothing is newer than its publication.
    let plan = Plan {
        status: PlanStatus::Published,
        version: before.version + 1,
        updated_at: transaction.now(),
        ..before.clone()
    };
    let snapshot = snapshot(transaction.conn(), plan.clone()).await?;
    if snapshot.activities.is_empty() {
        return Err(Error::conflict("plan-empty", "this plan has no activity yet; add what it sets out to do"));
    }
    let (major, minor) = next_label(transaction, last.as_ref(), input.level, &snapshot).await?;
    let snapshot = serde_json::to_value(&snapshot).map_err(Error::internal)?;
    let version = PlanVersion {
        id: transaction.new_id(),
        plan_id: id,
        number: last.map_or(1, |last| last.number + 1),
        major,
        minor,
        published_at: transaction.now(),
        published_by,
        hash: canonical_hash(&snapshot),
    };
    store::update_plan(transaction.conn(), &plan).await?;
    store::insert_version(transaction.conn(), &version, &snapshot).await?;
    let change = audit::Change::new("publish", id).in_operation(plan.operation_id).from(&before)?.to(&plan)?;
    audit::record(transaction, change).await?;
    Ok(version)
}

/// What the next version is called. A minor one changes only texts, costs and targets since the last: whoever reads 2.1 knows that figures of 2.0
/// mean the same.
async fn next_label(
    transaction: &Transaction,
    last: Option<&PlanVersion>,
    level: Option<VersionLevel>,
    next: &Snapshot,
) -> Result<(i32, i32)> {
    match (last, level.unwrap_or(VersionLevel::Major)) {
        (None, VersionLevel::Major) => Ok((1, 0)),
        (Some(last), VersionLevel::Major) => Ok((last.major + 1, 0)),
        (None, VersionLevel::Minor) => {
            let message = "the first version of a plan is MAJOR; leave the level out";
            Err(Error::invalid("level", "plan-first-version-minor", message))
        }
        (Some(last), VersionLevel::Minor) => {
            let before = store::difference::snapshot(transaction.conn(), last.id).await?;
            let beyond = difference::beyond_minor(&difference::compare(&read(before)?, next));
            if beyond.is_empty() {
                return Ok((last.major, last.minor + 1));
            }
            let named = beyond.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
            let more = if beyond.len() > NAMED { format!(" and {} more", beyond.len() - NAMED) } else { String::new() };
            let message = format!(
                "a MINOR version changes only texts, costs and targets, and this changes what the plan consists of or measures: \
                 {named}{more}; publish it as MAJOR"
            );
            Err(Error::invalid("level", "plan-beyond-minor", message))
        }
    }
}

/// What a version froze, of whatever layout.
///
/// # Errors
/// When this program does not know the layout.
pub(super) fn read(snapshot: Value) -> Result<Snapshot> {
    serde_json::from_value(snapshot).map_err(Error::internal)
}

/// The latest published version of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its number.
    pub number: i32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// What it froze.
    pub snapshot: Snapshot,
}

/// The latest published version of a plan: what donors and figures go by. None while it was never published.
///
/// # Errors
/// When the database cannot be reached, or the version has a layout that this program does not know.
pub async fn published(conn: Conn<'_>, plan: PlanId) -> Result<Option<Published>> {
    let Some((version, snapshot)) = store::latest_snapshot(conn, plan).await? else { return Ok(None) };
    let snapshot = serde_json::from_value(snapshot).map_err(Error::internal)?;
    Ok(Some(Published { number: version.number, published_at: version.published_at, snapshot }))
}

/// Loads what the latest published versions of plans froze.
pub(super) struct PublishedOfPlan;

impl Batch<Db> for PublishedOfPlan {
    type Key = PlanId;
    type Value = Arc<Snapshot>;

    async fn load(db: &Db, keys: Vec<PlanId>) -> Result<HashMap<PlanId, Arc<Snapshot>>> {
        let snapshots = store::latest_snapshots(db.conn().await?, &keys).await?;
        let read = |(plan, snapshot)| Ok((plan, Arc::new(serde_json::from_value(snapshot).map_err(Error::internal)?)));
        snapshots.into_iter().map(read).collect()
    }
}

/// Lets pass a plan that answers a published needs round, or none.
async fn check_needs_round(transaction: &Transaction, plan: &Plan) -> Result<()> {
    let Some(id) = plan.needs_round_id else { return Ok(()) };
    let round = needs::needs_round(transaction.conn(), id).await?.ok_or_else(|| Error::bug("a plan's needs round"))?;
    round.require_published("planId")
}

/// A plan as it stands, with all that it is made of.
///
/// # Errors
/// When the database cannot answer.
pub(super) async fn snapshot(conn: Conn<'_>, plan: Plan) -> Result<Snapshot> {
    let id = plan.id;
    let (objectives, activities, costs, indicators, targets, dimensions) = futures::try_join!(
        store::objectives(conn, id),
        store::activities(conn, id),
        store::costs(conn, id),
        store::indicators(conn, id),
        store::targets(conn, id),
        store::difference::dimensions(conn, id),
    )?;
    let requirement = costing::requirement(&activities, &costs).total;
    Ok(Snapshot {
        format: FORMAT,
        plan,
        objectives,
        activities,
        costs,
        indicators,
        targets,
        requirement,
        dimensions: Some(dimensions),
    })
}

/// SHA-256 of a JSON value as canonical text: keys sorted, no blanks. Anyone can compute it again from the published snapshot.
pub fn canonical_hash(value: &Value) -> Vec<u8> {
    // serde_json keeps the keys of objects sorted, as long as its `preserve_order` feature is off: a test checks it.
    Sha256::digest(value.to_string()).to_vec()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_hash_depends_on_what_is_said_and_not_on_the_order_it_is_said_in() {
        let one: Value = serde_json::from_str(r#"{"b": [1, {"d": null, "c": "x"}], "a": true}"#).expect("JSON");
        let other: Value = serde_json::from_str(r#"{"a":true,"b":[1,{"c":"x","d":null}]}"#).expect("JSON");
        assert_eq!(one.to_string(), r#"{"a":true,"b":[1,{"c":"x","d":null}]}"#);
        assert_eq!(canonical_hash(&one), canonical_hash(&other));
        assert_ne!(canonical_hash(&json!({ "a": 1 })), canonical_hash(&json!({ "a": "1" })));
    }

    #[test]
    fn the_hash_is_sha_256_of_the_text_so_that_others_can_check_it() {
        let empty_object = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        assert_eq!(hex::encode(canonical_hash(&json!({}))), empty_object);
    }
}
