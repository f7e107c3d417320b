//! Headings that mean something else than they look like, and what is told of all that is not read.

use serde_json::{Value, json};

use super::world::{counts, guesses, has, import, inspect, kept, named, verdicts};

/// The reasons of the issues of a key, with the row where one is told.
fn told(imported: &Value, key: &str) -> Vec<(Option<i64>, String)> {
    let issues = imported["issues"].as_array().expect("issues");
    let of_key = issues.iter().filter(|issue| issue["key"] == key);
    of_key.map(|issue| (issue["row"].as_i64(), issue["reason"].as_str().unwrap_or_default().to_owned())).collect()
}

fn once(reason: &str) -> Vec<(Option<i64>, String)> {
    vec![(None, reason.to_owned())]
}

#[actix_web::test]
async fn who_was_reached_is_read_and_who_is_there_or_in_need_is_not() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Population,In need,Reached\nXE0101,CA1,5000,400,12\n";
    assert_eq!(guesses(&inspect(&app, &imo, sheet).await), ["AREA", "ACTIVITY", "", "", "PEOPLE"]);
    for heading in [
        "People reached",
        "Beneficiaries reached",
        "Personnes atteintes",
        "Atteints",
        "Alcanzados",
        "Alcançados",
        "الذين تم الوصول إليهم",
    ] {
        let seen = inspect(&app, &imo, format!("P-code,Activity,{heading}\nXE0101,CA1,12\n")).await;
        assert_eq!(guesses(&seen), ["AREA", "ACTIVITY", "PEOPLE"], "{heading}");
    }
    for heading in ["Population", "Total population", "People (targeted)", "Households reached"] {
        let seen = inspect(&app, &imo, format!("P-code,Activity,{heading}\nXE0101,CA1,12\n")).await;
        assert_eq!(guesses(&seen), ["AREA", "ACTIVITY", ""], "{heading}");
    }
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(kept(&app), ["XE0101 CA1  12 -"], "{imported:#}");
    let unread = once("these columns are not read: `Population` (C), `In need` (D)");
    assert_eq!(told(&imported, "sheet-columns-not-read"), unread);
}

#[actix_web::test]
async fn what_says_the_opposite_is_never_taken_for_what_it_denies() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girls 6-11,People without disability\nXE0101,CA1,10,9\n";
    assert_eq!(guesses(&inspect(&app, &imo, sheet).await)[3], "", "not disability=with");
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(kept(&app), ["XE0101 CA1 age_band=6-11;sex=f 10 -"], "{imported:#}");
    let unread = once("these columns are not read: `People without disability` (D)");
    assert_eq!(told(&imported, "sheet-columns-not-read"), unread);
    let first = "Place of work,What was done,Girls enrolled\nXE0101,CA1,10\n";
    let mapping = json!({ "columns": [{ "heading": "Place of work", "field": "ADM2" }, { "heading": "What was done", "field": "ACTIVITY" },
        { "heading": "Girls enrolled", "field": "PEOPLE", "category": "sex=f" }] });
    import(&app, &imo, first, json!({ "mapping": mapping, "saveAs": "enrolled" })).await;
    let next = |heading: &str| format!("Place of work,What was done,{heading}\nXE0101,CA1,10\n");
    let seen = inspect(&app, &imo, next("Girls enroled")).await;
    assert_eq!(seen["profile"]["name"], "enrolled", "a slip of the pen: {seen:#}");
    for other in ["Girls unenrolled", "Girls not enrolled", "Girls enrolled planned"] {
        let seen = inspect(&app, &imo, next(other)).await;
        assert_eq!(seen["profile"], Value::Null, "{other} is another column: {seen:#}");
    }
}

#[actix_web::test]
async fn the_type_of_an_organisation_is_no_organisation() {
    let (app, imo) = named().await;
    for heading in ["Organisation type", "Type of organization", "Partner (type)", "Type de partenaire"] {
        let sheet = format!("{heading},P-code,Activity,Girls 6-11\nINGO,XE0101,CA1,3\n");
        assert_eq!(guesses(&inspect(&app, &imo, sheet.clone()).await)[0], "", "{heading}");
        let imported = import(&app, &imo, sheet, json!({ "dryRun": true })).await;
        assert_eq!(counts(&imported), json!({ "total": 2, "taken": 1, "headings": 1 }), "{imported:#}");
        let unread = once(&format!("these columns are not read: `{heading}` (A)"));
        assert_eq!(told(&imported, "sheet-columns-not-read"), unread);
    }
}

#[actix_web::test]
async fn filled_columns_that_are_not_read_are_named_once_by_heading_or_letters() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girls 6-11,Rest,,Ziel\nXE0101,CA1,3,x,y,\nXE0102,CA1,4,x,,-\n";
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 2, "headings": 1 }), "{imported:#}");
    let unread = once("these columns are not read: `Rest` (D), E");
    assert_eq!(told(&imported, "sheet-columns-not-read"), unread, "nothing stands in the last one");
    let issues = imported["issues"].as_array().expect("issues");
    assert_eq!((issues.len(), &issues[0]["severity"]), (1, &json!("WARNING")), "{issues:#?}");
}

#[actix_web::test]
async fn columns_that_count_the_same_people_both_wait_for_a_choice() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girls 6-11,Girls 6-11\nXE0101,CA1,10,11\nXE0102,CA1,,\n";
    let seen = inspect(&app, &imo, sheet).await;
    assert_eq!(guesses(&seen), ["AREA", "ACTIVITY", "", ""]);
    for column in &seen["columns"].as_array().expect("columns")[2..] {
        assert!(column["needsChoice"].is_string() && column["passedOver"].is_string(), "{column:#}");
    }
    let mut open = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&open), json!({ "total": 3, "taken": 1, "needsChoice": 1, "headings": 1 }), "{open:#}");
    assert!(open["applied"] == false && kept(&app).is_empty(), "{open:#}");
    assert!(has(&open, 2, "C2", "NEEDS_CHOICE", "") && has(&open, 2, "D2", "NEEDS_CHOICE", ""), "{open:#}");
    let waiting = told(&open, "sheet-columns-open");
    assert!(waiting.len() == 1 && waiting[0].1.contains("`Girls 6-11` (C), `Girls 6-11` (D)"), "{waiting:?}");
    let of_row = open["issues"].as_array().expect("issues").iter().filter(|issue| issue["row"] == 2).count();
    assert_eq!((&open["choices"], of_row), (&json!([]), 0), "told once: {open:#}");
    let mut mapping = open["mapping"].take();
    mapping["columns"][3]["field"] = json!("PEOPLE");
    mapping["columns"][3]["category"] = json!("sex=f;age_band=6-11");
    let chosen = import(&app, &imo, sheet, json!({ "mapping": mapping })).await;
    assert_eq!(kept(&app)[0], "XE0101 CA1 age_band=6-11;sex=f 11 -", "{chosen:#}");
    assert_eq!(told(&chosen, "sheet-columns-not-read"), once("these columns are not read: `Girls 6-11` (C)"));
    let half = "P-code,Activity,Girls 6-11,Girls 6-11\nXE0201,CA1,,12\n";
    let half = import(&app, &imo, half, json!({ "dryRun": true })).await;
    assert_eq!(half["receipt"]["newPeople"], 12, "of two, one that is empty leaves no doubt: {half:#}");
    assert!(
        told(&half, "sheet-columns-open").is_empty() && told(&half, "sheet-columns-not-read").is_empty(),
        "{half:#}"
    );
}

#[actix_web::test]
async fn people_of_a_heading_that_is_only_nearly_known_wait_for_a_choice() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girsl 6-11\nXE0101,CA1,10\n";
    let seen = inspect(&app, &imo, sheet).await;
    let column = &seen["columns"][2];
    assert_eq!((&column["guess"]["field"], &column["guess"]["foundBy"]), (&json!("PEOPLE"), &json!("LIKENESS")));
    assert!(column["needsChoice"].is_string() && seen["mapping"]["columns"][2]["field"].is_null(), "{seen:#}");
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 2, "needsChoice": 1, "headings": 1 }), "{imported:#}");
    assert!(kept(&app).is_empty() && told(&imported, "sheet-columns-open").len() == 1, "{imported:#}");
}

#[actix_web::test]
async fn cells_that_are_written_and_say_nothing_are_told() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girls 6-11,Boys 6-11,Comments\nXE0101,CA1,5,-,NA\nXE0102,CA1,6,#N/A,\n";
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 2, "headings": 1 }), "{imported:#}");
    for (row, cell) in [(2, "D2"), (2, "E2"), (3, "D3")] {
        assert!(has(&imported, row, cell, "FIXED", ""), "{cell}: {imported:#}");
    }
    assert!(verdicts(&imported, 3).iter().all(|(cell, ..)| cell != "E3"), "an empty cell is nothing to tell of");
    let why: Vec<&Value> = imported["preview"][0]["cells"]
        .as_array()
        .expect("cells")
        .iter()
        .filter(|cell| cell["cell"] == "D2")
        .map(|cell| &cell["why"])
        .collect();
    assert_eq!(why, [&json!("it says nothing")]);
    assert_eq!(imported["cells"]["fixed"], 3, "{imported:#}");
}

#[actix_web::test]
async fn what_the_whole_sheet_leaves_unsaid_is_told_once() {
    let (app, imo) = named().await;
    let sheet = format!("P-code,Girls 6-11\n{}", "XE0101,5\n".repeat(30));
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 31, "refused": 30, "headings": 1 }), "{imported:#}");
    let why = "the sheet does not say what was done: choose an activity for the sheet";
    assert_eq!(told(&imported, "sheet-unsaid"), once(why));
    assert_eq!(imported["issues"].as_array().map(Vec::len), Some(1), "not once for each row: {imported:#}");
    assert_eq!(imported["preview"][7]["notes"], json!([format!("ACTIVITY: {why}")]), "each row says it all the same");
    let empty = import(&app, &imo, "P-code,Activity,Girls 6-11\nXE0101,,5\n", json!({})).await;
    let issue = &empty["issues"][0];
    let why = "the row does not say what was done: choose an activity for the sheet";
    assert_eq!((&issue["cell"], &issue["reason"]), (&json!("B2"), &json!(why)), "at its empty cell: {empty:#}");
}
