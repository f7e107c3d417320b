//! How far the minimum standards are met, as an edition freezes it.

use serde_json::{Value, json};

use super::{
    publish, start,
    world::{CLUSTER, appeal, cluster, operation, organisation, write},
};
use crate::{
    standards::world::{draft, frameworks, rate, seen, submit},
    support::TestApp,
};

fn figures(edition: &Value) -> Value {
    serde_json::from_str(edition["figures"].as_str().expect("a text")).expect("JSON")
}

async fn submitted(app: &TestApp, token: &str, subject: &str, day: &str, ratings: &[(&str, &str)], more: Value) {
    let [_, new] = frameworks(app, token).await;
    let mut more = more;
    more["assessedOn"] = day.into();
    let id = draft(app, token, subject, &new, more).await;
    rate(app, token, &id, ratings).await;
    let mut evidence = seen(&id, ratings[0].0);
    evidence["collectedOn"] = day.into();
    write(app, token, "addEvidence", "id", evidence).await;
    submit(app, token, &id).await;
}

#[actix_web::test]
async fn an_edition_tells_the_last_submitted_checklist_with_its_evidence_and_keeps_what_it_told() {
    let (app, coordinator) = start().await;
    let education = appeal(&app, &coordinator, "EDU-AFG-2020", Some(CLUSTER)).await;
    let silent = publish(&app, &coordinator, &education).await;
    assert!(!silent["figures"].as_str().expect("a text").contains("standards"), "nothing was submitted");

    // An open draft, a partner's own, one of a day to come for the edition, and the operation's stand behind the cluster's.
    let [_, new] = frameworks(&app, &coordinator).await;
    draft(&app, &coordinator, &education, &new, json!({ "assessedOn": "2020-10-01" })).await;
    let partner = json!({ "clusterId": cluster(CLUSTER) });
    let met = [("INEE-2024-01", "MET")];
    submitted(&app, &coordinator, &organisation(super::world::RECIPIENT), "2020-10-02", &met, partner).await;
    submitted(&app, &coordinator, &operation(), "2020-10-03", &met, json!({})).await;
    let first = [("INEE-2024-01", "PARTIAL"), ("INEE-2024-02", "NOT_MET"), ("INEE-2024-09", "MET")];
    submitted(&app, &coordinator, &cluster(CLUSTER), "2020-09-01", &first, json!({})).await;
    let told = figures(&publish(&app, &coordinator, &education).await);
    let standards = &told["standards"];
    // (1/2 + 0 + 1) / 3; strict (0 + 0 + 1) / 3; 3 of 19.
    let expected = json!({
        "framework": "INEE-2024", "subject": "CLUSTER", "round": 1, "assessedOn": "2020-09-01", "score": "0.5",
        "strict": "0.3333333333333333333333333333", "completeness": "0.1578947368421052631578947368", "evidence": 1,
        "unsupported": 1, "previous": null,
    });
    for (name, value) in expected.as_object().expect("an object") {
        assert_eq!(&standards[name], value, "{name}");
    }
    assert_eq!((&standards["domains"][0]["score"], &standards["domains"][4]["score"]), (&json!("0.25"), &Value::Null));
    let how = json!({
        "method": "DARASA_STANDARDS_SCORE", "methodVersion": "1", "asOf": "2020-09-01",
        "source": "checklist against INEE-2024, round 1",
    });
    assert_eq!(told["provenance"]["standards"], how);

    // The next round, and then one of the appeal itself.
    submitted(&app, &coordinator, &cluster(CLUSTER), "2020-10-20", &met, json!({})).await;
    let told = figures(&publish(&app, &coordinator, &education).await);
    assert_eq!((&told["standards"]["score"], &told["standards"]["round"]), (&json!("1"), &json!(2)));
    let previous = json!({ "round": 1, "assessedOn": "2020-09-01", "score": "0.5" });
    assert_eq!(told["standards"]["previous"], previous);
    submitted(&app, &coordinator, &education, "2020-10-21", &[("INEE-2024-02", "NOT_MET")], json!({})).await;
    let told = figures(&publish(&app, &coordinator, &education).await);
    assert_eq!((&told["standards"]["subject"], &told["standards"]["score"]), (&json!("APPEAL"), &json!("0")));

    let (status, _, page) = app.get("/a/EDU-AFG-2020/2?lang=en", &[]).await;
    let page = page.replace(['\u{2068}', '\u{2069}'], "");
    assert!(status == 200 && page.contains("50.0% of what the minimum standards ask for is met"), "{page}");
    assert!(page.contains("1 piece of evidence") && page.contains("1 rating without evidence"));
    let (_, _, first_page) = app.get("/a/EDU-AFG-2020/1?lang=en", &[]).await;
    assert!(!first_page.contains("inimum standards"));
    app.work().await;
}
