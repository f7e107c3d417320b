//! Outlines of areas as GeoJSON (RFC 7946).

use rust_decimal::Decimal;
use serde_json::Value;

/// Longitude and latitude in degrees.
type Point = (Decimal, Decimal);

/// The outline of an area as the geometry of a GeoJSON feature. It is filled as maps of ours fill it: a ring inside another one is a hole, and one
/// inside a hole a piece of its own. None when it is no list of rings of degrees.
pub fn outline_geojson(outline: &Value) -> Option<String> {
    let rings: Vec<Vec<Point>> = outline.as_array()?.iter().map(ring).collect::<Option<_>>()?;
    let around: Vec<Vec<usize>> = rings.iter().map(|ring| rings_around(ring, &rings)).collect();
    let polygons = (0..rings.len()).filter(|at| around[*at].len().is_multiple_of(2)).map(|at| {
        let is_hole = |hole: &usize| around[*hole].len() == around[at].len() + 1 && around[*hole].contains(&at);
        let holes = (0..rings.len()).filter(is_hole).map(|hole| text(&rings[hole], false));
        let lines: Vec<String> = std::iter::once(text(&rings[at], true)).chain(holes).collect();
        format!("[{}]", lines.join(","))
    });
    let polygons: Vec<String> = polygons.collect();
    match &polygons[..] {
        [] => None,
        [polygon] => Some(format!(r#"{{"type":"Polygon","coordinates":{polygon}}}"#)),
        all => Some(format!(r#"{{"type":"MultiPolygon","coordinates":[{}]}}"#, all.join(","))),
    }
}

/// A ring of at least three points that ends where it begins.
fn ring(ring: &Value) -> Option<Vec<Point>> {
    let degrees = |value: &Value, most: i64| -> Option<Decimal> {
        let number: Decimal = value.as_str()?.parse().ok()?;
        (number.abs() <= Decimal::from(most)).then(|| number.normalize())
    };
    let point = |point: &Value| match point.as_array()?.as_slice() {
        [longitude, latitude] => Some((degrees(longitude, 180)?, degrees(latitude, 90)?)),
        _ => None,
    };
    let points: Vec<Point> = ring.as_array()?.iter().map(point).collect::<Option<_>>()?;
    (points.len() > 3 && points.first() == points.last()).then_some(points)
}

/// Which of the rings a ring lies in.
fn rings_around(ring: &[Point], rings: &[Vec<Point>]) -> Vec<usize> {
    let Some(corner) = ring.first() else { return Vec::new() };
    let lies_in = |(_, other): &(usize, &Vec<Point>)| other.as_slice() != ring && contains(other, *corner);
    rings.iter().enumerate().filter(lies_in).map(|(at, _)| at).collect()
}

/// Whether a ring goes around a point: a line from it to the east crosses the ring an odd number of times.
fn contains(ring: &[Point], (x, y): Point) -> bool {
    let crosses = |pair: &&[Point]| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        (y1 > y) != (y2 > y) && {
            let side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
            if y2 > y1 { side > Decimal::ZERO } else { side < Decimal::ZERO }
        }
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}

/// A ring with its points against the clock, or with it.
fn text(ring: &[Point], against: bool) -> String {
    let twice_its_area: Decimal = ring.windows(2).map(|pair| pair[0].0 * pair[1].1 - pair[1].0 * pair[0].1).sum();
    let point = |(x, y): &Point| format!("[{x},{y}]");
    let points: Vec<String> = if (twice_its_area > Decimal::ZERO) == against {
        ring.iter().map(point).collect()
    } else {
        ring.iter().rev().map(point).collect()
    };
    format!("[{}]", points.join(","))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A square from a corner, of a size, against the clock.
    fn square(corner: i32, size: i32) -> Value {
        let (low, high) = (corner.to_string(), (corner + size).to_string());
        json!([[low, low], [high, low], [high, high], [low, high], [low, low]])
    }

    fn geometry(outline: &Value) -> Value {
        serde_json::from_str(&outline_geojson(outline).expect("an outline")).expect("JSON")
    }

    #[test]
    fn one_ring_is_a_polygon_against_the_clock() {
        let ring = json!([["30.50", "10"], ["30.50", "11"], ["31", "11"], ["30.50", "10"]]);
        let polygon = json!({ "type": "Polygon", "coordinates": [[[30.5, 10], [31, 11], [30.5, 11], [30.5, 10]]] });
        assert_eq!(geometry(&json!([ring])), polygon);
    }

    #[test]
    fn a_ring_inside_another_is_a_hole_and_one_beside_it_a_piece() {
        let outline = json!([square(0, 10), square(2, 4), square(3, 1), square(20, 1)]);
        let hole = [[2, 2], [2, 6], [6, 6], [6, 2], [2, 2]];
        let piece = |low: i32, high: i32| json!([[low, low], [high, low], [high, high], [low, high], [low, low]]);
        let expected = json!({ "type": "MultiPolygon", "coordinates": [
            [piece(0, 10), hole], [piece(3, 4)], [piece(20, 21)],
        ] });
        assert_eq!(geometry(&outline), expected);
    }

    #[test]
    fn what_is_no_outline_has_no_geometry() {
        for outline in [
            json!([]),
            json!("x"),
            json!([[["1", "2"]]]),
            json!([[["181", "0"], ["0", "0"], ["1", "1"], ["181", "0"]]]),
        ] {
            assert_eq!(outline_geojson(&outline), None, "{outline}");
        }
    }
}
