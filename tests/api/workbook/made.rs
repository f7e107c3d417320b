//! What a workbook is made of, and for whom.

use darasa::kit::{auth::Role, db::count_queries};
use serde_json::json;

use super::{
    NAMES, asked, column, counts, download, filled, import, letters, part, path_for, rows, sheets, told, with_part,
};
use crate::monitoring::world::{
    EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MATERIALS, P, Q, STRANGER, X, Y, accepted, partner, plan, publish,
    report, row, save, start,
};

#[actix_web::test]
async fn a_workbook_is_made_for_its_partner_with_lists_rules_protection_and_targets() {
    let (app, imo) = start().await;
    app.sql(NAMES);
    app.sql("insert into targets (indicator_id, area_id, category_id, baseline, in_need, target) values
        (number(601), number(111), number(700), null, 900, 750), (number(601), number(111), number(701), null, null, 400)");
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 20)])])).await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let book = download(&app, &focal, &path_for(P, FEBRUARY, "en")).await;
    assert_eq!(sheets(&book), ["Report", "Read me", "Targets", "darasa", "Codes"]);

    let report = rows(&book, "Report");
    assert_eq!(report[0][..5], ["Activity", "Indicator", "Modality", "Status", "Area, level 1"]);
    assert_eq!(report[1][..5], ["#activity+code", "#indicator+code", "#modality", "#status", "#adm1+code+v_pcode"]);
    assert_eq!(report.len(), 3, "last month's row stands ready");
    let ready = &report[2];
    assert_eq!(
        ready[..9],
        [
            "CA1 | Learning materials",
            "CA1/I1",
            "Service",
            "",
            "XE01 | Area XE01",
            "XE0101 | Area XE0101",
            "",
            "SCH-X | School SCH-X",
            ""
        ]
    );
    assert!(ready[9..45].iter().all(String::is_empty), "without figures: {ready:?}");
    assert_eq!(ready[45..], ["120", "750"], "people of last month and the target of its area, beside");

    let guide = rows(&book, "Read me").concat().join("\n");
    for expected in [
        "Partner P",
        "Education Cluster",
        "Response plan (HXEA)",
        "1 February 2026 to 28 February 2026",
        "1 January 2099 (Asia/Kabul)",
    ] {
        assert!(guide.contains(expected), "{expected} in {guide}");
    }
    let targets = rows(&book, "Targets");
    assert_eq!(
        targets[0],
        ["Activity", "Indicator", "Place", "Whom it counts", "Baseline", "In need", "Target of the plan"]
    );
    assert_eq!(targets[1][..3], ["CA1 | Learning materials", "CA1/I1", "XE0101 | Area XE0101"]);
    assert_eq!((targets[1][5].as_str(), targets[1][6].as_str(), targets.len()), ("900", "750", 3));

    let page = part(&book, "xl/worksheets/sheet1.xml");
    assert!(page.contains("<sheetProtection") && !page.contains("password"), "protected against slips only");
    let rules = [
        "<formula1>list_activities</formula1>",
        "OFFSET(list_indicators,INDEX(list_activities_from,MATCH($A3,list_activities,0)),0,INDEX(list_activities_rows,MATCH($A3,list_activities,0)),1)",
        "<formula1>list_statuses</formula1>",
        "<formula1>list_first</formula1>",
        "OFFSET(list_second,INDEX(list_first_from,MATCH($E3,list_first,0)),0,INDEX(list_first_rows,MATCH($E3,list_first,0)),1)",
        "MATCH(IF($G3&lt;&gt;\"\",$G3,IF($F3&lt;&gt;\"\",$F3,$E3)),list_places,0)",
        "type=\"whole\"",
        "error=\"Write a whole number, 0 or more. Leave the cell empty if it is not known: 0 means nobody.\"",
        "type=\"custom\"",
    ];
    for rule in rules {
        assert!(page.contains(rule), "{rule} in {page}");
    }
    let styles = part(&book, "xl/styles.xml");
    assert!(styles.contains("<protection locked=\"0\"/>"), "{styles}");
    let workbook = part(&book, "xl/workbook.xml");
    assert!(workbook.contains("name=\"darasa\" sheetId=\"4\" state=\"veryHidden\""), "{workbook}");
    for name in ["list_activities_from", "list_second_rows", "list_places", "list_sites", "list_groups"] {
        assert!(workbook.contains(&format!("<definedName name=\"{name}\">'Codes'!$")), "{name} in {workbook}");
    }
    for sheet in 1..=5 {
        assert!(!part(&book, &format!("xl/worksheets/sheet{sheet}.xml")).contains("<f>"), "no cell holds a formula");
    }
}

#[actix_web::test]
async fn every_list_offers_what_belongs_to_the_choice_before_it() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let codes = rows(&book, "Codes");
    let list = |heading: &str| -> Vec<(String, String, String)> {
        let at = codes[0].iter().position(|text| text == heading).expect(heading);
        let cell = |row: &Vec<String>, column: usize| row.get(column).cloned().unwrap_or_default();
        let rows = codes[1..].iter().map(|row| (cell(row, at), cell(row, at + 1), cell(row, at + 2)));
        rows.filter(|(label, ..)| !label.is_empty()).collect()
    };
    let offered = |above: &str, below: &str, choice: &str| -> Vec<String> {
        let above = list(above);
        let (_, from, rows) = above.iter().find(|(label, ..)| label == choice).expect(choice);
        let (from, rows): (usize, usize) = (from.parse().expect("a number"), rows.parse().expect("a number"));
        list(below)[from..from + rows].iter().map(|(label, ..)| label.clone()).collect()
    };
    assert_eq!(offered("Activity", "Indicator", "CA2"), ["CA2/I1", "CO1/R1"], "an objective's measures every activity");
    assert_eq!(offered("Area, level 1", "Area, level 2", "XE01"), ["XE0101", "XE0102"]);
    assert_eq!(offered("Area, level 1", "Area, level 2", "XE02"), ["XE0201"]);
    assert_eq!(offered("Place", "School or site", "XE01"), ["SCH-X", "SCH-Y"]);
    assert_eq!(offered("Place", "School or site", "XE0101"), ["SCH-X", "SCH-Y"]);
    assert_eq!(offered("Place", "School or site", "XE0102"), Vec::<String>::new());
    assert_eq!(offered("Place", "School or site", "XE0201"), ["SCH-Z"]);
    let words: Vec<String> = list("Status").into_iter().map(|(word, ..)| word).collect();
    assert_eq!(words, ["Planned", "Ongoing", "Completed", "Suspended", "Cancelled"]);
}

#[actix_web::test]
async fn every_language_is_written_and_every_language_is_understood() {
    let (app, imo) = start().await;
    app.sql(NAMES);
    let cases = [
        ("en", "Report", "Activity", "Ongoing", "In kind", "Yes", false),
        ("fr", "Rapport", "Activité", "En cours", "En nature", "Oui", false),
        ("es", "Informe", "Actividad", "En curso", "En especie", "Sí", false),
        ("pt", "Relatório", "Atividade", "Em curso", "Em espécie", "Sim", false),
        ("ar", "التقرير", "النشاط", "جارٍ", "عيني", "نعم", true),
    ];
    for (language, sheet, heading, ongoing, in_kind, yes, right_to_left) in cases {
        let book = download(&app, &imo, &path_for(P, JANUARY, language)).await;
        assert_eq!((sheets(&book)[0].as_str(), rows(&book, sheet)[0][0].as_str()), (sheet, heading));
        for page in 1..=4 {
            let page = part(&book, &format!("xl/worksheets/sheet{page}.xml"));
            assert_eq!(page.contains("rightToLeft=\"1\""), right_to_left, "{language}");
        }
        let material = if language == "ar" { "CA1 | مواد تعليمية" } else { "CA1 | Learning materials" };
        assert_eq!(rows(&book, &sheets(&book)[3]).concat().iter().filter(|text| *text == material).count(), 1);
        let cells = [
            (3, "#activity+code", json!(material)),
            (3, "#indicator+code", json!("CA1/I1")),
            (3, "#status", json!(ongoing)),
            (3, "#modality", json!(in_kind)),
            (3, "#loc+code", json!("SCH-X | School SCH-X")),
            (3, "#reached+f+age6_11+new", json!(7)),
            (4, "#activity+code", json!("CA2")),
            (4, "#indicator+code", json!("CA2/I1")),
            (4, "#status", json!(ongoing.to_uppercase())),
            (4, "#adm1+code+v_pcode", json!("XE01 | Area XE01")),
            (4, "#meta+nil", json!(yes)),
        ];
        let sent = filled(&book, sheet, &cells);
        let outcome = import(&app, &imo, "report.xlsx", sent.clone(), json!({ "dryRun": true })).await;
        assert_eq!((counts(&outcome), told(&outcome, "ERROR")), ([2, 0, 0, 0], vec![]), "{language}: {outcome:#}");
        // Without the row of tags the headings in any language are enough.
        let tags: Vec<_> = rows(&sent, sheet)[1].clone();
        let none: Vec<_> =
            tags.iter().filter(|tag| !tag.is_empty()).map(|tag| (2, tag.as_str(), json!(null))).collect();
        let untagged = filled(&sent, sheet, &none);
        let outcome = import(&app, &imo, "report.xlsx", untagged, json!({ "dryRun": true })).await;
        assert_eq!((counts(&outcome), told(&outcome, "ERROR")), ([2, 0, 0, 0], vec![]), "{language}: {outcome:#}");
    }
    app.sql("update users set language = 'fr'");
    let own = download(&app, &imo, path_for(P, JANUARY, "").trim_end_matches("&language=")).await;
    assert_eq!(sheets(&own)[0], "Rapport", "without a wish the reader's own");
}

#[actix_web::test]
async fn a_column_that_was_moved_is_still_the_same_and_one_of_the_partner_s_own_is_named() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |number: usize, texts: &[&str]| {
        let cells = texts.iter().enumerate().map(|(at, text)| cell(&format!("{}{number}", letters(at)), text));
        format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
    };
    let data = [
        row(1, &["Status", "Donor", "whatever", "Indicator", "Activity", "Girls 6–11, new"]),
        row(2, &["#status", "", "#loc+code", "#indicator+code", "#activity+code", "#reached+f+age6_11+new"]),
        row(3, &["Ongoing", "ECW", "SCH-X", "CA1/I1", "CA1", "12"]),
    ];
    let sent = super::with_data(&book, "Report", &data.concat());
    let outcome = import(&app, &imo, "moved.xlsx", sent, json!({})).await;
    assert_eq!((counts(&outcome), &outcome["receipt"]["newPeople"]), ([1, 0, 0, 0], &json!(12)), "{outcome:#}");
    let reason = outcome["issues"][0]["reason"].as_str().expect("a reason");
    assert!(reason.contains("`Donor`") && !reason.contains("whatever"), "{reason}");
    // Another name on the tab, and the tags in front of the headings of the other sheets.
    let renamed = with_part(&book, "xl/workbook.xml", |text| text.replace("name=\"Report\"", "name=\"Mars\""));
    let renamed = super::with_data(&renamed, "Mars", &data.concat());
    let outcome = import(&app, &imo, "renamed.xlsx", renamed, json!({})).await;
    assert_eq!((counts(&outcome), &outcome["issues"][0]["sheet"]), ([0, 0, 1, 0], &json!("Mars")), "{outcome:#}");
}

#[actix_web::test]
async fn a_workbook_is_made_for_those_alone_who_may_read_the_report() {
    let (app, imo) = start().await;
    save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, Y, &[(EVERYONE, 31, 0)])]))).await;
    let own = partner(&app, "p@example.org", Role::PartnerEditor, P).await;
    let other = partner(&app, "q@example.org", Role::PartnerEditor, Q).await;
    let path = path_for(P, JANUARY, "en");
    assert_eq!(asked(&app, &imo, &path).await.0, 200);
    let book = download(&app, &own, &path).await;
    assert_eq!(rows(&book, "Report")[2][column(&book, "Report", "#reached+new")], "31", "what was entered so far");
    let (status, body) = asked(&app, &other, &path).await;
    assert!(status == 404 || status == 403, "{status}");
    assert!(!String::from_utf8_lossy(&body).contains("Partner P"));
    assert_eq!(asked(&app, "", &path).await.0, 401);
    assert_eq!(asked(&app, &imo, &path_for(STRANGER, JANUARY, "en")).await.0, 400, "no member of the cluster");
    assert_eq!(asked(&app, &imo, &path_for(P, 999, "en")).await.0, 400, "no period of the plan");
    assert_eq!(asked(&app, &imo, &path_for(P, JANUARY, "xx")).await.0, 400, "no language of ours");
    let half = format!("/reports/template.xlsx?plan={}&period=x", plan());
    let (status, body) = asked(&app, &imo, &half).await;
    assert_eq!((status, String::from_utf8_lossy(&body).contains("workbook-partner")), (400, true));
    let codes = download(&app, &other, &format!("/reports/template.xlsx?plan={}", plan())).await;
    assert_eq!(rows(&codes, "Report").len(), 2, "the plan's codes are for everyone in the operation");
    let id = app.sql("select id from reports")[0].clone();
    let id = darasa::monitoring::ReportId::from_uuid(id.parse().expect("an id")).global();
    assert_eq!(asked(&app, &other, &format!("/reports/{id}.xlsx")).await.0, 404);
    assert_eq!(asked(&app, "", &format!("/reports/{id}.xlsx")).await.0, 404);
    assert_eq!(asked(&app, &own, &format!("/reports/{id}.xlsx")).await.0, 200);
}

#[actix_web::test]
async fn a_large_plan_takes_as_many_questions_as_a_small_one() {
    let (app, imo) = start().await;
    let ask = async || {
        let id = |text: String| Some(juniper::ID::new(text));
        let partner = darasa::monitoring::WorkbookFor {
            period: id(crate::monitoring::world::period(FEBRUARY)),
            cluster: id(crate::monitoring::world::cluster()),
            organisation: id(crate::monitoring::world::organisation(P)),
        };
        let call = app.program();
        let plan = juniper::ID::new(plan());
        let (book, count) = count_queries(darasa::monitoring::report_workbook(&call, &plan, &partner, None)).await;
        (book.expect("a workbook"), count)
    };
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 1, 0)])])).await;
    let (_, few) = ask().await;
    app.sql(
        "insert into admin_areas (id, country_iso3, level, pcode, parent_id, names)
        select gen_random_uuid(), 'XEA', 2, 'XE02' || n, number(102), '{}' from generate_series(100, 900) n",
    );
    app.sql(
        "insert into sites (id, operation_id, area_id, kind, names, code)
        select gen_random_uuid(), number(1), number(111), 'SCHOOL', '{}', 'S' || n from generate_series(1, 3000) n",
    );
    app.sql(
        "insert into activities (id, plan_id, objective_id, ref_code, names, unit)
        select gen_random_uuid(), number(400), number(450), 'CX' || n, '{}', 'CHILDREN' from generate_series(1, 200) n",
    );
    let (book, many) = ask().await;
    assert_eq!(few, many);
    assert!(rows(&book, "Codes").len() > 6000, "each site stands below its area and the area around it");
}
