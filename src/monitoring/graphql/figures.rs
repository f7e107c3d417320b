//! Figures in the graph: each says how it was made, of what, and as of when.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use juniper::{GraphQLObject, graphql_object};
use rust_decimal::Decimal;

use crate::{
    connection,
    dimensions::CategoryById,
    kit::{
        Error, Result,
        graphql::{
            Context, Count,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
    },
    monitoring::{
        calculation::{Share, gap},
        figures::{
            AreaReporting, CategoryReach, IndicatorValue, METHOD, METHOD_VERSION, PlanFigures, SOURCE, area_reporting,
            category_figures, indicator_values, time_gone,
        },
        model::PeriodId,
        store::batches::PeriodById,
    },
    places::{AdminAreaId, AreaById},
    plans::{
        Indicator, IndicatorId, OverallStatus, PlanById, PlanId, Wanted, shown_indicator, status, wanted_of_indicators,
    },
};

/// Reports that wait for a decision.
const WAITING: &str = "submitted partner reports that wait for a decision";
/// The plan and its needs round.
const PLAN: &str = "the targets of the plan's published version";
const NEEDS: &str = "the published needs round of the plan's published version";
const NEEDS_AND_REPORTS: &str =
    "the published needs round of the plan's published version, and accepted partner reports";
const PLAN_AND_REPORTS: &str = "the targets of the plan's published version, and accepted partner reports";

/// A number of people or services, and how it came to be.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A number of people or services, and how it came to be.")]
pub struct PeopleFigure {
    /// The number; null when it is not known, which is not zero. A gap may be below zero.
    value: Option<Count>,
    /// How it was made.
    method: &'static str,
    /// The method's version.
    method_version: &'static str,
    /// As of when: the last acceptance that it holds; null when there is none.
    as_of: Option<DateTime<Utc>>,
    /// What it was made from.
    source: &'static str,
}

/// A part of a whole, and how it came to be.
#[derive(GraphQLObject)]
#[graphql(context = Context, description = "A part of a whole, and how it came to be.")]
pub struct ShareFigure {
    /// The share: 1 is all, and more than all is shown. Null when either number is not known or the whole is zero.
    value: Option<Decimal>,
    /// The part.
    numerator: Option<Decimal>,
    /// The whole.
    denominator: Option<Decimal>,
    /// How it was made.
    method: &'static str,
    /// The method's version.
    method_version: &'static str,
    /// As of when: the last acceptance that it holds; null when there is none.
    as_of: Option<DateTime<Utc>>,
    /// What it was made from.
    source: &'static str,
}

fn people(
    value: Option<Decimal>,
    method: &'static str,
    source: &'static str,
    as_of: Option<DateTime<Utc>>,
) -> PeopleFigure {
    PeopleFigure { value: value.and_then(Count::rounded), method, method_version: METHOD_VERSION, as_of, source }
}

fn share(share: Share, method: &'static str, source: &'static str, as_of: Option<DateTime<Utc>>) -> ShareFigure {
    let Share { numerator, denominator } = share;
    ShareFigure { value: share.value(), numerator, denominator, method, method_version: METHOD_VERSION, as_of, source }
}

/// What a plan has come to.
pub struct PlanFiguresNode {
    pub(super) plan: PlanId,
    pub(super) up_to: Option<PeriodId>,
    pub(super) figures: PlanFigures,
}

#[graphql_object(
    context = Context,
    name = "PlanFigures",
    description = "What a plan has come to by the end of a period. Only accepted reports count."
)]
impl PlanFiguresNode {
    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan)
    }

    /// By the end of this period; null for the latest that has opened.
    fn up_to_period(&self) -> Lazy<PeriodById> {
        Lazy::new(self.up_to)
    }

    /// The published version of the plan that targets and need are of. Null while the plan was never published: then neither is known.
    fn plan_version(&self) -> Option<i32> {
        self.figures.plan_version
    }

    /// People reached: per place and category the largest figure counts, and different places and people add up.
    fn reached(&self) -> PeopleFigure {
        people(self.figures.reached, METHOD, SOURCE, self.figures.as_of)
    }

    /// What people reached would be of reports that wait for a decision alone. It is no part of `reached`.
    fn reached_submitted(&self) -> PeopleFigure {
        people(self.figures.reached_submitted, METHOD, WAITING, None)
    }

    /// Services delivered: a plain sum, which are not people.
    fn services(&self) -> PeopleFigure {
        people(self.figures.services, "SUM_OF_ROWS", SOURCE, self.figures.as_of)
    }

    /// The sum of new people: more cannot have been reached.
    fn upper_bound(&self) -> PeopleFigure {
        people(self.figures.upper_bound, "SUM_OF_NEW_PEOPLE", SOURCE, self.figures.as_of)
    }

    /// People to be reached, everyone once, as the published version of the plan says it.
    fn target(&self) -> PeopleFigure {
        people(self.figures.target, "LARGEST_TARGET", PLAN, None)
    }

    /// People in need, as long as the needs round of the published version is published.
    fn in_need(&self) -> PeopleFigure {
        people(self.figures.in_need, "NEEDS_ROUND", NEEDS, None)
    }

    /// People reached of those to be reached.
    fn progress(&self) -> ShareFigure {
        share(self.figures.progress(), "REACHED_OF_TARGET", PLAN_AND_REPORTS, self.figures.as_of)
    }

    /// People still to be reached; below zero more were reached than planned.
    fn gap_to_target(&self) -> PeopleFigure {
        people(self.figures.gap_to_target(), "TARGET_LESS_REACHED", PLAN_AND_REPORTS, self.figures.as_of)
    }

    /// People in need who were not reached.
    fn gap_to_need(&self) -> PeopleFigure {
        people(self.figures.gap_to_need(), "NEED_LESS_REACHED", NEEDS_AND_REPORTS, self.figures.as_of)
    }

    /// Accepted reports of expected ones: one for each reporting member, cluster and period.
    fn completeness(&self) -> ShareFigure {
        share(self.figures.completeness, "ACCEPTED_OF_EXPECTED", SOURCE, self.figures.as_of)
    }

    /// Reports that were first submitted before the deadline as it stood, of expected ones.
    fn timeliness(&self) -> ShareFigure {
        share(self.figures.timeliness, "IN_TIME_OF_EXPECTED", "partner reports", self.figures.as_of)
    }

    /// Organisations with an accepted report, of those expected to report.
    fn partners_reporting(&self) -> ShareFigure {
        share(self.figures.partners_reporting, "REPORTING_OF_EXPECTED", SOURCE, self.figures.as_of)
    }

    /// By area of a level, in the order of P-codes.
    async fn areas(
        &self,
        context: &Context,
        #[graphql(description = "The level: 1 the largest areas, up to 5.")] level: i32,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<AreaFigures>> {
        let page = Page::new("figures of areas by P-code", first, after.as_deref())?;
        let after = page.after_key::<(String, AdminAreaId)>()?;
        let all =
            area_reporting(context.db.conn().await?, self.plan, level, self.up_to, context.tools.clock.now()).await?;
        let key = |area: &AreaReporting| (area.reach.pcode.clone(), area.reach.area_id);
        let behind = all.into_iter().filter(|area| after.as_ref().is_none_or(|after| key(area) > *after));
        let rows = behind.take(usize::try_from(page.limit()).map_err(Error::internal)?).collect();
        let as_of = self.figures.as_of;
        Ok(Connection::from_rows(&page, rows, key)?.map(|reporting| AreaFigures { reporting, as_of }))
    }

    /// By category, everyone first. Categories cut across each other: do not add them up.
    async fn categories(
        &self,
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<CategoryFigures>> {
        let page = Page::new("figures of categories by key", first, after.as_deref())?;
        let after = page.after_key::<(usize,)>()?.map(|(place,)| place);
        let all = category_figures(context.db.conn().await?, self.plan, self.up_to, context.tools.clock.now()).await?;
        let behind = all.into_iter().enumerate().filter(|(place, _)| after.is_none_or(|after| *place > after));
        let rows: Vec<_> = behind.take(usize::try_from(page.limit()).map_err(Error::internal)?).collect();
        let as_of = self.figures.as_of;
        Ok(Connection::from_rows(&page, rows, |(place, _)| (*place,))?
            .map(|(_, reach)| CategoryFigures { reach, as_of }))
    }

    /// By indicator of the published version, each by its own rule across places and periods.
    async fn indicators(
        &self,
        context: &Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<IndicatorFigures>> {
        let page = Page::new("figures of indicators by id", first, after.as_deref())?;
        let after = page.after_key::<(IndicatorId,)>()?.map(|(id,)| id);
        let mut all =
            indicator_values(context.db.conn().await?, self.plan, None, self.up_to, context.tools.clock.now()).await?;
        all.sort_by_key(|value| value.indicator_id);
        let behind = all.into_iter().filter(|value| after.is_none_or(|after| value.indicator_id > after));
        let rows = behind.take(usize::try_from(page.limit()).map_err(Error::internal)?).collect();
        let (conn, now) = (context.db.conn().await?, context.tools.clock.now());
        let wanted = wanted_of_indicators(conn, self.plan).await?;
        let time_gone = time_gone(conn, self.plan, self.up_to, now).await?;
        let as_of = self.figures.as_of;
        let page = Connection::from_rows(&page, rows, |value: &IndicatorValue| (value.indicator_id,))?;
        Ok(page.map(|value| {
            let wanted = wanted.get(&value.indicator_id).copied().unwrap_or_default();
            IndicatorFigures { value, wanted, time_gone, as_of }
        }))
    }
}

/// What was reached in an area.
pub struct AreaFigures {
    reporting: AreaReporting,
    as_of: Option<DateTime<Utc>>,
}

#[graphql_object(context = Context, description = "What was reached in an area, with all places in it.")]
impl AreaFigures {
    /// The area.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.reporting.reach.area_id)
    }

    /// People reached; null while nothing was accepted.
    fn reached(&self) -> PeopleFigure {
        people(self.reporting.reach.reached, METHOD, SOURCE, self.as_of)
    }

    /// Services delivered: a plain sum, which are not people.
    fn services(&self) -> PeopleFigure {
        people(self.reporting.reach.services, "SUM_OF_ROWS", SOURCE, self.as_of)
    }

    /// The sum of new people: more cannot have been reached.
    fn upper_bound(&self) -> PeopleFigure {
        people(self.reporting.reach.upper_bound, "SUM_OF_NEW_PEOPLE", SOURCE, self.as_of)
    }

    /// People to be reached.
    fn target(&self) -> PeopleFigure {
        people(self.reporting.reach.target, "LARGEST_TARGET", PLAN, None)
    }

    /// People in need.
    fn in_need(&self) -> PeopleFigure {
        people(self.reporting.reach.in_need, "NEEDS_ROUND", NEEDS, None)
    }

    /// People reached of those to be reached.
    fn progress(&self) -> ShareFigure {
        let progress = Share::new(self.reporting.reach.reached, self.reporting.reach.target);
        share(progress, "REACHED_OF_TARGET", PLAN_AND_REPORTS, self.as_of)
    }

    /// People still to be reached; below zero more were reached than planned.
    fn gap_to_target(&self) -> PeopleFigure {
        people(
            gap(self.reporting.reach.target, self.reporting.reach.reached),
            "TARGET_LESS_REACHED",
            PLAN_AND_REPORTS,
            self.as_of,
        )
    }

    /// People in need who were not reached.
    fn gap_to_need(&self) -> PeopleFigure {
        people(
            gap(self.reporting.reach.in_need, self.reporting.reach.reached),
            "NEED_LESS_REACHED",
            NEEDS_AND_REPORTS,
            self.as_of,
        )
    }

    /// Accepted reports of expected ones, to the clusters that cover the area.
    fn completeness(&self) -> ShareFigure {
        let (accepted, expected) = (self.reporting.reports_accepted, self.reporting.reports_expected);
        share(Share::new(Decimal::from(accepted), Decimal::from(expected)), "ACCEPTED_OF_EXPECTED", SOURCE, self.as_of)
    }

    /// Reports that were first submitted before the deadline as it stood, of expected ones, to the clusters that cover the area.
    fn timeliness(&self) -> ShareFigure {
        let (in_time, expected) = (self.reporting.reports_in_time, self.reporting.reports_expected);
        let of = Share::new(Decimal::from(in_time), Decimal::from(expected));
        share(of, "IN_TIME_OF_EXPECTED", "partner reports", self.as_of)
    }

    /// Organisations with an accepted row here, of those expected to report to a cluster that covers the area.
    fn partners_reporting(&self) -> ShareFigure {
        let (reporting, expected) =
            (self.reporting.reach.organisations_reporting, self.reporting.organisations_expected);
        let of = Share::new(Decimal::from(reporting), Decimal::from(expected));
        share(of, "REPORTING_OF_EXPECTED", SOURCE, self.as_of)
    }
}

connection!(AreaFigures as "AreaFiguresConnection", "AreaFiguresEdge");

/// What was reached of a category.
pub struct CategoryFigures {
    reach: CategoryReach,
    as_of: Option<DateTime<Utc>>,
}

#[graphql_object(context = Context, description = "What was reached of a category, over all places.")]
impl CategoryFigures {
    /// Whom it counts.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.reach.category_id)
    }

    /// People reached.
    fn reached(&self) -> PeopleFigure {
        people(Some(self.reach.reached), METHOD, SOURCE, self.as_of)
    }

    /// Services delivered. Of a total that was given beside its parts, only what the parts leave.
    fn services(&self) -> PeopleFigure {
        people(Some(self.reach.services), "SUM_OF_ROWS", SOURCE, self.as_of)
    }

    /// The sum of new people, in the same way.
    fn upper_bound(&self) -> PeopleFigure {
        people(Some(self.reach.upper_bound), "SUM_OF_NEW_PEOPLE", SOURCE, self.as_of)
    }

    /// People reached who are in none of the categories that are told apart as this one is: rows only totalled them, or told them apart otherwise.
    /// Null for everyone, for cross-cuts and for personnel.
    fn not_split(&self) -> PeopleFigure {
        people(self.reach.not_split, "REACHED_LESS_PARTS", SOURCE, self.as_of)
    }
}

connection!(CategoryFigures as "CategoryFiguresConnection", "CategoryFiguresEdge");

/// What an indicator has come to.
pub struct IndicatorFigures {
    value: IndicatorValue,
    wanted: Wanted,
    time_gone: Option<Decimal>,
    as_of: Option<DateTime<Utc>>,
}

#[graphql_object(context = Context, description = "What an indicator has come to, by its own rule across places and periods.")]
impl IndicatorFigures {
    /// The indicator: as it is worked on to those who work on the plan, else as it was published.
    fn indicator<'a>(&'a self, context: &'a Context) -> Later<'a, Option<Arc<Indicator>>> {
        Later::new(shown_indicator(context, self.value.indicator_id))
    }

    /// Its value. Of a number the denominator is 1.
    fn value(&self) -> ShareFigure {
        share(self.value.value, "INDICATOR_RULE", SOURCE, self.as_of)
    }

    /// Where it started, over all places, as the published version of the plan says it: of a ratio a share. Null when not known.
    fn baseline(&self) -> Option<Decimal> {
        self.wanted.baseline
    }

    /// How many need it. Null when not known.
    fn in_need(&self) -> Option<Decimal> {
        self.wanted.in_need
    }

    /// Where it is to come. Null when not decided, and where the figures of several places do not add up.
    fn target(&self) -> Option<Decimal> {
        self.wanted.target
    }

    /// How much of the way from the baseline to the target is done: more than all is shown, and below zero it went back. Null when one of the three
    /// is not known, and when the target is the baseline.
    fn progress(&self) -> ShareFigure {
        let way = |to: Option<Decimal>| gap(to, self.wanted.baseline);
        let done = Share::new(way(self.value.value.value()), way(self.wanted.target));
        share(done, "WAY_FROM_BASELINE_TO_TARGET", PLAN_AND_REPORTS, self.as_of)
    }

    /// How it stands, by the way done and the share of the plan's time gone by the end of the period.
    fn status(&self) -> OverallStatus {
        let Wanted { baseline, target, .. } = self.wanted;
        self.time_gone.map_or(OverallStatus::NoStatus, |gone| status(self.value.value.value(), baseline, target, gone))
    }
}

connection!(IndicatorFigures as "IndicatorFiguresConnection", "IndicatorFiguresEdge");
