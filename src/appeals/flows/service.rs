//! Records contributions, withdraws them, and takes over what other systems recorded.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    model::{
        Behaviour, Boundary, Contribution, Direction, Flow, FlowId, FlowType, FlowVersion, OnBoundary, Party,
        PartyKind, PartyRow, PortionRow, RecordFlowInput, Statement, Terms, WithdrawFlowInput,
    },
    rules, sectors, store,
};
use crate::{
    appeals::{
        model::{self, Appeal, AppealStatus},
        money, policy,
        service::{self, Destination},
    },
    audit,
    kit::{
        Error, Result,
        auth::Action,
        db::{Conn, Transaction},
        scope::{OperationId, OrganisationId, Scoped},
        text::Language,
    },
    partners::{self, Organisation},
    plans::{self, ActivityId},
};

/// The system that contributions entered here belong to.
const OURS: &str = "DARASA";

/// A flow with the version that holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Recorded {
    /// The flow.
    pub flow: Flow,
    /// The version that holds.
    pub version: FlowVersion,
}

/// Records a contribution, or its next step as a new version of the same flow.
///
/// # Errors
/// When the viewer may not, or an input names its fault.
pub async fn record(transaction: &mut Transaction, input: RecordFlowInput) -> Result<Recorded> {
    let appeal = policy::load(transaction.conn(), transaction.viewer(), &input.appeal_id, "appealId").await?;
    let source = OrganisationId::parse(&input.source_organisation_id, "sourceOrganisationId")?;
    policy::may_record(transaction.viewer(), &appeal, source)?;
    if appeal.status == AppealStatus::Archived {
        let message = "this appeal is archived; nothing of it changes any more";
        return Err(Error::conflict("appeal-archived", message).at("appealId"));
    }
    let destination = service::destination(transaction.conn(), &appeal).await?;
    let before = match &input.flow_id {
        Some(id) => Some(load_for_edit(transaction, &appeal, &destination, id, input.base_version).await?),
        None => None,
    };
    let statement = statement(transaction, &appeal, &destination, &input, source, before.as_ref()).await?;
    let flow_id = before
        .as_ref()
        .map_or_else(|| input.id.map_or_else(|| transaction.new_id(), FlowId::from_uuid), |before| before.flow.id);
    if before.is_none() && store::lock(transaction.conn(), flow_id).await?.is_some() {
        return Err(Error::invalid("id", "id-taken", "there is a contribution with this id already; make a new id"));
    }
    add(transaction, &appeal, flow_id, before, statement, "record").await
}

/// Takes a contribution back: it stays in the history and counts no more.
///
/// # Errors
/// When the viewer may not, someone changed it meanwhile, or it was withdrawn before.
pub async fn withdraw(transaction: &mut Transaction, input: WithdrawFlowInput) -> Result<Recorded> {
    let appeal = policy::load(transaction.conn(), transaction.viewer(), &input.appeal_id, "appealId").await?;
    let destination = service::destination(transaction.conn(), &appeal).await?;
    let before = load_for_edit(transaction, &appeal, &destination, &input.flow_id, Some(input.base_version)).await?;
    rules::check_step(&before.version.terms, before.version.terms.status)?;
    let reason = model::reason(&input.reason, "reason")?;
    let terms = Terms {
        active: false,
        flow_date: Some(transaction.now().date_naive()),
        description: reason,
        ..before.version.terms.clone()
    };
    let (parties, portions) = futures::try_join!(
        store::parties(transaction.conn(), before.version.id),
        store::portions(transaction.conn(), before.version.id),
    )?;
    let (flow_id, statement) = (before.flow.id, Statement { terms, parties, portions });
    add(transaction, &appeal, flow_id, Some(before), statement, "withdraw").await
}

/// Loads a flow of the appeal that the viewer may change, and holds it until the transaction ends.
async fn load_for_edit(
    transaction: &Transaction,
    appeal: &Appeal,
    destination: &Destination,
    id: &juniper::ID,
    base_version: Option<i32>,
) -> Result<Recorded> {
    let absent = || Error::not_found("flowId");
    let flow = store::lock(transaction.conn(), FlowId::parse(id, "flowId")?).await?;
    let flow = flow.filter(|flow| flow.operation_id == appeal.operation_id).ok_or_else(absent)?;
    let version = store::last_version(transaction.conn(), flow.id).await?.ok_or_else(absent)?;
    let parties = store::parties(transaction.conn(), version.id).await?;
    // The caller names the appeal, so rights over it say nothing of a flow to another plan or sector.
    if !goes_to(&parties, destination) {
        return Err(absent());
    }
    let may = |party: &Party| {
        let scope = party.organisation_id.map_or_else(|| appeal.scope(), |giver| appeal.scope().owned_by(giver));
        transaction.viewer().may(Action::RecordFunding, &scope)
    };
    // What another donor recorded looks absent to this one.
    if !parties.iter().filter(|party| party.direction == Direction::Source).all(may) {
        return Err(absent());
    }
    if flow.system != OURS {
        let message = format!("this contribution comes from {}; change it there and import it again", flow.system);
        return Err(Error::conflict("flow-of-another-system", message).at("flowId"));
    }
    let base = base_version.ok_or_else(|| {
        Error::invalid("baseVersion", "base-version-missing", "say which version the new version is based on")
    })?;
    transaction.check_version(version.number, base)?;
    Ok(Recorded { flow, version })
}

/// Whether a version flows to where an appeal's money does: to its plan and, where it is for one cluster, to its sector.
fn goes_to(parties: &[Party], destination: &Destination) -> bool {
    let names = |kind: PartyKind, code: &str| {
        parties.iter().any(|party| {
            party.direction == Direction::Destination && party.kind == kind && party.code.as_deref() == Some(code)
        })
    };
    names(PartyKind::Plan, &destination.code)
        && destination.sector.as_deref().is_none_or(|sector| names(PartyKind::GlobalCluster, sector))
}

/// Everything that the new version says.
async fn statement(
    transaction: &Transaction,
    appeal: &Appeal,
    destination: &Destination,
    input: &RecordFlowInput,
    source: OrganisationId,
    before: Option<&Recorded>,
) -> Result<Statement> {
    let before = before.map(|before| &before.version.terms);
    if let Some(before) = before {
        rules::check_step(before, input.status)?;
    }
    let currency = money::currency(&input.currency, "currency")?;
    let (usd, rate) = rules::settle(input.amount, &currency, input.rate, input.decision_date, before)?;
    let today = transaction.now().date_naive();
    let flow_date = input.flow_date.unwrap_or(today);
    if flow_date > today {
        return Err(Error::invalid("flowDate", "flow-date-future", "a report is not from the future; give its day"));
    }
    if input.description.chars().count() > 2000 {
        return Err(Error::invalid("description", "text-length", "give at most 2,000 characters"));
    }
    let terms = Terms {
        status: input.status,
        boundary: input.boundary.unwrap_or(Boundary::Incoming),
        on_boundary: OnBoundary::Single,
        usd: Some(usd),
        amount: Some(input.amount),
        currency: Some(currency),
        rate,
        decision_date: input.decision_date,
        flow_date: Some(flow_date),
        budget_year: None,
        contribution: input.contribution.unwrap_or(Contribution::Financial),
        flow_type: FlowType::Standard,
        method: None,
        earmarking: input.earmarking,
        active: true,
        description: input.description.trim().to_owned(),
    };
    let parties = parties(transaction.conn(), appeal, destination, input, source).await?;
    Ok(Statement { terms, parties, portions: rules::portions(&input.portions, usd)? })
}

/// The ends of a contribution: giver, receiver, plan, sectors and activities.
async fn parties(
    conn: Conn<'_>,
    appeal: &Appeal,
    destination: &Destination,
    input: &RecordFlowInput,
    source: OrganisationId,
) -> Result<Vec<Party>> {
    let recipient = OrganisationId::parse(&input.recipient_organisation_id, "recipientOrganisationId")?;
    let (giver, receiver) =
        futures::try_join!(partners::organisation(conn, source), partners::organisation(conn, recipient))?;
    let giver = giver.ok_or_else(|| Error::not_found("sourceOrganisationId"))?;
    let receiver = receiver.ok_or_else(|| Error::not_found("recipientOrganisationId"))?;
    let plan = Party::new(Direction::Destination, PartyKind::Plan, destination.name.clone());
    let mut parties = vec![
        organisation(Direction::Source, &giver),
        organisation(Direction::Destination, &receiver),
        plan.coded(Some(destination.code.clone())),
    ];
    let sectors = input.sectors.clone().unwrap_or_else(|| destination.sector.iter().cloned().collect());
    let behaviour = if sectors.len() > 1 { Behaviour::Shared } else { Behaviour::Single };
    for (index, code) in sectors.iter().enumerate() {
        let code = code.trim().to_ascii_uppercase();
        let known = sectors::name(&code).ok_or_else(|| {
            let message = format!("{code:?} is no sector's code; the codes are {}", sectors::codes());
            Error::invalid(format!("sectors.{index}"), "flow-sector", message)
        })?;
        let party = Party::new(Direction::Destination, PartyKind::GlobalCluster, known).coded(Some(code));
        parties.push(Party { behaviour, ..party });
    }
    parties.extend(activities(conn, appeal, &input.activity_ids).await?);
    Ok(parties)
}

fn organisation(direction: Direction, organisation: &Organisation) -> Party {
    let party = Party::new(direction, PartyKind::Organisation, organisation.name.clone());
    Party { organisation_id: Some(organisation.id), ..party }
}

/// The activities that a contribution is for, all of the appeal's plan.
async fn activities(conn: Conn<'_>, appeal: &Appeal, ids: &[juniper::ID]) -> Result<Vec<Party>> {
    let (Some(plan), false) = (appeal.plan_id, ids.is_empty()) else {
        let message = "this appeal has no plan, so it has no activities; leave them out";
        return match ids {
            [] => Ok(Vec::new()),
            _ => Err(Error::invalid("activityIds", "flow-activity", message)),
        };
    };
    let known: HashMap<ActivityId, _> =
        plans::activities(conn, plan).await?.into_iter().map(|activity| (activity.id, activity)).collect();
    let behaviour = if ids.len() > 1 { Behaviour::Shared } else { Behaviour::Single };
    let party = |(index, id): (usize, &juniper::ID)| {
        let field = format!("activityIds.{index}");
        let activity = known
            .get(&ActivityId::parse(id, &field)?)
            .ok_or_else(|| Error::invalid(field, "flow-activity", "there is no such activity in the appeal's plan"))?;
        let name = activity.names.get(Language::En, Language::En);
        let party = Party::new(Direction::Destination, PartyKind::Activity, name);
        Ok(Party { behaviour, ..party.coded(Some(activity.id.uuid().to_string())) })
    };
    ids.iter().enumerate().map(party).collect()
}

/// Keeps the next version of one flow, and the flow itself when it is new.
async fn add(
    transaction: &mut Transaction,
    appeal: &Appeal,
    flow_id: FlowId,
    before: Option<Recorded>,
    statement: Statement,
    action: &'static str,
) -> Result<Recorded> {
    let flow = Flow {
        id: flow_id,
        operation_id: appeal.operation_id,
        system: OURS.to_owned(),
        external_id: flow_id.uuid().to_string(),
        created_at: before.as_ref().map_or_else(|| transaction.now(), |before| before.flow.created_at),
    };
    if before.is_none() {
        let (ids, external_ids) = (vec![flow_id.uuid()], [flow.external_id.as_str()]);
        let now = transaction.now();
        store::add_flows(transaction.conn(), appeal.operation_id, OURS, ids, &external_ids, now).await?;
    }
    let mut rows = Rows::default();
    let number = before.as_ref().map_or(1, |before| before.version.number + 1);
    rows.push(transaction, flow_id, number, statement)?;
    rows.keep(transaction).await?;
    let version = rows.versions.pop().ok_or_else(|| Error::bug("the version that was just kept"))?;
    let recorded = Recorded { flow, version };
    let mut change = audit::Change::new(action, flow_id).in_operation(appeal.operation_id).to(&recorded)?;
    if let Some(before) = before {
        change = change.from(&before)?;
    }
    audit::record(transaction, change).await?;
    Ok(recorded)
}

/// New versions, collected so that they go in together.
#[derive(Default)]
struct Rows {
    versions: Vec<FlowVersion>,
    parties: Vec<PartyRow>,
    portions: Vec<PortionRow>,
}

impl Rows {
    fn push(&mut self, transaction: &Transaction, flow_id: FlowId, number: i32, statement: Statement) -> Result<()> {
        let content_hash = statement.hash()?;
        let version = FlowVersion {
            id: transaction.new_id(),
            flow_id,
            number,
            terms: statement.terms,
            content_hash,
            created_at: transaction.now(),
        };
        let version_id = version.id;
        let party = |party| PartyRow { id: transaction.new_uuid(), version_id, party };
        self.parties.extend(statement.parties.into_iter().map(party));
        self.portions.extend(statement.portions.into_iter().map(|portion| PortionRow { version_id, portion }));
        self.versions.push(version);
        Ok(())
    }

    async fn keep(&self, transaction: &Transaction) -> Result<()> {
        store::add_versions(transaction.conn(), &self.versions, &self.parties, &self.portions).await
    }
}

/// What taking flows over did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenOver {
    /// Flows that were new.
    pub added: usize,
    /// Flows that say something else than before: they have a new version.
    pub changed: usize,
    /// Flows that say what they said.
    pub unchanged: usize,
}

/// Takes over what another system says of its flows, by their ids there: a new version only where it says something else than before.
pub(super) async fn take_over(
    transaction: &mut Transaction,
    operation: OperationId,
    system: &str,
    statements: BTreeMap<String, Statement>,
) -> Result<TakenOver> {
    let external_ids: Vec<&str> = statements.keys().map(String::as_str).collect();
    let ids: Vec<Uuid> = external_ids.iter().map(|_| transaction.new_uuid()).collect();
    let now = transaction.now();
    store::add_flows(transaction.conn(), operation, system, ids, &external_ids, now).await?;
    let standing = store::standing(transaction.conn(), operation, system, &external_ids).await?;
    let standing: HashMap<String, _> = standing.into_iter().map(|flow| (flow.external_id.clone(), flow)).collect();
    let mut done = TakenOver::default();
    let mut rows = Rows::default();
    for (external_id, statement) in statements {
        let flow = standing.get(&external_id).ok_or_else(|| Error::bug("a flow that was just added is not there"))?;
        match flow.number {
            0 => done.added += 1,
            _ if flow.content_hash == statement.hash()? => {
                done.unchanged += 1;
                continue;
            }
            _ => done.changed += 1,
        }
        rows.push(transaction, flow.id, flow.number + 1, statement)?;
    }
    rows.keep(transaction).await?;
    Ok(done)
}
