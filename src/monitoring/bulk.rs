//! `sendRows`: rows of a report from a partner's own system, by codes instead of ids. Rows are told by their row key, so that the same request
//! again changes nothing.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use chrono::NaiveDate;
use juniper::ID;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    batches::{self, Source},
    checks::{self, Cell, Entry, Field, Finding, Frame, Inputs, MOST_ROWS, Seen},
    comparing::{self, Changes},
    import::{receipt, reported_elsewhere},
    input::{CodedRowInput, ImportMode, SendRowsInput},
    mapping::{
        fields::SheetField,
        is_known,
        lists::{Found, Lists},
        parse_key,
        places::Places,
        setting::{Asked, Setting},
    },
    model::{Figures, PeriodId, Report, RowStatus},
    reading::retired,
    saving::{self, Header, HeaderIds},
    store::{self, imports},
};
use crate::{
    kit::{
        Error, Result,
        db::Transaction,
        graphql::Count,
        scope::{ClusterId, OrganisationId},
        sheet::{Issue, Issues, Severity},
    },
    places::{self, AdminAreaId, Site, SiteId},
    plans::{ActivityId, IndicatorId, Modality, PlanId, ProjectId},
};

/// How long taking rows may last, in seconds.
const SECONDS: u32 = 60;

/// What sending rows did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct SentRows {
    pub(super) applied: bool,
    pub(super) report: Option<Report>,
    pub(super) changes: Changes,
    pub(super) refused: i32,
    pub(super) issues: Issues,
}

/// Takes rows into a report.
pub(super) async fn send(transaction: &mut Transaction, input: SendRowsInput) -> Result<SentRows> {
    transaction.allow_seconds(SECONDS).await?;
    if input.rows.len() > MOST_ROWS {
        return Err(Error::invalid("rows", "report-rows", format!("send at most {MOST_ROWS} rows at once")));
    }
    check_ids(&input)?;
    let (mut setting, header) = setting(transaction, &input).await?;
    let stored = header.stored(transaction.conn()).await?;
    let is_new = stored.is_none();
    let report = stored.clone().unwrap_or_else(|| header.draft(transaction, transaction.new_id()));
    if let Some(reason) = saving::locked(transaction, &header, &report) {
        return Err(Error::conflict("report-locked", reason).at("periodNumber"));
    }
    store::mark(transaction.conn()).await?;
    let known = Known::load(transaction, &setting, header.period.starts_on, &input.rows).await?;
    let mut findings = Vec::new();
    let mut entries: Vec<Entry> = input
        .rows
        .iter()
        .enumerate()
        .map(|(row, given)| {
            let organisation = header.organisation;
            let (frame, lists, known) = (&setting.frame, &setting.lists, &known);
            Coded { given, row, frame, lists, organisation, known, findings: &mut findings }.entry()
        })
        .collect();
    saving::find_categories(transaction, setting.plan.operation_id, &mut setting.frame, &mut entries).await?;
    findings.extend(checks::check(&setting.frame, &entries, &mut Seen::default()));
    findings.extend(reported_elsewhere(transaction, &header, &entries).await?);
    findings.sort_by_key(|finding| finding.row);
    let errors = findings.iter().filter(|finding| finding.issue.severity == Severity::Error);
    let bad: HashSet<usize> = errors.map(|finding| finding.row).collect();
    let issues = told(findings);
    let refused = i32::try_from(bad.len()).unwrap_or(i32::MAX);
    let mode = input.mode.unwrap_or_default();
    if !bad.is_empty() && (mode == ImportMode::All || bad.len() == entries.len()) {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(SentRows { report: stored, refused, issues, ..SentRows::default() });
    }
    let entries: Vec<Entry> =
        entries.into_iter().enumerate().filter(|(row, _)| !bad.contains(row)).map(|(_, entry)| entry).collect();
    let receipt = receipt(&setting.frame, &entries)?;
    let lines = saving::lines(&setting.frame, &entries)?;
    let (mut rewriting, _) = comparing::compare(transaction, report.id, lines, true).await?;
    let changes = rewriting.changes;
    if input.dry_run {
        store::back_to_mark(transaction.conn()).await?;
        return Ok(SentRows { applied: false, report: stored, changes, refused, issues });
    }
    if is_new && !store::insert_report(transaction.conn(), &report).await? {
        return Err(Error::conflict("report-begun", "someone began this report at this moment; send the rows again"));
    }
    rewriting.before.nil = report.nil;
    let after = saving::write(transaction, &report, report.nil && entries.is_empty(), is_new, &rewriting).await?;
    if changes.any() {
        let source = Source { mode, refused, ..Source::default() };
        batches::remember(transaction, source, &after, &rewriting, receipt).await?;
    }
    Ok(SentRows { applied: true, report: Some(after), changes, refused, issues })
}

fn told(findings: Vec<Finding>) -> Issues {
    let mut issues = Issues::default();
    findings.into_iter().for_each(|finding| issues.push(finding.placed(&INPUTS)));
    issues
}

/// Refuses what is no id before anything is looked for.
fn check_ids(input: &SendRowsInput) -> Result<()> {
    PlanId::parse_optional(input.plan_id.as_ref(), "planId")?;
    PeriodId::parse_optional(input.period_id.as_ref(), "periodId")?;
    ClusterId::parse_optional(input.cluster_id.as_ref(), "clusterId")?;
    OrganisationId::parse_optional(input.organisation_id.as_ref(), "organisationId")?;
    Ok(())
}

/// What the rows are of.
async fn setting(transaction: &Transaction, input: &SendRowsInput) -> Result<(Setting, Header)> {
    let plan = match (&input.plan_id, &input.plan_code) {
        (Some(id), None) => id.clone(),
        (None, Some(code)) => plan_of_code(transaction, code).await?.global(),
        _ => return Err(Error::invalid("planCode", "plan-unsaid", "give either planId or planCode")),
    };
    let asked = Asked {
        plan: &plan,
        cluster: input.cluster_id.as_ref(),
        organisation: input.organisation_id.as_ref(),
        period: input.period_id.as_ref(),
    };
    let texts = &transaction.tools().texts;
    let setting = Setting::load(transaction.conn(), transaction.viewer(), texts, &asked).await?;
    let organisation = organisation(&setting, input)?;
    let period = match (setting.period, input.period_number) {
        (Some(period), None) => period,
        (None, Some(number)) => {
            let found = setting.periods.iter().find(|period| period.number == number).map(|period| period.id);
            found.ok_or_else(|| {
                Error::invalid("periodNumber", "period-elsewhere", "the plan has no period of this number")
            })?
        }
        _ => return Err(Error::invalid("periodNumber", "period-unsaid", "give either periodId or periodNumber")),
    };
    let ids = HeaderIds {
        plan: &plan,
        period: &period.global(),
        cluster: &setting.cluster.global(),
        organisation: &organisation.global(),
    };
    let header = Header::load(transaction, &ids).await?;
    Ok((setting, header))
}

/// The plan with this code that the viewer may read.
async fn plan_of_code(transaction: &Transaction, code: &str) -> Result<PlanId> {
    let mut found = Vec::new();
    for plan in imports::plans_of_code(transaction.conn(), code.trim()).await? {
        let action = crate::kit::auth::Action::ReadShared;
        let read = super::policy::plan(transaction.conn(), transaction.viewer(), action, plan, "planCode").await;
        found.extend(read.ok().map(|plan| plan.id));
    }
    match found[..] {
        [only] => Ok(only),
        [] => Err(Error::not_found("planCode")),
        _ => Err(Error::invalid("planCode", "plan-ambiguous", "several plans have this code: give planId")),
    }
}

fn organisation(setting: &Setting, input: &SendRowsInput) -> Result<OrganisationId> {
    let unsaid = || {
        Error::invalid(
            "organisation",
            "organisation-unsaid",
            "say whose rows these are: organisation or organisationId",
        )
    };
    match (&input.organisation, setting.organisation) {
        (None, Some(organisation)) => Ok(organisation),
        (None, None) => Err(unsaid()),
        (Some(text), own) => match setting.lists.find(SheetField::Organisation, text) {
            Found::Code(code) | Found::Name(code) => {
                let found = OrganisationId::parse(&ID::new(code), "organisation")?;
                if input.organisation_id.is_some() && own != Some(found) {
                    return Err(Error::invalid(
                        "organisation",
                        "organisation-differs",
                        "organisation and organisationId name two",
                    ));
                }
                Ok(found)
            }
            Found::Several(_) => Err(Error::invalid(
                "organisation",
                "organisation-ambiguous",
                "several members are called so: give organisationId",
            )),
            Found::Nothing => {
                let message =
                    "no reporting member of the cluster is called so: give its name, its acronym or organisationId";
                Err(Error::invalid("organisation", "organisation-no-member", message))
            }
        },
    }
}

/// The places that the rows name.
struct Known {
    areas: Places,
    sites: HashMap<String, Site>,
}

impl Known {
    async fn load(
        transaction: &Transaction,
        setting: &Setting,
        first_day: NaiveDate,
        rows: &[CodedRowInput],
    ) -> Result<Self> {
        let conn = transaction.conn();
        let country = setting.operation.country_iso3.as_deref();
        let areas = Places::load(conn, country, Some(first_day)).await?;
        let unknown = rows.iter().map(|row| row.place.trim()).filter(|code| areas.by_code(code).is_none());
        let unknown: HashSet<String> = unknown.map(str::to_owned).collect();
        let codes: Vec<String> = unknown.iter().cloned().collect();
        let sites = places::sites_by_code(conn, setting.plan.operation_id, &codes).await?;
        Ok(Self { areas: areas.with_retired(conn, country, &unknown).await?, sites })
    }
}

/// One row on its way from codes to an entry.
struct Coded<'a> {
    given: &'a CodedRowInput,
    row: usize,
    frame: &'a Frame,
    lists: &'a Lists,
    organisation: OrganisationId,
    known: &'a Known,
    findings: &'a mut Vec<Finding>,
}

impl Coded<'_> {
    fn refuse<T>(&mut self, field: Field, key: &'static str, reason: String, mend: &str) -> Option<T> {
        self.findings.push(Finding { row: self.row, field, issue: Issue::error(key, reason, mend) });
        None
    }

    fn entry(mut self) -> Entry {
        let given = self.given;
        let activity = self.activity();
        let filled = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
        Entry {
            number: u32::try_from(self.row).unwrap_or(u32::MAX).saturating_add(1),
            activity,
            indicator: self.indicator(activity),
            place: self.place(),
            population_group: self.population_group(),
            modality: Some(given.modality.unwrap_or(Modality::Service)),
            status: Some(given.status.unwrap_or(RowStatus::Ongoing)),
            nil: given.nil,
            units: given.units,
            amount: given.amount,
            currency: filled(&given.currency).map(|code| code.trim().to_uppercase()),
            remarks: filled(&given.remarks),
            project: self.project(),
            cells: self.cells(),
            whole: true,
        }
    }

    fn activity(&mut self) -> Option<ActivityId> {
        let code = self.given.activity.trim().to_lowercase();
        let found = self.frame.activities.values().find(|activity| activity.ref_code.to_lowercase() == code);
        found.map(|activity| activity.id).or_else(|| {
            let what = format!("{:?} is no activity of the plan", self.given.activity);
            self.refuse(Field::Activity, "report-activity", what, "write the activity's code in the plan")
        })
    }

    fn indicator(&mut self, activity: Option<ActivityId>) -> Option<IndicatorId> {
        let indicators = self.frame.indicators.values();
        if let Some(given) = &self.given.indicator {
            let code = given.trim().to_lowercase();
            let found =
                indicators.filter(|indicator| indicator.ref_code.to_lowercase() == code).map(|one| one.id).next();
            return found.or_else(|| {
                let what = format!("{given:?} is no indicator of the plan");
                self.refuse(Field::Indicator, "report-indicator", what, "write the indicator's code in the plan")
            });
        }
        let activity = activity?;
        let own: Vec<IndicatorId> = indicators
            .filter(|indicator| indicator.activity_id == Some(activity) && indicator.counts_people)
            .map(|indicator| indicator.id)
            .collect();
        if let [only] = own[..] {
            return Some(only);
        }
        let what = "the row names no indicator, and its activity has not just one that counts people".to_owned();
        self.refuse(Field::Indicator, "report-indicator", what, "write the indicator's code in the plan")
    }

    fn project(&mut self) -> Option<ProjectId> {
        let code = self.given.project.as_deref().filter(|code| !code.trim().is_empty())?;
        let found = self.frame.projects.get(&(self.organisation, code.trim().to_lowercase())).copied();
        found.or_else(|| {
            let what = format!("{code:?} is no approved project of the organisation in the plan");
            self.refuse(Field::Project, "report-project", what, "write the project's code, or leave it out")
        })
    }

    fn place(&mut self) -> Option<(AdminAreaId, Option<SiteId>)> {
        let code = self.given.place.trim();
        if let Some(at) = self.known.areas.by_code(code) {
            return Some((self.known.areas.area(at).id, None));
        }
        if let Some(site) = self.known.sites.get(code) {
            return Some((site.area_id, Some(site.id)));
        }
        if let Some(area) = self.known.areas.retired(&code.to_uppercase()) {
            let (what, mend) = retired(code, area);
            return self.refuse(Field::Area, "report-area-retired", what, &mend);
        }
        let what = format!("{code:?} is no P-code of the country and no site of the operation");
        self.refuse(Field::Area, "report-area", what, "write a P-code or the code of a site")
    }

    fn population_group(&mut self) -> Option<String> {
        let Some(text) = self.given.population_group.as_deref().filter(|text| !text.trim().is_empty()) else {
            return Some(String::new());
        };
        match self.lists.find(SheetField::PopulationGroup, text) {
            Found::Code(code) | Found::Name(code) => Some(code),
            _ => {
                let mend = format!("write one of {}, or leave it out", self.frame.population_groups.join(", "));
                let what = format!("{text:?} is no population group");
                self.refuse(Field::PopulationGroup, "report-group", what, &mend)
            }
        }
    }

    fn cells(&mut self) -> Vec<Cell> {
        let number = |count: Option<Count>| count.map(|count| Decimal::from(count.0));
        let mut cells = Vec::new();
        for (at, people) in self.given.people.iter().flatten().enumerate() {
            let values = parse_key(people.category.as_deref().unwrap_or_default());
            let values = values.filter(|values| is_known(&self.frame.vocabulary, values));
            if values.is_none() {
                let what = "this is no category of the operation".to_owned();
                self.refuse::<()>(
                    Field::Cell(at),
                    "report-category",
                    what,
                    "write it as sex=f;age_band=6-11, or leave it out for everyone",
                );
            }
            let figures = Figures {
                new_people: number(people.new_people),
                repeat_people: number(people.repeat_people),
                value: people.value,
                denominator: people.denominator,
            };
            if !figures.is_empty() || values.is_none() {
                cells.push(Cell { at, values: values.map(Arc::new), figures });
            }
        }
        cells
    }
}

/// The inputs of rows by codes.
const INPUTS: Inputs = Inputs {
    activity: "activity",
    indicator: "indicator",
    area: "place",
    site: "place",
    project: "project",
    cells: "people",
};
