//! The cells of a sheet's rows. Codes, words and small numbers stand in thousands of rows, so that each is kept once: a row of a large sheet takes
//! four bytes a cell.

use std::{collections::HashMap, fmt, ops::Index, sync::Arc};

use super::{Cell, Row};

/// The cells of a row from column A on, without empty ones at the end.
#[derive(Clone)]
pub struct Cells {
    places: Box<[u32]>,
    values: Arc<[Cell]>,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The cell of a column, from 0.
    pub fn get(&self, column: usize) -> Option<&Cell> {
        self.places.get(column).map(|&place| self.value(place))
    }

    /// The cell of column A.
    pub fn first(&self) -> Option<&Cell> {
        self.get(0)
    }

    /// The cells one by one.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Cell> + DoubleEndedIterator {
        self.places.iter().map(|&place| self.value(place))
    }

    fn value(&self, place: u32) -> &Cell {
        &self.values[place as usize]
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.iter()).finish()
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Cells {}

impl Index<usize> for Cells {
    type Output = Cell;

    fn index(&self, column: usize) -> &Cell {
        self.value(self.places[column])
    }
}

impl FromIterator<Cell> for Cells {
    fn from_iter<I: IntoIterator<Item = Cell>>(cells: I) -> Self {
        cells.into_iter().collect::<Vec<_>>().into()
    }
}

impl From<Vec<Cell>> for Cells {
    fn from(cells: Vec<Cell>) -> Self {
        let mut one = Gathering::default();
        one.row(0, cells);
        one.rows().pop().map_or_else(|| Self { places: Box::default(), values: Arc::default() }, |row| row.cells)
    }
}

/// The rows of a sheet as they come.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    rows: Vec<(u32, Box<[u32]>)>,
    /// What stands in any cell, with its place. Numbers that are written with other zeros behind the point are others here.
    known: HashMap<(Cell, u32), u32>,
}

impl Gathering {
    pub(super) fn row(&mut self, number: u32, cells: Vec<Cell>) {
        let places = cells.into_iter().map(|cell| {
            let scale = if let Cell::Number(number) = &cell { number.scale() } else { 0 };
            // A file has fewer cells than this counts, by its limits.
            let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
            *self.known.entry((cell, scale)).or_insert(next)
        });
        self.rows.push((number, places.collect()));
    }

    /// The rows, which share what stands in them.
    pub(super) fn rows(self) -> Vec<Row> {
        let mut values = vec![Cell::Empty; self.known.len()];
        for ((cell, _), place) in self.known {
            values[place as usize] = cell;
        }
        let values: Arc<[Cell]> = values.into();
        let row = |(number, places)| Row { number, cells: Cells { places, values: Arc::clone(&values) } };
        self.rows.into_iter().map(row).collect()
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;

    #[test]
    fn rows_hold_what_came_and_share_what_is_the_same() {
        let number = |text: &str| Cell::Number(text.parse::<Decimal>().expect("a number"));
        let first = vec!["ED-01".into(), Cell::Empty, number("1.0")];
        let second = vec!["ED-01".into(), number("1.00")];
        let mut sheet = Gathering::default();
        sheet.row(2, first.clone());
        sheet.row(7, second.clone());
        let rows = sheet.rows();
        assert_eq!(rows[0], Row { number: 2, cells: first.into() });
        assert_eq!(rows[1], Row { number: 7, cells: second.into() });
        assert_eq!(rows[0].cells.values.len(), 4, "a code, nothing, and a number that is written in two ways");
        let written: Vec<String> = rows[1].cells.iter().rev().map(Cell::to_text).collect();
        assert_eq!(written, ["1.00", "ED-01"]);
        assert_eq!((rows[1].cells.get(2), rows[1].cells.first()), (None, Some(&"ED-01".into())));
    }
}
