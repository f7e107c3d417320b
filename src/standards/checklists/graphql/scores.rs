//! Scores in the graph: each says how it was made, of what, and as of when.

use std::sync::Arc;

use chrono::NaiveDate;
use juniper::graphql_object;
use rust_decimal::Decimal;

use crate::{
    kit::{graphql::Context, text::Language},
    standards::{
        checklists::{found::Found, graphql::comparison::Told, model::Checklist},
        score::{Figures, METHOD, METHOD_VERSION, Tally},
    },
};

/// What ratings come to.
pub struct StandardScore {
    told: Told,
    figures: Figures,
    domain: Option<(i32, crate::kit::text::LocalizedText)>,
}

impl StandardScore {
    pub(super) fn new(told: Told, figures: Figures, domain: Option<(i32, crate::kit::text::LocalizedText)>) -> Self {
        Self { told, figures, domain }
    }

    fn tally(&self) -> &Tally {
        &self.figures.tally
    }
}

fn count(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

#[graphql_object(context = Context, description = "What ratings come to. Publishers of standards have no rule for it: the method is Darasa's own.")]
impl StandardScore {
    /// Met and half of partly met, of what was assessed and applies: 0 to 1. Of a domain and of the whole it is the mean of their standards. Null when
    /// nothing that applies was assessed, which is neither 0 nor 1.
    fn score(&self) -> Option<Decimal> {
        self.figures.score()
    }

    /// The same when what is partly met counts as not met.
    fn strict(&self) -> Option<Decimal> {
        self.figures.strict()
    }

    /// What was assessed of all that applies: 1 is all of it. Null when nothing applies.
    fn completeness(&self) -> Option<Decimal> {
        self.figures.completeness()
    }

    /// How many are met.
    fn met(&self) -> i32 {
        count(self.tally().met)
    }

    /// How many are met in part.
    fn partial(&self) -> i32 {
        count(self.tally().partial)
    }

    /// How many are not met.
    fn not_met(&self) -> i32 {
        count(self.tally().not_met)
    }

    /// How many do not apply.
    fn not_applicable(&self) -> i32 {
        count(self.tally().not_applicable)
    }

    /// How many nobody has looked at.
    fn not_assessed(&self) -> i32 {
        count(self.tally().not_assessed)
    }

    /// The number of the domain that it is of; null for a standard and for the whole.
    fn domain(&self) -> Option<i32> {
        self.domain.as_ref().map(|(number, _)| *number)
    }

    /// The name of the domain in your language, else in English, else in any; null for a standard and for the whole.
    fn domain_name(&self, context: &Context) -> Option<&str> {
        self.domain.as_ref().map(|(_, names)| names.get(context.language, Language::En))
    }

    /// How it was made.
    fn method(&self) -> &str {
        METHOD
    }

    /// The method's version.
    fn method_version(&self) -> &str {
        METHOD_VERSION
    }

    /// The day that it speaks of.
    fn as_of(&self) -> NaiveDate {
        self.told.as_of
    }

    /// What it was made from.
    fn source(&self) -> &str {
        &self.told.source
    }
}

/// What a checklist comes to.
pub struct ChecklistScores {
    told: Told,
    found: Arc<Found>,
}

impl ChecklistScores {
    pub(super) fn new(checklist: &Checklist, found: Arc<Found>) -> Self {
        Self { told: Told::of(checklist), found }
    }
}

#[graphql_object(context = Context, description = "What a checklist comes to: as a whole and by domain.")]
impl ChecklistScores {
    /// The mean over all standards that have a score, by their weights.
    fn overall(&self) -> StandardScore {
        StandardScore::new(self.told.clone(), self.found.overall(), None)
    }

    /// By domain: the mean of its standards that have a score.
    fn domains(&self) -> Vec<StandardScore> {
        let node = |(domain, figures): (&crate::standards::checklists::found::FoundDomain, Figures)| {
            StandardScore::new(self.told.clone(), figures, Some((domain.number, domain.names.clone())))
        };
        self.found.of_domains().into_iter().map(node).collect()
    }

    /// How many pieces of evidence there are.
    fn evidence_count(&self) -> i32 {
        count(self.found.evidence())
    }

    /// How many ratings say that something is done, wholly or in part, with nothing to show it.
    fn unsupported_count(&self) -> i32 {
        i32::try_from(self.found.unsupported()).unwrap_or(i32::MAX)
    }
}
