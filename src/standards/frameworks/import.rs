//! Reads a table of key actions: one row for each, with the code of its standard, its number there, and its text.

use std::collections::{HashMap, HashSet};

use super::{
    model::{Standard, StandardId},
    store::KeyActionColumns,
};
use crate::kit::{
    Clock,
    sheet::{Column, Issue, Issues, Record, Sheet, Table},
};

/// The most key actions that a standard has.
const MOST: i64 = 99;
/// The longest text of one.
const LONGEST: usize = 2000;

const fn column(name: &'static str, synonyms: &'static [&'static str]) -> Column {
    Column { name, synonyms, hxl: &[], required: true }
}

const STANDARD: Column = column("Standard", &["Standard code", "Code", "Norme", "Norma"]);
const NUMBER: Column = column("Key action", &["Key action no", "Number", "No", "Action clé", "Acción clave"]);
const TEXT: Column = column("Text", &["Key action text", "Texte", "Texto", "نص"]);

/// Reads the key actions of an edition.
pub(super) fn read(sheet: &Sheet, standards: &[Standard], clock: &Clock, issues: &mut Issues) -> KeyActionColumns {
    let mut columns = KeyActionColumns::default();
    let Some(table) = Table::find(sheet, &[STANDARD, NUMBER, TEXT], issues) else { return columns };
    let known: HashMap<String, &Standard> =
        standards.iter().map(|standard| (standard.code.to_uppercase(), standard)).collect();
    let mut seen = HashSet::new();
    for record in table.rows() {
        let Some((standard, number, text)) = line(&record, &known, issues) else { continue };
        if seen.insert((standard.id, number)) {
            columns.push(clock, standard, number, text);
        } else {
            let reason = format!("key action {number} of {} stands twice in this file", standard.code);
            issues.push(record.issue(&NUMBER, Issue::error("key-action-twice", reason, "keep one of the rows")));
        }
    }
    columns
}

fn line<'s>(
    record: &Record<'_>,
    known: &HashMap<String, &'s Standard>,
    issues: &mut Issues,
) -> Option<(&'s Standard, i32, String)> {
    let code = record.code(&STANDARD, issues);
    let number = record.count(&NUMBER, issues);
    let text = record.text(&TEXT, issues);
    for needed in [&STANDARD, &NUMBER, &TEXT] {
        record.require(needed, issues);
    }
    let standard = code.and_then(|code| {
        let found = known.get(&code.to_uppercase()).copied();
        if found.is_none() {
            let reason = format!("`{code}` is no standard of this edition");
            let mend = "write the code as the list of standards has it, such as INEE-2024-03";
            issues.push(record.issue(&STANDARD, Issue::error("standard-unknown", reason, mend)));
        }
        found
    });
    let number = number.and_then(|number| {
        let found = i32::try_from(number).ok().filter(|_| (1..=MOST).contains(&number));
        if found.is_none() {
            let reason = format!("{number} is no number of a key action");
            issues.push(record.issue(&NUMBER, Issue::error("key-action-number", reason, "write 1 to 99")));
        }
        found
    });
    let text = text.filter(|text| {
        let fits = text.chars().count() <= LONGEST;
        if !fits {
            let reason = "the text has more than 2,000 characters";
            issues.push(record.issue(&TEXT, Issue::error("key-action-text", reason, "shorten it")));
        }
        fits
    });
    Some((standard?, number?, text?))
}

impl KeyActionColumns {
    fn push(&mut self, clock: &Clock, standard: &Standard, number: i32, text: String) {
        self.ids.push(clock.new_uuid());
        self.standards.push(StandardId::uuid(standard.id));
        self.numbers.push(number);
        self.codes.push(format!("{}.{number}", standard.code));
        self.texts.push(text);
    }
}
