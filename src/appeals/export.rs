//! The data files of an edition: tables as text with a row of HXL tags below the headings.
//!
//! They say what the page says and no more, one record a row, without titles or totals around them, so that a spreadsheet, a statistics package
//! and the tools of the Humanitarian Exchange Language read them as they are. The JSON file is the edition's document itself, byte for byte what
//! its fingerprint was taken of.

use rust_decimal::Decimal;

use super::figures::{AreaFigures, ContributionFigures, EditionFigures, PublicCount};
use crate::kit::{
    Result,
    sheet::{Cell, CsvWriter},
};

/// A table of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    /// People by area.
    Areas,
    /// What each activity asks for and got.
    Activities,
    /// Contributions and pledges.
    Money,
}

/// A column: its heading and its HXL tag.
type Column = (&'static str, &'static str);

/// The columns that say of which edition a row is, in every table.
const EDITION: [Column; 3] =
    [("appeal_code", "#response+appeal+code"), ("edition", "#meta+edition"), ("as_of", "#date+reported")];
const AREAS: [Column; 8] = [
    ("admin1_code", "#adm1+code+v_pcode"),
    ("admin1_name", "#adm1+name"),
    ("in_need", "#inneed+children"),
    ("targeted", "#targeted+children"),
    ("reached", "#reached+children"),
    ("reached_status", "#meta+reached+status"),
    ("partners_reporting", "#meta+partners+reporting"),
    ("partners_expected", "#meta+partners+expected"),
];
const ACTIVITIES: [Column; 7] = [
    ("activity_code", "#activity+code"),
    ("activity_name", "#activity+name"),
    ("required_usd", "#value+requested+usd"),
    ("funded_usd", "#value+funding+usd"),
    ("missing_usd", "#value+gap+usd"),
    ("unit", "#meta+unit"),
    ("units_planned", "#output+planned+num"),
];
const MONEY: [Column; 7] = [
    ("donor", "#org+funder+name"),
    ("status", "#meta+flow+status"),
    ("counted", "#meta+counted"),
    ("original_amount", "#value+original"),
    ("original_currency", "#currency+code"),
    ("units_per_usd", "#meta+rate"),
    ("amount_usd", "#value+funding+usd"),
];
/// How the figures came about, in every table.
const METHOD: [Column; 3] =
    [("method", "#meta+method"), ("method_version", "#meta+method+version"), ("source", "#meta+source")];

impl Table {
    /// The table that a reader asks for by name.
    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Areas, Self::Activities, Self::Money].into_iter().find(|table| table.name() == name)
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Areas => "areas",
            Self::Activities => "activities",
            Self::Money => "money",
        }
    }

    fn columns(self) -> &'static [Column] {
        match self {
            Self::Areas => &AREAS,
            Self::Activities => &ACTIVITIES,
            Self::Money => &MONEY,
        }
    }

    /// The figure whose method stands for the table's.
    fn figure(self) -> &'static str {
        match self {
            Self::Areas => "people.reached",
            Self::Activities | Self::Money => "money",
        }
    }

    fn rows(self, figures: &EditionFigures) -> Vec<Vec<Cell>> {
        let name = |names: &crate::kit::text::LocalizedText| {
            names.get(figures.appeal.default_language, figures.appeal.default_language).to_owned()
        };
        match self {
            Self::Areas => figures.areas.iter().map(|area| area_row(area, name(&area.names))).collect(),
            Self::Activities => figures
                .activities
                .iter()
                .map(|activity| {
                    let missing = activity.required.zip(activity.funded);
                    let missing = missing.map(|(required, funded)| (required - funded).max(Decimal::ZERO));
                    vec![
                        activity.ref_code.as_str().into(),
                        name(&activity.names).into(),
                        number(activity.required),
                        number(activity.funded),
                        number(missing),
                        activity.unit.as_str().into(),
                        number(activity.unit_target),
                    ]
                })
                .collect(),
            Self::Money => figures.contributions.iter().chain(&figures.pledges).map(money_row).collect(),
        }
    }
}

/// A table of an edition as a file.
///
/// # Errors
/// When it cannot be written.
pub(super) fn csv(figures: &EditionFigures, table: Table) -> Result<Vec<u8>> {
    let columns: Vec<Column> = [&EDITION[..], table.columns(), &METHOD[..]].concat();
    let (headings, tags): (Vec<&str>, Vec<&str>) = columns.into_iter().unzip();
    let mut writer = CsvWriter::new(Vec::new(), &headings, &tags)?;
    let edition: [Cell; 3] =
        [figures.appeal.code.as_str().into(), i64::from(figures.number).into(), figures.as_of.into()];
    let method: [Cell; 3] = match figures.provenance.get(table.figure()) {
        Some(how) => [how.method.as_str().into(), how.method_version.as_str().into(), how.source.as_str().into()],
        None => [Cell::Empty, Cell::Empty, Cell::Empty],
    };
    for row in table.rows(figures) {
        writer.row(&[&edition[..], &row[..], &method[..]].concat())?;
    }
    writer.finish()
}

fn area_row(area: &AreaFigures, name: String) -> Vec<Cell> {
    let status = match area.reached {
        PublicCount::Known(_) => "KNOWN",
        PublicCount::NotReported => "NOT_REPORTED",
        PublicCount::Suppressed => "HIDDEN",
    };
    vec![
        area.pcode.as_str().into(),
        name.into(),
        number(area.in_need),
        number(area.targeted),
        number(area.reached.known()),
        status.into(),
        area.reporting.reported.into(),
        area.reporting.expected.into(),
    ]
}

fn money_row(given: &ContributionFigures) -> Vec<Cell> {
    vec![
        given.donor.as_str().into(),
        given.status.as_str().into(),
        (given.status != "PLEDGE").into(),
        number(given.amount),
        given.currency.as_deref().unwrap_or_default().into(),
        number(given.rate),
        number(given.usd),
    ]
}

/// A number; an empty cell where it is not known, which is not zero.
fn number(value: Option<Decimal>) -> Cell {
    value.map_or(Cell::Empty, |value| value.normalize().into())
}

#[cfg(test)]
mod tests {
    use super::{super::page::sample, *};

    fn lines(table: Table) -> Vec<String> {
        let text = String::from_utf8(csv(&sample(), table).expect("a file")).expect("UTF-8");
        if let Some(folder) = std::env::var_os("DARASA_KEEP_PAGES") {
            let file = std::path::Path::new(&folder).join(format!("{}.csv", table.name()));
            std::fs::write(file, &text).expect("the folder takes files");
        }
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn areas_have_codes_counts_and_words_for_what_is_no_count() {
        let lines = lines(Table::Areas);
        assert_eq!(
            lines[0],
            "appeal_code,edition,as_of,admin1_code,admin1_name,in_need,targeted,reached,reached_status,partners_reporting,partners_expected,method,method_version,source"
        );
        assert!(lines[1].starts_with("#response+appeal+code,#meta+edition,#date+reported,#adm1+code+v_pcode,"));
        assert_eq!(
            lines[2],
            "EDU-XE-2026,4,2026-10-31,XE01,Amsar,214640,96000,71240,KNOWN,9,9,PLACE_CELL_MAX,3,accepted partner reports"
        );
        assert!(lines[7].contains(",XE06,Orash,87750,38500,0,KNOWN,0,0,"), "{}", lines[7]);
        assert!(lines[8].contains(",XE07,Sulwa,52300,21000,,NOT_REPORTED,0,2,"), "{}", lines[8]);
        assert_eq!(lines.len(), 2 + 8, "no totals among the rows");
    }

    #[test]
    fn pledges_are_there_and_not_counted() {
        let lines = lines(Table::Money);
        assert!(lines[3].contains(",Government donor E,COMMITMENT,true,2800000,EUR,0.875,3200000,"), "{}", lines[3]);
        assert!(lines[4].contains(",Government donor F,PLEDGE,false,,,,5000000,"), "{}", lines[4]);
    }

    #[test]
    fn what_is_missing_of_an_activity_that_no_giver_named_is_not_known() {
        let lines = lines(Table::Activities);
        assert!(lines[2].contains(",CA3,Catch-up classes,5640000,,,CHILDREN,47000,"), "{}", lines[2]);
        assert!(lines[3].contains(",13440000,3960000,9480000,TEACHERS,6400,"), "{}", lines[3]);
    }

    #[test]
    fn a_table_is_asked_for_by_its_name() {
        assert_eq!(Table::named("money"), Some(Table::Money));
        assert_eq!(Table::named("Money"), None);
    }
}
