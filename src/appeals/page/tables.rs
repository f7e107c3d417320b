//! The smaller tables of the page: indicators, who was reached, how each figure came about, and the editions.

use rust_decimal::Decimal;

use super::{
    super::{
        figures::{ChangeOfFigure, EditionFigures, IndicatorFigures, PublicCount},
        gather,
    },
    bar::{self, Bar},
    words::{DASH, Words},
};
use crate::{appeals::store::public::EditionLink, monitoring};

/// A row of the indicators.
pub(super) struct IndicatorRow {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) value: String,
    pub(super) target: String,
    pub(super) bar: Option<Bar>,
    pub(super) progress: String,
}

/// A row of who was reached.
pub(super) struct GroupRow {
    pub(super) name: String,
    pub(super) reached: String,
    pub(super) share: String,
}

/// How a figure came about.
pub(super) struct MethodRow {
    pub(super) figure: String,
    pub(super) method: String,
    pub(super) version: String,
    pub(super) as_of: String,
    pub(super) source: String,
}

/// A row of the editions.
pub(super) struct EditionRow {
    pub(super) number: i32,
    pub(super) is_this: bool,
    pub(super) published: String,
    pub(super) changed: Vec<String>,
}

/// The indicators, in the order of the plan.
pub(super) fn indicators(figures: &EditionFigures, words: Words<'_>) -> Vec<IndicatorRow> {
    figures.indicators.iter().map(|indicator| indicator_row(indicator, words)).collect()
}

fn indicator_row(indicator: &IndicatorFigures, words: Words<'_>) -> IndicatorRow {
    // A ratio is a share already; how far a share has come of another says nothing.
    let is_ratio = indicator.denominator.is_some();
    let (value, target) = (indicator.value.known(), indicator.target.filter(|_| !is_ratio));
    let counted = match words.share(value, indicator.denominator.and_then(PublicCount::known)) {
        Some(share) => share,
        None if is_ratio && indicator.value != PublicCount::Suppressed => DASH.to_owned(),
        None => words.figure(indicator.value),
    };
    // The longest bar of a table is the progress that the page can show; the target stands at four fifths of it.
    let scale = target
        .and_then(|target| target.checked_mul(Decimal::new(125, 2)))
        .map(|scale| value.map_or(scale, |value| value.max(scale)));
    IndicatorRow {
        name: words.name(&indicator.names).to_owned(),
        unit: indicator.unit.clone(),
        value: counted,
        target: words.number(indicator.target),
        bar: scale.map(|scale| bar::progress(indicator.value, target, scale)),
        progress: words.share(value, target).unwrap_or_else(|| DASH.to_owned()),
    }
}

/// Who was reached.
pub(super) fn groups(figures: &EditionFigures, words: Words<'_>) -> Vec<GroupRow> {
    let row = |group: &super::super::figures::GroupFigures| GroupRow {
        name: words.name(&group.labels).to_owned(),
        reached: words.public(group.reached),
        share: words.share(group.reached.known(), figures.people.reached.known()).unwrap_or_else(|| DASH.to_owned()),
    };
    figures.groups.iter().map(row).collect()
}

/// How each figure came about.
pub(super) fn methods(figures: &EditionFigures, words: Words<'_>) -> Vec<MethodRow> {
    let row = |(figure, how): (&String, &super::super::figures::Provenance)| MethodRow {
        figure: figure_name(figure, words),
        method: how.method.clone(),
        version: words.text("appeal-version", &[("version", how.method_version.as_str().into())]),
        as_of: words.say.date(how.as_of),
        source: source_name(&how.source, words),
    };
    figures.provenance.iter().map(row).collect()
}

/// The editions, the last first. What changed is what the publisher says; of this edition, else the figures that differ.
pub(super) fn editions(figures: &EditionFigures, all: &[EditionLink], words: Words<'_>) -> Vec<EditionRow> {
    let row = |edition: &EditionLink| {
        let is_this = edition.number == figures.number;
        EditionRow {
            number: edition.number,
            is_this,
            published: words.say.date(edition.published_at.date_naive()),
            changed: match &edition.note {
                Some(note) => vec![note.clone()],
                None if edition.number == 1 => vec![words.text("appeal-first-publication", &[])],
                None if is_this => figures.changes.iter().map(|change| changed(change, words)).collect(),
                None => Vec::new(),
            },
        }
    };
    all.iter().map(row).collect()
}

fn changed(change: &ChangeOfFigure, words: Words<'_>) -> String {
    let args = [
        ("figure", figure_name(&change.figure, words).into()),
        ("before", words.figure(change.before).into()),
        ("after", words.figure(change.after).into()),
    ];
    words.text("appeal-change", &args)
}

/// Where a figure comes from: what the program says of it, in the reader's language, or the words of whoever stated it.
pub(super) fn source_name(source: &str, words: Words<'_>) -> String {
    let key = match source {
        gather::MONEY_SOURCE => "appeal-source-contributions",
        monitoring::SOURCE => "appeal-source-reports",
        _ => return source.to_owned(),
    };
    words.text(key, &[])
}

/// What a figure is called; one without a name of its own keeps its key.
fn figure_name(figure: &str, words: Words<'_>) -> String {
    let key = match figure {
        "people.inNeed" => "appeal-in-need",
        "people.targeted" => "appeal-targeted",
        "people.reached" => "appeal-reached",
        "money" => "appeal-money",
        "standards" => "appeal-standards",
        "money.requirement" => "appeal-required",
        "money.funded" => "appeal-received",
        "money.pledged" => "appeal-status-pledge",
        _ => return figure.to_owned(),
    };
    words.text(key, &[])
}
