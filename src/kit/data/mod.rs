//! Tables as files for other programs: headings, a row of HXL tags, records, and nothing above, between or below.
//!
//! A table is its columns and its records, wherever they come from; each format writes them the same, whether they lie in memory or come one by one.

mod geo;
mod json;
mod outlet;
mod xlsx;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use outlet::{Records, Written, stream};
pub use xlsx::MOST_ROWS;

use super::{
    Error, Result,
    sheet::{Cell, CsvWriter},
};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Holds {
    /// Text.
    Text,
    /// Exact numbers.
    Number,
    /// Days, as ISO 8601 has them.
    Day,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Its HXL tag.
    pub tag: String,
    /// What its cells hold.
    pub holds: Holds,
}

impl Column {
    /// A column of text.
    pub fn text(name: impl Into<String>, tag: impl Into<String>) -> Self {
        Self { name: name.into(), tag: tag.into(), holds: Holds::Text }
    }

    /// A column of numbers.
    pub fn number(name: impl Into<String>, tag: impl Into<String>) -> Self {
        Self { name: name.into(), tag: tag.into(), holds: Holds::Number }
    }

    /// A column of days.
    pub fn day(name: impl Into<String>, tag: impl Into<String>) -> Self {
        Self { name: name.into(), tag: tag.into(), holds: Holds::Day }
    }
}

/// The cells of a record, in the order of the columns; none where nothing is known. Beyond the columns stands its geometry as GeoJSON, where the
/// table has one and it was asked for.
pub type Record = Vec<Option<String>>;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values, RFC 4180.
    Csv,
    /// A workbook.
    Xlsx,
    /// A list of lists: headings, tags, records.
    Json,
    /// A list of objects with the tags as keys.
    Objects,
    /// Places with their records as properties.
    GeoJson,
}

impl Format {
    /// The format of files that end like this; with `objects`, JSON as objects.
    pub fn named(ending: &str, objects: bool) -> Option<Self> {
        match (ending, objects) {
            ("csv", false) => Some(Self::Csv),
            ("xlsx", false) => Some(Self::Xlsx),
            ("json", false) => Some(Self::Json),
            ("json", true) => Some(Self::Objects),
            ("geojson", false) => Some(Self::GeoJson),
            _ => None,
        }
    }

    /// How its files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json | Self::Objects => "json",
            Self::GeoJson => "geojson",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json | Self::Objects => "application/json",
            Self::GeoJson => "application/geo+json",
        }
    }
}

/// A table that lies in memory, as a file.
///
/// # Errors
/// When it cannot be written; a workbook holds no more than [`MOST_ROWS`] records.
pub fn write(format: Format, name: &str, columns: &[Column], records: &[Record]) -> Result<Vec<u8>> {
    match format {
        Format::Csv => csv(columns, records),
        Format::Xlsx => {
            let mut book = xlsx::Book::new(name, columns)?;
            records.iter().try_for_each(|record| book.row(record))?;
            book.finish()
        }
        Format::Json | Format::Objects | Format::GeoJson => {
            let writer = TextWriter::new(format, columns);
            let mut text = writer.begin();
            for (index, record) in records.iter().enumerate() {
                text.push_str(&writer.record(index == 0, record));
            }
            text.push_str(writer.end());
            Ok(text.into_bytes())
        }
    }
}

fn csv(columns: &[Column], records: &[Record]) -> Result<Vec<u8>> {
    let mut writer = head(columns)?;
    for record in records {
        let cells: Vec<Cell> =
            columns.iter().zip(record).map(|(column, text)| cell(column.holds, text.as_deref())).collect();
        writer.row(&cells)?;
    }
    writer.finish()
}

/// A text file that begins with the headings and tags.
fn head(columns: &[Column]) -> Result<CsvWriter<Vec<u8>>> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let tags: Vec<&str> = columns.iter().map(|column| column.tag.as_str()).collect();
    // Tags begin with a sign that no spreadsheet program takes for a formula, so they stand as they are.
    CsvWriter::new(Vec::new(), &names, &tags)
}

/// A text as the cell that it is.
fn cell(holds: Holds, text: Option<&str>) -> Cell {
    let Some(text) = text else { return Cell::Empty };
    match holds {
        Holds::Text => text.into(),
        Holds::Number => text.parse::<rust_decimal::Decimal>().map_or_else(|_| text.into(), Cell::Number),
        Holds::Day => text.parse::<NaiveDate>().map_or_else(|_| text.into(), Cell::Date),
    }
}

/// What the formats that are JSON have in common.
enum TextWriter<'a> {
    Json(json::Json<'a>),
    Geo(geo::Geo<'a>),
}

impl<'a> TextWriter<'a> {
    fn new(format: Format, columns: &'a [Column]) -> Self {
        match format {
            Format::GeoJson => Self::Geo(geo::Geo::new(columns)),
            _ => Self::Json(json::Json::new(columns, format == Format::Objects)),
        }
    }

    fn begin(&self) -> String {
        match self {
            Self::Json(json) => json.begin(),
            Self::Geo(_) => geo::BEGIN.to_owned(),
        }
    }

    fn record(&self, is_first: bool, record: &Record) -> String {
        match self {
            Self::Json(json) => json.record(is_first, record),
            Self::Geo(geo) => geo.record(is_first, record),
        }
    }

    fn end(&self) -> &'static str {
        match self {
            Self::Json(_) => json::END,
            Self::Geo(_) => geo::END,
        }
    }
}

/// Comma-separated lines of ours as records.
///
/// # Errors
/// When they are none.
fn parse(lines: &[u8]) -> Result<Vec<Record>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(lines);
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let records = reader.records().map(|record| Ok(record.map_err(Error::internal)?.iter().map(some).collect()));
    records.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        vec![
            Column::text("org_name", "#org+name"),
            Column::number("reached", "#reached"),
            Column::day("on", "#date+reported"),
        ]
    }

    fn records() -> Vec<Record> {
        let cells = |name: &str, number: &str, day: &str| {
            [name, number, day].map(|text| (!text.is_empty()).then(|| text.to_owned())).to_vec()
        };
        vec![cells("=cmd|x", "-1.50", "2026-01-31"), cells("Save \"all\"", "", "")]
    }

    fn written(format: Format) -> String {
        String::from_utf8(write(format, "table", &columns(), &records()).expect("written")).expect("UTF-8")
    }

    #[test]
    fn text_files_guard_text_and_no_number() {
        let expected = "org_name,reached,on\r\n#org+name,#reached,#date+reported\r\n'=cmd|x,-1.50,2026-01-31\r\n\"Save \"\"all\"\"\",,\r\n";
        assert_eq!(written(Format::Csv), expected);
    }

    #[test]
    fn json_is_lists_or_objects_and_keeps_numbers_exact() {
        let lists = r##"[["org_name","reached","on"],
["#org+name","#reached","#date+reported"],
["=cmd|x",-1.50,"2026-01-31"],
["Save \"all\"",null,null]]
"##;
        assert_eq!(written(Format::Json), lists);
        let objects = r##"[
{"#org+name":"=cmd|x","#reached":-1.50,"#date+reported":"2026-01-31"},
{"#org+name":"Save \"all\"","#reached":null,"#date+reported":null}]
"##;
        assert_eq!(written(Format::Objects), objects);
        let empty = write(Format::Objects, "t", &columns(), &[]).expect("written");
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&empty).expect("JSON"), serde_json::json!([]));
    }

    #[test]
    fn places_have_their_geometry_or_none() {
        let mut records = records();
        records[0].push(Some(r#"{"type":"Point","coordinates":[1,2]}"#.to_owned()));
        records[1].push(None);
        let text = write(Format::GeoJson, "t", &columns(), &records).expect("written");
        let json: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
        assert_eq!(json["features"][0]["geometry"]["coordinates"], serde_json::json!([1, 2]));
        assert_eq!(json["features"][1]["geometry"], serde_json::Value::Null);
        assert_eq!(json["features"][1]["properties"]["org_name"], "Save \"all\"");
    }

    #[test]
    fn lines_read_back_as_the_records_they_were() {
        assert_eq!(parse(b"a,\"b\n\"\"c\"\"\",\n,,3\n").expect("lines").len(), 2);
        assert_eq!(parse(b"\"x,y\",,1\n").expect("lines")[0], [Some("x,y".to_owned()), None, Some("1".to_owned())]);
    }

    #[test]
    fn a_format_is_known_by_its_ending() {
        for ending in ["csv", "xlsx", "json", "geojson"] {
            assert_eq!(Format::named(ending, false).map(Format::ending), Some(ending));
        }
        assert_eq!(Format::named("json", true), Some(Format::Objects));
        assert_eq!(Format::named("csv", true), None);
        assert_eq!(Format::named("pdf", false), None);
    }
}
