//! A report's sheet going out as text: the empty template, and a report as it stands, which reads back in unchanged.

use std::collections::{BTreeMap, HashMap};

use super::{
    checks::{self, POPULATION_GROUP, Values},
    columns::{self, PEOPLE},
    comparing,
    model::{Cells, Figures, Report, ReportId, RowFacts},
    policy, store,
};
use crate::{
    dimensions::{self, CategoryId},
    kit::{
        Call, Error, Result,
        db::Conn,
        sheet::{Cell, Column, CsvWriter},
    },
    places::{AdminAreaId, SiteId},
    plans::{self, ActivityId, IndicatorId, ProjectId},
};

/// The empty sheet as text: headings and HXL tags, to be filled below them.
///
/// # Errors
/// When it cannot be written.
pub fn report_template() -> Result<Vec<u8>> {
    writer()?.finish()
}

fn writer() -> Result<CsvWriter<Vec<u8>>> {
    let columns = columns::all();
    let headings: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let tags: Vec<&str> = columns.iter().map(tag).collect();
    CsvWriter::new(Vec::new(), &headings, &tags)
}

pub(super) fn tag(column: &Column) -> &'static str {
    column.hxl.first().copied().unwrap_or_default()
}

/// What the ids of a report's rows stand for.
pub(super) struct Names {
    pub(super) activities: HashMap<ActivityId, String>,
    pub(super) indicators: HashMap<IndicatorId, String>,
    categories: HashMap<CategoryId, Values>,
    areas: HashMap<AdminAreaId, BTreeMap<i32, String>>,
    sites: HashMap<SiteId, String>,
    projects: HashMap<ProjectId, String>,
}

impl Names {
    /// The names of everything that these rows name.
    pub(super) async fn load(
        conn: Conn<'_>,
        plan: &plans::Plan,
        rows: impl Iterator<Item = &RowFacts> + Clone,
    ) -> Result<Self> {
        let areas: Vec<_> = rows.clone().map(|facts| facts.area_id).collect();
        let sites: Vec<_> = rows.clone().filter_map(|facts| facts.site_id).collect();
        let projects: Vec<_> = rows.filter_map(|facts| facts.project_id).collect();
        let (activities, indicators) =
            futures::try_join!(plans::activities(conn, plan.id), plans::indicators(conn, plan.id))?;
        let categories = dimensions::categories(conn, plan.operation_id).await?;
        Ok(Self {
            activities: activities.into_iter().map(|activity| (activity.id, activity.ref_code)).collect(),
            indicators: indicators.into_iter().map(|indicator| (indicator.id, indicator.ref_code)).collect(),
            categories: categories.iter().map(|category| (category.id, checks::values(category))).collect(),
            areas: store::pcodes_above(conn, &areas).await?,
            sites: store::site_codes(conn, &sites).await?,
            projects: plans::project_codes(conn, &projects).await?,
        })
    }
}

/// A report's rows in their order, with their figures.
pub(super) async fn rows_of(conn: Conn<'_>, report: ReportId) -> Result<Vec<(RowFacts, Cells)>> {
    let lines = comparing::with_cells(conn, store::rows(conn, report).await?).await?;
    Ok(lines.into_iter().map(|(row, cells)| (row.facts, cells)).collect())
}

/// A report as text, with HXL tags: read back in, it changes nothing.
///
/// # Errors
/// `NOT_FOUND` when the viewer may not read it; `CONFLICT` when it counts people in a way that the sheet has no column for.
pub async fn export_report(call: &Call, id: ReportId) -> Result<Vec<u8>> {
    let conn = call.db.conn().await?;
    let report = readable(call, id).await?;
    let plan = plans::plan(conn, report.plan_id).await?.ok_or_else(|| Error::bug("a report without its plan"))?;
    let rows = rows_of(conn, id).await?;
    let names = Names::load(conn, &plan, rows.iter().map(|(facts, _)| facts)).await?;
    let mut writer = writer()?;
    for (facts, cells) in &rows {
        writer.row(&sheet_row(&names, facts, cells)?)?;
    }
    writer.finish()
}

/// A report that the viewer may read.
pub(super) async fn readable(call: &Call, id: ReportId) -> Result<Report> {
    let report = policy::readable(call.db.conn().await?, &call.viewer, id).await?;
    report.ok_or_else(|| Error::not_found("reportId"))
}

/// A row of the sheet: its cells in the order of the columns.
pub(super) fn sheet_row(names: &Names, facts: &RowFacts, cells: &Cells) -> Result<Vec<Cell>> {
    let mut line = key_cells(names, facts)?;
    line[3] = Cell::from(facts.status.as_str().to_lowercase());
    let mut figures = figures_by_column(names, &facts.population_group, cells)?;
    let total = figures.get(&Values::new()).copied().unwrap_or_default();
    for people in PEOPLE {
        let figures = figures.remove(&people.values()).unwrap_or_default();
        line.extend([Cell::from(figures.new_people), Cell::from(figures.repeat_people)]);
    }
    if !figures.is_empty() {
        return Err(no_column("people told apart in another way"));
    }
    line.extend([
        Cell::from(total.value),
        Cell::from(total.denominator),
        Cell::from(facts.units),
        Cell::from(facts.amount),
        Cell::from(facts.currency.clone()),
        if facts.nil { Cell::from("yes") } else { Cell::Empty },
        Cell::from(facts.remarks.clone()),
        Cell::from(facts.project_id.and_then(|project| names.projects.get(&project)).cloned()),
    ]);
    Ok(line)
}

/// What a row is about: the first cells of the sheet, the one of the status left empty.
pub(super) fn key_cells(names: &Names, facts: &RowFacts) -> Result<Vec<Cell>> {
    let by_level = names.areas.get(&facts.area_id);
    let deepest = by_level.and_then(|levels| levels.keys().last()).copied().unwrap_or_default();
    if facts.site_id.is_none() && !(1..=3).contains(&deepest) {
        return Err(no_column("a place that is neither a site nor an area of level 1 to 3"));
    }
    let area = |level: i32| Cell::from(by_level.and_then(|levels| levels.get(&level)).cloned());
    Ok(vec![
        Cell::from(names.activities.get(&facts.activity_id).cloned()),
        Cell::from(names.indicators.get(&facts.indicator_id).cloned()),
        Cell::from(facts.modality.as_str().to_lowercase()),
        Cell::Empty,
        area(1),
        area(2),
        area(3),
        Cell::from(facts.site_id.and_then(|site| names.sites.get(&site)).cloned()),
        Cell::from(facts.population_group.as_str()),
    ])
}

/// A row's figures by the values of their column: the row's own population group is in a column of its own.
fn figures_by_column(names: &Names, group: &str, cells: &Cells) -> Result<BTreeMap<Values, Figures>> {
    let mut by_column = BTreeMap::new();
    for (category, figures) in cells.iter() {
        let mut values = names.categories.get(category).cloned().unwrap_or_default();
        if values.get(POPULATION_GROUP).is_some_and(|own| own == group) {
            values.remove(POPULATION_GROUP);
        }
        if !values.is_empty() && (figures.value.is_some() || figures.denominator.is_some()) {
            return Err(no_column("a value that is split"));
        }
        by_column.insert(values, *figures);
    }
    Ok(by_column)
}

fn no_column(what: &str) -> Error {
    let message = format!("the report has {what}, which the sheet has no column for; read it through the API");
    Error::conflict("report-sheet", message).at("reportId")
}
