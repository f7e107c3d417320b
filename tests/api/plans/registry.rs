//! Indicators by the codes of the registry, their labels, and what they may be split by.

use serde_json::{Value, json};

use super::world::{add_activity, measure, plan_with_objective, refused, start, target, text, version, write};

/// Every code of the reference that the seed was made of.
const CODES: &str = "AAP-1 AAP-2 AAP-3 E-1-01 E-1-02 E-1-03 E-1-04 E-1-05 E-1-06 E-1-07 E-1-14 E-1-15 E-1-16 E-1-17 E-1-18 E-1-19 E-1-20 E-1-21 \
    E-1-22 E-1-23 E-1-24 E-1-25 E-1-26 E-1-27 E-1-28 E-2-01 E-2-02 E-2-03 E-2-04 E-2-05 E-2-06 E-2-07 E-3-6";

fn by_code(code: &str) -> Value {
    json!({ "registryCode": code, "acrossPlaces": "SUM", "acrossPeriods": "LATEST", "countsPeople": false, "frequency": "YEARLY", "dimensions": [] })
}

#[actix_web::test]
async fn the_registry_has_every_code_of_the_reference_and_says_what_it_measures() {
    let (app, token) = start().await;
    let query = "query($of: String) { registryIndicators(subDomain: $of, first: 100) { edges { node {
        code subDomainCode subDomain name unit kind numeratorLabel denominatorLabel source } } } }";
    let all = app.ok(&token, query, json!({})).await["registryIndicators"]["edges"].take();
    let all = all.as_array().expect("indicators");
    let codes: Vec<String> = all.iter().map(|edge| text(&edge["node"]["code"])).collect();
    assert_eq!(codes, CODES.split_whitespace().collect::<Vec<_>>());
    let attending = json!({
        "code": "E-1-01", "subDomainCode": "E1.1", "subDomain": "Equal access", "name": "Children and young people aged 5 to 18 who attend",
        "unit": "children", "kind": "RATIO", "numeratorLabel": "children aged 5 to 18 who attend", "denominatorLabel": "children aged 5 to 18",
        "source": "IASC indicator registry, ir.hpc.tools",
    });
    assert_eq!(all[3]["node"], attending);
    for edge in all {
        let ratio = edge["node"]["kind"] == "RATIO";
        assert_eq!(edge["node"]["numeratorLabel"].is_string(), ratio, "{edge}");
    }
    let protection = app.ok(&token, query, json!({ "of": "E1.3" })).await["registryIndicators"]["edges"].take();
    assert_eq!(protection.as_array().map(Vec::len), Some(4));
}

#[actix_web::test]
async fn an_indicator_of_the_registry_needs_no_words_of_its_own() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let add = |code: &str, measure: Value| json!({ "planId": plan, "objectiveId": objective, "refCode": code, "measure": measure });
    let fields = "id registryCode name unit kind numeratorLabel denominatorLabel";
    let added = write(&app, &token, "addIndicator", fields, add("R1", by_code("e-1-21"))).await;
    let expected = json!({
        "id": added["id"], "registryCode": "E-1-21", "name": "Marginalised children who attend", "unit": "children", "kind": "RATIO",
        "numeratorLabel": "marginalised children who attend", "denominatorLabel": "marginalised children",
    });
    assert_eq!(added, expected);
    let mut own_words = by_code("E-1-04");
    for (field, value) in
        [("name", "Tents set up"), ("language", "en"), ("unit", "tents"), ("kind", "NUMBER"), ("acrossPeriods", "SUM")]
    {
        own_words[field] = json!(value);
    }
    let answer = write(&app, &token, "addIndicator", fields, add("R2", own_words)).await;
    assert_eq!(
        (&answer["name"], &answer["unit"], &answer["kind"]),
        (&json!("Tents set up"), &json!("tents"), &json!("NUMBER"))
    );
    for (change, field) in [
        (by_code("E-9-99"), "measure.registryCode"),
        (by_code("E-1-04"), "measure.kind"),
        (
            json!({ "acrossPlaces": "SUM", "acrossPeriods": "SUM", "countsPeople": false, "frequency": "YEARLY", "dimensions": [], "kind": "NUMBER" }),
            "measure.name",
        ),
    ] {
        assert_eq!(refused(&app, &token, "addIndicator", add("R3", change)).await, format!("INVALID {field}"));
    }
    let mut labelled = measure();
    labelled["numeratorLabel"] = json!("children");
    assert_eq!(
        refused(&app, &token, "addIndicator", add("R3", labelled)).await,
        "INVALID measure.numeratorLabel",
        "a number has none"
    );
    let mut relabelled = by_code("E-1-21");
    relabelled["denominatorLabel"] = json!("enfants marginalisés");
    relabelled["language"] = json!("fr");
    let update =
        json!({ "indicatorId": added["id"], "baseVersion": version(&app, &token, &plan).await, "measure": relabelled });
    let answer = write(&app, &token, "updateIndicator", fields, update).await;
    assert_eq!(answer["denominatorLabel"], "marginalised children", "the English label stays");
    assert_eq!(
        app.sql("select denominator_label ->> 'fr' from indicators where ref_code = 'R1'"),
        ["enfants marginalisés"]
    );
}

#[actix_web::test]
async fn targets_are_split_as_their_indicator_allows() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CA1", None).await;
    let with = |splits: Value| {
        let mut measure = measure();
        measure["dimensions"] = json!(["sex", "age_band"]);
        measure["splits"] = splits;
        json!({ "planId": plan, "activityId": activity, "refCode": "I1", "measure": measure })
    };
    assert_eq!(refused(&app, &token, "addIndicator", with(json!([["disability"]]))).await, "INVALID measure.splits");
    let answer = write(&app, &token, "addIndicator", "id splits", with(json!([["sex", "age_band"]]))).await;
    assert_eq!(answer["splits"], json!([["age_band", "sex"]]));
    let send = async |rows: Value| {
        let input = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "targets": rows });
        write(&app, &token, "setTargets", "applied issues { row key reason }", input).await
    };
    let refused_rows =
        send(json!([target("I1", "XE01", None, "9", "9"), target("I1", "XE02", Some("f"), "9", "9")])).await;
    assert_eq!(refused_rows["applied"], false);
    assert_eq!(
        (&refused_rows["issues"][0]["row"], &refused_rows["issues"][0]["key"]),
        (&json!(2), &json!("target-category"))
    );
    assert!(text(&refused_rows["issues"][0]["reason"]).contains("age_band with sex"), "{refused_rows}");
    let both = json!([{ "dimension": "sex", "value": "f" }, { "dimension": "age_band", "value": "6-11" }]);
    let split = send(json!([{ "indicator": "I1", "pcode": "XE01", "category": both, "target": "5" }, target("I1", "XE01", None, "9", "9")])).await;
    assert_eq!(split, json!({ "applied": true, "issues": [] }));
    let mut free = measure();
    free["splits"] = json!([]);
    let update =
        json!({ "indicatorId": answer["id"], "baseVersion": version(&app, &token, &plan).await, "measure": free });
    assert_eq!(write(&app, &token, "updateIndicator", "splits", update).await["splits"], json!([]));
    assert_eq!(send(json!([target("I1", "XE02", Some("f"), "9", "9")])).await["applied"], true);
}

#[actix_web::test]
async fn reports_are_split_as_their_indicator_allows() {
    use crate::monitoring::world::{EVERYONE, FEEDING, GIRLS, JANUARY, P, X, report, row, save, start};
    let (app, imo) = start().await;
    app.sql("update indicators set splits = '[[\"disability\"]]'");
    let refused = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(GIRLS, 10, 2)])]))).await;
    assert_eq!(
        (&refused["__typename"], &refused["issues"][0]["key"]),
        (&json!("ReportInvalid"), &json!("report-split-not-allowed"))
    );
    let total = save(&app, &imo, report(P, JANUARY, 0, json!([row(FEEDING, X, &[(EVERYONE, 10, 2)])]))).await;
    assert_eq!(total["__typename"], "ReportSaved", "a total is always allowed: {total}");
    app.sql("update indicators set splits = '[]'");
    let free = save(&app, &imo, report(P, JANUARY, 1, json!([row(FEEDING, X, &[(GIRLS, 10, 2)])]))).await;
    assert_eq!(free["__typename"], "ReportSaved", "{free}");
}
