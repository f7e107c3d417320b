//! The columns of a report's sheet: the same in the template, the import and the export.
//!
//! One row is one activity, measured by one indicator, in one place. Codes are those of the plan. The place is the deepest of `adm1_pcode`,
//! `adm2_pcode` and `adm3_pcode`, and those above it must contain it; `site_code` names a site, which must lie in that place (and is enough by
//! itself). Every column of people comes twice: without an ending it takes people counted for the first time, with `_repeat` those counted
//! before. `new_people` and `repeat_people` are the row's totals; parts by sex and age need no total, and a total beside parts is checked
//! against them. `with_disability` cuts across the parts, and teachers are never added to learners. `value` and `denominator` are for indicators
//! that count no people. An empty cell is "not said"; 0 is a statement; `nil` says that nothing was done there.

use super::checks::{Field, Values};
use crate::kit::sheet::Column;

const fn column(
    name: &'static str,
    synonyms: &'static [&'static str],
    hxl: &'static [&'static str],
    required: bool,
) -> Column {
    Column { name, synonyms, hxl, required }
}

pub(super) const ACTIVITY: Column = column("activity_code", &["activity"], &["#activity+code"], true);
pub(super) const INDICATOR: Column = column("indicator_code", &["indicator"], &["#indicator+code"], true);
pub(super) const MODALITY: Column = column("modality", &["activity modality"], &["#modality"], false);
pub(super) const STATUS: Column = column("status", &["activity status"], &["#status"], true);
pub(super) const ADM1: Column =
    column("adm1_pcode", &["admin1 pcode", "admin 1 p-code"], &["#adm1+code+v_pcode"], false);
pub(super) const ADM2: Column =
    column("adm2_pcode", &["admin2 pcode", "admin 2 p-code"], &["#adm2+code+v_pcode"], false);
pub(super) const ADM3: Column =
    column("adm3_pcode", &["admin3 pcode", "admin 3 p-code"], &["#adm3+code+v_pcode"], false);
pub(super) const SITE: Column = column("site_code", &["emis code", "school code"], &["#loc+code"], false);
pub(super) const GROUP: Column = column("population_group", &["population group"], &["#beneficiary+type"], false);
pub(super) const VALUE: Column = column("value", &["numerator"], &["#indicator+value+num"], false);
pub(super) const DENOMINATOR: Column = column("denominator", &[], &["#indicator+denominator+num"], false);
pub(super) const UNITS: Column = column("units_delivered", &["units"], &["#output+num"], false);
pub(super) const AMOUNT: Column = column("amount_spent", &["amount"], &["#value+spent"], false);
pub(super) const CURRENCY: Column = column("currency", &[], &["#currency+code"], false);
pub(super) const NIL: Column = column("nil", &["nothing to report"], &["#meta+nil"], false);
pub(super) const PROJECT: Column = column("project", &["project code"], &["#activity+project"], false);
pub(super) const REMARKS: Column = column("remarks", &["comments"], &["#description+remarks"], false);

/// Columns for people to look at while they fill the others; nothing is read from them.
pub(super) const LAST: Column = column("last_people", &[], &["#reached+last"], false);
pub(super) const TARGET: Column = column("target", &[], &["#targeted"], false);
/// The messages that a check leaves in a workbook.
pub(super) const MESSAGES: Column = column("to_mend", &[], &["#meta+issues"], false);

/// All of those.
pub(super) const BESIDE: &[Column] = &[LAST, TARGET, MESSAGES];

/// What a row is about. A row that says nothing else was not filled in.
pub(super) const KEYS: &[Column] = &[ACTIVITY, INDICATOR, MODALITY, ADM1, ADM2, ADM3, SITE, GROUP];

/// Two columns that count the same people: for the first time, and again.
pub(super) struct People {
    pub(super) new: Column,
    pub(super) repeat: Column,
    /// Whom people call them: the key of a text, and an age.
    pub(super) who: (&'static str, &'static str),
    values: &'static [(&'static str, &'static str)],
}

impl People {
    /// Whether they are the row's total.
    pub(super) fn is_total(&self) -> bool {
        self.values.is_empty()
    }

    /// Whom they count; nothing for the row's total.
    pub(super) fn values(&self) -> Values {
        self.values.iter().map(|(dimension, value)| ((*dimension).to_owned(), (*value).to_owned())).collect()
    }
}

macro_rules! people {
    ($name:literal, $synonym:literal, $hxl:literal, $who:literal, $age:literal, $values:expr) => {
        People {
            new: column($name, &[concat!($name, "_new"), $synonym], &[concat!("#reached", $hxl, "+new")], false),
            repeat: column(
                concat!($name, "_repeat"),
                &[concat!($name, "_repeated"), concat!($synonym, " repeated")],
                &[concat!("#reached", $hxl, "+repeated")],
                false,
            ),
            who: ($who, $age),
            values: $values,
        }
    };
}

/// All columns of people, the totals first.
pub(super) const PEOPLE: &[People] = &[
    People {
        new: column("new_people", &["total new individuals"], &["#reached+new"], false),
        repeat: column(
            "repeat_people",
            &["repeated people", "total repeated individuals"],
            &["#reached+repeated"],
            false,
        ),
        who: ("who-all", ""),
        values: &[],
    },
    people!("girls_3_5", "girls 3 to 5", "+f+age3_5", "who-girls", "3–5", &[("age_band", "3-5"), ("sex", "f")]),
    people!("girls_6_11", "girls 6 to 11", "+f+age6_11", "who-girls", "6–11", &[("age_band", "6-11"), ("sex", "f")]),
    people!(
        "girls_12_14",
        "girls 12 to 14",
        "+f+age12_14",
        "who-girls",
        "12–14",
        &[("age_band", "12-14"), ("sex", "f")]
    ),
    people!(
        "girls_15_17",
        "girls 15 to 17",
        "+f+age15_17",
        "who-girls",
        "15–17",
        &[("age_band", "15-17"), ("sex", "f")]
    ),
    people!("girls_18", "girls 18+", "+f+age18", "who-girls", "18+", &[("age_band", "18+"), ("sex", "f")]),
    people!("boys_3_5", "boys 3 to 5", "+m+age3_5", "who-boys", "3–5", &[("age_band", "3-5"), ("sex", "m")]),
    people!("boys_6_11", "boys 6 to 11", "+m+age6_11", "who-boys", "6–11", &[("age_band", "6-11"), ("sex", "m")]),
    people!("boys_12_14", "boys 12 to 14", "+m+age12_14", "who-boys", "12–14", &[("age_band", "12-14"), ("sex", "m")]),
    people!("boys_15_17", "boys 15 to 17", "+m+age15_17", "who-boys", "15–17", &[("age_band", "15-17"), ("sex", "m")]),
    people!("boys_18", "boys 18+", "+m+age18", "who-boys", "18+", &[("age_band", "18+"), ("sex", "m")]),
    people!(
        "female_teachers",
        "teachers female",
        "+f+teachers",
        "who-female-teachers",
        "",
        &[("sex", "f"), ("staff_kind", "teacher")]
    ),
    people!(
        "male_teachers",
        "teachers male",
        "+m+teachers",
        "who-male-teachers",
        "",
        &[("sex", "m"), ("staff_kind", "teacher")]
    ),
    people!(
        "with_disability",
        "people with disability",
        "+disabled",
        "who-with-disability",
        "",
        &[("disability", "with")]
    ),
];

/// All columns in the order of the template.
pub(super) fn all() -> Vec<Column> {
    let before = [ACTIVITY, INDICATOR, MODALITY, STATUS, ADM1, ADM2, ADM3, SITE, GROUP];
    let behind = [VALUE, DENOMINATOR, UNITS, AMOUNT, CURRENCY, NIL, REMARKS, PROJECT];
    let people = PEOPLE.iter().flat_map(|people| [people.new, people.repeat]);
    before.into_iter().chain(people).chain(behind).collect()
}

/// The column of areas of a level, 1 to 3.
pub(super) fn area(level: i32) -> Column {
    match level {
        1 => ADM1,
        2 => ADM2,
        _ => ADM3,
    }
}

/// The column that a finding is shown at. Cells are placed as [`PEOPLE`] are.
pub(super) fn of(field: &Field) -> Column {
    match field {
        Field::Activity => ACTIVITY,
        Field::Indicator => INDICATOR,
        Field::Area => ADM1,
        Field::Site => SITE,
        Field::PopulationGroup => GROUP,
        Field::Status => STATUS,
        Field::Nil => NIL,
        Field::Units => UNITS,
        Field::Amount => AMOUNT,
        Field::Currency => CURRENCY,
        Field::Remarks => REMARKS,
        Field::Project => PROJECT,
        Field::Value(_) => VALUE,
        Field::Cell(at) => PEOPLE.get(*at).map_or(VALUE, |people| people.new),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_heading_and_every_tag_belongs_to_one_column() {
        let columns = all();
        let names: HashSet<&str> = columns.iter().map(|column| column.name).collect();
        let tags: HashSet<&str> = columns.iter().flat_map(|column| column.hxl).copied().collect();
        assert_eq!((columns.len(), names.len(), tags.len()), (45, 45, 45));
    }

    #[test]
    fn the_page_about_the_template_tells_of_every_column_in_its_order() {
        let page = include_str!("../../docs/templates/report.md");
        let told: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        let names: Vec<&str> = all().iter().map(|column| column.name).collect();
        assert_eq!(told, names);
    }
}
