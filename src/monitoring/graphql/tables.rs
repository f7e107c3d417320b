//! Tables in the graph: the same that the files hold, page by page.

use juniper::{ID, graphql_object};

use crate::{
    connection,
    kit::{
        Result,
        auth::Action,
        data::{Column, Holds, Record},
        graphql::{Context, connection::Connection, lazy::Lazy, page::Page},
    },
    monitoring::{
        model::PeriodId,
        policy,
        tables::{Asked, Filled, TableKind, fill},
    },
    places::{AdminAreaId, AreaById},
    plans::{PlanById, PlanId},
};

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, juniper::GraphQLEnum)]
#[graphql(name = "ColumnHolds", description = "What the cells of a column hold.")]
pub enum ColumnHolds {
    /// Text.
    Text,
    /// Exact numbers, with a point before decimals.
    Number,
    /// Days, as ISO 8601 has them.
    Day,
}

#[graphql_object(context = Context, name = "TableColumn", description = "A column of a table.")]
impl Column {
    /// Its heading, as files have it: that of the Humanitarian API where it has the column.
    fn name(&self) -> &str {
        &self.name
    }

    /// Its HXL tag.
    fn tag(&self) -> &str {
        &self.tag
    }

    /// What its cells hold.
    fn holds(&self) -> ColumnHolds {
        match self.holds {
            Holds::Text => ColumnHolds::Text,
            Holds::Number => ColumnHolds::Number,
            Holds::Day => ColumnHolds::Day,
        }
    }
}

/// A table of a plan.
pub struct PlanTable {
    plan: PlanId,
    kind: TableKind,
    columns: Vec<Column>,
    filled: Filled,
}

#[graphql_object(
    context = Context,
    name = "PlanTable",
    description = "A table of a plan, made of accepted reports. Files of it: `/plans/{code}/tables/{table}.csv`, `.xlsx`, `.json` or `.geojson`."
)]
impl PlanTable {
    /// The plan.
    fn plan(&self) -> Lazy<PlanById> {
        Lazy::new(self.plan)
    }

    /// Which table.
    fn table(&self) -> TableKind {
        self.kind
    }

    /// Its columns.
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// Its records, in the order of the file.
    fn rows(
        &self,
        #[graphql(description = "How many, 1 to 100.")] first: i32,
        #[graphql(description = "Go on behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<TableRow>> {
        let page = Page::new("rows of a table in their order", first, after.as_deref())?;
        let after = page.after_key::<(usize,)>()?.map_or(0, |(place,)| place.saturating_add(1));
        let limit = usize::try_from(page.limit()).unwrap_or(usize::MAX);
        let area = |place: usize| self.filled.areas.get(place).copied().flatten().map(AdminAreaId::from_uuid);
        let rows = self.filled.records.iter().enumerate().skip(after).take(limit);
        let rows = rows.map(|(place, cells)| TableRow { place, area: area(place), cells: cells.clone() }).collect();
        let total = i64::try_from(self.filled.records.len()).ok();
        Ok(Connection::from_rows(&page, rows, |row: &TableRow| (row.place,))?.with_total(total))
    }
}

/// A record of a table.
pub struct TableRow {
    place: usize,
    area: Option<AdminAreaId>,
    cells: Record,
}

#[graphql_object(context = Context, name = "TableRow", description = "A record of a table.")]
impl TableRow {
    /// The area that it is of; null where the table has none.
    fn area(&self) -> Lazy<AreaById> {
        Lazy::new(self.area)
    }

    /// Its cells in the order of the columns; null is not known, which is not zero.
    fn cells(&self) -> &[Option<String>] {
        &self.cells
    }
}

connection!(TableRow as "TableRowConnection", "TableRowEdge");

/// The root fields of tables.
#[derive(Default)]
pub struct TableQueries;

#[graphql_object(context = Context)]
impl TableQueries {
    /// A table of a plan: who is where, what is missing, who reports. Only accepted reports count.
    async fn plan_table(
        context: &Context,
        #[graphql(description = "The plan.")] plan_id: ID,
        #[graphql(description = "Which table.")] table: TableKind,
        #[graphql(description = "The level of areas: 1 the largest, up to 5.", default = 1)] level: i32,
        #[graphql(description = "From this period on; without it from the first.")] from_period_id: Option<ID>,
        #[graphql(description = "By the end of this period; without it by the latest that has opened.")]
        up_to_period_id: Option<ID>,
    ) -> Result<PlanTable> {
        let conn = context.db.conn().await?;
        let id = PlanId::parse(&plan_id, "planId")?;
        let plan = policy::plan(conn, &context.viewer, Action::ReadShared, id, "planId").await?;
        let ends = (
            PeriodId::parse_optional(from_period_id.as_ref(), "fromPeriodId")?,
            PeriodId::parse_optional(up_to_period_id.as_ref(), "upToPeriodId")?,
        );
        let asked = Asked::new(conn, plan.id, ends, level, context.tools.clock.now()).await?;
        let filled = fill(conn, table, &asked).await?;
        Ok(PlanTable { plan: plan.id, kind: table, columns: table.columns(), filled })
    }
}
