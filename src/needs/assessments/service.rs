//! Entering, changing, finalising and withdrawing assessments.

use std::collections::BTreeSet;

use juniper::ID;

use super::{
    model::{
        self, AddAssessmentDocumentInput, AreaOf, Assessment, AssessmentDetailsInput, AssessmentDocument,
        AssessmentDocumentId, AssessmentId, AssessmentQualityInput, AssessmentRole, AssessmentStatus,
        CreateAssessmentInput, FinaliseAssessmentInput, OrganisationOf, Parts, RemoveAssessmentDocumentInput, Tag,
        TagKind, UpdateAssessmentInput, Whole, WithdrawAssessmentInput,
    },
    policy, store,
};
use crate::{
    audit,
    clusters::{self, Operation},
    kit::{
        Error, Result,
        auth::Action,
        db::Transaction,
        files::{self, FileId},
        graphql::localized,
        scope::{ClusterId, OperationId, OrganisationId, Scope, Scoped},
        text::web_address,
    },
    partners,
    places::{self, AdminAreaId},
};

const MOST_AREAS: usize = 500;
const MOST_LEADS: usize = 20;
const MOST_PARTICIPANTS: usize = 100;
const MOST_TOPICS: usize = 20;
const MOST_DOCUMENTS: i64 = 50;
const LONGEST_TOPIC: usize = 100;

/// The ids of an input, read before anything is looked up, so that an id of another kind is told as such.
struct Named {
    areas: Vec<AdminAreaId>,
    leads: Vec<OrganisationId>,
    participants: Vec<OrganisationId>,
}

impl Named {
    fn read(input: &AssessmentDetailsInput) -> Result<Self> {
        let participants = input.participant_organisation_ids.as_deref().unwrap_or_default();
        Ok(Self {
            areas: ids(&input.area_ids, 1..=MOST_AREAS, "assessment.areaIds", AdminAreaId::parse)?,
            leads: ids(&input.lead_organisation_ids, 1..=MOST_LEADS, LEADS, OrganisationId::parse)?,
            participants: ids(participants, 0..=MOST_PARTICIPANTS, PARTICIPANTS, OrganisationId::parse)?,
        })
    }
}

const LEADS: &str = "assessment.leadOrganisationIds";
const PARTICIPANTS: &str = "assessment.participantOrganisationIds";

/// Ids of a list, each once.
fn ids<T: Ord>(
    given: &[ID],
    count: std::ops::RangeInclusive<usize>,
    field: &str,
    parse: impl Fn(&ID, &str) -> Result<T>,
) -> Result<Vec<T>> {
    if !count.contains(&given.len()) {
        let message = format!("name {} to {} of them", count.start(), count.end());
        return Err(Error::invalid(field, "ids-count", message));
    }
    let read: BTreeSet<T> =
        given.iter().enumerate().map(|(at, id)| parse(id, &format!("{field}[{at}]"))).collect::<Result<_>>()?;
    Ok(read.into_iter().collect())
}

/// Enters an assessment.
pub(super) async fn create(transaction: &mut Transaction, input: CreateAssessmentInput) -> Result<Assessment> {
    let operation = OperationId::parse(&input.operation_id, "operationId")?;
    let cluster = ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?;
    let named = Named::read(&input.assessment)?;
    let (operation, scope) = place(transaction, operation, cluster).await?;
    let status = input.status.unwrap_or(AssessmentStatus::Planned);
    if status == AssessmentStatus::Withdrawn {
        let message = "an assessment that is withdrawn need not be entered";
        return Err(Error::invalid("status", "assessment-status", message));
    }
    let id = model::id_or(input.id, || transaction.new_id());
    let parts = parts(transaction, &operation, id, &input.assessment, named).await?;
    let blank = Assessment {
        id,
        operation_id: operation.id,
        cluster_id: scope.keeper(),
        names: localized::read(&input.assessment.names, "assessment.names")?,
        status,
        kind: input.assessment.kind,
        family: input.assessment.family,
        coordination: input.assessment.coordination,
        frequency: input.assessment.frequency,
        confidentiality: input.assessment.confidentiality,
        sampling: None,
        sample_size: None,
        proximity: None,
        unit_of_analysis: None,
        unit_of_reporting: None,
        starts_on: input.assessment.starts_on,
        ends_on: input.assessment.ends_on,
        fit_for_purpose: None,
        trustworthiness: None,
        analytical_rigour: None,
        analytical_writing: None,
        withdrawn_because: None,
        version: 1,
        created_at: transaction.now(),
        updated_at: transaction.now(),
    };
    let assessment = with_details(blank, &input.assessment)?;
    check_begun(transaction, &operation, &assessment)?;
    store::insert(transaction.conn(), &assessment).await?;
    store::set_parts(transaction.conn(), id, &parts).await?;
    let change = audit::Change::new("create", id).in_operation(operation.id);
    audit::record(transaction, change.to(&Whole { assessment: &assessment, parts: &parts })?).await?;
    Ok(assessment)
}

/// The operation, and what a new assessment in it belongs to.
async fn place(
    transaction: &Transaction,
    operation: OperationId,
    cluster: Option<ClusterId>,
) -> Result<(Operation, Scope)> {
    let scope = match cluster {
        None => Scope::operation(operation),
        Some(id) => {
            let found = clusters::cluster(transaction.conn(), id).await?;
            let known = found.filter(|cluster| {
                cluster.operation_id == operation && transaction.viewer().may(Action::ReadShared, &cluster.scope())
            });
            known.ok_or_else(|| Error::not_found("clusterId"))?.scope()
        }
    };
    policy::may_enter(transaction.viewer(), &scope)?;
    let found = clusters::operation(transaction.conn(), operation).await?;
    Ok((found.ok_or_else(|| Error::not_found("operationId"))?, scope))
}

/// An assessment with what an input tells of it.
fn with_details(assessment: Assessment, input: &AssessmentDetailsInput) -> Result<Assessment> {
    use chrono::Datelike;
    let years = 2000..=2100;
    let in_time = years.contains(&input.starts_on.year()) && years.contains(&input.ends_on.year());
    if input.ends_on <= input.starts_on || !in_time {
        let message = "the end is the first day after, so it comes after the first day; years are 2000 to 2100";
        return Err(Error::invalid("assessment.endsOn", "assessment-period", message));
    }
    if input.sample_size.is_some_and(|size| size < 1) {
        let message = "write 1 or more, or leave it out where it is not known";
        return Err(Error::invalid("assessment.sampleSize", "assessment-sample-size", message));
    }
    let assessment = Assessment {
        names: localized::read(&input.names, "assessment.names")?,
        kind: input.kind,
        family: input.family,
        coordination: input.coordination,
        frequency: input.frequency,
        confidentiality: input.confidentiality,
        sampling: input.sampling,
        sample_size: input.sample_size,
        proximity: input.proximity,
        unit_of_analysis: input.unit_of_analysis,
        unit_of_reporting: input.unit_of_reporting,
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        ..assessment
    };
    with_quality(assessment, input.quality.unwrap_or_default(), "assessment.quality")
}

fn with_quality(assessment: Assessment, quality: AssessmentQualityInput, field: &str) -> Result<Assessment> {
    let checked = |score: Option<i32>, name: &str| match score {
        Some(score) if !(1..=5).contains(&score) => {
            let message = "write 1 (poor) to 5 (very good), or leave it out where nobody judged";
            Err(Error::invalid(format!("{field}.{name}"), "assessment-quality", message))
        }
        score => Ok(score),
    };
    Ok(Assessment {
        fit_for_purpose: checked(quality.fit_for_purpose, "fitForPurpose")?,
        trustworthiness: checked(quality.trustworthiness, "trustworthiness")?,
        analytical_rigour: checked(quality.analytical_rigour, "analyticalRigour")?,
        analytical_writing: checked(quality.analytical_writing, "analyticalWriting")?,
        ..assessment
    })
}

/// What is under way or finalised has begun.
fn check_begun(transaction: &Transaction, operation: &Operation, assessment: &Assessment) -> Result<()> {
    let begun = assessment.starts_on <= operation.day(transaction.now())?;
    if begun || assessment.status == AssessmentStatus::Planned {
        return Ok(());
    }
    let message = format!("it begins on {}, so it is still planned", assessment.starts_on);
    Err(Error::invalid("status", "assessment-not-begun", message))
}

/// The parts of an assessment, as an input tells them.
async fn parts(
    transaction: &Transaction,
    operation: &Operation,
    id: AssessmentId,
    input: &AssessmentDetailsInput,
    named: Named,
) -> Result<Parts> {
    check_areas(transaction, operation, &named.areas).await?;
    let mut organisations = organisations(transaction, id, &named.leads, AssessmentRole::Lead, LEADS).await?;
    let others = organisations_apart(transaction, id, &named.participants, &organisations).await?;
    organisations.extend(others);
    organisations.sort_by_key(|row| row.organisation_id);
    Ok(Parts {
        areas: named.areas.into_iter().map(|area_id| AreaOf { assessment_id: id, area_id }).collect(),
        organisations,
        tags: tags(id, input)?,
    })
}

/// Every area is known, and of the operation's country where it has one.
async fn check_areas(transaction: &Transaction, operation: &Operation, areas: &[AdminAreaId]) -> Result<()> {
    const FIELD: &str = "assessment.areaIds";
    let found = places::areas_by_id(transaction.conn(), areas).await?;
    if found.len() < areas.len() {
        return Err(Error::not_found(FIELD));
    }
    let elsewhere =
        found.iter().find(|area| operation.country_iso3.as_ref().is_some_and(|country| *country != area.country_iso3));
    match elsewhere {
        None => Ok(()),
        Some(area) => {
            let message = format!("{} lies in another country than the operation", area.pcode);
            Err(Error::invalid(FIELD, "assessment-area-elsewhere", message))
        }
    }
}

/// Organisations by what they are; a duplicate gives its survivor.
async fn organisations(
    transaction: &Transaction,
    assessment_id: AssessmentId,
    ids: &[OrganisationId],
    role: AssessmentRole,
    field: &str,
) -> Result<Vec<OrganisationOf>> {
    let found = partners::organisations(transaction.conn(), ids).await?;
    let survivors: BTreeSet<OrganisationId> = ids
        .iter()
        .map(|id| found.get(id).map(|organisation| organisation.id).ok_or_else(|| Error::not_found(field)))
        .collect::<Result<_>>()?;
    let row = |organisation_id| OrganisationOf { assessment_id, organisation_id, role };
    Ok(survivors.into_iter().map(row).collect())
}

/// Those that take part, none of which may lead, too.
async fn organisations_apart(
    transaction: &Transaction,
    id: AssessmentId,
    participants: &[OrganisationId],
    leads: &[OrganisationOf],
) -> Result<Vec<OrganisationOf>> {
    let rows = organisations(transaction, id, participants, AssessmentRole::Participant, PARTICIPANTS).await?;
    if rows.iter().any(|row| leads.iter().any(|lead| lead.organisation_id == row.organisation_id)) {
        let message = "an organisation that leads takes part already; name it once";
        return Err(Error::invalid(PARTICIPANTS, "assessment-organisation-twice", message));
    }
    Ok(rows)
}

fn tags(id: AssessmentId, input: &AssessmentDetailsInput) -> Result<Vec<Tag>> {
    if input.affected_groups.is_empty() {
        let message = "say whom it asks; ALL for everybody";
        return Err(Error::invalid("assessment.affectedGroups", "assessment-groups", message));
    }
    let mut tags: BTreeSet<(TagKind, String)> = BTreeSet::new();
    tags.extend(input.affected_groups.iter().map(|group| (TagKind::AffectedGroup, group.to_string())));
    tags.extend(input.focuses.iter().flatten().map(|focus| (TagKind::Focus, focus.to_string())));
    tags.extend(input.techniques.iter().flatten().map(|technique| (TagKind::Technique, technique.to_string())));
    tags.extend(input.figures.iter().flatten().map(|figure| (TagKind::Figure, figure.to_string())));
    for sector in sectors(input.sectors.as_deref())? {
        tags.insert((TagKind::Sector, sector));
    }
    for topic in topics(input.topics.as_deref().unwrap_or_default())? {
        tags.insert((TagKind::Topic, topic));
    }
    Ok(tags.into_iter().map(|(kind, value)| Tag { assessment_id: id, kind, value }).collect())
}

/// Sectors by HPC code; education when none is named.
fn sectors(given: Option<&[String]>) -> Result<Vec<String>> {
    const FIELD: &str = "assessment.sectors";
    let Some(given) = given else { return Ok(vec!["EDU".to_owned()]) };
    if !(1..=20).contains(&given.len()) {
        return Err(Error::invalid(FIELD, "assessment-sectors", "name 1 to 20 sectors, or leave them out"));
    }
    let read = |(at, code): (usize, &String)| {
        let code = code.trim().to_uppercase();
        let fits = (2..=12).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_uppercase() || b == b'-');
        let field = format!("{FIELD}[{at}]");
        fits.then_some(code)
            .ok_or_else(|| Error::invalid(field, "sector-code", "write the sector's HPC code, such as EDU"))
    };
    given.iter().enumerate().map(read).collect()
}

fn topics(given: &[String]) -> Result<Vec<String>> {
    const FIELD: &str = "assessment.topics";
    if given.len() > MOST_TOPICS {
        return Err(Error::invalid(FIELD, "assessment-topics", format!("name at most {MOST_TOPICS} topics")));
    }
    let read = |(at, topic): (usize, &String)| {
        let topic = topic.trim().to_owned();
        let fits = (1..=LONGEST_TOPIC).contains(&topic.chars().count());
        let message = format!("write 1 to {LONGEST_TOPIC} characters");
        fits.then_some(topic).ok_or_else(|| Error::invalid(format!("{FIELD}[{at}]"), "text-length", message))
    };
    given.iter().enumerate().map(read).collect()
}

/// Changes what is told of an assessment.
pub(super) async fn update(transaction: &mut Transaction, input: UpdateAssessmentInput) -> Result<Assessment> {
    let id = AssessmentId::parse(&input.assessment_id, "assessmentId")?;
    let named = Named::read(&input.assessment)?;
    let before = policy::load_for_edit(transaction, id, "assessmentId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.require_standing()?;
    let status = input.status.unwrap_or(before.status);
    if status != before.status && status != AssessmentStatus::Ongoing {
        let message = "by this mutation an assessment becomes ONGOING; finalise or withdraw it by those of their own";
        return Err(Error::invalid("status", "assessment-status", message));
    }
    before.check_step(status, "status")?;
    let operation = clusters::operation(transaction.conn(), before.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("an assessment without its operation"))?;
    let parts = parts(transaction, &operation, id, &input.assessment, named).await?;
    let earlier = store::parts(transaction.conn(), id).await?;
    let changed = with_details(Assessment { status, ..before.clone() }, &input.assessment)?;
    let after = Assessment { version: before.version + 1, updated_at: transaction.now(), ..changed };
    check_begun(transaction, &operation, &after)?;
    store::update(transaction.conn(), &after).await?;
    store::set_parts(transaction.conn(), id, &parts).await?;
    let change = audit::Change::new("update", id).in_operation(after.operation_id);
    let change = change.from(&Whole { assessment: &before, parts: &earlier })?;
    audit::record(transaction, change.to(&Whole { assessment: &after, parts: &parts })?).await?;
    Ok(after)
}

/// Notes that the results of an assessment are there.
pub(super) async fn finalise(transaction: &mut Transaction, input: FinaliseAssessmentInput) -> Result<Assessment> {
    let id = AssessmentId::parse(&input.assessment_id, "assessmentId")?;
    let before = policy::load_for_edit(transaction, id, "assessmentId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.check_step(AssessmentStatus::Finalised, "assessmentId")?;
    let operation = clusters::operation(transaction.conn(), before.operation_id).await?;
    let operation = operation.ok_or_else(|| Error::bug("an assessment without its operation"))?;
    let mut after = Assessment { status: AssessmentStatus::Finalised, ..before.clone() };
    check_begun(transaction, &operation, &after).map_err(|error| error.at("assessmentId"))?;
    if let Some(quality) = input.quality {
        after = with_quality(after, quality, "quality")?;
    }
    save(transaction, "finalise", &before, after).await
}

/// Withdraws an assessment.
pub(super) async fn withdraw(transaction: &mut Transaction, input: WithdrawAssessmentInput) -> Result<Assessment> {
    let id = AssessmentId::parse(&input.assessment_id, "assessmentId")?;
    let before = policy::load_for_edit(transaction, id, "assessmentId").await?;
    transaction.check_version(before.version, input.base_version)?;
    before.require_standing()?;
    let reason = crate::needs::model::said(&input.reason, "reason")?;
    let after = Assessment { status: AssessmentStatus::Withdrawn, withdrawn_because: Some(reason), ..before.clone() };
    save(transaction, "withdraw", &before, after).await
}

/// Keeps a changed assessment as its next version, with the change in the history.
async fn save(
    transaction: &Transaction,
    action: &'static str,
    before: &Assessment,
    changed: Assessment,
) -> Result<Assessment> {
    let after = Assessment { version: before.version + 1, updated_at: transaction.now(), ..changed };
    store::update(transaction.conn(), &after).await?;
    let change = audit::Change::new(action, after.id).in_operation(after.operation_id).from(before)?.to(&after)?;
    audit::record(transaction, change).await?;
    Ok(after)
}

/// Adds a document.
pub(super) async fn add_document(
    transaction: &mut Transaction,
    input: AddAssessmentDocumentInput,
) -> Result<Assessment> {
    let id = AssessmentId::parse(&input.assessment_id, "assessmentId")?;
    let file_id = FileId::parse_optional(input.file_id.as_ref(), "fileId")?;
    let assessment = policy::load_for_edit(transaction, id, "assessmentId").await?;
    assessment.require_standing()?;
    if store::documents_of(transaction.conn(), id).await? >= MOST_DOCUMENTS {
        let message = format!("an assessment has at most {MOST_DOCUMENTS} documents; put some together");
        return Err(Error::conflict("assessment-documents", message).at("assessmentId"));
    }
    let url = input.url.as_deref().map(|url| web_address(url, "url")).transpose()?;
    if url.is_some() == file_id.is_some() {
        let message = "give an address or a file, and not both";
        return Err(Error::invalid("url", "document-place", message));
    }
    let document = AssessmentDocument {
        id: transaction.new_id(),
        assessment_id: id,
        kind: input.kind,
        title: crate::needs::model::said(&input.title, "title")?,
        url,
        file_id,
        created_at: transaction.now(),
    };
    if let Some(file) = file_id {
        files::load_file(transaction.conn(), transaction.viewer(), file, "fileId").await?;
        files::assign(transaction, file, &assessment.scope()).await?;
    }
    store::insert_document(transaction.conn(), &document).await?;
    let change = audit::Change::new("create", document.id).in_operation(assessment.operation_id).to(&document)?;
    audit::record(transaction, change).await?;
    Ok(assessment)
}

/// Takes a document out.
pub(super) async fn remove_document(
    transaction: &mut Transaction,
    input: RemoveAssessmentDocumentInput,
) -> Result<Assessment> {
    const FIELD: &str = "documentId";
    let id = AssessmentDocumentId::parse(&input.document_id, FIELD)?;
    let document = store::document(transaction.conn(), id).await?.ok_or_else(|| Error::not_found(FIELD))?;
    let assessment = policy::load_for_edit(transaction, document.assessment_id, FIELD).await?;
    if !store::remove_document(transaction.conn(), id).await? {
        return Err(Error::not_found(FIELD));
    }
    let change = audit::Change::new("remove", id).in_operation(assessment.operation_id).from(&document)?;
    audit::record(transaction, change).await?;
    Ok(assessment)
}
