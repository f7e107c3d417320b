//! The figures of an edition as tables: a heading row, a row of HXL tags, and nothing above or below.

use rust_decimal::Decimal;

use super::figures::{ContributionFigures, EditionFigures, PublicCount};
use crate::kit::{
    Error, Result,
    sheet::{Cell, CsvWriter},
    text::Language,
};

/// The people of each area. A hidden count and one that was not reported are both empty; the status column tells them apart.
///
/// # Errors
/// When the table cannot be written.
pub(super) fn areas(figures: &EditionFigures) -> Result<String> {
    let headings = [
        "appeal_code",
        "edition",
        "as_of",
        "admin1_code",
        "admin1_name",
        "in_need",
        "targeted",
        "reached",
        "reached_status",
        "partners_reporting",
        "partners_expected",
    ];
    let tags = [
        "#response+appeal+code",
        "#meta+edition",
        "#date+reported",
        "#adm1+code+v_pcode",
        "#adm1+name",
        "#inneed+education",
        "#targeted+education",
        "#reached+education",
        "#status+reached",
        "#org+num+reporting",
        "#org+num+expected",
    ];
    let mut table = CsvWriter::new(Vec::new(), &headings, &tags)?;
    for area in &figures.areas {
        let status = match area.reached {
            PublicCount::Known(_) => "known",
            PublicCount::NotReported => "not reported",
            PublicCount::Suppressed => "hidden",
        };
        table.row(&[
            figures.appeal.code.as_str().into(),
            i64::from(figures.number).into(),
            figures.as_of.into(),
            area.pcode.as_str().into(),
            area.names.get(Language::En, figures.appeal.default_language).into(),
            plain(area.in_need),
            plain(area.targeted),
            plain(area.reached.known()),
            status.into(),
            area.reporting.reported.into(),
            area.reporting.expected.into(),
        ])?;
    }
    finish(table)
}

/// The contributions, and the pledges, which are never counted.
///
/// # Errors
/// When the table cannot be written.
pub(super) fn money(figures: &EditionFigures) -> Result<String> {
    let headings =
        ["appeal_code", "edition", "as_of", "donor", "status", "amount", "currency", "exchange_rate", "funding_usd"];
    let tags = [
        "#response+appeal+code",
        "#meta+edition",
        "#date+reported",
        "#org+funder+name",
        "#status+funding",
        "#value+original",
        "#currency+code",
        "#value+rate",
        "#value+funding+usd",
    ];
    let mut table = CsvWriter::new(Vec::new(), &headings, &tags)?;
    for given in figures.contributions.iter().chain(&figures.pledges) {
        table.row(&contribution(figures, given))?;
    }
    finish(table)
}

fn contribution(figures: &EditionFigures, given: &ContributionFigures) -> [Cell; 9] {
    [
        figures.appeal.code.as_str().into(),
        i64::from(figures.number).into(),
        figures.as_of.into(),
        given.donor.as_str().into(),
        given.status.as_str().into(),
        plain(given.amount),
        given.currency.as_deref().unwrap_or_default().into(),
        plain(given.rate),
        plain(given.usd),
    ]
}

fn plain(value: Option<Decimal>) -> Cell {
    value.map(|value| value.normalize()).into()
}

fn finish(table: CsvWriter<Vec<u8>>) -> Result<String> {
    String::from_utf8(table.finish()?).map_err(Error::internal)
}
