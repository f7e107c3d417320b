//! The workbook that a partner fills: made for its organisation, a plan, a cluster and a period, in its language. Its headings and codes are
//! protected, what can be chosen is offered as lists, and it carries last period's rows, the targets of the published plan and, unseen, what it
//! was made for.
//!
//! The rows of the partner's last report stand there with what they are about and no figures: a row that stays so is not taken over, and no
//! figure of last month can be sent again by mistake. What last month's row reached stands beside it in grey.

mod codes;
mod facts;
mod guide;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use juniper::ID;

use self::{
    codes::Codes,
    facts::{Facts, Line},
};
use super::{
    columns::{self, BESIDE, PEOPLE},
    export::{key_cells, readable, sheet_row, tag},
    headings::{heading, plain},
    made::Made,
    model::{Report, ReportId},
    policy,
    saving::{Header, HeaderIds},
};
use crate::{
    accounts,
    kit::{
        Call, Error, Result,
        auth::Action,
        sheet::{Cell, Column, Look, OutBook, OutColumn, OutSheet, Refused, Rule, write_xlsx},
        text::{InLanguage, Language},
    },
    plans::PlanId,
};

/// Whom a workbook is made for: all of these, or none of them for the plan's codes alone.
#[derive(Debug, Clone, Default)]
pub struct WorkbookFor {
    /// The period.
    pub period: Option<ID>,
    /// The cluster that will accept the report.
    pub cluster: Option<ID>,
    /// The organisation that reports.
    pub organisation: Option<ID>,
}

/// The workbook to fill for a partner's report, or, for nobody in particular, with the plan's codes.
///
/// # Errors
/// `NOT_FOUND` or `FORBIDDEN` when the viewer may not see the plan or the partner's reports; when some but not all of the partner is said.
pub async fn report_workbook(
    call: &Call,
    plan: &ID,
    partner: &WorkbookFor,
    language: Option<Language>,
) -> Result<Vec<u8>> {
    let conn = call.db.conn().await?;
    let facts = match (&partner.period, &partner.cluster, &partner.organisation) {
        (None, None, None) => {
            let plan = PlanId::parse(plan, "plan")?;
            let plan = policy::plan(conn, &call.viewer, Action::ReadDrafts, plan, "plan").await?;
            Facts::of_plan(conn, plan).await?
        }
        (Some(period), Some(cluster), Some(organisation)) => {
            let ids = HeaderIds { plan, period, cluster, organisation };
            let header = Header::find(conn, &call.viewer, Action::ReadContent, &ids).await?;
            Facts::to_fill(conn, header).await?
        }
        _ => {
            let message = "say period, cluster and organisation, or none of them for the plan's codes alone";
            return Err(Error::invalid("period", "workbook-partner", message));
        }
    };
    write(call, facts, language).await
}

/// The workbook to fill for a report, in a language, and how many rows of the last report go on.
///
/// # Errors
/// When the database cannot be read.
pub(super) async fn to_fill(call: &Call, header: Header, language: Language) -> Result<(Vec<u8>, i64)> {
    let facts = Facts::to_fill(call.db.conn().await?, header).await?;
    let going_on = i64::try_from(facts.earlier.len()).map_err(Error::internal)?;
    Ok((write(call, facts, Some(language)).await?, going_on))
}

/// A report as a workbook: read back in, it changes nothing.
///
/// # Errors
/// `NOT_FOUND` when the viewer may not read it; `CONFLICT` when it counts people in a way that the sheet has no column for.
pub async fn report_as_workbook(call: &Call, id: ReportId, language: Option<Language>) -> Result<Vec<u8>> {
    let conn = call.db.conn().await?;
    let report = readable(call, id).await?;
    let header = Header::of_report(conn, &report).await?;
    write(call, Facts::as_it_stands(conn, header, report).await?, language).await
}

async fn write(call: &Call, facts: Facts, asked: Option<Language>) -> Result<Vec<u8>> {
    let language = match (asked, call.viewer.user) {
        (Some(language), _) => language,
        (None, Some(user)) => accounts::user(call.db.conn().await?, user).await?.language,
        (None, None) => call.language,
    };
    let tools = std::sync::Arc::clone(&call.tools);
    let (id, now) = (tools.clock.new_uuid(), tools.clock.now());
    let written = tokio::task::spawn_blocking(move || {
        let say = tools.texts.in_language(language);
        let (book, made) = (Book { facts: &facts, say }, facts.made(id, say));
        write_xlsx(&book.pages(&made, now)?)
    });
    written.await.map_err(Error::internal)?
}

struct Book<'a> {
    facts: &'a Facts,
    say: InLanguage<'a>,
}

impl Book<'_> {
    fn pages(&self, made: &Made, now: DateTime<Utc>) -> Result<OutBook> {
        let codes = Codes::of(self.facts, self.say);
        let mut sheets = vec![self.report(&codes)?, guide::guide(self.facts, self.say, now)?];
        sheets.extend(self.targets(&codes));
        sheets.push(made.sheet());
        Ok(OutBook {
            sheets,
            lists: Some(codes.into_lists(self.say)),
            right_to_left: self.say.language().direction() == "rtl",
        })
    }

    fn text(&self, key: &str) -> String {
        plain(&self.say.text(key, &[]))
    }

    fn report(&self, codes: &Codes) -> Result<OutSheet> {
        let beside = BESIDE.iter().filter(|column| column.name != columns::MESSAGES.name);
        let all: Vec<Column> = columns::all().into_iter().chain(beside.copied()).collect();
        let names = &self.facts.names;
        let mut rows = Vec::new();
        for (row, cells) in &self.facts.rows {
            let mut line = self.worded(codes, sheet_row(names, row, cells)?);
            line.extend([Cell::Empty, self.target_of(row)]);
            rows.push(line);
        }
        for Line { facts, people } in &self.facts.earlier {
            // What the sheet has no column for cannot be filled in it either.
            let Ok(keys) = key_cells(names, facts) else { continue };
            let mut line = self.worded(codes, keys);
            line.resize(columns::all().len(), Cell::Empty);
            line.extend([Cell::from(*people), self.target_of(facts)]);
            rows.push(line);
        }
        Ok(OutSheet {
            name: self.text("workbook-report"),
            columns: all.iter().map(|column| self.column(codes, column)).collect(),
            rows,
            protected: true,
            hidden: false,
        })
    }

    /// A row with the words of the language beside and in place of its codes.
    fn worded(&self, codes: &Codes, mut line: Vec<Cell>) -> Vec<Cell> {
        for (cell, column) in line.iter_mut().zip(columns::all()) {
            if let Cell::Text(code) = cell
                && let Some(label) = codes.label(&column, code)
            {
                *code = label.to_owned();
            }
        }
        line
    }

    fn target_of(&self, facts: &super::model::RowFacts) -> Cell {
        self.facts.targets.get(&(facts.indicator_id, facts.area_id)).copied().into()
    }

    fn column(&self, codes: &Codes, column: &Column) -> OutColumn {
        let is = |known: &Column| known.name == column.name;
        let counts = PEOPLE.iter().any(|people| is(&people.new) || is(&people.repeat));
        let (rule, look, refused) = if counts {
            (Rule::Whole, Look::NumberEntry, "refused-whole")
        } else if BESIDE.iter().any(is) {
            (Rule::Nothing, Look::Aside, "refused-aside")
        } else if is(&columns::CURRENCY) {
            (Rule::Length(3, 3), Look::TextEntry, "refused-currency")
        } else if is(&columns::REMARKS) {
            (Rule::Length(0, 2_000), Look::LongEntry, "refused-length")
        } else if [columns::VALUE, columns::DENOMINATOR, columns::UNITS, columns::AMOUNT].iter().any(is) {
            (Rule::Number, Look::NumberEntry, "refused-number")
        } else {
            (codes.rule(column), Look::TextEntry, "refused-list")
        };
        OutColumn {
            heading: heading(self.say, column),
            tag: tag(column).to_owned(),
            rule,
            refused: Refused { title: self.text("refused-title"), message: self.text(refused) },
            look,
        }
    }

    /// The targets of the published plan; none where nothing was published.
    fn targets(&self, codes: &Codes) -> Option<OutSheet> {
        let published = self.facts.published.as_ref()?;
        let indicators: HashMap<_, _> =
            published.indicators.iter().map(|indicator| (indicator.id, indicator)).collect();
        let activities: HashMap<_, _> = published.activities.iter().map(|activity| (activity.id, activity)).collect();
        let label = |column: &Column, code: &str| codes.label(column, code).unwrap_or(code).to_owned();
        let mut rows = Vec::new();
        for target in published.targets.iter().filter(|target| target.target.is_some()) {
            let Some(indicator) = indicators.get(&target.indicator_id) else { continue };
            let activity = indicator.activity_id.and_then(|id| activities.get(&id));
            let area = self.facts.area_code(target.area_id);
            rows.push(vec![
                Cell::from(activity.map(|activity| label(&columns::ACTIVITY, &activity.ref_code))),
                label(&columns::INDICATOR, &indicator.ref_code).into(),
                Cell::from(area.map(|(level, code)| label(&columns::area(level), code))),
                Cell::from(self.facts.category_label(target.category_id, self.say.language())),
                Cell::from(target.baseline),
                Cell::from(target.in_need),
                Cell::from(target.target),
            ]);
        }
        let headings = [
            "heading-activity",
            "heading-indicator",
            "workbook-place",
            "workbook-whom",
            "workbook-baseline",
            "workbook-in-need",
            "heading-target",
        ];
        let column = |key: &&str| OutColumn { heading: self.text(key), ..OutColumn::default() };
        Some(OutSheet {
            name: self.text("workbook-targets"),
            columns: headings.iter().map(column).collect(),
            rows,
            protected: true,
            hidden: false,
        })
    }
}

impl Facts {
    /// What the workbook says of itself.
    fn made(&self, workbook: uuid::Uuid, say: InLanguage<'_>) -> Made {
        let report = self.report.as_ref();
        let partner = self.partner.as_ref();
        Made {
            workbook,
            plan: self.plan.id.global().to_string(),
            period: partner.map(|partner| partner.period.id.global().to_string()),
            cluster: partner.map(|partner| partner.cluster.id.global().to_string()),
            organisation: partner.map(|partner| partner.organisation_id.global().to_string()),
            about: guide::about(self, say),
            page: plain(&say.text("workbook-report", &[])),
            language: say.language(),
            version: report.map_or(0, |report: &Report| report.version),
            content: partner.map(|_| self.content.clone()),
        }
    }
}
