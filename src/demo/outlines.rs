//! Outlines of the country that does not exist: a grid of districts whose lines were shaken, so that neighbours share their borders exactly.
//!
//! All positions are whole millionths of a degree. Every line of the grid is drawn once and walked by both neighbours; the outline of a province
//! is what remains when the lines inside it, which are walked in both directions, are struck out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::country::{ISO3, PROVINCES, Province};

/// The cells of the country, row by row from the north: the digit is the province's number. Each province has five cells in one piece.
const GRID: [&str; 5] = ["88111444", "88112446", "83322266", "33327766", "55555777"];
/// The north-west corner.
const NORTH_WEST: Point = (30_100_000, 11_200_000);
/// The side of a cell.
const CELL: i64 = 600_000;
/// How far a corner may be moved.
const CORNER_SHAKE: i64 = 110_000;
/// How far a point on a line may be moved.
const LINE_SHAKE: i64 = 34_000;
/// How many points a line has between its corners, plus one.
const LINE_PARTS: i64 = 4;

/// Longitude and latitude in millionths of a degree.
type Point = (i64, i64);
/// A corner of the grid: column and row.
type Corner = (i64, i64);
/// Lines from corner to corner that lead around something.
type Border = BTreeSet<(Corner, Corner)>;

/// The outlines of all places by P-code: rings of [longitude, latitude].
pub(super) fn outlines() -> Vec<(String, Value)> {
    let mut cells: BTreeMap<usize, Vec<Corner>> = BTreeMap::new();
    for (row, line) in (0..).zip(GRID) {
        for (column, digit) in (0..).zip(line.chars()) {
            let province = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or_default();
            cells.entry(province).or_default().push((column, row));
        }
    }
    let mut outlines = vec![(ISO3.to_owned(), rings(&around(cells.values().flatten())))];
    for (number, province) in (1..).zip(&PROVINCES) {
        let own = cells.remove(&number).unwrap_or_default();
        outlines.push((province.pcode.to_owned(), rings(&around(&own))));
        let districts = Province::districts(province).into_iter().zip(&own);
        outlines.extend(districts.map(|(district, cell)| (district.pcode, rings(&around([cell])))));
    }
    outlines
}

/// The lines around cells, with the cells to their left.
fn around<'a>(cells: impl IntoIterator<Item = &'a Corner>) -> Border {
    let mut border = Border::new();
    for (column, row) in cells {
        let (east, south) = (column + 1, row + 1);
        let corners = [(*column, *row), (*column, south), (east, south), (east, *row)];
        for (from, to) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
            // A line that is walked in both directions lies inside.
            if !border.remove(&(to, from)) {
                border.insert((from, to));
            }
        }
    }
    border
}

/// The closed rings of a border.
fn rings(border: &Border) -> Value {
    let mut left = border.clone();
    let mut rings = Vec::new();
    while let Some((start, mut at)) = left.pop_first() {
        let mut ring = line(start, at);
        while let Some(next) = left.range((at, (i64::MIN, i64::MIN))..).next().copied().filter(|(from, _)| *from == at)
        {
            left.remove(&next);
            ring.extend(line(next.0, next.1));
            at = next.1;
        }
        ring.push(position(start));
        rings.push(
            ring.into_iter().map(|(longitude, latitude)| json!([degrees(longitude), degrees(latitude)])).collect(),
        );
    }
    Value::Array(rings)
}

/// The points of a line from one corner to the next, the last left out. Both neighbours see the same points.
fn line(from: Corner, to: Corner) -> Vec<Point> {
    let forward = from < to;
    let (first, last) = if forward { (from, to) } else { (to, from) };
    let (start, end) = (position(first), position(last));
    let point = |part: i64| {
        let between = |start: i64, end: i64| start + (end - start) * part / LINE_PARTS;
        let seed = [first.0, first.1, last.0, last.1, part];
        (
            between(start.0, end.0) + shake(&seed, LINE_SHAKE),
            between(start.1, end.1) + shake(&[part, first.1, last.0, first.0, last.1], LINE_SHAKE),
        )
    };
    let inner = (1..LINE_PARTS).map(point);
    let mut points = vec![position(from)];
    if forward {
        points.extend(inner)
    } else {
        points.extend(inner.rev())
    }
    points
}

/// Where a corner of the grid lies: shaken, and drawn in towards the corners of the country, which is no rectangle.
fn position((column, row): Corner) -> Point {
    let (east, south) = (column * CELL, row * CELL);
    let (width, height) = (8 * CELL, 5 * CELL);
    // From the middle, in thousandths of the way to the edge.
    let (x, y) = ((2 * east - width) * 1000 / width, (2 * south - height) * 1000 / height);
    let drawn_in = |own: i64, other: i64| own - own * other * other / 4_000_000;
    let (x, y) = (drawn_in(x, y), drawn_in(y, x));
    let longitude = NORTH_WEST.0 + (x + 1000) * width / 2000 + shake(&[column, row, 1], CORNER_SHAKE);
    let latitude = NORTH_WEST.1 - (y + 1000) * height / 2000 + shake(&[column, row, 2], CORNER_SHAKE);
    (longitude, latitude)
}

/// A number from `-most` to `most` that is always the same for the same seed.
fn shake(seed: &[i64], most: i64) -> i64 {
    // FNV-1a: all that is wanted is a picture without a pattern.
    let hash = seed
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let spread = u64::try_from(2 * most + 1).unwrap_or(1);
    i64::try_from((hash >> 17) % spread).unwrap_or(0) - most
}

/// Degrees as text, exactly.
fn degrees(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let millionths = millionths.abs();
    format!("{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn of(outlines: &[(String, Value)], pcode: &str) -> Vec<Vec<(String, String)>> {
        let (_, rings) = outlines.iter().find(|(known, _)| known == pcode).expect("an outline");
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let ring = |ring: &Value| {
            let points = ring.as_array().expect("a ring").iter();
            points.map(|point| (text(&point[0]), text(&point[1]))).collect()
        };
        rings.as_array().expect("rings").iter().map(ring).collect()
    }

    #[test]
    fn every_place_has_one_closed_outline() {
        let outlines = outlines();
        assert_eq!(outlines.len(), 1 + 8 + 40);
        for (pcode, _) in &outlines {
            let rings = of(&outlines, pcode);
            assert_eq!(rings.len(), 1, "{pcode} is in one piece");
            assert_eq!(rings[0].first(), rings[0].last(), "{pcode} is closed");
        }
        assert_eq!(of(&outlines, "XE0101")[0].len(), 4 * 4 + 1);
    }

    #[test]
    fn neighbours_share_their_borders() {
        let outlines = outlines();
        type Corner = (String, String);
        let mut walked: HashMap<(Corner, Corner), u32> = HashMap::new();
        for (pcode, _) in outlines.iter().filter(|(pcode, _)| pcode.len() == 6) {
            let ring = &of(&outlines, pcode)[0];
            for pair in ring.windows(2) {
                let (low, high) = if pair[0] < pair[1] { (&pair[0], &pair[1]) } else { (&pair[1], &pair[0]) };
                *walked.entry((low.clone(), high.clone())).or_default() += 1;
            }
        }
        let outside = walked.values().filter(|times| **times == 1).count();
        assert!(walked.values().all(|times| *times <= 2), "no line is walked a third time");
        assert_eq!(outside, 2 * (8 + 5) * 4, "what one district walks alone is the country's border");
        assert_eq!(of(&outlines, ISO3)[0].len(), outside + 1);
    }

    #[test]
    fn degrees_are_written_exactly() {
        assert_eq!(degrees(30_000_001), "30.000001");
        assert_eq!(degrees(-500_000), "-0.500000");
    }
}
