//! What reading a foreign sheet came to: every row accounted for, every cell counted.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    fields::{CellVerdict, RowOutcome, SheetField},
    lists::Entry,
    model::{Mapping, MappingProfileId},
    reading::ReadCell,
};
use crate::{
    kit::{
        scope::{ClusterId, OrganisationId},
        sheet::{Issues, OutSheet},
    },
    monitoring::{
        comparing::Changes,
        import::Receipt,
        marking::Checked,
        model::{PeriodId, ReportId},
    },
    plans::PlanId,
};

/// How many rows became what. Together they are the rows of the sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct RowCounts {
    pub(in crate::monitoring) total: i32,
    pub(in crate::monitoring) taken: i32,
    pub(in crate::monitoring) same: i32,
    pub(in crate::monitoring) refused: i32,
    pub(in crate::monitoring) needs_choice: i32,
    pub(in crate::monitoring) left_out: i32,
    pub(in crate::monitoring) headings: i32,
    pub(in crate::monitoring) empty: i32,
}

impl RowCounts {
    pub(in crate::monitoring) fn add(&mut self, outcome: RowOutcome, rows: i32) {
        let count = match outcome {
            RowOutcome::Taken => &mut self.taken,
            RowOutcome::Same => &mut self.same,
            RowOutcome::Refused => &mut self.refused,
            RowOutcome::NeedsChoice => &mut self.needs_choice,
            RowOutcome::LeftOut => &mut self.left_out,
            RowOutcome::Heading => &mut self.headings,
            RowOutcome::Empty => &mut self.empty,
        };
        *count += rows;
        self.total += rows;
    }
}

/// How many cells were read how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct CellCounts {
    pub(in crate::monitoring) fine: i32,
    pub(in crate::monitoring) fixed: i32,
    pub(in crate::monitoring) needs_choice: i32,
    pub(in crate::monitoring) refused: i32,
}

impl CellCounts {
    pub(in crate::monitoring) fn add(&mut self, verdict: CellVerdict) {
        *match verdict {
            CellVerdict::Fine => &mut self.fine,
            CellVerdict::Fixed => &mut self.fixed,
            CellVerdict::NeedsChoice => &mut self.needs_choice,
            CellVerdict::Refused => &mut self.refused,
        } += 1;
    }
}

/// A report that rows of the sheet are of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct FilledReport {
    pub(in crate::monitoring) period: PeriodId,
    pub(in crate::monitoring) cluster: ClusterId,
    pub(in crate::monitoring) organisation: OrganisationId,
    /// None where there is none yet.
    pub(in crate::monitoring) report: Option<ReportId>,
    pub(in crate::monitoring) changes: Changes,
}

/// A text that somebody has to choose the meaning of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct OpenChoice {
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) text: String,
    pub(in crate::monitoring) rows: i32,
    pub(in crate::monitoring) why: String,
    pub(in crate::monitoring) options: Vec<(String, String)>,
}

/// The most texts that are listed.
const CHOICES: usize = 500;

/// Collects the texts that need a choice.
#[derive(Debug, Default)]
pub(in crate::monitoring) struct OpenChoices(HashMap<(SheetField, String), OpenChoice>);

impl OpenChoices {
    pub(in crate::monitoring) fn add(&mut self, cell: &ReadCell) {
        // A column that waits for a choice does so as a whole, and not text by text.
        let is_column = cell.of_sheet && cell.at.is_some();
        if cell.verdict != CellVerdict::NeedsChoice || is_column || self.0.len() >= 10 * CHOICES {
            return;
        }
        let options = || cell.options.iter().map(|Entry { code, label }| (code.clone(), label.clone())).collect();
        let open = self.0.entry((cell.field, cell.text.clone())).or_insert_with(|| OpenChoice {
            field: cell.field,
            text: cell.text.clone(),
            rows: 0,
            why: cell.why.clone().unwrap_or_default(),
            options: options(),
        });
        open.rows += 1;
    }

    /// Those that most rows wait for, first.
    pub(in crate::monitoring) fn listed(self) -> Vec<OpenChoice> {
        let mut all: Vec<OpenChoice> = self.0.into_values().collect();
        all.sort_by(|one, other| (other.rows, one.field, &one.text).cmp(&(one.rows, other.field, &other.text)));
        all.truncate(CHOICES);
        all
    }
}

/// A row as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct ShownRow {
    pub(in crate::monitoring) number: u32,
    pub(in crate::monitoring) outcome: RowOutcome,
    pub(in crate::monitoring) cells: Vec<ShownCell>,
    /// What is wrong with the row as a whole, or worth a look.
    pub(in crate::monitoring) notes: Vec<String>,
}

/// A cell as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::monitoring) struct ShownCell {
    /// Such as I14; none for what the sheet leaves unsaid.
    pub(in crate::monitoring) cell: Option<String>,
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) verdict: CellVerdict,
    pub(in crate::monitoring) text: String,
    pub(in crate::monitoring) meaning: Option<String>,
    pub(in crate::monitoring) why: Option<String>,
    pub(in crate::monitoring) options: Vec<(String, String)>,
}

/// What reading a foreign sheet came to.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(in crate::monitoring) struct SheetImported {
    pub(in crate::monitoring) applied: bool,
    pub(in crate::monitoring) plan: PlanId,
    /// What its batches have in common, where rows were written.
    pub(in crate::monitoring) run: Option<Uuid>,
    pub(in crate::monitoring) sheet: String,
    pub(in crate::monitoring) mapping: Mapping,
    /// The profile that it was read by, or under which the mapping is kept now.
    pub(in crate::monitoring) profile: Option<MappingProfileId>,
    pub(in crate::monitoring) rows: RowCounts,
    pub(in crate::monitoring) cells: CellCounts,
    pub(in crate::monitoring) reports: Vec<FilledReport>,
    pub(in crate::monitoring) receipt: Receipt,
    pub(in crate::monitoring) choices: Vec<OpenChoice>,
    pub(in crate::monitoring) preview: Vec<ShownRow>,
    /// The last row that was shown, where there are more.
    pub(in crate::monitoring) preview_ends: Option<u32>,
    pub(in crate::monitoring) issues: Issues,
    /// The rows that were not taken, with why.
    #[serde(skip)]
    pub(in crate::monitoring) rejected: Option<OutSheet>,
    #[serde(skip)]
    pub(in crate::monitoring) rejected_file: Option<Checked>,
}
