//! Every subscription, by everybody: who may not know of what it is about hears of it as of nothing, and news go to those who may read them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{
    askers::{Guest, askers, enter},
    reading::{MISSING, Matrix, plain, spoken_of},
    reads::READS_REPORTS,
    table::{Asker, Record},
    world::{self, OWN, PLACES, Place, at},
};
use crate::support::socket::Socket;

const REPORTS: &str = "subscription($id: ID!) { reportChanged(planId: $id) { id note rows(first: 10) { edges { node { id remarks } } } } }";
const EDITIONS: &str = "subscription($id: ID!) { editionPublished(appealId: $id) { id } }";
const EDITIONS_BY_CODE: &str = "subscription($id: String!) { editionPublished(appealCode: $id) { id } }";

async fn socket(matrix: &Matrix, guest: &Guest) -> Socket {
    Socket::open(&matrix.app.url, guest.token.as_deref().unwrap_or_default()).await
}

/// Begins to listen, and what is said to that; nothing where it is in force.
async fn begin(socket: &mut Socket, id: &str, query: &str, subject: &str) -> Option<Value> {
    socket.subscribe(id, query, json!({ "id": subject })).await;
    socket.send(&json!({ "type": "subscribe", "id": "asked", "payload": { "query": "{ __typename }" } })).await;
    let mut refused = None;
    loop {
        let message = socket.hear().await;
        match (message["id"] == "asked", message["type"].as_str()) {
            (true, Some("complete")) => return refused,
            (true, Some("next")) => {}
            (false, Some("error")) => refused = Some(json!({ "errors": message["payload"] })),
            _ => unreachable!("nothing happened, and {message:#} was told"),
        }
    }
}

/// A refusal is as that of what there is not.
async fn check_refused(
    socket: &mut Socket,
    query: &str,
    (subject, missing): (&str, &str),
    wrong: &mut Vec<String>,
    about: &str,
) {
    let (told, absent) = (begin(socket, "x", query, subject).await, begin(socket, "x", query, missing).await);
    let names = |told: Option<Value>, id: &str| told.map(|told| plain(&told, id));
    let (told, absent) = (names(told, subject), names(absent, missing));
    if told.is_none() || told != absent {
        wrong.push(format!("LEAK {about}: {told:?} is not {absent:?}"));
    }
}

/// Reads reports somewhere, and may know of the plan: then one may listen, and hears of what one may read.
fn may_listen(asker: &Asker, plan: &Record) -> bool {
    plan.shown_to(asker) && asker.may(&READS_REPORTS, &plan.homes[0])
}

/// The reports of the published plan in a place: those of the cluster below the own one, too.
fn reports(matrix: &Matrix, place: Place) -> Vec<&Record> {
    let of = |record: &&Record| record.kind == "Report" && record.number / 10_000 == place.base / 10_000;
    matrix.records.values().filter(of).collect()
}

/// Tells that every report changed, and then that an edition was published.
fn tell(matrix: &Matrix) {
    let mut statement = String::new();
    let mut notify = |kind: &str, of: u32, id: u32| {
        statement += &format!("select pg_notify('darasa_events', '{kind}:' || number({of}) || ':' || number({id}));");
    };
    for place in PLACES {
        for report in reports(matrix, place) {
            notify("report-changed", place.base + at::PLAN, report.number);
        }
    }
    notify("edition-published", OWN.base + at::APPEAL, OWN.base + at::EDITION);
    matrix.app.sql(&format!("do $$ begin {} end $$", statement.replace("select pg_notify", "perform pg_notify")));
}

/// Hears until all that was expected came, and the edition: everything that was told, by what it speaks of.
async fn hear(socket: &mut Socket, expected: &BTreeSet<u32>) -> BTreeSet<(String, u32)> {
    let (mut told, mut edition) = (BTreeSet::new(), false);
    while !edition || !expected.iter().all(|number| told.contains(&("Report".to_owned(), *number))) {
        let message = socket.hear().await;
        assert_eq!(message["type"], "next", "{message:#}");
        edition |= message["id"] == "edition";
        spoken_of(&message["payload"], &mut told);
    }
    told
}

#[actix_web::test]
async fn changes_of_reports_are_told_to_those_who_may_read_them() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    let mut listeners = Vec::new();
    let missing = world::id("ResponsePlan", MISSING);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        let mut socket = socket(&matrix, &guest).await;
        let mut expected = BTreeSet::new();
        for (place, plan) in PLACES.into_iter().flat_map(|place| [(place, at::PLAN), (place, at::DRAFT_PLAN)]) {
            let plan = &matrix.records[&(place.base + plan)];
            let id = world::id(plan.kind, plan.number);
            let about = format!("{} listens for reports of {}", guest.asker.name, plan.number);
            cases += 1;
            if may_listen(&guest.asker, plan) {
                if let Some(told) = begin(&mut socket, &about, REPORTS, &id).await {
                    wrong.push(format!("REFUSED {about}: {told}"));
                }
                let readable = reports(&matrix, place).into_iter().filter(|report| report.shown_to(&guest.asker));
                expected.extend(readable.map(|report| report.number));
            } else if !plan.shown_to(&guest.asker) {
                check_refused(&mut socket, REPORTS, (&id, &missing), &mut wrong, &about).await;
            } else {
                let told = begin(&mut socket, "x", REPORTS, &id).await;
                let code = told.as_ref().map(|told| told["errors"][0]["extensions"]["code"].clone());
                if code != Some(json!("FORBIDDEN")) {
                    wrong.push(format!("LEAK {about}: {told:?}"));
                }
            }
        }
        let told = begin(&mut socket, "edition", EDITIONS, &world::id("Appeal", OWN.base + at::APPEAL)).await;
        assert_eq!(told, None, "everyone listens for editions");
        listeners.push((guest, socket, expected));
    }
    // What is not told in the first round had the whole second one to be told in.
    for _ in 0..2 {
        tell(&matrix);
        for (guest, socket, expected) in &mut listeners {
            let told = hear(socket, expected).await;
            cases += 33;
            let hidden = told
                .iter()
                .filter(|(_, number)| matrix.records.get(number).is_some_and(|record| !record.shown_to(&guest.asker)));
            let hidden: Vec<_> = hidden.collect();
            if !hidden.is_empty() {
                wrong.push(format!("LEAK {} is told of {hidden:?}", guest.asker.name));
            }
        }
    }
    println!("rights: {cases} cases of listening for reports");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    let heard: usize = listeners.iter().map(|(_, _, expected)| expected.len()).sum();
    assert!(heard > 150, "only {heard} reports are anybody's to hear of");
    matrix.app.work().await;
}

#[actix_web::test]
async fn editions_are_listened_for_by_those_who_may_know_of_the_appeal() {
    let matrix = Matrix::start().await;
    let (mut wrong, mut cases) = (Vec::new(), 0);
    let missing = world::id("Appeal", MISSING);
    for (number, asker) in askers().into_iter().enumerate() {
        let guest = enter(&matrix.app, number, asker).await;
        let mut socket = socket(&matrix, &guest).await;
        for (place, appeal) in PLACES.into_iter().flat_map(|place| [(place, at::APPEAL), (place, at::DRAFT_APPEAL)]) {
            let appeal = &matrix.records[&(place.base + appeal)];
            // Once there is an edition, it is public.
            let may = appeal.number == place.base + at::APPEAL || appeal.shown_to(&guest.asker);
            let id = world::id(appeal.kind, appeal.number);
            let code = format!("APPEAL-{}", appeal.number);
            for (query, subject, nothing) in
                [(EDITIONS, id.as_str(), missing.as_str()), (EDITIONS_BY_CODE, code.as_str(), "APPEAL-NONE")]
            {
                let about = format!("{} listens for editions of {subject}", guest.asker.name);
                cases += 1;
                if may {
                    let told = begin(&mut socket, &about, query, subject).await;
                    if let Some(told) = told {
                        wrong.push(format!("REFUSED {about}: {told}"));
                    }
                } else {
                    check_refused(&mut socket, query, (subject, nothing), &mut wrong, &about).await;
                }
            }
        }
    }
    println!("rights: {cases} cases of listening for editions");
    assert!(wrong.is_empty(), "{} of {cases} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
    matrix.app.work().await;
}
