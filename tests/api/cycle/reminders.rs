//! Reminders: only who is late, only what is theirs, in their language, one mail, and none once all is sent.

use serde_json::{Value, json};

use super::{Month, OPENS, mails_to, month, people, raw_mails_to};
use crate::monitoring::world::{P, Q, cluster, organisation, period, plan};

/// A month that has opened, its first mails forgotten.
async fn opened() -> Month {
    let mut month = month().await;
    people(&month.app).await;
    month.at(OPENS).await;
    month
}

async fn nothing_to_report(month: &Month, by: u128) {
    let input = json!({ "planId": plan(), "periodId": month.period, "clusterId": cluster(), "organisationId": organisation(by) });
    let mutation = "mutation($input: ReportNothingInput!) { reportNothing(input: $input) { __typename } }";
    let done = month.app.ok(&month.imo, mutation, json!({ "input": input })).await;
    assert_eq!(done["reportNothing"]["__typename"], "ReportSaved");
}

/// How many mails each of the three got.
fn counts(month: &Month) -> [usize; 3] {
    ["focal.p@example.org", "editor.p@example.org", "focal.q@example.org"]
        .map(|email| mails_to(&month.app, email).len())
}

async fn remind(month: &Month, organisations: Option<&[u128]>) -> Value {
    let ids = organisations.map(|all| all.iter().map(|one| organisation(*one)).collect::<Vec<_>>());
    let mutation = "mutation($input: RemindInput!) { remind(input: $input) { reminded alreadyReminded unreachable } }";
    let input = json!({ "input": { "periodId": month.period, "organisationIds": ids } });
    month.app.ok(&month.coordinator, mutation, input).await["remind"].take()
}

const REMINDERS: &str = "query($plan: ID!) { reminders(planId: $plan, first: 10) { edges { node {
    name day byHand answered reports { organisation { name } period { number } answered } } } } }";

#[actix_web::test]
async fn on_the_days_of_the_plan_those_who_are_late_are_reminded_until_they_send() {
    let mut month = opened().await;
    assert_eq!(counts(&month), [1, 1, 1], "the period opened");
    for day in ["2098-05-20T03:00:00Z", "2098-06-06T03:00:00Z", "2098-06-07T01:29:00Z"] {
        month.at(day).await;
    }
    assert_eq!(counts(&month), [1, 1, 1], "not before the morning of the third day before");
    month.at("2098-06-07T01:30:00Z").await;
    assert_eq!(counts(&month), [2, 2, 2]);
    let soon = mails_to(&month.app, "focal.p@example.org").remove(1);
    for words in ["Partner P", "is due on 10 June 2098", "Taluna education response", "List-Unsubscribe"] {
        assert!(soon.contains(words), "{words} is missing in {soon}");
    }
    assert!(!soon.contains("Partner Q"), "{soon}");
    nothing_to_report(&month, P).await;
    month.at("2098-06-11T01:30:00Z").await;
    assert_eq!(counts(&month), [2, 2, 3], "the day after, who has sent is left alone");
    let late = mails_to(&month.app, "focal.q@example.org").remove(2);
    assert!(late.contains("Partner Q") && late.contains("attendu le 10 juin 2098"), "{late}");
    let told =
        month.app.ok(&month.coordinator, REMINDERS, json!({ "plan": plan() })).await["reminders"]["edges"].take();
    let seen: Vec<String> = told
        .as_array()
        .expect("a list")
        .iter()
        .map(|edge| {
            let node = &edge["node"];
            format!(
                "{} {} {} {}",
                node["name"].as_str().expect("a name"),
                node["day"].as_str().expect("a day"),
                node["byHand"],
                node["answered"]
            )
        })
        .collect();
    let mut seen = seen;
    seen.sort();
    assert_eq!(
        seen,
        [
            "editor.p@example.org 2098-06-07 false true",
            "focal.p@example.org 2098-06-07 false true",
            "focal.q@example.org 2098-06-07 false false",
            "focal.q@example.org 2098-06-11 false false",
        ]
    );
    let focal = month.app.sign_in("focal.q@example.org").await;
    let refused = month.app.refused(&focal, REMINDERS, json!({ "plan": plan() })).await;
    assert_eq!(refused.code, "FORBIDDEN");
    month.at("2098-06-17T01:30:00Z").await;
    assert_eq!(counts(&month), [2, 2, 4]);
    month.at("2098-07-30T00:00:00Z").await;
    assert_eq!(counts(&month), [2, 2, 4], "after the last day nobody is reminded");
    assert_eq!(month.app.sql("select count(*) from jobs"), ["0"], "and nobody looks any more");
}

#[actix_web::test]
async fn a_reminder_that_waits_goes_no_more_once_all_is_sent() {
    let month = opened().await;
    assert_eq!(remind(&month, None).await, json!({ "reminded": 3, "alreadyReminded": 0, "unreachable": 0 }));
    assert_eq!(remind(&month, None).await, json!({ "reminded": 0, "alreadyReminded": 3, "unreachable": 0 }));
    nothing_to_report(&month, P).await;
    month.app.work().await;
    assert_eq!(counts(&month), [1, 1, 2]);
    let states = month.app.sql("select state || ' ' || coalesce(last_error, '') from outbox_messages where template = 'reports-due' order by 1");
    assert_eq!(
        states,
        ["sent ", "suppressed what it was about has been sent", "suppressed what it was about has been sent"]
    );
}

#[actix_web::test]
async fn who_still_has_another_report_to_send_is_told_of_that_one_alone() {
    let mut month = opened().await;
    month.app.sql(
        "insert into grants (id, user_id, role, operation_id, cluster_id, organisation_id, created_at)
            select number(990), id, 'PARTNER_EDITOR', number(1), number(10), number(302), now() from users where email = 'focal.p@example.org'",
    );
    remind(&month, None).await;
    nothing_to_report(&month, Q).await;
    month.app.work().await;
    assert_eq!(counts(&month), [2, 2, 1]);
    let told = mails_to(&month.app, "focal.p@example.org").remove(1);
    assert!(told.contains("Partner P") && !told.contains("Partner Q"), "{told}");
    nothing_to_report(&month, P).await;
    month.at("2098-05-02T00:00:00Z").await;
    let refused = json!({ "reminded": 0, "alreadyReminded": 0, "unreachable": 0 });
    assert_eq!(remind(&month, None).await, refused, "everybody has sent");
}

#[actix_web::test]
async fn who_says_stop_is_not_reminded_again_and_others_are() {
    let mut month = opened().await;
    assert_eq!(remind(&month, Some(&[Q])).await["reminded"], 1);
    month.app.work().await;
    let mail = raw_mails_to(&month.app, "focal.q@example.org").remove(1).replace("=\r\n", "").replace("\r\n ", "");
    let (_, rest) = mail.split_once("List-Unsubscribe: <http://darasa.test").expect("a link");
    let path = rest.split_once('>').expect("an end").0.to_owned();
    let (status, _) = month.app.submit_form(&path, "List-Unsubscribe=One-Click").await;
    assert_eq!(status, 200);
    month.at("2098-05-02T00:00:00Z").await;
    let done = remind(&month, None).await;
    assert_eq!(done["reminded"], 2, "{done}");
    month.app.work().await;
    assert_eq!(counts(&month), [2, 2, 2]);
}

#[actix_web::test]
async fn a_plan_says_on_which_days_or_that_nobody_is_reminded_at_all() {
    let mut month = opened().await;
    let query = "query($plan: ID!) { reportingSettings(planId: $plan) { reminders reminderDays jumpPercent jumpPeople version } }";
    let usual = json!({ "reminders": true, "reminderDays": [-3, 1, 7], "jumpPercent": "50", "jumpPeople": "100", "version": 0 });
    assert_eq!(month.app.ok(&month.imo, query, json!({ "plan": plan() })).await["reportingSettings"], usual);
    let set = "mutation($input: ReportingSettingsInput!) { setReportingSettings(input: $input) { reminders reminderDays version } }";
    let input = |base: i32, more: Value| {
        let mut input = json!({ "planId": plan(), "baseVersion": base });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        json!({ "input": input })
    };
    assert_eq!(month.app.refused(&month.imo, set, input(0, json!({}))).await.code, "FORBIDDEN");
    let refused = month.app.refused(&month.coordinator, set, input(0, json!({ "reminderDays": [61] }))).await;
    assert_eq!(refused.field.as_deref(), Some("reminderDays"));
    let refused = month.app.refused(&month.coordinator, set, input(0, json!({ "jumpPercent": "-1" }))).await;
    assert_eq!(refused.field.as_deref(), Some("jumpPercent"));
    let done = month.app.ok(&month.coordinator, set, input(0, json!({ "reminderDays": [-1] }))).await;
    assert_eq!(done["setReportingSettings"], json!({ "reminders": true, "reminderDays": [-1], "version": 1 }));
    assert_eq!(month.app.refused(&month.coordinator, set, input(0, json!({}))).await.code, "CONFLICT", "two at once");
    month.at("2098-06-07T02:00:00Z").await;
    assert_eq!(counts(&month), [1, 1, 1]);
    month.at("2098-06-09T02:00:00Z").await;
    assert_eq!(counts(&month), [2, 2, 2]);
    month.at("2098-06-10T00:00:00Z").await;
    assert_eq!(remind(&month, Some(&[P])).await["reminded"], 2);
    month.app.ok(&month.coordinator, set, input(1, json!({ "reminders": false }))).await;
    month.app.work().await;
    assert_eq!(counts(&month), [2, 2, 2], "what waited went no more");
    let mutation = "mutation($input: RemindInput!) { remind(input: $input) { reminded } }";
    let refused =
        month.app.refused(&month.coordinator, mutation, json!({ "input": { "periodId": month.period } })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("periodId")));
    let elsewhere =
        month.app.refused(&month.coordinator, mutation, json!({ "input": { "periodId": period(999) } })).await;
    assert_eq!(elsewhere.code, "NOT_FOUND");
}
