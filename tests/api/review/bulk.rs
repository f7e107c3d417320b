//! Many reports accepted in one step: all, or none.

use darasa::{kit::auth::Role, monitoring::verify_figures};
use serde_json::{Value, json};

use super::sent;
use crate::{
    monitoring::world::{FEBRUARY, FEEDING, GIRLS, JANUARY, P, Q, X, Y, decide, partner, reached, row, start},
    support::TestApp,
};

const ACCEPT: &str = "mutation($input: AcceptReportsInput!) { acceptReports(input: $input) {
    accepted reports { outcome report { id status version } } } }";

fn input(reports: &[&Value]) -> Value {
    let of = |report: &&Value| json!({ "reportId": report["id"], "baseVersion": report["version"] });
    json!({ "input": { "reports": reports.iter().map(of).collect::<Vec<_>>() } })
}

async fn accept(app: &TestApp, token: &str, reports: &[&Value]) -> Value {
    app.ok(token, ACCEPT, input(reports)).await["acceptReports"].take()
}

fn outcomes(payload: &Value) -> Vec<&str> {
    let all = payload["reports"].as_array().expect("a list");
    all.iter().map(|one| one["outcome"].as_str().expect("an outcome")).collect()
}

#[actix_web::test]
async fn all_are_accepted_and_count_or_none_is_and_each_says_why() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let one = sent(&app, &focal, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    let two = sent(&app, &imo, Q, JANUARY, json!([row(FEEDING, Y, &[(GIRLS, 20, 0)])])).await;
    let three = sent(&app, &imo, P, FEBRUARY, json!([row(FEEDING, X, &[(GIRLS, 30, 0)])])).await;
    let mut stale = two.clone();
    stale["version"] = json!(1);
    let tried = accept(&app, &imo, &[&one, &stale]).await;
    assert_eq!((&tried["accepted"], outcomes(&tried)), (&json!(false), vec!["POSSIBLE", "CHANGED"]));
    assert_eq!(reached(&app, &imo, None).await.0, Value::Null, "none is");
    let done = decide(&app, &imo, "acceptReport", &three, None).await;
    let tried = accept(&app, &imo, &[&two, &done, &one]).await;
    assert_eq!(outcomes(&tried), ["POSSIBLE", "NOT_SUBMITTED", "POSSIBLE"]);
    let all = accept(&app, &imo, &[&two, &one]).await;
    assert_eq!((&all["accepted"], outcomes(&all)), (&json!(true), vec!["ACCEPTED", "ACCEPTED"]));
    assert_eq!((&all["reports"][0]["report"]["id"], &all["reports"][0]["report"]["version"]), (&two["id"], &json!(3)));
    // X: 30 in February are more than 10 in January; Y: 20.
    assert_eq!(reached(&app, &imo, None).await, (json!(50), json!(60), json!(60)));
    assert_eq!(verify_figures(&app.program()).await.expect("read"), vec![]);
    app.work().await;
    let told = app.mails().iter().filter(|mail| mail.contains("To: focal@example.org")).count();
    assert_eq!(told, 2, "one mail for each report of theirs");
    let history = app.sql("select count(*) from audit_events where action = 'accept'");
    assert_eq!(history, ["3"]);
}

#[actix_web::test]
async fn who_may_not_decide_on_one_of_them_accepts_none() {
    let (app, imo) = start().await;
    let focal = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    let one = sent(&app, &imo, P, JANUARY, json!([row(FEEDING, X, &[(GIRLS, 10, 0)])])).await;
    assert_eq!(app.refused(&focal, ACCEPT, input(&[&one])).await.code, "FORBIDDEN");
    let missing = json!({ "id": crate::monitoring::world::period(1), "version": 1 });
    assert_eq!(app.refused(&imo, ACCEPT, input(&[&one, &missing])).await.field.as_deref(), Some("reports[1].reportId"));
    assert_eq!(app.refused(&imo, ACCEPT, input(&[&one, &one])).await.field.as_deref(), Some("reports[1].reportId"));
    assert_eq!(app.refused(&imo, ACCEPT, input(&[])).await.field.as_deref(), Some("reports"));
}
