//! The page behind a shared link: headline figures, what is missing, who is where, method, files.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    model::{Publication, PublishedTable, ShareLink},
    shared::{Shown, TABLES},
};
use crate::{
    kit::text::{InLanguage, Language},
    monitoring::{
        calculation::{Share, gap},
        tables::TableKind,
    },
};

/// Stands for what is not known. It is never zero.
const DASH: &str = "—";

/// A headline figure.
struct Tile {
    name: String,
    value: String,
    note: String,
    tone: &'static str,
}

/// An area in the table of gaps.
struct AreaLine {
    name: String,
    code: String,
    in_need: String,
    targeted: String,
    reached: String,
    share: String,
    gap: String,
    severity: String,
    weighted: String,
}

/// An area in the table of presence.
struct PresenceLine {
    name: String,
    code: String,
    organisations: String,
    activities: String,
}

/// A table to take: its name, and how its files begin.
struct File {
    name: String,
    slug: String,
    has_areas: bool,
}

/// The page.
#[derive(Template)]
#[template(path = "monitoring/templates/shared.html")]
pub(super) struct Page<'a> {
    say: InLanguage<'a>,
    languages: &'static [Language],
    base: String,
    kicker: String,
    code: &'a str,
    title: String,
    has_name: bool,
    as_of: String,
    period: String,
    number: String,
    published: String,
    partners: String,
    tiles: Vec<Tile>,
    areas: Vec<AreaLine>,
    presence: Vec<PresenceLine>,
    files: Vec<File>,
    hidden_note: Option<String>,
    method: String,
    expires: String,
    hash: String,
}

/// The page of a link.
pub(super) fn page<'a>(
    link: &ShareLink,
    publication: &Publication,
    shown: &'a Shown,
    secret: &str,
    say: InLanguage<'a>,
) -> Page<'a> {
    let (content, language) = (&shown.content, say.language());
    let figures = &content.figures;
    let plan = content.plan.names.get(language, content.plan.language);
    let threshold = Decimal::from(content.small_cell_threshold);
    Page {
        say,
        languages: Language::ALL,
        base: format!("/share/{secret}"),
        kicker: content.plan.operation.get(language, content.plan.language).to_owned(),
        code: &content.plan.code,
        has_name: !plan.is_empty(),
        title: if plan.is_empty() { say.text("shared-title", &[]) } else { plan.to_owned() },
        as_of: publication.as_of.map_or_else(|| DASH.to_owned(), |as_of| say.date(as_of.date_naive())),
        period: say.text(
            "shared-dates",
            &[("from", say.date(content.starts_on).into()), ("to", say.date(content.ends_on).into())],
        ),
        number: say.number(Decimal::from(publication.number)),
        published: say.date(publication.published_at.date_naive()),
        partners: of(figures.partners_reporting, say),
        tiles: tiles(shown, say),
        areas: areas(shown, say),
        presence: presence(shown, link, say),
        files: TABLES.iter().map(|kind| the_file(*kind, say)).collect(),
        hidden_note: shown
            .hides
            .then(|| say.text("appeal-suppressed-note", &[("threshold", say.number(threshold).into())])),
        method: format!("{} {}", figures.method, figures.method_version),
        expires: say.text("shared-expires", &[("date", say.date(link.expires_at.date_naive()).into())]),
        hash: hex::encode(&publication.hash),
    }
}

fn the_file(kind: TableKind, say: InLanguage<'_>) -> File {
    let name = say.text("shared-table", &[("table", kind.as_str().into())]);
    File { name, slug: kind.slug(), has_areas: kind.has_areas() }
}

/// So many of so many.
fn of(share: Share, say: InLanguage<'_>) -> String {
    let part = |number: Option<Decimal>| number.map_or_else(|| DASH.to_owned(), |number| say.number(number));
    let args = [("reported", part(share.numerator).into()), ("expected", part(share.denominator).into())];
    say.text("appeal-of", &args)
}

fn people(number: Option<Decimal>, say: InLanguage<'_>) -> String {
    let whole = |number: Decimal| number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    number.map_or_else(|| DASH.to_owned(), |number| say.number(whole(number)))
}

fn tiles(shown: &Shown, say: InLanguage<'_>) -> Vec<Tile> {
    let figures = &shown.content.figures;
    let reach = |number: Option<Decimal>| {
        if shown.hides_whole { say.text("appeal-suppressed", &[]) } else { people(number, say) }
    };
    let tile = |name: &str, value: String, note: String, tone: &'static str| Tile {
        name: say.text(name, &[]),
        value,
        note,
        tone,
    };
    let share = figures.reached.zip(figures.target).and_then(|(reached, target)| say.percent(reached, target));
    let share = share.map(|share| say.text("appeal-reached-share", &[("share", share.into())])).unwrap_or_default();
    let missing = gap(figures.target, figures.reached);
    vec![
        tile("appeal-in-need", people(figures.in_need, say), String::new(), ""),
        tile("appeal-targeted", people(figures.target, say), String::new(), ""),
        tile("appeal-reached", reach(figures.reached), share, ""),
        tile("appeal-gap", reach(missing), String::new(), "gap"),
        tile("shared-services", reach(figures.services), say.text("shared-services-note", &[]), ""),
        tile("shared-upper-bound", reach(figures.upper_bound), say.text("shared-upper-bound-note", &[]), ""),
    ]
}

/// A record by the names of its columns.
struct Named<'t> {
    table: &'t PublishedTable,
    record: &'t [Option<String>],
}

impl<'t> Named<'t> {
    fn all(table: &'t PublishedTable) -> impl Iterator<Item = Named<'t>> {
        table.filled.records.iter().map(move |record| Named { table, record })
    }

    fn text(&self, name: &str) -> Option<&'t str> {
        let place = self.table.columns.iter().position(|column| column.name == name)?;
        self.record.get(place)?.as_deref()
    }

    fn number(&self, name: &str) -> Option<Decimal> {
        self.text(name)?.parse().ok()
    }

    /// The deepest area that it names, and its P-code.
    fn area(&self) -> (String, String) {
        let level = |level: u8| {
            let code = self.text(&format!("admin{level}_code"))?;
            Some((self.text(&format!("admin{level}_name")).unwrap_or(code).to_owned(), code.to_owned()))
        };
        (1..=3).rev().find_map(level).unwrap_or_default()
    }
}

fn areas(shown: &Shown, say: InLanguage<'_>) -> Vec<AreaLine> {
    let Some(table) = shown.table(TableKind::Gaps) else { return Vec::new() };
    let mut records: Vec<Named<'_>> = Named::all(table).collect();
    records.sort_by_key(|record| {
        let gap = record.number("gap_to_need").or_else(|| record.number("in_need")).unwrap_or_default();
        (record.number("rank").is_none(), record.number("rank").unwrap_or_default(), -gap)
    });
    let line = |record: &Named<'_>| {
        let (name, code) = record.area();
        let hidden = record.text("reached_status") == Some("HIDDEN");
        let number = |column: &str| people(record.number(column), say);
        let reach = |column: &str| if hidden { say.text("appeal-suppressed", &[]) } else { number(column) };
        let share = record.number("reached").zip(record.number("targeted"));
        let share = share.and_then(|(part, whole)| say.percent(part, whole)).unwrap_or_else(|| DASH.to_owned());
        AreaLine {
            name,
            code,
            in_need: number("in_need"),
            targeted: number("targeted"),
            reached: reach("reached"),
            share: if hidden { say.text("appeal-suppressed", &[]) } else { share },
            gap: reach("gap_to_target"),
            severity: number("severity"),
            weighted: reach("severity_weighted_gap"),
        }
    };
    records.iter().map(line).collect()
}

/// Organisations and activities of an area.
type Present<'a> = (BTreeSet<&'a str>, BTreeSet<String>);

/// Who is in each area: how many organisations, by name where the link names them, and which activities.
fn presence(shown: &Shown, link: &ShareLink, say: InLanguage<'_>) -> Vec<PresenceLine> {
    let Some(table) = shown.table(TableKind::Presence) else { return Vec::new() };
    let mut by_area: BTreeMap<(String, String), Present<'_>> = BTreeMap::new();
    for record in Named::all(table) {
        let (name, code) = record.area();
        let (organisations, activities) = by_area.entry((code, name)).or_default();
        organisations.extend(record.text("org_name"));
        let code = record.text("activity_code").unwrap_or_default();
        let name = record.text("activity_name").unwrap_or_default();
        activities.insert(format!("{code} {name}").trim().to_owned());
    }
    let counted = shown.table(TableKind::Gaps).map(|gaps| {
        Named::all(gaps)
            .map(|record| (record.area().1, record.number("partners_reporting")))
            .collect::<BTreeMap<_, _>>()
    });
    let comma = if say.language() == Language::Ar { "، " } else { ", " };
    let line = |((code, name), (organisations, activities)): ((String, String), Present<'_>)| {
        let number = counted.as_ref().and_then(|counted| counted.get(&code).copied().flatten());
        let names: Vec<&str> = organisations.into_iter().collect();
        let told = if link.names_partners { names.join(comma) } else { people(number, say) };
        let activities: Vec<String> = activities.into_iter().collect();
        PresenceLine { name, code, organisations: told, activities: activities.join(comma) }
    };
    by_area.into_iter().map(line).collect()
}
