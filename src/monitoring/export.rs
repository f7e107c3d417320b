//! A report's sheet going out: the empty template, and a report as it stands, which reads back in unchanged.

use std::collections::{BTreeMap, HashMap};

use super::{
    checks::{self, POPULATION_GROUP, Values},
    columns::{self, PEOPLE},
    model::{Figures, ReportCell, ReportId, ReportRow, RowStatus},
    policy, store,
};
use crate::{
    dimensions,
    kit::{
        Call, Error, Result,
        auth::Action,
        sheet::{Cell, Column, CsvWriter, OutColumn, OutSheet, write_xlsx},
    },
    plans::{self, Modality, PlanId},
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

fn tag(column: &Column) -> &'static str {
    column.hxl.first().copied().unwrap_or_default()
}

/// The empty sheet as a workbook of a plan: codes are chosen from lists.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN` when the viewer may not see the plan.
pub async fn report_template_workbook(call: &Call, plan: PlanId) -> Result<Vec<u8>> {
    let conn = call.db.conn().await?;
    let plan = policy::plan(conn, &call.viewer, Action::ReadDrafts, plan, "planId").await?;
    let activities = plans::activities(conn, plan.id).await?.into_iter().map(|activity| activity.ref_code).collect();
    let indicators = plans::indicators(conn, plan.id).await?.into_iter().map(|indicator| indicator.ref_code).collect();
    let groups = store::population_groups(conn, plan.operation_id).await?;
    let mut choices: HashMap<&str, Vec<String>> = HashMap::from([
        (columns::ACTIVITY.name, activities),
        (columns::INDICATOR.name, indicators),
        (columns::GROUP.name, groups),
        (columns::STATUS.name, RowStatus::ALL.iter().map(|status| status.as_str().to_lowercase()).collect()),
        (columns::MODALITY.name, Modality::ALL.iter().map(|modality| modality.as_str().to_lowercase()).collect()),
        (columns::NIL.name, vec!["yes".to_owned(), "no".to_owned()]),
    ]);
    let column = |column: Column| OutColumn {
        heading: column.name.to_owned(),
        tag: tag(&column).to_owned(),
        choices: choices.remove(column.name).unwrap_or_default(),
    };
    let columns = columns::all().into_iter().map(column).collect();
    write_xlsx(&[OutSheet { name: "report".to_owned(), columns, rows: Vec::new() }])
}

/// What the ids of a report's rows stand for.
struct Names {
    activities: HashMap<plans::ActivityId, String>,
    indicators: HashMap<plans::IndicatorId, String>,
    categories: HashMap<dimensions::CategoryId, Values>,
    areas: HashMap<crate::places::AdminAreaId, BTreeMap<i32, String>>,
    sites: HashMap<crate::places::SiteId, String>,
}

/// A report as text, with HXL tags: read back in, it changes nothing.
///
/// # Errors
/// `NOT_FOUND` when the viewer may not read it; `CONFLICT` when it counts people in a way that the sheet has no column for.
pub async fn export_report(call: &Call, id: ReportId) -> Result<Vec<u8>> {
    let conn = call.db.conn().await?;
    let report = policy::readable(conn, &call.viewer, id).await?.ok_or_else(|| Error::not_found("reportId"))?;
    let rows = store::rows(conn, id).await?;
    let mut cells: HashMap<_, Vec<ReportCell>> = HashMap::new();
    for cell in store::cells(conn, id).await? {
        cells.entry(cell.row_id).or_default().push(cell);
    }
    let areas: Vec<_> = rows.iter().map(|row| row.facts.area_id).collect();
    let sites: Vec<_> = rows.iter().filter_map(|row| row.facts.site_id).collect();
    let categories = dimensions::categories(conn, report.operation_id).await?;
    let activities = plans::activities(conn, report.plan_id).await?;
    let indicators = plans::indicators(conn, report.plan_id).await?;
    let names = Names {
        activities: activities.into_iter().map(|activity| (activity.id, activity.ref_code)).collect(),
        indicators: indicators.into_iter().map(|indicator| (indicator.id, indicator.ref_code)).collect(),
        categories: categories.iter().map(|category| (category.id, checks::values(category))).collect(),
        areas: store::pcodes_above(conn, &areas).await?,
        sites: store::site_codes(conn, &sites).await?,
    };
    let mut writer = writer()?;
    for row in &rows {
        writer.row(&sheet_row(&names, row, cells.get(&row.id).map_or(&[], Vec::as_slice))?)?;
    }
    writer.finish()
}

fn sheet_row(names: &Names, row: &ReportRow, cells: &[ReportCell]) -> Result<Vec<Cell>> {
    let facts = &row.facts;
    let by_level = names.areas.get(&facts.area_id);
    let deepest = by_level.and_then(|levels| levels.keys().last()).copied().unwrap_or_default();
    if facts.site_id.is_none() && !(1..=3).contains(&deepest) {
        return Err(no_column("a place that is neither a site nor an area of level 1 to 3"));
    }
    let area = |level: i32| Cell::from(by_level.and_then(|levels| levels.get(&level)).cloned());
    let mut line = vec![
        Cell::from(names.activities.get(&facts.activity_id).cloned()),
        Cell::from(names.indicators.get(&facts.indicator_id).cloned()),
        Cell::from(facts.modality.as_str().to_lowercase()),
        Cell::from(facts.status.as_str().to_lowercase()),
        area(1),
        area(2),
        area(3),
        Cell::from(facts.site_id.and_then(|site| names.sites.get(&site)).cloned()),
        Cell::from(facts.population_group.as_str()),
    ];
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
    ]);
    Ok(line)
}

/// A row's figures by the values of their column: the row's own population group is in a column of its own.
fn figures_by_column(names: &Names, group: &str, cells: &[ReportCell]) -> Result<BTreeMap<Values, Figures>> {
    let mut figures = BTreeMap::new();
    for cell in cells {
        let mut values = names.categories.get(&cell.category_id).cloned().unwrap_or_default();
        if values.get(POPULATION_GROUP).is_some_and(|own| own == group) {
            values.remove(POPULATION_GROUP);
        }
        if !values.is_empty() && (cell.figures.value.is_some() || cell.figures.denominator.is_some()) {
            return Err(no_column("a value that is split"));
        }
        figures.insert(values, cell.figures);
    }
    Ok(figures)
}

fn no_column(what: &str) -> Error {
    let message = format!("the report has {what}, which the sheet has no column for; read it through the API");
    Error::conflict("report-sheet", message).at("reportId")
}
