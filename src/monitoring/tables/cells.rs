//! The same 5W in its tidy form: one record for each figure of a row, whom it counts in a column of its own.

use uuid::Uuid;

use super::rows::{JOINED, POINT, facts, source};
use crate::kit::data::Column;

/// Where the figures of rows are: those that count.
pub(super) const FIGURES: &str = "counted_cells";

pub(super) fn columns() -> Vec<Column> {
    vec![
        Column::text("category", "#meta+category"),
        Column::text("category_counts", "#meta+category+counts"),
        Column::text("category_kind", "#meta+category+kind"),
        Column::number("new_people", "#reached+new"),
        Column::number("repeat_people", "#reached+repeated"),
        Column::number("value", "#indicator+value+num"),
        Column::number("denominator", "#indicator+denominator+num"),
    ]
}

pub(super) fn statement(plan: Uuid, reports: &[String], guard: bool, with_points: bool) -> String {
    let mut cells: Vec<String> = facts(guard).into_iter().map(|(_, sql)| sql).collect();
    let own = ["g.key", "g.counts", "g.kind", "c.new_people", "c.repeat_people", "c.value", "c.denominator"];
    cells.extend(own.map(str::to_owned));
    if with_points {
        cells.push(POINT.to_owned());
    }
    format!(
        "{source}
        select {cells}
        {JOINED}
        join {FIGURES} c on c.row_id = w.id
        join categories g on g.id = c.category_id
        order by w.place, w.id, g.key, g.id",
        source = source(plan, reports, guard),
        cells = cells.join(", "),
    )
}
