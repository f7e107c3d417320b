//! Mails of the month: a period is open; reports are late or about to be.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::kit::{
    mail::{Block, Document, MailTemplate, Row},
    text::{InLanguage, Language, LocalizedText},
};

/// A report that is due.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DueReport {
    /// The partner whose report it is.
    pub organisation: String,
    /// The cluster that it goes to.
    pub cluster: LocalizedText,
    /// How many rows of the last report go on.
    pub going_on: i64,
}

/// Tells those who write reports that a period is open, with their own list.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PeriodOpened {
    /// The plan that is reported on.
    pub plan: LocalizedText,
    /// First day of the period.
    pub starts_on: NaiveDate,
    /// First day after the period.
    pub ends_on: NaiveDate,
    /// The last day to submit in time,
    pub due_on: NaiveDate,
    /// where the operation is.
    pub time_zone: String,
    /// How many workbooks go with the mail; none where they were too large together.
    pub attached: i64,
    /// What is due of the reader.
    pub reports: Vec<DueReport>,
}

/// A report that was not sent.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LateReport {
    /// The partner whose report it is.
    pub organisation: String,
    /// The cluster that it goes to.
    pub cluster: LocalizedText,
    /// First day of the period.
    pub starts_on: NaiveDate,
    /// First day after the period.
    pub ends_on: NaiveDate,
    /// The last day to submit in time.
    pub due_on: NaiveDate,
}

/// Reminds somebody of reports.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportsDue {
    /// The plan that is reported on.
    pub plan: LocalizedText,
    /// The day of the mail,
    pub day: NaiveDate,
    /// where the operation is.
    pub time_zone: String,
    /// What is due of the reader.
    pub reports: Vec<LateReport>,
}

fn name<'a>(names: &'a LocalizedText, say: InLanguage<'_>) -> &'a str {
    names.get(say.language(), Language::En)
}

fn period(say: InLanguage<'_>, starts_on: NaiveDate, ends_on: NaiveDate) -> String {
    let last = ends_on.pred_opt().unwrap_or(ends_on);
    say.text("period", &[("from", say.date(starts_on).into()), ("to", say.date(last).into())])
}

impl MailTemplate for PeriodOpened {
    const NAME: &'static str = "period-opened";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let plan = name(&self.plan, say).to_owned();
        let due_on = say.date(self.due_on);
        let args = [("period", period(say, self.starts_on, self.ends_on).into())];
        let title = say.text("period-opened-title", &args);
        let rows = self.reports.iter().map(|report| {
            let of =
                [("organisation", report.organisation.as_str().into()), ("cluster", name(&report.cluster, say).into())];
            let label = say.text("period-opened-report", &of);
            let value = match report.going_on {
                0 => say.text("period-opened-new", &[]),
                count => say.text("period-opened-going-on", &[("count", count.into())]),
            };
            Row::new(label, &value, "")
        });
        let deadline =
            say.text("period-opened-due", &[("day", due_on.into()), ("zone", self.time_zone.as_str().into())]);
        let attached = match self.attached {
            0 => say.text("period-opened-without", &[]),
            count => say.text("period-opened-attached", &[("count", count.into())]),
        };
        let blocks = vec![
            Block::Paragraph(say.text("period-opened-text", &[("plan", plan.as_str().into())])),
            Block::Paragraph(deadline),
            Block::Table { heading: say.text("period-opened-list", &[]), rows: rows.collect() },
            Block::Paragraph(attached),
            Block::Paragraph(say.text("period-opened-nothing", &[])),
        ];
        Document {
            subject: title.clone(),
            preview: plan.clone(),
            sender: self.reports.first().map_or_else(|| plan.clone(), |report| name(&report.cluster, say).to_owned()),
            kicker: plan,
            heading: title,
            blocks,
            reason: say.text("period-opened-reason", &[]),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        let cluster = LocalizedText::new(Language::En, "Education Cluster Taluna");
        let report = |organisation: &str, going_on| DueReport {
            organisation: organisation.to_owned(),
            cluster: cluster.clone(),
            going_on,
        };
        let whole = Self {
            plan: LocalizedText::new(Language::En, "Taluna education response 2026"),
            starts_on: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
            ends_on: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap_or_default(),
            due_on: NaiveDate::from_ymd_opt(2026, 11, 10).unwrap_or_default(),
            time_zone: "Asia/Kabul".to_owned(),
            attached: 2,
            reports: vec![report("Books & Boards", 14), report("Books & Boards", 0)],
        };
        vec![Self { attached: 0, reports: vec![report("Books & Boards", 1)], ..whole.clone() }, whole]
    }
}

impl MailTemplate for ReportsDue {
    const NAME: &'static str = "reports-due";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let plan = name(&self.plan, say).to_owned();
        let count = i64::try_from(self.reports.len()).unwrap_or(i64::MAX);
        let title = say.text("reports-due-title", &[("count", count.into())]);
        let rows = self.reports.iter().map(|report| {
            let of = [
                ("organisation", report.organisation.as_str().into()),
                ("cluster", name(&report.cluster, say).into()),
                ("period", period(say, report.starts_on, report.ends_on).into()),
            ];
            let label = say.text("reports-due-report", &of);
            let day = say.date(report.due_on);
            let key = if report.due_on < self.day { "reports-due-late" } else { "reports-due-soon" };
            let value = say.text(key, &[("day", day.as_str().into())]);
            Row::new(label, &value, &day)
        });
        let blocks = vec![
            Block::Paragraph(say.text("reports-due-text", &[("plan", plan.as_str().into())])),
            Block::Table { heading: say.text("period-opened-list", &[]), rows: rows.collect() },
            Block::Paragraph(say.text("period-opened-nothing", &[])),
            Block::Note(say.text("reports-due-zone", &[("zone", self.time_zone.as_str().into())])),
        ];
        Document {
            subject: title.clone(),
            preview: plan.clone(),
            sender: self.reports.first().map_or_else(|| plan.clone(), |report| name(&report.cluster, say).to_owned()),
            kicker: plan,
            heading: title,
            blocks,
            reason: say.text("period-opened-reason", &[]),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
        let late = |from, to, due_on| LateReport {
            organisation: "Books & Boards".to_owned(),
            cluster: LocalizedText::new(Language::En, "Education Cluster Taluna"),
            starts_on: from,
            ends_on: to,
            due_on,
        };
        vec![Self {
            plan: LocalizedText::new(Language::En, "Taluna education response 2026"),
            day: day(11, 11),
            time_zone: "Asia/Kabul".to_owned(),
            reports: vec![late(day(9, 1), day(10, 1), day(10, 10)), late(day(10, 1), day(11, 1), day(11, 14))],
        }]
    }
}
