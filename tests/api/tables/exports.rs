//! All that was reported of a plan, row by row and figure by figure: whole, in order, and only as far as one may read.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{areas_with_names, by_name, start, text};
use crate::monitoring::world::{
    BOYS, EVERYONE, FEBRUARY, GIRLS, JANUARY, MATERIALS, P, Q, RATIO, SUPPORT, X, Y, Z, accepted, category, indicator,
    partner, report, row, save,
};

#[actix_web::test]
async fn the_file_has_every_accepted_row_with_fixed_columns_and_runs_nothing() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    app.sql("update sites set latitude = 1.5, longitude = 2.25, location_precision = 'POINT', names = '{\"en\": \"@School\"}' where code = 'SCH-X'");
    app.sql("update operations set location_precision = 'POINT'");
    let mut remarked = row(MATERIALS, X, &[(GIRLS, 10, 2), (BOYS, 5, 0)]);
    remarked["remarks"] = json!("=HYPERLINK(\"http://x\")");
    let mut ratio = row(MATERIALS, Y, &[]);
    ratio["indicatorId"] = json!(indicator(RATIO));
    ratio["cells"] = json!([{ "categoryId": category(EVERYONE), "value": "3", "denominator": "4" }]);
    accepted(&app, &imo, P, FEBRUARY, json!([row(SUPPORT, Y, &[(GIRLS, 7, 0)])])).await;
    accepted(&app, &imo, P, JANUARY, json!([remarked, ratio])).await;
    save(&app, &imo, report(Q, JANUARY, 0, json!([row(SUPPORT, Z, &[(GIRLS, 99, 0)])]))).await;
    let bearer = format!("Bearer {imo}");
    let (status, head, csv) = app.get("/plans/HXEA/rows.csv", &[("authorization", bearer.as_str())]).await;
    assert_eq!((status, head["x-total-count"].to_str().expect("text")), (200, "3"));
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 2 + 3, "{csv}");
    assert!(
        lines[0].ends_with(
            ",remarks,value_all,denominator_all,new_v_6_11_f,repeated_v_6_11_f,new_v_6_11_m,repeated_v_6_11_m"
        ),
        "{}",
        lines[0]
    );
    assert!(
        lines[2].contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
            && lines[2].contains(",SCH-X,'@School,1.500000,2.250000,"),
        "{}",
        lines[2]
    );
    let records = by_name(&text(&app, &imo, "/plans/HXEA/rows.json").await);
    let told: Vec<Value> = records
        .iter()
        .map(|record| json!([record["period"], record["site_code"], record["indicator_code"], record["remarks"]]))
        .collect();
    assert_eq!(
        told,
        [
            json!([1, "SCH-X", "CA1/I1", "=HYPERLINK(\"http://x\")"]),
            json!([1, "SCH-Y", "CO1/R1", null]),
            json!([2, "SCH-Y", "CA2/I1", null]),
        ]
    );
    let figures: Vec<(&String, &Value)> = records[0]
        .as_object()
        .expect("a record")
        .iter()
        .filter(|(name, value)| {
            ["new_", "repeated_", "value_", "denominator_"].iter().any(|start| name.starts_with(start))
                && !value.is_null()
        })
        .collect();
    assert_eq!(
        figures.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>(),
        ["10", "5", "2", "0"],
        "{figures:?}"
    );
    let places: Value = serde_json::from_str(&text(&app, &imo, "/plans/HXEA/rows.geojson").await).expect("JSON");
    assert_eq!(places["features"][0]["geometry"]["coordinates"], json!([2.25, 1.5]));
    assert_eq!(
        places["features"][1]["geometry"],
        Value::Null,
        "where a site is may not be told exactly unless it says so"
    );
    app.sql("update operations set location_precision = 'AREA'");
    let coarse = text(&app, &imo, "/plans/HXEA/rows.geojson").await;
    assert!(!coarse.contains("2.25"), "nor where the operation does not");
}

#[actix_web::test]
async fn the_tidy_form_has_a_record_for_each_figure() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 10, 2), (BOYS, 5, 0)])])).await;
    let cells = by_name(&text(&app, &imo, "/plans/HXEA/cells.json").await);
    let told: Vec<Value> =
        cells.iter().map(|cell| json!([cell["category"], cell["new_people"], cell["repeat_people"]])).collect();
    assert_eq!(told, [json!(["age_band=6-11;sex=f", 10, 2]), json!(["age_band=6-11;sex=m", 5, 0])]);
}

#[actix_web::test]
async fn a_workbook_of_all_rows_reads_back_and_a_plan_without_reports_has_its_head_alone() {
    let (app, imo) = start().await;
    let empty = text(&app, &imo, "/plans/HXEA/rows.csv").await;
    assert_eq!(empty.lines().count(), 2, "{empty}");
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 10, 2)])])).await;
    let request = app.client().get(format!("{}/plans/HXEA/rows.xlsx", app.url)).bearer_auth(&imo);
    let bytes = request.send().await.expect("an answer").bytes().await.expect("a file");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
    let sheet = calamine::Reader::worksheet_range(&mut book, "rows").expect("a sheet");
    assert_eq!(sheet.height(), 3);
    assert_eq!(sheet.get((0, 1)).map(ToString::to_string).as_deref(), Some("plan_code"));
    assert_eq!(sheet.get((2, 2)).map(ToString::to_string).as_deref(), Some("1"), "a number is a number");
}

#[actix_web::test]
async fn a_partner_takes_its_own_rows_alone() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 10, 2)])])).await;
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, Y, &[(GIRLS, 7, 0)])])).await;
    crate::monitoring::world::publish(&app).await;
    let own = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let rows = by_name(&text(&app, &own, "/plans/HXEA/rows.json").await);
    assert_eq!(rows.iter().map(|row| row["org_name"].clone()).collect::<Vec<_>>(), [json!("Partner P")]);
    let all = by_name(&text(&app, &imo, "/plans/HXEA/rows.json").await);
    assert_eq!(all.len(), 2);
}

#[actix_web::test]
async fn a_reader_who_goes_away_leaves_no_statement_running_and_more_than_a_few_wait() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 10, 2)])])).await;
    // The rows of the report many thousand times: more than what lies between the server and a reader who reads nothing.
    app.sql(
        "insert into report_rows (id, report_id, operation_id, row_key, activity_id, indicator_id, area_id, site_id, status, remarks, position)
         select gen_random_uuid(), report_id, operation_id, row_key || n, activity_id, indicator_id, area_id, site_id, status, repeat('x', 1000), n
         from report_rows cross join generate_series(1, 30000) n",
    );
    let mut answers = Vec::new();
    for _ in 0..2 {
        let request = app.client().get(format!("{}/plans/HXEA/rows.csv", app.url)).bearer_auth(&imo);
        let mut answer = request.send().await.expect("an answer");
        assert!(answer.chunk().await.expect("a chunk").is_some());
        answers.push(answer);
    }
    let copying = "select count(*)::text from pg_stat_activity where query like 'copy (%' and state = 'active' and datname = current_database()";
    let within_seconds = async |wanted: &str| {
        let mut running = app.sql(copying);
        for _ in 0..100 {
            if running == [wanted] {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            running = app.sql(copying);
        }
        assert_eq!(running, [wanted], "within seconds");
    };
    within_seconds("2").await;
    drop(answers);
    within_seconds("0").await;
    let whole = text(&app, &imo, "/plans/HXEA/rows.csv").await;
    assert_eq!(whole.lines().count(), 2 + 30_001);
}
