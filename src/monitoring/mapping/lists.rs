//! The value lists of a plan: what may be meant by the texts of a sheet, by code, by name in any language, and by the words that people use.

use std::collections::{HashMap, HashSet};

use super::{
    fields::SheetField,
    model::likeness,
    people,
    synonyms::{EDUCATION, MODALITY_WORDS, STATUS_WORDS, each},
};
use crate::{
    dimensions::recognise,
    kit::{sheet::words, text::LocalizedText},
    monitoring::{
        checks::{Frame, POPULATION_GROUP, Values},
        model::RowStatus,
    },
    partners::Organisation,
    plans::Modality,
};

/// How many similar entries are told for a text that means nothing.
const SUGGESTED: usize = 3;
/// How alike these must be.
const SIMILAR: f64 = 0.8;

/// Something that a text may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::monitoring) struct Entry {
    /// What it is known by; for organisations their id in the API.
    pub(in crate::monitoring) code: String,
    /// What people call it.
    pub(in crate::monitoring) label: String,
}

/// What a text means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::monitoring) enum Found {
    /// The code itself.
    Code(String),
    /// Something that it is called.
    Name(String),
    /// More than one thing.
    Several(Vec<String>),
    /// Nothing that is known.
    Nothing,
}

#[derive(Debug, Default)]
struct List {
    entries: Vec<Entry>,
    codes: HashMap<String, usize>,
    names: HashMap<String, Vec<usize>>,
}

impl List {
    fn add(&mut self, code: &str, label: &str, names: impl IntoIterator<Item = String>) {
        let at = self.entries.len();
        self.entries.push(Entry { code: code.to_owned(), label: label.to_owned() });
        self.codes.insert(code.to_lowercase(), at);
        for name in names.into_iter().chain([label.to_owned()]) {
            let key = words(&name);
            let places = self.names.entry(key.clone()).or_default();
            if !key.is_empty() && !places.contains(&at) {
                places.push(at);
            }
        }
    }

    fn find(&self, text: &str) -> Found {
        let text = text.trim();
        if let Some(at) = self.codes.get(&text.to_lowercase()) {
            return Found::Code(self.entries[*at].code.clone());
        }
        let named = self.names.get(&words(text)).map(Vec::as_slice).unwrap_or_default();
        match named {
            [at] => Found::Name(self.entries[*at].code.clone()),
            [] => self.before_a_name(text).map_or(Found::Nothing, |at| Found::Name(self.entries[at].code.clone())),
            several => Found::Several(several.iter().map(|at| self.entries[*at].code.clone()).collect()),
        }
    }

    /// The code that a text begins with, where a name follows: `CA1 - Materials`, `CA1 | Materials`.
    fn before_a_name(&self, text: &str) -> Option<usize> {
        let lower = text.to_lowercase();
        let begins = |(code, at): (&String, &usize)| {
            let rest = lower.strip_prefix(code.as_str())?;
            rest.starts_with([' ', ':', '-', '–', '|', ',']).then_some((code.len(), *at))
        };
        self.codes.iter().filter_map(begins).max().map(|(_, at)| at)
    }

    fn similar(&self, text: &str) -> Vec<&Entry> {
        let key = words(text);
        let scored = self.names.iter().map(|(name, places)| (strsim_score(&key, name), places));
        let mut best: Vec<(f64, usize)> = scored
            .filter(|(score, _)| *score >= SIMILAR)
            .flat_map(|(score, places)| places.iter().map(move |at| (score, *at)))
            .collect();
        best.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        let mut seen = HashSet::new();
        best.into_iter().filter(|(_, at)| seen.insert(*at)).take(SUGGESTED).map(|(_, at)| &self.entries[at]).collect()
    }
}

fn strsim_score(one: &str, other: &str) -> f64 {
    likeness(one, other)
}

/// The lists that texts are looked up in.
#[derive(Debug, Default)]
pub(in crate::monitoring) struct Lists {
    lists: HashMap<SheetField, List>,
    /// The words for whom a row counts.
    whom: Option<crate::dimensions::Vocabulary>,
}

impl Lists {
    /// The lists of a plan; `organisations` are those that may report, `sector` what the cluster is called.
    pub(in crate::monitoring) fn of(
        frame: &Frame,
        organisations: &[Organisation],
        sector: &[String],
        words_of: &super::super::headings::Words,
    ) -> Self {
        let mut lists: HashMap<SheetField, List> = HashMap::new();
        let texts = |names: &LocalizedText| names.iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>();
        let label = |names: &LocalizedText, code: &str| {
            names.iter().next().map_or_else(|| code.to_owned(), |(_, text)| text.to_owned())
        };
        let mut activities: Vec<_> = frame.activities.values().collect();
        activities.sort_by(|one, other| one.ref_code.cmp(&other.ref_code));
        for activity in activities {
            let list = lists.entry(SheetField::Activity).or_default();
            list.add(&activity.ref_code, &label(&activity.names, &activity.ref_code), texts(&activity.names));
        }
        let mut indicators: Vec<_> = frame.indicators.values().collect();
        indicators.sort_by(|one, other| one.ref_code.cmp(&other.ref_code));
        for indicator in indicators {
            let list = lists.entry(SheetField::Indicator).or_default();
            let further = texts(&indicator.names).into_iter().chain(indicator.registry_code.clone());
            list.add(&indicator.ref_code, &label(&indicator.names, &indicator.ref_code), further);
        }
        for organisation in organisations {
            let list = lists.entry(SheetField::Organisation).or_default();
            let names = organisation.acronym.iter().chain(&organisation.native_name).cloned();
            list.add(&organisation.id.global().to_string(), &organisation.name, names);
        }
        for group in &frame.population_groups {
            lists.entry(SheetField::PopulationGroup).or_default().add(group, group, []);
        }
        let of_codes = |all: &[(&str, &'static str)], code: &str| -> Vec<String> {
            let of = all.iter().filter(|(known, _)| *known == code).flat_map(|(_, words)| each(words));
            of.map(str::to_owned).collect()
        };
        for status in RowStatus::ALL {
            let names = of_codes(STATUS_WORDS, status.as_str()).into_iter().chain(words_of.of_status(*status));
            lists.entry(SheetField::Status).or_default().add(status.as_str(), status.as_str(), names);
        }
        for modality in Modality::ALL {
            let names = of_codes(MODALITY_WORDS, modality.as_str()).into_iter().chain(words_of.of_modality(*modality));
            lists.entry(SheetField::Modality).or_default().add(modality.as_str(), modality.as_str(), names);
        }
        let ours = each(EDUCATION).map(str::to_owned).chain(sector.iter().cloned());
        lists.entry(SheetField::Sector).or_default().add(OURS, OURS, ours);
        Self { lists, whom: Some(frame.vocabulary.clone()) }
    }

    /// What a text of a column means.
    pub(in crate::monitoring) fn find(&self, field: SheetField, text: &str) -> Found {
        let found = self.lists.get(&field).map_or(Found::Nothing, |list| list.find(text));
        let recognised = || self.whom.as_ref().and_then(|vocabulary| recognise(vocabulary, text));
        match (field, found) {
            (SheetField::PopulationGroup, Found::Nothing) => match recognised().as_deref() {
                Some([(dimension, value)]) if dimension == POPULATION_GROUP => Found::Name(value.clone()),
                Some([]) => Found::Name(String::new()),
                _ => Found::Nothing,
            },
            (SheetField::Whom, Found::Nothing) => match recognised() {
                Some(values) => Found::Name(people::key(&values.into_iter().collect())),
                None => Found::Nothing,
            },
            (_, found) => found,
        }
    }

    /// The entry of a code, as somebody chose it.
    pub(in crate::monitoring) fn by_code(&self, field: SheetField, code: &str) -> Option<String> {
        if field == SheetField::Whom {
            let known =
                |values: &Values| self.whom.as_ref().is_some_and(|vocabulary| people::is_known(vocabulary, values));
            return people::parse_key(code).filter(known).map(|values| people::key(&values));
        }
        let list = self.lists.get(&field)?;
        list.codes.get(&code.trim().to_lowercase()).map(|at| list.entries[*at].code.clone())
    }

    /// What people call a code.
    pub(in crate::monitoring) fn label(&self, field: SheetField, code: &str) -> String {
        let list = self.lists.get(&field);
        let entry = list.and_then(|list| list.codes.get(&code.to_lowercase()).map(|at| &list.entries[*at]));
        entry.map_or_else(|| code.to_owned(), |entry| entry.label.clone())
    }

    /// Entries that are called nearly so.
    pub(in crate::monitoring) fn similar(&self, field: SheetField, text: &str) -> Vec<Entry> {
        self.lists.get(&field).map(|list| list.similar(text).into_iter().cloned().collect()).unwrap_or_default()
    }
}

/// The one entry of the list of sectors: the cluster's own.
pub(super) const OURS: &str = "OURS";

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> List {
        let mut list = List::default();
        list.add("CA1", "Learning materials", ["Matériel d’apprentissage".to_owned()]);
        list.add("CA1.5", "Rehabilitation", []);
        list.add("CA2", "Learning support", ["Cours".to_owned()]);
        list.add("CA3", "Cash for learning", ["Cours".to_owned()]);
        list
    }

    #[test]
    fn texts_are_found_by_code_by_name_and_by_both() {
        let name = |code: &str| Found::Name(code.to_owned());
        assert_eq!(list().find(" ca1 "), Found::Code("CA1".to_owned()));
        assert_eq!(list().find("learning  MATERIALS"), name("CA1"));
        assert_eq!(list().find("Materiel d'apprentissage"), name("CA1"));
        assert_eq!(list().find("CA1 - whatever"), name("CA1"));
        assert_eq!(list().find("CA1.5 Rehabilitation of schools"), name("CA1.5"));
        assert_eq!(list().find("CA17 | x"), Found::Nothing);
        assert_eq!(list().find("cours"), Found::Several(vec!["CA2".to_owned(), "CA3".to_owned()]));
    }

    #[test]
    fn what_is_nearly_meant_is_told_and_not_taken() {
        assert_eq!(list().find("Learning materails"), Found::Nothing);
        let list = list();
        let similar: Vec<&str> = list.similar("Learning materails").iter().map(|entry| entry.code.as_str()).collect();
        assert_eq!(similar.first(), Some(&"CA1"));
        assert!(list.similar("zzz").is_empty());
    }
}
