//! What an edition says: every figure of an appeal on a day, as it is frozen, hashed and given to readers.
//!
//! Amounts and people are exact decimals written as text, so that no reader's floats touch them; null is not zero.

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    flows::{Contribution, Earmarking, FlowStatus},
    model::AppealKind,
};
use crate::{dimensions::CategoryKind, kit::text::LocalizedText, monitoring};

/// A number of people that may be hidden because it is small.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct People {
    /// The number; null when it is not known, and when it is hidden.
    pub value: Option<Decimal>,
    /// True: it is known and hidden, because few people could be recognised by it.
    pub suppressed: bool,
}

impl From<Option<Decimal>> for People {
    fn from(value: Option<Decimal>) -> Self {
        Self { value, suppressed: false }
    }
}

/// A part of a whole, both as they were counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOfWhole {
    /// The part.
    pub part: Option<Decimal>,
    /// The whole.
    pub whole: Option<Decimal>,
}

impl From<monitoring::Share> for PartOfWhole {
    fn from(share: monitoring::Share) -> Self {
        Self { part: share.numerator, whole: share.denominator }
    }
}

/// How figures of one kind were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Method {
    /// Which figures: NEEDS, REACH or FUNDING.
    pub figures: String,
    /// The method's name.
    pub method: String,
    /// Its version.
    pub version: String,
    /// Where the figures come from.
    pub source: String,
    /// The day that they speak of.
    pub as_of: NaiveDate,
}

/// What the appeal says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// The appeal's code.
    pub code: String,
    /// Its kind.
    pub kind: AppealKind,
    /// Its title by language.
    pub names: LocalizedText,
    /// What it is about, by language.
    pub summary: LocalizedText,
    /// First day.
    pub starts_on: NaiveDate,
    /// First day after.
    pub ends_on: NaiveDate,
    /// The operation's code.
    pub operation_code: String,
    /// The operation's name by language.
    pub operation_names: LocalizedText,
    /// The country, none for a region.
    pub country_iso3: Option<String>,
    /// The cluster's name by language, where the appeal is for one.
    pub cluster_names: Option<LocalizedText>,
    /// The plan's code, where there is one.
    pub plan_code: Option<String>,
}

/// What is asked for and what was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// ISO 4217 code of the requirement. Funding is in US dollars.
    pub currency: String,
    /// What is asked for.
    pub requirement: Option<Decimal>,
    /// The revision that asks for it.
    pub revision: Option<i32>,
    /// Paid and committed.
    pub funded: Option<Decimal>,
    /// Transferred.
    pub paid: Option<Decimal>,
    /// Signed for.
    pub committed: Option<Decimal>,
    /// Announced; not counted.
    pub pledged: Option<Decimal>,
    /// The part of what counts that comes as goods.
    pub in_kind: Option<Decimal>,
    /// Given as a fraction of asked for.
    pub coverage: Option<Decimal>,
    /// Still missing.
    pub unmet: Option<Decimal>,
    /// Given beyond what is asked for.
    pub over_funding: Option<Decimal>,
}

/// People of an area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AreaLine {
    /// The area's P-code.
    pub pcode: String,
    /// Its name by language.
    pub names: LocalizedText,
    /// People in need.
    pub in_need: People,
    /// People to be reached.
    pub target: People,
    /// People reached.
    pub reached: People,
    /// Organisations with an accepted report there.
    pub organisations_reporting: i64,
    /// Organisations expected to report there.
    pub organisations_expected: i64,
}

/// People reached of a category. Categories cut across each other and are not added up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CategoryLine {
    /// The category's key; empty for everyone.
    pub key: String,
    /// Whether it is a part, the total, or cuts across.
    pub kind: CategoryKind,
    /// Its label by language.
    pub labels: LocalizedText,
    /// People reached.
    pub reached: People,
}

/// How far an indicator has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorLine {
    /// Its code in the plan.
    pub ref_code: String,
    /// Its title by language.
    pub names: LocalizedText,
    /// What it counts.
    pub unit: String,
    /// What was achieved: a number has the whole one.
    pub achieved: PartOfWhole,
}

/// The money of an activity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActivityLine {
    /// Its code in the plan.
    pub ref_code: String,
    /// Its title by language.
    pub names: LocalizedText,
    /// What is asked for; null when it was not stated.
    pub requirement: Option<Decimal>,
    /// What givers gave for it alone; null when no giver named it, which is not zero.
    pub funded: Option<Decimal>,
}

/// A contribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ContributionLine {
    /// Who gives.
    pub donors: Vec<String>,
    /// How firm it is.
    pub status: FlowStatus,
    /// In the currency given.
    pub amount: Option<Decimal>,
    /// ISO 4217 code of the amount.
    pub currency: Option<String>,
    /// Units of the currency for one US dollar.
    pub rate: Option<Decimal>,
    /// US dollars.
    pub usd: Option<Decimal>,
    /// When the giver decided.
    pub decision_date: Option<NaiveDate>,
    /// Money or goods.
    pub contribution: Contribution,
    /// How tightly it is bound.
    pub earmarking: Option<Earmarking>,
    /// True: several clusters share it, so it is not counted for this one.
    pub shared: bool,
}

/// Everything that an edition says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EditionInputs {
    /// The edition's number.
    pub number: i32,
    /// The day that it speaks of.
    pub as_of: NaiveDate,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// The appeal.
    pub about: About,
    /// The money.
    pub money: Money,
    /// People in need.
    pub in_need: Option<Decimal>,
    /// People to be reached.
    pub target: Option<Decimal>,
    /// People reached; each counted once per place.
    pub reached: Option<Decimal>,
    /// Organisations with an accepted report, of those expected.
    pub partners_reporting: PartOfWhole,
    /// Accepted reports, of those expected.
    pub completeness: PartOfWhole,
    /// By area.
    pub areas: Vec<AreaLine>,
    /// By category.
    pub categories: Vec<CategoryLine>,
    /// By indicator.
    pub indicators: Vec<IndicatorLine>,
    /// By activity.
    pub activities: Vec<ActivityLine>,
    /// The contributions, the largest first.
    pub contributions: Vec<ContributionLine>,
    /// Numbers of people below this are hidden.
    pub small_cell_threshold: i32,
    /// How all this was made.
    pub methods: Vec<Method>,
}
