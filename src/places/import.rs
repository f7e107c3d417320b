//! Reads gazetteers: P-codes as the humanitarian data exchange publishes them, and countries as OCHA's taxonomy has them.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::store::GazetteerColumns;
use crate::kit::{
    Clock,
    sheet::{Column, Issue, Issues, Record, Sheet, Table},
};

const fn column(
    name: &'static str,
    synonyms: &'static [&'static str],
    hxl: &'static [&'static str],
    required: bool,
) -> Column {
    Column { name, synonyms, hxl, required }
}

const LOCATION: Column = column("Location", &["Country", "ISO3", "location_code"], &["#country+code"], true);
const LEVEL: Column = column("Admin Level", &["Level", "admin_level"], &["#geo+admin_level"], true);
const PCODE: Column = column("P-Code", &["Pcode", "code"], &["#adm+code"], true);
const NAME: Column = column("Name", &["admin_name"], &["#adm+name"], true);
const PARENT: Column = column("Parent P-Code", &["Parent", "parent_pcode"], &["#adm+code+parent"], true);
const VALID_FROM: Column = column("Valid from date", &["Valid from"], &["#date+start"], false);

/// A line of the gazetteer.
struct Line {
    row: u32,
    country: String,
    level: i32,
    pcode: String,
    name: String,
    parent: String,
    valid_from: Option<NaiveDate>,
}

fn is_iso3(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_pcode(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.-".contains(&byte))
}

fn line(record: &Record<'_>, issues: &mut Issues) -> Option<Line> {
    let country = record.code(&LOCATION, issues);
    let level = record.count(&LEVEL, issues);
    let pcode = record.code(&PCODE, issues);
    let name = record.text(&NAME, issues);
    let parent = record.code(&PARENT, issues);
    let valid_from = record.date(&VALID_FROM, issues);
    for needed in [&LOCATION, &LEVEL, &PCODE, &NAME, &PARENT] {
        record.require(needed, issues);
    }
    let (country, level, pcode, name, parent) = (country?, level?, pcode?, name?, parent?);
    let mut good = true;
    let mut refuse = |column: &Column, key, reason: String, mend: &str| {
        issues.push(record.issue(column, Issue::error(key, reason, mend)));
        good = false;
    };
    if !is_iso3(&country) {
        refuse(
            &LOCATION,
            "places-country",
            format!("{country:?} is no country code"),
            "write the ISO 3166 code of three letters",
        );
    }
    let level = i32::try_from(level).ok().filter(|level| (1..=5).contains(level));
    if level.is_none() {
        refuse(
            &LEVEL,
            "places-level",
            "the level is not between 1 and 5".to_owned(),
            "write 1 for the largest areas, up to 5",
        );
    }
    for (column, code) in [(&PCODE, &pcode), (&PARENT, &parent)] {
        if !is_pcode(code) {
            refuse(
                column,
                "places-pcode",
                format!("{code:?} is no P-code"),
                "write 1 to 40 letters, digits, `_`, `-` or `.`",
            );
        }
    }
    if pcode == country {
        let reason = format!("{pcode} is the country itself, which is no part of it");
        refuse(&PCODE, "places-pcode-country", reason, "leave the row out, or write the P-code of the part");
    }
    let row = record.number();
    if good { Some(Line { row, country, level: level?, pcode, name, parent, valid_from }) } else { None }
}

/// Reads P-codes. A country's own level-0 area is added for every country named.
pub(super) fn gazetteer(sheet: &Sheet, clock: &Clock, issues: &mut Issues) -> GazetteerColumns {
    let mut columns = GazetteerColumns::default();
    let wanted = [LOCATION, LEVEL, PCODE, NAME, PARENT, VALID_FROM];
    let Some(table) = Table::find(sheet, &wanted, issues) else { return columns };
    let (mut seen, mut countries) = (HashSet::new(), HashSet::new());
    for record in table.rows() {
        let Some(line) = line(&record, issues) else { continue };
        if !seen.insert((line.country.clone(), line.pcode.clone())) {
            let reason = format!("{} stands twice in this file", line.pcode);
            issues.push(record.issue(&PCODE, Issue::error("places-pcode-twice", reason, "keep one of the rows")));
            continue;
        }
        if countries.insert(line.country.clone()) {
            columns.push(
                clock,
                Line {
                    row: 0,
                    level: 0,
                    pcode: line.country.clone(),
                    name: String::new(),
                    parent: String::new(),
                    valid_from: None,
                    country: line.country.clone(),
                },
            );
        }
        columns.push(clock, line);
    }
    columns
}

impl GazetteerColumns {
    fn push(&mut self, clock: &Clock, line: Line) {
        self.lines.push(i32::try_from(line.row).unwrap_or(i32::MAX));
        self.ids.push(clock.new_uuid());
        self.countries.push(line.country);
        self.levels.push(line.level);
        self.pcodes.push(line.pcode);
        // A country is named by the list of countries, not by a list of its parts.
        self.names.push(if line.level == 0 { json!({}) } else { json!({ "en": line.name }) });
        self.parents.push((line.level > 0).then_some(line.parent));
        self.valid_from.push(line.valid_from);
    }
}

const ISO3: Column = column("ISO 3166-1 Alpha 3-Codes", &["ISO3", "alpha-3"], &["#country+code+v_iso3"], true);
const ISO2: Column = column("ISO 3166-1 Alpha 2-Codes", &["ISO2", "alpha-2"], &["#country+code+v_iso2"], false);
const ENGLISH: Column = column("English Short", &["Name"], &["#country+name+preferred"], true);
const FRENCH: Column = column("French Short", &["Nom"], &["#country+alt+i_fr+name+v_m49"], false);
const SPANISH: Column = column("Spanish Short", &["Nombre"], &["#country+alt+i_es+name+v_m49"], false);
const PORTUGUESE: Column = column("Portuguese Short", &["Nome"], &[], false);
const ARABIC: Column = column("Arabic Short", &[], &["#country+alt+i_ar+name+v_m49"], false);

/// Countries as columns: codes of three letters, codes of two, names.
#[derive(Default)]
pub(super) struct CountryColumns {
    pub(super) iso3: Vec<String>,
    pub(super) iso2: Vec<Option<String>>,
    pub(super) names: Vec<Value>,
}

/// Reads a list of countries. Lines without a code of three letters are former or partial ones and are passed over with a warning.
pub(super) fn countries(sheet: &Sheet, issues: &mut Issues) -> CountryColumns {
    let mut columns = CountryColumns::default();
    let wanted = [ISO3, ISO2, ENGLISH, FRENCH, SPANISH, PORTUGUESE, ARABIC];
    let Some(table) = Table::find(sheet, &wanted, issues) else { return columns };
    for record in table.rows() {
        let iso3 = record.code(&ISO3, issues).filter(|code| is_iso3(code));
        let english = record.text(&ENGLISH, issues);
        let (Some(iso3), Some(english)) = (iso3, english) else {
            let reason = "there is no ISO code of three letters, or no name";
            issues.push(
                record
                    .issue(&ISO3, Issue::warning("places-country-left-out", reason, "add them, or leave the line out")),
            );
            continue;
        };
        if columns.iso3.contains(&iso3) {
            issues.push(record.issue(
                &ISO3,
                Issue::error("places-country-twice", format!("{iso3} stands twice"), "keep one of the rows"),
            ));
            continue;
        }
        let mut names = serde_json::Map::from_iter([("en".to_owned(), Value::String(english))]);
        for (language, column) in [("fr", &FRENCH), ("es", &SPANISH), ("pt", &PORTUGUESE), ("ar", &ARABIC)] {
            if let Some(name) = record.text(column, issues) {
                names.insert(language.to_owned(), Value::String(name));
            }
        }
        columns.iso2.push(record.code(&ISO2, issues).filter(|code| code.len() == 2));
        columns.iso3.push(iso3);
        columns.names.push(Value::Object(names));
    }
    columns
}
