//! Nobody holds more than a bounded part of the program, however they behave.

use std::time::{Duration, Instant};

use futures::future::join_all;
use serde_json::json;

use super::{LARGE, open_sockets, until_open};
use crate::{
    crash::Installation,
    monitoring::world::{self, plan},
    support::{TestApp, served::Served, socket::Socket},
};

const REPORTS: &str = "subscription($plan: ID!) { reportChanged(planId: $plan) { version } }";

#[actix_web::test]
async fn twenty_operations_are_under_way_on_a_socket_and_no_more() {
    let (app, officer) = world::start().await;
    let mut socket = Socket::open(&app.url, &officer).await;
    for id in 0..19 {
        socket.listen(&id.to_string(), REPORTS, json!({ "plan": plan() })).await;
    }
    socket.subscribe("19", REPORTS, json!({ "plan": plan() })).await;
    let refused = socket.ask("{ __typename }", json!({})).await;
    assert_eq!(refused[0]["extensions"]["key"], "socket-too-many-operations", "{refused:#}");
    socket.send(&json!({ "type": "complete", "id": "7" })).await;
    assert_eq!(socket.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
}

#[actix_web::test]
async fn a_user_has_twenty_sockets_and_an_address_as_many_as_are_set() {
    let (app, officer) = world::start().await;
    let mut sockets = join_all((0..20).map(|_| Socket::open(&app.url, &officer))).await;
    let mut refused = Socket::silent(&app.url).await;
    refused.initialise(&officer).await;
    let (code, reason) = refused.closed().await;
    assert_eq!((code, reason.as_str()), (1013, "Try again later: you have too many sockets open"));
    until_open(&app, 20).await;
    sockets.pop();
    until_open(&app, 19).await;
    Socket::open(&app.url, &officer).await;
    until_open(&app, 19).await;
    let visitors = join_all((19..300).map(|_| Socket::silent(&app.url))).await;
    let protocol = [("sec-websocket-protocol", "graphql-transport-ws")];
    assert_eq!(Socket::with(&app.url, &protocol).await.err(), Some(429));
    drop(visitors);
    until_open(&app, 19).await;
}

#[actix_web::test]
async fn a_thousand_sockets_that_come_and_go_leave_nothing_behind() {
    let (app, officer) = world::start().await;
    for round in 0..10 {
        let sockets = join_all((0..100).map(async |number| {
            let mut socket = Socket::open(&app.url, if number < 15 { &officer } else { "" }).await;
            match number {
                0..10 => socket.listen("s", REPORTS, json!({ "plan": plan() })).await,
                10..20 => socket.subscribe("q", LARGE, json!({})).await,
                _ => {}
            }
            socket
        }));
        assert_eq!(sockets.await.len(), 100, "round {round}");
        until_open(&app, 0).await;
    }
    let listening = "select count(*)::text from pg_stat_activity where datname = current_database() and query = 'listen darasa_events'";
    assert_eq!(app.sql(listening), ["1"]);
    let mut socket = Socket::open(&app.url, &officer).await;
    socket.listen("s", REPORTS, json!({ "plan": plan() })).await;
}

#[actix_web::test]
async fn who_does_not_read_is_given_up_and_others_are_served_meanwhile() {
    let app = TestApp::start().await;
    let mut slow = Socket::open(&app.url, "").await;
    for id in 0..20 {
        slow.subscribe(&id.to_string(), LARGE, json!({})).await;
    }
    let mut quick = Socket::open(&app.url, "").await;
    assert_eq!(quick.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    let began = Instant::now();
    until_open(&app, 1).await;
    assert!(began.elapsed() < Duration::from_secs(25), "it took {:?}", began.elapsed());
    assert_eq!(quick.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    assert_eq!(open_sockets(&app).await, 1);
    drop(slow);
}

#[actix_web::test]
async fn who_do_not_read_hold_a_bounded_memory() {
    let installation = Installation::new();
    let program = Served::start(&installation.database.url, installation.folder.path(), &[]);
    let mut socket = Socket::open(&program.url, "").await;
    let answer = socket.ask(LARGE, json!({})).await.to_string().len();
    let before = program.peak_memory();
    let mut slow = join_all((0..20).map(|_| Socket::open(&program.url, ""))).await;
    for socket in &mut slow {
        for id in 0..20 {
            socket.subscribe(&id.to_string(), LARGE, json!({})).await;
        }
    }
    // Who reads is served behind all that was begun before.
    assert_eq!(socket.ask("{ __typename }", json!({})).await["data"]["__typename"], "Query");
    let held = (program.peak_memory() - before) * 1024;
    let all = u64::try_from(answer).expect("a size") * 20 * 20;
    eprintln!("400 answers of {answer} bytes are {all}; {held} bytes are held");
    assert!(held < all / 2, "{held} of {all} bytes are held for answers that nobody reads");
}

#[actix_web::test]
async fn operations_count_against_the_rate_of_an_address() {
    let installation = Installation::new();
    let rate = [("DARASA_RATE_PER_SECOND", "1"), ("DARASA_RATE_BURST", "20")];
    let program = Served::start(&installation.database.url, installation.folder.path(), &rate);
    let mut socket = Socket::open(&program.url, "").await;
    let mut limited = None;
    for _ in 0..60 {
        let answer = socket.ask("{ __typename }", json!({})).await;
        if answer.is_array() {
            limited = Some(answer);
            break;
        }
    }
    let limited = limited.expect("sixty operations are more than a burst of twenty");
    assert_eq!(limited[0]["extensions"]["code"], "RATE_LIMITED", "{limited:#}");
    assert!(limited[0]["extensions"]["retryAfter"].is_number(), "{limited:#}");
}
