//! News: who may see what happened is told of it, at once and once, and nobody else learns that anything did.

use darasa::{appeals::AppealId, kit::auth::Role, monitoring::ReportId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::until_open;
use crate::{
    appeals,
    monitoring::world::{self, JANUARY, MATERIALS, P, Q, X, Y, cluster, organisation, plan, report, row, save, submit},
    support::{TestApp, served::Served, socket::Socket},
};

const REPORTS: &str = "subscription($plan: ID!, $cluster: ID) { reportChanged(planId: $plan, clusterId: $cluster) {
    id status version organisation { name } rows(first: 10) { edges { node { cells { newPeople } } } } } }";
const OTHER_CLUSTER: u128 = 11;

fn of_plan() -> Value {
    json!({ "plan": plan() })
}

/// A second cluster that carries the plan, with the same partners.
fn add_cluster(app: &TestApp) -> String {
    app.sql(
        "insert into clusters (id, operation_id, level, kind, names, status, created_at, updated_at)
             values (number(11), number(1), 'NATIONAL', 'CLUSTER', '{}', 'ACTIVE', '2020-01-01', '2020-01-01');
         insert into plan_clusters (plan_id, cluster_id) values (number(400), number(11));
         insert into memberships (id, operation_id, cluster_id, organisation_id, role, valid_from)
             select number(n + 60), number(1), number(11), number(n), 'PARTNER', '2020-01-01' from (values (301), (302)) member (n);",
    );
    appeals::world::cluster(OTHER_CLUSTER)
}

fn in_cluster(cluster: &str) -> Value {
    let mut scope = world::scope();
    scope["clusterId"] = json!(cluster);
    scope
}

/// A report with one row, to a cluster.
fn to_cluster(by: u128, cluster: &str) -> Value {
    let mut input =
        report(by, JANUARY, 0, json!([row(MATERIALS, if by == P { X } else { Y }, &[(world::GIRLS, 7, 0)])]));
    input["clusterId"] = json!(cluster);
    input
}

/// What a piece of news says: who reported, and where the report stands.
fn gist(news: &Value) -> String {
    let report = &news["reportChanged"];
    format!("{} {} {}", report["organisation"]["name"], report["status"], report["version"]).replace('"', "")
}

#[actix_web::test]
async fn every_step_of_a_report_is_told_to_who_may_read_it() {
    let (app, officer) = world::start().await;
    let mut socket = Socket::open(&app.url, &officer).await;
    socket.listen("s", REPORTS, of_plan()).await;
    let saved = save(&app, &officer, to_cluster(P, &cluster())).await;
    let news = socket.news("s").await;
    assert_eq!(gist(&news), "Partner P DRAFT 1");
    assert_eq!(news["reportChanged"]["id"], saved["report"]["id"]);
    assert_eq!(news["reportChanged"]["rows"]["edges"][0]["node"]["cells"], json!([{ "newPeople": 7 }]));
    let submitted = submit(&app, &officer, &saved).await;
    assert_eq!(gist(&socket.news("s").await), "Partner P SUBMITTED 2");
    let accepted = world::decide(&app, &officer, "acceptReport", &submitted, None).await;
    assert_eq!(gist(&socket.news("s").await), "Partner P ACCEPTED 3");
    world::decide(&app, &officer, "reopenReport", &accepted, Some("look again")).await;
    let news = gist(&socket.news("s").await);
    assert!(news.ends_with(" 4"), "{news}");
    // What fails or changes nothing is no news: the next that comes is another report's.
    let input = json!({ "input": world::meant(&saved) });
    let accept = world::decision("acceptReport");
    app.refused(&officer, &accept, input).await;
    save(&app, &officer, to_cluster(Q, &cluster())).await;
    assert_eq!(gist(&socket.news("s").await), "Partner Q DRAFT 1");
    // Who has heard enough hears no more, and may use the name again.
    socket.send(&json!({ "type": "complete", "id": "s" })).await;
    socket.listen("s", REPORTS, of_plan()).await;
}

#[actix_web::test]
async fn a_partner_is_told_of_its_own_reports_and_of_no_others() {
    let (app, officer) = world::start().await;
    let editor = world::partner(&app, "editor@p.example", Role::PartnerEditor, P).await;
    let mut socket = Socket::open(&app.url, &editor).await;
    socket.listen("s", REPORTS, of_plan()).await;
    save(&app, &officer, to_cluster(Q, &cluster())).await;
    save(&app, &editor, to_cluster(P, &cluster())).await;
    assert_eq!(gist(&socket.news("s").await), "Partner P DRAFT 1", "the other one came first, and was not told");
}

#[actix_web::test]
async fn each_cluster_is_told_of_its_own_reports() {
    let (app, officer) = world::start().await;
    let other = add_cluster(&app);
    let theirs = app.someone("theirs@example.org", Role::Coordinator, in_cluster(&other)).await;
    let whole = app
        .someone("whole@example.org", Role::Coordinator, json!({ "operationId": world::scope()["operationId"] }))
        .await;
    let mut here = Socket::open(&app.url, &officer).await;
    here.listen("s", REPORTS, of_plan()).await;
    let mut there = Socket::open(&app.url, &theirs).await;
    there.listen("s", REPORTS, of_plan()).await;
    let mut both = Socket::open(&app.url, &whole).await;
    both.listen("all", REPORTS, of_plan()).await;
    both.listen("one", REPORTS, json!({ "plan": plan(), "cluster": other })).await;
    save(&app, &whole_editor(&app).await, to_cluster(P, &cluster())).await;
    assert_eq!(gist(&both.news("all").await), "Partner P DRAFT 1");
    let second = app.someone("second@example.org", Role::Imo, in_cluster(&other)).await;
    save(&app, &second, to_cluster(Q, &other)).await;
    assert_eq!(gist(&there.news("s").await), "Partner Q DRAFT 1", "the other cluster's came first, and was not told");
    assert_eq!(gist(&here.news("s").await), "Partner P DRAFT 1");
    let mut two = [both.hear().await, both.hear().await];
    two.sort_by_key(|message| message["id"].to_string());
    for (message, id) in two.iter().zip(["all", "one"]) {
        assert_eq!(
            (message["id"].as_str(), gist(&message["payload"]["data"])),
            (Some(id), "Partner Q DRAFT 1".to_owned())
        );
    }
    save(&app, &officer, to_cluster(Q, &cluster())).await;
    assert_eq!(gist(&here.news("s").await), "Partner Q DRAFT 1", "what happened there was not told here");
}

async fn whole_editor(app: &TestApp) -> String {
    app.someone("editor@example.org", Role::Imo, world::scope()).await
}

#[actix_web::test]
async fn who_may_read_no_reports_cannot_listen_for_them() {
    let (app, officer) = world::start().await;
    let donor = app
        .someone(
            "donor@example.org",
            Role::Donor,
            json!({ "operationId": world::scope()["operationId"], "organisationId": organisation(Q) }),
        )
        .await;
    let nowhere = ReportId::from_uuid(Uuid::from_u128(1)).global().to_string();
    let elsewhere = appeals::world::cluster(99);
    for (token, variables, code, field) in [
        ("", of_plan(), "UNAUTHENTICATED", Value::Null),
        (donor.as_str(), of_plan(), "FORBIDDEN", Value::Null),
        (&officer, json!({ "plan": nowhere }), "INVALID", json!("planId")),
        (
            &officer,
            json!({ "plan": plan().replace(|letter: char| letter.is_lowercase(), "x") }),
            "INVALID",
            json!("planId"),
        ),
        (&officer, json!({ "plan": plan(), "cluster": elsewhere }), "INVALID", json!("clusterId")),
    ] {
        let mut socket = Socket::open(&app.url, token).await;
        let errors = socket.ask(REPORTS, variables).await;
        let extensions = &errors[0]["extensions"];
        assert_eq!((&extensions["code"], &extensions["field"]), (&json!(code), &field), "{errors:#}");
    }
    let mut socket = Socket::open(&app.url, &officer).await;
    let nothing = "subscription($plan: ID!) { reportChanged(planId: $plan) @skip(if: true) { id } }";
    assert_eq!(socket.ask(nothing, of_plan()).await[0]["extensions"]["key"], "subscription-of-nothing");
    let two =
        "subscription($plan: ID!) { a: reportChanged(planId: $plan) { id } b: reportChanged(planId: $plan) { id } }";
    assert_eq!(socket.ask(two, of_plan()).await[0]["extensions"]["key"], "document-subscription-root");
}

const EDITIONS: &str = "subscription($id: ID, $code: String) { editionPublished(appealId: $id, appealCode: $code) { number appealCode sha256 } }";

#[actix_web::test]
async fn editions_are_told_to_everyone_once_there_is_one_and_before_that_to_who_may_see_the_appeal() {
    let (app, coordinator) = appeals::world::start().await;
    let appeal = appeals::world::appeal(&app, &coordinator, "HAFG20", None).await;
    let (by_id, by_code) = (json!({ "id": appeal }), json!({ "code": "HAFG20" }));
    let mut visitor = Socket::open(&app.url, "").await;
    let unknown = visitor.ask(EDITIONS, json!({ "code": "NONE" })).await;
    assert_eq!(unknown[0]["extensions"]["code"], "NOT_FOUND");
    assert_eq!(visitor.ask(EDITIONS, by_code.clone()).await, unknown, "a draft looks like none at all");
    let nowhere = json!({ "id": AppealId::from_uuid(Uuid::from_u128(1)).global().to_string() });
    assert_eq!(visitor.ask(EDITIONS, by_id.clone()).await, visitor.ask(EDITIONS, nowhere).await);
    for which in [json!({}), json!({ "id": appeal, "code": "HAFG20" })] {
        assert_eq!(visitor.ask(EDITIONS, which).await[0]["extensions"]["key"], "appeal-which");
    }
    let mut cluster = Socket::open(&app.url, &coordinator).await;
    cluster.listen("s", EDITIONS, by_id.clone()).await;
    let publish = json!({ "appealId": appeal, "asOf": "2020-06-30" });
    appeals::world::write(&app, &coordinator, "publishEdition", "id", publish.clone()).await;
    assert_eq!(cluster.news("s").await["editionPublished"]["number"], 1);
    visitor.listen("by code", EDITIONS, by_code).await;
    let mut other = Socket::open(&app.url, "").await;
    other.listen("by id", EDITIONS, by_id).await;
    let fields = "number appealCode sha256";
    let published = appeals::world::write(&app, &coordinator, "publishEdition", fields, publish).await;
    assert_eq!(published["number"], 2);
    assert_eq!(visitor.news("by code").await["editionPublished"], published);
    assert_eq!(other.news("by id").await["editionPublished"], published);
    assert_eq!(cluster.news("s").await["editionPublished"], published);
    app.work().await;
}

#[actix_web::test]
async fn what_one_process_writes_another_tells() {
    let (app, officer) = world::start().await;
    let folder = tempfile::tempdir().expect("a folder");
    let key = [("DARASA_SIGNING_KEY", app.signing_key.as_str())];
    let other = Served::start(&app.database_url, folder.path(), &key);
    let mut socket = Socket::open(&other.url, &officer).await;
    socket.listen("s", REPORTS, of_plan()).await;
    save(&app, &officer, to_cluster(P, &cluster())).await;
    assert_eq!(gist(&socket.news("s").await), "Partner P DRAFT 1");
    other.terminate();
    assert_eq!(socket.closed().await, (1001, "This process is stopping; connect again".to_owned()));
    assert_eq!(other.ended(), Some(0), "an open socket holds nobody up");
}

#[actix_web::test]
async fn who_listens_while_the_database_is_cut_off_is_told_to_come_again_and_misses_nothing() {
    let (app, officer) = world::start().await;
    let mut socket = Socket::open(&app.url, &officer).await;
    socket.listen("s", REPORTS, of_plan()).await;
    let cut = "select count(pg_terminate_backend(pid))::text from pg_stat_activity \
        where datname = current_database() and pid <> pg_backend_pid() and query = 'listen darasa_events'";
    assert_eq!(app.sql(cut), ["1"], "one connection listens for the whole program");
    let (code, reason) = socket.closed().await;
    assert_eq!(code, 1013, "{reason}");
    let mut again = Socket::open(&app.url, &officer).await;
    again.listen("s", REPORTS, of_plan()).await;
    save(&app, &officer, to_cluster(P, &cluster())).await;
    assert_eq!(gist(&again.news("s").await), "Partner P DRAFT 1");
    drop((socket, again));
    until_open(&app, 0).await;
}

#[actix_web::test]
async fn of_changes_that_nobody_took_yet_the_newest_is_enough() {
    let (app, officer) = world::start().await;
    let mut socket = Socket::open(&app.url, &officer).await;
    socket.listen("s", REPORTS, of_plan()).await;
    let saved = save(&app, &officer, to_cluster(P, &cluster())).await;
    let id = saved["report"]["uuid"].as_str().expect("an id").to_owned();
    assert_eq!(gist(&socket.news("s").await), "Partner P DRAFT 1");
    // 500 changes in one moment: told once or a few times, and the last as it is now.
    app.sql(&format!("update reports set version = 9 where id = '{id}'"));
    app.sql(&format!(
        "do $$ begin for n in 1..500 loop \
            perform pg_notify('darasa_events', 'report-changed:' || number(400) || ':{id}'); commit; \
        end loop; end $$"
    ));
    assert_eq!(gist(&socket.news("s").await), "Partner P DRAFT 9");
    save(&app, &officer, to_cluster(Q, &cluster())).await;
    let mut told = 1;
    loop {
        let news = gist(&socket.news("s").await);
        if news == "Partner Q DRAFT 1" {
            break;
        }
        assert_eq!(news, "Partner P DRAFT 9");
        told += 1;
    }
    assert!(told <= 250, "told {told} times of 500 changes of one report");
}
