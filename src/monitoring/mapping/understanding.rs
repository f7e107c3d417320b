//! How a foreign sheet is understood: which of its sheets holds the rows, where they begin, and what each column is.

use std::collections::HashSet;

use super::{
    fields::{DateWriting, NumberWriting, SheetField},
    guess::{Guess, Guesser},
    model::{self, MappedColumn, Mapping, MappingProfile},
    people,
    places::Places,
    reading::{Page, ReadColumn, plain_text},
    setting::Setting,
};
use crate::kit::{
    Error, Result,
    sheet::{
        Cell, DateOrder, Habit, Layout, NumberFormat, Row, Sheet, Workbook, date_habit, number_habit, says_nothing,
    },
};

/// What a sheet of a file looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::monitoring) struct SheetLook {
    pub(in crate::monitoring) at: usize,
    pub(in crate::monitoring) name: String,
    pub(in crate::monitoring) hidden: bool,
    pub(in crate::monitoring) rows: usize,
    pub(in crate::monitoring) columns: usize,
    /// How many of its columns are known.
    pub(in crate::monitoring) known: usize,
}

/// The sheets of a file, the best guess first: those in sight, those with most columns that are known, the largest.
pub(in crate::monitoring) fn sheets(workbook: &Workbook, guesser: &Guesser<'_>) -> Vec<SheetLook> {
    let look = |(at, sheet): (usize, &Sheet)| {
        let layout = Layout::find(sheet, |text| guesser.is_heading(text));
        let fields: HashSet<_> = layout
            .captions
            .iter()
            .filter_map(|caption| guesser.guess(caption))
            .map(|guess| (guess.field, guess.category, guess.repeated))
            .collect();
        SheetLook {
            at,
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            rows: sheet.rows.len(),
            columns: sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0),
            // A list to look values up in has a heading, and nothing else.
            known: fields.len(),
        }
    };
    let mut all: Vec<SheetLook> = workbook.sheets.iter().enumerate().map(look).collect();
    all.sort_by_key(|sheet| {
        (sheet.rows == 0, sheet.hidden, usize::MAX - sheet.known, usize::MAX - sheet.rows, sheet.at)
    });
    all
}

/// A column of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::monitoring) struct Seen {
    pub(in crate::monitoring) at: usize,
    pub(in crate::monitoring) heading: String,
    pub(in crate::monitoring) occurrence: i32,
    pub(in crate::monitoring) tag: Option<String>,
    pub(in crate::monitoring) bad_tag: Option<String>,
    pub(in crate::monitoring) guess: Option<Guess>,
    /// Why a column that seemed to be something is not taken for it.
    pub(in crate::monitoring) passed_over: Option<&'static str>,
    pub(in crate::monitoring) samples: Vec<String>,
    pub(in crate::monitoring) filled: usize,
    pub(in crate::monitoring) numbers: Habit<NumberFormat>,
    pub(in crate::monitoring) dates: Habit<DateOrder>,
}

/// A sheet that is understood.
pub(in crate::monitoring) struct Understood<'w> {
    pub(in crate::monitoring) sheet: &'w Sheet,
    pub(in crate::monitoring) layout: Layout,
    pub(in crate::monitoring) columns: Vec<Seen>,
}

/// The most samples of a column.
const SAMPLES: usize = 5;
/// The most characters of one.
const SAMPLE: usize = 80;

impl<'w> Understood<'w> {
    /// Looks at a sheet: the one of this name, else the best guess; with its headings in this row, else where they seem to be.
    pub(in crate::monitoring) fn find(
        workbook: &'w Workbook,
        guesser: &Guesser<'_>,
        (name, header): (Option<&str>, Option<u32>),
    ) -> Result<Self> {
        let at = match name {
            Some(name) => workbook.sheets.iter().position(|sheet| sheet.name == name).ok_or_else(|| {
                let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
                Error::invalid(
                    "sheet",
                    "sheet-unknown",
                    format!("the file has no sheet of this name, but: {}", names.join(", ")),
                )
            })?,
            None => {
                let best = sheets(workbook, guesser).into_iter().find(|sheet| sheet.rows > 0);
                let none = || {
                    Error::invalid(
                        "fileId",
                        "file-without-rows",
                        "there is no row in this file; look whether it is the right one",
                    )
                };
                best.ok_or_else(none)?.at
            }
        };
        let sheet = &workbook.sheets[at];
        let layout = match header {
            Some(row) => Layout::at(sheet, row),
            None => Layout::find(sheet, |text| guesser.is_heading(text)),
        };
        let columns = columns(sheet, &layout, guesser);
        Ok(Self { sheet, layout, columns })
    }

    /// The rows below the headings.
    pub(in crate::monitoring) fn rows(&self) -> &'w [Row] {
        &self.sheet.rows[self.layout.first..]
    }

    /// What the columns seem to be.
    pub(in crate::monitoring) fn guessed(&self) -> Mapping {
        let column = |seen: &Seen| {
            let guess = seen.guess.as_ref();
            MappedColumn {
                heading: seen.heading.clone(),
                occurrence: seen.occurrence,
                field: guess.map(|guess| guess.field),
                category: guess.map(|guess| guess.category.clone()).unwrap_or_default(),
                repeated: guess.is_some_and(|guess| guess.repeated),
                numbers: seen.numbers.told().map(NumberWriting::of),
                dates: seen.dates.told().map(DateWriting::of),
            }
        };
        let named = self.columns.iter().filter(|seen| !seen.heading.is_empty());
        Mapping { columns: named.map(column).collect(), ..Mapping::default() }
    }

    /// The profile that fits best: all that it reads is there. One of the organisation comes before one for all.
    pub(in crate::monitoring) fn fitting<'p>(
        &self,
        profiles: &'p [MappingProfile],
    ) -> Option<(&'p MappingProfile, Mapping)> {
        let read = |profile: &'p MappingProfile| {
            let mapping: Mapping = serde_json::from_value(profile.mapping.clone()).ok()?;
            let places = model::places(&mapping, &self.layout.captions);
            let wanted = mapping.columns.iter().zip(&places).filter(|(column, _)| column.field.is_some());
            let fits = wanted.clone().all(|(_, place)| place.is_some());
            let size = wanted.count();
            (fits && size > 0).then_some((
                (profile.organisation_id.is_some(), size, profile.updated_at),
                profile,
                mapping,
            ))
        };
        let best = profiles.iter().filter_map(read).max_by_key(|(rank, ..)| *rank);
        best.map(|(_, profile, mapping)| (profile, mapping))
    }

    /// The columns that are read by a mapping, and the headings that it wants and the sheet does not have.
    pub(in crate::monitoring) fn read_by(&self, mapping: &Mapping) -> (Vec<ReadColumn>, Vec<String>) {
        let places = model::places(mapping, &self.layout.captions);
        let (mut columns, mut missing) = (Vec::new(), Vec::new());
        for (column, place) in mapping.columns.iter().zip(places) {
            let Some(field) = column.field else { continue };
            match place.and_then(|at| self.columns.get(at).map(|seen| (at, seen))) {
                Some((at, seen)) => {
                    columns.push(ReadColumn::new(at, column, field, seen.numbers.clone(), seen.dates.clone()))
                }
                None => missing.push(column.heading.clone()),
            }
        }
        columns.sort_by_key(|column| column.at);
        (columns, missing)
    }

    /// What its rows are read by.
    pub(in crate::monitoring) fn page<'a>(
        &self,
        setting: &'a Setting,
        mapping: &'a Mapping,
        places: &'a Places,
    ) -> Page<'a> {
        let (columns, _) = self.read_by(mapping);
        Page {
            mapping,
            choices: mapping.choices(),
            columns,
            lists: &setting.lists,
            places,
            periods: &setting.periods,
            frame: &setting.frame,
            from_1904: self.sheet.dates_from_1904,
            organisation: setting.organisation,
            period: setting.period,
        }
    }

    /// The different texts of the columns of a field, with how many rows have each.
    pub(in crate::monitoring) fn texts_of(
        &self,
        columns: &[ReadColumn],
        is_wanted: impl Fn(SheetField) -> bool,
    ) -> HashSet<String> {
        let wanted: Vec<usize> =
            columns.iter().filter(|column| is_wanted(column.field)).map(|column| column.at).collect();
        let cells = self.rows().iter().flat_map(|row| wanted.iter().filter_map(|at| row.cells.get(*at)));
        let mut texts = HashSet::new();
        for cell in cells.filter(|cell| !says_nothing(cell)) {
            texts.insert(plain_text(cell));
        }
        texts
    }
}

/// The columns of a sheet with what they seem to be; where several seem to be the one thing that a sheet has once, the likeliest is.
fn columns(sheet: &Sheet, layout: &Layout, guesser: &Guesser<'_>) -> Vec<Seen> {
    let rows = &sheet.rows[layout.first..];
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(layout.captions.len());
    let mut seen: Vec<Seen> = (0..width).map(|at| column(rows, layout, guesser, at)).collect();
    let mut headings: std::collections::HashMap<String, i32> = std::collections::HashMap::new();
    for column in &mut seen {
        let nth = headings.entry(model::plain_heading(&column.heading)).or_default();
        *nth += 1;
        column.occurrence = *nth;
    }
    let mut order: Vec<usize> = (0..seen.len()).collect();
    let score = |seen: &Seen| seen.guess.as_ref().map_or(0.0, |guess| guess.score);
    order.sort_by(|one, other| score(&seen[*other]).total_cmp(&score(&seen[*one])).then(one.cmp(other)));
    let mut taken: HashSet<(SheetField, String, bool)> = HashSet::new();
    for at in order {
        let Some(guess) = &seen[at].guess else { continue };
        let key = (guess.field, people::key(&guess.category), guess.repeated);
        let may_repeat = guess.field.may_repeat() && guess.field != SheetField::People;
        if !taken.insert(key) && !may_repeat {
            seen[at].guess = None;
            seen[at].passed_over = Some("another column is the same: choose which of the two is read");
        }
    }
    seen
}

fn column(rows: &[Row], layout: &Layout, guesser: &Guesser<'_>, at: usize) -> Seen {
    let caption = layout.captions.get(at).cloned().unwrap_or_default();
    let cells = || rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !says_nothing(cell));
    let texts = || {
        cells().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    };
    let mut samples: Vec<String> = Vec::new();
    for cell in cells().take(1_000) {
        let sample: String = plain_text(cell).chars().take(SAMPLE).collect();
        if samples.len() < SAMPLES && !samples.contains(&sample) {
            samples.push(sample);
        }
    }
    Seen {
        at,
        guess: guesser.guess(&caption).filter(|_| !caption.text.is_empty()),
        heading: caption.text,
        occurrence: 1,
        tag: caption.tag.map(|tag| tag.to_string()),
        bad_tag: caption.bad_tag,
        passed_over: None,
        samples,
        filled: cells().count(),
        numbers: number_habit(texts()),
        dates: date_habit(texts()),
    }
}
