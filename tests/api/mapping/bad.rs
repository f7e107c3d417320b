//! Sheets that are late, that are of something else, or that are too much: refused row by row where that is possible, and always with a reason.

use darasa::kit::{auth::Role, scope::OperationId};
use serde_json::{Value, json};

use super::world::{INSPECT, SHEET, again, counts, has, import, inspect, kept, named, of_january, with};
use crate::monitoring::world::{FEBRUARY, JANUARY, P, organisation, partner, period, plan, submit};

const ROWS: &str = "P-code,Activity,Girls 6-11\nXE0101,CA1,10\nXE0102,CA1,20\n";

#[actix_web::test]
async fn rows_of_closed_periods_and_of_reports_that_were_sent_are_refused_and_others_go_in() {
    let (app, imo) = named().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    app.sql("update reporting_periods set closed_at = now() where number = 1");
    let sheet = "P-code,Activity,Girls 6-11,Month\nXE0101,CA1,10,2026-01\nXE0101,CA1,20,2026-02\n";
    let file = app.upload(&token, "two.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "fileId": file, "mode": "GOOD_ROWS" });
    let imported = again(&app, &token, input.clone()).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 1, "refused": 1, "headings": 1 }), "{imported:#}");
    assert!(imported["preview"][0]["notes"].to_string().contains("the period is closed"), "{imported:#}");
    submit(&app, &token, &imported["reports"][0]["report"]).await;
    let locked = again(&app, &token, input).await;
    assert_eq!(
        (counts(&locked), &locked["applied"]),
        (json!({ "total": 3, "refused": 2, "headings": 1 }), &json!(false))
    );
    assert!(locked["preview"][1]["notes"].to_string().contains("SUBMITTED"), "{locked:#}");
    let other = app.upload(&imo, "two.csv", sheet).await.expect("kept");
    let late = json!({ "planId": plan(), "fileId": other, "organisationId": organisation(P), "mode": "GOOD_ROWS" });
    assert_eq!(again(&app, &imo, late).await["rows"]["taken"], 1, "who decides on reports may still enter them");
}

#[actix_web::test]
async fn foreign_plans_periods_and_organisations_are_named_and_strangers_learn_nothing() {
    let (app, imo) = named().await;
    let file = app.upload(&imo, "rows.csv", ROWS).await.expect("kept");
    let foreign = "UmVzcG9uc2VQbGFuOjAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAx";
    let ask = |more: Value| json!({ "input": with(of_january(&file), more) });
    for (more, code, field) in [
        (json!({ "planId": foreign }), "", "planId"),
        (json!({ "periodId": "x" }), "INVALID", "periodId"),
        (json!({ "clusterId": crate::monitoring::world::organisation(1) }), "INVALID", "clusterId"),
        (json!({ "fileId": organisation(1) }), "INVALID", "fileId"),
        (json!({ "headerRow": 0 }), "INVALID", "headerRow"),
        (json!({ "profileId": "x" }), "INVALID", "profileId"),
        (
            json!({ "mapping": { "columns": [{ "heading": "P-code", "field": "PEOPLE", "category": "sex=x" }] } }),
            "INVALID",
            "mapping.columns[0].category",
        ),
    ] {
        let refused = app.refused(&imo, SHEET, ask(more.clone())).await;
        assert!(code.is_empty() || refused.code == code, "{more}: {refused:?}");
        assert_eq!(refused.field.as_deref(), Some(field), "{more}: {refused:?}");
    }
    app.sql(
        "insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
            values (number(2), 'OP-TWO', '{}', 'XEA', 'en', 'Asia/Kabul', '2020-01-01', '2020-01-01');
        insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at)
            values (number(20), number(2), 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01')",
    );
    let elsewhere = OperationId::from_uuid(uuid::Uuid::from_u128(2)).global().to_string();
    let stranger = app.someone("imo2@example.org", Role::Imo, json!({ "operationId": elsewhere })).await;
    let own = app.upload(&stranger, "rows.csv", ROWS).await.expect("kept");
    let input = json!({ "input": { "planId": plan(), "fileId": own } });
    for query in [SHEET, INSPECT] {
        assert_eq!(app.refused(&stranger, query, input.clone()).await.field.as_deref(), Some("planId"));
        assert!(
            ["NOT_FOUND", "FORBIDDEN"].contains(
                &app.refused(&stranger, query, json!({ "input": { "planId": plan(), "fileId": file } }))
                    .await
                    .code
                    .as_str()
            )
        );
    }
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
}

#[actix_web::test]
async fn a_retired_place_is_refused_with_its_successor() {
    let (app, imo) = named().await;
    app.sql("update admin_areas set valid_to = '2025-12-01', replaced_by_id = number(112) where pcode = 'XE0101'");
    let imported = import(&app, &imo, ROWS, json!({ "mode": "GOOD_ROWS" })).await;
    assert_eq!(counts(&imported), json!({ "total": 3, "taken": 1, "refused": 1, "headings": 1 }), "{imported:#}");
    let why = imported["preview"][0]["cells"][0]["why"].to_string() + &imported["preview"][0]["notes"].to_string();
    assert!(why.contains("XE0102") && why.contains("2025-12-01"), "{imported:#}");
    let rows = json!([{ "activity": "CA1", "place": "XE0101" }]);
    let send = "mutation($input: SendRowsInput!) { sendRows(input: $input) { issues { key reason mend } } }";
    let input = json!({ "planCode": "HXEA", "periodNumber": 1, "organisation": "Partner P", "rows": rows });
    let told = app.ok(&imo, send, json!({ "input": input })).await["sendRows"]["issues"][0].take();
    assert!(told["key"] == "report-area-retired" && told["mend"].to_string().contains("XE0102"), "{told:#}");
    let import = "mutation($input: ImportReportInput!) { importReport(input: $input) { issues { key mend } } }";
    let sheet = "activity_code,indicator_code,status,adm2_pcode,girls_6_11\nCA1,CA1/I1,ongoing,XE0101,1\n";
    let file = app.upload(&imo, "template.csv", sheet).await.expect("kept");
    let input = json!({ "planId": plan(), "periodId": period(JANUARY), "clusterId": crate::monitoring::world::cluster(), "organisationId": organisation(P), "fileId": file });
    let told = app.ok(&imo, import, json!({ "input": input })).await["importReport"]["issues"][0].take();
    assert!(told["key"] == "report-area-retired" && told["mend"].to_string().contains("XE0102"), "{told:#}");
}

#[actix_web::test]
async fn people_below_zero_and_figures_beyond_reason_are_refused() {
    let (app, imo) = named().await;
    let sheet = "School code,Activity,Girls 6-11\nSCH-X,CA1,-3\nSCH-Y,CA1,9999999999999999999\nSCH-Z,CA1,3 girls\nSCH-X,CA2,TRUE\n";
    let imported = import(&app, &imo, sheet, json!({})).await;
    assert_eq!(counts(&imported), json!({ "total": 5, "refused": 4, "headings": 1 }), "{imported:#}");
    assert!(has(&imported, 2, "C2", "REFUSED", "") && kept(&app).is_empty());
    assert_eq!(imported["issues"].as_array().map(Vec::len), Some(4), "one each, at its cell: {imported:#}");
}

#[actix_web::test]
async fn two_hundred_thousand_rows_are_refused_before_anything_is_built() {
    let (app, imo) = named().await;
    let sheet = |rows: usize| format!("P-code,Activity,Girls 6-11\n{}", "XE0101,CA1,1\n".repeat(rows));
    let file = app.upload(&imo, "huge.csv", sheet(150_000)).await.expect("kept");
    let refused = app.refused(&imo, SHEET, json!({ "input": of_january(&file) })).await;
    assert!(refused.message.contains("150000 rows") && refused.message.contains("100000"), "{refused:?}");
    let file = app.upload(&imo, "huge.csv", sheet(200_001)).await.expect("kept");
    let refused = app.refused(&imo, SHEET, json!({ "input": of_january(&file) })).await;
    assert!(refused.field.as_deref() == Some("fileId") && refused.message.contains("200"), "{refused:?}");
    assert_eq!(app.sql("select (select count(*) from reports) + (select count(*) from import_batches)"), ["0"]);
}

#[actix_web::test]
async fn rejected_rows_come_back_as_a_workbook_that_is_mended_and_sent_with_the_same_profile() {
    let (app, imo) = named().await;
    let sheet = "Title\n,Girls,Books\nPlace,6-11,What\nXE0101,10,CA1\nnowhere,20,CA1\nXE0102,many,CA1\n";
    let mapping = json!({ "columns": [{ "heading": "Place", "field": "ADM2" }, { "heading": "Girls 6-11", "field": "PEOPLE", "category": "sex=f;age_band=6-11" },
        { "heading": "Books What", "field": "ACTIVITY" }] });
    let more = json!({ "mapping": mapping, "headerRow": 3, "mode": "GOOD_ROWS", "saveAs": "ours" });
    let imported = import(&app, &imo, sheet, more).await;
    assert_eq!(
        counts(&imported),
        json!({ "total": 6, "taken": 1, "refused": 1, "needsChoice": 1, "headings": 3 }),
        "{imported:#}"
    );
    let path = imported["rejectedFile"]["path"].as_str().expect("a path");
    let bytes = app
        .client()
        .get(format!("{}{path}", app.url))
        .bearer_auth(&imo)
        .send()
        .await
        .expect("an answer")
        .bytes()
        .await
        .expect("bytes");
    let back = inspect(&app, &imo, bytes.to_vec()).await;
    let headings: Vec<&str> =
        back["columns"].as_array().expect("columns").iter().filter_map(|column| column["heading"].as_str()).collect();
    assert_eq!(
        (headings, &back["profile"]["name"]),
        (vec!["Place", "Girls 6-11", "Books What", "to_mend", "source_row"], &json!("ours")),
        "{back:#}"
    );
    assert_eq!(back["columns"][4]["samples"], json!(["5", "6"]), "the rows that they had");
    assert!(back["columns"][3]["samples"][0].as_str().expect("a reason").contains("no area"), "{back:#}");
    let file = app.upload(&imo, "back.xlsx", bytes.to_vec()).await.expect("kept");
    let again_refused = again(&app, &imo, with(of_january(&file), json!({ "mode": "GOOD_ROWS" }))).await;
    assert_eq!(
        counts(&again_refused),
        json!({ "total": 3, "refused": 1, "needsChoice": 1, "headings": 1 }),
        "{again_refused:#}"
    );
    let mended = import(
        &app,
        &imo,
        "Place,Girls 6-11,Books What,to_mend,source_row\nXE0201,20,CA1,nowhere,5\nXE0102,30,CA1,many,6\n",
        json!({}),
    )
    .await;
    assert_eq!(counts(&mended), json!({ "total": 3, "taken": 2, "headings": 1 }), "{mended:#}");
    assert_eq!(kept(&app).len(), 3);
}

#[actix_web::test]
async fn two_people_on_one_report_lose_no_row_of_each_other() {
    let (app, imo) = named().await;
    let token = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let begun = "P-code,Activity,Girls 6-11\nXE0201,CA1,5\n";
    import(&app, &imo, begun, json!({ "periodId": period(FEBRUARY) })).await;
    let mine =
        import(&app, &imo, "P-code,Activity,Girls 6-11\nXE0101,CA1,10\n", json!({ "periodId": period(FEBRUARY) }));
    let theirs =
        import(&app, &token, "P-code,Activity,Girls 6-11\nXE0102,CA1,20\n", json!({ "periodId": period(FEBRUARY) }));
    let (mine, theirs) = futures::join!(mine, theirs);
    assert_eq!((&mine["rows"]["taken"], &theirs["rows"]["taken"]), (&json!(1), &json!(1)));
    let all = [
        "XE0101 CA1 age_band=6-11;sex=f 10 -",
        "XE0102 CA1 age_band=6-11;sex=f 20 -",
        "XE0201 CA1 age_band=6-11;sex=f 5 -",
    ];
    assert_eq!(kept(&app), all);
}
