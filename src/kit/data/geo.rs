//! GeoJSON (RFC 7946): each record is a place with its cells as properties.

use super::{
    Column, Record,
    json::{text, value},
};

pub(super) const BEGIN: &str = "{\"type\":\"FeatureCollection\",\"features\":[";
pub(super) const END: &str = "]}\n";

pub(super) struct Geo<'a> {
    columns: &'a [Column],
    keys: Vec<String>,
}

impl<'a> Geo<'a> {
    pub(super) fn new(columns: &'a [Column]) -> Self {
        Self { columns, keys: columns.iter().map(|column| text(&column.name)).collect() }
    }

    pub(super) fn record(&self, is_first: bool, record: &Record) -> String {
        let members = self.columns.iter().zip(&self.keys).zip(record);
        let members: Vec<String> =
            members.map(|((column, key), cell)| format!("{key}:{}", value(column.holds, cell.as_deref()))).collect();
        let geometry = record.get(self.columns.len()).and_then(Option::as_deref).unwrap_or("null");
        let comma = if is_first { "" } else { "," };
        format!("{comma}\n{{\"type\":\"Feature\",\"geometry\":{geometry},\"properties\":{{{}}}}}", members.join(","))
    }
}
