//! From the rows of a sheet to entries: codes, names and words become what they stand for, and everything that cannot be read is told.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use rust_decimal::Decimal;

use super::{
    checks::{Cell, Entry, Frame, Values},
    columns::{self, PEOPLE},
    headings::{Words, code_of},
    model::{Figures, ReportId, RowStatus},
    saving::Header,
    store::{
        self,
        imports::{self, Retired},
    },
};
use crate::{
    kit::{
        Result,
        db::Transaction,
        scope::OrganisationId,
        sheet::{Column, Issue, Issues, Record},
    },
    places::{self, AdminArea, AdminAreaId, Site, SiteId},
    plans::{ActivityId, IndicatorId, Modality, ProjectId},
};

/// What the cells of a sheet may mean: codes of the plan, without capitals, and whom the columns of people count.
pub(super) struct Codes {
    activities: HashMap<String, ActivityId>,
    indicators: HashMap<String, IndicatorId>,
    /// One for each of [`PEOPLE`].
    people: Vec<Arc<Values>>,
}

impl Codes {
    pub(super) fn of(frame: &Frame) -> Self {
        let activities = frame.activities.values().map(|activity| (activity.ref_code.to_lowercase(), activity.id));
        let indicators = frame.indicators.values().map(|indicator| (indicator.ref_code.to_lowercase(), indicator.id));
        Self {
            activities: activities.collect(),
            indicators: indicators.collect(),
            people: PEOPLE.iter().map(|people| Arc::new(people.values())).collect(),
        }
    }
}

/// The places that a sheet names, loaded at once.
pub(super) struct Known {
    areas: HashMap<String, AdminArea>,
    sites: HashMap<String, Site>,
    ancestors: HashSet<(AdminAreaId, AdminAreaId)>,
    /// Codes of areas that are valid no more.
    retired: HashMap<String, Retired>,
}

impl Known {
    /// `report` is the one that the rows go into, if it was begun: its places are known even where they are not valid any more.
    pub(super) async fn load(
        transaction: &Transaction,
        header: &Header,
        records: &[Record<'_>],
        report: Option<ReportId>,
    ) -> Result<Self> {
        let conn = transaction.conn();
        let texts = |columns: &[Column]| -> Vec<String> {
            // What cannot be read as a code is told when its row is read.
            let mut silent = Issues::keeping(0);
            let cells = records.iter().flat_map(|record| columns.iter().map(move |column| (record, column)));
            let texts = cells.filter_map(|(record, column)| record.code(column, &mut silent));
            let different: HashSet<String> = texts.map(|text| code_of(&text).to_owned()).collect();
            different.into_iter().collect()
        };
        let pcodes = texts(&[columns::ADM1, columns::ADM2, columns::ADM3]);
        let mut areas = match &header.operation.country_iso3 {
            Some(country) => places::areas_by_pcode(conn, country, &pcodes, Some(header.period.starts_on)).await?,
            None => HashMap::new(),
        };
        for area in match report {
            Some(report) => store::areas_of_report(conn, report).await?,
            None => Vec::new(),
        } {
            areas.entry(area.pcode.clone()).or_insert(area);
        }
        let sites = places::sites_by_code(conn, header.plan.operation_id, &texts(&[columns::SITE])).await?;
        let named: Vec<AdminAreaId> =
            areas.values().map(|area| area.id).chain(sites.values().map(|site| site.area_id)).collect();
        let unknown: Vec<String> = pcodes.into_iter().filter(|code| !areas.contains_key(code)).collect();
        let retired = match &header.operation.country_iso3 {
            Some(country) if !unknown.is_empty() => imports::retired_areas(conn, country, &unknown).await?,
            _ => HashMap::new(),
        };
        Ok(Self { ancestors: store::ancestors(conn, &named).await?, areas, sites, retired })
    }
}

/// What is said of an area that is valid no more, and how to mend it.
pub(super) fn retired(code: &str, area: &Retired) -> (String, String) {
    let what = format!("{code:?} is no area any more since {}", area.on);
    let mend = area.successor.as_ref().map(|successor| format!("write {successor}, which took its place"));
    (what, mend.unwrap_or_else(|| "choose the area that the place lies in today".to_owned()))
}

/// One row of the sheet on its way to an entry.
pub(super) struct Reading<'a> {
    pub(super) record: &'a Record<'a>,
    pub(super) frame: &'a Frame,
    pub(super) codes: &'a Codes,
    pub(super) known: &'a Known,
    pub(super) words: &'a Words,
    /// Whose rows they are.
    pub(super) organisation: OrganisationId,
    pub(super) issues: &'a mut Issues,
    /// Whether everything so far could be read.
    pub(super) whole: bool,
}

impl<'a> Reading<'a> {
    fn refuse<T>(&mut self, column: &Column, key: &'static str, what: &str, mend: &str) -> Option<T> {
        self.issues.push(self.record.issue(column, Issue::error(key, what, mend)));
        None
    }

    /// What stands in a cell. Where it cannot be read that is told, and something stands in for it, so that the checks know that the cell is not empty.
    fn cell<T>(
        &mut self,
        column: &Column,
        read: impl Fn(&Record<'a>, &Column, &mut Issues) -> Option<T>,
        stand_in: T,
    ) -> Option<T> {
        let before = self.issues.errors();
        let value = read(self.record, column, self.issues);
        if self.issues.errors() == before {
            return value;
        }
        self.whole = false;
        Some(stand_in)
    }

    fn number(&mut self, column: &Column) -> Option<Decimal> {
        self.cell(column, Record::decimal, Decimal::ZERO)
    }

    fn people(&mut self, column: &Column) -> Option<Decimal> {
        self.cell(column, Record::count, 0).map(Decimal::from)
    }

    /// Reads every cell and gives nothing up, so that one look shows all errors of the row.
    pub(super) fn entry(mut self) -> Entry {
        let (activity, indicator) = (self.activity(), self.indicator());
        let (modality, status) = (self.modality(), self.status());
        let (place, population_group) = (self.place(), self.population_group());
        let cells = self.cells();
        let units = self.number(&columns::UNITS);
        let amount = self.cell(&columns::AMOUNT, Record::money, Decimal::ZERO);
        let currency = self.cell(&columns::CURRENCY, Record::text, "XXX".to_owned()).map(|code| code.to_uppercase());
        let nil = self.cell(&columns::NIL, Record::boolean, false).unwrap_or(false);
        let remarks = self.remarks();
        let project = self.project();
        Entry {
            number: self.record.number(),
            activity,
            indicator,
            place,
            population_group,
            modality,
            status,
            nil,
            units,
            amount,
            currency,
            remarks,
            project,
            cells,
            whole: self.whole,
        }
    }

    /// What people say in words of their own, as they wrote it. A formula that failed says nothing.
    fn remarks(&mut self) -> Option<String> {
        if matches!(self.record.cell(&columns::REMARKS), crate::kit::sheet::Cell::Error(_)) {
            return self.cell(&columns::REMARKS, Record::text, String::new());
        }
        self.record.verbatim(&columns::REMARKS).filter(|remarks| !remarks.trim().is_empty())
    }

    /// A project that the organisation leads or implements.
    fn project(&mut self) -> Option<ProjectId> {
        let code = self.record.code(&columns::PROJECT, self.issues)?;
        let key = (self.organisation, code_of(&code).to_lowercase());
        self.frame.projects.get(&key).copied().or_else(|| {
            self.whole = false;
            let what = format!("{code:?} is no approved project of the organisation in the plan");
            self.refuse(&columns::PROJECT, "report-project", &what, "write the project's code, or leave it empty")
        })
    }

    fn activity(&mut self) -> Option<ActivityId> {
        self.record.require(&columns::ACTIVITY, self.issues);
        let code = self.record.code(&columns::ACTIVITY, self.issues)?;
        self.codes.activities.get(&code_of(&code).to_lowercase()).copied().or_else(|| {
            let what = format!("{code:?} is no activity of the plan");
            self.refuse(&columns::ACTIVITY, "report-activity", &what, "write the activity's code in the plan")
        })
    }

    fn indicator(&mut self) -> Option<IndicatorId> {
        self.record.require(&columns::INDICATOR, self.issues);
        let code = self.record.code(&columns::INDICATOR, self.issues)?;
        self.codes.indicators.get(&code_of(&code).to_lowercase()).copied().or_else(|| {
            let what = format!("{code:?} is no indicator of the plan");
            self.refuse(&columns::INDICATOR, "report-indicator", &what, "write the indicator's code in the plan")
        })
    }

    fn modality(&mut self) -> Option<Modality> {
        let Some(text) = self.record.text(&columns::MODALITY, self.issues) else { return Some(Modality::Service) };
        self.words.modality(&text).or_else(|| {
            let mend = "write in-kind, service, cash or voucher, or leave it empty for a service";
            self.refuse(&columns::MODALITY, "report-modality", &format!("{text:?} is no modality"), mend)
        })
    }

    fn status(&mut self) -> Option<RowStatus> {
        self.record.require(&columns::STATUS, self.issues);
        let text = self.record.text(&columns::STATUS, self.issues)?;
        self.words.status(&text).or_else(|| {
            let mend = "write planned, ongoing, completed, suspended or cancelled";
            self.refuse(&columns::STATUS, "report-status", &format!("{text:?} is no status"), mend)
        })
    }

    fn population_group(&mut self) -> Option<String> {
        let Some(text) = self.record.text(&columns::GROUP, self.issues) else { return Some(String::new()) };
        self.frame.population_group(code_of(&text)).or_else(|| {
            let mend = format!("write one of {}, or leave it empty", self.frame.population_groups.join(", "));
            self.refuse(&columns::GROUP, "report-group", &format!("{text:?} is no population group"), &mend)
        })
    }

    /// The place: the site, else the deepest area; everything that is named must contain it. One wrong code keeps no other from being looked at.
    fn place(&mut self) -> Option<(AdminAreaId, Option<SiteId>)> {
        let before = self.issues.errors();
        let named = self.named_areas();
        let site = self.site();
        let deepest = site.as_ref().map(|site| site.area_id).or_else(|| named.last().map(|(_, area)| area.id));
        let Some(place) = deepest else {
            if self.issues.errors() == before {
                let mend = "write a P-code or a site code";
                return self.refuse(&columns::ADM1, "report-place-missing", "the row says no place", mend);
            }
            return None;
        };
        for (column, area) in &named {
            if !self.known.ancestors.contains(&(place, area.id)) {
                let what = format!("the row's place does not lie in {}", area.pcode);
                self.refuse::<()>(column, "report-place-differs", &what, "check the codes of the row");
            }
        }
        (self.issues.errors() == before).then_some((place, site.map(|site| site.id)))
    }

    /// The areas that the row names, the largest first.
    fn named_areas(&mut self) -> Vec<(Column, AdminArea)> {
        let mut named = Vec::new();
        for (level, column) in (1..).zip([columns::ADM1, columns::ADM2, columns::ADM3]) {
            let Some(code) = self.record.code(&column, self.issues) else { continue };
            match self.known.areas.get(code_of(&code)).filter(|area| area.level == level) {
                Some(area) => named.push((column, area.clone())),
                None if self.known.retired.contains_key(code_of(&code)) => {
                    let (what, mend) = retired(&code, &self.known.retired[code_of(&code)]);
                    self.refuse::<()>(&column, "report-area-retired", &what, &mend);
                }
                None => {
                    let what = format!("{code:?} is no P-code of level {level} in the operation's country");
                    self.refuse::<()>(&column, "report-area", &what, "look it up in the list of areas");
                }
            }
        }
        named
    }

    fn site(&mut self) -> Option<Site> {
        let code = self.record.code(&columns::SITE, self.issues)?;
        self.known.sites.get(code_of(&code)).cloned().or_else(|| {
            let what = format!("{code:?} is no site of the operation");
            self.refuse(&columns::SITE, "report-site", &what, "enter the site first, or leave it empty")
        })
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for (at, (people, whom)) in PEOPLE.iter().zip(&self.codes.people).enumerate() {
            let mut figures = Figures {
                new_people: self.people(&people.new),
                repeat_people: self.people(&people.repeat),
                ..Figures::default()
            };
            if people.is_total() {
                figures.value = self.number(&columns::VALUE);
                figures.denominator = self.number(&columns::DENOMINATOR);
            }
            if !figures.is_empty() {
                cells.push(Cell { at, values: Some(Arc::clone(whom)), figures });
            }
        }
        cells
    }
}
