//! What is wrong with a file, cell by cell, in the graph.

use juniper::graphql_object;

use super::Context;
use crate::kit::sheet::{Issue, Severity};

crate::text_enum! {
    /// Whether an issue keeps the file from being taken over.
    IssueSeverity {
        /// Nothing of the file is taken over until it is mended.
        Blocking = "ERROR",
        /// It is taken over, and someone should look at it.
        Warning = "WARNING",
    }
}

/// One thing that is wrong with a file.
pub struct ImportIssue(pub Issue);

#[graphql_object(context = Context, description = "One thing that is wrong with a file: where, what, and how to mend it.")]
impl ImportIssue {
    /// The sheet's name, where it has one.
    fn sheet(&self) -> Option<&str> {
        self.0.sheet.as_deref()
    }

    /// The row as a spreadsheet numbers it, from 1.
    fn row(&self) -> Option<i32> {
        self.0.row.and_then(|row| i32::try_from(row).ok())
    }

    /// The column's heading as it stands in the file.
    fn column(&self) -> Option<&str> {
        self.0.column.as_deref()
    }

    /// The cell, such as I14.
    fn cell(&self) -> Option<&str> {
        self.0.cell.as_deref()
    }

    /// Whether it keeps the file from being taken over.
    fn severity(&self) -> IssueSeverity {
        match self.0.severity {
            Severity::Error => IssueSeverity::Blocking,
            Severity::Warning => IssueSeverity::Warning,
        }
    }

    /// The translation key.
    fn key(&self) -> &str {
        &self.0.key
    }

    /// What is wrong.
    fn reason(&self) -> &str {
        &self.0.reason
    }

    /// How to mend it.
    fn mend(&self) -> &str {
        &self.0.mend
    }
}
