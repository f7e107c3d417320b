//! What the columns and words of a report's workbook are called in five languages. Whatever a workbook says in one of them is understood.

use std::collections::HashMap;

use super::{
    columns::{self, BESIDE, PEOPLE},
    model::RowStatus,
};
use crate::{
    kit::{
        sheet::{Column, Names, words},
        text::{InLanguage, Language, Texts},
    },
    plans::Modality,
};

/// The texts of the columns that count nobody.
const HEADINGS: &[(Column, &str)] = &[
    (columns::ACTIVITY, "heading-activity"),
    (columns::INDICATOR, "heading-indicator"),
    (columns::MODALITY, "heading-modality"),
    (columns::STATUS, "heading-status"),
    (columns::ADM1, "heading-adm1"),
    (columns::ADM2, "heading-adm2"),
    (columns::ADM3, "heading-adm3"),
    (columns::SITE, "heading-site"),
    (columns::GROUP, "heading-group"),
    (columns::VALUE, "heading-value"),
    (columns::DENOMINATOR, "heading-denominator"),
    (columns::UNITS, "heading-units"),
    (columns::AMOUNT, "heading-amount"),
    (columns::CURRENCY, "heading-currency"),
    (columns::NIL, "heading-nil"),
    (columns::REMARKS, "heading-remarks"),
    (columns::PROJECT, "heading-project"),
    (columns::LAST, "heading-last"),
    (columns::TARGET, "heading-target"),
    (columns::MESSAGES, "heading-messages"),
];

const STATUSES: &[(RowStatus, &str)] = &[
    (RowStatus::Planned, "row-status-planned"),
    (RowStatus::Ongoing, "row-status-ongoing"),
    (RowStatus::Completed, "row-status-completed"),
    (RowStatus::Suspended, "row-status-suspended"),
    (RowStatus::Cancelled, "row-status-cancelled"),
];

const MODALITIES: &[(Modality, &str)] = &[
    (Modality::InKind, "modality-in-kind"),
    (Modality::Service, "modality-service"),
    (Modality::Cash, "modality-cash"),
    (Modality::Voucher, "modality-voucher"),
];

/// What stands between a code and the name beside it in the cells of a workbook.
const BETWEEN: &str = " | ";

/// The most characters of a name beside a code.
const NAME: usize = 80;

/// A text without the marks that keep directions apart: spreadsheet programs show them as boxes.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

/// The heading of a column.
pub(super) fn heading(say: InLanguage<'_>, column: &Column) -> String {
    if let Some((_, key)) = HEADINGS.iter().find(|(known, _)| known.name == column.name) {
        return plain(&say.text(key, &[]));
    }
    let counts = PEOPLE.iter().find(|people| people.new.name == column.name || people.repeat.name == column.name);
    let Some(people) = counts else { return column.name.to_owned() };
    let (key, age) = people.who;
    let who = say.text(key, &[("age", age.into())]);
    let key = if people.new.name == column.name { "heading-new" } else { "heading-repeat" };
    plain(&say.text(key, &[("who", who.into())]))
}

/// The word for how far a row is.
pub(super) fn status(say: InLanguage<'_>, status: RowStatus) -> String {
    let key = STATUSES.iter().find(|(known, _)| *known == status).map_or("", |(_, key)| key);
    plain(&say.text(key, &[]))
}

/// The word for how help is delivered.
pub(super) fn modality(say: InLanguage<'_>, modality: Modality) -> String {
    let key = MODALITIES.iter().find(|(known, _)| *known == modality).map_or("", |(_, key)| key);
    plain(&say.text(key, &[]))
}

/// A code with its name, to be chosen from a list. Signs that spreadsheet programs take for placeholders are left out of the name.
pub(super) fn label(code: &str, name: &str) -> String {
    let name: String = name.chars().filter(|letter| !"*?~|".contains(*letter) && !letter.is_control()).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() || name == code {
        return code.to_owned();
    }
    let name: String = name.chars().take(NAME).collect();
    format!("{code}{BETWEEN}{}", name.trim_end())
}

/// The code of a cell that may have a name beside it.
pub(super) fn code_of(text: &str) -> &str {
    text.split(BETWEEN).next().unwrap_or(text).trim()
}

/// The words of all five languages, to be understood.
pub(super) struct Words {
    pub(super) headings: Names,
    statuses: HashMap<String, RowStatus>,
    modalities: HashMap<String, Modality>,
}

impl Words {
    pub(super) fn load(texts: &Texts) -> Self {
        let mut known = Self { headings: Names::new(), statuses: HashMap::new(), modalities: HashMap::new() };
        for say in Language::ALL.iter().map(|language| texts.in_language(*language)) {
            for column in columns::all().iter().chain(BESIDE) {
                known.headings.entry(column.name).or_default().push(heading(say, column));
            }
            known.statuses.extend(RowStatus::ALL.iter().map(|one| (words(&status(say, *one)), *one)));
            known.modalities.extend(Modality::ALL.iter().map(|one| (words(&modality(say, *one)), *one)));
        }
        known
    }

    pub(super) fn status(&self, text: &str) -> Option<RowStatus> {
        RowStatus::parse(text).or_else(|| self.statuses.get(&words(text)).copied())
    }

    /// All words for how far a row is.
    pub(super) fn of_status(&self, status: RowStatus) -> Vec<String> {
        self.statuses.iter().filter(|(_, known)| **known == status).map(|(word, _)| word.clone()).collect()
    }

    /// All words for how help is delivered.
    pub(super) fn of_modality(&self, modality: Modality) -> Vec<String> {
        self.modalities.iter().filter(|(_, known)| **known == modality).map(|(word, _)| word.clone()).collect()
    }

    pub(super) fn modality(&self, text: &str) -> Option<Modality> {
        Modality::parse(text).or_else(|| self.modalities.get(&words(text)).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_and_word_of_every_language_means_one_thing() {
        let texts = Texts::load().expect("the catalogues are good");
        let known = Words::load(&texts);
        let mut owners: HashMap<String, &str> = HashMap::new();
        for column in columns::all().iter().chain(BESIDE) {
            let own = std::iter::once(column.name).chain(column.synonyms.iter().copied());
            let all = own.map(str::to_owned).chain(known.headings[column.name].iter().cloned());
            for heading in all {
                let owner = *owners.entry(words(&heading)).or_insert(column.name);
                assert_eq!(owner, column.name, "{heading:?} would be two columns");
            }
        }
        for say in Language::ALL.iter().map(|language| texts.in_language(*language)) {
            for one in RowStatus::ALL {
                assert_eq!(known.status(&status(say, *one)), Some(*one), "{} {one}", say.language());
            }
            for one in Modality::ALL {
                assert_eq!(known.modality(&modality(say, *one)), Some(*one), "{} {one}", say.language());
            }
        }
        assert_eq!((known.status("perhaps"), known.modality("")), (None, None));
    }

    #[test]
    fn headings_say_whom_they_count_and_whether_for_the_first_time() {
        let texts = Texts::load().expect("the catalogues are good");
        let say = |language| texts.in_language(language);
        let girls = &PEOPLE[2];
        assert_eq!(heading(say(Language::En), &girls.new), "Girls 6–11, new");
        assert_eq!(heading(say(Language::Fr), &girls.repeat), "Filles 6–11 ans, de nouveau");
        assert_eq!(heading(say(Language::Ar), &columns::STATUS), "الحالة");
    }

    #[test]
    fn a_code_with_its_name_reads_back_as_the_code() {
        assert_eq!(label("XE01", " Old *Mill*\n| west? "), "XE01 | Old Mill west");
        assert_eq!(label("XE01", "XE01"), "XE01");
        assert_eq!(label("CA1", &"ü".repeat(90)), format!("CA1 | {}", "ü".repeat(80)));
        for (text, code) in [("XE01 | Old Mill", "XE01"), (" XE01 ", "XE01"), ("CLEDU/CA1", "CLEDU/CA1"), ("", "")] {
            assert_eq!(code_of(text), code);
        }
    }
}
