//! The page of an edition of an invented country, in every language. `DARASA_KEEP_PAGES=folder` keeps what is rendered, to look at it.

use std::{collections::BTreeMap, fs, io::Write, path::Path};

use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde_json::json;

use super::report::{Published, render};
use crate::{
    appeals::{
        figures::{
            ActivityFigures, AppealFacts, AreaFigures, ChangeOfFigure, ContributionFigures, DomainFigures,
            EarlierRound, EditionFigures, GroupFigures, IndicatorFigures, MoneyFigures, PeopleFigures, Provenance,
            PublicCount, Reporting, StandardsFigures,
        },
        store::public::EditionLink,
    },
    kit::text::{Language, LocalizedText, Texts},
};

/// What all pages together with their style sheets may weigh on the wire.
const BUDGET: usize = 40 * 1024;

fn text(english: &str) -> LocalizedText {
    LocalizedText::new(Language::En, english)
}

fn some(number: i64) -> Option<Decimal> {
    Some(number.into())
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn moment(date: NaiveDate) -> DateTime<Utc> {
    date.and_hms_opt(9, 0, 0).expect("a moment").and_utc()
}

fn area(at: usize, names: [&str; 2], in_need: i64, targeted: i64, reached: Option<i64>, who: [i64; 2]) -> AreaFigures {
    let (west, south) = (at % 4, 1 - at / 4);
    let corner =
        |right: usize, up: usize| json!([format!("{}.25", 34 + west + right), format!("{}.5", 12 + south + up)]);
    AreaFigures {
        pcode: format!("XE0{}", at + 1),
        names: text(names[0]).with(Language::Ar, names[1]),
        in_need: some(in_need),
        targeted: some(targeted),
        reached: reached.map(Decimal::from).into(),
        reporting: Reporting { reported: who[0], expected: who[1] },
        outline: Some(json!([[corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)]])),
    }
}

fn areas() -> Vec<AreaFigures> {
    vec![
        area(0, ["Amsar", "أمسار"], 214_640, 96_000, Some(71_240), [9, 9]),
        area(1, ["Belqor", "بلقور"], 168_300, 82_000, Some(39_870), [7, 7]),
        area(2, ["Daruna", "دارونا"], 121_900, 54_000, Some(22_310), [5, 5]),
        area(3, ["Hessek", "حسك"], 98_450, 41_000, Some(30_905), [4, 4]),
        area(4, ["Merrin", "مرين"], 64_200, 22_500, Some(24_318), [3, 3]),
        area(5, ["Orash", "أوراش"], 87_750, 38_500, Some(0), [0, 0]),
        area(6, ["Sulwa", "سلوى"], 52_300, 21_000, None, [0, 2]),
        area(7, ["Tevari", "تيفاري"], 112_497, 45_000, Some(17_652), [4, 5]),
    ]
}

fn activity(code: &str, name: &str, required: i64, funded: Option<i64>, unit: &str, count: i64) -> ActivityFigures {
    ActivityFigures {
        ref_code: code.to_owned(),
        names: text(name),
        required: some(required),
        funded: funded.map(Decimal::from),
        unit: unit.to_owned(),
        unit_target: some(count),
    }
}

fn given(donor: &str, status: &str, usd: i64) -> ContributionFigures {
    ContributionFigures {
        donor: donor.to_owned(),
        status: status.to_owned(),
        amount: None,
        currency: None,
        rate: None,
        usd: some(usd),
    }
}

fn money() -> MoneyFigures {
    MoneyFigures {
        requirement: some(48_600_000),
        paid: some(10_575_000),
        committed: some(7_350_000),
        funded: some(17_925_000),
        unmet: some(30_675_000),
        over_funding: some(0),
        pledged: some(5_000_000),
        shared: some(400_000),
        asked: None,
        in_kind: None,
    }
}

fn indicator(name: &str, value: i64, target: i64, denominator: Option<i64>) -> IndicatorFigures {
    IndicatorFigures {
        ref_code: "E-1".to_owned(),
        names: text(name),
        unit: "children".to_owned(),
        baseline: None,
        target: some(target),
        counts_people: denominator.is_none(),
        value: some(value).into(),
        denominator: denominator.map(|whole| PublicCount::Known(whole.into())),
    }
}

fn group(dimension: &str, label: &str, reached: PublicCount) -> GroupFigures {
    GroupFigures { dimension: dimension.to_owned(), labels: text(label), reached }
}

fn provenance(method: &str, source: &str) -> Provenance {
    let (method, source) = (method.to_owned(), source.to_owned());
    Provenance { method, method_version: "3".to_owned(), as_of: day(2026, 10, 31), source }
}

fn facts() -> AppealFacts {
    AppealFacts {
        code: "EDU-XE-2026".to_owned(),
        kind: "FLASH_APPEAL".to_owned(),
        names: text("Taluna education appeal 2026"),
        summary: text(
            "Since March 2026 fighting and the June floods have closed or damaged 1,312 of Taluna's 3,940 schools.",
        ),
        operation: text("Education Cluster Taluna"),
        default_language: Language::En,
        country: text("Taluna").with(Language::Ar, "تالونا"),
        currency: "USD".to_owned(),
        starts_on: day(2026, 1, 1),
        ends_on: day(2027, 1, 1),
    }
}

/// Edition 4 of the appeal for Taluna.
fn standards() -> StandardsFigures {
    let domain =
        |number, name: &str, score| DomainFigures { number, names: text(name), score: Some(Decimal::new(score, 4)) };
    StandardsFigures {
        framework: "INEE-2024".to_owned(),
        names: text("INEE Minimum Standards 2024"),
        subject: "CLUSTER".to_owned(),
        round: 2,
        assessed_on: day(2026, 10, 20),
        score: Some(Decimal::new(6316, 4)),
        strict: Some(Decimal::new(4737, 4)),
        completeness: Some(Decimal::ONE),
        evidence: 14,
        unsupported: 3,
        domains: vec![
            domain(1, "Foundational Standards", 7143),
            domain(2, "Access and Learning Environment", 5000),
            DomainFigures { score: None, ..domain(5, "Education Policy", 0) },
        ],
        previous: Some(EarlierRound { round: 1, assessed_on: day(2026, 4, 15), score: Some(Decimal::new(4211, 4)) }),
    }
}

pub(in super::super) fn sample() -> EditionFigures {
    let euros = ContributionFigures {
        amount: some(2_800_000),
        currency: Some("EUR".to_owned()),
        rate: Some(Decimal::new(875_000, 6)),
        ..given("Government donor E", "COMMITMENT", 3_200_000)
    };
    EditionFigures {
        appeal: facts(),
        number: 4,
        as_of: day(2026, 10, 31),
        published_at: moment(day(2026, 11, 12)),
        note: None,
        previous: Some(3),
        changes: vec![ChangeOfFigure {
            figure: "people.reached".to_owned(),
            before: some(190_110).into(),
            after: some(206_295).into(),
        }],
        money: money(),
        people: PeopleFigures {
            in_need: some(920_037),
            targeted: some(400_000),
            reached: some(206_295).into(),
            services: some(702_000).into(),
            upper_bound: some(251_000).into(),
        },
        reporting: Reporting { reported: 21, expected: 24 },
        areas: areas(),
        activities: vec![
            activity("CA3", "Catch-up classes", 5_640_000, None, "CHILDREN", 47_000),
            activity("CA1", "Teacher incentives and training", 13_440_000, Some(3_960_000), "TEACHERS", 6_400),
            activity("CA2", "Temporary learning spaces", 14_820_000, Some(5_905_000), "LEARNING_SPACES", 1_140),
        ],
        contributions: vec![given("Org A Learning Fund", "PAID", 6_204_180), euros],
        pledges: vec![given("Government donor F", "PLEDGE", 5_000_000)],
        indicators: vec![
            indicator("Teachers trained in psychosocial support", 3_204, 3_000, None),
            indicator("Learning spaces set up or repaired", 438, 1_140, None),
            indicator("Children who attend regularly", 82, 90, Some(100)),
        ],
        groups: vec![
            group("sex", "Girls", PublicCount::Known(101_084.into())),
            group("sex", "Boys", PublicCount::Known(105_211.into())),
        ],
        standards: Some(standards()),
        small_cell_threshold: 5,
        provenance: BTreeMap::from([
            ("money".to_owned(), provenance("FTS_COMMITTED_AND_PAID", "contributions told by donors")),
            ("people.inNeed".to_owned(), provenance("GEC_PIN", "Joint assessment, March 2026")),
            ("people.reached".to_owned(), provenance("PLACE_CELL_MAX", "accepted partner reports")),
            ("standards".to_owned(), provenance("DARASA_STANDARDS_SCORE", "checklist against INEE-2024, round 2")),
        ]),
    }
}

fn history() -> Vec<EditionLink> {
    let edition = |number, published, note: Option<&str>| EditionLink {
        number,
        published_at: moment(published),
        note: note.map(str::to_owned),
    };
    vec![
        edition(4, day(2026, 11, 12), None),
        edition(3, day(2026, 10, 14), Some("Correction: Hessek reached 28,960, not 38,960")),
        edition(2, day(2026, 9, 12), None),
        edition(1, day(2026, 4, 2), None),
    ]
}

/// The page as text, without the marks that keep directions apart.
fn page(figures: &EditionFigures, language: Language) -> String {
    let texts = Texts::load().expect("the catalogues are good");
    let published =
        Published { figures, editions: &history(), subject: "an-id".to_owned(), public_url: "https://darasa.test" };
    render(&published, texts.in_language(language)).expect("a page")
}

/// The text of the first element that begins so.
fn inside<'a>(page: &'a str, opening: &str) -> &'a str {
    let (_, rest) = page.split_once(opening).expect(opening);
    rest.split('<').next().unwrap_or_default()
}

/// Whether every element is closed in its order.
fn is_balanced(page: &str) -> Result<(), String> {
    const VOID: [&str; 3] = ["meta", "link", "input"];
    let mut open: Vec<&str> = Vec::new();
    for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('!') || tag.ends_with('/') || VOID.contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
        } else {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

#[test]
fn the_headline_is_a_finding_in_every_language() {
    for (language, expected) in [
        (
            Language::En,
            "Education support has reached 206,000 of the 400,000 children targeted in Taluna; $30.7 million of $48.6 million is still missing",
        ),
        (
            Language::Fr,
            "L’aide à l’éducation a touché 206 000 enfants sur 400 000 ciblés (Taluna) ; il manque encore 30,7 millions de dollars sur 48,6 millions de dollars",
        ),
    ] {
        let page = page(&sample(), language).replace(['\u{202F}', '\u{A0}'], " ");
        assert_eq!(inside(&page, "<h1>"), expected);
    }
    let arabic = page(&sample(), Language::Ar);
    assert!(arabic.contains(r#"<html lang="ar" dir="rtl">"#));
    assert!(inside(&arabic, "<h1>").contains("تالونا"));
}

#[test]
fn a_page_is_whole_in_every_language_and_needs_no_script_or_style_of_its_own() {
    for language in Language::ALL {
        let page = page(&sample(), *language);
        if let Some(folder) = std::env::var_os("DARASA_KEEP_PAGES") {
            let file = Path::new(&folder).join(format!("appeal.{language}.html"));
            fs::write(file, &page).expect("the folder takes pages");
        }
        assert_eq!(is_balanced(&page), Ok(()), "{language}");
        for wrong in ["⟦", "{$", "<script", " style=", "javascript:", "onclick"] {
            assert!(!page.contains(wrong), "{language}: {wrong}");
        }
        let others = Language::ALL.iter().filter(|other| *other != language);
        for other in others {
            assert!(page.contains(&format!(r#"<a href="?lang={other}" lang="{other}""#)), "{language} to {other}");
        }
        assert!(page.contains(r##"<a class="skip" href="#main">"##));
    }
}

#[test]
fn areas_stand_by_their_gap_and_no_report_is_not_zero() {
    let page = page(&sample(), Language::En);
    assert_eq!(
        inside(&page, "</section>\n<section>\n<h2>"),
        "Belqor, Orash and Daruna are furthest from their targets"
    );
    assert!(page.contains("Nothing was reported from Sulwa, which is not the same as zero."));
    let order: Vec<usize> = ["Belqor", "Orash", "Daruna", "Tevari", "Amsar", "Hessek", "Merrin", "Sulwa"]
        .iter()
        .map(|name| page.find(&format!("<tr><th scope=\"row\"><bdi>{name}</bdi> ")).expect("a row"))
        .collect();
    assert!(order.is_sorted(), "{order:?}");
    let row = |name: &str| {
        let from = page.find(&format!("<tr><th scope=\"row\"><bdi>{name}</bdi> ")).expect("a row");
        page[from..].split("</tr>").next().expect("a row").to_owned()
    };
    let (belqor, orash, merrin, sulwa) = (row("Belqor"), row("Orash"), row("Merrin"), row("Sulwa"));
    assert!(
        belqor.contains(r#"data-label="Reached">39,870<"#)
            && belqor.contains("48.6%")
            && belqor.contains("<b>42,130</b>")
    );
    assert!(orash.contains(r#"data-label="Reached">0<"#) && orash.contains("none active"), "{orash}");
    assert!(merrin.contains("108.1%") && merrin.contains("1,818 over") && merrin.contains("f-mark"), "{merrin}");
    assert!(sulwa.contains(r#"data-label="Reached">—<"#) && sulwa.contains("no report") && sulwa.contains("unknown"));
    assert!(sulwa.contains("f-none") && sulwa.contains("0 of 2"), "{sulwa}");
}

#[test]
fn money_and_activities_say_what_is_missing_and_a_dash_what_nobody_knows() {
    let page = page(&sample(), Language::En);
    assert!(page.contains("36.9% funded: 17,925,000 of 48,600,000 US dollars"));
    assert!(page.contains("Shared with other clusters, not counted: $400,000"));
    assert!(!page.contains("Above the requirement"));
    assert!(page.contains("<h2>What the missing $30.7 million leaves undone</h2>"));
    assert!(page.contains("teachers: 6,400 ($2,100 each)"));
    assert!(page.contains("$121.50 per child targeted"));
    assert!(page.contains("<bdi>EUR 2,800,000</bdi> <span class=\"code\"><bdi>÷ 0.875000</bdi>"));
    let from = page.find("<tr><th scope=\"row\"><bdi>Catch-up classes").expect("a row");
    let row = page[from..].split("</tr>").next().expect("a row");
    assert!(row.contains(r#"data-label="Received">—<"#) && row.contains("<b>—</b>") && row.contains("f-none"), "{row}");
}

#[test]
fn indicators_beyond_their_target_are_marked_and_ratios_are_shares() {
    let page = page(&sample(), Language::En);
    assert!(page.contains("106.8%") && page.contains("<b>82.0%</b>"));
    assert!(page.contains(r#"<rect class="f-mark" x="80%" y="-3" width="2" height="18"/>"#));
}

#[test]
fn the_mail_of_an_edition_names_the_formats_that_the_page_gives_and_no_other() {
    let texts = Texts::load().expect("the catalogues are good");
    for language in Language::ALL {
        let page = page(&sample(), *language);
        let told = texts.in_language(*language).text("edition-open", &[]);
        for (format, ending) in [("CSV", "csv"), ("JSON", "json"), ("XLSX", "xlsx"), ("PDF", "pdf"), ("IATI", "xml")] {
            let given = page.contains(&format!(".{ending}\""));
            assert_eq!(told.contains(format), given, "{format} in {language}: {told}");
        }
    }
}

#[test]
fn every_figure_tells_its_method_and_the_editions_their_story() {
    let page = page(&sample(), Language::En);
    for method in ["FTS_COMMITTED_AND_PAID", "GEC_PIN", "PLACE_CELL_MAX", "Joint assessment, March 2026"] {
        assert!(page.contains(method), "{method}");
    }
    assert!(page.contains("<p><bdi>Reached: 190,110 → 206,295</bdi></p>"));
    assert!(page.contains("<p><bdi>Correction: Hessek reached 28,960, not 38,960</bdi></p>"));
    assert!(page.contains("<p><bdi>First publication</bdi></p>"));
    assert!(page.contains(r#"<a href="3?lang=en">3</a>"#) && page.contains(r#"<span aria-current="page">4</span>"#));
    assert!(page.contains("SHA-256 of the JSON file:"));
}

#[test]
fn hidden_counts_say_so_and_leave_no_share_behind() {
    let mut figures = sample();
    figures.areas[4].reached = PublicCount::Suppressed;
    let page = page(&figures, Language::En);
    let from = page.find("<tr><th scope=\"row\"><bdi>Merrin</bdi> ").expect("a row");
    let row = page[from..].split("</tr>").next().expect("a row");
    assert!(row.contains(r#"data-label="Reached">hidden<"#) && row.contains(r#"data-label="Of target">—<"#), "{row}");
    assert!(page.contains("Counts below 5, and those that would give them away, are hidden."));
    assert!(page.contains("no report (not zero), or hidden"));
}

#[test]
fn what_people_enter_is_text_and_never_markup() {
    let mut figures = sample();
    let hostile = "<script>alert(1)</script>\"'><b>";
    figures.appeal.summary = text(hostile);
    figures.appeal.country = text(hostile);
    figures.areas[0].names = text(hostile);
    figures.contributions[0].donor = hostile.to_owned();
    figures.indicators[0].unit = hostile.to_owned();
    let page = page(&figures, Language::En);
    assert!(!page.contains("<script") && !page.contains("\"'>"), "markup got through");
    assert_eq!(is_balanced(&page), Ok(()));
}

#[test]
fn an_edition_that_knows_nothing_is_a_page_without_zeros() {
    let figures = EditionFigures {
        money: MoneyFigures::default(),
        people: PeopleFigures::default(),
        reporting: Reporting::default(),
        areas: Vec::new(),
        activities: Vec::new(),
        contributions: Vec::new(),
        pledges: Vec::new(),
        indicators: Vec::new(),
        groups: Vec::new(),
        changes: Vec::new(),
        provenance: BTreeMap::new(),
        standards: None,
        ..sample()
    };
    let page = page(&figures, Language::En);
    assert_eq!(is_balanced(&page), Ok(()));
    assert_eq!(inside(&page, "<h1>"), "Taluna education appeal 2026");
    assert!(
        page.contains("Funding has not been reported yet.") && page.contains("No contribution has been recorded yet")
    );
    assert!(!page.contains(">0<") && !page.contains("0.0%"), "what nobody knows is not zero");
}

#[test]
fn a_page_of_thirty_four_provinces_stays_light() {
    let mut figures = sample();
    let coast: Vec<_> = (0..400)
        .map(|step: i64| {
            json!([format!("{}.{:03}", 34 + step / 100, step % 100 * 10), format!("12.{:03}", step * 37 % 990)])
        })
        .collect();
    let province = |at: usize| AreaFigures { outline: Some(json!([coast])), ..areas()[at % 8].clone() };
    figures.areas = (0..34).map(province).collect();
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    file.start_file("page", zip::write::SimpleFileOptions::default()).expect("a file");
    let (tokens, styles) = (include_str!("../../../assets/tokens.css"), include_str!("../../../assets/darasa.css"));
    for part in [page(&figures, Language::Ar).as_str(), tokens, styles] {
        file.write_all(part.as_bytes()).expect("memory takes all");
    }
    let packed = file.finish().expect("a file").into_inner().len();
    assert!(packed < BUDGET, "{packed} bytes");
}

#[test]
fn the_standards_are_told_with_day_and_evidence_and_left_out_where_nothing_was_submitted() {
    let full = page(&sample(), Language::En);
    let told = [
        "63.2% of what the minimum standards ask for is met",
        "Assessed on 20 October 2026 against INEE-2024",
        "14 pieces of evidence",
        "3 ratings without evidence",
        "Before: 42.1% on 15 April 2026",
        "DARASA_STANDARDS_SCORE",
    ];
    for words in told {
        assert!(full.contains(words), "{words:?} is missing");
    }
    assert!(full.contains("Education Policy</bdi></th><td class=\"r\" data-label=\"Score\">—"), "no score is no zero");
    let one = EditionFigures {
        standards: Some(StandardsFigures { evidence: 1, unsupported: 0, previous: None, ..standards() }),
        ..sample()
    };
    let page_of_one = page(&one, Language::En);
    assert!(page_of_one.contains("1 piece of evidence"));
    assert!(!page_of_one.contains("without evidence") && !page_of_one.contains("Before:"));
    let mut silent = EditionFigures { standards: None, ..sample() };
    silent.provenance.remove("standards");
    for language in Language::ALL {
        assert!(!page(&silent, *language).contains("INEE"), "{language}");
    }
    assert!(
        !silent.to_json().expect("JSON").to_string().contains("standards"),
        "an edition without one stays as it was"
    );
}
