//! One row of a foreign sheet on its way to an entry: every cell that is read gets a verdict, and nothing is passed over in silence.

use rust_decimal::Decimal;

use super::{
    fields::{CellVerdict, SheetField},
    lists::{Entry as ListEntry, Found, Lists, OURS},
    model::{Choices, MappedColumn, Mapping},
    places::Places,
    understanding::OpenColumn,
};
use crate::{
    kit::{
        scope::OrganisationId,
        sheet::{Cell, DateOrder, Habit, NumberFormat, Row, says_nothing, yes_or_no},
    },
    monitoring::{
        checks::{Entry, Frame, Values},
        model::{Period, PeriodId, RowStatus},
    },
    plans::{ActivityId, IndicatorId, Modality, ProjectId},
};

static NOTHING: Cell = Cell::Empty;

/// A column that is read: where it stands, and how it writes.
#[derive(Debug, Clone)]
pub(in crate::monitoring) struct ReadColumn {
    pub(in crate::monitoring) at: usize,
    pub(in crate::monitoring) heading: String,
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) category: Values,
    pub(in crate::monitoring) repeated: bool,
    pub(in crate::monitoring) numbers: Habit<NumberFormat>,
    pub(in crate::monitoring) dates: Habit<DateOrder>,
}

impl ReadColumn {
    /// A column of a mapping at its place, with what was said and what its cells say of how it writes.
    pub(in crate::monitoring) fn new(
        at: usize,
        column: &MappedColumn,
        field: SheetField,
        numbers: Habit<NumberFormat>,
        dates: Habit<DateOrder>,
    ) -> Self {
        Self {
            at,
            heading: column.heading.clone(),
            field,
            category: column.category.clone(),
            repeated: column.repeated,
            numbers: column.numbers.map_or(numbers, |writing| Habit::One(writing.format())),
            dates: column.dates.map_or(dates, |writing| Habit::One(writing.order())),
        }
    }
}

/// What the rows of a sheet are read by.
pub(in crate::monitoring) struct Page<'a> {
    pub(in crate::monitoring) mapping: &'a Mapping,
    pub(in crate::monitoring) choices: Choices<'a>,
    pub(in crate::monitoring) columns: Vec<ReadColumn>,
    /// Columns that are not read before somebody chose what they are, with why.
    pub(in crate::monitoring) open: Vec<OpenColumn>,
    pub(in crate::monitoring) lists: &'a Lists,
    pub(in crate::monitoring) places: &'a Places,
    pub(in crate::monitoring) periods: &'a [Period],
    pub(in crate::monitoring) frame: &'a Frame,
    pub(in crate::monitoring) from_1904: bool,
    /// Whose rows they are where the sheet does not say.
    pub(in crate::monitoring) organisation: Option<OrganisationId>,
    /// Of when they are where the sheet does not say.
    pub(in crate::monitoring) period: Option<PeriodId>,
}

/// A cell that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::monitoring) struct ReadCell {
    /// Its column, by its place in the sheet; none for what the sheet leaves unsaid.
    pub(in crate::monitoring) at: Option<usize>,
    pub(in crate::monitoring) field: SheetField,
    pub(in crate::monitoring) verdict: CellVerdict,
    /// What stands there.
    pub(in crate::monitoring) text: String,
    /// What it is taken as.
    pub(in crate::monitoring) meaning: Option<String>,
    /// Why, where it is not taken as it stands.
    pub(in crate::monitoring) why: Option<String>,
    /// What may be meant.
    pub(in crate::monitoring) options: Vec<ListEntry>,
    /// Whether it is said of the whole sheet: one choice mends it in every row.
    pub(in crate::monitoring) of_sheet: bool,
}

/// A row that was read.
pub(in crate::monitoring) struct ReadRow {
    pub(in crate::monitoring) entry: Entry,
    pub(in crate::monitoring) organisation: Option<OrganisationId>,
    pub(in crate::monitoring) period: Option<PeriodId>,
    pub(in crate::monitoring) cells: Vec<ReadCell>,
    /// Whether somebody chose to leave rows like this one out.
    pub(in crate::monitoring) left_out: bool,
}

impl ReadRow {
    pub(in crate::monitoring) fn has(&self, verdict: CellVerdict) -> bool {
        self.cells.iter().any(|cell| cell.verdict == verdict)
    }
}

impl Page<'_> {
    /// Reads every cell of a row and gives nothing up, so that one look shows all that is wrong with it.
    pub(in crate::monitoring) fn read(&self, row: &Row) -> ReadRow {
        let mut reading = Reading { page: self, row, cells: Vec::new(), left_out: false, whole: true };
        reading.sector();
        let (organisation, period) = (reading.organisation(), reading.period());
        let activity = reading.activity();
        let indicator = reading.indicator(activity);
        let (place, population_group) = (reading.place(), reading.population_group());
        let (modality, status) = (reading.modality(), reading.status());
        let nil = reading.yes(SheetField::Nil).unwrap_or(false);
        let cells = reading.people();
        let (units, amount) = (reading.one_number(SheetField::Units), reading.money());
        let project = reading.project(organisation);
        reading.open_columns();
        reading.silent_cells();
        let entry = Entry {
            number: row.number,
            activity,
            indicator,
            place,
            population_group,
            modality,
            status,
            nil,
            units,
            amount,
            currency: reading.text(SheetField::Currency).map(|code| code.to_uppercase()),
            remarks: reading.text(SheetField::Remarks),
            project,
            cells,
            whole: reading.whole,
        };
        ReadRow { entry, organisation, period, cells: reading.cells, left_out: reading.left_out }
    }

    pub(in crate::monitoring) fn columns_of(&self, field: SheetField) -> impl Iterator<Item = &ReadColumn> {
        self.columns.iter().filter(move |column| column.field == field)
    }
}

/// A text of a cell that is no text, as a person would write it: 573.0 is 573.
pub(in crate::monitoring) fn plain_text(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) => number.normalize().to_string(),
        cell => cell.to_text().trim().to_owned(),
    }
}

/// A row while it is read.
pub(super) struct Reading<'a, 'p> {
    pub(super) page: &'p Page<'a>,
    row: &'p Row,
    cells: Vec<ReadCell>,
    pub(super) left_out: bool,
    pub(super) whole: bool,
}

/// What the columns of a list say.
enum Meant {
    Nothing,
    Code(String),
    /// Something that is not understood, which was told.
    Unknown,
}

impl<'p> Reading<'_, 'p> {
    pub(super) fn cell(&self, column: &ReadColumn) -> &'p Cell {
        self.row.cells.get(column.at).unwrap_or(&NOTHING)
    }

    /// The columns of a field that say anything.
    pub(super) fn filled(&self, field: SheetField) -> Vec<&'p ReadColumn> {
        let page = self.page;
        page.columns_of(field).filter(|column| !says_nothing(self.cell(column))).collect()
    }

    fn note(&mut self, column: Option<&ReadColumn>, field: SheetField, verdict: CellVerdict, note: Note) {
        let text = column.map(|column| plain_text(self.cell(column))).unwrap_or_default();
        let Note { meaning, why, options } = note;
        let (at, of_sheet) = (column.map(|column| column.at), column.is_none());
        self.cells.push(ReadCell { at, field, verdict, text, meaning, why, options, of_sheet });
        if matches!(verdict, CellVerdict::Refused | CellVerdict::NeedsChoice) {
            self.whole = false;
        }
    }

    pub(super) fn fine(&mut self, column: &ReadColumn, meaning: impl Into<String>) {
        self.note(Some(column), column.field, CellVerdict::Fine, Note::meaning(meaning));
    }

    pub(super) fn fixed(&mut self, column: &ReadColumn, meaning: impl Into<String>, why: impl Into<String>) {
        let note = Note { why: Some(why.into()), ..Note::meaning(meaning) };
        self.note(Some(column), column.field, CellVerdict::Fixed, note);
    }

    pub(super) fn refuse(&mut self, column: Option<&ReadColumn>, field: SheetField, why: impl Into<String>) {
        self.note(column, field, CellVerdict::Refused, Note { why: Some(why.into()), ..Note::default() });
    }

    pub(super) fn ask(
        &mut self,
        column: Option<&ReadColumn>,
        field: SheetField,
        why: impl Into<String>,
        options: Vec<ListEntry>,
    ) {
        self.note(column, field, CellVerdict::NeedsChoice, Note { why: Some(why.into()), meaning: None, options });
    }

    /// What a column holds that is not read before somebody chose what it is.
    fn open_columns(&mut self) {
        let page = self.page;
        for (column, why) in &page.open {
            if says_nothing(self.cell(column)) {
                continue;
            }
            self.ask(Some(column), column.field, *why, Vec::new());
            if let Some(cell) = self.cells.last_mut() {
                cell.of_sheet = true;
            }
        }
    }

    /// Cells that are written and say nothing, and those of a second column where one is enough: they are told, too.
    fn silent_cells(&mut self) {
        let page = self.page;
        for column in &page.columns {
            let (cell, field) = (self.cell(column), column.field);
            if *cell == Cell::Empty || self.cells.iter().any(|told| told.at == Some(column.at)) {
                continue;
            }
            if says_nothing(cell) {
                if !plain_text(cell).is_empty() {
                    self.fixed(column, "", "it says nothing");
                }
            } else if !field.may_repeat() && self.cells.iter().any(|told| told.field == field) {
                self.fixed(column, "", "another column of the row says it");
            }
        }
    }

    /// What the columns of a list say together: the first that is understood counts.
    fn meant(&mut self, field: SheetField) -> Meant {
        let (mut known, mut unknown) = (None, Vec::new());
        let mut told_nothing = false;
        for column in self.filled(field) {
            if self.failed(column) {
                return Meant::Unknown;
            }
            let text = plain_text(self.cell(column));
            match self.look_up(field, &text) {
                Looked::LeftOut => {
                    self.left_out = true;
                    self.fixed(column, "", "rows with this are left out, as was chosen");
                }
                Looked::Nothing => {
                    told_nothing = true;
                    self.fixed(column, "", "it says nothing, as was chosen");
                }
                Looked::Means(code, how) => {
                    let meaning = self.page.lists.label(field, &code);
                    match how {
                        None => self.fine(column, meaning),
                        Some(why) => self.fixed(column, meaning, why),
                    }
                    known.get_or_insert(code);
                }
                Looked::Unclear(why, options) => unknown.push((column, why, options)),
            }
        }
        match known {
            Some(code) => {
                for (column, ..) in unknown {
                    self.fixed(column, "", "it is not known by this, but by the column beside it");
                }
                Meant::Code(code)
            }
            None if unknown.is_empty() => self.constant(field, told_nothing),
            None => {
                for (column, why, options) in unknown {
                    self.ask(Some(column), field, why, options);
                }
                Meant::Unknown
            }
        }
    }

    fn constant(&mut self, field: SheetField, told_nothing: bool) -> Meant {
        let Some(text) = self.page.mapping.constant(field).filter(|_| !told_nothing) else { return Meant::Nothing };
        match self.look_up(field, text) {
            Looked::Means(code, _) => Meant::Code(code),
            _ => {
                self.refuse(None, field, format!("{text:?}, which is said for all rows, is not known"));
                Meant::Unknown
            }
        }
    }

    /// Refuses a row that leaves something unsaid: at its empty cell, or for the whole sheet where no column says it.
    pub(super) fn unsaid(&mut self, field: SheetField, why: &str) {
        let column = self.page.columns_of(field).next();
        self.refuse(column, field, if column.is_some() { why.to_owned() } else { why.replace("the row", "the sheet") });
    }

    /// Whether a cell is a formula that failed, which is told.
    pub(super) fn failed(&mut self, column: &ReadColumn) -> bool {
        let failed = matches!(self.cell(column), Cell::Error(_));
        if failed {
            self.refuse(Some(column), column.field, "it is a formula that failed: mend it or write the value");
        }
        failed
    }

    pub(super) fn look_up(&self, field: SheetField, text: &str) -> Looked {
        if let Some(choice) = self.page.choices.find(field, text) {
            return match (&choice.code, choice.leave_out) {
                (_, true) => Looked::LeftOut,
                (None, _) => Looked::Nothing,
                (Some(code), _) if code.is_empty() => Looked::Nothing,
                (Some(code), _) => match self.page.lists.by_code(field, code) {
                    Some(code) => Looked::Means(code, Some("as was chosen")),
                    None => Looked::Unclear(format!("{code:?}, which was chosen for it, is not known"), Vec::new()),
                },
            };
        }
        let entry = |code: &String| ListEntry { label: self.page.lists.label(field, code), code: code.clone() };
        match self.page.lists.find(field, text) {
            Found::Code(code) => Looked::Means(code, None),
            Found::Name(code) => Looked::Means(code, Some("by what it is called")),
            Found::Several(codes) => {
                Looked::Unclear("it may mean several things".to_owned(), codes.iter().map(entry).collect())
            }
            Found::Nothing => Looked::Unclear("it is not known".to_owned(), self.page.lists.similar(field, text)),
        }
    }

    /// Rows of other sectors are left out only where somebody chose so.
    fn sector(&mut self) {
        if let Meant::Code(code) = self.meant(SheetField::Sector) {
            self.left_out |= code != OURS;
        }
    }

    fn organisation(&mut self) -> Option<OrganisationId> {
        match self.meant(SheetField::Organisation) {
            Meant::Code(code) => OrganisationId::parse(&juniper::ID::new(code), "organisation").ok(),
            Meant::Unknown => None,
            Meant::Nothing => {
                if self.page.organisation.is_none() {
                    let why = "the row does not say who did it: choose an organisation for the sheet";
                    self.unsaid(SheetField::Organisation, why);
                }
                self.page.organisation
            }
        }
    }

    fn activity(&mut self) -> Option<ActivityId> {
        let field = SheetField::Activity;
        let code = match self.meant(field) {
            Meant::Code(code) => code,
            Meant::Unknown => return None,
            Meant::Nothing => {
                self.unsaid(field, "the row does not say what was done: choose an activity for the sheet");
                return None;
            }
        };
        self.page.frame.activities.values().find(|activity| activity.ref_code == code).map(|activity| activity.id)
    }

    /// The indicator; where the row names none, the only one of its activity that counts people.
    fn indicator(&mut self, activity: Option<ActivityId>) -> Option<IndicatorId> {
        let field = SheetField::Indicator;
        let indicators = self.page.frame.indicators.values();
        match self.meant(field) {
            Meant::Code(code) => {
                indicators.filter(|indicator| indicator.ref_code == code).map(|indicator| indicator.id).next()
            }
            Meant::Unknown => None,
            Meant::Nothing => {
                let activity = activity?;
                let of_it = |indicator: &&crate::plans::Indicator| {
                    indicator.activity_id == Some(activity) && indicator.counts_people
                };
                let found: Vec<_> = indicators.filter(of_it).collect();
                if let [only] = found[..] {
                    return Some(only.id);
                }
                let entry = |indicator: &&crate::plans::Indicator| ListEntry {
                    code: indicator.ref_code.clone(),
                    label: self.page.lists.label(field, &indicator.ref_code),
                };
                let options = found.iter().map(entry).collect();
                let why = "the row names no indicator, and its activity has not just one that counts people";
                self.ask(self.page.columns_of(field).next(), field, why, options);
                None
            }
        }
    }

    /// The project, which must be the organisation's.
    fn project(&mut self, organisation: Option<OrganisationId>) -> Option<ProjectId> {
        let code = self.text(SheetField::Project)?;
        let key = (organisation?, code.trim().to_lowercase());
        let found = self.page.frame.projects.get(&key).copied();
        if found.is_none() {
            let why = "it is no approved project of the organisation in the plan: write its code, or leave it empty";
            self.refuse(self.page.columns_of(SheetField::Project).next(), SheetField::Project, why);
        }
        found
    }

    fn modality(&mut self) -> Option<Modality> {
        match self.meant(SheetField::Modality) {
            Meant::Code(code) => Modality::parse(&code),
            Meant::Nothing => Some(Modality::Service),
            Meant::Unknown => None,
        }
    }

    fn status(&mut self) -> Option<RowStatus> {
        match self.meant(SheetField::Status) {
            Meant::Code(code) => RowStatus::parse(&code),
            // Who lists where it works says that the work goes on.
            Meant::Nothing => Some(RowStatus::Ongoing),
            Meant::Unknown => None,
        }
    }

    fn population_group(&mut self) -> Option<String> {
        match self.meant(SheetField::PopulationGroup) {
            Meant::Code(code) => Some(code),
            Meant::Nothing => Some(String::new()),
            Meant::Unknown => None,
        }
    }

    pub(super) fn yes(&mut self, field: SheetField) -> Option<bool> {
        let column = self.filled(field).first().copied()?;
        let cell = self.cell(column);
        let read = match cell {
            Cell::Boolean(yes) => Some(*yes),
            Cell::Number(number) if *number == Decimal::ONE => Some(true),
            Cell::Number(number) if *number == Decimal::ZERO => Some(false),
            Cell::Text(text) => yes_or_no(text),
            _ => None,
        };
        match read {
            Some(yes) => self.fine(column, if yes { "yes" } else { "no" }),
            None => self.refuse(Some(column), field, "it is neither yes nor no"),
        }
        read
    }

    fn text(&mut self, field: SheetField) -> Option<String> {
        let Some(column) = self.filled(field).first().copied() else {
            return self.page.mapping.constant(field).map(str::to_owned);
        };
        if self.failed(column) {
            return None;
        }
        let text = plain_text(self.cell(column));
        self.fine(column, "");
        Some(text)
    }
}

#[derive(Default)]
struct Note {
    meaning: Option<String>,
    why: Option<String>,
    options: Vec<ListEntry>,
}

impl Note {
    fn meaning(text: impl Into<String>) -> Self {
        Self { meaning: Some(text.into()).filter(|text: &String| !text.is_empty()), ..Self::default() }
    }
}

/// What a text of a list is.
pub(super) enum Looked {
    LeftOut,
    Nothing,
    Means(String, Option<&'static str>),
    Unclear(String, Vec<ListEntry>),
}
