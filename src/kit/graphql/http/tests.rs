//! The endpoint through its door: what a client sends, and what it gets.

use actix_web::{
    App,
    body::MessageBody,
    dev::ServiceResponse,
    http::header::{ACCEPT, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, SET_COOKIE},
    middleware::from_fn,
    test::{TestRequest, call_service, init_service, read_body, read_body_json},
};
use chrono::DateTime;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::*;
use crate::kit::{
    clock::Clock,
    graphql::toy::{Toy, ToyContext, schema},
    telemetry::{Telemetry, observe},
};

const RESPONSE: &str = "application/graphql-response+json";

fn endpoint() -> Endpoint<Toy> {
    Endpoint::new(schema(), Limits { single: &["signIn"], ..Limits::default() })
}

async fn serve(request: HttpRequest, payload: web::Payload, endpoint: web::Data<Endpoint<Toy>>) -> HttpResponse {
    let signed_out = request.headers().contains_key("signed-out");
    let context = async || if signed_out { Err(Error::unauthenticated()) } else { Ok(ToyContext::default()) };
    endpoint.handle(&request, payload, context).await
}

async fn send_to(endpoint: Endpoint<Toy>, request: TestRequest) -> ServiceResponse<impl MessageBody> {
    let clock = Clock::held_at(DateTime::from_timestamp(1_790_000_000, 0).expect("a valid time"), 1);
    let telemetry = web::Data::new(Telemetry::new(clock).expect("distinct names"));
    let app = App::new()
        .app_data(web::Data::new(endpoint))
        .app_data(telemetry)
        .service(web::resource("/graphql").to(serve))
        .wrap(from_fn(observe));
    let request = request.insert_header(("X-Request-Id", "r1"));
    call_service(&init_service(app).await, request.to_request()).await
}

async fn send(request: TestRequest) -> ServiceResponse<impl MessageBody> {
    send_to(endpoint(), request).await
}

fn get(query_string: &str) -> TestRequest {
    TestRequest::get().uri(&format!("/graphql?{query_string}"))
}

fn post(body: &Json) -> TestRequest {
    TestRequest::post().uri("/graphql").set_json(body)
}

fn ask(query: &str) -> TestRequest {
    post(&json!({ "query": query }))
}

/// Status and body of the answer.
async fn answer(request: TestRequest) -> (u16, Json) {
    let response = send(request).await;
    (response.status().as_u16(), read_body_json(response).await)
}

/// Status, code and key of the first error of the answer.
async fn refusal(request: TestRequest) -> (u16, String, String) {
    let (status, body) = answer(request).await;
    assert!(body.get("data").is_none(), "{body}");
    let extensions = &body["errors"][0]["extensions"];
    let text = |name: &str| extensions[name].as_str().unwrap_or_default().to_owned();
    (status, text("code"), text("key"))
}

fn refused(status: u16, code: &str, key: &str) -> (u16, String, String) {
    (status, code.to_owned(), key.to_owned())
}

fn header(response: &ServiceResponse<impl MessageBody>, name: HeaderName) -> &str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[actix_web::test]
async fn a_query_is_answered_by_post_and_by_get() {
    let data = (200, json!({ "data": { "double": 42 } }));
    let query = "query ($n: Int!) { double(number: $n) }";
    assert_eq!(answer(post(&json!({ "query": query, "variables": { "n": 21 } }))).await, data);
    assert_eq!(answer(get("query=query($n:Int!){double(number:$n)}&variables=%7B%22n%22:21%7D")).await, data);
    let two = "query a { double(number: 1) } query b { double(number: 21) }";
    assert_eq!(answer(post(&json!({ "query": two, "operationName": "b" }))).await, data);
}

#[actix_web::test]
async fn a_mutation_runs_by_post_only() {
    let mutation = "mutation { rename(name: \"Blue Nile\") }";
    assert_eq!(answer(ask(mutation)).await, (200, json!({ "data": { "rename": "Blue Nile" } })));
    let by_get = send(get("query=mutation{rename(name:%22x%22)}")).await;
    assert_eq!((by_get.status().as_u16(), header(&by_get, ALLOW)), (405, "POST"));
    let body: Json = read_body_json(by_get).await;
    assert_eq!(body["errors"][0]["extensions"]["key"], "graphql-mutation-by-get");
}

#[actix_web::test]
async fn other_methods_are_refused_with_those_that_do() {
    for method in [Method::PUT, Method::DELETE, Method::HEAD, Method::OPTIONS] {
        let response = send(TestRequest::default().method(method).uri("/graphql")).await;
        assert_eq!((response.status().as_u16(), header(&response, ALLOW)), (405, "GET, POST"));
    }
}

#[actix_web::test]
async fn only_json_in_utf_8_is_read() {
    let body = "{\"query\":\"{ double(number: 1) }\"}";
    let send_as = |content_type: &'static str| {
        let request = TestRequest::post().uri("/graphql").set_payload(body);
        if content_type.is_empty() { request } else { request.insert_header((CONTENT_TYPE, content_type)) }
    };
    for fine in ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8"] {
        assert_eq!(answer(send_as(fine)).await.0, 200, "{fine}");
    }
    for other in [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin1",
        "!",
    ] {
        assert_eq!(refusal(send_as(other)).await, refused(415, "INVALID", "graphql-content-type"), "{other}");
    }
}

#[actix_web::test]
async fn a_body_that_is_no_single_request_is_refused() {
    let wrong = refused(400, "INVALID", "graphql-request");
    for body in [
        "",
        "null",
        "7",
        "{",
        "{\"query\":",
        "[]",
        "[{\"query\":\"{ double(number: 1) }\"}]",
        " \n[\"{ double(number: 1) }\"]",
        "{}",
        "{\"query\":null}",
        "{\"query\":7}",
        "{\"query\":\"{__typename}\",\"query\":\"{__typename}\"}",
        "{\"query\":\"{__typename}\",\"variables\":[1]}",
        "{\"query\":\"{__typename}\",\"variables\":\"{}\"}",
        "{\"query\":\"{__typename}\",\"extensions\":1}",
        "{\"query\":\"{__typename}\",\"operationName\":{}}",
    ] {
        let request =
            TestRequest::post().uri("/graphql").insert_header((CONTENT_TYPE, "application/json")).set_payload(body);
        assert_eq!(refusal(request).await, wrong, "{body}");
    }
    for query_string in
        ["", "query", "variables=%7B%7D", "query={__typename}&variables=garbage", "query=a&query=b", "query=%ff"]
    {
        let (status, code, _) = refusal(get(query_string).insert_header((ACCEPT, RESPONSE))).await;
        assert_eq!((status, code.as_str()), (400, "INVALID"), "{query_string}");
    }
    let nothing =
        json!({ "query": "{ __typename }", "variables": null, "extensions": null, "operationName": null, "more": 1 });
    assert_eq!(answer(post(&nothing)).await.0, 200, "null is as good as nothing");
}

#[actix_web::test]
async fn a_body_of_one_mebibyte_passes_and_one_byte_more_does_not() {
    let body = |bytes: usize| {
        let frame = "{\"query\":\"{ __typename }\",\"pad\":\"\"}";
        let padded = frame.replace("\"\"", &format!("\"{}\"", "x".repeat(bytes - frame.len())));
        assert_eq!(padded.len(), bytes);
        TestRequest::post().uri("/graphql").insert_header((CONTENT_TYPE, "application/json")).set_payload(padded)
    };
    assert_eq!(answer(body(1_048_576)).await.0, 200);
    assert_eq!(refusal(body(1_048_577)).await, refused(413, "TOO_LARGE", "graphql-body-too-large"));
}

/// A question of so many bytes, packed, that says in which encoding it is.
fn packed(bytes: usize, encoding: &str) -> TestRequest {
    use std::io::Write;
    let question = "{\"query\":\"{ double(number: 21) }\"}";
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(question.as_bytes()).expect("memory takes it");
    packer.write_all(&vec![b' '; bytes.saturating_sub(question.len())]).expect("memory takes it");
    let body = packer.finish().expect("memory takes it");
    let request = TestRequest::post().uri("/graphql").insert_header(("Content-Type", "application/json"));
    request.insert_header(("Content-Encoding", encoding)).set_payload(body)
}

#[actix_web::test]
async fn a_body_may_come_packed_and_is_unpacked_up_to_the_limit_alone() {
    let response = send(ask("{ double(number: 21) }")).await;
    assert_eq!(response.headers().get("Accept-Encoding").and_then(|told| told.to_str().ok()), Some("gzip"));
    let data = (200, json!({ "data": { "double": 42 } }));
    assert_eq!(answer(packed(0, "gzip")).await, data);
    assert_eq!(answer(packed(1_048_576, "GZIP")).await, data);
    assert_eq!(refusal(packed(1_048_577, "gzip")).await, refused(413, "TOO_LARGE", "graphql-body-too-large"));
    assert_eq!(refusal(packed(50 * 1_048_576, "gzip")).await, refused(413, "TOO_LARGE", "graphql-body-too-large"));
    assert_eq!(refusal(packed(0, "br")).await, refused(415, "INVALID", "graphql-content-encoding"));
    let broken = ask("{ double(number: 21) }").insert_header(("Content-Encoding", "gzip"));
    assert_eq!(refusal(broken).await, refused(400, "INVALID", "graphql-body"));
}

#[actix_web::test]
async fn the_client_chooses_between_two_media_types() {
    for (accept, expected) in [
        ("application/json", "application/json; charset=utf-8"),
        ("*/*", "application/json; charset=utf-8"),
        ("application/*", "application/json; charset=utf-8"),
        ("text/html, */*;q=0.1", "application/json; charset=utf-8"),
        (RESPONSE, "application/graphql-response+json; charset=utf-8"),
        (
            "application/json;q=0.9, application/graphql-response+json",
            "application/graphql-response+json; charset=utf-8",
        ),
        ("application/graphql-response+json;q=0.1, application/json", "application/json; charset=utf-8"),
    ] {
        let response = send(ask("{ __typename }").insert_header((ACCEPT, accept))).await;
        assert_eq!((response.status().as_u16(), header(&response, CONTENT_TYPE)), (200, expected), "{accept}");
        assert_eq!(header(&response, CACHE_CONTROL), "no-store");
        assert_eq!(header(&response, HeaderName::from_static("x-request-id")), "r1");
    }
    for accept in ["text/html", "application/json;q=0", "image/*"] {
        let request = ask("{ __typename }").insert_header((ACCEPT, accept));
        assert_eq!(refusal(request).await, refused(406, "INVALID", "graphql-not-acceptable"), "{accept}");
    }
}

#[actix_web::test]
async fn a_document_that_cannot_run_is_200_or_400_by_media_type_and_tells_why() {
    let deep = format!("{{ river {}{{ name }}{} }}", "{ mouth ".repeat(15), "}".repeat(15));
    for (request, code, key) in [
        (json!({ "query": "{" }), "INVALID", "graphql-invalid"),
        (json!({ "query": "" }), "INVALID", "graphql-invalid"),
        (json!({ "query": "{ nothing }" }), "INVALID", "graphql-invalid"),
        (json!({ "query": "query a { __typename } query b { __typename }" }), "INVALID", "graphql-invalid"),
        (json!({ "query": "{ __typename }", "operationName": "a" }), "INVALID", "graphql-invalid"),
        (json!({ "query": "query ($n: Int!) { double(number: $n) }" }), "INVALID", "graphql-invalid"),
        (
            json!({ "query": "query ($n: Int!) { double(number: $n) }", "variables": { "n": "x" } }),
            "INVALID",
            "graphql-invalid",
        ),
        (json!({ "query": "subscription { riverRose(name: \"\") { name } }" }), "INVALID", "graphql-subscription"),
        (json!({ "query": deep }), "TOO_COMPLEX", "document-too-deep"),
    ] {
        assert_eq!(refusal(post(&request)).await, refused(200, code, key), "{request}");
        assert_eq!(
            refusal(post(&request).insert_header((ACCEPT, RESPONSE))).await,
            refused(400, code, key),
            "{request}"
        );
    }
    let (_, body) = answer(ask("{ nothing }")).await;
    assert_eq!(body["errors"][0]["message"], "Unknown field \"nothing\" on type \"Query\"");
    assert_eq!(body["errors"][0]["locations"], json!([{ "line": 1, "column": 3 }]));
}

#[actix_web::test]
async fn a_mistake_that_is_repeated_is_one_error_with_its_places_and_there_is_an_end_to_errors() {
    let (_, body) = answer(ask("{ nothing @aa @aa nothing }")).await;
    let told: Vec<(&str, usize)> = body["errors"].as_array().expect("errors").iter().map(words_and_places).collect();
    assert_eq!(told, [("Unknown field \"nothing\" on type \"Query\"", 2), ("Unknown directive \"aa\"", 2)]);
    let (_, body) = answer(ask(&format!("{{ rivers(first: 1) {{ {} }} }}", "nothing ".repeat(25)))).await;
    let told: Vec<(&str, usize)> = body["errors"].as_array().expect("errors").iter().map(words_and_places).collect();
    assert_eq!(told, [("Unknown field \"nothing\" on type \"River\"", 20)]);
    let many: String = (0..25).map(|number| format!("nothing{number} ")).collect();
    let (_, body) = answer(ask(&format!("{{ rivers(first: 1) {{ {many} }} }}"))).await;
    assert_eq!(body["errors"].as_array().expect("errors").len(), 20);
    assert_eq!(body["errors"][19]["extensions"]["code"], "INVALID");
}

fn words_and_places(error: &Json) -> (&str, usize) {
    (error["message"].as_str().expect("words"), error["locations"].as_array().expect("places").len())
}

#[actix_web::test]
async fn the_viewers_budget_of_records_counts_variables() {
    let ask_for = |first: i32| {
        let query = "query ($n: Int!) { rivers(first: 100) { tributaries(first: $n) { name } } }";
        post(&json!({ "query": query, "variables": { "n": first } })).insert_header((ACCEPT, RESPONSE))
    };
    assert_eq!(answer(ask_for(99)).await.0, 200, "100 + 100 * 99 records");
    assert_eq!(refusal(ask_for(100)).await, refused(400, "TOO_COMPLEX", "document-too-many-records"));
}

#[actix_web::test]
async fn a_resolver_that_never_ends_is_stopped() {
    let endpoint = endpoint().with_time_limits(Duration::from_millis(5), Duration::from_secs(60));
    let response = send_to(endpoint, ask("{ never }")).await;
    assert_eq!(response.status().as_u16(), 504);
    let body: Json = read_body_json(response).await;
    assert_eq!(body["errors"][0]["extensions"]["code"], "TIMED_OUT");
}

#[actix_web::test]
async fn only_an_operation_that_may_take_long_is_given_longer() {
    let limited = |limit, long| {
        let limits = Limits { long: &["importSlowly"], ..Limits::default() };
        Endpoint::new(schema(), limits).with_time_limits(Duration::from_millis(limit), Duration::from_millis(long))
    };
    let import = || post(&json!({ "query": "mutation { one: importSlowly(millis: 60) }" }));
    let status = async |endpoint, request| send_to(endpoint, request).await.status().as_u16();
    assert_eq!(status(limited(5, 60_000), import()).await, 200);
    assert_eq!(status(limited(60_000, 5), import()).await, 504);
    let other = post(&json!({ "query": "mutation { idleSlowly(millis: 60) }" }));
    assert_eq!(status(limited(5, 60_000), other).await, 504);
}

#[actix_web::test]
async fn a_resolver_that_panics_costs_its_own_request_only() {
    let endpoint = web::Data::new(endpoint());
    let app = App::new().app_data(endpoint).service(web::resource("/graphql").to(serve));
    let app = init_service(app).await;
    let panicked = call_service(&app, ask("{ panics }").to_request()).await;
    assert_eq!(panicked.status().as_u16(), 500);
    let body: Json = read_body_json(panicked).await;
    assert_eq!(body["errors"][0]["extensions"], json!({ "code": "INTERNAL", "key": "internal" }));
    assert!(!body.to_string().contains("resolver"), "{body}");
    let next = call_service(&app, ask("{ double(number: 2) }").to_request()).await;
    assert_eq!(read_body(next).await, "{\"data\":{\"double\":4}}");
}

#[actix_web::test]
async fn errors_of_ours_pass_and_faults_lose_their_words() {
    let (status, body) = answer(ask("{ refuses leaks breaks double(number: 4) }")).await;
    assert_eq!(status, 200);
    assert_eq!(body["data"], json!({ "refuses": null, "leaks": null, "breaks": null, "double": 8 }));
    let errors = &body["errors"];
    assert_eq!(errors[0]["message"], "the number must be even");
    assert_eq!(errors[0]["path"], json!(["refuses"]));
    assert_eq!(errors[0]["extensions"], json!({ "code": "INVALID", "key": "number-odd", "field": "number" }));
    for fault in [&errors[1], &errors[2]] {
        assert_eq!(fault["message"], "something went wrong on our side; it has been logged");
        assert_eq!(fault["extensions"], json!({ "code": "INTERNAL", "key": "internal", "requestId": "r1" }));
    }
    let text = body.to_string();
    assert!(!text.contains("hunter2") && !text.contains("river"), "{text}");
}

#[actix_web::test]
async fn who_asks_is_found_out_after_the_document_is_known_to_be_sound() {
    let signed_out = |query: &str| ask(query).insert_header(("Signed-Out", "1"));
    assert_eq!(refusal(signed_out("{ double(number: 1) }")).await, refused(401, "UNAUTHENTICATED", "unauthenticated"));
    assert_eq!(refusal(signed_out("{")).await, refused(200, "INVALID", "graphql-invalid"));
}

#[actix_web::test]
async fn what_the_context_adds_reaches_the_client_when_the_operation_ran() {
    assert_eq!(header(&send(ask("{ double(number: 1) }")).await, SET_COOKIE), "seen=yes");
    assert_eq!(header(&send(ask("{")).await, SET_COOKIE), "");
}

#[test]
fn no_bytes_make_reading_a_request_panic() {
    proptest!(|(body in proptest::collection::vec(any::<u8>(), 0..200), text in "\\PC*")| {
        drop(Parameters::of_body(&body));
        drop(Parameters::of_body(text.as_bytes()));
        drop(Parameters::of_url(&text));
    });
}
