//! What a workbook says of itself on a hidden sheet: which report it was made for, and what that report said then.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::saving::Header;
use crate::kit::{
    sheet::{Cell, Issue, OutColumn, OutSheet, Workbook},
    text::Language,
};

/// The name of the hidden sheet.
const SHEET: &str = "darasa";
/// What the first cell says, with the layout's number.
const FORMAT: &str = "report-workbook-1";
/// The most characters of a value: more was not written here.
const LONGEST: usize = 500;

/// What a workbook was made for. Ids are those of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Made {
    /// Which workbook it is.
    pub(super) workbook: Uuid,
    pub(super) plan: String,
    pub(super) period: Option<String>,
    pub(super) cluster: Option<String>,
    pub(super) organisation: Option<String>,
    /// The same in words.
    pub(super) about: String,
    /// The name of the sheet that is filled.
    pub(super) page: String,
    pub(super) language: Language,
    /// The report's version when the workbook was made; 0 for none.
    pub(super) version: i32,
    /// What the report said then, as a hash; none where the workbook is of no report in particular.
    pub(super) content: Option<Vec<u8>>,
}

impl Made {
    /// The hidden sheet.
    pub(super) fn sheet(&self) -> OutSheet {
        let none = String::new;
        let values = [
            ("workbook", self.workbook.to_string()),
            ("plan", self.plan.clone()),
            ("period", self.period.clone().unwrap_or_else(none)),
            ("cluster", self.cluster.clone().unwrap_or_else(none)),
            ("organisation", self.organisation.clone().unwrap_or_else(none)),
            ("about", self.about.clone()),
            ("page", self.page.clone()),
            ("language", self.language.as_str().to_owned()),
            ("version", self.version.to_string()),
            ("content", self.content.as_ref().map_or_else(none, hex::encode)),
        ];
        let heading = |text: &str| OutColumn { heading: text.to_owned(), ..OutColumn::default() };
        OutSheet {
            name: SHEET.to_owned(),
            columns: vec![heading(FORMAT), heading("value")],
            rows: values.into_iter().map(|(name, value)| vec![name.into(), value.into()]).collect(),
            protected: true,
            hidden: true,
        }
    }

    /// Reads it back; none where the workbook was not made here, or nothing sensible is left of the sheet.
    pub(super) fn read(workbook: &Workbook) -> Option<Self> {
        let rows = &workbook.sheets.iter().find(|sheet| sheet.name == SHEET)?.rows;
        let text = |cell: Option<&Cell>| cell.map(Cell::to_text).unwrap_or_default();
        if text(rows.first()?.cells.first()) != FORMAT {
            return None;
        }
        let value = |name: &str| -> Option<String> {
            let row = rows.iter().find(|row| text(row.cells.first()) == name)?;
            Some(text(row.cells.get(1)).chars().take(LONGEST).collect()).filter(|value: &String| !value.is_empty())
        };
        Some(Self {
            workbook: value("workbook")?.parse().ok()?,
            plan: value("plan")?,
            period: value("period"),
            cluster: value("cluster"),
            organisation: value("organisation"),
            about: value("about").unwrap_or_default(),
            page: value("page").unwrap_or_default(),
            language: value("language").and_then(|tag| Language::from_tag(&tag)).unwrap_or(Language::En),
            version: value("version").and_then(|version| version.parse().ok()).unwrap_or(0),
            content: value("content").and_then(|content| hex::decode(content).ok()),
        })
    }

    /// What is wrong where the workbook was made for another report than the one that it is to go into.
    pub(super) fn mismatch(&self, header: &Header) -> Option<Issue> {
        let differs = |said: Option<&String>, meant: juniper::ID| said.is_some_and(|said| **said != *meant);
        let wrong = [
            ("plan", differs(Some(&self.plan), header.plan.id.global())),
            ("period", differs(self.period.as_ref(), header.period.id.global())),
            ("cluster", differs(self.cluster.as_ref(), header.cluster.global())),
            ("organisation", differs(self.organisation.as_ref(), header.organisation.global())),
        ];
        let wrong: Vec<&str> = wrong.into_iter().filter(|(_, differs)| *differs).map(|(what, _)| what).collect();
        (!wrong.is_empty()).then(|| {
            let reason = format!("this workbook was made for another {}: {}", wrong.join(" and "), self.about);
            let mend = "choose the report that it was made for, or download the workbook of this report";
            Issue::error("report-workbook-of-another", reason, mend)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::sheet::{Row, Sheet};

    fn read_back(sheet: &OutSheet) -> Option<Made> {
        let heads: Vec<Cell> = sheet.columns.iter().map(|column| column.heading.as_str().into()).collect();
        let rows = std::iter::once(heads).chain(sheet.rows.clone());
        let rows = (1..).zip(rows).map(|(number, cells)| Row { number, cells: cells.into() }).collect();
        let sheet = Sheet { name: sheet.name.clone(), hidden: true, dates_from_1904: false, rows };
        Made::read(&Workbook { sheets: vec![sheet], formulas: Vec::new() })
    }

    fn made() -> Made {
        Made {
            workbook: Uuid::from_u128(5),
            plan: "cGxhbg".to_owned(),
            period: None,
            cluster: Some("Y2x1c3Rlcg".to_owned()),
            organisation: None,
            about: "HXEA, March".to_owned(),
            page: "التقرير".to_owned(),
            language: Language::Ar,
            version: 3,
            content: Some(vec![1, 171]),
        }
    }

    #[test]
    fn what_a_workbook_says_of_itself_reads_back() {
        assert_eq!(read_back(&made().sheet()), Some(made()));
    }

    #[test]
    fn a_sheet_that_someone_spoiled_says_nothing() {
        let mut sheet = made().sheet();
        sheet.rows[0][1] = "no id".into();
        assert_eq!(read_back(&sheet), None);
        let mut sheet = made().sheet();
        sheet.columns[0].heading = "something else".to_owned();
        assert_eq!(read_back(&sheet), None);
        assert_eq!(Made::read(&Workbook { sheets: Vec::new(), formulas: Vec::new() }), None);
    }
}
