//! Where the data of a sheet begins that nobody here designed: titles, subtotals, group labels, headings and HXL tags above it.

use super::{
    Cell, Row, Sheet,
    header::{Tag, words},
    number::{NumberFormat, parse_number},
    table::{HEADER_ROWS, is_tag_row},
};

/// The rows above the data, and what they call its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The rows that name the columns, as the user counts, from top to bottom.
    pub headers: Vec<u32>,
    /// The row of HXL tags.
    pub tags: Option<u32>,
    /// What each column is called, from column A on.
    pub captions: Vec<Caption>,
    /// The first row of data, by its place among the rows of the sheet.
    pub first: usize,
}

/// What the rows above the data call a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Caption {
    /// The whole heading: the label of the group that it stands under before its own.
    pub text: String,
    /// Its own heading alone.
    pub own: String,
    /// Its HXL tag, if it has a good one: in the row of tags, or at the end of the heading.
    pub tag: Option<Tag>,
    /// What stands in the row of tags and is none.
    pub bad_tag: Option<String>,
}

impl Layout {
    /// Finds the rows above the data. `is_known` tells headings from other texts, as far as the caller knows them.
    pub fn find(sheet: &Sheet, is_known: impl Fn(&str) -> bool) -> Self {
        let top = top(sheet);
        let tags = tags_in(&top);
        let header = match tags {
            Some(at) => (0..at).rev().find(|above| texts(top[*above]) > 0),
            None => {
                let known = |row: &Row| row.cells.iter().filter(|cell| is_text(cell, &is_known)).count();
                let best = (0..top.len()).rev().max_by_key(|at| known(top[*at])).filter(|at| known(top[*at]) > 0);
                best.or_else(|| widest(&top))
            }
        };
        Self::around(sheet, header, tags)
    }

    /// The same where somebody says which row holds the headings; of two rows the lower one.
    pub fn at(sheet: &Sheet, header: u32) -> Self {
        let top = top(sheet);
        let tags = tags_in(&top).filter(|at| top[*at].number > header);
        Self::around(sheet, top.iter().position(|row| row.number == header), tags)
    }

    fn around(sheet: &Sheet, header: Option<usize>, tags: Option<usize>) -> Self {
        let rows = &sheet.rows;
        let mut headers: Vec<&Row> = Vec::new();
        if let Some(at) = header {
            let above = at.checked_sub(1).map(|above| &rows[above]).filter(|above| labels(above, &rows[at]));
            headers.extend(above);
            headers.push(&rows[at]);
            let below = rows.get(at + 1).filter(|_| tags.is_none_or(|tags| tags > at + 1));
            headers
                .extend(below.filter(|below| above.is_none() && labels(&rows[at], below) && fills(&rows[at], below)));
        }
        let last = headers.iter().copied().chain(tags.map(|at| &rows[at])).map(|row| row.number).max().unwrap_or(0);
        Self {
            captions: captions(&headers, tags.map(|at| &rows[at])),
            headers: headers.iter().map(|row| row.number).collect(),
            tags: tags.map(|at| rows[at].number),
            first: rows.partition_point(|row| row.number <= last),
        }
    }
}

fn top(sheet: &Sheet) -> Vec<&Row> {
    sheet.rows.iter().take_while(|row| row.number <= HEADER_ROWS).collect()
}

fn tags_in(top: &[&Row]) -> Option<usize> {
    let tags = |row: &Row| row.cells.iter().filter(|cell| tag_of(cell).is_some()).count();
    (0..top.len()).rev().filter(|at| is_tag_row(top[*at])).max_by_key(|at| tags(top[*at]))
}

fn tag_of(cell: &Cell) -> Option<Tag> {
    match cell {
        Cell::Text(text) => Tag::parse(text),
        _ => None,
    }
}

/// Text that is no number.
fn is_text(cell: &Cell, is_wanted: impl Fn(&str) -> bool) -> bool {
    match cell {
        Cell::Text(text) => parse_number(text, NumberFormat::Plain).is_none() && is_wanted(text),
        _ => false,
    }
}

fn texts(row: &Row) -> usize {
    row.cells.iter().filter(|cell| is_text(cell, |text| !words(text).is_empty())).count()
}

fn has_numbers(row: &Row) -> bool {
    row.cells.iter().any(|cell| match cell {
        Cell::Number(_) | Cell::Date(_) | Cell::DateTime(_) => true,
        Cell::Text(text) => parse_number(text, NumberFormat::Plain).is_some(),
        _ => false,
    })
}

/// The first row that nearly all others are no wider than, and that holds no number.
fn widest(top: &[&Row]) -> Option<usize> {
    let most = top.iter().map(|row| texts(row)).max().filter(|most| *most > 0)?;
    let wide = |row: &Row| texts(row) * 10 >= most * 6;
    let plain = top.iter().position(|row| wide(row) && !has_numbers(row));
    plain.or_else(|| top.iter().position(|row| wide(row)))
}

/// Whether a row holds labels over groups of the columns that the row below it names.
fn labels(above: &Row, below: &Row) -> bool {
    let next_to = above.number + 1 == below.number;
    let filled = texts(above);
    next_to
        && filled >= 2
        && !has_numbers(above)
        && !has_numbers(below)
        && filled < texts(below).max(above.cells.len())
        && has_gaps(above, below)
}

/// Whether something below stands where the row above has nothing.
fn has_gaps(above: &Row, below: &Row) -> bool {
    below.cells.iter().enumerate().any(|(at, cell)| is_text(cell, |_| true) && is_empty_at(above, at))
}

/// Whether the row below only names what the row above leaves open, or stands under the first column of a group: then it is no data.
fn fills(above: &Row, below: &Row) -> bool {
    below
        .cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| **cell != Cell::Empty)
        .all(|(at, cell)| is_text(cell, |_| true) && (is_empty_at(above, at) || is_empty_at(above, at + 1)))
}

fn is_empty_at(row: &Row, at: usize) -> bool {
    row.cells.get(at).is_none_or(|cell| *cell == Cell::Empty)
}

fn line(cell: Option<&Cell>) -> String {
    let text = cell.map(Cell::to_text).unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn captions(headers: &[&Row], tags: Option<&Row>) -> Vec<Caption> {
    let width = headers.iter().copied().chain(tags).map(|row| row.cells.len()).max().unwrap_or(0);
    let mut label = String::new();
    let caption = |at: usize| {
        let raw = headers.last().and_then(|row| row.cells.get(at)).map(Cell::to_text).unwrap_or_default();
        let mut own = line(headers.last().and_then(|row| row.cells.get(at)));
        let mut over = String::new();
        if let [above, _] = headers {
            let here = line(above.cells.get(at));
            if !here.is_empty() {
                label = here;
            }
            over.clone_from(&label);
            if own.is_empty() {
                own = std::mem::take(&mut over);
            }
        }
        let (own, in_heading) = match headers.len() {
            1 => split_tag(&raw, own),
            _ => (own, None),
        };
        let in_row = tags.and_then(|row| row.cells.get(at));
        let tag = in_row.and_then(tag_of);
        let bad_tag = in_row.filter(|cell| tag.is_none() && **cell != Cell::Empty).map(|cell| line(Some(cell)));
        let text = if over.is_empty() || over == own { own.clone() } else { format!("{over} {own}") };
        let text = match (text.is_empty(), in_row) {
            (true, Some(tag)) => line(Some(tag)),
            _ => text,
        };
        Caption { text, own, tag: tag.or(in_heading), bad_tag }
    };
    (0..width).map(caption).collect()
}

/// A tag that was written behind the heading, in the same cell.
fn split_tag(raw: &str, own: String) -> (String, Option<Tag>) {
    let Some((before, tag)) = raw.split_once('#') else { return (own, None) };
    match Tag::parse(&format!("#{tag}")).filter(|_| !before.trim().is_empty()) {
        Some(tag) => (before.split_whitespace().collect::<Vec<_>>().join(" "), Some(tag)),
        None => (own, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[(u32, &[&str])]) -> Sheet {
        let row = |(number, cells): &(u32, &[&str])| Row {
            number: *number,
            cells: cells.iter().map(|text| Cell::from(*text)).collect(),
        };
        Sheet { name: "Data".into(), hidden: false, dates_from_1904: false, rows: rows.iter().map(row).collect() }
    }

    fn found(rows: &[(u32, &[&str])]) -> (Vec<u32>, Option<u32>, Vec<String>, usize) {
        let layout = Layout::find(&sheet(rows), |text| words(text) == "district");
        (layout.headers, layout.tags, layout.captions.into_iter().map(|caption| caption.text).collect(), layout.first)
    }

    fn texts_of(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn headings_are_found_below_titles_and_subtotals() {
        let rows: [(u32, &[&str]); 4] = [
            (1, &["Report of March"]),
            (2, &["", "", "9 112"]),
            (4, &["District", "Girls", "Boys"]),
            (5, &["A", "1", "2"]),
        ];
        assert_eq!(found(&rows), (vec![4], None, texts_of(&["District", "Girls", "Boys"]), 3));
    }

    #[test]
    fn labels_over_groups_stand_before_the_headings_below_them() {
        let rows: [(u32, &[&str]); 3] = [
            (1, &["", "EDUCATION", "", "WASH"]),
            (2, &["District", "PiN", "Reached", "PiN"]),
            (3, &["A", "1", "2", "3"]),
        ];
        let captions = texts_of(&["District", "EDUCATION PiN", "EDUCATION Reached", "WASH PiN"]);
        assert_eq!(found(&rows), (vec![1, 2], None, captions, 2));
        let rows: [(u32, &[&str]); 3] = [
            (1, &["District", "EDUCATION", "", "WASH", ""]),
            (2, &["", "PiN", "Reached", "PiN", "Reached"]),
            (3, &["A", "1"]),
        ];
        let captions = texts_of(&["District", "EDUCATION PiN", "EDUCATION Reached", "WASH PiN", "WASH Reached"]);
        assert_eq!(found(&rows), (vec![1, 2], None, captions, 2));
    }

    #[test]
    fn a_row_of_data_below_the_headings_is_no_second_heading() {
        let rows: [(u32, &[&str]); 3] =
            [(1, &["District", "Partner", "Status"]), (2, &["A", "B", "C"]), (3, &["D", "E", "F"])];
        assert_eq!(found(&rows), (vec![1], None, texts_of(&["District", "Partner", "Status"]), 1));
        let rows: [(u32, &[&str]); 2] = [(1, &["Province", "Partner", ""]), (2, &["A", "B", "a note"])];
        assert_eq!(found(&rows).0, [1], "a column without a heading");
    }

    #[test]
    fn tags_say_where_the_headings_are_and_may_stand_in_them() {
        let rows: [(u32, &[&str]); 4] = [
            (1, &["¿Qué?", "", "¿Quién?"]),
            (2, &["Sector", "Subsector", "Organización"]),
            (3, &["#sector+es", "subsector", "#org +es"]),
            (4, &["WASH", "Higiene", "ACNUR"]),
        ];
        let layout = Layout::find(&sheet(&rows), |_| false);
        assert_eq!((layout.headers.as_slice(), layout.tags, layout.first), ([1, 2].as_slice(), Some(3), 3));
        assert_eq!(layout.captions[1].bad_tag.as_deref(), Some("subsector"));
        assert_eq!(layout.captions[2].tag, Tag::parse("#org+es"));
        let rows: [(u32, &[&str]); 2] = [(1, &["District #adm2 +name", "Girls"]), (2, &["A", "1"])];
        let layout = Layout::find(&sheet(&rows), |_| false);
        assert_eq!(
            (layout.captions[0].text.as_str(), &layout.captions[0].tag),
            ("District", &Tag::parse("#adm2+name"))
        );
    }

    #[test]
    fn an_empty_sheet_has_no_columns_and_rows_may_be_named_by_hand() {
        assert_eq!(found(&[]), (vec![], None, vec![], 0));
        let rows: [(u32, &[&str]); 3] = [(2, &["District", "Girls"]), (3, &["a", "b"]), (4, &["c", "d"])];
        assert_eq!(Layout::at(&sheet(&rows), 3).captions[0].text, "a");
        assert_eq!(Layout::at(&sheet(&rows), 9).captions, []);
    }
}
