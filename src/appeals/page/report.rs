//! The page of an edition: a headline that is a finding, then money, children, areas, activities, donors, indicators, and how it was all counted.
//!
//! Everything on it comes from the edition's figures and from the list of editions, so a page is the same forever but for the editions that
//! followed. Shares are reckoned here, from exact numerators and denominators, and nowhere kept.

use askama::Template;
use rust_decimal::Decimal;

use super::{
    super::figures::{EditionFigures, PublicCount},
    areas::{self, Areas, Gap, OfTarget},
    bar::{self, Bar},
    money::{self, Activities, Donors, Funding},
    standards::{self, Standards},
    tables::{self, EditionRow, GroupRow, IndicatorRow, MethodRow},
    words::{DASH, Words, capitalised},
};
use crate::{
    appeals::store::public::EditionLink,
    kit::{
        Error, Result,
        text::{Figure, InLanguage, Language},
    },
};

/// What a page is made of.
pub(in super::super) struct Published<'a> {
    /// The edition.
    pub(in super::super) figures: &'a EditionFigures,
    /// All editions of the appeal, the last first.
    pub(in super::super) editions: &'a [EditionLink],
    /// What followers of the appeal follow: its id.
    pub(in super::super) subject: String,
    /// Where the world reaches this installation.
    pub(in super::super) public_url: &'a str,
}

#[derive(Template)]
#[template(path = "appeals/templates/report.html")]
struct Report<'a> {
    say: InLanguage<'a>,
    languages: &'static [Language],
    /// The page's own address.
    address: String,
    subject: &'a str,
    title: String,
    kicker: String,
    code: &'a str,
    headline: String,
    lede: Option<(Language, &'a str)>,
    as_of: String,
    reporting: Option<String>,
    edition: String,
    number: i32,
    funding: Funding,
    people: Option<People>,
    areas: Option<Areas>,
    activities: Option<Activities>,
    donors: Donors,
    indicators: Vec<IndicatorRow>,
    standards: Option<Standards>,
    groups: Vec<GroupRow>,
    hidden_note: Option<String>,
    methods: Vec<MethodRow>,
    editions: Vec<EditionRow>,
    cite: String,
    hash: String,
}

/// In need, targeted, reached: on one scale.
struct People {
    rows: Vec<PeopleRow>,
    as_of: String,
    reporting: Option<String>,
}

struct PeopleRow {
    name: String,
    value: String,
    bar: Bar,
    note: Option<String>,
}

/// The page of an edition in the reader's language.
///
/// # Errors
/// When the template cannot be filled in.
pub(in super::super) fn render(published: &Published<'_>, say: InLanguage<'_>) -> Result<String> {
    let figures = published.figures;
    let (appeal, words) = (&figures.appeal, Words { say, fallback: figures.appeal.default_language });
    let country = words.name(&appeal.country);
    let hidden = areas::hides(figures);
    let page = Report {
        say,
        languages: Language::ALL,
        address: format!("{}/a/{}/{}", published.public_url, appeal.code, figures.number),
        subject: &published.subject,
        title: words
            .text("appeal-title", &[("country", country.into()), ("number", figures.number.to_string().into())]),
        kicker: words.text("appeal-kicker", &[("country", country.into())]),
        code: &appeal.code,
        headline: headline(figures, words),
        lede: words.text_of(&appeal.summary),
        as_of: say.date(figures.as_of),
        reporting: reporting(figures, words),
        edition: edition(figures, words),
        number: figures.number,
        funding: money::funding(figures, words),
        people: people(figures, words),
        areas: areas::areas(figures, words),
        activities: money::activities(figures, words),
        donors: money::donors(figures, words),
        indicators: tables::indicators(figures, words),
        standards: standards::standards(figures, words),
        groups: tables::groups(figures, words),
        hidden_note: hidden
            .then(|| words.text("appeal-suppressed-note", &[("threshold", figures.small_cell_threshold.into())])),
        methods: tables::methods(figures, words),
        editions: tables::editions(figures, published.editions, words),
        cite: cite(figures, words),
        hash: hex::encode(figures.hash()?),
    };
    page.render().map_err(Error::internal)
}

/// What the figures say, in one sentence of people and one of money.
fn headline(figures: &EditionFigures, words: Words<'_>) -> String {
    let (people, money, currency) = (&figures.people, &figures.money, figures.appeal.currency.as_str());
    let country = words.name(&figures.appeal.country);
    let key = match (people.reached, people.targeted) {
        (PublicCount::Known(_), Some(_)) => Some("appeal-headline-reached"),
        (PublicCount::Known(_), None) => Some("appeal-headline-reached-only"),
        (PublicCount::NotReported, Some(_)) => Some("appeal-headline-unreported"),
        (PublicCount::NotReported, None) | (PublicCount::Suppressed, _) => None,
    };
    let of_people = key.map(|key| {
        let mut args = vec![("country", country.into())];
        let [reached, targeted] =
            [people.reached.known(), people.targeted].map(|count| count.map(|count| words.say.headline(count)));
        args.extend(
            reached
                .into_iter()
                .flat_map(|Figure { text, form }| [("reached", text.into()), ("reached-form", form.into())]),
        );
        args.extend(
            targeted
                .into_iter()
                .flat_map(|Figure { text, form }| [("targeted", text.into()), ("targeted-form", form.into())]),
        );
        words.text(key, &args)
    });
    let amount = |amount: Decimal| words.say.money_headline(amount, currency);
    let of_money = match (money.unmet, money.requirement) {
        (Some(unmet), Some(required)) if unmet > Decimal::ZERO => {
            let args = [("missing", amount(unmet).into()), ("required", amount(required).into())];
            Some(words.text("appeal-headline-missing", &args))
        }
        (_, Some(required)) => Some(words.text("appeal-headline-funded", &[("required", amount(required).into())])),
        (_, None) => None,
    };
    match (of_people, of_money) {
        (Some(people), Some(money)) => {
            words.text("edition-findings", &[("people", people.into()), ("money", money.into())])
        }
        (Some(one), None) | (None, Some(one)) => capitalised(&one),
        (None, None) => words.name(&figures.appeal.names).to_owned(),
    }
}

/// How many partners reported; none where none had to.
fn reporting(figures: &EditionFigures, words: Words<'_>) -> Option<String> {
    let reporting = figures.reporting;
    let args = [("reported", reporting.reported.into()), ("expected", reporting.expected.into())];
    (reporting.expected > 0).then(|| words.text("appeal-partners-of", &args))
}

fn edition(figures: &EditionFigures, words: Words<'_>) -> String {
    let published = words.say.date(figures.published_at.date_naive());
    words.text("appeal-edition-of", &[("number", figures.number.to_string().into()), ("date", published.into())])
}

fn cite(figures: &EditionFigures, words: Words<'_>) -> String {
    let args = [
        ("operation", words.name(&figures.appeal.operation).into()),
        ("code", figures.appeal.code.as_str().into()),
        ("number", figures.number.to_string().into()),
        ("date", words.say.date(figures.as_of).into()),
    ];
    words.text("appeal-cite", &args)
}

fn people(figures: &EditionFigures, words: Words<'_>) -> Option<People> {
    let people = &figures.people;
    let figures_of = [people.in_need.into(), people.targeted.into(), people.reached];
    let scale = figures_of.into_iter().filter_map(PublicCount::known).max()?;
    let share = |key, part, whole| Some(words.text(key, &[("share", words.share(part, whole)?.into())]));
    let source = figures.provenance.get("people.inNeed").map(|needs| needs.source.clone());
    let unreported = || Some(words.text("appeal-not-reported", &[]));
    let notes = [
        source.map(|source| words.text("appeal-source", &[("source", source.into())])),
        share("appeal-target-share", people.targeted, people.in_need),
        share("appeal-reached-share", people.reached.known(), people.targeted),
    ];
    let names = [("appeal-in-need", "f-need"), ("appeal-targeted", "f-target"), ("appeal-reached", "f-have")];
    let rows = names.into_iter().zip(figures_of).zip(notes).map(|(((key, class), value), note)| PeopleRow {
        name: words.text(key, &[]),
        value: words.public(value),
        bar: bar::single(class, value.known(), scale),
        note: if value == PublicCount::NotReported { unreported() } else { note },
    });
    Some(People {
        rows: rows.collect(),
        as_of: words.text("appeal-as-of-date", &[("date", words.say.date(figures.as_of).into())]),
        reporting: (figures.reporting.expected > 0).then(|| areas::partners(figures.reporting, words)),
    })
}
