use proptest::prelude::*;
use serde_json::json;

use super::{super::super::figures::Reporting, *};
use crate::kit::text::{Language, LocalizedText, Texts};

fn area(name: &str, target: Option<i64>, reached: PublicCount, outline: Value) -> AreaFigures {
    AreaFigures {
        pcode: "XE01".to_owned(),
        names: LocalizedText::new(Language::En, name),
        in_need: None,
        targeted: target.map(Decimal::from),
        reached,
        reporting: Reporting::default(),
        outline: Some(outline),
    }
}

/// A square of one degree, its south-west corner at a whole degree.
fn square(west: i64, south: i64) -> Value {
    let corner = |right: i64, up: i64| json!([format!("{}", west + right), format!("{}.0", south + up)]);
    json!([[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]])
}

fn drawn(areas: &[AreaFigures]) -> Option<String> {
    let texts = Texts::load().expect("the catalogues are good");
    let words = Words { say: texts.in_language(Language::En), fallback: Language::En };
    let areas: Vec<&AreaFigures> = areas.iter().collect();
    draw(&areas, words).map(|map| map.render().expect("a map"))
}

fn known(people: i64) -> PublicCount {
    PublicCount::Known(people.into())
}

#[test]
fn two_squares_at_the_equator_fill_the_map_side_by_side() {
    let map = drawn(&[area("A", Some(100), known(50), square(0, 0)), area("B", Some(100), known(0), square(1, 0))]);
    let map = map.expect("a map");
    assert!(map.contains(r#"viewBox="-4 -4 408 208""#), "{map}");
    assert!(map.contains(r#"<path class="m2" fill-rule="evenodd" d="M0 200 200 200 200 0 0 0 0 200Z"/>"#), "{map}");
    assert!(
        map.contains(r#"<path class="m0" fill-rule="evenodd" d="M200 200 400 200 400 0 200 0 200 200Z"/>"#),
        "{map}"
    );
    assert!(map.contains(r#"<text x="100" y="100">A<tspan x="100" y="115">50.0%</tspan></text>"#), "{map}");
}

#[test]
fn colours_follow_the_share_of_the_target_and_hatch_is_no_report() {
    for (target, reached, expected) in [
        (Some(1000), known(0), "m0"),
        (Some(1000), known(399), "m1"),
        (Some(1000), known(400), "m2"),
        (Some(1000), known(600), "m3"),
        (Some(1000), known(800), "m4"),
        (Some(1000), known(5000), "m4"),
        (Some(1000), PublicCount::NotReported, "f-none"),
        (Some(1000), PublicCount::Suppressed, "f-none"),
        (None, known(10), "f-track"),
        (Some(0), known(10), "f-track"),
    ] {
        assert_eq!(class(&area("A", target, reached, json!([]))), expected, "{target:?} {reached:?}");
    }
}

#[test]
fn a_country_on_both_sides_of_the_date_line_is_in_one_piece() {
    let map = drawn(&[area("A", Some(1), known(1), square(179, 0)), area("B", Some(1), known(1), square(-180, 0))]);
    assert!(map.expect("a map").contains(r#"viewBox="-4 -4 408 208""#));
}

#[test]
fn without_outlines_there_is_no_map() {
    for outline in [json!(null), json!([]), json!([[["0", "0"]]]), json!([[["x", "0"], ["1", "1"], ["2", "2"]]])] {
        assert!(drawn(&[area("A", Some(1), known(1), outline)]).is_none());
    }
    let far = json!([[["181", "0"], ["1", "1"], ["2", "2"]]]);
    assert!(drawn(&[area("A", Some(1), known(1), far)]).is_none(), "no place on the globe");
    let point = json!([[["1", "1"], ["1", "1"], ["1", "1"]]]);
    assert!(drawn(&[area("A", Some(1), known(1), point)]).is_none(), "a point has no outline");
}

#[test]
fn longitudes_shrink_towards_the_poles() {
    assert_eq!(cosine(Decimal::ZERO), Decimal::ONE);
    assert_eq!(cosine(Decimal::from(60)).round_dp(9), Decimal::new(5, 1));
    assert_eq!(cosine(Decimal::from(-60)).round_dp(9), Decimal::new(5, 1));
}

#[test]
fn a_name_that_a_reader_could_mistake_for_markup_is_text() {
    let map = drawn(&[area("<b>", Some(1), known(1), square(0, 0))]).expect("a map");
    assert!(!map.contains("<b>A") && map.contains("&#60;b&#62;"), "{map}");
}

proptest! {
    #[test]
    fn any_outline_is_drawn_within_the_frame_or_not_at_all(
        points in proptest::collection::vec(("-?[0-9]{1,3}(\\.[0-9]{1,12})?", "-?[0-9]{1,2}(\\.[0-9]{1,12})?"), 0..8)
    ) {
        let ring: Vec<Value> = points.iter().map(|(longitude, latitude)| json!([longitude, latitude])).collect();
        if let Some(rings) = Some(rings(&json!([ring]))).filter(|rings| !rings.is_empty())
            && let Some(frame) = Frame::around(rings[0].iter())
        {
            for (x, y) in frame.project(&rings[0]) {
                prop_assert!(x >= Decimal::ZERO && x <= frame.width(), "{x}");
                prop_assert!(y >= Decimal::ZERO && y <= frame.height(), "{y}");
            }
        }
    }
}
