//! Reads headings and free text into values: `Children - Female`, `girls 6-11`, `IDPs`.
//!
//! Every word must mean something, and no two may contradict each other, or nothing is recognised: a text that is half understood would put
//! people into the wrong category.

use std::collections::HashMap;

use super::model::{Dimension, DimensionValue};
use crate::kit::sheet::words;

/// Words for everyone who is counted, in our five languages. They add nothing to a category.
const EVERYONE: &[&str] = &[
    "total",
    "totals",
    "all",
    "overall",
    "everyone",
    "child",
    "children",
    "learner",
    "learners",
    "student",
    "students",
    "pupil",
    "pupils",
    "people",
    "persons",
    "population",
    "individuals",
    "beneficiaries",
    "participants",
    "youth",
    "tous",
    "ensemble",
    "enfant",
    "enfants",
    "eleve",
    "eleves",
    "apprenant",
    "apprenants",
    "personnes",
    "beneficiaires",
    "todos",
    "todas",
    "ninez",
    "ninas y ninos",
    "ninos y ninas",
    "nna",
    "estudiante",
    "estudiantes",
    "alumnos",
    "personas",
    "beneficiarios",
    "crianca",
    "criancas",
    "aluno",
    "alunos",
    "estudantes",
    "pessoas",
    "الكل",
    "المجموع",
    "الاجمالي",
    "اطفال",
    "الاطفال",
    "طلاب",
    "الطلاب",
    "متعلمون",
    "اشخاص",
    "الاشخاص",
    "المستفيدون",
    "المستفيدين",
];

/// Words that only hold others together.
const LINKS: &[&str] = &[
    "and",
    "of",
    "the",
    "by",
    "in",
    "who",
    "are",
    "aged",
    "age",
    "ages",
    "year",
    "years",
    "yrs",
    "old",
    "number",
    "no",
    "et",
    "de",
    "des",
    "du",
    "la",
    "le",
    "les",
    "en",
    "ans",
    "annees",
    "age de",
    "nombre",
    "y",
    "del",
    "los",
    "las",
    "anos",
    "edad",
    "numero",
    "e",
    "do",
    "da",
    "dos",
    "das",
    "idade",
    "من",
    "سنة",
    "سنوات",
    "عدد",
];

/// The longest phrase that is looked for, in words.
const LONGEST: usize = 6;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Meaning {
    /// Nothing that tells people apart.
    Nothing,
    /// Everyone who is counted.
    Everyone,
    /// A value: dimension and value.
    Value(String, String),
    /// More than one value: not certain.
    Unclear,
}

/// What the words of files mean in an operation.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    meanings: HashMap<String, Meaning>,
    values: Vec<(Dimension, DimensionValue)>,
}

impl Vocabulary {
    /// The vocabulary of these values. What an operation defined itself comes before what all share.
    pub(super) fn new(mut values: Vec<(Dimension, DimensionValue)>) -> Self {
        values.sort_by_key(|(dimension, _)| dimension.operation_id.is_none());
        let mut meanings = HashMap::new();
        for own in [true, false] {
            let mut known: HashMap<String, Meaning> = HashMap::new();
            for (dimension, value) in values.iter().filter(|(dimension, _)| dimension.operation_id.is_some() == own) {
                let meaning = Meaning::Value(dimension.code.clone(), value.code.clone());
                for phrase in phrases(value) {
                    let entry = known.entry(phrase).or_insert_with(|| meaning.clone());
                    if *entry != meaning {
                        *entry = Meaning::Unclear;
                    }
                }
            }
            for (phrase, meaning) in known {
                meanings.entry(phrase).or_insert(meaning);
            }
        }
        for (phrases, meaning) in [(EVERYONE, Meaning::Everyone), (LINKS, Meaning::Nothing)] {
            for phrase in phrases {
                meanings.entry(words(phrase)).or_insert_with(|| meaning.clone());
            }
        }
        Self { meanings, values }
    }

    /// Whether there is such a value of such a dimension.
    pub fn has(&self, dimension: &str, value: &str) -> bool {
        self.find(dimension, value).is_some()
    }

    /// The dimension and value of these codes.
    pub(super) fn find(&self, dimension: &str, value: &str) -> Option<&(Dimension, DimensionValue)> {
        self.values.iter().find(|(known, of_it)| known.code == dimension && of_it.code == value)
    }
}

impl Default for Vocabulary {
    /// The words that mean the same everywhere.
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

/// All that files may call a value. Its code is none of them, for codes are common words (`with`, `other`).
fn phrases(value: &DimensionValue) -> Vec<String> {
    let labels = value.labels.iter().map(|(_, text)| words(text));
    let synonyms = value.synonyms.iter().flatten().map(|text| words(text));
    let mut phrases: Vec<String> = labels.chain(synonyms).collect();
    phrases.retain(|phrase| !phrase.is_empty());
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}

/// The values that a text means, sorted by dimension; none of them when it means everyone. Nothing when a word is not known, or two words
/// contradict each other.
pub fn recognise(vocabulary: &Vocabulary, text: &str) -> Option<Vec<(String, String)>> {
    let text = words(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<(String, String)> = Vec::new();
    let mut means_someone = false;
    let mut at = 0;
    while at < words.len() {
        let longest = LONGEST.min(words.len() - at);
        let (length, meaning) = (1..=longest).rev().find_map(|length| {
            vocabulary.meanings.get(&words[at..at + length].join(" ")).map(|meaning| (length, meaning))
        })?;
        match meaning {
            Meaning::Nothing => {}
            Meaning::Everyone => means_someone = true,
            Meaning::Unclear => return None,
            Meaning::Value(dimension, value) => {
                means_someone = true;
                match found.iter().find(|(known, _)| known == dimension) {
                    Some((_, other)) if other != value => return None,
                    Some(_) => {}
                    None => found.push((dimension.clone(), value.clone())),
                }
            }
        }
        at += length;
    }
    found.sort_unstable();
    means_someone.then_some(found)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{
        super::model::{DimensionId, DimensionValueId},
        *,
    };
    use crate::kit::{
        scope::OperationId,
        text::{Language, LocalizedText},
    };

    fn value(own: bool, dimension: &str, code: &str, label: &str, synonyms: &[&str]) -> (Dimension, DimensionValue) {
        let id = DimensionId::from_uuid(Uuid::nil());
        let dimension = Dimension {
            id,
            operation_id: own.then(|| OperationId::from_uuid(Uuid::nil())),
            code: dimension.to_owned(),
            labels: LocalizedText::default(),
        };
        let value = DimensionValue {
            id: DimensionValueId::from_uuid(Uuid::nil()),
            dimension_id: id,
            code: code.to_owned(),
            labels: LocalizedText::new(Language::En, label),
            position: 1,
            hxl: Vec::new(),
            synonyms: synonyms.iter().map(|text| Some((*text).to_owned())).collect(),
        };
        (dimension, value)
    }

    fn vocabulary() -> Vocabulary {
        Vocabulary::new(vec![
            value(false, "sex", "f", "Female", &["girls", "filles"]),
            value(false, "sex", "m", "Male", &["boys", "garçons"]),
            value(false, "age_band", "6-11", "6–11", &["6 to 11"]),
            value(false, "age_band", "18+", "18 and above", &["18+"]),
            value(false, "population_group", "idp", "Internally displaced", &["idp", "idps"]),
            value(false, "population_group", "other", "Other", &[]),
            value(false, "staff_kind", "other", "Other", &[]),
            value(false, "disability", "with", "With disabilities", &[]),
            value(true, "return_origin", "iran", "Iran (District of Return)", &[]),
        ])
    }

    fn read(text: &str) -> Option<String> {
        let values = recognise(&vocabulary(), text)?;
        Some(values.iter().map(|(dimension, value)| format!("{dimension}={value}")).collect::<Vec<_>>().join(";"))
    }

    #[test]
    fn free_text_is_read_into_values() {
        let cases = [
            ("total", ""),
            ("Children", ""),
            ("Children - Female", "sex=f"),
            ("girls 6-11", "age_band=6-11;sex=f"),
            ("Girls (6 to 11 years)", "age_band=6-11;sex=f"),
            ("IDP - Total", "population_group=idp"),
            ("IDPs", "population_group=idp"),
            ("People with Disabilities", "disability=with"),
            ("Filles et garçons", "?"),
            ("GARCONS 18+", "age_band=18+;sex=m"),
            ("Children - Male - Iran (District of Return)", "return_origin=iran;sex=m"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text).as_deref().unwrap_or("?"), expected, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_wholly_understood_is_not_recognised() {
        for text in
            ["", " ", "of the", "Children - Female - Temporary Sites", "Total Households", "girls boys", "Other"]
        {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_an_operation_defined_itself_comes_first() {
        let shared = value(false, "population_group", "idp", "IDP", &[]);
        let own = value(true, "camp", "in", "IDP", &[]);
        let known = Vocabulary::new(vec![shared, own]);
        assert_eq!(recognise(&known, "IDP"), Some(vec![("camp".to_owned(), "in".to_owned())]));
    }

    proptest! {
        #[test]
        fn no_text_gives_two_values_of_one_dimension(text in "(girls|boys|6-11|18\\+|idps|total|other|x| |-){0,6}|\\PC{0,30}") {
            if let Some(values) = recognise(&vocabulary(), &text) {
                let mut dimensions: Vec<_> = values.iter().map(|(dimension, _)| dimension).collect();
                dimensions.dedup();
                prop_assert_eq!(dimensions.len(), values.len());
            }
        }
    }
}
