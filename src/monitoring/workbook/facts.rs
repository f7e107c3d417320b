//! What goes into a workbook, read with a number of questions that does not grow with the plan.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;

use super::super::{
    comparing,
    export::{Names, rows_of},
    model::{Cells, Period, Report, ReportId, RowFacts, RowStatus},
    saving::Header,
    store,
};
use crate::{
    clusters::{self, Cluster, Operation},
    dimensions::{self, Category, CategoryId, CategoryKind, Counts},
    kit::{
        Error, Result,
        db::Conn,
        scope::OrganisationId,
        text::{Language, LocalizedText},
    },
    partners,
    places::{self, AdminAreaId, AreaName},
    plans::{self, Activity, Indicator, IndicatorId, Plan, Project, Snapshot},
};

/// The deepest level that the sheet has a column for.
const DEEPEST: i32 = 3;

/// A row of the last report: what it is about, and how many people it reached.
pub(super) struct Line {
    pub(super) facts: RowFacts,
    pub(super) people: Option<Decimal>,
}

/// Whom the workbook is for.
pub(super) struct Partner {
    pub(super) period: Period,
    pub(super) cluster: Cluster,
    pub(super) organisation_id: OrganisationId,
    pub(super) organisation: String,
}

/// A row with its figures.
pub(super) type Row = (RowFacts, Cells);

/// Everything that a workbook tells.
pub(super) struct Facts {
    pub(super) plan: Plan,
    pub(super) operation: Operation,
    pub(super) partner: Option<Partner>,
    pub(super) report: Option<Report>,
    /// What the report says, as a hash.
    pub(super) content: Vec<u8>,
    pub(super) rows: Vec<Row>,
    pub(super) earlier: Vec<Line>,
    pub(super) names: Names,
    pub(super) activities: Vec<Activity>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) areas: Vec<AreaName>,
    pub(super) sites: Vec<(String, LocalizedText, Vec<AdminAreaId>)>,
    pub(super) groups: Vec<(String, LocalizedText)>,
    /// The partner's projects that can be reported on.
    pub(super) projects: Vec<Project>,
    pub(super) published: Option<Snapshot>,
    /// People or units to be reached in an area by an indicator, whoever they are.
    pub(super) targets: HashMap<(IndicatorId, AdminAreaId), Decimal>,
    categories: HashMap<CategoryId, Category>,
}

impl Facts {
    /// The codes of a plan, for nobody in particular.
    pub(super) async fn of_plan(conn: Conn<'_>, plan: Plan) -> Result<Self> {
        let operation = clusters::operation(conn, plan.operation_id).await?;
        let operation = operation.ok_or_else(|| Error::bug("a plan without its operation"))?;
        Self::load(conn, (plan, operation), None, None, (Vec::new(), Vec::new())).await
    }

    /// A partner's report to be filled: what was entered so far, and what the last report tells of beside.
    pub(super) async fn to_fill(conn: Conn<'_>, header: Header) -> Result<Self> {
        let report = store::report_of(conn, header.period.id, header.cluster, header.organisation).await?;
        let rows = match &report {
            Some(report) => rows_of(conn, report.id).await?,
            None => Vec::new(),
        };
        let earlier = match store::earlier_report(conn, &header.period, header.cluster, header.organisation).await? {
            Some(earlier) => rows_of(conn, earlier).await?,
            None => Vec::new(),
        };
        let told: Vec<String> = rows.iter().map(|(facts, _)| facts.key()).collect();
        let goes_on = |(facts, _): &Row| facts.status != RowStatus::Cancelled && !told.contains(&facts.key());
        let earlier = earlier.into_iter().filter(goes_on).collect();
        Self::of_header(conn, header, report, (rows, earlier)).await
    }

    /// A report as it stands.
    pub(super) async fn as_it_stands(conn: Conn<'_>, header: Header, report: Report) -> Result<Self> {
        let rows = rows_of(conn, report.id).await?;
        Self::of_header(conn, header, Some(report), (rows, Vec::new())).await
    }

    async fn of_header(
        conn: Conn<'_>,
        header: Header,
        report: Option<Report>,
        rows: (Vec<Row>, Vec<Row>),
    ) -> Result<Self> {
        let (cluster, organisation) = futures::try_join!(
            clusters::cluster(conn, header.cluster),
            partners::organisation(conn, header.organisation)
        )?;
        let partner = Partner {
            period: header.period,
            cluster: cluster.ok_or_else(|| Error::bug("a report without its cluster"))?,
            organisation_id: header.organisation,
            organisation: organisation.map(|organisation| organisation.name).unwrap_or_default(),
        };
        Self::load(conn, (header.plan, header.operation), Some(partner), report, rows).await
    }

    async fn load(
        conn: Conn<'_>,
        (plan, operation): (Plan, Operation),
        partner: Option<Partner>,
        report: Option<Report>,
        (rows, earlier): (Vec<Row>, Vec<Row>),
    ) -> Result<Self> {
        let named = rows.iter().chain(&earlier).map(|(facts, _)| facts);
        let names = Names::load(conn, &plan, named).await?;
        let first_day = partner.as_ref().map(|partner| partner.period.starts_on);
        let areas = match &operation.country_iso3 {
            Some(country) => places::area_names(conn, country, DEEPEST, first_day).await?,
            None => Vec::new(),
        };
        let (activities, indicators, categories, sites) = futures::try_join!(
            plans::activities(conn, plan.id),
            plans::indicators(conn, plan.id),
            dimensions::categories(conn, operation.id),
            places::site_names(conn, operation.id),
        )?;
        let categories: HashMap<_, _> = categories.into_iter().map(|category| (category.id, category)).collect();
        let published = plans::published(conn, plan.id).await?.map(|published| published.snapshot);
        let projects = match &partner {
            Some(partner) => plans::projects_of(conn, plan.id, partner.organisation_id).await?,
            None => Vec::new(),
        };
        let nil = ReportId::from_uuid(uuid::Uuid::nil());
        Ok(Self {
            content: comparing::stored_content(conn, report.as_ref().map_or(nil, |report| report.id)).await?,
            groups: store::population_groups(conn, operation.id).await?,
            projects,
            targets: published.as_ref().map(|snapshot| targets(snapshot, &categories)).unwrap_or_default(),
            earlier: earlier
                .into_iter()
                .map(|(facts, cells)| Line { facts, people: people(&cells, &categories) })
                .collect(),
            plan,
            operation,
            partner,
            report,
            rows,
            names,
            activities,
            indicators,
            areas,
            sites,
            published,
            categories,
        })
    }

    /// The level and code of an area.
    pub(super) fn area_code(&self, id: AdminAreaId) -> Option<(i32, &str)> {
        self.areas.iter().find(|area| area.id == id).map(|area| (area.level, area.pcode.as_str()))
    }

    /// What people call a category.
    pub(super) fn category_label(&self, id: CategoryId, language: Language) -> Option<String> {
        let category = self.categories.get(&id)?;
        let label = category.labels.get(language, self.operation.default_language);
        Some(if label.is_empty() { category.key.clone() } else { label.to_owned() })
    }
}

/// The learners of a row: the stated total or the sum of its parts, whichever is larger; none when nothing is said.
fn people(cells: &Cells, categories: &HashMap<CategoryId, Category>) -> Option<Decimal> {
    let of = |kind: CategoryKind| {
        let counted = cells.iter().filter(move |(id, _)| {
            categories.get(id).is_some_and(|category| category.kind == kind && category.counts == Counts::Learners)
        });
        counted.filter_map(|(_, figures)| figures.people())
    };
    let totals = of(CategoryKind::Total).max();
    let parts =
        of(CategoryKind::Part).fold(None, |sum: Option<Decimal>, people| Some(sum.unwrap_or_default() + people));
    totals.max(parts)
}

/// What is to be reached by each indicator in each area: as for people targeted, the fullest split stands.
fn targets(
    snapshot: &Snapshot,
    categories: &HashMap<CategoryId, Category>,
) -> HashMap<(IndicatorId, AdminAreaId), Decimal> {
    let mut splits: BTreeMap<(IndicatorId, AdminAreaId, Vec<&str>), Decimal> = BTreeMap::new();
    for target in &snapshot.targets {
        let Some(category) = categories.get(&target.category_id) else { continue };
        if category.kind != CategoryKind::OfWhich
            && let Some(number) = target.target
        {
            *splits.entry((target.indicator_id, target.area_id, category.dimensions())).or_default() += number;
        }
    }
    let mut largest: HashMap<(IndicatorId, AdminAreaId), Decimal> = HashMap::new();
    for ((indicator, area, _), sum) in splits {
        let known = largest.entry((indicator, area)).or_insert(sum);
        *known = sum.max(*known);
    }
    largest
}
