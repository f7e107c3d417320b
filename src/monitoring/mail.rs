//! Mails of reports, to those who answer for a partner's reports.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::kit::{
    mail::{Block, Document, MailTemplate, Row},
    text::{FluentValue, InLanguage, Language, LocalizedText},
};

/// How many rows a mail lists; the report shows all.
const MOST_ROWS: usize = 50;

/// Which report a mail is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportFacts {
    /// The cluster that it was sent to.
    pub cluster: LocalizedText,
    /// The plan that it reports on.
    pub plan: LocalizedText,
    /// The partner whose report it is.
    pub organisation: String,
    /// First day of the period.
    pub starts_on: NaiveDate,
    /// First day after the period.
    pub ends_on: NaiveDate,
}

/// A row that is to be mended.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RowToMend {
    /// Code of its activity.
    pub activity: String,
    /// Code of its place.
    pub place: String,
    /// What is to be mended, in the reviewer's words.
    pub note: String,
}

/// Asks a partner to mend a report. It goes to those who can: the partner's own people.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportReturned {
    /// Which report.
    pub report: ReportFacts,
    /// Who returned it; none is the cluster as a whole.
    pub reviewer: Option<String>,
    /// What is to be mended, in the reviewer's words.
    pub note: String,
    /// True: it had been accepted, and its figures counted.
    pub reopened: bool,
    /// True: its period is closed, so that only those who decide can still write it.
    pub closed: bool,
    /// The rows that are to be mended; none where it may be any.
    #[serde(default)]
    pub rows: Vec<RowToMend>,
}

/// Tells a partner that a report was accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ReportAccepted {
    /// Which report.
    pub report: ReportFacts,
}

impl ReportFacts {
    fn period(&self, say: InLanguage<'_>) -> String {
        let last = self.ends_on.pred_opt().unwrap_or(self.ends_on);
        say.text("period", &[("from", say.date(self.starts_on).into()), ("to", say.date(last).into())])
    }

    fn document(
        &self,
        say: InLanguage<'_>,
        title: &str,
        blocks: Vec<Block>,
        args: &[(&str, FluentValue<'_>)],
    ) -> Document {
        let name = |names| name(names, say).to_owned();
        let title = say.text(title, args);
        Document {
            subject: title.clone(),
            preview: name(&self.plan),
            sender: name(&self.cluster),
            kicker: name(&self.plan),
            heading: title,
            blocks,
            reason: say.text("report-reason", &[("organisation", self.organisation.as_str().into())]),
            links: Vec::new(),
        }
    }

    fn sample() -> Self {
        Self {
            cluster: LocalizedText::new(Language::En, "Education Cluster Taluna")
                .with(Language::Fr, "Cluster éducation de Taluna"),
            plan: LocalizedText::new(Language::En, "Taluna education response 2026"),
            organisation: "Books & Boards".to_owned(),
            starts_on: NaiveDate::from_ymd_opt(2026, 10, 1).unwrap_or_default(),
            ends_on: NaiveDate::from_ymd_opt(2026, 11, 1).unwrap_or_default(),
        }
    }
}

/// A name in the reader's language, as far as there is one.
fn name<'a>(names: &'a LocalizedText, say: InLanguage<'_>) -> &'a str {
    names.get(say.language(), Language::En)
}

impl MailTemplate for ReportReturned {
    const NAME: &'static str = "report-returned";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let reviewer = self.reviewer.as_deref().unwrap_or_else(|| name(&self.report.cluster, say));
        let args = [
            ("organisation", self.report.organisation.as_str().into()),
            ("period", self.report.period(say).into()),
            ("reviewer", reviewer.into()),
        ];
        let happened = if self.reopened { "report-reopened-text" } else { "report-returned-text" };
        let next = if self.closed { "report-mend-closed" } else { "report-mend" };
        let mut blocks = vec![
            Block::Paragraph(say.text(happened, &args[..])),
            Block::Quote { heading: say.text("report-returned-note", &[]), text: self.note.clone() },
            Block::Paragraph(say.text(next, &[])),
        ];
        if !self.rows.is_empty() {
            let row = |row: &RowToMend| {
                let of = [("activity", row.activity.as_str().into()), ("place", row.place.as_str().into())];
                Row::new(say.text("report-returned-row", &of), &row.note, "")
            };
            let rows = self.rows.iter().take(MOST_ROWS).map(row).collect();
            blocks.insert(2, Block::Table { heading: say.text("report-returned-rows", &[]), rows });
            blocks.insert(3, Block::Paragraph(say.text("report-returned-only", &[])));
        }
        self.report.document(say, "report-returned-title", blocks, &args[..2])
    }

    fn samples() -> Vec<Self> {
        let note = "Row 14: 1,240 girls were counted in September too.\nPlease say which 310 are new, \
                    and whether the learning space in Old Mill camp was open for the whole of October."
            .to_owned();
        let reviewer = Some("Awa Diop".to_owned());
        let rows = vec![RowToMend {
            activity: "CA1".to_owned(),
            place: "Old Mill camp".to_owned(),
            note: "Counted in September too".to_owned(),
        }];
        let returned = Self { report: ReportFacts::sample(), reviewer, note, reopened: false, closed: false, rows };
        vec![Self { reviewer: None, reopened: true, closed: true, rows: Vec::new(), ..returned.clone() }, returned]
    }
}

impl MailTemplate for ReportAccepted {
    const NAME: &'static str = "report-accepted";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let args =
            [("organisation", self.report.organisation.as_str().into()), ("period", self.report.period(say).into())];
        let blocks = vec![Block::Paragraph(say.text("report-accepted-text", &[]))];
        self.report.document(say, "report-accepted-title", blocks, &args)
    }

    fn samples() -> Vec<Self> {
        vec![Self { report: ReportFacts::sample() }]
    }
}
