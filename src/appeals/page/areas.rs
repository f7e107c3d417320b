//! People by area: the map and its table, the largest gap first.

use rust_decimal::Decimal;

use super::{
    super::figures::{AreaFigures, EditionFigures, PublicCount, Reporting},
    bar::{self, Bar},
    map::{self, Map},
    words::{DASH, Words},
};

/// How many areas the heading names.
const NAMED: usize = 3;

/// The section of the areas.
pub(super) struct Areas {
    pub(super) heading: String,
    pub(super) silent: Option<String>,
    pub(super) map: Option<Map>,
    pub(super) rows: Vec<AreaRow>,
    pub(super) total: AreaRow,
}

/// A row of the table.
pub(super) struct AreaRow {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) in_need: String,
    pub(super) targeted: String,
    pub(super) reached: String,
    pub(super) of_target: OfTarget,
    pub(super) bar: Bar,
    pub(super) gap: Gap,
    pub(super) partners: String,
}

/// What is said of an area beside its numbers.
pub(super) enum OfTarget {
    Share(String),
    NoReport(String),
}

/// Target less reached.
pub(super) enum Gap {
    Missing(String),
    Over(String),
    Unknown(String),
}

/// Whether some counts of the edition are hidden, because they are small or would tell those that are.
pub(super) fn hides(figures: &EditionFigures) -> bool {
    let people = &figures.people;
    let areas = figures.areas.iter().map(|area| area.reached);
    let mut all = areas
        .chain(figures.groups.iter().map(|group| group.reached))
        .chain(figures.indicators.iter().map(|indicator| indicator.value))
        .chain([people.reached, people.services, people.upper_bound]);
    all.any(|count| count == PublicCount::Suppressed)
}

/// The section; none where the edition speaks of no area.
pub(super) fn areas(figures: &EditionFigures, words: Words<'_>) -> Option<Areas> {
    let sorted = figures.areas_by_gap();
    let scale = sorted.iter().flat_map(|area| [area.targeted, area.reached.known()]).flatten().max();
    let scale = scale.unwrap_or_default();
    let whole = whole(figures);
    (!sorted.is_empty()).then(|| Areas {
        heading: heading(&sorted, words),
        silent: silent(&sorted, words),
        map: map::draw(&sorted, words),
        rows: sorted.iter().map(|area| row(area, scale, words)).collect(),
        total: row(&whole, Decimal::ZERO, words),
    })
}

/// The whole country as a row of its own. It is no sum of the rows above: a partner in several areas counts once.
fn whole(figures: &EditionFigures) -> AreaFigures {
    AreaFigures {
        pcode: String::new(),
        names: figures.appeal.country.clone(),
        in_need: figures.people.in_need,
        targeted: figures.people.targeted,
        reached: figures.people.reached,
        reporting: figures.reporting,
        outline: None,
    }
}

fn row(area: &AreaFigures, scale: Decimal, words: Words<'_>) -> AreaRow {
    let of_target = match area.reached {
        PublicCount::NotReported => OfTarget::NoReport(words.text("appeal-no-report", &[])),
        PublicCount::Known(_) | PublicCount::Suppressed => {
            let share = words.share(area.reached.known(), area.targeted);
            OfTarget::Share(share.unwrap_or_else(|| DASH.to_owned()))
        }
    };
    let gap = match area.gap() {
        None => Gap::Unknown(words.text("appeal-unknown", &[])),
        Some(gap) if gap < Decimal::ZERO => {
            Gap::Over(words.text("appeal-over", &[("count", words.people(Some(-gap)).into())]))
        }
        gap => Gap::Missing(words.people(gap)),
    };
    AreaRow {
        name: words.name(&area.names).to_owned(),
        code: area.pcode.clone(),
        in_need: words.people(area.in_need),
        targeted: words.people(area.targeted),
        reached: words.public(area.reached),
        of_target,
        bar: bar::progress(area.reached, area.targeted, scale),
        gap,
        partners: partners(area.reporting, words),
    }
}

/// How many of the partners that had to report did.
pub(super) fn partners(reporting: Reporting, words: Words<'_>) -> String {
    if reporting.expected == 0 {
        return words.text("appeal-none-active", &[]);
    }
    words.text("appeal-of", &[("reported", reporting.reported.into()), ("expected", reporting.expected.into())])
}

/// The finding: which areas are furthest from their targets.
fn heading(sorted: &[&AreaFigures], words: Words<'_>) -> String {
    let behind = sorted.iter().filter(|area| area.gap().is_some_and(|gap| gap > Decimal::ZERO));
    let names: Vec<&str> = behind.take(NAMED).map(|area| words.name(&area.names)).collect();
    let key = match names.len() {
        0 if sorted.iter().any(|area| area.gap().is_some()) => "appeal-areas-met",
        0 => "appeal-areas-none",
        1 => "appeal-area-furthest",
        _ => "appeal-areas-furthest",
    };
    words.text(key, &[("areas", words.list(&names).into())])
}

/// The areas that were to report and did not.
fn silent(sorted: &[&AreaFigures], words: Words<'_>) -> Option<String> {
    let silent = sorted.iter().filter(|area| area.reached == PublicCount::NotReported && area.targeted.is_some());
    let names: Vec<&str> = silent.map(|area| words.name(&area.names)).collect();
    (!names.is_empty()).then(|| words.text("appeal-areas-silent", &[("areas", words.list(&names).into())]))
}
