//! `saveReport`: rows as a client sends them, with ids.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use rust_decimal::Decimal;

use super::{
    checks::{self, Cell, Entry, Field, Finding, Frame, Inputs, MOST_ROWS, Seen, Values},
    comparing,
    input::{ReportCellInput, ReportRowInput, SaveReportInput},
    model::{Figures, Report, ReportId},
    review,
    saving::{self, Header, HeaderIds},
    service::Outcome,
    store,
};
use crate::{
    dimensions::{self, CategoryId},
    kit::{
        Error, Result,
        db::{Conn, Transaction},
        graphql::Count,
        sheet::{Issue, Issues},
    },
    places::{self, AdminArea, AdminAreaId, SiteId},
    plans::{ActivityId, IndicatorId, Modality, ProjectId},
};

/// Saves a report as one aggregate: begins it (`baseVersion` 0) or replaces what it holds.
pub(super) async fn save(transaction: &mut Transaction, input: SaveReportInput) -> Result<Outcome> {
    let ids = HeaderIds {
        plan: &input.plan_id,
        period: &input.period_id,
        cluster: &input.cluster_id,
        organisation: &input.organisation_id,
    };
    if input.rows.len() > MOST_ROWS {
        return Err(Error::invalid("rows", "report-rows", format!("a report has at most {MOST_ROWS} rows")));
    }
    let header = Header::load(transaction, &ids).await?;
    let stored = header.stored(transaction.conn()).await?;
    let is_new = input.base_version == 0;
    let begins = is_new && begins(transaction, stored.as_ref()).await?;
    if let Some(report) = &stored {
        if input.id.is_some_and(|id| id != report.id.uuid()) && !is_new {
            return Err(Error::invalid(
                "id",
                "report-elsewhere",
                "the report of this period, cluster and organisation is another one",
            ));
        }
        if let Some(reason) = saving::locked(transaction, &header, report) {
            return Ok(Outcome::Locked { report: Some(report.clone()), reason });
        }
        if report.version != input.base_version && !begins {
            return Ok(Outcome::Conflict { report: report.clone() });
        }
    }
    let is_new = is_new && stored.is_none();
    let report = match stored {
        Some(report) => report,
        None if is_new => {
            let id = input.id.map_or_else(|| transaction.new_id(), ReportId::from_uuid);
            header.draft(transaction, id)
        }
        None => return Err(Error::not_found("id")),
    };
    if is_new && let Some(reason) = saving::locked(transaction, &header, &report) {
        return Ok(Outcome::Locked { report: None, reason });
    }
    store::mark(transaction.conn()).await?;
    let (frame, entries, issues) = read(transaction, &header, &input).await?;
    if issues.has_errors() {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(Outcome::Invalid { issues });
    }
    if is_new && !store::insert_report(transaction.conn(), &report).await? {
        return somebody_was_first(transaction, &header).await;
    }
    let lines = saving::lines(&frame, &entries)?;
    let (rewriting, _) = comparing::compare(transaction, report.id, lines, false).await?;
    if let Some(issues) = review::locked_rows(transaction, &report, &rewriting).await? {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(Outcome::Invalid { issues });
    }
    let report = saving::write(transaction, &report, input.nil, is_new, &rewriting).await?;
    Ok(Outcome::Saved { report, issues })
}

/// Whether there is no report yet, or one that nobody has written in since its period was opened.
async fn begins(transaction: &Transaction, stored: Option<&Report>) -> Result<bool> {
    match stored {
        Some(report) => Ok(report.is_as_opened() && store::is_empty(transaction.conn(), report.id).await?),
        None => Ok(true),
    }
}

/// Two began the same report at the same moment, or the id belongs to another report.
async fn somebody_was_first(transaction: &Transaction, header: &Header) -> Result<Outcome> {
    let taken = || Error::invalid("id", "id-taken", "another record has this id; make a new one");
    let report: Report = header.stored(transaction.conn()).await?.ok_or_else(taken)?;
    Ok(Outcome::Conflict { report })
}

async fn read(
    transaction: &mut Transaction,
    header: &Header,
    input: &SaveReportInput,
) -> Result<(Frame, Vec<Entry>, Issues)> {
    let mut issues = Issues::default();
    if input.nil && !input.rows.is_empty() {
        let mend = "take the rows out, or do not mark the report as nil";
        issues.push(Issue::error("report-nil-with-rows", "the report is marked as nil and has rows", mend));
    }
    let mut frame = header.frame(transaction.conn()).await?;
    let known = Known::load(transaction.conn(), header, &input.rows).await?;
    let mut findings = Vec::new();
    let mut entries: Vec<Entry> = input
        .rows
        .iter()
        .enumerate()
        .map(|(row, given)| {
            let mut resolving = Resolving { frame: &frame, known: &known, header, row, findings: &mut findings };
            resolving.entry(given)
        })
        .collect();
    saving::find_categories(transaction, header.plan.operation_id, &mut frame, &mut entries).await?;
    findings.extend(checks::check(&frame, &entries, &mut Seen::default()));
    findings.sort_by_key(|finding| finding.row);
    findings.into_iter().for_each(|finding| issues.push(finding.placed(&INPUTS)));
    Ok((frame, entries, issues))
}

/// The inputs of rows by ids.
const INPUTS: Inputs = Inputs {
    activity: "activityId",
    indicator: "indicatorId",
    area: "areaId",
    site: "siteId",
    project: "projectId",
    cells: "cells",
};

/// What the rows of one report point to, loaded at once.
struct Known {
    areas: HashMap<AdminAreaId, AdminArea>,
    /// What took the place of areas that were retired.
    successors: HashMap<AdminAreaId, AdminArea>,
    site_areas: HashMap<SiteId, AdminAreaId>,
    ancestors: HashSet<(AdminAreaId, AdminAreaId)>,
    categories: HashMap<CategoryId, Values>,
}

impl Known {
    async fn load(conn: Conn<'_>, header: &Header, rows: &[ReportRowInput]) -> Result<Self> {
        // What cannot be read as an id is told when its row is resolved.
        let sites: Vec<SiteId> =
            rows.iter().filter_map(|row| SiteId::parse_optional(row.site_id.as_ref(), "siteId").ok()?).collect();
        let site_areas = store::site_areas(conn, header.plan.operation_id, &sites).await?;
        let mut areas: Vec<AdminAreaId> =
            rows.iter().filter_map(|row| AdminAreaId::parse_optional(row.area_id.as_ref(), "areaId").ok()?).collect();
        areas.extend(site_areas.values());
        let of_sites: Vec<AdminAreaId> = site_areas.values().copied().collect();
        let categories = dimensions::categories(conn, header.plan.operation_id).await?;
        let by_id = |areas: Vec<AdminArea>| areas.into_iter().map(|area| (area.id, area)).collect::<HashMap<_, _>>();
        let areas = by_id(places::areas_by_id(conn, &areas).await?);
        let successors: Vec<AdminAreaId> = areas.values().filter_map(|area| area.replaced_by_id).collect();
        Ok(Self {
            areas,
            successors: by_id(places::areas_by_id(conn, &successors).await?),
            ancestors: store::ancestors(conn, &of_sites).await?,
            site_areas,
            categories: categories.iter().map(|category| (category.id, checks::values(category))).collect(),
        })
    }
}

/// One row on its way from ids to an entry.
struct Resolving<'a> {
    frame: &'a Frame,
    known: &'a Known,
    header: &'a Header,
    row: usize,
    findings: &'a mut Vec<Finding>,
}

impl Resolving<'_> {
    fn entry(&mut self, given: &ReportRowInput) -> Entry {
        Entry {
            number: u32::try_from(self.row).unwrap_or(u32::MAX).saturating_add(1),
            activity: self.activity(given),
            indicator: self.indicator(given),
            place: self.place(given),
            population_group: self.population_group(given),
            modality: Some(given.modality.unwrap_or(Modality::Service)),
            status: Some(given.status),
            nil: given.nil,
            units: given.units,
            amount: given.amount,
            currency: given.currency.clone().filter(|code| !code.is_empty()),
            remarks: given.remarks.clone().filter(|remarks| !remarks.trim().is_empty()),
            project: self.project(given),
            cells: given
                .cells
                .iter()
                .enumerate()
                .map(|(at, cell)| self.cell(at, cell))
                .filter(|cell| !cell.figures.is_empty() || cell.values.is_none())
                .collect(),
            whole: true,
        }
    }

    fn refuse<T>(&mut self, field: Field, key: &'static str, reason: impl Into<String>, mend: &str) -> Option<T> {
        self.findings.push(Finding { row: self.row, field, issue: Issue::error(key, reason, mend) });
        None
    }

    fn activity(&mut self, given: &ReportRowInput) -> Option<ActivityId> {
        let id = ActivityId::parse(&given.activity_id, "activityId").ok();
        id.filter(|id| self.frame.activities.contains_key(id)).or_else(|| {
            let mend = "choose one of the plan's activities";
            self.refuse(Field::Activity, "report-activity", "this is no activity of the plan", mend)
        })
    }

    fn indicator(&mut self, given: &ReportRowInput) -> Option<IndicatorId> {
        let id = IndicatorId::parse(&given.indicator_id, "indicatorId").ok();
        id.filter(|id| self.frame.indicators.contains_key(id)).or_else(|| {
            let mend = "choose one of the plan's indicators";
            self.refuse(Field::Indicator, "report-indicator", "this is no indicator of the plan", mend)
        })
    }

    fn project(&mut self, given: &ReportRowInput) -> Option<ProjectId> {
        let id = given.project_id.as_ref()?;
        let own = |id: &ProjectId| {
            let organisation = self.header.organisation;
            self.frame.projects.iter().any(|((of, _), known)| *of == organisation && known == id)
        };
        ProjectId::parse(id, "projectId").ok().filter(own).or_else(|| {
            let mend = "choose a project that was approved and that the organisation leads or implements";
            self.refuse(Field::Project, "report-project", "this is no project of the organisation in the plan", mend)
        })
    }

    fn place(&mut self, given: &ReportRowInput) -> Option<(AdminAreaId, Option<SiteId>)> {
        let site = given.site_id.as_ref().map(|id| self.site(id));
        let area = given.area_id.as_ref().map(|id| self.area(id));
        match (site, area) {
            (None, None) => {
                let mend = "choose an area or a site";
                self.refuse(Field::Area, "report-place-missing", "the row says no place", mend)
            }
            // What is none was told.
            (site, area) if site == Some(None) || area == Some(None) => None,
            (None, area) => Some((self.valid(area.flatten()?, Field::Area)?, None)),
            (site, area) => {
                let (site, area) = (site.flatten()?, area.flatten());
                let of_site = *self.known.site_areas.get(&site)?;
                if area.is_some_and(|area| !self.known.ancestors.contains(&(of_site, area))) {
                    let mend = "leave the area out, or choose the one that the site lies in";
                    return self.refuse(
                        Field::Site,
                        "report-site-elsewhere",
                        "the site does not lie in the area",
                        mend,
                    );
                }
                Some((self.valid(of_site, Field::Site)?, Some(site)))
            }
        }
    }

    /// An area that was valid when the period began.
    fn valid(&mut self, id: AdminAreaId, field: Field) -> Option<AdminAreaId> {
        let ended = |area: &&AdminArea| area.valid_to.is_some_and(|to| to <= self.header.period.starts_on);
        let Some(area) = self.known.areas.get(&id).filter(ended) else { return Some(id) };
        let successor = area.replaced_by_id.and_then(|id| self.known.successors.get(&id));
        let until = area.valid_to.map(|to| format!(" since {to}")).unwrap_or_default();
        let reason = format!("{} is no area any more{until}", area.pcode);
        let mend = match successor {
            Some(successor) => format!("report in {}, which took its place", successor.pcode),
            None => "choose an area that is valid in the period".to_owned(),
        };
        self.refuse(field, "report-area-retired", &reason, &mend)
    }

    fn site(&mut self, id: &juniper::ID) -> Option<SiteId> {
        let site = SiteId::parse(id, "siteId").ok().filter(|site| self.known.site_areas.contains_key(site));
        site.or_else(|| {
            let mend = "choose one of the operation's sites";
            self.refuse(Field::Site, "report-site", "this is no site of the operation", mend)
        })
    }

    fn area(&mut self, id: &juniper::ID) -> Option<AdminAreaId> {
        let country = self.header.operation.country_iso3.as_deref();
        let area = AdminAreaId::parse(id, "areaId").ok().and_then(|id| self.known.areas.get(&id));
        let here = area.filter(|area| country.is_none_or(|country| area.country_iso3 == country)).map(|area| area.id);
        here.or_else(|| {
            let mend = "choose an area of the operation's country";
            self.refuse(Field::Area, "report-area", "this is no area of the operation's country", mend)
        })
    }

    fn population_group(&mut self, given: &ReportRowInput) -> Option<String> {
        let text = given.population_group.as_deref().unwrap_or_default();
        if text.trim().is_empty() {
            return Some(String::new());
        }
        self.frame.population_group(text).or_else(|| {
            let mend = "use a code of the dimension population_group, or leave it empty";
            self.refuse(Field::PopulationGroup, "report-group", "this is no population group", mend)
        })
    }

    fn cell(&mut self, at: usize, given: &ReportCellInput) -> Cell {
        let category = CategoryId::parse(&given.category_id, "categoryId").ok();
        let values = category.and_then(|id| self.known.categories.get(&id)).cloned().or_else(|| {
            let mend = "choose one of the operation's categories";
            self.refuse(Field::Cell(at), "report-category", "this is no category of the operation", mend)
        });
        let figures = Figures {
            new_people: given.new_people.map(Count::decimal),
            repeat_people: given.repeat_people.map(Count::decimal),
            value: given.value.map(|value: Decimal| value.normalize()),
            denominator: given.denominator.map(|denominator: Decimal| denominator.normalize()),
        };
        Cell { at, values: values.map(Arc::new), figures }
    }
}
