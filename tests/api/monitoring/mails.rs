//! A decision on a report is told by mail to the partner's own people, in their language, once.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{
    FEEDING, GIRLS, JANUARY, MARCH, P, Q, X, decide, decision, partner, report, row, save, scope, start, submit,
    with_note,
};
use crate::support::TestApp;

const NAMES: &str = "
    update clusters set names = '{\"en\": \"Education Cluster Taluna\", \"fr\": \"Cluster éducation\"}';
    update response_plans set names = '{\"en\": \"Taluna education response\"}';
    update users set language = 'fr' where email = 'focal@example.org';
    update users set name = 'Awa Diop' where email = 'imo@example.org';";

/// The mails to an address, their broken lines joined.
async fn mails_to(app: &TestApp, email: &str) -> Vec<String> {
    app.work().await;
    let to = |mail: &String| mail.lines().any(|line| line.starts_with("To:") && line.contains(email));
    let joined = |mail: String| mail.replace("=\r\n", "").replace("\r\n", " ");
    app.mails().into_iter().filter(to).map(joined).collect()
}

/// A submitted report of P with a figure.
async fn submitted(app: &TestApp, token: &str, period: u128) -> Value {
    let saved = save(app, token, report(P, period, 0, json!([row(FEEDING, X, &[(GIRLS, 10, 2)])]))).await;
    let submitted = submit(app, token, &saved).await;
    assert_eq!(submitted["__typename"], "ReportSaved", "{submitted:#}");
    submitted
}

#[actix_web::test]
async fn a_returned_report_is_told_once_to_the_partners_people_with_the_reason() {
    let (app, imo) = start().await;
    let focal_point = partner(&app, "focal@example.org", Role::PartnerFocalPoint, P).await;
    for (email, role, organisation) in [
        ("editor@example.org", Role::PartnerEditor, P),
        ("gone@example.org", Role::PartnerFocalPoint, P),
        ("closed@example.org", Role::PartnerFocalPoint, P),
        ("other@example.org", Role::PartnerFocalPoint, Q),
    ] {
        partner(&app, email, role, organisation).await;
    }
    app.sql(NAMES);
    app.sql("update grants set revoked_at = now() from users u where u.id = user_id and u.email = 'gone@example.org'");
    app.sql("update users set active = false where email = 'closed@example.org'");
    let report = submitted(&app, &focal_point, JANUARY).await;
    let mut input = with_note(&report, Some("Boys are missing"));
    input["clientMutationId"] = json!("019a0000-0000-7000-8000-00000000000d");
    let first = app.ok(&imo, &decision("returnReport"), json!({ "input": input })).await;
    let again = app.ok(&imo, &decision("returnReport"), json!({ "input": input })).await;
    assert_eq!(first, again);
    let [french] = &mails_to(&app, "focal@example.org").await[..] else { unreachable!("exactly one mail") };
    for words in ["Awa Diop", "Partner P", "1 janvier 2026", "Boys are missing", "Veuillez corriger ce que dit la note"]
    {
        assert!(french.contains(words), "{words} is missing in {french}");
    }
    let [english] = &mails_to(&app, "editor@example.org").await[..] else { unreachable!("exactly one mail") };
    for words in ["EDUCATION CLUSTER TALUNA", "1 January 2026", "Boys are missing", "submit the report again"] {
        assert!(english.contains(words), "{words} is missing in {english}");
    }
    assert_eq!(app.mails().len(), 2, "nobody else is told: no other partner, nobody who left, not the decider");
}

#[actix_web::test]
async fn an_accepted_report_is_told_to_the_officer_who_sent_it_and_a_reopened_one_says_who_can_mend_it() {
    let (app, imo) = start().await;
    let officer = app.someone("officer@example.org", Role::Imo, scope()).await;
    partner(&app, "editor@example.org", Role::PartnerEditor, P).await;
    app.sql(NAMES);
    let report = submitted(&app, &officer, MARCH).await;
    let accepted = decide(&app, &imo, "acceptReport", &report, None).await;
    for email in ["officer@example.org", "editor@example.org"] {
        let mails = mails_to(&app, email).await;
        assert!(mails.len() == 1 && mails[0].contains("Its figures count from now on."), "{email}: {mails:?}");
    }
    app.sql("update reporting_periods set closed_at = '2026-05-01' where number = 3");
    decide(&app, &imo, "reopenReport", &accepted, Some("a school was left out")).await;
    let mails = mails_to(&app, "editor@example.org").await;
    let [_, reopened] = &mails[..] else { unreachable!("one mail more: {mails:?}") };
    for words in ["which had been accepted", "a school was left out", "The period is closed"] {
        assert!(reopened.contains(words), "{words} is missing in {reopened}");
    }
    assert_eq!(app.mails().len(), 3, "whoever decided knows, and the officer had submitted an earlier state");
}

#[actix_web::test]
async fn a_role_in_a_cluster_above_is_told_and_one_in_a_cluster_beside_is_not() {
    let (app, imo) = start().await;
    app.sql(
        "insert into clusters (id, operation_id, parent_id, level, kind, names, status, created_at, updated_at)
            select number(n), number(1), null, 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01'
            from (values (11), (12)) cluster (n);
         update clusters set level = 'SUBNATIONAL', parent_id = number(11) where id = number(10);",
    );
    partner(&app, "above@example.org", Role::PartnerFocalPoint, P).await;
    partner(&app, "beside@example.org", Role::PartnerFocalPoint, P).await;
    for (email, cluster) in [("above@example.org", 11), ("beside@example.org", 12)] {
        app.sql(&format!(
            "update grants set cluster_id = number({cluster}) from users u where u.id = user_id and u.email = '{email}'"
        ));
    }
    let report = submitted(&app, &imo, JANUARY).await;
    decide(&app, &imo, "acceptReport", &report, None).await;
    assert_eq!(mails_to(&app, "above@example.org").await.len(), 1);
    assert_eq!(app.mails().len(), 1);
}
