//! Needs tables: real ones come in as they are, odd ones with warnings, wild ones not at all.

use darasa::{
    kit::auth::Role,
    needs::{self, Metric, NeedsRoundId},
};
use serde_json::{Value, json};

use super::{
    clusters::{operation, places},
    support::{TestApp, cases},
};

const IMPORT: &str = "mutation($input: ImportNeedsInput!) { importNeeds(input: $input) { outcome figures moreIssues \
                      round { id number status version } issues { row column severity key reason mend } } }";
const STEP: [&str; 2] = [
    "mutation($input: NeedsRoundStepInput!) { validateNeedsRound(input: $input) { status version } }",
    "mutation($input: NeedsRoundStepInput!) { publishNeedsRound(input: $input) { status version } }",
];
const HEAD: &str =
    "Admin 1 PCode,Admin 2 PCode,Description,Cluster,Category,Population,In Need,Targeted,Affected,Reached\n";

/// An operation in a country whose places are known, and who may read tables in there.
async fn world(app: &TestApp) -> (String, String) {
    let admin = app.administrator().await;
    places(app, &admin).await;
    let operation = operation(app, &admin, "AFG-2024", Some("AFG")).await;
    let imo = app.someone("imo@example.org", Role::Imo, json!({ "operationId": operation })).await;
    (imo, operation)
}

fn input(operation: &str, file: &str) -> Value {
    json!({ "input": {
        "operationId": operation, "fileId": file, "method": "JIAF", "methodVersion": "2.0", "source": "HPC 2024",
        "referenceFrom": "2024-01-01", "referenceTo": "2025-01-01",
    } })
}

async fn import(app: &TestApp, token: &str, operation: &str, table: impl Into<Vec<u8>>) -> Value {
    let file = app.upload(token, "needs.csv", table).await.expect("kept");
    app.ok(token, IMPORT, input(operation, &file)).await["importNeeds"].clone()
}

fn keys(import: &Value) -> Vec<&str> {
    import["issues"].as_array().expect("issues").iter().map(|issue| issue["key"].as_str().expect("a key")).collect()
}

/// The figure of a place and category in a round: as the database has it.
fn figure(app: &TestApp, pcode: &str, category: &str, metric: &str) -> Vec<String> {
    app.sql(&format!(
        "select value from need_figures join admin_areas a on a.id = area_id join categories c on c.id = category_id \
         where a.pcode = '{pcode}' and c.key = '{category}' and metric = '{metric}'"
    ))
}

#[actix_web::test]
async fn a_round_says_from_which_share_of_its_people_on_an_area_is_in_a_phase() {
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let file = app.upload(&imo, "needs.csv", format!("{HEAD},,Education,EDU,,,100,40,,\n")).await.expect("kept");
    let with = |threshold: Value, inclusive: Value| {
        let mut wanted = input(&operation, &file);
        wanted["input"]["severityThreshold"] = threshold;
        wanted["input"]["severityInclusive"] = inclusive;
        wanted
    };
    for wrong in ["0", "1.01", "-0.2"] {
        let refused = app.refused(&imo, IMPORT, with(json!(wrong), Value::Null)).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("severityThreshold")));
    }
    let read = "query($id: ID!) { needsRound(id: $id) { severityThreshold severityInclusive } }";
    for (threshold, inclusive, said) in [
        (Value::Null, Value::Null, json!({ "severityThreshold": null, "severityInclusive": null })),
        (json!("0.20"), json!(false), json!({ "severityThreshold": "0.2", "severityInclusive": false })),
    ] {
        let made = app.ok(&imo, IMPORT, with(threshold, inclusive)).await["importNeeds"].clone();
        assert_eq!(made["outcome"], "IMPORTED", "the same table by another rule is another round");
        let round = app.ok(&imo, read, json!({ "id": made["round"]["id"] })).await;
        assert_eq!(round["needsRound"], said);
    }
}

#[actix_web::test]
async fn the_published_needs_of_afghanistan_come_in_with_what_is_odd_as_warnings() {
    let Some(table) = cases("needs/afg_hpc_needs_api_2024.csv") else { return };
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let done = import(&app, &imo, &operation, table.clone()).await;
    assert_eq!(done["outcome"], "IMPORTED", "{done:#}");
    assert!(done["issues"].as_array().expect("issues").iter().all(|issue| issue["severity"] == "WARNING"));
    assert_eq!(figure(&app, "AFG", "", "IN_NEED"), ["8030371"]);
    assert_eq!(figure(&app, "AFG", "", "TARGETED"), ["1350000"]);
    assert_eq!(figure(&app, "AF01", "", "IN_NEED"), ["1173752"]);
    assert_eq!(figure(&app, "AF01", "", "TARGETED"), ["197321"]);
    assert_eq!(figure(&app, "AF01", "sex=f", "IN_NEED"), ["585583"]);
    assert_eq!(figure(&app, "AF0101", "sex=m", "TARGETED"), ["67783"]);
    assert_eq!(figure(&app, "AF01", "disability=with", "IN_NEED"), ["35213"]);
    assert_eq!(figure(&app, "AF01", "disability=with", "TARGETED"), [""; 0], "a blank is no zero");
    assert_eq!(app.sql("select kind from categories where key = 'disability=with'"), ["OF_WHICH"]);
    let reasons = |key: &str| -> Vec<String> {
        let issues = done["issues"].as_array().expect("issues");
        issues.iter().filter(|issue| issue["key"] == key).map(|issue| issue["reason"].to_string()).collect()
    };
    let rounding = reasons("needs-rounding");
    assert!(rounding[0].contains("IN_NEED of AF01: the parts by sex differ from the total by 1"), "{rounding:?}");
    assert_eq!(reasons("needs-rows-repeat").len(), 2, "`Children` beside `total`, in the province and the district");
    assert!(reasons("needs-category-unknown").iter().any(|reason| reason.contains("Total - Temporary Sites")));
    let rounds = "query($id: ID!) { needsRounds(operationId: $id, first: 5) { edges { node { number sectorCode } } } }";
    let expected = json!([{ "node": { "number": 1, "sectorCode": "EDU" } }]);
    assert_eq!(app.ok(&imo, rounds, json!({ "id": operation })).await["needsRounds"]["edges"], expected);
    let again = import(&app, &imo, &operation, table).await;
    assert_eq!((&again["outcome"], &again["round"]["id"]), (&json!("UNCHANGED"), &done["round"]["id"]));
    assert_eq!(app.sql("select count(*) from needs_rounds"), ["1"]);
}

#[actix_web::test]
async fn a_category_that_the_operation_taught_is_read_the_next_time() {
    let Some(table) = cases("needs/afg_hpc_needs_api_2024.csv") else { return };
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let create = "mutation($input: CreateDimensionInput!) { createDimension(input: $input) { id } }";
    let labels = |text: &str| json!([{ "language": "en", "text": text }]);
    let value = |code: &str, label: &str| json!({ "code": code, "labels": labels(label) });
    let values = json!([
        value("iran", "Iran (District of Return)"),
        value("pakistan", "Pakistan (District of Return)"),
        value("border", "Border / EC"),
        value("sites", "Temporary Sites"),
    ]);
    let dimension =
        json!({ "operationId": operation, "code": "caseload", "labels": labels("Caseload"), "values": values });
    app.ok(&imo, create, json!({ "input": dimension })).await;
    let done = import(&app, &imo, &operation, table).await;
    assert!(!keys(&done).contains(&"needs-category-unknown"), "{done:#}");
    assert_eq!(figure(&app, "AF01", "caseload=pakistan;sex=f", "IN_NEED"), ["9354"]);
    assert_eq!(figure(&app, "AF0101", "caseload=sites", "TARGETED"), ["205"]);
}

#[actix_web::test]
async fn a_wild_spreadsheet_is_refused_with_clear_words_and_nothing_is_written() {
    let Some(table) = cases("needs/ethiopia_drought_affected_targeted_reached_by_cluster.csv") else { return };
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let done = import(&app, &imo, &operation, table).await;
    assert_eq!((&done["outcome"], &done["round"]), (&json!("REFUSED"), &json!(null)));
    let issues = done["issues"].as_array().expect("issues");
    let reasons: Vec<&str> = issues.iter().map(|issue| issue["reason"].as_str().expect("a reason")).collect();
    for column in ["Cluster", "Category", "In Need"] {
        let missing = format!("there is no column `{column}`");
        assert!(reasons.iter().any(|reason| reason.starts_with(&missing)), "{column} is missing in {reasons:#?}");
    }
    assert!(issues.iter().all(|issue| !issue["mend"].as_str().unwrap_or_default().is_empty()));
    let written = "select (select count(*) from needs_rounds) + (select count(*) from need_figures) + (select count(*) from categories)";
    assert_eq!(app.sql(written), ["0"]);
}

#[actix_web::test]
async fn every_error_of_a_table_is_told_at_once() {
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let table = format!(
        "{HEAD},,Education,EDU,,,100,40,,\nAF99,,Education,EDU,total,,50,,,\nAF99,,Education,EDU,girls,,20,,,\n\
         ,AF01,Education,EDU,total,,30,,,\nAF02,,Education,EDU,total,,10,,,\nAF02,,Education,EDU,Children,,11,,,\n"
    );
    let done = import(&app, &imo, &operation, table).await;
    assert_eq!(done["outcome"], "REFUSED");
    assert_eq!(keys(&done), ["needs-place-unknown", "needs-place-level", "needs-rows-contradict"], "{done:#}");
    let rows: Vec<&Value> = done["issues"].as_array().expect("issues").iter().map(|issue| &issue["row"]).collect();
    assert_eq!(rows, [3, 5, 7]);
    assert_eq!(app.sql("select count(*) from needs_rounds"), ["0"]);
    let table = format!(
        "{HEAD}AF99,,Education,EDU,total,,many,,,\nAF02,,Education,EDU,total,,10,,,\nAF02,,Education,EDU,Children,,11,few,,\n"
    );
    let numbers_and_places = import(&app, &imo, &operation, table).await;
    let expected = ["sheet-no-number", "sheet-no-number", "needs-place-unknown", "needs-rows-contradict"];
    assert_eq!(
        keys(&numbers_and_places),
        expected,
        "a number that cannot be read hides no place: {numbers_and_places:#}"
    );
    let numbers = import(&app, &imo, &operation, format!("{HEAD},,Education,EDU,,,many,-4,,\n")).await;
    assert_eq!(keys(&numbers), ["sheet-no-number", "sheet-negative"]);
}

#[actix_web::test]
async fn what_should_not_be_is_said_and_taken_as_it_stands() {
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let done = import(&app, &imo, &operation, format!("{HEAD},,Education,EDU,total,100,60,80,50,400\n")).await;
    assert_eq!(done["outcome"], "IMPORTED");
    assert_eq!(keys(&done), ["needs-order", "needs-order"], "in need above affected, targeted above in need: {done:#}");
    assert_eq!(figure(&app, "AFG", "", "EXPECTED_REACH"), ["400"], "reached may exceed anything");
}

#[actix_web::test]
async fn a_round_is_published_once_and_a_correction_takes_its_place() {
    let app = TestApp::start().await;
    let (imo, operation) = world(&app).await;
    let partner = app.someone("viewer@example.org", Role::Viewer, json!({ "operationId": operation })).await;
    let first = import(&app, &imo, &operation, format!("{HEAD},,Education,EDU,,,100,40,,\n")).await;
    let round = first["round"]["id"].clone();
    let list = "query($id: ID!) { needsRounds(operationId: $id, first: 5) { edges { node { number status supersedes { number } } } } }";
    let listed =
        async |token: &str| app.ok(token, list, json!({ "id": operation })).await["needsRounds"]["edges"].clone();
    assert_eq!(listed(&partner).await, json!([]), "a draft is for those who coordinate");
    let one = "query($id: ID!) { needsRound(id: $id) { figures(first: 1, metric: IN_NEED) { edges { node { value area { pcode } category { key } } } } } }";
    assert_eq!(app.ok(&partner, one, json!({ "id": round })).await["needsRound"], json!(null));
    let step = |round: &Value, version: i32| json!({ "input": { "roundId": round, "baseVersion": version } });
    let early = app.refused(&imo, STEP[1], step(&round, 1)).await;
    assert_eq!(
        (early.code.as_str(), early.message.as_str()),
        ("CONFLICT", "a round that is DRAFT becomes VALIDATED, not PUBLISHED")
    );
    assert_eq!(app.refused(&partner, STEP[0], step(&round, 1)).await.code, "FORBIDDEN");
    app.ok(&imo, STEP[0], step(&round, 1)).await;
    app.ok(&imo, STEP[1], step(&round, 2)).await;
    let seen = app.ok(&partner, one, json!({ "id": round })).await;
    let figure = json!([{ "node": { "value": 100, "area": { "pcode": "AFG" }, "category": { "key": "" } } }]);
    assert_eq!(seen["needsRound"]["figures"]["edges"], figure);
    let file = app.upload(&imo, "correction.csv", format!("{HEAD},,Education,EDU,,,90,40,,\n")).await.expect("kept");
    let mut correction = input(&operation, &file);
    correction["input"]["supersedesId"] = round.clone();
    let second = app.ok(&imo, IMPORT, correction).await["importNeeds"]["round"]["id"].clone();
    assert_eq!(listed(&partner).await, json!([{ "node": { "number": 1, "status": "PUBLISHED", "supersedes": null } }]));
    app.ok(&imo, STEP[0], step(&second, 1)).await;
    app.ok(&imo, STEP[1], step(&second, 2)).await;
    let both = json!([
        { "node": { "number": 2, "status": "PUBLISHED", "supersedes": { "number": 1 } } },
        { "node": { "number": 1, "status": "SUPERSEDED", "supersedes": null } },
    ]);
    assert_eq!(listed(&partner).await, both);
    let again = app.refused(&imo, STEP[0], step(&round, 4)).await;
    assert_eq!(again.code, "CONFLICT", "a superseded round stays as it is");
    let call = app.program();
    let id = NeedsRoundId::parse(&juniper::ID::new(second.as_str().expect("an id").to_owned()), "id").expect("an id");
    let figures = needs::figures(call.db.conn().await.expect("a connection"), id).await.expect("figures");
    let in_need = figures.iter().filter(|figure| figure.metric == Metric::InNeed);
    let values: Vec<String> = in_need.filter_map(|figure| Some(figure.value?.to_string())).collect();
    assert_eq!(values, ["90"]);
}

#[actix_web::test]
async fn a_round_of_another_operation_is_not_corrected_and_a_region_has_no_p_codes() {
    let app = TestApp::start().await;
    let (imo, here) = world(&app).await;
    let admin = app.sign_in("admin@example.org").await;
    let region = operation(&app, &admin, "SAHEL", None).await;
    let elsewhere = app.someone("other@example.org", Role::Imo, json!({ "operationId": region })).await;
    let table = format!("{HEAD},,Education,EDU,,,100,40,,\n");
    let round = import(&app, &imo, &here, table.clone()).await["round"]["id"].clone();
    let file = app.upload(&elsewhere, "needs.csv", table).await.expect("kept");
    let refused = app.refused(&elsewhere, IMPORT, input(&region, &file)).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some("operationId")));
    assert_eq!(app.refused(&elsewhere, IMPORT, input(&here, &file)).await.code, "NOT_FOUND");
    assert_eq!(app.refused(&imo, IMPORT, input(&here, &file)).await.field.as_deref(), Some("fileId"), "not their file");
    let mut foreign = input(&region, &file);
    foreign["input"]["supersedesId"] = round;
    assert_eq!(app.refused(&elsewhere, IMPORT, foreign).await.field.as_deref(), Some("supersedesId"));
}
