//! A map of areas coloured by how much of their target was reached, drawn from the outlines that the edition holds.
//!
//! Longitude and latitude are taken as x and y: right enough for a picture of one country, and nobody measures on it. All reckoning is in exact
//! decimals; the picture is never flipped for languages that run from right to left.

use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Value;

use crate::appeals::figures::{AreaFigures, PublicCount};

/// The width of the picture in its own units.
const WIDTH: i64 = 400;

/// An area of the map.
pub(super) struct Shape {
    pub(super) path: String,
    /// Its colour: `m0` (a real zero) to `m4`, or `f-none`.
    pub(super) class: &'static str,
    pub(super) x: String,
    pub(super) y: String,
    pub(super) label: String,
    pub(super) value: String,
    /// Whether the label stands on a dark colour.
    pub(super) on_dark: bool,
}

/// The map.
pub(super) struct Map {
    pub(super) width: i64,
    pub(super) height: String,
    pub(super) shapes: Vec<Shape>,
}

type Point = (Decimal, Decimal);

/// The colour of an area: which fifth of its target was reached.
pub(super) fn class(area: &AreaFigures) -> &'static str {
    let PublicCount::Known(reached) = area.reached else { return "f-none" };
    let Some(target) = area.targeted.filter(|target| *target > Decimal::ZERO) else { return "f-none" };
    let share =
        reached.checked_mul(Decimal::ONE_HUNDRED).and_then(|reached| reached.checked_div(target)).unwrap_or_default();
    match share {
        share if share.is_zero() => "m0",
        share if share < Decimal::from(40) => "m1",
        share if share < Decimal::from(60) => "m2",
        share if share < Decimal::from(80) => "m3",
        _ => "m4",
    }
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.to_string().parse().ok(),
        _ => None,
    }
}

/// The rings of an outline; what cannot be read is left out, so that a bad outline costs its area and not the page.
fn rings(outline: &Value) -> Vec<Vec<Point>> {
    let point = |pair: &Value| Some((number(pair.get(0)?)?, number(pair.get(1)?)?));
    let ring = |ring: &Value| ring.as_array().into_iter().flatten().filter_map(point).collect::<Vec<_>>();
    outline.as_array().into_iter().flatten().map(ring).filter(|ring| ring.len() > 2).collect()
}

fn tenth(value: Decimal) -> String {
    value.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero).normalize().to_string()
}

/// The map of the areas that have outlines; none when there is no outline at all. `label` gives an area's name and value.
pub(super) fn draw(areas: &[&AreaFigures], label: impl Fn(&AreaFigures) -> (String, String)) -> Option<Map> {
    let outlined: Vec<(&AreaFigures, Vec<Vec<Point>>)> = areas
        .iter()
        .filter_map(|area| Some((*area, rings(area.outline.as_ref()?))))
        .filter(|(_, rings)| !rings.is_empty())
        .collect();
    let points = || outlined.iter().flat_map(|(_, rings)| rings.iter().flatten());
    let (west, east) = (points().map(|point| point.0).min()?, points().map(|point| point.0).max()?);
    let (south, north) = (points().map(|point| point.1).min()?, points().map(|point| point.1).max()?);
    let scale = Decimal::from(WIDTH).checked_div(east - west)?;
    let place = |point: &Point| Some(((point.0 - west).checked_mul(scale)?, (north - point.1).checked_mul(scale)?));
    let mut shapes = Vec::new();
    for (area, rings) in &outlined {
        let mut path = String::new();
        for ring in rings {
            for (index, point) in ring.iter().enumerate() {
                let (x, y) = place(point)?;
                path.push_str(if index == 0 { "M" } else { "L" });
                path.push_str(&format!("{} {}", tenth(x), tenth(y)));
            }
            path.push('Z');
        }
        let (x, y) = place(&middle(rings))?;
        let ((label, value), class) = (label(area), class(area));
        shapes.push(Shape {
            path,
            class,
            x: tenth(x),
            y: tenth(y),
            label,
            value,
            on_dark: matches!(class, "m3" | "m4"),
        });
    }
    Some(Map { width: WIDTH, height: tenth((north - south).checked_mul(scale)?), shapes })
}

/// The middle of the box around an area's rings, where its label goes.
fn middle(rings: &[Vec<Point>]) -> Point {
    let of = |pick: fn(&Point) -> Decimal| {
        let all = || rings.iter().flatten().map(pick);
        (all().min().unwrap_or_default() + all().max().unwrap_or_default()) / Decimal::TWO
    };
    (of(|point| point.0), of(|point| point.1))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{appeals::figures::Reporting, kit::text::LocalizedText};

    fn area(reached: PublicCount, outline: Option<Value>) -> AreaFigures {
        AreaFigures {
            pcode: "XE01".to_owned(),
            names: LocalizedText::default(),
            in_need: None,
            targeted: Some(Decimal::from(100)),
            reached,
            reporting: Reporting::default(),
            outline,
        }
    }

    #[test]
    fn a_square_of_two_degrees_fills_the_picture() {
        let square = json!([[["10", "2"], ["12", "2"], ["12", "4"], ["10", "4"]]]);
        let area = area(PublicCount::Known(Decimal::from(74)), Some(square));
        let map = draw(&[&area], |_| (String::new(), String::new())).expect("an outline");
        assert_eq!((map.width, map.height.as_str()), (400, "400"));
        assert_eq!(map.shapes[0].path, "M0 400L400 400L400 0L0 0Z");
        assert_eq!((map.shapes[0].class, map.shapes[0].x.as_str()), ("m3", "200"));
    }

    #[test]
    fn a_real_zero_is_no_missing_report() {
        assert_eq!(class(&area(PublicCount::Known(Decimal::ZERO), None)), "m0");
        assert_eq!(class(&area(PublicCount::NotReported, None)), "f-none");
        assert_eq!(class(&area(PublicCount::Suppressed, None)), "f-none");
    }

    #[test]
    fn outlines_that_cannot_be_read_draw_nothing() {
        for outline in [json!("x"), json!([[["a", "b"]]]), json!([]), json!([[["1", "1"], ["1", "1"], ["1", "1"]]])] {
            assert!(
                draw(&[&area(PublicCount::NotReported, Some(outline))], |_| (String::new(), String::new())).is_none()
            );
        }
    }
}
