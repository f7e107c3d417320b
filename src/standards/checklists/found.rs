//! What a checklist found: every standard with what was rated of it, and the figures that follow.
//!
//! Of a draft it is put together from the edition as it is now; of a submitted checklist it is what was kept on that day, so that a later change
//! of the edition changes nothing. The figures are reckoned from it in both cases by the same rule, and never stored.

use std::collections::HashMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::model::{ChecklistId, RatingRow};
use crate::{
    kit::text::LocalizedText,
    standards::{
        frameworks::{FrameworkId, KeyAction, Parts, StandardId},
        score::{Figures, Rating},
    },
};

/// What a checklist found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The domains, in order.
    pub domains: Vec<FoundDomain>,
    /// The standards, in order.
    pub standards: Vec<FoundStandard>,
    /// Codes that were rated in the draft and are no longer what is rated, because key actions were read in since. They count for nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outdated: Vec<String>,
}

/// A domain of the edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundDomain {
    /// Its number.
    pub number: i32,
    /// Language > name.
    pub names: LocalizedText,
}

/// A standard, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundStandard {
    /// The standard.
    pub id: StandardId,
    /// Its code.
    pub code: String,
    /// Language > title.
    pub names: LocalizedText,
    /// The number of its domain.
    pub domain: i32,
    /// How much it counts in the mean over all standards.
    pub weight: Decimal,
    /// What is rated of it: its key actions, or itself.
    pub items: Vec<FoundItem>,
}

/// Something that is rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundItem {
    /// The code of the key action or standard.
    pub code: String,
    /// Language > text of the key action; none where the standard itself is rated.
    pub texts: Option<LocalizedText>,
    /// How it was found.
    pub rating: Rating,
    /// Why it is not applicable.
    pub reason: Option<String>,
    /// What was seen.
    pub note: Option<String>,
    /// How many pieces of evidence it has.
    pub evidence: u32,
}

impl FoundItem {
    /// Whether it is said to be done, and nothing shows it.
    pub fn is_unsupported(&self) -> bool {
        self.rating.wants_evidence() && self.evidence == 0
    }
}

impl FoundStandard {
    /// Its figures.
    pub fn figures(&self) -> Figures {
        Figures::of_standard(self.items.iter().map(|item| item.rating))
    }
}

impl Found {
    /// The figures of every domain.
    pub fn of_domains(&self) -> Vec<(&FoundDomain, Figures)> {
        let figures = |domain: &FoundDomain| {
            let standards: Vec<Figures> = self
                .standards
                .iter()
                .filter(|standard| standard.domain == domain.number)
                .map(FoundStandard::figures)
                .collect();
            Figures::of_domain(&standards)
        };
        self.domains.iter().map(|domain| (domain, figures(domain))).collect()
    }

    /// The figures of the whole.
    pub fn overall(&self) -> Figures {
        let figures: Vec<(Decimal, Figures)> =
            self.standards.iter().map(|standard| (standard.weight, standard.figures())).collect();
        Figures::mean(figures.iter().map(|(weight, figures)| (*weight, figures)))
    }

    /// Everything that is rated.
    pub fn items(&self) -> impl Iterator<Item = &FoundItem> {
        self.standards.iter().flat_map(|standard| &standard.items)
    }

    /// What is rated under a code, and the standard that it is of.
    pub(super) fn item(&self, code: &str) -> Option<(&FoundStandard, &FoundItem)> {
        self.standards
            .iter()
            .find_map(|standard| Some((standard, standard.items.iter().find(|item| item.code == code)?)))
    }

    /// How many pieces of evidence there are.
    pub fn evidence(&self) -> u32 {
        self.items().map(|item| item.evidence).sum()
    }

    /// How many ratings say that something is done, with nothing to show it.
    pub fn unsupported(&self) -> usize {
        self.items().filter(|item| item.is_unsupported()).count()
    }
}

/// What was entered in drafts, by checklist and code.
pub(super) struct Entered {
    ratings: HashMap<ChecklistId, HashMap<String, RatingRow>>,
    evidence: HashMap<(ChecklistId, String), u32>,
}

impl Entered {
    pub(super) fn new(ratings: Vec<RatingRow>, evidence: Vec<(ChecklistId, String, i64)>) -> Self {
        let mut by_checklist: HashMap<ChecklistId, HashMap<String, RatingRow>> = HashMap::new();
        for row in ratings {
            by_checklist.entry(row.checklist_id).or_default().insert(row.code.clone(), row);
        }
        let evidence = evidence
            .into_iter()
            .map(|(checklist, code, count)| ((checklist, code), u32::try_from(count).unwrap_or(u32::MAX)));
        Self { ratings: by_checklist, evidence: evidence.collect() }
    }

    /// What a draft has found so far.
    pub(super) fn found(&mut self, checklist: ChecklistId, framework: FrameworkId, parts: &Parts) -> Found {
        let mut ratings = self.ratings.remove(&checklist).unwrap_or_default();
        let mut actions: HashMap<StandardId, Vec<&KeyAction>> = HashMap::new();
        for action in &parts.key_actions {
            actions.entry(action.standard_id).or_default().push(action);
        }
        let mut item = |code: &str, texts: Option<&LocalizedText>| {
            let row = ratings.remove(code);
            FoundItem {
                evidence: self.evidence.get(&(checklist, code.to_owned())).copied().unwrap_or(0),
                code: code.to_owned(),
                texts: texts.cloned(),
                rating: row.as_ref().map_or(Rating::NotAssessed, |row| row.rating),
                reason: row.as_ref().and_then(|row| row.reason.clone()),
                note: row.and_then(|row| row.note),
            }
        };
        let mut standards = Vec::new();
        for standard in parts.standards.iter().filter(|standard| standard.framework_id == framework) {
            let items = match actions.get(&standard.id) {
                Some(actions) => actions.iter().map(|action| item(&action.code, Some(&action.texts))).collect(),
                None => vec![item(&standard.code, None)],
            };
            let domain = parts.domains.iter().find(|domain| domain.id == standard.domain_id);
            standards.push(FoundStandard {
                id: standard.id,
                code: standard.code.clone(),
                names: standard.names.clone(),
                domain: domain.map_or(0, |domain| domain.number),
                weight: standard.weight,
                items,
            });
        }
        let mut outdated: Vec<String> = ratings.into_keys().collect();
        outdated.sort_unstable();
        let of_this = parts.domains.iter().filter(|domain| domain.framework_id == framework);
        let domains =
            of_this.map(|domain| FoundDomain { number: domain.number, names: domain.names.clone() }).collect();
        Found { domains, standards, outdated }
    }
}

impl Found {
    /// As it is kept from the day of submission: without what counted for nothing.
    pub(super) fn frozen(self) -> Self {
        Self { outdated: Vec::new(), ..self }
    }
}
