//! The demo tells its story through the program's own doors, and its figures are those that can be worked out by hand.

use darasa::{
    app::config::{Config, Mail},
    audit,
    demo::{self, PASSWORD, PEOPLE, Place},
};
use serde_json::{Value, json};

use super::support::TestApp;

async fn sign_in(app: &TestApp, email: &str) -> String {
    let query = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }";
    let data = app.ok("", query, json!({ "input": { "email": email, "password": PASSWORD } })).await;
    data["signIn"]["accessToken"].as_str().expect("a token").to_owned()
}

/// The plan's id, and that of the last month that was reported on.
async fn plan(app: &TestApp, token: &str) -> (Value, Value) {
    let operations = app.ok(token, "{ operations(first: 1) { edges { node { id } } } }", json!({})).await;
    let operation = &operations["operations"]["edges"][0]["node"]["id"];
    let query = "query($id: ID!) { responsePlans(operationId: $id, first: 1) { edges { node { id } } } }";
    let plans = app.ok(token, query, json!({ "id": operation })).await;
    let plan = plans["responsePlans"]["edges"][0]["node"]["id"].clone();
    let query = "query($id: ID!) { reportingPeriods(planId: $id, first: 6) { edges { node { id } } } }";
    let periods = app.ok(token, query, json!({ "id": plan })).await;
    (plan, periods["reportingPeriods"]["edges"][5]["node"]["id"].clone())
}

/// Headlines of the plan, worked out from the given figures: the provinces' sums, and 56 accepted of 12 partners' 72 reports.
async fn assert_figures_of_the_plan(app: &TestApp, token: &str) {
    let (plan, period) = plan(app, token).await;
    let query = "query($plan: ID!, $period: ID!) { planFigures(planId: $plan, upToPeriodId: $period) {
        reached { value } target { value } inNeed { value } upperBound { value }
        completeness { numerator denominator } partnersReporting { numerator denominator }
        areas(level: 1, first: 20) { edges { node { area { pcode } reached { value } target { value } inNeed { value } } } }
    } }";
    let data = app.ok(token, query, json!({ "plan": plan, "period": period })).await;
    let figures = &data["planFigures"];
    let people = ["inNeed", "target", "reached", "upperBound"].map(|figure| figures[figure]["value"].clone());
    assert_eq!(people, [json!(920_037), json!(400_000), json!(206_295), json!(217_579)]);
    let share = |name: &str| (figures[name]["numerator"].clone(), figures[name]["denominator"].clone());
    assert_eq!(share("completeness"), (json!("56"), json!("72")));
    assert_eq!(share("partnersReporting"), (json!("10"), json!("12")));
    let areas: Vec<Value> = figures["areas"]["edges"]
        .as_array()
        .expect("areas")
        .iter()
        .map(|edge| {
            let area = &edge["node"];
            json!([area["area"]["pcode"], area["inNeed"]["value"], area["target"]["value"], area["reached"]["value"]])
        })
        .collect();
    let expected = json!([
        ["XE01", 214_640, 96_000, 71_240],
        ["XE02", 168_300, 82_000, 39_870],
        ["XE03", 121_900, 54_000, 22_310],
        ["XE04", 98_450, 41_000, 30_905],
        ["XE05", 64_200, 22_500, 24_318],
        ["XE06", 87_750, 38_500, null],
        ["XE07", 52_300, 21_000, null],
        ["XE08", 112_497, 45_000, 17_652],
    ]);
    assert_eq!(Value::Array(areas), expected);
}

/// What the two editions say, as donors read it without an account.
async fn assert_editions(app: &TestApp, code: &str) {
    let query = "query($code: String!) { publishedEditions(appealCode: $code, first: 5) { edges { node { number figures } } } }";
    let data = app.ok("", query, json!({ "code": code })).await;
    let edges = data["publishedEditions"]["edges"].as_array().expect("editions");
    let mut told: Vec<Value> = edges
        .iter()
        .map(|edge| {
            let figures: Value = serde_json::from_str(edge["node"]["figures"].as_str().expect("JSON")).expect("JSON");
            let (people, money) = (&figures["people"], &figures["money"]);
            json!([
                edge["node"]["number"],
                people["targeted"],
                money["requirement"],
                money["paid"],
                money["committed"],
                money["pledged"]
            ])
        })
        .collect();
    told.sort_by_key(|edition| edition[0].as_i64());
    let expected = json!([
        [1, "400000", "41200000.00", "9963135.00", null, "9150000.00"],
        [2, "400000", "48600000.00", "10575000.00", "7350000.00", "5000000.00"],
    ]);
    assert_eq!(Value::Array(told), expected);
}

/// The checklists: the cluster's two rounds at 7 of 17 and 11 of 18 points, and a partner's own at 1.5 of 3. The last edition tells the second round.
async fn assert_standards(app: &TestApp, token: &str, code: &str) {
    let operations = app.ok(token, "{ operations(first: 1) { edges { node { id } } } }", json!({})).await;
    let operation = operations["operations"]["edges"][0]["node"]["id"].clone();
    let query = "query($id: ID!) { checklists(operationId: $id, first: 5) { edges { node { subjectKind round status
        scores { overall { score strict completeness } evidenceCount unsupportedCount } } } }
        improvementActions(operationId: $id, first: 10) { edges { node { status overdue } } } }";
    let data = app.ok(token, query, json!({ "id": operation })).await;
    let told = |kind: &str, round: i64| -> Value {
        let edges = data["checklists"]["edges"].as_array().expect("checklists");
        let of = |node: &&Value| node["node"]["subjectKind"] == kind && node["node"]["round"] == round;
        let scores = &edges.iter().find(of).expect("a checklist")["node"]["scores"];
        let overall = &scores["overall"];
        let counts = [&scores["evidenceCount"], &scores["unsupportedCount"]];
        json!([overall["score"], overall["strict"], overall["completeness"], counts])
    };
    let first = ["0.4117647058823529411764705882", "0.1764705882352941176470588235", "0.9444444444444444444444444444"];
    assert_eq!(told("CLUSTER", 1), json!([first[0], first[1], first[2], [4, 7]]));
    let second = ["0.6111111111111111111111111111", "0.3888888888888888888888888889", "1"];
    assert_eq!(told("CLUSTER", 2), json!([second[0], second[1], second[2], [9, 6]]));
    assert_eq!(
        told("ORGANISATION", 1),
        json!(["0.5", "0.3333333333333333333333333333", "0.1578947368421052631578947368", [2, 0]])
    );
    let mut actions: Vec<String> = data["improvementActions"]["edges"]
        .as_array()
        .expect("actions")
        .iter()
        .map(|edge| format!("{} {}", edge["node"]["status"].as_str().expect("a status"), edge["node"]["overdue"]))
        .collect();
    actions.sort_unstable();
    assert_eq!(actions, ["DONE false", "IN_PROGRESS false", "OPEN true"]);
    let query = "query($code: String!) { publishedEditions(appealCode: $code, first: 5) { edges { node { number figures } } } }";
    let data = app.ok("", query, json!({ "code": code })).await;
    let mut editions: Vec<Value> = data["publishedEditions"]["edges"]
        .as_array()
        .expect("editions")
        .iter()
        .map(|edge| {
            let figures: Value = serde_json::from_str(edge["node"]["figures"].as_str().expect("JSON")).expect("JSON");
            let standards = &figures["standards"];
            json!([edge["node"]["number"], standards["score"], standards["evidence"], standards["previous"]["score"]])
        })
        .collect();
    editions.sort_by_key(|edition| edition[0].as_i64());
    assert_eq!(Value::Array(editions), json!([[1, first[0], 4, null], [2, second[0], 9, first[0]]]));
}

/// Two partners of Belqor plan to ask displaced people in the same month, and each is warned of the other; the delta and the survey stand alone.
async fn assert_assessments(app: &TestApp, token: &str) {
    let operations = app.ok(token, "{ operations(first: 1) { edges { node { id } } } }", json!({})).await;
    let operation = operations["operations"]["edges"][0]["node"]["id"].clone();
    let query = "query($id: ID!) { assessments(operationId: $id, first: 10) { edges { node {
        status leads { acronym } overlaps { other { leads { acronym } } } documents { kind } } } } }";
    let data = app.ok(token, query, json!({ "id": operation })).await;
    let mut told: Vec<String> = data["assessments"]["edges"]
        .as_array()
        .expect("assessments")
        .iter()
        .map(|edge| {
            let (node, count) = (&edge["node"], |list: &Value| list.as_array().map_or(0, Vec::len));
            let other = &node["overlaps"][0]["other"]["leads"][0]["acronym"];
            let lead = &node["leads"][0]["acronym"];
            format!("{lead} {} {} {other} {}", node["status"], count(&node["overlaps"]), count(&node["documents"]))
                .replace('"', "")
        })
        .collect();
    told.sort_unstable();
    let expected = ["BYLC PLANNED 1 DSI 0", "DEA FINALISED 0 null 2", "DSI PLANNED 1 BYLC 0", "SDR PLANNED 0 null 0"];
    assert_eq!(told, expected);
}

#[actix_web::test]
async fn the_demo_tells_figures_that_can_be_worked_out_by_hand_and_loads_once() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mail = Mail::Files { folder: folder.path().to_owned(), from: "Darasa <darasa@demo.example>".to_owned() };
    let config = Config { mail, ..app.config.clone() };
    let now = app.clock.now();
    let loaded = demo::load(&config, &Place::Here, now).await.expect("the demo loads");
    assert!(loaded.new);
    let coordinator = sign_in(&app, "coordinator@demo.example").await;
    assert_figures_of_the_plan(&app, &coordinator).await;
    assert_editions(&app, &loaded.appeal).await;
    assert_standards(&app, &coordinator, &loaded.appeal).await;
    assert_assessments(&app, &coordinator).await;
    // Drafts that the opening of a period left, and nobody has written in, are as many as the day of the month has it.
    let written =
        "select status || ' ' || count(*) from reports where updated_by is not null group by status order by status";
    let states = app.sql(written);
    assert_eq!(states, ["ACCEPTED 56", "DRAFT 2", "RETURNED 1", "SUBMITTED 1"]);
    let mails = std::fs::read_dir(folder.path()).expect("the folder").count();
    assert!(mails >= 8, "four followers of two editions, and partners about their reports: {mails}");
    for person in PEOPLE {
        sign_in(&app, person.email).await;
    }
    let events = app.sql("select count(*) from audit_events");
    let again = demo::load(&config, &Place::Here, now).await.expect("it is there");
    assert!(!again.new);
    assert_eq!(app.sql("select count(*) from audit_events"), events, "a second load changes nothing");
    app.work().await;
    assert!(matches!(audit::verify(&app.program()).await, Ok(audit::Verdict::Whole { .. })));
    assert_eq!(app.sql("select count(*) from api_tokens where revoked_at is null"), ["0"]);
}

#[actix_web::test]
async fn the_demo_does_not_move_in_with_real_work() {
    let app = TestApp::start().await;
    app.administrator().await;
    let refused = demo::load(&app.config, &Place::Here, app.clock.now()).await.expect_err("someone works here");
    assert_eq!(refused.key(), "administrator-exists");
    assert_eq!(app.sql("select count(*) from operations"), ["0"]);
}
