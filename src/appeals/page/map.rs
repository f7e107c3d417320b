//! The map of an appeal: areas coloured by how much of their target was reached. The same figures are in the table beside it.
//!
//! Outlines come as degrees in text and are drawn with exact numbers, flat, the longitudes shortened by the cosine of the middle latitude.
//! Points fall on a grid of halves, so that neighbours keep their common border and an outline costs no more bytes than a reader can see.

use std::fmt::Write;

use askama::Template;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use super::words::{DASH, Words};
use crate::appeals::figures::{AreaFigures, PublicCount};

/// The longer side of a map, in its own units.
const SIZE: Decimal = Decimal::from_parts(400, 0, 0, false, 0);
/// The number pi to 27 decimals.
const PI: Decimal = Decimal::from_parts(2_257_730_743, 18_587_456, 170_306_079, false, 27);
/// The shares, in percent, where one colour ends and the next begins.
const STEPS: [i64; 3] = [40, 60, 80];
/// How wide a letter of a label is, and how high its two lines are, in units of the map.
const LETTER: i64 = 7;
const TWO_LINES: i64 = 36;

/// A map with its legend.
#[derive(Template)]
#[template(path = "appeals/templates/map.html")]
pub(super) struct Map {
    title: String,
    label: String,
    disclaimer: String,
    width: Decimal,
    height: Decimal,
    shapes: Vec<Shape>,
    tags: Vec<Tag>,
    keys: Vec<(&'static str, String)>,
}

struct Shape {
    class: &'static str,
    path: String,
}

/// A name and a share, written on an area.
struct Tag {
    x: Decimal,
    y: Decimal,
    name: String,
    value: String,
    on_high: bool,
    /// The width of the paper below it, on hatched areas.
    plate: Option<i64>,
}

/// A point: longitude and latitude in degrees, or right and down on the map.
type Point = (Decimal, Decimal);

/// Draws the areas that have an outline; none where no area has one.
pub(super) fn draw(areas: &[&AreaFigures], words: Words<'_>) -> Option<Map> {
    let outlined: Vec<(&AreaFigures, Vec<Vec<Point>>)> = areas
        .iter()
        .filter_map(|area| Some((*area, rings(area.outline.as_ref()?))))
        .filter(|(_, rings)| !rings.is_empty())
        .collect();
    let frame = Frame::around(outlined.iter().flat_map(|(_, rings)| rings.iter().flatten()))?;
    let (mut shapes, mut tags) = (Vec::new(), Vec::new());
    for (area, rings) in &outlined {
        let rings: Vec<Vec<Point>> = rings.iter().map(|ring| frame.project(ring)).collect();
        let class = class(area);
        shapes.push(Shape { class, path: rings.iter().map(|ring| path(ring)).collect() });
        tags.extend(tag(area, class, &rings, words));
    }
    let mut keys = legend(words);
    let classes: Vec<&str> = shapes.iter().map(|shape| shape.class).collect();
    let hidden = outlined.iter().any(|(area, _)| area.reached == PublicCount::Suppressed);
    keys.push(("none", words.text(if hidden { "appeal-map-none-hidden" } else { "appeal-map-none" }, &[])));
    if classes.contains(&"f-track") {
        keys.push(("track", words.text("appeal-map-no-target", &[])));
    }
    Some(Map {
        title: words.text("appeal-map-title", &[]),
        label: words.text("appeal-map-label", &[]),
        disclaimer: words.text("appeal-map-disclaimer", &[]),
        width: frame.width(),
        height: frame.height(),
        shapes,
        tags,
        keys,
    })
}

/// The colour of an area, by the share of its target that was reached.
fn class(area: &AreaFigures) -> &'static str {
    let Some(reached) = area.reached.known() else { return "f-none" };
    let hundredfold = reached.checked_mul(Decimal::ONE_HUNDRED);
    let share = area.targeted.and_then(|target| hundredfold?.checked_div(target));
    match share {
        None => "f-track",
        Some(share) if share <= Decimal::ZERO => "m0",
        Some(share) if share < Decimal::from(STEPS[0]) => "m1",
        Some(share) if share < Decimal::from(STEPS[1]) => "m2",
        Some(share) if share < Decimal::from(STEPS[2]) => "m3",
        Some(_) => "m4",
    }
}

fn legend(words: Words<'_>) -> Vec<(&'static str, String)> {
    let share = |percent: i64| words.say.whole_percents(percent);
    let between =
        |from, to| words.text("appeal-map-between", &[("from", share(from).into()), ("to", share(to).into())]);
    vec![
        ("0", share(0)),
        ("1", words.text("appeal-map-up-to", &[("share", share(STEPS[0]).into())])),
        ("2", between(STEPS[0], STEPS[1])),
        ("3", between(STEPS[1], STEPS[2])),
        ("4", words.text("appeal-map-more", &[("share", share(STEPS[2]).into())])),
    ]
}

/// The rings of an outline. One that is no list of positions on the globe is left out.
fn rings(outline: &Value) -> Vec<Vec<Point>> {
    let degrees = |value: &Value, most: i64| {
        let degrees: Decimal = value.as_str()?.parse().ok()?;
        (degrees.abs() <= Decimal::from(most)).then_some(degrees)
    };
    let point = |point: &Value| Some((degrees(point.get(0)?, 180)?, degrees(point.get(1)?, 90)?));
    let ring = |ring: &Value| ring.as_array()?.iter().map(point).collect::<Option<Vec<Point>>>();
    let rings = outline.as_array().map(Vec::as_slice).unwrap_or_default();
    rings.iter().filter_map(ring).filter(|ring| ring.len() > 2).collect()
}

/// Where the outlines lie on the globe, and how they come to the map.
struct Frame {
    west: Decimal,
    north: Decimal,
    across: Decimal,
    down: Decimal,
    /// Countries on both sides of the 180th meridian are drawn in one piece.
    over_the_date_line: bool,
    /// Units of the map for one degree of longitude, and one of latitude.
    scale: Point,
}

impl Frame {
    fn around<'a>(points: impl Iterator<Item = &'a Point> + Clone) -> Option<Self> {
        let span = |values: &mut dyn Iterator<Item = Decimal>| {
            let first = values.next()?;
            Some(values.fold((first, first), |(low, high), value| (low.min(value), high.max(value))))
        };
        let (south, north) = span(&mut points.clone().map(|(_, latitude)| *latitude))?;
        let (west, east) = span(&mut points.clone().map(|(longitude, _)| *longitude))?;
        let over_the_date_line = east - west > Decimal::from(180);
        let (west, east) = if over_the_date_line {
            span(&mut points.map(|(longitude, _)| eastward(*longitude)))?
        } else {
            (west, east)
        };
        let narrowing = cosine((south + north) / Decimal::TWO);
        let (across, down) = ((east - west) * narrowing, north - south);
        let unit = SIZE.checked_div(across.max(down))?;
        let scale = (unit * narrowing, unit);
        Some(Self { west, north, across: across * unit, down: down * unit, over_the_date_line, scale })
    }

    fn width(&self) -> Decimal {
        on_grid(self.across)
    }

    fn height(&self) -> Decimal {
        on_grid(self.down)
    }

    /// The points of a ring on the map, without those that fall on the one before.
    fn project(&self, ring: &[Point]) -> Vec<Point> {
        let mut points: Vec<Point> = ring
            .iter()
            .map(|(longitude, latitude)| {
                let longitude = if self.over_the_date_line { eastward(*longitude) } else { *longitude };
                (on_grid((longitude - self.west) * self.scale.0), on_grid((self.north - latitude) * self.scale.1))
            })
            .collect();
        points.dedup();
        points
    }
}

fn eastward(longitude: Decimal) -> Decimal {
    if longitude < Decimal::ZERO { longitude + Decimal::from(360) } else { longitude }
}

/// The nearest half.
fn on_grid(value: Decimal) -> Decimal {
    let halves = (value * Decimal::TWO).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    (halves / Decimal::TWO).normalize()
}

/// The cosine by its series, exact far beyond what a map shows. Close to the poles, where maps of this kind lose all shape, it goes no further.
fn cosine(degrees: Decimal) -> Decimal {
    let radians = degrees.abs().min(Decimal::from(80)) * PI / Decimal::from(180);
    let square = radians * radians;
    let (mut sum, mut term) = (Decimal::ONE, Decimal::ONE);
    for step in 1..=8 {
        term *= -square / Decimal::from((2 * step - 1) * (2 * step));
        sum += term;
    }
    sum
}

fn path(ring: &[Point]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in ring.iter().enumerate() {
        let opening = if at == 0 { 'M' } else { ' ' };
        // Writing to a text cannot fail.
        let _ = write!(path, "{opening}{x} {y}");
    }
    path + "Z"
}

/// The label of an area, if its largest piece has room for it.
fn tag(area: &AreaFigures, class: &str, rings: &[Vec<Point>], words: Words<'_>) -> Option<Tag> {
    let (size, (x, y), ring) = rings.iter().filter_map(|ring| measure(ring)).max_by_key(|(size, ..)| *size)?;
    let name = words.name(&area.names).to_owned();
    let value = match area.reached {
        PublicCount::NotReported => words.text("appeal-no-report", &[]),
        PublicCount::Suppressed => words.text("appeal-suppressed", &[]),
        PublicCount::Known(_) => words.share(area.reached.known(), area.targeted).unwrap_or_else(|| DASH.to_owned()),
    };
    let letters = name.chars().count().max(value.chars().count());
    let width = i64::try_from(letters).ok()?.checked_mul(LETTER)?;
    let reach = |pick: fn(&Point) -> Decimal| {
        let (low, high) = (ring.iter().map(pick).min()?, ring.iter().map(pick).max()?);
        Some(high - low)
    };
    let room = reach(|point| point.0)? >= Decimal::from(width) && reach(|point| point.1)? >= Decimal::from(TWO_LINES);
    (room && size > Decimal::ZERO).then(|| Tag {
        x: on_grid(x),
        y: on_grid(y),
        name,
        value,
        on_high: matches!(class, "m3" | "m4"),
        plate: (class == "f-none").then_some(width + LETTER),
    })
}

/// The size of a ring and its centre of gravity.
fn measure(ring: &[Point]) -> Option<(Decimal, Point, &[Point])> {
    let (mut doubled, mut x, mut y) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for (at, (x1, y1)) in ring.iter().enumerate() {
        let (x2, y2) = ring[(at + 1) % ring.len()];
        let cross = x1 * y2 - x2 * y1;
        doubled += cross;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
    }
    let thirds = doubled * Decimal::from(3);
    Some((doubled.abs(), (x.checked_div(thirds)?, y.checked_div(thirds)?), ring))
}

impl Tag {
    /// The second line.
    fn below(&self) -> Decimal {
        self.y + Decimal::from(15)
    }
    /// The paper below a label.
    fn paper(&self, width: &i64) -> (Decimal, Decimal) {
        (self.x - Decimal::from(*width) / Decimal::TWO, self.y - Decimal::from(15))
    }
}

#[cfg(test)]
#[path = "map_tests.rs"]
mod tests;
