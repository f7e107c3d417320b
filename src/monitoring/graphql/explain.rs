//! Explanations in the graph.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use juniper::{ID, graphql_object};
use rust_decimal::Decimal;

use crate::{
    connection,
    dimensions::{CategoryById, CategoryId},
    kit::{
        Result,
        auth::Action,
        graphql::{
            Context, Count,
            connection::Connection,
            lazy::{Later, Lazy},
            page::Page,
        },
    },
    monitoring::{
        explain::{Behind, CountedCell, Explained, FigureKind, Input, InputName, counted_cells, explain, rows_behind},
        figures::counted_periods,
        model::{PeriodId, ReportRow, RowId},
        policy,
    },
    places::AdminAreaId,
    plans::{IndicatorId, PlanId},
};

/// How a figure came about.
pub struct Explanation {
    plan: PlanId,
    periods: Vec<PeriodId>,
    behind: Behind,
    explained: Explained,
}

#[graphql_object(context = Context, description = "How a figure came about.")]
impl Explanation {
    /// Which figure.
    fn kind(&self) -> FigureKind {
        self.explained.kind
    }

    /// Its value; null where it is not known, which is not zero.
    fn value(&self) -> Option<Decimal> {
        self.explained.value
    }

    /// How it was made.
    fn method(&self) -> &str {
        self.explained.method
    }

    /// The method's version.
    fn method_version(&self) -> &str {
        self.explained.method_version
    }

    /// The formula in words, in your language.
    fn formula(&self, context: &Context) -> String {
        let say = context.tools.texts.in_language(context.language);
        say.text("explain-formula", &[("kind", self.explained.kind.as_str().into())])
    }

    /// As of when: the last acceptance that it holds; null when there is none.
    fn as_of(&self) -> Option<DateTime<Utc>> {
        self.explained.as_of
    }

    /// What it was made from.
    fn source(&self) -> &str {
        self.explained.source
    }

    /// The numbers that it was made of.
    fn inputs(&self) -> &[Input] {
        &self.explained.inputs
    }

    /// The rows behind it: of accepted reports that you may read.
    fn rows<'a>(
        &'a self,
        context: &'a Context,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Later<'a, Connection<RowBehind>> {
        Later::new(async move {
            context.viewer.require_user()?;
            let page = Page::new("rows behind an explained figure by report and place in it", first, after.as_deref())?;
            let (conn, reach) = (context.db.conn().await?, context.viewer.reach(Action::ReadContent));
            let of = (self.plan, self.periods.as_slice());
            let rows = rows_behind(conn, of, self.behind, &reach, &page).await?;
            let ids: Vec<RowId> = rows.iter().map(|row| row.id).collect();
            let mut cells: BTreeMap<RowId, Vec<CountedCell>> = BTreeMap::new();
            for cell in counted_cells(conn, of, &ids).await? {
                cells.entry(cell.row_id).or_default().push(cell);
            }
            let rows = rows.into_iter().map(|row| RowBehind { cells: cells.remove(&row.id).unwrap_or_default(), row });
            Connection::from_rows(&page, rows.collect(), |behind: &RowBehind| place(&behind.row))
        })
    }
}

/// The place of a row in it.
pub(super) fn place(row: &ReportRow) -> (crate::monitoring::model::ReportId, i32, RowId) {
    (row.report_id, row.position, row.id)
}

#[graphql_object(context = Context, name = "FigureInputValue", description = "A number that a figure is made of.")]
impl Input {
    /// What it is.
    fn name(&self) -> InputName {
        self.name
    }

    /// The number; null where it is not known.
    fn value(&self) -> Option<Decimal> {
        self.value
    }
}

/// A row behind a figure.
pub struct RowBehind {
    row: ReportRow,
    cells: Vec<CountedCell>,
}

#[graphql_object(context = Context, name = "RowBehindFigure", description = "A row behind a figure.")]
impl RowBehind {
    /// The row.
    fn row(&self) -> &ReportRow {
        &self.row
    }

    /// Its counts of people, and which of them count.
    fn cells(&self) -> &[CountedCell] {
        &self.cells
    }
}

connection!(RowBehind as "RowBehindFigureConnection", "RowBehindFigureEdge");

#[graphql_object(context = Context, description = "A count of people of a row, and whether people reached are made of it.")]
impl CountedCell {
    /// Whom it counts.
    fn category(&self) -> Lazy<CategoryById> {
        Lazy::new(self.category_id)
    }

    /// New and repeated people; null where neither was told.
    fn people(&self) -> Option<Count> {
        self.people.and_then(Count::rounded)
    }

    /// Whether it is the largest of its place and category, in a split that counts there: people reached are made of it, or of one that is alike.
    fn counts(&self) -> bool {
        self.counts
    }
}

/// The root field of explanations.
#[derive(Default)]
pub struct ExplainQueries;

#[graphql_object(context = Context)]
impl ExplainQueries {
    /// How a figure came about: its method, the numbers that it was made of, and the rows behind it.
    async fn explain(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Which figure.")] kind: FigureKind,
        #[graphql(description = "By the end of this period; without it by the latest that has opened.")]
        up_to_period_id: Option<ID>,
        #[graphql(description = "Of this area alone.")] area_id: Option<ID>,
        #[graphql(description = "Of this category alone: people reached, services and the upper bound.")]
        category_id: Option<ID>,
        #[graphql(description = "The indicator, for its value.")] indicator_id: Option<ID>,
    ) -> Result<Explanation> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let up_to = PeriodId::parse_optional(up_to_period_id.as_ref(), "upToPeriodId")?;
        let behind = Behind {
            area: AdminAreaId::parse_optional(area_id.as_ref(), "areaId")?,
            category: CategoryId::parse_optional(category_id.as_ref(), "categoryId")?,
            indicator: IndicatorId::parse_optional(indicator_id.as_ref(), "indicatorId")?,
        };
        let now = context.tools.clock.now();
        let periods = counted_periods(conn, plan.id, up_to, now).await?;
        let explained = explain(conn, kind, behind, (plan.id, up_to, &periods), now).await?;
        Ok(Explanation { plan: plan.id, periods, behind, explained })
    }
}
