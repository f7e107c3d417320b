//! JSON as the tools of the Humanitarian Exchange Language read it: lists below headings and tags, or objects with the tags as keys.

use serde_json::Value;

use super::{Column, Holds, Record};

pub(super) const END: &str = "]\n";

pub(super) struct Json<'a> {
    columns: &'a [Column],
    objects: bool,
    keys: Vec<String>,
}

impl<'a> Json<'a> {
    pub(super) fn new(columns: &'a [Column], objects: bool) -> Self {
        let keys = columns.iter().map(|column| text(&column.tag)).collect();
        Self { columns, objects, keys }
    }

    pub(super) fn begin(&self) -> String {
        if self.objects {
            return "[".to_owned();
        }
        let names: Vec<String> = self.columns.iter().map(|column| text(&column.name)).collect();
        format!("[[{}],\n[{}]", names.join(","), self.keys.join(","))
    }

    pub(super) fn record(&self, is_first: bool, record: &Record) -> String {
        let values = self.columns.iter().zip(record).map(|(column, cell)| value(column.holds, cell.as_deref()));
        let comma = if is_first && self.objects { "" } else { "," };
        if self.objects {
            let members: Vec<String> =
                self.keys.iter().zip(values).map(|(key, value)| format!("{key}:{value}")).collect();
            return format!("{comma}\n{{{}}}", members.join(","));
        }
        format!("{comma}\n[{}]", values.collect::<Vec<_>>().join(","))
    }
}

pub(super) fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A cell as JSON. Numbers stand as they were written, so that no digit is lost.
pub(super) fn value(holds: Holds, cell: Option<&str>) -> String {
    match cell {
        None => "null".to_owned(),
        Some(number) if holds == Holds::Number && number.parse::<rust_decimal::Decimal>().is_ok() => number.to_owned(),
        Some(other) => text(other),
    }
}
