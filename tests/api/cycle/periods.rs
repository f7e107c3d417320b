//! Weeks, months, quarters and days as listed.

use serde_json::{Value, json};

use crate::{
    monitoring::world::{coordinator, plan, start},
    support::TestApp,
};

const CREATE: &str = "mutation($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) {
    startsOn endsOn opensAt dueAt } }";

async fn make(app: &TestApp, token: &str, how: &str, what: Value) -> Value {
    let mut input = json!({ "planId": plan() });
    input[how] = what;
    app.ok(token, CREATE, json!({ "input": input })).await["createReportingPeriods"].take()
}

#[actix_web::test]
async fn weeks_and_quarters_open_and_end_at_midnight_where_the_operation_is() {
    let (app, _) = start().await;
    let token = coordinator(&app).await;
    let weeks = make(&app, &token, "weekly", json!({ "firstDay": "2098-12-24", "weeks": 2, "dueDays": 3 })).await;
    let expected = json!([
        { "startsOn": "2098-12-24", "endsOn": "2098-12-31", "opensAt": "2098-12-23T19:30:00Z", "dueAt": "2099-01-02T19:30:00Z" },
        { "startsOn": "2098-12-31", "endsOn": "2099-01-07", "opensAt": "2098-12-30T19:30:00Z", "dueAt": "2099-01-09T19:30:00Z" },
    ]);
    assert_eq!(weeks, expected);
    let quarters =
        make(&app, &token, "quarterly", json!({ "firstQuarter": "2099-05-20", "quarters": 2, "dueDays": 15 })).await;
    let expected = json!([
        { "startsOn": "2099-04-01", "endsOn": "2099-07-01", "opensAt": "2099-03-31T19:30:00Z", "dueAt": "2099-07-15T19:30:00Z" },
        { "startsOn": "2099-07-01", "endsOn": "2099-10-01", "opensAt": "2099-06-30T19:30:00Z", "dueAt": "2099-10-15T19:30:00Z" },
    ]);
    assert_eq!(quarters, expected);
}

#[actix_web::test]
async fn a_wrong_number_of_periods_is_told_at_its_input() {
    let (app, _) = start().await;
    let token = coordinator(&app).await;
    for (input, field) in [
        (json!({ "weekly": { "firstDay": "2098-12-24", "weeks": 0, "dueDays": 3 } }), "weekly.weeks"),
        (json!({ "weekly": { "firstDay": "2098-12-24", "weeks": 1, "dueDays": 91 } }), "weekly.dueDays"),
        (json!({ "quarterly": { "firstQuarter": "2098-12-24", "quarters": 13, "dueDays": 3 } }), "quarterly.quarters"),
        (json!({ "quarterly": { "firstQuarter": "2098-12-24", "quarters": 1, "dueDays": -1 } }), "quarterly.dueDays"),
        (json!({}), "monthly"),
        (
            json!({ "weekly": { "firstDay": "2098-12-24", "weeks": 1, "dueDays": 3 },
                    "quarterly": { "firstQuarter": "2098-12-24", "quarters": 1, "dueDays": 3 } }),
            "monthly",
        ),
    ] {
        let mut input = input;
        input["planId"] = json!(plan());
        let refused = app.refused(&token, CREATE, json!({ "input": input })).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some(field)), "{input}");
    }
}
