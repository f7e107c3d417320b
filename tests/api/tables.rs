//! Who is where, what is missing, who reports: the same in the graph and in files of every format.

mod explained;
mod exports;
mod owed;
mod publications;
mod shared;
pub mod world;

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use self::world::{areas_with_names, needs, records, start, text};
use super::monitoring::world::{
    BOYS, EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MARCH, MATERIALS, P, Q, X, Y, Z, accepted, plan, publish, row,
};

#[actix_web::test]
async fn presence_is_by_organisation_area_and_activity_and_says_what_is_under_way() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    let mut ongoing = row(SUPPORT, X, &[(GIRLS, 5, 0)]);
    ongoing["status"] = json!("ONGOING");
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 10, 0)]), row(MATERIALS, Y, &[(BOYS, 3, 0)]), ongoing]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    accepted(&app, &imo, Q, MARCH, json!([row(MATERIALS, Z, &[(GIRLS, 1, 0)])])).await;
    let file = text(&app, &imo, "/plans/HXEA/tables/presence.csv?level=2").await;
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(
        lines[0],
        "org_name,org_acronym,org_type_code,sector_code,activity_code,activity_name,admin1_code,admin1_name,admin2_code,admin2_name,\
         admin3_code,admin3_name,places,rows_ongoing,rows_completed,reference_period_start,reference_period_end"
    );
    assert!(
        lines[1].starts_with("#org+impl+name,#org+impl+acronym,#org+impl+type+code,#sector+code+v_hpc,#activity+code,")
    );
    assert_eq!(
        lines[2..],
        [
            "Partner P,,NNGO,EDU,CA1,,XE01,North,XE0101,Upper,,,2,0,2,2026-01-01,2026-03-31",
            "Partner P,,NNGO,EDU,CA2,,XE01,North,XE0101,Upper,,,1,1,0,2026-01-01,2026-03-31",
            "Partner Q,,NNGO,EDU,CA1,,XE02,South,XE0201,,,,1,0,1,2026-01-01,2026-03-31",
        ]
    );
    let early = text(&app, &imo, "/plans/HXEA/tables/presence.csv?level=2&upTo=2").await;
    assert!(!early.contains("Partner Q") && early.contains("2026-02-28"), "{early}");
    let late = text(&app, &imo, "/plans/HXEA/tables/presence.csv?from=2").await;
    assert!(!late.contains("Partner P") && late.contains("Partner Q"), "{late}");
    assert!(late.contains(",XE02,South,,,,,1,0,1,2026-02-01,2026-03-31"), "{late}");
}

use super::monitoring::world::SUPPORT;

const HAPI: &str = "location_code,has_hrp,in_gho,provider_admin1_name,provider_admin2_name,admin1_code,admin1_name,admin2_code,admin2_name,\
     admin_level,org_acronym,org_name,org_type_code,org_type_description,sector_code,sector_name,reference_period_start,reference_period_end,\
     dataset_hdx_id,resource_hdx_id,warning,error";

#[actix_web::test]
async fn operational_presence_has_the_columns_of_the_humanitarian_api() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 10, 0)]), row(FEEDING, Y, &[(GIRLS, 1, 0)])]))
        .await;
    let file = text(&app, &imo, "/plans/HXEA/tables/operational-presence.csv?level=2").await;
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[0], HAPI);
    assert_eq!(
        lines[2..],
        [
            "XEA,True,,North,Upper,XE01,North,XE0101,Upper,2,Partner P,Partner P,441,National NGO,EDU,Education,2026-01-01,2026-01-31,,,,"
        ]
    );
}

#[actix_web::test]
async fn gaps_rank_areas_by_severity_with_reach_allotted_from_the_most_severe_down() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    needs(&app);
    publish(&app).await;
    accepted(&app, &imo, P, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 100, 0)])])).await;
    let gaps = records(&app, &imo, "gaps", "").await;
    let told: Vec<String> = gaps
        .iter()
        .map(|gap| {
            [
                "admin1_code",
                "in_need",
                "targeted",
                "reached",
                "gap_to_target",
                "gap_to_need",
                "severity",
                "severity_weighted_gap",
                "rank",
            ]
            .map(|name| gap[name].to_string().replace('"', ""))
            .join(" ")
        })
        .collect();
    // XE01: phases 3, 4, 5 of 200, 150, 50; 100 reached take all of 5 and 50 of 4: 200 + 2 x 100. XE02: nobody known to be reached: 90 + 2 x 8 + 3 x 2.
    assert_eq!(told, ["XE01 400 300 100 200 300 4 400 1", "XE02 100 null null null null 2 112 2"]);
    let uncovered = records(&app, &imo, "uncovered", "").await;
    assert_eq!(uncovered, Vec::<Value>::new(), "XE02 is below phase 3");
    app.sql("update need_figures set value = 300 where area_id = number(102) and category_id = number(900 + 9)");
    let uncovered = records(&app, &imo, "uncovered", "").await;
    assert_eq!(uncovered.len(), 1);
    assert_eq!((&uncovered[0]["admin1_code"], &uncovered[0]["severity"]), (&json!("XE02"), &json!(3)));
    // 310 of 1,000 are in phase 3 or worse: at least 0.31, and not more than that.
    for (inclusive, severity, method) in [
        (true, json!(3), "REACH_ALLOTTED_FROM_MOST_SEVERE;AREA_PHASE_AT_LEAST_0.31"),
        (false, json!(2), "REACH_ALLOTTED_FROM_MOST_SEVERE;AREA_PHASE_MORE_THAN_0.31"),
    ] {
        let rule = json!({ "severity_threshold": 0.31, "severity_inclusive": inclusive });
        app.sql(&format!("update needs_rounds set parameters = '{rule}' where id = number(900)"));
        let gaps = records(&app, &imo, "gaps", "").await;
        assert_eq!((&gaps[1]["severity"], &gaps[1]["severity_method"]), (&severity, &json!(method)));
        let uncovered = records(&app, &imo, "uncovered", "").await;
        assert_eq!(uncovered.len(), usize::from(inclusive));
    }
    for (said, method) in [("0.31", "0.31"), ("much", "0.2"), ("1.5", "0.2")] {
        let rule = json!({ "severity_threshold": said });
        app.sql(&format!("update needs_rounds set parameters = '{rule}' where id = number(900)"));
        let gaps = records(&app, &imo, "gaps", "").await;
        let method = format!("REACH_ALLOTTED_FROM_MOST_SEVERE;AREA_PHASE_AT_LEAST_{method}");
        assert_eq!(gaps[1]["severity_method"], json!(method), "{said}");
    }
}

#[actix_web::test]
async fn who_owes_reports_what_is_told_twice_and_where_partners_overlap() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    accepted(
        &app,
        &imo,
        P,
        JANUARY,
        json!([row(MATERIALS, X, &[(GIRLS, 10, 0)]), row(MATERIALS, Z, &[(GIRLS, 10, 0)])]),
    )
    .await;
    let mut again = row(MATERIALS, X, &[(GIRLS, 10, 0)]);
    again["modality"] = json!("IN_KIND");
    accepted(&app, &imo, Q, JANUARY, json!([row(MATERIALS, X, &[(GIRLS, 9, 0)]), again])).await;
    accepted(&app, &imo, Q, MARCH, json!([row(SUPPORT, Y, &[(GIRLS, 9, 0)])])).await;
    let quality = records(&app, &imo, "quality", "").await;
    let line = |record: &Value| {
        let names = [
            "period",
            "partners_expected",
            "partners_reporting",
            "partners_reporting_share",
            "rows",
            "duplicate_rows",
            "duplicate_rate",
        ];
        let places = ["places_served", "places_overlapping", "overlap"];
        names.into_iter().chain(places).map(|name| record[name].to_string()).collect::<Vec<_>>().join(" ")
    };
    let told: Vec<String> = quality.iter().map(line).collect();
    assert_eq!(told, ["1 2 2 1 4 1 0.25 2 1 0.5", "2 2 0 0 0 0 null 0 0 null", "3 2 1 0.5 1 0 0 1 0 0"]);
    let completeness = text(&app, &imo, "/plans/HXEA/tables/completeness.csv").await;
    assert_eq!(
        completeness.lines().skip(2).collect::<Vec<_>>(),
        ["Partner P,,NNGO,3,1,1,0.333333,0.333333", "Partner Q,,NNGO,3,2,1,0.666667,0.333333"]
    );
    let by_area = text(&app, &imo, "/plans/HXEA/tables/completeness-by-area.csv").await;
    assert_eq!(
        by_area.lines().skip(2).collect::<Vec<_>>(),
        ["XE01,North,,,,,6,3,2,0.5,0.333333,2,2", "XE02,South,,,,,6,3,2,0.5,0.333333,2,1"]
    );
    let overlaps = text(&app, &imo, "/plans/HXEA/tables/overlaps.csv?level=2").await;
    assert_eq!(
        overlaps.lines().skip(2).collect::<Vec<_>>(),
        ["XE01,North,XE0101,Upper,,,SCH-X,,CA1,,,2,Partner P; Partner Q,2026-01-01,2026-01-31"]
    );
}

#[actix_web::test]
async fn every_format_holds_the_same_and_the_graph_holds_it_page_by_page() {
    let (app, imo) = start().await;
    areas_with_names(&app);
    let rows = json!([row(MATERIALS, X, &[(GIRLS, 10, 0)]), row(SUPPORT, Z, &[(EVERYONE, 3, 0)])]);
    accepted(&app, &imo, P, JANUARY, rows).await;
    let bearer = format!("Bearer {imo}");
    let headers = [("authorization", bearer.as_str())];
    let (status, head, csv) = app.get("/plans/HXEA/tables/presence.csv", &headers).await;
    assert_eq!((status, head["content-type"].to_str().expect("text")), (200, "text/csv; charset=utf-8"));
    assert_eq!(head["x-total-count"], "2");
    let tag = head["etag"].to_str().expect("text").to_owned();
    let known = [("authorization", bearer.as_str()), ("if-none-match", tag.as_str())];
    assert_eq!(app.get("/plans/HXEA/tables/presence.csv", &known).await.0, 304);
    let by_id = app.get(&format!("/plans/{}/tables/presence.csv", plan()), &headers).await.2;
    assert_eq!(by_id, csv);
    let json: Value = serde_json::from_str(&text(&app, &imo, "/plans/HXEA/tables/presence.json").await).expect("JSON");
    assert_eq!(json.as_array().expect("a list").len(), 4, "headings, tags, two records");
    assert_eq!(
        (&json[0][0], &json[1][0], &json[2][0]),
        (&json!("org_name"), &json!("#org+impl+name"), &json!("Partner P"))
    );
    let objects = text(&app, &imo, "/plans/HXEA/tables/presence.json?shape=objects").await;
    let objects: Value = serde_json::from_str(&objects).expect("JSON");
    assert_eq!((&objects[0]["#activity+code"], &objects[0]["#meta+places"]), (&json!("CA1"), &json!(1)));
    let places: Value =
        serde_json::from_str(&text(&app, &imo, "/plans/HXEA/tables/presence.geojson").await).expect("JSON");
    let triangle = json!({ "type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1.5], [0, 0]]] });
    assert_eq!(places["features"][0]["geometry"], triangle);
    assert_eq!(places["features"][1]["geometry"], Value::Null, "no outline of the second is known");
    assert_eq!(places["features"][1]["properties"]["admin1_code"], "XE02");
    let query = "query($plan: ID!, $after: String) { planTable(planId: $plan, table: PRESENCE) { columns { name tag holds }
        rows(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { cells area { pcode } } } } } }";
    let first = app.ok(&imo, query, json!({ "plan": plan() })).await["planTable"].take();
    assert_eq!(first["columns"][0], json!({ "name": "org_name", "tag": "#org+impl+name", "holds": "TEXT" }));
    assert_eq!(first["rows"]["totalCount"], 2);
    let mut pages = vec![first["rows"]["edges"][0]["node"].clone()];
    let after = &first["rows"]["pageInfo"]["endCursor"];
    let second = app.ok(&imo, query, json!({ "plan": plan(), "after": after })).await["planTable"].take();
    assert_eq!(second["rows"]["pageInfo"]["hasNextPage"], false);
    pages.push(second["rows"]["edges"][0]["node"].clone());
    let cells = |node: &Value| {
        let cells = node["cells"].as_array().expect("a list").iter();
        cells.map(|cell| cell.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(pages.iter().map(cells).collect::<Vec<_>>(), csv.lines().skip(2).collect::<Vec<_>>());
    assert_eq!(pages[1]["area"]["pcode"], "XE02");
}

#[actix_web::test]
async fn what_is_asked_wrongly_is_told_by_field_and_what_may_not_be_read_is_not_there() {
    let (app, imo) = start().await;
    let ask = async |token: &str, path: &str| {
        let bearer = format!("Bearer {token}");
        let headers: Vec<(&str, &str)> =
            if token.is_empty() { vec![] } else { vec![("authorization", bearer.as_str())] };
        let (status, _, body) = app.get(path, &headers).await;
        let body: Value = serde_json::from_str(&body).unwrap_or_default();
        (status, body["errors"][0]["extensions"]["field"].as_str().unwrap_or_default().to_owned())
    };
    let told = |status: u16, field: &str| (status, field.to_owned());
    assert_eq!(ask(&imo, "/plans/HXEA/tables/nothing.csv").await, told(404, "table"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.pdf").await, told(400, "format"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/quality.geojson").await, told(400, "format"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.csv?level=9").await, told(400, "level"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.csv?level=x").await, told(400, "level"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.csv?upTo=77").await, told(400, "upTo"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.csv?from=3&upTo=1").await, told(400, "fromPeriodId"));
    assert_eq!(ask(&imo, "/plans/HXEA/tables/presence.json?shape=round").await, told(400, "shape"));
    assert_eq!(ask(&imo, "/plans/NONE/tables/presence.csv").await, told(404, "plan"));
    assert_eq!(ask("", "/plans/HXEA/tables/presence.csv").await, told(401, ""));
    let elsewhere =
        "insert into operations (id, code, names, country_iso3, default_language, time_zone, created_at, updated_at)
        values (number(2), 'OP-TWO', '{}', 'XEA', 'en', 'UTC', '2020-01-01', '2020-01-01')";
    app.sql(elsewhere);
    let operation = darasa::kit::scope::OperationId::from_uuid(uuid::Uuid::from_u128(2)).global().to_string();
    let stranger = app.someone("far@example.org", Role::Coordinator, json!({ "operationId": operation })).await;
    assert_eq!(ask(&stranger, "/plans/HXEA/tables/presence.csv").await, told(404, "plan"));
    assert_eq!(ask(&stranger, &format!("/plans/{}/rows.csv", plan())).await, told(404, "plan"));
    let _ = FEBRUARY;
}
