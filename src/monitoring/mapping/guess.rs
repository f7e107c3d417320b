//! Guesses what the columns of a foreign sheet are: by the headings of the template, by tags, by what people call them, by likeness.

use std::collections::HashMap;

use super::{
    fields::{FoundBy, SheetField},
    model::{ALIKE, slip},
    people,
    synonyms::{KIND, SYNONYMS, each},
};
use crate::{
    dimensions::Vocabulary,
    kit::sheet::{Caption, Column, Tag, words},
    monitoring::{
        checks::Values,
        columns::{self, BESIDE, PEOPLE},
        headings::Words,
    },
};

/// Tags of what no report says: a column that has one is not taken for anything by its heading.
const NOT_OURS: &[&str] = &[
    "targeted",
    "target",
    "inneed",
    "affected",
    "population",
    "capacity",
    "severity",
    "country",
    "region",
    "adm0",
    "adm4",
    "adm5",
    "subsector",
    "geo",
    "meta",
    "response",
    "crisis",
    "contact",
    "cause",
    "event",
    "need",
    "item",
    "access",
    "operations",
    "delivery",
];

/// What a column seems to be.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::monitoring) struct Guess {
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) category: Values,
    pub(in crate::monitoring) repeated: bool,
    /// From 0 to 1.
    pub(in crate::monitoring) score: f64,
    pub(in crate::monitoring) by: FoundBy,
}

/// What a known heading means.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    /// None: a column of ours that is not read.
    field: Option<SheetField>,
    category: Values,
    repeated: bool,
}

impl Meaning {
    fn of(field: SheetField) -> Self {
        Self { field: Some(field), category: Values::new(), repeated: false }
    }

    fn guess(&self, score: f64, by: FoundBy) -> Option<Guess> {
        Some(Guess { field: self.field?, category: self.category.clone(), repeated: self.repeated, score, by })
    }
}

/// What headings mean.
pub(in crate::monitoring) struct Guesser<'a> {
    vocabulary: &'a Vocabulary,
    template: HashMap<String, Meaning>,
    tags: Vec<(Tag, Meaning)>,
    synonyms: HashMap<&'static str, SheetField>,
}

impl<'a> Guesser<'a> {
    pub(in crate::monitoring) fn new(known: &Words, vocabulary: &'a Vocabulary) -> Self {
        let mut template = HashMap::new();
        let mut tags = Vec::new();
        for column in columns::all().iter().chain(BESIDE) {
            let meaning = meaning(column);
            let further = known.headings.get(column.name).into_iter().flatten().map(String::as_str);
            for heading in std::iter::once(column.name).chain(column.synonyms.iter().copied()).chain(further) {
                template.insert(words(heading), meaning.clone());
            }
            tags.extend(column.hxl.iter().filter_map(|tag| Some((Tag::parse(tag)?, meaning.clone()))));
        }
        let synonyms = SYNONYMS.iter().flat_map(|(field, all)| each(all).map(|synonym| (synonym, *field)));
        Self { vocabulary, template, tags, synonyms: synonyms.collect() }
    }

    /// Whether a text is a heading that is known for certain.
    pub(in crate::monitoring) fn is_heading(&self, text: &str) -> bool {
        readings(text)
            .iter()
            .any(|reading| self.template.contains_key(reading) || self.synonyms.contains_key(reading.as_str()))
            || people::by_words(self.vocabulary, text).is_some_and(|(values, _)| !values.is_empty())
    }

    /// What the best guess for a column is, if there is any that is good enough.
    pub(in crate::monitoring) fn guess(&self, caption: &Caption) -> Option<Guess> {
        let whole = [words(&caption.text), words(&caption.own)];
        if let Some(meaning) = whole.iter().find_map(|text| self.template.get(text)) {
            return meaning.guess(1.0, FoundBy::Heading);
        }
        if let Some(tag) = &caption.tag {
            let is_beside = |attribute: &str| matches!(attribute, "type" | "funder" | "donor");
            let is_of_partner = tag.hashtag() == "org" && tag.attributes().any(is_beside);
            if is_of_partner || NOT_OURS.contains(&tag.hashtag()) {
                return None;
            }
            if let Some(guess) = self.by_tag(tag) {
                return Some(guess);
            }
            // The tag says whom it counts, and is not understood: the heading alone would say too little, as Reached below HEALTH does.
            if tag.hashtag() == "reached" {
                return None;
            }
        }
        self.by_heading(caption).filter(|guess| {
            let is_people = guess.field == SheetField::People;
            let is_organisation = guess.field == SheetField::Organisation;
            !(is_people && people::counts_others(&caption.text) || is_organisation && tells_a_kind(&caption.text))
        })
    }

    /// What a heading means that is none of the template's, by what people call things.
    fn by_heading(&self, caption: &Caption) -> Option<Guess> {
        let whole = [words(&caption.text), words(&caption.own)];
        let mut texts = readings(&caption.text);
        texts.extend(readings(&caption.own));
        for text in whole.iter().chain(&texts) {
            if let Some(field) = self.synonyms.get(text.as_str()) {
                return Meaning::of(*field).guess(0.95, FoundBy::Synonym);
            }
            if let Some(meaning) = self.template.get(text) {
                return meaning.guess(0.95, FoundBy::Heading);
            }
        }
        let whom = texts.iter().find_map(|text| people::by_words(self.vocabulary, text));
        if let Some((category, repeated)) = whom {
            return Some(Guess { field: SheetField::People, category, repeated, score: 0.95, by: FoundBy::Words });
        }
        self.by_likeness(&texts)
    }

    fn by_tag(&self, tag: &Tag) -> Option<Guess> {
        if let Some((_, meaning)) = self.tags.iter().find(|(known, _)| known == tag) {
            return meaning.guess(1.0, FoundBy::Tag);
        }
        let has = |attribute: &str| tag.attributes().any(|known| known == attribute);
        let field = match tag.hashtag() {
            "org" => SheetField::Organisation,
            "adm1" => SheetField::Adm1,
            "adm2" => SheetField::Adm2,
            "adm3" => SheetField::Adm3,
            "loc" => SheetField::Site,
            "date" if has("start") || has("end") => return None,
            "date" | "period" => SheetField::Period,
            "activity" => SheetField::Activity,
            "indicator" if has("num") => SheetField::Value,
            "indicator" => SheetField::Indicator,
            "status" => SheetField::Status,
            "modality" => SheetField::Modality,
            "beneficiary" => SheetField::PopulationGroup,
            "sector" => SheetField::Sector,
            "output" => SheetField::Units,
            "currency" => SheetField::Currency,
            "description" => SheetField::Remarks,
            "reached" => {
                let (category, repeated) = people::by_tag(tag)?;
                let by = FoundBy::Tag;
                return Some(Guess { field: SheetField::People, category, repeated, score: 0.95, by });
            }
            _ => return None,
        };
        Meaning::of(field).guess(0.95, FoundBy::Tag)
    }

    fn by_likeness(&self, texts: &[String]) -> Option<Guess> {
        let synonyms = self.synonyms.iter().map(|(text, field)| (*text, Meaning::of(*field)));
        let template = self.template.iter().map(|(text, meaning)| (text.as_str(), meaning.clone()));
        let mut best: Option<(f64, Meaning, &str)> = None;
        for (known, meaning) in synonyms.chain(template).filter(|(known, _)| known.chars().count() >= 4) {
            for text in texts {
                let score = slip(text, known);
                // Of equals the first in the alphabet, so that the same sheet is always read in the same way.
                let better = best.as_ref().is_none_or(|(most, _, of)| score > *most || (score >= *most && known < *of));
                if score >= ALIKE && better {
                    best = Some((score, meaning.clone(), known));
                }
            }
        }
        let (score, meaning, _) = best?;
        meaning.guess(score.min(0.94), FoundBy::Likeness)
    }
}

/// All that a heading may be known by: the whole of it, without a number that a program put behind it, without what stands in brackets, and each
/// side of a heading in two languages.
fn readings(heading: &str) -> Vec<String> {
    let mut all = vec![words(heading)];
    let bare = heading.trim_end_matches(|letter: char| letter.is_ascii_digit());
    // `District2` is a second column of districts, while `Admin 2` and `girls 6-11` mean their numbers.
    if bare.len() < heading.len()
        && bare.ends_with(char::is_alphabetic)
        && !bare.to_lowercase().ends_with("adm")
        && !bare.to_lowercase().ends_with("admin")
    {
        all.push(words(bare));
    }
    let outside = heading.split(['(', '[']).next().unwrap_or_default();
    all.push(words(outside));
    all.extend(heading.split(['/', '|', '\n', '\r', ':', '؛', ';']).map(words));
    all.extend(scripts(heading));
    all.retain(|text| !text.is_empty());
    let mut seen = std::collections::HashSet::new();
    all.retain(|text| seen.insert(text.clone()));
    all
}

/// Whether a heading tells of a kind: the type of an organisation is no organisation.
fn tells_a_kind(heading: &str) -> bool {
    words(heading).split(' ').any(|word| each(KIND).any(|kind| kind == word))
}

/// The parts of a heading in Arabic and in other letters, where it has both.
fn scripts(heading: &str) -> Vec<String> {
    let is_arabic = |letter: char| matches!(letter, '\u{600}'..='\u{6FF}');
    if !heading.contains(is_arabic) || !heading.contains(|letter: char| letter.is_ascii_alphabetic()) {
        return Vec::new();
    }
    let part = |arabic: bool| -> String {
        heading
            .chars()
            .map(|letter| if letter.is_alphabetic() && is_arabic(letter) != arabic { ' ' } else { letter })
            .collect()
    };
    vec![words(&part(true)), words(&part(false))]
}

/// What a column of the template means.
fn meaning(column: &Column) -> Meaning {
    let is = |known: &Column| known.name == column.name;
    for people in PEOPLE {
        if is(&people.new) || is(&people.repeat) {
            let field = Some(SheetField::People);
            return Meaning { field, category: people.values(), repeated: is(&people.repeat) };
        }
    }
    let fields = [
        (columns::ACTIVITY, SheetField::Activity),
        (columns::INDICATOR, SheetField::Indicator),
        (columns::MODALITY, SheetField::Modality),
        (columns::STATUS, SheetField::Status),
        (columns::ADM1, SheetField::Adm1),
        (columns::ADM2, SheetField::Adm2),
        (columns::ADM3, SheetField::Adm3),
        (columns::SITE, SheetField::Site),
        (columns::GROUP, SheetField::PopulationGroup),
        (columns::VALUE, SheetField::Value),
        (columns::DENOMINATOR, SheetField::Denominator),
        (columns::UNITS, SheetField::Units),
        (columns::AMOUNT, SheetField::Amount),
        (columns::CURRENCY, SheetField::Currency),
        (columns::NIL, SheetField::Nil),
        (columns::REMARKS, SheetField::Remarks),
        (columns::PROJECT, SheetField::Project),
    ];
    let field = fields.iter().find(|(known, _)| is(known)).map(|(_, field)| *field);
    Meaning { field, category: Values::new(), repeated: false }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::Texts;

    #[test]
    fn a_heading_is_known_by_each_of_its_parts() {
        let has = |heading: &str, reading: &str| readings(heading).iter().any(|known| known == reading);
        assert!(has("Governorate\nالمحافظة", "المحافظة") && has("المحافظة Governorate", "governorate"));
        assert!(has("District2", "district") && has("Status (choose one)", "status"));
        assert!(!has("Adm2", "adm") && !has("Girls 12", "girls"));
    }

    fn guessed(heading: &str) -> Option<SheetField> {
        let vocabulary = Vocabulary::default();
        let guesser = Guesser::new(&Words::load(&Texts::load().expect("texts")), &vocabulary);
        let caption = Caption { text: heading.to_owned(), own: heading.to_owned(), ..Caption::default() };
        guesser.guess(&caption).map(|guess| guess.field)
    }

    #[test]
    fn the_type_of_an_organisation_is_no_organisation_and_a_population_was_not_reached() {
        for heading in [
            "Organisation type",
            "Type of organization",
            "Organisation (type)",
            "Type de partenaire",
            "Tipo de socio",
            "نوع المنظمة",
        ] {
            assert_eq!(guessed(heading), None, "{heading}");
        }
        for heading in ["Population", "Total population", "People (targeted)", "People without disability"] {
            assert_eq!(guessed(heading), None, "{heading}");
        }
        for (heading, field) in [
            ("Organisation", SheetField::Organisation),
            ("Organizaton", SheetField::Organisation),
            ("Activity type", SheetField::Activity),
            ("Population type", SheetField::PopulationGroup),
            ("People reached", SheetField::People),
        ] {
            assert_eq!(guessed(heading), Some(field), "{heading}");
        }
    }
}
