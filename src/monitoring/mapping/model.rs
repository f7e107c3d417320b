//! How a foreign sheet is read: its columns, what it leaves unsaid, and what its words mean.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::fields::{DateWriting, NumberWriting, SheetField};
use crate::{
    ids,
    kit::{
        scope::{OperationId, OrganisationId, Scope, Scoped, UserId},
        sheet::{Caption, DateOrder, NumberFormat, words},
    },
    monitoring::checks::Values,
    schema::mapping_profiles,
};

ids! {
    /// The id of a mapping profile.
    MappingProfileId of MappingProfileKind as "MappingProfile";
}

/// A column of a foreign sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// Its heading, as it stands there.
    pub heading: String,
    /// Which of the columns with this heading, from 1.
    pub occurrence: i32,
    /// What it is; none: it is not read.
    pub field: Option<SheetField>,
    /// Of people: whom it counts; none of everyone.
    #[serde(default)]
    pub category: Values,
    /// Of people: whether they were counted before.
    #[serde(default)]
    pub repeated: bool,
    /// How it writes numbers; none: its cells leave no doubt.
    #[serde(default)]
    pub numbers: Option<NumberWriting>,
    /// How it writes days; none: its cells leave no doubt.
    #[serde(default)]
    pub dates: Option<DateWriting>,
}

/// What a sheet leaves unsaid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Constant {
    /// Of what.
    pub field: SheetField,
    /// What holds for all rows.
    pub text: String,
}

/// What a text means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueChoice {
    /// In columns of this.
    pub field: SheetField,
    /// The text. Capitals, accents and blanks do not matter.
    pub text: String,
    /// What it means: a code, or nothing where it says nothing.
    pub code: Option<String>,
    /// True: rows with it are left out.
    #[serde(default)]
    pub leave_out: bool,
}

/// How a foreign sheet is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// Its columns.
    pub columns: Vec<MappedColumn>,
    /// What it leaves unsaid.
    #[serde(default)]
    pub constants: Vec<Constant>,
    /// What its words mean.
    #[serde(default)]
    pub values: Vec<ValueChoice>,
    /// Whether parts of people are rounded; else they are refused.
    #[serde(default)]
    pub round_people: bool,
}

impl Mapping {
    /// What somebody chose, to be looked up.
    pub(super) fn choices(&self) -> Choices<'_> {
        Choices(self.values.iter().map(|choice| ((choice.field, words(&choice.text)), choice)).collect())
    }

    /// What holds for all rows.
    pub(super) fn constant(&self, field: SheetField) -> Option<&str> {
        self.constants.iter().find(|constant| constant.field == field).map(|constant| constant.text.as_str())
    }

    pub(super) fn has(&self, field: SheetField) -> bool {
        self.columns.iter().any(|column| column.field == Some(field))
    }

    /// The headings that it reads, as they are compared.
    pub(super) fn signature(&self) -> Vec<String> {
        let read = self.columns.iter().filter(|column| column.field.is_some());
        let mut headings: Vec<String> = read.map(|column| plain_heading(&column.heading)).collect();
        headings.sort_unstable();
        headings.dedup();
        headings
    }
}

/// What somebody chose for texts.
pub(in crate::monitoring) struct Choices<'m>(HashMap<(SheetField, String), &'m ValueChoice>);

impl<'m> Choices<'m> {
    /// What somebody chose for a text.
    pub(super) fn find(&self, field: SheetField, text: &str) -> Option<&'m ValueChoice> {
        if self.0.is_empty() { None } else { self.0.get(&(field, words(text))).copied() }
    }
}

/// A heading as it is compared: without capitals, accents, blanks, and a number behind it that a program put there.
pub(super) fn plain_heading(heading: &str) -> String {
    words(heading)
}

/// How alike two headings must be to be taken for one.
pub(super) const ALIKE: f64 = 0.93;

/// Finds the columns of a mapping among the captions of a sheet: for each the place, where there is one.
pub(super) fn places(mapping: &Mapping, captions: &[Caption]) -> Vec<Option<usize>> {
    let keys: Vec<String> = captions.iter().map(|caption| plain_heading(&caption.text)).collect();
    let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        by_key.entry(key).or_default().push(at);
    }
    let mut taken = vec![false; captions.len()];
    let exact = |column: &MappedColumn, taken: &mut Vec<bool>| {
        let nth = usize::try_from(column.occurrence.max(1) - 1).unwrap_or(0);
        let at = by_key.get(plain_heading(&column.heading).as_str()).and_then(|places| places.get(nth)).copied()?;
        (!std::mem::replace(&mut taken[at], true)).then_some(at)
    };
    let mut found: Vec<Option<usize>> = mapping.columns.iter().map(|column| exact(column, &mut taken)).collect();
    for (column, place) in mapping.columns.iter().zip(&mut found).filter(|(_, place)| place.is_none()) {
        let wanted = plain_heading(&column.heading);
        let free = (0..keys.len()).filter(|at| !taken[*at] && !keys[*at].is_empty());
        let alike = free.map(|at| (at, slip(&wanted, &keys[at]))).filter(|(_, score)| *score >= ALIKE);
        *place = alike.max_by(|one, other| one.1.total_cmp(&other.1)).map(|(at, _)| at);
        if let Some(at) = *place {
            taken[at] = true;
        }
    }
    found
}

/// Words that turn what stands beside them into its opposite.
const OPPOSITE: &[&str] = &[
    "without", "non", "not", "no", "un", "in", "out", "sans", "hors", "pas", "sin", "fuera", "sem", "nao", "fora",
    "بدون", "دون", "بلا", "غير", "ليس", "خارج",
];

/// Beginnings that turn a word into its opposite: enrolled and unenrolled, formal and informal, scolarisés and déscolarisés.
const OPPOSITE_BEGINNINGS: &[&str] = &["un", "in", "im", "ir", "il", "non", "dis", "des", "de", "لا", "غير"];

/// Words that a heading may have or not: they only hold others together, or name a language.
const HOLDING: &[&str] =
    &["the", "of", "de", "du", "des", "la", "le", "les", "el", "do", "da", "en", "fr", "es", "pt", "ar"];

/// How alike two texts are, from 0 to 1. What differs in its numbers is never alike: girls of 6 to 11 are not girls of 12 to 14. Nor is what
/// says the opposite, however few letters that takes: people with and without a disability.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    // A slip of the pen spoils a word, and does not put another in its place: girls are no boys.
    let one_by_one = one.split(' ').count() == other.split(' ').count();
    let differ = || one.split(' ').zip(other.split(' ')).any(|(one, other)| strsim::jaro_winkler(one, other) < 0.8);
    if digits(one) != digits(other) || one_by_one && differ() || contradict(one, other) {
        return 0.0;
    }
    strsim::jaro_winkler(one, other)
}

/// The most bytes by which two headings may differ in length.
const LONGEST_SLIP: usize = 12;

/// How alike two headings are, from 0 to 1. A word more is no slip of the pen: the type of an organisation is no organisation, and a population
/// is no population group. A blank more or less is one.
pub(super) fn slip(one: &str, other: &str) -> f64 {
    // No slip is so long; this spares most of the comparing.
    if one.len().abs_diff(other.len()) > LONGEST_SLIP {
        return 0.0;
    }
    let held = |text: &str| text.split(' ').filter(|word| HOLDING.contains(word)).count();
    let bare = |text: &str| text.split(' ').filter(|word| !HOLDING.contains(word)).collect::<Vec<_>>().join(" ");
    let (one, other) = match held(one) == held(other) {
        true => (one.to_owned(), other.to_owned()),
        false => (bare(one), bare(other)),
    };
    let count = |text: &str| text.split(' ').count();
    if !one.is_empty() && one.replace(' ', "") == other.replace(' ', "") {
        return strsim::jaro_winkler(&one, &other);
    }
    if count(&one) == count(&other) { likeness(&one, &other) } else { 0.0 }
}

/// Whether one of two texts denies what the other says.
fn contradict(one: &str, other: &str) -> bool {
    let turning = |text: &str| text.split(' ').filter(|word| OPPOSITE.contains(word)).count();
    let (mine, theirs) = (only_in(one, other), only_in(other, one));
    turning(one) != turning(other)
        || mine.iter().any(|word| theirs.iter().any(|other| are_opposite(word, other) || are_opposite(other, word)))
}

/// The words of a text that another one does not have.
fn only_in<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    text.split(' ').filter(|word| !other.split(' ').any(|known| known == *word)).collect()
}

/// Whether a word is another one with a beginning that turns it into its opposite.
fn are_opposite(long: &str, short: &str) -> bool {
    let mut rests = OPPOSITE_BEGINNINGS.iter().filter_map(|beginning| long.strip_prefix(beginning));
    // With another first letter it is the beginning itself that was written wrongly: inndicator.
    rests.any(|rest| rest.chars().next() == short.chars().next() && strsim::jaro_winkler(rest, short) >= ALIKE)
}

impl NumberWriting {
    pub(super) fn format(self) -> NumberFormat {
        match self {
            Self::Point => NumberFormat::Plain,
            Self::Comma => NumberFormat::Continental,
        }
    }

    /// By the kit's word for it.
    pub(in crate::monitoring) fn of(format: NumberFormat) -> Self {
        match format {
            NumberFormat::Plain => Self::Point,
            NumberFormat::Continental => Self::Comma,
        }
    }
}

impl DateWriting {
    pub(super) fn order(self) -> DateOrder {
        match self {
            Self::Iso => DateOrder::IsoOnly,
            Self::DayFirst => DateOrder::DayMonthYear,
            Self::MonthFirst => DateOrder::MonthDayYear,
        }
    }

    /// By the kit's word for it.
    pub(in crate::monitoring) fn of(order: DateOrder) -> Self {
        match order {
            DateOrder::IsoOnly => Self::Iso,
            DateOrder::DayMonthYear => Self::DayFirst,
            DateOrder::MonthDayYear => Self::MonthFirst,
        }
    }
}

/// A mapping that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = mapping_profiles, check_for_backend(diesel::pg::Pg))]
pub struct MappingProfile {
    /// The profile.
    pub id: MappingProfileId,
    /// The operation.
    pub operation_id: OperationId,
    /// Whose sheet it is; none: for all of the operation.
    pub organisation_id: Option<OrganisationId>,
    /// What people call it.
    pub name: String,
    /// The headings that it reads, as they are compared.
    pub headings: Vec<Option<String>>,
    /// The mapping.
    pub mapping: serde_json::Value,
    /// Counts changes.
    pub version: i32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Who changed it last.
    pub updated_by: Option<UserId>,
}

impl Scoped for MappingProfile {
    fn scope(&self) -> Scope {
        let scope = Scope::operation(self.operation_id);
        match self.organisation_id {
            Some(organisation) => scope.owned_by(organisation),
            None => scope,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(heading: &str, occurrence: i32) -> MappedColumn {
        MappedColumn {
            heading: heading.to_owned(),
            occurrence,
            field: Some(SheetField::Remarks),
            category: Values::new(),
            repeated: false,
            numbers: None,
            dates: None,
        }
    }

    fn found(columns: &[(&str, i32)], captions: &[&str]) -> Vec<Option<usize>> {
        let columns = columns.iter().map(|(heading, occurrence)| column(heading, *occurrence)).collect();
        let captions: Vec<Caption> =
            captions.iter().map(|text| Caption { text: (*text).to_owned(), ..Caption::default() }).collect();
        places(&Mapping { columns, ..Mapping::default() }, &captions)
    }

    #[test]
    fn headings_may_change_by_blanks_capitals_and_a_slip_of_the_pen() {
        let captions = ["  sub\ndistrict ", "Number of benificiaries", "Girls 6-11"];
        assert_eq!(found(&[("Sub=District", 1), ("Number of beneficiaries", 1)], &captions), [Some(0), Some(1)]);
        assert_eq!(found(&[("Girls 12-14", 1)], &captions), [None], "numbers are never alike");
        assert_eq!(
            found(&[("Girls", 1), ("Girls", 2), ("Girls", 3)], &["Girls", "x", "Girls"]),
            [Some(0), Some(2), None]
        );
        let captions = ["Admin1Name_en", "Subdistrict"];
        assert_eq!(found(&[("Sub district", 1), ("Admin1 name", 1)], &captions), [Some(1), Some(0)]);
        assert_eq!(found(&[("Name AR", 1)], &["Name EN"]), [None], "another language is another column");
    }

    #[test]
    fn what_says_the_opposite_is_never_alike() {
        for (one, other) in [
            ("people with disability", "people without disability"),
            ("formal education", "informal education"),
            ("children enrolled", "children unenrolled"),
            ("formal", "non formal"),
            ("completed", "incomplete"),
            ("enfants scolarises", "enfants descolarises"),
            ("avec handicap", "sans handicap"),
            ("con discapacidad", "sin discapacidad"),
            ("com deficiencia", "sem deficiencia"),
            ("اطفال مسجلون", "اطفال غير مسجلون"),
            ("in school", "out school"),
        ] {
            assert!(likeness(one, other) <= 0.0 && likeness(other, one) <= 0.0, "{one} / {other}");
            assert_eq!(found(&[(one, 1)], &[other]), [None], "{one} / {other}");
        }
        for (one, other) in [
            ("indicator", "inndicator"),
            ("informal education", "informal educaton"),
            ("people without disability", "people without disabilty"),
            ("units", "unnits"),
        ] {
            assert!(likeness(one, other) >= ALIKE, "{one} / {other}");
        }
    }

    #[test]
    fn a_word_more_is_no_slip_of_the_pen_and_a_blank_more_is() {
        for (one, other) in
            [("organisation", "organisation type"), ("population", "population type"), ("activity", "activity cost")]
        {
            assert!(slip(one, other) <= 0.0, "{one} / {other}");
        }
        for (one, other) in [("non formal", "nonformal"), ("sub district", "subdistrict"), ("district", "distrct")] {
            assert!(slip(one, other) >= ALIKE, "{one} / {other}");
        }
    }
}
