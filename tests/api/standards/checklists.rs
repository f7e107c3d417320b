//! A checklist from draft to comparison: what is rated counts by the rule, and what was submitted stays.

use darasa::{
    app::graphql,
    kit::{auth::Role, db::count_queries, graphql::Context},
};
use juniper::{DefaultScalarValue, ToInputValue};
use serde_json::{Value, json};
use uuid::Uuid;

use super::world::{draft, frameworks, rate, rating, scores, seen, site, start, submit, version};
use crate::{
    plans::world::{CLUSTER, OPERATION, cluster, operation, refused, text, write},
    support::TestApp,
};

/// Domain 1: met, partly met, not met. Domain 2: not applicable, met. The rest nobody looked at.
const FOUND: [(&str, &str); 5] = [
    ("INEE-2024-01", "MET"),
    ("INEE-2024-02", "PARTIAL"),
    ("INEE-2024-03", "NOT_MET"),
    ("INEE-2024-08", "NOT_APPLICABLE"),
    ("INEE-2024-09", "MET"),
];

#[actix_web::test]
async fn what_is_rated_comes_to_the_score_that_can_be_worked_out_by_hand() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    assert_eq!(scores(&app, &coordinator, &id).await, json!([null, null, "0", 0, 0]), "nothing was looked at yet");
    rate(&app, &coordinator, &id, &FOUND).await;
    write(&app, &coordinator, "addEvidence", "id", seen(&id, "INEE-2024-01")).await;
    let query = "query($id: ID!) { checklist(id: $id) { round status subjectKind subjectId scores {
        overall { score strict completeness met partial notMet notApplicable notAssessed domain method methodVersion asOf source }
        domains { domain domainName score strict completeness } evidenceCount unsupportedCount }
        standards { code score { score } items { code rating reason evidenceCount unsupported } } } }";
    let found = app.ok(&coordinator, query, json!({ "id": id })).await;
    let checklist = &found["checklist"];
    // (1 + 1/2 + 0 + 1) / 4; (1 + 0 + 0 + 1) / 4; 4 assessed of the 18 that apply.
    let overall = json!({
        "score": "0.625", "strict": "0.5", "completeness": "0.2222222222222222222222222222",
        "met": 2, "partial": 1, "notMet": 1, "notApplicable": 1, "notAssessed": 14, "domain": null,
        "method": "DARASA_STANDARDS_SCORE", "methodVersion": "1", "asOf": "2026-03-01", "source": "the draft of round 1",
    });
    assert_eq!(checklist["scores"]["overall"], overall);
    let domains = json!([
        { "domain": 1, "domainName": "Foundational Standards", "score": "0.5", "strict": "0.3333333333333333333333333333", "completeness": "0.4285714285714285714285714286" },
        { "domain": 2, "domainName": "Access and Learning Environment", "score": "1", "strict": "1", "completeness": "0.5" },
        { "domain": 3, "domainName": "Teaching and Learning", "score": null, "strict": null, "completeness": "0" },
        { "domain": 4, "domainName": "Teachers and Other Education Personnel", "score": null, "strict": null, "completeness": "0" },
        { "domain": 5, "domainName": "Education Policy", "score": null, "strict": null, "completeness": "0" },
    ]);
    assert_eq!(checklist["scores"]["domains"], domains);
    assert_eq!(
        (&checklist["scores"]["evidenceCount"], &checklist["scores"]["unsupportedCount"]),
        (&json!(1), &json!(2))
    );
    let item = |at: usize| checklist["standards"][at]["items"][0].clone();
    assert_eq!(item(0)["unsupported"], false, "somebody saw it");
    assert_eq!((item(1)["unsupported"].clone(), item(2)["unsupported"].clone()), (json!(true), json!(false)));
    assert_eq!(item(7)["reason"], "There is no such service here");
    assert_eq!(checklist["standards"][7]["score"]["score"], Value::Null, "nothing applies, which is neither 0 nor 1");
    assert_eq!((&checklist["round"], &checklist["subjectId"]), (&json!(1), &json!(cluster(CLUSTER))));
}

#[actix_web::test]
async fn what_was_submitted_stays_whatever_becomes_of_the_edition() {
    let (app, coordinator) = start().await;
    let admin = app.administrator().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    rate(&app, &coordinator, &id, &FOUND).await;
    write(&app, &coordinator, "addEvidence", "id", seen(&id, "INEE-2024-09")).await;
    submit(&app, &coordinator, &id).await;
    let before = scores(&app, &coordinator, &id).await;
    assert_eq!(before, json!(["0.625", "0.5", "0.2222222222222222222222222222", 1, 2]));
    let open = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    rate(&app, &coordinator, &open, &[("INEE-2024-03", "MET"), ("INEE-2024-01", "NOT_MET")]).await;

    let table = "Standard,Key action,Text\nINEE-2024-03,1,First\nINEE-2024-03,2,Second\n";
    let file = app.upload(&admin, "key-actions.csv", table).await.expect("kept");
    let import = json!({ "frameworkId": new, "language": "en", "fileId": file });
    assert_eq!(write(&app, &admin, "importKeyActions", "added", import).await["added"], 2);
    app.sql("update standards set weight = 3 where code = 'INEE-2024-01'");
    assert_eq!(scores(&app, &coordinator, &id).await, before);

    // The draft follows the edition: the third standard is rated by its key actions from now on, and the first counts three times.
    let query = "query($id: ID!) { checklist(id: $id) { outdatedCodes standards { items { code text rating } } } }";
    let found = app.ok(&coordinator, query, json!({ "id": open })).await;
    assert_eq!(found["checklist"]["outdatedCodes"], json!(["INEE-2024-03"]));
    let items = json!([
        { "code": "INEE-2024-03.1", "text": "First", "rating": "NOT_ASSESSED" },
        { "code": "INEE-2024-03.2", "text": "Second", "rating": "NOT_ASSESSED" },
    ]);
    assert_eq!(found["checklist"]["standards"][2]["items"], items);
    rate(&app, &coordinator, &open, &[("INEE-2024-03.1", "MET"), ("INEE-2024-03.2", "PARTIAL")]).await;
    // (3 * 0 + 1 * 3/4) / 4; 3 assessed of 20.
    assert_eq!(scores(&app, &coordinator, &open).await, json!(["0.1875", "0.125", "0.15", 0, 2]));
    let whole = json!({ "checklistId": open, "baseVersion": version(&app, &coordinator, &open).await, "ratings": [rating("INEE-2024-03", "MET")] });
    assert_eq!(refused(&app, &coordinator, "rateChecklist", whole).await, "INVALID ratings[0].code");

    let more = [
        (
            "rateChecklist",
            json!({ "checklistId": id, "baseVersion": 4, "ratings": [rating("INEE-2024-01", "NOT_MET")] }),
        ),
        ("updateChecklist", json!({ "checklistId": id, "baseVersion": 4, "note": "Later" })),
        ("submitChecklist", json!({ "checklistId": id, "baseVersion": 4 })),
        ("addEvidence", seen(&id, "INEE-2024-01")),
    ];
    for (field, input) in more {
        assert_eq!(refused(&app, &coordinator, field, input).await, "CONFLICT checklistId", "{field}");
    }
    let stored = app.sql("select snapshot::text from checklists where status = 'SUBMITTED'");
    assert!(stored[0].contains("INEE-2024-19") && !stored[0].contains("First"));
    app.work().await;
}

#[actix_web::test]
async fn a_rating_that_says_nothing_or_contradicts_itself_is_refused_with_its_place() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &operation_of_coordinator(&app).await, &new, json!({})).await;
    let rated = |ratings: Value| json!({ "checklistId": id, "baseVersion": 1, "ratings": ratings });
    let officer = officer(&app).await;
    let refuse = async |ratings: Value| refused(&app, &officer, "rateChecklist", rated(ratings)).await;
    let good = rating("INEE-2024-01", "MET");
    let silent = json!({ "code": "INEE-2024-02", "rating": "NOT_APPLICABLE", "reason": "  " });
    assert_eq!(refuse(json!([good, silent])).await, "INVALID ratings[1].reason");
    let needless = json!({ "code": "INEE-2024-02", "rating": "MET", "reason": "Because" });
    assert_eq!(refuse(json!([needless])).await, "INVALID ratings[0].reason");
    assert_eq!(refuse(json!([good, good])).await, "INVALID ratings[1].code");
    for code in ["INEE-2010-1.1", "INEE-2024-99", "", "'; drop table checklists; --"] {
        assert_eq!(refuse(json!([rating(code, "MET")])).await, "INVALID ratings[0].code", "{code}");
    }
    assert_eq!(refuse(json!([])).await, "INVALID ratings");
    let long = json!({ "code": "INEE-2024-02", "rating": "MET", "note": "x".repeat(2001) });
    assert_eq!(refuse(json!([long])).await, "INVALID ratings[0].note");
    assert_eq!(app.sql("select count(*) from checklist_ratings"), ["0"], "not even the good ones");
    let empty = json!({ "checklistId": id, "baseVersion": 1 });
    assert_eq!(refused(&app, &officer, "submitChecklist", empty).await, "CONFLICT checklistId", "nothing was rated");

    let once =
        json!({ "checklistId": id, "baseVersion": 1, "ratings": [good], "clientMutationId": Uuid::from_u128(7) });
    for _ in 0..2 {
        assert_eq!(write(&app, &officer, "rateChecklist", "version", once.clone()).await["version"], 2);
    }
    assert_eq!(refuse(json!([good])).await, "CONFLICT baseVersion");
}

/// The first operation: its own checklists are for those with a role in it as a whole.
async fn operation_of_coordinator(app: &TestApp) -> String {
    app.sql("update grants set cluster_id = null where role = 'COORDINATOR'");
    operation(OPERATION)
}

async fn officer(app: &TestApp) -> String {
    app.someone("officer@example.org", Role::Imo, json!({ "operationId": operation(OPERATION) })).await
}

#[actix_web::test]
async fn evidence_lies_somewhere_or_was_written_down_and_is_not_of_tomorrow() {
    let (app, coordinator) = start().await;
    let [_, new] = frameworks(&app, &coordinator).await;
    let id = draft(&app, &coordinator, &cluster(CLUSTER), &new, json!({})).await;
    let with = |more: Value| {
        let mut input = seen(&id, "INEE-2024-01");
        input.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        input
    };
    let refuse = async |more: Value| refused(&app, &coordinator, "addEvidence", with(more)).await;
    assert_eq!(refuse(json!({ "note": null })).await, "INVALID note");
    for kind in ["DOCUMENT", "PHOTO", "DATASET_LINK"] {
        assert_eq!(refuse(json!({ "kind": kind })).await, "INVALID url", "{kind}");
    }
    assert_eq!(refuse(json!({ "url": "file:///etc/passwd" })).await, "INVALID url");
    assert_eq!(refuse(json!({ "collectedOn": "2999-01-01" })).await, "INVALID collectedOn");
    assert_eq!(refuse(json!({ "collectedBy": " " })).await, "INVALID collectedBy");
    assert_eq!(refuse(json!({ "code": "INEE-2024-20" })).await, "INVALID code");
    let file = app.upload(&coordinator, "minutes.pdf", "%PDF-1.7 minutes").await.expect("kept");
    let both = json!({ "kind": "DOCUMENT", "fileId": file, "url": "https://example.org/minutes.pdf" });
    assert_eq!(refuse(both).await, "INVALID fileId");
    let stranger = app.someone("stranger@example.org", Role::Imo, json!({ "operationId": operation(2) })).await;
    let theirs = app.upload(&stranger, "secret.pdf", "%PDF-1.7 secret").await.expect("kept");
    assert_eq!(refuse(json!({ "kind": "DOCUMENT", "fileId": theirs })).await, "NOT_FOUND fileId");
    let document = with(json!({ "kind": "DOCUMENT", "fileId": file, "note": null }));
    let added = write(&app, &coordinator, "addEvidence", "id fileId kind collectedBy", document).await;
    assert_eq!(
        (&added["fileId"], &added["kind"], &added["collectedBy"]),
        (&json!(file), &json!("DOCUMENT"), &json!("Cluster team"))
    );
    let removed = json!({ "evidenceId": added["id"] });
    let left = write(&app, &coordinator, "removeEvidence", "scores { evidenceCount }", removed.clone()).await;
    assert_eq!(left["scores"]["evidenceCount"], 0);
    assert_eq!(refused(&app, &coordinator, "removeEvidence", removed).await, "NOT_FOUND evidenceId");
    let mut future = json!({ "subjectId": cluster(CLUSTER), "frameworkId": new, "assessedOn": "2999-01-01" });
    assert_eq!(refused(&app, &coordinator, "createChecklist", future.clone()).await, "INVALID assessedOn");
    future["assessedOn"] = "2026-03-01".into();
    future["id"] = app.sql("select id from checklists")[0].clone().into();
    assert_eq!(refused(&app, &coordinator, "createChecklist", future).await, "INVALID id");
}

async fn comparison(app: &TestApp, token: &str, before: &str, after: &str) -> Value {
    let query = "query($before: ID!, $after: ID!) { checklistComparison(beforeId: $before, afterId: $after) {
        acrossEditions comparable overallBefore { score source } overallAfter { score } overallChange
        standards { codeBefore codeAfter title before { score } after { score } change incomparable ratedOtherwise } } }";
    app.ok(token, query, json!({ "before": before, "after": after })).await["checklistComparison"].take()
}

#[actix_web::test]
async fn two_rounds_are_laid_side_by_side_also_across_editions() {
    let (app, coordinator) = start().await;
    let [old, new] = frameworks(&app, &coordinator).await;
    let subject = cluster(CLUSTER);
    let first = draft(&app, &coordinator, &subject, &old, json!({ "assessedOn": "2025-03-01" })).await;
    let ratings = [("INEE-2010-1.1", "NOT_MET"), ("INEE-2010-3.2", "PARTIAL"), ("INEE-2010-3.3", "MET")];
    rate(&app, &coordinator, &first, &ratings).await;
    submit(&app, &coordinator, &first).await;
    let second = draft(&app, &coordinator, &subject, &new, json!({})).await;
    let ratings = [("INEE-2024-01", "PARTIAL"), ("INEE-2024-14", "MET"), ("INEE-2024-13", "MET")];
    rate(&app, &coordinator, &second, &ratings).await;
    let query =
        "query($before: ID!, $after: ID!) { checklistComparison(beforeId: $before, afterId: $after) { comparable } }";
    let early = app.refused(&coordinator, query, json!({ "before": first, "after": second })).await;
    assert_eq!((early.code.as_str(), early.field.as_deref()), ("CONFLICT", Some("afterId")), "a draft");
    submit(&app, &coordinator, &second).await;

    let told = comparison(&app, &coordinator, &first, &second).await;
    assert_eq!((&told["acrossEditions"], &told["comparable"]), (&json!(true), &json!(2)));
    let line = |code: &str| -> &Value {
        let lines = told["standards"].as_array().expect("lines");
        lines.iter().find(|line| line["codeAfter"] == code).expect("a line")
    };
    let expected = json!({
        "codeBefore": "INEE-2010-3.2", "codeAfter": "INEE-2024-14",
        "title": "Training, Professional Development, and Support", "before": { "score": "0.5" },
        "after": { "score": "1" }, "change": "0.5", "incomparable": null, "ratedOtherwise": true,
    });
    assert_eq!(*line("INEE-2024-14"), expected);
    assert_eq!(line("INEE-2024-12")["incomparable"], "NO_SCORE_AFTER", "teaching was rated before only");
    assert_eq!(line("INEE-2024-13")["incomparable"], "NO_SCORE_BEFORE");
    // Over no. 1 and no. 14: (0 + 1/2) / 2 before, (1/2 + 1) / 2 after.
    let overall = [&told["overallBefore"]["score"], &told["overallAfter"]["score"], &told["overallChange"]];
    assert_eq!(overall, [&json!("0.25"), &json!("0.75"), &json!("0.5")]);
    assert_eq!(
        told["overallBefore"]["source"],
        "the submitted checklist of round 1, over the standards that can be compared"
    );

    let backwards = app.refused(&coordinator, query, json!({ "before": second, "after": first })).await;
    assert_eq!((backwards.code.as_str(), backwards.field.as_deref()), ("INVALID", Some("afterId")));
    let of_site = draft(&app, &coordinator, &site(super::world::SITE), &new, json!({ "clusterId": subject })).await;
    rate(&app, &coordinator, &of_site, &FOUND).await;
    submit(&app, &coordinator, &of_site).await;
    let others = app.refused(&coordinator, query, json!({ "before": first, "after": of_site })).await;
    assert_eq!((others.code.as_str(), others.field.as_deref()), ("INVALID", Some("afterId")));
}

#[actix_web::test]
async fn a_list_of_checklists_with_all_that_they_hold_takes_as_many_queries_as_one() {
    let (app, coordinator) = start().await;
    let [old, new] = frameworks(&app, &coordinator).await;
    let query = "query($id: ID!) { checklists(operationId: $id, first: 10) { edges { node {
        operation { id } cluster { id } organisation { id } framework { code } scores { overall { score } domains { score } unsupportedCount }
        standards { code score { score } items { code rating } } evidence(first: 5) { edges { node { kind } } }
        improvementActions(first: 5) { edges { node { overdue personName organisation { id } checklist { id } } } }
    } } } }";
    let mut counts = Vec::new();
    for (framework, code) in
        [(&old, "INEE-2010-1.1"), (&new, "INEE-2024-01"), (&new, "INEE-2024-01"), (&old, "INEE-2010-1.1")]
    {
        for finished in [true, false] {
            let id = draft(&app, &coordinator, &cluster(CLUSTER), framework, json!({})).await;
            rate(&app, &coordinator, &id, &[(code, "MET")]).await;
            write(&app, &coordinator, "addEvidence", "id", seen(&id, code)).await;
            let action = json!({
                "checklistId": id, "code": code, "gap": "No calendar", "action": "Agree on one", "priority": "HIGH",
                "organisationId": super::world::organisation(super::world::ORGANISATION), "personId": person(&app),
            });
            write(&app, &coordinator, "addImprovementAction", "id", action).await;
            if finished {
                submit(&app, &coordinator, &id).await;
            }
        }
        let context = Context::new(app.program(), None);
        let variables =
            [("id".to_owned(), ToInputValue::<DefaultScalarValue>::to_input_value(&operation(OPERATION)))].into();
        let schema = graphql::schema();
        let (answer, count) = count_queries(juniper::execute(query, None, &schema, &variables, &context)).await;
        let (_, errors) = answer.expect("a valid document");
        assert_eq!(errors, vec![]);
        counts.push(count);
    }
    assert_eq!(counts[0], counts[3], "{counts:?}");
    assert!(counts[0] <= 20, "{counts:?}");
    let page = "query($id: ID!, $after: String) { checklists(operationId: $id, first: 5, after: $after, filter: { status: DRAFT }) {
        edges { node { status round } } pageInfo { hasNextPage endCursor } } }";
    let listed = app.ok(&coordinator, page, json!({ "id": operation(OPERATION) })).await;
    let rounds: Vec<&Value> =
        listed["checklists"]["edges"].as_array().expect("a page").iter().map(|edge| &edge["node"]["round"]).collect();
    assert_eq!((rounds.len(), &listed["checklists"]["pageInfo"]["hasNextPage"]), (4, &json!(false)));
}

/// The coordinator's account.
fn person(app: &TestApp) -> String {
    let id = app.sql("select id from users where email = 'coordinator@example.org'");
    text(&json!(crate::support::generate::global_id("User", &id[0])))
}
