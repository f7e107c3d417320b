//! What is owed, and what plans want, is told in one way by figures and tables.

use serde_json::{Value, json};

use super::world::{records, start, text};
use crate::{
    monitoring::world::{
        FEBRUARY, FEEDING, GIRLS, JANUARY, P, STRANGER, X, Z, accepted, period, plan, publish, report, row, save,
    },
    support::TestApp,
};

const FIGURES: &str = "query($plan: ID!) { planFigures(planId: $plan) { target { value }
    completeness { numerator denominator } timeliness { numerator denominator } partnersReporting { numerator denominator }
    areas(level: 1, first: 10) { edges { node { area { pcode } completeness { numerator denominator } partnersReporting { numerator denominator } } } } } }";

async fn figures(app: &TestApp, token: &str) -> Value {
    app.ok(token, FIGURES, json!({ "plan": plan() })).await["planFigures"].take()
}

fn share(share: &Value) -> String {
    format!("{}/{}", share["numerator"], share["denominator"]).replace('"', "")
}

/// The records of completeness by organisation, and of those by area.
async fn tables(app: &TestApp, token: &str) -> [Vec<String>; 2] {
    let lines = async |table: &str| -> Vec<String> {
        let file = text(app, token, &format!("/plans/HXEA/tables/{table}.csv")).await;
        file.lines().skip(2).map(str::to_owned).collect()
    };
    [lines("completeness").await, lines("completeness-by-area").await]
}

#[actix_web::test]
async fn a_report_that_nobody_owed_counts_for_people_and_in_no_share() {
    let (app, imo) = start().await;
    app.sql("delete from memberships where organisation_id = number(302)");
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    accepted(&app, &imo, P, FEBRUARY, json!([row(FEEDING, Z, &[(GIRLS, 20, 0)])])).await;
    app.sql("update memberships set valid_to = '2026-02-01' where organisation_id = number(301)");
    let told = figures(&app, &imo).await;
    let shares = ["completeness", "timeliness", "partnersReporting"].map(|name| share(&told[name]));
    assert_eq!(shares, ["1/1", "1/1", "1/1"]);
    let areas = told["areas"]["edges"].as_array().expect("a list").iter();
    let areas: Vec<String> = areas.map(|edge| share(&edge["node"]["completeness"])).collect();
    assert_eq!(areas, ["1/1", "1/1"]);
    let of_february = &told["areas"]["edges"][1]["node"]["partnersReporting"];
    assert_eq!(share(of_february), "0/1", "in the south it told of February alone, which it did not owe");
    let [by_organisation, by_area] = tables(&app, &imo).await;
    assert_eq!(by_organisation, ["Partner P,,NNGO,1,1,1,1,1"]);
    assert_eq!(by_area, ["XE01,,,,,,1,1,1,1,1,1,1", "XE02,,,,,,1,1,1,1,1,1,0"]);
    let quality = records(&app, &imo, "quality", "").await;
    let partners =
        quality.iter().map(|month| (month["partners_expected"].clone(), month["partners_reporting"].clone()));
    assert_eq!(partners.collect::<Vec<_>>(), [(json!(1), json!(1)), (json!(0), json!(0)), (json!(0), json!(0))]);
}

/// A project in February that the stranger leads and a helper implements, and an observer of the cluster.
const PROJECT: &str = "
    insert into organisations (id, name, name_keys, kind, created_at, updated_at) values
        (number(304), 'Helper', array['helper'], 'NNGO', '2020-01-01', '2020-01-01'),
        (number(305), 'Observer', array['observer'], 'NNGO', '2020-01-01', '2020-01-01');
    insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from)
        values (number(355), number(1), number(10), number(305), 'OBSERVER', '2020-01-01');
    insert into projects (id, operation_id, plan_id, cluster_id, organisation_id, code, names, starts_on, ends_on, currency, status, round, version, created_at, updated_at)
        values (number(960), number(1), number(400), number(10), number(303), 'HXEA-P1', '{}', '2026-02-10', '2026-03-01', 'USD', 'SUBMITTED', 1, 1, now(), now());
    insert into project_organisations (project_id, organisation_id) values (number(960), number(304)), (number(960), number(302));";

#[actix_web::test]
async fn whoever_carries_an_approved_project_owes_reports_for_as_long_as_it_lasts() {
    let (app, imo) = start().await;
    publish(&app).await;
    app.sql(PROJECT);
    assert_eq!(share(&figures(&app, &imo).await["completeness"]), "0/6", "two members, three months");
    let early = report(STRANGER, FEBRUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])]));
    let write = "mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename } }";
    let refused = app.refused(&imo, write, json!({ "input": early.clone() })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("organisationId")));
    for status in ["APPROVED", "ACTIVE"] {
        app.sql(&format!("update projects set status = '{status}' where id = number(960)"));
        let told = figures(&app, &imo).await;
        assert_eq!(share(&told["completeness"]), "0/8", "{status}: the lead and the helper for February");
        assert_eq!(share(&told["partnersReporting"]), "0/4");
    }
    let due =
        "query($period: ID!) { dueReports(periodId: $period, first: 10) { edges { node { organisation { name } } } } }";
    let names = async |month: u128| -> Vec<String> {
        let due = app.ok(&imo, due, json!({ "period": period(month) })).await["dueReports"].take();
        let edges = due["edges"].as_array().expect("a list").iter();
        edges.map(|edge| edge["node"]["organisation"]["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(FEBRUARY).await, ["Partner P", "Partner Q", "Stranger", "Helper"]);
    assert_eq!(names(JANUARY).await, ["Partner P", "Partner Q"]);
    assert_eq!(save(&app, &imo, early).await["__typename"], "ReportSaved", "who owes a report may write it");
    let january = report(STRANGER, JANUARY, 0, json!([]));
    assert_eq!(app.refused(&imo, write, json!({ "input": january })).await.code, "INVALID");
    let [by_organisation, _] = tables(&app, &imo).await;
    assert_eq!(
        by_organisation,
        [
            "Helper,,NNGO,1,0,0,0,0",
            "Partner P,,NNGO,3,0,0,0,0",
            "Partner Q,,NNGO,3,0,0,0,0",
            "Stranger,,NNGO,1,0,0,0,0",
        ]
    );
}

#[actix_web::test]
async fn half_of_the_last_digit_is_rounded_up_in_every_table() {
    let (app, imo) = start().await;
    app.sql(
        "delete from memberships where organisation_id = number(302);
         insert into reporting_periods (id, plan_id, number, starts_on, ends_on, opens_at, due_at)
            select number(2000 + n), number(400), n, date '2026-04-01' + n, date '2026-04-02' + n, '2020-01-01', '2099-01-01'
            from generate_series(4, 128) n",
    );
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    // 1 of 128 is 0.0078125.
    let [by_organisation, by_area] = tables(&app, &imo).await;
    assert_eq!(by_organisation, ["Partner P,,NNGO,128,1,1,0.007813,0.007813"]);
    assert_eq!(by_area, ["XE01,,,,,,128,1,1,0.007813,0.007813,1,1", "XE02,,,,,,128,1,1,0.007813,0.007813,1,0"]);
}

#[actix_web::test]
async fn areas_of_every_level_add_up_to_what_the_plan_wants_those_of_the_past_among_them() {
    let (app, imo) = start().await;
    app.sql(
        "insert into targets (indicator_id, area_id, category_id, target) values (number(601), number(111), number(701), 300),
            (number(601), number(112), number(701), 100), (number(601), number(121), number(701), 200)",
    );
    publish(&app).await;
    app.sql("update admin_areas set valid_to = '2026-02-01' where id = number(112)");
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    assert_eq!(figures(&app, &imo).await["target"]["value"], 600);
    for (level, expected) in
        [(1, vec![("XE01", 400), ("XE02", 200)]), (2, vec![("XE0101", 300), ("XE0102", 100), ("XE0201", 200)])]
    {
        let gaps = records(&app, &imo, "gaps", &format!("level={level}")).await;
        let code = format!("admin{level}_code");
        let told: Vec<(&str, i64)> = gaps
            .iter()
            .map(|gap| (gap[&code].as_str().expect("a code"), gap["targeted"].as_i64().expect("a target")))
            .collect();
        assert_eq!(told, expected, "level {level}");
        assert_eq!(told.iter().map(|(_, people)| people).sum::<i64>(), 600);
    }
}
