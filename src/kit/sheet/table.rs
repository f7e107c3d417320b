//! Finding the table in a sheet: which row holds the headings, which column is which. Real sheets have titles above the headings, group
//! labels, HXL tags, misspellings and columns of their own; what is not certain is said, not guessed.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{
    Cell, DateOrder, Issue, Issues, NumberFormat, Record, Row, Sheet, column_letters,
    header::{Tag, readings, shown, words},
};

/// How far down headings and tags are looked for; the tools of HXL look as far.
pub(super) const HEADER_ROWS: u32 = 25;

/// How many headings a message lists.
const LISTED: usize = 12;

/// How many columns that are not read are named: all that a sheet made by people has.
const LISTED_UNREAD: usize = 200;

/// A column that an import knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its heading in our template.
    pub name: &'static str,
    /// Other headings it is known by. Capitals, accents, blanks and punctuation do not matter.
    pub synonyms: &'static [&'static str],
    /// The HXL tags it is known by. The order of attributes does not matter.
    pub hxl: &'static [&'static str],
    /// Whether a sheet without it cannot be imported.
    pub required: bool,
}

/// Further headings that columns are known by, by the columns' names.
pub type Names = HashMap<&'static str, Vec<String>>;

/// What is looked for in a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'c> {
    /// The columns to read.
    pub columns: &'c [Column],
    /// Columns that stand beside them for people to look at: known, and not read. A row that has nothing else is none.
    pub beside: &'c [Column],
    /// Further headings, such as those in other languages.
    pub names: &'c Names,
}

impl Wanted<'_> {
    /// How many of the columns a sheet has by their tags, and how many in what seems to be its headings.
    pub fn found_in(&self, sheet: &Sheet) -> (usize, usize) {
        let all = self.all();
        let search = Search { sheet, columns: &all, names: self.names, top: top(sheet) };
        let found = |matches: &Matches| matches.iter().filter(|places| !places.is_empty()).count();
        let by_tag = search.top.iter().map(|row| found(&search.by_tag(row))).max();
        let by_heading = search.top.iter().map(|row| found(&search.by_heading(row))).max();
        (by_tag.unwrap_or(0), by_heading.unwrap_or(0))
    }

    fn all(&self) -> Vec<Column> {
        self.columns.iter().chain(self.beside).copied().collect()
    }
}

fn top(sheet: &Sheet) -> Vec<&Row> {
    sheet.rows.iter().take_while(|row| row.number <= HEADER_ROWS).collect()
}

/// A table that was found in a sheet.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    sheet: &'a Sheet,
    places: HashMap<&'static str, usize>,
    captions: Vec<String>,
    unread: Vec<usize>,
    beside: Vec<usize>,
    heads: (Option<u32>, Option<u32>),
    rows: &'a [Row],
    numbers: NumberFormat,
    dates: DateOrder,
}

impl<'a> Table<'a> {
    /// Looks for the table with these columns. Missing, doubled and unknown columns become issues; `None` means that there is no telling
    /// which row holds the headings (and an issue says so). A table with a missing column is still given, so that one look at the file
    /// shows what is wrong in all other columns, too: ask [`Issues::has_errors`] before anything is taken over.
    pub fn find(sheet: &'a Sheet, columns: &[Column], issues: &mut Issues) -> Option<Self> {
        Self::find_wanted(sheet, &Wanted { columns, beside: &[], names: &Names::new() }, issues)
    }

    /// The same, where columns are known by further headings or others stand beside them.
    pub fn find_wanted(sheet: &'a Sheet, wanted: &Wanted<'_>, issues: &mut Issues) -> Option<Self> {
        let columns = wanted.all();
        let search = Search { sheet, columns: &columns, names: wanted.names, top: top(sheet) };
        let heads = match search.heads() {
            Ok(heads) => heads,
            Err(issue) => {
                issues.push(issue.in_sheet(&sheet.name));
                return None;
            }
        };
        let (places, matched) = search.places(&heads, issues);
        let captions = heads.captions();
        let unread: Vec<usize> =
            (0..captions.len()).filter(|index| !matched.contains(index) && !captions[*index].is_empty()).collect();
        if !unread.is_empty() {
            let names = listed_up_to(LISTED_UNREAD, unread.iter().map(|&index| captions[index].as_str()));
            let issue = Issue::warning(
                "sheet-columns-not-read",
                format!("these columns are not read: {names}"),
                "nothing to do if that is meant; else name them as in the template",
            );
            issues.push(issue.in_sheet(&sheet.name));
        }
        let first = sheet.rows.partition_point(|row| row.number <= heads.last_row());
        if let Some(issue) = unnamed(&sheet.rows[first..], &captions, &matched) {
            issues.push(issue.in_sheet(&sheet.name));
        }
        Some(Self {
            sheet,
            captions,
            unread,
            beside: wanted.beside.iter().filter_map(|column| places.get(column.name)).copied().collect(),
            heads: (heads.header.map(|row| row.number), heads.tags.map(|row| row.number)),
            places,
            rows: &sheet.rows[first..],
            numbers: NumberFormat::default(),
            dates: DateOrder::default(),
        })
    }

    /// The same table, read as if its numbers and dates were written in these ways. For tests: no sender can declare them yet.
    #[cfg(test)]
    pub(super) fn with_formats(self, numbers: NumberFormat, dates: DateOrder) -> Self {
        Self { numbers, dates, ..self }
    }

    /// The rows below the headings that hold anything, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record::new(self, row)).filter(|record| !record.is_blank())
    }

    /// Whether the sheet has this column.
    pub fn has(&self, column: &Column) -> bool {
        self.places.contains_key(column.name)
    }

    /// The column of the sheet, from 0, that holds this one.
    pub fn place(&self, column: &Column) -> Option<usize> {
        self.places.get(column.name).copied()
    }

    /// The rows that hold the headings and the HXL tags, as the user sees them.
    pub fn heads(&self) -> (Option<u32>, Option<u32>) {
        self.heads
    }

    pub(super) fn is_beside(&self, index: usize) -> bool {
        self.beside.contains(&index)
    }

    pub(super) fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    pub(super) fn formats(&self) -> (NumberFormat, DateOrder) {
        (self.numbers, self.dates)
    }

    /// The heading of a column as it stands in the file.
    pub(super) fn caption(&self, index: usize) -> &str {
        self.captions.get(index).map_or("", String::as_str)
    }

    /// The columns that no import asked for.
    pub(super) fn unread(&self) -> &[usize] {
        &self.unread
    }

    pub(super) fn all_rows(&self) -> &'a [Row] {
        self.rows
    }
}

/// The rows that name the columns.
struct Heads<'a> {
    header: Option<&'a Row>,
    tags: Option<&'a Row>,
    labels: Option<&'a Row>,
}

impl Heads<'_> {
    fn last_row(&self) -> u32 {
        self.header.into_iter().chain(self.tags).map(|row| row.number).max().unwrap_or(0)
    }

    fn captions(&self) -> Vec<String> {
        let width = self.header.into_iter().chain(self.tags).map(|row| row.cells.len()).max().unwrap_or(0);
        let text = |row: Option<&Row>, index: usize| {
            row.and_then(|row| row.cells.get(index)).map(|cell| shown(&cell.to_text()))
        };
        (0..width)
            .map(|index| {
                text(self.header, index)
                    .filter(|text| !text.is_empty())
                    .or_else(|| text(self.tags, index))
                    .unwrap_or_default()
            })
            .collect()
    }

    /// The label of the group that a column stands under: merged labels fill only the first of their cells.
    fn label(&self, index: usize) -> Option<String> {
        let cells = &self.labels?.cells;
        let label = cells.iter().take(index + 1).rev().find(|cell| **cell != Cell::Empty)?;
        Some(shown(&label.to_text()))
    }
}

/// Where the wanted columns were found: for each, by its index, the columns of the sheet.
type Matches = Vec<Vec<usize>>;

struct Search<'a, 'c> {
    sheet: &'a Sheet,
    columns: &'c [Column],
    names: &'c Names,
    top: Vec<&'a Row>,
}

impl<'a> Search<'a, '_> {
    /// The row of headings and the row of tags.
    fn heads(&self) -> Result<Heads<'a>, Box<Issue>> {
        let tags = self.top.iter().position(|row| is_tag_row(row));
        let above = &self.top[..tags.unwrap_or(self.top.len())];
        let found: Vec<(usize, Matches)> = above.iter().map(|row| self.by_heading(row)).enumerate().collect();
        let score = |matches: &Matches| matches.iter().filter(|places| !places.is_empty()).count();
        let best =
            found.iter().rev().max_by_key(|(_, matches)| score(matches)).filter(|(_, matches)| score(matches) > 0);
        let Some((index, matches)) = best else {
            let tags = tags.map(|index| self.top[index]).filter(|row| score(&self.by_tag(row)) > 0);
            return match tags {
                Some(row) => Ok(Heads { header: above.last().copied(), tags: Some(row), labels: None }),
                None => Err(Box::new(self.no_headings())),
            };
        };
        if let Some((other, _)) =
            found.iter().find(|(other, others)| other != index && score(others) > 1 && disagree(matches, others))
        {
            return Err(Box::new(self.rows_disagree(above[*index], above[*other])));
        }
        Ok(Heads {
            header: Some(above[*index]),
            tags: tags.map(|index| self.top[index]),
            labels: index.checked_sub(1).map(|label| above[label]).filter(|row| row.number + 1 == above[*index].number),
        })
    }

    fn by_heading(&self, row: &Row) -> Matches {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, cell) in row.cells.iter().enumerate() {
            let Cell::Text(text) = cell else { continue };
            for reading in readings(text) {
                let places = known.entry(reading).or_default();
                if places.last() != Some(&index) {
                    places.push(index);
                }
            }
        }
        let find = |column: &Column| {
            let further = self.names.get(column.name).into_iter().flatten().map(String::as_str);
            let names = std::iter::once(column.name).chain(column.synonyms.iter().copied()).chain(further);
            let names: HashSet<String> = names.map(words).collect();
            let mut places: Vec<usize> = names.iter().filter_map(|name| known.get(name)).flatten().copied().collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        self.columns.iter().map(find).collect()
    }

    fn by_tag(&self, row: &Row) -> Matches {
        let tags: Vec<Option<Tag>> = row.cells.iter().map(tag_of).collect();
        let find = |column: &Column| {
            let wanted: Vec<Tag> = column.hxl.iter().filter_map(|tag| Tag::parse(tag)).collect();
            let is_wanted = |tag: &Option<Tag>| tag.as_ref().is_some_and(|tag| wanted.contains(tag));
            tags.iter().enumerate().filter(|(_, tag)| is_wanted(tag)).map(|(index, _)| index).collect()
        };
        self.columns.iter().map(find).collect()
    }

    /// The one place of each column, and all places of the sheet that some column claims.
    fn places(&self, heads: &Heads<'_>, issues: &mut Issues) -> (HashMap<&'static str, usize>, HashSet<usize>) {
        let nowhere = vec![Vec::new(); self.columns.len()];
        let by_heading = heads.header.map_or_else(|| nowhere.clone(), |row| self.by_heading(row));
        let by_tag = heads.tags.map_or(nowhere, |row| self.by_tag(row));
        let mut places = HashMap::new();
        let mut matched = HashSet::new();
        for ((column, named), tagged) in self.columns.iter().zip(by_heading).zip(by_tag) {
            matched.extend(named.iter().chain(&tagged).copied());
            let both: Vec<usize> = tagged.iter().filter(|index| named.contains(index)).copied().collect();
            let candidates = match (named.is_empty(), tagged.is_empty(), both.is_empty()) {
                (false, false, true) => {
                    issues.push(self.head_issue(heads, tag_disagrees(column, &named, &tagged)));
                    continue;
                }
                (false, false, false) => both,
                (true, ..) => tagged,
                _ => named,
            };
            match candidates[..] {
                [index] => {
                    places.insert(column.name, index);
                }
                [] if column.required => issues.push(self.head_issue(heads, missing(column, heads))),
                [] => {}
                _ => issues.push(self.head_issue(heads, doubled(column, &candidates, heads))),
            }
        }
        self.refuse_shared_places(heads, &mut places, issues);
        (places, matched)
    }

    /// One column of the sheet cannot be two columns of the import.
    fn refuse_shared_places(&self, heads: &Heads<'_>, places: &mut HashMap<&'static str, usize>, issues: &mut Issues) {
        let mut owners: HashMap<usize, &'static str> = HashMap::new();
        for column in self.columns {
            let Some(&index) = places.get(column.name) else { continue };
            let Some(owner) = owners.insert(index, column.name) else { continue };
            places.remove(column.name);
            let issue = Issue::error(
                "sheet-column-ambiguous",
                format!("column {} can be `{owner}` as well as `{}`", column_letters(index), column.name),
                "name it by one of the two",
            );
            issues.push(self.head_issue(heads, issue));
        }
    }

    fn head_issue(&self, heads: &Heads<'_>, issue: Issue) -> Issue {
        let issue = issue.in_sheet(&self.sheet.name);
        match heads.header.or(heads.tags) {
            Some(row) => issue.on_row(row.number),
            None => issue,
        }
    }

    fn no_headings(&self) -> Issue {
        let found =
            self.top.iter().rev().max_by_key(|row| row.cells.iter().filter(|cell| **cell != Cell::Empty).count());
        let found =
            found.map_or_else(|| "nothing".to_owned(), |row| format!("in row {}: {}", row.number, headings_of(row)));
        Issue::error(
            "sheet-no-headings",
            format!("none of the first {HEADER_ROWS} rows holds the headings; found {found}"),
            format!(
                "put one row of headings above the data: {}",
                listed(self.columns.iter().map(|column| column.name))
            ),
        )
    }

    fn rows_disagree(&self, row: &Row, other: &Row) -> Issue {
        Issue::error(
            "sheet-headings-disagree",
            format!(
                "rows {} and {} both look like headings and name different columns: {} / {}",
                row.number.min(other.number),
                row.number.max(other.number),
                headings_of(row),
                headings_of(other)
            ),
            format!("keep one row of headings: {}", listed(self.columns.iter().map(|column| column.name))),
        )
        .on_row(row.number)
    }
}

fn missing(column: &Column, heads: &Heads<'_>) -> Issue {
    let found = heads.captions();
    let also = match (column.synonyms.is_empty(), column.hxl.is_empty()) {
        (true, true) => String::new(),
        _ => format!(" (also read: {})", listed(column.synonyms.iter().chain(column.hxl).copied())),
    };
    Issue::error(
        "sheet-column-missing",
        format!("there is no column `{}`; found: {}", column.name, listed(found.iter().map(String::as_str))),
        format!("add a column `{}`{also}", column.name),
    )
}

fn doubled(column: &Column, places: &[usize], heads: &Heads<'_>) -> Issue {
    let place = |&index: &usize| match heads.label(index) {
        Some(label) => format!("{} (under {label})", column_letters(index)),
        None => column_letters(index),
    };
    let places: Vec<String> = places.iter().map(place).collect();
    Issue::error(
        "sheet-column-doubled",
        format!("`{}` stands in {} columns: {}", column.name, places.len(), listed(places.iter().map(String::as_str))),
        "keep one of them, or give each a heading of its own; where a row above groups them, give each group rows of its own",
    )
}

fn tag_disagrees(column: &Column, named: &[usize], tagged: &[usize]) -> Issue {
    let letters = |places: &[usize]| places.iter().map(|&index| column_letters(index)).collect::<Vec<_>>().join(", ");
    Issue::error(
        "sheet-tag-disagrees",
        format!(
            "`{}` is column {} by its heading and column {} by its HXL tag",
            column.name,
            letters(named),
            letters(tagged)
        ),
        "correct the heading or the tag",
    )
}

fn headings_of(row: &Row) -> String {
    let texts: Vec<String> =
        row.cells.iter().filter(|cell| **cell != Cell::Empty).map(|cell| shown(&cell.to_text())).collect();
    listed(texts.iter().map(String::as_str))
}

/// Columns that hold something and have no heading: nobody can tell what they say, and nobody may think that they were read.
fn unnamed(rows: &[Row], captions: &[String], matched: &HashSet<usize>) -> Option<Issue> {
    let is_named = |index: usize| matched.contains(&index) || captions.get(index).is_some_and(|name| !name.is_empty());
    let filled = |row: &Row| {
        row.cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| **cell != Cell::Empty)
            .map(|(index, _)| index)
            .collect::<Vec<_>>()
    };
    let unnamed: BTreeSet<usize> = rows.iter().flat_map(filled).filter(|index| !is_named(*index)).collect();
    let letters: Vec<String> = unnamed.into_iter().map(column_letters).collect();
    (!letters.is_empty()).then(|| {
        let columns: Vec<String> =
            letters.iter().take(LISTED_UNREAD).map(|letters| format!("column {letters}")).collect();
        let reason = format!("these columns have no heading and are not read: {}", columns.join(", "));
        Issue::warning("sheet-columns-unnamed", reason, "nothing to do if that is meant; else give them a heading")
    })
}

fn listed<'t>(names: impl Iterator<Item = &'t str>) -> String {
    listed_up_to(LISTED, names)
}

fn listed_up_to<'t>(most: usize, names: impl Iterator<Item = &'t str>) -> String {
    let names: Vec<&str> = names.filter(|name| !name.is_empty()).collect();
    let list: Vec<String> = names.iter().take(most).map(|name| format!("`{name}`")).collect();
    let more = names.len().saturating_sub(most);
    if more > 0 { format!("{} and {more} more", list.join(", ")) } else { list.join(", ") }
}

fn tag_of(cell: &Cell) -> Option<Tag> {
    let Cell::Text(text) = cell else { return None };
    Tag::parse(text)
}

/// A row is the tag row when at least half of what is in it are tags.
pub(super) fn is_tag_row(row: &Row) -> bool {
    let filled = row.cells.iter().filter(|cell| **cell != Cell::Empty).count();
    let tags = row.cells.iter().filter_map(tag_of).count();
    tags > 0 && tags * 2 >= filled
}

/// Whether two rows place a column differently, or put two columns at one place.
fn disagree(one: &Matches, other: &Matches) -> bool {
    let differs =
        |(first, second): (&Vec<usize>, &Vec<usize>)| !first.is_empty() && !second.is_empty() && first != second;
    let crosses = |(index, places): (usize, &Vec<usize>)| {
        other.iter().enumerate().any(|(at, others)| at != index && others.iter().any(|place| places.contains(place)))
    };
    one.iter().zip(other).any(differs) || one.iter().enumerate().any(crosses)
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
