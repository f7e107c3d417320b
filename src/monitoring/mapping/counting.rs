//! The numbers of a row of a foreign sheet: people by category, values, units, money.

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    fields::SheetField,
    people,
    reading::{Looked, ReadColumn, Reading, plain_text},
};
use crate::{
    kit::sheet::{Cell, NumberFormat, parse_number},
    monitoring::{
        checks::{self, Values},
        model::Figures,
    },
};

impl Reading<'_, '_> {
    /// The figures of the row, by category.
    pub(super) fn people(&mut self) -> Vec<checks::Cell> {
        let whom = self.whom();
        let before = self.yes(SheetField::CountedBefore).unwrap_or(false);
        let mut found: BTreeMap<Values, (usize, Figures)> = BTreeMap::new();
        for column in self.filled(SheetField::People) {
            let Some(number) = self.count(column) else { continue };
            let mut values = column.category.clone();
            if whom.iter().any(|(dimension, value)| values.get(dimension).is_some_and(|known| known != value)) {
                self.refuse(Some(column), SheetField::People, "the column counts others than the row says");
                continue;
            }
            values.extend(whom.clone());
            let (_, figures) = found.entry(values).or_insert((column.at, Figures::default()));
            let figure = if column.repeated || before { &mut figures.repeat_people } else { &mut figures.new_people };
            if figure.replace(number).is_some() {
                self.refuse(Some(column), SheetField::People, "another column counts the same people");
            }
        }
        for (field, is_value) in [(SheetField::Value, true), (SheetField::Denominator, false)] {
            let Some(column) = self.filled(field).first().copied() else { continue };
            let Some(number) = self.number(column) else { continue };
            let (_, figures) = found.entry(whom.clone()).or_insert((column.at, Figures::default()));
            *(if is_value { &mut figures.value } else { &mut figures.denominator }) = Some(number);
        }
        let cell = |(values, (at, figures)): (Values, (usize, Figures))| checks::Cell {
            at,
            values: Some(Arc::new(values)),
            figures,
        };
        found.into_iter().map(cell).collect()
    }

    /// Whom the whole row counts.
    fn whom(&mut self) -> Values {
        let mut whom = Values::new();
        for column in self.filled(SheetField::Whom) {
            let text = plain_text(self.cell(column));
            match self.look_up(SheetField::Whom, &text) {
                Looked::LeftOut => {
                    self.left_out = true;
                    self.fixed(column, "", "rows with this are left out, as was chosen");
                }
                Looked::Nothing => self.fixed(column, "", "it says nothing, as was chosen"),
                Looked::Unclear(why, options) => self.ask(Some(column), SheetField::Whom, why, options),
                Looked::Means(key, _) => {
                    let values = people::parse_key(&key).unwrap_or_default();
                    let differs = |(dimension, value): (&String, &String)| {
                        whom.get(dimension).is_some_and(|known| known != value)
                    };
                    if values.iter().any(differs) {
                        self.refuse(
                            Some(column),
                            SheetField::Whom,
                            "two columns say different things of whom the row counts",
                        );
                        continue;
                    }
                    whom.extend(values);
                    self.fine(column, key);
                }
            }
        }
        whom
    }

    /// People: whole, not below zero.
    fn count(&mut self, column: &ReadColumn) -> Option<Decimal> {
        let number = self.number_of(column)?;
        let written = matches!(self.cell(column), Cell::Number(_))
            || plain_text(self.cell(column)) == number.normalize().to_string();
        let whole = number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        if number < Decimal::ZERO {
            self.refuse(Some(column), column.field, "people cannot be fewer than none");
            return None;
        }
        if whole != number && !self.page.mapping.round_people {
            let why = "these are parts of people: write whole numbers, or choose that parts are rounded";
            self.refuse(Some(column), column.field, why);
            return None;
        }
        match (whole == number, written) {
            (false, _) => self.fixed(column, whole.to_string(), "rounded to whole people, as was chosen"),
            (true, true) => self.fine(column, whole.normalize().to_string()),
            (true, false) => {
                self.fixed(column, whole.normalize().to_string(), "a number with signs between its digits")
            }
        }
        Some(whole)
    }

    pub(super) fn one_number(&mut self, field: SheetField) -> Option<Decimal> {
        let column = self.filled(field).first().copied()?;
        self.number(column)
    }

    fn number(&mut self, column: &ReadColumn) -> Option<Decimal> {
        let number = self.number_of(column)?;
        match self.cell(column) {
            Cell::Number(_) => self.fine(column, number.normalize().to_string()),
            _ if plain_text(self.cell(column)) == number.to_string() => self.fine(column, number.to_string()),
            _ => self.fixed(column, number.normalize().to_string(), "a number with signs between its digits"),
        }
        Some(number)
    }

    pub(super) fn money(&mut self) -> Option<Decimal> {
        let column = self.filled(SheetField::Amount).first().copied()?;
        let exact = self.number_of(column)?;
        let cents = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        match cents == exact {
            true => self.fine(column, cents.normalize().to_string()),
            false => self.fixed(column, cents.to_string(), "rounded to cents"),
        }
        Some(cents)
    }

    /// The number of a cell, in the way that the whole column writes.
    fn number_of(&mut self, column: &ReadColumn) -> Option<Decimal> {
        let text = match self.cell(column) {
            Cell::Number(number) => return Some(*number),
            Cell::Text(text) => text.clone(),
            cell => cell.to_text(),
        };
        let format = column.numbers.told();
        let read = parse_number(&text, format.unwrap_or_default());
        let other = parse_number(&text, NumberFormat::Continental);
        if format.is_none() && read != other {
            let why = "the numbers of this column can be meant in two ways: say whether the point or the comma is the decimal mark";
            self.ask(Some(column), column.field, why, Vec::new());
            return None;
        }
        if read.is_none() {
            self.refuse(Some(column), column.field, "it is no number: write digits only, or leave the cell empty");
        }
        read
    }
}
