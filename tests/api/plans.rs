//! Plans are written, costed, targeted and published.

mod registry;
mod structure;
mod versions;
pub mod world;

use darasa::{
    app::graphql,
    kit::{auth::Role, db::count_queries, graphql::Context},
    plans::{self, PlanId},
};
use juniper::{DefaultScalarValue, ToInputValue};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use world::{
    CLUSTER, FOREIGN_CLUSTER, OPERATION, OTHER_CLUSTER, OTHER_OPERATION, add_activity, add_indicator, area, cluster,
    measure, operation, plan_input, plan_with_objective, refused, start, target, text, version, write,
};

#[actix_web::test]
async fn a_plan_is_costed_from_its_activities_and_people_targeted_count_once() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let costed = [("CLEDU/CA1", "1471400", "5.00"), ("CLEDU/CA2", "321606", "12.00"), ("CLEDU/CA3", "420", "3250.00")];
    for (code, units, unit_cost) in costed {
        let activity = add_activity(&app, &token, &objective, code, Some(units)).await;
        add_indicator(&app, &token, &plan, &activity, &format!("{code}/I1")).await;
        let base = version(&app, &token, &plan).await;
        let costs = json!({ "activityId": activity, "baseVersion": base, "costs": [{ "modality": "IN_KIND", "unitCost": unit_cost }] });
        write(&app, &token, "setActivityCosts", "id", costs).await;
    }
    add_activity(&app, &token, &objective, "CLEDU/CA4", None).await;
    // The same children get materials and kits; the country's figure is the districts' again.
    let rows = json!([
        target("CLEDU/CA1/I1", "XE01", Some("f"), "600000", "500000"),
        target("CLEDU/CA1/I1", "XE01", Some("m"), "600000", "500000"),
        target("CLEDU/CA2/I1", "XE01", Some("f"), "600000", "321606"),
        target("CLEDU/CA1/I1", "XE02", None, "900000", "600000"),
        target("CLEDU/CA1/I1", "XEA", None, "2100000", "1500000"),
    ]);
    let base = version(&app, &token, &plan).await;
    let written = json!({ "planId": plan, "baseVersion": base, "targets": rows });
    let written = write(&app, &token, "setTargets", "applied added issues { reason }", written).await;
    assert_eq!(written, json!({ "applied": true, "added": 5, "issues": [] }));
    let query = "query($id: ID!) { responsePlan(id: $id) {
        currency status
        requirement { currency total low high peopleTargeted costPerPerson notCosted { reason activity { refCode } } method }
        activities(first: 2) { edges { node { refCode requirement { amount notCosted } } } pageInfo { hasNextPage } }
    } }";
    let read = app.ok(&token, query, json!({ "id": plan })).await["responsePlan"].take();
    let requirement = json!({
        "currency": "USD", "total": "12581272.00", "low": "12581272.00", "high": "12581272.00", "peopleTargeted": 1_600_000,
        "costPerPerson": "7.86", "notCosted": [{ "reason": "NO_UNIT_TARGET", "activity": { "refCode": "CLEDU/CA4" } }],
        "method": "ACTIVITY_COSTING",
    });
    assert_eq!(read["requirement"], requirement);
    assert_eq!((&read["currency"], &read["status"]), (&json!("USD"), &json!("DRAFT")));
    let activities = json!({ "edges": [
        { "node": { "refCode": "CLEDU/CA1", "requirement": { "amount": "7357000.00", "notCosted": null } } },
        { "node": { "refCode": "CLEDU/CA2", "requirement": { "amount": "3859272.00", "notCosted": null } } },
    ], "pageInfo": { "hasNextPage": true } });
    assert_eq!(read["activities"], activities);
}

#[actix_web::test]
async fn what_was_published_stays_and_an_edit_makes_a_new_version_on_the_next_publication() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let empty = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await });
    assert_eq!(refused(&app, &token, "publishPlan", empty).await, "CONFLICT", "nothing to publish");
    let activity = add_activity(&app, &token, &objective, "CLEDU/CA1", Some("100")).await;
    let publish = async |base: Value| {
        app.advance(chrono::TimeDelta::seconds(1));
        let input = json!({ "planId": plan, "baseVersion": base });
        write(&app, &token, "publishPlan", "number hash snapshot", input).await
    };
    let first = publish(version(&app, &token, &plan).await).await;
    assert_eq!(first["number"], 1);
    assert_eq!(text(&first["hash"]), hex::encode(Sha256::digest(text(&first["snapshot"]))), "anyone can check it");
    let again = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await });
    assert_eq!(refused(&app, &token, "publishPlan", again).await, "CONFLICT", "nothing changed");
    app.advance(chrono::TimeDelta::seconds(1));
    let base = version(&app, &token, &plan).await;
    let update = json!({ "activityId": activity, "baseVersion": base, "objectiveId": objective, "name": "Materials", "language": "en", "unit": "CHILDREN", "unitTarget": "250" });
    write(&app, &token, "updateActivity", "id", update).await;
    let second = publish(version(&app, &token, &plan).await).await;
    assert_eq!(second["number"], 2);
    let query = "query($id: ID!) { responsePlan(id: $id) { status versions { number hash snapshot } } }";
    let read = app.ok(&token, query, json!({ "id": plan })).await["responsePlan"].take();
    assert_eq!((&read["status"], &read["versions"]), (&json!("PUBLISHED"), &json!([second, first])));
    let units = |version: &Value| {
        let snapshot: Value = serde_json::from_str(&text(&version["snapshot"])).expect("JSON");
        snapshot["activities"][0]["unit_target"].clone()
    };
    assert_eq!((units(&first), units(&second)), (json!("100"), json!("250")));
    let (call, id) = (app.program(), PlanId::parse(&juniper::ID::new(plan), "id").expect("a plan's id"));
    let published = plans::published(call.db.conn().await.expect("a connection"), id).await;
    let published = published.expect("readable").expect("a version");
    assert_eq!(published.snapshot.activities[0].unit_target, Some(250.into()));
}

#[actix_web::test]
async fn every_error_of_targets_is_told_at_once_and_nothing_is_written() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CLEDU/CA1", None).await;
    let indicator = add_indicator(&app, &token, &plan, &activity, "I1").await;
    assert_eq!(indicator["dimensions"], json!(["sex"]));
    assert_eq!((&indicator["activity"]["id"], &indicator["objective"]), (&json!(activity), &Value::Null));
    let fields = "applied added changed unchanged moreIssues plan { version } issues { row column severity key }";
    let base = version(&app, &token, &plan).await;
    let send = async |rows: Value, base: &Value| {
        let input = json!({ "planId": plan, "baseVersion": base, "targets": rows });
        write(&app, &token, "setTargets", fields, input).await
    };
    let twice = json!([{ "dimension": "sex", "value": "f" }, { "dimension": "sex", "value": "m" }]);
    let wrong = json!([
        target("I1", "XE01", None, "10", "10"),
        target("I9", "XE09", None, "10", "-1"),
        target("I1", "XE01", None, "10", "12"),
        { "indicator": "I1", "pcode": "XE02", "category": twice, "target": "1e3" },
        target("I1", "XE02", Some("x"), "10", "9"),
    ]);
    let answer = send(wrong, &base).await;
    assert_eq!((&answer["applied"], &answer["added"]), (&json!(false), &json!(0)));
    let issue = |row: u8, column: Option<&str>, severity: &str, key: &str| json!({ "row": row, "column": column, "severity": severity, "key": key });
    let expected = json!([
        issue(2, Some("indicator"), "ERROR", "target-indicator"),
        issue(2, Some("pcode"), "ERROR", "target-place"),
        issue(2, Some("target"), "ERROR", "target-number"),
        issue(3, None, "ERROR", "target-twice"),
        issue(3, Some("target"), "WARNING", "target-above-need"),
        issue(4, Some("category"), "ERROR", "target-category"),
        issue(5, Some("category"), "ERROR", "target-category"),
    ]);
    assert_eq!(answer["issues"], expected);
    assert_eq!(app.sql("select count(*) from targets"), ["0"]);
    assert_eq!(answer["plan"]["version"], base, "nothing changed");

    let rows = json!([target("I1", "XE01", Some("f"), "10", "12"), target("I1", "XE02", Some("f"), "10", "7")]);
    let answer = send(rows.clone(), &base).await;
    assert_eq!((&answer["applied"], &answer["added"]), (&json!(true), &json!(2)));
    assert_eq!(
        answer["issues"],
        json!([issue(1, Some("target"), "WARNING", "target-above-need")]),
        "a warning keeps nothing out"
    );
    let base = answer["plan"]["version"].clone();
    let same = send(rows, &base).await;
    assert_eq!((&same["added"], &same["changed"], &same["unchanged"]), (&json!(0), &json!(0), &json!(2)));
    assert_eq!(same["plan"]["version"], base, "the same again is no change");
    let changed = send(json!([target("I1", "XE02", Some("f"), "10", "8")]), &base).await;
    assert_eq!((&changed["added"], &changed["changed"]), (&json!(0), &json!(1)));
}

#[actix_web::test]
async fn targets_are_read_page_by_page_and_each_once() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CLEDU/CA1", None).await;
    add_indicator(&app, &token, &plan, &activity, "I1").await;
    let rows = json!([
        target("I1", "XE01", None, "1", "1"),
        target("I1", "XE02", None, "2", "2"),
        target("I1", "XEA", None, "3", "3")
    ]);
    let input = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "targets": rows });
    write(&app, &token, "setTargets", "applied", input).await;
    let query = "query($id: ID!, $after: String) { responsePlan(id: $id) { activities(first: 1) { edges { node { indicators {
        targets(first: 2, after: $after) { edges { node { target area { pcode } } } pageInfo { hasNextPage endCursor } } } } } } } }";
    let page = async |after: Value| {
        let mut read = app.ok(&token, query, json!({ "id": plan, "after": after })).await;
        read["responsePlan"]["activities"]["edges"][0]["node"]["indicators"][0]["targets"].take()
    };
    let places = |page: &Value| -> Vec<String> {
        page["edges"].as_array().expect("rows").iter().map(|edge| text(&edge["node"]["area"]["pcode"])).collect()
    };
    let first = page(Value::Null).await;
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let second = page(first["pageInfo"]["endCursor"].clone()).await;
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
    assert_eq!([places(&first), places(&second)].concat(), ["XEA", "XE01", "XE02"], "by the areas' ids");
}

#[actix_web::test]
async fn costs_must_fit_together_and_into_what_is_to_be_done() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CLEDU/CA1", Some("100")).await;
    let base = version(&app, &token, &plan).await;
    let costs = |costs: Value| json!({ "activityId": activity, "baseVersion": base, "costs": costs });
    for (rows, field) in [
        (
            json!([{ "modality": "CASH", "unitCost": "1" }, { "modality": "CASH", "unitCost": "2", "unitTarget": "1" }]),
            "costs.1.modality",
        ),
        (
            json!([{ "modality": "CASH", "unitCost": "1" }, { "modality": "VOUCHER", "unitCost": "2" }]),
            "costs.1.unitTarget",
        ),
        (json!([{ "modality": "CASH", "unitCost": "1", "low": "2" }]), "costs.0.low"),
        (json!([{ "modality": "CASH", "unitCost": "3", "high": "2" }]), "costs.0.high"),
        (json!([{ "modality": "CASH", "unitCost": "-1" }]), "costs.0.unitCost"),
        (json!([{ "modality": "CASH", "unitCost": "79228162514264337593543950335" }]), "costs.0.unitCost"),
        (json!([{ "modality": "CASH", "unitCost": "1", "unitTarget": "101" }]), "costs"),
        (json!([{ "modality": "CASH", "unitCost": "1", "areaId": area(999) }]), "costs"),
        (json!([{ "modality": "CASH", "unitCost": "1", "areaId": plan }]), "costs.0.areaId"),
    ] {
        assert_eq!(
            refused(&app, &token, "setActivityCosts", costs(rows.clone())).await,
            format!("INVALID {field}"),
            "{rows}"
        );
    }
    let rows = json!([
        { "modality": "IN_KIND", "unitCost": "10", "low": "8", "high": "12" },
        { "modality": "IN_KIND", "areaId": area(101), "unitCost": "25", "unitTarget": "40" },
    ]);
    let fields = "requirement { amount low high } costs { unitCost area { pcode } }";
    let answer = write(&app, &token, "setActivityCosts", fields, costs(rows)).await;
    assert_eq!(answer["requirement"], json!({ "amount": "1600.00", "low": "1480.00", "high": "1720.00" }));
    let update = json!({ "activityId": activity, "baseVersion": version(&app, &token, &plan).await, "objectiveId": objective,
        "name": "Materials", "language": "en", "unit": "CHILDREN", "unitTarget": "39" });
    assert_eq!(
        refused(&app, &token, "updateActivity", update).await,
        "INVALID unitTarget",
        "there are costs for 40 units"
    );
}

#[actix_web::test]
async fn a_ratio_is_summed_over_places_stands_for_the_latest_period_and_counts_nobody() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let ratio = |change: (&str, Value)| {
        let mut measure = measure();
        for (field, value) in
            [("kind", json!("RATIO")), ("acrossPeriods", json!("LATEST")), ("countsPeople", json!(false)), change]
        {
            measure[field] = value;
        }
        measure
    };
    let add = |measure: Value| json!({ "planId": plan, "objectiveId": objective, "refCode": "R1", "measure": measure });
    for (change, field) in [
        (("acrossPlaces", json!("AVERAGE")), "measure.acrossPlaces"),
        (("acrossPeriods", json!("SUM")), "measure.acrossPeriods"),
        (("countsPeople", json!(true)), "measure.countsPeople"),
        (("dimensions", json!(["sex", "shoe_size"])), "measure.dimensions"),
    ] {
        assert_eq!(refused(&app, &token, "addIndicator", add(ratio(change))).await, format!("INVALID {field}"));
    }
    let right = ratio(("acrossPlaces", json!("SUM")));
    let mut of_nothing = add(right.clone());
    of_nothing["objectiveId"] = Value::Null;
    assert_eq!(refused(&app, &token, "addIndicator", of_nothing).await, "INVALID activityId");
    let answer =
        write(&app, &token, "addIndicator", "id kind acrossPeriods objective { id }", add(right.clone())).await;
    assert_eq!((&answer["kind"], &answer["objective"]["id"]), (&json!("RATIO"), &json!(objective)));
    assert_eq!(refused(&app, &token, "addIndicator", add(right.clone())).await, "INVALID refCode", "taken");
    let mut measure = right;
    measure["name"] = json!("Part des enfants");
    measure["language"] = json!("fr");
    measure["dimensions"] = json!([]);
    let update =
        json!({ "indicatorId": answer["id"], "baseVersion": version(&app, &token, &plan).await, "measure": measure });
    let answer = write(&app, &token, "updateIndicator", "name dimensions", update).await;
    assert_eq!(answer, json!({ "name": "Children with materials", "dimensions": [] }), "the English title stays");
}

#[actix_web::test]
async fn an_edit_based_on_an_older_version_is_refused_and_the_same_request_again_has_one_effect() {
    let (app, token) = start().await;
    let mut input = plan_input("HXEA26");
    input["clientMutationId"] = json!(Uuid::from_u128(7));
    let first = write(&app, &token, "createPlan", "id version", input.clone()).await;
    let again = write(&app, &token, "createPlan", "id version", input).await;
    assert_eq!(first, again);
    assert_eq!(app.sql("select count(*) from response_plans"), ["1"]);
    let plan = text(&first["id"]);
    let update = |base: i32, closed: bool| {
        json!({ "planId": plan, "baseVersion": base, "kind": "FLASH_APPEAL", "name": "Appel", "language": "fr", "startsOn": "2026-02-01",
            "endsOn": "2026-08-01", "currency": "EUR", "clusterIds": [cluster(CLUSTER)], "closed": closed })
    };
    let answer = write(&app, &token, "updatePlan", "name kind endsOn version status", update(1, true)).await;
    let expected = json!({ "name": "Response plan", "kind": "FLASH_APPEAL", "endsOn": "2026-08-01", "version": 2, "status": "CLOSED" });
    assert_eq!(answer, expected);
    assert_eq!(refused(&app, &token, "updatePlan", update(1, false)).await, "CONFLICT baseVersion");
    let objective = json!({ "planId": plan, "level": "CLUSTER", "refCode": "CO1", "name": "Access", "language": "en" });
    assert_eq!(
        refused(&app, &token, "addObjective", objective.clone()).await,
        "CONFLICT",
        "a closed plan stays as it is"
    );
    assert_eq!(write(&app, &token, "updatePlan", "status", update(2, false)).await["status"], "DRAFT");
    write(&app, &token, "addObjective", "id", objective).await;
}

#[actix_web::test]
async fn records_of_another_plan_or_operation_are_refused_by_name() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let (_, other_objective) = plan_with_objective(&app, &token, "HXEA27").await;
    let child = json!({ "planId": plan, "parentId": other_objective, "level": "CLUSTER", "refCode": "CO2", "name": "x", "language": "en" });
    assert_eq!(refused(&app, &token, "addObjective", child).await, "INVALID parentId");
    let upside_down = json!({ "planId": plan, "parentId": objective, "level": "STRATEGIC", "refCode": "SO1", "name": "x", "language": "en" });
    assert_eq!(
        refused(&app, &token, "addObjective", upside_down).await,
        "INVALID parentId",
        "it serves a higher level"
    );
    let mut elsewhere = plan_input("HXEA28");
    elsewhere["clusterIds"] = json!([cluster(FOREIGN_CLUSTER)]);
    assert_eq!(refused(&app, &token, "createPlan", elsewhere).await, "FORBIDDEN clusterIds");
    let mut taken = plan_input("HXEA26");
    assert_eq!(refused(&app, &token, "createPlan", taken.clone()).await, "INVALID code");
    taken["clusterIds"] = json!([]);
    assert_eq!(refused(&app, &token, "createPlan", taken).await, "INVALID clusterIds");
    let scope = json!({ "operationId": operation(OPERATION) });
    let lead = app.someone("lead@example.org", Role::Coordinator, scope).await;
    let mut mixed = plan_input("HXEA29");
    mixed["clusterIds"] = json!([cluster(CLUSTER), cluster(FOREIGN_CLUSTER)]);
    assert_eq!(refused(&app, &lead, "createPlan", mixed).await, "INVALID clusterIds");
}

#[actix_web::test]
async fn who_works_on_a_plan_reads_its_draft_and_donors_and_viewers_what_was_published() {
    let (app, token) = start().await;
    let (plan, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    let activity = add_activity(&app, &token, &objective, "CLEDU/CA1", Some("100")).await;
    let costs = json!({ "activityId": activity, "baseVersion": version(&app, &token, &plan).await, "costs": [{ "modality": "IN_KIND", "unitCost": "5" }] });
    write(&app, &token, "setActivityCosts", "id", costs).await;
    let operation_wide = json!({ "operationId": operation(OPERATION) });
    let readers = [
        app.someone("viewer@example.org", Role::Viewer, operation_wide.clone()).await,
        app.someone("government@example.org", Role::Government, operation_wide).await,
    ];
    let [viewer, government] = &readers;
    let id = || json!({ "id": plan });
    let list = "query($id: ID!) { responsePlans(operationId: $id, first: 10) { edges { node { code } } } }";
    let listed = async |who: &str| {
        let listed = app.ok(who, list, json!({ "id": operation(OPERATION) })).await;
        listed["responsePlans"]["edges"].as_array().map(Vec::len)
    };
    let code = "query($id: ID!) { responsePlan(id: $id) { code } }";
    assert_eq!(app.refused(viewer, code, id()).await.code, "NOT_FOUND", "a draft is for those who work on it");
    assert_eq!((listed(viewer).await, listed(government).await), (Some(0), Some(1)));
    let publish = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await });
    write(&app, &token, "publishPlan", "number", publish).await;
    let published = "query($id: ID!) { responsePlan(id: $id) { code versions { number snapshot } } }";
    let read = app.ok(viewer, published, id()).await["responsePlan"].take();
    assert_eq!((&read["code"], &read["versions"][0]["number"]), (&json!("HXEA26"), &json!(1)));
    assert!(text(&read["versions"][0]["snapshot"]).contains("\"unit_cost\":\"5.00\""));
    assert_eq!(listed(viewer).await, Some(1));
    for worked_on in
        ["objectives { refCode }", "requirement { total }", "activities(first: 1) { edges { node { refCode } } }"]
    {
        let query = format!("query($id: ID!) {{ responsePlan(id: $id) {{ {worked_on} }} }}");
        assert_eq!(app.refused(viewer, &query, id()).await.code, "FORBIDDEN", "{worked_on}");
        app.ok(government, &query, id()).await;
    }
}

#[actix_web::test]
async fn members_share_drafts_others_see_nothing_and_only_coordinators_of_the_cluster_write() {
    let (app, token) = start().await;
    let (plan, _) = plan_with_objective(&app, &token, "HXEA26").await;
    let one = |number| json!({ "operationId": operation(OPERATION), "clusterId": cluster(number) });
    let reader = app.someone("reader@example.org", Role::Government, one(CLUSTER)).await;
    let neighbour = app.someone("neighbour@example.org", Role::Coordinator, one(OTHER_CLUSTER)).await;
    let elsewhere = json!({ "operationId": operation(OTHER_OPERATION) });
    let stranger = app.someone("stranger@example.org", Role::Coordinator, elsewhere).await;
    let query = "query($id: ID!) { responsePlan(id: $id) { code status clusters { id } operation { id } objectives { refCode } } }";
    for member in [&token, &reader, &neighbour] {
        let read = app.ok(member, query, json!({ "id": plan })).await["responsePlan"].take();
        let expected = json!({ "code": "HXEA26", "status": "DRAFT", "clusters": [{ "id": cluster(CLUSTER) }],
            "operation": { "id": operation(OPERATION) }, "objectives": [{ "refCode": "CLEDU/CO1" }] });
        assert_eq!(read, expected);
    }
    assert_eq!(app.refused(&stranger, query, json!({ "id": plan })).await.code, "NOT_FOUND");
    assert_eq!(app.refused("", query, json!({ "id": plan })).await.code, "UNAUTHENTICATED");
    let list = "query($id: ID!) { responsePlans(operationId: $id, first: 10) { edges { node { code } } } }";
    assert_eq!(app.refused(&stranger, list, json!({ "id": operation(OPERATION) })).await.code, "NOT_FOUND");
    let objective = json!({ "planId": plan, "level": "STRATEGIC", "refCode": "SO1", "name": "x", "language": "en" });
    for (who, code) in [(&reader, "FORBIDDEN"), (&neighbour, "FORBIDDEN"), (&stranger, "NOT_FOUND planId")] {
        assert_eq!(refused(&app, who, "addObjective", objective.clone()).await, code);
    }
    let mut for_both = plan_input("HXEA30");
    for_both["clusterIds"] = json!([cluster(CLUSTER), cluster(OTHER_CLUSTER)]);
    assert_eq!(
        refused(&app, &token, "createPlan", for_both).await,
        "FORBIDDEN clusterIds",
        "the other cluster is not hers"
    );
}

#[actix_web::test]
async fn a_list_of_plans_with_all_that_they_hold_takes_as_many_queries_as_one_plan() {
    let (app, token) = start().await;
    let query = "query($id: ID!) { responsePlans(operationId: $id, first: 10) { edges { node {
        clusters { id } operation { id } objectives { indicators { refCode } } versions { number }
        requirement { total peopleTargeted costPerPerson notCosted { activity { refCode } } }
        activities(first: 10) { edges { node { objective { refCode } costs { unitCost area { pcode } } requirement { amount }
            indicators { dimensions targets(first: 10) { edges { node { area { pcode } category { id } } } } } } } }
    } } } }";
    let mut counts = Vec::new();
    for code in ["HXEA26", "HXEA27", "HXEA28"] {
        let (plan, objective) = plan_with_objective(&app, &token, code).await;
        for activity in ["CA1", "CA2"] {
            let id = add_activity(&app, &token, &objective, activity, Some("10")).await;
            add_indicator(&app, &token, &plan, &id, activity).await;
            let base = version(&app, &token, &plan).await;
            let costs = json!({ "activityId": id, "baseVersion": base, "costs": [{ "modality": "CASH", "unitCost": "1", "areaId": area(101) }] });
            write(&app, &token, "setActivityCosts", "id", costs).await;
        }
        let rows = json!([target("CA1", "XE01", None, "2", "1"), target("CA2", "XE02", Some("f"), "2", "1")]);
        let input = json!({ "planId": plan, "baseVersion": version(&app, &token, &plan).await, "targets": rows });
        write(&app, &token, "setTargets", "applied", input).await;
        let context = Context::new(app.program(), None);
        let variables =
            [("id".to_owned(), ToInputValue::<DefaultScalarValue>::to_input_value(&operation(OPERATION)))].into();
        let schema = graphql::schema();
        let asked = juniper::execute(query, None, &schema, &variables, &context);
        let (answer, count) = count_queries(asked).await;
        let (_, errors) = answer.expect("a valid document");
        assert_eq!(errors, vec![]);
        counts.push(count);
    }
    assert_eq!(counts[0], counts[2], "{counts:?}");
    assert!(counts[0] <= 24, "{counts:?}");
}

#[actix_web::test]
async fn every_change_inside_a_plan_is_in_the_history_of_its_operation() {
    let (app, token) = start().await;
    let (_, objective) = plan_with_objective(&app, &token, "HXEA26").await;
    add_activity(&app, &token, &objective, "CLEDU/CA1", None).await;
    let events = format!(
        "select entity || ' ' || action from audit_events where operation_id = '{}' and entity <> 'Grant' order by id",
        Uuid::from_u128(OPERATION)
    );
    assert_eq!(app.sql(&events), ["ResponsePlan create", "Objective create", "Activity create"]);
}
