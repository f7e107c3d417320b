//! The mail that tells of a new edition of an appeal: what is asked for, what came, what is missing, and what changed since the last.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::figures::Amount;
use crate::kit::{
    mail::{Block, Document, Figure, Link, MailTemplate, Row},
    text::{FluentValue, InLanguage, Language, LocalizedText},
};

/// Tells of a new edition. Every figure is exact and comes from the edition; none is reckoned here. What is not known is none, and said so.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EditionPublished {
    /// Who publishes it: the cluster, or the operation.
    pub sender: LocalizedText,
    /// What the appeal is called.
    pub title: LocalizedText,
    /// The appeal's code.
    pub code: String,
    /// The edition's number.
    pub number: i32,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// Its money.
    pub money: EditionMoney,
    /// People to be reached.
    pub target: Option<i64>,
    /// People reached.
    pub reached: Option<i64>,
    /// What the edition before said; none for the first.
    pub previous: Option<PreviousEdition>,
    /// The area that is furthest from its target.
    pub largest_gap: Option<AreaFigure>,
    /// The area with the highest target of those where no partner works.
    pub without_partner: Option<AreaFigure>,
    /// An area that nobody reported from, and how many partners were expected to.
    pub not_reported: Option<AreaFigure>,
    /// How many partners reported.
    pub reporting: Option<PartnersReporting>,
    /// Where the edition can be read.
    pub url: String,
}

/// What is asked for and what was given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EditionMoney {
    /// ISO 4217 code of all amounts.
    pub currency: String,
    /// Asked for, in the currency of all amounts.
    pub required: Option<Decimal>,
    /// Asked for in another currency, which nothing can be compared with.
    #[serde(default)]
    pub asked: Option<Amount>,
    /// Paid and committed.
    pub received: Option<Decimal>,
    /// Transferred.
    pub paid: Option<Decimal>,
    /// Signed for.
    pub committed: Option<Decimal>,
    /// Announced; not counted.
    pub pledged: Option<Decimal>,
    /// Still missing.
    pub missing: Option<Decimal>,
}

/// Figures of the edition before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PreviousEdition {
    /// Its number.
    pub number: i32,
    /// People reached.
    pub reached: Option<i64>,
    /// Paid and committed.
    pub received: Option<Decimal>,
}

/// A number of an area.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AreaFigure {
    /// What the area is called.
    pub area: LocalizedText,
    /// The number.
    pub count: i64,
}

/// Partners with an accepted report, of those expected.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PartnersReporting {
    /// With an accepted report.
    pub reporting: i64,
    /// Expected to report.
    pub expected: i64,
}

impl MailTemplate for EditionPublished {
    const NAME: &'static str = "edition-published";

    fn document(&self, say: InLanguage<'_>) -> Document {
        let title = self.title.get(say.language(), Language::En);
        let kicker = [
            ("code", self.code.as_str().into()),
            ("number", self.number.into()),
            ("date", say.date(self.as_of).into()),
        ];
        let findings = [self.people_finding(say), self.money_finding(say)];
        let heading = findings.into_iter().flatten().reduce(|people, money| {
            say.text("edition-findings", &[("people", people.into()), ("money", money.into())])
        });
        Document {
            subject: self.subject(say, title),
            preview: self.funded(say).unwrap_or_else(|| title.to_owned()),
            sender: self.sender.get(say.language(), Language::En).to_owned(),
            kicker: say.text("edition-kicker", &kicker),
            heading: heading.unwrap_or_else(|| title.to_owned()),
            blocks: self.blocks(say),
            reason: String::new(),
            links: Vec::new(),
        }
    }

    fn samples() -> Vec<Self> {
        let full = Self::sample();
        let bare = Self {
            money: EditionMoney {
                required: None,
                received: None,
                paid: None,
                committed: None,
                pledged: None,
                missing: None,
                ..full.money.clone()
            },
            target: None,
            reached: None,
            previous: None,
            largest_gap: None,
            without_partner: None,
            not_reported: None,
            reporting: None,
            number: 1,
            ..full.clone()
        };
        let funded = Self {
            money: EditionMoney {
                received: Some(Decimal::new(4_860_000_050, 2)),
                missing: Some(Decimal::ZERO),
                ..full.money.clone()
            },
            ..full.clone()
        };
        let other_currency = Self {
            money: EditionMoney {
                required: None,
                asked: Some(Amount { amount: Decimal::new(4_510_000_000, 2), currency: "EUR".to_owned() }),
                missing: None,
                ..full.money.clone()
            },
            ..full.clone()
        };
        vec![full, bare, funded, other_currency]
    }
}

impl EditionPublished {
    fn subject(&self, say: InLanguage<'_>, title: &str) -> String {
        let args = [("title", title.into()), ("number", self.number.into())];
        let EditionMoney { missing, currency, .. } = &self.money;
        match missing.filter(|missing| *missing > Decimal::ZERO) {
            None => say.text("edition-subject", &args),
            Some(missing) => {
                let [title, number] = args;
                let missing = ("missing", say.money_headline(missing, currency).into());
                say.text("edition-subject-missing", &[title, number, missing])
            }
        }
    }

    fn people_finding(&self, say: InLanguage<'_>) -> Option<String> {
        let [reached, target] = [self.reached?, self.target?].map(|count| say.headline(count.into()));
        let args = [
            ("reached", reached.text.into()),
            ("reached-form", reached.form.into()),
            ("target", target.text.into()),
            ("target-form", target.form.into()),
        ];
        Some(say.text("edition-people", &args))
    }

    fn money_finding(&self, say: InLanguage<'_>) -> Option<String> {
        let (required, missing) = (self.money.required?, self.money.missing?);
        let headline = |amount| FluentValue::from(say.money_headline(amount, &self.money.currency));
        Some(if missing > Decimal::ZERO {
            say.text("edition-missing", &[("missing", headline(missing)), ("required", headline(required))])
        } else {
            say.text("edition-covered", &[("required", headline(required))])
        })
    }

    /// The share that is funded, and what it is made of.
    fn funded(&self, say: InLanguage<'_>) -> Option<String> {
        let percent = say.percent(self.money.received?, self.money.required?)?;
        let args = [
            ("percent", percent.into()),
            ("paid", amount(say, self.money.paid).into()),
            ("committed", amount(say, self.money.committed).into()),
            ("pledged", amount(say, self.money.pledged).into()),
        ];
        Some(say.text("edition-funded", &args))
    }

    fn blocks(&self, say: InLanguage<'_>) -> Vec<Block> {
        let EditionMoney { currency, required, received, missing, .. } = &self.money;
        let figure = |key: &str, value: &Option<Decimal>, missing: bool| Figure {
            label: say.text(key, &[]),
            value: value.map_or_else(|| say.text("unknown", &[]), |value| say.money_headline(value, currency)),
            exact: amount(say, *value),
            missing,
        };
        let mut asked = figure("edition-required", required, false);
        if let Some(Amount { amount, currency }) = &self.money.asked {
            (asked.value, asked.exact) = (say.money_headline(*amount, currency), say.amount(*amount));
        }
        let mut blocks = vec![Block::Figures(vec![
            asked,
            figure("edition-received", received, false),
            figure("edition-still-missing", missing, true),
        ])];
        blocks.extend(received.zip(*required).and_then(|(received, required)| Block::bar(received, required)));
        blocks.extend(self.funded(say).map(Block::Note));
        let rows = self.rows(say);
        if !rows.is_empty() {
            let heading = match &self.previous {
                Some(previous) => say.text("edition-changes", &[("number", previous.number.into())]),
                None => say.text("edition-first", &[]),
            };
            blocks.push(Block::Table { heading, rows });
        }
        blocks.push(Block::Button(Link { label: say.text("edition-read", &[]), url: self.url.clone() }));
        blocks.push(Block::Note(say.text("edition-open", &[])));
        blocks.extend(self.reporting.as_ref().map(|partners| {
            let args = [("reporting", partners.reporting.into()), ("expected", partners.expected.into())];
            Block::Note(say.text("edition-reporting", &args))
        }));
        blocks
    }

    fn rows(&self, say: InLanguage<'_>) -> Vec<Row> {
        let number = |count: i64| say.number(count.into());
        let before = self.previous.as_ref();
        let mut rows = Vec::new();
        if let Some(reached) = self.reached {
            let before = before.and_then(|previous| previous.reached).map(number);
            rows.push(change(say, say.text("edition-reached", &[]), before, &number(reached)));
        }
        if let Some(received) = self.money.received {
            let before = before.and_then(|previous| previous.received).map(|before| say.amount(before));
            let currency = say.currency(&self.money.currency);
            let label = say.text("edition-received-in", &[("currency", currency.into())]);
            rows.push(change(say, label, before, &say.amount(received)));
        }
        let areas = [
            ("edition-gap", "edition-gap-children", &self.largest_gap),
            ("edition-no-partner", "edition-no-partner-target", &self.without_partner),
            ("edition-not-reported", "edition-not-reported-partners", &self.not_reported),
        ];
        rows.extend(areas.into_iter().filter_map(|(label, key, figure)| {
            let AreaFigure { area, count } = figure.as_ref()?;
            let area = area.get(say.language(), Language::En);
            let value = say.text(key, &[("area", area.into()), ("count", (*count).into())]);
            Some(Row::new(say.text(label, &[]), &value, &number(*count)))
        }));
        rows
    }

    fn sample() -> Self {
        let area = |name: &str, count| Some(AreaFigure { area: LocalizedText::new(Language::En, name), count });
        let amount = |whole: i64| Some(Decimal::new(whole * 100, 2));
        Self {
            sender: LocalizedText::new(Language::En, "Education Cluster Taluna"),
            title: LocalizedText::new(Language::En, "Taluna education appeal")
                .with(Language::Ar, "نداء تالونا للتعليم"),
            code: "EDU-XE-2026".to_owned(),
            number: 4,
            as_of: NaiveDate::from_ymd_opt(2026, 10, 31).unwrap_or_default(),
            money: EditionMoney {
                currency: "USD".to_owned(),
                asked: None,
                required: amount(48_600_000),
                received: amount(17_925_000),
                paid: amount(10_575_000),
                committed: amount(7_350_000),
                pledged: amount(5_000_000),
                missing: amount(30_675_000),
            },
            target: Some(400_000),
            reached: Some(206_295),
            previous: Some(PreviousEdition { number: 3, reached: Some(187_885), received: amount(14_725_000) }),
            largest_gap: area("Belqor", 42_130),
            without_partner: area("Orash", 38_500),
            not_reported: area("Sulwa", 2),
            reporting: Some(PartnersReporting { reporting: 21, expected: 24 }),
            url: "https://darasa.example/a/EDU-XE-2026/4".to_owned(),
        }
    }
}

/// An amount with all of its digits, or that it is not known, which is not zero.
fn amount(say: InLanguage<'_>, amount: Option<Decimal>) -> String {
    amount.map_or_else(|| say.text("unknown", &[]), |amount| say.amount(amount))
}

/// What a figure was and is; only what it is where nothing was said before.
fn change(say: InLanguage<'_>, label: String, before: Option<String>, now: &str) -> Row {
    let value = match before {
        Some(before) => say.text("edition-change", &[("before", before.into()), ("now", now.into())]),
        None => now.to_owned(),
    };
    Row::new(label, &value, now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::text::Texts;

    #[test]
    fn the_text_part_says_what_the_field_expects_of_an_edition() {
        let texts = Texts::load().expect("the catalogues are good");
        let mail = EditionPublished::sample().document(texts.in_language(Language::En));
        assert_eq!(mail.subject, "Taluna education appeal, edition 4: $30.7 million still missing");
        let text = mail.render(Language::En).expect("a mail").text;
        let expected = "EDUCATION CLUSTER TALUNA
Appeal EDU-XE-2026, edition 4, data as of 31 October 2026

Education support has reached 206,000 of the 400,000 children targeted; $30.7
million of $48.6 million is still missing

  Required  $48.6 million (48,600,000)
  Received  $17.9 million (17,925,000)
  Missing   $30.7 million (30,675,000)

36.9% funded: paid 10,575,000, committed 7,350,000. Pledged and not counted:
5,000,000.

WHAT CHANGED SINCE EDITION 3
  Children reached      187,885 to 206,295
  Received, US dollars  14,725,000 to 17,925,000
  Largest gap           Belqor, 42,130 children
  No partner active     Orash, 38,500 targeted, 0 reached
  Not reported          Sulwa, 0 of 2 partners (not the same as zero)

READ THE REPORT
  https://darasa.example/a/EDU-XE-2026/4

Opens without an account. Data (CSV, JSON) and method are on the same page.

21 of 24 partners reporting; source: partners’ accepted reports.
";
        assert!(text.starts_with(expected), "{text}");
    }

    #[test]
    fn what_is_not_known_is_said_so_and_never_zero() {
        let texts = Texts::load().expect("the catalogues are good");
        let bare = &EditionPublished::samples()[1];
        let text = bare.document(texts.in_language(Language::En)).render(Language::En).expect("a mail").text;
        assert!(text.contains("Required  not known (not known)"), "{text}");
        assert!(!text.contains(" 0"), "{text}");
        assert!(!text.contains('%'), "{text}");
    }
}
