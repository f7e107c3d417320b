//! What is wrong with a sheet comes back in the sheet.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::{
    IMPORT, NAMES, answer, asked, column, counts, download, filled, ids, import, letters, part, path_for, rows, sheets,
    told, with_data,
};
use crate::{
    monitoring::world::{JANUARY, P, Q, partner, start, submit},
    sheets::packed,
    support::TestApp,
    uploads::hostile,
};

/// Two rows with four errors, and one that is right.
fn with_errors(book: &[u8]) -> Vec<u8> {
    let cells = [
        (3, "#activity+code", json!("CA1 | Learning materials")),
        (3, "#indicator+code", json!("CA2/I1")),
        (3, "#status", json!("Ongoing")),
        (3, "#loc+code", json!("SCH-X")),
        (3, "#reached+f+age6_11+new", json!("12x")),
        (3, "#value+spent", json!(5)),
        (4, "#activity+code", json!("CA2")),
        (4, "#indicator+code", json!("CA2/I1")),
        (4, "#adm1+code+v_pcode", json!("XE02")),
        (4, "#adm2+code+v_pcode", json!("XE0101")),
        (4, "#reached+new", json!(3)),
        (5, "#activity+code", json!("CA3")),
        (5, "#indicator+code", json!("CA3/I1")),
        (5, "#status", json!("Completed")),
        (5, "#loc+code", json!("SCH-Z")),
        (5, "#reached+new", json!(3)),
    ];
    filled(book, "Report", &cells)
}

async fn checked(app: &TestApp, token: &str, outcome: &Value) -> Vec<u8> {
    download(app, token, outcome["checkedFile"]["path"].as_str().expect("a path")).await
}

#[actix_web::test]
async fn a_partner_fills_sees_every_error_beside_its_cell_mends_and_submits() {
    let (app, _) = start().await;
    app.sql(NAMES);
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let book = download(&app, &focal, &path_for(P, JANUARY, "en")).await;
    let sent = with_errors(&book);
    let at = |tag: &str, row: usize| format!("{}{row}", letters(column(&book, "Report", tag)));
    let outcome = import(&app, &focal, "january.xlsx", sent.clone(), json!({})).await;
    let mut expected = vec![
        format!("{} report-indicator-elsewhere", at("#indicator+code", 3)),
        format!("{} sheet-no-number", at("#reached+f+age6_11+new", 3)),
        format!("{} report-currency-missing", at("#currency+code", 3)),
        format!("{} report-place-differs", at("#adm1+code+v_pcode", 4)),
        format!("{} sheet-value-missing", at("#status", 4)),
    ];
    expected.sort();
    assert_eq!((told(&outcome, "ERROR"), &outcome["applied"]), (expected, &json!(false)), "{outcome:#}");
    assert_eq!(outcome["issues"][0]["sheet"], "Report");
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
    assert_eq!(outcome["checkedFile"]["name"], "january-checked.xlsx");

    let back = checked(&app, &focal, &outcome).await;
    assert_eq!(sheets(&back), ["Check", "Report", "Read me", "darasa", "Codes"]);
    let summary = rows(&back, "Check");
    assert_eq!(summary[1][0], "5 errors must be mended");
    assert!(
        summary.iter().any(|row| row[0] == at("#status", 4) && row[1] == "Error" && row[2] == "Status"),
        "{summary:?}"
    );
    let before = rows(&sent, "Report");
    let after = rows(&back, "Report");
    let width = before[0].len();
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before[..], after[..width], "every value stands where it stood");
    }
    assert_eq!((after[0][width].as_str(), after[1][width].as_str()), ("To mend", "#meta+issues"));
    assert!(after[2][width].contains("Girls 6–11, new: `12x` is no number; write digits only"), "{}", after[2][width]);
    assert_eq!(after[4][width], "", "the right row has no message");
    let page = part(&back, &super::page(&back, "Report"));
    let coloured = page.split("<conditionalFormatting sqref=\"").nth(1).and_then(|rest| rest.split('"').next());
    let mut coloured: Vec<&str> = coloured.expect("colours").split(' ').collect();
    coloured.sort_unstable();
    let mut cells: Vec<String> =
        told(&outcome, "ERROR").iter().filter_map(|told| Some(told.split_once(' ')?.0.to_owned())).collect();
    cells.sort_unstable();
    assert_eq!(coloured, cells);
    assert!(page.contains("<sheetProtection") && page.contains("list_activities_from"), "rules and protection stay");
    let notes = part(&back, "xl/comments1.xml");
    assert!(
        notes.contains(&format!("<comment ref=\"{}\"", at("#status", 4))) && notes.contains("nothing is entered"),
        "{notes}"
    );

    // The marked file itself is mended and sent again.
    let mended = filled(
        &back,
        "Report",
        &[
            (3, "#indicator+code", json!("CA1/I1")),
            (3, "#reached+f+age6_11+new", json!(12)),
            (3, "#currency+code", json!("USD")),
            (4, "#adm2+code+v_pcode", json!("XE0201")),
            (4, "#status", json!("Ongoing")),
        ],
    );
    let outcome = import(&app, &focal, "january-checked.xlsx", mended, json!({})).await;
    assert_eq!((counts(&outcome), &outcome["issues"]), ([3, 0, 0, 0], &json!([])), "{outcome:#}");
    assert_eq!((&outcome["receipt"]["newPeople"], &outcome["checkedFile"]), (&json!(18), &Value::Null));
    let submitted = submit(&app, &focal, &outcome["report"]).await;
    assert_eq!(submitted["report"]["status"], "SUBMITTED", "{submitted:#}");
}

#[actix_web::test]
async fn a_marked_file_that_is_marked_again_shows_what_is_wrong_now() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let outcome = import(&app, &imo, "january.xlsx", with_errors(&book), json!({})).await;
    let back = checked(&app, &imo, &outcome).await;
    let better = filled(&back, "Report", &[(3, "#reached+f+age6_11+new", json!(12)), (4, "#status", json!("Ongoing"))]);
    let outcome = import(&app, &imo, "january-checked.xlsx", better, json!({})).await;
    assert_eq!(told(&outcome, "ERROR").len(), 3, "{outcome:#}");
    let again = checked(&app, &imo, &outcome).await;
    assert_eq!(sheets(&again), sheets(&back), "no second summary");
    assert_eq!(rows(&again, "Check")[1][0], "3 errors must be mended");
    assert_eq!(rows(&again, "Report")[0].len(), rows(&back, "Report")[0].len(), "no second column of messages");
    let mended = letters(column(&book, "Report", "#reached+f+age6_11+new")) + "3";
    assert!(!part(&again, "xl/comments1.xml").contains(&format!("ref=\"{mended}\"")));
}

#[actix_web::test]
async fn a_text_file_and_a_workbook_in_arabic_come_back_marked_too() {
    let (app, imo) = start().await;
    let sheet = "activity_code,indicator_code,status,site_code,girls_6_11,remarks,my column\nCA9,CA1/I1,ongoing,SCH-X,x,\"=1+1\",mine\n";
    let outcome = import(&app, &imo, "تقرير.csv", sheet, ids()).await;
    assert_eq!(outcome["checkedFile"]["name"], "تقرير-checked.xlsx");
    let back = checked(&app, &imo, &outcome).await;
    let values = rows(&back, "Sheet");
    assert_eq!(values[1][..7], ["CA9", "CA1/I1", "ongoing", "SCH-X", "x", "=1+1", "mine"]);
    assert!(values[1][7].contains("is no activity of the plan"), "{values:?}");
    assert!(!part(&back, &super::page(&back, "Sheet")).contains("<f>"), "text stays text");

    let book = download(&app, &imo, &path_for(P, JANUARY, "ar")).await;
    let sent = filled(&book, "التقرير", &[(3, "#activity+code", json!("CA1")), (3, "#reached+new", json!(-4))]);
    let outcome = import(&app, &imo, "report.xlsx", sent, json!({})).await;
    let back = checked(&app, &imo, &outcome).await;
    assert_eq!(sheets(&back)[0], "التحقق");
    let summary = rows(&back, "التحقق").concat().join("\n");
    assert!(summary.contains("الرقم أقل من صفر؛ اكتب 0 أو أكثر أو اترك الخلية فارغة."), "{summary}");
    assert!(part(&back, &super::page(&back, "التحقق")).contains("rightToLeft=\"1\""));
}

#[actix_web::test]
async fn a_checked_file_is_its_sender_s_alone_and_goes_after_a_week() {
    let (app, _) = start().await;
    let own = partner(&app, "p@example.org", Role::PartnerEditor, P).await;
    let other = partner(&app, "q@example.org", Role::PartnerEditor, Q).await;
    let outcome = import(&app, &own, "r.csv", "activity_code,indicator_code,status\nCA9,CA1/I1,ongoing\n", ids()).await;
    let path = outcome["checkedFile"]["path"].as_str().expect("a path");
    assert_eq!(asked(&app, &own, path).await.0, 200);
    assert_eq!(asked(&app, &other, path).await.0, 404);
    assert_eq!(asked(&app, "", path).await.0, 404);
    app.advance(chrono::TimeDelta::days(8));
    app.work().await;
    assert_eq!(app.sql("select count(*) from files"), ["0"]);
}

#[actix_web::test]
async fn formulas_are_not_run_and_their_last_value_is_taken_with_a_warning() {
    let (app, imo) = start().await;
    let book = download(&app, &imo, &path_for(P, JANUARY, "en")).await;
    let sent = filled(
        &book,
        "Report",
        &[
            (3, "#activity+code", json!("CA1")),
            (3, "#indicator+code", json!("CA1/I1")),
            (3, "#status", json!("Ongoing")),
            (3, "#loc+code", json!("SCH-X")),
            (3, "#reached+new", json!(99)),
        ],
    );
    let at = letters(column(&book, "Report", "#reached+new")) + "3";
    let page = part(&sent, &super::page(&sent, "Report"));
    let data = &page[page.find("<sheetData>").expect("data") + 11..page.find("</sheetData>").expect("data")];
    let plain = format!("<c r=\"{at}\"><v>99</v></c>");
    let plain = if data.contains(&plain) { plain } else { format!("<c r=\"{at}\"><v>99.0</v></c>") };
    assert!(data.contains(&plain), "{data}");
    let formula = format!("<c r=\"{at}\"><f>50+50</f><v>41</v></c>");
    let sent = with_data(&sent, "Report", &data.replace(&plain, &formula));
    let outcome = import(&app, &imo, "formulas.xlsx", sent, json!({})).await;
    assert_eq!(
        (&outcome["receipt"]["newPeople"], told(&outcome, "WARNING")),
        (&json!(41), vec!["- sheet-formulas".to_owned()])
    );
    assert!(outcome["issues"][0]["reason"].as_str().expect("a reason").contains(&at), "{outcome:#}");
    let back = checked(&app, &imo, &outcome).await;
    assert!(part(&back, &super::page(&back, "Report")).contains("<f>50+50</f>"), "the partner's formula stays");
}

#[actix_web::test]
async fn files_that_mean_harm_end_their_own_job_and_are_not_marked() {
    let (app, imo) = start().await;
    let marks = |outcome: &Value| outcome["data"]["importReport"]["checkedFile"].is_object();
    for (what, content, key) in hostile() {
        let outcome = answer(&app, &imo, "report.xlsx", content, ids()).await;
        let error = &outcome["errors"][0]["extensions"];
        if outcome["errors"].is_array() {
            assert!(
                ["INVALID", "TOO_LARGE"].contains(&error["code"].as_str().unwrap_or_default()),
                "{what}: {outcome}"
            );
            assert!(key.is_empty() || error["key"] == key, "{what}: {outcome}");
        } else {
            assert!(key.is_empty() && outcome["data"]["importReport"]["applied"] == false, "{what}: {outcome}");
        }
    }
    // Readable, and made to trip whoever writes into it.
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let row = |texts: [&str; 3], number: usize| {
        let cells = texts.iter().enumerate().map(|(at, text)| cell(&format!("{}{number}", letters(at)), text));
        format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
    };
    let data = row(["activity_code", "indicator_code", "status"], 1) + &row(["CA9", "x", "y"], 2);
    let styles = br#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dxfs>"#;
    let links = br#"<Relationships><Relationship Id="a" Type="x/comments" Target="../../../../etc/passwd"/><Relationship Id="b" Type="x/vmlDrawing" Target="../workbook.xml"/></Relationships>"#;
    let notes = br#"<comments><authors><author></comments>"#;
    let traps: [&[(&str, &[u8])]; 5] = [
        &[],
        &[("xl/styles.xml", styles)],
        &[("xl/styles.xml", b"<styleSheet/>"), ("xl/worksheets/_rels/sheet1.xml.rels", links)],
        &[("xl/styles.xml", b"<styleSheet/>"), ("xl/comments1.xml", notes)],
        &[("xl/styles.xml", b"\xFF\xFE<styleSheet/>")],
    ];
    let mut marked = 0;
    for trap in traps {
        let outcome = answer(&app, &imo, "report.xlsx", crate::sheets::workbook(&data, trap), ids()).await;
        if outcome["errors"].is_array() {
            assert_eq!(outcome["errors"][0]["extensions"]["key"], "sheet-damaged", "{outcome:#}");
            continue;
        }
        assert!(marks(&outcome), "what cannot be marked in place is marked in a copy: {outcome:#}");
        marked += 1;
        let back = checked(&app, &imo, &outcome["data"]["importReport"]).await;
        assert_eq!(rows(&back, "Data")[1][..3], ["CA9", "x", "y"]);
    }
    assert!(marked >= 3, "{marked}");
    let nested = crate::sheets::workbook(&data, &[("xl/a.bin", &packed(&[("a", b"a")]))]);
    let outcome = answer(&app, &imo, "report.xlsx", nested, ids()).await;
    assert_eq!(outcome["errors"][0]["extensions"]["key"], "sheet-nested-archive");
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
}

/// Files of real partners: whatever they are, they are answered, and what comes back marked can be read again.
#[actix_web::test]
async fn real_files_are_answered_and_come_back_readable() {
    let folder = std::env::var_os("DARASA_CASES").map(std::path::PathBuf::from);
    let beside = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases");
    let folder = folder.unwrap_or(beside);
    if !folder.is_dir() {
        eprintln!("skipped: there are no real files at {}; set DARASA_CASES", folder.display());
        return;
    }
    let (app, imo) = start().await;
    let (mut answered, mut marked) = (0, 0);
    for part in ["needs", "w-matrices", "hxl", "xlsform", "pcodes"] {
        for entry in std::fs::read_dir(folder.join(part)).expect("a folder of real files") {
            let path = entry.expect("a file").path();
            let content = std::fs::read(&path).expect("a real file");
            if content.len() > 3 << 20 {
                continue;
            }
            let file = app.upload(&imo, "real.xlsx", content).await.expect("kept");
            let mut input = ids();
            (input["fileId"], input["dryRun"]) = (json!(file), json!(true));
            let outcome = app.graphql(Some(&imo), IMPORT, json!({ "input": input })).await;
            answered += 1;
            if let Some(back) = outcome["data"]["importReport"]["checkedFile"]["path"].as_str() {
                let back = download(&app, &imo, back).await;
                let read = app.program().tools.sheets.read(back.into(), "checked.xlsx").await;
                assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
                marked += 1;
            } else {
                assert!(outcome["errors"].is_array(), "{}: {outcome}", path.display());
            }
        }
    }
    assert!(answered > 50 && marked > 30, "{answered} answered, {marked} marked");
}
