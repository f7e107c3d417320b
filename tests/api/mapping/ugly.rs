//! The sixteen kinds of ugliness of real sheets, one test each.

use std::io::Write;

use darasa::kit::sheet::{Cell, OutBook, OutColumn, OutSheet, write_xlsx};
use serde_json::{Value, json};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    binary::xlsb,
    world::{SHEET, again, counts, guesses, has, import, inspect, kept, named, of_january, with},
};
use crate::{
    monitoring::world::{P, organisation, period, plan},
    sheets::workbook,
    support::TestApp,
};

async fn dry(app: &TestApp, token: &str, sheet: impl Into<Vec<u8>>, more: Value) -> Value {
    import(app, token, sheet, with(json!({ "dryRun": true, "previewRows": 100 }), more)).await
}

fn page(name: &str, hidden: bool, headings: &[&str], rows: &[&[&str]]) -> OutSheet {
    let column = |heading: &&str| OutColumn { heading: (*heading).to_owned(), ..OutColumn::default() };
    OutSheet {
        name: name.to_owned(),
        columns: headings.iter().map(column).collect(),
        rows: rows.iter().map(|row| row.iter().map(|text| Cell::from(*text)).collect()).collect(),
        protected: false,
        hidden,
    }
}

fn book(sheets: Vec<OutSheet>) -> Vec<u8> {
    write_xlsx(&OutBook { sheets, ..OutBook::default() }).expect("written")
}

fn column(heading: &str, field: &str) -> Value {
    json!({ "heading": heading, "field": field })
}

#[actix_web::test]
async fn kind_1_the_sheet_with_the_rows_is_found_among_hidden_ones_pivots_and_lists() {
    let (app, imo) = named().await;
    let lists: Vec<[&str; 2]> = (0..200).map(|_| ["Old Mill", "North"]).collect();
    let lists: Vec<&[&str]> = lists.iter().map(<[&str; 2]>::as_slice).collect();
    let file = book(vec![
        page("Pivot", false, &["Row Labels", "Sum of Girls"], &[&["North", "100"], &["Grand Total", "100"]]),
        page("DO NOT EDIT", false, &["District", "Province"], &lists),
        page("old data", true, &["District", "Activity", "Girls 6-11", "Status"], &[&["Old Mill", "CA1", "9", "done"]]),
        page("Data entry", false, &["District", "Activity", "Girls 6-11"], &[&["Old Mill", "CA1", "100"]]),
    ]);
    let seen = inspect(&app, &imo, file.clone()).await;
    let names: Vec<&str> =
        seen["sheets"].as_array().expect("sheets").iter().filter_map(|sheet| sheet["name"].as_str()).collect();
    assert_eq!((names[0], names[3], &seen["sheet"]), ("Data entry", "old data", &json!("Data entry")), "{seen:#}");
    let imported = dry(&app, &imo, file.clone(), json!({})).await;
    assert_eq!(
        (counts(&imported), &imported["receipt"]["newPeople"]),
        (json!({ "total": 2, "taken": 1, "headings": 1 }), &json!(100))
    );
    let hidden = dry(&app, &imo, file.clone(), json!({ "sheet": "old data" })).await;
    assert_eq!(hidden["receipt"]["newPeople"], 9, "whoever names a hidden sheet means it");
    let id = app.upload(&imo, "book.xlsx", file).await.expect("kept");
    let refused =
        app.refused(&imo, SHEET, json!({ "input": with(of_january(&id), json!({ "sheet": "Sheet9" })) })).await;
    assert!(refused.field.as_deref() == Some("sheet") && refused.message.contains("Data entry"), "{refused:?}");
}

#[actix_web::test]
async fn kind_2_headings_stand_below_subtotals_or_in_two_rows_with_labels_over_groups() {
    let (app, imo) = named().await;
    let below = "Subtotal,,7 200,100\nDistrict,Activity,Girls 6-11,Boys 6-11\nOld Mill,CA1,7100,100\n";
    let imported = dry(&app, &imo, below, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 1, "headings": 2 }), "{imported:#}");
    let groups = ",,Girls 6-11,,Boys 6-11,\nDistrict,Activity,new,repeated,new,repeated\nOld Mill,CA1,10,2,20,3\n";
    let seen = inspect(&app, &imo, groups).await;
    assert_eq!(seen["headerRows"], json!([1, 2]));
    let people = [
        "PEOPLE age_band=6-11;sex=f",
        "PEOPLE age_band=6-11;sex=f again",
        "PEOPLE age_band=6-11;sex=m",
        "PEOPLE age_band=6-11;sex=m again",
    ];
    assert_eq!(guesses(&seen)[2..], people);
    import(&app, &imo, groups, json!({})).await;
    assert_eq!(kept(&app), ["XE0101 CA1 age_band=6-11;sex=f 10 2", "XE0101 CA1 age_band=6-11;sex=m 20 3"]);
}

#[actix_web::test]
async fn kind_3_headings_in_two_languages_with_instructions_misspelled_doubled_and_made_by_programs() {
    let (app, imo) = named().await;
    let sheet = "\"District\nالمنطقة\",Actividad (elija de la lista) ,Sub=District,Girls 6-11,Girls 6-11,Column1,ACCRONYME,Comentarios,Filles 12-14 ans\n\
        Old Mill,CA1,,10,11,x,,si,4\n";
    let seen = inspect(&app, &imo, sheet).await;
    let expected = ["ADM2", "ACTIVITY", "ADM3", "", "", "", "ORGANISATION", "REMARKS", "PEOPLE age_band=12-14;sex=f"];
    assert_eq!(guesses(&seen), expected, "{seen:#}");
    let (first, doubled) = (&seen["columns"][3], &seen["columns"][4]);
    let waits = [first, doubled].map(|column| column["passedOver"].is_string() && column["needsChoice"].is_string());
    assert_eq!((&doubled["occurrence"], waits), (&json!(2), [true, true]), "neither added nor dropped in silence");
    let misspelled = inspect(&app, &imo, "Distrct,Actvity,Number of benificiaries\nOld Mill,CA1,5\n").await;
    assert_eq!(guesses(&misspelled)[..2], ["ADM2", "ACTIVITY"]);
    assert_eq!(misspelled["columns"][0]["guess"]["foundBy"], "LIKENESS");
}

#[actix_web::test]
async fn kind_4_headings_whose_blanks_change_from_month_to_month_are_read_by_the_same_profile() {
    let (app, imo) = named().await;
    let first = "Place of  work,What was done,How many\nOld Mill,CA1,10\n";
    let mapping = json!({ "columns": [column("Place of  work", "ADM2"), column("What was done", "ACTIVITY"), column("How many", "PEOPLE")] });
    import(&app, &imo, first, json!({ "mapping": mapping, "saveAs": "monthly" })).await;
    for changed in [
        "Place of work ,What was\u{a0}done,How  many",
        "\"Place of\nwork\",WHAT WAS DONE,how many",
        "Place of work,What was  done , How many",
    ] {
        let imported = dry(&app, &imo, format!("{changed}\nOld Mill,CA1,11\n"), json!({})).await;
        assert_eq!(
            (&imported["rows"]["taken"], imported["profileId"].is_string()),
            (&json!(1), true),
            "{changed}: {imported:#}"
        );
    }
}

#[actix_web::test]
async fn kind_5_tags_may_be_partial_wrong_or_stand_in_the_heading() {
    let (app, imo) = named().await;
    let sheet = "Code,Was,Wie viele,Ziel,Rest\n#adm2+code,#activity+code,#reached+f+age6_11,#target,no tag\nXE0101,CA1,10,99,x\n";
    let seen = inspect(&app, &imo, sheet).await;
    assert_eq!(
        (&seen["tagRow"], guesses(&seen)),
        (&json!(2), ["ADM2", "ACTIVITY", "PEOPLE age_band=6-11;sex=f", "", ""].map(str::to_owned).to_vec()),
        "{seen:#}"
    );
    assert_eq!((&seen["columns"][3]["tag"], &seen["columns"][4]["badTag"]), (&json!("#target"), &json!("no tag")));
    let within = "Code #adm2 +code,Was #activity+code,Wie viele #reached+f\nXE0101,CA1,10\n";
    assert_eq!(guesses(&inspect(&app, &imo, within).await), ["ADM2", "ACTIVITY", "PEOPLE sex=f"]);
    let imported = dry(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 1, "headings": 2 }));
}

#[actix_web::test]
async fn kind_6_thousands_with_blanks_are_numbers_dashes_are_nothing_and_zero_is_zero() {
    let (app, imo) = named().await;
    let sheet = "School code,Activity,Girls 6-11,Boys 6-11\nSCH-X,CA1,1 424,0\nSCH-X,CA2,3\u{a0}221,-\nSCH-Y,CA1,7\u{202f}000,N/A\nSCH-Y,CA2,1'200,No Data\n\
        SCH-Z,CA1,١٬٢٣٤,#N/A\nSCH-Z,CA2,,NA\n";
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 7, "taken": 6, "headings": 1 }), "{imported:#}");
    let girls = "age_band=6-11;sex=f";
    let expected = [
        format!("SCH-X CA1 {girls} 1424 -"),
        "SCH-X CA1 age_band=6-11;sex=m 0 -".to_owned(),
        format!("SCH-X CA2 {girls} 3221 -"),
        format!("SCH-Y CA1 {girls} 7000 -"),
        format!("SCH-Y CA2 {girls} 1200 -"),
        format!("SCH-Z CA1 {girls} 1234 -"),
        "SCH-Z CA2 nobody - -".to_owned(),
    ];
    assert_eq!(kept(&app), expected);
    // 1,234 or 1.234 is never guessed from one cell: another cell of the column decides, or somebody.
    let sheet = |number: &str, other: &str| {
        format!("School code,Activity,Girls 6-11\nSCH-X,CA3,\"{number}\"\nSCH-Y,CA3,\"{other}\"\n")
    };
    let open = dry(&app, &imo, sheet("1,234", "5"), json!({})).await;
    assert_eq!((&open["rows"]["needsChoice"], has(&open, 2, "C2", "NEEDS_CHOICE", "")), (&json!(1), true), "{open:#}");
    let told = dry(&app, &imo, sheet("1,234", "2,345,678"), json!({})).await;
    assert!(has(&told, 2, "C2", "FIXED", "1234"), "{told:#}");
    let chosen = json!({ "columns": [column("School code", "SITE"), column("Activity", "ACTIVITY"),
        { "heading": "Girls 6-11", "field": "PEOPLE", "category": "sex=f", "numbers": "COMMA" }] });
    let chosen = dry(&app, &imo, sheet("1.234", "5"), json!({ "mapping": chosen })).await;
    assert!(has(&chosen, 2, "C2", "FIXED", "1234"), "{chosen:#}");
}

#[actix_web::test]
async fn kind_7_days_as_numbers_months_as_words_and_month_and_year_in_two_columns() {
    let (app, imo) = named().await;
    let read = |heading: &str, cells: &[&str]| {
        let rows: String = cells.iter().map(|cell| format!("Partner P,XE0101,CA1,3,{cell}\n")).collect();
        format!("Partner,P-code,Activity,People,{heading}\n{rows}")
    };
    let mapping = |heading: &str, dates: Value| {
        json!({ "columns": [column("Partner", "ORGANISATION"), column("P-code", "ADM2"), column("Activity", "ACTIVITY"), column("People", "PEOPLE"),
            { "heading": heading, "field": "PERIOD", "dates": dates }] })
    };
    let months = "Month";
    let file = app
        .upload(
            &imo,
            "days.csv",
            read(months, &["46054", "02.February", "2026-02", "Février 2026", "2026-02-14T00:00:00Z", "15/02/2026"]),
        )
        .await
        .expect("kept");
    let input = json!({ "planId": plan(), "fileId": file, "dryRun": true, "mapping": mapping(months, Value::Null) });
    let imported = again(&app, &imo, input).await;
    assert_eq!(
        counts(&imported),
        json!({ "total": 7, "taken": 1, "same": 5, "headings": 1 }),
        "all of them are February: {imported:#}"
    );
    let file = app.upload(&imo, "open.csv", read(months, &["04/02/2026"])).await.expect("kept");
    let input =
        |dates: Value| json!({ "planId": plan(), "fileId": file, "dryRun": true, "mapping": mapping(months, dates) });
    let open = again(&app, &imo, input(Value::Null)).await;
    assert_eq!(open["rows"]["needsChoice"], 1, "the fourth of February or the second of April: {open:#}");
    let day_first = again(&app, &imo, input(json!("DAY_FIRST"))).await;
    assert_eq!(day_first["reports"][0]["period"]["number"], 2, "{day_first:#}");
    let sheet = "Partner,P-code,Activity,People,Month,Year\nPartner P,XE0101,CA1,3,January,2026\nPartner P,XE0102,CA1,3,January,2025\n";
    let file = app.upload(&imo, "two.csv", sheet).await.expect("kept");
    let two = again(&app, &imo, json!({ "planId": plan(), "fileId": file, "dryRun": true })).await;
    assert_eq!(
        counts(&two),
        json!({ "total": 3, "taken": 1, "refused": 1, "headings": 1 }),
        "no period in 2025: {two:#}"
    );
}

#[actix_web::test]
async fn kind_8_a_range_of_percentages_is_no_number_of_people() {
    let (app, imo) = named().await;
    let sheet =
        "School code,Activity,Girls 6-11,With disability\nSCH-X,CA1,100,1-5%\nSCH-Y,CA1,100,0\nSCH-Z,CA1,100,15%\n";
    let mapping = json!({ "columns": [column("School code", "SITE"), column("Activity", "ACTIVITY"), column("Girls 6-11", "PEOPLE"),
        { "heading": "With disability", "field": "PEOPLE", "category": "disability=with" }] });
    let imported = dry(&app, &imo, sheet, json!({ "mapping": mapping })).await;
    assert_eq!(counts(&imported), json!({ "total": 4, "taken": 1, "refused": 2, "headings": 1 }), "{imported:#}");
    assert!(has(&imported, 2, "D2", "REFUSED", "") && has(&imported, 4, "D4", "REFUSED", ""));
    let unread = json!({ "columns": [column("School code", "SITE"), column("Activity", "ACTIVITY"), column("Girls 6-11", "PEOPLE")] });
    assert_eq!(
        dry(&app, &imo, sheet, json!({ "mapping": unread })).await["rows"]["taken"],
        3,
        "a column that is not read hinders nobody"
    );
}

#[actix_web::test]
async fn kind_9_partners_come_as_numbers_as_blanks_and_under_many_names() {
    let (app, imo) = named().await;
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |number: usize, partner: &str, place: &str| {
        let partner = if partner.is_empty() { String::new() } else { partner.replace('@', &number.to_string()) };
        format!(
            r#"<row r="{number}">{partner}{}{}</row>"#,
            cell(&format!("B{number}"), place),
            cell(&format!("C{number}"), "CA1")
        )
    };
    let head =
        format!(r#"<row r="1">{}{}{}</row>"#, cell("A1", "Partner code"), cell("B1", "P-code"), cell("C1", "Activity"));
    let rows = [
        head,
        row(2, r#"<c r="A@"><v>573.0</v></c>"#, "XE0101"),
        row(3, "", "XE0102"),
        row(4, &cell("A@", "PQR"), "XE0101"),
        row(5, &cell("A@", "PARTNER  q"), "XE0102"),
        row(6, &cell("A@", "Partner Q / PQR"), "XE0201"),
    ];
    let file = app.upload(&imo, "partners.xlsx", workbook(&rows.concat(), &[])).await.expect("kept");
    let mapping = json!({ "columns": [column("Partner code", "ORGANISATION"), column("P-code", "ADM2"), column("Activity", "ACTIVITY")],
        "values": [{ "field": "ORGANISATION", "text": "573", "code": organisation(P) }] });
    let input = json!({ "planId": plan(), "fileId": file, "dryRun": true, "periodId": period(crate::monitoring::world::JANUARY), "mapping": mapping });
    let imported = again(&app, &imo, input).await;
    assert_eq!(
        counts(&imported),
        json!({ "total": 6, "taken": 3, "refused": 1, "needsChoice": 1, "headings": 1 }),
        "{imported:#}"
    );
    assert!(
        has(&imported, 2, "A2", "FIXED", "Partner P") && has(&imported, 5, "A5", "OK", "Partner Q")
            || has(&imported, 5, "A5", "FIXED", "Partner Q"),
        "{imported:#}"
    );
    assert_eq!(
        (&imported["choices"][0]["text"], &imported["preview"][1]["outcome"]),
        (&json!("Partner Q / PQR"), &json!("REFUSED")),
        "a blank partner is nobody's row"
    );
}

#[actix_web::test]
async fn kind_10_the_same_fact_twice_counts_once_and_two_that_differ_are_told() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Sector,Status,Girls 6-11\nXE0101,CA1,EiE_OP,Completed,10\nXE0101,CA1,EDUCATION_OP,Completed,10\nXE0101,CA1,EiE_OP,Completed,10\n\
        XE0102,CA1,EiE_OP,Completed,5\nXE0102,CA1,EiE_OP,Planned,\nXE0201,CA1,WASH_OP,Completed,7\n";
    let told = dry(&app, &imo, sheet, json!({})).await;
    assert_eq!(
        counts(&told),
        json!({ "total": 7, "taken": 2, "same": 2, "refused": 1, "needsChoice": 1, "headings": 1 }),
        "{told:#}"
    );
    let notes = |row: usize| told["preview"][row]["notes"].to_string();
    assert!(notes(1).contains("row 2 says the same") && notes(4).contains("row 5"), "{told:#}");
    let mut mapping = told["mapping"].clone();
    mapping["values"] = json!([{ "field": "SECTOR", "text": "WASH_OP", "leaveOut": true }]);
    let chosen = import(&app, &imo, sheet, json!({ "mapping": mapping, "mode": "GOOD_ROWS" })).await;
    assert_eq!(
        counts(&chosen),
        json!({ "total": 7, "taken": 2, "same": 2, "refused": 1, "leftOut": 1, "headings": 1 }),
        "{chosen:#}"
    );
    assert_eq!(kept(&app).len(), 2);
}

#[actix_web::test]
async fn kind_11_totals_that_contradict_their_parts_and_codes_that_contradict_names_are_told() {
    let (app, imo) = named().await;
    let sheet =
        "P-code,District,Activity,Girls 6-11,Boys 6-11,Total\nXE0101,River,CA1,10,20,36\nXE0102,River,CA1,10,20,30\n";
    let mapping = json!({ "columns": [column("P-code", "ADM2"), column("District", "ADM2"), column("Activity", "ACTIVITY"),
        { "heading": "Girls 6-11", "field": "PEOPLE", "category": "sex=f;age_band=6-11" },
        { "heading": "Boys 6-11", "field": "PEOPLE", "category": "sex=m;age_band=6-11" }, column("Total", "PEOPLE")] });
    let imported = dry(&app, &imo, sheet, json!({ "mapping": mapping })).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 2, "headings": 1 }), "{imported:#}");
    let name = &imported["preview"][0]["cells"]
        .as_array()
        .expect("cells")
        .iter()
        .find(|cell| cell["cell"] == "B2")
        .expect("the name")["why"];
    assert!(name.as_str().expect("why").contains("another area than the code"), "{imported:#}");
    let issues = imported["issues"].as_array().expect("issues");
    let differ: Vec<&Value> = issues.iter().filter(|issue| issue["key"] == "report-parts-differ").collect();
    assert_eq!((differ.len(), &differ[0]["row"], &differ[0]["cell"]), (1, &json!(2), &json!("F2")), "{issues:#?}");
}

#[actix_web::test]
async fn kind_12_parts_of_people_are_refused_unless_somebody_chose_to_round_them() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Girls 6-11\nXE0101,CA1,7 538.38\nXE0102,CA1,75222.90\nXE0201,CA1,5.0\n";
    let mut told = dry(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&told), json!({ "total": 4, "taken": 1, "refused": 2, "headings": 1 }), "{told:#}");
    let mut mapping = told["mapping"].take();
    mapping["roundPeople"] = json!(true);
    let rounded = dry(&app, &imo, sheet, json!({ "mapping": mapping })).await;
    assert_eq!(
        (&rounded["rows"]["taken"], &rounded["receipt"]["newPeople"]),
        (&json!(3), &json!(82_766)),
        "7538 + 75223 + 5"
    );
    assert!(has(&rounded, 2, "C2", "FIXED", "7538") && has(&rounded, 3, "C3", "FIXED", "75223"));
}

/// A sheet as LibreOffice writes it.
fn ods(rows: &[&[&str]]) -> Vec<u8> {
    let cell = |text: &&str| {
        format!(r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#)
    };
    let row =
        |row: &&[&str]| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>());
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
        <office:body><office:spreadsheet><table:table table:name="Data">{}</table:table></office:spreadsheet></office:body></office:document-content>"#,
        rows.iter().map(row).collect::<String>()
    );
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
        <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"#;
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    for (name, content) in [("mimetype", kind), ("META-INF/manifest.xml", manifest), ("content.xml", content.as_str())]
    {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content.as_bytes()).expect("a part");
    }
    zip.finish().expect("a container").into_inner()
}

#[actix_web::test]
async fn kind_13_every_encoding_separator_and_workbook_is_read_alike() {
    let (app, imo) = named().await;
    app.sql("update activities set names = '{\"fr\": \"Matériel d’école à côté\"}' where ref_code = 'CA1'");
    let rows: [&[&str]; 2] = [&["P-code", "Activité", "Filles 6-11 ans"], &["XE0101", "Matériel d'école à côté", "12"]];
    let text = |mark: &str| rows.map(|row| row.join(mark)).join("\r\n");
    let latin = |text: &str| -> Vec<u8> {
        text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin-1")).collect()
    };
    let wide = |text: &str| -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("UTF-8", text(",").into_bytes()),
        ("with a byte order mark", format!("\u{FEFF}{}", text(",")).into_bytes()),
        ("Latin-1 with semicolons", latin(&text(";"))),
        ("UTF-16 with tabs", wide(&text("\t"))),
        ("xlsx", book(vec![page("Data", false, rows[0], &[rows[1]])])),
        ("xlsb", xlsb(&rows)),
        ("ods", ods(&rows)),
    ];
    for (kind, file) in files {
        let imported = dry(&app, &imo, file, json!({})).await;
        assert_eq!(
            (&imported["rows"]["taken"], &imported["receipt"]["newPeople"]),
            (&json!(1), &json!(12)),
            "{kind}: {imported:#}"
        );
    }
    let zipped = crate::sheets::packed(&[("data.csv", text(",").as_bytes())]);
    let file = app.upload(&imo, "data.zip", zipped).await.expect("kept");
    let refused = app.refused(&imo, SHEET, json!({ "input": of_january(&file) })).await;
    assert_eq!(refused.field.as_deref(), Some("fileId"), "an archive is no sheet, and that is said: {refused:?}");
}

#[actix_web::test]
async fn kind_14_places_in_two_scripts_are_found_whichever_comes_first() {
    let (app, imo) = named().await;
    app.sql("update admin_areas set names = '{\"en\": \"Al Khalil\", \"ar\": \"الخليل\"}' where pcode = 'XE0101'");
    let sheet = "المنطقة,النشاط,بنات 6-11\nAl Khalil/الخليل,CA1,3\nالخليل / Al Khalil,CA2,4\nالخليل,CA3,5\n";
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 4, "taken": 3, "headings": 1 }), "{imported:#}");
    assert_eq!(
        app.sql("select distinct a.pcode from report_rows w join admin_areas a on a.id = w.area_id"),
        ["XE0101"]
    );
    let same = dry(&app, &imo, "District,Activity,Girls 6-11\nRiver,CA1,3\n", json!({})).await;
    assert_eq!(
        (&same["rows"]["needsChoice"], same["choices"][0]["options"].as_array().map(Vec::len)),
        (&json!(1), Some(2)),
        "two areas have this name: {same:#}"
    );
    let within = dry(&app, &imo, "Province,District,Activity,Girls 6-11\nNorth,River,CA1,3\n", json!({})).await;
    assert!(has(&within, 2, "B2", "FIXED", "XE0102"), "the one that lies in the province: {within:#}");
}

#[actix_web::test]
async fn kind_15_what_is_counted_in_other_units_is_never_added_to_people() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Unit,Number\nXE0101,CA1,Children,10\nXE0101,CA2,Teachers,3\nXE0102,CA3,Kits,500\n";
    let mapping = |values: Value| json!({ "columns": [column("P-code", "ADM2"), column("Activity", "ACTIVITY"), column("Unit", "WHOM"), column("Number", "PEOPLE")], "values": values });
    let open = dry(
        &app,
        &imo,
        sheet,
        json!({ "mapping": mapping(json!([{ "field": "WHOM", "text": "teachers", "code": "staff_kind=teacher" }])) }),
    )
    .await;
    assert_eq!(
        (counts(&open), &open["choices"][0]["text"]),
        (json!({ "total": 4, "taken": 2, "needsChoice": 1, "headings": 1 }), &json!("Kits")),
        "{open:#}"
    );
    let values = json!([{ "field": "WHOM", "text": "teachers", "code": "staff_kind=teacher" }, { "field": "WHOM", "text": "kits", "leaveOut": true }]);
    let imported = import(&app, &imo, sheet, json!({ "mapping": mapping(values) })).await;
    assert_eq!(
        (&imported["rows"]["leftOut"], &imported["receipt"]["newPeople"]),
        (&json!(1), &json!(10)),
        "teachers are no learners: {imported:#}"
    );
    assert_eq!(kept(&app), ["XE0101 CA1  10 -", "XE0101 CA2 staff_kind=teacher 3 -"]);
}

#[actix_web::test]
async fn kind_16_texts_that_look_like_formulas_stay_texts_and_endless_ones_are_refused() {
    let (app, imo) = named().await;
    let evil = "=cmd|' /C calc'!A0";
    let sheet = format!(
        "P-code,Activity,Girls 6-11,Comments\nXE0101,CA1,3,{evil}\nXE0102,=1+1,4,x\nXE0201,CA1,5,{}\n",
        "y".repeat(2_001)
    );
    let imported = import(&app, &imo, sheet, json!({ "mode": "GOOD_ROWS" })).await;
    assert_eq!(
        counts(&imported),
        json!({ "total": 4, "taken": 1, "refused": 1, "needsChoice": 1, "headings": 1 }),
        "{imported:#}"
    );
    assert_eq!(app.sql("select remarks from report_rows"), [evil]);
    let back = imported["rejectedFile"]["path"].as_str().expect("a path");
    let bytes = app
        .client()
        .get(format!("{}{back}", app.url))
        .bearer_auth(&imo)
        .send()
        .await
        .expect("an answer")
        .bytes()
        .await
        .expect("bytes");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
    let mut inside = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/worksheets/sheet1.xml").expect("the sheet"), &mut inside)
        .expect("text");
    assert!(!inside.contains("<f>"), "no cell that is given back holds a formula");
    let long = format!("P-code,Activity,Girls 6-11,Comments\nXE0101,CA1,3,{}\n", "z".repeat(40_000));
    let file = app.upload(&imo, "long.csv", long).await.expect("kept");
    let refused = app.refused(&imo, SHEET, json!({ "input": of_january(&file) })).await;
    assert!(refused.message.contains("32768") || refused.message.contains("D2"), "{refused:?}");
}
