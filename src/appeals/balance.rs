//! The money of an appeal on a day: what it asks for, and what was given for it.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::{
    flows::{self, Boundary, Contributed},
    funding::{PlanFunding, Position, Tally},
    model::{self, Appeal, RequirementLine, Revision},
    service::{self, Destination},
    store,
};
use crate::kit::{Result, db::Conn};

/// The currency that funding is reckoned in.
const FUNDING_CURRENCY: &str = "USD";

/// What an appeal asks for and what was given for it, on a day.
#[derive(Debug, Clone)]
pub struct Balance {
    /// The day.
    pub as_of: NaiveDate,
    /// The revision that held.
    pub revision: Option<Revision>,
    /// Its lines.
    pub lines: Vec<RequirementLine>,
    /// What they ask for together, in the appeal's currency.
    pub requirement: Option<Decimal>,
    /// The requirement beside what was given, in US dollars. Without a requirement where that is in another currency.
    pub position: Position,
    /// What was given for this appeal.
    pub given: Tally,
    /// What was given for the whole plan.
    pub plan: PlanFunding,
    /// The sector, where the appeal is for one.
    pub sector: Option<String>,
    /// The years that the appeal spans.
    pub years: RangeInclusive<i32>,
    /// The contributions to the plan.
    pub contributions: Vec<Contributed>,
}

impl Balance {
    /// The contributions that are for this appeal: all of the plan's, or those for its sector, alone or shared.
    pub fn own(&self) -> impl Iterator<Item = &Contributed> {
        let is_own = |given: &&Contributed| match &self.sector {
            None => true,
            Some(sector) => given.fact.clusters.contains(sector),
        };
        self.contributions.iter().filter(is_own)
    }

    /// Whether a contribution stands and is on the side that sums are made of: for a whole plan an internal flow only says where money went that
    /// had come in before.
    pub fn is_counted(&self, given: &Contributed) -> bool {
        let fact = &given.fact;
        fact.active
            && match fact.boundary {
                Boundary::Incoming => true,
                Boundary::Internal => self.sector.is_some(),
                Boundary::Outgoing => false,
            }
    }
}

/// Reckons the money of an appeal on a day.
///
/// # Errors
/// When something cannot be read.
pub async fn balance(conn: Conn<'_>, appeal: &Appeal, as_of: NaiveDate) -> Result<Balance> {
    let Destination { code, sector, .. } = service::destination(conn, appeal).await?;
    let (contributions, revision) = futures::try_join!(
        flows::given_to(conn, appeal.operation_id, &code, as_of),
        store::revision_on(conn, appeal.id, as_of),
    )?;
    let lines = match &revision {
        Some(revision) => store::lines(conn, revision.id).await?,
        None => Vec::new(),
    };
    let years = years(appeal);
    let plan = PlanFunding::of(contributions.iter().map(|given| &given.fact), &years);
    let requirement = model::requirement(&lines);
    let given = plan.of_appeal(sector.as_deref());
    let comparable = requirement.filter(|_| appeal.currency == FUNDING_CURRENCY);
    let position = Position { requirement: comparable, funded: given.funded() };
    Ok(Balance { as_of, revision, lines, requirement, position, given, plan, sector, years, contributions })
}

/// The years that an appeal spans; its end is the first day after.
fn years(appeal: &Appeal) -> RangeInclusive<i32> {
    let last = appeal.ends_on.pred_opt().unwrap_or(appeal.ends_on);
    appeal.starts_on.year()..=last.year()
}
