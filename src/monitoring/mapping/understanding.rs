//! How a foreign sheet is understood: which of its sheets holds the rows, where they begin, and what each column is.

use std::collections::{HashMap, HashSet};

use super::{
    fields::{DateWriting, FoundBy, NumberWriting, SheetField},
    guess::{Guess, Guesser},
    model::{self, MappedColumn, Mapping, MappingProfile},
    people,
    places::Places,
    reading::{Page, ReadColumn, plain_text},
    rejected,
    setting::Setting,
};
use crate::kit::{
    Error, Result,
    sheet::{
        Cell, DateOrder, Habit, Layout, NumberFormat, Row, Sheet, Workbook, column_letters, date_habit, number_habit,
        says_nothing,
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
    /// Why somebody has to choose what it is: it seems to count people, and nobody can tell whether it does, or whom.
    pub(in crate::monitoring) open: Option<&'static str>,
    pub(in crate::monitoring) samples: Vec<String>,
    pub(in crate::monitoring) filled: usize,
    pub(in crate::monitoring) numbers: Habit<NumberFormat>,
    pub(in crate::monitoring) dates: Habit<DateOrder>,
}

impl Seen {
    /// How it is read by what it seems to be.
    fn mapped(&self) -> MappedColumn {
        let guess = self.guess.as_ref().filter(|_| self.open.is_none());
        MappedColumn {
            heading: self.heading.clone(),
            occurrence: self.occurrence,
            field: guess.map(|guess| guess.field),
            category: guess.map(|guess| guess.category.clone()).unwrap_or_default(),
            repeated: guess.is_some_and(|guess| guess.repeated),
            numbers: self.numbers.told().map(NumberWriting::of),
            dates: self.dates.told().map(DateWriting::of),
        }
    }

    /// Its heading, as far as it fits into a message, and its letters.
    fn named(&self) -> String {
        named(&self.heading, self.at)
    }
}

/// A column as messages name it: by its heading, as far as that fits, and by its letters.
pub(super) fn named(heading: &str, at: usize) -> String {
    let letters = column_letters(at);
    let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    match heading.is_empty() {
        true => letters,
        false => format!("`{}` ({letters})", heading.chars().take(SAMPLE).collect::<String>()),
    }
}

/// A column that somebody has to choose of, and why.
pub(in crate::monitoring) type OpenColumn = (ReadColumn, &'static str);

/// How a sheet is read, and where that is from.
pub(in crate::monitoring) struct Way {
    pub(in crate::monitoring) mapping: Mapping,
    /// The profile that it is from.
    pub(in crate::monitoring) profile: Option<MappingProfile>,
    /// Whether nobody chose it.
    pub(in crate::monitoring) guessed: bool,
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

    /// What the columns seem to be. Those that somebody has to choose of are not read.
    pub(in crate::monitoring) fn guessed(&self) -> Mapping {
        let named = self.columns.iter().filter(|seen| !seen.heading.is_empty());
        Mapping { columns: named.map(Seen::mapped).collect(), ..Mapping::default() }
    }

    /// The columns that hold something and wait for a choice.
    fn open_columns(&self) -> Vec<OpenColumn> {
        let open = |seen: &Seen| {
            let why = seen.open.filter(|_| seen.filled > 0)?;
            let (numbers, dates) = (seen.numbers.clone(), seen.dates.clone());
            Some((ReadColumn::new(seen.at, &seen.mapped(), SheetField::People, numbers, dates), why))
        };
        self.columns.iter().filter_map(open).collect()
    }

    /// The columns that hold something and are not read by a mapping, nor wait for a choice: by their heading and letters.
    pub(in crate::monitoring) fn unread(&self, way: &Way) -> Vec<String> {
        let (read, _) = self.read_by(&way.mapping);
        let is_read = |seen: &Seen| read.iter().any(|column| column.at == seen.at);
        let waits = |seen: &Seen| way.guessed && seen.open.is_some();
        let unread = self.columns.iter().filter(|seen| seen.filled > 0 && !is_read(seen) && !waits(seen));
        unread.filter(|seen| !rejected::is_ours(&seen.heading)).map(Seen::named).collect()
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
    pub(in crate::monitoring) fn page<'a>(&self, setting: &'a Setting, way: &'a Way, places: &'a Places) -> Page<'a> {
        let (columns, _) = self.read_by(&way.mapping);
        Page {
            mapping: &way.mapping,
            choices: way.mapping.choices(),
            columns,
            open: if way.guessed { self.open_columns() } else { Vec::new() },
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
    let mut headings: HashMap<String, i32> = HashMap::new();
    for column in &mut seen {
        let nth = headings.entry(model::plain_heading(&column.heading)).or_default();
        *nth += 1;
        column.occurrence = *nth;
    }
    leave_open(&mut seen);
    let mut order: Vec<usize> = (0..seen.len()).collect();
    // Of columns that are alike likely, the first that holds anything.
    let rank = |seen: &Seen| (seen.guess.as_ref().map_or(0.0, |guess| guess.score), seen.filled > 0);
    order.sort_by(|one, other| {
        let ((score, filled), (theirs, filled_too)) = (rank(&seen[*one]), rank(&seen[*other]));
        theirs.total_cmp(&score).then(filled_too.cmp(&filled)).then(one.cmp(other))
    });
    let mut taken: HashSet<(SheetField, String, bool)> = HashSet::new();
    for at in order {
        let Some(guess) = &seen[at].guess else { continue };
        let key = (guess.field, people::key(&guess.category), guess.repeated);
        let may_repeat = guess.field.may_repeat() && guess.field != SheetField::People;
        if !taken.insert(key) && !may_repeat {
            seen[at].guess = None;
            seen[at].passed_over = Some(THE_SAME);
        }
    }
    seen
}

/// Why columns of people are left open that seem to count the same people.
const THE_SAME: &str = "another column is the same: choose which of the two is read";
/// Why columns of people are left open whose headings are only nearly known.
const NEARLY: &str = "its heading is only nearly one that is known: choose whom it counts, or that it is not read";

/// Leaves open whom columns count where that is not certain: a heading that is only nearly known, and two filled columns that seem to count the
/// same people alike likely.
fn leave_open(seen: &mut [Seen]) {
    let mut groups: HashMap<(String, bool), Vec<usize>> = HashMap::new();
    for (at, column) in seen.iter_mut().enumerate() {
        let Some(guess) = column.guess.as_ref().filter(|guess| guess.field == SheetField::People) else { continue };
        if guess.by == FoundBy::Likeness {
            column.open = Some(NEARLY);
        } else if column.filled > 0 {
            groups.entry((people::key(&guess.category), guess.repeated)).or_default().push(at);
        }
    }
    for places in groups.into_values() {
        let score = |at: &usize| seen[*at].guess.as_ref().map_or(0.0, |guess| guess.score);
        let best = places.iter().map(score).fold(0.0, f64::max);
        let is_certain = places.iter().filter(|at| score(at) >= best).count() == 1;
        for at in places.into_iter().filter(|_| !is_certain) {
            seen[at].guess = None;
            (seen[at].passed_over, seen[at].open) = (Some(THE_SAME), Some(THE_SAME));
        }
    }
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
        open: None,
        samples,
        filled: cells().count(),
        numbers: number_habit(texts()),
        dates: date_habit(texts()),
    }
}
