//! What a project consists of: read from what a client sent, every part checked.

use std::collections::{BTreeSet, HashMap, HashSet};

use juniper::ID;

use super::{
    inputs::{ProjectBudgetLineInput, ProjectContentInput, ProjectTargetInput},
    model::{BudgetLine, Content, Project, ProjectId, ProjectTarget},
};
use crate::{
    kit::{Error, Result, db::Transaction, scope::OrganisationId},
    partners,
    places::AdminAreaId,
    plans::{
        inputs,
        model::{Activity, ActivityId, Plan},
        service::require_areas,
        store,
    },
};

/// The most organisations that implement a project beside its lead.
const MOST_ORGANISATIONS: usize = 50;
/// The most lines of targets.
const MOST_TARGETS: usize = 2_000;
/// The most lines of a budget.
const MOST_LINES: usize = 500;

/// Reads what a project consists of.
pub(super) async fn read(
    transaction: &Transaction,
    plan: &Plan,
    project: &Project,
    input: &ProjectContentInput,
) -> Result<Content> {
    check_length("content.organisationIds", input.organisation_ids.len(), MOST_ORGANISATIONS)?;
    check_length("content.targets", input.targets.len(), MOST_TARGETS)?;
    check_length("content.budget", input.budget.len(), MOST_LINES)?;
    let activities = store::activities(transaction.conn(), plan.id).await?;
    let activities: HashMap<ActivityId, Activity> = activities.into_iter().map(|one| (one.id, one)).collect();
    let rows =
        input.targets.iter().enumerate().map(|(row, target)| target_of(plan, project.id, &activities, row, target));
    let targets: Vec<ProjectTarget> = rows.collect::<Result<_>>()?;
    check_places(transaction, plan, &targets).await?;
    let organisations = implementing(project, &input.organisation_ids)?;
    let lines = input.budget.iter().enumerate();
    let lines = lines.map(|(row, line)| line_of(transaction, plan, project.id, &activities, row, line));
    let budget: Vec<BudgetLine> = lines.collect::<Result<_>>()?;
    let donors = budget.iter().filter_map(|line| line.donor_id);
    require_organisations(transaction, &organisations, donors.collect()).await?;
    Ok(Content { organisations, targets, budget })
}

fn check_length(field: &'static str, length: usize, most: usize) -> Result<()> {
    if length <= most {
        return Ok(());
    }
    Err(Error::invalid(field, "project-too-long", format!("give at most {most}")))
}

fn implementing(project: &Project, ids: &[ID]) -> Result<Vec<OrganisationId>> {
    const FIELD: &str = "content.organisationIds";
    let organisations: BTreeSet<_> = ids.iter().map(|id| OrganisationId::parse(id, FIELD)).collect::<Result<_>>()?;
    if organisations.contains(&project.organisation_id) {
        let message = "this organisation leads the project already; name the others";
        return Err(Error::invalid(FIELD, "project-lead-twice", message));
    }
    Ok(organisations.into_iter().collect())
}

/// Every organisation that is named must be in the register.
async fn require_organisations(
    transaction: &Transaction,
    implementing: &[OrganisationId],
    donors: Vec<OrganisationId>,
) -> Result<()> {
    for (field, ids) in [("content.organisationIds", implementing), ("content.budget", &donors)] {
        let wanted: BTreeSet<_> = ids.iter().copied().collect();
        let wanted: Vec<OrganisationId> = wanted.into_iter().collect();
        if partners::organisations(transaction.conn(), &wanted).await?.len() != wanted.len() {
            let message = "one of these is no organisation of the register; choose among those";
            return Err(Error::invalid(field, "organisation-unknown", message));
        }
    }
    Ok(())
}

fn activity_of<'a>(activities: &'a HashMap<ActivityId, Activity>, id: &ID, field: &str) -> Result<&'a Activity> {
    activities.get(&ActivityId::parse(id, field)?).ok_or_else(|| {
        let message = "this activity belongs to another plan; choose among those of the project's plan";
        Error::invalid(field, "record-of-another-plan", message)
    })
}

fn target_of(
    plan: &Plan,
    project: ProjectId,
    activities: &HashMap<ActivityId, Activity>,
    row: usize,
    input: &ProjectTargetInput,
) -> Result<ProjectTarget> {
    let at = |field: &str| format!("content.targets.{row}.{field}");
    let activity = activity_of(activities, &input.activity_id, &at("activityId"))?;
    if input.units.is_some() && activity.unit.is_people() {
        let message = "this activity is counted in people: write how many people, and leave the units out";
        return Err(Error::invalid(at("units"), "project-units-of-people", message));
    }
    Ok(ProjectTarget {
        project_id: project,
        plan_id: plan.id,
        activity_id: activity.id,
        area_id: AdminAreaId::parse(&input.area_id, &at("areaId"))?,
        people: input.people.map(|people| inputs::quantity(people, &at("people"))).transpose()?,
        units: input.units.map(|units| inputs::quantity(units, &at("units"))).transpose()?,
    })
}

fn line_of(
    transaction: &Transaction,
    plan: &Plan,
    project: ProjectId,
    activities: &HashMap<ActivityId, Activity>,
    row: usize,
    input: &ProjectBudgetLineInput,
) -> Result<BudgetLine> {
    let at = |field: &str| format!("content.budget.{row}.{field}");
    let activity = input.activity_id.as_ref().map(|id| activity_of(activities, id, &at("activityId"))).transpose()?;
    Ok(BudgetLine {
        id: transaction.new_id(),
        project_id: project,
        plan_id: plan.id,
        activity_id: activity.map(|activity| activity.id),
        source_kind: input.source_kind,
        donor_id: OrganisationId::parse_optional(input.donor_id.as_ref(), &at("donorId"))?,
        funded: input.funded,
        amount: inputs::money(input.amount, &at("amount"))?,
        position: i32::try_from(row).unwrap_or(i32::MAX),
    })
}

/// Refuses places outside the operation, the same activity twice in one place, and a place beside one that lies in it: its people would count twice.
async fn check_places(transaction: &Transaction, plan: &Plan, targets: &[ProjectTarget]) -> Result<()> {
    const FIELD: &str = "content.targets";
    let mut seen = HashSet::new();
    if let Some(row) = targets.iter().position(|target| !seen.insert((target.activity_id, target.area_id))) {
        let message = "there is a line for this activity and place already; put the two together";
        return Err(Error::invalid(format!("{FIELD}.{row}.areaId"), "project-target-twice", message));
    }
    let areas: BTreeSet<AdminAreaId> = targets.iter().map(|target| target.area_id).collect();
    let above =
        store::difference::nearest_above(transaction.conn(), &areas.iter().copied().collect::<Vec<_>>()).await?;
    require_areas(transaction, plan.operation_id, areas, FIELD).await?;
    let inside = |target: &ProjectTarget| {
        let mut next = above.get(&target.area_id);
        while let Some(area) = next {
            if seen.contains(&(target.activity_id, *area)) {
                return true;
            }
            next = above.get(area);
        }
        false
    };
    let Some(row) = targets.iter().position(inside) else { return Ok(()) };
    let message =
        "a larger place of the same activity holds this one, so that its people would count twice; keep one of the two";
    Err(Error::invalid(format!("{FIELD}.{row}.areaId"), "project-place-in-place", message))
}
