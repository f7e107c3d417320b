//! Two rounds side by side in the graph.

use chrono::NaiveDate;
use juniper::graphql_object;
use rust_decimal::Decimal;

use super::scores::StandardScore;
use crate::{
    kit::{graphql::Context, text::Language},
    standards::{
        checklists::{
            compare::{Comparison, Incomparable, Line, Side},
            model::{Checklist, ChecklistStatus},
        },
        score::Figures,
    },
};

/// Where a score comes from.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) as_of: NaiveDate,
    pub(super) source: String,
}

impl Told {
    pub(super) fn of(checklist: &Checklist) -> Self {
        let how = match checklist.status {
            ChecklistStatus::Draft => "the draft of round",
            ChecklistStatus::Submitted => "the submitted checklist of round",
        };
        Self { as_of: checklist.assessed_on, source: format!("{how} {}", checklist.round) }
    }
}

/// Two rounds side by side.
pub struct ComparisonNode {
    pub(super) before: Checklist,
    pub(super) after: Checklist,
    pub(super) comparison: Comparison,
}

impl ComparisonNode {
    fn over_the_same(&self, checklist: &Checklist, figures: &Figures) -> StandardScore {
        let mut told = Told::of(checklist);
        told.source = format!("{}, over the standards that can be compared", told.source);
        StandardScore::new(told, figures.clone(), None)
    }
}

#[graphql_object(context = Context, name = "ChecklistComparison", description = "Two submitted rounds of the same subject side by side, across editions by their crosswalk.")]
impl ComparisonNode {
    /// The earlier round.
    fn before(&self) -> Checklist {
        self.before.clone()
    }

    /// The later round.
    fn after(&self) -> Checklist {
        self.after.clone()
    }

    /// Whether the rounds are against different editions: then standards are paired by the crosswalk, and what is rated of each differs.
    fn across_editions(&self) -> bool {
        self.before.framework_id != self.after.framework_id
    }

    /// Every standard: those of the later round in its order, then those of the earlier one that have no counterpart.
    fn standards(&self) -> Vec<LineNode> {
        let node =
            |line: &Line| LineNode { before: Told::of(&self.before), after: Told::of(&self.after), line: line.clone() };
        self.comparison.lines.iter().map(node).collect()
    }

    /// How many standards can be compared.
    fn comparable(&self) -> i32 {
        i32::try_from(self.comparison.comparable()).unwrap_or(i32::MAX)
    }

    /// The earlier round as a whole, over the standards that can be compared.
    fn overall_before(&self) -> StandardScore {
        self.over_the_same(&self.before, &self.comparison.before)
    }

    /// The later round as a whole, over the standards that can be compared.
    fn overall_after(&self) -> StandardScore {
        self.over_the_same(&self.after, &self.comparison.after)
    }

    /// How much the score as a whole changed, over the standards that can be compared; null when none can.
    fn overall_change(&self) -> Option<Decimal> {
        self.comparison.change
    }
}

/// A standard in two rounds.
pub struct LineNode {
    before: Told,
    after: Told,
    line: Line,
}

impl LineNode {
    fn side(&self) -> Option<&Side> {
        self.line.after.as_ref().or(self.line.before.as_ref())
    }
}

#[graphql_object(context = Context, name = "StandardComparison", description = "A standard in two rounds.")]
impl LineNode {
    /// Its code in the earlier round; null when that has no counterpart.
    fn code_before(&self) -> Option<&str> {
        self.line.before.as_ref().map(|side| side.code.as_str())
    }

    /// Its code in the later round; null when that has no counterpart.
    fn code_after(&self) -> Option<&str> {
        self.line.after.as_ref().map(|side| side.code.as_str())
    }

    /// Its title, as the later round has it, in your language, else in English, else in any.
    fn title(&self, context: &Context) -> &str {
        self.side().map_or("", |side| side.standard.names.get(context.language, Language::En))
    }

    /// What it came to in the earlier round; null when that has no counterpart.
    fn before(&self) -> Option<StandardScore> {
        let side = self.line.before.as_ref()?;
        Some(StandardScore::new(self.before.clone(), side.figures.clone(), None))
    }

    /// What it came to in the later round; null when that has no counterpart.
    fn after(&self) -> Option<StandardScore> {
        let side = self.line.after.as_ref()?;
        Some(StandardScore::new(self.after.clone(), side.figures.clone(), None))
    }

    /// How much its score changed; null when that cannot be said.
    fn change(&self) -> Option<Decimal> {
        self.line.change
    }

    /// Why that cannot be said; null when it can.
    fn incomparable(&self) -> Option<Incomparable> {
        self.line.incomparable
    }

    /// Whether other things were rated of it: key actions that were read in between the rounds, or those of another edition.
    fn rated_otherwise(&self) -> bool {
        self.line.rated_otherwise
    }
}
