//! The same 5W in its tidy form: one record for each figure of a row, whom it counts in a column of its own.

use uuid::Uuid;

use super::rows::{JOINED, POINT, Piece, facts, source};
use crate::kit::data::Column;

/// Where the figures of rows are: those that count. Where the cluster corrected none of them, that is what the partners said, and to look for a
/// correction of each cell would take a fifth of all the time.
pub(super) fn figures(corrected: bool) -> &'static str {
    if corrected { "counted_cells" } else { "report_cells" }
}

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

pub(super) fn statement(plan: Uuid, piece: &Piece, guard: bool, with_points: bool) -> String {
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
        join {figures} c on c.row_id = w.id
        join categories g on g.id = c.category_id
        order by w.place, w.id, g.key, g.id",
        source = source(plan, &piece.reports, guard),
        cells = cells.join(", "),
        figures = figures(piece.corrected),
    )
}
