//! The money of an appeal in the graph.

use chrono::NaiveDate;
use juniper::{GraphQLObject, graphql_object};
use rust_decimal::Decimal;

use crate::{
    appeals::{
        balance::Balance,
        flows::sectors,
        funding::{METHOD, METHOD_VERSION, Tally, percent},
    },
    kit::graphql::Context,
};

#[graphql_object(
    context = Context,
    name = "AppealFunding",
    description = "What was given for an appeal beside what it asks for. Pledges are shown and never counted; null means that nothing was reported."
)]
impl Balance {
    /// The day that it speaks of.
    fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// How it was reckoned.
    fn method() -> &'static str {
        METHOD
    }

    /// The version of the method.
    fn method_version() -> &'static str {
        METHOD_VERSION
    }

    /// What is asked for, in the appeal's currency.
    fn requirement(&self) -> Option<Decimal> {
        self.requirement
    }

    /// What was given for this appeal, in US dollars.
    fn given(&self) -> &Tally {
        &self.given
    }

    /// Given as a percentage of asked for, one digit; above 100 when more was given; null for a requirement in another currency.
    fn coverage_percent(&self) -> Option<Decimal> {
        self.position.coverage().map(|share| percent(share, 1))
    }

    /// What is still missing, never below zero.
    fn unmet(&self) -> Option<Decimal> {
        self.position.unmet()
    }

    /// What was given beyond what is asked for.
    fn over_funding(&self) -> Option<Decimal> {
        self.position.over_funding()
    }

    /// What was given for the whole plan.
    fn plan_given(&self) -> &Tally {
        &self.plan.plan
    }

    /// What was given for each cluster alone.
    fn clusters(&self) -> Vec<ClusterFunding> {
        let line = |(sector, given): (&String, &Tally)| ClusterFunding {
            name: sectors::name(sector).unwrap_or(sector).to_owned(),
            sector: sector.clone(),
            given: given.clone(),
        };
        self.plan.clusters.iter().map(line).collect()
    }

    /// What several clusters share. Nobody says how much is whose, so it stands on a line of its own.
    fn shared(&self) -> &Tally {
        &self.plan.shared
    }

    /// What several clusters share, the appeal's sector among them; null for an appeal that asks for all. Nobody says how much of it is the
    /// sector's, so it is not counted.
    fn shared_for_sector(&self) -> Option<Tally> {
        let sector = self.sector.as_ref()?;
        Some(self.plan.shared_by.get(sector).cloned().unwrap_or_default())
    }

    /// What came to the plan without a cluster and was not allotted to one since.
    fn not_specified(&self) -> Option<Decimal> {
        self.plan.not_specified
    }

    /// What other plans have a share in; not counted.
    fn shared_with_other_plans(&self) -> &Tally {
        &self.plan.shared_with_other_plans
    }
}

#[graphql_object(context = Context, name = "FundingTally", description = "Sums of contributions in US dollars; each is null where none is known.")]
impl Tally {
    /// What counts as given: paid and committed.
    #[graphql(name = "funded")]
    fn counted(&self) -> Option<Decimal> {
        self.funded()
    }

    /// Transferred.
    fn paid(&self) -> Option<Decimal> {
        self.paid
    }

    /// Signed for, not yet transferred.
    fn committed(&self) -> Option<Decimal> {
        self.committed
    }

    /// Announced; never counted.
    fn pledged(&self) -> Option<Decimal> {
        self.pledged
    }

    /// The part of what counts that comes as goods.
    fn in_kind(&self) -> Option<Decimal> {
        self.in_kind
    }

    /// Paid as a percentage of what counts, one digit.
    fn paid_percent(&self) -> Option<Decimal> {
        self.paid_ratio().map(|share| percent(share, 1))
    }
}

/// What was given for one cluster of a plan.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "What was given for one cluster of a plan.")]
pub struct ClusterFunding {
    /// The sector's code, else its name at the source.
    sector: String,
    /// The sector's name.
    name: String,
    /// What was given.
    given: Tally,
}
