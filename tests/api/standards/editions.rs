//! The editions of the standards, the key actions that are read in, and editions made to fit a country.

use darasa::kit::auth::Role;
use serde_json::{Value, json};

use super::world::{frameworks, someone, start};
use crate::{
    plans::world::{OPERATION, OTHER_OPERATION, operation, refused, write},
    support::TestApp,
};

#[actix_web::test]
async fn both_editions_have_five_domains_and_nineteen_standards_and_the_crosswalk_is_no_renumbering() {
    let (app, coordinator) = start().await;
    let query = "{ frameworks(first: 5) { edges { node { code source domains { number name }
        standards { code title position titleVerified domainVerified weight domain { number } keyActions { code } counterparts { code } } } } } }";
    let found = app.ok(&coordinator, query, json!({})).await;
    let editions: Vec<&Value> =
        found["frameworks"]["edges"].as_array().expect("editions").iter().map(|edge| &edge["node"]).collect();
    assert_eq!(editions.len(), 2);
    for edition in &editions {
        let counts = [&edition["domains"], &edition["standards"]].map(|list| list.as_array().map_or(0, Vec::len));
        assert_eq!(counts, [5, 19], "{}", edition["code"]);
        let standards = edition["standards"].as_array().expect("standards");
        assert!(standards.iter().all(|standard| standard["keyActions"] == json!([])), "no text is shipped");
        assert!(standards.iter().all(|standard| standard["weight"] == "1"));
    }
    let pairs: Vec<(String, String)> = editions[0]["standards"]
        .as_array()
        .expect("standards")
        .iter()
        .map(|standard| {
            let others = standard["counterparts"].as_array().expect("counterparts");
            assert_eq!(others.len(), 1, "{standard}");
            let short = |code: &Value| code.as_str().expect("a code")[10..].to_owned();
            (short(&standard["code"]), short(&others[0]["code"]))
        })
        .collect();
    let expected = [
        ("1.1", "01"),
        ("1.2", "02"),
        ("1.3", "03"),
        ("1.4", "04"),
        ("1.5", "05"),
        ("1.6", "06"),
        ("1.7", "07"),
        ("2.1", "08"),
        ("2.2", "09"),
        ("2.3", "10"),
        ("3.1", "11"),
        ("3.2", "14"),
        ("3.3", "12"),
        ("3.4", "13"),
        ("4.1", "15"),
        ("4.2", "16"),
        ("4.3", "17"),
        ("5.1", "18"),
        ("5.2", "19"),
    ];
    assert_eq!(pairs, expected.map(|(old, new)| (old.to_owned(), new.to_owned())));
    let newest = editions[1]["standards"].as_array().expect("standards");
    let unsure = |field: &str| -> Vec<&Value> {
        newest.iter().filter(|standard| standard[field] == false).map(|standard| &standard["code"]).collect()
    };
    assert_eq!(unsure("titleVerified"), ["INEE-2024-08"]);
    assert_eq!(unsure("domainVerified"), ["INEE-2024-14"]);
    assert_eq!(
        (&newest[13]["title"], &newest[13]["domain"]["number"]),
        (&json!("Training, Professional Development, and Support"), &json!(4))
    );
}

const IMPORT: &str =
    "applied added translated changed unchanged left moreIssues issues { row column key severity mend }";

async fn import(app: &TestApp, token: &str, framework: &str, language: &str, table: &str) -> Value {
    let file = app.upload(token, "key-actions.csv", table.to_owned()).await.expect("kept");
    let input = json!({ "frameworkId": framework, "language": language, "fileId": file });
    write(app, token, "importKeyActions", IMPORT, input).await
}

fn counts(import: &Value) -> [i64; 5] {
    ["added", "translated", "changed", "unchanged", "left"].map(|name| import[name].as_i64().expect("a count"))
}

#[actix_web::test]
async fn key_actions_are_read_in_by_who_holds_their_text_and_the_same_file_again_changes_nothing() {
    let (app, coordinator) = start().await;
    let admin = app.administrator().await;
    let [old, new] = frameworks(&app, &coordinator).await;
    let table = "Standard,Key action,Text\nINEE-2024-03,1,First\ninee-2024-03,2,Second\nINEE-2024-01,1,Only\n";
    let file = app.upload(&coordinator, "key-actions.csv", table).await.expect("kept");
    let input = json!({ "frameworkId": new, "language": "en", "fileId": file });
    assert_eq!(refused(&app, &coordinator, "importKeyActions", input).await, "FORBIDDEN");

    let done = import(&app, &admin, &new, "en", table).await;
    assert_eq!((&done["applied"], counts(&done)), (&json!(true), [3, 0, 0, 0, 0]));
    let again = import(&app, &admin, &new, "en", table).await;
    assert_eq!(counts(&again), [0, 0, 0, 3, 0]);
    let french = import(&app, &admin, &new, "fr", "Standard,Key action,Text\nINEE-2024-03,1,Premier\n").await;
    assert_eq!(counts(&french), [0, 1, 0, 0, 0]);
    let changed = "Standard,Key action,Text\nINEE-2024-03,1,The first\nINEE-2024-03,3,Third\n";
    assert_eq!(counts(&import(&app, &admin, &new, "en", changed).await), [1, 0, 1, 0, 2]);

    let query = "query($id: ID!) { framework(id: $id) { standards { code keyActions { code number text texts { language text } } } } }";
    let found = app.ok(&coordinator, query, json!({ "id": new })).await;
    let third = &found["framework"]["standards"][2];
    let codes: Vec<&Value> =
        third["keyActions"].as_array().expect("key actions").iter().map(|action| &action["code"]).collect();
    assert_eq!(codes, ["INEE-2024-03.1", "INEE-2024-03.2", "INEE-2024-03.3"]);
    let texts = json!([{ "language": "en", "text": "The first" }, { "language": "fr", "text": "Premier" }]);
    assert_eq!(third["keyActions"][0]["texts"], texts);

    let history = app.sql("select after::text from audit_events where action = 'import-key-actions' order by id");
    assert_eq!(history.len(), 3, "an import that changes nothing is no event");
    assert!(history.iter().all(|event| !event.contains("First")), "the history holds no text of the publisher");
    let wrong_edition = import(&app, &admin, &old, "en", table).await;
    assert_eq!(wrong_edition["applied"], false);
    app.work().await;
}

#[actix_web::test]
async fn every_error_of_a_table_of_key_actions_is_told_at_once_and_nothing_is_written() {
    let (app, coordinator) = start().await;
    let admin = app.administrator().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let long = "x".repeat(2001);
    let table = format!(
        "Standard,Key action,Text\nINEE-2024-03,1,First\nINEE-2024-03,1,Again\nINEE-2010-1.1,1,Old\nINEE-2024-04,0,None\n\
         INEE-2024-04,100,Many\nINEE-2024-05,two,Word\nINEE-2024-06,1,\nINEE-2024-07,1,{long}\n"
    );
    let done = import(&app, &admin, &new, "en", &table).await;
    assert_eq!(done["applied"], false);
    let told: Vec<(i64, &str)> = done["issues"]
        .as_array()
        .expect("issues")
        .iter()
        .map(|issue| (issue["row"].as_i64().expect("a row"), issue["key"].as_str().expect("a key")))
        .collect();
    let expected = [
        (3, "key-action-twice"),
        (4, "standard-unknown"),
        (5, "key-action-number"),
        (6, "key-action-number"),
        (7, "sheet-no-number"),
        (8, "sheet-value-missing"),
        (9, "key-action-text"),
    ];
    assert_eq!(told, expected);
    assert_eq!(app.sql("select count(*) from key_actions"), ["0"]);
    let headless = import(&app, &admin, &new, "en", "a,b\n1,2\n").await;
    assert_eq!((&headless["applied"], headless["issues"].as_array().map(Vec::is_empty)), (&json!(false), Some(false)));
    app.work().await;
}

#[actix_web::test]
async fn an_edition_is_made_to_fit_a_country_step_by_step_and_adopted_when_there_is_a_document() {
    let (app, _) = start().await;
    let scope = json!({ "operationId": operation(OPERATION) });
    let officer = app.someone("officer@example.org", Role::Imo, scope).await;
    let [_, new] = frameworks(&app, &officer).await;
    let begin = json!({ "operationId": operation(OPERATION), "frameworkId": new });
    let editor = someone(&app, "editor", Role::PartnerEditor, Some(super::world::ORGANISATION)).await;
    assert_eq!(refused(&app, &editor, "startContextualisation", begin.clone()).await, "FORBIDDEN");
    let elsewhere = json!({ "operationId": operation(OTHER_OPERATION), "frameworkId": new });
    assert_eq!(refused(&app, &officer, "startContextualisation", elsewhere).await, "NOT_FOUND operationId");
    let made = write(&app, &officer, "startContextualisation", "id step version", begin.clone()).await;
    assert_eq!(made["step"], "MAPPING");
    assert_eq!(refused(&app, &officer, "startContextualisation", begin).await, "CONFLICT frameworkId");
    let change = |version: i64, more: Value| {
        let mut input = json!({ "contextualisationId": made["id"], "baseVersion": version });
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let refuse = async |input| refused(&app, &officer, "updateContextualisation", input).await;
    assert_eq!(
        refuse(change(1, json!({ "adoptedOn": "2026-01-05" }))).await,
        "INVALID adoptedOn",
        "there is no document yet"
    );
    let future = json!({ "step": "SYNTHESIS", "adoptedOn": "2999-01-01" });
    assert_eq!(refuse(change(1, future)).await, "INVALID adoptedOn");
    assert_eq!(refuse(change(1, json!({ "url": "javascript:alert(1)" }))).await, "INVALID url");
    let items = json!({ "items": [
        { "code": "INEE-2024-10", "texts": [{ "language": "en", "text": "Two rooms and water" }], "threshold": "40 learners to a room" },
        { "code": "INEE-2010-1.1", "texts": [{ "language": "en", "text": "Of another edition" }] },
    ] });
    assert_eq!(refused(&app, &officer, "setContextualItems", change(1, items.clone())).await, "INVALID items[1].code");
    let good = json!({ "items": [items["items"][0]] });
    let said =
        write(&app, &officer, "setContextualItems", "version items { code text threshold }", change(1, good)).await;
    let item = json!([{ "code": "INEE-2024-10", "text": "Two rooms and water", "threshold": "40 learners to a room" }]);
    assert_eq!((&said["version"], &said["items"]), (&json!(2), &item));
    assert_eq!(refuse(change(1, json!({ "step": "SYNTHESIS" }))).await, "CONFLICT baseVersion");
    let adopted =
        json!({ "step": "PRESENTATION", "adoptedOn": "2026-01-05", "url": "https://example.org/standards.pdf" });
    write(&app, &officer, "updateContextualisation", "version", change(2, adopted)).await;
    let query = "query($id: ID!) { contextualisations(operationId: $id, first: 5) { edges { node { step adoptedOn url framework { code } } } } }";
    let found = app.ok(&editor, query, json!({ "id": operation(OPERATION) })).await;
    let expected = json!({
        "step": "PRESENTATION", "adoptedOn": "2026-01-05", "url": "https://example.org/standards.pdf",
        "framework": { "code": "INEE-2024" },
    });
    assert_eq!(found["contextualisations"]["edges"][0]["node"], expected);
}
