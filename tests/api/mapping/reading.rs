//! A partner's own sheet is looked at, read by what it seems to be, and every row is accounted for.

use serde_json::{Value, json};

use super::world::{SHEET, again, counts, guesses, has, import, inspect, kept, named, of_january, with};
use crate::monitoring::world::{FEBRUARY, P, Q, organisation, partner, period, plan};

const MARCH: &str = "\
Report of January\r
\r
Governorate,District,School name,Activity,Status,Girls 6-11,Boys 6-11,Comments\r
North,Old Mill,Hill School,Learning materials,Completed,100,90,\"fine, all\"\r
South,River,,School feeding,ongoing,1 424,,\r
\r
-,NA,,,,,,\r
";

#[actix_web::test]
async fn a_sheet_that_nobody_here_designed_is_read_by_its_names_and_goes_in_once() {
    let (app, imo) = named().await;
    let seen = inspect(&app, &imo, MARCH).await;
    assert_eq!((&seen["headerRows"], &seen["firstRow"], &seen["profile"]), (&json!([3]), &json!(4), &Value::Null));
    let expected = [
        "ADM1",
        "ADM2",
        "SITE",
        "ACTIVITY",
        "STATUS",
        "PEOPLE age_band=6-11;sex=f",
        "PEOPLE age_band=6-11;sex=m",
        "REMARKS",
    ];
    assert_eq!(guesses(&seen), expected);
    let dry = import(&app, &imo, MARCH, json!({ "dryRun": true })).await;
    assert_eq!(counts(&dry), json!({ "total": 7, "taken": 2, "headings": 2, "empty": 3 }), "{dry:#}");
    assert_eq!((&dry["applied"], app.sql("select count(*) from report_rows")), (&json!(false), vec!["0".to_owned()]));
    assert!(has(&dry, 4, "A4", "FIXED", "XE01") && has(&dry, 4, "C4", "FIXED", "SCH-X"), "{dry:#}");
    assert!(has(&dry, 4, "F4", "OK", "100") && has(&dry, 5, "F5", "FIXED", "1424"), "{dry:#}");
    let first = import(&app, &imo, MARCH, json!({})).await;
    assert_eq!((&first["applied"], &first["reports"][0]["added"]), (&json!(true), &json!(2)), "{first:#}");
    assert_eq!(first["receipt"], json!({ "rows": 2, "newPeople": 1614, "repeatPeople": 0, "amount": "0" }));
    let rows = [
        "SCH-X CA1 age_band=6-11;sex=f 100 -",
        "SCH-X CA1 age_band=6-11;sex=m 90 -",
        "XE0201 CA3 age_band=6-11;sex=f 1424 -",
    ];
    assert_eq!(kept(&app), rows);
    let second = import(&app, &imo, MARCH, json!({})).await;
    assert_eq!(counts(&second), json!({ "total": 7, "same": 2, "headings": 2, "empty": 3 }));
    assert_eq!(app.sql("select count(*) from import_batches"), ["1"], "the same file changes nothing");
    assert_eq!(app.sql("select version from reports"), ["1"]);
}

#[actix_web::test]
async fn one_file_of_many_partners_fills_a_report_for_each_and_a_partner_only_its_own() {
    let (app, imo) = named().await;
    let sheet = "Partner,Month,P-code,Activity,People\nPartner P,2026-01,XE0101,CA1,5\nPQR,February 2026,XE0101,CA1,7\n\
        Stranger,2026-01,XE0101,CA1,9\nPartner P,2027-05,XE0101,CA1,3\n";
    let mapping = json!({ "columns": [
        { "heading": "Partner", "field": "ORGANISATION" }, { "heading": "Month", "field": "PERIOD" }, { "heading": "P-code", "field": "ADM2" },
        { "heading": "Activity", "field": "ACTIVITY" }, { "heading": "People", "field": "PEOPLE" } ] });
    let file = app.upload(&imo, "all.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "fileId": file, "mapping": mapping });
    let all = again(&app, &imo, input.clone()).await;
    assert_eq!(
        (&all["applied"], counts(&all)),
        (&json!(false), json!({ "total": 5, "taken": 2, "refused": 1, "needsChoice": 1, "headings": 1 })),
        "{all:#}"
    );
    assert_eq!(
        (&all["choices"][0]["field"], &all["choices"][0]["text"]),
        (&json!("ORGANISATION"), &json!("Stranger")),
        "no member, so not in the list"
    );
    let good = again(&app, &imo, with(input, json!({ "mode": "GOOD_ROWS" }))).await;
    assert_eq!(good["applied"], true, "{good:#}");
    let reports: Vec<String> = good["reports"]
        .as_array()
        .expect("reports")
        .iter()
        .map(|report| {
            format!("{} {}", report["period"]["number"], report["organisation"]["name"].as_str().expect("a name"))
        })
        .collect();
    assert_eq!(reports, ["1 Partner P", "2 Partner Q"]);
    assert_eq!(good["batches"].as_array().map(Vec::len), Some(2));
    let token = partner(&app, "q@example.org", darasa::kit::auth::Role::PartnerFocalPoint, Q).await;
    let own = app.upload(&token, "all.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "fileId": own, "mapping": mapping, "mode": "GOOD_ROWS" });
    let told = again(&app, &token, input).await;
    assert_eq!(
        counts(&told),
        json!({ "total": 5, "same": 1, "refused": 2, "needsChoice": 1, "headings": 1 }),
        "{told:#}"
    );
    let notes = told["preview"][0]["notes"].to_string();
    assert!(notes.contains("another organisation's"), "{notes}");
    let foreign = json!({ "planId": plan(), "fileId": own, "organisationId": organisation(P) });
    let refused = app.refused(&token, SHEET, json!({ "input": foreign })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("NOT_FOUND", Some("organisationId")));
}

#[actix_web::test]
async fn a_row_for_each_sex_and_age_becomes_one_row_with_a_cell_for_each() {
    let (app, imo) = named().await;
    let sheet = "P-code,Activity,Sex,Age group,Number,Recurrent beneficiaries\nXE0101,CA1,F,6-11,10,no\nXE0101,CA1,M,6-11,20,no\n\
        XE0101,CA1,F,6-11,3,yes\nXE0101,CA1,F,6-11,10,no\nXE0102,CA1,girls,12-14,4,no\n";
    let mapping = json!({ "columns": [
        { "heading": "P-code", "field": "ADM2" }, { "heading": "Activity", "field": "ACTIVITY" }, { "heading": "Sex", "field": "WHOM" },
        { "heading": "Age group", "field": "WHOM" }, { "heading": "Number", "field": "PEOPLE" },
        { "heading": "Recurrent beneficiaries", "field": "COUNTED_BEFORE" } ],
        "values": [{ "field": "WHOM", "text": "F", "code": "sex=f" }, { "field": "WHOM", "text": "M", "code": "sex=m" }] });
    let imported = import(&app, &imo, sheet, json!({ "mapping": mapping })).await;
    assert_eq!(counts(&imported), json!({ "total": 6, "taken": 4, "same": 1, "headings": 1 }), "{imported:#}");
    let rows = [
        "XE0101 CA1 age_band=6-11;sex=f 10 3",
        "XE0101 CA1 age_band=6-11;sex=m 20 -",
        "XE0102 CA1 age_band=12-14;sex=f 4 -",
    ];
    assert_eq!((kept(&app), &imported["reports"][0]["added"]), (rows.map(str::to_owned).to_vec(), &json!(2)));
}

#[actix_web::test]
async fn what_a_sheet_leaves_unsaid_holds_for_all_its_rows() {
    let (app, imo) = named().await;
    let sheet = "District code,Reached\nXE0101,12\nXE0102,15\n";
    let mapping = json!({ "columns": [{ "heading": "District code", "field": "ADM2" }, { "heading": "Reached", "field": "PEOPLE", "category": "sex=f" }],
        "constants": [{ "field": "ACTIVITY", "text": "CA1" }, { "field": "STATUS", "text": "Terminé" }, { "field": "MODALITY", "text": "en nature" }] });
    let file = app.upload(&imo, "small.csv", sheet).await.expect("kept");
    let input = with(of_january(&file), json!({ "mapping": mapping, "periodId": period(FEBRUARY) }));
    let imported = again(&app, &imo, input).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 2, "headings": 1 }), "{imported:#}");
    let said = app.sql("select distinct w.status || ' ' || w.modality || ' ' || p.number from report_rows w join reports r on r.id = w.report_id join reporting_periods p on p.id = r.period_id");
    assert_eq!(said, ["COMPLETED IN_KIND 2"]);
    let wrong = json!({ "columns": [{ "heading": "District code", "field": "ADM2" }], "constants": [{ "field": "ACTIVITY", "text": "CA9" }] });
    let told = import(&app, &imo, sheet, json!({ "mapping": wrong })).await;
    assert_eq!(counts(&told), json!({ "total": 3, "refused": 2, "headings": 1 }));
    assert!(told["issues"][0]["reason"].as_str().expect("a reason").contains("CA9"), "{told:#}");
}

#[actix_web::test]
async fn the_preview_goes_on_where_it_ended_and_shows_only_what_is_asked_for() {
    let (app, imo) = named().await;
    let (places, ways) = (["XE0101", "XE0102", "XE0201"], ["cash", "service", "voucher", "in kind"]);
    let row = |row: usize| {
        let people = if row % 10 == 9 { "many".to_owned() } else { row.to_string() };
        format!("{},CA{},{},{people}\n", places[row % 3], row / 3 % 3 + 1, ways[row / 9])
    };
    let sheet = format!("Admin2 pcode,Activity,Modality,Girls 6-11\n{}", (0..30).map(row).collect::<String>());
    let file = app.upload(&imo, "long.csv", sheet).await.expect("kept");
    let asked = |more: Value| with(of_january(&file), with(json!({ "dryRun": true }), more));
    let numbers = |imported: &Value| -> Vec<i64> {
        imported["preview"].as_array().expect("rows").iter().filter_map(|row| row["row"].as_i64()).collect()
    };
    let first = again(&app, &imo, asked(json!({ "previewRows": 3 }))).await;
    assert_eq!((numbers(&first), &first["previewAfter"]), (vec![2, 3, 4], &json!(4)));
    let next = again(&app, &imo, asked(json!({ "previewRows": 3, "previewAfter": 4 }))).await;
    assert_eq!(numbers(&next), [5, 6, 7]);
    let wrong = again(&app, &imo, asked(json!({ "previewOf": ["REFUSED"] }))).await;
    assert_eq!((numbers(&wrong), &wrong["previewAfter"]), (vec![11, 21, 31], &Value::Null), "{wrong:#}");
    assert_eq!(counts(&wrong), json!({ "total": 31, "taken": 27, "refused": 3, "headings": 1 }));
    let refused = app.refused(&imo, SHEET, json!({ "input": asked(json!({ "previewRows": 101 })) })).await;
    assert_eq!(refused.field.as_deref(), Some("previewRows"));
}
