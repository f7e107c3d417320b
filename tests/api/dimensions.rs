//! What people are counted by: shared dimensions, an operation's own, and categories.

use darasa::{
    dimensions::{self, CategoryKind, Counts, ensure_categories, recognise},
    kit::{auth::Role, scope::OperationId},
};
use futures::FutureExt;
use serde_json::{Value, json};

use super::{clusters::operation, support::TestApp};

const CREATE: &str =
    "mutation($input: CreateDimensionInput!) { createDimension(input: $input) { id code values { code } } }";

fn id(text: &str) -> OperationId {
    OperationId::parse(&juniper::ID::new(text.to_owned()), "id").expect("an id")
}

fn pairs(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(dimension, value)| ((*dimension).to_owned(), (*value).to_owned())).collect()
}

fn return_origin(operation: &str) -> Value {
    let value = |code: &str, label: &str| json!({ "code": code, "labels": [{ "language": "en", "text": label }] });
    json!({ "input": {
        "operationId": operation, "code": "return_origin", "labels": [{ "language": "en", "text": "Returned from" }],
        "values": [value("iran", "Iran (District of Return)"), value("pakistan", "Pakistan (District of Return)")],
    } })
}

#[actix_web::test]
async fn every_operation_shares_the_common_dimensions_in_five_languages() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let operation = operation(&app, &admin, "AFG-2026", None).await;
    let query = "query($id: ID!) { dimensions(operationId: $id, first: 50) { edges { node { code shared labels { language } \
                 values { code labels { language } } } } } }";
    let found = app.ok(&admin, query, json!({ "id": operation })).await;
    let edges = found["dimensions"]["edges"].as_array().expect("edges");
    let codes: Vec<&str> = edges.iter().map(|edge| edge["node"]["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["age_band", "disability", "education_level", "population_group", "sex", "staff_kind"]);
    let bands: Vec<&Value> =
        edges[0]["node"]["values"].as_array().expect("values").iter().map(|v| &v["code"]).collect();
    assert_eq!(bands, ["3-5", "6-11", "12-14", "15-17", "18+"]);
    for edge in edges {
        assert_eq!(edge["node"]["labels"].as_array().map(Vec::len), Some(5), "{edge}");
        for value in edge["node"]["values"].as_array().expect("values") {
            assert_eq!(value["labels"].as_array().map(Vec::len), Some(5), "{value}");
        }
    }
}

#[actix_web::test]
async fn headings_of_real_files_are_recognised_by_the_seeded_words() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let operation = operation(&app, &admin, "AFG-2026", None).await;
    let call = app.program();
    let conn = call.db.conn().await.expect("a connection");
    let vocabulary = dimensions::vocabulary(conn, id(&operation)).await.expect("words");
    let read = |text: &str| {
        let values = recognise(&vocabulary, text)?;
        Some(values.iter().map(|(dimension, value)| format!("{dimension}={value}")).collect::<Vec<_>>().join(";"))
    };
    for (text, expected) in [
        ("total", ""),
        ("Children - Female", "sex=f"),
        ("Girls 6-11", "age_band=6-11;sex=f"),
        ("Filles (6 à 11 ans)", "age_band=6-11;sex=f"),
        ("Niñas de 12 a 14 años", "age_band=12-14;sex=f"),
        ("Meninos 15-17", "age_band=15-17;sex=m"),
        ("بنات", "sex=f"),
        ("IDPs", "population_group=idp"),
        ("Adult", "age_band=18+"),
        ("Other", "population_group=other"),
        ("People with Disabilities", "disability=with"),
        ("Female teachers", "sex=f;staff_kind=teacher"),
        ("Pre-primary boys", "education_level=pre-primary;sex=m"),
    ] {
        assert_eq!(read(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["Temporary Sites", "Women", "Total Households", "girls and boys", "with"] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[actix_web::test]
async fn a_category_is_made_once_with_its_kind_and_its_label() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let text = operation(&app, &admin, "AFG-2026", None).await;
    let operation = id(&text);
    let wanted = vec![
        vec![],
        pairs(&[("sex", "f"), ("age_band", "6-11")]),
        pairs(&[("disability", "with")]),
        pairs(&[("age_band", "6-11"), ("sex", "f")]),
        pairs(&[("staff_kind", "teacher")]),
    ];
    let ensure = async |wanted: Vec<Vec<(String, String)>>| {
        let call = app.program();
        let done = call.transact(wanted, move |transaction, wanted| {
            async move { ensure_categories(transaction, operation, &wanted).await }.boxed()
        });
        done.await
    };
    let made = ensure(wanted.clone()).await.expect("categories");
    let keys: Vec<&str> = made.iter().map(|category| category.key.as_str()).collect();
    let girls = "age_band=6-11;sex=f";
    assert_eq!(keys, ["", girls, "disability=with", girls, "staff_kind=teacher"]);
    assert_eq!(made[1].id, made[3].id, "the order of values means nothing");
    use CategoryKind::{OfWhich, Part, Total};
    assert_eq!(made.iter().map(|category| category.kind).collect::<Vec<_>>(), [Total, Part, OfWhich, Part, Part]);
    assert_eq!((made[0].counts, made[4].counts), (Counts::Learners, Counts::Personnel));
    assert_eq!(ensure(wanted).await.expect("the same again"), made);
    let unknown = ensure(vec![pairs(&[("sex", "x")])]).await.expect_err("nobody defined it");
    assert_eq!(unknown.key(), "category-value-unknown");
    let query = "query($id: ID!) { categories(operationId: $id, first: 10) { edges { node { key label kind counts values { code dimension { code } } } } } }";
    let found = app.ok(&admin, query, json!({ "id": text })).await;
    let edges = found["categories"]["edges"].as_array().expect("edges");
    assert_eq!(edges[0]["node"]["label"], "Everyone");
    assert_eq!(
        edges[1]["node"],
        json!({
            "key": girls, "label": "6–11, Female", "kind": "PART", "counts": "LEARNERS",
            "values": [
                { "code": "6-11", "dimension": { "code": "age_band" } },
                { "code": "f", "dimension": { "code": "sex" } },
            ],
        })
    );
}

#[actix_web::test]
async fn an_operation_defines_dimensions_of_its_own_and_no_shared_one_anew() {
    let app = TestApp::start().await;
    let admin = app.administrator().await;
    let here = operation(&app, &admin, "AFG-2026", None).await;
    let there = operation(&app, &admin, "SDN-2026", None).await;
    let imo = app.someone("imo@example.org", Role::Imo, json!({ "operationId": here })).await;
    let made = app.ok(&imo, CREATE, return_origin(&here)).await["createDimension"].clone();
    assert_eq!(made["values"], json!([{ "code": "iran" }, { "code": "pakistan" }]));
    assert_eq!(app.refused(&imo, CREATE, return_origin(&here)).await.field.as_deref(), Some("code"));
    assert_eq!(app.refused(&imo, CREATE, return_origin(&there)).await.code, "NOT_FOUND");
    let mut shared = return_origin(&here);
    shared["input"]["code"] = json!("sex");
    assert_eq!(app.refused(&imo, CREATE, shared).await.field.as_deref(), Some("code"));
    let add = "mutation($input: AddDimensionValuesInput!) { addDimensionValues(input: $input) { values { code } } }";
    let value = json!([{ "code": "turkiye", "labels": [{ "language": "en", "text": "Türkiye" }] }]);
    let own = json!({ "input": { "dimensionId": made["id"], "values": value } });
    assert_eq!(app.ok(&imo, add, own.clone()).await["addDimensionValues"]["values"][2]["code"], "turkiye");
    assert_eq!(app.refused(&imo, add, own).await.field.as_deref(), Some("values"), "its code is taken now");
    let query = "query($id: ID!) { dimensions(operationId: $id, first: 1) { edges { node { id } } } }";
    let shared = app.ok(&imo, query, json!({ "id": here })).await["dimensions"]["edges"][0]["node"]["id"].clone();
    let input = json!({ "input": { "dimensionId": shared, "values": value } });
    assert_eq!(app.refused(&imo, add, input.clone()).await.code, "NOT_FOUND");
    app.ok(&admin, add, input).await;
}
