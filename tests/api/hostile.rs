//! Requests that mean harm or are merely broken, through the door of the whole program: a clear error, and never a fault of ours.

use reqwest::{
    Client, Method,
    header::{ACCEPT, CONTENT_TYPE},
};
use serde_json::{Value, json};

use super::support::TestApp;

/// Status and code of the answer to a body that is sent as JSON.
async fn post(app: &TestApp, body: impl Into<reqwest::Body>) -> (u16, String) {
    let request = app.client().post(format!("{}/graphql", app.url)).header(CONTENT_TYPE, "application/json");
    status_and_code(request.body(body)).await
}

async fn status_and_code(request: reqwest::RequestBuilder) -> (u16, String) {
    let response = request.send().await.expect("an answer, not a closed door");
    let status = response.status().as_u16();
    let body: Value = response.json().await.expect("an answer in JSON");
    (status, body["errors"][0]["extensions"]["code"].as_str().unwrap_or("none").to_owned())
}

fn document(query: impl AsRef<str>) -> String {
    json!({ "query": query.as_ref() }).to_string()
}

#[actix_web::test]
async fn documents_that_ask_for_too_much_are_refused_before_they_run() {
    let app = TestApp::start().await;
    let below = "viewer { user { id } } ";
    let parents = "{ parent ".repeat(20) + "{ id }" + &" }".repeat(20);
    let fragments: String = (0..20).map(|n| format!(" fragment f{n} on Query {{ ...f{0} ...f{0} }}", n + 1)).collect();
    let cases = [
        ("nesting", format!("{{ adminArea(countryIso3: \"X\", pcode: \"X\") {parents} }}"), "TOO_COMPLEX"),
        ("brackets", "{ a ".repeat(5_000), "TOO_COMPLEX"),
        ("aliases", format!("{{ {} }}", (0..31).map(|n| format!("a{n}: __typename ")).collect::<String>()), "TOO_COMPLEX"),
        ("root fields", format!("{{ {} }}", "__typename ".repeat(21)), "TOO_COMPLEX"),
        ("directives", format!("{{ __typename {} }}", "@skip(if: false) ".repeat(11)), "TOO_COMPLEX"),
        ("tokens", format!("{{ {} }}", below.repeat(1_000)), "TOO_COMPLEX"),
        ("fragments that double", format!("{{ ...f0 }}{fragments} fragment f20 on Query {{ __typename }}"), "TOO_COMPLEX"),
        ("records", "{ operations(first: 100) { edges { node { clusters { memberships(first: 100) { edges { cursor } } } } } } }".to_owned(), "TOO_COMPLEX"),
        ("introspection", format!("{{ __schema {{ types {{ fields {} }} }} }}", "{ type { fields ".repeat(5) + "{ name }" + &"} }".repeat(5)), "TOO_COMPLEX"),
        ("sign-ins at once", "mutation { a: requestPasswordReset(email: \"a\") b: requestPasswordReset(email: \"b\") }".to_owned(), "TOO_COMPLEX"),
        ("fragments in a circle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }".to_owned(), "INVALID"),
        ("a name without an end", format!("{{ {} }}", "x".repeat(900_000)), "INVALID"),
        ("a text without an end", "{ adminArea(countryIso3: \"".to_owned(), "INVALID"),
        ("a number without an end", format!("{{ users(first: {}) {{ totalCount }} }}", "9".repeat(100_000)), "INVALID"),
        ("half a surrogate", "mutation { requestPasswordReset(email: \"\\uD800\") }".to_owned(), "INVALID"),
        ("a control character", "{ \u{7} __typename }".to_owned(), "INVALID"),
        ("nothing", String::new(), "INVALID"),
        ("a subscription", "subscription { x }".to_owned(), "INVALID"),
        ("an unknown operation", "query a { __typename } query b { __typename }".to_owned(), "INVALID"),
    ];
    for (what, query, code) in cases {
        assert_eq!(post(&app, document(query)).await, (200, code.to_owned()), "{what}");
    }
}

#[actix_web::test]
async fn requests_of_a_wrong_form_are_refused_with_their_status() {
    let app = TestApp::start().await;
    let sound = document("{ __typename }");
    let deep =
        format!("{{\"query\":\"{{ __typename }}\",\"variables\":{}1{}}}", "{\"a\":".repeat(500), "}".repeat(500));
    let bodies: [(&str, Vec<u8>, u16, &str); 12] = [
        ("a list of requests", format!("[{}]", vec![sound.as_str(); 1000].join(",")).into(), 400, "INVALID"),
        ("a text", b"\"query\"".to_vec(), 400, "INVALID"),
        ("broken JSON", b"{\"query\": \"{ __typename }\"".to_vec(), 400, "INVALID"),
        ("no body", Vec::new(), 400, "INVALID"),
        ("bytes that are no UTF-8", b"{\"query\": \"{ \xff\xfe }\"}".to_vec(), 400, "INVALID"),
        ("half a surrogate", br#"{"query": "{ __typename }", "variables": {"a": "\ud800"}}"#.to_vec(), 400, "INVALID"),
        ("a zero byte", b"{\"query\": \"{ __typename }\0\"}".to_vec(), 400, "INVALID"),
        ("variables nested 500 deep", deep.into(), 400, "INVALID"),
        ("variables as a list", br#"{"query": "{ __typename }", "variables": []}"#.to_vec(), 400, "INVALID"),
        (
            "a number that no computer holds",
            br#"{"query": "{ __typename }", "variables": {"a": 1e999999}}"#.to_vec(),
            400,
            "INVALID",
        ),
        ("the query twice", br#"{"query": "{ __typename }", "query": "{ __typename }"}"#.to_vec(), 400, "INVALID"),
        ("a body above one megabyte", document("#".repeat(2 << 20)).into(), 413, "TOO_LARGE"),
    ];
    for (what, body, status, code) in bodies {
        assert_eq!(post(&app, body).await, (status, code.to_owned()), "{what}");
    }
    let url = format!("{}/graphql", app.url);
    let client: &Client = app.client();
    let mutation = format!("{url}?query=mutation%7BsignOut%7D");
    assert_eq!(status_and_code(client.get(mutation)).await, (405, "INVALID".into()), "a mutation by GET");
    let broken = format!("{url}?query=%7B__typename%7D&variables=garbage");
    assert_eq!(status_and_code(client.get(broken)).await, (400, "INVALID".into()), "garbage for variables");
    let no_text = format!("{url}?query=%ff%fe");
    assert_eq!(status_and_code(client.get(no_text)).await, (200, "INVALID".into()), "a query that is no UTF-8");
    assert_eq!(status_and_code(client.request(Method::DELETE, &url)).await, (405, "INVALID".into()));
    let form = client.post(&url).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body("query={__typename}");
    assert_eq!(status_and_code(form).await, (415, "INVALID".into()), "a form of a foreign page");
    let page = client.post(&url).header(CONTENT_TYPE, "application/json").header(ACCEPT, "text/html").body(sound);
    assert_eq!(status_and_code(page).await, (406, "INVALID".into()));
}

#[actix_web::test]
async fn a_text_that_can_never_be_kept_is_refused_by_the_input_that_holds_it() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
    let literal = "mutation { requestPasswordReset(email: \"a\\u0000@example.org\") }";
    let default = "query($code: String! = \"\\u0000\") { adminArea(countryIso3: $code, pcode: $code) { id } }";
    let by_variable = "query($code: String!) { adminArea(countryIso3: $code, pcode: \"a\") { id } }";
    let organisation = json!({ "organisation": { "name": "a\u{0}b", "kind": "UN" } });
    let cases = [
        (create, json!({ "input": organisation }), "organisation.name"),
        (literal, json!({}), "email"),
        (default, json!({}), "code"),
        (by_variable, json!({ "code": "\u{0}" }), "code"),
    ];
    for (query, variables, field) in cases {
        let refused = app.refused(&admin, query, variables).await;
        assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("INVALID", Some(field)), "{query}");
    }
    assert_eq!(app.sql("select count(*) from organisations"), ["0"]);
}

#[actix_web::test]
async fn numbers_and_dates_out_of_range_are_refused_as_such() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let users = "query($first: Int!) { users(first: $first) { totalCount } }";
    for first in
        [json!(0), json!(-1), json!(101), json!(2_147_483_648_i64), json!(1.5), json!("1"), json!(null), json!([])]
    {
        assert_eq!(app.refused(&admin, users, json!({ "first": first })).await.code, "INVALID", "{first}");
    }
    for after in ["", "x", "\u{202e}", "eyJhIjoxfQ", "AAAA", "WyIiLDEsMl0"] {
        let page = "query($after: String) { users(first: 1, after: $after) { totalCount } }";
        assert_eq!(app.refused(&admin, page, json!({ "after": after })).await.code, "INVALID", "{after:?}");
    }
    let grant = "mutation($input: GrantRoleInput!) { grantRole(input: $input) { id } }";
    let before = app.sql("select count(*) from grants");
    for until in
        ["+262142-12-31T23:59:59Z", "-262143-01-01T00:00:00Z", "0000-13-01T00:00:00Z", "99999-01-01T00:00:00Z", "NaN"]
    {
        let input = json!({ "email": "admin@example.org", "role": "VIEWER", "validUntil": until });
        assert_eq!(app.refused(&admin, grant, json!({ "input": input })).await.code, "INVALID", "{until}");
    }
    assert_eq!(app.sql("select count(*) from grants"), before);
}

#[actix_web::test]
async fn who_waits_for_a_record_too_long_is_told_so_and_not_that_the_program_is_broken() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let (holder, connection) =
        tokio_postgres::connect(&app.database_url, tokio_postgres::NoTls).await.expect("the test server answers");
    let connection = actix_web::rt::spawn(connection);
    holder.batch_execute("begin; lock table organisations").await.expect("nobody else has it");
    let create = "mutation($input: CreateOrganisationInput!) { createOrganisation(input: $input) { id } }";
    let input = json!({ "organisation": { "name": "Amsar Aid", "kind": "NNGO" } });
    let refused = app.refused(&admin, create, json!({ "input": input })).await;
    assert_eq!(refused.code, "CONFLICT");
    drop(holder);
    connection.await.expect("no panic").expect("closed in order");
    app.ok(&admin, create, json!({ "input": input })).await;
}

#[actix_web::test]
async fn figures_of_the_program_are_for_this_machine_and_not_for_those_behind_a_proxy() {
    let app = TestApp::start().await;
    let (status, _, figures) = app.get("/metrics", &[]).await;
    assert_eq!(status, 200);
    assert!(figures.contains("darasa_http_requests_in_flight 1"), "{figures}");
    let (status, _, figures) = app.get("/metrics", &[("X-Forwarded-For", "127.0.0.1")]).await;
    assert_eq!((status, figures.as_str()), (404, ""));
}
