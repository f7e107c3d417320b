//! The figures of an edition: everything that its page, its data files and its mails say, frozen when it is published.
//!
//! A page never reads live tables: what was published stays as it was, and totals on a public page can never be made of restricted records. Every
//! figure names its provenance. A count is known, not reported (which is not zero), or hidden because it is small.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kit::{
    Error, Result,
    text::{Language, LocalizedText},
};

/// A figure as the public may read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "status", content = "value")]
pub enum PublicCount {
    /// So many; zero is a statement.
    Known(Decimal),
    /// Nobody has reported it. This is not zero.
    #[default]
    NotReported,
    /// Too few to be shown, or hidden so that few cannot be reckoned from the rest.
    Suppressed,
}

impl PublicCount {
    /// The count, where it may be read.
    pub fn known(self) -> Option<Decimal> {
        match self {
            Self::Known(value) => Some(value),
            Self::NotReported | Self::Suppressed => None,
        }
    }
}

impl From<Option<Decimal>> for PublicCount {
    fn from(value: Option<Decimal>) -> Self {
        value.map_or(Self::NotReported, Self::Known)
    }
}

/// How a figure came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The method's code, such as PLACE_CELL_MAX.
    pub method: String,
    /// Which edition of the method.
    pub method_version: String,
    /// The day that the figure speaks of.
    pub as_of: NaiveDate,
    /// Who or what it was taken from.
    pub source: String,
}

/// The appeal that an edition is of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AppealFacts {
    /// Its public code.
    pub code: String,
    /// Its kind.
    pub kind: String,
    /// Language > title.
    pub names: LocalizedText,
    /// Language > what it is about.
    pub summary: LocalizedText,
    /// Language > the operation's name.
    pub operation: LocalizedText,
    /// The operation's own language: names that lack the reader's are read in it.
    pub default_language: Language,
    /// Language > the country's (or region's) name.
    pub country: LocalizedText,
    /// ISO 4217 code of the requirement.
    pub currency: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
}

/// An amount of a currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Amount {
    /// How much.
    pub amount: Decimal,
    /// ISO 4217 code.
    pub currency: String,
}

/// The money of an appeal, in the currency that funding is told in. Null is not known, never zero.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MoneyFigures {
    /// What is asked for; null where it is in another currency.
    pub requirement: Option<Decimal>,
    /// What is asked for in another currency. Nobody fixed a rate for it, so nothing is reckoned of it: no share, and nothing that is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked: Option<Amount>,
    /// Paid.
    pub paid: Option<Decimal>,
    /// Committed and not yet paid.
    pub committed: Option<Decimal>,
    /// Paid and committed.
    pub funded: Option<Decimal>,
    /// The part of it that comes as goods.
    #[serde(default)]
    pub in_kind: Option<Decimal>,
    /// Required and not funded.
    pub unmet: Option<Decimal>,
    /// Funded beyond the requirement.
    pub over_funding: Option<Decimal>,
    /// Announced; never counted.
    pub pledged: Option<Decimal>,
    /// Shared with other clusters: apart, because it cannot be split.
    pub shared: Option<Decimal>,
}

/// The people of an appeal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PeopleFigures {
    /// In need.
    pub in_need: Option<Decimal>,
    /// To be reached by the plan.
    pub targeted: Option<Decimal>,
    /// Reached: each counted once per place.
    pub reached: PublicCount,
    /// Services delivered: not people.
    pub services: PublicCount,
    /// The most people that it can have been: the sum of new ones.
    pub upper_bound: PublicCount,
}

/// How many of those expected to report did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reporting {
    /// Partners with an accepted report.
    pub reported: i64,
    /// Partners expected to report.
    pub expected: i64,
}

/// The people of one area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaFigures {
    /// The P-code.
    pub pcode: String,
    /// Language > name.
    pub names: LocalizedText,
    /// In need.
    pub in_need: Option<Decimal>,
    /// To be reached.
    pub targeted: Option<Decimal>,
    /// Reached.
    pub reached: PublicCount,
    /// Who reported from there.
    pub reporting: Reporting,
    /// Simplified outline: rings of [longitude, latitude] as text numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<Value>,
}

/// An activity, what it costs and what of it is paid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ActivityFigures {
    /// Its reference in the plan.
    pub ref_code: String,
    /// Language > name.
    pub names: LocalizedText,
    /// What it asks for.
    pub required: Option<Decimal>,
    /// What was given for it by name; null when no giver named it.
    pub funded: Option<Decimal>,
    /// What it is counted in.
    pub unit: String,
    /// How many units are planned.
    pub unit_target: Option<Decimal>,
}

/// A contribution as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ContributionFigures {
    /// The giver.
    pub donor: String,
    /// PLEDGE, COMMITMENT or PAID.
    pub status: String,
    /// In the currency given, where it was another.
    pub amount: Option<Decimal>,
    /// The currency given.
    pub currency: Option<String>,
    /// Units of that currency for one US dollar.
    pub rate: Option<Decimal>,
    /// US dollars.
    pub usd: Option<Decimal>,
}

/// An indicator's progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndicatorFigures {
    /// Its code in the plan.
    pub ref_code: String,
    /// Language > title.
    pub names: LocalizedText,
    /// What it counts.
    pub unit: String,
    /// Whether it counts people, so that small values are hidden.
    pub counts_people: bool,
    /// Where it started.
    pub baseline: Option<Decimal>,
    /// Where it is to get.
    pub target: Option<Decimal>,
    /// Where it is. For a ratio: the numerator.
    pub value: PublicCount,
    /// The denominator of a ratio; null of a number.
    pub denominator: Option<PublicCount>,
}

/// Who was reached: one cut of the same people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupFigures {
    /// The dimension that it cuts by, such as sex.
    pub dimension: String,
    /// Language > label.
    pub labels: LocalizedText,
    /// How many.
    pub reached: PublicCount,
}

/// How far the minimum standards are met, by the last checklist that was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StandardsFigures {
    /// The edition's code, such as INEE-2024.
    pub framework: String,
    /// Language > the edition's title.
    pub names: LocalizedText,
    /// What was looked at: APPEAL, CLUSTER or OPERATION.
    pub subject: String,
    /// Which round of it.
    pub round: i32,
    /// The day that it speaks of.
    pub assessed_on: NaiveDate,
    /// Met and half of partly met, of what applies and was assessed: 0 to 1. Null when nothing was.
    pub score: Option<Decimal>,
    /// The same when what is partly met counts as not met.
    pub strict: Option<Decimal>,
    /// What was assessed of all that applies.
    pub completeness: Option<Decimal>,
    /// Pieces of evidence.
    pub evidence: i64,
    /// Ratings that say that something is done with nothing to show it.
    pub unsupported: i64,
    /// By domain, in order.
    pub domains: Vec<DomainFigures>,
    /// The round before it against the same edition.
    pub previous: Option<EarlierRound>,
}

/// How far the standards of a domain are met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DomainFigures {
    /// The domain's number in its edition.
    pub number: i32,
    /// Language > name.
    pub names: LocalizedText,
    /// The mean of its standards that have a score.
    pub score: Option<Decimal>,
}

/// An earlier round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EarlierRound {
    /// Which round.
    pub round: i32,
    /// The day that it speaks of.
    pub assessed_on: NaiveDate,
    /// Its score.
    pub score: Option<Decimal>,
}

/// What changed since the edition before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangeOfFigure {
    /// Which figure: `people.reached`, `money.funded` ...
    pub figure: String,
    /// How it was.
    pub before: PublicCount,
    /// How it is.
    pub after: PublicCount,
}

/// An edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EditionFigures {
    /// The appeal.
    pub appeal: AppealFacts,
    /// The edition's number.
    pub number: i32,
    /// The day that its figures speak of.
    pub as_of: NaiveDate,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// What the publisher says of it.
    pub note: Option<String>,
    /// The number of the edition before.
    pub previous: Option<i32>,
    /// What changed since then.
    pub changes: Vec<ChangeOfFigure>,
    /// Money.
    pub money: MoneyFigures,
    /// People.
    pub people: PeopleFigures,
    /// Reporting of the whole.
    pub reporting: Reporting,
    /// By area, largest areas of the country.
    pub areas: Vec<AreaFigures>,
    /// By activity.
    pub activities: Vec<ActivityFigures>,
    /// Money received, the largest first.
    pub contributions: Vec<ContributionFigures>,
    /// Money announced and not counted.
    pub pledges: Vec<ContributionFigures>,
    /// By indicator.
    pub indicators: Vec<IndicatorFigures>,
    /// By sex, age, group, disability.
    pub groups: Vec<GroupFigures>,
    /// How far the minimum standards are met; left out where no checklist was submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standards: Option<StandardsFigures>,
    /// Counts below this are hidden.
    pub small_cell_threshold: i32,
    /// Figure > how it came about.
    pub provenance: BTreeMap<String, Provenance>,
}

impl EditionFigures {
    /// The document as it is kept.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn to_json(&self) -> Result<Value> {
        serde_json::to_value(self).map_err(Error::internal)
    }

    /// SHA-256 of the canonical text: JSON without blanks, keys in order.
    ///
    /// # Errors
    /// When it cannot be written as JSON.
    pub fn hash(&self) -> Result<Vec<u8>> {
        // serde_json keeps the keys of objects in order, so its compact text is canonical.
        Ok(Sha256::digest(self.to_json()?.to_string().as_bytes()).to_vec())
    }

    /// Required less reached by area, the largest gap first; areas without a target are left out, those without a report stand last.
    pub fn areas_by_gap(&self) -> Vec<&AreaFigures> {
        let mut areas: Vec<&AreaFigures> = self.areas.iter().collect();
        areas.sort_by_key(|area| std::cmp::Reverse((area.reached != PublicCount::NotReported, area.gap())));
        areas
    }
}

impl AreaFigures {
    /// Target less reached: below zero where more were reached. None where either is not known.
    pub fn gap(&self) -> Option<Decimal> {
        Some(self.targeted? - self.reached.known()?)
    }
}
