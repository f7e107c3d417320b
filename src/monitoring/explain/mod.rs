//! How a figure came about: its method, what it was made of, and the rows behind it with the cells that counted.

mod behind;
mod inputs;

pub(super) use behind::{Behind, CountedCell, counted_cells, rows_behind};
pub(super) use inputs::{Explained, FigureKind, Input, InputName, explain};
