//! The projects of a plan as one sheet, a row for each: to be read, or uploaded elsewhere.

use std::collections::{BTreeSet, HashMap};

use juniper::ID;
use rust_decimal::Decimal;

use super::{
    learners::learners,
    model::{BudgetLine, BudgetSource, Content, Project, ProjectId},
    policy, score, store,
};
use crate::{
    kit::{
        Call, Result,
        db::Conn,
        scope::OrganisationId,
        sheet::{Cell, CsvWriter, OutBook, OutColumn, OutSheet, write_xlsx},
        text::Language,
    },
    partners::{self, Organisation},
    places::{self, AdminAreaId},
    plans::{
        costing,
        model::{Activity, ActivityId, PlanId},
        policy as plan_policy, store as plan_store,
    },
};

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text with commas.
    Csv,
    /// A workbook.
    Xlsx,
}

/// The columns before and behind those of where the money comes from: heading and HXL tag.
const BEFORE: &[(&str, &str)] = &[
    ("project_code", "#activity+project+code"),
    ("project", "#activity+project+name"),
    ("status", "#status+project"),
    ("lead_organisation", "#org+lead+name"),
    ("implementing_organisations", "#org+impl+list"),
    ("start_date", "#date+start"),
    ("end_date", "#date+end"),
    ("activities", "#activity+code+list"),
    ("places", "#adm+code+list"),
    ("people_targeted", "#targeted+ind"),
    ("currency", "#currency"),
    ("budget", "#value+budget+total"),
    ("funded", "#value+funded+total"),
    ("cost_per_child", "#value+budget+avg"),
];
const BEHIND: &[(&str, &str)] = &[("review_score", "#indicator+score"), ("description", "#description")];

fn columns() -> Vec<(String, String)> {
    let fixed = |(heading, tag): &(&str, &str)| ((*heading).to_owned(), (*tag).to_owned());
    let source = |source: &BudgetSource| {
        let name = source.as_str().to_lowercase();
        (format!("budget_{name}"), format!("#value+budget+{name}"))
    };
    let money = BudgetSource::ALL.iter().map(source);
    BEFORE.iter().map(fixed).chain(money).chain(BEHIND.iter().map(fixed)).collect()
}

/// The projects of a plan that the viewer may know of.
///
/// # Errors
/// `NOT_FOUND` when the viewer may not know of the plan.
pub async fn export_projects(call: &Call, plan: &ID, kind: Kind) -> Result<Vec<u8>> {
    let id = PlanId::parse(plan, "planId")?;
    let conn = call.db.conn().await?;
    let plan = plan_policy::load_for_read(conn, &call.viewer, id, "planId").await?;
    let projects = store::all_of_plan(conn, plan.id, &policy::reader(&call.viewer)).await?;
    let known = Known::load(call, conn, plan.id, &projects).await?;
    let rows: Vec<Vec<Cell>> = projects.iter().map(|project| known.row(call, project)).collect();
    let columns = columns();
    match kind {
        Kind::Csv => {
            let (headings, tags): (Vec<&str>, Vec<&str>) =
                columns.iter().map(|(heading, tag)| (heading.as_str(), tag.as_str())).unzip();
            let mut writer = CsvWriter::new(Vec::new(), &headings, &tags)?;
            for row in &rows {
                writer.row(row)?;
            }
            writer.finish()
        }
        Kind::Xlsx => {
            let column = |(heading, tag): (String, String)| OutColumn { heading, tag, ..OutColumn::default() };
            let sheet = OutSheet {
                name: "Projects".to_owned(),
                columns: columns.into_iter().map(column).collect(),
                rows,
                ..OutSheet::default()
            };
            write_xlsx(&OutBook { sheets: vec![sheet], ..OutBook::default() })
        }
    }
}

/// What the rows are made of.
struct Known {
    contents: HashMap<ProjectId, Content>,
    organisations: HashMap<OrganisationId, Organisation>,
    activities: Vec<Activity>,
    pcodes: HashMap<AdminAreaId, String>,
    above: HashMap<AdminAreaId, AdminAreaId>,
    scores: HashMap<ProjectId, Decimal>,
}

impl Known {
    async fn load(call: &Call, conn: Conn<'_>, plan: PlanId, projects: &[Project]) -> Result<Self> {
        let ids: Vec<ProjectId> = projects.iter().map(|project| project.id).collect();
        let contents = store::contents(conn, &ids).await?;
        let implementing = contents.values().flat_map(|content| content.organisations.iter().copied());
        let organisations: BTreeSet<OrganisationId> =
            projects.iter().map(|project| project.organisation_id).chain(implementing).collect();
        let organisations: Vec<OrganisationId> = organisations.into_iter().collect();
        let areas: BTreeSet<AdminAreaId> =
            contents.values().flat_map(|content| &content.targets).map(|target| target.area_id).collect();
        let areas: Vec<AdminAreaId> = areas.into_iter().collect();
        let (organisations, activities, places, above, scores) = futures::try_join!(
            partners::organisations(conn, &organisations),
            plan_store::activities(conn, plan),
            places::areas_by_id(conn, &areas),
            plan_store::difference::nearest_above(conn, &areas),
            scores(call, conn, plan, projects, &contents),
        )?;
        let pcodes = places.into_iter().map(|area| (area.id, area.pcode)).collect();
        Ok(Self { contents, organisations, activities, pcodes, above, scores })
    }

    fn row(&self, call: &Call, project: &Project) -> Vec<Cell> {
        let empty = Content { organisations: Vec::new(), targets: Vec::new(), budget: Vec::new() };
        let content = self.contents.get(&project.id).unwrap_or(&empty);
        let organisation = |id: &OrganisationId| self.organisations.get(id).map(|one| one.name.clone());
        let implementing: Vec<String> = content.organisations.iter().filter_map(organisation).collect();
        let of: BTreeSet<ActivityId> = content.targets.iter().map(|target| target.activity_id).collect();
        let activities = self.activities.iter().filter(|activity| of.contains(&activity.id));
        let activities: Vec<&str> = activities.map(|activity| activity.ref_code.as_str()).collect();
        let places: BTreeSet<&str> =
            content.targets.iter().filter_map(|target| self.pcodes.get(&target.area_id)).map(String::as_str).collect();
        let people = learners(&self.activities, &content.targets, &self.above);
        let sum = |wanted: &dyn Fn(&BudgetLine) -> bool| -> Decimal {
            content.budget.iter().filter(|line| wanted(line)).map(|line| line.amount).sum()
        };
        let budget = sum(&|_| true);
        let mut row = vec![
            Cell::from(project.code.as_str()),
            Cell::from(project.names.get(call.language, Language::En)),
            Cell::from(project.status.as_str().to_lowercase()),
            Cell::from(organisation(&project.organisation_id)),
            Cell::from(implementing.join("; ")),
            Cell::from(project.starts_on),
            Cell::from(project.ends_on.pred_opt()),
            Cell::from(activities.join("; ")),
            Cell::from(places.into_iter().collect::<Vec<_>>().join("; ")),
            Cell::from(people),
            Cell::from(project.currency.as_str()),
            Cell::from(budget),
            Cell::from(sum(&|line| line.funded)),
            Cell::from(costing::cost_per_person(Some(budget), people)),
        ];
        row.extend(BudgetSource::ALL.iter().map(|source| Cell::from(sum(&|line| line.source_kind == *source))));
        row.push(Cell::from(self.scores.get(&project.id).copied()));
        row.push(Cell::from(project.description.clone()));
        row
    }
}

/// What the reviews of each project's last round come to, as far as the viewer may know it.
async fn scores(
    call: &Call,
    conn: Conn<'_>,
    plan: PlanId,
    projects: &[Project],
    contents: &HashMap<ProjectId, Content>,
) -> Result<HashMap<ProjectId, Decimal>> {
    let told = |project: &&Project| {
        contents.get(&project.id).is_some_and(|content| policy::may_read_summary(&call.viewer, project, content))
    };
    let rounds: HashMap<ProjectId, i32> = projects.iter().filter(told).map(|one| (one.id, one.round)).collect();
    let ids: Vec<ProjectId> = rounds.keys().copied().collect();
    let criteria = store::reviews::criteria(conn, &[plan]).await?;
    let mut reviews = store::reviews::of_projects(conn, &ids).await?;
    reviews.retain(|review| review.submitted_at.is_some() && rounds.get(&review.project_id) == Some(&review.round));
    let all = store::reviews::scores(conn, &reviews.iter().map(|review| review.id).collect::<Vec<_>>()).await?;
    let mut of: HashMap<ProjectId, Vec<Decimal>> = HashMap::new();
    for review in &reviews {
        let own: Vec<_> = all.iter().filter(|score| score.review_id == review.id).cloned().collect();
        of.entry(review.project_id).or_default().extend(score::of_review(&criteria, &own));
    }
    Ok(of.into_iter().filter_map(|(project, scores)| Some((project, score::mean(&scores)?))).collect())
}
