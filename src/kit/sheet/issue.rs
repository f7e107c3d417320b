//! What is wrong with a sheet, cell by cell, so that a partner mends everything in one go.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

/// Whether an issue keeps the rows from being taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Severity {
    /// The row cannot be taken over as it is.
    Error,
    /// The row is taken over, and someone should look at it.
    Warning,
}

/// One thing that is wrong: where, what and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// The sheet's name, where it has one.
    pub sheet: Option<String>,
    /// The row as the user sees it, from 1.
    pub row: Option<u32>,
    /// The column's heading as it stands in the file.
    pub column: Option<String>,
    /// The cell as the user sees it, such as `I14`, so that the issue can be shown beside it.
    pub cell: Option<String>,
    /// Whether the row can be taken over.
    pub severity: Severity,
    /// The translation key.
    pub key: Cow<'static, str>,
    /// What is wrong.
    pub reason: String,
    /// How to mend it.
    pub mend: String,
}

impl Issue {
    /// An issue that keeps rows from being taken over, not yet placed: fill in where with the fields or by [`Issue::on_row`].
    pub fn error(key: &'static str, reason: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            sheet: None,
            row: None,
            column: None,
            cell: None,
            severity: Severity::Error,
            key: key.into(),
            reason: reason.into(),
            mend: mend.into(),
        }
    }

    /// An issue that someone should look at.
    pub fn warning(key: &'static str, reason: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(key, reason, mend) }
    }

    /// The same issue, in this sheet (a name may be empty, as that of a text file).
    #[must_use]
    pub fn in_sheet(mut self, name: &str) -> Self {
        self.sheet = (!name.is_empty()).then(|| name.to_owned());
        self
    }

    /// The same issue, on this row.
    #[must_use]
    pub fn on_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "sheet `{sheet}`, ")?;
        }
        match (&self.cell, self.row) {
            (Some(cell), _) => write!(f, "cell {cell}, ")?,
            (None, Some(row)) => write!(f, "row {row}, ")?,
            (None, None) => {}
        }
        if let Some(column) = &self.column {
            write!(f, "column `{column}`: ")?;
        }
        write!(f, "{}; {}", self.reason, self.mend)
    }
}

/// Collects issues. It keeps the first ones of each severity and counts all: a sheet of 200,000 wrong rows needs no 200,000 messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issues {
    kept: Vec<Issue>,
    errors: u64,
    warnings: u64,
    keep: u64,
}

impl Default for Issues {
    fn default() -> Self {
        Self::keeping(1_000)
    }
}

impl Issues {
    /// A collector that keeps the first `keep` errors and the first `keep` warnings.
    pub fn keeping(keep: u64) -> Self {
        Self { kept: Vec::new(), errors: 0, warnings: 0, keep }
    }

    /// Takes an issue.
    pub fn push(&mut self, issue: Issue) {
        let count = match issue.severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count <= self.keep {
            self.kept.push(issue);
        }
    }

    /// Whether anything keeps rows from being taken over.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many errors there are, kept or not.
    pub fn errors(&self) -> u64 {
        self.errors
    }

    /// How many warnings there are, kept or not.
    pub fn warnings(&self) -> u64 {
        self.warnings
    }

    /// The issues that were kept, in the order they were found.
    pub fn kept(&self) -> &[Issue] {
        &self.kept
    }

    /// How many issues there are beyond the kept ones ("and n more").
    pub fn more(&self) -> u64 {
        self.errors.saturating_sub(self.keep) + self.warnings.saturating_sub(self.keep)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_issues_are_counted_and_errors_are_not_crowded_out_by_warnings() {
        let mut issues = Issues::keeping(2);
        for row in 1..=5 {
            issues.push(Issue::warning("w", "odd", "look").on_row(row));
        }
        assert!(!issues.has_errors());
        issues.push(Issue::error("e", "wrong", "mend").on_row(9));
        assert!(issues.has_errors());
        assert_eq!((issues.errors(), issues.warnings(), issues.more()), (1, 5, 3));
        let rows: Vec<_> = issues.kept().iter().filter_map(|issue| issue.row).collect();
        assert_eq!(rows, [1, 2, 9]);
    }

    #[test]
    fn issues_survive_being_stored() {
        let mut issues = Issues::default();
        issues.push(Issue::error("sheet-no-number", "`abc` is no number", "write 0").in_sheet("Data").on_row(7));
        let stored = serde_json::to_string(&issues).expect("plain data");
        assert!(stored.contains(r#""severity":"ERROR""#));
        assert_eq!(serde_json::from_str::<Issues>(&stored).expect("what was just written"), issues);
    }

    #[test]
    fn an_issue_says_where_what_and_how_to_mend() {
        let mut issue = Issue::error("k", "`abc` is no number", "write digits only").in_sheet("Data").on_row(7);
        assert_eq!(issue.to_string(), "sheet `Data`, row 7, `abc` is no number; write digits only");
        issue.cell = Some("C7".into());
        issue.column = Some("Girls".into());
        assert_eq!(issue.to_string(), "sheet `Data`, cell C7, column `Girls`: `abc` is no number; write digits only");
    }
}
