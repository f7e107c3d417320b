//! When a row of a foreign sheet is of: the period that its day or month lies in.

use super::{
    fields::SheetField,
    lists::Entry as ListEntry,
    periods,
    reading::{ReadColumn, Reading, plain_text},
};
use crate::{
    kit::sheet::Cell,
    monitoring::model::{Period, PeriodId},
};

impl Reading<'_, '_> {
    pub(super) fn period(&mut self) -> Option<PeriodId> {
        let field = SheetField::Period;
        let Some(column) = self.filled(field).first().copied() else {
            if self.page.period.is_none() {
                self.unsaid(field, "the row does not say when: choose a period for the sheet");
            }
            return self.page.period;
        };
        let text = plain_text(self.cell(column));
        if let Some(choice) = self.page.choices.find(field, &text) {
            if choice.leave_out {
                self.left_out = true;
                self.fixed(column, "", "rows with this are left out, as was chosen");
                return None;
            }
            let number: Option<i32> = choice.code.as_ref().and_then(|code| code.trim().parse().ok());
            let period = self.page.periods.iter().find(|period| Some(period.number) == number);
            return match period {
                Some(period) => {
                    self.fixed(column, told(period), "as was chosen");
                    Some(period.id)
                }
                None => {
                    self.ask(
                        Some(column),
                        field,
                        "what was chosen for it is the number of no period of the plan",
                        Vec::new(),
                    );
                    None
                }
            };
        }
        self.period_of(column)
    }

    fn period_of(&mut self, column: &ReadColumn) -> Option<PeriodId> {
        let field = SheetField::Period;
        let order = column.dates.told().unwrap_or_default();
        let Some(time) = periods::time(self.cell(column), order, self.page.from_1904) else {
            let why = match column.dates.needs_choice() {
                true => {
                    "the days of this column can be meant in two ways: say whether the day or the month comes first"
                }
                false => "it is no day and no month, or could be two",
            };
            self.ask(Some(column), field, why, Vec::new());
            return None;
        };
        let year = self.year();
        let found = periods::meant(self.page.periods, time, year);
        let period = |id: &PeriodId| self.page.periods.iter().find(|period| period.id == *id);
        match found[..] {
            [id] => {
                let meaning = period(&id).map(told).unwrap_or_default();
                match self.cell(column) {
                    Cell::Date(_) | Cell::DateTime(_) => self.fine(column, meaning),
                    _ => self.fixed(column, meaning, "the period that it lies in"),
                }
                Some(id)
            }
            [] => {
                self.refuse(Some(column), field, "the plan has no period at this time");
                None
            }
            _ => {
                let entry = |period: &Period| ListEntry { code: period.number.to_string(), label: told(period) };
                let options = found.iter().filter_map(period).map(entry).collect();
                self.ask(Some(column), field, "several periods of the plan may be meant", options);
                None
            }
        }
    }

    /// The year, where it stands in a column of its own.
    fn year(&mut self) -> Option<i32> {
        let column = self.filled(SheetField::Year).first().copied();
        let said = |text: &str| text.trim().parse().ok().filter(|year| (1970..=2100).contains(year));
        let Some(column) = column else { return self.page.mapping.constant(SheetField::Year).and_then(said) };
        let year = said(&plain_text(self.cell(column)));
        match year {
            Some(_) => self.fine(column, ""),
            None => self.refuse(Some(column), SheetField::Year, "it is no year"),
        }
        year
    }
}

/// A period as people know it.
fn told(period: &Period) -> String {
    format!("period {}: {} to {}", period.number, period.starts_on, period.ends_on.pred_opt().unwrap_or(period.ends_on))
}
