//! A report on its way: written, submitted, returned, accepted, reopened - by those who may.

use darasa::{
    app::graphql,
    kit::{auth::Role, db::count_queries, graphql::Context, scope::ClusterId},
};
use juniper::{DefaultScalarValue, ToInputValue};
use serde_json::{Value, json};
use uuid::Uuid;

use super::world::{
    EVERYONE, FEBRUARY, FEEDING, GIRLS, JANUARY, MARCH, MATERIALS, P, Q, STRANGER, SUPPORT, WOMEN, X, Y, accepted,
    activity, area, category, cluster, decide, decision, indicator, meant, partner, period, plan, report, row, save,
    scope, site, start, submit, with_note,
};

fn keys(outcome: &Value) -> Vec<String> {
    let line = |issue: &Value| {
        let text = |name: &str| issue[name].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", issue["row"], text("column"), text("key"))
    };
    outcome["issues"].as_array().expect("something is wrong").iter().map(line).collect()
}

#[actix_web::test]
async fn a_partner_writes_and_submits_and_the_cluster_returns_accepts_and_reopens() {
    let (app, imo) = start().await;
    let editor = partner(&app, "editor@example.org", Role::PartnerEditor, P).await;
    let focal_point = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);
    let mut draft = report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 10, 2)])]));
    draft["id"] = json!(id);
    let saved = save(&app, &editor, draft).await;
    assert_eq!((&saved["__typename"], &saved["report"]["uuid"]), (&json!("ReportSaved"), &json!(id)));
    let input = json!({ "input": meant(&saved) });
    let mutation = "mutation($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }";
    assert_eq!(app.refused(&editor, mutation, input).await.code, "FORBIDDEN", "an editor drafts");
    let submitted = submit(&app, &focal_point, &saved).await;
    assert_eq!(submitted["report"]["status"], "SUBMITTED");
    let locked = save(&app, &focal_point, report(P, JANUARY, 2, json!([]))).await;
    assert_eq!(locked["__typename"], "ReportLocked", "nobody edits a submitted report");
    let refused = app.refused(&focal_point, &decision("acceptReport"), json!({ "input": meant(&submitted) })).await;
    assert_eq!(refused.code, "FORBIDDEN");
    let no_note =
        app.refused(&imo, &decision("returnReport"), json!({ "input": with_note(&submitted, Some(" ")) })).await;
    assert_eq!(no_note.field.as_deref(), Some("note"));
    let returned = decide(&app, &imo, "returnReport", &submitted, Some("Boys are missing")).await;
    assert_eq!((&returned["status"], &returned["note"]), (&json!("RETURNED"), &json!("Boys are missing")));
    let again = save(&app, &editor, report(P, JANUARY, 3, json!([row(FEEDING, X, &[(GIRLS, 11, 2)])]))).await;
    let submitted = submit(&app, &focal_point, &again).await;
    let accepted = decide(&app, &imo, "acceptReport", &submitted, None).await;
    assert_eq!((&accepted["status"], &accepted["changedSinceAccepted"]), (&json!("ACCEPTED"), &json!(false)));
    let twice = app.refused(&imo, &decision("acceptReport"), json!({ "input": meant(&accepted) })).await;
    assert_eq!((twice.code.as_str(), twice.field.as_deref()), ("CONFLICT", Some("reportId")));
    let reopened = decide(&app, &imo, "reopenReport", &accepted, Some("a school was left out")).await;
    assert_eq!((&reopened["status"], &reopened["changedSinceAccepted"]), (&json!("RETURNED"), &json!(true)));
    let actions = app.sql("select action from audit_events where entity = 'Report' order by action");
    assert_eq!(actions, ["accept", "create", "reopen", "return", "save", "submit", "submit"]);
}

#[actix_web::test]
async fn another_partners_report_looks_like_none() {
    let (app, imo) = start().await;
    let saved = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])]))).await;
    let other = partner(&app, "q@example.org", Role::PartnerFocalPoint, Q).await;
    let read = "query($id: ID!, $plan: ID!) { report(id: $id) { id } reports(planId: $plan, first: 10) { totalCount edges { node { id } } } }";
    let variables = json!({ "id": saved["report"]["id"], "plan": plan() });
    let seen = app.ok(&other, read, variables.clone()).await;
    assert_eq!(seen, json!({ "report": null, "reports": { "totalCount": 0, "edges": [] } }));
    let seen = app.ok(&imo, read, variables).await;
    assert_eq!(seen["reports"]["totalCount"], 1);
    let mutation = "mutation($input: SaveReportInput!) { saveReport(input: $input) { __typename } }";
    let refused = app.refused(&other, mutation, json!({ "input": report(P, JANUARY, 1, json!([])) })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("NOT_FOUND", Some("organisationId")));
    let refused = app.refused(&imo, mutation, json!({ "input": report(STRANGER, JANUARY, 0, json!([])) })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("organisationId")), "no member");
}

#[actix_web::test]
async fn a_change_of_an_older_version_answers_with_the_stored_report_and_the_same_request_with_its_answer() {
    let (app, imo) = start().await;
    let rows = json!([row(FEEDING, X, &[(GIRLS, 10, 0)])]);
    let mut first = report(P, JANUARY, 0, rows.clone());
    first["clientMutationId"] = json!(Uuid::from_u128(1));
    let saved = save(&app, &imo, first.clone()).await;
    assert_eq!(save(&app, &imo, first).await, saved, "sent twice, done once");
    let changed = save(&app, &imo, report(P, JANUARY, 1, json!([row(FEEDING, X, &[(GIRLS, 12, 0)])]))).await;
    assert_eq!(changed["report"]["version"], 2);
    let conflict = save(&app, &imo, report(P, JANUARY, 1, rows.clone())).await;
    assert_eq!((&conflict["__typename"], &conflict["serverVersion"]), (&json!("ReportConflict"), &json!(2)));
    assert!(conflict["changedById"].is_string());
    let begun_twice = save(&app, &imo, report(P, JANUARY, 0, rows)).await;
    assert_eq!(begun_twice["__typename"], "ReportConflict");
    assert_eq!(app.sql("select new_people from report_cells"), ["12"]);
}

#[actix_web::test]
async fn all_that_is_wrong_is_told_at_once_by_row_and_input_and_nothing_is_written() {
    let (app, imo) = start().await;
    let mut nil = row(FEEDING, X, &[(GIRLS, 1, 0)]);
    nil["nil"] = json!(true);
    let mut elsewhere = row(FEEDING, Y, &[(GIRLS, 1, 0)]);
    elsewhere["indicatorId"] = json!(indicator(MATERIALS + 100));
    elsewhere["areaId"] = json!(area(121));
    let mut planned = row(SUPPORT, X, &[(GIRLS, 1, 0), (WOMEN, 1, 0)]);
    planned["status"] = json!("PLANNED");
    planned["amount"] = json!("-1.005");
    planned["populationGroup"] = json!("martians");
    let mut nowhere = row(SUPPORT, X, &[]);
    nowhere["siteId"] = Value::Null;
    nowhere["activityId"] = json!(site(X));
    nowhere["cells"] = json!([{ "categoryId": activity(FEEDING), "newPeople": 1 }]);
    let split = row(MATERIALS, X, &[(GIRLS, 1, 0), (WOMEN, 1, 0)]);
    let mut value = row(MATERIALS, Y, &[]);
    value["cells"] = json!([{ "categoryId": category(EVERYONE), "value": "3", "denominator": "4" }]);
    value["amount"] = json!("1.005");
    let rows = json!([nil, elsewhere, planned, nowhere, split, value, row(FEEDING, X, &[(GIRLS, 1, 0)])]);
    let outcome = save(&app, &imo, report(P, JANUARY, 0, rows)).await;
    let expected = [
        "1 nil report-nil-with-figures",
        "2 siteId report-site-elsewhere",
        "2 indicatorId report-indicator-elsewhere",
        "3 populationGroup report-group",
        "3 status report-planned-with-figures",
        "3 currency report-currency-missing",
        "3 amount report-number-range",
        "3 amount report-amount",
        "3 cells[1] report-split-twice",
        "4 activityId report-activity",
        "4 areaId report-place-missing",
        "4 cells[0] report-category",
        "5 cells[1] report-split-twice",
        "6 currency report-currency-missing",
        "6 amount report-amount",
        "6 cells[0].value report-no-ratio",
        "7 activityId report-row-twice",
    ];
    assert_eq!(keys(&outcome), expected);
    let last = outcome["issues"].as_array().and_then(|issues| issues.last()).expect("an issue");
    assert!(
        last["reason"].as_str().expect("a reason").starts_with("row 7 tells of the same activity, indicator, place")
    );
    assert!(last["reason"].as_str().expect("a reason").ends_with("as row 1"), "both rows are named: {last}");
    assert_eq!(app.sql("select count(*) from reports"), ["0"]);
}

#[actix_web::test]
async fn what_is_not_said_stays_null_and_zero_stays_zero() {
    let (app, imo) = start().await;
    let mut first = row(FEEDING, X, &[]);
    first["cells"] = json!([{ "categoryId": category(GIRLS), "newPeople": 0 }, { "categoryId": category(EVERYONE) }]);
    let mut second = row(FEEDING, Y, &[]);
    second["nil"] = json!(true);
    let saved = save(&app, &imo, report(P, JANUARY, 0, json!([first, second]))).await;
    let query = "query($id: ID!) { report(id: $id) { nil rows(first: 10) { totalCount edges { node {
        nil units site { code } cells { newPeople repeatPeople value category { key } } } } } } }";
    let read = app.ok(&imo, query, json!({ "id": saved["report"]["id"] })).await["report"].take();
    let cell =
        json!({ "newPeople": 0, "repeatPeople": null, "value": null, "category": { "key": "age_band=6-11;sex=f" } });
    let rows = json!({ "totalCount": 2, "edges": [
        { "node": { "nil": false, "units": null, "site": { "code": "SCH-X" }, "cells": [cell] } },
        { "node": { "nil": true, "units": null, "site": { "code": "SCH-Y" }, "cells": [] } },
    ] });
    assert_eq!(read, json!({ "nil": false, "rows": rows }));
}

#[actix_web::test]
async fn a_report_is_submitted_when_every_row_and_all_ongoing_work_is_told_of() {
    let (app, imo) = start().await;
    let mut ongoing = row(FEEDING, X, &[(GIRLS, 10, 0)]);
    ongoing["status"] = json!("ONGOING");
    accepted(&app, &imo, P, JANUARY, json!([ongoing, row(MATERIALS, X, &[(GIRLS, 5, 0)])])).await;
    let empty = save(&app, &imo, report(P, FEBRUARY, 0, json!([]))).await;
    assert_eq!(keys(&submit(&app, &imo, &empty).await), ["null  report-empty", "null  report-place-missing"]);
    let silent = save(&app, &imo, report(P, FEBRUARY, 1, json!([row(SUPPORT, X, &[])]))).await;
    let outcome = submit(&app, &imo, &silent).await;
    assert_eq!(keys(&outcome), ["1  report-row-empty", "null  report-place-missing"]);
    assert_eq!(outcome["issues"][1]["reason"], "CA3 in SCH-X was ongoing in your last report and is not told of");
    let mut nil = row(FEEDING, X, &[]);
    nil["nil"] = json!(true);
    let told = save(&app, &imo, report(P, FEBRUARY, 2, json!([nil]))).await;
    assert_eq!(submit(&app, &imo, &told).await["report"]["status"], "SUBMITTED");
    let mut nothing = report(Q, FEBRUARY, 0, json!([]));
    nothing["nil"] = json!(true);
    let nothing = save(&app, &imo, nothing).await;
    assert_eq!(submit(&app, &imo, &nothing).await["report"]["status"], "SUBMITTED", "a nil report is a report");
}

#[actix_web::test]
async fn after_a_period_was_closed_only_those_who_decide_may_still_send() {
    let (app, imo) = start().await;
    let coordinator = app.someone("lead@example.org", Role::Coordinator, scope()).await;
    let focal_point = partner(&app, "p@example.org", Role::PartnerFocalPoint, P).await;
    let saved = save(&app, &focal_point, report(P, MARCH, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]))).await;
    let close = "mutation($input: ReportingPeriodInput!) { closeReportingPeriod(input: $input) { state } }";
    let input = json!({ "input": { "periodId": period(MARCH) } });
    assert_eq!(app.refused(&focal_point, close, input.clone()).await.code, "FORBIDDEN");
    assert_eq!(app.ok(&coordinator, close, input.clone()).await["closeReportingPeriod"][0]["state"], "CLOSED");
    assert_eq!(app.refused(&coordinator, close, input.clone()).await.code, "CONFLICT");
    assert_eq!(submit(&app, &focal_point, &saved).await["__typename"], "ReportLocked");
    let begun = partner(&app, "q@example.org", Role::PartnerFocalPoint, Q).await;
    let begun = save(&app, &begun, report(Q, MARCH, 0, json!([]))).await;
    assert_eq!((&begun["__typename"], &begun["current"]), (&json!("ReportLocked"), &Value::Null));
    assert_eq!(submit(&app, &imo, &saved).await["report"]["status"], "SUBMITTED", "late, by the officer");
    let open = "mutation($input: ReportingPeriodInput!) { openReportingPeriod(input: $input) { state } }";
    assert_eq!(app.ok(&coordinator, open, input).await["openReportingPeriod"][0]["state"], "OPEN");
}

#[actix_web::test]
async fn periods_are_made_of_months_with_the_deadline_of_the_operations_time_zone() {
    let (app, imo) = start().await;
    let coordinator = app.someone("lead@example.org", Role::Coordinator, scope()).await;
    let create = "mutation($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) {
        number startsOn endsOn opensAt dueAt state } }";
    let monthly = json!({ "planId": plan(), "monthly": { "firstMonth": "2098-05-17", "months": 2, "dueDays": 10 } });
    assert_eq!(app.refused(&imo, create, json!({ "input": monthly })).await.code, "FORBIDDEN");
    let made = app.ok(&coordinator, create, json!({ "input": monthly })).await["createReportingPeriods"].take();
    let expected = json!([
        { "number": 4, "startsOn": "2098-05-01", "endsOn": "2098-06-01", "opensAt": "2098-04-30T19:30:00Z", "dueAt": "2098-06-10T19:30:00Z", "state": "PENDING" },
        { "number": 5, "startsOn": "2098-06-01", "endsOn": "2098-07-01", "opensAt": "2098-05-31T19:30:00Z", "dueAt": "2098-07-10T19:30:00Z", "state": "PENDING" },
    ]);
    assert_eq!(made, expected);
    let again = app.refused(&coordinator, create, json!({ "input": monthly })).await;
    assert_eq!((again.code.as_str(), again.field.as_deref()), ("INVALID", Some("periods[0].startsOn")));
    let query = "query($plan: ID!) { reportingPeriods(planId: $plan, first: 4) { edges { node { id number state } } pageInfo { hasNextPage } } }";
    let listed = app.ok(&imo, query, json!({ "plan": plan() })).await["reportingPeriods"].take();
    assert_eq!(listed["pageInfo"]["hasNextPage"], true);
    let pending = listed["edges"][3]["node"]["id"].clone();
    let mut early = report(P, MARCH, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]));
    early["periodId"] = pending;
    let saved = save(&app, &imo, early).await;
    let mutation = "mutation($input: SubmitReportInput!) { submitReport(input: $input) { __typename } }";
    let refused = app.refused(&imo, mutation, json!({ "input": meant(&saved) })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("reportId")));
}

#[actix_web::test]
async fn an_area_beside_a_school_in_it_is_shown_to_the_reviewer() {
    let (app, imo) = start().await;
    accepted(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    let mut coarse = row(SUPPORT, X, &[(GIRLS, 30, 0)]);
    coarse["siteId"] = Value::Null;
    coarse["areaId"] = json!(area(101));
    let saved = save(&app, &imo, report(Q, JANUARY, 0, json!([coarse]))).await;
    let query = "query($id: ID!) { report(id: $id) { warnings { key severity reason } } }";
    let read = app.ok(&imo, query, json!({ "id": saved["report"]["id"] })).await;
    let warning = json!({
        "key": "report-place-overlap", "severity": "WARNING",
        "reason": "people of XE01 as a whole and of SCH-X inside it would both count",
    });
    assert_eq!(read["report"]["warnings"], json!([warning]));
}

#[actix_web::test]
async fn a_list_of_reports_with_rows_and_warnings_takes_as_many_queries_as_one_report() {
    let (app, imo) = start().await;
    let query = "query($id: ID!) { reports(planId: $id, first: 10) { edges { node {
        warnings { key } rows(first: 2) { totalCount pageInfo { hasNextPage } edges { node { activity { refCode } cells { newPeople } } } }
    } } } }";
    let (mut counts, mut last) = (Vec::new(), Value::Null);
    for (by, of) in [(P, JANUARY), (Q, JANUARY), (P, FEBRUARY)] {
        let mut whole = row(SUPPORT, X, &[(GIRLS, 9, 0)]);
        (whole["siteId"], whole["areaId"]) = (Value::Null, json!(area(111)));
        let rows = json!([row(FEEDING, X, &[(GIRLS, 1, 0)]), row(MATERIALS, Y, &[(GIRLS, 2, 0)]), whole]);
        assert_eq!(save(&app, &imo, report(by, of, 0, rows)).await["__typename"], "ReportSaved");
        let context = Context::new(app.program(), None);
        let variables = [("id".to_owned(), ToInputValue::<DefaultScalarValue>::to_input_value(&plan()))].into();
        let schema = graphql::schema();
        let (answer, count) = count_queries(juniper::execute(query, None, &schema, &variables, &context)).await;
        let (answer, errors) = answer.expect("a valid document");
        assert_eq!(errors, vec![]);
        last = serde_json::to_value(answer).expect("JSON");
        counts.push(count);
    }
    assert_eq!(counts[0], counts[2], "{counts:?}");
    for edge in last["reports"]["edges"].as_array().expect("a list") {
        let (rows, warnings) = (&edge["node"]["rows"], edge["node"]["warnings"].as_array().expect("a list"));
        assert_eq!((&rows["totalCount"], &rows["pageInfo"]["hasNextPage"]), (&json!(3), &json!(true)), "{edge}");
        let codes: Vec<_> =
            rows["edges"].as_array().expect("a list").iter().map(|row| &row["node"]["activity"]["refCode"]).collect();
        assert_eq!(codes, ["CA3", "CA1"], "in the order of the report");
        assert_eq!(warnings.len(), 2, "the area beside each of the schools in it, and no draft of others: {edge}");
    }
}

#[actix_web::test]
async fn a_plan_keeps_the_days_of_its_periods_and_the_clusters_that_were_reported_to() {
    let (app, imo) = start().await;
    let coordinator = app
        .someone("coordinator@example.org", Role::Coordinator, json!({ "operationId": scope()["operationId"] }))
        .await;
    app.sql(
        "insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at)
        values (number(11), number(1), 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01')",
    );
    let other = ClusterId::from_uuid(Uuid::from_u128(11)).global();
    let update = "mutation($input: UpdatePlanInput!) { updatePlan(input: $input) { version } }";
    let input = |starts: &str, ends: &str, clusters: Value| {
        json!({ "input": {
            "planId": plan(), "baseVersion": 1, "kind": "HRP", "name": "Plan", "language": "en", "startsOn": starts, "endsOn": ends,
            "currency": "USD", "clusterIds": clusters, "closed": false,
        } })
    };
    save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]))).await;
    for (starts, ends, clusters, field) in [
        ("2026-01-02", "2100-01-01", json!([cluster()]), "startsOn"),
        ("2020-01-01", "2026-03-31", json!([cluster()]), "endsOn"),
        ("2020-01-01", "2100-01-01", json!([other]), "clusterIds"),
    ] {
        let refused = app.refused(&coordinator, update, input(starts, ends, clusters)).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some(field)), "{}", refused.message);
    }
    let done = app.ok(&coordinator, update, input("2026-01-01", "2026-04-01", json!([cluster(), other]))).await;
    assert_eq!(done["updatePlan"]["version"], 2, "the days of the periods are enough, and a cluster may come");
}

#[actix_web::test]
async fn the_database_itself_keeps_together_what_belongs_together() {
    let (app, imo) = start().await;
    save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 1, 0)])]))).await;
    app.sql(
        "insert into operations (id, code, names, default_language, time_zone, created_at, updated_at)
        values (number(2), 'OP-TWO', '{}', 'en', 'UTC', '2020-01-01', '2020-01-01')",
    );
    app.sql("insert into response_plans (id, operation_id, code, kind, names, starts_on, ends_on, currency, status, created_at, updated_at)
        values (number(401), number(2), 'HXEB', 'HRP', '{}', '2020-01-01', '2100-01-01', 'USD', 'DRAFT', '2020-01-01', '2020-01-01')");
    for (statement, violation) in [
        (
            "insert into grants (id, user_id, role, operation_id, cluster_id, created_at) select number(1), id, 'IMO', number(2), number(10), now() from users limit 1",
            "foreign_key_violation",
        ),
        ("update reports set plan_id = number(401)", "foreign_key_violation"),
        ("update reports set operation_id = number(2)", "foreign_key_violation"),
        ("update activities set plan_id = number(401) where id = number(501)", "foreign_key_violation"),
        ("update memberships set operation_id = number(2)", "foreign_key_violation"),
        (
            "insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from) values (number(1), number(1), number(10), number(301), 'PARTNER', '2021-01-01')",
            "unique_violation",
        ),
    ] {
        app.sql(&format!(
            "do $$ begin {statement}; raise exception 'it was taken'; exception when {violation} then null; end $$"
        ));
    }
}
