//! What the page of an edition shows, as texts in the reader's language, out of the edition's figures alone.

use rust_decimal::Decimal;

use super::{
    bar::Bar,
    map::{self, Map},
};
use crate::{
    appeals::figures::{AreaFigures, EditionFigures, PublicCount},
    kit::text::{InLanguage, LocalizedText},
};

/// What stands for a figure that is not known.
pub(super) const NONE: &str = "—";

/// A label and what it says, with the chip that it is shown as.
pub(super) struct Chip {
    pub(super) state: &'static str,
    pub(super) text: String,
}

/// In need, targeted, reached.
pub(super) struct PeopleBar {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) bar: Bar,
    pub(super) note: String,
}

/// A row of the table of areas.
pub(super) struct AreaRow {
    pub(super) name: String,
    pub(super) pcode: String,
    pub(super) in_need: String,
    pub(super) targeted: String,
    pub(super) reached: String,
    pub(super) share: Option<String>,
    pub(super) chip: Option<Chip>,
    pub(super) bar: Bar,
    pub(super) gap: String,
    pub(super) reporting: String,
}

/// A row of activities, contributions, indicators, groups or methods: cells of text and perhaps a bar.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) cells: Vec<String>,
    pub(super) bar: Bar,
    pub(super) chip: Option<Chip>,
}

/// The figures of an edition in the reader's language.
pub(super) struct View<'a> {
    pub(super) say: InLanguage<'a>,
    pub(super) figures: &'a EditionFigures,
}

impl<'a> View<'a> {
    pub(super) fn new(say: InLanguage<'a>, figures: &'a EditionFigures) -> Self {
        Self { say, figures }
    }

    pub(super) fn name<'n>(&self, names: &'n LocalizedText) -> &'n str {
        names.get(self.say.language(), self.figures.appeal.default_language)
    }

    pub(super) fn country(&self) -> &str {
        let country = self.name(&self.figures.appeal.country);
        if country.is_empty() { self.name(&self.figures.appeal.operation) } else { country }
    }

    pub(super) fn currency(&self) -> &str {
        &self.figures.appeal.currency
    }

    pub(super) fn amount(&self, amount: Option<Decimal>) -> String {
        amount.map_or_else(|| NONE.to_owned(), |amount| self.say.amount(amount))
    }

    pub(super) fn people(&self, people: Option<Decimal>) -> String {
        let whole =
            |people: Decimal| people.round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        people.map_or_else(|| NONE.to_owned(), |people| self.say.language().number(whole(people)))
    }

    pub(super) fn share(&self, part: Option<Decimal>, whole: Option<Decimal>) -> Option<String> {
        self.say.language().percent(part?, whole?)
    }

    /// The headline: a finding, not a label.
    pub(super) fn headline(&self) -> String {
        let (people, money) = (&self.figures.people, &self.figures.money);
        let country = ("country", self.country().into());
        let reached = match (people.targeted.filter(|target| *target > Decimal::ZERO), people.reached) {
            (Some(target), Some(reached)) => {
                let reached = ("reached", self.say.headline(reached).into());
                let args = [reached, ("targeted", self.say.headline(target).into()), country];
                Some(self.say.text("appeal-headline-reached", &args))
            }
            (Some(target), None) => {
                let args = [("targeted", self.say.headline(target).into()), country];
                Some(self.say.text("appeal-headline-unreported", &args))
            }
            (None, _) => None,
        };
        let funding = match (money.requirement, money.unmet) {
            (Some(required), Some(unmet)) => {
                let required = ("required", self.say.money_headline(required, self.currency()).into());
                let missing = ("missing", self.say.money_headline(unmet, self.currency()).into());
                let key = if unmet > Decimal::ZERO { "appeal-headline-missing" } else { "appeal-headline-funded" };
                Some(self.say.text(key, &[missing, required]))
            }
            _ => None,
        };
        let found: Vec<String> = [reached, funding].into_iter().flatten().collect();
        let text = if found.is_empty() { self.name(&self.figures.appeal.names).to_owned() } else { found.join("; ") };
        capital(&text)
    }

    /// The key figures of the money: label, headline, whether it is missing.
    pub(super) fn money(&self) -> Vec<(String, String, bool)> {
        let money = &self.figures.money;
        let entry = |name: String, amount: Option<Decimal>, warn| {
            let text =
                amount.map_or_else(|| NONE.to_owned(), |amount| self.say.money_headline(amount, self.currency()));
            (name, text, warn)
        };
        vec![
            entry(self.say.text("appeal-required", &[]), money.requirement, false),
            entry(self.say.text("appeal-received", &[]), money.funded, false),
            entry(self.say.text("appeal-missing", &[]), money.unmet, true),
        ]
    }

    pub(super) fn money_bar(&self) -> Bar {
        let money = &self.figures.money;
        let (paid, committed) = (money.paid.unwrap_or_default(), money.committed.unwrap_or_default());
        let unmet = money.unmet.unwrap_or_default();
        let whole = money.requirement.unwrap_or_default().max(paid + committed);
        Bar::default()
            .part("f-have", Decimal::ZERO, paid, whole)
            .part("f-part", paid, committed, whole)
            .part("f-gap", paid + committed, unmet, whole)
            .part("f-pledge", paid + committed, money.pledged.unwrap_or_default().min(unmet), whole)
    }

    /// The legend of the money's bar: which pattern, and the exact amount.
    pub(super) fn money_keys(&self) -> Vec<(&'static str, String)> {
        let money = &self.figures.money;
        let amount = |amount: Decimal| [("amount", self.say.amount(amount).into())];
        let mut keys = Vec::new();
        if let Some(paid) = money.paid {
            keys.push(("have", self.say.text("appeal-paid-key", &amount(paid))));
        }
        if let Some(committed) = money.committed {
            keys.push(("part", self.say.text("appeal-committed-key", &amount(committed))));
        }
        if let Some(unmet) = money.unmet {
            keys.push(("gap", self.say.text("appeal-missing-key", &amount(unmet))));
        }
        if let Some(pledged) = money.pledged.filter(|pledged| !pledged.is_zero()) {
            keys.push(("pledge", self.say.text("appeal-pledged-key", &amount(pledged))));
        }
        keys
    }

    /// What stands below the money's bar.
    pub(super) fn money_notes(&self) -> Vec<String> {
        let money = &self.figures.money;
        let mut notes = Vec::new();
        match (self.share(money.funded, money.requirement), money.funded, money.requirement) {
            (Some(share), Some(funded), Some(required)) => notes.push(self.say.text(
                "appeal-funded-share",
                &[
                    ("share", share.into()),
                    ("funded", self.say.amount(funded).into()),
                    ("required", self.say.amount(required).into()),
                    ("currency", self.say.currency(self.currency()).into()),
                ],
            )),
            _ => notes.push(self.say.text("appeal-funding-unknown", &[])),
        }
        let positive = |amount: Option<Decimal>| amount.filter(|amount| *amount > Decimal::ZERO);
        if let Some(over) = positive(money.over_funding) {
            notes.push(self.say.text("appeal-over-note", &[("amount", self.say.amount(over).into())]));
        }
        if let Some(shared) = positive(money.shared) {
            notes.push(self.say.text("appeal-shared-note", &[("amount", self.say.amount(shared).into())]));
        }
        notes.extend(self.provenance("money"));
        notes
    }

    /// As-of and source of a kind of figure.
    pub(super) fn provenance(&self, figure: &str) -> Vec<String> {
        let found = self.figures.provenance.iter().find(|(key, _)| key.starts_with(figure));
        let as_of = found.map_or(self.figures.as_of, |(_, provenance)| provenance.as_of);
        let mut notes = vec![self.say.text("appeal-as-of-date", &[("date", self.say.date(as_of).into())])];
        if let Some((_, provenance)) = found {
            notes.push(self.say.text("appeal-source", &[("source", provenance.source.as_str().into())]));
        }
        notes
    }

    pub(super) fn people_bars(&self) -> Vec<PeopleBar> {
        let people = &self.figures.people;
        let whole = [people.in_need, people.targeted, people.reached].into_iter().flatten().max().unwrap_or_default();
        let bar =
            |class, value: Option<Decimal>| Bar::default().part(class, Decimal::ZERO, value.unwrap_or_default(), whole);
        let share =
            |part, whole, text: fn(&Self, String) -> String| self.share(part, whole).map(|share| text(self, share));
        let of_need = |view: &Self, share: String| view.say.text("appeal-target-share", &[("share", share.into())]);
        let of_target = |view: &Self, share: String| view.say.text("appeal-reached-share", &[("share", share.into())]);
        vec![
            PeopleBar {
                name: self.say.text("appeal-in-need", &[]),
                value: self.people(people.in_need),
                bar: bar("f-need", people.in_need),
                note: String::new(),
            },
            PeopleBar {
                name: self.say.text("appeal-targeted", &[]),
                value: self.people(people.targeted),
                bar: bar("f-target", people.targeted),
                note: share(people.targeted, people.in_need, of_need).unwrap_or_default(),
            },
            PeopleBar {
                name: self.say.text("appeal-reached", &[]),
                value: self.people(people.reached),
                bar: bar("f-have", people.reached),
                note: match people.reached {
                    Some(_) => share(people.reached, people.targeted, of_target).unwrap_or_default(),
                    None => self.say.text("appeal-not-reported", &[]),
                },
            },
        ]
    }

    pub(super) fn reporting(&self) -> String {
        self.say.text(
            "appeal-partners-of",
            &[
                ("reported", self.figures.reporting.reported.into()),
                ("expected", self.figures.reporting.expected.into()),
            ],
        )
    }

    /// The heading above the areas: which are furthest from their targets.
    pub(super) fn areas_heading(&self) -> String {
        let behind: Vec<&AreaFigures> = self
            .figures
            .areas_by_gap()
            .into_iter()
            .filter(|area| area.gap().is_some_and(|gap| gap > Decimal::ZERO))
            .collect();
        let known = self.figures.areas.iter().any(|area| area.gap().is_some());
        match (behind.is_empty(), known) {
            (true, true) => self.say.text("appeal-areas-met", &[]),
            (true, false) => self.say.text("appeal-areas-none", &[]),
            (false, _) => {
                let names: Vec<&str> = behind.iter().take(3).map(|area| self.name(&area.names)).collect();
                let key = [("areas", names.join(", ").into())];
                if names.len() == 1 {
                    self.say.text("appeal-area-furthest", &key)
                } else {
                    self.say.text("appeal-areas-furthest", &key)
                }
            }
        }
    }

    /// Which areas nobody reported from; empty when there is none.
    pub(super) fn silent(&self) -> String {
        let silent = self
            .figures
            .areas
            .iter()
            .filter(|area| area.reached == PublicCount::NotReported && area.targeted.is_some());
        let names: Vec<&str> = silent.map(|area| self.name(&area.names)).collect();
        if names.is_empty() {
            String::new()
        } else {
            self.say.text("appeal-areas-silent", &[("areas", names.join(", ").into())])
        }
    }

    pub(super) fn areas(&self) -> Vec<AreaRow> {
        let most = |area: &AreaFigures| area.targeted.max(area.reached.known()).unwrap_or_default();
        let whole = self.figures.areas.iter().map(most).max().unwrap_or_default();
        self.figures.areas_by_gap().into_iter().map(|area| self.area(area, whole)).collect()
    }

    fn area(&self, area: &AreaFigures, whole: Decimal) -> AreaRow {
        let reached = area.reached.known();
        let chip = match area.reached {
            PublicCount::Known(_) => None,
            PublicCount::NotReported => Some(Chip { state: "no-data", text: self.say.text("appeal-no-report", &[]) }),
            PublicCount::Suppressed => {
                Some(Chip { state: "not-assessed", text: self.say.text("appeal-suppressed", &[]) })
            }
        };
        let gap = match area.gap() {
            None => self.say.text("appeal-unknown", &[]),
            Some(gap) if gap < Decimal::ZERO => {
                self.say.text("appeal-over", &[("count", self.people(Some(-gap)).into())])
            }
            Some(gap) => self.people(Some(gap)),
        };
        let counts = [("reported", area.reporting.reported.into()), ("expected", area.reporting.expected.into())];
        AreaRow {
            name: self.name(&area.names).to_owned(),
            pcode: area.pcode.clone(),
            in_need: self.people(area.in_need),
            targeted: self.people(area.targeted),
            reached: self.people(reached),
            share: self.share(reached, area.targeted),
            chip,
            bar: Bar::progress(reached, area.targeted, whole),
            gap,
            reporting: if area.reporting.expected == 0 {
                self.say.text("appeal-none-active", &[])
            } else {
                self.say.text("appeal-of", &counts)
            },
        }
    }

    /// The row of the whole below the areas.
    pub(super) fn total(&self) -> AreaRow {
        let people = &self.figures.people;
        let gap = people.targeted.and_then(|target| Some(target - people.reached?));
        let counts = [
            ("reported", self.figures.reporting.reported.into()),
            ("expected", self.figures.reporting.expected.into()),
        ];
        AreaRow {
            name: self.country().to_owned(),
            pcode: String::new(),
            in_need: self.people(people.in_need),
            targeted: self.people(people.targeted),
            reached: self.people(people.reached),
            share: self.share(people.reached, people.targeted),
            chip: None,
            bar: Bar::default(),
            gap: self.people(gap),
            reporting: self.say.text("appeal-of", &counts),
        }
    }

    pub(super) fn has_suppressed(&self) -> bool {
        let areas = self.figures.areas.iter().map(|area| area.reached);
        areas.chain(self.figures.groups.iter().map(|group| group.reached)).any(|count| count == PublicCount::Suppressed)
    }

    pub(super) fn map(&self) -> Option<Map> {
        let areas: Vec<&AreaFigures> = self.figures.areas.iter().collect();
        map::draw(&areas, |area| {
            let value = match area.reached {
                PublicCount::NotReported => Some(self.say.text("appeal-no-report", &[])),
                PublicCount::Suppressed => Some(self.say.text("appeal-suppressed", &[])),
                PublicCount::Known(reached) => self.share(Some(reached), area.targeted),
            };
            (self.name(&area.names).to_owned(), value.unwrap_or_default())
        })
    }

    /// The legend of the map: class and text.
    pub(super) fn map_keys(&self) -> Vec<(&'static str, String)> {
        let percent = |value: i64| {
            self.say
                .language()
                .percent(value.into(), Decimal::ONE_HUNDRED)
                .unwrap_or_default()
                .replace(".0", "")
                .replace(",0", "")
        };
        let between = |from, to| {
            self.say.text("appeal-map-between", &[("from", percent(from).into()), ("to", percent(to).into())])
        };
        vec![
            ("0", percent(0)),
            ("1", self.say.text("appeal-map-up-to", &[("share", percent(40).into())])),
            ("2", between(40, 60)),
            ("3", between(60, 80)),
            ("4", self.say.text("appeal-map-more", &[("share", percent(80).into())])),
            ("none", self.say.text("appeal-map-none", &[])),
        ]
    }
}

/// The text with a capital at its start, where its script has capitals.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
