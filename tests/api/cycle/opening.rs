//! A period opens: by itself where the operation is, or by hand; once.

use chrono::DateTime;
use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::{OPENS, files_of, mails_to, month, people, raw_mails_to};
use crate::monitoring::world::{
    FEEDING, GIRLS, MARCH, P, Q, X, accepted, cluster, organisation, partner, plan, report, row, save, submit,
};

const REPORTS: &str = "select o.name || ' ' || r.status || ' ' || r.version from reports r join organisations o on o.id = r.organisation_id order by 1";

#[actix_web::test]
async fn at_midnight_where_the_operation_is_reports_are_begun_and_each_partner_gets_its_own_list_with_its_own_workbook()
{
    let mut month = month().await;
    let mut ongoing = row(FEEDING, X, &[(GIRLS, 10, 0)]);
    ongoing["status"] = json!("ONGOING");
    accepted(&month.app, &month.imo, P, MARCH, json!([ongoing])).await;
    month.app.sql("delete from outbox_messages");
    people(&month.app).await;
    month.at("2098-04-30T19:29:59Z").await;
    assert_eq!(month.app.mails().len(), 0, "it is still April there");
    assert_eq!(month.app.sql(REPORTS).len(), 1);
    month.at("2098-04-30T19:30:00Z").await;
    let begun = "select o.name || ' ' || r.status from reports r join organisations o on o.id = r.organisation_id \
                 join reporting_periods p on p.id = r.period_id where p.number = 4 order by 1";
    assert_eq!(month.app.sql(begun), ["Partner P DRAFT", "Partner Q DRAFT"]);
    let [of_p] = &raw_mails_to(&month.app, "focal.p@example.org")[..] else { unreachable!("one mail") };
    let text = mails_to(&month.app, "focal.p@example.org").remove(0);
    for words in [
        "Partner P",
        "Education Cluster Taluna",
        "1 row of your last report goes on",
        "10 June 2098",
        "Asia/Kabul",
        "1 May 2098",
    ] {
        assert!(text.contains(words), "{words} is missing in {text}");
    }
    assert!(!text.contains("Partner Q"), "only what is theirs: {text}");
    let files = files_of(of_p);
    assert_eq!(files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["partner-p-2098-05-01-1.xlsx"]);
    let [french] = &mails_to(&month.app, "focal.q@example.org")[..] else { unreachable!("one mail") };
    assert!(french.contains("aucune ligne ant") && french.contains("10 juin 2098"), "{french}");
    assert_eq!(mails_to(&month.app, "editor.p@example.org").len(), 1);
    month.at("2098-05-01T12:00:00Z").await;
    assert_eq!(month.app.mails().len(), 3, "once");
    assert_eq!(month.app.sql("select count(*) from outbox_attachments"), ["0"], "what went leaves nothing behind");
    // The workbook of the mail is the one of this report: sent back as it is, it changes nothing and says so.
    let focal = month.app.sign_in("focal.p@example.org").await;
    let (name, content) = files.into_iter().next().expect("a file");
    let file = month.app.upload(&focal, &name, content).await.expect("taken");
    let import = "mutation($input: ImportReportInput!) { importReport(input: $input) {
        applied report { period { number } organisation { name } } issues { key severity } } }";
    let input = json!({ "input": { "fileId": file, "dryRun": true } });
    let read = month.app.ok(&focal, import, input).await["importReport"].take();
    assert_eq!(read["report"], json!({ "period": { "number": 4 }, "organisation": { "name": "Partner P" } }));
    assert_eq!(read["issues"], json!([{ "key": "report-row-untouched", "severity": "WARNING" }]));
}

#[actix_web::test]
async fn before_it_opens_everybody_who_will_be_told_is_known_and_so_is_who_cannot_be() {
    let mut month = month().await;
    partner(&month.app, "focal.p@example.org", Role::PartnerFocalPoint, P).await;
    let before = month.preview().await;
    let expected = json!({
        "reports": 2, "people": 1, "withoutPeople": 1, "deliveries": { "sent": 0, "queued": 0, "failed": 0, "suppressed": 0 },
        "items": { "edges": [
            { "node": { "organisation": { "name": "Partner P" }, "report": null, "people": [
                { "name": "focal.p@example.org", "email": "focal.p@example.org", "toldAt": null }] } },
            { "node": { "organisation": { "name": "Partner Q" }, "report": null, "people": [] } },
        ] },
        "alone": { "edges": [{ "node": { "organisation": { "name": "Partner Q" } } }] },
    });
    assert_eq!(before, expected);
    // By hand it opens now.
    let now = month.app.clock.now();
    let opened = month.open().await;
    let at = |name: &str| opened[name].as_str().expect("a moment").parse::<DateTime<chrono::Utc>>().expect("a moment");
    assert_eq!((&opened["state"], at("opensAt"), at("announcedAt")), (&json!("OPEN"), now, now));
    assert_eq!(month.preview().await["items"]["edges"][1]["node"]["report"]["status"], "DRAFT");
    month.app.work().await;
    let after = month.preview().await;
    assert_eq!(after["deliveries"], json!({ "sent": 1, "queued": 0, "failed": 0, "suppressed": 0 }));
    assert!(after["items"]["edges"][0]["node"]["people"][0]["toldAt"].is_string());
    let again = "mutation($input: ReportingPeriodInput!) { openReportingPeriod(input: $input) { id } }";
    let input = json!({ "input": { "periodId": month.period } });
    assert_eq!(month.app.refused(&month.coordinator, again, input.clone()).await.code, "CONFLICT");
    let focal = month.app.sign_in("focal.p@example.org").await;
    let refused = month.app.refused(&focal, again, input).await;
    assert_eq!(refused.code, "FORBIDDEN");
    let preview = "query($period: ID!) { openingPreview(periodId: $period) { people } }";
    let refused = month.app.refused(&focal, preview, json!({ "period": month.period })).await;
    assert_eq!(refused.code, "FORBIDDEN", "addresses are for those who coordinate");
    month.at(OPENS).await;
    assert_eq!(month.app.mails().len(), 1, "what was announced by hand is not announced again when its day comes");
}

#[actix_web::test]
async fn a_report_that_was_begun_by_the_opening_is_begun_by_whoever_writes_it_first_and_one_that_was_written_stays() {
    let month = month().await;
    let focal = partner(&month.app, "focal.p@example.org", Role::PartnerFocalPoint, P).await;
    let mut early = report(Q, MARCH, 0, json!([row(FEEDING, X, &[(GIRLS, 3, 0)])]));
    early["periodId"] = json!(month.period);
    save(&month.app, &month.imo, early).await;
    month.open().await;
    month.app.work().await;
    assert_eq!(month.app.sql(REPORTS), ["Partner P DRAFT 1", "Partner Q DRAFT 1"]);
    assert_eq!(month.app.sql("select count(*) from report_rows"), ["1"]);
    let mut mine = report(P, MARCH, 0, json!([row(FEEDING, X, &[(GIRLS, 5, 0)])]));
    mine["periodId"] = json!(month.period);
    let saved = save(&month.app, &focal, mine.clone()).await;
    assert_eq!((&saved["__typename"], &saved["report"]["version"]), (&json!("ReportSaved"), &json!(2)));
    assert_eq!(save(&month.app, &focal, mine).await["__typename"], "ReportConflict", "begun is begun");
    assert_eq!(submit(&month.app, &focal, &saved).await["__typename"], "ReportSaved");
}

#[actix_web::test]
async fn what_is_due_and_how_urgent_is_told_to_each_of_their_own_and_to_the_cluster_of_all() {
    let mut month = month().await;
    let (of_p, _) = people(&month.app).await;
    let query = "query($period: ID!, $urgency: Urgency) {
        dueReports(periodId: $period, urgency: $urgency, first: 10) { edges { node {
            organisation { name } cluster { id } report { status } urgency } } } }";
    let ask = |urgency: Value| json!({ "period": month.period, "urgency": urgency });
    let line = |by: &str, status: Value, urgency: Value| {
        let report = if status.is_null() { Value::Null } else { json!({ "status": status }) };
        json!({ "node": { "organisation": { "name": by }, "cluster": { "id": cluster() }, "report": report, "urgency": urgency } })
    };
    let all = month.app.ok(&month.imo, query, ask(Value::Null)).await["dueReports"]["edges"].take();
    let not_yet = json!("NOT_YET_DUE");
    assert_eq!(all, json!([line("Partner P", Value::Null, not_yet.clone()), line("Partner Q", Value::Null, not_yet)]));
    let own = month.app.ok(&of_p, query, ask(Value::Null)).await["dueReports"]["edges"].take();
    assert_eq!(own.as_array().map(Vec::len), Some(1), "another partner's report looks like none: {own}");
    let ask = |urgency: Value, period: &str| json!({ "period": period, "urgency": urgency });
    month.at(OPENS).await;
    let nothing = json!({ "planId": plan(), "periodId": month.period, "clusterId": cluster(), "organisationId": organisation(P) });
    let report_nothing = "mutation($input: ReportNothingInput!) { reportNothing(input: $input) {
        __typename ... on ReportSaved { report { status nil } } } }";
    let done = month.app.ok(&month.imo, report_nothing, json!({ "input": nothing })).await["reportNothing"].take();
    assert_eq!(done, json!({ "__typename": "ReportSaved", "report": { "status": "SUBMITTED", "nil": true } }));
    let due = month.app.ok(&month.imo, query, ask(json!("DUE"), &month.period)).await["dueReports"]["edges"].take();
    assert_eq!(due, json!([line("Partner Q", json!("DRAFT"), json!("DUE"))]));
    let late =
        month.app.ok(&month.imo, query, ask(json!("OVERDUE"), &month.period)).await["dueReports"]["edges"].take();
    assert_eq!(late, json!([]));
    month.at("2098-06-10T19:30:01Z").await;
    let late =
        month.app.ok(&month.imo, query, ask(json!("OVERDUE"), &month.period)).await["dueReports"]["edges"].take();
    assert_eq!(late, json!([line("Partner Q", json!("DRAFT"), json!("OVERDUE"))]));
    let whole = month.app.ok(&month.imo, query, ask(Value::Null, &month.period)).await["dueReports"]["edges"].take();
    assert_eq!(whole[0], line("Partner P", json!("SUBMITTED"), Value::Null));
    let elsewhere = month.app.refused(&month.imo, query, ask(Value::Null, &plan())).await;
    assert_eq!(elsewhere.field.as_deref(), Some("periodId"));
}

#[actix_web::test]
async fn nobody_is_told_of_a_period_whose_deadline_has_passed_when_it_is_made_nor_of_one_of_a_draft() {
    let month = month().await;
    people(&month.app).await;
    let create =
        "mutation($input: CreateReportingPeriodsInput!) { createReportingPeriods(input: $input) { id state } }";
    let input = json!({ "planId": plan(), "periods": [
        { "startsOn": "2098-06-01", "endsOn": "2098-07-01", "opensOn": "2020-01-01", "dueOn": "2020-01-05" }] });
    let made =
        month.app.ok(&month.coordinator, create, json!({ "input": input })).await["createReportingPeriods"].take();
    assert_eq!(made[0]["state"], "OPEN");
    month.app.work().await;
    assert_eq!(month.app.mails().len(), 0);
    month.app.sql("update response_plans set status = 'DRAFT'");
    let open = "mutation($input: ReportingPeriodInput!) { openReportingPeriod(input: $input) { id } }";
    let refused = month.app.refused(&month.coordinator, open, json!({ "input": { "periodId": month.period } })).await;
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("CONFLICT", Some("periodId")));
    month.app.sql("update response_plans set status = 'PUBLISHED'");
    let opened = month.app.ok(&month.coordinator, open, json!({ "input": { "periodId": made[0]["id"] } })).await;
    assert!(opened["openReportingPeriod"][0]["id"].is_string(), "by hand it may still be");
    month.app.work().await;
    assert_eq!(month.app.mails().len(), 3);
}
